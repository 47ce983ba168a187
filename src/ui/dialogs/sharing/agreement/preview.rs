//! The first years of an agreement as they would be, by what the project states.

use egui::{Align, Ui};

use crate::{
    analysis::sharing::Ledger,
    i18n::{figure, sharing as say, support::wan},
    model::plan::Agreement,
    ui::{
        cx::Cx,
        dialogs::{
            columns::{Cell, Column, head_ui, told_row_ui},
            form::label_ui,
        },
        theme::Type,
    },
};

/// Years that are shown.
const YEARS: usize = 6;
/// Columns of the preview.
const COLUMNS: [Column; 5] =
    [(20.0, Align::Min), (20.0, Align::Max), (20.0, Align::Max), (20.0, Align::Max), (20.0, Align::Max)];

/// Draws the first years of `agreement`; nothing of one that is not complete.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, agreement: Option<&Agreement>) {
    let Some(agreement) = agreement else { return };
    let Some(ledger) = Ledger::of(cx.world(), cx.bench.judgement().facts(), agreement) else { return };
    label_ui(ui, cx, &format!("{} · {}", cx.say(say::PREVIEW), cx.say(say::LEDGER_UNIT)));
    let has_tax = cx.world().projects.get(&agreement.project).is_some_and(|it| it.tax.is_some());
    if !has_tax {
        label_ui(ui, cx, cx.say(say::NO_TAX));
        return;
    }
    let names = [say::YEAR, say::EXPECTED, say::ORIGINATOR, say::OTHERS, say::HOST].map(|it| cx.say(it));
    head_ui(ui, cx, &COLUMNS, &names);
    for row in ledger.rows.iter().take(YEARS) {
        let Some(split) = &row.expected else { continue };
        let others = split.others.iter().fold(0_i64, |sum, it| sum.saturating_add(*it));
        let year = format!("{} · {}", row.year, row.number);
        let mut figures = [split.base, split.originator, others, split.host].map(|it| format!("≈{}", wan(it)));
        if split.others.is_empty()
            && let Some(others) = figures.get_mut(2)
        {
            figure::NONE.clone_into(others);
        }
        let mut cells: Vec<Cell<'_>> = vec![(&year, Type::BodyBold, cx.theme.text1)];
        cells.extend(figures.iter().map(|it| (it.as_str(), Type::Body, cx.theme.text1)));
        let told: Vec<String> = names.iter().skip(1).zip(&figures).map(|(name, it)| format!("{name} {it}")).collect();
        told_row_ui(ui, 24.0, &COLUMNS, &cells, &format!("{} · {}", row.year, told.join(" · ")));
    }
}
