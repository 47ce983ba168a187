//! A window without a display: the whole application in a test harness, at a given size and language, and its hands.

use std::time::Duration;

use egui::{Key, Modifiers, Pos2, Rect, accesskit::Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT, Queryable},
};
use parkboard::{
    i18n::{finding, phrase::Phrase, term},
    io::settings::Settings,
    model::id::{ParkId, ProjectId},
    ui::app::App,
    workbench::{Workbench, sample},
};

/// The two sizes that the window must serve.
pub const SIZES: [[f32; 2]; 2] = [[1280.0, 720.0], [1920.0, 1080.0]];

/// Roles of what a person acts on.
pub const ACTED_ON: [Role; 12] = [
    Role::Button,
    Role::CheckBox,
    Role::ComboBox,
    Role::DefaultButton,
    Role::Link,
    Role::ListItem,
    Role::MenuItem,
    Role::RadioButton,
    Role::Slider,
    Role::SpinButton,
    Role::Tab,
    Role::TextInput,
];

/// A window in the harness.
pub type Window = Harness<'static, App>;

/// The application on the sample.
pub fn sample_window(chinese: bool, size: [f32; 2]) -> Harness<'static, App> {
    let settings = Settings { chinese, ..Settings::default() };
    window(Workbench::on(sample::scenario(), settings), size)
}

/// `bench`, which waits for every answer of advice: a slow machine shows what a fast one does.
pub fn patient(mut bench: Workbench) -> Workbench {
    bench.wait_for_answers(Duration::from_mins(10));
    bench
}

/// The application on `bench`, which waits for every answer of advice.
pub fn window(bench: Workbench, size: [f32; 2]) -> Harness<'static, App> {
    window_as_it_is(patient(bench), size)
}

/// The application on `bench`.
pub fn window_as_it_is(bench: Workbench, size: [f32; 2]) -> Harness<'static, App> {
    let context = egui::Context::default();
    let app = App::new(&context, bench, None);
    let mut harness = Harness::builder()
        .with_size(size)
        // The answer of the system's file dialog, which a thread brings, asks for frames of its own.
        // A solver at work beside the window wakes it now and then; what never rests still fails.
        .with_max_steps(48)
        .with_context_setup(|context| {
            parkboard::ui::fonts::install(context);
            // The application sets this for the context that it is made with, which is not the one of the harness.
            context.options_mut(|options| options.zoom_with_keyboard = false);
        })
        .build_ui_state(|ui, app: &mut App| app.frame_ui(ui), app);
    harness.run();
    harness
}

/// The sample in both languages, each at one of the sizes.
pub fn two_windows() -> impl Iterator<Item = Window> {
    [true, false].into_iter().zip(SIZES).map(|(chinese, size)| sample_window(chinese, size))
}

/// The sample in both languages at both sizes.
pub fn sample_windows() -> impl Iterator<Item = Window> {
    [true, false].into_iter().flat_map(|chinese| SIZES.map(|size| sample_window(chinese, size)))
}

/// Begins anew in a window that is there already, on the sample: much faster than another window.
pub fn begin_anew(window: &mut Window, chinese: bool) {
    let context = window.ctx.clone();
    if let Some(focused) = context.memory(egui::Memory::focused) {
        context.memory_mut(|memory| memory.surrender_focus(focused));
    }
    egui::Popup::close_all(&context);
    let settings = Settings { chinese, ..Settings::default() };
    *window.state_mut() = App::new(&context, patient(Workbench::on(sample::scenario(), settings)), None);
    window.event(egui::Event::PointerGone);
    window.run();
}

/// A project's id.
pub fn project(id: &str) -> ProjectId {
    ProjectId::new(id).unwrap()
}

/// A park's id.
pub fn park(id: &str) -> ParkId {
    ParkId::new(id).unwrap()
}

/// `phrase` in the language of the window.
pub fn say(window: &Window, phrase: Phrase) -> &'static str {
    phrase.of(window.state().bench().lang())
}

/// Where a project stands, as the workbench has it.
pub fn home(window: &Window, id: &str) -> Option<String> {
    window.state().bench().judgement().facts().home(&project(id)).map(|(park, _)| park.to_string())
}

/// Number and name of a project: how its row in the queue begins.
pub fn project_label(window: &Window, id: &str) -> String {
    let bench = window.state().bench();
    format!("{id} {}", finding::project_name(bench.scenario(), &project(id)).of(bench.lang()))
}

/// The label of the row of a placed project on its card.
pub fn card_row_label(window: &Window, id: &str) -> String {
    let bench = window.state().bench();
    let (home, _) = bench.judgement().facts().home(&project(id)).unwrap();
    format!("{} · {}", project_label(window, id), finding::park_name(bench.scenario(), home).of(bench.lang()))
}

/// The whole label of a park card.
pub fn card_label(window: &Window, id: &str) -> String {
    let bench = window.state().bench();
    let record = bench.scenario().parks.get(&park(id)).unwrap();
    let begin = format!(
        "{} · {}",
        record.short_name.of(bench.lang()),
        term::park_level_badge(&bench.scenario().pack, record.level).of(bench.lang())
    );
    labels(window, Role::Button).into_iter().find(|label| label.starts_with(&begin)).unwrap()
}

/// The labels of all nodes of a role, in the order of the tree.
pub fn labels(window: &Window, role: Role) -> Vec<String> {
    let nodes = window.root().children_recursive();
    nodes.map(|node| node.accesskit_node()).filter(|node| node.role() == role).filter_map(|node| node.label()).collect()
}

/// The text of the line under the board: what happened last.
pub fn last_line(window: &Window) -> String {
    let nodes = window.root().children_recursive().map(|node| node.accesskit_node());
    let lines: Vec<String> = nodes.filter(|node| node.role() == Role::Label).filter_map(|node| node.value()).collect();
    assert_eq!(lines.len(), 1, "one line speaks: {lines:?}");
    lines.concat()
}

/// Where something labelled is.
pub fn place_of(window: &Window, label: &str) -> Rect {
    window.get_by_label(label).rect()
}

/// Where a card is.
pub fn card_place(window: &Window, id: &str) -> Rect {
    place_of(window, &card_label(window, id))
}

/// Clicks the button, row or tab with this label.
#[track_caller]
pub fn click(window: &mut Window, label: &str) {
    window.get_by_label(label).click();
    window.run();
}

/// Clicks what is called by `phrase` in the language of the window.
#[track_caller]
pub fn click_phrase(window: &mut Window, phrase: Phrase) {
    let label = say(window, phrase);
    click(window, label);
}

/// Clicks the last button whose label begins like this.
#[track_caller]
pub fn click_beginning(window: &mut Window, begin: &str) {
    let begins = |label: &Option<String>| label.as_ref().is_some_and(|label| label.starts_with(begin));
    let mut nodes = window.get_all_by_role(Role::Button).filter(|node| begins(&node.accesskit_node().label()));
    nodes.next_back().unwrap_or_else(|| panic!("no button begins with {begin:?}")).click();
    drop(nodes);
    window.run();
}

/// Opens the menu of what bears this label.
#[track_caller]
pub fn click_secondary(window: &mut Window, label: &str) {
    window.get_by_label(label).click_secondary();
    window.run();
}

/// Opens the menu of the document.
pub fn open_file_menu(window: &mut Window) {
    let begin = format!("{} · ", say(window, parkboard::i18n::words::DOCUMENT_MENU));
    window.get_by_label_contains(&begin).click();
    window.run();
}

/// Opens a menu of the band; in a narrow one it hangs in the menu of all menus.
pub fn open_menu(window: &mut Window, menu: parkboard::ui::actions::Menu) {
    if menu == parkboard::ui::actions::Menu::File {
        open_file_menu(window);
    } else {
        let all = say(window, parkboard::i18n::words::ALL_MENUS);
        if window.query_by_label(all).is_some() {
            click(window, all);
        }
        click_phrase(window, menu.name());
    }
}

/// Types into the command palette, and goes to the first hit.
pub fn palette(window: &mut Window, typed: &str) {
    ctrl(window, Key::K);
    let field = say(window, parkboard::i18n::words::PALETTE_FIELD);
    type_into(window, field, typed);
    press(window, Key::Enter);
}

/// Narrows the list of findings to those of a rule, and selects the worst of them.
pub fn show_rule(window: &mut Window, id: &str) {
    let bench = window.state().bench();
    let rule = bench.scenario().rules.iter().find(|it| it.id.as_str() == id).unwrap();
    let typed = format!("{} {id}", rule.title.zh);
    palette(window, &typed);
}

/// Presses a key alone.
pub fn press(window: &mut Window, key: Key) {
    window.key_press(key);
    window.run();
}

/// Presses a key with Ctrl.
pub fn ctrl(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::COMMAND, key);
    window.run();
}

/// Clicks at a point: a press held for longer would be no click.
pub fn click_at(window: &mut Window, at: Pos2) {
    window.hover_at(at);
    window.drag_at(at);
    window.drop_at(at);
    window.run();
}

/// Presses the pointer at `from` and moves it to `to`, each in a frame of its own.
pub fn hold(window: &mut Window, from: Pos2, to: Pos2) {
    window.drag_at(from);
    window.run();
    move_to(window, to);
}

/// Moves the pointer.
pub fn move_to(window: &mut Window, to: Pos2) {
    window.hover_at(to);
    window.run();
}

/// Releases the pointer.
pub fn release(window: &mut Window, at: Pos2) {
    window.drop_at(at);
    window.run();
}

/// Drags from one point to another.
pub fn drag(window: &mut Window, from: Pos2, to: Pos2) {
    hold(window, from, to);
    release(window, to);
}

/// Types into the field with this label, in place of what it holds.
pub fn type_into(window: &mut Window, label: &str, text: &str) {
    window.get_by_role_and_label(Role::TextInput, label).focus();
    window.run();
    ctrl(window, Key::A);
    window.get_by_role_and_label(Role::TextInput, label).type_text(text);
    window.run();
}

/// Waits for files, and shows what they brought.
pub fn settle(window: &mut Window) {
    window.run();
    window.state_mut().settle();
    window.run();
}

/// A new folder in the system's temporary folder.
pub fn folder(name: &str) -> std::path::PathBuf {
    let path = std::env::temp_dir().join(format!("parkboard-ui-{}-{name}", std::process::id()));
    std::fs::create_dir_all(&path).unwrap();
    path
}

/// The scenario that breaks each rule once.
pub fn rule_breaches() -> parkboard::model::scenario::Scenario {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("saves/rule-breaches.ron");
    parkboard::io::ron::read_scenario(&path).unwrap()
}

/// A file as the system hands it over when it is dropped on the window.
#[derive(Debug)]
pub struct Dropped(pub std::path::PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}
