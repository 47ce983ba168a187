//! What is the city made of? Every sub-sector as a tile within its sector, as large as its size.
//!
//! Tiles are laid by the squarified method of Bruls, Huizing and van Wijk 2000: rows along the shorter side, each as near to
//! squares as can be, largest first.

use emath::{Align, Rect, Vec2, pos2, vec2};

use super::{
    letters,
    picture::{Picture, Subject},
    scene::{self, Nothing, Scene, percent, short},
    table::{Cell, Table},
};
use crate::{
    analysis::structure::Trade,
    i18n::chart as say,
    look::{Type, readable_on, seal::Seal},
};

/// Height of the name of a sector above its tiles, in points.
const HEAD: f32 = 18.0;
/// Least size of a sector that has a name, in points.
const NAMED: Vec2 = vec2(46.0, 40.0);
/// Gap between tiles, in points.
const GAP: f32 = 1.5;
/// Parks that a tile names when pointed at.
const MAKERS: usize = 4;

/// A sub-sector.
struct Tile {
    trade: Trade,
    size: f64,
}

/// A sector with its sub-sectors, the largest first.
struct Sector {
    trade: Trade,
    size: f64,
    tiles: Vec<Tile>,
}

fn sectors(scene: &Scene<'_>) -> Vec<Sector> {
    let structure = scene.fine();
    let sizes = structure.of_trades();
    let size_of = |trade: &Trade| {
        let at = structure.trades.iter().position(|it| it == trade)?;
        sizes.get(at).copied().filter(|size| *size > 0.0)
    };
    let mut sectors: Vec<Sector> = Vec::new();
    for sector in structure.by_sector(scene.world()).trades {
        let Trade::Sector { industries, .. } = &sector else { continue };
        let trades = industries.iter().map(|id| Trade::Industry(id.clone()));
        let mut tiles: Vec<Tile> = trades.filter_map(|trade| Some(Tile { size: size_of(&trade)?, trade })).collect();
        // Stable: ties stay in the order of the list.
        tiles.sort_by(|a, b| b.size.total_cmp(&a.size));
        let size = tiles.iter().map(|it| it.size).sum();
        if !tiles.is_empty() {
            sectors.push(Sector { trade: sector, size, tiles });
        }
    }
    sectors.sort_by(|a, b| b.size.total_cmp(&a.size));
    sectors
}

/// Rectangles for sizes, largest first, that fill `place`: squarified.
fn squarified(sizes: &[f64], place: Rect) -> Vec<Rect> {
    let total: f64 = sizes.iter().sum();
    let mut rects = Vec::with_capacity(sizes.len());
    let mut rest = place;
    let mut left = sizes;
    let mut left_size = total;
    while let Some(first) = left.first() {
        let area = f64::from(rest.width()) * f64::from(rest.height());
        let scale = area / left_size.max(f64::MIN_POSITIVE);
        let side = f64::from(rest.width().min(rest.height())).max(1e-6);
        // The worst ratio of a row of these sizes along the shorter side.
        let worst = |sum: f64, least: f64, most: f64| {
            let thickness = sum * scale / side;
            let ratio = |size: f64| {
                let length = size * scale / thickness.max(1e-9);
                (length / thickness).max(thickness / length.max(1e-9))
            };
            ratio(least).max(ratio(most))
        };
        let (mut count, mut sum, most) = (1, *first, *first);
        while let Some(next) = left.get(count) {
            let before = left.get(count - 1).copied().unwrap_or(most);
            if worst(sum + next, *next, most) > worst(sum, before, most) {
                break;
            }
            sum += next;
            count += 1;
        }
        let (row, others) = left.split_at(count);
        let thickness = short(sum * scale / side);
        let is_wide = rest.width() >= rest.height();
        let (strip, remaining) = if is_wide {
            let at = (rest.left() + thickness).min(rest.right());
            (Rect { max: pos2(at, rest.bottom()), ..rest }, Rect { min: pos2(at, rest.top()), ..rest })
        } else {
            let at = (rest.top() + thickness).min(rest.bottom());
            (Rect { max: pos2(rest.right(), at), ..rest }, Rect { min: pos2(rest.left(), at), ..rest })
        };
        let mut at = 0.0;
        for size in row {
            let (from, to) = (short(at / sum), short((at + size) / sum));
            let tile = if is_wide {
                Rect::from_min_max(
                    pos2(strip.left(), strip.top() + strip.height() * from),
                    pos2(strip.right(), strip.top() + strip.height() * to),
                )
            } else {
                Rect::from_min_max(
                    pos2(strip.left() + strip.width() * from, strip.top()),
                    pos2(strip.left() + strip.width() * to, strip.bottom()),
                )
            };
            rects.push(tile);
            at += size;
        }
        left_size -= sum;
        left = others;
        rest = remaining;
    }
    rects
}

/// The picture, in this size.
pub fn picture(scene: &Scene<'_>, size: Vec2) -> Result<Picture, Nothing> {
    let sectors = sectors(scene);
    let total: f64 = sectors.iter().map(|it| it.size).sum();
    if total <= 0.0 {
        return Err(scene.nothing());
    }
    let mut picture = Picture::new(size);
    let sizes: Vec<f64> = sectors.iter().map(|it| it.size).collect();
    for (sector, place) in sectors.iter().zip(squarified(&sizes, picture.rect())) {
        sector_in(&mut picture, scene, sector, place.shrink(GAP), total);
    }
    Ok(picture)
}

fn sector_in(picture: &mut Picture, scene: &Scene<'_>, sector: &Sector, place: Rect, total: f64) {
    let colours = scene.colours;
    let name = scene.trade_name(&sector.trade);
    let share = percent(sector.size / total);
    let told = format!("{name} · {} · {share}", scene.amount_in_unit(sector.size, None));
    picture.fill(place, 3.0, colours.sunken);
    picture.mark(place, Subject::default(), told);
    let is_named = place.width() >= NAMED.x && place.height() >= NAMED.y;
    let body = if is_named {
        let [head, body] = scene::split_top(place, HEAD);
        let words = format!("{name} {share}");
        picture.words(head.shrink2(vec2(4.0, 0.0)), Align::Min, &words, Type::SmallBold, colours.text1);
        body
    } else {
        place
    };
    let sizes: Vec<f64> = sector.tiles.iter().map(|it| it.size).collect();
    for (tile, rect) in sector.tiles.iter().zip(squarified(&sizes, body)) {
        tile_in(picture, scene, tile, rect.shrink(GAP / 2.0), total);
    }
}

fn tile_in(picture: &mut Picture, scene: &Scene<'_>, tile: &Tile, rect: Rect, total: f64) {
    let colours = scene.colours;
    let seal = scene.trade_seal(&tile.trade);
    let share = percent(tile.size / total);
    let name = scene.trade_name(&tile.trade);
    picture.segment(rect, 3.0, &seal, colours);
    let subject = scene.industry_of(&tile.trade).map(Subject::industry).unwrap_or_default();
    let told = format!("{name} · {} · {share} · {}", scene.amount_in_unit(tile.size, None), makers(scene, &tile.trade));
    let room = rect.shrink2(vec2(5.0, 3.0));
    let ink = seal.fill.map_or(colours.text1, readable_on);
    if room.width() >= 52.0 && room.height() >= 32.0 {
        let mark = if scene.is_chinese() { &seal.mark_zh } else { &seal.mark_en };
        let first = Rect::from_min_size(room.min, vec2(room.width(), 16.0));
        let second = first.translate(vec2(0.0, 15.0));
        let short_name = say::brief_trade(&name, scene.lang);
        ground(picture, &seal, first, &format!("{mark} {short_name}"), Type::SmallBold);
        picture.words(first, Align::Min, &format!("{mark} {short_name}"), Type::SmallBold, ink);
        ground(picture, &seal, second, &share, Type::Small);
        picture.whole(second, Align::Min, &share, Type::Small, ink);
    } else {
        let more = if rect.height() >= 13.0 { share.as_str() } else { "" };
        picture.marked(rect, &seal, colours, scene.is_chinese(), more);
    }
    picture.mark(rect, subject, told);
}

/// The plain fill under words on a striped tile.
fn ground(picture: &mut Picture, seal: &Seal, place: Rect, words: &str, style: Type) {
    if let Some(fill) = seal.fill.filter(|_| seal.striped) {
        let width = (letters::width(words, style.into()) + 4.0).min(place.width() + 2.0);
        picture.fill(Rect::from_min_size(place.min - vec2(2.0, 0.0), vec2(width, place.height() - 1.0)), 2.0, fill);
    }
}

/// The parks that make most of a trade, each with its share of it.
fn makers(scene: &Scene<'_>, trade: &Trade) -> String {
    let structure = scene.fine();
    let Some(at) = structure.trades.iter().position(|it| it == trade) else { return String::new() };
    let total: f64 = structure.sizes.iter().filter_map(|row| row.get(at)).sum();
    let mut parks: Vec<(usize, f64)> = (0..structure.parks.len())
        .map(|park| (park, structure.size(park, at)))
        .filter(|(_, size)| *size > 0.0)
        .collect();
    parks.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let names = parks.iter().take(MAKERS).filter_map(|(park, size)| {
        let id = structure.parks.get(*park)?;
        Some(format!("{} {}", scene.brief_name(id), percent(size / total)))
    });
    let comma = if scene.is_chinese() { "、" } else { ", " };
    let more = if parks.len() > MAKERS { " …" } else { "" };
    format!("{}{more}", names.collect::<Vec<_>>().join(comma))
}

/// The figures: a row a sector, sub-sector and park.
pub fn table(scene: &Scene<'_>) -> Table {
    let metric = scene.say(say::metric_name(scene.question.metric));
    let heads = [say::SECTOR, say::TRADE, say::PARK].map(|it| scene.say(it).to_owned());
    let amount = format!("{metric}，{}", scene.unit());
    let mut table = Table::new(heads.into_iter().chain([amount, scene.say(say::SHARE_OF_CITY).to_owned()]));
    let structure = scene.fine();
    let total = structure.city();
    for sector in sectors(scene) {
        for tile in &sector.tiles {
            let Some(at) = structure.trades.iter().position(|it| *it == tile.trade) else { continue };
            for (park, id) in structure.parks.iter().enumerate() {
                let size = structure.size(park, at);
                if size > 0.0 {
                    table.rows.push(vec![
                        Cell::Words(scene.trade_name(&sector.trade)),
                        Cell::Words(scene.trade_name(&tile.trade)),
                        Cell::Words(scene.park_name(id)),
                        Cell::Figure(scene.figure(size), 2),
                        Cell::Figure(size / total * 100.0, 2),
                    ]);
                }
            }
        }
    }
    table
}

/// What is drawn.
pub fn subtitle(scene: &Scene<'_>) -> String {
    let metric = scene.say(say::metric_name(scene.question.metric));
    let city = scene.amount_in_unit(scene.fine().city(), None);
    format!("{} · {} {city} · {}", scene.time_told(), say::of_city(metric).of(scene.lang), scene.parks_told())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiles_fill_the_place_in_proportion_and_never_overlap() {
        let place = Rect::from_min_size(pos2(3.0, 5.0), vec2(300.0, 170.0));
        let sizes = [50.0, 30.0, 11.0, 7.0, 1.5, 0.5];
        let rects = squarified(&sizes, place);
        assert_eq!(rects.len(), sizes.len());
        let unit = f64::from(place.width() * place.height()) / 100.0;
        for (rect, size) in rects.iter().zip(sizes) {
            let area = f64::from(rect.width() * rect.height());
            assert!((area - size * unit).abs() < unit * 0.02, "{rect:?} {size}");
            assert!(place.expand(0.01).contains_rect(*rect));
        }
        for (at, one) in rects.iter().enumerate() {
            for other in rects.iter().skip(at + 1) {
                let common = one.intersect(*other);
                assert!(common.width() < 0.01 || common.height() < 0.01, "{one:?} {other:?}");
            }
        }
        let ratio = |rect: &Rect| (rect.width() / rect.height()).max(rect.height() / rect.width());
        assert!(rects.iter().take(4).all(|it| ratio(it) < 3.0), "{rects:?}");
        assert!(squarified(&[], place).is_empty());
    }
}
