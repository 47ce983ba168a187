//! The findings list: in groups, worst first; a click goes to the park and explains, a row opens its clause and cures.

pub mod table;
pub mod view;
pub mod ways;

use std::{collections::BTreeSet, rc::Rc};

use egui::{Align, Id, Popup, Rect, Role as AccessRole, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

pub use view::{Filter, FindingRow, GroupKey, Line, first_project, industry_of};

use crate::{
    i18n::{phrase::Phrase, term, words},
    io::settings::Grouping,
    model::policy::Mode,
    rules::finding::{FindingKey, State},
    ui::{
        actions::{Action, row_of},
        cx::{Ask, Cx, signal},
        origin::{self, Origin},
        theme::{SPACE_4, SPACE_6, SPACE_8, SPACE_12, Signal, Type},
        widgets::{
            button::{Button, button_at_ui},
            icon::{self, Icon},
            seal::paint_seal,
            shapes,
            tag::{self, TagWeight},
            text::{Span, height_of, line, line_of, paragraph, width_of},
            tip::Tip,
        },
    },
    workbench::{Selection, command::Command, inquiry::Progress},
};
use ways::WayView;

const ROW: f32 = 30.0;
const GROUP: f32 = 26.0;
/// Width from which park, members and mode stand in columns of a row, in points.
const WIDE: f32 = 560.0;

/// Room that the buttons of the header take at least, in points.
const BUTTONS: f32 = 92.0;

/// What the lines depend on.
type Basis = (u64, bool, Grouping, Filter, BTreeSet<GroupKey>);

/// A row that is open, with what it shows.
#[derive(Debug)]
struct Opened {
    key: FindingKey,
    group: GroupKey,
    basis: (u64, bool),
    clause: String,
    source: String,
    ways: Vec<WayView>,
    /// What is told instead while the ways are looked for, or where the search broke off.
    pending: Option<Phrase>,
    /// The first figure of the base data behind it, such as the threshold.
    origin: Option<Origin>,
}

/// The list between frames.
#[derive(Debug, Default)]
pub struct Findings {
    filter: Filter,
    closed: BTreeSet<GroupKey>,
    opened: Option<(FindingKey, GroupKey)>,
    /// Whether the open row was opened just now: the list goes there.
    goes_there: bool,
    shown: Option<Opened>,
    lines: Option<(Basis, Rc<[Line]>)>,
}

impl Findings {
    /// Lets only those through that `filter` lets through.
    pub fn show_only(&mut self, filter: Filter) {
        self.filter = filter;
    }

    /// All that the filter lets through, as a table with tabs between its columns.
    pub fn as_text(&self, cx: &Cx<'_>) -> String {
        table::text(cx, &view::shown(cx, &self.filter))
    }

    /// The findings that the list shows, in its order, whether their groups are open or not.
    pub fn keys(&self, cx: &Cx<'_>) -> Vec<FindingKey> {
        let mut keys = Vec::new();
        for line in view::lines(cx, &self.filter, &BTreeSet::new()) {
            // A finding of two projects stands in two groups, and is stepped on once.
            if let Line::Row { key, .. } = line
                && !keys.contains(&key)
            {
                keys.push(key);
            }
        }
        keys
    }

    /// Height that lets the ways out of the open row be seen and applied, in points; `None` where no row is open.
    pub fn open_height(&self, cx: &Cx<'_>) -> Option<f32> {
        self.shown.as_ref().map(|_| header_height(cx) + ROW + SPACE_8 + ways::height(ways::LEAST_WIDTH, 1))
    }

    /// Draws the list; `shows_chart` turns to the chart where both share a place.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, shows_chart: Option<&mut bool>) {
        ui.painter().rect_filled(ui.max_rect(), 0.0, cx.theme.panel);
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        self.header_ui(ui, cx, shows_chart);
        let lines = self.lines(cx);
        if lines.is_empty() {
            self.empty_ui(ui, cx);
            return;
        }
        self.follow_opened(cx);
        ScrollArea::vertical().id_salt("findings").auto_shrink(false).show_viewport(ui, |ui, viewport| {
            self.lines_ui(ui, cx, &lines, viewport);
        });
    }

    fn lines(&mut self, cx: &Cx<'_>) -> Rc<[Line]> {
        let grouping = cx.bench.settings().grouping;
        let basis = (cx.bench.generation(), cx.is_chinese(), grouping, self.filter.clone(), self.closed.clone());
        if let Some((_, lines)) = self.lines.as_ref().filter(|(of, _)| *of == basis) {
            return Rc::clone(lines);
        }
        let lines: Rc<[Line]> = view::lines(cx, &self.filter, &self.closed).into();
        self.lines = Some((basis, Rc::clone(&lines)));
        lines
    }

    /// Brings what the open row shows in line with the document.
    fn follow_opened(&mut self, cx: &Cx<'_>) {
        let Some((key, group)) = &self.opened else {
            self.shown = None;
            return;
        };
        let basis = (cx.bench.generation(), cx.is_chinese());
        let is_meant = |it: &Opened| it.key == *key && it.group == *group && it.basis == basis && it.pending.is_none();
        if self.shown.as_ref().is_some_and(is_meant) {
            return;
        }
        let Some(finding) = cx.finding(key) else {
            self.shown = None;
            return;
        };
        let rule = cx.scenario().rules.get(&finding.rule);
        let document = rule.and_then(|rule| cx.scenario().documents.get(rule.document.as_ref()?));
        let source = [document.map(|it| cx.tell(&it.title)), rule.map(|it| cx.tell(&it.source))];
        let source: Vec<&str> = source.into_iter().flatten().filter(|it| !it.is_empty()).collect();
        let (ways, pending) = match ways::ways(cx, finding) {
            Ok(ways) => (ways, None),
            Err(Progress::BrokenOff) => (Vec::new(), Some(words::ADVICE_BROKE_OFF)),
            // It is asked now: what was known stays for the moment that most answers take.
            Err(Progress::Unasked) if self.shown.as_ref().is_some_and(|it| it.key == *key && it.group == *group) => {
                return;
            }
            Err(Progress::Unasked | Progress::UnderWay | Progress::Answered(_)) => {
                (Vec::new(), Some(words::WORKING_IT_OUT))
            }
        };
        self.shown = Some(Opened {
            key: key.clone(),
            group: group.clone(),
            basis,
            clause: rule.map(|it| cx.tell(&it.clause).to_owned()).unwrap_or_default(),
            source: format!("{}: {}", cx.say(words::SOURCE), source.join(" · ")),
            origin: origin::of_finding(cx, finding).into_iter().next(),
            ways: ways.into_iter().map(|way| WayView::new(cx, way)).collect(),
            pending,
        });
    }

    /// Draws the lines that are seen; the height of all of them is taken.
    fn lines_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, lines: &[Line], viewport: Rect) {
        let (left, top, width) = (ui.max_rect().left(), ui.max_rect().top(), ui.available_width());
        let mut below = 0.0;
        for line in lines {
            let height = match line {
                Line::Group { .. } => GROUP,
                Line::Row { .. } => ROW,
            };
            let opened = match line {
                Line::Row { key, group } => self.shown.as_ref().filter(|it| it.key == *key && it.group == *group),
                Line::Group { .. } => None,
            };
            let extra = opened.map_or(0.0, |opened| opened.height(ui, width));
            let is_seen = below + height + extra >= viewport.top() && below <= viewport.bottom();
            if is_seen {
                let rect = Rect::from_min_size(pos2(left, top + below), vec2(width, height));
                let more = Rect::from_min_size(rect.left_bottom(), vec2(width, extra));
                if extra > 0.0 && std::mem::take(&mut self.goes_there) {
                    ui.scroll_to_rect(rect.union(more), None);
                }
                let mut event = None;
                match line {
                    Line::Group { key, name, counts, is_open } => {
                        event = group_ui(ui, cx, rect, (key, name, counts, *is_open));
                    }
                    Line::Row { key, group } => {
                        // Only what is seen is put into words.
                        if let Some(row) = cx.finding(key).map(|finding| view::row(cx, finding, group.clone())) {
                            let grouping = cx.bench.settings().grouping;
                            event = event.or(row_ui(ui, cx, rect, &row, grouping, opened.map(|it| it.ways.len())));
                            if let Some(opened) = opened {
                                event = event.or(opened.ui(ui, cx, more, &row));
                            }
                        }
                    }
                }
                self.take(ui, cx, event);
            }
            below += height + extra;
        }
        ui.allocate_rect(Rect::from_min_size(pos2(left, top), vec2(width, below)), Sense::hover());
    }

    fn take(&mut self, ui: &Ui, cx: &Cx<'_>, event: Option<Event>) {
        match event {
            None => {}
            Some(Event::Fold(key)) => {
                let was_closed = self.closed.remove(&key);
                self.closed.extend((!was_closed).then_some(key));
            }
            Some(Event::Open(key, group)) => {
                let is_open = self.opened.as_ref() == Some(&(key.clone(), group.clone()));
                self.opened = (!is_open).then_some((key, group));
                self.goes_there = !is_open;
                ui.ctx().request_repaint();
            }
            Some(Event::CopyGroup(key)) => {
                ui.copy_text(table::text(cx, &view::of_group(cx, &self.filter, &key)));
            }
            Some(Event::CopyOne(key)) => {
                ui.copy_text(table::text(cx, &cx.finding(&key).into_iter().collect::<Vec<_>>()));
            }
        }
    }

    fn header_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, shows_chart: Option<&mut bool>) {
        let height = header_height(cx);
        let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let rect = strip.shrink2(vec2(SPACE_12, 0.0));
        let mut left = tabs_ui(ui, cx, rect, shows_chart, false);
        let judgement = cx.bench.judgement();
        for state in [State::Broken, State::Near, State::Unknown, State::Waived] {
            let count = judgement.count(state);
            let has_room = left + tag::count_badge_width(ui.painter(), count) < rect.right() - BUTTONS;
            if count > 0 && has_room {
                left = self.count_ui(ui, cx, pos2(left, rect.center().y), state, count) + SPACE_6;
            }
        }
        let mut right = self.header_buttons_ui(ui, cx, rect, left);
        right = self.filter_ui(ui, cx, Rect::from_min_max(pos2(left, rect.top()), pos2(right, rect.bottom())));
        let words = tally(cx);
        if width_of(ui.painter(), &words, Type::Small) <= right - left - SPACE_12 {
            let place = Rect::from_min_max(pos2(left + 4.0, rect.top()), pos2(right - SPACE_8, rect.bottom()));
            line(ui.painter(), place, Align::Max, &words, Type::Small, cx.theme.text2);
        }
        ui.painter().hline(strip.x_range(), strip.bottom(), cx.theme.edge());
    }

    /// The count of a state: pressing it shows its members alone. Returns its right end.
    fn count_ui(&mut self, ui: &Ui, cx: &Cx<'_>, middle_left: egui::Pos2, state: State, count: usize) -> f32 {
        let width = tag::count_badge_width(ui.painter(), count);
        let at = middle_left - vec2(0.0, tag::TAG_HEIGHT / 2.0);
        let rect = Rect::from_min_size(at, vec2(width, tag::TAG_HEIGHT));
        let response = ui.interact(rect.expand(3.0), Id::unique(("state count", state.id())), Sense::click());
        let is_only = self.filter.state == Some(state);
        let label = format!("{} {count} · {}", cx.say(term::state(state)), cx.say(words::ONLY_THESE));
        response.widget_info(|| WidgetInfo::selected(AccessRole::Button, true, is_only, &label));
        let rect = tag::count_badge(ui.painter(), at, signal(state), count, cx.theme);
        if is_only || response.has_focus() {
            shapes::focus_ring(ui.painter(), rect, 4, cx.theme.accent);
        }
        if response.clicked() {
            self.filter.state = (!is_only).then_some(state);
        }
        response.tip(label);
        rect.right()
    }

    /// Grouping and copying, from the right; returns where they begin.
    fn header_buttons_ui(&self, ui: &Ui, cx: &Cx<'_>, rect: Rect, left: f32) -> f32 {
        let mut right = rect.right();
        let mut place = |button: &Button<'_>, id: &str| {
            let size = button.size(ui.painter());
            let middle = rect.center().y;
            let place =
                Rect::from_min_max(pos2(right - size.x, middle - size.y / 2.0), pos2(right, middle + size.y / 2.0));
            right = place.left() - SPACE_4;
            button_at_ui(ui, cx.theme, place, Id::unique(("findings", id)), button)
        };
        let tall = Button::quiet(Icon::ChevronUp, cx.say(words::TALL_FOOT)).small();
        if place(&tall, "tall").clicked() {
            cx.ask(Ask::Do(Action::TallFoot));
        }
        if place(&Button::quiet(Icon::Copy, cx.say(words::COPY_FINDINGS)).small(), "copy").clicked() {
            ui.copy_text(self.as_text(cx));
        }
        let words = cx.say(grouping_words(cx.bench.settings().grouping));
        let wide = Button::new(words).trailing(Icon::ChevronDown).small();
        let has_room = wide.size(ui.painter()).x + left < rect.right() - 60.0;
        let button = if has_room { wide } else { Button::quiet(Icon::List, words).small() };
        let response = place(&button, "grouping");
        Popup::menu(&response).show(|ui| {
            for grouping in [Grouping::Rule, Grouping::Park, Grouping::Project] {
                if ui.button(cx.say(grouping_words(grouping))).clicked() {
                    cx.push(Command::Group(grouping));
                }
            }
        });
        right
    }

    /// What the list is narrowed to, with the button that shows all again; returns where it begins.
    fn filter_ui(&mut self, ui: &Ui, cx: &Cx<'_>, rect: Rect) -> f32 {
        if self.filter.is_open() {
            return rect.right();
        }
        let rule = self.filter.rule.as_ref().map(|rule| view::rule_title(cx, rule));
        let park = self.filter.park.as_ref().map(|park| view::park_name(cx, Some(park)));
        let state = self.filter.state.map(|state| cx.say(term::state(state)).to_owned());
        let level = self.filter.level.map(|level| cx.say(term::level(level)).to_owned());
        let what: Vec<String> = [rule, park, level, state].into_iter().flatten().collect();
        let words = format!("{}: {}", cx.say(words::ONLY), what.join(" · "));
        let spoken = format!("{words} · {}", cx.say(words::SHOW_ALL));
        let chip = Button::new(&words).trailing(Icon::Close).selected(true).small().hover(&spoken);
        let width = chip.size(ui.painter()).x.min((rect.width() - SPACE_8).max(40.0));
        let middle = rect.center().y;
        let place = Rect::from_min_max(pos2(rect.right() - width, middle - 12.0), pos2(rect.right(), middle + 12.0));
        if button_at_ui(ui, cx.theme, place, Id::unique("findings filter"), &chip.width(width)).clicked() {
            self.filter = Filter::default();
        }
        place.left()
    }

    fn empty_ui(&mut self, ui: &Ui, cx: &Cx<'_>) {
        let rect = ui.available_rect_before_wrap();
        let holds = cx.bench.judgement().count(State::Holds);
        let mark = Rect::from_min_size(rect.min + vec2(SPACE_12, SPACE_12), vec2(18.0, 18.0));
        icon::paint(ui.painter(), Icon::Holds, mark, cx.theme.tone(Signal::Holds).ink);
        let words = if self.filter.is_open() {
            format!("{} · {holds} {}", cx.say(words::NO_FINDINGS), cx.say(words::PASSED))
        } else {
            cx.say(words::NO_FINDING_SO).to_owned()
        };
        let place = Rect::from_min_size(pos2(mark.right() + 8.0, mark.top()), vec2(rect.width() - 50.0, 18.0));
        let shown = line(ui.painter(), place, Align::Min, &words, Type::Body, cx.theme.text2);
        if !self.filter.is_open() {
            let button = Button::new(cx.say(words::SHOW_ALL)).small();
            let size = button.size(ui.painter());
            let at = pos2(shown.rect.right() + SPACE_12, place.center().y - size.y / 2.0);
            let place = Rect::from_min_size(at, size);
            if button_at_ui(ui, cx.theme, place, Id::unique("show all findings"), &button).clicked() {
                self.filter = Filter::default();
            }
        }
    }
}

/// What happened on a line.
enum Event {
    /// A group is folded, or unfolded.
    Fold(GroupKey),
    /// A row is opened, or closed.
    Open(FindingKey, GroupKey),
    /// A group is copied as text.
    CopyGroup(GroupKey),
    /// A finding is copied as text.
    CopyOne(FindingKey),
}

/// How the list is grouped, in words.
const fn grouping_words(grouping: Grouping) -> Phrase {
    match grouping {
        Grouping::Rule => words::GROUPED_BY_RULE,
        Grouping::Park => words::GROUPED_BY_PARK,
        Grouping::Project => words::GROUPED_BY_PROJECT,
    }
}

/// How many rules there are, how many checks hold, how many rules are off.
fn tally(cx: &Cx<'_>) -> String {
    let judgement = cx.bench.judgement();
    let rules = cx.scenario().rules.len();
    let passed = judgement.count(State::Holds) + judgement.count(State::Near);
    let off = cx.scenario().rules.iter().filter(|rule| rule.mode == Mode::Off).count();
    let mut words = if cx.is_chinese() {
        format!("{rules} {} · 通过 {passed} 项", cx.say(words::RULES))
    } else {
        format!("{rules} {} · {passed} {}", cx.say(words::RULES), cx.say(words::PASSED))
    };
    if off > 0 {
        words.push_str(&format!(" · {off} {}", cx.say(words::OFF)));
    }
    words
}

/// The tabs of the place that findings and chart share; returns the left end of what comes after.
pub fn tabs_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, shows_chart: Option<&mut bool>, chart_first: bool) -> f32 {
    let Some(shows_chart) = shows_chart else {
        let title = cx.say(if chart_first { words::COMPOSITION } else { words::FINDINGS });
        line(ui.painter(), rect, Align::Min, title, Type::CardTitle, cx.theme.text1);
        return rect.left() + width_of(ui.painter(), title, Type::CardTitle) + SPACE_12;
    };
    let mut left = rect.left();
    for (is_chart, phrase) in [(false, words::FINDINGS), (true, words::COMPOSITION)] {
        let is_chosen = *shows_chart == is_chart;
        let style = if is_chosen { Type::BodyBold } else { Type::Body };
        let words = cx.say(phrase);
        let width = width_of(ui.painter(), words, style);
        let place = Rect::from_min_size(pos2(left, rect.top()), vec2(width + 8.0, rect.height()));
        let response = ui.interact(place, Id::unique(("foot tab", is_chart)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(AccessRole::Tab, true, is_chosen, words));
        let colour = if is_chosen { cx.theme.text1 } else { cx.theme.text2 };
        line(ui.painter(), place.translate(vec2(4.0, 0.0)), Align::Min, words, style, colour);
        if is_chosen {
            ui.painter().hline(place.x_range(), rect.bottom() - 1.0, egui::Stroke::new(2.0, cx.theme.accent));
        }
        if response.has_focus() {
            shapes::focus_ring(ui.painter(), place.shrink(3.0), 4, cx.theme.accent);
        }
        if response.clicked() {
            *shows_chart = is_chart;
        }
        left = place.right() + SPACE_12;
    }
    left
}

/// Draws the head of a group.
fn group_ui(
    ui: &Ui,
    cx: &Cx<'_>,
    strip: Rect,
    (key, name, counts, is_open): (&GroupKey, &str, &[(State, usize)], bool),
) -> Option<Event> {
    let theme = cx.theme;
    let response = ui.interact(strip, Id::unique(("finding group", format!("{key:?}"))), Sense::click());
    let tally: Vec<String> = counts.iter().map(|(state, n)| format!("{} {n}", cx.say(term::state(*state)))).collect();
    let label = format!("{name} · {}", tally.join(" · "));
    response.widget_info(|| WidgetInfo::selected(AccessRole::Button, true, is_open, &label));
    ui.painter().rect_filled(strip, 0.0, theme.sunken);
    ui.painter().hline(strip.x_range(), strip.bottom() - 0.5, theme.edge());
    if response.has_focus() {
        shapes::focus_ring(ui.painter(), strip.shrink(3.0), 4, theme.accent);
    }
    let rect = strip.shrink2(vec2(SPACE_12, 0.0));
    let chevron = Rect::from_center_size(pos2(rect.left() + 5.0, rect.center().y), vec2(12.0, 12.0));
    let sign = if is_open { Icon::ChevronDown } else { Icon::ChevronRight };
    icon::paint(ui.painter(), sign, chevron, theme.text2);
    let mut right = rect.right();
    for (state, count) in counts.iter().rev() {
        right -= tag::count_badge_width(ui.painter(), *count);
        let at = pos2(right, rect.center().y - tag::TAG_HEIGHT / 2.0);
        tag::count_badge(ui.painter(), at, signal(*state), *count, theme);
        right -= SPACE_4;
    }
    let place = Rect::from_min_max(pos2(chevron.right() + SPACE_6, rect.top()), pos2(right, rect.bottom()));
    line(ui.painter(), place, Align::Min, name, Type::BodyBold, theme.text1);
    let mut event = response.clicked().then(|| Event::Fold(key.clone()));
    response.context_menu(|ui| {
        if ui.button(cx.say(words::COPY_GROUP)).clicked() {
            event = Some(Event::CopyGroup(key.clone()));
        }
        if let GroupKey::Park(Some(park)) = key
            && ui.button(cx.say(words::GO_TO_PARK)).clicked()
        {
            cx.push(Command::Select(Selection::Park(park.clone())));
        }
        if let GroupKey::Project(Some(project)) = key
            && ui.button(cx.say(words::GO_TO_PROJECT)).clicked()
        {
            cx.push(Command::Select(Selection::Project(project.clone())));
        }
    });
    event
}

/// Draws a row; an open one says how many `ways` out it has, which for a closed one nobody has looked for.
fn row_ui(
    ui: &Ui,
    cx: &Cx<'_>,
    strip: Rect,
    row: &FindingRow,
    grouping: Grouping,
    ways: Option<usize>,
) -> Option<Event> {
    let is_open = ways.is_some();
    let theme = cx.theme;
    let id = format!("{:?} {:?}", row.key, row.group);
    let response = ui.interact(strip, Id::unique(("finding", &id)), Sense::click());
    let is_selected = *cx.bench.selection() == Selection::Finding(row.key.clone());
    let label = format!("{} · {} · {} · {}", cx.say(term::state(row.state)), row.rule, row.park, row.sentence);
    response.widget_info(|| WidgetInfo::selected(AccessRole::Button, true, is_selected, &label));
    if is_selected {
        ui.painter().rect_filled(strip, 0.0, theme.accent_soft);
    } else if response.hovered() || is_open {
        ui.painter().rect_filled(strip, 0.0, theme.sunken);
    }
    ui.painter().hline(strip.x_range(), strip.bottom() - 0.5, theme.edge());
    if response.has_focus() {
        shapes::focus_ring(ui.painter(), strip.shrink(4.0), 4, theme.accent);
    }
    let rect = strip.shrink2(vec2(SPACE_12, 0.0));
    let mut event = None;
    let is_wide = rect.width() >= WIDE;
    let mut right = disclosure_ui(ui, cx, rect, row, (ways, is_wide), &mut event) - SPACE_8;
    let words = cx.say(term::state(row.state));
    let at = pos2(rect.left(), rect.center().y - tag::TAG_HEIGHT / 2.0);
    let tag = tag::state_tag(ui.painter(), at, signal(row.state), words, TagWeight::Soft, theme);
    let mut left = rect.left() + (tag.width() + SPACE_8).max(if cx.is_chinese() { 62.0 } else { 94.0 });
    let mut column = |width: f32, words: &str, style: Type, ink| {
        let place = Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
        left = place.right() + SPACE_8;
        line(ui.painter(), place, Align::Min, words, style, ink);
    };
    if grouping != Grouping::Rule {
        column(if is_wide { 112.0 } else { 84.0 }, &row.rule, Type::BodyBold, theme.text1);
    }
    if grouping != Grouping::Park && (is_wide || grouping == Grouping::Rule) {
        column(if is_wide { 96.0 } else { 72.0 }, &row.park, Type::Body, theme.text2);
    }
    if is_wide {
        right -= width_of(ui.painter(), &row.mode, Type::Small);
        let place = Rect::from_min_max(pos2(right, rect.top()), pos2(rect.right(), rect.bottom()));
        line(ui.painter(), place, Align::Min, &row.mode, Type::Small, theme.text2);
        right -= SPACE_8;
        for industry in row.seals.iter().take(5).rev() {
            let seal = Rect::from_min_size(pos2(right - 18.0, rect.center().y - 9.0), vec2(18.0, 18.0));
            paint_seal(ui.painter(), seal, &cx.seal(industry), theme, cx.is_chinese());
            right = seal.left() - 4.0;
        }
    }
    let spans = [Span::new(&row.sentence, Type::Body, theme.text1)];
    let words = Rect::from_min_max(pos2(left, rect.top()), pos2(right - SPACE_6, rect.bottom()));
    let shown = line_of(ui.painter(), words, Align::Min, &spans);
    let response = if shown.truncated { response.tip(&row.sentence) } else { response };
    if response.clicked() {
        cx.push(Command::Select(Selection::Finding(row.key.clone())));
    }
    if response.double_clicked() {
        event = Some(Event::Open(row.key.clone(), row.group.clone()));
    }
    response.context_menu(|ui| row_menu_ui(ui, cx, row, &mut event));
    event
}

fn row_menu_ui(ui: &mut Ui, cx: &Cx<'_>, row: &FindingRow, event: &mut Option<Event>) {
    if ui.button(cx.say(words::COPY_ONE)).clicked() {
        *event = Some(Event::CopyOne(row.key.clone()));
    }
    if ui.button(cx.say(words::COPY_GROUP)).clicked() {
        *event = Some(Event::CopyGroup(row.group.clone()));
    }
    if let Some(all) = row_of(Action::CopyFindings)
        && ui.button(cx.say(all.name)).clicked()
    {
        cx.ask(Ask::Do(Action::CopyFindings));
    }
    if let Some(park) = &row.key.2
        && ui.button(cx.say(words::GO_TO_PARK)).clicked()
    {
        cx.push(Command::Select(Selection::Park(park.clone())));
    }
    let only = Filter { rule: Some(row.key.1.clone()), ..Filter::default() };
    if ui.button(cx.say(words::ONLY_THIS_RULE)).clicked() {
        cx.ask(Ask::ShowFindings(only));
    }
}

/// The button that opens a row, at its end; returns where it begins.
fn disclosure_ui(
    ui: &Ui,
    cx: &Cx<'_>,
    rect: Rect,
    row: &FindingRow,
    (ways, is_wide): (Option<usize>, bool),
    event: &mut Option<Event>,
) -> f32 {
    let is_open = ways.is_some();
    let words = match ways {
        Some(number) if row.has_ways => format!("{} {number}", cx.say(words::WAYS_OUT)),
        Some(_) | None => cx.say(if row.has_ways { words::WAYS_OUT } else { words::CLAUSE }).to_owned(),
    };
    let sign = if is_open { Icon::ChevronUp } else { Icon::ChevronDown };
    let width = match (is_wide, cx.is_chinese()) {
        (true, true) => 88.0,
        (true, false) => 120.0,
        (false, _) => 24.0,
    };
    let place = Rect::from_min_max(
        pos2(rect.right() - width, rect.center().y - 12.0),
        pos2(rect.right(), rect.center().y + 12.0),
    );
    let button = if is_wide { Button::new(&words).trailing(sign).width(width) } else { Button::quiet(sign, &words) };
    let button = button.small().selected(is_open);
    let id = Id::unique(("open finding", format!("{:?} {:?}", row.key, row.group)));
    let response = button_at_ui(ui, cx.theme, place, id, &button);
    let label = format!("{words} · {} · {}", row.rule, row.park);
    response.widget_info(|| WidgetInfo::selected(AccessRole::Button, true, is_open, &label));
    if response.clicked() {
        *event = Some(Event::Open(row.key.clone(), row.group.clone()));
    }
    place.left()
}

const fn header_height(cx: &Cx<'_>) -> f32 {
    if cx.roomy { 32.0 } else { 28.0 }
}

impl Opened {
    /// Height that [`Self::ui`] takes in a width.
    fn height(&self, ui: &Ui, width: f32) -> f32 {
        let inner = width - 2.0 * SPACE_12;
        let clause = height_of(ui.painter(), &self.clause, Type::Body, inner, 4);
        let source = height_of(ui.painter(), &self.source, Type::Small, inner, 2);
        SPACE_8 + self.ways_height(inner) + clause + 2.0 + source + SPACE_6 + 24.0 + SPACE_8
    }

    /// Height of the ways, or of what is told instead.
    fn ways_height(&self, width: f32) -> f32 {
        ways::height(width, if self.pending.is_some() { 1 } else { self.ways.len() })
    }

    /// Draws ways out, clause, source, and where to go.
    fn ui(&self, ui: &mut Ui, cx: &Cx<'_>, strip: Rect, row: &FindingRow) -> Option<Event> {
        let theme = cx.theme;
        let ground = if row.state == State::Broken { theme.broken.soft } else { theme.sunken };
        ui.painter().rect_filled(strip, 0.0, ground);
        ui.painter().hline(strip.x_range(), strip.bottom() - 0.5, theme.edge());
        let inner = strip.shrink2(vec2(SPACE_12, SPACE_8));
        let height = self.ways_height(inner.width());
        let place = Rect::from_min_size(inner.min, vec2(inner.width(), height));
        match self.pending {
            Some(words) => {
                line(ui.painter(), place, Align::Min, cx.say(words), Type::Small, theme.text2);
            }
            None => ways::ui(ui, cx, place, &self.ways),
        }
        let told = Rect::from_min_max(place.left_bottom(), inner.max);
        let clause = height_of(ui.painter(), &self.clause, Type::Body, inner.width(), 4);
        paragraph(ui.painter(), told, &self.clause, Type::Body, theme.text1, 4);
        let source = height_of(ui.painter(), &self.source, Type::Small, inner.width(), 2);
        let place = Rect::from_min_max(told.min + vec2(0.0, clause + 2.0), told.max);
        paragraph(ui.painter(), place, &self.source, Type::Small, theme.text2, 2);
        let told = told.with_max_y(place.top() + source);
        let response = ui.interact(told, Id::unique("clause of the open finding"), Sense::hover());
        let spoken = format!("{} {} {}", cx.say(words::CLAUSE), self.clause, self.source);
        response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &spoken));
        let top = told.bottom() + SPACE_6;
        let mut left = inner.left();
        let mut place = |button: &Button<'_>, id: &str| {
            let size = button.size(ui.painter());
            let place = Rect::from_min_size(pos2(left, top), size);
            left = place.right() + SPACE_6;
            button_at_ui(ui, cx.theme, place, Id::unique(("open finding", id)), button)
        };
        let mut event = None;
        if place(&Button::new(cx.say(words::COPY_ONE)).icon(Icon::Copy).small(), "copy").clicked() {
            event = Some(Event::CopyOne(row.key.clone()));
        }
        if let Some(park) = &row.key.2
            && place(&Button::new(cx.say(words::GO_TO_PARK)).icon(Icon::Park).small(), "park").clicked()
        {
            cx.push(Command::Select(Selection::Park(park.clone())));
        }
        if let Some(origin) = &self.origin
            && place(&Button::new(cx.say(words::WHERE_FROM)).icon(Icon::Info).small(), "origin").clicked()
        {
            cx.ask(Ask::Explain(origin.clone()));
        }
        event
    }
}
