//! Who comes first? Order and ranks by a score, with ties as ties.

use super::SLACK;

/// The alternatives from the highest score down. Equal scores, up to rounding, keep the order of the list.
///
/// `scores` are finite, one for each alternative.
pub fn order(scores: &[f64]) -> Vec<usize> {
    groups(scores).into_iter().flatten().collect()
}

/// Rank of each alternative, 1 for the highest score; ties share the smaller rank (1, 2, 2, 4).
pub fn ranks(scores: &[f64]) -> Vec<usize> {
    let mut ranks: Vec<(usize, usize)> = Vec::with_capacity(scores.len());
    for group in groups(scores) {
        let rank = ranks.len() + 1;
        ranks.extend(group.into_iter().map(|alternative| (alternative, rank)));
    }
    ranks.sort_unstable();
    ranks.into_iter().map(|(_, rank)| rank).collect()
}

/// Alternatives of one score, highest score first, each group in the order of the list.
fn groups(scores: &[f64]) -> Vec<Vec<usize>> {
    let mut sorted: Vec<(usize, f64)> = scores.iter().copied().enumerate().collect();
    sorted.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    let is_same = |(_, a): &(usize, f64), (_, b): &(usize, f64)| a - b <= SLACK * a.abs().max(1.0);
    let group = |tied: &[(usize, f64)]| {
        let mut tied: Vec<usize> = tied.iter().map(|(alternative, _)| *alternative).collect();
        tied.sort_unstable();
        tied
    };
    sorted.chunk_by(is_same).map(group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_share_the_smaller_rank_and_keep_the_order_of_the_list() {
        let scores = [0.3, 0.1 + 0.2, 0.9, 0.1];
        assert_eq!(ranks(&scores), [2, 2, 1, 4]);
        assert_eq!(order(&scores), [2, 0, 1, 3]);
        assert!(order(&[]).is_empty() && ranks(&[]).is_empty());
    }
}
