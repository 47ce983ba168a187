//! The waiver of a finding: recorded with reason, authority and last day; shown, and revoked by a button.

use egui::{Context, Ui, vec2};
use jiff::{ToSpan, civil::Date};

use super::{body_ui, enter_confirms, field_ui, heading, modal, sheet_width, take_keyboard};
use crate::{
    i18n::{self, phrase::Phrase, words},
    model::{
        id::{ParkId, RuleId},
        plan::{Subject, Waiver},
    },
    rules::finding::FindingKey,
    ui::{
        cx::Cx,
        theme::{Lettering, SPACE_8, SPACE_12, Type},
        widgets::button::{Button, button_ui},
    },
    workbench::command::Command,
};

/// Days for which a waiver is asked, unless a person says otherwise.
const USUAL_DAYS: i64 = 90;

/// The sheet between frames.
#[derive(Debug)]
pub struct WaiverSheet {
    rule: RuleId,
    park: ParkId,
    subject: Subject,
    key: FindingKey,
    reason: String,
    authority: String,
    expires: String,
    /// Whether the person has tried: what is missing is told from then on.
    has_tried: bool,
    /// Whether the sheet was not drawn yet.
    is_new: bool,
}

impl WaiverSheet {
    /// The sheet of the finding `key`; `None` for one about the city as a whole, which nobody waives.
    pub fn new(cx: &Cx<'_>, key: FindingKey) -> Option<Self> {
        let as_of = cx.scenario().as_of;
        let expires = as_of.checked_add(USUAL_DAYS.days()).unwrap_or(as_of).to_string();
        let (_, rule, park, subject) = key.clone();
        Some(Self {
            rule,
            park: park?,
            subject,
            key,
            reason: String::new(),
            authority: String::new(),
            expires,
            has_tried: false,
            is_new: true,
        })
    }

    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        let key = (cx.bench.plan().clone(), self.rule.clone(), self.park.clone(), self.subject.clone());
        let kept = cx.scenario().waivers.get(&key);
        let mut stays = true;
        let modal = modal(cx, "waiver").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 480.0));
            heading(ui, cx.say(words::WAIVER));
            match kept {
                Some(waiver) if waiver.expires >= cx.scenario().as_of => stays = self.kept_ui(ui, cx, waiver),
                Some(_) | None => stays = self.form_ui(ui, cx),
            }
        });
        stays && !modal.should_close()
    }

    /// What is waived.
    fn finding_ui(&self, ui: &mut Ui, cx: &Cx<'_>) {
        let title = cx.scenario().rules.get(&self.rule).map(|rule| cx.tell(&rule.title)).unwrap_or_default();
        let park = i18n::finding::park_name(cx.scenario(), &self.park);
        let line = format!("{title} · {}", cx.tell(&park));
        ui.label(egui::RichText::new(line).font(Type::BodyBold.font()));
        if let Some(finding) = cx.finding(&self.key) {
            ui.label(cx.tell(&i18n::finding::sentence(cx.world(), finding)));
        }
        ui.add_space(SPACE_8);
    }

    /// The waiver that there is; `false` when it is revoked or closed.
    fn kept_ui(&self, ui: &mut Ui, cx: &Cx<'_>, waiver: &Waiver) -> bool {
        let told = [
            (words::REASON, waiver.reason.clone()),
            (words::AUTHORITY, waiver.authority.clone()),
            (words::EXPIRES, waiver.expires.to_string()),
        ];
        body_ui(ui, |ui| {
            self.finding_ui(ui, cx);
            for (label, text) in told {
                ui.label(format!("{}: {text}", cx.say(label)));
            }
        });
        let may = cx.scenario().may_change(cx.bench.plan());
        let mut stays = true;
        ui.add_space(SPACE_12);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
            stays = !button_ui(ui, cx.theme, &Button::primary(cx.say(words::CLOSE)).keys("Esc")).clicked();
            let revoke = Button::new(cx.say(words::REVOKE)).enabled(may);
            let revoke = if may { revoke } else { revoke.hover(cx.say(words::READ_ONLY)) };
            if button_ui(ui, cx.theme, &revoke).clicked() {
                let (rule, park, subject) = (self.rule.clone(), self.park.clone(), self.subject.clone());
                cx.push(Command::RevokeWaiver { rule, park, subject });
                stays = false;
            }
        });
        stays
    }

    /// The fields of a new waiver; `false` when it is recorded or given up.
    fn form_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> bool {
        body_ui(ui, |ui| {
            self.finding_ui(ui, cx);
            let reason = field_ui(ui, "waiver reason", cx.say(words::REASON), &mut self.reason);
            take_keyboard(ui, &reason, &mut self.is_new);
            ui.add_space(SPACE_8);
            field_ui(ui, "waiver authority", cx.say(words::AUTHORITY), &mut self.authority);
            ui.add_space(SPACE_8);
            field_ui(ui, "waiver expiry", cx.say(words::EXPIRES), &mut self.expires);
            ui.add_space(2.0);
            ui.weak(cx.say(words::DAY_HINT));
        });
        let checked = self.checked(cx);
        if let (Err(missing), true) = (&checked, self.has_tried) {
            for phrase in missing {
                ui.colored_label(cx.theme.broken.ink, cx.say(*phrase));
            }
        }
        ui.add_space(SPACE_12);
        let mut stays = true;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
            let grant = button_ui(ui, cx.theme, &Button::primary(cx.say(words::GRANT)).keys("Enter")).clicked()
                || enter_confirms(ui);
            if grant {
                self.has_tried = true;
                if let Ok(expires) = checked {
                    cx.push(Command::Waive(Waiver {
                        plan: cx.bench.plan().clone(),
                        rule: self.rule.clone(),
                        park: self.park.clone(),
                        subject: self.subject.clone(),
                        reason: self.reason.trim().to_owned(),
                        authority: self.authority.trim().to_owned(),
                        expires,
                    }));
                    stays = false;
                }
            }
            if button_ui(ui, cx.theme, &Button::new(cx.say(words::CANCEL)).keys("Esc")).clicked() {
                stays = false;
            }
        });
        stays
    }

    /// The last day, or everything that is missing or wrong.
    fn checked(&self, cx: &Cx<'_>) -> Result<Date, Vec<Phrase>> {
        let mut missing = Vec::new();
        if self.reason.trim().is_empty() {
            missing.push(words::REASON_MISSING);
        }
        if self.authority.trim().is_empty() {
            missing.push(words::AUTHORITY_MISSING);
        }
        let day: Option<Date> = self.expires.trim().parse().ok();
        match day {
            Some(day) if day >= cx.scenario().as_of && missing.is_empty() => return Ok(day),
            Some(day) if day < cx.scenario().as_of => missing.push(words::DAY_PAST),
            Some(_) => {}
            None => missing.push(words::DAY_WRONG),
        }
        Err(missing)
    }
}
