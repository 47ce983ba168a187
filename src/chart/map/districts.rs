//! The outlines of the districts and their names, cut at the edges of what is seen.

use emath::{Align, Pos2, Rect, pos2, vec2};

use super::Projection;
use crate::{
    chart::{
        letters,
        picture::{Edge, Picture, Shape},
        scene::Scene,
    },
    look::Type,
};

/// Height of a name, in points.
const NAME: f32 = 14.0;
/// Where a name is tried: from the upper to the lower edge of its outline, from the middle to both sides.
const HEIGHTS: [f32; 7] = [0.3, 0.45, 0.6, 0.2, 0.75, 0.1, 0.88];
const SIDES: [f32; 5] = [0.5, 0.38, 0.62, 0.27, 0.73];

/// Draws the outlines that are seen in `room`.
pub fn outlines_in(picture: &mut Picture, scene: &Scene<'_>, projection: &Projection, room: Rect) {
    let colours = scene.colours;
    for ring in scene.outlines().flatten() {
        let points = cut(ring.iter().map(|place| projection.at(*place)).collect(), room);
        if points.len() < 3 {
            continue;
        }
        let flat: Vec<[f32; 2]> = points.iter().map(|point| [point.x, point.y]).collect();
        let mut triangles: Vec<u32> = Vec::new();
        earcut::Earcut::new().earcut(flat, &[], &mut triangles);
        let edge = Some(Edge::new(1.0, colours.text3.gamma_multiply(0.6)));
        picture.shapes.push(Shape::Outline { points, triangles, fill: colours.sunken, edge });
    }
}

/// Writes the names of the districts that are seen in `room`, each within its outline and beside what is `taken`, or nowhere.
pub fn names_in(picture: &mut Picture, scene: &Scene<'_>, projection: &Projection, room: Rect, taken: &mut Vec<Rect>) {
    for (outline, name) in scene.outlines().zip(scene.outline_names()) {
        let rings = outline.iter().map(|ring| ring.iter().map(|place| projection.at(*place)).collect::<Vec<Pos2>>());
        let seen = rings.filter_map(|ring| {
            let around = Rect::from_points(&cut(ring.clone(), room));
            around.is_positive().then_some((ring, around))
        });
        // The largest part bears the name.
        let Some((ring, around)) = seen.max_by(|a, b| a.1.area().total_cmp(&b.1.area())) else { continue };
        let width = letters::width(&name, Type::Micro.into()) + 2.0;
        let places =
            HEIGHTS.iter().flat_map(|down| SIDES.iter().map(move |along| (*along, *down))).map(|(along, down)| {
                let middle = pos2(around.left() + around.width() * along, around.top() + around.height() * down);
                Rect::from_center_size(middle, vec2(width, NAME))
            });
        let is_free = |place: &Rect| {
            room.contains_rect(*place)
                && taken.iter().all(|other| !other.intersects(*place))
                && [place.left_center(), place.center(), place.right_center()].iter().all(|at| holds(&ring, *at))
        };
        if let Some(place) = places.into_iter().find(is_free) {
            picture.words(place, Align::Center, &name, Type::Micro, scene.colours.text3);
            taken.push(place);
        }
    }
}

/// Whether a place lies within a ring: a line from it crosses the ring an odd number of times.
fn holds(ring: &[Pos2], place: Pos2) -> bool {
    let next = ring.iter().cycle().skip(1);
    let crossings = ring.iter().zip(next).filter(|(a, b)| {
        (a.y > place.y) != (b.y > place.y) && place.x < (b.x - a.x) * (place.y - a.y) / (b.y - a.y) + a.x
    });
    crossings.count() % 2 == 1
}

/// The part of a ring that lies in `room`, one side of the room after the other (Sutherland and Hodgman 1974).
fn cut(ring: Vec<Pos2>, room: Rect) -> Vec<Pos2> {
    if ring.iter().all(|point| room.contains(*point)) {
        return ring;
    }
    // Each side by how far a point lies within it.
    let sides: [&dyn Fn(Pos2) -> f32; 4] =
        [&|it| it.x - room.left(), &|it| room.right() - it.x, &|it| it.y - room.top(), &|it| room.bottom() - it.y];
    sides.iter().fold(ring, |ring, inside| {
        let mut kept = Vec::with_capacity(ring.len());
        let before = ring.iter().cycle().skip(ring.len().saturating_sub(1));
        for (from, to) in before.zip(&ring) {
            let (a, b) = (inside(*from), inside(*to));
            if (a < 0.0) != (b < 0.0) {
                kept.push(*from + (*to - *from) * (a / (a - b)));
            }
            if b >= 0.0 {
                kept.push(*to);
            }
        }
        kept
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(ring: &[Pos2]) -> f32 {
        let next = ring.iter().cycle().skip(1);
        ring.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f32>().abs() / 2.0
    }

    #[test]
    fn a_ring_is_cut_at_the_edges_of_the_room_and_left_alone_inside() {
        let room = Rect::from_min_max(pos2(0.0, 0.0), pos2(10.0, 10.0));
        let inside = vec![pos2(1.0, 1.0), pos2(4.0, 1.0), pos2(1.0, 5.0)];
        assert_eq!(cut(inside.clone(), room), inside);
        // A square of side 6 that reaches 2 over the right edge and 3 over the lower one.
        let over = vec![pos2(6.0, 7.0), pos2(12.0, 7.0), pos2(12.0, 13.0), pos2(6.0, 13.0)];
        assert!((area(&cut(over, room)) - 12.0).abs() < 1e-4);
        let away = vec![pos2(20.0, 20.0), pos2(30.0, 20.0), pos2(20.0, 30.0)];
        assert_eq!(cut(away, room), []);
        // All around the room: the room is left.
        let around = vec![pos2(-5.0, -5.0), pos2(25.0, -5.0), pos2(25.0, 25.0), pos2(-5.0, 25.0)];
        assert!((area(&cut(around, room)) - 100.0).abs() < 1e-4);
        assert_eq!(cut(Vec::new(), room), []);
    }

    #[test]
    fn a_place_in_the_notch_of_a_ring_lies_outside() {
        let notched = [pos2(0.0, 0.0), pos2(9.0, 0.0), pos2(9.0, 9.0), pos2(5.0, 2.0), pos2(0.0, 9.0)];
        assert!(holds(&notched, pos2(1.0, 5.0)) && holds(&notched, pos2(8.5, 6.0)));
        assert!(!holds(&notched, pos2(5.0, 6.0)) && !holds(&notched, pos2(12.0, 1.0)));
    }
}
