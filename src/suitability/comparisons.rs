//! What do comparisons of the five groups in pairs say of the points? The groups are weighed by [`ahp`], the points inside
//! a group keep their proportion.
//!
//! Saaty's scale goes from 1 (alike) to 9 (beyond compare). Nothing here changes a plan: the points are an edit's to set.

use super::{
    Criterion, Group,
    methods::{additive::whole_parts, ahp},
};
use crate::model::{
    id::{PlanId, RecordId},
    quantity::Factor,
    scenario::Scenario,
    weights::{comparisons_of, own_weights_of, weights_of},
};

/// Largest ratio of the scale.
pub const MOST: f64 = 9.0;

/// Points that are shared out where the criteria have none.
const USUAL_SUM: f64 = 100.0;

/// Steps of a [`Factor`] in the tenth of a point to which points are rounded.
const STEPS_PER_TENTH: i64 = 100;

/// How many times as much each group counts as another; all pairs are judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparisons {
    /// By row and column of [`Group::ALL`]; `a_ji = 1 / a_ij`, ones on the diagonal.
    matrix: Vec<Vec<f64>>,
}

impl Default for Comparisons {
    /// The usual judgements, from which the points of the default pack come.
    fn default() -> Self {
        const USUAL: [f64; 10] = [1.0, 1.0, 2.0, 5.0, 2.0, 2.0, 6.0, 1.0, 4.0, 3.0];
        let mut usual = Self::alike();
        for ((one, other), ratio) in pairs().into_iter().zip(USUAL) {
            usual.set(one, other, ratio);
        }
        usual
    }
}

/// All pairs of groups, the one that is shown first before the other.
pub fn pairs() -> Vec<(Group, Group)> {
    let after = |at: usize| Group::ALL.into_iter().skip(at + 1);
    Group::ALL.into_iter().enumerate().flat_map(|(at, one)| after(at).map(move |other| (one, other))).collect()
}

/// Place in [`Group::ALL`].
fn place(group: Group) -> usize {
    Group::ALL.iter().position(|it| *it == group).unwrap_or(0)
}

impl Comparisons {
    /// Every group counts as much as every other.
    pub fn alike() -> Self {
        Self { matrix: vec![vec![1.0; Group::ALL.len()]; Group::ALL.len()] }
    }

    /// Those that the weights of `plan` follow from; the usual ones where there are none. A pair that a file leaves out
    /// counts alike, a group that is none of the five is passed over.
    pub fn of(scenario: &Scenario, plan: &PlanId) -> Self {
        let mut kept = comparisons_of(scenario, plan).peekable();
        if kept.peek().is_none() {
            return Self::default();
        }
        let mut comparisons = Self::alike();
        for it in kept {
            if let (Some(one), Some(other)) = (Group::of_id(it.one.as_str()), Group::of_id(it.other.as_str())) {
                comparisons.set(one, other, it.value.to_f64());
            }
        }
        comparisons
    }

    /// How many times as much `one` counts as `other`, 1/9 to 9.
    pub fn ratio(&self, one: Group, other: Group) -> f64 {
        self.matrix.get(place(one)).and_then(|row| row.get(place(other))).copied().unwrap_or(1.0)
    }

    /// Judges that `one` counts `ratio` times as much as `other`; beyond the scale its end is taken.
    pub fn set(&mut self, one: Group, other: Group, ratio: f64) {
        let ratio = if ratio.is_finite() { ratio.clamp(1.0 / MOST, MOST) } else { 1.0 };
        for (row, column, entry) in [(one, other, ratio), (other, one, 1.0 / ratio)] {
            if let Some(cell) = self.matrix.get_mut(place(row)).and_then(|cells| cells.get_mut(place(column))) {
                *cell = entry;
            }
        }
    }

    /// The weights of the groups, in the order of [`Group::ALL`], and how well the comparisons fit together.
    pub fn priorities(&self) -> Option<ahp::Priorities> {
        ahp::Priorities::of(&self.matrix)
    }

    /// The comparisons as a plan keeps them: the weightier group first, and how many times as much it counts, 1 to 9.
    pub fn records(&self) -> Vec<(RecordId, RecordId, Factor)> {
        let record = |(one, other)| {
            let ratio = self.ratio(one, other);
            let (one, other, ratio) = if ratio < 1.0 { (other, one, 1.0 / ratio) } else { (one, other, ratio) };
            let value = format!("{ratio:.3}").parse().ok()?;
            Some((RecordId::new(one.id()).ok()?, RecordId::new(other.id()).ok()?, value))
        };
        pairs().into_iter().filter_map(record).collect()
    }
}

/// The points of `plan` when the groups count as `groups` says, which sums to 1 in the order of [`Group::ALL`].
///
/// Their sum stays what it is, or is 100 where it is 0; inside a group they keep their proportion, or share alike where all
/// are 0. Rounded to a tenth of a point by largest remainder. Other criteria keep what the plan gives them.
pub fn points(scenario: &Scenario, plan: &PlanId, groups: &[f64]) -> Vec<(RecordId, Factor)> {
    let weights = weights_of(scenario, plan);
    let grouped: Vec<(&RecordId, f64, Group)> = weights
        .iter()
        .filter_map(|(id, weight)| Some((id, weight.to_f64(), Criterion::of_id(id.as_str())?.group())))
        .collect();
    let of_group = |group: Group| grouped.iter().filter(move |(_, _, of)| *of == group);
    let sum_of = |group: Group| of_group(group).map(|(_, weight, _)| weight).sum::<f64>();
    let weight_of = |group: Group| groups.get(place(group)).copied().unwrap_or(0.0);
    let shared: f64 = Group::ALL.into_iter().filter(|it| of_group(*it).next().is_some()).map(weight_of).sum();
    let sum: f64 = grouped.iter().map(|(_, weight, _)| weight).sum();
    let sum = if sum > 0.0 { sum } else { USUAL_SUM };
    let share = |(_, weight, group): &(&RecordId, f64, Group)| {
        let inside = sum_of(*group);
        let alike = || 1.0 / of_group(*group).map(|_| 1.0).sum::<f64>();
        let share = if inside > 0.0 { weight / inside } else { alike() };
        if shared > 0.0 { 10.0 * sum * share * weight_of(*group) / shared } else { 0.0 }
    };
    let shares: Vec<f64> = grouped.iter().map(share).collect();
    let (_, tenths) = whole_parts(&shares, &shares);
    let of_criteria = grouped.iter().zip(tenths);
    let mut points: Vec<(RecordId, Factor)> =
        of_criteria.map(|((id, ..), tenths)| ((*id).clone(), Factor::from_steps(tenths * STEPS_PER_TENTH))).collect();
    let others = own_weights_of(scenario, plan).filter(|it| Criterion::of_id(it.criterion.as_str()).is_none());
    points.extend(others.map(|it| (it.criterion.clone(), it.weight)));
    points
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::model::{
        id::PackId,
        plan::{Plan, PlanStatus},
        policy::Pack,
        support::Weight,
        table::Table,
        text::Text,
    };

    fn record(id: &str) -> RecordId {
        RecordId::new(id).unwrap()
    }

    fn scenario(weights: &[(&str, i64)]) -> Scenario {
        let plan = Plan { id: PlanId::new("A").unwrap(), name: Text::new("甲", ""), status: PlanStatus::Draft };
        let (id, day) = (PackId::new("pack").unwrap(), date(2022, 7, 8));
        let pack = Pack { id, title: Text::new("规则", ""), author: String::new(), date: day, levels: Vec::new() };
        let mut scenario = Scenario::blank(Text::new("试城", ""), day, plan, pack, Table::default());
        for (id, points) in weights {
            scenario.scoring.insert(Weight { id: record(id), weight: Factor::from_steps(points * 1_000) });
        }
        scenario
    }

    fn plain(points: &[(RecordId, Factor)]) -> Vec<(&str, String)> {
        points.iter().map(|(id, weight)| (id.as_str(), weight.plain())).collect()
    }

    #[test]
    fn the_usual_judgements_fit_together_and_are_kept_with_the_weightier_first() {
        let usual = Comparisons::default();
        let priorities = usual.priorities().unwrap();
        for (weight, expected) in priorities.weights.iter().zip([0.271, 0.320, 0.197, 0.160, 0.052]) {
            assert!((weight - expected).abs() < 5e-4, "{:?}", priorities.weights);
        }
        let mut turned = usual.clone();
        turned.set(Group::Positioning, Group::Chain, 1.0 / 3.0);
        let records = turned.records();
        assert_eq!(records.len(), 10);
        assert_eq!(records[0], (record("chain"), record("positioning"), Factor::from_steps(3_000)));
    }

    #[test]
    fn what_a_plan_keeps_is_read_back() {
        let mut city = scenario(&[("headroom", 3)]);
        let plan = PlanId::new("A").unwrap();
        assert_eq!(Comparisons::of(&city, &plan), Comparisons::default());
        let mut judged = Comparisons::alike();
        judged.set(Group::Interest, Group::Services, 9.0);
        for (one, other, value) in judged.records() {
            city.plan_comparisons.insert(crate::model::plan::PlanComparison { plan: plan.clone(), one, other, value });
        }
        let read = Comparisons::of(&city, &plan);
        assert!((read.ratio(Group::Services, Group::Interest) - 1.0 / 9.0).abs() < 1e-12);
        assert_eq!(read, judged);
    }

    #[test]
    fn points_keep_their_sum_and_their_proportion_inside_a_group() {
        let city = scenario(&[("headroom", 13), ("threshold-margin", 7), ("position-fit", 20), ("beauty", 4)]);
        let plan = PlanId::new("A").unwrap();
        let found = points(&city, &plan, &[0.25, 0.4, 0.25, 0.05, 0.05]);
        let expected = [("headroom", "13"), ("position-fit", "20"), ("threshold-margin", "7")];
        assert_eq!(plain(&found), expected.map(|(id, points)| (id, points.to_owned())), "half each of what is there");
        let found = points(&city, &plan, &[0.9, 0.0, 0.1, 0.0, 0.0]);
        let expected = [("headroom", "2.6"), ("position-fit", "36"), ("threshold-margin", "1.4")];
        assert_eq!(plain(&found), expected.map(|(id, points)| (id, points.to_owned())));
        let nothing = scenario(&[("headroom", 0), ("threshold-margin", 0), ("transport", 0)]);
        let found = points(&nothing, &plan, &[0.2; 5]);
        let expected = [("headroom", "25"), ("threshold-margin", "25"), ("transport", "50")];
        assert_eq!(plain(&found), expected.map(|(id, points)| (id, points.to_owned())));
        assert!(points(&scenario(&[]), &plan, &[0.2; 5]).is_empty());
    }
}
