//! How firm is the first place? The share of reasonable weightings in which each park stays first, and the nearest weight at
//! which another one draws level.
//!
//! Parks with the best verdict stand against each other; no weight changes a verdict. Reasonable weightings: each weight
//! times its own chance from 0.5 to 1.5, seeded, 10,000 of them (SMAA, Lahdelma, Hokkanen & Salminen 1998). The nearest weight
//! is exact (after Triantaphyllou & Sanchez 1997): criterion `k` gets the share `t`, the others keep their proportions. Both go
//! by the rule of the score, which leaves out what a park does not state: with `A` and `B` the sums of `w v` and of `w` over the
//! other criteria that have a value in a park, over the weight of all others, the park scores
//! `S(t) = ((1 − t) A + t v) / ((1 − t) B + t) + c`, and `A / B + c` where it has no `v`; `c` is the coupling. `S` of two parks
//! is alike at the roots of a quadratic.

use super::{field::Field, ranking::Ranked};
use crate::{
    evaluate::judgement::Judgement,
    model::id::ParkId,
    suitability::{
        Criterion,
        methods::acceptability::{DRAWS, Firmness, Study, Weightings},
    },
};

/// Seed of the weightings: the day on which the city announced its first characteristic parks.
pub const SEED: u64 = 20_220_622;

/// Differences of scores, 0 to 1, that are none.
const SLACK: f64 = 1e-9;

/// How firm a ranking is.
#[derive(Debug, Clone, PartialEq)]
pub struct Robustness {
    /// Share of the weightings in which each park is first, 0 to 1, in the order of the ranking.
    pub shares: Vec<(ParkId, f64)>,
    /// The parks that share the first place in whole points, which only the city's list orders; empty where one stands alone.
    pub tied: Vec<ParkId>,
    /// How firm the first place is.
    pub firmness: Firmness,
    /// The nearest weight at which another park draws level and goes past; `None` where no single weight does.
    pub flip: Option<Flip>,
}

impl Robustness {
    /// Tells whether the first place is shared: then nothing is firm about it.
    pub fn is_tied(&self) -> bool {
        !self.tied.is_empty()
    }

    /// Tells whether no other park has as good a verdict: then no weight has a say.
    pub fn is_by_verdict(&self) -> bool {
        self.shares.len() == 1
    }

    /// Share of the weightings in which `park` is first.
    pub fn share(&self, park: &ParkId) -> f64 {
        self.shares.iter().find(|(it, _)| it == park).map_or(0.0, |(_, share)| *share)
    }
}

/// A weight at which another park draws level.
#[derive(Debug, Clone, PartialEq)]
pub struct Flip {
    /// The criterion whose weight changes; the others keep their proportions.
    pub criterion: Criterion,
    /// Its share now, 0 to 1, of the weight of the criteria that have a value.
    pub from: f64,
    /// Its share at which the two are level.
    pub to: f64,
    /// Who draws level.
    pub challenger: ParkId,
}

/// How firm `ranking` is, with the weights in force; `None` where no park may take the project, or nothing can be weighed.
pub fn of(judgement: &Judgement, ranking: &[Ranked]) -> Option<Robustness> {
    let field = Field::of(judgement, ranking)?;
    let study = Study { weightings: Weightings::Near(field.weights.clone()), draws: DRAWS, seed: SEED };
    let shares = study.first_places_beside(&field.values, &field.besides)?;
    let firmness = Firmness::of(shares.first().copied()?);
    let shares = field.parks.iter().map(|it| it.park.clone()).zip(shares).collect();
    let tied = ranking.iter().filter(|it| it.rank == 1 && it.is_tied).map(|it| it.park.clone()).collect();
    Some(Robustness { shares, tied, firmness, flip: field.flip() })
}

impl Field<'_> {
    /// The nearest single weight at which the first place turns.
    fn flip(&self) -> Option<Flip> {
        let mut nearest: Option<(f64, Flip)> = None;
        for (at, (criterion, weight)) in self.criteria.iter().zip(&self.weights).enumerate() {
            let scores: Vec<Score> = self.values.iter().zip(&self.besides).map(|it| self.score(at, it)).collect();
            let Some(own) = scores.first() else { continue };
            for (other, score) in self.parks.iter().zip(&scores).skip(1) {
                for to in own.level(score) {
                    let distance = (to - weight).abs();
                    let is_first = || scores.iter().all(|it| it.at(to) <= own.at(to) + SLACK);
                    if nearest.as_ref().is_none_or(|(least, _)| distance < *least) && is_first() {
                        let challenger = other.park.clone();
                        nearest = Some((distance, Flip { criterion: *criterion, from: *weight, to, challenger }));
                    }
                }
            }
        }
        nearest.map(|(_, flip)| flip)
    }

    /// The score of a park with these values and this beside them, by the weight of the criterion numbered `free`.
    fn score(&self, free: usize, (values, beside): (&Vec<Option<f64>>, &f64)) -> Score {
        let (mut sum, mut known, mut rest, mut own) = (0.0, 0.0, 0.0, None);
        for (at, (value, weight)) in values.iter().zip(&self.weights).enumerate() {
            if at == free {
                own = *value;
                continue;
            }
            rest += weight;
            if let Some(value) = value {
                sum += weight * value;
                known += weight;
            }
        }
        let (above, below) = match own {
            Some(own) if known > 0.0 => ((sum / rest, own - sum / rest), (known / rest, 1.0 - known / rest)),
            Some(own) => ((own, 0.0), (1.0, 0.0)),
            None if known > 0.0 => ((sum / known, 0.0), (1.0, 0.0)),
            None => ((0.0, 0.0), (1.0, 0.0)),
        };
        Score { above, below, beside: *beside }
    }
}

/// A score by the share `t` of one weight: `(a + a' t) / (b + b' t) + c`; `b + b' t` is above 0 between 0 and 1.
struct Score {
    above: (f64, f64),
    below: (f64, f64),
    /// What no weight changes.
    beside: f64,
}

impl Score {
    fn at(&self, t: f64) -> f64 {
        (self.above.0 + self.above.1 * t) / (self.below.0 + self.below.1 * t) + self.beside
    }

    /// The shares between 0 and 1 at which the lead over `other` changes its sign.
    fn level(&self, other: &Self) -> impl Iterator<Item = f64> {
        let beside = self.beside - other.beside;
        let terms =
            [(self.above, other.below, 1.0), (other.above, self.below, -1.0), (self.below, other.below, beside)];
        let (mut whole, mut linear, mut square) = (0.0, 0.0, 0.0);
        for ((p, p_t), (q, q_t), factor) in terms {
            whole += factor * p * q;
            linear += factor * (p * q_t + p_t * q);
            square += factor * p_t * q_t;
        }
        // Where the two roots are one, the lead touches 0 and keeps its sign.
        let root = (linear * linear - 4.0 * square * whole).max(0.0).sqrt();
        let sum = -0.5 * (linear + root.copysign(linear));
        [sum / square, whole / sum].into_iter().filter(move |t| root > SLACK && *t > 0.0 && *t < 1.0)
    }
}
