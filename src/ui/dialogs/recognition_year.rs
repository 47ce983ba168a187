//! What a characteristic park reports of a year: a field for each measure of its standard, chain leader, suppliers.

use egui::{Context, Ui};

use super::{
    body_ui, enter_confirms,
    form::{Note, combo_ui, deed_ui, entry_ui, label_ui},
    heading, make_room, modal, sheet_width, take_keyboard,
};
use crate::{
    analysis::{
        appraisal,
        characteristic::{Cases, Origin, standard_of},
        composition::Scope,
    },
    i18n::{evaluation as say, recognition, words},
    model::{
        check::values,
        edit::recognition::RecognitionEdit,
        evidence::{Confidence, Evidence},
        id::CharacteristicParkId,
        quantity::{Count, Number},
        recognition::{CharacteristicYear, Measured, YearFigure},
        text::Text,
    },
    ui::{
        cx::Cx,
        theme::{SPACE_8, SPACE_12},
    },
    workbench::command::Command,
};

/// A figure as it is typed.
#[derive(Debug)]
struct Entry {
    measure: Measured,
    typed: String,
    /// What is worked out where it is left empty.
    derived: Option<Text>,
}

impl Entry {
    /// The figure; `Ok(None)` where it is left empty.
    fn value(&self) -> Result<Option<Number>, ()> {
        if self.typed.trim().is_empty() { Ok(None) } else { number(&self.typed).map(Some) }
    }
}

/// The sheet between frames.
#[derive(Debug)]
pub struct YearSheet {
    all: Vec<CharacteristicParkId>,
    at: usize,
    year: String,
    entries: Vec<Entry>,
    /// 0 for not stated, 1 for there, 2 for not there.
    leader: usize,
    suppliers: String,
    /// Of which characteristic park and year the fields were filled.
    filled: Option<(CharacteristicParkId, i16)>,
    /// What is worked out as things stand.
    cases: Cases,
    has_tried: bool,
    is_new: bool,
}

impl YearSheet {
    /// The sheet of `id`, or of the first; `None` without any that has a name.
    pub fn new(cx: &Cx<'_>, id: Option<CharacteristicParkId>) -> Option<Self> {
        let named = cx.scenario().characteristic_parks.iter().filter(|it| it.name.is_some());
        let all: Vec<CharacteristicParkId> = named.map(|it| it.id.clone()).collect();
        let at = id.and_then(|id| all.iter().position(|it| *it == id)).unwrap_or(0);
        all.get(at)?;
        let year = appraisal::years(cx.world()).last().copied().unwrap_or_else(|| cx.scenario().as_of.year());
        let mut sheet = Self {
            all,
            at,
            year: year.to_string(),
            entries: Vec::new(),
            leader: 0,
            suppliers: String::new(),
            filled: None,
            cases: Cases::of(cx.world(), cx.bench.judgement().facts(), Scope::Now),
            has_tried: false,
            is_new: true,
        };
        sheet.fill(cx);
        Some(sheet)
    }

    /// Fills the fields with what is on record of this year, when it is another one than before.
    fn fill(&mut self, cx: &Cx<'_>) {
        let (Some(id), Some(year)) = (self.all.get(self.at).cloned(), year(&self.year)) else { return };
        if self.filled.as_ref() == Some(&(id.clone(), year)) {
            return;
        }
        let scenario = cx.scenario();
        let level = scenario.characteristic_parks.get(&id).map(|it| it.level);
        let standard = level.and_then(|level| standard_of(scenario, level));
        let known = scenario.characteristic_years.get(&(id.clone(), year));
        let case = self.cases.own(&id);
        let place = case.and_then(|case| case.years.iter().position(|it| *it == year));
        let entry = |measure: &Measured| {
            let figure = known.and_then(|it| it.figures.iter().find(|it| it.measure == *measure));
            let item = standard.and_then(|it| it.items.iter().position(|it| it.measure == *measure));
            let derived = case.zip(place).zip(item).and_then(|((case, place), item)| {
                let origin = case.origins.get(place)?.get(item)?;
                let reading = case.readings.get(place)?.readings.get(item)?;
                (*origin == Origin::Derived).then(|| say::derived(scenario, measure, *reading))
            });
            Entry { measure: measure.clone(), typed: figure.map(|it| it.value.plain()).unwrap_or_default(), derived }
        };
        let asked = standard.into_iter().flat_map(|it| &it.items).map(|it| &it.measure);
        let others = known.into_iter().flat_map(|it| &it.figures).map(|it| &it.measure);
        let mut measures: Vec<&Measured> = Vec::new();
        for measure in asked.chain(others) {
            if !measures.contains(&measure) {
                measures.push(measure);
            }
        }
        self.entries = measures.into_iter().map(entry).collect();
        self.leader = known.and_then(|it| it.chain_leader).map_or(0, |is_there| if is_there { 1 } else { 2 });
        self.suppliers = known.and_then(|it| it.suppliers).map(Count::plain).unwrap_or_default();
        self.filled = Some((id, year));
    }

    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        self.fill(cx);
        let mut stays = true;
        let modal = modal(cx, "recognition year").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 560.0));
            make_room(ui);
            heading(ui, cx.say(say::RECORD_FIGURES).trim_end_matches('…'));
            let is_empty = self.is_empty();
            body_ui(ui, |ui| self.fields_ui(ui, cx, is_empty));
            ui.add_space(SPACE_12);
            let deed = deed_ui(ui, cx, cx.say(words::SAVE), Ok(()));
            match deed.or_else(|| enter_confirms(ui).then_some(true)) {
                Some(true) => {
                    self.has_tried = true;
                    if let Some(year) = self.record().filter(|_| !is_empty) {
                        cx.push(Command::Recognise(RecognitionEdit::RecordYear(Box::new(year))));
                        stays = false;
                    }
                }
                Some(false) => stays = false,
                None => {}
            }
        });
        stays && !modal.should_close()
    }

    fn fields_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, is_empty: bool) {
        let names: Vec<String> =
            self.all.iter().map(|id| cx.tell(&recognition::name_of(cx.scenario(), id)).to_owned()).collect();
        combo_ui(ui, "year of", cx.say(say::OF), cx, &names, &mut self.at);
        ui.add_space(SPACE_8);
        let wrong = year(&self.year).is_none().then_some(cx.say(say::WRONG_YEAR));
        let note = Note::of("", wrong, true);
        let field = entry_ui(ui, "recognition year", cx.say(say::YEAR), &mut self.year, cx, &note);
        take_keyboard(ui, &field, &mut self.is_new);
        label_ui(ui, cx, cx.say(say::LEFT_EMPTY));
        ui.add_space(SPACE_8);
        for pair in self.entries.chunks_mut(2) {
            ui.columns(2, |columns| {
                for (ui, entry) in columns.iter_mut().zip(pair) {
                    figure_ui(ui, cx, entry);
                }
            });
        }
        let states = say::LEADER_STATES.map(|it| cx.say(it).to_owned());
        combo_ui(ui, "year leader", cx.say(say::LEADER), cx, &states, &mut self.leader);
        ui.add_space(SPACE_8);
        let wrong = self.suppliers().is_err().then_some(cx.say(say::WRONG_NUMBER));
        let empty = is_empty.then_some(cx.say(say::NOTHING_FILLED));
        let note = if wrong.is_some() { Note::of("", wrong, true) } else { Note::of("", empty, self.has_tried) };
        entry_ui(ui, "year suppliers", cx.say(say::SUPPLIERS), &mut self.suppliers, cx, &note);
    }

    fn suppliers(&self) -> Result<Option<Count>, ()> {
        let typed = self.suppliers.trim();
        if typed.is_empty() { Ok(None) } else { typed.parse().map(Some).map_err(|_| ()) }
    }

    fn is_empty(&self) -> bool {
        self.leader == 0
            && self.suppliers.trim().is_empty()
            && self.entries.iter().all(|entry| entry.typed.trim().is_empty())
    }

    /// The record, as soon as nothing is wrong.
    fn record(&self) -> Option<CharacteristicYear> {
        let figures: Result<Vec<Option<YearFigure>>, ()> = self
            .entries
            .iter()
            .map(|entry| {
                let figure = |value| YearFigure { measure: entry.measure.clone(), value };
                Ok(entry.value()?.map(figure))
            })
            .collect();
        Some(CharacteristicYear {
            characteristic_park: self.all.get(self.at)?.clone(),
            year: year(&self.year)?,
            figures: figures.ok()?.into_iter().flatten().collect(),
            chain_leader: match self.leader {
                0 => None,
                leader => Some(leader == 1),
            },
            suppliers: self.suppliers().ok()?,
            evidence: Evidence { source: None, confidence: Confidence::Stated },
        })
    }
}

fn figure_ui(ui: &mut Ui, cx: &Cx<'_>, entry: &mut Entry) {
    let label = say::measure_field(cx.scenario(), &entry.measure);
    let wrong = entry.value().is_err().then_some(cx.say(say::WRONG_NUMBER));
    let id = format!("figure {}", entry.measure.id());
    let hint = entry.derived.as_ref().filter(|_| entry.typed.trim().is_empty());
    let hint = hint.map(|it| cx.tell(it).to_owned()).unwrap_or_default();
    entry_ui(ui, &id, cx.tell(&label), &mut entry.typed, cx, &Note::of(&hint, wrong, true));
}

fn year(typed: &str) -> Option<i16> {
    typed.trim().parse().ok().filter(|year| values::year_of_fact(*year).is_none())
}

/// What is typed, thousands separators passed over.
fn number(typed: &str) -> Result<Number, ()> {
    let plain: String = typed.chars().filter(|it| !matches!(it, ',' | '，' | ' ' | '%')).collect();
    plain.replace('−', "-").parse().map_err(|_| ())
}
