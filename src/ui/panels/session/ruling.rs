//! What is decided on a project: verdict, park, reason, conditions, owner and deadline, beside what is recommended.

use egui::{ComboBox, Id, Role as AccessRole, ScrollArea, TextEdit, Ui, WidgetInfo, vec2};
use jiff::civil::Date;

use super::{list::next_undecided, opinions::OpinionForm};
use crate::{
    evaluate::verdict::Verdict,
    i18n::{self, phrase::Phrase, session as say, term},
    model::{
        check::values,
        id::{ParkId, ProjectId, RecordId},
        plan::{Decision, Resolution},
        project::Project,
        support::Session,
    },
    rules::finding::State,
    ui::{
        cx::Cx,
        dialogs::{
            deed_pressed,
            form::{finding_words, marked_ui},
        },
        panels::inspector::parts::head,
        theme::{Lettering, SPACE_4, SPACE_8, SPACE_12, Signal, Type},
        widgets::{
            button::{Button, Segment, button_ui, segmented_ui},
            icon::Icon,
        },
    },
    workbench::{Selection, command::Command, sessions::Ruling},
};

/// The verdicts in the order in which they are offered.
const VERDICTS: [Resolution; 4] = [Resolution::Place, Resolution::Conditional, Resolution::Hold, Resolution::Return];
/// Conditions that are told beside the choice of the park; the inspector has them all.
const MOST_CONDITIONS: usize = 2;
/// Widest that the form gets, in points.
const WIDEST: f32 = 720.0;

/// The form between frames.
#[derive(Debug)]
pub struct RulingForm {
    of: (RecordId, ProjectId, Option<Decision>),
    verdict: usize,
    park: Option<ParkId>,
    reason: String,
    conditions: String,
    owner: String,
    deadline: String,
    has_tried: bool,
    /// The park that is recommended, and the sentence that says so.
    recommended: Option<(ParkId, String)>,
}

impl RulingForm {
    /// The form of a project in a session: the one that is `kept` while it is about the same decision, else a new one with what
    /// was decided, or with where the project stands or is recommended.
    pub fn of(kept: Option<Self>, cx: &Cx<'_>, session: &Session, project: &Project) -> Self {
        let decision =
            cx.scenario().decisions.get(&(session.id.clone(), project.id.clone())).map(|it| Decision::clone(it));
        let of = (session.id.clone(), project.id.clone(), decision.clone());
        if let Some(kept) = kept
            && kept.of == of
        {
            return kept;
        }
        let home = cx.bench.judgement().facts().home(&project.id).map(|(park, _)| park.clone());
        match decision {
            Some(decision) => Self {
                of,
                verdict: VERDICTS.iter().position(|it| *it == decision.verdict).unwrap_or(0),
                park: decision.park.or(home),
                reason: decision.reason,
                conditions: decision.conditions,
                owner: decision.owner,
                deadline: decision.deadline.map(|it| it.to_string()).unwrap_or_default(),
                has_tried: false,
                recommended: None,
            },
            None => Self {
                of,
                verdict: 0,
                park: home,
                reason: String::new(),
                conditions: String::new(),
                owner: String::new(),
                deadline: String::new(),
                has_tried: false,
                recommended: None,
            },
        }
    }

    /// Draws the form, and below it what park committees say.
    pub fn ui(
        mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        session: &Session,
        project: &Project,
        opinions: &mut OpinionForm,
    ) -> Self {
        ui.set_max_width(WIDEST.min(ui.available_width()));
        ScrollArea::vertical().id_salt(("ruling", project.id.as_str())).auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(SPACE_8, SPACE_4);
            let industry = i18n::finding::industry_name(cx.scenario(), &project.industry);
            let status = cx.say(term::register_status(project.status));
            let meta = format!("{} · {} · {status}", project.id, cx.tell(&industry));
            head(ui, cx, Some(&project.industry), cx.tell(&project.name), &meta);
            self.recommended_ui(ui, cx, project);
            ui.add_space(SPACE_8);
            label_ui(ui, cx, say::VERDICT);
            let segments = VERDICTS.map(|it| Segment { name: cx.say(say::resolution(it)), icon: None });
            segmented_ui(ui, cx.theme, &segments, &mut self.verdict);
            ui.add_space(SPACE_4);
            if self.goes_somewhere() {
                self.park_ui(ui, cx, project);
            }
            ui.horizontal(|ui| {
                label_ui(ui, cx, say::REASON);
                self.as_recommended_ui(ui, cx);
            });
            text_ui(ui, cx, say::REASON, &mut self.reason, 3);
            if self.verdict() == Resolution::Conditional {
                field_ui(ui, cx, say::CONDITIONS, &mut self.conditions, 2);
            }
            ui.columns(2, |columns| {
                if let [left, right] = columns {
                    field_ui(left, cx, say::OWNER, &mut self.owner, 1);
                    field_ui(right, cx, say::DEADLINE, &mut self.deadline, 1);
                    right.label(
                        egui::RichText::new(cx.say(say::DAY_HINT)).font(Type::Small.font()).color(cx.theme.text3),
                    );
                }
            });
            self.buttons_ui(ui, cx, session, project);
            ui.add_space(SPACE_12);
            opinions.ui(ui, cx, project);
            earlier_ui(ui, cx, session, project);
        });
        self
    }

    fn verdict(&self) -> Resolution {
        VERDICTS.get(self.verdict).copied().unwrap_or(Resolution::Place)
    }

    fn goes_somewhere(&self) -> bool {
        matches!(self.verdict(), Resolution::Place | Resolution::Conditional)
    }

    /// What the program recommends now, or recommended when it was decided.
    fn recommended_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, project: &Project) {
        let decided = self.of.2.as_ref().and_then(|it| it.recommended.clone());
        if let Some(park) = decided {
            let name = i18n::finding::park_name(cx.scenario(), &park);
            ui.label(format!("{} {}", cx.say(say::RECOMMENDED_THEN), cx.tell(&name)));
            return;
        }
        let Some(held) = cx.previews(&project.id).filter(|held| held.previews.is_complete()) else { return };
        let Some(first) = held.previews.ranking().first() else { return };
        if first.judged.verdict == Verdict::Vetoed {
            ui.label(cx.say(say::NONE_TAKES));
            return;
        }
        let name = i18n::finding::park_name(cx.scenario(), &first.park);
        if first.judged.breaks() {
            ui.label(cx.tell(&say::none_without_breaking(&name, first.total())));
            return;
        }
        let told = say::recommended(&name, first.total(), first.judged.verdict == Verdict::Conditional);
        ui.label(cx.tell(&told));
        self.recommended = Some((first.park.clone(), cx.tell(&told).to_owned()));
        // Who has not chosen yet is offered what is recommended.
        if self.park.is_none() {
            self.park = Some(first.park.clone());
        }
    }

    /// Where the decision follows what is recommended, that can be said with one click; more can be written after it.
    fn as_recommended_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let Some((park, told)) = &self.recommended else { return };
        if !self.reason.trim().is_empty() || self.verdict() != Resolution::Place || self.park.as_ref() != Some(park) {
            return;
        }
        let words = egui::RichText::new(cx.say(say::AS_RECOMMENDED)).font(Type::Small.font());
        if ui.link(words).clicked() {
            self.reason.clone_from(told);
        }
    }

    /// The parks, in the order of their rank.
    fn park_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, project: &Project) {
        label_ui(ui, cx, say::PARK);
        let ranked: Vec<(ParkId, String)> = match cx.previews(&project.id).filter(|it| it.previews.is_complete()) {
            Some(held) => held
                .previews
                .ranking()
                .iter()
                .map(|it| {
                    let name = i18n::finding::park_name(cx.scenario(), &it.park);
                    let verdict = cx.say(term::verdict(it.judged.verdict));
                    (it.park.clone(), format!("{}  {} · {} · {verdict}", it.rank, cx.tell(&name), it.total()))
                })
                .collect(),
            None => {
                let parks = cx.scenario().parks_in_order().into_iter();
                parks.map(|it| (it.id.clone(), cx.tell(&it.name).to_owned())).collect()
            }
        };
        let shown = self.park.as_ref().map(|park| cx.tell(&i18n::finding::park_name(cx.scenario(), park)).to_owned());
        let shown = shown.unwrap_or_else(|| cx.say(say::NO_PARK).to_owned());
        let combo =
            ComboBox::from_id_salt("ruling park").width(ui.available_width()).height(420.0).selected_text(&shown);
        let response = combo.show_ui(ui, |ui| {
            for (park, words) in &ranked {
                if ui.selectable_label(self.park.as_ref() == Some(park), words).clicked() {
                    self.park = Some(park.clone());
                }
            }
        });
        let told = format!("{}: {shown}", cx.say(say::PARK));
        response.response.widget_info(|| WidgetInfo::labeled(AccessRole::ComboBox, true, &told));
        ui.add_space(SPACE_4);
        self.conditions_ui(ui, cx, project);
    }

    /// What would stand in the way of an approval if the project went there: it is told before it is decided.
    fn conditions_ui(&self, ui: &mut Ui, cx: &Cx<'_>, project: &Project) {
        let Some(held) = cx.previews(&project.id).filter(|held| held.previews.is_complete()) else { return };
        let Some(of_park) = held.previews.ranking().iter().find(|it| self.park.as_ref() == Some(&it.park)) else {
            return;
        };
        let told = of_park.judged.vetoes.iter().chain(&of_park.judged.conditions).take(MOST_CONDITIONS);
        for finding in told {
            let mark = if finding.state == State::Broken {
                (Icon::Broken, Signal::Broken)
            } else {
                (Icon::Unknown, Signal::Unknown)
            };
            marked_ui(ui, cx, mark, &finding_words(cx, finding));
        }
    }

    fn buttons_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, session: &Session, project: &Project) {
        let checked = self.checked();
        if let (Err(wrong), true) = (&checked, self.has_tried) {
            ui.colored_label(cx.theme.broken.ink, cx.tell(wrong));
        }
        ui.add_space(SPACE_8);
        ui.horizontal(|ui| {
            let is_new = self.of.2.is_none();
            let words = cx.say(if is_new { say::DECIDE } else { say::DECIDE_ANEW });
            let keys = deed_pressed(ui);
            if button_ui(ui, cx.theme, &Button::primary(words).keys("Ctrl+Enter")).clicked() || keys {
                self.has_tried = true;
                if let Ok(deadline) = checked {
                    cx.push(Command::DecideOn(self.ruling(session, project, deadline)));
                    self.has_tried = false;
                    let next = next_undecided(cx.scenario(), session, &project.id);
                    if let (true, Some(next)) = (is_new, next) {
                        cx.push(Command::Select(Selection::Project(next)));
                    }
                }
            }
            if !is_new && button_ui(ui, cx.theme, &Button::new(cx.say(say::TAKE_BACK))).clicked() {
                cx.push(Command::TakeBackDecision { session: session.id.clone(), project: project.id.clone() });
            }
        });
    }

    fn ruling(&self, session: &Session, project: &Project, deadline: Option<Date>) -> Ruling {
        let is_conditional = self.verdict() == Resolution::Conditional;
        Ruling {
            session: session.id.clone(),
            project: project.id.clone(),
            verdict: self.verdict(),
            park: self.park.clone().filter(|_| self.goes_somewhere()),
            reason: self.reason.clone(),
            conditions: if is_conditional { self.conditions.clone() } else { String::new() },
            owner: self.owner.clone(),
            deadline,
        }
    }

    /// The deadline, or the first thing that is missing or wrong.
    fn checked(&self) -> Result<Option<Date>, crate::model::text::Text> {
        let missing = |phrase: Phrase| Err(phrase.into());
        if self.goes_somewhere() && self.park.is_none() {
            return missing(say::NO_PARK);
        }
        if self.reason.trim().is_empty() {
            return missing(say::NO_REASON);
        }
        if self.verdict() == Resolution::Conditional && self.conditions.trim().is_empty() {
            return missing(say::NO_CONDITIONS);
        }
        let written = self.deadline.trim();
        if written.is_empty() {
            return Ok(None);
        }
        match written.parse::<Date>().ok().filter(|day| values::day(*day).is_none()) {
            Some(day) => Ok(Some(day)),
            None => Err(say::no_day(written)),
        }
    }
}

/// A word over a field.
pub fn label_ui(ui: &mut Ui, cx: &Cx<'_>, words: Phrase) {
    ui.label(egui::RichText::new(cx.say(words)).font(Type::Small.font()).color(cx.theme.text2));
}

/// A field of several lines under its name.
fn field_ui(ui: &mut Ui, cx: &Cx<'_>, name: Phrase, typed: &mut String, lines: usize) {
    label_ui(ui, cx, name);
    text_ui(ui, cx, name, typed, lines);
}

/// The field itself, under a label that stands already.
fn text_ui(ui: &mut Ui, cx: &Cx<'_>, name: Phrase, typed: &mut String, lines: usize) {
    let edit = if lines > 1 { TextEdit::multiline(typed).desired_rows(lines) } else { TextEdit::singleline(typed) };
    let edit = edit.id(Id::unique(("ruling", name.en))).char_limit(values::LONGEST_TEXT).desired_width(f32::INFINITY);
    let field = ui.add(edit);
    field.widget_info(|| WidgetInfo::labeled(AccessRole::TextInput, true, cx.say(name)));
}

/// What earlier sessions decided on the project.
fn earlier_ui(ui: &mut Ui, cx: &Cx<'_>, session: &Session, project: &Project) {
    let others = cx.scenario().sessions_in_order().into_iter().filter(|it| it.id != session.id);
    let decided = others.filter_map(|it| {
        let key = (it.id.clone(), project.id.clone());
        cx.scenario().decisions.get(&key).map(|decision| (it, decision))
    });
    for (at, (other, decision)) in decided.enumerate() {
        if at == 0 {
            ui.add_space(SPACE_12);
            label_ui(ui, cx, say::EARLIER);
        }
        let verdict = cx.say(say::resolution(decision.verdict));
        ui.label(format!("{} · {} · {verdict} · {}", other.date, cx.tell(&other.name), decision.reason));
    }
}
