//! Do two rankings say the same? Rank correlation with ties: Kendall's tau-b and Spearman's rho on mid-ranks.

use std::cmp::Ordering;

use super::count;

/// Kendall's tau-b: `(concordant - discordant) / sqrt((pairs - ties in x) (pairs - ties in y))`.
///
/// `x` and `y` are ranks or scores of the same alternatives. From -1 (reversed) to 1 (the same order); `None` when one of
/// them is all ties, there are fewer than two alternatives, or the lists differ in length. Source: Kendall 1945. Costs
/// alternatives².
pub fn kendall_tau_b(x: &[f64], y: &[f64]) -> Option<f64> {
    if x.len() != y.len() {
        return None;
    }
    let sign = |a: f64, b: f64| match a.partial_cmp(&b) {
        Some(Ordering::Less) => -1_i64,
        Some(Ordering::Greater) => 1,
        Some(Ordering::Equal) | None => 0,
    };
    let (mut concordance, mut untied_x, mut untied_y) = (0_i64, 0_i64, 0_i64);
    let all = || x.iter().zip(y);
    for (at, (x, y)) in all().enumerate() {
        for (other_x, other_y) in all().skip(at + 1) {
            let (in_x, in_y) = (sign(*x, *other_x), sign(*y, *other_y));
            concordance += in_x * in_y;
            untied_x += in_x.abs();
            untied_y += in_y.abs();
        }
    }
    let number = |pairs: i64| count(usize::try_from(pairs.abs()).unwrap_or(0));
    let tau = number(concordance) / (number(untied_x) * number(untied_y)).sqrt();
    (untied_x > 0 && untied_y > 0).then_some(if concordance < 0 { -tau } else { tau })
}

/// Spearman's rho: the correlation of the mid-ranks.
///
/// Arguments, range and `None` as for [`kendall_tau_b`]. Source: Spearman 1904.
pub fn spearman_rho(x: &[f64], y: &[f64]) -> Option<f64> {
    if x.len() != y.len() {
        return None;
    }
    correlation(&mid_ranks(x), &mid_ranks(y))
}

/// Ranks from 1 up, ascending; ties get the mean of their places.
fn mid_ranks(values: &[f64]) -> Vec<f64> {
    let place = |value: &f64| {
        let below = values.iter().filter(|other| *other < value).count();
        let above = values.iter().filter(|other| *other > value).count();
        f64::midpoint(count(below) + 1.0, count(values.len() - above))
    };
    values.iter().map(place).collect()
}

/// Pearson's correlation of two lists of one length, -1 to 1; `None` when one of them is constant.
pub(super) fn correlation(x: &[f64], y: &[f64]) -> Option<f64> {
    let centred = |values: &[f64]| {
        let mean = values.iter().sum::<f64>() / count(values.len());
        let (low, high) = super::range(values);
        (!values.is_empty() && !super::is_constant(low, high))
            .then(|| values.iter().map(|value| value - mean).collect::<Vec<f64>>())
    };
    let (x, y) = (centred(x)?, centred(y)?);
    Some((super::dot(&x, &y) / (super::dot(&x, &x) * super::dot(&y, &y)).sqrt()).clamp(-1.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_order_is_one_and_the_reverse_minus_one() {
        let (up, down) = ([1.0, 2.0, 3.0, 5.0], [9.0, 7.0, 6.0, 1.0]);
        assert_eq!((kendall_tau_b(&up, &up), spearman_rho(&up, &up)), (Some(1.0), Some(1.0)));
        assert_eq!((kendall_tau_b(&up, &down), spearman_rho(&up, &down)), (Some(-1.0), Some(-1.0)));
    }

    #[test]
    fn all_ties_and_nothing_to_compare_are_undefined() {
        let (flat, up) = ([2.0, 2.0, 2.0], [1.0, 2.0, 3.0]);
        assert_eq!((kendall_tau_b(&flat, &up), spearman_rho(&up, &flat)), (None, None));
        assert_eq!((kendall_tau_b(&[1.0], &[1.0]), spearman_rho(&[], &[])), (None, None));
        assert_eq!((kendall_tau_b(&up, &up[..2]), spearman_rho(&up, &up[..2])), (None, None));
    }

    #[test]
    fn ties_get_the_mean_of_their_places() {
        assert_eq!(mid_ranks(&[5.0, 1.0, 5.0, 9.0]), [2.5, 1.0, 2.5, 4.0]);
    }
}
