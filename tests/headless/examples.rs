//! Does the help of every verb show how to use it? Its examples are carried out as they stand, in a folder with such files.

use std::fs;

use crate::fixture::{Folder, root, run, sample_path};

/// The examples in the help of `verb`, word by word.
fn examples(verb: &str) -> Vec<Vec<String>> {
    let (code, out, err) = run(&[verb, "--help"]);
    assert_eq!((code, err.as_str()), (0, ""), "{verb}");
    let (_, after) = out.split_once("示例 / Example:").unwrap_or_else(|| panic!("no example for {verb}"));
    let lines = after.lines().filter_map(|line| line.trim().strip_prefix("parkboard "));
    lines.map(|line| line.split_whitespace().map(str::to_owned).collect()).collect()
}

/// Word `word` of an example: a file stands in `folder`, and what is written in capitals is one of the sample.
fn placed(word: &str, folder: &Folder) -> String {
    if let Some((_, id)) = [("PROJECT", "T13"), ("PARK", "gaoxin")].into_iter().find(|(name, _)| *name == word) {
        return id.to_owned();
    }
    let is_file = [".ron", ".csv", ".docx", ".xlsx", ".html"].iter().any(|end| word.ends_with(end));
    if is_file { folder.path(word).display().to_string() } else { word.to_owned() }
}

#[test]
fn the_help_of_every_verb_has_examples_that_work() {
    let folder = Folder::new();
    let place = |name: &str| folder.path(name);
    fs::copy(sample_path(), place("city.ron")).unwrap();
    fs::copy(root().join("assets/backtest/cases.csv"), place("cases.csv")).unwrap();
    fs::copy(root().join("assets/backtest/notes.csv"), place("notes.csv")).unwrap();
    let packs = fs::read_dir(root().join("assets/packs")).unwrap();
    fs::copy(packs.last().unwrap().unwrap().path(), place("pack.ron")).unwrap();
    fs::write(place("projects.csv"), "项目名称,细分领域,首报单位,用地（亩）\n罐头厂,健康食品,三台县,60\n").unwrap();
    let (_, help, _) = run(&["--help"]);
    let verbs = help.split_once("Commands:").unwrap().1.split_once("Arguments:").unwrap().0;
    let verbs: Vec<&str> = verbs.lines().filter_map(|line| line.split_whitespace().next()).collect();
    // Solving writes what verifying, comparing and merging read.
    let order = |verb: &&str| (*verb != "solve", verbs.iter().position(|it| it == verb));
    let mut sorted = verbs.clone();
    sorted.sort_by_key(order);
    let mut shown = 0;
    for verb in sorted.into_iter().filter(|verb| *verb != "help") {
        for words in examples(verb) {
            assert_eq!(words.first().map(String::as_str), Some(verb));
            let words: Vec<String> = words.iter().map(|word| placed(word, &folder)).collect();
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let (code, _, err) = run(&words);
            // Two scenarios that differ are told with 1; everything else is done.
            assert_eq!(code, u8::from(verb == "diff"), "{words:?}: {err}");
            shown += 1;
        }
    }
    assert!(shown >= 20, "{shown}");
}
