//! Agreements, their ledgers and the guard.

use parkboard::{
    analysis::sharing::{
        Assessment, Counted, Ledger, Standing,
        coalition::{Division, Gap},
        fen,
        guard::{Cure, Welfare},
        units::{Books, Guard, UnitYear},
    },
    evaluate::judgement::Judgement,
    model::{
        edit::{Edit, apply, sharing::SharingEdit},
        evidence::Evidence,
        id::{ProjectId, RecordId, UnitId},
        park::ParkLevel,
        plan::{Agreement, Grant},
        quantity::{Mu, WanYuan, Yuan},
        scenario::Scenario,
        sharing::{CoalitionWorth, LedgerEntry, Party, SharingTemplate, SharingYears, Tax, Transfer},
        support::Programme,
        text::Text,
    },
    rules::facts::Facts,
};

use super::{factor, plan, wan};
use crate::{
    fixture::{Build, Chance, city, name, park_id, project, project_id, record_id, sample},
    random::random_city,
};

/// Random agreements whose shares are added up.
const AGREEMENTS: usize = 100_000;
/// Small cities of which the guard is asked.
const CITIES: u64 = 500;

fn unit(id: &str) -> UnitId {
    UnitId::new(id).unwrap()
}

/// Two units with a park each, and a third one; project P1 stands in the park of `west`.
fn two_units() -> Scenario {
    let mut city = city();
    for id in ["east", "west", "fund"] {
        city.units.insert(parkboard::model::park::Unit {
            id: unit(id),
            name: name(id),
            kind: parkboard::model::park::UnitKind::District,
            place: None,
            evidence: Evidence::default(),
        });
    }
    for (park, owner) in [("here", "west"), ("there", "east")] {
        city.park(park, ParkLevel::Provincial, "900");
        city.set_park(park, |it| it.beneficiary_unit = Some(unit(owner)));
    }
    city.projects.insert(parkboard::model::project::Project {
        land: Some(Mu::from_steps(1_000)),
        output: Some(wan("10000")),
        investment: Some(wan("4321.09")),
        ..project("P1", "food")
    });
    city.programmes.insert(Programme::new(record_id("fund"), name("fund"), None, Evidence::default()));
    city.place("P1", "here");
    city
}

/// Windows of years that follow each other, at random; now and then none.
fn random_windows(chance: &mut Chance) -> Vec<SharingYears> {
    let (mut next, mut windows) = (1, Vec::new());
    for _ in 0..chance.below(4) {
        let from = next + u16::try_from(chance.below(3)).unwrap();
        let to = from + u16::try_from(chance.below(4)).unwrap();
        windows.push(SharingYears { from, to, originator: factor_of(chance.between(0, 1_000)) });
        next = to + 1;
    }
    windows
}

fn factor_of(steps: i64) -> parkboard::model::quantity::Factor {
    parkboard::model::quantity::Factor::from_steps(steps)
}

fn random_taxes(chance: &mut Chance, world: &mut Scenario) {
    world.taxes.retain(|_| false);
    let mut left = 1_000;
    for id in ["vat", "cit", "local"].into_iter().take(chance.below(4)) {
        let part = chance.between(0, left);
        left -= part;
        world.taxes.insert(Tax {
            id: record_id(id),
            name: name(id),
            part: factor_of(part),
            retained: factor_of(chance.between(0, 1_000)),
            evidence: Evidence::default(),
        });
    }
}

fn random_template(chance: &mut Chance, world: &Scenario) -> SharingTemplate {
    let taxes: Vec<RecordId> = world.taxes.iter().map(|it| it.id.clone()).collect();
    SharingTemplate {
        assessment: random_windows(chance),
        taxes: taxes.into_iter().filter(|_| chance.once_in(3)).collect(),
        gross: chance.once_in(4),
        repays_outlay: chance.once_in(2),
        increment_only: chance.once_in(3),
        counts_double: chance.once_in(3),
        ..SharingTemplate::new(record_id("t"), name("t"), random_windows(chance), Evidence::default())
    }
}

/// An amount of 万元: now and then none, zero, a step, or odd.
fn random_amount(chance: &mut Chance) -> Option<WanYuan> {
    match chance.below(8) {
        0 => None,
        1 => Some(WanYuan::ZERO),
        2 => Some(WanYuan::from_steps(1)),
        _ => Some(WanYuan::from_steps(chance.between(0, 90_000_007))),
    }
}

#[test]
fn shares_add_up_to_the_base_in_every_year_and_double_counting_enters_no_city_total() {
    let mut world = two_units();
    let facts = Facts::of(&world, &plan());
    let p1 = project_id("P1");
    let mut rows = 0_usize;
    for seed in 0..AGREEMENTS {
        let chance = &mut Chance::new(u64::try_from(seed).unwrap());
        if seed % 10 == 0 {
            random_taxes(chance, &mut world);
        }
        let template = random_template(chance, &world);
        world.sharing_templates.insert(template.clone());
        let before = world.projects.get(&p1).unwrap().as_ref().clone();
        world.projects.insert(parkboard::model::project::Project { tax: random_amount(chance), ..before });
        let grant = WanYuan::from_steps(chance.between(0, 9_999_999));
        world.grants.insert(Grant::new(plan(), record_id("fund"), p1.clone(), grant));
        world.ledger.retain(|_| false);
        for year in 2023..2030 {
            if chance.once_in(4) {
                let yuan = |chance: &mut Chance| Some(Yuan::from_steps(chance.between(0, 99_999_999_999)));
                let (tax, incentives) = (yuan(chance), if chance.once_in(2) { yuan(chance) } else { None });
                let paid = Some(Yuan::from_steps(chance.between(0, 9)));
                world.ledger.insert(LedgerEntry { plan: plan(), project: p1.clone(), year, tax, incentives, paid });
            }
        }
        let share = chance.between(0, 1_000);
        let others = chance.once_in(3).then(|| Party { unit: unit("fund"), share: factor_of(share) });
        let agreement = Agreement {
            terms: if chance.once_in(3) { random_windows(chance) } else { Vec::new() },
            outlay: random_amount(chance),
            base_tax: random_amount(chance),
            others: others.into_iter().collect(),
            ..Agreement::new((plan(), p1.clone()), (unit("east"), unit("west")), record_id("t"), 2023)
        };
        rows += adds_up(&world, &facts, &agreement, seed);
        counts_once(&world, &agreement, &template, seed);
    }
    assert!(rows > AGREEMENTS, "{rows} rows");
}

/// Asserts that every split of the ledger adds up and nobody gets less than nothing; tells how many rows there are.
fn adds_up(world: &Scenario, facts: &Facts, agreement: &Agreement, seed: usize) -> usize {
    let ledger = Ledger::of(world, facts, agreement).unwrap();
    assert_eq!(ledger.standing, Standing::InForce);
    let template = world.sharing_templates.get(&agreement.template).unwrap();
    let (mut expected, mut actual) = (0_i64, 0_i64);
    for row in &ledger.rows {
        for split in row.expected.iter().chain(&row.actual) {
            assert_eq!(split.sum(), split.base, "{seed}: year {}", row.year);
            assert_eq!(split.others.len(), agreement.others.len());
            let all = [split.base, split.repaid, split.kept, split.originator, split.host];
            assert!(all.iter().chain(&split.others).all(|it| *it >= 0), "{seed}: {split:?}");
            assert!(split.originator >= split.kept + split.repaid);
        }
        expected += row.split().map_or(0, |it| it.repaid);
        actual += row.actual.as_ref().map_or(0, |it| it.repaid);
    }
    let outlay = if template.repays_outlay { agreement.outlay.map_or(0, fen) } else { 0 };
    assert!(expected <= outlay && actual <= outlay, "{seed}: no outlay is repaid twice");
    // After the last window the host keeps all but what is still to be repaid.
    if let Some(split) = ledger.rows.last().and_then(|it| it.split()) {
        assert_eq!(split.host, split.base - split.repaid, "{seed}");
    }
    ledger.rows.len()
}

fn counts_once(world: &Scenario, agreement: &Agreement, template: &SharingTemplate, seed: usize) {
    let project = world.projects.get(&agreement.project).unwrap();
    for (counted, figure) in [(Counted::Output, project.output), (Counted::Investment, project.investment)] {
        let mut found = Assessment::default();
        found.add(agreement, template, project, counted, 1);
        let figure = figure.unwrap().steps();
        assert_eq!(found.city_total(), figure, "{seed}: the city counts it once");
        let assessed: i64 = found.assessed.values().sum();
        let times = if template.counts_double { 2 } else { 1 };
        assert_eq!(assessed, figure * times, "{seed}");
        assert_eq!(found.official.get(&agreement.host), Some(&figure), "{seed}: statistics go by location");
    }
}

/// The ledger of a project with 1,000 万元 of tax a year by a template of the sample: of value added tax 162.5 stay, of income tax
/// 78, of local taxes 130; together 370.5 万元.
fn by_template(id: &str, change: impl FnOnce(&mut Agreement, &mut Scenario)) -> Ledger {
    let mut world = two_units();
    let sample = sample();
    world.taxes = sample.taxes.clone();
    world.sharing_templates = sample.sharing_templates.clone();
    let before = world.projects.get(&project_id("P1")).unwrap().as_ref().clone();
    world.projects.insert(parkboard::model::project::Project { tax: Some(wan("1000")), ..before });
    let mut agreement = Agreement::new((plan(), project_id("P1")), (unit("east"), unit("west")), record_id(id), 2023);
    change(&mut agreement, &mut world);
    Ledger::of(&world, &Facts::of(&world, &plan()), &agreement).unwrap()
}

/// Shares of originator and host in the year of this number, 万元.
fn year(ledger: &Ledger, number: usize) -> (WanYuan, WanYuan) {
    let split = ledger.rows[number - 1].expected.as_ref().unwrap();
    let of = |fen: i64| {
        assert_eq!(fen % 10_000, 0, "a round hundredth of 10,000 yuan");
        WanYuan::from_steps(fen / 10_000)
    };
    (of(split.originator), of(split.host))
}

#[test]
fn the_published_cases_come_out_as_worked_by_hand() {
    let pair = |originator: &str, host: &str| (wan(originator), wan(host));
    let plain = |_: &mut Agreement, _: &mut Scenario| ();
    // Guangyuan (S63): value added and income tax 6:4; 240.5 of 370.5 are shared.
    let guangyuan = by_template("guangyuan", plain);
    assert_eq!(year(&guangyuan, 1), pair("144.3", "96.2"));
    // Zibo (S64): an outlay of 500 is repaid first, 370.5 and 129.5; then 6:4 until year 20; then the host.
    let zibo = by_template("zibo", |it, _| it.outlay = Some(wan("500")));
    assert_eq!(year(&zibo, 1), pair("370.5", "0"));
    assert_eq!(year(&zibo, 2), pair("274.1", "96.4"), "129.5 and 60 % of 241");
    assert_eq!((year(&zibo, 20), year(&zibo, 21)), (pair("222.3", "148.2"), pair("0", "370.5")));
    // Zibo and Shizuishan (S65): 60:40 for ten years, 50:50 for forty.
    let far = by_template("zibo-shizuishan", plain);
    assert_eq!((year(&far, 10), year(&far, 11)), (pair("222.3", "148.2"), pair("185.25", "185.25")));
    assert_eq!((year(&far, 50), year(&far, 51)), (pair("185.25", "185.25"), pair("0", "370.5")));
    // Jimei (S66): no tax is shared.
    assert_eq!(year(&by_template("jimei", plain), 1), pair("0", "370.5"));
    // Kunming (S60): net of incentives, at what the parties agree; 100 of incentives in the first year.
    let kunming = by_template("kunming", |it, world| {
        it.terms = vec![SharingYears { from: 1, to: 2, originator: factor("0.5") }];
        world.grants.insert(Grant::new(plan(), record_id("fund"), project_id("P1"), wan("100")));
    });
    assert_eq!((year(&kunming, 1), year(&kunming, 2)), (pair("135.25", "135.25"), pair("185.25", "185.25")));
    // Ningde: 5:5 for five years.
    let ningde = by_template("ningde", plain);
    assert_eq!((year(&ningde, 5), year(&ningde, 6)), (pair("185.25", "185.25"), pair("0", "370.5")));
    // T1 to T4.
    let referral = by_template("T1", plain);
    assert_eq!((year(&referral, 3), year(&referral, 4)), (pair("74.1", "296.4"), pair("0", "370.5")));
    let first_talk = by_template("T2", plain);
    assert_eq!((year(&first_talk, 3), year(&first_talk, 4)), (pair("185.25", "185.25"), pair("111.15", "259.35")));
    assert_eq!((year(&first_talk, 5), year(&first_talk, 6)), (pair("111.15", "259.35"), pair("0", "370.5")));
    let enclave = by_template("T3", plain);
    assert_eq!((year(&enclave, 10), year(&enclave, 11)), (pair("222.3", "148.2"), pair("185.25", "185.25")));
    // A relocation with 300 of tax in its base year: 111.15 of it stay, and half of the increment of 259.35 = 129.675.
    let relocation = by_template("T4", |it, _| it.base_tax = Some(wan("300")));
    let split = relocation.rows[0].expected.as_ref().unwrap();
    assert_eq!((split.kept, split.originator, split.host), (111_150_000, 240_825_000, 129_675_000));
}

#[test]
fn assessment_splits_credit_or_counts_it_twice() {
    let sample = sample();
    let project = parkboard::model::project::Project { output: Some(wan("10000")), ..project("P1", "food") };
    let column = |id: &str, number: u16| {
        let template = sample.sharing_templates.get(&record_id(id)).unwrap();
        let agreement = Agreement::new((plan(), project_id("P1")), (unit("east"), unit("west")), record_id(id), 2023);
        let mut found = Assessment::default();
        found.add(&agreement, template, &project, Counted::Output, number);
        let of = |id: &str| WanYuan::from_steps(found.assessed.get(&unit(id)).copied().unwrap_or(0));
        (of("east"), of("west"), WanYuan::from_steps(found.city_total()))
    };
    assert_eq!(column("jimei", 1), (wan("3000"), wan("7000"), wan("10000")));
    assert_eq!(column("ningde", 5), (wan("5000"), wan("5000"), wan("10000")));
    assert_eq!(column("ningde", 6), (WanYuan::ZERO, wan("10000"), wan("10000")));
    assert_eq!(column("kunming", 1), (wan("10000"), wan("10000"), wan("10000")), "twice, and once for the city");
}

#[test]
fn three_parties_share_by_contribution_and_it_is_told_who_would_rather_leave() {
    let mut agreement = Agreement::new((plan(), project_id("P1")), (unit("east"), unit("west")), record_id("t"), 2023);
    assert!(Division::of(&agreement).is_none(), "nothing is stated");
    agreement.others = vec![Party { unit: unit("fund"), share: factor("0") }];
    let worth = |units: &[&str], amount: &str| CoalitionWorth {
        units: units.iter().map(|it| unit(it)).collect(),
        worth: wan(amount),
    };
    agreement.worths = vec![worth(&["west", "east"], "60"), worth(&["east", "fund"], "48")];
    let gap = Division::of(&agreement).unwrap().unwrap_err();
    assert_eq!(gap, Gap::NoWorth(vec![unit("west"), unit("fund")]), "every coalition of two needs a worth");
    agreement.worths.push(worth(&["fund", "west"], "30"));
    agreement.worths.push(worth(&["east", "west", "fund"], "90"));
    let fair = Division::of(&agreement).unwrap().unwrap();
    let near = |found: &[f64], expected: [f64; 3]| found.iter().zip(expected).all(|(it, e)| (it - e).abs() < 1e-9);
    assert!(near(&fair.shares, [38.0, 29.0, 23.0]) && fair.violations.is_empty() && fair.core.is_some());
    let (others, originator) = fair.as_terms().unwrap();
    assert_eq!((others[0].share, originator), (factor("0.256"), factor("0.567")), "23 of 90, 38 of 67");
    // One that the others need, and two of whom one is enough: the value lies outside the core.
    agreement.worths = vec![
        worth(&["east", "west"], "100"),
        worth(&["east", "fund"], "100"),
        worth(&["fund", "west"], "0"),
        worth(&["east", "west", "fund"], "100"),
    ];
    let gloves = Division::of(&agreement).unwrap().unwrap();
    let leaving: Vec<Vec<UnitId>> = gloves.violations.iter().map(|it| it.0.clone()).collect();
    assert_eq!(leaving, [[unit("east"), unit("west")], [unit("east"), unit("fund")]]);
    assert!(near(&gloves.core.unwrap(), [100.0, 0.0, 0.0]));
}

#[test]
fn moving_the_project_moves_its_ledger_and_the_books_of_the_units() {
    let mut world = two_units();
    let before = world.projects.get(&project_id("P1")).unwrap().as_ref().clone();
    world.projects.insert(parkboard::model::project::Project { tax: Some(wan("100")), ..before });
    let windows = vec![SharingYears { from: 1, to: 3, originator: factor("0.3") }];
    world.sharing_templates.insert(SharingTemplate::new(record_id("t"), name("t"), windows, Evidence::default()));
    world.agreements.insert(Agreement::new(
        (plan(), project_id("P1")),
        (unit("east"), unit("west")),
        record_id("t"),
        2023,
    ));
    let net = |world: &Scenario, id: &str| {
        let books = Books::of(world, &Facts::of(world, &plan()));
        books.units[&unit(id)].iter().map(UnitYear::net).take(4).collect::<Vec<_>>()
    };
    let fen = |wan: i64| wan * 1_000_000;
    assert_eq!(net(&world, "east"), [30, 30, 30, 0].map(fen));
    assert_eq!(net(&world, "west"), [70, 70, 70, 100].map(fen));
    let touched = apply(
        &mut world,
        &Edit::Place { plan: plan(), project: project_id("P1"), park: park_id("there"), premises: None },
    );
    assert!(touched.is_ok());
    let ledgers = Ledger::all(&world, &Facts::of(&world, &plan()));
    assert_eq!(ledgers[0].standing, Standing::HostDiffers(Some(unit("east"))));
    assert_eq!((net(&world, "east"), net(&world, "west")), ([100; 4].map(fen).to_vec(), vec![0; 4]));
}

#[test]
fn the_proposed_transfers_leave_nobody_worse_off_or_none_can() {
    let (mut paid, mut impossible, mut fine) = (0, 0, 0);
    for seed in 0..CITIES {
        let chance = &mut Chance::new(seed);
        let mut world = random_city(chance);
        let ids: Vec<ProjectId> = world.projects.iter().map(|it| it.id.clone()).collect();
        for id in ids {
            let mut it = world.projects.get(&id).unwrap().as_ref().clone();
            it.tax = Some(WanYuan::from_steps(chance.between(0, 500_000)));
            it.first_reporter = Some(unit(chance.one::<&str>(&["east", "west"])));
            world.projects.insert(it);
        }
        for number in 0..4 {
            let owner = unit(["east", "west", "east", "west"][number]);
            world.set_park(&format!("park-{number}"), |it| {
                if it.beneficiary_unit.is_none() {
                    it.beneficiary_unit = Some(owner.clone());
                }
            });
        }
        // Incentives are money that leaves the purse: with them there may be less than without the plan.
        for id in (1..=9).map(|it| project_id(&format!("P{it}"))) {
            if seed % 2 == 0 && chance.once_in(2) && world.projects.contains(&id) {
                let grant = WanYuan::from_steps(chance.between(0, 900_000));
                world.grants.insert(Grant::new(plan(), record_id("fund"), id, grant));
            }
        }
        let facts = Facts::of(&world, &plan());
        let books = Books::of(&world, &facts);
        let guard = Guard::of(&world, &facts, &books);
        let total: i64 = guard.units.iter().map(Welfare::gain).sum();
        let losses: i64 = guard.units.iter().map(|it| it.gain().min(0)).sum();
        match &guard.cure {
            Cure::NotNeeded => {
                assert_eq!(guard.worse_off().count(), 0, "{seed}");
                fine += 1;
            }
            Cure::Impossible(lack) => {
                assert_eq!(*lack, -total, "{seed}: the lack is what all lose together");
                assert!(total < 0);
                impossible += 1;
            }
            Cure::Payments(payments) => {
                let moved: i64 = payments.iter().map(|it| it.amount).sum();
                assert_eq!(moved, -losses, "{seed}: no more moves than is lost");
                let reached = cured(&world, &guard, payments);
                assert!(reached.iter().all(|gain| *gain >= 0), "{seed}: {reached:?}");
                assert_eq!(reached.iter().sum::<i64>(), total, "{seed}: transfers make no money");
                paid += 1;
            }
        }
    }
    assert!(paid > 20 && impossible > 20 && fine > 20, "{paid} paid, {impossible} impossible, {fine} fine");
}

/// The gains once the payments are agreed.
fn cured(world: &Scenario, guard: &Guard, payments: &[parkboard::analysis::sharing::guard::Payment]) -> Vec<i64> {
    let mut world = world.clone();
    world.transfers.retain(|_| false);
    for payment in payments {
        let transfer = Transfer {
            plan: plan(),
            from: guard.units[payment.from].unit.clone(),
            to: guard.units[payment.to].unit.clone(),
            amount: Yuan::from_steps(payment.amount),
            first_year: world.as_of.year() + 1,
            last_year: world.as_of.year() + 10,
            reason: Text::new("补偿", "").zh,
        };
        apply(&mut world, &Edit::Share(SharingEdit::AgreeTransfer(transfer))).unwrap();
    }
    let facts = Judgement::of(&world, &plan()).facts().clone();
    Guard::of(&world, &facts, &Books::of(&world, &facts)).units.iter().map(Welfare::gain).collect()
}
