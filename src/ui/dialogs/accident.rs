//! An accident that counts against a park, or against one characteristic park of it.

use egui::{Context, Ui};
use jiff::civil::Date;

use super::{
    body_ui, enter_confirms,
    form::{Note, combo_ui, deed_ui, entry_ui, marked_ui},
    heading, make_room, modal, sheet_width, take_keyboard,
};
use crate::{
    i18n::{evaluation as say, recognition, session, words},
    model::{
        check::values,
        edit::recognition::RecognitionEdit,
        evidence::{Confidence, Evidence},
        id::{CharacteristicParkId, RecordId},
        indicator::{Incident, IncidentKind},
        park::CharacteristicPark,
        scenario::Scenario,
    },
    ui::{
        cx::Cx,
        theme::{SPACE_8, SPACE_12, Signal},
        widgets::icon::Icon,
    },
    workbench::command::Command,
};

const KINDS: [IncidentKind; 2] = [IncidentKind::Safety, IncidentKind::Environment];
/// Ids that are tried for a new one.
const MOST_IDS: u32 = 100_000;

/// The sheet between frames.
#[derive(Debug)]
pub struct AccidentSheet {
    park: usize,
    /// Place among the characteristic parks of the park; 0 for all of it.
    inside: usize,
    kind: usize,
    day: String,
    note: String,
    has_tried: bool,
    is_new: bool,
}

impl AccidentSheet {
    /// The sheet of an accident in the park that is selected, or in a characteristic park.
    pub fn new(cx: &Cx<'_>, id: Option<&CharacteristicParkId>) -> Self {
        let of = id.and_then(|id| cx.scenario().characteristic_parks.get(id));
        let around = of.and_then(|it| it.park.as_ref()).or_else(|| cx.selected_park());
        let park = cx.scenario().parks_in_order().iter().position(|it| Some(&it.id) == around).unwrap_or(0);
        let mut sheet = Self {
            park,
            inside: 0,
            kind: 0,
            day: cx.scenario().as_of.to_string(),
            note: String::new(),
            has_tried: false,
            is_new: true,
        };
        sheet.inside = sheet.all(cx).iter().position(|it| Some(&it.id) == id).map_or(0, |at| at + 1);
        sheet
    }

    /// The characteristic parks of the park.
    fn all<'a>(&self, cx: &Cx<'a>) -> Vec<&'a CharacteristicPark> {
        let parks = cx.scenario().parks_in_order();
        let park = parks.get(self.park).map(|it| &it.id);
        let all = cx.scenario().characteristic_parks.iter().map(AsRef::as_ref);
        all.filter(|it: &&CharacteristicPark| park.is_some() && it.park.as_ref() == park).collect()
    }

    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        let mut stays = true;
        let modal = modal(cx, "accident").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 480.0));
            make_room(ui);
            heading(ui, cx.say(say::REPORT).trim_end_matches('…'));
            body_ui(ui, |ui| self.fields_ui(ui, cx));
            ui.add_space(SPACE_12);
            let deed = deed_ui(ui, cx, cx.say(words::SAVE), Ok(()));
            match deed.or_else(|| enter_confirms(ui).then_some(true)) {
                Some(true) => {
                    self.has_tried = true;
                    if let Some(it) = self.record(cx) {
                        cx.push(Command::Recognise(RecognitionEdit::ReportIncident(Box::new(it))));
                        stays = false;
                    }
                }
                Some(false) => stays = false,
                None => {}
            }
        });
        stays && !modal.should_close()
    }

    fn fields_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let silent = self.note.trim().is_empty().then_some(cx.say(say::NO_NOTE));
        let note = Note::of("", silent, self.has_tried);
        let field = entry_ui(ui, "accident note", cx.say(say::NOTE), &mut self.note, cx, &note);
        take_keyboard(ui, &field, &mut self.is_new);
        let parks: Vec<String> =
            cx.scenario().parks_in_order().into_iter().map(|it| cx.tell(&it.short_name).to_owned()).collect();
        if combo_ui(ui, "accident park", cx.say(say::PARK), cx, &parks, &mut self.park) {
            self.inside = 0;
        }
        ui.add_space(SPACE_8);
        let mut inside = vec![cx.say(say::WHOLE_PARK).to_owned()];
        inside.extend(self.all(cx).into_iter().map(|it| cx.tell(&recognition::name(cx.scenario(), it)).to_owned()));
        combo_ui(ui, "accident inside", cx.say(say::COUNTS), cx, &inside, &mut self.inside);
        ui.add_space(SPACE_8);
        let kinds = KINDS.map(|kind| cx.say(recognition::incident(kind)).to_owned());
        combo_ui(ui, "accident kind", cx.say(say::ACCIDENT_KIND), cx, &kinds, &mut self.kind);
        ui.add_space(SPACE_8);
        let typed = self.day.trim().to_owned();
        let no_day = cx.tell(&session::no_day(&typed)).to_owned();
        let wrong = day(&typed).is_none().then_some(no_day.as_str());
        let note = Note::of(cx.say(words::DAY_HINT), wrong, true);
        entry_ui(ui, "accident day", cx.say(say::DAY), &mut self.day, cx, &note);
        marked_ui(ui, cx, (Icon::Info, Signal::Unknown), cx.say(say::ACCIDENT_MEANS));
    }

    /// The record, as soon as nothing is wrong.
    fn record(&self, cx: &Cx<'_>) -> Option<Incident> {
        let note = self.note.trim();
        if note.is_empty() {
            return None;
        }
        let inside = self.inside.checked_sub(1).and_then(|at| self.all(cx).get(at).map(|it| it.id.clone()));
        Some(Incident {
            id: new_id(cx.scenario())?,
            park: cx.scenario().parks_in_order().get(self.park)?.id.clone(),
            characteristic_park: inside,
            kind: KINDS.get(self.kind).copied()?,
            on: day(self.day.trim())?,
            note: note.to_owned(),
            evidence: Evidence { source: None, confidence: Confidence::Stated },
        })
    }
}

fn day(typed: &str) -> Option<Date> {
    typed.parse().ok().filter(|day| values::day_of_fact(*day).is_none())
}

/// An id that nothing has.
fn new_id(scenario: &Scenario) -> Option<RecordId> {
    let ids = (1..MOST_IDS).filter_map(|number| RecordId::new(&format!("accident-{number}")).ok());
    ids.into_iter().find(|id| !scenario.incidents.contains(id))
}
