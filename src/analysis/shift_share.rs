//! Where does growth come from (偏离-份额)? The change of each industry split into the tide of the reference, the industry
//! mix, and what is home-made.
//!
//! Source: Dunn 1960. Reads: "of 25 new jobs 27 came with the tide, 1 from the mix, and 3 were lost at home". The form with
//! `e1 - e0 (1 + g_i)` is also defined for an industry that is new here.

use super::{at, reference_total, sum_of, undefined::Undefined};

/// The change of one industry, or of all, in the unit of the sizes.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Effects {
    /// National effect, `e0 g`: had everything grown as the whole reference did.
    pub national: f64,
    /// Industry mix, `e0 (g_i - g)`: because the industry grew otherwise than all together.
    pub mix: f64,
    /// Regional effect, `e1 - e0 (1 + g_i)`: what the industry did here otherwise than elsewhere.
    pub regional: f64,
}

impl Effects {
    /// The whole change, the sum of the three.
    pub fn change(&self) -> f64 {
        self.national + self.mix + self.regional
    }
}

/// The change between two points in time, split.
#[derive(Debug, Clone, PartialEq)]
pub struct ShiftShare {
    /// By industry, in the order given.
    pub industries: Vec<Effects>,
    /// Sums over the industries.
    pub totals: Effects,
}

impl ShiftShare {
    /// Splits the change of `region`, its sizes by industry before and after, against `reference`, the same of the
    /// reference region; none negative.
    ///
    /// An industry that the reference did not have before has no mix effect: what it brings beyond the tide is regional.
    /// Undefined when the reference had nothing before.
    pub fn of(region: [&[f64]; 2], reference: [&[f64]; 2]) -> Result<Self, Undefined> {
        let ([before, after], [all_before, all_after]) = (region, reference);
        sum_of(before)?;
        sum_of(after)?;
        let growth = sum_of(all_after)? / reference_total(all_before)? - 1.0;
        let effects = |industry: usize| {
            let [e0, e1, r0, r1] = [before, after, all_before, all_after].map(|sizes| at(sizes, industry));
            let of_industry = if r0 > 0.0 { r1 / r0 - 1.0 } else { growth };
            // Nothing times a loss is -0, which is written so; adding 0 makes it 0.
            Effects {
                national: e0 * growth + 0.0,
                mix: e0 * (of_industry - growth) + 0.0,
                regional: e1 - e0 * (1.0 + of_industry),
            }
        };
        let number = [before, after, all_before, all_after].map(<[f64]>::len).into_iter().max().unwrap_or(0);
        let industries: Vec<Effects> = (0..number).map(effects).collect();
        let add = |sum: Effects, industry: &Effects| Effects {
            national: sum.national + industry.national,
            mix: sum.mix + industry.mix,
            regional: sum.regional + industry.regional,
        };
        let totals = industries.iter().fold(Effects::default(), add);
        Ok(Self { industries, totals })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_effects_add_up_to_the_change() {
        let (before, after) = ([90.0, 0.0, 10.0, 60.0, 2.0], [100.0, 40.0, 0.0, 55.0]);
        let (all_before, all_after) = ([400.0, 150.0, 900.0, 400.0, 3.0], [440.0, 210.0, 135.0, 480.0]);
        let found = ShiftShare::of([&before, &after], [&all_before, &all_after]).unwrap();
        for (place, effects) in found.industries.iter().enumerate() {
            assert!((effects.change() - (at(&after, place) - before[place])).abs() < 1e-12);
        }
        assert!((found.totals.change() - 33.0).abs() < 1e-12);
        let mix: f64 = found.industries.iter().map(|effects| effects.mix).sum();
        assert!((found.totals.mix - mix).abs() < 1e-12 && found.industries.len() == 5);
    }

    #[test]
    fn whoever_grows_as_the_reference_has_the_tide_only() {
        let found = ShiftShare::of([&[10.0, 30.0], &[12.0, 36.0]], [&[100.0, 200.0], &[120.0, 240.0]]).unwrap();
        assert!((found.totals.national - 8.0).abs() < 1e-12);
        assert!(found.totals.mix.abs() < 1e-12 && found.totals.regional.abs() < 1e-12);
    }

    #[test]
    fn an_industry_new_to_the_reference_is_home_made() {
        let found = ShiftShare::of([&[10.0, 0.0], &[10.0, 7.0]], [&[100.0, 0.0], &[150.0, 9.0]]).unwrap();
        assert_eq!(found.industries[1], Effects { national: 0.0, mix: 0.0, regional: 7.0 });
        let shrinking = ShiftShare::of([&[0.0], &[7.0]], [&[100.0], &[50.0]]).unwrap();
        assert!(shrinking.industries[0].national.is_sign_positive() && shrinking.industries[0].mix.is_sign_positive());
        // A figure that the reference should have had: still nothing is lost.
        let odd = ShiftShare::of([&[10.0, 4.0], &[10.0, 7.0]], [&[100.0, 0.0], &[150.0, 0.0]]).unwrap();
        assert_eq!(odd.industries[1], Effects { national: 2.0, mix: 0.0, regional: 1.0 });
    }

    #[test]
    fn a_region_without_anything_changes_by_nothing_but_a_reference_must_be() {
        let found = ShiftShare::of([&[], &[]], [&[5.0], &[6.0]]).unwrap();
        assert_eq!(found.totals, Effects::default());
        assert_eq!(ShiftShare::of([&[1.0], &[2.0]], [&[0.0], &[6.0]]), Err(Undefined::NoReference));
        assert_eq!(ShiftShare::of([&[], &[]], [&[], &[]]), Err(Undefined::NoReference));
        assert_eq!(ShiftShare::of([&[1.0], &[-2.0]], [&[5.0], &[6.0]]), Err(Undefined::NotAnAmount));
    }
}
