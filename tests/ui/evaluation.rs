//! Evaluation and recognition in the window, by label, in both languages and sizes: packs, years, scorecards, steps, placements.

use egui::{Key, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use parkboard::{
    analysis::appraisal::{self, Appraisal},
    i18n::{evaluation as say_eval, phrase::Phrase, recognition},
    model::{
        id::{CharacteristicParkId, RecordId},
        park::Recognition,
        recognition::StepKind,
        text::Text,
    },
    workbench::{
        Selection, Workbench,
        command::{Command, Fresh},
    },
};

use crate::harness::{
    SIZES, Window, click, click_beginning, click_phrase, ctrl, home, labels, park, press, project, project_label,
    sample_window, sample_windows, say, settle, two_windows, type_into,
};

fn tell(window: &Window, text: &Text) -> String {
    text.of(window.state().bench().lang()).to_owned()
}

fn shows(window: &Window, part: &str) -> bool {
    window.query_all_by_label_contains(part).next().is_some()
}

fn opened(window: &mut Window) {
    ctrl(window, Key::Num4);
    settle(window);
}

/// Chooses a pack: a segment where they fit, else a row of the menu.
fn choose_pack(window: &mut Window, id: &str) {
    let world = window.state().bench().scenario();
    let name = tell(window, &world.indicator_packs.get(&RecordId::new(id).unwrap()).unwrap().name);
    if window.query_by_role_and_label(Role::RadioButton, &name).is_none() {
        let main = tell(window, &appraisal::main_pack(world).unwrap().name);
        window.get_by_role_and_label(Role::Button, &main).click();
        window.run();
    }
    window.query_all_by_label(&name).next().unwrap().click();
    window.run();
}

fn choose_year(window: &mut Window, from: i16, to: i16) {
    let (from, to) = (tell(window, &say_eval::year(from)), tell(window, &say_eval::year(to)));
    click(window, &from);
    click(window, &to);
}

fn appraised(window: &Window, pack: Option<&str>, year: i16) -> Appraisal {
    let world = window.state().bench().judgement().world();
    let pack = pack.and_then(|id| world.indicator_packs.get(&RecordId::new(id).unwrap())).map(AsRef::as_ref);
    Appraisal::of(world, pack.or_else(|| appraisal::main_pack(world)).unwrap(), year)
}

/// The row of a park in the table of `appraisal`.
fn row_of(window: &Window, appraisal: &Appraisal, id: &str) -> String {
    let card = appraisal.of_park(&park(id)).unwrap();
    tell(window, &say_eval::card(window.state().bench().scenario(), card))
}

fn id(id: &str) -> CharacteristicParkId {
    CharacteristicParkId::new(id).unwrap()
}

fn standing(window: &Window, of: &str) -> Recognition {
    window.state().bench().scenario().characteristic_parks.get(&id(of)).unwrap().recognition
}

/// Chooses a card of the board.
fn choose(window: &mut Window, of: &str) {
    let name = tell(window, &recognition::name_of(window.state().bench().scenario(), &id(of)));
    let begin = format!("{name} · ");
    let label = labels(window, Role::Button).into_iter().find(|label| label.starts_with(&begin)).unwrap();
    click(window, &label);
}

fn write(window: &mut Window, field: Phrase, text: &str) {
    let label = say(window, field).to_owned();
    type_into(window, &label, text);
}

#[test]
fn packs_and_years_are_chosen_and_rows_read_what_the_appraisal_says() {
    for mut window in sample_windows() {
        opened(&mut window);
        let start = appraised(&window, None, 2022);
        assert!(
            window.query_by_label(&row_of(&window, &start, "gaoxin")).is_some(),
            "{:?}",
            labels(&window, Role::Button)
        );
        choose_pack(&mut window, "five-focuses");
        let other = appraised(&window, Some("five-focuses"), 2022);
        for card in &other.parks {
            let row = row_of(&window, &other, card.park.as_str());
            assert!(window.query_by_label(&row).is_some(), "{row}");
        }
        choose_year(&mut window, 2022, 2020);
        let before = appraised(&window, Some("five-focuses"), 2020);
        assert!(window.query_by_label(&row_of(&window, &before, "gaoxin")).is_some());
    }
}

#[test]
fn a_pack_without_an_index_says_so_and_shows_its_own_note() {
    for mut window in two_windows() {
        opened(&mut window);
        let world = window.state().bench().scenario();
        let note = world.indicator_packs.get(&RecordId::new("hightech-2021").unwrap()).unwrap().note.clone().unwrap();
        choose_pack(&mut window, "hightech-2021");
        let told = tell(&window, &note);
        assert!(window.query_all_by_label(&told).next().is_some(), "the note stands above the table");
        let all = appraised(&window, Some("hightech-2021"), 2022);
        assert!(all.parks.iter().all(|it| it.total.is_none()));
        let row = row_of(&window, &all, "gaoxin");
        assert!(row.contains(say(&window, say_eval::NO_TOTAL)) && window.query_by_label(&row).is_some(), "{row}");
    }
}

#[test]
fn a_park_is_selected_by_click_and_arrows_and_its_total_is_read() {
    for mut window in sample_windows() {
        opened(&mut window);
        let all = appraised(&window, None, 2022);
        let row = row_of(&window, &all, "youxian");
        click(&mut window, &row);
        assert_eq!(*window.state().bench().selection(), Selection::Park(park("youxian")));
        let total = say_eval::total(all.of_park(&park("youxian")).unwrap().total.unwrap());
        let told = format!("{} {total}", say(&window, say_eval::TOTAL));
        assert!(window.query_all_by_label_contains(&told).count() >= 2, "in the table and beside it: {told}");
        let context = window.ctx.clone();
        if let Some(focused) = context.memory(egui::Memory::focused) {
            context.memory_mut(|memory| memory.surrender_focus(focused));
        }
        press(&mut window, Key::ArrowDown);
        let ranked: Vec<_> = all.ranked().into_iter().map(|it| it.park.clone()).collect();
        let at = ranked.iter().position(|it| *it == park("youxian")).unwrap();
        assert_eq!(*window.state().bench().selection(), Selection::Park(ranked[at + 1].clone()));
    }
}

/// What a screen reader says of everything that only tells.
fn spoken(window: &Window) -> Vec<String> {
    let nodes = window.root().children_recursive().map(|node| node.accesskit_node());
    nodes.filter(|node| node.role() == Role::Label).filter_map(|node| node.label().or_else(|| node.value())).collect()
}

/// Takes a step of the card that is chosen, with what its sheet asks for.
fn take(window: &mut Window, kind: StepKind, reason: &str) {
    let stage = window.state().bench().scenario().characteristic_parks.clone();
    let button = stage
        .iter()
        .map(|it| say(window, say_eval::step_button(kind, it.recognition)))
        .find(|words| window.query_by_role_and_label(Role::Button, words).is_some())
        .unwrap();
    click(window, button);
    write(window, say_eval::OFFICE, "市经信局");
    write(window, say_eval::WHY, reason);
    window.key_press_modifiers(egui::Modifiers::COMMAND, Key::Enter);
    window.run();
}

#[test]
fn one_is_recognised_and_one_warned_undone_and_done_again() {
    for mut window in sample_windows() {
        let start = window.state().bench().scenario().clone();
        opened(&mut window);
        choose(&mut window, "santai-food");
        take(&mut window, StepKind::Recognise, "指标补齐后达标");
        assert_eq!(standing(&window, "santai-food"), Recognition::Recognised);
        choose(&mut window, "laser");
        take(&mut window, StepKind::Warn, "产值规模未达门槛");
        assert_eq!(standing(&window, "laser"), Recognition::Warned);
        let done = window.state().bench().scenario().clone();
        let laser = id("laser");
        let step = done.steps_of(&laser).next_back().unwrap();
        assert_eq!((step.by.as_str(), step.number, step.before.is_some()), ("市经信局", 1, true));
        assert!(shows(&window, "产值规模未达门槛"), "the step is told beside the board");
        // The last step is taken back by its own button, which is a step of the document as well.
        click_phrase(&mut window, say_eval::TAKE_BACK);
        assert_eq!(standing(&window, "laser"), Recognition::Recognised);
        for _ in 0..3 {
            ctrl(&mut window, Key::Z);
        }
        assert_eq!(window.state().bench().scenario(), &start, "undo all is the start");
        for _ in 0..2 {
            ctrl(&mut window, Key::Y);
        }
        assert_eq!(window.state().bench().scenario(), &done);
    }
}

#[test]
fn a_step_without_reason_is_refused_and_says_why_and_one_against_the_proposal_is_told() {
    for mut window in two_windows() {
        opened(&mut window);
        choose(&mut window, "boe-display");
        let warn = say(&window, say_eval::step_button(StepKind::Warn, Recognition::Recognised));
        click(&mut window, warn);
        let departs = say_eval::departs(StepKind::Warn, Some(StepKind::Review)).unwrap();
        assert!(shows(&window, &tell(&window, &departs)));
        let take = say(&window, say_eval::TAKE);
        click_beginning(&mut window, take);
        assert!(shows(&window, say(&window, say_eval::NO_REASON)));
        assert!(shows(&window, say(&window, say_eval::NO_OFFICE)));
        assert_eq!(standing(&window, "boe-display"), Recognition::Recognised);
        write(&mut window, say_eval::DAY, "2019-01-01");
        write(&mut window, say_eval::WHY, "x");
        write(&mut window, say_eval::OFFICE, "y");
        press(&mut window, Key::Enter);
        let since = window.state().bench().scenario().characteristic_parks.get(&id("boe-display")).unwrap().since;
        assert!(shows(&window, &tell(&window, &say_eval::too_early(since))));
        press(&mut window, Key::Escape);
        assert!(!shows(&window, say(&window, say_eval::WHY)));
        assert_eq!(standing(&window, "boe-display"), Recognition::Recognised);
    }
}

#[test]
fn the_effect_of_a_placement_is_told_before_and_after() {
    for mut window in sample_windows() {
        opened(&mut window);
        let row = row_of(&window, &appraised(&window, None, 2022), "fucheng");
        click(&mut window, &row);
        assert_eq!(home(&window, "T01").as_deref(), Some("fucheng"));
        click_phrase(&mut window, say_eval::WHAT_IF);
        let bench = window.state().bench();
        let words = say_eval::trial(bench.scenario(), &project("T01"), Some(&park("fucheng")));
        let words = tell(&window, &words);
        click(&mut window, &words);
        assert!(project_label(&window, "T01").starts_with("T01"));
        let told = spoken(&window);
        let effect = told.iter().find(|label| label.starts_with(&format!("{words} · "))).unwrap();
        let world = window.state().bench().judgement().world();
        let before = appraised(&window, None, 2022);
        let before = before.of_park(&park("fucheng")).unwrap();
        let facts = window.state().bench().judgement().facts();
        let leads = |it: &parkboard::model::project::Project| {
            let position = facts.park(&park("fucheng")).unwrap().position_of(&it.industry);
            position.is_some_and(|it| it.role == parkboard::model::park::Role::Leading)
        };
        let project = world.projects.get(&project("T01")).unwrap();
        let pack = appraisal::main_pack(world).unwrap();
        let moved = appraisal::with_projects(world, pack, (&park("fucheng"), 2022), &[project], &leads);
        assert!(!moved.readings.is_empty());
        assert!(effect.contains(&tell(&window, &say_eval::moved(before, &moved))), "{effect}");
        click_phrase(&mut window, say_eval::NO_TRIAL);
        assert!(!spoken(&window).iter().any(|label| label.starts_with(&words)));
    }
}

#[test]
fn a_year_an_application_and_an_accident_are_recorded_and_told() {
    for mut window in two_windows() {
        opened(&mut window);
        choose(&mut window, "laser");
        click_phrase(&mut window, say_eval::RECORD_FIGURES);
        let scenario = window.state().bench().scenario();
        let output = say_eval::measure_field(scenario, &parkboard::model::recognition::Measured::Output);
        let label = tell(&window, &output);
        type_into(&mut window, &label, "很多");
        assert!(shows(&window, say(&window, say_eval::WRONG_NUMBER)));
        type_into(&mut window, &label, "31.5");
        press(&mut window, Key::Enter);
        let year = window.state().bench().scenario().characteristic_years.get(&(id("laser"), 2022)).unwrap().clone();
        assert_eq!(year.figures.len(), 2, "{year:?}");
        window.state_mut().dispatch(Command::Select(Selection::Park(park("jiangyou"))));
        window.run();
        click_phrase(&mut window, say_eval::REPORT);
        press(&mut window, Key::Enter);
        assert!(shows(&window, say(&window, say_eval::NO_NOTE)));
        write(&mut window, say_eval::NOTE, "废水超标排放");
        press(&mut window, Key::Enter);
        assert_eq!(window.state().bench().scenario().incidents.len(), 1);
        let capped = appraised(&window, None, 2022);
        assert!(capped.of_park(&park("jiangyou")).unwrap().is_capped);
        assert!(window.query_by_label(&row_of(&window, &capped, "jiangyou")).is_some());
        assert!(shows(&window, "废水超标排放"));
        let drop = say(&window, say_eval::DROP_ACCIDENT);
        click_beginning(&mut window, drop);
        assert!(window.state().bench().scenario().incidents.is_empty());
    }
}

#[test]
fn an_application_goes_through_its_sheet() {
    for mut window in two_windows() {
        opened(&mut window);
        let applied = say(&window, recognition::stage(Recognition::Applied));
        let head = format!("{applied}  ");
        let heads = |window: &Window| spoken(window).into_iter().filter(|it| it.starts_with(&head)).count();
        assert_eq!(heads(&window), 0, "no column without applicants");
        crate::harness::palette(&mut window, say_eval::REGISTER.zh.trim_end_matches('…'));
        press(&mut window, Key::Enter);
        assert!(shows(&window, say(&window, say_eval::NO_NAME)));
        write(&mut window, say_eval::NAME, "江油新材料产业园");
        press(&mut window, Key::Enter);
        let scenario = window.state().bench().scenario();
        let made = scenario.characteristic_parks.iter().find(|it| it.recognition == Recognition::Applied).unwrap();
        assert_eq!(made.name.as_ref().unwrap().zh, "江油新材料产业园");
        assert_eq!(heads(&window), 1);
        assert!(shows(&window, "江油新材料产业园 · "));
    }
}

#[test]
fn an_empty_document_says_what_to_do() {
    for mut window in two_windows() {
        window.state_mut().dispatch(Command::New(Fresh::Blank));
        opened(&mut window);
        assert!(shows(&window, say(&window, say_eval::NO_PACK_HINT)));
    }
    let mut scenario = parkboard::workbench::sample::scenario();
    scenario.characteristic_parks.retain(|_| false);
    scenario.recognition_steps.retain(|_| false);
    scenario.characteristic_years.retain(|_| false);
    let mut window =
        crate::harness::window(Workbench::on(scenario, parkboard::io::settings::Settings::default()), SIZES[0]);
    opened(&mut window);
    assert!(shows(&window, say(&window, say_eval::NO_CHARACTERISTIC_HINT)));
}

#[test]
fn every_part_lies_inside_the_window() {
    for chinese in [true, false] {
        for size in SIZES {
            let mut window = sample_window(chinese, size);
            opened(&mut window);
            choose(&mut window, "hkc-display");
            let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, size.into());
            let strip = [say_eval::WHAT_IF, say_eval::EXPORT, say_eval::RECORD_FIGURES, say_eval::TAKE_BACK];
            for phrase in strip {
                let label = say(&window, phrase);
                let place = window.query_all_by_label(label).next().unwrap_or_else(|| panic!("{label}")).rect();
                assert!(screen.contains_rect(place), "{label} {place:?}");
            }
            let rows = window.get_all_by_role(Role::Button).filter(|it| {
                it.accesskit_node().label().is_some_and(|label| label.contains(say(&window, say_eval::TOTAL)))
            });
            let places: Vec<egui::Rect> = rows.map(|it| it.rect()).collect();
            assert!(places.len() >= 11 && places.iter().all(|place| screen.contains_rect(*place)), "{places:?}");
            for (one, other) in places.iter().zip(places.iter().skip(1)) {
                assert!(one.bottom() <= other.top() + 0.5, "rows do not overlap");
            }
        }
    }
}
