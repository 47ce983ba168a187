//! What is each park made of? A bar a park, its trades by share; or what the plan adds to each.
//!
//! Formula: `s_pi = X_pi / X_p` (methods 3). Segments are largest first; those too narrow for their mark name themselves when
//! pointed at and in the table.

use emath::{Align, Rect, Vec2, pos2, vec2};

use super::{
    letters,
    picture::{Picture, Subject},
    scene::{self, Nothing, Row, Scene, Time, length, percent, short},
    table::{Cell, Table},
};
use crate::{
    analysis::structure::{Structure, Trade},
    i18n::{chart as say, figure},
    look::Type,
    model::id::ParkId,
};

/// Height of a row between these bounds, in points.
const ROW: [f32; 2] = [14.0, 44.0];
/// Height of the legend, in points.
const LEGEND: f32 = 24.0;
/// Width of a total and of what the plan adds, in points.
const TOTAL: f32 = 58.0;
const ADDED: f32 = 48.0;

/// A segment: a trade and its signed amount.
struct Segment {
    trade: usize,
    amount: f64,
}

/// A bar.
struct Bar {
    name: String,
    park: Option<ParkId>,
    segments: Vec<Segment>,
    total: f64,
    added: f64,
}

fn sum(structure: &Structure, row: &Row) -> Vec<f64> {
    let mut sums = vec![0.0; structure.trades.len()];
    for park in row.parks() {
        sums.iter_mut().zip(structure.of_park(*park)).for_each(|(sum, size)| *sum += size);
    }
    sums
}

fn bars(scene: &Scene<'_>, most: usize) -> Vec<Bar> {
    let (now, plan) = (&*scene.figures.now, &*scene.figures.plan);
    let bar = |row: Row| {
        let [before, after] = [sum(now, &row), sum(plan, &row)];
        let shown: Vec<f64> = match scene.question.time {
            Time::Now => before.clone(),
            Time::Plan => after.clone(),
            Time::Difference => after.iter().zip(&before).map(|(after, before)| after - before).collect(),
        };
        let mut segments: Vec<Segment> = shown
            .iter()
            .enumerate()
            .filter(|(_, amount)| **amount != 0.0)
            .map(|(trade, amount)| Segment { trade, amount: *amount })
            .collect();
        segments.sort_by(|a, b| b.amount.total_cmp(&a.amount).then(a.trade.cmp(&b.trade)));
        let park = match &row {
            Row::Park(park) => now.parks.get(*park).cloned(),
            Row::Others(_) => None,
        };
        let name = park.as_ref().map_or_else(
            || say::other_parks(row.parks().len()).of(scene.lang).to_owned(),
            |park| scene.park_name(park),
        );
        let added = after.iter().sum::<f64>() - before.iter().sum::<f64>();
        Bar { name, park, total: shown.iter().sum(), added, segments }
    };
    scene::rows(scene.shown(), scene.selected, most).into_iter().map(bar).collect()
}

/// The picture, in this size.
pub fn picture(scene: &Scene<'_>, size: Vec2) -> Result<Picture, Nothing> {
    if !scene.has_figures() {
        return Err(scene.nothing());
    }
    let mut picture = Picture::new(size);
    let [body, legend] = scene::split_bottom(picture.rect(), LEGEND);
    let bars = bars(scene, scene::room_for(body.height(), ROW[0]));
    if scene.question.time == Time::Difference && bars.iter().all(|bar| bar.segments.is_empty()) {
        return Err(Nothing { why: say::NO_DIFFERENCE, cure: say::PLACE_SOMETHING });
    }
    let height = (body.height() / length(bars.len().max(1))).clamp(ROW[0], ROW[1]);
    let names = scene::widest(bars.iter().map(|bar| bar.name.as_str()), Type::Small, [40.0, body.width() * 0.26]);
    let ends = TOTAL + if scene.question.time == Time::Plan { ADDED } else { 0.0 };
    let bar_rect = Rect::from_min_max(pos2(names + 10.0, body.top()), pos2(body.right() - ends, body.bottom()));
    // A difference is drawn to one scale for all parks; a composition as shares of each.
    let reach = |sign: f64| {
        let of_bar = |bar: &Bar| bar.segments.iter().map(|it| (it.amount * sign).max(0.0)).sum::<f64>();
        bars.iter().map(of_bar).fold(0.0, f64::max)
    };
    let (left, right) = (reach(-1.0), reach(1.0));
    for (at, bar) in bars.iter().enumerate() {
        let top = body.top() + height * length(at);
        let row = Rect::from_min_size(pos2(body.left(), top), vec2(body.width(), height));
        row_in(&mut picture, scene, row, bar, names);
        let place = Rect::from_min_max(pos2(bar_rect.left(), top + 2.0), pos2(bar_rect.right(), top + height - 2.0));
        let (zero, unit) = if scene.question.time == Time::Difference {
            let unit = f64::from(place.width()) / (left + right).max(f64::MIN_POSITIVE);
            (f64::from(place.left()) + left * unit, unit)
        } else {
            (f64::from(place.left()), f64::from(place.width()) / bar.total.max(f64::MIN_POSITIVE))
        };
        segments_in(&mut picture, scene, place, bar, zero, unit);
    }
    legend_in(&mut picture, scene, legend, &bars);
    Ok(picture)
}

/// Ground, name and totals of a row.
fn row_in(picture: &mut Picture, scene: &Scene<'_>, row: Rect, bar: &Bar, names: f32) {
    let colours = scene.colours;
    let is_selected = bar.park.is_some() && bar.park.as_ref() == scene.selected;
    if is_selected {
        picture.fill(row, 4.0, colours.accent_soft);
    }
    let style = if is_selected { Type::SmallBold } else { Type::Small };
    let name = Rect::from_min_size(row.min + vec2(4.0, 0.0), vec2(names + 2.0, row.height()));
    picture.words(name, Align::Min, &bar.name, style, colours.text1);
    let told = format!("{} {}", bar.name, scene.amount_in_unit(bar.total, bar.park.as_ref()));
    if let Some(park) = &bar.park {
        picture.mark(row, Subject::park(park), told);
    }
    let is_plan = scene.question.time == Time::Plan;
    let end = row.right() - if is_plan { ADDED } else { 0.0 };
    let total = Rect::from_min_max(pos2(end - TOTAL + 4.0, row.top()), pos2(end - 2.0, row.bottom()));
    let sign = if scene.question.time == Time::Difference && bar.total > 0.0 { "+" } else { "" };
    let figure = format!("{sign}{}", scene.amount(bar.total, bar.park.as_ref().filter(|_| sign.is_empty())));
    let figure = if bar.total == 0.0 { figure::NONE.to_owned() } else { figure };
    picture.whole(total, Align::Max, &figure, Type::SmallBold, colours.text1);
    if is_plan {
        let added = Rect::from_min_max(pos2(end, row.top()), pos2(row.right() - 2.0, row.bottom()));
        let (words, ink) = if bar.added == 0.0 {
            ("0".to_owned(), colours.text3)
        } else {
            let sign = if bar.added > 0.0 { "+" } else { "" };
            let ink = if bar.added > 0.0 { colours.holds.ink } else { colours.broken.ink };
            (format!("{sign}{}", scene.amount(bar.added, None)), ink)
        };
        picture.whole(added, Align::Max, &words, Type::Small, ink);
    }
}

fn segments_in(picture: &mut Picture, scene: &Scene<'_>, place: Rect, bar: &Bar, zero: f64, unit: f64) {
    let structure = scene.shown();
    let (mut up, mut down) = (zero, zero);
    if bar.segments.is_empty() {
        picture.fill(place, 2.0, scene.colours.sunken);
    }
    for segment in &bar.segments {
        let Some(trade) = structure.trades.get(segment.trade) else { continue };
        let end = if segment.amount > 0.0 { &mut up } else { &mut down };
        let from = *end;
        *end += segment.amount * unit;
        let rect = Rect::from_x_y_ranges(short(from.min(*end))..=short(from.max(*end)), place.top()..=place.bottom());
        let seal = scene.trade_seal(trade);
        picture.segment(rect, 2.0, &seal, scene.colours);
        let share = segment.amount / bar.total.max(f64::MIN_POSITIVE);
        let is_difference = scene.question.time == Time::Difference;
        let more =
            if is_difference { scene.amount(segment.amount.abs(), None) } else { format!("{:.0}", share * 100.0) };
        picture.marked(rect, &seal, scene.colours, scene.is_chinese(), &more);
        let figure = scene.amount_in_unit(segment.amount, bar.park.as_ref());
        let share = if is_difference { String::new() } else { format!(" · {}", percent(share)) };
        let told = format!("{} · {} {figure}{share}", bar.name, scene.trade_name(trade));
        let subject =
            Subject { park: bar.park.clone(), industry: scene.industry_of(trade).cloned(), ..Subject::default() };
        picture.mark(rect, subject, told);
    }
}

/// The trades with the largest segments by name, as many as have room.
fn legend_in(picture: &mut Picture, scene: &Scene<'_>, place: Rect, bars: &[Bar]) {
    let structure = scene.shown();
    let mut sizes = vec![0.0; structure.trades.len()];
    for segment in bars.iter().flat_map(|bar| &bar.segments) {
        if let Some(size) = sizes.get_mut(segment.trade) {
            *size += segment.amount.abs();
        }
    }
    let mut order: Vec<usize> = (0..sizes.len()).filter(|at| sizes.get(*at).is_some_and(|size| *size > 0.0)).collect();
    let size = |at: usize| sizes.get(at).copied().unwrap_or(0.0);
    order.sort_by(|a, b| size(*b).total_cmp(&size(*a)).then(a.cmp(b)));
    legend(picture, scene, place, order.into_iter().filter_map(|at| structure.trades.get(at)));
}

/// Seals with their names in a line, as many as have room.
pub(super) fn legend<'t>(
    picture: &mut Picture,
    scene: &Scene<'_>,
    place: Rect,
    trades: impl Iterator<Item = &'t Trade>,
) {
    let mut left = place.left() + 4.0;
    for trade in trades {
        let name = scene.trade_name(trade);
        let width = letters::width(&name, Type::Small.into());
        if left + 22.0 + width > place.right() {
            break;
        }
        let seal = Rect::from_center_size(pos2(left + 8.0, place.center().y), Vec2::splat(16.0));
        picture.seal(seal, &scene.trade_seal(trade), scene.colours, scene.is_chinese());
        let words = Rect::from_min_size(pos2(left + 20.0, place.top()), vec2(width + 1.0, place.height()));
        picture.words(words, Align::Min, &name, Type::Small, scene.colours.text2);
        let area = Rect::from_min_max(pos2(left, place.top()), pos2(words.right(), place.bottom()));
        if let Trade::Industry(id) = trade {
            picture.mark(area, Subject::industry(id), name.clone());
        }
        left = words.right() + 12.0;
    }
}

/// The figures: a row a park and trade.
pub fn table(scene: &Scene<'_>) -> Table {
    let unit = scene.unit();
    let columns = [say::PARK, say::TRADE].map(|it| scene.say(it).to_owned());
    let amount = format!("{}，{unit}", scene.say(say::metric_name(scene.question.metric)));
    let mut table = Table::new(columns.into_iter().chain([amount, scene.say(say::SHARE_PERCENT).to_owned()]));
    let structure = scene.shown();
    for bar in bars(scene, usize::MAX) {
        for segment in &bar.segments {
            let trade = structure.trades.get(segment.trade).map(|it| scene.trade_name(it)).unwrap_or_default();
            let share = segment.amount / bar.total * 100.0;
            let share = if scene.question.time == Time::Difference { Cell::Empty } else { Cell::Figure(share, 1) };
            let amount = Cell::Figure(scene.figure(segment.amount), 2);
            table.rows.push(vec![Cell::Words(bar.name.clone()), Cell::Words(trade), amount, share]);
        }
    }
    table
}

/// What is drawn: time, unit, parks.
pub fn subtitle(scene: &Scene<'_>) -> String {
    let metric = scene.say(say::metric_name(scene.question.metric));
    let what = if scene.question.time == Time::Difference {
        format!("{metric}，{}", scene.unit())
    } else {
        say::share_and_total(metric, scene.unit()).of(scene.lang).to_owned()
    };
    format!("{} · {what} · {}", scene.time_told(), scene.parks_told())
}
