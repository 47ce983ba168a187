//! Where is a trade at home? The location quotients of parks and trades as a heat map.
//!
//! Formula: `LQ = (X_pi / X_p) / (X_i / X)` with the city's parks as the reference (methods 3.1). From 1.25 a trade counts as
//! advantaged; below three firms the word specialised is not used, since a tiny park has huge quotients.

use emath::{Align, Rect, Vec2, pos2, vec2};

use super::{
    matrix::{Grid, HEAD},
    picture::{Edge, Picture, Subject},
    scene::{self, Nothing, Row, Scene, Time, percent, three_digits},
    table::{Cell, Table},
};
use crate::{
    analysis::{
        location_quotient::{is_advantaged, location_quotient},
        structure::{Structure, Trade},
    },
    i18n::{chart as say, phrase::Phrase},
    look::Type,
};

/// Lower ends of the classes of colour.
const CLASSES: [f64; 6] = [0.0, 0.8, 1.25, 3.0, 8.0, 20.0];
/// Fewest firms of which a place is called specialised.
pub const LEAST_FIRMS: i64 = 3;
/// Height of a row and of the legend, in points.
const ROW: [f32; 2] = [14.0, 44.0];
const LEGEND: f32 = 22.0;
/// Least width of a column, in points.
const LEAST_COLUMN: f32 = 37.0;

/// A structure with its sums.
pub(super) struct Sums<'a> {
    structure: &'a Structure,
    totals: Vec<f64>,
    of_trades: Vec<f64>,
    city: f64,
}

impl<'a> Sums<'a> {
    /// The sums of a structure.
    pub(super) fn of(structure: &'a Structure) -> Self {
        Self { structure, totals: structure.totals(), of_trades: structure.of_trades(), city: structure.city() }
    }

    /// Quotient of one trade in one park.
    pub(super) fn quotient(&self, park: usize, trade: usize) -> Option<f64> {
        let of = |sums: &[f64], at: usize| sums.get(at).copied().unwrap_or(0.0);
        let total = of(&self.totals, park);
        location_quotient(self.structure.size(park, trade), total, of(&self.of_trades, trade), self.city)
    }

    /// Share of one trade in one park.
    pub(super) fn share(&self, park: usize, trade: usize) -> f64 {
        let total = self.totals.get(park).copied().filter(|total| *total > 0.0);
        total.map_or(0.0, |total| self.structure.size(park, trade) / total)
    }
}

/// The trades that have a column: the largest of the city, in the order of the parks in which each is most at home.
fn columns(sums: &Sums<'_>, rows: &[Row], most: usize) -> Vec<usize> {
    let size = |trade: usize| sums.of_trades.get(trade).copied().unwrap_or(0.0);
    let mut order: Vec<usize> = (0..sums.of_trades.len()).filter(|trade| size(*trade) > 0.0).collect();
    order.sort_by(|a, b| size(*b).total_cmp(&size(*a)).then(a.cmp(b)));
    order.truncate(most);
    let home = |trade: usize| {
        let parks = rows.iter().enumerate().filter_map(|(at, row)| match row {
            Row::Park(park) => Some((at, sums.quotient(*park, trade).unwrap_or(0.0))),
            Row::Others(_) => None,
        });
        parks.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))).map_or(usize::MAX, |(at, _)| at)
    };
    order.sort_by_cached_key(|trade| home(*trade));
    order
}

fn class(quotient: f64) -> usize {
    CLASSES.iter().rposition(|least| quotient >= *least - 1e-12).unwrap_or(0)
}

/// The picture, in this size.
pub fn picture(scene: &Scene<'_>, size: Vec2) -> Result<Picture, Nothing> {
    if !scene.has_figures() {
        return Err(scene.nothing());
    }
    let structure = scene.shown();
    let (sums, before) = (Sums::of(structure), Sums::of(&scene.figures.now));
    let mut picture = Picture::new(size);
    let [above, legend] = scene::split_bottom(picture.rect(), LEGEND);
    let [head, body] = scene::split_top(above, HEAD);
    let mut rows = scene::rows(structure, scene.selected, scene::room_for(body.height(), ROW[0]));
    // A quotient of several parks together says nothing.
    rows.retain(|row| matches!(row, Row::Park(_)));
    let parks: Vec<usize> = rows.iter().flat_map(Row::parks).copied().collect();
    let names: Vec<String> =
        parks.iter().map(|at| structure.parks.get(*at).map(|it| scene.park_name(it)).unwrap_or_default()).collect();
    let width = scene::widest(names.iter().map(String::as_str), Type::Small, [40.0, body.width() * 0.26]) + 10.0;
    let trades = columns(&sums, &rows, scene::room_for(body.width() - width, LEAST_COLUMN));
    let grid = Grid::new(body, width, [trades.len(), parks.len()], ROW);
    let heads: Vec<&Trade> = trades.iter().filter_map(|at| structure.trades.get(*at)).collect();
    grid.trades(&mut picture, scene, head.top(), &heads);
    for (at, (park, name)) in parks.iter().zip(&names).enumerate() {
        let Some(id) = structure.parks.get(*park) else { continue };
        grid.park(&mut picture, scene, at, (id, name), name.clone());
        for (column, trade) in trades.iter().enumerate() {
            cell_in(&mut picture, scene, [&sums, &before], grid.cell(column, at).shrink(1.0), (*park, *trade));
        }
    }
    legend_in(&mut picture, scene, legend);
    Ok(picture)
}

fn cell_in(
    picture: &mut Picture,
    scene: &Scene<'_>,
    [sums, before]: [&Sums<'_>; 2],
    cell: Rect,
    (park, trade): (usize, usize),
) {
    let structure = sums.structure;
    let Some(shown) = sums.quotient(park, trade).filter(|it| *it > 0.0) else { return };
    let (Some(id), Some(of_trade)) = (structure.parks.get(park), structure.trades.get(trade)) else { return };
    let change = before.quotient(park, trade).map(|before| shown - before);
    let colours = scene.colours;
    let class = class(shown);
    let fill = class.checked_sub(1).and_then(|at| colours.sequence.get(at)).copied().unwrap_or(colours.sunken);
    picture.fill(cell, 3.0, fill);
    let words = match (scene.question.time, change) {
        (Time::Difference, Some(change)) if change.abs() < 0.005 => "0".to_owned(),
        (Time::Difference, Some(change)) if change > 0.0 => format!("+{}", three_digits(change)),
        (Time::Difference, Some(change)) => three_digits(change),
        (Time::Difference, None) => String::from("+"),
        (Time::Now | Time::Plan, _) => short_quotient(shown),
    };
    let style = if is_advantaged(shown) { Type::SmallBold } else { Type::Small };
    let ink = if class == 0 { colours.text2 } else { crate::look::readable_on(fill) };
    let is_whole = picture.whole(cell, Align::Center, &words, style, ink);
    if !is_whole {
        picture.whole(cell, Align::Center, &words, Type::Micro, ink);
    }
    let share = sums.share(park, trade);
    let firms = structure.firms(park, trade);
    let verdict = scene.say(verdict(shown, firms));
    let told = format!(
        "{} · {}: {} {} · {} {} · {} {firms}{}{verdict}",
        scene.park_name(id),
        scene.trade_name(of_trade),
        scene.say(say::QUOTIENT),
        three_digits(shown),
        scene.say(say::SHARE_HERE),
        percent(share),
        scene.say(say::FIRMS),
        if verdict.is_empty() { "" } else { " · " },
    );
    let subject = Subject { industry: scene.industry_of(of_trade).cloned(), ..Subject::park(id) };
    picture.mark(cell, subject, told);
}

/// What a quotient is called: nothing below 1.25, and nothing where too few firms stand behind it.
fn verdict(quotient: f64, firms: i64) -> Phrase {
    if !is_advantaged(quotient) {
        Phrase::new("", "")
    } else if firms < LEAST_FIRMS {
        say::FEW_FIRMS
    } else {
        say::ADVANTAGE
    }
}

/// Two digits: a cell is narrow.
fn short_quotient(quotient: f64) -> String {
    super::table::grouped(quotient, usize::from(quotient < 9.95))
}

fn legend_in(picture: &mut Picture, scene: &Scene<'_>, place: Rect) {
    let colours = scene.colours;
    let mut left = place.left() + 4.0;
    let words = ["< 0.8", "0.8–1.25", "1.25–3", "3–8", "8–20", "≥ 20"];
    for (at, words) in words.into_iter().enumerate() {
        let fill = at.checked_sub(1).and_then(|at| colours.sequence.get(at)).copied().unwrap_or(colours.sunken);
        let chip = Rect::from_center_size(pos2(left + 8.0, place.center().y), vec2(16.0, 11.0));
        picture.framed(chip, 2.0, fill, Edge::new(1.0, colours.line));
        let width = super::letters::width(words, Type::Small.into()) + 1.0;
        let label = Rect::from_min_size(pos2(left + 20.0, place.top()), vec2(width, place.height()));
        picture.words(label, Align::Min, words, Type::Small, colours.text2);
        left = label.right() + 10.0;
    }
    let rest = Rect::from_min_max(pos2(left + 8.0, place.top()), place.max);
    picture.whole(rest, Align::Max, scene.say(say::QUOTIENT_LEGEND), Type::Small, colours.text2);
}

/// The figures: a row a park and trade that it has.
pub fn table(scene: &Scene<'_>) -> Table {
    let structure = scene.shown();
    let (sums, before) = (Sums::of(structure), Sums::of(&scene.figures.now));
    let heads = [say::PARK, say::TRADE, say::QUOTIENT, say::SHARE_PERCENT, say::FIRMS, say::CHANGE_BY_PLAN];
    let mut table = Table::new(heads.map(|it| scene.say(it)));
    for (park, id) in structure.parks.iter().enumerate() {
        for (trade, of_trade) in structure.trades.iter().enumerate() {
            let Some(shown) = sums.quotient(park, trade).filter(|it| *it > 0.0) else { continue };
            let change = before.quotient(park, trade).map(|before| shown - before);
            let undefined = || Cell::Undefined(scene.say(say::NOT_THERE_BEFORE).to_owned());
            table.rows.push(vec![
                Cell::Words(scene.park_name(id)),
                Cell::Words(scene.trade_name(of_trade)),
                Cell::Figure(shown, 2),
                Cell::Figure(sums.share(park, trade) * 100.0, 1),
                Cell::whole(structure.firms(park, trade)),
                change.map_or_else(undefined, |it| Cell::Figure(it, 2)),
            ]);
        }
    }
    table
}

/// What is drawn: the reference and the parks.
pub fn subtitle(scene: &Scene<'_>) -> String {
    let metric = scene.say(say::metric_name(scene.question.metric));
    format!("{} · {metric} · {}", scene.time_told(), say::against_city(scene.figures.now.parks.len()).of(scene.lang))
}
