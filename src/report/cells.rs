//! How do figures and words become the parts of a paper? Small builders of columns, cells and blocks, so that the papers say
//! only what stands where.

use jiff::civil::Date;

use super::paper::{Block, Column, Run, Table, Tone, Value};
use crate::{
    analysis::profile,
    chart::scene,
    evaluate::verdict::Verdict,
    model::{
        policy::SiteFactor,
        quantity::{Mu, WanYuan},
    },
    rules::finding::State,
};

/// A figure in steps of its last decimal, shown with at most `decimals`: zeros at the end are left out, as on the screen.
pub fn figure(mut steps: i64, mut decimals: u8, is_assumed: bool) -> Value {
    while decimals > 0 && steps % 10 == 0 {
        (steps, decimals) = (steps / 10, decimals - 1);
    }
    Value::Number { steps, decimals, is_assumed, tone: Tone::Plain }
}

/// Money in 万元.
pub fn wan(amount: Option<WanYuan>, is_assumed: bool) -> Value {
    amount.map_or(Value::Missing, |amount| figure(amount.steps(), 2, is_assumed))
}

/// Land in mu.
pub fn mu(land: Option<Mu>, is_assumed: bool) -> Value {
    land.map_or(Value::Missing, |land| figure(land.steps(), 2, is_assumed))
}

/// A number of things.
pub fn count(number: usize) -> Value {
    whole(i64::try_from(number).unwrap_or(i64::MAX))
}

/// A whole number.
pub const fn whole(number: i64) -> Value {
    Value::Number { steps: number, decimals: 0, is_assumed: false, tone: Tone::Plain }
}

/// A whole number in a tone.
pub const fn toned_whole(number: i64, tone: Tone) -> Value {
    Value::Number { steps: number, decimals: 0, is_assumed: false, tone }
}

/// Decimals of a factor in its unit.
pub const fn decimals_of(factor: SiteFactor) -> u8 {
    match factor {
        SiteFactor::ChemicalZoneLand => 2,
        SiteFactor::PlantFloor => 0,
        SiteFactor::Power => 3,
        SiteFactor::Sewage | SiteFactor::ChemicalSewage | SiteFactor::Water | SiteFactor::EnergyQuota => 1,
    }
}

/// A calculated figure with `decimals`, rounded; missing where it is not defined.
pub fn calculated(value: profile::Value, decimals: u8, is_assumed: bool) -> Value {
    let scale = 10_f64.powi(i32::from(decimals));
    value.map_or(Value::Missing, |value| Value::Number {
        steps: scene::whole(value * scale),
        decimals,
        is_assumed,
        tone: Tone::Plain,
    })
}

/// An amount of money in steps, as a calculation has it, in 万元.
pub fn wan_of(steps: f64, is_assumed: bool) -> Value {
    figure(scene::whole(steps), 2, is_assumed)
}

/// A calculated share in per cent with one decimal.
pub fn percent(share: profile::Value, is_assumed: bool) -> Value {
    calculated(share.map(|share| share * 100.0), 1, is_assumed)
}

/// Words; nothing where there are none.
pub fn words(text: impl Into<String>) -> Value {
    toned(text, Tone::Plain)
}

/// Words in a tone; nothing where there are none.
pub fn toned(text: impl Into<String>, tone: Tone) -> Value {
    let text = text.into();
    if text.is_empty() { Value::Blank } else { Value::Text(Run::toned(text, tone)) }
}

/// A day; missing where none is on record.
pub fn day(day: Option<Date>) -> Value {
    day.map_or(Value::Missing, Value::Day)
}

/// A column of words.
pub fn column(head: impl Into<String>, width: u16) -> Column {
    Column { head: head.into(), group: String::new(), width, is_figures: false }
}

/// A column of figures.
pub fn figures(head: impl Into<String>, width: u16) -> Column {
    Column { is_figures: true, ..column(head, width) }
}

impl Column {
    /// The column under a head that it shares with its neighbours.
    pub(super) fn under(self, group: impl Into<String>) -> Self {
        Self { group: group.into(), ..self }
    }
}

/// A table without sums and notes.
pub fn table(name: impl Into<String>, title: impl Into<String>, columns: Vec<Column>, rows: Vec<Vec<Value>>) -> Table {
    Table { name: name.into(), title: title.into(), columns, rows, sums: 0, notes: Vec::new() }
}

/// A heading of a part.
pub fn heading(text: impl Into<String>) -> Block {
    Block::Heading(1, text.into())
}

/// A heading within a part.
pub fn subheading(text: impl Into<String>) -> Block {
    Block::Heading(2, text.into())
}

/// A paragraph as usual.
pub fn paragraph(text: impl Into<String>) -> Block {
    Block::Paragraph(vec![Run::plain(text)])
}

/// The table, or a sentence where it has no rows.
pub fn table_or(table: Table, nothing: &str) -> Block {
    if table.rows.is_empty() { paragraph(nothing) } else { Block::Table(table) }
}

/// Points as usual, or a sentence where there are none.
pub fn list_or(points: Vec<String>, nothing: &str) -> Block {
    if points.is_empty() {
        paragraph(nothing)
    } else {
        Block::List(points.into_iter().map(|point| vec![Run::plain(point)]).collect())
    }
}

/// A fact in plain words.
pub fn fact(name: &str, text: impl Into<String>) -> (String, Vec<Run>) {
    (name.to_owned(), vec![Run::plain(text)])
}

/// How a state is set.
pub const fn tone_of(state: State) -> Tone {
    match state {
        State::Broken => Tone::Bad,
        State::Unknown | State::Near | State::Waived => Tone::Caution,
        State::Holds => Tone::Good,
        State::Off | State::NotApplicable => Tone::Faint,
    }
}

/// How a verdict is set.
pub const fn tone_of_verdict(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Recommended => Tone::Good,
        Verdict::Conditional => Tone::Caution,
        Verdict::Vetoed => Tone::Bad,
    }
}
