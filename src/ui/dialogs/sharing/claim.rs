//! The sheet of a claim: which project asks how much of which programme.

use egui::Context;

use super::{optional, place_of};
use crate::{
    i18n::{support as say, words},
    model::{
        edit::support::SupportEdit,
        id::{ProjectId, RecordId},
        plan::Claim,
        quantity::WanYuan,
        text::Text,
    },
    ui::{
        cx::Cx,
        dialogs::{
            body_ui,
            form::{Note, combo_ui, deed_ui, entry_ui, quantity},
            heading, modal, sheet_width, take_keyboard,
        },
        theme::{SPACE_8, SPACE_12},
    },
    workbench::command::Command,
};

/// The sheet between frames.
#[derive(Debug)]
pub struct ClaimSheet {
    programmes: Vec<RecordId>,
    projects: Vec<ProjectId>,
    programme: usize,
    project: usize,
    amount: String,
    least: String,
    priority: String,
    has_tried: bool,
    is_new: bool,
}

impl ClaimSheet {
    /// The claim of `project` on `programme` as it stands, or a new one of those that stand in a park first.
    pub fn new(cx: &Cx<'_>, programme: Option<&RecordId>, project: Option<ProjectId>) -> Self {
        let scenario = cx.scenario();
        let programmes: Vec<RecordId> = scenario.programmes.iter().map(|it| it.id.clone()).collect();
        let facts = cx.bench.judgement().facts();
        let mut projects: Vec<ProjectId> = scenario.projects.iter().map(|it| it.id.clone()).collect();
        projects.sort_by_key(|id| (facts.home(id).is_none(), id.clone()));
        let chosen = place_of(&programmes, programme);
        let claimed = |id: &ProjectId| {
            let programme = programmes.get(chosen)?.clone();
            scenario.claims.get(&(cx.bench.plan().clone(), programme, id.clone()))
        };
        let wanted = project.or_else(|| cx.selected_project().cloned().filter(|id| claimed(id).is_none()));
        let wanted = wanted.or_else(|| projects.iter().find(|id| claimed(id).is_none()).cloned());
        let known = wanted.as_ref().and_then(claimed);
        Self {
            amount: known.map(|it| it.amount.plain()).unwrap_or_default(),
            least: known.and_then(|it| it.least).map(WanYuan::plain).unwrap_or_default(),
            priority: known.and_then(|it| it.priority).map(|it| it.to_string()).unwrap_or_default(),
            project: place_of(&projects, wanted.as_ref()),
            programme: chosen,
            programmes,
            projects,
            has_tried: false,
            is_new: true,
        }
    }

    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        let mut stays = true;
        let modal = modal(cx, "claim").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 520.0));
            heading(ui, cx.say(say::CLAIM_SHEET));
            let amount = self.amount();
            let least = optional::<WanYuan>(&self.least);
            let priority = self.priority();
            let scenario = cx.scenario();
            let name = |id: &RecordId| cx.tell(&say::programme_name(scenario, id)).to_owned();
            let programmes: Vec<String> = self.programmes.iter().map(name).collect();
            let project =
                |id: &ProjectId| format!("{id} {}", cx.tell(&crate::i18n::finding::project_name(scenario, id)));
            let projects: Vec<String> = self.projects.iter().map(project).collect();
            body_ui(ui, |ui| {
                combo_ui(ui, "claim programme", cx.say(say::PROGRAMME_FIELD), cx, &programmes, &mut self.programme);
                ui.add_space(SPACE_8);
                combo_ui(ui, "claim project", cx.say(say::PROJECT_FIELD), cx, &projects, &mut self.project);
                ui.add_space(SPACE_8);
                let wrong = amount.as_ref().err().map(|it| cx.tell(it));
                let note = Note::of("", wrong, self.has_tried || !self.amount.is_empty());
                let field = entry_ui(ui, "claim amount", cx.say(say::ASKED_FIELD), &mut self.amount, cx, &note);
                take_keyboard(ui, &field, &mut self.is_new);
                let note = Note::of("", least.as_ref().err().map(|it| cx.tell(it)), true);
                entry_ui(ui, "claim least", cx.say(say::LEAST_FIELD), &mut self.least, cx, &note);
                let note = Note::of("", priority.as_ref().err().map(|it| cx.tell(it)), true);
                entry_ui(ui, "claim priority", cx.say(say::PRIORITY_FIELD), &mut self.priority, cx, &note);
            });
            ui.add_space(SPACE_12);
            match deed_ui(ui, cx, cx.say(words::SAVE), Ok(())) {
                Some(true) => {
                    self.has_tried = true;
                    let of = self.programmes.get(self.programme).zip(self.projects.get(self.project));
                    if let (Ok(amount), Ok(least), Ok(priority), Some((programme, project))) =
                        (amount, least, priority, of)
                    {
                        let (plan, programme, project) = (cx.bench.plan().clone(), programme.clone(), project.clone());
                        let claim = Claim { plan, programme, project, amount, least, priority };
                        cx.push(Command::Support(SupportEdit::Claim(claim)));
                        stays = false;
                    }
                }
                Some(false) => stays = false,
                None => {}
            }
        });
        stays && !modal.should_close()
    }

    fn amount(&self) -> Result<WanYuan, Text> {
        let amount: WanYuan = quantity(&self.amount)?;
        if amount == WanYuan::ZERO { Err(say::ONLY_ABOVE_ZERO.into()) } else { Ok(amount) }
    }

    fn priority(&self) -> Result<Option<u32>, Text> {
        let typed = self.priority.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let number = typed.parse::<u32>().ok().filter(|it| *it > 0);
        number.map(Some).ok_or_else(|| say::PRIORITY_WRONG.into())
    }
}
