//! The list of findings, ways out, waivers and approval through the window.

use egui::{Key, OutputCommand, Rect, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use parkboard::{
    i18n::{term, words},
    io::settings::Grouping,
    model::plan::PlanStatus,
    rules::finding::{Finding, State},
    workbench::{Selection, command::Command},
};

use crate::harness::{
    SIZES, Window, click, click_at, click_phrase, ctrl, home, labels, last_line, open_menu, palette, park, press,
    project, sample_window, say, show_rule, two_windows, type_into,
};

/// The window after T13 has broken the carried cap of gaoxin.
fn with_broken_cap(chinese: bool, size: [f32; 2]) -> Window {
    let mut window = sample_window(chinese, size);
    window.state_mut().dispatch(Command::Place { project: project("T13"), park: park("gaoxin") });
    window.run();
    assert_eq!(state_of(&window, "carried-cap"), Some(State::Broken));
    window
}

fn finding_of(window: &Window, rule: &str) -> Option<Finding> {
    let bench = window.state().bench();
    let mut of_rule: Vec<&Finding> = bench.judgement().findings().filter(|it| it.rule.as_str() == rule).collect();
    of_rule.sort_by_key(|it| it.state);
    of_rule.first().map(|it| (*it).clone())
}

fn state_of(window: &Window, rule: &str) -> Option<State> {
    finding_of(window, rule).map(|it| it.state)
}

/// Opens the first row of the list, in a tall panel: the whole of it is seen.
fn open_first(window: &mut Window) {
    open_first_as_it_is(window);
    ctrl(window, Key::J);
}

fn open_first_as_it_is(window: &mut Window) {
    let first = [words::WAYS_OUT, words::CLAUSE].map(|phrase| say(window, phrase));
    let label = labels(window, Role::Button)
        .into_iter()
        .find(|it| first.iter().any(|word| it.starts_with(word)) && it.contains(" · "))
        .unwrap();
    let node = window.get_all_by_label(&label).next().unwrap();
    node.click_accesskit();
    window.run();
}

fn copied(window: &Window) -> Option<String> {
    window
        .output()
        .platform_output
        .commands
        .iter()
        .find_map(|command| if let OutputCommand::CopyText(text) = command { Some(text.clone()) } else { None })
}

#[test]
fn the_list_is_grouped_three_ways_and_the_choice_is_kept() {
    for mut window in two_windows() {
        for (grouping, phrase) in [
            (Grouping::Rule, words::GROUPED_BY_RULE),
            (Grouping::Project, words::GROUPED_BY_PROJECT),
            (Grouping::Park, words::GROUPED_BY_PARK),
        ] {
            let now = match window.state().bench().settings().grouping {
                Grouping::Rule => words::GROUPED_BY_RULE,
                Grouping::Park => words::GROUPED_BY_PARK,
                Grouping::Project => words::GROUPED_BY_PROJECT,
            };
            click_phrase(&mut window, now);
            window.get_all_by_label(say(&window, phrase)).last().unwrap().click();
            window.run();
            assert_eq!(window.state().bench().settings().grouping, grouping);
            let bench = window.state().bench();
            let worst = bench.judgement().notable()[0].clone();
            let head = match grouping {
                Grouping::Rule => bench.scenario().rules.get(&worst.rule).unwrap().title.of(bench.lang()).to_owned(),
                Grouping::Park | Grouping::Project => term::state(worst.state).of(bench.lang()).to_owned(),
            };
            let first = labels(&window, Role::Button).into_iter().find(|it| it.contains(&head) && it.contains(" · "));
            assert!(first.is_some(), "{grouping:?}: {head}");
        }
    }
}

#[test]
fn a_group_folds_and_counts_open_to_their_members() {
    for mut window in two_windows() {
        let broken = say(&window, term::state(State::Broken));
        let rows = |window: &Window| {
            let is_row = |it: &String| it.starts_with(&format!("{broken} · ")) && it.matches(" · ").count() >= 3;
            labels(window, Role::Button).into_iter().filter(is_row).count()
        };
        let count = window.state().bench().judgement().count(State::Broken);
        let only = format!("{broken} {count} · {}", say(&window, words::ONLY_THESE));
        click(&mut window, &only);
        let before = rows(&window);
        assert!(before > 0);
        let unknown = format!("{} · ", say(&window, term::state(State::Unknown)));
        assert!(!labels(&window, Role::Button).iter().any(|it| it.starts_with(&unknown)), "these alone");
        let group = labels(&window, Role::Button)
            .into_iter()
            .find(|it| it.split_once(" · ").is_some_and(|(_, it)| it.starts_with(&format!("{broken} "))))
            .unwrap();
        let name = group.split(" · ").next().unwrap().to_owned();
        let of_group = |window: &Window| {
            let begin = format!("{broken} · ");
            labels(window, Role::Button).iter().filter(|it| it.starts_with(&begin) && it.contains(&name)).count()
        };
        assert!(of_group(&window) > 0);
        window.get_all_by_label(&group).last().unwrap().click();
        window.run();
        assert_eq!(of_group(&window), 0, "folded: {group}");
        let all = format!("{}: {broken} · {}", say(&window, words::ONLY), say(&window, words::SHOW_ALL));
        let chip = format!("{}: {broken}", say(&window, words::ONLY));
        assert!(window.query_by_label(&chip).is_some() || window.query_by_label(&all).is_some());
        click(&mut window, &chip);
        assert!(window.query_by_label(&chip).is_none());
    }
}

#[test]
fn an_open_row_tells_its_clause_and_takes_the_cause_back() {
    for (chinese, size) in [(true, SIZES[0]), (false, SIZES[1])] {
        let mut window = with_broken_cap(chinese, size);
        show_rule(&mut window, "carried-cap");
        open_first(&mut window);
        let clause = {
            let bench = window.state().bench();
            let rule = bench.scenario().rules.iter().find(|it| it.id.as_str() == "carried-cap").unwrap();
            rule.clause.of(bench.lang()).to_owned()
        };
        let told: Vec<String> = {
            let nodes = window.root().children_recursive().map(|node| node.accesskit_node());
            nodes.filter_map(|it| it.value()).collect()
        };
        assert!(told.iter().any(|it| it.contains(&clause)), "{told:?}");
        let bench = window.state().bench();
        let finding = finding_of(&window, "carried-cap").unwrap();
        let number = parkboard::advise::ways_out::of(bench.scenario(), bench.judgement(), &finding).len();
        let begin = format!("{} {number} · ", say(&window, words::WAYS_OUT));
        let buttons = labels(&window, Role::Button);
        assert!(
            number > 1 && buttons.iter().any(|it| it.starts_with(&begin)),
            "an open row counts its ways: {buttons:?}"
        );
        // Move, take back, waive: each is applied with one press.
        let apply = |window: &mut Window, at: usize| {
            let label = format!("{} · ", say(window, words::APPLY));
            window.get_all_by_label_contains(&label).nth(at).unwrap().click();
            window.run();
        };
        apply(&mut window, 0);
        assert!(!matches!(home(&window, "T13").as_deref(), None | Some("gaoxin")), "the best park that takes it");
        assert_ne!(state_of(&window, "carried-cap"), Some(State::Broken));
        ctrl(&mut window, Key::Z);
        assert_eq!(home(&window, "T13").as_deref(), Some("gaoxin"), "one step");
        apply(&mut window, 1);
        assert_eq!(home(&window, "T13"), None);
        assert_ne!(state_of(&window, "carried-cap"), Some(State::Broken));
        ctrl(&mut window, Key::Z);
        assert_eq!(home(&window, "T13").as_deref(), Some("gaoxin"), "one step");
    }
}

#[test]
fn the_ways_out_of_an_opened_row_are_in_sight_and_within_reach_at_once() {
    for (chinese, size) in [(true, SIZES[0]), (false, SIZES[0]), (true, SIZES[1]), (false, SIZES[1])] {
        let mut window = with_broken_cap(chinese, size);
        show_rule(&mut window, "carried-cap");
        open_first_as_it_is(&mut window);
        let bottom = window.ctx.content_rect().bottom() - 24.0;
        let label = format!("{} · ", say(&window, words::APPLY));
        let places: Vec<Rect> = window.get_all_by_label_contains(&label).map(|it| it.rect()).collect();
        assert!(places.len() > 1 && places.iter().all(|it| it.bottom() <= bottom), "{places:?} at {size:?}");
        click_at(&mut window, places[0].center());
        assert_ne!(home(&window, "T13").as_deref(), Some("gaoxin"));
    }
}

#[test]
fn an_open_row_places_the_cause_elsewhere_from_a_judged_list() {
    let mut window = with_broken_cap(true, SIZES[1]);
    show_rule(&mut window, "carried-cap");
    open_first(&mut window);
    click_phrase(&mut window, words::CHOOSE_PARK);
    let entry = labels(&window, Role::Button)
        .into_iter()
        .find(|it| it.starts_with("科技城新区") && it.ends_with("有提示"))
        .unwrap();
    click(&mut window, &entry);
    assert_eq!(home(&window, "T13").as_deref(), Some("kejicheng-xinqu"));
}

#[test]
fn a_waiver_needs_reason_authority_and_day_and_can_be_revoked() {
    for (chinese, size) in [(true, SIZES[1]), (false, SIZES[0])] {
        let mut window = with_broken_cap(chinese, size);
        let key = finding_of(&window, "carried-cap").unwrap().key();
        window.state_mut().dispatch(Command::Select(Selection::Finding(key.clone())));
        window.run();
        ctrl(&mut window, Key::M);
        click_phrase(&mut window, words::GRANT);
        for phrase in [words::REASON_MISSING, words::AUTHORITY_MISSING] {
            window.get_by_label(say(&window, phrase));
        }
        let (reason, authority, day) =
            (say(&window, words::REASON), say(&window, words::AUTHORITY), say(&window, words::EXPIRES));
        let usual = window.get_by_role_and_label(Role::TextInput, day).value().unwrap();
        assert_eq!(usual, "2022-10-06", "ninety days after the data");
        type_into(&mut window, reason, "链主配套 chain leader");
        type_into(&mut window, authority, "市领导小组办公室");
        type_into(&mut window, day, "2022-13-01");
        window.get_by_label(say(&window, words::DAY_WRONG));
        type_into(&mut window, day, "2022-01-01");
        window.get_by_label(say(&window, words::DAY_PAST));
        assert_eq!(state_of(&window, "carried-cap"), Some(State::Broken));
        type_into(&mut window, day, "2022-12-31");
        press(&mut window, Key::Enter);
        let waived = window.state().bench().judgement().findings().find(|it| it.key() == key).unwrap().state;
        assert_eq!(waived, State::Waived);
        assert_eq!(window.state().bench().judgement().score().legal, 0);

        // It is listed, shown, and taken back.
        palette(&mut window, words::WAIVERS.zh);
        window.get_by_label("链主配套 chain leader");
        click_phrase(&mut window, words::CLOSE);
        ctrl(&mut window, Key::M);
        let told = format!("{authority}: 市领导小组办公室");
        window.get_by_label(&told);
        click_phrase(&mut window, words::REVOKE);
        assert_eq!(state_of(&window, "carried-cap"), Some(State::Broken));
    }
}

#[test]
fn a_refused_approval_names_what_stands_in_the_way_and_leads_there() {
    for (chinese, size) in [(true, SIZES[0]), (false, SIZES[1])] {
        let mut window = with_broken_cap(chinese, size);
        palette(&mut window, words::APPROVE.zh);
        window.get_by_label(say(&window, words::APPROVAL_BARRED));
        let key = window.state().bench().judgement().obstacles()[0].key();
        let links = labels(&window, Role::Link);
        let count = window.state().bench().judgement().obstacles().len();
        assert!(links.len() >= count.min(4), "{links:?}");
        let title = {
            let bench = window.state().bench();
            bench.scenario().rules.get(&key.1).unwrap().title.of(bench.lang()).to_owned()
        };
        let link = links.into_iter().find(|it| it.starts_with(&title)).unwrap();
        click(&mut window, &link);
        assert_eq!(window.state().bench().selection(), &Selection::Finding(key));
        assert!(window.query_by_label(say(&window, words::APPROVAL_BARRED)).is_none());
    }
}

#[test]
fn an_approved_plan_says_who_approved_and_is_read_only() {
    for (chinese, size) in [(true, SIZES[1]), (false, SIZES[0])] {
        let mut window = sample_window(chinese, size);
        // The empty plan has nothing in its way.
        ctrl(&mut window, Key::PageDown);
        assert!(window.state().bench().judgement().obstacles().is_empty());
        open_menu(&mut window, parkboard::ui::actions::Menu::Plan);
        click_phrase(&mut window, words::APPROVE);
        click_phrase(&mut window, words::APPROVE_NOW);
        window.get_by_label(say(&window, words::APPROVER_MISSING));
        let by = say(&window, words::APPROVED_BY);
        type_into(&mut window, by, "市领导小组办公室");
        press(&mut window, Key::Enter);
        let bench = window.state().bench();
        let plan = bench.scenario().plans.get(bench.plan()).unwrap();
        assert!(matches!(&plan.status, PlanStatus::Approved { by, .. } if by == "市领导小组办公室"));
        window.state_mut().dispatch(Command::Place { project: project("T13"), park: park("gaoxin") });
        window.run();
        let told = if chinese { "已批准" } else { "is approved" };
        assert!(last_line(&window).contains(told), "{}", last_line(&window));
        // A copy is offered where somebody tries.
        click_phrase(&mut window, words::COPY_PLAN);
        assert!(window.state().bench().scenario().may_change(window.state().bench().plan()));
    }
}

#[test]
fn findings_are_copied_as_a_table() {
    for (chinese, size) in [(true, SIZES[0]), (false, SIZES[1])] {
        let mut window = with_broken_cap(chinese, size);
        show_rule(&mut window, "carried-cap");
        open_first(&mut window);
        let label = say(&window, words::COPY_ONE);
        window.get_by_label(label).click();
        window.step();
        let one = copied(&window).unwrap();
        let lines: Vec<Vec<&str>> = one.lines().map(|line| line.split('\t').collect()).collect();
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| line.len() == 8), "{one}");
        assert_eq!(lines[1][1], say(&window, term::state(State::Broken)));
        assert!(lines[1][6].len() > 10, "the clause: {one}");
        let chip = labels(&window, Role::Button)
            .into_iter()
            .find(|it| it.starts_with(&format!("{}: ", say(&window, words::ONLY))))
            .unwrap();
        click(&mut window, &chip);
        let all = say(&window, words::COPY_FINDINGS);
        window.get_by_label(all).click();
        window.step();
        let table = copied(&window).unwrap();
        let notable = window.state().bench().judgement().notable().len();
        assert_eq!(table.lines().count(), notable + 1);
    }
}
