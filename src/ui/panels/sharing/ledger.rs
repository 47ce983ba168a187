//! The ledger of an agreement, year by year, and what counts for whom in output and investment.

use std::collections::BTreeSet;

use egui::{Align, Color32, Id, Rect, Ui, pos2, vec2};

use super::{
    agreements::{amount, standing, unit},
    parts::{
        COLUMNS_HEAD, card_ui, columns_head_ui, deed, gutter, marked_at_ui, ratio, rows_ui, told_row_ui, tools_ui,
    },
};
use crate::{
    analysis::sharing::{Assessment, Counted, Ledger, Row, Split, Standing, windows},
    i18n::{figure, phrase::deed_to, sharing as say, support},
    model::{edit::sharing::SharingEdit, evidence::Confidence, id::UnitId, quantity::Yuan},
    ui::{
        cx::{Ask, Cx},
        dialogs::{
            SharingWish,
            columns::{Column, places},
        },
        theme::{RADIUS_BAR, SPACE_8, SPACE_12, Type},
        widgets::{
            button::Button,
            icon::Icon,
            text::{Span, line_of, width_of},
        },
    },
    workbench::command::Command,
};

/// Height of a year, in points.
const ROW: f32 = 30.0;
/// Height of what counts for whom, in points.
const COUNTED: f32 = 214.0;
/// Width of the button of a year, in points.
const TOOLS: f32 = 44.0;
/// Columns of the ledger: year, expected and actual base, shares, due, paid, owed.
const COLUMNS: [Column; 9] = [
    (11.0, Align::Min),
    (11.0, Align::Max),
    (11.0, Align::Max),
    (11.5, Align::Max),
    (10.0, Align::Max),
    (11.5, Align::Max),
    (11.5, Align::Max),
    (11.0, Align::Max),
    (11.5, Align::Max),
];

/// Draws the ledger of `ledger` and, below it, what counts for whom.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, ledger: &Ledger) {
    let below = COUNTED.min(rect.height() * 0.4);
    let upper = Rect::from_min_max(rect.min, pos2(rect.right(), rect.bottom() - below - SPACE_8));
    let lower = Rect::from_min_max(pos2(rect.left(), rect.bottom() - below), rect.max);
    ledger_ui(ui, cx, upper, ledger);
    counted_ui(ui, cx, lower, ledger);
}

fn ledger_ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, ledger: &Ledger) {
    let agreement = &ledger.agreement;
    let world = cx.world();
    let name = world.projects.get(&agreement.project).map_or("", |it| cx.tell(&it.name));
    let title = format!("{} {name}", agreement.project);
    let differs = matches!(ledger.standing, Standing::HostDiffers(_));
    let change = if differs { say::RENEW } else { say::EDIT_AGREEMENT };
    let change = if differs { Button::primary(cx.say(change)) } else { Button::new(cx.say(change)) };
    let drop = Button::quiet(Icon::Trash, cx.say(say::DROP_AGREEMENT)).small();
    let (body, pressed) = card_ui(ui, cx, rect, (&title, unit(cx)), &[deed(cx, change.small()), deed(cx, drop)]);
    match pressed {
        Some(0) => cx.ask(Ask::Sharing(SharingWish::Agreement(Some(agreement.project.clone())))),
        Some(_) => cx.push(Command::Share(SharingEdit::DropAgreement {
            plan: agreement.plan.clone(),
            project: agreement.project.clone(),
        })),
        None => {}
    }
    let top = terms_ui(ui, cx, body, ledger);
    let bars = bars_width(cx);
    let gutter = gutter(ui, body.bottom() - top - COLUMNS_HEAD - ROW - 2.0, ROW, ledger.rows.len());
    let end = body.right() - TOOLS - bars - gutter;
    let head = Rect::from_min_max(pos2(body.left() + SPACE_8, top), pos2(end, top + COLUMNS_HEAD));
    let names = [
        say::YEAR,
        say::EXPECTED,
        say::ACTUAL,
        say::ORIGINATOR,
        say::OTHERS,
        say::HOST,
        say::DUE,
        say::PAID,
        say::OWED,
    ];
    columns_head_ui(ui, cx, head, &COLUMNS, &names.map(|it| cx.say(it)), TOOLS + bars + gutter);
    squares_ui(ui, cx, head);
    let foot = Rect::from_min_max(pos2(body.left(), body.bottom() - ROW - 2.0), body.max);
    let rows = Rect::from_min_max(pos2(body.left(), head.bottom()), pos2(body.right(), foot.top()));
    let sign = if is_assumed(cx, ledger) { "≈" } else { "" };
    let most = ledger.rows.iter().filter_map(|it| it.split().map(|it| it.base)).max().unwrap_or(0);
    rows_ui(ui, rows, "ledger", ROW, ledger.rows.len(), |ui, rect, at| {
        if let Some(row) = ledger.rows.get(at) {
            year_ui(ui, cx, rect, ledger, row, (sign, most));
        }
    });
    sums_ui(ui, cx, (foot, gutter), ledger, sign);
}

/// How the agreement stands, who shares and by which terms; where the columns begin.
fn terms_ui(ui: &Ui, cx: &Cx<'_>, body: Rect, ledger: &Ledger) -> f32 {
    let world = cx.world();
    let agreement = &ledger.agreement;
    let (signal, word) = standing(&ledger.standing);
    let template = world.sharing_templates.get(&agreement.template);
    let terms = template.map(|it| say::windows(windows(agreement, it))).unwrap_or_default();
    let named = template.map_or("", |it| cx.tell(&it.name));
    let mut words = format!("{} · {named} · {}", cx.say(word), cx.tell(&terms));
    if let Standing::HostDiffers(host) = &ledger.standing {
        words = format!("{words} · {}", cx.tell(&say::now_hosted(world, host.as_ref())));
    }
    let has_tax = world.projects.get(&agreement.project).is_some_and(|it| it.tax.is_some());
    let rest = cx.say(if has_tax { say::BY_FIGURES } else { say::NO_TAX });
    let room = Rect::from_min_max(body.min + vec2(SPACE_12, SPACE_8), body.max - vec2(SPACE_12, 0.0));
    let sign = (Icon::of(signal), cx.theme.tone(signal).ink);
    let height = marked_at_ui(ui, room, sign, &words, Type::Body, cx.theme.text1);
    let second = room.translate(vec2(0.0, height + 2.0));
    let sign = (if has_tax { Icon::Info } else { Icon::Unknown }, cx.theme.text3);
    let more = marked_at_ui(ui, second, sign, rest, Type::Small, cx.theme.text2);
    second.top() + more + 4.0
}

/// Whether what is expected rests on assumed figures: of the project, or of what of a tax stays.
fn is_assumed(cx: &Cx<'_>, ledger: &Ledger) -> bool {
    let world = cx.world();
    let of_project = world.projects.get(&ledger.agreement.project).map(|it| it.evidence.confidence);
    let of_taxes = world.taxes.iter().map(|it| it.evidence.confidence);
    of_taxes.chain(of_project).any(|it| it >= Confidence::Assumed)
}

/// What further parties have together.
fn others(split: &Split) -> i64 {
    split.others.iter().fold(0_i64, |sum, it| sum.saturating_add(*it))
}

/// Width of the bars of the shares, in points: none where there is little room.
fn bars_width(cx: &Cx<'_>) -> f32 {
    if cx.roomy { 220.0 } else { 0.0 }
}

/// The colours of originator, further parties and host.
fn share_inks(cx: &Cx<'_>) -> [Color32; 3] {
    let [first, _, third, _, fifth, _] = cx.theme.contribution;
    [first, third, fifth]
}

/// Squares before the heads of the shares, in the colours of the bars.
fn squares_ui(ui: &Ui, cx: &Cx<'_>, head: Rect) {
    if bars_width(cx) == 0.0 {
        return;
    }
    let names = [say::ORIGINATOR, say::OTHERS, say::HOST];
    let at = places(head, &COLUMNS);
    for (((place, _), name), ink) in at.iter().skip(3).zip(names).zip(share_inks(cx)) {
        let left = place.right() - width_of(ui.painter(), cx.say(name), Type::Small) - 16.0;
        let square = Rect::from_min_size(pos2(left, place.center().y - 5.0), vec2(10.0, 10.0));
        ui.painter().rect_filled(square, RADIUS_BAR, ink);
    }
}

/// The shares of a year as a bar; `most` is the base of the year that has most.
fn bar_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, row: &Row, most: i64) {
    let Some(split) = row.split() else { return };
    let mut left = rect.left();
    for (amount, ink) in [split.originator, others(split), split.host].into_iter().zip(share_inks(cx)) {
        let width = rect.width() * ratio(amount.max(0), most);
        if width > 0.0 {
            let part = Rect::from_min_size(pos2(left, rect.top()), vec2((width - 1.0).max(1.0), rect.height()));
            if row.actual.is_some() {
                ui.painter().rect_filled(part, RADIUS_BAR, ink);
            } else {
                ui.painter().rect_filled(part, RADIUS_BAR, ink.gamma_multiply(0.55));
            }
        }
        left += width;
    }
}

/// The figures of a year, in fen: base expected, base booked, originator, others, host, due, paid, owed.
fn figures(row: &Row) -> [Option<i64>; 8] {
    let split = row.split();
    [
        row.expected.as_ref().map(|it| it.base),
        row.actual.as_ref().map(|it| it.base),
        split.map(|it| it.originator),
        split.filter(|it| !it.others.is_empty()).map(others),
        split.map(|it| it.host),
        split.map(Split::handed_on),
        row.paid.map(Yuan::steps),
        row.owed(),
    ]
}

fn year_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, ledger: &Ledger, row: &Row, (sign, most): (&str, i64)) {
    let project = &ledger.agreement.project;
    let name = deed_to(cx.say(say::BOOK), &format!("{} {project}", row.year));
    let book = Button::quiet(Icon::Pencil, &name).small();
    if tools_ui(ui, cx, rect, &[book], &[&name]).0.is_some() {
        cx.ask(Ask::Sharing(SharingWish::Booking(project.clone(), row.year)));
    }
    let figures = figures(row);
    let is_booked = row.actual.is_some();
    let words: Vec<String> = figures
        .iter()
        .enumerate()
        .map(|(at, fen)| {
            // What is booked is known; the base and the shares that are expected are worked out.
            let is_expected = at == 0 || (!is_booked && (2..=5).contains(&at));
            let sign = if is_expected && fen.is_some() { sign } else { "" };
            format!("{sign}{}", amount(*fen))
        })
        .collect();
    let year = format!("{} · {}", row.year, row.number);
    let ink = if is_booked { cx.theme.text1 } else { cx.theme.text2 };
    let owes = row.owed().is_some_and(|owed| owed > 0);
    let mut cells = vec![(year.as_str(), Type::BodyBold, cx.theme.text1)];
    for (at, word) in words.iter().enumerate() {
        let style = if at == 5 || (at == 7 && owes) { Type::BodyBold } else { Type::Body };
        cells.push((word.as_str(), style, if at == 7 && owes { cx.theme.near.ink } else { ink }));
    }
    let end = rect.right() - TOOLS;
    let place = Rect::from_min_max(rect.min + vec2(SPACE_8, 0.0), pos2(end - bars_width(cx), rect.bottom()));
    if bars_width(cx) > 0.0 {
        let track =
            Rect::from_min_max(pos2(place.right() + SPACE_8, rect.center().y - 7.0), pos2(end, rect.center().y + 7.0));
        bar_ui(ui, cx, track, row, most);
    }
    let spoken = spoken(cx, row.year, &figures);
    told_row_ui(ui, place, Id::unique(("ledger", project.as_str(), row.year)), &COLUMNS, &cells, &spoken, true);
    ui.painter().hline(rect.shrink2(vec2(SPACE_12, 0.0)).x_range(), rect.bottom(), cx.theme.edge());
}

/// A year in yuan, exact.
fn spoken(cx: &Cx<'_>, year: i16, figures: &[Option<i64>; 8]) -> String {
    let names = [say::EXPECTED, say::ACTUAL, say::ORIGINATOR, say::OTHERS, say::HOST, say::DUE, say::PAID, say::OWED];
    let told = names.iter().zip(figures).filter_map(|(name, fen)| {
        let exact = say::yuan((*fen)?);
        Some(format!("{} {}", cx.say(*name), cx.tell(&exact)))
    });
    [year.to_string()].into_iter().chain(told).collect::<Vec<_>>().join(" · ")
}

fn sums_ui(ui: &Ui, cx: &Cx<'_>, (rect, gutter): (Rect, f32), ledger: &Ledger, sign: &str) {
    let mut sums = [None; 8];
    for row in &ledger.rows {
        for (sum, figure) in sums.iter_mut().zip(figures(row)) {
            if let Some(figure) = figure {
                *sum = Some(sum.unwrap_or(0_i64).saturating_add(figure));
            }
        }
    }
    let is_expected = ledger.rows.iter().any(|it| it.actual.is_none());
    let words: Vec<String> = sums
        .iter()
        .enumerate()
        .map(|(at, fen)| {
            let sign = if fen.is_some() && (at == 0 || (is_expected && (2..=5).contains(&at))) { sign } else { "" };
            format!("{sign}{}", amount(*fen))
        })
        .collect();
    let mut cells = vec![(cx.say(say::SUM), Type::BodyBold, cx.theme.text1)];
    cells.extend(words.iter().map(|it| (it.as_str(), Type::BodyBold, cx.theme.text1)));
    ui.painter().rect_filled(rect, 0.0, cx.theme.sunken);
    ui.painter().hline(rect.x_range(), rect.top(), cx.theme.edge());
    let end = rect.right() - TOOLS - bars_width(cx) - gutter;
    let place = Rect::from_min_max(rect.min + vec2(SPACE_8, 0.0), pos2(end, rect.bottom()));
    let words = format!("{} · {}", cx.say(say::SUM), words.join(" · "));
    told_row_ui(ui, place, Id::unique("ledger sums"), &COLUMNS, &cells, &words, false);
}

/// Columns of what counts for whom: unit, then official and assessment of output and of investment.
const FOR_WHOM: [Column; 5] =
    [(32.0, Align::Min), (17.0, Align::Max), (17.0, Align::Max), (17.0, Align::Max), (17.0, Align::Max)];

fn counted_ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, ledger: &Ledger) {
    let agreement = &ledger.agreement;
    let world = cx.world();
    let (body, _) = card_ui(ui, cx, rect, (cx.say(say::COUNTED), unit(cx)), &[]);
    let (Some(template), Some(project)) =
        (world.sharing_templates.get(&agreement.template), world.projects.get(&agreement.project))
    else {
        return;
    };
    let counted = |what: Counted| {
        let mut found = Assessment::default();
        found.add(agreement, template, project, what, 1);
        found
    };
    let both = [counted(Counted::Output), counted(Counted::Investment)];
    let head =
        Rect::from_min_size(body.min + vec2(SPACE_8, 0.0), vec2(body.width() - 2.0 * SPACE_12, COLUMNS_HEAD + 6.0));
    let names: Vec<String> = [say::OUTPUT, say::INVESTMENT]
        .into_iter()
        .flat_map(|what| [say::OFFICIAL, say::ASSESSED].map(|side| format!("{} · {}", cx.say(what), cx.say(side))))
        .collect();
    let heads: Vec<&str> = [cx.say(say::UNIT)].into_iter().chain(names.iter().map(String::as_str)).collect();
    columns_head_ui(ui, cx, head, &FOR_WHOM, &heads, SPACE_12);
    let units: BTreeSet<&UnitId> = [&agreement.originator, &agreement.host].into_iter().collect();
    let mut rows: Vec<(String, [String; 4])> = [&agreement.originator, &agreement.host]
        .into_iter()
        .filter(|it| units.contains(it))
        .map(|unit| {
            let name = say::unit_name(world, unit);
            let cells = both.iter().flat_map(|it| {
                let is_stated = !it.official.is_empty();
                let figure = move |steps: Option<&i64>| {
                    if is_stated { steps_words(steps.copied().unwrap_or(0)) } else { figure::NONE.to_owned() }
                };
                [figure(it.official.get(unit)), figure(it.assessed.get(unit))]
            });
            (cx.tell(&name).to_owned(), four(cells))
        })
        .collect();
    let city = both.iter().flat_map(|it| {
        let total = if it.official.is_empty() { figure::NONE.to_owned() } else { steps_words(it.city_total()) };
        [total, figure::NONE.to_owned()]
    });
    rows.push((cx.say(say::CITY_TOTAL).to_owned(), four(city)));
    let height = 26.0_f32;
    let mut top = head.bottom();
    let last = rows.len().saturating_sub(1);
    for (at, (name, figures)) in rows.iter().enumerate() {
        let place = Rect::from_min_size(pos2(head.left(), top), vec2(head.width(), height));
        let style = if at == last { Type::BodyBold } else { Type::Body };
        let mut cells = vec![(name.as_str(), style, cx.theme.text1)];
        cells.extend(figures.iter().map(|it| (it.as_str(), style, cx.theme.text1)));
        let told: Vec<String> = names.iter().zip(figures).map(|(name, it)| format!("{name} {it}")).collect();
        let spoken = format!("{name} · {}", told.join(" · "));
        told_row_ui(ui, place, Id::unique(("counted", at)), &FOR_WHOM, &cells, &spoken, false);
        top += height;
        ui.painter().hline(place.x_range(), top, cx.theme.edge());
    }
    let note = Rect::from_min_max(pos2(body.left() + SPACE_12, top + 8.0), body.max - vec2(SPACE_12, 0.0));
    marked_at_ui(ui, note, (Icon::Info, cx.theme.text2), cx.say(say::NO_DOUBLE), Type::Small, cx.theme.text2);
}

/// Steps of 万元, with two decimals.
fn steps_words(steps: i64) -> String {
    support::wan(steps.saturating_mul(10_000))
}

/// The first four of some texts.
fn four(mut texts: impl Iterator<Item = String>) -> [String; 4] {
    std::array::from_fn(|_| texts.next().unwrap_or_default())
}

/// A name and an amount on one line, the amount at the right.
pub fn name_and_amount(ui: &Ui, cx: &Cx<'_>, rect: Rect, name: &str, amount: &str) -> bool {
    let right = [Span::new(amount, Type::BodyBold, cx.theme.text1)];
    let width = width_of(ui.painter(), amount, Type::BodyBold) + 1.0;
    let end = Rect::from_min_max(pos2(rect.right() - width, rect.top()), rect.max);
    line_of(ui.painter(), end, Align::Max, &right);
    let place = Rect::from_min_max(rect.min, pos2(end.left() - SPACE_8, rect.bottom()));
    line_of(ui.painter(), place, Align::Min, &[Span::new(name, Type::Body, cx.theme.text1)]).truncated
}
