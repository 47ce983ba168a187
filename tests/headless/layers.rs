//! Layers are promises: the import rule, and what may be used only in its home, read from the source tree.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The layers from the bottom up; a layer may use itself and what stands before it.
const LAYERS: [&str; 17] = [
    "chance",
    "model",
    "rules",
    "analysis",
    "suitability",
    "evaluate",
    "advise",
    "optimise",
    "intake",
    "io",
    "i18n",
    "look",
    "chart",
    "report",
    "workbench",
    "cli",
    "ui",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

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

/// Every source file with its layer (empty for `lib.rs` and `main.rs`) and its text without comments.
fn files() -> Vec<(PathBuf, String, String)> {
    let mut found = Vec::new();
    sources(&root().join("src"), &mut found);
    assert!(found.len() > 80, "the source tree was not found");
    let read = |path: PathBuf| {
        let inside = path.strip_prefix(root().join("src")).unwrap().to_path_buf();
        let first = inside.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
        let layer = first.strip_suffix(".rs").unwrap_or(&first).to_owned();
        let layer = if LAYERS.contains(&layer.as_str()) { layer } else { String::new() };
        let text = fs::read_to_string(&path).unwrap();
        let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        (inside, layer, code.join("\n"))
    };
    found.into_iter().map(read).collect()
}

/// The layers that `code` names after `crate::`, also inside braces.
fn named_layers(code: &str) -> Vec<String> {
    let mut named = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = code[at + "crate::".len()..].trim_start();
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 1;
            let mut word = String::new();
            let mut is_head = true;
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    _ => {}
                }
                let is_word = c.is_alphanumeric() || c == '_';
                if is_word && is_head {
                    word.push(c);
                } else if !is_word && depth <= 1 {
                    if !word.is_empty() {
                        named.push(std::mem::take(&mut word));
                    }
                    // After `::` the names belong to the head; a comma at the outer level begins the next one.
                    is_head = c == ',' || c == '\n' || (c == ' ' && is_head);
                } else if !is_word {
                    if !word.is_empty() {
                        named.push(std::mem::take(&mut word));
                    }
                    is_head = false;
                }
                if depth == 0 {
                    break;
                }
            }
        } else {
            named.push(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
    named.retain(|name| LAYERS.contains(&name.as_str()));
    named
}

#[test]
fn a_layer_uses_only_what_stands_before_it() {
    let place = |layer: &str| LAYERS.iter().position(|it| *it == layer);
    let mut uses = 0;
    for (path, layer, code) in files() {
        let Some(here) = place(&layer) else { continue };
        for named in named_layers(&code) {
            let there = place(&named).unwrap();
            assert!(there <= here, "{} is of `{layer}` and uses `{named}`", path.display());
            assert!(layer != "ui" || named != "cli", "{}: the faces never see each other", path.display());
            uses += usize::from(there < here);
        }
    }
    assert!(uses > 120, "only {uses} uses found: the reader of imports is broken");
}

#[test]
fn the_reader_of_imports_sees_groups_and_paths() {
    let code = "use crate::{\n    i18n::{self, words},\n    model::id::ParkId,\n    ui::cx::Cx,\n};\nlet x = crate::rules::judge();";
    assert_eq!(named_layers(code), ["i18n", "model", "ui", "rules"]);
}

#[test]
fn only_the_window_draws() {
    for (path, layer, code) in files() {
        let is_face = layer == "ui" || path == Path::new("main.rs") || path == Path::new("ui.rs");
        for toolkit in ["egui", "eframe", "egui_plot", "rfd", "winit"] {
            let names = code.contains(&format!("{toolkit}::")) || code.contains(&format!("use {toolkit}"));
            assert!(is_face || !names, "{} names {toolkit}", path.display());
        }
    }
}

#[test]
fn files_threads_clock_chance_and_hash_maps_stay_in_their_homes() {
    let homes: [(&[&str], &[&str]); 5] = [
        (&["std::fs", "fs::", "File::open"], &["io/"]),
        (&["thread::spawn"], &["workbench/jobs.rs", "ui/dialogs/path.rs"]),
        (&["Instant::now", "SystemTime"], &["workbench/clock.rs"]),
        (&["HashMap", "HashSet"], &[]),
        (&["Chance"], &["chance.rs", "suitability/methods/", "optimise/search.rs", "workbench/generate"]),
    ];
    for (path, _, code) in files() {
        let path = path.to_string_lossy().replace('\\', "/");
        for (names, allowed) in homes {
            let is_home = allowed.iter().any(|home| path.starts_with(home));
            for name in names {
                let found = code.lines().any(|line| line.contains(name) && !line.contains("offs::"));
                assert!(is_home || !found, "{path} uses {name}");
            }
        }
    }
}

/// The characters that a font can show, read from its `cmap` (formats 4 and 12).
fn glyphs(font: &[u8]) -> std::collections::BTreeSet<char> {
    let u16_at = |at: usize| u32::from(font[at]) << 8 | u32::from(font[at + 1]);
    let u32_at = |at: usize| u16_at(at) << 16 | u16_at(at + 2);
    let size = |number: u32| usize::try_from(number).unwrap();
    let tables = size(u16_at(4));
    let cmap =
        (0..tables).map(|n| 12 + n * 16).find(|at| &font[*at..*at + 4] == b"cmap").map(|at| size(u32_at(at + 8)));
    let cmap = cmap.unwrap();
    let mut shown = std::collections::BTreeSet::new();
    for n in 0..size(u16_at(cmap + 2)) {
        let table = cmap + size(u32_at(cmap + 4 + n * 8 + 4));
        match u16_at(table) {
            4 => {
                let half = size(u16_at(table + 6));
                for segment in (0..half).step_by(2) {
                    let (end, start) = (u16_at(table + 14 + segment), u16_at(table + 16 + half + segment));
                    shown.extend((start..=end).filter(|code| *code != 0xFFFF).filter_map(char::from_u32));
                }
            }
            12 => {
                for group in 0..size(u32_at(table + 12)) {
                    let at = table + 16 + group * 12;
                    shown.extend((u32_at(at)..=u32_at(at + 4)).filter_map(char::from_u32));
                }
            }
            _ => {}
        }
    }
    shown
}

#[test]
fn every_character_of_words_and_data_has_a_glyph_in_both_fonts() {
    let mut texts: Vec<(String, String)> = Vec::new();
    let folders = ["src/i18n", "src/workbench/generate", "saves", "assets/packs", "assets/backtest"];
    let mut paths: Vec<PathBuf> = folders.into_iter().map(|folder| root().join(folder)).collect();
    while let Some(path) = paths.pop() {
        if path.is_dir() {
            paths.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            texts.push((path.display().to_string(), fs::read_to_string(path).unwrap()));
        }
    }
    for font in ["NotoSansSC-Regular.otf", "NotoSansSC-Bold.otf"] {
        let shown = glyphs(&fs::read(root().join("assets/fonts").join(font)).unwrap());
        assert!(shown.len() > 7_000, "{font}: only {} characters were read", shown.len());
        for (name, text) in &texts {
            let missing: Vec<char> = text.chars().filter(|c| !c.is_control() && !shown.contains(c)).collect();
            assert!(missing.is_empty(), "{font} lacks {missing:?} of {name}");
        }
    }
}

/// The variants of a plain enum `name` in `code`, in their order.
fn variants(code: &str, name: &str) -> Option<Vec<String>> {
    let from = code.find(&format!("enum {name} {{"))?;
    let body = code[from..].split_once('{')?.1.split_once("\n}")?.0;
    let lines =
        body.lines().map(str::trim).filter(|it| !it.is_empty() && !it.starts_with("//") && !it.starts_with('#'));
    lines.map(|it| it.strip_suffix(',').map(str::to_owned)).collect()
}

#[test]
fn every_list_of_all_variants_has_all_variants() {
    let mut lists = 0;
    let mut wrong = Vec::new();
    for (path, _, _) in files() {
        let code = fs::read_to_string(root().join("src").join(&path)).unwrap();
        for (at, _) in code.match_indices("const ALL: [Self; ") {
            let before = &code[..at];
            let Some(owner) = before.rfind("\nimpl ").map(|it| &code[it + 6..]) else { continue };
            let owner: String = owner.chars().take_while(|c| c.is_alphanumeric()).collect();
            let Some(variants) = variants(&code, &owner) else { continue };
            let list = code[at..].split_once("];").unwrap().0;
            let listed = |it: &String| {
                list.split(|c: char| !(c.is_alphanumeric() || c == ':')).any(|w| w == format!("Self::{it}"))
            };
            lists += 1;
            for missing in variants.iter().filter(|it| !listed(it)) {
                wrong.push(format!("{}: {owner}::ALL lacks {missing}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{lists} lists: {wrong:#?}");
    assert!(lists > 20, "only {lists}");
}
