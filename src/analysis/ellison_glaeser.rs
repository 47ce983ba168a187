//! Is a trade more clustered than the sizes of its plants alone would make it (EG 指数)? The Ellison-Glaeser index.
//!
//! Source: Ellison and Glaeser 1997. About 0: plants lie as if thrown at the map; below 0: dispersed; above 0.05: strongly
//! clustered; below 0.02: weakly. It needs the size of every plant: where only totals of regions are known, it is not
//! shown. A dozen parks with a few plants each are too few to conclude from.

use super::{SLACK, herfindahl::herfindahl, shares_beside, undefined::Undefined};

/// The index of one industry and what it is made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EllisonGlaeser {
    /// Raw concentration, `G = sum_r (s_r - x_r)²`, 0 (spread as the reference) to below 2.
    pub raw: f64,
    /// Herfindahl index of the plants, `H = sum_k z_k²`, to 1 for a single plant.
    pub plants: f64,
    /// Herfindahl index of the reference, `sum_r x_r²`.
    pub reference: f64,
    /// The index; undefined for one plant and for one region.
    pub gamma: Result<f64, Undefined>,
}

impl EllisonGlaeser {
    /// The index of `plants`, which holds the sizes of the plants for each region, against `reference`, the size of
    /// everything by region; none negative, in the same order of regions.
    ///
    /// Undefined when there is no plant, no reference, or a plant in a region in which the reference has nothing.
    pub fn of(plants: &[Vec<f64>], reference: &[f64]) -> Result<Self, Undefined> {
        let by_plant = herfindahl(&plants.concat())?;
        let sizes: Vec<f64> = plants.iter().map(|region| region.iter().sum()).collect();
        let map = Map::of(&sizes, reference)?;
        Ok(Self { raw: map.raw, plants: by_plant, reference: 1.0 - map.spread, gamma: map.gamma(by_plant) })
    }
}

/// `gamma = [G - (1 - sum x²) H] / [(1 - sum x²) (1 - H)]` from the totals by region and the Herfindahl index of the
/// plants, which some statistics print in place of the plants.
///
/// `sizes` and `reference` are amounts of the same regions, none negative; `plants` is `H`, above 0 and to 1. Bounded on
/// neither side. Undefined without a total of either, for one plant, for one region, and where the industry is in
/// a region in which the reference has nothing.
pub fn gamma(sizes: &[f64], plants: f64, reference: &[f64]) -> Result<f64, Undefined> {
    Map::of(sizes, reference)?.gamma(plants)
}

/// How an industry lies over the regions.
pub(super) struct Map {
    /// `s_r - x_r` by region.
    pub(super) deviations: Vec<f64>,
    /// `sum_r (s_r - x_r)²`.
    pub(super) raw: f64,
    /// `1 - sum_r x_r²`.
    pub(super) spread: f64,
}

impl Map {
    pub(super) fn of(sizes: &[f64], reference: &[f64]) -> Result<Self, Undefined> {
        let shares = shares_beside(sizes, reference)?;
        let deviations: Vec<f64> = shares.iter().map(|(s, x)| s - x).collect();
        Ok(Self {
            raw: deviations.iter().map(|deviation| deviation * deviation).sum(),
            spread: shares.iter().map(|(_, x)| x * (1.0 - x)).sum::<f64>().max(0.0),
            deviations,
        })
    }

    /// `1 - sum_r x_r²` as a divisor.
    pub(super) fn divisor(&self) -> Result<f64, Undefined> {
        if self.spread > SLACK { Ok(self.spread) } else { Err(Undefined::OneRegion) }
    }

    fn gamma(&self, plants: f64) -> Result<f64, Undefined> {
        let spread = self.divisor()?;
        if !(plants > 0.0 && plants <= 1.0) {
            return Err(Undefined::OutOfRange);
        }
        let rest = 1.0 - plants;
        if rest > SLACK { Ok((self.raw / spread - plants) / rest) } else { Err(Undefined::OnePlant) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_form_is_met() {
        let plants = [vec![30.0, 10.0], vec![20.0], vec![25.0, 10.0, 5.0]];
        let found = EllisonGlaeser::of(&plants, &[50.0, 30.0, 20.0]).unwrap();
        let (g, h, x) = (0.01 + 0.01 + 0.04, 0.09 + 0.01 + 0.04 + 0.0625 + 0.01 + 0.0025, 0.25 + 0.09 + 0.04);
        assert!((found.raw - g).abs() < 1e-12 && (found.plants - h).abs() < 1e-12);
        assert!((found.reference - x).abs() < 1e-12);
        let published = (g - (1.0 - x) * h) / ((1.0 - x) * (1.0 - h));
        assert!((found.gamma.unwrap() - published).abs() < 1e-12 && published < -0.1);
        let totals = gamma(&[40.0, 20.0, 40.0], h, &[50.0, 30.0, 20.0]).unwrap();
        assert!((totals - published).abs() < 1e-12);
    }

    #[test]
    fn many_small_plants_in_one_place_are_clustered_and_one_is_no_bound() {
        let plants = [vec![1.0; 1000], vec![]];
        assert!((EllisonGlaeser::of(&plants, &[50.0, 50.0]).unwrap().gamma.unwrap() - 1.0).abs() < 1e-12);
        // In a place that hardly exists they are more than that.
        assert!(EllisonGlaeser::of(&[vec![], vec![1.0; 1000]], &[1e6, 1.0]).unwrap().gamma.unwrap() > 1.0);
    }

    #[test]
    fn one_plant_and_one_region_are_undefined() {
        let lone = EllisonGlaeser::of(&[vec![500.0, 0.0], vec![]], &[60.0, 40.0]).unwrap();
        assert_eq!((lone.plants, lone.gamma), (1.0, Err(Undefined::OnePlant)));
        let region = EllisonGlaeser::of(&[vec![5.0, 3.0], vec![0.0]], &[60.0, 0.0]).unwrap();
        assert_eq!((region.raw, region.reference, region.gamma), (0.0, 1.0, Err(Undefined::OneRegion)));
        for plants in [0.0, -0.1, 1.1, f64::NAN] {
            assert_eq!(gamma(&[5.0, 1.0], plants, &[6.0, 4.0]), Err(Undefined::OutOfRange));
        }
    }

    #[test]
    fn nothing_to_compare_is_undefined() {
        let of = |plants: &[Vec<f64>], reference: &[f64]| EllisonGlaeser::of(plants, reference).err();
        assert_eq!(of(&[], &[6.0, 4.0]), Some(Undefined::NoTotal));
        assert_eq!(of(&[vec![0.0], vec![]], &[6.0, 4.0]), Some(Undefined::NoTotal));
        assert_eq!(of(&[vec![5.0]], &[0.0]), Some(Undefined::NoReference));
        assert_eq!(of(&[vec![5.0], vec![], vec![1.0]], &[6.0, 4.0]), Some(Undefined::ReferenceAbsent(2)));
        assert_eq!(of(&[vec![5.0, -1.0], vec![2.0]], &[6.0, 4.0]), Some(Undefined::NotAnAmount));
    }
}
