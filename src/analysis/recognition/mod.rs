//! Is a park to be recognised, kept, warned (特色园区认定)? A rule of thresholds over years that says when it cannot know.
//!
//! | question | answer |
//! |---|---|
//! | What is read of a year, and what is asked of it? | [`Year`], [`Rule`] |
//! | What does the rule propose, and item by item why? | [`decision`] |
//! | What would have to change? | [`change`] |
//!
//! A candidate is recognised when its latest year and enough of the last years meet every bound and nothing vetoes it. A
//! holder is measured with bounds that are relaxed by a hysteresis: it is warned when the latest year fails, and loses its
//! recognition when two in a row fail or by a veto. So small movements around a bound change nothing.
//!
//! A reading that nobody took is not a failure: what it might decide stays unknown. A reading that was taken but has no
//! value, such as a share of nothing, does fail. The rule proposes and never decides; it knows items by their places only.

pub mod change;
pub mod decision;

use super::SLACK;

/// What a bound asks of a reading, in the unit of its item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bound {
    /// The reading is this or more.
    AtLeast(f64),
    /// The reading is this or less.
    AtMost(f64),
}

impl Bound {
    /// By how much `reading` is inside the bound, in the unit of the item: 0 on it, negative when it is not met.
    pub fn margin(self, reading: f64) -> f64 {
        match self {
            Self::AtLeast(bound) => reading - bound,
            Self::AtMost(bound) => bound - reading,
        }
    }

    /// Whether `reading` meets the bound; exactly on it, with a slack of 1e-12, it does.
    pub fn is_met(self, reading: f64) -> bool {
        self.margin(reading) >= -SLACK * self.figure().abs().max(1.0)
    }

    /// The bound for holders: a minimum times `1 - hysteresis`, a maximum times `1 + hysteresis`; a negative one moves as
    /// far the same way.
    #[must_use]
    pub fn relaxed(self, hysteresis: f64) -> Self {
        let room = hysteresis * self.figure().abs();
        match self {
            Self::AtLeast(bound) => Self::AtLeast(bound - room),
            Self::AtMost(bound) => Self::AtMost(bound + room),
        }
    }

    /// The figure of the bound.
    pub fn figure(self) -> f64 {
        match self {
            Self::AtLeast(bound) | Self::AtMost(bound) => bound,
        }
    }
}

/// By what a park that hangs on one large firm may still meet some items: a chain leader with its suppliers around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnchorRoute {
    /// Places of the items that it excuses.
    pub items: Vec<usize>,
    /// Linked suppliers that must be in the park, at least. A holder needs as many as a candidate.
    pub suppliers: u32,
}

/// What is asked of a park.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// The bound of each item.
    pub bounds: Vec<Bound>,
    /// The way round some of them.
    pub anchor: Option<AnchorRoute>,
    /// By which part bounds are relaxed for holders, 0 to 1.
    pub hysteresis: f64,
    /// Of how many of the last years a candidate must pass some, the latest counted.
    pub window: usize,
    /// How many of these years must pass.
    pub passes: usize,
}

impl Rule {
    /// The standard rule over `bounds`: 10 % hysteresis, two of the last three years, no way round.
    pub fn standard(bounds: Vec<Bound>) -> Self {
        Self { bounds, anchor: None, hysteresis: 0.1, window: 3, passes: 2 }
    }

    /// The bound of each item, as it is or relaxed.
    fn bounds_for(&self, strictness: Strictness) -> impl Iterator<Item = Bound> + '_ {
        self.bounds.iter().map(move |bound| match strictness {
            Strictness::Strict => *bound,
            Strictness::Relaxed => bound.relaxed(self.hysteresis),
        })
    }
}

/// With which bounds a year is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strictness {
    /// As they are, for candidates.
    Strict,
    /// Relaxed by the hysteresis, for holders.
    Relaxed,
}

/// What was read of an item in a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reading {
    /// This figure.
    Value(f64),
    /// That it has no value, which fails.
    Undefined,
    /// Nothing: nobody looked, or the record is lost.
    Missing,
}

/// What was read in one year; `None` is missing.
#[derive(Debug, Clone, PartialEq)]
pub struct Year {
    /// Of each item, in the order of [`Rule::bounds`]; missing where the list ends.
    pub readings: Vec<Reading>,
    /// Whether a chain leader is in the park.
    pub chain_leader: Option<bool>,
    /// How many suppliers linked to it are in the park.
    pub suppliers: Option<u32>,
    /// Whether something happened that rules recognition out, such as a grave accident.
    pub veto: Option<bool>,
}

impl Year {
    fn reading(&self, item: usize) -> Reading {
        self.readings.get(item).copied().unwrap_or(Reading::Missing)
    }
}

/// Whether the park is recognised already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is not: the bounds hold as they are.
    Candidate,
    /// It is: the bounds are relaxed.
    Holder,
}

impl Standing {
    fn strictness(self) -> Strictness {
        match self {
            Self::Candidate => Strictness::Strict,
            Self::Holder => Strictness::Relaxed,
        }
    }
}

/// Whether something holds, as far as is known. Ordered from the worse to the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It does not.
    NotMet,
    /// What is missing decides.
    Unknown,
    /// It does.
    Met,
}

impl From<Option<bool>> for Verdict {
    fn from(known: Option<bool>) -> Self {
        known.map_or(Self::Unknown, |is_met| if is_met { Self::Met } else { Self::NotMet })
    }
}

impl Verdict {
    /// Whether it may come out as `is_met`.
    fn admits(self, is_met: bool) -> bool {
        match self {
            Self::NotMet => !is_met,
            Self::Unknown => true,
            Self::Met => is_met,
        }
    }
}

/// Whether the anchor route is open for `item` in `year`.
fn excuse(rule: &Rule, year: &Year, item: usize) -> Verdict {
    let Some(anchor) = rule.anchor.as_ref().filter(|it| it.items.contains(&item)) else { return Verdict::NotMet };
    let has_suppliers = Verdict::from(year.suppliers.map(|number| number >= anchor.suppliers));
    Verdict::from(year.chain_leader).min(has_suppliers)
}

/// Whether `item` of `year` meets `bound`, by itself or by the anchor route.
fn item_verdict(rule: &Rule, year: &Year, item: usize, bound: Bound) -> Verdict {
    let own = match year.reading(item) {
        Reading::Value(value) => Verdict::from(Some(value.is_finite() && bound.is_met(value))),
        Reading::Undefined => Verdict::NotMet,
        Reading::Missing => Verdict::Unknown,
    };
    own.max(excuse(rule, year, item))
}

/// Whether `year` meets every bound.
fn year_verdict(rule: &Rule, year: &Year, strictness: Strictness) -> Verdict {
    let items = rule.bounds_for(strictness).enumerate();
    items.map(|(item, bound)| item_verdict(rule, year, item, bound)).min().unwrap_or(Verdict::Met)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two items: at least 10 (the anchor does not excuse it), at most 0.5 (it does, with five suppliers).
    pub(super) fn rule() -> Rule {
        let bounds = vec![Bound::AtLeast(10.0), Bound::AtMost(0.5)];
        Rule { anchor: Some(AnchorRoute { items: vec![1], suppliers: 5 }), ..Rule::standard(bounds) }
    }

    /// A year without a chain leader and without a veto.
    pub(super) fn year(first: Reading, second: Reading) -> Year {
        Year { readings: vec![first, second], chain_leader: Some(false), suppliers: Some(0), veto: Some(false) }
    }

    /// A year with both figures.
    pub(super) fn figures(first: f64, second: f64) -> Year {
        year(Reading::Value(first), Reading::Value(second))
    }

    #[test]
    fn a_bound_met_exactly_is_met_and_a_hair_outside_is_not() {
        for (bound, exact, outside) in
            [(Bound::AtLeast(0.3), 0.1 + 0.1 + 0.1, 0.299_999), (Bound::AtMost(0.3), 0.1 + 0.2, 0.300_001)]
        {
            assert!(bound.is_met(exact) && !bound.is_met(outside));
        }
        assert!((Bound::AtLeast(4.0).margin(1.0) + 3.0).abs() < 1e-12);
        assert!((Bound::AtMost(4.0).margin(1.0) - 3.0).abs() < 1e-12);
    }

    #[test]
    fn relaxing_moves_a_bound_outwards_whatever_its_sign() {
        assert_eq!(Bound::AtLeast(40.0).relaxed(0.1), Bound::AtLeast(36.0));
        assert_eq!(Bound::AtMost(0.5).relaxed(0.1), Bound::AtMost(0.55));
        assert_eq!(Bound::AtLeast(-40.0).relaxed(0.1), Bound::AtLeast(-44.0));
    }

    #[test]
    fn missing_leaves_open_and_undefined_fails() {
        let verdict = |year: &Year| year_verdict(&rule(), year, Strictness::Strict);
        assert_eq!(verdict(&figures(10.0, 0.5)), Verdict::Met);
        assert_eq!(verdict(&year(Reading::Value(12.0), Reading::Missing)), Verdict::Unknown);
        assert_eq!(verdict(&year(Reading::Value(9.0), Reading::Missing)), Verdict::NotMet);
        assert_eq!(verdict(&year(Reading::Undefined, Reading::Value(0.1))), Verdict::NotMet);
        assert_eq!(verdict(&year(Reading::Value(f64::NAN), Reading::Value(0.1))), Verdict::NotMet);
        assert_eq!(verdict(&Year { readings: vec![], ..figures(1.0, 1.0) }), Verdict::Unknown);
    }

    #[test]
    fn the_anchor_route_needs_both_and_excuses_one_item() {
        let with = |chain_leader, suppliers| {
            let year = Year { chain_leader, suppliers, ..figures(10.0, 0.9) };
            year_verdict(&rule(), &year, Strictness::Strict)
        };
        assert_eq!(with(Some(true), Some(5)), Verdict::Met);
        assert_eq!(with(Some(true), Some(4)), Verdict::NotMet);
        assert_eq!(with(Some(true), None), Verdict::Unknown);
        assert_eq!(with(None, Some(5)), Verdict::Unknown);
        assert_eq!(with(Some(false), None), Verdict::NotMet);
        assert_eq!(with(None, Some(4)), Verdict::NotMet);
        let other = Year { chain_leader: Some(true), suppliers: Some(9), ..figures(1.0, 0.1) };
        assert_eq!(year_verdict(&rule(), &other, Strictness::Strict), Verdict::NotMet);
    }
}
