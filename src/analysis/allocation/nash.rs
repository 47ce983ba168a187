//! How is a gain split above what each party could have alone? The asymmetric bargaining solution of Nash.
//!
//! Sources: Nash 1950; Kalai 1977 for unequal weights. Each party first has its disagreement point, such as the outlays
//! that it can prove; what is beyond goes by the weights. With two parties and equal weights it is the Shapley value.

use super::{
    Undefined,
    floors_caps::{Part, proportional},
};

/// One party.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Party {
    /// What it has without a deal, 0 or more.
    pub disagreement: f64,
    /// Its bargaining weight, 0 or more, of any scale; with 0 it keeps its disagreement point.
    pub weight: f64,
    /// The most that it may have, not below its disagreement point; `None` without limit.
    pub cap: Option<f64>,
}

/// How a gain is split.
#[derive(Debug, Clone, PartialEq)]
pub struct NashSplit {
    /// What each party has; `None` when there is no deal, because the gain is less than what they have without it.
    pub shares: Option<Vec<f64>>,
    /// What the disagreement points need beyond the gain, else 0.
    pub shortfall: f64,
    /// What is beyond all caps, else 0.
    pub left_over: f64,
}

/// Splits `gain`: `x_i = min(cap_i, d_i + L a_i)` with the `L` at which the shares add up to it, which maximises
/// `prod (x_i - d_i)^a_i`. Without caps `L` is the surplus over the disagreement points, in parts of the weights.
///
/// Undefined when a figure is negative or none, or a cap is below a disagreement point.
pub fn nash(gain: f64, parties: &[Party]) -> Result<NashSplit, Undefined> {
    let disagreement = parties.iter().fold(0.0, |sum, party| sum + party.disagreement);
    if !gain.is_finite() || !parties.iter().all(|party| party.disagreement >= 0.0 && party.disagreement.is_finite()) {
        return Err(Undefined::NotAnAmount);
    }
    let surplus = gain - disagreement;
    if surplus < -super::SLACK * disagreement.max(1.0) {
        return Ok(NashSplit { shares: None, shortfall: -surplus, left_over: 0.0 });
    }
    let room =
        |party: &Party| Part { weight: party.weight, floor: 0.0, cap: party.cap.map(|cap| cap - party.disagreement) };
    let rooms: Vec<Part> = parties.iter().map(room).collect();
    let filling = proportional(surplus.max(0.0), &rooms)?;
    let share = |(party, more): (&Party, f64)| party.disagreement + more;
    let shares = filling.shares.map(|more| parties.iter().zip(more).map(share).collect());
    Ok(NashSplit { shares, shortfall: 0.0, left_over: filling.left_over })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn party(disagreement: f64, weight: f64, cap: Option<f64>) -> Party {
        Party { disagreement, weight, cap }
    }

    #[test]
    fn the_surplus_goes_by_the_weights_and_a_cap_passes_it_on() {
        let mut parties = [party(10.0, 1.0, None), party(50.0, 3.0, None), party(5.0, 0.0, None)];
        assert_eq!(nash(105.0, &parties).unwrap().shares, Some(vec![20.0, 80.0, 5.0]));
        parties[1].cap = Some(56.0);
        let capped = nash(105.0, &parties).unwrap();
        assert_eq!((capped.shares, capped.left_over), (Some(vec![44.0, 56.0, 5.0]), 0.0));
    }

    #[test]
    fn a_gain_that_just_pays_the_disagreement_points_is_a_deal_and_less_is_none() {
        let parties = [party(40.0, 0.5, None), party(160.0, 0.5, None)];
        assert_eq!(nash(200.0, &parties).unwrap().shares, Some(vec![40.0, 160.0]));
        let none = nash(199.0, &parties).unwrap();
        assert_eq!((none.shares, none.shortfall), (None, 1.0));
    }

    #[test]
    fn what_nobody_may_have_is_left_over() {
        let found = nash(100.0, &[party(10.0, 1.0, Some(30.0)), party(10.0, 0.0, None)]).unwrap();
        assert_eq!((found.shares, found.left_over), (Some(vec![30.0, 10.0]), 60.0));
        assert!((nash(9.0, &[]).unwrap().left_over - 9.0).abs() < 1e-12);
        assert_eq!(nash(100.0, &[party(10.0, 1.0, Some(9.0))]), Err(Undefined::OutOfRange));
        assert_eq!(nash(100.0, &[party(-10.0, 1.0, None)]), Err(Undefined::NotAnAmount));
        assert_eq!(nash(f64::NAN, &[]), Err(Undefined::NotAnAmount));
    }
}
