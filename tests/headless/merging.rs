//! What do two people's work make together? Differences that mirror, merges that lose nothing, conflicts that can be decided, and an
//! outcome that always makes sense.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use parkboard::{
    evaluate::{
        judgement::Judgement,
        merged::{OnlyTogether, only_together},
    },
    io::{ron, settings::Settings},
    model::{
        check,
        difference::{Difference, RecordKey, table_names},
        edit::{Edit, apply},
        id::ProjectId,
        merge::{Choice, Conflict, Disagreement, Merge, Place, Side, merge},
        park::Park,
        plan::Premises,
        project::Project,
        quantity::{Megawatts, Mu},
        scenario::Scenario,
        table::Table,
        text::Text,
    },
    workbench::{
        Workbench,
        command::{Command, Fresh},
        merging::{Base, Step},
    },
};

use crate::{
    fixture::{
        Chance, City, DAY, Folder, MIANYANG, in_each_city, mu, name, park_id, plan_id, project_id, root, sample,
    },
    hostile,
    sequences::{light_city, random_edit},
};

in_each_city! {
    in_the_workbench_a_merge_is_decided_and_applied_to_the_document_as_it_is_then;
}

/// Cities with two ways on from each, by numbered seeds.
fn triples(seeds: std::ops::Range<u64>, longest: usize, mut each: impl FnMut(u64, &Scenario, &Scenario, &Scenario)) {
    for seed in seeds {
        let mut chance = Chance::new(seed);
        let base = light_city(&mut chance);
        let (ours, theirs) = (walked(&mut chance, &base, longest), walked(&mut chance, &base, longest));
        each(seed, &base, &ours, &theirs);
    }
}

/// `base` after some edits at random, of all kinds.
fn walked(chance: &mut Chance, base: &Scenario, longest: usize) -> Scenario {
    let mut scenario = base.clone();
    for _ in 0..chance.below(longest) {
        let edit = random_edit(chance, &scenario, &scenario.active_plan.clone());
        // Refused edits leave everything as it was.
        let _: Result<_, _> = apply(&mut scenario, &edit);
        if chance.once_in(4) {
            random_figures(chance, &mut scenario);
        }
    }
    assert_eq!(check::problems(&scenario), Vec::new());
    scenario
}

/// Other figures of a park and a project.
fn random_figures(chance: &mut Chance, scenario: &mut Scenario) {
    let parks: Vec<Park> = scenario.parks.iter().map(|it| Park::clone(it)).collect();
    let mut park = chance.one(&parks).clone();
    let steps = chance.between(0, 9);
    if chance.once_in(2) {
        park.capacities.power = Some(Megawatts::from_steps(steps));
    } else {
        park.capacities.net_land = Some(Mu::from_steps(steps));
    }
    scenario.parks.insert(park);
    let projects: Vec<Project> = scenario.projects.iter().map(|it| Project::clone(it)).collect();
    let mut project = chance.one(&projects).clone();
    project.tags.push(chance.one::<&str>(&["专精特新", "小巨人", "链主"]).to_string());
    project.tags.sort();
    project.tags.dedup();
    scenario.projects.insert(project);
}

fn makes_sense(scenario: &Scenario, what: &str) {
    assert_eq!(check::problems(scenario), Vec::new(), "{what}");
    let text = ron::to_text(scenario).unwrap();
    let again = ron::scenario_from_text(Path::new("merged.ron"), &text).unwrap();
    assert!(again == *scenario, "{what}: what was saved loads as something else");
}

/// The decisions of `merge` seen from the other side: a record of both stays out.
fn mirrored(merge: &Merge) -> (parkboard::model::merge::Decisions, Side) {
    let turned = |conflict: &Conflict| match conflict.taken {
        Choice::Side(side) => (conflict.place.clone(), Choice::Side(side.other())),
        Choice::Both => unreachable!("nobody decided for both"),
    };
    (merge.conflicts.iter().map(turned).collect(), Side::Theirs)
}

#[test]
fn every_table_of_the_file_is_compared() {
    let full = ron::scenario_from_text(Path::new("full.ron"), hostile::FULL).unwrap();
    let plan = full.plans.iter().next().unwrap().as_ref().clone();
    let empty = Scenario::blank(full.title.clone(), full.as_of, plan, full.pack.clone(), Table::default());
    let gone = Difference::between(&full, &empty);
    let mut compared: Vec<String> = gone.tables.iter().map(|it| it.table.to_owned()).collect();
    compared.push("plans".to_owned());
    compared.sort();
    let mut written = hostile::tables();
    written.sort();
    assert!(written.len() == 52 && table_names().len() == 52, "{written:?}");
    compared.dedup();
    assert_eq!(compared, written);
    assert!(gone.tables.iter().all(|it| it.added.is_empty() && it.changed.is_empty() && !it.removed.is_empty()));
}

#[test]
fn nothing_differs_from_itself_and_the_other_way_round_is_the_mirror() {
    triples(0..40, 12, |seed, base, ours, theirs| {
        assert!(Difference::between(ours, &ours.clone()).is_empty());
        let again = ron::scenario_from_text(Path::new("x"), &ron::to_text(ours).unwrap()).unwrap();
        assert!(Difference::between(ours, &again).is_empty(), "seed {seed}");
        for (one, other) in [(base, ours), (ours, theirs)] {
            let there = Difference::between(one, other);
            assert_eq!(there.clone().mirrored(), Difference::between(other, one), "seed {seed}");
            assert_eq!(there.is_empty(), one == other, "seed {seed}");
        }
    });
}

#[test]
fn a_change_of_one_figure_is_one_field_with_its_values_in_the_file() {
    let before = sample();
    let mut after = before.clone();
    let mut park = Park::clone(before.parks.get(&park_id("gaoxin")).unwrap());
    let was = park.capacities.power.unwrap();
    park.capacities.power = Some(Megawatts::from_steps(was.steps() + 1_500));
    after.parks.insert(park);
    after.title = Text::new("另一稿", "Another draft");
    let difference = Difference::between(&before, &after);
    assert_eq!(difference.document.iter().map(|it| it.field.as_str()).collect::<Vec<_>>(), ["title"]);
    let [table] = difference.tables.as_slice() else { panic!("{difference:?}") };
    let [change] = table.changed.as_slice() else { panic!("{difference:?}") };
    assert_eq!((table.table, change.key.to_string().as_str()), ("parks", "gaoxin"));
    let [field] = change.fields.as_slice() else { panic!("{difference:?}") };
    assert_eq!(field.field, "capacities.power");
    assert!(field.after.as_ref().unwrap().parse::<f64>().unwrap() > field.before.as_ref().unwrap().parse().unwrap());
}

#[test]
fn a_side_that_did_nothing_takes_what_the_other_did() {
    triples(100..160, 14, |seed, base, ours, _| {
        for (what, one, other) in [("both", ours, ours), ("ours", ours, base), ("theirs", base, ours)] {
            let merged = merge(Some(base), one, other);
            assert_eq!(merged.conflicts, Vec::new(), "seed {seed}, {what}");
            assert!(merged.merged == *ours, "seed {seed}, {what}: {:?}", Difference::between(ours, &merged.merged));
        }
        let alone = merge(None, ours, ours);
        assert!(alone.conflicts.is_empty() && alone.merged == *ours, "seed {seed}");
    });
}

#[test]
fn whatever_is_decided_the_outcome_makes_sense_and_mirrors() {
    let (mut with_conflicts, mut without, mut kinds) = (0, 0, BTreeSet::new());
    triples(200..320, 14, |seed, base, ours, theirs| {
        let mut there = merge(Some(base), ours, theirs);
        let mut back = merge(Some(base), theirs, ours);
        makes_sense(&there.merged, &format!("seed {seed}"));
        if there.conflicts.is_empty() {
            without += 1;
            assert!(back.conflicts.is_empty(), "seed {seed}");
        } else {
            with_conflicts += 1;
            kinds.extend(
                there.conflicts.iter().map(|it| format!("{:?}", it.why).split([' ', '{']).next().unwrap().to_owned()),
            );
            let (decisions, otherwise) = mirrored(&there);
            back.decide(decisions, otherwise);
        }
        let apart = Difference::between(&there.merged, &back.merged);
        assert!(apart.is_empty(), "seed {seed}: {apart:?}\n{:?}", there.conflicts);
        loses_nothing(&there, base, ours, theirs, seed);
        let mut chance = Chance::new(seed);
        for _ in 0..3 {
            let Some(conflict) = there.conflicts.get(chance.below(there.conflicts.len().max(1))) else { break };
            let choice = *chance.one(conflict.choices());
            let place = conflict.place.clone();
            there.decide_one(place.clone(), choice);
            makes_sense(&there.merged, &format!("seed {seed}, {place:?} decided as {choice:?}"));
        }
        let all = there.decisions().clone();
        there.decide(all, Side::Theirs);
        makes_sense(&there.merged, &format!("seed {seed}, theirs"));
    });
    assert!(with_conflicts > 20 && without > 5, "{with_conflicts} with, {without} without");
    assert!(kinds.len() >= 4, "{kinds:?}");
}

/// Asserts that no record is gone that neither side took away, unless a conflict is about it.
fn loses_nothing(merge: &Merge, base: &Scenario, ours: &Scenario, theirs: &Scenario, seed: u64) {
    let gone: BTreeSet<RecordKey> =
        Difference::between(base, &merge.merged).tables.into_iter().flat_map(|it| it.removed).collect();
    let removed = |side: &Scenario| -> BTreeSet<RecordKey> {
        Difference::between(base, side).tables.into_iter().flat_map(|it| it.removed).collect()
    };
    let by_somebody: BTreeSet<RecordKey> = removed(ours).union(&removed(theirs)).cloned().collect();
    for key in gone.difference(&by_somebody) {
        // What a solver found out goes when its plan changes.
        assert!(key.table == "certificates", "seed {seed}: {key:?} is lost");
    }
    if merge.conflicts.is_empty() {
        let added =
            |side: &Scenario| Difference::between(base, side).tables.into_iter().flat_map(|it| it.added).collect();
        let (one, other): (BTreeSet<RecordKey>, BTreeSet<RecordKey>) = (added(ours), added(theirs));
        let here: BTreeSet<RecordKey> =
            Difference::between(base, &merge.merged).tables.into_iter().flat_map(|it| it.added).collect();
        for key in one.union(&other).filter(|key| key.table != "certificates") {
            assert!(here.contains(key), "seed {seed}: {key:?} is lost");
        }
    }
}

#[test]
fn without_a_common_base_what_differs_is_in_question_and_nothing_is_lost() {
    triples(400..440, 10, |seed, _, ours, theirs| {
        let mut merged = merge(None, ours, theirs);
        makes_sense(&merged.merged, &format!("seed {seed}"));
        merged.decide(merged.decisions().clone(), Side::Theirs);
        makes_sense(&merged.merged, &format!("seed {seed}, theirs"));
    });
}

fn edited(base: &Scenario, edits: &[Edit]) -> Scenario {
    let mut scenario = base.clone();
    for edit in edits {
        apply(&mut scenario, edit).unwrap();
    }
    assert_eq!(check::problems(&scenario), Vec::new());
    scenario
}

fn place(project: &str, park: &str) -> Edit {
    Edit::Place { plan: plan_id("A"), project: project_id(project), park: park_id(park), premises: None }
}

fn with_park(base: &Scenario, park: &str, change: impl FnOnce(&mut Park)) -> Scenario {
    let mut scenario = base.clone();
    let mut park = Park::clone(base.parks.get(&park_id(park)).unwrap());
    change(&mut park);
    scenario.parks.insert(park);
    scenario
}

fn with_project(base: &Scenario, project: &str, change: impl FnOnce(&mut Project)) -> Scenario {
    let mut scenario = base.clone();
    let mut project = Project::clone(base.projects.get(&project_id(project)).unwrap());
    change(&mut project);
    scenario.projects.insert(project);
    scenario
}

fn only(merge: &Merge) -> &Conflict {
    assert_eq!(merge.conflicts.len(), 1, "{:#?}", merge.conflicts);
    &merge.conflicts[0]
}

fn taken(merge: &Merge, side: Side) -> Merge {
    let mut decided = merge.clone();
    decided.decide_one(only(merge).place.clone(), Choice::Side(side));
    makes_sense(&decided.merged, "decided");
    decided
}

#[test]
fn two_figures_of_one_record_are_no_conflict_and_one_is() {
    let base = sample();
    let ours = with_park(&base, "gaoxin", |park| park.capacities.power = Some(Megawatts::from_steps(7)));
    let theirs = with_park(&base, "gaoxin", |park| park.capacities.net_land = Some(mu("12.5")));
    let both = merge(Some(&base), &ours, &theirs);
    assert_eq!(both.conflicts, Vec::new());
    let spare = both.merged.parks.get(&park_id("gaoxin")).unwrap().capacities.clone();
    assert_eq!((spare.power, spare.net_land), (Some(Megawatts::from_steps(7)), Some(mu("12.5"))));

    let theirs = with_park(&base, "gaoxin", |park| park.capacities.power = None);
    let merged = merge(Some(&base), &ours, &theirs);
    let conflict = only(&merged);
    assert_eq!(conflict.why, Disagreement::Changed);
    assert_eq!(conflict.place.field, "capacities.power");
    assert_eq!((conflict.ours.as_deref(), conflict.theirs.as_deref()), (Some("0.007"), None));
    assert_eq!((conflict.decided, merged.undecided()), (None, 1));
    assert!(merged.merged == ours);
    let decided = taken(&merged, Side::Theirs);
    assert!(decided.merged == theirs);
    assert_eq!(decided.undecided(), 0);
}

#[test]
fn facilities_and_tags_are_sets() {
    let tags = |list: &[&str]| list.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    let base = with_project(&sample(), "T01", |it| it.tags = tags(&["甲", "乙"]));
    let ours = with_project(&base, "T01", |it| it.tags = tags(&["甲", "乙", "丙"]));
    let theirs = with_project(&base, "T01", |it| it.tags = tags(&["丁", "乙"]));
    let merged = merge(Some(&base), &ours, &theirs);
    assert_eq!(merged.conflicts, Vec::new());
    let project = merged.merged.projects.get(&project_id("T01")).unwrap();
    assert_eq!(project.tags, ["乙", "丁", "丙"].map(str::to_owned));
}

#[test]
fn one_project_in_two_parks_is_one_conflict() {
    let base = sample();
    let ours = edited(&base, &[place("T03", "gaoxin")]);
    let mut theirs = edited(&base, &[place("T13", "anzhou"), place("T03", "jiangyou")]);
    let mut placement = theirs.placement(&plan_id("A"), &project_id("T03")).unwrap().clone();
    placement.premises = Premises::StandardPlant;
    theirs.placements.insert(placement);
    let merged = merge(Some(&base), &ours, &theirs);
    let conflict = only(&merged);
    assert_eq!((conflict.place.record.to_string().as_str(), conflict.place.field.as_str()), ("A/T03", "park"));
    let at = |merge: &Merge, project: &str| {
        let found = merge.merged.placement(&plan_id("A"), &project_id(project)).unwrap();
        (found.park.to_string(), found.premises)
    };
    assert_eq!(at(&merged, "T03").0, "gaoxin");
    assert_eq!(at(&merged, "T13").0, "anzhou");
    assert_eq!(at(&taken(&merged, Side::Theirs), "T03"), ("jiangyou".to_owned(), Premises::StandardPlant));
}

#[test]
fn moves_of_both_are_numbered_one_after_the_other() {
    let base = sample();
    let last = base.last_seq(&plan_id("A"));
    let ours = edited(&base, &[place("T13", "anzhou"), place("T20", "santai")]);
    let theirs = edited(&base, &[place("T03", "gaoxin")]);
    for (one, other) in [(&ours, &theirs), (&theirs, &ours)] {
        let merged = merge(Some(&base), one, other);
        assert_eq!(merged.conflicts, Vec::new());
        let number = |id: &str| merged.merged.placement(&plan_id("A"), &project_id(id)).unwrap().seq;
        assert_eq!([number("T03"), number("T13"), number("T20")], [last + 1, last + 2, last + 3]);
        assert_eq!(number("T01"), base.placement(&plan_id("A"), &project_id("T01")).unwrap().seq);
        makes_sense(&merged.merged, "numbered");
    }
}

fn new_project(base: &Scenario, id: &str, called: &str) -> Scenario {
    let mut scenario = base.clone();
    let like = Project::clone(base.projects.get(&project_id("T03")).unwrap());
    scenario.projects.insert(Project { id: ProjectId::new(id).unwrap(), name: name(called), ..like });
    edited(&scenario, &[place(id, "gaoxin")])
}

#[test]
fn two_new_projects_of_one_id_are_ours_or_theirs_or_both() {
    let base = sample();
    let (ours, theirs) = (new_project(&base, "T21", "ours"), new_project(&base, "T21", "theirs"));
    let theirs = edited(&theirs, &[Edit::Pin { plan: plan_id("A"), project: project_id("T21") }]);
    let mut merged = merge(Some(&base), &ours, &theirs);
    let conflict = only(&merged).clone();
    assert_eq!(conflict.why, Disagreement::AddedTwice);
    assert_eq!(conflict.choices().len(), 3);
    assert!(merged.merged == ours, "what theirs did with its own project came without it");
    assert!(taken(&merged, Side::Theirs).merged == theirs);
    merged.decide_one(conflict.place, Choice::Both);
    makes_sense(&merged.merged, "both");
    let named = |id: &str| merged.merged.projects.get(&project_id(id)).map(|it| it.name.clone());
    assert_eq!((named("T21"), named("T22")), (Some(name("ours")), Some(name("theirs"))));
    let plan = plan_id("A");
    assert!(merged.merged.pin(&plan, &project_id("T21")).is_none());
    assert!(merged.merged.pin(&plan, &project_id("T22")).is_some());
    assert!(merged.merged.placement(&plan, &project_id("T22")).is_some());
    assert_eq!(merged.undecided(), 0);
    // The same project from the same sheet is no conflict.
    assert_eq!(merge(Some(&base), &ours, &ours.clone()).conflicts, Vec::new());
}

#[test]
fn two_new_plans_of_one_id_are_two_plans() {
    let base = sample();
    let add = Edit::AddPlan { plan: plan_id("C"), name: name("copy"), from: Some(plan_id("A")) };
    let ours = edited(&base, std::slice::from_ref(&add));
    let unplaced = Edit::Unplace { plan: plan_id("C"), project: project_id("T01") };
    let theirs = edited(&base, &[add, unplaced]);
    let mut merged = merge(Some(&base), &ours, &theirs);
    let conflict = only(&merged).clone();
    assert_eq!((conflict.place.record.table, &conflict.why), ("plans", &Disagreement::AddedTwice));
    assert!(merged.merged == ours);
    assert!(taken(&merged, Side::Theirs).merged == theirs);
    merged.decide_one(conflict.place, Choice::Both);
    makes_sense(&merged.merged, "both");
    let placed = |plan: &str| merged.merged.placements_of(&plan_id(plan)).count();
    assert_eq!(placed("C"), placed("D") + 1);
}

#[test]
fn a_plan_that_one_approved_or_removed_does_not_change_behind_his_back() {
    let mut base = sample();
    // Whatever else stands in the way of an approval is not asked by the edit itself.
    base.waivers = sample().waivers;
    let approve = Edit::Approve { plan: plan_id("A"), on: DAY, by: "市领导小组办公室".to_owned() };
    let approved = edited(&base, &[approve]);
    let placed = edited(&base, &[place("T03", "gaoxin")]);
    let merged = merge(Some(&base), &approved, &placed);
    let conflict = only(&merged);
    assert_eq!((conflict.place.record.table, conflict.place.field.as_str()), ("plans", ""));
    let Disagreement::Approved { approver, changed } = &conflict.why else { panic!("{conflict:?}") };
    assert_eq!((*approver, changed.len()), (Side::Ours, 1));
    assert!(merged.merged == approved);
    assert!(taken(&merged, Side::Theirs).merged == placed);
    // Both approve, with different placements: neither approved the sum.
    let by = |by: &str| Edit::Approve { plan: plan_id("A"), on: DAY, by: by.to_owned() };
    let theirs = edited(&placed, &[by("市领导小组办公室")]);
    let merged = merge(Some(&base), &approved, &theirs);
    assert!(matches!(only(&merged).why, Disagreement::Approved { .. }) && merged.merged == approved);
    assert!(taken(&merged, Side::Theirs).merged == theirs);
    let ours = edited(&base, &[place("T13", "anzhou"), by("市领导小组办公室")]);
    assert!(merge(Some(&base), &ours, &theirs).merged == ours);

    let base = edited(&base, &[Edit::AddPlan { plan: plan_id("C"), name: name("c"), from: Some(plan_id("A")) }]);
    let removed = edited(&base, &[Edit::RemovePlan { plan: plan_id("C") }]);
    let plan = plan_id("C");
    let changed = edited(&base, &[Edit::Unplace { plan, project: project_id("T01") }]);
    let merged = merge(Some(&base), &removed, &changed);
    assert!(matches!(only(&merged).why, Disagreement::PlanRemoved { remover: Side::Ours, .. }));
    assert!(merged.merged == removed);
    assert!(taken(&merged, Side::Theirs).merged == changed);
    assert_eq!(merge(Some(&base), &removed, &base.clone()).conflicts, Vec::new());
}

#[test]
fn what_one_removes_and_the_other_uses_is_a_conflict() {
    let base = sample();
    let used: BTreeSet<_> = base.projects.iter().map(|it| it.industry.clone()).collect();
    let firms: BTreeSet<_> = base.enterprises.iter().map(|it| it.industry.clone()).collect();
    // An indicator-free way to an unused record: a document that nobody cites.
    let cited = |id: &str| base.rules.iter().any(|it| it.document.as_ref().is_some_and(|it| it.as_str() == id));
    let document = base.documents.iter().find(|it| {
        !cited(it.id.as_str())
            && !base.positions.iter().any(|p| p.document.as_ref() == Some(&it.id))
            && !base.projects.iter().any(|p| p.approval.as_ref() == Some(&it.id))
    });
    assert!(!used.is_empty() && !firms.is_empty());
    let document = document.map_or_else(|| panic!("every document is cited"), |it| it.id.clone());
    let mut ours = base.clone();
    ours.documents.remove(&document);
    assert_eq!(check::problems(&ours), Vec::new());
    let theirs = with_project(&base, "T01", |it| it.approval = Some(document.clone()));
    let merged = merge(Some(&base), &ours, &theirs);
    let conflict = only(&merged);
    assert_eq!((conflict.place.record.table, conflict.place.record.to_string()), ("documents", document.to_string()));
    let Disagreement::RemovedAndUsed { users } = &conflict.why else { panic!("{conflict:?}") };
    assert_eq!(users.iter().map(ToString::to_string).collect::<Vec<_>>(), ["T01"]);
    assert!(merged.merged == ours);
    assert!(taken(&merged, Side::Theirs).merged == theirs);
    assert!(merge(Some(&base), &theirs, &ours).merged == theirs);
}

#[test]
fn a_record_changed_by_one_and_removed_by_the_other_is_a_conflict() {
    let base = sample();
    let unplace = Edit::Unplace { plan: plan_id("A"), project: project_id("T01") };
    let (ours, theirs) = (edited(&base, &[unplace]), edited(&base, &[place("T01", "gaoxin")]));
    let merged = merge(Some(&base), &ours, &theirs);
    let conflict = only(&merged);
    assert_eq!(conflict.why, Disagreement::RemovedAndChanged { remover: Side::Ours });
    assert_eq!((conflict.place.clone(), &conflict.ours), (Place::whole(conflict.place.record.clone()), &None));
    assert!(merged.merged == ours && taken(&merged, Side::Theirs).merged == theirs);
}

#[test]
fn records_in_any_order_merge_alike() {
    let base = sample();
    let ours = edited(&base, &[place("T13", "anzhou"), place("T20", "santai")]);
    let theirs = edited(&base, &[place("T03", "gaoxin")]);
    let merged = merge(Some(&base), &ours, &theirs).merged;
    let turned = |scenario: &Scenario| {
        let mut turned = scenario.clone();
        turned.placements = scenario.placements.iter().rev().map(|it| it.as_ref().clone()).collect();
        turned.projects = scenario.projects.iter().rev().map(|it| it.as_ref().clone()).collect();
        turned
    };
    assert!(merge(Some(&turned(&base)), &turned(&ours), &turned(&theirs)).merged == merged);
}

/// A scenario of the folder `merging`: in `ours` and `theirs` each somebody has placed two projects.
fn read(file: &str) -> Scenario {
    ron::read_scenario(&root().join(format!("tests/headless/merging/{file}.ron"))).unwrap()
}

#[test]
fn what_is_legal_on_each_side_and_not_together_is_told_with_what_each_did() {
    let (base, ours, theirs) = (read("base"), read("ours"), read("theirs"));
    let plan = plan_id("A");
    for side in [&base, &ours, &theirs] {
        assert_eq!(Judgement::of(side, &plan).score().legal, 0);
    }
    for (one, other) in [(&ours, &theirs), (&theirs, &ours)] {
        let merged = merge(Some(&base), one, other);
        assert_eq!(merged.conflicts, Vec::new());
        let told: Vec<String> = only_together(&merged).iter().map(line).collect();
        let of_ours = *one == ours;
        let expected = [["carried-cap west", "A/P3", "A/P4"], ["land east", "A/P1", "A/P2"]];
        let turned = expected
            .map(|[what, a, b]| if of_ours { format!("{what}: {a} + {b}") } else { format!("{what}: {b} + {a}") });
        assert_eq!(told, turned);
        assert_eq!(Judgement::of(&merged.merged, &plan).score().legal, -2);
    }
    assert_eq!(only_together(&merge(Some(&base), &ours, &base)), Vec::new());
    assert_eq!(only_together(&merge(Some(&base), &ours, &ours)), Vec::new());
    let same = edited(&base, &[]);
    assert_eq!(only_together(&merge(Some(&same), &base, &theirs)), Vec::new());
}

fn line(it: &OnlyTogether) -> String {
    let names = |keys: &[RecordKey]| keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let park = it.finding.park.as_ref().map_or("", |park| park.as_str());
    format!("{} {park}: {} + {}", it.finding.rule, names(&it.ours), names(&it.theirs))
}

#[test]
fn a_park_that_shrinks_on_one_side_and_fills_on_the_other_is_told() {
    let (base, ours) = (read("base"), read("ours"));
    let theirs = with_park(&base, "east", |park| park.capacities.net_land = Some(mu("61.49")));
    let merged = merge(Some(&base), &ours, &theirs);
    let told: Vec<String> = only_together(&merged).iter().map(line).collect();
    assert_eq!(told, ["land east: A/P1 + east"]);
    // Exactly as much as is asked for is enough.
    let theirs = with_park(&base, "east", |park| park.capacities.net_land = Some(mu("61.5")));
    assert_eq!(only_together(&merge(Some(&base), &ours, &theirs)), Vec::new());
    // What was broken before is no news.
    let broken = edited(&base, &[place("P1", "east"), place("P2", "east")]);
    let more = edited(&broken, &[place("P4", "east")]);
    assert_eq!(only_together(&merge(Some(&base), &more, &theirs)), Vec::new());
}

/// A workbench on the sample, and a file in which somebody has gone on from it.
fn bench_and_file(folder: &Folder, edits: &[Edit]) -> (Workbench, PathBuf) {
    bench_and_file_of(&MIANYANG, folder, edits)
}

fn bench_and_file_of(here: &City, folder: &Folder, edits: &[Edit]) -> (Workbench, PathBuf) {
    let theirs = edited(&here.scenario(), edits);
    let path = folder.file("theirs.ron", ron::to_text(&theirs).unwrap());
    (Workbench::on(here.scenario(), Settings::default()), path)
}

fn begin(bench: &mut Workbench, theirs: &Path, base: Base) {
    bench.dispatch(Command::Merge(Step::Begin { theirs: theirs.to_path_buf(), base }));
    bench.settle();
}

fn in_the_workbench_a_merge_is_decided_and_applied_to_the_document_as_it_is_then(here: &City) {
    let folder = Folder::new();
    let [one, two, three] = here.movers;
    let (plan, [a, b, c, d]) = (plan_id(here.plan), here.takers);
    let placed = |project: &str, park: &str| {
        let (project, park) = (project_id(project), park_id(park));
        Edit::Place { plan: plan.clone(), project, park, premises: None }
    };
    let (mut bench, path) = bench_and_file_of(here, &folder, &[placed(one, a), placed(two, b)]);
    let put = |bench: &mut Workbench, project: &str, park: &str| {
        bench.dispatch(Command::Place { project: project_id(project), park: park_id(park) });
    };
    let home = |bench: &Workbench, project: &str| {
        bench.scenario().placement(&plan, &project_id(project)).map(|it| it.park.to_string())
    };
    put(&mut bench, one, c);
    begin(&mut bench, &path, Base::Opened);
    let merging = bench.merging().unwrap();
    assert_eq!((merging.merge().conflicts.len(), merging.incoming().tables.len()), (1, 1));
    // Something else is done meanwhile, which raises no question.
    put(&mut bench, three, d);
    let place = bench.merging().unwrap().merge().conflicts[0].place.clone();
    bench.dispatch(Command::Merge(Step::Decide { place, choice: Choice::Side(Side::Theirs) }));
    bench.dispatch(Command::Merge(Step::Apply));
    assert!(bench.merging().is_none());
    let all = |bench: &Workbench| [one, two, three].map(|id| home(bench, id).unwrap_or_default());
    assert_eq!(all(&bench), [a, b, d]);
    assert!(matches!(bench.receipt().unwrap().edit, Edit::Merge { .. }));
    bench.dispatch(Command::Undo);
    assert_eq!(all(&bench), [c, "", d]);
    bench.dispatch(Command::Redo);
    assert_eq!(all(&bench), [a, b, d]);

    // A new conflict since it was looked at is shown before anything is applied.
    bench.dispatch(Command::Undo);
    begin(&mut bench, &path, Base::Opened);
    let place = bench.merging().unwrap().merge().conflicts[0].place.clone();
    bench.dispatch(Command::Merge(Step::Decide { place, choice: Choice::Side(Side::Ours) }));
    put(&mut bench, two, c);
    let before = bench.scenario().clone();
    bench.dispatch(Command::Merge(Step::Apply));
    assert!(*bench.scenario() == before && bench.notice().is_some());
    assert_eq!(bench.merging().unwrap().merge().undecided(), 1);
    bench.dispatch(Command::Merge(Step::DecideAll(Side::Theirs)));
    assert_eq!(bench.merging().unwrap().merge().undecided(), 0);
    bench.dispatch(Command::Merge(Step::Apply));
    assert_eq!(all(&bench), [a, b, d]);
}

#[test]
fn a_merge_that_brings_nothing_or_cannot_be_read_leaves_no_step() {
    let folder = Folder::new();
    let (mut bench, path) = bench_and_file(&folder, &[]);
    begin(&mut bench, &path, Base::Opened);
    assert!(bench.merging().unwrap().incoming().is_empty());
    bench.dispatch(Command::Merge(Step::Apply));
    assert!(bench.merging().is_none() && bench.undoable().is_none());
    let broken = folder.file("broken.ron", "(schema: 1");
    begin(&mut bench, &broken, Base::Nothing);
    assert!(bench.merging().is_none() && bench.notice().is_some());
    begin(&mut bench, &path, Base::File(folder.path("missing.ron")));
    assert!(bench.merging().is_none());
    // Another document is opened while the file is read.
    bench.dispatch(Command::Merge(Step::Begin { theirs: path.clone(), base: Base::Nothing }));
    bench.dispatch(Command::New(Fresh::Sample));
    bench.settle();
    assert!(bench.merging().is_none() && bench.notice().is_some());
    begin(&mut bench, &path, Base::Nothing);
    bench.dispatch(Command::Merge(Step::Leave));
    assert!(bench.merging().is_none() && bench.undoable().is_none());
}

#[test]
fn the_base_is_the_document_as_opened_or_as_last_saved() {
    let folder = Folder::new();
    let (mut bench, path) = bench_and_file(&folder, &[place("T13", "anzhou")]);
    assert!(!bench.has_base(&Base::Saved));
    bench.dispatch(Command::Place { project: project_id("T13"), park: park_id("anzhou") });
    bench.dispatch(Command::SaveTo(folder.path("ours.ron")));
    bench.settle();
    assert!(bench.has_base(&Base::Saved));
    bench.dispatch(Command::Unplace(project_id("T13")));
    // On what was opened both placed it, and ours has thought better of it: theirs comes in. On what was saved theirs did nothing.
    begin(&mut bench, &path, Base::Opened);
    assert_eq!(bench.merging().unwrap().incoming().tables.len(), 1);
    begin(&mut bench, &path, Base::Saved);
    assert!(bench.merging().unwrap().incoming().is_empty());
    bench.dispatch(Command::Open(path));
    bench.dispatch(Command::Answer(parkboard::workbench::question::Answer::Discard));
    bench.settle();
    assert!(bench.merging().is_none() && !bench.has_base(&Base::Saved));
}

#[test]
fn what_was_decided_otherwise_has_no_part_in_what_breaks_together() {
    let base = read("base");
    let ours = edited(&base, &[place("P1", "east"), place("P5", "east")]);
    let unplace = Edit::Unplace { plan: plan_id("A"), project: project_id("P5") };
    let theirs = edited(&base, &[place("P2", "east"), unplace]);
    let merged = merge(Some(&base), &ours, &theirs);
    assert_eq!(only(&merged).why, Disagreement::RemovedAndChanged { remover: Side::Theirs });
    let told: Vec<String> = only_together(&merged).iter().map(line).collect();
    assert_eq!(told, ["land east: A/P1 A/P5 + A/P2"]);
}
