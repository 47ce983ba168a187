//! Are charts drawn whole, with figures that are those of the table, in every language, colour and size? Pictures without a window.

use ecolor::Color32;
use emath::{Align, Rect, Vec2, vec2};
use parkboard::{
    analysis::{
        composition::{Metric, Scope},
        profile::Analysis,
        structure::{Grain, Structure},
    },
    chart::{
        Chart, letters,
        map::View,
        picture::{Picture, Shape},
        png,
        scene::{Figures, Question, Scene, Time},
        sheet, svg,
        table::Cell,
    },
    evaluate::judgement::Judgement,
    i18n::phrase::Lang,
    look::{Colours, ThemeKind},
    model::{id::ParkId, scenario::Scenario},
    workbench::{
        generate::{self, Size},
        sample,
    },
};

/// Sizes of a card in the overview of a small window, in that of a large one, and of a chart alone.
const SIZES: [Vec2; 3] = [vec2(484.0, 240.0), vec2(760.0, 390.0), vec2(1100.0, 640.0)];

fn scene(judgement: &Judgement, question: Question, lang: Lang, kind: ThemeKind) -> Scene<'_> {
    Scene {
        judgement,
        figures: Figures::of(judgement, question.metric, question.grain),
        question,
        selected: None,
        lang,
        colours: Colours::of(kind),
        view: View::default(),
    }
}

fn usual(judgement: &Judgement) -> Scene<'_> {
    scene(judgement, Question::default(), Lang::Zh, ThemeKind::Light)
}

fn judged(scenario: &Scenario) -> Judgement {
    Judgement::of(scenario, &scenario.active_plan)
}

/// Where the words of a shape stand; nothing for other shapes.
fn words(shape: &Shape) -> Option<(Rect, &str)> {
    let Shape::Words { at, align, lettering, text, .. } = shape else { return None };
    let width = letters::width(text, *lettering);
    let left = match align {
        Align::Min => at.x,
        Align::Center => at.x - width / 2.0,
        Align::Max => at.x - width,
    };
    // Letters are lower than their line.
    let height = lettering.size * 0.72;
    Some((Rect::from_min_size(emath::pos2(left, at.y - height / 2.0), vec2(width, height)), text))
}

/// Whether all of a picture lies within it, and no words over others.
fn assert_whole(picture: &Picture, name: &str) {
    let within = picture.rect().expand(2.0);
    let all: Vec<(Rect, &str)> = picture.shapes.iter().filter_map(words).collect();
    assert!(!all.is_empty(), "{name} says nothing");
    for (place, text) in &all {
        assert!(within.contains_rect(*place), "{name}: {text:?} at {place:?} is cut by {within:?}");
    }
    for (at, (one, text)) in all.iter().enumerate() {
        for (other, words) in all.iter().skip(at + 1) {
            let common = one.shrink(0.5).intersect(other.shrink(0.5));
            let overlaps = common.width() > 1.5 && common.height() > 1.5;
            assert!(!overlaps, "{name}: {text:?} {one:?} lies over {words:?} {other:?}");
        }
    }
    for mark in &picture.marks {
        assert!(within.contains(mark.area.center()), "{name}: {:?} lies outside", mark.told);
        assert!(!mark.told.is_empty(), "{name}: a mark says nothing");
    }
}

#[test]
fn every_chart_is_whole_in_both_languages_both_themes_and_every_size() {
    let scenario = sample::scenario();
    let judgement = judged(&scenario);
    let parks: Vec<ParkId> = scenario.parks_in_order().iter().map(|park| park.id.clone()).collect();
    for (lang, kind) in
        [Lang::Zh, Lang::En].into_iter().flat_map(|lang| [(lang, ThemeKind::Light), (lang, ThemeKind::Dark)])
    {
        for time in Time::ALL {
            for grain in [Grain::SubSector, Grain::Sector] {
                let question = Question { time, grain, ..Question::default() };
                let mut scene = scene(&judgement, question, lang, kind);
                for (at, chart) in Chart::ALL.into_iter().enumerate() {
                    scene.selected = parks.get(at);
                    // Three of them stand side by side in the overview.
                    let is_small = matches!(chart, Chart::Similarity | Chart::Concentration | Chart::Map);
                    for size in SIZES.into_iter().chain(is_small.then_some(vec2(390.0, 330.0))) {
                        let name = format!("{} {lang:?} {time:?} {grain:?} {size:?}", chart.id());
                        match chart.picture(&scene, size) {
                            Ok(picture) => assert_whole(&picture, &name),
                            Err(nothing) => assert!(
                                grain == Grain::Sector && chart == Chart::Concentration,
                                "{name}: {}",
                                nothing.why.en
                            ),
                        }
                    }
                    assert!(!chart.subtitle(&scene).is_empty());
                }
            }
        }
    }
}

#[test]
fn a_chart_without_data_says_why_and_what_to_do() {
    let blank = parkboard::model::scenario::Scenario::blank(
        parkboard::model::text::Text::new("空", "Blank"),
        sample::scenario().as_of,
        sample::scenario().plans.iter().next().unwrap().as_ref().clone(),
        sample::scenario().pack.clone(),
        sample::scenario().rules.clone(),
    );
    let judgement = judged(&blank);
    for chart in Chart::ALL {
        let scene = usual(&judgement);
        let nothing = chart.picture(&scene, SIZES[1]).expect_err(chart.id());
        for text in [nothing.why.zh, nothing.why.en, nothing.cure.zh, nothing.cure.en] {
            assert!(!text.is_empty(), "{}", chart.id());
        }
        assert!(chart.table(&scene).rows.is_empty(), "{}", chart.id());
        assert!(sheet::picture(chart, &scene, SIZES[1]).is_err());
    }
}

#[test]
fn the_same_scene_gives_the_same_picture_and_the_same_bytes() {
    let scenario = sample::scenario();
    let judgement = judged(&scenario);
    for chart in Chart::ALL {
        let made = || {
            let scene = usual(&judgement);
            let picture = sheet::picture(chart, &scene, vec2(900.0, 560.0)).unwrap();
            let svg = svg::write(&picture, "title", "told");
            (png::write(&picture, 1.0, Color32::WHITE).unwrap(), svg, chart.table(&scene).to_csv())
        };
        assert_eq!(made(), made(), "{}", chart.id());
    }
}

#[test]
fn a_sheet_bears_title_unit_parks_and_source() {
    let scenario = sample::scenario();
    let judgement = judged(&scenario);
    for lang in [Lang::Zh, Lang::En] {
        for chart in Chart::ALL {
            let scene = scene(&judgement, Question::default(), lang, ThemeKind::Light);
            let picture = sheet::picture(chart, &scene, vec2(1120.0, 640.0)).unwrap();
            assert_whole(&picture, chart.id());
            let said: Vec<&str> = picture.shapes.iter().filter_map(words).map(|(_, text)| text).collect();
            let all = said.join("\n");
            assert!(all.contains(chart.title().of(lang)), "{all}");
            assert!(all.contains("2022-07-08") && all.contains("Parkboard"), "{all}");
            // The portfolio is of projects, all others of parks.
            let count = if chart == Chart::Portfolio { "20" } else { "12" };
            assert!(all.contains(count), "{}: {all}", chart.id());
        }
    }
}

#[test]
fn figures_of_the_table_are_those_of_the_structure_and_csv_holds_them_in_full() {
    let scenario = sample::scenario();
    let judgement = judged(&scenario);
    let scene = usual(&judgement);
    let structure = Structure::of(judgement.world(), judgement.facts(), Metric::Output, Scope::WithPlan);
    let table = Chart::Composition.table(&scene);
    let sum: f64 = table.rows.iter().filter_map(|row| figure(&row[2])).sum();
    assert!((sum - structure.city() / 1e6).abs() < 1e-6, "{sum}");
    let shares: f64 =
        table.rows.iter().filter(|row| row[0] == table.rows[0][0]).filter_map(|row| figure(&row[3])).sum();
    assert!((shares - 100.0).abs() < 1e-9, "{shares}");
    let mut reader =
        csv::Reader::from_reader(std::io::Cursor::new(table.to_csv().trim_start_matches('\u{feff}').to_owned()));
    let written: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    assert_eq!(written.len(), table.rows.len());
    for (row, cells) in table.rows.iter().zip(&written) {
        let full: f64 = cells[2].parse().unwrap();
        assert!(Some(full) == figure(&row[2]), "{cells:?}");
    }
    let quotients = Chart::Specialisation.table(&scene);
    let analysis = Analysis::of(judgement.world(), judgement.facts(), Metric::Output, Scope::WithPlan);
    let here = analysis.park(0).trades;
    let of_first: Vec<f64> =
        quotients.rows.iter().filter(|row| row[0] == quotients.rows[0][0]).filter_map(|row| figure(&row[2])).collect();
    assert_eq!(of_first.len(), here.len());
    for trade in here {
        let quotient = trade.quotient.unwrap();
        assert!(of_first.iter().any(|it| (it - quotient).abs() < 1e-12), "{quotient}");
    }
}

fn figure(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Figure(figure, _) => Some(*figure),
        Cell::Words(_) | Cell::Undefined(_) | Cell::Empty => None,
    }
}

#[test]
fn what_has_no_figure_is_not_defined_and_never_zero() {
    let mut scenario = sample::scenario();
    let park = ParkId::new("pingwu").unwrap();
    scenario.enterprises =
        scenario.enterprises.iter().filter(|it| it.park != park).map(|it| it.as_ref().clone()).collect();
    let judgement = judged(&scenario);
    let scene = usual(&judgement);
    let undefined = |chart: Chart| {
        let rows = chart.table(&scene).rows;
        rows.iter().flatten().filter(|cell| matches!(cell, Cell::Undefined(_))).count()
    };
    assert!(undefined(Chart::Similarity) >= 11 * 3);
    assert!(undefined(Chart::Concentration) >= 2);
    let analysis = Analysis::of(judgement.world(), judgement.facts(), Metric::Output, Scope::Now);
    let number = analysis.structure.number(&park).unwrap();
    let profile = analysis.park(number);
    for value in [profile.hhi, profile.entropy, profile.leading_share, profile.krugman_rest, profile.homogeneity] {
        assert!(value.is_err());
    }
}

#[test]
fn many_parks_are_drawn_by_aggregation() {
    let size = Size { parks: 180, projects: 400, industries: 60, placed: 800, seed: 3 };
    let scenario = generate::scenario(size);
    let judgement = judged(&scenario);
    let selected = scenario.parks_in_order().last().map(|it| it.id.clone());
    let mut scene = usual(&judgement);
    scene.selected = selected.as_ref();
    for chart in Chart::ALL {
        if let Ok(picture) = chart.picture(&scene, SIZES[1]) {
            assert!(picture.shapes.len() < 6_000, "{}: {} shapes", chart.id(), picture.shapes.len());
            let within = picture.rect().expand(2.0);
            for (place, text) in picture.shapes.iter().filter_map(words) {
                assert!(within.contains_rect(place), "{}: {text:?} is cut", chart.id());
            }
        }
    }
    let composition = Chart::Composition.picture(&scene, SIZES[1]).unwrap();
    let said: Vec<&str> = composition.shapes.iter().filter_map(words).map(|(_, text)| text).collect();
    assert!(said.iter().any(|it| it.contains("其他") && it.contains("个园区")), "{said:?}");
}
