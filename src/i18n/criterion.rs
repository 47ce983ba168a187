//! What are the criteria of suitability called, and the groups that they form?
//!
//! The ids are those of the table `scoring`. A criterion that is not known here has no name of its own and is shown by
//! its id.

use super::{figure, phrase::Phrase};
use crate::model::{id::RecordId, quantity::Factor, text::Text};

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
