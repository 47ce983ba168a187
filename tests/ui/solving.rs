//! Solving and its review in the window: ordered, decided, solved again, applied, undone, by label, in both languages.

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use parkboard::{
    i18n::{self, review},
    model::id::ProjectId,
    ui::actions::{Action, row_of},
    workbench::{
        command::Command,
        review::{Decision, Entry},
        standing::Standing,
    },
};

use crate::harness::{
    ACTED_ON, SIZES, Window, begin_anew, click, click_phrase, ctrl, home, labels, palette, press, sample_window,
    sample_windows, say, settle, two_windows,
};

fn shows(window: &Window, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}

/// Opens the panel and solves the queue; the review comes to the front.
fn solve(window: &mut Window) {
    ctrl(window, Key::R);
    click_phrase(window, review::BEGIN);
    settle(window);
}

fn entries(window: &Window) -> Vec<Entry> {
    window.state().bench().outlook().unwrap().entries.clone()
}

fn projects(entry: &Entry) -> Vec<ProjectId> {
    entry.group.changes.iter().map(|it| it.project.clone()).collect()
}

/// Clicks the button called `phrase` of the group at this place in the list.
fn click_in(window: &mut Window, at: usize, words: &str) {
    let groups: Vec<_> = window
        .query_all_by_role(Role::Group)
        .filter(|it| it.accesskit_node().label().is_some_and(|it| it.contains(say(window, i18n::words::FIT))))
        .map(|it| it.rect())
        .collect();
    let group = groups[at];
    let button = window.query_all_by_role_and_label(Role::Button, words).find(|it| group.contains(it.rect().center()));
    let place = button.unwrap_or_else(|| panic!("no {words:?} in group {at}")).rect().center();
    crate::harness::click_at(window, place);
}

#[test]
fn the_queue_is_solved_one_group_rejected_one_pinned_applied_and_undone() {
    for mut window in two_windows() {
        let start = window.state().bench().scenario().clone();
        solve(&mut window);
        assert!(shows(&window, say(&window, review::AWAITS)));
        assert!(shows(&window, say(&window, review::PROVEN)));
        assert_eq!(window.state().bench().scenario(), &start, "a proposal changes nothing");
        let first = entries(&window);
        let (rejected, pinned) = (projects(&first[1]), projects(&first[0]));

        let words = say(&window, review::WHAT_IF);
        click_in(&mut window, 1, words);
        settle(&mut window);
        let told = if window.state().bench().settings().chinese { "若拒绝：" } else { "If refused: " };
        assert!(shows(&window, told), "what refusing costs is told");
        let words = say(&window, review::REJECT);
        click_in(&mut window, 1, words);
        settle(&mut window);
        let words = say(&window, review::PIN);
        click_in(&mut window, 0, words);
        settle(&mut window);
        let now = entries(&window);
        assert_eq!(projects(&now[0]), pinned, "nothing changes its place");
        assert_eq!(now[0].decision(), Some(Decision::Pinned));
        let off: Vec<_> = now.iter().filter(|it| it.decision() == Some(Decision::Rejected)).map(projects).collect();
        assert_eq!(off, std::slice::from_ref(&rejected), "what was rejected stays listed and does not return");
        assert!(shows(&window, say(&window, review::PROVEN)));
        assert!(window.query_by_role_and_label(Role::Button, say(&window, review::PINNED)).is_some());

        let outlook = window.state().bench().outlook().unwrap();
        let apply = review::apply(outlook.applied_groups(), outlook.applied().count());
        let apply = apply.of(window.state().bench().lang()).to_owned();
        click(&mut window, &apply);
        for project in &pinned {
            assert!(home(&window, project.as_str()).is_some());
        }
        for change in &first[1].group.changes {
            let refused = change.to.as_ref().map(ToString::to_string);
            assert!(home(&window, change.project.as_str()) != refused, "not where it was rejected");
        }
        settle(&mut window);
        assert!(matches!(window.state().bench().standing(), Standing::Holds(it) if it.is_best));
        let badge = i18n::solve::badge(true, outlook.after.score(), Some(outlook.after.score()));
        assert!(shows(&window, badge.of(window.state().bench().lang())), "the plan bears its badge");
        // A placement by hand voids it, an undo brings it back.
        let free = outlook.applied().map(|it| &it.project).find(|it| !pinned.contains(it)).unwrap();
        window.state_mut().dispatch(Command::Unplace(free.clone()));
        window.run();
        settle(&mut window);
        assert!(shows(&window, say(&window, review::VOID)));
        ctrl(&mut window, Key::Z);
        settle(&mut window);
        assert!(matches!(window.state().bench().standing(), Standing::Holds(_)));
        ctrl(&mut window, Key::Z);
        assert_eq!(window.state().bench().scenario(), &start, "one step");
    }
}

#[test]
fn the_panel_says_what_would_be_solved_and_gives_way_to_the_inspector() {
    for mut window in two_windows() {
        ctrl(&mut window, Key::R);
        assert!(shows(&window, say(&window, review::ABOUT)));
        let tell =
            |window: &Window, text: &parkboard::model::text::Text| text.of(window.state().bench().lang()).to_owned();
        let told = review::prospect((false, false, None), 9, 10, 1);
        assert!(shows(&window, &tell(&window, &told)), "9 of 20 wait, one of the 11 placed ones is pinned");
        click_phrase(&mut window, review::EVERYTHING);
        click(&mut window, "3");
        let told = review::prospect((true, false, Some(3)), 9, 10, 1);
        assert!(shows(&window, &tell(&window, &told)));
        click_phrase(&mut window, review::BEGIN);
        settle(&mut window);
        let wish = window.state().bench().review().unwrap().wish();
        assert_eq!((wish.moves, wish.most_moved), (true, Some(3)));
        press(&mut window, Key::Escape);
        assert!(!shows(&window, say(&window, review::ACCEPT_ALL)));
        assert!(window.state().bench().review().is_some(), "Escape leads to the board and decides nothing");
        window
            .state_mut()
            .dispatch(Command::Select(parkboard::workbench::Selection::Park(crate::harness::park("gaoxin"))));
        window.run();
        assert!(!shows(&window, say(&window, review::ABOUT)), "the inspector of what is selected comes back");
        // The strip leads back to the review.
        let words = say(&window, review::AWAITS);
        click(&mut window, words);
        assert!(shows(&window, say(&window, review::ACCEPT_ALL)));
        click_phrase(&mut window, review::DISCARD);
        assert!(window.state().bench().review().is_none());
    }
}

#[test]
fn who_holds_a_project_when_the_search_ends_is_not_disturbed() {
    let mut window = sample_window(true, SIZES[1]);
    ctrl(&mut window, Key::R);
    window.state_mut().dispatch(Command::Solve(parkboard::workbench::solving::SolveWish::default()));
    window.state_mut().dispatch(Command::PickUp(crate::harness::project("T13")));
    window.state_mut().settle();
    window.run();
    assert!(window.state().bench().held().is_some());
    assert!(!shows(&window, say(&window, review::ACCEPT_ALL)));
    press(&mut window, Key::Escape);
    window.event(egui::Event::ModifiersChanged(Modifiers::NONE));
    palette(&mut window, row_of(Action::Review).unwrap().name.en);
    assert!(shows(&window, say(&window, review::ACCEPT_ALL)));
}

#[test]
fn one_change_of_a_group_is_decided_alone_by_its_menu() {
    let mut window = sample_window(false, SIZES[0]);
    // Everything may move: some group has several changes.
    window.state_mut().dispatch(Command::ShowPlan(parkboard::model::id::PlanId::new("B").unwrap()));
    let wish = parkboard::workbench::solving::SolveWish { moves: true, positions: false, most_moved: None, seconds: 5 };
    window.state_mut().dispatch(Command::Solve(wish));
    window.state_mut().settle();
    window.run();
    palette(&mut window, row_of(Action::Review).unwrap().name.zh);
    let group = entries(&window).into_iter().find(|it| it.group.changes.len() > 1).unwrap();
    let project = group.group.changes[0].project.clone();
    let words = format!("{} {project}", say(&window, review::SINGLE));
    click(&mut window, &words);
    let reject = format!("{} {project}", say(&window, review::REJECT));
    click(&mut window, &reject);
    settle(&mut window);
    let decided = entries(&window);
    let of = decided.iter().flat_map(Entry::changes).find(|(it, _)| it.project == project).unwrap().1;
    assert_eq!(of, Decision::Rejected);
}

#[test]
fn everything_in_the_workspace_has_a_name_and_stands_within_the_window() {
    for mut window in sample_windows() {
        solve(&mut window);
        let size = window.ctx.content_rect();
        for role in ACTED_ON {
            for node in window.query_all_by_role(role) {
                let label = node.accesskit_node().label().unwrap_or_default();
                assert!(!label.is_empty(), "{role:?} at {:?} has no name", node.rect());
                assert!(node.rect().left() >= -0.5 && node.rect().right() <= size.right() + 0.5, "{label}");
            }
        }
        let names = labels(&window, Role::Button);
        for words in [review::ACCEPT_ALL, review::REJECT_ALL, review::TO_BOARD] {
            assert!(names.iter().any(|it| it == say(&window, words)), "{}", words.en);
        }
        let chinese = window.state().bench().settings().chinese;
        begin_anew(&mut window, chinese);
        assert!(window.state().bench().review().is_none());
    }
}

#[test]
fn who_insists_on_a_park_is_told_the_price_and_may_have_it() {
    for mut window in two_windows() {
        let project = crate::harness::project("T17");
        window.state_mut().dispatch(Command::Select(parkboard::workbench::Selection::Project(project.clone())));
        window.run();
        ctrl(&mut window, Key::W);
        settle(&mut window);
        let santai = i18n::finding::park_name(window.state().bench().scenario(), &crate::harness::park("santai"));
        let santai = santai.of(window.state().bench().lang()).to_owned();
        let row = labels(&window, Role::Button)
            .into_iter()
            .find(|it| it.contains(&santai) && it.starts_with(|c: char| c.is_ascii_digit()));
        click(&mut window, &row.unwrap());
        settle(&mut window);
        click_phrase(&mut window, review::PIN_PRICE_ASK);
        settle(&mut window);
        assert!(shows(
            &window,
            if window.state().bench().settings().chinese { "不设条件时去" } else { "without the condition" }
        ));
        let name = say(&window, review::PIN_THERE);
        let button = labels(&window, Role::Button).into_iter().find(|it| it.starts_with(name)).unwrap();
        click(&mut window, &button);
        assert_eq!(home(&window, "T17").as_deref(), Some("santai"));
        let bench = window.state().bench();
        assert!(bench.scenario().pin(bench.plan(), &project).is_some());
    }
}
