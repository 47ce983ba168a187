//! How alike are two reports? Names by their pairs of characters, sizes by investment or land.
//!
//! Likeness of names = 2 × common pairs of characters / all pairs (Dice), letters and figures only, case and width folded.
//! About the same size: the difference is at most the tolerance, as a share of the larger.

use crate::model::{
    project::Project,
    quantity::{Factor, Mu, WanYuan},
};

/// Thousandths in one.
const ONE: i64 = 1_000;

/// Tells whether investment or land of both are stated and differ by at most `tolerance`.
pub fn is_same_size(one: &Project, other: &Project, tolerance: Factor) -> bool {
    let is_near = |a: Option<i64>, b: Option<i64>| {
        let (Some(a), Some(b)) = (a, b) else { return false };
        let difference = i128::from(a.saturating_sub(b).saturating_abs());
        a.max(b) > 0 && difference * i128::from(ONE) <= i128::from(a.max(b)) * i128::from(tolerance.steps())
    };
    is_near(one.investment.map(WanYuan::steps), other.investment.map(WanYuan::steps))
        || is_near(one.land.map(Mu::steps), other.land.map(Mu::steps))
}

/// The pairs of neighbouring letters and figures of `name`, folded and sorted.
pub fn pairs_of(name: &str) -> Vec<[char; 2]> {
    let fold = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    let letters: Vec<char> =
        name.chars().map(fold).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let mut pairs: Vec<[char; 2]> = letters.iter().zip(letters.iter().skip(1)).map(|(a, b)| [*a, *b]).collect();
    pairs.sort_unstable();
    pairs
}

/// Likeness of two names by their [`pairs_of`], in thousandths; 0 where a name has no pair.
pub fn likeness_of(one: &[[char; 2]], other: &[[char; 2]]) -> i64 {
    let (mut common, mut a, mut b) = (0_usize, one.iter().peekable(), other.iter().peekable());
    while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => drop(a.next()),
            std::cmp::Ordering::Greater => drop(b.next()),
            std::cmp::Ordering::Equal => {
                common += 1;
                a.next();
                b.next();
            }
        }
    }
    let all = one.len() + other.len();
    if one.is_empty() || other.is_empty() { 0 } else { i64::try_from(2_000 * common / all).unwrap_or(ONE) }
}
