//! Why not this park? What keeps it from the first place for a project, the single changes that would put it there, and how
//! room could be made in it; each applied with one click, as one step.

use std::{rc::Rc, sync::Arc};

use egui::{Align, Id, Key, Modifiers, Rect, Role as AccessRole, ScrollArea, Ui, WidgetInfo, pos2, vec2};

use super::{
    form::{finding_words, marked_ui, row_ui},
    heading, sheet_height,
};
use crate::{
    advise::{
        change::{Change, Kind},
        ranking::{self, Ranked},
        why_not::{Certificate, Closed},
    },
    i18n::{advice, figure, finding, phrase::Phrase, review as say, suitability, term, words},
    model::{
        edit::Edit,
        id::{ParkId, ProjectId},
        plan::Waiver,
        text::Text,
    },
    optimise::pin_price::PinPrice,
    rules::finding::State,
    ui::{
        cx::{Ask, Cx},
        theme::{Lettering, SPACE_4, SPACE_8, SPACE_12, Signal, Type},
        widgets::{
            button::{Button, button_ui},
            icon::Icon,
            text::line,
            tip::Tip,
        },
    },
    workbench::{
        command::Command,
        inquiry::{Advice, Inquiry, Progress, WhyNot},
        solving::pin_there,
    },
};

/// Height of the row of a park, in points.
const ROW: f32 = 26.0;
/// Width of a difference of points, in points.
const DIFFERENCE: f32 = 320.0;
/// Displaced projects that are told one by one.
const MOST_DISPLACED: usize = 6;
/// Width of the list of parks, in points.
const LIST: f32 = 270.0;

/// What is known of the project, at one revision.
struct Known {
    revision: u64,
    ranking: Vec<Ranked>,
}

/// The sheet between frames.
pub struct WhyNotSheet {
    project: ProjectId,
    park: Option<ParkId>,
    known: Option<Rc<Known>>,
    /// The answer that was shown last.
    shown: Option<Arc<Advice>>,
    /// The park of which the price of a pin was asked.
    priced: Option<ParkId>,
}

impl WhyNotSheet {
    /// The sheet of `project`, at `park`; at the second of its ranking where none is meant.
    pub fn new(project: ProjectId, park: Option<ParkId>) -> Self {
        Self { project, park, known: None, shown: None, priced: None }
    }

    /// Draws the sheet.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let world = cx.world();
        let Some(project) = world.projects.get(&self.project) else { return };
        heading(ui, &format!("{} · {} {}", cx.say(words::WHY_NOT), project.id, cx.tell(&project.name)));
        let known = self.known(cx);
        if known.ranking.is_empty() {
            ui.weak(cx.say(words::NO_PARKS_TO_RANK));
            return;
        }
        // The park that was asked about stays, also when a change puts it first.
        let second = || known.ranking.get(1).or(known.ranking.first()).map(|it| it.park.clone());
        self.park = self.park.take().or_else(second);
        self.walk(ui, &known.ranking);
        let chosen = self.park.clone();
        let height = sheet_height(ui, 520.0) - 48.0;
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(LIST);
                let area = ScrollArea::vertical().id_salt("parks").max_height(height).auto_shrink([false, true]);
                ui.spacing_mut().item_spacing.y = 0.0;
                area.show_rows(ui, ROW, known.ranking.len(), |ui, range| {
                    for ranked in known.ranking.get(range).unwrap_or_default() {
                        if park_ui(ui, cx, ranked, chosen.as_ref() == Some(&ranked.park)) {
                            self.park = Some(ranked.park.clone());
                        }
                    }
                });
            });
            ui.add_space(SPACE_8);
            ui.vertical(|ui| {
                let area = ScrollArea::vertical().id_salt("answer").max_height(height).min_scrolled_height(height);
                let area = area.auto_shrink([false, true]);
                area.show(ui, |ui| {
                    if let Some(ranked) = known.ranking.iter().find(|it| Some(&it.park) == chosen.as_ref()) {
                        self.advice_ui(ui, cx, ranked);
                    }
                });
            });
        });
    }

    /// The arrows go through the parks.
    fn walk(&mut self, ui: &Ui, ranking: &[Ranked]) {
        let by = |key| i64::from(ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)));
        let steps = by(Key::ArrowDown) - by(Key::ArrowUp);
        let here = ranking.iter().position(|it| Some(&it.park) == self.park.as_ref());
        let there = here.and_then(|at| at.checked_add_signed(isize::try_from(steps).ok()?));
        if let Some(ranked) = there.and_then(|at| ranking.get(at)) {
            self.park = Some(ranked.park.clone());
        }
    }

    fn known(&mut self, cx: &Cx<'_>) -> Rc<Known> {
        let revision = cx.bench.revision();
        if let Some(known) = self.known.as_ref().filter(|it| it.revision == revision) {
            return Rc::clone(known);
        }
        let judgement = cx.bench.judgement();
        let ranking =
            judgement.world().projects.get(&self.project).map(|it| ranking::of(judgement, it)).unwrap_or_default();
        let known = Rc::new(Known { revision, ranking });
        self.known = Some(Rc::clone(&known));
        known
    }

    /// What advice says of a park; it is asked where it has not been, and what was shown stays for that moment.
    fn advice_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, ranked: &Ranked) {
        let inquiry = Inquiry::WhyNot(self.project.clone(), ranked.park.clone());
        match cx.bench.progress(&inquiry) {
            Progress::Unasked => {
                cx.push(Command::Inquire(inquiry));
                ui.ctx().request_repaint();
            }
            Progress::UnderWay => {
                ui.weak(cx.say(words::WORKING_IT_OUT));
                return;
            }
            Progress::BrokenOff => {
                ui.label(cx.say(words::ADVICE_BROKE_OFF));
                return;
            }
            Progress::Answered(advice) => self.shown = Some(advice),
        }
        if let Some(Advice::WhyNot(it)) = self.shown.as_deref() {
            if let Some(closed) = &it.closed {
                closed_ui(ui, cx, closed);
                ui.add_space(SPACE_12);
            }
            answer_ui(ui, cx, ranked, it);
            self.price_ui(ui, cx, &ranked.park);
        }
    }

    /// What it costs to put the project into a park although it is not the best one: asked for by a button, since it is solved twice.
    fn price_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, park: &ParkId) {
        ui.add_space(SPACE_12);
        ui.label(egui::RichText::new(cx.say(say::PIN_PRICE)).font(Type::BodyBold.font()));
        if self.priced.as_ref() != Some(park) {
            ui.label(cx.say(say::PIN_PRICE_ABOUT));
            ui.add_space(SPACE_4);
            if button_ui(ui, cx.theme, &Button::new(cx.say(say::PIN_PRICE_ASK)).small()).clicked() {
                self.priced = Some(park.clone());
                ui.ctx().request_repaint();
            }
            return;
        }
        let inquiry = Inquiry::PinPrice(self.project.clone(), park.clone());
        match cx.bench.progress(&inquiry) {
            Progress::Unasked => {
                cx.push(Command::Inquire(inquiry));
                ui.ctx().request_repaint();
            }
            Progress::UnderWay => {
                ui.weak(cx.say(words::WORKING_IT_OUT));
            }
            Progress::BrokenOff => {
                ui.label(cx.say(say::NO_PIN_PRICE));
            }
            Progress::Answered(advice) => {
                if let Advice::PinPrice(price) = advice.as_ref() {
                    self.priced_ui(ui, cx, park, price);
                }
            }
        }
    }

    fn priced_ui(&self, ui: &mut Ui, cx: &Cx<'_>, park: &ParkId, price: &PinPrice) {
        ui.label(cx.tell(&say::pin_price(cx.scenario(), price)));
        for change in price.displaced.iter().take(MOST_DISPLACED) {
            ui.label(cx.tell(&say::change(cx.scenario(), change)));
        }
        let more = price.displaced.len().saturating_sub(MOST_DISPLACED);
        if more > 0 {
            ui.weak(cx.tell(&say::more(more)));
        }
        let plan = cx.bench.plan();
        let stands = cx.bench.judgement().facts().home(&self.project).is_some_and(|(home, _)| home == park);
        let is_pinned = stands && cx.scenario().pin(plan, &self.project).is_some();
        let [place, pin] = pin_there(plan, &self.project, park);
        let edits: Vec<Edit> =
            [(!stands).then_some(place), (!is_pinned).then_some(pin)].into_iter().flatten().collect();
        if !edits.is_empty() && told_ui(ui, cx, &say::PIN_ANYWAY.into(), say::PIN_THERE) {
            cx.push(Command::Follow(Edit::Together(edits)));
        }
    }
}

/// A park in the list; tells whether it was clicked.
fn park_ui(ui: &mut Ui, cx: &Cx<'_>, ranked: &Ranked, is_chosen: bool) -> bool {
    let name = cx.tell(&finding::park_name(cx.world(), &ranked.park)).to_owned();
    let total = figure::whole(ranked.total());
    let verdict = cx.say(term::verdict(ranked.judged.verdict));
    let (rect, response) = row_ui(ui, cx, Id::unique(("why not", ranked.park.as_str())), ROW, true);
    let spoken = format!("{} {name} · {total} · {verdict}", ranked.rank);
    response.widget_info(|| WidgetInfo::selected(AccessRole::Button, true, is_chosen, &spoken));
    let ink = if is_chosen { cx.theme.accent } else { cx.theme.text1 };
    let style = if is_chosen { Type::BodyBold } else { Type::Body };
    let inner = rect.shrink2(vec2(SPACE_8, 0.0));
    let right = line(ui.painter(), inner, Align::Max, &format!("{total} {verdict}"), Type::Small, cx.theme.text2);
    let place = Rect::from_min_max(inner.min, pos2(right.rect.left() - SPACE_8, inner.bottom()));
    line(ui.painter(), place, Align::Min, &format!("{} {name}", ranked.rank), style, ink);
    let is_clicked = response.clicked();
    response.tip(spoken);
    is_clicked
}

/// What vetoes the project where, and the cheapest change that opens a park.
fn closed_ui(ui: &mut Ui, cx: &Cx<'_>, closed: &Closed) {
    ui.label(egui::RichText::new(cx.say(words::EVERY_PARK_VETOES)).font(Type::BodyBold.font()));
    for (park, vetoes) in &closed.parks {
        ui.label(cx.tell(&advice::veto(cx.world(), park, vetoes)));
    }
    let told = advice::relaxation(cx.scenario(), closed);
    match &closed.relaxation {
        Some((_, change)) => change_ui(ui, cx, &told, change),
        None => {
            ui.label(cx.tell(&told));
        }
    }
}

/// What keeps a park from the first place, and what would change that.
fn answer_ui(ui: &mut Ui, cx: &Cx<'_>, ranked: &Ranked, answer: &WhyNot) {
    let park = finding::park_name(cx.world(), &ranked.park);
    match &answer.certificate {
        None => {
            ui.label(
                egui::RichText::new(cx.tell(&advice::stands_first(&park, ranked.judged.verdict)))
                    .font(Type::BodyBold.font()),
            );
            // Standing first is not the same as being fit for it.
            for finding in &ranked.judged.conditions {
                let is_broken = finding.state == State::Broken;
                let mark = if is_broken { (Icon::Broken, Signal::Broken) } else { (Icon::Unknown, Signal::Unknown) };
                marked_ui(ui, cx, mark, &finding_words(cx, finding));
            }
            if ranked.judged.breaks() {
                ui.add_space(SPACE_8);
                ui.label(cx.say(say::HOLD_RATHER));
            }
        }
        Some(certificate) => {
            let told = advice::claim(cx.world(), certificate, ranked.judged.verdict);
            ui.label(cx.tell(&told));
            ui.add_space(SPACE_8);
            ui.label(egui::RichText::new(cx.say(words::WHAT_WOULD_CHANGE_IT)).font(Type::BodyBold.font()));
            if certificate.changes.is_empty() {
                ui.label(cx.tell(&advice::none_first(certificate.eased.is_some())));
            }
            for change in &certificate.changes {
                let told = advice::change(cx.scenario(), change);
                let kind = advice::kind(change.kind);
                let told = Text::new(format!("{} · {}", kind.zh, told.zh), format!("{} · {}", kind.en, told.english()));
                change_ui(ui, cx, &told, change);
            }
            if let Some(eased) = certificate.eased.as_ref().filter(|_| certificate.changes.is_empty()) {
                change_ui(ui, cx, &advice::change(cx.scenario(), eased), eased);
            }
            ui.add_space(SPACE_8);
            differences_ui(ui, cx, certificate);
        }
    }
    if answer.chains.is_empty() {
        return;
    }
    ui.add_space(SPACE_8);
    ui.label(egui::RichText::new(cx.say(words::MAKE_ROOM)).font(Type::BodyBold.font()));
    for chain in &answer.chains {
        let moves = advice::chain(cx.world(), chain);
        let effect = advice::fit_change(chain.after.fit - chain.before.fit);
        let losses = advice::losses(chain);
        let told = Text::new(
            format!("{}（{}；{}）", moves.zh, effect.zh, losses.zh),
            format!("{} ({}; {})", moves.english(), effect.english(), losses.english()),
        );
        apply_ui(ui, cx, &told, &chain.edit(cx.world(), cx.bench.plan()));
    }
}

/// The differences of points one by one, in this park's favour above 0; they add up to the difference of the totals.
fn differences_ui(ui: &mut Ui, cx: &Cx<'_>, certificate: &Certificate) {
    ui.label(egui::RichText::new(cx.say(words::POINT_BY_POINT)).font(Type::BodyBold.font()));
    let of_terms = certificate.differences.iter().filter(|term| term.points != 0).map(|term| {
        let unknown = if term.is_unknown { cx.say(words::NOT_STATED_BY_ONE) } else { "" };
        (format!("{}{unknown}", cx.say(advice::term_name(term))), -term.points)
    });
    let sum = (cx.say(words::TOTAL).to_owned(), -certificate.gap);
    for (name, points) in of_terms.chain([sum]) {
        let (rect, _) = ui.allocate_exact_size(vec2(DIFFERENCE.min(ui.available_width()), 22.0), egui::Sense::hover());
        let points = suitability::signed(points);
        line(ui.painter(), rect, Align::Min, &name, Type::Body, cx.theme.text1);
        line(ui.painter(), rect, Align::Max, &points, Type::Body, cx.theme.text1);
        let label = format!("{name} {points}");
        ui.interact(rect, Id::unique(("difference", name.as_str())), egui::Sense::hover())
            .widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &label));
    }
}

/// A change in words, and the button that makes it; a waiver is asked for, with the reason and the authority that a person
/// knows.
fn change_ui(ui: &mut Ui, cx: &Cx<'_>, told: &Text, change: &Change) {
    match waived(&change.edit).filter(|_| change.kind == Kind::Waiver) {
        Some(waiver) => {
            if told_ui(ui, cx, told, words::WAIVE) {
                let order = cx.scenario().rules.get(&waiver.rule).map_or(0, |rule| rule.order);
                let (rule, park, subject) = (waiver.rule.clone(), waiver.park.clone(), waiver.subject.clone());
                cx.ask(Ask::Waive((order, rule, Some(park), subject)));
            }
        }
        None => apply_ui(ui, cx, told, &change.edit),
    }
}

/// The waiver that an edit records; `None` where it records none.
fn waived(edit: &Edit) -> Option<&Waiver> {
    if let Edit::Together(edits) = edit {
        return edits.iter().find_map(waived);
    }
    if let Edit::Waive(waiver) = edit { Some(waiver) } else { None }
}

/// A change in words, and the button that makes it.
fn apply_ui(ui: &mut Ui, cx: &Cx<'_>, told: &Text, edit: &Edit) {
    if told_ui(ui, cx, told, words::APPLY_COMPARISONS) {
        cx.push(Command::Follow(edit.clone()));
    }
}

/// A change in words and its button, which bears `name`; tells whether it was pressed.
fn told_ui(ui: &mut Ui, cx: &Cx<'_>, told: &Text, name: Phrase) -> bool {
    let may = cx.scenario().may_change(cx.bench.plan());
    ui.label(cx.tell(told));
    let label = format!("{} · {}", cx.say(name), cx.tell(told));
    let hover = if may { label.as_str() } else { cx.say(words::READ_ONLY) };
    let response = button_ui(ui, cx.theme, &Button::new(cx.say(name)).small().hover(hover).enabled(may));
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Button, may, &label));
    ui.add_space(SPACE_4);
    response.clicked() && may
}
