//! Does saving keep what was there until the new file is whole? Links, modes, refusals, kills at random moments, and a
//! fault in every system call on the way.

use std::{
    env,
    fs::{self, Permissions},
    io::ErrorKind,
    os::unix::fs::{MetadataExt, PermissionsExt, symlink},
    path::Path,
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use parkboard::{
    i18n,
    io::{
        problem::{Cause, FileProblem},
        ron, save,
    },
    model::{scenario::Scenario, text::Text},
};

use crate::{
    fixture::{Chance, Folder, city, is_link, root, sample, sample_path},
    random::random_city,
};

/// Names the file that the child processes of these tests save to; what they save stands beside it.
const TARGET: &str = "PARKBOARD_TEST_SAVE_TARGET";

/// Two scenarios of different length, between which a save goes to and fro.
fn two_versions() -> [Scenario; 2] {
    let short = city();
    let mut long = sample();
    long.title = Text::new("另一稿", "Another draft");
    [short, long]
}

/// The texts of the two versions, which are put beside `target` for a child to save; both load.
fn texts(target: &Path) -> [String; 2] {
    let texts = two_versions().map(|it| ron::to_text(&it).unwrap());
    for (ending, text) in ["old", "new"].iter().zip(&texts) {
        fs::write(target.with_extension(ending), text).unwrap();
        assert!(ron::scenario_from_text(target, text).is_ok());
    }
    texts
}

#[test]
fn what_is_saved_is_read_back_to_the_byte() {
    let folder = Folder::new();
    let mut chance = Chance::new(3);
    let mut scenarios: Vec<Scenario> = (0..25).map(|_| random_city(&mut chance)).collect();
    scenarios.extend(two_versions());
    scenarios.push(ron::read_scenario(&root().join("saves/rule-breaches.ron")).unwrap());
    let path = folder.path("saved.ron");
    for scenario in scenarios {
        save::save_scenario(&scenario, &path).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), ron::to_text(&scenario).unwrap());
        assert_eq!(ron::read_scenario(&path).unwrap(), scenario);
    }
    assert_eq!(folder.names(), ["saved.ron"], "nothing is left beside the file");
}

#[test]
fn the_sample_saved_is_the_sample() {
    let folder = Folder::new();
    let path = folder.path("示例 副本.ron");
    save::save_scenario(&sample(), &path).unwrap();
    assert_eq!(fs::read(&path).unwrap(), fs::read(sample_path()).unwrap());
}

#[test]
fn a_link_stays_a_link_and_its_target_changes() {
    let folder = Folder::new();
    let other = Folder::new();
    let target = other.file("target.ron", "old");
    let link = folder.path("link.ron");
    let link_to_link = folder.path("second.ron");
    symlink(&target, &link).unwrap();
    symlink("link.ron", &link_to_link).unwrap();
    for path in [&link, &link_to_link] {
        fs::write(&target, "old").unwrap();
        save::save_scenario(&sample(), path).unwrap();
        assert!(is_link(&link) && is_link(&link_to_link));
        assert!(!is_link(&target));
        assert_eq!(ron::read_scenario(&target).unwrap(), sample());
    }
    assert_eq!((folder.names().len(), other.names().len()), (2, 1), "nothing is left beside link or target");
}

#[test]
fn a_link_to_a_file_that_is_not_there_yet_stays_a_link() {
    let folder = Folder::new();
    let other = Folder::new();
    let (target, link) = (other.path("target.ron"), folder.path("link.ron"));
    symlink(&target, &link).unwrap();
    save::save_scenario(&sample(), &link).unwrap();
    assert!(is_link(&link));
    assert_eq!(ron::read_scenario(&target).unwrap(), sample());
    let circle = folder.path("circle.ron");
    symlink("circle.ron", &circle).unwrap();
    let told = save::save_scenario(&sample(), &circle).unwrap_err();
    assert!(matches!(told.cause, Cause::Unwritable(_)), "{told:?}");
    assert!(is_link(&circle));
}

#[test]
fn the_mode_of_a_file_is_kept() {
    let folder = Folder::new();
    for mode in [0o600, 0o640, 0o664, 0o444] {
        let path = folder.file("moded.ron", "old");
        fs::set_permissions(&path, Permissions::from_mode(mode)).unwrap();
        save::save_scenario(&sample(), &path).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o7777, mode, "{mode:o}");
        fs::remove_file(&path).unwrap();
    }
}

/// Asserts that `told` is `cause` about `path`, told in both languages with a cure.
fn is_told(told: &FileProblem, path: &Path, cause: Cause) {
    assert_eq!(told, &FileProblem::new(path, cause));
    let sentence = i18n::problem::sentence(told);
    assert!(sentence.zh.contains('；') && sentence.en.contains(';'), "{sentence:?}");
}

#[test]
fn a_save_that_cannot_be_names_the_cause_and_leaves_everything() {
    let folder = Folder::new();
    let refused = |path: &Path| save::save_scenario(&sample(), path).unwrap_err();
    let nowhere = folder.path("nowhere").join("saved.ron");
    is_told(&refused(&nowhere), &nowhere, Cause::Unwritable(ErrorKind::NotFound));
    let inside = folder.path("inside");
    fs::create_dir(&inside).unwrap();
    is_told(&refused(&inside), &inside, Cause::NotAFile(".ron"));
    let below = folder.file("plain", "old").join("saved.ron");
    is_told(&refused(&below), &below, Cause::Unwritable(ErrorKind::NotADirectory));
    let null = Path::new("/dev/null");
    is_told(&refused(null), null, Cause::NotAFile(".ron"));
    let long = folder.path(&format!("{}.ron", "n".repeat(300)));
    is_told(&refused(&long), &long, Cause::Unwritable(ErrorKind::InvalidFilename));
    assert_eq!(folder.names(), ["inside", "plain"]);
    assert_eq!(fs::read_to_string(folder.path("plain")).unwrap(), "old");
    assert!(fs::metadata("/dev/null").unwrap().file_type() != fs::metadata(&inside).unwrap().file_type());
}

#[test]
fn what_would_not_be_read_back_is_not_written() {
    let folder = Folder::new();
    let path = folder.file("kept.ron", "old");
    let mut hidden = sample();
    hidden.title = Text::new("标题\u{202e}", "");
    let told = save::save_scenario(&hidden, &path).unwrap_err();
    is_told(&told, &path, Cause::Unfaithful);
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    assert_eq!(folder.names(), ["kept.ron"]);
}

/// Not a test by itself: the child of the next one, which saves to and fro until it is killed.
#[test]
fn save_loop() {
    let Some(target) = env::var_os(TARGET) else { return };
    let target = Path::new(&target);
    let texts = ["old", "new"].map(|ending| fs::read(target.with_extension(ending)).unwrap());
    for text in texts.iter().cycle() {
        save::replace(target, text).unwrap();
    }
}

/// Not a test by itself: the child of the fault matrix, which saves the second version once and tells how it went.
#[test]
fn save_once() {
    let Some(target) = env::var_os(TARGET) else { return };
    let target = Path::new(&target);
    let text = fs::read(target.with_extension("new")).unwrap();
    let word = match save::replace(target, &text) {
        Ok(()) => "ACK",
        Err(problem) if problem.cause == Cause::Unconfirmed => "UNCONFIRMED",
        Err(_) => "ERR",
    };
    println!("\n{word}");
}

/// This test binary, about to run one of the children above.
fn child(program: &[&str], test: &str, target: &Path) -> Command {
    let itself = env::current_exe().unwrap();
    let mut words = program.iter().map(Into::into).chain([itself.into_os_string()]);
    let mut command = Command::new(words.next().unwrap());
    command.args(words).args(["--exact", test, "--nocapture", "--test-threads=1"]).env(TARGET, target);
    command.stdout(Stdio::piped()).stderr(Stdio::null()).stdin(Stdio::null());
    command
}

/// Which of the two versions stands in `path`, which must be one of them to the byte.
fn which(path: &Path, versions: &[String; 2]) -> usize {
    let bytes = fs::read(path).unwrap();
    let found = versions.iter().position(|it| it.as_bytes() == bytes);
    found.unwrap_or_else(|| panic!("{} bytes, neither old nor new", bytes.len()))
}

#[test]
fn two_hundred_kills_leave_the_old_file_or_the_new_one() {
    const KILLS: usize = 200;
    let folder = Folder::new();
    let target = folder.path("killed.ron");
    let versions = texts(&target);
    let mut chance = Chance::new(11);
    let mut seen = [0_usize; 2];
    for _ in 0..KILLS {
        fs::write(&target, "before the first save").unwrap();
        let mut killed = child(&[], "saving::save_loop", &target).spawn().unwrap();
        while fs::read(&target).unwrap() == b"before the first save" {
            assert!(killed.try_wait().unwrap().is_none(), "the child ended before it saved anything");
            thread::sleep(Duration::from_micros(200));
        }
        thread::sleep(Duration::from_micros(chance.next() % 6_000));
        killed.kill().unwrap();
        killed.wait().unwrap();
        seen[which(&target, &versions)] += 1;
    }
    assert_eq!(seen.iter().sum::<usize>(), KILLS);
    assert!(seen.iter().all(|count| *count > 0), "kills hit both versions: {seen:?}");
    eprintln!("{KILLS} kills: {} found the one version, {} the other", seen[0], seen[1]);
}

/// System calls on the way of a save.
const CALLS: [&str; 12] = [
    "openat",
    "write",
    "fsync",
    "fdatasync",
    "rename",
    "renameat",
    "renameat2",
    "linkat",
    "fchmod",
    "fchown",
    "close",
    "getrandom",
];

/// Calls of each kind, counted from the end of the process, that are made to fail.
const LAST_CALLS: usize = 12;

/// Number of times that `call` is made in one save, or why it cannot be counted.
fn calls(call: &str, target: &Path) -> Result<usize, String> {
    let log = target.with_extension("log");
    let program = ["strace", "-f", "-o", log.to_str().unwrap(), "-e", &format!("trace={call}")];
    let out = child(&program, "saving::save_once", target).output().map_err(|error| error.to_string())?;
    if !out.status.success() {
        return Err(format!("strace ended with {}", out.status));
    }
    let lines = fs::read_to_string(&log).map_err(|error| error.to_string())?;
    Ok(lines.lines().filter(|line| line.contains(&format!(" {call}("))).count())
}

#[test]
fn a_fault_in_any_system_call_leaves_the_old_file_or_the_new_one() {
    let folder = Folder::new();
    let target = folder.path("faulted.ron");
    let versions = texts(&target);
    let (mut faults, mut kept, mut replaced) = (0_usize, 0_usize, 0_usize);
    for call in CALLS {
        fs::write(&target, &versions[0]).unwrap();
        let count = match calls(call, &target) {
            Ok(count) => count,
            Err(reason) => {
                eprintln!("SKIPPED: the fault matrix of saving needs strace with injection: {reason}");
                return;
            }
        };
        // The first calls belong to the start of the process; the save and what is said of it are among the last.
        for nth in count.saturating_sub(LAST_CALLS) + 1..=count {
            for fault in ["signal=SIGKILL", "error=EIO", "error=ENOSPC"] {
                fs::write(&target, &versions[0]).unwrap();
                let inject = format!("inject={call}:{fault}:when={nth}");
                let program = ["strace", "-f", "-o", "/dev/null", "-e", &format!("trace={call}"), "-e", &inject];
                let out = child(&program, "saving::save_once", &target).output().unwrap();
                let said = String::from_utf8_lossy(&out.stdout).into_owned();
                let found = which(&target, &versions);
                let says = |word: &str| said.lines().any(|line| line == word);
                assert!(!says("ACK") || found == 1, "{inject}: saved was said, and the old file is there");
                assert!(!says("UNCONFIRMED") || found == 1, "{inject}: in place was said, and the old file is there");
                assert!(!says("ERR") || found == 0, "{inject}: not saved was said, and the new file is there");
                faults += 1;
                kept += usize::from(found == 0);
                replaced += found;
            }
        }
    }
    eprintln!("{faults} faults: {kept} left the old file, {replaced} the new one");
    assert!(faults > 100 && kept > 0 && replaced > 0, "{faults} faults, {kept} old, {replaced} new");
}
