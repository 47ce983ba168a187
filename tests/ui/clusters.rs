//! Charts and map in the window: every chart in both languages, its table, its files, its links, by pointer and by keyboard.

use std::fs;

use egui::{Key, Modifiers, accesskit::Role, pos2};
use egui_kittest::kittest::{NodeT, Queryable};
use parkboard::{
    chart::Chart,
    i18n::{chart as say_chart, phrase::Phrase, words},
    workbench::{
        Selection,
        command::{Command, Fresh},
    },
};

use crate::harness::{
    SIZES, Window, begin_anew, click, click_at, click_phrase, ctrl, drag, folder, home, park, place_of, press, project,
    project_label, sample_window, sample_windows, say, settle, two_windows, type_into,
};

/// What the picture of `chart` is called.
fn picture(window: &Window, chart: Chart) -> String {
    let begin = format!("{}: ", say(window, chart.title()));
    let images = window.query_all_by_role(Role::Image).filter_map(|it| it.accesskit_node().label());
    images.into_iter().find(|label| label.starts_with(&begin)).unwrap_or_else(|| panic!("no picture of {begin}"))
}

/// Turns to one chart alone, by the tabs of a large window or the menu of a small one.
fn show(window: &mut Window, chart: Chart) {
    let title = say(window, chart.title());
    if window.query_by_role_and_label(Role::Button, title).is_none() {
        let all = [say_chart::OVERVIEW].into_iter().chain(Chart::ALL.map(Chart::title));
        let open = all.map(|it| say(window, it)).find(|it| window.query_by_role_and_label(Role::Button, it).is_some());
        click(window, open.unwrap());
    }
    window.get_by_role_and_label(Role::Button, title).click();
    window.run();
}

fn button_of(window: &Window, chart: Chart, phrase: Phrase) -> String {
    format!("{} · {}", say(window, chart.title()), say(window, phrase))
}

#[test]
fn every_chart_is_shown_in_both_languages_and_sizes_with_its_table() {
    for mut window in sample_windows() {
        click_phrase(&mut window, words::CLUSTERS);
        for chart in Chart::ALL {
            show(&mut window, chart);
            assert!(picture(&window, chart).contains(if chart == Chart::Portfolio { "20" } else { "12" }), "{chart:?}");
            let table = button_of(&window, chart, say_chart::TABLE);
            click(&mut window, &table);
            assert!(window.query_all_by_role(Role::Row).next().is_some(), "{chart:?} has no table");
            click(&mut window, &table);
            picture(&window, chart);
        }
        press(&mut window, Key::Escape);
        assert!(
            window.query_by_label(say(&window, say_chart::CHOOSE_PARK)).is_some()
                || window.query_all_by_role(Role::Image).count() > 1
        );
    }
}

#[test]
fn a_question_changes_every_chart_and_an_empty_document_says_what_to_do() {
    for mut window in two_windows() {
        click_phrase(&mut window, words::CLUSTERS);
        let before = picture(&window, Chart::Composition);
        click_phrase(&mut window, say_chart::TIME_DIFFERENCE);
        assert_ne!(picture(&window, Chart::Composition), before);
        click_phrase(&mut window, words::METRIC_JOBS);
        assert!(picture(&window, Chart::Composition).contains(say(&window, words::METRIC_JOBS)));
        window.state_mut().dispatch(Command::New(Fresh::Blank));
        window.run();
        let told = say(&window, say_chart::ADD_FIGURES);
        assert!(window.query_all_by_label_contains(told).next().is_some());
    }
}

#[test]
fn the_keyboard_walks_from_mark_to_mark_and_enter_selects() {
    for chinese in [true, false] {
        let mut window = sample_window(chinese, SIZES[1]);
        ctrl(&mut window, Key::Num3);
        show(&mut window, Chart::Concentration);
        let label = picture(&window, Chart::Concentration);
        window.get_by_role_and_label(Role::Image, &label).focus();
        window.run();
        for _ in 0..3 {
            press(&mut window, Key::ArrowDown);
        }
        let told = picture(&window, Chart::Concentration);
        assert!(told.len() > label.len(), "{told}");
        press(&mut window, Key::Enter);
        let Selection::Park(selected) = window.state().bench().selection().clone() else {
            panic!("no park is selected")
        };
        let name = window.state().bench().scenario().parks.get(&selected).unwrap().short_name.of(if chinese {
            parkboard::i18n::phrase::Lang::Zh
        } else {
            parkboard::i18n::phrase::Lang::En
        });
        assert!(told.contains(name), "{told}");
        // What is selected stands in figures beside the charts, and on the board.
        ctrl(&mut window, Key::Num2);
        assert_eq!(*window.state().bench().selection(), Selection::Park(selected));
    }
}

#[test]
fn pictures_and_figures_leave_as_files_that_hold_what_is_shown() {
    for mut window in two_windows() {
        let folder = folder("charts");
        click_phrase(&mut window, words::CLUSTERS);
        show(&mut window, Chart::Composition);
        for (phrase, ending) in [(say_chart::AS_PNG, "png"), (say_chart::AS_SVG, "svg"), (say_chart::AS_CSV, "csv")] {
            let export = button_of(&window, Chart::Composition, say_chart::EXPORT);
            click(&mut window, &export);
            click_phrase(&mut window, phrase);
            let path = folder.join(format!("构成 composition.{ending}"));
            let field = say(&window, words::PATH);
            type_into(&mut window, field, &path.display().to_string());
            press(&mut window, Key::Enter);
            settle(&mut window);
            let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            match ending {
                "png" => assert!(bytes.starts_with(b"\x89PNG") && bytes.len() > 20_000),
                "svg" => {
                    let text = String::from_utf8(bytes).unwrap();
                    assert!(text.contains(say(&window, Chart::Composition.title())) && text.ends_with("</svg>\n"));
                }
                _ => {
                    let text = String::from_utf8(bytes).unwrap();
                    assert!(text.starts_with('\u{feff}') && text.lines().count() > 80, "{}", text.lines().count());
                }
            }
            let told = window.state().bench().notice().unwrap().text.clone();
            assert!(told.zh.contains(ending) && told.en.contains("Exported"), "{told:?}");
            let (zh, en) = (told.zh, told.en);
            assert!(window.query_by_label(&zh).is_some() || window.query_by_label(&en).is_some());
        }
        let before = window.state().bench().scenario().clone();
        assert_eq!(window.state().bench().scenario(), &before);
    }
}

#[test]
fn a_file_that_cannot_be_written_is_told() {
    let mut window = sample_window(true, SIZES[0]);
    ctrl(&mut window, Key::Num3);
    show(&mut window, Chart::Similarity);
    let export = button_of(&window, Chart::Similarity, say_chart::EXPORT);
    click(&mut window, &export);
    click_phrase(&mut window, say_chart::AS_CSV);
    let field = say(&window, words::PATH);
    type_into(&mut window, field, "/nonexistent/folder/x.csv");
    press(&mut window, Key::Enter);
    settle(&mut window);
    assert!(window.state().bench().notice().unwrap().text.zh.contains("未能导出"));
}

#[test]
fn a_project_is_dropped_on_a_park_of_the_map_as_on_its_card_and_taken_back() {
    for mut window in two_windows() {
        window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::M);
        window.run();
        let row = project_label(&window, "T03");
        let from = place_of(&window, &row).center();
        let name = window.state().bench().scenario().parks.get(&park("fucheng")).unwrap().short_name.clone();
        let lang = window.state().bench().lang();
        let spots: Vec<egui::Rect> = window
            .query_all_by_role(Role::Button)
            .filter(|it| it.accesskit_node().label().is_some_and(|label| label.starts_with(name.of(lang))))
            .map(|it| it.rect())
            .collect();
        let to = spots.iter().map(egui::Rect::center).find(|at| at.x > from.x + 100.0).unwrap();
        drag(&mut window, from, to);
        assert_eq!(home(&window, "T03").as_deref(), Some("fucheng"));
        ctrl(&mut window, Key::Z);
        assert_eq!(home(&window, "T03"), None);
        // By keyboard: the arrows go from park to park on the map too.
        window.state_mut().dispatch(Command::Select(Selection::Project(project("T03"))));
        window.run();
        press(&mut window, Key::Space);
        press(&mut window, Key::ArrowRight);
        press(&mut window, Key::Enter);
        assert!(home(&window, "T03").is_some());
        ctrl(&mut window, Key::Z);
    }
}

#[test]
fn the_map_is_zoomed_and_moved_and_a_click_selects() {
    for mut window in two_windows() {
        click_phrase(&mut window, words::CLUSTERS);
        show(&mut window, Chart::Map);
        let before = place_of(&window, &picture(&window, Chart::Map));
        click_phrase(&mut window, say_chart::CLOSER);
        click_phrase(&mut window, say_chart::CLOSER);
        drag(&mut window, before.center(), before.center() + egui::vec2(60.0, 30.0));
        click_phrase(&mut window, say_chart::FARTHER);
        click_phrase(&mut window, say_chart::FARTHER);
        click_phrase(&mut window, say_chart::FARTHER);
        // Everything is seen again: somewhere in it a click meets a park.
        let mut at = before.left_top();
        while !matches!(window.state().bench().selection(), Selection::Park(_)) && at.y < before.bottom() {
            click_at(&mut window, at);
            at = if at.x + 24.0 < before.right() { pos2(at.x + 24.0, at.y) } else { pos2(before.left(), at.y + 24.0) };
        }
        assert!(matches!(window.state().bench().selection(), Selection::Park(_)));
        begin_anew(&mut window, true);
    }
}
