//! Are plans compared as they are? Nothing beside itself, and seen from the other side the mirror image.

use parkboard::{
    evaluate::{comparison::Trend, judgement::Judgement, side_by_side::SideBySide},
    io::{ron, settings::Settings},
    model::id::{ParkId, PlanId},
    workbench::{Workbench, command::Command, comparing::Side, sample},
};

use crate::fixture::{self, Folder};

fn opposite(trend: Trend) -> Trend {
    match trend {
        Trend::Better => Trend::Worse,
        Trend::Worse => Trend::Better,
        Trend::Traded => Trend::Traded,
        Trend::Same => Trend::Same,
        Trend::Incomparable => Trend::Incomparable,
    }
}

/// Judgements of the sample's plans and of plans that differ from them by some moves.
fn judgements() -> Vec<Judgement> {
    let mut bench = Workbench::on(sample::scenario(), Settings::default());
    let plans: Vec<PlanId> = bench.scenario().plans.iter().map(|plan| plan.id.clone()).collect();
    let mut found: Vec<Judgement> = plans.iter().map(|plan| Judgement::of(bench.scenario(), plan)).collect();
    for (project, park) in [("T03", "gaoxin"), ("T13", "gaoxin"), ("T02", "anzhou"), ("T20", "santai")] {
        let (project, park) = (fixture::project_id(project), fixture::park_id(park));
        bench.dispatch(Command::Place { project, park });
        found.push(bench.judgement().clone());
    }
    found
}

#[test]
fn a_plan_beside_itself_shows_nothing() {
    for judgement in judgements() {
        let beside = SideBySide::of(&judgement, &judgement);
        assert!(beside.is_empty());
        assert!(beside.differences.is_empty() && beside.gained.is_empty() && beside.cured.is_empty());
        assert!(beside.rows.iter().all(|row| row.trend == Trend::Same && row.before == row.after));
    }
}

#[test]
fn one_beside_the_other_mirrors_the_other_beside_the_one() {
    let all = judgements();
    let mut pairs = 0;
    for (at, one) in all.iter().enumerate() {
        for other in all.iter().skip(at + 1) {
            let (there, back) = (SideBySide::of(one, other), SideBySide::of(other, one));
            assert!(!there.is_empty());
            assert_eq!(there.gained, back.cured);
            assert_eq!(there.cured, back.gained);
            assert_eq!(there.differences.len(), back.differences.len());
            for (one, other) in there.differences.iter().zip(&back.differences) {
                assert_eq!((&one.project, &one.one, &one.other), (&other.project, &other.other, &other.one));
            }
            for (one, other) in there.rows.iter().zip(&back.rows) {
                assert_eq!((one.before, one.after), (other.after, other.before));
                assert_eq!(one.trend, opposite(other.trend), "{:?}", one.indicator);
            }
            pairs += 1;
        }
    }
    assert_eq!(pairs, 15);
}

#[test]
fn a_sixth_industry_is_gained_there_and_cured_back() {
    let mut bench = Workbench::on(sample::scenario(), Settings::default());
    let before = bench.judgement().clone();
    bench.dispatch(Command::Place { project: fixture::project_id("T13"), park: fixture::park_id("gaoxin") });
    let beside = SideBySide::of(&before, bench.judgement());
    assert!(beside.gained.iter().any(|it| it.rule.as_str() == "carried-cap"));
    assert_eq!(beside.differences.len(), 1);
    assert_eq!(beside.differences[0].one, None);
    assert_eq!(beside.differences[0].other.as_ref().map(ParkId::as_str), Some("gaoxin"));
}

/// Waits for what is under way.
fn settled(bench: &mut Workbench, side: &Side) {
    for _ in 0..3 {
        bench.dispatch(Command::PutBeside(side.clone()));
        bench.settle();
    }
}

#[test]
fn plans_of_another_file_are_compared_and_sent_away() {
    let folder = Folder::new();
    let path = folder.path("other.ron");
    let mut other = Workbench::on(sample::scenario(), Settings::default());
    other.dispatch(Command::Place { project: fixture::project_id("T03"), park: fixture::park_id("fucheng") });
    other.dispatch(Command::SaveTo(path.clone()));
    other.settle();
    let mut bench = Workbench::on(sample::scenario(), Settings::default());
    let start = bench.scenario().clone();
    bench.dispatch(Command::BringPlans(path.clone()));
    bench.settle();
    assert_eq!(bench.sides().len(), 3, "plan B, and both plans of the file");
    let side = Side::File(path.clone(), PlanId::new("A").unwrap());
    assert!(bench.side_name(&side).zh.contains("other"), "{:?}", bench.side_name(&side));
    settled(&mut bench, &side);
    let beside = bench.side_by_side(&side).unwrap();
    assert_eq!(beside.differences.len(), 1);
    assert_eq!(beside.differences[0].project.as_str(), "T03");
    assert_eq!(bench.scenario(), &start, "comparing changes nothing");
    // After an edit the same move, nothing differs.
    bench.dispatch(Command::Place { project: fixture::project_id("T03"), park: fixture::park_id("fucheng") });
    assert!(bench.side_by_side(&side).is_none(), "what was compared was another state");
    settled(&mut bench, &side);
    assert!(bench.side_by_side(&side).unwrap().is_empty());
    bench.dispatch(Command::SendPlansAway(path));
    assert_eq!(bench.sides().len(), 1);
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_changes_nothing() {
    let folder = Folder::new();
    let path = folder.file("bad.ron", "(schema: 1,\n title: (");
    let mut bench = Workbench::on(sample::scenario(), Settings::default());
    bench.dispatch(Command::BringPlans(path.clone()));
    bench.settle();
    assert_eq!(bench.sides().len(), 1);
    let notice = bench.notice().unwrap();
    assert!(!notice.details.is_empty() && notice.details[0].zh.contains("bad.ron:2"), "{notice:?}");
    assert!(ron::read_scenario(&path).is_err());
}
