//! How solving and its review are told: what is wished, how it gets on, what is proposed, and what becomes better or worse.

use super::{edit, figure, finding, phrase::Phrase, term};
use crate::{
    evaluate::{
        comparison::{Indicator, Row, Trend},
        score::Score,
    },
    model::{
        edit::Edit,
        id::{IndustryId, ParkId, ProjectId},
        plan::Certificate,
        quantity::{Mu, WanYuan},
        scenario::Scenario,
        text::Text,
    },
    optimise::{
        pin_price::PinPrice,
        review::{Bond, Change, Group, Obstacle, Scarce},
    },
    rules::facts::Facts,
};

/// Menu: the panel that solves.
pub const SOLVE: Phrase = Phrase::new("求解…", "Solve…");
/// Its title.
pub const TITLE: Phrase = Phrase::new("求解", "Solve");
/// What solving is.
pub const ABOUT: Phrase = Phrase::new(
    "在用地、用电、供水、污水、能耗与定位的共同约束下，为项目一起找最合适的园区。结果只是建议：逐组接受、拒绝或钉住后才应用，一次撤销可全部还原",
    "Finds the best parks for all projects together, under the shared limits on land, power, water, sewage, energy and \
     positions. The result is a proposal: nothing is applied before you accept, reject or pin it, and one undo takes it back",
);
/// What may move.
pub const WHAT: Phrase = Phrase::new("范围", "What");
/// Only what waits.
pub const REST: Phrase = Phrase::new("只补待布局", "Unplaced");
/// Placed ones as well.
pub const EVERYTHING: Phrase = Phrase::new("全部重排", "All");
/// Positions as well.
pub const POSITIONS: Phrase = Phrase::new("连同定位", "Positions too");
/// Heading: what happens to positions.
pub const POSITION_CHANGES: Phrase = Phrase::new("定位调整", "Changes of positions");
/// Why they are decided together.
pub const POSITIONS_FIRST: Phrase = Phrase::new(
    "其余改动以此为前提，只能一并接受或拒绝",
    "the other changes rest on these: accepted or rejected as a whole",
);
/// They are not wanted.
pub const POSITIONS_KEPT: Phrase = Phrase::new("定位保持不变", "positions stay as they are");
/// They cannot be made any more.
pub const POSITIONS_GONE: Phrase =
    Phrase::new("定位在求解后另有改动，调整不再适用", "No longer applies: positions have changed otherwise since");
/// The time that it may take.
pub const TIME: Phrase = Phrase::new("最多用时", "At most");
/// How many placed projects may move.
pub const MOST_MOVED: Phrase = Phrase::new("最多改动已布局", "Placed projects moved at most");
/// Every number of them.
pub const NO_LIMIT: Phrase = Phrase::new("不限", "Any");
/// Begins.
pub const BEGIN: Phrase = Phrase::new("开始求解", "Solve");
/// Ends with what has been found.
pub const STOP: Phrase = Phrase::new("停止，看结果", "Stop and see");
/// Why it cannot be stopped.
pub const NOT_SOLVING: Phrase = Phrase::new("没有在求解", "Nothing is being solved");
/// Before the plan has been read.
pub const READING: Phrase = Phrase::new("正在读取方案…", "Reading the plan…");
/// Meanwhile.
pub const GO_ON: Phrase = Phrase::new(
    "求解时可继续编辑；结果会与当时的布局合并，不再适用的会注明",
    "Go on editing meanwhile; the result is merged into the plan as it is then, and what no longer applies is said",
);
/// Menu: between review and board.
pub const REVIEW: Phrase = Phrase::new("审阅求解结果", "Review the proposal");
/// Its title.
pub const AWAITS: Phrase = Phrase::new("求解结果待审", "Proposal to review");
/// Why there is no review.
pub const NO_REVIEW: Phrase = Phrase::new("没有待审的求解结果；先求解", "No proposal to review; solve first");
/// What to do before other plans can be looked for.
pub const SOLVE_FIRST: Phrase =
    Phrase::new("布局在求解后有改动；先再求解", "The plan has changed since it was solved; solve it again first");
/// Menu and button: other good plans.
pub const OTHERS: Phrase = Phrase::new("备选方案…", "Other good plans…");
/// Their title.
pub const OTHERS_TITLE: Phrase = Phrase::new("备选方案", "Other good plans");
/// What they are.
pub const OTHERS_ABOUT: Phrase = Phrase::new(
    "与最好的方案、以及彼此之间，至少有所选数目的项目放在不同的园区；各有长短，供会商权衡",
    "Each differs from the best plan, and from every other, in at least as many placements as you choose; each is better at something, for a committee to weigh",
);
/// How much they differ at least.
pub const DIFFER: Phrase = Phrase::new("至少不同", "Differ in at least");
/// Looks for them.
pub const SEEK: Phrase = Phrase::new("查找备选", "Look for them");
/// It is being looked for.
pub const SEEKING: Phrase = Phrase::new("正在查找备选方案…", "Looking for other plans…");
/// None was found.
pub const NO_OTHERS: Phrase = Phrase::new(
    "没有足够好又足够不同的方案：要么待布局更多，要么适配差 15 % 以上；可减小“至少不同”再试",
    "No plan is both good and different enough: more would stay unplaced, or the fit would fall by 15 % or more; ask for a smaller difference",
);
/// Shows one in the review.
pub const LOOK_AT: Phrase = Phrase::new("看这个", "Show");
/// It is shown.
pub const LOOKED_AT: Phrase = Phrase::new("正在看", "Shown");
/// The best one.
pub const BEST: Phrase = Phrase::new("最好", "Best");
/// The one that was proposed, where it is not proven best.
pub const PROPOSED: Phrase = Phrase::new("求解结果", "Proposed");
/// Row: placements that differ from the best one.
pub const DIFFERING: Phrase = Phrase::new("与求解结果不同", "Differs from it in");
/// Row: how far from the bound.
pub const QUALITY: Phrase = Phrase::new("质量", "Quality");
/// Back to the board.
pub const TO_BOARD: Phrase = Phrase::new("回到看板", "To the board");
/// Above the groups.
pub const CHANGES: Phrase = Phrase::new("改动", "Changes");
/// Accepts all.
pub const ACCEPT_ALL: Phrase = Phrase::new("全部接受", "Accept all");
/// Rejects all.
pub const REJECT_ALL: Phrase = Phrase::new("全部拒绝", "Reject all");
/// Button: accept.
pub const ACCEPT: Phrase = Phrase::new("接受", "Accept");
/// Button: reject.
pub const REJECT: Phrase = Phrase::new("拒绝", "Reject");
/// Button: pin.
pub const PIN: Phrase = Phrase::new("钉住", "Pin");
/// It is accepted.
pub const ACCEPTED: Phrase = Phrase::new("已接受", "Accepted");
/// It is rejected.
pub const REJECTED: Phrase = Phrase::new("已拒绝", "Rejected");
/// It is pinned.
pub const PINNED: Phrase = Phrase::new("已钉住", "Pinned");
/// Button: what if it is refused.
pub const WHAT_IF: Phrase = Phrase::new("若拒绝？", "If refused?");
/// Single changes of a group.
pub const SINGLE: Phrase = Phrase::new("单独决定", "Decide alone");
/// The board as it would be.
pub const BOARD_AFTER: Phrase = Phrase::new("改后的看板", "The board as it would be");
/// Legend: newly placed.
pub const NEW: Phrase = Phrase::new("新放入", "new");
/// Legend: stood there before.
pub const ORIGINAL: Phrase = Phrase::new("原有", "as before");
/// Legend: would have come, and was rejected.
pub const NOT_HERE: Phrase = Phrase::new("已拒绝", "rejected");
/// Legend: would leave.
pub const LEAVES: Phrase = Phrase::new("移出", "leaves");
/// A park that nothing changes.
pub const UNCHANGED: Phrase = Phrase::new("不变", "as before");
/// A park without projects.
pub const NOTHING_HERE: Phrase = Phrase::new("暂无项目", "No projects");
/// How hovering helps.
pub const HOVER: Phrase = Phrase::new("指向一组，只突出该组涉及的园区", "Point at a group to see its parks alone");
/// The course of the search.
pub const COURSE: Phrase = Phrase::new("求解过程", "How it went");
/// Series: best plan so far.
pub const BEST_SO_FAR: Phrase = Phrase::new("最好解", "best so far");
/// Series: bound.
pub const BOUND: Phrase = Phrase::new("上界", "bound");
/// The indicators.
pub const BEFORE_AFTER: Phrase = Phrase::new("前后对比", "Before and after");
/// The whole in a sentence.
pub const IN_A_SENTENCE: Phrase = Phrase::new("一句话", "In a sentence");
/// What still waits.
pub const STILL_WAITING: Phrase = Phrase::new("仍待布局", "Still unplaced");
/// What is scarce.
pub const SCARCE: Phrase = Phrase::new("紧缺要素的价值", "What is scarce, and what more of it is worth");
/// Nothing has a price.
pub const NOTHING_SCARCE: Phrase =
    Phrase::new("本次求解中没有要素有影子价格", "No factor has a shadow price in this solution");
/// Solves again.
pub const AGAIN: Phrase = Phrase::new("按决定再求解", "Solve again with these");
/// It is being solved again.
pub const SOLVING_AGAIN: Phrase = Phrase::new("按决定重算中…", "Solving again…");
/// Nothing is proposed.
pub const NOTHING_BETTER: Phrase = Phrase::new(
    "没有更好的布局可提议：现方案已是所找到的最好解",
    "Nothing better to propose: the plan as it is is the best that was found",
);
/// Leaves.
pub const DISCARD: Phrase = Phrase::new("放弃", "Discard");
/// Leaves, menu.
pub const LEAVE: Phrase = Phrase::new("放弃求解结果", "Discard the proposal");
/// Applies, menu.
pub const APPLY: Phrase = Phrase::new("应用审阅结果", "Apply the review");
/// Records what was shown although nothing changes.
pub const APPLY_CERTIFICATE: Phrase = Phrase::new("记录证书", "Record the certificate");
/// No longer applies.
pub const GONE: Phrase = Phrase::new("求解后已另有安排，不再适用", "No longer applies: moved otherwise since");
/// No longer fits.
pub const MISFIT: Phrase = Phrase::new(
    "与其余改动同时应用会突破法定约束，不应用",
    "Not applied: beside the rest it would break a legal limit",
);
/// A group without new findings.
pub const NOTHING_NEW: Phrase = Phrase::new("无新增问题", "no new findings");
/// Not proven for what is decided now.
pub const OUTDATED: Phrase = Phrase::new("证明不适用于当前决定", "Not shown for these decisions");
/// What to do about that.
pub const OUTDATED_HINT: Phrase = Phrase::new(
    "决定或布局在求解后有改动：再求解即可重新给出界",
    "Decisions or plan have changed since it was solved; solve again for a bound",
);
/// Badge: proven.
pub const PROVEN: Phrase = Phrase::new("已证最优", "Proven best");
/// Badge: the proof does not hold any more.
pub const VOID: Phrase = Phrase::new("证明已失效", "Proof void");
/// Badge: it is being checked.
pub const CHECKING: Phrase = Phrase::new("核验中…", "Checking…");

/// Another good plan, by its number.
pub fn other(number: usize) -> Text {
    Text::new(format!("备选 {number}"), format!("Plan {number}"))
}

/// Heading: what it costs to put a project where somebody insists.
pub const PIN_PRICE: Phrase = Phrase::new("若坚持放在这里：代价", "If somebody insists on this park: the price");
/// What the price is.
pub const PIN_PRICE_ABOUT: Phrase = Phrase::new(
    "把其余待布局项目各求一次最好的布局：一次不设条件，一次把本项目放在这里；两者之差就是代价",
    "The other unplaced projects are solved for twice: without a condition, and with this project in this park; the difference is the price",
);
/// Button: find it out.
pub const PIN_PRICE_ASK: Phrase = Phrase::new("算代价", "Find the price");
/// It could not be found out.
pub const NO_PIN_PRICE: Phrase = Phrase::new(
    "算不出代价：方案不可改动，或规模过大",
    "The price cannot be found: the plan may not change, or is too large",
);
/// What the button below does.
pub const PIN_ANYWAY: Phrase = Phrase::new("仍放在这里并钉住：", "Put it there all the same, and pin it:");
/// Button: does so.
pub const PIN_THERE: Phrase = Phrase::new("放入并钉住", "Place and pin");

/// The price of a pin: what is given up, what waits or breaks for it, and what the project would do without it.
pub fn pin_price(scenario: &Scenario, price: &PinPrice) -> Text {
    let given_up = price.free.fit - price.pinned.fit;
    let (waits, policy, legal) = (
        price.free.unplaced - price.pinned.unplaced,
        price.free.policy - price.pinned.policy,
        price.free.legal - price.pinned.legal,
    );
    let mut zh = vec![format!(
        "适配 {} → {}（{}）",
        figure::whole(price.free.fit),
        figure::whole(price.pinned.fit),
        signed(-given_up)
    )];
    let mut en = vec![format!(
        "fit {} → {} ({})",
        figure::whole(price.free.fit),
        figure::whole(price.pinned.fit),
        signed(-given_up)
    )];
    for (number, name) in [
        (legal, indicator(Indicator::Legal)),
        (waits, indicator(Indicator::Unplaced)),
        (policy, indicator(Indicator::Policy)),
    ] {
        if number != 0 {
            zh.push(format!("{} {}", name.zh, signed(number)));
            en.push(format!("{} {}", name.en.to_lowercase(), signed(number)));
        }
    }
    let home = place(scenario, price.free_home.as_ref());
    let sure = if price.is_free_best && price.is_pinned_best {
        Text::new("两次求解均已证最优", "both solutions are proven best")
    } else {
        Text::new(
            "两次求解未全部证明最优，代价是约数",
            "not both solutions are proven best, so the price is about that",
        )
    };
    let displaced = if price.displaced.is_empty() {
        Text::new("没有其他项目因此改变去处", "no other project goes elsewhere for it")
    } else {
        let count = price.displaced.len();
        Text::new(format!("{count} 项因此改变去处："), format!("{} elsewhere for it:", goes(count)))
    };
    Text::new(
        format!("{}；不设条件时去{}；{}。{}", zh.join("，"), home.zh, sure.zh, displaced.zh),
        format!(
            "{}; without the condition it goes to {}; {}. {}",
            en.join(", "),
            home.english(),
            sure.english(),
            displaced.english()
        ),
    )
}

fn goes(count: usize) -> String {
    if count == 1 { "1 project goes".to_owned() } else { format!("{count} projects go") }
}

/// More of them.
pub fn more(count: usize) -> Text {
    Text::new(format!("另有 {count} 项"), format!("{count} more"))
}

/// What an indicator is called, with its unit.
pub const fn indicator(indicator: Indicator) -> Phrase {
    match indicator {
        Indicator::Legal => Phrase::new("法定突破", "Legal findings"),
        Indicator::Unplaced => Phrase::new("待布局项目", "Unplaced"),
        Indicator::Policy => Phrase::new("政策提醒", "Policy findings"),
        Indicator::Fit => Phrase::new("适配合计", "Fit"),
        Indicator::TaxPerMu => Phrase::new("亩均税收 万元", "Tax per mu (CNY 10k)"),
        Indicator::Investment => Phrase::new("总投资 亿元", "Investment (CNY 100m)"),
        Indicator::LeadingShare => Phrase::new("主导占比均值 %", "Leading share (%)"),
        Indicator::CrossDistrict => Phrase::new("跨县区流转", "District transfers"),
        Indicator::ChemicalLeft => Phrase::new("化工区余量 亩", "Chem. land left (mu)"),
        Indicator::Land => Phrase::new("用地合计 亩", "Land taken (mu)"),
    }
}

/// The figure of an indicator; a dash where it is not defined.
pub fn indicator_figure(indicator: Indicator, value: Option<i64>) -> String {
    let Some(value) = value else { return figure::NONE.to_owned() };
    match indicator {
        Indicator::Legal | Indicator::Unplaced | Indicator::Policy | Indicator::Fit | Indicator::CrossDistrict => {
            figure::whole(value)
        }
        Indicator::TaxPerMu => tenths((value + 5).div_euclid(10)),
        Indicator::LeadingShare => tenths(value),
        Indicator::Investment => figure::yi_figure(WanYuan::from_steps(value), 1),
        Indicator::ChemicalLeft | Indicator::Land => figure::mu_figure(Mu::from_steps(value)),
    }
}

fn tenths(number: i64) -> String {
    figure::grouped(&format!("{}.{}", number / 10, (number % 10).abs()))
}

/// What to do with a project that no park takes legally.
pub const HOLD_RATHER: Phrase = Phrase::new(
    "没有园区能合规承接：可补齐条件、豁免，或在会商中暂缓",
    "No park takes it without breaking a legal limit: meet the condition, waive it, or hold the project in the session",
);

/// What a change is.
pub const fn trend(trend: Trend) -> Phrase {
    match trend {
        Trend::Better => Phrase::new("变好", "better"),
        Trend::Worse => Phrase::new("变差", "worse"),
        Trend::Traded => Phrase::new("取舍", "traded"),
        Trend::Same => Phrase::new("持平", "same"),
        Trend::Incomparable => Phrase::new("无可比", "not comparable"),
    }
}

/// What solving would do now: projects that wait, placed ones that may move, pinned ones.
pub fn prospect(
    (moves, positions, most_moved): (bool, bool, Option<usize>),
    waiting: usize,
    free: usize,
    pinned: usize,
) -> Text {
    let placed = match (moves, most_moved) {
        (false, _) => Text::new("已布局的不动", "placed ones stay"),
        (true, None) => {
            Text::new(format!("{free} 项已布局的可改放"), format!("{} may move", counted(free, "placed project")))
        }
        (true, Some(most)) => Text::new(
            format!("{free} 项已布局的最多改放 {most} 项"),
            format!("at most {most} of {} may move", counted(free, "placed project")),
        ),
    };
    let pins = if pinned > 0 {
        Text::new(format!("；钉住的 {pinned} 项不动"), format!("; {pinned} pinned stay"))
    } else {
        Text::default()
    };
    let of_positions = if positions {
        Text::new(
            "；定位可从目录与各细分领域中重选",
            "; positions may be drawn anew from the catalogue and the sub-sectors",
        )
    } else {
        Text::default()
    };
    Text::new(
        format!("待布局 {waiting} 项；{}{}{}", placed.zh, pins.zh, of_positions.zh),
        format!("{}; {}{}{}", counted(waiting, "unplaced project"), placed.en, pins.en, of_positions.en),
    )
}

/// A number of things, in English.
fn counted(count: usize, thing: &str) -> String {
    if count == 1 { format!("1 {thing}") } else { format!("{count} {thing}s") }
}

/// What a change of a position must bring, in points.
pub fn costs([add, drop, raise, lower, widen]: [i64; 5]) -> Text {
    Text::new(
        format!(
            "每处定位调整须值回其代价（适配点）：新增 {add}、撤回 {drop}、升为主导 {raise}、降为特色 {lower}、扩展 {widen}"
        ),
        format!(
            "Every change of a position must be worth its cost in points of fit: new {add}, withdrawn {drop}, raised {raise}, lowered {lower}, widened {widen}"
        ),
    )
}

/// How long a search has taken, of the time that it may take.
pub fn elapsed(seconds: f64, most: u32) -> Text {
    Text::new(format!("已用 {seconds:.1} 秒，最多 {most} 秒"), format!("{seconds:.1} s of at most {most} s"))
}

/// A search that is under way, in short.
pub fn under_way(seconds: f64) -> Text {
    Text::new(format!("求解中 {seconds:.0} 秒"), format!("Solving, {seconds:.0} s"))
}

/// How many changes were looked at.
pub fn looked_at(count: u64) -> Text {
    let count = figure::whole(i64::try_from(count).unwrap_or(i64::MAX));
    Text::new(format!("已比较 {count} 种改动"), format!("{count} changes compared"))
}

/// What a review is about.
pub fn about(plan: &Text, (moves, positions, most_moved): (bool, bool, Option<usize>)) -> Text {
    let what = match (moves, most_moved) {
        _ if positions => Text::new("连同定位", "positions may change as well"),
        (false, _) => Text::new("只补待布局", "unplaced projects only"),
        (true, None) => Text::new("全部重排", "everything may move"),
        (true, Some(most)) => {
            Text::new(format!("最多改动已布局 {most} 项"), format!("at most {most} placed ones move"))
        }
    };
    Text::new(
        format!("基于方案 {} · {} · 一次撤销可全部还原", plan.zh, what.zh),
        format!("on plan {} · {} · one undo takes it back", plan.english(), what.en),
    )
}

/// How many groups were decided how.
pub fn decided(accepted: usize, rejected: usize, pinned: usize) -> Text {
    let mut zh = format!("接受 {accepted} · 拒绝 {rejected}");
    let mut en = format!("accepted {accepted} · rejected {rejected}");
    if pinned > 0 {
        zh.push_str(&format!(" · 钉住 {pinned}"));
        en.push_str(&format!(" · pinned {pinned}"));
    }
    Text::new(zh, en)
}

/// Groups and what they change.
pub fn extent(groups: usize, placed: usize, moved: usize) -> Text {
    let mut zh = format!("{groups} 组相互独立 · {placed} 项落位");
    let mut en = format!("{} · {placed} placed", counted(groups, "independent group"));
    if moved > 0 {
        zh.push_str(&format!(" · {moved} 项改放"));
        en.push_str(&format!(" · {moved} moved"));
    }
    Text::new(zh, en)
}

/// The heading of a group: where its changes lead.
pub fn group_title(scenario: &Scenario, group: &Group) -> Text {
    let mut parks: Vec<&ParkId> = group.changes.iter().filter_map(|it| it.to.as_ref()).collect();
    parks.sort();
    parks.dedup();
    let count = group.changes.len();
    if let ([change], [park]) = (group.changes.as_slice(), parks.as_slice()) {
        let name = finding::park_name(scenario, park);
        let (zh, en) = if change.from.is_some() { ("改放", "moves to") } else { ("入", "to") };
        return Text::new(
            format!("{} {zh}{}", change.project, name.zh),
            format!("{} {en} {}", change.project, name.english()),
        );
    }
    match parks.as_slice() {
        [] => Text::new(format!("{count} 项退回待布局"), format!("{count} → unplaced")),
        [park] => {
            let name = finding::park_name(scenario, park);
            Text::new(format!("{count} 项入{}", name.zh), format!("{count} to {}", name.english()))
        }
        [..] => Text::new(format!("{count} 项入 {} 园", parks.len()), format!("{count} into {} parks", parks.len())),
    }
}

/// Why the changes of a group belong together, or what place a single one finds; from the plan as it is.
pub fn group_reason(scenario: &Scenario, facts: &Facts, group: &Group) -> Text {
    let placed = positions(scenario, facts, group);
    let join = |head: Text| {
        if placed.zh.is_empty() {
            head
        } else {
            Text::new(format!("{}；{}", head.zh, placed.zh), format!("{}; {}", head.english(), placed.en))
        }
    };
    match group.bond {
        Bond::Alone if placed.zh.is_empty() => cures(scenario, group),
        Bond::Alone => placed,
        Bond::Coupling => join(Text::new("同链同园，相互加分", "they bring each other something in one park")),
        Bond::Room => join(Text::new("一项让位，另一项才放得下", "one leaves so that another has room")),
    }
}

/// Which broken rules a group cures.
fn cures(scenario: &Scenario, group: &Group) -> Text {
    let titles = group.effect.cured.iter().filter_map(|it| scenario.rules.get(&it.rule)).map(|rule| &rule.title);
    let mut known: Vec<&Text> = Vec::new();
    for title in titles {
        if !known.contains(&title) {
            known.push(title);
        }
    }
    let zh: Vec<&str> = known.iter().take(3).map(|it| it.zh.as_str()).collect();
    let en: Vec<&str> = known.iter().take(3).map(|it| it.english()).collect();
    if zh.is_empty() {
        return Text::new("为其余改动让位", "gives way to the other changes");
    }
    Text::new(format!("消除问题：{}", zh.join("、")), format!("cures: {}", en.join(", ")))
}

/// Which positions take the changes of a group.
fn positions(scenario: &Scenario, facts: &Facts, group: &Group) -> Text {
    let mut roles: Vec<Text> = Vec::new();
    for change in &group.changes {
        let Some(park) = change.to.as_ref().and_then(|it| facts.park(it)) else { continue };
        let Some(project) = scenario.projects.get(&change.project) else { continue };
        let told = park.position_of(&project.industry).map_or_else(
            || Text::new("定位外", "outside the positions"),
            |it| {
                let role = term::role(it.role);
                Text::new(format!("落入{}「{}」", role.zh, it.name.zh), format!("{}: {}", role.en, it.name.english()))
            },
        );
        if !roles.contains(&told) {
            roles.push(told);
        }
    }
    let zh: Vec<&str> = roles.iter().map(|it| it.zh.as_str()).collect();
    let en: Vec<&str> = roles.iter().map(Text::english).collect();
    Text::new(zh.join("、"), en.join(", "))
}

/// What happens to a position, with its park, its role and its sub-sectors.
pub fn position(scenario: &Scenario, edit: &Edit) -> Text {
    let names = |industries: &[IndustryId]| {
        let names: Vec<Text> = industries.iter().map(|id| finding::industry_name(scenario, id)).collect();
        let zh: Vec<&str> = names.iter().map(|it| it.zh.as_str()).collect();
        let en: Vec<&str> = names.iter().map(Text::english).collect();
        Text::new(zh.join("、"), en.join(", "))
    };
    if let Edit::Designate { park, role, name, .. } = edit {
        let (park, role) = (finding::park_name(scenario, park), term::role(*role));
        Text::new(
            format!("{}：新增{}「{}」", park.zh, role.zh, name.zh),
            format!("{}: new {} position \"{}\"", park.english(), role.en.to_lowercase(), name.english()),
        )
    } else if let Edit::SetPosition { park, role, name, industries, .. } = edit {
        let (park, role, of) = (finding::park_name(scenario, park), term::role(*role), names(industries));
        Text::new(
            format!("{}：「{}」定为{}，含{}", park.zh, name.zh, role.zh, of.zh),
            format!("{}: \"{}\" {}, with {}", park.english(), name.english(), role.en.to_lowercase(), of.en),
        )
    } else {
        edit::label(scenario, edit)
    }
}

/// A number with its sign.
pub fn signed(number: i64) -> String {
    if number > 0 { format!("+{}", figure::whole(number)) } else { figure::whole(number) }
}

/// What a group adds: to the fit, and to the projects that are placed.
pub fn gain(group: &Group) -> Text {
    let gain = signed(group.gain());
    Text::new(format!("适配 {gain}"), format!("Fit {gain}"))
}

/// Where a project stands, or that it waits, with the short names of parks.
pub fn place(scenario: &Scenario, park: Option<&ParkId>) -> Text {
    park.map_or_else(|| Text::new("待布局", "unplaced"), |park| finding::park_name(scenario, park))
}

/// A change in words.
pub fn change(scenario: &Scenario, change: &Change) -> Text {
    let (from, to) = (place(scenario, change.from.as_ref()), place(scenario, change.to.as_ref()));
    let name = finding::project_name(scenario, &change.project);
    Text::new(
        format!("{} {}：{} → {}", change.project, name.zh, from.zh, to.zh),
        format!("{} {}: {} → {}", change.project, name.english(), from.english(), to.english()),
    )
}

/// The other district gives a project up.
pub fn crosses(count: usize) -> Text {
    Text::new(format!("跨县区 {count} 项"), format!("{count} cross-district"))
}

/// What applying would do.
pub fn apply(groups: usize, changes: usize) -> Text {
    Text::new(format!("应用 {groups} 组（{changes} 项）"), format!("Apply {} ({changes})", counted(groups, "group")))
}

/// The button that keeps the result as another plan.
pub fn save_as(plan: &str) -> Text {
    Text::new(format!("另存为方案 {plan}"), format!("Keep as {plan}"))
}

/// That the best plan found is as good as the bound allows.
pub fn met(score: Score) -> Text {
    let fit = figure::whole(score.fit);
    Text::new(
        format!("上界 {fit} = 最好解 {fit}，差 0 %：没有更好的方案"),
        format!("Bound {fit} = best plan {fit}, 0 % apart: no plan is better"),
    )
}

/// How the search was carried out, so that another can repeat it.
pub fn circumstances(it: &Certificate, seconds: f64, pinned: usize) -> Text {
    let seal: String = it.seal.chars().take(8).collect::<String>().to_uppercase();
    let (front, back) = seal.split_at(seal.len().min(4));
    let mut zh = format!("{seconds:.1} 秒 · 种子 {} · {} 线程", it.seed, it.threads);
    let mut en = format!("{seconds:.1} s · seed {} · {}", it.seed, counted(it.threads as usize, "thread"));
    if pinned > 0 {
        zh.push_str(&format!(" · 钉住 {pinned} 项未动"));
        en.push_str(&format!(" · {pinned} pinned"));
    }
    Text::new(format!("{zh} · 证书 {front}·{back}"), format!("{en} · certificate {front}·{back}"))
}

/// What refusing a group would cost, from the score as proposed to the best without it.
pub fn refusal(with: Score, without: Score, is_best: bool) -> Text {
    let best = if is_best {
        Text::new("最好仍可达", "the best without it has")
    } else {
        Text::new("仍找到", "without it was found")
    };
    let fit = figure::whole(without.fit);
    let fewer = with.unplaced - without.unplaced;
    let policy = with.policy - without.policy;
    let mut zh = format!("若拒绝：{}适配 {fit}（{}）", best.zh, signed(without.fit - with.fit));
    let mut en = format!("If refused: {} fit {fit} ({})", best.en, signed(without.fit - with.fit));
    if fewer != 0 {
        zh.push_str(&format!("，待布局 {}", signed(fewer)));
        en.push_str(&format!(", unplaced {}", signed(fewer)));
    }
    if policy != 0 {
        zh.push_str(&format!("，政策提醒 {}", signed(policy)));
        en.push_str(&format!(", policy findings {}", signed(policy)));
    }
    Text::new(zh, en)
}

/// The whole in a sentence: what is gained, what it costs, who still waits.
pub fn sentence(rows: &[Row], placed: usize, moved: usize, waiting: &[ProjectId]) -> Text {
    let of = |wanted: Indicator| rows.iter().find(|row| row.indicator == wanted);
    let grown = |wanted| of(wanted).and_then(|row| Some(row.after? - row.before?)).unwrap_or(0);
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    if placed > 0 {
        zh.push(format!("再落位 {placed} 项"));
        en.push(format!("{placed} more placed"));
    }
    if moved > 0 {
        zh.push(format!("改放 {moved} 项"));
        en.push(format!("{moved} moved"));
    }
    let legal = grown(Indicator::Legal);
    if legal <= 0 {
        zh.push("无新增法定问题".to_owned());
        en.push("no new legal finding".to_owned());
    }
    let costs: Vec<&Row> = rows.iter().filter(|row| row.trend == Trend::Worse).collect();
    let (mut cost_zh, mut cost_en) = (Vec::new(), Vec::new());
    for row in costs {
        let name = indicator(row.indicator);
        let (before, after) = (indicator_figure(row.indicator, row.before), indicator_figure(row.indicator, row.after));
        cost_zh.push(format!("{} {before} → {after}", name.zh));
        cost_en.push(format!("{} {before} → {after}", name.en));
    }
    let (mut head_zh, mut head_en) = (zh.join("，"), en.join(", "));
    if cost_zh.is_empty() {
        head_zh.push_str("；各项指标没有变差");
        head_en.push_str("; nothing becomes worse");
    } else {
        head_zh.push_str(&format!("；代价：{}", cost_zh.join("，")));
        head_en.push_str(&format!("; the cost: {}", cost_en.join(", ")));
    }
    match waiting.len() {
        0 => Text::new(format!("{head_zh}。没有项目待布局。"), format!("{head_en}. No project is left unplaced.")),
        1..=4 => {
            let who: Vec<String> = waiting.iter().map(ProjectId::to_string).collect();
            Text::new(
                format!("{head_zh}。{} 仍待布局。", who.join("、")),
                format!("{head_en}. Still unplaced: {}.", who.join(", ")),
            )
        }
        many => {
            Text::new(format!("{head_zh}。仍有 {many} 项待布局。"), format!("{head_en}. {many} are still unplaced."))
        }
    }
}

/// Why a project still waits: what keeps it out of how many parks.
pub fn obstacles(scenario: &Scenario, obstacles: &[(Obstacle, usize)]) -> Text {
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    for (obstacle, parks) in obstacles.iter().take(3) {
        let why = match obstacle {
            Obstacle::Rule(rule) => scenario.rules.get(rule).map(|it| it.title.clone()).unwrap_or_default(),
            Obstacle::Position => Text::new("无对应定位", "no position for it"),
            Obstacle::Locked => Text::new("园区已锁定", "locked"),
            Obstacle::Refused => Text::new("已拒绝", "rejected here"),
        };
        zh.push(format!("{} {parks} 园", why.zh));
        en.push(format!("{} ({})", why.english(), counted(*parks, "park")));
    }
    Text::new(zh.join("；"), en.join("; "))
}

/// What more of a factor is worth in a park: how many more projects, or how many points.
pub fn scarce(scenario: &Scenario, scarce: &Scarce) -> Text {
    let Scarce { park, factor, amount, projects, fit } = scarce;
    let amount =
        factor.map_or_else(|| figure::mu_figure(Mu::from_steps(*amount)), |it| figure::factor_figure(it, *amount));
    let name = finding::park_name(scenario, park);
    let (factor, unit) = factor.map_or_else(
        || (Phrase::new("用地", "land"), Phrase::new("亩", "mu")),
        |it| (term::site_factor(it), term::site_factor_unit(it)),
    );
    let worth = if *projects >= 0.05 {
        Text::new(format!("约多布局 {projects:.1} 项"), format!("about {projects:.1} more placed"))
    } else {
        Text::new(format!("约 {fit:.0} 点适配"), format!("about {fit:.0} points of fit"))
    };
    Text::new(
        format!("{}{}：每多 {amount} {}，{}", name.zh, factor.zh, unit.zh, worth.zh),
        format!("{}, {}: {amount} {} more, {}", name.english(), factor.en.to_lowercase(), unit.en, worth.en),
    )
}
