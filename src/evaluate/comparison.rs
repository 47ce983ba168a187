//! What becomes better, worse or is traded when a plan changes? Ten indicators of a plan, and their change in words.
//!
//! The score decides which plan is better; the other indicators tell the planner what that costs. More land taken is neither
//! good nor bad: it is traded for what is placed on it.

use crate::{
    analysis::composition::{self, Metric, Scope},
    evaluate::judgement::Judgement,
    model::{
        policy::SiteFactor,
        quantity::{Mu, WanYuan},
    },
    rules::facts::Placed,
};

/// What is measured of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Indicator {
    /// Broken findings at level legal.
    Legal,
    /// Projects that wait for a place.
    Unplaced,
    /// Broken findings at level policy.
    Policy,
    /// Suitability and coupling, in points.
    Fit,
    /// Tax a year of placed projects per mu of their land, in hundredths of 万元 per mu.
    TaxPerMu,
    /// Investment of placed projects, in steps of [`WanYuan`].
    Investment,
    /// Mean over the parks of the share of leading industries in their output with the plan, in tenths of a per cent.
    LeadingShare,
    /// Placed projects of which another district than the park's reported first.
    CrossDistrict,
    /// Chemical-zone land that is left in all parks, in steps of [`Mu`].
    ChemicalLeft,
    /// Land that placed projects and reservations take, in steps of [`Mu`].
    Land,
}

impl Indicator {
    /// All indicators, in the order in which they are shown.
    pub const ALL: [Self; 10] = [
        Self::Legal,
        Self::Unplaced,
        Self::Policy,
        Self::Fit,
        Self::TaxPerMu,
        Self::Investment,
        Self::LeadingShare,
        Self::CrossDistrict,
        Self::ChemicalLeft,
        Self::Land,
    ];

    /// Its value for the plan of `judgement`, in the unit of the indicator; `None` where it is not defined: no land is taken, no park
    /// has output, or no park states a chemical zone.
    pub fn of(self, judgement: &Judgement) -> Option<i64> {
        let score = judgement.score();
        match self {
            Self::Legal => Some(-score.legal),
            Self::Unplaced => Some(-score.unplaced),
            Self::Policy => Some(-score.policy),
            Self::Fit => Some(score.fit),
            Self::TaxPerMu => tax_per_mu(judgement),
            Self::Investment => Some(investment(judgement)),
            Self::LeadingShare => leading_share(judgement),
            Self::CrossDistrict => Some(cross_district(judgement)),
            Self::ChemicalLeft => chemical_left(judgement),
            Self::Land => Some(judgement.facts().parks().map(|(_, facts)| facts.land_demand().steps()).sum()),
        }
    }

    /// What a change from `before` to `after` is.
    pub fn trend(self, before: Option<i64>, after: Option<i64>) -> Trend {
        let (Some(before), Some(after)) = (before, after) else {
            return if before == after { Trend::Same } else { Trend::Incomparable };
        };
        if before == after {
            return Trend::Same;
        }
        let more_is_better = match self {
            Self::Fit | Self::TaxPerMu | Self::Investment | Self::LeadingShare | Self::ChemicalLeft => true,
            Self::Legal | Self::Unplaced | Self::Policy | Self::CrossDistrict => false,
            Self::Land => return Trend::Traded,
        };
        if (after > before) == more_is_better { Trend::Better } else { Trend::Worse }
    }
}

/// What a change is for the planner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// 变好.
    Better,
    /// 变差.
    Worse,
    /// 取舍.
    Traded,
    /// 持平.
    Same,
    /// 无可比: one of the two is not defined.
    Incomparable,
}

/// An indicator before and after a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// What is measured.
    pub indicator: Indicator,
    /// Before the change; `None` where it is not defined.
    pub before: Option<i64>,
    /// After it.
    pub after: Option<i64>,
    /// What the change is.
    pub trend: Trend,
}

/// All indicators of two judgements, in the order of [`Indicator::ALL`].
pub fn rows(before: &Judgement, after: &Judgement) -> Vec<Row> {
    let row = |indicator: Indicator| {
        let (before, after) = (indicator.of(before), indicator.of(after));
        Row { indicator, before, after, trend: indicator.trend(before, after) }
    };
    Indicator::ALL.into_iter().map(row).collect()
}

fn placed(judgement: &Judgement) -> impl Iterator<Item = &Placed> {
    judgement.facts().parks().flat_map(|(_, facts)| facts.placed.values())
}

fn tax_per_mu(judgement: &Judgement) -> Option<i64> {
    let land: i64 = judgement.facts().parks().map(|(_, facts)| facts.land.steps()).sum();
    let tax: i64 = placed(judgement).filter_map(|it| it.project.tax).map(WanYuan::steps).sum();
    // Steps of both are hundredths, so that their quotient is in 万元 per mu.
    (land > 0).then(|| (tax.saturating_mul(100).saturating_add(land / 2)).div_euclid(land))
}

fn investment(judgement: &Judgement) -> i64 {
    placed(judgement).filter_map(|it| it.project.investment).map(WanYuan::steps).sum()
}

fn leading_share(judgement: &Judgement) -> Option<i64> {
    let share = |facts| {
        let output = composition::of_park(judgement.world(), facts, Metric::Output, Scope::WithPlan);
        let leading = output.leading(facts);
        (output.total > 0).then(|| i128::from(leading) * 1_000_000 / i128::from(output.total))
    };
    let shares: Vec<i128> = judgement.facts().parks().filter_map(|(_, facts)| share(facts)).collect();
    let parks = i128::try_from(shares.len()).ok().filter(|it| *it > 0)?;
    i64::try_from((shares.iter().sum::<i128>() / parks + 500) / 1_000).ok()
}

fn cross_district(judgement: &Judgement) -> i64 {
    let world = judgement.world();
    let of_park = judgement.facts().parks().filter_map(|(id, facts)| Some((world.parks.get(id)?, facts)));
    let crosses = of_park.map(|(park, facts)| {
        let reporters = facts.placed.values().filter_map(|it| it.project.first_reporter.as_ref());
        reporters.filter(|it| !park.is_hosted_by(it)).count()
    });
    i64::try_from(crosses.sum::<usize>()).unwrap_or(i64::MAX)
}

fn chemical_left(judgement: &Judgement) -> Option<i64> {
    let world = judgement.world();
    let left = judgement.facts().parks().filter_map(|(id, facts)| {
        let zone: Mu = world.parks.get(id)?.capacities.chemical_zone_land?;
        Some(zone.steps() - facts.demand(SiteFactor::ChemicalZoneLand).total())
    });
    left.fold(None, |sum: Option<i64>, left| Some(sum.unwrap_or(0).saturating_add(left)))
}
