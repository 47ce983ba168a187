//! What is a park made of? Its sub-sectors by output, tax, land, jobs, investment or number, now and with the plan.
//!
//! "Now" are the enterprises; "with plan" adds the placed projects at full production. A record without the figure adds
//! nothing and is counted as missing: missing is never zero. Formulas: methods 3, `X_pi` and `s_pi = X_pi / X_p`.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    model::{
        enterprise::Enterprise,
        evidence::Confidence,
        id::{IndustryId, ParkId, PlanId},
        park::Role,
        project::Project,
        quantity::{Count, Mu, WanYuan},
        scenario::Scenario,
    },
    rules::facts::{ExistingByIndustry, ParkFacts},
};

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Metric {
    /// Output a year, in steps of [`WanYuan`].
    Output,
    /// Tax a year, in steps of [`WanYuan`].
    Tax,
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
    pub const ALL: [Self; 6] = [Self::Output, Self::Tax, Self::Land, Self::Jobs, Self::Investment, Self::Count];

    /// Name of the field that states it of an enterprise.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Output => "output",
            Self::Tax => "tax",
            Self::Land => "land",
            Self::Investment => "investment",
            Self::Jobs => "jobs",
            Self::Count => "firms",
        }
    }

    /// What `enterprise` adds, in smallest steps; `None` when it does not say.
    pub fn of_enterprise(self, enterprise: &Enterprise) -> Option<i64> {
        match self {
            Self::Output => enterprise.output.map(WanYuan::steps),
            Self::Tax => enterprise.tax.map(WanYuan::steps),
            Self::Land => enterprise.land.map(Mu::steps),
            Self::Investment => enterprise.investment.map(WanYuan::steps),
            Self::Jobs => enterprise.jobs.map(Count::steps),
            Self::Count => Some(enterprise.firms.steps()),
        }
    }

    /// What `project` adds, in smallest steps; `None` when it does not say.
    pub fn of_project(self, project: &Project) -> Option<i64> {
        match self {
            Self::Output => project.output.map(WanYuan::steps),
            Self::Tax => project.tax.map(WanYuan::steps),
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
    /// Enterprises only, where they stand today.
    Now,
    /// Enterprises only, where they stand once the plan has relocated some.
    Relocated,
    /// Enterprises where the plan leaves them, and placed projects.
    WithPlan,
}

impl Scope {
    /// The enterprises of a park that count, by sub-sector.
    pub fn enterprises(self, facts: &ParkFacts) -> &ExistingByIndustry {
        match self {
            Self::Now => &facts.today,
            Self::Relocated | Self::WithPlan => &facts.existing,
        }
    }
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
    /// Share of the sub-sectors that the leading positions of a park cover, 0 to 1; `None` without a total.
    #[expect(clippy::cast_precision_loss, reason = "figures of a city are far below 2^53")]
    pub fn leading_share(&self, facts: &ParkFacts) -> Option<f64> {
        (self.total > 0).then(|| self.leading(facts) as f64 / self.total as f64)
    }

    /// Amount of the sub-sectors that the leading positions of a park cover.
    pub fn leading(&self, facts: &ParkFacts) -> i64 {
        let is_leading = |industry: &IndustryId| {
            facts.positions.iter().any(|position| position.role == Role::Leading && position.covers(industry))
        };
        self.parts.iter().filter(|(industry, _)| is_leading(industry)).map(|(_, amount)| amount).sum()
    }
}

/// The parks of which part of the enterprises' figures of `metric` is assumed, relocations of `plan` carried out.
pub fn assumed(scenario: &Scenario, plan: &PlanId, metric: Metric) -> BTreeSet<ParkId> {
    let is_assumed = |enterprise: &Enterprise| {
        let confidence =
            scenario.confidence("enterprises", enterprise.id.as_str(), metric.field(), &enterprise.evidence);
        metric.of_enterprise(enterprise).is_some() && confidence >= Confidence::Assumed
    };
    scenario.enterprises.iter().filter(|it| is_assumed(it)).map(|it| scenario.park_of(plan, it).clone()).collect()
}

/// What the park of `facts` is made of, by `metric` and `scope`; costs what stands in that park.
pub fn of_park(scenario: &Scenario, facts: &ParkFacts, metric: Metric, scope: Scope) -> Composition {
    let mut parts: BTreeMap<&IndustryId, i64> = BTreeMap::new();
    let mut missing = 0;
    let mut add = |industry, amount: Option<i64>| match amount {
        Some(amount) => *parts.entry(industry).or_default() += amount,
        None => missing += 1,
    };
    for (industry, existing) in scope.enterprises(facts) {
        for enterprise in existing.enterprises.iter().filter_map(|id| scenario.enterprises.get(id)) {
            add(industry, metric.of_enterprise(enterprise));
        }
    }
    if scope == Scope::WithPlan {
        for placed in facts.placed.values() {
            add(&placed.project.industry, metric.of_project(&placed.project));
        }
    }
    composition(parts, missing)
}

fn composition(parts: BTreeMap<&IndustryId, i64>, missing: usize) -> Composition {
    let mut parts: Vec<(IndustryId, i64)> =
        parts.into_iter().filter(|(_, amount)| *amount > 0).map(|(id, amount)| (id.clone(), amount)).collect();
    parts.sort_by(|(a_id, a), (b_id, b)| b.cmp(a).then_with(|| a_id.cmp(b_id)));
    Composition { total: parts.iter().map(|(_, amount)| amount).sum(), parts, missing }
}
