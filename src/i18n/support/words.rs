//! Labels, buttons and empty states of support: pools, programmes, promises.

use crate::i18n::phrase::Phrase;

/// The page of pools, programmes and funds.
pub const POOLS_AND_FUNDS: Phrase = Phrase::new("要素与资金", "Pools and funds");
/// The page of service tasks and commitments.
pub const PROMISES: Phrase = Phrase::new("服务与履约", "Promises");
/// Pools of the city.
pub const POOLS: Phrase = Phrase::new("全市要素池", "City pools");
/// How to read the bars of pools.
pub const POOLS_NOTE: Phrase = Phrase::new("刻度：90 %", "Tick at 90 %");
/// The pack has no rule about a pool.
pub const NO_POOLS: Phrase = Phrase::new("规则包没有全市要素池的规则", "The rule pack has no rule about city pools");
/// Reservations that hold.
pub const RESERVATIONS: Phrase = Phrase::new("有效预留", "Live reservations");
/// There are none: what to do.
pub const NO_RESERVATIONS: Phrase = Phrase::new(
    "本方案没有预留。要预留用地、能耗等要素，请打开园区的预留页",
    "This plan reserves nothing. To reserve land or energy, open the reservations of a park",
);
/// Opens the reservations of a park.
pub const PARK_RESERVATIONS: Phrase = Phrase::new("新增预留…", "Reserve…");
/// Funding programmes.
pub const PROGRAMMES: Phrase = Phrase::new("扶持计划", "Programmes");
/// Adds a programme.
pub const NEW_PROGRAMME: Phrase = Phrase::new("新增计划…", "New programme…");
/// Changes a programme.
pub const EDIT_PROGRAMME: Phrase = Phrase::new("修改计划…", "Edit programme…");
/// There are none: what to do.
pub const NO_PROGRAMMES: Phrase = Phrase::new(
    "尚无扶持计划。新增一个计划，再为项目登记申请",
    "No programme yet. Add one, then record claims of projects",
);
/// Head of a column: budget.
pub const BUDGET: Phrase = Phrase::new("预算", "Budget");
/// Head of a column: granted.
pub const GRANTED: Phrase = Phrase::new("已安排", "Granted");
/// Head of a column: left.
pub const LEFT: Phrase = Phrase::new("余额", "Left");
/// Head of a column: how a programme is shared out.
pub const RULE: Phrase = Phrase::new("分配规则", "Rule");
/// Head of a column: name.
pub const NAME: Phrase = Phrase::new("名称", "Name");
/// Claims on a programme.
pub const CLAIMS: Phrase = Phrase::new("申请与安排", "Claims and grants");
/// Head of a column: asked.
pub const ASKED: Phrase = Phrase::new("申请", "Asked");
/// Head of a column: what the rule gives.
pub const BY_RULE: Phrase = Phrase::new("规则建议", "By the rule");
/// Head of a column: why not all of it.
pub const WHY: Phrase = Phrase::new("说明", "Why");
/// Stands in no park.
pub const NOT_PLACED: Phrase = Phrase::new("待布局", "Unplaced");
/// Grants what the rule gives.
pub const ALLOCATE: Phrase = Phrase::new("按规则安排", "Grant by the rule");
/// What that does.
pub const ALLOCATE_HINT: Phrase = Phrase::new(
    "按规则给出建议安排；人工另行确定的保持不变",
    "Grants what the rule proposes; what a person decided otherwise stays",
);
/// Grants are what the rule gives.
pub const ALLOCATED_ALREADY: Phrase =
    Phrase::new("已按规则安排，没有变化", "The grants are what the rule gives already");
/// Adds a claim.
pub const NEW_CLAIM: Phrase = Phrase::new("登记申请…", "New claim…");
/// There are none: what to do.
pub const NO_CLAIMS: Phrase = Phrase::new(
    "本方案没有项目申请这个计划。登记申请后，按规则给出安排建议",
    "No project of this plan claims from it. Record a claim, and the rule proposes grants",
);
/// Why no claim can be made.
pub const NO_PROGRAMME_YET: Phrase = Phrase::new("尚无扶持计划", "There is no programme yet");
/// Why nothing can be promised or claimed.
pub const NO_PROJECTS: Phrase = Phrase::new("尚无项目", "There are no projects yet");
/// Opens the editor of a grant.
pub const EDIT_GRANT: Phrase = Phrase::new("修改安排…", "Edit grant…");
/// Opens the editor of a claim.
pub const EDIT_CLAIM: Phrase = Phrase::new("修改申请…", "Edit claim…");
/// Takes a claim back.
pub const DROP_CLAIM: Phrase = Phrase::new("撤回申请", "Take back the claim");
/// Gets what it asks for.
pub const FULLY_FUNDED: Phrase = Phrase::new("足额", "In full");
/// The choice may not be the best.
pub const CHOICE_NOT_PROVEN: Phrase =
    Phrase::new("申请很多，这一组合未证明最优", "With so many claims, this choice is not proven best");
/// Money that was won.
pub const FUNDINGS: Phrase = Phrase::new("争取资金", "Money won");
/// Honours and pilots.
pub const HONOURS: Phrase = Phrase::new("荣誉、试点", "Honours, pilots");
/// There is none: what to do.
pub const NO_FUNDINGS: Phrase =
    Phrase::new("尚无记录。可在表格中填写后导入", "None on record. Fill in the sheet and import it");
/// The split of joint money is not known.
pub const SPLIT_UNKNOWN: Phrase = Phrase::new("分配未公布", "split not published");
/// Column of service tasks.
pub const SERVICES: Phrase = Phrase::new("服务事项", "Service tasks");
/// Column of milestones.
pub const COMMITMENTS: Phrase = Phrase::new("履约节点", "Commitments");
/// There are none: what to do.
pub const NO_SERVICES: Phrase = Phrase::new(
    "尚无服务事项。新增事项，写明承诺日期和责任单位",
    "No service task yet. Add one with its promised day and responsible office",
);
/// There are none: what to do.
pub const NO_COMMITMENTS: Phrase =
    Phrase::new("尚无履约节点。按投资协议或监管协议新增", "No commitment yet. Add those of the investment contract");
/// Adds a task.
pub const NEW_TASK: Phrase = Phrase::new("新增事项…", "New promise…");
/// Adds a service task.
pub const NEW_SERVICE: Phrase = Phrase::new("新增服务事项…", "New service task…");
/// Adds a commitment.
pub const NEW_COMMITMENT: Phrase = Phrase::new("新增履约节点…", "New commitment…");
/// Changes a task.
pub const EDIT_TASK: Phrase = Phrase::new("修改事项…", "Edit promise…");
/// Removes a task.
pub const DROP_TASK: Phrase = Phrase::new("删除事项", "Remove promise");
/// Marks a task as done on the day of the scenario.
pub const DONE_TODAY: Phrase = Phrase::new("今日办结", "Done today");
/// Takes that back.
pub const NOT_DONE: Phrase = Phrase::new("改为未办结", "Not done after all");
/// Promises kept, by park.
pub const KEPT: Phrase = Phrase::new("承诺兑现率", "Promises kept");
/// What counts.
pub const KEPT_NOTE: Phrase = Phrase::new("按期办结 / 应办结", "Kept in time / due");
/// Nothing was due yet.
pub const NONE_DUE: Phrase = Phrase::new("尚无到期", "none due");
/// What the program never does.
pub const PROPOSES_ONLY: Phrase =
    Phrase::new("逾期只作提示，退出、收回由会议决定", "Overdue is only pointed out; a meeting decides what follows");
/// Label of a field: kind.
pub const PROMISE_KIND: Phrase = Phrase::new("种类", "Kind");
/// Label of a field: what.
pub const TASK_NAME: Phrase = Phrase::new("事项", "What");
/// Label of a field: owner.
pub const OWNER: Phrase = Phrase::new("责任单位", "Responsible office");
/// Label of a field: promised day.
pub const DUE: Phrase = Phrase::new("承诺日期", "Promised day");
/// Label of a field: day done (optional).
pub const DONE: Phrase = Phrase::new("办结日期（可空）", "Day done (optional)");
/// Label of a field: clause (optional).
pub const CLAUSE: Phrase = Phrase::new("条款（可空）", "Clause (optional)");
/// Heading of a sheet: claim.
pub const CLAIM_SHEET: Phrase = Phrase::new("扶持申请", "Claim");
/// Heading of a sheet: grant.
pub const GRANT_SHEET: Phrase = Phrase::new("安排资金", "Grant");
/// Heading of a sheet: programme.
pub const PROGRAMME_SHEET: Phrase = Phrase::new("扶持计划", "Programme");
/// Heading of a sheet: promise.
pub const TASK_SHEET: Phrase = Phrase::new("服务事项与履约节点", "Promise");
/// Label of a field: programme.
pub const PROGRAMME_FIELD: Phrase = Phrase::new("计划", "Programme");
/// Label of a field: project.
pub const PROJECT_FIELD: Phrase = Phrase::new("项目", "Project");
/// Label of a field: amount asked (CNY 10k).
pub const ASKED_FIELD: Phrase = Phrase::new("申请金额（万元）", "Amount asked (CNY 10k)");
/// Label of a field: least of use (CNY 10k, optional).
pub const LEAST_FIELD: Phrase = Phrase::new("最低有效金额（万元，可空）", "Least of use (CNY 10k, optional)");
/// Label of a field: priority (1 is first, optional).
pub const PRIORITY_FIELD: Phrase = Phrase::new("优先序（1 为最先，可空）", "Priority (1 is first, optional)");
/// Label of a field: grant (CNY 10k).
pub const GRANT_FIELD: Phrase = Phrase::new("安排金额（万元）", "Grant (CNY 10k)");
/// Label of a field: reason for departing from the rule.
pub const DEPARTS_REASON: Phrase = Phrase::new("与规则不同的理由", "Reason for departing from the rule");
/// What is missing.
pub const DEPARTS_MISSING: Phrase =
    Phrase::new("与规则建议不同，须写明理由", "It departs from the rule: state the reason");
/// Puts the amount of the rule in.
pub const TAKE_RULE: Phrase = Phrase::new("取规则建议", "Take the rule's amount");
/// Label of a field: budget (CNY 10k, optional).
pub const BUDGET_FIELD: Phrase = Phrase::new("预算（万元，可空）", "Budget (CNY 10k, optional)");
/// Label of a field: ceiling of a project (CNY 10k, optional).
pub const MOST_FIELD: Phrase = Phrase::new("单项上限（万元，可空）", "Ceiling of a project (CNY 10k, optional)");
/// Label of a field: ceiling as a share of investment (%, optional).
pub const MOST_SHARE_FIELD: Phrase =
    Phrase::new("上限占投资（%，可空）", "Ceiling as a share of investment (%, optional)");
/// What is missing.
pub const NAME_MISSING: Phrase = Phrase::new("请填写名称", "State the name");
/// What is wrong.
pub const ONLY_ABOVE_ZERO: Phrase = Phrase::new("金额须大于零", "The amount must be more than nothing");
/// What is wrong.
pub const PRIORITY_WRONG: Phrase =
    Phrase::new("优先序是 1、2、3 这样的整数", "Priority is a whole number such as 1, 2, 3");
/// What is wrong.
pub const SHARE_WRONG: Phrase =
    Phrase::new("比例为 0 至 100，至多一位小数", "A share is 0 to 100 with one decimal at most");
