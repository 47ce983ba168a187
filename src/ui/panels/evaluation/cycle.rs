//! The board of characteristic parks: a column for each stage of their life.

use egui::{Align, Id, Rect, ScrollArea, Sense, Ui, pos2, vec2};

use super::{
    Shown,
    cards::{Card, HEIGHT, placeholder_ui},
};
use crate::{
    analysis::characteristic,
    chart::scene::length,
    i18n::{evaluation as say, recognition},
    model::{
        id::CharacteristicParkId,
        park::{CharacteristicPark, ParkLevel, Recognition},
    },
    ui::{
        actions::Action,
        cx::{Ask, Cx},
        theme::{RADIUS_CARD, SPACE_6, SPACE_8, SPACE_12, Type},
        widgets::{
            button::{Button, button_at_ui},
            shapes,
            text::{height_of, line, paragraph, width_of},
        },
    },
};

/// Stages in the order of a life.
const STAGES: [Recognition; 5] = [
    Recognition::Applied,
    Recognition::Cultivated,
    Recognition::Recognised,
    Recognition::Warned,
    Recognition::Withdrawn,
];
/// Height of the head of a column, in points.
const HEAD: f32 = 34.0;
/// Width of an empty column where there is room, and where there is little, in points.
const EMPTY: (f32, f32) = (178.0, 112.0);
/// Least width of a card, the same.
const LEAST: (f32, f32) = (270.0, 200.0);

/// A column.
struct Stack {
    stage: Recognition,
    cards: Vec<Card>,
    unpublished: usize,
}

/// The board as it is drawn.
pub struct View {
    stacks: Vec<Stack>,
    is_empty: bool,
    /// What the letters of the criteria mean.
    letters: String,
}

impl View {
    /// The board of what is shown.
    pub fn new(cx: &Cx<'_>, shown: &Shown<'_>) -> Self {
        let all: Vec<&CharacteristicPark> = cx.scenario().characteristic_parks.iter().map(AsRef::as_ref).collect();
        let stack = |stage: Recognition| {
            let of_stage = all.iter().filter(|it| it.recognition == stage);
            let (known, unknown): (Vec<_>, Vec<_>) = of_stage.partition(|it| it.name.is_some() || it.park.is_some());
            let cards = known.into_iter().map(|it| Card::new(cx, shown, it)).collect();
            Stack { stage, cards, unpublished: unknown.len() }
        };
        let stacks: Vec<Stack> =
            STAGES.into_iter().map(stack).filter(|it| it.stage != Recognition::Applied || it.count() > 0).collect();
        let standard = characteristic::standard_of(cx.world(), ParkLevel::Municipal);
        let letters = standard.into_iter().flat_map(|it| &it.items).map(|it| {
            let name = recognition::measured(cx.world(), &it.measure);
            format!("{} {}", cx.say(recognition::measured_mark(&it.measure)), cx.tell(&name))
        });
        let veto = format!("{} {}", cx.say(say::VETO_MARK), cx.say(say::VETO));
        let letters = letters.chain([veto]).collect::<Vec<_>>().join(" · ");
        Self { is_empty: all.is_empty(), stacks, letters }
    }

    /// The characteristic parks that can be chosen, column by column.
    pub fn ids(&self) -> impl Iterator<Item = &CharacteristicParkId> {
        self.stacks.iter().flat_map(|it| &it.cards).map(|it| &it.id)
    }

    /// Draws the board; the one that was picked.
    pub fn ui(&self, ui: &mut Ui, cx: &Cx<'_>, rect: Rect) -> Option<CharacteristicParkId> {
        if self.is_empty {
            nothing_ui(ui, cx, rect);
            return None;
        }
        let gap = if cx.roomy { SPACE_8 } else { SPACE_6 };
        let empty = if cx.roomy { EMPTY.0 } else { EMPTY.1 };
        let height = if cx.roomy { HEIGHT.0 } else { HEIGHT.1 };
        let rows = ((rect.height() - HEAD) / (height + gap)).floor().max(1.0);
        let taken: f32 = self.stacks.iter().filter(|it| it.count() == 0).map(|_| empty).sum();
        let gaps = gap * length(self.stacks.len().saturating_sub(1));
        let room = rect.width() - taken - gaps;
        let lanes = self.lanes(room, rows, if cx.roomy { LEAST.0 } else { LEAST.1 });
        let lane = room / lanes.iter().sum::<f32>().max(1.0);
        let mut left = rect.left();
        let (mut picked, mut has_letters) = (None, false);
        for (stack, lanes) in self.stacks.iter().zip(lanes) {
            let (width, lanes) = if stack.count() == 0 { (empty, 1.0) } else { (lane * lanes, lanes) };
            let place = Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
            left = place.right() + gap;
            picked = stack.ui(ui, cx, place, (lanes, height, gap)).or(picked);
            let taken = HEAD + gap + (length(stack.places()) / lanes.max(1.0)).ceil() * (height + gap);
            if !has_letters && stack.count() > 0 {
                has_letters = true;
                self.letters_ui(ui, cx, place.with_min_y(place.top() + taken));
            }
        }
        picked
    }

    /// What the letters of the criteria mean, at the foot of `room` where it is high enough.
    fn letters_ui(&self, ui: &Ui, cx: &Cx<'_>, room: Rect) {
        let inner = room.shrink2(vec2(SPACE_12, SPACE_8));
        let height = height_of(ui.painter(), &self.letters, Type::Small, inner.width(), 6);
        if height <= inner.height() {
            let place = inner.with_min_y(inner.bottom() - height);
            paragraph(ui.painter(), place, &self.letters, Type::Small, cx.theme.text2, 6);
        }
    }

    /// How many cards stand side by side in each column: two where one column of `rows` does not hold them, as long as a
    /// card stays at least `least` wide.
    fn lanes(&self, room: f32, rows: f32, least: f32) -> Vec<f32> {
        let wanted = |stack: &Stack| {
            if stack.count() == 0 { 0.0 } else { (length(stack.places()) / rows).ceil().clamp(1.0, 2.0) }
        };
        let mut lanes: Vec<f32> = self.stacks.iter().map(wanted).collect();
        while room / lanes.iter().sum::<f32>().max(1.0) < least {
            let places = self.stacks.iter().map(Stack::places);
            let wide = lanes.iter_mut().zip(places).filter(|(lanes, _)| **lanes > 1.0);
            let Some((lanes, _)) = wide.min_by_key(|(_, places)| *places) else { break };
            *lanes = 1.0;
        }
        lanes
    }
}

impl Stack {
    fn count(&self) -> usize {
        self.cards.len() + self.unpublished
    }

    /// Places that cards take.
    fn places(&self) -> usize {
        self.cards.len() + usize::from(self.unpublished > 0)
    }

    fn ui(
        &self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        rect: Rect,
        (lanes, height, gap): (f32, f32, f32),
    ) -> Option<CharacteristicParkId> {
        shapes::framed_rect(ui.painter(), rect, RADIUS_CARD, cx.theme.panel, cx.theme.edge());
        let margin = if cx.roomy { SPACE_12 } else { SPACE_8 };
        let head = Rect::from_min_size(rect.min, vec2(rect.width(), HEAD)).shrink2(vec2(margin, 0.0));
        self.head_ui(ui, cx, head);
        ui.painter().hline(rect.x_range(), head.bottom(), cx.theme.edge());
        let body = Rect::from_min_max(pos2(rect.left(), head.bottom() + 1.0), rect.max - vec2(0.0, 2.0));
        let mut child =
            ui.new_child(egui::UiBuilder::new().max_rect(body).id_salt(("stage", say::column(self.stage).en)));
        child.spacing_mut().item_spacing = vec2(0.0, 0.0);
        if self.count() == 0 {
            let (title, words) = say::empty(self.stage);
            let room = body.shrink(gap);
            let width = room.width() - 24.0;
            let needed = height_of(child.painter(), cx.say(words), Type::Small, width, 8) + 46.0;
            let place = Rect::from_min_size(room.min, vec2(room.width(), needed.min(room.height())));
            let id = Id::unique(("no stage", say::column(self.stage).en));
            // Where room is short the head says already that there is none.
            let title = if cx.roomy { cx.say(title) } else { "" };
            placeholder_ui(&child, cx, place, id, title, cx.say(words));
            return None;
        }
        let mut picked = None;
        ScrollArea::vertical().id_salt(("stage cards", say::column(self.stage).en)).auto_shrink(false).show(
            &mut child,
            |ui| {
                let rows = (length(self.places()) / lanes).ceil();
                let (all, _) =
                    ui.allocate_exact_size(vec2(ui.available_width(), gap + rows * (height + gap)), Sense::hover());
                let width = (all.width() - gap) / lanes - gap;
                let mut at = (0.0, 0.0);
                let mut next = || {
                    let (lane, row) = at;
                    at = if lane + 1.0 < lanes { (lane + 1.0, row) } else { (0.0, row + 1.0) };
                    let left = all.left() + gap + lane * (width + gap);
                    Rect::from_min_size(pos2(left, all.top() + gap + row * (height + gap)), vec2(width, height))
                };
                for card in &self.cards {
                    if card.ui(ui, cx, next()) {
                        picked = Some(card.id.clone());
                    }
                }
                if self.unpublished > 0 {
                    let words = say::unpublished(self.unpublished, !self.cards.is_empty());
                    let place = next();
                    let place = place.with_max_y(place.top() + if cx.roomy { 52.0 } else { 44.0 });
                    placeholder_ui(
                        ui,
                        cx,
                        place,
                        Id::unique(("unpublished", say::column(self.stage).en)),
                        "",
                        cx.tell(&words),
                    );
                }
            },
        );
        picked
    }

    fn head_ui(&self, ui: &Ui, cx: &Cx<'_>, rect: Rect) {
        let title = format!("{}  {}", cx.say(say::column(self.stage)), self.count());
        let style = if cx.roomy { Type::CardTitle } else { Type::BodyBold };
        let shown = line(ui.painter(), rect, Align::Min, &title, style, cx.theme.text1);
        let words = cx.say(say::column_hint(self.stage));
        let rest = rect.with_min_x(shown.rect.right() + SPACE_8);
        if width_of(ui.painter(), words, Type::Small) <= rest.width() {
            line(ui.painter(), rest, Align::Max, words, Type::Small, cx.theme.text2);
        }
        let response = ui.interact(rect, Id::unique(("stage head", say::column(self.stage).en)), Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &title));
    }
}

/// There are no characteristic parks: what to do.
fn nothing_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect) {
    let place = Rect::from_center_size(rect.center(), vec2(420.0_f32.min(rect.width()), 120.0_f32.min(rect.height())));
    let id = Id::unique("no characteristic park");
    placeholder_ui(ui, cx, place, id, cx.say(say::NO_CHARACTERISTIC), cx.say(say::NO_CHARACTERISTIC_HINT));
    let button = Button::new(cx.say(say::REGISTER));
    let size = button.size(ui.painter());
    let at = Rect::from_min_size(pos2(place.left() + 12.0, place.bottom() - size.y - 12.0), size);
    if button_at_ui(ui, cx.theme, at, id.with("register"), &button).clicked() {
        cx.ask(Ask::Do(Action::RegisterCharacteristic));
    }
}
