//! The projects of a session: those to decide first, then by what was decided.

use egui::{
    Align, Id, Key, Modifiers, Rect, Role as AccessRole, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use crate::{
    i18n::{self, session as say},
    model::{id::ProjectId, plan::Resolution, scenario::Scenario, support::Session},
    ui::{
        cx::Cx,
        dialogs,
        theme::{RADIUS_ROW, SPACE_4, SPACE_8, Type},
        widgets::{
            seal::paint_seal,
            shapes,
            text::{line, width_of},
        },
    },
    workbench::{Selection, command::Command},
};

/// Height of a row, in points.
const ROW: f32 = 44.0;

/// A row of the list: a heading with its count, or a project.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Entry {
    Heading(Option<Resolution>, usize),
    Project(ProjectId),
}

/// The rows: projects to decide, then those placed, placed on conditions, held and returned by this session.
fn entries(scenario: &Scenario, session: &Session) -> Vec<Entry> {
    let verdict =
        |id: &ProjectId| scenario.decisions.get(&(session.id.clone(), id.clone())).map(|decision| decision.verdict);
    let groups = [
        None,
        Some(Resolution::Place),
        Some(Resolution::Conditional),
        Some(Resolution::Hold),
        Some(Resolution::Return),
    ];
    let mut entries = Vec::new();
    for group in groups {
        let members: Vec<ProjectId> =
            scenario.projects.iter().filter(|it| verdict(&it.id) == group).map(|it| it.id.clone()).collect();
        if !members.is_empty() {
            entries.push(Entry::Heading(group, members.len()));
            entries.extend(members.into_iter().map(Entry::Project));
        }
    }
    entries
}

/// The project to decide on next after `project`.
pub fn next_undecided(scenario: &Scenario, session: &Session, project: &ProjectId) -> Option<ProjectId> {
    let open = |id: &ProjectId| id != project && !scenario.decisions.contains(&(session.id.clone(), id.clone()));
    let ids = || scenario.projects.iter().map(|it| &it.id);
    ids().find(|id| *id > project && open(id)).or_else(|| ids().find(|id| open(id))).cloned()
}

/// Draws the list.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, session: &Session) {
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let scenario = cx.scenario();
    let entries = entries(scenario, session);
    let decided = scenario.decisions.iter().filter(|it| it.session == session.id).count();
    let (head, response) = ui.allocate_exact_size(vec2(ui.available_width(), 34.0), Sense::hover());
    let told = say::progress(decided, scenario.projects.len());
    let place = head.shrink2(vec2(SPACE_8 + SPACE_4, 0.0));
    line(ui.painter(), place, Align::Min, cx.tell(&told), Type::BodyBold, cx.theme.text1);
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, cx.tell(&told)));
    keys(ui, cx, &entries);
    let mut area = ScrollArea::vertical().id_salt("session list").auto_shrink(false);
    if let Some(offset) = sought(ui, cx, &entries) {
        area = area.vertical_scroll_offset(offset);
    }
    area.show_rows(ui, ROW, entries.len(), |ui, rows| {
        for entry in entries.get(rows).unwrap_or_default() {
            let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
            match entry {
                Entry::Heading(group, count) => heading_ui(ui, cx, rect, *group, *count),
                Entry::Project(id) => project_ui(ui, cx, session, rect, id),
            }
        }
    });
}

/// Where the list has to stand so that the selected project is seen, when another one was selected or it went elsewhere.
fn sought(ui: &Ui, cx: &Cx<'_>, entries: &[Entry]) -> Option<f32> {
    let id = Id::unique("session list stands");
    let selected = cx.selected_project();
    let at = entries.iter().position(|it| matches!(it, Entry::Project(id) if Some(id) == selected))?;
    let known = ui.data(|data| data.get_temp::<(ProjectId, usize)>(id));
    let now = (selected?.clone(), at);
    if known.as_ref() == Some(&now) {
        return None;
    }
    ui.data_mut(|data| data.insert_temp(id, now));
    let room = ui.available_height();
    let top = ROW * crate::chart::scene::length(at);
    // What fits on the first screen needs no scrolling.
    Some(if top + ROW <= room { 0.0 } else { top - room / 2.0 })
}

/// Up and down go to the project before and after, while nothing else has the keyboard.
fn keys(ui: &Ui, cx: &Cx<'_>, entries: &[Entry]) {
    if dialogs::is_covered(ui) || ui.ctx().memory(|memory| memory.focused().is_some()) {
        return;
    }
    let projects: Vec<&ProjectId> = entries
        .iter()
        .filter_map(|it| match it {
            Entry::Project(id) => Some(id),
            Entry::Heading(..) => None,
        })
        .collect();
    let at = cx.selected_project().and_then(|id| projects.iter().position(|it| *it == id));
    let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let next = if pressed(Key::ArrowDown) {
        Some(at.map_or(0, |at| at + 1))
    } else if pressed(Key::ArrowUp) {
        Some(at.map_or(0, |at| at.saturating_sub(1)))
    } else {
        None
    };
    if let Some(id) = next.and_then(|at| projects.get(at)) {
        cx.push(Command::Select(Selection::Project((*id).clone())));
    }
}

fn heading_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, group: Option<Resolution>, count: usize) {
    let words = cx.say(group.map_or(say::UNDECIDED, say::resolution));
    let place = Rect::from_min_max(pos2(rect.left() + 12.0, rect.bottom() - 26.0), rect.max);
    line(ui.painter(), place, Align::Min, &format!("{words} {count}"), Type::SmallBold, cx.theme.text2);
    ui.painter().hline(rect.shrink2(vec2(12.0, 0.0)).x_range(), rect.bottom() - 2.0, cx.theme.edge());
}

fn project_ui(ui: &Ui, cx: &Cx<'_>, session: &Session, rect: Rect, id: &ProjectId) {
    let Some(project) = cx.scenario().projects.get(id) else { return };
    let response = ui.interact(rect, Id::unique(("session project", id.as_str())), Sense::click());
    let is_selected = cx.selected_project() == Some(id);
    let ground = rect.shrink2(vec2(4.0, 1.0));
    if is_selected {
        shapes::framed_rect(ui.painter(), ground, RADIUS_ROW, cx.theme.accent_soft, cx.theme.edge_selected());
    } else if response.hovered() {
        shapes::framed_rect(ui.painter(), ground, RADIUS_ROW, cx.theme.card, Stroke::NONE);
    }
    if response.has_focus() {
        shapes::focus_ring(ui.painter(), ground, RADIUS_ROW, cx.theme.accent);
    }
    let seal = Rect::from_min_size(pos2(rect.left() + 12.0, rect.center().y - 11.0), vec2(22.0, 22.0));
    paint_seal(ui.painter(), seal, &cx.seal(&project.industry), cx.theme, cx.is_chinese());
    let decision = cx.scenario().decisions.get(&(session.id.clone(), id.clone()));
    let verdict = decision.map_or("", |it| cx.say(say::resolution(it.verdict)));
    let end = if verdict.is_empty() { 0.0 } else { width_of(ui.painter(), verdict, Type::SmallBold) + 1.0 };
    let place = Rect::from_min_max(pos2(rect.right() - 12.0 - end, rect.top()), rect.max - vec2(12.0, 0.0));
    line(ui.painter(), place, Align::Max, verdict, Type::SmallBold, cx.theme.text2);
    let name = format!("{} {}", project.id, cx.tell(&project.name));
    let words = Rect::from_min_max(
        pos2(seal.right() + SPACE_8, rect.top() + 3.0),
        pos2(place.left() - SPACE_8, rect.center().y + 1.0),
    );
    line(ui.painter(), words, Align::Min, &name, Type::Body, cx.theme.text1);
    let home = cx.bench.judgement().facts().home(id).map(|(park, _)| park.clone());
    let park = decision.and_then(|it| it.park.clone()).or(home);
    let stands = park.map(|park| format!("→ {}", cx.tell(&i18n::finding::park_name(cx.scenario(), &park))));
    let stands = stands.unwrap_or_else(|| cx.say(say::WAITING).to_owned());
    line(ui.painter(), words.translate(vec2(0.0, 18.0)), Align::Min, &stands, Type::Small, cx.theme.text2);
    response.widget_info(|| {
        WidgetInfo::selected(AccessRole::Button, true, is_selected, format!("{name} · {stands} {verdict}"))
    });
    if response.clicked() {
        cx.push(Command::Select(Selection::Project(id.clone())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbench::sample;

    #[test]
    fn projects_stand_under_what_was_decided_and_the_next_to_decide_comes_round() {
        let mut scenario = sample::scenario();
        let session = scenario.sessions_in_order().first().map(|it| Session::clone(it));
        let session = session.unwrap_or_else(|| panic!("the sample has a session"));
        let first = entries(&scenario, &session);
        assert_eq!(first.first(), Some(&Entry::Heading(None, 20)));
        assert_eq!(first.len(), 21);
        let hold = |id: &str| crate::model::plan::Decision {
            session: session.id.clone(),
            project: ProjectId::new(id).unwrap(),
            verdict: Resolution::Hold,
            park: None,
            reason: "待认定".to_owned(),
            conditions: String::new(),
            owner: String::new(),
            deadline: None,
            recommended: None,
            before: None,
        };
        scenario.decisions.insert(hold("T03"));
        scenario.decisions.insert(hold("T20"));
        let then = entries(&scenario, &session);
        assert_eq!(then.first(), Some(&Entry::Heading(None, 18)));
        assert_eq!(then.get(19), Some(&Entry::Heading(Some(Resolution::Hold), 2)));
        let next = |id: &str| next_undecided(&scenario, &session, &ProjectId::new(id).unwrap());
        assert_eq!(next("T02").unwrap().as_str(), "T04");
        assert_eq!(next("T19").unwrap().as_str(), "T01");
    }
}
