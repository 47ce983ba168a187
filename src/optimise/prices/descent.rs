//! How do prices come down? A subgradient with memory, and steps as long as a good plan allows.

use super::{
    market::{Market, Rent, Scratch, Stop},
    real,
};

/// Prices on their way down.
#[derive(Debug)]
pub(in super::super) struct Descent {
    /// The prices of the best bound so far.
    pub prices: Vec<f64>,
    /// The best bound so far, in floating point.
    pub bound: f64,
    here: Vec<f64>,
    slope: Vec<f64>,
    direction: Vec<f64>,
    fresh: bool,
    scale: f64,
    idle: usize,
    rounds: usize,
    rent: Rent,
    scratch: Scratch,
}

/// Share of the bound, over the floor, that is hoped for while no good plan is known.
const GUESS: f64 = 0.05;

/// How much of the last direction is kept.
const MEMORY: f64 = 0.7;

impl Descent {
    /// A descent from `prices`.
    pub fn from(prices: Vec<f64>, rent: Rent) -> Self {
        Self {
            slope: vec![0.; prices.len()],
            direction: vec![0.; prices.len()],
            here: prices.clone(),
            prices,
            bound: f64::INFINITY,
            fresh: true,
            scale: 1.,
            idle: 0,
            rounds: 0,
            rent,
            scratch: Scratch::default(),
        }
    }

    /// One round: asks everybody at the prices of the moment and moves these against the slope. `known` is the value of the
    /// best plan known.
    pub fn round(&mut self, market: &Market, known: Option<i64>, stop: Stop) {
        let Some(bound) = market.bound(&mut self.here, self.rent, &mut self.slope, &mut self.scratch, stop) else {
            return;
        };
        self.rounds += 1;
        if bound < self.bound {
            if bound < self.bound - 1e-5 * self.bound.abs() {
                self.idle = 0;
            }
            self.bound = bound;
            self.prices.copy_from_slice(&self.here);
        } else {
            self.idle += 1;
        }
        if self.idle > 10 + self.rounds / 40 {
            self.idle = 0;
            self.scale *= 0.6;
            self.here.copy_from_slice(&self.prices);
            self.fresh = true;
            return;
        }
        let kept = if std::mem::take(&mut self.fresh) { 0. } else { MEMORY };
        let mut length = 0.;
        let rents = if self.rent == Rent::Highest { market.sections.rents } else { market.sections.end };
        for at in 0..rents {
            let direction = kept * self.direction[at] + (1. - kept) * self.slope[at];
            self.direction[at] = direction;
            let stuck = (direction > 0. && self.here[at] <= market.least[at])
                || (direction < 0. && self.here[at] >= market.most[at]);
            if !stuck {
                length += direction * direction;
            }
        }
        // Without a plan near the bound, a twentieth of what every plan is measured from is as good a guess.
        let guess = self.bound - GUESS * self.scale * (self.bound - market.floor);
        let target = known.map_or(guess, |it| guess.max(real(it)));
        let step = self.scale * (bound - target).max(1.) / length.max(1e-9);
        for at in 0..rents {
            let moved = self.here[at] - step * self.direction[at] / market.unit[at];
            self.here[at] = moved.clamp(market.least[at], market.most[at]);
        }
    }

    /// What each offer of each park is worth in its better role, at the best prices.
    pub fn appraise(&mut self, market: &Market, stop: Stop) -> Vec<Vec<f64>> {
        let mut prices = self.prices.clone();
        self.fresh = true;
        market.appraise(&mut prices, self.rent, &mut self.slope, &mut self.scratch, stop)
    }

    /// Begins anew from the best prices, with full steps.
    pub fn again(&mut self) {
        self.here.copy_from_slice(&self.prices);
        (self.scale, self.idle, self.fresh) = (1., 0, true);
    }

    /// Who pays the rents.
    pub fn rent(&self) -> Rent {
        self.rent
    }

    /// Whether the steps have become too small to matter.
    pub fn is_spent(&self) -> bool {
        self.scale < 1e-5
    }
}
