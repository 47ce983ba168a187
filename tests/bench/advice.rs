//! How long does advice take? Chains for projects that find no room, and certificates, on a scenario file.
//!
//! `cargo run --release --example advice -- FILE`

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a bench prints, and stops at the first failure"
)]

use std::{
    path::PathBuf,
    time::{Duration, Instant},
};

use parkboard::{
    advise::{
        make_room::{self, Limits},
        ranking, why_not,
    },
    evaluate::judgement::Judgement,
    io::ron,
};

/// Projects that are asked about.
const PROJECTS: usize = 40;

fn told(name: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |share: usize| times.get(times.len().saturating_sub(1) * share / 100).copied().unwrap_or_default();
    println!("{name}: n {}, median {:?}, 95 % {:?}, most {:?}", times.len(), at(50), at(95), at(100));
}

fn main() {
    let path = PathBuf::from(std::env::args_os().nth(1).unwrap());
    let scenario = ron::read_scenario(&path).unwrap();
    let judgement = Judgement::of(&scenario, &scenario.active_plan);
    let (mut rankings, mut chains, mut certificates, mut found) = (Vec::new(), Vec::new(), Vec::new(), 0);
    let step = (scenario.projects.len() / PROJECTS).max(1);
    for project in scenario.projects.iter().step_by(step) {
        let begun = Instant::now();
        let ranking = ranking::of(&judgement, project);
        rankings.push(begun.elapsed());
        for park in ranking.iter().filter(|it| !it.judged.vetoes.is_empty()).take(2) {
            let begun = Instant::now();
            found += make_room::in_park(&judgement, &project.id, &park.park, Limits::QUICK).len();
            chains.push(begun.elapsed());
        }
        if let Some(second) = ranking.get(1) {
            let begun = Instant::now();
            std::hint::black_box(why_not::of(&scenario, &judgement, &project.id, &second.park));
            certificates.push(begun.elapsed());
        }
    }
    told("ranking", rankings);
    told("chains", chains);
    println!("chains found: {found}");
    told("why not", certificates);
}
