//! Every sheet at every text size: nothing stands outside the window, every control has a name of its own, and Tab
//! reaches it.

use std::collections::BTreeMap;

use egui::{Key, Modifiers, Rect, accesskit::Role};
use egui_kittest::{
    Node,
    kittest::{AccessKitNode, NodeT, Queryable},
};
use parkboard::{
    i18n::{phrase::Phrase, words},
    model::plan::Waiver,
    rules::finding::{Finding, State},
    ui::actions::Action,
    workbench::{Selection, command::Command, receipt::Notice},
};

use crate::harness::{
    ACTED_ON, SIZES, Window, begin_anew, card_place, click_beginning, click_phrase, ctrl, labels, move_to, park, press,
    project, sample_window, say, settle,
};

/// A sheet: what it is called here, and how it is opened in a window at rest.
type Sheet = (&'static str, fn(&mut Window));

const SHEETS: &[Sheet] = &[
    ("open a file", |it| ctrl(it, Key::O)),
    ("save as", |it| act(it, Action::SaveAs)),
    ("settings", |it| ctrl(it, Key::Comma)),
    ("help", |it| press(it, Key::F1)),
    ("keys", |it| {
        it.key_press_modifiers(Modifiers::SHIFT, Key::F1);
        it.run();
    }),
    ("about", |it| act(it, Action::About)),
    ("palette", |it| ctrl(it, Key::K)),
    ("parks of a project", |it| {
        select(it, Selection::Project(project("T13")));
        ctrl(it, Key::P);
    }),
    ("rename the plan", |it| press(it, Key::F2)),
    ("a notice", |it| {
        let mut notice = Notice::warning(words::NO_DISPLAY);
        notice.details = (0..40).map(|_| words::NO_OPENGL.into()).collect();
        it.state_mut().dispatch(Command::Notify(notice));
        it.run();
        click_phrase(it, words::DETAILS);
    }),
    ("a new waiver", |it| {
        select_broken(it);
        ctrl(it, Key::M);
    }),
    ("a waiver", |it| {
        select_broken(it);
        let Selection::Finding((_, rule, park, subject)) = it.state().bench().selection().clone() else { panic!() };
        let (plan, expires) = (it.state().bench().plan().clone(), it.state().bench().scenario().as_of);
        let (reason, authority) = ("链主配套 ".repeat(12), "市领导小组办公室".to_owned());
        let waiver = Waiver { plan, rule, park: park.unwrap(), subject, reason, authority, expires };
        it.state_mut().dispatch(Command::Waive(waiver));
        it.run();
        ctrl(it, Key::M);
    }),
    ("waivers", |it| act(it, Action::Waivers)),
    ("other good plans", |it| {
        it.state_mut().dispatch(Command::Solve(parkboard::workbench::solving::SolveWish::default()));
        it.state_mut().settle();
        it.run();
        act(it, Action::Alternatives);
        settle(it);
    }),
    ("no steps", |it| ctrl(it, Key::H)),
    ("steps", |it| {
        for id in ["T03", "T07", "T13"] {
            it.state_mut().dispatch(Command::Place { project: project(id), park: park("gaoxin") });
        }
        it.state_mut().dispatch(Command::Undo);
        it.run();
        ctrl(it, Key::H);
    }),
    ("approval", |it| {
        ctrl(it, Key::PageDown);
        act(it, Action::Approve);
    }),
    ("approval that is barred", |it| act(it, Action::Approve)),
    ("where a figure comes from", |it| {
        select(it, Selection::Park(park("gaoxin")));
        let from = say(it, words::WHERE_FROM);
        let label = labels(it, Role::Button).into_iter().find(|it| it.ends_with(from)).unwrap();
        it.get_by_label(&label).click_accesskit();
        it.run();
    }),
    ("lock", |it| park_page(it, words::LOCK)),
    ("reservations", |it| park_page(it, words::RESERVATIONS)),
    ("assumptions on a park", |it| park_page(it, words::ASSUMPTIONS)),
    ("premises", |it| project_page(it, words::PREMISES)),
    ("phases", |it| {
        project_page(it, words::PHASES);
        click_phrase(it, words::ADD_PHASE);
    }),
    ("stipulations", |it| project_page(it, words::STIPULATIONS)),
    ("assumptions on a project", |it| project_page(it, words::ASSUMPTIONS)),
    ("a new position", |it| {
        select(it, Selection::Park(park("zitong")));
        act(it, Action::NewPosition);
    }),
    ("a position", |it| position(it, words::EDIT_POSITION)),
    ("a position that moves", |it| position(it, words::MOVE_TO)),
    ("positions of the plan", |it| {
        let position = parkboard::model::id::PositionId::new("gaoxin-C1").unwrap();
        it.state_mut().dispatch(Command::WithdrawPosition(position));
        it.run();
        it.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
        it.run();
    }),
    ("weights by points", |it| {
        let criterion = parkboard::model::id::RecordId::new("transport").unwrap();
        let points = parkboard::model::quantity::Factor::from_steps(7_250);
        it.state_mut().dispatch(Command::SetWeights(vec![(criterion, points)]));
        it.run();
        act(it, Action::Weights);
    }),
    ("weights by comparisons", |it| {
        act(it, Action::Weights);
        click_phrase(it, words::PAIRWISE);
    }),
    ("other methods", |it| {
        select(it, Selection::Project(project("T13")));
        act(it, Action::Agreement);
    }),
    ("backtest", |it| {
        act(it, Action::Backtest);
        settle(it);
        let misses = labels(it, Role::Button).into_iter().filter(|it| it.contains('−'));
        let first = misses.into_iter().next().unwrap();
        it.get_by_label(&first).click_accesskit();
        it.run();
    }),
    ("a backtest without cases", |it| {
        it.state_mut().dispatch(Command::New(parkboard::workbench::command::Fresh::Blank));
        it.run();
        act(it, Action::Backtest);
    }),
    ("why not a park", |it| {
        select(it, Selection::Project(project("T09")));
        act(it, Action::WhyNot);
    }),
    ("unsaved work", |it| {
        it.state_mut().dispatch(Command::Unplace(project("T16")));
        it.state_mut().dispatch(Command::Quit);
        it.run();
    }),
    ("a sub-sector to be designated", |it| {
        it.state_mut().dispatch(Command::Place { project: project("T13"), park: park("zitong") });
        it.run();
        assert!(it.state().bench().question().is_some());
    }),
    ("a search to be kept", |it| {
        it.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
        it.run();
        click_phrase(it, words::KEEP_VIEW);
    }),
];

fn act(window: &mut Window, action: Action) {
    let row = parkboard::ui::actions::row_of(action).unwrap();
    crate::harness::palette(window, row.name.zh);
}

fn select(window: &mut Window, selection: Selection) {
    window.state_mut().dispatch(Command::Select(selection));
    window.run();
}

/// Breaks the cap of carried industries, and selects the finding.
fn select_broken(window: &mut Window) {
    window.state_mut().dispatch(Command::Place { project: project("T13"), park: park("gaoxin") });
    let is_it = |it: &&Finding| it.state == State::Broken && it.rule.as_str() == "carried-cap";
    let key = window.state().bench().judgement().findings().find(is_it).unwrap().key();
    select(window, Selection::Finding(key));
}

fn park_page(window: &mut Window, page: Phrase) {
    select(window, Selection::Park(park("santai")));
    let begin = format!("{}: ", say(window, page));
    click_beginning(window, &begin);
}

fn project_page(window: &mut Window, page: Phrase) {
    select(window, Selection::Project(project("T02")));
    act(window, Action::ProjectParts);
    click_phrase(window, page);
}

fn position(window: &mut Window, deed: Phrase) {
    select(window, Selection::Park(park("gaoxin")));
    let id = parkboard::model::id::PositionId::new("gaoxin-C1").unwrap();
    let bench = window.state().bench();
    let label = format!("{} {}", say(window, deed), bench.position(&id).unwrap().name.of(bench.lang()));
    window.get_by_label(&label).click_accesskit();
    window.run();
}

/// The sheet that is open.
fn open_sheet(window: &Window) -> Node<'_> {
    window.get_all_by_role(Role::Dialog).last().unwrap_or_else(|| panic!("no sheet is open"))
}

/// A node of a sheet: what it is, where, and whether it can be scrolled into view.
#[derive(Debug, Clone)]
struct Seen {
    role: Role,
    words: String,
    at: Rect,
    scrolls: bool,
    group: Vec<usize>,
    is_disabled: bool,
}

/// What stands in the sheet, with the areas that scroll around it.
fn seen(window: &Window) -> Vec<Seen> {
    let mut all = Vec::new();
    collect(&open_sheet(window), false, &[], &mut all);
    all
}

fn collect(node: &Node<'_>, scrolls: bool, group: &[usize], all: &mut Vec<Seen>) {
    let children: Vec<Node<'_>> = node.children().collect();
    let is_area = children.iter().any(|it| it.accesskit_node().role() == Role::ScrollBar);
    for (at, child) in children.iter().enumerate() {
        let it = child.accesskit_node();
        let words = it.label().or_else(|| it.value()).unwrap_or_default();
        let here: Vec<usize> = group.iter().copied().chain([at]).collect();
        let scrolls = scrolls || is_area;
        if it.raw_bounds().is_some() && !words.trim().is_empty() && it.role() != Role::TextRun {
            let (role, is_disabled) = (it.role(), it.is_disabled());
            all.push(Seen { role, words, at: child.rect(), scrolls, group: group.to_vec(), is_disabled });
        }
        collect(child, scrolls, &here, all);
    }
}

fn language(window: &Window) -> &'static str {
    if window.state().bench().settings().chinese { "Chinese" } else { "English" }
}

#[test]
fn no_sheet_is_cut_at_any_text_size() {
    let mut wrong = Vec::new();
    for (chinese, size) in [true, false].into_iter().flat_map(|chinese| SIZES.map(|size| (chinese, size))) {
        let mut window = sample_window(chinese, size);
        for (name, open) in SHEETS {
            begin_anew(&mut window, chinese);
            open(&mut window);
            for zoom in [1.0, 1.5, 2.0] {
                window.state_mut().dispatch(Command::Zoom(zoom));
                window.run();
                let room = window.ctx.content_rect().expand(0.5);
                let state = format!("{name} in {} at {size:?}, {zoom}", language(&window));
                for it in seen(&window) {
                    let is_inside = if it.scrolls {
                        room.x_range().contains(it.at.left()) && room.x_range().contains(it.at.right())
                    } else {
                        room.contains_rect(it.at)
                    };
                    if !is_inside {
                        wrong.push(format!("{state}: {:?} {:?} at {} in {room}", it.role, it.words, it.at));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} outside the window:\n{}", wrong.len(), wrong.join("\n"));
}

/// The label of what has the keyboard, and whether it stands in the sheet.
fn focused(window: &Window) -> Option<String> {
    let mut nodes = window.root().children_recursive().map(|node| node.accesskit_node());
    nodes.find(AccessKitNode::is_focused).and_then(|it| it.label())
}

#[test]
fn every_control_of_a_sheet_has_a_name_of_its_own_and_tab_reaches_it() {
    let mut wrong = Vec::new();
    for (chinese, size) in [true, false].into_iter().zip(SIZES) {
        let mut window = sample_window(chinese, size);
        for (name, open) in SHEETS {
            begin_anew(&mut window, chinese);
            open(&mut window);
            let state = format!("{name} in {}", language(&window));
            let controls: Vec<Seen> = seen(&window).into_iter().filter(|it| ACTED_ON.contains(&it.role)).collect();
            let mut twice: BTreeMap<(Vec<usize>, String, String), usize> = BTreeMap::new();
            for it in &controls {
                *twice.entry((it.group.clone(), format!("{:?}", it.role), it.words.clone())).or_default() += 1;
            }
            let twice = twice.into_iter().filter(|(_, count)| *count > 1);
            wrong.extend(twice.map(|((_, role, words), count)| format!("{state}: {count} times {role} {words:?}")));

            let mut wanted: Vec<&str> =
                controls.iter().filter(|it| !it.is_disabled).map(|it| it.words.as_str()).collect();
            // The rows of the palette are walked by the arrows: its field keeps the keyboard.
            if shows_rows(&controls) {
                wanted.clear();
            }
            // Rows out of sight come while a list scrolls after the keyboard.
            for _ in 0..200 {
                let Some(now) = focused(&window) else {
                    press(&mut window, Key::Tab);
                    continue;
                };
                wanted.retain(|it| *it != now);
                if wanted.is_empty() {
                    break;
                }
                press(&mut window, Key::Tab);
            }
            wrong.extend(wanted.into_iter().map(|it| format!("{state}: Tab does not reach {it:?}")));
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

fn shows_rows(controls: &[Seen]) -> bool {
    controls.iter().any(|it| it.role == Role::ListItem)
}

#[test]
fn a_tip_goes_when_a_sheet_opens_over_it() {
    for chinese in [true, false] {
        let mut window = sample_window(chinese, [1920.0, 1080.0]);
        begin_anew(&mut window, chinese);
        let has_tip = |window: &Window| {
            let layers = window.ctx.memory(|memory| memory.areas().visible_layer_ids());
            layers.iter().any(|layer| layer.order == egui::Order::Tooltip)
        };
        let id = window.state().bench().scenario().parks.iter().next().unwrap().id.to_string();
        let head = card_place(&window, &id).left_top() + egui::vec2(30.0, 80.0);
        move_to(&mut window, head);
        window.run_steps(60);
        assert!(has_tip(&window), "a socket has a tip");
        ctrl(&mut window, Key::O);
        window.run_steps(5);
        assert!(!has_tip(&window), "under a sheet nothing has a tip");
        press(&mut window, Key::Escape);
    }
}
