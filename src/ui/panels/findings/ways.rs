//! The ways out of a finding, in its row: what advice has found and tried, each with its effect and one button.

use egui::{Id, Popup, Rect, Role as AccessRole, Ui, WidgetInfo, pos2, vec2};

use crate::{
    advise::{
        change::{Change, Kind},
        ways_out::{Repair, WayOut},
    },
    evaluate::effect::Effect,
    i18n::{self, advice, finding::park_name, words},
    model::{edit::Edit, policy::Level, text::Text},
    rules::finding::{Finding, FindingKey, State},
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
            tip::Tip,
        },
    },
    workbench::{
        command::Command,
        inquiry::{Advice, Inquiry, Progress},
    },
};

/// Height of the box of a way, in points.
const BOX: f32 = 88.0;
/// Least width of the box of a way, in points.
pub const LEAST_WIDTH: f32 = 210.0;
/// Greatest width of the box of a way, in points.
const MOST_WIDTH: f32 = 420.0;
/// Space between boxes, in points.
const GAP: f32 = SPACE_8;

/// A way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// Carry out what advice has found.
    Follow(Box<WayOut>),
    /// Apply for a waiver.
    Waive(FindingKey),
    /// Look at the waiver.
    SeeWaiver(FindingKey),
}

/// Whether ways out are looked for when the row of `finding` opens: it is broken, waived, or bars an approval.
pub fn may_have_ways(cx: &Cx<'_>, finding: &Finding) -> bool {
    cx.scenario().may_change(cx.bench.plan())
        && match finding.state {
            State::Waived | State::Broken => true,
            State::Unknown => finding.level == Level::Legal,
            State::Near | State::Holds | State::Off | State::NotApplicable => false,
        }
}

/// The ways out of `finding`, each tried; none where it holds, or where the plan may not change. How far the search for them
/// has got when they are not known yet.
pub fn ways(cx: &Cx<'_>, finding: &Finding) -> Result<Vec<Way>, Progress> {
    if !may_have_ways(cx, finding) {
        return Ok(Vec::new());
    }
    if finding.state == State::Waived {
        return Ok(vec![Way::SeeWaiver(finding.key())]);
    }
    let inquiry = Inquiry::WaysOut(finding.key());
    let progress = cx.bench.progress(&inquiry);
    if matches!(progress, Progress::Unasked) {
        cx.push(Command::Inquire(inquiry));
    }
    let Progress::Answered(advice) = &progress else { return Err(progress) };
    let Advice::WaysOut(found) = &**advice else { return Ok(Vec::new()) };
    let way = |it: &WayOut| match it.repair {
        Repair::Waive => Way::Waive(finding.key()),
        Repair::Move | Repair::MakeRoom | Repair::Designate | Repair::Withdraw | Repair::TakeBack | Repair::Assume => {
            Way::Follow(Box::new(it.clone()))
        }
    };
    Ok(found.iter().map(way).collect())
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
    /// The way with what it would do.
    pub fn new(cx: &Cx<'_>, way: Way) -> Self {
        let (title, tags, condition) = match &way {
            Way::Follow(found) => (title_of(cx, found), tags_of(cx, &found.effect), condition_of(cx, found)),
            Way::Waive(_) => {
                let tags = vec![
                    (Signal::Unknown, cx.say(words::NOT_CURED).to_owned()),
                    (Signal::Waived, cx.say(words::APPROVABLE).to_owned()),
                ];
                (cx.say(words::WAIVE).trim_end_matches('…').to_owned(), tags, cx.say(words::WAY_WAIVE_NEEDS).to_owned())
            }
            Way::SeeWaiver(_) => (cx.say(words::WAY_SEE_WAIVER).to_owned(), Vec::new(), String::new()),
        };
        Self { way, title, tags, condition }
    }
}

fn title_of(cx: &Cx<'_>, found: &WayOut) -> String {
    let told = match (&found.chain, found.repair, &found.project) {
        (Some(chain), ..) => advice::chain(cx.scenario(), chain),
        // By number alone, as in a chain: where it goes must not be cut off.
        (None, Repair::Move, Some(id)) if let Edit::Place { park, .. } = &found.edit => {
            let park = park_name(cx.scenario(), park);
            Text::new(format!("{id} → {}", park.zh), format!("{id} → {}", park.english()))
        }
        (None, Repair::TakeBack, Some(id)) => return format!("{id} {}", cx.say(words::BACK_TO_QUEUE)),
        (None, Repair::Assume, _) => {
            let change = Change { kind: Kind::Datum, edit: found.edit.clone() };
            advice::change(cx.scenario(), &change)
        }
        (None, ..) => i18n::edit::label(cx.scenario(), &found.edit),
    };
    cx.tell(&told).to_owned()
}

fn condition_of(cx: &Cx<'_>, found: &WayOut) -> String {
    match (&found.chain, found.repair) {
        (Some(chain), _) => cx.tell(&advice::losses(chain)).to_owned(),
        (None, Repair::Designate | Repair::Withdraw) => cx.say(words::WAY_MEETING).to_owned(),
        (None, Repair::Assume) => cx.say(words::WAY_DATUM).to_owned(),
        (None, Repair::Move | Repair::MakeRoom | Repair::TakeBack | Repair::Waive) => String::new(),
    }
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
    let fit = effect.after.fit - effect.before.fit;
    if fit != 0 && waiting == 0 {
        let signal = if fit > 0 { Signal::Holds } else { Signal::Near };
        tags.push((signal, cx.tell(&advice::fit_change(fit)).to_owned()));
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
        ui.interact(title, id, egui::Sense::hover()).tip(&view.title);
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
        ui.interact(condition, id, egui::Sense::hover()).tip(&view.condition);
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
        Way::Follow(found) => {
            let button = primary(cx.say(words::APPLY)).hover(&view.title).small();
            let response = place(ui, &button, "follow");
            let name = format!("{} · {}", cx.say(words::APPLY), view.title);
            response.widget_info(|| WidgetInfo::labeled(AccessRole::Button, true, &name));
            if response.clicked() {
                cx.push(Command::Follow(found.edit.clone()));
            }
            if let (Repair::Move, Some(id)) = (found.repair, &found.project) {
                let choose = Button::new(cx.say(words::CHOOSE_PARK)).trailing(Icon::ChevronDown).small();
                let response = place(ui, &choose, "choose");
                Popup::menu(&response).width(260.0).show(|ui| {
                    place_menu_ui(ui, cx, std::slice::from_ref(id));
                });
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
