//! How do the parks fare by the main pack, and what is proposed for characteristic parks? Tables of the evaluation paper.

use super::{
    Desk,
    cells::{self, column, figures},
    paper::{Block, Table, Tone, Value},
};
use crate::{
    analysis::{
        appraisal::{self, Appraisal, Scorecard},
        characteristic::Cases,
        composition::Scope,
        recognition::Verdict,
    },
    i18n::{
        recognition::{self, measured, name, stage},
        report::{told, words as say},
    },
    model::{
        indicator::{Grade, IndicatorPack},
        park::CharacteristicPark,
    },
};

/// Decimals of an index.
const DECIMALS: u8 = 1;

/// The scorecards, best first, with what the pack itself says of its gaps; nothing where there is no pack or no year.
pub fn scorecards(desk: &Desk<'_>) -> Vec<Block> {
    let world = desk.world();
    let Some((pack, year)) = appraisal::main_pack(world).zip(appraisal::years(world).last().copied()) else {
        return vec![cells::paragraph(desk.say(say::NO_INDICATORS))];
    };
    let appraisal = Appraisal::of(world, pack, year);
    let mut blocks = vec![cells::paragraph(desk.tell(&told::pack_and_year(&pack.name, year)))];
    blocks.extend(pack.note.as_ref().map(|note| cells::paragraph(desk.tell(note))));
    blocks.push(Block::Table(ranking(desk, pack, &appraisal)));
    blocks
}

const fn grade(grade: Grade) -> (&'static str, Tone) {
    match grade {
        Grade::A => ("A", Tone::Good),
        Grade::B => ("B", Tone::Plain),
        Grade::C => ("C", Tone::Caution),
        Grade::D => ("D", Tone::Bad),
    }
}

fn index(value: Option<f64>, is_assumed: bool) -> Value {
    value.map_or(Value::Missing, |value| cells::calculated(Ok(value), DECIMALS, is_assumed))
}

fn ranking(desk: &Desk<'_>, pack: &IndicatorPack, appraisal: &Appraisal) -> Table {
    let say = |phrase| desk.say(phrase);
    let mut columns = vec![figures(say(say::RANK), 1), column(say(say::PARK), 3)];
    columns.extend(pack.pillars.iter().map(|it| figures(desk.tell(&it.name), 2)));
    columns.extend([
        figures(say(say::TOTAL_INDEX), 2),
        column(say(say::GRADE), 1),
        figures(say(say::CHANGE), 1),
        column(say(say::RANK_RANGE), 2),
    ]);
    let row = |card: &&Scorecard| {
        let is_assumed = card.readings().any(|it| it.is_assumed);
        let mut row = vec![card.rank.map_or(Value::Missing, cells::count), cells::words(desk.park(&card.park))];
        row.extend(card.index.pillars.iter().map(|it| index(*it, is_assumed)));
        row.push(index(card.total, is_assumed));
        row.push(card.grade.map_or(Value::Missing, |it| cells::toned(grade(it).0, grade(it).1)));
        row.push(index(card.change(), is_assumed));
        row.push(card.range.map_or(Value::Missing, |it| cells::words(format!("{}–{}", it.best, it.worst))));
        row
    };
    Table {
        notes: vec![say(say::RANK_RANGE_MEANS).to_owned()],
        ..cells::table(say(say::SCORECARDS), "", columns, appraisal.ranked().iter().map(row).collect())
    }
}

/// What is proposed for each characteristic park of which something is known, with the criteria that it does not meet.
pub fn proposals(desk: &Desk<'_>) -> Table {
    let say = |phrase| desk.say(phrase);
    let world = desk.world();
    let cases = Cases::of(world, desk.judgement.facts(), Scope::Now);
    let columns = vec![
        column(say(say::NAME), 4),
        column(say(say::STATE), 2),
        column(say(say::PROPOSED_STEP), 2),
        figures(say(say::YEARS_PASSED), 1),
        column(say(say::NOT_MET), 5),
        column(say(say::NOT_KNOWN), 4),
    ];
    let row = |it: &CharacteristicPark| {
        let case = cases.own(&it.id)?;
        let standard = world.standards.get(&case.standard)?;
        let names = |verdict: Verdict| {
            let items = standard.items.iter().zip(&case.decision.items).filter(|(_, item)| item.relaxed == verdict);
            let names: Vec<String> = items.map(|(it, _)| desk.tell(&measured(world, &it.measure))).collect();
            if names.is_empty() { Value::Blank } else { cells::words(desk.list(&names)) }
        };
        let (least, most) = case.decision.years_passed;
        let years = if least == most { least.to_string() } else { format!("{least}–{most}") };
        let step = cases.proposed(it).map_or_else(|| say(say::NOTHING_PROPOSED), |it| say(recognition::step(it)));
        Some(vec![
            cells::words(desk.tell(&name(world, it))),
            cells::words(say(stage(it.recognition))),
            cells::words(step),
            cells::words(years),
            names(Verdict::NotMet),
            names(Verdict::Unknown),
        ])
    };
    let rows = world.characteristic_parks.iter().filter_map(|it| row(it)).collect();
    Table { notes: vec![say(say::PROPOSED_ONLY).to_owned()], ..cells::table(say(say::PROPOSALS), "", columns, rows) }
}
