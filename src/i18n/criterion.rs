//! What are the criteria of suitability called, and the groups that they form?
//!
//! The ids are those of the table `scoring`. A criterion that is not known here has no name of its own and is shown by
//! its id.

use super::{figure, phrase::Phrase};
use crate::{
    model::{id::RecordId, quantity::Factor, text::Text},
    suitability::{Group, methods::ahp::Consistency},
};

/// Name of the criterion `id`; `None` when it is not one of the twelve.
pub fn criterion(id: &str) -> Option<Phrase> {
    Some(match id {
        "position-fit" => Phrase::new("定位契合", "Position fit"),
        "theme-chain-leader" => Phrase::new("特色园区与链主", "Theme and chain leader"),
        "cluster-strength" => Phrase::new("集群强度", "Cluster strength"),
        "chain-coupling" => Phrase::new("链条耦合", "Chain coupling"),
        "differentiation" => Phrase::new("差异化", "Differentiation"),
        "headroom" => Phrase::new("要素余量", "Headroom"),
        "threshold-margin" => Phrase::new("门槛余量", "Threshold margin"),
        "supporting-functions" => Phrase::new("配套功能", "Supporting functions"),
        "transport" => Phrase::new("交通", "Transport"),
        "efficiency-service" => Phrase::new("效率与服务", "Efficiency and service"),
        "district-interest" => Phrase::new("属地利益", "District interest"),
        "new-track" => Phrase::new("新赛道", "New track"),
        _ => return None,
    })
}

/// Name of the group `id` of criteria; `None` when it is not one of the five.
pub fn group(id: &str) -> Option<Phrase> {
    Some(match id {
        "positioning" => Phrase::new("定位", "Positioning"),
        "chain" => Phrase::new("集群与链条", "Cluster and chain"),
        "factors" => Phrase::new("要素", "Factors"),
        "services" => Phrase::new("服务", "Services"),
        "interest" => Phrase::new("利益与政策", "Interest and policy"),
        _ => return None,
    })
}

/// Name of the criterion `id`, or the id itself where it is not one of the twelve.
pub fn criterion_name(id: &RecordId) -> Text {
    criterion(id.as_str()).map_or_else(|| Text::new(id.as_str(), id.as_str()), Text::from)
}

/// Name of the group `id`, or the id itself where it is not one of the five.
pub fn group_name(id: &RecordId) -> Text {
    group(id.as_str()).map_or_else(|| Text::new(id.as_str(), id.as_str()), Text::from)
}

/// The sum of all weights, and what it means.
pub fn sum_of_points(sum: Factor) -> Text {
    let points = figure::grouped(&sum.plain());
    Text::new(
        format!("合计 {points} 分；任何合计都可以，占比按合计折算"),
        format!("Sum {points} points; any sum will do, shares are of the sum"),
    )
}

/// Mark of a weight of the plan's own, with the points of the scenario.
pub fn own_weight(of_scenario: Factor) -> Text {
    let points = figure::grouped(&of_scenario.plain());
    Text::new(format!("自定（情景 {points}）"), format!("own (scenario {points})"))
}

/// Two groups that are compared.
pub fn pair(one: Group, other: Group) -> Text {
    let (one, other) = (name_of(one), name_of(other));
    Text::new(format!("{} 对 {}", one.zh, other.zh), format!("{} against {}", one.english(), other.english()))
}

fn name_of(group: Group) -> Text {
    self::group(group.id()).map_or_else(|| Text::new(group.id(), group.id()), Text::from)
}

/// How many times as much one group counts as another, as `3 : 1` or `1 : 3`.
pub fn judgement(ratio: f64) -> Text {
    if (ratio - 1.0).abs() < 1e-9 {
        return Text::new("同等", "alike");
    }
    let sides = if ratio > 1.0 { format!("{} : 1", times(ratio)) } else { format!("1 : {}", times(1.0 / ratio)) };
    Text::new(sides.clone(), sides)
}

/// A ratio with one decimal at most.
fn times(ratio: f64) -> String {
    let text = format!("{ratio:.1}");
    text.strip_suffix(".0").map_or_else(|| text.clone(), str::to_owned)
}

/// A share of 1 in per cent with one decimal.
pub fn per_cent(share: f64) -> String {
    format!("{:.1} %", share * 100.0)
}

/// How well comparisons fit together, in words; the limits are Saaty's 0.10, and 0.20 for a warning.
pub fn consistency(ratio: f64, consistency: Consistency) -> Text {
    let ratio = format!("{ratio:.3}");
    match consistency {
        Consistency::Accepted => Text::new(
            format!("判断相互一致：一致性比率 CR {ratio}，不超过 0.10"),
            format!("The judgements fit together: consistency ratio {ratio}, at most 0.10"),
        ),
        Consistency::Doubtful => Text::new(
            format!("判断不太一致：一致性比率 CR {ratio}，介于 0.10 与 0.20；可用，请看看最不一致的一对"),
            format!(
                "The judgements fit badly: consistency ratio {ratio}, between 0.10 and 0.20; look at the worst pair"
            ),
        ),
        Consistency::Rejected => Text::new(
            format!("判断相互矛盾：一致性比率 CR {ratio}，超过 0.20；请重新比较"),
            format!("The judgements contradict each other: consistency ratio {ratio}, above 0.20; compare again"),
        ),
    }
}

/// A comparison beside what the others make of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Compared {
    /// The group that is shown first.
    pub one: Group,
    /// The group that it is compared with.
    pub other: Group,
    /// How many times as much `one` counts, as judged.
    pub judged: f64,
    /// How many times as much it counts by the weights that all judgements come to.
    pub implied: f64,
}

/// The comparison that fits the others worst, with what they imply.
pub fn worst(it: &Compared) -> Text {
    let (pair, judged, implied) = (pair(it.one, it.other), judgement(it.judged), judgement(it.implied));
    Text::new(
        format!("最不一致的一对：{}，判为 {}，由全部判断推出 {}", pair.zh, judged.zh, implied.zh),
        format!(
            "The pair that fits worst: {}, judged {}, while all judgements imply {}",
            pair.english(),
            judged.english(),
            implied.english()
        ),
    )
}
