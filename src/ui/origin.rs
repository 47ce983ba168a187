//! Where does a figure come from? Its confidence, source, note and exception, on hover and in a sheet of its own.
//!
//! An assumed figure wears the sign ≈; every figure with an [`Origin`] leads to the sheet by a click.

use egui::{Id, Rect, Role as AccessRole, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::{
    cx::{Ask, Cx},
    theme::RADIUS_ROW,
    widgets::shapes,
};
use crate::{
    i18n::{term, words},
    model::{
        evidence::{Confidence, Evidence, Source},
        id::{EnterpriseId, IndustryId, ParkId, ProjectId},
    },
};

/// A table whose records carry evidence.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Of {
    /// A park.
    Park(ParkId),
    /// A project.
    Project(ProjectId),
    /// An enterprise.
    Enterprise(EnterpriseId),
    /// A sub-sector.
    Industry(IndustryId),
}

/// A figure of the base data: which record, which field, and how it reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The record.
    pub of: Of,
    /// The field, by its name in the file.
    pub field: &'static str,
    /// What the figure is called.
    pub label: String,
    /// The figure with its unit.
    pub figure: String,
}

/// What is known about where a figure comes from.
#[derive(Debug, Clone)]
pub struct Told<'a> {
    /// How much it can be trusted.
    pub confidence: Confidence,
    /// Where it was found.
    pub source: Option<&'a Source>,
    /// What a reader should know.
    pub note: &'a str,
    /// Whether the field has evidence of its own, other than its record's.
    pub is_exception: bool,
}

impl Origin {
    /// The figure `label` of a record.
    pub fn new(of: Of, field: &'static str, label: &str, figure: &str) -> Self {
        Self { of, field, label: label.to_owned(), figure: figure.to_owned() }
    }

    /// Table and id of the record, as in the file.
    pub fn record(&self) -> (&'static str, &str) {
        match &self.of {
            Of::Park(id) => ("parks", id.as_str()),
            Of::Project(id) => ("projects", id.as_str()),
            Of::Enterprise(id) => ("enterprises", id.as_str()),
            Of::Industry(id) => ("industries", id.as_str()),
        }
    }

    fn evidence<'a>(&self, cx: &Cx<'a>) -> Option<&'a Evidence> {
        let scenario = cx.scenario();
        match &self.of {
            Of::Park(id) => scenario.parks.get(id).map(|it| &it.evidence),
            Of::Project(id) => scenario.projects.get(id).map(|it| &it.evidence),
            Of::Enterprise(id) => scenario.enterprises.get(id).map(|it| &it.evidence),
            Of::Industry(id) => scenario.industries.get(id).map(|it| &it.evidence),
        }
    }

    /// Where the figure comes from; `None` when there is no such record.
    pub fn told<'a>(&self, cx: &Cx<'a>) -> Option<Told<'a>> {
        let scenario = cx.scenario();
        let (table, record) = self.record();
        let key = (table.to_owned(), record.to_owned(), self.field.to_owned());
        let of_record = self.evidence(cx)?;
        let exception = scenario.exceptions.get(&key);
        let source = exception.and_then(|it| it.source.as_ref()).or(of_record.source.as_ref());
        Some(Told {
            confidence: exception.map_or(of_record.confidence, |it| it.confidence),
            source: source.and_then(|id| scenario.sources.get(id)).map(AsRef::as_ref),
            note: exception.map_or("", |it| it.note.as_str()),
            is_exception: exception.is_some(),
        })
    }

    /// Whether the figure is assumed and wears the sign ≈.
    pub fn is_assumed(&self, cx: &Cx<'_>) -> bool {
        self.told(cx).is_some_and(|told| told.confidence >= Confidence::Assumed)
    }

    /// The sign before the figure.
    pub fn sign(&self, cx: &Cx<'_>) -> &'static str {
        if self.is_assumed(cx) { "≈" } else { "" }
    }

    /// Figure with unit, confidence and source, for a tip.
    pub fn tip(&self, cx: &Cx<'_>) -> String {
        let Some(told) = self.told(cx) else { return format!("{} {}", self.label, self.figure) };
        let mut lines = vec![
            format!("{} {}{}", self.label, self.sign(cx), self.figure),
            format!("{} · {}", cx.say(words::CONFIDENCE), cx.say(term::confidence(told.confidence))),
        ];
        lines.extend(told.source.map(|it| format!("{}: {} {}", cx.say(words::SOURCE), it.id, cx.tell(&it.title))));
        if !told.note.is_empty() {
            lines.push(told.note.to_owned());
        }
        lines.join("\n")
    }
}

/// Makes the figure painted in `rect` tell on hover where it comes from, and open the sheet on a click.
pub fn origin_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, origin: &Origin) {
    let (table, record) = origin.record();
    let id = Id::unique(("origin", table, record, origin.field, origin.label.as_str()));
    let response = ui.interact(rect, id, Sense::click());
    let label = format!("{} {}{} · {}", origin.label, origin.sign(cx), origin.figure, cx.say(words::WHERE_FROM));
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Button, true, &label));
    if response.hovered() {
        let frame = rect.expand2(vec2(3.0, 0.0));
        shapes::framed_rect(ui.painter(), frame, RADIUS_ROW, egui::Color32::TRANSPARENT, cx.theme.edge());
    }
    if response.has_focus() {
        shapes::framed_rect(
            ui.painter(),
            rect.expand2(vec2(3.0, 0.0)),
            RADIUS_ROW,
            egui::Color32::TRANSPARENT,
            Stroke::new(2.0, cx.theme.accent),
        );
    }
    if response.clicked() {
        cx.ask(Ask::Explain(origin.clone()));
    }
    response.on_hover_text(origin.tip(cx));
}
