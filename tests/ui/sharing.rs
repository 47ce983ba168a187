//! Support and sharing in the window, by mouse and by keyboard, in both languages and both sizes: a programme is shared out, a
//! project is funded otherwise than the rule says, an agreement is made and its ledger read, losses are cured, a task is done.

use egui::{Key, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use parkboard::{
    analysis::{
        sharing::{
            Ledger,
            guard::Cure,
            units::{Books, Guard},
        },
        support::{self, Light, Reason},
    },
    i18n::{
        figure,
        phrase::{Phrase, deed_to},
        sharing as say, support as say_support, words,
    },
    model::{
        edit::support::SupportEdit,
        id::{PlanId, RecordId},
        plan::{Grant, Reserved},
        quantity::{Mu, WanYuan},
        text::Text,
    },
    workbench::{
        Selection, Workbench,
        command::{Command, Fresh},
    },
};

use crate::harness::{
    SIZES, Window, card_place, click, click_phrase, ctrl, labels, park, press, project, project_label, sample_windows,
    say, settle, two_windows, type_into, window,
};

fn tell(window: &Window, text: &Text) -> String {
    text.of(window.state().bench().lang()).to_owned()
}

/// Whether something is called, or says, exactly or in part these words.
fn shows(window: &Window, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}

/// The words of the row that begins like this.
#[track_caller]
fn row(window: &Window, begin: &str) -> String {
    // What only tells has its words as its value.
    let nodes = window.root().children_recursive().map(|node| node.accesskit_node());
    let mut labels = nodes.filter_map(|node| node.label().or_else(|| node.value()));
    labels.find(|label| label.starts_with(begin)).unwrap_or_else(|| panic!("no row begins with {begin:?}"))
}

/// The words of the row that has these in it.
#[track_caller]
fn row_that_has(window: &Window, part: &str) -> String {
    let nodes = window.root().children_recursive().map(|node| node.accesskit_node());
    let mut labels = nodes.filter_map(|node| node.label().or_else(|| node.value()));
    labels.find(|label| label.contains(part)).unwrap_or_else(|| panic!("no row has {part:?}"))
}

/// Turns to the workspace and, from its first page, to a page by the keys.
fn turn(window: &mut Window, steps: usize) {
    ctrl(window, Key::Num5);
    for _ in 0..steps {
        press(window, Key::ArrowRight);
    }
}

fn write(window: &mut Window, field: Phrase, text: &str) {
    let label = say(window, field).to_owned();
    type_into(window, &label, text);
}

/// Does the deed of the sheet that is open.
fn record(window: &mut Window) {
    ctrl(window, Key::Enter);
}

fn record_id(id: &str) -> RecordId {
    RecordId::new(id).unwrap()
}

/// A tool of a row: what it does, and of which record.
fn click_tool(window: &mut Window, deed: Phrase, of: &str) {
    let label = deed_to(say(window, deed), of);
    click(window, &label);
}

fn granted(window: &Window, programme: &str, id: &str) -> Option<WanYuan> {
    let bench = window.state().bench();
    let key = (bench.plan().clone(), record_id(programme), project(id));
    bench.scenario().grants.get(&key).map(|it| it.amount)
}

#[test]
fn a_programme_is_shared_out_until_it_is_used_up_and_the_rest_are_told_why() {
    for mut window in sample_windows() {
        let start = window.state().bench().scenario().clone();
        turn(&mut window, 0);
        click_phrase(&mut window, say_support::ALLOCATE);
        let bench = window.state().bench();
        let world = bench.judgement().world();
        let programme = world.programmes.get(&record_id("industry-fund")).unwrap();
        let allocation = support::allocate(world, bench.judgement().facts(), programme);
        assert_eq!(allocation.left, Some(WanYuan::ZERO), "the budget is used up");
        let none = allocation.awards.iter().find(|it| it.amount == WanYuan::ZERO).unwrap();
        assert!(matches!(none.reason, Some(Reason::Exhausted(_))));
        for award in &allocation.awards {
            let told = row(&window, &format!("{} · ", project_label(&window, award.project.as_str())));
            let amount = say_support::wan_steps(award.amount);
            assert!(told.contains(&format!("{} {amount}", say(&window, say_support::BY_RULE))), "{told}");
            if let Some(reason) = &award.reason {
                let why = tell(&window, &say_support::reason(world, reason));
                assert!(told.contains(&why), "{told} says {why}");
            }
        }
        assert_eq!(granted(&window, "industry-fund", "T01"), Some(WanYuan::from_steps(90_000)));
        assert_eq!(granted(&window, "industry-fund", "T14"), None);
        // Nothing is left to do by the rule, and the button says so.
        let allocate = window.get_by_label(say(&window, say_support::ALLOCATE));
        assert!(allocate.accesskit_node().is_disabled());
        ctrl(&mut window, Key::Z);
        assert!(*window.state().bench().scenario() == start);
    }
}

#[test]
fn a_project_is_funded_otherwise_than_the_rule_says_with_a_reason_and_without_one_it_is_not() {
    for mut window in two_windows() {
        let start = window.state().bench().scenario().clone();
        turn(&mut window, 0);
        click_tool(&mut window, say_support::EDIT_GRANT, "T14");
        write(&mut window, say_support::GRANT_FIELD, "300");
        record(&mut window);
        let missing = say(&window, say_support::DEPARTS_MISSING).to_owned();
        assert!(shows(&window, &missing), "{:?}", labels(&window, Role::Label));
        assert_eq!(granted(&window, "industry-fund", "T14"), None);
        write(&mut window, say_support::DEPARTS_REASON, "市委专题会议定");
        record(&mut window);
        assert_eq!(granted(&window, "industry-fund", "T14"), Some(WanYuan::from_steps(30_000)));
        let bench = window.state().bench();
        let key = (bench.plan().clone(), record_id("industry-fund"), project("T14"));
        let grant = bench.scenario().grants.get(&key).unwrap();
        assert_eq!((grant.ruled, grant.reason.as_str()), (Some(WanYuan::ZERO), "市委专题会议定"));
        let told = row(&window, &format!("{} · ", project_label(&window, "T14")));
        assert!(told.contains("市委专题会议定"), "{told}");
        // What a person decided stays when the rule shares out the rest: 2,400 less 300.
        click_phrase(&mut window, say_support::ALLOCATE);
        let all = ["T01", "T06", "T08", "T14"].map(|id| granted(&window, "industry-fund", id).unwrap_or_default());
        assert_eq!(all.into_iter().fold(WanYuan::ZERO, WanYuan::plus), WanYuan::from_steps(240_000));
        assert_eq!(granted(&window, "industry-fund", "T14"), Some(WanYuan::from_steps(30_000)));
        let done = window.state().bench().scenario().clone();
        ctrl(&mut window, Key::Z);
        ctrl(&mut window, Key::Z);
        assert!(*window.state().bench().scenario() == start);
        ctrl(&mut window, Key::Y);
        ctrl(&mut window, Key::Y);
        assert!(*window.state().bench().scenario() == done);
    }
}

#[test]
fn an_agreement_is_made_and_the_first_year_of_its_ledger_read() {
    for mut window in sample_windows() {
        let start = window.state().bench().scenario().clone();
        turn(&mut window, 2);
        // T06 was reported by Anzhou and stands in Jiangyou.
        click_tool(&mut window, say::AGREE_ON, "T06");
        write(&mut window, say::FIRST_YEAR, "2024");
        record(&mut window);
        let bench = window.state().bench();
        let agreement = bench.scenario().agreements.get(&(bench.plan().clone(), project("T06"))).unwrap().clone();
        assert_eq!((agreement.originator.as_str(), agreement.host.as_str()), ("anzhou-district", "jiangyou-city"));
        let ledger = Ledger::of(bench.judgement().world(), bench.judgement().facts(), &agreement).unwrap();
        let unit = |id| tell(&window, &say::unit_name(&start, id));
        let (from, to) = (unit(&agreement.originator), unit(&agreement.host));
        let listed = format!("{} · {from} → {to} · {}", project_label(&window, "T06"), say(&window, say::IN_FORCE));
        click(&mut window, &listed);
        let first = ledger.rows[0].expected.as_ref().unwrap();
        assert_eq!(first.sum(), first.base);
        let told = row(&window, "2024 · ");
        for (name, fen) in [
            (say::EXPECTED, first.base),
            (say::ORIGINATOR, first.originator),
            (say::HOST, first.host),
            (say::DUE, first.handed_on()),
        ] {
            let exact = format!("{} {}", say(&window, name), tell(&window, &say::yuan(fen)));
            assert!(told.contains(&exact), "{told} says {exact}");
        }
        // A year is booked: tax 1,000, incentives 200, paid 100.
        click_tool(&mut window, say::BOOK, "2024 T06");
        write(&mut window, say::TAX_FIELD, "1000");
        write(&mut window, say::INCENTIVES_FIELD, "200");
        write(&mut window, say::PAID_FIELD, "100");
        record(&mut window);
        let told = row(&window, "2024 · ");
        let owed = format!("{} {}", say(&window, say::OWED), tell(&window, &say::yuan(300_000_000)));
        assert!(told.contains(&owed), "{told} says {owed}");
        let done = window.state().bench().scenario().clone();
        ctrl(&mut window, Key::Z);
        ctrl(&mut window, Key::Z);
        assert!(*window.state().bench().scenario() == start);
        ctrl(&mut window, Key::Y);
        ctrl(&mut window, Key::Y);
        assert!(*window.state().bench().scenario() == done);
    }
}

#[test]
fn own_terms_and_a_third_party_add_up_and_what_is_wrong_is_told() {
    for mut window in two_windows() {
        turn(&mut window, 2);
        click_tool(&mut window, say::AGREE_ON, "T10");
        click_phrase(&mut window, say::OWN_TERMS);
        let share = format!("{} · 1", say(&window, say::ORIGINATOR_SHARE));
        type_into(&mut window, &share, "140");
        record(&mut window);
        assert!(shows(&window, say(&window, say::TERMS_WRONG)));
        type_into(&mut window, &share, "60");
        click_phrase(&mut window, say::ADD_PARTY);
        record(&mut window);
        let bench = window.state().bench();
        let agreement = bench.scenario().agreements.get(&(bench.plan().clone(), project("T10"))).unwrap();
        assert_eq!((agreement.others.len(), agreement.terms[0].originator.steps()), (1, 600));
        let ledger = Ledger::of(bench.judgement().world(), bench.judgement().facts(), agreement).unwrap();
        for row in &ledger.rows {
            let split = row.expected.as_ref().unwrap();
            assert_eq!(split.sum(), split.base);
        }
    }
}

/// Two of three pairs have something together, the third nothing, all 100: reckoned by hand.
#[test]
fn three_parties_share_by_what_each_adds_and_are_told_who_would_leave() {
    for mut window in two_windows() {
        let start = window.state().bench().scenario().clone();
        turn(&mut window, 2);
        click_tool(&mut window, say::AGREE_ON, "T10");
        assert!(!shows(&window, say(&window, say::BY_CONTRIBUTION)), "two parties have nothing to reckon");
        click_phrase(&mut window, say::ADD_PARTY);
        click_phrase(&mut window, say::BY_CONTRIBUTION);
        let begin = format!("{} · ", say(&window, say::WORTH));
        let fields: Vec<String> =
            labels(&window, Role::TextInput).into_iter().filter(|it| it.starts_with(&begin)).collect();
        assert_eq!(fields.len(), 7, "{fields:?}");
        // Originator and host 60, originator and third 30, host and third 0, all 100; the order is by size, then as they were added.
        for (field, worth) in fields.iter().skip(3).zip(["60", "30", "x"]) {
            type_into(&mut window, field, worth);
        }
        record(&mut window);
        assert!(shows(&window, say(&window, say::BY_CONTRIBUTION)), "what is no amount is not agreed");
        for (field, worth) in fields.iter().skip(5).zip(["0", "100"]) {
            type_into(&mut window, field, worth);
        }
        // (100/3 + 60/6 + 30/6, 100/3 + 60/6 - 30/3, 100/3 - 60/3 + 30/6), each with what it adds over six orders.
        for share in ["48.3", "33.3", "18.3"] {
            row_that_has(&window, &format!(" · {share} · "));
        }
        assert!(shows(&window, say(&window, say::IN_CORE)));
        // It lies below what the sheet shows; the screen reader reaches it there.
        window.get_by_label(say(&window, say::TAKE_SHARES)).click_accesskit();
        window.run();
        record(&mut window);
        let bench = window.state().bench();
        let agreement = bench.scenario().agreements.get(&(bench.plan().clone(), project("T10"))).unwrap();
        assert_eq!(agreement.worths.len(), 4);
        let (third, originator) = (agreement.others[0].share.steps(), agreement.terms[0].originator.steps());
        assert_eq!((third, originator), (183, 592), "18.3 % of all; 48.3 of the 81.7 that are left");
        ctrl(&mut window, Key::Z);
        assert!(*window.state().bench().scenario() == start);
    }
}

#[test]
fn the_transfers_of_the_guard_are_agreed_and_nobody_is_worse_off() {
    for mut window in sample_windows() {
        let start = window.state().bench().scenario().clone();
        turn(&mut window, 3);
        let guard = |window: &Window| {
            let judgement = window.state().bench().judgement();
            let books = Books::of(judgement.world(), judgement.facts());
            Guard::of(judgement.world(), judgement.facts(), &books)
        };
        assert!(matches!(guard(&window).cure, Cure::Payments(_)));
        click_phrase(&mut window, say::COMPENSATE);
        assert_eq!(guard(&window).cure, Cure::NotNeeded);
        assert!(shows(&window, say(&window, say::NOBODY_WORSE)));
        assert!(!window.state().bench().scenario().transfers.is_empty());
        ctrl(&mut window, Key::Z);
        assert!(*window.state().bench().scenario() == start);
        ctrl(&mut window, Key::Y);
        // One is taken back: somebody is worse off again.
        let transfer = window.state().bench().scenario().transfers.iter().next().unwrap().clone();
        let unit = |id| tell(&window, &say::unit_name(&start, id));
        let between = format!("{} → {}", unit(&transfer.from), unit(&transfer.to));
        click_tool(&mut window, say::DROP_TRANSFER, &between);
        assert!(!window.state().bench().scenario().transfers.iter().any(|it| it.to == transfer.to));
        assert!(guard(&window).worse_off().any(|it| it.unit == transfer.to));
    }
}

#[test]
fn a_task_is_marked_as_done_and_one_is_added() {
    for mut window in two_windows() {
        let start = window.state().bench().scenario().clone();
        let today = start.as_of;
        turn(&mut window, 1);
        let name = |window: &Window, id: &str| {
            tell(window, &window.state().bench().scenario().tasks.get(&record_id(id)).unwrap().name)
        };
        let label = format!("S04 {}", name(&window, "S04"));
        let told = row(&window, &label);
        assert!(told.contains(say(&window, say_support::light(Light::Overdue))), "{told}");
        click_tool(&mut window, say_support::DONE_TODAY, &label);
        assert_eq!(window.state().bench().scenario().tasks.get(&record_id("S04")).unwrap().done, Some(today));
        assert!(row(&window, &label).contains(say(&window, say_support::light(Light::DoneLate))));
        // Nothing is withdrawn by a task.
        assert!(window.state().bench().scenario().placements == start.placements);
        let palette = say(&window, say_support::NEW_TASK).to_owned();
        crate::harness::palette(&mut window, &palette);
        write(&mut window, say_support::TASK_NAME, "用地预审");
        write(&mut window, say_support::DUE, "2022-08-01");
        record(&mut window);
        assert_eq!(window.state().bench().scenario().tasks.len(), start.tasks.len() + 1);
        assert!(shows(&window, "用地预审"));
        ctrl(&mut window, Key::Z);
        ctrl(&mut window, Key::Z);
        assert!(*window.state().bench().scenario() == start);
    }
}

#[test]
fn pools_fill_while_a_project_is_held_and_reservations_are_released() {
    for chinese in [true, false] {
        let settings = parkboard::io::settings::Settings { chinese, ..Default::default() };
        let mut window = window(Workbench::on(parkboard::workbench::sample::scenario(), settings), SIZES[1]);
        let pool = |window: &Window| {
            let phrase = parkboard::i18n::term::pool(parkboard::model::policy::PoolKind::Land);
            row(window, &format!("{} · ", say(window, phrase)))
        };
        let before = pool(&window);
        window.state_mut().dispatch(Command::PickUp(project("T03")));
        window.state_mut().dispatch(Command::Aim(Some(park("fucheng"))));
        window.run();
        let held = pool(&window);
        assert_ne!(before, held);
        assert!(held.contains(" → "), "{held}");
        assert!(window.root().children_recursive().count() > 0 && card_place(&window, "fucheng").width() > 0.0);
        window.state_mut().dispatch(Command::LetGo);
        window.run();
        assert_eq!(pool(&window), before);
        let until = window.state().bench().scenario().as_of;
        let amount = Reserved::Land(Mu::from_steps(10_000));
        window.state_mut().dispatch(Command::Reserve {
            park: park("fucheng"),
            amount,
            until,
            reason: "预留".to_owned(),
        });
        turn(&mut window, 0);
        assert!(pool(&window).contains("100"), "{}", pool(&window));
        let reservation = window.state().bench().scenario().reservations.iter().next().unwrap().clone();
        let name = parkboard::i18n::finding::park_name(window.state().bench().scenario(), &park("fucheng"));
        let release = format!(
            "{} {} {} {}",
            say(&window, words::GIVE_UP_RESERVATION),
            tell(&window, &name),
            say(&window, words::LAND),
            reservation.id
        );
        click(&mut window, &release);
        assert!(window.state().bench().scenario().reservations.is_empty());
    }
}

#[test]
fn a_claim_is_made_a_programme_changed_and_both_are_taken_back() {
    for mut window in two_windows() {
        let start = window.state().bench().scenario().clone();
        turn(&mut window, 0);
        click_phrase(&mut window, say_support::NEW_CLAIM);
        record(&mut window);
        assert_eq!(window.state().bench().scenario().claims.len(), start.claims.len(), "an amount is needed");
        write(&mut window, say_support::ASKED_FIELD, "260");
        record(&mut window);
        assert_eq!(window.state().bench().scenario().claims.len(), start.claims.len() + 1);
        let name = tell(&window, &say_support::programme_name(&start, &record_id("industry-fund")));
        let edit = format!("{} {name}", say(&window, say_support::EDIT_PROGRAMME).trim_end_matches('…'));
        click(&mut window, &edit);
        write(&mut window, say_support::BUDGET_FIELD, "4000");
        record(&mut window);
        let budget = window.state().bench().scenario().programmes.get(&record_id("industry-fund")).unwrap().budget;
        assert_eq!(budget, Some(WanYuan::from_steps(400_000)));
        let told = row(&window, &format!("{name} · "));
        assert!(told.contains(&figure::grouped("4000.00")), "{told}");
        ctrl(&mut window, Key::Z);
        ctrl(&mut window, Key::Z);
        assert!(*window.state().bench().scenario() == start);
    }
}

#[test]
fn an_empty_document_says_what_to_do() {
    for chinese in [true, false] {
        let settings = parkboard::io::settings::Settings { chinese, ..Default::default() };
        let mut window = window(Workbench::on(parkboard::workbench::sample::scenario(), settings), SIZES[0]);
        window.state_mut().dispatch(Command::New(Fresh::Blank));
        settle(&mut window);
        window.state_mut().dispatch(Command::Select(Selection::Nothing));
        turn(&mut window, 0);
        for (steps, phrases) in [
            (0, vec![say_support::NO_PROGRAMMES, say_support::NO_RESERVATIONS]),
            (1, vec![say_support::NO_SERVICES, say_support::NO_COMMITMENTS]),
            (1, vec![say::NO_AGREEMENTS]),
            (1, vec![say::NO_UNITS]),
        ] {
            for _ in 0..steps {
                press(&mut window, Key::ArrowRight);
            }
            for phrase in phrases {
                assert!(shows(&window, say(&window, phrase)), "{}: {:?}", phrase.en, labels(&window, Role::Label));
            }
        }
    }
}

#[test]
fn an_approved_plan_cannot_change_but_its_books_and_promises_can() {
    for mut window in two_windows() {
        let by = "市领导小组办公室".to_owned();
        // The plan without projects has no finding that bars its approval.
        window.state_mut().dispatch(Command::ShowPlan(PlanId::new("B").unwrap()));
        window.state_mut().dispatch(Command::Approve { on: jiff::civil::date(2022, 7, 8), by });
        settle(&mut window);
        let plan = window.state().bench().plan().clone();
        assert!(!window.state().bench().scenario().may_change(&plan));
        for (steps, phrases) in [
            (0, vec![say_support::NEW_CLAIM, say_support::PARK_RESERVATIONS]),
            (2, vec![say::NEW_AGREEMENT]),
            (1, vec![say::NEW_TRANSFER]),
        ] {
            turn(&mut window, steps);
            for phrase in phrases {
                let button = window.get_by_label(say(&window, phrase));
                assert!(button.accesskit_node().is_disabled(), "{}", phrase.en);
            }
        }
        press(&mut window, Key::ArrowLeft);
        press(&mut window, Key::ArrowLeft);
        let name = tell(&window, &window.state().bench().scenario().tasks.get(&record_id("S04")).unwrap().name);
        click_tool(&mut window, say_support::DONE_TODAY, &format!("S04 {name}"));
        assert!(window.state().bench().scenario().tasks.get(&record_id("S04")).unwrap().done.is_some());
    }
}

#[test]
fn an_agreement_whose_project_has_gone_elsewhere_is_made_anew() {
    for mut window in two_windows() {
        let start = window.state().bench().scenario().clone();
        // T12 stands in Beichuan, as agreed with Fucheng; now it goes to Jiangyou.
        window.state_mut().dispatch(Command::Place { project: project("T12"), park: park("jiangyou") });
        turn(&mut window, 2);
        let of = format!("{} · ", project_label(&window, "T12"));
        assert!(row(&window, &of).contains(say(&window, say::HOST_DIFFERS)), "{}", row(&window, &of));
        click_phrase(&mut window, say::RENEW);
        record(&mut window);
        let bench = window.state().bench();
        let agreement = bench.scenario().agreements.get(&(bench.plan().clone(), project("T12"))).unwrap();
        assert_eq!(agreement.host.as_str(), "jiangyou-city");
        assert!(row(&window, &of).contains(say(&window, say::IN_FORCE)));
        ctrl(&mut window, Key::Z);
        ctrl(&mut window, Key::Z);
        assert!(*window.state().bench().scenario() == start);
    }
}

#[test]
fn losses_that_no_transfer_can_cure_are_proven() {
    for mut window in two_windows() {
        // The only project stands where it was reported, and its grant is all that the plan changes.
        let plan = PlanId::new("B").unwrap();
        window.state_mut().dispatch(Command::ShowPlan(plan.clone()));
        window.state_mut().dispatch(Command::Place { project: project("T01"), park: park("fucheng") });
        let grant = Grant::new(plan, record_id("industry-fund"), project("T01"), WanYuan::from_steps(10_000));
        window.state_mut().dispatch(Command::Support(SupportEdit::Grant(grant)));
        turn(&mut window, 3);
        let judgement = window.state().bench().judgement();
        let books = Books::of(judgement.world(), judgement.facts());
        let guard = Guard::of(judgement.world(), judgement.facts(), &books);
        assert_eq!(guard.cure, Cure::Impossible(100_000_000), "a grant of 100 in fen");
        let proof = tell(&window, &say::proof(100_000_000, "≈"));
        assert!(shows(&window, &proof), "{proof}");
        assert!(window.query_by_label(say(&window, say::COMPENSATE)).is_none());
    }
}

#[test]
fn everything_that_is_acted_on_has_a_name_of_its_own_on_every_page() {
    for mut window in sample_windows() {
        turn(&mut window, 0);
        click_phrase(&mut window, say_support::ALLOCATE);
        for page in 0..4 {
            let mut names: Vec<String> =
                crate::harness::ACTED_ON.into_iter().flat_map(|role| labels(&window, role)).collect();
            names.sort();
            let twice: Vec<&[String]> = names.windows(2).filter(|two| two[0] == two[1]).collect();
            assert!(twice.is_empty(), "page {page}: {twice:?}");
            press(&mut window, Key::ArrowRight);
        }
    }
}
