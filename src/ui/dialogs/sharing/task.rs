//! The sheet of a promise: a service task, or a milestone to which the investor is committed.

use egui::Context;
use jiff::{ToSpan, civil::Date};

use super::{free_id, place_of};
use crate::{
    i18n::{session, support as say, words},
    model::{
        check::values,
        edit::support::SupportEdit,
        evidence::Evidence,
        id::{ProjectId, RecordId},
        support::{Promise, Task},
        text::Text,
    },
    ui::{
        cx::Cx,
        dialogs::{
            body_ui,
            form::{Note, combo_ui, deed_ui, entry_ui, label_ui},
            heading, modal, sheet_width, take_keyboard,
        },
        theme::{SPACE_8, SPACE_12},
        widgets::button::{Segment, segmented_ui},
    },
    workbench::command::Command,
};

/// Days in which something is promised, unless a person says otherwise.
const USUAL_DAYS: i64 = 30;
/// The kinds in the order in which they are offered.
const KINDS: [Promise; 2] = [Promise::Service, Promise::Commitment];

/// The sheet between frames.
#[derive(Debug)]
pub struct TaskSheet {
    known: Option<Task>,
    projects: Vec<ProjectId>,
    kind: usize,
    project: usize,
    name: String,
    owner: String,
    due: String,
    done: String,
    clause: String,
    has_tried: bool,
    is_new: bool,
}

impl TaskSheet {
    /// The sheet of a task, or of a new one of this kind.
    pub fn new(cx: &Cx<'_>, promise: Promise, task: Option<&RecordId>) -> Self {
        let scenario = cx.scenario();
        let known = task.and_then(|id| scenario.tasks.get(id)).map(|it| Task::clone(it));
        let projects: Vec<ProjectId> = scenario.projects.iter().map(|it| it.id.clone()).collect();
        let due = scenario.as_of.checked_add(USUAL_DAYS.days()).unwrap_or(scenario.as_of);
        let of = |field: fn(&Task) -> String| known.as_ref().map(field).unwrap_or_default();
        let promise = known.as_ref().map_or(promise, |it| it.promise);
        let project = known.as_ref().map(|it| &it.project).or_else(|| cx.selected_project());
        Self {
            project: place_of(&projects, project),
            kind: place_of(&KINDS, Some(&promise)),
            name: known.as_ref().map(|it| cx.tell(&it.name).to_owned()).unwrap_or_default(),
            owner: of(|it| it.owner.clone()),
            due: known.as_ref().map_or(due, |it| it.due).to_string(),
            done: of(|it| it.done.map(|day| day.to_string()).unwrap_or_default()),
            clause: of(|it| it.clause.clone()),
            known,
            projects,
            has_tried: false,
            is_new: true,
        }
    }

    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        let mut stays = true;
        let modal = modal(cx, "task").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 560.0));
            heading(ui, cx.say(say::TASK_SHEET));
            let nameless = self.name.trim().is_empty().then(|| cx.say(say::NAME_MISSING));
            let due = day(&self.due);
            let done = if self.done.trim().is_empty() { Some(None) } else { day(&self.done).map(Some) };
            let project =
                |id: &ProjectId| format!("{id} {}", cx.tell(&crate::i18n::finding::project_name(cx.scenario(), id)));
            let projects: Vec<String> = self.projects.iter().map(project).collect();
            body_ui(ui, |ui| {
                label_ui(ui, cx, cx.say(say::PROMISE_KIND));
                let kinds = KINDS.map(|it| Segment { name: cx.say(say::promise(it)), icon: None });
                segmented_ui(ui, cx.theme, &kinds, &mut self.kind);
                ui.add_space(SPACE_8);
                combo_ui(ui, "task project", cx.say(say::PROJECT_FIELD), cx, &projects, &mut self.project);
                ui.add_space(SPACE_8);
                let note = Note::of("", nameless, self.has_tried);
                let field = entry_ui(ui, "task name", cx.say(say::TASK_NAME), &mut self.name, cx, &note);
                take_keyboard(ui, &field, &mut self.is_new);
                entry_ui(ui, "task owner", cx.say(say::OWNER), &mut self.owner, cx, &Note::Hint(""));
                ui.columns(2, |columns| {
                    let [left, right] = columns else { return };
                    let wrong = |typed: &str| cx.tell(&session::no_day(typed.trim())).to_owned();
                    let told = due.is_none().then(|| wrong(&self.due));
                    let note = Note::of(cx.say(words::DAY_HINT), told.as_deref(), true);
                    entry_ui(left, "task due", cx.say(say::DUE), &mut self.due, cx, &note);
                    let told = done.is_none().then(|| wrong(&self.done));
                    let note = Note::of("", told.as_deref(), true);
                    entry_ui(right, "task done", cx.say(say::DONE), &mut self.done, cx, &note);
                });
                entry_ui(ui, "task clause", cx.say(say::CLAUSE), &mut self.clause, cx, &Note::Hint(""));
            });
            ui.add_space(SPACE_12);
            match deed_ui(ui, cx, cx.say(words::SAVE), Ok(())) {
                Some(true) => {
                    self.has_tried = true;
                    if let (None, Some(due), Some(done)) = (nameless, due, done)
                        && let Some(task) = self.task(cx, due, done)
                    {
                        cx.push(Command::Support(SupportEdit::SetTask(Box::new(task))));
                        stays = false;
                    }
                }
                Some(false) => stays = false,
                None => {}
            }
        });
        stays && !modal.should_close()
    }

    fn task(&self, cx: &Cx<'_>, due: Date, done: Option<Date>) -> Option<Task> {
        let typed = self.name.trim().to_owned();
        let is_kept = |name: &Text| cx.tell(name) == typed;
        let name = match &self.known {
            Some(known) if is_kept(&known.name) => known.name.clone(),
            Some(known) if !cx.is_chinese() => Text { en: typed, ..known.name.clone() },
            Some(_) | None => Text::new(typed, ""),
        };
        let id = match &self.known {
            Some(known) => known.id.clone(),
            None => free_id("task", |id| cx.scenario().tasks.contains(id))?,
        };
        let evidence = self.known.as_ref().map_or_else(Evidence::default, |it| it.evidence.clone());
        Some(Task {
            id,
            project: self.projects.get(self.project)?.clone(),
            promise: KINDS.get(self.kind).copied()?,
            name,
            owner: self.owner.trim().to_owned(),
            due,
            done,
            clause: self.clause.trim().to_owned(),
            evidence,
        })
    }
}

/// A day that somebody plans for.
fn day(typed: &str) -> Option<Date> {
    typed.trim().parse().ok().filter(|day| values::day(*day).is_none())
}
