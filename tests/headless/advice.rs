//! Does advice keep its word? Certificates are checked and stripped, and every change that is offered is made.

use std::collections::BTreeMap;

use parkboard::{
    advise::{
        ranking,
        why_not::{self, Certificate, Claim, holds},
    },
    evaluate::{judgement::Judgement, verdict::Verdict},
    model::{
        edit::{Edit, apply},
        id::{ParkId, PlanId},
        park::ParkLevel,
        scenario::Scenario,
    },
};

use crate::{
    fixture::{Build, Chance, park_id, plan_id, project_id, sample, whole_city},
    random::random_city,
};

/// Pairs of project and park in random cities.
const PAIRS: usize = 1_040;

/// What was met: claims by name, changes by kind.
type Met = BTreeMap<&'static str, usize>;

/// The certificate without each of its elements.
fn stripped(certificate: &Certificate) -> Vec<Certificate> {
    let with = |claim| Certificate { claim, ..certificate.clone() };
    match &certificate.claim {
        Claim::Tied => Vec::new(),
        Claim::Findings(all) => (0..all.len())
            .map(|at| {
                let mut rest = all.clone();
                rest.remove(at);
                with(Claim::Findings(rest))
            })
            .collect(),
        Claim::Terms(all) => (0..all.len())
            .map(|at| {
                let mut rest = all.clone();
                rest.remove(at);
                with(Claim::Terms(rest))
            })
            .collect(),
    }
}

fn check(scenario: &Scenario, plan: &PlanId, project: &str, park: &ParkId, met: &mut Met) {
    let judgement = Judgement::of(scenario, plan);
    let record = scenario.projects.get(&project_id(project)).unwrap();
    let ranking = ranking::of(&judgement, record);
    let Some(certificate) = why_not::of(scenario, &judgement, &record.id, park) else {
        assert_eq!(ranking[0].park, *park);
        return;
    };
    assert!(holds(&ranking, &certificate), "{certificate:?}");
    for less in stripped(&certificate) {
        assert!(!holds(&ranking, &less), "superfluous: {certificate:?}");
    }
    let name = match &certificate.claim {
        Claim::Tied => "tied",
        Claim::Findings(_) => "findings",
        Claim::Terms(_) => "terms",
    };
    *met.entry(name).or_default() += 1;
    for change in &certificate.changes {
        *met.entry(change.kind.id()).or_default() += 1;
        let mut after = scenario.clone();
        apply(&mut after, &change.edit).unwrap();
        let judgement = Judgement::of(&after, plan);
        let first = ranking::of(&judgement, record).remove(0);
        assert_eq!(first.park, *park, "{change:?}");
    }
}

#[test]
fn nothing_in_a_certificate_is_superfluous_and_every_change_offered_puts_the_park_first() {
    let mut chance = Chance::new(41);
    let mut met = Met::new();
    let mut pairs = 0;
    while pairs < PAIRS {
        let city = random_city(&mut chance);
        for _ in 0..8 {
            let project = format!("P{}", 1 + chance.below(9));
            let park = park_id(&format!("park-{}", chance.below(4)));
            check(&city, &plan_id("A"), &project, &park, &mut met);
            pairs += 1;
        }
    }
    for name in ["tied", "findings", "terms", "waiver", "position", "datum", "move", "weight"] {
        assert!(met.get(name).is_some_and(|count| *count > 2), "{name} was hardly met: {met:?}");
    }
}

#[test]
fn certificates_of_the_sample_hold() {
    let city = sample();
    let mut met = Met::new();
    for (number, park) in
        [(1, "santai"), (2, "jingkai"), (4, "gaoxin"), (7, "jiangyou"), (12, "anzhou"), (19, "gaoxin")]
    {
        check(&city, &plan_id("A"), &format!("T{number:02}"), &park_id(park), &mut met);
    }
    assert!(met.values().sum::<usize>() >= 6, "{met:?}");
}

#[test]
fn a_tie_is_told_as_a_tie() {
    let mut city = whole_city();
    for id in ["one", "two"] {
        city.park(id, ParkLevel::Provincial, "600");
    }
    city.project("P1", "displays", "20");
    let judgement = Judgement::of(&city, &plan_id("A"));
    let certificate = why_not::of(&city, &judgement, &project_id("P1"), &park_id("two")).unwrap();
    assert_eq!((&certificate.claim, certificate.gap), (&Claim::Tied, 0));
    let told = parkboard::i18n::advice::claim(&city, &certificate, Verdict::Recommended);
    assert!(told.zh.contains("并列") && told.en.contains("tied"), "{told:?}");
    assert_eq!(why_not::of(&city, &judgement, &project_id("P1"), &park_id("one")), None, "it stands first");
}

#[test]
fn a_plan_that_may_not_change_gets_reasons_and_no_changes() {
    let mut city = sample();
    let project = city.projects.get(&project_id("T01")).unwrap().clone();
    let edit = Edit::Approve { plan: plan_id("B"), on: city.as_of, by: "office".into() };
    apply(&mut city, &edit).unwrap();
    let judgement = Judgement::of(&city, &plan_id("B"));
    let last = ranking::of(&judgement, &project).pop().unwrap();
    let certificate = why_not::of(&city, &judgement, &project.id, &last.park).unwrap();
    assert!(certificate.changes.is_empty() && holds(&ranking::of(&judgement, &project), &certificate));
}
