//! What stands against an approval, in sentences.

use std::collections::BTreeSet;

use super::finding;
use crate::{
    evaluate::approval::Barred,
    model::{id::RuleId, scenario::Scenario, text::Text},
    rules::finding::Finding,
};

/// That an approved plan has findings which would bar its approval, what to do, and by which rules.
pub fn barred(scenario: &Scenario, barred: &Barred) -> Text {
    let (plan, count) = (&barred.plan, barred.findings.len());
    let mut told: BTreeSet<&RuleId> = BTreeSet::new();
    let rules = barred.findings.iter().map(|finding| &finding.rule).filter(|rule| told.insert(*rule));
    let (zh, en): (Vec<String>, Vec<String>) =
        rules.map(|rule| title(scenario, rule)).map(|title| (title.zh.clone(), title.english().to_owned())).unzip();
    // The cure comes before the rules: a line that is cut may lose those.
    Text::new(
        format!("方案 {plan} 已批准，但有 {count} 个法定问题未消除；请复核批准，或复制方案后改正（{}）", zh.join("、")),
        format!(
            "Plan {plan} is approved, legal findings open: {count}; review it, or copy and cure it ({})",
            en.join(", ")
        ),
    )
}

/// A finding that stands in the way of an approval: the title of its rule, and what it says.
pub fn obstacle(scenario: &Scenario, obstacle: &Finding) -> Text {
    let (title, sentence) = (title(scenario, &obstacle.rule), finding::sentence(scenario, obstacle));
    Text::new(format!("{}：{}", title.zh, sentence.zh), format!("{}: {}", title.english(), sentence.english()))
}

fn title(scenario: &Scenario, rule: &RuleId) -> Text {
    scenario.rules.get(rule).map_or_else(|| Text::new(rule.as_str(), ""), |rule| rule.title.clone())
}
