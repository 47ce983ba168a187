//! `parkboard check`: what the rules find in a plan.

use std::{collections::BTreeSet, io::Write, path::PathBuf};

use jiff::civil::Date;
use serde::Serialize;

use super::{
    DONE, NEGATIVE, Reading, Stop,
    form::{self, Asked},
};
use crate::{
    evaluate::{
        approval::{self, Barred},
        judgement::Judgement,
        score::Score,
    },
    i18n::{
        self,
        phrase::{Lang, Phrase},
        term,
    },
    io::ron,
    model::scenario::Scenario,
    rules::finding::{Finding, State},
};

/// Arguments of the verb.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The scenario / 情景文件
    file: PathBuf,
    /// Judge by the rules of this pack instead of the scenario's own / 改用此规则包
    #[arg(long)]
    pack: Option<PathBuf>,
    #[command(flatten)]
    asked: Asked,
    /// List every finding, also those that hold / 列出全部判定
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    pub(super) reading: Reading,
}

/// Machine form of the answer; keys are stable.
#[derive(Serialize)]
struct Answer<'a> {
    feasible: bool,
    score: Score,
    plan: &'a str,
    as_of: Date,
    pack: &'a str,
    barred_approvals: Vec<BarredForm<'a>>,
    findings: Vec<form::FindingForm<'a>>,
}

/// An approved plan of the file, and the rules that would bar its approval.
#[derive(Serialize)]
struct BarredForm<'a> {
    plan: &'a str,
    findings: usize,
    rules: BTreeSet<&'a str>,
}

/// Runs the verb; the exit code says whether something is broken at level legal.
pub fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<u8, Stop> {
    let mut scenario = ron::read_scenario(&arguments.file)?;
    if let Some(pack) = &arguments.pack {
        let pack = ron::read_pack(pack)?;
        scenario.pack = pack.pack;
        scenario.rules = pack.rules;
        if !pack.anchors.is_empty() {
            scenario.anchors = pack.anchors;
        }
    }
    let plan = arguments.asked.of(&mut scenario)?;
    let judgement = Judgement::of(&scenario, &plan);
    let findings: Vec<&Finding> = if arguments.all { judgement.findings().collect() } else { judgement.notable() };
    let barred = approval::barred(&scenario, &judgement);
    if arguments.reading.json {
        let answer = Answer {
            feasible: judgement.score().is_feasible(),
            score: judgement.score(),
            plan: plan.as_str(),
            as_of: scenario.as_of,
            pack: scenario.pack.id.as_str(),
            barred_approvals: barred.iter().map(barred_form).collect(),
            findings: findings.iter().map(|finding| form::finding(judgement.world(), finding)).collect(),
        };
        form::write_json(out, &answer)?;
    } else {
        print(&scenario, &judgement, &findings, &barred, arguments.reading.lang.into(), out)?;
    }
    Ok(if judgement.score().is_feasible() { DONE } else { NEGATIVE })
}

fn barred_form(barred: &Barred) -> BarredForm<'_> {
    BarredForm {
        plan: barred.plan.as_str(),
        findings: barred.findings.len(),
        rules: barred.findings.iter().map(|finding| finding.rule.as_str()).collect(),
    }
}

fn print(
    scenario: &Scenario,
    judgement: &Judgement,
    findings: &[&Finding],
    barred: &[Barred],
    lang: Lang,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let score = judgement.score();
    let heading = Phrase::new("方案", "Plan").of(lang);
    let name = scenario.plans.get(judgement.plan()).map_or("", |plan| plan.name.of(lang));
    writeln!(out, "{}\n{heading} {} {name} · {}", scenario.title.of(lang), judgement.plan(), scenario.as_of)?;
    let [legal, unplaced, policy] = [
        (Phrase::new("法定", "legal"), score.legal),
        (Phrase::new("待布局", "unplaced"), score.unplaced),
        (Phrase::new("政策", "policy"), score.policy),
    ]
    .map(|(name, value)| format!("{} {}", name.of(lang), i18n::figure::whole(value)));
    writeln!(out, "{legal} · {unplaced} · {policy}")?;
    for plan in barred {
        writeln!(out, "{}", i18n::approval::barred(scenario, plan).of(lang))?;
    }
    writeln!(out)?;
    for finding in findings {
        let title = scenario.rules.get(&finding.rule).map_or(finding.rule.as_str(), |rule| rule.title.of(lang));
        let park = i18n::finding::place(scenario, finding);
        let sentence = i18n::finding::sentence(judgement.world(), finding);
        writeln!(out, "[{}] {title} · {} · {}", term::state(finding.state).of(lang), park.of(lang), sentence.of(lang))?;
        for member in finding.members.iter().filter(|_| finding.state != State::Holds) {
            let name = i18n::finding::item_name(scenario, &member.item);
            writeln!(out, "    {} {} {}", term::part(member.part).of(lang), member.item.id(), name.of(lang))?;
        }
    }
    if findings.is_empty() {
        writeln!(out, "{}", Phrase::new("没有问题", "No findings").of(lang))?;
    }
    Ok(())
}
