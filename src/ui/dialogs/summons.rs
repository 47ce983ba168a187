//! The sheet of a session: its name, day, chair and the offices that take part.

use egui::Context;
use jiff::civil::Date;

use super::{
    body_ui,
    form::{Note, deed_ui, entry_ui},
    heading, modal, sheet_width, take_keyboard,
};
use crate::{
    i18n::{session as say, words},
    model::{check::values, id::RecordId},
    ui::{cx::Cx, theme::SPACE_12},
    workbench::{command::Command, sessions::Summons},
};

/// The sheet between frames.
#[derive(Debug)]
pub struct SummonsSheet {
    session: Option<RecordId>,
    name: String,
    day: String,
    chair: String,
    offices: String,
    has_tried: bool,
    is_new: bool,
}

impl SummonsSheet {
    /// The sheet of a session, or of a new one.
    pub fn new(cx: &Cx<'_>, session: Option<RecordId>) -> Self {
        let known = session.as_ref().and_then(|id| cx.scenario().sessions.get(id));
        let separator = if cx.is_chinese() { "、" } else { ", " };
        Self {
            name: known.map(|it| cx.tell(&it.name).to_owned()).unwrap_or_default(),
            day: known.map_or(cx.scenario().as_of, |it| it.date).to_string(),
            chair: known.map(|it| it.chair.clone()).unwrap_or_default(),
            offices: known.map(|it| it.offices.join(separator)).unwrap_or_default(),
            session,
            has_tried: false,
            is_new: true,
        }
    }

    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        let mut stays = true;
        let modal = modal(cx, "summons").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 480.0));
            let is_known = self.session.is_some();
            heading(ui, cx.say(if is_known { say::CHANGE } else { say::NEW }).trim_end_matches('…'));
            let nameless = self.name.trim().is_empty().then_some(cx.say(say::NO_NAME));
            let day = self.day();
            let no_day = cx.tell(&say::no_day(self.day.trim())).to_owned();
            let wrong_day = day.is_none().then_some(no_day.as_str());
            let tried = self.has_tried;
            body_ui(ui, |ui| {
                let name =
                    entry_ui(ui, "summons name", cx.say(say::NAME), &mut self.name, cx, &Note::of("", nameless, tried));
                take_keyboard(ui, &name, &mut self.is_new);
                let hint = Note::of(cx.say(words::DAY_HINT), wrong_day, true);
                entry_ui(ui, "summons day", cx.say(say::DAY), &mut self.day, cx, &hint);
                entry_ui(ui, "summons chair", cx.say(say::CHAIR), &mut self.chair, cx, &Note::Hint(""));
                entry_ui(ui, "summons offices", cx.say(say::OFFICES), &mut self.offices, cx, &Note::Hint(""));
            });
            ui.add_space(SPACE_12);
            match deed_ui(ui, cx, cx.say(if is_known { words::SAVE } else { say::CONVENE }), Ok(())) {
                Some(true) => {
                    self.has_tried = true;
                    if let (None, Some(date)) = (nameless, day) {
                        cx.push(Command::Convene(self.summons(date)));
                        stays = false;
                    }
                }
                Some(false) => stays = false,
                None => {}
            }
        });
        stays && !modal.should_close()
    }

    fn day(&self) -> Option<Date> {
        self.day.trim().parse().ok().filter(|day| values::day_of_fact(*day).is_none())
    }

    fn summons(&self, date: Date) -> Summons {
        let offices = self.offices.split(['、', ',', '，', ';', '；']).map(str::trim).filter(|it| !it.is_empty());
        Summons {
            session: self.session.clone(),
            name: self.name.clone(),
            date,
            chair: self.chair.clone(),
            offices: offices.map(str::to_owned).collect(),
        }
    }
}
