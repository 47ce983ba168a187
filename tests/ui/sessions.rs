//! A session with documents: search, plans, languages, files, unsaved changes, empty and broken documents.

use std::{fs, path::PathBuf};

use egui::{Key, Modifiers};
use egui_kittest::{Harness, kittest::Queryable};
use parkboard::{
    io::settings::Settings,
    ui::app::App,
    workbench::{
        Selection, Workbench,
        command::{Command, Fresh},
        question::Answer,
        sample,
    },
};

use crate::harness::{SIZES, sample_window, show_rule, window};

fn ctrl(window: &mut Harness<'static, App>, key: Key) {
    window.key_press_modifiers(Modifiers::COMMAND, key);
    window.run();
}

fn click(window: &mut Harness<'static, App>, label: &str) {
    window.get_by_label(label).click();
    window.run();
}

/// A new folder in the system's temporary folder.
fn folder(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("parkboard-ui-{}-{name}", std::process::id()));
    fs::create_dir_all(&path).unwrap();
    path
}

#[test]
fn search_narrows_and_says_when_nothing_matches() {
    let mut window = sample_window(false, SIZES[1]);
    ctrl(&mut window, Key::F);
    window.get_by_label("Search projects, industries").type_text("robots");
    window.run();
    window.get_by_label("T13 Six-axis collaborative robots");
    assert!(window.query_by_label("T18 High-voltage connectors").is_none());
    window.get_by_label("Search projects, industries").type_text(" zzz");
    window.run();
    assert!(window.query_by_label("T13 Six-axis collaborative robots").is_none());
    window.get_all_by_label("Clear search").next().unwrap().click();
    window.run();
    window.get_by_label("T18 High-voltage connectors");
}

#[test]
fn plain_keys_belong_to_the_field_while_typing() {
    let mut window = sample_window(true, SIZES[0]);
    click(&mut window, "T13 六轴协作机器人本体与控制器");
    ctrl(&mut window, Key::F);
    window.run();
    window.key_press(Key::Space);
    window.run();
    window.key_press(Key::Delete);
    window.run();
    assert!(window.state().bench().held().is_none());
    assert_eq!(window.state().bench().selection(), &Selection::Project("T13".parse_id()));
}

trait ParseId {
    fn parse_id(&self) -> parkboard::model::id::ProjectId;
}

impl ParseId for str {
    fn parse_id(&self) -> parkboard::model::id::ProjectId {
        parkboard::model::id::ProjectId::new(self).unwrap()
    }
}

#[test]
fn a_finding_explains_itself() {
    let mut window = sample_window(true, SIZES[1]);
    show_rule(&mut window, "chemical-park");
    window.get_by_label_contains("待核 · 化工园区 · 绵阳经开区").click();
    window.run();
    assert!(matches!(window.state().bench().selection(), Selection::Finding(_)));
    window.get_by_label("起因 · T05 年产9万吨环氧树脂及覆膜涂装材料").click();
    window.run();
    assert_eq!(window.state().bench().selection(), &Selection::Project("T05".parse_id()));
}

#[test]
fn the_language_changes_while_running() {
    let mut window = sample_window(true, SIZES[0]);
    window.get_by_label("T13 六轴协作机器人本体与控制器");
    ctrl(&mut window, Key::E);
    window.get_by_label("T13 Six-axis collaborative robots");
    click(&mut window, "中");
    window.get_by_label("T13 六轴协作机器人本体与控制器");
    ctrl(&mut window, Key::D);
    assert!(window.state().bench().settings().dark);
}

#[test]
fn plans_are_added_shown_and_removed() {
    let mut window = sample_window(false, SIZES[1]);
    click(&mut window, "B Blank slate");
    assert_eq!(window.state().bench().plan().as_str(), "B");
    assert_eq!(window.state().bench().judgement().score().unplaced, -20);
    assert!(!window.state().bench().is_unsaved(), "looking at a plan changes nothing");
    click(&mut window, "A Steady");
    click(&mut window, "New plan");
    click(&mut window, "Copy this plan");
    assert_eq!(window.state().bench().plan().as_str(), "C");
    assert_eq!(window.state().bench().judgement().facts().placed(), 11);
    ctrl(&mut window, Key::Z);
    assert_eq!(window.state().bench().plan().as_str(), "A");
    assert_eq!(window.state().bench().scenario().plans.len(), 2);
}

#[test]
fn work_is_saved_where_the_path_says_and_opened_again() {
    let folder = folder("save");
    let path = folder.join("会商.ron");
    let mut window = sample_window(true, SIZES[1]);
    click(&mut window, "T20 汽车电子精密结构件加工");
    window.key_press(Key::Space);
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert!(window.state().bench().is_unsaved());
    window.state_mut().dispatch(Command::SaveTo(path.clone()));
    window.state_mut().settle();
    window.run();
    assert!(!window.state().bench().is_unsaved());
    let kept = window.state().bench().scenario().clone();
    window.state_mut().dispatch(Command::New(Fresh::Sample));
    window.run();
    assert_ne!(window.state().bench().scenario(), &kept);
    window.state_mut().dispatch(Command::Open(path.clone()));
    window.state_mut().settle();
    window.run();
    assert_eq!(window.state().bench().scenario(), &kept);
    assert_eq!(window.state().bench().path(), Some(path.as_path()));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_broken_file_is_named_with_its_place_and_changes_nothing() {
    let folder = folder("broken");
    let path = folder.join("broken.ron");
    fs::write(&path, "(\n  schema: 1,\n  nonsense: 3,\n)").unwrap();
    let mut window = sample_window(false, SIZES[0]);
    let before = window.state().bench().scenario().clone();
    window.state_mut().dispatch(Command::Open(path));
    window.state_mut().settle();
    window.run();
    assert_eq!(window.state().bench().scenario(), &before);
    let notice = window.state().bench().notice().cloned().unwrap();
    let place = &notice.details[0].en;
    assert!(place.starts_with("3:") && place.contains("There is no field `nonsense`"), "{place}");
    window.get_by_label_contains(place);
    click(&mut window, "Details");
    window.get_by_label("Copy");
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn unsaved_work_is_asked_about_before_it_goes() {
    let mut window = sample_window(true, SIZES[1]);
    click(&mut window, "T20 汽车电子精密结构件加工");
    window.key_press(Key::Space);
    window.run();
    window.key_press(Key::Enter);
    window.run();
    window.state_mut().dispatch(Command::Quit);
    window.run();
    window.get_by_label("有未保存的修改");
    click(&mut window, "取消");
    assert!(!window.state().bench().is_closing());
    window.state_mut().dispatch(Command::Quit);
    window.state_mut().dispatch(Command::Answer(Answer::Discard));
    window.run();
    assert!(window.state().bench().is_closing());
}

#[test]
fn an_empty_document_says_what_to_do() {
    let mut bench = Workbench::on(sample::scenario(), Settings { chinese: false, ..Settings::default() });
    bench.dispatch(Command::New(Fresh::Blank));
    for size in SIZES {
        let mut blank = Workbench::on(bench.scenario().clone(), Settings { chinese: false, ..Settings::default() });
        blank.dispatch(Command::Select(Selection::Nothing));
        let window = window(blank, size);
        assert_eq!(window.state().bench().scenario().parks.len(), 0);
        window.get_by_label_contains("Drag a project onto a park card");
    }
}

#[test]
fn every_selection_shows_in_both_languages_at_both_sizes() {
    let scenario = sample::scenario();
    let mut selections = vec![Selection::Nothing];
    selections.extend(scenario.projects.iter().map(|it| Selection::Project(it.id.clone())));
    selections.extend(scenario.parks.iter().map(|it| Selection::Park(it.id.clone())));
    let bench = Workbench::on(scenario, Settings::default());
    selections.extend(bench.judgement().findings().map(|it| Selection::Finding(it.key())));
    assert!(selections.len() > 100);
    for chinese in [true, false] {
        for size in SIZES {
            let mut window = sample_window(chinese, size);
            let card = if chinese { "绵阳高新区 · 国家级" } else { "Mianyang High-tech · Nat." };
            let place = window.get_by_label_contains(card).rect();
            for selection in &selections {
                window.state_mut().dispatch(Command::Select(selection.clone()));
                window.step();
                assert_eq!(window.state().bench().selection(), selection);
                let now = window.get_by_label_contains(card).rect();
                assert_eq!(now, place, "nothing moves but what the user moved: {selection:?}");
            }
        }
    }
}

/// A file as the system hands it over when it is dropped on the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn a_file_dropped_on_the_window_opens() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("saves/rule-breaches.ron");
    let mut window = sample_window(false, SIZES[0]);
    window.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(path.clone())));
    window.run();
    window.state_mut().settle();
    window.run();
    assert_eq!(window.state().bench().path(), Some(path.as_path()));
    assert_eq!(window.state().bench().judgement().score().legal, -25);
    window.get_by_label_contains("Broken · Carried cap");
}

#[test]
fn saving_as_takes_a_typed_path() {
    let folder = folder("typed");
    let path = folder.join("typed.ron");
    let mut window = sample_window(false, SIZES[1]);
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    window.run_steps(2);
    let field = window.get_by_role_and_label(egui::accesskit::Role::TextInput, "Path of the file");
    field.focus();
    window.run_steps(2);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run_steps(2);
    window
        .get_by_role_and_label(egui::accesskit::Role::TextInput, "Path of the file")
        .type_text(&path.display().to_string());
    window.run_steps(2);
    window.key_press(Key::Enter);
    window.run_steps(3);
    window.state_mut().settle();
    window.run_steps(2);
    assert_eq!(window.state().bench().path(), Some(path.as_path()));
    assert!(path.is_file());
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_plan_is_renamed_by_its_dialog() {
    let mut window = sample_window(false, SIZES[1]);
    window.get_by_label("B Blank slate").click_secondary();
    window.run();
    click(&mut window, "Rename…");
    window.get_by_label("Name").type_text(" 2");
    window.run();
    window.key_press(Key::Enter);
    window.run();
    let plan =
        window.state().bench().scenario().plans.iter().find(|plan| plan.id.as_str() == "B").unwrap().name.clone();
    assert_eq!((plan.zh.as_str(), plan.en.as_str()), ("空白", "Blank slate 2"));
    ctrl(&mut window, Key::Z);
    window.get_by_label("B Blank slate");
}

#[test]
fn the_sheet_of_keys_opens_and_closes() {
    for size in SIZES {
        let mut window = sample_window(false, size);
        window.key_press_modifiers(egui::Modifiers::SHIFT, Key::F1);
        window.run();
        window.get_by_label("Pick up the selected project");
        window.key_press(Key::Escape);
        window.run();
        assert!(window.query_by_label("Pick up the selected project").is_none());
    }
}
