//! What must a plan obey? One rule a file; every rule reads [`facts`] and returns [`finding`]s.
//!
//! This is the only place where a rule is judged: drag preview, inspector, findings list, command line, report and
//! optimiser all ask here. A rule kind is code; its parameters, level, mode, validity, title and clause are the pack's
//! ([`crate::model::policy`]). To add a rule: a variant of [`RuleKind`], a file here, one arm in `judge_rule`, its
//! sentence in `i18n`. Nothing here draws, reads files or changes a scenario.

pub mod carried_cap;
pub mod chemical_park;
pub mod example;
pub mod facts;
pub mod finding;
pub mod land;
pub mod off_position;
pub mod pinned;
pub mod position_cap;
pub mod slots;
pub mod special_stream;

use crate::model::{
    id::{ParkId, PlanId},
    park::{Park, Role},
    plan::Subject,
    policy::{Mode, Rule, RuleKind},
    scenario::Scenario,
};
use facts::ParkFacts;
use finding::{Detail, Finding, Member, State};

/// What one rule is asked about: one park of one plan.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The plan.
    pub plan: &'a PlanId,
    /// The rule, with its parameters.
    pub rule: &'a Rule,
    /// The park.
    pub park: &'a Park,
    /// The totals of the park.
    pub facts: &'a ParkFacts,
}

impl Case<'_> {
    /// A finding of this rule about the park as a whole.
    pub fn finding(&self, state: State, detail: Detail, members: Vec<Member>) -> Finding {
        self.finding_about(Subject::Whole, state, detail, members)
    }

    /// A finding of this rule about `subject` within the park.
    pub fn finding_about(&self, subject: Subject, state: State, detail: Detail, members: Vec<Member>) -> Finding {
        Finding {
            rule: self.rule.id.clone(),
            order: self.rule.order,
            level: self.rule.level,
            mode: self.rule.mode,
            state,
            park: Some(self.park.id.clone()),
            subject,
            members,
            detail,
        }
    }

    /// Says that there is nothing to judge.
    pub fn nothing(&self) -> Vec<Finding> {
        vec![self.finding(State::NotApplicable, Detail::Nothing, Vec::new())]
    }
}

/// The rules of the pack in their order.
pub fn in_order(scenario: &Scenario) -> Vec<&Rule> {
    let mut rules: Vec<&Rule> = scenario.rules.iter().map(AsRef::as_ref).collect();
    rules.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
    rules
}

/// Everything that the rules find about `park`, whose totals in `plan` are `facts`, in the order of the rules.
///
/// Empty when the park does not exist. A rule that is off or not in force leaves one finding that says so.
pub fn judge(scenario: &Scenario, plan: &PlanId, park: &ParkId, facts: &ParkFacts) -> Vec<Finding> {
    let Some(park) = scenario.parks.get(park) else { return Vec::new() };
    let mut findings = Vec::new();
    for rule in in_order(scenario) {
        let case = Case { scenario, plan, rule, park, facts };
        if rule.mode == Mode::Off {
            findings.push(case.finding(State::Off, Detail::Nothing, Vec::new()));
        } else if rule.in_force_on(scenario.as_of) {
            findings.extend(judge_rule(&case).into_iter().map(|finding| waived_or_not(&case, finding)));
        } else {
            findings.extend(case.nothing());
        }
    }
    findings
}

fn judge_rule(case: &Case<'_>) -> Vec<Finding> {
    match &case.rule.kind {
        RuleKind::LeadingCap(caps) => position_cap::judge(case, Role::Leading, caps),
        RuleKind::CharacteristicCap(caps) => position_cap::judge(case, Role::Characteristic, caps),
        RuleKind::CarriedCap { leading, characteristic } => carried_cap::judge(case, leading, characteristic),
        RuleKind::Land { .. } => land::judge(case),
        RuleKind::ChemicalPark => chemical_park::judge(case),
        RuleKind::SpecialStream { streams } => special_stream::judge(case, streams),
        RuleKind::Pinned => pinned::judge(case),
        RuleKind::OffPosition { existing_classes } => off_position::judge(case, existing_classes),
    }
}

/// Turns a broken finding into a waived one when the plan holds a waiver that is still alive on the scenario's day.
fn waived_or_not(case: &Case<'_>, finding: Finding) -> Finding {
    let key = (case.plan.clone(), finding.rule.clone(), case.park.id.clone(), finding.subject.clone());
    let alive = case.scenario.waivers.get(&key).is_some_and(|waiver| case.scenario.as_of <= waiver.expires);
    if finding.state == State::Broken && alive { Finding { state: State::Waived, ..finding } } else { finding }
}
