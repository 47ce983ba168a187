//! Which corners of a line can go? The Ramer-Douglas-Peucker rule: those that stand out least from the line without them.
//!
//! The tolerance is not given but follows from how many corners may stay: it is raised until no more do. Distances are
//! taken in degrees, as if the map were drawn on squared paper. Rings are thinned one by one, so that a border that two areas
//! share may come apart by as much as the tolerance.

/// A corner in smallest steps, longitude first.
pub type Point = (i64, i64);

/// Levels of halving by the farthest corner; what lies deeper is halved in the middle, so that no line costs more than
/// this times its length and some more. A border of a million corners needs about 30.
const DEEPEST: u32 = 40;

/// `rings` with at most `most_of_ring` corners each and `most_of_all` together, in their order. A ring of which fewer than
/// three corners are left is empty.
pub fn thinned(rings: &[Vec<Point>], most_of_ring: usize, most_of_all: usize) -> Vec<Vec<Point>> {
    let mut kept: Vec<(f64, usize, usize)> = Vec::new();
    for (ring, corners) in rings.iter().enumerate() {
        let weights = weights(corners).into_iter().enumerate();
        let mut of_ring: Vec<(f64, usize, usize)> = weights.map(|(at, weight)| (weight, ring, at)).collect();
        keep_heaviest(&mut of_ring, most_of_ring);
        kept.append(&mut of_ring);
    }
    keep_heaviest(&mut kept, most_of_all);
    kept.sort_unstable_by_key(|(_, ring, at)| (*ring, *at));
    let mut thinned = vec![Vec::new(); rings.len()];
    for (_, ring, at) in kept {
        if let (Some(to), Some(corner)) = (thinned.get_mut(ring), rings.get(ring).and_then(|it| it.get(at))) {
            to.push(*corner);
        }
    }
    thinned.iter_mut().filter(|ring| ring.len() < 3).for_each(Vec::clear);
    thinned
}

/// Keeps the `most` heaviest corners; of equal ones those that come first.
fn keep_heaviest(corners: &mut Vec<(f64, usize, usize)>, most: usize) {
    if corners.len() > most {
        corners.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        corners.truncate(most);
    }
}

/// A part of a ring between two corners that stay, by their numbers; the number behind the last corner is the first again.
struct Part {
    from: usize,
    to: usize,
    /// Weight of the corner that made the part: nothing within can weigh more.
    most: f64,
    depth: u32,
}

/// How far each corner of `ring` stands out, squared: the tolerance beyond which it goes. The two that are farthest apart go
/// together with the third: fewer are no area.
fn weights(ring: &[Point]) -> Vec<f64> {
    let mut weights = vec![0.0; ring.len()];
    let corner = |at: usize| ring.get(at % ring.len().max(1)).copied().unwrap_or_default();
    let mut set = |at: usize, weight: f64| weights.get_mut(at).into_iter().for_each(|it| *it = weight);
    let (far, most) = farthest(1..ring.len(), |at| squared(minus(corner(at), corner(0))));
    let mut third = 0.0_f64;
    let mut parts = vec![Part { from: 0, to: far, most, depth: 0 }, Part { from: far, to: ring.len(), most, depth: 0 }];
    while let Some(Part { from, to, most, depth }) = parts.pop() {
        if to.saturating_sub(from) < 2 {
            continue;
        }
        let out = |at: usize| distance(corner(at), corner(from), corner(to));
        let middle = usize::midpoint(from, to);
        let (at, weight) = if depth < DEEPEST { farthest(from + 1..to, out) } else { (middle, out(middle)) };
        let most = weight.min(most);
        third = third.max(most);
        set(at, most);
        parts.push(Part { from, to: at, most, depth: depth + 1 });
        parts.push(Part { from: at, to, most, depth: depth + 1 });
    }
    set(0, third);
    set(far, third);
    weights
}

/// The number of the corner that is farthest by `distance`, with that distance; the first of equal ones.
fn farthest(numbers: std::ops::Range<usize>, distance: impl Fn(usize) -> f64) -> (usize, f64) {
    let start = (numbers.start, f64::NEG_INFINITY);
    let (at, most) = numbers.map(|at| (at, distance(at))).fold(start, |best, it| if it.1 > best.1 { it } else { best });
    (at, most.max(0.0))
}

#[expect(clippy::cast_precision_loss, reason = "a difference of degrees has seven digits")]
fn minus(a: Point, b: Point) -> (f64, f64) {
    ((a.0 - b.0) as f64, (a.1 - b.1) as f64)
}

fn squared((x, y): (f64, f64)) -> f64 {
    x * x + y * y
}

/// Squared distance of `point` from the stretch between `from` and `to`.
fn distance(point: Point, from: Point, to: Point) -> f64 {
    let (along, away) = (minus(to, from), minus(point, from));
    let length = squared(along);
    let share = if length > 0.0 { ((along.0 * away.0 + along.1 * away.1) / length).clamp(0.0, 1.0) } else { 0.0 };
    squared((away.0 - share * along.0, away.1 - share * along.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_that_stand_out_stay() {
        // A square of 1,000 steps, its upper edge with a spike of 300, a dent on one side of it and a shoulder on the other.
        let ring = [vec![(0, 0), (1_000, 0), (1_000, 1_000), (800, 1_001), (500, 1_300), (200, 1_000), (0, 1_000)]];
        assert_eq!(thinned(&ring, 7, 7), ring, "as many as may stay");
        let six = vec![(0, 0), (1_000, 0), (1_000, 1_000), (500, 1_300), (200, 1_000), (0, 1_000)];
        assert_eq!(thinned(&ring, 6, 100), [six], "the dent goes first");
        assert_eq!(thinned(&ring, 3, 100), [[(0, 0), (1_000, 0), (1_000, 1_000)]]);
    }

    #[test]
    fn where_all_together_are_too_many_the_small_rings_go_first() {
        let big = vec![(0, 0), (9_000, 0), (9_000, 9_000), (0, 9_000)];
        let small = vec![(20_000, 0), (20_003, 0), (20_003, 3)];
        let thin = thinned(&[small.clone(), big.clone()], 400, 4);
        assert_eq!(thin, [Vec::new(), big.clone()]);
        assert_eq!(thinned(&[small.clone(), big.clone()], 400, 7), [small, big]);
    }

    #[test]
    fn no_shape_of_a_line_costs_more_than_its_length_allows() {
        // Teeth that grow: the farthest corner is always the last but one.
        let teeth = 200_000;
        let ring: Vec<Point> = (0..teeth).map(|at| (at, if at % 2 == 0 { 0 } else { at })).collect();
        let thin = thinned(&[ring], 400, 20_000);
        assert_eq!(thin[0].len(), 400);
        assert!(thin[0].is_sorted());
        assert_eq!(thinned(&[Vec::new(), vec![(1, 1)], vec![(1, 1), (2, 2)]], 400, 20_000), [[]; 3]);
    }
}
