//! Every file in `saves/` and `assets/packs/` reads, and stands there in canonical form.
//!
//! `PARKBOARD_REWRITE=1` writes the canonical form instead of comparing with it.

use std::{fs, path::PathBuf};

use parkboard::io::ron;

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

fn is_canonical(path: &PathBuf, text: &str) {
    if std::env::var_os("PARKBOARD_REWRITE").is_some() {
        fs::write(path, text).unwrap();
    }
    assert_eq!(fs::read_to_string(path).unwrap(), text, "{} is not in canonical form", path.display());
}

#[test]
fn every_scenario_reads_and_is_canonical() {
    for path in files("saves") {
        let scenario = ron::read_scenario(&path).unwrap();
        is_canonical(&path, &ron::to_text(&scenario).unwrap());
    }
}

#[test]
fn every_pack_reads_and_is_canonical() {
    for path in files("assets/packs") {
        let pack = ron::read_pack(&path).unwrap();
        is_canonical(&path, &ron::to_text(&pack).unwrap());
    }
}

#[test]
fn a_scenario_with_the_id_of_the_default_pack_embeds_all_of_it() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let pack = ron::read_pack(&root.join("assets/packs/mianyang-2022.7.ron")).unwrap();
    let mut others = 0;
    for path in files("saves") {
        let scenario = ron::read_scenario(&path).unwrap();
        if scenario.pack.id == pack.pack.id {
            assert_eq!((&scenario.pack, &scenario.rules), (&pack.pack, &pack.rules), "{}", path.display());
        } else {
            others += 1;
            let shared = scenario.rules.iter().filter(|rule| pack.rules.contains(&rule.id)).count();
            assert_eq!(shared, 0, "{}: a rule of another pack has an id of its own", path.display());
        }
    }
    assert_eq!(others, 1, "the other city has rules of its own");
}

/// Its caps, its modes and its limits are not those of the default pack, so its examples are judged here.
#[test]
fn the_examples_of_every_embedded_pack_come_out() {
    for path in files("saves") {
        let (code, out, err) = crate::fixture::run(&["rules", "test", path.to_str().unwrap()]);
        assert_eq!(code, 0, "{}: {out}{err}", path.display());
    }
}

#[test]
fn every_city_can_be_approved_but_for_what_waits_for_a_datum() {
    for city in crate::fixture::CITIES {
        let (code, out, err) = crate::fixture::run(&["check", city.path().to_str().unwrap()]);
        assert_eq!(code, 0, "{out}{err}");
    }
}
