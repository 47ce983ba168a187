//! How much of what a park makes do the others make too? Overlap of two mixes, the index of a park against all others
//! and of the whole city (同质化竞争指数).
//!
//! Overlap: Finger and Kreinin 1979, equal to 1 less half the Krugman index. Cosine: the structural similarity
//! coefficient of Chinese planning papers, ruled by the largest trades and therefore shown only, never summed.
//! Overlap is not yet harm: two parks on the two ends of one chain overlap little, two on the same link much.

use super::{at, share, undefined::Undefined};

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
    /// `output` holds a row for each park, an amount for each industry, none negative; `size` one weight for each park,
    /// usually its total output. A park without output is left out of the others. Costs parks × log parks × industries.
    pub fn of(output: &[Vec<f64>], size: &[f64]) -> Self {
        let members: Vec<Member> =
            output.iter().enumerate().filter_map(|(park, amounts)| Member::of(park, amounts, size)).collect();
        let common = in_common(&members);
        let weights: Vec<f64> = members.iter().map(|member| member.weight).collect();
        let mut parks = vec![None; output.len()];
        let (mut sum, mut pairs) = (0.0, 0.0);
        for ((member, common), others) in members.iter().zip(common).zip(of_the_others(&weights)) {
            sum += member.weight * common.iter().sum::<f64>();
            pairs += member.weight * others;
            let by_industry = common.into_iter().map(|part| share(part, others)).collect::<Option<Vec<f64>>>();
            let competition = by_industry.map(|parts| Competition { index: parts.iter().sum(), by_industry: parts });
            parks.iter_mut().skip(member.park).take(1).for_each(|slot| slot.clone_from(&competition));
        }
        // Every pair was counted from both of its ends, above and below the line alike.
        Self { parks, system: share(sum, pairs) }
    }
}

/// A park that can be compared.
struct Member {
    park: usize,
    weight: f64,
    /// `s_ai` by industry.
    mix: Vec<f64>,
}

impl Member {
    fn of(park: usize, amounts: &[f64], size: &[f64]) -> Option<Self> {
        let total: f64 = amounts.iter().sum();
        let mix = || amounts.iter().map(|amount| amount / total).collect();
        (total > 0.0).then(|| Self { park, weight: at(size, park), mix: mix() })
    }
}

/// `sum_b X_b min(s_ai, s_bi)` over the other members `b`, for each member `a` and industry `i`.
///
/// In the order of the shares of one industry, those before a member add what they have of it, those after it what the
/// member has: running sums from both ends do for all members at once, and nothing is subtracted.
fn in_common(members: &[Member]) -> Vec<Vec<f64>> {
    let mut common: Vec<Vec<f64>> = members.iter().map(|member| vec![0.0; member.mix.len()]).collect();
    for industry in 0..members.iter().map(|member| member.mix.len()).max().unwrap_or(0) {
        let with_share = |(place, member): (usize, &Member)| (at(&member.mix, industry), place, member.weight);
        let mut order: Vec<(f64, usize, f64)> = members.iter().enumerate().map(with_share).collect();
        // What nobody has is common to nobody.
        order.retain(|(share, _, _)| *share > 0.0);
        order.sort_by(|(a, a_place, _), (b, b_place, _)| a.total_cmp(b).then_with(|| a_place.cmp(b_place)));
        let mut part = |place: usize, amount: f64| {
            let row = common.iter_mut().skip(place).take(1);
            row.flat_map(|row| row.iter_mut().skip(industry).take(1)).for_each(|part| *part += amount);
        };
        let mut of_smaller = 0.0;
        for (share, place, weight) in &order {
            part(*place, of_smaller);
            of_smaller += weight * share;
        }
        let mut weight_of_larger = 0.0;
        for (share, place, weight) in order.iter().rev() {
            part(*place, share * weight_of_larger);
            weight_of_larger += weight;
        }
    }
    common
}

/// For each of `values` the sum of the others, those before it and those after it.
fn of_the_others(values: &[f64]) -> Vec<f64> {
    let running = |sum: &mut f64, value: &f64| {
        let before = *sum;
        *sum += value;
        Some(before)
    };
    let before = values.iter().scan(0.0, running);
    let mut after: Vec<f64> = values.iter().rev().scan(0.0, running).collect();
    after.reverse();
    before.zip(after).map(|(before, after)| before + after).collect()
}

/// What sets a park apart: 1 less the highest of its overlaps with the others, from 0 (one has the same mix) to 1 (nothing
/// in common with anybody).
///
/// `overlaps` are those of [`overlap`] with every other park; an undefined one is left out. Undefined when none is left.
pub fn distinctiveness(overlaps: &[Option<f64>]) -> Result<f64, Undefined> {
    let highest = overlaps.iter().copied().flatten().max_by(f64::total_cmp).ok_or(Undefined::NobodyToCompare)?;
    Ok((1.0 - highest).clamp(0.0, 1.0))
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

    /// The definition, pair by pair: parks² × industries.
    fn in_pairs(output: &[Vec<f64>], size: &[f64]) -> City {
        let competition = |park: usize| {
            let (mut by_industry, mut weights) = (vec![0.0; output[park].len()], 0.0);
            for (other, theirs) in output.iter().enumerate().filter(|(other, _)| *other != park) {
                let Some(parts) = common(&output[park], theirs) else { continue };
                weights += at(size, other);
                by_industry.iter_mut().zip(parts).for_each(|(sum, part)| *sum += at(size, other) * part);
            }
            let by_industry: Vec<f64> = by_industry.into_iter().map(|sum| sum / weights).collect();
            (weights > 0.0).then(|| Competition { index: by_industry.iter().sum(), by_industry })
        };
        let (mut sum, mut pairs) = (0.0, 0.0);
        for (park, a) in output.iter().enumerate() {
            for (other, b) in output.iter().enumerate().skip(park + 1) {
                let Some(overlap) = overlap(a, b) else { continue };
                sum += at(size, park) * at(size, other) * overlap;
                pairs += at(size, park) * at(size, other);
            }
        }
        City { parks: (0..output.len()).map(competition).collect(), system: share(sum, pairs) }
    }

    /// Numbers that look random, the same every time.
    struct Numbers(u64);

    impl Numbers {
        /// A whole number below `bound`.
        fn below(&mut self, bound: u32) -> u32 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            u32::try_from(self.0 >> 33).unwrap() % bound
        }

        /// Nothing, a small whole number that comes often (so that shares tie), or anything up to ten million.
        fn amount(&mut self) -> f64 {
            match self.below(5) {
                0 | 1 => 0.0,
                2 => f64::from(self.below(3)),
                3 => f64::from(self.below(1000)) / 7.0,
                _ => f64::from(self.below(10_000_000)),
            }
        }

        /// A row of amounts; now and then empty, of no output, or shorter than the others.
        fn park(&mut self, industries: u32) -> Vec<f64> {
            let length = if self.below(6) == 0 { self.below(industries + 1) } else { industries };
            let is_idle = self.below(6) == 0;
            (0..length).map(|_| if is_idle { 0.0 } else { self.amount() }).collect()
        }
    }

    #[test]
    fn the_sorted_way_gives_what_the_pairs_give() {
        let mut numbers = Numbers(7);
        let (mut compared, mut undefined) = (0, 0);
        for _ in 0..400 {
            let (parks, industries) = (numbers.below(14), 1 + numbers.below(9));
            let output: Vec<Vec<f64>> = (0..parks).map(|_| numbers.park(industries)).collect();
            let mut size: Vec<f64> = output.iter().map(|row| row.iter().sum()).collect();
            if numbers.below(3) == 0 {
                size = (0..numbers.below(parks + 2)).map(|_| numbers.amount()).collect();
            }
            let (found, wanted) = (City::of(&output, &size), in_pairs(&output, &size));
            assert_eq!(found.parks.len(), wanted.parks.len());
            let is_near = |a: f64, b: f64| (a - b).abs() < 1e-12;
            for pair in found.parks.iter().zip(&wanted.parks) {
                let (Some(a), Some(b)) = pair else {
                    assert_eq!(pair.0, pair.1);
                    undefined += 1;
                    continue;
                };
                assert!(is_near(a.index, b.index) && a.by_industry.len() == b.by_industry.len());
                assert!(a.by_industry.iter().zip(&b.by_industry).all(|(a, b)| is_near(*a, *b)));
                compared += 1;
            }
            assert_eq!(found.system.is_some(), wanted.system.is_some());
            assert!(is_near(found.system.unwrap_or(0.0), wanted.system.unwrap_or(0.0)));
        }
        assert!(compared > 1000 && undefined > 300, "{compared} and {undefined} are too few to mean anything");
    }

    #[test]
    fn a_giant_among_dwarfs_hides_nobody() {
        let output = [vec![3e15, 1e15], vec![0.2, 0.1], vec![0.1, 0.5]];
        let size = [4e15, 0.3, 0.6];
        let found = City::of(&output, &size);
        let giant = found.parks[0].as_ref().unwrap();
        assert!((giant.index - in_pairs(&output, &size).parks[0].as_ref().unwrap().index).abs() < 1e-12);
    }

    #[test]
    fn what_sets_a_park_apart_is_its_nearest_rival() {
        assert!((distinctiveness(&[Some(0.2), None, Some(0.7), Some(0.0)]).unwrap() - 0.3).abs() < 1e-12);
        assert_eq!(distinctiveness(&[Some(0.0)]), Ok(1.0));
        assert_eq!(distinctiveness(&[Some(1.0 + 1e-12), Some(0.5)]), Ok(0.0));
        assert_eq!(distinctiveness(&[None, None]), Err(Undefined::NobodyToCompare));
        assert_eq!(distinctiveness(&[]), Err(Undefined::NobodyToCompare));
    }
}
