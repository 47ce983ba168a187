//! What does one more yuan of demand set in motion (投入产出)? Input coefficients, the Leontief inverse, multipliers and the
//! backward and forward linkages of sectors.
//!
//! Sources: Rasmussen 1956; Ghosh 1958; Miller and Blair 2009. For a province or a nation that has a table; for a park
//! there is none, and [`super::linkage`] asks what can be known there.

use super::{SLACK, at, count, reference_total, sum_of, undefined::Undefined};

/// The linkages of the sectors of one table. Lists by sector are in the order given; a sector without output is undefined
/// in them and is left out of the matrices.
#[derive(Debug, Clone, PartialEq)]
pub struct InputOutput {
    /// The sectors with output, as places in the order given, ascending: rows and columns of the matrices.
    pub active: Vec<usize>,
    /// Input coefficients, `a_ij = z_ij / x_j`: what a unit of output of sector `j` takes from sector `i`.
    pub coefficients: Vec<Vec<f64>>,
    /// The Leontief inverse, `(I - A)^-1`: what sector `i` makes in all for a unit of final demand for sector `j`.
    pub leontief: Vec<Vec<f64>>,
    /// By sector, final demand `f_i = x_i - sum_j z_ij` over the sectors with output; below 0 where imports meet a part.
    pub final_demand: Vec<Result<f64, Undefined>>,
    /// By sector, the sum of its column of the inverse, 1 or more: output in all for a unit of its final demand.
    pub output_multiplier: Vec<Result<f64, Undefined>>,
    /// By sector, the multiplier over the mean of all, the power of dispersion; above 1: it pulls more than others.
    pub backward: Vec<Result<f64, Undefined>>,
    /// By sector, the sum of its row of the inverse over the mean of all, the sensitivity of dispersion.
    pub sensitivity: Vec<Result<f64, Undefined>>,
    /// By sector, the sum of its row of the Ghosh inverse `(I - B)^-1`, `b_ij = z_ij / x_i`, over the mean of all: how
    /// much it pushes on.
    pub forward: Vec<Result<f64, Undefined>>,
}

impl InputOutput {
    /// The linkages of `transactions`, `z_ij` what sector `j` buys of sector `i`, with `output`, `x_j` of each sector; all
    /// in one unit of money, none negative.
    ///
    /// Undefined when no sector makes anything, and [`Undefined::Singular`] when the sectors use up all that they make or
    /// more: the inverse then does not exist or has no meaning. Costs sectors³.
    pub fn of(transactions: &[Vec<f64>], output: &[f64]) -> Result<Self, Undefined> {
        super::total(output)?;
        let makes: Vec<(usize, f64)> = output.iter().copied().enumerate().filter(|(_, output)| *output > 0.0).collect();
        let active: Vec<usize> = makes.iter().map(|(sector, _)| *sector).collect();
        let row = |sector: &usize| {
            let row = transactions.get(*sector).map_or(&[][..], Vec::as_slice);
            active.iter().map(|buyer| at(row, *buyer)).collect::<Vec<f64>>()
        };
        let sales: Vec<Vec<f64>> = active.iter().map(row).collect();
        for row in &sales {
            sum_of(row)?;
        }
        let by_buyer = |row: &Vec<f64>| row.iter().zip(&makes).map(|(sale, (_, output))| sale / output).collect();
        let coefficients: Vec<Vec<f64>> = sales.iter().map(by_buyer).collect();
        let by_seller = |(row, (_, output)): (&Vec<f64>, &(usize, f64))| row.iter().map(|sale| sale / output).collect();
        let allocation: Vec<Vec<f64>> = sales.iter().zip(&makes).map(by_seller).collect();

        let leontief = total_requirements(&coefficients)?;
        let multipliers = super::pooled(&leontief);
        let rows = |matrix: &[Vec<f64>]| matrix.iter().map(|row| row.iter().sum()).collect::<Vec<f64>>();
        let final_demand: Vec<f64> =
            sales.iter().zip(&makes).map(|(row, (_, output))| output - row.iter().sum::<f64>()).collect();
        let by_sector = |values: Vec<f64>| spread(&active, &values, output.len());
        Ok(Self {
            final_demand: by_sector(final_demand),
            backward: by_sector(over_mean(&multipliers)?),
            output_multiplier: by_sector(multipliers),
            sensitivity: by_sector(over_mean(&rows(&leontief))?),
            forward: by_sector(over_mean(&rows(&total_requirements(&allocation)?))?),
            coefficients,
            leontief,
            active,
        })
    }
}

/// `(I - A)^-1` of a matrix without negative entries. An inverse with one below 0 counts as none: it is then not the end of
/// the series `I + A + A² + ...`, because the sectors use up more than they make.
fn total_requirements(coefficients: &[Vec<f64>]) -> Result<Vec<Vec<f64>>, Undefined> {
    let unit = |row: usize, column: usize| if row == column { 1.0 } else { 0.0 };
    let row = |(row, entries): (usize, &Vec<f64>)| {
        entries.iter().enumerate().map(|(column, entry)| unit(row, column) - entry).collect()
    };
    let inverse = inverse(&coefficients.iter().enumerate().map(row).collect::<Vec<Vec<f64>>>())?;
    let largest = inverse.iter().flatten().fold(0.0, |largest: f64, entry| largest.max(entry.abs()));
    let is_productive = inverse.iter().flatten().all(|entry| entry.is_finite() && *entry >= -SLACK * largest);
    is_productive.then_some(inverse).ok_or(Undefined::Singular)
}

/// The inverse of a square matrix with entries about 1, by Gauss-Jordan elimination with partial pivoting; singular when a
/// pivot vanishes. An entry that a row lacks is 0. Costs rows³.
pub fn inverse(matrix: &[Vec<f64>]) -> Result<Vec<Vec<f64>>, Undefined> {
    let size = matrix.len();
    let with_unit = |(row, entries): (usize, &Vec<f64>)| {
        let unit = (0..size).map(|column| if row == column { 1.0 } else { 0.0 });
        (0..size).map(|column| at(entries, column)).chain(unit).collect()
    };
    let mut rows: Vec<Vec<f64>> = matrix.iter().enumerate().map(with_unit).collect();
    for column in 0..size {
        let below = rows.iter().enumerate().skip(column);
        let largest = below.max_by(|(_, a), (_, b)| at(a, column).abs().total_cmp(&at(b, column).abs()));
        let place = largest.map(|(place, _)| place).ok_or(Undefined::Singular)?;
        rows.swap(column, place);
        let mut pivot_row = rows.get_mut(column).map(std::mem::take).ok_or(Undefined::Singular)?;
        let pivot = at(&pivot_row, column);
        if !(pivot.abs() > SLACK && pivot.is_finite()) {
            return Err(Undefined::Singular);
        }
        for entry in &mut pivot_row {
            *entry /= pivot;
        }
        // The row taken out is empty meanwhile, and so is not changed by itself.
        for row in &mut rows {
            let factor = at(row, column);
            row.iter_mut().zip(&pivot_row).for_each(|(entry, of_pivot)| *entry -= factor * of_pivot);
        }
        rows.iter_mut().skip(column).take(1).for_each(|row| *row = std::mem::take(&mut pivot_row));
    }
    Ok(rows.into_iter().map(|row| row.into_iter().skip(size).collect()).collect())
}

/// Each value over the mean of all.
fn over_mean(values: &[f64]) -> Result<Vec<f64>, Undefined> {
    let mean = reference_total(values)? / count(values.len());
    Ok(values.iter().map(|value| value / mean).collect())
}

/// The values of the active sectors in a list of all.
fn spread(active: &[usize], values: &[f64], sectors: usize) -> Vec<Result<f64, Undefined>> {
    let mut all = vec![Err(Undefined::NoOutput); sectors];
    for (sector, value) in active.iter().zip(values) {
        all.iter_mut().skip(*sector).take(1).for_each(|slot| *slot = Ok(*value));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(a: &[Vec<f64>], b: &[Vec<f64>]) -> Vec<Vec<f64>> {
        let column = |at: usize| b.iter().map(move |row| row[at]);
        let entry = |row: &Vec<f64>, at| row.iter().zip(column(at)).map(|(a, b)| a * b).sum();
        a.iter().map(|row| (0..b[0].len()).map(|at| entry(row, at)).collect()).collect()
    }

    fn is_near(a: &[Vec<f64>], b: &[Vec<f64>]) -> bool {
        a.iter().flatten().zip(b.iter().flatten()).all(|(a, b)| (a - b).abs() < 1e-12)
    }

    /// Four sectors, lopsided; the third makes nothing and buys and sells nothing.
    fn lopsided() -> (Vec<Vec<f64>>, Vec<f64>) {
        let transactions = vec![
            vec![150.0, 500.0, 0.0, 3.0],
            vec![200.0, 100.0, 0.0, 0.0],
            vec![0.0, 0.0, 0.0, 0.0],
            vec![40.0, 0.0, 0.0, 1.0],
        ];
        (transactions, vec![1000.0, 2000.0, 0.0, 50.0])
    }

    #[test]
    fn final_demand_times_the_inverse_is_the_output() {
        let (transactions, output) = lopsided();
        let found = InputOutput::of(&transactions, &output).unwrap();
        assert_eq!(found.active, [0, 1, 3]);
        assert_eq!(found.final_demand, [Ok(347.0), Ok(1700.0), Err(Undefined::NoOutput), Ok(9.0)]);
        let demand: Vec<Vec<f64>> = found.final_demand.iter().flatten().map(|demand| vec![*demand]).collect();
        let made = times(&found.leontief, &demand);
        assert!(is_near(&made, &[vec![1000.0], vec![2000.0], vec![50.0]]));
    }

    #[test]
    fn the_inverse_is_the_power_series() {
        let (transactions, output) = lopsided();
        let found = InputOutput::of(&transactions, &output).unwrap();
        let mut power: Vec<Vec<f64>> = vec![vec![1.0, 0.0, 0.0], vec![0.0, 1.0, 0.0], vec![0.0, 0.0, 1.0]];
        let mut series = power.clone();
        for _ in 0..200 {
            power = times(&power, &found.coefficients);
            series.iter_mut().flatten().zip(power.iter().flatten()).for_each(|(sum, term)| *sum += term);
        }
        assert!(is_near(&series, &found.leontief));
        let columns = super::super::pooled(&series);
        let multipliers: Vec<f64> = found.output_multiplier.iter().flatten().copied().collect();
        assert!(columns.iter().zip(&multipliers).all(|(a, b)| (a - b).abs() < 1e-12));
    }

    #[test]
    fn indices_have_the_mean_one_and_skip_who_makes_nothing() {
        let (transactions, output) = lopsided();
        let found = InputOutput::of(&transactions, &output).unwrap();
        for index in [&found.backward, &found.sensitivity, &found.forward] {
            assert_eq!(index[2], Err(Undefined::NoOutput));
            assert!((index.iter().flatten().sum::<f64>() - 3.0).abs() < 1e-12);
        }
        // The small sector lives on sales to the first one: it is pushed, hardly pulled.
        assert!(found.forward[3].unwrap() > 1.2 && found.backward[3].unwrap() < 0.9);
    }

    #[test]
    fn whoever_uses_up_what_is_made_has_no_inverse_that_means_anything() {
        let of = |transactions: &[Vec<f64>], output: &[f64]| InputOutput::of(transactions, output).err();
        assert_eq!(of(&[vec![5.0]], &[5.0]), Some(Undefined::Singular));
        assert_eq!(of(&[vec![8.0]], &[5.0]), Some(Undefined::Singular));
        assert_eq!(of(&[vec![0.0, 10.0], vec![10.0, 0.0]], &[10.0, 10.0]), Some(Undefined::Singular));
        assert_eq!(of(&[vec![1.0, 9.0], vec![9.0, 1.0]], &[10.0, 10.0]), Some(Undefined::Singular));
        // One column above 1 is no fault while the whole is productive.
        assert_eq!(of(&[vec![0.0, 15.0], vec![1.0, 0.0]], &[20.0, 10.0]), None);
    }

    #[test]
    fn nothing_made_is_undefined() {
        assert_eq!(InputOutput::of(&[], &[]), Err(Undefined::NoTotal));
        assert_eq!(InputOutput::of(&[vec![0.0]], &[0.0]), Err(Undefined::NoTotal));
        assert_eq!(InputOutput::of(&[vec![-1.0]], &[5.0]), Err(Undefined::NotAnAmount));
        let alone = InputOutput::of(&[], &[7.0]).unwrap();
        assert_eq!((alone.final_demand, alone.output_multiplier), (vec![Ok(7.0)], vec![Ok(1.0)]));
    }

    #[test]
    fn a_zero_on_the_diagonal_is_no_obstacle() {
        let turned = [vec![0.0, 2.0, 0.0], vec![1.0, 0.0, 4.0], vec![0.0, 0.0, 5.0]];
        let found = inverse(&turned).unwrap();
        let unit = [vec![1.0, 0.0, 0.0], vec![0.0, 1.0, 0.0], vec![0.0, 0.0, 1.0]];
        assert!(is_near(&times(&turned, &found), &unit) && is_near(&times(&found, &turned), &unit));
        assert_eq!(inverse(&[vec![1.0, 2.0], vec![2.0, 4.0]]), Err(Undefined::Singular));
        assert_eq!(inverse(&[vec![f64::NAN]]), Err(Undefined::Singular));
        assert_eq!(inverse(&[]), Ok(vec![]));
    }
}
