//! Counts that open to their members, and figures that tell where they come from: on cards, strip, queue and chart.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use parkboard::{
    i18n::{finding, term, words},
    model::policy::Level,
    rules::finding::{Detail, State},
    workbench::{Selection, command::Command},
};

use crate::harness::{
    SIZES, Window, click, click_phrase, labels, park, project, rule_breaches, sample_window, say, two_windows, window,
};

/// The first link whose label begins and ends like this.
fn link(window: &Window, begin: &str, end: &str) -> String {
    let links = labels(window, Role::Link);
    let found = links.iter().find(|it| it.starts_with(begin) && it.ends_with(end));
    found.unwrap_or_else(|| panic!("{begin} … {end}: {links:?}")).clone()
}

fn selected(window: &Window) -> usize {
    window.state().bench().selection().projects().count()
}

#[test]
fn the_counts_of_a_card_show_the_findings_of_its_park_alone() {
    for mut window in two_windows() {
        window.state_mut().dispatch(Command::Place { project: project("T13"), park: park("gaoxin") });
        window.run();
        let broken = say(&window, term::state(State::Broken));
        let name = finding::park_name(window.state().bench().scenario(), &park("gaoxin"));
        let name = name.of(window.state().bench().lang()).to_owned();
        let judgement = window.state().bench().judgement();
        let count = judgement.of_park(&park("gaoxin")).iter().filter(|it| it.state == State::Broken).count();
        let label = format!("{broken} {count} · {name} · {}", say(&window, words::ONLY_THESE));
        click(&mut window, &label);
        let only = format!("{}: ", say(&window, words::ONLY));
        let chip = labels(&window, Role::Button).into_iter().find(|it| it.starts_with(&only)).unwrap();
        assert!(chip.ends_with(broken), "{chip}");
        assert_ne!(window.state().bench().selection(), &Selection::Park(park("gaoxin")), "the card was not clicked");
        // While something is held a card has its counts, but they take no click from the drop.
        window.state_mut().dispatch(Command::PickUp(project("T18")));
        window.run();
        assert!(window.query_by_label(&label).is_none());
    }
}

#[test]
fn the_figures_of_the_strip_show_what_they_count() {
    for mut window in two_windows() {
        let waiting = usize::try_from(-window.state().bench().judgement().score().unplaced).unwrap();
        let label = link(&window, say(&window, words::UNPLACED), say(&window, words::SELECT_THESE));
        click(&mut window, &label);
        assert_eq!(selected(&window), waiting);
        for level in [Level::Legal, Level::Policy] {
            let word = say(&window, term::level(level));
            let label = link(&window, word, say(&window, words::ONLY_THESE));
            click(&mut window, &label);
            let only = format!("{}: {word} · {}", say(&window, words::ONLY), say(&window, term::state(State::Broken)));
            window.get_by_label(&only);
        }
        assert!(!window.state().bench().is_unsaved());
    }
}

#[test]
fn the_heads_of_the_queue_select_their_projects() {
    for mut window in two_windows() {
        let placed = window.state().bench().judgement().facts().placed();
        let all = window.state().bench().scenario().projects.len();
        let heads = labels(&window, Role::Link).into_iter().filter(|it| it.contains("  ")).collect::<Vec<_>>();
        assert_eq!(heads.len(), 2, "{heads:?}");
        click(&mut window, &heads[0]);
        assert_eq!(selected(&window), all - placed);
        click(&mut window, &heads[1]);
        assert_eq!(selected(&window), placed);
    }
}

#[test]
fn a_bar_of_the_chart_opens_to_its_members_and_each_tells_where_its_figure_is_from() {
    for (chinese, size) in [(true, SIZES[0]), (false, SIZES[1])] {
        let mut window = sample_window(chinese, size);
        // Beside the findings in a large window, behind them in a small one.
        if window.query_by_role_and_label(Role::Tab, say(&window, words::COMPOSITION)).is_some() {
            click_phrase(&mut window, words::COMPOSITION);
        }
        let members = say(&window, words::MEMBERS);
        let columns: Vec<String> = labels(&window, Role::Link).into_iter().filter(|it| it.ends_with(members)).collect();
        assert_eq!(columns.len(), 12);
        let first = columns.iter().find(|it| it.contains('≈')).unwrap();
        click(&mut window, first);
        let from = say(&window, words::WHERE_FROM);
        let member =
            labels(&window, Role::Button).into_iter().find(|it| it.contains('≈') && it.ends_with(from)).unwrap();
        click(&mut window, &member);
        let path = window.query_all_by_label_contains("enterprises/").next();
        assert!(path.is_some(), "{member}");
        click_phrase(&mut window, words::CLOSE);
        click(&mut window, first);
        click_phrase(&mut window, words::GO_TO_PARK);
        assert!(matches!(window.state().bench().selection(), Selection::Park(_)));
    }
}

#[test]
fn a_threshold_tells_where_it_comes_from() {
    for (chinese, size) in [(true, SIZES[1]), (false, SIZES[0])] {
        let settings = parkboard::io::settings::Settings { chinese, ..Default::default() };
        let bench = parkboard::workbench::Workbench::on(rule_breaches(), settings);
        let mut window = window(bench, size);
        let key = {
            let mut findings = window.state().bench().judgement().findings();
            findings
                .find(|it| it.rule.as_str() == "floor-area-ratio" && matches!(it.detail, Detail::Ratio { .. }))
                .unwrap()
                .key()
        };
        window.state_mut().dispatch(Command::Select(Selection::Finding(key)));
        window.run();
        let what = say(&window, term::field(parkboard::rules::finding::Field::FloorAreaRatio));
        let label = labels(&window, Role::Button).into_iter().find(|it| it.contains(what)).unwrap();
        window.get_by_label(&label).click_accesskit();
        window.run();
        assert!(window.query_all_by_label_contains("industries/").next().is_some());
        let told = format!("{}: ", say(&window, words::CONFIDENCE));
        assert!(window.query_all_by_label_contains(&told).next().is_some());
    }
}
