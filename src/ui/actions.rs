//! Everything that a person can ask for: one row an action, with its name, keys, menu, and when it is possible.
//!
//! Menus, command palette, sheet of keys and clash test read the same rows. What is impossible right now stays in its
//! place, disabled, with the reason.

use egui::{Context, Key, KeyboardShortcut, Modifiers};

use super::cx::{Cx, Workspace};
use crate::{
    i18n::{
        agreement, backtest, compare, evaluation, existing, help, import, merging, outgoing, phrase::Phrase,
        recognition, review, session, sharing, support, words,
    },
    rules::finding::State,
    workbench::Selection,
};

/// Something that a person can ask for by key, menu, palette or button.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// New document on the same data.
    New,
    /// New document from the sample.
    NewSample,
    /// New document without data.
    NewBlank,
    /// Open a file.
    Open,
    /// Save.
    Save,
    /// Save under another name.
    SaveAs,
    /// Sheets to import.
    ImportSheets,
    /// Cells on the clipboard, to be imported.
    PasteSheet,
    /// The sheet of papers and tables to carry away.
    ExportFiles,
    /// The sheet of settings.
    Settings,
    /// Close the program.
    Quit,
    /// Take the last step back.
    Undo,
    /// Do it again.
    Redo,
    /// Why parks do not stand first for the selected project.
    WhyNot,
    /// The history of steps.
    Steps,
    /// Go to the search field.
    Find,
    /// Pick up the selected project.
    PickUp,
    /// Drop what is held.
    Drop,
    /// Put it back.
    LetGo,
    /// Choose a park for the selected project from a judged list.
    PlaceIn,
    /// Place the selected project in the park that suits it best.
    PlaceAtBest,
    /// Take the selected project back into the queue.
    Unplace,
    /// Pin or unpin the selected project.
    Pin,
    /// Pin or unpin everything that is placed.
    PinAll,
    /// Select everything that the search finds.
    SelectAll,
    /// The menu of orders.
    Order,
    /// The menu of kept searches.
    Views,
    /// Cards or the table of parks.
    CardsOrTable,
    /// The map of the board, or its cards again.
    ShowMap,
    /// Take district outlines from a file.
    ImportMap,
    /// Merge another file into the document.
    Merge,
    /// Next way to group the cards.
    Grouping,
    /// Hold what is held over the park that answers best.
    First,
    /// Over the second best.
    Second,
    /// Over the third best.
    Third,
    /// Copy all findings as a table.
    CopyFindings,
    /// Chinese or English.
    Language,
    /// Dark or light.
    Theme,
    /// Everything larger.
    ZoomIn,
    /// Everything smaller.
    ZoomOut,
    /// Everything in its usual size.
    ZoomReset,
    /// Group the findings by rule.
    ByRule,
    /// Group the findings by park.
    ByPark,
    /// Group the findings by project.
    ByProject,
    /// More height for findings and chart, or less again.
    TallFoot,
    /// The workspace of evaluation and recognition.
    ShowEvaluation,
    /// The workspace of support and sharing.
    ShowSharing,
    /// The workspace of a meeting.
    ShowSession,
    /// The sheet of a new session.
    NewSession,
    /// The sheet of a new claim on a programme.
    NewClaim,
    /// The sheet of a new service task or commitment.
    NewTask,
    /// The sheet of a new sharing agreement.
    NewAgreement,
    /// The sheet of a new transfer between units.
    NewTransfer,
    /// Freeze the session that is shown on the data as they are, or let go of them.
    Freeze,
    /// Go to the next finding.
    NextFinding,
    /// Go to the finding before.
    PreviousFinding,
    /// Copy the plan that is shown.
    CopyPlan,
    /// Add an empty plan.
    EmptyPlan,
    /// Rename the plan that is shown.
    RenamePlan,
    /// Remove the plan that is shown.
    RemovePlan,
    /// Make the plan that is shown open first.
    OpenFirst,
    /// Show the next plan.
    NextPlan,
    /// Show the plan before.
    PreviousPlan,
    /// Apply for a waiver of the selected finding.
    Waive,
    /// The waivers of the plan.
    Waivers,
    /// Approve the plan.
    Approve,
    /// Every change of positions, and adopting them.
    Positioning,
    /// The weights of the criteria in the plan.
    Weights,
    /// What other schools of method say of the parks for the selected project.
    Agreement,
    /// Where real projects went, and where they would have been advised to go.
    Backtest,
    /// The panel that solves.
    Solve,
    /// End the search with what it has found.
    StopSolving,
    /// Between review and board.
    Review,
    /// Other good plans beside the one that is proposed.
    Alternatives,
    /// Apply what was accepted in the review.
    ApplyReview,
    /// End the review; nothing is applied.
    LeaveReview,
    /// Lock, reservations and assumptions of the selected park.
    ParkParts,
    /// Premises, phases, stipulations and assumptions of the selected project.
    ProjectParts,
    /// Lock or unlock the selected park.
    LockPark,
    /// Lock all parks, or unlock them.
    LockAll,
    /// A new position of the selected park.
    NewPosition,
    /// A step in the life of a characteristic park.
    TakeStep,
    /// The figures of a year of a characteristic park.
    RecordFigures,
    /// A characteristic park that applies.
    RegisterCharacteristic,
    /// An accident of a park.
    ReportAccident,
    /// Select the next park.
    NextPark,
    /// Select the park before.
    PreviousPark,
    /// Show the findings of the selected park alone.
    ParkFindings,
    /// Turn to enterprises and positions.
    ShowExisting,
    /// Turn to the board.
    ShowPlacement,
    /// Turn to the charts.
    ShowClusters,
    /// Turn to plans side by side.
    ShowCompare,
    /// The command palette.
    Palette,
    /// Help for the workspace at hand.
    Help,
    /// The sheet of keys.
    Shortcuts,
    /// What the program is.
    About,
}

/// A menu of the top band.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Menu {
    /// Files; it hangs from the name of the document.
    File,
    /// Steps and projects.
    Edit,
    /// How things are shown.
    View,
    /// Plans, waivers, approval.
    Plan,
    /// Parks.
    Park,
    /// Help.
    Help,
}

impl Menu {
    /// All menus, in the order of the band.
    pub const ALL: [Self; 6] = [Self::File, Self::Edit, Self::View, Self::Plan, Self::Park, Self::Help];

    /// What it is called.
    pub const fn name(self) -> Phrase {
        match self {
            Self::File => words::FILE_MENU,
            Self::Edit => words::EDIT_MENU,
            Self::View => words::VIEW_MENU,
            Self::Plan => words::PLAN_MENU,
            Self::Park => words::PARK_MENU,
            Self::Help => words::HELP_MENU,
        }
    }

    /// Its rows, in groups between which a line is drawn.
    pub fn groups(self) -> impl Iterator<Item = &'static [Row]> {
        let rows: Vec<&'static [Row]> = ACTIONS
            .chunk_by(|one, other| (one.menu, one.group) == (other.menu, other.group))
            .filter(|rows| rows.first().is_some_and(|row| row.menu == self))
            .collect();
        rows.into_iter()
    }
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// The action.
    pub action: Action,
    /// What it is called.
    pub name: Phrase,
    /// Its keys, the first one shown; none for an action that is reached by menu and palette alone.
    pub keys: &'static [KeyboardShortcut],
    /// The menu in which it stands.
    pub menu: Menu,
    /// The group in its menu.
    pub group: u8,
    /// Whether it is possible now, or why not.
    pub when: fn(&Cx<'_>) -> Result<(), Phrase>,
}

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::SHIFT, key)
}

const fn alt(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT, key)
}

const fn command(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn command_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

/// Keys of a row.
type Keys = &'static [KeyboardShortcut];
/// When a row is possible.
type When = fn(&Cx<'_>) -> Result<(), Phrase>;

const fn row(menu: Menu, group: u8, action: Action, name: Phrase, keys: Keys, when: When) -> Row {
    Row { action, name, keys, menu, group, when }
}

/// All actions, menu by menu, group by group.
pub const ACTIONS: &[Row] = &[
    row(Menu::File, 0, Action::New, words::NEW_SAME_BASE, &[command(Key::N)], always),
    row(Menu::File, 0, Action::NewSample, words::NEW_SAMPLE, &[], always),
    row(Menu::File, 0, Action::NewBlank, words::NEW_BLANK, &[], always),
    row(Menu::File, 1, Action::Open, words::OPEN, &[command(Key::O)], always),
    row(Menu::File, 1, Action::ImportSheets, import::IMPORT, &[command(Key::I)], always),
    row(Menu::File, 1, Action::PasteSheet, import::PASTE, &[], always),
    row(Menu::File, 1, Action::ImportMap, words::IMPORT_MAP, &[], always),
    row(Menu::File, 1, Action::Merge, merging::MERGE, &[], always),
    row(Menu::File, 2, Action::Save, words::SAVE, &[command(Key::S)], always),
    row(Menu::File, 2, Action::SaveAs, words::SAVE_AS, &[command_shift(Key::S)], always),
    row(Menu::File, 2, Action::ExportFiles, outgoing::EXPORT, &[command_shift(Key::E)], always),
    row(Menu::File, 3, Action::Settings, words::SETTINGS_SHEET, &[command(Key::Comma)], always),
    row(Menu::File, 4, Action::Quit, words::QUIT, &[command(Key::Q)], always),
    row(Menu::Edit, 0, Action::Undo, words::UNDO, &[command(Key::Z)], undoable),
    row(Menu::Edit, 0, Action::Redo, words::REDO, &[command(Key::Y), command_shift(Key::Z)], redoable),
    row(Menu::Edit, 0, Action::Steps, words::STEPS, &[command(Key::H)], always),
    row(Menu::Edit, 1, Action::PickUp, words::PICK_UP, &[plain(Key::Space)], may_pick_up),
    row(Menu::Edit, 1, Action::Drop, words::DROP, &[plain(Key::Enter)], holding),
    row(Menu::Edit, 1, Action::LetGo, words::CANCEL, &[plain(Key::Escape)], something_to_leave),
    row(Menu::Edit, 1, Action::First, words::AIM_FIRST, &[plain(Key::Num1)], holding),
    row(Menu::Edit, 1, Action::Second, words::AIM_SECOND, &[plain(Key::Num2)], holding),
    row(Menu::Edit, 1, Action::Third, words::AIM_THIRD, &[plain(Key::Num3)], holding),
    row(Menu::Edit, 2, Action::PlaceIn, words::PLACE_SELECTED, &[command(Key::P)], may_place),
    row(Menu::Edit, 2, Action::PlaceAtBest, words::PLACE_AT_BEST, &[command(Key::B)], may_place),
    row(Menu::Edit, 2, Action::WhyNot, words::WHY_NOT_SHEET, &[command(Key::W)], project_selected),
    row(Menu::Edit, 2, Action::Unplace, words::BACK_TO_QUEUE, &[plain(Key::Delete)], may_unplace),
    row(Menu::Edit, 2, Action::Pin, words::PIN, &[command(Key::L)], may_pin),
    row(Menu::Edit, 2, Action::ProjectParts, words::PROJECT_PARTS_SHEET, &[], project_selected),
    row(Menu::Edit, 2, Action::PinAll, words::PIN_ALL, &[command_shift(Key::L)], may_pin_all),
    row(Menu::Edit, 3, Action::Find, words::FIND, &[command(Key::F)], always),
    row(Menu::Edit, 3, Action::SelectAll, words::SELECT_ALL, &[command(Key::A)], always),
    row(Menu::Edit, 3, Action::Order, words::ORDER, &[command_shift(Key::O)], always),
    row(Menu::Edit, 3, Action::Views, words::VIEWS, &[command_shift(Key::F)], always),
    row(Menu::Edit, 3, Action::CopyFindings, words::COPY_FINDINGS, &[command_shift(Key::C)], has_findings),
    row(Menu::View, 0, Action::Language, Phrase::new("中文 / English", "中文 / English"), &[command(Key::E)], always),
    row(Menu::View, 0, Action::Theme, Phrase::new("深色 / 浅色", "Dark / light"), &[command(Key::D)], always),
    row(Menu::View, 1, Action::ZoomIn, words::ZOOM_IN, &[command(Key::Plus), command(Key::Equals)], may_enlarge),
    row(Menu::View, 1, Action::ZoomOut, words::ZOOM_OUT, &[command(Key::Minus)], may_shrink),
    row(Menu::View, 1, Action::ZoomReset, words::ZOOM_RESET, &[command(Key::Num0)], always),
    row(Menu::View, 2, Action::ByRule, words::BY_RULE, &[], always),
    row(Menu::View, 2, Action::ByPark, words::BY_PARK, &[], always),
    row(Menu::View, 2, Action::ByProject, words::BY_PROJECT, &[], always),
    row(Menu::View, 3, Action::TallFoot, words::TALL_FOOT, &[command(Key::J)], always),
    row(Menu::View, 3, Action::NextFinding, words::NEXT_FINDING, &[plain(Key::F8)], has_findings),
    row(Menu::View, 3, Action::PreviousFinding, words::PREVIOUS_FINDING, &[shift(Key::F8)], has_findings),
    row(Menu::View, 4, Action::CardsOrTable, words::CARDS_OR_TABLE, &[command_shift(Key::T)], always),
    row(Menu::View, 4, Action::ShowMap, words::SHOW_MAP, &[command_shift(Key::M)], always),
    row(Menu::View, 4, Action::Grouping, words::GROUPING, &[command_shift(Key::G)], always),
    row(Menu::View, 5, Action::ShowExisting, existing::SHOW, &[command(Key::Num1)], always),
    row(Menu::View, 5, Action::ShowPlacement, words::SHOW_PLACEMENT, &[command(Key::Num2)], always),
    row(Menu::View, 5, Action::ShowClusters, words::SHOW_CLUSTERS, &[command(Key::Num3)], always),
    row(Menu::View, 5, Action::ShowEvaluation, recognition::SHOW, &[command(Key::Num4)], always),
    row(Menu::View, 5, Action::ShowSharing, sharing::SHOW, &[command(Key::Num5)], always),
    row(Menu::View, 5, Action::ShowCompare, compare::SHOW, &[command(Key::Num6)], always),
    row(Menu::View, 5, Action::ShowSession, session::SHOW, &[command(Key::Num7)], always),
    row(Menu::Plan, 0, Action::CopyPlan, words::COPY_PLAN, &[], always),
    row(Menu::Plan, 0, Action::EmptyPlan, words::EMPTY_PLAN, &[], always),
    row(Menu::Plan, 1, Action::RenamePlan, words::RENAME_PLAN, &[plain(Key::F2)], draft),
    row(Menu::Plan, 1, Action::OpenFirst, words::OPEN_FIRST, &[], may_open_first),
    row(Menu::Plan, 1, Action::RemovePlan, words::REMOVE_PLAN, &[], several_plans),
    row(Menu::Plan, 2, Action::NextPlan, words::NEXT_PLAN, &[command(Key::PageDown)], several_plans),
    row(Menu::Plan, 2, Action::PreviousPlan, words::PREVIOUS_PLAN, &[command(Key::PageUp)], several_plans),
    row(Menu::Plan, 3, Action::Waive, words::WAIVE, &[command(Key::M)], may_waive),
    row(Menu::Plan, 3, Action::Waivers, words::WAIVERS, &[], always),
    row(Menu::Plan, 3, Action::Approve, words::APPROVE, &[], not_approved),
    row(Menu::Plan, 4, Action::Positioning, words::POSITIONING_SHEET, &[command_shift(Key::P)], always),
    row(Menu::Plan, 4, Action::Weights, words::WEIGHTS_SHEET, &[], always),
    row(Menu::Plan, 5, Action::Solve, review::SOLVE, &[command(Key::R)], always),
    row(Menu::Plan, 5, Action::StopSolving, review::STOP, &[], solving),
    row(Menu::Plan, 5, Action::Review, review::REVIEW, &[command_shift(Key::R)], reviewing),
    row(Menu::Plan, 5, Action::Alternatives, review::OTHERS, &[], reviewing),
    row(Menu::Plan, 5, Action::ApplyReview, review::APPLY, &[command(Key::Enter)], reviewing),
    row(Menu::Plan, 5, Action::LeaveReview, review::LEAVE, &[], reviewing),
    row(Menu::Plan, 6, Action::Agreement, agreement::SHEET, &[], project_selected),
    row(Menu::Plan, 6, Action::Backtest, backtest::SHEET, &[], always),
    row(Menu::Plan, 7, Action::NewSession, session::NEW, &[], always),
    row(Menu::Plan, 7, Action::Freeze, session::FREEZE_OR_UNFREEZE, &[], has_session),
    row(Menu::Plan, 8, Action::NewClaim, support::NEW_CLAIM, &[], may_claim),
    row(Menu::Plan, 8, Action::NewTask, support::NEW_TASK, &[], has_projects),
    row(Menu::Plan, 8, Action::NewAgreement, sharing::NEW_AGREEMENT, &[], may_agree),
    row(Menu::Plan, 8, Action::NewTransfer, sharing::NEW_TRANSFER, &[], may_transfer),
    row(Menu::Park, 0, Action::NextPark, words::SELECT_NEXT_PARK, &[alt(Key::ArrowRight)], has_parks),
    row(Menu::Park, 0, Action::PreviousPark, words::SELECT_PREVIOUS_PARK, &[alt(Key::ArrowLeft)], has_parks),
    row(Menu::Park, 1, Action::ParkFindings, words::PARK_FINDINGS, &[], park_selected),
    row(Menu::Park, 2, Action::NewPosition, words::NEW_POSITION_SHEET, &[], may_change_park),
    row(Menu::Park, 3, Action::ParkParts, words::PARK_PARTS_SHEET, &[], park_selected),
    row(Menu::Park, 3, Action::LockPark, words::LOCK_OR_UNLOCK, &[], may_change_park),
    row(Menu::Park, 3, Action::LockAll, words::LOCK_ALL, &[], draft),
    row(Menu::Park, 4, Action::TakeStep, evaluation::TAKE_STEP, &[], has_characteristic),
    row(Menu::Park, 4, Action::RecordFigures, evaluation::RECORD_FIGURES, &[], has_characteristic),
    row(Menu::Park, 4, Action::RegisterCharacteristic, evaluation::REGISTER, &[], has_parks),
    row(Menu::Park, 4, Action::ReportAccident, evaluation::REPORT, &[], has_parks),
    row(Menu::Help, 0, Action::Help, help::HELP, &[plain(Key::F1)], always),
    row(Menu::Help, 0, Action::Palette, words::PALETTE, &[command(Key::K)], always),
    row(Menu::Help, 0, Action::Shortcuts, words::SHORTCUTS, &[shift(Key::F1)], always),
    row(Menu::Help, 1, Action::About, words::ABOUT, &[], always),
];

/// The row of `action`.
pub fn row_of(action: Action) -> Option<&'static Row> {
    ACTIONS.iter().find(|row| row.action == action)
}

/// The keys of `action` as text, such as `Ctrl+Z`; empty when it has none.
pub fn keys_of(action: Action) -> String {
    row_of(action).and_then(|row| row.keys.first()).map(spoken).unwrap_or_default()
}

/// `keys` as text, such as `Ctrl+Z`, the key by its sign where the keyboard has one on it.
pub fn spoken(keys: &KeyboardShortcut) -> String {
    const SIGNS: [(&str, &str); 7] = [
        ("Comma", ","),
        ("Plus", "+"),
        ("Equals", "="),
        ("Minus", "−"),
        ("Escape", "Esc"),
        ("Right", "→"),
        ("Left", "←"),
    ];
    let text = keys.format(&egui::ModifierNames::NAMES, cfg!(target_os = "macos"));
    let sign = SIGNS.iter().find_map(|(name, sign)| Some(format!("{}{sign}", text.strip_suffix(name)?)));
    sign.unwrap_or(text)
}

/// What `row` is called now: undo and redo name the step, pin and unpin take turns.
pub fn name_of(cx: &Cx<'_>, row: &Row) -> String {
    if row.action == Action::Pin {
        let is_pinned = cx.selected_project().is_some_and(|id| cx.scenario().pin(cx.bench.plan(), id).is_some());
        return cx.say(if is_pinned { words::UNPIN } else { words::PIN }).to_owned();
    }
    let step = if row.action == Action::Undo {
        cx.bench.undoable()
    } else if row.action == Action::Redo {
        cx.bench.redoable()
    } else {
        None
    };
    let name = cx.say(row.name);
    step.map_or_else(|| name.to_owned(), |step| format!("{name}  {}", cx.tell(&step)))
}

/// Why `action` is impossible now; `None` when it is possible.
pub fn obstacle(cx: &Cx<'_>, action: Action) -> Option<Phrase> {
    row_of(action).and_then(|row| (row.when)(cx).err())
}

/// The actions whose keys were pressed in this frame, possible or not, without those of `others`, whose keys mean something
/// else where the person works.
///
/// Keys without Ctrl count only when `is_free` says that no button or field has the keyboard; undo and redo belong to
/// a text field while it has the focus.
pub fn pressed_but(ctx: &Context, is_free: bool, others: &[Action]) -> Vec<Action> {
    pressed_among(ctx, is_free, |action| !others.contains(&action))
}

/// Those of `actions` whose keys were pressed in this frame, while a sheet has the others.
pub fn pressed_of(ctx: &Context, actions: &[Action]) -> Vec<Action> {
    pressed_among(ctx, false, |action| actions.contains(&action))
}

fn pressed_among(ctx: &Context, is_free: bool, is_meant: impl Fn(Action) -> bool) -> Vec<Action> {
    let is_typing = ctx.text_edit_focused();
    // The longer combination first: Ctrl+Shift+Z must not be taken for Ctrl+Z.
    let meant = ACTIONS.iter().filter(|row| is_meant(row.action));
    let mut rows: Vec<(KeyboardShortcut, Action)> =
        meant.flat_map(|row| row.keys.iter().map(|keys| (*keys, row.action))).collect();
    rows.sort_by_key(|(keys, _)| !keys.modifiers.shift);
    let mut pressed = Vec::new();
    for (keys, action) in rows {
        let is_plain = keys.modifiers == Modifiers::NONE && !is_function_key(keys.logical_key);
        let is_typed_too = matches!(action, Action::LetGo | Action::Undo | Action::Redo | Action::SelectAll);
        let belongs_elsewhere = if is_typed_too { is_typing } else { is_plain && !is_free };
        if !belongs_elsewhere && ctx.input_mut(|input| input.consume_shortcut(&keys)) {
            pressed.push(action);
        }
    }
    pressed
}

fn is_function_key(key: Key) -> bool {
    matches!(key, Key::F1 | Key::F2 | Key::F8)
}

/// Whether pressing the keys of an impossible `action` passes in silence: keys that mean many things, and steps.
pub const fn is_quiet(action: Action) -> bool {
    matches!(
        action,
        Action::Undo
            | Action::Redo
            | Action::PickUp
            | Action::Drop
            | Action::LetGo
            | Action::First
            | Action::Second
            | Action::Third
    )
}

/// Whether `action` is about what the board shows: it means nothing while a review stands in its place.
pub const fn is_of_board(action: Action) -> bool {
    matches!(
        action,
        Action::PickUp
            | Action::Drop
            | Action::LetGo
            | Action::First
            | Action::Second
            | Action::Third
            | Action::Unplace
    )
}

/// The workspaces in which `action` shows what it does, the first being the one to turn to from elsewhere; `None` where it
/// shows everywhere.
pub const fn workspace_of(action: Action) -> Option<&'static [Workspace]> {
    let is_of_placement = matches!(
        action,
        Action::Find
            | Action::SelectAll
            | Action::Order
            | Action::Views
            | Action::CardsOrTable
            | Action::ShowMap
            | Action::Grouping
            | Action::TallFoot
            | Action::ByRule
            | Action::ByPark
            | Action::ByProject
            | Action::Solve
            | Action::Review
            | Action::ApplyReview
            | Action::LeaveReview
    );
    let is_of_evaluation = matches!(
        action,
        Action::TakeStep | Action::RecordFigures | Action::RegisterCharacteristic | Action::ReportAccident
    );
    if is_of_placement {
        Some(&[Workspace::Placement])
    } else if is_of_evaluation {
        Some(&[Workspace::Evaluation])
    } else if matches!(action, Action::NextFinding | Action::PreviousFinding) {
        // Sessions have an inspector as well.
        Some(&[Workspace::Placement, Workspace::Session])
    } else {
        None
    }
}

/// `Ok` when `holds`, else the reason.
const fn or(holds: bool, reason: Phrase) -> Result<(), Phrase> {
    if holds { Ok(()) } else { Err(reason) }
}

#[expect(clippy::unnecessary_wraps, reason = "one of the functions of the table")]
const fn always(_: &Cx<'_>) -> Result<(), Phrase> {
    Ok(())
}

fn undoable(cx: &Cx<'_>) -> Result<(), Phrase> {
    or(cx.bench.undoable().is_some(), words::NOTHING_TO_UNDO)
}

fn redoable(cx: &Cx<'_>) -> Result<(), Phrase> {
    or(cx.bench.redoable().is_some(), words::NOTHING_TO_REDO)
}

fn draft(cx: &Cx<'_>) -> Result<(), Phrase> {
    or(cx.scenario().may_change(cx.bench.plan()), words::READ_ONLY)
}

fn not_approved(cx: &Cx<'_>) -> Result<(), Phrase> {
    or(cx.scenario().may_change(cx.bench.plan()), words::APPROVED_ALREADY)
}

fn may_pick_up(cx: &Cx<'_>) -> Result<(), Phrase> {
    or(cx.selected_project().is_some(), words::SELECT_PROJECT_FIRST)?;
    or(!cx.bench.is_holding(), words::HOLDING_ALREADY)
}

fn holding(cx: &Cx<'_>) -> Result<(), Phrase> {
    or(cx.bench.is_holding(), words::HOLDING_NOTHING)
}

fn something_to_leave(cx: &Cx<'_>) -> Result<(), Phrase> {
    let bench = cx.bench;
    let any = bench.is_holding() || bench.notice().is_some() || *bench.selection() != Selection::Nothing;
    or(any, words::NOTHING_TO_CANCEL)
}

fn may_place(cx: &Cx<'_>) -> Result<(), Phrase> {
    or(cx.selected_project().is_some(), words::SELECT_PROJECT_FIRST)?;
    draft(cx)
}

fn may_unplace(cx: &Cx<'_>) -> Result<(), Phrase> {
    or(any_placed(cx), words::SELECT_PLACED_FIRST)?;
    draft(cx)
}

/// Whether a project that is selected stands in a park.
fn any_placed(cx: &Cx<'_>) -> bool {
    cx.bench.selection().projects().any(|id| cx.bench.judgement().facts().home(id).is_some())
}

fn may_pin(cx: &Cx<'_>) -> Result<(), Phrase> {
    let of_park = matches!(cx.bench.selection(), Selection::Park(_));
    or(of_park || any_placed(cx), words::SELECT_PLACED_FIRST)?;
    draft(cx)
}

fn may_pin_all(cx: &Cx<'_>) -> Result<(), Phrase> {
    or(cx.bench.judgement().facts().placed() > 0, words::NOTHING_PLACED)?;
    draft(cx)
}

fn has_findings(cx: &Cx<'_>) -> Result<(), Phrase> {
    or(cx.bench.judgement().notable_count() > 0, words::NO_FINDINGS)
}

fn may_enlarge(cx: &Cx<'_>) -> Result<(), Phrase> {
    or(cx.bench.settings().zoom < 1.99, words::LARGEST)
}

fn may_shrink(cx: &Cx<'_>) -> Result<(), Phrase> {
    or(cx.bench.settings().zoom > 0.81, words::SMALLEST)
}

fn several_plans(cx: &Cx<'_>) -> Result<(), Phrase> {
    or(cx.scenario().plans.len() > 1, words::ONLY_PLAN)
}

fn may_open_first(cx: &Cx<'_>) -> Result<(), Phrase> {
    or(cx.scenario().active_plan != *cx.bench.plan(), words::OPENS_FIRST_ALREADY)
}

fn may_waive(cx: &Cx<'_>) -> Result<(), Phrase> {
    let finding = cx.selected_finding();
    let may = finding.is_some_and(|it| matches!(it.state, State::Broken | State::Waived) && cx.is_waivable(it));
    or(may, words::SELECT_WAIVABLE_FIRST)?;
    draft(cx)
}

fn has_session(cx: &Cx<'_>) -> Result<(), Phrase> {
    or(!cx.scenario().sessions.is_empty(), session::SESSION_FIRST)
}

fn has_projects(cx: &Cx<'_>) -> Result<(), Phrase> {
    or(!cx.scenario().projects.is_empty(), support::NO_PROJECTS)
}

fn may_claim(cx: &Cx<'_>) -> Result<(), Phrase> {
    or(!cx.scenario().programmes.is_empty(), support::NO_PROGRAMME_YET)?;
    has_projects(cx)?;
    draft(cx)
}

fn may_agree(cx: &Cx<'_>) -> Result<(), Phrase> {
    or(!cx.scenario().sharing_templates.is_empty(), sharing::NO_TEMPLATES)?;
    has_projects(cx)?;
    may_transfer(cx)
}

fn may_transfer(cx: &Cx<'_>) -> Result<(), Phrase> {
    or(cx.scenario().units.len() > 1, sharing::FEW_UNITS)?;
    draft(cx)
}

fn has_parks(cx: &Cx<'_>) -> Result<(), Phrase> {
    or(!cx.scenario().parks.is_empty(), words::NO_PARKS_YET)
}

fn has_characteristic(cx: &Cx<'_>) -> Result<(), Phrase> {
    let any = cx.scenario().characteristic_parks.iter().any(|it| it.name.is_some());
    or(any, evaluation::NONE_PUBLISHED)
}

fn project_selected(cx: &Cx<'_>) -> Result<(), Phrase> {
    or(cx.selected_project().is_some(), words::SELECT_PROJECT_FIRST)
}

fn may_change_park(cx: &Cx<'_>) -> Result<(), Phrase> {
    park_selected(cx)?;
    draft(cx)
}

fn solving(cx: &Cx<'_>) -> Result<(), Phrase> {
    or(cx.bench.solving().is_some(), review::NOT_SOLVING)
}

fn reviewing(cx: &Cx<'_>) -> Result<(), Phrase> {
    or(cx.bench.review().is_some(), review::NO_REVIEW)
}

fn park_selected(cx: &Cx<'_>) -> Result<(), Phrase> {
    or(cx.selected_park().is_some(), words::SELECT_PARK_FIRST)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_actions_share_a_key_and_every_action_has_one_row_in_its_menu() {
        let mut seen = BTreeSet::new();
        let mut actions = BTreeSet::new();
        for row in ACTIONS {
            assert!(actions.insert(row.action), "{:?} stands twice", row.action);
            for keys in row.keys {
                assert!(seen.insert(format!("{keys:?}")), "{keys:?} is taken");
            }
        }
        let in_menus: Vec<Action> =
            Menu::ALL.into_iter().flat_map(Menu::groups).flatten().map(|row| row.action).collect();
        assert_eq!(in_menus, ACTIONS.iter().map(|row| row.action).collect::<Vec<_>>(), "menu by menu");
        assert!(actions.contains(&Action::New) && actions.contains(&Action::About));
        assert_eq!(actions.len(), 96);
    }

    #[test]
    fn no_two_actions_are_called_the_same_in_either_language() {
        for name in [|row: &Row| row.name.zh, |row: &Row| row.name.en] {
            let names: BTreeSet<&str> = ACTIONS.iter().map(name).collect();
            assert_eq!(names.len(), ACTIONS.len());
        }
    }
}
