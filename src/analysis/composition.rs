//! What is a park made of? Its sub-sectors by output, land, investment, jobs or number, now and with the plan.
//!
//! "Now" are the enterprises; "with plan" adds the placed projects at full production. A record without the figure adds
//! nothing and is counted as missing: missing is never zero. Formulas: methods 3, `X_pi` and `s_pi = X_pi / X_p`.

use std::collections::BTreeMap;

use crate::{
    model::{
        enterprise::Enterprise,
        id::{IndustryId, ParkId},
        park::Role,
        project::Project,
        quantity::{Count, Mu, WanYuan},
        scenario::Scenario,
    },
    rules::facts::{Facts, ParkFacts},
};

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Metric {
    /// Output a year, in steps of [`WanYuan`].
    Output,
    /// Land, in steps of [`Mu`].
    Land,
    /// Investment, in steps of [`WanYuan`].
    Investment,
    /// Jobs.
    Jobs,
    /// Firms and projects.
    Count,
}

impl Metric {
    /// All metrics, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Output, Self::Land, Self::Investment, Self::Jobs, Self::Count];

    fn of_enterprise(self, enterprise: &Enterprise) -> Option<i64> {
        match self {
            Self::Output => enterprise.output.map(WanYuan::steps),
            Self::Land => enterprise.land.map(Mu::steps),
            Self::Investment => enterprise.investment.map(WanYuan::steps),
            Self::Jobs => enterprise.jobs.map(Count::steps),
            Self::Count => Some(enterprise.firms.steps()),
        }
    }

    fn of_project(self, project: &Project) -> Option<i64> {
        match self {
            Self::Output => project.output.map(WanYuan::steps),
            Self::Land => project.land.map(Mu::steps),
            Self::Investment => project.investment.map(WanYuan::steps),
            Self::Jobs => project.jobs.map(Count::steps),
            Self::Count => Some(1),
        }
    }
}

/// What is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Enterprises only.
    Now,
    /// Enterprises and placed projects.
    WithPlan,
}

/// What one park is made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Composition {
    /// Sub-sectors with their amounts in smallest steps of the metric, largest first, ties by id; zeros left out.
    pub parts: Vec<(IndustryId, i64)>,
    /// Sum of the parts.
    pub total: i64,
    /// Records that do not state the figure.
    pub missing: usize,
}

impl Composition {
    /// Amount of the sub-sectors that the leading positions of a park cover.
    pub fn leading(&self, facts: &ParkFacts) -> i64 {
        let is_leading = |industry: &IndustryId| {
            facts.positions.iter().any(|position| position.role == Role::Leading && position.covers(industry))
        };
        self.parts.iter().filter(|(industry, _)| is_leading(industry)).map(|(_, amount)| amount).sum()
    }
}

/// What every park is made of, by `metric` and `scope`.
pub fn of_parks(scenario: &Scenario, facts: &Facts, metric: Metric, scope: Scope) -> BTreeMap<ParkId, Composition> {
    let mut sums: BTreeMap<&ParkId, (BTreeMap<&IndustryId, i64>, usize)> =
        scenario.parks.iter().map(|park| (&park.id, (BTreeMap::new(), 0))).collect();
    let mut add = |park, industry, amount: Option<i64>| {
        if let Some((parts, missing)) = sums.get_mut(park) {
            match amount {
                Some(amount) => *parts.entry(industry).or_default() += amount,
                None => *missing += 1,
            }
        }
    };
    for enterprise in &scenario.enterprises {
        add(&enterprise.park, &enterprise.industry, metric.of_enterprise(enterprise));
    }
    if scope == Scope::WithPlan {
        for (park, facts) in facts.parks() {
            for placed in facts.placed.values() {
                add(park, &placed.project.industry, metric.of_project(&placed.project));
            }
        }
    }
    sums.into_iter().map(|(park, (parts, missing))| (park.clone(), composition(parts, missing))).collect()
}

fn composition(parts: BTreeMap<&IndustryId, i64>, missing: usize) -> Composition {
    let mut parts: Vec<(IndustryId, i64)> =
        parts.into_iter().filter(|(_, amount)| *amount > 0).map(|(id, amount)| (id.clone(), amount)).collect();
    parts.sort_by(|(a_id, a), (b_id, b)| b.cmp(a).then_with(|| a_id.cmp(b_id)));
    Composition { total: parts.iter().map(|(_, amount)| amount).sum(), parts, missing }
}
