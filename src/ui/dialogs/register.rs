//! A characteristic park that applies: name, the park around it, its sub-sector, the level that it seeks.

use egui::{Context, Ui};
use jiff::civil::Date;

use super::{
    body_ui, enter_confirms,
    form::{Note, combo_ui, deed_ui, entry_ui},
    heading, make_room, modal, sheet_width, take_keyboard,
};
use crate::{
    i18n::{evaluation as say, finding, session, term, words},
    model::{
        check::values,
        edit::recognition::RecognitionEdit,
        evidence::{Confidence, Evidence},
        id::CharacteristicParkId,
        park::{CharacteristicPark, ParkLevel, Recognition},
        scenario::Scenario,
        text::Text,
    },
    ui::{
        cx::Cx,
        theme::{SPACE_8, SPACE_12},
    },
    workbench::command::Command,
};

/// Levels that are applied for, the lowest first.
const LEVELS: [ParkLevel; 3] = [ParkLevel::Municipal, ParkLevel::Provincial, ParkLevel::National];
/// Ids that are tried for a new one.
const MOST_IDS: u32 = 100_000;

/// The sheet between frames.
#[derive(Debug)]
pub struct RegisterSheet {
    name: String,
    park: usize,
    industry: usize,
    level: usize,
    day: String,
    has_tried: bool,
    is_new: bool,
}

impl RegisterSheet {
    /// The sheet of a new one, in the park that is selected.
    pub fn new(cx: &Cx<'_>) -> Self {
        let parks = cx.scenario().parks_in_order();
        let selected = cx.selected_park();
        Self {
            name: String::new(),
            park: parks.iter().position(|it| Some(&it.id) == selected).unwrap_or(0),
            industry: 0,
            level: 0,
            day: cx.scenario().as_of.to_string(),
            has_tried: false,
            is_new: true,
        }
    }

    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        let mut stays = true;
        let modal = modal(cx, "register").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 480.0));
            make_room(ui);
            heading(ui, cx.say(say::REGISTER).trim_end_matches('…'));
            body_ui(ui, |ui| self.fields_ui(ui, cx));
            ui.add_space(SPACE_12);
            let deed = deed_ui(ui, cx, cx.say(words::SAVE), Ok(()));
            match deed.or_else(|| enter_confirms(ui).then_some(true)) {
                Some(true) => {
                    self.has_tried = true;
                    if let Some(it) = self.record(cx) {
                        cx.push(Command::Recognise(RecognitionEdit::Register(Box::new(it))));
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
        let nameless = self.name.trim().is_empty().then_some(cx.say(say::NO_NAME));
        let note = Note::of("", nameless, self.has_tried);
        let field = entry_ui(ui, "register name", cx.say(say::NAME), &mut self.name, cx, &note);
        take_keyboard(ui, &field, &mut self.is_new);
        let parks: Vec<String> =
            cx.scenario().parks_in_order().into_iter().map(|it| cx.tell(&it.short_name).to_owned()).collect();
        combo_ui(ui, "register park", cx.say(say::AROUND), cx, &parks, &mut self.park);
        ui.add_space(SPACE_8);
        let trades = cx.scenario().industries.iter();
        let trades: Vec<String> =
            trades.map(|it| cx.tell(&finding::industry_name(cx.scenario(), &it.id)).to_owned()).collect();
        combo_ui(ui, "register trade", cx.say(say::TRADE), cx, &trades, &mut self.industry);
        ui.add_space(SPACE_8);
        let levels = LEVELS.map(|level| cx.tell(&term::park_level(&cx.scenario().pack, level)).to_owned());
        combo_ui(ui, "register level", cx.say(say::LEVEL_SOUGHT), cx, &levels, &mut self.level);
        ui.add_space(SPACE_8);
        let typed = self.day.trim().to_owned();
        let no_day = cx.tell(&session::no_day(&typed)).to_owned();
        let wrong = day(&typed).is_none().then_some(no_day.as_str());
        let note = Note::of(cx.say(words::DAY_HINT), wrong, true);
        entry_ui(ui, "register day", cx.say(say::DAY), &mut self.day, cx, &note);
    }

    /// The record, as soon as nothing is wrong.
    fn record(&self, cx: &Cx<'_>) -> Option<CharacteristicPark> {
        let name = self.name.trim();
        if name.is_empty() {
            return None;
        }
        Some(CharacteristicPark {
            id: new_id(cx.scenario())?,
            name: Some(Text::new(name, "")),
            park: cx.scenario().parks_in_order().get(self.park).map(|it| it.id.clone()),
            industry: cx.scenario().industries.iter().nth(self.industry).map(|it| it.id.clone()),
            recognition: Recognition::Applied,
            level: LEVELS.get(self.level).copied().unwrap_or(ParkLevel::Municipal),
            since: day(self.day.trim())?,
            evidence: Evidence { source: None, confidence: Confidence::Stated },
        })
    }
}

fn day(typed: &str) -> Option<Date> {
    typed.parse().ok().filter(|day| values::day_of_fact(*day).is_none())
}

/// An id that nothing has.
fn new_id(scenario: &Scenario) -> Option<CharacteristicParkId> {
    let ids = (1..MOST_IDS).filter_map(|number| CharacteristicParkId::new(&format!("applied-{number}")).ok());
    ids.into_iter().find(|id| !scenario.characteristic_parks.contains(id))
}
