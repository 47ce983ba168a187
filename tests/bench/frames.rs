//! How long do a frame, a pick-up and a drop take, and how does that grow with the scenario?
//!
//! ```text
//! cargo run --release --example frames                        tables over sample, province and nation, without a window
//! cargo run --release --example frames -- province            of one size
//! cargo run --release --example frames -- window [province]   the real window, which drags by itself: frames, memory
//! ```
//!
//! Province is 180 parks with 2,000 projects, nation 2,500 with 50,000, both as `parkboard generate` makes them. Every
//! line tells median, 99th percentile, minimum and maximum in milliseconds, and of how many; compare figures of one run
//! only, or with a peer measured in the same minute.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a bench asks the clock, prints what it finds, and reckons with frames"
)]

#[path = "frames/core.rs"]
mod core;
#[path = "frames/headless.rs"]
mod headless;
#[path = "frames/window.rs"]
mod window;

use std::time::{Duration, Instant};

use egui::{Pos2, pos2};
use parkboard::{
    io::settings::Settings,
    model::{
        id::{ParkId, ProjectId},
        scenario::Scenario,
    },
    rules::finding::State,
    ui::app::App,
    workbench::{
        Workbench,
        command::Command,
        generate::{self, Size},
        sample,
    },
};

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scale {
    Sample,
    Province,
    Nation,
}

impl Scale {
    const ALL: [Self; 3] = [Self::Sample, Self::Province, Self::Nation];

    fn name(self) -> &'static str {
        match self {
            Self::Sample => "sample",
            Self::Province => "province",
            Self::Nation => "nation",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scale| scale.name() == name)
    }

    fn scenario(self) -> Scenario {
        match self {
            Self::Sample => sample::scenario(),
            Self::Province => generate::scenario(Size::PROVINCE),
            Self::Nation => generate::scenario(Size::NATION),
        }
    }
}

fn main() {
    let begun = Instant::now();
    let words: Vec<String> = std::env::args().skip(1).collect();
    let asked = words.iter().find_map(|word| Scale::named(word));
    if words.first().is_some_and(|word| word == "window") {
        window::run(begun, asked.unwrap_or(Scale::Sample));
        return;
    }
    for scale in Scale::ALL.into_iter().filter(|scale| asked.is_none_or(|asked| asked == *scale)) {
        let scenario = scale.scenario();
        println!(
            "\n{}: {} parks, {} projects, {} placed; {}",
            scale.name(),
            scenario.parks.len(),
            scenario.projects.len(),
            scenario.placements.len(),
            memory(),
        );
        println!("{:<44} {:>9} {:>9} {:>9} {:>9} {:>6}", "ms", "median", "p99", "min", "max", "of");
        core::run(&scenario);
        headless::run(&scenario);
    }
    println!("\n{}", memory());
}

/// Prints one line of the table.
fn told(name: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |share: f64| {
        let last = times.len().saturating_sub(1);
        times.get(((last as f64) * share).round() as usize).copied().unwrap_or_default().as_secs_f64() * 1e3
    };
    let [median, p99, min, max] = [0.5, 0.99, 0.0, 1.0].map(at);
    println!("{name:<44} {median:9.3} {p99:9.3} {min:9.3} {max:9.3} {:6}", times.len());
}

/// How long `work` takes.
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let begun = Instant::now();
    let done = work();
    (done, begun.elapsed())
}

fn app(ctx: &egui::Context, scenario: Scenario) -> App {
    App::new(ctx, Workbench::on(scenario, Settings::default()), None)
}

/// `most` projects that wait, evenly spread over the register, each with a park that covers it and breaks nothing new.
fn drops(bench: &mut Workbench, most: usize) -> Vec<(ProjectId, ParkId)> {
    let scenario = bench.scenario();
    let waiting: Vec<_> =
        scenario.projects.iter().filter(|it| bench.judgement().facts().home(&it.id).is_none()).cloned().collect();
    let step = (waiting.len() / most).max(1);
    let mut found = Vec::new();
    for project in waiting.iter().step_by(step) {
        let parks = scenario.parks_in_order();
        let covering = parks.iter().filter(|park| {
            bench.judgement().facts().park(&park.id).is_some_and(|it| it.position_of(&project.industry).is_some())
        });
        for park in covering.take(6) {
            let preview = parkboard::workbench::held::Preview::of(scenario, bench.judgement(), project, &park.id);
            let is_clean = preview.and_then(|it| it.effect).is_some_and(|effect| {
                effect.refusal().is_none() && effect.created.iter().all(|it| it.state != State::Broken)
            });
            if is_clean {
                found.push((project.id.clone(), park.id.clone()));
                break;
            }
        }
    }
    bench.dispatch(Command::Dismiss);
    found
}

/// Where the pointer is in frame `at` of a drag over the whole board.
fn path(at: usize, size: [f32; 2]) -> Pos2 {
    let turn = at as f32 / 17.0;
    pos2(size[0] * (0.45 + 0.25 * turn.cos()), size[1] * (0.42 + 0.28 * (turn * 1.3).sin()))
}

/// Resident memory of this process.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap_or("VmRSS unknown");
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}
