//! What clusters there are: the cases of `cluster`.

use parkboard::analysis::{
    coagglomeration,
    coupling_coordination::CouplingCoordination,
    ellison_glaeser::{self, EllisonGlaeser},
    entropy,
    flq::{DELTA, FleggQuotients},
    herfindahl,
    homogeneity::{self, City},
    input_output::InputOutput,
    krugman,
    linkage::{Coefficients, LinkStatus, Pool},
    location_quotient as quotient, locational_concentration as concentration,
    relatedness::{self, Normalisation},
    shift_share::{Effects, ShiftShare},
    variety::Variety,
};
use serde_json::{Map, Value, json};

use super::{
    by_name, index, indices, list, map, map_of, matrix, matrix_of_indices, names, number, numbers, options, shown,
    table,
};

pub fn location_quotient(case: &Value) -> Option<Value> {
    let input = &case["input"];
    if input["matrix"].is_null() {
        let [own, own_total, of_reference, total] =
            ["industry_in_region", "region_total", "industry_total", "total"].map(|name| number(&input[name]));
        let found = quotient::location_quotient(own?, own_total?, of_reference?, total?);
        return Some(json!({
            "lq": shown(found),
            "rsca": shown(found.map(quotient::symmetric)),
            "specialised": u8::from(quotient::is_specialised(found)),
        }));
    }
    let matrix = table(&input["matrix"])?;
    let industries = matrix.first().map_or(0, Vec::len);
    let of_industry: Vec<f64> = (0..industries).map(|at| matrix.iter().filter_map(|row| row.get(at)).sum()).collect();
    let total: f64 = of_industry.iter().sum();
    let quotients: Vec<Vec<Option<f64>>> = matrix
        .iter()
        .map(|row| {
            let own = row.iter().sum();
            row.iter().zip(&of_industry).map(|(x, all)| quotient::location_quotient(*x, own, *all, total)).collect()
        })
        .collect();
    let each = |show: fn(Option<f64>) -> Value| {
        quotients.iter().map(|row| row.iter().map(|found| show(*found)).collect::<Value>()).collect::<Value>()
    };
    Some(json!({
        "lq": each(shown),
        "rsca": each(|found| shown(found.map(quotient::symmetric))),
        "specialised": each(|found| json!(u8::from(quotient::is_specialised(found)))),
    }))
}

pub fn herfindahl_of_parts(case: &Value) -> Option<Value> {
    let x = numbers(&case["input"]["x"])?;
    Some(json!({
        "hhi": index(herfindahl::herfindahl(&x)),
        "hhi_normalised": index(herfindahl::normalised(&x)),
        "effective_number": index(herfindahl::effective_number(&x)),
        "cr1": index(herfindahl::concentration_ratio(&x, 1)),
        "cr3": index(herfindahl::concentration_ratio(&x, 3)),
    }))
}

pub fn entropy_of_parts(case: &Value) -> Option<Value> {
    let x = numbers(&case["input"]["x"])?;
    Some(json!({
        "shannon_nats": index(entropy::shannon(&x)),
        "shannon_bits": index(entropy::shannon_bits(&x)),
        "evenness": index(entropy::evenness(&x)),
        "theil_t": index(entropy::theil_t(&x)),
        "mean_log_deviation": index(entropy::mean_log_deviation(&x)),
        "effective_number": index(entropy::effective_number(&x)),
    }))
}

pub fn variety(case: &Value) -> Option<Value> {
    let stated = case["input"]["groups"].as_object()?;
    let labels: Vec<String> = stated.keys().cloned().collect();
    let industries = |group: &Value| group.as_object()?.values().map(number).collect::<Option<Vec<f64>>>();
    let groups: Vec<Vec<f64>> = stated.values().map(industries).collect::<Option<_>>()?;
    let Ok(found) = Variety::of(&groups) else { return Some(Value::Null) };
    let group = |group: &parkboard::analysis::variety::Group| json!({ "share": group.share, "within_bits": group.within, "contribution": group.contribution });
    Some(json!({
        "unrelated_variety": found.unrelated,
        "related_variety": found.related,
        "total_entropy": index(entropy::shannon_bits(&groups.concat())),
        "groups": map(&labels, found.groups.iter().map(group)),
    }))
}

pub fn krugman_of_parks(case: &Value) -> Option<Value> {
    let parks = table(&case["input"]["matrix"])?;
    let pairs = |a: &Vec<f64>| parks.iter().map(|b| krugman::krugman(a, b)).collect::<Vec<_>>();
    Some(json!({
        "versus_all": indices(&krugman::versus_all(&parks)),
        "versus_rest": indices(&krugman::versus_rest(&parks)),
        "pairwise": matrix_of_indices(&parks.iter().map(pairs).collect::<Vec<_>>()),
    }))
}

pub fn locational_concentration(case: &Value) -> Option<Value> {
    let [industry, reference] = ["industry", "reference"].map(|name| numbers(&case["input"][name]));
    let (industry, reference) = (industry?, reference?);
    Some(json!({
        "hoover": index(concentration::hoover(&industry, &reference)),
        "locational_gini_weighted": index(concentration::locational_gini(&industry, &reference)),
        "locational_gini_unweighted": index(concentration::locational_gini_unweighted(&industry, &reference)),
        "gini": index(concentration::gini(&industry)),
    }))
}

pub fn ellison_glaeser_of_plants(case: &Value) -> Option<Value> {
    let input = &case["input"];
    let regions = names(&input["regions"])?;
    let mut plants = vec![Vec::new(); regions.len()];
    for plant in input["plants"].as_array()? {
        let region = regions.iter().position(|region| plant[0] == **region)?;
        plants[region].push(number(&plant[1])?);
    }
    let found = EllisonGlaeser::of(&plants, &by_name(&input["reference"], &regions)?);
    Some(found.map_or(Value::Null, |found| {
        json!({
            "gamma": index(found.gamma),
            "G": found.raw,
            "H": found.plants,
            "sum_x2": found.reference,
        })
    }))
}

pub fn coagglomeration_of_industries(case: &Value) -> Option<Value> {
    let input = &case["input"];
    let regions = names(&input["regions"])?;
    let reference = by_name(&input["reference"], &regions)?;
    let stated = input["employment"].as_object()?;
    let labels: Vec<String> = stated.keys().cloned().collect();
    let industries: Vec<Vec<f64>> = stated.values().map(|sizes| by_name(sizes, &regions)).collect::<Option<_>>()?;
    let plants = by_name(&input["plant_herfindahl"], &labels)?;
    let mut pairs = Map::new();
    for (at, (a, sizes)) in labels.iter().zip(&industries).enumerate() {
        for (b, others) in labels.iter().zip(&industries).skip(at + 1) {
            pairs.insert(format!("{a}|{b}"), index(coagglomeration::pair(sizes, others, &reference)));
        }
    }
    let own = industries.iter().zip(&plants);
    Some(json!({
        "pairwise": pairs,
        "gamma_industry":
            map(&labels, own.map(|(sizes, plants)| index(ellison_glaeser::gamma(sizes, *plants, &reference)))),
        "gamma_group": index(coagglomeration::group(&industries, &reference)),
    }))
}

pub fn proximity_density(case: &Value) -> Option<Value> {
    let stated = table(&case["input"]["M"])?;
    let presence: Vec<Vec<bool>> = stated.iter().map(|row| row.iter().map(|cell| *cell > 0.5).collect()).collect();
    let phi = relatedness::proximity(&presence);
    Some(json!({
        "ubiquity": relatedness::ubiquity(&presence),
        "diversity": relatedness::diversity(&presence),
        "proximity": matrix(&phi),
        "density": matrix_of_indices(&relatedness::density(&phi, &presence)),
        "density_with_self": matrix_of_indices(&relatedness::density_with_self(&phi, &presence)),
    }))
}

pub fn relatedness_of_counts(case: &Value) -> Option<Value> {
    let joint = table(&case["input"]["cooccurrence"])?;
    let by = |by| relatedness::of_joint_occurrence(&joint, by).map_or(Value::Null, |found| matrix(&found));
    Some(json!({
        "cosine": by(Normalisation::Cosine),
        "jaccard": by(Normalisation::Jaccard),
        "association": by(Normalisation::Association),
        "prob": by(Normalisation::Probabilistic),
    }))
}

pub fn homogeneity_of_parks(case: &Value) -> Option<Value> {
    let (parks, industries) = (names(&case["input"]["parks"])?, names(&case["input"]["industries"])?);
    let output = table(&case["input"]["output"])?;
    let stated = &case["parameters"]["size"];
    let totals = || output.iter().map(|row| row.iter().sum()).collect();
    let size = if stated.is_null() { totals() } else { by_name(stated, &parks)? };
    let pairs = |of: fn(&[f64], &[f64]) -> Option<f64>| {
        output.iter().map(|a| output.iter().map(|b| shown(of(a, b))).collect::<Value>()).collect::<Value>()
    };
    let city = City::of(&output, &size);
    let hci = |park: &Option<homogeneity::Competition>| shown(park.as_ref().map(|park| park.index));
    let split = |park: &Option<homogeneity::Competition>| {
        park.as_ref().map_or(Value::Null, |park| map_of(&industries, &park.by_industry))
    };
    Some(json!({
        "overlap": pairs(homogeneity::overlap),
        "cosine": pairs(homogeneity::cosine),
        "hci": map(&parks, city.parks.iter().map(hci)),
        "by_industry": map(&parks, city.parks.iter().map(split)),
        "system": shown(city.system),
    }))
}

pub fn input_output(case: &Value) -> Option<Value> {
    let (transactions, output) = (table(&case["input"]["Z"])?, numbers(&case["input"]["x"])?);
    Some(InputOutput::of(&transactions, &output).map_or(Value::Null, |found| {
        json!({
            "A": matrix(&found.coefficients),
            "leontief_inverse": matrix(&found.leontief),
            "final_demand": indices(&found.final_demand),
            "output_multiplier": indices(&found.output_multiplier),
            "backward_index": indices(&found.backward),
            "sensitivity_index": indices(&found.sensitivity),
            "forward_index_ghosh": indices(&found.forward),
        })
    }))
}

pub fn local_linkage_coverage(case: &Value) -> Option<Value> {
    let input = &case["input"];
    let commodities = names(&input["commodities"])?;
    let pool = Pool::of(&Coefficients::of_matrix(&table(&input["A"])?), by_name(&input["output"], &commodities)?);
    let mut project = Value::Null;
    if input["project"].is_object() {
        let [inputs, outputs] = ["inputs", "outputs"].map(|side| by_name(&input["project"][side], &commodities));
        let coupling = pool.coupling(&inputs?, &outputs?);
        project = json!({
            "upstream": shown(coupling.upstream),
            "downstream": shown(coupling.downstream),
            "coupling": shown(coupling.coupling),
            "coverage_after": shown(coupling.coverage_after),
            "coverage_change": shown(coupling.change),
        });
    }
    let missing: Vec<&String> = pool.missing().into_iter().map(|at| &commodities[at]).collect();
    Some(json!({
        "demand": list(&pool.demand),
        "matched": list(&pool.matched),
        "gap": list(&pool.gap),
        "surplus": list(&pool.surplus),
        "local_linkage_coverage": shown(pool.coverage),
        "downstream_absorption": shown(pool.absorption),
        "coverage_by_commodity": options(&pool.covered),
        "missing_links": missing,
        "project": project,
    }))
}

pub fn shift_share(case: &Value) -> Option<Value> {
    let sizes = |name: &str| numbers(&case["input"][name]);
    let (before, after) = (sizes("region_t0")?, sizes("region_t1")?);
    let (all_before, all_after) = (sizes("reference_t0")?, sizes("reference_t1")?);
    let Ok(found) = ShiftShare::of([&before, &after], [&all_before, &all_after]) else { return Some(Value::Null) };
    let each = |of: fn(&Effects) -> f64| list(&found.industries.iter().map(of).collect::<Vec<f64>>());
    Some(json!({
        "national": each(|effects| effects.national),
        "industry_mix": each(|effects| effects.mix),
        "regional": each(|effects| effects.regional),
        "totals": {
            "change": found.totals.change(),
            "national": found.totals.national,
            "industry_mix": found.totals.mix,
            "regional": found.totals.regional,
        },
    }))
}

pub fn coupling_coordination(case: &Value) -> Option<Value> {
    let rows = table(&case["input"]["u"])?;
    let stated = &case["parameters"]["weights"];
    let row = |levels: &Vec<f64>| {
        let weights = if stated.is_null() { vec![1.0; levels.len()] } else { numbers(stated)? };
        let found = CouplingCoordination::of(levels, &weights);
        Some(found.map_or(
            Value::Null,
            |found| json!({ "C": index(found.coupling), "T": found.level, "D": index(found.degree) }),
        ))
    };
    Some(json!({ "rows": rows.iter().map(row).collect::<Option<Value>>()? }))
}

pub fn flegg(case: &Value) -> Option<Value> {
    let (region, nation) = (numbers(&case["input"]["region"])?, numbers(&case["input"]["nation"])?);
    let delta = number(&case["parameters"]["delta"]).unwrap_or(DELTA);
    Some(FleggQuotients::of(&region, &nation, delta).map_or(Value::Null, |found| {
        json!({
            "slq": indices(&found.simple),
            "cilq": matrix_of_indices(&found.across),
            "lambda_": found.lambda,
            "flq": matrix_of_indices(&found.flegg),
            "trade_coefficient": matrix_of_indices(&found.trade),
        })
    }))
}

pub fn chain_coverage(case: &Value) -> Option<Value> {
    let input = &case["input"];
    let sectors = names(&input["sectors"])?;
    let place = |name: &Value| sectors.iter().position(|sector| name == sector);
    let output = by_name(&input["output"], &sectors)?;
    let purchased = by_name(&case["parameters"]["purchased_input_share"], &sectors)?;
    let link = |link: &Value| Some((place(&link[0])?, place(&link[1])?, number(&link[2])?));
    let links: Vec<(usize, usize, f64)> = input["links"].as_array()?.iter().map(link).collect::<Option<_>>()?;
    let pool = Pool::of(&Coefficients::of_links(sectors.len(), &links, &purchased), output.clone());
    let status = |(upstream, downstream, weight): &(usize, usize, f64)| {
        let status = match LinkStatus::of(output[*upstream], output[*downstream]) {
            LinkStatus::Both => "both",
            LinkStatus::SupplierMissing => "supplier missing",
            LinkStatus::BuyerMissing => "buyer missing",
            LinkStatus::Neither => "neither",
        };
        let [upstream, downstream] = [upstream, downstream].map(|at| &sectors[*at]);
        json!({ "upstream": upstream, "downstream": downstream, "weight": weight, "status": status })
    };
    let missing: Vec<&String> = pool.missing().into_iter().map(|at| &sectors[at]).collect();
    Some(json!({
        "demand": map_of(&sectors, &pool.demand),
        "matched": map_of(&sectors, &pool.matched),
        "gap": map_of(&sectors, &pool.gap),
        "surplus": map_of(&sectors, &pool.surplus),
        "coverage": shown(pool.coverage),
        "absorption": shown(pool.absorption),
        "missing_links": missing,
        "links": links.iter().map(status).collect::<Value>(),
    }))
}
