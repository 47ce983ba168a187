//! `parkboard analyze`: composition and every index of the parks, their sub-sectors and pairs, and the city.

use std::{collections::BTreeMap, io::Write, path::PathBuf};

use clap::ValueEnum;
use jiff::civil::Date;
use serde::Serialize;

use super::{
    DONE, Reading, Stop,
    form::{self, Asked},
};
use crate::{
    analysis::{
        composition::{Metric, Scope},
        coupling_coordination::CouplingCoordination,
        location_quotient::symmetric,
        profile::{Analysis, CityProfile, ParkProfile, TradeHere, Value},
        quadrant::Quadrant,
        shift_share::Effects,
        structure::{Structure, Trade},
        undefined::Undefined,
    },
    chart::scene::{percent, three_digits, whole},
    evaluate::judgement::Judgement,
    i18n::{
        self, chart as say, figure,
        phrase::{Lang, Phrase},
        undefined,
    },
    io::ron,
    model::{id::ParkId, scenario::Scenario},
};

/// What is measured.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Measure {
    /// 产值
    #[default]
    Output,
    /// 税收
    Tax,
    /// 用地
    Land,
    /// 就业
    Jobs,
    /// 投资
    Investment,
    /// 户数
    Count,
}

impl From<Measure> for Metric {
    fn from(measure: Measure) -> Self {
        match measure {
            Measure::Output => Self::Output,
            Measure::Tax => Self::Tax,
            Measure::Land => Self::Land,
            Measure::Jobs => Self::Jobs,
            Measure::Investment => Self::Investment,
            Measure::Count => Self::Count,
        }
    }
}

/// Arguments of the verb.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The scenario / 情景文件
    file: PathBuf,
    /// What the indices are of; composition always holds all measures / 口径
    #[arg(long, value_enum, default_value_t)]
    metric: Measure,
    /// Without the plan: enterprises only / 只看现状
    #[arg(long)]
    now: bool,
    #[command(flatten)]
    asked: Asked,
    #[command(flatten)]
    pub(super) reading: Reading,
}

/// Name of a metric in machine form.
const fn key(metric: Metric) -> &'static str {
    match metric {
        Metric::Output => "output",
        Metric::Tax => "tax",
        Metric::Land => "land",
        Metric::Jobs => "jobs",
        Metric::Investment => "investment",
        Metric::Count => "count",
    }
}

/// Unit of a metric in machine form.
const fn unit(metric: Metric) -> &'static str {
    match metric {
        Metric::Output | Metric::Tax | Metric::Investment => "CNY 10k (万元)",
        Metric::Land => "mu (亩)",
        Metric::Jobs | Metric::Count => "1",
    }
}

/// Smallest steps in the unit of the machine form.
const fn steps(metric: Metric) -> f64 {
    match metric {
        Metric::Output | Metric::Tax | Metric::Investment | Metric::Land => 100.0,
        Metric::Jobs | Metric::Count => 1.0,
    }
}

/// Machine form of the answer; keys are stable. An index without a value is null, and `not_defined` says why.
#[derive(Serialize)]
struct Answer<'a> {
    plan: &'a str,
    as_of: Date,
    metric: &'static str,
    scope: &'static str,
    units: BTreeMap<&'static str, &'static str>,
    parks: BTreeMap<&'a str, ParkForm<'a>>,
    industries: BTreeMap<&'a str, TradeForm>,
    pairs: Vec<PairForm<'a>>,
    links: Vec<LinkForm<'a>>,
    city: Indices,
}

/// Indices by name, and why some have no value.
#[derive(Serialize, Default)]
struct Indices {
    #[serde(flatten)]
    values: BTreeMap<&'static str, Option<f64>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    not_defined: BTreeMap<&'static str, &'static str>,
}

/// Why there is no value, in machine form.
const fn why(reason: Undefined) -> &'static str {
    undefined::sentence(reason).en
}

impl Indices {
    fn put(&mut self, name: &'static str, value: Value) {
        self.values.insert(name, value.ok());
        if let Err(reason) = value {
            self.not_defined.insert(name, why(reason));
        }
    }
}

#[derive(Serialize)]
struct ParkForm<'a> {
    composition: BTreeMap<&'a str, BTreeMap<&'static str, f64>>,
    lq: BTreeMap<&'a str, Option<f64>>,
    rsca: BTreeMap<&'a str, Option<f64>>,
    density: BTreeMap<&'a str, Option<f64>>,
    firms: BTreeMap<&'a str, i64>,
    quadrant: BTreeMap<&'a str, Option<&'static str>>,
    largest_is_leading: Option<bool>,
    most_alike: Option<&'a str>,
    missing_links: Vec<MissingForm<'a>>,
    coupling_coordination: Option<CoordinationForm>,
    shift_share: Option<ShiftForm>,
    #[serde(flatten)]
    indices: Indices,
}

#[derive(Serialize)]
struct MissingForm<'a> {
    industry: &'a str,
    gap: f64,
}

#[derive(Serialize)]
struct CoordinationForm {
    coupling: Option<f64>,
    level: f64,
    degree: Option<f64>,
}

#[derive(Serialize)]
struct ShiftForm {
    change: f64,
    national: f64,
    mix: f64,
    regional: f64,
}

#[derive(Serialize)]
struct TradeForm {
    total: f64,
    ubiquity: usize,
    #[serde(flatten)]
    indices: Indices,
}

#[derive(Serialize)]
struct PairForm<'a> {
    a: &'a str,
    b: &'a str,
    overlap: Option<f64>,
    krugman: Option<f64>,
    cosine: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_defined: Option<&'static str>,
}

#[derive(Serialize)]
struct LinkForm<'a> {
    upstream: &'a str,
    downstream: &'a str,
    weight: u8,
    proximity: f64,
    coagglomeration: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_defined: Option<&'static str>,
}

/// Runs the verb.
pub fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<u8, Stop> {
    let mut scenario = ron::read_scenario(&arguments.file)?;
    let plan = arguments.asked.of(&mut scenario)?;
    let judgement = Judgement::of(&scenario, &plan);
    let scope = if arguments.now { Scope::Now } else { Scope::WithPlan };
    let metric = Metric::from(arguments.metric);
    let analysis = Analysis::of(judgement.world(), judgement.facts(), metric, scope);
    if arguments.reading.json {
        form::write_json(out, &answer(&judgement, &analysis, metric, scope))?;
    } else {
        print(&judgement, &analysis, metric, arguments.reading.lang.into(), out)?;
    }
    Ok(DONE)
}

fn id(structure: &Structure, trade: usize) -> &str {
    match structure.trades.get(trade) {
        Some(Trade::Industry(id)) => id.as_str(),
        Some(Trade::Sector { .. }) | None => "",
    }
}

fn answer<'a>(judgement: &'a Judgement, analysis: &'a Analysis<'_>, metric: Metric, scope: Scope) -> Answer<'a> {
    let structure = &analysis.structure;
    let all: Vec<(Metric, Structure)> = Metric::ALL
        .into_iter()
        .map(|it| (it, Structure::of(judgement.world(), judgement.facts(), it, scope)))
        .collect();
    let park = |(number, park): (usize, &'a ParkId)| (park.as_str(), park_form(analysis, &all, number, metric));
    let count = structure.parks.len();
    let pairs = (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b)));
    let name = |park: usize| structure.parks.get(park).map_or("", |it| it.as_str());
    Answer {
        plan: judgement.plan().as_str(),
        as_of: judgement.world().as_of,
        metric: key(metric),
        scope: if scope == Scope::Now { "now" } else { "with_plan" },
        units: Metric::ALL.into_iter().map(|it| (key(it), unit(it))).collect(),
        parks: structure.parks.iter().enumerate().map(park).collect(),
        industries: (0..structure.trades.len())
            .map(|trade| (id(structure, trade), trade_form(analysis, trade, metric)))
            .collect(),
        pairs: pairs
            .map(|(a, b)| {
                let pair = analysis.pair(a, b);
                let not_defined = pair.overlap.err().map(why);
                let (overlap, krugman, cosine) = (pair.overlap.ok(), pair.krugman.ok(), pair.cosine.ok());
                PairForm { a: name(a), b: name(b), overlap, krugman, cosine, not_defined }
            })
            .collect(),
        links: analysis
            .links()
            .iter()
            .map(|link| {
                let together = analysis.together(link.upstream, link.downstream);
                LinkForm {
                    upstream: id(structure, link.upstream),
                    downstream: id(structure, link.downstream),
                    weight: link.weight,
                    proximity: analysis.proximity(link.upstream, link.downstream),
                    coagglomeration: together.ok(),
                    not_defined: together.err().map(why),
                }
            })
            .collect(),
        city: city_form(&analysis.city(), metric),
    }
}

fn city_form(city: &CityProfile, metric: Metric) -> Indices {
    let mut indices = Indices::default();
    indices.put("total", Ok(city.total / steps(metric)));
    indices.put("homogeneity", city.homogeneity);
    indices.put("pipeline_growth", city.growth);
    indices.put("share_inside_parks", city.inside_parks);
    indices.put("coverage", city.coverage);
    indices
}

fn park_form<'a>(
    analysis: &'a Analysis<'_>,
    all: &[(Metric, Structure)],
    number: usize,
    metric: Metric,
) -> ParkForm<'a> {
    let structure = &analysis.structure;
    let park = analysis.park(number);
    let mut composition: BTreeMap<&str, BTreeMap<&'static str, f64>> = BTreeMap::new();
    for (metric, of_metric) in all {
        for (trade, size) in of_metric.of_park(number).iter().enumerate().filter(|(_, size)| **size > 0.0) {
            composition.entry(id(structure, trade)).or_default().insert(key(*metric), size / steps(*metric));
        }
    }
    let by_trade = |of: &dyn Fn(&TradeHere) -> Option<f64>| -> BTreeMap<&'a str, Option<f64>> {
        park.trades.iter().map(|here| (id(structure, here.trade), of(here))).collect()
    };
    ParkForm {
        composition,
        lq: by_trade(&|here| here.quotient.ok()),
        rsca: by_trade(&|here| here.quotient.ok().map(symmetric)),
        density: by_trade(&|here| here.density.ok()),
        firms: park.trades.iter().map(|here| (id(structure, here.trade), here.firms)).collect(),
        quadrant: park
            .trades
            .iter()
            .map(|here| (id(structure, here.trade), here.quadrant.ok().map(quadrant_key)))
            .collect(),
        largest_is_leading: park.is_largest_leading.ok(),
        most_alike: park.most_alike.and_then(|other| structure.parks.get(other)).map(ParkId::as_str),
        missing_links: park
            .missing
            .iter()
            .map(|(trade, gap)| MissingForm { industry: id(structure, *trade), gap: gap / steps(Metric::Output) })
            .collect(),
        coupling_coordination: park.coordination.ok().map(coordination_form),
        shift_share: park.shift.ok().map(|it| shift_form(park.change, it, metric)),
        indices: park_indices(&park, metric),
    }
}

const fn quadrant_key(quadrant: Quadrant) -> &'static str {
    match quadrant {
        Quadrant::StrongAndGrowing => "strong_and_growing",
        Quadrant::StrongOnly => "strong_only",
        Quadrant::GrowingOnly => "growing_only",
        Quadrant::Neither => "neither",
    }
}

fn coordination_form(it: CouplingCoordination) -> CoordinationForm {
    CoordinationForm { coupling: it.coupling.ok(), level: it.level, degree: it.degree.ok() }
}

fn shift_form(change: f64, effects: Effects, metric: Metric) -> ShiftForm {
    let in_unit = |steps_of: f64| steps_of / steps(metric);
    ShiftForm {
        change: in_unit(change),
        national: in_unit(effects.national),
        mix: in_unit(effects.mix),
        regional: in_unit(effects.regional),
    }
}

fn park_indices(park: &ParkProfile, metric: Metric) -> Indices {
    let mut indices = Indices::default();
    indices.put("total", Ok(park.total / steps(metric)));
    let named = [
        ("leading_share", park.leading_share),
        ("cr1", park.largest),
        ("cr3", park.three_largest),
        ("hhi", park.hhi),
        ("hhi_normalised", park.hhi_normalised),
        ("effective_number", park.effective_number),
        ("entropy", park.entropy),
        ("evenness", park.evenness),
        ("theil", park.theil),
        ("unrelated_variety", park.unrelated_variety),
        ("related_variety", park.related_variety),
        ("krugman_all", park.krugman_all),
        ("krugman_rest", park.krugman_rest),
        ("distinctiveness", park.distinctiveness),
        ("homogeneity", park.homogeneity),
        ("homogeneity_leading", park.homogeneity_leading),
        ("coverage", park.coverage),
        ("absorption", park.absorption),
    ];
    for (name, value) in named {
        indices.put(name, value);
    }
    let reasons = [
        ("coupling_coordination", park.coordination.and_then(|it| it.degree).err()),
        ("largest_is_leading", park.is_largest_leading.err()),
        ("shift_share", park.shift.err()),
    ];
    for (name, reason) in reasons {
        indices.not_defined.extend(reason.map(|reason| (name, why(reason))));
    }
    indices
}

fn trade_form(analysis: &Analysis<'_>, trade: usize, metric: Metric) -> TradeForm {
    let profile = analysis.trade(trade);
    let mut indices = Indices::default();
    let named = [
        ("hoover", profile.hoover),
        ("locational_gini", profile.gini),
        ("ellison_glaeser", profile.ellison_glaeser),
        ("pipeline_growth", profile.growth),
    ];
    for (name, value) in named {
        indices.put(name, value);
    }
    TradeForm { total: profile.total / steps(metric), ubiquity: profile.ubiquity, indices }
}

fn print(
    judgement: &Judgement,
    analysis: &Analysis<'_>,
    metric: Metric,
    lang: Lang,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let world = judgement.world();
    let structure = &analysis.structure;
    let metric_words = say::metric_name(metric).of(lang);
    let parks = say::parks(structure.parks.len());
    let plan = Phrase::new("方案", "Plan").of(lang);
    writeln!(
        out,
        "{}\n{plan} {} · {} · {metric_words} · {}\n",
        world.title.of(lang),
        judgement.plan(),
        world.as_of,
        parks.of(lang)
    )?;
    let told = |value: Value, how: &dyn Fn(f64) -> String| -> String {
        value.map_or_else(
            |why: Undefined| format!("{}（{}）", say::UNDEFINED.of(lang), undefined::sentence(why).of(lang)),
            how,
        )
    };
    for (number, id) in structure.parks.iter().enumerate() {
        let park = analysis.park(number);
        let amount = whole(park.total);
        writeln!(
            out,
            "{} · {} {}",
            i18n::finding::park_name(world, id).of(lang),
            say::amount(metric, amount),
            say::unit(metric).of(lang)
        )?;
        let lines = [
            (say::LEADING_SHARE, told(park.leading_share, &percent)),
            (say::HHI, told(park.hhi, &three_digits)),
            (say::ENTROPY, told(park.entropy, &three_digits)),
            (say::DISTINCTIVENESS, told(park.distinctiveness, &three_digits)),
            (say::COVERAGE, told(park.coverage, &percent)),
        ];
        for (name, value) in lines {
            writeln!(out, "    {} {value}", name.of(lang))?;
        }
        writeln!(out, "    {}", largest(world, structure, &park, lang))?;
    }
    let city = analysis.city();
    writeln!(out, "\n{}", say::WHOLE_CITY.of(lang))?;
    writeln!(out, "    {} {}", say::HOMOGENEITY.of(lang), told(city.homogeneity, &three_digits))?;
    writeln!(out, "    {} {}", say::COVERAGE.of(lang), told(city.coverage, &percent))?;
    writeln!(out, "    {} {}", say::INSIDE_PARKS.of(lang), told(city.inside_parks, &percent))
}

/// The three largest trades of a park with their shares and quotients.
fn largest(world: &Scenario, structure: &Structure, park: &ParkProfile, lang: Lang) -> String {
    let trades = park.trades.iter().take(3).map(|here| {
        let name = match structure.trades.get(here.trade) {
            Some(Trade::Industry(id)) => i18n::finding::industry_name(world, id).of(lang).to_owned(),
            Some(Trade::Sector { name, .. }) => name.of(lang).to_owned(),
            None => String::new(),
        };
        let quotient = here.quotient.map_or_else(|_| figure::NONE.to_owned(), three_digits);
        format!("{name} {} (LQ {quotient})", percent(here.share))
    });
    trades.collect::<Vec<_>>().join(" · ")
}
