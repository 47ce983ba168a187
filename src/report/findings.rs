//! What did the rules find? A row a finding that a planner should look at, worst first.

use super::{
    Desk,
    cells::{self, column},
    paper::{Table, Value},
};
use crate::{
    i18n::{self, report::words as say, term},
    model::id::ParkId,
    rules::finding::{Finding, Item, Part},
};

/// All notable findings, in the order of `check`.
pub fn table(desk: &Desk<'_>) -> Table {
    let say = |phrase| desk.say(phrase);
    let columns = vec![
        column(say(say::RULE), 2),
        column(say(say::FINDING_LEVEL), 1),
        column(say(say::STATE), 1),
        column(say(say::PARK), 2),
        column(say(say::FINDING), 6),
        column(say(say::MEMBERS), 4),
        column(say(say::CLAUSE), 6),
    ];
    let rows = desk.judgement.notable().into_iter().map(|finding| row(desk, finding)).collect();
    cells::table(say(say::FINDINGS), "", columns, rows)
}

fn row(desk: &Desk<'_>, finding: &Finding) -> Vec<Value> {
    let rule = desk.world().rules.get(&finding.rule);
    vec![
        cells::words(desk.rule(finding)),
        cells::words(desk.say(term::level(finding.level))),
        cells::toned(desk.say(term::state(finding.state)), cells::tone_of(finding.state)),
        cells::words(desk.tell(&i18n::finding::place(desk.world(), finding))),
        cells::words(desk.sentence(finding)),
        cells::words(desk.list(&members(desk, finding))),
        cells::words(rule.map(|rule| desk.tell(&rule.clause)).unwrap_or_default()),
    ]
}

/// The causes of a finding by name, or all members where none is a cause.
pub fn members(desk: &Desk<'_>, finding: &Finding) -> Vec<String> {
    let of = |part: Option<Part>| {
        let members = finding.members.iter().filter(move |it| part.is_none_or(|part| it.part == part));
        members.map(|it| name(desk, &it.item)).collect::<Vec<_>>()
    };
    let causes = of(Some(Part::Cause));
    if causes.is_empty() { of(None) } else { causes }
}

fn name(desk: &Desk<'_>, item: &Item) -> String {
    match item {
        Item::Project(id) => desk.project_label(id),
        Item::Position(_) | Item::Enterprise(_) => desk.tell(&i18n::finding::item_name(desk.world(), item)),
    }
}

/// The notable findings of a park as sentences with their states.
pub fn of_park(desk: &Desk<'_>, park: &ParkId) -> Table {
    let notable = desk.judgement.of_park(park).iter().filter(|it| it.state.is_notable());
    let rows = notable
        .map(|it| {
            vec![
                cells::words(desk.rule(it)),
                cells::toned(desk.say(term::state(it.state)), cells::tone_of(it.state)),
                cells::words(desk.sentence(it)),
            ]
        })
        .collect();
    let columns =
        vec![column(desk.say(say::RULE), 2), column(desk.say(say::STATE), 1), column(desk.say(say::FINDING), 6)];
    cells::table(desk.say(say::FINDINGS), "", columns, rows)
}
