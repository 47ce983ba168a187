//! Programmes and the claims on the one that is chosen: what the rule gives, what is granted, and why not all of it.

use std::rc::Rc;

use egui::{Align, Id, Rect, Role as AccessRole, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{
    budget,
    kept::Kept,
    parts::{COLUMNS_HEAD, card_ui, chosen_row_ui, columns_head_ui, deed, empty_ui, gutter, ratio, rows_ui, tools_ui},
    reservations::named_line,
};
use crate::{
    analysis::support::{Allocation, Award, Reason},
    i18n::{self, figure, phrase::deed_to, sharing::LEDGER_UNIT, support as say},
    model::{edit::support::SupportEdit, evidence::Confidence, id::RecordId, quantity::WanYuan, support::Programme},
    ui::{
        cx::{Ask, Cx},
        dialogs::{
            SharingWish,
            columns::{Column, paint_cells, places},
        },
        theme::{SPACE_8, SPACE_12, Signal, Type},
        widgets::{
            bar::{self, Capacity},
            button::Button,
            icon::{self, Icon},
            seal::paint_seal,
            text::{Span, one_or_two_lines},
            tip::Tip,
        },
    },
    workbench::command::Command,
};

/// Height of a programme, in points.
const ROW: f32 = 40.0;
/// Height of a claim, in points.
const CLAIM: f32 = 46.0;
/// Width of the buttons of a claim, in points.
const TOOLS: f32 = 92.0;
/// Columns of the programmes.
const PROGRAMMES: [Column; 5] =
    [(44.0, Align::Min), (11.0, Align::Max), (11.0, Align::Max), (11.0, Align::Max), (23.0, Align::Min)];
/// Columns of the claims.
const CLAIMS: [Column; 5] =
    [(38.0, Align::Min), (10.0, Align::Max), (11.0, Align::Max), (11.0, Align::Max), (30.0, Align::Min)];

/// A programme as it is shown.
struct ProgrammeView {
    id: RecordId,
    name: String,
    terms: String,
    budget: String,
    whole: Option<WanYuan>,
    granted: WanYuan,
    left: Option<WanYuan>,
    rule: String,
    /// Granted, and what the rule would add, as parts of the budget.
    shares: Option<(f32, f32)>,
}

impl ProgrammeView {
    fn new(cx: &Cx<'_>, programme: &Programme, allocation: &Allocation) -> Self {
        let world = cx.world();
        let grants = world.grants_of(cx.bench.plan()).filter(|it| it.programme == programme.id);
        let granted = grants.fold(WanYuan::ZERO, |sum, it| sum.plus(it.amount));
        let sign = if programme.evidence.confidence >= Confidence::Assumed { "≈ " } else { "" };
        let budget = programme.budget.map_or_else(
            || cx.say(i18n::words::MISSING).to_owned(),
            |budget| format!("{sign}{}", say::wan_steps(budget)),
        );
        let shares = programme.budget.map(|budget| {
            let added = allocation.spent.minus(granted).steps().max(0);
            (ratio(granted.steps(), budget.steps()), ratio(added, budget.steps()))
        });
        Self {
            id: programme.id.clone(),
            name: cx.tell(&programme.name).to_owned(),
            terms: cx.tell(&say::terms(world, programme)).to_owned(),
            budget,
            whole: programme.budget,
            granted,
            left: programme.budget.map(|budget| budget.minus(granted)),
            rule: cx.say(say::rule(programme.rule)).to_owned(),
            shares,
        }
    }
}

/// The programmes between frames.
#[derive(Debug, Default)]
pub struct Programmes {
    chosen: Option<RecordId>,
}

impl Programmes {
    /// Draws programmes and, below them, the claims on the one that is chosen.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, rect: Rect, kept: &mut Kept) {
        let all: Vec<&Programme> = cx.world().programmes.iter().map(AsRef::as_ref).collect();
        let count = all.len().min(5);
        let rows = ROW * f32::from(u16::try_from(count).unwrap_or(5)).max(1.6);
        let height = 44.0 + COLUMNS_HEAD + rows + 6.0;
        let upper = Rect::from_min_size(rect.min, vec2(rect.width(), height.min(rect.height() * 0.45)));
        let lower = Rect::from_min_max(pos2(rect.left(), upper.bottom() + SPACE_8), rect.max);
        let views: Vec<(ProgrammeView, Rc<Allocation>)> = all
            .iter()
            .map(|it| {
                let allocation = kept.allocation(cx, it);
                (ProgrammeView::new(cx, it, &allocation), allocation)
            })
            .collect();
        let is_there = |id: &RecordId| views.iter().any(|(it, _)| it.id == *id);
        if !self.chosen.as_ref().is_some_and(is_there) {
            self.chosen = views.first().map(|(it, _)| it.id.clone());
        }
        self.programmes_ui(ui, cx, upper, &views);
        let chosen = views.iter().find(|(it, _)| Some(&it.id) == self.chosen.as_ref());
        if let Some((view, allocation)) = chosen {
            claims_ui(ui, cx, lower, view, allocation);
        }
    }

    fn programmes_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, rect: Rect, views: &[(ProgrammeView, Rc<Allocation>)]) {
        let new = Button::new(cx.say(say::NEW_PROGRAMME)).icon(Icon::Plus).small();
        let heading = (cx.say(say::PROGRAMMES), cx.say(LEDGER_UNIT));
        let (body, pressed) = card_ui(ui, cx, rect, heading, &[new]);
        if pressed.is_some() {
            cx.ask(Ask::Sharing(SharingWish::Programme(None)));
        }
        if views.is_empty() {
            empty_ui(ui, cx, body, cx.say(say::NO_PROGRAMMES));
            return;
        }
        let gutter = gutter(ui, body.height() - COLUMNS_HEAD, ROW, views.len());
        let head = Rect::from_min_size(body.min, vec2(body.width() - 40.0 - gutter, COLUMNS_HEAD));
        let names = [say::NAME, say::BUDGET, say::GRANTED, say::LEFT, say::RULE].map(|it| cx.say(it));
        columns_head_ui(ui, cx, indented(head), &PROGRAMMES, &names, 40.0 + gutter);
        let rest = Rect::from_min_max(pos2(body.left(), head.bottom()), body.max);
        rows_ui(ui, rest, "programmes", ROW, views.len(), |ui, rect, at| {
            if let Some((view, _)) = views.get(at) {
                let is_chosen = self.chosen.as_ref() == Some(&view.id);
                if programme_ui(ui, cx, rect, view, is_chosen) {
                    self.chosen = Some(view.id.clone());
                }
            }
        });
    }
}

/// Room for the cells of a row, clear of the edges of the card.
fn indented(rect: Rect) -> Rect {
    Rect::from_min_max(rect.min + vec2(SPACE_8, 0.0), rect.max)
}

/// Draws a programme; `true` when it is clicked.
fn programme_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, view: &ProgrammeView, is_chosen: bool) -> bool {
    let granted = say::wan_steps(view.granted);
    let left = view.left.map_or_else(|| "?".to_owned(), say::wan_steps);
    let spoken = format!(
        "{} · {} {} · {} {granted} · {} {left} · {} · {}",
        view.name,
        cx.say(say::BUDGET),
        view.budget,
        cx.say(say::GRANTED),
        cx.say(say::LEFT),
        view.rule,
        view.terms
    );
    let response = chosen_row_ui(ui, cx, rect, Id::unique(("programme", view.id.as_str())), is_chosen, &spoken);
    let name = format!("{} {}", cx.say(say::EDIT_PROGRAMME).trim_end_matches('…'), view.name);
    let edit = Button::quiet(Icon::Pencil, &name).small();
    if tools_ui(ui, cx, rect, &[edit], &[&name]).0.is_some() {
        cx.ask(Ask::Sharing(SharingWish::Programme(Some(view.id.clone()))));
    }
    let row = indented(Rect::from_min_max(rect.min, pos2(rect.right() - 40.0, rect.bottom())));
    let is_over = view.left.is_some_and(|left| left < WanYuan::ZERO);
    let ink = if is_over { cx.theme.broken.ink } else { cx.theme.text1 };
    let cells = [
        ("", Type::Body, ink),
        (view.budget.as_str(), Type::Body, cx.theme.text1),
        (granted.as_str(), Type::BodyBold, cx.theme.text1),
        (left.as_str(), Type::BodyBold, ink),
        (view.rule.as_str(), Type::Body, cx.theme.text2),
    ];
    paint_cells(ui, row, &PROGRAMMES, &cells);
    if let Some((place, _)) = places(row, &PROGRAMMES).first() {
        let upper =
            Rect::from_min_max(pos2(place.left(), rect.top() + 3.0), pos2(place.right(), rect.center().y + 2.0));
        named_line(ui, cx, upper, &view.name, "");
        let track =
            Rect::from_min_max(pos2(place.left(), upper.bottom() + 3.0), pos2(place.right(), upper.bottom() + 11.0));
        match view.shares {
            Some((granted, added)) => {
                bar::capacity(ui.painter(), track, Capacity::of(granted).with_added(added), cx.theme);
            }
            None => bar::capacity_unknown(ui.painter(), track, cx.theme),
        }
    }
    let is_clicked = response.clicked();
    response.tip_at_pointer(&view.terms);
    is_clicked
}

fn claims_ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, view: &ProgrammeView, allocation: &Allocation) {
    let is_changed = allocation.awards.iter().any(|it| it.granted.unwrap_or_default() != it.amount);
    let allocate = Button::primary(cx.say(say::ALLOCATE)).icon(Icon::Solve).small().hover(cx.say(say::ALLOCATE_HINT));
    let allocate = if is_changed { allocate } else { allocate.enabled(false).hover(cx.say(say::ALLOCATED_ALREADY)) };
    let claim = Button::new(cx.say(say::NEW_CLAIM)).icon(Icon::Plus).small();
    let title = format!("{} · {}", cx.say(say::CLAIMS), view.name);
    let (body, pressed) = card_ui(ui, cx, rect, (&title, &view.terms), &[deed(cx, claim), deed(cx, allocate)]);
    match pressed {
        Some(0) => cx.ask(Ask::Sharing(SharingWish::Claim(Some(view.id.clone()), None))),
        Some(_) => cx.push(Command::Allocate(view.id.clone())),
        None => {}
    }
    if allocation.awards.is_empty() {
        empty_ui(ui, cx, body, cx.say(say::NO_CLAIMS));
        return;
    }
    let mut top = body.top();
    if let Some(whole) = view.whole.filter(|it| *it > WanYuan::ZERO) {
        budget::ui(ui, cx, Rect::from_min_size(body.min, vec2(body.width(), budget::BAND)), whole, allocation);
        top += budget::BAND;
    }
    let gutter = gutter(ui, body.bottom() - top - COLUMNS_HEAD, CLAIM, allocation.awards.len());
    let head = Rect::from_min_size(pos2(body.left(), top), vec2(body.width() - TOOLS - gutter, COLUMNS_HEAD));
    let names = [say::PROJECT_FIELD, say::ASKED, say::BY_RULE, say::GRANTED, say::WHY].map(|it| cx.say(it));
    columns_head_ui(ui, cx, indented(head), &CLAIMS, &names, TOOLS + gutter);
    let mut rest = Rect::from_min_max(pos2(body.left(), head.bottom()), body.max);
    if !allocation.is_proven {
        let note = Rect::from_min_max(pos2(rest.left() + SPACE_12, rest.bottom() - 24.0), rest.max);
        rest.max.y = note.top();
        let sign = (Icon::Near, cx.theme.near.ink);
        super::parts::marked_at_ui(ui, note, sign, cx.say(say::CHOICE_NOT_PROVEN), Type::Small, cx.theme.text2);
    }
    rows_ui(ui, rest, "claims", CLAIM, allocation.awards.len(), |ui, rect, at| {
        if let Some(award) = allocation.awards.get(at) {
            claim_ui(ui, cx, rect, &view.id, award);
        }
    });
}

/// What the rule gives: where a person decided otherwise, what it gave then.
pub fn ruled(cx: &Cx<'_>, programme: &RecordId, award: &Award) -> WanYuan {
    let key = (cx.bench.plan().clone(), programme.clone(), award.project.clone());
    cx.world().grants.get(&key).and_then(|it| it.ruled).unwrap_or(award.amount)
}

/// Why a claim has what it has: a sign and words.
fn why(cx: &Cx<'_>, programme: &RecordId, award: &Award) -> (Signal, String) {
    let Some(reason) = &award.reason else { return (Signal::Holds, cx.say(say::FULLY_FUNDED).to_owned()) };
    let told = say::reason(cx.world(), reason);
    let words = cx.tell(&told).to_owned();
    match reason {
        Reason::Overridden => {
            let key = (cx.bench.plan().clone(), programme.clone(), award.project.clone());
            let on_record = cx.world().grants.get(&key).map(|it| it.reason.clone()).unwrap_or_default();
            (Signal::Waived, if on_record.is_empty() { words } else { format!("{words}：{on_record}") })
        }
        Reason::Part | Reason::Ceiling => (Signal::Near, words),
        Reason::NoBudget | Reason::NoTax => (Signal::Unknown, words),
        Reason::OtherParks
        | Reason::Conditions(_)
        | Reason::BelowLeast(_)
        | Reason::Exhausted(_)
        | Reason::LessValue => (Signal::Off, words),
    }
}

fn claim_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, programme: &RecordId, award: &Award) {
    let Some(project) = cx.world().projects.get(&award.project) else { return };
    let home = cx.bench.judgement().facts().home(&award.project).map(|(park, _)| park);
    let park = say::home(cx.world(), home);
    let name = format!("{} {}", award.project, cx.tell(&project.name));
    let (signal, words) = why(cx, programme, award);
    let (asked, rule) = (say::wan_steps(award.asked), say::wan_steps(ruled(cx, programme, award)));
    let granted = award.granted.map_or_else(|| figure::NONE.to_owned(), say::wan_steps);
    let id = &award.project;
    let names = [say::EDIT_GRANT, say::EDIT_CLAIM, say::DROP_CLAIM].map(|it| deed_to(cx.say(it), id.as_str()));
    let [grant, claim, drop] = &names;
    let tools = [
        deed(cx, Button::quiet(Icon::Pencil, grant).small()),
        deed(cx, Button::quiet(Icon::File, claim).small()),
        deed(cx, Button::quiet(Icon::Trash, drop).small()),
    ];
    let (pressed, right) = tools_ui(ui, cx, rect, &tools, &[grant, claim, drop]);
    match pressed {
        Some(0) => cx.ask(Ask::Sharing(SharingWish::Grant(programme.clone(), id.clone()))),
        Some(1) => cx.ask(Ask::Sharing(SharingWish::Claim(Some(programme.clone()), Some(id.clone())))),
        Some(_) => cx.push(Command::Support(SupportEdit::DropClaim {
            plan: cx.bench.plan().clone(),
            programme: programme.clone(),
            project: id.clone(),
        })),
        None => {}
    }
    let row = indented(Rect::from_min_max(rect.min, pos2(rect.right() - TOOLS, rect.bottom())));
    let is_done = award.granted == Some(award.amount);
    let ink = if is_done || award.granted.is_none() { cx.theme.text1 } else { cx.theme.accent };
    let cells = [
        ("", Type::Body, ink),
        (asked.as_str(), Type::Body, cx.theme.text1),
        (rule.as_str(), Type::BodyBold, cx.theme.text1),
        (granted.as_str(), Type::BodyBold, ink),
        ("", Type::Body, ink),
    ];
    let mut is_cut = paint_cells(ui, row, &CLAIMS, &cells);
    let at = places(row, &CLAIMS);
    if let Some((place, _)) = at.first() {
        let seal = Rect::from_min_size(pos2(place.left(), rect.center().y - 12.0), vec2(24.0, 24.0));
        paint_seal(ui.painter(), seal, &cx.seal(&project.industry), cx.theme, cx.is_chinese());
        let upper = Rect::from_min_max(
            pos2(seal.right() + SPACE_8, rect.top() + 4.0),
            pos2(place.right(), rect.center().y + 2.0),
        );
        is_cut |= named_line(ui, cx, upper, &name, "");
        is_cut |= named_line(ui, cx, upper.translate(vec2(0.0, 17.0)), "", cx.tell(&park));
    }
    if let Some((place, _)) = at.last() {
        let mark = Rect::from_min_size(pos2(place.left(), rect.center().y - 8.0), vec2(16.0, 16.0));
        icon::paint(ui.painter(), Icon::of(signal), mark, cx.theme.tone(signal).ink);
        let room = Rect::from_min_max(pos2(mark.right() + 6.0, rect.top()), pos2(place.right() + 8.0, rect.bottom()));
        is_cut |= one_or_two_lines(ui.painter(), room, &[Span::new(&words, Type::Body, cx.theme.text2)]).truncated;
    }
    ui.painter().hline(rect.shrink2(vec2(SPACE_12, 0.0)).x_range(), rect.bottom(), cx.theme.edge());
    let spoken = format!(
        "{name} · {} · {} {asked} · {} {rule} · {} {granted} · {words}",
        cx.tell(&park),
        cx.say(say::ASKED),
        cx.say(say::BY_RULE),
        cx.say(say::GRANTED)
    );
    let of_row = Rect::from_min_max(rect.min, pos2(right, rect.bottom()));
    let response = ui.interact(of_row, Id::unique(("claim", programme.as_str(), id.as_str())), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &spoken));
    if is_cut {
        response.tip_at_pointer(spoken);
    }
}
