//! A meeting in the window, by mouse and by keyboard, in both languages: five projects decided, one of them against the advice.

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::Queryable;
use parkboard::{
    i18n::{session as say_session, words},
    model::{
        id::RecordId,
        plan::{Resolution, Stance},
        project::RegisterStatus,
    },
    report::Kind,
    workbench::{Selection, Workbench, command::Command, command::Fresh},
};

use crate::harness::{
    SIZES, Window, click, click_beginning, click_phrase, ctrl, folder, home, labels, press, project, project_label,
    say, settle, two_windows, type_into, window,
};

fn status(window: &Window, id: &str) -> RegisterStatus {
    window.state().bench().scenario().projects.get(&project(id)).unwrap().status
}

fn verdict(window: &Window, id: &str) -> Option<Resolution> {
    let session = RecordId::new("2022-07-2").unwrap();
    window.state().bench().scenario().decisions.get(&(session, project(id))).map(|it| it.verdict)
}

fn shows(window: &Window, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}

/// Turns to the meeting and selects a project of its list.
fn meet(window: &mut Window, id: &str) {
    ctrl(window, Key::Num7);
    // The list shows what is selected; another project is selected where the person left off, far down.
    window.state_mut().dispatch(Command::Select(Selection::Project(project(id))));
    window.run();
    let name = project_label(window, id);
    click_beginning(window, &name);
    settle(window);
    window.run();
    assert!(window.state().bench().selection().has(&project(id)));
}

fn write(window: &mut Window, field: parkboard::i18n::phrase::Phrase, text: &str) {
    let label = say(window, field).to_owned();
    type_into(window, &label, text);
}

#[test]
fn five_projects_are_decided_undone_and_done_again() {
    for mut window in two_windows() {
        let start = window.state().bench().scenario().clone();
        meet(&mut window, "T01");
        // Nothing is recorded without a reason, and what is missing is told.
        click_phrase(&mut window, say_session::DECIDE);
        let missing = say(&window, say_session::NO_REASON).to_owned();
        assert!(shows(&window, &missing), "{:?}", labels(&window, Role::Label));
        assert_eq!(verdict(&window, "T01"), None);
        // T01 stands in Fucheng already: its park is offered.
        write(&mut window, say_session::REASON, "链条完整");
        write(&mut window, say_session::OWNER, "市经信局");
        write(&mut window, say_session::DEADLINE, "2022-09-30");
        click_phrase(&mut window, say_session::DECIDE);
        assert_eq!(
            (verdict(&window, "T01"), status(&window, "T01")),
            (Some(Resolution::Place), RegisterStatus::Placed)
        );
        // The next project to decide is at hand, with its recommendation: by keyboard.
        settle(&mut window);
        window.run();
        assert!(window.state().bench().selection().has(&project("T02")));
        write(&mut window, say_session::REASON, "已签约");
        ctrl(&mut window, Key::Enter);
        assert_eq!(verdict(&window, "T02"), Some(Resolution::Place));
        settle(&mut window);
        window.run();
        // T03 waits: it goes where it is recommended, on conditions.
        click_phrase(&mut window, say_session::resolution(Resolution::Conditional));
        write(&mut window, say_session::REASON, "补齐能评后布局");
        click_phrase(&mut window, say_session::DECIDE);
        assert!(shows(&window, say(&window, say_session::NO_CONDITIONS)));
        write(&mut window, say_session::CONDITIONS, "2022年9月底前完成能评");
        click_phrase(&mut window, say_session::DECIDE);
        assert_eq!(status(&window, "T03"), RegisterStatus::Conditional);
        assert_eq!(home(&window, "T03").as_deref(), Some("fucheng"));
        for (id, verdict) in [("T04", Resolution::Hold), ("T19", Resolution::Return)] {
            meet(&mut window, id);
            click_phrase(&mut window, say_session::resolution(verdict));
            write(&mut window, say_session::REASON, "化工园区尚未认定");
            click_phrase(&mut window, say_session::DECIDE);
        }
        assert_eq!((status(&window, "T04"), status(&window, "T19")), (RegisterStatus::Held, RegisterStatus::Returned));
        let bench = window.state().bench();
        let told = say_session::progress(5, 20).of(bench.lang()).to_owned();
        assert!(shows(&window, &told), "{:?}", labels(&window, Role::Label));
        let done = bench.scenario().clone();
        for _ in 0..5 {
            press(&mut window, Key::Escape);
            ctrl(&mut window, Key::Z);
        }
        assert!(*window.state().bench().scenario() == start);
        for _ in 0..5 {
            ctrl(&mut window, Key::Y);
        }
        assert!(*window.state().bench().scenario() == done);
    }
}

#[test]
fn a_park_committee_is_heard_and_a_decision_taken_back() {
    for mut window in two_windows() {
        meet(&mut window, "T01");
        let combo = format!("{}: {}", say(&window, say_session::OPINIONS), say(&window, say_session::NO_PARK));
        click(&mut window, &combo);
        let lang = window.state().bench().lang();
        let scenario = window.state().bench().scenario();
        let park = scenario.parks_in_order()[1].clone();
        click(&mut window, park.name.of(lang));
        write(&mut window, say_session::OPINION_REASON, "已有同类项目，愿意承接");
        click_phrase(&mut window, say_session::RECORD_OPINION);
        let opinion = window.state().bench().scenario().opinions.iter().next().unwrap().clone();
        assert_eq!((opinion.park.clone(), opinion.stance), (park.id.clone(), Stance::Accept));
        let name = parkboard::i18n::finding::park_name(window.state().bench().scenario(), &park.id);
        let withdraw = format!("{} {}", say(&window, say_session::WITHDRAW), name.of(lang));
        click(&mut window, &withdraw);
        assert!(window.state().bench().scenario().opinions.is_empty());
        write(&mut window, say_session::REASON, "链条完整");
        click_phrase(&mut window, say_session::DECIDE);
        meet(&mut window, "T01");
        click_phrase(&mut window, say_session::TAKE_BACK);
        assert_eq!((verdict(&window, "T01"), status(&window, "T01")), (None, RegisterStatus::Signed));
    }
}

#[test]
fn a_session_is_convened_frozen_and_an_empty_document_says_what_to_do() {
    for chinese in [true, false] {
        let settings = parkboard::io::settings::Settings { chinese, ..Default::default() };
        let mut window = window(Workbench::on(parkboard::workbench::sample::scenario(), settings), SIZES[0]);
        window.state_mut().dispatch(Command::New(Fresh::Blank));
        window.state_mut().dispatch(Command::Select(Selection::Nothing));
        ctrl(&mut window, Key::Num7);
        assert!(shows(&window, say(&window, say_session::NO_SESSION_HINT)));
        let new = say(&window, say_session::NEW).to_owned();
        let button = window.get_all_by_label(&new).last().unwrap().rect().center();
        crate::harness::click_at(&mut window, button);
        write(&mut window, say_session::NAME, "八月会商");
        click_phrase(&mut window, say_session::CONVENE);
        let sessions = window.state().bench().scenario().sessions.clone();
        assert_eq!(sessions.len(), 1);
        assert!(shows(&window, say(&window, say_session::NOT_FROZEN)));
        click_phrase(&mut window, say_session::FREEZE);
        assert!(shows(&window, say(&window, say_session::FROZEN)));
        window.state_mut().dispatch(Command::Undo);
        window.run();
        assert!(shows(&window, say(&window, say_session::NOT_FROZEN)));
    }
}

#[test]
fn brief_and_minutes_are_chosen_written_and_told_by_keyboard() {
    for (nth, mut window) in two_windows().enumerate() {
        let folder = folder(&format!("papers-{nth}"));
        meet(&mut window, "T01");
        write(&mut window, say_session::REASON, "链条完整");
        ctrl(&mut window, Key::Enter);
        assert_eq!(verdict(&window, "T01"), Some(Resolution::Place));
        settle(&mut window);
        for (kind, name) in [(Kind::Brief, "brief.docx"), (Kind::Minutes, "minutes.docx")] {
            let path = folder.join(name);
            command_shift(&mut window, Key::E);
            let title = say(&window, kind.title()).to_owned();
            click(&mut window, &title);
            // Ctrl+Enter belongs to the sheet, not to the form of the decision behind it.
            ctrl(&mut window, Key::Enter);
            let field = say(&window, words::PATH);
            type_into(&mut window, field, path.to_str().unwrap());
            press(&mut window, Key::Enter);
            settle(&mut window);
            let bytes = std::fs::read(&path).unwrap();
            assert!(bytes.starts_with(b"PK"), "{name} is a document");
            assert!(shows(&window, name), "what was written is told: {:?}", labels(&window, Role::Label));
            press(&mut window, Key::Escape);
        }
        let decided = window.state().bench().scenario().decisions.len();
        assert_eq!(decided, 1, "nothing was decided behind the sheet");
    }
}

fn command_shift(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), key);
    window.run();
}
