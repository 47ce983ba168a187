//! How does a park stand? What it is and stands for, the indicators by pillar as far as data exist, concentration and likeness, what
//! its projects bring per mu, what is left, what it gained and what went elsewhere, what the rules found.

use std::collections::BTreeMap;

use super::{
    Desk, NoPaper,
    cells::{self, column, fact, figures},
    composition, evaluation, factors, findings, indices,
    paper::{Block, Run, Table, Value},
    pictures,
};
use crate::{
    analysis::profile::Analysis,
    chart::{Chart, scene::Scene},
    i18n::{
        datum, figure,
        report::{told, words as say},
        term,
    },
    model::{
        evidence::Confidence,
        id::ParkId,
        park::{Park, Position},
        quantity::{Mu, WanYuan},
    },
    rules::{facts::ParkFacts, slots},
};

/// Sub-sectors of the composition that are shown.
const MOST_TRADES: usize = 8;

/// The blocks of one park, or of all, each on a page of its own.
pub fn blocks(desk: &Desk<'_>, asked: Option<&ParkId>) -> Result<Vec<Block>, NoPaper> {
    let world = desk.world();
    let parks: Vec<&Park> = match asked {
        Some(id) => vec![world.parks.get(id).map(AsRef::as_ref).ok_or_else(|| NoPaper::Park(id.clone()))?],
        None => world.parks_in_order(),
    };
    if parks.is_empty() {
        return Ok(vec![cells::paragraph(desk.say(say::NO_PARKS))]);
    }
    let shared = Shared { analysis: indices::analysis(desk), scene: pictures::scene(desk, None) };
    let mut blocks = Vec::new();
    for (at, park) in parks.into_iter().enumerate() {
        if at > 0 {
            blocks.push(Block::NewPage);
        }
        blocks.extend(page(desk, park, &shared));
    }
    Ok(blocks)
}

/// What is worked out once for all parks.
struct Shared<'a> {
    analysis: Analysis<'a>,
    scene: Scene<'a>,
}

fn page<'a>(desk: &Desk<'a>, park: &'a Park, shared: &Shared<'a>) -> Vec<Block> {
    let Some(facts) = desk.judgement.facts().park(&park.id) else { return Vec::new() };
    let is_assumed = shared.scene.figures.assumed.contains(&park.id);
    let named = |table: Table| Table { name: format!("{} {}", desk.park(&park.id), table.name), ..table };
    let mut blocks = vec![
        cells::heading(desk.tell(&park.name)),
        Block::Facts(identity(desk, park, facts)),
        cells::table_or(named(positions(desk, facts)), desk.say(say::NO_POSITIONS)),
        cells::subheading(desk.say(say::FOCUSES)),
        cells::table_or(named(evaluation::of_park(desk, &park.id)), desk.say(say::NO_INDICATORS)),
        cells::subheading(desk.say(say::CLUSTERS)),
    ];
    if let Some(number) = shared.analysis.structure.number(&park.id) {
        let profile = shared.analysis.park(number);
        blocks.push(Block::Table(named(indices::of_park(desk, &profile, is_assumed))));
        let made = composition::of_park(desk, &shared.analysis, number, is_assumed, MOST_TRADES);
        blocks.extend((!made.rows.is_empty()).then(|| Block::Table(named(made))));
    }
    let scene = Scene { selected: Some(&park.id), ..shared.scene.clone() };
    blocks.extend(pictures::whole(&scene, Chart::Composition).map(Block::Picture));
    blocks.push(cells::subheading(desk.say(say::PER_MU_OF_PLACED)));
    blocks.push(Block::Table(named(per_mu(desk, facts))));
    blocks.push(cells::subheading(desk.say(say::CAPACITY_LEFT)));
    blocks.push(Block::Table(named(factors::table_of_park(desk, &park.id))));
    blocks.push(cells::subheading(desk.say(say::GAINED_LOST)));
    blocks.push(Block::Facts(gained_and_lost(desk, park, facts)));
    blocks.push(cells::subheading(desk.say(say::FINDINGS)));
    blocks.push(cells::table_or(named(findings::of_park(desk, &park.id)), desk.say(say::NO_FINDINGS)));
    blocks
}

fn identity(desk: &Desk<'_>, park: &Park, facts: &ParkFacts) -> Vec<(String, Vec<Run>)> {
    let say = |phrase| desk.say(phrase);
    let sign = |field| told::sign(desk.is_assumed_of_park(park, field));
    let [leading, characteristic] = slots::of(desk.world(), park, facts).map(|it| told::slots_of(it.count, it.cap));
    let names = |is_meant: fn(&crate::model::enterprise::Enterprise) -> bool| {
        let firms = desk
            .world()
            .enterprises
            .iter()
            .filter(|it| is_meant(it) && *desk.world().park_of(desk.judgement.plan(), it) == park.id);
        let names: Vec<String> = firms.map(|it| desk.tell(&it.name)).collect();
        if names.is_empty() { say(say::NONE).to_owned() } else { desk.list(&names) }
    };
    let has =
        datum::of_park(desk.world(), park, "facilities").map(|it| format!("{}{}", sign("facilities"), desk.tell(&it)));
    let mut facts = vec![
        fact(
            say(say::LEVEL),
            format!("{}{}", sign("level"), desk.tell(&term::park_level(&desk.world().pack, park.level))),
        ),
        fact(
            say(say::BENEFICIARY),
            park.beneficiary_unit.as_ref().map_or_else(|| figure::NONE.to_owned(), |it| desk.unit(it)),
        ),
        fact(
            say(say::CHEMICAL),
            format!("{}{}", sign("chemical_park"), say(term::chemical_status(park.chemical_park))),
        ),
        fact(say(say::HAS), has.filter(|it| !it.is_empty()).unwrap_or_else(|| figure::NONE.to_owned())),
        fact(say(say::SLOTS), desk.tell(&told::slots(&leading, &characteristic))),
        fact(say(say::FLAGSHIPS), names(|it| it.flagship)),
        fact(say(say::CHAIN_LEADERS), names(|it| it.chain_leader)),
    ];
    if let Some(lock) = desk.world().lock(desk.judgement.plan(), &park.id) {
        let reason = desk.half(&lock.reason);
        facts.push(fact(say(say::LOCKED), if reason.is_empty() { say(datum::yes_or_no(true)) } else { reason }));
    }
    facts
}

fn positions(desk: &Desk<'_>, facts: &ParkFacts) -> Table {
    let say = |phrase| desk.say(phrase);
    let row = |it: &Position| {
        let sign = told::sign(it.evidence.confidence >= Confidence::Assumed);
        let document = it.document.as_ref().and_then(|id| desk.world().documents.get(id));
        let from_plan = (!desk.scenario.positions.contains(&it.id)).then(|| say(say::OF_THIS_PLAN).to_owned());
        vec![
            cells::words(say(term::role(it.role))),
            cells::words(format!("{sign}{}", desk.tell(&it.name))),
            cells::words(desk.industries(&it.industries)),
            cells::words(desk.tell(&told::valid(it.valid_from, it.valid_to))),
            cells::words(document.map(|it| desk.tell(&it.title)).or(from_plan).unwrap_or_default()),
        ]
    };
    let columns = vec![
        column(say(say::ROLE), 1),
        column(say(say::POSITION), 3),
        column(say(say::INDUSTRIES), 4),
        column(say(say::VALID), 2),
        column(say(say::DOCUMENT), 3),
    ];
    cells::table(say(say::POSITIONS), "", columns, facts.positions.iter().map(row).collect())
}

/// What the placed projects bring per mu of their land: those that state both.
fn per_mu(desk: &Desk<'_>, facts: &ParkFacts) -> Table {
    let say = |phrase| desk.say(phrase);
    let mut sums: BTreeMap<&str, (WanYuan, Mu, usize, bool)> = BTreeMap::new();
    for placed in facts.placed.values() {
        let project = &placed.project;
        for (field, amount) in [("investment", project.investment), ("output", project.output), ("tax", project.tax)] {
            let Some((amount, land)) = amount.zip(project.land) else { continue };
            let is_assumed = |field| desk.is_assumed("projects", project.id.as_str(), field, &project.evidence);
            let sum = sums.entry(field).or_default();
            *sum = (sum.0.plus(amount), sum.1.plus(land), sum.2 + 1, sum.3 || is_assumed(field) || is_assumed("land"));
        }
    }
    let rows = [
        ("investment", crate::i18n::words::INVESTMENT_PER_MU),
        ("output", crate::i18n::words::OUTPUT_PER_MU),
        ("tax", crate::i18n::words::TAX_PER_MU),
    ];
    let rows = rows.into_iter().map(|(field, name)| {
        let (amount, land, projects, is_assumed) = sums.get(field).copied().unwrap_or_default();
        let figure = figure::per_mu(amount, land).filter(|_| projects > 0);
        let shown = figure.map_or(Value::Missing, |it| cells::words(format!("{}{it}", told::sign(is_assumed))));
        vec![cells::words(say(name)), shown, cells::count(projects), cells::mu(Some(land), is_assumed)]
    });
    let columns = vec![
        column(say(say::INDEX), 2),
        figures(desk.tell(&told::per_mu_head()), 2),
        figures(say(say::PROJECTS), 1),
        figures(say(say::LAND_MU), 1),
    ];
    cells::table(say(say::PER_MU_OF_PLACED), "", columns, rows.collect())
}

/// The projects placed here, and those that the park's own unit reported first and that stand elsewhere.
fn gained_and_lost(desk: &Desk<'_>, park: &Park, facts: &ParkFacts) -> Vec<(String, Vec<Run>)> {
    let gained: Vec<String> = facts.placed.values().map(|it| desk.project_label(&it.project.id)).collect();
    let lost = desk.world().projects.iter().filter_map(|it| {
        let own = it.first_reporter.as_ref().is_some_and(|unit| park.is_hosted_by(unit));
        let home = desk.judgement.facts().home(&it.id).map(|(home, _)| home)?;
        let host = desk.world().parks.get(home)?;
        let is_lost =
            own && *home != park.id && !it.first_reporter.as_ref().is_some_and(|unit| host.is_hosted_by(unit));
        is_lost.then(|| desk.tell(&told::went(&desk.project_label(&it.id), &desk.park(home))))
    });
    let lost: Vec<String> = lost.collect();
    let or_none = |names: &[String]| {
        if names.is_empty() { desk.say(say::NONE).to_owned() } else { desk.clauses(names) }
    };
    vec![fact(desk.say(say::GAINED), or_none(&gained)), fact(desk.say(say::WENT_ELSEWHERE), or_none(&lost))]
}
