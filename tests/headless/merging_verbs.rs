//! Do `diff` and `merge` say what other programs rely on? On three small files, on the sample, and as the merge driver of a real
//! repository of git.

use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

use parkboard::{
    io::ron,
    model::{
        difference::Difference,
        edit::{Edit, apply},
        scenario::Scenario,
        text::Text,
    },
};
use serde_json::Value;

use crate::fixture::{Build, Folder, mu, park_id, plan_id, project_id, root, run, sample, sample_path};

/// The path of a scenario of the folder `merging`.
fn file(name: &str) -> String {
    root().join(format!("tests/headless/merging/{name}.ron")).to_str().unwrap().to_owned()
}

fn written(folder: &Folder, name: &str, scenario: &Scenario) -> String {
    folder.file(name, ron::to_text(scenario).unwrap()).to_str().unwrap().to_owned()
}

fn path(folder: &Folder, name: &str) -> String {
    folder.path(name).to_str().unwrap().to_owned()
}

fn base() -> Scenario {
    ron::read_scenario(Path::new(&file("base"))).unwrap()
}

fn placing(scenario: &Scenario, project: &str, park: &str) -> Scenario {
    let mut scenario = scenario.clone();
    let edit = Edit::Place { plan: plan_id("A"), project: project_id(project), park: park_id(park), premises: None };
    apply(&mut scenario, &edit).unwrap();
    scenario
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn nothing_differs_from_itself_whatever_the_order_of_its_records() {
    let sample = sample_path();
    let sample = sample.to_str().unwrap();
    let (code, out, err) = run(&["diff", sample, sample]);
    assert_eq!((code, out.as_str(), err.as_str()), (0, "两个情景没有差别\n", ""));
    let (code, out, _) = run(&["diff", sample, sample, "--json"]);
    assert_eq!((code, json(&out)), (0, serde_json::json!({"same": true, "document": [], "tables": {}})));
    let folder = Folder::new();
    let text = std::fs::read_to_string(file("ours")).unwrap();
    let mut lines: Vec<&str> = text.lines().collect();
    let at = lines.iter().position(|it| it.starts_with("    (plan: \"A\", project: \"P1\"")).unwrap();
    lines.swap(at, at + 1);
    let turned = folder.file("turned.ron", lines.join("\n"));
    assert_eq!(run(&["diff", &file("ours"), turned.to_str().unwrap()]).0, 0);
}

#[test]
fn a_difference_is_told_by_table_with_names_and_in_machine_form() {
    let (code, out, err) = run(&["diff", &file("base"), &file("ours"), "--lang", "en"]);
    assert_eq!((code, err.as_str()), (1, ""));
    assert_eq!(
        out,
        "Placements\n  [added] plan A A name · P1 P1: unplaced → East\n  [added] plan A A name · P3 P3: unplaced → West\n"
    );
    let (_, out, _) = run(&["diff", &file("ours"), &file("theirs")]);
    for line in
        ["  [增] 方案 A A（名） · P2 激光切割机：待布局 → 城东", "  [删] 方案 A A（名） · P3 户外服装：城西 → 待布局"]
    {
        assert!(out.lines().any(|it| it == line), "{line} is not in\n{out}");
    }
    let folder = Folder::new();
    let mut after = placing(&base(), "P5", "east");
    after.title = Text::new("新标题", "");
    after.set_park("west", |it| it.capacities.net_land = Some(mu("812.5")));
    let after = written(&folder, "after.ron", &after);
    let (code, out, _) = run(&["diff", &file("base"), &after]);
    assert_eq!(code, 1);
    for line in [
        "  [改] 标题 三河市园区布局 → 新标题",
        "  [改] 城西：可供净地 900 → 812.5",
        "  [改] 方案 A A（名） · P5 激光器件：城西 → 城东",
    ] {
        assert!(out.lines().any(|it| it == line), "{line} is not in\n{out}");
    }
    let (_, out, _) = run(&["diff", &file("base"), &after, "--json"]);
    let answer = json(&out);
    assert_eq!(answer["same"], false);
    assert_eq!(answer["document"][0]["field"], "title");
    assert_eq!(answer["tables"]["parks"]["changed"][0]["key"], "west");
    let field = &answer["tables"]["parks"]["changed"][0]["fields"][0];
    assert_eq!(*field, serde_json::json!({"field": "capacities.net_land", "before": "900", "after": "812.5"}));
    let fields = answer["tables"]["placements"]["changed"][0]["fields"].as_array().unwrap();
    assert_eq!(fields.iter().map(|it| it["field"].as_str().unwrap()).collect::<Vec<_>>(), ["park", "seq"]);
    // Of one plan: neither the title nor the base data.
    let (code, out, _) = run(&["diff", &file("base"), &after, "--plan", "A", "--json"]);
    let answer = json(&out);
    assert_eq!((code, answer["document"].as_array().unwrap().len()), (1, 0));
    assert_eq!(answer["tables"].as_object().unwrap().keys().collect::<Vec<_>>(), ["placements"]);
    assert_eq!(run(&["diff", &file("base"), &after, "--plan", "Z"]).0, 2);
    assert_eq!(run(&["diff", &file("base"), "missing.ron"]).0, 2);
}

#[test]
fn what_breaks_only_together_is_written_and_told() {
    let folder = Folder::new();
    let out_path = path(&folder, "out.ron");
    let arguments = ["merge", &file("base"), &file("ours"), &file("theirs"), "--out", &out_path];
    let (code, out, err) = run(&arguments);
    assert_eq!((code, out.as_str()), (1, "项目布局 增 2\n没有冲突\n"));
    let lines: Vec<&str> = err.lines().collect();
    assert_eq!(lines.len(), 2, "{err}");
    assert!(lines[1].starts_with("[各自合规，合并后违规] 方案 A · 用地 · 城东："), "{err}");
    assert!(lines[1].contains("激光雷达") && lines[1].contains("激光切割机"), "{err}");
    let merged = ron::read_scenario(Path::new(&out_path)).unwrap();
    assert_eq!(merged.placements.len(), 5);
    // The file is there now.
    let (code, _, err) = run(&arguments);
    assert!(code == 2 && err.contains("--force"), "{err}");
    let (code, out, err) = run(&[&arguments[..], &["--force", "--json"]].concat());
    assert_eq!((code, err.as_str()), (1, ""));
    let answer = json(&out);
    assert_eq!((&answer["written"], &answer["conflicts"]), (&Value::Bool(true), &serde_json::json!([])));
    let together = answer["only_together"].as_array().unwrap();
    assert_eq!(together.len(), 2);
    assert_eq!(together[1]["finding"]["rule"], "land");
    assert_eq!(together[1]["theirs"], serde_json::json!([{"table": "placements", "key": "A/P2"}]));
    assert_eq!(answer["tables"]["placements"]["added"], serde_json::json!(["A/P2", "A/P4"]));
}

#[test]
fn a_conflict_writes_nothing_unless_somebody_is_preferred() {
    let folder = Folder::new();
    let ours = written(&folder, "ours.ron", &placing(&base(), "P1", "east"));
    let theirs = written(&folder, "theirs.ron", &placing(&base(), "P1", "west"));
    let out_path = path(&folder, "out.ron");
    let arguments = ["merge", &file("base"), &ours, &theirs, "--out", &out_path];
    let (code, _, err) = run(&arguments);
    assert_eq!(code, 1);
    assert!(!folder.path("out.ron").exists());
    for word in ["[冲突] 项目布局 · 方案 A A（名） · P1 激光雷达 · 园区", "我方 城东", "对方 城西", "--prefer"]
    {
        assert!(err.contains(word), "{word} is not in\n{err}");
    }
    let (_, out, _) = run(&[&arguments[..], &["--json"]].concat());
    let answer = json(&out);
    assert_eq!(answer["written"], false);
    let conflict = &answer["conflicts"][0];
    for (key, value) in [
        ("table", "placements"),
        ("key", "A/P1"),
        ("field", "park"),
        ("why", "changed"),
        ("ours", "\"east\""),
        ("theirs", "\"west\""),
        ("taken", "ours"),
    ] {
        assert_eq!(conflict[key], value, "{key}");
    }
    assert_eq!(conflict["base"], Value::Null);
    for (prefer, expected) in [("ours", &ours), ("theirs", &theirs)] {
        let (code, _, _) = run(&[&arguments[..], &["--force", "--prefer", prefer]].concat());
        assert_eq!(code, 0, "{prefer}");
        assert_eq!(run(&["diff", &out_path, expected]).0, 0, "{prefer}");
    }
    assert_eq!(run(&["merge", "missing.ron", &ours, &theirs, "--out", &out_path, "--force"]).0, 2);
}

#[test]
fn an_empty_base_means_that_both_have_added_the_file() {
    let folder = Folder::new();
    let empty = folder.file("empty", "");
    let empty = empty.to_str().unwrap();
    let out_path = path(&folder, "out.ron");
    let (code, _, err) =
        run(&["merge", empty, &file("ours"), &file("theirs"), "--out", &out_path, "--prefer", "ours", "--lang", "en"]);
    assert!(code == 1 && err.contains("Each side is legal, together they are not"), "{err}");
    let merged = ron::read_scenario(Path::new(&out_path)).unwrap();
    assert_eq!(merged.placements.len(), 5);
}

/// A repository of git whose scenarios are merged by the program.
struct Repository {
    folder: Folder,
}

impl Repository {
    fn new() -> Self {
        let repository = Self { folder: Folder::new() };
        let program = env!("CARGO_BIN_EXE_parkboard");
        repository.git(&["init", "--quiet", "--initial-branch=main"]);
        let driver = format!("'{program}' merge %O %A %B --out %A --force");
        for (key, value) in
            [("user.name", "planner"), ("user.email", "planner@example.invalid"), ("merge.parkboard.driver", &driver)]
        {
            repository.git(&["config", key, value]);
        }
        repository.folder.file(".gitattributes", "*.ron merge=parkboard\n");
        repository
    }

    fn path(&self) -> PathBuf {
        self.folder.path("")
    }

    fn try_git(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new("git");
        command.args(arguments).current_dir(self.path());
        // Neither what the machine is set up to do, nor a repository around this one.
        command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1").env_remove("GIT_DIR");
        command.output().unwrap()
    }

    fn git(&self, arguments: &[&str]) -> Output {
        let output = self.try_git(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        output
    }

    fn commit(&self, scenario: &Scenario) {
        self.folder.file("city.ron", ron::to_text(scenario).unwrap());
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", "work"]);
    }

    fn read(&self) -> Scenario {
        ron::read_scenario(&self.folder.path("city.ron")).unwrap()
    }
}

/// Two branches: `main` holds `ours`, `other` holds `theirs`, from `base`; nothing before where there is none.
fn branches(base: Option<&Scenario>, ours: &Scenario, theirs: &Scenario) -> Repository {
    let repository = Repository::new();
    match base {
        Some(base) => repository.commit(base),
        None => {
            repository.git(&["add", "--all"]);
            repository.git(&["commit", "--quiet", "--message", "nothing yet"]);
        }
    }
    repository.git(&["switch", "--quiet", "--create", "other"]);
    repository.commit(theirs);
    repository.git(&["switch", "--quiet", "main"]);
    repository.commit(ours);
    repository
}

#[test]
fn git_merges_what_conflicts_in_its_text_only() {
    let base = sample();
    let place = |scenario: &Scenario, project: &str, park: &str| placing(scenario, project, park);
    // Neighbouring lines, and the same numbers of moves: without the driver git gives up.
    let (ours, theirs) = (place(&base, "T04", "anzhou"), place(&base, "T03", "gaoxin"));
    let plain = branches(Some(&base), &ours, &theirs);
    plain.git(&["config", "--unset", "merge.parkboard.driver"]);
    assert!(!plain.try_git(&["merge", "--quiet", "--no-edit", "other"]).status.success());
    let repository = branches(Some(&base), &ours, &theirs);
    repository.git(&["merge", "--quiet", "--no-edit", "other"]);
    let merged = repository.read();
    assert_eq!(merged.placements.len(), base.placements.len() + 2);
    assert_eq!(Difference::between(&base, &merged).tables.len(), 1);
    let status = repository.git(&["status", "--porcelain"]);
    assert_eq!(String::from_utf8_lossy(&status.stdout), "");
}

#[test]
fn git_is_told_of_a_conflict_and_the_file_stays() {
    let base = base();
    let (ours, theirs) = (placing(&base, "P1", "east"), placing(&base, "P1", "west"));
    let repository = branches(Some(&base), &ours, &theirs);
    let output = repository.try_git(&["merge", "--no-edit", "other"]);
    assert!(!output.status.success());
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("P1 激光雷达 · 园区"), "{told}");
    assert!(repository.read() == ours);
    let status = repository.git(&["status", "--porcelain"]);
    assert_eq!(String::from_utf8_lossy(&status.stdout), "UU city.ron\n");
}

#[test]
fn git_gives_an_empty_base_where_both_have_added_the_file() {
    let ours = ron::read_scenario(Path::new(&file("base"))).unwrap();
    let theirs = placing(&ours, "P1", "east");
    let repository = branches(None, &ours, &theirs);
    repository.git(&["merge", "--quiet", "--no-edit", "other"]);
    assert!(repository.read() == theirs);
}

#[test]
fn help_tells_how_git_is_set_up() {
    let (code, out, _) = run(&["merge", "--help"]);
    assert_eq!(code, 0);
    for word in ["git config merge.parkboard.driver \"parkboard merge %O %A %B --out %A --force\"", ".gitattributes"] {
        assert!(out.contains(word), "{word} is not in\n{out}");
    }
}
