//! Many indicators, one figure, and recognition by thresholds: the cases of `composite`.

use parkboard::{
    analysis::{
        composite::{copeland::Copeland, goalposts::Goalposts, means, normalise, ranks, shape},
        park_index::{IndicatorWeight, ParkIndex, PillarWeight, grade::Marks},
        recognition::{AnchorRoute, Bound, Reading, Rule, Standing, Verdict, Year, decision::Proposal},
    },
    model::indicator::{Better, Grade},
};
use serde_json::{Map, Value, json};

use super::{gaps, index, map, matrix, names, number, numbers, options, shown, table};

fn better(direction: &Value) -> Better {
    if number(direction).unwrap_or(1.0) < 0.0 { Better::Lower } else { Better::Higher }
}

/// The index of human development: three pillars, the middle one of two indicators, the last on a scale of logarithms.
pub fn goalpost_geometric(case: &Value) -> Option<Value> {
    let columns = names(&case["input"]["columns"])?;
    let posts = |column: &String| {
        let ends = numbers(&case["parameters"]["goalposts"][column])?;
        let scaled = |end: f64| if column == "gni" { end.ln() } else { end };
        let [low, high] = ends[..] else { return None };
        Some(Goalposts { low: scaled(low), high: scaled(high), better: Better::Higher })
    };
    let posts: Vec<Goalposts> = columns.iter().map(posts).collect::<Option<_>>()?;
    let mut found = Map::new();
    for (country, row) in case["input"]["rows"].as_object()? {
        let row = numbers(row)?;
        let level = |name: &str| {
            let at = columns.iter().position(|column| column == name)?;
            let value = if name == "gni" { row[at].ln() } else { row[at] };
            posts[at].level(value)
        };
        let education = [level("expected_schooling"), level("mean_schooling")];
        let pillars = [level("life_expectancy"), means::arithmetic(&education, &[1.0; 2]).ok(), level("gni")];
        let [health, education, income] = pillars.map(shown);
        let index = index(means::geometric(&pillars, &[1.0; 3]));
        found.insert(
            country.clone(),
            json!({ "health": health, "education": education, "income": income, "index": index }),
        );
    }
    Some(Value::Object(found))
}

pub fn normalised(case: &Value) -> Option<Value> {
    let values = gaps(&case["input"]["x"])?;
    let parameters = &case["parameters"];
    let better = better(&parameters["direction"]);
    let [low, high] = numbers(&parameters["goalposts"])?[..] else { return None };
    let posts = Goalposts { low, high, better };
    let percent = values.iter().map(|value| value.and_then(|value| posts.percent(value)));
    Some(json!({
        "min_max": normalise::min_max(&values, better).as_deref().map_or(Value::Null, options),
        "z_score": normalise::z_score(&values).as_deref().map_or(Value::Null, options),
        "goalpost": options(&percent.collect::<Vec<_>>()),
        "rank": ranks::rank(&values, Better::Lower),
        "percentile_rank": options(&ranks::percentile_rank(&values)),
        "skewness": index(shape::skewness(&values)),
        "kurtosis": index(shape::kurtosis(&values)),
        "outlier_flag": shape::has_outliers(&values).ok(),
    }))
}

pub fn aggregate(case: &Value) -> Option<Value> {
    let (values, weights) = (gaps(&case["input"]["x"])?, numbers(&case["parameters"]["weights"])?);
    Some(json!({
        "arithmetic": index(means::arithmetic(&values, &weights)),
        "geometric": index(means::geometric(&values, &weights)),
        "harmonic": index(means::harmonic(&values, &weights)),
    }))
}

pub fn copeland(case: &Value) -> Option<Value> {
    let found = Copeland::of(&table(&case["input"]["matrix"])?, &numbers(&case["parameters"]["weights"])?).ok()?;
    Some(json!({ "outrank": matrix(&found.outrank), "copeland": found.scores }))
}

fn indicator(stated: &Value) -> Option<(String, IndicatorWeight)> {
    let [low, high, weight] = ["lo", "hi", "weight"].map(|name| number(&stated[name]));
    let goalposts = Goalposts { low: low?, high: high?, better: better(&stated["direction"]) };
    Some((stated["name"].as_str()?.to_owned(), IndicatorWeight { goalposts, weight: weight? }))
}

pub fn park_index(case: &Value) -> Option<Value> {
    let parameters = &case["parameters"];
    let (mut pillars, mut labels, mut columns) = (Vec::new(), Vec::new(), Vec::new());
    for stated in parameters["pillars"].as_array()? {
        let own: Vec<_> = stated["indicators"].as_array()?.iter().map(indicator).collect::<Option<_>>()?;
        let (names, indicators): (Vec<String>, Vec<IndicatorWeight>) = own.into_iter().unzip();
        labels.push(stated["name"].as_str()?.to_owned());
        columns.extend(names);
        pillars.push(PillarWeight { weight: number(&stated["weight"])?, indicators });
    }
    let mark = |name: &str| number(&parameters["grades"][name]);
    let marks = Marks { a: mark("A")?, b: mark("B")?, c: mark("C")? };
    let unit = |unit: &String| {
        let readings: Vec<Option<f64>> =
            columns.iter().map(|column| number(&case["input"]["data"][unit][column])).collect();
        let found = ParkIndex::of(&pillars, &readings);
        let grade = found.geometric.map(|index| format!("{:?}", Grade::of(index, &marks)));
        json!({
            "pillars": map(&labels, found.pillars.iter().map(|pillar| shown(*pillar))),
            "index": shown(found.geometric),
            "index_arithmetic": shown(found.arithmetic),
            "imbalance_penalty": shown(found.imbalance()),
            "grade": grade,
        })
    };
    let units = names(&case["input"]["units"])?;
    Some(map(&units, units.iter().map(unit).collect::<Vec<_>>()))
}

/// Items in the order of the parameters.
const ITEMS: [&str; 7] = ["leading_share", "lq", "firms", "plant_hhi", "output", "coverage", "index"];

fn rule(parameters: &Value) -> Option<Rule> {
    let bound = |item: &&str| match *item {
        "plant_hhi" => number(&parameters["plant_hhi_max"]).map(Bound::AtMost),
        item => number(&parameters[item]).map(Bound::AtLeast),
    };
    let bounds = ITEMS.iter().map(bound).collect::<Option<Vec<Bound>>>()?;
    let suppliers = u32::try_from(parameters["anchor_suppliers"].as_u64()?).ok()?;
    let anchor = Some(AnchorRoute { items: vec![ITEMS.iter().position(|item| *item == "plant_hhi")?], suppliers });
    Some(Rule { anchor, hysteresis: number(&parameters["hysteresis"])?, ..Rule::standard(bounds) })
}

/// A year; what is `null` in it was read and has no value, what is not in it was not read.
fn year(stated: &Value) -> Year {
    let reading = |item: &&str| match stated.get(item) {
        None => Reading::Missing,
        Some(value) => number(value).map_or(Reading::Undefined, Reading::Value),
    };
    Year {
        readings: ITEMS.iter().map(reading).collect(),
        chain_leader: stated["chain_leader"].as_bool(),
        suppliers: stated["suppliers"].as_u64().and_then(|number| u32::try_from(number).ok()),
        veto: stated["veto"].as_bool(),
    }
}

pub fn recognition(case: &Value) -> Option<Value> {
    let rule = rule(&case["parameters"])?;
    let mut found = Map::new();
    for (name, stated) in case["input"]["cases"].as_object()? {
        let years: Vec<Year> = stated["years"].as_array()?.iter().map(year).collect();
        let is_holder = stated["recognised_before"].as_bool()?;
        let decision = rule.decide(if is_holder { Standing::Holder } else { Standing::Candidate }, &years);
        let proposal = match decision.proposal {
            Proposal::Recognise => "recognise",
            Proposal::Decline => "decline",
            Proposal::Keep => "keep",
            Proposal::Warn => "warn",
            Proposal::Withdraw => "withdraw",
            Proposal::Unknown => "unknown",
        };
        let failed = |verdicts: Vec<Verdict>| {
            let own = ITEMS.into_iter().zip(verdicts).filter(|(_, verdict)| *verdict == Verdict::NotMet);
            own.map(|(item, _)| item).collect::<Vec<_>>()
        };
        let (passed, at_most) = decision.years_passed;
        let shown = json!({
            "decision": proposal,
            "failed_latest": failed(decision.items.iter().map(|item| item.strict).collect()),
            "failed_latest_relaxed": failed(decision.items.iter().map(|item| item.relaxed).collect()),
            "years_passed": if passed == at_most { json!(passed) } else { json!([passed, at_most]) },
            "veto": decision.veto == Verdict::Met,
        });
        found.insert(name.clone(), shown);
    }
    Some(Value::Object(found))
}
