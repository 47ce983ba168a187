//! Solves one instance of the siting model, or one classic assignment file, to be measured beside other solvers.
//!
//! `siting INSTANCE.json SECONDS OUT.json` and `siting --gap FILE SECONDS OUT.json`; the seed is `SITING_SEED` (1), the threads
//! are `SITING_THREADS` (2). OUT.json holds `assign` (the park or agent of each project or job, -1 for none), `lead` and `char` by
//! park, `traj` (seconds and value whenever a better plan was found), `bound`, `proven`, and the seconds of reading, building and
//! solving, with the changes looked at a second.

#![expect(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a bench reads a file and the clock, and says what it found"
)]

use std::{
    env, fs,
    num::NonZero,
    process::ExitCode,
    str::FromStr,
    sync::{Mutex, PoisonError},
    time::Instant,
};

use parkboard::optimise::{
    Amounts, Choice, Given, Kind, LANES, Layout, Offer, Orders, Outcome, Park, Problem, Progress, Project, Role, Slots,
    Watch, solve,
};
use serde::Deserialize;
use serde_json::json;

type Failure = Box<dyn std::error::Error>;

#[derive(Deserialize)]
struct Instance {
    positions: String,
    tie_cap: i64,
    lead_cap: i64,
    change_cost: ChangeCost,
    industries: Vec<Industry>,
    links: Vec<(u16, u16, i64)>,
    region_budget: Vec<i64>,
    parks: Vec<Site>,
    projects: Vec<Incoming>,
}

#[derive(Deserialize)]
struct ChangeCost {
    add_lead: i64,
    add_char: i64,
    raise_to_lead: i64,
    lower_to_char: i64,
    drop: i64,
}

#[derive(Deserialize)]
struct Industry {
    same_bonus: i64,
    lead_bonus: i64,
}

#[derive(Deserialize)]
struct Site {
    region: u16,
    x: i64,
    y: i64,
    q: Vec<i64>,
    fit: Vec<i64>,
    max_lead: u8,
    max_char: u8,
    candidates: Vec<u16>,
    lead: Vec<u16>,
    #[serde(rename = "char")]
    characteristic: Vec<u16>,
    locked: Vec<u16>,
    existing: Vec<(u16, u32)>,
    cap: [i32; 4],
}

#[derive(Deserialize)]
struct Incoming {
    industry: u16,
    demand: [i32; 4],
    w: Vec<i64>,
    value: i64,
    x: i64,
    y: i64,
    reach: i64,
    geo: i64,
    fitw: i64,
    penalty: i64,
    fund: i32,
    pin: i64,
}

fn lanes(of: &[i32]) -> Amounts {
    std::array::from_fn(|lane| of.get(lane).copied().unwrap_or(0))
}

/// Score of a project in a park, as the model says.
fn score(park: &Site, project: &Incoming) -> i64 {
    let factors: i64 = project.w.iter().zip(&park.q).map(|(weight, quality)| weight * quality).sum();
    let (east, north) = (project.x - park.x, project.y - park.y);
    let distance = (east * east + north * north).isqrt();
    project.value * factors / 100_000
        + project.geo * (project.reach - distance).max(0) / project.reach
        + project.fitw * park.fit[usize::from(project.industry)]
}

impl Instance {
    fn given(&self) -> Given {
        Given {
            parks: self.parks.iter().map(|it| self.park(it)).collect(),
            zones: self
                .region_budget
                .iter()
                .map(|it| std::array::from_fn(|lane| if lane == 0 { *it } else { 0 }))
                .collect(),
            projects: self.projects.iter().map(project).collect(),
            kinds: self.industries.iter().map(|it| Kind { same: it.same_bonus, leading: it.lead_bonus }).collect(),
            links: self.links.clone(),
            saturation: self.tie_cap,
            leading_saturation: self.lead_cap,
            redesign: self.positions == "free",
            most_moved: None,
            needs_differ: false,
        }
    }

    fn park(&self, it: &Site) -> Park {
        let free = self.positions == "free";
        let costs = &self.change_cost;
        let offer = |kind: u16| {
            let (start, cost) = if it.lead.contains(&kind) {
                (Role::Leading, [costs.drop, costs.lower_to_char, 0])
            } else if it.characteristic.contains(&kind) {
                (Role::Characteristic, [costs.drop, 0, costs.raise_to_lead])
            } else {
                (Role::None, [0, costs.add_char, costs.add_lead])
            };
            Offer {
                kinds: vec![kind],
                start,
                locked: it.locked.contains(&kind),
                cost: if free { cost } else { [0; 3] },
            }
        };
        let today = it.lead.iter().chain(&it.characteristic);
        let mut kinds: Vec<u16> = if free { it.candidates.clone() } else { today.copied().collect() };
        kinds.sort_unstable();
        Park {
            capacity: lanes(&it.cap),
            zone: it.region,
            slots: Slots { leading: it.max_lead, characteristic: it.max_char, both: it.max_lead + it.max_char },
            offers: kinds.into_iter().map(offer).collect(),
            firms: it.existing.clone(),
        }
    }
}

fn project(it: &Incoming) -> Project {
    Project {
        kind: it.industry,
        need: lanes(&it.demand),
        draw: lanes(&[it.fund]),
        penalty: it.penalty,
        pin: u32::try_from(it.pin).ok(),
        start: None,
    }
}

/// A classic file: numbers of agents and jobs, then costs, needs and capacities. Every job has to be taken, so having none costs
/// more than any plan.
fn classic(text: &str) -> Result<Problem, Failure> {
    let numbers: Vec<i64> = text.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    let [agents, jobs] = [0, 1].map(|at| numbers.get(at).and_then(|it| usize::try_from(*it).ok()).unwrap_or(0));
    let rest = numbers.get(2..2 + 2 * agents * jobs + agents).ok_or("too few numbers")?;
    let ((costs, needs), capacities) = (rest[..2 * agents * jobs].split_at(agents * jobs), &rest[2 * agents * jobs..]);
    let small = |it: &i64| i32::try_from(*it).map(|it| lanes(&[it]));
    let park = |capacity: &i64| {
        Ok::<_, Failure>(Park {
            capacity: small(capacity)?,
            zone: 0,
            slots: Slots { leading: 0, characteristic: 1, both: 1 },
            offers: vec![Offer { kinds: vec![0], start: Role::Characteristic, locked: true, cost: [0; 3] }],
            firms: vec![],
        })
    };
    let needs: Vec<Amounts> = needs.iter().map(small).collect::<Result<_, _>>()?;
    let penalty = costs.iter().max().copied().unwrap_or(0) * 100;
    let job = Project { kind: 0, need: [0; LANES], draw: [0; LANES], penalty, pin: None, start: None };
    let given = Given {
        parks: capacities.iter().map(park).collect::<Result<_, _>>()?,
        zones: vec![[0; LANES]],
        projects: vec![job; jobs],
        kinds: vec![Kind { same: 0, leading: 0 }],
        links: vec![],
        saturation: 0,
        leading_saturation: 0,
        redesign: false,
        most_moved: None,
        needs_differ: true,
    };
    Ok(Problem::of(given, |job, agent| {
        let at = agent * jobs + job;
        Some(Choice { worth: -costs[at], need: needs[at] })
    })?)
}

/// What was heard of a plan: when, its value, and how many changes had been looked at.
struct Heard {
    seconds: f64,
    value: i64,
    looked_at: u64,
    done: f64,
}

/// The clock on the wall: stops in time, and shortens what is left when it runs late.
struct Clock {
    start: Instant,
    seconds: f64,
    heard: Mutex<Vec<Heard>>,
}

impl Clock {
    fn now(&self) -> f64 {
        self.start.elapsed().as_secs_f64()
    }
}

impl Watch for Clock {
    fn stop(&self) -> bool {
        self.now() >= self.seconds
    }

    fn time_for(&self, done: f64) -> f64 {
        (1. - self.now() / self.seconds) / (1. - done).max(1e-9)
    }

    fn progress(&self, it: Progress) {
        let heard = Heard { seconds: self.now(), value: it.value, looked_at: it.looked_at, done: it.done };
        self.heard.lock().unwrap_or_else(PoisonError::into_inner).push(heard);
    }
}

/// Changes looked at a second while the long search runs, or over all where there was none.
#[expect(clippy::cast_precision_loss, reason = "a rate")]
fn rate(heard: &[Heard], outcome: &Outcome, seconds: f64) -> f64 {
    let long: Vec<&Heard> = heard.iter().filter(|it| it.done >= 0.1 && it.done < 1.).collect();
    match (long.first(), long.last()) {
        (Some(first), Some(last)) if last.seconds > first.seconds + 0.05 => {
            (last.looked_at - first.looked_at) as f64 / (last.seconds - first.seconds)
        }
        _ => outcome.looked_at as f64 / seconds,
    }
}

fn asked<T: FromStr>(name: &str, otherwise: T) -> T {
    env::var(name).ok().and_then(|it| it.parse().ok()).unwrap_or(otherwise)
}

fn run() -> Result<(), Failure> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (is_classic, rest) = match arguments.split_first() {
        Some((first, rest)) if first == "--gap" => (true, rest),
        _ => (false, arguments.as_slice()),
    };
    let [file, seconds, out] = rest else { return Err("siting [--gap] FILE SECONDS OUT.json".into()) };
    let seconds: f64 = seconds.parse()?;
    let clock = Instant::now();
    let text = fs::read_to_string(file)?;
    let instance: Option<Instance> = if is_classic { None } else { Some(serde_json::from_str(&text)?) };
    let parse_s = clock.elapsed().as_secs_f64();
    let problem = match &instance {
        None => classic(&text)?,
        Some(it) => Problem::of(it.given(), |project, park| {
            Some(Choice { worth: score(&it.parks[park], &it.projects[project]), need: [0; LANES] })
        })?,
    };
    drop((text, instance));
    let build_s = clock.elapsed().as_secs_f64() - parse_s;
    let clock = Clock { start: Instant::now(), seconds, heard: Mutex::default() };
    let orders = Orders {
        seed: asked("SITING_SEED", 1),
        steps: Orders::steps_in(seconds, &problem),
        threads: asked("SITING_THREADS", const { NonZero::new(2).unwrap() }),
    };
    let outcome = solve(&problem, &Layout::at_start(&problem), &orders, &clock);
    let solve_s = clock.now();
    if outcome.layout.value(&problem) != outcome.value || !outcome.layout.broken(&problem).is_empty() {
        return Err("the plan is not what the search says of it".into());
    }
    let heard = clock.heard.into_inner().unwrap_or_else(PoisonError::into_inner);
    let mut traj: Vec<(f64, i64)> = vec![];
    for it in heard.iter().filter(|it| it.done < 1.) {
        if traj.last().is_none_or(|last| it.value > last.1) {
            traj.push((it.seconds, it.value));
        }
    }
    if traj.last().is_none_or(|last| outcome.value > last.1) {
        traj.push((solve_s, outcome.value));
    }
    let with = |role: Role| -> Vec<Vec<u16>> {
        let of_park = |(park, roles): (&Park, &Vec<Role>)| {
            park.offers
                .iter()
                .zip(roles)
                .filter(|(_, it)| **it == role)
                .flat_map(|(offer, _)| offer.kinds.clone())
                .collect()
        };
        problem.given.parks.iter().zip(&outcome.layout.roles).map(of_park).collect()
    };
    let assign: Vec<i64> = outcome.layout.park_of.iter().map(|park| park.map_or(-1, i64::from)).collect();
    let moves_per_s = rate(&heard, &outcome, solve_s);
    println!(
        "value {} bound {} {} in {solve_s:.2} s, {:.1} M changes a second, first plan after {:.3} s",
        outcome.value,
        outcome.bound.map_or_else(|| "-".to_owned(), |it| it.to_string()),
        if outcome.is_best() { "proven" } else { "not proven" },
        moves_per_s / 1e6,
        traj.first().map_or(0., |it| it.0),
    );
    let result = json!({
        "assign": assign, "lead": with(Role::Leading), "char": with(Role::Characteristic), "traj": traj,
        "value": outcome.value, "bound": outcome.bound, "proven": outcome.is_best(),
        "parse_s": parse_s, "build_s": build_s, "solve_s": solve_s, "moves_per_s": moves_per_s,
    });
    fs::write(out, result.to_string())?;
    Ok(())
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}
