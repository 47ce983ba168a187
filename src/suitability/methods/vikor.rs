//! Who has the least worst complaint? VIKOR and its compromise set, for agreement only.
//!
//! Source: Opricovic 1998; Opricovic and Tzeng 2004, 2007. The compromise *set* is the honest answer.

use super::{Better, SLACK, columns, count, is_constant, range, ranking};

/// The usual weight of the majority's view against the worst complaint.
pub const STRATEGY: f64 = 0.5;

/// Regrets of all alternatives, in their order, and who can be defended.
#[derive(Debug, Clone, PartialEq)]
pub struct Vikor {
    /// Sum of the weighted regrets; less is better.
    pub sum: Vec<f64>,
    /// Largest weighted regret; less is better.
    pub largest: Vec<f64>,
    /// Compromise of the two, 0 (best) to 1.
    pub compromise: Vec<f64>,
    /// Rank by the compromise, 1 for the least, ties share.
    pub ranks: Vec<usize>,
    /// Whether the first leads the second by `1 / (m - 1)` or more.
    pub has_advantage: bool,
    /// Whether the first is also first by the sum or by the largest regret.
    pub is_stable: bool,
    /// The first alone if it has advantage and stability; with the second if it lacks stability only; else all within
    /// `1 / (m - 1)` of the first. In the order of the list.
    pub set: Vec<usize>,
}

impl Vikor {
    /// Regret `w (f* - f) / (f* - f-)` by criterion (0 where all are alike), `S` their sum, `R` their maximum,
    /// `Q = v (S - S*) / (S- - S*) + (1 - v) (R - R*) / (R- - R*)`, a term being 0 when its range is 0.
    ///
    /// `strategy` is `v`, 0 to 1. `None` for fewer than two alternatives or when rows, weights and directions do not fit.
    pub fn of(matrix: &[Vec<f64>], weights: &[f64], better: &[Better], strategy: f64) -> Option<Self> {
        if weights.len() != better.len() || matrix.len() < 2 {
            return None;
        }
        let columns = columns(matrix, weights.len())?;
        let (mut sum, mut largest) = (vec![0.0; matrix.len()], vec![0.0_f64; matrix.len()]);
        for (column, (weight, better)) in columns.iter().zip(weights.iter().zip(better)) {
            let values: Vec<f64> = column.iter().map(|x| better.upward(*x)).collect();
            let (worst, best) = range(&values);
            for ((value, sum), largest) in values.iter().zip(&mut sum).zip(&mut largest) {
                let regret = if is_constant(worst, best) { 0.0 } else { weight * (best - value) / (best - worst) };
                *sum += regret;
                *largest = largest.max(regret);
            }
        }
        let parts = scaled(&sum).into_iter().zip(scaled(&largest));
        let compromise: Vec<f64> = parts.map(|(s, r)| strategy * s + (1.0 - strategy) * r).collect();
        Self::judged(sum, largest, compromise)
    }

    fn judged(sum: Vec<f64>, largest: Vec<f64>, compromise: Vec<f64>) -> Option<Self> {
        let turned: Vec<f64> = compromise.iter().map(|q| -q).collect();
        let order = ranking::order(&turned);
        let (first, second) = (*order.first()?, *order.get(1)?);
        let least = *compromise.get(first)?;
        let threshold = 1.0 / count(compromise.len() - 1);
        let has_advantage = compromise.get(second)? - least >= threshold - SLACK;
        let is_first = |of: &[f64]| of.get(first).is_some_and(|own| *own <= range(of).0 + SLACK);
        let is_stable = is_first(&sum) || is_first(&largest);
        let mut set: Vec<usize> = match (has_advantage, is_stable) {
            (true, true) => vec![first],
            (true, false) => vec![first, second],
            (false, _) => {
                let near = |(_, q): &(usize, &f64)| *q - least < threshold - SLACK;
                compromise.iter().enumerate().filter(near).map(|(at, _)| at).collect()
            }
        };
        set.sort_unstable();
        let ranks = ranking::ranks(&turned);
        Some(Self { sum, largest, compromise, ranks, has_advantage, is_stable, set })
    }
}

/// The regrets from 0 (least) to 1 (most); all 0 when they are alike.
fn scaled(regrets: &[f64]) -> Vec<f64> {
    let (least, most) = range(regrets);
    let part = |regret: &f64| if is_constant(least, most) { 0.0 } else { (regret - least) / (most - least) };
    regrets.iter().map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alike_alternatives_are_all_in_the_set() {
        let alike =
            Vikor::of(&[vec![2.0, 1.0], vec![2.0, 1.0], vec![2.0, 1.0]], &[0.5; 2], &[Better::More; 2], STRATEGY);
        let alike = alike.unwrap();
        assert_eq!((alike.compromise, alike.ranks, alike.set), (vec![0.0; 3], vec![1; 3], vec![0, 1, 2]));
        assert!(!alike.has_advantage && alike.is_stable);
    }

    #[test]
    fn one_alternative_is_undefined_and_two_need_the_whole_range() {
        assert_eq!(Vikor::of(&[vec![1.0]], &[1.0], &[Better::More], STRATEGY), None);
        let two = Vikor::of(&[vec![1.0], vec![2.0]], &[1.0], &[Better::Less], STRATEGY).unwrap();
        assert_eq!((two.compromise, two.set), (vec![0.0, 1.0], vec![0]));
        assert!(two.has_advantage && two.is_stable);
    }

    #[test]
    fn without_stability_the_second_comes_along() {
        let judged = Vikor::judged(vec![0.4, 0.3, 0.9], vec![0.2, 0.3, 0.1], vec![0.1, 0.7, 1.0]).unwrap();
        assert!(judged.has_advantage && !judged.is_stable);
        assert_eq!(judged.set, [0, 1]);
    }
}
