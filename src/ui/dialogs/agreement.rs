//! Would another school of method decide otherwise? Their ranks beside the ranking of a project, and what the values
//! themselves say of weights.

use egui::{Align, Context, ScrollArea, Ui};

use super::{
    columns::{Cell, Column, head_ui, told_row_ui},
    form::{label_ui, marked_ui},
    heading, modal, sheet_height, sheet_width,
};
use crate::{
    advise::{
        agreement::{self, Agreement, Opinion, School},
        ranking::{self, Ranked},
    },
    i18n::{self, agreement as say, criterion, figure, words},
    model::{
        id::{ParkId, ProjectId},
        text::Text,
    },
    ui::{
        cx::Cx,
        theme::{Lettering, SPACE_4, SPACE_8, SPACE_12, SPACE_16, Signal, Type},
        widgets::{
            button::{Button, button_ui},
            icon::Icon,
        },
    },
};

/// Height of a row, in points.
const ROW: f32 = 26.0;
/// Park, place, score, and a column for each school.
const RANKS: [Column; 6] = [
    (26.0, Align::Min),
    (10.0, Align::Max),
    (10.0, Align::Max),
    (18.0, Align::Max),
    (18.0, Align::Max),
    (18.0, Align::Max),
];
/// Criterion, weight in force, entropy weight, CRITIC weight.
const WEIGHTS: [Column; 4] = [(40.0, Align::Min), (20.0, Align::Max), (20.0, Align::Max), (20.0, Align::Max)];

/// What is told of a project in a state of the document.
struct Told {
    ranking: Vec<Ranked>,
    agreement: Option<Agreement>,
}

/// The sheet between frames.
pub struct AgreementSheet {
    project: ProjectId,
    /// What is told, with the state of the document that it was worked out for.
    kept: Option<(u64, Told)>,
}

impl AgreementSheet {
    /// The sheet of `project`.
    pub const fn new(project: ProjectId) -> Self {
        Self { project, kept: None }
    }

    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        let generation = cx.bench.generation();
        if self.kept.as_ref().is_none_or(|(of, _)| *of != generation) {
            self.kept = told(cx, &self.project).map(|told| (generation, told));
        }
        let Some((_, told)) = &self.kept else { return false };
        let mut is_closed = false;
        let modal = modal(cx, "agreement").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 820.0));
            let project = i18n::finding::project_name(cx.scenario(), &self.project);
            heading(ui, &format!("{} · {}", cx.say(say::TITLE), cx.tell(&project)));
            match &told.agreement {
                None => marked_ui(ui, cx, (Icon::Info, Signal::Unknown), cx.say(say::NOTHING)),
                Some(agreement) => {
                    let height = sheet_height(ui, 860.0);
                    ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
                        ui.set_width(ui.available_width() - SPACE_12);
                        agreement_ui(ui, cx, agreement, &told.ranking);
                    });
                }
            }
            ui.add_space(SPACE_12);
            is_closed = button_ui(ui, cx.theme, &Button::primary(cx.say(words::CLOSE)).keys("Esc")).clicked();
        });
        !is_closed && !modal.should_close()
    }
}

/// What is told of `project` in the plan that is shown; `None` when there is no such project.
fn told(cx: &Cx<'_>, project: &ProjectId) -> Option<Told> {
    let ranking = ranking::of(cx.bench.judgement(), cx.scenario().projects.get(project)?);
    let agreement = agreement::of(cx.bench.judgement(), &ranking);
    Some(Told { ranking, agreement })
}

fn agreement_ui(ui: &mut Ui, cx: &Cx<'_>, agreement: &Agreement, ranking: &[Ranked]) {
    let name = |park: &ParkId| i18n::finding::park_name(cx.scenario(), park);
    ui.spacing_mut().item_spacing.y = SPACE_4;
    label_ui(ui, cx, cx.say(say::PURPOSE));
    match ranking.first() {
        Some(first) if !agreement.opinions.is_empty() => {
            let mark =
                if agreement.is_method_dependent { (Icon::Near, Signal::Near) } else { (Icon::Holds, Signal::Holds) };
            marked_ui(ui, cx, mark, cx.tell(&say::flag(agreement, &name(&first.park))));
        }
        Some(_) | None => marked_ui(ui, cx, (Icon::Info, Signal::Unknown), cx.say(say::ALL_ALIKE)),
    }
    for opinion in &agreement.opinions {
        let first: Vec<Text> = opinion.first.iter().map(name).collect();
        marked_ui(ui, cx, (Icon::Compare, Signal::Unknown), cx.tell(&say::opinion(opinion, &first)));
    }
    ui.add_space(SPACE_8);
    ranks_ui(ui, cx, &agreement.opinions, ranking);
    ui.add_space(SPACE_16);
    ui.label(egui::RichText::new(cx.say(say::WEIGHTS)).font(Type::Strong.font()));
    label_ui(ui, cx, cx.say(say::DIAGNOSIS));
    weights_ui(ui, cx, agreement);
}

/// The ranks of the schools, park by park in the order of the ranking.
fn ranks_ui(ui: &mut Ui, cx: &Cx<'_>, opinions: &[Opinion], ranking: &[Ranked]) {
    let Some(compared) = opinions.first().map(|it| it.ranks.len()) else { return };
    let schools: Vec<&str> = opinions.iter().map(|it| cx.say(say::column(it.school))).collect();
    let heads: Vec<&str> =
        [words::PARK, say::RANK, say::SCORE].map(|it| cx.say(it)).into_iter().chain(schools).collect();
    ui.spacing_mut().item_spacing.y = 0.0;
    head_ui(ui, cx, &RANKS, &heads);
    for at in 0..compared {
        let Some(park) = opinions.first().and_then(|it| it.ranks.get(at)).map(|(park, _)| park) else { continue };
        let Some(ranked) = ranking.iter().find(|it| it.park == *park) else { continue };
        let name = cx.tell(&i18n::finding::park_name(cx.scenario(), park)).to_owned();
        let rank = |opinion: &Opinion| {
            let rank = opinion.ranks.get(at).map_or_else(|| figure::NONE.to_owned(), |(_, rank)| rank.to_string());
            let is_in_set = opinion.school == School::Vikor && opinion.first.contains(park);
            if is_in_set { format!("{rank} {}", cx.say(say::IN_SET)) } else { rank }
        };
        let figures = [name, ranked.rank.to_string(), figure::whole(ranked.total())];
        let cells: Vec<String> = figures.into_iter().chain(opinions.iter().map(rank)).collect();
        cells_ui(ui, cx, &RANKS, &heads, &cells, at == 0);
    }
    ui.spacing_mut().item_spacing.y = SPACE_4;
    if opinions.iter().any(|it| it.school == School::Vikor) {
        label_ui(ui, cx, cx.say(say::SET));
    }
    if compared < ranking.len() {
        label_ui(ui, cx, cx.tell(&say::left_out(ranking.len().saturating_sub(compared))));
    }
}

/// The weights in force beside those that the values show.
fn weights_ui(ui: &mut Ui, cx: &Cx<'_>, agreement: &Agreement) {
    let heads = [say::CRITERION, say::IN_FORCE, say::ENTROPY, say::CRITIC].map(|it| cx.say(it));
    ui.spacing_mut().item_spacing.y = 0.0;
    head_ui(ui, cx, &WEIGHTS, &heads);
    for (at, it) in agreement.criteria.iter().enumerate() {
        let name = criterion::criterion(it.id()).map_or(it.id(), |name| cx.say(name));
        let share = |weights: Option<&Vec<f64>>| {
            weights
                .and_then(|it| it.get(at))
                .map_or_else(|| figure::NONE.to_owned(), |share| criterion::per_cent(*share))
        };
        let weights = [Some(&agreement.weights), agreement.entropy.as_ref(), agreement.critic.as_ref()];
        let cells: Vec<String> = std::iter::once(name.to_owned()).chain(weights.map(share)).collect();
        cells_ui(ui, cx, &WEIGHTS, &heads, &cells, false);
    }
    ui.spacing_mut().item_spacing.y = SPACE_4;
}

fn cells_ui(ui: &mut Ui, cx: &Cx<'_>, columns: &[Column], heads: &[&str], cells: &[String], is_bold: bool) {
    let style = if is_bold { Type::BodyBold } else { Type::Body };
    let shown: Vec<Cell<'_>> = cells.iter().map(|it| (it.as_str(), style, cx.theme.text1)).collect();
    let told = heads.iter().zip(cells).enumerate();
    let told: Vec<String> =
        told.map(|(at, (head, cell))| if at == 0 { cell.clone() } else { format!("{head} {cell}") }).collect();
    told_row_ui(ui, ROW, columns, &shown, &told.join(" · "));
}
