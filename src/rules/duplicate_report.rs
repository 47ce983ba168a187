//! Was one project reported twice? Suspected: two reports of one sub-sector with alike names or one company group, and about
//! the same investment or land.
//!
//! Likeness of names = 2 × common pairs of characters / all pairs (Dice), letters and figures only, case and width folded.
//! About the same: the difference is at most the tolerance, as a share of the larger. The earlier first report keeps the
//! right of first report, the later one is the cause; both stay visible. Pairs are looked for within one sub-sector only.

use std::collections::BTreeMap;

use super::City;
use crate::{
    model::{
        id::IndustryId,
        plan::Subject,
        project::Project,
        quantity::{Factor, Mu, WanYuan},
    },
    rules::finding::{Detail, Finding, Item, Member, State},
};

/// A report with the pairs of characters of its name.
type Report<'a> = (&'a Project, Vec<[char; 2]>);

/// Thousandths in one.
const ONE: i64 = 1_000;

/// One finding a suspected pair, one for the rest.
pub fn judge(city: &City<'_>, likeness: Factor, tolerance: Factor) -> Vec<Finding> {
    let mut by_industry: BTreeMap<&IndustryId, Vec<Report<'_>>> = BTreeMap::new();
    for project in &city.scenario.projects {
        by_industry.entry(&project.industry).or_default().push((project, pairs_of(&project.name.zh)));
    }
    let mut findings = Vec::new();
    for reports in by_industry.values() {
        for (at, (one, one_pairs)) in reports.iter().enumerate() {
            for (other, other_pairs) in reports.iter().skip(at + 1) {
                if !is_same_size(one, other, tolerance) {
                    continue;
                }
                let alike = likeness_of(one_pairs, other_pairs);
                let is_one_group = one.group.is_some() && one.group == other.group;
                if is_one_group || alike >= likeness.steps() {
                    findings.push(pair(city, one, other, alike));
                }
            }
        }
    }
    findings.sort_by(|a, b| a.subject.cmp(&b.subject));
    if findings.is_empty() {
        let holds = u32::try_from(city.scenario.projects.len()).unwrap_or(u32::MAX);
        if holds == 0 {
            return city.nothing();
        }
        findings.push(city.finding(Subject::Whole, State::Holds, Detail::Tally { holds, unknown: 0 }, Vec::new()));
    }
    findings
}

fn pair(city: &City<'_>, one: &Project, other: &Project, alike: i64) -> Finding {
    // No date sorts last: who cannot show a day has no right of first report.
    let day = |project: &Project| (project.first_report.is_none(), project.first_report, project.id.clone());
    let (first, second) = if day(one) <= day(other) { (one, other) } else { (other, one) };
    let detail = Detail::Duplicate { first: first.id.clone(), second: second.id.clone(), likeness: (alike + 5) / 10 };
    let members =
        vec![Member::cause(Item::Project(second.id.clone())), Member::context(Item::Project(first.id.clone()))];
    city.finding(Subject::Pair(first.id.clone(), second.id.clone()), State::Broken, detail, members)
}

/// Tells whether investment or land of both are stated and differ by at most `tolerance`.
fn is_same_size(one: &Project, other: &Project, tolerance: Factor) -> bool {
    let is_near = |a: Option<i64>, b: Option<i64>| {
        let (Some(a), Some(b)) = (a, b) else { return false };
        let difference = i128::from(a.saturating_sub(b).saturating_abs());
        a.max(b) > 0 && difference * i128::from(ONE) <= i128::from(a.max(b)) * i128::from(tolerance.steps())
    };
    is_near(one.investment.map(WanYuan::steps), other.investment.map(WanYuan::steps))
        || is_near(one.land.map(Mu::steps), other.land.map(Mu::steps))
}

/// The pairs of neighbouring letters and figures of `name`, folded and sorted.
fn pairs_of(name: &str) -> Vec<[char; 2]> {
    let fold = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    let letters: Vec<char> =
        name.chars().map(fold).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let mut pairs: Vec<[char; 2]> = letters.iter().zip(letters.iter().skip(1)).map(|(a, b)| [*a, *b]).collect();
    pairs.sort_unstable();
    pairs
}

/// Likeness in thousandths; 0 where a name has no pair.
fn likeness_of(one: &[[char; 2]], other: &[[char; 2]]) -> i64 {
    let (mut common, mut a, mut b) = (0_usize, one.iter().peekable(), other.iter().peekable());
    while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => drop(a.next()),
            std::cmp::Ordering::Greater => drop(b.next()),
            std::cmp::Ordering::Equal => {
                common += 1;
                a.next();
                b.next();
            }
        }
    }
    let all = one.len() + other.len();
    if one.is_empty() || other.is_empty() { 0 } else { i64::try_from(2_000 * common / all).unwrap_or(ONE) }
}
