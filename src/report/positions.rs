//! What does every park stand for? Leading and characteristic positions against the caps, and what overlaps, lacks support or
//! is too broad.

use super::{
    Desk,
    cells::{self, column},
    paper::{Block, Table, Tone, Value},
};
use crate::{
    i18n::{
        report::{terms, told, words as say},
        term,
    },
    model::{
        evidence::Confidence,
        park::{DirectionKind, Park, Position, Role},
    },
    rules::{
        facts::ParkFacts,
        finding::{Detail, Finding, State},
        slots::{self, Slots},
    },
};

/// The blocks of the paper.
pub fn blocks(desk: &Desk<'_>) -> Vec<Block> {
    if desk.world().parks.is_empty() {
        return vec![cells::paragraph(desk.say(say::NO_PARKS))];
    }
    let of = |is_meant: fn(&Detail) -> bool, nothing| {
        let found = desk.judgement.notable().into_iter().filter(|it| is_meant(&it.detail) && is_told(it));
        let points = found.map(|it| desk.sentence(it)).collect();
        cells::list_or(points, desk.say(nothing))
    };
    vec![
        Block::Table(table(desk)),
        cells::heading(desk.say(say::OVERLAPS)),
        of(|detail| matches!(detail, Detail::Homogeneous { .. }), say::NO_OVERLAPS),
        cells::heading(desk.say(say::UNSUPPORTED)),
        of(|detail| matches!(detail, Detail::Unsupported { .. }), say::NO_UNSUPPORTED),
        cells::heading(desk.say(say::BROAD)),
        of(|detail| matches!(detail, Detail::Breadth { .. }), say::NO_BROAD),
    ]
}

fn is_told(finding: &Finding) -> bool {
    matches!(finding.state, State::Broken | State::Unknown | State::Waived)
}

/// A row a park.
pub fn table(desk: &Desk<'_>) -> Table {
    let say = |phrase| desk.say(phrase);
    let columns = vec![
        column(say(say::PARK), 2),
        column(say(say::LEVEL), 1),
        column(say(say::LEADING), 6),
        column(say(say::IN_USE), 1),
        column(say(say::CHARACTERISTIC), 4),
        column(say(say::IN_USE), 1),
        column(say(say::CAP_CHECK), 3),
        column(say(say::DIRECTIONS), 3),
    ];
    let parks = desk.world().parks_in_order();
    let rows = parks.into_iter().filter_map(|park| Some(row(desk, park, desk.judgement.facts().park(&park.id)?)));
    let rows = rows.collect();
    Table { notes: vec![say(say::ASSUMED_MEANS).to_owned()], ..cells::table(say(say::POSITIONS), "", columns, rows) }
}

fn row(desk: &Desk<'_>, park: &Park, facts: &ParkFacts) -> Vec<Value> {
    let slots = slots::of(desk.world(), park, facts);
    let of_role = |role: Role| {
        let lines: Vec<String> =
            facts.positions.iter().filter(|it| it.role == role).map(|it| position(desk, it)).collect();
        cells::words(lines.join("\n"))
    };
    let in_use = |role: Role| slots.iter().find(|it| it.role == role).map_or(Value::Blank, slots_cell);
    let sign = told::sign(desk.is_assumed_of_park(park, "level"));
    vec![
        cells::words(desk.park(&park.id)),
        cells::words(format!("{sign}{}", desk.tell(&term::park_level(&desk.world().pack, park.level)))),
        of_role(Role::Leading),
        in_use(Role::Leading),
        of_role(Role::Characteristic),
        in_use(Role::Characteristic),
        check(desk, park),
        cells::words(directions(desk, park).join("\n")),
    ]
}

/// The stated directions of a park, a line a kind.
fn directions(desk: &Desk<'_>, park: &Park) -> Vec<String> {
    let kinds = [DirectionKind::Emerging, DirectionKind::ZoneFocus, DirectionKind::Stated];
    let of_kind = |kind| {
        let of_park = desk.world().directions.iter().filter(|it| it.park == park.id && it.kind == kind);
        let names: Vec<String> = of_park.map(|it| desk.industry(&it.industry)).collect();
        (!names.is_empty()).then(|| desk.tell(&told::of_kind(desk.say(terms::direction(kind)), &desk.list(&names))))
    };
    kinds.into_iter().filter_map(of_kind).collect()
}

/// A position with its sub-sectors, as one line; assumed ones wear their sign.
fn position(desk: &Desk<'_>, position: &Position) -> String {
    let is_assumed = position.evidence.confidence >= Confidence::Assumed;
    let is_added = !desk.scenario.positions.contains(&position.id);
    let name = format!("{}{}", told::sign(is_assumed), desk.tell(&position.name));
    let mut more = desk.industries(&position.industries);
    if is_added {
        more = desk.list(&[more, desk.say(say::OF_THIS_PLAN).to_owned()]);
    }
    desk.tell(&told::bracketed(&name, &more))
}

/// Slots in use, in the tone of the cap.
pub fn slots_cell(slots: &Slots) -> Value {
    let tone = match slots.cap {
        Some(cap) if slots.count > cap => Tone::Bad,
        Some(_) | None => Tone::Plain,
    };
    cells::toned(told::slots_of(slots.count, slots.cap), tone)
}

/// What the rules on caps say of the park: the sentences of what does not hold, or that all hold.
fn check(desk: &Desk<'_>, park: &Park) -> Value {
    let caps = desk
        .judgement
        .of_park(&park.id)
        .iter()
        .filter(|it| matches!(it.detail, Detail::Cap { .. } | Detail::Carried { .. }));
    let caps: Vec<&Finding> = caps.collect();
    let open: Vec<&&Finding> =
        caps.iter().filter(|it| matches!(it.state, State::Broken | State::Unknown | State::Waived)).collect();
    match (open.iter().map(|it| it.state).min(), caps.is_empty()) {
        (None, true) => Value::Blank,
        (None, false) => cells::toned(desk.say(term::state(State::Holds)), Tone::Good),
        (Some(worst), _) => {
            let told: Vec<String> = open.iter().map(|it| desk.sentence(it)).collect();
            cells::toned(told.join("\n"), cells::tone_of(worst))
        }
    }
}
