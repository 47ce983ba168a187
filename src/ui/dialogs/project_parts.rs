//! What a plan holds for a project besides its place: premises, phases, stipulations, and what is assumed about it.

use egui::{Context, ScrollArea, Ui, vec2};

use super::{
    assumption::{About, AssumptionForm},
    form::{Note, combo_ui, day, entry_ui, label_ui, marked_ui, quantity, record_ui},
    heading, modal, sheet_height, sheet_width,
};
use crate::{
    i18n::{self, figure, phrase::Phrase, term, words},
    model::{
        id::ProjectId,
        plan::{Premises, Stipulation, Word},
        project::{Phase, Project},
        quantity::{Mu, WanYuan},
        text::Text,
    },
    ui::{
        cx::Cx,
        theme::{Lettering, SPACE_8, SPACE_12, Signal, Type},
        widgets::{
            button::{Button, Segment, button_ui, segmented_ui},
            icon::Icon,
        },
    },
    workbench::command::Command,
};

/// A page of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// Own land or standard plant.
    Premises,
    /// Phases.
    Phases,
    /// Stipulations.
    Stipulations,
    /// Assumptions.
    Assumptions,
}

const PAGES: [(Page, Phrase); 4] = [
    (Page::Premises, words::PREMISES),
    (Page::Phases, words::PHASES),
    (Page::Stipulations, words::STIPULATIONS),
    (Page::Assumptions, words::ASSUMPTIONS),
];

/// A phase as it is written down.
#[derive(Clone, Default)]
struct PhaseEntry {
    land: String,
    investment: String,
    until: String,
}

/// What the entries of the phases mean.
type Phases = (Mu, Option<WanYuan>, Vec<Phase>);

/// The sheet between frames.
pub struct ProjectParts {
    project: ProjectId,
    page: Page,
    land: String,
    investment: String,
    later: Vec<PhaseEntry>,
    has_tried: bool,
    word: usize,
    park: usize,
    reason: String,
    assumption: AssumptionForm,
}

impl ProjectParts {
    /// The sheet of `project`, open at `page`; its phases begin as the plan takes them.
    pub fn new(cx: &Cx<'_>, project: ProjectId, page: Page) -> Self {
        let record = cx.bench.judgement().world().projects.get(&project);
        let plain_land = |land: Option<Mu>| land.map(Mu::plain).unwrap_or_default();
        let plain_money = |money: Option<WanYuan>| money.map(WanYuan::plain).unwrap_or_default();
        let entry = |phase: &Phase| PhaseEntry {
            land: plain_land(phase.land),
            investment: plain_money(phase.investment),
            until: phase.until.to_string(),
        };
        Self {
            assumption: AssumptionForm::new(cx, About::Project(project.clone())),
            land: plain_land(record.and_then(|it| it.land)),
            investment: plain_money(record.and_then(|it| it.investment)),
            later: record.map(|it| it.phases.iter().map(entry).collect()).unwrap_or_default(),
            project,
            page,
            has_tried: false,
            word: 0,
            park: 0,
            reason: String::new(),
        }
    }

    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        let mut is_closed = false;
        let Some(project) = cx.scenario().projects.get(&self.project) else { return false };
        let modal = modal(cx, "project parts").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 640.0));
            heading(ui, &format!("{} {}", project.id, cx.tell(&project.name)));
            let segments = PAGES.map(|(_, name)| Segment { name: cx.say(name), icon: None });
            let mut at = PAGES.iter().position(|(page, _)| *page == self.page).unwrap_or(0);
            if segmented_ui(ui, cx.theme, &segments, &mut at).changed() {
                self.page = PAGES.get(at).map_or(Page::Premises, |(page, _)| *page);
                self.has_tried = false;
            }
            ui.add_space(SPACE_12);
            let height = sheet_height(ui, 480.0) - 40.0;
            ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink(false).show(ui, |ui| {
                match self.page {
                    Page::Premises => premises_ui(ui, cx, project),
                    Page::Phases => self.phases_ui(ui, cx, project),
                    Page::Stipulations => self.stipulations_ui(ui, cx),
                    Page::Assumptions => self.assumption.ui(ui, cx),
                }
            });
            ui.add_space(SPACE_8);
            is_closed = button_ui(ui, cx.theme, &Button::new(cx.say(words::CLOSE)).keys("Esc")).clicked();
        });
        !is_closed && !modal.should_close()
    }

    fn phases_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, project: &Project) {
        let may = cx.scenario().may_change(cx.bench.plan());
        ui.label(egui::RichText::new(cx.say(words::FIRST_PHASE)).font(Type::BodyBold.font()));
        let tried = self.has_tried;
        let names = [format!("{} (亩)", cx.say(words::LAND)), format!("{} (万元)", cx.say(words::INVESTMENT))];
        let [land_name, money_name] = if cx.is_chinese() {
            names
        } else {
            [format!("{} (mu)", cx.say(words::LAND)), format!("{} (CNY 10k)", cx.say(words::INVESTMENT))]
        };
        ui.columns(3, |columns| {
            let [left, middle, _] = columns else { return };
            let wrong = land_of(&self.land).err();
            let note = Note::of("", wrong.as_ref().map(|it| cx.tell(it)), tried || !self.land.is_empty());
            entry_ui(left, "phase 1 land", &land_name, &mut self.land, cx, &note);
            let wrong = money_of(&self.investment).err();
            let note = Note::of(cx.say(words::AS_STATED_IF_EMPTY), wrong.as_ref().map(|it| cx.tell(it)), true);
            entry_ui(middle, "phase 1 investment", &money_name, &mut self.investment, cx, &note);
        });
        let mut gone = None;
        for (at, phase) in self.later.iter_mut().enumerate() {
            let number = at.saturating_add(2);
            let title = Text::new(format!("第 {number} 期"), format!("Phase {number}"));
            ui.horizontal(|ui| {
                ui.label(egui::RichText::new(cx.tell(&title)).font(Type::BodyBold.font()));
                let remove = format!("{} {}", cx.say(words::REMOVE), cx.tell(&title));
                if button_ui(ui, cx.theme, &Button::quiet(Icon::Close, &remove).small().enabled(may)).clicked() {
                    gone = Some(at);
                }
            });
            ui.columns(3, |columns| {
                let [left, middle, right] = columns else { return };
                let wrong = land_of(&phase.land).err();
                let note = Note::of("", wrong.as_ref().map(|it| cx.tell(it)), tried || !phase.land.is_empty());
                let name = format!("{land_name} {number}");
                entry_ui(left, &format!("phase {number} land"), &name, &mut phase.land, cx, &note);
                let wrong = money_of(&phase.investment).err();
                let note = Note::of("", wrong.as_ref().map(|it| cx.tell(it)), true);
                let name = format!("{money_name} {number}");
                entry_ui(middle, &format!("phase {number} investment"), &name, &mut phase.investment, cx, &note);
                let wrong = day(cx, &phase.until).err();
                let is_whole = phase.until.trim().chars().count() >= 10;
                let wrong = wrong.as_ref().map(|it| cx.tell(it));
                let note = Note::of(cx.say(words::DAY_HINT), wrong, tried || is_whole);
                let name = format!("{} {number}", cx.say(words::RESERVED_UNTIL));
                entry_ui(right, &format!("phase {number} until"), &name, &mut phase.until, cx, &note);
            });
        }
        if let Some(at) = gone {
            self.later.remove(at);
        }
        if button_ui(ui, cx.theme, &Button::new(cx.say(words::ADD_PHASE)).icon(Icon::Plus).enabled(may)).clicked() {
            self.later.push(PhaseEntry::default());
        }
        ui.add_space(SPACE_8);
        let meant = self.phases(cx);
        per_mu_ui(ui, cx, project, meant.as_ref().ok());
        ui.add_space(SPACE_8);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing = vec2(SPACE_8, 0.0);
            let button = Button::primary(cx.say(words::SET_PHASES)).enabled(may);
            let button = if may { button } else { button.hover(cx.say(words::READ_ONLY)) };
            if button_ui(ui, cx.theme, &button).clicked() {
                self.has_tried = true;
                if let Ok((land, investment, later)) = &meant {
                    let (project, later) = (self.project.clone(), later.clone());
                    cx.push(Command::SetPhases { project, land: *land, investment: *investment, later });
                    self.has_tried = false;
                }
            }
            let key = (cx.bench.plan().clone(), self.project.clone());
            let is_set = cx.scenario().phasings.contains(&key);
            let drop = Button::new(cx.say(words::DROP_PHASES)).enabled(may && is_set);
            if button_ui(ui, cx.theme, &drop).clicked() {
                cx.push(Command::DropPhases(self.project.clone()));
                self.later.clear();
            }
        });
        if let (Err(wrong), true) = (&meant, self.has_tried) {
            ui.add_space(SPACE_8);
            marked_ui(ui, cx, (Icon::Broken, Signal::Broken), cx.tell(wrong));
        }
    }

    /// What the entries mean, or the first thing that is wrong.
    fn phases(&self, cx: &Cx<'_>) -> Result<Phases, Text> {
        let land = land_of(&self.land)?;
        let investment = money_of(&self.investment)?;
        let mut later = Vec::new();
        for (entry, number) in self.later.iter().zip(2_u8..) {
            later.push(Phase {
                number,
                land: Some(land_of(&entry.land)?),
                investment: money_of(&entry.investment)?,
                until: day(cx, &entry.until)?,
            });
        }
        if later.is_empty() {
            return Err(Text::new("请至少添加一个后期", "Add at least one later phase"));
        }
        Ok((land, investment, later))
    }

    fn stipulations_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let may = cx.scenario().may_change(cx.bench.plan());
        let here = stipulations(cx, &self.project);
        if here.is_empty() {
            label_ui(ui, cx, cx.say(words::NO_STIPULATIONS));
        }
        for it in here {
            let park = i18n::finding::park_name(cx.scenario(), &it.park);
            let drop = format!("{} {}", cx.say(words::DROP_STIPULATION), cx.tell(&park));
            let word = cx.say(word(it.word));
            if record_ui(ui, cx, word, cx.tell(&park), &it.reason, (Icon::Close, &drop, may)) {
                cx.push(Command::DropStipulation { project: self.project.clone(), park: it.park.clone() });
            }
        }
        ui.separator();
        label_ui(ui, cx, cx.say(words::STIPULATE_MEANS));
        let segments = [Word::Required, Word::Forbidden].map(|it| Segment { name: cx.say(word(it)), icon: None });
        segmented_ui(ui, cx.theme, &segments, &mut self.word);
        ui.add_space(SPACE_8);
        let parks = cx.scenario().parks_in_order();
        let options: Vec<String> = parks.iter().map(|park| cx.tell(&park.short_name).to_owned()).collect();
        combo_ui(ui, "stipulated park", cx.say(words::STIPULATED_PARK), cx, &options, &mut self.park);
        ui.add_space(SPACE_8);
        entry_ui(ui, "stipulation reason", cx.say(words::WHOSE_WORD), &mut self.reason, cx, &Note::Hint(""));
        let button = Button::primary(cx.say(words::STIPULATE)).enabled(may);
        let button = if may { button } else { button.hover(cx.say(words::READ_ONLY)) };
        if button_ui(ui, cx.theme, &button).clicked()
            && let Some(park) = parks.get(self.park)
        {
            let word = if self.word == 0 { Word::Required } else { Word::Forbidden };
            let (project, park) = (self.project.clone(), park.id.clone());
            cx.push(Command::Stipulate { project, park, word, reason: self.reason.trim().to_owned() });
            self.reason.clear();
        }
    }
}

/// The stipulations of the plan about `project`.
pub fn stipulations<'a>(cx: &Cx<'a>, project: &ProjectId) -> Vec<&'a Stipulation> {
    let all = cx.scenario().stipulations_of(cx.bench.plan());
    all.filter(|it| it.project == *project).collect()
}

/// What a stipulation is called.
pub const fn word(word: Word) -> Phrase {
    match word {
        Word::Required => words::REQUIRED,
        Word::Forbidden => words::FORBIDDEN,
    }
}

/// Land, which a phase cannot do without.
fn land_of(typed: &str) -> Result<Mu, Text> {
    let land: Mu = quantity(typed)?;
    if land == Mu::ZERO { Err(Text::new("用地须大于零", "Land must be more than nothing")) } else { Ok(land) }
}

/// Money; an empty field leaves it open.
fn money_of(typed: &str) -> Result<Option<WanYuan>, Text> {
    if typed.trim().is_empty() { Ok(None) } else { quantity(typed).map(Some) }
}

/// Investment per mu of the first phase, and of all phases together.
fn per_mu_ui(ui: &mut Ui, cx: &Cx<'_>, project: &Project, meant: Option<&Phases>) {
    let (first, total) = match meant {
        Some((land, investment, later)) => {
            let investment = investment.or(project.investment);
            let first = investment.and_then(|it| figure::per_mu(it, *land));
            let mut all = (*land, investment);
            for phase in later {
                all.0 = all.0.plus(phase.land.unwrap_or(Mu::ZERO));
                all.1 = all.1.zip(phase.investment).map(|(one, more)| one.plus(more));
            }
            (first, all.1.and_then(|it| figure::per_mu(it, all.0)))
        }
        None => (project.investment.zip(project.land).and_then(|(money, land)| figure::per_mu(money, land)), None),
    };
    let unit = if cx.is_chinese() { "万元/亩" } else { "CNY 10k/mu" };
    let words =
        |value: Option<String>| value.map_or_else(|| figure::NONE.to_owned(), |value| format!("{value} {unit}"));
    let line = format!(
        "{}  {} {} · {} {}",
        cx.say(words::INVESTMENT_PER_MU),
        cx.say(words::FIRST_PHASE),
        words(first),
        cx.say(words::ALL_PHASES),
        words(total)
    );
    marked_ui(ui, cx, (Icon::Info, Signal::Unknown), &line);
}

/// Own land or a standard plant, with the reason where one is not to be had.
fn premises_ui(ui: &mut Ui, cx: &Cx<'_>, project: &Project) {
    let placement = cx.scenario().placement(cx.bench.plan(), &project.id);
    let Some(placement) = placement else {
        marked_ui(ui, cx, (Icon::Info, Signal::Unknown), cx.say(words::PLACE_FIRST));
        return;
    };
    let may = cx.scenario().may_change(cx.bench.plan());
    let park = i18n::finding::park_name(cx.scenario(), &placement.park);
    label_ui(ui, cx, &format!("{} {}", cx.say(words::IN_PARK), cx.tell(&park)));
    let suits = cx.bench.judgement().world().suits_plant(project);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(SPACE_8, 0.0);
        for premises in [Premises::OwnLand, Premises::StandardPlant] {
            let is_so = placement.premises == premises;
            let is_open = premises == Premises::OwnLand || suits;
            let button = Button::new(cx.say(term::premises(premises))).selected(is_so).enabled(may && is_open);
            let button = if is_open { button } else { button.hover(cx.say(words::NO_PLANT)) };
            if button_ui(ui, cx.theme, &button).clicked() && !is_so {
                cx.push(Command::SetPremises { project: project.id.clone(), premises });
            }
        }
    });
    ui.add_space(SPACE_8);
    if !suits {
        marked_ui(ui, cx, (Icon::Info, Signal::Unknown), cx.say(words::NO_PLANT));
    }
}
