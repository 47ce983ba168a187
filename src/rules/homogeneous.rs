//! Do too many parks lead in the same? A sub-sector is leading in at most so many parks of the city (同质化竞争).
//!
//! Judged for the city as a whole, from the positions of the plan that is shown.

use super::City;
use crate::{
    model::plan::Subject,
    rules::finding::{Detail, Finding, Item, Member, State},
};

/// One finding a sub-sector that leads in more than `most` parks, one for the rest; the positions are causes.
pub fn judge(city: &City<'_>, most: u32) -> Vec<Finding> {
    if city.leading.is_empty() {
        return city.nothing();
    }
    let mut findings = Vec::new();
    let mut holds = 0_u32;
    for (industry, parks) in city.leading {
        let count = u32::try_from(parks.len()).unwrap_or(u32::MAX);
        if count <= most {
            holds = holds.saturating_add(1);
            continue;
        }
        let detail = Detail::Homogeneous { industry: industry.clone(), parks: parks.keys().cloned().collect(), most };
        let members = parks.values().map(|position| Member::cause(Item::Position(position.clone()))).collect();
        findings.push(city.finding(Subject::Industry(industry.clone()), State::Broken, detail, members));
    }
    if holds > 0 {
        findings.push(city.finding(Subject::Whole, State::Holds, Detail::Tally { holds, unknown: 0 }, Vec::new()));
    }
    findings
}
