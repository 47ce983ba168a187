//! Which projects of a park show as rows on its card, and what stands for the others.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    i18n::{figure, words},
    model::{
        id::{IndustryId, ProjectId},
        plan::Premises,
        quantity::Mu,
    },
    rules::{
        facts::{ParkFacts, Placed},
        finding::{Finding, Item, Part, State},
    },
    ui::cx::Cx,
};

/// Up to so many projects every one has a row.
pub const ALL_ROWS: usize = 3;
/// Rows when some are left out and not counted by sub-sector.
pub const SOME_ROWS: usize = 2;
/// Above so many only causes, pinned and selected ones have rows, and a bar shows the land by sub-sector.
pub const MOST_COUNTED_ALONE: usize = 12;
/// Rows that are made ready for a crowded card: no card shows more.
const MOST_ROWS: usize = 8;
/// Seals that stand for the projects without a row.
const MOST_SEALS: usize = 8;

/// A project row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectRow {
    /// The project.
    pub id: ProjectId,
    /// Its sub-sector.
    pub industry: IndustryId,
    /// Its name.
    pub name: String,
    /// Its land or floor with the unit.
    pub size: String,
    /// Its land; none in a standard plant.
    pub land: Mu,
    /// Whether it is pinned here.
    pub is_pinned: bool,
    /// Part that it plays in a broken finding.
    pub part: Option<Part>,
    /// States besides broken of the findings that it causes: near, waived.
    pub marks: Vec<State>,
    /// Whether it is selected.
    pub is_selected: bool,
    /// Whether it is being moved.
    pub is_held: bool,
}

/// The projects of a card: causes first, then pinned ones, then the newest.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Projects {
    /// Rows that may show, in their order.
    pub rows: Vec<ProjectRow>,
    /// Number of all projects.
    pub count: usize,
    /// Their land.
    pub land: Mu,
    /// Sub-sectors of those behind the rows, in the same order, as far as seals can show them.
    pub others: Vec<IndustryId>,
    /// Share of every sub-sector in the land, largest first; only of a crowded card.
    pub bar: Vec<(IndustryId, f32)>,
}

impl Projects {
    /// Tells whether only causes, pinned and selected projects have rows.
    pub fn is_crowded(&self) -> bool {
        self.count > MOST_COUNTED_ALONE
    }

    /// The projects of a park.
    pub fn new(cx: &Cx<'_>, facts: &ParkFacts, findings: &[Finding]) -> Self {
        let parts = parts(findings);
        let marks = [State::Near, State::Waived].map(|state| (state, causes(findings, state)));
        let mut order: Vec<(u8, &Placed)> = Vec::with_capacity(facts.placed.len());
        for placed in facts.placed.values().rev() {
            let id = &placed.project.id;
            let rank = match parts.get(id) {
                Some(Part::Cause) => 0,
                Some(Part::Context) | None if facts.pinned.contains(id) => 1,
                Some(Part::Context) | None => 2,
            };
            order.push((rank, placed));
        }
        order.sort_by_key(|(rank, _)| *rank);
        let mut projects = Self { count: order.len(), land: facts.land, ..Self::default() };
        let row = |placed: &Placed| {
            let id = &placed.project.id;
            ProjectRow {
                part: parts.get(id).copied(),
                marks: marks.iter().filter(|(_, causes)| causes.contains(id)).map(|(state, _)| *state).collect(),
                ..row(cx, facts, placed)
            }
        };
        if projects.is_crowded() {
            let shows = |rank: u8, placed: &Placed| rank < 2 || cx.bench.selection().has(&placed.project.id);
            let shown = order.iter().filter(|(rank, placed)| shows(*rank, placed)).take(MOST_ROWS);
            projects.rows = shown.map(|(_, placed)| row(placed)).collect();
            projects.bar = by_industry(order.iter().map(|(_, placed)| *placed));
        } else {
            projects.rows = order.iter().take(ALL_ROWS).map(|(_, placed)| row(placed)).collect();
            let others = order.iter().skip(ALL_ROWS).take(MOST_SEALS);
            projects.others = others.map(|(_, placed)| placed.project.industry.clone()).collect();
        }
        projects
    }
}

/// The part that every project plays in broken findings, the graver one.
fn parts(findings: &[Finding]) -> BTreeMap<&ProjectId, Part> {
    let mut parts: BTreeMap<&ProjectId, Part> = BTreeMap::new();
    for member in findings.iter().filter(|it| it.state == State::Broken).flat_map(|it| &it.members) {
        if let Item::Project(id) = &member.item {
            parts.entry(id).and_modify(|part| *part = (*part).min(member.part)).or_insert(member.part);
        }
    }
    parts
}

/// The projects that cause a finding of this state.
fn causes(findings: &[Finding], state: State) -> BTreeSet<&ProjectId> {
    let members = findings.iter().filter(|it| it.state == state).flat_map(|it| &it.members);
    let causes = members.filter(|member| member.part == Part::Cause);
    causes
        .filter_map(|member| match &member.item {
            Item::Project(id) => Some(id),
            Item::Position(_) | Item::Enterprise(_) => None,
        })
        .collect()
}

fn land_of(placed: &Placed) -> Mu {
    match placed.premises {
        Premises::OwnLand => placed.project.land.unwrap_or_default(),
        Premises::StandardPlant => Mu::ZERO,
    }
}

fn row(cx: &Cx<'_>, facts: &ParkFacts, placed: &Placed) -> ProjectRow {
    let project = &placed.project;
    let (size, field) = match placed.premises {
        Premises::OwnLand => (project.land.map(figure::mu), "land"),
        Premises::StandardPlant => (project.floor_area.map(figure::floor), "floor_area"),
    };
    let sign = if cx.is_assumed_by_plan("projects", project.id.as_str(), field) { "≈" } else { "" };
    ProjectRow {
        id: project.id.clone(),
        industry: project.industry.clone(),
        name: cx.tell(&project.name).to_owned(),
        size: size.map_or_else(|| cx.say(words::MISSING).to_owned(), |size| format!("{sign}{}", cx.tell(&size))),
        land: land_of(placed),
        is_pinned: facts.pinned.contains(&project.id),
        part: None,
        marks: Vec::new(),
        is_selected: cx.bench.selection().has(&project.id),
        is_held: cx.bench.held().is_some_and(|held| held.has(&project.id)),
    }
}

/// Shares of the sub-sectors in the land; by number where nobody says how much land.
#[expect(clippy::needless_pass_by_value, reason = "an iterator that is walked twice")]
fn by_industry<'a>(placed: impl Iterator<Item = &'a Placed> + Clone) -> Vec<(IndustryId, f32)> {
    let sums = |of: &dyn Fn(&Placed) -> i64| {
        let mut sums: BTreeMap<&IndustryId, i64> = BTreeMap::new();
        for placed in placed.clone() {
            *sums.entry(&placed.project.industry).or_default() += of(placed);
        }
        sums
    };
    let mut shares = sums(&|it| land_of(it).steps());
    if shares.values().sum::<i64>() == 0 {
        shares = sums(&|_| 1);
    }
    let total: i64 = shares.values().sum();
    let mut list: Vec<(&IndustryId, i64)> = shares.into_iter().filter(|(_, share)| *share > 0).collect();
    list.sort_by(|a, b| (b.1, a.0).cmp(&(a.1, b.0)));
    list.into_iter().map(|(industry, share)| (industry.clone(), part_of(share, total))).collect()
}

#[expect(clippy::cast_precision_loss, reason = "a share is painted, not reckoned with")]
fn part_of(share: i64, total: i64) -> f32 {
    share as f32 / total.max(1) as f32
}
