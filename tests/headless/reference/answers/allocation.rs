//! Who gets how much: the cases of `allocation`.

use parkboard::analysis::{
    allocation::{
        budget_choice::{Choice, Item, choose},
        claims,
        floors_caps::{Part, proportional},
        largest_remainder,
        ledger_split::{TaxYear, Term, ledger},
        nash::{Party, nash},
        serial::{self, Users},
        shapley::{Game, core_point, core_violations, members, shapley},
    },
    undefined::Undefined,
};
use serde_json::{Map, Value, json};

use super::{by_name, gaps, list, map, map_of, names, number, numbers, shown};

/// Worths by coalition, the names of whose members are joined by `+`.
fn worths(stated: &Value, players: &[String]) -> Option<Vec<f64>> {
    let mut found = vec![0.0; 1 << players.len()];
    for (coalition, worth) in stated.as_object()? {
        let place = |name: &str| players.iter().position(|player| player == name);
        let own: Vec<usize> = coalition.split('+').map(place).collect::<Option<_>>()?;
        found[own.iter().fold(0, |sum, player| sum | 1 << player)] = number(worth)?;
    }
    Some(found)
}

pub fn shapley_value(case: &Value) -> Option<Value> {
    let players = names(&case["input"]["players"])?;
    let worths = worths(&case["input"]["worth"], &players)?;
    let game = if case["parameters"]["kind"] == "cost" { Game::Cost } else { Game::Gain };
    let value = shapley(&worths).ok()?;
    let violations = core_violations(&worths, game, &value).ok()?;
    let name = |coalition| members(coalition).map(|player| players[player].as_str()).collect::<Vec<_>>().join("+");
    let violation = |it: &parkboard::analysis::allocation::shapley::Violation| {
        let amount = if game == Game::Gain { "shortfall" } else { "excess" };
        json!({ "coalition": name(it.coalition), amount: it.amount })
    };
    Some(json!({
        "shapley": map_of(&players, &value),
        "total": value.iter().sum::<f64>(),
        "in_core": violations.is_empty(),
        "core_violations": violations.iter().map(violation).collect::<Value>(),
        "core_nonempty": core_point(&worths, game).ok()?.is_some(),
    }))
}

pub fn sequential_equal_contributions(case: &Value) -> Option<Value> {
    let stated = case["input"]["users"].as_array()?;
    let labels: Vec<String> = stated.iter().map(|it| it["name"].as_str().map(str::to_owned)).collect::<Option<_>>()?;
    let kind =
        |it: &Value| Some(Users { number: usize::try_from(it["count"].as_u64()?).ok()?, cost: number(&it["cost"])? });
    let users: Vec<Users> = stated.iter().map(kind).collect::<Option<_>>()?;
    Some(json!({ "fee_per_user": map_of(&labels, &serial::fees(&users).ok()?), "total": serial::total(&users) }))
}

pub fn claims_on_a_pool(case: &Value) -> Option<Value> {
    let (pool, stated) = (number(&case["parameters"]["pool"])?, numbers(&case["input"]["claims"])?);
    let of = |rule: fn(f64, &[f64]) -> Result<Vec<f64>, Undefined>| {
        rule(pool, &stated).map_or(Value::Null, |found| list(&found))
    };
    Some(json!({
        "proportional": of(claims::proportional),
        "cea": of(claims::equal_awards),
        "cel": of(claims::equal_losses),
        "talmud": of(claims::talmud),
        "random_arrival": of(claims::random_arrival),
        "left_over": shown(claims::left_over(pool, &stated).ok()),
    }))
}

/// Caps in the order of `names`, `null` being no cap.
fn caps(stated: &Value, names: &[String]) -> Option<Vec<Option<f64>>> {
    if stated.is_null() { Some(vec![None; names.len()]) } else { gaps(stated) }
}

pub fn nash_split(case: &Value) -> Option<Value> {
    let (parameters, labels) = (&case["parameters"], names(&case["input"]["parties"])?);
    let (points, weights) = (numbers(&parameters["disagreement"])?, numbers(&parameters["alpha"])?);
    let caps = caps(&parameters["caps"], &labels)?;
    let parties = points.iter().zip(&weights).zip(&caps);
    let party = |((point, weight), cap): ((&f64, &f64), &Option<f64>)| Party {
        disagreement: *point,
        weight: *weight,
        cap: *cap,
    };
    let found = nash(number(&parameters["V"])?, &parties.map(party).collect::<Vec<_>>()).ok()?;
    Some(json!({
        "feasible": found.shares.is_some(),
        "allocation": found.shares.map(|shares| map_of(&labels, &shares)),
        "left_over": found.left_over,
    }))
}

pub fn proportional_floor_cap(case: &Value) -> Option<Value> {
    let (parameters, labels) = (&case["parameters"], names(&case["input"]["names"])?);
    let (weights, floors) = (numbers(&parameters["weights"])?, by_name(&parameters["floors"], &labels)?);
    let caps = caps(&parameters["caps"], &labels)?;
    let parts = weights.iter().zip(&floors).zip(&caps);
    let part =
        |((weight, floor), cap): ((&f64, &f64), &Option<f64>)| Part { weight: *weight, floor: *floor, cap: *cap };
    let found = proportional(number(&parameters["budget"])?, &parts.map(part).collect::<Vec<_>>()).ok()?;
    Some(json!({
        "feasible": found.shares.is_some(),
        "allocation": found.shares.map(|shares| map_of(&labels, &shares)),
        "left_over": found.left_over,
        "shortfall": found.shortfall,
        "level": shown(found.level),
    }))
}

pub fn largest_remainder_of_units(case: &Value) -> Option<Value> {
    let (labels, weights) = (names(&case["input"]["names"])?, numbers(&case["input"]["weights"])?);
    let total = case["parameters"]["total_units"].as_i64()?;
    let units = largest_remainder::by_shares(total, &weights).ok()?;
    let quotas = largest_remainder::quotas(total, &largest_remainder::whole(&weights).ok()?).ok()?;
    Some(json!({ "quota": list(&quotas), "units": map(&labels, units.into_iter().map(Value::from)) }))
}

/// Decimals that values and costs of a case may have.
const PLACES: f64 = 1e6;

#[expect(clippy::cast_possible_truncation, reason = "cases have small figures")]
fn whole(value: &Value) -> Option<i64> {
    number(value).map(|number| (number * PLACES).round() as i64)
}

#[expect(clippy::cast_precision_loss, reason = "cases have small figures")]
fn decimal(number: i64) -> Value {
    shown(Some(number as f64 / PLACES))
}

pub fn budget_selection(case: &Value) -> Option<Value> {
    let stated = case["input"]["items"].as_array()?;
    let item = |it: &Value| Some(Item { cost: whole(&it["cost"])?, value: whole(&it["value"])? });
    let items: Vec<Item> = stated.iter().map(item).collect::<Option<_>>()?;
    let found = choose(whole(&case["parameters"]["budget"])?, &items).ok().filter(Choice::is_proven)?;
    let chosen: Value = found.chosen.iter().map(|place| stated[*place]["name"].clone()).collect();
    Some(json!({ "chosen": chosen, "value": decimal(found.value), "cost": decimal(found.cost) }))
}

pub fn sharing_ledger(case: &Value) -> Option<Value> {
    let term = |it: &Value| {
        let [from, to] = ["from_year", "to_year"].map(|name| usize::try_from(it[name].as_u64()?).ok());
        let weights = ["originator_percent", "host_percent"].map(|name| it[name].as_i64());
        Some(Term { from: from?, to: to?, weights: weights.into_iter().collect::<Option<_>>()? })
    };
    let year =
        |it: &Value| Some(TaxYear { tax_fen: it["tax_fen"].as_i64()?, incentives_fen: it["incentive_fen"].as_i64()? });
    let terms: Vec<Term> = case["parameters"]["terms"].as_array()?.iter().map(term).collect::<Option<_>>()?;
    let years: Vec<TaxYear> = case["input"]["years"].as_array()?.iter().map(year).collect::<Option<_>>()?;
    let found = ledger(2, &terms, &years).ok()?;
    let mut totals = [0, 0];
    let mut rows = Vec::new();
    for (number, year) in (1..).zip(&found) {
        let [originator, host] = year.shares_fen[..] else { return None };
        totals = [totals[0] + originator, totals[1] + host];
        let row = [("year", number), ("base_fen", year.base_fen), ("originator_fen", originator), ("host_fen", host)];
        rows.push(row.into_iter().map(|(name, figure)| (name.to_owned(), json!(figure))).collect::<Map<_, _>>());
    }
    Some(json!({ "rows": rows, "total_originator_fen": totals[0], "total_host_fen": totals[1] }))
}
