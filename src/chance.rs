//! What does a seed decide? Chance that gives the same numbers for the same seed on every machine.
//!
//! No function of a platform's library has a say in them: numbers are whole, and a fraction is one of 2^53 even steps.
//! Only what asks for a seed draws here; a model, a rule or an index never does.

/// Multiples of a typical size, in thousandths, at even steps of probability: a lognormal with a spread of 0.8 and a
/// long tail. Most are small, a few are giants.
const LOPSIDED: [i64; 17] =
    [180, 293, 398, 492, 583, 676, 775, 882, 1_000, 1_134, 1_290, 1_479, 1_715, 2_033, 2_513, 3_411, 9_000];

/// A stream of numbers (`SplitMix64`).
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// The stream of `seed`.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A fraction from 0 up to but without 1, each of 2^53 even steps as likely.
    #[expect(clippy::cast_precision_loss, reason = "53 bits are what a float holds exactly")]
    pub fn fraction(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A number from 0 to `end`, which is not reached; 0 when `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        let wide = u128::from(self.bits()) * (end as u128);
        usize::try_from(wide >> 64).unwrap_or(0)
    }

    /// A number from `least` to `most`, both counted.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        let span = usize::try_from(most.saturating_sub(least).saturating_add(1)).unwrap_or(0);
        least.saturating_add(i64::try_from(self.below(span)).unwrap_or(0))
    }

    /// Yes, in `percent` of a hundred cases.
    pub fn percent(&mut self, percent: i64) -> bool {
        self.between(0, 99) < percent
    }

    /// A size: mostly below `typical`, now and then many times as much.
    pub fn lopsided(&mut self, typical: i64) -> i64 {
        let step = self.below(LOPSIDED.len() - 1);
        let [low, high] = [step, step + 1].map(|at| LOPSIDED.get(at).copied().unwrap_or(1_000));
        typical.saturating_mul(self.between(low, high)) / 1_000
    }

    /// `amount`, up to `percent` of a hundred more or less.
    pub fn about(&mut self, amount: i64, percent: i64) -> i64 {
        amount.saturating_mul(self.between(100 - percent, 100 + percent)) / 100
    }

    /// One of `list`; nothing in particular when it is empty.
    pub fn pick<T: Copy + Default>(&mut self, list: &[T]) -> T {
        list.get(self.below(list.len())).copied().unwrap_or_default()
    }

    /// Puts `list` in a random order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            let other = self.below(at + 1);
            list.swap(at, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_in_their_range_and_follow_the_seed() {
        let (mut one, mut same, mut other) = (Chance::new(7), Chance::new(7), Chance::new(8));
        let numbers = |chance: &mut Chance| (0..200).map(|_| chance.between(-3, 4)).collect::<Vec<_>>();
        let drawn = numbers(&mut one);
        assert_eq!(drawn, numbers(&mut same));
        assert_ne!(drawn, numbers(&mut other));
        assert_eq!((drawn.iter().min(), drawn.iter().max()), (Some(&-3), Some(&4)));
        assert_eq!(one.below(0), 0);
        assert_eq!(one.pick::<u8>(&[]), 0);
    }

    #[test]
    fn fractions_fill_the_unit_without_its_end() {
        let mut chance = Chance::new(3);
        let drawn: Vec<f64> = (0..2_000).map(|_| chance.fraction()).collect();
        assert!(drawn.iter().all(|fraction| (0.0..1.0).contains(fraction)));
        assert!((drawn.iter().sum::<f64>() / 2_000.0 - 0.5).abs() < 0.02);
    }

    #[test]
    fn sizes_are_lopsided() {
        let mut chance = Chance::new(1);
        let mut sizes: Vec<i64> = (0..2_000).map(|_| chance.lopsided(1_000)).collect();
        sizes.sort_unstable();
        let (median, mean) = (sizes[1_000], sizes.iter().sum::<i64>() / 2_000);
        assert!((900..1_100).contains(&median) && mean > median * 5 / 4, "{median} {mean}");
        assert!(sizes[1_999] > 6_000 && sizes[0] >= 180);
    }
}
