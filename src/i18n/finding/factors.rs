//! What findings about factors and thresholds say.

use super::{industry_name, park_name, project_label};
use crate::{
    i18n::{figure, phrase::Phrase, term},
    model::{
        evidence::Confidence,
        id::{IndustryId, ParkId},
        policy::SiteFactor,
        quantity::Mu,
        scenario::Scenario,
        text::Text,
    },
    rules::{
        capacity,
        finding::{Detail, Finding, Measure},
    },
};

/// The sign before an assumed figure.
pub(super) const APPROXIMATELY: &str = "≈ ";

/// `≈ ` when what the park has to spare of a factor, by its field, is assumed.
pub(super) fn sign_of_spare(scenario: &Scenario, park: Option<&ParkId>, field: &str) -> &'static str {
    let Some(park) = park.and_then(|park| scenario.parks.get(park)) else { return "" };
    let confidence = scenario.confidence("parks", park.id.as_str(), field, &park.evidence);
    if confidence >= Confidence::Assumed { APPROXIMATELY } else { "" }
}

/// `≈ ` when the thresholds of the sub-sector are assumed.
fn sign_of_threshold(scenario: &Scenario, industry: &IndustryId, field: &str) -> &'static str {
    let Some(industry) = scenario.industries.get(industry) else { return "" };
    let confidence = scenario.confidence("industries", industry.id.as_str(), field, &industry.evidence);
    if confidence >= Confidence::Assumed { APPROXIMATELY } else { "" }
}

/// Demand against a capacity, with what is over or left.
pub(super) fn of_factor(scenario: &Scenario, finding: &Finding) -> Text {
    let Detail::Capacity { factor, used, reserved, capacity, unstated } = &finding.detail else {
        return Text::default();
    };
    let (name, unit) = (term::site_factor(*factor), term::site_factor_unit(*factor));
    let amount = |steps: i64| figure::factor_figure(*factor, steps);
    let demand = used.saturating_add(*reserved);
    let mut zh = format!("{}需 {} {}", name.zh, amount(demand), unit.zh);
    let mut en = format!("{}: needs {} {}", name.en, amount(demand), unit.en);
    if *reserved > 0 {
        zh.push_str(&format!("（含预留 {}）", amount(*reserved)));
        en.push_str(&format!(" ({} reserved)", amount(*reserved)));
    }
    match capacity {
        Some(capacity) => {
            let sign = sign_of_spare(scenario, finding.park.as_ref(), capacity::field(*factor));
            zh.push_str(&format!("，可供 {sign}{} {}", amount(*capacity), unit.zh));
            en.push_str(&format!(", has {sign}{} {}", amount(*capacity), unit.en));
            let left = capacity.saturating_sub(demand);
            // With demands missing, what seems left is not.
            if *unstated == 0 || left < 0 {
                let word = if left < 0 { Phrase::new("超", "over") } else { Phrase::new("余", "left") };
                zh.push_str(&format!("，{} {}", word.zh, amount(left.saturating_abs())));
                en.push_str(&format!(", {} {}", amount(left.saturating_abs()), word.en));
            }
            if finding.is_near_miss() {
                zh.push_str("，可协商核减");
                en.push_str(", negotiate");
            }
        }
        None => {
            zh.push_str("，园区余量缺数据");
            en.push_str(", spare capacity not stated");
        }
    }
    if *unstated > 0 {
        zh.push_str(&format!("；{unstated} 个项目缺数据"));
        en.push_str(&format!("; projects without a figure: {unstated}"));
    }
    Text::new(zh, en)
}

/// One project against the largest plot.
pub(super) fn plot(scenario: &Scenario, finding: &Finding) -> Text {
    let Detail::Plot { project, land, plot } = &finding.detail else { return Text::default() };
    let (name, land_words, plot_words) = (project_label(scenario, project), figure::mu(*land), figure::mu(*plot));
    let sign = sign_of_spare(scenario, finding.park.as_ref(), "capacities.largest_plot");
    let left = plot.minus(*land);
    let (word, gap) = if left < Mu::ZERO {
        (Phrase::new("超", "over"), land.minus(*plot))
    } else {
        (Phrase::new("余", "left"), left)
    };
    let gap = figure::mu(gap);
    Text::new(
        format!("{}需 {}，最大地块 {sign}{}，{} {}", name.zh, land_words.zh, plot_words.zh, word.zh, gap.zh),
        format!("{} needs {}, largest plot {sign}{}, {} {}", name.en, land_words.en, plot_words.en, gap.en, word.en),
    )
}

/// One ratio against the least allowed.
pub(super) fn ratio(scenario: &Scenario, finding: &Finding) -> Text {
    let Detail::Ratio { project, measure, actual, least, with_phases } = &finding.detail else {
        return Text::default();
    };
    let industry = scenario.projects.get(project).map(|project| &project.industry);
    let field = match measure {
        Measure::PerMu(of) | Measure::PerPlant(of) => term::threshold_field(*of),
        Measure::FloorAreaRatio => "floor_area_ratio",
        Measure::OutputPerTce => "",
    };
    let sign = industry.map_or("", |industry| sign_of_threshold(scenario, industry, field));
    let (label, name, unit) = (project_label(scenario, project), term::measure(*measure), term::measure_unit(*measure));
    let figure_of = |hundredths: i64| figure::hundredths(hundredths);
    // A floor area ratio has no unit.
    let with_unit = |unit: &str| format!("{} {unit}", figure_of(*actual)).trim_end().to_owned();
    let (zh_actual, en_actual) = (with_unit(unit.zh), with_unit(unit.en));
    let mut zh = format!("{}{} {zh_actual}，门槛 {sign}{}", label.zh, name.zh, figure_of(*least));
    let mut en = format!("{}: {} {en_actual}, threshold {sign}{}", label.en, name.en, figure_of(*least));
    if let Some(percent) = figure::percent(actual.saturating_sub(*least).saturating_abs(), *least) {
        let (zh_word, en_word) = if actual < least { ("低", "below") } else { ("高", "above") };
        zh.push_str(&format!("，{zh_word} {percent} %"));
        en.push_str(&format!(", {percent} % {en_word}"));
    }
    if let Some(all) = with_phases {
        zh.push_str(&format!("；含后期 {}", figure_of(*all)));
        en.push_str(&format!("; with later phases {}", figure_of(*all)));
    }
    if finding.is_near_miss() {
        zh.push_str("，可协商核减用地");
        en.push_str(", negotiate land down");
    }
    Text::new(zh.trim_end().to_owned(), en.trim_end().to_owned())
}

/// The badge of a capacity: demand over capacity with the unit.
pub(super) fn capacity_badge(factor: SiteFactor, demand: i64, capacity: Option<i64>) -> Text {
    let (name, unit) = (term::site_factor(factor), term::site_factor_unit(factor));
    let have = capacity.map_or_else(|| "?".to_owned(), |capacity| figure::factor_figure(factor, capacity));
    let need = figure::factor_figure(factor, demand);
    Text::new(format!("{} {need}/{have} {}", name.zh, unit.zh), format!("{} {need}/{have} {}", name.en, unit.en))
}

/// Names of parks, one after the other.
pub(super) fn parks(scenario: &Scenario, parks: &[ParkId]) -> Text {
    super::list(&parks.iter().map(|park| park_name(scenario, park)).collect::<Vec<_>>())
}

/// Names of sub-sectors, one after the other.
pub(super) fn industries(scenario: &Scenario, industries: &[IndustryId]) -> Text {
    super::list(&industries.iter().map(|industry| industry_name(scenario, industry)).collect::<Vec<_>>())
}
