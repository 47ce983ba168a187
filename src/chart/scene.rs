//! What is a chart asked to show? The figures, the question that is asked of them, the language and the colours; and what
//! all charts do alike with them.

use std::{collections::BTreeSet, rc::Rc};

use emath::Rect;

use super::{
    letters::{self, Lettering},
    map::View,
    table::grouped,
};
use crate::{
    analysis::{
        composition::{self, Metric, Scope},
        structure::{Grain, Structure, Trade},
    },
    evaluate::judgement::Judgement,
    i18n::{
        self, chart as say,
        phrase::{Lang, Phrase},
    },
    look::{
        Colours, Type,
        seal::{Seal, Seals},
    },
    model::{
        id::{IndustryId, ParkId},
        outline::Ring,
        park::Park,
        scenario::Scenario,
        text::Text,
    },
};

/// Which state is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Time {
    /// 现状: enterprises only.
    Now,
    /// 方案: with the placed projects.
    Plan,
    /// 差值: what the plan adds.
    Difference,
}

impl Time {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Now, Self::Plan, Self::Difference];
}

/// What is asked of the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Question {
    /// What is measured.
    pub metric: Metric,
    /// Which state is shown.
    pub time: Time,
    /// Sectors or sub-sectors.
    pub grain: Grain,
}

impl Default for Question {
    fn default() -> Self {
        Self { metric: Metric::Output, time: Time::Plan, grain: Grain::SubSector }
    }
}

/// Why a chart shows nothing, and what would help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nothing {
    /// Why.
    pub why: Phrase,
    /// What to do.
    pub cure: Phrase,
}

/// The same in two states: without and with the plan.
#[derive(Debug, Clone)]
pub struct Pair {
    /// Without the plan.
    pub now: Rc<Structure>,
    /// With the plan.
    pub plan: Rc<Structure>,
}

impl Pair {
    fn of(judgement: &Judgement, metric: Metric) -> Self {
        let of = |scope| Rc::new(Structure::of(judgement.world(), judgement.facts(), metric, scope));
        Self { now: of(Scope::Now), plan: of(Scope::WithPlan) }
    }

    fn by_sector(&self, world: &Scenario) -> Self {
        Self { now: Rc::new(self.now.by_sector(world)), plan: Rc::new(self.plan.by_sector(world)) }
    }

    /// The state that is shown; of a difference that with the plan.
    pub fn at(&self, time: Time) -> &Structure {
        match time {
            Time::Now => &self.now,
            Time::Plan | Time::Difference => &self.plan,
        }
    }
}

/// The figures that charts are drawn from: of one plan, for one metric and grain.
#[derive(Debug, Clone)]
pub struct Figures {
    /// Without the plan, in the grain that is asked for.
    pub now: Rc<Structure>,
    /// With the plan, in the grain that is asked for.
    pub plan: Rc<Structure>,
    /// By sub-sectors, whatever the grain.
    pub fine: Pair,
    /// Enterprises by sub-sectors where the plan's relocations leave them, whatever the grain.
    pub relocated: Rc<Structure>,
    /// Output by sub-sectors, whatever metric and grain: chains are about output.
    pub output: Pair,
    /// Parks of which part of the figures is assumed.
    pub assumed: Rc<BTreeSet<ParkId>>,
    /// The seals of the sub-sectors.
    pub seals: Rc<Seals>,
}

impl Figures {
    /// The figures of the plan of `judgement`.
    pub fn of(judgement: &Judgement, metric: Metric, grain: Grain) -> Self {
        let fine = Pair::of(judgement, metric);
        let output = if metric == Metric::Output { fine.clone() } else { Pair::of(judgement, Metric::Output) };
        let shown = if grain == Grain::Sector { fine.by_sector(judgement.world()) } else { fine.clone() };
        let relocates = judgement.world().relocations_of(judgement.plan()).next().is_some();
        let relocated = if relocates {
            Rc::new(Structure::of(judgement.world(), judgement.facts(), metric, Scope::Relocated))
        } else {
            Rc::clone(&fine.now)
        };
        let assumed = Rc::new(composition::assumed(judgement.world(), judgement.plan(), metric));
        let seals = Rc::new(Seals::of(&judgement.world().industries));
        Self { now: shown.now, plan: shown.plan, fine, relocated, output, assumed, seals }
    }
}

/// What a chart is asked to show.
#[derive(Debug, Clone)]
pub struct Scene<'a> {
    /// The plan.
    pub judgement: &'a Judgement,
    /// The figures.
    pub figures: Figures,
    /// What is asked of them.
    pub question: Question,
    /// The park that is selected.
    pub selected: Option<&'a ParkId>,
    /// The language.
    pub lang: Lang,
    /// The colours.
    pub colours: &'static Colours,
    /// Which part of the map is seen.
    pub view: View,
}

impl<'a> Scene<'a> {
    /// The scenario as the plan takes it.
    pub fn world(&self) -> &'a Scenario {
        self.judgement.world()
    }

    /// `phrase` in the language of the picture.
    pub const fn say(&self, phrase: Phrase) -> &'static str {
        phrase.of(self.lang)
    }

    /// `text` in the language of the picture.
    pub fn tell<'t>(&self, text: &'t Text) -> &'t str {
        text.of(self.lang)
    }

    /// Whether the picture speaks Chinese.
    pub fn is_chinese(&self) -> bool {
        self.lang == Lang::Zh
    }

    /// The figures of the state that is shown; of a difference those with the plan.
    pub fn shown(&self) -> &Structure {
        match self.question.time {
            Time::Now => &self.figures.now,
            Time::Plan | Time::Difference => &self.figures.plan,
        }
    }

    /// The same by sub-sectors, whatever the grain of the question.
    pub fn fine(&self) -> &Structure {
        self.figures.fine.at(self.question.time)
    }

    /// Output by sub-sectors, whatever the question.
    pub fn output(&self) -> &Structure {
        self.figures.output.at(self.question.time)
    }

    /// The outlines of the districts: rings of places, degrees east and north.
    pub fn outlines(&self) -> impl Iterator<Item = Vec<Vec<[f64; 2]>>> {
        let degrees = |ring: &Ring| ring.iter().map(|(east, north)| [east.to_f64(), north.to_f64()]).collect();
        self.world().outlines.iter().map(move |outline| outline.rings.iter().map(degrees).collect())
    }

    /// Their names.
    pub fn outline_names(&self) -> impl Iterator<Item = String> {
        self.world().outlines.iter().map(|outline| self.tell(&outline.name).to_owned())
    }

    /// The record of a park.
    pub fn park(&self, id: &ParkId) -> Option<&'a Park> {
        self.world().parks.get(id).map(AsRef::as_ref)
    }

    /// The short name of a park.
    pub fn park_name(&self, id: &ParkId) -> String {
        self.park(id).map_or_else(|| id.to_string(), |park| self.tell(&park.short_name).to_owned())
    }

    /// The name of a park where room is short.
    pub fn brief_name(&self, id: &ParkId) -> String {
        self.park(id).map_or_else(|| id.to_string(), |park| say::brief_name(park, &self.world().parks, self.lang))
    }

    /// The name of a sub-sector.
    pub fn industry_name(&self, id: &IndustryId) -> String {
        self.tell(&i18n::finding::industry_name(self.world(), id)).to_owned()
    }

    /// The seal of a sub-sector.
    pub fn industry_seal(&self, id: &IndustryId) -> Seal {
        self.figures.seals.get(id)
    }

    /// The name of a trade.
    pub fn trade_name(&self, trade: &Trade) -> String {
        match trade {
            Trade::Industry(id) => self.industry_name(id),
            Trade::Sector { name, .. } => self.tell(name).to_owned(),
        }
    }

    /// The seal of a trade: a sector has the fill of its first sub-sector, plain, and a mark from its own name.
    pub fn trade_seal(&self, trade: &Trade) -> Seal {
        match trade {
            Trade::Industry(id) => self.industry_seal(id),
            Trade::Sector { name, industries } => {
                let fill = industries.first().and_then(|first| self.industry_seal(first).fill);
                let first = |text: &str| text.chars().next().map(String::from).unwrap_or_default();
                let latin: String =
                    name.english().split_whitespace().filter(|word| word.len() > 2).take(2).map(first).collect();
                Seal { fill, striped: false, mark_zh: first(&name.zh).into(), mark_en: latin.to_uppercase().into() }
            }
        }
    }

    /// The sub-sector that a trade is; none for a sector.
    pub fn industry_of<'t>(&self, trade: &'t Trade) -> Option<&'t IndustryId> {
        match trade {
            Trade::Industry(id) => Some(id),
            Trade::Sector { .. } => None,
        }
    }

    /// An amount in steps of the metric, with the sign ≈ where part of what `park` states is assumed; no unit.
    pub fn amount(&self, steps: f64, park: Option<&ParkId>) -> String {
        let sign = if park.is_some_and(|park| self.figures.assumed.contains(park)) { "≈" } else { "" };
        format!("{sign}{}", say::amount(self.question.metric, whole(steps)))
    }

    /// An amount of output with its unit, whatever the question.
    pub fn amount_of_output(&self, steps: f64) -> String {
        format!("{} {}", say::amount(Metric::Output, whole(steps)), self.say(say::unit(Metric::Output)))
    }

    /// The unit of amounts.
    pub fn unit(&self) -> &'static str {
        self.say(say::unit(self.question.metric))
    }

    /// An amount with its unit.
    pub fn amount_in_unit(&self, steps: f64, park: Option<&ParkId>) -> String {
        format!("{} {}", self.amount(steps, park), self.unit())
    }

    /// An amount as a figure in the unit of the metric: 亿元, 亩, or pieces.
    pub fn figure(&self, steps: f64) -> f64 {
        steps / say::steps_in_unit(self.question.metric)
    }

    /// Whether the records of the scenario state any figure for the question.
    pub fn has_figures(&self) -> bool {
        self.shown().city() > 0.0
    }

    /// That nothing states the figures.
    pub const fn nothing(&self) -> Nothing {
        Nothing { why: say::NO_FIGURES, cure: say::ADD_FIGURES }
    }

    /// `12 个园区`.
    pub fn parks_told(&self) -> String {
        say::parks(self.figures.now.parks.len()).of(self.lang).to_owned()
    }

    /// The time that is shown, with the name of the plan.
    pub fn time_told(&self) -> String {
        let plan = self.judgement.plan();
        match self.question.time {
            Time::Now => self.say(say::TIME_NOW).to_owned(),
            Time::Plan => format!("{} {plan}", self.say(say::TIME_PLAN)),
            Time::Difference => format!("{} {plan} − {}", self.say(say::TIME_PLAN), self.say(say::TIME_NOW)),
        }
    }
}

/// Steps as a whole number.
#[expect(clippy::cast_possible_truncation, reason = "figures of a city are far below 2^53")]
pub fn whole(steps: f64) -> i64 {
    steps.round() as i64
}

/// A number of things as a length.
#[expect(clippy::cast_precision_loss, reason = "things on a picture are few")]
pub const fn length(count: usize) -> f32 {
    count as f32
}

/// A figure as a length on the picture.
#[expect(clippy::cast_possible_truncation, reason = "a picture does not show sixteen digits")]
pub const fn short(figure: f64) -> f32 {
    figure as f32
}

/// How many things of a height have room, at least one.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "positive and small")]
pub fn room_for(length: f32, each: f32) -> usize {
    (length / each).floor().max(1.0) as usize
}

/// A share in per cent, whole, with its sign; below one per cent with one decimal.
pub fn percent(share: f64) -> String {
    let is_small = share != 0.0 && share.abs() < 0.009_95;
    format!("{} %", grouped(share * 100.0, usize::from(is_small)))
}

/// A number with three significant digits at most.
pub fn three_digits(number: f64) -> String {
    let size = number.abs();
    let decimals = if size >= 99.95 {
        0
    } else if size >= 9.995 {
        1
    } else {
        2
    };
    grouped(number, decimals)
}

/// A row of a chart: a park, or several that have no room of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// A park, by its number.
    Park(usize),
    /// Other parks, by their numbers.
    Others(Vec<usize>),
}

impl Row {
    /// The numbers of its parks.
    pub fn parks(&self) -> &[usize] {
        match self {
            Self::Park(park) => std::slice::from_ref(park),
            Self::Others(parks) => parks,
        }
    }
}

/// The parks in the order in which they are shown, where not more than `most` rows have room: the largest ones and the one
/// that is selected, and then one row for all others.
pub fn rows(structure: &Structure, selected: Option<&ParkId>, most: usize) -> Vec<Row> {
    let count = structure.parks.len();
    if count <= most {
        return (0..count).map(Row::Park).collect();
    }
    let totals = structure.totals();
    let mut order: Vec<usize> = (0..count).collect();
    let total = |park: usize| totals.get(park).copied().unwrap_or(0.0);
    order.sort_by(|a, b| total(*b).total_cmp(&total(*a)).then(a.cmp(b)));
    let mut kept: BTreeSet<usize> = order.iter().copied().take(most.saturating_sub(1).max(1)).collect();
    if let Some(selected) = selected.and_then(|park| structure.number(park))
        && !kept.contains(&selected)
    {
        if let Some(least) = order.iter().rev().find(|park| kept.contains(park)) {
            kept.remove(least);
        }
        kept.insert(selected);
    }
    let others: Vec<usize> = (0..count).filter(|park| !kept.contains(park)).collect();
    kept.into_iter().map(Row::Park).chain([Row::Others(others)]).collect()
}

/// Width of the widest of some texts, between two bounds.
pub fn widest<'t>(texts: impl IntoIterator<Item = &'t str>, style: Type, bounds: [f32; 2]) -> f32 {
    let lettering = Lettering::from(style);
    let [least, most] = bounds;
    let widest = texts.into_iter().map(|text| letters::width(text, lettering)).fold(least, f32::max);
    widest.ceil().min(most)
}

/// `rect` cut at a distance from its bottom: the upper part, the lower part.
pub fn split_bottom(rect: Rect, height: f32) -> [Rect; 2] {
    let at = (rect.bottom() - height).max(rect.top());
    [Rect { max: emath::pos2(rect.right(), at), ..rect }, Rect { min: emath::pos2(rect.left(), at), ..rect }]
}

/// `rect` cut at a distance from its top: the upper part, the lower part.
pub fn split_top(rect: Rect, height: f32) -> [Rect; 2] {
    let at = (rect.top() + height).min(rect.bottom());
    [Rect { max: emath::pos2(rect.right(), at), ..rect }, Rect { min: emath::pos2(rect.left(), at), ..rect }]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn structure(sizes: &[f64]) -> Structure {
        Structure {
            parks: (0..sizes.len()).map(|at| ParkId::new(&format!("p{at}")).unwrap()).collect(),
            sizes: sizes.iter().map(|size| vec![*size]).collect(),
            ..Structure::default()
        }
    }

    #[test]
    fn the_largest_parks_and_the_selected_one_have_rows_of_their_own() {
        let city = structure(&[5.0, 9.0, 1.0, 7.0, 3.0]);
        assert_eq!(rows(&city, None, 5).len(), 5);
        assert_eq!(rows(&city, None, 3), [Row::Park(1), Row::Park(3), Row::Others(vec![0, 2, 4])]);
        let selected = ParkId::new("p2").unwrap();
        assert_eq!(rows(&city, Some(&selected), 3), [Row::Park(1), Row::Park(2), Row::Others(vec![0, 3, 4])]);
        assert_eq!(rows(&structure(&[]), None, 3), []);
    }

    #[test]
    fn numbers_have_three_digits() {
        let shown: Vec<String> = [0.163, 9.994, 9.995, 45.04, 123.4, 12_345.6, -0.5].map(three_digits).into();
        assert_eq!(shown, ["0.16", "9.99", "10.0", "45.0", "123", "12,346", "−0.50"]);
        let shares: Vec<String> = [0.544, -0.02, 0.004, 0.0, 0.009_96].map(percent).into();
        assert_eq!(shares, ["54 %", "−2 %", "0.4 %", "0 %", "1 %"]);
    }
}
