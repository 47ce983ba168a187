//! `parkboard backtest`: the rank that the advice gives to the park where real projects went.

use std::{io::Write, path::PathBuf};

use serde::Serialize;

use super::{
    DONE, Reading, Stop,
    form::{self, Asked},
};
use crate::{
    advise::{
        backtest::{self, Baseline, Rates, Row},
        ranking::Ranked,
    },
    i18n::{
        figure,
        phrase::{Lang, Phrase},
    },
    io::{cases, ron},
    model::scenario::Scenario,
};

/// Arguments of the verb.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The scenario / 情景文件
    file: PathBuf,
    /// Real projects and the parks where they went (*.csv) / 真实项目及其落户园区
    #[arg(long)]
    cases: PathBuf,
    /// What is known of each case: which count as strict, and company groups (*.csv) / 备注文件
    #[arg(long)]
    notes: Option<PathBuf>,
    #[command(flatten)]
    asked: Asked,
    #[command(flatten)]
    pub(super) reading: Reading,
}

#[derive(Serialize)]
struct Answer<'a> {
    #[serde(flatten)]
    all: RatesForm,
    strict: RatesForm,
    baselines: Baselines,
    strict_baselines: Baselines,
    rows: Vec<RowForm<'a>>,
}

/// Rates rounded to six decimals; none of no case.
#[derive(Default, Serialize)]
struct RatesForm {
    cases: usize,
    top1: Option<f64>,
    top3: Option<f64>,
    mrr: Option<f64>,
}

impl From<Option<Rates>> for RatesForm {
    fn from(rates: Option<Rates>) -> Self {
        let round = |x: f64| Some((x * 1e6).round() / 1e6);
        rates.map_or_else(Self::default, |it| Self {
            cases: it.cases,
            top1: round(it.top1),
            top3: round(it.top3),
            mrr: round(it.mrr),
        })
    }
}

type Baselines = std::collections::BTreeMap<&'static str, RatesForm>;

#[derive(Serialize)]
struct RowForm<'a> {
    id: &'a str,
    name: &'a str,
    actual: &'a str,
    rank: Option<usize>,
    recommended: Option<&'a str>,
    score: Option<i64>,
    recommended_score: Option<i64>,
    verdict: Option<&'static str>,
    strict: bool,
    ranking: Vec<PlaceForm<'a>>,
}

/// A park in the ranking of a case.
#[derive(Serialize)]
struct PlaceForm<'a> {
    park: &'a str,
    score: i64,
    verdict: &'static str,
    parts: std::collections::BTreeMap<&'static str, i64>,
}

/// Runs the verb.
pub fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<u8, Stop> {
    let mut scenario = ron::read_scenario(&arguments.file)?;
    let plan = arguments.asked.of(&mut scenario)?;
    let cases = cases::read(&arguments.cases, arguments.notes.as_deref(), &scenario)?;
    let rows = backtest::run(&scenario, &plan, &cases);
    if arguments.reading.json {
        let strict: Vec<&Row> = rows.iter().filter(|row| row.case.is_strict).collect();
        let answer = Answer {
            all: Rates::of(rows.iter().map(|row| row.rank)).into(),
            strict: Rates::of(strict.iter().map(|row| row.rank)).into(),
            baselines: baselines(&scenario, &rows.iter().collect::<Vec<_>>()),
            strict_baselines: baselines(&scenario, &strict),
            rows: rows.iter().map(row_form).collect(),
        };
        form::write_json(out, &answer)?;
    } else {
        print(&scenario, &rows, arguments.reading.lang.into(), out)?;
    }
    Ok(DONE)
}

fn baselines(scenario: &Scenario, rows: &[&Row]) -> Baselines {
    let chance = (Baseline::Random.id(), Rates::of_random(rows.len(), scenario.parks.len()).into());
    let ranked = Baseline::RANKED.into_iter().enumerate().map(|(at, baseline)| {
        let ranks = rows.iter().map(|row| row.baselines.get(at).copied().flatten());
        (baseline.id(), Rates::of(ranks).into())
    });
    std::iter::once(chance).chain(ranked).collect()
}

fn row_form(row: &Row) -> RowForm<'_> {
    let first = row.ranking.first();
    let actual = row.ranking.iter().find(|it| it.park == row.case.park);
    RowForm {
        id: row.case.project.id.as_str(),
        name: &row.case.project.name.zh,
        actual: row.case.park.as_str(),
        rank: row.rank,
        recommended: first.map(|it| it.park.as_str()),
        score: actual.map(Ranked::total),
        recommended_score: first.map(Ranked::total),
        verdict: actual.map(|it| it.judged.verdict.id()),
        strict: row.case.is_strict,
        ranking: row.ranking.iter().map(place).collect(),
    }
}

fn place(it: &Ranked) -> PlaceForm<'_> {
    let parts = it.suitability.parts.iter().filter_map(|part| Some((part.criterion.id(), part.points?)));
    PlaceForm { park: it.park.as_str(), score: it.total(), verdict: it.judged.verdict.id(), parts: parts.collect() }
}

fn print(scenario: &Scenario, rows: &[Row], lang: Lang, out: &mut dyn Write) -> std::io::Result<()> {
    let name = |park: &crate::model::id::ParkId| {
        scenario.parks.get(park).map_or_else(|| park.to_string(), |it| it.short_name.of(lang).to_owned())
    };
    for row in rows {
        let rank = row.rank.map_or_else(|| figure::NONE.to_owned(), |rank| rank.to_string());
        let first = row.ranking.first().map(|it| name(&it.park)).unwrap_or_default();
        let went = Phrase::new("落户", "went to").of(lang);
        let advised = Phrase::new("建议", "advised").of(lang);
        let project = row.case.project.name.of(lang);
        writeln!(out, "{rank:>3}  {project}  {went} {}  {advised} {first}", name(&row.case.park))?;
    }
    let mut line = |title: &str, rates: Option<Rates>| match rates {
        Some(Rates { cases, top1, top3, mrr }) => {
            writeln!(out, "{title}: n {cases}, top-1 {top1:.3}, top-3 {top3:.3}, MRR {mrr:.3}")
        }
        None => writeln!(out, "{title}: n 0, top-1 {none}, top-3 {none}, MRR {none}", none = figure::NONE),
    };
    for (title, is_strict) in [(Phrase::new("全部", "All"), false), (Phrase::new("严格", "Strict"), true)] {
        let chosen: Vec<&Row> = rows.iter().filter(|row| row.case.is_strict || !is_strict).collect();
        line(title.of(lang), Rates::of(chosen.iter().map(|row| row.rank)))?;
        line("  random", Rates::of_random(chosen.len(), scenario.parks.len()))?;
        for (at, baseline) in Baseline::RANKED.into_iter().enumerate() {
            let ranks = chosen.iter().map(|row| row.baselines.get(at).copied().flatten());
            line(&format!("  {}", baseline.id()), Rates::of(ranks))?;
        }
    }
    Ok(())
}
