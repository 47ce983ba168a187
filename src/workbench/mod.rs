//! The application without a window: the document, what is selected and held, commands, background jobs, settings.
//!
//! Window, command line and tests drive the same [`command::Command`]s; [`Workbench::dispatch`] has one arm, one call.
//! Nothing here draws, and nothing changes a scenario except by an edit through the history.

pub mod backtest;
pub mod clock;
pub mod command;
pub mod comparing;
pub mod delivery;
mod files;
pub mod generate;
pub mod held;
pub mod held_position;
pub mod importing;
pub mod inquiry;
pub mod jobs;
pub mod listing;
mod maps;
mod mechanisms;
pub mod merging;
mod parts;
mod placing;
mod plans;
pub mod positions;
pub mod query;
pub mod question;
pub mod receipt;
pub mod review;
pub mod sample;
mod selection;
pub mod sessions;
pub mod settled;
pub mod solving;
pub mod standing;
pub mod steps;
mod waiving;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::{
    evaluate::judgement::Judgement,
    i18n::{self, phrase::Lang},
    io::settings::Settings,
    model::{
        edit::{Edit, Touched},
        history::History,
        id::{PlanId, ProjectId},
        scenario::Scenario,
        text::Text,
    },
};
use backtest::Backtest;
use command::Command;
use held::Held;
use held_position::HeldPosition;
use inquiry::Inquiries;
use jobs::Jobs;
use question::Question;
use receipt::{Before, Notice, Receipt, Way};
use review::Review;
pub use selection::Selection;
use solving::Solving;

/// Where the document came from and went to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Home {
    /// The file; `None` for the sample and for new documents.
    path: Option<PathBuf>,
    /// Revision that stands in the file, or that was opened; `None` for a document that was never in any file.
    saved: Option<u64>,
}

/// The application.
#[derive(Debug)]
pub struct Workbench {
    history: History,
    home: Home,
    judgement: Arc<Judgement>,
    selection: Selection,
    /// The project from which a range is selected.
    anchor: Option<ProjectId>,
    held: Option<Held>,
    held_position: Option<HeldPosition>,
    receipt: Option<Receipt>,
    notice: Option<Notice>,
    question: Option<Question>,
    after_saving: Option<Command>,
    /// Revision that the person has agreed to lose.
    discarded: Option<u64>,
    /// Number of the document: every new or opened one has its own.
    document: u64,
    jobs: Jobs,
    backtest: Option<Backtest>,
    inquiries: Inquiries,
    solving: Option<Solving>,
    solve_runs: u64,
    review: Option<Review>,
    /// The document as it was opened or begun.
    opened: Scenario,
    merging: Option<merging::Merging>,
    checked: Option<standing::Checked>,
    comparing: comparing::Comparing,
    importing: Option<importing::Importing>,
    /// Number of imports so far.
    imports: u64,
    settings: Settings,
    keeps_settings: bool,
    /// Whether the person has been told that settings cannot be kept.
    has_told_settings: bool,
    /// Why the last attempt to save failed.
    failed_save: Option<Text>,
    is_closing: bool,
    generation: u64,
}

impl Workbench {
    /// A workbench on `scenario`, which belongs to no file, with `settings` that are not kept.
    pub fn on(scenario: Scenario, settings: Settings) -> Self {
        let judgement = Arc::new(Judgement::of(&scenario, &scenario.active_plan));
        Self {
            opened: scenario.clone(),
            merging: None,
            history: History::new(scenario),
            home: Home { path: None, saved: Some(0) },
            judgement,
            selection: Selection::Nothing,
            anchor: None,
            held: None,
            held_position: None,
            receipt: None,
            notice: None,
            question: None,
            after_saving: None,
            discarded: None,
            document: 0,
            jobs: Jobs::default(),
            backtest: None,
            inquiries: Inquiries::default(),
            solving: None,
            solve_runs: 0,
            review: None,
            checked: None,
            comparing: comparing::Comparing::default(),
            importing: None,
            imports: 0,
            settings,
            keeps_settings: false,
            has_told_settings: false,
            failed_save: None,
            is_closing: false,
            generation: 0,
        }
    }

    /// A workbench on the embedded sample with the settings of last time, which are kept when they change.
    pub fn start() -> Self {
        Self { keeps_settings: true, ..Self::on(sample::scenario(), Settings::load()) }
    }

    /// The scenario as it is now.
    pub fn scenario(&self) -> &Scenario {
        self.history.now()
    }

    /// The plan that is shown.
    pub fn plan(&self) -> &PlanId {
        self.judgement.plan()
    }

    /// What the rules find in the plan that is shown.
    pub fn judgement(&self) -> &Judgement {
        &self.judgement
    }

    /// The judgement, shared: it stays as it is when the document changes.
    pub fn shared_judgement(&self) -> &Arc<Judgement> {
        &self.judgement
    }

    /// What is selected.
    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// What is held, with what every park would say to it.
    pub fn held(&self) -> Option<&Held> {
        self.held.as_ref()
    }

    /// What happened last.
    pub fn receipt(&self) -> Option<&Receipt> {
        self.receipt.as_ref()
    }

    /// What the person must be told.
    pub fn notice(&self) -> Option<&Notice> {
        self.notice.as_ref()
    }

    /// What the person is asked.
    pub fn question(&self) -> Option<&Question> {
        self.question.as_ref()
    }

    /// What a person chose: language, theme, zoom, recent files.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Language of the window.
    pub fn lang(&self) -> Lang {
        if self.settings.chinese { Lang::Zh } else { Lang::En }
    }

    /// File of the document.
    pub fn path(&self) -> Option<&Path> {
        self.home.path.as_deref()
    }

    /// Tells whether the document differs from its file.
    pub fn is_unsaved(&self) -> bool {
        self.home.saved != Some(self.history.revision())
    }

    /// Tells whether a file is being read or written.
    pub fn is_busy(&self) -> bool {
        self.jobs.is_busy()
    }

    /// Why the last attempt to save failed; `None` when it came out well.
    pub fn failed_save(&self) -> Option<&Text> {
        self.failed_save.as_ref()
    }

    /// Tells whether the window should close.
    pub fn is_closing(&self) -> bool {
        self.is_closing
    }

    /// Number of this state of the view: it changes whenever the document, the plan shown or the file does.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Calls `wake` whenever a background job has news.
    pub fn wake_by(&mut self, wake: impl Fn() + Send + Sync + 'static) {
        self.jobs.wake_by(wake);
    }

    /// Carries out `command`; what cannot be done leaves a notice and changes nothing.
    #[expect(clippy::too_many_lines, reason = "one call an arm, and there are many commands")]
    pub fn dispatch(&mut self, command: Command) {
        match command {
            Command::Select(selection) => self.select(selection),
            Command::SelectAlso(project) => self.select_also(project),
            Command::SelectUpTo { project, shown } => self.select_up_to(project, &shown),
            Command::PickUp(project) => self.pick_up(&project),
            Command::Aim(park) => self.aim(park),
            Command::AimBy(step) => self.aim_by(step),
            Command::AimBest(rank) => self.aim_best(rank),
            Command::PickUpPosition(position) => self.pick_up_position(&position),
            Command::AimRole(role) => self.aim_role(role),
            Command::LetGo => self.put_back(),
            Command::DropHeld => self.drop_held(),
            Command::Place { project, park } => self.place(&[project], &park),
            Command::PlaceAll { projects, park } => self.place(&projects, &park),
            Command::PlaceAtBest(projects) => self.place_at_best(&projects),
            Command::Unplace(project) => self.unplace(&[project]),
            Command::UnplaceAll(projects) => self.unplace(&projects),
            Command::PinOrUnpin(project) => self.pin_or_unpin(&[project]),
            Command::PinOrUnpinAll(projects) => self.pin_or_unpin(&projects),
            Command::RunBacktest => self.run_backtest(),
            Command::StopBacktest => self.stop_backtest(),
            Command::Solve(wish) => self.solve(wish),
            Command::StopSolving => self.stop_solving(),
            Command::SolveAgain => self.solve_again(),
            Command::Decide { changes, decision } => self.decide(&changes, decision),
            Command::KeepPositions(keep) => self.keep_positions(keep),
            Command::DecideAll(decision) => self.decide_all(decision),
            Command::AskRefusal(changes) => self.ask_refusal(&changes),
            Command::ApplyReview => self.apply_review(),
            Command::SaveReviewAsPlan => self.save_review_as_plan(),
            Command::FindOthers(asked) => self.find_others(asked),
            Command::ShowProposal(number) => self.show_proposal(number),
            Command::CheckCertificate => self.check_certificate(),
            Command::LeaveReview => self.leave_review(),
            Command::Inquire(inquiry) => self.inquire(&inquiry),
            Command::Follow(edit) => self.follow_advice(&edit),
            Command::WithdrawPosition(position) => self.withdraw(position),
            Command::ProposePosition { position, proposal } => self.propose_position(position.as_ref(), &proposal),
            Command::MovePosition { position, park, role } => self.move_position(&position, &park, role),
            Command::RestorePosition(position) => self.restore_position(position),
            Command::AdoptPositions(document) => self.adopt_positions(document),
            Command::Lock { park, reason } => self.lock(park, reason),
            Command::LockOrUnlock(park) => self.lock_or_unlock(park),
            Command::LockOrUnlockAll => self.lock_or_unlock_all(),
            Command::Stipulate { project, park, word, reason } => self.stipulate(project, park, word, reason),
            Command::DropStipulation { project, park } => self.drop_stipulation(project, park),
            Command::Relocate { enterprise, park, reason, compensation } => {
                self.relocate(enterprise, park, reason, compensation);
            }
            Command::Unrelocate(enterprise) => self.unrelocate(enterprise),
            Command::Convene(summons) => self.convene(summons),
            Command::Freeze { session, freezes } => self.freeze(&session, freezes),
            Command::CancelSession(session) => self.cancel_session(session),
            Command::DecideOn(ruling) => self.decide_on(ruling),
            Command::TakeBackDecision { session, project } => self.take_back_decision(session, project),
            Command::Opine { park, project, stance, reason } => self.opine(park, project, stance, &reason),
            Command::Recognise(edit) => self.recognise(edit),
            Command::Support(edit) => self.support(edit),
            Command::Allocate(programme) => self.allocate(&programme),
            Command::Share(edit) => self.share(edit),
            Command::Compensate => self.compensate(),
            Command::FallSilent { park, project } => self.fall_silent(park, project),
            Command::Reserve { park, amount, until, reason } => self.reserve(park, amount, until, reason),
            Command::Release(id) => self.release(id),
            Command::Assume { path, value, reason } => self.assume(path, value, reason),
            Command::DropAssumption(path) => self.drop_assumption(path),
            Command::SetPhases { project, land, investment, later } => {
                self.set_phases(project, land, investment, later);
            }
            Command::DropPhases(project) => self.drop_phases(project),
            Command::SetPremises { project, premises } => self.set_premises(&project, premises),
            Command::SetWeights(weights) => self.set_weights(weights),
            Command::Compare { comparisons, weights } => self.compare(comparisons, weights),
            Command::ResetWeights => self.reset_weights(),
            Command::Waive(waiver) => self.waive(waiver),
            Command::RevokeWaiver { rule, park, subject } => self.revoke_waiver(rule, park, subject),
            Command::Approve { on, by } => self.approve(on, by),
            Command::Undo => {
                if !self.step_remark(true) {
                    self.undo();
                }
            }
            Command::Redo => {
                if !self.step_remark(false) {
                    self.redo();
                }
            }
            Command::GoTo(revision) => self.go_to(revision),
            Command::ShowPlan(plan) => self.show_plan(&plan),
            Command::AddPlan { copy } => self.add_plan(copy),
            Command::RenamePlan { plan, name } => self.rename_plan(plan, &name),
            Command::RemovePlan(plan) => self.remove_plan(plan),
            Command::OpenFirst(plan) => self.open_first(plan),
            Command::New(fresh) => self.new_document(fresh),
            Command::Open(path) => self.open(path),
            Command::ImportMap(path) => self.import_map(path),
            Command::Merge(step) => self.go_on_merging(step),
            Command::Save => self.save(),
            Command::SaveTo(path) => self.save_to(path),
            Command::PutBeside(side) => self.put_beside(&side),
            Command::BringPlans(path) => self.bring_plans(path),
            Command::SendPlansAway(path) => self.send_plans_away(&path),
            Command::BeginImport(paths) => self.begin_import(paths),
            Command::PasteSheet(text) => self.paste_sheet(&text),
            Command::Remark(remark) => self.remark(remark),
            Command::ApplyImport => self.apply_import(),
            Command::LeaveImport => self.leave_import(),
            Command::Deliver(delivery) => self.deliver(*delivery),
            Command::Export { path, bytes } => self.export(path, bytes),
            Command::Quit => self.quit(),
            Command::Answer(answer) => self.answer(answer),
            Command::Dismiss => self.notice = None,
            Command::Notify(notice) => self.notice = Some(notice),
            Command::SpeakChinese(chinese) => self.set(|settings| settings.chinese = chinese),
            Command::Darken(dark) => self.set(|settings| settings.dark = dark),
            Command::KeepView(view) => self.set(|settings| settings.keep_view(view)),
            Command::RenameView { view, name } => self.rename_view(&view, &name),
            Command::ForgetView(name) => self.set(|settings| settings.views.retain(|it| it.name != name)),
            Command::Zoom(zoom) => self.set(|settings| settings.zoom = zoom.clamp(0.8, 2.0)),
            Command::Group(grouping) => self.set(|settings| settings.grouping = grouping),
            Command::KeepStill(still) => self.set(|settings| settings.still = still),
            Command::Hint(hint) => self.set(|settings| settings.hint = hint),
            Command::BeginIn(folder) => self.begin_in(folder),
        }
    }

    fn set(&mut self, change: impl FnOnce(&mut Settings)) {
        let before = self.settings.clone();
        change(&mut self.settings);
        if !self.keeps_settings || self.settings == before {
            return;
        }
        let outcome = self.settings.keep();
        if let Err(problem) = outcome
            && !std::mem::replace(&mut self.has_told_settings, true)
        {
            let why = i18n::problem::sentence(&problem);
            self.notice = Some(Notice::warning(Text::new(
                format!("设置未能保存，下次启动将恢复原样：{}", why.zh),
                format!("The settings could not be kept for the next start: {}", why.english()),
            )));
        }
    }

    /// Gives a kept view another name; the view that has it already gives way.
    fn rename_view(&mut self, view: &str, name: &str) {
        let name = name.trim().to_owned();
        if name.is_empty() || name == view || !self.settings.views.iter().any(|it| it.name == view) {
            return;
        }
        self.set(|settings| {
            settings.views.retain(|it| it.name != name);
            settings.views.iter_mut().filter(|it| it.name == view).for_each(|it| it.name.clone_from(&name));
        });
    }

    /// Commits `edit` as one named step and follows it; a refusal becomes a notice.
    fn commit(&mut self, edit: &Edit) -> bool {
        match self.history.commit(edit.clone()) {
            Ok(touched) => {
                let before = Before::new(&self.judgement, &touched);
                self.follow(&touched);
                self.receipt = Some(Receipt::new(edit, Way::Done, 1, &touched, &before, &self.judgement));
                true
            }
            Err(error) => {
                self.notice = Some(Notice::warning(i18n::edit::refusal(self.history.now(), &error)));
                false
            }
        }
    }

    /// Brings judgement, selection and what is held in line with a change of the scenario.
    fn follow(&mut self, touched: &Touched) {
        self.generation += 1;
        self.put_back();
        self.notice = None;
        let plan = self.plan().clone();
        if !self.scenario().plans.contains(&plan) {
            let active = self.scenario().active_plan.clone();
            self.judgement = Arc::new(Judgement::of(self.history.now(), &active));
        } else if touched.plans.contains(&plan) {
            self.judgement = Arc::new(Judgement::of(self.history.now(), &plan));
        } else {
            Arc::make_mut(&mut self.judgement).follow(self.history.now(), touched);
        }
        // What an import would take in depends on the document.
        self.work_out();
    }
}
