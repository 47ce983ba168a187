//! The sheet of everything that can be carried away: papers, tables, layers, the form to fill in.

use egui::{Align, ComboBox, Context, Id, Rect, Role as AccessRole, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{body_ui, form::deed_ui, heading, modal, sheet_width};
use crate::{
    i18n::{outgoing as say, phrase::Phrase},
    model::id::{ParkId, ProjectId, RecordId},
    report::{About, Kind, format::Format},
    ui::{
        cx::{Ask, Cx},
        theme::{Lettering, RADIUS_ROW, SPACE_4, SPACE_8, SPACE_12, Type},
        widgets::{
            button::{Segment, segmented_ui},
            shapes,
            text::line,
            tip::Tip,
        },
    },
    workbench::delivery::Goods,
};

/// Height of a row, in points.
const ROW: f32 = 38.0;

/// What can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    Paper(Kind),
    Workbook,
    Placements,
    Map,
    Template,
}

impl Choice {
    const TABLES: [Self; 4] = [Self::Workbook, Self::Placements, Self::Map, Self::Template];

    fn name(self) -> Phrase {
        match self {
            Self::Paper(kind) => kind.title(),
            Self::Workbook => say::WORKBOOK,
            Self::Placements => say::PLACEMENTS,
            Self::Map => say::LAYER,
            Self::Template => say::TEMPLATE,
        }
    }

    fn about(self) -> Phrase {
        match self {
            Self::Paper(kind) => say::about(kind.id()),
            Self::Workbook => say::WORKBOOK_HINT,
            Self::Placements => say::PLACEMENTS_HINT,
            Self::Map => say::LAYER_HINT,
            Self::Template => say::TEMPLATE_HINT,
        }
    }
}

/// The sheet between frames.
#[derive(Debug)]
pub struct ExportSheet {
    choice: Choice,
    project: Option<ProjectId>,
    park: Option<ParkId>,
    session: Option<RecordId>,
    language: usize,
    format: usize,
}

impl ExportSheet {
    /// The sheet, with what is selected and the language of the window.
    pub fn new(cx: &Cx<'_>) -> Self {
        Self {
            choice: Choice::Paper(Kind::Brief),
            project: cx.selected_project().cloned(),
            park: cx.selected_park().cloned(),
            session: cx.scenario().sessions_in_order().first().map(|it| it.id.clone()),
            language: usize::from(!cx.is_chinese()),
            format: 0,
        }
    }

    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        let mut stays = true;
        let modal = modal(cx, "export").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 860.0));
            heading(ui, cx.say(say::TITLE));
            body_ui(ui, |ui| {
                ui.columns(2, |columns| {
                    if let [left, right] = columns {
                        self.choices_ui(left, cx);
                        self.tables_ui(right, cx);
                        self.options_ui(right, cx);
                    }
                });
            });
            ui.add_space(SPACE_12);
            let needs_session = self.choice == Choice::Paper(Kind::Minutes) && self.session.is_none();
            let may = if needs_session { Err(cx.say(say::NO_SESSION)) } else { Ok(()) };
            match deed_ui(ui, cx, cx.say(say::CHOOSE_PLACE), may) {
                Some(true) => {
                    cx.ask(Ask::Deliver(Box::new((self.goods(), self.language == 0, self.file_name(cx)))));
                    stays = false;
                }
                Some(false) => stays = false,
                None => {}
            }
        });
        stays && !modal.should_close()
    }

    fn choices_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        title_ui(ui, cx, say::PAPERS);
        for kind in Kind::ALL {
            self.choice_ui(ui, cx, Choice::Paper(kind));
        }
    }

    /// Tables and layers, and below them what can be said of the choice.
    fn tables_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        title_ui(ui, cx, say::TABLES);
        for choice in Choice::TABLES {
            self.choice_ui(ui, cx, choice);
        }
        ui.add_space(SPACE_8);
        ui.separator();
        ui.add_space(SPACE_8);
    }

    fn choice_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, choice: Choice) {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
        let response = ui.interact(rect, Id::unique(("export choice", choice.name().en)), Sense::click());
        let is_chosen = self.choice == choice;
        let ground = rect.shrink2(vec2(0.0, 1.0));
        if is_chosen {
            shapes::framed_rect(ui.painter(), ground, RADIUS_ROW, cx.theme.accent_soft, cx.theme.edge_selected());
        } else if response.hovered() {
            shapes::framed_rect(ui.painter(), ground, RADIUS_ROW, cx.theme.sunken, Stroke::NONE);
        }
        if response.has_focus() {
            shapes::focus_ring(ui.painter(), ground, RADIUS_ROW, cx.theme.accent);
        }
        let (name, about) = (cx.say(choice.name()), cx.say(choice.about()));
        let first = Rect::from_min_max(rect.min + vec2(10.0, 3.0), pos2(rect.right() - 8.0, rect.center().y + 1.0));
        line(ui.painter(), first, Align::Min, name, Type::BodyBold, cx.theme.text1);
        let second = first.translate(vec2(0.0, 17.0));
        let is_cut = line(ui.painter(), second, Align::Min, about, Type::Small, cx.theme.text2).truncated;
        response.widget_info(|| WidgetInfo::selected(AccessRole::RadioButton, true, is_chosen, name));
        if response.clicked() {
            self.choice = choice;
        }
        if is_cut {
            response.tip(about);
        }
    }

    fn options_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        ui.spacing_mut().item_spacing = vec2(SPACE_8, SPACE_4);
        let plan = cx.scenario().plans.get(cx.bench.plan());
        let plan = plan.map(|it| format!("{} {}", it.id, cx.tell(&it.name))).unwrap_or_default();
        let of_plan = format!("{} · {} {plan}", cx.say(self.choice.name()), cx.say(say::PLAN));
        ui.label(egui::RichText::new(of_plan).font(Type::BodyBold.font()));
        ui.add_space(SPACE_4);
        match self.choice {
            Choice::Paper(Kind::Project) => {
                let projects = cx.scenario().projects.iter();
                let options: Vec<_> =
                    projects.map(|it| (it.id.clone(), format!("{} {}", it.id, cx.tell(&it.name)))).collect();
                one_ui(ui, cx, say::PROJECT, &options, &mut self.project);
            }
            Choice::Paper(Kind::Park) => {
                let parks = cx.scenario().parks_in_order().into_iter();
                let options: Vec<_> = parks.map(|it| (it.id.clone(), cx.tell(&it.name).to_owned())).collect();
                one_ui(ui, cx, say::PARK, &options, &mut self.park);
            }
            Choice::Paper(Kind::Brief | Kind::Minutes) => self.session_ui(ui, cx),
            Choice::Paper(_) | Choice::Workbook | Choice::Placements | Choice::Map | Choice::Template => {}
        }
        if self.choice != Choice::Map {
            title_ui(ui, cx, say::LANGUAGE);
            let names = [say::CHINESE, say::ENGLISH].map(|it| Segment { name: cx.say(it), icon: None });
            segmented_ui(ui, cx.theme, &names, &mut self.language);
            ui.add_space(SPACE_8);
        }
        if matches!(self.choice, Choice::Paper(_)) {
            title_ui(ui, cx, say::FORMAT);
            let names = Format::ALL.map(|it| Segment { name: cx.say(format_name(it)), icon: None });
            segmented_ui(ui, cx.theme, &names, &mut self.format);
        }
    }

    fn session_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let sessions = cx.scenario().sessions_in_order();
        if sessions.is_empty() {
            ui.label(cx.say(say::NO_SESSION));
            return;
        }
        let options: Vec<(RecordId, String)> =
            sessions.iter().map(|it| (it.id.clone(), format!("{} · {}", cx.tell(&it.name), it.date))).collect();
        combo_ui(ui, cx, say::SESSION, &options, &mut self.session);
        ui.add_space(SPACE_8);
    }

    fn goods(&self) -> Goods {
        match self.choice {
            Choice::Paper(kind) => {
                let about = About {
                    project: self.project.clone().filter(|_| kind == Kind::Project),
                    park: self.park.clone().filter(|_| kind == Kind::Park),
                    session: self.session.clone().filter(|_| matches!(kind, Kind::Brief | Kind::Minutes)),
                };
                Goods::Paper(kind, about)
            }
            Choice::Workbook => Goods::Workbook,
            Choice::Placements => Goods::Placements,
            Choice::Map => Goods::Map,
            Choice::Template => Goods::Template,
        }
    }

    /// A name for the file: what it is, and the day of the data.
    fn file_name(&self, cx: &Cx<'_>) -> String {
        let is_chinese = self.language == 0;
        let phrase = self.choice.name();
        let name = if is_chinese { phrase.zh } else { phrase.en };
        let name = name.split(['（', '(']).next().unwrap_or(name).trim();
        let of = match self.choice {
            Choice::Paper(Kind::Project) => self.project.as_ref().map(ToString::to_string),
            Choice::Paper(Kind::Park) => self.park.as_ref().map(ToString::to_string),
            Choice::Paper(_) | Choice::Workbook | Choice::Placements | Choice::Map | Choice::Template => None,
        };
        let of = of.map(|it| format!(" {it}")).unwrap_or_default();
        let format = Format::ALL.get(self.format).copied().unwrap_or(Format::Docx);
        let ending = match self.choice {
            Choice::Paper(_) => format.extension(),
            Choice::Workbook | Choice::Template => "xlsx",
            Choice::Placements => "csv",
            Choice::Map => "geojson",
        };
        format!("{name}{of} {}.{ending}", cx.scenario().as_of)
    }
}

fn format_name(format: Format) -> Phrase {
    match format {
        Format::Docx => say::WORD,
        Format::Html => say::PAGE,
        Format::Xlsx => say::EXCEL,
    }
}

fn title_ui(ui: &mut Ui, cx: &Cx<'_>, words: Phrase) {
    ui.label(egui::RichText::new(cx.say(words)).font(Type::SmallBold.font()).color(cx.theme.text2));
    ui.add_space(SPACE_4);
}

/// All of them, or one.
fn one_ui<T: Clone + PartialEq>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    name: Phrase,
    options: &[(T, String)],
    chosen: &mut Option<T>,
) {
    let all = [(None, cx.say(say::ALL).to_owned())];
    let options: Vec<(Option<T>, String)> =
        all.into_iter().chain(options.iter().map(|(id, words)| (Some(id.clone()), words.clone()))).collect();
    let mut wrapped = Some(chosen.clone());
    combo_ui(ui, cx, name, &options, &mut wrapped);
    *chosen = wrapped.flatten();
    ui.add_space(SPACE_8);
}

fn combo_ui<T: Clone + PartialEq>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    name: Phrase,
    options: &[(T, String)],
    chosen: &mut Option<T>,
) {
    title_ui(ui, cx, name);
    let shown = options.iter().find(|(id, _)| Some(id) == chosen.as_ref()).map(|(_, words)| words.as_str());
    let shown = shown.unwrap_or_default().to_owned();
    let combo = ComboBox::from_id_salt(("export", name.en)).width(ui.available_width()).height(360.0).truncate();
    let response = combo.selected_text(&shown).show_ui(ui, |ui| {
        for (id, words) in options {
            if ui.selectable_label(chosen.as_ref() == Some(id), words).clicked() {
                *chosen = Some(id.clone());
            }
        }
    });
    let told = format!("{}: {shown}", cx.say(name));
    response.response.widget_info(|| WidgetInfo::labeled(AccessRole::ComboBox, true, &told));
}
