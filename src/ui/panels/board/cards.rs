//! The board as cards: one grid, or lanes with a head each; only what shows is drawn.

use std::{collections::BTreeMap, rc::Rc};

use egui::{Align, Id, Rangef, Rect, Role as AccessRole, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Board, Grouping, MOST_UNGROUPED, as_points};
use crate::{
    i18n::{phrase::Lang, term, words},
    model::{
        id::ParkId,
        park::{Park, ParkLevel},
    },
    rules::finding::State,
    ui::{
        cx::{Cx, signal},
        panels::card::{COMFORTABLE_HEIGHT, COMFORTABLE_WIDTH, COMPACT_HEIGHT, COMPACT_WIDTH},
        theme::{SPACE_8, Type},
        widgets::{
            tag,
            text::{Span, line_of},
        },
    },
};

/// Height of the head of a lane, in points.
const HEAD: f32 = 30.0;

/// Cards under one head.
#[derive(Debug)]
pub(super) struct Group {
    /// Its name; empty when there are no groups.
    name: String,
    parks: Vec<ParkId>,
    /// Number of findings that are broken, and near.
    counts: [(State, usize); 2],
}

/// Groups, and what they were made from: state of the document, grouping, language.
pub(super) type KeptGroups = ((u64, Grouping, Lang), Rc<[Group]>);

/// A line of the board, from its top.
enum Line<'a> {
    Head(&'a Group),
    Cards(&'a [ParkId]),
}

impl Board {
    fn groups(&mut self, cx: &Cx<'_>) -> Rc<[Group]> {
        let asked = (cx.bench.generation(), self.grouping(cx), cx.lang);
        if let Some((of, groups)) = &self.groups
            && *of == asked
        {
            return Rc::clone(groups);
        }
        let groups: Rc<[Group]> = groups(cx, asked.1).into();
        self.groups = Some((asked, Rc::clone(&groups)));
        groups
    }

    /// Draws the cards; returns the park under the pointer.
    pub(super) fn cards_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<ParkId> {
        let groups = self.groups(cx);
        let has_heads = self.grouping(cx) != Grouping::Whole;
        let count = cx.scenario().parks.len();
        let shown = if count > MOST_UNGROUPED { cx.compact() } else { cx.clone() };
        let (margin, gap) = if cx.roomy { (vec2(12.0, 8.0), 8.0) } else { (vec2(8.0, 6.0), 6.0) };
        let room = ui.available_rect_before_wrap().shrink2(margin);
        let (least_width, least_height) =
            if shown.roomy { (COMFORTABLE_WIDTH, COMFORTABLE_HEIGHT) } else { (COMPACT_WIDTH, COMPACT_HEIGHT) };
        let widest = groups.iter().map(|group| group.parks.len()).max().unwrap_or(1);
        let columns = super::fitting(room.width(), least_width, gap).clamp(1, widest.max(1));
        let width = (room.width() - gap * (as_points(columns) - 1.0)) / as_points(columns);
        let mut lines: Vec<Line<'_>> = Vec::new();
        for group in groups.iter() {
            if has_heads {
                lines.push(Line::Head(group));
            }
            lines.extend(group.parks.chunks(columns).map(Line::Cards));
        }
        let rows = lines.iter().filter(|it| matches!(it, Line::Cards(_))).count();
        let heads = as_points(lines.len() - rows) * HEAD;
        // Cards grow with a tall window, never while something is held.
        let fitting_height = (room.height() - heads - gap * (as_points(rows) - 1.0)) / as_points(rows.max(1));
        let height = fitting_height.clamp(least_height, least_height * 1.3).floor();
        self.grid = lines
            .iter()
            .filter_map(|line| match line {
                Line::Cards(parks) => Some(parks.to_vec()),
                Line::Head(_) => None,
            })
            .collect();
        let mut over = None;
        // The gap below the last row may hang over the margin; nothing scrolls that fits.
        let view = Rect::from_min_max(room.min - vec2(margin.x, 0.0), room.max + vec2(margin.x, gap));
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(view));
        child.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let all = heads + as_points(rows) * (height + gap);
        ScrollArea::vertical().id_salt("board").auto_shrink(false).show_viewport(&mut child, |ui, viewport| {
            ui.set_height(all);
            let origin = ui.min_rect().top();
            let mut top = 0.0;
            for line in &lines {
                let line_height = match line {
                    Line::Head(_) => HEAD,
                    Line::Cards(_) => height + gap,
                };
                let is_shown = top + line_height >= viewport.top() && top <= viewport.bottom();
                match line {
                    Line::Head(group) if is_shown => {
                        let head = Rect::from_min_size(pos2(room.left(), origin + top), vec2(room.width(), HEAD));
                        head_ui(ui, cx, head, group);
                    }
                    Line::Head(_) => {}
                    Line::Cards(parks) => {
                        for (column, park) in parks.iter().enumerate() {
                            let left = room.left() + as_points(column) * (width + gap);
                            let rect = Rect::from_min_size(pos2(left, origin + top), vec2(width, height));
                            if self.is_reached(cx, park) {
                                ui.scroll_to_rect(rect, None);
                            }
                            let Some(park) = cx.scenario().parks.get(park).filter(|_| is_shown) else { continue };
                            self.card_ui(ui, &shown, rect, park);
                            let at = ui.ctx().pointer_latest_pos();
                            if at.is_some_and(|at| rect.contains(at) && ui.clip_rect().contains(at)) {
                                over = Some(park.id.clone());
                            }
                        }
                    }
                }
                top += line_height;
            }
            self.scroll_at_edge(ui, ui.clip_rect(), Rangef::new(origin, origin + all - gap));
        });
        over
    }
}

fn groups(cx: &Cx<'_>, grouping: Grouping) -> Vec<Group> {
    let parks = cx.scenario().parks_in_order();
    let mut names: Vec<String> = Vec::new();
    let mut members: BTreeMap<usize, Vec<&Park>> = BTreeMap::new();
    let mut add = |name: String, park| {
        let at = names.iter().position(|it| *it == name).unwrap_or_else(|| {
            names.push(name);
            names.len() - 1
        });
        members.entry(at).or_default().push(park);
    };
    match grouping {
        Grouping::Whole => parks.into_iter().for_each(|park| add(String::new(), park)),
        Grouping::Level => {
            for level in [ParkLevel::National, ParkLevel::Provincial, ParkLevel::Municipal] {
                let name = term::park_level(&cx.scenario().pack, level);
                let mut letters = cx.tell(&name).chars();
                let name = letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>());
                let of_level = parks.iter().filter(|park| park.level == level);
                of_level.for_each(|park| add(name.clone().unwrap_or_default(), *park));
            }
        }
        Grouping::District => {
            for park in parks {
                let unit = park.beneficiary_unit.as_ref().and_then(|id| cx.scenario().units.get(id));
                let name =
                    unit.map_or_else(|| cx.say(words::NO_DISTRICT).to_owned(), |it| cx.tell(&it.name).to_owned());
                add(name, park);
            }
        }
    }
    let count = |parks: &[&Park], state: State| {
        let findings = parks.iter().flat_map(|park| cx.bench.judgement().of_park(&park.id));
        findings.filter(|it| it.state == state).count()
    };
    let group = |(at, parks): (usize, Vec<&Park>)| Group {
        name: names.get(at).cloned().unwrap_or_default(),
        counts: [State::Broken, State::Near].map(|state| (state, count(&parks, state))),
        parks: parks.into_iter().map(|park| park.id.clone()).collect(),
    };
    members.into_iter().map(group).collect()
}

/// Name, number of parks, and how many findings are broken and near.
fn head_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, group: &Group) {
    let theme = cx.theme;
    let parks = if cx.is_chinese() {
        format!("{} 园", group.parks.len())
    } else if group.parks.len() == 1 {
        "1 park".to_owned()
    } else {
        format!("{} parks", group.parks.len())
    };
    let counts = group.counts.iter().map(|(state, count)| format!("{} {count}", cx.say(term::state(*state))));
    let label = [group.name.clone(), parks.clone()].into_iter().chain(counts).collect::<Vec<_>>().join(" · ");
    let response = ui.interact(rect, Id::unique(("lane", group.name.as_str())), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Heading, true, &label));
    let parks = format!("  {parks}");
    let spans = [Span::new(&group.name, Type::CardTitle, theme.text1), Span::new(&parks, Type::Small, theme.text2)];
    let shown = line_of(ui.painter(), rect, Align::Min, &spans);
    let mut left = shown.rect.right() + SPACE_8;
    for (state, count) in group.counts.iter().filter(|(_, count)| *count > 0) {
        let at = pos2(left, rect.center().y - tag::TAG_HEIGHT / 2.0);
        left = tag::count_badge(ui.painter(), at, signal(*state), *count, theme).right() + 4.0;
    }
}
