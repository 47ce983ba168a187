//! Do two levels go together (耦合协调度)? The coupling-coordination degree and its bands, because reports ask for it.
//!
//! It compares *levels*: it is high whenever they are equal, also where no link exists, and clusters near 1. What a park
//! supplies to itself is in [`super::linkage`]; this is never part of a score. The classic form, with the factor n and the
//! n-th root, without which C would end at 1/n or bend. Source: as set right by Wang et al. 2021.

use super::{SLACK, count, sum_of, undefined::Undefined};

/// How well some levels go together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CouplingCoordination {
    /// `C = n (prod u)^(1/n) / sum u`, the geometric over the arithmetic mean: 0 (one is nothing) to 1 (all equal);
    /// undefined when all are 0.
    pub coupling: Result<f64, Undefined>,
    /// `T = sum w u`, 0 to 1.
    pub level: f64,
    /// `D = sqrt(C T)`, 0 to 1; undefined when all levels are 0.
    pub degree: Result<f64, Undefined>,
}

impl CouplingCoordination {
    /// The degree of `levels`, each from 0 to 1, with `weights` in their order, which are scaled to the sum 1.
    ///
    /// Undefined for fewer than two levels, a level out of range, lists that differ in length, and weights that are no
    /// amounts or add up to 0.
    pub fn of(levels: &[f64], weights: &[f64]) -> Result<Self, Undefined> {
        if levels.len() != weights.len() {
            return Err(Undefined::UnequalLists);
        }
        if levels.len() < 2 {
            return Err(Undefined::OneCategory);
        }
        if !levels.iter().all(|level| (0.0..=1.0).contains(level)) {
            return Err(Undefined::OutOfRange);
        }
        let weight = sum_of(weights)?;
        if weight <= 0.0 {
            return Err(Undefined::NoWeight);
        }
        let level = levels.iter().zip(weights).map(|(level, own)| level * own).sum::<f64>() / weight;
        let coupling = coupling(levels);
        Ok(Self { coupling, level, degree: coupling.map(|coupling| (coupling * level).sqrt()) })
    }

    /// The band of the degree.
    pub fn band(&self) -> Result<Band, Undefined> {
        self.degree.map(Band::of)
    }
}

/// The geometric over the arithmetic mean.
fn coupling(levels: &[f64]) -> Result<f64, Undefined> {
    let number = count(levels.len());
    let mean = levels.iter().sum::<f64>() / number;
    if mean <= 0.0 {
        return Err(Undefined::AllZero);
    }
    if levels.iter().any(|level| *level <= 0.0) {
        return Ok(0.0);
    }
    let mean_log = levels.iter().map(|level| (level / mean).ln()).sum::<f64>() / number;
    Ok(mean_log.exp().min(1.0))
}

/// What Chinese reports call a degree. A band begins at its mark, which counts as met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// Below 0.2: serious imbalance (严重失调).
    SeriousImbalance,
    /// From 0.2: imbalance (失调).
    Imbalance,
    /// From 0.4: near imbalance (濒临失调).
    NearImbalance,
    /// From 0.5: barely coordinated (勉强协调).
    Barely,
    /// From 0.6: primary to medium coordination (初级、中级协调).
    Medium,
    /// From 0.8: good coordination (良好协调).
    Good,
}

impl Band {
    /// All bands but the first, with the degree from which they hold, highest first.
    const MARKS: [(f64, Self); 5] = [
        (0.8, Self::Good),
        (0.6, Self::Medium),
        (0.5, Self::Barely),
        (0.4, Self::NearImbalance),
        (0.2, Self::Imbalance),
    ];

    /// The band of a degree from 0 to 1.
    pub fn of(degree: f64) -> Self {
        let is_met = |mark: &&(f64, Self)| degree >= mark.0 - SLACK;
        Self::MARKS.iter().find(is_met).map_or(Self::SeriousImbalance, |(_, band)| *band)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_factor_and_the_root_are_there() {
        let three = CouplingCoordination::of(&[0.8, 0.4, 0.1], &[0.2, 0.3, 0.5]).unwrap();
        let coupling = 3.0 * (0.8_f64 * 0.4 * 0.1).cbrt() / 1.3;
        assert!((three.coupling.unwrap() - coupling).abs() < 1e-12 && (three.level - 0.33).abs() < 1e-12);
        assert!((three.degree.unwrap() - (coupling * 0.33).sqrt()).abs() < 1e-12);
        let two = CouplingCoordination::of(&[0.9, 0.1], &[1.0, 1.0]).unwrap();
        assert!((two.coupling.unwrap() - 2.0 * 0.09_f64.sqrt()).abs() < 1e-12);
    }

    #[test]
    fn equal_levels_are_coupled_in_full_however_low() {
        for level in [0.003, 0.1, 0.7, 1.0] {
            let found = CouplingCoordination::of(&[level; 7], &[1.0; 7]).unwrap();
            assert!((found.coupling.unwrap() - 1.0).abs() < 1e-12 && found.coupling.unwrap() <= 1.0);
            assert!((found.degree.unwrap() - level.sqrt()).abs() < 1e-12);
        }
    }

    #[test]
    fn weights_are_relative() {
        let of = |weights: &[f64]| CouplingCoordination::of(&[0.8, 0.3], weights).unwrap().level;
        assert!((of(&[3.0, 1.0]) - of(&[0.75, 0.25])).abs() < 1e-12);
        assert!((of(&[3.0, 1.0]) - 0.675).abs() < 1e-12);
    }

    #[test]
    fn one_at_zero_couples_nothing_and_all_at_zero_is_undefined() {
        let one = CouplingCoordination::of(&[0.5, 0.0], &[0.5, 0.5]).unwrap();
        assert_eq!((one.coupling, one.level, one.degree), (Ok(0.0), 0.25, Ok(0.0)));
        assert_eq!(one.band(), Ok(Band::SeriousImbalance));
        let none = CouplingCoordination::of(&[0.0, 0.0], &[0.5, 0.5]).unwrap();
        assert_eq!((none.coupling, none.level, none.degree), (Err(Undefined::AllZero), 0.0, Err(Undefined::AllZero)));
        assert_eq!(none.band(), Err(Undefined::AllZero));
    }

    #[test]
    fn what_does_not_fit_is_undefined() {
        let of = |levels: &[f64], weights: &[f64]| CouplingCoordination::of(levels, weights).err();
        assert_eq!(of(&[0.5, 0.5], &[1.0]), Some(Undefined::UnequalLists));
        assert_eq!(of(&[0.5], &[1.0]), Some(Undefined::OneCategory));
        assert_eq!(of(&[], &[]), Some(Undefined::OneCategory));
        assert_eq!(of(&[0.5, 1.1], &[1.0, 1.0]), Some(Undefined::OutOfRange));
        assert_eq!(of(&[0.5, f64::NAN], &[1.0, 1.0]), Some(Undefined::OutOfRange));
        assert_eq!(of(&[0.5, 0.5], &[0.0, 0.0]), Some(Undefined::NoWeight));
        assert_eq!(of(&[0.5, 0.5], &[2.0, -1.0]), Some(Undefined::NotAnAmount));
    }

    #[test]
    fn a_band_begins_at_its_mark() {
        use Band::{Barely, Good, Imbalance, Medium, NearImbalance, SeriousImbalance};
        let bands = [0.0, 0.199, 0.2, 0.4, 0.499, 0.5, 0.6, 0.799, 0.8, 1.0].map(Band::of);
        let wanted = [
            SeriousImbalance,
            SeriousImbalance,
            Imbalance,
            NearImbalance,
            NearImbalance,
            Barely,
            Medium,
            Medium,
            Good,
            Good,
        ];
        assert_eq!(bands, wanted);
        assert_eq!(Band::of(0.1 + 0.7), Band::Good);
    }
}
