//! A step in the life of a characteristic park: what is proposed, what is decided, by whom and why.

use egui::{Context, Ui};
use jiff::civil::Date;

use super::{
    body_ui, enter_confirms,
    form::{Note, combo_ui, deed_ui, entry_ui, label_ui, marked_ui},
    heading, make_room, modal, sheet_width, take_keyboard,
};
use crate::{
    analysis::{characteristic::Cases, composition::Scope},
    i18n::{evaluation as say, recognition, session, term},
    model::{
        check::values,
        edit::recognition::RecognitionEdit,
        id::{CharacteristicParkId, DocumentId},
        park::{CharacteristicPark, ParkLevel, Recognition},
        recognition::{RecognitionStep, StepKind},
    },
    ui::{
        cx::Cx,
        theme::{SPACE_8, SPACE_12, Signal},
        widgets::icon::Icon,
    },
    workbench::command::Command,
};

/// Levels, the highest first.
const LEVELS: [ParkLevel; 3] = [ParkLevel::National, ParkLevel::Provincial, ParkLevel::Municipal];

/// The sheet between frames.
#[derive(Debug)]
pub struct StepSheet {
    /// Those of which the name is known, in the order of the list.
    all: Vec<CharacteristicParkId>,
    at: usize,
    kind: StepKind,
    level: ParkLevel,
    day: String,
    by: String,
    reason: String,
    /// Place in the list of documents; 0 for none.
    document: usize,
    /// What is judged, of which state of the document.
    judged: (u64, Cases),
    has_tried: bool,
    is_new: bool,
}

/// What has still to be filled in.
struct Wrong {
    day: Option<String>,
    by: Option<&'static str>,
    reason: Option<&'static str>,
}

impl StepSheet {
    /// The sheet of `id`, of a kind where one is meant; `None` without any that has a name.
    pub fn new(cx: &Cx<'_>, id: Option<CharacteristicParkId>, kind: Option<StepKind>) -> Option<Self> {
        let named = cx.scenario().characteristic_parks.iter().filter(|it| it.name.is_some());
        let all: Vec<CharacteristicParkId> = named.map(|it| it.id.clone()).collect();
        let at = id.and_then(|id| all.iter().position(|it| *it == id)).unwrap_or(0);
        all.get(at)?;
        let mut sheet = Self {
            all,
            at,
            kind: StepKind::Recognise,
            level: ParkLevel::Municipal,
            day: cx.scenario().as_of.to_string(),
            by: String::new(),
            reason: String::new(),
            document: 0,
            judged: judged(cx),
            has_tried: false,
            is_new: true,
        };
        sheet.begin(cx, kind);
        Some(sheet)
    }

    /// Starts from `kind` where it is possible, else from what is proposed, else from the first that is possible.
    fn begin(&mut self, cx: &Cx<'_>, kind: Option<StepKind>) {
        let Some(it) = self.of(cx) else { return };
        let kinds = possible(it);
        let proposed = self.judged.1.proposed(it);
        let wanted = [kind, proposed].into_iter().flatten().find(|kind| kinds.contains(kind));
        if let Some(kind) = wanted.or_else(|| kinds.first().copied()) {
            self.kind = kind;
        }
        self.level = levels(it, self.kind).last().copied().unwrap_or(it.level);
    }

    fn of<'a>(&self, cx: &Cx<'a>) -> Option<&'a CharacteristicPark> {
        cx.scenario().characteristic_parks.get(self.all.get(self.at)?).map(AsRef::as_ref)
    }

    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        if self.judged.0 != cx.bench.generation() {
            self.judged = judged(cx);
        }
        let Some(it) = self.of(cx) else { return false };
        let kinds = possible(it);
        let wrong = self.wrong(cx, it);
        let mut stays = true;
        let modal = modal(cx, "recognition step").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 520.0));
            make_room(ui);
            heading(ui, cx.say(say::TAKE_STEP).trim_end_matches('…'));
            body_ui(ui, |ui| self.fields_ui(ui, cx, it, &kinds, &wrong));
            ui.add_space(SPACE_12);
            let may = if kinds.is_empty() { Err(cx.say(say::NO_STEP_POSSIBLE)) } else { Ok(()) };
            let deed = deed_ui(ui, cx, cx.say(say::TAKE), may);
            let deed = deed.or_else(|| (may.is_ok() && enter_confirms(ui)).then_some(true));
            match deed {
                Some(true) => {
                    self.has_tried = true;
                    if let Some(step) = self.step(cx, it, &wrong) {
                        cx.push(Command::Recognise(RecognitionEdit::TakeStep(Box::new(step))));
                        stays = false;
                    }
                }
                Some(false) => stays = false,
                None => {}
            }
        });
        stays && !modal.should_close()
    }

    fn fields_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, it: &CharacteristicPark, kinds: &[StepKind], wrong: &Wrong) {
        let names: Vec<String> =
            self.all.iter().map(|id| cx.tell(&recognition::name_of(cx.scenario(), id)).to_owned()).collect();
        if combo_ui(ui, "step of", cx.say(say::OF), cx, &names, &mut self.at) {
            self.begin(cx, None);
            return;
        }
        ui.add_space(SPACE_8);
        label_ui(ui, cx, cx.tell(&say::standing(cx.scenario(), it)));
        let proposed = self.judged.1.proposed(it);
        marked_ui(ui, cx, (Icon::Info, Signal::Unknown), cx.tell(&say::proposed(proposed)));
        if kinds.is_empty() {
            marked_ui(ui, cx, (Icon::Broken, Signal::Broken), cx.say(say::NO_STEP_POSSIBLE));
            return;
        }
        let words: Vec<String> = kinds.iter().map(|kind| cx.say(recognition::step(*kind)).to_owned()).collect();
        let mut at = kinds.iter().position(|kind| *kind == self.kind).unwrap_or(0);
        if combo_ui(ui, "step kind", cx.say(say::KIND), cx, &words, &mut at)
            && let Some(kind) = kinds.get(at)
        {
            self.kind = *kind;
            self.level = levels(it, *kind).last().copied().unwrap_or(it.level);
        }
        if let Some(departs) = say::departs(self.kind, proposed) {
            ui.add_space(SPACE_8);
            marked_ui(ui, cx, (Icon::Near, Signal::Near), cx.tell(&departs));
        }
        ui.add_space(SPACE_8);
        let open = levels(it, self.kind);
        let words: Vec<String> =
            open.iter().map(|level| cx.tell(&term::park_level(&cx.scenario().pack, *level)).to_owned()).collect();
        let mut at = open.iter().position(|level| *level == self.level).unwrap_or(0);
        combo_ui(ui, "step level", cx.say(say::LEVEL), cx, &words, &mut at);
        self.level = open.get(at).copied().unwrap_or(it.level);
        ui.add_space(SPACE_8);
        let reason = Note::of("", wrong.reason, self.has_tried);
        let field = entry_ui(ui, "step reason", cx.say(say::WHY), &mut self.reason, cx, &reason);
        take_keyboard(ui, &field, &mut self.is_new);
        let by = Note::of("", wrong.by, self.has_tried);
        entry_ui(ui, "step by", cx.say(say::OFFICE), &mut self.by, cx, &by);
        let day = Note::of(cx.say(crate::i18n::words::DAY_HINT), wrong.day.as_deref(), true);
        entry_ui(ui, "step day", cx.say(say::DAY), &mut self.day, cx, &day);
        let mut documents = vec![cx.say(say::NO_DOCUMENT).to_owned()];
        documents.extend(cx.world().documents.iter().map(|it| cx.tell(&it.title).to_owned()));
        combo_ui(ui, "step document", cx.say(say::DOCUMENT), cx, &documents, &mut self.document);
    }

    /// What is missing or wrong.
    fn wrong(&self, cx: &Cx<'_>, it: &CharacteristicPark) -> Wrong {
        let typed = self.day.trim();
        let last = cx.scenario().steps_of(&it.id).next_back().map_or(it.since, |step| step.on.max(it.since));
        let day = match day(typed) {
            None => Some(cx.tell(&session::no_day(typed)).to_owned()),
            Some(day) if day < last => Some(cx.tell(&say::too_early(last)).to_owned()),
            Some(_) => None,
        };
        Wrong {
            day,
            by: self.by.trim().is_empty().then_some(cx.say(say::NO_OFFICE)),
            reason: self.reason.trim().is_empty().then_some(cx.say(say::NO_REASON)),
        }
    }

    /// The step, as soon as nothing is wrong.
    fn step(&self, cx: &Cx<'_>, it: &CharacteristicPark, wrong: &Wrong) -> Option<RecognitionStep> {
        if wrong.day.is_some() || wrong.by.is_some() || wrong.reason.is_some() {
            return None;
        }
        let document = self.document.checked_sub(1).and_then(|at| cx.world().documents.iter().nth(at));
        let document: Option<DocumentId> = document.map(|it| it.id.clone());
        Some(RecognitionStep {
            characteristic_park: it.id.clone(),
            number: 0,
            kind: self.kind,
            level: self.level,
            on: day(self.day.trim())?,
            by: self.by.trim().to_owned(),
            reason: self.reason.trim().to_owned(),
            document,
            proposed: self.judged.1.proposed(it),
            before: None,
        })
    }
}

fn day(typed: &str) -> Option<Date> {
    typed.parse().ok().filter(|day| values::day_of_fact(*day).is_none())
}

fn judged(cx: &Cx<'_>) -> (u64, Cases) {
    let facts = cx.bench.judgement().facts();
    (cx.bench.generation(), Cases::of(cx.world(), facts, Scope::Now))
}

/// The steps that may follow.
fn possible(it: &CharacteristicPark) -> Vec<StepKind> {
    let follows = StepKind::ALL.into_iter().filter(|kind| kind.follows(it.recognition));
    follows.filter(|kind| !levels(it, *kind).is_empty()).collect()
}

/// The levels that a step may be about.
fn levels(it: &CharacteristicPark, kind: StepKind) -> Vec<ParkLevel> {
    match kind {
        // Of a recognised one the step is that to a higher level.
        StepKind::Recognise if it.recognition == Recognition::Recognised => {
            LEVELS.into_iter().filter(|level| *level < it.level).collect()
        }
        StepKind::Apply | StepKind::Cultivate | StepKind::Recognise => LEVELS.into(),
        StepKind::Review | StepKind::Warn | StepKind::Withdraw => vec![it.level],
    }
}
