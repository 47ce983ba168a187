//! Help by F1 in every workspace, and the hints of the first start, by what a screen reader would read.

use egui::{Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use parkboard::{
    i18n::{
        help::{self, Page, hints},
        phrase::Phrase,
        words,
    },
    io::settings::{Hint, Settings},
    model::policy::{Caps, Rule, RuleKind},
    ui::{
        actions::{ACTIONS, spoken},
        cx::Workspace,
    },
    workbench::{Selection, Workbench, sample},
};

use crate::harness::{SIZES, Window, click_phrase, ctrl, press, project, sample_windows, say, window};

const TURN: [Key; 7] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7];

/// Everything that is read out as plain text.
fn told(window: &Window) -> Vec<String> {
    let nodes = window.root().children_recursive().map(|node| node.accesskit_node());
    nodes.filter(|node| node.role() == Role::Label).filter_map(|node| node.value()).collect()
}

fn shows(window: &Window, phrase: Phrase) -> bool {
    let words = say(window, phrase);
    told(window).iter().any(|it| it == words)
}

/// Whether the page of a workspace is open: what it answers, and its first formula with the source.
fn shows_page(window: &Window, page: &Page) -> bool {
    let Some(formula) = page.formulas.first() else { return false };
    let first_line = say(window, formula.reckoned).lines().next().unwrap_or_default();
    let source = format!("{}{}", say(window, help::SOURCE), say(window, formula.source));
    let told = told(window);
    shows(window, page.answers) && [first_line, &source].into_iter().all(|words| told.iter().any(|it| it == words))
}

#[test]
fn f1_opens_the_page_of_the_workspace_and_escape_closes_it() {
    for mut window in sample_windows() {
        for (key, page) in TURN.into_iter().zip(&Page::ALL) {
            ctrl(&mut window, key);
            press(&mut window, Key::F1);
            assert!(shows_page(&window, page), "{}", page.answers.en);
            press(&mut window, Key::Escape);
            assert!(!shows(&window, page.answers), "{} is closed", page.answers.en);
        }
    }
}

#[test]
fn arrows_turn_the_pages_round_and_a_click_opens_one() {
    for mut window in sample_windows() {
        press(&mut window, Key::F1);
        let [existing, placement, clusters, .., session] = &Page::ALL;
        assert!(shows_page(&window, placement), "placement is where the window begins");
        for (key, page) in [
            (Key::ArrowDown, clusters),
            (Key::ArrowUp, placement),
            (Key::ArrowLeft, existing),
            (Key::ArrowUp, session),
            (Key::ArrowRight, existing),
        ] {
            press(&mut window, key);
            assert!(shows_page(&window, page), "{key:?} leads to {}", page.answers.en);
        }
        let label = format!("{} · {}", say(&window, Workspace::Session.name()), say(&window, help::HELP));
        window.get_by_label(&label).click();
        window.run();
        assert!(shows_page(&window, session));
        press(&mut window, Key::PageDown);
        press(&mut window, Key::End);
        assert!(shows_page(&window, session), "scrolling turns no page");
    }
}

#[test]
fn a_page_that_the_keyboard_is_on_goes_along_with_the_arrows() {
    let mut window = sample_windows().next().unwrap();
    press(&mut window, Key::F1);
    let label = |window: &Window, workspace: Workspace| {
        format!("{} · {}", say(window, workspace.name()), say(window, help::HELP))
    };
    let from = label(&window, Workspace::Placement);
    window.get_by_label(&from).focus();
    window.run();
    press(&mut window, Key::ArrowDown);
    let to = label(&window, Workspace::Clusters);
    assert!(window.get_by_label(&to).accesskit_node().is_focused());
    assert!(shows_page(&window, &Page::ALL[2]));
}

#[test]
fn help_leads_to_the_keys_and_other_keys_rest_while_it_is_open() {
    for mut window in sample_windows() {
        press(&mut window, Key::F1);
        ctrl(&mut window, Key::Num3);
        assert!(shows_page(&window, &Page::ALL[1]), "the workspace stays");
        let all_keys = say(&window, help::ALL_KEYS);
        window.get_by_label_contains(all_keys).click();
        window.run();
        assert!(window.query_by_label(say(&window, words::KEYS_ON_BOARD)).is_some());
        press(&mut window, Key::Escape);
        window.key_press_modifiers(Modifiers::SHIFT, Key::F1);
        window.run();
        assert!(window.query_by_label(say(&window, words::KEYS_ON_BOARD)).is_some());
    }
}

/// Keys that stand in `words`, such as `Ctrl+Shift+F` and `F8`.
fn keys_in(words: &str) -> Vec<String> {
    let parts = words.split(|it: char| !(it.is_ascii_alphanumeric() || "+→←".contains(it)));
    let is_key = |it: &&str| {
        let is_function = it.strip_prefix('F').is_some_and(|number| number.parse::<u8>().is_ok());
        is_function || ["Ctrl+", "Alt+", "Shift+"].iter().any(|begin| it.starts_with(begin))
    };
    parts.filter(is_key).map(str::to_owned).collect()
}

#[test]
fn every_key_that_help_and_hints_name_is_a_key_of_an_action() {
    let known: Vec<String> = ACTIONS.iter().flat_map(|row| row.keys).map(spoken).collect();
    let steps = Page::ALL.iter().flat_map(|page| page.steps).flat_map(|it| [it.mouse, it.keys]);
    let of_hints = Hint::ALL.into_iter().flat_map(|it| [hints::title(it), hints::words(it)]);
    let mut found = 0;
    for text in steps.chain(of_hints) {
        for key in [text.zh, text.en].into_iter().flat_map(keys_in) {
            assert!(known.contains(&key), "{key} of {:?} belongs to no action", text.en);
            found += 1;
        }
        let [zh, en] = [text.zh, text.en].map(keys_in);
        assert_eq!(zh, en, "the same keys in both languages: {}", text.en);
    }
    assert!(found > 60, "only {found} keys were read");
}

/// What is to be typed into the palette by `words`: what stands in quotation marks after "type".
fn typed_in<'a>(words: &'a str, before: &str, after: char) -> Vec<&'a str> {
    words.split(before).skip(1).filter_map(|rest| rest.split(after).next()).collect()
}

#[test]
fn what_is_to_be_typed_into_the_palette_is_the_name_of_an_action() {
    let mut found = 0;
    for keys in Page::ALL.iter().flat_map(|page| page.steps).map(|step| step.keys) {
        for typed in typed_in(keys.zh, "输入“", '”') {
            assert!(ACTIONS.iter().any(|row| row.name.zh.contains(typed)), "no action is called {typed}");
            found += 1;
        }
        for typed in typed_in(keys.en, "type \"", '"') {
            let is_called = |name: &str| name.to_lowercase().contains(typed);
            assert!(ACTIONS.iter().any(|row| is_called(row.name.en)), "no action is called {typed}");
        }
    }
    assert!(found >= 8, "only {found} were read");
}

#[test]
fn what_the_open_scenario_sets_is_told_from_it() {
    let mut scenario = sample::scenario();
    let caps = scenario.rules.iter().find(|it| matches!(it.kind, RuleKind::LeadingCap(_))).unwrap();
    let kind = RuleKind::LeadingCap(Caps { national: 7, provincial: 2, municipal: 2 });
    let rule = Rule { kind, ..Rule::clone(caps) };
    scenario.rules.insert(rule);
    let settings = Settings { chinese: false, ..Settings::default() };
    let mut window = window(Workbench::on(scenario, settings), SIZES[1]);
    press(&mut window, Key::F1);
    assert!(told(&window).iter().any(|it| it.contains("national L = 7, C = 2")));
}

/// A window as it is at the first start.
fn newcomer(chinese: bool, size: [f32; 2]) -> Window {
    window(Workbench::on(sample::scenario(), Settings { chinese, ..Settings::of_newcomer() }), size)
}

fn hint(window: &Window) -> Option<Hint> {
    window.state().bench().settings().hint
}

#[test]
fn hints_are_told_one_by_one_and_do_not_come_back() {
    for chinese in [true, false] {
        for size in SIZES {
            let mut window = newcomer(chinese, size);
            for at in Hint::ALL {
                assert!(shows(&window, hints::title(at)) && shows(&window, hints::words(at)), "{at:?}");
                assert_eq!(hint(&window), Some(at));
                click_phrase(&mut window, if at == Hint::Help { hints::GOT_IT } else { hints::NEXT });
            }
            assert!(hint(&window).is_none() && Hint::ALL.iter().all(|it| !shows(&window, hints::title(*it))));
            // The next start has the settings of this one.
            let kept = ron::to_string(window.state().bench().settings()).unwrap();
            let again = Workbench::on(sample::scenario(), ron::from_str(&kept).unwrap());
            let again = crate::harness::window(again, size);
            assert!(Hint::ALL.iter().all(|it| !shows(&again, hints::title(*it))));
        }
    }
}

#[test]
fn hints_give_way_to_what_is_selected_and_end_at_once_on_request() {
    let mut window = newcomer(false, SIZES[0]);
    let select = |window: &mut Window, selection: Selection| {
        window.state_mut().dispatch(parkboard::workbench::command::Command::Select(selection));
        window.run();
    };
    select(&mut window, Selection::Project(project("T13")));
    assert!(!shows(&window, hints::title(Hint::Place)));
    select(&mut window, Selection::Nothing);
    assert!(shows(&window, hints::title(Hint::Place)));
    click_phrase(&mut window, hints::NO_MORE);
    assert_eq!(hint(&window), None);
}

#[test]
fn the_settings_bring_hints_back_and_the_keyboard_reaches_them() {
    let mut window = sample_windows().next().unwrap();
    assert_eq!(hint(&window), None, "settings that are not kept have no hints");
    ctrl(&mut window, Key::Comma);
    click_phrase(&mut window, hints::SHOW_AGAIN);
    press(&mut window, Key::Escape);
    assert_eq!(hint(&window), Some(Hint::Place));
    let next = say(&window, hints::NEXT);
    window.get_by_label(next).focus();
    window.run();
    press(&mut window, Key::Enter);
    assert_eq!(hint(&window), Some(Hint::Finding));
}
