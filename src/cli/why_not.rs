//! `parkboard why-not`: why a park does not stand first for a project, and what would put it there.

use std::{io::Write, path::PathBuf};

use jiff::civil::Date;
use serde::Serialize;

use super::{
    DONE, Reading, Stop,
    form::{self, Asked, FindingForm, TextForm},
};
use crate::{
    advise::{
        change::Change,
        intake,
        ranking::{self, Ranked},
        why_not::{self, Certificate, Claim, Closed, Term},
    },
    evaluate::judgement::Judgement,
    i18n::{self, advice, phrase::Lang, problem::no_such, term},
    io::ron,
    model::{
        id::{ParkId, ProjectId},
        scenario::Scenario,
    },
};

/// Arguments of the verb.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The scenario / 情景文件
    file: PathBuf,
    /// The project, by id / 项目编号
    #[arg(long)]
    project: String,
    /// The park, by id / 园区编号
    #[arg(long)]
    park: String,
    #[command(flatten)]
    asked: Asked,
    #[command(flatten)]
    pub(super) reading: Reading,
}

/// Machine form of the answer; keys are stable.
#[derive(Serialize)]
struct Answer<'a> {
    project: &'a str,
    plan: &'a str,
    as_of: Date,
    park: &'a str,
    rank: usize,
    tied: bool,
    score: i64,
    verdict: &'static str,
    first: &'a str,
    first_score: i64,
    first_verdict: &'static str,
    /// `first`, `tied`, `findings` or `terms`.
    reason: &'static str,
    findings: Vec<FindingForm<'a>>,
    terms: Vec<TermForm>,
    differences: Vec<TermForm>,
    changes: Vec<ChangeForm>,
    eased: Option<ChangeForm>,
    advice: &'static str,
    closed: Option<ClosedForm<'a>>,
    text: TextForm,
}

#[derive(Serialize)]
struct TermForm {
    criterion: &'static str,
    points: i64,
}

#[derive(Serialize)]
struct ChangeForm {
    kind: &'static str,
    text: TextForm,
}

/// Every park vetoes the project.
#[derive(Serialize)]
struct ClosedForm<'a> {
    parks: Vec<VetoForm<'a>>,
    relaxed_park: Option<&'a str>,
    relaxation: Option<ChangeForm>,
}

#[derive(Serialize)]
struct VetoForm<'a> {
    park: &'a str,
    findings: Vec<FindingForm<'a>>,
}

/// What was found out.
struct Found {
    ranking: Vec<Ranked>,
    asked: Ranked,
    certificate: Option<Certificate>,
    closed: Option<Closed>,
}

/// Runs the verb.
pub fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<u8, Stop> {
    let mut scenario = ron::read_scenario(&arguments.file)?;
    let plan = arguments.asked.of(&mut scenario)?;
    let project = form::chosen_project(&scenario, &arguments.project)?;
    let judgement = Judgement::of(&scenario, &plan);
    let ranking = ranking::of(&judgement, &project);
    let asked = ParkId::new(&arguments.park).ok().and_then(|id| ranking.iter().find(|it| it.park == id).cloned());
    let asked = asked.ok_or_else(|| {
        let known: Vec<&str> = scenario.parks.iter().map(|it| it.id.as_str()).collect();
        Stop::NoSuch(no_such("园区", "park", &arguments.park, &known))
    })?;
    let certificate = why_not::of(&scenario, &judgement, &project.id, &asked.park);
    let closed = why_not::closed(&scenario, &judgement, &project.id);
    let found = Found { ranking, asked, certificate, closed };
    if arguments.reading.json {
        let answer = answer(&scenario, &judgement, &project.id, &found);
        form::write_json(out, &answer)?;
    } else {
        print(&scenario, &judgement, &project.id, &found, arguments.reading.lang.into(), out)?;
    }
    Ok(DONE)
}

fn sentence(judgement: &Judgement, found: &Found) -> crate::model::text::Text {
    let park = i18n::finding::park_name(judgement.world(), &found.asked.park);
    found.certificate.as_ref().map_or_else(
        || advice::stands_first(&park, found.asked.judged.verdict),
        |certificate| advice::claim(judgement.world(), certificate, found.asked.judged.verdict),
    )
}

fn term_form(term: &Term) -> TermForm {
    TermForm { criterion: term.criterion.map_or("coupling", |it| it.id()), points: term.points }
}

fn change_form(scenario: &Scenario, change: &Change) -> ChangeForm {
    ChangeForm { kind: change.kind.id(), text: advice::change(scenario, change).into() }
}

fn answer<'a>(
    scenario: &'a Scenario,
    judgement: &'a Judgement,
    project: &'a ProjectId,
    found: &'a Found,
) -> Answer<'a> {
    let world = judgement.world();
    let asked = &found.asked;
    let first = found.ranking.first().unwrap_or(asked);
    let claim = found.certificate.as_ref().map(|it| &it.claim);
    let (reason, findings, terms) = match claim {
        None => ("first", [].as_slice(), [].as_slice()),
        Some(Claim::Tied) => ("tied", [].as_slice(), [].as_slice()),
        Some(Claim::Findings(findings)) => ("findings", findings.as_slice(), [].as_slice()),
        Some(Claim::Terms(terms)) => ("terms", [].as_slice(), terms.as_slice()),
    };
    let changes = found.certificate.iter().flat_map(|it| &it.changes);
    let veto_form = |(park, vetoes): &'a (ParkId, Vec<_>)| VetoForm {
        park: park.as_str(),
        findings: vetoes.iter().map(|it| form::finding(world, it)).collect(),
    };
    Answer {
        project: project.as_str(),
        plan: judgement.plan().as_str(),
        as_of: world.as_of,
        park: asked.park.as_str(),
        rank: asked.rank,
        tied: asked.is_tied,
        score: asked.total(),
        verdict: asked.judged.verdict.id(),
        first: first.park.as_str(),
        first_score: first.total(),
        first_verdict: first.judged.verdict.id(),
        reason,
        findings: findings.iter().map(|it| form::finding(world, it)).collect(),
        terms: terms.iter().map(term_form).collect(),
        differences: found.certificate.iter().flat_map(|it| &it.differences).map(term_form).collect(),
        changes: changes.map(|it| change_form(scenario, it)).collect(),
        eased: found.certificate.as_ref().and_then(|it| it.eased.as_ref()).map(|it| change_form(scenario, it)),
        advice: intake::of(project, &found.ranking).id(),
        closed: found.closed.as_ref().map(|closed| ClosedForm {
            parks: closed.parks.iter().map(veto_form).collect(),
            relaxed_park: closed.relaxation.as_ref().map(|(park, _)| park.as_str()),
            relaxation: closed.relaxation.as_ref().map(|(_, change)| change_form(scenario, change)),
        }),
        text: sentence(judgement, found).into(),
    }
}

fn print(
    scenario: &Scenario,
    judgement: &Judgement,
    project: &ProjectId,
    found: &Found,
    lang: Lang,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let world = judgement.world();
    let verdict = term::verdict(found.asked.judged.verdict).of(lang);
    let park = i18n::finding::park_name(world, &found.asked.park);
    writeln!(out, "{:>3}  {}  {}  {verdict}", found.asked.rank, park.of(lang), found.asked.total())?;
    writeln!(out, "{}", sentence(judgement, found).of(lang))?;
    if let Some(certificate) = &found.certificate {
        writeln!(out, "{}", advice::cheapest(scenario, certificate).of(lang))?;
        for change in certificate.changes.iter().skip(1) {
            let (kind, text) = (advice::kind(change.kind).of(lang), advice::change(scenario, change));
            writeln!(out, "  {kind}  {}", text.of(lang))?;
        }
    }
    let advised = intake::of(project, &found.ranking);
    if advised != intake::Intake::Place {
        writeln!(out, "{}", advice::intake(advised).of(lang))?;
    }
    if let Some(closed) = &found.closed {
        for (park, vetoes) in &closed.parks {
            writeln!(out, "  {}", advice::veto(world, park, vetoes).of(lang))?;
        }
        writeln!(out, "{}", advice::relaxation(scenario, closed).of(lang))?;
    }
    Ok(())
}
