//! Is a wrong worked example noticed? One example of each rule in turn expects what does not come out.

use std::ffi::OsString;

use parkboard::{
    cli::{self, Request},
    io::ron,
    model::policy::ExpectedState,
};
use serde_json::Value;

use crate::fixture::{Folder, root};

#[test]
fn a_pack_with_one_wrong_example_fails_in_that_one() {
    let pack = ron::read_pack(&root().join("assets/packs/mianyang-2022.7.ron")).unwrap();
    let folder = Folder::new();
    for rule in &pack.rules {
        let (mut wrong, mut edited) = ((**rule).clone(), pack.clone());
        let example = wrong.examples.first_mut().unwrap();
        example.expect =
            if example.expect == ExpectedState::Broken { ExpectedState::Holds } else { ExpectedState::Broken };
        let title = example.title.en.clone();
        edited.rules.insert(wrong);
        let path = folder.file("edited.ron", ron::to_text(&edited).unwrap());
        let words =
            ["parkboard", "rules", "test", path.to_str().unwrap(), "--json", "--lang", "en"].map(OsString::from);
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let request = cli::run(words, &mut out, &mut err);
        assert!(matches!(request, Request::Exit(1)), "{}", rule.id);
        let answer: Value = serde_json::from_slice(&out).unwrap();
        assert_eq!(answer["failed"], 1, "{} {title:?}", rule.id);
        let failed: Vec<&Value> =
            answer["examples"].as_array().unwrap().iter().filter(|it| it["passed"] == false).collect();
        let expected: (Value, Value) = (rule.id.as_str().into(), title.as_str().into());
        assert_eq!(failed.iter().map(|it| (it["rule"].clone(), it["title"].clone())).collect::<Vec<_>>(), [expected]);
    }
}
