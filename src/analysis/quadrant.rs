//! Is a trade strong already, and is more of it coming (优势、潜力)? Advantage by location quotient, potential by the output of
//! the projects that arrive, and the quadrant of both.
//!
//! Potential is what is announced, not what will come true. An undefined quotient or growth leaves the quadrant undefined:
//! a trade that is new to the place has no base to grow from and is shown by itself.

use super::{SLACK, location_quotient::is_advantaged, share, sum_of, undefined::Undefined};

/// Advantage and potential of a trade.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quadrant {
    /// Strong, and growing at least as fast as the city: carry on.
    StrongAndGrowing,
    /// Strong, but little is coming: hold and renew.
    StrongOnly,
    /// Weak yet, but much is coming: bring up.
    GrowingOnly,
    /// Neither strong nor growing.
    Neither,
}

impl Quadrant {
    /// The quadrant of a trade with location quotient `quotient` and pipeline growth `growth`, beside the `threshold` of
    /// growth, as a rule [`mean_growth`].
    ///
    /// A mark met exactly is met. Undefined where one of the three is, for the reason of the first that is.
    pub fn of(
        quotient: Result<f64, Undefined>,
        growth: Result<f64, Undefined>,
        threshold: Result<f64, Undefined>,
    ) -> Result<Self, Undefined> {
        let is_strong = is_advantaged(quotient?);
        let is_growing = growth? >= threshold? - SLACK;
        Ok(match (is_strong, is_growing) {
            (true, true) => Self::StrongAndGrowing,
            (true, false) => Self::StrongOnly,
            (false, true) => Self::GrowingOnly,
            (false, false) => Self::Neither,
        })
    }
}

/// Pipeline growth of a trade: output of its incoming projects at full production over its existing output, 0 or more.
///
/// Both in one unit of money a year, none negative. Undefined where nothing exists yet.
pub fn pipeline_growth(incoming: f64, existing: f64) -> Result<f64, Undefined> {
    sum_of(&[incoming, existing])?;
    share(incoming, existing).ok_or(Undefined::NoBase)
}

/// The mean growth of the city: pipeline growth of its trades weighted by their existing output, which is all that comes to
/// them over all that they make.
///
/// `incoming` and `existing` are outputs by trade. A trade that does not exist yet has no growth and is left out; undefined
/// when none exists.
pub fn mean_growth(incoming: &[f64], existing: &[f64]) -> Result<f64, Undefined> {
    sum_of(incoming)?;
    let base = sum_of(existing)?;
    let to_existing =
        incoming.iter().zip(existing).map(|(incoming, existing)| if *existing > 0.0 { *incoming } else { 0.0 });
    share(to_existing.fold(0.0, |sum, incoming| sum + incoming), base).ok_or(Undefined::NoBase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_four_quadrants() {
        let of = |quotient, growth| Quadrant::of(Ok(quotient), Ok(growth), Ok(0.3)).unwrap();
        assert_eq!(of(2.0, 0.5), Quadrant::StrongAndGrowing);
        assert_eq!(of(2.0, 0.1), Quadrant::StrongOnly);
        assert_eq!(of(0.4, 0.5), Quadrant::GrowingOnly);
        assert_eq!(of(0.4, 0.1), Quadrant::Neither);
    }

    #[test]
    fn exactly_on_a_mark_counts() {
        let threshold = Ok(0.1 + 0.2);
        assert_eq!(Quadrant::of(Ok(1.25), Ok(0.3), threshold), Ok(Quadrant::StrongAndGrowing));
        assert_eq!(Quadrant::of(Ok(1.249_999), Ok(0.299_999), threshold), Ok(Quadrant::Neither));
    }

    #[test]
    fn undefined_stays_undefined() {
        let of = |quotient, growth, threshold| Quadrant::of(quotient, growth, threshold);
        assert_eq!(of(Err(Undefined::NoTotal), Ok(1.0), Ok(1.0)), Err(Undefined::NoTotal));
        assert_eq!(of(Ok(0.0), Err(Undefined::NoBase), Ok(1.0)), Err(Undefined::NoBase));
        assert_eq!(of(Ok(0.0), Ok(0.0), Err(Undefined::NotAnAmount)), Err(Undefined::NotAnAmount));
    }

    #[test]
    fn growth_is_what_comes_over_what_is_there() {
        assert_eq!(pipeline_growth(30.0, 120.0), Ok(0.25));
        assert_eq!(pipeline_growth(0.0, 120.0), Ok(0.0));
        assert_eq!(
            (pipeline_growth(30.0, 0.0), pipeline_growth(0.0, 0.0)),
            (Err(Undefined::NoBase), Err(Undefined::NoBase))
        );
        assert_eq!(pipeline_growth(-1.0, 5.0), Err(Undefined::NotAnAmount));
    }

    #[test]
    fn the_mean_weighs_by_what_exists_and_leaves_out_what_is_new() {
        let (incoming, existing) = ([30.0, 10.0, 500.0, 0.0], [60.0, 140.0, 0.0, 200.0]);
        let mean = mean_growth(&incoming, &existing).unwrap();
        assert!((mean - 0.1).abs() < 1e-12);
        let weighted: f64 =
            incoming.iter().zip(&existing).filter_map(|(i, e)| Some(pipeline_growth(*i, *e).ok()? * e)).sum();
        assert!((mean - weighted / 400.0).abs() < 1e-12);
        assert_eq!(mean_growth(&[5.0], &[]), Err(Undefined::NoBase));
        assert_eq!(mean_growth(&[], &[4.0]).map(f64::to_bits), Ok(0));
        assert_eq!(mean_growth(&[5.0, -1.0], &[4.0, 4.0]), Err(Undefined::NotAnAmount));
    }
}
