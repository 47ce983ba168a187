//! What the list of findings shows: groups with their counts, rows, and which of them are let through. Plain data.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    i18n::{self, term, words},
    io::settings::Grouping,
    model::{
        id::{IndustryId, ParkId, ProjectId, RuleId},
        plan::PositionChange,
        policy::Level,
    },
    rules::finding::{Finding, FindingKey, Item, Part, State},
    ui::cx::Cx,
};

/// Which findings are let through; what is `None` lets all through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this state.
    pub state: Option<State>,
    /// About this park.
    pub park: Option<ParkId>,
    /// Of this level.
    pub level: Option<Level>,
    /// Of this rule; then those that hold are let through too.
    pub rule: Option<RuleId>,
}

impl Filter {
    /// Tells whether it lets everything through that a planner should look at.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    fn lets(&self, finding: &Finding) -> bool {
        let wanted = match (self.state, &self.rule) {
            (Some(state), _) => finding.state == state,
            (None, Some(_)) => finding.state != State::NotApplicable,
            (None, None) => finding.state.is_notable(),
        };
        let in_park = self.park.is_none() || finding.park == self.park;
        let at_level = self.level.is_none_or(|level| finding.level == level);
        wanted && in_park && at_level && self.rule.as_ref().is_none_or(|rule| finding.rule == *rule)
    }
}

/// What stands at the head of a group.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupKey {
    /// A rule, by its place among the rules.
    Rule(u32, RuleId),
    /// A park; `None` for the city as a whole.
    Park(Option<ParkId>),
    /// A project; `None` where no project takes part.
    Project(Option<ProjectId>),
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingRow {
    /// Which finding.
    pub key: FindingKey,
    /// The group in which it stands: a finding of two projects stands in two.
    pub group: GroupKey,
    /// Its state.
    pub state: State,
    /// Name of the rule.
    pub rule: String,
    /// The park, or the city.
    pub park: String,
    /// What it says.
    pub sentence: String,
    /// What happens when the rule breaks.
    pub mode: String,
    /// Sub-sectors of its members, each once.
    pub seals: Vec<IndustryId>,
    /// Whether ways out are looked for when it opens.
    pub has_ways: bool,
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// The head of a group.
    Group {
        /// What stands there.
        key: GroupKey,
        /// Its name.
        name: String,
        /// Number of its findings by state, worst first.
        counts: Vec<(State, usize)>,
        /// Whether its findings follow.
        is_open: bool,
    },
    /// A finding, of which [`row`] tells what it shows.
    Row {
        /// Which finding.
        key: FindingKey,
        /// The group in which it stands.
        group: GroupKey,
    },
}

/// The lines of the list, group by group, the group with the worst finding first.
pub fn lines(cx: &Cx<'_>, filter: &Filter, closed: &BTreeSet<GroupKey>) -> Vec<Line> {
    let grouping = cx.bench.settings().grouping;
    let mut groups: BTreeMap<GroupKey, Vec<&Finding>> = BTreeMap::new();
    for finding in shown(cx, filter) {
        for key in group_keys(grouping, finding) {
            groups.entry(key).or_default().push(finding);
        }
    }
    let mut groups: Vec<(GroupKey, Vec<&Finding>)> = groups.into_iter().collect();
    let parks: BTreeMap<&ParkId, usize> =
        cx.scenario().parks_in_order().into_iter().enumerate().map(|(at, park)| (&park.id, at)).collect();
    groups.sort_by_cached_key(|(key, findings)| {
        (findings.first().map(|it| (it.urgency(), it.state, it.level)), place_of(&parks, key), key.clone())
    });
    let mut lines = Vec::new();
    for (key, findings) in groups {
        let mut counts: BTreeMap<State, usize> = BTreeMap::new();
        for finding in &findings {
            *counts.entry(finding.state).or_default() += 1;
        }
        let is_open = !closed.contains(&key);
        let (name, counts) = (group_name(cx, &key), counts.into_iter().collect());
        lines.push(Line::Group { key: key.clone(), name, counts, is_open });
        if is_open {
            lines.extend(findings.into_iter().map(|finding| Line::Row { key: finding.key(), group: key.clone() }));
        }
    }
    lines
}

/// The findings that `filter` lets through, what bars an approval first, each worst first.
pub fn shown<'a>(cx: &Cx<'a>, filter: &Filter) -> Vec<&'a Finding> {
    if filter.is_open() {
        return cx.bench.judgement().notable();
    }
    let mut list: Vec<&Finding> = cx.bench.judgement().findings().filter(|finding| filter.lets(finding)).collect();
    list.sort_by_cached_key(|finding| (finding.urgency(), finding.state, finding.level, finding.key()));
    list
}

/// The findings of the group `key` that `filter` lets through.
pub fn of_group<'a>(cx: &Cx<'a>, filter: &Filter, key: &GroupKey) -> Vec<&'a Finding> {
    let grouping = match key {
        GroupKey::Rule(..) => Grouping::Rule,
        GroupKey::Park(_) => Grouping::Park,
        GroupKey::Project(_) => Grouping::Project,
    };
    shown(cx, filter).into_iter().filter(|finding| group_keys(grouping, finding).contains(key)).collect()
}

fn group_keys(grouping: Grouping, finding: &Finding) -> Vec<GroupKey> {
    match grouping {
        Grouping::Rule => vec![GroupKey::Rule(finding.order, finding.rule.clone())],
        Grouping::Park => vec![GroupKey::Park(finding.park.clone())],
        Grouping::Project => {
            let causes: BTreeSet<&ProjectId> = finding
                .members
                .iter()
                .filter(|member| member.part == Part::Cause)
                .filter_map(|member| project_of(&member.item))
                .collect();
            if causes.is_empty() {
                vec![GroupKey::Project(first_project(finding).cloned())]
            } else {
                causes.into_iter().map(|id| GroupKey::Project(Some(id.clone()))).collect()
            }
        }
    }
}

/// Place of a park on the board, so that groups follow the cards.
fn place_of(parks: &BTreeMap<&ParkId, usize>, key: &GroupKey) -> usize {
    match key {
        GroupKey::Park(Some(park)) => parks.get(park).copied().unwrap_or(usize::MAX),
        GroupKey::Park(None) | GroupKey::Project(None) => usize::MAX,
        GroupKey::Rule(..) | GroupKey::Project(Some(_)) => 0,
    }
}

fn group_name(cx: &Cx<'_>, key: &GroupKey) -> String {
    match key {
        GroupKey::Rule(_, id) => rule_title(cx, id),
        GroupKey::Park(park) => park_name(cx, park.as_ref()),
        GroupKey::Project(Some(id)) => {
            format!("{id} {}", cx.tell(&i18n::finding::project_name(cx.scenario(), id)))
        }
        GroupKey::Project(None) => cx.say(words::NO_PROJECT).to_owned(),
    }
}

/// Title of a rule, or its id.
pub fn rule_title(cx: &Cx<'_>, id: &RuleId) -> String {
    cx.scenario().rules.get(id).map_or_else(|| id.to_string(), |rule| cx.tell(&rule.title).to_owned())
}

/// Short name of a park; the city where there is none.
pub fn park_name(cx: &Cx<'_>, park: Option<&ParkId>) -> String {
    let Some(id) = park else { return cx.say(words::CITY).to_owned() };
    match cx.scenario().parks.get(id) {
        Some(park) if !cx.is_chinese() => cx.brief_name(park),
        Some(park) => cx.tell(&park.short_name).to_owned(),
        None => id.to_string(),
    }
}

/// What the row of `finding` in `group` shows.
pub fn row(cx: &Cx<'_>, finding: &Finding, group: GroupKey) -> FindingRow {
    let mut seals: Vec<IndustryId> = Vec::new();
    for member in &finding.members {
        if let Some(industry) = industry_of(cx, &member.item).filter(|it| !seals.contains(it)) {
            seals.push(industry);
        }
    }
    FindingRow {
        key: finding.key(),
        group,
        state: finding.state,
        rule: rule_title(cx, &finding.rule),
        park: park_name(cx, finding.park.as_ref()),
        sentence: cx.tell(&i18n::finding::sentence(cx.world(), finding)).to_owned(),
        mode: cx.say(term::mode(finding.mode)).to_owned(),
        seals,
        has_ways: super::ways::may_have_ways(cx, finding),
    }
}

fn project_of(item: &Item) -> Option<&ProjectId> {
    match item {
        Item::Project(id) => Some(id),
        Item::Position(_) | Item::Enterprise(_) => None,
    }
}

/// The sub-sector by which a member is known.
pub fn industry_of(cx: &Cx<'_>, item: &Item) -> Option<IndustryId> {
    let scenario = cx.scenario();
    match item {
        Item::Project(id) => scenario.projects.get(id).map(|it| it.industry.clone()),
        Item::Enterprise(id) => scenario.enterprises.get(id).map(|it| it.industry.clone()),
        Item::Position(id) => {
            let change = scenario.plan_positions.get(&(cx.bench.plan().clone(), id.clone())).map(|it| &it.change);
            match change {
                Some(PositionChange::Withdrawn) => None,
                Some(PositionChange::Set { industries, .. }) => industries.first().cloned(),
                None => scenario.positions.get(id).and_then(|it| it.industries.first().cloned()),
            }
        }
    }
}

/// The first project among the members of a finding.
pub fn first_project(finding: &Finding) -> Option<&ProjectId> {
    finding.members.iter().find_map(|member| project_of(&member.item))
}
