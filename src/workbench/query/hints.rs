//! What could come next in a line of search? Conditions while a word begins, values after a colon.

use super::{Candidate, Field, Flag, NONE, NOT, districts, fold, industries, levels, parks, rules, statuses, token};
use crate::{
    i18n::phrase::{Lang, Phrase},
    model::scenario::Scenario,
};

/// Hints that are offered at most.
pub const MOST_HINTS: usize = 8;

/// A way to go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The whole line when it is taken.
    pub line: String,
    /// What is offered, such as `产业:`.
    pub words: String,
    /// What it means.
    pub note: String,
}

/// Ways to go on with `line`, in the language of the window; at most `MOST_HINTS`.
///
/// Nothing is offered after a space or within a quotation: the last word is whole then.
pub fn hints(line: &str, scenario: &Scenario, lang: Lang) -> Vec<Hint> {
    let start = last_word(line);
    let Some((before, word)) = start.and_then(|at| Some((line.get(..at)?, line.get(at..)?))) else {
        return Vec::new();
    };
    let folded = fold(word);
    let mut list = match folded.split_once(':') {
        None => conditions(before, &folded, lang),
        Some((head, value)) => match Field::read(head.strip_prefix(NOT.zh).unwrap_or(head)) {
            Some(field) => {
                // What was typed before the last comma stays.
                let mut typed = word.char_indices().filter(|(_, c)| matches!(c, ':' | '：' | ',' | '，' | '、' | '|'));
                let keep = typed.next_back().map_or(0, |(at, c)| at + c.len_utf8());
                let kept = word.get(..keep).unwrap_or_default();
                let part = value.rsplit([',', '、', '|']).next().unwrap_or_default();
                values(&format!("{before}{kept}"), field, part, scenario, lang)
            }
            None => Vec::new(),
        },
    };
    list.retain(|hint| hint.line.trim_end() != line);
    list.truncate(MOST_HINTS);
    list
}

/// Where the last word begins; `None` within a quotation.
fn last_word(line: &str) -> Option<usize> {
    let mut start = 0;
    let mut is_open = false;
    for (at, c) in line.char_indices() {
        if token::is_quote(c) {
            is_open = !is_open;
        } else if c.is_whitespace() && !is_open {
            start = at + c.len_utf8();
        }
    }
    (!is_open && start < line.len()).then_some(start)
}

fn conditions(before: &str, begin: &str, lang: Lang) -> Vec<Hint> {
    let begins = |word: Phrase| word.zh.starts_with(begin) || word.en.starts_with(begin);
    let fields = Field::ALL.into_iter().filter(|it| begins(it.word())).map(|field| {
        let words = format!("{}:", field.word().of(lang));
        Hint { line: format!("{before}{words}"), words, note: note(field).of(lang).to_owned() }
    });
    let plain = |word: Phrase, note: Phrase| {
        let words = word.of(lang).to_owned();
        Hint { line: format!("{before}{words} "), words, note: note.of(lang).to_owned() }
    };
    let flags = Flag::ALL.into_iter().filter(|it| begins(it.word())).map(|flag| plain(flag.word(), flag_note(flag)));
    let not = begins(NOT).then(|| plain(NOT, Phrase::new("排除后面的条件", "turns the next condition round")));
    fields.chain(flags).chain(not).collect()
}

const fn note(field: Field) -> Phrase {
    match field {
        Field::Industry => Phrase::new("细分领域", "sub-sector"),
        Field::District => Phrase::new("首报县区", "first reporter"),
        Field::Park => Phrase::new("所在园区", "where it is placed"),
        Field::Status => Phrase::new("登记进展", "register status"),
        Field::Violates => Phrase::new("突破的规则", "rule that it breaks"),
        Field::Level => Phrase::new("园区级别或规则层级", "of its park or finding"),
    }
}

const fn flag_note(flag: Flag) -> Phrase {
    match flag {
        Flag::Pinned => Phrase::new("本方案中钉住", "pinned in this plan"),
        Flag::Placed => Phrase::new("本方案中已布局", "placed in this plan"),
        Flag::Unplaced => Phrase::new("本方案中待布局", "to be placed"),
    }
}

fn values(before: &str, field: Field, part: &str, scenario: &Scenario, lang: Lang) -> Vec<Hint> {
    let none = match field {
        Field::Industry | Field::District | Field::Park | Field::Violates | Field::Level => Some(NONE),
        Field::Status => None,
    };
    let none = none.filter(|it| it.zh.starts_with(part) || it.en.starts_with(part)).map(|it| {
        let words = it.of(lang).to_owned();
        Hint { line: format!("{before}{words} "), words, note: String::new() }
    });
    let of = |names: Vec<(String, String)>| -> Vec<Hint> {
        let fits = names.into_iter().filter(|(id, name)| fold(id).contains(part) || fold(name).contains(part));
        fits.map(|(id, name)| {
            let has_space = name.chars().any(|c| c.is_whitespace() || matches!(c, ',' | '、' | '|' | ':' | '：'));
            let value = if name.is_empty() || name.chars().any(token::is_quote) {
                id.clone()
            } else if has_space {
                format!("\"{name}\"")
            } else {
                name.clone()
            };
            Hint { line: format!("{before}{value} "), words: name, note: id }
        })
        .collect()
    };
    let list = match field {
        Field::Industry => of(pairs(industries(scenario), lang)),
        Field::District => of(pairs(districts(scenario), lang)),
        Field::Park => of(pairs(parks(scenario), lang)),
        Field::Status => of(pairs(statuses(), lang)),
        Field::Violates => of(pairs(rules(scenario), lang)),
        Field::Level => of(pairs(levels(scenario), lang)),
    };
    list.into_iter().chain(none).collect()
}

/// Id and name of every candidate.
fn pairs<T>(candidates: Vec<Candidate<T>>, lang: Lang) -> Vec<(String, String)> {
    candidates.into_iter().map(|it| (it.id, it.name.of(lang).to_owned())).collect()
}
