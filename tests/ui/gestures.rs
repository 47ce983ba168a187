//! Mouse, menus and buttons: what a drag announces, where it may end, and every other way to the same step.

mod boards;
mod searches;
mod several;

use egui::{Key, accesskit::Role};
use egui_kittest::kittest::Queryable;
use parkboard::{
    i18n::{finding, suitability, words},
    ui::panels::card_view::relation_of,
    workbench::{Selection, command::Command, held::Outlook, receipt::Way},
};

use crate::harness::{
    SIZES, Window, card_label, card_place, card_row_label, click, click_at, click_phrase, click_secondary, ctrl, drag,
    hold, home, labels, last_line, move_to, park, place_of, press, project, project_label, release, sample_window,
    sample_windows, say, show_rule, two_windows,
};

/// The words by which a card takes what is held.
fn fit_words(window: &Window, id: &str) -> &'static str {
    let preview = &window.state().bench().held().unwrap().previews[&park(id)];
    if preview.outlook == Outlook::Refused {
        return say(window, words::VETO);
    }
    say(window, suitability::relation_word(relation_of(&preview.appeal.suits[0]).unwrap()))
}

/// The park that what is held is held over.
fn over(window: &Window) -> Option<String> {
    window.state().bench().held().and_then(|held| held.over.as_ref()).map(ToString::to_string)
}

#[test]
fn every_card_says_fit_and_outcome_in_both_languages_at_both_sizes() {
    // T13 is covered, near, outside or has a free slot; T04 is refused nearly everywhere; T16 stands somewhere already.
    for id in ["T13", "T04", "T16"] {
        for mut window in sample_windows() {
            let parks: Vec<String> =
                window.state().bench().scenario().parks.iter().map(|park| park.id.to_string()).collect();
            // What is picked up is selected afterwards, and the best parks wear their rank.
            window.state_mut().dispatch(Command::Select(Selection::Project(project(id))));
            window.run();
            let at_rest: Vec<String> = parks.iter().map(|park| card_label(&window, park)).collect();
            let queue = window.state().bench().judgement().facts().home(&project(id)).is_none();
            let from = if queue { project_label(&window, id) } else { card_row_label(&window, id) };
            let (from, to) = (place_of(&window, &from).center(), card_place(&window, "gaoxin").center());
            hold(&mut window, from, to);
            for (park, before) in parks.iter().zip(&at_rest) {
                let label = card_label(&window, park);
                assert_ne!(&label, before, "{park} answers");
                let outcome = label.split_once(fit_words(&window, park)).unwrap_or_else(|| panic!("fit: {label}")).1;
                assert!(outcome.len() > 6, "{park} says what would happen: {label}");
            }
            let here = say(&window, words::HERE);
            assert_eq!(card_label(&window, "santai").ends_with(here), id == "T16");
            release(&mut window, from);
            for (park, before) in parks.iter().zip(&at_rest) {
                assert_eq!(&card_label(&window, park), before, "{park} is as before");
            }
        }
    }
}

#[test]
fn the_aim_follows_the_pointer_and_leaves_the_cards_with_it() {
    for mut window in sample_windows() {
        let from = place_of(&window, &project_label(&window, "T13")).center();
        let first = card_place(&window, "gaoxin").center();
        hold(&mut window, from, first);
        for id in ["jingkai", "anzhou", "santai", "gaoxin"] {
            let to = card_place(&window, id).center();
            move_to(&mut window, to);
            assert_eq!(over(&window).as_deref(), Some(id));
            assert!(last_line(&window).starts_with(&format!("{} T13", say(&window, words::MOVING))));
        }
        let outside = window.ctx.content_rect().right_center() - egui::vec2(40.0, 0.0);
        move_to(&mut window, outside);
        assert_eq!(over(&window), None);
        release(&mut window, outside);
        assert_eq!((home(&window, "T13"), window.state().bench().undoable()), (None, None));
        assert!(window.state().bench().held().is_none());
    }
}

#[test]
fn escape_in_the_middle_of_a_drag_leaves_everything_as_it_was() {
    for mut window in sample_windows() {
        let start = window.state().bench().scenario().clone();
        let from = place_of(&window, &card_row_label(&window, "T16")).center();
        let to = card_place(&window, "anzhou").center();
        hold(&mut window, from, to);
        assert!(window.state().bench().held().is_some());
        press(&mut window, Key::Escape);
        assert!(window.state().bench().held().is_none());
        move_to(&mut window, to + egui::vec2(3.0, 3.0));
        assert!(window.state().bench().held().is_none(), "a drag that was called off does not come back");
        release(&mut window, to);
        assert_eq!(window.state().bench().scenario(), &start);
        assert!(!window.state().bench().is_unsaved());
        drag(&mut window, from, to);
        assert_eq!(home(&window, "T16").as_deref(), Some("anzhou"), "the next drag works as ever");
    }
}

#[test]
fn a_drop_where_it_stands_changes_nothing() {
    for mut window in two_windows() {
        let start = window.state().bench().scenario().clone();
        let from = place_of(&window, &card_row_label(&window, "T16")).center();
        let to = card_place(&window, "santai").left_top() + egui::vec2(12.0, 12.0);
        drag(&mut window, from, to);
        let bench = window.state().bench();
        assert_eq!(bench.scenario(), &start);
        assert!(bench.undoable().is_none() && bench.notice().is_none() && bench.question().is_none());
        assert!(bench.held().is_none());
    }
}

#[test]
fn a_project_goes_from_card_to_card_and_undo_takes_each_step_back() {
    for mut window in sample_windows() {
        let start = window.state().bench().scenario().clone();
        let there = card_place(&window, "gaoxin").center();
        let from = place_of(&window, &card_row_label(&window, "T16")).center();
        drag(&mut window, from, there);
        assert_eq!(home(&window, "T16").as_deref(), Some("gaoxin"));
        assert_eq!(window.state().bench().judgement().score().legal, -1);
        let back = card_place(&window, "santai").center();
        let from = place_of(&window, &card_row_label(&window, "T16")).center();
        drag(&mut window, from, back);
        assert_eq!(home(&window, "T16").as_deref(), Some("santai"));
        assert_eq!(window.state().bench().judgement().score().legal, 0);
        assert_ne!(window.state().bench().scenario(), &start, "it is the newest of its plan now");
        ctrl(&mut window, Key::Z);
        assert_eq!(home(&window, "T16").as_deref(), Some("gaoxin"));
        ctrl(&mut window, Key::Z);
        assert_eq!(window.state().bench().scenario(), &start);
        assert!(window.state().bench().undoable().is_none());
    }
}

#[test]
fn the_line_names_the_step_and_its_buttons_undo_and_redo_it() {
    for mut window in two_windows() {
        let (from, to) = (place_of(&window, &project_label(&window, "T13")), card_place(&window, "kejicheng-xinqu"));
        drag(&mut window, from.center(), to.center());
        assert_eq!(home(&window, "T13").as_deref(), Some("kejicheng-xinqu"));
        let bench = window.state().bench();
        let step = format!(
            "{} → {}",
            project_label(&window, "T13"),
            finding::park_name(bench.scenario(), &park("kejicheng-xinqu")).of(bench.lang())
        );
        assert!(last_line(&window).starts_with(&step), "{}", last_line(&window));
        assert_eq!(bench.undoable().unwrap().of(bench.lang()), step);
        click_phrase(&mut window, words::UNDO);
        assert_eq!(home(&window, "T13"), None);
        assert_eq!(window.state().bench().receipt().map(|it| it.way), Some(Way::Undone));
        let undone = format!("{}  {step}", say(&window, words::UNDONE));
        assert!(last_line(&window).starts_with(&undone), "{}", last_line(&window));
        assert_eq!(window.state().bench().redoable().unwrap().of(window.state().bench().lang()), step);
        click_phrase(&mut window, words::REDO);
        assert_eq!(home(&window, "T13").as_deref(), Some("kejicheng-xinqu"));
        let redone = format!("{}  {step}", say(&window, words::REDONE));
        assert!(last_line(&window).starts_with(&redone), "{}", last_line(&window));
        window.key_press_modifiers(egui::Modifiers::COMMAND, Key::Z);
        window.key_press_modifiers(egui::Modifiers::COMMAND | egui::Modifiers::SHIFT, Key::Z);
        window.run();
        assert_eq!(home(&window, "T13").as_deref(), Some("kejicheng-xinqu"), "undone and redone by keys");
    }
}

/// The entry of a menu of parks.
fn park_entry(window: &Window, id: &str) -> String {
    let bench = window.state().bench();
    let name = finding::park_name(bench.scenario(), &park(id)).of(bench.lang()).to_owned();
    let preview = |label: &String| label.strip_prefix(&name).is_some_and(|rest| rest.starts_with(' '));
    let mut entries: Vec<String> = labels(window, Role::Button).into_iter().filter(preview).collect();
    entries.retain(|label| !label.contains(" · "));
    assert_eq!(entries.len(), 1, "{entries:?}");
    entries.concat()
}

#[test]
fn the_menu_of_a_row_places_takes_back_and_pins() {
    for mut window in two_windows() {
        let row = project_label(&window, "T18");
        click_secondary(&mut window, &row);
        assert_eq!(window.state().bench().selection(), &Selection::Project(project("T18")));
        let menu = labels(&window, Role::Button);
        assert!(!menu.iter().any(|it| it == say(&window, words::PIN)), "what is not placed cannot be pinned");
        // One button stands in the inspector, the other in the menu, which is drawn last.
        window.get_all_by_label(say(&window, words::PLACE_IN)).last().unwrap().click();
        window.run();
        let entry = park_entry(&window, "jingkai");
        click(&mut window, &entry);
        assert_eq!(home(&window, "T18").as_deref(), Some("jingkai"));

        // Cards show as many projects as fit: the newest stands first.
        let row = card_row_label(&window, "T18");
        click_secondary(&mut window, &row);
        window.get_all_by_label(say(&window, words::PLACE_IN)).last().unwrap().click();
        window.run();
        let entry = park_entry(&window, "fucheng");
        click(&mut window, &entry);
        assert_eq!(home(&window, "T18").as_deref(), Some("fucheng"));

        let row = card_row_label(&window, "T18");
        click_secondary(&mut window, &row);
        window.get_all_by_label(say(&window, words::PIN)).last().unwrap().click();
        window.run();
        assert!(window.state().bench().scenario().pin(window.state().bench().plan(), &project("T18")).is_some());
        let row = card_row_label(&window, "T18");
        click_secondary(&mut window, &row);
        window.get_all_by_label(say(&window, words::BACK_TO_QUEUE)).last().unwrap().click();
        window.run();
        assert_eq!(home(&window, "T18").as_deref(), Some("fucheng"), "a pinned project stays");
        assert!(window.state().bench().notice().is_some());
        let row = card_row_label(&window, "T18");
        click_secondary(&mut window, &row);
        window.get_all_by_label(say(&window, words::UNPIN)).last().unwrap().click();
        window.run();
        let row = card_row_label(&window, "T18");
        click_secondary(&mut window, &row);
        window.get_all_by_label(say(&window, words::BACK_TO_QUEUE)).last().unwrap().click();
        window.run();
        assert_eq!(home(&window, "T18"), None);
        for _ in 0..5 {
            ctrl(&mut window, Key::Z);
        }
        assert!(!window.state().bench().is_unsaved(), "five steps");
    }
}

#[test]
fn the_buttons_of_the_inspector_place_pin_and_take_back() {
    for mut window in two_windows() {
        let row = project_label(&window, "T09");
        click(&mut window, &row);
        click_phrase(&mut window, words::PLACE_IN);
        let refused = window.query_all_by(|node| node.is_disabled() && node.role() == Role::Button).count();
        let held = parkboard::workbench::held::Held::new(
            window.state().bench().scenario(),
            window.state().bench().shared_judgement(),
            window.state().bench().scenario().projects.get(&project("T09")).unwrap(),
        );
        assert_eq!(refused, held.tally().2, "what is refused cannot be chosen");
        let entry = park_entry(&window, "kejicheng-xinqu");
        click(&mut window, &entry);
        if window.state().bench().question().is_some() {
            click_phrase(&mut window, words::PLACE_ONLY);
        }
        assert_eq!(home(&window, "T09").as_deref(), Some("kejicheng-xinqu"));
        click_phrase(&mut window, words::PIN);
        assert_eq!(window.state().bench().scenario().pins.len(), 2);
        click_phrase(&mut window, words::BACK_TO_QUEUE);
        assert_eq!(home(&window, "T09").as_deref(), Some("kejicheng-xinqu"), "pinned");
        assert!(last_line(&window).contains("T09"), "and the line says why: {}", last_line(&window));
        click_phrase(&mut window, words::UNPIN);
        click_phrase(&mut window, words::BACK_TO_QUEUE);
        assert_eq!(home(&window, "T09"), None);
    }
}

#[test]
fn a_park_is_selected_by_its_card_and_shows_what_it_stands_for() {
    for mut window in two_windows() {
        let card = card_label(&window, "gaoxin");
        let corner = place_of(&window, &card).left_top() + egui::vec2(20.0, 12.0);
        click_at(&mut window, corner);
        assert_eq!(window.state().bench().selection(), &Selection::Park(park("gaoxin")));
        let withdraw = say(&window, words::WITHDRAW);
        let positions: Vec<String> =
            labels(&window, Role::Button).into_iter().filter(|it| it.starts_with(withdraw)).collect();
        assert_eq!(positions.len(), 5, "three leading and two characteristic: {positions:?}");
        window.get_by_role_and_label(Role::Link, &project_label(&window, "T02"));

        click(&mut window, &positions[0]);
        let facts = window.state().bench().judgement().facts().park(&park("gaoxin")).unwrap().positions.len();
        assert_eq!(facts, 4);
        assert!(window.query_by_label(&positions[0]).is_none());
        ctrl(&mut window, Key::Z);
        window.get_by_label(&positions[0]);

        let project_row = project_label(&window, "T02");
        // It stands below the fold of the inspector: a screen reader clicks it all the same.
        window.get_by_role_and_label(Role::Link, &project_row).click_accesskit();
        window.run();
        assert_eq!(window.state().bench().selection(), &Selection::Project(project("T02")));
        press(&mut window, Key::Escape);
        assert_eq!(window.state().bench().selection(), &Selection::Nothing);
    }
}

#[test]
fn a_finding_opens_with_its_clause_and_leads_to_its_park() {
    for mut window in two_windows() {
        show_rule(&mut window, "chemical-park");
        let label = {
            use parkboard::rules::finding::State;
            let lang = window.state().bench().lang();
            let states = [State::Broken, State::Unknown].map(|it| parkboard::i18n::term::state(it).of(lang));
            let is_finding = |it: &String| states.iter().any(|state| it.starts_with(&format!("{state} · ")));
            labels(&window, Role::Button).into_iter().find(is_finding).unwrap()
        };
        click(&mut window, &label);
        let Selection::Finding(key) = window.state().bench().selection().clone() else { panic!("a finding") };
        let its_park = key.2.clone().unwrap();
        let lang = window.state().bench().lang();
        let name = finding::park_name(window.state().bench().scenario(), &its_park).of(lang).to_owned();
        click(&mut window, &name);
        assert_eq!(window.state().bench().selection(), &Selection::Park(its_park));
        let line = labels(&window, Role::Link);
        assert!(line.iter().any(|it| label.ends_with(it.rsplit(" · ").next().unwrap())), "{line:?}");
    }
}

#[test]
fn a_click_on_a_card_drops_what_the_keys_hold() {
    for mut window in two_windows() {
        let row = project_label(&window, "T13");
        click(&mut window, &row);
        press(&mut window, Key::Space);
        let at = card_place(&window, "kejicheng-xinqu").left_top() + egui::vec2(20.0, 12.0);
        click_at(&mut window, at);
        assert_eq!(home(&window, "T13").as_deref(), Some("kejicheng-xinqu"));
        assert!(window.state().bench().held().is_none());
    }
}

#[test]
fn arrows_stop_at_both_ends_of_the_queue_and_of_the_board() {
    let mut window = sample_window(true, SIZES[1]);
    let all = window.state().bench().scenario().projects.len();
    for _ in 0..all + 3 {
        press(&mut window, Key::ArrowDown);
    }
    assert_eq!(window.state().bench().selection(), &Selection::Project(project("T16")), "the last of the placed");
    for _ in 0..all + 3 {
        press(&mut window, Key::ArrowUp);
    }
    assert_eq!(window.state().bench().selection(), &Selection::Project(project("T03")), "the first of the unplaced");
    press(&mut window, Key::Space);
    press(&mut window, Key::ArrowLeft);
    assert_eq!(over(&window).as_deref(), Some("gaoxin"));
    press(&mut window, Key::ArrowUp);
    assert_eq!(over(&window).as_deref(), Some("gaoxin"));
    for _ in 0..20 {
        press(&mut window, Key::ArrowRight);
    }
    assert_eq!(over(&window).as_deref(), Some("pingwu"));
    press(&mut window, Key::ArrowDown);
    assert_eq!(over(&window).as_deref(), Some("pingwu"));
    press(&mut window, Key::Escape);
    assert_eq!(window.state().bench().undoable(), None);
}
