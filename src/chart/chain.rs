//! What does a park need that it does not make, and who would buy what it makes? Its chain, with the missing links.
//!
//! Needs: `D = A x` from the weighted chain graph; covered: `min(D, x)` (methods 8). It says what firms could supply each other, not
//! what they trade. Left: what is needed, with the covered part; middle: what the park makes; right: trades that would buy it
//! and are not there. Without a selected park the chain is that of the city.

use std::collections::BTreeMap;

use emath::{Align, Pos2, Rect, Vec2, pos2, vec2};

use super::{
    letters,
    picture::{Edge, Picture, Subject},
    scene::{self, Nothing, Scene, length, percent, short},
    table::{Cell, Table},
};
use crate::{
    analysis::{
        chain::{ChainLink, arcs, coefficients},
        linkage::{Coefficients, LinkStatus, Pool},
    },
    i18n::chart as say,
    look::Type,
    model::id::{IndustryId, ParkId},
};

const HEAD: f32 = 22.0;
const FOOT: f32 = 22.0;
/// Height of a node and the gap below it, in points.
const NODE: [f32; 2] = [24.0, 40.0];
/// Widths of the three columns, as shares.
const COLUMNS: [f32; 3] = [0.3, 0.24, 0.22];

/// The chain of a park or of the city.
struct Chain {
    /// The park; none for the city.
    park: Option<ParkId>,
    industries: Vec<IndustryId>,
    output: Vec<f64>,
    coefficients: Coefficients,
    links: Vec<ChainLink>,
    /// Supply and demand.
    pool: Pool,
}

impl Chain {
    /// The chain of `park`, or of the city.
    fn of(scene: &Scene<'_>, park: Option<&ParkId>) -> Self {
        let world = scene.world();
        let structure = scene.output();
        let number = park.and_then(|park| structure.number(park));
        let output = number.map_or_else(|| structure.of_trades(), |park| structure.of_park(park).to_vec());
        let links = arcs(world);
        let coefficients = coefficients(world, &links);
        let pool = Pool::of(&coefficients, output.clone());
        let industries = world.industries.iter().map(|it| it.id.clone()).collect();
        Self { park: number.and(park).cloned(), industries, output, coefficients, links, pool }
    }

    fn output(&self, trade: usize) -> f64 {
        self.output.get(trade).copied().unwrap_or(0.0)
    }

    fn status(&self, link: ChainLink) -> LinkStatus {
        LinkStatus::of(self.output(link.upstream), self.output(link.downstream))
    }

    /// The trades that are made here, the largest first.
    fn made(&self) -> Vec<usize> {
        let mut made: Vec<usize> = (0..self.output.len()).filter(|trade| self.output(*trade) > 0.0).collect();
        made.sort_by(|a, b| self.output(*b).total_cmp(&self.output(*a)).then(a.cmp(b)));
        made
    }

    /// The trades that are needed here: those with a gap, the largest first, then those that are covered, the largest need
    /// first.
    fn needed(&self) -> Vec<usize> {
        let demand = |trade: usize| self.pool.demand.get(trade).copied().unwrap_or(0.0);
        let mut needed = self.pool.missing();
        let mut covered: Vec<usize> =
            (0..self.output.len()).filter(|trade| demand(*trade) > 0.0 && !needed.contains(trade)).collect();
        covered.sort_by(|a, b| demand(*b).total_cmp(&demand(*a)).then(a.cmp(b)));
        needed.extend(covered);
        needed
    }

    /// The trades that would buy what is made here and are not here, the strongest first, with the sum of their weights.
    fn buyers(&self) -> Vec<(usize, u32)> {
        let mut weights: BTreeMap<usize, u32> = BTreeMap::new();
        for link in self.links.iter().filter(|link| self.status(**link) == LinkStatus::BuyerMissing) {
            *weights.entry(link.downstream).or_default() += u32::from(link.weight);
        }
        let mut buyers: Vec<(usize, u32)> = weights.into_iter().collect();
        buyers.sort_by(|(a, a_weight), (b, b_weight)| b_weight.cmp(a_weight).then(a.cmp(b)));
        buyers
    }
}

/// The picture, in this size.
pub fn picture(scene: &Scene<'_>, size: Vec2) -> Result<Picture, Nothing> {
    if scene.world().links.is_empty() {
        return Err(Nothing { why: say::NO_LINKS, cure: say::ADD_LINKS });
    }
    let chain = Chain::of(scene, scene.selected);
    if chain.made().is_empty() {
        return Err(Nothing { why: say::NO_OUTPUT_HERE, cure: say::ADD_FIGURES });
    }
    let mut picture = Picture::new(size);
    let [above, foot] = scene::split_bottom(picture.rect(), FOOT);
    let [head, body] = scene::split_top(above, HEAD);
    let most = scene::room_for(body.height(), NODE[0]);
    let (needed, made, buyers) = (chain.needed(), chain.made(), chain.buyers());
    let [left, middle, right] = COLUMNS.map(|share| share * body.width());
    let gap = (body.width() - left - middle - right) / 2.0;
    let lefts = [body.left(), body.left() + left + gap, body.right() - right];
    let widths = [left, middle, right];
    let heads = [say::NEEDED_HERE, say::MADE_HERE, say::BUYERS_MISSING];
    for ((at, width), phrase) in lefts.iter().zip(widths).zip(heads) {
        let place = Rect::from_min_size(pos2(*at, head.top()), vec2(width, 18.0));
        picture.words(place, Align::Min, scene.say(phrase), Type::SmallBold, scene.colours.text2);
    }
    let place = |column: usize, count: usize| {
        let height = (body.height() / length(count.min(most).max(1))).clamp(NODE[0], NODE[1]);
        let (x, width) = (lefts.get(column).copied().unwrap_or(0.0), widths.get(column).copied().unwrap_or(0.0));
        move |at: usize| Rect::from_min_size(pos2(x, body.top() + height * length(at)), vec2(width, height - 3.0))
    };
    let (left_of, middle_of, right_of) = (place(0, needed.len()), place(1, made.len()), place(2, buyers.len()));
    let at = |list: &[usize], trade: usize| list.iter().take(most).position(|it| *it == trade);
    // Lines first, so that nodes lie over them.
    for (row, needs) in needed.iter().take(most).enumerate() {
        for (to, maker) in made.iter().take(most).enumerate() {
            let inputs = chain.coefficients.inputs(*maker);
            let Some((_, share)) = inputs.iter().find(|(upstream, _)| upstream == needs) else { continue };
            let amount = share * chain.output(*maker);
            supply_line(
                &mut picture,
                scene,
                &chain,
                (*needs, amount),
                left_of(row).right_center(),
                middle_of(to).left_center(),
            );
        }
    }
    for link in chain.links.iter().filter(|link| chain.status(**link) == LinkStatus::BuyerMissing) {
        let buyers: Vec<usize> = buyers.iter().map(|(trade, _)| *trade).collect();
        if let (Some(from), Some(to)) = (at(&made, link.upstream), at(&buyers, link.downstream)) {
            let edge = Edge::new(f32::from(link.weight) * 0.7, scene.colours.near.ink.gamma_multiply(0.7));
            let ends = curve(middle_of(from).right_center(), right_of(to).left_center());
            picture.dashed(ends, edge, [4.0, 3.0]);
        }
    }
    for (row, trade) in needed.iter().take(most).enumerate() {
        need_in(&mut picture, scene, &chain, *trade, left_of(row));
    }
    for (row, trade) in made.iter().take(most).enumerate() {
        let words = scene.amount_of_output(chain.output(*trade));
        node_in(&mut picture, scene, &chain, *trade, middle_of(row), &words, None);
    }
    for (row, (trade, weight)) in buyers.iter().take(most).enumerate() {
        let words = say::weight(*weight).of(scene.lang).to_owned();
        node_in(&mut picture, scene, &chain, *trade, right_of(row), &words, Some(scene.colours.near.ink));
    }
    foot_in(&mut picture, scene, &chain, foot);
    Ok(picture)
}

/// A smooth line between two points.
fn curve(from: Pos2, to: Pos2) -> Vec<Pos2> {
    const STEPS: u8 = 14;
    (0..=STEPS)
        .map(|step| {
            let share = f32::from(step) / f32::from(STEPS);
            let eased = share * share * (3.0 - 2.0 * share);
            pos2(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * eased)
        })
        .collect()
}

/// From what is needed to who needs it: unbroken as far as it is made here, broken in red where nobody makes it.
fn supply_line(
    picture: &mut Picture,
    scene: &Scene<'_>,
    chain: &Chain,
    (needs, amount): (usize, f64),
    from: Pos2,
    to: Pos2,
) {
    let most = chain.pool.demand.iter().copied().fold(0.0, f64::max);
    let width = 1.0 + 4.0 * short((amount / most.max(f64::MIN_POSITIVE)).sqrt());
    if chain.output(needs) > 0.0 {
        picture.line(curve(from, to), Edge::new(width, scene.colours.holds.ink.gamma_multiply(0.55)));
    } else {
        picture.dashed(curve(from, to), Edge::new(width, scene.colours.broken.ink.gamma_multiply(0.55)), [5.0, 3.0]);
    }
}

/// What is needed: name, amount, and the covered part as a bar.
fn need_in(picture: &mut Picture, scene: &Scene<'_>, chain: &Chain, trade: usize, rect: Rect) {
    let of = |list: &[f64]| list.get(trade).copied().unwrap_or(0.0);
    let (demand, matched, gap) = (of(&chain.pool.demand), of(&chain.pool.matched), of(&chain.pool.gap));
    let colours = scene.colours;
    let is_absent = chain.output(trade) <= 0.0;
    let edge = is_absent.then_some(colours.broken.ink);
    let words =
        if gap > 0.0 { format!("−{}", scene.amount_of_output(gap)) } else { scene.say(say::COVERED).to_owned() };
    node_in(picture, scene, chain, trade, rect, &words, edge);
    let track =
        Rect::from_min_max(pos2(rect.left() + 2.0, rect.bottom() - 4.0), pos2(rect.right() - 2.0, rect.bottom() - 1.0));
    picture.fill(track, 1.5, colours.sunken);
    let full = track.width() * short(matched / demand.max(f64::MIN_POSITIVE));
    picture.fill(Rect::from_min_size(track.min, vec2(full, track.height())), 1.5, colours.holds.ink);
}

fn node_in(
    picture: &mut Picture,
    scene: &Scene<'_>,
    chain: &Chain,
    trade: usize,
    rect: Rect,
    words: &str,
    edge: Option<ecolor::Color32>,
) {
    let Some(industry) = chain.industries.get(trade) else { return };
    let colours = scene.colours;
    picture.framed(
        rect,
        4.0,
        colours.card,
        Edge::new(if edge.is_some() { 1.5 } else { 1.0 }, edge.unwrap_or(colours.line)),
    );
    let middle = Rect::from_min_max(rect.min, pos2(rect.right(), rect.bottom() - 3.0));
    let seal = Rect::from_center_size(pos2(rect.left() + 12.0, middle.center().y), Vec2::splat(16.0));
    picture.seal(seal, &scene.industry_seal(industry), colours, scene.is_chinese());
    let width = letters::width(words, Type::Small.into()) + 2.0;
    let figure =
        Rect::from_min_max(pos2(rect.right() - width - 4.0, middle.top()), pos2(rect.right() - 4.0, middle.bottom()));
    let name = Rect::from_min_max(pos2(seal.right() + 5.0, middle.top()), pos2(figure.left() - 4.0, middle.bottom()));
    let full = scene.industry_name(industry);
    picture.words(name, Align::Min, &full, Type::Small, colours.text1);
    picture.whole(figure, Align::Max, words, Type::Small, edge.unwrap_or(colours.text2));
    let of = |list: &[f64]| scene.amount_of_output(list.get(trade).copied().unwrap_or(0.0));
    let told = format!(
        "{full} · {} {} · {} {} · {} {}",
        scene.say(say::MADE_HERE),
        scene.amount_of_output(chain.output(trade)),
        scene.say(say::NEEDED_HERE),
        of(&chain.pool.demand),
        scene.say(say::GAP),
        of(&chain.pool.gap),
    );
    let subject = Subject { park: chain.park.clone(), ..Subject::industry(industry) };
    picture.mark(rect, subject, told);
}

/// Coverage, and how many links are of which kind.
fn foot_in(picture: &mut Picture, scene: &Scene<'_>, chain: &Chain, foot: Rect) {
    let count = |status: LinkStatus| chain.links.iter().filter(|link| chain.status(**link) == status).count();
    let counts =
        [LinkStatus::Both, LinkStatus::SupplierMissing, LinkStatus::BuyerMissing, LinkStatus::Neither].map(count);
    let coverage = chain.pool.coverage.map_or_else(|| scene.say(say::UNDEFINED).to_owned(), percent);
    let words = say::chain_foot(&coverage, counts);
    picture.words(foot.shrink2(vec2(2.0, 0.0)), Align::Min, words.of(scene.lang), Type::Small, scene.colours.text2);
}

/// The figures: a row a trade that is needed, of the city and of every park.
pub fn table(scene: &Scene<'_>) -> Table {
    let yi = scene.say(crate::i18n::words::UNIT_YI);
    let heads = [say::PARK, say::TRADE, say::MADE_HERE, say::NEEDED_HERE, say::COVERED_PERCENT, say::GAP];
    let mut table = Table::new(heads.map(|it| {
        let name = scene.say(it);
        if [say::MADE_HERE, say::NEEDED_HERE, say::GAP].contains(&it) {
            format!("{name}，{yi}")
        } else {
            name.to_owned()
        }
    }));
    let parks = [None].into_iter().chain(scene.output().parks.iter().map(Some));
    for park in parks {
        let chain = Chain::of(scene, park);
        let name = park.map_or_else(|| scene.say(say::WHOLE_CITY).to_owned(), |park| scene.park_name(park));
        for trade in chain.needed() {
            let of = |list: &[f64]| list.get(trade).copied().unwrap_or(0.0);
            let covered = chain.pool.covered.get(trade).copied().flatten();
            table.rows.push(vec![
                Cell::Words(name.clone()),
                Cell::Words(chain.industries.get(trade).map(|it| scene.industry_name(it)).unwrap_or_default()),
                Cell::Figure(in_yi(chain.output(trade)), 2),
                Cell::Figure(in_yi(of(&chain.pool.demand)), 2),
                covered.map_or(Cell::Empty, |share| Cell::Figure(share * 100.0, 1)),
                Cell::Figure(in_yi(of(&chain.pool.gap)), 2),
            ]);
        }
    }
    table
}

/// Steps of money in 亿元.
fn in_yi(steps: f64) -> f64 {
    steps / say::steps_in_unit(crate::analysis::composition::Metric::Output)
}

/// What is drawn.
pub fn subtitle(scene: &Scene<'_>) -> String {
    let whose = scene.selected.map_or_else(|| scene.say(say::WHOLE_CITY).to_owned(), |park| scene.park_name(park));
    format!("{} · {whose} · {} · {}", scene.time_told(), scene.say(say::CHAIN_ABOUT), scene.parks_told())
}
