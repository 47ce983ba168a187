//! What do the projects bring for the land that they take? Investment per mu against tax per mu, with the thresholds.
//!
//! Thresholds differ by sub-sector and park: they are drawn as bands from the lowest to the highest of the projects shown. Whether
//! a project reaches its own is judged by the rules; a ring shows it.

use std::{collections::BTreeMap, sync::Arc};

use emath::{Align, Rect, Vec2, pos2};

use super::{
    picture::{Edge, Picture, Subject},
    plane::{self, MOST_POINTS, Plane},
    scene::{self, Nothing, Scene},
    table::{Cell, Table, grouped},
};
use crate::{
    i18n::{chart as say, term},
    look::Type,
    model::{
        id::{ParkId, ProjectId},
        policy::Yield,
        project::Project,
        quantity::{Factor, Mu, WanYuan},
    },
    rules::finding::{Detail, Measure, State},
};

/// Radius of the seal of a project, in points.
const RADIUS: f32 = 9.0;
const FOOT: f32 = 22.0;

/// A project that states land, investment and tax.
struct Point {
    project: Arc<Project>,
    park: Option<ParkId>,
    /// Investment and tax, 万元 per mu.
    brings: [f64; 2],
    /// Thresholds of both, with the factor of the park; `None` where one is not stated.
    least: [Option<f64>; 2],
    /// Worst state of the two thresholds.
    state: Option<State>,
}

fn per_mu(amount: WanYuan, land: Mu) -> f64 {
    amount.to_f64() / land.to_f64()
}

/// The worst of what the rules say of investment and tax per mu, by project.
fn judged<'a>(scene: &Scene<'a>) -> BTreeMap<&'a ProjectId, State> {
    let mut worst: BTreeMap<&ProjectId, State> = BTreeMap::new();
    for finding in scene.judgement.findings() {
        let Detail::Ratio { project, measure: Measure::PerMu(Yield::Investment | Yield::Tax), .. } = &finding.detail
        else {
            continue;
        };
        let state = worst.entry(project).or_insert(finding.state);
        *state = finding.state.min(*state);
    }
    worst
}

/// The points, and how many projects have none.
fn points(scene: &Scene<'_>) -> (Vec<Point>, usize) {
    let world = scene.world();
    let judged = judged(scene);
    let mut points = Vec::new();
    for project in &world.projects {
        let land = project.land.filter(|land| land.steps() > 0);
        let (Some(land), Some(investment), Some(tax)) = (land, project.investment, project.tax) else { continue };
        let park = scene.judgement.facts().home(&project.id).map(|(park, _)| park.clone());
        let factor = park.as_ref().and_then(|park| scene.park(park)?.threshold_factor).map_or(1.0, Factor::to_f64);
        let industry = world.industries.get(&project.industry);
        let least = [industry.and_then(|it| it.investment_per_mu), industry.and_then(|it| it.tax_per_mu)];
        points.push(Point {
            brings: [per_mu(investment, land), per_mu(tax, land)],
            least: least.map(|least| least.map(|least| least.to_f64() * factor)),
            state: park.is_some().then(|| judged.get(&project.id).copied().unwrap_or(State::Holds)),
            park,
            project: Arc::clone(project),
        });
    }
    let left_out = world.projects.len() - points.len();
    (points, left_out)
}

/// The picture, in this size.
pub fn picture(scene: &Scene<'_>, size: Vec2) -> Result<Picture, Nothing> {
    let (points, left_out) = points(scene);
    if points.is_empty() {
        return Err(Nothing { why: say::NO_PER_MU, cure: say::ADD_PER_MU });
    }
    let colours = scene.colours;
    let mut picture = Picture::new(size);
    let [body, foot] = scene::split_bottom(picture.rect(), FOOT);
    let names = [scene.say(say::INVESTMENT_PER_MU), scene.say(say::TAX_PER_MU)];
    let end = |at: usize| plane::end_of(points.iter().filter_map(|it| it.brings.get(at).copied()));
    let plane = Plane::draw(&mut picture, scene, body, [end(0), end(1)], names);
    bands(&mut picture, scene, &plane, &points);
    if points.len() > MOST_POINTS {
        let count = |count: usize| say::projects(count).of(scene.lang).to_owned();
        let places = points.iter().map(|it| (it.brings[0], it.brings[1]));
        plane::density(&mut picture, scene, &plane, places, count);
    } else {
        let mut taken = Vec::new();
        for point in &points {
            point_in(&mut picture, scene, &plane, point, &mut taken);
        }
    }
    let below = points.iter().filter(|it| it.state == Some(State::Broken)).count();
    let waiting = points.iter().filter(|it| it.park.is_none()).count();
    let words = say::portfolio_foot(below, waiting, left_out);
    picture.words(foot.shrink2(emath::vec2(4.0, 0.0)), Align::Min, words.of(scene.lang), Type::Small, colours.text2);
    Ok(picture)
}

/// The bands of thresholds: from the lowest to the highest of the projects shown.
fn bands(picture: &mut Picture, scene: &Scene<'_>, plane: &Plane, points: &[Point]) {
    let colours = scene.colours;
    let range = |at: usize| {
        let known = points.iter().filter_map(|it| it.least.get(at).copied().flatten());
        known.fold(None, |range: Option<(f64, f64)>, it| {
            let (low, high) = range.unwrap_or((it, it));
            Some((low.min(it), high.max(it)))
        })
    };
    let edge = Edge::new(1.5, colours.near.ink);
    if let Some((low, high)) = range(0) {
        let (left, right) = (plane.at(low, 0.0).x, plane.at(high, 0.0).x);
        let band = Rect::from_x_y_ranges(left..=right, plane.rect.y_range());
        picture.fill(band, 0.0, colours.near.soft.gamma_multiply(0.6));
        picture.dashed([pos2(left, band.top()), pos2(left, band.bottom())], edge, [4.0, 3.0]);
        let words = scene.say(say::THRESHOLDS);
        let place = Rect::from_min_size(pos2(left + 4.0, band.top()), emath::vec2(120.0, 16.0));
        picture.words(place, Align::Min, words, Type::Small, colours.near.ink);
    }
    if let Some((low, high)) = range(1) {
        let (bottom, top) = (plane.at(0.0, low).y, plane.at(0.0, high).y);
        let band = Rect::from_x_y_ranges(plane.rect.x_range(), top..=bottom);
        picture.fill(band, 0.0, colours.near.soft.gamma_multiply(0.6));
        picture.dashed([pos2(band.left(), bottom), pos2(band.right(), bottom)], edge, [4.0, 3.0]);
    }
}

fn point_in(picture: &mut Picture, scene: &Scene<'_>, plane: &Plane, point: &Point, taken: &mut Vec<Rect>) {
    let colours = scene.colours;
    let [x, y] = point.brings;
    let true_place = plane.at(x, y);
    let at = plane::free_place(taken, plane.rect, true_place, RADIUS + 2.0);
    if at.distance(true_place) > 1.0 {
        picture.line([true_place, at], Edge::new(1.0, colours.text2));
        picture.disc(true_place, 2.0, colours.text2, None);
    }
    let square = Rect::from_center_size(at, Vec2::splat(RADIUS * 2.0));
    let tone = match point.state {
        Some(State::Broken) => Some(colours.broken.ink),
        Some(State::Near) => Some(colours.near.ink),
        Some(State::Unknown) => Some(colours.unknown.ink),
        Some(State::Holds | State::Waived | State::Off | State::NotApplicable) | None => None,
    };
    if let Some(ink) = tone {
        picture.framed(square.expand(3.0), 6.0, colours.card, Edge::new(2.0, ink));
    }
    picture.seal(square, &scene.industry_seal(&point.project.industry), colours, scene.is_chinese());
    if point.park.is_none() {
        let ring = square.expand(2.0);
        let corners = [ring.left_top(), ring.right_top(), ring.right_bottom(), ring.left_bottom(), ring.left_top()];
        picture.dashed(corners, Edge::new(1.5, colours.text2), [3.0, 2.0]);
    }
    if plane.is_beyond(x, y) {
        let place = Rect::from_min_max(pos2(at.x - 60.0, at.y + 9.0), pos2(at.x + 8.0, at.y + 24.0));
        picture.words(place, Align::Max, &format!("{} / {}", grouped(x, 0), grouped(y, 1)), Type::Micro, colours.text2);
    }
    let project = &point.project;
    let least = |at: usize| point.least.get(at).copied().flatten().map_or_else(|| "?".to_owned(), |it| grouped(it, 0));
    let place = point.park.as_ref().map_or_else(|| scene.say(say::WAITS).to_owned(), |it| scene.park_name(it));
    let state = point.state.map(|it| format!(" · {}", scene.say(term::state(it)))).unwrap_or_default();
    let told = format!(
        "{} {} · {place} · {} {} (≥ {}) · {} {} (≥ {}){state}",
        project.id,
        scene.tell(&project.name),
        scene.say(say::INVESTMENT_PER_MU),
        grouped(x, 1),
        least(0),
        scene.say(say::TAX_PER_MU),
        grouped(y, 2),
        least(1),
    );
    let subject = Subject {
        park: point.park.clone(),
        industry: Some(project.industry.clone()),
        project: Some(project.id.clone()),
        other: None,
    };
    picture.mark(square.expand(2.0), subject, told);
}

/// The figures: a row a project.
pub fn table(scene: &Scene<'_>) -> Table {
    let heads = [
        say::NUMBER,
        say::PROJECT,
        say::TRADE,
        say::PARK,
        say::INVESTMENT_PER_MU,
        say::LEAST_INVESTMENT,
        say::TAX_PER_MU,
        say::LEAST_TAX,
        say::JUDGED,
    ];
    let mut table = Table::new(heads.map(|it| scene.say(it)));
    for point in points(scene).0 {
        let undefined = || Cell::Undefined(scene.say(say::NOT_STATED).to_owned());
        let least = point.least.map(|it| it.map_or_else(undefined, |it| Cell::Figure(it, 1)));
        let [least_investment, least_tax] = least;
        let [investment, tax] = point.brings;
        table.rows.push(vec![
            Cell::Words(point.project.id.to_string()),
            Cell::Words(scene.tell(&point.project.name).to_owned()),
            Cell::Words(scene.industry_name(&point.project.industry)),
            point
                .park
                .map_or_else(|| Cell::Words(scene.say(say::WAITS).to_owned()), |it| Cell::Words(scene.park_name(&it))),
            Cell::Figure(investment, 1),
            least_investment,
            Cell::Figure(tax, 2),
            least_tax,
            point.state.map_or(Cell::Empty, |it| Cell::Words(scene.say(term::state(it)).to_owned())),
        ]);
    }
    table
}

/// What is drawn.
pub fn subtitle(scene: &Scene<'_>) -> String {
    let (points, _) = points(scene);
    let plan = scene.judgement.plan();
    format!("{} {plan} · {}", scene.say(say::TIME_PLAN), say::projects(points.len()).of(scene.lang))
}
