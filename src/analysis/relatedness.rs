//! What is near to what is here (关联度, 邻近度, 关联密度)? Proximity of industries from where they stand together, from counts
//! of joint occurrence, or, for a city of few parks, from the chain and the codes of the classification; and the density
//! of a park around an industry.
//!
//! Sources: Hidalgo et al. 2007; Balland et al. 2019; normalisations: van Eck and Waltman 2009. A dozen parks cannot
//! estimate proximity: zeros and ones of 12 rows are mostly chance. Take it from many counties, or from [`of_chain`].
//!
//! A park is a row, an industry a column; a proximity is a square table, the same read both ways.

use super::{count, share, sum_of, undefined::Undefined};

/// By industry, in how many parks it is present.
///
/// `presence` holds a row for each park: whether the industry counts as there, as a rule by a location quotient of 1 or
/// more ([`super::location_quotient::is_specialised`]).
pub fn ubiquity(presence: &[Vec<bool>]) -> Vec<usize> {
    let industries = presence.iter().map(Vec::len).max().unwrap_or(0);
    let is_there = |park: &&Vec<bool>, industry: usize| park.get(industry) == Some(&true);
    (0..industries).map(|industry| presence.iter().filter(|park| is_there(park, industry)).count()).collect()
}

/// By park, how many industries are present.
pub fn diversity(presence: &[Vec<bool>]) -> Vec<usize> {
    presence.iter().map(|park| park.iter().filter(|is_present| **is_present).count()).collect()
}

/// `phi_ij = sum_c M_ci M_cj / max(u_i, u_j)`, the smaller of the two conditional probabilities, from 0 (never in the same
/// park) to 1 (always); 0 for an industry that is nowhere, and for an industry with itself, which is left out.
///
/// `presence` as for [`ubiquity`]. Costs parks × industries².
pub fn proximity(presence: &[Vec<bool>]) -> Vec<Vec<f64>> {
    let ubiquity = ubiquity(presence);
    let mut together = vec![vec![0_usize; ubiquity.len()]; ubiquity.len()];
    for park in presence {
        for (row, _) in together.iter_mut().zip(park).filter(|(_, is_present)| **is_present) {
            row.iter_mut().zip(park).for_each(|(both, is_present)| *both += usize::from(*is_present));
        }
    }
    let phi = |both: usize, a: usize, b: usize| share(count(both), count(a.max(b))).unwrap_or(0.0);
    let row = |(own, (both, a)): (usize, (&Vec<usize>, &usize))| {
        let others = both.iter().zip(&ubiquity).enumerate();
        others.map(|(other, (both, b))| if other == own { 0.0 } else { phi(*both, *a, *b) }).collect()
    };
    together.iter().zip(&ubiquity).enumerate().map(row).collect()
}

/// `sum_j M_cj phi_ij / sum_j phi_ij` over the other industries `j`: by park and industry, how much of what the industry
/// usually lives with is already there, from 0 to 1.
///
/// `phi` is any proximity that is the same both ways, none negative; what it says of an industry with itself is not read.
/// Undefined for an industry to which no other is related. Costs parks × industries².
pub fn density(phi: &[Vec<f64>], presence: &[Vec<bool>]) -> Vec<Vec<Result<f64, Undefined>>> {
    density_over(phi, presence, |_| 0.0)
}

/// [`density`] with the industry itself at proximity 1, as some programs have it: it rates up what is there already.
///
/// Undefined for an industry that is in no park and to which no other is related.
pub fn density_with_self(phi: &[Vec<f64>], presence: &[Vec<bool>]) -> Vec<Vec<Result<f64, Undefined>>> {
    let ubiquity = ubiquity(presence);
    density_over(
        phi,
        presence,
        |industry| if ubiquity.get(industry).is_some_and(|parks| *parks > 0) { 1.0 } else { 0.0 },
    )
}

fn density_over(
    phi: &[Vec<f64>],
    presence: &[Vec<bool>],
    of_itself: impl Fn(usize) -> f64,
) -> Vec<Vec<Result<f64, Undefined>>> {
    let around = |park: &[bool], industry: usize, row: &[f64]| {
        let (mut here, mut all) = (0.0, 0.0);
        for (other, phi) in row.iter().enumerate() {
            let near = if other == industry { of_itself(industry) } else { *phi };
            all += near;
            here += if park.get(other) == Some(&true) { near } else { 0.0 };
        }
        share(here, all).ok_or(Undefined::NoRelated)
    };
    let of_park = |park: &Vec<bool>| phi.iter().enumerate().map(|(at, row)| around(park, at, row)).collect();
    presence.iter().map(of_park).collect()
}

/// How a count of joint occurrences is measured against what the two industries occur at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Normalisation {
    /// `C / sqrt(s_i s_j)`, 0 to 1.
    Cosine,
    /// `C / (s_i + s_j - C)`, 0 to 1.
    Jaccard,
    /// Association strength, `C T / (s_i s_j)`; above 1: more often together than by chance.
    Association,
    /// `C / ((s_i/T · s_j/(T - s_i) + s_j/T · s_i/(T - s_j)) T/2)`; above 1: more often together than by chance, where an
    /// industry cannot meet itself.
    Probabilistic,
}

impl Normalisation {
    fn of(self, both: f64, a: f64, b: f64, total: f64) -> f64 {
        match self {
            Self::Cosine => both / (a * b).sqrt(),
            Self::Jaccard => both / (a + b - both),
            Self::Association => both * total / (a * b),
            Self::Probabilistic => {
                let chance = a / total * b / (total - a) + b / total * a / (total - b);
                both / (chance * total / 2.0)
            }
        }
    }
}

/// The relatedness of industries from `joint`, how often each two occur together: a square table, the same both ways.
///
/// `s_i` is the sum of a row, `T` of all; an industry with itself is left out of both and is 0 in the result, and so is
/// one that occurs with no other. Undefined when a count is no amount.
pub fn of_joint_occurrence(joint: &[Vec<f64>], by: Normalisation) -> Result<Vec<Vec<f64>>, Undefined> {
    let without_itself = |(at, row): (usize, &Vec<f64>)| {
        row.iter().enumerate().map(|(other, both)| if other == at { 0.0 } else { *both }).collect::<Vec<f64>>()
    };
    let joint: Vec<Vec<f64>> = joint.iter().enumerate().map(without_itself).collect();
    let sums = joint.iter().map(|row| sum_of(row)).collect::<Result<Vec<f64>, Undefined>>()?;
    let total = sum_of(&sums)?;
    let related =
        |both: f64, a: f64, b: f64| if both > 0.0 && a > 0.0 && b > 0.0 { by.of(both, a, b, total) } else { 0.0 };
    let row = |(row, a): (&Vec<f64>, &f64)| row.iter().zip(&sums).map(|(both, b)| related(*both, *a, *b)).collect();
    Ok(joint.iter().zip(&sums).map(row).collect())
}

/// A core input of the chain, the heaviest of the link weights 1 to 3.
const CORE_INPUT: f64 = 3.0;

/// What an industry is classified as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trade<'a> {
    /// Its codes of GB/T 4754, of three or four digits; none where the classification is not known.
    pub codes: &'a [String],
    /// The sector that it belongs to; empty where it is not known.
    pub sector: &'a str,
}

/// The proximity of industries in a city of few parks, `phi_ij = max(link weight / 3, code closeness)`, from 0 to 1; 0 for
/// an industry with itself.
///
/// `links` are (upstream, downstream, weight 1 to 3) by the places in `trades`; their direction says nothing here. An
/// assumption, not an estimate: [`code_closeness`] holds the steps. Costs industries² × pairs of their codes.
pub fn of_chain(trades: &[Trade<'_>], links: &[(usize, usize, f64)]) -> Vec<Vec<f64>> {
    let near =
        |at: usize, a: &Trade<'_>, other: usize, b: &Trade<'_>| if at == other { 0.0 } else { code_closeness(a, b) };
    let row = |(at, a): (usize, &Trade<'_>)| {
        trades.iter().enumerate().map(|(other, b)| near(at, a, other, b)).collect::<Vec<f64>>()
    };
    let mut phi: Vec<Vec<f64>> = trades.iter().enumerate().map(row).collect();
    for (upstream, downstream, weight) in
        links.iter().copied().filter(|(upstream, downstream, _)| upstream != downstream)
    {
        let link = (weight / CORE_INPUT).clamp(0.0, 1.0);
        for (row, column) in [(upstream, downstream), (downstream, upstream)] {
            phi.iter_mut().skip(row).take(1).flat_map(|row| row.iter_mut().skip(column).take(1)).for_each(|near| {
                *near = near.max(link);
            });
        }
    }
    phi
}

/// How near two trades stand in the classification, by the best of all pairs of their codes: 1 for the same four digits,
/// 0.7 for the same first three, 0.4 for the same first two, else 0.2 in the same sector and 0 in another.
///
/// A code of three digits matches three at most.
pub fn code_closeness(a: &Trade<'_>, b: &Trade<'_>) -> f64 {
    let pairs = a.codes.iter().flat_map(|code| b.codes.iter().map(move |other| digits_in_common(code, other)));
    match pairs.max().unwrap_or(0) {
        0 | 1 if a.sector == b.sector && !a.sector.is_empty() => 0.2,
        0 | 1 => 0.0,
        2 => 0.4,
        3 => 0.7,
        _ => 1.0,
    }
}

/// How many leading digits two codes share.
fn digits_in_common(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&[u8]]) -> Vec<Vec<bool>> {
        rows.iter().map(|row| row.iter().map(|present| *present == 1).collect()).collect()
    }

    #[test]
    fn proximity_is_the_smaller_conditional_probability() {
        let presence = table(&[&[1, 1, 0], &[1, 0, 0], &[1, 1, 0], &[1, 0, 0, 0], &[0, 1, 0]]);
        assert_eq!((ubiquity(&presence), diversity(&presence)), (vec![4, 3, 0, 0], vec![2, 1, 2, 1, 1]));
        let phi = proximity(&presence);
        assert_eq!(phi[0], [0.0, 0.5, 0.0, 0.0]);
        assert_eq!(phi[1], [0.5, 0.0, 0.0, 0.0]);
        assert_eq!(phi[2], [0.0; 4]);
        assert!(proximity(&[]).is_empty() && ubiquity(&[]).is_empty());
    }

    #[test]
    fn density_leaves_the_industry_itself_out() {
        let phi = [vec![9.0, 0.6, 0.2], vec![0.6, 9.0, 0.0], vec![0.2, 0.0, 9.0]];
        let presence = table(&[&[0, 1, 0], &[1, 0, 0], &[]]);
        let found = density(&phi, &presence);
        assert!((found[0][0].unwrap() - 0.75).abs() < 1e-12);
        assert_eq!((found[0][1], found[0][2]), (Ok(0.0), Ok(0.0)));
        assert_eq!(found[1], [Ok(0.0), Ok(1.0), Ok(1.0)]);
        assert_eq!(found[2], [Ok(0.0); 3]);
        let with = density_with_self(&phi, &presence);
        assert!((with[0][1].unwrap() - 1.0 / 1.6).abs() < 1e-12 && (with[1][1].unwrap() - 0.6 / 1.6).abs() < 1e-12);
        // The third industry is nowhere: it is not near to itself either.
        assert_eq!(with[1][2], Ok(1.0));
    }

    #[test]
    fn what_nothing_is_related_to_has_no_density() {
        let presence = table(&[&[1, 0], &[0, 0]]);
        let phi = proximity(&presence);
        assert_eq!(density(&phi, &presence), [[Err(Undefined::NoRelated); 2], [Err(Undefined::NoRelated); 2]]);
        let with = density_with_self(&phi, &presence);
        assert_eq!(with, [[Ok(1.0), Err(Undefined::NoRelated)], [Ok(0.0), Err(Undefined::NoRelated)]]);
    }

    #[test]
    fn joint_occurrence_is_measured_against_chance() {
        // s = 4, 6, 2 and T = 12.
        let joint = [vec![7.0, 4.0, 0.0], vec![4.0, 7.0, 2.0], vec![0.0, 2.0, 7.0]];
        let of = |by| of_joint_occurrence(&joint, by).unwrap();
        assert!((of(Normalisation::Cosine)[0][1] - 4.0 / 24.0_f64.sqrt()).abs() < 1e-12);
        assert!((of(Normalisation::Jaccard)[0][1] - 4.0 / 6.0).abs() < 1e-12);
        assert!((of(Normalisation::Association)[0][1] - 2.0).abs() < 1e-12);
        let chance = (4.0 / 12.0 * 6.0 / 8.0 + 6.0 / 12.0 * 4.0 / 6.0) * 6.0;
        assert!((of(Normalisation::Probabilistic)[1][0] - 4.0 / chance).abs() < 1e-12);
        for by in
            [Normalisation::Cosine, Normalisation::Jaccard, Normalisation::Association, Normalisation::Probabilistic]
        {
            assert_eq!((of(by)[0][0], of(by)[0][2]), (0.0, 0.0));
            assert_eq!(of_joint_occurrence(&[vec![3.0, 0.0], vec![0.0, 3.0]], by), Ok(vec![vec![0.0; 2]; 2]));
            assert_eq!(of_joint_occurrence(&[vec![0.0, -1.0], vec![-1.0, 0.0]], by), Err(Undefined::NotAnAmount));
            assert_eq!(of_joint_occurrence(&[], by), Ok(vec![]));
        }
    }

    fn codes(codes: &[&str]) -> Vec<String> {
        codes.iter().map(|code| (*code).to_owned()).collect()
    }

    #[test]
    fn closeness_is_the_best_of_all_pairs_of_codes() {
        let (apart, same) = (["display", "machinery"], ["display", "display"]);
        let steps = [
            (vec!["1811", "3974"], vec!["3974"], apart, 1.0),
            (vec!["3974"], vec!["3979", "3562"], apart, 0.7),
            (vec!["3974"], vec!["3951", "1811"], apart, 0.4),
            (vec!["3974"], vec!["3562"], apart, 0.0),
            (vec!["3974"], vec!["3562"], same, 0.2),
            (vec![], vec!["3562"], same, 0.2),
            (vec![], vec![], ["", ""], 0.0),
        ];
        for (a, b, [a_sector, b_sector], wanted) in steps {
            let (a, b) = (codes(&a), codes(&b));
            let (a, b) = (Trade { codes: &a, sector: a_sector }, Trade { codes: &b, sector: b_sector });
            assert!((code_closeness(&a, &b) - wanted).abs() < 1e-12, "{a:?} and {b:?}");
            assert!((code_closeness(&b, &a) - wanted).abs() < 1e-12, "{b:?} and {a:?}");
        }
    }

    #[test]
    fn a_code_of_three_digits_matches_three_at_most() {
        let (short, long) = (codes(&["341"]), codes(&["3411"]));
        let of = |a, b| code_closeness(&Trade { codes: a, sector: "" }, &Trade { codes: b, sector: "" });
        assert_eq!((of(&short, &long), of(&short, &short), of(&long, &long)), (0.7, 0.7, 1.0));
    }

    #[test]
    fn a_chain_link_counts_where_it_is_nearer_than_the_codes() {
        let (glass, panel, paper) = (codes(&["3042"]), codes(&["3974"]), codes(&["3052", "2221"]));
        let trades =
            [(&glass, "display"), (&panel, "display"), (&paper, "")].map(|(codes, sector)| Trade { codes, sector });
        let phi = of_chain(&trades, &[(0, 1, 3.0), (2, 0, 1.0), (1, 2, 2.0), (1, 1, 3.0), (2, 9, 3.0)]);
        assert_eq!(phi[0], [0.0, 1.0, 0.4]);
        assert_eq!(phi[1], [1.0, 0.0, 2.0 / 3.0]);
        assert_eq!(phi[2], [0.4, 2.0 / 3.0, 0.0]);
    }
}
