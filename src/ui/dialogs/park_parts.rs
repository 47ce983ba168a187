//! What a plan holds for a park besides placements and positions: its lock, reservations, and what is assumed about it.

use egui::{Context, ScrollArea, Ui};

use super::{
    assumption::{About, AssumptionForm},
    form::{Note, combo_ui, day, entry_ui, label_ui, marked_ui, quantity, record_ui},
    heading, modal, sheet_height, sheet_width,
};
use crate::{
    i18n::{self, figure, phrase::Phrase, words},
    model::{
        id::ParkId,
        plan::{Reservation, Reserved},
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
    /// Lock and unlock.
    Lock,
    /// Reservations.
    Reservations,
    /// Assumptions.
    Assumptions,
}

const PAGES: [(Page, Phrase); 3] =
    [(Page::Lock, words::LOCK), (Page::Reservations, words::RESERVATIONS), (Page::Assumptions, words::ASSUMPTIONS)];

/// Factors of which part can be reserved, with their units.
const FACTORS: [(Phrase, Phrase); 6] = [
    (words::LAND, Phrase::new("亩", "mu")),
    (words::PLANT_FLOOR, Phrase::new("m²", "m²")),
    (words::POWER, Phrase::new("MW", "MW")),
    (words::SEWAGE, Phrase::new("吨/日", "t/d")),
    (words::WATER, Phrase::new("吨/日", "t/d")),
    (words::ENERGY, Phrase::new("吨标准煤", "tce")),
];

/// The sheet between frames.
pub struct ParkParts {
    park: ParkId,
    page: Page,
    lock_reason: String,
    factor: usize,
    amount: String,
    until: String,
    reason: String,
    has_tried: bool,
    assumption: AssumptionForm,
}

impl ParkParts {
    /// The sheet of `park`, open at `page`.
    pub fn new(cx: &Cx<'_>, park: ParkId, page: Page) -> Self {
        Self {
            assumption: AssumptionForm::new(cx, About::Park(park.clone())),
            park,
            page,
            lock_reason: String::new(),
            factor: 0,
            amount: String::new(),
            until: String::new(),
            reason: String::new(),
            has_tried: false,
        }
    }

    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        let mut is_closed = false;
        let modal = modal(cx, "park parts").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 600.0));
            let park = i18n::finding::park_name(cx.scenario(), &self.park);
            heading(ui, &format!("{} · {} {}", cx.tell(&park), cx.say(words::PLAN), cx.bench.plan()));
            let segments = PAGES.map(|(_, name)| Segment { name: cx.say(name), icon: None });
            let mut at = PAGES.iter().position(|(page, _)| *page == self.page).unwrap_or(0);
            if segmented_ui(ui, cx.theme, &segments, &mut at).changed() {
                self.page = PAGES.get(at).map_or(Page::Lock, |(page, _)| *page);
            }
            ui.add_space(SPACE_12);
            let height = sheet_height(ui, 480.0) - 40.0;
            ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink(false).show(ui, |ui| {
                match self.page {
                    Page::Lock => self.lock_ui(ui, cx),
                    Page::Reservations => self.reservations_ui(ui, cx),
                    Page::Assumptions => self.assumption.ui(ui, cx),
                }
            });
            ui.add_space(SPACE_8);
            is_closed = button_ui(ui, cx.theme, &Button::new(cx.say(words::CLOSE)).keys("Esc")).clicked();
        });
        !is_closed && !modal.should_close()
    }

    fn lock_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let may = cx.scenario().may_change(cx.bench.plan());
        if let Some(lock) = cx.scenario().lock(cx.bench.plan(), &self.park) {
            marked_ui(ui, cx, (Icon::Lock, Signal::Vetoed), cx.say(words::LOCKED_MEANS));
            if !lock.reason.is_empty() {
                ui.label(format!("{} {}", cx.say(words::REASON), lock.reason));
            }
            ui.add_space(SPACE_8);
            if button_ui(ui, cx.theme, &Button::primary(cx.say(words::UNLOCK)).enabled(may)).clicked() {
                cx.push(Command::LockOrUnlock(self.park.clone()));
            }
            return;
        }
        ui.label(cx.say(words::LOCK_WOULD_MEAN));
        ui.add_space(SPACE_8);
        entry_ui(ui, "lock reason", cx.say(words::REASON), &mut self.lock_reason, cx, &Note::Hint(""));
        let button = Button::primary(cx.say(words::LOCK_PARK)).icon(Icon::Lock).enabled(may);
        let button = if may { button } else { button.hover(cx.say(words::READ_ONLY)) };
        if button_ui(ui, cx.theme, &button).clicked() {
            let reason = self.lock_reason.trim().to_owned();
            cx.push(Command::Lock { park: self.park.clone(), reason });
            self.lock_reason.clear();
        }
    }

    fn reservations_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let may = cx.scenario().may_change(cx.bench.plan());
        let plan = cx.bench.plan();
        let here: Vec<&Reservation> = cx.scenario().reservations_of(plan).filter(|it| it.park == self.park).collect();
        if here.is_empty() {
            label_ui(ui, cx, cx.say(words::NO_RESERVATIONS));
        }
        for reservation in here {
            let (title, words) = reservation_words(cx, reservation);
            let release = format!("{} {title} {}", cx.say(words::GIVE_UP_RESERVATION), reservation.id);
            if record_ui(ui, cx, &title, &words, &reservation.reason, (Icon::Close, &release, may)) {
                cx.push(Command::Release(reservation.id.clone()));
            }
        }
        ui.separator();
        ui.label(egui::RichText::new(cx.say(words::RESERVE_MORE)).font(Type::BodyBold.font()));
        let options: Vec<String> =
            FACTORS.iter().map(|(name, unit)| format!("{} ({})", cx.say(*name), cx.say(*unit))).collect();
        let amount = self.amount();
        let until = day(cx, &self.until);
        let has_reason = !self.reason.trim().is_empty();
        ui.columns(2, |columns| {
            let [left, right] = columns else { return };
            combo_ui(left, "reserved factor", cx.say(words::FACTOR), cx, &options, &mut self.factor);
            left.add_space(18.0);
            let unit = FACTORS.get(self.factor).map(|(_, unit)| cx.say(*unit)).unwrap_or_default();
            let wrong = amount.as_ref().err().map(|it| cx.tell(it));
            let note = Note::of(unit, wrong, self.has_tried || !self.amount.is_empty());
            let label = format!("{} ({unit})", cx.say(words::AMOUNT));
            entry_ui(right, "reserved amount", &label, &mut self.amount, cx, &note);
            let wrong = until.as_ref().err().map(|it| cx.tell(it));
            let is_whole = self.until.trim().chars().count() >= 10;
            let note = Note::of(cx.say(words::DAY_HINT), wrong, self.has_tried || is_whole);
            entry_ui(left, "reserved until", cx.say(words::EXPIRES), &mut self.until, cx, &note);
            let wrong = (!has_reason).then(|| cx.say(words::REASON_MISSING));
            let note = Note::of("", wrong, self.has_tried);
            entry_ui(right, "reserved reason", cx.say(words::REASON), &mut self.reason, cx, &note);
        });
        let button = Button::primary(cx.say(words::RESERVE)).enabled(may);
        let button = if may { button } else { button.hover(cx.say(words::READ_ONLY)) };
        if button_ui(ui, cx.theme, &button).clicked() {
            self.has_tried = true;
            if let (Ok(amount), Ok(until), true) = (amount, until, has_reason) {
                let reason = self.reason.trim().to_owned();
                cx.push(Command::Reserve { park: self.park.clone(), amount, until, reason });
                self.amount.clear();
                self.reason.clear();
                self.has_tried = false;
            }
        }
    }

    /// What the person wants to reserve; none of it is no reservation.
    fn amount(&self) -> Result<Reserved, Text> {
        let typed = &self.amount;
        let (reserved, steps) = match self.factor {
            0 => quantity(typed).map(|it: crate::model::quantity::Mu| (Reserved::Land(it), it.steps()))?,
            1 => quantity(typed)
                .map(|it: crate::model::quantity::SquareMetres| (Reserved::PlantFloor(it), it.steps()))?,
            2 => quantity(typed).map(|it: crate::model::quantity::Megawatts| (Reserved::Power(it), it.steps()))?,
            3 => quantity(typed).map(|it: crate::model::quantity::TonnesPerDay| (Reserved::Sewage(it), it.steps()))?,
            4 => quantity(typed).map(|it: crate::model::quantity::TonnesPerDay| (Reserved::Water(it), it.steps()))?,
            _ => quantity(typed).map(|it: crate::model::quantity::Tce| (Reserved::EnergyQuota(it), it.steps()))?,
        };
        if steps == 0 {
            return Err(Text::new("预留量须大于零", "Reserve more than nothing"));
        }
        Ok(reserved)
    }
}

/// Factor of a reservation; then amount, last day, and whether that has passed.
pub fn reservation_words(cx: &Cx<'_>, reservation: &Reservation) -> (String, String) {
    let (at, plain) = match reservation.amount {
        Reserved::Land(it) => (0, it.plain()),
        Reserved::PlantFloor(it) => (1, it.plain()),
        Reserved::Power(it) => (2, it.plain()),
        Reserved::Sewage(it) => (3, it.plain()),
        Reserved::Water(it) => (4, it.plain()),
        Reserved::EnergyQuota(it) => (5, it.plain()),
    };
    let (name, unit) = FACTORS.get(at).map(|(name, unit)| (cx.say(*name), cx.say(*unit))).unwrap_or_default();
    let until = Text::new(format!("至 {}", reservation.until), format!("until {}", reservation.until));
    let is_past = reservation.until < cx.scenario().as_of;
    let past = if is_past { format!(" · {}", cx.say(words::EXPIRED)) } else { String::new() };
    (name.to_owned(), format!("{} {unit} · {}{past}", figure::grouped(&plain), cx.tell(&until)))
}
