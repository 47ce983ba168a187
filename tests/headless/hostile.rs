//! What do broken files do? Each is refused with every problem, at the line and column of the record or field that is
//! wrong, in both languages, with the cure; none crashes, hangs or is read half.

use std::{fs, path::Path};

use parkboard::{
    i18n,
    io::{
        problem::{Cause, FileProblem, Spot},
        ron::{self, read_scenario},
    },
    model::{check::Wrong, quantity::QuantityError},
};

use crate::fixture::{Folder, sample_text};

fn problems(text: &str) -> Vec<FileProblem> {
    match ron::scenario_from_text(Path::new("hostile.ron"), text) {
        Ok(_) => Vec::new(),
        Err(problems) => problems,
    }
}

#[test]
fn probe() {
    let base = sample_text();
    for (name, text) in [
        ("unknown top", base.replacen("  active_plan: \"A\",", "  active_plan: \"A\",\n  colour: 3,", 1)),
        ("unknown record", base.replacen("seq: 2)", "seq: 2, colour: 3)", 1)),
        ("dup field top", base.replacen("  active_plan: \"A\",", "  active_plan: \"A\",\n  active_plan: \"A\",", 1)),
        ("dup field rec", base.replacen("seq: 2)", "seq: 2, seq: 3)", 1)),
        ("missing field", base.replacen(", seq: 2)", ")", 1)),
        ("NaN", base.replacen("net_land: 1400", "net_land: NaN", 1)),
        ("inf", base.replacen("net_land: 1400", "net_land: inf", 1)),
        ("-inf", base.replacen("net_land: 1400", "net_land: -inf", 1)),
        ("1e400", base.replacen("net_land: 1400", "net_land: 1e400", 1)),
        ("neg", base.replacen("net_land: 1400", "net_land: -3.5", 1)),
        ("absurd", base.replacen("net_land: 1400", "net_land: 99999999", 1)),
        ("dec", base.replacen("net_land: 1400", "net_land: 3.141", 1)),
        ("text", base.replacen("net_land: 1400", "net_land: \"12\"", 1)),
        ("fullwidth", base.replacen("net_land: 1400", "net_land: １２", 1)),
        ("12万", base.replacen("net_land: 1400", "net_land: 12万", 1)),
        ("bool", base.replacen("net_land: 1400", "net_land: true", 1)),
        ("huge", base.replacen("net_land: 1400", &format!("net_land: {}", "9".repeat(5000)), 1)),
        ("hugefloat", base.replacen("net_land: 1400", &format!("net_land: 0.{}", "9".repeat(5000)), 1)),
        ("seq neg", base.replacen("seq: 2)", "seq: -2)", 1)),
        ("seq big", base.replacen("seq: 2)", "seq: 99999999999)", 1)),
        ("seq float", base.replacen("seq: 2)", "seq: 2.5)", 1)),
        ("enum", base.replacen("level: provincial", "level: royal", 1)),
        ("date", base.replacen("as_of: \"2022-07-08\"", "as_of: \"2022-02-30\"", 1)),
        ("bad id", base.replacen("project: \"T01\"", "project: \"T 01\"", 1)),
        ("bidi id", base.replacen("project: \"T01\"", "project: \"T\u{202e}01\"", 1)),
        ("nul", base.replacen("net_land: 1400", "net_land: 1400\0", 1)),
        ("empty", String::new()),
        ("comments", "// nothing\n/* at all */\n".into()),
        ("deep", "(".repeat(10_000)),
        ("deep sq", format!("(schema: 1, title: {}", "[".repeat(10_000))),
        ("newer", base.replacen("schema: 1", "schema: 2", 1)),
        ("newer huge", base.replacen("schema: 1", "schema: 99999999999", 1)),
        ("zero", base.replacen("schema: 1", "schema: 0", 1)),
        ("schema text", base.replacen("schema: 1", "schema: \"one\"", 1)),
        ("crlf", base.replace('\n', "\r\n").replacen("seq: 2)", "seq: 3)", 1)),
        ("trailing", format!("{base} x")),
        ("string", base.replacen("net_land: 1400", "net_land: \"unclosed", 1)),
        ("nested comment", format!("{}{}{base}", "/*".repeat(3000), "*/".repeat(3000))),
        ("escape", base.replacen("zh: \"稳妥\"", "zh: \"\\u{d800}\"", 1)),
        ("escape", base.replacen("zh: \"稳妥\"", "zh: \"\\q\"", 1)),
    ] {
        for p in problems(&text) {
            let s = i18n::problem::sentence(&p);
            println!("{name}: {:?} {:.200} | {:.200}", p.spot, s.zh, s.en);
        }
        if problems(&text).is_empty() { println!("{name}: OK"); }
    }
}
