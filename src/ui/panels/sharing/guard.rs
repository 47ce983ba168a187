//! Who gains and who loses by the plan over ten years, what each unit has year by year, and the transfers that cure a loss.

use egui::{Align, Id, Rect, Role as AccessRole, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{
    agreements::unit,
    kept::Kept,
    ledger::name_and_amount,
    parts::{
        COLUMNS_HEAD, card_ui, chosen_row_ui, columns_head_ui, deed, empty_ui, gutter, marked_at_ui, ratio, rows_ui,
        told_row_ui, tools_ui,
    },
    reservations::named_line,
};
use crate::{
    analysis::sharing::{
        guard::{Cure, Welfare},
        units::{Books, Guard, UnitYear},
    },
    i18n::{phrase::deed_to, sharing as say, support::wan},
    model::{edit::sharing::SharingEdit, evidence::Confidence, id::UnitId, quantity::Yuan, sharing::Transfer},
    ui::{
        cx::{Ask, Cx},
        dialogs::{SharingWish, columns::Column},
        theme::{RADIUS_BAR, RADIUS_BUTTON, SPACE_8, SPACE_12, Signal, Type},
        widgets::{
            button::{Button, button_at_ui},
            icon::Icon,
            shapes,
            text::{height_of, line},
            tip::Tip,
        },
    },
    workbench::command::Command,
};

/// Height of a unit, in points.
const ROW: f32 = 54.0;
/// Height of a year of the books, in points.
const YEAR: f32 = 26.0;
/// Columns of the books.
const COLUMNS: [Column; 6] = [
    (15.0, Align::Min),
    (18.0, Align::Max),
    (17.0, Align::Max),
    (17.0, Align::Max),
    (15.0, Align::Max),
    (18.0, Align::Max),
];

/// The page between frames.
#[derive(Debug, Default)]
pub struct GuardPage {
    chosen: Option<UnitId>,
}

impl GuardPage {
    /// Draws the page.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, rect: Rect, kept: &mut Kept) {
        let (books, guard) = (kept.books(cx), kept.guard(cx));
        if guard.units.is_empty() {
            self.welfare_ui(ui, cx, rect, &guard, &books);
            return;
        }
        let width = (rect.width() * 0.48).max(440.0);
        let left = Rect::from_min_size(rect.min, vec2(width, rect.height()));
        let right = Rect::from_min_max(pos2(left.right() + SPACE_8, rect.top()), rect.max);
        if !self.chosen.as_ref().is_some_and(|id| books.units.contains_key(id)) {
            let worst = guard.units.iter().min_by_key(|it| it.gain());
            self.chosen = worst.map(|it| it.unit.clone());
        }
        self.welfare_ui(ui, cx, left, &guard, &books);
        let cure = cure_height(ui, cx, right.width(), &guard);
        let upper = Rect::from_min_size(right.min, vec2(right.width(), cure));
        cure_ui(ui, cx, upper, &guard);
        let rest = Rect::from_min_max(pos2(right.left(), upper.bottom() + SPACE_8), right.max);
        let of_books = (44.0 + COLUMNS_HEAD + YEAR * 11.0 + 4.0).min(rest.height() * 0.62);
        let middle = Rect::from_min_size(rest.min, vec2(rest.width(), of_books));
        self.books_ui(ui, cx, middle, &books);
        transfers_ui(ui, cx, Rect::from_min_max(pos2(rest.left(), middle.bottom() + SPACE_8), rest.max));
    }

    fn welfare_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, rect: Rect, guard: &Guard, books: &Books) {
        let (body, _) = card_ui(ui, cx, rect, (cx.say(say::WELFARE), unit(cx)), &[]);
        if guard.units.is_empty() {
            empty_ui(ui, cx, body, cx.say(say::NO_UNITS));
            return;
        }
        let mut means = cx.say(say::WITHOUT_MEANS).to_owned();
        if books.without_tax > 0 {
            means = format!("{means} · {}", cx.tell(&say::without_tax(books.without_tax)));
        }
        let room = body.shrink2(vec2(SPACE_12, 0.0));
        let height = height_of(ui.painter(), &means, Type::Small, room.width() - 22.0, 4).max(18.0);
        let note = Rect::from_min_max(pos2(room.left(), room.bottom() - height - 8.0), room.max);
        marked_at_ui(ui, note, (Icon::Info, cx.theme.text2), &means, Type::Small, cx.theme.text2);
        let legend = Rect::from_min_size(room.min, vec2(room.width(), 28.0));
        let list = Rect::from_min_max(pos2(body.left(), legend.bottom()), pos2(body.right(), note.top() - 6.0));
        let gutter = gutter(ui, list.height(), ROW, guard.units.len());
        legend_ui(ui, cx, legend.with_max_x(legend.right() - gutter));
        let mut units: Vec<&Welfare> = guard.units.iter().collect();
        units.sort_by_key(|it| (it.gain(), it.unit.clone()));
        let most = units.iter().map(|it| it.with_plan.max(it.without)).max().unwrap_or(0).max(1);
        rows_ui(ui, list, "welfare", ROW, units.len(), |ui, rect, at| {
            if let Some(welfare) = units.get(at) {
                let is_chosen = self.chosen.as_ref() == Some(&welfare.unit);
                if unit_ui(ui, cx, rect, welfare, most, is_chosen) {
                    self.chosen = Some(welfare.unit.clone());
                }
            }
        });
    }

    fn books_ui(&self, ui: &mut Ui, cx: &Cx<'_>, rect: Rect, books: &Books) {
        let name = self.chosen.as_ref().map(|it| say::unit_name(cx.world(), it)).unwrap_or_default();
        let title = format!("{} · {}", cx.say(say::BOOKS), cx.tell(&name));
        let (body, _) = card_ui(ui, cx, rect, (&title, unit(cx)), &[]);
        let years = self.chosen.as_ref().and_then(|it| books.units.get(it)).map_or(&[][..], Vec::as_slice);
        let room = body.height() - COLUMNS_HEAD - YEAR - 2.0;
        let gutter = gutter(ui, room, YEAR, years.len());
        let span = body.width() - 2.0 * SPACE_12 - gutter;
        let head = Rect::from_min_size(body.min + vec2(SPACE_8, 0.0), vec2(span, COLUMNS_HEAD));
        let names =
            [say::YEAR, say::HOSTED, say::HANDED_ON, say::RECEIVED, say::TRANSFERS, say::NET].map(|it| cx.say(it));
        columns_head_ui(ui, cx, head, &COLUMNS, &names, SPACE_12 + gutter);
        let foot = Rect::from_min_max(pos2(body.left(), body.bottom() - YEAR - 2.0), body.max);
        let rows = Rect::from_min_max(pos2(body.left(), head.bottom()), pos2(body.right(), foot.top()));
        let sign = approximately(cx);
        let row = |ui: &Ui, rect: Rect, id: Id, title: &str, of: &UnitYear, style: Type| {
            let figures = [of.hosted, of.handed_on.saturating_neg(), of.received, of.transfers, of.net()];
            let figures = figures.map(|fen| if fen == 0 { wan(0) } else { format!("{sign}{}", wan(fen)) });
            let mut cells = vec![(title, Type::BodyBold, cx.theme.text1)];
            cells.extend(figures.iter().map(|it| (it.as_str(), style, cx.theme.text1)));
            let told: Vec<String> =
                names.iter().skip(1).zip(&figures).map(|(name, it)| format!("{name} {it}")).collect();
            let spoken = format!("{} · {title} · {}", cx.tell(&name), told.join(" · "));
            let place = Rect::from_min_size(rect.min + vec2(SPACE_8, 0.0), vec2(span, rect.height()));
            told_row_ui(ui, place, id, &COLUMNS, &cells, &spoken, false);
        };
        rows_ui(ui, rows, "books", YEAR, years.len(), |ui, rect, at| {
            if let (Some(of), Some(year)) = (years.get(at), books.years.get(at)) {
                row(ui, rect, Id::unique(("books", *year)), &year.to_string(), of, Type::Body);
            }
        });
        ui.painter().rect_filled(foot, 0.0, cx.theme.sunken);
        ui.painter().hline(foot.x_range(), foot.top(), cx.theme.edge());
        let sum = years.iter().fold(UnitYear::default(), |sum, it| UnitYear {
            hosted: sum.hosted.saturating_add(it.hosted),
            handed_on: sum.handed_on.saturating_add(it.handed_on),
            received: sum.received.saturating_add(it.received),
            paid: sum.paid.saturating_add(it.paid),
            transfers: sum.transfers.saturating_add(it.transfers),
        });
        row(ui, foot, Id::unique("books sum"), cx.say(say::SUM), &sum, Type::BodyBold);
    }
}

/// `≈` where what of a tax stays is assumed: then everything that follows from it is.
fn approximately(cx: &Cx<'_>) -> &'static str {
    if cx.world().taxes.iter().any(|it| it.evidence.confidence >= Confidence::Assumed) { "≈" } else { "" }
}

fn legend_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect) {
    let mut left = rect.left();
    for (phrase, is_plan) in [(say::WITH_PLAN, true), (say::WITHOUT_PLAN, false)] {
        let square = Rect::from_min_size(pos2(left, rect.center().y - 4.0), vec2(14.0, 8.0));
        bar_ui(ui, cx, square, is_plan);
        let place = Rect::from_min_max(pos2(square.right() + 6.0, rect.top()), rect.max);
        let shown = line(ui.painter(), place, Align::Min, cx.say(phrase), Type::Small, cx.theme.text2);
        left = shown.rect.right() + 16.0;
    }
    line(ui.painter(), rect, Align::Max, cx.say(say::GAIN), Type::Small, cx.theme.text2);
}

/// With the plan filled, without it outlined and striped.
fn bar_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, is_plan: bool) {
    if is_plan {
        ui.painter().rect_filled(rect, RADIUS_BAR, cx.theme.ink_fill);
    } else {
        shapes::framed_rect(ui.painter(), rect, RADIUS_BAR, cx.theme.sunken, cx.theme.edge_strong());
        shapes::stripes(
            ui.painter(),
            rect,
            RADIUS_BAR,
            shapes::Stripes { every: 4.0, ..shapes::Stripes::hatch(cx.theme.text3) },
        );
    }
}

/// Draws a unit; `true` when it is clicked.
fn unit_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, welfare: &Welfare, most: i64, is_chosen: bool) -> bool {
    let name = say::unit_name(cx.world(), &welfare.unit);
    let gain = welfare.gain();
    let approx = approximately(cx);
    let told = |fen: i64| if fen == 0 { wan(0) } else { format!("{approx}{}", wan(fen)) };
    let gain_words = if gain > 0 { format!("{approx}+{}", wan(gain)) } else { told(gain) };
    let (with, without) = (told(welfare.with_plan), told(welfare.without));
    let spoken = format!(
        "{} · {} {with} · {} {without} · {} {gain_words}",
        cx.tell(&name),
        cx.say(say::WITH_PLAN),
        cx.say(say::WITHOUT_PLAN),
        cx.say(say::GAIN)
    );
    let response = chosen_row_ui(ui, cx, rect, Id::unique(("welfare", welfare.unit.as_str())), is_chosen, &spoken);
    let room = rect.shrink2(vec2(SPACE_12, 4.0));
    let (mark, ink) = if gain < 0 { (Some(Icon::Broken), cx.theme.broken.ink) } else { (None, cx.theme.text1) };
    let upper = Rect::from_min_size(room.min, vec2(room.width(), 20.0));
    let end = Rect::from_min_max(pos2(upper.right() - 130.0, upper.top()), upper.max);
    let shown = line(ui.painter(), end, Align::Max, &gain_words, Type::BodyBold, ink);
    if let Some(mark) = mark {
        let square = Rect::from_min_size(pos2(shown.rect.left() - 20.0, end.center().y - 7.0), vec2(14.0, 14.0));
        crate::ui::widgets::icon::paint(ui.painter(), mark, square, ink);
    }
    let place = Rect::from_min_max(upper.min, pos2(shown.rect.left() - 28.0, upper.bottom()));
    let is_cut = line(ui.painter(), place, Align::Min, cx.tell(&name), Type::BodyBold, cx.theme.text1).truncated;
    let figures = 92.0;
    for (at, (amount, words, is_plan)) in
        [(0.0, (welfare.with_plan, &with, true)), (1.0, (welfare.without, &without, false))]
    {
        let track =
            Rect::from_min_size(pos2(room.left(), upper.bottom() + 1.0 + at * 13.0), vec2(room.width() - figures, 9.0));
        let length = track.width() * ratio(amount.max(0), most).min(1.0);
        if length > 0.0 {
            bar_ui(ui, cx, Rect::from_min_size(track.min, vec2(length.max(2.0), track.height())), is_plan);
        }
        let place = Rect::from_min_max(
            pos2(track.left() + length + 6.0, track.top() - 4.0),
            pos2(room.right(), track.bottom() + 4.0),
        );
        line(ui.painter(), place, Align::Min, words, Type::Micro, cx.theme.text2);
    }
    let is_clicked = response.clicked();
    if is_cut {
        response.tip_at_pointer(spoken);
    }
    is_clicked
}

/// Height of a proposed payment, in points.
const PAYMENT: f32 = 22.0;
/// Most payments that are listed before they scroll.
const PAYMENTS: usize = 4;

/// The words of the conclusion, and their sign.
fn conclusion(cx: &Cx<'_>, guard: &Guard) -> (Signal, Icon, String, String) {
    let losers: Vec<(UnitId, i64)> =
        guard.worse_off().map(|it| (it.unit.clone(), it.gain().saturating_neg())).collect();
    let sign = approximately(cx);
    let told = say::worse_off(cx.world(), &losers, sign);
    match &guard.cure {
        Cure::NotNeeded => (Signal::Holds, Icon::Holds, cx.say(say::NOBODY_WORSE).to_owned(), String::new()),
        Cure::Payments(_) => {
            (Signal::Near, Icon::Near, cx.tell(&told).to_owned(), cx.say(say::LEAST_THAT_MOVES).to_owned())
        }
        Cure::Impossible(lack) => {
            (Signal::Broken, Icon::Broken, cx.tell(&told).to_owned(), cx.tell(&say::proof(*lack, sign)).to_owned())
        }
    }
}

fn payments(guard: &Guard) -> usize {
    match &guard.cure {
        Cure::Payments(payments) => payments.len(),
        Cure::NotNeeded | Cure::Impossible(_) => 0,
    }
}

/// Height that the conclusion takes.
fn cure_height(ui: &Ui, cx: &Cx<'_>, width: f32, guard: &Guard) -> f32 {
    let (_, _, words, more) = conclusion(cx, guard);
    let width = width - 2.0 * SPACE_12 - 22.0;
    let words = height_of(ui.painter(), &words, Type::BodyBold, width, 8).max(18.0);
    let more =
        if more.is_empty() { 0.0 } else { height_of(ui.painter(), &more, Type::Small, width, 8).max(18.0) + 4.0 };
    let shown = f32::from(u16::try_from(payments(guard).min(PAYMENTS)).unwrap_or(4));
    let list = if shown > 0.0 { shown * PAYMENT + 44.0 } else { 0.0 };
    words + more + list + 24.0
}

fn cure_ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, guard: &Guard) {
    let (signal, mark, words, more) = conclusion(cx, guard);
    let tone = cx.theme.tone(signal);
    shapes::framed_rect(ui.painter(), rect, RADIUS_BUTTON, tone.soft, egui::Stroke::new(1.0, tone.ink));
    let room = rect.shrink2(vec2(SPACE_12, 12.0));
    let mut top = room.top() + marked_at_ui(ui, room, (mark, tone.ink), &words, Type::BodyBold, cx.theme.text1) + 4.0;
    if !more.is_empty() {
        let second = Rect::from_min_max(pos2(room.left(), top), room.max);
        top += marked_at_ui(ui, second, (Icon::Info, cx.theme.text2), &more, Type::Small, cx.theme.text1) + 6.0;
    }
    let Cure::Payments(payments) = &guard.cure else { return };
    let button = deed(cx, Button::primary(cx.say(say::COMPENSATE)).icon(Icon::Tick).small());
    let size = button.size(ui.painter());
    let place = Rect::from_min_size(pos2(room.left() + 22.0, room.bottom() - size.y), size);
    if button_at_ui(ui, cx.theme, place, Id::unique("compensate"), &button).clicked() {
        cx.push(Command::Compensate);
    }
    let list = Rect::from_min_max(pos2(room.left() + 22.0, top), pos2(room.right(), place.top() - 4.0));
    let unit = |at: usize| guard.units.get(at).map(|it| &it.unit);
    rows_ui(ui, list, "payments", PAYMENT, payments.len(), |ui, rect, at| {
        let Some(payment) = payments.get(at) else { return };
        let (Some(from), Some(to)) = (unit(payment.from), unit(payment.to)) else { return };
        let told = say::payment(cx.world(), (from, to), payment.amount, approximately(cx));
        let told = cx.tell(&told);
        let is_cut = line(ui.painter(), rect, Align::Min, told, Type::Body, cx.theme.text1).truncated;
        let response = ui.interact(rect, Id::unique(("payment", at)), Sense::hover());
        let spoken = format!("{} {told}", cx.say(say::PROPOSED));
        response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &spoken));
        if is_cut {
            response.tip_at_pointer(spoken);
        }
    });
}

fn transfers_ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect) {
    let plan = cx.bench.plan();
    let all: Vec<&Transfer> = cx.scenario().transfers_of(plan).collect();
    let new = deed(cx, Button::new(cx.say(say::NEW_TRANSFER)).icon(Icon::Plus).small());
    let count = all.len().to_string();
    let note = if all.is_empty() { "" } else { count.as_str() };
    let (body, pressed) = card_ui(ui, cx, rect, (cx.say(say::AGREED_TRANSFERS), note), &[new]);
    if pressed.is_some() {
        cx.ask(Ask::Sharing(SharingWish::Transfer(None)));
    }
    if all.is_empty() {
        empty_ui(ui, cx, body, cx.say(say::NO_TRANSFERS));
        return;
    }
    rows_ui(ui, body, "transfers", 42.0, all.len(), |ui, rect, at| {
        if let Some(transfer) = all.get(at) {
            transfer_ui(ui, cx, rect, transfer);
        }
    });
}

fn transfer_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, transfer: &Transfer) {
    let unit = |id: &UnitId| say::unit_name(cx.scenario(), id);
    let (from, to) = (unit(&transfer.from), unit(&transfer.to));
    let between = format!("{} → {}", cx.tell(&from), cx.tell(&to));
    let names = [say::EDIT_TRANSFER, say::DROP_TRANSFER].map(|it| deed_to(cx.say(it), &between));
    let [edit, drop] = &names;
    let tools =
        [deed(cx, Button::quiet(Icon::Pencil, edit).small()), deed(cx, Button::quiet(Icon::Trash, drop).small())];
    let (pressed, right) = tools_ui(ui, cx, rect, &tools, &[edit, drop]);
    match pressed {
        Some(0) => cx.ask(Ask::Sharing(SharingWish::Transfer(Some((transfer.from.clone(), transfer.to.clone()))))),
        Some(_) => cx.push(Command::Share(SharingEdit::DropTransfer {
            plan: transfer.plan.clone(),
            from: transfer.from.clone(),
            to: transfer.to.clone(),
        })),
        None => {}
    }
    let amount = wan(Yuan::steps(transfer.amount));
    let first = Rect::from_min_max(rect.min + vec2(SPACE_12, 3.0), pos2(right - SPACE_8, rect.center().y + 2.0));
    let mut is_cut = name_and_amount(ui, cx, first, &between, &amount);
    let years = say::transfer_years(transfer.first_year, transfer.last_year);
    let more = format!("{} · {}", cx.tell(&years), cx.lang.half(&transfer.reason));
    is_cut |= named_line(ui, cx, first.translate(vec2(0.0, 17.0)), "", &more);
    ui.painter().hline(rect.shrink2(vec2(SPACE_12, 0.0)).x_range(), rect.bottom(), cx.theme.edge());
    let spoken = format!("{between} · {amount} · {more}");
    let of_row = Rect::from_min_max(rect.min, pos2(right, rect.bottom()));
    let id = Id::unique(("transfer", transfer.from.as_str(), transfer.to.as_str()));
    let response = ui.interact(of_row, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &spoken));
    if is_cut {
        response.tip_at_pointer(spoken);
    }
}
