//! How much of what a park makes do the others make too? Overlap of two mixes, the index of a park against all others
//! and of the whole city (同质化竞争指数).
//!
//! Overlap: Finger and Kreinin 1979, equal to 1 less half the Krugman index. Cosine: the structural similarity
//! coefficient of Chinese planning papers, ruled by the largest trades and therefore shown only, never summed.
//! Overlap is not yet harm: two parks on the two ends of one chain overlap little, two on the same link much.

use super::share;

/// The part of two mixes that is the same: `sum_i min(s_ai, s_bi)`.
///
/// `a` and `b` are amounts or shares of the same industries in the same order, none negative; what the shorter one lacks
/// counts as 0. From 0 (nothing in common) to 1 (the same mix); `None` when one of them has no total.
pub fn overlap(a: &[f64], b: &[f64]) -> Option<f64> {
    common(a, b).map(Iterator::sum)
}

/// What each industry adds to [`overlap`], in the order of the shorter list.
fn common<'a>(a: &'a [f64], b: &'a [f64]) -> Option<impl Iterator<Item = f64> + 'a> {
    let [of_a, of_b] = [a, b].map(|amounts| amounts.iter().sum::<f64>());
    (of_a > 0.0 && of_b > 0.0).then(|| a.iter().zip(b).map(move |(a, b)| (a / of_a).min(b / of_b)))
}

/// The structural similarity coefficient: `sum_i s_ai s_bi / sqrt(sum_i s_ai² sum_i s_bi²)`.
///
/// Arguments as for [`overlap`]. From 0 (nothing in common) to 1 (the same mix); `None` when one of them has no total.
pub fn cosine(a: &[f64], b: &[f64]) -> Option<f64> {
    let square = |amounts: &[f64]| amounts.iter().map(|amount| amount * amount).sum::<f64>();
    let product: f64 = a.iter().zip(b).map(|(a, b)| a * b).sum();
    share(product, square(a).sqrt() * square(b).sqrt()).map(|cosine| cosine.min(1.0))
}

/// How much of one park's mix the other parks share.
#[derive(Debug, Clone, PartialEq)]
pub struct Competition {
    /// Mean of the overlaps with the other parks, weighted by their size: 0 nothing in common, 1 the same mix.
    pub index: f64,
    /// The index split by industry, in the order of the outputs; adds up to it exactly.
    pub by_industry: Vec<f64>,
}

/// How alike the parks of a city are.
#[derive(Debug, Clone, PartialEq)]
pub struct City {
    /// By park, in the order given; `None` for a park without output and for one that has nobody to compare with.
    pub parks: Vec<Option<Competition>>,
    /// Mean overlap over all pairs, weighted by the product of their sizes; `None` when no pair has output and size.
    pub system: Option<f64>,
}

impl City {
    /// Compares every park with every other: `HCI_a = sum_b X_b O_ab / sum_b X_b` over the other parks `b`.
    ///
    /// `output` holds a row for each park, an amount for each industry; `size` one weight for each park, usually its
    /// total output. A park without output is left out of the others. Costs parks² × industries.
    pub fn of(output: &[Vec<f64>], size: &[f64]) -> Self {
        let weight = |park: usize| size.get(park).copied().unwrap_or(0.0);
        let parks = (0..output.len()).map(|park| competition(output, &weight, park)).collect();
        let (mut sum, mut weights) = (0.0, 0.0);
        for (at, a) in output.iter().enumerate() {
            for (other, b) in output.iter().enumerate().skip(at + 1) {
                if let Some(overlap) = overlap(a, b) {
                    let pair = weight(at) * weight(other);
                    sum += pair * overlap;
                    weights += pair;
                }
            }
        }
        Self { parks, system: share(sum, weights) }
    }
}

fn competition(output: &[Vec<f64>], weight: &impl Fn(usize) -> f64, park: usize) -> Option<Competition> {
    let own = output.get(park)?;
    let mut by_industry = vec![0.0; own.len()];
    let mut weights = 0.0;
    for (other, theirs) in output.iter().enumerate().filter(|(other, _)| *other != park) {
        if let Some(parts) = common(own, theirs) {
            let weight = weight(other);
            weights += weight;
            by_industry.iter_mut().zip(parts).for_each(|(sum, part)| *sum += weight * part);
        }
    }
    let by_industry = by_industry.into_iter().map(|sum| share(sum, weights)).collect::<Option<Vec<f64>>>()?;
    (weights > 0.0).then(|| Competition { index: by_industry.iter().sum(), by_industry })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_and_shares_give_the_same_overlap() {
        let amounts = overlap(&[50.0, 30.0, 20.0], &[90.0, 70.0, 30.0, 10.0]).unwrap();
        let shares = overlap(&[0.5, 0.3, 0.2], &[0.45, 0.35, 0.15, 0.05]).unwrap();
        assert!((amounts - 0.9).abs() < 1e-12 && (shares - 0.9).abs() < 1e-12);
    }

    #[test]
    fn an_empty_mix_is_undefined_and_a_strange_one_is_zero() {
        assert_eq!((overlap(&[0.0], &[1.0]), cosine(&[0.0], &[1.0])), (None, None));
        assert_eq!((overlap(&[], &[]), cosine(&[], &[])), (None, None));
        assert_eq!((overlap(&[1.0, 0.0], &[0.0, 2.0]), cosine(&[1.0, 0.0], &[0.0, 2.0])), (Some(0.0), Some(0.0)));
    }

    #[test]
    fn a_park_alone_competes_with_nobody() {
        let city = City::of(&[vec![3.0, 1.0], vec![0.0, 0.0]], &[4.0, 0.0]);
        assert_eq!(city, City { parks: vec![None, None], system: None });
    }

    #[test]
    fn two_parks_compete_as_much_as_they_overlap_and_the_parts_add_up() {
        let city = City::of(&[vec![3.0, 1.0], vec![1.0, 7.0]], &[4.0, 8.0]);
        let [Some(a), Some(b)] = city.parks.as_slice() else { panic!("both have output") };
        assert!((a.index - 0.375).abs() < 1e-12 && (b.index - 0.375).abs() < 1e-12);
        assert!((city.system.unwrap() - 0.375).abs() < 1e-12);
        assert!((a.by_industry.iter().sum::<f64>() - a.index).abs() < 1e-12);
    }
}
