//! Agreements of the plan, those that are still to be made, and the ledger of the one that is chosen.

use egui::{Align, Id, Rect, Role as AccessRole, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{
    kept::Kept,
    ledger,
    parts::{card_ui, chosen_row_ui, deed, empty_ui, rows_ui, tools_ui},
};
use crate::{
    analysis::sharing::{Ledger, Standing},
    i18n::{figure, phrase::deed_to, sharing as say, support},
    model::{
        id::{ProjectId, UnitId},
        project::Project,
    },
    ui::{
        cx::{Ask, Cx},
        dialogs::SharingWish,
        theme::{SPACE_8, SPACE_12, Signal, Type},
        widgets::{
            button::Button,
            icon::{self, Icon},
            seal::paint_seal,
            text::{line, width_of},
            tip::Tip,
        },
    },
};

/// Height of an agreement in the list, in points.
const ROW: f32 = 50.0;
/// Width of the list where there is room, and where there is little, in points.
const LIST: (f32, f32) = (400.0, 300.0);

/// The page between frames.
#[derive(Debug, Default)]
pub struct Agreements {
    chosen: Option<ProjectId>,
}

/// A row of the list.
enum Entry<'a> {
    Heading(&'static str, usize),
    Agreement(&'a Ledger),
    Open(&'a Project, &'a UnitId, &'a UnitId),
}

/// Placed projects that another unit reported first than hosts them, without an agreement: who reported and who hosts them.
pub fn open<'a>(cx: &Cx<'a>) -> Vec<(&'a Project, &'a UnitId, &'a UnitId)> {
    let (world, facts, plan) = (cx.world(), cx.bench.judgement().facts(), cx.bench.plan());
    let of = |id: &ProjectId| {
        let project: &'a Project = world.projects.get(id)?;
        let (park, _) = facts.home(id)?;
        let park = world.parks.get(park)?;
        let (reporter, host) = (project.first_reporter.as_ref()?, park.beneficiary_unit.as_ref()?);
        let is_agreed = world.agreements.contains(&(plan.clone(), id.clone()));
        (!is_agreed && !park.is_hosted_by(reporter)).then_some((project, reporter, host))
    };
    facts.homes().filter_map(of).collect()
}

/// The sign and the word of how an agreement stands.
pub const fn standing(standing: &Standing) -> (Signal, crate::i18n::phrase::Phrase) {
    match standing {
        Standing::InForce => (Signal::Holds, say::IN_FORCE),
        Standing::NotPlaced => (Signal::Unknown, say::AGREEMENT_NOT_PLACED),
        Standing::HostDiffers(_) => (Signal::Near, say::HOST_DIFFERS),
    }
}

impl Agreements {
    /// Draws the page.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, rect: Rect, kept: &mut Kept) {
        let ledgers = kept.ledgers(cx);
        let width = if cx.roomy { LIST.0 } else { LIST.1 };
        let list = Rect::from_min_size(rect.min, vec2(width, rect.height()));
        let rest = Rect::from_min_max(pos2(list.right() + SPACE_8, rect.top()), rect.max);
        let is_there = |id: &ProjectId| ledgers.iter().any(|it| it.agreement.project == *id);
        if !self.chosen.as_ref().is_some_and(is_there) {
            self.chosen = ledgers.first().map(|it| it.agreement.project.clone());
        }
        self.list_ui(ui, cx, list, &ledgers);
        match ledgers.iter().find(|it| Some(&it.agreement.project) == self.chosen.as_ref()) {
            Some(chosen) => ledger::ui(ui, cx, rest, chosen),
            None => {
                let (body, _) = card_ui(ui, cx, rest, (cx.say(say::AGREEMENT_SHEET), ""), &[]);
                empty_ui(ui, cx, body, cx.say(say::CHOOSE_AGREEMENT));
            }
        }
    }

    fn list_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, rect: Rect, ledgers: &[Ledger]) {
        let new = deed(cx, Button::new(cx.say(say::NEW_AGREEMENT)).icon(Icon::Plus).small());
        let new = if cx.scenario().sharing_templates.is_empty() {
            new.enabled(false).hover(cx.say(say::NO_TEMPLATES))
        } else {
            new
        };
        let (body, pressed) = card_ui(ui, cx, rect, (cx.say(say::AGREED), &ledgers.len().to_string()), &[new]);
        if pressed.is_some() {
            cx.ask(Ask::Sharing(SharingWish::Agreement(None)));
        }
        let open = open(cx);
        if ledgers.is_empty() && open.is_empty() {
            empty_ui(ui, cx, body, cx.say(say::NO_AGREEMENTS));
            return;
        }
        let mut entries: Vec<Entry<'_>> = ledgers.iter().map(Entry::Agreement).collect();
        if !open.is_empty() {
            entries.push(Entry::Heading(cx.say(say::OPEN), open.len()));
            entries.extend(open.into_iter().map(|(project, reporter, host)| Entry::Open(project, reporter, host)));
        }
        rows_ui(ui, body, "agreements", ROW, entries.len(), |ui, rect, at| match entries.get(at) {
            Some(Entry::Heading(words, count)) => heading_ui(ui, cx, rect, &format!("{words} {count}")),
            Some(Entry::Agreement(ledger)) => self.agreement_ui(ui, cx, rect, ledger),
            Some(Entry::Open(project, reporter, host)) => open_ui(ui, cx, rect, project, (reporter, host)),
            None => {}
        });
    }

    fn agreement_ui(&mut self, ui: &Ui, cx: &Cx<'_>, rect: Rect, ledger: &Ledger) {
        let agreement = &ledger.agreement;
        let id = &agreement.project;
        let Some(project) = cx.world().projects.get(id) else { return };
        let (signal, word) = standing(&ledger.standing);
        let unit = |id: &UnitId| say::unit_name(cx.world(), id);
        let (from, to) = (unit(&agreement.originator), unit(&agreement.host));
        let between = format!("{} → {}", cx.tell(&from), cx.tell(&to));
        let spoken = format!("{id} {} · {between} · {}", cx.tell(&project.name), cx.say(word));
        let is_chosen = self.chosen.as_ref() == Some(id);
        let response = chosen_row_ui(ui, cx, rect, Id::unique(("agreement", id.as_str())), is_chosen, &spoken);
        let seal = Rect::from_min_size(pos2(rect.left() + SPACE_12, rect.center().y - 12.0), vec2(24.0, 24.0));
        paint_seal(ui.painter(), seal, &cx.seal(&project.industry), cx.theme, cx.is_chinese());
        let word = cx.say(word);
        let width = width_of(ui.painter(), word, Type::Small) + 1.0;
        let second = Rect::from_min_max(
            pos2(seal.right() + SPACE_8, rect.center().y),
            pos2(rect.right() - SPACE_12, rect.bottom() - 4.0),
        );
        let tag = Rect::from_min_max(pos2(second.right() - width, second.top()), second.max);
        line(ui.painter(), tag, Align::Max, word, Type::Small, cx.theme.tone(signal).ink);
        let mark = Rect::from_min_size(pos2(tag.left() - 18.0, tag.center().y - 7.0), vec2(14.0, 14.0));
        icon::paint(ui.painter(), Icon::of(signal), mark, cx.theme.tone(signal).ink);
        let first =
            Rect::from_min_max(pos2(second.left(), rect.top() + 5.0), pos2(second.right(), rect.center().y + 1.0));
        let name = format!("{id} {}", cx.tell(&project.name));
        let mut is_cut = line(ui.painter(), first, Align::Min, &name, Type::BodyBold, cx.theme.text1).truncated;
        let words = Rect::from_min_max(second.min, pos2(mark.left() - SPACE_8, second.bottom()));
        is_cut |= line(ui.painter(), words, Align::Min, &between, Type::Small, cx.theme.text2).truncated;
        if response.clicked() {
            self.chosen = Some(id.clone());
        }
        if is_cut {
            response.tip_at_pointer(spoken);
        }
    }
}

fn heading_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, words: &str) {
    let place = Rect::from_min_max(pos2(rect.left() + SPACE_12, rect.bottom() - 28.0), rect.max);
    line(ui.painter(), place, Align::Min, words, Type::SmallBold, cx.theme.text2);
    ui.painter().hline(rect.shrink2(vec2(SPACE_12, 0.0)).x_range(), rect.bottom() - 2.0, cx.theme.edge());
    let response = ui.interact(place, Id::unique(("agreements", words)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, words));
}

fn open_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, project: &Project, (reporter, host): (&UnitId, &UnitId)) {
    let name = deed_to(cx.say(say::AGREE_ON), project.id.as_str());
    let agree = deed(cx, Button::new(&name).small());
    let (pressed, right) = tools_ui(ui, cx, rect, &[agree], &[&name]);
    if pressed.is_some() {
        cx.ask(Ask::Sharing(SharingWish::Agreement(Some(project.id.clone()))));
    }
    let seal = Rect::from_min_size(pos2(rect.left() + SPACE_12, rect.center().y - 12.0), vec2(24.0, 24.0));
    paint_seal(ui.painter(), seal, &cx.seal(&project.industry), cx.theme, cx.is_chinese());
    let first = Rect::from_min_max(
        pos2(seal.right() + SPACE_8, rect.top() + 5.0),
        pos2(right - SPACE_8, rect.center().y + 1.0),
    );
    let title = format!("{} {}", project.id, cx.tell(&project.name));
    let mut is_cut = line(ui.painter(), first, Align::Min, &title, Type::Body, cx.theme.text1).truncated;
    let told = say::reported_elsewhere(cx.world(), reporter, host);
    let second = Rect::from_min_max(pos2(first.left(), rect.center().y), pos2(first.right(), rect.bottom() - 4.0));
    is_cut |= line(ui.painter(), second, Align::Min, cx.tell(&told), Type::Small, cx.theme.text2).truncated;
    let spoken = format!("{title} · {} · {}", cx.tell(&told), cx.say(say::OPEN));
    let of_row = Rect::from_min_max(rect.min, pos2(right, rect.bottom()));
    let response = ui.interact(of_row, Id::unique(("open agreement", project.id.as_str())), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &spoken));
    if is_cut {
        response.tip_at_pointer(spoken);
    }
}

/// Unit of the amounts of a page.
pub fn unit(cx: &Cx<'_>) -> &'static str {
    cx.say(say::LEDGER_UNIT)
}

/// An amount of fen as it stands in a table; a dash where there is none.
pub fn amount(fen: Option<i64>) -> String {
    fen.map_or_else(|| figure::NONE.to_owned(), support::wan)
}
