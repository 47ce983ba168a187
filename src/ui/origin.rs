//! Where does a figure come from? Its confidence, source, note and exception, on hover and in a sheet of its own.
//!
//! An assumed figure wears the sign ≈; every figure with an [`Origin`] leads to the sheet by a click.

use std::borrow::Cow;

use egui::{Id, Rect, Role as AccessRole, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::{
    cx::{Ask, Cx},
    theme::RADIUS_ROW,
    widgets::{shapes, tip::Tip},
};
use crate::{
    i18n::{figure, term, words},
    model::{
        evidence::{Confidence, Evidence, Source},
        id::{CharacteristicParkId, EnterpriseId, IndustryId, ParkId, PositionId, ProjectId},
        policy::Yield,
    },
    rules::finding::{Detail, Field, Finding, Item, Measure},
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
    /// A position, as the plan that is shown has it.
    Position(PositionId),
    /// A direction that a park states.
    Direction(ParkId, IndustryId),
    /// A characteristic park.
    CharacteristicPark(CharacteristicParkId),
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
    /// Whether the plan that is shown assumes it: no source has it, the note is the reason.
    pub is_by_plan: bool,
}

impl Origin {
    /// The figure `label` of a record.
    pub fn new(of: Of, field: &'static str, label: &str, figure: &str) -> Self {
        Self { of, field, label: label.to_owned(), figure: figure.to_owned() }
    }

    /// Table and id of the record, as in the file.
    pub fn record(&self) -> (&'static str, Cow<'_, str>) {
        match &self.of {
            Of::Park(id) => ("parks", id.as_str().into()),
            Of::Project(id) => ("projects", id.as_str().into()),
            Of::Enterprise(id) => ("enterprises", id.as_str().into()),
            Of::Industry(id) => ("industries", id.as_str().into()),
            Of::Position(id) => ("positions", id.as_str().into()),
            Of::Direction(park, industry) => ("directions", format!("{park}/{industry}").into()),
            Of::CharacteristicPark(id) => ("characteristic_parks", id.as_str().into()),
        }
    }

    fn evidence<'a>(&self, cx: &Cx<'a>) -> Option<&'a Evidence> {
        let scenario = cx.world();
        match &self.of {
            Of::Park(id) => scenario.parks.get(id).map(|it| &it.evidence),
            Of::Project(id) => scenario.projects.get(id).map(|it| &it.evidence),
            Of::Enterprise(id) => scenario.enterprises.get(id).map(|it| &it.evidence),
            Of::Industry(id) => scenario.industries.get(id).map(|it| &it.evidence),
            Of::Position(id) => {
                let positions = cx.bench.judgement().facts().parks().flat_map(|(_, facts)| &facts.positions);
                positions.into_iter().find(|it| it.id == *id).map(|it| &it.evidence)
            }
            Of::Direction(park, industry) => {
                scenario.directions.get(&(park.clone(), industry.clone())).map(|it| &it.evidence)
            }
            Of::CharacteristicPark(id) => scenario.characteristic_parks.get(id).map(|it| &it.evidence),
        }
    }

    /// Whether the plan that is shown has set the position.
    pub fn is_position_of_plan(&self, cx: &Cx<'_>) -> bool {
        let Of::Position(id) = &self.of else { return false };
        cx.scenario().changed_positions_of(cx.bench.plan()).any(|it| it.position == *id)
    }

    /// Where the figure comes from; `None` when there is no such record.
    pub fn told<'a>(&self, cx: &Cx<'a>) -> Option<Told<'a>> {
        let (table, record) = self.record();
        let of_record = self.evidence(cx)?;
        let exception = cx.world().exception(table, &record, self.field);
        let is_by_plan = cx.is_assumed_by_plan(table, &record, self.field);
        let own = exception.and_then(|it| it.source.as_ref());
        let source = if is_by_plan { own } else { own.or(of_record.source.as_ref()) };
        Some(Told {
            confidence: exception.map_or(of_record.confidence, |it| it.confidence),
            source: source.and_then(|id| cx.scenario().sources.get(id)).map(AsRef::as_ref),
            note: exception.map_or("", |it| it.note.as_str()),
            is_exception: exception.is_some(),
            is_by_plan,
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
        lines.extend(told.is_by_plan.then(|| cx.say(words::OF_THE_PLAN).to_owned()));
        lines.extend(told.source.map(|it| format!("{}: {} {}", cx.say(words::SOURCE), it.id, cx.tell(&it.title))));
        if !told.note.is_empty() {
            lines.push(told.note.to_owned());
        }
        lines.join("\n")
    }
}

/// The figures of the base data behind a finding: thresholds first, then what is measured against them.
pub fn of_finding(cx: &Cx<'_>, finding: &Finding) -> Vec<Origin> {
    let mut origins: Vec<Origin> = Vec::new();
    if let Detail::Ratio { project, measure, .. } = &finding.detail {
        origins.extend(of_threshold(cx, project, *measure));
        let factor = finding.park.as_ref().and_then(|park| Some((park, cx.world().parks.get(park)?.threshold_factor?)));
        if let (Some((park, factor)), Measure::PerMu(_) | Measure::PerPlant(_)) = (factor, measure) {
            let label = cx.say(term::field(Field::ThresholdFactor));
            origins.push(Origin::new(Of::Park(park.clone()), "threshold_factor", label, &factor.plain()));
        }
    }
    if let (Detail::Land { capacity: Some(capacity), .. }, Some(park)) = (&finding.detail, &finding.park) {
        let of = Of::Park(park.clone());
        origins.push(Origin::new(of, "capacities", cx.say(words::NET_LAND), cx.tell(&figure::mu(*capacity))));
    }
    for member in &finding.members {
        match &member.item {
            Item::Project(id) if matches!(finding.detail, Detail::Land { .. }) => {
                let land = cx.world().projects.get(id).and_then(|it| it.land);
                let words = format!("{id} {}", cx.say(words::LAND));
                let of = || Of::Project(id.clone());
                origins.extend(land.map(|land| Origin::new(of(), "land", &words, cx.tell(&figure::mu(land)))));
            }
            Item::Enterprise(id) => {
                let record = cx.scenario().enterprises.get(id);
                let output = record.and_then(|it| Some((cx.tell(&it.name), it.output?)));
                origins.extend(output.map(|(name, output)| {
                    let of = Of::Enterprise(id.clone());
                    Origin::new(of, "output", name, cx.tell(&figure::money(output)))
                }));
            }
            Item::Project(_) | Item::Position(_) => {}
        }
    }
    origins
}

/// The threshold of the sub-sector of `project` by which `measure` is judged; none where a rule sets it by itself.
pub fn of_threshold(cx: &Cx<'_>, project: &ProjectId, measure: Measure) -> Option<Origin> {
    let id = &cx.scenario().projects.get(project)?.industry;
    let industry = cx.scenario().industries.get(id)?;
    let per_mu = |of| match of {
        Yield::Investment => (industry.investment_per_mu, "investment_per_mu"),
        Yield::Tax => (industry.tax_per_mu, "tax_per_mu"),
        Yield::Output => (industry.output_per_mu, "output_per_mu"),
    };
    let (figure, field, what) = match measure {
        Measure::PerMu(of) | Measure::PerPlant(of) => {
            let (figure, field) = per_mu(of);
            (cx.tell(&figure::money(figure?)).to_owned(), field, Field::Threshold(of))
        }
        Measure::FloorAreaRatio => (industry.floor_area_ratio?.plain(), "floor_area_ratio", Field::FloorAreaRatio),
        Measure::OutputPerTce => return None,
    };
    let label = format!("{} · {}", cx.tell(&industry.name), cx.say(term::field(what)));
    Some(Origin::new(Of::Industry(id.clone()), field, &label, &figure))
}

/// Makes the figure painted in `rect` tell on hover where it comes from, and open the sheet on a click.
pub fn origin_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, origin: &Origin) {
    let (table, record) = origin.record();
    let id = Id::unique(("origin", table, record.as_ref(), origin.field, origin.label.as_str()));
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
    response.tip(origin.tip(cx));
}
