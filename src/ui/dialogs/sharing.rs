//! Sheets of support and sharing: claims, grants, programmes, promises, agreements, their books, transfers.

mod agreement;
mod booking;
mod claim;
mod grant;
mod programme;
mod task;
mod transfer;

use egui::Context;

use super::form::quantity;
use crate::{
    i18n::sharing as say,
    model::{
        id::{ProjectId, RecordId, UnitId},
        quantity::{QuantityError, Yuan},
        support::Promise,
        text::Text,
    },
    ui::cx::Cx,
};
use agreement::AgreementSheet;
use booking::BookingSheet;
use claim::ClaimSheet;
use grant::GrantSheet;
use programme::ProgrammeSheet;
use task::TaskSheet;
use transfer::TransferSheet;

/// Which sheet of support and sharing is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SharingWish {
    /// A claim of a project on a programme; a new one where none is named.
    Claim(Option<RecordId>, Option<ProjectId>),
    /// What a project has from a programme.
    Grant(RecordId, ProjectId),
    /// A programme, or a new one.
    Programme(Option<RecordId>),
    /// A task, or a new one of this kind.
    Task(Promise, Option<RecordId>),
    /// The agreement on a project, or a new one.
    Agreement(Option<ProjectId>),
    /// What is booked on the agreement of a project in a year.
    Booking(ProjectId, i16),
    /// The transfer between two units, or a new one.
    Transfer(Option<(UnitId, UnitId)>),
}

/// One of the sheets between frames.
pub enum SharingSheet {
    /// A claim.
    Claim(ClaimSheet),
    /// A grant.
    Grant(GrantSheet),
    /// A programme.
    Programme(ProgrammeSheet),
    /// A task.
    Task(TaskSheet),
    /// An agreement.
    Agreement(AgreementSheet),
    /// The books of a year.
    Booking(BookingSheet),
    /// A transfer.
    Transfer(TransferSheet),
}

impl SharingSheet {
    /// The sheet that is wanted; `None` where what it is about is not there.
    pub fn new(cx: &Cx<'_>, wish: SharingWish) -> Option<Self> {
        Some(match wish {
            SharingWish::Claim(programme, project) => Self::Claim(ClaimSheet::new(cx, programme.as_ref(), project)),
            SharingWish::Grant(programme, project) => Self::Grant(GrantSheet::new(cx, programme, project)?),
            SharingWish::Programme(programme) => Self::Programme(ProgrammeSheet::new(cx, programme.as_ref())),
            SharingWish::Task(promise, task) => Self::Task(TaskSheet::new(cx, promise, task.as_ref())),
            SharingWish::Agreement(project) => Self::Agreement(AgreementSheet::new(cx, project)),
            SharingWish::Booking(project, year) => Self::Booking(BookingSheet::new(cx, project, year)),
            SharingWish::Transfer(between) => Self::Transfer(TransferSheet::new(cx, between)),
        })
    }

    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        match self {
            Self::Claim(sheet) => sheet.ui(ctx, cx),
            Self::Grant(sheet) => sheet.ui(ctx, cx),
            Self::Programme(sheet) => sheet.ui(ctx, cx),
            Self::Task(sheet) => sheet.ui(ctx, cx),
            Self::Agreement(sheet) => sheet.ui(ctx, cx),
            Self::Booking(sheet) => sheet.ui(ctx, cx),
            Self::Transfer(sheet) => sheet.ui(ctx, cx),
        }
    }
}

/// What `typed` means as a quantity; nothing where nothing is written.
fn optional<T: std::str::FromStr<Err = QuantityError>>(typed: &str) -> Result<Option<T>, Text> {
    if typed.trim().is_empty() { Ok(None) } else { quantity(typed).map(Some) }
}

/// An amount in 万元 with up to six decimals, exact to the fen; nothing where nothing is written.
fn yuan(typed: &str) -> Result<Option<Yuan>, Text> {
    let plain: String = typed.chars().filter(|it| !matches!(it, ',' | '，' | ' ')).collect();
    if plain.is_empty() {
        return Ok(None);
    }
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let padded = format!("{fraction:0<4}");
    let shifted = match (padded.get(..4), padded.get(4..)) {
        (Some(yuan), Some(rest)) if !whole.is_empty() => format!("{whole}{yuan}.{rest}"),
        _ => plain.clone(),
    };
    quantity(shifted.trim_end_matches('.')).map(Some)
}

/// An amount of fen as it is written in a field, in 万元.
fn typed_wan(amount: Yuan) -> String {
    let fen = amount.steps();
    let text = format!("{}.{:06}", fen / 1_000_000, fen % 1_000_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A year, or what is wrong with it.
fn year(typed: &str) -> Result<i16, Text> {
    let year: Option<i16> = typed.trim().parse().ok().filter(|year| (1900..=2200).contains(year));
    year.ok_or_else(|| say::YEAR_WRONG.into())
}

/// Names of all units with their ids, in their order.
fn units(cx: &Cx<'_>) -> (Vec<UnitId>, Vec<String>) {
    cx.scenario().units.iter().map(|it| (it.id.clone(), cx.tell(&it.name).to_owned())).unzip()
}

/// Where `wanted` stands among `ids`; the first where it does not.
fn place_of<T: PartialEq>(ids: &[T], wanted: Option<&T>) -> usize {
    wanted.and_then(|wanted| ids.iter().position(|it| it == wanted)).unwrap_or(0)
}

/// The first id of the form `prefix-1`, `prefix-2` … that is free.
fn free_id(prefix: &str, is_taken: impl Fn(&RecordId) -> bool) -> Option<RecordId> {
    (1..=u32::MAX).filter_map(|number| RecordId::new(&format!("{prefix}-{number}")).ok()).find(|id| !is_taken(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_exact_to_the_fen() {
        let fen = |typed: &str| yuan(typed).ok().flatten().map(Yuan::steps);
        assert_eq!(fen("316.25"), Some(316_250_000));
        assert_eq!(fen("1,200"), Some(1_200_000_000));
        assert_eq!(fen("0.000001"), Some(1));
        assert_eq!(fen("12.3456789"), None);
        assert_eq!(fen("-3"), None);
        assert_eq!(fen("x"), None);
        assert_eq!(yuan("  ").ok(), Some(None));
        assert_eq!(typed_wan(Yuan::from_steps(316_250_000)), "316.25");
        assert_eq!(typed_wan(Yuan::from_steps(1)), "0.000001");
    }
}
