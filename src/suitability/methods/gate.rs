//! What must be met at all? A limit that excludes, and by how much it is missed. Gates come before scores; no score buys
//! one off.

use super::SLACK;

/// On which side of its limit a gate is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gate {
    /// The value is the limit or more.
    AtLeast,
    /// The value is the limit or less.
    AtMost,
}

impl Gate {
    /// How far `value` is on the wrong side of `limit`, in their unit; `None` when the gate is open. A limit met exactly
    /// is met.
    pub fn shortfall(self, value: f64, limit: f64) -> Option<f64> {
        let short = match self {
            Self::AtLeast => limit - value,
            Self::AtMost => value - limit,
        };
        (short > SLACK * limit.abs().max(1.0)).then_some(short)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_met_exactly_is_met() {
        assert_eq!(Gate::AtLeast.shortfall(20.0, 20.0), None);
        assert_eq!(Gate::AtLeast.shortfall(11.5, 12.0), Some(0.5));
        assert_eq!(Gate::AtMost.shortfall(0.1 + 0.2, 0.3), None);
        assert_eq!(Gate::AtMost.shortfall(25.0, 20.0), Some(5.0));
    }
}
