//! How is a rule told that judges projects one by one? Those that are near or broken each have a finding of their own, so
//! that each can be waived; the rest share one finding of the park: unknown while a datum is missing, else it holds.

use std::sync::Arc;

use crate::{
    model::{plan::Subject, project::Project},
    rules::{
        Case,
        facts::Placed,
        finding::{Detail, Field, Finding, Item, Member, State},
    },
};

/// What a rule says of one project.
pub(super) enum Opinion {
    /// The rule does not concern it.
    NotConcerned,
    /// It holds.
    Holds,
    /// It holds, with less than a tenth to spare.
    Near(Detail),
    /// It breaks the rule.
    Broken(Detail),
    /// It waits for these data.
    Unknown(Vec<Field>),
}

/// The findings about the placed projects of the park, newest first, by what `judge` says of each.
pub(super) fn findings(case: &Case<'_>, judge: impl Fn(&Placed) -> Opinion) -> Vec<Finding> {
    let (mut findings, mut unknown, mut fields) = (Vec::new(), Vec::new(), Vec::new());
    let mut holds = 0_u32;
    for placed in case.facts.placed.values().rev() {
        let project = &placed.project;
        let own = |state, detail| {
            let member = Member::cause(Item::Project(project.id.clone()));
            case.finding_about(Subject::Project(project.id.clone()), state, detail, vec![member])
        };
        match judge(placed) {
            Opinion::NotConcerned => {}
            Opinion::Holds => holds = holds.saturating_add(1),
            Opinion::Near(detail) => findings.push(own(State::Near, detail)),
            Opinion::Broken(detail) => findings.push(own(State::Broken, detail)),
            Opinion::Unknown(missing) => {
                unknown.push(Member::cause(Item::Project(project.id.clone())));
                fields.extend(missing);
            }
        }
    }
    let waiting = u32::try_from(unknown.len()).unwrap_or(u32::MAX);
    let detail = Detail::Tally { holds, unknown: waiting };
    if waiting > 0 {
        findings.push(case.finding(State::Unknown, detail, unknown).waiting(fields));
    } else if holds > 0 {
        findings.push(case.finding(State::Holds, detail, Vec::new()));
    }
    if findings.is_empty() { case.nothing() } else { findings }
}

/// The chosen projects of the park as causes, newest first.
pub(super) fn causes(case: &Case<'_>, choose: impl Fn(&Project) -> bool) -> Vec<Member> {
    let chosen = case.facts.newest_first().filter(|project| choose(project));
    chosen.map(|project: &Arc<Project>| Member::cause(Item::Project(project.id.clone()))).collect()
}

/// The length of a list of members, for figures.
pub(super) fn number<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}
