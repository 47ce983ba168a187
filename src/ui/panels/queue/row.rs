//! A row of the queue: its texts, made only for rows that show, and how it is drawn.

use egui::{Align, Rect, Response, Stroke, Ui, pos2, vec2};

use crate::{
    i18n::{figure, phrase::Phrase, words},
    model::{
        id::{IndustryId, ProjectId},
        project::Project,
    },
    ui::{
        cx::{Best, Cx},
        theme::{RADIUS_ROW, SPACE_8, Type},
        widgets::{
            icon::{self, Icon},
            seal::paint_seal,
            shapes,
            text::{line, width_of},
            tip::Tip,
        },
    },
};

/// A row of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueRow {
    /// The project.
    pub id: ProjectId,
    /// Its sub-sector.
    pub industry: IndustryId,
    /// Its name.
    pub name: String,
    /// Number, land, investment, first reporter.
    pub meta: Vec<String>,
    /// Park of a placed project.
    pub park: Option<String>,
    /// The best park of one that is to be placed, once all parks have been asked.
    pub best: Option<Best>,
    /// That it was decided to be held or returned, of one without a park.
    pub set_aside: Option<Phrase>,
    /// Whether it is pinned.
    pub is_pinned: bool,
    /// Whether it is selected.
    pub is_selected: bool,
    /// Whether it is held.
    pub is_held: bool,
}

impl QueueRow {
    /// The row of `id`; `None` when there is no such project.
    pub fn new(cx: &Cx<'_>, id: &ProjectId) -> Option<Self> {
        let project = cx.scenario().projects.get(id)?;
        let home = cx.bench.judgement().facts().home(id).map(|(park, _)| park);
        Some(Self {
            id: id.clone(),
            industry: project.industry.clone(),
            name: cx.tell(&project.name).to_owned(),
            meta: meta(cx, project),
            park: home.and_then(|park| cx.scenario().parks.get(park)).map(|park| cx.brief_name(park)),
            best: if home.is_none() { cx.best(id) } else { None },
            set_aside: if home.is_none() { cx.set_aside(id) } else { None },
            is_pinned: cx.scenario().pin(cx.bench.plan(), id).is_some(),
            is_selected: cx.bench.selection().has(id),
            is_held: cx.bench.held().is_some_and(|held| held.has(id)),
        })
    }

    /// What it is called for screen readers.
    pub fn label(&self) -> String {
        match &self.park {
            Some(park) => format!("{} {} → {park}", self.id, self.name),
            None => format!("{} {}", self.id, self.name),
        }
    }
}

fn meta(cx: &Cx<'_>, project: &Project) -> Vec<String> {
    let land =
        project.land.map_or_else(|| cx.say(words::MISSING).to_owned(), |land| cx.tell(&figure::mu(land)).to_owned());
    let money = project.investment.map(|amount| cx.tell(&figure::money(amount)).to_owned());
    let reporter = project.first_reporter.as_ref().and_then(|id| cx.scenario().units.get(id));
    let reporter = reporter.map(|it| cx.tell(&it.name).to_owned());
    let parts = [Some(project.id.to_string()), Some(land), money.filter(|_| cx.is_chinese() || cx.roomy), reporter];
    parts.into_iter().flatten().collect()
}

/// Draws the row of a project to be placed.
pub fn unplaced_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, row: &QueueRow, response: Response) {
    let theme = cx.theme;
    ground(ui, cx, rect, row, &response);
    let seal = Rect::from_min_size(rect.min + vec2(8.0, 6.0), vec2(23.0, 23.0));
    paint_seal(ui.painter(), seal, &cx.seal(&row.industry), theme, cx.is_chinese());
    let left = seal.right() + SPACE_8;
    let top = Rect::from_min_max(pos2(left, rect.top() + 4.0), pos2(rect.right() - 6.0, rect.top() + 23.0));
    let style = if row.is_selected { Type::BodyBold } else { Type::Body };
    let ink = if row.is_held { theme.text3 } else { theme.text1 };
    let shown = line(ui.painter(), top, Align::Min, &row.name, style, ink);
    let bottom = Rect::from_min_max(pos2(left, top.bottom()), pos2(rect.right() - 6.0, rect.bottom() - 4.0));
    let answer = answer(cx, row);
    let answer_width = answer.as_ref().map_or(0.0, |(words, _)| {
        width_of(ui.painter(), words, Type::SmallBold) + if row.best == Some(Best::None) { 26.0 } else { 8.0 }
    });
    let meta = Rect::from_min_max(bottom.min, pos2(bottom.right() - answer_width, bottom.bottom()));
    // No figure is cut: what does not fit beside the answer is told on hover.
    let mut shown_parts = row.meta.len();
    let words = |parts: usize| row.meta.iter().take(parts).map(String::as_str).collect::<Vec<_>>().join("  ");
    while shown_parts > 1 && width_of(ui.painter(), &words(shown_parts), Type::Small) > meta.width() {
        shown_parts -= 1;
    }
    let is_cut = shown_parts < row.meta.len();
    line(ui.painter(), meta, Align::Min, &words(shown_parts), Type::Small, theme.text2);
    let told = answer.as_ref().map(|(words, _)| format!(" · {words}")).unwrap_or_default();
    let mut place = bottom;
    if let (Some((words, colour)), Some(Best::None)) = (&answer, &row.best) {
        place.min.x = place.right() - width_of(ui.painter(), words, Type::SmallBold) - 20.0;
        let sign = Rect::from_min_size(pos2(place.left(), place.center().y - 7.0), vec2(14.0, 14.0));
        icon::paint(ui.painter(), Icon::Lock, sign, *colour);
    }
    if let Some((words, colour)) = answer {
        line(ui.painter(), place, Align::Max, &words, Type::SmallBold, colour);
    }
    if shown.truncated || is_cut {
        response.tip(format!("{} · {}{told}", row.name, row.meta.join(" · ")));
    }
}

/// Draws the row of a placed project.
pub fn placed_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, row: &QueueRow, response: Response) {
    let theme = cx.theme;
    ground(ui, cx, rect, row, &response);
    let seal = Rect::from_min_size(pos2(rect.left() + 8.0, rect.center().y - 9.0), vec2(18.0, 18.0));
    paint_seal(ui.painter(), seal, &cx.seal(&row.industry), theme, cx.is_chinese());
    let park = row.park.as_deref().unwrap_or_default();
    let width = width_of(ui.painter(), park, Type::SmallBold).min(rect.width() * 0.42);
    let place =
        Rect::from_min_max(pos2(rect.right() - 6.0 - width, rect.top()), pos2(rect.right() - 6.0, rect.bottom()));
    line(ui.painter(), place, Align::Max, park, Type::SmallBold, theme.text1);
    let mut right = place.left() - 6.0;
    if row.is_pinned {
        let pin = Rect::from_center_size(pos2(right - 7.0, rect.center().y), vec2(14.0, 14.0));
        icon::paint(ui.painter(), Icon::Pin, pin, theme.text1);
        right -= 18.0;
    }
    let words = Rect::from_min_max(pos2(seal.right() + 6.0, rect.top()), pos2(right, rect.bottom()));
    let colour = if row.is_held { theme.text3 } else { theme.text1 };
    let shown = line(ui.painter(), words, Align::Min, &row.name, Type::Body, colour);
    if shown.truncated {
        response.tip(format!("{} {}", row.id, row.name));
    }
}

fn ground(ui: &Ui, cx: &Cx<'_>, rect: Rect, row: &QueueRow, response: &Response) {
    let theme = cx.theme;
    if row.is_held {
        shapes::framed_rect(ui.painter(), rect, RADIUS_ROW, theme.sunken, theme.edge());
    } else if row.is_selected {
        shapes::framed_rect(ui.painter(), rect, RADIUS_ROW, theme.accent_soft, theme.edge_selected());
    } else if response.hovered() {
        shapes::framed_rect(ui.painter(), rect, RADIUS_ROW, theme.sunken, Stroke::NONE);
    }
    if response.has_focus() {
        shapes::focus_ring(ui.painter(), rect.shrink(3.0), RADIUS_ROW, theme.accent);
    }
}

/// The best park and the points there, or that every park refuses; none as long as it is not known.
pub fn answer(cx: &Cx<'_>, row: &QueueRow) -> Option<(String, egui::Color32)> {
    // What was decided stands before what would be recommended.
    if let Some(phrase) = row.set_aside {
        return Some((cx.say(phrase).to_owned(), cx.theme.text2));
    }
    Some(match row.best.as_ref()? {
        Best::None => (cx.say(words::ALL_VETOED).to_owned(), cx.theme.broken.ink),
        Best::Park { park, total, is_conditional, is_hint } => {
            let name = cx.scenario().parks.get(park).map(|it| cx.brief_name(it)).unwrap_or_default();
            let sign = if *is_hint { "≈" } else { "" };
            let tone = if *is_conditional { cx.theme.near } else { cx.theme.holds };
            (format!("→ {name} {sign}{}", figure::whole(*total)), tone.ink)
        }
    })
}
