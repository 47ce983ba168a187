//! How the existing layout is told: positions of the whole city, what stands outside them, and moving it.

use super::phrase::Phrase;
use crate::model::text::Text;

/// The workspace.
pub const EXISTING: Phrase = Phrase::new("存量布局", "Existing");
/// Turn to it.
pub const SHOW: Phrase = Phrase::new("转到存量布局", "Go to existing layout");
/// The enterprises by park and sub-sector.
pub const ENTERPRISES: Phrase = Phrase::new("企业", "Enterprises");
/// The positions of all parks.
pub const POSITIONS: Phrase = Phrase::new("全市定位", "Positions of the city");
/// Column: park.
pub const PARK: Phrase = Phrase::new("园区", "Park");
/// Column: what is to be seen to.
pub const TO_SEE_TO: Phrase = Phrase::new("需处理", "To see to");
/// A position that the plan adds.
pub const NEW: Phrase = Phrase::new("新", "new");
/// What that means.
pub const NEW_ABOUT: Phrase = Phrase::new("本方案新增", "added by this plan");
/// A position that the plan changes.
pub const CHANGED: Phrase = Phrase::new("改", "changed");
/// Positions that the plan drops.
pub const WITHDRAWN: Phrase = Phrase::new("撤：", "Withdrawn:");
/// Sub-sectors that lead in too many parks.
pub const OVERLAP: Phrase = Phrase::new("主导重叠：", "Leading in too many parks:");
/// None does.
pub const NO_OVERLAP: Phrase = Phrase::new("没有细分领域在过多园区同时作主导", "No sub-sector leads in too many parks");
/// What stands outside the positions.
pub const MISMATCHES: Phrase = Phrase::new("定位外的产业", "Outside the positions");
/// Nothing does.
pub const NO_MISMATCH: Phrase =
    Phrase::new("所有企业都在园区定位之内", "Every enterprise is within the positions of its park");
/// Enterprises that the plan moves.
pub const RELOCATIONS: Phrase = Phrase::new("本方案的搬迁", "Relocations of this plan");
/// None are moved.
pub const NO_RELOCATION: Phrase = Phrase::new(
    "没有。点选左侧一格，再选企业试算搬迁",
    "None. Click a cell, then an enterprise, to see what a relocation would do",
);
/// Nothing is agreed.
pub const UNCOMPENSATED: Phrase = Phrase::new("未约定补偿", "no compensation agreed");
/// Try moving an enterprise.
pub const TRY: Phrase = Phrase::new("试算搬迁…", "Try relocating…");
/// Title of the trial.
pub const TRIAL: Phrase = Phrase::new("试算搬迁", "Trial relocation");
/// Where it would go.
pub const TO: Phrase = Phrase::new("搬到", "To");
/// Choose where.
pub const CHOOSE_PARK: Phrase = Phrase::new("选择园区", "Choose a park");
/// Why.
pub const REASON: Phrase = Phrase::new("理由", "Reason");
/// What the unit that loses gets.
pub const COMPENSATION: Phrase = Phrase::new("对迁出地的补偿", "Compensation of the unit that loses it");
/// Do it in the plan.
pub const CONFIRM: Phrase = Phrase::new("写入方案", "Put into the plan");
/// Leave the trial.
pub const LEAVE: Phrase = Phrase::new("不搬", "Leave it");
/// Take a relocation back.
pub const TAKE_BACK: Phrase = Phrase::new("撤回搬迁", "Take the relocation back");
/// Before and after.
pub const EFFECT: Phrase = Phrase::new("前后对比", "Before and after");
/// It is being worked out.
pub const WORKING_OUT: Phrase = Phrase::new("正在试算…", "Being worked out…");
/// Make the sub-sector a position.
pub const DESIGNATE: Phrase = Phrase::new("列为定位…", "Make it a position…");
/// Where an enterprise stands in the plan.
pub const MOVED: Phrase = Phrase::new("已搬", "moved");

/// How a position read before.
pub fn before(words: &str) -> Text {
    Text::new(format!("原 {words}"), format!("was {words}"))
}

/// Share and firms of what stands outside.
pub fn share_and_firms(share: &str, firms: i64) -> Text {
    Text::new(format!("占园区 {share} · {firms} 户"), format!("{share} of the park · {firms} firms"))
}

/// From one park to another.
pub fn from_to(from: &str, to: &str) -> Text {
    Text::new(format!("{from} → {to}"), format!("{from} → {to}"))
}

/// What a trial changes in sum.
pub fn trial(gained: usize, cured: usize) -> Text {
    Text::new(format!("新增问题 {gained} 项，消除 {cured} 项"), format!("{gained} findings gained, {cured} cured"))
}
/// Under a trial: the land that goes with an enterprise is not known.
pub const LAND_UNSTATED: Phrase = Phrase::new(
    "该企业未填占地，目标园区用地待核",
    "The enterprise states no land: whether the new park has enough is unknown",
);
