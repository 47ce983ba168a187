//! One frame: keys, panels, questions, then the commands that they asked for.

use std::{cell::RefCell, path::PathBuf};

use egui::{CentralPanel, Context, Frame, Key, Modifiers, Panel, Ui, ViewportCommand};

use super::{
    actions::{self, Action},
    charts::composition::CompositionChart,
    cx::{Ask, Caches, Cx, Workspace},
    dialogs::{Dialogs, ParkPage, ProjectPage, SharingWish},
    fonts,
    panels::{
        board::{Board, BoardView},
        clusters::Clusters,
        compare::Compare,
        evaluation::Evaluation,
        existing::Existing,
        findings::{Filter, Findings},
        importing::ImportPanel,
        inspector,
        queue::Queue,
        receipt,
        review::ReviewView,
        session::Sessions,
        sharing::{self, Sharing},
        solve::SolvePanel,
        status, strip, top_band,
    },
    theme::{self, ThemeKind},
};
use crate::{
    i18n::words,
    io::settings::Grouping,
    model::{
        id::{ParkId, PlanId, ProjectId},
        park::Role,
        support::Promise,
    },
    rules::slots,
    workbench::{
        Selection, Workbench,
        command::{Command, Fresh},
        held::Step,
        receipt::Notice,
    },
};

/// Width from which cards are comfortable and side panels wide, in points.
const ROOMY_WIDTH: f32 = 1560.0;
/// Height from which cards are comfortable, in points.
const ROOMY_HEIGHT: f32 = 920.0;

/// Width below which the side panels are narrow, in points.
const NARROW_WIDTH: f32 = 1000.0;

/// Height of findings and chart where there is room, in points.
const FOOT: f32 = 190.0;
/// Their least height, in points.
const LEAST_FOOT: f32 = 108.0;
/// Share of the height of the window that they take when a person wants them tall.
const TALL_SHARE: f32 = 0.45;
/// Height of the window that leaves them no more than that, in points.
const LEAST_HEIGHT: f32 = 720.0;

/// Parks that are asked a frame what they would say, beyond those that are seen.
const ASKED_A_FRAME: usize = 48;
/// Time after a click in which nothing long is worked out, in seconds.
const CALM: f32 = 0.4;

/// The panels with what a person is typing, filtering and dragging in them.
#[derive(Default)]
struct Panels {
    queue: Queue,
    board: Board,
    findings: Findings,
    chart: CompositionChart,
    dialogs: Dialogs,
    solve: SolvePanel,
    review: ReviewView,
    clusters: Clusters,
    compare: Compare,
    sessions: Sessions,
    evaluation: Evaluation,
    sharing: Sharing,
    importing: ImportPanel,
    existing: Existing,
    workspace: Workspace,
    shows_chart: bool,
    /// Whether findings and chart take half of the height.
    is_foot_tall: bool,
}

/// The window.
pub struct App {
    bench: Workbench,
    caches: Caches,
    panels: Panels,
    /// Which scheme egui has, and whether nothing fades in it.
    theme: Option<(ThemeKind, bool)>,
    title: String,
    /// The state of the document that the last frame showed.
    shown: Option<u64>,
    is_confirmed_close: bool,
}

impl App {
    /// The window on `bench`; `file` is opened when given.
    pub fn new(ctx: &Context, bench: Workbench, file: Option<PathBuf>) -> Self {
        fonts::install(ctx);
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        let mut app = Self {
            bench,
            caches: Caches::default(),
            panels: Panels::default(),
            theme: None,
            title: String::new(),
            shown: None,
            is_confirmed_close: false,
        };
        let waker = ctx.clone();
        app.bench.wake_by(move || waker.request_repaint());
        if let Some(file) = file {
            app.bench.dispatch(Command::Open(file));
        }
        app
    }

    /// The application behind the window.
    pub fn bench(&self) -> &Workbench {
        &self.bench
    }

    /// Carries out `command` as if a panel had asked for it.
    pub fn dispatch(&mut self, command: Command) {
        self.bench.dispatch(command);
    }

    /// Waits for files that are being read or written. For tests.
    pub fn settle(&mut self) {
        self.bench.settle();
    }

    /// Draws one frame and carries out what was asked for.
    pub fn frame_ui(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.bench.poll();
        self.follow_settings(&ctx);
        self.take_dropped_files(&ctx);
        self.take_pasted_cells(&ctx);
        let commands = RefCell::new(Vec::new());
        {
            let mut cx = Cx::new(&self.bench, &commands, &self.caches);
            let room = ui.available_size();
            cx.roomy = room.x >= ROOMY_WIDTH && room.y >= ROOMY_HEIGHT;
            cx.by_pointer = self.panels.board.is_held_by_pointer();
            cx.workspace = self.panels.workspace;
            self.panels.ui(ui, &cx);
        }
        self.carry_out(&ctx, commands.into_inner());
        // A frame that shows a change does nothing else; parks are asked in the frames after it.
        let is_change = self.shown.replace(self.bench.generation()) != Some(self.bench.generation());
        if is_change || self.caches.points_elsewhere() || self.caches.ask(&self.bench, ASKED_A_FRAME) {
            ctx.request_repaint();
        } else if ctx.input(|input| input.pointer.time_since_last_click()) > CALM {
            if self.caches.work_out_robustness(&self.bench) {
                ctx.request_repaint();
            }
        } else if self.caches.waits_for_robustness(&self.bench) {
            // Thousands of weightings must not come between the two presses of a double click.
            ctx.request_repaint_after_secs(CALM);
        }
    }

    fn follow_settings(&mut self, ctx: &Context) {
        let settings = self.bench.settings();
        let kind = if settings.dark { ThemeKind::Dark } else { ThemeKind::Light };
        if self.theme != Some((kind, settings.still)) {
            theme::apply(ctx, kind, settings.still);
            self.theme = Some((kind, settings.still));
        }
        if (ctx.zoom_factor() - settings.zoom).abs() > 0.001 {
            ctx.set_zoom_factor(settings.zoom);
        }
        let mark = if self.bench.is_unsaved() { "● " } else { "" };
        let name = self.bench.path().and_then(|path| path.file_name()).map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_else(|| self.bench.scenario().title.of(self.bench.lang()).to_owned());
        let title = format!("{mark}{name} — {}", words::PARKBOARD.of(self.bench.lang()));
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    fn take_dropped_files(&mut self, ctx: &Context) {
        let dropped: Vec<std::path::PathBuf> =
            ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_path_buf()).collect());
        let (sheets, others): (Vec<_>, Vec<_>) =
            dropped.into_iter().partition(|path| crate::io::sheet::is_named_as_sheet(path));
        if !sheets.is_empty() {
            self.bench.dispatch(Command::BeginImport(sheets));
        }
        if let Some(path) = others.into_iter().next() {
            let is_map = path.extension().is_some_and(|it| it.eq_ignore_ascii_case("geojson"));
            self.bench.dispatch(if is_map { Command::ImportMap(path) } else { Command::Open(path) });
        }
    }

    /// Cells that are pasted while no field has the keyboard begin an import.
    fn take_pasted_cells(&mut self, ctx: &Context) {
        if ctx.text_edit_focused() || self.panels.dialogs.is_open() || self.bench.question().is_some() {
            return;
        }
        let pasted = ctx.input(|input| {
            let text =
                |event: &egui::Event| if let egui::Event::Paste(text) = event { Some(text.clone()) } else { None };
            input.events.iter().find_map(text)
        });
        if let Some(text) = pasted {
            self.bench.dispatch(Command::PasteSheet(text));
        }
    }

    fn carry_out(&mut self, ctx: &Context, commands: Vec<Command>) {
        let any = !commands.is_empty();
        let is_aim = |command: &Command| matches!(command, Command::Aim(_) | Command::AimBy(_));
        if !commands.iter().all(is_aim) {
            self.caches.forget_previews();
        }
        for command in commands {
            self.bench.dispatch(command);
        }
        if ctx.input(|input| input.viewport().close_requested()) && !self.is_confirmed_close {
            if !self.bench.is_closing() {
                self.bench.dispatch(Command::Quit);
            }
            if !self.bench.is_closing() {
                ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            }
        }
        if self.bench.is_closing() && !self.is_confirmed_close {
            self.is_confirmed_close = true;
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
        if any {
            ctx.request_repaint();
        }
    }
}

impl Panels {
    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let ctx = ui.ctx().clone();
        let height = ui.available_height();
        // An open menu has the keys: Escape closes it and nothing else.
        if !egui::Popup::is_any_open(&ctx)
            && cx.bench.question().is_none()
            && !self.dialogs.is_open()
            && !self.queue.is_naming()
        {
            self.keys(&ctx, cx);
        }
        top_band::ui(ui, cx);
        let status = if cx.roomy { 26.0 } else { 24.0 };
        bare(Panel::bottom("status"), status).show(ui, |ui| status::ui(ui, cx));
        // A review comes to the front by itself only where nobody is busy with something else.
        self.solve.follow(cx.bench.selection());
        let is_at_board = self.workspace == Workspace::Placement;
        let is_free = self.solve.is_open() && is_at_board && !cx.bench.is_holding() && !self.dialogs.is_open();
        self.review.follow(cx, is_free);
        match (self.workspace, cx.bench.importing()) {
            (_, Some(importing)) => self.importing.ui(ui, cx, importing),
            (workspace, None) => self.workspace_ui(ui, cx, workspace, height),
        }
        self.board.picking.band_ui(&ctx, cx);
        self.board.ghost_ui(&ctx, cx);
        self.dialogs.ui(&ctx, cx);
        self.carry_out(&ctx, cx);
    }

    fn workspace_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, workspace: Workspace, height: f32) {
        match workspace {
            Workspace::Clusters => self.clusters.ui(ui, cx),
            Workspace::Evaluation => self.evaluation.ui(ui, cx),
            Workspace::Sharing => self.sharing.ui(ui, cx),
            Workspace::Compare => self.compare.ui(ui, cx),
            Workspace::Session => self.sessions.ui(ui, cx),
            Workspace::Existing => self.existing.ui(ui, cx, &mut self.board),
            Workspace::Placement if self.review.is_shown(cx) => self.review.ui(ui, cx),
            Workspace::Placement => self.work_ui(ui, cx, height),
        }
    }

    /// Queue, board, inspector, findings and chart.
    fn work_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, height: f32) {
        self.sides_ui(ui, cx);
        let canvas = Frame::NONE.fill(cx.theme.canvas);
        CentralPanel::default().frame(canvas).show(ui, |ui| {
            let (strip, receipt) = if cx.roomy { (44.0, 30.0) } else { (38.0, 32.0) };
            // Compact cards leave room in a tall window: findings and chart take it.
            let foot = if cx.roomy { FOOT } else { (LEAST_FOOT + height - LEAST_HEIGHT).clamp(LEAST_FOOT, FOOT) };
            let foot = if self.is_foot_tall { foot.max(height * TALL_SHARE) } else { foot };
            let open = self.findings.open_height(cx).filter(|_| !self.shows_chart || cx.roomy);
            let foot = foot.max(open.unwrap_or(0.0).min(height * TALL_SHARE));
            bare(Panel::top("strip"), strip).show(ui, |ui| strip::ui(ui, cx, &mut self.board));
            bare(Panel::bottom("foot"), foot).show(ui, |ui| self.foot_ui(ui, cx));
            bare(Panel::bottom("receipt"), receipt).show(ui, |ui| receipt::ui(ui, cx, &mut self.dialogs));
            CentralPanel::default().frame(canvas).show(ui, |ui| self.board.ui(ui, cx));
        });
    }

    /// Does what panels and sheets asked of the window.
    fn carry_out(&mut self, ctx: &Context, cx: &Cx<'_>) {
        for ask in cx.take_asked() {
            match ask {
                Ask::Do(action) => self.act(ctx, cx, action),
                Ask::Rename(plan) => self.dialogs.rename(cx, plan),
                Ask::Waive(key) => self.dialogs.waive(cx, key),
                Ask::Deliver(wanted) => self.dialogs.ask_delivery(ctx, cx, *wanted),
                Ask::Summons(session) => self.dialogs.summon(cx, session),
                Ask::TakeStep(id, kind) => self.dialogs.take_step(cx, id, kind),
                Ask::RecordYear(id) => self.dialogs.record_year(cx, id),
                Ask::Sharing(wish) => self.dialogs.show_sharing(cx, wish),
                Ask::ParkParts(park, page) => self.dialogs.show_park_parts(cx, park, page),
                Ask::ProjectParts(project, page) => self.dialogs.show_project_parts(cx, project, page),
                Ask::EditPosition(position) => self.dialogs.edit_position(cx, position),
                Ask::NewPosition(park, role) => self.dialogs.new_position(cx, park, role),
                Ask::PickUpPosition(position) => {
                    leave_focus(ctx);
                    let park = cx.bench.position(&position).map(|it| it.park.clone());
                    cx.push(Command::PickUpPosition(position));
                    cx.push(Command::Aim(park));
                }
                Ask::WhyNot(project, park) => self.dialogs.show_why_not(project, park),
                Ask::MovePosition(position) => self.dialogs.move_position(cx, position),
                Ask::ShowRule(rule) => {
                    let worst = cx.bench.judgement().findings().filter(|it| it.rule == rule).min_by_key(|it| it.state);
                    if let Some(finding) = worst {
                        cx.push(Command::Select(Selection::Finding(finding.key())));
                    }
                    self.show_findings(cx, Filter { rule: Some(rule), ..Filter::default() });
                }
                Ask::Explain(origin) => self.dialogs.explain(origin),
                Ask::Account(account) => self.dialogs.account_for(*account),
                Ask::ShowFindings(filter) => self.show_findings(cx, filter),
                Ask::BringPlans => self.dialogs.ask_plans(ctx, cx),
                Ask::Export(export) => self.dialogs.ask_export(ctx, cx, *export),
            }
            ctx.request_repaint();
        }
    }

    /// Turns to a workspace; what is held is put back.
    fn turn_to(&mut self, cx: &Cx<'_>, workspace: Workspace) {
        if cx.bench.is_holding() {
            cx.push(Command::LetGo);
        }
        self.workspace = workspace;
    }

    /// Asks for a new session, in its workspace.
    fn new_session(&mut self, cx: &Cx<'_>) {
        self.turn_to(cx, Workspace::Session);
        self.dialogs.summon(cx, None);
    }

    /// Asks for something new of support and sharing, at its page.
    fn new_sharing(&mut self, cx: &Cx<'_>, page: sharing::Page, wish: SharingWish) {
        self.turn_to(cx, Workspace::Sharing);
        self.sharing.show(page);
        self.dialogs.show_sharing(cx, wish);
    }

    /// Freezes the session that is shown, or lets go of its data.
    fn freeze(&mut self, cx: &Cx<'_>) {
        self.turn_to(cx, Workspace::Session);
        if let Some(session) = self.sessions.shown(cx) {
            cx.push(Command::Freeze { session: session.id.clone(), freezes: session.frozen.is_none() });
        }
    }

    /// Turns to the list of findings, narrowed by `filter`.
    fn show_findings(&mut self, cx: &Cx<'_>, filter: Filter) {
        self.turn_to(cx, Workspace::Placement);
        self.findings.show_only(filter);
        self.shows_chart = false;
    }

    fn sides_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let frame = Frame::NONE.fill(cx.theme.panel);
        // Each kind of window keeps its own widths.
        let (left, queue, queue_range, right, inspector, inspector_range) = if cx.roomy {
            ("queue roomy", 296.0, 240.0..=420.0, "inspector roomy", 368.0, 300.0..=520.0)
        } else if ui.available_width() >= NARROW_WIDTH {
            ("queue", 226.0, 200.0..=320.0, "inspector", 288.0, 260.0..=400.0)
        } else {
            ("queue narrow", 196.0, 150.0..=240.0, "inspector narrow", 232.0, 200.0..=300.0)
        };
        let panel = Panel::left(left).default_size(queue).size_range(queue_range).frame(frame);
        panel.show(ui, |ui| self.queue.ui(ui, cx, &mut self.board));
        let panel = Panel::right(right).default_size(inspector).size_range(inspector_range).frame(frame);
        panel.show(ui, |ui| if self.solve.is_open() { self.solve.ui(ui, cx) } else { inspector::ui(ui, cx) });
    }

    /// Findings and chart: side by side where there is room, else one behind the other.
    fn foot_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        if cx.roomy {
            let chart = (ui.available_width() * 0.4).clamp(380.0, 620.0);
            Panel::right("chart").exact_size(chart).frame(Frame::NONE).show(ui, |ui| self.chart.ui(ui, cx, None));
            CentralPanel::default().frame(Frame::NONE).show(ui, |ui| self.findings.ui(ui, cx, None));
        } else if self.shows_chart {
            self.chart.ui(ui, cx, Some(&mut self.shows_chart));
        } else {
            self.findings.ui(ui, cx, Some(&mut self.shows_chart));
        }
    }
}

/// The first role for which `park` has a free slot; leading when there is none.
fn free_role(cx: &Cx<'_>, park: &ParkId) -> Role {
    let facts = cx.bench.judgement().facts().park(park);
    let slots = cx.world().parks.get(park).zip(facts).map(|(park, facts)| slots::of(cx.scenario(), park, facts));
    slots.into_iter().flatten().find(|it| it.has_room()).map_or(Role::Leading, |it| it.role)
}

/// `panel` without frame and line, of this height.
fn bare(panel: Panel, height: f32) -> Panel {
    panel.exact_size(height).frame(Frame::NONE).show_separator_line(false)
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.frame_ui(ui);
    }
}

impl Panels {
    /// Turns keys into commands.
    fn keys(&mut self, ctx: &Context, cx: &Cx<'_>) {
        let shows_positions = self.workspace == Workspace::Existing && self.existing.shows_positions();
        let is_importing = cx.bench.importing().is_some();
        let is_at_board = (self.workspace == Workspace::Placement || shows_positions) && !is_importing;
        let is_reviewing = self.workspace == Workspace::Placement && self.review.is_shown(cx);
        if is_at_board && !is_reviewing {
            self.arrow_keys(ctx, cx);
        }
        let is_free = ctx.memory(egui::Memory::focused).is_none() || self.queue.has_focused_row();
        // Ctrl+Enter is the deed of what is in front: elsewhere it records a decision or takes rows in, and it never
        // applies a review that nobody sees.
        let has_deed = is_importing
            || self.workspace == Workspace::Session
            || (self.workspace == Workspace::Placement && self.solve.is_open());
        let is_unseen = cx.bench.review().is_some() && !is_reviewing;
        let elsewhere: &[Action] = if (has_deed && !is_reviewing) || is_unseen { &[Action::ApplyReview] } else { &[] };
        for action in actions::pressed_but(ctx, is_free, elsewhere) {
            if (is_reviewing || !is_at_board) && actions::is_of_board(action) {
                if action == Action::LetGo && is_importing {
                    if !self.importing.leave() {
                        cx.push(Command::LeaveImport);
                    }
                } else if action == Action::LetGo && is_reviewing {
                    self.review.toggle();
                } else if action == Action::LetGo && !self.leave_inner() {
                    self.act(ctx, cx, action);
                }
                continue;
            }
            match actions::obstacle(cx, action) {
                None => self.act(ctx, cx, action),
                Some(_) if actions::is_quiet(action) => {}
                Some(reason) => cx.push(Command::Notify(Notice::hint(reason))),
            }
        }
    }

    /// Leaves what the workspace that is shown has opened within itself; tells whether there was anything.
    fn leave_inner(&mut self) -> bool {
        match self.workspace {
            Workspace::Clusters => self.clusters.leave(),
            Workspace::Existing => self.existing.leave(),
            Workspace::Placement
            | Workspace::Evaluation
            | Workspace::Sharing
            | Workspace::Compare
            | Workspace::Session => false,
        }
    }

    fn arrow_keys(&mut self, ctx: &Context, cx: &Cx<'_>) {
        if ctx.text_edit_focused() {
            return;
        }
        if !cx.bench.is_holding() {
            self.queue.keys(ctx, cx);
            return;
        }
        let steps = [
            (Key::ArrowRight, Step::Next),
            (Key::ArrowLeft, Step::Previous),
            (Key::ArrowDown, Step::Down(1)),
            (Key::ArrowUp, Step::Up(1)),
        ];
        let over = cx.bench.over();
        for (key, step) in steps {
            if ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                cx.push(Command::Aim(self.board.neighbour(over, step)));
            }
        }
    }

    /// Goes to the next finding of the list as it is narrowed now, or to the one before.
    fn step_finding(&self, cx: &Cx<'_>, forward: bool) {
        let keys = self.findings.keys(cx);
        let now = cx.selected_finding().map(crate::rules::finding::Finding::key);
        if let Some(key) = step(&keys, now.as_ref(), forward) {
            cx.push(Command::Select(Selection::Finding(key)));
        }
    }

    /// Positions, locks and the smaller parts of the plan.
    fn act_on_parts(&mut self, cx: &Cx<'_>, action: Action) {
        match (action, cx.selected_park(), cx.selected_project()) {
            (Action::Positioning, ..) => self.dialogs.show_positioning(),
            (Action::Weights, ..) => self.dialogs.show_weights(cx),
            (Action::Agreement, _, Some(project)) => self.dialogs.show_agreement(project.clone()),
            (Action::Backtest, ..) => self.dialogs.show_backtest(),
            (Action::LockAll, ..) => cx.push(Command::LockOrUnlockAll),
            (Action::WhyNot, _, Some(project)) => self.dialogs.show_why_not(project.clone(), None),
            (Action::ProjectParts, _, Some(project)) => {
                self.dialogs.show_project_parts(cx, project.clone(), ProjectPage::Premises);
            }
            (Action::ParkParts, Some(park), _) => self.dialogs.show_park_parts(cx, park.clone(), ParkPage::Lock),
            (Action::LockPark, Some(park), _) => cx.push(Command::LockOrUnlock(park.clone())),
            (Action::NewPosition, Some(park), _) => self.dialogs.new_position(cx, park.clone(), free_role(cx, park)),
            _ => {}
        }
    }

    /// Solving and its review.
    ///
    /// `has_turned` tells that the board has just been turned to: then what is open stays open.
    fn act_on_solving(&mut self, cx: &Cx<'_>, action: Action, has_turned: bool) {
        if action == Action::Solve {
            if !(has_turned && self.solve.is_open()) {
                self.solve.toggle(cx.bench.selection());
            }
        } else if action == Action::Review {
            if !(has_turned && self.review.is_shown(cx)) {
                self.review.toggle();
            }
        } else if action == Action::Alternatives {
            self.dialogs.show_alternatives();
        } else if action == Action::StopSolving {
            cx.push(Command::StopSolving);
        } else if action == Action::ApplyReview {
            cx.push(Command::ApplyReview);
        } else {
            cx.push(Command::LeaveReview);
        }
    }

    #[expect(clippy::too_many_lines, reason = "one arm an action")]
    fn act(&mut self, ctx: &Context, cx: &Cx<'_>, action: Action) {
        let bench = cx.bench;
        let settings = bench.settings();
        let selected: Vec<ProjectId> = bench.selection().projects().cloned().collect();
        let home = actions::workspace_of(action).filter(|home| !home.contains(&self.workspace));
        if let Some(home) = home.and_then(<[Workspace]>::first) {
            self.turn_to(cx, *home);
        }
        match action {
            Action::New => cx.push(Command::New(Fresh::SameBase)),
            Action::NewSample => cx.push(Command::New(Fresh::Sample)),
            Action::NewBlank => cx.push(Command::New(Fresh::Blank)),
            Action::Open => self.dialogs.ask_open(ctx, cx),
            Action::ImportMap => self.dialogs.ask_map(ctx, cx),
            Action::Merge => self.dialogs.ask_merge(ctx, cx),
            Action::Save => cx.push(Command::Save),
            Action::SaveAs => self.dialogs.ask_save(ctx, cx),
            Action::Settings => self.dialogs.show_settings(cx),
            Action::Quit => cx.push(Command::Quit),
            Action::Undo => cx.push(Command::Undo),
            Action::Redo => cx.push(Command::Redo),
            Action::Steps => self.dialogs.show_steps(),
            Action::Find => self.queue.focus_search(),
            Action::PickUp => {
                if let Some(project) = selected.into_iter().next() {
                    pick_up(ctx, cx, project);
                    cx.push(Command::Aim(self.board.neighbour(None, Step::Next)));
                }
            }
            Action::Drop => cx.push(Command::DropHeld),
            Action::LetGo if bench.is_holding() => cx.push(Command::LetGo),
            Action::LetGo if bench.notice().is_some() => cx.push(Command::Dismiss),
            Action::LetGo => cx.push(Command::Select(Selection::Nothing)),
            Action::PlaceIn => self.dialogs.choose_park(selected),
            Action::PlaceAtBest => cx.push(Command::PlaceAtBest(selected)),
            Action::Unplace => cx.push(Command::UnplaceAll(selected)),
            Action::Pin => match bench.selection() {
                // Of a park all its projects.
                Selection::Park(park) => cx.push(Command::PinOrUnpinAll(placed_in(cx, Some(park)))),
                Selection::Nothing | Selection::Finding(_) => {}
                Selection::Project(_) | Selection::Projects(_) => cx.push(Command::PinOrUnpinAll(selected)),
            },
            Action::PinAll => cx.push(Command::PinOrUnpinAll(placed_in(cx, None))),
            Action::SelectAll => self.queue.select_all(cx),
            Action::Order => Queue::open_orders(ctx),
            Action::Views => Queue::open_views(ctx),
            Action::CardsOrTable => self.board.show(match self.board.view(cx) {
                BoardView::Cards => BoardView::Table,
                BoardView::Table | BoardView::Map => BoardView::Cards,
            }),
            Action::ShowMap => self.board.show(match self.board.view(cx) {
                BoardView::Cards | BoardView::Table => BoardView::Map,
                BoardView::Map => BoardView::Cards,
            }),
            Action::Grouping => {
                self.board.show(BoardView::Cards);
                self.board.group(self.board.grouping(cx).next());
            }
            Action::First if bench.held_position().is_some() => cx.push(Command::AimRole(Role::Leading)),
            Action::Second if bench.held_position().is_some() => cx.push(Command::AimRole(Role::Characteristic)),
            Action::First => cx.push(Command::AimBest(1)),
            Action::Second => cx.push(Command::AimBest(2)),
            Action::Third => cx.push(Command::AimBest(3)),
            Action::CopyFindings => ctx.copy_text(self.findings.as_text(cx)),
            Action::Language => cx.push(Command::SpeakChinese(!cx.is_chinese())),
            Action::Theme => cx.push(Command::Darken(!settings.dark)),
            Action::ZoomIn => cx.push(Command::Zoom(settings.zoom + 0.1)),
            Action::ZoomOut => cx.push(Command::Zoom(settings.zoom - 0.1)),
            Action::ZoomReset => cx.push(Command::Zoom(1.0)),
            Action::ByRule => cx.push(Command::Group(Grouping::Rule)),
            Action::ByPark => cx.push(Command::Group(Grouping::Park)),
            Action::ByProject => cx.push(Command::Group(Grouping::Project)),
            Action::TallFoot => self.is_foot_tall = !self.is_foot_tall,
            Action::NextFinding => self.step_finding(cx, true),
            Action::PreviousFinding => self.step_finding(cx, false),
            Action::CopyPlan => cx.push(Command::AddPlan { copy: true }),
            Action::EmptyPlan => cx.push(Command::AddPlan { copy: false }),
            Action::RenamePlan => self.dialogs.rename(cx, bench.plan().clone()),
            Action::RemovePlan => cx.push(Command::RemovePlan(bench.plan().clone())),
            Action::OpenFirst => cx.push(Command::OpenFirst(bench.plan().clone())),
            Action::NextPlan => step_plan(cx, true),
            Action::PreviousPlan => step_plan(cx, false),
            Action::Waive => {
                if let Some(finding) = cx.selected_finding() {
                    self.dialogs.waive(cx, finding.key());
                }
            }
            Action::Waivers => self.dialogs.show_waivers(),
            Action::Approve => self.dialogs.approve(cx),
            Action::ParkParts
            | Action::ProjectParts
            | Action::WhyNot
            | Action::LockPark
            | Action::LockAll
            | Action::Positioning
            | Action::Weights
            | Action::Agreement
            | Action::Backtest
            | Action::NewPosition => self.act_on_parts(cx, action),
            Action::ParkFindings => {
                let park = cx.selected_park().cloned();
                self.show_findings(cx, Filter { park, ..Filter::default() });
            }
            Action::NextPark => step_park(cx, true),
            Action::PreviousPark => step_park(cx, false),
            Action::ShowPlacement => self.turn_to(cx, Workspace::Placement),
            Action::ShowClusters => self.turn_to(cx, Workspace::Clusters),
            Action::ShowEvaluation => self.turn_to(cx, Workspace::Evaluation),
            Action::ShowSharing => self.turn_to(cx, Workspace::Sharing),
            Action::ShowCompare => self.turn_to(cx, Workspace::Compare),
            Action::ShowSession => self.turn_to(cx, Workspace::Session),
            Action::ImportSheets => self.dialogs.ask_sheets(ctx, cx),
            Action::PasteSheet => ctx.send_viewport_cmd(egui::ViewportCommand::RequestPaste),
            Action::ExportFiles => self.dialogs.show_export(cx),
            Action::NewSession => self.new_session(cx),
            Action::NewClaim => self.new_sharing(cx, sharing::Page::Funds, SharingWish::Claim(None, None)),
            Action::NewTask => {
                self.new_sharing(cx, sharing::Page::Promises, SharingWish::Task(Promise::Service, None));
            }
            Action::NewAgreement => self.new_sharing(cx, sharing::Page::Agreements, SharingWish::Agreement(None)),
            Action::NewTransfer => self.new_sharing(cx, sharing::Page::Guard, SharingWish::Transfer(None)),
            Action::Freeze => self.freeze(cx),
            Action::TakeStep => self.dialogs.take_step(cx, self.evaluation.chosen().cloned(), None),
            Action::RecordFigures => self.dialogs.record_year(cx, self.evaluation.chosen().cloned()),
            Action::RegisterCharacteristic => self.dialogs.register_characteristic(cx),
            Action::ReportAccident => self.dialogs.report_accident(cx, self.evaluation.chosen()),
            Action::ShowExisting => self.turn_to(cx, Workspace::Existing),
            Action::Palette => self.dialogs.show_palette(),
            Action::Help => self.dialogs.show_help(self.workspace),
            Action::Shortcuts => self.dialogs.show_shortcuts(),
            Action::About => self.dialogs.show_about(),
            Action::Solve
            | Action::StopSolving
            | Action::Review
            | Action::Alternatives
            | Action::ApplyReview
            | Action::LeaveReview => {
                self.act_on_solving(cx, action, home.is_some());
            }
        }
    }
}

/// From here on the keys belong to the board.
fn leave_focus(ctx: &Context) {
    if let Some(focused) = ctx.memory(egui::Memory::focused) {
        ctx.memory_mut(|memory| memory.surrender_focus(focused));
    }
}

/// Picks a project up by the keys, and aims at the first park.
fn pick_up(ctx: &Context, cx: &Cx<'_>, project: ProjectId) {
    leave_focus(ctx);
    cx.push(Command::PickUp(project));
    cx.push(Command::AimBy(Step::Next));
}

/// The one after `now` or before it in `list`, around its ends; the first when none is.
fn step<T: PartialEq + Clone>(list: &[T], now: Option<&T>, forward: bool) -> Option<T> {
    let here = now.and_then(|now| list.iter().position(|it| it == now));
    let last = list.len().checked_sub(1)?;
    let at = match (here, forward) {
        (None, true) => 0,
        (None, false) => last,
        (Some(at), true) => {
            if at == last {
                0
            } else {
                at + 1
            }
        }
        (Some(at), false) => at.checked_sub(1).unwrap_or(last),
    };
    list.get(at).cloned()
}

fn step_plan(cx: &Cx<'_>, forward: bool) {
    let plans: Vec<PlanId> = cx.scenario().plans.iter().map(|plan| plan.id.clone()).collect();
    if let Some(plan) = step(&plans, Some(cx.bench.plan()), forward) {
        cx.push(Command::ShowPlan(plan));
    }
}

fn step_park(cx: &Cx<'_>, forward: bool) {
    let parks: Vec<ParkId> = cx.scenario().parks_in_order().iter().map(|park| park.id.clone()).collect();
    if let Some(park) = step(&parks, cx.selected_park(), forward) {
        cx.push(Command::Select(Selection::Park(park)));
    }
}

/// The projects placed in a park of the plan that is shown, or in any.
fn placed_in(cx: &Cx<'_>, park: Option<&ParkId>) -> Vec<ProjectId> {
    let parks = cx.bench.judgement().facts().parks().filter(|(id, _)| park.is_none_or(|park| park == *id));
    parks.flat_map(|(_, facts)| facts.newest_first().map(|it| it.id.clone())).collect()
}
