//! How much? Fixed-point quantities in planners' units, exact to the last digit.
//!
//! In memory a quantity is an integer of its smallest step (one hundredth of a mu, one fen of 10,000 yuan …); a file
//! shows it in the planner's unit. Nothing here rounds: a figure with more decimals than its unit has is refused.

use std::{fmt, ops::AddAssign, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// Why a figure cannot be a quantity. The text form is stable: `i18n` reads it back to speak both languages.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QuantityError {
    /// Not a finite number: NaN, infinite, or not a number at all.
    #[error("quantity not-finite {0}")]
    NotFinite(String),
    /// More than any number can hold, as written.
    #[error("quantity overflow {0}")]
    Overflow(String),
    /// Below zero.
    #[error("quantity negative {0}")]
    Negative(String),
    /// More decimals than the unit has: the figure, the decimals allowed.
    #[error("quantity decimals {0} {1}")]
    Decimals(String, u32),
    /// Larger than any city can mean: the figure, the largest allowed.
    #[error("quantity absurd {0} {1}")]
    Absurd(String, i64),
}

impl QuantityError {
    /// Reads back what [`fmt::Display`] wrote; `None` for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.strip_prefix("quantity ")?.split(' ');
        let (kind, figure) = (words.next()?, words.next()?.to_owned());
        Some(match kind {
            "not-finite" => Self::NotFinite(figure),
            "overflow" => Self::Overflow(figure),
            "negative" => Self::Negative(figure),
            "decimals" => Self::Decimals(figure, words.next()?.parse().ok()?),
            "absurd" => Self::Absurd(figure, words.next()?.parse().ok()?),
            _ => return None,
        })
    }
}

/// The integer number of steps of `10^-decimals` in `figure`, a decimal text such as `12.5`.
fn steps(figure: &str, decimals: u32, largest: i64) -> Result<i64, QuantityError> {
    let (negative, digits) = match figure.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, figure),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let fraction = fraction.trim_end_matches('0');
    if whole.is_empty() || !whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit()) {
        return Err(QuantityError::NotFinite(figure.into()));
    }
    if negative && digits.bytes().any(|b| matches!(b, b'1'..=b'9')) {
        return Err(QuantityError::Negative(figure.into()));
    }
    let absurd = || QuantityError::Absurd(figure.into(), largest);
    if whole.trim_start_matches('0').len() > 15 {
        return Err(absurd());
    }
    let missing = usize::try_from(decimals).unwrap_or(0).checked_sub(fraction.len());
    let Some(missing) = missing else { return Err(QuantityError::Decimals(figure.into(), decimals)) };
    let text = format!("{whole}{fraction}{}", "0".repeat(missing));
    let steps = i64::from_str(&text).map_err(|_| absurd())?;
    let limit = largest.saturating_mul(10_i64.saturating_pow(decimals));
    if steps > limit { Err(absurd()) } else { Ok(steps) }
}

/// Writes `steps` of `10^-decimals` without trailing zeros.
fn plain(steps: i64, decimals: u32) -> String {
    let scale = 10_i64.pow(decimals);
    let (whole, rest) = (steps / scale, (steps % scale).abs());
    let sign = if steps < 0 && whole == 0 { "-" } else { "" };
    let width = usize::try_from(decimals).unwrap_or(0);
    let text = format!("{sign}{whole}.{rest:0width$}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The steps of the whole number `figure`.
fn whole_steps(figure: i64, decimals: u32, largest: i64) -> Result<i64, QuantityError> {
    if figure < 0 {
        Err(QuantityError::Negative(figure.to_string()))
    } else if figure > largest {
        Err(QuantityError::Absurd(figure.to_string(), largest))
    } else {
        Ok(figure.saturating_mul(10_i64.saturating_pow(decimals)))
    }
}

/// Largest number of steps for which a float and its steps are checked without a text.
const MOST_PLAIN_STEPS: f64 = 9e15;

/// The steps of `figure` when it is the float nearest to a number of steps; the rest is told from its text.
///
/// Below 2^53 the steps and the power of ten are exact, so that their quotient is the nearest float.
#[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
fn float_steps(figure: f64, decimals: u32) -> Option<i64> {
    let scale = 10_f64.powi(i32::try_from(decimals).ok()?);
    let steps = (figure * scale).round();
    let is_exact = (0.0..MOST_PLAIN_STEPS).contains(&steps) && (steps / scale).to_bits() == figure.to_bits();
    is_exact.then_some(steps as i64)
}

/// A number as RON gives it: an integer, or a float that stands for the shortest decimal text that means it.
enum Figure {
    Whole(i64),
    Float(f64),
    /// An integer that is beyond 64 bits.
    Text(String),
}

impl Figure {
    fn steps(&self, decimals: u32, largest: i64) -> Result<i64, QuantityError> {
        match self {
            Self::Whole(figure) => whole_steps(*figure, decimals, largest),
            Self::Float(figure) => {
                let limit = largest.saturating_mul(10_i64.saturating_pow(decimals));
                match float_steps(*figure, decimals).filter(|steps| *steps <= limit) {
                    Some(found) => Ok(found),
                    None => steps(&figure.to_string(), decimals, largest),
                }
            }
            Self::Text(figure) => steps(figure, decimals, largest),
        }
    }

    fn text(&self) -> String {
        match self {
            Self::Whole(figure) => figure.to_string(),
            Self::Float(figure) => figure.to_string(),
            Self::Text(figure) => figure.clone(),
        }
    }
}

impl<'de> Deserialize<'de> for Figure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = Figure;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number")
            }
            fn visit_i64<E>(self, v: i64) -> Result<Figure, E> {
                Ok(Figure::Whole(v))
            }
            fn visit_u64<E>(self, v: u64) -> Result<Figure, E> {
                Ok(i64::try_from(v).map_or_else(|_| Figure::Text(v.to_string()), Figure::Whole))
            }
            fn visit_f64<E>(self, v: f64) -> Result<Figure, E> {
                Ok(Figure::Float(v))
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

macro_rules! quantities {
    ($($(#[$doc:meta])* $name:ident, $decimals:literal, $largest:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(i64);

        impl $name {
            /// Decimals of the unit that a file may show.
            pub const DECIMALS: u32 = $decimals;
            /// Largest figure that a file may hold, in whole units; more is taken for a slip of units.
            pub const LARGEST: i64 = $largest;
            /// None of it.
            pub const ZERO: Self = Self(0);

            /// The quantity of `steps` smallest steps, `10^-DECIMALS` of the unit each.
            pub const fn from_steps(steps: i64) -> Self {
                Self(steps)
            }

            /// Number of smallest steps.
            pub const fn steps(self) -> i64 {
                self.0
            }

            /// The figure in the unit, for charts only: sums and comparisons use the steps.
            #[expect(clippy::cast_precision_loss, reason = "a chart does not show sixteen digits")]
            pub fn to_f64(self) -> f64 {
                self.0 as f64 / 10_f64.powi($decimals)
            }

            /// The sum; stops at the largest integer.
            #[must_use]
            pub const fn plus(self, other: Self) -> Self {
                Self(self.0.saturating_add(other.0))
            }

            /// The difference, which may be negative.
            #[must_use]
            pub const fn minus(self, other: Self) -> Self {
                Self(self.0.saturating_sub(other.0))
            }

            /// The figure without thousands separators or trailing zeros, such as `12.5`.
            pub fn plain(self) -> String {
                plain(self.0, $decimals)
            }
        }

        impl FromStr for $name {
            type Err = QuantityError;

            fn from_str(text: &str) -> Result<Self, QuantityError> {
                steps(text, $decimals, $largest).map(Self)
            }
        }

        impl AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                *self = self.plus(other);
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{} {}", self.plain(), stringify!($name))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let scale = 10_i64.pow($decimals);
                if self.0 % scale == 0 {
                    serializer.serialize_i64(self.0 / scale)
                } else {
                    serializer.serialize_f64(self.to_f64())
                }
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Figure::deserialize(deserializer)?.steps($decimals, $largest).map(Self).map_err(D::Error::custom)
            }
        }
    )*};
}

quantities! {
    /// Land in mu (亩), two decimals; 1 mu = 666.67 m².
    Mu, 2, 10_000_000;
    /// Money in 万元 (10,000 yuan), two decimals.
    WanYuan, 2, 10_000_000_000;
    /// Money of a ledger in yuan, two decimals: its smallest step is the fen.
    Yuan, 2, 100_000_000_000_000;
    /// Floor area in m², whole.
    SquareMetres, 0, 10_000_000_000;
    /// Electric load in MW, three decimals.
    Megawatts, 3, 1_000_000;
    /// Flow of water or waste water in t/d, one decimal.
    TonnesPerDay, 1, 100_000_000;
    /// Energy in tonnes of coal equivalent, one decimal.
    Tce, 1, 1_000_000_000;
    /// Electricity in 万 kWh (10,000 kWh), two decimals.
    WanKwh, 2, 1_000_000_000;
    /// Gas in 万 m³ (10,000 m³), two decimals.
    WanCubicMetres, 2, 1_000_000_000;
    /// A length in metres, whole.
    Metres, 0, 100_000_000;
    /// Travel time in minutes, whole.
    Minutes, 0, 100_000;
    /// A number of jobs or firms.
    Count, 0, 1_000_000_000;
    /// A dimensionless factor, index or weight, three decimals.
    Factor, 3, 1_000_000_000;
}

impl Factor {
    /// One: the whole of a share.
    pub const ONE: Self = Self(1_000);
}

/// A plain number that may be negative, such as an indicator value or a goalpost: finite, four decimals.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(i64);

impl Number {
    /// Decimals that a file may show.
    pub const DECIMALS: u32 = 4;
    /// Largest size, in whole units.
    pub const LARGEST: i64 = 100_000_000_000;

    /// The number of `steps` smallest steps, `10^-DECIMALS` each.
    pub const fn from_steps(steps: i64) -> Self {
        Self(steps)
    }

    /// Number of smallest steps.
    pub const fn steps(self) -> i64 {
        self.0
    }

    /// The number, for analysis.
    #[expect(clippy::cast_precision_loss, reason = "analysis works in floats")]
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / 10_f64.powi(4)
    }

    /// The figure without thousands separators or trailing zeros.
    pub fn plain(self) -> String {
        plain(self.0, Self::DECIMALS)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.plain())
    }
}

impl FromStr for Number {
    type Err = QuantityError;

    fn from_str(text: &str) -> Result<Self, QuantityError> {
        match text.strip_prefix('-') {
            Some(size) => steps(size, Self::DECIMALS, Self::LARGEST).map(|steps| Self(-steps)),
            None => steps(text, Self::DECIMALS, Self::LARGEST).map(Self),
        }
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % 10_000 == 0 {
            serializer.serialize_i64(self.0 / 10_000)
        } else {
            serializer.serialize_f64(self.to_f64())
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Figure::deserialize(deserializer)?.text().parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_exact_or_refused() {
        assert_eq!("0.01".parse(), Ok(Mu::from_steps(1)));
        assert_eq!("300".parse(), Ok(Mu::from_steps(30_000)));
        assert_eq!("166.30".parse(), Ok(Mu::from_steps(16_630)));
        assert_eq!("-0".parse(), Ok(Mu::ZERO));
        assert_eq!("0.001".parse::<Mu>(), Err(QuantityError::Decimals("0.001".into(), 2)));
        assert_eq!("-3".parse::<Mu>(), Err(QuantityError::Negative("-3".into())));
        assert_eq!("1.5".parse::<Count>(), Err(QuantityError::Decimals("1.5".into(), 0)));
        assert_eq!("10000000".parse(), Ok(Mu::from_steps(1_000_000_000)));
        assert!(matches!("10000000.01".parse::<Mu>(), Err(QuantityError::Absurd(..))));
        for bad in ["NaN", "inf", "-inf", "", ".", "1e9", "12万"] {
            assert!(matches!(bad.parse::<Mu>(), Err(QuantityError::NotFinite(_))), "{bad}");
        }
        assert!(matches!("1".repeat(400).parse::<Mu>(), Err(QuantityError::Absurd(..))));
    }

    #[test]
    fn a_number_of_a_file_means_what_its_text_means() {
        let figures =
            [0.0, -0.0, 0.1, 0.29, 1.005, 12.5, 166.3, 1e-7, 0.01, 1e9, 10_000_000.01, 123_456.785, 4.35, 1e300];
        let below = figures.iter().map(|it| -it);
        for figure in figures.iter().copied().chain(below).chain([f64::NAN, f64::INFINITY]) {
            for decimals in 0..4 {
                let by_text = steps(&figure.to_string(), decimals, 10_000_000);
                assert_eq!(Figure::Float(figure).steps(decimals, 10_000_000), by_text, "{figure} {decimals}");
            }
        }
        for figure in [0, 1, -1, 300, 10_000_000, 10_000_001, i64::MAX, i64::MIN] {
            let by_text = steps(&figure.to_string(), 2, 10_000_000);
            assert_eq!(Figure::Whole(figure).steps(2, 10_000_000), by_text, "{figure}");
        }
        // Every hundredth of a mu up to a thousand, and as far from zero as a file can go.
        for hundredths in (0..100_000).chain(999_900_000..=1_000_000_000) {
            let text = plain(hundredths, 2);
            let read: f64 = text.parse().unwrap();
            assert_eq!(Figure::Float(read).steps(2, 10_000_000), Ok(hundredths));
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        for steps in [0, 1, 10, 99, 100, 30_001, 999_999_999] {
            let land = Mu::from_steps(steps);
            assert_eq!(land.plain().parse(), Ok(land));
        }
        assert_eq!(Mu::from_steps(-5).plain(), "-0.05");
        assert_eq!("-2.5".parse::<Number>().map(Number::plain), Ok("-2.5".into()));
    }

    #[test]
    fn an_error_is_read_back_from_its_text() {
        for error in [
            QuantityError::NotFinite("NaN".into()),
            QuantityError::Negative("-3".into()),
            QuantityError::Decimals("0.001".into(), 2),
            QuantityError::Absurd("99".into(), 10),
        ] {
            assert_eq!(QuantityError::parse(&error.to_string()), Some(error));
        }
        assert_eq!(QuantityError::parse("quantity"), None);
    }
}
