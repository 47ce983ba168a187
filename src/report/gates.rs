//! Which legal rules decide whether a project may go where it is put? Those that block somewhere or do not hold, with their
//! clause; the others by name.

use super::{
    Desk,
    case::Case,
    cells::{self, column},
    paper::{Block, Value},
    placement_table::badge,
};
use crate::{
    evaluate::effect,
    i18n::{
        report::{told, words as say},
        term,
    },
    model::{
        id::ParkId,
        policy::{Level, Mode, Rule},
    },
    rules::{
        self,
        finding::{Finding, State},
    },
};

/// A legal rule with what it says of the project.
struct Gate<'a> {
    rule: &'a Rule,
    /// The worst that it finds in the park; `None` where it finds nothing or is not concerned.
    worst: Option<&'a Finding>,
    /// Parks in which it vetoes.
    vetoing: Vec<String>,
}

impl Gate<'_> {
    fn holds(&self) -> bool {
        self.worst.is_some_and(|it| it.state == State::Holds)
    }

    /// Whether it is told with its clause: it vetoes somewhere, blocks and is concerned, or does not hold.
    fn is_told(&self) -> bool {
        !self.vetoing.is_empty()
            || self.worst.is_some_and(|it| self.rule.mode == Mode::Block || it.state != State::Holds)
    }
}

/// The gates of a project, judged in the park of the plan, or in the first of the ranking where the plan has none.
pub fn blocks(desk: &Desk<'_>, case: &Case<'_>, target: Option<&ParkId>) -> Vec<Block> {
    let findings = target.map(|park| findings_in(desk, case, park)).unwrap_or_default();
    let legal = rules::in_order(desk.world()).into_iter().filter(|rule| rule.level == Level::Legal);
    let gates: Vec<Gate<'_>> = legal.map(|rule| gate(desk, case, rule, &findings)).collect();
    let rows: Vec<Vec<Value>> = gates.iter().filter(|it| it.is_told()).map(|it| row(desk, it)).collect();
    let holding: Vec<String> =
        gates.iter().filter(|it| it.holds() && !it.is_told()).map(|it| desk.tell(&it.rule.title)).collect();
    if rows.is_empty() && holding.is_empty() {
        return vec![cells::paragraph(desk.say(say::NO_GATES))];
    }
    let judged =
        target.map_or_else(|| desk.say(say::JUDGED).to_owned(), |park| desk.tell(&told::judged_in(&desk.park(park))));
    let columns = vec![
        column(desk.say(say::RULE), 2),
        column(desk.say(say::CLAUSE), 5),
        column(judged, 2),
        column(desk.say(say::VETOING), 3),
    ];
    let name = format!("{} {}", case.project.id, desk.say(say::GATES));
    let table = (!rows.is_empty()).then(|| Block::Table(cells::table(name, "", columns, rows)));
    let holding = (!holding.is_empty()).then(|| cells::paragraph(desk.tell(&told::holding(&holding))));
    table.into_iter().chain(holding).collect()
}

fn gate<'a>(desk: &Desk<'_>, case: &Case<'_>, rule: &'a Rule, findings: &'a [Finding]) -> Gate<'a> {
    let of_rule = findings.iter().filter(|it| it.rule == rule.id);
    let concerned = of_rule.filter(|it| !matches!(it.state, State::Off | State::NotApplicable));
    let vetoes = |of: &[Finding]| of.iter().any(|veto| veto.rule == rule.id);
    let vetoing = case.ranking.iter().filter(|it| vetoes(&it.judged.vetoes)).map(|it| desk.park(&it.park)).collect();
    Gate { rule, worst: concerned.min_by_key(|it| it.state), vetoing }
}

fn row(desk: &Desk<'_>, gate: &Gate<'_>) -> Vec<Value> {
    let state = gate.worst.map_or(Value::Blank, |it| {
        let state = desk.say(term::state(it.state)).to_owned();
        let words = if it.state == State::Holds { state } else { desk.list(&[state, badge(desk, it)]) };
        cells::toned(words, cells::tone_of(it.state))
    });
    vec![
        cells::words(desk.tell(&gate.rule.title)),
        cells::words(desk.tell(&gate.rule.clause)),
        state,
        cells::words(desk.list(&gate.vetoing)),
    ]
}

/// The findings of a park with the project in it.
fn findings_in(desk: &Desk<'_>, case: &Case<'_>, park: &ParkId) -> Vec<Finding> {
    if case.home == Some(park) {
        return desk.judgement.of_park(park).to_vec();
    }
    let premises = desk.world().usual_premises(case.project);
    let mut effect = effect::of_move(desk.judgement, case.project, Some((park, premises)));
    effect.findings.remove(park).unwrap_or_default()
}
