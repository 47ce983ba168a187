//! What is to be known of one project on one page? Facts, gates, ranked parks, why there and why not the second, the chain,
//! how firm it is, what was said and decided.

use std::sync::Arc;

use super::{
    Desk, NoPaper,
    case::{self, Case},
    cells::{self, column, fact, figures},
    gates,
    paper::{Block, Run, Table, Tone, Value},
    placement_table::{badge, parts, parts_columns},
};
use crate::{
    advise::{
        intake, ranking,
        robustness::{self, Robustness},
        why_not,
    },
    i18n::{
        self, advice, criterion, datum, figure,
        report::{terms, told, words as say},
        term,
    },
    model::{
        id::{IndustryId, ParkId, ProjectId},
        plan::Opinion,
        policy::RuleKind,
        project::Project,
        text::Text,
    },
    rules,
    suitability::Measure,
};

/// Parks of the ranking that are shown.
const MOST_RANKED: usize = 6;
/// Parts of a score that are told in words.
const MOST_PARTS: usize = 3;
/// Neighbours in the chain that are named.
const MOST_NEIGHBOURS: usize = 6;

/// The blocks of one project, or of all, each on a page of its own.
pub fn blocks(desk: &Desk<'_>, asked: Option<&ProjectId>) -> Result<Vec<Block>, NoPaper> {
    let world = desk.world();
    let projects: Vec<&Arc<Project>> = match asked {
        Some(id) => vec![world.projects.get(id).ok_or_else(|| NoPaper::Project(id.clone()))?],
        None => world.projects.iter().collect(),
    };
    if projects.is_empty() {
        return Ok(vec![cells::paragraph(desk.say(say::NO_PROJECTS))]);
    }
    let mut blocks = Vec::new();
    for (at, project) in projects.into_iter().enumerate() {
        if at > 0 {
            blocks.push(Block::NewPage);
        }
        blocks.extend(page(desk, project));
    }
    Ok(blocks)
}

fn page(desk: &Desk<'_>, project: &Arc<Project>) -> Vec<Block> {
    let Some(project) = desk.world().projects.get(&project.id) else { return Vec::new() };
    let case = Case::of(desk, project);
    let robustness = robustness::of(desk.judgement, &case.ranking);
    let target = case.home.or_else(|| case.ranking.first().map(|it| &it.park));
    let mut blocks = vec![
        cells::heading(desk.project_label(&project.id)),
        Block::Facts(facts(desk, project)),
        cells::subheading(desk.say(say::GATES)),
    ];
    blocks.extend(gates::blocks(desk, &case, target));
    blocks.extend([
        cells::subheading(desk.say(say::RANKING)),
        cells::table_or(ranking_table(desk, &case, robustness.as_ref()), desk.say(say::NO_PARKS)),
        cells::subheading(desk.say(say::WHY)),
        Block::Facts(reasons(desk, &case, target, robustness.as_ref())),
        cells::subheading(desk.say(say::OPINIONS)),
        Block::Facts(said(desk, &case)),
    ]);
    blocks
}

/// A figure of the project in words, or — where it states none.
fn stated(desk: &Desk<'_>, project: &Project, field: &str, text: Option<Text>) -> String {
    let is_assumed = desk.is_assumed("projects", project.id.as_str(), field, &project.evidence);
    text.map_or_else(|| figure::NONE.to_owned(), |text| format!("{}{}", told::sign(is_assumed), desk.tell(&text)))
}

fn facts(desk: &Desk<'_>, project: &Project) -> Vec<(String, Vec<Run>)> {
    let say = |phrase| desk.say(phrase);
    let datum = |field| stated(desk, project, field, datum::of_project(desk.world(), project, field));
    let money = |field, amount: Option<_>| stated(desk, project, field, amount.map(figure::money));
    let per_mu = |field, amount: Option<_>| {
        let figure = amount.zip(project.land).and_then(|(amount, land)| figure::per_mu(amount, land));
        stated(desk, project, field, figure.map(|it| Text::new(it.clone(), it)))
    };
    let reporter = project.first_reporter.as_ref().map(|unit| desk.unit(unit));
    let report: Vec<String> = reporter.into_iter().chain(project.first_report.map(|day| day.to_string())).collect();
    let mut facts = vec![
        fact(
            say(say::KIND),
            desk.list(&[say(term::project_kind(project.kind)), say(term::register_status(project.status))]),
        ),
        fact(say(say::INDUSTRY), desk.industry(&project.industry)),
        fact(say(say::FIRST_REPORTER), if report.is_empty() { figure::NONE.to_owned() } else { desk.list(&report) }),
        fact(say(say::INVESTMENT), money("investment", project.investment)),
        fact(say(say::LAND_FLOOR), desk.list(&[datum("land"), datum("floor_area")])),
        fact(
            say(say::YIELD),
            desk.list(&[
                money("output", project.output),
                money("tax", project.tax),
                stated(desk, project, "jobs", project.jobs.map(|it| told::persons(&figure::count(it)))),
            ]),
        ),
        fact(
            say(say::PER_MU),
            desk.list(&[
                per_mu("investment", project.investment),
                per_mu("output", project.output),
                per_mu("tax", project.tax),
            ]),
        ),
        fact(
            say(say::NEEDS),
            desk.list(&[datum("power"), datum("water"), sewage(desk, project, &datum("waste_water"))]),
        ),
        fact(say(say::ENVIRONMENT), environment(desk, project)),
    ];
    facts.extend(more_facts(desk, project));
    facts
}

/// Waste water with its stream, by the name that the rules give it.
fn sewage(desk: &Desk<'_>, project: &Project, amount: &str) -> String {
    let Some(stream) = &project.stream else { return amount.to_owned() };
    let named = desk.world().rules.iter().find_map(|rule| {
        let RuleKind::SpecialStream { streams, ordinary } = &rule.kind else { return None };
        let special = streams.iter().find(|it| it.stream == *stream).map(|it| desk.tell(&it.name));
        special.or_else(|| ordinary.contains(stream).then(|| desk.say(say::ORDINARY_STREAM).to_owned()))
    });
    desk.tell(&told::bracketed(amount, &named.unwrap_or_else(|| stream.to_string())))
}

fn environment(desk: &Desk<'_>, project: &Project) -> String {
    let class = rules::class_of(desk.world(), project).map(|it| desk.say(term::environment_class(it)));
    let chemical = (project.chemical_process == Some(true)).then(|| desk.say(say::IS_CHEMICAL));
    let two_high = project.two_high.then(|| desk.say(say::IS_TWO_HIGH));
    let words: Vec<&str> = class.into_iter().chain(chemical).chain(two_high).collect();
    if words.is_empty() { figure::NONE.to_owned() } else { desk.list(&words) }
}

/// Facts that many projects do not have.
fn more_facts(desk: &Desk<'_>, project: &Project) -> Vec<(String, Vec<Run>)> {
    let say = |phrase| desk.say(phrase);
    let facilities: Vec<String> = project.facilities.iter().map(|it| desk.tell(&datum::facility_name(it))).collect();
    let phases: Vec<String> = project
        .phases
        .iter()
        .map(|it| desk.tell(&told::phase(it.number, it.land.map(figure::mu_figure).as_deref(), it.until)))
        .collect();
    let found = [
        (say::INVESTOR, project.investor.clone()),
        (say::CONTENT, desk.half(&project.content).to_owned()),
        (say::PREFERRED, project.preferred_park.as_ref().map(|it| desk.park(it)).unwrap_or_default()),
        (say::FACILITIES, desk.list(&facilities)),
        (say::TAGS, desk.list(&project.tags)),
        (say::PHASES, desk.clauses(&phases)),
    ];
    found.into_iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| fact(say(name), text)).collect()
}

fn ranking_table(desk: &Desk<'_>, case: &Case<'_>, robustness: Option<&Robustness>) -> Table {
    let say = |phrase| desk.say(phrase);
    let row = |it: &ranking::Ranked| {
        let verdict = it.judged.verdict;
        let binds = it.judged.vetoes.first().or_else(|| it.judged.conditions.first());
        let share = robustness.map(|of| i18n::suitability::percent(of.share(&it.park)));
        let place = if it.is_tied {
            told::tied(&it.rank.to_string())
        } else {
            Text::new(it.rank.to_string(), it.rank.to_string())
        };
        let mut row = vec![
            cells::words(desk.tell(&place)),
            cells::words(desk.park(&it.park)),
            cells::toned(say(term::verdict(verdict)), cells::tone_of_verdict(verdict)),
            cells::whole(it.total()),
        ];
        row.extend(parts(it));
        row.push(share.map_or(Value::Blank, cells::whole));
        row.push(cells::words(binds.map(|it| badge(desk, it)).unwrap_or_default()));
        row
    };
    let mut columns = vec![
        column(say(say::RANK), 1),
        column(say(say::PARK), 2),
        column(say(say::VERDICT), 1),
        figures(say(say::SCORE), 1),
    ];
    columns.extend(parts_columns(desk).into_iter().map(|it| it.under(say(say::PARTS_HERE))));
    columns.push(figures(say(say::SHARE), 1));
    columns.push(column(say(say::BINDS), 3));
    let name = format!("{} {}", case.project.id, say(say::RANKING));
    cells::table(name, "", columns, case.ranking.iter().take(MOST_RANKED).map(row).collect())
}

fn reasons(
    desk: &Desk<'_>,
    case: &Case<'_>,
    target: Option<&ParkId>,
    robustness: Option<&Robustness>,
) -> Vec<(String, Vec<Run>)> {
    let say = |phrase| desk.say(phrase);
    let world = desk.world();
    let mut facts = vec![fact(say(say::PLAN_SAYS), in_plan(desk, case))];
    if let Some(first) = case.ranking.first() {
        let park = i18n::finding::park_name(world, &first.park);
        let advised = intake::of(&case.project.id, &case.ranking);
        let stands = desk.tell(&advice::stands_first(&park, first.judged.verdict));
        facts.push(fact(say(say::ADVICE), desk.clauses(&[say(advice::intake(advised)).to_owned(), stands])));
        facts.push(fact(say(say::STRENGTHS), strengths(desk, first)));
    }
    if let Some(second) = case.ranking.get(1)
        && let Some(certificate) = why_not::of(desk.scenario, desk.judgement, &case.project.id, &second.park)
    {
        facts.push(fact(say(say::WHY_NOT), desk.tell(&advice::claim(world, &certificate, second.judged.verdict))));
        facts.push(fact(say(say::WOULD_CHANGE), desk.tell(&advice::cheapest(desk.scenario, &certificate))));
    }
    facts.push(fact(say(say::UPSTREAM), neighbours(desk, case.project, target, true)));
    facts.push(fact(say(say::DOWNSTREAM), neighbours(desk, case.project, target, false)));
    let name = |park: &ParkId| desk.park(park);
    let firm = robustness.map(|it| desk.tell(&i18n::suitability::robustness(it, &name)));
    facts.push(fact(say(say::SENSITIVITY), firm.unwrap_or_else(|| say(say::NOTHING_TO_WEIGH).to_owned())));
    facts
}

fn in_plan(desk: &Desk<'_>, case: &Case<'_>) -> String {
    let is_pinned = desk.world().pin(desk.judgement.plan(), &case.project.id).is_some();
    desk.tell(&told::in_plan(case.home.map(|park| desk.park(park)).as_deref(), is_pinned))
}

/// The largest parts of a score with what they rest on.
fn strengths(desk: &Desk<'_>, ranked: &ranking::Ranked) -> String {
    let told: Vec<String> = case::largest(ranked, MOST_PARTS)
        .into_iter()
        .map(|(criterion, points)| {
            let name = criterion::criterion(criterion.id()).map_or(criterion.id(), |it| desk.say(it));
            let part = ranked.suitability.parts.iter().find(|it| it.criterion == criterion);
            let basis = part.and_then(|it| match &it.measure {
                Measure::Value(_, basis) => Some(i18n::suitability::basis(desk.world(), basis)),
                Measure::Gap(_) => None,
            });
            desk.tell(&told::points(name, points, basis.as_ref()))
        })
        .collect();
    desk.clauses(&told)
}

/// The sub-sectors before or after that of the project, those that the park has marked.
fn neighbours(desk: &Desk<'_>, project: &Project, park: Option<&ParkId>, is_upstream: bool) -> String {
    let world = desk.world();
    if world.links.is_empty() {
        return desk.say(say::NO_LINKS).to_owned();
    }
    let facts = park.and_then(|park| desk.judgement.facts().park(park));
    let is_here = |industry: &IndustryId| {
        facts.is_some_and(|it| {
            it.existing.contains_key(industry)
                || it.placed.values().any(|other| other.project.id != project.id && other.project.industry == *industry)
        })
    };
    let linked = world.links.iter().filter_map(|link| {
        let (near, far) =
            if is_upstream { (&link.downstream, &link.upstream) } else { (&link.upstream, &link.downstream) };
        (*near == project.industry).then_some(far)
    });
    let mut linked: Vec<(bool, &IndustryId)> = linked.map(|it| (!is_here(it), it)).collect();
    linked.sort();
    let told: Vec<String> = linked
        .iter()
        .take(MOST_NEIGHBOURS)
        .map(|(is_absent, it)| desk.tell(&told::neighbour(&desk.industry(it), !is_absent)))
        .collect();
    if told.is_empty() { desk.say(say::NONE).to_owned() } else { desk.list(&told) }
}

/// What parks and meeting say.
fn said(desk: &Desk<'_>, case: &Case<'_>) -> Vec<(String, Vec<Run>)> {
    let of_project = |it: &&Arc<Opinion>| it.plan == *desk.judgement.plan() && it.project == case.project.id;
    let opinions: Vec<String> = desk
        .world()
        .opinions
        .iter()
        .filter(of_project)
        .map(|it| desk.tell(&told::opinion(&desk.park(&it.park), terms::stance(it.stance), desk.half(&it.reason))))
        .collect();
    let opinions = if opinions.is_empty() { desk.say(say::NO_OPINIONS).to_owned() } else { desk.clauses(&opinions) };
    let decision = case.decision.map_or_else(
        || vec![Run::plain(desk.say(say::NO_DECISION))],
        |decision| {
            let day = desk.scenario.sessions.get(&decision.session).map_or(desk.day(), |it| it.date);
            let park = decision.park.as_ref().map(|it| desk.park(it));
            let then = decision.recommended.as_ref().map(|it| desk.park(it));
            let decided = told::decided(decision.verdict, park.as_deref());
            let tone = if case.is_overridden() { Tone::Caution } else { Tone::Strong };
            let head = told::decision(&decided, day, then.as_deref(), case.is_overridden());
            let more = [
                (say::WHY_SO, &decision.reason),
                (say::CONDITIONS, &decision.conditions),
                (say::OWNER, &decision.owner),
            ];
            let more = more.into_iter().filter(|(_, text)| !text.is_empty());
            let mut parts: Vec<String> =
                more.map(|(name, text)| desk.tell(&told::named(name, desk.half(text)))).collect();
            parts.extend(decision.deadline.map(|day| desk.tell(&told::named(say::DEADLINE, &day.to_string()))));
            let rest = if parts.is_empty() { String::new() } else { format!("\n{}", desk.clauses(&parts)) };
            vec![Run::toned(desk.tell(&head), tone), Run::plain(rest)]
        },
    );
    vec![fact(desk.say(say::OPINION), opinions), (desk.say(say::DECISION).to_owned(), decision)]
}
