//! What if a datum of a park or a project were otherwise? The fields that can be assumed, each with a control of its own.

use egui::Ui;

use super::form::{Note, combo_ui, entry_ui, label_ui, quantity};
use crate::{
    i18n::{self, datum, phrase::Phrase, term, words},
    model::{
        assume::{self, PARK_FIELDS, PROJECT_FIELDS},
        id::{FacilityId, IndustryId, ParkId, ProjectId},
        industry::EnvironmentClass,
        park::{ChemicalStatus, ParkLevel},
        plan::Assumption,
        policy::RuleKind,
        quantity::{
            Factor, Megawatts, Metres, Minutes, Mu, SquareMetres, Tce, TonnesPerDay, WanCubicMetres, WanKwh, WanYuan,
        },
        scenario::Scenario,
        text::Text,
    },
    ui::{
        cx::Cx,
        theme::{Lettering, SPACE_4, SPACE_8, Type},
        widgets::{
            button::{Button, Segment, button_ui, segmented_ui},
            icon::Icon,
        },
    },
    workbench::command::Command,
};

/// What an assumption is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// A park.
    Park(ParkId),
    /// A project.
    Project(ProjectId),
}

/// How a value is entered.
enum Control {
    /// A figure in a unit.
    Number(Phrase),
    /// One of several: the value as it stands in a file, and what it is called.
    OneOf(Vec<(String, String)>),
    /// Any of several.
    ManyOf(Vec<(String, String)>),
    /// The standing as a chemical park: one of several, with a day when it is recognised.
    Chemical,
}

impl About {
    const fn fields(&self) -> &'static [&'static str] {
        match self {
            Self::Park(_) => PARK_FIELDS,
            Self::Project(_) => PROJECT_FIELDS,
        }
    }

    fn path(&self, field: &str) -> String {
        match self {
            Self::Park(id) => format!("parks/{id}/{field}"),
            Self::Project(id) => format!("projects/{id}/{field}"),
        }
    }

    /// The field that `assumption` is about, when it is one of this record.
    pub fn field_of(&self, assumption: &Assumption) -> Option<&'static str> {
        self.fields().iter().copied().find(|field| self.path(field) == assumption.path)
    }

    /// What `scenario` says of `field`, in words; `None` where it says nothing.
    pub fn value_in(&self, cx: &Cx<'_>, scenario: &Scenario, field: &str) -> Option<String> {
        let told = match self {
            Self::Park(id) => datum::of_park(scenario, scenario.parks.get(id)?, field),
            Self::Project(id) => datum::of_project(scenario, scenario.projects.get(id)?, field),
        };
        told.map(|text| cx.tell(&text).to_owned())
    }
}

/// An assumption of the plan that is shown, in words.
pub struct Assumed {
    /// The field.
    pub field: &'static str,
    /// What it is called.
    pub label: Phrase,
    /// What the base data say; `None` where they say nothing.
    pub stated: Option<String>,
    /// What is assumed.
    pub value: String,
    /// Why.
    pub reason: String,
    /// Its path.
    pub path: String,
}

/// The assumptions of the plan that is shown about one record, in the order of its fields.
pub fn assumed(cx: &Cx<'_>, about: &About) -> Vec<Assumed> {
    let scenario = cx.scenario();
    let one = |assumption: &Assumption| {
        let field = about.field_of(assumption)?;
        let mut other = scenario.clone();
        assume::assume(&mut other, &assumption.path, &assumption.value).ok()?;
        Some(Assumed {
            field,
            label: term::assumable_field(field),
            stated: about.value_in(cx, scenario, field),
            value: about.value_in(cx, &other, field).unwrap_or_else(|| assumption.value.clone()),
            reason: assumption.reason.clone(),
            path: assumption.path.clone(),
        })
    };
    scenario.assumptions_of(cx.bench.plan()).filter_map(one).collect()
}

/// The figure that `typed` means for `field`, as it would stand in a file.
fn plain_figure(field: &str, typed: &str) -> Result<String, Text> {
    match field {
        "threshold_factor" => quantity::<Factor>(typed).map(Factor::plain),
        "bank_distance" => quantity::<Metres>(typed).map(Metres::plain),
        "access_time" => quantity::<Minutes>(typed).map(Minutes::plain),
        "capacities.net_land" | "capacities.largest_plot" | "capacities.chemical_zone_land" | "land" => {
            quantity::<Mu>(typed).map(Mu::plain)
        }
        "capacities.plant_floor" | "floor_area" => quantity::<SquareMetres>(typed).map(SquareMetres::plain),
        "capacities.power" | "power" => quantity::<Megawatts>(typed).map(Megawatts::plain),
        "capacities.energy_quota" => quantity::<Tce>(typed).map(Tce::plain),
        "investment" | "output" | "tax" => quantity::<WanYuan>(typed).map(WanYuan::plain),
        "electricity" => quantity::<WanKwh>(typed).map(WanKwh::plain),
        "gas" => quantity::<WanCubicMetres>(typed).map(WanCubicMetres::plain),
        _ => quantity::<TonnesPerDay>(typed).map(TonnesPerDay::plain),
    }
}

fn yes_or_no(cx: &Cx<'_>, is_so: bool) -> String {
    cx.say(datum::yes_or_no(is_so)).to_owned()
}

fn industry(cx: &Cx<'_>, id: &IndustryId) -> String {
    cx.tell(&i18n::finding::industry_name(cx.scenario(), id)).to_owned()
}

/// Options of the standing as a chemical park, as they stand in a file; the first needs a day.
const CHEMICAL: [(&str, ChemicalStatus); 4] = [
    ("to_be_confirmed", ChemicalStatus::ToBeConfirmed),
    ("applied", ChemicalStatus::Applied),
    ("none", ChemicalStatus::None),
    ("suspended", ChemicalStatus::Suspended),
];

fn quoted(id: &str) -> String {
    format!("{id:?}")
}

fn control(cx: &Cx<'_>, field: &str) -> Control {
    if let Some(unit) = datum::unit(field) {
        return Control::Number(unit);
    }
    let scenario = cx.scenario();
    let of_industries = || {
        let all = scenario.industries.iter();
        all.map(|it| (quoted(it.id.as_str()), industry(cx, &it.id))).collect::<Vec<_>>()
    };
    match field {
        "chemical_park" => Control::Chemical,
        "level" => Control::OneOf(
            [
                ("national", ParkLevel::National),
                ("provincial", ParkLevel::Provincial),
                ("municipal", ParkLevel::Municipal),
            ]
            .map(|(value, level)| (value.to_owned(), cx.tell(&term::park_level(&scenario.pack, level)).to_owned()))
            .to_vec(),
        ),
        "facilities" => {
            let of_parks = scenario.parks.iter().flat_map(|park| park.facilities.iter().flatten());
            let of_projects = scenario.projects.iter().flat_map(|project| &project.facilities);
            let mut all: Vec<&FacilityId> = of_parks.chain(of_projects).collect();
            all.sort_unstable();
            all.dedup();
            Control::ManyOf(
                all.into_iter()
                    .map(|id| (quoted(id.as_str()), cx.tell(&datum::facility_name(id)).to_owned()))
                    .collect(),
            )
        }
        "admitted" | "barred" => Control::ManyOf(of_industries()),
        "industry" => Control::OneOf(of_industries()),
        "stream" => {
            let needs = scenario.rules.iter().filter_map(|rule| {
                if let RuleKind::SpecialStream { streams, ordinary } = &rule.kind {
                    Some(streams.iter().map(|it| &it.stream).chain(ordinary))
                } else {
                    None
                }
            });
            let of_rules = needs.flatten();
            let of_projects = scenario.projects.iter().filter_map(|project| project.stream.as_ref());
            let mut all: Vec<_> = of_rules.chain(of_projects).collect();
            all.sort_unstable();
            all.dedup();
            Control::OneOf(all.into_iter().map(|id| (quoted(id.as_str()), id.to_string())).collect())
        }
        "environment_class" => {
            use EnvironmentClass::{E0, E1, E2, E3, E4, E5, ER};
            let all = [E0, E1, E2, E3, E4, E5, ER];
            let option = |it| (format!("{it:?}"), cx.say(term::environment_class(it)).to_owned());
            Control::OneOf(all.map(option).to_vec())
        }
        "approval" => Control::OneOf(
            scenario.documents.iter().map(|it| (quoted(it.id.as_str()), cx.tell(&it.title).to_owned())).collect(),
        ),
        _ => Control::OneOf(vec![("true".to_owned(), yes_or_no(cx, true)), ("false".to_owned(), yes_or_no(cx, false))]),
    }
}

/// The form between frames.
pub struct AssumptionForm {
    about: About,
    field: usize,
    typed: String,
    one: usize,
    many: Vec<String>,
    since: String,
    reason: String,
    has_tried: bool,
}

impl AssumptionForm {
    /// An empty form, for a park with its standing as a chemical park first.
    pub fn new(cx: &Cx<'_>, about: About) -> Self {
        let field = usize::from(matches!(about, About::Park(_)));
        Self {
            about,
            field,
            typed: String::new(),
            one: 0,
            many: Vec::new(),
            since: cx.scenario().as_of.to_string(),
            reason: String::new(),
            has_tried: false,
        }
    }

    /// Draws what is assumed, and the fields of another assumption.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let may = cx.scenario().may_change(cx.bench.plan());
        let all = assumed(cx, &self.about);
        if all.is_empty() {
            label_ui(ui, cx, cx.say(words::NO_ASSUMPTIONS));
        }
        for one in &all {
            let arrow = format!("{} → {}", one.stated.as_deref().unwrap_or(cx.say(words::MISSING)), one.value);
            let name = format!("{} {}", cx.say(words::DROP_ASSUMPTION), cx.say(one.label));
            if super::form::record_ui(ui, cx, cx.say(one.label), &arrow, &one.reason, (Icon::Close, &name, may)) {
                cx.push(Command::DropAssumption(one.path.clone()));
            }
        }
        ui.separator();
        ui.label(egui::RichText::new(cx.say(words::ASSUME_ANOTHER)).font(Type::BodyBold.font()));
        let fields = self.about.fields();
        let world = cx.bench.judgement().world();
        let options: Vec<String> = fields
            .iter()
            .map(|field| {
                let value = self.about.value_in(cx, world, field);
                format!(
                    "{} · {}",
                    cx.say(term::assumable_field(field)),
                    value.as_deref().unwrap_or(cx.say(words::MISSING))
                )
            })
            .collect();
        if combo_ui(ui, "assumption field", cx.say(words::DATUM), cx, &options, &mut self.field) {
            self.typed.clear();
            self.one = 0;
            self.many.clear();
            self.has_tried = false;
        }
        ui.add_space(SPACE_4);
        let field = fields.get(self.field).copied().unwrap_or_default();
        self.value_ui(ui, cx, field);
        let is_missing = self.reason.trim().is_empty();
        let wrong = is_missing.then(|| cx.say(words::REASON_MISSING));
        let note = Note::of("", wrong, self.has_tried);
        entry_ui(ui, "assumption reason", cx.say(words::REASON), &mut self.reason, cx, &note);
        let button = Button::primary(cx.say(words::ASSUME)).enabled(may);
        let button = if may { button } else { button.hover(cx.say(words::READ_ONLY)) };
        if button_ui(ui, cx.theme, &button).clicked() {
            self.has_tried = true;
            if let Some(value) = self.value(cx, field).ok().filter(|_| !is_missing) {
                let (path, reason) = (self.about.path(field), self.reason.trim().to_owned());
                cx.push(Command::Assume { path, value, reason });
                self.typed.clear();
                self.reason.clear();
                self.has_tried = false;
            }
        }
    }

    fn value_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, field: &str) {
        let title = cx.say(words::ASSUMED_VALUE);
        match control(cx, field) {
            Control::Number(unit) => {
                let unit = cx.say(unit);
                let wrong = plain_figure(field, &self.typed).err();
                let tried = self.has_tried || !self.typed.is_empty();
                let note = Note::of(unit, wrong.as_ref().map(|it| cx.tell(it)), tried);
                entry_ui(ui, "assumption value", &format!("{title} ({unit})"), &mut self.typed, cx, &note);
            }
            Control::OneOf(options) => {
                let names: Vec<String> = options.into_iter().map(|(_, name)| name).collect();
                self.one = self.one.min(names.len().saturating_sub(1));
                if names.len() == 2 {
                    label_ui(ui, cx, title);
                    let segments: Vec<Segment<'_>> = names.iter().map(|name| Segment { name, icon: None }).collect();
                    segmented_ui(ui, cx.theme, &segments, &mut self.one);
                } else {
                    combo_ui(ui, "assumption value", title, cx, &names, &mut self.one);
                }
                ui.add_space(SPACE_8);
            }
            Control::ManyOf(options) => {
                label_ui(ui, cx, title);
                ui.horizontal_wrapped(|ui| {
                    for (value, name) in options {
                        let mut is_chosen = self.many.contains(&value);
                        if ui.checkbox(&mut is_chosen, &name).changed() {
                            if is_chosen {
                                self.many.push(value);
                            } else {
                                self.many.retain(|it| *it != value);
                            }
                        }
                    }
                });
                ui.add_space(SPACE_8);
            }
            Control::Chemical => {
                let recognised = cx.say(Phrase::new("已认定", "Recognised")).to_owned();
                let others = CHEMICAL.iter().map(|(_, it)| cx.say(term::chemical_status_short(*it)).to_owned());
                let names: Vec<String> = std::iter::once(recognised).chain(others).collect();
                combo_ui(ui, "assumption value", title, cx, &names, &mut self.one);
                ui.add_space(SPACE_4);
                ui.add_enabled_ui(self.one == 0, |ui| {
                    let wrong = self.since().err();
                    let note = Note::of(cx.say(words::DAY_HINT), wrong.as_ref().map(|it| cx.tell(it)), true);
                    entry_ui(ui, "assumption since", cx.say(words::SINCE), &mut self.since, cx, &note);
                });
            }
        }
    }

    /// The first day of a recognition, past or to come.
    fn since(&self) -> Result<jiff::civil::Date, Text> {
        let typed = self.since.trim();
        typed.parse().map_err(|_| {
            Text::new(
                format!("“{typed}”不是日期；请写成 2022-07-01"),
                format!("\"{typed}\" is not a day; write it like 2022-07-01"),
            )
        })
    }

    /// The value as it would stand in a file.
    fn value(&self, cx: &Cx<'_>, field: &str) -> Result<String, Text> {
        match control(cx, field) {
            Control::Number(_) => plain_figure(field, &self.typed),
            Control::OneOf(options) => options
                .into_iter()
                .nth(self.one)
                .map(|(value, _)| value)
                .ok_or_else(|| Text::new("没有可选值", "There is nothing to choose")),
            Control::ManyOf(_) => Ok(format!("[{}]", self.many.join(", "))),
            Control::Chemical => match self.one.checked_sub(1).and_then(|at| CHEMICAL.get(at)) {
                Some((value, _)) => Ok((*value).to_owned()),
                None => self.since().map(|since| format!("recognised(since: \"{since}\")")),
            },
        }
    }
}
