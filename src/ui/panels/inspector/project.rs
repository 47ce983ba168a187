//! The page of a project: its figures, where it stands, which parks are recommended.

use super::parts::{FOOT, Fact, facts_of_ui, finding_line_ui, foot_ui, head, meta_of, row, rule_off, words_row};
use crate::evaluate::verdict::Verdict;
use crate::i18n::{self, figure, term, words};
use crate::model::evidence::Confidence;
use crate::model::id::ProjectId;
use crate::model::project::Project;
use crate::rules::finding::{Finding, Item};
use crate::ui::cx::Cx;
use crate::ui::origin::Of;
use crate::ui::panels::board::place_menu_ui;
use crate::ui::theme::{SPACE_8, Type};
use crate::ui::widgets::button::{Button, Emphasis, button_ui};
use crate::ui::widgets::icon::Icon;
use crate::ui::widgets::tag::{self};
use crate::ui::widgets::text::{Span, line_of};
use crate::workbench::command::Command;
use egui::{Align, Popup, ScrollArea, Ui, pos2};

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
            let what = format!("{} · {}", project.id, cx.tell(&industry));
            let report = reporter.into_iter().chain(day).collect::<Vec<_>>();
            let report = report.join(if cx.is_chinese() { " · " } else { ", " });
            let meta = if report.is_empty() { what } else { meta_of(ui, &what, &report) };
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
            if let Some(held) = cx.previews(&project.id).filter(|held| held.previews.is_complete()) {
                super::ranking::ui(ui, cx, project, &held);
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
    let (investment, unit) = project.investment.map(figure::money_figure).unzip();
    let unit = unit.map_or("", |it| cx.say(it));
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

/// The brief name of the park that suits a waiting project best, where it may go there.
fn best_park(cx: &Cx<'_>, project: &ProjectId) -> Option<String> {
    if cx.bench.judgement().facts().home(project).is_some() || !cx.scenario().may_change(cx.bench.plan()) {
        return None;
    }
    let held = cx.previews(project).filter(|held| held.previews.is_complete())?;
    let best = held.previews.ranking().first().filter(|it| it.judged.verdict != Verdict::Vetoed)?;
    cx.scenario().parks.get(&best.park).map(|park| cx.brief_name(park))
}

fn project_buttons_ui(ui: &mut Ui, cx: &Cx<'_>, project: &ProjectId) {
    foot_ui(ui, cx, |ui| {
        let best = best_park(cx, project);
        if let Some(name) = &best {
            let name = format!("{} {name}", cx.say(words::PLACE_AT));
            if button_ui(ui, cx.theme, &Button::primary(&name).hover(cx.say(words::PLACE_AT_BEST))).clicked() {
                cx.push(Command::PlaceAtBest(vec![project.clone()]));
            }
        }
        let button = Button::new(cx.say(words::PLACE_IN)).trailing(Icon::ChevronDown);
        let button = if best.is_none() { button.emphasis(Emphasis::Primary) } else { button };
        let response = button_ui(ui, cx.theme, &button);
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
