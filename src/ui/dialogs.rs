//! Questions and sheets over the window, one a file; one is open at a time.

mod about;
mod accident;
mod agreement;
mod alternatives;
mod approval;
mod assumption;
mod backtest;
pub mod columns;
mod export;
pub mod form;
mod fuzzy;
mod help;
mod merging;
mod notice;
mod origin;
mod palette;
mod park_parts;
mod path;
mod position;
mod position_move;
mod positioning;
mod project_parts;
mod question;
mod recognition_step;
mod recognition_year;
mod register;
mod rename;
mod settings;
mod sharing;
mod shortcuts;
mod steps;
mod summons;
mod waiver;
mod waivers;
mod weights;
mod why_not;

use egui::{Context, Id, Modal, Response, Role as AccessRole, Ui, WidgetInfo};

use super::{
    account::Account,
    actions::{Action, keys_of},
    cx::{Cx, Export, Workspace},
    origin::Origin,
    theme::{Lettering, RADIUS_CARD, SPACE_8, SPACE_12, Type},
    widgets::button::{Button, button_ui},
};
use crate::{
    i18n::words,
    model::{
        id::{CharacteristicParkId, ParkId, PlanId, PositionId, ProjectId, RecordId},
        park::Role,
        recognition::StepKind,
    },
    rules::finding::FindingKey,
    workbench::{delivery::Goods, question::Question, receipt::Notice},
};
use accident::AccidentSheet;
use agreement::AgreementSheet;
use alternatives::AlternativesSheet;
use approval::ApprovalSheet;
pub use assumption::{About, assumed};
use backtest::BacktestSheet;
use help::HelpSheet;
use merging::MergeSheet;
use origin::OriginSheet;
use palette::{Goal, Palette};
pub use park_parts::{Page as ParkPage, reservation_words};
use path::PathAsk;
use position::PositionSheet;
use position_move::MoveSheet;
use positioning::PositioningSheet;
pub use positioning::kinds;
pub use project_parts::{Page as ProjectPage, stipulations, word};
use recognition_step::StepSheet;
use recognition_year::YearSheet;
use register::RegisterSheet;
use rename::Rename;
use settings::SettingsSheet;
use sharing::SharingSheet;
pub use sharing::SharingWish;
use steps::StepsSheet;
use summons::SummonsSheet;
use waiver::WaiverSheet;
use weights::WeightsSheet;
use why_not::WhyNotSheet;

/// A sheet.
enum Sheet {
    Help(HelpSheet),
    Shortcuts,
    About,
    Notice(Notice),
    Palette(Palette),
    Rename(Rename),
    Settings(SettingsSheet),
    Sharing(Box<SharingSheet>),
    Waiver(WaiverSheet),
    Waivers,
    Summons(SummonsSheet),
    Export(Box<export::ExportSheet>),
    Steps(StepsSheet),
    Approval(ApprovalSheet),
    Origin(OriginSheet),
    ParkParts(Box<park_parts::ParkParts>),
    ProjectParts(Box<project_parts::ProjectParts>),
    Position(Box<PositionSheet>),
    MovePosition(MoveSheet),
    Positioning(PositioningSheet),
    Weights(Box<WeightsSheet>),
    Backtest(BacktestSheet),
    WhyNot(WhyNotSheet),
    Agreement(Box<AgreementSheet>),
    Alternatives(AlternativesSheet),
    Merge(MergeSheet),
    TakeStep(Box<StepSheet>),
    RecordYear(Box<YearSheet>),
    Register(RegisterSheet),
    Accident(AccidentSheet),
}

/// What is open over the window.
#[derive(Default)]
pub struct Dialogs {
    path: Option<PathAsk>,
    sheet: Option<Sheet>,
    /// What the palette went to, newest first.
    recent: Vec<Goal>,
}

impl Dialogs {
    /// Tells whether something is open.
    pub fn is_open(&self) -> bool {
        self.path.is_some() || self.sheet.is_some()
    }

    /// Asks which file to open.
    pub fn ask_open(&mut self, ctx: &Context, cx: &Cx<'_>) {
        self.path = Some(PathAsk::open(ctx, cx));
    }

    /// Asks which file to save to.
    pub fn ask_save(&mut self, ctx: &Context, cx: &Cx<'_>) {
        self.path = Some(PathAsk::save(ctx, cx));
    }

    /// Asks which file to compare plans of.
    pub fn ask_plans(&mut self, ctx: &Context, cx: &Cx<'_>) {
        self.path = Some(PathAsk::plans(ctx, cx));
    }

    /// Asks which file to merge into the document.
    pub fn ask_merge(&mut self, ctx: &Context, cx: &Cx<'_>) {
        self.path = Some(PathAsk::merge(ctx, cx));
    }

    /// Asks which file to take district outlines from.
    pub fn ask_map(&mut self, ctx: &Context, cx: &Cx<'_>) {
        self.path = Some(PathAsk::map(ctx, cx));
    }

    /// Asks where to write a file that is not the document.
    pub fn ask_export(&mut self, ctx: &Context, cx: &Cx<'_>, export: Export) {
        self.path = Some(PathAsk::export(ctx, cx, export));
    }

    /// Asks which sheets to import.
    pub fn ask_sheets(&mut self, ctx: &Context, cx: &Cx<'_>) {
        self.path = Some(PathAsk::sheets(ctx, cx));
    }

    /// Asks what is carried away.
    pub fn show_export(&mut self, cx: &Cx<'_>) {
        self.sheet = Some(Sheet::Export(Box::new(export::ExportSheet::new(cx))));
    }

    /// Asks where to write papers or tables.
    pub fn ask_delivery(&mut self, ctx: &Context, cx: &Cx<'_>, (goods, is_chinese, name): (Goods, bool, String)) {
        self.path = Some(PathAsk::delivery(ctx, cx, goods, is_chinese, &name));
    }

    /// Asks what is said of a session, or of a new one.
    pub fn summon(&mut self, cx: &Cx<'_>, session: Option<RecordId>) {
        self.sheet = Some(Sheet::Summons(SummonsSheet::new(cx, session)));
    }

    /// Asks for a step in the life of a characteristic park, of a kind where one is meant.
    pub fn take_step(&mut self, cx: &Cx<'_>, id: Option<CharacteristicParkId>, kind: Option<StepKind>) {
        self.sheet = StepSheet::new(cx, id, kind).map(|sheet| Sheet::TakeStep(Box::new(sheet)));
    }

    /// Asks for the figures of a year of a characteristic park.
    pub fn record_year(&mut self, cx: &Cx<'_>, id: Option<CharacteristicParkId>) {
        self.sheet = YearSheet::new(cx, id).map(|sheet| Sheet::RecordYear(Box::new(sheet)));
    }

    /// Asks for a characteristic park that applies.
    pub fn register_characteristic(&mut self, cx: &Cx<'_>) {
        self.sheet = Some(Sheet::Register(RegisterSheet::new(cx)));
    }

    /// Asks for an accident, in a characteristic park where one is meant.
    pub fn report_accident(&mut self, cx: &Cx<'_>, id: Option<&CharacteristicParkId>) {
        self.sheet = Some(Sheet::Accident(AccidentSheet::new(cx, id)));
    }

    /// Shows a sheet of support and sharing.
    pub fn show_sharing(&mut self, cx: &Cx<'_>, wish: SharingWish) {
        self.sheet = SharingSheet::new(cx, wish).map(|sheet| Sheet::Sharing(Box::new(sheet)));
    }

    /// Explains a workspace.
    pub fn show_help(&mut self, workspace: Workspace) {
        self.sheet = Some(Sheet::Help(HelpSheet::new(workspace)));
    }

    /// Shows the sheet of keys.
    pub fn show_shortcuts(&mut self) {
        self.sheet = Some(Sheet::Shortcuts);
    }

    /// Shows what the program is.
    pub fn show_about(&mut self) {
        self.sheet = Some(Sheet::About);
    }

    /// Shows a notice with all its lines.
    pub fn show_notice(&mut self, notice: Notice) {
        self.sheet = Some(Sheet::Notice(notice));
    }

    /// Shows the command palette.
    pub fn show_palette(&mut self) {
        self.sheet = Some(Sheet::Palette(Palette::of_everything()));
    }

    /// Shows the parks for `projects`, as the palette does.
    pub fn choose_park(&mut self, projects: Vec<ProjectId>) {
        self.sheet = Some(Sheet::Palette(Palette::of_parks(projects)));
    }

    /// Asks for another name of `plan`.
    pub fn rename(&mut self, cx: &Cx<'_>, plan: PlanId) {
        self.sheet = Some(Sheet::Rename(Rename::new(cx, plan)));
    }

    /// Shows the settings.
    pub fn show_settings(&mut self, cx: &Cx<'_>) {
        self.sheet = Some(Sheet::Settings(SettingsSheet::new(cx)));
    }

    /// Shows the waiver of a finding, or asks for one.
    pub fn waive(&mut self, cx: &Cx<'_>, key: FindingKey) {
        self.sheet = WaiverSheet::new(cx, key).map(Sheet::Waiver);
    }

    /// Shows all waivers of the plan.
    pub fn show_waivers(&mut self) {
        self.sheet = Some(Sheet::Waivers);
    }

    /// Shows every step that was done or undone.
    pub fn show_steps(&mut self) {
        self.sheet = Some(Sheet::Steps(StepsSheet::default()));
    }

    /// Asks who approves the plan, or tells what stands in the way.
    pub fn approve(&mut self, cx: &Cx<'_>) {
        self.sheet = Some(Sheet::Approval(ApprovalSheet::new(cx)));
    }

    /// Tells where a figure comes from.
    pub fn explain(&mut self, origin: Origin) {
        self.sheet = Some(Sheet::Origin(OriginSheet::of(origin)));
    }

    /// Tells what points rest on.
    pub fn account_for(&mut self, account: Account) {
        self.sheet = Some(Sheet::Origin(OriginSheet::of_account(account)));
    }

    /// Shows what the plan holds for `park`, at a page.
    pub fn show_park_parts(&mut self, cx: &Cx<'_>, park: ParkId, page: ParkPage) {
        self.sheet = Some(Sheet::ParkParts(Box::new(park_parts::ParkParts::new(cx, park, page))));
    }

    /// Shows what the plan holds for `project`, at a page.
    pub fn show_project_parts(&mut self, cx: &Cx<'_>, project: ProjectId, page: ProjectPage) {
        self.sheet = Some(Sheet::ProjectParts(Box::new(project_parts::ProjectParts::new(cx, project, page))));
    }

    /// Asks for a new position of `park`.
    pub fn new_position(&mut self, cx: &Cx<'_>, park: ParkId, role: Role) {
        self.sheet = Some(Sheet::Position(Box::new(PositionSheet::new(cx, park, role))));
    }

    /// Edits a position.
    pub fn edit_position(&mut self, cx: &Cx<'_>, position: PositionId) {
        self.sheet = PositionSheet::of(cx, position).map(|sheet| Sheet::Position(Box::new(sheet)));
    }

    /// Asks where a position should go.
    pub fn move_position(&mut self, cx: &Cx<'_>, position: PositionId) {
        self.sheet = MoveSheet::of(cx, position).map(Sheet::MovePosition);
    }

    /// Shows every change of positions.
    pub fn show_positioning(&mut self) {
        self.sheet = Some(Sheet::Positioning(PositioningSheet::default()));
    }

    /// Shows the weights of the criteria.
    pub fn show_weights(&mut self, cx: &Cx<'_>) {
        self.sheet = Some(Sheet::Weights(Box::new(WeightsSheet::new(cx))));
    }

    /// Shows where real projects went, and where they would have been advised to go.
    pub fn show_backtest(&mut self) {
        self.sheet = Some(Sheet::Backtest(BacktestSheet::default()));
    }

    /// Shows why parks do not stand first for `project`, at `park` where one is meant.
    pub fn show_why_not(&mut self, project: ProjectId, park: Option<ParkId>) {
        self.sheet = Some(Sheet::WhyNot(WhyNotSheet::new(project, park)));
    }

    /// Shows what other schools of method say of the parks for `project`.
    pub fn show_agreement(&mut self, project: ProjectId) {
        self.sheet = Some(Sheet::Agreement(Box::new(AgreementSheet::new(project))));
    }

    /// Shows other good plans beside the one that is proposed.
    pub fn show_alternatives(&mut self) {
        self.sheet = Some(Sheet::Alternatives(AlternativesSheet::default()));
    }

    /// Draws what is open.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) {
        if matches!(cx.bench.question(), Some(Question::WhereToSave { .. })) && self.path.is_none() {
            self.ask_save(ctx, cx);
        }
        if self.path.as_mut().is_some_and(|path| !path.ui(ctx, cx)) {
            self.path = None;
        }
        if self.path.is_none() {
            question::ui(ctx, cx);
        }
        if cx.bench.merging().is_some() && self.sheet.is_none() {
            self.sheet = Some(Sheet::Merge(MergeSheet::default()));
        }
        self.sheet_ui(ctx, cx);
        if ctx.input(|input| !input.raw.hovered_files.is_empty()) {
            hovered_file_ui(ctx, cx);
        }
    }

    fn sheet_ui(&mut self, ctx: &Context, cx: &Cx<'_>) {
        let Some(sheet) = &mut self.sheet else { return };
        let mut base_asked = None;
        let stays = match sheet {
            Sheet::Help(help) => told_ui(ctx, cx, help::WIDTH, |ui| help.ui(ui, cx)),
            Sheet::Shortcuts => told_ui(ctx, cx, 700.0, |ui| shortcuts::ui(ui, cx)),
            Sheet::About => told_ui(ctx, cx, 560.0, |ui| about::ui(ui, cx)),
            Sheet::Notice(told) => told_ui(ctx, cx, 560.0, |ui| notice::ui(ui, cx, told)),
            Sheet::Palette(palette) => palette.ui(ctx, cx, &mut self.recent),
            Sheet::Rename(rename) => rename.ui(ctx, cx),
            Sheet::Settings(settings) => settings.ui(ctx, cx),
            Sheet::Sharing(sheet) => sheet.ui(ctx, cx),
            Sheet::Waiver(waiver) => waiver.ui(ctx, cx),
            Sheet::Summons(summons) => summons.ui(ctx, cx),
            Sheet::Export(export) => export.ui(ctx, cx),
            Sheet::Waivers => told_ui(ctx, cx, 560.0, |ui| waivers::ui(ui, cx)),
            Sheet::Steps(steps) => told_ui(ctx, cx, 560.0, |ui| steps.ui(ui, cx)),
            Sheet::Approval(approval) => approval.ui(ctx, cx),
            Sheet::Origin(of) => told_ui(ctx, cx, 560.0, |ui| of.ui(ui, cx)),
            Sheet::ParkParts(parts) => parts.ui(ctx, cx),
            Sheet::ProjectParts(parts) => parts.ui(ctx, cx),
            Sheet::Position(position) => position.ui(ctx, cx),
            Sheet::MovePosition(position) => position.ui(ctx, cx),
            Sheet::Positioning(positioning) => positioning.ui(ctx, cx),
            Sheet::Weights(weights) => weights.ui(ctx, cx),
            Sheet::Agreement(sheet) => sheet.ui(ctx, cx),
            Sheet::Backtest(sheet) => sheet.ui(ctx, cx),
            Sheet::Alternatives(sheet) => sheet.ui(ctx, cx),
            Sheet::TakeStep(sheet) => sheet.ui(ctx, cx),
            Sheet::RecordYear(sheet) => sheet.ui(ctx, cx),
            Sheet::Register(sheet) => sheet.ui(ctx, cx),
            Sheet::Accident(sheet) => sheet.ui(ctx, cx),
            // What both began with is being asked for.
            Sheet::Merge(_) if self.path.is_some() => true,
            Sheet::Merge(sheet) => sheet.ui(ctx, cx, &mut base_asked),
            Sheet::WhyNot(why) => told_ui(ctx, cx, 880.0, |ui| why.ui(ui, cx)),
        };
        if let Some(theirs) = base_asked {
            self.path = Some(PathAsk::merge_base(ctx, cx, theirs));
        }
        if !stays {
            self.sheet = None;
            ctx.request_repaint();
        }
    }
}

/// A sheet that only tells something, with the button that closes it; `false` when it is closed.
fn told_ui(ctx: &Context, cx: &Cx<'_>, width: f32, content: impl FnOnce(&mut Ui)) -> bool {
    let mut is_closed = false;
    let modal = modal(cx, "sheet").show(ctx, |ui| {
        ui.set_width(sheet_width(ui, width));
        content(ui);
        ui.add_space(SPACE_12);
        is_closed = button_ui(ui, cx.theme, &Button::primary(cx.say(words::CLOSE)).keys("Esc")).clicked();
    });
    !is_closed && !modal.should_close()
}

/// A sheet over the window, in the colours of the theme.
pub fn modal(cx: &Cx<'_>, id: &str) -> Modal {
    let frame = egui::Frame::NONE
        .fill(cx.theme.card)
        .stroke(cx.theme.edge_strong())
        .corner_radius(RADIUS_CARD)
        .shadow(cx.theme.shadow)
        .inner_margin(20);
    Modal::new(Id::unique(("modal", id))).frame(frame)
}

/// Whether a sheet or a question stands over the panels, which then get no keys.
pub fn is_covered(ui: &Ui) -> bool {
    ui.ctx().memory(egui::Memory::top_modal_layer).is_some()
}

/// Whether Ctrl+Enter was pressed for the panel of `ui`, and not for a sheet over it.
pub fn deed_pressed(ui: &Ui) -> bool {
    !is_covered(ui) && ui.input_mut(|input| input.consume_key(egui::Modifiers::COMMAND, egui::Key::Enter))
}

/// Space between a sheet and the edges of the window, margins included, in points.
const AROUND: f32 = 72.0;
/// Height that title and buttons of a sheet take besides its contents, in points.
const BESIDES: f32 = 190.0;

/// The width of a sheet that would like `wanted`, in a window of any size.
fn sheet_width(ui: &Ui, wanted: f32) -> f32 {
    wanted.min(ui.ctx().content_rect().width() - AROUND)
}

/// The height of what scrolls in a sheet and would like `wanted`, in a window of any size.
fn sheet_height(ui: &Ui, wanted: f32) -> f32 {
    wanted.min(ui.ctx().content_rect().height() - BESIDES).max(80.0)
}

/// Lets a sheet with many fields grow as high as the window allows, in place of the usual size of what floats.
fn make_room(ui: &mut Ui) {
    ui.set_max_height(ui.ctx().content_rect().height() - AROUND);
}

/// What a sheet holds between its heading and its buttons: it scrolls where the window is too low for it.
fn body_ui<T>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> T) -> T {
    let height = sheet_height(ui, f32::INFINITY);
    egui::ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, content).inner
}

/// Gives `field` the keyboard when its sheet opens, and again whenever nothing has it: Tab leads on from there.
pub fn take_keyboard(ui: &Ui, field: &Response, is_new: &mut bool) {
    if std::mem::take(is_new) || ui.ctx().memory(egui::Memory::focused).is_none() {
        field.request_focus();
    }
}

/// Whether Enter was pressed for the sheet as a whole: not on a button, which it presses.
pub fn enter_confirms(ui: &Ui) -> bool {
    let is_on_button = ui.ctx().memory(egui::Memory::focused).is_some() && !ui.ctx().text_edit_focused();
    !is_on_button && ui.input(|input| input.key_pressed(egui::Key::Enter))
}

fn heading(ui: &mut Ui, words: &str) {
    ui.label(egui::RichText::new(words).font(Type::Heading.font()));
    ui.add_space(SPACE_8);
}

/// A field under its label, over the whole width.
fn field_ui(ui: &mut Ui, id: &str, label: &str, typed: &mut String) -> Response {
    ui.label(label);
    ui.add_space(2.0);
    let field = ui.add(egui::TextEdit::singleline(typed).id(Id::unique(id)).desired_width(f32::INFINITY));
    field.widget_info(|| WidgetInfo::labeled(AccessRole::TextInput, true, label));
    field
}

fn hovered_file_ui(ctx: &Context, cx: &Cx<'_>) {
    modal(cx, "hovered file").show(ctx, |ui| {
        heading(ui, cx.say(words::DROP_TO_OPEN));
        ui.weak(keys_of(Action::Open));
    });
}
