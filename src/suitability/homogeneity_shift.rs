//! How would the city's homogeneity change, were a project to go to a park? Closed form, without going through all pairs.
//!
//! `H = N / D`, `N = Σ_{a<b} X_a X_b O_ab`, `D = Σ_{a<b} X_a X_b`, `O_ab = Σ_i min(s_ai, s_bi)` (methods 7). For one park,
//! `Σ_b X_b O_ab = Σ_i F_i(s_ai)` with `F_i(s) = Σ_b X_b min(s, s_bi)`, which is read off a sorted list with running sums. A
//! change costs the number of sub-sectors of one park, times the logarithm of the number of parks.

/// What parks make, in a form that answers [`Homogeneity::change`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Homogeneity {
    /// Output of each park by sub-sector, ordered by sub-sector.
    mixes: Vec<Vec<(usize, f64)>>,
    totals: Vec<f64>,
    /// For each sub-sector the parks by their share of it.
    shares: Vec<Shares>,
    numerator: f64,
    total: f64,
    squares: f64,
}

/// Parks by their share of one sub-sector.
#[derive(Debug, Clone, Default, PartialEq)]
struct Shares {
    /// Shares, smallest first.
    share: Vec<f64>,
    /// `Σ X_b s_b` of the first `k` parks.
    product: Vec<f64>,
    /// `Σ X_b` of the first `k` parks.
    size: Vec<f64>,
}

impl Shares {
    fn of(mut parks: Vec<(f64, f64)>) -> Self {
        parks.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let mut shares = Self { share: Vec::new(), product: vec![0.0], size: vec![0.0] };
        let (mut product, mut size) = (0.0, 0.0);
        for (share, output) in parks {
            product += output * share;
            size += output;
            shares.share.push(share);
            shares.product.push(product);
            shares.size.push(size);
        }
        shares
    }

    /// `Σ_b X_b min(s, s_b)` over all parks.
    fn overlap(&self, s: f64) -> f64 {
        let below = self.share.partition_point(|share| *share <= s);
        let at = |list: &[f64], k: usize| list.get(k).copied().unwrap_or(0.0);
        let all = at(&self.size, self.share.len());
        at(&self.product, below) + s * (all - at(&self.size, below))
    }
}

impl Homogeneity {
    /// The state of the city: output of each park by sub-sector, ordered by sub-sector, of `trades` sub-sectors.
    pub fn of(mixes: Vec<Vec<(usize, f64)>>, trades: usize) -> Self {
        let totals: Vec<f64> = mixes.iter().map(|mix| mix.iter().map(|(_, x)| x).sum()).collect();
        let mut lists: Vec<Vec<(f64, f64)>> = vec![Vec::new(); trades];
        for (mix, total) in mixes.iter().zip(&totals).filter(|(_, total)| **total > 0.0) {
            for (trade, output) in mix {
                if let Some(list) = lists.get_mut(*trade) {
                    list.push((output / total, *total));
                }
            }
        }
        let shares: Vec<Shares> = lists.into_iter().map(Shares::of).collect();
        let mut homogeneity = Self {
            total: totals.iter().sum(),
            squares: totals.iter().map(|x| x * x).sum(),
            numerator: 0.0,
            mixes,
            totals,
            shares,
        };
        let parks = 0..homogeneity.mixes.len();
        // Each pair is met from both ends.
        homogeneity.numerator = parks.map(|at| homogeneity.pairs_of(at, homogeneity.mix(at), &[])).sum::<f64>() / 2.0;
        homogeneity
    }

    /// The homogeneity of the city, 0 to 1; `None` where fewer than two parks make anything.
    pub fn value(&self) -> Option<f64> {
        ratio(self.numerator, self.total, self.squares)
    }

    /// The change, were `output` of `trade` to come to the park numbered `at`. `own` names the park, and the output of
    /// `trade` there, of the project itself where it is counted already; it is taken out first. `None` where the index is
    /// not defined after the change; before it, it counts as 0 then.
    pub fn change(&self, at: usize, trade: usize, output: f64, own: Option<(usize, f64)>) -> Option<f64> {
        let left = own.map(|(home, amount)| (home, plus(self.mix(home), trade, -amount)));
        let (mut numerator, mut total, mut squares) = (self.numerator, self.total, self.squares);
        let mut changed: Vec<(usize, &[(usize, f64)])> = Vec::new();
        if let Some((home, mix)) = &left {
            numerator += self.pairs_of(*home, mix, &[]) - self.pairs_of(*home, self.mix(*home), &[]);
            let (before, after) = (self.size(*home), sum(mix));
            total += after - before;
            squares += after * after - before * before;
            changed.push((*home, mix));
        }
        let before = ratio(numerator, total, squares).unwrap_or(0.0);
        let mix_before: &[(usize, f64)] = match &left {
            Some((home, mix)) if *home == at => mix,
            Some(_) | None => self.mix(at),
        };
        let mix_after = plus(mix_before, trade, output);
        changed.retain(|(home, _)| *home != at);
        numerator += self.pairs_of(at, &mix_after, &changed) - self.pairs_of(at, mix_before, &changed);
        let (size_before, size_after) = (sum(mix_before), sum(&mix_after));
        total += size_after - size_before;
        squares += size_after * size_after - size_before * size_before;
        ratio(numerator, total, squares).map(|after| after - before)
    }

    fn mix(&self, at: usize) -> &[(usize, f64)] {
        self.mixes.get(at).map_or(&[], Vec::as_slice)
    }

    fn size(&self, at: usize) -> f64 {
        self.totals.get(at).copied().unwrap_or(0.0)
    }

    /// `X_a Σ_b X_b O_ab` over all parks but the one numbered `at`, were that one to make `mix`; the parks in `changed` make
    /// what is said there.
    fn pairs_of(&self, at: usize, mix: &[(usize, f64)], changed: &[(usize, &[(usize, f64)])]) -> f64 {
        let own_total = sum(mix);
        if own_total <= 0.0 {
            return 0.0;
        }
        let mut sum_of = 0.0;
        for (trade, output) in mix {
            if let Some(shares) = self.shares.get(*trade) {
                sum_of += shares.overlap(output / own_total);
            }
        }
        // The sorted lists hold the park itself and the changed ones as they were.
        let as_it_was = std::iter::once(at).chain(changed.iter().map(|(park, _)| *park));
        for park in as_it_was {
            sum_of -= weighted_overlap(mix, own_total, self.mix(park), self.size(park));
        }
        for (_, other) in changed {
            sum_of += weighted_overlap(mix, own_total, other, sum(other));
        }
        own_total * sum_of
    }
}

/// `X_b Σ_i min(s_ai, s_bi)` of two mixes.
fn weighted_overlap(a: &[(usize, f64)], a_total: f64, b: &[(usize, f64)], b_total: f64) -> f64 {
    if a_total <= 0.0 || b_total <= 0.0 {
        return 0.0;
    }
    let of_b = |trade: usize| b.binary_search_by_key(&trade, |(it, _)| *it).ok().and_then(|at| b.get(at));
    let overlap: f64 =
        a.iter().filter_map(|(trade, x)| of_b(*trade).map(|(_, y)| (x / a_total).min(y / b_total))).sum();
    b_total * overlap
}

fn sum(mix: &[(usize, f64)]) -> f64 {
    mix.iter().map(|(_, x)| x).sum()
}

fn plus(mix: &[(usize, f64)], trade: usize, output: f64) -> Vec<(usize, f64)> {
    let mut mix = mix.to_vec();
    match mix.binary_search_by_key(&trade, |(it, _)| *it) {
        Ok(at) => {
            if let Some((_, x)) = mix.get_mut(at) {
                *x = (*x + output).max(0.0);
            }
        }
        Err(at) => mix.insert(at, (trade, output.max(0.0))),
    }
    mix
}

/// `N / D` with `D = (X² − Σ X_a²) / 2`.
fn ratio(numerator: f64, total: f64, squares: f64) -> Option<f64> {
    let pairs = (total * total - squares) / 2.0;
    (pairs > 1e-9 * total * total).then(|| numerator / pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Going through all pairs.
    fn slow(mixes: &[Vec<(usize, f64)>]) -> Option<f64> {
        let (mut numerator, mut pairs) = (0.0, 0.0);
        for (at, a) in mixes.iter().enumerate() {
            for b in &mixes[at + 1..] {
                numerator += sum(a) * weighted_overlap(a, sum(a), b, sum(b));
                pairs += sum(a) * sum(b);
            }
        }
        (pairs > 0.0).then(|| numerator / pairs)
    }

    #[test]
    fn the_closed_form_equals_the_sum_over_pairs() {
        let mut state = 7_u64;
        let mut chance = move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            f64::from(u32::try_from(state >> 40).unwrap()) / f64::from(1 << 24)
        };
        for _ in 0..300 {
            let mixes: Vec<Vec<(usize, f64)>> = (0..6)
                .map(|_| (0..5).filter(|_| chance() < 0.5).collect::<Vec<usize>>())
                .collect::<Vec<_>>()
                .into_iter()
                .map(|trades| trades.into_iter().map(|trade| (trade, 10.0 * chance())).collect())
                .collect();
            let homogeneity = Homogeneity::of(mixes.clone(), 5);
            match (homogeneity.value(), slow(&mixes)) {
                (Some(a), Some(b)) => assert!((a - b).abs() < 1e-9, "{a} {b}"),
                (None, _) => continue,
                (a, b) => panic!("{a:?} {b:?}"),
            }
            let (trade, output) = (2, 3.0 * chance());
            for home in [None, Some(0), Some(3)] {
                let mut with = mixes.clone();
                if let Some(home) = home {
                    with[home] = plus(&with[home], trade, output);
                }
                let counted = Homogeneity::of(with, 5);
                for at in 0..6 {
                    let mut after = mixes.clone();
                    after[at] = plus(&after[at], trade, output);
                    let expected = slow(&after).unwrap() - slow(&mixes).unwrap_or(0.0);
                    let found = counted.change(at, trade, output, home.map(|home| (home, output))).unwrap();
                    assert!((found - expected).abs() < 1e-9, "{found} {expected} at {at} from {home:?}");
                }
            }
        }
    }

    #[test]
    fn a_city_with_one_park_has_no_homogeneity() {
        let one = Homogeneity::of(vec![vec![(0, 5.0)], Vec::new()], 1);
        assert_eq!(one.value(), None);
        assert_eq!(one.change(0, 0, 2.0, None), None);
        assert_eq!(one.change(1, 0, 2.0, None), Some(1.0));
    }
}
