//! The top band: document, menus, workspace, plans, search, language, theme, settings.

use egui::{Align, Frame, Panel, Popup, Rect, Role as AccessRole, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::{
    i18n::words,
    model::plan::Plan,
    ui::{
        actions::{self, Action, Menu, Row},
        cx::{Ask, Cx, Workspace},
        theme::{SPACE_8, SPACE_12, Type},
        widgets::{
            button::{Button, Emphasis, band_tab_ui, button_ui},
            icon::{self, Icon},
            shapes,
            text::{line, width_of},
            tip::Tip,
        },
    },
    workbench::command::Command,
};

const HEIGHT: f32 = 48.0;
/// Width from which every menu stands in the band by itself, in points.
const ALL_MENUS: f32 = 1640.0;
/// Width from which every workspace has a tab in the band, in points.
const ALL_TABS: f32 = 1140.0;
/// Width from which language, theme and the workspace that is shown stand in the band, in points.
const ALL_BUTTONS: f32 = 780.0;
/// Width from which the search field stands in the band in words, in points.
const WORDED_SEARCH: f32 = 1560.0;

/// Draws the band.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>) {
    let frame = Frame::NONE.fill(cx.theme.band);
    let room = ui.available_width();
    Panel::top("top band").exact_size(HEIGHT).frame(frame).show_separator_line(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 0.0);
        ui.horizontal_centered(|ui| {
            document_ui(ui, cx);
            menus_ui(ui, cx, room >= ALL_MENUS);
            if room >= ALL_TABS {
                let padding = if room >= ALL_MENUS { SPACE_12 } else { SPACE_8 };
                workspaces_ui(ui, cx, padding);
            } else if room >= ALL_BUTTONS {
                listed_workspaces_ui(ui, cx);
            }
            ui.with_layout(egui::Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(SPACE_12);
                let quiet = |sign, words| Button::quiet(sign, words).emphasis(Emphasis::Band);
                if button_ui(ui, cx.theme, &quiet(Icon::Gear, cx.say(words::SETTINGS))).clicked() {
                    cx.ask(Ask::Do(Action::Settings));
                }
                if room >= ALL_BUTTONS {
                    let is_dark = cx.bench.settings().dark;
                    let theme_words = cx.say(if is_dark { words::LIGHT } else { words::DARK });
                    let shape = if is_dark { Icon::Sun } else { Icon::Moon };
                    if button_ui(ui, cx.theme, &quiet(shape, theme_words)).clicked() {
                        cx.push(Command::Darken(!is_dark));
                    }
                    language_ui(ui, cx);
                }
                search_ui(ui, cx, room >= WORDED_SEARCH);
                ui.add_space(SPACE_8);
                plans_ui(ui, cx);
            });
        });
    });
}

/// The workspaces as tabs.
fn workspaces_ui(ui: &mut Ui, cx: &Cx<'_>, padding: f32) {
    ui.spacing_mut().item_spacing.x = 0.0;
    for workspace in Workspace::ALL {
        let is_shown = workspace == cx.workspace;
        let tab = band_tab_ui(ui, cx.theme, cx.say(workspace.name()), is_shown, vec2(padding, HEIGHT));
        if tab.clicked() && !is_shown {
            cx.ask(Ask::Do(workspace.action()));
        }
        tab.tip(actions::keys_of(workspace.action()));
    }
    ui.spacing_mut().item_spacing.x = 6.0;
}

/// The workspace that is shown, with a list of all of them.
fn listed_workspaces_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let shown = Button::new(cx.say(cx.workspace.name())).emphasis(Emphasis::Band).trailing(Icon::ChevronDown);
    let response = button_ui(ui, cx.theme, &shown);
    Popup::menu(&response).width(MENU_WIDTH).show(|ui| {
        for row in Workspace::ALL.into_iter().filter_map(|it| actions::row_of(it.action())) {
            entry_ui(ui, cx, row);
        }
    });
}

/// The way to the command palette.
fn search_ui(ui: &mut Ui, cx: &Cx<'_>, in_words: bool) {
    let keys = actions::keys_of(Action::Palette);
    let words = cx.say(if in_words { words::PALETTE_BUTTON } else { words::PALETTE });
    let tip = format!("{words} {keys}");
    let button = if in_words {
        Button::new(words).icon(Icon::Search).keys(&keys).emphasis(Emphasis::Band)
    } else {
        Button::quiet(Icon::Search, words).emphasis(Emphasis::Band).hover(&tip)
    };
    if button_ui(ui, cx.theme, &button).clicked() {
        cx.ask(Ask::Do(Action::Palette));
    }
}

/// The menus but the one of the document, or all of them in one where room is short.
fn menus_ui(ui: &mut Ui, cx: &Cx<'_>, side_by_side: bool) {
    let menus = Menu::ALL.into_iter().filter(|menu| *menu != Menu::File);
    if side_by_side {
        ui.spacing_mut().item_spacing.x = 0.0;
        for menu in menus {
            let response = band_menu_ui(ui, cx, cx.say(menu.name()));
            Popup::menu(&response).width(MENU_WIDTH).show(|ui| menu_ui(ui, cx, menu));
        }
        ui.spacing_mut().item_spacing.x = 6.0;
    } else {
        let button = Button::quiet(Icon::Menu, cx.say(words::ALL_MENUS)).emphasis(Emphasis::Band);
        let response = button_ui(ui, cx.theme, &button);
        Popup::menu(&response).width(160.0).show(|ui| {
            for menu in menus {
                ui.menu_button(cx.say(menu.name()), |ui| {
                    ui.set_min_width(MENU_WIDTH);
                    menu_ui(ui, cx, menu);
                });
            }
        });
    }
}

/// Width of a menu, in points.
const MENU_WIDTH: f32 = 290.0;

/// A menu's name on the band.
fn band_menu_ui(ui: &mut Ui, cx: &Cx<'_>, words: &str) -> egui::Response {
    let theme = cx.theme;
    let width = (width_of(ui.painter(), words, Type::Body) + 20.0).ceil();
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Button, true, words));
    let is_open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response));
    if is_open || response.hovered() {
        ui.painter().rect_filled(rect, 0.0, theme.band_high);
    }
    let ink = if is_open || response.hovered() { theme.band_text } else { theme.band_text2 };
    line(ui.painter(), rect, Align::Center, words, Type::Body, ink);
    if response.has_focus() {
        shapes::focus_ring(ui.painter(), rect.shrink2(vec2(2.0, 8.0)), 4, theme.band_accent);
    }
    response
}

/// The rows of a menu.
fn menu_ui(ui: &mut Ui, cx: &Cx<'_>, menu: Menu) {
    for (at, rows) in menu.groups().enumerate() {
        if at > 0 {
            ui.separator();
        }
        for row in rows {
            entry_ui(ui, cx, row);
            if row.action == Action::Open {
                recent_ui(ui, cx);
            }
        }
    }
}

/// A row of a menu; what is impossible now says why.
fn entry_ui(ui: &mut Ui, cx: &Cx<'_>, row: &Row) {
    let obstacle = (row.when)(cx).err().map(|phrase| cx.say(phrase));
    let name = actions::name_of(cx, row);
    let keys = actions::keys_of(row.action);
    let button = egui::Button::new(&name).truncate();
    let button = if keys.is_empty() { button } else { button.shortcut_text(&keys) };
    let response = ui.add_enabled(obstacle.is_none(), button);
    // Keys are told apart from the name, so that an entry is called the same with and without them.
    let label = obstacle.map_or_else(|| name.clone(), |why| format!("{name} · {why}"));
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Button, obstacle.is_none(), &label));
    if !keys.is_empty() {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_keyboard_shortcut(keys));
    }
    if let Some(why) = obstacle {
        response.tip_while_off(why);
    } else if response.clicked() {
        cx.ask(Ask::Do(row.action));
        ui.close();
    }
}

fn recent_ui(ui: &mut Ui, cx: &Cx<'_>) {
    ui.menu_button(cx.say(words::OPEN_RECENT), |ui| {
        if cx.bench.settings().recent.is_empty() {
            ui.add_enabled(false, egui::Button::new(cx.say(words::NO_RECENT)));
        }
        for path in &cx.bench.settings().recent {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            if ui.button(name).tip(path.display().to_string()).clicked() {
                cx.push(Command::Open(path.clone()));
                ui.close();
            }
        }
    });
}

/// The plans as tabs; where they do not fit, the one that is shown, with a list of all.
fn plans_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let add = Button::quiet(Icon::Plus, cx.say(words::ADD_PLAN)).emphasis(Emphasis::Band);
    let response = button_ui(ui, cx.theme, &add);
    Popup::menu(&response).show(|ui| {
        for row in [Action::CopyPlan, Action::EmptyPlan].into_iter().filter_map(actions::row_of) {
            entry_ui(ui, cx, row);
        }
    });
    let plans: Vec<&Plan> = cx.scenario().plans.iter().map(AsRef::as_ref).collect();
    let names: Vec<String> = plans.iter().map(|plan| plan_name(cx, plan)).collect();
    let is_shown = |plan: &Plan| plan.id == *cx.bench.plan();
    let width = |words: &str| Button::new(words).emphasis(Emphasis::Band).size(ui.painter()).x + 6.0;
    let shown_width: f32 = plans.iter().zip(&names).filter(|(plan, _)| is_shown(plan)).map(|(_, it)| width(it)).sum();
    let all_widths: f32 = names.iter().map(|name| width(name)).sum();
    let letters: f32 = plans.iter().filter(|plan| !is_shown(plan)).map(|plan| width(plan.id.as_str())).sum();
    let room = ui.available_width();
    let shows_names = all_widths <= room && (cx.roomy || plans.len() <= 2);
    if !shows_names && letters + shown_width > room {
        listed_plans_ui(ui, cx, &plans, &names);
        return;
    }
    for (plan, name) in plans.into_iter().zip(&names).rev() {
        let is_shown = is_shown(plan);
        let words = if shows_names || is_shown { name.as_str() } else { plan.id.as_str() };
        let button = Button::new(words).emphasis(Emphasis::Band).selected(is_shown);
        let button = if words == name { button } else { button.hover(name) };
        let response = button_ui(ui, cx.theme, &button);
        plan_events(cx, plan, &response);
    }
}

fn plan_name(cx: &Cx<'_>, plan: &Plan) -> String {
    format!("{} {}", plan.id, cx.tell(&plan.name))
}

fn plan_events(cx: &Cx<'_>, plan: &Plan, response: &egui::Response) {
    if response.clicked() {
        cx.push(Command::ShowPlan(plan.id.clone()));
    }
    if response.double_clicked() {
        cx.ask(Ask::Rename(plan.id.clone()));
    }
    response.context_menu(|ui| {
        if ui.button(cx.say(words::RENAME_PLAN)).clicked() {
            cx.ask(Ask::Rename(plan.id.clone()));
        }
        if ui.button(cx.say(words::OPEN_FIRST)).clicked() {
            cx.push(Command::OpenFirst(plan.id.clone()));
        }
        if ui.button(cx.say(words::REMOVE_PLAN)).clicked() {
            cx.push(Command::RemovePlan(plan.id.clone()));
        }
    });
}

/// The plan that is shown, with a list of all of them.
fn listed_plans_ui(ui: &mut Ui, cx: &Cx<'_>, plans: &[&Plan], names: &[String]) {
    let mut shown = plans.iter().zip(names).filter(|(plan, _)| plan.id == *cx.bench.plan());
    let Some((plan, name)) = shown.next() else { return };
    let whole = Button::new(name).emphasis(Emphasis::Band).selected(true).trailing(Icon::ChevronDown);
    let width = whole.size(ui.painter()).x.min(ui.available_width()).max(48.0);
    let response = button_ui(ui, cx.theme, &whole.width(width).hover(name));
    response.context_menu(|ui| {
        if ui.button(cx.say(words::RENAME_PLAN)).clicked() {
            cx.ask(Ask::Rename(plan.id.clone()));
        }
    });
    Popup::menu(&response).width(200.0).show(|ui| {
        egui::ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            for (plan, name) in plans.iter().zip(names) {
                if ui.add(egui::Button::new(name).truncate()).clicked() {
                    cx.push(Command::ShowPlan(plan.id.clone()));
                }
            }
        });
    });
}

fn document_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let theme = cx.theme;
    let width = if cx.roomy { 296.0 } else { 226.0_f32.min(ui.available_width() * 0.4) };
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::click());
    let title = cx.tell(&cx.scenario().title).to_owned();
    let state = if cx.bench.is_busy() {
        words::BUSY
    } else if cx.bench.is_unsaved() {
        words::UNSAVED
    } else if cx.bench.path().is_some() {
        words::SAVED
    } else {
        words::IN_NO_FILE
    };
    let label = format!("{} · {title} · {}", cx.say(words::DOCUMENT_MENU), cx.say(state));
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Button, true, &label));
    if response.hovered() || Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response)) {
        ui.painter().rect_filled(rect, 0.0, theme.band_high);
    }
    if response.has_focus() {
        shapes::focus_ring(ui.painter(), rect.shrink(5.0), 4, theme.band_accent);
    }
    let logo = Rect::from_min_size(pos2(rect.left() + SPACE_12, rect.center().y - 11.0), vec2(22.0, 22.0));
    icon::paint(ui.painter(), Icon::Logo, logo, theme.band_accent);
    let state_words = cx.say(state);
    let end = rect.right() - SPACE_8;
    let chevron = Rect::from_center_size(pos2(end - 7.0, rect.center().y), vec2(12.0, 12.0));
    icon::paint(ui.painter(), Icon::ChevronDown, chevron, theme.band_text2);
    // Where room is short a dot before the title says that it is unsaved, as in the title bar.
    let state_width = if cx.roomy { width_of(ui.painter(), state_words, Type::Small) } else { 0.0 };
    let state_place = Rect::from_min_max(
        pos2(chevron.left() - 6.0 - state_width, rect.top()),
        pos2(chevron.left() - 6.0, rect.bottom()),
    );
    if cx.roomy {
        line(ui.painter(), state_place, Align::Max, state_words, Type::Small, theme.band_text2);
    }
    let mut title_left = logo.right() + SPACE_8;
    if cx.bench.is_unsaved() && !cx.roomy {
        ui.painter().circle_filled(pos2(title_left + 4.0, rect.center().y), 3.5, theme.band_text);
        title_left += 14.0;
    }
    let name = Rect::from_min_max(pos2(title_left, rect.top()), pos2(state_place.left() - 4.0, rect.bottom()));
    line(ui.painter(), name, Align::Min, &title, Type::Strong, theme.band_text);
    let path = cx.bench.path().map_or_else(|| state_words.to_owned(), |path| path.display().to_string());
    let tip = format!("{title}\n{path}");
    let popup = Popup::menu(&response).width(MENU_WIDTH);
    popup.show(|ui| menu_ui(ui, cx, Menu::File));
    response.tip(tip);
}

fn language_ui(ui: &mut Ui, cx: &Cx<'_>) {
    // Laid out from the right: English comes first.
    for (phrase, chinese) in [("EN", false), ("中", true)] {
        let name = if chinese { words::CHINESE } else { words::ENGLISH };
        let button = Button::new(phrase).emphasis(Emphasis::Band).selected(cx.is_chinese() == chinese).hover(name.zh);
        if button_ui(ui, cx.theme, &button).clicked() {
            cx.push(Command::SpeakChinese(chinese));
        }
    }
}
