//! Who shares what? Agreements with their years, projects away from their first reporter, templates, who is worse off; pools of the
//! city, programmes, claims and grants.

use std::sync::Arc;

use super::{
    Desk, books,
    cells::{self, column, figures},
    paper::{Block, Table, Tone, Value},
};
use crate::{
    i18n::report::{told, words as say},
    model::{
        evidence::Confidence,
        plan::{Agreement, Grant},
        project::Project,
        quantity::WanYuan,
        sharing::{SharingTemplate, SharingYears},
        support::Programme,
    },
};

/// The blocks of the paper.
pub fn blocks(desk: &Desk<'_>) -> Vec<Block> {
    let part =
        |head, table: Table, nothing| [cells::heading(desk.say(head)), cells::table_or(table, desk.say(nothing))];
    let parts = [
        part(say::AGREEMENTS, agreements(desk), say::NO_AGREEMENTS),
        part(say::TRANSFERS, transfers(desk), say::NO_TRANSFERS),
        part(say::TEMPLATES, templates(desk), say::NO_TEMPLATES),
    ];
    let support = [
        part(say::CITY_POOLS, books::pools(desk), say::NOTHING_PROPOSED),
        part(say::PROGRAMMES, programmes(desk), say::NO_PROGRAMMES),
        part(say::CLAIMS, books::claims(desk), say::NO_CLAIMS),
        part(say::GRANTS, grants(desk), say::NO_GRANTS),
    ];
    let mut blocks: Vec<Block> = parts.into_iter().flatten().collect();
    let years = books::agreements(desk);
    if !years.is_empty() {
        blocks.push(cells::heading(desk.say(say::AGREEMENT_YEARS)));
        blocks.push(cells::paragraph(desk.say(say::LEDGER_NOTE)));
        blocks.extend(years);
    }
    blocks.push(cells::heading(desk.say(say::GUARD)));
    blocks.extend(books::guard(desk));
    blocks.extend(support.into_iter().flatten());
    blocks
}

fn of_plan<'a>(desk: &Desk<'a>) -> impl Iterator<Item = &'a Arc<Agreement>> {
    let plan = desk.judgement.plan();
    desk.world().agreements.iter().filter(move |it| it.plan == *plan)
}

fn tax(desk: &Desk<'_>, project: &Project) -> Value {
    cells::wan(project.tax, desk.is_assumed("projects", project.id.as_str(), "tax", &project.evidence))
}

fn shares(desk: &Desk<'_>, windows: &[SharingYears]) -> Value {
    let windows: Vec<_> = windows.iter().map(|it| (it.from, it.to, it.originator)).collect();
    cells::words(desk.tell(&told::windows(&windows)))
}

fn agreements(desk: &Desk<'_>) -> Table {
    let say = |phrase| desk.say(phrase);
    let columns = vec![
        column(say(say::PROJECT), 4),
        column(say(say::ORIGINATOR), 2),
        column(say(say::HOST), 2),
        column(say(say::TEMPLATE), 3),
        column(say(say::FIRST_YEAR), 1),
        column(say(say::TAX_SHARE), 4),
        column(say(say::ASSESSMENT_SHARE), 4),
        figures(say(say::TAX_WAN), 2),
    ];
    let row = |it: &Arc<Agreement>| {
        let template = desk.world().sharing_templates.get(&it.template);
        let name = template.map_or_else(|| it.template.to_string(), |of| format!("{} {}", of.id, desk.tell(&of.name)));
        let project = desk.world().projects.get(&it.project);
        vec![
            cells::words(desk.project_label(&it.project)),
            cells::words(desk.unit(&it.originator)),
            cells::words(desk.unit(&it.host)),
            cells::words(name),
            cells::words(it.first_year.to_string()),
            template.map_or(Value::Missing, |of| shares(desk, &of.tax)),
            template.map_or(Value::Missing, |of| shares(desk, &of.assessment)),
            project.map_or(Value::Missing, |project| tax(desk, project)),
        ]
    };
    cells::table(say(say::AGREEMENTS), "", columns, of_plan(desk).map(row).collect())
}

/// Placed projects that another unit than the park's reported first, with whether an agreement is on record.
fn transfers(desk: &Desk<'_>) -> Table {
    let say = |phrase| desk.say(phrase);
    let columns = vec![
        column(say(say::PROJECT), 4),
        column(say(say::FIRST_REPORTER), 2),
        column(say(say::PARK), 2),
        column(say(say::HOST), 2),
        figures(say(say::TAX_WAN), 2),
        column(say(say::AGREEMENT), 2),
    ];
    let row = |project: &Arc<Project>| {
        let reporter = project.first_reporter.as_ref()?;
        let (home, _) = desk.judgement.facts().home(&project.id)?;
        let park = desk.world().parks.get(home).filter(|park| !park.is_hosted_by(reporter))?;
        let is_agreed = of_plan(desk).any(|it| it.project == project.id);
        let (agreed, tone) =
            if is_agreed { (say::HAS_AGREEMENT, Tone::Good) } else { (say::HAS_NO_AGREEMENT, Tone::Caution) };
        Some(vec![
            cells::words(desk.project_label(&project.id)),
            cells::words(desk.unit(reporter)),
            cells::words(desk.park(home)),
            park.beneficiary_unit.as_ref().map_or(Value::Missing, |unit| cells::words(desk.unit(unit))),
            tax(desk, project),
            cells::toned(say(agreed), tone),
        ])
    };
    cells::table(say(say::TRANSFERS), "", columns, desk.world().projects.iter().filter_map(row).collect())
}

fn templates(desk: &Desk<'_>) -> Table {
    let say = |phrase| desk.say(phrase);
    let columns = vec![
        column(say(say::TEMPLATE), 4),
        column(say(say::TAX_SHARE), 5),
        column(say(say::ASSESSMENT_SHARE), 5),
        column(say(say::EVIDENCE), 3),
    ];
    let row = |it: &Arc<SharingTemplate>| {
        let sign = told::sign(it.evidence.confidence >= Confidence::Assumed);
        vec![
            cells::words(format!("{sign}{} {}", it.id, desk.tell(&it.name))),
            shares(desk, &it.tax),
            shares(desk, &it.assessment),
            cells::words(desk.source(&it.evidence)),
        ]
    };
    cells::table(say(say::TEMPLATES), "", columns, desk.world().sharing_templates.iter().map(row).collect())
}

fn of_programme<'a>(desk: &Desk<'a>, programme: &Programme) -> Vec<&'a Grant> {
    let plan = desk.judgement.plan();
    let of_it = desk.world().grants.iter().filter(|it| it.plan == *plan && it.programme == programme.id);
    of_it.map(AsRef::as_ref).collect()
}

fn programmes(desk: &Desk<'_>) -> Table {
    let say = |phrase| desk.say(phrase);
    let columns = vec![
        column(say(say::PROGRAMME), 4),
        figures(say(say::BUDGET_WAN), 2),
        figures(say(say::GRANTED_WAN), 2),
        figures(say(say::LEFT_WAN), 2),
        column(say(say::PARKS), 3),
        column(say(say::NOTE), 5),
    ];
    let row = |it: &Arc<Programme>| {
        let granted = of_programme(desk, it).iter().fold(WanYuan::ZERO, |sum, grant| sum.plus(grant.amount));
        let is_assumed = desk.is_assumed("programmes", it.id.as_str(), "budget", &it.evidence);
        let parks: Vec<String> = it.parks.iter().map(|park| desk.park(park)).collect();
        vec![
            cells::words(desk.tell(&it.name)),
            cells::wan(it.budget, is_assumed),
            cells::wan(Some(granted), false),
            cells::wan(it.budget.map(|budget| budget.minus(granted)), is_assumed),
            cells::words(if parks.is_empty() { say(say::ALL_PARKS).to_owned() } else { desk.list(&parks) }),
            cells::words(desk.half(&it.note)),
        ]
    };
    cells::table(say(say::PROGRAMMES), "", columns, desk.world().programmes.iter().map(row).collect())
}

fn grants(desk: &Desk<'_>) -> Table {
    let say = |phrase| desk.say(phrase);
    let columns = vec![column(say(say::PROGRAMME), 4), column(say(say::PROJECT), 4), figures(say(say::AMOUNT_WAN), 2)];
    let rows = desk.world().programmes.iter().flat_map(|programme| {
        let row = move |it: &Grant| {
            vec![
                cells::words(desk.tell(&programme.name)),
                cells::words(desk.project_label(&it.project)),
                cells::wan(Some(it.amount), false),
            ]
        };
        of_programme(desk, programme).into_iter().map(row)
    });
    cells::table(say(say::GRANTS), "", columns, rows.collect())
}
