//! The page of a project: its figures, where it stands, what every park would say.

use super::parts::{FOOT, Fact, facts_of_ui, finding_line_ui, foot_ui, head, row, rule_off, section, words_row};
use crate::i18n::{self, figure, term, words};
use crate::model::evidence::Confidence;
use crate::model::id::ProjectId;
use crate::model::park::{Park, Role};
use crate::model::project::Project;
use crate::rules::finding::{Finding, Item, State};
use crate::ui::cx::Cx;
use crate::ui::origin::Of;
use crate::ui::panels::board::place_menu_ui;
use crate::ui::theme::{RADIUS_ROW, SPACE_8, Signal, Type};
use crate::ui::widgets::button::{Button, Emphasis, button_ui};
use crate::ui::widgets::icon::{self, Icon};
use crate::ui::widgets::shapes;
use crate::ui::widgets::tag::{self};
use crate::ui::widgets::text::{Span, line, line_of, width_of};
use crate::workbench::Selection;
use crate::workbench::command::Command;
use crate::workbench::held::{Fit, Outlook, Preview};
use egui::{Align, Id, Popup, Rect, ScrollArea, Sense, Stroke, Ui, pos2, vec2};

/// Parks that are listed at most with what they would say, the best first.
const MOST_PARKS: usize = 24;

/// Draws the page.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, project: &Project) {
    let room = ui.available_height() - FOOT;
    ScrollArea::vertical().id_salt(("inspector", project.id.as_str())).max_height(room).auto_shrink(false).show(
        ui,
        |ui| {
            // Figures as the plan takes them; each tells whether the plan or a source has it.
            let project = cx.world().projects.get(&project.id).map_or(project, AsRef::as_ref);
            let industry = i18n::finding::industry_name(cx.scenario(), &project.industry);
            let reporter = project.first_reporter.as_ref().and_then(|id| cx.scenario().units.get(id));
            let reporter = reporter.map(|it| format!("{} {}", cx.say(words::FIRST_REPORT), cx.tell(&it.name)));
            let day = project.first_report.map(|day| day.to_string());
            let meta = [Some(project.id.to_string()), Some(cx.tell(&industry).to_owned()), reporter, day];
            let meta = meta.into_iter().flatten().collect::<Vec<_>>().join(" · ");
            head(ui, cx, Some(&project.industry), cx.tell(&project.name), &meta);
            let of = Of::Project(project.id.clone());
            facts_of_ui(ui, cx, &project_facts(cx, project), Some((&of, &FIELDS)));
            let class = project.environment_class.map(|it| cx.say(term::environment_class(it)));
            let status = [cx.say(term::project_kind(project.kind)), cx.say(term::register_status(project.status))];
            let sign = if project.evidence.confidence >= Confidence::Assumed { Some("≈") } else { None };
            let meta: Vec<&str> = sign.into_iter().chain(status).chain(class).collect();
            words_row(ui, cx, &meta.join(" · "), Type::Small, cx.theme.text2);
            rule_off(ui, cx);
            standing_ui(ui, cx, project);
            super::plan::project_parts_ui(ui, cx, project);
            super::steps::project_ui(ui, cx, &project.id);
            rule_off(ui, cx);
            section(ui, cx, cx.say(words::WHAT_IF), "");
            if let Some(held) = cx.previews(&project.id).filter(|held| held.previews.is_complete()) {
                let mut parks: Vec<(&Park, &Preview)> = cx
                    .scenario()
                    .parks_in_order()
                    .into_iter()
                    .filter_map(|park| Some((park, held.previews.get(&park.id)?)))
                    .collect();
                parks.sort_by_key(|(_, preview)| (preview.outlook, fit_rank(&preview.fit)));
                let hidden = parks.len().saturating_sub(MOST_PARKS);
                for (park, preview) in parks.into_iter().take(MOST_PARKS) {
                    preview_row_ui(ui, cx, project, park, preview);
                }
                if hidden > 0 {
                    let words = if cx.is_chinese() {
                        format!("其余 {hidden} 园见看板")
                    } else {
                        format!("{hidden} more parks on the board")
                    };
                    words_row(ui, cx, &words, Type::Small, cx.theme.text2);
                }
            }
            ui.add_space(SPACE_8);
        },
    );
    project_buttons_ui(ui, cx, &project.id);
}

/// Field in the file of each of the figures, that of the amount for a ratio.
const FIELDS: [&str; 9] =
    ["investment", "land", "jobs", "investment", "output", "tax", "power", "waste_water", "environment_class"];

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
    let barred = preview.refusal(cx.world()).filter(|_| preview.barred.is_some());
    let (sentence, ink) = match worst {
        _ if barred.is_some() => (barred.map(|it| cx.tell(&it).to_owned()).unwrap_or_default(), theme.text1),
        Some(finding) => {
            let title =
                cx.scenario().rules.get(&finding.rule).map(|it| cx.tell(&it.title).to_owned()).unwrap_or_default();
            let sentence = i18n::finding::sentence(cx.world(), finding);
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
    foot_ui(ui, cx, |ui| {
        let response = button_ui(ui, cx.theme, &Button::primary(cx.say(words::PLACE_IN)).trailing(Icon::ChevronDown));
        Popup::menu(&response).width(260.0).show(|ui| place_menu_ui(ui, cx, std::slice::from_ref(project)));
        if cx.bench.judgement().facts().home(project).is_some() {
            let is_pinned = cx.scenario().pin(cx.bench.plan(), project).is_some();
            let words = cx.say(if is_pinned { words::UNPIN } else { words::PIN });
            let pin = if cx.roomy { Button::new(words).icon(Icon::Pin) } else { Button::quiet(Icon::Pin, words) };
            let pin = pin.emphasis(Emphasis::Secondary);
            if button_ui(ui, cx.theme, &pin).clicked() {
                cx.push(Command::PinOrUnpin(project.clone()));
            }
            if button_ui(ui, cx.theme, &Button::new(cx.say(words::BACK_TO_QUEUE))).clicked() {
                cx.push(Command::Unplace(project.clone()));
            }
        }
    });
}
