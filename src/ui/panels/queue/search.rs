//! The search field of the queue with its hints, what was found, the order, and kept searches.

use egui::{
    Align, Area, Context, Frame, Id, Key, Modifiers, Order as Layer, Popup, Rect, Role as AccessRole, Sense, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::{
    i18n::words,
    io::settings::{Order, OrderBy, SavedView},
    ui::{
        cx::Cx,
        dialogs,
        theme::{RADIUS_ROW, SPACE_6, SPACE_8, SPACE_12, Type},
        widgets::{
            button::{Button, button_at_ui, button_ui},
            icon::{self, Icon},
            shapes,
            text::{height_of, line, paragraph, width_of},
            tip::Tip,
        },
    },
    workbench::{
        command::Command,
        listing::{Listing, order_word},
        query::{Hint, hints},
    },
};

/// Characters that a line of search may hold.
const LONGEST_LINE: usize = 400;
/// Characters that the name of a kept search may hold.
const LONGEST_NAME: usize = 30;
/// Height of the line under the field, in points.
const UNDER: f32 = 22.0;
/// Height of a hint, in points.
const HINT: f32 = 26.0;

/// The name of a kept search that is being typed: a new one, or another for the view of this name.
#[derive(Debug)]
struct Naming {
    view: Option<String>,
    typed: String,
    /// Whether the field was not drawn yet.
    is_new: bool,
}

/// The field between frames.
#[derive(Debug, Default)]
pub struct Search {
    line: String,
    order: Order,
    wants_focus: bool,
    /// Hint that the arrows reached.
    chosen: Option<usize>,
    /// Line for which the hints were put away.
    put_away: Option<String>,
    /// Where the hints are: a press on them must not close them before the release.
    hints_at: Option<Rect>,
    naming: Option<Naming>,
}

impl Search {
    /// What is searched for.
    pub fn line(&self) -> &str {
        &self.line
    }

    /// The order of what is found.
    pub fn order(&self) -> Order {
        self.order
    }

    /// Puts the cursor into the field.
    pub fn focus(&mut self) {
        self.wants_focus = true;
    }

    /// Searches for nothing.
    pub fn clear(&mut self) {
        self.line.clear();
        self.chosen = None;
    }

    /// Tells whether the name of a kept search is being typed.
    pub fn is_naming(&self) -> bool {
        self.naming.is_some()
    }

    /// Draws field, hints and the line under it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, listing: &Listing) {
        let (strip, _) =
            ui.allocate_exact_size(vec2(ui.available_width(), if cx.roomy { 42.0 } else { 36.0 }), Sense::hover());
        let side = if cx.roomy { 10.0 } else { 8.0 };
        let field =
            Rect::from_min_max(strip.min + vec2(side, if cx.roomy { 8.0 } else { 6.0 }), strip.max - vec2(side, 2.0));
        let has_focus = self.field_ui(ui, cx, field);
        let is_pressed = |rect: Rect| {
            let pointer = ui.input(|input| input.pointer.clone());
            let at = pointer.press_origin().or_else(|| pointer.latest_pos().filter(|_| pointer.any_released()));
            at.is_some_and(|at| rect.contains(at))
        };
        if has_focus || self.hints_at.is_some_and(is_pressed) {
            self.hints_ui(ui.ctx(), cx, field, listing);
        } else {
            self.hints_at = None;
        }
        let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), UNDER), Sense::hover());
        let under = strip.shrink2(vec2(side, 1.0));
        let left = self.buttons_ui(ui, cx, under);
        found_ui(ui, cx, Rect::from_min_max(under.min, pos2(left - 4.0, under.bottom())), listing);
        self.naming_ui(ui.ctx(), cx);
    }

    /// Draws the field; returns whether it has the keyboard.
    fn field_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, field: Rect) -> bool {
        let theme = cx.theme;
        shapes::framed_rect(ui.painter(), field, RADIUS_ROW, theme.card, theme.edge_strong());
        let mark = Rect::from_min_size(pos2(field.left() + 8.0, field.center().y - 8.0), vec2(16.0, 16.0));
        icon::paint(ui.painter(), Icon::Search, mark, theme.text2);
        let has_text = !self.line.is_empty();
        let end = if has_text { 30.0 } else { 8.0 };
        let inner =
            Rect::from_min_max(pos2(mark.right() + 6.0, field.top()), pos2(field.right() - end, field.bottom()));
        let id = Id::unique("search");
        if ui.memory(|memory| memory.has_focus(id)) {
            self.keys(ui.ctx(), cx);
        }
        let mut child =
            ui.new_child(egui::UiBuilder::new().max_rect(inner).layout(egui::Layout::left_to_right(Align::Center)));
        let name = cx.say(words::SEARCH);
        let before = self.line.clone();
        let edit = egui::TextEdit::singleline(&mut self.line)
            .id(id)
            .hint_text(name)
            .char_limit(LONGEST_LINE)
            .frame(Frame::NONE)
            .margin(egui::Margin::ZERO)
            .min_size(inner.size())
            .align(egui::Align2::LEFT_CENTER)
            .desired_width(inner.width());
        let response = child.add(edit);
        response.widget_info(|| WidgetInfo::labeled(AccessRole::TextInput, true, name));
        if self.line != before {
            self.chosen = None;
        }
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        if has_text {
            let place = Rect::from_center_size(pos2(field.right() - 16.0, field.center().y), vec2(24.0, 24.0));
            let clear = Button::quiet(Icon::Close, cx.say(words::CLEAR_SEARCH)).small();
            if button_at_ui(ui, theme, place, Id::unique("clear search"), &clear).clicked() {
                self.clear();
            }
        }
        response.has_focus()
    }

    fn hints(&self, cx: &Cx<'_>) -> Vec<Hint> {
        let is_away = self.put_away.as_ref() == Some(&self.line);
        if is_away { Vec::new() } else { hints(&self.line, cx.scenario(), cx.lang) }
    }

    /// Arrows choose a hint, Enter takes it, Escape puts the hints away.
    fn keys(&mut self, ctx: &Context, cx: &Cx<'_>) {
        let list = self.hints(cx);
        if list.is_empty() {
            return;
        }
        let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::ArrowDown) {
            self.chosen = Some(self.chosen.map_or(0, |at| (at + 1).min(list.len() - 1)));
        }
        if pressed(Key::ArrowUp) {
            self.chosen = self.chosen.and_then(|at| at.checked_sub(1));
        }
        let chosen = self.chosen.and_then(|at| list.get(at));
        if let Some(hint) = chosen
            && pressed(Key::Enter)
        {
            self.take(ctx, hint);
        } else if pressed(Key::Escape) {
            self.put_away = Some(self.line.clone());
            self.chosen = None;
        }
    }

    fn take(&mut self, ctx: &Context, hint: &Hint) {
        self.line.clone_from(&hint.line);
        self.chosen = None;
        self.wants_focus = true;
        let id = Id::unique("search");
        if let Some(mut state) = egui::TextEdit::load_state(ctx, id) {
            let end = egui::text::CCursor::new(self.line.chars().count());
            state.cursor.set_char_range(Some(egui::text::CCursorRange::one(end)));
            state.store(ctx, id);
        }
    }

    /// Shows what could come next, and in full what was not understood, below the field and over the rows.
    fn hints_ui(&mut self, ctx: &Context, cx: &Cx<'_>, field: Rect, listing: &Listing) {
        let list = self.hints(cx);
        if list.is_empty() && listing.problems.is_empty() {
            self.hints_at = None;
            return;
        }
        let theme = cx.theme;
        let area = Area::new(Id::unique("search hints")).order(Layer::Foreground);
        let shown = area.fixed_pos(field.left_bottom() + vec2(0.0, 2.0)).constrain(true).show(ctx, |ui| {
            let frame = Frame::NONE.fill(theme.card).stroke(theme.edge_strong()).corner_radius(RADIUS_ROW);
            frame.shadow(theme.shadow).inner_margin(4).show(ui, |ui| {
                ui.set_width(field.width().max(220.0) - 8.0);
                ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
                for problem in listing.problems.iter().take(2) {
                    problem_ui(ui, cx, cx.tell(problem));
                }
                for (at, hint) in list.iter().enumerate() {
                    if hint_ui(ui, cx, hint, self.chosen == Some(at)) {
                        self.take(ctx, hint);
                    }
                }
            });
        });
        self.hints_at = Some(shown.response.rect);
    }

    /// Order and kept searches at the right end of the line; returns where they begin.
    fn buttons_ui(&mut self, ui: &Ui, cx: &Cx<'_>, rect: Rect) -> f32 {
        let views = Button::quiet(Icon::Filter, cx.say(words::VIEWS)).small();
        let place = Rect::from_min_max(pos2(rect.right() - 22.0, rect.top()), rect.max);
        let response = button_at_ui(ui, cx.theme, place, Id::unique("views"), &views);
        Popup::menu(&response).width(230.0).show(|ui| self.views_ui(ui, cx));
        let arrow = if self.order.is_descending { "↓" } else { "↑" };
        let words = format!("{} {arrow}", cx.say(order_word(self.order.by)));
        let name = format!("{} {words}", cx.say(words::ORDER));
        let width = width_of(ui.painter(), &words, Type::Small) + 14.0;
        let place =
            Rect::from_min_max(pos2(place.left() - 4.0 - width, rect.top()), pos2(place.left() - 4.0, rect.bottom()));
        let response = ui.interact(place, Id::unique("order"), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(AccessRole::Button, true, &name));
        let ground = if response.hovered() { cx.theme.sunken } else { cx.theme.panel };
        shapes::framed_rect(ui.painter(), place, RADIUS_ROW, ground, cx.theme.edge());
        if response.has_focus() {
            shapes::focus_ring(ui.painter(), place, RADIUS_ROW, cx.theme.accent);
        }
        line(ui.painter(), place, Align::Center, &words, Type::Small, cx.theme.text1);
        Popup::menu(&response).width(180.0).show(|ui| self.orders_ui(ui, cx));
        let response = response.tip(name);
        response.rect.left()
    }

    fn orders_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        for by in OrderBy::ALL {
            if ui.selectable_label(self.order.by == by, cx.say(order_word(by))).clicked() {
                self.order.by = by;
                ui.close();
            }
        }
        ui.separator();
        for (phrase, is_descending) in [(words::ASCENDING, false), (words::DESCENDING, true)] {
            if ui.selectable_label(self.order.is_descending == is_descending, cx.say(phrase)).clicked() {
                self.order.is_descending = is_descending;
                ui.close();
            }
        }
    }

    fn views_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let views = &cx.bench.settings().views;
        if views.is_empty() {
            ui.add_enabled(false, egui::Button::new(cx.say(words::NO_VIEWS)));
        }
        for view in views {
            ui.menu_button(view.name.as_str(), |ui| {
                let line = if view.query.is_empty() { cx.say(words::ALL_PROJECTS) } else { view.query.as_str() };
                if ui.add(egui::Button::new(cx.say(words::APPLY_VIEW)).right_text(line)).clicked() {
                    self.line.clone_from(&view.query);
                    self.order = view.order;
                    self.put_away = Some(self.line.clone());
                    ui.close();
                }
                if ui.button(cx.say(words::RENAME_VIEW)).clicked() {
                    self.naming =
                        Some(Naming { view: Some(view.name.clone()), typed: view.name.clone(), is_new: true });
                    ui.close();
                }
                if ui.button(cx.say(words::FORGET_VIEW)).clicked() {
                    cx.push(Command::ForgetView(view.name.clone()));
                    ui.close();
                }
            });
        }
        ui.separator();
        if ui.button(cx.say(words::KEEP_VIEW)).clicked() {
            let typed: String = self.line.trim().chars().take(LONGEST_NAME).collect();
            self.naming = Some(Naming { view: None, typed, is_new: true });
            ui.close();
        }
    }

    /// Asks for the name of a kept search.
    fn naming_ui(&mut self, ctx: &Context, cx: &Cx<'_>) {
        let Some(naming) = &mut self.naming else { return };
        let mut outcome = None;
        let is_new = naming.view.is_none();
        let title = if is_new { words::KEEP_VIEW } else { words::RENAME_VIEW };
        let modal = dialogs::modal(cx, "name view").show(ctx, |ui| {
            ui.set_width(320.0);
            ui.label(cx.say(title).trim_end_matches('…'));
            ui.add_space(SPACE_8);
            let edit = egui::TextEdit::singleline(&mut naming.typed).desired_width(f32::INFINITY);
            let field = ui.add(edit.char_limit(LONGEST_NAME));
            field.widget_info(|| WidgetInfo::labeled(AccessRole::TextInput, true, cx.say(words::NAME)));
            dialogs::take_keyboard(ui, &field, &mut naming.is_new);
            ui.add_space(SPACE_12);
            ui.horizontal(|ui| {
                let go = if is_new { words::KEEP } else { words::RENAME_VIEW };
                let is_named = !naming.typed.trim().is_empty();
                let button = Button::primary(cx.say(go).trim_end_matches('…')).keys("Enter").enabled(is_named);
                let pressed = button_ui(ui, cx.theme, &button).clicked() || dialogs::enter_confirms(ui);
                if is_named && pressed {
                    outcome = Some(true);
                }
                if button_ui(ui, cx.theme, &Button::new(cx.say(words::CANCEL)).keys("Esc")).clicked() {
                    outcome = Some(false);
                }
            });
        });
        if modal.should_close() {
            outcome = Some(false);
        }
        if outcome == Some(true) {
            let name = naming.typed.trim().to_owned();
            cx.push(match naming.view.clone() {
                Some(view) => Command::RenameView { view, name },
                None => Command::KeepView(SavedView { name, query: self.line.trim().to_owned(), order: self.order }),
            });
        }
        if outcome.is_some() {
            self.naming = None;
        }
    }
}

/// Opens the menu of orders.
pub fn open_orders(ctx: &Context) {
    Popup::open_id(ctx, Id::unique("order").with("popup"));
}

/// Opens the menu of kept searches.
pub fn open_views(ctx: &Context) {
    Popup::open_id(ctx, Id::unique("views").with("popup"));
}

/// How many are found, or what was not understood; as a live announcement.
fn found_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, listing: &Listing) {
    let (words, ink) = match listing.problems.first() {
        Some(problem) => (cx.tell(problem).to_owned(), cx.theme.broken.ink),
        None => {
            let (found, all) = (listing.len(), listing.all);
            let words = match (listing.is_filtered, cx.is_chinese()) {
                (true, true) => format!("找到 {found} / {all} 项"),
                (true, false) => format!("{found} of {all} found"),
                (false, true) => format!("共 {all} 项"),
                (false, false) => format!("{all} projects"),
            };
            (words, cx.theme.text2)
        }
    };
    let response = ui.interact(rect, Id::unique("found"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Status, true, &words));
    let left = if listing.problems.is_empty() {
        rect.left() + 2.0
    } else {
        let mark = Rect::from_min_size(pos2(rect.left(), rect.center().y - 7.0), vec2(14.0, 14.0));
        icon::paint(ui.painter(), Icon::Broken, mark, ink);
        mark.right() + 4.0
    };
    let place = Rect::from_min_max(pos2(left, rect.top()), rect.max);
    if line(ui.painter(), place, Align::Min, &words, Type::Small, ink).truncated {
        response.tip(words);
    }
}

fn problem_ui(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    let width = ui.available_width() - 12.0;
    let height = height_of(ui.painter(), words, Type::Small, width, 4);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height + 8.0), Sense::hover());
    let place = rect.shrink2(vec2(6.0, 4.0));
    paragraph(ui.painter(), place, words, Type::Small, cx.theme.broken.ink, 4);
}

fn hint_ui(ui: &mut Ui, cx: &Cx<'_>, hint: &Hint, is_chosen: bool) -> bool {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HINT), Sense::hover());
    let response = ui.interact(rect, Id::unique(("search hint", hint.line.as_str())), Sense::click());
    let label = if hint.note.is_empty() { hint.words.clone() } else { format!("{} · {}", hint.words, hint.note) };
    response.widget_info(|| WidgetInfo::selected(AccessRole::ListBoxOption, true, is_chosen, &label));
    if is_chosen {
        shapes::framed_rect(ui.painter(), rect, RADIUS_ROW, cx.theme.accent_soft, cx.theme.edge_selected());
    } else if response.hovered() {
        shapes::framed_rect(ui.painter(), rect, RADIUS_ROW, cx.theme.sunken, egui::Stroke::NONE);
    }
    let inner = rect.shrink2(vec2(SPACE_6, 0.0));
    let shown = line(ui.painter(), inner, Align::Min, &hint.words, Type::BodyBold, cx.theme.text1);
    let rest = Rect::from_min_max(pos2(shown.rect.right() + SPACE_8, inner.top()), inner.max);
    line(ui.painter(), rest, Align::Max, &hint.note, Type::Small, cx.theme.text2);
    response.clicked()
}
