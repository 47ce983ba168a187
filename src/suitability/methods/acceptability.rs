//! With how many reasonable weightings is a park first? Rank acceptability by drawing weights from a seed.
//!
//! Source: SMAA, Lahdelma, Hokkanen and Salminen 1998; SMAA-2 2001. A share `p` of `N` draws has the standard error
//! `sqrt(p (1 - p) / N)`, at most 0.005 for 10,000 draws: two digits are all that it bears.

use super::{SLACK, count, normalised};
use crate::chance::Chance;

/// Draws that a screen shows.
pub const DRAWS: usize = 10_000;

/// Which weightings are drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Weightings {
    /// All, evenly: uniform on the simplex of this many criteria.
    All(usize),
    /// Those near the given ones: each weight times its own chance between 0.5 and 1.5, scaled to the sum 1 again.
    Near(Vec<f64>),
}

impl Weightings {
    fn criteria(&self) -> usize {
        match self {
            Self::All(criteria) => *criteria,
            Self::Near(weights) => weights.len(),
        }
    }

    /// Draws one weighting into `weights`; the sum is 1.
    fn draw(&self, chance: &mut Chance, weights: &mut [f64]) {
        match self {
            Self::All(_) => {
                // The spacings of evenly drawn points are uniform on the simplex, and need no logarithm.
                for cut in weights.iter_mut() {
                    *cut = chance.fraction();
                }
                if let Some(end) = weights.last_mut() {
                    *end = 1.0;
                }
                weights.sort_unstable_by(f64::total_cmp);
                let mut before = 0.0;
                for cut in weights {
                    let spacing = *cut - before;
                    before = *cut;
                    *cut = spacing;
                }
            }
            Self::Near(middle) => {
                weights.iter_mut().zip(middle).for_each(|(it, weight)| *it = weight * (0.5 + chance.fraction()));
                let sum: f64 = weights.iter().sum();
                for weight in weights {
                    *weight /= sum;
                }
            }
        }
    }
}

/// What is drawn, how often, and from which seed: the same answer on every machine.
#[derive(Debug, Clone, PartialEq)]
pub struct Study {
    /// Which weightings are drawn.
    pub weightings: Weightings,
    /// How many.
    pub draws: usize,
    /// Seed of the draws.
    pub seed: u64,
}

impl Study {
    /// Share of the weightings that put each alternative on each rank: `[alternative][rank - 1]`, 0 to 1.
    ///
    /// `values` holds a row for each alternative, 0 to 1; what is missing is drawn anew with every weighting, from 0 to 1.
    /// Alternatives that tie share the smaller rank. `None` when the rows do not fit the criteria, nothing weighs anything
    /// or nothing is drawn. Costs draws × (cells + alternatives × log alternatives).
    pub fn acceptability(&self, values: &[Vec<Option<f64>>]) -> Option<Vec<Vec<f64>>> {
        let alternatives = values.len();
        let mut counts = vec![0_usize; alternatives * alternatives];
        let mut order: Vec<usize> = (0..alternatives).collect();
        self.run(values, Missing::Drawn, |scores| {
            let score = |alternative: usize| scores.get(alternative).copied().unwrap_or(0.0);
            order.sort_unstable_by(|a, b| score(*b).total_cmp(&score(*a)).then_with(|| a.cmp(b)));
            let (mut rank, mut level) = (0, f64::INFINITY);
            for (place, alternative) in order.iter().enumerate() {
                if score(*alternative) < level - SLACK {
                    (rank, level) = (place, score(*alternative));
                }
                counts.iter_mut().skip(alternative * alternatives + rank).take(1).for_each(|count| *count += 1);
            }
        })?;
        let row = |row: &[usize]| row.iter().map(|times| self.part(*times)).collect();
        Some(counts.chunks(alternatives.max(1)).map(row).collect())
    }

    /// Share of the weightings that put each alternative first (or let it share the first place), 0 to 1: the first
    /// column of [`Self::acceptability`], at the cost of draws × cells.
    pub fn first_places(&self, values: &[Vec<Option<f64>>]) -> Option<Vec<f64>> {
        let mut counts = vec![0_usize; values.len()];
        self.run(values, Missing::Drawn, |scores| count_first(&mut counts, scores))?;
        Some(counts.into_iter().map(|times| self.part(times)).collect())
    }

    /// The same by the rule of the score: what is missing is left out, and the weights of what an alternative has are scaled to
    /// the sum 1. Each alternative has something `besides` its criteria that no weight changes, on the scale of the scores; 0
    /// where the list ends.
    pub fn first_places_beside(&self, values: &[Vec<Option<f64>>], besides: &[f64]) -> Option<Vec<f64>> {
        let mut counts = vec![0_usize; values.len()];
        let mut sums = vec![0.0; values.len()];
        self.run(values, Missing::LeftOut, |scores| {
            let besides = besides.iter().copied().chain(std::iter::repeat(0.0));
            for ((sum, score), beside) in sums.iter_mut().zip(scores).zip(besides) {
                *sum = score + beside;
            }
            count_first(&mut counts, &sums);
        })?;
        Some(counts.into_iter().map(|times| self.part(times)).collect())
    }

    fn part(&self, times: usize) -> f64 {
        count(times) / count(self.draws)
    }

    /// Calls `each` with the scores of every draw.
    fn run(&self, values: &[Vec<Option<f64>>], missing: Missing, mut each: impl FnMut(&[f64])) -> Option<()> {
        let criteria = self.weightings.criteria();
        if let Weightings::Near(middle) = &self.weightings {
            normalised(middle)?;
        }
        if criteria == 0 || self.draws == 0 || values.iter().any(|row| row.len() != criteria) {
            return None;
        }
        let gaps: Vec<usize> =
            values.iter().flatten().enumerate().filter(|(_, value)| value.is_none()).map(|(cell, _)| cell).collect();
        let mut cells: Vec<f64> = values.iter().flatten().map(|value| value.unwrap_or(0.0)).collect();
        let mut weights = vec![0.0; criteria];
        let mut scores = vec![0.0; values.len()];
        let mut chance = Chance::new(self.seed);
        for _ in 0..self.draws {
            self.weightings.draw(&mut chance, &mut weights);
            match missing {
                Missing::Drawn => {
                    for gap in &gaps {
                        let drawn = chance.fraction();
                        cells.iter_mut().skip(*gap).take(1).for_each(|cell| *cell = drawn);
                    }
                    let rows = cells.chunks_exact(criteria);
                    scores.iter_mut().zip(rows).for_each(|(score, row)| *score = super::dot(&weights, row));
                }
                Missing::LeftOut => {
                    scores.iter_mut().zip(values).for_each(|(score, row)| *score = of_known(&weights, row));
                }
            }
            each(&scores);
        }
        Some(())
    }
}

/// What stands for a value that is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Missing {
    /// One drawn anew with every weighting.
    Drawn,
    /// Nothing: its weight is left out.
    LeftOut,
}

/// The weighted mean of what `row` has; 0 where it has nothing that weighs.
fn of_known(weights: &[f64], row: &[Option<f64>]) -> f64 {
    let known = weights.iter().zip(row).filter_map(|(weight, value)| value.map(|value| (*weight, value)));
    let (known, sum) = known.fold((0.0, 0.0), |(known, sum), (weight, value)| (known + weight, sum + weight * value));
    if known > 0.0 { sum / known } else { 0.0 }
}

/// Counts every alternative with the highest score.
fn count_first(counts: &mut [usize], scores: &[f64]) {
    let top = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    counts.iter_mut().zip(scores).for_each(|(count, score)| *count += usize::from(*score >= top - SLACK));
}

/// How firm a first place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Firmness {
    /// First with fewer than half of the weightings.
    Open,
    /// First with at least half of the weightings.
    Contested,
    /// First with at least four in five weightings.
    Clear,
}

impl Firmness {
    /// The firmness of a first place that holds with `share` of the weightings.
    pub fn of(share: f64) -> Self {
        if share >= 0.8 {
            Self::Clear
        } else if share >= 0.5 {
            Self::Contested
        } else {
            Self::Open
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(rows: &[&[f64]]) -> Vec<Vec<Option<f64>>> {
        rows.iter().map(|row| row.iter().copied().map(Some).collect()).collect()
    }

    fn study(weightings: Weightings, draws: usize, seed: u64) -> Study {
        Study { weightings, draws, seed }
    }

    #[test]
    fn ten_thousand_draws_are_within_two_points_of_a_million() {
        let mut values = known(&[
            &[0.9, 0.2, 0.6, 0.4, 0.7],
            &[0.5, 0.8, 0.5, 0.6, 0.5],
            &[0.7, 0.6, 0.2, 0.9, 0.6],
            &[0.6, 0.5, 0.8, 0.5, 0.55],
        ]);
        values[2][1] = None;
        for weightings in [Weightings::All(5), Weightings::Near(vec![28.0, 31.0, 20.0, 16.0, 5.0])] {
            let reference = study(weightings.clone(), 1_000_000, 99).first_places(&values).unwrap();
            assert!(reference.iter().all(|share| *share < 0.95), "not a contest: {reference:?}");
            for seed in 0..20 {
                let shares = study(weightings.clone(), DRAWS, seed).first_places(&values).unwrap();
                assert!(shares.iter().zip(&reference).all(|(a, b)| (a - b).abs() < 0.02), "{shares:?} {reference:?}");
            }
        }
    }

    #[test]
    fn first_places_are_the_first_column_and_ranks_add_up() {
        let values = known(&[&[0.9, 0.2, 0.5], &[0.6, 0.6, 0.4], &[0.1, 0.95, 0.6]]);
        let study = study(Weightings::Near(vec![0.5, 0.3, 0.2]), 2_000, 5);
        let ranks = study.acceptability(&values).unwrap();
        assert_eq!(study.first_places(&values).unwrap(), ranks.iter().map(|row| row[0]).collect::<Vec<_>>());
        assert!(ranks.iter().all(|row| (row.iter().sum::<f64>() - 1.0).abs() < 1e-12));
    }

    #[test]
    fn what_is_left_out_weighs_nothing() {
        // The first leads while 0.9 is above 0.8, whatever its second criterion would be.
        let values = [vec![Some(0.9), None], vec![Some(0.8), Some(0.8)]];
        let near = study(Weightings::Near(vec![0.5, 0.5]), 1_000, 3);
        assert_eq!(near.first_places_beside(&values, &[]), Some(vec![1.0, 0.0]));
        assert_eq!(near.first_places_beside(&values, &[0.0, 0.11]), Some(vec![0.0, 1.0]));
        assert!(near.first_places(&values).unwrap()[0] < 1.0, "drawn, it may lose");
        assert_eq!(near.first_places_beside(&[vec![None, None], vec![Some(0.0), None]], &[]), Some(vec![1.0, 1.0]));
    }

    #[test]
    fn drawn_weights_add_up_and_stay_near() {
        let mut chance = Chance::new(6);
        let mut weights = [0.0; 3];
        let mut means = [0.0; 3];
        for _ in 0..4_000 {
            Weightings::All(3).draw(&mut chance, &mut weights);
            assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-12 && weights.iter().all(|weight| *weight >= 0.0));
            means.iter_mut().zip(weights).for_each(|(mean, weight)| *mean += weight / 4_000.0);
            Weightings::Near(vec![0.6, 0.4, 0.0]).draw(&mut chance, &mut weights);
            assert!((1.0 / 3.0..3.0).contains(&(weights[0] / weights[1] / 1.5)) && weights[2] == 0.0);
        }
        assert!(means.iter().all(|mean| (mean - 1.0 / 3.0).abs() < 0.02), "{means:?}");
    }

    #[test]
    fn ties_share_and_nonsense_is_undefined() {
        let twins = known(&[&[0.5, 0.5], &[0.5, 0.5], &[0.1, 0.1]]);
        let ranks = study(Weightings::All(2), 100, 1).acceptability(&twins).unwrap();
        assert_eq!(ranks, [[1.0, 0.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]);
        assert_eq!(study(Weightings::All(3), 100, 1).first_places(&twins), None);
        assert_eq!(study(Weightings::Near(vec![0.0, 0.0]), 100, 1).first_places(&twins), None);
        assert_eq!(study(Weightings::All(2), 0, 1).first_places(&twins), None);
        assert_eq!(study(Weightings::All(2), 9, 1).acceptability(&[]), Some(vec![]));
    }

    #[test]
    fn marks_met_exactly_are_met() {
        let words = [0.8, 0.79, 0.5, 0.49].map(Firmness::of);
        assert_eq!(words, [Firmness::Clear, Firmness::Contested, Firmness::Contested, Firmness::Open]);
    }
}
