//! The inspector: everything about what is selected, with its reasons and what can be done.

use egui::{Align, Id, Popup, Rect, ScrollArea, Sense, Stroke, Ui, pos2, vec2};

use super::{
    board::place_menu_ui,
    findings::{first_project, industry_of},
};
use crate::{
    i18n::{self, figure, phrase::Phrase, term, words},
    model::{
        evidence::Confidence,
        id::{FacilityId, IndustryId, ParkId, ProjectId},
        park::{Park, Position, Role},
        policy::Mode,
        project::Project,
        text::Text,
    },
    rules::finding::{Detail, Finding, FindingKey, Item, Part, State},
    ui::{
        cx::{Cx, signal},
        theme::{RADIUS_ROW, SPACE_4, SPACE_6, SPACE_8, SPACE_12, Signal, Type},
        widgets::{
            button::{Button, button_ui},
            icon::{self, Icon},
            seal::paint_seal,
            shapes,
            tag::{self, TagWeight},
            text::{Span, height_of, line, line_of, paragraph, width_of},
        },
    },
    workbench::{
        Selection,
        command::Command,
        held::{Fit, Outlook, Preview},
    },
};

/// Draws the inspector of whatever is selected.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>) {
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    // The panel keeps its width also when it has nothing to show.
    ui.expand_to_include_rect(ui.max_rect());
    let scenario = cx.scenario();
    match cx.bench.selection() {
        Selection::Nothing => nothing_ui(ui, cx),
        Selection::Project(id) => match scenario.projects.get(id) {
            Some(project) => project_ui(ui, cx, project),
            None => nothing_ui(ui, cx),
        },
        Selection::Park(id) => match scenario.parks.get(id) {
            Some(park) => park_ui(ui, cx, park),
            None => nothing_ui(ui, cx),
        },
        Selection::Finding(key) => match cx.bench.judgement().findings().find(|it| it.key() == *key) {
            Some(finding) => finding_ui(ui, cx, finding),
            None => nothing_ui(ui, cx),
        },
    }
}

fn nothing_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let rect = ui.available_rect_before_wrap().shrink(16.0);
    let place = Rect::from_min_size(rect.min, vec2(rect.width(), 96.0));
    shapes::dashed_rect(ui.painter(), place, RADIUS_ROW, cx.theme.edge_strong());
    let inner = place.shrink(12.0);
    let title = Rect::from_min_size(inner.min, vec2(inner.width(), 22.0));
    paragraph(ui.painter(), title, cx.say(words::SELECT_SOMETHING), Type::BodyBold, cx.theme.text1, 1);
    let more = Rect::from_min_max(pos2(inner.left(), title.bottom() + 4.0), inner.max);
    paragraph(ui.painter(), more, cx.say(words::SELECT_HINT), Type::Body, cx.theme.text2, 3);
}

/// A row over the whole width with a margin at both sides.
fn row(ui: &mut Ui, height: f32) -> Rect {
    let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    strip.shrink2(vec2(14.0, 0.0))
}

fn rule_off(ui: &mut Ui, cx: &Cx<'_>) {
    let strip = row(ui, 13.0).expand2(vec2(14.0, 0.0));
    ui.painter().hline(strip.x_range(), strip.center().y, cx.theme.edge());
}

fn section(ui: &mut Ui, cx: &Cx<'_>, title: &str, right: &str) {
    let rect = row(ui, 28.0);
    let shown = line(ui.painter(), rect, Align::Min, title, Type::CardTitle, cx.theme.text1);
    let rest = Rect::from_min_max(pos2(shown.rect.right() + SPACE_8, rect.top()), rect.max);
    line(ui.painter(), rest, Align::Max, right, Type::Small, cx.theme.text2);
}

/// A paragraph over the width, as high as its text.
fn words_row(ui: &mut Ui, cx: &Cx<'_>, words: &str, style: Type, colour: egui::Color32) {
    let _ = cx;
    let width = ui.available_width() - 28.0;
    let height = height_of(ui.painter(), words, style, width, 8);
    let rect = row(ui, height + 4.0);
    paragraph(ui.painter(), rect, words, style, colour, 8);
}

/// Seal, name over at most two lines, and a meta line.
fn head(ui: &mut Ui, cx: &Cx<'_>, industry: Option<&IndustryId>, name: &str, meta: &str) {
    let left = if industry.is_some() { 48.0 } else { 0.0 };
    let width = ui.available_width() - 28.0 - left;
    let height = height_of(ui.painter(), name, Type::CardTitle, width, 2);
    let meta_height = height_of(ui.painter(), meta, Type::Small, width, 2);
    let rect = row(ui, (height + meta_height + 26.0).max(62.0));
    if let Some(industry) = industry {
        let seal = Rect::from_min_size(pos2(rect.left(), rect.top() + 13.0), vec2(36.0, 36.0));
        paint_seal(ui.painter(), seal, &cx.seal(industry), cx.theme, cx.is_chinese());
    }
    let words = Rect::from_min_size(pos2(rect.left() + left, rect.top() + 11.0), vec2(width, height));
    paragraph(ui.painter(), words, name, Type::CardTitle, cx.theme.text1, 2);
    let place = Rect::from_min_size(pos2(words.left(), words.bottom() + 2.0), vec2(width, meta_height));
    paragraph(ui.painter(), place, meta, Type::Small, cx.theme.text2, 2);
}

/// A figure with its label and unit; `None` is missing.
struct Fact {
    label: Phrase,
    value: Option<String>,
    unit: &'static str,
}

fn facts_ui(ui: &mut Ui, cx: &Cx<'_>, facts: &[Fact]) {
    // English units are long: a unit is never cut.
    let columns = if cx.roomy || cx.is_chinese() { 3 } else { 2 };
    let share = if columns == 3 { 1.0 / 3.0 } else { 0.5 };
    for line_of_facts in facts.chunks(columns) {
        let rect = row(ui, if columns == 3 { 42.0 } else { 38.0 });
        let width = rect.width() * share;
        let mut left = rect.left();
        for fact in line_of_facts {
            let label = Rect::from_min_size(pos2(left, rect.top()), vec2(width - 6.0, 17.0));
            line(ui.painter(), label, Align::Min, cx.say(fact.label), Type::Small, cx.theme.text2);
            let place = Rect::from_min_size(pos2(left, rect.top() + 17.0), vec2(width - 4.0, 20.0));
            match &fact.value {
                Some(value) => {
                    let unit = format!(" {}", fact.unit);
                    let spans =
                        [Span::new(value, Type::Strong, cx.theme.text1), Span::new(&unit, Type::Small, cx.theme.text2)];
                    line_of(ui.painter(), place, Align::Min, &spans);
                }
                None => {
                    line(ui.painter(), place, Align::Min, cx.say(words::MISSING), Type::Small, cx.theme.text2);
                }
            }
            left += width;
        }
    }
}

fn project_facts(cx: &Cx<'_>, project: &Project) -> Vec<Fact> {
    let per_mu = |amount: Option<_>| amount.zip(project.land).and_then(|(amount, land)| figure::per_mu(amount, land));
    let wan = cx.say(words::WAN);
    let money = project.investment.map(figure::money);
    let (investment, unit) = match &money {
        Some(text) if cx.is_chinese() => match text.zh.split_once(' ') {
            Some((value, unit)) => (Some(value.to_owned()), if unit == "亿元" { "亿元" } else { "万元" }),
            None => (Some(text.zh.clone()), ""),
        },
        Some(_) => (project.investment.map(figure::million_figure), "CNY m"),
        None => (None, ""),
    };
    vec![
        Fact { label: words::INVESTMENT, value: investment, unit },
        Fact { label: words::LAND, value: project.land.map(figure::mu_figure), unit: cx.say(words::MU) },
        Fact { label: words::JOBS, value: project.jobs.map(figure::count), unit: cx.say(words::PERSONS) },
        Fact { label: words::INVESTMENT_PER_MU, value: per_mu(project.investment), unit: wan },
        Fact { label: words::OUTPUT_PER_MU, value: per_mu(project.output), unit: wan },
        Fact { label: words::TAX_PER_MU, value: per_mu(project.tax), unit: wan },
        Fact { label: words::POWER, value: project.power.map(figure::megawatts_figure), unit: "MW" },
        Fact { label: words::WASTE_WATER, value: project.waste_water.map(figure::flow_figure), unit: "t/d" },
        Fact { label: words::ENVIRONMENT, value: project.environment_class.map(|it| format!("{it:?}")), unit: "" },
    ]
}

fn project_ui(ui: &mut Ui, cx: &Cx<'_>, project: &Project) {
    let buttons_height = 52.0;
    let room = ui.available_height() - buttons_height;
    ScrollArea::vertical().id_salt(("inspector", project.id.as_str())).max_height(room).auto_shrink(false).show(
        ui,
        |ui| {
            let industry = i18n::finding::industry_name(cx.scenario(), &project.industry);
            let reporter = project.first_reporter.as_ref().and_then(|id| cx.scenario().units.get(id));
            let reporter = reporter.map(|it| format!("{} {}", cx.say(words::FIRST_REPORT), cx.tell(&it.name)));
            let day = project.first_report.map(|day| day.to_string());
            let meta = [Some(project.id.to_string()), Some(cx.tell(&industry).to_owned()), reporter, day];
            let meta = meta.into_iter().flatten().collect::<Vec<_>>().join(" · ");
            head(ui, cx, Some(&project.industry), cx.tell(&project.name), &meta);
            facts_ui(ui, cx, &project_facts(cx, project));
            let class = project.environment_class.map(|it| cx.say(term::environment_class(it)));
            let status = [cx.say(term::project_kind(project.kind)), cx.say(term::register_status(project.status))];
            let sign = if project.evidence.confidence >= Confidence::Assumed { Some("≈") } else { None };
            let meta: Vec<&str> = sign.into_iter().chain(status).chain(class).collect();
            words_row(ui, cx, &meta.join(" · "), Type::Small, cx.theme.text2);
            rule_off(ui, cx);
            standing_ui(ui, cx, project);
            section(ui, cx, cx.say(words::WHAT_IF), "");
            if let Some(held) = cx.previews(&project.id) {
                let mut parks: Vec<(&Park, &Preview)> = cx
                    .scenario()
                    .parks_in_order()
                    .into_iter()
                    .filter_map(|park| Some((park, held.previews.get(&park.id)?)))
                    .collect();
                parks.sort_by_key(|(_, preview)| (preview.outlook, fit_rank(&preview.fit)));
                for (park, preview) in parks {
                    preview_row_ui(ui, cx, project, park, preview);
                }
            }
            ui.add_space(SPACE_8);
        },
    );
    project_buttons_ui(ui, cx, &project.id);
}

/// Where the project stands now, and why that is not right, if it is not.
fn standing_ui(ui: &mut Ui, cx: &Cx<'_>, project: &Project) {
    let Some((park, _)) = cx.bench.judgement().facts().home(&project.id) else { return };
    let rect = row(ui, 26.0);
    let name = i18n::finding::park_name(cx.scenario(), park);
    let label = format!("{}  ", cx.say(words::IN_PARK));
    let spans =
        [Span::new(&label, Type::Body, cx.theme.text2), Span::new(cx.tell(&name), Type::BodyBold, cx.theme.text1)];
    let shown = line_of(ui.painter(), rect, Align::Min, &spans);
    if cx.scenario().pin(cx.bench.plan(), &project.id).is_some() {
        let at = pos2(shown.rect.right() + 8.0, rect.center().y - tag::TAG_HEIGHT / 2.0);
        tag::plain_tag(ui.painter(), at, cx.say(words::PINNED), cx.theme);
    }
    let guilty: Vec<&Finding> = cx
        .bench
        .judgement()
        .of_park(park)
        .iter()
        .filter(|it| it.state.is_notable())
        .filter(|it| it.members.iter().any(|member| member.item == Item::Project(project.id.clone())))
        .collect();
    for finding in guilty {
        finding_line_ui(ui, cx, finding);
    }
    rule_off(ui, cx);
}

/// A finding in a list of the inspector: state, rule, sentence; a click explains it.
fn finding_line_ui(ui: &mut Ui, cx: &Cx<'_>, finding: &Finding) {
    let title = cx.scenario().rules.get(&finding.rule).map(|it| cx.tell(&it.title).to_owned()).unwrap_or_default();
    let sentence = i18n::finding::sentence(cx.scenario(), finding);
    let words = format!("{title} · {}", cx.tell(&sentence));
    let width = ui.available_width() - 28.0 - 24.0;
    let height = height_of(ui.painter(), &words, Type::Small, width, 3);
    let rect = row(ui, height + 8.0);
    let response = ui.interact(rect, Id::unique(("inspector finding", format!("{:?}", finding.key()))), Sense::click());
    let spoken = format!("{} · {words}", cx.say(term::state(finding.state)));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &spoken));
    if response.hovered() {
        shapes::framed_rect(ui.painter(), rect.expand2(vec2(6.0, 0.0)), RADIUS_ROW, cx.theme.sunken, Stroke::NONE);
    }
    let mark = Rect::from_min_size(pos2(rect.left(), rect.top() + 4.0), vec2(16.0, 16.0));
    icon::paint(ui.painter(), Icon::of(signal(finding.state)), mark, cx.theme.tone(signal(finding.state)).ink);
    let place = Rect::from_min_max(pos2(mark.right() + SPACE_8, rect.top() + 4.0), rect.max);
    paragraph(ui.painter(), place, &words, Type::Small, cx.theme.text1, 3);
    if response.clicked() {
        cx.push(Command::Select(Selection::Finding(finding.key())));
    }
}

const fn fit_rank(fit: &Fit) -> u8 {
    match fit {
        Fit::Covered(Role::Leading) => 0,
        Fit::Covered(Role::Characteristic) => 1,
        Fit::Free(_) => 2,
        Fit::Outside => 3,
    }
}

fn preview_row_ui(ui: &mut Ui, cx: &Cx<'_>, project: &Project, park: &Park, preview: &Preview) {
    let theme = cx.theme;
    let rect = row(ui, 44.0).expand2(vec2(6.0, 0.0));
    let is_possible = !matches!(preview.outlook, Outlook::Here | Outlook::Refused);
    let response = ui.interact(rect, Id::unique(("what if", park.id.as_str())), Sense::click());
    if response.hovered() {
        shapes::framed_rect(ui.painter(), rect, RADIUS_ROW, theme.sunken, Stroke::NONE);
    }
    let inner = rect.shrink2(vec2(6.0, 3.0));
    let (shape, tone) = match preview.outlook {
        Outlook::Here => (Icon::Tick, Signal::Off),
        Outlook::Good => (Icon::Holds, Signal::Holds),
        Outlook::Watch => {
            let state = preview.effect.as_ref().and_then(|it| it.worst()).map_or(State::Near, |it| it.state);
            if state == State::Unknown { (Icon::Unknown, Signal::Unknown) } else { (Icon::Near, Signal::Near) }
        }
        Outlook::Breaks => (Icon::Broken, Signal::Broken),
        Outlook::Refused => (Icon::Lock, Signal::Vetoed),
    };
    let mark = Rect::from_min_size(pos2(inner.left(), inner.top() + 2.0), vec2(16.0, 16.0));
    icon::paint(ui.painter(), shape, mark, theme.tone(tone).ink);
    let left = mark.right() + SPACE_8;
    let fit = match &preview.fit {
        Fit::Covered(Role::Leading) => words::FIT_LEADING,
        Fit::Covered(Role::Characteristic) => words::FIT_CHARACTERISTIC,
        Fit::Free(_) => words::FIT_FREE,
        Fit::Outside => words::FIT_OUTSIDE,
    };
    let first = Rect::from_min_max(pos2(left, inner.top()), pos2(inner.right(), inner.top() + 19.0));
    let name = cx.tell(&park.short_name);
    let fit_words = cx.say(if preview.outlook == Outlook::Here { words::HERE } else { fit });
    let fit_width = width_of(ui.painter(), fit_words, Type::Small);
    line(
        ui.painter(),
        Rect::from_min_max(first.min, pos2(first.right() - fit_width - 8.0, first.bottom())),
        Align::Min,
        name,
        Type::BodyBold,
        theme.text1,
    );
    line(ui.painter(), first, Align::Max, fit_words, Type::Small, theme.text2);
    let second = Rect::from_min_max(pos2(left, first.bottom()), pos2(inner.right(), inner.bottom()));
    let worst = preview.effect.as_ref().and_then(|effect| effect.refusal().or_else(|| effect.worst()));
    let (sentence, ink) = match worst {
        Some(finding) => {
            let title =
                cx.scenario().rules.get(&finding.rule).map(|it| cx.tell(&it.title).to_owned()).unwrap_or_default();
            let sentence = i18n::finding::sentence(cx.scenario(), finding);
            let ink = if finding.state == State::Broken && preview.outlook >= Outlook::Breaks {
                theme.broken.ink
            } else {
                theme.text2
            };
            (format!("{title}：{}", cx.tell(&sentence)), ink)
        }
        None if preview.outlook == Outlook::Here => (String::new(), theme.text2),
        None => (cx.say(words::NO_NEW_PROBLEM).to_owned(), theme.holds.ink),
    };
    let sentence = if cx.is_chinese() { sentence } else { sentence.replacen('：', ": ", 1) };
    let spoken = format!("{} {name}: {fit_words}, {sentence}", cx.say(words::WHAT_IF));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, is_possible, &spoken));
    let shown = line(ui.painter(), second, Align::Min, &sentence, Type::Small, ink);
    if response.clicked() {
        cx.push(Command::Select(Selection::Park(park.id.clone())));
    }
    response.context_menu(|ui| {
        let name = format!("{} {name}", cx.say(words::PLACE_HERE));
        if ui.add_enabled(is_possible, egui::Button::new(name)).clicked() {
            cx.push(Command::Place { project: project.id.clone(), park: park.id.clone() });
        }
    });
    if shown.truncated {
        response.on_hover_text(&sentence);
    }
}

fn project_buttons_ui(ui: &mut Ui, cx: &Cx<'_>, project: &ProjectId) {
    let line_at = ui.cursor().top() + 2.0;
    ui.painter().hline(ui.max_rect().x_range(), line_at, cx.theme.edge());
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
        ui.add_space(14.0);
        let response = button_ui(ui, cx.theme, &Button::primary(cx.say(words::PLACE_IN)).trailing(Icon::ChevronDown));
        Popup::menu(&response).width(260.0).show(|ui| place_menu_ui(ui, cx, project));
        if cx.bench.judgement().facts().home(project).is_some() {
            let is_pinned = cx.scenario().pin(cx.bench.plan(), project).is_some();
            let words = cx.say(if is_pinned { words::UNPIN } else { words::PIN });
            if button_ui(ui, cx.theme, &Button::new(words).icon(Icon::Pin)).clicked() {
                cx.push(Command::PinOrUnpin(project.clone()));
            }
            if button_ui(ui, cx.theme, &Button::new(cx.say(words::BACK_TO_QUEUE))).clicked() {
                cx.push(Command::Unplace(project.clone()));
            }
        }
    });
}

fn park_ui(ui: &mut Ui, cx: &Cx<'_>, park: &Park) {
    ScrollArea::vertical().id_salt(("inspector", park.id.as_str())).auto_shrink(false).show(ui, |ui| {
        let unit = park.beneficiary_unit.as_ref().and_then(|id| cx.scenario().units.get(id));
        let unit = unit.map(|it| format!("受益 {} ", it.name.zh)).filter(|_| cx.is_chinese());
        let level = cx.say(term::park_level(park.level)).to_owned();
        let meta = [Some(level), unit].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        head(ui, cx, None, cx.tell(&park.name), &meta);
        park_findings_ui(ui, cx, &park.id);
        positions_ui(ui, cx, park);
        spare_ui(ui, cx, park);
        placed_ui(ui, cx, &park.id);
    });
}

fn park_findings_ui(ui: &mut Ui, cx: &Cx<'_>, park: &ParkId) {
    let findings: Vec<&Finding> =
        cx.bench.judgement().of_park(park).iter().filter(|it| it.state.is_notable()).collect();
    if findings.is_empty() {
        let rect = row(ui, 24.0);
        let mark = Rect::from_min_size(pos2(rect.left(), rect.center().y - 8.0), vec2(16.0, 16.0));
        icon::paint(ui.painter(), Icon::Holds, mark, cx.theme.holds.ink);
        let words = Rect::from_min_max(pos2(mark.right() + SPACE_8, rect.top()), rect.max);
        line(ui.painter(), words, Align::Min, cx.say(words::NO_FINDINGS), Type::Body, cx.theme.text2);
    }
    for finding in findings {
        finding_line_ui(ui, cx, finding);
    }
    rule_off(ui, cx);
}

fn positions_ui(ui: &mut Ui, cx: &Cx<'_>, park: &Park) {
    let Some(facts) = cx.bench.judgement().facts().park(&park.id) else { return };
    let slots = crate::rules::slots::of(cx.scenario(), park, facts);
    let role =
        |role| if cx.roomy || cx.is_chinese() { cx.say(term::role(role)) } else { cx.say(term::role_short(role)) };
    let counts: Vec<String> = slots
        .iter()
        .map(|it| {
            format!("{} {} / {}", role(it.role), it.count, it.cap.map_or_else(|| "–".to_owned(), |cap| cap.to_string()))
        })
        .collect();
    section(ui, cx, cx.say(words::POSITIONS), &counts.join(" · "));
    for position in &facts.positions {
        position_row_ui(ui, cx, position);
    }
    rule_off(ui, cx);
}

fn position_row_ui(ui: &mut Ui, cx: &Cx<'_>, position: &Position) {
    let rect = row(ui, 38.0);
    if let Some(industry) = position.industries.first() {
        let seal = Rect::from_min_size(pos2(rect.left(), rect.top() + 4.0), vec2(22.0, 22.0));
        paint_seal(ui.painter(), seal, &cx.seal(industry), cx.theme, cx.is_chinese());
    }
    let may_change = cx.scenario().may_change(cx.bench.plan());
    let button = Rect::from_center_size(pos2(rect.right() - 12.0, rect.top() + 15.0), vec2(24.0, 24.0));
    let name = format!("{} {}", cx.say(words::WITHDRAW), cx.tell(&position.name));
    let withdraw = Button::quiet(Icon::Close, &name).small().enabled(may_change);
    let id = Id::unique(("withdraw", position.id.as_str()));
    if crate::ui::widgets::button::button_at_ui(ui, cx.theme, button, id, &withdraw).clicked() {
        cx.push(Command::WithdrawPosition(position.id.clone()));
    }
    let left = rect.left() + 30.0;
    let first = Rect::from_min_max(pos2(left, rect.top()), pos2(button.left() - 4.0, rect.top() + 18.0));
    let is_assumed = position.evidence.confidence >= Confidence::Assumed;
    let role = format!("{}  ", cx.say(term::role_short(position.role)));
    let sign = if is_assumed { " ≈" } else { "" };
    let spans = [
        Span::new(&role, Type::Small, cx.theme.text2),
        Span::new(cx.tell(&position.name), Type::BodyBold, cx.theme.text1),
        Span::new(sign, Type::Small, cx.theme.text2),
    ];
    line_of(ui.painter(), first, Align::Min, &spans);
    let is_added = !cx.scenario().positions.contains(&position.id);
    let names: Vec<String> = position
        .industries
        .iter()
        .map(|id| cx.tell(&i18n::finding::industry_name(cx.scenario(), id)).to_owned())
        .chain(is_added.then(|| cx.say(words::BY_THIS_PLAN).to_owned()))
        .collect();
    let joint = if cx.is_chinese() { "、" } else { ", " };
    let second = Rect::from_min_max(pos2(left, first.bottom()), pos2(rect.right(), rect.bottom()));
    let words = names.join(joint);
    if line(ui.painter(), second, Align::Min, &words, Type::Small, cx.theme.text2).truncated {
        ui.interact(second, Id::unique(("position words", position.id.as_str())), Sense::hover()).on_hover_text(words);
    }
}

/// Name of a facility, or its id.
fn facility_name(cx: &Cx<'_>, id: &FacilityId) -> String {
    term::facility(id.as_str()).map_or_else(|| id.to_string(), |phrase| cx.say(phrase).to_owned())
}

/// A label at the left, a value at the right.
fn pair(ui: &mut Ui, cx: &Cx<'_>, label: &str, value: Option<&str>) {
    let rect = row(ui, 22.0);
    line(ui.painter(), rect, Align::Min, label, Type::Body, cx.theme.text2);
    let (value, style) = value.map_or((cx.say(words::MISSING), Type::Small), |value| (value, Type::BodyBold));
    line(
        ui.painter(),
        Rect::from_min_max(pos2(rect.left() + 96.0, rect.top()), rect.max),
        Align::Max,
        value,
        style,
        cx.theme.text1,
    );
}

fn spare_ui(ui: &mut Ui, cx: &Cx<'_>, park: &Park) {
    let confidence = cx.scenario().confidence("parks", park.id.as_str(), "capacities", &park.evidence);
    section(ui, cx, cx.say(words::SPARE), cx.say(term::confidence(confidence)));
    let sign = if confidence >= Confidence::Assumed { "≈" } else { "" };
    let c = &park.capacities;
    let tell = |text: Text| format!("{sign}{}", cx.tell(&text));
    let plain = |figure: String, unit: &str| format!("{sign}{} {unit}", figure::grouped(&figure));
    let used = cx.bench.judgement().facts().park(&park.id).map(|it| it.land.plus(it.reserved_land)).unwrap_or_default();
    let land = c.net_land.map(|land| {
        let left = figure::mu(land.minus(used));
        let whole = tell(figure::mu(land));
        if cx.is_chinese() { format!("{whole}，余 {}", left.zh) } else { format!("{whole}, {} left", left.en) }
    });
    let rows = [
        (words::LAND, land),
        (words::LARGEST_PLOT, c.largest_plot.map(|it| tell(figure::mu(it)))),
        (words::PLANT_FLOOR, c.plant_floor.map(|it| tell(figure::floor(it)))),
        (words::POWER, c.power.map(|it| plain(it.plain(), "MW"))),
        (words::SEWAGE, c.sewage.map(|it| plain(it.plain(), "t/d"))),
        (words::WATER, c.water.map(|it| plain(it.plain(), "t/d"))),
        (words::ENERGY, c.energy_quota.map(|it| plain(it.plain(), "tce"))),
        (words::CHEMICAL_PARK, park.chemical_park.map(|it| cx.say(term::chemical_status_short(it)).to_owned())),
    ];
    for (label, value) in rows {
        pair(ui, cx, cx.say(label), value.as_deref());
    }
    let facilities = park.facilities.as_ref().map(|list| {
        if list.is_empty() {
            "–".to_owned()
        } else {
            list.iter().map(|id| facility_name(cx, id)).collect::<Vec<_>>().join(if cx.is_chinese() {
                "、"
            } else {
                ", "
            })
        }
    });
    pair(ui, cx, cx.say(words::FACILITIES), None.or(facilities.as_deref().map(|_| "")));
    if let Some(facilities) = facilities {
        words_row(ui, cx, &facilities, Type::Small, cx.theme.text1);
    }
    rule_off(ui, cx);
}

fn placed_ui(ui: &mut Ui, cx: &Cx<'_>, park: &ParkId) {
    let Some(facts) = cx.bench.judgement().facts().park(park) else { return };
    section(ui, cx, cx.say(words::PROJECTS), &facts.placed.len().to_string());
    if facts.placed.is_empty() {
        words_row(ui, cx, cx.say(words::DROP_HERE), Type::Body, cx.theme.text2);
    }
    for project in facts.newest_first() {
        member_ui(ui, cx, &Item::Project(project.id.clone()), None);
    }
    ui.add_space(SPACE_12);
}

/// A project, position or enterprise with its part; a click on a project selects it.
fn member_ui(ui: &mut Ui, cx: &Cx<'_>, item: &Item, part: Option<Part>) {
    let rect = row(ui, 30.0);
    let response = ui.interact(rect, Id::unique(("member", item.kind(), item.id())), Sense::click());
    let name = i18n::finding::item_name(cx.scenario(), item);
    let name = match item {
        Item::Project(id) => format!("{id} {}", cx.tell(&name)),
        Item::Position(_) | Item::Enterprise(_) => cx.tell(&name).to_owned(),
    };
    let spoken = part.map_or_else(|| name.clone(), |part| format!("{} · {name}", cx.say(term::part(part))));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &spoken));
    if response.hovered() {
        shapes::framed_rect(ui.painter(), rect.expand2(vec2(6.0, 0.0)), RADIUS_ROW, cx.theme.sunken, Stroke::NONE);
    }
    let mut left = rect.left();
    if let Some(industry) = industry_of(cx, item) {
        let seal = Rect::from_min_size(pos2(left, rect.center().y - 11.0), vec2(22.0, 22.0));
        paint_seal(ui.painter(), seal, &cx.seal(&industry), cx.theme, cx.is_chinese());
        left = seal.right() + SPACE_8;
    }
    let mut right = rect.right();
    if let Some(part) = part {
        let words = cx.say(term::part(part));
        let weight = if part == Part::Cause { TagWeight::Filled } else { TagWeight::Outlined };
        let width = tag::state_tag_width(ui.painter(), words, weight);
        right -= width;
        tag::state_tag(
            ui.painter(),
            pos2(right, rect.center().y - tag::TAG_HEIGHT / 2.0),
            Signal::Broken,
            words,
            weight,
            cx.theme,
        );
        right -= SPACE_6;
    }
    let place = Rect::from_min_max(pos2(left, rect.top()), pos2(right, rect.bottom()));
    let shown = line(ui.painter(), place, Align::Min, &name, Type::Body, cx.theme.text1);
    if response.clicked()
        && let Item::Project(id) = item
    {
        cx.push(Command::Select(Selection::Project(id.clone())));
    }
    if shown.truncated {
        response.on_hover_text(name);
    }
}

fn finding_ui(ui: &mut Ui, cx: &Cx<'_>, finding: &Finding) {
    let buttons_height = 52.0;
    let room = ui.available_height() - buttons_height;
    let key = finding.key();
    ScrollArea::vertical().id_salt(("inspector", format!("{key:?}"))).max_height(room).auto_shrink(false).show(
        ui,
        |ui| {
            finding_head_ui(ui, cx, finding);
            counted_ui(ui, cx, finding);
            if !finding.members.is_empty() {
                section(ui, cx, cx.say(words::MEMBERS), "");
                for member in &finding.members {
                    member_ui(ui, cx, &member.item, Some(member.part));
                }
                rule_off(ui, cx);
            }
            clause_ui(ui, cx, finding);
            what_now_ui(ui, cx, finding);
        },
    );
    finding_buttons_ui(ui, cx, finding, &key);
}

fn finding_head_ui(ui: &mut Ui, cx: &Cx<'_>, finding: &Finding) {
    let tone = cx.theme.tone(signal(finding.state));
    let rule = cx.scenario().rules.get(&finding.rule);
    let badge = i18n::finding::badge(finding);
    let title =
        format!("{} · {}", rule.map(|it| cx.tell(&it.title)).unwrap_or_default(), cx.say(term::state(finding.state)));
    let park = finding.park.as_ref().map(|park| i18n::finding::park_name(cx.scenario(), park)).unwrap_or_default();
    let meta =
        format!("{} · {} · {}", cx.tell(&park), cx.say(term::level(finding.level)), cx.say(term::mode(finding.mode)));
    let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), 64.0), Sense::hover());
    ui.painter().rect_filled(strip, 0.0, tone.soft);
    let mark = Rect::from_min_size(pos2(strip.left() + 14.0, strip.top() + 16.0), vec2(30.0, 30.0));
    icon::paint(ui.painter(), Icon::of(signal(finding.state)), mark, tone.ink);
    let first = Rect::from_min_max(
        pos2(mark.right() + 10.0, strip.top() + 11.0),
        pos2(strip.right() - 12.0, strip.top() + 33.0),
    );
    let heading = if matches!(finding.detail, Detail::Cap { .. } | Detail::Carried { .. } | Detail::Land { .. }) {
        cx.tell(&badge).to_owned()
    } else {
        title
    };
    line(ui.painter(), first, Align::Min, &heading, Type::CardTitle, tone.ink);
    let second = Rect::from_min_max(pos2(first.left(), first.bottom()), pos2(first.right(), first.bottom() + 18.0));
    line(ui.painter(), second, Align::Min, &meta, Type::Small, cx.theme.text2);
    ui.add_space(SPACE_8);
    let sentence = i18n::finding::sentence(cx.scenario(), finding);
    words_row(ui, cx, cx.tell(&sentence), Type::Body, cx.theme.text1);
    rule_off(ui, cx);
}

/// The industries that a park carries, one by one, with the line of the limit.
fn counted_ui(ui: &mut Ui, cx: &Cx<'_>, finding: &Finding) {
    let facts = finding.park.as_ref().and_then(|park| cx.bench.judgement().facts().park(park));
    let Some(facts) = facts else { return };
    let (positions, uncovered, limit): (Vec<&Position>, &[IndustryId], u32) = match &finding.detail {
        Detail::Carried { uncovered, limit, .. } => (facts.positions.iter().collect(), uncovered, *limit),
        Detail::Cap { role, cap, .. } => (facts.positions.iter().filter(|it| it.role == *role).collect(), &[], *cap),
        Detail::Nothing
        | Detail::Land { .. }
        | Detail::Chemical { .. }
        | Detail::Stream { .. }
        | Detail::Pinned { .. }
        | Detail::Designation { .. } => return,
    };
    section(ui, cx, cx.say(words::HOW_COUNTED), "");
    let designated =
        positions.into_iter().map(|it| (it.industries.first().cloned(), it.name.clone(), cx.say(term::role(it.role))));
    let outside = uncovered
        .iter()
        .map(|id| (Some(id.clone()), i18n::finding::industry_name(cx.scenario(), id), cx.say(words::OUTSIDE)));
    for (number, (industry, name, what)) in (1_u32..).zip(designated.chain(outside)) {
        let is_over = number > limit;
        if number == limit.saturating_add(1) {
            let rect = row(ui, 14.0);
            let words = format!("{} {limit}", cx.say(words::LIMIT));
            let width = width_of(ui.painter(), &words, Type::SmallBold);
            let ink = cx.theme.broken.ink;
            ui.painter().hline(rect.left()..=rect.right() - width - 8.0, rect.center().y, Stroke::new(2.0, ink));
            line(ui.painter(), rect, Align::Max, &words, Type::SmallBold, ink);
        }
        let rect = row(ui, 26.0);
        let ink = if is_over { cx.theme.broken.ink } else { cx.theme.text1 };
        let place = Rect::from_min_size(rect.min, vec2(18.0, rect.height()));
        line(
            ui.painter(),
            place,
            Align::Min,
            &number.to_string(),
            Type::Body,
            if is_over { ink } else { cx.theme.text2 },
        );
        let mut left = place.right() + SPACE_4;
        if let Some(industry) = industry {
            let seal = Rect::from_min_size(pos2(left, rect.center().y - 9.0), vec2(18.0, 18.0));
            paint_seal(ui.painter(), seal, &cx.seal(&industry), cx.theme, cx.is_chinese());
            left = seal.right() + SPACE_8;
        }
        let width = width_of(ui.painter(), what, Type::Small);
        let words = Rect::from_min_max(pos2(left, rect.top()), pos2(rect.right() - width - 8.0, rect.bottom()));
        let style = if is_over { Type::BodyBold } else { Type::Body };
        line(ui.painter(), words, Align::Min, cx.tell(&name), style, ink);
        line(ui.painter(), rect, Align::Max, what, Type::Small, cx.theme.text2);
    }
    rule_off(ui, cx);
}

fn clause_ui(ui: &mut Ui, cx: &Cx<'_>, finding: &Finding) {
    let Some(rule) = cx.scenario().rules.get(&finding.rule) else { return };
    section(ui, cx, cx.say(words::CLAUSE), "");
    words_row(ui, cx, cx.tell(&rule.clause), Type::Body, cx.theme.text1);
    let document = rule.document.as_ref().and_then(|id| cx.scenario().documents.get(id));
    if let Some(document) = document {
        words_row(ui, cx, cx.tell(&document.title), Type::Small, cx.theme.text2);
    }
    let source = format!("{}: {}", cx.say(words::SOURCE), cx.tell(&rule.source));
    words_row(ui, cx, &source, Type::Small, cx.theme.text2);
    rule_off(ui, cx);
}

fn what_now_ui(ui: &mut Ui, cx: &Cx<'_>, finding: &Finding) {
    let mut lines: Vec<(Signal, String)> = Vec::new();
    match finding.state {
        State::Broken => {
            lines.push(match finding.mode {
                Mode::Block => (Signal::Vetoed, cx.say(words::IS_BLOCKED).to_owned()),
                Mode::NeedsWaiver => (Signal::Broken, cx.say(words::NO_APPROVAL).to_owned()),
                Mode::Warn | Mode::Off => (Signal::Near, cx.say(words::IS_WARNING).to_owned()),
            });
            lines.push((Signal::Holds, cx.say(words::MAY_SAVE).to_owned()));
        }
        State::Unknown => lines.push((Signal::Unknown, cx.say(words::IS_UNKNOWN).to_owned())),
        State::Waived => lines.extend(waiver_words(cx, finding).map(|words| (Signal::Waived, words))),
        State::Near | State::Holds | State::Off | State::NotApplicable => {}
    }
    lines.extend(i18n::finding::cure(finding).map(|cure| (Signal::Holds, cx.say(cure).to_owned())));
    if lines.is_empty() {
        return;
    }
    section(ui, cx, cx.say(words::WHAT_NOW), "");
    for (tone, words) in lines {
        let width = ui.available_width() - 28.0 - 24.0;
        let height = height_of(ui.painter(), &words, Type::Body, width, 4);
        let rect = row(ui, height + 6.0);
        let mark = Rect::from_min_size(pos2(rect.left(), rect.top() + 2.0), vec2(16.0, 16.0));
        let shape = if tone == Signal::Holds { Icon::ArrowRight } else { Icon::of(tone) };
        icon::paint(ui.painter(), shape, mark, cx.theme.tone(tone).ink);
        paragraph(
            ui.painter(),
            Rect::from_min_max(pos2(mark.right() + 8.0, rect.top()), rect.max),
            &words,
            Type::Body,
            cx.theme.text1,
            4,
        );
    }
    ui.add_space(SPACE_12);
}

fn waiver_words(cx: &Cx<'_>, finding: &Finding) -> Option<String> {
    let key = (cx.bench.plan().clone(), finding.rule.clone(), finding.park.clone()?, finding.subject.clone());
    let waiver = cx.scenario().waivers.get(&key)?;
    Some(format!("{} {} · {} · {}", cx.say(words::WAIVED_UNTIL), waiver.expires, waiver.authority, waiver.reason))
}

fn finding_buttons_ui(ui: &mut Ui, cx: &Cx<'_>, finding: &Finding, key: &FindingKey) {
    let line_at = ui.cursor().top() + 2.0;
    ui.painter().hline(ui.max_rect().x_range(), line_at, cx.theme.edge());
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
        ui.add_space(14.0);
        if let Some(project) =
            first_project(finding).filter(|_| matches!(finding.state, State::Broken | State::Unknown))
        {
            let words = format!("{project} {}", cx.say(words::PLACE_IN));
            let response = button_ui(ui, cx.theme, &Button::primary(&words).trailing(Icon::ChevronDown));
            Popup::menu(&response).width(260.0).show(|ui| place_menu_ui(ui, cx, project));
        }
        if let Some(park) = &key.2 {
            let name = i18n::finding::park_name(cx.scenario(), park);
            if button_ui(ui, cx.theme, &Button::new(cx.tell(&name)).icon(Icon::Park)).clicked() {
                cx.push(Command::Select(Selection::Park(park.clone())));
            }
        }
    });
}
