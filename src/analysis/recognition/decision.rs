//! What does the rule propose, and item by item why? "Unknown" only when what is missing could turn the proposal.

use super::{Reading, Rule, Standing, Strictness, Verdict, Year, excuse, item_verdict, year_verdict};

/// What the rule proposes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Proposal {
    /// Recognise a candidate.
    Recognise,
    /// Do not recognise it.
    Decline,
    /// Let a holder keep its recognition.
    Keep,
    /// Keep it, but warn: its latest year fails.
    Warn,
    /// Take the recognition back.
    Withdraw,
    /// What is missing decides.
    Unknown,
}

/// One item of the latest year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Item {
    /// What was read.
    pub reading: Reading,
    /// Whether it meets the bound, by itself or by the anchor route.
    pub strict: Verdict,
    /// Whether it meets the relaxed bound, by itself or by the anchor route.
    pub relaxed: Verdict,
    /// By how much the reading is inside the bound, in the unit of the item, negative when outside; `None` without a
    /// figure. An excused item may be met with a negative margin.
    pub margin: Option<f64>,
    /// The same to the relaxed bound.
    pub relaxed_margin: Option<f64>,
    /// Whether the anchor route is open for this item; [`Verdict::NotMet`] for items that it does not excuse.
    pub excused: Verdict,
}

/// Something that is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gap {
    /// Place of the year in the list.
    pub year: usize,
    /// What is missing in it.
    pub what: Missing,
}

/// What is missing in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// The reading of the item at this place.
    Item(usize),
    /// Whether there is a chain leader.
    ChainLeader,
    /// The number of its suppliers.
    Suppliers,
    /// Whether there was a veto.
    Veto,
}

/// The proposal with its reasons.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// What the rule proposes.
    pub proposal: Proposal,
    /// Each item of the latest year; empty when there are no years.
    pub items: Vec<Item>,
    /// How many of the years in the window meet the bounds as they are: at least, and at most if all that is missing turned
    /// out well.
    pub years_passed: (usize, usize),
    /// Whether something vetoes the latest year: [`Verdict::Met`] when it does.
    pub veto: Verdict,
    /// What is missing on which the proposal may depend, by year and item; empty unless the proposal is unknown.
    pub gaps: Vec<Gap>,
}

impl Rule {
    /// What is proposed for a park of `standing` after `years`, oldest first, the last being the latest.
    ///
    /// A year on which nothing at all is recorded belongs in the list with its readings missing; a year that is not in the
    /// list has not been. Without years the proposal is unknown.
    pub fn decide(&self, standing: Standing, years: &[Year]) -> Decision {
        let (veto, latest) = (latest_veto(years), years.last());
        let strict = self.verdicts(years, Strictness::Strict);
        let number = |is_counted: fn(&Verdict) -> bool| strict.iter().filter(|it| is_counted(it)).count();
        let years_passed = (number(|it| *it == Verdict::Met), number(|it| *it != Verdict::NotMet));
        let open = self.outcomes(standing, &self.verdicts(years, standing.strictness()), veto);
        let (proposal, gaps) = match open.as_slice() {
            [one] => (*one, Vec::new()),
            _ => (Proposal::Unknown, self.gaps(standing, years)),
        };
        let items = latest.map_or_else(Vec::new, |year| self.items(year));
        Decision { proposal, items, years_passed, veto, gaps }
    }

    /// Each item of `year`.
    fn items(&self, year: &Year) -> Vec<Item> {
        let bounds = self.bounds_for(Strictness::Strict).zip(self.bounds_for(Strictness::Relaxed)).enumerate();
        let item = |(place, (strict, relaxed)): (usize, (super::Bound, super::Bound))| {
            let reading = year.reading(place);
            let figure = match reading {
                Reading::Value(value) => Some(value).filter(|value| value.is_finite()),
                Reading::Undefined | Reading::Missing => None,
            };
            Item {
                reading,
                strict: item_verdict(self, year, place, strict),
                relaxed: item_verdict(self, year, place, relaxed),
                margin: figure.map(|value| strict.margin(value)),
                relaxed_margin: figure.map(|value| relaxed.margin(value)),
                excused: excuse(self, year, place),
            }
        };
        bounds.map(item).collect()
    }

    /// Whether each year in the window passes, oldest first.
    pub(super) fn verdicts(&self, years: &[Year], strictness: Strictness) -> Vec<Verdict> {
        let window = match strictness {
            Strictness::Strict => self.window,
            Strictness::Relaxed => HOLDER_WINDOW,
        };
        let before = years.len().saturating_sub(window);
        years.iter().skip(before).map(|year| year_verdict(self, year, strictness)).collect()
    }

    /// The proposals to which completing what is missing can lead. Years are independent of each other, so every
    /// combination of passing and failing that is open to them is looked at.
    fn outcomes(&self, standing: Standing, verdicts: &[Verdict], veto: Verdict) -> Vec<Proposal> {
        let mut found = Vec::new();
        for has_veto in [false, true].into_iter().filter(|it| veto.admits(*it)) {
            found.extend(completions(verdicts).iter().filter_map(|passed| self.proposal(standing, passed, has_veto)));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The proposal when everything is known; `None` without years.
    fn proposal(&self, standing: Standing, passed: &[bool], has_veto: bool) -> Option<Proposal> {
        let (latest, before) = passed.split_last()?;
        let number = passed.iter().filter(|it| **it).count();
        Some(match standing {
            Standing::Candidate if *latest && number >= self.passes && !has_veto => Proposal::Recognise,
            Standing::Candidate => Proposal::Decline,
            Standing::Holder if has_veto => Proposal::Withdraw,
            Standing::Holder if *latest => Proposal::Keep,
            Standing::Holder if before.last() == Some(&false) => Proposal::Withdraw,
            Standing::Holder => Proposal::Warn,
        })
    }

    /// What is missing on which the proposal may depend: for some completion of all else, this alone turns it.
    fn gaps(&self, standing: Standing, years: &[Year]) -> Vec<Gap> {
        let strictness = standing.strictness();
        let (verdicts, veto) = (self.verdicts(years, strictness), latest_veto(years));
        let before = years.len() - verdicts.len();
        let mut found = Vec::new();
        for (place, year) in years.iter().enumerate().skip(before) {
            if self.turns_on_year(standing, &verdicts, veto, place - before) {
                let decisive = missing(self, year).into_iter().filter(|it| turns_year(self, year, *it, strictness));
                found.extend(decisive.map(|what| Gap { year: place, what }));
            }
        }
        let turns =
            |passed: &Vec<bool>| self.proposal(standing, passed, false) != self.proposal(standing, passed, true);
        if veto == Verdict::Unknown && completions(&verdicts).iter().any(turns) {
            found.push(Gap { year: years.len().saturating_sub(1), what: Missing::Veto });
        }
        found
    }

    /// Whether the year at `place` of the window, by passing or failing, turns the proposal for some completion of the
    /// other years.
    fn turns_on_year(&self, standing: Standing, verdicts: &[Verdict], veto: Verdict, place: usize) -> bool {
        let turns = |passed: &Vec<bool>, has_veto: bool| {
            let mut turned = passed.clone();
            if let Some(it) = turned.get_mut(place) {
                *it = !*it;
            }
            self.proposal(standing, passed, has_veto) != self.proposal(standing, &turned, has_veto)
        };
        let passed = completions(verdicts);
        [false, true].into_iter().filter(|it| veto.admits(*it)).any(|veto| passed.iter().any(|it| turns(it, veto)))
    }
}

/// Of how many of the last years a holder may not fail all.
const HOLDER_WINDOW: usize = 2;

/// Whether something vetoes the latest year; nothing does without years.
fn latest_veto(years: &[Year]) -> Verdict {
    years.last().map_or(Verdict::NotMet, |year| year.veto.into())
}

/// Every combination of passing and failing that `verdicts` leave open: two to the number of unknown ones.
fn completions(verdicts: &[Verdict]) -> Vec<Vec<bool>> {
    verdicts.iter().fold(vec![Vec::new()], |found, verdict| {
        let with = |passed: &Vec<bool>, it: bool| passed.iter().copied().chain([it]).collect();
        let open = [false, true].into_iter().filter(|it| verdict.admits(*it));
        open.flat_map(|it| found.iter().map(move |passed| with(passed, it))).collect()
    })
}

/// What is missing in `year`, its veto aside.
fn missing(rule: &Rule, year: &Year) -> Vec<Missing> {
    let items = (0..rule.bounds.len()).filter(|item| year.reading(*item) == Reading::Missing).map(Missing::Item);
    let leader = year.chain_leader.is_none().then_some(Missing::ChainLeader);
    items.chain(leader).chain(year.suppliers.is_none().then_some(Missing::Suppliers)).collect()
}

/// Whether `what` is missing in `year` alone decides, for some completion of all else in it, whether the year passes.
fn turns_year(rule: &Rule, year: &Year, what: Missing, strictness: Strictness) -> bool {
    let may_others_pass = |item: usize| {
        let others = rule.bounds_for(strictness).enumerate().filter(|(place, _)| *place != item);
        others.map(|(place, bound)| item_verdict(rule, year, place, bound)).all(|it| it != Verdict::NotMet)
    };
    // The anchor route decides when an item that it excuses may fail by itself, and all may be met with the route open.
    let may_excuse = |completed: Year| {
        let Some(anchor) = &rule.anchor else { return false };
        let without = Year { chain_leader: Some(false), ..completed.clone() };
        let verdicts = |year: &Year| -> Vec<Verdict> {
            let bounds = rule.bounds_for(strictness).enumerate();
            bounds.map(|(item, bound)| item_verdict(rule, year, item, bound)).collect()
        };
        let (with, by_itself) = (verdicts(&completed), verdicts(&without));
        let may_fail = anchor.items.iter().any(|item| by_itself.get(*item).is_some_and(|it| *it != Verdict::Met));
        let is_open = anchor.items.iter().any(|item| excuse(rule, &completed, *item) != Verdict::NotMet);
        may_fail && is_open && with.iter().all(|it| *it != Verdict::NotMet)
    };
    match what {
        Missing::Item(item) => excuse(rule, year, item) != Verdict::Met && may_others_pass(item),
        Missing::ChainLeader => may_excuse(Year { chain_leader: Some(true), ..year.clone() }),
        Missing::Suppliers => may_excuse(Year { suppliers: Some(u32::MAX), ..year.clone() }),
        Missing::Veto => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        super::tests::{figures, rule, year},
        *,
    };

    const GOOD: (f64, f64) = (12.0, 0.3);
    const BAD: (f64, f64) = (5.0, 0.3);

    fn of(years: &[(f64, f64)]) -> Vec<Year> {
        years.iter().map(|(first, second)| figures(*first, *second)).collect()
    }

    fn candidate(years: &[Year]) -> Decision {
        rule().decide(Standing::Candidate, years)
    }

    fn holder(years: &[Year]) -> Decision {
        rule().decide(Standing::Holder, years)
    }

    #[test]
    fn two_of_three_with_the_latest_are_enough_and_neither_alone_is() {
        let proposal = |years: &[(f64, f64)]| candidate(&of(years)).proposal;
        assert_eq!(proposal(&[GOOD, BAD, GOOD]), Proposal::Recognise);
        assert_eq!(proposal(&[GOOD, GOOD, BAD]), Proposal::Decline);
        assert_eq!(proposal(&[BAD, BAD, GOOD]), Proposal::Decline);
        assert_eq!(proposal(&[GOOD, BAD, BAD, GOOD]), Proposal::Decline);
        assert_eq!(proposal(&[(10.0, 0.5), (10.0, 0.5)]), Proposal::Recognise);
        assert_eq!(proposal(&[(10.0, 0.5), (10.0, 0.500_001)]), Proposal::Decline);
        assert_eq!(proposal(&[]), Proposal::Unknown);
    }

    #[test]
    fn a_holder_is_kept_warned_and_loses_it_after_two() {
        let proposal = |years: &[(f64, f64)]| holder(&of(years)).proposal;
        assert_eq!(proposal(&[BAD, (9.0, 0.55)]), Proposal::Keep);
        assert_eq!(proposal(&[(9.0, 0.5), (8.999_9, 0.5)]), Proposal::Warn);
        assert_eq!(proposal(&[BAD]), Proposal::Warn);
        assert_eq!(proposal(&[GOOD, BAD, BAD]), Proposal::Withdraw);
        let vetoed = Year { veto: Some(true), ..figures(12.0, 0.3) };
        assert_eq!(holder(std::slice::from_ref(&vetoed)).proposal, Proposal::Withdraw);
        assert_eq!(candidate(&[vetoed.clone(), vetoed]).proposal, Proposal::Decline);
    }

    #[test]
    fn items_tell_how_far_they_are_from_their_bounds() {
        let found = candidate(&[Year { chain_leader: Some(true), suppliers: Some(5), ..figures(9.5, 0.8) }]);
        let [first, second] = found.items[..] else { panic!("two items") };
        assert_eq!((first.strict, first.relaxed, first.margin), (Verdict::NotMet, Verdict::Met, Some(-0.5)));
        assert_eq!((first.relaxed_margin, first.excused), (Some(0.5), Verdict::NotMet));
        assert_eq!((second.strict, second.excused), (Verdict::Met, Verdict::Met));
        assert!((second.margin.unwrap() + 0.3).abs() < 1e-12 && (second.relaxed_margin.unwrap() + 0.25).abs() < 1e-12);
    }

    #[test]
    fn what_is_missing_is_told_only_where_it_matters() {
        let gap = year(Reading::Value(12.0), Reading::Missing);
        let found = candidate(&[figures(5.0, 0.3), gap.clone(), figures(12.0, 0.3)]);
        assert_eq!((found.proposal, found.years_passed), (Proposal::Unknown, (1, 2)));
        assert_eq!(found.gaps, [Gap { year: 1, what: Missing::Item(1) }]);
        let enough = candidate(&[figures(12.0, 0.3), gap.clone(), figures(12.0, 0.3)]);
        assert_eq!((enough.proposal, enough.gaps, enough.years_passed), (Proposal::Recognise, vec![], (2, 3)));
        let lost = candidate(&[gap.clone(), gap, figures(5.0, 0.3)]);
        assert_eq!((lost.proposal, lost.gaps), (Proposal::Decline, vec![]));
    }

    #[test]
    fn a_missing_supplier_count_matters_only_beside_a_chain_leader() {
        let with = |chain_leader, suppliers| Year { chain_leader, suppliers, ..figures(12.0, 0.8) };
        let proposal = |latest: Year| {
            let found = candidate(&[figures(12.0, 0.3), latest]);
            (found.proposal, found.gaps.iter().map(|gap| gap.what).collect::<Vec<_>>())
        };
        assert_eq!(proposal(with(Some(true), None)), (Proposal::Unknown, vec![Missing::Suppliers]));
        assert_eq!(proposal(with(None, None)), (Proposal::Unknown, vec![Missing::ChainLeader, Missing::Suppliers]));
        assert_eq!(proposal(with(Some(false), None)), (Proposal::Decline, vec![]));
        assert_eq!(proposal(with(None, Some(4))), (Proposal::Decline, vec![]));
        let met = Year { chain_leader: Some(true), suppliers: None, ..figures(12.0, 0.3) };
        assert_eq!(proposal(met), (Proposal::Recognise, vec![]));
    }

    #[test]
    fn an_unknown_veto_matters_unless_all_is_lost_or_was_withdrawn_anyhow() {
        let unsure = |first| Year { veto: None, ..figures(first, 0.3) };
        let found = holder(&[figures(5.0, 0.3), unsure(12.0)]);
        assert_eq!((found.proposal, found.veto), (Proposal::Unknown, Verdict::Unknown));
        assert_eq!(found.gaps, [Gap { year: 1, what: Missing::Veto }]);
        assert_eq!(holder(&[figures(5.0, 0.3), unsure(5.0)]).proposal, Proposal::Withdraw);
        assert_eq!(candidate(&[figures(12.0, 0.3), unsure(5.0)]).proposal, Proposal::Decline);
    }

    /// A reading, now and then missing or undefined.
    fn reading(around: f64) -> impl Strategy<Value = Reading> {
        prop_oneof![
            6 => (0.5..1.5).prop_map(move |part: f64| Reading::Value(part * around)),
            1 => Just(Reading::Undefined),
            3 => Just(Reading::Missing),
        ]
    }

    fn some_year() -> impl Strategy<Value = Year> {
        let known = || prop::option::weighted(0.7, any::<bool>());
        let suppliers = prop::option::weighted(0.7, 3_u32..8);
        (reading(10.0), reading(0.5), known(), suppliers, prop::option::weighted(0.7, prop::bool::weighted(0.2)))
            .prop_map(|(first, second, chain_leader, suppliers, veto)| Year {
                readings: vec![first, second],
                chain_leader,
                suppliers,
                veto,
            })
    }

    /// `year` with all that is missing turned out well or badly.
    fn completed(year: &Year, is_well: bool) -> Year {
        let fill = |(item, reading): (usize, &Reading)| match reading {
            Reading::Missing if is_well => Reading::Value(rule().bounds[item].figure()),
            Reading::Missing => Reading::Undefined,
            Reading::Value(_) | Reading::Undefined => *reading,
        };
        Year {
            readings: year.readings.iter().enumerate().map(fill).collect(),
            chain_leader: year.chain_leader.or(Some(is_well)),
            suppliers: year.suppliers.or(Some(if is_well { 9 } else { 0 })),
            veto: year.veto.or(Some(!is_well)),
        }
    }

    /// How good a proposal is for the park.
    fn standing_of(proposal: Proposal) -> u8 {
        match proposal {
            Proposal::Decline | Proposal::Withdraw => 0,
            Proposal::Warn => 1,
            Proposal::Keep | Proposal::Recognise => 2,
            Proposal::Unknown => 9,
        }
    }

    proptest! {
        #[test]
        fn unknown_is_what_the_best_and_the_worst_completion_disagree_on(
            years in prop::collection::vec(some_year(), 1..4),
            is_holder: bool,
        ) {
            let standing = if is_holder { Standing::Holder } else { Standing::Candidate };
            let found = rule().decide(standing, &years);
            let [worst, best] = [false, true].map(|is_well| {
                let years: Vec<Year> = years.iter().map(|year| completed(year, is_well)).collect();
                rule().decide(standing, &years)
            });
            prop_assert_eq!(found.proposal == Proposal::Unknown, worst.proposal != best.proposal);
            prop_assert_eq!(found.gaps.is_empty(), found.proposal != Proposal::Unknown);
            prop_assert!(standing_of(worst.proposal) <= standing_of(best.proposal));
            prop_assert_eq!(found.years_passed, (worst.years_passed.0, best.years_passed.0));
        }

        #[test]
        fn completing_what_is_told_to_be_missing_settles_the_proposal(
            years in prop::collection::vec(some_year(), 1..4),
            turns_out_well in prop::collection::vec(any::<bool>(), 12),
            is_holder: bool,
        ) {
            let standing = if is_holder { Standing::Holder } else { Standing::Candidate };
            let mut settled = years.clone();
            for (gap, is_well) in rule().decide(standing, &years).gaps.iter().zip(turns_out_well) {
                let full = completed(&years[gap.year], is_well);
                let year = &mut settled[gap.year];
                match gap.what {
                    Missing::Item(item) => year.readings[item] = full.readings[item],
                    Missing::ChainLeader => year.chain_leader = full.chain_leader,
                    Missing::Suppliers => year.suppliers = full.suppliers,
                    Missing::Veto => year.veto = full.veto,
                }
            }
            prop_assert_ne!(rule().decide(standing, &settled).proposal, Proposal::Unknown);
        }

        #[test]
        fn a_better_reading_never_leads_to_a_worse_proposal(
            years in prop::collection::vec(some_year(), 1..4),
            at in any::<prop::sample::Index>(),
            step in 0.0..5.0,
            is_holder: bool,
        ) {
            let standing = if is_holder { Standing::Holder } else { Standing::Candidate };
            let known: Vec<Year> = years.iter().map(|year| completed(year, false)).collect();
            let mut better = known.clone();
            let place = at.index(better.len());
            if let Reading::Value(value) = better[place].readings[0] {
                better[place].readings[0] = Reading::Value(value + step);
            }
            let of = |years: &[Year]| standing_of(rule().decide(standing, years).proposal);
            prop_assert!(of(&better) >= of(&known));
        }

        #[test]
        fn a_holder_between_the_bound_and_the_relaxed_one_is_always_kept(
            parts in prop::collection::vec((0.9..1.0, 1.0..1.1), 1..6),
            exact: bool,
        ) {
            let low = if exact { 1.0 } else { 0.9 };
            let mut years = of(&[(10.0, 0.5), (10.0, 0.5)]);
            prop_assert_eq!(candidate(&years).proposal, Proposal::Recognise);
            for (first, second) in parts.into_iter().chain([(low, 2.0 - low)]) {
                years.push(figures(10.0 * first, 0.5 * second));
                prop_assert_eq!(holder(&years).proposal, Proposal::Keep);
            }
        }
    }
}
