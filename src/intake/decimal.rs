//! How much stands there, exactly? Decimal numbers as written, before anybody knows their unit.

/// Largest number of digits that a figure may have.
const MOST_DIGITS: usize = 24;

/// Part of a figure below which a difference is the noise of a float and not worth a word: one in a thousand million.
const NOISE: i128 = 1_000_000_000;

/// A decimal number that is not negative: `mantissa / 10^scale`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    mantissa: i128,
    scale: u32,
}

/// A number of steps that stands for a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Steps {
    /// The nearest number of steps, half up.
    pub steps: i64,
    /// Whether the figure lies beside it by more than the noise of a float.
    pub is_rounded: bool,
}

impl Decimal {
    /// Nothing.
    pub const ZERO: Self = Self { mantissa: 0, scale: 0 };

    /// The whole number `number`.
    pub const fn whole(number: i64) -> Self {
        Self { mantissa: number as i128, scale: 0 }
    }

    /// The number in `text`: digits, perhaps a point and more digits. `None` for anything else or too many digits.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let fraction = fraction.trim_end_matches('0');
        let is_plain = |digits: &str| digits.bytes().all(|it| it.is_ascii_digit());
        let whole_digits = whole.trim_start_matches('0');
        if whole.is_empty() || !is_plain(whole) || !is_plain(fraction) {
            return None;
        }
        if whole_digits.len() + fraction.len() > MOST_DIGITS {
            return None;
        }
        let mantissa = format!("0{whole_digits}{fraction}").parse().ok()?;
        Some(Self { mantissa, scale: u32::try_from(fraction.len()).ok()? })
    }

    /// The number times ten to the power of `power`; `None` where it is beyond all sense.
    pub fn shifted(self, power: i32) -> Option<Self> {
        if self.mantissa == 0 {
            return Some(Self::ZERO);
        }
        let scale = i64::from(self.scale) - i64::from(power);
        if scale >= 0 {
            let scale = u32::try_from(scale).ok()?;
            return (scale <= 40).then_some(Self { mantissa: self.mantissa, scale });
        }
        let factor = 10_i128.checked_pow(u32::try_from(-scale).ok()?)?;
        Some(Self { mantissa: self.mantissa.checked_mul(factor)?, scale: 0 })
    }

    /// The sum of two numbers.
    pub fn plus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let of = |it: Self| it.mantissa.checked_mul(10_i128.checked_pow(scale - it.scale)?);
        Some(Self { mantissa: of(self)?.checked_add(of(other)?)?, scale })
    }

    /// Whether it is zero.
    pub const fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// The number times `factor`, in steps of `10^-decimals`; `None` where that is beyond all sense.
    pub fn steps(self, factor: Ratio, decimals: u32) -> Option<Steps> {
        let upper = self.mantissa.checked_mul(i128::from(factor.upper))?.checked_mul(10_i128.checked_pow(decimals)?)?;
        let lower = i128::from(factor.lower).checked_mul(10_i128.checked_pow(self.scale)?)?;
        let steps = upper.checked_mul(2)?.checked_add(lower)?.checked_div(lower.checked_mul(2)?)?;
        let beside = upper.checked_sub(steps.checked_mul(lower)?)?.abs();
        let is_rounded = beside.checked_mul(NOISE).is_none_or(|it| it > upper);
        Some(Steps { steps: i64::try_from(steps).ok()?, is_rounded: beside > 0 && is_rounded })
    }
}

/// A factor, exact: `upper / lower`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    /// What multiplies.
    pub upper: i64,
    /// What divides; above zero.
    pub lower: i64,
}

impl Ratio {
    /// Leaves everything as it is.
    pub const ONE: Self = Self { upper: 1, lower: 1 };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_exact() {
        let steps = |text: &str, upper, lower, decimals| {
            let found = Decimal::parse(text).unwrap().steps(Ratio { upper, lower }, decimals).unwrap();
            (found.steps, found.is_rounded)
        };
        assert_eq!(steps("15", 15, 1, 2), (22_500, false), "hectares in mu");
        assert_eq!(steps("150000", 3, 2_000, 2), (22_500, false), "square metres in mu");
        assert_eq!(steps("1", 1, 3, 2), (33, true));
        assert_eq!(steps("0.30000000000000004", 1, 1, 2), (30, false), "noise of a float");
        assert_eq!(steps("12.345", 1, 1, 2), (1_235, true));
        assert_eq!(Decimal::parse("3.5").unwrap().shifted(8), Decimal::parse("350000000"));
        assert_eq!(Decimal::parse("1e5"), None);
        assert_eq!(Decimal::parse(""), None);
        assert_eq!(Decimal::parse(&"9".repeat(30)), None);
    }
}
