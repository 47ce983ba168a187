//! What a newcomer is told, one thing at a time.

use super::p;
use crate::{i18n::phrase::Phrase, io::settings::Hint, model::text::Text};

/// Above a hint.
pub const HINT: Phrase = p("入门提示", "First steps");
/// Leads to the next hint.
pub const NEXT: Phrase = p("下一条", "Next");
/// Ends the last hint.
pub const GOT_IT: Phrase = p("知道了", "Got it");
/// Ends all hints.
pub const NO_MORE: Phrase = p("不再提示", "No more hints");
/// The switch in the settings.
pub const SHOW_AGAIN: Phrase = p("重新显示入门提示", "Show hints again");

/// What a hint says first.
pub const fn title(hint: Hint) -> Phrase {
    match hint {
        Hint::Place => p("把待布局项目拖到园区上", "Drag an unplaced project onto a park"),
        Hint::Finding => p("点一项问题", "Click a finding"),
        Hint::Help => p("不明白就按 F1", "Press F1 when something is unclear"),
    }
}

/// What it says further.
pub const fn words(hint: Hint) -> Phrase {
    match hint {
        Hint::Place => p(
            "从左侧队列拖起，松手之前每张园区卡片都会说明放入后的结果。不用鼠标：↑ ↓ 选中，空格拿起，方向键选园区，Enter 放下。",
            "Drag it from the queue at the left: before you let go, every card says what would happen there. By the keys: ↑ ↓ choose, Space picks up, arrows choose a park, Enter drops.",
        ),
        Hint::Finding => p(
            "看板下方的清单列出全部问题。点一行，右侧说明由来、条文和出路；F8 到下一项。",
            "The list under the board holds all findings. Click one to see why, the clause and the ways out; F8 goes to the next.",
        ),
        Hint::Help => p(
            "F1 说明当前工作区：怎样操作、每个数字的公式与来源。Ctrl+K 可找到一切：动作、园区、项目、规则。",
            "F1 explains the workspace at hand: how to, and the formula and source of every number. Ctrl+K finds everything: actions, parks, projects, rules.",
        ),
    }
}

/// Which hint of how many.
pub fn counted(hint: Hint) -> Text {
    let (at, of) = (hint.number(), Hint::ALL.len());
    Text::new(format!("{} {at}/{of}", HINT.zh), format!("{} {at}/{of}", HINT.en))
}
