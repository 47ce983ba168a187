//! What a planner does with mouse and keys: drags and their answers, refusals, designating, the keyboard way.

use egui::{Key, Modifiers};
use egui_kittest::{Harness, kittest::Queryable};
use parkboard::{
    model::{id::ProjectId, park::Role},
    rules::finding::State,
    ui::app::App,
    workbench::question::Question,
};

use crate::harness::{SIZES, sample_window};

fn id(text: &str) -> ProjectId {
    ProjectId::new(text).unwrap()
}

/// Where a project stands, as the workbench has it.
fn home(window: &Harness<'static, App>, project: &str) -> Option<String> {
    window.state().bench().judgement().facts().home(&id(project)).map(|(park, _)| park.to_string())
}

/// Presses on `from` and moves over `to`, each in a frame of its own; both are parts of labels.
fn hold(window: &mut Harness<'static, App>, from: &str, to: &str) {
    let from = window.get_by_label(from).rect().center();
    let to = window.get_by_label_contains(to).rect().center();
    window.drag_at(from);
    window.run();
    window.hover_at(to);
    window.run();
}

fn release(window: &mut Harness<'static, App>, over: &str) {
    let at = window.get_by_label_contains(over).rect().center();
    window.drop_at(at);
    window.run();
}

fn press(window: &mut Harness<'static, App>, key: Key) {
    window.key_press(key);
    window.run();
}

fn ctrl(window: &mut Harness<'static, App>, key: Key) {
    window.key_press_modifiers(Modifiers::COMMAND, key);
    window.run();
}

#[test]
fn while_a_project_is_held_every_card_says_what_would_happen() {
    for size in SIZES {
        let mut window = sample_window(true, size);
        hold(&mut window, "T13 六轴协作机器人本体与控制器", "绵阳高新区 · 国家级");
        let parks = window.state().bench().scenario().parks.len();
        assert_eq!(window.state().bench().held().map(|held| held.previews.len()), Some(parks));
        let best = crate::harness::card_label(&window, "kejicheng-xinqu");
        assert!(best.starts_with("科技城新区 · 市级 ≈ · 第 1 · 主导 2/2 · 特色 1/2 · 适配 "), "{best}");
        assert!(best.contains(" · 主导定位 · "), "{best}");
        let full = crate::harness::card_label(&window, "gaoxin");
        assert!(full.contains(" · 主导 3/3 · 特色 2/2 · 适配 ") && full.contains("新增突破 承载产业 6/5"), "{full}");
        window.get_by_label_contains("正在移动 T13");
        assert_eq!(
            window.state().bench().held().and_then(|held| held.over.as_ref()).map(parkboard::model::id::ParkId::as_str),
            Some("gaoxin")
        );
        press(&mut window, Key::Escape);
        assert!(window.state().bench().held().is_none(), "Escape puts it back");
        release(&mut window, "绵阳高新区 · 国家级");
        assert_eq!(home(&window, "T13"), None);
        assert!(window.state().bench().undoable().is_none(), "nothing happened");
    }
}

#[test]
fn releasing_outside_the_cards_changes_nothing() {
    let mut window = sample_window(false, SIZES[1]);
    hold(&mut window, "T13 Six-axis collaborative robots", "Mianyang High-tech · Nat.");
    release(&mut window, "Moving T13");
    assert_eq!(home(&window, "T13"), None);
    assert!(window.state().bench().held().is_none());
    assert!(!window.state().bench().is_unsaved());
}

#[test]
fn a_chemical_project_is_refused_where_there_is_no_chemical_park() {
    for (chinese, project, park, why) in [
        (true, "T04 高效低毒农药原药及中间体", "游仙高新区 · 省级", "不可放入游仙高新区"),
        (false, "T04 Low-toxicity pesticides", "Youxian · Prov.", "is not allowed in Youxian"),
    ] {
        let mut window = sample_window(chinese, SIZES[0]);
        hold(&mut window, project, park);
        window.get_by_label_contains(&format!("{park} · "));
        release(&mut window, park);
        assert_eq!(home(&window, "T04"), None);
        assert!(window.state().bench().undoable().is_none());
        window.get_by_label_contains(why);
        let notice = window.state().bench().notice().cloned().unwrap();
        assert!(notice.details.len() >= 2, "the clause and the cure are told: {notice:?}");
        press(&mut window, Key::Escape);
        assert!(window.state().bench().notice().is_none(), "Escape takes the notice away");
    }
}

#[test]
fn a_free_slot_offers_to_designate_and_that_is_one_step() {
    let drop = |window: &mut Harness<'static, App>| {
        hold(window, "T17 嫘祖丝绸缫丝家纺一体化", "科技城新区 · 市级");
        release(window, "科技城新区 · 市级");
        assert!(matches!(window.state().bench().question(), Some(Question::Designate { .. })));
    };
    let mut window = sample_window(true, SIZES[1]);
    drop(&mut window);
    window.get_by_label("增设为特色").click();
    window.run();
    assert_eq!(home(&window, "T17").as_deref(), Some("kejicheng-xinqu"));
    let roles = |window: &Harness<'static, App>| {
        let facts = window.state().bench().judgement().facts();
        let park = facts.parks().find(|(park, _)| park.as_str() == "kejicheng-xinqu").unwrap().1.clone();
        park.positions.iter().filter(|it| it.role == Role::Characteristic).count()
    };
    assert_eq!(roles(&window), 2);
    assert_eq!(window.state().bench().judgement().score().legal, 0);
    ctrl(&mut window, Key::Z);
    assert_eq!((home(&window, "T17"), roles(&window)), (None, 1), "one step takes both back");

    drop(&mut window);
    window.get_by_label("取消").click();
    window.run();
    assert_eq!(home(&window, "T17"), None);

    drop(&mut window);
    window.get_by_label("只放入，不增设").click();
    window.run();
    assert_eq!((home(&window, "T17").is_some(), roles(&window)), (true, 1));
    let off = |window: &Harness<'static, App>| {
        let park = parkboard::model::id::ParkId::new("kejicheng-xinqu").unwrap();
        let findings = window.state().bench().judgement().of_park(&park);
        findings.iter().any(|it| it.rule.as_str() == "off-position" && it.state == State::Broken)
    };
    assert!(off(&window), "off position now");
}

#[test]
fn everything_goes_by_keyboard() {
    let mut window = sample_window(true, SIZES[0]);
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::ArrowDown);
    window.get_by_label("T04 高效低毒农药原药及中间体");
    press(&mut window, Key::ArrowUp);
    press(&mut window, Key::Space);
    assert_eq!(window.state().bench().held().map(|held| held.projects[0].id.to_string()).as_deref(), Some("T03"));
    let over = |window: &Harness<'static, App>| {
        window.state().bench().held().and_then(|held| held.over.clone()).map(|park| park.to_string())
    };
    assert_eq!(over(&window).as_deref(), Some("gaoxin"));
    press(&mut window, Key::ArrowRight);
    assert_eq!(over(&window).as_deref(), Some("jingkai"));
    press(&mut window, Key::ArrowDown);
    assert_eq!(over(&window).as_deref(), Some("youxian"), "three columns at this size");
    press(&mut window, Key::Escape);
    assert_eq!(over(&window), None);
    press(&mut window, Key::Space);
    press(&mut window, Key::Enter);
    assert_eq!(home(&window, "T03").as_deref(), Some("gaoxin"));
    ctrl(&mut window, Key::L);
    assert!(window.state().bench().scenario().pins.len() == 2, "pinned where it stands");
    press(&mut window, Key::Delete);
    assert_eq!(home(&window, "T03").as_deref(), Some("gaoxin"), "a pinned project stays");
    ctrl(&mut window, Key::L);
    press(&mut window, Key::Delete);
    assert_eq!(home(&window, "T03"), None);
    for _ in 0..4 {
        ctrl(&mut window, Key::Z);
    }
    assert!(!window.state().bench().is_unsaved());
    ctrl(&mut window, Key::Y);
    assert_eq!(home(&window, "T03").as_deref(), Some("gaoxin"));
}

#[test]
fn the_menu_places_too() {
    let mut window = sample_window(false, SIZES[1]);
    window.get_by_label("T18 High-voltage connectors").click();
    window.run();
    window.get_by_label("Place in…").click();
    window.run();
    let mut entries = crate::harness::labels(&window, egui::accesskit::Role::Button).into_iter();
    let entry = entries.rfind(|it| it.starts_with("Mianyang ETDZ ") && !it.contains(" · ")).unwrap();
    window.get_by_label(&entry).click();
    window.run();
    assert_eq!(home(&window, "T18").as_deref(), Some("jingkai"));
    window.get_by_label("Take back").click();
    window.run();
    assert_eq!(home(&window, "T18"), None);
}

#[test]
fn a_placed_project_dropped_on_the_queue_goes_back() {
    for size in SIZES {
        let mut window = sample_window(true, size);
        let from = window.get_by_label("T16 功能性职业装与运动鞋服 · 三台工业园区").rect().center();
        let to = window.get_by_label("T04 高效低毒农药原药及中间体").rect().center();
        window.drag_at(from);
        window.run();
        window.hover_at(to);
        window.run();
        window.drop_at(to);
        window.run();
        let project = ProjectId::new("T16").unwrap();
        assert_eq!(window.state().bench().judgement().facts().home(&project), None);
        window.get_by_label("T16 功能性职业装与运动鞋服");
    }
}

#[test]
fn a_pinned_project_cannot_be_taken_back_and_says_why() {
    let mut window = sample_window(false, SIZES[0]);
    let from = window.get_by_label("T11 Radiopharmaceutical base · Youxian").rect().center();
    let to = window.get_by_label("T04 Low-toxicity pesticides").rect().center();
    window.drag_at(from);
    window.run();
    window.hover_at(to);
    window.run();
    window.drop_at(to);
    window.run();
    let bench = window.state().bench();
    let project = ProjectId::new("T11").unwrap();
    assert_eq!(bench.judgement().facts().home(&project).map(|(park, _)| park.as_str()), Some("youxian"));
    assert!(bench.notice().is_some_and(|notice| notice.text.en.contains("pinned")));
}
