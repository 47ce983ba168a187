//! The sheet of an agreement: who introduced a project, who hosts it, how its tax is split, with the first years as they would be.

mod contribution;
mod preview;

use contribution::Contribution;
use egui::{Context, ScrollArea, Ui};

use super::{optional, place_of, units, year};
use crate::{
    i18n::{finding::project_name, sharing as say, support},
    model::{
        check::values,
        edit::sharing::SharingEdit,
        id::{ProjectId, RecordId, UnitId},
        plan::Agreement,
        quantity::{Factor, WanYuan},
        sharing::{Party, SharingTemplate, SharingYears},
        text::Text,
    },
    ui::{
        cx::Cx,
        dialogs::{
            form::{Note, combo_ui, deed_ui, entry_ui, label_ui, marked_ui},
            heading, modal, sheet_height, sheet_width,
        },
        theme::{SPACE_8, SPACE_12, Signal},
        widgets::{
            button::{Button, Segment, button_ui, segmented_ui},
            icon::Icon,
        },
    },
    workbench::command::Command,
};

/// A window of years as it is typed: first and last year, share of the originator in per cent.
type TypedTerm = [String; 3];

/// The sheet between frames.
#[derive(Debug)]
pub struct AgreementSheet {
    projects: Vec<ProjectId>,
    units: (Vec<UnitId>, Vec<String>),
    templates: Vec<RecordId>,
    project: usize,
    originator: usize,
    host: usize,
    template: usize,
    first: String,
    /// 0 for the terms of the template, 1 for the agreement's own.
    own: usize,
    terms: Vec<TypedTerm>,
    outlay: String,
    base_tax: String,
    others: Vec<(usize, String)>,
    contribution: Contribution,
    has_tried: bool,
}

impl AgreementSheet {
    /// The agreement on `project`, or a new one: on the first placed project that has none and was reported by another unit than
    /// hosts it.
    pub fn new(cx: &Cx<'_>, project: Option<ProjectId>) -> Self {
        let scenario = cx.scenario();
        let facts = cx.bench.judgement().facts();
        let mut projects: Vec<ProjectId> = scenario.projects.iter().map(|it| it.id.clone()).collect();
        projects.sort_by_key(|id| (facts.home(id).is_none(), id.clone()));
        let is_agreed = |id: &ProjectId| scenario.agreements.contains(&(cx.bench.plan().clone(), id.clone()));
        let selected = cx.selected_project().filter(|id| facts.home(id).is_some() && !is_agreed(id));
        let open = || projects.iter().find(|id| !is_agreed(id) && is_from_elsewhere(cx, id)).cloned();
        let free = || projects.iter().find(|id| !is_agreed(id)).cloned();
        let wanted = project.or_else(|| selected.cloned()).or_else(open).or_else(free);
        let mut sheet = Self {
            project: place_of(&projects, wanted.as_ref()),
            projects,
            units: units(cx),
            templates: scenario.sharing_templates.iter().map(|it| it.id.clone()).collect(),
            originator: 0,
            host: 0,
            template: 0,
            first: scenario.as_of.year().saturating_add(1).to_string(),
            own: 0,
            terms: Vec::new(),
            outlay: String::new(),
            base_tax: String::new(),
            others: Vec::new(),
            contribution: Contribution::default(),
            has_tried: false,
        };
        sheet.fill(cx);
        sheet
    }

    fn agreed<'a>(&self, cx: &Cx<'a>) -> Option<&'a Agreement> {
        let project = self.projects.get(self.project)?.clone();
        cx.scenario().agreements.get(&(cx.bench.plan().clone(), project)).map(AsRef::as_ref)
    }

    /// Fills in what is agreed on the project that is chosen, or what is usual: its first reporter, the unit of its park.
    fn fill(&mut self, cx: &Cx<'_>) {
        let Some(id) = self.projects.get(self.project) else { return };
        let home = cx.bench.judgement().facts().home(id).map(|(park, _)| park);
        let park = home.and_then(|park| cx.world().parks.get(park));
        let hosting = park.and_then(|it| it.beneficiary_unit.as_ref());
        let reporter = cx.world().projects.get(id).and_then(|it| it.first_reporter.as_ref());
        let known = self.agreed(cx);
        let kept_host = known.map(|it| &it.host).filter(|it| park.is_none_or(|park| park.is_hosted_by(it)));
        self.originator = place_of(&self.units.0, known.map(|it| &it.originator).or(reporter));
        self.host = place_of(&self.units.0, kept_host.or(hosting));
        let usual = RecordId::new("T2").ok();
        self.template = place_of(&self.templates, known.map(|it| &it.template).or(usual.as_ref()));
        let Some(known) = known else { return };
        self.first = known.first_year.to_string();
        self.own = usize::from(!known.terms.is_empty());
        self.terms = typed_terms(&known.terms);
        self.outlay = known.outlay.map(WanYuan::plain).unwrap_or_default();
        self.base_tax = known.base_tax.map(WanYuan::plain).unwrap_or_default();
        let other = |it: &Party| (place_of(&self.units.0, Some(&it.unit)), percent(it.share));
        self.others = known.others.iter().map(other).collect();
        self.contribution = Contribution::of(known);
    }

    fn template_of<'a>(&self, cx: &Cx<'a>) -> Option<&'a SharingTemplate> {
        cx.scenario().sharing_templates.get(self.templates.get(self.template)?).map(AsRef::as_ref)
    }

    /// Draws the sheet; `false` when it is done with.
    pub fn ui(&mut self, ctx: &Context, cx: &Cx<'_>) -> bool {
        let mut stays = true;
        let modal = modal(cx, "sharing agreement").show(ctx, |ui| {
            ui.set_width(sheet_width(ui, 900.0));
            heading(ui, cx.say(say::AGREEMENT_SHEET));
            let agreement = self.agreement(cx);
            // The form grows and shrinks with its rows: what scrolls is as high as the window allows.
            let height = sheet_height(ui, f32::INFINITY);
            let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
            area.auto_shrink([false, true]).show(ui, |ui| {
                ui.columns(2, |columns| {
                    let [left, right] = columns else { return };
                    self.parties_ui(left, cx);
                    self.terms_ui(right, cx);
                });
                if let Err(wrong) = &agreement {
                    marked_ui(ui, cx, (Icon::Broken, Signal::Broken), cx.tell(wrong));
                }
                if let Some(taken) = self.terms_agreed(cx).ok().and_then(|it| self.contribution.ui(ui, cx, it)) {
                    self.take_shares(cx, &taken);
                }
                preview::ui(ui, cx, agreement.as_ref().ok());
            });
            ui.add_space(SPACE_12);
            match deed_ui(ui, cx, cx.say(say::AGREE), Ok(())) {
                Some(true) => {
                    self.has_tried = true;
                    if let Ok(agreement) = agreement {
                        cx.push(Command::Share(SharingEdit::Agree(Box::new(agreement))));
                        stays = false;
                    }
                }
                Some(false) => stays = false,
                None => {}
            }
        });
        stays && !modal.should_close()
    }

    /// Project, sides, further parties.
    fn parties_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let project = |id: &ProjectId| format!("{id} {}", cx.tell(&project_name(cx.scenario(), id)));
        let projects: Vec<String> = self.projects.iter().map(project).collect();
        if combo_ui(ui, "agreement project", cx.say(support::PROJECT_FIELD), cx, &projects, &mut self.project) {
            (self.own, self.terms, self.others) = (0, Vec::new(), Vec::new());
            self.contribution = Contribution::default();
            self.fill(cx);
        }
        ui.add_space(SPACE_8);
        combo_ui(ui, "agreement originator", cx.say(say::ORIGINATOR), cx, &self.units.1, &mut self.originator);
        ui.add_space(SPACE_8);
        combo_ui(ui, "agreement host", cx.say(say::HOST), cx, &self.units.1, &mut self.host);
        ui.add_space(SPACE_8);
        let first = year(&self.first);
        let note = Note::of("", first.as_ref().err().map(|it| cx.tell(it)), true);
        entry_ui(ui, "agreement first", cx.say(say::FIRST_YEAR), &mut self.first, cx, &note);
        label_ui(ui, cx, cx.say(say::FURTHER));
        let mut dropped = None;
        for (at, (unit, share)) in self.others.iter_mut().enumerate() {
            let number = at + 1;
            ui.columns(2, |columns| {
                let [left, right] = columns else { return };
                let label = format!("{} {number}", cx.say(say::FURTHER));
                combo_ui(left, &format!("agreement party {number}"), &label, cx, &self.units.1, unit);
                let label = format!("{} {number}", cx.say(say::SHARE));
                entry_ui(right, &format!("agreement share {number}"), &label, share, cx, &Note::Hint(""));
            });
            let drop = format!("{} {number}", cx.say(say::DROP_PARTY));
            if small_button_ui(ui, cx, &drop, Icon::Trash) {
                dropped = Some(at);
            }
            ui.add_space(SPACE_8);
        }
        if let Some(at) = dropped {
            self.others.remove(at);
        }
        if small_button_ui(ui, cx, cx.say(say::ADD_PARTY), Icon::Plus) {
            let sides = [self.originator, self.host];
            let is_free = |at: &usize| !sides.contains(at) && !self.others.iter().any(|(unit, _)| unit == at);
            let free = (0..self.units.0.len()).find(is_free).unwrap_or(0);
            self.others.push((free, "10".to_owned()));
        }
        ui.add_space(SPACE_8);
    }

    /// Template and terms, and what some templates need besides.
    fn terms_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let name = |id: &RecordId| {
            let name = cx.scenario().sharing_templates.get(id).map(|it| cx.tell(&it.name).to_owned());
            format!("{id} {}", name.unwrap_or_default())
        };
        let templates: Vec<String> = self.templates.iter().map(name).collect();
        combo_ui(ui, "agreement template", cx.say(say::TEMPLATE), cx, &templates, &mut self.template);
        ui.add_space(SPACE_8);
        let template = self.template_of(cx);
        if let Some(template) = template {
            let told = say::windows(&template.tax);
            let traits = say::traits(template);
            let note = template.note.as_ref().map(|it| cx.tell(it));
            let parts = [Some(cx.tell(&told)), Some(cx.tell(&traits)).filter(|it| !it.is_empty()), note];
            let words: Vec<&str> = parts.into_iter().flatten().collect();
            marked_ui(ui, cx, (Icon::Info, Signal::Unknown), &words.join(" · "));
        }
        let choices = [say::TEMPLATE_TERMS, say::OWN_TERMS].map(|it| Segment { name: cx.say(it), icon: None });
        if segmented_ui(ui, cx.theme, &choices, &mut self.own).changed() && self.own == 1 && self.terms.is_empty() {
            self.terms = typed_terms(template.map_or(&[], |it| it.tax.as_slice()));
            if self.terms.is_empty() {
                self.terms.push(["1", "5", "50"].map(str::to_owned));
            }
        }
        ui.add_space(SPACE_8);
        if self.own == 1 {
            self.own_terms_ui(ui, cx);
        }
        ui.columns(2, |columns| {
            let [left, right] = columns else { return };
            let wrong = optional::<WanYuan>(&self.outlay).err();
            let note = Note::of(cx.say(say::OUTLAY_HINT), wrong.as_ref().map(|it| cx.tell(it)), true);
            entry_ui(left, "agreement outlay", cx.say(say::OUTLAY), &mut self.outlay, cx, &note);
            let wrong = optional::<WanYuan>(&self.base_tax).err();
            let note = Note::of(cx.say(say::BASE_TAX_HINT), wrong.as_ref().map(|it| cx.tell(it)), true);
            entry_ui(right, "agreement base tax", cx.say(say::BASE_TAX), &mut self.base_tax, cx, &note);
        });
    }

    /// Writes shares by contribution into the fields: of the further parties, and of the originator in every window of years.
    fn take_shares(&mut self, cx: &Cx<'_>, (others, originator): &(Vec<Party>, Factor)) {
        for ((_, typed), party) in self.others.iter_mut().zip(others) {
            *typed = percent(party.share);
        }
        if self.own == 0 {
            self.terms = typed_terms(self.template_of(cx).map_or(&[], |it| it.tax.as_slice()));
            self.own = 1;
        }
        if self.terms.is_empty() {
            self.terms.push(["1", "5", "50"].map(str::to_owned));
        }
        self.terms = contribution::windows(&self.terms, *originator);
    }

    fn own_terms_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let mut dropped = None;
        for (at, term) in self.terms.iter_mut().enumerate() {
            let number = at + 1;
            ui.columns(3, |columns| {
                let labels = [say::FROM_YEAR, say::TO_YEAR, say::ORIGINATOR_SHARE];
                for ((ui, label), (field, typed)) in columns.iter_mut().zip(labels).zip(term.iter_mut().enumerate()) {
                    let label = format!("{} · {number}", cx.say(label));
                    entry_ui(ui, &format!("term {number} {field}"), &label, typed, cx, &Note::Hint(""));
                }
            });
            let drop = format!("{} {number}", cx.say(say::DROP_TERM));
            if small_button_ui(ui, cx, &drop, Icon::Trash) {
                dropped = Some(at);
            }
            ui.add_space(SPACE_8);
        }
        if let Some(at) = dropped {
            self.terms.remove(at);
        }
        if small_button_ui(ui, cx, cx.say(say::ADD_TERM), Icon::Plus) {
            let next: u16 = self.terms.last().and_then(|it| it.get(1)?.trim().parse().ok()).unwrap_or(0);
            let (from, to) = (next.saturating_add(1), next.saturating_add(5));
            self.terms.push([from.to_string(), to.to_string(), "30".to_owned()]);
        }
        ui.add_space(SPACE_8);
    }

    /// The agreement as it is typed, or the first thing that is wrong with it.
    fn agreement(&self, cx: &Cx<'_>) -> Result<Agreement, Text> {
        let agreed = self.terms_agreed(cx)?;
        Ok(Agreement { worths: self.contribution.worths(&agreed)?, ..agreed })
    }

    /// The same without what the parties could have together.
    fn terms_agreed(&self, cx: &Cx<'_>) -> Result<Agreement, Text> {
        let unit = |at: usize| self.units.0.get(at).cloned().ok_or_else(|| Text::from(say::SAME_UNIT));
        let project = self.projects.get(self.project).cloned().ok_or_else(|| Text::from(support::NO_PROJECTS))?;
        let template = self.templates.get(self.template).cloned().ok_or_else(|| Text::from(say::NO_TEMPLATES))?;
        let sides = (unit(self.originator)?, unit(self.host)?);
        let plain = Agreement::new((cx.bench.plan().clone(), project), sides, template, year(&self.first)?);
        let terms =
            if self.own == 1 { self.terms.iter().map(read_term).collect::<Result<_, _>>()? } else { Vec::new() };
        let party = |(at, share): &(usize, String)| {
            let share = read_percent(share).ok_or_else(|| Text::from(say::SHARES_OVER))?;
            Ok(Party { unit: unit(*at)?, share })
        };
        let others: Vec<Party> = self.others.iter().map(party).collect::<Result<_, Text>>()?;
        let (outlay, base_tax) = (optional(&self.outlay)?, optional(&self.base_tax)?);
        let agreement = Agreement { terms, outlay, base_tax, others, ..plain };
        let units: Vec<&UnitId> = [&agreement.originator, &agreement.host]
            .into_iter()
            .chain(agreement.others.iter().map(|it| &it.unit))
            .collect();
        let is_alike = units.iter().enumerate().any(|(at, unit)| units.iter().skip(at + 1).any(|it| it == unit));
        if is_alike {
            return Err(say::SAME_UNIT.into());
        }
        let taken = agreement.others.iter().fold(Factor::ZERO, |sum, it| sum.plus(it.share));
        if taken > Factor::ONE {
            return Err(say::SHARES_OVER.into());
        }
        if values::agreement(&agreement).is_some() { Err(say::TERMS_WRONG.into()) } else { Ok(agreement) }
    }
}

/// Whether another unit reported a placed project first than hosts it.
fn is_from_elsewhere(cx: &Cx<'_>, id: &ProjectId) -> bool {
    let world = cx.world();
    let reporter = world.projects.get(id).and_then(|it| it.first_reporter.as_ref());
    let home = cx.bench.judgement().facts().home(id).and_then(|(park, _)| world.parks.get(park));
    reporter.zip(home).is_some_and(|(reporter, park)| !park.is_hosted_by(reporter))
}

/// A small button that keeps its width in a column; `true` when it is pressed.
fn small_button_ui(ui: &mut Ui, cx: &Cx<'_>, words: &str, icon: Icon) -> bool {
    ui.horizontal(|ui| button_ui(ui, cx.theme, &Button::new(words).icon(icon).small()).clicked()).inner
}

/// Windows of years as they are written in fields.
fn typed_terms(windows: &[SharingYears]) -> Vec<TypedTerm> {
    windows.iter().map(|it| [it.from.to_string(), it.to.to_string(), percent(it.originator)]).collect()
}

/// A share in per cent.
fn percent(share: Factor) -> String {
    Factor::from_steps(share.steps().saturating_mul(100)).plain()
}

/// A share that is written in per cent, with one decimal at most.
fn read_percent(typed: &str) -> Option<Factor> {
    let percent: Factor = typed.trim().trim_end_matches('%').trim_end().parse().ok()?;
    let share = Factor::from_steps(percent.steps() / 100);
    (percent.steps() % 100 == 0 && share <= Factor::ONE).then_some(share)
}

fn read_term([from, to, share]: &TypedTerm) -> Result<SharingYears, Text> {
    let read = || {
        let (from, to) = (from.trim().parse().ok()?, to.trim().parse().ok()?);
        Some(SharingYears { from, to, originator: read_percent(share)? })
    };
    read().ok_or_else(|| say::TERMS_WRONG.into())
}
