//! How firm is the first place? The share of reasonable weightings in which each park stays first, and the nearest weight at
//! which another one draws level.
//!
//! Parks with the best verdict stand against each other; no weight changes a verdict. Reasonable weightings: each weight
//! times its own chance from 0.5 to 1.5, seeded, 10,000 of them (SMAA, Lahdelma, Hokkanen & Salminen 1998). What a park does
//! not state is drawn with every weighting. The nearest weight is exact: criterion `k` gets `t`, the others keep their
//! proportions, and the lead `t d + (1 − t) r + c`, with the coupling `c`, turns at `t = (r + c) / (r − d)` (Triantaphyllou &
//! Sanchez 1997).

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

/// How firm a ranking is.
#[derive(Debug, Clone, PartialEq)]
pub struct Robustness {
    /// Share of the weightings in which each park is first, 0 to 1, in the order of the ranking.
    pub shares: Vec<(ParkId, f64)>,
    /// How firm the first place is.
    pub firmness: Firmness,
    /// The nearest weight at which another park draws level; `None` where no single weight does.
    pub flip: Option<Flip>,
}

impl Robustness {
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
    Some(Robustness { shares, firmness, flip: field.flip() })
}

impl Field<'_> {
    /// The nearest single weight at which another park draws level.
    fn flip(&self) -> Option<Flip> {
        let own = self.filled(0)?;
        let mut nearest: Option<(f64, Flip)> = None;
        for (at, other) in self.parks.iter().enumerate().skip(1) {
            let lead: Vec<f64> = own.iter().zip(self.filled(at)?).map(|(own, other)| own - other).collect();
            let beside = self.besides.first()? - self.besides.get(at)?;
            for ((criterion, weight), d) in self.criteria.iter().zip(&self.weights).zip(&lead) {
                let Some(to) = turn(&lead, &self.weights, *weight, *d, beside) else { continue };
                let distance = (to - weight).abs();
                if nearest.as_ref().is_none_or(|(least, _)| distance < *least) {
                    let challenger = other.park.clone();
                    nearest = Some((distance, Flip { criterion: *criterion, from: *weight, to, challenger }));
                }
            }
        }
        nearest.map(|(_, flip)| flip)
    }
}

/// The weight at which a lead turns, when one criterion with this `weight` and lead `d` changes; `None` outside 0 to 1.
fn turn(lead: &[f64], weights: &[f64], weight: f64, d: f64, beside: f64) -> Option<f64> {
    let rest = 1.0 - weight;
    if rest <= 0.0 {
        return None;
    }
    let gap: f64 = lead.iter().zip(weights).map(|(lead, weight)| lead * weight).sum();
    let r = (gap - weight * d) / rest;
    let to = (r + beside) / (r - d);
    (to.is_finite() && (0.0..=1.0).contains(&to)).then_some(to)
}
