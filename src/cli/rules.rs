//! `parkboard rules`: the rules of a scenario or pack, and whether their worked examples come out.

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use clap::Subcommand;
use serde::Serialize;

use super::{DONE, NEGATIVE, Reading, Speech, Stop, form};
use crate::{
    i18n::{
        phrase::{Lang, Phrase},
        term,
    },
    io::{problem::FileProblem, ron},
    model::{
        id::IdError,
        policy::{Pack, Rule},
        table::Table,
    },
    rules::example::{self, Outcome},
};

/// What to do with the rules.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// List the rules of a scenario or pack with level, mode and clause / 列出规则
    List(Target),
    /// Run the worked examples of a pack or scenario: exit 1 when one does not come out / 运行算例
    Test(Target),
}

/// A scenario or a pack.
#[derive(Debug, clap::Args)]
pub struct Target {
    /// The scenario or pack (*.ron) / 情景或规则包
    file: PathBuf,
    #[command(flatten)]
    reading: Reading,
}

impl Verb {
    /// Language of the output.
    pub(super) fn lang(&self) -> Speech {
        match self {
            Self::List(target) | Self::Test(target) => target.reading.lang,
        }
    }
}

/// Runs the verb.
pub fn run(verb: &Verb, out: &mut dyn Write) -> Result<u8, Stop> {
    match verb {
        Verb::List(target) => list(target, out),
        Verb::Test(target) => test(target, out),
    }
}

/// The rules in `path`, a pack or a scenario; where it is neither, the problems of the form that it resembles.
fn read(path: &Path) -> Result<(Pack, Table<Rule>), Vec<FileProblem>> {
    let text = ron::read_text(path, ".ron")?;
    if crate::io::locate::document_field(&text, "plans").is_some() {
        ron::scenario_from_text(path, &text).map(|scenario| (scenario.pack, scenario.rules))
    } else {
        ron::pack_from_text(path, &text).map(|file| (file.pack, file.rules))
    }
}

fn in_order(rules: &Table<Rule>) -> Vec<&Rule> {
    let mut list: Vec<&Rule> = rules.iter().map(AsRef::as_ref).collect();
    list.sort_by_key(|rule| (rule.order, rule.id.clone()));
    list
}

#[derive(Serialize)]
struct ListForm<'a> {
    pack: &'a str,
    rules: Vec<&'a Rule>,
}

fn list(target: &Target, out: &mut dyn Write) -> Result<u8, Stop> {
    let lang: Lang = target.reading.lang.into();
    let (pack, rules) = read(&target.file)?;
    if target.reading.json {
        let form = ListForm { pack: pack.id.as_str(), rules: in_order(&rules) };
        form::write_json(out, &form)?;
        return Ok(DONE);
    }
    writeln!(out, "{} · {} · {}", pack.title.of(lang), pack.author, pack.date)?;
    for rule in in_order(&rules) {
        let (level, mode) = (term::level(rule.level).of(lang), term::mode(rule.mode).of(lang));
        writeln!(out, "\n{} · {} · {level} · {mode}", rule.id, rule.title.of(lang))?;
        writeln!(out, "    {}", rule.clause.of(lang))?;
        writeln!(out, "    {}{}", Phrase::new("来源：", "Source: ").of(lang), rule.source.of(lang))?;
    }
    Ok(DONE)
}

#[derive(Serialize)]
struct TestForm<'a> {
    pack: &'a str,
    passed: usize,
    failed: usize,
    examples: Vec<ExampleForm<'a>>,
}

#[derive(Serialize)]
struct ExampleForm<'a> {
    rule: &'a str,
    title: &'a str,
    expected: &'static str,
    found: &'static str,
    passed: bool,
}

fn test(target: &Target, out: &mut dyn Write) -> Result<u8, Stop> {
    let lang: Lang = target.reading.lang.into();
    let (pack, rules) = read(&target.file)?;
    let refuse =
        |error: IdError| Stop::Use(Phrase::new("算例无法构造", "An example cannot be built"), error.to_string());
    let mut outcomes: Vec<(&Rule, Outcome)> = Vec::new();
    for rule in in_order(&rules) {
        outcomes
            .extend(example::outcomes(&pack, &rules, rule).map_err(refuse)?.into_iter().map(|outcome| (rule, outcome)));
    }
    let failed = outcomes.iter().filter(|(_, outcome)| !outcome.is_met()).count();
    let passed = outcomes.len() - failed;
    if target.reading.json {
        let examples = outcomes
            .iter()
            .map(|(rule, outcome)| ExampleForm {
                rule: rule.id.as_str(),
                title: outcome.title.of(lang),
                expected: outcome.expected.id(),
                found: outcome.found.id(),
                passed: outcome.is_met(),
            })
            .collect();
        let form = TestForm { pack: pack.id.as_str(), passed, failed, examples };
        form::write_json(out, &form)?;
    } else {
        for (rule, outcome) in &outcomes {
            let mark = if outcome.is_met() { "✓" } else { "✕" };
            let (expected, found) = (term::state(outcome.expected).of(lang), term::state(outcome.found).of(lang));
            let told = Phrase::new("应为", "expected").of(lang);
            let title = outcome.title.of(lang);
            if outcome.is_met() {
                writeln!(out, "{mark} {} · {title} · {found}", rule.id)?;
            } else {
                writeln!(out, "{mark} {} · {title} · {found} ({told} {expected})", rule.id)?;
            }
        }
        let (good, bad) = (Phrase::new("通过", "passed").of(lang), Phrase::new("未通过", "failed").of(lang));
        writeln!(out, "{passed} {good}, {failed} {bad}")?;
    }
    Ok(if failed == 0 { DONE } else { NEGATIVE })
}
