//! How alike are the parks? Overlap below the diagonal, cosine above it, and the pair that overlaps most, in a sentence.
//!
//! Overlap `O = sum_i min(s_ai, s_bi)` reads as the share of two mixes that is the same; the cosine is the structural similarity
//! coefficient of Chinese planning papers and is ruled by the largest trades (methods 3.4, 7).

use emath::{Align, Rect, Vec2, pos2, vec2};

use super::{
    picture::{Edge, Picture, Subject},
    scene::{self, Nothing, Row, Scene, Time, length, percent},
    table::{Cell, Table},
};
use crate::{
    analysis::{
        homogeneity::{cosine, overlap},
        structure::Structure,
    },
    i18n::{chart as say, figure},
    look::{Type, readable_on},
    model::id::ParkId,
};

/// Lower ends of the classes of colour, as shares.
const CLASSES: [f64; 6] = [0.0, 0.05, 0.15, 0.3, 0.45, 0.65];
/// From this overlap on two parks count as strongly alike (methods 7).
const STRONG: f64 = 0.45;
/// Height of the foot and of the names below, in points.
const FOOT: f32 = 22.0;
const NAMES: f32 = 18.0;
/// Least side of a cell, in points.
const LEAST: f32 = 14.0;
/// Most parks of one matrix: more cells would be read by nobody.
const MOST: usize = 40;

/// Two parks and how alike they are.
struct Pair {
    overlap: Option<f64>,
    cosine: Option<f64>,
}

impl Pair {
    fn of(structure: &Structure, a: usize, b: usize) -> Self {
        let (a, b) = (structure.of_park(a), structure.of_park(b));
        Self { overlap: overlap(a, b), cosine: cosine(a, b) }
    }
}

/// What is shown of a pair; of a difference what the plan changes.
fn shown(scene: &Scene<'_>, a: usize, b: usize) -> Pair {
    let after = Pair::of(scene.shown(), a, b);
    if scene.question.time != Time::Difference {
        return after;
    }
    let before = Pair::of(&scene.figures.now, a, b);
    let minus = |after: Option<f64>, before: Option<f64>| Some(after? - before?);
    Pair { overlap: minus(after.overlap, before.overlap), cosine: minus(after.cosine, before.cosine) }
}

/// The trade that two parks share most of.
fn common(scene: &Scene<'_>, a: usize, b: usize) -> Option<usize> {
    let structure = scene.shown();
    let (of_a, of_b) = (structure.total(a), structure.total(b));
    let shares = structure.of_park(a).iter().zip(structure.of_park(b)).map(|(a, b)| (a / of_a).min(b / of_b));
    shares.enumerate().filter(|(_, share)| *share > 0.0).max_by(|a, b| a.1.total_cmp(&b.1)).map(|(trade, _)| trade)
}

/// The picture, in this size.
pub fn picture(scene: &Scene<'_>, size: Vec2) -> Result<Picture, Nothing> {
    if !scene.has_figures() {
        return Err(scene.nothing());
    }
    if scene.shown().parks.len() < 2 {
        return Err(Nothing { why: say::ONE_PARK, cure: say::ADD_PARKS });
    }
    let colours = scene.colours;
    let structure = scene.shown();
    let mut picture = Picture::new(size);
    let [above, foot] = scene::split_bottom(picture.rect(), FOOT);
    let [body, names] = scene::split_bottom(above, NAMES);
    let most = scene::room_for(body.height(), LEAST).min(MOST);
    let rows = scene::rows(structure, scene.selected, most);
    let parks: Vec<usize> =
        rows.iter().filter(|row| matches!(row, Row::Park(_))).flat_map(Row::parks).copied().collect();
    let briefs: Vec<(ParkId, String)> =
        parks.iter().filter_map(|at| structure.parks.get(*at)).map(|id| (id.clone(), scene.brief_name(id))).collect();
    let count = length(parks.len().max(1));
    let widest = scene::widest(briefs.iter().map(|(_, name)| name.as_str()), Type::Small, [24.0, 110.0]);
    // Where names have no room above each other's columns, numbers stand for them in both directions.
    let is_numbered = widest > (body.width() - widest) / count - 2.0;
    let numbered = |at: usize, name: &str| if is_numbered { format!("{} {name}", at + 1) } else { name.to_owned() };
    let width = widest + if is_numbered { 26.0 } else { 8.0 };
    let step = vec2((body.width() - width) / count, body.height() / count);
    let mut worst: Option<(f64, usize, usize, Rect)> = None;
    for (row, a) in parks.iter().enumerate() {
        let top = body.top() + step.y * length(row);
        let Some((id, name)) = briefs.get(row) else { continue };
        let is_selected = Some(id) == scene.selected;
        let (style, ink) = if is_selected { (Type::SmallBold, colours.accent) } else { (Type::Small, colours.text1) };
        let place = Rect::from_min_size(pos2(body.left() + 2.0, top), vec2(width - 6.0, step.y));
        picture.words(place, Align::Min, &numbered(row, name), style, ink);
        picture.mark(place, Subject::park(id), scene.park_name(id));
        let below = Rect::from_min_size(
            pos2(body.left() + width + step.x * length(row), names.top()),
            vec2(step.x, names.height()),
        );
        let number = (row + 1).to_string();
        let words = if is_numbered { number.as_str() } else { name };
        picture.words(below.shrink2(vec2(1.0, 0.0)), Align::Center, words, style, ink);
        picture.mark(below, Subject::park(id), scene.park_name(id));
        for (column, b) in parks.iter().enumerate() {
            let left = body.left() + width + step.x * length(column);
            let cell = Rect::from_min_size(pos2(left, top), step).shrink(1.0);
            if row == column {
                picture.framed(cell, 3.0, colours.card, Edge::new(1.0, colours.line));
                continue;
            }
            let pair = shown(scene, *a, *b);
            cell_in(&mut picture, scene, cell, [*a, *b], &pair, column < row);
            if let Some(overlap) = pair.overlap.filter(|_| column < row)
                && worst.is_none_or(|(most, ..)| overlap > most)
            {
                worst = Some((overlap, *a, *b, cell));
            }
        }
    }
    if let Some((overlap, a, b, cell)) = worst {
        foot_in(&mut picture, scene, foot, (overlap, a, b), cell);
    }
    Ok(picture)
}

fn cell_in(picture: &mut Picture, scene: &Scene<'_>, cell: Rect, [a, b]: [usize; 2], pair: &Pair, is_overlap: bool) {
    let colours = scene.colours;
    let value = if is_overlap { pair.overlap } else { pair.cosine };
    let size = value.unwrap_or(0.0).abs();
    let class = CLASSES.iter().rposition(|least| size >= *least - 1e-12).unwrap_or(0);
    let fill = class.checked_sub(1).and_then(|at| colours.sequence.get(at)).copied().unwrap_or(colours.sunken);
    picture.fill(cell, 3.0, fill);
    let is_difference = scene.question.time == Time::Difference;
    let words = match value {
        None => figure::NONE.to_owned(),
        Some(value) => {
            let sign = if is_difference && value >= 0.005 { "+" } else { "" };
            format!("{sign}{}", super::table::grouped(value * 100.0, 0))
        }
    };
    let ink = if class == 0 { colours.text2 } else { readable_on(fill) };
    let style = if class > 1 { Type::SmallBold } else { Type::Small };
    if !picture.whole(cell, Align::Center, &words, style, ink) {
        picture.whole(cell, Align::Center, &words, Type::Micro, ink);
    }
    let structure = scene.shown();
    let (Some(of_a), Some(of_b)) = (structure.parks.get(a), structure.parks.get(b)) else { return };
    let undefined = || scene.say(say::UNDEFINED).to_owned();
    let told = format!(
        "{} · {}: {} {} · {} {}",
        scene.park_name(of_a),
        scene.park_name(of_b),
        scene.say(say::OVERLAP),
        pair.overlap.map_or_else(undefined, percent),
        scene.say(say::COSINE),
        pair.cosine.map_or_else(undefined, |it| super::table::grouped(it, 2)),
    );
    picture.mark(cell, Subject { other: Some(of_b.clone()), ..Subject::park(of_a) }, told);
}

/// The pair that overlaps most, and in what.
fn foot_in(picture: &mut Picture, scene: &Scene<'_>, foot: Rect, (overlap, a, b): (f64, usize, usize), cell: Rect) {
    let structure = scene.shown();
    let colours = scene.colours;
    let (Some(of_a), Some(of_b)) = (structure.parks.get(a), structure.parks.get(b)) else { return };
    let is_difference = scene.question.time == Time::Difference;
    let trade = common(scene, a, b).and_then(|trade| structure.trades.get(trade)).map(|it| scene.trade_name(it));
    let names = [scene.park_name(of_b), scene.park_name(of_a)];
    let is_strong = !is_difference && overlap >= STRONG - 1e-12;
    let ink = if is_strong { colours.broken.ink } else { colours.text2 };
    if is_strong {
        picture.framed(cell.expand(1.0), 4.0, ecolor::Color32::TRANSPARENT, Edge::new(2.0, ink));
    }
    let words = if is_difference {
        say::largest_growth(&names, &percent(overlap)).of(scene.lang).to_owned()
    } else {
        say::most_alike(&names, &percent(overlap), trade.as_deref()).of(scene.lang).to_owned()
    };
    let style = if is_strong { Type::SmallBold } else { Type::Small };
    picture.words(foot.shrink2(vec2(2.0, 0.0)), Align::Min, &words, style, ink);
}

/// The figures: a row a pair.
pub fn table(scene: &Scene<'_>) -> Table {
    let structure = scene.shown();
    let heads = [say::PARK, say::OTHER_PARK, say::OVERLAP_PERCENT, say::COSINE, say::KRUGMAN];
    let mut table = Table::new(heads.map(|it| scene.say(it)));
    let rows = scene::rows(structure, scene.selected, MOST);
    let parks: Vec<usize> =
        rows.iter().filter(|row| matches!(row, Row::Park(_))).flat_map(Row::parks).copied().collect();
    for (at, a) in parks.iter().enumerate() {
        for b in parks.iter().skip(at + 1) {
            let (Some(of_a), Some(of_b)) = (structure.parks.get(*a), structure.parks.get(*b)) else { continue };
            let pair = shown(scene, *a, *b);
            let cell = |value: Option<f64>, decimals| {
                value.map_or_else(
                    || Cell::Undefined(scene.say(say::NO_TOTAL).to_owned()),
                    |it| Cell::Figure(it, decimals),
                )
            };
            let krugman = pair
                .overlap
                .map(|it| if scene.question.time == Time::Difference { -2.0 * it } else { 2.0 * (1.0 - it) });
            table.rows.push(vec![
                Cell::Words(scene.park_name(of_a)),
                Cell::Words(scene.park_name(of_b)),
                cell(pair.overlap.map(|it| it * 100.0), 1),
                cell(pair.cosine, 3),
                cell(krugman, 3),
            ]);
        }
    }
    table
}

/// What is drawn: which half is what.
pub fn subtitle(scene: &Scene<'_>) -> String {
    let metric = scene.say(say::metric_name(scene.question.metric));
    format!("{} · {} · {}", scene.time_told(), say::halves(metric).of(scene.lang), scene.parks_told())
}
