//! What does this program say to a case? One function a method, which reads the input and puts the results into the shape
//! of `expected`.

mod allocation;
mod cluster;
mod composite;
mod mcda;

use parkboard::analysis::undefined::Undefined;
use serde_json::{Value, json};

/// Answers one case; `None` when its input is not of the shape that the method needs.
pub type Answer = fn(&Value) -> Option<Value>;

/// The methods that the program has, by the name that cases call them.
pub const METHODS: [(&str, Answer); 42] = [
    ("ahp", mcda::ahp_weights),
    ("ahp.hierarchy", mcda::ahp_hierarchy),
    ("weights.entropy", mcda::entropy),
    ("weights.critic", mcda::critic),
    ("topsis", mcda::topsis),
    ("vikor", mcda::vikor),
    ("promethee2", mcda::promethee),
    ("weight_stability", mcda::weight_stability),
    ("rank_acceptability", mcda::rank_acceptability),
    ("rank_agreement", mcda::rank_agreement),
    ("siting_score", mcda::siting_score),
    ("location_quotient", cluster::location_quotient),
    ("herfindahl", cluster::herfindahl_of_parts),
    ("entropy", cluster::entropy_of_parts),
    ("variety", cluster::variety),
    ("krugman", cluster::krugman_of_parks),
    ("locational_concentration", cluster::locational_concentration),
    ("ellison_glaeser", cluster::ellison_glaeser_of_plants),
    ("coagglomeration", cluster::coagglomeration_of_industries),
    ("proximity_density", cluster::proximity_density),
    ("relatedness", cluster::relatedness_of_counts),
    ("homogeneity", cluster::homogeneity_of_parks),
    ("input_output", cluster::input_output),
    ("local_linkage_coverage", cluster::local_linkage_coverage),
    ("shift_share", cluster::shift_share),
    ("coupling_coordination", cluster::coupling_coordination),
    ("flq", cluster::flegg),
    ("chain_coverage", cluster::chain_coverage),
    ("goalpost_geometric", composite::goalpost_geometric),
    ("normalise", composite::normalised),
    ("aggregate", composite::aggregate),
    ("copeland", composite::copeland),
    ("park_index", composite::park_index),
    ("recognition", composite::recognition),
    ("shapley", allocation::shapley_value),
    ("sequential_equal_contributions", allocation::sequential_equal_contributions),
    ("claims", allocation::claims_on_a_pool),
    ("nash", allocation::nash_split),
    ("proportional_floor_cap", allocation::proportional_floor_cap),
    ("largest_remainder", allocation::largest_remainder_of_units),
    ("budget_selection", allocation::budget_selection),
    ("sharing_ledger", allocation::sharing_ledger),
];

/// A number, also written as a fraction such as "2/3".
fn number(value: &Value) -> Option<f64> {
    if let Some(text) = value.as_str() {
        let (above, below) = text.split_once('/').unwrap_or((text, "1"));
        return Some(above.trim().parse::<f64>().ok()? / below.trim().parse::<f64>().ok()?);
    }
    value.as_f64()
}

fn numbers(value: &Value) -> Option<Vec<f64>> {
    value.as_array()?.iter().map(number).collect()
}

/// Numbers of which some are missing, which is `null`.
fn gaps(value: &Value) -> Option<Vec<Option<f64>>> {
    let cell = |value: &Value| if value.is_null() { Some(None) } else { number(value).map(Some) };
    value.as_array()?.iter().map(cell).collect()
}

fn table(value: &Value) -> Option<Vec<Vec<f64>>> {
    value.as_array()?.iter().map(numbers).collect()
}

fn names(value: &Value) -> Option<Vec<String>> {
    value.as_array()?.iter().map(|name| name.as_str().map(str::to_owned)).collect()
}

/// Numbers in the order of `names`, from a list or from an object; a single number holds for all, an absent one is 0.
fn by_name(value: &Value, names: &[String]) -> Option<Vec<f64>> {
    match value {
        Value::Object(map) => names.iter().map(|name| map.get(name).map_or(Some(0.0), number)).collect(),
        Value::Array(_) => numbers(value),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Some(vec![number(value)?; names.len()]),
    }
}

/// A result as a number, `null` when undefined. What is neither finite nor undefined is written out, and so is wrong.
fn shown(result: Option<f64>) -> Value {
    match result {
        None => Value::Null,
        Some(number) if number.is_finite() => json!(number),
        Some(number) => json!(number.to_string()),
    }
}

/// A result of an index, `null` when undefined for whatever reason.
fn index(result: Result<f64, Undefined>) -> Value {
    shown(result.ok())
}

fn indices(results: &[Result<f64, Undefined>]) -> Value {
    results.iter().map(|result| index(*result)).collect()
}

fn list(results: &[f64]) -> Value {
    results.iter().map(|result| shown(Some(*result))).collect()
}

fn options(results: &[Option<f64>]) -> Value {
    results.iter().map(|result| shown(*result)).collect()
}

fn matrix(rows: &[Vec<f64>]) -> Value {
    rows.iter().map(|row| list(row)).collect()
}

fn matrix_of_indices(rows: &[Vec<Result<f64, Undefined>>]) -> Value {
    rows.iter().map(|row| indices(row)).collect()
}

fn map(names: &[String], values: impl IntoIterator<Item = Value>) -> Value {
    Value::Object(names.iter().cloned().zip(values).collect())
}

fn map_of(names: &[String], results: &[f64]) -> Value {
    map(names, results.iter().map(|result| shown(Some(*result))))
}
