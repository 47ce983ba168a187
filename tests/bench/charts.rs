//! How long does each chart take, from a change of the plan to its picture? And every chart as a file, to be looked at.
//!
//! `cargo run --release --example charts -- [sample|province|nation|FILE] [FOLDER] [zh|en] [light|dark]`

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a bench asks the clock, prints what it finds, writes files, and stops at the first failure"
)]

use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

use emath::vec2;
use parkboard::{
    chart::{
        Chart,
        map::View,
        png,
        scene::{Figures, Question, Scene},
        sheet, svg,
    },
    evaluate::judgement::Judgement,
    i18n::phrase::Lang,
    io::ron,
    look::{Colours, ThemeKind},
    model::scenario::Scenario,
    workbench::{
        generate::{self, Size},
        sample,
    },
};

/// Times that everything is done.
const RUNS: usize = 5;

fn scenario(name: &str) -> Scenario {
    let size = |parks, projects| Size { parks, projects, industries: 60, placed: 800, seed: 1 };
    match name {
        "sample" => sample::scenario(),
        "province" => generate::scenario(size(180, 2_000)),
        "nation" => generate::scenario(size(2_500, 50_000)),
        file => ron::read_scenario(Path::new(file)).unwrap(),
    }
}

/// Median, least and most of `RUNS` times, in ms.
fn timed<T>(mut work: impl FnMut() -> T) -> (T, String) {
    let mut times: Vec<Duration> = Vec::new();
    let mut last = None;
    for _ in 0..RUNS {
        let begun = Instant::now();
        last = Some(work());
        times.push(begun.elapsed());
    }
    times.sort();
    let [least, median, most] = [0, RUNS / 2, RUNS - 1].map(|at| times[at].as_secs_f64() * 1e3);
    (last.unwrap(), format!("{median:.2} [{least:.2} {most:.2}] ms"))
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let word = |at: usize, usual: &str| arguments.get(at).cloned().unwrap_or_else(|| usual.to_owned());
    let scenario = scenario(&word(1, "sample"));
    let folder = arguments.get(2);
    let lang = if word(3, "zh") == "en" { Lang::En } else { Lang::Zh };
    let kind = if word(4, "light") == "dark" { ThemeKind::Dark } else { ThemeKind::Light };
    let judgement = Judgement::of(&scenario, &scenario.active_plan);
    let question = Question::default();
    let (figures, took) = timed(|| Figures::of(&judgement, question.metric, question.grain));
    println!("figures of all charts {took}");
    let selected = scenario.parks_in_order().get(4).map(|it| it.id.clone());
    let colours = Colours::of(kind);
    let view = View::default();
    let scene = Scene { judgement: &judgement, figures, question, selected: selected.as_ref(), lang, colours, view };
    for chart in Chart::ALL {
        let (picture, took) = timed(|| chart.picture(&scene, vec2(760.0, 400.0)));
        let shapes = picture.as_ref().map_or(0, |it| it.shapes.len());
        println!("{} {took}, {shapes} shapes", chart.id());
        let Some((folder, sheet)) = folder.zip(sheet::picture(chart, &scene, vec2(1120.0, 640.0)).ok()) else {
            continue;
        };
        fs::create_dir_all(folder).unwrap();
        let title = chart.title().of(lang);
        let path = |ending: &str| format!("{folder}/{}.{ending}", chart.id());
        fs::write(path("svg"), svg::write(&sheet, title, &chart.subtitle(&scene))).unwrap();
        fs::write(path("png"), png::write(&sheet, 1.5, colours.card).unwrap()).unwrap();
        fs::write(path("csv"), chart.table(&scene).to_csv()).unwrap();
    }
}
