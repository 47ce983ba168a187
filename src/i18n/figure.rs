//! Numbers with their units, as planners read them: thousands separators, `−` for minus, the unit after a space.

use super::{phrase::Phrase, words};
use crate::model::{
    policy::SiteFactor,
    quantity::{Count, Factor, Megawatts, Mu, SquareMetres, Tce, TonnesPerDay, WanYuan},
    text::Text,
};

/// What stands where there is no figure.
pub const NONE: &str = "—";

/// Steps of [`WanYuan`] in one 亿元 (100 million yuan).
const STEPS_PER_YI: i64 = 1_000_000;

/// `plain`, a decimal text, with thousands separators and a true minus sign.
pub fn grouped(plain: &str) -> String {
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |digits| ("−", digits));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let mut text = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

/// A whole number with thousands separators.
pub fn whole(number: i64) -> String {
    grouped(&number.to_string())
}

/// Land without its unit.
pub fn mu_figure(land: Mu) -> String {
    grouped(&land.plain())
}

/// Land.
pub fn mu(land: Mu) -> Text {
    let figure = mu_figure(land);
    Text::new(format!("{figure} 亩"), format!("{figure} mu"))
}

/// Money without its unit, and its unit: 万元, or 亿元 with two decimals at most from one 亿元 on.
pub fn money_figure(amount: WanYuan) -> (String, Phrase) {
    if amount.steps().abs() >= STEPS_PER_YI {
        (yi_figure(amount, 2), words::UNIT_YI)
    } else {
        (grouped(&amount.plain()), words::WAN)
    }
}

/// Money with its unit: 万元, or 亿元 with two decimals at most from one 亿元 on.
pub fn money(amount: WanYuan) -> Text {
    let (figure, unit) = money_figure(amount);
    Text::new(format!("{figure} {}", unit.zh), format!("{figure} {}", unit.en))
}

/// Money in 亿元 with at most `decimals` decimals, rounded half up, without its unit.
pub fn yi_figure(amount: WanYuan, decimals: u32) -> String {
    let step = STEPS_PER_YI / 10_i64.pow(decimals.min(6));
    let rounded = (amount.steps() + step.signum() * step / 2).div_euclid(step);
    let scale = 10_i64.pow(decimals.min(6));
    let width = usize::try_from(decimals.min(6)).unwrap_or(0);
    let text =
        if width == 0 { rounded.to_string() } else { format!("{}.{:0width$}", rounded / scale, rounded % scale) };
    let text = if width == 0 { text } else { text.trim_end_matches('0').trim_end_matches('.').to_owned() };
    grouped(&text)
}

/// `part` of `whole` in per cent with one decimal, rounded half up; a dash when there is no whole.
pub fn share_of(part: Factor, whole: Factor) -> String {
    if whole.steps() <= 0 {
        return NONE.into();
    }
    let whole = i128::from(whole.steps());
    let tenths = (i128::from(part.steps()) * 1_000 + whole / 2) / whole;
    format!("{}.{} %", tenths / 10, tenths % 10)
}

/// A quotient of steps with one decimal, rounded half up; `None` when the divisor is not positive.
fn quotient(numerator: i64, divisor: i64) -> Option<String> {
    if divisor <= 0 {
        return None;
    }
    let tenths = (numerator.saturating_mul(10).saturating_add(divisor / 2)).div_euclid(divisor);
    let text = if tenths % 10 == 0 { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) };
    Some(grouped(&text))
}

/// Money per mu in 万元 per mu, with one decimal below a thousand; `None` without land.
pub fn per_mu(amount: WanYuan, land: Mu) -> Option<String> {
    let (amount, land) = (amount.steps(), land.steps());
    let is_large = land > 0 && amount >= land.saturating_mul(1_000);
    if is_large { Some(whole(amount.saturating_add(land / 2).div_euclid(land))) } else { quotient(amount, land) }
}

/// Share of `part` in `all` in per cent, rounded half up; `None` when `all` is not positive.
pub fn percent(part: i64, all: i64) -> Option<i64> {
    (all > 0).then(|| part.saturating_mul(100).saturating_add(all / 2).div_euclid(all))
}

/// Floor area.
pub fn floor(area: SquareMetres) -> Text {
    let figure = grouped(&area.plain());
    Text::new(format!("{figure} m²"), format!("{figure} m²"))
}

/// Electric load without its unit.
pub fn megawatts_figure(load: Megawatts) -> String {
    grouped(&load.plain())
}

/// Flow without its unit.
pub fn flow_figure(flow: TonnesPerDay) -> String {
    grouped(&flow.plain())
}

/// Steps of a factor in its unit, without the unit.
pub fn factor_figure(factor: SiteFactor, steps: i64) -> String {
    match factor {
        SiteFactor::ChemicalZoneLand => grouped(&Mu::from_steps(steps).plain()),
        SiteFactor::PlantFloor => grouped(&SquareMetres::from_steps(steps).plain()),
        SiteFactor::Power => grouped(&Megawatts::from_steps(steps).plain()),
        SiteFactor::Sewage | SiteFactor::ChemicalSewage | SiteFactor::Water => {
            grouped(&TonnesPerDay::from_steps(steps).plain())
        }
        SiteFactor::EnergyQuota => grouped(&Tce::from_steps(steps).plain()),
    }
}

/// A number given in hundredths, without trailing zeros.
pub fn hundredths(number: i64) -> String {
    grouped(&WanYuan::from_steps(number).plain())
}

/// A number given in thousandths, without trailing zeros.
pub fn thousandths(number: i64) -> String {
    grouped(&Factor::from_steps(number).plain())
}

/// A count without its unit.
pub fn count(number: Count) -> String {
    grouped(&number.plain())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_read_as_planners_write_them() {
        assert_eq!(grouped("1234567.5"), "1,234,567.5");
        assert_eq!(grouped("-999"), "−999");
        assert_eq!(mu(Mu::from_steps(30_001)).zh, "300.01 亩");
        assert_eq!(money(WanYuan::from_steps(1_000_000)).zh, "1 亿元");
        assert_eq!(money(WanYuan::from_steps(999_999)).zh, "9,999.99 万元");
        assert_eq!(money(WanYuan::from_steps(15_000_000)).en, "15 CNY 100m");
        assert_eq!(money(WanYuan::from_steps(350_050)).en, "3,500.5 CNY 10k");
        assert_eq!(money(WanYuan::from_steps(-50)).en, "−0.5 CNY 10k");
        assert_eq!(yi_figure(WanYuan::from_steps(1_055_000_000), 0), "1,055");
        assert_eq!(yi_figure(WanYuan::from_steps(550_000), 1), "0.6");
        assert_eq!(per_mu(WanYuan::from_steps(5_000_000), Mu::from_steps(6_500)), Some("769.2".into()));
        assert_eq!(per_mu(WanYuan::from_steps(1), Mu::ZERO), None);
        assert_eq!(percent(1, 3), Some(33));
        assert_eq!(percent(1, 0), None);
    }
}
