//! Which projects are shown, and in which order? A query and an order, over one judged plan.

use std::cmp::Ordering;

use super::query::{Context, Query};
use crate::{
    evaluate::{judgement::Judgement, score},
    i18n::phrase::{Lang, Phrase},
    io::settings::{Order, OrderBy},
    model::{id::ProjectId, project::Project, quantity::Mu, scenario::Scenario, text::Text},
};

/// Projects that a query means, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// Projects to be placed.
    pub unplaced: Vec<ProjectId>,
    /// How many of them were decided to be held or returned: the score does not count them as unplaced.
    pub set_aside: usize,
    /// Placed projects.
    pub placed: Vec<ProjectId>,
    /// Land that the unplaced ones ask for.
    pub unplaced_land: Mu,
    /// Land that the placed ones ask for.
    pub placed_land: Mu,
    /// Number of all projects, meant or not.
    pub all: usize,
    /// What of the query was not understood.
    pub problems: Vec<Text>,
    /// Whether the query asks for anything.
    pub is_filtered: bool,
}

impl Listing {
    /// The projects of the judged plan that `line` means, in `order`; names are compared in `lang`.
    ///
    /// Costs as much as looking at every project once and sorting what is found: keep it as long as nothing changes.
    pub fn of(scenario: &Scenario, judgement: &Judgement, line: &str, order: Order, lang: Lang) -> Self {
        let reading = Query::read(line, scenario);
        let context = Context::new(scenario, judgement);
        let mut found: Vec<&Project> =
            scenario.projects.iter().map(AsRef::as_ref).filter(|it| reading.query.matches(it, &context)).collect();
        if order != Order::default() {
            found.sort_by(|a, b| compare(scenario, order, lang, a, b).then_with(|| a.id.cmp(&b.id)));
        }
        // By number, found and placed projects run side by side.
        let is_by_number = order == Order::default();
        let mut placed = judgement.facts().homes().peekable();
        let mut is_placed = |project: &ProjectId| {
            if !is_by_number {
                return judgement.facts().home(project).is_some();
            }
            while placed.next_if(|id| *id < project).is_some() {}
            placed.peek().is_some_and(|id| *id == project)
        };
        let set_aside = score::set_aside(scenario);
        let mut listing = Self {
            all: scenario.projects.len(),
            problems: reading.problems,
            is_filtered: !line.trim().is_empty(),
            ..Self::default()
        };
        for project in found {
            let land = project.land.unwrap_or_default();
            if is_placed(&project.id) {
                listing.placed_land += land;
                listing.placed.push(project.id.clone());
            } else {
                listing.unplaced_land += land;
                listing.set_aside += usize::from(set_aside.contains(&project.id));
                listing.unplaced.push(project.id.clone());
            }
        }
        listing
    }

    /// Number of projects shown.
    pub fn len(&self) -> usize {
        self.unplaced.len() + self.placed.len()
    }

    /// Tells whether none is shown.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All of them as they are shown: the unplaced ones first.
    pub fn shown(&self) -> impl Iterator<Item = &ProjectId> {
        self.unplaced.iter().chain(&self.placed)
    }
}

/// Orders two projects; what has no value comes last, whichever way the order runs.
fn compare(scenario: &Scenario, order: Order, lang: Lang, a: &Project, b: &Project) -> Ordering {
    let industry = |it: &Project| scenario.industries.get(&it.industry).map(|it| it.name.of(lang).to_owned());
    match order.by {
        OrderBy::Number => directed(order, Some(&a.id), Some(&b.id)),
        OrderBy::Name => directed(order, Some(a.name.of(lang)), Some(b.name.of(lang))),
        OrderBy::Industry => directed(order, industry(a), industry(b)),
        OrderBy::Land => directed(order, a.land, b.land),
        OrderBy::Investment => directed(order, a.investment, b.investment),
        OrderBy::Output => directed(order, a.output, b.output),
        OrderBy::Tax => directed(order, a.tax, b.tax),
        OrderBy::FirstReport => directed(order, a.first_report, b.first_report),
    }
}

fn directed<T: Ord>(order: Order, a: Option<T>, b: Option<T>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if order.is_descending => b.cmp(&a),
        (Some(a), Some(b)) => a.cmp(&b),
        (a, b) => a.is_none().cmp(&b.is_none()),
    }
}

/// Word for what an order goes by.
pub const fn order_word(by: OrderBy) -> Phrase {
    match by {
        OrderBy::Number => Phrase::new("编号", "Number"),
        OrderBy::Name => Phrase::new("名称", "Name"),
        OrderBy::Industry => Phrase::new("细分领域", "Sub-sector"),
        OrderBy::Land => Phrase::new("用地", "Land"),
        OrderBy::Investment => Phrase::new("投资", "Investment"),
        OrderBy::Output => Phrase::new("产值", "Output"),
        OrderBy::Tax => Phrase::new("税收", "Tax"),
        OrderBy::FirstReport => Phrase::new("首报日期", "First report"),
    }
}
