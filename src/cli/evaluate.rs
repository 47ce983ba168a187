//! `parkboard evaluate`: how the parks fare by an indicator pack, and what is proposed for each characteristic park.

use std::{collections::BTreeMap, io::Write, path::PathBuf};

use serde::Serialize;

use super::{
    DONE, Reading, Stop,
    form::{self, Asked},
};
use crate::{
    analysis::{
        appraisal::{self, Appraisal, Scorecard},
        characteristic::{Case, Cases, Origin},
        composition::Scope,
        recognition::{Verdict, decision::Missing},
    },
    evaluate::judgement::Judgement,
    i18n::{
        self, figure,
        phrase::{Lang, Phrase},
        problem::no_such,
        recognition as say,
    },
    io::ron,
    model::{
        id::{ParkId, RecordId},
        indicator::{Grade, IndicatorPack},
        park::{CharacteristicPark, ParkLevel, Recognition},
        project::Project,
        recognition::{Standard, StepKind},
        scenario::Scenario,
        text::Text,
    },
    rules::facts::Facts,
};

/// Arguments of the verb.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The scenario / 情景文件
    file: PathBuf,
    /// Indicator pack, by id; the main one when absent / 指标体系编号
    #[arg(long = "indicators")]
    indicators: Option<String>,
    /// Year of the indicators; the latest when absent / 年份，缺省为最近一年
    #[arg(long)]
    year: Option<i16>,
    /// What this project would do to the scorecard of the park where it stands, or of --park / 这个项目的影响
    #[arg(long)]
    project: Option<String>,
    /// The park of --project, by id / 项目放入的园区
    #[arg(long, requires = "project")]
    park: Option<String>,
    #[command(flatten)]
    asked: Asked,
    #[command(flatten)]
    pub(super) reading: Reading,
}

/// Machine form of the answer; keys are stable.
#[derive(Serialize)]
struct Answer {
    plan: String,
    pack: String,
    year: i16,
    note: Option<Words>,
    parks: BTreeMap<String, CardForm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    effect: Option<EffectForm>,
    characteristic_parks: BTreeMap<String, ThemeForm>,
}

#[derive(Serialize)]
struct Words {
    zh: String,
    en: String,
}

impl From<&Text> for Words {
    fn from(text: &Text) -> Self {
        Self { zh: text.zh.clone(), en: text.english().to_owned() }
    }
}

#[derive(Serialize)]
struct CardForm {
    rank: Option<usize>,
    total: Option<f64>,
    index: Option<f64>,
    arithmetic: Option<f64>,
    imbalance: Option<f64>,
    bonus: f64,
    grade: Option<&'static str>,
    capped: bool,
    change: Option<f64>,
    rank_range: Option<[usize; 2]>,
    to_next: Option<f64>,
    missing: usize,
    incidents: Vec<String>,
    pillars: BTreeMap<String, Option<f64>>,
    indicators: BTreeMap<String, ReadingForm>,
    gains: Vec<GainForm>,
    trend: BTreeMap<i16, Option<f64>>,
}

#[derive(Serialize)]
struct ReadingForm {
    value: Option<f64>,
    score: Option<f64>,
    assumed: bool,
}

#[derive(Serialize)]
struct GainForm {
    indicator: String,
    gain: f64,
}

#[derive(Serialize)]
struct EffectForm {
    project: String,
    park: String,
    before: Option<f64>,
    after: Option<f64>,
    indicators: BTreeMap<String, [f64; 2]>,
    not_told: Vec<String>,
}

#[derive(Serialize)]
struct ThemeForm {
    name: Option<Words>,
    park: Option<String>,
    industry: Option<String>,
    stage: &'static str,
    level: &'static str,
    since: String,
    /// The step that is proposed; never taken by itself.
    proposed: Option<&'static str>,
    cases: Vec<CaseForm>,
    steps: Vec<StepForm>,
}

#[derive(Serialize)]
struct CaseForm {
    standard: String,
    level: &'static str,
    years: Vec<i16>,
    proposal: &'static str,
    years_passed: [usize; 2],
    veto: &'static str,
    items: Vec<ItemForm>,
    waits_for: Vec<String>,
    needs: Vec<NeedForm>,
    further_years: Option<[usize; 2]>,
}

#[derive(Serialize)]
struct ItemForm {
    measure: String,
    value: Option<f64>,
    bound: f64,
    origin: &'static str,
    strict: &'static str,
    relaxed: &'static str,
    margin: Option<f64>,
}

#[derive(Serialize)]
struct NeedForm {
    measure: String,
    needed: f64,
}

#[derive(Serialize)]
struct StepForm {
    step: &'static str,
    on: String,
    by: String,
    reason: String,
}

/// Runs the verb.
pub fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<u8, Stop> {
    let mut scenario = ron::read_scenario(&arguments.file)?;
    let plan = arguments.asked.of(&mut scenario)?;
    let judgement = Judgement::of(&scenario, &plan);
    let (world, facts) = (judgement.world(), judgement.facts());
    let pack = pack_of(world, arguments)?;
    let year = arguments.year.or_else(|| appraisal::years(world).last().copied()).unwrap_or_else(|| world.as_of.year());
    let appraisal = Appraisal::of(world, pack, year);
    let cases = Cases::of(world, facts, Scope::Now);
    let effect = effect_of(world, facts, pack, (&appraisal, arguments))?;
    if arguments.reading.json {
        let parks = appraisal.parks.iter().map(|it| (it.park.to_string(), card_form(pack, it))).collect();
        let themes = world.characteristic_parks.iter();
        let answer = Answer {
            plan: plan.to_string(),
            pack: pack.id.to_string(),
            year,
            note: pack.note.as_ref().map(Words::from),
            parks,
            effect,
            characteristic_parks: themes.map(|it| (it.id.to_string(), theme_form(world, &cases, it))).collect(),
        };
        form::write_json(out, &answer)?;
    } else {
        print(world, pack, &appraisal, (&cases, effect.as_ref()), arguments.reading.lang.into(), out)?;
    }
    Ok(DONE)
}

/// The pack that is asked for, or the main one.
fn pack_of<'a>(world: &'a Scenario, arguments: &Arguments) -> Result<&'a IndicatorPack, Stop> {
    let known = || -> Vec<&str> { world.indicator_packs.iter().map(|it| it.id.as_str()).collect() };
    let asked = arguments.indicators.as_deref();
    let found = match asked {
        Some(asked) => RecordId::new(asked).ok().and_then(|id| world.indicator_packs.get(&id)).map(AsRef::as_ref),
        None => appraisal::main_pack(world),
    };
    found.ok_or_else(|| Stop::NoSuch(no_such("指标体系", "indicator pack", asked.unwrap_or(""), &known())))
}

/// What the project that is asked about would do.
fn effect_of(
    world: &Scenario,
    facts: &Facts,
    pack: &IndicatorPack,
    (appraisal, arguments): (&Appraisal, &Arguments),
) -> Result<Option<EffectForm>, Stop> {
    let Some(asked) = arguments.project.as_deref() else { return Ok(None) };
    let project = form::chosen_project(world, asked)?;
    let known = || -> Vec<&str> { world.parks.iter().map(|it| it.id.as_str()).collect() };
    let asked = arguments.park.as_deref();
    let named = asked.and_then(|it| ParkId::new(it).ok()).filter(|id| world.parks.contains(id));
    let home = || facts.home(&project.id).map(|(park, _)| park.clone());
    let park = if asked.is_some() { named } else { home() };
    let park = park.ok_or_else(|| Stop::NoSuch(no_such("园区", "park", asked.unwrap_or("--park"), &known())))?;
    let leads = |it: &Project| {
        let role = facts.park(&park).and_then(|of| of.position_of(&it.industry)).map(|it| it.role);
        role == Some(crate::model::park::Role::Leading)
    };
    let moved = appraisal::with_projects(world, pack, (&park, appraisal.year), &[project.as_ref()], &leads);
    Ok(Some(EffectForm {
        project: project.id.to_string(),
        before: appraisal.of_park(&park).and_then(|it| it.total),
        after: moved.card.total,
        indicators: moved.readings.into_iter().map(|(id, before, after)| (id.to_string(), [before, after])).collect(),
        not_told: moved.unmoved.iter().map(ToString::to_string).collect(),
        park: park.to_string(),
    }))
}

const fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::A => "A",
        Grade::B => "B",
        Grade::C => "C",
        Grade::D => "D",
    }
}

const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "met",
        Verdict::NotMet => "not-met",
        Verdict::Unknown => "unknown",
    }
}

const fn level(level: ParkLevel) -> &'static str {
    match level {
        ParkLevel::National => "national",
        ParkLevel::Provincial => "provincial",
        ParkLevel::Municipal => "municipal",
    }
}

const fn stage(stage: Recognition) -> &'static str {
    match stage {
        Recognition::Applied => "applied",
        Recognition::Cultivated => "cultivated",
        Recognition::Recognised => "recognised",
        Recognition::Warned => "warned",
        Recognition::Withdrawn => "withdrawn",
    }
}

const fn step(step: StepKind) -> &'static str {
    match step {
        StepKind::Apply => "apply",
        StepKind::Cultivate => "cultivate",
        StepKind::Recognise => "recognise",
        StepKind::Review => "review",
        StepKind::Warn => "warn",
        StepKind::Withdraw => "withdraw",
    }
}

const fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Reported => "reported",
        Origin::Derived => "derived",
        Origin::Missing => "missing",
    }
}

fn card_form(pack: &IndicatorPack, it: &Scorecard) -> CardForm {
    let all: Vec<&RecordId> = it.readings().map(|it| &it.indicator).collect();
    let gains = it
        .gains
        .iter()
        .filter_map(|gain| Some(GainForm { indicator: all.get(gain.indicator)?.to_string(), gain: gain.gain }));
    let reading = |it: &appraisal::Reading| {
        (it.indicator.to_string(), ReadingForm { value: it.value, score: it.score, assumed: it.is_assumed })
    };
    CardForm {
        rank: it.rank,
        total: it.total,
        index: it.index.geometric,
        arithmetic: it.index.arithmetic,
        imbalance: it.index.imbalance(),
        bonus: it.bonus,
        grade: it.grade.map(grade),
        capped: it.is_capped,
        change: it.change(),
        rank_range: it.range.map(|it| [it.best, it.worst]),
        to_next: it.to_next.map(|(_, points)| points),
        missing: it.missing(),
        incidents: it.incidents.iter().map(ToString::to_string).collect(),
        pillars: pack.pillars.iter().map(|it| it.id.to_string()).zip(it.index.pillars.iter().copied()).collect(),
        indicators: it.readings().map(reading).collect(),
        gains: gains.collect(),
        trend: it.trend.iter().copied().collect(),
    }
}

fn theme_form(world: &Scenario, cases: &Cases, it: &CharacteristicPark) -> ThemeForm {
    let of = cases.of.get(&it.id).map_or(&[][..], Vec::as_slice);
    let case = |case: &Case| Some(case_form(world.standards.get(&case.standard)?, case));
    ThemeForm {
        name: it.name.as_ref().map(Words::from),
        park: it.park.as_ref().map(ToString::to_string),
        industry: it.industry.as_ref().map(ToString::to_string),
        stage: stage(it.recognition),
        level: level(it.level),
        since: it.since.to_string(),
        proposed: cases.proposed(it).map(step),
        cases: of.iter().filter_map(case).collect(),
        steps: world
            .steps_of(&it.id)
            .map(|it| StepForm {
                step: step(it.kind),
                on: it.on.to_string(),
                by: it.by.clone(),
                reason: it.reason.clone(),
            })
            .collect(),
    }
}

fn case_form(standard: &Standard, case: &Case) -> CaseForm {
    use crate::analysis::recognition::{Reading, decision::Proposal};
    let measure = |at: usize| standard.items.get(at).map(|it| it.measure.id()).unwrap_or_default();
    let rule = crate::analysis::characteristic::rule_of(standard);
    let latest = case.origins.last();
    let items = case.decision.items.iter().zip(&rule.bounds).enumerate().map(|(at, (it, bound))| ItemForm {
        measure: measure(at),
        value: if let Reading::Value(value) = it.reading { Some(value) } else { None },
        bound: bound.figure(),
        origin: origin(latest.and_then(|it| it.get(at)).copied().unwrap_or(Origin::Missing)),
        strict: verdict(it.strict),
        relaxed: verdict(it.relaxed),
        margin: it.margin,
    });
    let waits = case.decision.gaps.iter().map(|gap| {
        let what = match gap.what {
            Missing::Item(at) => measure(at),
            Missing::ChainLeader => "chain-leader".to_owned(),
            Missing::Suppliers => "suppliers".to_owned(),
            Missing::Veto => "veto".to_owned(),
        };
        case.years.get(gap.year).map_or_else(|| what.clone(), |year| format!("{year} {what}"))
    });
    let needs = case.change.iter().flat_map(|it| &it.needs);
    CaseForm {
        standard: case.standard.to_string(),
        level: level(standard.level),
        years: case.years.clone(),
        proposal: match case.decision.proposal {
            Proposal::Recognise => "recognise",
            Proposal::Decline => "decline",
            Proposal::Keep => "keep",
            Proposal::Warn => "warn",
            Proposal::Withdraw => "withdraw",
            Proposal::Unknown => "unknown",
        },
        years_passed: [case.decision.years_passed.0, case.decision.years_passed.1],
        veto: verdict(case.decision.veto),
        items: items.collect(),
        waits_for: waits.collect(),
        needs: needs.map(|it| NeedForm { measure: measure(it.item), needed: it.needed }).collect(),
        further_years: case.change.as_ref().map(|it| [it.further_years.0, it.further_years.1]),
    }
}

fn print(
    world: &Scenario,
    pack: &IndicatorPack,
    appraisal: &Appraisal,
    (cases, effect): (&Cases, Option<&EffectForm>),
    lang: Lang,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let say = |zh: &'static str, en: &'static str| Phrase::new(zh, en).of(lang);
    writeln!(out, "{}\n{} · {}", world.title.of(lang), pack.name.of(lang), appraisal.year)?;
    if let Some(note) = &pack.note {
        writeln!(out, "{}", note.of(lang))?;
    }
    writeln!(out)?;
    let figure =
        |value: Option<f64>| value.map_or_else(|| say("缺数据", "no data").to_owned(), |it| format!("{it:.1}"));
    for card in appraisal.ranked() {
        let park = i18n::finding::park_name(world, &card.park);
        let rank = card.rank.map_or_else(|| figure::NONE.to_owned(), |it| it.to_string());
        let grade = card.grade.map_or(figure::NONE, grade);
        let pillars: Vec<String> = pack
            .pillars
            .iter()
            .zip(&card.index.pillars)
            .map(|(pillar, it)| format!("{} {}", pillar.name.of(lang), figure(*it)))
            .collect();
        writeln!(out, "{rank:>2}  {grade}  {:>6}  {} · {}", figure(card.total), park.of(lang), pillars.join(" · "))?;
    }
    if let Some(effect) = effect {
        let (before, after) = (figure(effect.before), figure(effect.after));
        writeln!(out, "\n{} {} → {}: {before} → {after}", say("影响", "Effect"), effect.project, effect.park)?;
        for (indicator, [before, after]) in &effect.indicators {
            writeln!(out, "    {indicator} {before:.2} → {after:.2}")?;
        }
    }
    writeln!(out, "\n{}", say("特色园区（只作建议，由会议认定）", "Characteristic parks (proposed, never decided)"))?;
    for it in world.characteristic_parks.iter().filter(|it| it.park.is_some()) {
        let proposed = cases.proposed(it).map_or_else(|| say("无", "none"), |step| say::step(step).of(lang));
        let open = cases
            .own(&it.id)
            .map_or(0, |case| case.decision.items.iter().filter(|item| item.relaxed != Verdict::Met).count());
        writeln!(
            out,
            "{} · {} · {}: {proposed} · {}: {open}",
            say::name(world, it).of(lang),
            say::stage(it.recognition).of(lang),
            say("建议", "proposed"),
            say("未达标项", "criteria not met"),
        )?;
    }
    Ok(())
}
