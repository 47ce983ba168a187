//! Which parks stand against each other, on which criteria? What robustness and agreement look at.

use super::ranking::Ranked;
use crate::{
    evaluate::{judgement::Judgement, verdict::Verdict},
    suitability::{
        Criterion, Gap, Measure,
        score::{FULL, Part},
    },
};

/// Most parks that stand against each other: the best by score. One further down is never first with half as much or half
/// as much again on a weight unless dozens tie.
const MOST: usize = 60;

/// The parks that stand against each other, on the criteria that say something.
pub(super) struct Field<'a> {
    /// The parks, the first of the ranking first.
    pub parks: Vec<&'a Ranked>,
    /// The criteria that say something.
    pub criteria: Vec<Criterion>,
    /// Shares of the weights, which sum to 1.
    pub weights: Vec<f64>,
    /// Values, 0 to 1, by park and criterion; `None` where the park does not state what is needed.
    pub values: Vec<Vec<Option<f64>>>,
    /// Coupling on the scale of the scores, 0 to 1.
    pub besides: Vec<f64>,
}

impl<'a> Field<'a> {
    /// The parks of `ranking` with the best verdict; `None` where no park may take the project, or nothing can be weighed.
    pub fn of(judgement: &Judgement, ranking: &'a [Ranked]) -> Option<Self> {
        let weights = judgement.fit().ground().weights();
        let share = |criterion: Criterion| weights.share(criterion);
        let first = ranking.first().filter(|first| first.judged.verdict != Verdict::Vetoed)?;
        let parks: Vec<&Ranked> =
            ranking.iter().filter(|it| it.judged.verdict == first.judged.verdict).take(MOST).collect();
        let says = |criterion: Criterion| {
            share(criterion) > 0.0
                && parks.iter().any(|it| match it.suitability.parts.get(criterion.place()).map(|part| &part.measure) {
                    Some(Measure::Value(..) | Measure::Gap(Gap::Park)) => true,
                    Some(Measure::Gap(Gap::Project | Gap::NotConcerned | Gap::NotRecorded)) | None => false,
                })
        };
        let criteria: Vec<Criterion> = Criterion::ALL.into_iter().filter(|criterion| says(*criterion)).collect();
        let sum: f64 = criteria.iter().map(|criterion| share(*criterion)).sum();
        let weights: Vec<f64> = criteria.iter().map(|criterion| share(*criterion) / sum).collect();
        let value =
            |it: &Ranked, criterion: Criterion| it.suitability.parts.get(criterion.place()).and_then(Part::value);
        let values = parks.iter().map(|it| criteria.iter().map(|criterion| value(it, *criterion)).collect()).collect();
        #[expect(clippy::cast_precision_loss, reason = "points are small")]
        let besides = parks.iter().map(|it| it.coupling as f64 / FULL).collect();
        (!criteria.is_empty()).then_some(Self { parks, criteria, weights, values, besides })
    }

    /// The values of a park; what it does not state counts as much as what it states does on the whole.
    pub fn filled(&self, at: usize) -> Option<Vec<f64>> {
        let values = self.values.get(at)?;
        let known = || values.iter().zip(&self.weights).filter_map(|(value, weight)| value.map(|it| (it, *weight)));
        let weight: f64 = known().map(|(_, weight)| weight).sum();
        let mean = if weight > 0.0 { known().map(|(value, weight)| value * weight).sum::<f64>() / weight } else { 0.0 };
        Some(values.iter().map(|value| value.unwrap_or(mean)).collect())
    }
}
