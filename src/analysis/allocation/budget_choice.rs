//! Which whole projects does a budget pay for? The choice of the most value that it can pay, a project being taken whole or
//! not at all.
//!
//! The 0/1 knapsack problem. Source: Kellerer, Pferschy and Pisinger 2004: by tables where the budget has few steps, else by
//! branch and bound with the bound of Dantzig 1957 (the best projects by value for money, the last of them in part). On
//! equal value the cheaper set is chosen, then the one that has the projects listed first.

use std::cmp::Ordering;

use super::Undefined;

/// A project that asks for money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// What it costs, 0 or more, in the unit of the budget.
    pub cost: i64,
    /// What it is worth, 0 or more, of any unit.
    pub value: i64,
}

/// What is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Places of the chosen items, in order; what is worth nothing is not chosen.
    pub chosen: Vec<usize>,
    /// Their value.
    pub value: i64,
    /// Their cost.
    pub cost: i64,
    /// No choice is worth more than this: the value itself, unless the search was given up.
    pub upper_bound: i64,
}

impl Choice {
    /// Whether no choice is worth more. After a search that was given up a cheaper one of the same value may still be.
    pub fn is_proven(&self) -> bool {
        self.value == self.upper_bound
    }
}

/// Cells of the tables that are filled at most: a few dozen megabytes.
const MOST_CELLS: usize = 2_000_000;

/// Nodes after which a search is given up: a fraction of a second.
const NODE_LIMIT: usize = 10_000_000;

/// Part of the nodes that may go into finding, among equals, the items listed first.
const TIE_PART: usize = 10;

/// The choice of the most value whose cost is within `budget`.
///
/// Undefined when a figure is negative, or costs or values add up to more than an `i64`. Exact for some dozens of projects;
/// where a search would take too long it is given up and [`Choice::is_proven`] may be false. Takes the same course each time.
pub fn choose(budget: i64, items: &[Item]) -> Result<Choice, Undefined> {
    choose_within(budget, items, NODE_LIMIT)
}

/// [`choose`] with a limit of one's own on the nodes of the search.
pub fn choose_within(budget: i64, items: &[Item], nodes: usize) -> Result<Choice, Undefined> {
    if budget < 0 || items.iter().any(|item| item.cost < 0 || item.value < 0) {
        return Err(Undefined::NotAnAmount);
    }
    let sum = |of: fn(&Item) -> i64| items.iter().try_fold(0_i64, |sum, item| sum.checked_add(of(item)));
    sum(|item| item.cost).and(sum(|item| item.value)).ok_or(Undefined::OutOfRange)?;
    // What is worth nothing or cannot be paid is out, what costs nothing is in.
    let places = (0..).zip(items).filter(|(_, item)| item.value > 0 && item.cost <= budget);
    let (places, useful): (Vec<usize>, Vec<Item>) = places.map(|(place, item)| (place, *item)).unzip();
    let (taken, upper_bound) = taken(budget, &useful, nodes);
    let own = places.iter().zip(&useful).zip(&taken).filter(|(_, is_taken)| **is_taken);
    let (mut chosen, mut value, mut cost) = (Vec::new(), 0, 0);
    for ((place, item), _) in own {
        chosen.push(*place);
        value += item.value;
        cost += item.cost;
    }
    Ok(Choice { chosen, value, cost, upper_bound: upper_bound.unwrap_or(value) })
}

/// Whether each item is taken, and a bound on the value when the search was given up.
fn taken(budget: i64, items: &[Item], nodes: usize) -> (Vec<bool>, Option<i64>) {
    if items.iter().map(|item| item.cost).sum::<i64>() <= budget {
        return (vec![true; items.len()], None);
    }
    let unit = items.iter().fold(0, |unit, item| common_divisor(unit, item.cost)).max(1);
    let steps = usize::try_from(budget / unit).ok().and_then(|steps| steps.checked_add(1));
    let cells = steps.and_then(|steps| steps.checked_mul(items.len()));
    match (steps, cells) {
        (Some(steps), Some(cells)) if cells <= MOST_CELLS => (by_tables(steps, unit, items), None),
        _ => Search::new(budget, items).run(nodes),
    }
}

fn common_divisor(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { common_divisor(b, a % b) }
}

/// Value and cost; more value is better, on equal value less cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Worth {
    value: i64,
    cost: i64,
}

impl Worth {
    const NOTHING: Self = Self { value: 0, cost: 0 };

    fn with(self, item: Item) -> Self {
        Self { value: self.value + item.value, cost: self.cost + item.cost }
    }

    fn compare(self, other: Self) -> Ordering {
        self.value.cmp(&other.value).then_with(|| other.cost.cmp(&self.cost))
    }
}

/// The best choice by a table an item: what the items from it on are worth with so many steps of the budget left.
fn by_tables(steps: usize, unit: i64, items: &[Item]) -> Vec<bool> {
    let in_steps = |item: Item| usize::try_from(item.cost / unit).unwrap_or(usize::MAX);
    let with = |after: &[Worth], left: usize, item: Item| {
        let worth = left.checked_sub(in_steps(item)).and_then(|left| after.get(left));
        worth.map(|worth| worth.with(item))
    };
    let without = |after: &[Worth], left: usize| after.get(left).copied().unwrap_or(Worth::NOTHING);
    let is_better = |after: &[Worth], left: usize, item: Item| {
        with(after, left, item).filter(|worth| worth.compare(without(after, left)) != Ordering::Less)
    };
    let mut after = vec![Worth::NOTHING; steps];
    // For each item, last first: whether it is taken with so many steps left. Equal worth takes the one listed first.
    let mut takes: Vec<Vec<bool>> = Vec::with_capacity(items.len());
    for item in items.iter().rev() {
        let better: Vec<Option<Worth>> = (0..steps).map(|left| is_better(&after, left, *item)).collect();
        let next = better.iter().enumerate().map(|(left, worth)| worth.unwrap_or_else(|| without(&after, left)));
        after = next.collect();
        takes.push(better.iter().map(Option::is_some).collect());
    }
    let mut left = steps.saturating_sub(1);
    let take = |(item, takes): (&Item, &Vec<bool>)| {
        let is_taken = takes.get(left).copied().unwrap_or(false);
        left -= if is_taken { in_steps(*item) } else { 0 };
        is_taken
    };
    items.iter().zip(takes.iter().rev()).map(take).collect()
}

/// A search through the items by value for money.
struct Search<'a> {
    budget: i64,
    /// With its place, the best value for money first, equal ones in the order of the list.
    items: Vec<(usize, &'a Item)>,
    /// Costs and values of the first so many items.
    costs: Vec<i64>,
    values: Vec<i64>,
    /// The items taken on the way, by place, and the best choice so far.
    taken: Vec<bool>,
    best: (Worth, Vec<bool>),
    /// Whether choices as good as the best are looked at too.
    keeps_ties: bool,
    nodes_left: usize,
}

impl<'a> Search<'a> {
    fn new(budget: i64, items: &'a [Item]) -> Self {
        let mut sorted: Vec<(usize, &Item)> = items.iter().enumerate().collect();
        let product = |value: i64, cost: i64| i128::from(value) * i128::from(cost);
        sorted.sort_by(|(_, a), (_, b)| {
            let by_money = product(b.value, a.cost).cmp(&product(a.value, b.cost));
            by_money.then_with(|| b.cost.cmp(&a.cost))
        });
        let sums = |of: fn(&Item) -> i64| {
            let next = sorted.iter().scan(0, |sum, (_, item)| {
                *sum += of(item);
                Some(*sum)
            });
            [0].into_iter().chain(next).collect()
        };
        let (costs, values) = (sums(|item| item.cost), sums(|item| item.value));
        let nothing = vec![false; items.len()];
        let best = (Worth::NOTHING, nothing.clone());
        Self { budget, items: sorted, costs, values, taken: nothing, best, keeps_ties: false, nodes_left: 0 }
    }

    /// Whether each item is taken, and a bound on the value when the nodes did not suffice.
    fn run(mut self, nodes: usize) -> (Vec<bool>, Option<i64>) {
        self.nodes_left = nodes;
        self.visit(0, Worth::NOTHING, false);
        let given_up = (self.nodes_left == 0).then(|| self.most(0, self.budget));
        if given_up.is_none() {
            self.keeps_ties = true;
            self.nodes_left = nodes / TIE_PART;
            self.visit(0, Worth::NOTHING, false);
        }
        (self.best.1, given_up)
    }

    /// Looks at all choices from the item at `next` on that may be better than the best. `is_left` says that the item
    /// before was left out: then its equals are too, since of equals the first ones are taken.
    fn visit(&mut self, next: usize, reached: Worth, is_left: bool) {
        if self.nodes_left == 0 {
            return;
        }
        self.nodes_left -= 1;
        self.keep(reached);
        let Some((place, item)) = self.items.get(next).copied().filter(|_| self.is_open(next, reached)) else { return };
        let before = next.checked_sub(1).and_then(|before| self.items.get(before));
        let is_barred = is_left && before.is_some_and(|(_, before)| *before == item);
        if !is_barred && reached.cost + item.cost <= self.budget {
            self.mark(place, true);
            self.visit(next + 1, reached.with(*item), false);
            self.mark(place, false);
        }
        self.visit(next + 1, reached, true);
    }

    fn mark(&mut self, place: usize, is_taken: bool) {
        if let Some(mark) = self.taken.get_mut(place) {
            *mark = is_taken;
        }
    }

    /// Keeps what is taken if it is better than the best, or as good with items listed earlier.
    fn keep(&mut self, reached: Worth) {
        let is_better = match reached.compare(self.best.0) {
            Ordering::Less => false,
            Ordering::Equal => self.keeps_ties && self.taken > self.best.1,
            Ordering::Greater => true,
        };
        if is_better {
            self.best = (reached, self.taken.clone());
        }
    }

    /// Whether something better than the best, or as good if that is asked, may come of the items from `next` on.
    fn is_open(&self, next: usize, reached: Worth) -> bool {
        let most = reached.value + self.most(next, self.budget - reached.cost);
        let best = self.best.0;
        match most.cmp(&best.value) {
            Ordering::Less => false,
            Ordering::Greater => true,
            Ordering::Equal => {
                let least = reached.cost + self.least(next, best.value - reached.value);
                least < best.cost || (self.keeps_ties && least == best.cost)
            }
        }
    }

    /// The sum of the items from `next` to before `end`.
    fn between(sums: &[i64], next: usize, end: usize) -> i64 {
        let at = |place: usize| sums.get(place).copied().unwrap_or(0);
        at(end) - at(next)
    }

    /// No more value than this can be had of the items from `next` on for `left`.
    fn most(&self, next: usize, left: i64) -> i64 {
        let start = self.costs.get(next).copied().unwrap_or(0);
        let end = self.costs.partition_point(|sum| *sum - start <= left).saturating_sub(1).max(next);
        let rest = left - Self::between(&self.costs, next, end);
        let part = self.items.get(end).map_or(0, |(_, item)| scaled(item.value, rest, item.cost, false));
        Self::between(&self.values, next, end) + part
    }

    /// The value `wanted` cannot be had of the items from `next` on for less than this.
    fn least(&self, next: usize, wanted: i64) -> i64 {
        let start = self.values.get(next).copied().unwrap_or(0);
        let end = self.values.partition_point(|sum| *sum - start <= wanted).saturating_sub(1).max(next);
        let rest = wanted - Self::between(&self.values, next, end);
        let part = self.items.get(end).map_or(0, |(_, item)| scaled(item.cost, rest, item.value, true));
        Self::between(&self.costs, next, end) + part
    }
}

/// `number * part / whole`, rounded down or up; 0 without a whole.
fn scaled(number: i64, part: i64, whole: i64, is_up: bool) -> i64 {
    let product = i128::from(number) * i128::from(part);
    let whole = i128::from(whole);
    let rounding = if is_up { whole - 1 } else { 0 };
    if whole > 0 { i64::try_from((product + rounding) / whole).unwrap_or(i64::MAX) } else { 0 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn items(pairs: &[(i64, i64)]) -> Vec<Item> {
        pairs.iter().map(|(cost, value)| Item { cost: *cost, value: *value }).collect()
    }

    /// The best choice by trying all.
    fn tried(budget: i64, items: &[Item]) -> (Vec<usize>, Worth) {
        let mut best = (vec![false; items.len()], Worth::NOTHING);
        for set in 0..1_usize << items.len() {
            let taken: Vec<bool> = (0..items.len()).map(|place| set >> place & 1 == 1).collect();
            let own = items.iter().zip(&taken).filter(|(item, is_taken)| **is_taken && item.value > 0);
            let worth = own.fold(Worth::NOTHING, |worth, (item, _)| worth.with(*item));
            let is_plain = items.iter().zip(&taken).all(|(item, is_taken)| item.value > 0 || !is_taken);
            let by_worth = worth.compare(best.1);
            if is_plain && worth.cost <= budget && (by_worth.is_gt() || (by_worth.is_eq() && taken > best.0)) {
                best = (taken, worth);
            }
        }
        ((0..items.len()).filter(|place| best.0[*place]).collect(), best.1)
    }

    /// The choice by the search, whatever the size of the tables.
    fn searched(budget: i64, items: &[Item]) -> Vec<usize> {
        let (taken, given_up) = Search::new(budget, items).run(NODE_LIMIT);
        assert_eq!(given_up, None);
        (0..items.len()).filter(|place| taken[*place]).collect()
    }

    /// Numbers that look like chance and are always the same.
    fn scattered(seed: i64) -> impl Iterator<Item = i64> {
        std::iter::successors(Some(seed), |last| Some((last * 48_271) % 2_147_483_647)).skip(5)
    }

    #[test]
    fn two_that_fit_beat_one_that_is_better_for_its_money() {
        let found = choose(10, &items(&[(6, 7), (5, 5), (5, 5)])).unwrap();
        assert_eq!((found.chosen.clone(), found.value, found.cost, found.is_proven()), (vec![1, 2], 10, 10, true));
    }

    #[test]
    fn on_equal_value_the_cheaper_then_the_first_listed_is_chosen() {
        assert_eq!(choose(10, &items(&[(6, 5), (5, 5), (5, 5)])).unwrap().chosen, [1, 2]);
        assert_eq!(choose(9, &items(&[(6, 5), (5, 5), (5, 5)])).unwrap().chosen, [1]);
        let pairs = items(&[(1, 1), (4, 4), (2, 2), (3, 3)]);
        assert_eq!((choose(5, &pairs).unwrap().chosen, searched(5, &pairs)), (vec![0, 1], vec![0, 1]));
    }

    #[test]
    fn a_budget_met_exactly_is_met_and_one_less_is_not() {
        let two = items(&[(30, 3), (70, 7)]);
        assert_eq!(choose(100, &two).unwrap().chosen, [0, 1]);
        assert_eq!(choose(99, &two).unwrap().chosen, [1]);
        assert_eq!(choose(69, &two).unwrap().chosen, [0]);
    }

    #[test]
    fn nothing_is_chosen_of_nothing_and_what_is_free_is_taken() {
        let empty = Choice { chosen: vec![], value: 0, cost: 0, upper_bound: 0 };
        assert_eq!(choose(5, &[]), Ok(empty.clone()));
        assert_eq!(choose(5, &items(&[(6, 9), (2, 0), (0, 0)])), Ok(empty));
        assert_eq!(choose(0, &items(&[(0, 3), (1, 9)])).unwrap().chosen, [0]);
        assert_eq!(choose(-1, &[]), Err(Undefined::NotAnAmount));
        assert_eq!(choose(5, &items(&[(-1, 1)])), Err(Undefined::NotAnAmount));
        assert_eq!(choose(5, &items(&[(1, i64::MAX), (1, 1)])), Err(Undefined::OutOfRange));
    }

    #[test]
    fn sixty_projects_and_a_large_budget_are_chosen_from_and_proven() {
        let mut numbers = scattered(7);
        let mut next = |most: i64| 1 + numbers.next().unwrap() % most;
        let many: Vec<Item> = (0..60).map(|_| Item { cost: next(99_999_999), value: next(1_000_000) }).collect();
        let found = choose(1_000_000_000, &many).unwrap();
        assert!(found.is_proven() && found.cost <= 1_000_000_000 && found.value > 0);
        // Nothing left out could be added, or be taken for something dearer and worth less.
        for (place, item) in many.iter().enumerate().filter(|(place, _)| !found.chosen.contains(place)) {
            assert!(found.cost + item.cost > 1_000_000_000, "{place}");
            for other in found.chosen.iter().map(|other| many[*other]) {
                assert!(other.value >= item.value || found.cost - other.cost + item.cost > 1_000_000_000);
            }
        }
    }

    #[test]
    fn equal_projects_do_not_make_the_search_long() {
        let equal = vec![Item { cost: 77_777_777, value: 1_000_003 }; 60];
        let (taken, given_up) = Search::new(1_000_000_000, &equal).run(10_000);
        assert_eq!((taken.iter().filter(|it| **it).count(), taken[..12].iter().all(|it| *it)), (12, true));
        assert_eq!(given_up, None);
    }

    #[test]
    fn a_search_that_is_given_up_says_so() {
        let mut numbers = scattered(3);
        let cost = |number: i64| 10_000_001 + number % 9_999_991;
        let alike: Vec<Item> =
            (0..60).map(|_| cost(numbers.next().unwrap())).map(|cost| Item { cost, value: cost + 1_000_000 }).collect();
        let found = choose_within(400_000_000, &alike, 50).unwrap();
        assert!(!found.is_proven() && found.value > 0 && found.upper_bound > found.value);
        assert_eq!(found, choose_within(400_000_000, &alike, 50).unwrap());
    }

    proptest! {
        #[test]
        fn tables_and_search_find_what_trying_all_finds(
            pairs in prop::collection::vec((0_i64..12, 0_i64..9), 0..9),
            budget in 0_i64..40,
        ) {
            let items = items(&pairs);
            let (chosen, worth) = tried(budget, &items);
            let found = choose(budget, &items).unwrap();
            prop_assert_eq!((&found.chosen, found.value, found.cost), (&chosen, worth.value, worth.cost));
            let places: Vec<usize> = (0..items.len()).filter(|it| items[*it].value > 0 && items[*it].cost <= budget).collect();
            let useful: Vec<Item> = places.iter().map(|place| items[*place]).collect();
            let by_search: Vec<usize> = searched(budget, &useful).into_iter().map(|own| places[own]).collect();
            prop_assert_eq!(by_search, chosen);
        }
    }
}
