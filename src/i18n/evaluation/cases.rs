//! Characteristic parks: the board of their life, criteria, proposals and what they rest on.

use super::{NONE, number};
use crate::{
    analysis::{
        characteristic::{Case, Origin},
        recognition::{
            Bound, Reading, Verdict,
            change::{Change, Need},
            decision::{Item, Missing, Proposal},
        },
    },
    i18n::{
        phrase::Phrase,
        recognition::{measured, measured_unit, stage, step},
        term,
    },
    model::{
        id::ProjectId,
        park::{CharacteristicPark, Recognition},
        recognition::{Measured, RecognitionStep, Standard, StepKind},
        scenario::Scenario,
        text::Text,
    },
};

/// The board.
pub const CYCLE: Phrase = Phrase::new("特色园区", "Characteristic parks");
/// There are none.
pub const NO_CHARACTERISTIC: Phrase = Phrase::new("尚无特色园区", "There is no characteristic park");
/// What to do then.
pub const NO_CHARACTERISTIC_HINT: Phrase =
    Phrase::new("登记第一个申报的特色园区，即可按标准测算", "Register the first that applies to have it measured");
/// There is no standard.
pub const NO_STANDARD: Phrase = Phrase::new("无本级认定标准，未测算", "No standard of its level: not judged");
/// Neither park nor sub-sector was published.
pub const NOT_PUBLISHED: Phrase =
    Phrase::new("所在园区或细分领域未见公布，未测算", "Its park or sub-sector was not published: not judged");
/// Where a reading comes from.
pub const fn origin(origin: Origin) -> Phrase {
    match origin {
        Origin::Reported => Phrase::new("申报", "Reported"),
        Origin::Derived => Phrase::new("推算", "Derived"),
        Origin::Missing => Phrase::new("缺", "Missing"),
    }
}

/// The criteria.
pub const CRITERIA: Phrase = Phrase::new("认定标准", "Criteria");
/// What stands.
pub const NOW: Phrase = Phrase::new("现状", "Now");
/// With the projects of the plan, and with one that is tried.
pub fn with_plan(tried: Option<&ProjectId>) -> Text {
    match tried {
        Some(project) => Text::new(format!("加方案与 {project}"), format!("Plan and {project}")),
        None => Text::new("加方案项目", "With the plan"),
    }
}

/// The bound.
pub const THRESHOLD: Phrase = Phrase::new("门槛", "Threshold");
/// Excused by the anchor route.
pub const ANCHOR: Phrase = Phrase::new("链主通道", "Anchor route");
/// An accident.
pub const VETO: Phrase = Phrase::new("安全环保（一票否决）", "Safety and environment (veto)");
/// The same in one character of Chinese, two letters of English: the label below its sign.
pub const VETO_MARK: Phrase = Phrase::new("安", "Sa");
/// No accident.
pub const NO_VETO: Phrase = Phrase::new("无事故", "No accident");
/// An accident.
pub const HAS_VETO: Phrase = Phrase::new("有事故", "Accident");
/// The years looked at.
pub const YEARS_PASSED: Phrase = Phrase::new("逐年达标", "Year by year");
/// A year that passes.
pub const PASSED: Phrase = Phrase::new("达标", "Passed");
/// A year that fails.
pub const FAILED: Phrase = Phrase::new("未达标", "Failed");
/// A year of which that is open.
pub const OPEN: Phrase = Phrase::new("待核", "Open");
/// The smallest change.
pub const CHANGE_NEEDED: Phrase = Phrase::new("最小改动", "Smallest change");
/// Nothing is needed of a candidate.
pub const NOTHING_NEEDED: Phrase = Phrase::new("最新一年已达标", "The latest year passes already");
/// Nothing is needed of a holder.
pub const NOTHING_NEEDED_TO_KEEP: Phrase =
    Phrase::new("最新一年在持牌门槛（放宽 10 %）之内", "The latest year is within what a holder may miss");
/// A year that passes only by the relaxed thresholds.
pub const NEARLY: Phrase = Phrase::new("临界", "Near");
/// What decides and is missing.
pub const GAPS: Phrase = Phrase::new("补齐这些即可定论", "What is missing decides");
/// To take the last step back.
pub const TAKE_BACK: Phrase = Phrase::new("撤回最近一步", "Take back last step");
/// There is none.
pub const NOTHING_TO_TAKE_BACK: Phrase =
    Phrase::new("没有可撤回的步骤：首批状态来自数据", "No step to take back: its stage came with the data");
/// Higher levels.
pub const LADDER: Phrase = Phrase::new("争创上一级的差距", "Ladder to higher levels");
/// Already at the top.
pub const TOP: Phrase = Phrase::new("已是最高级", "It holds the highest level");
/// What was decided so far.
pub const LIFE: Phrase = Phrase::new("状态沿革", "Steps so far");
/// Nothing was decided in this document.
pub const NO_STEP: Phrase = Phrase::new("本文件中尚无办理记录", "No step was taken in this document");
/// Its evidence is estimated.
pub const INFERRED: Phrase = Phrase::new("≈ 推断", "≈ inferred");

/// What stands at the head of a column.
pub fn column(standing: Recognition) -> Phrase {
    stage(standing)
}

/// What would come into an empty column, and how.
pub const fn empty(standing: Recognition) -> (Phrase, Phrase) {
    match standing {
        Recognition::Applied => (
            Phrase::new("暂无申报", "None applied"),
            Phrase::new("登记申报后在此测算", "Register one that applies to have it measured"),
        ),
        Recognition::Cultivated => (
            Phrase::new("暂无培育", "None cultivated"),
            Phrase::new("申报尚未达标的列入培育", "Applicants that do not pass yet come here"),
        ),
        Recognition::Recognised => (
            Phrase::new("暂无认定", "None recognised"),
            Phrase::new(
                "最新一年达标且近三年两年达标的可认定",
                "Recognised with the latest year and two of three passed",
            ),
        ),
        Recognition::Warned => (
            Phrase::new("暂无预警", "None warned"),
            Phrase::new(
                "年度复核低于门槛 10 % 以上的列入，整改一年",
                "Holders more than 10 % below a threshold, for a year",
            ),
        ),
        Recognition::Withdrawn => (
            Phrase::new("暂无退出", "None withdrawn"),
            Phrase::new("连续两年不达标或一票否决的列入", "Two failed years on end, or a veto"),
        ),
    }
}

/// What a column means, beside its head.
pub const fn column_hint(standing: Recognition) -> Phrase {
    match standing {
        Recognition::Applied => Phrase::new("待审", "under review"),
        Recognition::Cultivated => Phrase::new("1–3 年", "1–3 years"),
        Recognition::Recognised => Phrase::new("每年复核", "reviewed yearly"),
        Recognition::Warned => Phrase::new("整改 1 年", "1 year"),
        Recognition::Withdrawn => Phrase::new("摘牌", "plaque back"),
    }
}

/// Those whose names were not published.
pub fn unpublished(number: usize, others: bool) -> Text {
    let (zh, en) = if others { ("其余 ", " more") } else { ("", "") };
    Text::new(format!("{zh}{number} 个名单未见公布，留空不补"), format!("{number}{en} not published, left empty"))
}

/// What is proposed, in a word or two, and how it is to be understood.
pub fn verdict(case: &Case, standing: Recognition) -> Text {
    if let Some(kind) = case.proposed(standing) {
        return match kind {
            StepKind::Review if standing == Recognition::Recognised => holds(case),
            StepKind::Review => Text::new("建议解除预警", "Lift the warning"),
            StepKind::Cultivate => Text::new("建议培育", "Cultivate"),
            StepKind::Recognise | StepKind::Warn | StepKind::Withdraw | StepKind::Apply => {
                let phrase = step(kind);
                Text::new(format!("建议{}", phrase.zh), phrase.en)
            }
        };
    }
    let gaps = case.decision.gaps.len();
    let failed = case.decision.items.iter().filter(|it| it.strict == Verdict::NotMet).count();
    match case.decision.proposal {
        Proposal::Unknown => Text::new(format!("待核 {gaps} 项"), format!("{gaps} open")),
        Proposal::Decline if failed == 0 => Text::new("年数未满", "Years short"),
        Proposal::Recognise | Proposal::Decline | Proposal::Keep | Proposal::Warn | Proposal::Withdraw => {
            Text::new(format!("差 {failed} 项"), format!("{failed} short"))
        }
    }
}

/// A holder that is kept: how close it is.
fn holds(case: &Case) -> Text {
    let near = case.decision.items.iter().filter(|it| it.strict != Verdict::Met && it.relaxed == Verdict::Met).count();
    if near == 0 {
        Text::new("达标", "Passes")
    } else {
        Text::new(format!("{near} 项临界"), format!("{near} near"))
    }
}

/// The proposal as a sentence.
pub fn proposal(case: &Case, standing: Recognition) -> Text {
    match (case.proposed(standing), standing) {
        (Some(StepKind::Review), Recognition::Warned) => {
            Text::new("建议：复核通过，解除预警", "Proposed: pass the review, lift the warning")
        }
        (Some(StepKind::Review), _) => Text::new("建议：保持认定", "Proposed: keep the recognition"),
        (Some(StepKind::Cultivate), _) => Text::new("建议：列入培育", "Proposed: cultivate"),
        (Some(kind), _) => {
            let phrase = step(kind);
            Text::new(format!("建议：{}", phrase.zh), format!("Proposed: {}", phrase.en.to_lowercase()))
        }
        (None, _) if case.decision.proposal == Proposal::Unknown => {
            Text::new("暂不能建议：数据待核", "No proposal yet: data are missing")
        }
        (None, Recognition::Cultivated) => Text::new("建议：继续培育", "Proposed: go on cultivating"),
        (None, Recognition::Warned) => Text::new("整改中，待下一年数据", "Under warning: the next year decides"),
        (None, _) => Text::new("暂无建议", "Nothing is proposed"),
    }
}

/// Why that is proposed.
pub fn reason(case: &Case, standing: Recognition) -> Text {
    let (least, most) = case.decision.years_passed;
    let of = case.years.len();
    let years = if least == most {
        Text::new(format!("{of} 年中 {least} 年达标"), format!("{least} of {of} years passed"))
    } else {
        Text::new(format!("{of} 年中 {least} 到 {most} 年达标"), format!("{least} to {most} of {of} years passed"))
    };
    let failed = case.decision.items.iter().filter(|it| it.relaxed == Verdict::NotMet).count();
    let near = case.decision.items.iter().filter(|it| it.strict != Verdict::Met && it.relaxed == Verdict::Met).count();
    let mut zh = vec![years.zh];
    let mut en = vec![years.en];
    if case.decision.veto == Verdict::Met {
        zh.push("最新一年有事故，一票否决".to_owned());
        en.push("an accident of the latest year is a veto".to_owned());
    }
    if failed > 0 {
        zh.push(format!("最新一年 {failed} 项未达门槛"));
        en.push(format!("{failed} below the threshold in the latest year"));
    }
    if case.decision.proposal == Proposal::Withdraw && case.decision.veto != Verdict::Met {
        zh.push("连续两年未达持牌门槛".to_owned());
        en.push("two years on end fail".to_owned());
    }
    if near > 0 {
        let is_kept = failed == 0 && matches!(standing, Recognition::Recognised | Recognition::Warned);
        let (zh_kept, en_kept) =
            if is_kept { ("，持牌园区不预警", ", within what a holder may miss") } else { ("", "") };
        zh.push(format!("{near} 项低于门槛但在 10 % 以内{zh_kept}"));
        en.push(format!("{near} near the threshold{en_kept}"));
    }
    Text::new(zh.join("；"), en.join("; "))
}

/// A reading with its unit.
pub fn reading(scenario: &Scenario, measure: &Measured, reading: Reading) -> Text {
    let value = match reading {
        Reading::Value(value) => value,
        Reading::Undefined => return Text::new("无值", "No value"),
        Reading::Missing => return Text::new("缺数据", "No data"),
    };
    with_unit(&number(value), &measured_unit(scenario, measure))
}

fn with_unit(figure: &str, unit: &Text) -> Text {
    Text::new(format!("{figure} {}", unit.zh).trim(), format!("{figure} {}", unit.english()).trim())
}

/// A bound with its unit.
pub fn bound(scenario: &Scenario, measure: &Measured, bound: Bound) -> Text {
    let sign = match bound {
        Bound::AtLeast(_) => "≥",
        Bound::AtMost(_) => "≤",
    };
    with_unit(&format!("{sign} {}", number(bound.figure())), &measured_unit(scenario, measure))
}

/// How far a reading is inside its bound, or outside.
pub fn margin(item: &Item) -> Text {
    match item.margin {
        Some(margin) if margin >= 0.0 => {
            let figure = number(margin);
            Text::new(format!("余 {figure}"), format!("{figure} over"))
        }
        Some(margin) => {
            let figure = number(-margin);
            Text::new(format!("差 {figure}"), format!("{figure} short"))
        }
        None => Text::new(NONE, NONE),
    }
}

/// What would have to change; `sign` stands before the reading.
pub fn need(scenario: &Scenario, standard: &Standard, need: &Need, sign: &str) -> Text {
    let Some(item) = standard.items.get(need.item) else { return Text::new(NONE, NONE) };
    let (name, unit) = (measured(scenario, &item.measure), measured_unit(scenario, &item.measure));
    let to = with_unit(&number(need.needed), &unit);
    let (now, how) = match need.reading {
        Reading::Value(value) => {
            let now = with_unit(&format!("{sign}{}", number(value)), &unit);
            (Text::new(format!("现 {}", now.zh), format!("now {}", now.english())), ("到", "to"))
        }
        Reading::Undefined => (Text::new("现无值", "no value now"), ("到", "to")),
        Reading::Missing => (Text::new("缺数据，须核实", "missing, to be shown"), ("达到", "at")),
    };
    let anchor = need.or_suppliers.map_or_else(
        || Text::new("", ""),
        |number| {
            Text::new(
                format!("；或链主在园且配套企业 {number} 家"),
                format!("; or a chain leader with {number} suppliers"),
            )
        },
    );
    Text::new(
        format!("{}{} {}（{}）{}", name.zh, how.0, to.zh, now.zh, anchor.zh),
        format!("{} {} {} ({}){}", name.english(), how.1, to.english(), now.english(), anchor.english()),
    )
}

/// How many further years it takes.
pub fn further_years(change: &Change) -> Option<Text> {
    let (least, most) = change.further_years;
    match (least, most) {
        (0, 0) => None,
        _ if least == most => {
            Some(Text::new(format!("其后还须 {least} 年达标"), format!("and {least} more years that pass")))
        }
        _ => Some(Text::new(
            format!("其后还须 {least} 到 {most} 年达标"),
            format!("and {least} to {most} more years that pass"),
        )),
    }
}

/// What is missing in a year.
pub fn gap(scenario: &Scenario, standard: &Standard, year: i16, what: Missing) -> Text {
    let name = match what {
        Missing::Item(item) => {
            standard.items.get(item).map_or_else(|| Text::new(NONE, NONE), |it| measured(scenario, &it.measure))
        }
        Missing::ChainLeader => Text::new("链主是否在园", "whether a chain leader is there"),
        Missing::Suppliers => Text::new("配套企业数", "number of suppliers"),
        Missing::Veto => Text::new("有无事故", "whether there was an accident"),
    };
    Text::new(format!("{year} 年{}", name.zh), format!("{} in {year}", name.english()))
}

/// How many criteria of a higher level are met.
pub fn rung(case: &Case) -> Text {
    let met = case.decision.items.iter().filter(|it| it.strict == Verdict::Met).count();
    let all = case.decision.items.len();
    Text::new(format!("{met} / {all} 项达标"), format!("{met} of {all} met"))
}

/// A criterion as it is read out.
pub fn criterion(scenario: &Scenario, measure: &Measured, item: &Item, of: Bound, from: Origin) -> Text {
    let (name, now, to, margin) = (
        measured(scenario, measure),
        reading(scenario, measure, item.reading),
        bound(scenario, measure, of),
        margin(item),
    );
    let from = origin(from);
    Text::new(
        format!("{} {} · {} {} · {} · {}", name.zh, now.zh, THRESHOLD.zh, to.zh, margin.zh, from.zh),
        format!(
            "{} {} · {} {} · {} · {}",
            name.english(),
            now.english(),
            THRESHOLD.en.to_lowercase(),
            to.english(),
            margin.english(),
            from.en.to_lowercase()
        ),
    )
}

/// Where it stands and since when.
pub fn standing(scenario: &Scenario, it: &CharacteristicPark) -> Text {
    let (level, stage) = (term::park_level(&scenario.pack, it.level), stage(it.recognition));
    Text::new(
        format!("{}{} {}", level.zh, stage.zh, it.since),
        format!("{} · {} {}", stage.en, level.english(), it.since),
    )
}

/// A step that was taken.
pub fn taken(scenario: &Scenario, of: &RecognitionStep) -> Text {
    let (kind, level) = (step(of.kind), term::park_level(&scenario.pack, of.level));
    Text::new(
        format!("{} {}{} · {}", of.on, level.zh, kind.zh, of.by),
        format!("{} {} ({}) · {}", of.on, kind.en, level.english(), of.by),
    )
}

/// That a step departed from what was proposed.
pub fn departed(of: &RecognitionStep) -> Option<Text> {
    let proposed = of.proposed.filter(|it| *it != of.kind)?;
    let phrase = step(proposed);
    Some(Text::new(format!("当时建议：{}", phrase.zh), format!("proposed then: {}", phrase.en.to_lowercase())))
}

/// The button of a step.
pub const fn step_button(kind: StepKind, standing: Recognition) -> Phrase {
    match (kind, standing) {
        (StepKind::Apply, _) => Phrase::new("重新申报…", "Apply again…"),
        (StepKind::Cultivate, _) => Phrase::new("列入培育…", "Cultivate…"),
        (StepKind::Recognise, Recognition::Recognised) => Phrase::new("升级认定…", "Raise the level…"),
        (StepKind::Recognise, _) => Phrase::new("认定…", "Recognise…"),
        (StepKind::Review, _) => Phrase::new("复核通过…", "Pass review…"),
        (StepKind::Warn, _) => Phrase::new("预警…", "Warn…"),
        (StepKind::Withdraw, _) => Phrase::new("退出…", "Withdraw…"),
    }
}
