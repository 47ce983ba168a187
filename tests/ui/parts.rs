//! The smaller parts of a plan in the window: locks, reservations, assumptions, phases, stipulations, premises.

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable;
use parkboard::{
    i18n::{
        phrase::{Lang, Phrase},
        term, words,
    },
    model::{
        park::ParkLevel,
        plan::{Premises, Word},
    },
    workbench::{Selection, command::Command},
};

use crate::harness::{
    Window, card_label, click, click_beginning, click_phrase, labels, park, project, say, two_windows,
};

fn select(window: &mut Window, selection: Selection) {
    window.state_mut().dispatch(Command::Select(selection));
    window.run();
}

/// Opens a page of a sheet from the inspector: the row begins with its name.
fn open(window: &mut Window, page: Phrase) {
    let begin = format!("{}: ", say(window, page));
    click_beginning(window, &begin);
}

/// Types into the field whose label begins like this.
fn fill(window: &mut Window, begin: &str, text: &str) {
    let label = labels(window, Role::TextInput).into_iter().find(|label| label.starts_with(begin)).unwrap();
    window.get_by_role_and_label(Role::TextInput, &label).focus();
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.get_by_role_and_label(Role::TextInput, &label).type_text(text);
    window.run();
}

fn shows(window: &Window, part: &str) -> bool {
    window.query_all_by_label_contains(part).next().is_some()
}

#[test]
fn a_park_is_locked_with_its_reason_and_unlocked() {
    for mut window in two_windows() {
        select(&mut window, Selection::Park(park("santai")));
        open(&mut window, words::LOCK);
        let reason = say(&window, words::REASON);
        fill(&mut window, reason, "待规划修编");
        click_phrase(&mut window, words::LOCK_PARK);
        let bench = window.state().bench();
        let lock = bench.scenario().lock(bench.plan(), &park("santai")).unwrap();
        assert_eq!(lock.reason, "待规划修编");
        click_phrase(&mut window, words::UNLOCK);
        let bench = window.state().bench();
        assert!(bench.scenario().lock(bench.plan(), &park("santai")).is_none());
    }
}

#[test]
fn a_locked_park_shows_its_lock_and_refuses_what_is_held() {
    for mut window in two_windows() {
        window.state_mut().dispatch(Command::LockOrUnlock(park("santai")));
        window.run();
        let locked = say(&window, words::LOCKED_STATE);
        assert!(card_label(&window, "santai").contains(locked));
        assert!(!card_label(&window, "youxian").contains(locked));
        window.state_mut().dispatch(Command::PickUp(project("T20")));
        window.run();
        let label = card_label(&window, "santai");
        let refusal =
            if window.state().bench().lang() == Lang::Zh { "已锁定，不进不出" } else { "is locked: nothing" };
        assert!(label.contains(refusal), "{label}");
        assert!(!label.contains(say(&window, words::VETO)), "a lock is no veto of the rules");
    }
}

#[test]
fn a_reservation_says_in_place_what_is_wrong_and_is_released() {
    for mut window in two_windows() {
        select(&mut window, Selection::Park(park("santai")));
        open(&mut window, words::RESERVATIONS);
        let (amount, until, reason) =
            (say(&window, words::AMOUNT), say(&window, words::EXPIRES), say(&window, words::REASON));
        fill(&mut window, amount, "12万");
        assert!(shows(&window, "12万"), "names what was typed");
        fill(&mut window, amount, "50");
        fill(&mut window, until, "2021-01-01");
        fill(&mut window, reason, "链主二期");
        let plan = window.state().bench().plan().clone();
        let count = |window: &Window| window.state().bench().scenario().reservations_of(&plan).count();
        let reserve = say(&window, words::RESERVE);
        press_button(&mut window, reserve);
        assert_eq!(count(&window), 0, "the day has passed");
        fill(&mut window, until, "2022-12-31");
        press_button(&mut window, reserve);
        assert_eq!(count(&window), 1);
        let release = say(&window, words::GIVE_UP_RESERVATION);
        click_beginning(&mut window, release);
        assert_eq!(count(&window), 0);
    }
}

/// Presses the last button of this name.
fn press_button(window: &mut Window, label: &str) {
    window.get_all_by_role(Role::Button).rfind(|node| is_named(node, label)).unwrap().click();
    window.run();
}

fn is_named(node: &egui_kittest::Node<'_>, label: &str) -> bool {
    use egui_kittest::kittest::NodeT;
    node.accesskit_node().label().as_deref() == Some(label)
}

#[test]
fn a_chemical_park_is_assumed_recognised_and_the_inspector_shows_both_values() {
    for mut window in two_windows() {
        select(&mut window, Selection::Park(park("jingkai")));
        open(&mut window, words::ASSUMPTIONS);
        let reason = say(&window, words::REASON);
        fill(&mut window, reason, "待省厅批复");
        click_phrase(&mut window, words::ASSUME);
        let bench = window.state().bench();
        let assumption = bench.scenario().assumptions_of(bench.plan()).next().unwrap();
        assert_eq!(assumption.path, "parks/jingkai/chemical_park");
        assert!(assumption.value.starts_with("recognised(since:"), "{}", assumption.value);
        let world = bench.judgement().world().parks.get(&park("jingkai")).unwrap();
        assert_ne!(world.chemical_park, bench.scenario().parks.get(&park("jingkai")).unwrap().chemical_park);
        let drop = format!("{} {}", say(&window, words::DROP_ASSUMPTION), say(&window, words::CHEMICAL_PARK));
        click(&mut window, &drop);
        let bench = window.state().bench();
        assert_eq!(bench.scenario().assumptions_of(bench.plan()).count(), 0);
    }
}

#[test]
fn a_project_is_split_into_phases_that_are_dropped_again() {
    for mut window in two_windows() {
        select(&mut window, Selection::Project(project("T02")));
        open(&mut window, words::PROJECT_PARTS_SHEET);
        click_phrase(&mut window, words::PHASES);
        click_phrase(&mut window, words::ADD_PHASE);
        let (land, until) = (say(&window, words::LAND), say(&window, words::RESERVED_UNTIL));
        let plan = window.state().bench().plan().clone();
        click_phrase(&mut window, words::SET_PHASES);
        assert_eq!(window.state().bench().scenario().phasings_of(&plan).count(), 0, "a phase without land is none");
        let second =
            labels(&window, Role::TextInput).into_iter().find(|it| it.starts_with(land) && it.ends_with('2')).unwrap();
        fill(&mut window, &second, "40");
        fill(&mut window, until, "2023-12-31");
        click_phrase(&mut window, words::SET_PHASES);
        let phasing = window.state().bench().scenario().phasings_of(&plan).next().unwrap().clone();
        assert_eq!(phasing.later.len(), 1);
        click_phrase(&mut window, words::DROP_PHASES);
        assert_eq!(window.state().bench().scenario().phasings_of(&plan).count(), 0);
    }
}

#[test]
fn an_investors_word_is_recorded_and_taken_back() {
    for mut window in two_windows() {
        select(&mut window, Selection::Project(project("T13")));
        open(&mut window, words::PROJECT_PARTS_SHEET);
        click_phrase(&mut window, words::STIPULATIONS);
        click_phrase(&mut window, words::FORBIDDEN);
        click_phrase(&mut window, words::STIPULATE);
        let plan = window.state().bench().plan().clone();
        let stipulation = window.state().bench().scenario().stipulations_of(&plan).next().unwrap().clone();
        assert_eq!((stipulation.project, stipulation.word), (project("T13"), Word::Forbidden));
        let drop = say(&window, words::DROP_STIPULATION);
        click_beginning(&mut window, drop);
        assert_eq!(window.state().bench().scenario().stipulations_of(&plan).count(), 0);
    }
}

#[test]
fn premises_change_where_a_standard_plant_suits_and_say_why_where_none_does() {
    for mut window in two_windows() {
        select(&mut window, Selection::Project(project("T02")));
        open(&mut window, words::PROJECT_PARTS_SHEET);
        let bench = window.state().bench();
        let suits = bench.judgement().world().suits_plant(bench.scenario().projects.get(&project("T02")).unwrap());
        let placement = bench.scenario().placement(bench.plan(), &project("T02")).unwrap();
        assert_eq!((suits, placement.premises), (false, Premises::OwnLand));
        assert!(shows(&window, say(&window, words::NO_PLANT)));
    }
}

#[test]
fn an_assumed_figure_shows_where_it_is_used_and_says_that_the_plan_has_it() {
    for mut window in two_windows() {
        for (path, value) in [("parks/zitong/capacities.net_land", "905"), ("parks/zitong/level", "national")] {
            let (path, value, reason) = (path.to_owned(), value.to_owned(), "假如规划修编获批".to_owned());
            window.state_mut().dispatch(Command::Assume { path, value, reason });
        }
        select(&mut window, Selection::Park(park("zitong")));
        // The level that the plan assumes has its badge, its sign and its caps on the card: 2 of 3 leading positions.
        let bench = window.state().bench();
        let name = bench.scenario().parks.get(&park("zitong")).unwrap().short_name.of(bench.lang());
        let badge = term::park_level_badge(&bench.scenario().pack, ParkLevel::National).of(bench.lang()).to_owned();
        let begin = format!("{name} · {badge} ≈ · ");
        let card = labels(&window, Role::Button).into_iter().find(|it| it.starts_with(&begin)).unwrap();
        assert!(card.contains("2/3"), "{card}");
        let land = format!("{} ≈905", say(&window, words::LAND));
        click_beginning(&mut window, &land);
        assert!(shows(&window, say(&window, words::OF_THE_PLAN)));
        assert!(shows(&window, "假如规划修编获批"));
        window.key_press(Key::Escape);
        window.run();
        // What the plan says nothing about keeps the evidence of its record.
        let power = format!("{} ≈", say(&window, words::POWER));
        click_beginning(&mut window, &power);
        assert!(!shows(&window, say(&window, words::OF_THE_PLAN)));
    }
}
