//! What a planner does, step by step.

use egui_kittest::kittest::Queryable;
use parkboard::model::id::ProjectId;

use crate::harness::{SIZES, sample_window};

#[test]
fn a_sixth_industry_breaks_the_cap_and_undo_cures_it() {
    for size in SIZES {
        let mut window = sample_window(true, size);
        let from = window.get_by_label("T13 六轴协作机器人本体与控制器").rect().center();
        let to = window.get_by_label_contains("绵阳高新区 · 国家级").rect().center();
        window.drag_at(from);
        window.run();
        window.hover_at(to);
        window.run();
        window.drop_at(to);
        window.run();
        let bench = window.state().bench();
        let project = ProjectId::new("T13").unwrap();
        assert_eq!(bench.judgement().facts().home(&project).map(|(park, _)| park.as_str()), Some("gaoxin"));
        assert_eq!(bench.judgement().score().legal, -1);
        window.get_by_label_contains("突破 · 承载产业上限 · 绵阳高新区");
        window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
        window.run();
        assert_eq!(window.state().bench().judgement().score().legal, 0);
        assert!(!window.state().bench().is_unsaved());
    }
}
