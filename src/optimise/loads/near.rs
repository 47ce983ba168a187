//! Which rents bring the bound down?

use super::{
    super::problem::{LANES, Problem},
    Load, PART, Rents,
};

/// A load as the numbers of its projects, its value and its draw.
type Row = (Vec<usize>, f64, Vec<(usize, f64)>);

/// What is near the best at some rents.
#[derive(Debug)]
pub(super) struct Near {
    pub bound: i64,
    pub exact: i128,
    pub tops: Vec<i64>,
    pub loads: Vec<Vec<(i64, Load)>>,
    pub bits: Vec<usize>,
}

impl Near {
    /// Rents at which the bound over these loads is lower: a subgradient with memory, as in `prices`.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        reason = "rents are rounded to parts of a unit"
    )]
    pub fn lower(&self, problem: &Problem, value: i64, rents: &Rents, stop: &dyn Fn() -> bool) -> Rents {
        let part = PART as f64;
        let zones = problem.given.zones.len();
        let projects = self.bits.len();
        let to_real = |it: &i64| *it as f64 / part;
        let mut here: Vec<f64> = self
            .bits
            .iter()
            .map(|it| to_real(&rents.projects[*it]))
            .chain(rents.pools.iter().flatten().map(to_real))
            .collect();
        let mean = |lane: usize| {
            (problem.given.projects.iter().map(|it| f64::from(it.draw[lane])).sum::<f64>()
                / problem.projects().max(1) as f64)
                .max(1.)
        };
        let unit: Vec<f64> = std::iter::repeat_n(1., projects)
            .chain((0..zones).flat_map(|_| (0..LANES).map(|lane| mean(lane) * 2.)))
            .collect();
        let pools: Vec<f64> = problem.given.zones.iter().flatten().map(|it| *it as f64).collect();
        let row = |park: usize, load: &Load| -> Row {
            let inside = (0..projects).filter(|bit| load.projects >> bit & 1 == 1).collect();
            let zone = problem.zone(park);
            let draw = (0..LANES)
                .filter(|lane| load.draw[*lane] != 0)
                .map(|lane| (projects + zone * LANES + lane, load.draw[lane] as f64))
                .collect();
            (inside, load.value as f64, draw)
        };
        let rows: Vec<Vec<Row>> = self
            .loads
            .iter()
            .enumerate()
            .map(|(park, loads)| loads.iter().map(|(_, load)| row(park, load)).collect())
            .collect();
        let floor = problem.floor() as f64;
        let (mut best, mut best_at) = (f64::INFINITY, here.clone());
        let mut direction = vec![0.; here.len()];
        let (mut scale, mut idle, mut fresh) = (1., 0, true);
        for _ in 0..4_000 {
            let mut slope: Vec<f64> = std::iter::repeat_n(1., projects).chain(pools.iter().copied()).collect();
            let mut bound = floor + here.iter().zip(&slope).map(|(price, amount)| price * amount).sum::<f64>();
            for loads in &rows {
                let mut top = (f64::NEG_INFINITY, None);
                for row in loads {
                    let left = row.1
                        - row.0.iter().map(|it| here[*it]).sum::<f64>()
                        - row.2.iter().map(|(at, draw)| here[*at] * draw).sum::<f64>();
                    if left > top.0 {
                        top = (left, Some(row));
                    }
                }
                if let (left, Some(row)) = top {
                    bound += left;
                    row.0.iter().for_each(|it| slope[*it] -= 1.);
                    row.2.iter().for_each(|(at, draw)| slope[*at] -= draw);
                }
            }
            if bound < best {
                if bound < best - 1e-6 * (best - floor).abs() {
                    idle = 0;
                }
                (best, best_at) = (bound, here.clone());
            } else {
                idle += 1;
            }
            if bound <= value as f64 + 0.5 || scale < 1e-4 || stop() {
                break;
            }
            if idle > 20 {
                (idle, fresh) = (0, true);
                scale *= 0.6;
                here.copy_from_slice(&best_at);
                continue;
            }
            let kept = if std::mem::take(&mut fresh) { 0. } else { 0.6 };
            let mut length = 0.;
            for at in 0..here.len() {
                direction[at] = kept * direction[at] + (1. - kept) * slope[at] / unit[at];
                if direction[at] < 0. || here[at] > 0. {
                    length += direction[at] * direction[at];
                }
            }
            let step = scale * (bound - value as f64).max(1.) / length.max(1e-9);
            for at in 0..here.len() {
                here[at] = (here[at] - step * direction[at] / unit[at]).max(0.);
            }
        }
        let mut rents = rents.clone();
        let whole = |it: f64| (it * part).round() as i64;
        for (bit, project) in self.bits.iter().enumerate() {
            rents.projects[*project] = whole(best_at[bit]);
        }
        for zone in 0..zones {
            for lane in 0..LANES {
                rents.pools[zone][lane] = whole(best_at[projects + zone * LANES + lane]);
            }
        }
        rents
    }
}
