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

use crate::fixture::{City, in_each_city, park_id, project_id};

in_each_city! {
    the_answer_is_what_advice_says;
    the_last_question_is_answered_and_the_ones_before_it_are_forgotten;
    an_answer_about_a_plan_that_has_changed_since_counts_for_nothing;
    what_is_not_there_breaks_off;
}

/// A workbench on a city that does not wait for answers.
fn bench_of(here: &City) -> Workbench {
    let mut bench = Workbench::on(here.scenario(), Settings::default());
    bench.wait_for_answers(Duration::ZERO);
    bench
}

fn why_not_in(here: &City, park: &str) -> Inquiry {
    Inquiry::WhyNot(project_id(here.newcomer), park_id(park))
}

fn is_answered(bench: &Workbench, inquiry: &Inquiry) -> bool {
    matches!(bench.progress(inquiry), Progress::Answered(_))
}

fn the_answer_is_what_advice_says(here: &City) {
    let mut bench = bench_of(here);
    bench.wait_for_answers(Duration::from_mins(10));
    let inquiry = why_not_in(here, here.also);
    assert!(matches!(bench.progress(&inquiry), Progress::Unasked));
    bench.dispatch(Command::Inquire(inquiry.clone()));
    let Progress::Answered(advice) = bench.progress(&inquiry) else { panic!("it waits for the answer") };
    let Advice::WhyNot(told) = &*advice else { panic!("{advice:?}") };
    let direct = why_not::of(bench.scenario(), bench.judgement(), &project_id(here.newcomer), &park_id(here.also));
    assert!(direct.is_some() && told.certificate == direct);

    let finding = bench.judgement().findings().find(|it| it.state == State::Broken).unwrap().clone();
    let inquiry = Inquiry::WaysOut(finding.key());
    bench.dispatch(Command::Inquire(inquiry.clone()));
    let Progress::Answered(advice) = bench.progress(&inquiry) else { panic!("it waits for the answer") };
    let Advice::WaysOut(ways) = &*advice else { panic!("{advice:?}") };
    assert!(!ways.is_empty() && *ways == ways_out::of(bench.scenario(), bench.judgement(), &finding));
    assert!(is_answered(&bench, &why_not_in(here, here.also)), "a question of another kind leaves it as it is");
}

fn the_last_question_is_answered_and_the_ones_before_it_are_forgotten(here: &City) {
    let mut bench = bench_of(here);
    for park in [here.also, here.good, here.full, here.free] {
        bench.dispatch(Command::Inquire(why_not_in(here, park)));
    }
    bench.settle();
    assert!(is_answered(&bench, &why_not_in(here, here.free)));
    for park in [here.also, here.good, here.full] {
        assert!(matches!(bench.progress(&why_not_in(here, park)), Progress::Unasked), "{park}");
    }
}

fn an_answer_about_a_plan_that_has_changed_since_counts_for_nothing(here: &City) {
    let mut bench = bench_of(here);
    bench.dispatch(Command::Inquire(why_not_in(here, here.also)));
    bench.dispatch(Command::Place { project: project_id(here.newcomer), park: park_id(here.good) });
    assert!(matches!(bench.progress(&why_not_in(here, here.also)), Progress::Unasked));
    // One that waits while another is under way finds the plan changed, too; the next is answered.
    bench.dispatch(Command::Inquire(why_not_in(here, here.good)));
    bench.dispatch(Command::Undo);
    bench.settle();
    assert!(matches!(bench.progress(&why_not_in(here, here.good)), Progress::Unasked));
    bench.dispatch(Command::Inquire(why_not_in(here, here.full)));
    bench.settle();
    assert!(is_answered(&bench, &why_not_in(here, here.full)));
}

fn what_is_not_there_breaks_off(here: &City) {
    let mut bench = bench_of(here);
    let finding = bench.judgement().findings().find(|it| it.state == State::Broken).unwrap().clone();
    let (order, rule, park, subject) = finding.key();
    let elsewhere = Inquiry::WaysOut((order, rule, park.is_none().then(|| park_id(here.good)), subject));
    bench.dispatch(Command::Inquire(elsewhere.clone()));
    bench.settle();
    assert!(matches!(bench.progress(&elsewhere), Progress::BrokenOff));
    bench.dispatch(Command::Inquire(why_not_in(here, here.free)));
    bench.settle();
    assert!(is_answered(&bench, &why_not_in(here, here.free)), "the next question is answered all the same");
}
