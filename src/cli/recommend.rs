//! `parkboard recommend`: which park suits a project best, and what the score is made of.

use std::{collections::BTreeMap, io::Write, num::NonZeroUsize, path::PathBuf};

use jiff::civil::Date;
use serde::Serialize;

use super::{
    DONE, NEGATIVE, Reading, Stop,
    form::{self, Asked},
};
use crate::{
    advise::{
        agreement::{self, Opinion},
        intake::{self, Intake},
        ranking::{self, Ranked},
        robustness::{self, Robustness},
    },
    evaluate::{judgement::Judgement, verdict::Verdict},
    i18n::{
        self, advice, criterion,
        phrase::{Lang, Phrase},
        term, words,
    },
    io::ron,
    model::{id::ParkId, text::Text},
    suitability::{Criterion, Gap, Measure},
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
    top: Option<NonZeroUsize>,
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
    advice: &'static str,
    /// None where no park may take it, or the first place is shared.
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

/// Runs the verb; exit 1 when every park is vetoed, or there is none.
pub fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<u8, Stop> {
    let mut scenario = ron::read_scenario(&arguments.file)?;
    let plan = arguments.asked.of(&mut scenario)?;
    let project = form::chosen_project(&scenario, &arguments.project)?;
    let judgement = Judgement::of(&scenario, &plan);
    let ranking = ranking::of(&judgement, &project);
    let robustness = robustness::of(&judgement, &ranking);
    let agreement = agreement::of(&judgement, &ranking);
    let advised = intake::of(&project.id, &ranking);
    let is_possible = ranking.iter().any(|it| it.judged.verdict != Verdict::Vetoed);
    let shown =
        ranking.get(..arguments.top.map_or(usize::MAX, NonZeroUsize::get).min(ranking.len())).unwrap_or_default();
    if arguments.reading.json {
        let answer = Answer {
            project: project.id.as_str(),
            plan: plan.as_str(),
            as_of: scenario.as_of,
            advice: advised.id(),
            firmness: robustness
                .as_ref()
                .filter(|it| !it.is_tied())
                .map(|it| i18n::suitability::firmness_id(it.firmness)),
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
        let lang = arguments.reading.lang.into();
        if ranking.is_empty() {
            writeln!(out, "{}", words::NO_PARKS_TO_RANK.of(lang))?;
        } else if advised != Intake::Place {
            writeln!(out, "{}", advice::intake(advised).of(lang))?;
        }
        print(&judgement, shown, robustness.as_ref(), lang, out)?;
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
        band: shifted(it.suitability.band, it.coupling).into(),
        range: shifted(it.suitability.range, it.coupling).into(),
        coverage: rounded(it.suitability.coverage),
        confident: it.suitability.is_confident() && it.suitability.is_complete(),
        verdict: it.judged.verdict.id(),
        parts: parts.chain([("coupling", it.coupling)]).collect(),
        missing: it.suitability.parts.iter().filter(|part| part.points.is_none()).map(|it| it.criterion.id()).collect(),
        robustness: robustness.map_or(0.0, |robustness| rounded(robustness.share(&it.park))),
        findings: findings.into_iter().flatten().map(|it| form::finding(judgement.world(), it)).collect(),
    }
}

/// A range of the suitability as one of the total.
fn shifted((low, high): (i64, i64), coupling: i64) -> (i64, i64) {
    (low + coupling, high + coupling)
}

/// What makes a score doubtful: too little that is known, what the project leaves open, and the criteria without data.
fn doubts(it: &Ranked) -> Vec<Text> {
    let suits = &it.suitability;
    let low = (!suits.is_confident()).then(|| i18n::suitability::low_confidence(suits.coverage));
    let open = (suits.range != suits.band).then(|| i18n::suitability::hint(shifted(suits.range, it.coupling)));
    let gaps = [Gap::Project, Gap::Park].into_iter().filter_map(|gap| {
        let lacking = suits.parts.iter().filter(|part| part.measure == Measure::Gap(gap));
        let names: Vec<Phrase> = lacking.filter_map(|part| criterion::criterion(part.criterion.id())).collect();
        let list = |word: fn(&Phrase) -> &str, mark: &str| names.iter().map(word).collect::<Vec<_>>().join(mark);
        let of = i18n::suitability::gap(gap);
        (!names.is_empty()).then(|| {
            Text::new(
                format!("{}：{}", of.zh, list(|it| it.zh, "、")),
                format!("{}: {}", of.en, list(|it| it.en, ", ").to_lowercase()),
            )
        })
    });
    low.into_iter().chain(open).chain(gaps).collect()
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
        let (low, high) = shifted(it.suitability.band, it.coupling);
        let band = if low < high { format!(" ({})", i18n::suitability::range((low, high))) } else { String::new() };
        let tie = if it.is_tied { format!("  {}", words::TIED.of(lang)) } else { String::new() };
        writeln!(out, "{:>3}  {}  {}{band}  {verdict}{tie}", it.rank, name(&it.park), it.total())?;
        for part in it.suitability.largest_first() {
            writeln!(out, "       {:>4}  {}", part.points.unwrap_or(0), named(part.criterion))?;
        }
        if it.coupling != 0 {
            writeln!(out, "       {:>4}  {}", it.coupling, i18n::suitability::COUPLING.of(lang))?;
        }
        for told in doubts(it) {
            writeln!(out, "       ! {}", told.of(lang))?;
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
