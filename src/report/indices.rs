//! How concentrated, special and alike are the parks? The indices of `analyze`, with the plan, by output.

use super::{
    Desk,
    cells::{self, column, figures},
    paper::{Table, Value},
};
use crate::{
    analysis::{
        composition::{Metric, Scope},
        profile::{self, Analysis, ParkProfile},
    },
    i18n::{
        chart,
        phrase::Phrase,
        report::{told, words as say},
    },
};

/// How an index is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// A share, in per cent.
    Percent,
    /// A number with three decimals.
    Number,
}

/// An index of a park.
type Index = (Phrase, Form, fn(&ParkProfile) -> profile::Value);

/// The indices that papers show.
const INDICES: [Index; 12] = [
    (chart::LEADING_SHARE, Form::Percent, |it| it.leading_share),
    (say::LARGEST, Form::Percent, |it| it.largest),
    (say::THREE_LARGEST, Form::Percent, |it| it.three_largest),
    (chart::HHI, Form::Number, |it| it.hhi),
    (chart::ENTROPY, Form::Number, |it| it.entropy),
    (say::RELATED_VARIETY, Form::Number, |it| it.related_variety),
    (say::UNRELATED_VARIETY, Form::Number, |it| it.unrelated_variety),
    (chart::KRUGMAN, Form::Number, |it| it.krugman_all),
    (chart::DISTINCTIVENESS, Form::Number, |it| it.distinctiveness),
    (chart::HOMOGENEITY, Form::Number, |it| it.homogeneity),
    (chart::COVERAGE, Form::Percent, |it| it.coverage),
    (chart::COORDINATION, Form::Number, |it| it.coordination.and_then(|it| it.degree)),
];

/// The analysis that `analyze` prints: output, with the plan.
pub fn analysis<'a>(desk: &Desk<'a>) -> Analysis<'a> {
    Analysis::of(desk.world(), desk.judgement.facts(), Metric::Output, Scope::WithPlan)
}

fn cell(form: Form, value: profile::Value, is_assumed: bool) -> Value {
    match form {
        Form::Percent => cells::percent(value, is_assumed),
        Form::Number => cells::calculated(value, 3, is_assumed),
    }
}

fn head(desk: &Desk<'_>, (name, form, _): &Index) -> String {
    let name = desk.say(*name);
    match form {
        Form::Percent => desk.tell(&told::bracketed(name, "%")),
        Form::Number => name.to_owned(),
    }
}

/// A row a park, a column an index.
pub fn table(desk: &Desk<'_>) -> Table {
    let analysis = analysis(desk);
    let assumed = desk.parks_with_assumed_output();
    let mut columns = vec![column(desk.say(say::PARK), 2), figures(desk.say(say::OUTPUT_WAN), 2)];
    columns.extend(INDICES.iter().map(|index| figures(head(desk, index), 2)));
    columns.push(column(desk.say(say::MOST_ALIKE), 2));
    let parks = &analysis.structure.parks;
    let rows = parks.iter().enumerate().map(|(number, id)| {
        let park = analysis.park(number);
        let is_assumed = assumed.contains(id);
        let output = cells::wan_of(park.total, is_assumed);
        let indices = INDICES.iter().map(|(_, form, of)| cell(*form, of(&park), is_assumed));
        let alike = park.most_alike.and_then(|other| parks.get(other)).map(|other| desk.park(other));
        let row = [cells::words(desk.park(id)), output].into_iter().chain(indices);
        row.chain([cells::words(alike.unwrap_or_default())]).collect()
    });
    let rows = rows.collect();
    Table {
        notes: vec![desk.say(say::ASSUMED_MEANS).to_owned()],
        ..cells::table(desk.say(say::INDICES), "", columns, rows)
    }
}

/// A row an index, for one park.
pub fn of_park(desk: &Desk<'_>, park: &ParkProfile, is_assumed: bool) -> Table {
    let row = |index: &Index| {
        let (_, form, of) = index;
        vec![cells::words(head(desk, index)), cell(*form, of(park), is_assumed)]
    };
    let columns = vec![column(desk.say(say::INDEX), 3), figures(desk.say(say::VALUE), 2)];
    cells::table(desk.say(say::INDICES), "", columns, INDICES.iter().map(row).collect())
}
