//! Somebody else's file merged in the window: chosen, a conflict decided, applied as one step and taken back; in both languages.

use egui::{Key, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use parkboard::{
    i18n::{merging as words_of_merging, words},
    model::{
        merge::{Choice, Side},
        quantity::Mu,
    },
    ui::actions::Menu,
    workbench::{Workbench, command::Command, sample},
};

use crate::harness::{
    Window, begin_anew, click, click_phrase, ctrl, folder, home, open_menu, park, press, project, say, settle,
    two_windows, type_into,
};

fn shows(window: &Window, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}

/// A file in which somebody has gone on from the sample.
fn theirs(name: &str, commands: impl IntoIterator<Item = Command>) -> String {
    let path = folder("merged").join(name);
    let mut other = Workbench::on(sample::scenario(), parkboard::io::settings::Settings::default());
    for command in commands {
        other.dispatch(command);
    }
    other.dispatch(Command::SaveTo(path.clone()));
    other.settle();
    path.display().to_string()
}

fn place(id: &str, at: &str) -> Command {
    Command::Place { project: project(id), park: park(at) }
}

/// Chooses a file to merge by the menu.
fn begin(window: &mut Window, path: &str) {
    open_menu(window, Menu::File);
    click_phrase(window, words_of_merging::MERGE);
    assert!(shows(window, say(window, words_of_merging::CHOOSE_FILE)));
    let field = say(window, words::PATH);
    type_into(window, field, path);
    press(window, Key::Enter);
    settle(window);
    window.run();
}

#[test]
fn a_conflict_is_decided_and_the_merge_is_one_step() {
    let path = theirs("theirs.ron", [place("T03", "jiangyou"), place("T13", "anzhou")]);
    for mut window in two_windows() {
        window.state_mut().dispatch(place("T03", "gaoxin"));
        window.run();
        begin(&mut window, &path);
        let lang = window.state().bench().lang();
        assert!(shows(&window, words_of_merging::title("theirs.ron").of(lang)));
        assert!(shows(&window, words_of_merging::conflicts(1, 1).of(lang)), "one conflict, undecided");
        assert!(shows(&window, say(&window, words_of_merging::COMES_IN)));
        // Names stand side by side, not ids.
        let scenario = window.state().bench().scenario();
        let jiangyou = scenario.parks.get(&park("jiangyou")).unwrap().short_name.of(lang).to_owned();
        let theirs = say(&window, words_of_merging::side(Side::Theirs));
        assert!(shows(&window, &format!("{theirs}: {jiangyou}")));
        click_phrase(&mut window, words_of_merging::choice(Choice::Side(Side::Theirs)));
        assert!(shows(&window, words_of_merging::conflicts(1, 0).of(lang)), "all decided");
        assert_eq!(home(&window, "T03").as_deref(), Some("gaoxin"), "nothing is applied before it is asked for");
        click_phrase(&mut window, words_of_merging::APPLY);
        assert!(window.state().bench().merging().is_none());
        assert!(!shows(&window, say(&window, words_of_merging::APPLY)), "the sheet is closed");
        let homes = |window: &Window| (home(window, "T03"), home(window, "T13"));
        assert_eq!(homes(&window), (Some("jiangyou".into()), Some("anzhou".into())));
        ctrl(&mut window, Key::Z);
        assert_eq!(homes(&window), (Some("gaoxin".into()), None));
        ctrl(&mut window, Key::Y);
        assert_eq!(homes(&window), (Some("jiangyou".into()), Some("anzhou".into())));
    }
}

#[test]
fn what_breaks_only_together_is_told_before_it_is_applied() {
    let gaoxin = sample::scenario();
    let spare = gaoxin.parks.get(&park("gaoxin")).unwrap().capacities.net_land.unwrap();
    let reserve = |steps: i64| Command::Reserve {
        park: park("gaoxin"),
        amount: parkboard::model::plan::Reserved::Land(Mu::from_steps(steps)),
        until: jiff::civil::date(2030, 12, 31),
        reason: "后期".to_owned(),
    };
    let theirs = theirs("reserved.ron", [reserve(spare.steps() / 10)]);
    for mut window in two_windows() {
        // Ours leaves so little that theirs does not fit beside it.
        let used = window.state().bench().judgement().facts().park(&park("gaoxin")).unwrap().land_demand();
        let left = spare.steps() - used.steps();
        window.state_mut().dispatch(reserve(left - spare.steps() / 20));
        window.run();
        assert_eq!(window.state().bench().judgement().score().legal, 0);
        begin(&mut window, &theirs);
        assert!(window.state().bench().merging().is_some());
        let merging = window.state().bench().merging().unwrap();
        if merging.broken().is_empty() {
            // Both reservations got one id: with both kept they are together.
            click_phrase(&mut window, words_of_merging::choice(Choice::Both));
        }
        let told = say(&window, words_of_merging::ONLY_TOGETHER);
        assert!(shows(&window, told), "{told}");
        press(&mut window, Key::Escape);
        assert!(window.state().bench().merging().is_none());
    }
}

#[test]
fn the_base_can_be_another_file_or_none_and_a_file_that_is_none_is_told() {
    let (ours, theirs) = (theirs("base.ron", []), theirs("theirs-2.ron", [place("T13", "anzhou")]));
    for mut window in two_windows() {
        begin(&mut window, &theirs);
        assert!(window.state().bench().merging().unwrap().merge().base().is_some());
        click_phrase(&mut window, words_of_merging::NO_BASE);
        settle(&mut window);
        assert!(window.state().bench().merging().unwrap().merge().base().is_none());
        click_phrase(&mut window, words_of_merging::FROM_FILE);
        assert!(shows(&window, say(&window, words_of_merging::CHOOSE_BASE)));
        let field = say(&window, words::PATH);
        type_into(&mut window, field, &ours);
        press(&mut window, Key::Enter);
        settle(&mut window);
        window.run();
        assert!(window.state().bench().merging().unwrap().merge().base().is_some());
        assert!(shows(&window, "base.ron"));
        let cancel = say(&window, words::CANCEL);
        click(&mut window, cancel);
        assert!(window.state().bench().merging().is_none());
        let chinese = window.state().bench().settings().chinese;
        begin_anew(&mut window, chinese);
        begin(&mut window, "/nowhere/at-all.ron");
        assert!(window.state().bench().merging().is_none());
        assert!(shows(&window, "at-all.ron"));
        let buttons = window.query_all_by_role(Role::Button).filter_map(|it| it.accesskit_node().label());
        assert!(buttons.into_iter().all(|it| it != say(&window, words_of_merging::APPLY)));
    }
}
