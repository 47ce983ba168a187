//! Several projects at once: selecting, holding, placing, taking back, pinning; one step each, all or none.

use std::collections::BTreeSet;

use parkboard::{
    advise::ranking,
    evaluate::{effect, verdict::Verdict},
    i18n::phrase::Lang,
    io::settings::{Order, OrderBy, SavedView, Settings},
    model::{edit::Edit, id::ProjectId},
    workbench::{Selection, Workbench, command::Command, sample},
};

use crate::fixture::{park_id, project_id};

fn bench() -> Workbench {
    Workbench::on(sample::scenario(), Settings::default())
}

fn ids(list: &[&str]) -> Vec<ProjectId> {
    list.iter().map(|id| project_id(id)).collect()
}

fn several(list: &[&str]) -> Selection {
    Selection::of_projects(ids(list))
}

fn home(bench: &Workbench, id: &str) -> Option<String> {
    bench.judgement().facts().home(&project_id(id)).map(|(park, _)| park.to_string())
}

#[test]
fn projects_are_selected_one_by_one_and_in_ranges() {
    let mut bench = bench();
    let also = |bench: &mut Workbench, id: &str| bench.dispatch(Command::SelectAlso(project_id(id)));
    also(&mut bench, "T03");
    assert_eq!(bench.selection(), &Selection::Project(project_id("T03")));
    also(&mut bench, "T07");
    assert_eq!(bench.selection(), &several(&["T03", "T07"]));
    also(&mut bench, "T03");
    assert_eq!(bench.selection(), &Selection::Project(project_id("T07")), "one of two leaves one");
    also(&mut bench, "T07");
    assert_eq!(bench.selection(), &Selection::Nothing);
    let shown = ids(&["T20", "T03", "T04", "T07", "T09"]);
    let up_to = |bench: &mut Workbench, id: &str| {
        bench.dispatch(Command::SelectUpTo { project: project_id(id), shown: shown.clone() });
    };
    bench.dispatch(Command::Select(Selection::Project(project_id("T04"))));
    up_to(&mut bench, "T09");
    assert_eq!(bench.selection(), &several(&["T04", "T07", "T09"]));
    up_to(&mut bench, "T20");
    assert_eq!(bench.selection(), &several(&["T20", "T03", "T04"]), "from the same end, in the shown order");
    bench.dispatch(Command::Select(Selection::Project(project_id("T13"))));
    up_to(&mut bench, "T07");
    assert_eq!(bench.selection(), &Selection::Project(project_id("T07")), "what is not shown begins no range");
    assert!(!bench.is_unsaved());
}

#[test]
fn one_of_several_picked_up_picks_up_all_and_every_park_judges_them_together() {
    let mut bench = bench();
    bench.dispatch(Command::Select(several(&["T13", "T09", "T16"])));
    bench.dispatch(Command::PickUp(project_id("T13")));
    let held = bench.held().unwrap();
    let order: Vec<String> = held.projects.iter().map(|it| it.id.to_string()).collect();
    assert_eq!(order, ["T16", "T09", "T13"], "the placed one first, then by number");
    let plan = bench.plan().clone();
    for (park, preview) in held.previews.iter() {
        let moving: Vec<&ProjectId> = held
            .projects
            .iter()
            .map(|it| &it.id)
            .filter(|id| bench.judgement().facts().home(id).is_none_or(|(home, _)| home != park))
            .collect();
        assert_eq!(preview.moving, moving.len());
        let place = |id: &&ProjectId| Edit::Place {
            plan: plan.clone(),
            project: ProjectId::clone(id),
            park: park.clone(),
            premises: None,
        };
        let edit = Edit::Together(moving.iter().map(place).collect());
        let made = effect::of_edit(bench.scenario(), bench.judgement(), &edit).unwrap();
        let told = preview.effect.as_ref().unwrap();
        assert_eq!((&told.created, &told.cured, told.after), (&made.created, &made.cured, made.after), "{park}");
    }
    let orders: Vec<(Verdict, i64)> =
        held.ranked().iter().map(|park| (held.previews[park].verdict(), -held.previews[park].appeal.total())).collect();
    assert!(orders.windows(2).all(|two| two[0] <= two[1]), "the best first: {orders:?}");
    assert!(held.previews.ranking().is_empty(), "scores of several are only added up");
    bench.dispatch(Command::PickUp(project_id("T18")));
    assert_eq!(bench.held().unwrap().projects.len(), 1, "another one is picked up alone");
    assert_eq!(bench.selection(), &Selection::Project(project_id("T18")));
}

#[test]
fn a_batch_drops_as_one_step_and_the_best_parks_have_ranks() {
    let mut bench = bench();
    bench.dispatch(Command::Select(several(&["T18", "T20"])));
    bench.dispatch(Command::PickUp(project_id("T20")));
    let (best, second) = (bench.held().unwrap().ranked()[0].clone(), bench.held().unwrap().ranked()[1].clone());
    bench.dispatch(Command::AimBest(2));
    assert_eq!(bench.held().unwrap().over, Some(second));
    bench.dispatch(Command::AimBest(99));
    bench.dispatch(Command::AimBest(0));
    bench.dispatch(Command::AimBest(1));
    assert_eq!(bench.held().unwrap().over.as_ref(), Some(&best));
    let effect = bench.held().unwrap().previews[&best].effect.clone().unwrap();
    let start = bench.scenario().clone();
    bench.dispatch(Command::DropHeld);
    if bench.question().is_some() {
        bench.dispatch(Command::Answer(parkboard::workbench::question::Answer::PlaceOnly));
    }
    assert_eq!(home(&bench, "T18"), Some(best.to_string()));
    assert_eq!(home(&bench, "T20"), Some(best.to_string()));
    assert_eq!(bench.judgement().score(), effect.after);
    assert_eq!(bench.selection(), &several(&["T18", "T20"]), "they stay selected");
    let step = bench.undoable().unwrap();
    assert!(step.zh.starts_with("2 项 → ") && step.en.starts_with("2 projects → "), "{step:?}");
    bench.dispatch(Command::Undo);
    assert_eq!(bench.scenario(), &start, "one step");
    assert!(!bench.is_unsaved());
}

#[test]
fn what_one_of_a_batch_is_refused_for_stops_all_and_is_named() {
    let mut bench = bench();
    bench.dispatch(Command::PlaceAll { projects: ids(&["T20", "T04", "T18"]), park: park_id("youxian") });
    assert!(!bench.is_unsaved(), "all or none");
    assert_eq!((home(&bench, "T20"), home(&bench, "T18")), (None, None));
    let notice = bench.notice().unwrap();
    assert!(notice.text.zh.starts_with("3 项均未移动：T04 不可放入"), "{}", notice.text.zh);
    assert!(notice.text.en.starts_with("None of 3 moved: T04 not allowed in"), "{}", notice.text.en);
    let rule = bench.scenario().rules.iter().find(|it| it.id.as_str() == "chemical-park").unwrap();
    let detail = &notice.details[0];
    assert!(
        detail.zh.starts_with("T04：") && detail.zh.contains(&rule.title.zh) && detail.zh.contains(&rule.clause.zh)
    );
    assert!(detail.en.starts_with("T04: ") && detail.en.contains(rule.clause.english()));
    bench.dispatch(Command::UnplaceAll(ids(&["T10", "T11"])));
    assert!(!bench.is_unsaved(), "T11 is pinned");
    assert!(bench.notice().unwrap().text.zh.contains("T11"), "{:?}", bench.notice());
}

#[test]
fn a_batch_on_a_free_slot_asks_about_its_one_new_industry() {
    let mut bench = bench();
    bench.dispatch(Command::PlaceAll { projects: ids(&["T17"]), park: park_id("kejicheng-xinqu") });
    assert!(bench.question().is_some());
    bench.dispatch(Command::Answer(parkboard::workbench::question::Answer::Cancel));
    bench.dispatch(Command::PlaceAll { projects: ids(&["T17", "T13"]), park: park_id("kejicheng-xinqu") });
    bench.dispatch(Command::Answer(parkboard::workbench::question::Answer::PlaceOnly));
    assert_eq!((home(&bench, "T17"), home(&bench, "T13")), (home(&bench, "T13"), home(&bench, "T17")));
    assert!(home(&bench, "T17").is_some());
    bench.dispatch(Command::Undo);
    assert!(!bench.is_unsaved());
}

#[test]
fn batches_are_taken_back_and_pinned_as_one_step() {
    let mut bench = bench();
    let placed: BTreeSet<ProjectId> =
        bench.scenario().placements_of(bench.plan()).map(|it| it.project.clone()).collect();
    let pins = |bench: &Workbench| bench.scenario().pins_of(bench.plan()).count();
    bench.dispatch(Command::PinOrUnpinAll(placed.iter().cloned().collect()));
    assert_eq!(pins(&bench), placed.len());
    assert_eq!(bench.undoable().unwrap().zh, format!("钉住 {} 项", placed.len() - 1), "one was pinned already");
    bench.dispatch(Command::UnplaceAll(placed.iter().cloned().collect()));
    assert_eq!(bench.judgement().facts().placed(), placed.len(), "what is pinned stays");
    bench.dispatch(Command::PinOrUnpinAll(placed.iter().cloned().collect()));
    assert_eq!(pins(&bench), 0);
    bench.dispatch(Command::UnplaceAll(placed.iter().cloned().collect()));
    assert_eq!(bench.judgement().facts().placed(), 0);
    assert_eq!(bench.undoable().unwrap().of(Lang::En), format!("{} projects → unplaced", placed.len()));
    bench.dispatch(Command::PinOrUnpinAll(placed.iter().cloned().collect()));
    assert!(bench.notice().is_some(), "nothing to pin, and it says so");
    for _ in 0..3 {
        bench.dispatch(Command::Undo);
    }
    assert!(!bench.is_unsaved(), "three steps");
    assert_eq!(pins(&bench), 1);
}

#[test]
fn searches_are_kept_by_name_and_never_in_the_document() {
    let mut bench = bench();
    let view = |name: &str, query: &str| SavedView {
        name: name.to_owned(),
        query: query.to_owned(),
        order: Order { by: OrderBy::Land, is_descending: true },
    };
    let names = |bench: &Workbench| bench.settings().views.iter().map(|it| it.name.clone()).collect::<Vec<_>>();
    bench.dispatch(Command::KeepView(view("化工", "industry:fine-chemicals")));
    bench.dispatch(Command::KeepView(view("大项目", "")));
    bench.dispatch(Command::KeepView(view("化工", "产业:化工")));
    assert_eq!(names(&bench), ["化工", "大项目"], "the same name is the same view");
    assert_eq!(bench.settings().views[0].query, "产业:化工");
    bench.dispatch(Command::RenameView { view: "大项目".into(), name: "  按用地 ".into() });
    assert_eq!(names(&bench), ["化工", "按用地"]);
    bench.dispatch(Command::RenameView { view: "化工".into(), name: "按用地".into() });
    assert_eq!(names(&bench), ["按用地"]);
    assert_eq!(bench.settings().views[0].query, "产业:化工");
    bench.dispatch(Command::RenameView { view: "按用地".into(), name: " ".into() });
    bench.dispatch(Command::ForgetView("nobody".into()));
    assert_eq!(names(&bench), ["按用地"]);
    bench.dispatch(Command::ForgetView("按用地".into()));
    assert_eq!(names(&bench), [""; 0]);
    assert!(!bench.is_unsaved() && bench.undoable().is_none());
}

#[test]
fn ranks_while_held_are_those_of_the_advice() {
    let mut bench = bench();
    let scenario = bench.scenario().clone();
    for project in &scenario.projects {
        bench.dispatch(Command::PickUp(project.id.clone()));
        let previews = &bench.held().unwrap().previews;
        let advice = ranking::of(bench.judgement(), project);
        assert_eq!(previews.ranking(), advice, "{}", project.id);
        let told: Vec<_> = previews.standings().iter().map(|it| (&it.park, it.rank, it.is_tied)).collect();
        assert_eq!(told, advice.iter().map(|it| (&it.park, it.rank, it.is_tied)).collect::<Vec<_>>());
    }
}

#[test]
fn scores_of_several_add_up_and_the_total_is_what_the_drop_brings() {
    let mut bench = bench();
    bench.dispatch(Command::Select(several(&["T18", "T20"])));
    bench.dispatch(Command::PickUp(project_id("T20")));
    for (park, preview) in bench.held().unwrap().previews.iter() {
        let effect = preview.effect.as_ref().unwrap();
        assert_eq!(preview.appeal.total(), effect.after.fit - effect.before.fit, "{park}");
        assert_eq!(preview.appeal.suits.len(), 2);
        let (low, high) = preview.appeal.band();
        assert!(low <= preview.appeal.total() && preview.appeal.total() <= high);
    }
}

#[test]
fn a_project_is_placed_at_its_best_park_in_one_step() {
    let mut bench = bench();
    let start = bench.scenario().clone();
    bench.dispatch(Command::PlaceAtBest(vec![project_id("T18")]));
    if bench.question().is_some() {
        bench.dispatch(Command::Answer(parkboard::workbench::question::Answer::PlaceOnly));
    }
    let best = ranking::of(bench.judgement(), start.projects.get(&project_id("T18")).unwrap())[0].park.to_string();
    assert_eq!(home(&bench, "T18"), Some(best));
    let placed = bench.scenario().clone();
    bench.dispatch(Command::PlaceAtBest(vec![project_id("T18")]));
    assert_eq!(bench.scenario(), &placed, "it stands there already");
    assert!(bench.notice().unwrap().text.zh.starts_with("已在最适合的园区"));
    bench.dispatch(Command::Undo);
    assert_eq!(bench.scenario(), &start);
    for park in &start.parks {
        bench.dispatch(Command::LockOrUnlock(park.id.clone()));
    }
    let locked = bench.scenario().clone();
    bench.dispatch(Command::PlaceAtBest(vec![project_id("T18")]));
    assert_eq!(bench.scenario(), &locked, "every park vetoes it");
    let notice = bench.notice().unwrap();
    assert!(notice.text.zh.contains("均否决"));
    assert_eq!(notice.details.len(), start.parks.len(), "each with its reason");
}
