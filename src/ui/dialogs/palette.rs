//! The command palette: every action, project, park, plan and rule by a few letters, by keyboard alone.

use std::path::PathBuf;

use egui::{
    Align, Context, Id, Key, Modifiers, Rect, Role as AccessRole, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::{fuzzy, heading, modal, sheet_height, sheet_width};
use crate::{
    i18n::{self, finding::industry_name, words},
    model::id::{ParkId, PlanId, PositionId, ProjectId, RuleId},
    ui::{
        actions::{self, ACTIONS, Action},
        cx::{Ask, Cx},
        panels::board::{outlook_words, several_words},
        theme::{RADIUS_ROW, SPACE_8, SPACE_12, Type},
        widgets::{
            shapes,
            text::{line, width_of},
            tip::Tip,
        },
    },
    workbench::{Selection, command::Command, held::Outlook},
};

const ROW: f32 = 30.0;
/// Rows that are seen at most.
const MOST_SEEN: f32 = 11.0;
/// Goals that are remembered.
const MOST_RECENT: usize = 8;

/// Where an entry goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goal {
    /// Carries out an action.
    Do(Action),
    /// Opens a file of last time.
    Open(PathBuf),
    /// Selects a project.
    Project(ProjectId),
    /// Selects a park.
    Park(ParkId),
    /// Shows a plan.
    Plan(PlanId),
    /// Shows what a rule finds.
    Rule(RuleId),
    /// Edits a position.
    EditPosition(PositionId),
    /// Moves a position to another park.
    MovePosition(PositionId),
    /// Places projects.
    Place(Vec<ProjectId>, ParkId),
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    goal: Goal,
    kind: &'static str,
    name: String,
    /// Keys, or where it stands.
    more: String,
    /// Why it is impossible now.
    obstacle: Option<String>,
    /// What is searched: both languages and the id.
    sought: String,
}

/// What the entries depend on.
type Basis = (String, u64, bool);

/// The palette while it is open.
#[derive(Debug)]
pub struct Palette {
    typed: String,
    chosen: usize,
    /// The projects for which a park is chosen; none when everything is offered.
    projects: Vec<ProjectId>,
    hits: Option<(Basis, Vec<Entry>)>,
    follows: bool,
}

impl Palette {
    /// Offers everything.
    pub const fn of_everything() -> Self {
        Self { typed: String::new(), chosen: 0, projects: Vec::new(), hits: None, follows: true }
    }

    /// Offers every park for `projects`, with what it would say.
    pub fn of_parks(projects: Vec<ProjectId>) -> Self {
        Self { projects, ..Self::of_everything() }
    }

    /// Draws the palette; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>, recent: &mut Vec<Goal>) -> bool {
        self.search(cx, recent);
        let count = self.hits.as_ref().map_or(0, |(_, hits)| hits.len());
        self.keys(ctx, count);
        let mut went = ctx.input(|input| input.key_pressed(Key::Enter)).then_some(self.chosen);
        let modal = modal(cx, "palette").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 620.0));
            match self.projects.as_slice() {
                [] => {}
                [project] => {
                    let name = i18n::finding::project_name(cx.scenario(), project);
                    heading(ui, &format!("{project} {} → …", cx.tell(&name)));
                }
                several => heading(ui, &format!("{} → …", several_words(cx, several.len()))),
            }
            self.field_ui(ui, cx);
            ui.add_space(SPACE_8);
            went = went.or(self.list_ui(ui, cx));
            ui.add_space(SPACE_8);
            ui.weak(cx.say(words::PALETTE_HINT));
        });
        let hit = went.and_then(|at| self.hits.as_ref()?.1.get(at));
        if let Some(entry) = hit.filter(|entry| entry.obstacle.is_none()) {
            go(cx, &entry.goal);
            recent.retain(|goal| *goal != entry.goal);
            recent.insert(0, entry.goal.clone());
            recent.truncate(MOST_RECENT);
            return false;
        }
        !modal.should_close()
    }

    fn search(&mut self, cx: &Cx<'_>, recent: &[Goal]) {
        let basis = (self.typed.clone(), cx.bench.generation(), cx.is_chinese());
        if self.hits.as_ref().is_some_and(|(of, _)| *of == basis) {
            return;
        }
        if self.hits.as_ref().is_some_and(|((typed, ..), _)| *typed != self.typed) {
            self.chosen = 0;
            self.follows = true;
        }
        let all = if self.projects.is_empty() { everything(cx) } else { parks_for(cx, &self.projects) };
        let age = |goal: &Goal| recent.iter().position(|other| other == goal).unwrap_or(usize::MAX);
        let scored = all.into_iter().filter_map(|entry| Some((fuzzy::score(&self.typed, &entry.sought)?, entry)));
        let mut scored: Vec<(u32, Entry)> = scored.collect();
        scored.sort_by_key(|(score, entry)| (std::cmp::Reverse(*score), age(&entry.goal)));
        self.hits = Some((basis, scored.into_iter().map(|(_, entry)| entry).collect()));
    }

    fn keys(&mut self, ctx: &Context, count: usize) {
        let last = count.saturating_sub(1);
        let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let before = self.chosen;
        if pressed(Key::ArrowDown) {
            self.chosen = if self.chosen >= last { 0 } else { self.chosen + 1 };
        }
        if pressed(Key::ArrowUp) {
            self.chosen = self.chosen.checked_sub(1).unwrap_or(last);
        }
        if pressed(Key::PageDown) {
            self.chosen = (self.chosen + 10).min(last);
        }
        if pressed(Key::PageUp) {
            self.chosen = self.chosen.saturating_sub(10);
        }
        self.chosen = self.chosen.min(last);
        self.follows |= self.chosen != before;
    }

    fn field_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let name = cx.say(words::PALETTE_FIELD);
        let edit = egui::TextEdit::singleline(&mut self.typed).id(Id::unique("palette field")).hint_text(name);
        let field = ui.add(edit.desired_width(f32::INFINITY).margin(egui::Margin::symmetric(8, 6)));
        field.widget_info(|| WidgetInfo::labeled(AccessRole::TextInput, true, name));
        field.request_focus();
    }

    /// Draws the hits; returns the one that was clicked.
    fn list_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<usize> {
        let Some((_, hits)) = &self.hits else { return None };
        let height = sheet_height(ui, ROW * MOST_SEEN);
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let mut area = ScrollArea::vertical().id_salt("palette").max_height(height).min_scrolled_height(height);
        if std::mem::take(&mut self.follows) {
            area = area.vertical_scroll_offset((ROW * as_points(self.chosen) - height / 2.0).max(0.0));
        }
        if hits.is_empty() {
            ui.label(cx.say(words::PALETTE_EMPTY));
            ui.add_space(height - ROW);
            return None;
        }
        let mut clicked = None;
        area.auto_shrink([false, false]).show_rows(ui, ROW, hits.len(), |ui, range| {
            for (at, entry) in hits.iter().enumerate().skip(range.start).take(range.len()) {
                if row_ui(ui, cx, entry, at == self.chosen) {
                    clicked = Some(at);
                }
            }
        });
        clicked
    }
}

/// Draws an entry; `true` when it was clicked.
fn row_ui(ui: &mut Ui, cx: &Cx<'_>, entry: &Entry, is_chosen: bool) -> bool {
    let theme = cx.theme;
    let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let response = ui.interact(strip, Id::unique(("palette", format!("{:?}", entry.goal))), Sense::CLICK);
    let right = entry.obstacle.as_deref().unwrap_or(&entry.more);
    let label = [entry.name.as_str(), entry.kind, right].into_iter().filter(|it| !it.is_empty());
    let label = label.collect::<Vec<_>>().join(" · ");
    let may = entry.obstacle.is_none();
    response.widget_info(|| WidgetInfo::selected(AccessRole::ListItem, may, is_chosen, &label));
    if is_chosen {
        shapes::framed_rect(ui.painter(), strip, RADIUS_ROW, theme.accent_soft, theme.edge_selected());
    } else if response.hovered() {
        shapes::framed_rect(ui.painter(), strip, RADIUS_ROW, theme.sunken, egui::Stroke::NONE);
    }
    let rect = strip.shrink2(vec2(SPACE_12, 0.0));
    let kind_width = if cx.is_chinese() { 44.0 } else { 76.0 };
    let kind = Rect::from_min_size(rect.min, vec2(kind_width, rect.height()));
    line(ui.painter(), kind, Align::Min, entry.kind, Type::Small, theme.text3);
    let width = width_of(ui.painter(), right, Type::Small).min(rect.width() * 0.5);
    let end = Rect::from_min_max(pos2(rect.right() - width - 1.0, rect.top()), rect.max);
    let shown = line(ui.painter(), end, Align::Max, right, Type::Small, if may { theme.text2 } else { theme.text3 });
    let response = if shown.truncated { response.tip(right) } else { response };
    let name = Rect::from_min_max(pos2(kind.right(), rect.top()), pos2(end.left() - SPACE_12, rect.bottom()));
    let (style, ink) = if may { (Type::BodyBold, theme.text1) } else { (Type::Body, theme.text3) };
    line(ui.painter(), name, Align::Min, &entry.name, style, ink);
    response.clicked()
}

fn go(cx: &Cx<'_>, goal: &Goal) {
    match goal {
        Goal::Do(action) => cx.ask(Ask::Do(*action)),
        Goal::Open(path) => cx.push(Command::Open(path.clone())),
        Goal::Project(id) => cx.push(Command::Select(Selection::Project(id.clone()))),
        Goal::Park(id) => cx.push(Command::Select(Selection::Park(id.clone()))),
        Goal::Plan(id) => cx.push(Command::ShowPlan(id.clone())),
        Goal::Rule(id) => cx.ask(Ask::ShowRule(id.clone())),
        Goal::EditPosition(id) => cx.ask(Ask::EditPosition(id.clone())),
        Goal::MovePosition(id) => cx.ask(Ask::MovePosition(id.clone())),
        Goal::Place(projects, park) => cx.push(Command::PlaceAll { projects: projects.clone(), park: park.clone() }),
    }
}

fn everything(cx: &Cx<'_>) -> Vec<Entry> {
    let scenario = cx.scenario();
    let mut all: Vec<Entry> = ACTIONS
        .iter()
        .filter(|row| row.action != Action::Palette)
        .map(|row| {
            let keys: Vec<String> = row.keys.iter().map(actions::spoken).collect();
            Entry {
                goal: Goal::Do(row.action),
                kind: cx.say(words::COMMAND),
                name: actions::name_of(cx, row),
                more: keys.first().cloned().unwrap_or_default(),
                obstacle: (row.when)(cx).err().map(|phrase| cx.say(phrase).to_owned()),
                sought: format!("{} {} {}", row.name.zh, row.name.en, cx.say(row.menu.name())),
            }
        })
        .collect();
    let entry = |goal, kind, name: String, more: String, sought: String| Entry {
        goal,
        kind: cx.say(kind),
        name,
        more,
        obstacle: None,
        sought,
    };
    all.extend(scenario.plans.iter().map(|plan| {
        let name = format!("{} {}", plan.id, cx.tell(&plan.name));
        let sought = format!("{} {} {}", plan.id, plan.name.zh, plan.name.en);
        entry(Goal::Plan(plan.id.clone()), words::PLAN_KIND, name, String::new(), sought)
    }));
    all.extend(scenario.parks_in_order().into_iter().map(|park| {
        let sought =
            format!("{} {} {} {} {}", park.short_name.zh, park.short_name.en, park.name.zh, park.name.en, park.id);
        let (name, full) = (cx.tell(&park.short_name).to_owned(), cx.tell(&park.name).to_owned());
        let more = if full == name { String::new() } else { full };
        entry(Goal::Park(park.id.clone()), words::PARK, name, more, sought)
    }));
    all.extend(scenario.projects.iter().map(|project| {
        let industry = industry_name(scenario, &project.industry);
        let home = cx.bench.judgement().facts().home(&project.id);
        let home = home.map(|(park, _)| cx.tell(&i18n::finding::park_name(scenario, park)).to_owned());
        let sought = format!("{} {} {} {} {}", project.id, project.name.zh, project.name.en, industry.zh, industry.en);
        let name = format!("{} {}", project.id, cx.tell(&project.name));
        let more = home.unwrap_or_else(|| cx.say(words::UNPLACED).to_owned());
        entry(Goal::Project(project.id.clone()), words::PROJECT, name, more, sought)
    }));
    all.extend(scenario.rules.iter().map(|rule| {
        let sought = format!("{} {} {}", rule.title.zh, rule.title.en, rule.id);
        let more = cx.say(i18n::term::mode(rule.mode)).to_owned();
        entry(Goal::Rule(rule.id.clone()), words::RULE, cx.tell(&rule.title).to_owned(), more, sought)
    }));
    if scenario.may_change(cx.bench.plan()) {
        for (park, facts) in cx.bench.judgement().facts().parks() {
            let park = i18n::finding::park_name(scenario, park);
            for position in &facts.positions {
                let name = cx.tell(&position.name).to_owned();
                for (goal, kind) in [
                    (Goal::EditPosition(position.id.clone()), words::EDIT_POSITION_SHEET),
                    (Goal::MovePosition(position.id.clone()), words::MOVE_POSITION_SHEET),
                ] {
                    let sought =
                        format!("{} {} {} {} {}", position.name.zh, position.name.en, position.id, kind.zh, kind.en);
                    let more = format!("{} · {}", cx.tell(&park), cx.say(kind));
                    all.push(entry(goal, words::POSITION_KIND, name.clone(), more, sought));
                }
            }
        }
    }
    all.extend(cx.bench.settings().recent.iter().map(|path| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let folder = path.parent().map(|it| it.display().to_string()).unwrap_or_default();
        entry(Goal::Open(path.clone()), words::OPEN_RECENT, name.clone(), folder, name)
    }));
    all
}

fn parks_for(cx: &Cx<'_>, projects: &[ProjectId]) -> Vec<Entry> {
    let Some(held) = cx.previews_of(projects) else { return Vec::new() };
    let mut parks: Vec<(Outlook, Entry)> = Vec::new();
    for park in cx.scenario().parks_in_order() {
        let Some(preview) = held.previews.get(&park.id) else { continue };
        let word = cx.say(outlook_words(preview));
        let is_possible = !matches!(preview.outlook, Outlook::Here | Outlook::Refused);
        let entry = Entry {
            goal: Goal::Place(projects.to_vec(), park.id.clone()),
            kind: cx.say(words::PARK),
            name: cx.tell(&park.short_name).to_owned(),
            more: word.to_owned(),
            obstacle: (!is_possible).then(|| {
                // A veto never stands without its reason.
                let why = preview.refusal(cx.world()).map(|it| format!("{word} · {}", cx.tell(&it)));
                why.unwrap_or_else(|| word.to_owned())
            }),
            sought: format!("{} {} {} {}", park.short_name.zh, park.short_name.en, park.name.zh, park.id),
        };
        parks.push((preview.outlook, entry));
    }
    parks.sort_by_key(|(outlook, _)| if *outlook == Outlook::Here { Outlook::Refused } else { *outlook });
    parks.into_iter().map(|(_, entry)| entry).collect()
}

#[expect(clippy::cast_precision_loss, reason = "rows of a list")]
fn as_points(number: usize) -> f32 {
    number as f32
}
