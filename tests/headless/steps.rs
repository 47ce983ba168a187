//! Can a person go to any state of the past, and see which steps concerned a park or a project?

use std::collections::BTreeMap;

use jiff::civil::date;
use parkboard::{
    evaluate::judgement::Judgement,
    io::settings::Settings,
    model::{plan::Word, project::Phase, quantity::Mu, scenario::Scenario},
    workbench::{Workbench, command::Command, receipt::Way, steps::HistoryStep},
};

use crate::fixture::{park_id, project_id, sample};

fn place(project: &str, park: &str) -> Command {
    Command::Place { project: project_id(project), park: park_id(park) }
}

/// Seven steps on the sample, the workbench after them, and every state by its revision.
fn worked() -> (Workbench, BTreeMap<u64, Scenario>) {
    let mut bench = Workbench::on(sample(), Settings::default());
    let mut states = BTreeMap::from([(bench.revision(), bench.scenario().clone())]);
    let stipulate = Command::Stipulate {
        project: project_id("T13"),
        park: park_id("fucheng"),
        word: Word::Forbidden,
        reason: "投资方意见".to_owned(),
    };
    let assume = Command::Assume {
        path: "parks/jiangyou/chemical_park".to_owned(),
        value: "applied".to_owned(),
        reason: "假如获批".to_owned(),
    };
    let later = Phase { number: 2, land: Some(Mu::from_steps(1_000)), investment: None, until: date(2025, 6, 30) };
    let phases = Command::SetPhases {
        project: project_id("T20"),
        land: Mu::from_steps(4_000),
        investment: None,
        later: vec![later],
    };
    let lock = Command::LockOrUnlock(park_id("santai"));
    for command in
        [place("T20", "fucheng"), place("T13", "youxian"), lock, stipulate, assume, phases, place("T20", "jiangyou")]
    {
        let before = bench.revision();
        bench.dispatch(command.clone());
        assert_ne!(bench.revision(), before, "{command:?}: {:?}", bench.notice());
        states.insert(bench.revision(), bench.scenario().clone());
    }
    (bench, states)
}

fn names(steps: &[HistoryStep]) -> Vec<&str> {
    steps.iter().map(|step| step.name.zh.as_str()).collect()
}

#[test]
fn every_state_of_the_past_and_of_what_was_undone_is_reached_from_every_other() {
    let (mut bench, states) = worked();
    let revisions: Vec<u64> = states.keys().copied().collect();
    for from in &revisions {
        for to in &revisions {
            bench.dispatch(Command::GoTo(*from));
            bench.dispatch(Command::GoTo(*to));
            assert_eq!(bench.revision(), *to);
            assert!(bench.scenario() == &states[to], "{from} to {to}");
            let scratch = Judgement::of(bench.scenario(), bench.plan());
            assert!(bench.judgement().findings().eq(scratch.findings()), "{from} to {to}: judged as if from scratch");
            assert_eq!(bench.judgement().score(), scratch.score());
            assert_eq!(bench.is_unsaved(), *to != revisions[0]);
            let steps = bench.steps();
            assert_eq!(steps.len(), revisions.len() - 1, "nothing is forgotten by going about");
            assert!(steps.windows(2).all(|two| two[0].from == two[1].to), "the steps hang together");
            assert_eq!(steps.iter().filter(|it| it.is_done).count(), revisions.iter().position(|it| it == to).unwrap());
            assert_eq!(steps.last().unwrap().from, bench.first_revision());
        }
    }
}

#[test]
fn several_steps_are_told_together_and_lead_back() {
    let (mut bench, _) = worked();
    let (now, before) = (bench.revision(), bench.judgement().score());
    let all = bench.steps();
    assert_eq!(
        names(&all)[..2],
        ["T20 汽车电子精密结构件加工 → 江油高新区", "分期 T20 汽车电子精密结构件加工"].map(|it| it),
        "{all:?}"
    );
    assert_eq!(
        (all[2].name.zh.as_str(), all[2].name.en.as_str()),
        ("假定江油高新区 化工园区", "Assume Jiangyou: Chemical park")
    );
    let start = bench.first_revision();
    bench.dispatch(Command::GoTo(start));
    let receipt = bench.receipt().unwrap();
    assert_eq!((receipt.way, receipt.steps), (Way::Undone, all.len()));
    assert_eq!((receipt.before, receipt.after), (before, bench.judgement().score()));
    assert_eq!(bench.scenario(), &sample());
    assert_eq!(names(&bench.steps()), names(&all), "they are called the same when they are undone");
    bench.dispatch(Command::GoTo(now));
    assert_eq!(bench.receipt().unwrap().way, Way::Redone);
    assert_eq!(bench.steps(), all);
    // A new step forgets what was undone; a revision that no longer exists leads nowhere.
    bench.dispatch(Command::GoTo(all[1].from));
    bench.dispatch(place("T18", "fucheng"));
    let state = bench.scenario().clone();
    bench.dispatch(Command::GoTo(now));
    assert_eq!(bench.scenario(), &state);
    assert_eq!(bench.steps().len(), all.len() - 1);
}

#[test]
fn a_park_and_a_project_tell_the_steps_that_changed_them() {
    let (bench, _) = worked();
    let of_project = |id: &str| bench.steps_of_project(&project_id(id)).count();
    let of_park = |id: &str| bench.steps_of_park(&park_id(id)).count();
    assert_eq!(of_project("T20"), 3, "placed, split, placed again");
    assert_eq!(of_project("T13"), 2, "placed, and the investor's word");
    assert_eq!(of_project("T18"), 0);
    assert_eq!(of_park("jiangyou"), 2, "the assumption, and T20");
    assert_eq!(of_park("santai"), 1, "the lock");
    assert_eq!(of_park("youxian"), 2, "T13, and the word on it, which is judged where it stands");
    let newest = bench.steps_of_park(&park_id("jiangyou")).next().unwrap();
    assert_eq!(newest.to, bench.revision());
}
