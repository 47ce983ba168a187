//! Does a pinned project stand where it is pinned?
//!
//! The pin is the planner's or investor's word. A project that stands elsewhere, or in the queue, breaks it; the finding
//! belongs to the park that it is pinned to.

use crate::{
    model::plan::Subject,
    rules::{
        Case,
        finding::{Detail, Finding, Item, Member, State},
    },
};

/// One finding a pinned project.
pub fn judge(case: &Case<'_>) -> Vec<Finding> {
    if case.facts.pinned.is_empty() {
        return case.nothing();
    }
    let finding = |project: &crate::model::id::ProjectId| {
        let detail = Detail::Pinned { project: project.clone() };
        let subject = Subject::Project(project.clone());
        if case.facts.holds(project) {
            case.finding_about(subject, State::Holds, detail, Vec::new())
        } else {
            let member = Member::cause(Item::Project(project.clone()));
            case.finding_about(subject, State::Broken, detail, vec![member])
        }
    };
    case.facts.pinned.iter().map(finding).collect()
}
