//! Can a single value be meant? Names, days, years, shares and places, whatever record they stand in.

use jiff::civil::Date;

use super::Wrong;
use crate::model::{
    id::RecordId,
    park::Place,
    plan::{Agreement, Grant},
    quantity::{Factor, Number, WanYuan, Yuan},
    recognition::{CharacteristicYear, RecognitionStep},
    sharing::{SharingYears, Transfer},
    support::{Condition, Programme},
    text::{Text, is_misleading, misleading_character},
};

/// Longest name in a file, in characters of one language.
pub const LONGEST_NAME: usize = 200;

/// Years between which every day lies that somebody plans for.
const YEARS: std::ops::RangeInclusive<i16> = 1980..=2100;

/// Years between which every stated fact lies.
const YEARS_OF_FACTS: std::ops::RangeInclusive<i16> = 1900..=2200;

/// What is wrong with a short text such as an office: what cannot be seen in it, and what is too long to show.
pub fn short_text(text: &str) -> Option<Wrong> {
    let length = text.chars().count();
    let too_long = (length > LONGEST_NAME).then_some(Wrong::TooLong(length, LONGEST_NAME));
    misleading_character(text).map(Wrong::Misleading).or(too_long)
}

/// Longest text of several sentences in a file, in characters.
pub const LONGEST_TEXT: usize = 4_000;

/// What is wrong with a text of several sentences: what cannot be seen in it, and what is too long to show. Lines may break.
pub fn long_text(text: &str) -> Option<Wrong> {
    let length = text.chars().count();
    let too_long = (length > LONGEST_TEXT).then_some(Wrong::TooLong(length, LONGEST_TEXT));
    let misleading = text.chars().find(|c| *c != '\n' && is_misleading(*c));
    misleading.map(Wrong::Misleading).or(too_long)
}

/// What is wrong with a name: it must not be empty in Chinese.
pub fn name(name: &Text) -> Option<Wrong> {
    let empty = name.zh.trim().is_empty().then_some(Wrong::EmptyName);
    empty.or_else(|| short_text(&name.zh)).or_else(|| short_text(&name.en))
}

/// What is wrong with a day that somebody plans for.
pub fn day(day: Date) -> Option<Wrong> {
    (!YEARS.contains(&day.year())).then_some(Wrong::OddYear(day.year()))
}

/// What is wrong with the day of a stated fact.
pub fn day_of_fact(day: Date) -> Option<Wrong> {
    (!YEARS_OF_FACTS.contains(&day.year())).then_some(Wrong::OddYear(day.year()))
}

/// What is wrong with the year of a stated fact.
pub fn year_of_fact(year: i16) -> Option<Wrong> {
    (!YEARS_OF_FACTS.contains(&year)).then(|| Wrong::OutOfRange(year.to_string(), "1900", "2200"))
}

/// What is wrong with a share: it is at most 1.
pub fn share(share: Factor) -> Option<Wrong> {
    let whole = 10_i64.pow(Factor::DECIMALS);
    (share.steps() > whole).then(|| Wrong::OutOfRange(share.plain(), "0", "1"))
}

/// What is wrong with a weight in points.
pub fn weight(weight: Factor) -> Option<Wrong> {
    let most = Factor::LARGEST * 10_i64.pow(Factor::DECIMALS);
    (!(0..=most).contains(&weight.steps())).then(|| Wrong::OutOfRange(weight.plain(), "0", "1000000000"))
}

/// What is wrong with a comparison of two groups of criteria on Saaty's scale.
pub fn comparison(one: &RecordId, other: &RecordId, value: Factor) -> Option<Wrong> {
    let unit = 10_i64.pow(Factor::DECIMALS);
    if one == other {
        Some(Wrong::SelfComparison(one.to_string()))
    } else {
        let is_off = !(unit..=9 * unit).contains(&value.steps());
        is_off.then(|| Wrong::OutOfRange(value.plain(), "1", "9"))
    }
}

/// What is wrong with the windows of years of a sharing template: the first wrong share, or windows that do not follow
/// each other.
pub fn windows(windows: &[SharingYears]) -> Option<Wrong> {
    let mut last = 0;
    for window in windows {
        if let Some(wrong) = share(window.originator) {
            return Some(wrong);
        }
        if window.from <= last || window.to < window.from {
            return Some(Wrong::Windows(window.from, window.to));
        }
        last = window.to;
    }
    None
}

/// What is wrong with a longitude and a latitude, WGS 84 degrees.
pub fn degrees(lon: Number, lat: Number) -> Option<Wrong> {
    let is_within = |degrees: Number, most: f64| degrees.to_f64().abs() <= most;
    if is_within(lon, 90.0) && is_within(lat, 180.0) && !is_within(lat, 90.0) {
        Some(Wrong::Exchanged(lon.plain(), lat.plain()))
    } else if !is_within(lon, 180.0) {
        Some(Wrong::OutOfRange(lon.plain(), "-180", "180"))
    } else {
        (!is_within(lat, 90.0)).then(|| Wrong::OutOfRange(lat.plain(), "-90", "90"))
    }
}

/// What is wrong with a place on the map, WGS 84 degrees.
pub fn place(place: Place) -> Option<Wrong> {
    let is_nowhere = (place.lon.steps(), place.lat.steps()) == (0, 0);
    degrees(place.lon, place.lat).or_else(|| is_nowhere.then_some(Wrong::NoPlace))
}

/// What is wrong with a list that holds an entry twice.
pub fn distinct<I: Ord + ToString>(list: impl IntoIterator<Item = I>) -> Option<Wrong> {
    let mut seen = std::collections::BTreeSet::new();
    list.into_iter().find_map(|entry| {
        let text = entry.to_string();
        (!seen.insert(entry)).then_some(Wrong::Repeated(text))
    })
}

/// What is wrong with a programme besides its name: its shares, a floor above its ceiling.
pub fn programme(programme: &Programme) -> Option<Wrong> {
    let over =
        |least: WanYuan, most: WanYuan| (least > most).then(|| Wrong::LeastAboveMost(least.plain(), most.plain()));
    let tags =
        programme.conditions.iter().filter_map(|it| if let Condition::Tags(tags) = it { Some(tags) } else { None });
    programme
        .most_of_investment
        .and_then(share)
        .or_else(|| over(programme.least?, programme.most?))
        .or_else(|| tags.flatten().find_map(|tag| short_text(tag)))
        .or_else(|| distinct(&programme.parks))
}

/// What is wrong with a grant.
pub fn grant(grant: &Grant) -> Option<Wrong> {
    long_text(&grant.reason)
}

/// What is wrong with an agreement: years, terms, a party that stands on both sides, shares that make more than the whole.
pub fn agreement(agreement: &Agreement) -> Option<Wrong> {
    let sides = [&agreement.originator, &agreement.host];
    let parties = sides.into_iter().chain(agreement.others.iter().map(|it| &it.unit));
    let taken = agreement.others.iter().fold(Factor::ZERO, |sum, it| sum.plus(it.share));
    year_of_fact(agreement.first_year)
        .or_else(|| windows(&agreement.terms))
        .or_else(|| distinct(parties))
        .or_else(|| share(taken))
}

/// What is wrong with a transfer: a unit that pays itself, years that end before they begin, no amount, no reason.
pub fn transfer(transfer: &Transfer) -> Option<Wrong> {
    let nothing = (transfer.amount == Yuan::ZERO).then(|| Wrong::OutOfRange("0".to_owned(), "0.01", "100000000000000"));
    distinct([&transfer.from, &transfer.to])
        .or_else(|| year_of_fact(transfer.first_year))
        .or_else(|| year_of_fact(transfer.last_year))
        .or_else(|| {
            let is_turned = transfer.last_year < transfer.first_year;
            is_turned.then_some(Wrong::YearsTurned(transfer.first_year, transfer.last_year))
        })
        .or(nothing)
        .or_else(|| transfer.reason.trim().is_empty().then_some(Wrong::EmptyText))
        .or_else(|| long_text(&transfer.reason))
}

/// What is wrong with a step in the life of a characteristic park.
pub fn step(step: &RecognitionStep) -> Option<Wrong> {
    let lacks = step.reason.trim().is_empty() || step.by.trim().is_empty();
    day_of_fact(step.on)
        .or_else(|| lacks.then_some(Wrong::EmptyText))
        .or_else(|| short_text(&step.by))
        .or_else(|| long_text(&step.reason))
}

/// What is wrong with yearly figures of a characteristic park.
pub fn characteristic_year(year: &CharacteristicYear) -> Option<Wrong> {
    let measures = year.figures.iter().map(|it| it.measure.id());
    year_of_fact(year.year).or_else(|| distinct(measures))
}
