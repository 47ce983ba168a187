//! What stands where today? Enterprises by park and sub-sector, with what the park stands for, and what lies outside its positions.
//!
//! A cell holds the size in the metric; its ground is the share of the park; its frame tells the role: thick for leading, thin for
//! characteristic, broken and red for what no position covers (the mismatch list). Relocations of the plan are in it.

use emath::{Align, Rect, Vec2, vec2};

use super::{
    matrix::{Grid, HEAD},
    picture::{Edge, Picture, Subject},
    scene::{self, Nothing, Row, Scene, percent},
    table::{Cell, Table},
};
use crate::{
    analysis::structure::{Structure, Trade},
    i18n::{chart as say, term},
    look::{Type, readable_on},
    model::{
        id::{IndustryId, ParkId},
        park::Role,
    },
};

/// Height of a row and of the foot, in points.
const ROW: [f32; 2] = [16.0, 44.0];
const FOOT: f32 = 22.0;
/// Least width of a column, in points.
const LEAST_COLUMN: f32 = 40.0;
/// Lower ends of the classes of colour, as shares of the park.
const CLASSES: [f64; 5] = [0.0, 0.05, 0.1, 0.25, 0.5];

/// A sub-sector of a park that no position of the park covers.
#[derive(Debug, Clone, PartialEq)]
pub struct Mismatch {
    /// The park.
    pub park: ParkId,
    /// The sub-sector.
    pub industry: IndustryId,
    /// Its size, in smallest steps of the metric.
    pub size: f64,
    /// Its share of the park.
    pub share: f64,
    /// Firms.
    pub firms: i64,
}

/// The structure of the enterprises: by sub-sectors, without placed projects, relocations of the plan carried out.
fn enterprises<'s>(scene: &'s Scene<'_>) -> &'s Structure {
    &scene.figures.relocated
}

fn role(scene: &Scene<'_>, park: &ParkId, industry: &IndustryId) -> Option<Role> {
    scene.judgement.facts().park(park).and_then(|facts| facts.position_of(industry)).map(|it| it.role)
}

/// What stands outside the positions of its park, the largest first. A sub-sector without a figure counts as 0.
pub fn mismatches(scene: &Scene<'_>) -> Vec<Mismatch> {
    let structure = enterprises(scene);
    let mut found: Vec<Mismatch> = Vec::new();
    for (park, id) in structure.parks.iter().enumerate() {
        let total = structure.total(park);
        for (trade, of_trade) in structure.trades.iter().enumerate() {
            let Some(industry) = scene.industry_of(of_trade) else { continue };
            let (size, firms) = (structure.size(park, trade), structure.firms(park, trade));
            if firms > 0 && role(scene, id, industry).is_none() {
                let share = if total > 0.0 { size / total } else { 0.0 };
                found.push(Mismatch { park: id.clone(), industry: industry.clone(), size, share, firms });
            }
        }
    }
    // Stable: ties stay in the order of parks and sub-sectors.
    found.sort_by(|a, b| b.size.total_cmp(&a.size));
    found
}

/// The columns: the sub-sectors of which the city has most, in the order of the parks in which each is largest.
fn columns(structure: &Structure, most: usize) -> Vec<usize> {
    let sizes = structure.of_trades();
    let firms = |trade: usize| (0..structure.parks.len()).map(|park| structure.firms(park, trade)).sum::<i64>();
    let size = |trade: usize| sizes.get(trade).copied().unwrap_or(0.0);
    let mut order: Vec<usize> = (0..sizes.len()).filter(|trade| firms(*trade) > 0).collect();
    order.sort_by(|a, b| size(*b).total_cmp(&size(*a)).then(a.cmp(b)));
    order.truncate(most);
    let home = |trade: usize| {
        let parks = (0..structure.parks.len()).map(|park| (park, structure.size(park, trade)));
        parks.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))).map_or(usize::MAX, |(park, _)| park)
    };
    order.sort_by_cached_key(|trade| home(*trade));
    order
}

/// The picture, in this size.
pub fn picture(scene: &Scene<'_>, size: Vec2) -> Result<Picture, Nothing> {
    let structure = enterprises(scene);
    if structure.firms.iter().flatten().all(|firms| *firms == 0) {
        return Err(Nothing { why: say::NO_ENTERPRISES, cure: say::ADD_ENTERPRISES });
    }
    let colours = scene.colours;
    let mut picture = Picture::new(size);
    let [above, foot] = scene::split_bottom(picture.rect(), FOOT);
    let [head, body] = scene::split_top(above, HEAD);
    let rows = scene::rows(structure, scene.selected, scene::room_for(body.height(), ROW[0]));
    let parks: Vec<usize> =
        rows.iter().filter(|row| matches!(row, Row::Park(_))).flat_map(Row::parks).copied().collect();
    let names: Vec<String> =
        parks.iter().filter_map(|at| structure.parks.get(*at)).map(|id| scene.park_name(id)).collect();
    let width = scene::widest(names.iter().map(String::as_str), Type::Small, [40.0, body.width() * 0.2]) + 10.0;
    let trades = columns(structure, scene::room_for(body.width() - width, LEAST_COLUMN));
    let grid = Grid::new(body, width, [trades.len(), parks.len()], ROW);
    let heads: Vec<&Trade> = trades.iter().filter_map(|at| structure.trades.get(*at)).collect();
    grid.trades(&mut picture, scene, head.top(), &heads);
    for (at, (park, name)) in parks.iter().zip(&names).enumerate() {
        let Some(id) = structure.parks.get(*park) else { continue };
        let tip = format!("{name} {}", scene.amount_in_unit(structure.total(*park), Some(id)));
        grid.park(&mut picture, scene, at, (id, name), tip);
        for (column, trade) in trades.iter().enumerate() {
            cell_in(&mut picture, scene, grid.cell(column, at).shrink(1.5), *park, *trade);
        }
    }
    let hidden = structure.of_trades().iter().filter(|size| **size > 0.0).count().saturating_sub(trades.len());
    let words = say::existing_legend(hidden);
    picture.words(foot.shrink2(vec2(4.0, 0.0)), Align::Min, words.of(scene.lang), Type::Small, colours.text2);
    Ok(picture)
}

fn cell_in(picture: &mut Picture, scene: &Scene<'_>, cell: Rect, park: usize, trade: usize) {
    let structure = enterprises(scene);
    let firms = structure.firms(park, trade);
    let (Some(id), Some(of_trade)) = (structure.parks.get(park), structure.trades.get(trade)) else { return };
    let Some(industry) = scene.industry_of(of_trade).filter(|_| firms > 0) else { return };
    let colours = scene.colours;
    let (size, total) = (structure.size(park, trade), structure.total(park));
    let share = if total > 0.0 { size / total } else { 0.0 };
    let class = CLASSES.iter().rposition(|least| share >= *least - 1e-12).unwrap_or(0);
    let fill = class.checked_sub(1).and_then(|at| colours.sequence.get(at)).copied().unwrap_or(colours.sunken);
    picture.fill(cell, 3.0, fill);
    let role = role(scene, id, industry);
    match role {
        Some(Role::Leading) => picture.framed(cell, 3.0, ecolor::Color32::TRANSPARENT, Edge::new(2.5, colours.text1)),
        Some(Role::Characteristic) => {
            picture.framed(cell, 3.0, ecolor::Color32::TRANSPARENT, Edge::new(1.0, colours.text1));
        }
        None => {
            let inner = cell.shrink(0.75);
            let corners =
                [inner.left_top(), inner.right_top(), inner.right_bottom(), inner.left_bottom(), inner.left_top()];
            picture.dashed(corners, Edge::new(1.5, colours.broken.ink), [4.0, 2.5]);
        }
    }
    let ink = if class == 0 { colours.text1 } else { readable_on(fill) };
    let words = if size > 0.0 { scene.amount(size, None) } else { "?".to_owned() };
    if !picture.whole(cell, Align::Center, &words, Type::SmallBold, ink) {
        picture.whole(cell, Align::Center, &words, Type::Micro, ink);
    }
    let told = format!(
        "{} · {} · {} · {} {} · {} {firms} · {}",
        scene.park_name(id),
        scene.trade_name(of_trade),
        scene.amount_in_unit(size, Some(id)),
        scene.say(say::SHARE_HERE),
        percent(share),
        scene.say(say::ENTERPRISES),
        scene.say(role.map_or(say::OUTSIDE_POSITIONS, term::role)),
    );
    picture.mark(cell, Subject::industry(industry).in_park(id), told);
}

/// The figures: a row a park and sub-sector.
pub fn table(scene: &Scene<'_>) -> Table {
    let metric = scene.say(say::metric_name(scene.question.metric));
    let heads = [say::PARK, say::TRADE, say::ROLE, say::ENTERPRISES].map(|it| scene.say(it).to_owned());
    let amount = format!("{metric}，{}", scene.unit());
    let mut table = Table::new(heads.into_iter().chain([amount, scene.say(say::SHARE_PERCENT).to_owned()]));
    let structure = enterprises(scene);
    for (park, id) in structure.parks.iter().enumerate() {
        let total = structure.total(park);
        for (trade, of_trade) in structure.trades.iter().enumerate() {
            let firms = structure.firms(park, trade);
            let Some(industry) = scene.industry_of(of_trade).filter(|_| firms > 0) else { continue };
            let size = structure.size(park, trade);
            let role = role(scene, id, industry).map_or(say::OUTSIDE_POSITIONS, term::role);
            let not_stated = || Cell::Undefined(scene.say(say::NOT_STATED).to_owned());
            let is_stated = size > 0.0;
            table.rows.push(vec![
                Cell::Words(scene.park_name(id)),
                Cell::Words(scene.trade_name(of_trade)),
                Cell::Words(scene.say(role).to_owned()),
                Cell::whole(firms),
                if is_stated { Cell::Figure(scene.figure(size), 2) } else { not_stated() },
                if is_stated { Cell::Figure(size / total * 100.0, 1) } else { not_stated() },
            ]);
        }
    }
    table
}

/// What is drawn.
pub fn subtitle(scene: &Scene<'_>) -> String {
    let metric = scene.say(say::metric_name(scene.question.metric));
    let outside = mismatches(scene).len();
    let about = say::existing_about(metric, scene.unit(), outside);
    format!("{} · {} · {}", scene.say(say::TIME_NOW), about.of(scene.lang), scene.parks_told())
}
