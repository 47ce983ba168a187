//! How long does advice take? Rankings, chains for projects that find no room, certificates and ways out, on a scenario file.
//!
//! `cargo run --release --example advice -- FILE`

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a bench asks the clock, prints what it finds, and stops at the first failure"
)]

use std::{
    path::PathBuf,
    time::{Duration, Instant},
};

use parkboard::{
    advise::{
        make_room::{self, Limits},
        ranking, ways_out, why_not,
    },
    evaluate::judgement::Judgement,
    io::ron,
};

/// Projects and findings that are asked about, at most.
const ASKED: usize = 40;
/// After this time no more of a kind are asked about.
const ENOUGH: Duration = Duration::from_secs(10);

/// Asks about some of `all`; `ask` tells how much it found.
fn told<T>(name: &str, all: &[T], mut ask: impl FnMut(&T) -> usize) {
    let (begun, mut times, mut found) = (Instant::now(), Vec::new(), 0);
    for one in all.iter().step_by((all.len() / ASKED).max(1)) {
        if begun.elapsed() > ENOUGH {
            break;
        }
        let asked = Instant::now();
        found += ask(one);
        times.push(asked.elapsed());
    }
    times.sort();
    let at = |share: usize| times.get(times.len().saturating_sub(1) * share / 100).copied().unwrap_or_default();
    println!("{name}: n {}, median {:?}, 95 % {:?}, most {:?}; found {found}", times.len(), at(50), at(95), at(100));
}

fn main() {
    let path = PathBuf::from(std::env::args_os().nth(1).unwrap());
    let scenario = ron::read_scenario(&path).unwrap();
    let begun = Instant::now();
    let judgement = Judgement::of(&scenario, &scenario.active_plan);
    println!("judgement from scratch: {:?}", begun.elapsed());
    let projects: Vec<_> = scenario.projects.iter().collect();
    told("rankings", &projects, |project| ranking::of(&judgement, project).len());
    let full: Vec<_> = projects
        .iter()
        .step_by((projects.len() / ASKED).max(1))
        .filter_map(|project| {
            let ranking = ranking::of(&judgement, project);
            let is_full =
                |park| make_room::in_park(&judgement, &project.id, park, Limits { chains: 1, tries: 1 }).is_empty();
            ranking.iter().map(|it| &it.park).find(|park| is_full(park)).map(|park| (&project.id, park.clone()))
        })
        .collect();
    told("first ten chains", &full, |(project, park)| {
        make_room::in_park(&judgement, project, park, Limits::QUICK).len()
    });
    let notable = judgement.notable();
    told("ways out", &notable, |finding| ways_out::of(&scenario, &judgement, finding).len());
    told("why not", &projects, |project| {
        let second = ranking::of(&judgement, project).swap_remove(1);
        why_not::of(&scenario, &judgement, &project.id, &second.park).map_or(0, |it| it.changes.len())
    });
}
