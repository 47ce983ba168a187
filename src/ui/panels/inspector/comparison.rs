//! One park beside another: criterion by criterion what the points rest on, and the difference; the rows add up.

use egui::{Align, Id, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{
    parts::{row, section, words_row},
    ranking::swatch,
};
use crate::{
    advise::ranking::Ranked,
    evaluate::verdict::Verdict,
    i18n::{criterion, figure, suitability, term, words},
    model::{
        id::{ParkId, ProjectId},
        park::Park,
    },
    suitability::{
        Criterion, Gap, Measure,
        score::{Part, Suitability},
    },
    ui::{
        account::{self, Account},
        actions::Action,
        cx::{Ask, Cx},
        panels::{
            card_view::{self, CardView},
            contribution,
        },
        theme::{RADIUS_ROW, SPACE_6, Signal, Type},
        widgets::{
            shapes,
            text::{line, width_of},
            tip::Tip,
        },
    },
    workbench::held::{Outlook, Preview},
};

/// Width of a column of figures, in points.
const FIGURES: f32 = 40.0;

/// A row of the comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Whose criterion; `None` for coupling.
    pub criterion: Option<Criterion>,
    /// Its name.
    pub name: String,
    /// What the points rest on.
    pub reason: String,
    /// The points; `None` where there is no value.
    pub points: Option<i64>,
    /// Points less those of the other park.
    pub difference: i64,
    /// How the points come about, for the tip.
    pub reckoning: String,
}

/// One park beside another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// With which park it is compared: by its rank, or by its name where that one is vetoed.
    pub title: String,
    /// The two with their totals and the difference.
    pub heading: String,
    /// That the verdict decides before the points; `None` where both have the same.
    pub verdicts: Option<String>,
    /// The rows; points and differences add up to the totals.
    pub lines: Vec<Line>,
    /// Total of the park.
    pub total: i64,
    /// Total less that of the other.
    pub difference: i64,
    /// Criteria that are left out for all parks alike, with the reason.
    pub left_out: Option<String>,
}

impl Comparison {
    /// `park` beside the first of `ranking`, or beside the second where it is the first itself.
    pub fn new(cx: &Cx<'_>, ranking: &[Ranked], park: &ParkId) -> Option<Self> {
        let one = ranking.iter().find(|it| it.park == *park)?;
        let other = ranking.iter().find(|it| it.park != *park)?;
        let parts = one.suitability.parts.iter().zip(&other.suitability.parts);
        let mut lines: Vec<Line> = parts
            .clone()
            .filter(|(own, others)| own.points.is_some() || others.points.is_some())
            .map(|(own, others)| line_of(cx, &one.suitability, own, others))
            .collect();
        lines.push(Line {
            criterion: None,
            name: cx.say(suitability::COUPLING).to_owned(),
            reason: cx.say(words::COUPLING_MEANS).to_owned(),
            points: Some(one.coupling),
            difference: one.coupling - other.coupling,
            reckoning: cx.say(words::COUPLING_RECKONED).to_owned(),
        });
        let name = |it: &Ranked| cx.scenario().parks.get(&it.park).map(|it| cx.brief_name(it)).unwrap_or_default();
        let (own, others) = (figure::whole(one.total()), figure::whole(other.total()));
        let difference = one.total() - other.total();
        let heading = format!("{} {own} · {} {others} · {}", name(one), name(other), suitability::signed(difference));
        let verdicts = (one.judged.verdict != other.judged.verdict).then(|| {
            let (own, others) = (term::verdict(one.judged.verdict), term::verdict(other.judged.verdict));
            if cx.is_chinese() {
                format!("先看结论：{} {}，{} {}；其次比分", name(one), own.zh, name(other), others.zh)
            } else {
                format!("Verdict before points: {} {}, {} {}", name(one), own.en, name(other), others.en)
            }
        });
        Some(Self {
            title: title(cx, other, &name(other)),
            heading,
            verdicts,
            lines,
            total: one.total(),
            difference,
            left_out: left_out(cx, &one.suitability.parts),
        })
    }
}

fn title(cx: &Cx<'_>, other: &Ranked, name: &str) -> String {
    let (is_vetoed, rank) = (other.judged.verdict == Verdict::Vetoed, other.rank);
    match (is_vetoed, cx.is_chinese()) {
        (true, true) => format!("与被否决的{name}比较"),
        (true, false) => format!("Compared with {name} (vetoed)"),
        (false, true) => format!("与第 {rank} 名比较"),
        (false, false) => format!("Compared with no. {rank}"),
    }
}

fn criterion_name(cx: &Cx<'_>, criterion: Criterion) -> String {
    criterion::criterion(criterion.id()).map_or_else(|| criterion.id().to_owned(), |name| cx.say(name).to_owned())
}

fn line_of(cx: &Cx<'_>, of: &Suitability, own: &Part, others: &Part) -> Line {
    let (reason, reckoning) = match &own.measure {
        Measure::Value(_, basis) => {
            let reason = cx.tell(&suitability::basis(cx.scenario(), basis)).to_owned();
            (reason, account::reckoning(cx, of, own.criterion).unwrap_or_default())
        }
        Measure::Gap(gap) => (cx.say(suitability::gap(*gap)).to_owned(), String::new()),
    };
    Line {
        criterion: Some(own.criterion),
        name: criterion_name(cx, own.criterion),
        reason,
        points: own.points,
        difference: own.points.unwrap_or(0) - others.points.unwrap_or(0),
        reckoning,
    }
}

/// Criteria without a value that no park has, by their reason.
fn left_out(cx: &Cx<'_>, parts: &[Part]) -> Option<String> {
    let names: Vec<String> = parts
        .iter()
        .filter_map(|part| match &part.measure {
            Measure::Gap(gap @ (Gap::Project | Gap::NotRecorded)) => {
                Some(format!("{} ({})", criterion_name(cx, part.criterion), cx.say(suitability::gap(*gap))))
            }
            Measure::Gap(Gap::Park | Gap::NotConcerned) | Measure::Value(..) => None,
        })
        .collect();
    let joint = if cx.is_chinese() { "、" } else { ", " };
    (!names.is_empty()).then(|| format!("{} {}", cx.say(words::LEFT_OUT), names.join(joint)))
}

/// What the points of `it` rest on; `None` where there are no points.
fn account_of(cx: &Cx<'_>, one: &Ranked, project: &ProjectId, it: &Line) -> Option<Account> {
    let of = (project, &one.park);
    match it.criterion {
        Some(criterion) => Account::of(cx, of, &one.suitability, criterion, &it.name),
        None => Account::of_coupling(cx, of, one.coupling),
    }
}

/// Draws the comparison of `park` for `project`.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, ranking: &[Ranked], project: &ProjectId, park: &ParkId) {
    let Some(view) = Comparison::new(cx, ranking, park) else { return };
    section(ui, cx, &view.title, "");
    words_row(ui, cx, &view.heading, Type::SmallBold, cx.theme.text1);
    if let Some(verdicts) = &view.verdicts {
        words_row(ui, cx, verdicts, Type::Small, cx.theme.near.ink);
    }
    for it in &view.lines {
        if line_ui(ui, cx, it)
            && let Some(one) = ranking.iter().find(|it| it.park == *park)
        {
            let account = account_of(cx, one, project, it);
            cx.ask(account.map_or(Ask::Do(Action::Weights), |it| Ask::Account(Box::new(it))));
        }
    }
    let rect = row(ui, 26.0);
    ui.painter().hline(rect.x_range(), rect.top() + 2.0, cx.theme.edge());
    line(ui.painter(), rect, Align::Min, cx.say(words::TOTAL), Type::BodyBold, cx.theme.text1);
    figures_ui(ui, cx, rect, &figure::whole(view.total), view.difference);
    if let Some(left_out) = &view.left_out {
        words_row(ui, cx, left_out, Type::Small, cx.theme.text2);
    }
}

/// Points and difference at the right.
fn figures_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, points: &str, difference: i64) {
    let theme = cx.theme;
    let ink = match difference {
        1.. => theme.holds.ink,
        0 => theme.text2,
        _ => theme.near.ink,
    };
    line(ui.painter(), rect, Align::Max, &suitability::signed(difference), Type::BodyBold, ink);
    let place = Rect::from_min_max(rect.min, pos2(rect.right() - FIGURES - 2.0, rect.bottom()));
    line(ui.painter(), place, Align::Max, points, Type::BodyBold, theme.text1);
}

/// A row: colour, name, reason and figures in one line where they fit, else the reason below; tells whether it was
/// clicked.
fn line_ui(ui: &mut Ui, cx: &Cx<'_>, it: &Line) -> bool {
    let theme = cx.theme;
    let width = ui.available_width() - 28.0;
    let name_width = width_of(ui.painter(), &it.name, Type::Body);
    let reason_width = width_of(ui.painter(), &it.reason, Type::Small);
    let name_column = if cx.is_chinese() { name_width.max(58.0) } else { name_width };
    let fits = 16.0 + name_column + SPACE_6 + reason_width + 2.0 * FIGURES + SPACE_6 <= width;
    let rect = row(ui, if fits { 23.0 } else { 37.0 });
    let salt = it.criterion.map_or("coupling", Criterion::id);
    let response = ui.interact(rect, Id::unique(("compared criterion", salt)), Sense::click());
    let points = it.points.map_or_else(|| cx.say(words::MISSING).to_owned(), figure::whole);
    let label = format!("{} {points} ({}) · {}", it.name, suitability::signed(it.difference), it.reason);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &label));
    if response.hovered() || response.has_focus() {
        let edge = if response.has_focus() { theme.edge_selected() } else { theme.edge() };
        shapes::framed_rect(ui.painter(), rect.expand2(vec2(5.0, 0.0)), RADIUS_ROW, egui::Color32::TRANSPARENT, edge);
    }
    let first = Rect::from_min_size(rect.min, vec2(rect.width(), if fits { 23.0 } else { 20.0 }));
    let colour = it.criterion.and_then(|it| theme.contribution.get(contribution::place(it)).copied());
    if let Some(colour) = colour {
        swatch(ui, pos2(first.left() + 5.0, first.center().y), colour);
    }
    let left = first.left() + 16.0;
    let place = Rect::from_min_max(pos2(left, first.top()), pos2(first.right() - 2.0 * FIGURES, first.bottom()));
    line(ui.painter(), place, Align::Min, &it.name, Type::Body, theme.text1);
    figures_ui(ui, cx, first, &points, it.difference);
    let place = if fits {
        Rect::from_min_max(pos2(left + name_column + SPACE_6, first.top()), pos2(place.right(), first.bottom()))
    } else {
        Rect::from_min_max(pos2(left, first.bottom() - 2.0), rect.max)
    };
    let shown = line(ui.painter(), place, Align::Min, &it.reason, Type::Small, theme.text2);
    let is_clicked = response.clicked();
    let more = if shown.truncated { format!("{}\n", it.reason) } else { String::new() };
    response.tip(format!("{more}{}", it.reckoning));
    is_clicked
}

/// What would happen in `park`: what the rules say, slots and land, the tightest factor; each with its signal.
pub fn effects(cx: &Cx<'_>, park: &Park, preview: &Preview) -> Vec<(String, String, Signal)> {
    let Some(view) = CardView::new(cx, park) else { return Vec::new() };
    let Some(what_if) = &view.what_if else { return Vec::new() };
    let signal = match preview.outlook {
        Outlook::Here => Signal::Off,
        Outlook::Good => Signal::Holds,
        Outlook::Watch => what_if.worst.map_or(Signal::Near, crate::ui::cx::signal),
        Outlook::Breaks => Signal::Broken,
        Outlook::Refused => Signal::Vetoed,
    };
    let mut lines = vec![(cx.say(words::COMPLIANCE).to_owned(), what_if.sentence.clone(), signal)];
    if let Some([slots, land]) = card_view::after_parts(cx, park, preview) {
        let over = |is_over: bool| if is_over { Signal::Broken } else { Signal::Holds };
        lines.push((cx.say(words::POSITIONS_SHORT).to_owned(), slots, Signal::Holds));
        let is_over = view.land.capacity.is_some_and(|it| view.land.used.plus(view.land.added) > it);
        let capacity = view.land.capacity.map_or_else(|| cx.say(words::MISSING).to_owned(), figure::mu_figure);
        let sign = if view.land.is_assumed { "≈" } else { "" };
        let land = format!("{land} / {sign}{capacity} {}", cx.say(words::MU));
        lines.push((cx.say(words::LAND).to_owned(), land, over(is_over)));
        if let Some(tightest) = &view.tightest {
            let words = format!("{} → {} %", tightest.used, tightest.after);
            lines.push((tightest.name.clone(), words, over(tightest.after > 100)));
        }
    }
    lines
}
