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
fn the_sample_embeds_the_default_pack() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let pack = ron::read_pack(&root.join("assets/packs/mianyang-2022.7.ron")).unwrap();
    for path in files("saves") {
        let scenario = ron::read_scenario(&path).unwrap();
        assert_eq!((&scenario.pack, &scenario.rules), (&pack.pack, &pack.rules), "{}", path.display());
    }
}
