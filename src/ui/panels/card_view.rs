//! What a park card says: sockets, land, projects, findings, and what the held project would do. Plain data.

mod position;
mod rows;

use std::collections::BTreeMap;

pub use rows::{ALL_ROWS, ProjectRow, Projects, SOME_ROWS};

use crate::{
    analysis::composition::{Metric, Scope},
    evaluate::effect::Effect,
    i18n::{self, figure, suitability, term, words},
    model::{
        evidence::Confidence,
        id::{IndustryId, ParkId, PositionId},
        park::{Park, ParkLevel, Role},
        policy::{Level, Mode, SiteFactor},
        quantity::Mu,
    },
    rules::{
        capacity,
        facts::ParkFacts,
        finding::{Detail, Finding, State},
        slots::{self, Slots},
    },
    suitability::{Basis, Measure, Relation, score::Suitability},
    ui::cx::Cx,
    workbench::{
        Selection,
        held::{Appeal, Fit, Outlook, Preview},
    },
};

/// What a socket shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SocketKind {
    /// A position.
    Filled,
    /// The position that would take the held project.
    Hit,
    /// Room for a position.
    Free,
    /// Room that the held project would ask for.
    WouldFill,
    /// One more than the cap.
    Overflow,
    /// The position that is being moved.
    Leaving,
}

/// A socket of the slot meter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Socket {
    /// What it shows.
    pub kind: SocketKind,
    /// Its words.
    pub name: String,
    /// The sub-sector whose seal it bears.
    pub industry: Option<IndustryId>,
    /// The position that it shows; `None` for room, and for what only would be designated.
    pub position: Option<PositionId>,
}

/// One column of the slot meter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meter {
    /// Leading or characteristic.
    pub role: Role,
    /// Number of positions.
    pub count: u32,
    /// The cap; `None` when no rule sets one.
    pub cap: Option<u32>,
    /// Its sockets in the order of designation.
    pub sockets: Vec<Socket>,
}

/// The land bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Land {
    /// Land in use, reservations included.
    pub used: Mu,
    /// Land that the held project would add.
    pub added: Mu,
    /// Land that is ready.
    pub capacity: Option<Mu>,
    /// Whether the capacity is assumed.
    pub is_assumed: bool,
}

/// The factor of which the largest share is used, after the drop where something is held.
#[derive(Debug, Clone, PartialEq)]
pub struct Tightest {
    /// The factor.
    pub factor: SiteFactor,
    /// Its name.
    pub name: String,
    /// Share in use before, per cent.
    pub used: i64,
    /// Share in use after, per cent; the same where nothing is held.
    pub after: i64,
    /// Its figures with the unit, for the tip.
    pub words: String,
}

/// How many points what is held would have here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Points {
    /// Scores and coupling together.
    pub total: String,
    /// Between which points it lies, where the park does not state all that is needed.
    pub band: Option<String>,
    /// That too little is known for it to be more than a hint, with the range.
    pub hint: Option<String>,
}

/// What the held project would do here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhatIf {
    /// Kind of answer.
    pub outlook: Outlook,
    /// What a refusal is called.
    pub veto: &'static str,
    /// Score and coupling; `None` for what has no score.
    pub points: Option<Points>,
    /// How what is held belongs to what the park stands for, or how the positions take it.
    pub fit: String,
    /// State of the worst finding created, near for one that only warns; `None` when there is none.
    pub worst: Option<State>,
    /// The worst finding created or cured, or that there is none.
    pub sentence: String,
    /// What is left to say: slots and land after.
    pub more: String,
    /// Whether the project is held over this card.
    pub is_over: bool,
}

/// A park card.
#[derive(Debug, Clone, PartialEq)]
pub struct CardView {
    /// The park.
    pub park: ParkId,
    /// Its short name.
    pub name: String,
    /// Its name where room is short.
    pub brief_name: String,
    /// Its level.
    pub level: ParkLevel,
    /// Words of its badge.
    pub level_words: String,
    /// Both columns of the slot meter.
    pub meters: [Meter; 2],
    /// The land bar.
    pub land: Land,
    /// The tightest factor besides land; `None` where no factor is used.
    pub tightest: Option<Tightest>,
    /// Its projects.
    pub projects: Projects,
    /// Number of findings by state, worst first.
    pub states: Vec<(State, usize)>,
    /// The badge of the worst broken legal finding.
    pub badge: Option<String>,
    /// Output in 亿元 and whether part of it is assumed.
    pub output: Option<(String, bool)>,
    /// Share of leading industries in output, per cent.
    pub leading_share: Option<i64>,
    /// Sub-sectors by share of output, largest first; shares add up to 1.
    pub ribbon: Vec<(IndustryId, f32)>,
    /// Rank of the park for what is held, else one of the first three for the project that is selected.
    pub rank: Option<usize>,
    /// What the held project would do.
    pub what_if: Option<WhatIf>,
    /// Whether it is selected.
    pub is_selected: bool,
    /// Whether the plan locks it: nothing goes in or out.
    pub is_locked: bool,
    /// All of it in words, for screen readers.
    pub description: String,
}

impl CardView {
    /// The card of `park`; `None` when it has no facts.
    pub fn new(cx: &Cx<'_>, park: &Park) -> Option<Self> {
        let judgement = cx.bench.judgement();
        let park = judgement.world().parks.get(&park.id)?;
        let facts = judgement.facts().park(&park.id)?;
        let findings = judgement.of_park(&park.id);
        let preview = cx.bench.held().and_then(|held| held.previews.get(&park.id));
        let broken_legal = findings
            .iter()
            .filter(|it| it.state == State::Broken && it.level == Level::Legal)
            .max_by_key(|it| matches!(it.detail, Detail::Carried { .. }));
        let composition = cx.composition(&park.id, Metric::Output, Scope::WithPlan);
        let total = composition.total;
        let mut view = Self {
            park: park.id.clone(),
            name: cx.tell(&park.short_name).to_owned(),
            brief_name: cx.brief_name(park),
            level: park.level,
            level_words: level_words(cx, park),
            meters: match cx.bench.held_position() {
                Some(held) => position::meters(cx, park, facts, held),
                None => meters(cx, park, facts, findings, preview),
            },
            land: land(cx, park, facts, preview),
            tightest: tightest(cx, park, facts, preview),
            projects: Projects::new(cx, facts, findings),
            states: states(findings),
            badge: broken_legal.map(|it| cx.tell(&i18n::finding::badge(it)).to_owned()),
            output: (total > 0).then(|| {
                let figure = figure::yi_figure(crate::model::quantity::WanYuan::from_steps(total), 0);
                (figure, cx.has_assumed_output(&park.id))
            }),
            leading_share: figure::percent(composition.leading(facts), total),
            ribbon: shares(&composition.parts, total),
            rank: rank(cx, &park.id),
            what_if: match cx.bench.held_position() {
                Some(held) => Some(position::what_if(cx, park, facts, held)),
                None => preview.map(|preview| what_if(cx, park, preview)),
            },
            is_selected: *cx.bench.selection() == Selection::Park(park.id.clone()),
            is_locked: cx.scenario().lock(cx.bench.plan(), &park.id).is_some(),
            description: String::new(),
        };
        view.description = describe(cx, &view);
        Some(view)
    }

    /// Name and what the drop would do, in one sentence, for the line that speaks while something is held.
    pub fn spoken(&self, cx: &Cx<'_>) -> String {
        let Some(what_if) = &self.what_if else { return self.name.clone() };
        let veto = if what_if.outlook == Outlook::Refused { what_if.veto } else { what_if.fit.as_str() };
        let rank = self.rank.map(|rank| format!("{}，", rank_words(cx, rank))).unwrap_or_default();
        let points = what_if.points.as_ref().map(|it| format!("{} ", it.total)).unwrap_or_default();
        if cx.is_chinese() {
            format!("{}：{rank}{points}{veto}；{}", self.name, what_if.sentence)
        } else {
            format!("{}: {}{points}{veto}; {}", self.name, rank.replace('，', ", "), what_if.sentence)
        }
    }

    /// Tells whether something is broken at level legal.
    pub fn is_broken(&self) -> bool {
        self.badge.is_some()
    }
}

/// The level of a park as its badge says it, with the sign of what is assumed.
pub(super) fn level_words(cx: &Cx<'_>, park: &Park) -> String {
    let assumed = cx.world().confidence("parks", park.id.as_str(), "level", &park.evidence) >= Confidence::Assumed;
    let badge = term::park_level_badge(&cx.world().pack, park.level);
    let words = cx.tell(&badge).to_owned();
    if assumed { format!("{words} ≈") } else { words }
}

#[expect(clippy::cast_precision_loss, reason = "shares are painted, not reckoned with")]
fn shares(parts: &[(IndustryId, i64)], total: i64) -> Vec<(IndustryId, f32)> {
    parts.iter().map(|(industry, amount)| (industry.clone(), *amount as f32 / total.max(1) as f32)).collect()
}

fn states(findings: &[Finding]) -> Vec<(State, usize)> {
    let mut counts: BTreeMap<State, usize> = BTreeMap::new();
    for finding in findings.iter().filter(|it| it.state.is_notable()) {
        *counts.entry(finding.state).or_default() += 1;
    }
    counts.into_iter().collect()
}

fn meters(cx: &Cx<'_>, park: &Park, facts: &ParkFacts, findings: &[Finding], preview: Option<&Preview>) -> [Meter; 2] {
    let held: Vec<&IndustryId> = moving_industries(cx, &park.id);
    let fit = preview.filter(|it| it.outlook != Outlook::Here).map(|it| &it.fit);
    let meters = slots::of(cx.scenario(), park, facts).map(|slots| meter(cx, facts, slots, &held, fit));
    with_overflow(cx, meters, findings, preview)
}

/// Sub-sectors of what is held and stands elsewhere, each once.
fn moving_industries<'a>(cx: &Cx<'a>, park: &ParkId) -> Vec<&'a IndustryId> {
    let facts = cx.bench.judgement().facts();
    let held = cx.bench.held().into_iter().flat_map(|held| &held.projects);
    let moving = held.filter(|it| facts.home(&it.id).is_none_or(|(home, _)| home != park));
    let mut industries: Vec<&IndustryId> = moving.map(|it| &it.industry).collect();
    industries.sort();
    industries.dedup();
    industries
}

fn meter(cx: &Cx<'_>, facts: &ParkFacts, slots: Slots, held: &[&IndustryId], fit: Option<&Fit>) -> Meter {
    let Slots { role, count, cap } = slots;
    let mut sockets = Vec::new();
    for (at, position) in (0_u32..).zip(facts.positions.iter().filter(|position| position.role == role)) {
        let is_hit = fit.is_some() && held.iter().any(|industry| position.covers(industry));
        let kind = match cap {
            Some(cap) if at >= cap => SocketKind::Overflow,
            _ if is_hit => SocketKind::Hit,
            _ => SocketKind::Filled,
        };
        let name = cx.tell(&position.name).to_owned();
        let name = if kind == SocketKind::Overflow { format!("{} {name}", cx.say(words::OVER)) } else { name };
        let industry = position.industries.first().cloned();
        sockets.push(Socket { kind, name, industry, position: Some(position.id.clone()) });
    }
    let free = cap.map_or(0, |cap| cap.saturating_sub(count));
    let would_fill = match fit {
        Some(Fit::Free(roles)) => roles.last() == Some(&role),
        Some(Fit::Covered(_) | Fit::Outside) | None => false,
    };
    let uncovered: Vec<&&IndustryId> = held.iter().filter(|it| would_fill && facts.position_of(it).is_none()).collect();
    for at in 0..free {
        let wanted = usize::try_from(at).ok().and_then(|at| uncovered.get(at));
        let socket = match wanted.map(|it| **it) {
            Some(industry) => Socket {
                kind: SocketKind::WouldFill,
                name: cx.tell(&i18n::finding::industry_name(cx.scenario(), industry)).to_owned(),
                industry: Some(industry.clone()),
                position: None,
            },
            None => Socket {
                kind: SocketKind::Free,
                name: cx.say(words::FREE_SLOT).to_owned(),
                industry: None,
                position: None,
            },
        };
        sockets.push(socket);
    }
    Meter { role, count, cap, sockets }
}

/// Adds to the column of characteristic positions what a broken carried cap lets stick out, now or after the drop.
fn with_overflow(cx: &Cx<'_>, mut meters: [Meter; 2], findings: &[Finding], preview: Option<&Preview>) -> [Meter; 2] {
    let after = preview.and_then(|it| it.effect.as_ref()).map(|effect| effect.created.as_slice()).unwrap_or_default();
    let overflowing = |list: &[Finding]| -> Vec<IndustryId> {
        let carried = list.iter().filter(|it| it.state == State::Broken).find_map(|it| {
            let Detail::Carried { designated, uncovered, limit, .. } = &it.detail else { return None };
            let over = designated.saturating_add(u32::try_from(uncovered.len()).ok()?).saturating_sub(*limit);
            let keep = uncovered.len().saturating_sub(usize::try_from(over).ok()?);
            Some(uncovered.iter().skip(keep).cloned().collect())
        });
        carried.unwrap_or_default()
    };
    let mut industries = overflowing(findings);
    industries.extend(overflowing(after).into_iter().filter(|it| !industries.contains(it)).collect::<Vec<_>>());
    let [_, characteristic] = &mut meters;
    for industry in industries {
        let name = i18n::finding::industry_name(cx.scenario(), &industry);
        let name = format!("{} {}", cx.say(words::OVER), cx.tell(&name));
        characteristic.sockets.push(Socket {
            kind: SocketKind::Overflow,
            name,
            industry: Some(industry),
            position: None,
        });
    }
    meters
}

fn tightest(cx: &Cx<'_>, park: &Park, facts: &ParkFacts, preview: Option<&Preview>) -> Option<Tightest> {
    let after = preview.and_then(|it| it.effect.as_ref()?.facts.get(&park.id)).unwrap_or(facts);
    let (factor, percent) = capacity::tightest(&park.capacities, after)?;
    let spare = capacity::spare(&park.capacities, factor)?;
    let total = facts.demand(factor).total();
    let used = figure::percent(total, spare).unwrap_or(percent);
    let (name, unit) = (cx.say(term::site_factor(factor)), cx.say(term::site_factor_unit(factor)));
    let sign = if is_assumed(cx, park, capacity::field(factor)) { "≈ " } else { "" };
    let amount = |steps| figure::factor_figure(factor, steps);
    let words = format!("{name} {} / {sign}{} {unit}", amount(after.demand(factor).total()), amount(spare));
    Some(Tightest { factor, name: name.to_owned(), used, after: percent, words })
}

/// Whether what the park has to spare of a factor, by its field, is assumed.
fn is_assumed(cx: &Cx<'_>, park: &Park, field: &str) -> bool {
    cx.world().confidence("parks", park.id.as_str(), field, &park.evidence) >= Confidence::Assumed
}

fn land(cx: &Cx<'_>, park: &Park, facts: &ParkFacts, preview: Option<&Preview>) -> Land {
    let used = facts.land.plus(facts.reserved_land);
    let after = preview.and_then(|it| it.effect.as_ref()?.facts.get(&park.id)).map(|it| it.land.plus(it.reserved_land));
    land_of(cx, park, used, after.map_or(Mu::ZERO, |after| after.minus(used)))
}

/// The land bar of a park of which so much is used, and so much would be added.
pub(super) fn land_of(cx: &Cx<'_>, park: &Park, used: Mu, added: Mu) -> Land {
    Land { used, added, capacity: park.capacities.net_land, is_assumed: is_assumed(cx, park, "capacities.net_land") }
}

/// Parks that wear the rank for the project that is selected.
const BEST: usize = 3;

fn rank(cx: &Cx<'_>, park: &ParkId) -> Option<usize> {
    if let Some(held) = cx.bench.held() {
        return held.previews.rank(park);
    }
    match cx.bench.selection() {
        _ if cx.bench.is_holding() => None,
        Selection::Project(project) => cx.previews(project)?.previews.rank(park).filter(|rank| *rank <= BEST),
        Selection::Nothing | Selection::Projects(_) | Selection::Park(_) | Selection::Finding(_) => None,
    }
}

/// A rank in words.
pub fn rank_words(cx: &Cx<'_>, rank: usize) -> String {
    if cx.is_chinese() { format!("第 {rank}") } else { format!("No. {rank}") }
}

fn points(cx: &Cx<'_>, preview: &Preview) -> Option<Points> {
    if preview.outlook == Outlook::Refused {
        return None;
    }
    let appeal = &preview.appeal;
    let (low, high) = appeal.band();
    Some(Points {
        total: figure::whole(appeal.total()),
        band: (low < high).then(|| suitability::range((low, high))),
        hint: is_hint(appeal).then(|| cx.tell(&suitability::hint(appeal.range())).to_owned()),
    })
}

/// Whether the total of a park is no more than a hint: much is missing, or figures of the project leave it open.
pub fn is_hint(appeal: &Appeal) -> bool {
    !appeal.is_confident() || appeal.range() != appeal.band()
}

/// The kind of fit: of one project its relation to what the park stands for, of several how many a position covers.
fn relation_words(cx: &Cx<'_>, preview: &Preview) -> String {
    match preview.appeal.suits.as_slice() {
        [suitability] => relation_of(suitability).map(|it| cx.say(suitability::relation_word(it))).unwrap_or_default(),
        several => {
            let is_covered = |it: &&Suitability| matches!(relation_of(it), Some(Relation::Position(_)));
            let (covered, all) = (several.iter().filter(is_covered).count(), several.len());
            return if cx.is_chinese() {
                format!("定位内 {covered}/{all}")
            } else {
                format!("{covered}/{all} covered")
            };
        }
    }
    .to_owned()
}

/// How a project belongs to what the park stands for.
pub fn relation_of(suitability: &Suitability) -> Option<&Relation> {
    suitability.parts.iter().find_map(|part| match &part.measure {
        Measure::Value(_, Basis::Relation(relation)) => Some(relation),
        Measure::Value(..) | Measure::Gap(_) => None,
    })
}

fn what_if(cx: &Cx<'_>, park: &Park, preview: &Preview) -> WhatIf {
    let is_over = cx.bench.held().and_then(|held| held.over.as_ref()) == Some(&park.id);
    let effect = preview.effect.as_ref();
    let refusal = preview.refusal(cx.world());
    let worst = effect.and_then(Effect::worst);
    let sentence = match refusal {
        _ if preview.outlook == Outlook::Here => cx.say(words::HERE).to_owned(),
        Some(refusal) => cx.tell(&refusal).to_owned(),
        None => effect.map(|effect| effect_words(cx, effect)).unwrap_or_default(),
    };
    WhatIf {
        outlook: preview.outlook,
        veto: cx.say(preview.refusal_word()),
        points: points(cx, preview),
        fit: relation_words(cx, preview),
        worst: worst.map(state_shown),
        sentence,
        more: after_words(cx, park, preview),
        is_over,
    }
}

/// The state by which the worst finding created is painted: near for one that only warns.
fn state_shown(worst: &Finding) -> State {
    if worst.mode == Mode::Warn { State::Near } else { worst.state }
}

/// The worst that a change creates, else what it cures, else that it creates nothing.
fn effect_words(cx: &Cx<'_>, effect: &Effect) -> String {
    let cured = effect.cured.iter().filter(|it| it.state == State::Broken).count();
    match effect.worst() {
        Some(finding) => {
            let title = cx.scenario().rules.get(&finding.rule).map(|rule| cx.tell(&rule.title).to_owned());
            let badge = i18n::finding::badge(finding);
            let what = if finding.is_counted() { cx.tell(&badge).to_owned() } else { title.unwrap_or_default() };
            let is_warning = finding.mode == Mode::Warn;
            let state = cx.say(if is_warning { term::mode(Mode::Warn) } else { term::state(finding.state) });
            if cx.is_chinese() {
                format!("{}{state} {what}", cx.say(words::CREATES))
            } else {
                format!("{state}: {what}")
            }
        }
        None if cured > 0 => format!("{} {cured}", cx.say(words::CURES)),
        None => cx.say(words::NO_NEW_PROBLEM).to_owned(),
    }
}

/// Slots and land after the drop, in words.
fn after_words(cx: &Cx<'_>, park: &Park, preview: &Preview) -> String {
    let Some([slots, land]) = after_parts(cx, park, preview) else { return String::new() };
    format!("{slots} · {} {land} {}", cx.say(words::LAND), cx.say(words::MU))
}

/// Slots after the drop, and land before and after it without its unit; `None` where nothing moves.
pub fn after_parts(cx: &Cx<'_>, park: &Park, preview: &Preview) -> Option<[String; 2]> {
    let effect = preview.effect.as_ref()?;
    let (after, now) = (effect.facts.get(&park.id)?, cx.bench.judgement().facts().park(&park.id)?);
    let mut slots: Vec<String> = slots::of(cx.scenario(), park, after)
        .into_iter()
        .map(|it| format!("{} {}/{}", cx.say(term::role_short(it.role)), it.count, cap_words(it.cap)))
        .collect();
    if let (Fit::Free(_), Some(last)) = (&preview.fit, slots.last_mut()) {
        last.push_str(cx.say(words::MAY_BE_DESIGNATED));
    }
    let (before, then) = (now.land.plus(now.reserved_land), after.land.plus(after.reserved_land));
    Some([slots.join(" "), format!("{} → {}", figure::mu_figure(before), figure::mu_figure(then))])
}

fn cap_words(cap: Option<u32>) -> String {
    cap.map_or_else(|| figure::NONE.to_owned(), |cap| cap.to_string())
}

fn describe(cx: &Cx<'_>, view: &CardView) -> String {
    let mut parts = vec![view.name.clone(), view.level_words.clone()];
    parts.extend(view.is_locked.then(|| cx.say(words::LOCKED_STATE).to_owned()));
    parts.extend(view.rank.map(|rank| rank_words(cx, rank)));
    for meter in &view.meters {
        let cap = cap_words(meter.cap);
        parts.push(format!("{} {}/{cap}", cx.say(term::role(meter.role)), meter.count));
    }
    match &view.what_if {
        Some(what_if) if what_if.outlook == Outlook::Refused => {
            parts.push(format!("{}: {}", what_if.veto, what_if.sentence));
        }
        Some(what_if) => {
            if let Some(points) = &what_if.points {
                let band = points.band.as_ref().map(|band| format!(" ({band})")).unwrap_or_default();
                parts.push(format!("{} {}{band}", cx.say(words::FIT), points.total));
                parts.extend(points.hint.clone());
            }
            parts.extend([what_if.fit.clone(), what_if.sentence.clone()]);
        }
        None if view.states.is_empty() => parts.push(cx.say(term::state(State::Holds)).to_owned()),
        None => {
            let states = view.states.iter();
            parts.extend(states.map(|(state, count)| format!("{} {count}", cx.say(term::state(*state)))));
        }
    }
    parts.join(" · ")
}
