//! Which unit or park is meant? Names as they are, in their short forms, or by the part that tells them apart.

use std::collections::BTreeMap;

use super::clean;
use crate::model::{
    id::{ParkId, UnitId},
    scenario::Scenario,
};

/// What a name was found to mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found<T> {
    /// One place, by one of its names.
    One(T),
    /// One place, by a part of its name or of the words.
    Loosely(T),
    /// Several places, by their Chinese names.
    Many(Vec<String>),
    /// None.
    None,
}

/// Long forms of what a zone is, and their short forms.
const FORMS: [(&str, &str); 9] = [
    ("高新技术产业开发区", "高新区"),
    ("高新技术产业园区", "高新区"),
    ("高新技术开发区", "高新区"),
    ("经济技术开发区", "经开区"),
    ("经济开发区", "经开区"),
    ("工业集中区", "工业园区"),
    ("工业园区", "工业园"),
    ("产业园区", "产业园"),
    ("管委会", ""),
];

/// What names of places end in; the part before it tells them apart.
const ENDINGS: [&str; 13] = [
    "高新区",
    "经开区",
    "工业园",
    "产业园",
    "开发区",
    "园区",
    "新区",
    "羌族自治县",
    "自治县",
    "自治州",
    "区",
    "县",
    "市",
];

/// Forms that many places have, and that name none.
const GENERIC: [&str; 7] = ["工业园", "产业园", "园区", "开发区", "新区", "区", "县"];

/// Names of one kind of place, by how closely they are meant.
#[derive(Debug)]
struct Index<T> {
    levels: [BTreeMap<String, Vec<T>>; 4],
    names: BTreeMap<T, String>,
}

/// All names of units and parks of a scenario.
#[derive(Debug)]
pub struct Places {
    prefixes: Vec<String>,
    units: Index<UnitId>,
    parks: Index<ParkId>,
    beneficiaries: BTreeMap<ParkId, UnitId>,
}

impl Places {
    /// The names of `scenario`.
    pub fn new(scenario: &Scenario) -> Self {
        let units: Vec<(UnitId, Vec<String>)> = scenario
            .units
            .iter()
            .map(|it| (it.id.clone(), vec![it.name.zh.clone(), it.name.en.clone(), it.id.to_string()]))
            .collect();
        let parks: Vec<(ParkId, Vec<String>)> = scenario
            .parks
            .iter()
            .map(|it| {
                let names = [&it.short_name.zh, &it.short_name.en, &it.name.zh, &it.name.en].map(String::clone);
                (it.id.clone(), names.into_iter().chain([it.id.to_string()]).collect())
            })
            .collect();
        let mut prefixes = shared_prefixes(scenario.units.iter().map(|it| it.name.zh.as_str()));
        prefixes.extend(shared_prefixes(scenario.parks.iter().map(|it| it.name.zh.as_str())));
        prefixes.sort();
        prefixes.dedup();
        let beneficiaries = scenario.parks.iter().filter_map(|it| Some((it.id.clone(), it.beneficiary_unit.clone()?)));
        Self {
            units: Index::new(&units, &prefixes),
            parks: Index::new(&parks, &prefixes),
            beneficiaries: beneficiaries.collect(),
            prefixes,
        }
    }

    /// The unit that `words` mean; a park stands for the unit that profits from it.
    pub fn unit(&self, words: &str) -> Found<UnitId> {
        match self.units.find(words, &self.prefixes) {
            Found::None => match self.parks.find(words, &self.prefixes) {
                Found::One(park) | Found::Loosely(park) => {
                    self.beneficiaries.get(&park).cloned().map_or(Found::None, Found::Loosely)
                }
                Found::Many(_) | Found::None => Found::None,
            },
            found @ (Found::One(_) | Found::Loosely(_) | Found::Many(_)) => found,
        }
    }

    /// The unit that `words` mean as a whole: no part of them is left over.
    pub fn unit_exactly(&self, words: &str) -> Option<UnitId> {
        match self.unit(words) {
            Found::One(unit) => Some(unit),
            Found::Loosely(_) | Found::Many(_) | Found::None => None,
        }
    }

    /// The park that `words` mean.
    pub fn park(&self, words: &str) -> Found<ParkId> {
        self.parks.find(words, &self.prefixes)
    }

    /// What names of this city begin with: those of the city and its province.
    pub fn prefixes(&self) -> &[String] {
        &self.prefixes
    }

    /// The Chinese name of a unit.
    pub fn unit_name(&self, unit: &UnitId) -> String {
        self.units.names.get(unit).cloned().unwrap_or_default()
    }

    /// The short Chinese name of a park.
    pub fn park_name(&self, park: &ParkId) -> String {
        self.parks.names.get(park).cloned().unwrap_or_default()
    }

    /// The short Chinese names of all parks.
    pub fn park_names(&self) -> Vec<String> {
        self.parks.names.values().cloned().collect()
    }
}

impl<T: Ord + Clone> Index<T> {
    fn new(places: &[(T, Vec<String>)], prefixes: &[String]) -> Self {
        let mut levels: [BTreeMap<String, Vec<T>>; 4] = Default::default();
        let mut add = |level: usize, form: String, id: &T| {
            if form.is_empty() {
                return;
            }
            if let Some(level) = levels.get_mut(level) {
                let ids: &mut Vec<T> = level.entry(form).or_default();
                if !ids.contains(id) {
                    ids.push(id.clone());
                }
            }
        };
        for (id, names) in places {
            for name in names {
                add(0, clean::letters(name), id);
                let [whole, without, bare] = forms(name, prefixes);
                add(1, whole, id);
                if !GENERIC.contains(&without.as_str()) {
                    add(2, without, id);
                }
                add(3, bare, id);
            }
        }
        let names = places.iter().map(|(id, names)| (id.clone(), names.first().cloned().unwrap_or_default())).collect();
        Self { levels, names }
    }

    fn find(&self, words: &str, prefixes: &[String]) -> Found<T> {
        let [whole, without, bare] = forms(words, prefixes);
        let asked = [clean::letters(words), whole.clone(), without.clone(), bare];
        for (level, form) in self.levels.iter().zip(&asked) {
            if let Some(found) = level.get(form) {
                return self.told(found, Found::One);
            }
        }
        // 涪城区经信局: what stands at the head of the words; the longest form wins.
        for form in [whole, without] {
            for level in &self.levels {
                let is_head = |(name, _): &(&String, &Vec<T>)| {
                    name.chars().count() >= 2 && form.len() > name.len() && form.starts_with(name.as_str())
                };
                let longest = level.iter().filter(is_head).max_by_key(|(name, _)| name.len());
                if let Some((_, found)) = longest {
                    return self.told(found, Found::Loosely);
                }
            }
        }
        Found::None
    }

    fn told(&self, found: &[T], one: fn(T) -> Found<T>) -> Found<T> {
        match found {
            [id] => one(id.clone()),
            ids => Found::Many(ids.iter().filter_map(|it| self.names.get(it).cloned()).collect()),
        }
    }
}

/// A name in short forms: whole, without what many names begin with, and the part that tells it apart.
fn forms(name: &str, prefixes: &[String]) -> [String; 3] {
    let mut whole = clean::letters(&without_brackets(&clean::folded(name)));
    for (long, short) in FORMS {
        whole = whole.replace(long, short);
    }
    let mut without = whole.as_str();
    while let Some(rest) = prefixes.iter().find_map(|it| without.strip_prefix(it.as_str())).filter(|it| !it.is_empty())
    {
        without = rest.strip_prefix(['省', '市']).filter(|it| !it.is_empty()).unwrap_or(rest);
    }
    let bare = ENDINGS.iter().find_map(|it| without.strip_suffix(it)).unwrap_or(without);
    let bare = if bare.chars().count() >= 2 { bare.to_owned() } else { String::new() };
    [whole.clone(), without.to_owned(), bare]
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut kept = String::new();
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}

/// What at least two of `names` begin with: the city or the province. Two letters of another script are no word.
fn shared_prefixes<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for name in names {
        let head: String = name.chars().take(2).take_while(|it| ('\u{4E00}'..='\u{9FFF}').contains(it)).collect();
        *counts.entry(head).or_default() += 1;
    }
    counts.into_iter().filter(|(head, count)| *count >= 2 && head.chars().count() == 2).map(|(head, _)| head).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places() -> Places {
        Places::new(&crate::intake::fixture::sample())
    }

    #[test]
    fn units_are_known_by_their_short_forms() {
        let places = places();
        for (words, id) in [
            ("涪城区", "fucheng-district"),
            ("游仙", "youxian-district"),
            ("北川县", "beichuan-county"),
            ("高新区", "gaoxin-zone"),
            ("绵阳高新区", "gaoxin-zone"),
            ("绵阳市高新区", "gaoxin-zone"),
            ("经开区", "jingkai-zone"),
            ("科技城新区", "xinqu-zone"),
            ("gaoxin-zone", "gaoxin-zone"),
            ("Fucheng District", "fucheng-district"),
        ] {
            assert_eq!(places.unit(words), Found::One(UnitId::new(id).unwrap()), "{words}");
        }
        for (words, id) in [("江油市经信局", "jiangyou-city"), ("gaoxin", "gaoxin-zone")] {
            assert_eq!(places.unit(words), Found::Loosely(UnitId::new(id).unwrap()), "{words}");
        }
        assert_eq!(places.unit("成都市"), Found::None);
    }

    #[test]
    fn parks_are_known_by_their_short_forms() {
        let places = places();
        for (words, id) in [
            ("绵阳高新技术产业开发区", "gaoxin"),
            ("高新区", "gaoxin"),
            ("安州高新区", "anzhou"),
            ("安州", "anzhou"),
            ("游仙高新技术产业园区", "youxian"),
            ("盐亭经济开发区", "yanting"),
            ("涪城", "fucheng"),
            ("三台工业园", "santai"),
        ] {
            assert_eq!(places.park(words), Found::One(ParkId::new(id).unwrap()), "{words}");
        }
        for none in ["工业园区", "待选", "区"] {
            assert_eq!(places.park(none), Found::None, "{none}");
        }
    }
}
