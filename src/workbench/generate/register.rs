//! What comes in, and what is there for it? Projects with all their figures, and the capacities of the parks.

use super::{
    Size, Stream, chance,
    city::{self, days, index},
    evidence, made,
    names::{self, SET_UP},
};
use crate::{
    chance::Chance,
    model::{
        id::{FacilityId, GroupId, ProjectId, StreamId, UnitId},
        industry::{EnvironmentClass, Industry},
        park::{Capacities, Park},
        project::{Phase, Project, ProjectKind, RegisterStatus},
        quantity::{Count, Megawatts, Mu, SquareMetres, Tce, TonnesPerDay, WanCubicMetres, WanKwh, WanYuan},
        text::Text,
    },
    rules::facts,
};

/// The projects. Popular sub-sectors have many, others hardly any; most projects are small, a few are giants.
pub fn projects(size: Size, industries: &[Industry]) -> Vec<Project> {
    let mut chance = chance(size, Stream::Projects);
    let mut popular: Vec<&Industry> = industries.iter().collect();
    chance.shuffle(&mut popular);
    // Popularity falls with the square root of the rank; the last of each run of numbers is where it ends.
    let mut ends = Vec::with_capacity(popular.len());
    let mut sum = 0;
    for rank in 0..popular.len() {
        sum += 1_000_000 / (1_000_000 * (rank + 1)).isqrt().max(1);
        ends.push(sum);
    }
    let districts = city::districts(size);
    let mut drawn = |at: usize| {
        let lot = chance.below(sum);
        let industry = popular.get(ends.partition_point(|end| *end <= lot))?;
        Some(project(&mut chance, at, industry, districts))
    };
    (0..index(size.projects)).filter_map(&mut drawn).collect()
}

fn project(chance: &mut Chance, at: usize, industry: &Industry, districts: usize) -> Project {
    // Land in hundredths of a mu, money in hundredths of 万元.
    let land = chance.lopsided(5_000).max(200) / 50 * 50;
    let threshold = industry.investment_per_mu.unwrap_or_default().steps();
    let investment = chance.about(threshold * 7 / 5, 26).saturating_mul(land) / 100;
    let output = investment * chance.between(90, 240) / 100;
    let tax_per_mu = industry.tax_per_mu.unwrap_or_default().steps();
    let tax = (chance.about(tax_per_mu * 7 / 5, 26).saturating_mul(land) / 100).min(output / 3);
    let burden = match industry.environment_class {
        EnvironmentClass::E0 => 1,
        EnvironmentClass::E1 | EnvironmentClass::ER => 3,
        EnvironmentClass::E2 | EnvironmentClass::E3 => 8,
        EnvironmentClass::E4 | EnvironmentClass::E5 => 16,
    };
    let power = chance.about(land * burden / 12, 50).max(50);
    let water = chance.about(land * burden / 40, 50).max(10);
    let [first, second] = [(); 2].map(|()| names::firm(chance.below(256)));
    let reporter = chance.below(districts);
    let home = names::district(reporter);
    let (what, what_en) = chance.pick(&SET_UP);
    let is_small = land <= 1_500;
    let is_two_high = industry.environment_class == EnvironmentClass::E5;
    let floor = land * 667 / 100 * chance.between(80, 160) / 100;
    let day = super::DAY.saturating_sub(days(chance.between(3, 330)));
    Project {
        id: made(ProjectId::new(&format!("j{:06}", at + 1))),
        name: Text::new(
            format!("{}{}{}{what}", first.zh, second.zh, home.zh),
            format!("{}{} {} {what_en}", first.en, second.en.to_lowercase(), home.en),
        ),
        kind: match chance.below(100) {
            0..86 => ProjectKind::New,
            86..98 => ProjectKind::Expansion,
            _ => ProjectKind::Relocation,
        },
        status: if chance.percent(55) { RegisterStatus::InTalks } else { RegisterStatus::Signed },
        industry: industry.id.clone(),
        investor: String::new(),
        content: String::new(),
        preferred_park: None,
        group: chance.percent(15).then(|| made(GroupId::new(&format!("g{:04}", chance.below(2_000) + 1)))),
        first_reporter: Some(made(UnitId::new(&format!("u{:03}", reporter + 1)))),
        first_report: Some(day),
        investment: Some(WanYuan::from_steps(investment)),
        // Now and then a project does not say.
        land: (!chance.percent(1)).then(|| Mu::from_steps(land)),
        floor_area: Some(SquareMetres::from_steps(floor)),
        plant_suitable: is_small && chance.percent(60),
        jobs: Some(Count::from_steps(land / 100 * chance.between(3, 15) + 5)),
        output: Some(WanYuan::from_steps(output)),
        tax: (!chance.percent(1)).then(|| WanYuan::from_steps(tax)),
        power: Some(Megawatts::from_steps(power)),
        electricity: Some(WanKwh::from_steps(power * chance.between(35, 60))),
        gas: Some(WanCubicMetres::from_steps(chance.about(land * burden / 20, 60))),
        water: Some(TonnesPerDay::from_steps(water * 10)),
        waste_water: Some(TonnesPerDay::from_steps(water * chance.between(4, 9))),
        stream: (!chance.percent(1)).then(|| made(StreamId::new(stream(chance, industry)))),
        environment_class: Some(industry.environment_class),
        chemical_process: Some(industry.environment_class == EnvironmentClass::E4),
        two_high: is_two_high,
        approval: (is_two_high && chance.percent(80)).then(super::approval),
        facilities: if chance.percent(20) {
            vec![made(FacilityId::new(chance.pick(&["gas", "steam", "rail-freight"])))]
        } else {
            Vec::new()
        },
        tags: if chance.percent(12) { vec!["专精特新".to_owned()] } else { Vec::new() },
        phases: if chance.percent(8) { vec![second_phase(chance, land, investment)] } else { Vec::new() },
        evidence: evidence(),
    }
}

fn second_phase(chance: &mut Chance, land: i64, investment: i64) -> Phase {
    Phase {
        number: 2,
        land: Some(Mu::from_steps(land * chance.between(20, 80) / 100)),
        investment: Some(WanYuan::from_steps(investment * chance.between(20, 80) / 100)),
        until: super::DAY.saturating_add(days(chance.between(200, 900))),
    }
}

/// Kind of waste water of a project of `industry`.
fn stream(chance: &mut Chance, industry: &Industry) -> &'static str {
    match industry.environment_class {
        EnvironmentClass::E0 | EnvironmentClass::E1 | EnvironmentClass::E5 => "general",
        EnvironmentClass::E2 => chance.pick(&["general", "general", "general", "high-organic", "high-fluoride"]),
        EnvironmentClass::E3 if industry.name.zh.starts_with("印染") => "dyeing",
        EnvironmentClass::E3 => chance.pick(&["plating", "plating", "high-fluoride"]),
        EnvironmentClass::E4 => "chemical",
        EnvironmentClass::ER => "radioactive-decay",
    }
}

/// Gives every park its share of somewhat less than all projects ask for.
pub fn supply(size: Size, parks: &mut [(Park, i64)], projects: &[Project]) {
    let mut chance = chance(size, Stream::Capacities);
    let total = |of: &dyn Fn(&Project) -> i64| projects.iter().map(of).sum::<i64>();
    let land = total(&|it| it.land.unwrap_or_default().steps());
    let power = total(&|it| it.power.unwrap_or_default().steps());
    let water = total(&|it| it.water.unwrap_or_default().steps());
    let waste = total(&|it| it.waste_water.unwrap_or_default().steps());
    let energy = total(&|it| facts::energy(it).unwrap_or_default().steps());
    let shares: i64 = parks.iter().map(|(_, share)| share).sum::<i64>().max(1);
    for (park, share) in parks {
        let mut part = |total: i64, percent: i64, least: i64| {
            let fair = i128::from(total) * i128::from(percent) * i128::from(*share) / i128::from(shares) / 100;
            chance.about(i64::try_from(fair).unwrap_or(i64::MAX / 1_000), 25).max(least)
        };
        let net_land = part(land, 90, 20_000) / 100 * 100;
        let (power, water) = (part(power, 95, 20_000), part(water, 95, 20_000));
        let (sewage, quota) = (part(waste, 95, 10_000), part(energy, 95, 50_000));
        let is_chemical = city::is_chemical(park);
        park.capacities = Capacities {
            net_land: Some(Mu::from_steps(net_land)),
            largest_plot: Some(Mu::from_steps((net_land * chance.between(25, 60) / 100).max(10_000).min(net_land))),
            chemical_zone_land: Some(Mu::from_steps(if is_chemical { net_land * 2 / 5 } else { 0 })),
            plant_floor: Some(SquareMetres::from_steps(net_land * chance.between(40, 120) / 100 + 20_000)),
            power: Some(Megawatts::from_steps(power)),
            sewage: Some(TonnesPerDay::from_steps(sewage)),
            chemical_sewage: Some(TonnesPerDay::from_steps(if is_chemical { sewage / 2 } else { 0 })),
            water: Some(TonnesPerDay::from_steps(water)),
            energy_quota: (!chance.percent(3)).then(|| Tce::from_steps(quota)),
        };
    }
}
