//! How firm is the first place against other weights? The interval of each weight within which the winner stays first,
//! and the nearest weights at which it does not.
//!
//! Scores are additive, `S = V w`, with every value known (fill a gap before asking). Sources: Triantaphyllou and Sanchez
//! 1997 for the intervals; the nearest flip is the projection of the weights on the half of the simplex in which the
//! other one leads.

use super::{SLACK, columns, dot, normalised, ranking};

/// The first two of a ranking and what lies between them.
#[derive(Debug, Clone, PartialEq)]
pub struct Lead {
    /// Scores of all alternatives, by weights that add up to 1.
    pub scores: Vec<f64>,
    /// First by score; ties in the order of the list.
    pub winner: usize,
    /// Second by score; `None` when there is only one alternative.
    pub runner_up: Option<usize>,
    /// Score of the winner less that of the runner-up.
    pub gap: Option<f64>,
    /// `w_j (v_winner,j - v_runner-up,j)` by criterion; adds up to the gap.
    pub gap_contributions: Option<Vec<f64>>,
}

impl Lead {
    /// Ranks the rows of `values` by `weights` (not negative, any sum); `None` when there is no row, the rows do not fit
    /// the weights, or nothing weighs anything.
    pub fn of(values: &[Vec<f64>], weights: &[f64]) -> Option<Self> {
        columns(values, weights.len())?;
        let weights = normalised(weights)?;
        let scores: Vec<f64> = values.iter().map(|row| dot(&weights, row)).collect();
        let order = ranking::order(&scores);
        let winner = *order.first()?;
        let runner_up = order.get(1).copied();
        let gap_contributions = runner_up.and_then(|second| {
            let rows = values.get(winner)?.iter().zip(values.get(second)?);
            Some(rows.zip(&weights).map(|((own, other), weight)| weight * (own - other)).collect::<Vec<f64>>())
        });
        let gap = gap_contributions.as_ref().map(|parts| parts.iter().sum());
        Some(Self { scores, winner, runner_up, gap, gap_contributions })
    }
}

/// For each criterion the weights, from least to most, with which the winner keeps the first place (or shares it), while
/// the other weights keep their proportions: `t d + (1 - t) r >= 0` for every other alternative, which turns at
/// `t = r / (r - d)`.
///
/// `None` inside for a criterion that has all the weight: the others then have no proportions. `None` as in [`Lead::of`].
pub fn intervals(values: &[Vec<f64>], weights: &[f64]) -> Option<Vec<Option<(f64, f64)>>> {
    let lead = Lead::of(values, weights)?;
    let weights = normalised(weights)?;
    let (own, top) = (values.get(lead.winner)?, lead.scores.get(lead.winner)?);
    let others = || values.iter().zip(&lead.scores).enumerate().filter(|(at, _)| *at != lead.winner);
    let interval = |(criterion, weight): (usize, &f64)| {
        let rest = 1.0 - weight;
        if rest <= SLACK {
            return None;
        }
        let (mut least, mut most) = (0.0_f64, 1.0_f64);
        for (_, (other, score)) in others() {
            let d = own.get(criterion)? - other.get(criterion)?;
            let r = ((top - score).max(0.0) - weight * d) / rest;
            let turn = r / (r - d);
            if r < -SLACK {
                least = least.max(turn);
            } else if d < -SLACK {
                most = most.min(turn);
            }
        }
        Some((least.clamp(0.0, *weight), most.clamp(*weight, 1.0)))
    };
    Some(weights.iter().enumerate().map(interval).collect())
}

/// The nearest weights at which another alternative draws level with the winner.
#[derive(Debug, Clone, PartialEq)]
pub struct Flip {
    /// Who draws level.
    pub challenger: usize,
    /// The weights at which the two are level; none is negative, and they add up to 1.
    pub weights: Vec<f64>,
    /// How far they are from the present ones (Euclid), 0 for a tie.
    pub distance: f64,
    /// The way on from there, of length 1; adds up to 0 and leaves weights alone that are used up.
    direction: Vec<f64>,
}

impl Flip {
    /// The weights a `step` past the flip, or before it for a negative step: for a small one the challenger leads after
    /// it and the winner before it.
    pub fn past(&self, step: f64) -> Vec<f64> {
        self.weights.iter().zip(&self.direction).map(|(weight, way)| weight + step * way).collect()
    }
}

/// The flip nearest to `weights` over all other alternatives; ties in distance to the earlier one in the list.
///
/// `None` when no weights put another one before the winner, and as in [`Lead::of`]. Costs alternatives × criteria².
pub fn nearest_flip(values: &[Vec<f64>], weights: &[f64]) -> Option<Flip> {
    let lead = Lead::of(values, weights)?;
    let own = values.get(lead.winner)?;
    let mut nearest: Option<Flip> = None;
    for (challenger, other) in values.iter().enumerate().filter(|(at, _)| *at != lead.winner) {
        if let Some(flip) = flip(own, other, weights, challenger)
            && nearest.as_ref().is_none_or(|nearest| flip.distance < nearest.distance - SLACK)
        {
            nearest = Some(flip);
        }
    }
    nearest
}

/// The weights nearest to `weights` at which `other` draws level with `own`, which leads or is level now: the smallest
/// `|w' - w|` with `sum w' = 1`, `w' >= 0` and `e w' = 0`, where `e = own - other`.
///
/// Without the bound at 0 the answer is `w - (w e) e' / |e'|²`, `e' = e - mean(e)`. With it the way goes along `-e'` until
/// a weight is used up, then on along the `e'` of the weights that are left: weights that are used up have the largest
/// `e`, the mean of the others only falls, and none comes back, so that the way ends in the exact projection after at
/// most as many bends as there are criteria. `None` when no weights put `other` first.
pub fn flip(own: &[f64], other: &[f64], weights: &[f64], challenger: usize) -> Option<Flip> {
    let start = normalised(weights)?;
    let mut at: Vec<Coordinate> = start
        .iter()
        .zip(own.iter().zip(other))
        .map(|(weight, (own, other))| Coordinate { weight: *weight, lead: own - other, is_free: true })
        .collect();
    if at.len() != start.len() || !at.iter().any(|it| it.lead < -SLACK) {
        return None;
    }
    // Each turn frees the way of one weight that is used up, or ends.
    for _ in 0..=start.len() {
        let free = || at.iter().filter(|it| it.is_free);
        let mean = free().map(|it| it.lead).sum::<f64>() / super::count(free().count());
        let square: f64 = free().map(|it| (it.lead - mean) * (it.lead - mean)).sum();
        let gap: f64 = at.iter().map(|it| it.weight * it.lead).sum::<f64>().max(0.0);
        let level = gap / square;
        let bend = at.iter().enumerate().filter_map(|(index, it)| it.used_up(mean).map(|step| (step, index)));
        let bend = bend.min_by(|(a, _), (b, _)| a.total_cmp(b)).filter(|(step, _)| *step <= level);
        let step = bend.map_or(level, |(step, _)| step);
        for it in at.iter_mut().filter(|it| it.is_free) {
            it.weight = (it.weight - step * (it.lead - mean)).max(0.0);
        }
        let Some((_, used_up)) = bend else {
            let length = square.sqrt();
            let way = |it: &Coordinate| if it.is_free { (mean - it.lead) / length } else { 0.0 };
            let direction = at.iter().map(way).collect();
            let weights: Vec<f64> = at.iter().map(|it| it.weight).collect();
            let square: f64 = weights.iter().zip(&start).map(|(to, from)| (to - from) * (to - from)).sum();
            return Some(Flip { challenger, weights, distance: square.sqrt(), direction });
        };
        if let Some(it) = at.get_mut(used_up) {
            (it.weight, it.is_free) = (0.0, false);
        }
    }
    None
}

/// One weight on its way to the flip.
struct Coordinate {
    weight: f64,
    /// By how much the winner is better in this criterion.
    lead: f64,
    /// Whether the weight still moves; it stays at 0 once it is used up.
    is_free: bool,
}

impl Coordinate {
    /// After which step along `-(lead - mean)` the weight is 0; `None` when it does not fall.
    fn used_up(&self, mean: f64) -> Option<f64> {
        let fall = self.lead - mean;
        (self.is_free && fall > SLACK).then(|| self.weight / fall)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::Chance;

    const VALUES: [[f64; 4]; 3] = [[0.9, 0.4, 0.5, 0.7], [0.6, 0.8, 0.7, 0.5], [0.3, 0.9, 0.6, 0.9]];

    fn random(chance: &mut Chance, alternatives: usize, criteria: usize) -> (Vec<Vec<f64>>, Vec<f64>) {
        let mut row = || (0..criteria).map(|_| chance.fraction()).collect::<Vec<f64>>();
        let values = (0..alternatives).map(|_| row()).collect();
        (values, normalised(&row()).unwrap())
    }

    fn distance(a: &[f64], b: &[f64]) -> f64 {
        a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt()
    }

    #[test]
    fn without_the_bound_the_flip_is_the_closed_form() {
        let values: Vec<Vec<f64>> = VALUES.iter().map(|row| row.to_vec()).collect();
        let weights = [0.4, 0.25, 0.2, 0.15];
        let flip = nearest_flip(&values, &weights).unwrap();
        // e = (0.3, -0.4, -0.2, 0.2), mean -0.025, w e = 0.01.
        let turned = [0.325, -0.375, -0.175, 0.225];
        let square: f64 = turned.iter().map(|it| it * it).sum();
        assert_eq!(flip.challenger, 1);
        assert!((flip.distance - 0.01 / square.sqrt()).abs() < 1e-12);
        for ((weight, turned), found) in weights.iter().zip(turned).zip(&flip.weights) {
            assert!((weight - 0.01 * turned / square - found).abs() < 1e-12);
        }
    }

    #[test]
    fn a_millionth_past_the_flip_another_wins_and_a_millionth_before_it_does_not() {
        let mut chance = Chance::new(20);
        let (mut flips, mut bent) = (0, 0);
        for _ in 0..4_000 {
            let (alternatives, criteria) = (2 + chance.below(6), 2 + chance.below(9));
            let (values, weights) = random(&mut chance, alternatives, criteria);
            let winner = Lead::of(&values, &weights).unwrap().winner;
            let Some(flip) = nearest_flip(&values, &weights) else { continue };
            flips += 1;
            bent += usize::from(flip.weights.contains(&0.0));
            assert!(flip.weights.iter().all(|weight| *weight >= 0.0));
            assert!((flip.weights.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            assert!((distance(&flip.weights, &weights) - flip.distance).abs() < 1e-12);
            let scores = |step: f64| -> Vec<f64> {
                let weights = flip.past(step);
                values.iter().map(|row| dot(&weights, row)).collect()
            };
            assert_eq!(ranking::order(&scores(-1e-6))[0], winner);
            assert_eq!(ranking::order(&scores(1e-6))[0], flip.challenger);
        }
        assert!(flips > 3_000 && bent > 500, "{flips} flips, {bent} of them at the bound");
    }

    #[test]
    fn no_weights_nearer_than_the_flip_let_another_win() {
        let mut chance = Chance::new(21);
        for _ in 0..60 {
            let (values, weights) = random(&mut chance, 3, 4);
            let winner = Lead::of(&values, &weights).unwrap().winner;
            let flip = nearest_flip(&values, &weights);
            for _ in 0..2_000 {
                let other = normalised(&[(); 4].map(|()| chance.fraction())).unwrap();
                let near = flip.as_ref().is_none_or(|flip| distance(&other, &weights) < flip.distance - 1e-9);
                assert!(!near || Lead::of(&values, &other).unwrap().winner == winner);
            }
        }
    }

    #[test]
    fn who_is_nowhere_worse_cannot_be_passed() {
        let values = [vec![0.9, 0.4], vec![0.9, 0.1], vec![0.2, 0.4]];
        assert_eq!(nearest_flip(&values, &[0.5, 0.5]), None);
        assert_eq!(nearest_flip(&values[..1], &[0.5, 0.5]), None);
        assert_eq!(nearest_flip(&[], &[0.5]), None);
    }

    #[test]
    fn a_tie_flips_where_it_stands() {
        let flip = nearest_flip(&[vec![1.0, 0.0], vec![0.0, 1.0]], &[1.0, 1.0]).unwrap();
        assert_eq!((flip.challenger, flip.distance), (1, 0.0));
        let cornered = nearest_flip(&[vec![1.0, 0.0], vec![0.0, 1.0]], &[1.0, 0.0]).unwrap();
        assert!(distance(&cornered.weights, &[0.5, 0.5]) < 1e-12);
    }

    #[test]
    fn the_winner_turns_at_the_ends_of_an_interval() {
        let mut chance = Chance::new(22);
        for _ in 0..1_000 {
            let (values, weights) = random(&mut chance, 4, 5);
            let winner = Lead::of(&values, &weights).unwrap().winner;
            for (criterion, interval) in intervals(&values, &weights).unwrap().into_iter().enumerate() {
                let (least, most) = interval.unwrap();
                let winner_at = |t: f64| {
                    let scale = (1.0 - t) / (1.0 - weights[criterion]);
                    let mut moved: Vec<f64> = weights.iter().map(|weight| weight * scale).collect();
                    moved[criterion] = t;
                    Lead::of(&values, &moved).unwrap().winner
                };
                for (end, outward) in [(least, -1e-6), (most, 1e-6)] {
                    if (1e-6..1.0 - 1e-6).contains(&end) {
                        assert_ne!(winner_at(end + outward), winner);
                        assert_eq!(winner_at(end - outward), winner);
                    }
                }
            }
        }
        let all_on_one = intervals(&[vec![1.0, 0.0], vec![0.0, 1.0]], &[1.0, 0.0]).unwrap();
        assert_eq!(all_on_one, [None, Some((0.0, 0.5))]);
        assert_eq!(intervals(&[vec![0.3, 0.5]], &[0.5, 0.5]), Some(vec![Some((0.0, 1.0)); 2]));
    }
}
