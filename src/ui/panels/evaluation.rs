//! The workspace of evaluation and recognition: how parks fare by an indicator pack, where characteristic parks stand.
//!
//! It asks the analysis, keeps its answers as long as nothing has changed, and draws them: the table of scorecards, the board
//! of characteristic parks, and beside them what stands behind the one that is chosen. It decides nothing.

mod cards;
mod criteria;
mod cycle;
mod dossier;
mod marks;
mod overview;
mod ranking;
mod scorecard;
mod strip;

use std::rc::Rc;

use egui::{CentralPanel, Frame, Panel, Rect, Ui, pos2, vec2};

use crate::{
    analysis::{
        appraisal::{self, Appraisal, Moved},
        characteristic::Cases,
        composition::Scope,
    },
    model::{
        id::{CharacteristicParkId, ParkId, ProjectId, RecordId},
        indicator::IndicatorPack,
        plan::{Placement, Premises},
        project::Project,
    },
    rules::facts::Facts,
    ui::cx::Cx,
    workbench::{Selection, command::Command},
};

/// Width of the side where there is room, and where there is little, in points.
const SIDE: (f32, f32) = (528.0, 360.0);
/// Height of the strip, the same.
const STRIP: (f32, f32) = (44.0, 40.0);
/// Largest part of the height that the table takes.
const TABLE: f32 = 0.62;

/// A project whose effect is tried.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Trial {
    project: ProjectId,
    /// Where it would go; the best park where none was chosen.
    park: Option<ParkId>,
    /// Whether its park is still to be selected, so that its effect is seen.
    is_new: bool,
}

/// What is judged of characteristic parks.
#[derive(Debug)]
struct Judged {
    /// With what stands today: what proposals rest on.
    now: Rc<Cases>,
    /// With the projects of the plan, and with the one that is tried.
    after: Rc<Cases>,
}

/// What is judged with the projects of the plan: of which state, with which project in which park beside them.
type After = (u64, Option<(ProjectId, ParkId)>, Rc<Cases>);
/// What a scorecard would be: of which state, pack, year, project and park.
type Effect = (u64, RecordId, i16, ProjectId, ParkId, Rc<Moved>);

/// The workspace between frames.
#[derive(Debug, Default)]
pub struct Evaluation {
    pack: Option<RecordId>,
    year: Option<i16>,
    trial: Option<Trial>,
    /// The characteristic park that was chosen last, and the park with which it was selected.
    chosen: Option<(CharacteristicParkId, Option<ParkId>)>,
    appraisal: Option<(u64, Rc<Appraisal>)>,
    now: Option<(u64, Rc<Cases>)>,
    after: Option<After>,
    effect: Option<Effect>,
}

/// What the parts of the workspace are drawn from in a frame.
struct Shown<'a> {
    pack: &'a IndicatorPack,
    year: i16,
    years: &'a [i16],
    appraisal: &'a Appraisal,
    judged: &'a Judged,
    /// The park and what the placement that is tried does to it.
    effect: Option<(&'a ParkId, &'a Moved)>,
    trial: Option<&'a Trial>,
    /// The project that is tried, where it waits.
    tried: Option<&'a ProjectId>,
    /// The characteristic park that is chosen.
    chosen: Option<&'a CharacteristicParkId>,
}

impl Evaluation {
    /// The characteristic park that is chosen.
    pub fn chosen(&self) -> Option<&CharacteristicParkId> {
        self.chosen.as_ref().map(|(id, _)| id)
    }

    /// Draws the workspace.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        self.follow(cx);
        let years = appraisal::years(cx.world());
        let pack = self.pack(cx);
        let year = self.year.filter(|it| years.contains(it)).or_else(|| years.last().copied());
        let canvas = Frame::NONE.fill(cx.theme.canvas);
        let (Some(pack), Some(year)) = (pack, year) else {
            CentralPanel::default().frame(canvas).show(ui, |ui| overview::nothing_ui(ui, cx, pack.is_some()));
            return;
        };
        let appraisal = self.appraisal(cx, pack, year);
        let effect = self.effect(cx, pack, year);
        let waits = |it: &&Trial| cx.bench.judgement().facts().home(&it.project).is_none();
        let tried = self.trial.as_ref().filter(waits).zip(effect.as_ref());
        let tried = tried.map(|(trial, (park, _))| (trial.project.clone(), park.clone()));
        let judged = Judged { now: self.now(cx), after: self.after(cx, tried.clone()) };
        if let (Some((park, _)), Some(trial)) = (&effect, &mut self.trial)
            && std::mem::take(&mut trial.is_new)
        {
            self.select_park(cx, park.clone());
        }
        let trial = self.trial.clone();
        let chosen = self.chosen.clone();
        let shown = Shown {
            pack,
            year,
            years: &years,
            appraisal: &appraisal,
            judged: &judged,
            effect: effect.as_ref().map(|(park, moved)| (park, &**moved)),
            trial: trial.as_ref(),
            tried: tried.as_ref().map(|(project, _)| project),
            chosen: chosen.as_ref().map(|(id, _)| id),
        };
        let of = |(roomy, compact): (f32, f32)| if cx.roomy { roomy } else { compact };
        let strip = Panel::top("evaluation strip").exact_size(of(STRIP)).frame(Frame::NONE);
        strip.show_separator_line(false).show(ui, |ui| self.strip_ui(ui, cx, &shown));
        let panel = Frame::NONE.fill(cx.theme.panel);
        Panel::right("evaluation side").exact_size(of(SIDE)).frame(panel).show(ui, |ui| self.side_ui(ui, cx, &shown));
        CentralPanel::default().frame(canvas).show(ui, |ui| self.centre_ui(ui, cx, &shown));
    }

    /// Table above, board below.
    fn centre_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, shown: &Shown<'_>) {
        let gap = if cx.roomy { 12.0 } else { 8.0 };
        let room = ui.max_rect().shrink(gap);
        let table = ranking::View::new(cx, shown);
        let height = table.height(ui, cx, room.width()).min(room.height() * TABLE);
        let place = Rect::from_min_size(room.min, vec2(room.width(), height));
        let board = Rect::from_min_max(pos2(room.left(), place.bottom() + gap * 0.75), room.max);
        let deck = cycle::View::new(cx, shown);
        let picked = table.ui(ui, cx, place);
        if let Some(park) = picked {
            self.select_park(cx, park);
        }
        if let Some(id) = deck.ui(ui, cx, board) {
            self.choose(cx, id);
        }
        self.keys(ui, cx, &table, &deck);
    }

    fn side_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, shown: &Shown<'_>) {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let of_park = cx.selected_park().and_then(|park| shown.appraisal.of_park(park));
        let picked = match (shown.chosen.and_then(|id| cx.scenario().characteristic_parks.get(id)), of_park) {
            (Some(it), _) => {
                dossier::ui(ui, cx, shown, it);
                None
            }
            (None, Some(card)) => scorecard::ui(ui, cx, shown, card),
            (None, None) => overview::ui(ui, cx, shown),
        };
        if let Some(id) = picked {
            self.choose(cx, id);
        }
    }

    /// Shows a park that was selected elsewhere, in the place of the characteristic park that was chosen.
    fn follow(&mut self, cx: &Cx<'_>) {
        let is_elsewhere = self.chosen.as_ref().is_some_and(|(id, park)| {
            park.as_ref().is_some_and(|park| cx.selected_park() != Some(park))
                || !cx.scenario().characteristic_parks.contains(id)
        });
        if is_elsewhere {
            self.chosen = None;
        }
        if self.trial.as_ref().is_some_and(|it| !cx.scenario().projects.contains(&it.project)) {
            self.trial = None;
        }
    }

    /// The pack that was chosen, else that by which characteristic parks are judged.
    fn pack<'a>(&self, cx: &Cx<'a>) -> Option<&'a IndicatorPack> {
        let world = cx.world();
        let chosen = self.pack.as_ref().and_then(|id| world.indicator_packs.get(id)).map(AsRef::as_ref);
        chosen.or_else(|| appraisal::main_pack(world))
    }

    fn appraisal(&mut self, cx: &Cx<'_>, pack: &IndicatorPack, year: i16) -> Rc<Appraisal> {
        let generation = cx.bench.generation();
        if let Some((of, kept)) = &self.appraisal
            && *of == generation
            && kept.pack == pack.id
            && kept.year == year
        {
            return Rc::clone(kept);
        }
        let made = Rc::new(Appraisal::of(cx.world(), pack, year));
        self.appraisal = Some((generation, Rc::clone(&made)));
        made
    }

    /// What is judged with what stands today.
    fn now(&mut self, cx: &Cx<'_>) -> Rc<Cases> {
        let generation = cx.bench.generation();
        if let Some((of, kept)) = &self.now
            && *of == generation
        {
            return Rc::clone(kept);
        }
        let made = Rc::new(Cases::of(cx.world(), cx.bench.judgement().facts(), Scope::Now));
        self.now = Some((generation, Rc::clone(&made)));
        made
    }

    /// What is judged with the projects of the plan, and with `tried` that waits.
    fn after(&mut self, cx: &Cx<'_>, tried: Option<(ProjectId, ParkId)>) -> Rc<Cases> {
        let generation = cx.bench.generation();
        if let Some((of, kept_tried, kept)) = &self.after
            && (*of, kept_tried) == (generation, &tried)
        {
            return Rc::clone(kept);
        }
        let facts = cx.bench.judgement().facts();
        let made = match &tried {
            None => Cases::of(cx.world(), facts, Scope::WithPlan),
            Some((project, park)) => {
                let mut world = cx.world().clone();
                let record = world.projects.get(project).map(|it| world.usual_premises(it));
                world.placements.insert(Placement {
                    plan: cx.bench.plan().clone(),
                    project: project.clone(),
                    park: park.clone(),
                    premises: record.unwrap_or(Premises::OwnLand),
                    seq: facts.last_seq().saturating_add(1),
                });
                Cases::of(&world, &Facts::of(&world, cx.bench.plan()), Scope::WithPlan)
            }
        };
        let made = Rc::new(made);
        self.after = Some((generation, tried, Rc::clone(&made)));
        made
    }

    /// What the placement that is tried does, and to which park.
    fn effect(&mut self, cx: &Cx<'_>, pack: &IndicatorPack, year: i16) -> Option<(ParkId, Rc<Moved>)> {
        let trial = self.trial.as_ref()?;
        let facts = cx.bench.judgement().facts();
        let home = facts.home(&trial.project).map(|(park, _)| park.clone());
        let park = home.or_else(|| trial.park.clone()).or_else(|| strip::best_park(cx, &trial.project))?;
        let generation = cx.bench.generation();
        if let Some((of, kept_pack, kept_year, project, kept_park, moved)) = &self.effect
            && (*of, kept_pack, *kept_year) == (generation, &pack.id, year)
            && (project, kept_park) == (&trial.project, &park)
        {
            return Some((park, Rc::clone(moved)));
        }
        let project = cx.world().projects.get(&trial.project)?;
        let leads = |project: &Project| {
            let position = facts.park(&park).and_then(|it| it.position_of(&project.industry));
            position.is_some_and(|it| it.role == crate::model::park::Role::Leading)
        };
        let moved = appraisal::with_projects(cx.world(), pack, (&park, year), &[project], &leads);
        let moved = Rc::new(moved);
        let key = (generation, pack.id.clone(), year, trial.project.clone(), park.clone());
        self.effect = Some((key.0, key.1, key.2, key.3, key.4, Rc::clone(&moved)));
        Some((park, moved))
    }

    fn select_park(&mut self, cx: &Cx<'_>, park: ParkId) {
        self.chosen = None;
        select(cx, park);
    }

    /// Chooses a characteristic park, and selects the park around it.
    fn choose(&mut self, cx: &Cx<'_>, id: CharacteristicParkId) {
        let around = cx.scenario().characteristic_parks.get(&id).and_then(|it| it.park.clone());
        if let Some(park) = &around
            && cx.selected_park() != Some(park)
        {
            select(cx, park.clone());
        }
        self.chosen = Some((id, around));
    }

    /// The arrows go through the table, or through the cards once one is chosen.
    fn keys(&mut self, ui: &Ui, cx: &Cx<'_>, table: &ranking::View<'_>, deck: &cycle::View) {
        if crate::ui::dialogs::is_covered(ui) || ui.ctx().memory(|memory| memory.focused().is_some()) {
            return;
        }
        match self.chosen.clone() {
            Some((id, _)) => {
                if let Some(next) = marks::stepped(ui, deck.ids(), &id, true) {
                    self.choose(cx, next);
                }
            }
            None => {
                let parks: Vec<&ParkId> = table.parks().collect();
                let next = match cx.selected_park() {
                    Some(park) => marks::stepped(ui, parks.into_iter(), park, false),
                    None => marks::first(ui, parks.into_iter()),
                };
                if let Some(park) = next {
                    self.select_park(cx, park);
                }
            }
        }
    }
}

fn select(cx: &Cx<'_>, park: ParkId) {
    cx.push(Command::Select(Selection::Park(park)));
}
