//! The sheet of a grant: how much a project has from a programme; where that is not what the rule gives, the reason is recorded.

use egui::Context;

use crate::{
    analysis::support::{self, Award},
    i18n::{finding::project_name, support as say, words},
    model::{
        edit::support::SupportEdit,
        id::{ProjectId, RecordId},
        plan::Grant,
        quantity::WanYuan,
    },
    ui::{
        cx::Cx,
        dialogs::{
            body_ui,
            form::{Note, deed_ui, entry_ui, label_ui, marked_ui, quantity},
            heading, modal, sheet_width, take_keyboard,
        },
        theme::{SPACE_8, SPACE_12, Signal},
        widgets::{
            button::{Button, button_ui},
            icon::Icon,
        },
    },
    workbench::command::Command,
};

/// The sheet between frames.
#[derive(Debug)]
pub struct GrantSheet {
    programme: RecordId,
    award: Award,
    /// What the rule gives; where a person decided otherwise, what it gave then.
    rule: WanYuan,
    amount: String,
    reason: String,
    has_tried: bool,
    is_new: bool,
}

impl GrantSheet {
    /// The sheet of what `project` has from `programme`; `None` where it claims nothing from it.
    pub fn new(cx: &Cx<'_>, programme: RecordId, project: ProjectId) -> Option<Self> {
        let world = cx.world();
        let allocation = support::allocate(world, cx.bench.judgement().facts(), world.programmes.get(&programme)?);
        let award = allocation.awards.into_iter().find(|it| it.project == project)?;
        let grant = world.grants.get(&(cx.bench.plan().clone(), programme.clone(), project));
        let rule = grant.and_then(|it| it.ruled).unwrap_or(award.amount);
        Some(Self {
            amount: award.granted.unwrap_or(rule).plain(),
            reason: grant.map(|it| it.reason.clone()).unwrap_or_default(),
            programme,
            award,
            rule,
            has_tried: false,
            is_new: true,
        })
    }

    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        let mut stays = true;
        let modal = modal(cx, "grant").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 520.0));
            heading(ui, cx.say(say::GRANT_SHEET));
            let amount = quantity::<WanYuan>(&self.amount);
            let departs = amount.as_ref().is_ok_and(|amount| *amount != self.rule);
            let lacks_reason = departs && self.reason.trim().is_empty();
            body_ui(ui, |ui| {
                let (project, programme) = (
                    project_name(cx.scenario(), &self.award.project),
                    say::programme_name(cx.scenario(), &self.programme),
                );
                label_ui(ui, cx, &format!("{} {} · {}", self.award.project, cx.tell(&project), cx.tell(&programme)));
                ui.add_space(SPACE_8);
                let told = say::asked_and_ruled(self.award.asked, self.rule);
                marked_ui(ui, cx, (Icon::Info, Signal::Unknown), cx.tell(&told));
                if let Some(reason) = &self.award.reason {
                    let told = say::reason(cx.world(), reason);
                    marked_ui(ui, cx, (Icon::Near, Signal::Near), cx.tell(&told));
                }
                ui.add_space(SPACE_8);
                let wrong = amount.as_ref().err().map(|it| cx.tell(it));
                let note = Note::of("", wrong, true);
                let field = entry_ui(ui, "grant amount", cx.say(say::GRANT_FIELD), &mut self.amount, cx, &note);
                take_keyboard(ui, &field, &mut self.is_new);
                if button_ui(ui, cx.theme, &Button::new(cx.say(say::TAKE_RULE)).small().enabled(departs)).clicked() {
                    self.amount = self.rule.plain();
                }
                ui.add_space(SPACE_8);
                let note = Note::of("", lacks_reason.then(|| cx.say(say::DEPARTS_MISSING)), self.has_tried);
                entry_ui(ui, "grant reason", cx.say(say::DEPARTS_REASON), &mut self.reason, cx, &note);
            });
            ui.add_space(SPACE_12);
            match deed_ui(ui, cx, cx.say(words::SAVE), Ok(())) {
                Some(true) => {
                    self.has_tried = true;
                    if let (Ok(amount), false) = (amount, lacks_reason) {
                        self.grant(cx, amount, departs);
                        stays = false;
                    }
                }
                Some(false) => stays = false,
                None => {}
            }
        });
        stays && !modal.should_close()
    }

    /// Records the grant, unless nothing changes.
    fn grant(&self, cx: &Cx<'_>, amount: WanYuan, departs: bool) {
        let (plan, project) = (cx.bench.plan().clone(), self.award.project.clone());
        let plain = Grant::new(plan, self.programme.clone(), project, amount);
        let reason = self.reason.trim().to_owned();
        let grant = if departs { Grant { ruled: Some(self.rule), reason, ..plain } } else { plain };
        let key = (grant.plan.clone(), grant.programme.clone(), grant.project.clone());
        let known = cx.scenario().grants.get(&key).map(AsRef::as_ref);
        let is_same = known == Some(&grant) || (known.is_none() && amount == WanYuan::ZERO && !departs);
        if !is_same {
            cx.push(Command::Support(SupportEdit::Grant(grant)));
        }
    }
}
