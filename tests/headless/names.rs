//! Does the program know any one city? Neither the cities of `saves/` nor their parks, reporting units and enterprises have
//! their names in the source.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use parkboard::{
    i18n::{self, phrase::Lang},
    model::{scenario::Scenario, text::Text},
};

use crate::fixture::{BERYOZOGORSK, CITIES, City, MIANYANG, root};

/// Ids of fewer letters are syllables of other words.
const SHORTEST_ID: usize = 5;

/// Names of fewer characters are parts of other words.
const SHORTEST_NAME: usize = 2;

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// `text` without comments and without what only tests see, and the modules of other files that only tests see.
fn program(text: &str) -> (String, Vec<String>) {
    let (mut kept, mut elsewhere) = (String::new(), Vec::new());
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.trim() == "#[cfg(test)]" {
            let item = lines.find(|it| !it.trim_start().starts_with("#[")).unwrap_or_default();
            let indent = item.len() - item.trim_start().len();
            if let Some(name) = item.trim().strip_suffix(';').and_then(|it| it.rsplit(' ').next()) {
                elsewhere.push(name.to_owned());
            } else if !item.trim_end().ends_with('}') {
                let end = format!("{}}}", " ".repeat(indent));
                lines.find(|it| it.trim_end() == end);
            }
        } else if !line.trim_start().starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    (kept, elsewhere)
}

/// The files of the program that tests alone do not account for, with their code; without those that take in the sample.
fn files() -> BTreeMap<PathBuf, String> {
    let mut paths = Vec::new();
    sources(&root().join("src"), &mut paths);
    let mut code = BTreeMap::new();
    let mut of_tests = BTreeSet::new();
    for path in paths {
        let (kept, elsewhere) = program(&fs::read_to_string(&path).unwrap());
        let stem = path.file_stem().unwrap();
        let is_root = stem == "mod" || stem == "lib" || stem == "main";
        let folder = if is_root { path.parent().unwrap().to_path_buf() } else { path.with_extension("") };
        of_tests.extend(elsewhere.iter().map(|name| folder.join(name)));
        if !kept.contains("include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/saves/") {
            code.insert(path, kept);
        }
    }
    code.retain(|path, _| !of_tests.iter().any(|it| path.with_extension("").starts_with(it)));
    assert!(code.len() > 200, "the source tree was not found: {}", code.len());
    code
}

/// What a scenario calls its parks, units and enterprises.
fn names(scenario: &Scenario) -> BTreeSet<String> {
    let (mut texts, mut ids): (Vec<&Text>, Vec<&str>) = (Vec::new(), Vec::new());
    for park in &scenario.parks {
        texts.extend([&park.name, &park.short_name]);
        ids.push(park.id.as_str());
    }
    for unit in &scenario.units {
        texts.push(&unit.name);
        ids.push(unit.id.as_str());
    }
    for enterprise in &scenario.enterprises {
        texts.push(&enterprise.name);
        ids.push(enterprise.id.as_str());
    }
    let names = texts.into_iter().flat_map(|it| [it.zh.clone(), it.en.clone()]);
    let names = names.filter(|it| it.chars().count() >= SHORTEST_NAME);
    let ids = ids.into_iter().filter(|it| it.len() >= SHORTEST_ID).map(str::to_owned);
    names.chain(ids).collect()
}

/// Whether `c` belongs to a word of plain letters.
fn is_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

/// Whether `name` stands in `code`; a name of plain letters only as words of its own.
fn stands_in(name: &str, code: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + name.len()..].chars().next();
        !name.is_ascii() || ![before, after].into_iter().flatten().any(is_part)
    })
}

/// The code of a file, ready to be asked for many names.
struct Code {
    file: PathBuf,
    text: String,
    /// Its words of plain letters: a name whose first word is not among them need not be looked for.
    words: BTreeSet<String>,
    /// Its lines with other letters: few.
    foreign: String,
}

impl Code {
    fn new(file: PathBuf, text: String) -> Self {
        let words = text.split(|c| !is_part(c)).map(str::to_owned).collect();
        let foreign = text.lines().filter(|it| !it.is_ascii()).collect::<Vec<_>>().join("\n");
        Self { file, text, words, foreign }
    }

    fn holds(&self, name: &str) -> bool {
        if !name.is_ascii() {
            return self.foreign.contains(name);
        }
        let first = name.split(|c| !is_part(c)).find(|it| !it.is_empty());
        first.is_some_and(|it| self.words.contains(it)) && stands_in(name, &self.text)
    }
}

/// The other file of `saves/` calls its parks by the rules that they break, in words of the program.
#[test]
fn the_program_knows_no_city() {
    let code: Vec<Code> = files().into_iter().map(|(file, text)| Code::new(file, text)).collect();
    let mut known = Vec::new();
    for city in CITIES {
        let mut names = names(&city.scenario());
        names.extend(city.names.map(str::to_owned));
        assert!(names.len() > 200, "{}: {} names", city.path().display(), names.len());
        for it in &code {
            let file = it.file.strip_prefix(root()).unwrap().display();
            known.extend(names.iter().filter(|name| it.holds(name)).map(|name| format!("{file}: {name}")));
        }
    }
    assert!(known.is_empty(), "{known:#?}");
}

#[test]
fn the_reader_leaves_out_comments_and_what_tests_see() {
    let code = |text: &str| Code::new(PathBuf::new(), text.to_owned());
    let text =
        "// town\nfn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() {\n    }\n}\n#[cfg(test)]\nmod more;\nfn c() {}\n";
    assert_eq!(program(text), ("fn a() {}\nfn c() {}\n".to_owned(), vec!["more".to_owned()]));
    assert!(code("the town.").holds("town") && !code("townhall").holds("town") && code("大城市").holds("城"));
    assert!(code("\"Old Town\"").holds("Old Town"));
}

/// What the parks of a city are called where room is short, by id.
fn brief_names(city: &City, lang: Lang) -> BTreeMap<String, String> {
    let parks = city.scenario().parks;
    parks.iter().map(|it| (it.id.to_string(), i18n::chart::brief_name(it, &parks, lang))).collect()
}

#[test]
fn brief_names_leave_out_what_the_first_park_shares_with_another_and_tell_parks_apart() {
    for city in CITIES {
        for lang in [Lang::Zh, Lang::En] {
            let names = brief_names(city, lang);
            let distinct: BTreeSet<&String> = names.values().collect();
            assert_eq!(distinct.len(), names.len(), "{names:?}");
        }
    }
    assert_eq!(brief_names(&MIANYANG, Lang::Zh)["gaoxin"], "高新");
    assert_eq!(brief_names(&MIANYANG, Lang::En)["gaoxin"], "High-tech");
    for lang in [Lang::Zh, Lang::En] {
        assert_eq!(brief_names(&BERYOZOGORSK, lang)["severnyak-park"], "Северняк", "letters are not cut to three");
    }
}
