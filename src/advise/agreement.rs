//! Would another school of method decide otherwise? TOPSIS, VIKOR and PROMETHEE II on the same values, beside the ranking.
//!
//! They are never mixed into the score: they depend on the list at hand and do not split into parts. When the first park is
//! among the first two of none of them, the answer is method-dependent. Beside them the weights that entropy and CRITIC read
//! off the values: they say where the candidates differ most today, not what matters most.

use super::{field::Field, ranking::Ranked};
use crate::{
    evaluate::judgement::Judgement,
    model::id::ParkId,
    suitability::{
        Criterion,
        methods::{
            Better,
            agreement::kendall_tau_b,
            critic::critic_weights,
            entropy_weights::EntropyWeights,
            promethee::{Preference, Promethee},
            topsis::Topsis,
            vikor::{STRATEGY, Vikor},
        },
    },
};

/// Differences up to this are ignored by PROMETHEE, on values from 0 to 1.
const INDIFFERENCE: f64 = 0.05;
/// Differences from this on count in full.
const PREFERENCE: f64 = 0.25;

/// Another school of method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum School {
    /// Near to the best of the list, far from the worst of it.
    Topsis,
    /// The least worst complaint.
    Vikor,
    /// Wins less losses in pairs.
    Promethee,
}

/// What another school says.
#[derive(Debug, Clone, PartialEq)]
pub struct Opinion {
    /// The school.
    pub school: School,
    /// The parks that it puts first; several for the compromise set of VIKOR.
    pub first: Vec<ParkId>,
    /// The rank that it gives to each park of the ranking, in the order of the ranking.
    pub ranks: Vec<(ParkId, usize)>,
    /// Kendall's tau-b with the ranking, −1 to 1; `None` where one of them is all ties.
    pub tau: Option<f64>,
}

/// What the other schools say, and what the values say of weights.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    /// The opinions, in the order of the schools; a school to which the values say nothing is left out.
    pub opinions: Vec<Opinion>,
    /// Whether the first park is among the first two of none of the schools.
    pub is_method_dependent: bool,
    /// The criteria that say something.
    pub criteria: Vec<Criterion>,
    /// Shares of the weights in force.
    pub weights: Vec<f64>,
    /// Entropy weights; `None` where the values show no contrast.
    pub entropy: Option<Vec<f64>>,
    /// CRITIC weights; `None` where the values show no contrast.
    pub critic: Option<Vec<f64>>,
}

/// What other schools say of `ranking`; `None` where fewer than two parks may take the project on equal terms.
pub fn of(judgement: &Judgement, ranking: &[Ranked]) -> Option<Agreement> {
    let field = Field::of(judgement, ranking).filter(|field| field.parks.len() > 1)?;
    let values: Vec<Vec<f64>> = (0..field.parks.len()).map(|at| field.filled(at)).collect::<Option<_>>()?;
    let better = vec![Better::More; field.criteria.len()];
    let preferences = vec![Preference::Linear { q: INDIFFERENCE, p: PREFERENCE }; field.criteria.len()];
    let topsis = Topsis::of(&values, &field.weights, &better).and_then(|it| it.ranks);
    let vikor = Vikor::of(&values, &field.weights, &better, STRATEGY);
    let promethee = Promethee::of(&values, &field.weights, &better, &preferences).map(|it| it.ranks);
    let mut opinions = Vec::new();
    opinions.extend(topsis.map(|ranks| opinion(&field, School::Topsis, ranks, None)));
    opinions.extend(vikor.map(|it| opinion(&field, School::Vikor, it.ranks, Some(&it.set))));
    opinions.extend(promethee.map(|ranks| opinion(&field, School::Promethee, ranks, None)));
    let backs_first = |it: &Opinion| it.ranks.first().is_some_and(|(_, rank)| *rank <= 2);
    Some(Agreement {
        is_method_dependent: !opinions.is_empty() && !opinions.iter().any(backs_first),
        entropy: EntropyWeights::of(&values).and_then(|it| it.weights),
        critic: critic_weights(&values, &better),
        opinions,
        criteria: field.criteria,
        weights: field.weights,
    })
}

#[expect(clippy::cast_precision_loss, reason = "ranks are small")]
fn opinion(field: &Field<'_>, school: School, ranks: Vec<usize>, set: Option<&[usize]>) -> Opinion {
    let ours: Vec<f64> = field.parks.iter().map(|it| it.rank as f64).collect();
    let theirs: Vec<f64> = ranks.iter().map(|rank| *rank as f64).collect();
    let ranks: Vec<(ParkId, usize)> = field.parks.iter().map(|it| it.park.clone()).zip(ranks).collect();
    let first = match set {
        Some(set) => set.iter().filter_map(|at| field.parks.get(*at)).map(|it| it.park.clone()).collect(),
        None => ranks.iter().filter(|(_, rank)| *rank == 1).map(|(park, _)| park.clone()).collect(),
    };
    Opinion { school, first, tau: kendall_tau_b(&ours, &theirs), ranks }
}
