//! Which rows report one project twice? Pairs that are looked for by rare pairs of characters and by investor, so that a long
//! list costs little more than its length.
//!
//! Names and sizes are compared as [`crate::rules::likeness`] does; investors also by what is left of a firm's name without
//! place, legal form and brackets, so that a parent and its local subsidiary are one. Both reports stay: the later one says so.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{
    clean,
    context::Context,
    note::{Change, Code, Note, Other, State},
    outcome::{DataRow, Incoming, Intake},
};
use crate::{
    model::{policy::RuleKind, project::Project, quantity::Factor, scenario::Scenario},
    rules::likeness::{is_same_size, likeness_of, pairs_of},
};

/// How alike two names must be in thousandths where the scenario has no rule that says so.
const LIKENESS: i64 = 450;
/// How far sizes may differ where the scenario has no rule that says so.
const TOLERANCE: Factor = Factor::from_steps(100);
/// How alike two names must be in thousandths where neither states its size.
const LIKENESS_ALONE: i64 = 800;
/// Rarest pairs of characters of a name by which others are looked for.
const RAREST: usize = 4;
/// Reports at most that share such a pair and are still compared.
const MOST_SHARING: usize = 40;
/// Shortest part of a firm's name that tells it apart, in characters.
const SHORTEST_CORE: usize = 2;

/// A report that is compared with others.
struct Report<'a> {
    project: &'a Project,
    pairs: Vec<[char; 2]>,
    core: String,
    /// Place of the row in the list of data; `None` for a record of the scenario.
    row: Option<usize>,
}

/// Marks rows that report a project which another row or a record reports too, and names that only look alike.
pub fn mark(intake: &mut Intake, context: &Context<'_>) {
    let found = {
        let reports = reports(intake, context.scenario, context.places.prefixes());
        let mut found = pairs(&reports, context.scenario);
        found.retain(|(row, _)| {
            let spot = intake.data.get(*row).map(|it| it.spot);
            !spot.is_some_and(|it| context.wish.no_duplicates.contains(&it))
        });
        let told: Vec<(usize, Code)> =
            found.iter().filter_map(|(row, other)| Some((*row, duplicate(intake, &reports, *row, *other)?))).collect();
        told.into_iter().chain(looking_alike(&reports)).collect::<Vec<_>>()
    };
    for (row, code) in found {
        if let Some(row) = intake.data.get_mut(row) {
            let name = name_of(row);
            row.notes.push(Note { code, column: None, cell: (0, row.spot.row), written: name });
            if row.state == State::Taken {
                row.state = State::Noted;
            }
        }
    }
}

fn name_of(row: &DataRow) -> String {
    match &row.record {
        Some(Incoming::Project(it)) => it.name.zh.clone(),
        Some(Incoming::Enterprise(it)) => it.name.zh.clone(),
        Some(Incoming::Park(_) | Incoming::IndicatorValues(_)) | None => String::new(),
    }
}

/// The projects of the import that are not refused, and those of the scenario that it leaves alone.
fn reports<'a>(intake: &'a Intake, scenario: &'a Scenario, cities: &[String]) -> Vec<Report<'a>> {
    let mut reports = Vec::new();
    let mut replaced = BTreeSet::new();
    for (at, row) in intake.data.iter().enumerate() {
        if let Some(Incoming::Project(project)) = &row.record {
            replaced.insert(&project.id);
            // A row that changes nothing of what is known has been judged where it stands.
            if row.change == Some(Change::Unchanged) {
                reports.push(report(project, None, cities));
            } else {
                reports.push(report(project, Some(at), cities));
            }
        }
    }
    if reports.is_empty() {
        return reports;
    }
    let others = scenario.projects.iter().filter(|it| !replaced.contains(&it.id));
    reports.extend(others.map(|it| report(it, None, cities)));
    reports
}

fn report<'a>(project: &'a Project, row: Option<usize>, cities: &[String]) -> Report<'a> {
    Report { project, pairs: pairs_of(&project.name.zh), core: core(&project.investor, cities), row }
}

/// Pairs of a row and another report, the row being of the import and the later in order where both are.
fn pairs(reports: &[Report<'_>], scenario: &Scenario) -> Vec<(usize, usize)> {
    let (likeness, tolerance) = yardsticks(scenario);
    let mut by_pair: BTreeMap<[char; 2], Vec<usize>> = BTreeMap::new();
    let mut by_core: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, report) in reports.iter().enumerate() {
        let mut distinct = report.pairs.clone();
        distinct.dedup();
        for pair in distinct {
            by_pair.entry(pair).or_default().push(at);
        }
        if report.core.chars().count() >= SHORTEST_CORE {
            by_core.entry(&report.core).or_default().push(at);
        }
    }
    let mut found = BTreeSet::new();
    for (at, report) in reports.iter().enumerate().filter(|(_, it)| it.row.is_some()) {
        for other in candidates(at, report, &by_pair, &by_core) {
            let Some(its) = reports.get(other) else { continue };
            // Of two rows of the import the later one is told; a row is told of each record.
            let is_told = its.row.is_none_or(|row| Some(row) < report.row);
            if is_told && is_one(report, its, likeness, tolerance) {
                found.insert((at, other));
            }
        }
    }
    found.into_iter().filter_map(|(at, other)| Some((reports.get(at)?.row?, other))).collect()
}

/// The reports that share a rare pair of characters or the investor with the one at `at`.
fn candidates(
    at: usize,
    report: &Report<'_>,
    by_pair: &BTreeMap<[char; 2], Vec<usize>>,
    by_core: &BTreeMap<&str, Vec<usize>>,
) -> BTreeSet<usize> {
    let mut distinct = report.pairs.clone();
    distinct.dedup();
    let mut lists: Vec<&Vec<usize>> =
        distinct.iter().filter_map(|it| by_pair.get(it)).filter(|it| it.len() > 1).collect();
    lists.sort_by_key(|it| it.len());
    let rare = lists.into_iter().take(RAREST).filter(|it| it.len() <= MOST_SHARING);
    let of_core = by_core.get(report.core.as_str()).filter(|it| it.len() <= MOST_SHARING);
    rare.chain(of_core).flatten().copied().filter(|it| *it != at).collect()
}

/// Whether two reports are suspected to be of one project.
fn is_one(one: &Report<'_>, other: &Report<'_>, likeness: i64, tolerance: Factor) -> bool {
    let alike = likeness_of(&one.pairs, &other.pairs);
    let has_size = |it: &Project| it.investment.is_some() || it.land.is_some();
    if !has_size(one.project) || !has_size(other.project) {
        return alike >= LIKENESS_ALONE;
    }
    let is_one_investor = one.core.chars().count() >= SHORTEST_CORE && one.core == other.core;
    let is_one_group = one.project.group.is_some() && one.project.group == other.project.group;
    let is_one_industry = one.project.industry == other.project.industry;
    let is_same = is_same_size(one.project, other.project, tolerance);
    let is_named_alike = alike >= likeness && (is_one_industry || alike >= LIKENESS_ALONE);
    is_same && (is_named_alike || (is_one_industry && (is_one_investor || is_one_group)))
}

/// Likeness in thousandths and tolerance of the scenario's own rule.
fn yardsticks(scenario: &Scenario) -> (i64, Factor) {
    let own = scenario.rules.iter().find_map(|rule| {
        let RuleKind::DuplicateReport { likeness, tolerance } = &rule.kind else { return None };
        Some((likeness.steps(), *tolerance))
    });
    own.unwrap_or((LIKENESS, TOLERANCE))
}

/// What is said of the row at `row`, which reports what the report at `other` reports.
fn duplicate(intake: &Intake, reports: &[Report<'_>], row: usize, other: usize) -> Option<Code> {
    let mine = intake.data.get(row)?;
    let Some(Incoming::Project(project)) = &mine.record else { return None };
    let its = reports.get(other)?;
    let name = its.project.name.zh.clone();
    let stands = match its.row.and_then(|it| intake.data.get(it)) {
        Some(there) => Other::Row(sheet_of(intake, there), there.spot.row, name),
        None => Other::Record(its.project.id.to_string(), name),
    };
    // No day sorts last: who cannot show a day has no right of first report.
    let day = |day: Option<Date>| (day.is_none(), day);
    let is_other_first = day(its.project.first_report) <= day(project.first_report);
    Some(Code::Duplicate { other: stands, day: its.project.first_report, is_other_first })
}

fn sheet_of(intake: &Intake, row: &DataRow) -> String {
    let at = (row.spot.workbook, row.spot.sheet);
    intake.sheets.iter().find(|it| (it.workbook, it.sheet) == at).map(|it| it.name.clone()).unwrap_or_default()
}

/// Rows whose name only looks like that of another report.
fn looking_alike(reports: &[Report<'_>]) -> Vec<(usize, Code)> {
    let mut first: BTreeMap<String, &str> = BTreeMap::new();
    let mut found = Vec::new();
    for report in reports.iter().rev() {
        let name = report.project.name.zh.as_str();
        let skeleton: String = unicode_security::confusable_detection::skeleton(name).collect();
        let there = *first.entry(skeleton).or_insert(name);
        if there != name
            && clean::letters(there) != clean::letters(name)
            && let Some(row) = report.row
        {
            found.push((row, Code::LooksLike(there.to_owned())));
        }
    }
    found.reverse();
    found
}

/// What legal forms, groups and places leave of a firm's name: `某某` of `某某（绵阳）科技有限公司`. `cities` are words that names
/// of this city begin with.
fn core(investor: &str, cities: &[String]) -> String {
    let mut kept = outside_brackets(&clean::folded(investor));
    for word in FORMS {
        if kept.len() > word.len() {
            kept = kept.replace(word, "");
        }
    }
    // A place at its head: 四川省某某, 绵阳市某某.
    let is_long = |it: &&str| it.chars().count() >= SHORTEST_CORE;
    let mut core = kept.as_str();
    let own = |core: &str| -> Option<usize> {
        let end = core.char_indices().take(4).find(|(_, it)| matches!(it, '省' | '市' | '县'));
        let ended = end.map(|(at, it)| at + it.len_utf8());
        let named = || cities.iter().find(|it| core.starts_with(it.as_str())).map(String::len);
        ended.or_else(named).or_else(|| PROVINCES.iter().find(|it| core.starts_with(*it)).map(|it| it.len()))
    };
    while let Some(rest) = own(core).and_then(|at| core.get(at..)).filter(is_long) {
        core = rest;
    }
    core.to_owned()
}

/// Letters and figures of `text` that stand in no brackets.
fn outside_brackets(text: &str) -> String {
    let (mut kept, mut depth) = (String::new(), 0_u32);
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 && c.is_alphanumeric() => kept.push(c),
            _ => {}
        }
    }
    kept
}

/// Words of firms' names that say what they are and not which, longer ones first.
const FORMS: [&str; 26] = [
    "股份有限公司",
    "有限责任公司",
    "集团有限公司",
    "有限公司",
    "股份公司",
    "分公司",
    "子公司",
    "公司",
    "控股",
    "集团",
    "科技",
    "实业",
    "发展",
    "投资",
    "产业",
    "技术",
    "新材料",
    "新能源",
    "电子",
    "智能",
    "制造",
    "股份",
    "co.,ltd",
    "coltd",
    "ltd",
    "inc",
];

/// Names of provinces that stand at the head of firms' names.
const PROVINCES: [&str; 31] = [
    "四川",
    "重庆",
    "北京",
    "上海",
    "天津",
    "广东",
    "江苏",
    "浙江",
    "山东",
    "福建",
    "湖北",
    "湖南",
    "河南",
    "河北",
    "陕西",
    "安徽",
    "江西",
    "云南",
    "贵州",
    "广西",
    "辽宁",
    "吉林",
    "黑龙江",
    "山西",
    "甘肃",
    "内蒙古",
    "新疆",
    "宁夏",
    "青海",
    "西藏",
    "海南",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_firm_is_known_without_place_and_legal_form() {
        let cities = ["绵阳".to_owned()];
        for (one, other) in [
            ("绵阳锂源新能源有限公司", "锂源集团"),
            ("华强集团有限公司", "华强（绵阳）科技有限公司"),
            ("四川旭虹光电科技有限公司", "旭虹光电"),
            ("深圳市惠科股份有限公司", "惠科（绵阳）电子科技有限公司"),
        ] {
            assert_eq!(core(one, &cities), core(other, &cities));
            assert!(core(one, &cities).chars().count() >= SHORTEST_CORE);
        }
        assert_ne!(core("绵阳锂源新能源有限公司", &cities), core("绵阳创明新能源有限公司", &cities));
        assert_eq!(core("", &cities), "");
    }
}
