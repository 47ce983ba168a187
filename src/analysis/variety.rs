//! Do the trades of a park neighbour each other, or only stand side by side (相关/无关多样化)? Entropy in two levels: between
//! groups, and within them.
//!
//! Sources: Theil 1967; Frenken, Van Oort and Verburg 2007. High related variety: neighbouring trades to learn from; high
//! unrelated variety: a shock hits only some. The split depends on what the groups are, so whoever shows it names them.

use super::{entropy, share, sum_of, undefined::Undefined};

/// The variety of one group.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Group {
    /// Its part of the whole, `P_g`, 0 to 1.
    pub share: f64,
    /// Entropy of the industries within it in bits, `H_g`; 0 for a single industry and for an empty group.
    pub within: f64,
    /// What it adds to the related variety, `P_g H_g`.
    pub contribution: f64,
}

/// Variety in bits, split by level.
#[derive(Debug, Clone, PartialEq)]
pub struct Variety {
    /// Unrelated variety, `sum_g P_g log2(1 / P_g)`, from 0 (one group) to log2 of their number.
    pub unrelated: f64,
    /// Related variety, `sum_g P_g H_g`, from 0 (one industry a group) upwards.
    pub related: f64,
    /// By group, in the order given.
    pub groups: Vec<Group>,
}

impl Variety {
    /// The variety of `groups`: for each group the amounts of its industries, none negative, such as the four-digit
    /// industries within each two-digit one. Undefined without a total.
    pub fn of(groups: &[Vec<f64>]) -> Result<Self, Undefined> {
        let sums = groups.iter().map(|industries| sum_of(industries)).collect::<Result<Vec<f64>, Undefined>>()?;
        let unrelated = entropy::shannon_bits(&sums)?;
        let total: f64 = sums.iter().sum();
        let group = |(industries, sum): (&Vec<f64>, &f64)| {
            let within = entropy::shannon_bits(industries).unwrap_or(0.0);
            let share = share(*sum, total).unwrap_or(0.0);
            Group { share, within, contribution: share * within }
        };
        let groups: Vec<Group> = groups.iter().zip(&sums).map(group).collect();
        Ok(Self { unrelated, related: groups.iter().map(|group| group.contribution).sum(), groups })
    }

    /// Entropy of all industries in bits, which is the sum of both.
    pub fn total(&self) -> f64 {
        self.unrelated + self.related
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_levels_add_up_to_the_entropy_of_all_industries() {
        let cities: [&[Vec<f64>]; 4] = [
            &[vec![40.0, 1.0, 0.0], vec![7.0], vec![], vec![3.0, 3.0, 90.0, 0.5]],
            &[vec![5.0], vec![1.0], vec![1.0]],
            &[vec![0.3, 0.2, 17.0]],
            &[vec![0.0, 0.0], vec![2.0, 6.0]],
        ];
        for groups in cities {
            let variety = Variety::of(groups).unwrap();
            assert!((variety.total() - entropy::shannon_bits(&groups.concat()).unwrap()).abs() < 1e-12);
            assert!((variety.groups.iter().map(|group| group.share).sum::<f64>() - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn splitting_an_industry_raises_only_the_related_part() {
        let coarse = Variety::of(&[vec![6.0], vec![2.0]]).unwrap();
        let fine = Variety::of(&[vec![3.0, 3.0], vec![2.0]]).unwrap();
        assert!((fine.unrelated - coarse.unrelated).abs() < 1e-12);
        assert!(
            coarse.related.abs() < 1e-12
                && (fine.related - 0.75).abs() < 1e-12
                && (fine.groups[0].within - 1.0).abs() < 1e-12
        );
    }

    #[test]
    fn an_empty_group_counts_as_nothing_and_an_empty_city_is_undefined() {
        let variety = Variety::of(&[vec![0.0, 0.0], vec![2.0, 2.0]]).unwrap();
        assert_eq!(variety.groups[0], Group { share: 0.0, within: 0.0, contribution: 0.0 });
        assert_eq!((variety.unrelated, variety.related), (0.0, 1.0));
        assert!(Variety::of(&[vec![], vec![2.0]]).unwrap().groups[0].share.is_sign_positive());
        assert_eq!(Variety::of(&[]), Err(Undefined::NoTotal));
        assert_eq!(Variety::of(&[vec![0.0], vec![]]), Err(Undefined::NoTotal));
        assert_eq!(Variety::of(&[vec![-1.0, 2.0]]), Err(Undefined::NotAnAmount));
    }
}
