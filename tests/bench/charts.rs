//! Writes every chart of a scenario as PNG and SVG, without a window, and tells how long each takes.
//!
//! `cargo run --release --example charts -- [FILE] [FOLDER] [zh|en] [light|dark]`

use std::{fs, path::Path, time::Instant};

use emath::vec2;
use parkboard::{
    chart::{
        Chart,
        map::View,
        png,
        scene::{Figures, Question, Scene},
        svg,
    },
    evaluate::judgement::Judgement,
    i18n::phrase::Lang,
    io::ron,
    look::{Colours, ThemeKind},
};

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let word = |at: usize, usual: &str| arguments.get(at).cloned().unwrap_or_else(|| usual.to_owned());
    let scenario = ron::read_scenario(Path::new(&word(1, "saves/mianyang-2022.ron"))).expect("a scenario");
    let folder = word(2, "target/charts");
    fs::create_dir_all(&folder).expect("a folder");
    let lang = if word(3, "zh") == "en" { Lang::En } else { Lang::Zh };
    let kind = if word(4, "light") == "dark" { ThemeKind::Dark } else { ThemeKind::Light };
    let judgement = Judgement::of(&scenario, &scenario.active_plan);
    let question = Question::default();
    let began = Instant::now();
    let figures = Figures::of(&judgement, question.metric, question.grain);
    println!("figures {:.2} ms", began.elapsed().as_secs_f64() * 1e3);
    let selected = scenario.parks_in_order().get(4).map(|it| it.id.clone());
    let colours = Colours::of(kind);
    let scene = Scene {
        judgement: &judgement,
        figures,
        question,
        selected: selected.as_ref(),
        lang,
        colours,
        view: View::default(),
    };
    for chart in Chart::ALL {
        let began = Instant::now();
        let picture = chart.picture(&scene, vec2(800.0, 440.0));
        let took = began.elapsed().as_secs_f64() * 1e3;
        let name = format!("{chart:?}").to_lowercase();
        match picture {
            Ok(picture) => {
                println!("{name} {took:.2} ms, {} shapes, {}", picture.shapes.len(), chart.subtitle(&scene));
                let title = chart.title().of(lang);
                fs::write(format!("{folder}/{name}.svg"), svg::write(&picture, title, &chart.subtitle(&scene)))
                    .expect("svg");
                let bytes = png::write(&picture, 1.5, colours.card).expect("png");
                fs::write(format!("{folder}/{name}.png"), bytes).expect("png");
                fs::write(format!("{folder}/{name}.csv"), chart.table(&scene).to_csv()).expect("csv");
            }
            Err(nothing) => println!("{name}: {} {}", nothing.why.of(lang), nothing.cure.of(lang)),
        }
    }
}
