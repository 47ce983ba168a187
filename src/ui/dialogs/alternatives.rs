//! Other good plans beside the best one, in a table of what each is better and worse at.

use egui::{Align, Context, Id, Rect, Role as AccessRole, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{body_ui, form::marked_ui, heading, modal, sheet_width};
use crate::{
    evaluate::comparison::{Indicator, Trend},
    i18n::{self, figure, review as say, words},
    optimise::alternatives::{Asked, differing},
    ui::{
        cx::Cx,
        theme::{Lettering, RADIUS_ROW, SPACE_4, SPACE_6, SPACE_8, SPACE_12, Signal, Type},
        widgets::{
            button::{Button, Segment, button_at_ui, button_ui, segmented_ui},
            icon::{self, Icon},
            shapes,
            text::{line, width_of},
        },
    },
    workbench::{
        command::Command,
        review::{Review, Solved},
    },
};

/// Numbers of placements to differ in that are offered.
const DIFFER: [usize; 4] = [1, 2, 3, 5];
/// Height of a row and of the heads, width of the labels, in points.
const ROW: f32 = 26.0;
const HEADS: f32 = 30.0;
const LABELS: f32 = 176.0;

/// The sheet between frames.
#[derive(Debug, Default)]
pub struct AlternativesSheet {
    asked: Asked,
    has_begun: bool,
    /// The table, and what it was made from: number of the review, number of plans, generation.
    kept: Option<((u64, usize, u64), Vec<Column>)>,
}

/// A plan in the table.
#[derive(Debug)]
struct Column {
    number: usize,
    name: String,
    differs: usize,
    quality: String,
    values: Vec<Option<i64>>,
}

impl AlternativesSheet {
    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        let Some(review) = cx.bench.review() else { return false };
        let is_seeking = cx.bench.solving().is_some_and(crate::workbench::solving::Solving::seeks_others);
        // Who opens the sheet wants to see some.
        if !std::mem::replace(&mut self.has_begun, true) && !review.has_sought() && cx.bench.solving().is_none() {
            cx.push(Command::FindOthers(self.asked));
            ctx.request_repaint();
        }
        let mut is_closed = false;
        let modal = modal(cx, "alternatives").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 880.0));
            ui.spacing_mut().item_spacing = vec2(SPACE_8, 0.0);
            heading(ui, cx.say(say::OTHERS_TITLE));
            body_ui(ui, |ui| {
                ui.label(egui::RichText::new(cx.say(say::OTHERS_ABOUT)).font(Type::Small.font()).color(cx.theme.text2));
                ui.add_space(SPACE_12);
                ui.horizontal(|ui| self.ask_ui(ui, cx, is_seeking));
                ui.add_space(SPACE_12);
                if is_seeking {
                    marked_ui(ui, cx, (Icon::Solve, Signal::Off), cx.say(say::SEEKING));
                } else if review.has_sought() && review.choices().len() < 2 {
                    marked_ui(ui, cx, (Icon::Info, Signal::Unknown), cx.say(say::NO_OTHERS));
                }
                self.table_ui(ui, cx, review);
            });
            ui.add_space(SPACE_12);
            is_closed = button_ui(ui, cx.theme, &Button::primary(cx.say(words::CLOSE)).keys("Esc")).clicked();
        });
        let is_closed = is_closed || modal.should_close();
        if is_closed && is_seeking {
            cx.push(Command::StopSolving);
        }
        !is_closed
    }

    fn ask_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, is_seeking: bool) {
        ui.label(cx.say(say::DIFFER));
        let names = DIFFER.map(|it| if cx.is_chinese() { format!("{it} 项") } else { it.to_string() });
        let segments: Vec<Segment<'_>> = names.iter().map(|name| Segment { name, icon: None }).collect();
        let mut at = DIFFER.iter().position(|it| *it == self.asked.differ).unwrap_or(1);
        segmented_ui(ui, cx.theme, &segments, &mut at);
        self.asked.differ = DIFFER.get(at).copied().unwrap_or(2);
        if is_seeking {
            if button_ui(ui, cx.theme, &Button::new(cx.say(say::STOP))).clicked() {
                cx.push(Command::StopSolving);
            }
        } else if button_ui(ui, cx.theme, &Button::new(cx.say(say::SEEK)).icon(Icon::Solve)).clicked() {
            cx.push(Command::FindOthers(self.asked));
        }
    }

    fn columns(&mut self, cx: &Cx<'_>, review: &Review) -> &[Column] {
        let choices = review.choices();
        let made_from = (review.number(), choices.len(), cx.bench.generation());
        if self.kept.as_ref().is_none_or(|(of, _)| *of != made_from) {
            let best = choices.first().map(|(_, it)| it.proposal.layout.clone());
            let column = |(at, (number, solved)): (usize, &(usize, &Solved))| {
                let proposal = &solved.proposal;
                let quality = i18n::solve::badge(proposal.is_best(), proposal.after(), proposal.bound);
                Column {
                    number: *number,
                    name: match (at, proposal.is_best()) {
                        (0, true) => cx.say(say::BEST).to_owned(),
                        (0, false) => cx.say(say::PROPOSED).to_owned(),
                        _ => cx.tell(&say::other(at)).to_owned(),
                    },
                    differs: best.as_ref().map_or(0, |best| differing(best, &proposal.layout)),
                    quality: cx.tell(&quality).to_owned(),
                    values: Indicator::ALL.iter().map(|it| it.of(&proposal.judgement)).collect(),
                }
            };
            self.kept = Some((made_from, choices.iter().enumerate().map(column).collect()));
        }
        self.kept.as_ref().map_or(&[], |(_, columns)| columns)
    }

    fn table_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, review: &Review) {
        let chosen = review.chosen();
        let columns = self.columns(cx, review);
        let rows = Indicator::ALL.len() + 2;
        let height = HEADS + ROW * rows_height(rows) + 36.0;
        let (area, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let labels = if cx.is_chinese() { LABELS - 30.0 } else { LABELS };
        let width = ((area.width() - labels) / rows_height(columns.len().max(1))).min(190.0);
        for (at, name) in names(cx).into_iter().enumerate() {
            let top = area.top() + HEADS + ROW * rows_height(at);
            let place = Rect::from_min_size(pos2(area.left(), top), vec2(labels, ROW));
            ui.painter().hline(area.x_range(), place.top(), cx.theme.edge());
            line(ui.painter(), place, Align::Min, &name, Type::Body, cx.theme.text2);
        }
        let first: Vec<Option<i64>> = columns.first().map(|it| it.values.clone()).unwrap_or_default();
        for (at, column) in columns.iter().enumerate() {
            let left = area.left() + labels + width * rows_height(at);
            let place = Rect::from_min_size(pos2(left, area.top()), vec2(width, area.height()));
            column_ui(ui, cx, place, column, &first, column.number == chosen);
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
fn rows_height(rows: usize) -> f32 {
    rows as f32
}

fn names(cx: &Cx<'_>) -> Vec<String> {
    let mut names = vec![cx.say(say::QUALITY).to_owned(), cx.say(say::DIFFERING).to_owned()];
    names.extend(Indicator::ALL.iter().map(|it| cx.say(say::indicator(*it)).to_owned()));
    names
}

/// A plan: its name, its figures with what is better or worse than the best plan, and the button that shows it.
fn column_ui(ui: &Ui, cx: &Cx<'_>, area: Rect, column: &Column, best: &[Option<i64>], is_shown: bool) {
    let theme = cx.theme;
    if is_shown {
        let ground = area.shrink2(vec2(3.0, 0.0));
        shapes::framed_rect(ui.painter(), ground, RADIUS_ROW, theme.accent_soft, theme.edge_selected());
    }
    let inner = area.shrink2(vec2(SPACE_12, 0.0));
    let head = Rect::from_min_size(inner.min, vec2(inner.width(), HEADS));
    line(ui.painter(), head, Align::Max, &column.name, Type::CardTitle, theme.text1);
    let mut told = vec![column.name.clone()];
    let cell = |at: usize| {
        Rect::from_min_size(pos2(inner.left(), inner.top() + HEADS + ROW * rows_height(at)), vec2(inner.width(), ROW))
    };
    line(ui.painter(), cell(0), Align::Max, &column.quality, Type::SmallBold, theme.text1);
    let differs = if column.differs == 0 { figure::NONE.to_owned() } else { column.differs.to_string() };
    line(ui.painter(), cell(1), Align::Max, &differs, Type::Body, theme.text1);
    told.extend([column.quality.clone(), format!("{} {differs}", cx.say(say::DIFFERING))]);
    for (at, (indicator, value)) in Indicator::ALL.iter().zip(&column.values).enumerate() {
        let place = cell(at + 2);
        let figure = say::indicator_figure(*indicator, *value);
        let trend = indicator.trend(best.get(at).copied().flatten(), *value);
        let (ink, sign) = match trend {
            Trend::Better => (theme.holds.ink, Some(Icon::ChevronUp)),
            Trend::Worse => (theme.broken.ink, Some(Icon::ChevronDown)),
            Trend::Traded => (theme.near.ink, Some(Icon::Compare)),
            Trend::Same | Trend::Incomparable => (theme.text1, None),
        };
        let style = if sign.is_some() { Type::BodyBold } else { Type::Body };
        line(ui.painter(), place, Align::Max, &figure, style, ink);
        if let Some(sign) = sign {
            let left = place.right() - width_of(ui.painter(), &figure, style) - SPACE_6 - 6.0;
            icon::paint(
                ui.painter(),
                sign,
                Rect::from_center_size(pos2(left, place.center().y), vec2(11.0, 11.0)),
                ink,
            );
        }
        told.push(format!("{} {figure} {}", cx.say(say::indicator(*indicator)), cx.say(say::trend(trend))));
    }
    let response = ui.interact(area, Id::unique(("other plan", column.number)), Sense::hover());
    let told = told.join(" · ");
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Group, true, &told));
    let words = if is_shown { say::LOOKED_AT } else { say::LOOK_AT };
    let name = format!("{} {}", cx.say(words), column.name);
    let button = Button::new(&name).small().selected(is_shown);
    let size = button.size(ui.painter());
    let size = vec2(size.x.min(inner.width()), size.y);
    let place = Rect::from_min_size(pos2(inner.right() - size.x, area.bottom() - size.y - SPACE_4), size);
    if button_at_ui(ui, theme, place, Id::unique(("show other plan", column.number)), &button).clicked() {
        cx.push(Command::ShowProposal(column.number));
    }
}
