//! `parkboard solve`: places the projects that have no place, or moves placed ones as well, and says how good the plan is.

use std::{collections::BTreeMap, io::Write, num::NonZero, path::PathBuf, time::Duration};

use jiff::civil::Date;
use serde::Serialize;

use super::{
    DONE, NEGATIVE, Reading, Stop,
    form::{self, Asked, TextForm},
};
use crate::{
    evaluate::{judgement::Judgement, score::Score},
    i18n::{self, phrase::Lang},
    io::{ron, save},
    model::text::Text,
    optimise::{
        Orders, Problem,
        positions::{self, Costs, Redesign},
        proposal::{self, Proposal},
        reading::Wish,
    },
    workbench::clock::Deadline,
};

/// Arguments of the verb.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The scenario / 情景文件
    file: PathBuf,
    /// File to write: the scenario with the solved plan; replaced if there is one / 输出文件
    #[arg(long)]
    out: PathBuf,
    /// About so long; a number of steps for each second, and an end in any case / 大约用时（秒）
    #[arg(long, value_parser = seconds, default_value = "10", conflicts_with = "steps")]
    seconds: f64,
    /// Exactly so many steps: the same steps, seed and threads give the same bytes / 精确步数
    #[arg(long)]
    steps: Option<u64>,
    /// Decides between changes that are as good / 随机种子
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Threads: the second works on the bound, further ones search as well / 线程数
    #[arg(long, value_parser = threads, default_value = "2")]
    threads: NonZero<usize>,
    /// Placed projects may move, all but pinned ones / 已布局项目也可移动
    #[arg(long)]
    all: bool,
    /// Positions may change as well: drawn from the catalogue, each change at a cost / 定位也可调整
    #[arg(long)]
    positions: bool,
    /// At most so many placed projects may move / 最多移动几个已布局项目
    #[arg(long)]
    max_changes: Option<usize>,
    #[command(flatten)]
    asked: Asked,
    #[command(flatten)]
    pub(super) reading: Reading,
}

fn seconds(text: &str) -> Result<f64, String> {
    let seconds: Option<f64> = text.parse().ok().filter(|it| (0.0..=86_400.0).contains(it));
    seconds.ok_or_else(|| "write seconds from 0 to 86400, such as 10 or 0.5".to_owned())
}

fn threads(text: &str) -> Result<NonZero<usize>, String> {
    let threads: Option<NonZero<usize>> = text.parse().ok().filter(|it: &NonZero<usize>| it.get() <= 64);
    threads.ok_or_else(|| "write a number of threads from 1 to 64".to_owned())
}

/// Machine form of the answer; keys are stable.
#[derive(Serialize)]
struct Answer<'a> {
    plan: &'a str,
    as_of: Date,
    score: Score,
    before: Score,
    /// The most fit that a plan with as few unplaced projects and findings can have; null where the bound is on a level above.
    bound: Option<i64>,
    /// The score that no plan exceeds.
    bound_score: Option<Score>,
    /// Share of the bound that the plan falls short of; null where there is no bound on fit.
    gap: Option<f64>,
    status: &'static str,
    /// None where the steps were given: the answer is the same every time.
    seconds: Option<f64>,
    steps: u64,
    seed: u64,
    placements: BTreeMap<&'a str, Option<String>>,
    /// What happens to positions, in words; none where they stay.
    positions: Vec<TextForm>,
    moved: Vec<&'a str>,
    text: TextForm,
}

/// Runs the verb; exit 1 when the plan still breaks something at level legal.
pub fn run(arguments: &Arguments, out: &mut dyn Write, err: &mut dyn Write) -> Result<u8, Stop> {
    let mut scenario = ron::read_scenario(&arguments.file)?;
    let plan = arguments.asked.of(&mut scenario)?;
    let judgement = Judgement::of(&scenario, &plan);
    let wish = Wish {
        moves: arguments.all || arguments.max_changes.is_some(),
        most_moved: arguments.max_changes,
        ..Wish::default()
    };
    let time = arguments.steps.is_none().then(|| Duration::from_secs_f64(arguments.seconds));
    let deadline = Deadline::after(time);
    let orders = |reading: &crate::optimise::reading::Reading| Orders {
        seed: arguments.seed,
        steps: arguments.steps.unwrap_or_else(|| Orders::steps_in(arguments.seconds, &reading.problem)),
        threads: arguments.threads,
    };
    // Half of the steps go to the positions.
    let first = |problem: &Problem| Orders {
        seed: arguments.seed,
        steps: arguments.steps.map_or_else(|| Orders::steps_in(arguments.seconds / 2., problem), |it| it / 2),
        threads: arguments.threads,
    };
    let found = if arguments.positions {
        positions::redesign(&scenario, &judgement, &wish, Costs::default(), first, orders, &deadline)
    } else {
        let proposal = proposal::propose(&scenario, &judgement, &wish, orders, &deadline);
        proposal.map(|proposal| Redesign { positions: Vec::new(), proposal })
    };
    let Redesign { positions, proposal } =
        found.map_err(|it| Stop::Refused(i18n::solve::unreadable(&scenario, &it)))?;
    let told_positions: Vec<Text> = positions.iter().map(|it| i18n::edit::label(&scenario, it)).collect();
    let seconds = deadline.elapsed().as_secs_f64();
    save::save_scenario(&proposal.scenario, &arguments.out).map_err(|problem| vec![problem])?;
    let after = proposal.after();
    let told = i18n::solve::quality(proposal.is_best(), after, proposal.bound);
    // Whoever reads no more has read enough; the file is written.
    let _ = writeln!(err, "{seconds:.2} s, {} steps", proposal.certificate.steps);
    if arguments.reading.json {
        let exact = arguments.steps.is_some();
        let answer = answer(&proposal, told, (!exact).then_some(seconds));
        let positions = told_positions.into_iter().map(TextForm::from).collect();
        form::write_json(out, &Answer { before: judgement.score(), positions, ..answer })?;
    } else {
        let before = judgement.score();
        print(&proposal, before, &told_positions, &told, arguments.reading.lang.into(), out)?;
    }
    Ok(if after.is_feasible() { DONE } else { NEGATIVE })
}

#[expect(clippy::cast_precision_loss, reason = "a share of points")]
fn answer(proposal: &Proposal, told: Text, seconds: Option<f64>) -> Answer<'_> {
    let after = proposal.after();
    let on_fit = proposal.bound.filter(|it| (it.unplaced, it.policy) == (after.unplaced, after.policy));
    let bound = if proposal.is_best() { Some(after.fit) } else { on_fit.map(|it| it.fit) };
    let status = match (after.is_feasible(), proposal.is_best()) {
        (false, _) => "infeasible",
        (true, true) => "optimal",
        (true, false) => "feasible",
    };
    let facts = proposal.judgement.facts();
    let world = proposal.judgement.world();
    let home = |id| facts.home(id).map(|(park, _)| park.to_string());
    let changed = proposal.reading.changes(&proposal.layout);
    let stood = |id: &&crate::model::id::ProjectId| changed.iter().any(|(project, _)| project == *id);
    let from: Vec<_> = proposal.certificate.from.iter().map(|(id, _)| id).collect();
    Answer {
        plan: proposal.reading.plan.as_str(),
        as_of: world.as_of,
        score: after,
        before: proposal.before,
        bound,
        bound_score: if proposal.is_best() { Some(after) } else { proposal.bound },
        gap: bound.map(|it| if it > 0 { (it - after.fit).max(0) as f64 / it as f64 } else { 0. }),
        status,
        seconds,
        steps: proposal.certificate.steps,
        seed: proposal.certificate.seed,
        positions: Vec::new(),
        placements: world.projects.iter().map(|it| (it.id.as_str(), home(&it.id))).collect(),
        moved: from.into_iter().filter(stood).map(crate::model::id::ProjectId::as_str).collect(),
        text: told.into(),
    }
}

fn print(
    proposal: &Proposal,
    before: Score,
    positions: &[Text],
    told: &Text,
    lang: Lang,
    out: &mut dyn Write,
) -> Result<(), Stop> {
    let scenario = proposal.judgement.world();
    writeln!(out, "{}", told.of(lang))?;
    for (name, score) in [(i18n::words::BEFORE_SOLVING, before), (i18n::words::AFTER_SOLVING, proposal.after())] {
        writeln!(out, "{}: {}", name.of(lang), i18n::solve::score(score).of(lang))?;
    }
    for position in positions {
        writeln!(out, "{}", position.of(lang))?;
    }
    let changes = proposal.reading.changes(&proposal.layout);
    for (project, park) in &changes {
        writeln!(out, "{}", i18n::solve::place(scenario, project, park.as_ref()).of(lang))?;
    }
    Ok(())
}
