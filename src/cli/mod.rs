//! The headless face: the same judgement as the window, for clerks and scripts.
//!
//! Data goes to standard output, talk to standard error. Exit 0: done; 1: a judged negative answer; 2: wrong use or a
//! file that cannot be read, named with line and column.

mod analyze;
mod backtest;
mod check;
mod diff;
mod evaluate;
mod export;
mod form;
mod generate;
mod import;
mod import_worker;
mod ledger;
mod merge;
mod recommend;
mod report;
mod rules;
mod solve;
mod verify;
mod why_not;

use std::{
    ffi::OsString,
    io::{self, Write},
    path::PathBuf,
};

use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::{
    i18n::{
        self,
        phrase::{Lang, Phrase},
    },
    io::problem::FileProblem,
    model::text::Text,
};

/// Exit code of a thing done.
pub const DONE: u8 = 0;
/// Exit code of a judged negative answer.
pub const NEGATIVE: u8 = 1;
/// Exit code of wrong use or unreadable input.
pub const UNUSABLE: u8 = 2;

/// What the command line asks for.
#[derive(Debug)]
pub enum Request {
    /// The window, on a file or on the sample.
    Window(Option<PathBuf>),
    /// Nothing more: a verb has run, or help was shown; the exit code.
    Exit(u8),
}

#[derive(Debug, Parser)]
#[command(
    name = "parkboard",
    version,
    about = "Parkboard 园区布局工作台: place incoming industrial projects into a city's parks",
    long_about = "Parkboard 园区布局工作台\n\nPlace incoming industrial projects into a city's parks, and see at once what breaks.\n\
        Without a verb the window opens, on FILE or on the embedded sample.\n\
        不带子命令时打开窗口（FILE 或内置示例）。",
    args_conflicts_with_subcommands = true,
    after_help = "Exit codes: 0 done, 1 a judged negative answer, 2 wrong use or unreadable input\n\
        Each verb has its own help with an example: parkboard check --help / 各子命令的帮助附有示例"
)]
struct Arguments {
    /// Scenario to open in the window (*.ron) / 在窗口中打开的情景文件
    file: Option<PathBuf>,
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Judge a scenario: exit 0 when nothing is broken at level legal, 1 when something is / 校核情景
    #[command(
        after_help = "示例 / Example:\n  parkboard check city.ron\n  parkboard check city.ron --plan A --all --lang en"
    )]
    Check(check::Arguments),
    /// What clusters there are: composition and every index of parks, sub-sectors, pairs and city / 集群分析
    #[command(after_help = "示例 / Example:\n  parkboard analyze city.ron --metric tax")]
    Analyze(analyze::Arguments),
    /// How parks fare by an indicator pack, and what is proposed for characteristic parks / 评估认定
    #[command(
        after_help = "示例 / Example:\n  parkboard evaluate city.ron\n  parkboard evaluate city.ron --project PROJECT --park PARK --lang en"
    )]
    Evaluate(evaluate::Arguments),
    /// Pools, programmes, promises, sharing agreements with their books, and who is worse off / 支持与共享台账
    #[command(after_help = "示例 / Example:\n  parkboard ledger city.ron --json")]
    Ledger(ledger::Arguments),
    /// How good the advice has been: the rank of the park where real projects went / 回测
    #[command(after_help = "示例 / Example:\n  parkboard backtest city.ron --cases cases.csv --notes notes.csv")]
    Backtest(backtest::Arguments),
    /// Which park suits a project best: ranked parks with their score parts / 建议园区
    #[command(after_help = "示例 / Example:\n  parkboard recommend city.ron --project PROJECT --top 3")]
    Recommend(recommend::Arguments),
    /// Why a park does not stand first for a project, and the cheapest change that would put it first / 为何不是此园区
    #[command(after_help = "示例 / Example:\n  parkboard why-not city.ron --project PROJECT --park PARK")]
    WhyNot(why_not::Arguments),
    /// Place the projects that have no place, or move placed ones as well, with a bound / 求解布局
    #[command(after_help = "示例 / Example:\n  parkboard solve city.ron --out solved.ron --seconds 2")]
    Solve(solve::Arguments),
    /// Check what a solver found out about a plan: exit 0 when it holds, 1 when it does not / 核验证书
    #[command(after_help = "示例 / Example:\n  parkboard verify solved.ron")]
    Verify(verify::Arguments),
    /// Write a paper to carry away: brief, tables, sheets, scorecards, minutes / 输出文稿
    #[command(
        after_help = "示例 / Example:\n  parkboard report city.ron --kind brief --out brief.docx\n  parkboard report city.ron --kind project --project PROJECT --out project.html --lang en"
    )]
    Report(report::Arguments),
    /// Write the results as a workbook, as CSV or as a map layer / 导出结果
    #[command(
        after_help = "示例 / Example:\n  parkboard export city.ron --out city.xlsx\n  parkboard export city.ron --template --out form.xlsx"
    )]
    Export(export::Arguments),
    /// How two scenarios differ: exit 0 when they do not, 1 when they do / 比较两个情景
    #[command(after_help = "示例 / Example:\n  parkboard diff city.ron solved.ron")]
    Diff(diff::Arguments),
    /// Merge two scenarios on what both began with, by hand or for git / 合并两个情景
    Merge(merge::Arguments),
    /// The rules of a scenario or pack, and their worked examples / 规则清单与算例
    #[command(subcommand)]
    #[command(after_help = "示例 / Example:\n  parkboard rules list city.ron\n  parkboard rules test pack.ron")]
    Rules(rules::Verb),
    /// Take rows of foreign sheets into a scenario: exit 1 when some rows were refused / 导入表格
    #[command(after_help = "示例 / Example:\n  parkboard import projects.csv --into city.ron --out new.ron")]
    Import(import::Arguments),
    /// Write an invented scenario of any size, for load tests / 生成模拟情景
    #[command(after_help = "示例 / Example:\n  parkboard generate --parks 60 --projects 400 --seed 7 --out large.ron")]
    Generate(generate::Arguments),
    /// Read a workbook apart from the window
    #[command(hide = true)]
    ImportWorker(import_worker::Arguments),
}

/// Language of messages and texts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Speech {
    /// 中文
    #[default]
    Zh,
    /// English
    En,
}

impl From<Speech> for Lang {
    fn from(speech: Speech) -> Self {
        match speech {
            Speech::Zh => Self::Zh,
            Speech::En => Self::En,
        }
    }
}

/// Options of every reading verb.
#[derive(Debug, clap::Args)]
struct Reading {
    /// Machine-readable output / 输出 JSON
    #[arg(long)]
    json: bool,
    /// Language of the output / 输出语言
    #[arg(long, value_enum, default_value_t)]
    lang: Speech,
}

/// Why a verb stopped.
#[derive(Debug)]
enum Stop {
    /// Files that cannot be used.
    Files(Vec<FileProblem>),
    /// Wrong use.
    Use(Phrase, String),
    /// The scenario has nothing of this kind and name.
    NoSuch(Text),
    /// What was asked for cannot be done with this scenario.
    Refused(Text),
    /// Standard output is closed or full.
    Output(io::Error),
}

impl From<Vec<FileProblem>> for Stop {
    fn from(problems: Vec<FileProblem>) -> Self {
        Self::Files(problems)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// Carries out `arguments`, the first being the name of the program. Verbs write to `out` and `err`.
pub fn run(arguments: impl IntoIterator<Item = OsString>, out: &mut dyn Write, err: &mut dyn Write) -> Request {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if let Some(word) = arguments.get(1).and_then(|word| word.to_str()).filter(|word| is_mistyped(word)) {
        // Where standard error is closed too, the exit code still says it.
        let told = writeln!(err, "{}", no_such_verb(word));
        return Request::Exit(told.map_or(UNUSABLE, |()| UNUSABLE));
    }
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            let text = error.render().to_string();
            let is_wrong = error.use_stderr();
            let told = if is_wrong { err.write_all(text.as_bytes()) } else { out.write_all(text.as_bytes()) };
            return Request::Exit(if is_wrong || told.is_err() { UNUSABLE } else { DONE });
        }
    };
    let (outcome, lang) = match arguments.verb {
        None => return Request::Window(arguments.file),
        Some(Verb::Check(verb)) => (check::run(&verb, out), verb.reading.lang),
        Some(Verb::Analyze(verb)) => (analyze::run(&verb, out), verb.reading.lang),
        Some(Verb::Evaluate(verb)) => (evaluate::run(&verb, out), verb.reading.lang),
        Some(Verb::Ledger(verb)) => (ledger::run(&verb, out), verb.reading.lang),
        Some(Verb::Backtest(verb)) => (backtest::run(&verb, out), verb.reading.lang),
        Some(Verb::Recommend(verb)) => (recommend::run(&verb, out), verb.reading.lang),
        Some(Verb::WhyNot(verb)) => (why_not::run(&verb, out), verb.reading.lang),
        Some(Verb::Solve(verb)) => (solve::run(&verb, out, err), verb.reading.lang),
        Some(Verb::Verify(verb)) => (verify::run(&verb, out), verb.reading.lang),
        Some(Verb::Report(verb)) => (report::run(&verb, out), verb.lang),
        Some(Verb::Export(verb)) => (export::run(&verb, out), verb.lang),
        Some(Verb::Diff(verb)) => (diff::run(&verb, out), verb.reading.lang),
        Some(Verb::Merge(verb)) => (merge::run(&verb, out, err), verb.reading.lang),
        Some(Verb::Rules(verb)) => (rules::run(&verb, out), verb.lang()),
        Some(Verb::Import(verb)) => (import::run(&verb, out), verb.reading.lang),
        Some(Verb::Generate(verb)) => (generate::run(&verb, out), verb.lang),
        Some(Verb::ImportWorker(verb)) => (import_worker::run(&verb, out), Speech::default()),
    };
    Request::Exit(outcome.unwrap_or_else(|stop| tell(&stop, lang.into(), err)))
}

/// The verbs, as they are typed.
fn verbs() -> Vec<String> {
    let command = Arguments::command();
    command.get_subcommands().map(|verb| verb.get_name().to_owned()).chain(["help".to_owned()]).collect()
}

/// Tells whether `word` can only be meant as a verb, and is none: a bare word that no file is called by.
fn is_mistyped(word: &str) -> bool {
    let is_bare = word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    is_bare && !verbs().iter().any(|verb| verb == word) && !crate::io::save::is_there(std::path::Path::new(word))
}

/// That there is no such verb, with the nearest one, in both languages.
fn no_such_verb(word: &str) -> String {
    let nearest = verbs().into_iter().map(|verb| (distance(&verb, word), verb)).min();
    let (zh, en) = match nearest.filter(|(distance, verb)| distance * 2 <= verb.len()) {
        Some((_, verb)) => (format!("；是否要用 {verb}？"), format!("; did you mean {verb}?")),
        None => ("；用 parkboard --help 查看".to_owned(), "; see parkboard --help".to_owned()),
    };
    format!("没有名为 {word} 的子命令或文件{zh}\nThere is no verb or file named {word}{en}")
}

/// Number of letters to add, drop or change between two words.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut next = vec![at + 1];
        for (before, (aligned, c)) in row.windows(2).zip(&other).enumerate() {
            let change = aligned.first().map_or(0, |cost| cost + usize::from(letter != *c));
            let drop = aligned.last().map_or(0, |cost| cost + 1);
            let add = next.get(before).map_or(0, |cost| cost + 1);
            next.push(change.min(drop).min(add));
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

/// Tells why a verb stopped, and returns the exit code.
fn tell(stop: &Stop, lang: Lang, err: &mut dyn Write) -> u8 {
    let told = match stop {
        Stop::Files(problems) => problems.iter().try_for_each(|problem| {
            writeln!(err, "{}: {}", problem.place(), i18n::problem::sentence(problem).of(lang))
        }),
        Stop::Use(phrase, what) => writeln!(err, "{}: {what}", phrase.of(lang)),
        Stop::NoSuch(told) | Stop::Refused(told) => writeln!(err, "{}", told.of(lang)),
        // Whoever closed the pipe has read enough.
        Stop::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => return DONE,
        Stop::Output(error) => writeln!(err, "{error}"),
    };
    // Where standard error is closed too, the exit code still says it.
    told.map_or(UNUSABLE, |()| UNUSABLE)
}

/// Reads a day such as `2022-07-08`.
fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "write a day as 2022-07-08".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_distance_counts_letters() {
        assert_eq!(distance("check", "check"), 0);
        assert_eq!(distance("check", "chek"), 1);
        assert_eq!(distance("rules", "rulse"), 2);
        assert_eq!(distance("", "abc"), 3);
    }

    #[test]
    fn a_mistyped_verb_is_told_with_the_nearest_one_and_opens_no_window() {
        for (word, hint) in [("chek", "check"), ("rule", "rules"), ("generat", "generate"), ("zzzzzz", "--help")] {
            let (mut out, mut err) = (Vec::new(), Vec::new());
            let arguments = ["parkboard", word, "file.ron"].map(OsString::from);
            assert!(matches!(run(arguments, &mut out, &mut err), Request::Exit(UNUSABLE)), "{word}");
            let told = String::from_utf8(err).unwrap();
            assert!(told.contains(hint) && told.lines().count() == 2, "{told}");
        }
        for file in ["plan.ron", "./plan", "Cargo.toml", "src"] {
            let arguments = ["parkboard", file].map(OsString::from);
            assert!(matches!(run(arguments, &mut Vec::new(), &mut Vec::new()), Request::Window(Some(_))), "{file}");
        }
    }
}
