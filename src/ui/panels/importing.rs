//! What an import would take in: every row with what is to be known of it, corrected in place, taken in as one step.

mod detail;
mod list;
mod sheets;

use egui::{Align, CentralPanel, Frame, Id, Layout, Panel, Role as AccessRole, Sense, Ui, WidgetInfo, vec2};

use crate::{
    i18n::import as say,
    intake::{
        note::{Change, State},
        outcome::{Counts, DataRow, Intake},
        wish::Spot,
    },
    ui::{
        actions::Action,
        cx::{Ask, Cx},
        dialogs::deed_pressed,
        theme::{Lettering, SPACE_8, SPACE_12, Signal, Type},
        widgets::{
            button::{Button, Segment, button_ui, segmented_ui},
            icon::{self, Icon},
            text::{line, width_of},
        },
    },
    workbench::{command::Command, importing::Importing},
};

/// Width of the sheets where there is room, and where there is little, in points.
const SHEETS: (f32, f32) = (330.0, 260.0);
/// Width of the details, the same.
const DETAIL: (f32, f32) = (480.0, 380.0);

/// Which rows are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Filter {
    #[default]
    All,
    Refused,
    Noted,
    Taken,
    Unchanged,
}

impl Filter {
    const ALL: [Self; 5] = [Self::All, Self::Refused, Self::Noted, Self::Taken, Self::Unchanged];

    fn admits(self, row: &DataRow) -> bool {
        match self {
            Self::All => true,
            Self::Refused => row.state == State::Refused,
            Self::Noted => row.state == State::Noted,
            Self::Taken => row.state == State::Taken,
            Self::Unchanged => row.change == Some(Change::Unchanged),
        }
    }

    fn words(self, cx: &Cx<'_>, counts: Counts) -> String {
        let (phrase, count) = match self {
            Self::All => (say::ALL, counts.taken + counts.noted + counts.refused),
            Self::Refused => (say::REFUSED, counts.refused),
            Self::Noted => (say::NOTED, counts.noted),
            Self::Taken => (say::TAKEN, counts.taken),
            Self::Unchanged => (say::UNCHANGED, counts.unchanged),
        };
        format!("{} {count}", cx.say(phrase))
    }
}

/// The panel between frames.
#[derive(Debug, Default)]
pub struct ImportPanel {
    filter: usize,
    /// Place of the workbook and of the sheet that is shown; all where none was chosen.
    sheet: Option<(usize, usize)>,
    selected: Option<Spot>,
    /// A cell that is being corrected, with what is typed.
    typed: Option<(Spot, u32, String)>,
}

impl ImportPanel {
    /// Draws the panel in place of the workspace.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, importing: &Importing) {
        let bare = |panel: Panel, height: f32| panel.exact_size(height).frame(Frame::NONE).show_separator_line(false);
        bare(Panel::top("import strip"), 44.0).show(ui, |ui| self.strip_ui(ui, cx, importing));
        let canvas = Frame::NONE.fill(cx.theme.canvas);
        let Some(intake) = importing.intake().cloned() else {
            CentralPanel::default().frame(canvas).show(ui, |ui| busy_ui(ui, cx, importing));
            return;
        };
        let panel = Frame::NONE.fill(cx.theme.panel).inner_margin(8.0);
        let of = |(roomy, compact): (f32, f32)| if cx.roomy { roomy } else { compact };
        Panel::left("import sheets").exact_size(of(SHEETS)).frame(panel).show(ui, |ui| {
            sheets::ui(ui, cx, importing, &intake, &mut self.sheet);
        });
        let shown = self.shown(&intake);
        if self.selected.is_none_or(|spot| !shown.iter().any(|row| row.spot == spot)) {
            self.selected = shown.first().map(|row| row.spot);
            self.typed = None;
        }
        Panel::right("import detail").exact_size(of(DETAIL)).frame(panel).show(ui, |ui| {
            let row = self.selected.and_then(|spot| shown.iter().find(|row| row.spot == spot));
            match row {
                Some(row) => detail::ui(ui, cx, importing, &intake, row, &mut self.typed),
                None => {
                    ui.label(egui::RichText::new(cx.say(say::NO_ROW)).color(cx.theme.text2));
                }
            }
        });
        CentralPanel::default().frame(canvas).show(ui, |ui| {
            list::ui(ui, cx, &intake, &shown, &mut self.selected);
        });
    }

    /// The rows that the filter and the chosen sheet admit.
    fn shown<'a>(&self, intake: &'a Intake) -> Vec<&'a DataRow> {
        let filter = Filter::ALL.get(self.filter).copied().unwrap_or_default();
        let of_sheet = |row: &DataRow| self.sheet.is_none_or(|it| it == (row.spot.workbook, row.spot.sheet));
        intake.data.iter().filter(|row| filter.admits(row) && of_sheet(row)).collect()
    }

    /// What came of the rows, and the ways on.
    fn strip_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, importing: &Importing) {
        let rect = ui.max_rect();
        ui.painter().rect_filled(rect, 0.0, cx.theme.panel);
        ui.painter().hline(rect.x_range(), rect.bottom(), cx.theme.edge());
        let counts = importing.intake().map(|it| it.counts()).unwrap_or_default();
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing = vec2(SPACE_8, 0.0);
            ui.add_space(SPACE_12);
            if cx.roomy {
                let title = cx.say(say::TITLE);
                let width = width_of(ui.painter(), title, Type::BodyBold) + 1.0;
                let (place, _) = ui.allocate_exact_size(vec2(width, 24.0), Sense::hover());
                line(ui.painter(), place, Align::Min, title, Type::BodyBold, cx.theme.text1);
            }
            let words = Filter::ALL.map(|it| it.words(cx, counts));
            let segments: Vec<Segment<'_>> = words.iter().map(|name| Segment { name, icon: None }).collect();
            segmented_ui(ui, cx.theme, &segments, &mut self.filter);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(SPACE_12);
                ui.spacing_mut().item_spacing = vec2(SPACE_8, 0.0);
                buttons_ui(ui, cx, importing, counts);
            });
        });
    }

    /// Leaves what is being typed; tells whether there was something.
    pub fn leave(&mut self) -> bool {
        self.typed.take().is_some()
    }
}

/// The ways on: take in, leave, add files, steps back and again.
fn buttons_ui(ui: &mut Ui, cx: &Cx<'_>, importing: &Importing, counts: Counts) {
    let count = (counts.taken + counts.noted).saturating_sub(counts.unchanged);
    let words = cx.tell(&say::take_in(count)).to_owned();
    let may = count > 0 && !importing.is_busy();
    let why = cx.say(if importing.is_busy() { say::BUSY } else { say::NOTHING });
    let button = Button::primary(&words).keys("Ctrl+Enter").enabled(may);
    let button = if may { button } else { button.hover(why) };
    let keys = deed_pressed(ui);
    if (button_ui(ui, cx.theme, &button).clicked() || keys) && may {
        cx.push(Command::ApplyImport);
    }
    if button_ui(ui, cx.theme, &Button::new(cx.say(say::LEAVE)).keys("Esc")).clicked() {
        cx.push(Command::LeaveImport);
    }
    if button_ui(ui, cx.theme, &Button::new(cx.say(say::ADD_FILES)).icon(Icon::Plus)).clicked() {
        cx.ask(Ask::Do(Action::ImportSheets));
    }
    let (back, again) = importing.may_step();
    let redo = Button::quiet(Icon::Redo, cx.say(say::AGAIN)).enabled(again);
    if button_ui(ui, cx.theme, &redo).clicked() {
        cx.push(Command::Redo);
    }
    let undo = Button::quiet(Icon::Undo, cx.say(say::BACK)).enabled(back);
    if button_ui(ui, cx.theme, &undo).clicked() {
        cx.push(Command::Undo);
    }
    if importing.is_busy() {
        told_ui(ui, cx, (Icon::Info, Signal::Off), cx.say(say::BUSY));
    }
}

/// Files are being read: how far, and the way out.
fn busy_ui(ui: &mut Ui, cx: &Cx<'_>, importing: &Importing) {
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.3);
        let told = say::reading(importing.rows_read(), importing.is_reading());
        ui.label(egui::RichText::new(cx.tell(&told)).font(Type::BodyBold.font()));
        ui.add_space(SPACE_12);
        if button_ui(ui, cx.theme, &Button::new(cx.say(say::STOP))).clicked() {
            cx.push(Command::LeaveImport);
        }
    });
    ui.ctx().request_repaint_after(std::time::Duration::from_millis(100));
}

/// The mark and tone of a state.
fn mark(state: State) -> (Icon, Signal) {
    match state {
        State::Taken => (Icon::Holds, Signal::Holds),
        State::Noted => (Icon::Near, Signal::Near),
        State::Refused => (Icon::Broken, Signal::Broken),
    }
}

/// A sentence with its mark, over as many lines as it needs.
fn told_ui(ui: &mut Ui, cx: &Cx<'_>, (sign, tone): (Icon, Signal), words: &str) {
    ui.horizontal_top(|ui| {
        let (square, _) = ui.allocate_exact_size(vec2(16.0, 18.0), Sense::hover());
        icon::paint(ui.painter(), sign, square.shrink2(vec2(1.0, 2.0)), cx.theme.tone(tone).ink);
        let response = ui.add(egui::Label::new(egui::RichText::new(words).font(Type::Small.font())).wrap());
        response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, words));
    });
}

/// An id of a widget of a row.
fn id_of(what: &str, spot: Spot) -> Id {
    Id::unique(("import", what, spot.workbook, spot.sheet, spot.row))
}
