//! What do comparisons in pairs say of the weights, and do they fit together? The analytic hierarchy process (层次分析法).
//!
//! Source: Saaty 1977; Saaty 1980. All pairs must be judged; more than ten items are better split into groups.

use std::borrow::Cow;

use super::{SLACK, count, normalised};

/// Turns of the power iteration after which a matrix counts as hopeless; a positive one needs a few dozen.
const TURNS: usize = 100_000;

/// The weights have settled when none moves by more than this.
const SETTLED: f64 = 1e-15;

/// Comparisons that fit together better than this have no worst one.
const FITTING: f64 = 1e-9;

/// Mean consistency index of random matrices, by number of items: what a consistency index is measured by.
#[derive(Debug, Clone, PartialEq)]
pub struct RandomIndex {
    /// The book it stands in, to be shown with the ratio.
    pub source: Cow<'static, str>,
    /// For 1, 2, 3 … items.
    pub values: Cow<'static, [f64]>,
}

impl RandomIndex {
    /// Saaty 1980, the default.
    pub const SAATY_1980: Self = Self {
        source: Cow::Borrowed("Saaty 1980"),
        values: Cow::Borrowed(&[0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49]),
    };
    /// Saaty 2005.
    pub const SAATY_2005: Self = Self {
        source: Cow::Borrowed("Saaty 2005"),
        values: Cow::Borrowed(&[0.0, 0.0, 0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49]),
    };
}

impl Default for RandomIndex {
    fn default() -> Self {
        Self::SAATY_1980
    }
}

/// How well comparisons fit together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Consistency {
    /// A ratio up to 0.10: good enough.
    Accepted,
    /// Up to 0.20: usable, with a warning that names the worst judgement.
    Doubtful,
    /// Above: ask again.
    Rejected,
}

impl Consistency {
    /// The judgement of a consistency ratio; a limit met exactly is met.
    pub fn of(ratio: f64) -> Self {
        if ratio <= 0.10 + SLACK {
            Self::Accepted
        } else if ratio <= 0.20 + SLACK {
            Self::Doubtful
        } else {
            Self::Rejected
        }
    }
}

/// One comparison that fits the weights badly.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Judgement {
    /// The item that was compared; before `column` in the list.
    pub row: usize,
    /// The item that it was compared with.
    pub column: usize,
    /// By which factor the comparison is off, 1 or more.
    pub error_factor: f64,
    /// What the weights say instead: `w_row / w_column`.
    pub implied: f64,
}

/// Weights from a matrix of comparisons.
#[derive(Debug, Clone, PartialEq)]
pub struct Priorities {
    /// Principal right eigenvector, scaled to the sum 1, in the order of the matrix.
    pub weights: Vec<f64>,
    /// Its eigenvalue; the number of items when all comparisons fit, more otherwise.
    pub lambda: f64,
    /// `(lambda - n) / (n - 1)`, 0 or more; 0 for fewer than three items.
    pub consistency_index: f64,
    /// Geometric means of the rows, scaled to the sum 1: a cross-check only.
    pub geometric_mean: Vec<f64>,
    /// The comparison furthest from the weights, the first of equals; `None` when all fit.
    pub worst: Option<Judgement>,
}

impl Priorities {
    /// The weights behind `matrix`, where `a_ij` says how many times as important `i` is as `j` and `a_ji = 1 / a_ij`.
    ///
    /// `None` unless the matrix is square and all its entries are above 0. Costs items² a turn, a few dozen turns.
    pub fn of(matrix: &[Vec<f64>]) -> Option<Self> {
        let items = matrix.len();
        let is_sound = |row: &Vec<f64>| row.len() == items && row.iter().all(|entry| entry.is_finite() && *entry > 0.0);
        if items == 0 || !matrix.iter().all(is_sound) {
            return None;
        }
        let (weights, lambda) = principal(matrix)?;
        let consistency_index = if items < 3 { 0.0 } else { ((lambda - count(items)) / (count(items) - 1.0)).max(0.0) };
        let mean = |row: &Vec<f64>| (row.iter().map(|entry| entry.ln()).sum::<f64>() / count(items)).exp();
        let geometric_mean = normalised(&matrix.iter().map(mean).collect::<Vec<f64>>())?;
        let worst = worst(matrix, &weights);
        Some(Self { weights, lambda, consistency_index, geometric_mean, worst })
    }

    /// `CR = CI / RI(n)` by `table`, 0 or more and not bounded above; 0 for one or two items; `None` when the table does
    /// not go so far.
    pub fn consistency_ratio(&self, table: &RandomIndex) -> Option<f64> {
        if self.weights.len() < 3 {
            return Some(0.0);
        }
        let random = table.values.get(self.weights.len() - 1).copied().filter(|random| *random > 0.0)?;
        Some(self.consistency_index / random)
    }
}

/// The principal eigenvector with its eigenvalue, by power iteration until it settles.
fn principal(matrix: &[Vec<f64>]) -> Option<(Vec<f64>, f64)> {
    let mut weights = vec![1.0 / count(matrix.len()); matrix.len()];
    for _ in 0..TURNS {
        let image: Vec<f64> = matrix.iter().map(|row| super::dot(row, &weights)).collect();
        let lambda: f64 = image.iter().sum();
        let next = normalised(&image)?;
        let moved = next.iter().zip(&weights).map(|(next, weight)| (next - weight).abs()).fold(0.0, f64::max);
        weights = next;
        if moved <= SETTLED {
            return Some((weights, lambda));
        }
    }
    None
}

/// The entry above the diagonal with the largest `max(e, 1 / e)`, `e = a_ij w_j / w_i`.
fn worst(matrix: &[Vec<f64>], weights: &[f64]) -> Option<Judgement> {
    let mut worst: Option<Judgement> = None;
    for (row, (entries, own)) in matrix.iter().zip(weights).enumerate() {
        for (column, (entry, other)) in entries.iter().zip(weights).enumerate().skip(row + 1) {
            let implied = own / other;
            let error = entry / implied;
            let error_factor = error.max(1.0 / error);
            if error_factor > worst.map_or(1.0, |worst| worst.error_factor) * (1.0 + FITTING) {
                worst = Some(Judgement { row, column, error_factor, implied });
            }
        }
    }
    worst
}

/// Weights of the items inside groups: weight of the group times weight within it, in the shape of `inside`. Scaled to
/// the sum 1 when `groups` and each list of `inside` are.
pub fn within_groups(groups: &[f64], inside: &[Vec<f64>]) -> Vec<Vec<f64>> {
    groups.iter().zip(inside).map(|(group, inside)| inside.iter().map(|weight| group * weight).collect()).collect()
}

/// Priorities of alternatives over a hierarchy (distributive): `sum_j w_j p_ja`.
///
/// `local` holds for each criterion the priorities of all alternatives under it. `None` when the lists do not fit.
pub fn synthesis(criteria: &[f64], local: &[Vec<f64>]) -> Option<Vec<f64>> {
    let alternatives = local.first()?.len();
    if criteria.len() != local.len() || local.iter().any(|priorities| priorities.len() != alternatives) {
        return None;
    }
    let mut sums = vec![0.0; alternatives];
    for (weight, priorities) in criteria.iter().zip(local) {
        sums.iter_mut().zip(priorities).for_each(|(sum, priority)| *sum += weight * priority);
    }
    Some(sums)
}

/// One matrix for several people who disagree: the geometric mean entry by entry, which keeps `a_ji = 1 / a_ij`. Check
/// its consistency afterwards.
///
/// Source: Aczél and Saaty 1983. `None` for no matrix, or matrices of unequal shape or with an entry not above 0.
pub fn aggregate(matrices: &[Vec<Vec<f64>>]) -> Option<Vec<Vec<f64>>> {
    let first = matrices.first()?;
    let mut logs: Vec<Vec<f64>> = first.iter().map(|row| vec![0.0; row.len()]).collect();
    for matrix in matrices {
        let is_alike =
            matrix.len() == logs.len() && matrix.iter().zip(&logs).all(|(row, sums)| row.len() == sums.len());
        if !is_alike || matrix.iter().flatten().any(|entry| !entry.is_finite() || *entry <= 0.0) {
            return None;
        }
        for (sum, entry) in logs.iter_mut().flatten().zip(matrix.iter().flatten()) {
            *sum += entry.ln();
        }
    }
    let people = count(matrices.len());
    Some(logs.into_iter().map(|row| row.into_iter().map(|sum| (sum / people).exp()).collect()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix(upper: &[&[f64]]) -> Vec<Vec<f64>> {
        let items = upper.len() + 1;
        let mut matrix = vec![vec![1.0; items]; items];
        for (row, entries) in upper.iter().enumerate() {
            for (at, entry) in entries.iter().enumerate() {
                matrix[row][row + 1 + at] = *entry;
                matrix[row + 1 + at][row] = 1.0 / entry;
            }
        }
        matrix
    }

    #[test]
    fn the_default_groups_weigh_what_the_comparisons_say() {
        let groups = matrix(&[&[1.0, 1.0, 2.0, 5.0], &[2.0, 2.0, 6.0], &[1.0, 4.0], &[3.0]]);
        let priorities = Priorities::of(&groups).unwrap();
        for (weight, expected) in priorities.weights.iter().zip([0.271, 0.320, 0.197, 0.160, 0.052]) {
            assert!((weight - expected).abs() < 5e-4, "{:?}", priorities.weights);
        }
        let ratio = priorities.consistency_ratio(&RandomIndex::default()).unwrap();
        assert!((ratio - 0.011).abs() < 5e-4 && Consistency::of(ratio) == Consistency::Accepted);
        assert!(priorities.worst.is_some());
    }

    #[test]
    fn one_and_two_items_always_fit() {
        let one = Priorities::of(&[vec![1.0]]).unwrap();
        assert_eq!((one.weights.as_slice(), one.consistency_index, one.worst), (&[1.0][..], 0.0, None));
        let two = Priorities::of(&matrix(&[&[4.0]])).unwrap();
        assert!((two.weights[0] - 0.8).abs() < 1e-12);
        assert_eq!(two.consistency_ratio(&RandomIndex::SAATY_2005), Some(0.0));
    }

    #[test]
    fn what_is_no_comparison_is_undefined() {
        assert_eq!(Priorities::of(&[]), None);
        assert_eq!(Priorities::of(&[vec![1.0, 2.0]]), None);
        assert_eq!(Priorities::of(&[vec![1.0, 0.0], vec![1.0, 1.0]]), None);
        let eleven = Priorities::of(&vec![vec![1.0; 11]; 11]).unwrap();
        assert_eq!(eleven.consistency_ratio(&RandomIndex::SAATY_1980), None);
    }

    #[test]
    fn a_circle_of_extremes_still_settles_and_is_rejected() {
        let circle = Priorities::of(&matrix(&[&[9.0, 1.0 / 9.0], &[9.0]])).unwrap();
        assert!(circle.weights.iter().all(|weight| (weight - 1.0 / 3.0).abs() < 1e-9));
        let ratio = circle.consistency_ratio(&RandomIndex::SAATY_1980).unwrap();
        assert_eq!(Consistency::of(ratio), Consistency::Rejected);
        assert_eq!(circle.worst.map(|worst| (worst.row, worst.column)), Some((0, 1)));
        assert_eq!([0.1, 0.2].map(Consistency::of), [Consistency::Accepted, Consistency::Doubtful]);
    }

    #[test]
    fn several_people_meet_in_the_geometric_mean() {
        let together = aggregate(&[matrix(&[&[2.0, 8.0], &[1.0]]), matrix(&[&[8.0, 2.0], &[1.0]])]).unwrap();
        assert!((together[0][1] - 4.0).abs() < 1e-12 && (together[1][0] - 0.25).abs() < 1e-12);
        assert_eq!(aggregate(&[]), None);
        assert_eq!(aggregate(&[matrix(&[&[2.0]]), matrix(&[&[2.0, 2.0], &[1.0]])]), None);
    }

    #[test]
    fn groups_and_hierarchies_multiply_through() {
        assert_eq!(within_groups(&[0.75, 0.25], &[vec![0.5, 0.5], vec![1.0]]), [vec![0.375, 0.375], vec![0.25]]);
        assert_eq!(synthesis(&[0.75, 0.25], &[vec![0.5, 0.5], vec![1.0, 0.0]]), Some(vec![0.625, 0.375]));
        assert_eq!(synthesis(&[1.0], &[]), None);
    }
}
