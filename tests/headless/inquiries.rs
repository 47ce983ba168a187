//! Questions to advice that are asked beside the window: does the answer come, to the last one who asked, about the plan as it
//! is?

use std::time::Duration;

use parkboard::{
    advise::{ways_out, why_not},
    io::settings::Settings,
    rules::finding::State,
    workbench::{
        Workbench,
        command::Command,
        inquiry::{Advice, Inquiry, Progress},
    },
};

use crate::fixture::{park_id, project_id, sample};

/// A workbench on the sample that does not wait for answers.
fn bench() -> Workbench {
    let mut bench = Workbench::on(sample(), Settings::default());
    bench.wait_for_answers(Duration::ZERO);
    bench
}

fn why_not_in(park: &str) -> Inquiry {
    Inquiry::WhyNot(project_id("T20"), park_id(park))
}

fn is_answered(bench: &Workbench, inquiry: &Inquiry) -> bool {
    matches!(bench.progress(inquiry), Progress::Answered(_))
}

#[test]
fn the_answer_is_what_advice_says() {
    let mut bench = bench();
    bench.wait_for_answers(Duration::from_mins(10));
    let inquiry = why_not_in("anzhou");
    assert!(matches!(bench.progress(&inquiry), Progress::Unasked));
    bench.dispatch(Command::Inquire(inquiry.clone()));
    let Progress::Answered(advice) = bench.progress(&inquiry) else { panic!("it waits for the answer") };
    let Advice::WhyNot(told) = &*advice else { panic!("{advice:?}") };
    let direct = why_not::of(bench.scenario(), bench.judgement(), &project_id("T20"), &park_id("anzhou"));
    assert!(direct.is_some() && told.certificate == direct);

    let finding = bench.judgement().findings().find(|it| it.state == State::Broken).unwrap().clone();
    let inquiry = Inquiry::WaysOut(finding.key());
    bench.dispatch(Command::Inquire(inquiry.clone()));
    let Progress::Answered(advice) = bench.progress(&inquiry) else { panic!("it waits for the answer") };
    let Advice::WaysOut(ways) = &*advice else { panic!("{advice:?}") };
    assert!(!ways.is_empty() && *ways == ways_out::of(bench.scenario(), bench.judgement(), &finding));
    assert!(is_answered(&bench, &why_not_in("anzhou")), "a question of another kind leaves it as it is");
}

#[test]
fn the_last_question_is_answered_and_the_ones_before_it_are_forgotten() {
    let mut bench = bench();
    for park in ["anzhou", "gaoxin", "santai", "zitong"] {
        bench.dispatch(Command::Inquire(why_not_in(park)));
    }
    bench.settle();
    assert!(is_answered(&bench, &why_not_in("zitong")));
    for park in ["anzhou", "gaoxin", "santai"] {
        assert!(matches!(bench.progress(&why_not_in(park)), Progress::Unasked), "{park}");
    }
}

#[test]
fn an_answer_about_a_plan_that_has_changed_since_counts_for_nothing() {
    let mut bench = bench();
    bench.dispatch(Command::Inquire(why_not_in("anzhou")));
    bench.dispatch(Command::Place { project: project_id("T13"), park: park_id("gaoxin") });
    assert!(matches!(bench.progress(&why_not_in("anzhou")), Progress::Unasked));
    // One that waits while another is under way finds the plan changed, too; the next is answered.
    bench.dispatch(Command::Inquire(why_not_in("gaoxin")));
    bench.dispatch(Command::Undo);
    bench.settle();
    assert!(matches!(bench.progress(&why_not_in("gaoxin")), Progress::Unasked));
    bench.dispatch(Command::Inquire(why_not_in("santai")));
    bench.settle();
    assert!(is_answered(&bench, &why_not_in("santai")));
}

#[test]
fn what_is_not_there_breaks_off() {
    let mut bench = bench();
    let finding = bench.judgement().findings().find(|it| it.state == State::Broken).unwrap().clone();
    let (order, rule, park, subject) = finding.key();
    let elsewhere = Inquiry::WaysOut((order, rule, park.is_none().then(|| park_id("gaoxin")), subject));
    bench.dispatch(Command::Inquire(elsewhere.clone()));
    bench.settle();
    assert!(matches!(bench.progress(&elsewhere), Progress::BrokenOff));
    bench.dispatch(Command::Inquire(why_not_in("zitong")));
    bench.settle();
    assert!(is_answered(&bench, &why_not_in("zitong")), "the next question is answered all the same");
}
