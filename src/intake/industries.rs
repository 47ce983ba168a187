//! Which sub-sector do words mean? Names, codes and words of the trade become sub-sectors with a confidence.
//!
//! The cell of the sub-sector speaks first, then the name of the project, then what it builds. A broad word (a sector, a code
//! with several sub-sectors) only narrows the choice.

use std::collections::{BTreeMap, BTreeSet};

use super::{clean, note::Candidate};
use crate::model::{id::IndustryId, scenario::Scenario};

/// From here on a sub-sector is taken as told, in per cent.
pub const SURE: u8 = 80;
/// From here on a sub-sector is taken with its runner-up named, in per cent.
pub const LIKELY: u8 = 50;

/// Words of the trade: word, id of the sub-sector, how far it speaks for it in per cent.
const WORDS: &str = include_str!("../../assets/intake/industry-words.csv");

/// How far a part of a sub-sector's own name speaks for it, in per cent.
const OWN_NAME: u8 = 88;
/// How far a code of GB/T 4754 speaks for its only sub-sector, in per cent: four digits, three, two.
const CODES: [u8; 3] = [92, 84, 66];
/// What a sub-sector of a sector that is named has at least, in per cent.
const OF_SECTOR: u8 = 30;
/// What words of the content speak at most, in per cent: a plant is described by what it buys as well.
const OF_CONTENT: u8 = 74;
/// What words of the name speak at most where the cell says something else, in per cent.
const BESIDE_CELL: u8 = 60;
/// By how much the best must lead the next one, in per cent, before it counts in full.
const LEAD: u8 = 5;

/// What was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The best sub-sectors, best first; at most three.
    pub best: Vec<Candidate>,
    /// Whether the cell names the first one as the scenario does: by id, code or name.
    pub is_exact: bool,
}

/// A word that speaks for a sub-sector.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Voice {
    industry: usize,
    strength: u8,
}

/// The sub-sectors of a scenario by all that names them.
#[derive(Debug)]
pub struct Industries {
    ids: Vec<IndustryId>,
    exact: BTreeMap<String, usize>,
    words: BTreeMap<String, Vec<Voice>>,
    /// Lengths of words in characters, longest first.
    lengths: Vec<usize>,
    codes: Vec<(String, usize)>,
    sectors: BTreeMap<String, Vec<usize>>,
}

impl Industries {
    /// The sub-sectors of `scenario`.
    pub fn new(scenario: &Scenario) -> Self {
        let mut new = Self {
            ids: Vec::new(),
            exact: BTreeMap::new(),
            words: BTreeMap::new(),
            lengths: Vec::new(),
            codes: Vec::new(),
            sectors: BTreeMap::new(),
        };
        for (at, industry) in scenario.industries.iter().enumerate() {
            new.ids.push(industry.id.clone());
            for name in [industry.id.as_str(), &industry.code, &industry.name.zh, &industry.name.en] {
                new.exact.entry(clean::letters(name)).or_insert(at);
            }
            for part in parts(&industry.name.zh).chain(parts(&industry.name.en)) {
                new.speak(&part, Voice { industry: at, strength: OWN_NAME });
            }
            new.codes.extend(industry.gbt4754.iter().map(|code| (code.clone(), at)));
            for sector in [&industry.sector.zh, &industry.sector.en] {
                new.sectors.entry(clean::letters(sector)).or_default().push(at);
            }
        }
        new.exact.remove("");
        new.sectors.remove("");
        for (word, id, strength) in listed() {
            if let Some(at) = new.ids.iter().position(|it| it.as_str() == id) {
                new.speak(word, Voice { industry: at, strength });
            }
        }
        let lengths: BTreeSet<usize> = new.words.keys().map(|it| it.chars().count()).collect();
        new.lengths = lengths.into_iter().rev().collect();
        new
    }

    fn speak(&mut self, word: &str, voice: Voice) {
        let word = clean::letters(word);
        if word.chars().count() < 2 {
            return;
        }
        let voices = self.words.entry(word).or_default();
        match voices.iter_mut().find(|it| it.industry == voice.industry) {
            Some(there) => there.strength = there.strength.max(voice.strength),
            None => voices.push(voice),
        }
    }

    /// Whether there is such a sub-sector.
    pub fn has(&self, id: &IndustryId) -> bool {
        self.ids.binary_search(id).is_ok()
    }

    /// Whether `words` are the name of a sector or sub-sector.
    pub fn is_name(&self, words: &str) -> bool {
        let key = clean::letters(words);
        let bare = key.strip_suffix("产业").filter(|it| !it.is_empty()).unwrap_or(&key);
        [key.as_str(), bare].iter().any(|it| self.exact.contains_key(*it) || self.sectors.contains_key(*it))
    }

    /// The sub-sector that `cell`, the name of a project and its content mean.
    pub fn tell(&self, cell: &str, name: &str, content: &str) -> Told {
        let cell = clean::letters(cell);
        if let Some(found) = self.exact.get(&cell) {
            return Told { best: self.best(&[(*found, 100)].into()), is_exact: true };
        }
        let by_name = self.voices(&clean::letters(name));
        let by_content = capped(self.voices(&clean::letters(content)), OF_CONTENT);
        let context = joined(by_name, by_content);
        if cell.is_empty() {
            return Told { best: self.best(&settled(context)), is_exact: false };
        }
        let by_code = self.by_code(&cell);
        if let Some(codes) = &by_code
            && codes.values().any(|it| *it >= SURE)
        {
            return Told { best: self.best(codes), is_exact: false };
        }
        let by_word = settled(self.voices(&cell));
        if by_code.is_none() && by_word.values().any(|it| *it >= SURE) {
            let beside = capped(context, BESIDE_CELL);
            return Told { best: self.best(&joined(by_word, beside)), is_exact: false };
        }
        let broad = by_code.unwrap_or_else(|| self.of_sector(&cell));
        let narrowed = if broad.is_empty() { context } else { within(&broad, &context) };
        Told { best: self.best(&settled(joined(by_word, narrowed))), is_exact: false }
    }

    /// The best three, best first, ties by id.
    fn best(&self, voices: &BTreeMap<usize, u8>) -> Vec<Candidate> {
        let mut found: Vec<Candidate> = voices
            .iter()
            .filter_map(|(at, percent)| Some(Candidate { industry: self.ids.get(*at)?.clone(), percent: *percent }))
            .collect();
        found.sort_by(|a, b| b.percent.cmp(&a.percent).then_with(|| a.industry.cmp(&b.industry)));
        found.truncate(3);
        found
    }

    /// What words in `text` speak for, longer words before the shorter ones within them.
    fn voices(&self, text: &str) -> BTreeMap<usize, u8> {
        let letters: Vec<char> = text.chars().collect();
        let mut covered = vec![false; letters.len()];
        let mut found: BTreeMap<usize, u8> = BTreeMap::new();
        for length in &self.lengths {
            for (at, window) in letters.windows(*length).enumerate() {
                let span = covered.get_mut(at..at + length);
                let Some(span) = span.filter(|it| it.contains(&false)) else { continue };
                let word: String = window.iter().collect();
                let Some(voices) = self.words.get(&word).filter(|_| is_whole(&letters, at, *length)) else { continue };
                span.fill(true);
                for voice in voices {
                    let strength = if *length == letters.len() { voice.strength.max(OWN_NAME) } else { voice.strength };
                    let there = found.entry(voice.industry).or_default();
                    *there = (*there).max(strength);
                }
            }
        }
        found
    }

    /// The sub-sectors of a code of GB/T 4754 at the head of `cell`, such as `C3974`; `None` where there is no code.
    fn by_code(&self, cell: &str) -> Option<BTreeMap<usize, u8>> {
        let digits = cell.strip_prefix(|it: char| it.is_ascii_lowercase()).unwrap_or(cell);
        let length = digits.find(|it: char| !it.is_ascii_digit()).unwrap_or(digits.len());
        let code = digits.get(..length).filter(|it| (2..=4).contains(&it.len()))?;
        for (least, percent) in [4, 3, 2].into_iter().zip(CODES) {
            let Some(head) = code.get(..least) else { continue };
            let meant: BTreeSet<usize> = self
                .codes
                .iter()
                .filter(|(it, _)| it.starts_with(head) || head.starts_with(it))
                .map(|it| it.1)
                .collect();
            if !meant.is_empty() {
                let percent = if meant.len() == 1 { percent } else { OF_SECTOR };
                return Some(meant.into_iter().map(|at| (at, percent)).collect());
            }
        }
        None
    }

    /// The sub-sectors of the sector that `cell` names.
    fn of_sector(&self, cell: &str) -> BTreeMap<usize, u8> {
        let named = |sector: &str| cell == sector || (sector.chars().count() >= 2 && cell.contains(sector));
        let within = self.sectors.iter().filter(|(sector, _)| named(sector)).flat_map(|(_, industries)| industries);
        within.map(|at| (*at, OF_SECTOR)).collect()
    }
}

/// Whether a word of Latin letters stands alone: `led` is not meant by `oled`.
fn is_whole(letters: &[char], at: usize, length: usize) -> bool {
    let is_latin = |it: Option<&char>| it.is_some_and(char::is_ascii_alphanumeric);
    let before = at.checked_sub(1).and_then(|it| letters.get(it));
    let (first, last) = (letters.get(at), letters.get(at + length - 1));
    !(is_latin(first) && is_latin(before) || is_latin(last) && is_latin(letters.get(at + length)))
}

fn capped(voices: BTreeMap<usize, u8>, most: u8) -> BTreeMap<usize, u8> {
    voices.into_iter().map(|(at, percent)| (at, percent.min(most))).collect()
}

fn joined(one: BTreeMap<usize, u8>, other: BTreeMap<usize, u8>) -> BTreeMap<usize, u8> {
    let mut all = one;
    for (at, percent) in other {
        let there = all.entry(at).or_default();
        *there = (*there).max(percent);
    }
    all
}

/// The voices of `context` for what `broad` allows; what it does not allow is worth half.
fn within(broad: &BTreeMap<usize, u8>, context: &BTreeMap<usize, u8>) -> BTreeMap<usize, u8> {
    let halved = context.iter().filter(|(at, _)| !broad.contains_key(at)).map(|(at, percent)| (*at, percent / 2));
    let kept = broad.iter().map(|(at, least)| (*at, context.get(at).copied().unwrap_or(0).max(*least)));
    kept.chain(halved).collect()
}

/// Takes away from the best what the next one comes near: two voices that are about as loud settle nothing.
fn settled(mut voices: BTreeMap<usize, u8>) -> BTreeMap<usize, u8> {
    let mut order: Vec<u8> = voices.values().copied().collect();
    order.sort_unstable_by(|a, b| b.cmp(a));
    let (Some(best), Some(next)) = (order.first(), order.get(1)) else { return voices };
    if best - next < LEAD {
        let most = if best == next { LIKELY + 8 } else { SURE - 6 };
        for percent in voices.values_mut() {
            *percent = if *percent == *best { most.min(*best) } else { (*percent).min(most - 1) };
        }
    }
    voices
}

/// The parts of a name between marks and joining words.
fn parts(name: &str) -> impl Iterator<Item = String> {
    let folded = clean::folded(name);
    let joins = [" and ", "与", "及", "等", "(", ")", ",", "/", ";"];
    let marked = joins.into_iter().fold(folded, |text, join| text.replace(join, "|"));
    let parts: Vec<String> = marked.split('|').map(|it| it.trim().to_owned()).collect();
    // A short Latin word such as `test` or `panels` tells nothing by itself.
    parts
        .into_iter()
        .filter(|it| !it.is_empty() && (!it.is_ascii() || it.contains(' ')) && !BROAD.contains(&it.as_str()))
}

/// Parts of names that say too little by themselves.
const BROAD: [&str; 8] = ["面板", "模组", "面板模组", "背光", "服务", "循环再制造", "绿色载能材料", "鞋"];

/// The listed words; a line that is none is left out, which a test forbids.
fn listed() -> impl Iterator<Item = (&'static str, &'static str, u8)> {
    WORDS.lines().skip(1).filter_map(|line| {
        let mut cells = line.split(',');
        Some((cells.next()?, cells.next()?, cells.next()?.parse().ok()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::fixture::sample;

    /// The best sub-sector with its confidence.
    fn told(industries: &Industries, cell: &str, name: &str) -> (String, u8) {
        let told = industries.tell(cell, name, "");
        told.best.first().map_or((String::new(), 0), |it| (it.industry.to_string(), it.percent))
    }

    #[test]
    fn the_list_of_words_is_whole() {
        let scenario = sample();
        let industries = Industries::new(&scenario);
        assert_eq!(listed().count(), WORDS.lines().count() - 1);
        for (word, id, strength) in listed() {
            assert!(industries.ids.iter().any(|it| it.as_str() == id), "{word}: {id}");
            assert!((50..=95).contains(&strength), "{word}");
        }
        for industry in &scenario.industries {
            assert_eq!(told(&industries, &industry.name.zh, ""), (industry.id.to_string(), 100));
            assert_eq!(told(&industries, &industry.code, ""), (industry.id.to_string(), 100));
        }
    }

    #[test]
    fn words_and_codes_mean_sub_sectors() {
        let scenario = sample();
        let industries = Industries::new(&scenario);
        for (cell, name, id, least) in [
            ("柔性屏", "", "oled-display", 80),
            ("锂电正极", "", "battery-materials", 80),
            ("数控机床", "", "robots-equipment", 80),
            ("PCB", "", "printed-circuit-boards", 80),
            ("3982", "", "printed-circuit-boards", 80),
            ("C3982 电子电路制造", "", "printed-circuit-boards", 80),
            ("C3974显示器件制造", "柔性AMOLED模组", "oled-display", 80),
            ("电子信息", "高速背板连接器项目", "electronic-components", 80),
            ("", "川味预制菜中央工厂", "food", 80),
        ] {
            let (found, percent) = told(&industries, cell, name);
            assert!(found == id && percent >= least, "{cell} {name}: {found} {percent}");
        }
        for (cell, name) in [("电子信息", "新项目"), ("C39", ""), ("其他", "产业园"), ("", "")] {
            let (found, percent) = told(&industries, cell, name);
            assert!(percent < LIKELY, "{cell} {name}: {found} {percent}");
        }
    }

    /// The list of words was compiled with these names in view: this guards what is there, it does not measure new names.
    #[test]
    fn names_of_real_projects_are_told_well() {
        let scenario = sample();
        let industries = Industries::new(&scenario);
        let (mut all, mut right, mut refused, mut wrong_and_sure) = (0, 0, 0, Vec::new());
        let cases = include_str!("../../assets/backtest/cases.csv");
        let mut reader = csv::Reader::from_reader(cases.as_bytes());
        let mut judge = |name: &str, truth: &str| {
            let (found, percent) = told(&industries, "", name);
            all += 1;
            right += usize::from(found == truth && percent >= LIKELY);
            refused += usize::from(percent < LIKELY);
            if found != truth && percent >= SURE {
                wrong_and_sure.push(format!("{name}: {found} {percent}, not {truth}"));
            }
        };
        for row in reader.records() {
            let row = row.unwrap();
            judge(&row[1], &row[5]);
        }
        for project in &scenario.projects {
            judge(&project.name.zh, project.industry.as_str());
        }
        assert_eq!(all, 74);
        assert!(right * 100 >= all * 80, "{right} of {all}");
        assert!(wrong_and_sure.is_empty(), "{wrong_and_sure:#?}");
        assert!(refused * 100 <= all * 18, "{refused} of {all}");
    }
}
