//! The direct cures of a finding, in its row: move the cause, take it back, change a position, apply for a waiver.

use egui::{Id, Popup, Rect, Ui, pos2, vec2};

use super::view::first_cause;
use crate::{
    evaluate::effect::{self, Effect},
    i18n::{self, words},
    model::{
        edit::Edit,
        id::{IndustryId, ParkId, PositionId, ProjectId},
        park::Role,
        policy::Level,
    },
    rules::{
        finding::{Detail, Finding, FindingKey, Item, Part, State},
        slots,
    },
    ui::{
        cx::{Ask, Cx},
        panels::board::place_menu_ui,
        theme::{RADIUS_BUTTON, SPACE_4, SPACE_8, SPACE_12, Signal, Type},
        widgets::{
            button::{Button, button_at_ui},
            icon::Icon,
            shapes,
            tag::{self, TagWeight},
            text::line,
        },
    },
    workbench::{
        command::Command,
        held::{Fit, Outlook},
        positions::Proposal,
    },
};

/// Height of the box of a way, in points.
const BOX: f32 = 88.0;
/// Least width of the box of a way, in points.
const LEAST_WIDTH: f32 = 210.0;
/// Greatest width of the box of a way, in points.
const MOST_WIDTH: f32 = 330.0;
/// Space between boxes, in points.
const GAP: f32 = SPACE_8;

/// A way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// Place the project in a park of a judged list.
    Move(ProjectId),
    /// Take the project back into the queue.
    TakeBack(ProjectId),
    /// Designate the sub-sector in the park, in one of these roles.
    Designate(ParkId, IndustryId, Vec<Role>),
    /// Withdraw the position.
    Withdraw(PositionId),
    /// Apply for a waiver.
    Waive(FindingKey),
    /// Look at the waiver.
    SeeWaiver(FindingKey),
}

/// The ways out of `finding`; none where it holds, or where the plan may not change.
pub fn ways(cx: &Cx<'_>, finding: &Finding) -> Vec<Way> {
    if !cx.scenario().may_change(cx.bench.plan()) {
        return Vec::new();
    }
    match finding.state {
        State::Waived => vec![Way::SeeWaiver(finding.key())],
        State::Broken => out_of_broken(cx, finding),
        State::Unknown if finding.level == Level::Legal => {
            first_cause(finding).into_iter().map(|id| Way::Move(id.clone())).collect()
        }
        State::Unknown | State::Near | State::Holds | State::Off | State::NotApplicable => Vec::new(),
    }
}

fn out_of_broken(cx: &Cx<'_>, finding: &Finding) -> Vec<Way> {
    let mut ways = Vec::new();
    if let Some(project) = first_cause(finding) {
        ways.push(Way::Move(project.clone()));
    }
    if let (Detail::Designation { industry, .. }, Some(park)) = (&finding.detail, &finding.park) {
        let roles = free_roles(cx, park);
        if !roles.is_empty() {
            ways.push(Way::Designate(park.clone(), industry.clone(), roles));
        }
    }
    let position = finding.members.iter().find_map(|member| match &member.item {
        Item::Position(id) if member.part == Part::Cause => Some(id.clone()),
        Item::Position(_) | Item::Project(_) | Item::Enterprise(_) => None,
    });
    ways.extend(position.map(Way::Withdraw));
    let placed = first_cause(finding).filter(|id| cx.bench.judgement().facts().home(id).is_some());
    ways.extend(placed.map(|id| Way::TakeBack(id.clone())));
    if cx.is_waivable(finding) {
        ways.push(Way::Waive(finding.key()));
    }
    ways
}

fn free_roles(cx: &Cx<'_>, park: &ParkId) -> Vec<Role> {
    let (Some(record), Some(facts)) = (cx.world().parks.get(park), cx.bench.judgement().facts().park(park)) else {
        return Vec::new();
    };
    slots::of(cx.scenario(), record, facts).into_iter().filter(|it| it.has_room()).map(|it| it.role).collect()
}

/// A way out as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayView {
    /// The way.
    pub way: Way,
    /// What would be done.
    pub title: String,
    /// What it does, in tags.
    pub tags: Vec<(Signal, String)>,
    /// On what condition, or what is advised.
    pub condition: String,
}

impl WayView {
    /// The way with what it would do; costs as much as judging what it touches.
    pub fn new(cx: &Cx<'_>, way: Way) -> Self {
        let project = |id: &ProjectId| id.to_string();
        let (title, tags, condition) = match &way {
            Way::Move(id) => {
                let (tags, advice) = parks_for(cx, id);
                (format!("{} {}", project(id), cx.say(words::WAY_MOVE)), tags, advice)
            }
            Way::TakeBack(id) => {
                let record = cx.scenario().projects.get(id);
                let effect = record.map(|it| effect::of_move(cx.bench.judgement(), it, None));
                let title = format!("{} {}", project(id), cx.say(words::BACK_TO_QUEUE));
                (title, effect.map(|it| tags_of(cx, &it)).unwrap_or_default(), String::new())
            }
            Way::Designate(park, industry, roles) => {
                let name = i18n::finding::industry_name(cx.scenario(), industry);
                let designate = |role: &Role| Edit::Designate {
                    plan: cx.bench.plan().clone(),
                    park: park.clone(),
                    role: *role,
                    name: name.clone(),
                    industries: vec![industry.clone()],
                };
                let effect = roles.last().map(designate);
                let effect = effect.and_then(|it| effect::of_edit(cx.scenario(), cx.bench.judgement(), &it).ok());
                let title = if cx.is_chinese() {
                    format!("增设定位「{}」", name.zh)
                } else {
                    format!("Designate \"{}\"", name.english())
                };
                (title, effect.map(|it| tags_of(cx, &it)).unwrap_or_default(), cx.say(words::WAY_MEETING).to_owned())
            }
            Way::Withdraw(id) => {
                let name = i18n::finding::item_name(cx.scenario(), &Item::Position(id.clone()));
                let edit = Edit::Withdraw { plan: cx.bench.plan().clone(), position: id.clone() };
                let effect = effect::of_edit(cx.scenario(), cx.bench.judgement(), &edit).ok();
                let title = format!("{}「{}」", cx.say(words::WITHDRAW), cx.tell(&name));
                let title = if cx.is_chinese() { title } else { title.replace('「', " \"").replace('」', "\"") };
                (title, effect.map(|it| tags_of(cx, &it)).unwrap_or_default(), cx.say(words::WAY_MEETING).to_owned())
            }
            Way::Waive(_) => {
                let tags = vec![
                    (Signal::Unknown, cx.say(words::NOT_CURED).to_owned()),
                    (Signal::Waived, cx.say(words::APPROVABLE).to_owned()),
                ];
                (cx.say(words::WAY_WAIVE).to_owned(), tags, cx.say(words::WAY_WAIVE_NEEDS).to_owned())
            }
            Way::SeeWaiver(_) => (cx.say(words::WAY_SEE_WAIVER).to_owned(), Vec::new(), String::new()),
        };
        Self { way, title, tags, condition }
    }
}

/// How many parks would take a project, and the best of them.
fn parks_for(cx: &Cx<'_>, project: &ProjectId) -> (Vec<(Signal, String)>, String) {
    let Some(held) = cx.previews(project) else { return Default::default() };
    let parks = cx.scenario().parks_in_order();
    let good = parks.iter().filter(|it| held.previews.get(&it.id).is_some_and(|it| it.outlook == Outlook::Good));
    let rank = |fit: &Fit| match fit {
        Fit::Covered(Role::Leading) => 0,
        Fit::Covered(Role::Characteristic) => 1,
        Fit::Free(_) => 2,
        Fit::Outside => 3,
    };
    let best = good.clone().min_by_key(|it| held.previews.get(&it.id).map(|it| rank(&it.fit)));
    let count = good.count();
    let signal = if count > 0 { Signal::Holds } else { Signal::Unknown };
    let tag = if cx.is_chinese() {
        format!("无新增问题 {count} 园")
    } else {
        format!("{count} parks without a problem")
    };
    let advice = best.map(|it| format!("{} {}", cx.say(words::RECOMMENDED), cx.tell(&it.short_name)));
    (vec![(signal, tag)], advice.unwrap_or_default())
}

fn tags_of(cx: &Cx<'_>, effect: &Effect) -> Vec<(Signal, String)> {
    let broken = |list: &[Finding]| list.iter().filter(|it| it.state == State::Broken).count();
    let (cured, created) = (broken(&effect.cured), broken(&effect.created));
    let mut tags = Vec::new();
    if cured > 0 {
        tags.push((Signal::Holds, format!("{} {cured}", cx.say(words::CURES))));
    }
    if created > 0 {
        tags.push((Signal::Broken, format!("{} {created}", cx.say(words::CREATES).trim_end_matches(':'))));
    }
    let waiting = effect.before.unplaced - effect.after.unplaced;
    if waiting > 0 {
        tags.push((Signal::Off, format!("{} +{waiting}", cx.say(words::UNPLACED))));
    }
    tags
}

/// Columns of boxes, and their width.
fn columns(width: f32, count: usize) -> (usize, f32) {
    let mut fits = 1;
    let mut taken = LEAST_WIDTH * 2.0 + GAP;
    while fits < count && taken <= width {
        fits += 1;
        taken += LEAST_WIDTH + GAP;
    }
    let gaps = GAP * as_points(fits.saturating_sub(1));
    (fits, ((width - gaps) / as_points(fits)).min(MOST_WIDTH))
}

/// Height that [`ui`] takes for `count` ways in a width.
pub fn height(width: f32, count: usize) -> f32 {
    if count == 0 {
        return 0.0;
    }
    let (columns, _) = columns(width, count);
    as_points(count.div_ceil(columns)) * (BOX + GAP)
}

/// Draws the ways side by side in `rect`.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, ways: &[WayView]) {
    let (columns, width) = columns(rect.width(), ways.len());
    for (at, view) in ways.iter().enumerate() {
        let (row, column) = (as_points(at / columns), as_points(at % columns));
        let min = rect.min + vec2(column * (width + GAP), row * (BOX + GAP));
        box_ui(ui, cx, Rect::from_min_size(min, vec2(width, BOX)), view, at);
    }
}

fn box_ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, view: &WayView, at: usize) {
    let theme = cx.theme;
    let edge = if at == 0 { egui::Stroke::new(2.0, theme.holds.ink) } else { theme.edge_strong() };
    shapes::framed_rect(ui.painter(), rect, RADIUS_BUTTON, theme.card, edge);
    let inner = rect.shrink2(vec2(SPACE_12 - 2.0, SPACE_8 - 1.0));
    let title = Rect::from_min_size(inner.min, vec2(inner.width(), 20.0));
    let words = format!("{}. {}", at + 1, view.title);
    let shown = line(ui.painter(), title, egui::Align::Min, &words, Type::BodyBold, theme.text1);
    if shown.truncated {
        let id = Id::unique(("way title", at));
        ui.interact(title, id, egui::Sense::hover()).on_hover_text(&view.title);
    }
    let mut left = inner.left();
    for (signal, words) in &view.tags {
        let width = tag::state_tag_width(ui.painter(), words, TagWeight::Soft);
        if left + width > inner.right() + 1.0 {
            break;
        }
        let place = pos2(left, title.bottom() + 2.0);
        left = tag::state_tag(ui.painter(), place, *signal, words, TagWeight::Soft, theme).right() + SPACE_4;
    }
    let foot = Rect::from_min_max(pos2(inner.left(), inner.bottom() - 24.0), inner.max);
    let end = buttons_ui(ui, cx, foot, view, at);
    let condition = Rect::from_min_max(foot.min, pos2(end - SPACE_8, foot.bottom()));
    let shown = line(ui.painter(), condition, egui::Align::Min, &view.condition, Type::Small, theme.text2);
    if shown.truncated {
        let id = Id::unique(("way condition", at));
        ui.interact(condition, id, egui::Sense::hover()).on_hover_text(&view.condition);
    }
}

/// The buttons of a way, from the right; returns where the first begins.
fn buttons_ui(ui: &mut Ui, cx: &Cx<'_>, foot: Rect, view: &WayView, at: usize) -> f32 {
    let mut right = foot.right();
    let primary = |words| if at == 0 { Button::primary(words) } else { Button::new(words) };
    let mut place = |ui: &Ui, button: &Button<'_>, id: &str| {
        let size = button.size(ui.painter());
        let rect = Rect::from_min_max(pos2(right - size.x, foot.bottom() - size.y), pos2(right, foot.bottom()));
        right = rect.left() - SPACE_4;
        button_at_ui(ui, cx.theme, rect, Id::unique(("way", at, id)), button)
    };
    match &view.way {
        Way::Move(id) => {
            let name = cx.say(words::CHOOSE_PARK);
            let response = place(ui, &primary(name).trailing(Icon::ChevronDown).small(), "move");
            Popup::menu(&response).width(260.0).show(|ui| {
                place_menu_ui(ui, cx, std::slice::from_ref(id));
            });
        }
        Way::TakeBack(id) => {
            let button = primary(cx.say(words::APPLY)).hover(&view.title).small();
            if place(ui, &button, "back").clicked() {
                cx.push(Command::Unplace(id.clone()));
            }
        }
        Way::Designate(park, industry, roles) => {
            for role in roles.iter().rev() {
                let words = match role {
                    Role::Leading => words::AS_LEADING_SHORT,
                    Role::Characteristic => words::AS_CHARACTERISTIC_SHORT,
                };
                let button = Button::new(cx.say(words)).hover(&view.title).small();
                if place(ui, &button, &format!("{role:?}")).clicked() {
                    let proposal = Proposal {
                        park: park.clone(),
                        role: *role,
                        name: i18n::finding::industry_name(cx.scenario(), industry),
                        industries: vec![industry.clone()],
                        order: None,
                    };
                    cx.push(Command::ProposePosition { position: None, proposal });
                }
            }
        }
        Way::Withdraw(id) => {
            if place(ui, &primary(cx.say(words::APPLY)).hover(&view.title).small(), "withdraw").clicked() {
                cx.push(Command::WithdrawPosition(id.clone()));
            }
        }
        Way::Waive(key) => {
            if place(ui, &primary(cx.say(words::WAIVE)).small(), "waive").clicked() {
                cx.ask(Ask::Waive(key.clone()));
            }
        }
        Way::SeeWaiver(key) => {
            if place(ui, &primary(cx.say(words::SEE_WAIVER)).small(), "see waiver").clicked() {
                cx.ask(Ask::Waive(key.clone()));
            }
        }
    }
    right
}

#[expect(clippy::cast_precision_loss, reason = "a handful of boxes")]
fn as_points(number: usize) -> f32 {
    number as f32
}
