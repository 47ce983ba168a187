//! What do the data say of parks, characteristic parks and indicators? The scorecards, what is proposed and why, the status of each
//! with its source; the latest three years of every indicator between its goalposts.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jiff::civil::Date;

use super::{
    Desk, appraisal,
    cells::{self, column, figures},
    indices,
    paper::{Block, Column, Table, Tone, Value},
};
use crate::{
    analysis::{appraisal::main_pack, profile::Analysis, structure::Trade},
    i18n::{
        recognition::{indicator_name, stage},
        report::{terms, told, words as say},
        term,
    },
    model::{
        evidence::Confidence,
        id::{IndustryId, ParkId},
        indicator::{Better, Indicator, IndicatorValue, Pillar},
        park::{CharacteristicPark, Recognition},
        quantity::Number,
    },
};

/// Years of an indicator that are shown.
const MOST_YEARS: usize = 3;
/// Decimals of a number in the file, in which its steps count.
const DECIMALS_OF_NUMBER: u8 = 4;

/// The blocks of the paper.
pub fn blocks(desk: &Desk<'_>) -> Vec<Block> {
    let mut blocks = vec![cells::paragraph(desk.say(say::EVALUATION_NOTE)), cells::heading(desk.say(say::SCORECARDS))];
    blocks.extend(appraisal::scorecards(desk));
    blocks.push(cells::heading(desk.say(say::PROPOSALS)));
    blocks.push(cells::table_or(appraisal::proposals(desk), desk.say(say::NO_CHARACTERISTIC_PARKS)));
    blocks.push(cells::heading(desk.say(say::CHARACTERISTIC_PARKS)));
    if desk.world().characteristic_parks.is_empty() {
        blocks.push(cells::paragraph(desk.say(say::NO_CHARACTERISTIC_PARKS)));
    } else {
        blocks.push(Block::Table(by_status(desk)));
        blocks.push(Block::Table(characteristic_parks(desk)));
    }
    blocks.push(cells::heading(desk.say(say::INDICATORS)));
    blocks.push(cells::table_or(goalposts(desk), desk.say(say::NO_INDICATORS)));
    for park in desk.world().parks_in_order() {
        let table = of_park(desk, &park.id);
        if !table.rows.is_empty() {
            blocks.push(cells::subheading(desk.tell(&park.name)));
            blocks.push(Block::Table(Table { name: desk.park(&park.id), notes: Vec::new(), ..table }));
        }
    }
    blocks
}

fn by_status(desk: &Desk<'_>) -> Table {
    let all = [
        Recognition::Applied,
        Recognition::Recognised,
        Recognition::Cultivated,
        Recognition::Warned,
        Recognition::Withdrawn,
    ];
    let row = |recognition: Recognition| {
        let count = desk.world().characteristic_parks.iter().filter(|it| it.recognition == recognition).count();
        vec![cells::toned(desk.say(stage(recognition)), tone_of(recognition)), cells::count(count)]
    };
    let columns = vec![column(desk.say(say::STATE), 2), figures(desk.say(say::AMOUNT), 1)];
    cells::table(desk.say(say::BY_STATUS), "", columns, all.into_iter().map(row).collect())
}

const fn tone_of(recognition: Recognition) -> Tone {
    match recognition {
        Recognition::Recognised => Tone::Good,
        Recognition::Applied | Recognition::Cultivated => Tone::Plain,
        Recognition::Warned => Tone::Caution,
        Recognition::Withdrawn => Tone::Bad,
    }
}

fn characteristic_parks(desk: &Desk<'_>) -> Table {
    let say = |phrase| desk.say(phrase);
    let columns = vec![
        column(say(say::NAME), 4),
        column(say(say::PARK), 2),
        column(say(say::INDUSTRY), 2),
        column(say(say::STATE), 1),
        column(say(say::SINCE), 2),
        figures(say(say::OUTPUT_THERE), 2),
        figures(say(say::LEADING_SHARE), 2),
        column(say(say::EVIDENCE), 3),
    ];
    let analysis = indices::analysis(desk);
    let assumed = desk.parks_with_assumed_output();
    let row = |it: &Arc<CharacteristicPark>| {
        let unpublished = || cells::toned(say(say::NOT_PUBLISHED), Tone::Faint);
        let is_assumed = it.park.as_ref().is_some_and(|park| assumed.contains(park));
        let number = it.park.as_ref().and_then(|park| analysis.structure.number(park));
        let output = number.zip(it.industry.as_ref()).and_then(|(park, industry)| output_in(&analysis, park, industry));
        vec![
            it.name.as_ref().map_or_else(unpublished, |name| cells::words(desk.tell(name))),
            it.park.as_ref().map_or_else(unpublished, |park| cells::words(desk.park(park))),
            it.industry.as_ref().map_or_else(unpublished, |industry| cells::words(desk.industry(industry))),
            cells::toned(say(stage(it.recognition)), tone_of(it.recognition)),
            Value::Day(it.since),
            output.map_or(Value::Missing, |steps| cells::wan_of(steps, is_assumed)),
            number.map_or(Value::Missing, |park| cells::percent(analysis.park(park).leading_share, is_assumed)),
            cells::words(desk.source(&it.evidence)),
        ]
    };
    let all = &desk.world().characteristic_parks;
    let is_told = |it: &&Arc<CharacteristicPark>| it.name.is_some() || it.park.is_some() || it.industry.is_some();
    let rows = all.iter().filter(is_told).map(row).chain(unpublished(desk)).collect();
    Table {
        notes: vec![say(say::ASSUMED_MEANS).to_owned()],
        ..cells::table(say(say::CHARACTERISTIC_PARKS), "", columns, rows)
    }
}

/// The characteristic parks of which nothing but the status was published, a row a status, day and source.
fn unpublished(desk: &Desk<'_>) -> Vec<Vec<Value>> {
    let mut groups: BTreeMap<(Recognition, Date, String), usize> = BTreeMap::new();
    for it in &desk.world().characteristic_parks {
        if it.name.is_none() && it.park.is_none() && it.industry.is_none() {
            *groups.entry((it.recognition, it.since, desk.source(&it.evidence))).or_default() += 1;
        }
    }
    let row = |((recognition, since, source), count): ((Recognition, Date, String), usize)| {
        vec![
            cells::toned(desk.tell(&told::unpublished(count)), Tone::Faint),
            Value::Missing,
            Value::Missing,
            cells::toned(desk.say(stage(recognition)), tone_of(recognition)),
            Value::Day(since),
            Value::Missing,
            Value::Missing,
            cells::words(source),
        ]
    };
    groups.into_iter().map(row).collect()
}

/// Output of a sub-sector in a park, in steps.
fn output_in(analysis: &Analysis<'_>, park: usize, industry: &IndustryId) -> Option<f64> {
    let trade = analysis.structure.trades.iter().position(|it| matches!(it, Trade::Industry(id) if id == industry))?;
    Some(analysis.structure.size(park, trade))
}

/// The name of an indicator, or its id.
fn name_of(desk: &Desk<'_>, indicator: &Indicator) -> String {
    desk.tell(&indicator_name(desk.world(), &indicator.id))
}

/// The unit of an indicator in the language of the paper.
fn unit_of(desk: &Desk<'_>, indicator: &Indicator) -> String {
    let english = term::unit_in_english(&indicator.unit).filter(|_| !desk.is_chinese());
    english.map_or_else(|| indicator.unit.clone(), str::to_owned)
}

fn number(number: Number, is_assumed: bool) -> Value {
    cells::figure(number.steps(), DECIMALS_OF_NUMBER, is_assumed)
}

fn goalposts(desk: &Desk<'_>) -> Table {
    let say = |phrase| desk.say(phrase);
    let columns = vec![
        column(say(say::INDICATOR), 3),
        column(say(say::FOCUS), 3),
        column(say(say::UNIT), 2),
        column(say(say::BETTER), 1),
        figures(say(say::GOALPOST_LOW), 1),
        figures(say(say::GOALPOST_HIGH), 1),
    ];
    let rows = in_order(desk).into_iter().map(|it| {
        vec![
            cells::words(name_of(desk, it)),
            cells::words(focus(desk, it)),
            cells::words(unit_of(desk, it)),
            cells::words(say(terms::better(it.better))),
            number(it.goalpost_low, false),
            number(it.goalpost_high, false),
        ]
    });
    Table {
        notes: vec![say(say::FOCUS_NOTE).to_owned()],
        ..cells::table(say(say::INDICATORS), "", columns, rows.collect())
    }
}

/// The indicators by focus.
fn in_order<'a>(desk: &Desk<'a>) -> Vec<&'a Indicator> {
    let mut all: Vec<&Indicator> = desk.world().indicators.iter().map(AsRef::as_ref).collect();
    all.sort_by_key(|it| pillar_of(desk, it).map_or(usize::MAX, |(at, _)| at));
    all
}

/// The pillar of the main pack to which an indicator belongs, with its number.
fn pillar_of<'a>(desk: &Desk<'a>, indicator: &Indicator) -> Option<(usize, &'a Pillar)> {
    let pack = main_pack(desk.world())?;
    pack.pillars.iter().enumerate().find(|(_, it)| it.indicators.iter().any(|of| of.indicator == indicator.id))
}

fn focus(desk: &Desk<'_>, indicator: &Indicator) -> String {
    pillar_of(desk, indicator).map_or_else(String::new, |(_, it)| desk.tell(&it.name))
}

/// A row an indicator of which a value of the park is on record: its latest three years and where they lead.
pub fn of_park(desk: &Desk<'_>, park: &ParkId) -> Table {
    let say = |phrase| desk.say(phrase);
    let values: Vec<&IndicatorValue> =
        desk.world().indicator_values.iter().filter(|it| it.park == *park).map(AsRef::as_ref).collect();
    let years: BTreeSet<i16> = values.iter().map(|it| it.year).collect();
    let years: Vec<i16> = years.into_iter().rev().take(MOST_YEARS).collect::<Vec<_>>().into_iter().rev().collect();
    let rows = in_order(desk).into_iter().filter_map(|indicator| {
        let at = |year: i16| values.iter().find(|it| it.indicator == indicator.id && it.year == year).copied();
        let stated: Vec<Number> = years.iter().filter_map(|year| at(*year)?.value).collect();
        if stated.is_empty() {
            return None;
        }
        let mut row = vec![
            cells::words(focus(desk, indicator)),
            cells::words(name_of(desk, indicator)),
            cells::words(unit_of(desk, indicator)),
        ];
        row.extend(years.iter().map(|year| {
            let value = at(*year).and_then(|it| Some((it.value?, it.evidence.confidence >= Confidence::Assumed)));
            value.map_or(Value::Missing, |(value, is_assumed)| number(value, is_assumed))
        }));
        row.push(trend(desk, indicator, &stated));
        Some(row)
    });
    let mut columns: Vec<Column> =
        vec![column(say(say::FOCUS), 3), column(say(say::INDICATOR), 3), column(say(say::UNIT), 2)];
    let rows = rows.collect();
    columns.extend(years.iter().map(|year| figures(year.to_string(), 1)));
    columns.push(column(say(say::TREND), 1));
    Table { notes: vec![say(say::FOCUS_NOTE).to_owned()], ..cells::table(say(say::FOCUSES), "", columns, rows) }
}

/// From the first of the shown values to the last.
fn trend(desk: &Desk<'_>, indicator: &Indicator, stated: &[Number]) -> Value {
    let (Some(first), Some(last)) = (stated.first(), stated.last()) else { return Value::Blank };
    if stated.len() < 2 {
        return Value::Blank;
    }
    let change = match indicator.better {
        Better::Higher => last.steps().cmp(&first.steps()),
        Better::Lower => first.steps().cmp(&last.steps()),
    };
    match change {
        std::cmp::Ordering::Greater => cells::toned(desk.say(say::IMPROVED), Tone::Good),
        std::cmp::Ordering::Less => cells::toned(desk.say(say::WORSENED), Tone::Caution),
        std::cmp::Ordering::Equal => cells::words(desk.say(say::STEADY)),
    }
}
