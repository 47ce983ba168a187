//! The history of steps in the window: the sheet, and the lists of a park and a project.

use egui::{Key, accesskit::Role};
use egui_kittest::kittest::Queryable;
use parkboard::{
    i18n::words,
    workbench::{Selection, command::Command},
};

use crate::harness::{
    Window, click, click_beginning, ctrl, home, labels, last_line, park, press, project, say, two_windows,
};

fn place(window: &mut Window, id: &str, to: &str) {
    window.state_mut().dispatch(Command::Place { project: project(id), park: park(to) });
    window.run();
}

/// The whole labels of the steps in the sheet that begin like this.
fn steps(window: &Window, begin: &str) -> Vec<String> {
    let begin = format!("{} {begin}", say(window, words::GO_TO_STEP));
    labels(window, Role::Button).into_iter().filter(|label| label.starts_with(&begin)).collect()
}

/// The whole label of the one step that begins like this.
fn step(window: &Window, begin: &str) -> String {
    let steps = steps(window, begin);
    assert_eq!(steps.len(), 1, "{steps:?}");
    steps.concat()
}

#[test]
fn the_sheet_of_steps_leads_to_any_state_and_back() {
    for mut window in two_windows() {
        ctrl(&mut window, Key::H);
        window.get_by_label_contains(say(&window, words::NO_STEPS));
        press(&mut window, Key::Escape);
        for (id, to) in [("T13", "youxian"), ("T18", "fucheng"), ("T20", "jiangyou")] {
            place(&mut window, id, to);
        }
        ctrl(&mut window, Key::H);
        let now = say(&window, words::STEP_NOW);
        assert!(step(&window, "T20").ends_with(now), "the newest step is where we are");
        let second = step(&window, "T18");
        click(&mut window, &second);
        assert_eq!((home(&window, "T18").as_deref(), home(&window, "T20").as_deref()), (Some("fucheng"), None));
        assert!(
            step(&window, "T20").ends_with(say(&window, words::STEP_UNDONE)),
            "the sheet stays and shows where we are"
        );
        assert!(step(&window, "T18").ends_with(now));
        let start = step(&window, say(&window, words::STEPS_START));
        click(&mut window, &start);
        assert_eq!(home(&window, "T13"), None);
        assert!(!window.state().bench().is_unsaved());
        let newest = step(&window, "T20");
        click(&mut window, &newest);
        assert_eq!(home(&window, "T20").as_deref(), Some("jiangyou"));
        // Narrowed to one, the others are gone.
        let field = say(&window, words::NARROW_STEPS);
        window.get_by_role_and_label(Role::TextInput, field).focus();
        window.run();
        window.get_by_role_and_label(Role::TextInput, field).type_text("t18");
        window.run();
        assert_eq!((steps(&window, "T18").len(), steps(&window, "T13").len()), (1, 0));
        press(&mut window, Key::Escape);
        assert!(last_line(&window).contains('3'), "three steps together: {}", last_line(&window));
    }
}

#[test]
fn a_park_and_a_project_list_their_steps_and_go_back_before_one() {
    for mut window in two_windows() {
        place(&mut window, "T13", "youxian");
        place(&mut window, "T18", "fucheng");
        place(&mut window, "T20", "youxian");
        for selection in [Selection::Park(park("youxian")), Selection::Project(project("T13"))] {
            window.state_mut().dispatch(Command::Select(selection.clone()));
            window.run();
            let title = say(&window, words::STEPS_ABOUT);
            let count = if matches!(selection, Selection::Park(_)) { 2 } else { 1 };
            let title = format!("{title} {count}");
            window.get_by_label(&title).scroll_to_me();
            window.run();
            click(&mut window, &title);
            let begin = format!("{} T13", say(&window, words::TAKE_BACK_TO));
            click_beginning(&mut window, &begin);
            assert_eq!((home(&window, "T13"), home(&window, "T18"), home(&window, "T20")), (None, None, None));
            assert_eq!(window.state().bench().steps().len(), 3, "and all can be done again");
            let all = window.state().bench().steps()[0].to;
            window.state_mut().dispatch(Command::GoTo(all));
            window.run();
            assert_eq!(home(&window, "T20").as_deref(), Some("youxian"));
        }
    }
}
