//! `parkboard recommend`: which park suits a project best, and what the score is made of.

use std::{collections::BTreeMap, io::Write, path::PathBuf};

use jiff::civil::Date;
use serde::Serialize;

use super::{
    DONE, NEGATIVE, Reading, Stop,
    form::{self, Asked},
};
use crate::{
    advise::{
        agreement::{self, Opinion},
        ranking::{self, Ranked},
        robustness::{self, Robustness},
    },
    evaluate::{judgement::Judgement, verdict::Verdict},
    i18n::{self, criterion, phrase::Lang, term},
    io::ron,
    model::id::ParkId,
    suitability::Criterion,
};

/// Arguments of the verb.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The scenario / 情景文件
    file: PathBuf,
    /// The project, by id / 项目编号
    #[arg(long)]
    project: String,
    /// The best parks only / 只列前几名
    #[arg(long)]
    top: Option<usize>,
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
    firmness: Option<&'static str>,
    flip: Option<FlipForm<'a>>,
    method_dependent: Option<bool>,
    other_methods: Vec<OpinionForm<'a>>,
    parks: Vec<RankedForm<'a>>,
}

/// The nearest weight at which another park draws level; shares of the weights that say something, 0 to 1.
#[derive(Serialize)]
struct FlipForm<'a> {
    criterion: &'static str,
    from: f64,
    to: f64,
    park: &'a str,
}

/// What another school of method puts first, and Kendall's tau-b with the ranking.
#[derive(Serialize)]
struct OpinionForm<'a> {
    method: &'static str,
    first: Vec<&'a str>,
    tau: Option<f64>,
}

#[derive(Serialize)]
struct RankedForm<'a> {
    park: &'a str,
    rank: usize,
    tied: bool,
    /// Suitability and coupling together: what parks are ranked by; the parts add up to it.
    score: i64,
    suitability: i64,
    band: [i64; 2],
    range: [i64; 2],
    coverage: f64,
    confident: bool,
    verdict: &'static str,
    parts: BTreeMap<&'static str, i64>,
    missing: Vec<&'static str>,
    robustness: f64,
    findings: Vec<form::FindingForm<'a>>,
}

/// Runs the verb; exit 1 when every park is vetoed.
pub fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<u8, Stop> {
    let mut scenario = ron::read_scenario(&arguments.file)?;
    let plan = arguments.asked.of(&mut scenario)?;
    let project = form::chosen_project(&scenario, &arguments.project)?;
    let judgement = Judgement::of(&scenario, &plan);
    let ranking = ranking::of(&judgement, &project);
    let robustness = robustness::of(&judgement, &ranking);
    let agreement = agreement::of(&judgement, &ranking);
    let is_possible = ranking.iter().any(|it| it.judged.verdict != Verdict::Vetoed);
    let shown = ranking.get(..arguments.top.unwrap_or(usize::MAX).min(ranking.len())).unwrap_or_default();
    if arguments.reading.json {
        let answer = Answer {
            project: project.id.as_str(),
            plan: plan.as_str(),
            as_of: scenario.as_of,
            firmness: robustness.as_ref().map(|it| i18n::suitability::firmness_id(it.firmness)),
            flip: robustness.as_ref().and_then(|it| it.flip.as_ref()).map(|flip| FlipForm {
                criterion: flip.criterion.id(),
                from: rounded(flip.from),
                to: rounded(flip.to),
                park: flip.challenger.as_str(),
            }),
            method_dependent: agreement.as_ref().map(|it| it.is_method_dependent),
            other_methods: agreement.iter().flat_map(|it| &it.opinions).map(opinion).collect(),
            parks: shown.iter().map(|it| ranked(&judgement, it, robustness.as_ref())).collect(),
        };
        form::write_json(out, &answer)?;
    } else {
        print(&judgement, shown, robustness.as_ref(), arguments.reading.lang.into(), out)?;
    }
    Ok(if is_possible { DONE } else { NEGATIVE })
}

fn opinion(it: &Opinion) -> OpinionForm<'_> {
    OpinionForm {
        method: i18n::suitability::school_id(it.school),
        first: it.first.iter().map(ParkId::as_str).collect(),
        tau: it.tau.map(rounded),
    }
}

fn rounded(x: f64) -> f64 {
    (x * 1e6).round() / 1e6
}

fn ranked<'a>(judgement: &'a Judgement, it: &'a Ranked, robustness: Option<&Robustness>) -> RankedForm<'a> {
    let parts = it.suitability.parts.iter().filter_map(|part| Some((part.criterion.id(), part.points?)));
    let findings = [&it.judged.vetoes, &it.judged.conditions, &it.judged.notes];
    RankedForm {
        park: it.park.as_str(),
        rank: it.rank,
        tied: it.is_tied,
        score: it.total(),
        suitability: it.suitability.score,
        band: [it.suitability.band.0 + it.coupling, it.suitability.band.1 + it.coupling],
        range: [it.suitability.range.0 + it.coupling, it.suitability.range.1 + it.coupling],
        coverage: rounded(it.suitability.coverage),
        confident: it.suitability.is_confident() && it.suitability.is_complete(),
        verdict: it.judged.verdict.id(),
        parts: parts.chain([("coupling", it.coupling)]).collect(),
        missing: it.suitability.parts.iter().filter(|part| part.points.is_none()).map(|it| it.criterion.id()).collect(),
        robustness: robustness.map_or(0.0, |robustness| rounded(robustness.share(&it.park))),
        findings: findings.into_iter().flatten().map(|it| form::finding(judgement.world(), it)).collect(),
    }
}

fn print(
    judgement: &Judgement,
    ranking: &[Ranked],
    robustness: Option<&Robustness>,
    lang: Lang,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let world = judgement.world();
    let name = |park: &ParkId| {
        world.parks.get(park).map_or_else(|| park.to_string(), |park| park.short_name.of(lang).to_owned())
    };
    let named = |criterion: Criterion| criterion::criterion(criterion.id()).map_or(criterion.id(), |it| it.of(lang));
    for it in ranking {
        let verdict = term::verdict(it.judged.verdict).of(lang);
        writeln!(out, "{:>3}  {}  {}  {verdict}", it.rank, name(&it.park), it.total())?;
        for part in it.suitability.largest_first() {
            writeln!(out, "       {:>4}  {}", part.points.unwrap_or(0), named(part.criterion))?;
        }
        if it.coupling != 0 {
            writeln!(out, "       {:>4}  {}", it.coupling, i18n::suitability::COUPLING.of(lang))?;
        }
        for finding in it.judged.vetoes.iter().chain(&it.judged.conditions) {
            writeln!(out, "       - {}", i18n::finding::sentence(world, finding).of(lang))?;
        }
    }
    if let Some(robustness) = robustness {
        writeln!(out, "{}", i18n::suitability::robustness(robustness, &name).of(lang))?;
    }
    Ok(())
}
