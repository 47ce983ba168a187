//! What advice takes a while to find out: asked beside the window, which waits a moment for it, so that most answers are there
//! at once and none of them holds the window up.

use std::{num::NonZero, sync::Arc, time::Duration};

use super::{Workbench, clock::Deadline, jobs::Version};
use crate::{
    advise::{
        make_room::{self, Chain, Limits},
        ways_out::{self, WayOut},
        why_not::{self, Certificate, Closed},
    },
    analysis::composition::{self, Metric, Scope},
    evaluate::{judgement::Judgement, side_by_side::SideBySide},
    model::{
        edit::{self, Edit},
        id::{EnterpriseId, ParkId, PlanId, ProjectId},
        plan::Relocation,
        scenario::Scenario,
    },
    optimise::{
        Orders,
        pin_price::{PinPrice, pin_price},
        reading::Reading,
    },
    rules::finding::FindingKey,
};

/// How long the window waits for an answer before it goes on without one: short enough that nobody sees it stand.
const PATIENCE: Duration = Duration::from_millis(120);

/// The time that each of the two searches for the price of a pin takes at most, where nothing is proven before, in seconds.
const PRICE_SECONDS: f64 = 2.;
/// After this time the price of a pin is given up.
const MOST_PRICE: Duration = Duration::from_secs(20);

/// Most chains that an answer holds.
const MOST_CHAINS: usize = 5;

/// A question to advice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inquiry {
    /// What keeps a project from this park, and what would change that.
    WhyNot(ProjectId, ParkId),
    /// How a finding can be cured.
    WaysOut(FindingKey),
    /// What it costs to put a project into this park.
    PinPrice(ProjectId, ParkId),
    /// What would become of both parks, and of the plan, if an enterprise went to this park; with this compensation.
    Relocation(EnterpriseId, ParkId, String),
}

/// A park before and after a relocation.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareOfPark {
    /// The park.
    pub park: ParkId,
    /// Share of its leading positions in the output of its enterprises and placed projects, 0 to 1; `None` without output.
    pub before: Option<f64>,
    /// The same after it.
    pub after: Option<f64>,
    /// Net land that is left after it, mu, below 0 where it does not suffice; `None` where the park does not state it.
    pub land_left: Option<f64>,
}

/// What a relocation would do.
#[derive(Debug, Clone, PartialEq)]
pub struct Relocated {
    /// The park that is left, then the one that is entered.
    pub shares: Vec<ShareOfPark>,
    /// The plan with it beside the plan as it is.
    pub beside: SideBySide,
}

/// What keeps a project from a park.
#[derive(Debug)]
pub struct WhyNot {
    /// What vetoes the project where, when every park does.
    pub closed: Option<Closed>,
    /// What keeps the park from the first place; `None` where it has it.
    pub certificate: Option<Certificate>,
    /// How room could be made in it, the best first.
    pub chains: Vec<Chain>,
}

/// What advice has found out.
#[derive(Debug)]
pub enum Advice {
    /// To [`Inquiry::WhyNot`].
    WhyNot(Box<WhyNot>),
    /// To [`Inquiry::WaysOut`], the cheapest first.
    WaysOut(Vec<WayOut>),
    /// To [`Inquiry::PinPrice`].
    PinPrice(Box<PinPrice>),
    /// To [`Inquiry::Relocation`].
    Relocation(Box<Relocated>),
}

/// How far a question has got.
#[derive(Debug, Clone)]
pub enum Progress {
    /// Nobody has asked it of the plan as it is now.
    Unasked,
    /// It is being worked on.
    UnderWay,
    /// Here is the answer.
    Answered(Arc<Advice>),
    /// A fault of the program broke it off.
    BrokenOff,
}

/// The last question of its kind.
#[derive(Debug)]
struct Asked {
    version: Version,
    plan: PlanId,
    inquiry: Inquiry,
    progress: Progress,
}

/// The questions that were asked last.
#[derive(Debug)]
pub(super) struct Inquiries {
    why_not: Option<Asked>,
    ways_out: Option<Asked>,
    pin_price: Option<Asked>,
    relocation: Option<Asked>,
    /// Questions under way; one at a time, so that a person who walks through parks starts no crowd.
    under_way: Option<Inquiry>,
    patience: Duration,
}

impl Default for Inquiries {
    fn default() -> Self {
        Self { why_not: None, ways_out: None, pin_price: None, relocation: None, under_way: None, patience: PATIENCE }
    }
}

impl Inquiries {
    const fn slot(&self, inquiry: &Inquiry) -> Option<&Asked> {
        match inquiry {
            Inquiry::WhyNot(..) => self.why_not.as_ref(),
            Inquiry::WaysOut(_) => self.ways_out.as_ref(),
            Inquiry::PinPrice(..) => self.pin_price.as_ref(),
            Inquiry::Relocation(..) => self.relocation.as_ref(),
        }
    }

    const fn slot_mut(&mut self, inquiry: &Inquiry) -> &mut Option<Asked> {
        match inquiry {
            Inquiry::WhyNot(..) => &mut self.why_not,
            Inquiry::WaysOut(_) => &mut self.ways_out,
            Inquiry::PinPrice(..) => &mut self.pin_price,
            Inquiry::Relocation(..) => &mut self.relocation,
        }
    }
}

/// Finds the answer; `None` where what was asked about is no longer there.
pub(super) fn advice(scenario: &Scenario, judgement: &Judgement, inquiry: &Inquiry) -> Option<Advice> {
    match inquiry {
        Inquiry::WhyNot(project, park) => {
            // One move alone makes no room: there is some.
            let chains = make_room::in_park(judgement, project, park, Limits::QUICK).into_iter();
            Some(Advice::WhyNot(Box::new(WhyNot {
                closed: why_not::closed(scenario, judgement, project),
                certificate: why_not::of(scenario, judgement, project, park),
                chains: chains.filter(|it| it.moves.len() > 1).take(MOST_CHAINS).collect(),
            })))
        }
        Inquiry::WaysOut(key) => Some(Advice::WaysOut(ways_out::of(scenario, judgement, judgement.finding(key)?))),
        Inquiry::PinPrice(project, park) => {
            let orders = |reading: &Reading| Orders {
                seed: 1,
                steps: Orders::steps_in(PRICE_SECONDS, &reading.problem),
                threads: NonZero::<usize>::MIN,
            };
            let deadline = Deadline::after(Some(MOST_PRICE));
            let price = pin_price(scenario, judgement, project, park, orders, &deadline).ok()?;
            Some(Advice::PinPrice(Box::new(price)))
        }
        Inquiry::Relocation(enterprise, park, compensation) => {
            Some(Advice::Relocation(Box::new(relocated(scenario, judgement, enterprise, park, compensation)?)))
        }
    }
}

/// What a relocation would do; `None` where it cannot be made.
fn relocated(
    scenario: &Scenario,
    judgement: &Judgement,
    enterprise: &EnterpriseId,
    park: &ParkId,
    compensation: &str,
) -> Option<Relocated> {
    let home = scenario.enterprises.get(enterprise)?.park.clone();
    let relocation = Relocation {
        plan: judgement.plan().clone(),
        enterprise: enterprise.clone(),
        park: park.clone(),
        reason: String::new(),
        compensation: compensation.to_owned(),
    };
    let mut after = scenario.clone();
    edit::apply(&mut after, &Edit::Relocate(relocation)).ok()?;
    let after = Judgement::of(&after, judgement.plan());
    let share = |judgement: &Judgement, id: &ParkId| {
        let facts = judgement.facts().park(id)?;
        let output = composition::of_park(judgement.world(), facts, Metric::Output, Scope::WithPlan);
        output.leading_share(facts)
    };
    let land_left = |id: &ParkId| {
        let spare = after.world().parks.get(id)?.capacities.net_land?;
        Some(spare.to_f64() - after.facts().park(id)?.land_demand().to_f64())
    };
    let of = |id: &ParkId| ShareOfPark {
        park: id.clone(),
        before: share(judgement, id),
        after: share(&after, id),
        land_left: land_left(id),
    };
    Some(Relocated { shares: vec![of(&home), of(park)], beside: SideBySide::of(judgement, &after) })
}

impl Workbench {
    /// How far a question about the plan that is shown, as it is now, has got.
    pub fn progress(&self, inquiry: &Inquiry) -> Progress {
        let slot = self.inquiries.slot(inquiry);
        let is_meant = |it: &&Asked| it.inquiry == *inquiry && it.version == self.version() && it.plan == *self.plan();
        slot.filter(is_meant).map_or(Progress::Unasked, |it| it.progress.clone())
    }

    /// How long the window waits for an answer before it goes on without one.
    pub const fn wait_for_answers(&mut self, patience: Duration) {
        self.inquiries.patience = patience;
    }

    /// Asks a question and waits a moment for its answer; an older one of its kind is forgotten.
    pub(super) fn inquire(&mut self, inquiry: &Inquiry) {
        if !matches!(self.progress(inquiry), Progress::Unasked) {
            return;
        }
        let asked = Asked {
            version: self.version(),
            plan: self.plan().clone(),
            inquiry: inquiry.clone(),
            progress: Progress::UnderWay,
        };
        *self.inquiries.slot_mut(inquiry) = Some(asked);
        self.find_out();
        while matches!(self.progress(inquiry), Progress::UnderWay) {
            let Some(report) = self.jobs.wait_at_most(self.inquiries.patience) else { return };
            self.take_in(report);
        }
    }

    /// Starts the job of a question that waits for one, unless another is under way.
    fn find_out(&mut self) {
        if self.inquiries.under_way.is_some() {
            return;
        }
        let waits = |it: &&Asked| matches!(it.progress, Progress::UnderWay);
        let asked = &self.inquiries;
        let slots = [&asked.why_not, &asked.ways_out, &asked.pin_price, &asked.relocation];
        let Some(asked) = slots.into_iter().flatten().find(waits) else { return };
        if asked.version != self.version() || asked.plan != *self.plan() {
            *self.inquiries.slot_mut(&asked.inquiry.clone()) = None;
            self.find_out();
            return;
        }
        let inquiry = asked.inquiry.clone();
        self.inquiries.under_way = Some(inquiry.clone());
        let (scenario, judgement) = (self.scenario().clone(), Arc::clone(&self.judgement));
        self.jobs.find_out(self.version(), scenario, judgement, inquiry);
    }

    /// Takes in an answer; nothing where the job broke off, or what was asked about was not there.
    pub(super) fn found_out(&mut self, version: Version, plan: &PlanId, inquiry: &Inquiry, answer: Option<Advice>) {
        self.inquiries.under_way = None;
        if let Some(asked) = self.inquiries.slot_mut(inquiry)
            && asked.inquiry == *inquiry
            && asked.version == version
            && asked.plan == *plan
        {
            asked.progress = answer.map_or(Progress::BrokenOff, |it| Progress::Answered(Arc::new(it)));
        }
        self.find_out();
    }
}
