//! How is a merge told? Why two people do not agree, what each says, what can be chosen, and what breaks only together.

use super::{
    difference::{field, record, record_of_plan, table, value, with_gist},
    finding,
    phrase::Phrase,
    problem::wrong_sentence,
};
use crate::{
    evaluate::merged::OnlyTogether,
    model::{
        difference::{Difference, RecordKey},
        merge::{Choice, Conflict, Disagreement, Merge, Side},
        scenario::Scenario,
        text::Text,
    },
};

/// Menu: merge another file into the document.
pub const MERGE: Phrase = Phrase::new("合并…", "Merge…");
/// Title of the question for the file.
pub const CHOOSE_FILE: Phrase = Phrase::new("选择要合并进来的情景文件", "Choose a scenario to merge into this one");
/// Title of the question for the common base.
pub const CHOOSE_BASE: Phrase = Phrase::new("选择双方共同的起点", "Choose the file that both began with");
/// Button: takes the chosen file for the base.
pub const TAKE_BASE: Phrase = Phrase::new("作为起点", "Take as base");
/// What both began with.
pub const BASE: Phrase = Phrase::new("共同起点", "Common base");
/// Base: the document as it was opened or begun.
pub const AS_OPENED: Phrase = Phrase::new("打开时的情景", "As opened");
/// Base: the document as it was last saved.
pub const AS_SAVED: Phrase = Phrase::new("上次保存的情景", "As last saved");
/// Base: what stands in another file.
pub const FROM_FILE: Phrase = Phrase::new("另一文件…", "Another file…");
/// Base: nothing.
pub const NO_BASE: Phrase = Phrase::new("没有", "None");
/// What a base is good for.
pub const BASE_ABOUT: Phrase = Phrase::new(
    "只有一方改过的自动采用；双方改成不同的才算冲突。起点不同，冲突就不同",
    "What only one side changed is taken; what both changed differently is a conflict. That depends on what both began with",
);
/// Heading: what the merge brings into the document.
pub const COMES_IN: Phrase = Phrase::new("带来的变化", "What comes in");
/// Heading of the first of three columns.
pub const ORIGINAL: Phrase = Phrase::new("原先", "Before");
/// Takes ours in all conflicts.
pub const ALL_OURS: Phrase = Phrase::new("全部保留我方", "Ours in all");
/// Takes theirs in all conflicts.
pub const ALL_THEIRS: Phrase = Phrase::new("全部采用对方", "Theirs in all");
/// The conflict before.
pub const PREVIOUS: Phrase = Phrase::new("上一处冲突", "Previous conflict");
/// The next conflict.
pub const NEXT: Phrase = Phrase::new("下一处冲突", "Next conflict");
/// Nobody has decided this one.
pub const UNDECIDED: Phrase = Phrase::new("未决定", "Undecided");
/// Applies the merge.
pub const APPLY: Phrase = Phrase::new("合并到当前情景", "Merge into this scenario");
/// No rule breaks only together.
pub const NONE_TOGETHER: Phrase = Phrase::new("没有合并后才出现的违规", "No rule breaks only because of the merge");
/// Nothing is written where somebody has to decide.
pub const NOT_WRITTEN: Phrase = Phrase::new(
    "有冲突，未写入；可在窗口中合并，或加 --prefer ours、--prefer theirs",
    "There are conflicts, and nothing was written; merge in the window, or add --prefer ours or --prefer theirs",
);
/// There is a file already.
pub const THERE_IS_ONE: Phrase = Phrase::new(
    "文件已存在，未写入；要覆盖请加 --force",
    "There is such a file, and nothing was written; add --force to replace it",
);
/// Heading: legal on each side, broken together.
pub const ONLY_TOGETHER: Phrase = Phrase::new("各自合规，合并后违规", "Each side is legal, together they are not");
/// The document was changed while it was decided.
pub const CHANGED_SINCE: Phrase = Phrase::new(
    "合并期间情景又有改动，出现了新的冲突；请再看一遍",
    "The scenario has been changed meanwhile, and there are new conflicts; look again",
);
/// Another document was opened while the file was read.
pub const ANOTHER_DOCUMENT: Phrase = Phrase::new(
    "读取时换了情景，未合并；请再合并一次",
    "Another scenario was opened while the file was read, and nothing was merged; merge once more",
);
/// The merge brings nothing.
pub const NOTHING_COMES: Phrase = Phrase::new("没有带来变化", "Nothing comes in");
/// The record is not there.
const ABSENT: Phrase = Phrase::new("没有这条记录", "no such record");

/// What one of the two is called.
pub const fn side(side: Side) -> Phrase {
    match side {
        Side::Ours => Phrase::new("我方", "Ours"),
        Side::Theirs => Phrase::new("对方", "Theirs"),
    }
}

/// What can be chosen.
pub const fn choice(choice: Choice) -> Phrase {
    match choice {
        Choice::Side(Side::Ours) => Phrase::new("保留我方", "Keep ours"),
        Choice::Side(Side::Theirs) => Phrase::new("采用对方", "Take theirs"),
        Choice::Both => Phrase::new("两者都要", "Keep both"),
    }
}

/// What a conflict is about: the record with its table, and the field.
pub fn about(merge: &Merge, conflict: &Conflict) -> Text {
    let place = &conflict.place;
    let scenario = knowing(merge, &place.record);
    let name = record(scenario, &place.record);
    let table = table(place.record.table).map_or_else(Text::default, Text::from);
    let whole = match (table.zh.is_empty(), name.zh.is_empty()) {
        (true, _) => Text::from(super::difference::DOCUMENT),
        (false, true) => table,
        (false, false) => {
            Text::new(format!("{} · {}", table.zh, name.zh), format!("{} · {}", table.english(), name.english()))
        }
    };
    if place.field.is_empty() {
        return whole;
    }
    let field = field(&place.field);
    Text::new(format!("{} · {}", whole.zh, field.zh), format!("{} · {}", whole.english(), field.english()))
}

/// The one of the two that has the record, theirs where both have, for that is what comes.
fn knowing<'a>(merge: &'a Merge, key: &RecordKey) -> &'a Scenario {
    let is_here = |scenario: &Scenario| {
        let id = |name: &str| key.part(name).or_else(|| key.part("id"));
        let project = id("project").and_then(|id| crate::model::id::ProjectId::new(id).ok());
        project.is_none_or(|it| scenario.projects.contains(&it))
    };
    if is_here(merge.theirs()) { merge.theirs() } else { merge.ours() }
}

/// Why the two do not agree.
pub fn why(scenario: &Scenario, conflict: &Conflict) -> Text {
    match &conflict.why {
        Disagreement::Changed => Text::new("双方改成了不同的值", "Both changed it, to different values"),
        Disagreement::RemovedAndChanged { remover } => removed_and_changed(*remover),
        Disagreement::AddedTwice => Text::new(
            "双方用同一编号新增了不同的记录；两者都要时，对方的另编新号",
            "Both added a record of this id, and mean different ones; if both are kept, theirs gets another id",
        ),
        Disagreement::Approved { approver, changed } => {
            let count = changed.len();
            let (one, other) = (side(*approver), side(approver.other()));
            Text::new(
                format!("{}批准了这个方案，{}又改了其中 {count} 处", one.zh, other.zh),
                format!("{} approved the plan, {} changed {count} of its records", one.en, other.en.to_lowercase()),
            )
        }
        Disagreement::PlanRemoved { remover, changed } => {
            let count = changed.len();
            let (one, other) = (side(*remover), side(remover.other()));
            Text::new(
                format!("{}删除了这个方案，{}又改了其中 {count} 处", one.zh, other.zh),
                format!("{} removed the plan, {} changed {count} of its records", one.en, other.en.to_lowercase()),
            )
        }
        Disagreement::RemovedAndUsed { users } => {
            let users = listed(scenario, users);
            Text::new(
                format!("一方删除，另一方仍在使用：{}", users.zh),
                format!("Removed by one, used by the other: {}", users.english()),
            )
        }
        Disagreement::Nonsense { wrong, records } => {
            let (records, wrong) = (listed(scenario, records), wrong_sentence(wrong));
            Text::new(
                format!("各自成立，合在一起不成立（{}）：{}", records.zh, wrong.zh),
                format!("Each makes sense alone, not together ({}): {}", records.english(), wrong.english()),
            )
        }
    }
}

fn removed_and_changed(remover: Side) -> Text {
    let (one, other) = (side(remover), side(remover.other()));
    Text::new(
        format!("{}删除，{}修改", one.zh, other.zh),
        format!("Removed in {}, changed in {}", one.en.to_lowercase(), other.en.to_lowercase()),
    )
}

/// Most records that are told by name.
const MOST_LISTED: usize = 4;

/// Records by name, without their plan; more than four are counted.
pub fn listed(scenario: &Scenario, records: &[RecordKey]) -> Text {
    let names: Vec<Text> = records.iter().take(MOST_LISTED).map(|it| record_of_plan(scenario, it)).collect();
    let zh: Vec<&str> = names.iter().map(|it| it.zh.as_str()).collect();
    let en: Vec<&str> = names.iter().map(Text::english).collect();
    let (zh, en) = (zh.join("、"), en.join(", "));
    match records.len().checked_sub(MOST_LISTED).filter(|more| *more > 0) {
        Some(more) => Text::new(format!("{zh} 等 {} 项", more + MOST_LISTED), format!("{en} and {more} more")),
        None => Text::new(zh, en),
    }
}

/// What ours, theirs or the common base says in a conflict.
pub fn says(merge: &Merge, conflict: &Conflict, of: Option<Side>) -> Text {
    let (scenario, raw) = match of {
        None => (merge.base().unwrap_or_else(|| merge.ours()), &conflict.base),
        Some(Side::Ours) => (merge.ours(), &conflict.ours),
        Some(Side::Theirs) => (merge.theirs(), &conflict.theirs),
    };
    let place = &conflict.place;
    // A field is told by itself, also where the whole record follows it.
    let is_value = !place.field.is_empty();
    match raw {
        None if is_value => value(scenario, place.record.table, &place.field, None),
        None => ABSENT.into(),
        Some(raw) if is_value => value(scenario, place.record.table, &place.field, Some(raw)),
        Some(_) => with_gist(scenario, &place.record),
    }
}

/// A conflict in one line: what it is about, why, what each says, and what is taken.
pub fn line(merge: &Merge, conflict: &Conflict) -> Text {
    let about = about(merge, conflict);
    let why = why(knowing(merge, &conflict.place.record), conflict);
    let [base, ours, theirs] = [None, Some(Side::Ours), Some(Side::Theirs)].map(|of| says(merge, conflict, of));
    let taken = choice(conflict.taken);
    Text::new(
        format!("{}：{}。原 {}；我方 {}；对方 {}。{}", about.zh, why.zh, base.zh, ours.zh, theirs.zh, taken.zh),
        format!(
            "{}: {}. Base {}; ours {}; theirs {}. {}",
            about.english(),
            why.english(),
            base.english(),
            ours.english(),
            theirs.english(),
            taken.en
        ),
    )
}

/// What comes in, by table: `项目布局 增 2 删 1 改 3`.
pub fn comes_in(incoming: &Difference) -> Vec<Text> {
    let head = (!incoming.document.is_empty()).then(|| {
        let count = incoming.document.len();
        let name = super::difference::DOCUMENT;
        Text::new(format!("{} 改 {count}", name.zh), format!("{}: {count} changed", name.en))
    });
    let tables = incoming.tables.iter().map(|it| {
        let name = table(it.table).map_or_else(|| Text::new(it.table, ""), Text::from);
        let counts = [
            (super::difference::ADDED, it.added.len()),
            (super::difference::REMOVED, it.removed.len()),
            (super::difference::CHANGED, it.changed.iter().filter(|it| !it.is_renumbered_only()).count()),
        ];
        let counts: Vec<_> = counts.into_iter().filter(|(_, count)| *count > 0).collect();
        let zh: Vec<String> = counts.iter().map(|(word, count)| format!("{} {count}", word.zh)).collect();
        let en: Vec<String> = counts.iter().map(|(word, count)| format!("{count} {}", word.en)).collect();
        Text::new(format!("{} {}", name.zh, zh.join(" ")), format!("{}: {}", name.english(), en.join(", ")))
    });
    head.into_iter().chain(tables).collect()
}

/// A rule that breaks only together: what it says, and what each side did.
pub fn only_together(merge: &Merge, it: &OnlyTogether) -> Text {
    let merged = &merge.merged;
    let title = merged
        .rules
        .get(&it.finding.rule)
        .map_or_else(|| Text::new(it.finding.rule.as_str(), ""), |rule| rule.title.clone());
    let (park, sentence) = (finding::place(merged, &it.finding), finding::sentence(merged, &it.finding));
    let (ours, theirs) = (listed(merge.ours(), &it.ours), listed(merge.theirs(), &it.theirs));
    Text::new(
        format!(
            "方案 {} · {} · {}：{}（我方：{}；对方：{}）",
            it.plan, title.zh, park.zh, sentence.zh, ours.zh, theirs.zh
        ),
        format!(
            "Plan {} · {} · {}: {} (ours: {}; theirs: {})",
            it.plan,
            title.english(),
            park.english(),
            sentence.english(),
            ours.english(),
            theirs.english()
        ),
    )
}

/// Title of the sheet: the file that is merged in.
pub fn title(file: &str) -> Text {
    Text::new(format!("合并 {file}"), format!("Merge {file}"))
}

/// Which of the conflicts is shown, counted from 1.
pub fn number(at: usize, all: usize) -> Text {
    Text::new(format!("冲突 {at}/{all}"), format!("Conflict {at} of {all}"))
}

/// That there are more than those that are shown.
pub fn more(count: usize) -> Text {
    Text::new(format!("另有 {count} 条"), format!("{count} more"))
}

/// How many conflicts there are, and how many of them nobody has decided.
pub fn conflicts(all: usize, undecided: usize) -> Text {
    match (all, undecided) {
        (0, _) => Text::new("没有冲突", "No conflicts"),
        (1, 0) => Text::new("冲突 1 处，已决定", "1 conflict, decided"),
        (1, _) => Text::new("冲突 1 处，未决定（暂按我方）", "1 conflict, undecided (ours is kept)"),
        (_, 0) => Text::new(format!("冲突 {all} 处，均已决定"), format!("{all} conflicts, all decided")),
        (_, _) => Text::new(
            format!("冲突 {all} 处，{undecided} 处未决定（暂按我方）"),
            format!("{all} conflicts, {undecided} undecided (ours is kept)"),
        ),
    }
}
