//! The parks that are recommended for a project: rank, score with what it is made of, verdict and the reason in a line.

use egui::{Align, Color32, Id, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{
    comparison,
    parts::{row, section, words_row},
    plan::disclosure_ui,
};
use crate::{
    advise::{ranking::Ranked, robustness::Robustness},
    evaluate::verdict::Verdict,
    i18n::{self, figure, suitability, term, words},
    model::{
        id::{ParkId, ProjectId},
        project::Project,
    },
    rules::finding::{Finding, State},
    suitability::{Measure, methods::acceptability::Firmness, score::FULL},
    ui::{
        actions::Action,
        cx::{Ask, Cx, signal},
        panels::{
            card_view::{is_hint, rank_words, relation_of},
            contribution,
        },
        theme::{RADIUS_ROW, SPACE_4, SPACE_6, SPACE_8, Signal, Type},
        widgets::{
            bar,
            button::{Button, button_at_ui},
            icon::{self, Icon},
            shapes,
            tag::{self, TagWeight},
            text::{Span, line, line_of, paragraph, width_of},
            tip::Tip,
        },
    },
    workbench::{
        Selection,
        command::Command,
        held::{Held, Outlook, Previews},
    },
};

/// Parks that are listed at once, the best first.
const FIRST_PARKS: usize = 4;
/// Parks that are listed at most.
const MOST_PARKS: usize = 24;
/// Height of a listed park, in points.
const ROW: f32 = 66.0;
/// Side of a rank, in points.
const RANK: f32 = 18.0;

/// A park in the ranking, as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct RankRow {
    /// The park.
    pub park: ParkId,
    /// Its short name.
    pub name: String,
    /// Its name where room is short.
    pub brief_name: String,
    /// Its rank.
    pub rank: usize,
    /// Score and coupling.
    pub total: i64,
    /// That the total is no more than a hint, with its range.
    pub hint: Option<String>,
    /// The range of the total, where data are missing.
    pub band: Option<String>,
    /// Points of the six colours.
    pub points: [i64; 6],
    /// Points that what the park does not state could add.
    pub open: i64,
    /// What must be cured, by state and words; `None` for a park that is recommended.
    pub condition: Option<(State, String)>,
    /// The reason in a line.
    pub why: String,
}

impl RankRow {
    /// The row of `ranked`.
    pub fn new(cx: &Cx<'_>, previews: &Previews, ranked: &Ranked) -> Option<Self> {
        let park = cx.scenario().parks.get(&ranked.park)?;
        let preview = previews.get(&ranked.park)?;
        let (low, high) = preview.appeal.band();
        // What only warns is no break of the law, and wears the sign that the card has for it.
        let warns = || ranked.judged.notes.iter().find(|it| it.state == State::Broken);
        let condition = ranked.judged.conditions.first().map(|it| (it.state, condition_words(cx, it)));
        let condition = condition.or_else(|| warns().map(|it| (State::Near, condition_words(cx, it))));
        Some(Self {
            park: park.id.clone(),
            name: cx.tell(&park.short_name).to_owned(),
            brief_name: cx.brief_name(park),
            rank: ranked.rank,
            total: ranked.total(),
            hint: is_hint(&preview.appeal).then(|| cx.tell(&suitability::hint(preview.appeal.range())).to_owned()),
            band: (low < high).then(|| suitability::range((low, high))),
            points: contribution::points(&ranked.suitability),
            open: (high - ranked.total()).max(0),
            condition,
            why: why(cx, ranked, preview.outlook),
        })
    }

    /// What it is called for screen readers.
    pub fn label(&self, cx: &Cx<'_>) -> String {
        let condition = self.condition.as_ref().map(|(_, words)| format!(" · {words}")).unwrap_or_default();
        let (rank, total) = (rank_words(cx, self.rank), figure::whole(self.total));
        let hint = self.hint.as_ref().map(|hint| format!(" · {hint}")).unwrap_or_default();
        format!("{rank} {} {total}{hint}{condition} · {}", self.name, self.why)
    }
}

fn condition_words(cx: &Cx<'_>, finding: &Finding) -> String {
    let badge = i18n::finding::badge(finding);
    if finding.is_counted() {
        return cx.tell(&badge).to_owned();
    }
    let title = cx.scenario().rules.get(&finding.rule).map(|rule| cx.tell(&rule.title).to_owned());
    title.unwrap_or_else(|| cx.tell(&badge).to_owned())
}

/// Kind of fit, the strongest other criterion, and what else is to be noted.
fn why(cx: &Cx<'_>, ranked: &Ranked, outlook: Outlook) -> String {
    let relation = relation_of(&ranked.suitability).map(|it| cx.say(suitability::relation_word(it)).to_owned());
    let strongest = ranked.suitability.largest_first().into_iter().find_map(|part| match &part.measure {
        Measure::Value(value, basis) if contribution::place(part.criterion) > 0 && *value > 0.0 => {
            Some(cx.tell(&suitability::basis(cx.scenario(), basis)).to_owned())
        }
        Measure::Value(..) | Measure::Gap(_) => None,
    });
    let coupling = (ranked.coupling != 0)
        .then(|| format!("{} {}", cx.say(suitability::COUPLING), suitability::signed(ranked.coupling)));
    let tie = ranked.is_tied.then(|| cx.say(words::TIED).to_owned());
    let here = (outlook == Outlook::Here).then(|| cx.say(words::HERE).to_owned());
    let is_conditional = ranked.judged.verdict == Verdict::Conditional;
    let verdict = is_conditional.then(|| cx.say(term::verdict(ranked.judged.verdict)).to_owned());
    let is_clean = ranked.judged.conditions.is_empty() && ranked.judged.notes.is_empty() && here.is_none();
    let clean = is_clean.then(|| cx.say(words::NO_NEW_PROBLEM).to_owned());
    let parts = [verdict, here, tie, relation, clean, coupling, strongest];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Draws the ranking of `project`, the comparison of the park that is looked at, and how firm the first place is.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, project: &Project, held: &Held) {
    let previews = &held.previews;
    let ranking = previews.ranking();
    let over = held.over.as_ref().filter(|_| cx.bench.held().is_some());
    if let Some(park) = over {
        over_ui(ui, cx, &project.id, previews, park);
    }
    title_ui(ui, cx);
    legend_ui(ui, cx);
    let chosen = Id::unique(("compared park", project.id.as_str()));
    let kept: Option<ParkId> = ui.data(|data| data.get_temp(chosen));
    let open: Vec<&Ranked> = ranking.iter().filter(|it| it.judged.verdict != Verdict::Vetoed).collect();
    let kept = kept.filter(|park| open.iter().any(|it| it.park == *park));
    let compared = over.cloned().or(kept).or_else(|| open.first().map(|it| it.park.clone()));
    let firm = previews.known_robustness().flatten();
    let rows = |ui: &mut Ui, parks: &[&Ranked], firm: Option<&Robustness>| {
        for (at, ranked) in parks.iter().enumerate() {
            let Some(view) = RankRow::new(cx, previews, ranked) else { continue };
            let firm = firm.filter(|_| at == 0);
            if row_ui(ui, cx, &project.id, &view, firm, compared.as_ref() == Some(&view.park)) {
                ui.data_mut(|data| data.insert_temp(chosen, view.park.clone()));
            }
        }
    };
    let (first, rest) = open.split_at(open.len().min(FIRST_PARKS));
    rows(ui, first, firm);
    if !rest.is_empty() {
        let id = Id::unique(("other parks", project.id.as_str()));
        let shown = rest.get(..rest.len().min(MOST_PARKS - FIRST_PARKS)).unwrap_or_default();
        disclosure_ui(ui, cx, id, (cx.say(words::OTHER_PARKS), rest.len()), |ui| rows(ui, shown, None));
    }
    let hidden = open.len().saturating_sub(MOST_PARKS);
    if hidden > 0 {
        let words = if cx.is_chinese() {
            format!("其余 {hidden} 园见看板")
        } else {
            format!("{hidden} more parks on the board")
        };
        words_row(ui, cx, &words, Type::Small, cx.theme.text2);
    }
    vetoed_ui(ui, cx, &project.id, previews);
    if over.is_none()
        && let Some(park) = &compared
    {
        comparison::ui(ui, cx, ranking, &project.id, park);
    }
    if let Some(firm) = firm {
        section(ui, cx, cx.say(words::WHEN_IT_TURNS), "");
        words_row(ui, cx, &firm_words(cx, firm), Type::Small, cx.theme.text1);
    }
}

/// When the first place would turn, in words.
fn firm_words(cx: &Cx<'_>, firm: &Robustness) -> String {
    let name = |park: &ParkId| cx.tell(&i18n::finding::park_name(cx.scenario(), park)).to_owned();
    cx.tell(&suitability::robustness(firm, &name)).to_owned()
}

/// Title of the ranking, and the way to the weights.
fn title_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let mut rect = row(ui, 30.0);
    let title = cx.say(words::RECOMMENDED_PARKS);
    let button = Button::new(cx.say(words::WEIGHTS_BUTTON)).small();
    let size = button.size(ui.painter());
    if width_of(ui.painter(), title, Type::CardTitle) + SPACE_8 + size.x > rect.width() {
        line(ui.painter(), rect, Align::Min, title, Type::CardTitle, cx.theme.text1);
        rect = row(ui, 30.0);
    }
    let place = Rect::from_min_size(pos2(rect.right() - size.x, rect.center().y - size.y / 2.0), size);
    if button_at_ui(ui, cx.theme, place, Id::unique("weights of the ranking"), &button).clicked() {
        cx.ask(Ask::Do(Action::Weights));
    }
    if size.x + SPACE_8 + width_of(ui.painter(), title, Type::CardTitle) > rect.width() {
        return;
    }
    let shown = line(ui.painter(), rect, Align::Min, title, Type::CardTitle, cx.theme.text1);
    let rest =
        Rect::from_min_max(pos2(shown.rect.right() + SPACE_8, rect.top()), pos2(place.left() - 6.0, rect.bottom()));
    let meta = cx.say(words::WEIGHTED_SUM);
    if width_of(ui.painter(), meta, Type::Small) <= rest.width() {
        line(ui.painter(), rest, Align::Min, meta, Type::Small, cx.theme.text2);
    }
}

/// The six colours with their names, in as many lines as they need.
pub(super) fn legend_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let widths: Vec<f32> =
        contribution::NAMES.iter().map(|name| width_of(ui.painter(), cx.say(*name), Type::Small) + 25.0).collect();
    let mut rect = row(ui, 18.0);
    let mut left = rect.left();
    for ((name, colour), width) in contribution::NAMES.into_iter().zip(cx.theme.contribution).zip(widths) {
        if left + width - 10.0 > rect.right() {
            rect = row(ui, 18.0);
            left = rect.left();
        }
        swatch(ui, pos2(left + 5.0, rect.center().y), colour);
        let place = Rect::from_min_size(pos2(left + 14.0, rect.top()), vec2(width - 12.0, rect.height()));
        line(ui.painter(), place, Align::Min, cx.say(name), Type::Small, cx.theme.text2);
        left += width;
    }
    let scale = cx.say(words::SCALE_OF_POINTS);
    if left + width_of(ui.painter(), scale, Type::Small) > rect.right() {
        rect = row(ui, 18.0);
        left = rect.left();
    }
    let place = Rect::from_min_max(pos2(left, rect.top()), rect.max);
    line(ui.painter(), place, Align::Min, scale, Type::Small, cx.theme.text2);
    ui.add_space(SPACE_4);
}

/// A square of a colour of the bar.
pub(super) fn swatch(ui: &Ui, centre: egui::Pos2, colour: Color32) {
    ui.painter().rect_filled(Rect::from_center_size(centre, vec2(9.0, 9.0)), 2.0, colour);
}

/// Draws a park of the ranking; tells whether it was clicked.
fn row_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    project: &ProjectId,
    view: &RankRow,
    firm: Option<&Robustness>,
    is_compared: bool,
) -> bool {
    let theme = cx.theme;
    let rect = row(ui, ROW).expand2(vec2(7.0, 0.0));
    let response = ui.interact(rect, Id::unique(("ranked park", view.park.as_str())), Sense::click());
    let label = view.label(cx);
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, is_compared, &label));
    if is_compared || response.hovered() {
        let (fill, edge) = if is_compared { (theme.card, theme.edge_strong()) } else { (theme.sunken, Stroke::NONE) };
        shapes::framed_rect(ui.painter(), rect.shrink2(vec2(0.0, 1.0)), RADIUS_ROW, fill, edge);
    }
    if response.has_focus() {
        shapes::focus_ring(ui.painter(), rect.shrink(3.0), RADIUS_ROW, theme.accent);
    }
    let inner = rect.shrink2(vec2(7.0, 4.0));
    head_ui(ui, cx, Rect::from_min_size(inner.min, vec2(inner.width(), 24.0)), view, firm);
    let left = inner.left() + RANK + SPACE_8;
    let place = Rect::from_min_size(pos2(left, inner.top() + 25.0), vec2(inner.right() - left, 14.0));
    bar_ui(ui, cx, place, view);
    let place = Rect::from_min_max(pos2(left, place.bottom() + 2.0), inner.max);
    reason_ui(ui, cx, place, view);
    context_menu(cx, project, view, &response);
    let is_clicked = response.clicked();
    let band = view.band.as_ref().map(|band| format!("\n{band}")).unwrap_or_default();
    response.tip(format!("{label}{band}"));
    is_clicked
}

fn context_menu(cx: &Cx<'_>, project: &ProjectId, view: &RankRow, response: &egui::Response) {
    response.context_menu(|ui| {
        let is_here = cx.bench.judgement().facts().home(project).is_some_and(|(home, _)| *home == view.park);
        let name = format!("{} {}", cx.say(words::PLACE_HERE), view.name);
        if ui.add_enabled(!is_here, egui::Button::new(name)).clicked() {
            cx.push(Command::Place { project: project.clone(), park: view.park.clone() });
        }
        if ui.button(cx.say(words::WHY_NOT_HERE)).clicked() {
            cx.ask(Ask::WhyNot(project.clone(), Some(view.park.clone())));
        }
        if ui.button(cx.say(words::SHOW_PARK)).clicked() {
            cx.push(Command::Select(Selection::Park(view.park.clone())));
        }
    });
}

/// Rank, name, how firm it is, and the total at the right.
fn head_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, view: &RankRow, firm: Option<&Robustness>) {
    let (theme, painter) = (cx.theme, ui.painter());
    tag::rank(painter, pos2(rect.left() + RANK / 2.0, rect.center().y), RANK, view.rank, theme);
    let total = figure::whole(view.total);
    let sign = if view.hint.is_some() { "≈" } else { "" };
    let spans = [Span::new(sign, Type::Small, theme.text2), Span::new(&total, Type::Heading, theme.text1)];
    let mut right = line_of(painter, rect, Align::Max, &spans).rect.left() - SPACE_6;
    let left = rect.left() + RANK + SPACE_8;
    let name_width = width_of(painter, &view.name, Type::CardTitle);
    let band = view.band.as_ref().filter(|band| {
        let wanted = name_width + width_of(painter, band, Type::Small) + firm.map_or(0.0, |it| chip_width(ui, cx, it));
        left + wanted + 3.0 * SPACE_8 <= right
    });
    if let Some(band) = band {
        let place = Rect::from_min_max(pos2(left, rect.top()), pos2(right, rect.bottom()));
        right = line(painter, place, Align::Max, band, Type::Small, theme.text2).rect.left() - SPACE_6;
    }
    let chip = firm.map_or(0.0, |it| chip_width(ui, cx, it) + SPACE_6);
    let place = Rect::from_min_max(pos2(left, rect.top()), pos2((right - chip).max(left + 20.0), rect.bottom()));
    let name = if name_width <= place.width() { &view.name } else { &view.brief_name };
    let shown = line(painter, place, Align::Min, name, Type::CardTitle, theme.text1);
    if let Some(firm) = firm {
        let at = pos2(shown.rect.right() + SPACE_6, rect.center().y - tag::TAG_HEIGHT / 2.0);
        chip_ui(ui, cx, at, firm, view.condition.is_some());
    }
}

fn chip_words(cx: &Cx<'_>, firm: &Robustness) -> String {
    if firm.is_tied() {
        return cx.say(words::TIED).to_owned();
    }
    if firm.is_by_verdict() {
        return cx.say(words::BY_VERDICT).to_owned();
    }
    let share = firm.shares.first().map_or(0.0, |(_, share)| *share);
    format!("{} {} %", cx.say(suitability::firmness(firm.firmness)), suitability::percent(share))
}

fn chip_width(ui: &Ui, cx: &Cx<'_>, firm: &Robustness) -> f32 {
    tag::state_tag_width(ui.painter(), &chip_words(cx, firm), TagWeight::Soft)
}

/// How firm the first place is, with the sentence on hover.
fn chip_ui(ui: &Ui, cx: &Cx<'_>, at: egui::Pos2, firm: &Robustness, is_conditional: bool) {
    let tone = match firm.firmness {
        // How firm the order is says nothing of whether it may go there: no green beside a condition.
        Firmness::Clear if is_conditional => Signal::Off,
        Firmness::Clear if firm.is_tied() => Signal::Near,
        Firmness::Clear if firm.is_by_verdict() => Signal::Off,
        Firmness::Clear => Signal::Holds,
        Firmness::Contested => Signal::Near,
        Firmness::Open => Signal::Unknown,
    };
    let place = tag::state_tag(ui.painter(), at, tone, &chip_words(cx, firm), TagWeight::Soft, cx.theme);
    let id = Id::unique("how firm the first place is");
    ui.interact(place, id, Sense::hover()).tip_ui(|ui| {
        ui.set_max_width(320.0);
        ui.label(firm_words(cx, firm));
    });
}

/// The bar of the six colours on a scale of a full score.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "points are painted, not reckoned with"
)]
fn bar_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, view: &RankRow) {
    let full = FULL as f32;
    let share = |points: i64| points as f32 / full;
    bar::contribution(ui.painter(), rect, view.points.map(share), share(view.open), cx.theme);
    bar::contribution_figures(ui.painter(), rect, view.points, full, cx.theme);
}

/// What must be cured, and the reason.
fn reason_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, view: &RankRow) {
    let (theme, painter) = (cx.theme, ui.painter());
    let mut left = rect.left();
    if let Some((state, words)) = &view.condition {
        let width = tag::state_tag_width(painter, words, TagWeight::Soft).min(rect.width() * 0.62);
        let at = pos2(left, rect.center().y - tag::TAG_HEIGHT / 2.0);
        if width < rect.width() * 0.62 {
            tag::state_tag(painter, at, signal(*state), words, TagWeight::Soft, theme);
            left += width + SPACE_6;
        } else {
            let mark = Rect::from_min_size(pos2(left, rect.center().y - 7.0), vec2(14.0, 14.0));
            icon::paint(painter, Icon::of(signal(*state)), mark, theme.tone(signal(*state)).ink);
            let place = Rect::from_min_max(pos2(mark.right() + SPACE_4, rect.top()), rect.max);
            line(painter, place, Align::Min, words, Type::Small, theme.tone(signal(*state)).ink);
            return;
        }
    }
    let place = Rect::from_min_max(pos2(left, rect.top()), rect.max);
    let words = view.hint.as_ref().map_or_else(|| view.why.clone(), |hint| format!("{hint} · {}", view.why));
    let words = whole_parts(&words, |words| width_of(painter, words, Type::Small) <= place.width());
    line(painter, place, Align::Min, words, Type::Small, theme.text2);
}

/// The parts of `words` that fit, from the first; never half a figure. The first stays, whether it fits or not.
fn whole_parts(words: &str, fits: impl Fn(&str) -> bool) -> &str {
    let mut shown = words;
    while !fits(shown) {
        let Some((before, _)) = shown.rsplit_once(" · ") else { break };
        shown = before;
    }
    shown
}

/// Parks that refuse it, each with its reason; closed at first.
fn vetoed_ui(ui: &mut Ui, cx: &Cx<'_>, project: &ProjectId, previews: &Previews) {
    let vetoed: Vec<&ParkId> = previews.standings().iter().filter(|it| it.is_vetoed).map(|it| &it.park).collect();
    if vetoed.is_empty() {
        return;
    }
    let id = Id::unique(("vetoed parks", project.as_str()));
    disclosure_ui(ui, cx, id, (cx.say(words::VETOED_PARKS), vetoed.len()), |ui| {
        for park in vetoed.into_iter().take(MOST_PARKS) {
            let Some(preview) = previews.get(park) else { continue };
            let name = i18n::finding::park_name(cx.scenario(), park);
            let why = preview.refusal(cx.world()).map(|it| cx.tell(&it).to_owned()).unwrap_or_default();
            let words = format!("{} · {why}", cx.tell(&name));
            words_row(ui, cx, &words, Type::Small, cx.theme.text1);
        }
    });
}

/// The park under the pointer: rank, score, what would happen, and the comparison.
fn over_ui(ui: &mut Ui, cx: &Cx<'_>, project: &ProjectId, previews: &Previews, park: &ParkId) {
    let ranking = previews.ranking();
    let Some(record) = cx.scenario().parks.get(park) else { return };
    let (Some(ranked), Some(preview)) = (ranking.iter().find(|it| it.park == *park), previews.get(park)) else {
        return;
    };
    if ranked.judged.verdict == Verdict::Vetoed {
        let rect = row(ui, 28.0);
        let lock = Rect::from_min_size(pos2(rect.left(), rect.center().y - 8.0), vec2(16.0, 16.0));
        icon::paint(ui.painter(), Icon::Lock, lock, cx.theme.text1);
        let words = format!("{} · {}", cx.tell(&record.short_name), cx.say(term::verdict(Verdict::Vetoed)));
        let place = Rect::from_min_max(pos2(lock.right() + SPACE_8, rect.top()), rect.max);
        line(ui.painter(), place, Align::Min, &words, Type::CardTitle, cx.theme.text1);
        let why = preview.refusal(cx.world()).map(|it| cx.tell(&it).to_owned()).unwrap_or_default();
        words_row(ui, cx, &why, Type::Small, cx.theme.text1);
        super::parts::rule_off(ui, cx);
        return;
    }
    if let Some(view) = RankRow::new(cx, previews, ranked) {
        let firm = previews.known_robustness().flatten().filter(|_| view.rank == 1);
        let strip = row(ui, 58.0);
        let ground = strip.expand2(vec2(14.0, 0.0));
        let fill = if view.condition.is_none() { cx.theme.holds.soft } else { cx.theme.near.soft };
        ui.painter().rect_filled(ground, 0.0, fill);
        head_ui(ui, cx, Rect::from_min_size(strip.min + vec2(0.0, 6.0), vec2(strip.width(), 24.0)), &view, firm);
        let place = Rect::from_min_size(strip.min + vec2(0.0, 34.0), vec2(strip.width(), 18.0));
        bar_ui(ui, cx, place, &view);
    }
    section(ui, cx, cx.say(words::WHAT_IF_HERE), "");
    for (label, words, signal) in comparison::effects(cx, record, preview) {
        let rect = row(ui, 22.0);
        let mark = Rect::from_min_size(pos2(rect.left(), rect.center().y - 8.0), vec2(16.0, 16.0));
        icon::paint(ui.painter(), Icon::of(signal), mark, cx.theme.tone(signal).ink);
        let place = Rect::from_min_size(pos2(mark.right() + SPACE_8, rect.top()), vec2(62.0, rect.height()));
        line(ui.painter(), place, Align::Min, &label, Type::Small, cx.theme.text2);
        let place = Rect::from_min_max(pos2(place.right() + 2.0, rect.top() + 3.0), rect.max);
        paragraph(ui.painter(), place, &words, Type::Small, cx.theme.text1, 1);
    }
    comparison::ui(ui, cx, ranking, project, park);
    super::parts::rule_off(ui, cx);
}

/// The best parks for several projects together, by the sum of their scores; a click shows the park.
pub fn sums_ui(ui: &mut Ui, cx: &Cx<'_>, held: &Held) {
    let best: Vec<_> = held.previews.standings().iter().filter(|it| !it.is_vetoed).take(FIRST_PARKS).collect();
    section(ui, cx, cx.say(words::RECOMMENDED_PARKS), cx.say(words::SUM_OF_SCORES));
    if best.is_empty() {
        words_row(ui, cx, cx.say(words::ALL_VETOED), Type::Small, cx.theme.text2);
    }
    for standing in best {
        let (park, Some(preview)) = (&standing.park, held.previews.get(&standing.park)) else { continue };
        let rect = row(ui, 28.0).expand2(vec2(7.0, 0.0));
        let response = ui.interact(rect, Id::unique(("ranked for several", park.as_str())), Sense::click());
        let name = i18n::finding::park_name(cx.scenario(), park);
        let total = figure::whole(preview.appeal.total());
        let label = format!("{} {} {total}", rank_words(cx, standing.rank), cx.tell(&name));
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Link, true, &label));
        if response.hovered() {
            shapes::framed_rect(ui.painter(), rect, RADIUS_ROW, cx.theme.sunken, Stroke::NONE);
        }
        if response.has_focus() {
            shapes::focus_ring(ui.painter(), rect.shrink(3.0), RADIUS_ROW, cx.theme.accent);
        }
        let inner = rect.shrink2(vec2(7.0, 0.0));
        let middle = pos2(inner.left() + RANK / 2.0, inner.center().y);
        tag::rank(ui.painter(), middle, RANK, standing.rank, cx.theme);
        let shown = line(ui.painter(), inner, Align::Max, &total, Type::CardTitle, cx.theme.text1);
        let left = inner.left() + RANK + SPACE_8;
        let place = Rect::from_min_max(pos2(left, inner.top()), pos2(shown.rect.left() - SPACE_6, inner.bottom()));
        line(ui.painter(), place, Align::Min, cx.tell(&name), Type::Body, cx.theme.text1);
        if response.clicked() {
            cx.push(Command::Select(Selection::Park(park.clone())));
        }
    }
}
