//! What would have to change for a park to be recognised, or to keep its recognition? The readings that the latest year
//! lacks, and the further years that it takes even then.

use super::{Reading, Rule, Standing, Strictness, Verdict, Year, item_verdict};

/// An item whose reading must come to its bound.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Need {
    /// Place of the item.
    pub item: usize,
    /// What was read; [`Reading::Missing`] when the item may be met already.
    pub reading: Reading,
    /// The reading that meets the bound exactly: of holders the relaxed one.
    pub needed: f64,
    /// Linked suppliers that would do instead, together with a chain leader in the park; `None` where the anchor route
    /// does not excuse the item.
    pub or_suppliers: Option<u32>,
}

/// The smallest change.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Items of the latest year that do not meet their bounds for certain, in their order; with all of them at the bound
    /// the year passes. Empty when it does already.
    pub needs: Vec<Need>,
    /// How many years after it must pass as well: at least, and at most if all that is missing in earlier years turned out
    /// badly.
    pub further_years: (usize, usize),
}

impl Rule {
    /// What would lead to recognition, or to keeping it, after `years`, which are as in [`Rule::decide`].
    ///
    /// Every bound must be met, so the set of items that fail is the smallest one. A veto in the latest year costs a
    /// candidate one further year without it. `None` without years, and for a holder with a veto, whom no reading saves; an
    /// unknown veto counts as none.
    pub fn smallest_change(&self, standing: Standing, years: &[Year]) -> Option<Change> {
        let (latest, earlier) = years.split_last()?;
        let strictness = standing.strictness();
        let has_veto = latest.veto == Some(true);
        let bounds = self.bounds_for(strictness).enumerate();
        let unmet = bounds.filter(|(item, bound)| item_verdict(self, latest, *item, *bound) != Verdict::Met);
        let need = |(item, bound): (usize, super::Bound)| Need {
            item,
            reading: latest.reading(item),
            needed: bound.figure(),
            or_suppliers: self.anchor.as_ref().filter(|it| it.items.contains(&item)).map(|it| it.suppliers),
        };
        let needs = unmet.map(need).collect();
        let further_years = match standing {
            Standing::Holder if has_veto => return None,
            Standing::Holder => (0, 0),
            Standing::Candidate => self.further_years(earlier, has_veto),
        };
        Some(Change { needs, further_years })
    }

    /// How many years must pass after the latest one, which passes itself.
    fn further_years(&self, earlier: &[Year], has_veto: bool) -> (usize, usize) {
        let verdicts = self.verdicts(earlier, Strictness::Strict);
        let wait = |is_passed: fn(Verdict) -> bool| {
            let passed = |further: usize| {
                let seen = self.window.saturating_sub(1 + further);
                let kept = verdicts.iter().rev().take(seen).filter(|it| is_passed(**it)).count();
                kept + (1 + further).min(self.window)
            };
            let least = usize::from(has_veto);
            (least..=self.window).find(|further| passed(*further) >= self.passes).unwrap_or(self.window)
        };
        (wait(|it| it != Verdict::NotMet), wait(|it| it == Verdict::Met))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        super::{
            decision::Proposal,
            tests::{figures, rule, year},
        },
        *,
    };

    fn of(standing: Standing, years: &[Year]) -> (Vec<(usize, f64)>, (usize, usize)) {
        let found = rule().smallest_change(standing, years).unwrap();
        (found.needs.iter().map(|need| (need.item, need.needed)).collect(), found.further_years)
    }

    #[test]
    fn a_candidate_needs_the_bounds_and_as_many_years_as_are_short() {
        let (good, bad) = (figures(12.0, 0.3), figures(5.0, 0.9));
        let both = vec![(0, 10.0), (1, 0.5)];
        assert_eq!(of(Standing::Candidate, &[good.clone(), bad.clone(), bad.clone()]), (both.clone(), (0, 0)));
        assert_eq!(of(Standing::Candidate, &[good.clone(), bad.clone(), bad.clone(), bad.clone()]), (both, (1, 1)));
        assert_eq!(of(Standing::Candidate, &[bad, good.clone()]), (vec![], (1, 1)));
        let vetoed = Year { veto: Some(true), ..good.clone() };
        assert_eq!(of(Standing::Candidate, &[good.clone(), good, vetoed]), (vec![], (1, 1)));
    }

    #[test]
    fn a_holder_needs_the_relaxed_bounds_and_no_further_year() {
        assert_eq!(of(Standing::Holder, &[figures(8.0, 0.56)]), (vec![(0, 9.0), (1, 0.55)], (0, 0)));
        assert_eq!(of(Standing::Holder, &[figures(9.0, 0.55)]), (vec![], (0, 0)));
        let vetoed = Year { veto: Some(true), ..figures(12.0, 0.3) };
        assert_eq!(rule().smallest_change(Standing::Holder, &[vetoed]), None);
        assert_eq!(rule().smallest_change(Standing::Candidate, &[]), None);
    }

    #[test]
    fn what_is_missing_is_asked_for_and_makes_the_years_a_range() {
        let unsure = year(Reading::Missing, Reading::Value(0.3));
        let found = rule().smallest_change(Standing::Candidate, &[unsure.clone(), unsure]).unwrap();
        assert_eq!((found.needs[0].reading, found.needs[0].or_suppliers), (Reading::Missing, None));
        assert_eq!(found.further_years, (0, 1));
        let large = rule().smallest_change(Standing::Candidate, &[figures(12.0, 0.8)]).unwrap();
        assert_eq!(large.needs[0].or_suppliers, Some(5));
    }

    proptest! {
        #[test]
        fn the_change_and_the_years_lead_to_recognition_and_one_year_less_does_not(
            rows in prop::collection::vec((5.0..15.0, 0.2..0.8), 1..5),
        ) {
            let mut years: Vec<Year> = rows.iter().map(|(first, second)| figures(*first, *second)).collect();
            let change = rule().smallest_change(Standing::Candidate, &years).unwrap();
            for need in &change.needs {
                years.last_mut().unwrap().readings[need.item] = Reading::Value(need.needed);
            }
            let proposal = |years: &[Year]| rule().decide(Standing::Candidate, years).proposal;
            for _ in 0..change.further_years.0 {
                prop_assert_eq!(proposal(&years), Proposal::Decline);
                years.push(figures(10.0, 0.5));
            }
            prop_assert_eq!(proposal(&years), Proposal::Recognise);
        }
    }
}
