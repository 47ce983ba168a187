//! What does a paper rest on? Data snapshot, rules, plan, program, what a session was frozen on, and the values that are
//! assumed.

use super::{Desk, paper::Provenance};
use crate::{
    i18n::{
        difference,
        recognition::indicator_name,
        report::{told, words as say},
        term,
    },
    model::{
        difference::RecordKey,
        evidence::{Confidence, Evidence, Exception},
        fingerprint as inputs,
        id::{EnterpriseId, IndustryId, ParkId, PositionId, RecordId},
        plan::PlanStatus,
        scenario::Scenario,
        support::Session,
        table::{Record, Table},
        text::Text,
    },
};

/// Tables whose figures enter scores and findings.
pub const SCORED: [&str; 7] = ["parks", "projects", "enterprises", "industries", "links", "positions", "directions"];

/// The same, and what scorecards show besides.
pub const OF_PARKS: [&str; 9] = [
    "parks",
    "projects",
    "enterprises",
    "industries",
    "links",
    "positions",
    "directions",
    "characteristic_parks",
    "indicator_values",
];

/// Records that are named of each table.
const MOST_NAMED: usize = 2;

/// Characters of a fingerprint that are shown.
const SHOWN: usize = 16;

/// What a paper rests on of which the figures come from `tables`.
pub fn of(desk: &Desk<'_>, tables: &[&'static str], session: Option<&Session>) -> Provenance {
    let mut lines = versions(desk, session);
    lines.extend(assumed(desk, tables));
    Provenance { lines: lines.iter().map(|line| desk.tell(line)).collect() }
}

/// Data, rules, plan and program, and what a session was frozen on.
pub fn versions(desk: &Desk<'_>, session: Option<&Session>) -> Vec<Text> {
    let world = desk.world();
    let pack = &world.pack;
    let mut lines = vec![
        told::data(&world.title, world.as_of, &fingerprint(desk.scenario)),
        told::pack(&pack.title, pack.id.as_str(), pack.date),
        plan(desk),
        told::program(env!("CARGO_PKG_VERSION")),
    ];
    lines.extend(session.map(|it| told::session(&frozen(desk, it))));
    lines
}

/// Fingerprint of a scenario as its file would be written.
pub fn fingerprint(scenario: &Scenario) -> String {
    // A scenario that has no text has none that could be read back either.
    let text = crate::io::ron::to_text(scenario).unwrap_or_default();
    blake3::hash(text.as_bytes()).to_hex().chars().take(SHOWN).collect()
}

fn plan(desk: &Desk<'_>) -> Text {
    let plan = desk.world().plans.get(desk.judgement.plan());
    let name = plan.map_or_else(Text::default, |plan| plan.name.clone());
    match plan.map(|plan| &plan.status) {
        Some(PlanStatus::Approved { on, by }) => {
            told::approved_plan(desk.judgement.plan().as_str(), &name, *on, desk.half(by))
        }
        Some(PlanStatus::Draft) | None => told::draft_plan(desk.judgement.plan().as_str(), &name),
    }
}

/// What a session was frozen on, and what has changed since.
pub fn frozen(desk: &Desk<'_>, session: &Session) -> Text {
    let Some(frozen) = &session.frozen else { return say::NOT_FROZEN.into() };
    let changed = inputs::changed(frozen, desk.scenario);
    let names: Vec<String> = changed.iter().map(|it| desk.say(term::table(it)).to_owned()).collect();
    told::frozen(frozen.plan.as_str(), &frozen.program, frozen.tables.len(), &names)
}

/// How many values of a table are assumed, and the first of them.
struct Assumed {
    records: usize,
    fields: usize,
    first: Vec<String>,
}

/// The sentences on what is assumed.
fn assumed(desk: &Desk<'_>, tables: &[&'static str]) -> Vec<Text> {
    let counted = tables.iter().filter_map(|table| {
        let of_table = of_table(desk, table);
        let name = term::table(table);
        (of_table.records + of_table.fields > 0)
            .then(|| told::of_table(name, of_table.records, of_table.fields, &of_table.first))
    });
    let counted: Vec<Text> = counted.collect();
    let what_if = desk.scenario.assumptions_of(desk.judgement.plan()).count();
    let what_if = (what_if > 0).then(|| told::what_if(what_if));
    if counted.is_empty() && what_if.is_none() {
        return vec![told::nothing_assumed()];
    }
    (!counted.is_empty()).then(|| told::assumed(&counted)).into_iter().chain(what_if).collect()
}

fn of_table(desk: &Desk<'_>, table: &'static str) -> Assumed {
    let world = desk.world();
    let (records, first) = match table {
        "parks" => counted(&world.parks, |it| &it.evidence),
        "projects" => counted(&world.projects, |it| &it.evidence),
        "enterprises" => counted(&world.enterprises, |it| &it.evidence),
        "industries" => counted(&world.industries, |it| &it.evidence),
        "links" => counted(&world.links, |it| &it.evidence),
        "units" => counted(&world.units, |it| &it.evidence),
        "positions" => counted(&world.positions, |it| &it.evidence),
        "directions" => counted(&world.directions, |it| &it.evidence),
        "characteristic_parks" => counted(&world.characteristic_parks, |it| &it.evidence),
        "programmes" => counted(&world.programmes, |it| &it.evidence),
        "indicator_values" => counted(&world.indicator_values, |it| &it.evidence),
        "sharing_templates" => counted(&world.sharing_templates, |it| &it.evidence),
        _ => (0, Vec::new()),
    };
    let single = world.exceptions.iter().filter(|it| it.table == table && it.confidence == Confidence::Assumed);
    let (mut fields, mut named) = (0, Vec::new());
    for exception in single {
        fields += 1;
        if named.len() < MOST_NAMED {
            named.push(field_name(desk, table, exception));
        }
    }
    let mut first: Vec<String> = first.iter().map(|key| name_of(desk, table, key)).collect();
    first.extend(named);
    first.truncate(MOST_NAMED);
    Assumed { records, fields, first }
}

/// The field of a record that is assumed by itself.
fn field_name(desk: &Desk<'_>, table: &'static str, exception: &Exception) -> String {
    let record = name_of(desk, table, &exception.record);
    desk.tell(&told::field_of(&record, &difference::field(&exception.field)))
}

/// What a record is called on a paper, by its table and key; the key where nothing is.
fn name_of(desk: &Desk<'_>, table: &'static str, key: &str) -> String {
    let world = desk.world();
    let mut parts = key.split('/').map(str::trim);
    let first = parts.next().unwrap_or_default();
    let park = |id: &str| ParkId::new(id).map_or_else(|_| id.to_owned(), |id| desk.park(&id));
    let industry = |id: &str| IndustryId::new(id).map_or_else(|_| id.to_owned(), |id| desk.industry(&id));
    let named = match table {
        "parks" => Some(park(first)),
        "industries" => Some(industry(first)),
        "links" => parts.next().map(|other| desk.tell(&told::link(&industry(first), &industry(other)))),
        "directions" => parts.next().map(|of| desk.tell(&told::bracketed(&park(first), &industry(of)))),
        "enterprises" => EnterpriseId::new(first)
            .ok()
            .and_then(|id| world.enterprises.get(&id))
            .map(|it| format!("{} {}", desk.park(&it.park), desk.tell(&it.name))),
        "positions" => PositionId::new(first)
            .ok()
            .and_then(|id| world.positions.get(&id))
            .map(|it| desk.tell(&told::bracketed(&desk.park(&it.park), desk.tell(&it.name).as_str()))),
        "indicator_values" => parts.next().map(|id| {
            let name =
                RecordId::new(id).map_or_else(|_| id.to_owned(), |it| desk.tell(&indicator_name(desk.world(), &it)));
            desk.tell(&told::bracketed(&park(first), &name))
        }),
        _ => Some(desk.tell(&difference::record(world, &RecordKey { table, key: vec![("id", key.to_owned())] }))),
    };
    named.unwrap_or_else(|| key.to_owned())
}

fn counted<T: Record>(table: &Table<T>, evidence: impl Fn(&T) -> &Evidence) -> (usize, Vec<String>) {
    let (mut records, mut first) = (0, Vec::new());
    for record in table.iter().filter(|it| evidence(it).confidence == Confidence::Assumed) {
        records += 1;
        if first.len() < MOST_NAMED {
            let key = record.key_fields().into_iter().map(|(_, text)| text);
            first.push(key.collect::<Vec<_>>().join("/"));
        }
    }
    (records, first)
}
