//! What did the meeting decide? A draft of the minutes: decisions by kind with what was recommended then, dissent, open points,
//! and the data and rules that it argued by.

use super::{
    Desk,
    case::{self, Standing},
    cells::{self, column, fact},
    paper::{Block, Run, Table, Tone, Value},
    provenance,
};
use crate::{
    i18n::{
        self,
        report::{terms, told, words as say},
        term,
    },
    model::{
        plan::{Decision, Resolution, Stance},
        support::Session,
    },
};

/// Open points of one kind that are told.
const MOST_TOLD: usize = 20;

/// The blocks of the paper.
pub fn blocks(desk: &Desk<'_>, session: &Session) -> Vec<Block> {
    let decisions = desk.decisions_of(session);
    let mut blocks = vec![Block::Facts(head(desk, session)), cells::heading(desk.say(say::SESSION_DECIDED))];
    if decisions.is_empty() {
        blocks.push(cells::paragraph(desk.say(say::NOTHING_DECIDED)));
    }
    for verdict in [Resolution::Place, Resolution::Conditional, Resolution::Hold, Resolution::Return] {
        let of_kind: Vec<&Decision> = decisions.iter().filter(|it| it.verdict == verdict).copied().collect();
        if !of_kind.is_empty() {
            blocks.push(cells::subheading(desk.tell(&told::decisions(verdict, of_kind.len()))));
            blocks.push(Block::Table(table(desk, verdict, &of_kind)));
        }
    }
    blocks.push(cells::heading(desk.say(say::DISSENT)));
    blocks.push(cells::table_or(dissent(desk), desk.say(say::NO_DISSENT)));
    blocks.push(cells::heading(desk.say(say::OPEN_POINTS)));
    blocks.push(cells::list_or(open_points(desk, &decisions), desk.say(say::NO_OPEN_POINTS)));
    blocks.push(cells::heading(desk.say(say::VERSIONS)));
    let versions = provenance::versions(desk, Some(session)).iter().map(|it| desk.tell(it)).collect();
    blocks.push(cells::list_or(versions, ""));
    blocks
}

fn head(desk: &Desk<'_>, session: &Session) -> Vec<(String, Vec<Run>)> {
    let say = |phrase| desk.say(phrase);
    let offices: Vec<&str> = session.offices.iter().map(|it| desk.half(it)).collect();
    let or = |text: String| if text.is_empty() { say(say::NOT_STATED).to_owned() } else { text };
    vec![
        fact(say(say::NAME), desk.tell(&session.name)),
        fact(say(say::DAY), session.date.to_string()),
        fact(say(say::CHAIR), or(desk.half(&session.chair).to_owned())),
        fact(say(say::OFFICES), or(desk.list(&offices))),
        fact(say(say::PLAN), desk.plan()),
        fact(say(say::FROZEN), desk.tell(&provenance::frozen(desk, session))),
    ]
}

fn table(desk: &Desk<'_>, verdict: Resolution, decisions: &[&Decision]) -> Table {
    let say = |phrase| desk.say(phrase);
    let columns = vec![
        column(say(say::PROJECT), 3),
        column(say(say::DECIDED_PARK), 2),
        column(say(say::WHY_SO), 4),
        column(say(say::CONDITIONS), 3),
        column(say(say::OWNER), 2),
        column(say(say::DEADLINE), 2),
        column(say(say::RECOMMENDED_THEN), 2),
    ];
    let row = |it: &&Decision| {
        let then = it.recommended.as_ref().map_or(Value::Blank, |park| {
            let is_against = case::overrides(it);
            let (how, tone) = if is_against { (say::OVERRIDDEN, Tone::Caution) } else { (say::FOLLOWED, Tone::Plain) };
            cells::toned(desk.tell(&told::bracketed(&desk.park(park), say(how))), tone)
        });
        vec![
            cells::words(desk.project_label(&it.project)),
            cells::words(it.park.as_ref().map(|park| desk.park(park)).unwrap_or_default()),
            cells::words(desk.half(&it.reason)),
            cells::words(desk.half(&it.conditions)),
            cells::words(desk.half(&it.owner)),
            it.deadline.map_or(Value::Blank, Value::Day),
            then,
        ]
    };
    cells::table(say(terms::resolution(verdict)), "", columns, decisions.iter().map(row).collect())
}

/// The opinions of the plan that decline or set conditions.
fn dissent(desk: &Desk<'_>) -> Table {
    let say = |phrase| desk.say(phrase);
    let opinions = desk.world().opinions.iter().filter(|it| it.plan == *desk.judgement.plan());
    let rows = opinions.filter(|it| it.stance != Stance::Accept).map(|it| {
        let tone = if it.stance == Stance::Decline { Tone::Bad } else { Tone::Caution };
        vec![
            cells::words(desk.park(&it.park)),
            cells::words(desk.project_label(&it.project)),
            cells::toned(say(terms::stance(it.stance)), tone),
            cells::words(desk.half(&it.reason)),
        ]
    });
    let columns = vec![
        column(say(say::PARK), 2),
        column(say(say::PROJECT), 3),
        column(say(say::STANCE), 2),
        column(say(say::WHY_SO), 4),
    ];
    cells::table(say(say::DISSENT), "", columns, rows.collect())
}

/// Decisions that the plan does not carry out, what bars an approval, and projects that wait.
fn open_points(desk: &Desk<'_>, decisions: &[&Decision]) -> Vec<String> {
    let world = desk.world();
    let mut points: Vec<String> = decisions.iter().filter_map(|it| plan_differs(desk, it)).collect();
    let obstacles = desk.judgement.obstacles().into_iter().map(|it| {
        let place = desk.tell(&i18n::finding::place(world, it));
        let state = desk.say(term::state(it.state));
        desk.tell(&told::open(&place, &desk.rule(it), state, &desk.sentence(it)))
    });
    points.extend(cut(desk, obstacles.collect()));
    let waiting = world.projects.iter().filter(|it| Standing::of(desk, it) == Standing::Waiting);
    let waiting: Vec<String> = waiting.map(|it| desk.project_label(&it.id)).collect();
    if !waiting.is_empty() {
        points.push(desk.tell(&told::waiting(waiting.len(), &cut(desk, waiting))));
    }
    points
}

/// The first of `names`, and how many more there are.
fn cut(desk: &Desk<'_>, mut names: Vec<String>) -> Vec<String> {
    let rest = names.len().saturating_sub(MOST_TOLD);
    names.truncate(MOST_TOLD);
    names.extend((rest > 0).then(|| desk.tell(&told::and_more(rest))));
    names
}

fn plan_differs(desk: &Desk<'_>, decision: &Decision) -> Option<String> {
    let home = desk.judgement.facts().home(&decision.project).map(|(park, _)| park);
    let should = match decision.verdict {
        Resolution::Place | Resolution::Conditional => decision.park.as_ref(),
        Resolution::Hold | Resolution::Return => None,
    };
    if home == should {
        return None;
    }
    let park = decision.park.as_ref().map(|it| desk.park(it));
    let decided = told::decided(decision.verdict, park.as_deref());
    let planned = home.map(|it| desk.park(it));
    Some(desk.tell(&told::plan_differs(&desk.project_label(&decision.project), &decided, planned.as_deref())))
}
