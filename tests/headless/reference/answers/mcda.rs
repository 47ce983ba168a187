//! Many criteria, one ranking: the cases of `mcda`.

use parkboard::suitability::methods::{
    Better,
    acceptability::{Study, Weightings},
    additive::{Completeness, MINIMUM_COVERAGE, Score},
    agreement,
    ahp::{self, Consistency, Priorities, RandomIndex},
    critic::critic_weights,
    entropy_weights::EntropyWeights,
    gate::Gate,
    promethee::{Preference, Promethee},
    ranking,
    stability::{self, Lead},
    topsis::Topsis,
    value::ValueFunction,
    vikor::{STRATEGY, Vikor},
};
use serde_json::{Map, Value, json};

use super::{gaps, list, map, map_of, names, number, numbers, options, shown, table};

/// Draws for a case that asks for shares: many more than a screen needs.
const DRAWS: usize = 200_000;

fn directions(parameters: &Value, criteria: usize) -> Option<Vec<Better>> {
    let better = |direction: f64| if direction < 0.0 { Better::Less } else { Better::More };
    let given = &parameters["direction"];
    if given.is_null() {
        return Some(vec![Better::More; criteria]);
    }
    Some(numbers(given)?.into_iter().map(better).collect())
}

fn random_index(parameters: &Value) -> Option<RandomIndex> {
    let Some(given) = parameters["random_index"].as_object() else {
        let is_later = parameters["random_index_table"] == "saaty2005";
        return Some(if is_later { RandomIndex::SAATY_2005 } else { RandomIndex::SAATY_1980 });
    };
    let values: Option<Vec<f64>> = (1..).map_while(|items: usize| given.get(&items.to_string())).map(number).collect();
    Some(RandomIndex { source: "case".into(), values: values?.into() })
}

pub fn ahp_weights(case: &Value) -> Option<Value> {
    let matrix = table(&case["input"]["matrix"])?;
    let labels = names(&case["input"]["labels"])?;
    let index = random_index(&case["parameters"])?;
    let Some(found) = Priorities::of(&matrix) else { return Some(Value::Null) };
    let ratio = found.consistency_ratio(&index);
    let worst = found.worst.map(|worst| {
        json!({
            "row": labels[worst.row],
            "col": labels[worst.column],
            "error_factor": worst.error_factor,
            "implied_ratio": worst.implied,
        })
    });
    Some(json!({
        "weights": map_of(&labels, &found.weights),
        "lambda_max": found.lambda,
        "consistency_index": found.consistency_index,
        "consistency_ratio": shown(ratio),
        "accept": ratio.map(|ratio| Consistency::of(ratio) == Consistency::Accepted),
        "weights_geometric_mean": map_of(&labels, &found.geometric_mean),
        "least_consistent_judgement": worst,
    }))
}

pub fn ahp_hierarchy(case: &Value) -> Option<Value> {
    let input = &case["input"];
    let (criteria, alternatives) = (names(&input["criteria"])?, names(&input["alternatives"])?);
    let index = random_index(&case["parameters"])?;
    let Some(top) = Priorities::of(&table(&input["criteria_matrix"])?) else { return Some(Value::Null) };
    let mut ratios = Map::from_iter([("criteria".to_owned(), shown(top.consistency_ratio(&index)))]);
    let mut local = Vec::new();
    for criterion in &criteria {
        let Some(below) = Priorities::of(&table(&input["alternative_matrices"][criterion])?) else {
            return Some(Value::Null);
        };
        ratios.insert(criterion.clone(), shown(below.consistency_ratio(&index)));
        local.push(below.weights);
    }
    let priorities = ahp::synthesis(&top.weights, &local)?;
    Some(json!({
        "criteria_weights": map_of(&criteria, &top.weights),
        "priorities": map_of(&alternatives, &priorities),
        "consistency_ratio": ratios,
    }))
}

pub fn entropy(case: &Value) -> Option<Value> {
    let found = EntropyWeights::of(&table(&case["input"]["matrix"])?);
    Some(found.map_or(Value::Null, |found| {
        json!({
            "divergence": options(&found.divergence),
            "weights": found.weights.as_deref().map(list),
        })
    }))
}

pub fn critic(case: &Value) -> Option<Value> {
    let matrix = table(&case["input"]["matrix"])?;
    let better = directions(&case["parameters"], matrix.first()?.len())?;
    Some(json!({ "weights": critic_weights(&matrix, &better).as_deref().map(list) }))
}

pub fn topsis(case: &Value) -> Option<Value> {
    let matrix = table(&case["input"]["matrix"])?;
    let weights = numbers(&case["parameters"]["weights"])?;
    let found = Topsis::of(&matrix, &weights, &directions(&case["parameters"], weights.len())?)?;
    let undefined = || vec![Value::Null; matrix.len()];
    Some(json!({
        "d_plus": list(&found.to_ideal),
        "d_minus": list(&found.to_anti_ideal),
        "closeness": found.closeness.as_deref().map_or_else(|| json!(undefined()), list),
        "rank": found.ranks.map_or_else(|| json!(undefined()), |ranks| json!(ranks)),
    }))
}

pub fn vikor(case: &Value) -> Option<Value> {
    let matrix = table(&case["input"]["matrix"])?;
    let labels = names(&case["input"]["alternatives"])?;
    let weights = numbers(&case["parameters"]["weights"])?;
    let better = directions(&case["parameters"], weights.len())?;
    let strategy = number(&case["parameters"]["v"]).unwrap_or(STRATEGY);
    let Some(found) = Vikor::of(&matrix, &weights, &better, strategy) else { return Some(Value::Null) };
    let set: Vec<&String> = found.set.iter().map(|at| &labels[*at]).collect();
    Some(json!({
        "S": list(&found.sum),
        "R": list(&found.largest),
        "Q": list(&found.compromise),
        "rank": found.ranks,
        "acceptable_advantage": found.has_advantage,
        "acceptable_stability": found.is_stable,
        "compromise_set": set,
    }))
}

fn preference(stated: &Value) -> Option<Preference> {
    let at = |name: &str| number(&stated[name]);
    Some(match stated["type"].as_str()? {
        "usual" => Preference::Usual,
        "ushape" => Preference::UShape { q: at("q")? },
        "vshape" => Preference::VShape { p: at("p")? },
        "level" => Preference::Level { q: at("q")?, p: at("p")? },
        "linear" => Preference::Linear { q: at("q")?, p: at("p")? },
        "gaussian" => Preference::Gaussian { s: at("s")? },
        _ => return None,
    })
}

pub fn promethee(case: &Value) -> Option<Value> {
    let parameters = &case["parameters"];
    let weights = numbers(&parameters["weights"])?;
    let better = directions(parameters, weights.len())?;
    let preferences: Vec<Preference> =
        parameters["preference"].as_array()?.iter().map(preference).collect::<Option<_>>()?;
    let found = Promethee::of(&table(&case["input"]["matrix"])?, &weights, &better, &preferences);
    Some(found.map_or(Value::Null, |found| {
        json!({
            "phi_plus": list(&found.positive),
            "phi_minus": list(&found.negative),
            "net_flow": list(&found.net),
            "rank": found.ranks,
        })
    }))
}

pub fn weight_stability(case: &Value) -> Option<Value> {
    let values = table(&case["input"]["values"])?;
    let (alternatives, criteria) = (names(&case["input"]["alternatives"])?, names(&case["input"]["criteria"])?);
    let weights = numbers(&case["parameters"]["weights"])?;
    let lead = Lead::of(&values, &weights)?;
    let intervals = stability::intervals(&values, &weights)?;
    let ends = |interval: Option<(f64, f64)>| interval.map_or(Value::Null, |(least, most)| list(&[least, most]));
    Some(json!({
        "score": list(&lead.scores),
        "winner": alternatives[lead.winner],
        "runner_up": lead.runner_up.map(|second| &alternatives[second]),
        "gap": shown(lead.gap),
        "gap_contribution": lead.gap_contributions.as_deref().map(list),
        "interval": map(&criteria, intervals.into_iter().map(ends)),
    }))
}

pub fn rank_acceptability(case: &Value) -> Option<Value> {
    let values: Vec<Vec<Option<f64>>> = case["input"]["values"].as_array()?.iter().map(gaps).collect::<Option<_>>()?;
    let asked = case["parameters"]["draws_for_tolerance"].as_u64().and_then(|draws| usize::try_from(draws).ok());
    let study =
        Study { weightings: Weightings::All(values.first()?.len()), draws: asked.unwrap_or(0).max(DRAWS), seed: 1 };
    let shares = study.acceptability(&values)?;
    Some(json!({ "acceptability": shares.iter().map(|row| list(row)).collect::<Value>() }))
}

pub fn rank_agreement(case: &Value) -> Option<Value> {
    let (x, y) = (numbers(&case["input"]["x"])?, numbers(&case["input"]["y"])?);
    Some(json!({
        "kendall_tau_b": shown(agreement::kendall_tau_b(&x, &y)),
        "spearman_rho": shown(agreement::spearman_rho(&x, &y)),
    }))
}

fn value_function(criterion: &Value) -> Option<ValueFunction> {
    let (lo, hi) = (number(&criterion["lo"])?, number(&criterion["hi"])?);
    Some(match criterion["type"].as_str()? {
        "increasing" => ValueFunction::Increasing { lo, hi },
        "decreasing" => ValueFunction::Decreasing { lo, hi },
        "target" => ValueFunction::Target { lo, target: number(&criterion["target"])?, hi },
        _ => return None,
    })
}

/// The gates that `data` of a park fails; a gate without a value is open.
fn failed_gates(gates: &Value, data: &Value) -> Option<Vec<Value>> {
    let mut failed = Vec::new();
    for stated in gates.as_array().into_iter().flatten() {
        let gate = match stated["test"].as_str()? {
            ">=" => Gate::AtLeast,
            "<=" => Gate::AtMost,
            _ => return None,
        };
        let (name, limit) = (stated["name"].as_str()?, number(&stated["limit"])?);
        let value = number(&data[name]);
        if let Some((value, shortfall)) = value.and_then(|value| Some((value, gate.shortfall(value, limit)?))) {
            failed.push(json!({ "gate": name, "value": value, "limit": limit, "shortfall": shortfall }));
        }
    }
    Some(failed)
}

fn scored(criteria: &[String], values: &[Option<f64>], score: &Score) -> Value {
    let status = match score.completeness {
        Completeness::Complete => "complete",
        Completeness::Partial => "partial",
        Completeness::Insufficient => "insufficient data",
    };
    let contributions = score.contributions.as_ref();
    json!({
        "values": map(criteria, values.iter().map(|value| shown(*value))),
        "coverage": score.coverage,
        "score": shown(score.score),
        "score_low": score.low,
        "score_high": score.high,
        "status": status,
        "contribution": contributions.map(|parts| map(criteria, parts.iter().map(|part| shown(*part)))),
    })
}

pub fn siting_score(case: &Value) -> Option<Value> {
    let (parameters, input) = (&case["parameters"], &case["input"]);
    let criteria = parameters["criteria"].as_array()?;
    let labels: Vec<String> =
        criteria.iter().map(|it| it["name"].as_str().map(str::to_owned)).collect::<Option<_>>()?;
    let weights: Vec<f64> = criteria.iter().map(|it| number(&it["weight"])).collect::<Option<_>>()?;
    let functions: Vec<ValueFunction> = criteria.iter().map(value_function).collect::<Option<_>>()?;
    let minimum = number(&parameters["minimum_coverage"]).unwrap_or(MINIMUM_COVERAGE);
    let (mut excluded, mut parks, mut ranked) = (Map::new(), Map::new(), Vec::new());
    for park in names(&input["parks"])? {
        let failed = failed_gates(&parameters["gates"], &input["gate_data"][&park])?;
        if !failed.is_empty() {
            excluded.insert(park, json!(failed));
            continue;
        }
        let data = labels.iter().map(|name| number(&input["criteria_data"][&park][name]));
        let values: Vec<Option<f64>> = data.zip(&functions).map(|(datum, function)| function.value(datum?)).collect();
        let score = Score::of(&weights, &values, 100.0, minimum)?;
        parks.insert(park.clone(), scored(&labels, &values, &score));
        ranked.extend(score.score.map(|points| (park, points, score)));
    }
    let order = ranking::order(&ranked.iter().map(|(_, points, _)| *points).collect::<Vec<f64>>());
    let ranking: Vec<&String> = order.iter().map(|at| &ranked[*at].0).collect();
    let (mut gap, mut parts) = (Value::Null, Value::Null);
    if let [first, second, ..] = order.as_slice() {
        let ((_, points, winner), (_, others, runner_up)) = (&ranked[*first], &ranked[*second]);
        gap = json!(points - others);
        parts = winner.lead_over(runner_up).map_or(Value::Null, |parts| map_of(&labels, &parts));
    }
    Some(json!({
        "excluded": excluded,
        "parks": parks,
        "ranking": ranking,
        "gap": gap,
        "gap_contribution": parts,
    }))
}
