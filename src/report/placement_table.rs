//! Where should every project go? A row a project: what it is, where it is recommended and why, where the plan puts it,
//! what stands in the way, what was decided.

use super::{
    Desk,
    case::{self, Case, Sums},
    cells::{self, column, figures},
    paper::{Block, Column, Table, Tone, Value},
};
use crate::{
    advise::ranking::Ranked,
    evaluate::verdict::Verdict,
    i18n::{
        self, criterion,
        report::{told, words as say},
    },
    model::{plan::Resolution, project::Project},
    rules::{
        capacity,
        finding::{Detail, Finding},
    },
    suitability::Group,
};

/// The blocks of the paper.
pub fn blocks(desk: &Desk<'_>) -> Vec<Block> {
    let cases = desk.cases();
    if cases.is_empty() {
        return vec![cells::paragraph(desk.say(say::NO_PROJECTS))];
    }
    vec![Block::Table(table(desk, &cases))]
}

/// The table of `cases`, in their order, with their sums in the last row.
pub fn table(desk: &Desk<'_>, cases: &[Case<'_>]) -> Table {
    let columns = columns(desk);
    let mut rows: Vec<Vec<Value>> = cases.iter().map(|case| row(desk, case)).collect();
    if !rows.is_empty() {
        rows.push(sums(desk, cases, columns.len()));
    }
    Table {
        sums: usize::from(!cases.is_empty()),
        notes: vec![desk.say(say::TABLE_NOTE).to_owned(), desk.say(say::ASSUMED_MEANS).to_owned()],
        ..cells::table(desk.say(say::TABLE), "", columns, rows)
    }
}

fn columns(desk: &Desk<'_>) -> Vec<Column> {
    let say = |phrase| desk.say(phrase);
    let mut columns = vec![
        column(say(say::NUMBER), 1),
        column(say(say::PROJECT), 4),
        column(say(say::FIRST_REPORTER), 2),
        column(say(say::INDUSTRY), 2),
        figures(say(say::INVESTMENT_WAN), 2),
        figures(say(say::LAND_MU), 1),
    ];
    for park in [say::RECOMMENDED, say::SECOND, say::IN_PLAN] {
        columns.push(column(say(say::PARK), 2).under(say(park)));
        columns.push(figures(say(say::SCORE), 1).under(say(park)));
    }
    columns.extend(parts_columns(desk).into_iter().map(|it| it.under(say(say::PARTS))));
    columns.push(column(say(say::CONDITIONS), 4));
    columns.push(column(say(say::VETOES), 4));
    columns.push(column(say(say::DECISION), 2).under(say(say::DECIDED)));
    columns.push(column(say(say::OWNER), 2).under(say(say::DECIDED)));
    columns.push(column(say(say::DEADLINE), 2).under(say(say::DECIDED)));
    columns
}

/// A column for each group of criteria, and one for what projects placed together bring each other.
pub fn parts_columns(desk: &Desk<'_>) -> Vec<Column> {
    let name = |group: Group| criterion::group(group.id()).map_or(group.id(), |it| desk.say(it));
    let groups = Group::ALL.map(|group| figures(name(group), 1));
    groups.into_iter().chain([figures(desk.say(i18n::suitability::COUPLING), 1)]).collect()
}

/// The figures of [`parts_columns`]; they add up to the score.
pub fn parts(ranked: &Ranked) -> Vec<Value> {
    let groups = Group::ALL.map(|group| cells::whole(case::points_of(ranked, group)));
    groups.into_iter().chain([cells::whole(ranked.coupling)]).collect()
}

fn row(desk: &Desk<'_>, case: &Case<'_>) -> Vec<Value> {
    let project = case.project;
    let is_assumed = |field| is_assumed(desk, project, field);
    let mut row = vec![
        cells::words(project.id.as_str()),
        cells::words(desk.project(&project.id)),
        project.first_reporter.as_ref().map_or(Value::Missing, |unit| cells::words(desk.unit(unit))),
        cells::words(desk.industry(&project.industry)),
        cells::wan(project.investment, is_assumed("investment")),
        cells::mu(project.land, is_assumed("land")),
    ];
    row.extend(recommended(desk, case));
    row.extend(park(desk, case.second(), Value::Blank));
    row.extend(park(desk, case.here(), cells::words(desk.say(say::WAITS))));
    row.extend(case.first().map_or_else(|| vec![Value::Blank; Group::ALL.len() + 1], parts));
    row.push(cells::words(conditions(desk, case)));
    row.push(cells::words(vetoes(desk, case)));
    row.extend(decided(desk, case));
    row
}

fn is_assumed(desk: &Desk<'_>, project: &Project, field: &str) -> bool {
    desk.is_assumed("projects", project.id.as_str(), field, &project.evidence)
}

fn recommended(desk: &Desk<'_>, case: &Case<'_>) -> [Value; 2] {
    let Some(first) = case.first() else {
        let nothing = if case.is_vetoed_everywhere() { desk.say(say::EVERY_PARK_VETOES) } else { "" };
        return [cells::toned(nothing, Tone::Bad), Value::Blank];
    };
    let [name, score] = park(desk, Some(first), Value::Blank);
    let tied = told::tied(&desk.park(&first.park));
    [if first.is_tied { cells::words(desk.tell(&tied)) } else { name }, score]
}

/// A park with its score; `nothing` where there is none.
fn park(desk: &Desk<'_>, ranked: Option<&Ranked>, nothing: Value) -> [Value; 2] {
    let Some(ranked) = ranked else { return [nothing, Value::Blank] };
    let tone = match ranked.judged.verdict {
        Verdict::Recommended => Tone::Plain,
        Verdict::Conditional => Tone::Caution,
        Verdict::Vetoed => Tone::Bad,
    };
    [cells::toned(desk.park(&ranked.park), tone), cells::whole(ranked.total())]
}

/// What the meeting or the rules ask for in the park of the plan, or in the recommended one.
fn conditions(desk: &Desk<'_>, case: &Case<'_>) -> String {
    let said = case.decision.map(|it| desk.half(&it.conditions)).filter(|it| !it.is_empty());
    let by_rules = case.here().or_else(|| case.first()).map(|it| badges(desk, &it.judged.conditions));
    let parts: Vec<String> = said.map(str::to_owned).into_iter().chain(by_rules.unwrap_or_default()).collect();
    desk.clauses(&parts)
}

/// Short words for findings: the title of the rule, and the figures of its badge.
pub fn badges(desk: &Desk<'_>, findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|finding| badge(desk, finding)).collect()
}

/// The short words of a finding: its badge where that has the figures, with their sign where what the park has is assumed, or
/// the title of its rule.
pub fn badge(desk: &Desk<'_>, finding: &Finding) -> String {
    let (badge, rule) = (desk.tell(&i18n::finding::badge(finding)), desk.rule(finding));
    let field = if let Detail::Capacity { factor, .. } = &finding.detail {
        Some(capacity::field(*factor))
    } else if matches!(finding.detail, Detail::Land { .. }) {
        Some("capacities.net_land")
    } else {
        matches!(finding.detail, Detail::Plot { .. }).then_some("capacities.largest_plot")
    };
    let park = finding.park.as_ref().and_then(|id| desk.world().parks.get(id));
    let is_assumed = park.zip(field).is_some_and(|(park, field)| desk.is_assumed_of_park(park, field));
    if badge.is_empty() { rule } else { format!("{}{badge}", told::sign(is_assumed)) }
}

/// The rules for which parks veto, each with the parks; many parks as a number.
fn vetoes(desk: &Desk<'_>, case: &Case<'_>) -> String {
    let mut by_rule: Vec<(String, Vec<String>)> = Vec::new();
    for ranked in case.ranking.iter().filter(|it| it.judged.verdict == Verdict::Vetoed) {
        let Some(finding) = ranked.judged.vetoes.first() else { continue };
        let (rule, park) = (desk.rule(finding), desk.park(&ranked.park));
        match by_rule.iter_mut().find(|(it, _)| *it == rule) {
            Some((_, parks)) => parks.push(park),
            None => by_rule.push((rule, vec![park])),
        }
    }
    let told: Vec<String> = by_rule.iter().map(|(rule, parks)| desk.tell(&told::vetoed_in(rule, parks))).collect();
    desk.clauses(&told)
}

fn decided(desk: &Desk<'_>, case: &Case<'_>) -> [Value; 3] {
    let Some(decision) = case.decision else { return [Value::Blank, Value::Blank, Value::Blank] };
    let tone = match decision.verdict {
        Resolution::Place => Tone::Good,
        Resolution::Conditional | Resolution::Hold => Tone::Caution,
        Resolution::Return => Tone::Bad,
    };
    let park = decision.park.as_ref().map(|park| desk.park(park));
    let words = desk.tell(&told::decided(decision.verdict, park.as_deref()));
    [cells::toned(words, tone), cells::words(desk.half(&decision.owner)), cells::day(decision.deadline)]
}

fn sums(desk: &Desk<'_>, cases: &[Case<'_>], columns: usize) -> Vec<Value> {
    let sums = Sums::of(desk, cases.iter().map(|case| case.project.as_ref()));
    let mut row = vec![
        cells::words(desk.say(say::SUM)),
        cells::words(desk.tell(&told::projects(sums.projects))),
        Value::Blank,
        Value::Blank,
        cells::wan(Some(sums.investment), sums.is_investment_assumed),
        cells::mu(Some(sums.land), sums.is_land_assumed),
    ];
    row.resize(columns, Value::Blank);
    row
}
