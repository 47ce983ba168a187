//! The findings list: worst first; a click goes to the park and explains.

use egui::{Align, Id, Rect, Role as AccessRole, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::{
    i18n::{self, term, words},
    model::id::{IndustryId, ProjectId},
    rules::finding::{Finding, FindingKey, Item, State},
    ui::{
        cx::{Cx, signal},
        theme::{SPACE_6, SPACE_8, SPACE_12, Signal, Type},
        widgets::{
            icon::{self, Icon},
            seal::paint_seal,
            tag::{self, TagWeight},
            text::{Span, line, line_of, width_of},
        },
    },
    workbench::{Selection, command::Command},
};

const ROW: f32 = 30.0;

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingRow {
    /// Which finding.
    pub key: FindingKey,
    /// Its state.
    pub state: State,
    /// Name of the rule.
    pub rule: String,
    /// The park.
    pub park: String,
    /// What it says.
    pub sentence: String,
    /// What happens when the rule breaks.
    pub mode: String,
    /// Sub-sectors of its members, each once.
    pub seals: Vec<IndustryId>,
}

/// The rows of everything that a planner should look at, worst first.
pub fn rows(cx: &Cx<'_>) -> Vec<FindingRow> {
    cx.bench.judgement().notable().into_iter().map(|finding| row(cx, finding)).collect()
}

fn row(cx: &Cx<'_>, finding: &Finding) -> FindingRow {
    let scenario = cx.scenario();
    let rule = scenario.rules.get(&finding.rule);
    let park = finding.park.as_ref().and_then(|park| scenario.parks.get(park));
    let mut seals: Vec<IndustryId> = Vec::new();
    for member in &finding.members {
        if let Some(industry) = industry_of(cx, &member.item).filter(|it| !seals.contains(it)) {
            seals.push(industry);
        }
    }
    FindingRow {
        key: finding.key(),
        state: finding.state,
        rule: rule.map_or_else(|| finding.rule.to_string(), |rule| cx.tell(&rule.title).to_owned()),
        park: park
            .map(|park| if cx.is_chinese() { cx.tell(&park.short_name).to_owned() } else { cx.brief_name(park) })
            .unwrap_or_default(),
        sentence: cx.tell(&i18n::finding::sentence(scenario, finding)).to_owned(),
        mode: cx.say(term::mode(finding.mode)).to_owned(),
        seals,
    }
}

/// The sub-sector by which a member is known.
pub fn industry_of(cx: &Cx<'_>, item: &Item) -> Option<IndustryId> {
    let scenario = cx.scenario();
    match item {
        Item::Project(id) => scenario.projects.get(id).map(|it| it.industry.clone()),
        Item::Enterprise(id) => scenario.enterprises.get(id).map(|it| it.industry.clone()),
        Item::Position(id) => {
            let mut parks = cx.bench.judgement().facts().parks();
            parks.find_map(|(_, facts)| facts.positions.iter().find(|it| it.id == *id)?.industries.first().cloned())
        }
    }
}

/// The first project among the members of a finding.
pub fn first_project(finding: &Finding) -> Option<&ProjectId> {
    finding.members.iter().find_map(|member| match &member.item {
        Item::Project(id) => Some(id),
        Item::Position(_) | Item::Enterprise(_) => None,
    })
}

/// The list.
#[derive(Debug, Default)]
pub struct Findings;

impl Findings {
    /// Draws the list; `shows_chart` turns to the chart where both share a place.
    pub fn ui(&self, ui: &mut Ui, cx: &Cx<'_>, shows_chart: Option<&mut bool>) {
        let theme = cx.theme;
        ui.painter().rect_filled(ui.max_rect(), 0.0, theme.panel);
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        header_ui(ui, cx, shows_chart);
        let rows = rows(cx);
        if rows.is_empty() {
            empty(ui, cx);
            return;
        }
        ScrollArea::vertical().id_salt("findings").auto_shrink(false).show_rows(ui, ROW, rows.len(), |ui, range| {
            for row in rows.get(range).unwrap_or_default() {
                row_ui(ui, cx, row);
            }
        });
    }
}

/// The tabs of the place that findings and chart share; returns the left end of what comes after.
pub fn tabs_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, shows_chart: Option<&mut bool>, chart_first: bool) -> f32 {
    let Some(shows_chart) = shows_chart else {
        let title = cx.say(if chart_first { words::COMPOSITION } else { words::FINDINGS });
        line(ui.painter(), rect, Align::Min, title, Type::CardTitle, cx.theme.text1);
        return rect.left() + width_of(ui.painter(), title, Type::CardTitle) + SPACE_12;
    };
    let mut left = rect.left();
    for (is_chart, phrase) in [(false, words::FINDINGS), (true, words::COMPOSITION)] {
        let is_chosen = *shows_chart == is_chart;
        let style = if is_chosen { Type::BodyBold } else { Type::Body };
        let words = cx.say(phrase);
        let width = width_of(ui.painter(), words, style);
        let place = Rect::from_min_size(pos2(left, rect.top()), vec2(width + 8.0, rect.height()));
        let response = ui.interact(place, Id::unique(("foot tab", is_chart)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(AccessRole::Tab, true, is_chosen, words));
        let colour = if is_chosen { cx.theme.text1 } else { cx.theme.text2 };
        line(ui.painter(), place.translate(vec2(4.0, 0.0)), Align::Min, words, style, colour);
        if is_chosen {
            ui.painter().hline(place.x_range(), rect.bottom() - 1.0, egui::Stroke::new(2.0, cx.theme.accent));
        }
        if response.has_focus() {
            crate::ui::widgets::shapes::focus_ring(ui.painter(), place.shrink(3.0), 4, cx.theme.accent);
        }
        if response.clicked() {
            *shows_chart = is_chart;
        }
        left = place.right() + SPACE_12;
    }
    left
}

fn header_ui(ui: &mut Ui, cx: &Cx<'_>, shows_chart: Option<&mut bool>) {
    let theme = cx.theme;
    let (strip, _) =
        ui.allocate_exact_size(vec2(ui.available_width(), if cx.roomy { 32.0 } else { 28.0 }), Sense::hover());
    let rect = strip.shrink2(vec2(SPACE_12, 0.0));
    let mut left = tabs_ui(ui, cx, rect, shows_chart, false);
    let judgement = cx.bench.judgement();
    for state in [State::Broken, State::Near, State::Unknown, State::Waived] {
        let count = judgement.count(state);
        if count > 0 {
            let at = pos2(left, rect.center().y - tag::TAG_HEIGHT / 2.0);
            left = tag::count_badge(ui.painter(), at, signal(state), count, theme).right() + SPACE_6;
        }
    }
    let rules = cx.scenario().rules.len();
    let passed = judgement.count(State::Holds) + judgement.count(State::Near);
    let off = cx.scenario().rules.iter().filter(|rule| rule.mode == crate::model::policy::Mode::Off).count();
    let mut words = if cx.is_chinese() {
        format!("{rules} {} · 通过 {passed} 项", cx.say(words::RULES))
    } else {
        format!("{rules} {} · {passed} {}", cx.say(words::RULES), cx.say(words::PASSED))
    };
    if off > 0 {
        words.push_str(&format!(" · {off} {}", cx.say(words::OFF)));
    }
    line(
        ui.painter(),
        Rect::from_min_max(pos2(left + 4.0, rect.top()), rect.max),
        Align::Max,
        &words,
        Type::Small,
        theme.text2,
    );
    ui.painter().hline(strip.x_range(), strip.bottom(), theme.edge());
}

fn empty(ui: &Ui, cx: &Cx<'_>) {
    let rect = ui.available_rect_before_wrap();
    let holds = cx.bench.judgement().count(State::Holds);
    let mark = Rect::from_min_size(rect.min + vec2(SPACE_12, SPACE_12), vec2(18.0, 18.0));
    icon::paint(ui.painter(), Icon::Holds, mark, cx.theme.tone(Signal::Holds).ink);
    let words = format!("{} · {holds} {}", cx.say(words::NO_FINDINGS), cx.say(words::PASSED));
    let place = Rect::from_min_size(pos2(mark.right() + 8.0, mark.top()), vec2(rect.width() - 50.0, 18.0));
    line(ui.painter(), place, Align::Min, &words, Type::Body, cx.theme.text2);
}

fn row_ui(ui: &mut Ui, cx: &Cx<'_>, row: &FindingRow) {
    let theme = cx.theme;
    let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let id = Id::unique(("finding", format!("{:?}", row.key)));
    let response = ui.interact(strip, id, Sense::click());
    let is_selected = *cx.bench.selection() == Selection::Finding(row.key.clone());
    let label = format!("{} · {} · {} · {}", cx.say(term::state(row.state)), row.rule, row.park, row.sentence);
    response.widget_info(|| WidgetInfo::selected(AccessRole::Button, true, is_selected, &label));
    if is_selected {
        ui.painter().rect_filled(strip, 0.0, theme.accent_soft);
    } else if response.hovered() {
        ui.painter().rect_filled(strip, 0.0, theme.sunken);
    }
    ui.painter().hline(strip.x_range(), strip.bottom() - 0.5, theme.edge());
    if response.has_focus() {
        crate::ui::widgets::shapes::focus_ring(ui.painter(), strip.shrink(4.0), 4, theme.accent);
    }
    let rect = strip.shrink2(vec2(SPACE_12, 0.0));
    let words = cx.say(term::state(row.state));
    let at = pos2(rect.left(), rect.center().y - tag::TAG_HEIGHT / 2.0);
    let tag = tag::state_tag(ui.painter(), at, signal(row.state), words, TagWeight::Soft, theme);
    let (rule_width, park_width) = if cx.roomy { (112.0, 96.0) } else { (104.0, 88.0) };
    let mut left = rect.left() + (tag.width() + SPACE_8).max(if cx.is_chinese() { 62.0 } else { 94.0 });
    let mut column = |width: f32| {
        let place = Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
        left = place.right() + SPACE_8;
        place
    };
    line(ui.painter(), column(rule_width), Align::Min, &row.rule, Type::BodyBold, theme.text1);
    line(ui.painter(), column(park_width), Align::Min, &row.park, Type::Body, theme.text2);
    let mode = width_of(ui.painter(), &row.mode, Type::Small);
    let place = Rect::from_min_max(pos2(rect.right() - mode, rect.top()), rect.max);
    line(ui.painter(), place, Align::Max, &row.mode, Type::Small, theme.text2);
    let mut right = place.left() - SPACE_8;
    for industry in row.seals.iter().take(5).rev() {
        let seal = Rect::from_min_size(pos2(right - 18.0, rect.center().y - 9.0), vec2(18.0, 18.0));
        paint_seal(ui.painter(), seal, &cx.seal(industry), theme, cx.is_chinese());
        right = seal.left() - 4.0;
    }
    let spans = [Span::new(&row.sentence, Type::Body, theme.text1)];
    let words = Rect::from_min_max(pos2(left, rect.top()), pos2(right - SPACE_6, rect.bottom()));
    let shown = line_of(ui.painter(), words, Align::Min, &spans);
    let response = if shown.truncated { response.on_hover_text(&row.sentence) } else { response };
    if response.clicked() {
        cx.push(Command::Select(Selection::Finding(row.key.clone())));
    }
}
