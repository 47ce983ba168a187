//! The existing layout in the window: what lies outside the positions, a relocation tried, planned and taken back, the positions of
//! the whole city, and the map of another city.

use std::fs;

use egui::{Key, accesskit::Role, pos2};
use egui_kittest::kittest::{NodeT, Queryable};
use parkboard::{
    chart::Chart,
    i18n::{existing, words},
    model::id::EnterpriseId,
    ui::actions::Menu,
    workbench::{Selection, command::Command},
};

use crate::harness::{
    SIZES, Window, click, click_at, click_phrase, ctrl, drag, folder, labels, open_menu, park, place_of, press,
    sample_window, say, settle, two_windows, type_into,
};

/// Clicks the first cell of the matrix whose enterprises can be tried: by the keyboard, from mark to mark.
fn choose_cell(window: &mut Window) {
    let begin = format!("{}: ", say(window, Chart::Existing.title()));
    let images = labels(window, Role::Image);
    let matrix = place_of(window, images.iter().find(|it| it.starts_with(&begin)).unwrap());
    let wanted = say(window, existing::TRY);
    let mut at = pos2(matrix.left() + 110.0, matrix.top() + 70.0);
    while window.query_all_by_label(wanted).next().is_none() && at.y < matrix.bottom() {
        click_at(window, at);
        at.x += 22.0;
        if at.x > matrix.right() {
            at = pos2(matrix.left() + 110.0, at.y + 26.0);
        }
    }
}

#[test]
fn a_relocation_is_tried_planned_and_taken_back() {
    for mut window in two_windows() {
        ctrl(&mut window, Key::Num1);
        assert!(window.query_by_label(say(&window, existing::NO_RELOCATION)).is_some());
        choose_cell(&mut window);
        let start = window.state().bench().scenario().clone();
        let tries: Vec<egui::Rect> =
            window.query_all_by_label(say(&window, existing::TRY)).map(|it| it.rect()).collect();
        click_at(&mut window, tries.first().unwrap().center());
        let confirm = say(&window, existing::CONFIRM);
        click(&mut window, confirm);
        assert_eq!(*window.state().bench().scenario(), start, "nothing is moved nowhere");
        let to = format!("{} {}", say(&window, existing::TO), say(&window, existing::CHOOSE_PARK));
        click(&mut window, &to);
        let lang = window.state().bench().lang();
        let target = window.state().bench().scenario().parks.get(&park("pingwu")).unwrap().short_name.clone();
        let entries: Vec<egui::Rect> = window
            .query_all_by_role(Role::Button)
            .filter(|it| it.accesskit_node().label().is_some_and(|label| label == target.of(lang)))
            .map(|it| it.rect())
            .collect();
        click_at(&mut window, entries.last().unwrap().center());
        settle(&mut window);
        // Before and after are told before anything is done.
        let name = target.of(lang);
        let told = window.query_all_by_label_contains(name).filter_map(|it| {
            let n = it.accesskit_node();
            n.value().or_else(|| n.label())
        });
        assert!(told.into_iter().any(|it| it.contains('→')), "no before and after of {name}");
        assert_eq!(*window.state().bench().scenario(), start);
        let field = say(&window, existing::COMPENSATION);
        type_into(&mut window, field, "tax 50/50, 5");
        click(&mut window, confirm);
        let moved: Vec<EnterpriseId> =
            window.state().bench().scenario().relocations.iter().map(|it| it.enterprise.clone()).collect();
        assert_eq!(moved.len(), 1);
        assert!(window.query_all_by_label_contains("tax 50/50, 5").next().is_some());
        click_phrase(&mut window, existing::TAKE_BACK);
        assert!(window.state().bench().scenario().relocations.is_empty());
        ctrl(&mut window, Key::Z);
        ctrl(&mut window, Key::Z);
        assert_eq!(*window.state().bench().scenario(), start);
    }
}

#[test]
fn what_lies_outside_the_positions_can_be_made_a_position() {
    for mut window in two_windows() {
        ctrl(&mut window, Key::Num1);
        let add = say(&window, existing::DESIGNATE);
        let first = window.query_all_by_label(add).map(|it| it.rect()).next().unwrap();
        click_at(&mut window, first.center());
        assert!(window.query_all_by_role(Role::TextInput).next().is_some(), "the sheet of positions is open");
        press(&mut window, Key::Escape);
    }
}

#[test]
fn positions_of_the_whole_city_are_dragged_from_park_to_park() {
    for mut window in two_windows() {
        ctrl(&mut window, Key::Num1);
        click_phrase(&mut window, existing::POSITIONS);
        let start = window.state().bench().scenario().clone();
        assert!(start.plan_positions.is_empty());
        let lang = window.state().bench().lang();
        let row = |window: &Window, id: &str| {
            let name = start.parks.get(&park(id)).unwrap().short_name.of(lang).to_owned();
            let rows = window.query_all_by_role(Role::Button);
            let of_park = |it: &egui_kittest::Node<'_>| {
                it.accesskit_node().label().is_some_and(|label| label.starts_with(&name)) && it.rect().width() > 600.0
            };
            rows.into_iter().find(of_park).unwrap().rect()
        };
        let (from, to) = (row(&window, "gaoxin"), row(&window, "pingwu"));
        // The first chip of the leading column goes to the same column of another park.
        let chip = pos2(from.left() + from.width() * 0.21, from.center().y);
        drag(&mut window, chip, pos2(chip.x, to.center().y));
        let changed = &window.state().bench().scenario().plan_positions;
        assert!(!changed.is_empty(), "{:?}", window.state().bench().notice());
        ctrl(&mut window, Key::Z);
        assert_eq!(*window.state().bench().scenario(), start);
    }
}

#[test]
fn the_map_of_another_city_is_imported_and_undone() {
    let mut window = sample_window(true, SIZES[0]);
    let path = folder("map").join("other.geojson");
    let ring = "[[104.0,31.0],[105.5,31.0],[105.5,32.5],[104.0,32.5],[104.0,31.0]]";
    let text = format!(
        "{{\"type\":\"FeatureCollection\",\"features\":[{{\"type\":\"Feature\",\"properties\":{{\"name\":\"示范区\"}},\
         \"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[{ring}]}}}}]}}"
    );
    fs::write(&path, text).unwrap();
    open_menu(&mut window, Menu::File);
    click_phrase(&mut window, words::IMPORT_MAP);
    let field = say(&window, words::PATH);
    type_into(&mut window, field, &path.display().to_string());
    press(&mut window, Key::Enter);
    settle(&mut window);
    let bench = window.state().bench();
    assert_eq!(bench.scenario().outlines.iter().map(|it| it.name.zh.clone()).collect::<Vec<_>>(), ["示范区"]);
    window.state_mut().dispatch(Command::Select(Selection::Park(park("gaoxin"))));
    ctrl(&mut window, Key::Z);
    assert_eq!(window.state().bench().scenario().outlines.iter().count(), 9);
}
