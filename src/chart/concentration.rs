//! How much of a park is what it stands for? The share of its leading positions in its output, now and with the plan.
//!
//! Formula: `sum of s_pi over the sub-sectors of leading positions` (methods 3.2), which is not the share of the largest ones.
//! Benchmarks: 70 % of the provincial characteristic parks, 80 % of the plan for development zones.

use emath::{Align, Rect, Vec2, pos2, vec2};

use super::{
    letters,
    picture::{Edge, Picture, Subject},
    scene::{self, Nothing, Row, Scene, length, percent, short},
    table::{Cell, Table},
};
use crate::{
    analysis::{
        leading_concentration::{CLUSTER_BENCHMARK, ZONE_BENCHMARK, leading_concentration, reaches},
        structure::{Grain, Structure, Trade},
    },
    i18n::{chart as say, figure},
    look::Type,
    model::{id::ParkId, park::Role},
};

const ROW: [f32; 2] = [14.0, 44.0];
const HEAD: f32 = 20.0;
const AXIS: f32 = 18.0;
const FOOT: f32 = 22.0;
/// Room for the figure of a benchmark, in points.
const FIGURES_APART: f32 = 32.0;

/// A park with its two shares; `None` where it has no figure.
struct Share {
    name: String,
    park: ParkId,
    now: Option<f64>,
    plan: Option<f64>,
    leading: Vec<String>,
}

/// Share of the leading positions of a park in its own total.
fn share(scene: &Scene<'_>, structure: &Structure, park: usize) -> Option<f64> {
    let facts = structure.parks.get(park).and_then(|id| scene.judgement.facts().park(id))?;
    let is_leading = |trade: &Trade| match trade {
        Trade::Industry(id) => facts.position_of(id).is_some_and(|it| it.role == Role::Leading),
        Trade::Sector { .. } => false,
    };
    let is_leading: Vec<bool> = structure.trades.iter().map(is_leading).collect();
    leading_concentration(structure.of_park(park), &is_leading).ok()
}

/// Every park, the largest share with the plan first, those without one last.
fn shares(scene: &Scene<'_>) -> Vec<Share> {
    let (now, plan) = (&*scene.figures.now, &*scene.figures.plan);
    let mut shares: Vec<Share> = (0..now.parks.len())
        .filter_map(|park| {
            let id = now.parks.get(park)?;
            let positions = &scene.judgement.facts().park(id)?.positions;
            let leading = positions.iter().filter(|it| it.role == Role::Leading);
            Some(Share {
                name: scene.park_name(id),
                park: id.clone(),
                now: share(scene, now, park),
                plan: share(scene, plan, park),
                leading: leading.map(|it| scene.tell(&it.name).to_owned()).collect(),
            })
        })
        .collect();
    let key = |share: &Share| share.plan.unwrap_or(-1.0);
    shares.sort_by(|a, b| key(b).total_cmp(&key(a)));
    shares
}

/// The picture, in this size.
pub fn picture(scene: &Scene<'_>, size: Vec2) -> Result<Picture, Nothing> {
    if scene.question.grain == Grain::Sector {
        return Err(Nothing { why: say::POSITIONS_ARE_FINE, cure: say::CHOOSE_SUB_SECTORS });
    }
    if !scene.has_figures() {
        return Err(scene.nothing());
    }
    let colours = scene.colours;
    let mut picture = Picture::new(size);
    let [above, foot] = scene::split_bottom(picture.rect(), FOOT);
    let [above, axis] = scene::split_bottom(above, AXIS);
    let [head, body] = scene::split_top(above, HEAD);
    let all = shares(scene);
    let kept = scene::rows(scene.shown(), scene.selected, scene::room_for(body.height(), ROW[0]));
    let is_kept = |share: &Share| {
        let number = scene.shown().number(&share.park);
        kept.iter().any(|row| matches!(row, Row::Park(park) if Some(*park) == number))
    };
    let rows: Vec<&Share> = all.iter().filter(|it| is_kept(it)).collect();
    let names = scene::widest(rows.iter().map(|it| it.name.as_str()), Type::Small, [40.0, body.width() * 0.3]) + 12.0;
    let height = (body.height() / length(rows.len().max(1))).clamp(ROW[0], ROW[1]);
    let track = Rect::from_min_max(
        pos2(body.left() + names, body.top()),
        pos2(body.right() - 52.0, body.top() + height * length(rows.len())),
    );
    let at = |share: f64| track.left() + track.width() * short(share);
    let beyond = Rect::from_min_max(pos2(at(ZONE_BENCHMARK), track.top()), pos2(at(1.0), track.bottom()));
    picture.fill(beyond, 0.0, colours.holds.soft);
    for share in [0.0, 0.2, 0.4, 0.6, 1.0] {
        let x = at(share);
        // Where the benchmarks would touch it, the figure of a plain line is left out.
        let has_room = at(CLUSTER_BENCHMARK) - x > 44.0 || share > ZONE_BENCHMARK;
        picture.line([pos2(x, track.top()), pos2(x, track.bottom())], Edge::new(1.0, colours.line));
        if has_room {
            label(&mut picture, axis, x, &percent(share), Type::Small, colours.text2);
        }
    }
    let marks = [
        (CLUSTER_BENCHMARK, say::LINE_70, colours.near.ink, Some([4.0, 3.0])),
        (ZONE_BENCHMARK, say::LINE_80, colours.holds.ink, None),
    ];
    // The figures of both lines stand apart, however near the lines are.
    let gap = at(ZONE_BENCHMARK) - at(CLUSTER_BENCHMARK);
    let aside = ((FIGURES_APART - gap) / 2.0).max(0.0);
    for (share, name, ink, dash) in marks {
        let ends = [pos2(at(share), track.top() - 2.0), pos2(at(share), track.bottom())];
        match dash {
            Some(dash) => picture.dashed(ends, Edge::new(2.0, ink), dash),
            None => picture.line(ends, Edge::new(2.0, ink)),
        }
        let x = if dash.is_some() { at(share) - aside } else { at(share) + aside };
        label(&mut picture, axis, x, &percent(share), Type::SmallBold, ink);
        let words = scene.say(name);
        let width = letters::width(words, Type::Small.into()) + 2.0;
        let place = if dash.is_some() {
            Rect::from_min_max(
                pos2((at(share) - width + 24.0).max(head.left()), head.top()),
                pos2(at(share) + 24.0, head.bottom()),
            )
        } else {
            Rect::from_min_max(pos2(at(share) + 30.0 - 24.0, head.top()), pos2(head.right(), head.bottom()))
        };
        picture.words(place, if dash.is_some() { Align::Max } else { Align::Min }, words, Type::Small, ink);
    }
    for (row, share) in rows.iter().enumerate() {
        let top = track.top() + height * length(row);
        let place = Rect::from_min_size(pos2(body.left(), top), vec2(body.width(), height));
        row_in(&mut picture, scene, place, share, track);
    }
    foot_in(&mut picture, scene, foot, &all);
    Ok(picture)
}

fn label(picture: &mut Picture, axis: Rect, x: f32, words: &str, style: Type, ink: ecolor::Color32) {
    let place = Rect::from_min_max(pos2(x - 24.0, axis.top()), pos2(x + 24.0, axis.bottom()));
    picture.words(place, Align::Center, words, style, ink);
}

fn row_in(picture: &mut Picture, scene: &Scene<'_>, row: Rect, share: &Share, track: Rect) {
    let colours = scene.colours;
    let is_selected = Some(&share.park) == scene.selected;
    let style = if is_selected { Type::SmallBold } else { Type::Small };
    if is_selected {
        picture.fill(row, 4.0, colours.accent_soft);
    }
    let name = Rect::from_min_max(row.min + vec2(4.0, 0.0), pos2(track.left() - 6.0, row.bottom()));
    picture.words(name, Align::Min, &share.name, style, colours.text1);
    let at = |value: f64| pos2(track.left() + track.width() * short(value), row.center().y);
    if let Some(value) = share.plan.or(share.now) {
        picture.line([pos2(track.left(), row.center().y), at(value)], Edge::new(2.5, colours.text3));
    }
    if let Some(value) = share.now {
        picture.disc(at(value), 5.0, colours.card, Some(Edge::new(1.5, colours.text1)));
    }
    if let Some(value) = share.plan {
        picture.disc(at(value), 5.0, colours.text1, None);
    }
    let words = share.plan.map_or_else(|| figure::NONE.to_owned(), percent);
    let figure = Rect::from_min_max(pos2(track.right() + 2.0, row.top()), pos2(row.right() - 4.0, row.bottom()));
    picture.whole(figure, Align::Max, &words, Type::SmallBold, colours.text1);
    let told = |value: Option<f64>| value.map_or_else(|| scene.say(say::UNDEFINED).to_owned(), percent);
    let leading =
        if share.leading.is_empty() { scene.say(say::NO_LEADING).to_owned() } else { share.leading.join("、") };
    let told = format!(
        "{} · {leading}: {} {} · {} {}",
        share.name,
        scene.say(say::TIME_NOW),
        told(share.now),
        scene.say(say::TIME_PLAN),
        told(share.plan),
    );
    picture.mark(row, Subject::park(&share.park), told);
}

/// The two signs, and how many parks reach what.
fn foot_in(picture: &mut Picture, scene: &Scene<'_>, foot: Rect, all: &[Share]) {
    let colours = scene.colours;
    let mut left = foot.left() + 8.0;
    for (name, fill) in [(say::TIME_NOW, colours.card), (say::TIME_PLAN, colours.text1)] {
        picture.disc(pos2(left + 5.0, foot.center().y), 5.0, fill, Some(Edge::new(1.5, colours.text1)));
        let words = scene.say(name);
        let width = letters::width(words, Type::Small.into()) + 1.0;
        let place = Rect::from_min_size(pos2(left + 15.0, foot.top()), vec2(width, foot.height()));
        picture.words(place, Align::Min, words, Type::Small, colours.text2);
        left = place.right() + 14.0;
    }
    let reached = |mark: f64| all.iter().filter(|it| it.plan.is_some_and(|share| reaches(share, mark))).count();
    let (high, some) = (reached(ZONE_BENCHMARK), reached(CLUSTER_BENCHMARK));
    let known = all.iter().filter(|it| it.plan.is_some()).count();
    let words = say::reached(high, some.saturating_sub(high), known.saturating_sub(some));
    let place = Rect::from_min_max(pos2(left, foot.top()), pos2(foot.right() - 4.0, foot.bottom()));
    picture.words(place, Align::Max, words.of(scene.lang), Type::Small, colours.text2);
}

/// The figures: a row a park.
pub fn table(scene: &Scene<'_>) -> Table {
    let heads = [say::PARK, say::LEADING_POSITIONS, say::NOW_PERCENT, say::PLAN_PERCENT, say::TO_70, say::TO_80];
    let mut table = Table::new(heads.map(|it| scene.say(it)));
    for share in shares(scene) {
        let cell = |value: Option<f64>| {
            value.map_or_else(|| Cell::Undefined(scene.say(say::NO_TOTAL).to_owned()), |it| Cell::Figure(it * 100.0, 1))
        };
        table.rows.push(vec![
            Cell::Words(share.name.clone()),
            Cell::Words(share.leading.join("、")),
            cell(share.now),
            cell(share.plan),
            cell(share.plan.map(|it| it - CLUSTER_BENCHMARK)),
            cell(share.plan.map(|it| it - ZONE_BENCHMARK)),
        ]);
    }
    table
}

/// What is drawn.
pub fn subtitle(scene: &Scene<'_>) -> String {
    let metric = scene.say(say::metric_name(scene.question.metric));
    format!("{} · {}", say::share_of_leading(metric).of(scene.lang), scene.parks_told())
}
