//! Findings as text: a table with tabs between its columns, which pastes into a sheet.

use crate::{
    i18n::{self, term, words},
    rules::finding::Finding,
    ui::{
        cx::Cx,
        panels::findings::view::{park_name, rule_title},
    },
};

/// `findings` as a table: a head, then one line a finding.
pub fn text(cx: &Cx<'_>, findings: &[&Finding]) -> String {
    let head = [
        words::RULE,
        words::STATE,
        words::LEVEL,
        words::PARK,
        words::FINDING,
        words::MEMBERS,
        words::CLAUSE,
        words::SOURCE,
    ];
    let mut lines = vec![head.map(|phrase| cx.say(phrase).to_owned()).join("\t")];
    lines.extend(findings.iter().map(|finding| line(cx, finding)));
    lines.join("\n")
}

fn line(cx: &Cx<'_>, finding: &Finding) -> String {
    let scenario = cx.scenario();
    let rule = scenario.rules.get(&finding.rule);
    let joint = if cx.is_chinese() { "、" } else { ", " };
    let members: Vec<String> = finding
        .members
        .iter()
        .map(|member| {
            let name = i18n::finding::item_name(scenario, &member.item);
            format!("{} {}", cx.say(term::part(member.part)), cx.tell(&name))
        })
        .collect();
    let document = rule.and_then(|rule| scenario.documents.get(rule.document.as_ref()?));
    let source = [document.map(|it| cx.tell(&it.title)), rule.map(|it| cx.tell(&it.source))];
    let cells = [
        rule_title(cx, &finding.rule),
        cx.say(term::state(finding.state)).to_owned(),
        cx.say(term::level(finding.level)).to_owned(),
        park_name(cx, finding.park.as_ref()),
        cx.tell(&i18n::finding::sentence(cx.world(), finding)).to_owned(),
        members.join(joint),
        rule.map(|it| cx.tell(&it.clause).to_owned()).unwrap_or_default(),
        source.into_iter().flatten().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · "),
    ];
    cells.map(|text| cell(&text)).join("\t")
}

/// A cell of one line; what a sheet would take for a formula is marked as text.
fn cell(text: &str) -> String {
    let flat: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let flat = flat.trim();
    if flat.starts_with(['=', '+', '-', '@']) { format!("'{flat}") } else { flat.to_owned() }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_cell_is_one_line_and_no_formula() {
        assert_eq!(super::cell("a\tb\nc"), "a b c");
        assert_eq!(super::cell(" =1+1"), "'=1+1");
        assert_eq!(super::cell("−1"), "−1");
    }
}
