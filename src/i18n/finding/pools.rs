//! What findings about pools of the city and about programmes say.

use super::project_label;
use crate::{
    i18n::{figure, support::programme_name, term},
    model::{
        policy::{PoolKind, RuleKind},
        quantity::{Mu, Tce, TonnesPerDay, WanYuan},
        scenario::Scenario,
        text::Text,
    },
    rules::finding::{Detail, Finding},
};

/// A figure of a pool, in its unit.
pub fn pool_figure(pool: PoolKind, steps: i64) -> String {
    figure::grouped(&match pool {
        PoolKind::Land => Mu::from_steps(steps).plain(),
        PoolKind::Energy => Tce::from_steps(steps).plain(),
        PoolKind::WasteWater => TonnesPerDay::from_steps(steps).plain(),
    })
}

/// `≈ ` where the source of the rule that sets the quota says that it is sample data: every quota of a pack that was not published.
fn sign(scenario: &Scenario, finding: &Finding) -> &'static str {
    let is_of_pool = |rule: &crate::model::policy::Rule| matches!(rule.kind, RuleKind::CityPool(_));
    let rule = scenario.rules.get(&finding.rule).filter(|rule| is_of_pool(rule));
    if rule.is_some_and(|rule| rule.assumed) { super::factors::APPROXIMATELY } else { "" }
}

/// What is drawn against the quota.
pub(super) fn pool(scenario: &Scenario, finding: &Finding) -> Text {
    let Detail::Pool { pool, used, reserved, quota, unstated } = &finding.detail else { return Text::default() };
    let (name, unit) = (term::pool(*pool), term::pool_unit(*pool));
    let amount = |steps: i64| pool_figure(*pool, steps);
    let drawn = used.saturating_add(*reserved);
    let mut zh = format!("{}已用 {} {}", name.zh, amount(drawn), unit.zh);
    let mut en = format!("{}: {} {} drawn", name.en, amount(drawn), unit.en);
    if *reserved > 0 {
        zh.push_str(&format!("（含预留 {}）", amount(*reserved)));
        en.push_str(&format!(" ({} reserved)", amount(*reserved)));
    }
    match quota {
        Some(quota) => {
            let sign = sign(scenario, finding);
            let left = quota.saturating_sub(drawn);
            let (zh_word, en_word) = if left < 0 { ("超", "over") } else { ("余", "left") };
            let gap = amount(left.saturating_abs());
            zh.push_str(&format!("，额度 {sign}{} {}，{zh_word} {gap}", amount(*quota), unit.zh));
            en.push_str(&format!(", quota {sign}{} {}, {gap} {en_word}", amount(*quota), unit.en));
        }
        None => {
            zh.push_str("，额度缺数据");
            en.push_str(", quota not stated");
        }
    }
    if *unstated > 0 {
        zh.push_str(&format!("；{unstated} 个项目缺数据"));
        en.push_str(&format!("; projects without a figure: {unstated}"));
    }
    Text::new(zh, en)
}

/// What a pool says on a badge.
pub(super) fn pool_badge(pool: PoolKind, drawn: i64, quota: Option<i64>) -> Text {
    let (name, unit) = (term::pool(pool), term::pool_unit(pool));
    let quota = quota.map_or_else(|| "?".to_owned(), |quota| pool_figure(pool, quota));
    let drawn = pool_figure(pool, drawn);
    Text::new(format!("{} {drawn}/{quota} {}", name.zh, unit.zh), format!("{} {drawn}/{quota} {}", name.en, unit.en))
}

/// Grants against a budget.
pub(super) fn budget(scenario: &Scenario, finding: &Finding) -> Text {
    let Detail::Budget { programme, granted, budget } = &finding.detail else { return Text::default() };
    let (name, sum) = (programme_name(scenario, programme), figure::money(*granted));
    let Some(budget) = budget else {
        return Text::new(
            format!("「{}」已安排 {}，预算缺数据", name.zh, sum.zh),
            format!("\"{}\": {} granted, budget not stated", name.english(), sum.english()),
        );
    };
    let whole = figure::money(*budget);
    let left = budget.minus(*granted);
    let over = left < WanYuan::ZERO;
    let gap = figure::money(if over { granted.minus(*budget) } else { left });
    let (zh, en) = if over { ("超", "over") } else { ("余", "left") };
    Text::new(
        format!("「{}」已安排 {}，预算 {}，{zh} {}", name.zh, sum.zh, whole.zh, gap.zh),
        format!("\"{}\": {} granted of {}, {} {en}", name.english(), sum.english(), whole.english(), gap.english()),
    )
}

/// A grant that the programme does not allow.
pub(super) fn grant(scenario: &Scenario, finding: &Finding) -> Text {
    let Detail::Grant { programme, project, amount, most } = &finding.detail else { return Text::default() };
    let (programme, project) = (programme_name(scenario, programme), project_label(scenario, project));
    let amount = figure::money(*amount);
    match most.map(figure::money) {
        Some(most) => Text::new(
            format!("{} 从「{}」安排 {}，高于上限 {}", project.zh, programme.zh, amount.zh, most.zh),
            format!(
                "{}: {} from \"{}\", above its ceiling of {}",
                project.english(),
                amount.english(),
                programme.english(),
                most.english()
            ),
        ),
        None => Text::new(
            format!("{} 不符合「{}」的条件，却安排了 {}", project.zh, programme.zh, amount.zh),
            format!(
                "{} does not meet the conditions of \"{}\" and has {} of it",
                project.english(),
                programme.english(),
                amount.english()
            ),
        ),
    }
}
