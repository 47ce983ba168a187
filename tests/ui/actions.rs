//! Every row of the table of actions by its keys, its menu and the palette: what it does, and why it is impossible.
//!
//! [`STORIES`] has a row an action: the state from which it is possible, what can be seen of it afterwards, and each
//! state in which it is impossible with the reason that is told.

use std::collections::BTreeSet;

use egui::{Event, Key, KeyboardShortcut, Modifiers, OutputCommand, accesskit::Role};
use egui_kittest::kittest::{AccessKitNode, NodeT, Queryable};
use parkboard::{
    i18n::{
        agreement, backtest, chart, compare, evaluation, existing, help, import, merging, outgoing, phrase::Phrase,
        review, session, sharing, support, words,
    },
    io::settings::{Grouping, Settings},
    model::plan::{Plan, PlanStatus},
    rules::finding::State,
    ui::{
        actions::{ACTIONS, Action, Menu, Row, is_quiet, row_of},
        app::App,
        panels::board,
    },
    workbench::{
        Selection, Workbench,
        command::{Command, Fresh},
        generate::{self, Size},
        question::Question,
        solving::SolveWish,
    },
};

use crate::harness::{
    SIZES, Window, begin_anew, ctrl, home, labels, last_line, open_menu, palette, park, patient, press, project,
    project_label, sample_window, say, type_into,
};

/// In place of a text that was copied: that the clipboard was asked for.
const PASTE_ASKED: &str = "what is on the clipboard was asked for";

/// What a window alone does not tell: the language that it had, and the text on the clipboard.
#[derive(Debug)]
struct Left {
    chinese: bool,
    copied: Option<String>,
}

/// A state of the window, brought about through its doors.
type Prepare = fn(&mut Window);
/// Whether the window shows that an action was done.
type Done = fn(&Window, &Left) -> bool;

struct Story {
    action: Action,
    prepare: Prepare,
    done: Done,
    barred: &'static [(Prepare, Phrase)],
}

const fn story(action: Action, prepare: Prepare, done: Done, barred: &'static [(Prepare, Phrase)]) -> Story {
    Story { action, prepare, done, barred }
}

const STORIES: &[Story] = &[
    story(Action::New, at_rest, |it, _| sizes(it) == (12, 20, 0), &[]),
    story(Action::NewSample, blank, |it, _| sizes(it) == (12, 20, 11), &[]),
    story(Action::NewBlank, at_rest, |it, _| sizes(it) == (0, 0, 0), &[]),
    story(Action::ImportMap, at_rest, |it, _| shows(it, words::CHOOSE_MAP), &[]),
    story(Action::Merge, at_rest, |it, _| shows(it, merging::CHOOSE_FILE), &[]),
    story(Action::Open, at_rest, |it, _| shows(it, words::CHOOSE_OPEN), &[]),
    story(Action::Save, at_rest, |it, _| asks_where(it) && shows(it, words::CHOOSE_SAVE), &[]),
    story(Action::SaveAs, at_rest, |it, _| !asks_where(it) && shows(it, words::CHOOSE_SAVE), &[]),
    story(Action::Settings, at_rest, |it, _| shows(it, words::AT_ONCE), &[]),
    story(Action::Quit, at_rest, |it, _| it.state().bench().is_closing(), &[]),
    story(
        Action::Undo,
        placed,
        |it, _| home(it, "T13").is_none() && it.state().bench().redoable().is_some(),
        &[(at_rest, words::NOTHING_TO_UNDO)],
    ),
    story(
        Action::Redo,
        |it| {
            placed(it);
            it.state_mut().dispatch(Command::Undo);
        },
        |it, _| home(it, "T13").as_deref() == Some("gaoxin"),
        &[(placed, words::NOTHING_TO_REDO)],
    ),
    story(Action::Steps, at_rest, |it, _| shows(it, words::NO_STEPS), &[]),
    story(
        Action::PickUp,
        project_selected,
        |it, _| it.state().bench().held().is_some_and(|it| it.projects.len() == 1 && it.over.is_some()),
        &[(at_rest, words::SELECT_PROJECT_FIRST), (held, words::HOLDING_ALREADY)],
    ),
    story(
        Action::Drop,
        held,
        |it, _| home(it, "T13").is_some() && it.state().bench().held().is_none(),
        &[(project_selected, words::HOLDING_NOTHING)],
    ),
    story(
        Action::LetGo,
        held,
        |it, _| it.state().bench().held().is_none() && home(it, "T13").is_none(),
        &[(at_rest, words::NOTHING_TO_CANCEL)],
    ),
    story(Action::First, held, |it, _| aims_at(it, 0), &[(project_selected, words::HOLDING_NOTHING)]),
    story(Action::Second, held, |it, _| aims_at(it, 1), &[(project_selected, words::HOLDING_NOTHING)]),
    story(Action::Third, held, |it, _| aims_at(it, 2), &[(project_selected, words::HOLDING_NOTHING)]),
    story(
        Action::PlaceIn,
        project_selected,
        |it, _| shows(it, words::PALETTE_HINT) && shows_part(it, &format!("{} → …", project_label(it, "T13"))),
        &[(at_rest, words::SELECT_PROJECT_FIRST), (approved_with_project, words::READ_ONLY)],
    ),
    story(
        Action::PlaceAtBest,
        project_selected,
        |it, _| home(it, "T13").is_some() || it.state().bench().question().is_some(),
        &[(at_rest, words::SELECT_PROJECT_FIRST), (approved_with_project, words::READ_ONLY)],
    ),
    story(
        Action::WhyNot,
        project_selected,
        |it, _| shows(it, words::WHAT_WOULD_CHANGE_IT),
        &[(at_rest, words::SELECT_PROJECT_FIRST), (park_selected, words::SELECT_PROJECT_FIRST)],
    ),
    story(
        Action::Unplace,
        placed,
        |it, _| home(it, "T13").is_none() && it.state().bench().undoable().is_some(),
        &[(project_selected, words::SELECT_PLACED_FIRST), (approved_with_placed, words::READ_ONLY)],
    ),
    story(
        Action::Pin,
        placed,
        |it, _| is_pinned(it, "T13") && !is_pinned(it, "T16"),
        &[(project_selected, words::SELECT_PLACED_FIRST), (approved_with_placed, words::READ_ONLY)],
    ),
    story(
        Action::ProjectParts,
        project_selected,
        |it, _| shows(it, words::PLACE_FIRST),
        &[(at_rest, words::SELECT_PROJECT_FIRST), (park_selected, words::SELECT_PROJECT_FIRST)],
    ),
    story(
        Action::PinAll,
        placed,
        |it, _| is_pinned(it, "T13") && is_pinned(it, "T16"),
        &[(empty_plan, words::NOTHING_PLACED), (approved_with_placed, words::READ_ONLY)],
    ),
    story(Action::Find, at_rest, |it, _| it.get_by_label(say(it, words::SEARCH)).is_focused(), &[]),
    story(Action::SelectAll, at_rest, |it, _| it.state().bench().selection().projects().count() == 20, &[]),
    story(Action::Order, at_rest, |it, _| shows(it, words::DESCENDING), &[]),
    story(Action::Views, at_rest, |it, _| shows(it, words::KEEP_VIEW), &[]),
    story(
        Action::CopyFindings,
        at_rest,
        |it, left| {
            let notable = it.state().bench().judgement().notable_count();
            left.copied.as_ref().is_some_and(|text| text.lines().count() == notable + 1)
        },
        &[(blank, words::NO_FINDINGS)],
    ),
    story(
        Action::Language,
        at_rest,
        |it, left| it.state().bench().settings().chinese != left.chinese && shows(it, Menu::Plan.name()),
        &[],
    ),
    story(Action::Theme, at_rest, |it, _| it.state().bench().settings().dark && shows(it, words::LIGHT), &[]),
    story(Action::ZoomIn, at_rest, |it, _| is_about(it.ctx.zoom_factor(), 1.1), &[(largest, words::LARGEST)]),
    story(Action::ZoomOut, at_rest, |it, _| is_about(it.ctx.zoom_factor(), 0.9), &[(smallest, words::SMALLEST)]),
    story(
        Action::ZoomReset,
        |it| it.state_mut().dispatch(Command::Zoom(1.2)),
        |it, _| is_about(it.ctx.zoom_factor(), 1.0),
        &[],
    ),
    story(Action::ByRule, by_project, |it, _| is_grouped(it, Grouping::Rule, words::GROUPED_BY_RULE), &[]),
    story(Action::ByPark, by_project, |it, _| is_grouped(it, Grouping::Park, words::GROUPED_BY_PARK), &[]),
    story(Action::ByProject, by_park, |it, _| is_grouped(it, Grouping::Project, words::GROUPED_BY_PROJECT), &[]),
    story(Action::TallFoot, at_rest, |it, _| line_height(it) < 0.55 * SIZES[1][1], &[]),
    story(Action::NextFinding, at_rest, |it, _| is_notable(it, 0), &[(blank, words::NO_FINDINGS)]),
    story(
        Action::PreviousFinding,
        |it| select_notable(it, 1),
        |it, _| matches!(it.state().bench().selection(), Selection::Finding(_)) && !is_notable(it, 1),
        &[(blank, words::NO_FINDINGS)],
    ),
    story(Action::CardsOrTable, at_rest, |it, _| is_pressed_in(it, words::TABLE), &[]),
    story(Action::ShowMap, at_rest, |it, _| is_pressed_in(it, words::MAP), &[]),
    story(
        Action::ShowExisting,
        at_rest,
        |it, _| shows(it, existing::MISMATCHES) || shows_part(it, say(it, existing::NO_RELOCATION)),
        &[],
    ),
    story(Action::ShowPlacement, in_clusters, |it, _| it.query_by_label(say(it, words::CARDS)).is_some(), &[]),
    story(Action::ShowClusters, at_rest, |it, _| shows(it, chart::OVERVIEW), &[]),
    story(Action::ShowEvaluation, at_rest, |it, _| shows(it, evaluation::WHAT_IF), &[]),
    story(Action::ShowCompare, at_rest, |it, _| shows(it, compare::FROM_FILE), &[]),
    story(Action::ShowSession, at_rest, |it, _| shows(it, session::FREEZE), &[]),
    story(
        Action::NewSession,
        at_rest,
        |it, _| it.query_by_role_and_label(Role::TextInput, say(it, session::CHAIR)).is_some(),
        &[],
    ),
    story(
        Action::ShowSharing,
        at_rest,
        |it, _| it.query_by_role_and_label(Role::RadioButton, say(it, support::POOLS_AND_FUNDS)).is_some(),
        &[],
    ),
    story(
        Action::NewClaim,
        at_rest,
        |it, _| it.query_by_role_and_label(Role::TextInput, say(it, support::ASKED_FIELD)).is_some(),
        &[(blank, support::NO_PROGRAMME_YET)],
    ),
    story(
        Action::NewTask,
        at_rest,
        |it, _| it.query_by_role_and_label(Role::TextInput, say(it, support::TASK_NAME)).is_some(),
        &[(blank, support::NO_PROJECTS)],
    ),
    story(
        Action::NewAgreement,
        at_rest,
        |it, _| it.query_by_role_and_label(Role::TextInput, say(it, sharing::OUTLAY)).is_some(),
        &[(blank, sharing::NO_TEMPLATES)],
    ),
    story(
        Action::NewTransfer,
        at_rest,
        |it, _| it.query_by_role_and_label(Role::TextInput, say(it, sharing::AMOUNT_FIELD)).is_some(),
        &[(blank, sharing::FEW_UNITS)],
    ),
    story(
        Action::Freeze,
        at_rest,
        |it, _| it.state().bench().scenario().sessions.iter().all(|it| it.frozen.is_some()),
        &[(blank, session::SESSION_FIRST)],
    ),
    story(Action::ImportSheets, at_rest, |it, _| shows(it, import::CHOOSE), &[]),
    story(Action::PasteSheet, at_rest, |_, left| left.copied.as_deref() == Some(PASTE_ASKED), &[]),
    story(Action::ExportFiles, at_rest, |it, _| shows(it, outgoing::LAYER), &[]),
    story(Action::Grouping, at_rest, |it, _| shows(it, board::Grouping::Level.word()), &[]),
    story(
        Action::CopyPlan,
        at_rest,
        |it, _| plans(it).len() == 3 && it.state().bench().judgement().facts().placed() == 11,
        &[],
    ),
    story(
        Action::EmptyPlan,
        at_rest,
        |it, _| plans(it).len() == 3 && it.state().bench().judgement().facts().placed() == 0,
        &[],
    ),
    story(
        Action::RenamePlan,
        at_rest,
        |it, _| it.query_by_role_and_label(Role::TextInput, say(it, words::NAME)).is_some(),
        &[(approved, words::READ_ONLY)],
    ),
    story(
        Action::OpenFirst,
        empty_plan,
        |it, _| it.state().bench().scenario().active_plan.as_str() == "B",
        &[(at_rest, words::OPENS_FIRST_ALREADY)],
    ),
    story(Action::RemovePlan, at_rest, |it, _| plans(it) == ["B"], &[(only_plan, words::ONLY_PLAN)]),
    story(Action::NextPlan, at_rest, |it, _| shown_plan(it) == "B", &[(only_plan, words::ONLY_PLAN)]),
    story(Action::PreviousPlan, third_plan, |it, _| shown_plan(it) == "B", &[(only_plan, words::ONLY_PLAN)]),
    story(
        Action::Waive,
        broken_selected,
        |it, _| shows(it, words::GRANT),
        &[(at_rest, words::SELECT_WAIVABLE_FIRST), (approved_with_broken, words::READ_ONLY)],
    ),
    story(
        Action::Waivers,
        at_rest,
        |it, _| shows_part(it, &format!("{} · A", say(it, words::WAIVERS).trim_end_matches('…'))),
        &[],
    ),
    story(Action::Approve, empty_plan, |it, _| shows(it, words::APPROVE_NOW), &[(approved, words::APPROVED_ALREADY)]),
    story(Action::Positioning, at_rest, |it, _| shows(it, words::ALL_CAPS_HOLD), &[]),
    story(Action::Weights, at_rest, |it, _| shows(it, words::BACK_TO_SCENARIO_WEIGHTS), &[]),
    story(Action::Solve, at_rest, |it, _| shows(it, review::ABOUT), &[]),
    story(
        Action::StopSolving,
        solving,
        |it, _| it.state().bench().solving().is_none_or(|it| it.course().is_stopped()),
        &[(at_rest, review::NOT_SOLVING)],
    ),
    story(
        Action::Review,
        reviewing,
        |it, _| shows(it, review::ACCEPT_ALL),
        &[(at_rest, review::NO_REVIEW), (empty_plan_beside_review, review::NO_REVIEW)],
    ),
    story(Action::Alternatives, reviewing, |it, _| shows(it, review::OTHERS_TITLE), &[(at_rest, review::NO_REVIEW)]),
    story(
        Action::ApplyReview,
        review_in_front,
        |it, _| home(it, "T13").is_some() && it.state().bench().review().is_none(),
        &[(at_rest, review::NO_REVIEW)],
    ),
    story(
        Action::LeaveReview,
        reviewing,
        |it, _| home(it, "T13").is_none() && it.state().bench().review().is_none(),
        &[(at_rest, review::NO_REVIEW)],
    ),
    story(
        Action::Agreement,
        project_selected,
        |it, _| shows(it, agreement::DIAGNOSIS),
        &[(at_rest, words::SELECT_PROJECT_FIRST), (park_selected, words::SELECT_PROJECT_FIRST)],
    ),
    story(Action::Backtest, at_rest, |it, _| shows(it, backtest::TITLE), &[]),
    story(
        Action::NextPark,
        at_rest,
        |it, _| selected_park(it).as_deref() == Some("gaoxin"),
        &[(blank, words::NO_PARKS_YET)],
    ),
    story(
        Action::PreviousPark,
        second_park_selected,
        |it, _| selected_park(it).as_deref() == Some("gaoxin"),
        &[(blank, words::NO_PARKS_YET)],
    ),
    story(
        Action::ParkFindings,
        park_selected,
        |it, _| shows_part(it, &format!("{}: ", say(it, words::ONLY))),
        &[(at_rest, words::SELECT_PARK_FIRST)],
    ),
    story(
        Action::NewPosition,
        park_selected,
        |it, _| it.query_by_role_and_label(Role::TextInput, say(it, words::NAME_ZH)).is_some(),
        &[(at_rest, words::SELECT_PARK_FIRST), (approved_with_park, words::READ_ONLY)],
    ),
    story(
        Action::ParkParts,
        park_selected,
        |it, _| shows(it, words::LOCK_WOULD_MEAN),
        &[(at_rest, words::SELECT_PARK_FIRST)],
    ),
    story(
        Action::LockPark,
        park_selected,
        |it, _| locked(it) == ["gaoxin"],
        &[(at_rest, words::SELECT_PARK_FIRST), (approved_with_park, words::READ_ONLY)],
    ),
    story(Action::LockAll, at_rest, |it, _| locked(it).len() == 12, &[(approved, words::READ_ONLY)]),
    story(
        Action::TakeStep,
        at_rest,
        |it, _| shows_part(it, &format!("{}: ", say(it, evaluation::KIND))),
        &[(blank, evaluation::NONE_PUBLISHED)],
    ),
    story(
        Action::RecordFigures,
        at_rest,
        |it, _| shows(it, evaluation::SUPPLIERS),
        &[(blank, evaluation::NONE_PUBLISHED)],
    ),
    story(
        Action::RegisterCharacteristic,
        at_rest,
        |it, _| shows_part(it, &format!("{}: ", say(it, evaluation::TRADE))),
        &[(blank, words::NO_PARKS_YET)],
    ),
    story(Action::ReportAccident, at_rest, |it, _| shows(it, evaluation::NOTE), &[(blank, words::NO_PARKS_YET)]),
    story(Action::Help, at_rest, |it, _| shows(it, help::ALL_KEYS), &[]),
    story(Action::Palette, at_rest, |it, _| shows(it, words::PALETTE_HINT), &[]),
    story(Action::Shortcuts, at_rest, |it, _| shows(it, words::KEYS_ON_BOARD), &[]),
    story(Action::About, at_rest, |it, _| shows(it, words::ABOUT_TEXT), &[]),
];

// States.

/// A search that does not end by itself for a day.
fn solving(window: &mut Window) {
    let chinese = window.state().bench().settings().chinese;
    let settings = Settings { chinese, ..Settings::default() };
    let scenario = generate::scenario(Size { parks: 40, projects: 500, ..Size::CITY });
    let context = window.ctx.clone();
    *window.state_mut() = App::new(&context, patient(Workbench::on(scenario, settings)), None);
    let wish = SolveWish { moves: true, positions: false, most_moved: None, seconds: 86_400 };
    window.state_mut().dispatch(Command::Solve(wish));
}

/// The queue of the sample solved, nothing decided.
fn reviewing(window: &mut Window) {
    window.state_mut().dispatch(Command::Solve(SolveWish::default()));
    window.state_mut().settle();
    assert!(window.state().bench().review().is_some());
}

/// The same, turned to: what nobody sees is not applied by its keys.
fn review_in_front(window: &mut Window) {
    reviewing(window);
    ctrl(window, Key::Enter);
    assert!(window.state().bench().review().is_some(), "applied unseen");
    palette(window, review::REVIEW.en);
    window.run();
}

fn empty_plan_beside_review(window: &mut Window) {
    reviewing(window);
    empty_plan(window);
}

fn at_rest(_: &mut Window) {}

fn in_clusters(window: &mut Window) {
    ctrl(window, Key::Num3);
}

fn blank(window: &mut Window) {
    window.state_mut().dispatch(Command::New(Fresh::Blank));
}

fn project_selected(window: &mut Window) {
    window.state_mut().dispatch(Command::Select(Selection::Project(project("T13"))));
}

fn park_selected(window: &mut Window) {
    window.state_mut().dispatch(Command::Select(Selection::Park(park("gaoxin"))));
}

/// T13 placed where it breaks the cap of carried industries, and selected.
fn placed(window: &mut Window) {
    window.state_mut().dispatch(Command::Place { project: project("T13"), park: park("gaoxin") });
    project_selected(window);
}

/// T13 held by the keys, over no park yet.
fn held(window: &mut Window) {
    project_selected(window);
    window.state_mut().dispatch(Command::PickUp(project("T13")));
    window.state_mut().dispatch(Command::Aim(Some(park("gaoxin"))));
}

fn empty_plan(window: &mut Window) {
    let plan = window.state().bench().scenario().plans.iter().find(|it| it.id.as_str() == "B").unwrap().id.clone();
    window.state_mut().dispatch(Command::ShowPlan(plan));
}

fn third_plan(window: &mut Window) {
    window.state_mut().dispatch(Command::AddPlan { copy: false });
}

fn only_plan(window: &mut Window) {
    let plan = window.state().bench().plan().clone();
    window.state_mut().dispatch(Command::RemovePlan(plan));
}

/// The empty plan, approved.
fn approved(window: &mut Window) {
    empty_plan(window);
    let on = window.state().bench().scenario().as_of;
    window.state_mut().dispatch(Command::Approve { on, by: "市领导小组办公室".to_owned() });
    let bench = window.state().bench();
    assert!(!bench.scenario().may_change(bench.plan()), "approved");
}

fn approved_with_project(window: &mut Window) {
    approved(window);
    project_selected(window);
}

fn approved_with_park(window: &mut Window) {
    approved(window);
    park_selected(window);
}

/// T13 placed and selected in a plan that its file says is approved, whatever stands in the way.
fn approved_with_placed(window: &mut Window) {
    placed(window);
    let mut scenario = window.state().bench().scenario().clone();
    let plan: &Plan = scenario.plans.get(&scenario.active_plan).unwrap();
    let status = PlanStatus::Approved { on: scenario.as_of, by: "市领导小组办公室".to_owned() };
    let approved = Plan { status, ..plan.clone() };
    scenario.plans.insert(approved);
    let (context, settings) = (window.ctx.clone(), window.state().bench().settings().clone());
    *window.state_mut() = App::new(&context, patient(Workbench::on(scenario, settings)), None);
    project_selected(window);
}

fn select_broken(window: &mut Window) {
    let bench = window.state().bench();
    let broken = bench.judgement().findings().find(|it| it.state == State::Broken && it.rule.as_str() == "carried-cap");
    let key = broken.unwrap().key();
    window.state_mut().dispatch(Command::Select(Selection::Finding(key)));
}

fn broken_selected(window: &mut Window) {
    placed(window);
    select_broken(window);
}

fn approved_with_broken(window: &mut Window) {
    approved_with_placed(window);
    select_broken(window);
}

fn largest(window: &mut Window) {
    window.state_mut().dispatch(Command::Zoom(2.0));
}

fn smallest(window: &mut Window) {
    window.state_mut().dispatch(Command::Zoom(0.8));
}

fn by_project(window: &mut Window) {
    window.state_mut().dispatch(Command::Group(Grouping::Project));
}

fn by_park(window: &mut Window) {
    window.state_mut().dispatch(Command::Group(Grouping::Park));
}

fn select_notable(window: &mut Window, at: usize) {
    let key = window.state().bench().judgement().notable()[at].key();
    window.state_mut().dispatch(Command::Select(Selection::Finding(key)));
}

fn second_park_selected(window: &mut Window) {
    let second = window.state().bench().scenario().parks_in_order()[1].id.clone();
    window.state_mut().dispatch(Command::Select(Selection::Park(second)));
}

// What can be seen.

fn shows(window: &Window, phrase: Phrase) -> bool {
    window.query_all_by_label(say(window, phrase)).next().is_some()
}

fn shows_part(window: &Window, part: &str) -> bool {
    window.query_all_by_label_contains(part).next().is_some()
}

fn sizes(window: &Window) -> (usize, usize, usize) {
    let scenario = window.state().bench().scenario();
    (scenario.parks.len(), scenario.projects.len(), scenario.placements.len())
}

fn asks_where(window: &Window) -> bool {
    matches!(window.state().bench().question(), Some(Question::WhereToSave { .. }))
}

fn aims_at(window: &Window, rank: usize) -> bool {
    let held = window.state().bench().held();
    held.is_some_and(|held| held.over.is_some() && held.over.as_ref() == held.ranked().get(rank))
}

fn is_pinned(window: &Window, id: &str) -> bool {
    let bench = window.state().bench();
    bench.scenario().pin(bench.plan(), &project(id)).is_some()
}

fn is_about(one: f32, other: f32) -> bool {
    (one - other).abs() < 0.001
}

fn is_grouped(window: &Window, grouping: Grouping, phrase: Phrase) -> bool {
    window.state().bench().settings().grouping == grouping && shows(window, phrase)
}

/// Height at which the line that tells what happened stands.
fn line_height(window: &Window) -> f32 {
    let mut line =
        window.query_all_by(|node| node.live() == egui::accesskit::Live::Polite && node.role() == Role::Label);
    line.next().unwrap().rect().top()
}

fn is_notable(window: &Window, at: usize) -> bool {
    let bench = window.state().bench();
    *bench.selection() == Selection::Finding(bench.judgement().notable()[at].key())
}

fn is_pressed_in(window: &Window, phrase: Phrase) -> bool {
    let name = say(window, phrase);
    let mut nodes = window.query_all_by(|node| node.role() == Role::Button && node.label().as_deref() == Some(name));
    nodes.any(|node| node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True))
}

fn plans(window: &Window) -> Vec<String> {
    window.state().bench().scenario().plans.iter().map(|it| it.id.to_string()).collect()
}

fn shown_plan(window: &Window) -> &str {
    window.state().bench().plan().as_str()
}

fn selected_park(window: &Window) -> Option<String> {
    match window.state().bench().selection() {
        Selection::Park(id) => Some(id.to_string()),
        Selection::Nothing | Selection::Project(_) | Selection::Projects(_) | Selection::Finding(_) => None,
    }
}

fn locked(window: &Window) -> Vec<String> {
    let bench = window.state().bench();
    let parks = bench.scenario().parks.iter();
    parks.filter(|it| bench.scenario().lock(bench.plan(), &it.id).is_some()).map(|it| it.id.to_string()).collect()
}

// The three ways.

/// A way to an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// The keys of this place in its row.
    Keys(usize),
    Menu,
    Palette,
}

/// Sends events, each in a frame of its own; returns the text that one of them put on the clipboard.
fn send(window: &mut Window, events: impl IntoIterator<Item = Event>) -> Option<String> {
    let mut copied = None;
    for event in events {
        window.event(event);
        window.step();
        let commands = &window.output().platform_output.commands;
        let text =
            commands.iter().find_map(|it| if let OutputCommand::CopyText(text) = it { Some(text) } else { None });
        copied = copied.or(text.cloned());
        let viewports = window.output().viewport_output.values();
        if viewports.flat_map(|it| &it.commands).any(|it| *it == egui::ViewportCommand::RequestPaste) {
            copied = Some(PASTE_ASKED.to_owned());
        }
    }
    window.run();
    copied
}

fn send_keys(window: &mut Window, keys: KeyboardShortcut) -> Option<String> {
    let KeyboardShortcut { modifiers, logical_key: key } = keys;
    let press = |pressed| Event::Key { key, pressed, modifiers, repeat: false, physical_key: None };
    let changed = Event::ModifiersChanged;
    send(window, [changed(modifiers), press(true), press(false), changed(Modifiers::NONE)])
}

/// Clicks the entry of the open menu that is called like this.
fn send_click(window: &mut Window, label: &str) -> Option<String> {
    let is_entry = |it: &egui_kittest::Node<'_>| it.accesskit_node().label().as_deref() == Some(label);
    // The menus of the band come first; an inspector may have a button of the same name.
    let node = window.get_all_by_role(Role::Button).find(is_entry);
    let pos = node.unwrap_or_else(|| panic!("no entry {label:?}")).rect().center();
    let button = |pressed| Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    send(window, [Event::PointerMoved(pos), button(true), button(false)])
}

/// What the entry of `row` in the open menu is called: its name, with the step or the reason where there is one.
fn entry(window: &Window, row: &Row) -> String {
    let is_entry = |label: &String| {
        let is_named = |name: Phrase| {
            let rest = label.strip_prefix(say(window, name));
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("  ") || rest.starts_with(" · "))
        };
        is_named(row.name) || (row.action == Action::Pin && is_named(words::UNPIN))
    };
    let found = labels(window, Role::Button).into_iter().find(is_entry);
    found.unwrap_or_else(|| panic!("{:?} is not in its menu", row.action))
}

/// Opens the palette and types the name of `row` in the other language than the one of the window; returns the first hit.
fn seek(window: &mut Window, row: &Row) -> String {
    ctrl(window, Key::K);
    let chinese = window.state().bench().settings().chinese;
    let field = say(window, words::PALETTE_FIELD);
    type_into(window, field, if chinese { row.name.en } else { row.name.zh });
    labels(window, Role::ListItem).into_iter().next().unwrap_or_else(|| panic!("{:?} is not found", row.action))
}

fn go(window: &mut Window, row: &Row, way: Way) -> Option<String> {
    match way {
        Way::Keys(at) => send_keys(window, row.keys[at]),
        Way::Menu => {
            open_menu(window, row.menu);
            let entry = entry(window, row);
            send_click(window, &entry)
        }
        Way::Palette => {
            let hit = seek(window, row);
            assert!(hit.starts_with(say(window, row.name)), "{:?}: {hit} comes first", row.action);
            send_keys(window, KeyboardShortcut::new(Modifiers::NONE, Key::Enter))
        }
    }
}

fn ways(row: &Row) -> Vec<Way> {
    let mut ways: Vec<Way> = (0..row.keys.len()).map(Way::Keys).collect();
    ways.push(Way::Menu);
    // The palette does not lead to itself.
    ways.extend((row.action != Action::Palette).then_some(Way::Palette));
    ways
}

/// Every action of one menu by every way, in turns in both languages.
fn run(menu: Menu) {
    let mut chinese = false;
    let mut window = sample_window(chinese, SIZES[1]);
    for story in STORIES {
        let row = row_of(story.action).unwrap();
        if row.menu != menu {
            continue;
        }
        // Of an even number of ways each language gets a half; of an odd one the next action begins with the other.
        for way in ways(row) {
            chinese = !chinese;
            begin_anew(&mut window, chinese);
            (story.prepare)(&mut window);
            window.run();
            let chinese = window.state().bench().settings().chinese;
            let before = Left { chinese, copied: None };
            assert!(!(story.done)(&window, &before), "{:?} has something to do", story.action);
            let copied = go(&mut window, row, way);
            let left = Left { chinese, copied };
            assert!((story.done)(&window, &left), "{:?} by {way:?} in {}", story.action, language(chinese));
        }
    }
}

fn language(chinese: bool) -> &'static str {
    if chinese { "Chinese" } else { "English" }
}

#[test]
fn the_actions_on_files_go_by_keys_menu_and_palette() {
    run(Menu::File);
}

#[test]
fn the_actions_on_steps_and_projects_go_by_keys_menu_and_palette() {
    run(Menu::Edit);
}

#[test]
fn the_actions_on_the_view_go_by_keys_menu_and_palette() {
    run(Menu::View);
}

#[test]
fn the_actions_on_plans_go_by_keys_menu_and_palette() {
    run(Menu::Plan);
}

#[test]
fn the_actions_on_parks_go_by_keys_menu_and_palette() {
    run(Menu::Park);
}

#[test]
fn the_actions_that_help_go_by_keys_menu_and_palette() {
    run(Menu::Help);
}

/// The labels of what is disabled.
fn disabled(window: &Window) -> Vec<String> {
    let nodes = window.root().children_recursive().map(|node| node.accesskit_node());
    nodes.filter(AccessKitNode::is_disabled).filter_map(|it| it.label()).collect()
}

#[test]
fn what_is_impossible_says_why_in_menu_palette_and_line_and_changes_nothing() {
    let mut chinese = false;
    let mut window = sample_window(chinese, SIZES[1]);
    for story in STORIES {
        let row = row_of(story.action).unwrap();
        for (prepare, reason) in story.barred {
            chinese = !chinese;
            begin_anew(&mut window, chinese);
            prepare(&mut window);
            window.run();
            let why = say(&window, *reason);
            let start = window.state().bench().scenario().clone();
            let held = window.state().bench().held().is_some();

            open_menu(&mut window, row.menu);
            let entry = entry(&window, row);
            assert!(entry.ends_with(&format!(" · {why}")), "{:?}: {entry}", story.action);
            assert!(disabled(&window).contains(&entry), "{:?} is disabled", story.action);
            press(&mut window, Key::Escape);

            let hit = seek(&mut window, row);
            assert!(hit.starts_with(say(&window, row.name)) && hit.ends_with(why), "{:?}: {hit}", story.action);
            press(&mut window, Key::Enter);
            assert!(shows(&window, words::PALETTE_HINT), "{:?}: the palette stays open", story.action);
            press(&mut window, Key::Escape);

            for keys in row.keys {
                send_keys(&mut window, *keys);
                if is_quiet(story.action) {
                    assert!(window.state().bench().notice().is_none(), "{:?} passes in silence", story.action);
                } else {
                    assert!(last_line(&window).starts_with(why), "{:?}: {}", story.action, last_line(&window));
                }
            }
            assert_eq!(window.state().bench().scenario(), &start, "{:?}", story.action);
            assert_eq!(window.state().bench().held().is_some(), held, "{:?}", story.action);
        }
    }
}

#[test]
fn what_has_no_reason_in_its_story_is_never_impossible() {
    let states: [Prepare; 6] = [at_rest, blank, approved, only_plan, held, broken_selected];
    let mut window = sample_window(true, SIZES[1]);
    for (at, prepare) in states.into_iter().enumerate() {
        begin_anew(&mut window, at % 2 == 0);
        prepare(&mut window);
        window.run();
        for menu in Menu::ALL {
            open_menu(&mut window, menu);
            let disabled = disabled(&window);
            for story in STORIES.iter().filter(|it| it.barred.is_empty()) {
                let row = row_of(story.action).unwrap();
                if row.menu == menu {
                    let entry = entry(&window, row);
                    assert!(!disabled.contains(&entry), "state {at}: {entry}");
                }
            }
            press(&mut window, Key::Escape);
        }
    }
}

#[test]
fn every_action_of_the_table_has_one_story() {
    let told: BTreeSet<Action> = STORIES.iter().map(|it| it.action).collect();
    let all: BTreeSet<Action> = ACTIONS.iter().map(|it| it.action).collect();
    assert_eq!(told, all);
    assert_eq!(STORIES.len(), ACTIONS.len(), "one each");
}
