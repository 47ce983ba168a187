//! What must the vice-mayor know on one page? How many projects and how much money, where they stand, three hard cases, what
//! is short, what the session decided.
//!
//! Hard cases, three at most: first decisions that override what was recommended, then first places that are contested or
//! open, then projects that every park vetoes, then the largest investment; within each the larger investment first. Firmness
//! is asked of the [`MOST_STUDIED`] largest investments alone, because it costs ten thousand weightings a project.

use super::{
    Desk,
    case::{self, Case, Standing, Sums},
    cells::{self, column, figures},
    paper::{Block, Run, Table, Tone, Value},
    pictures,
    placement_table::badge,
};
use crate::{
    advise::{
        robustness::{self, Robustness},
        why_not,
    },
    i18n::{
        self, advice,
        report::{told, words as say},
    },
    model::{
        id::ParkId,
        plan::{Decision, Resolution},
        policy::Level,
        project::Project,
        support::Session,
    },
    rules::finding::{Detail, Finding, State},
    suitability::methods::acceptability::Firmness,
};

/// Hard cases that are told.
const MOST_CASES: usize = 3;
/// Projects whose first place is tested for firmness.
const MOST_STUDIED: usize = 60;
/// Findings of one kind that are told.
const MOST_FINDINGS: usize = 5;

/// Parks whose projects are listed, so that the paper stays on its page.
const MOST_PARKS: usize = 12;

/// The blocks of the paper.
pub fn blocks(desk: &Desk<'_>, session: Option<&Session>) -> Vec<Block> {
    let projects: Vec<&Project> = desk.world().projects.iter().map(AsRef::as_ref).collect();
    if projects.is_empty() {
        return vec![cells::paragraph(desk.say(say::NO_PROJECTS)), cells::paragraph(warnings(desk).join("\n"))];
    }
    let mut blocks = vec![Block::Table(standings(desk, &projects)), cells::heading(desk.say(say::HARD_CASES))];
    blocks.push(hard_cases(desk, session));
    blocks.push(cells::heading(desk.say(say::WARNINGS)));
    blocks.push(cells::list_or(warnings(desk), desk.say(say::NO_WARNING)));
    blocks.extend(pictures::composition(desk, None, pictures::STRIP).map(Block::Picture));
    blocks.push(cells::heading(desk.say(say::WHERE_THEY_GO)));
    // In one paragraph: the paper stays on its page.
    let destinations = destinations(desk);
    let nothing = || desk.say(say::NOTHING_PLACED).to_owned();
    blocks.push(cells::paragraph(if destinations.is_empty() { nothing() } else { desk.clauses(&destinations) }));
    blocks.push(cells::heading(desk.say(say::SESSION_DECIDED)));
    blocks.push(decided(desk, session));
    blocks
}

fn standings(desk: &Desk<'_>, projects: &[&Project]) -> Table {
    let by_standing: Vec<(Standing, &Project)> = projects.iter().map(|it| (Standing::of(desk, it), *it)).collect();
    let row = |name: &str, sums: &Sums| {
        vec![
            cells::words(name),
            cells::count(sums.projects),
            // Steps of 万元 are hundredths: of 亿元 they are millionths.
            cells::figure(sums.investment.steps(), 6, sums.is_investment_assumed),
            cells::mu(Some(sums.land), sums.is_land_assumed),
        ]
    };
    // What nobody is takes no line of the page.
    let mut rows: Vec<Vec<Value>> = Standing::ALL
        .into_iter()
        .filter(|standing| by_standing.iter().any(|(it, _)| it == standing))
        .map(|standing| {
            let of_it = by_standing.iter().filter(|(it, _)| *it == standing).map(|(_, project)| *project);
            row(desk.say(standing.name()), &Sums::of(desk, of_it))
        })
        .collect();
    rows.push(row(desk.say(say::SUM), &Sums::of(desk, projects.iter().copied())));
    let columns = vec![
        column(desk.say(say::STANDING), 2),
        figures(desk.say(say::PROJECTS), 1),
        figures(desk.say(say::INVESTMENT_YI), 2),
        figures(desk.say(say::LAND_MU), 2),
    ];
    Table { sums: 1, ..cells::table(desk.say(say::BRIEF), "", columns, rows) }
}

/// Why a case is hard, in the order in which cases are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Hard {
    Overridden,
    Contested,
    Vetoed,
    Large,
}

/// A case with why it is hard.
struct HardCase<'a> {
    hard: Hard,
    case: &'a Case<'a>,
    /// The decision of the session that overrides the recommendation.
    against: Option<&'a Decision>,
    robustness: Option<Robustness>,
}

impl<'a> HardCase<'a> {
    fn of(desk: &Desk<'_>, case: &'a Case<'a>, decisions: &[&'a Decision], is_studied: bool) -> Self {
        let robustness = if is_studied { robustness::of(desk.judgement, &case.ranking) } else { None };
        let against = decisions.iter().find(|it| it.project == case.project.id && case::overrides(it)).copied();
        let is_contested = |it: &Robustness| it.is_tied() || (!it.is_by_verdict() && it.firmness != Firmness::Clear);
        let hard = if against.is_some() {
            Hard::Overridden
        } else if robustness.as_ref().is_some_and(is_contested) {
            Hard::Contested
        } else if case.is_vetoed_everywhere() {
            Hard::Vetoed
        } else {
            Hard::Large
        };
        Self { hard, case, against, robustness }
    }
}

fn hard_cases(desk: &Desk<'_>, session: Option<&Session>) -> Block {
    let decisions = session.map(|it| desk.decisions_of(it)).unwrap_or_default();
    let mut cases = desk.cases();
    // Stable: of equal investments the lower id stays first.
    cases.sort_by_key(|case| std::cmp::Reverse(case.project.investment));
    let studied = |at: usize| at < MOST_STUDIED;
    let hard = cases.iter().enumerate().map(|(at, case)| HardCase::of(desk, case, &decisions, studied(at)));
    let mut hard: Vec<HardCase<'_>> = hard.collect();
    hard.sort_by_key(|it| it.hard);
    let points: Vec<Vec<Run>> = hard.iter().take(MOST_CASES).map(|it| told_case(desk, it)).collect();
    if points.is_empty() { cells::paragraph(desk.say(say::NO_HARD_CASES)) } else { Block::List(points) }
}

fn told_case(desk: &Desk<'_>, hard: &HardCase<'_>) -> Vec<Run> {
    let project = hard.case.project;
    let amount = project.investment.map(|it| {
        let is_assumed = desk.is_assumed("projects", project.id.as_str(), "investment", &project.evidence);
        desk.tell(&told::amount(it, is_assumed))
    });
    let head = told::case_head(&desk.project_label(&project.id), amount.as_deref());
    let name = |park: &ParkId| desk.park(park);
    let why = match hard.hard {
        Hard::Overridden => hard.against.map(|it| override_told(desk, it)),
        Hard::Contested | Hard::Large => {
            hard.robustness.as_ref().map(|it| desk.tell(&i18n::suitability::robustness(it, &name)))
        }
        Hard::Vetoed => why_not::closed(desk.scenario, desk.judgement, &project.id)
            .map(|closed| desk.tell(&advice::relaxation(desk.world(), &closed))),
    };
    let lead = (hard.hard == Hard::Vetoed).then(|| desk.say(say::EVERY_PARK_VETOES).to_owned());
    let parts: Vec<String> = lead.into_iter().chain(why).collect();
    vec![Run::toned(desk.tell(&head), Tone::Strong), Run::plain(desk.clauses(&parts))]
}

/// What was decided against what was recommended, and why.
fn override_told(desk: &Desk<'_>, decision: &Decision) -> String {
    let park = decision.park.as_ref().map(|it| desk.park(it));
    let then = decision.recommended.as_ref().map(|it| desk.park(it)).unwrap_or_default();
    desk.tell(&told::overridden(decision.verdict, park.as_deref(), &then, desk.half(&decision.reason)))
}

/// What is near or beyond its limit: factors, caps, and what else is legal.
/// Of each park the numbers of the projects that are placed there; the placement table has their names.
fn destinations(desk: &Desk<'_>) -> Vec<String> {
    let facts = desk.judgement.facts();
    let of_park = |park: &crate::model::park::Park| {
        let placed: Vec<&str> = facts.park(&park.id)?.placed.values().map(|it| it.project.id.as_str()).collect();
        (!placed.is_empty()).then(|| desk.tell(&told::listed(&park.short_name, &desk.list(&placed))))
    };
    let mut all: Vec<String> = desk.world().parks_in_order().into_iter().filter_map(of_park).collect();
    let rest = all.len().saturating_sub(MOST_PARKS);
    all.truncate(MOST_PARKS);
    all.extend((rest > 0).then(|| desk.tell(&told::and_more(rest))));
    all
}

/// What is broken at level policy, counted by rule; `None` where nothing is.
fn advisories(desk: &Desk<'_>) -> Option<String> {
    let mut counts: std::collections::BTreeMap<(u32, String), usize> = std::collections::BTreeMap::new();
    for it in desk.judgement.notable() {
        if it.level == Level::Policy && it.state == State::Broken {
            let title = desk.world().rules.get(&it.rule).map(|rule| desk.tell(&rule.title)).unwrap_or_default();
            *counts.entry((it.order, title)).or_default() += 1;
        }
    }
    let told: Vec<String> = counts.iter().map(|((_, title), count)| format!("{title} {count}")).collect();
    (!told.is_empty()).then(|| format!("{}{}", desk.say(say::POLICY_BROKEN), desk.list(&told)))
}

fn warnings(desk: &Desk<'_>) -> Vec<String> {
    let notable = desk.judgement.notable();
    let told = |findings: Vec<&Finding>, head: &str| {
        let names: Vec<String> = findings
            .iter()
            .take(MOST_FINDINGS)
            .map(|it| {
                let place = desk.tell(&i18n::finding::place(desk.world(), it));
                let state = desk.say(i18n::term::state(it.state));
                desk.tell(&told::at_place(&place, &badge(desk, it), state))
            })
            .collect();
        let rest = findings.len().saturating_sub(MOST_FINDINGS);
        let more = (rest > 0).then(|| desk.tell(&told::and_more(rest)));
        format!("{head}{}", desk.clauses(&names.into_iter().chain(more).collect::<Vec<_>>()))
    };
    let is_bad = |it: &&&Finding| matches!(it.state, State::Broken | State::Near);
    let factors: Vec<&Finding> = notable.iter().filter(|it| is_factor(it)).filter(is_bad).copied().collect();
    let caps: Vec<&Finding> = notable.iter().filter(|it| is_cap(it) && it.state == State::Broken).copied().collect();
    let legal = |it: &&&Finding| {
        it.level == Level::Legal && it.bars_approval() && !is_cap(it) && !(is_factor(it) && it.state == State::Broken)
    };
    let legal: Vec<&Finding> = notable.iter().filter(legal).copied().collect();
    let or = |findings: Vec<&Finding>, head, nothing| {
        if findings.is_empty() { desk.say(nothing).to_owned() } else { told(findings, desk.say(head)) }
    };
    let mut told = vec![
        or(factors, say::FACTORS_SHORT, say::NO_WARNING),
        or(caps, say::CAPS_BROKEN, say::CAPS_HOLD),
        or(legal, say::LEGAL_BROKEN, say::LEGAL_HOLDS),
    ];
    told.extend(advisories(desk));
    told
}

const fn is_factor(finding: &Finding) -> bool {
    matches!(finding.detail, Detail::Land { .. } | Detail::Capacity { .. } | Detail::Plot { .. })
}

const fn is_cap(finding: &Finding) -> bool {
    matches!(finding.detail, Detail::Cap { .. } | Detail::Carried { .. })
}

fn decided(desk: &Desk<'_>, session: Option<&Session>) -> Block {
    let Some(session) = session else { return cells::paragraph(desk.say(say::NO_SESSION)) };
    let decisions = desk.decisions_of(session);
    if decisions.is_empty() {
        return cells::paragraph(desk.say(say::NOTHING_DECIDED));
    }
    let count = |verdict: Resolution| decisions.iter().filter(|it| it.verdict == verdict).count();
    let resolutions = [Resolution::Place, Resolution::Conditional, Resolution::Hold, Resolution::Return];
    let overridden = decisions.iter().filter(|it| case::overrides(it)).count();
    cells::paragraph(desk.tell(&told::counts(resolutions.map(|it| (it, count(it))), overridden)))
}
