//! The card of a characteristic park: seal, name, the park around it, a sign for each criterion, what is proposed.

use egui::{Align, Id, Rect, Role as AccessRole, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{Shown, marks};
use crate::{
    analysis::recognition::decision::Proposal,
    chart::scene::length,
    i18n::{evaluation as say, finding::park_name, recognition},
    model::{
        evidence::Confidence,
        id::{CharacteristicParkId, IndustryId},
        park::CharacteristicPark,
        recognition::StepKind,
    },
    ui::{
        cx::Cx,
        theme::{RADIUS_CARD, SPACE_4, SPACE_6, SPACE_8, Signal, Type},
        widgets::{
            icon::{self, Icon},
            seal::paint_seal,
            shapes, tag,
            text::{Span, line, one_or_two_lines, width_of},
            tip::Tip,
        },
    },
};

/// Height of a card where there is room, and where there is little, in points.
pub const HEIGHT: (f32, f32) = (94.0, 86.0);

/// A criterion of a card.
struct Sign {
    signal: Signal,
    mark: &'static str,
    told: String,
}

/// A card as it is drawn.
pub struct Card {
    /// Of which characteristic park.
    pub id: CharacteristicParkId,
    name: String,
    around: String,
    industry: Option<IndustryId>,
    signs: Vec<Sign>,
    verdict: String,
    tone: Option<Signal>,
    is_inferred: bool,
    is_chosen: bool,
}

impl Card {
    /// The card of `it`.
    pub fn new(cx: &Cx<'_>, shown: &Shown<'_>, it: &CharacteristicPark) -> Self {
        let world = cx.world();
        let case = shown.judged.now.own(&it.id);
        let standard = case.and_then(|case| world.standards.get(&case.standard));
        let items =
            standard.into_iter().flat_map(|it| &it.items).zip(case.into_iter().flat_map(|it| &it.decision.items));
        let signs = items.map(|(of, item)| Sign {
            signal: marks::signal(item),
            mark: cx.say(recognition::measured_mark(&of.measure)),
            told: format!(
                "{} {} · {}",
                cx.tell(&recognition::measured(world, &of.measure)),
                cx.tell(&say::reading(world, &of.measure, item.reading)),
                cx.tell(&say::margin(item)),
            ),
        });
        let veto = case.map(|case| {
            let (signal, words) = marks::veto(case.decision.veto);
            let told = format!("{} · {}", cx.say(say::VETO), cx.say(words));
            Sign { signal, mark: cx.say(say::VETO_MARK), told }
        });
        let signs = signs.chain(veto);
        let around = it.park.as_ref().map(|park| cx.tell(&park_name(world, park)).to_owned()).unwrap_or_default();
        let verdict = case.map_or_else(
            || cx.say(say::OPEN).to_owned(),
            |case| cx.tell(&say::verdict(case, it.recognition)).to_owned(),
        );
        Self {
            id: it.id.clone(),
            name: cx.tell(&recognition::name(world, it)).to_owned(),
            around,
            industry: it.industry.clone(),
            signs: signs.collect(),
            tone: case.and_then(|case| tone(case.proposed(it.recognition), case.decision.proposal)),
            verdict,
            is_inferred: it.evidence.confidence >= Confidence::Estimated,
            is_chosen: shown.chosen == Some(&it.id),
        }
    }

    /// Draws the card; `true` when it was picked.
    pub fn ui(&self, ui: &Ui, cx: &Cx<'_>, rect: Rect) -> bool {
        let theme = cx.theme;
        let response = ui.interact(rect, Id::unique(("characteristic card", self.id.as_str())), Sense::click());
        let told = format!("{} · {} · {}", self.name, self.around, self.verdict);
        response.widget_info(|| WidgetInfo::selected(AccessRole::Button, true, self.is_chosen, &told));
        if response.has_focus() {
            response.scroll_to_me(None);
        }
        if !ui.is_rect_visible(rect) {
            return response.clicked();
        }
        let edge = if self.is_chosen {
            theme.edge_selected()
        } else if response.hovered() {
            theme.edge_strong()
        } else {
            theme.edge()
        };
        shapes::framed_rect(ui.painter(), rect, RADIUS_CARD, theme.card, edge);
        if response.has_focus() {
            shapes::focus_ring(ui.painter(), rect.shrink(3.0), RADIUS_CARD, theme.accent);
        }
        let inner = rect.shrink2(vec2(if cx.roomy { 12.0 } else { 8.0 }, if cx.roomy { 9.0 } else { 6.0 }));
        self.head_ui(ui, cx, inner);
        self.signs_ui(ui, cx, inner);
        let is_clicked = response.clicked();
        let lines = [self.name.as_str()].into_iter().chain(self.signs.iter().map(|it| it.told.as_str()));
        response.tip(lines.collect::<Vec<_>>().join("\n"));
        is_clicked
    }

    /// Seal, name, park.
    fn head_ui(&self, ui: &Ui, cx: &Cx<'_>, inner: Rect) {
        let side = if cx.roomy { 22.0 } else { 20.0 };
        let seal = Rect::from_min_size(inner.min, vec2(side, side));
        if let Some(industry) = &self.industry {
            paint_seal(ui.painter(), seal, &cx.seal(industry), cx.theme, cx.is_chinese());
        }
        let mut right = inner.right();
        if self.is_inferred {
            let words = if cx.roomy { cx.say(say::INFERRED) } else { "≈" };
            let width = tag::plain_tag_width(ui.painter(), words);
            let place = Rect::from_min_size(pos2(right - width, seal.center().y - 9.0), vec2(width, tag::TAG_HEIGHT));
            ui.painter().rect_filled(place, 4.0, cx.theme.sunken);
            shapes::dashed_rect(ui.painter(), place, 4, cx.theme.edge_strong());
            line(ui.painter(), place, Align::Center, words, Type::Small, cx.theme.text2);
            right = place.left() - SPACE_6;
        }
        let name = Rect::from_min_max(pos2(seal.right() + SPACE_8, seal.top()), pos2(right, seal.bottom()));
        let spans = [Span::new(&self.name, Type::BodyBold, cx.theme.text1)];
        one_or_two_lines(ui.painter(), name.expand2(vec2(0.0, 4.0)), &spans);
        let top = seal.bottom() + if cx.roomy { 1.0 } else { 3.0 };
        let mut around = Rect::from_min_size(pos2(name.left(), top), vec2(inner.right() - name.left(), 17.0));
        if !cx.roomy {
            let (style, ink) = self.lettering(cx);
            let width = width_of(ui.painter(), &self.verdict, style) + 1.0;
            line(ui.painter(), around, Align::Max, &self.verdict, style, ink);
            around.max.x -= width + SPACE_6;
        }
        line(ui.painter(), around, Align::Min, &self.around, Type::Small, cx.theme.text2);
    }

    /// How the proposal is written.
    fn lettering(&self, cx: &Cx<'_>) -> (Type, egui::Color32) {
        match self.tone {
            Some(tone) => (Type::BodyBold, cx.theme.tone(tone).ink),
            None => (Type::Small, cx.theme.text2),
        }
    }

    /// A sign for each criterion over its letter, and the proposal at the right.
    fn signs_ui(&self, ui: &Ui, cx: &Cx<'_>, inner: Rect) {
        let foot = Rect::from_min_max(pos2(inner.left(), inner.bottom() - 31.0), inner.max);
        let mut room = foot.width();
        // Where room is short the proposal stands beside the park.
        if cx.roomy {
            let (style, ink) = self.lettering(cx);
            let width = width_of(ui.painter(), &self.verdict, style) + 1.0;
            let place =
                Rect::from_min_max(pos2(inner.right() - width, foot.top()), pos2(inner.right(), foot.top() + 17.0));
            line(ui.painter(), place, Align::Max, &self.verdict, style, ink);
            room -= width + SPACE_6;
        }
        let step = (room / length(self.signs.len().max(1))).clamp(16.0, 25.0);
        let side = 14.0;
        for (at, sign) in self.signs.iter().enumerate() {
            let centre = pos2(foot.left() + step * length(at) + side / 2.0, foot.top() + 8.0);
            let square = Rect::from_center_size(centre, vec2(side, side));
            icon::paint(ui.painter(), Icon::of(sign.signal), square, cx.theme.tone(sign.signal).ink);
            let letter = Rect::from_center_size(centre + vec2(0.0, 15.5), vec2(24.0, 14.0));
            line(ui.painter(), letter, Align::Center, sign.mark, Type::Micro, cx.theme.text2);
        }
    }
}

/// The state by which a proposal is painted; `None` for one that leaves things as they are.
pub fn tone(proposed: Option<StepKind>, proposal: Proposal) -> Option<Signal> {
    match (proposed, proposal) {
        (Some(StepKind::Recognise), _) => Some(Signal::Holds),
        (Some(StepKind::Warn), _) => Some(Signal::Near),
        (Some(StepKind::Withdraw), _) => Some(Signal::Broken),
        (Some(StepKind::Apply | StepKind::Cultivate | StepKind::Review) | None, _) => None,
    }
}

/// A dashed place for what is not there.
pub fn placeholder_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, id: Id, title: &str, words: &str) {
    shapes::dashed_rect(ui.painter(), rect, RADIUS_CARD, Stroke::new(1.0, cx.theme.line_strong));
    let inner = rect.shrink2(vec2(12.0, 10.0));
    let mut top = inner.top();
    if !title.is_empty() {
        let place = Rect::from_min_size(inner.min, vec2(inner.width(), 18.0));
        line(ui.painter(), place, Align::Min, title, Type::BodyBold, cx.theme.text1);
        top = place.bottom() + SPACE_4;
    }
    let place = Rect::from_min_max(pos2(inner.left(), top), inner.max);
    crate::ui::widgets::text::paragraph(ui.painter(), place, words, Type::Small, cx.theme.text2, 8);
    let response = ui.interact(rect, id, Sense::hover());
    let told = if title.is_empty() { words.to_owned() } else { format!("{title} · {words}") };
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &told));
}
