//! The board with many projects and many parks: cards that collapse, lanes, the table; each by mouse and by key.

use egui::{Key, Modifiers, Rect, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use parkboard::{
    i18n::{phrase::Lang, words},
    io::settings::Settings,
    model::{id::ProjectId, scenario::Scenario},
    ui::panels::board::Grouping,
    workbench::{
        Selection, Workbench,
        command::Command,
        generate::{self, Size},
        sample,
    },
};

use crate::harness::{
    SIZES, Window, card_place, click, click_at, click_phrase, ctrl, hold, home, labels, park, place_of, press, project,
    project_label, release, sample_window, sample_windows, say, two_windows, window,
};

fn shift_ctrl(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, key);
    window.run();
}

/// The sample with these projects in Santai, as far as the rules let them.
fn crowd(count: usize) -> Workbench {
    let mut scenario = sample::scenario();
    let template = scenario.projects.get(&project("T16")).unwrap().clone();
    for nth in 0..count {
        let mut copy = parkboard::model::project::Project::clone(&template);
        copy.id = ProjectId::new(&format!("X{nth:02}")).unwrap();
        scenario.projects.insert(copy);
        let placement = parkboard::model::plan::Placement {
            plan: scenario.active_plan.clone(),
            project: ProjectId::new(&format!("X{nth:02}")).unwrap(),
            park: park("santai"),
            premises: parkboard::model::plan::Premises::OwnLand,
            seq: 100 + u32::try_from(nth).unwrap(),
        };
        scenario.placements.insert(placement);
    }
    Workbench::on(scenario, Settings::default())
}

fn rows_on_card(window: &Window) -> usize {
    let name = "三台工业园区";
    labels(window, Role::Button)
        .iter()
        .filter(|it| it.ends_with(&format!(" · {name}")) && (it.starts_with('X') || it.starts_with('T')))
        .count()
}

#[test]
fn a_card_shows_few_projects_as_rows_and_counts_many() {
    for (more, rows, line) in [(2, 3, None), (5, 2, Some("+4 项 · ")), (12, 0, Some("13 项 · "))] {
        let mut window = window(crowd(more), SIZES[1]);
        let lines: Vec<String> =
            labels(&window, Role::Link).into_iter().filter(|it| it.ends_with(" · 三台工业园区")).collect();
        let causes = rows_on_card(&window);
        assert!(causes >= rows, "{more}: {causes} rows");
        match line {
            Some(line) => {
                assert_eq!(lines.len(), 1, "{lines:?}");
                assert!(lines[0].starts_with(line) && lines[0].contains(" 亩"), "{lines:?}");
                click(&mut window, &lines[0]);
                assert_eq!(window.state().bench().selection(), &Selection::Park(park("santai")), "the list opens");
            }
            None => assert_eq!(lines, [""; 0]),
        }
    }
}

#[test]
fn a_crowded_card_keeps_rows_for_what_is_pinned_or_selected() {
    let mut bench = crowd(14);
    bench.dispatch(Command::PinOrUnpin(project("X03")));
    bench.dispatch(Command::Select(Selection::Project(project("X05"))));
    let window = window(bench, SIZES[1]);
    let rows = labels(&window, Role::Button);
    let has_row = |id: &str| rows.iter().any(|it| it.starts_with(&format!("{id} ")) && it.ends_with(" · 三台工业园区"));
    assert!(has_row("X03"), "pinned");
    assert!(!has_row("X07"), "one of many");
}

#[test]
fn lanes_group_the_cards_and_their_heads_count_what_is_broken_and_near() {
    for mut window in sample_windows() {
        assert_eq!(labels(&window, Role::Heading), [""; 0], "twelve parks need no lanes");
        shift_ctrl(&mut window, Key::G);
        let heads = labels(&window, Role::Heading);
        let chinese = window.state().bench().lang() == Lang::Zh;
        let national = if chinese { "国家级 · " } else { "National · " };
        assert!(heads.first().is_some_and(|it| it.starts_with(national)), "{heads:?}");
        let broken = if chinese { "突破 " } else { "Broken " };
        assert!(heads.iter().all(|it| it.contains(broken)), "{heads:?}");
        shift_ctrl(&mut window, Key::G);
        assert!(labels(&window, Role::Heading).len() >= 3, "by district");
        shift_ctrl(&mut window, Key::G);
        assert_eq!(labels(&window, Role::Heading), [""; 0]);
        assert!(!window.state().bench().is_unsaved());
    }
}

#[test]
fn the_strip_switches_to_the_table_and_back() {
    for (chinese, size) in [(true, SIZES[1]), (false, SIZES[0])] {
        let mut window = crate::harness::sample_window(chinese, size);
        let roomy = size[0] > 1_500.0;
        let choose = |window: &mut Window, phrase| {
            if !roomy {
                click_phrase(window, words::BOARD_VIEW);
            }
            let label = say(window, phrase);
            window.get_all_by_label(label).last().unwrap().click();
            window.run();
        };
        choose(&mut window, words::TABLE);
        let heads = labels(&window, Role::ColumnHeader);
        assert_eq!(heads.len(), 6, "{heads:?}");
        choose(&mut window, words::CARDS);
        assert_eq!(labels(&window, Role::ColumnHeader), [""; 0]);
        if roomy {
            let label = Grouping::Whole.word().of(window.state().bench().lang());
            click(&mut window, label);
        } else {
            click_phrase(&mut window, words::BOARD_VIEW);
        }
        let by_district = Grouping::District.word().of(window.state().bench().lang());
        click(&mut window, by_district);
        assert!(labels(&window, Role::Heading).len() >= 3);
    }
}

#[test]
fn the_table_takes_drops_sorts_and_is_walked_by_keys() {
    for mut window in two_windows() {
        shift_ctrl(&mut window, Key::T);
        assert_eq!(labels(&window, Role::ColumnHeader).len(), 6);
        let from = place_of(&window, &project_label(&window, "T13")).center();
        let to = card_place(&window, "kejicheng-xinqu").center();
        hold(&mut window, from, to);
        let bench = window.state().bench();
        assert_eq!(bench.held().unwrap().over, Some(park("kejicheng-xinqu")));
        release(&mut window, to);
        if window.state().bench().question().is_some() {
            click_phrase(&mut window, words::PLACE_ONLY);
        }
        assert_eq!(home(&window, "T13").as_deref(), Some("kejicheng-xinqu"));
        ctrl(&mut window, Key::Z);

        let tops = |window: &Window| {
            let parks: Vec<String> =
                window.state().bench().scenario().parks.iter().map(|it| it.id.to_string()).collect();
            let mut parks: Vec<(f32, String)> =
                parks.into_iter().map(|id| (card_place(window, &id).top(), id)).collect();
            parks.sort_by(|a, b| a.0.total_cmp(&b.0));
            parks.into_iter().map(|(_, id)| id).collect::<Vec<_>>()
        };
        let before = tops(&window);
        let head = labels(&window, Role::ColumnHeader)[4].clone();
        click(&mut window, &head);
        let sorted = tops(&window);
        let counts: Vec<usize> = sorted
            .iter()
            .map(|id| window.state().bench().judgement().facts().park(&park(id)).unwrap().placed.len())
            .collect();
        assert!(counts.windows(2).all(|two| two[0] >= two[1]), "{counts:?}");
        assert_ne!(sorted, before);

        let row = project_label(&window, "T13");
        click(&mut window, &row);
        press(&mut window, Key::Space);
        let over = |window: &Window| window.state().bench().held().unwrap().over.clone().unwrap().to_string();
        assert_eq!(over(&window), sorted[0], "the first one as shown");
        press(&mut window, Key::ArrowDown);
        assert_eq!(over(&window), sorted[1]);
        press(&mut window, Key::ArrowUp);
        press(&mut window, Key::ArrowUp);
        assert_eq!(over(&window), sorted[0]);
        press(&mut window, Key::Escape);

        // The middle of the row is a chip; its name selects the park.
        let name = card_place(&window, "gaoxin").left_center() + egui::vec2(20.0, 0.0);
        click_at(&mut window, name);
        assert_eq!(window.state().bench().selection(), &Selection::Park(park("gaoxin")));
    }
}

fn generated(parks: u32, projects: u32) -> Scenario {
    generate::scenario(Size { parks, projects, industries: 12, placed: 500, seed: 7 })
}

#[test]
fn the_number_of_parks_decides_between_grid_lanes_and_table() {
    for (parks, lanes, table) in [(12, false, false), (40, true, false), (80, false, true)] {
        let bench = Workbench::on(generated(parks, 60), Settings::default());
        let window = window(bench, SIZES[0]);
        assert_eq!(!labels(&window, Role::Heading).is_empty(), lanes, "{parks} parks");
        assert_eq!(!labels(&window, Role::ColumnHeader).is_empty(), table, "{parks} parks");
    }
}

#[test]
fn what_the_keys_aim_at_comes_into_view() {
    for parks in [40, 80] {
        let mut window = window(Workbench::on(generated(parks, 60), Settings::default()), SIZES[0]);
        press(&mut window, Key::ArrowDown);
        press(&mut window, Key::Space);
        for _ in 0..30 {
            press(&mut window, Key::ArrowDown);
        }
        window.run();
        let bench = window.state().bench();
        let over = bench.held().unwrap().over.clone().unwrap();
        let name = bench.scenario().parks.get(&over).unwrap().short_name.of(bench.lang()).to_owned();
        let shown = labels(&window, Role::Button).into_iter().filter(|it| it.starts_with(&format!("{name} · ")));
        let rects: Vec<egui::Rect> = shown.map(|it| place_of(&window, &it)).collect();
        assert!(!rects.is_empty(), "{name} shows");
        assert!(rects.iter().all(|it| it.top() > 80.0 && it.bottom() < 640.0), "{rects:?}");
    }
}

#[test]
fn the_figures_over_the_board_leave_its_buttons_alone_however_narrow_it_is() {
    for chinese in [true, false] {
        for size in [[640.0, 360.0], [711.0, 400.0], [860.0, 480.0], [1280.0, 720.0]] {
            let window = sample_window(chinese, size);
            let counted = say(&window, words::ONLY_THESE);
            let button = window.get_by_label(say(&window, words::BOARD_VIEW)).rect();
            let figures: Vec<Rect> = window
                .get_all_by_role(Role::Link)
                .filter(|it| it.accesskit_node().label().is_some_and(|label| label.ends_with(counted)))
                .map(|it| it.rect())
                .filter(|it| it.top() < button.bottom())
                .collect();
            let least = if size[0] < 700.0 { 1 } else { 2 };
            assert!(figures.len() >= least, "{figures:?} at {size:?}");
            let reach = figures.iter().map(Rect::right).fold(0.0, f32::max);
            assert!(reach <= button.left(), "{figures:?} reach into {button:?} at {size:?}");
        }
    }
}
