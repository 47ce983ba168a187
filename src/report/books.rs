//! What is due to whom? Pools of the city, claims by the rule, the years of every agreement, the units with and without the plan.

use super::{
    Desk,
    cells::{self, column, figures},
    paper::{Block, Table, Tone, Value},
};
use crate::{
    analysis::{
        sharing::{
            Ledger, Row, Standing,
            guard::Cure,
            units::{Books, Guard},
        },
        support::{self, Award},
    },
    i18n::{
        self,
        report::{told, words as say},
        support::reason,
        term,
    },
    model::{quantity::Yuan, support::Programme},
};

/// Fen in a hundredth of 10,000 yuan: what the papers show.
const FEN_IN_STEP: i64 = 10_000;
/// Years of an agreement that a paper shows.
const MOST_YEARS: usize = 10;

/// An amount in fen, as 万元 with four decimals where it is not round: nothing is rounded away.
fn money(fen: i64) -> Value {
    if fen % FEN_IN_STEP == 0 { cells::figure(fen / FEN_IN_STEP, 2, false) } else { cells::figure(fen, 6, false) }
}

/// What the plan draws from the pools of the city.
pub fn pools(desk: &Desk<'_>) -> Table {
    let say = |phrase| desk.say(phrase);
    let columns = vec![column(say(say::RULE), 2), column(say(say::STATE), 1), column(say(say::FINDING), 6)];
    let row = |it: &crate::rules::finding::Finding| {
        vec![
            cells::words(desk.rule(it)),
            cells::words(say(term::state(it.state))),
            cells::words(desk.tell(&i18n::finding::sentence(desk.world(), it))),
        ]
    };
    cells::table(say(say::CITY_POOLS), "", columns, desk.judgement.of_pools().iter().map(row).collect())
}

/// The claims on each programme by its rule.
pub fn claims(desk: &Desk<'_>) -> Table {
    let say = |phrase| desk.say(phrase);
    let columns = vec![
        column(say(say::PROGRAMME), 3),
        column(say(say::PROJECT), 4),
        figures(say(say::ASKED_WAN), 2),
        figures(say(say::BY_RULE_WAN), 2),
        figures(say(say::GRANTED_WAN), 2),
        column(say(say::WHY_NOT_FUNDED), 4),
    ];
    let world = desk.world();
    let rows = world.programmes.iter().flat_map(|programme| {
        let allocation = support::allocate(world, desk.judgement.facts(), programme);
        let row = move |it: Award| award(desk, programme, &it);
        allocation.awards.into_iter().map(row)
    });
    cells::table(say(say::CLAIMS), "", columns, rows.collect())
}

fn award(desk: &Desk<'_>, programme: &Programme, it: &Award) -> Vec<Value> {
    let why = it.reason.as_ref().map_or(Value::Blank, |it| cells::words(desk.tell(&reason(desk.world(), it))));
    vec![
        cells::words(desk.tell(&programme.name)),
        cells::words(desk.project_label(&it.project)),
        cells::wan(Some(it.asked), false),
        cells::wan(Some(it.amount), false),
        cells::wan(it.granted, false),
        why,
    ]
}

/// A table an agreement: its years with what is expected, booked, due and paid.
pub fn agreements(desk: &Desk<'_>) -> Vec<Block> {
    let ledgers = Ledger::all(desk.world(), desk.judgement.facts());
    ledgers
        .iter()
        .flat_map(|it| [cells::subheading(desk.project_label(&it.agreement.project)), Block::Table(years(desk, it))])
        .collect()
}

fn years(desk: &Desk<'_>, ledger: &Ledger) -> Table {
    let say = |phrase| desk.say(phrase);
    let mut columns = vec![column(say(say::YEAR), 1), figures(say(say::BASE_WAN), 2)];
    columns.extend(ledger.parties().map(|unit| figures(desk.unit(unit), 2)));
    columns.extend([column(say(say::BOOKED), 1), figures(say(say::PAID_WAN), 2), figures(say(say::OWED_WAN), 2)]);
    let row = |it: &Row| {
        let mut row = vec![cells::words(it.year.to_string())];
        match it.split() {
            Some(split) => {
                row.extend([money(split.base), money(split.originator)]);
                row.extend(split.others.iter().map(|share| money(*share)));
                row.push(money(split.host));
            }
            None => row.extend(std::iter::repeat_n(Value::Missing, 1 + ledger.parties().count())),
        }
        row.push(cells::words(say(if it.actual.is_some() { say::IS_BOOKED } else { say::IS_EXPECTED })));
        row.push(it.paid.map_or(Value::Blank, |it| money(Yuan::steps(it))));
        row.push(it.owed().map_or(Value::Blank, money));
        row
    };
    let standing = match &ledger.standing {
        Standing::InForce => None,
        Standing::NotPlaced => Some(say(say::AGREED_NOT_PLACED).to_owned()),
        Standing::HostDiffers(_) => Some(say(say::AGREED_HOST_DIFFERS).to_owned()),
    };
    Table {
        notes: standing.into_iter().collect(),
        ..cells::table(
            desk.project_label(&ledger.agreement.project),
            "",
            columns,
            ledger.rows.iter().take(MOST_YEARS).map(row).collect(),
        )
    }
}

/// Every unit with and without the plan, and what would cure the losses.
pub fn guard(desk: &Desk<'_>) -> Vec<Block> {
    let say = |phrase| desk.say(phrase);
    let (world, facts) = (desk.world(), desk.judgement.facts());
    let books = Books::of(world, facts);
    let guard = Guard::of(world, facts, &books);
    let columns = vec![
        column(say(say::UNIT_NAME), 3),
        figures(say(say::WITH_PLAN_WAN), 2),
        figures(say(say::WITHOUT_PLAN_WAN), 2),
        figures(say(say::GAIN_WAN), 2),
        column(say(say::WORSE_OFF), 2),
    ];
    let touched = guard.units.iter().filter(|it| it.with_plan != 0 || it.without != 0);
    let row = |it: &crate::analysis::sharing::guard::Welfare| {
        let mark = if it.gain() < 0 { cells::toned(say(say::IS_WORSE_OFF), Tone::Caution) } else { Value::Blank };
        vec![cells::words(desk.unit(&it.unit)), money(it.with_plan), money(it.without), money(it.gain()), mark]
    };
    let name = |at: usize| guard.units.get(at).map_or_else(String::new, |it| desk.unit(&it.unit));
    let cure = match &guard.cure {
        Cure::NotNeeded => vec![cells::paragraph(say(say::NOBODY_WORSE_OFF))],
        Cure::Impossible(lack) => vec![cells::paragraph(desk.tell(&told::no_transfer_cures(*lack)))],
        Cure::Payments(payments) => {
            let told = payments.iter().map(|it| desk.tell(&told::payment(&name(it.from), &name(it.to), it.amount)));
            vec![cells::paragraph(say(say::PROPOSED_TRANSFERS)), cells::list_or(told.collect(), "")]
        }
    };
    let table = Table {
        notes: vec![say(say::WITHOUT_MEANS).to_owned()],
        ..cells::table(say(say::GUARD), "", columns, touched.map(row).collect())
    };
    std::iter::once(cells::table_or(table, say(say::NOBODY_WORSE_OFF))).chain(cure).collect()
}
