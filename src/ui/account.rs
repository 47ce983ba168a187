//! What do the points of a criterion rest on? The records of the base data behind them, and how they come about.

use crate::{
    analysis::composition::{Metric, Scope},
    i18n::{figure, finding, suitability, term, words},
    model::{
        enterprise::Enterprise,
        id::{IndustryId, ParkId, ProjectId},
        park::{Direction, Park, Position, Role},
        policy::{SiteFactor, Yield},
        project::Project,
        quantity::WanYuan,
    },
    rules::{
        facts::ParkFacts,
        finding::{self as found, Field},
    },
    suitability::{Basis, Criterion, Measure, Relation, Theme, ground::Ground, score::Suitability},
    ui::{
        charts::composition::{MOST_MEMBERS, members},
        cx::Cx,
        origin::{Of, Origin, of_threshold},
    },
};

/// The points of a criterion, or of coupling, with all that they rest on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Name and points.
    pub title: String,
    /// What the points rest on, in words.
    pub reason: String,
    /// How the points come about, in one line.
    pub reckoning: String,
    /// What the list holds, or that it is empty.
    pub note: String,
    /// The records, each a way to its evidence.
    pub origins: Vec<Origin>,
}

/// How the points of `criterion` come about: weight and value over the weight of all criteria with a value.
pub fn reckoning(cx: &Cx<'_>, suitability: &Suitability, criterion: Criterion) -> Option<String> {
    let part = suitability.parts.iter().find(|it| it.criterion == criterion)?;
    let (value, points) = (part.value()?, part.points?);
    let known: f64 = suitability.parts.iter().filter(|it| it.value().is_some()).map(|it| it.weight).sum();
    Some(cx.tell(&suitability::reckoning(part.weight, value, known, points)).to_owned())
}

impl Account {
    /// The points that `project` gets in `park` by `criterion`; `None` where there is no value.
    pub fn of(
        cx: &Cx<'_>,
        (project, park): (&ProjectId, &ParkId),
        suitability: &Suitability,
        criterion: Criterion,
        name: &str,
    ) -> Option<Self> {
        let rest = Rest::of(cx, project, park)?;
        let part = suitability.parts.iter().find(|it| it.criterion == criterion)?;
        let Measure::Value(_, basis) = &part.measure else { return None };
        let (note, origins) = rest.behind(basis);
        Some(Self {
            title: format!("{name} {}", figure::whole(part.points?)),
            reason: cx.tell(&suitability::basis(cx.scenario(), basis)).to_owned(),
            reckoning: reckoning(cx, suitability, criterion)?,
            note,
            origins,
        })
    }

    /// The `points` that `project` and those placed in `park` bring each other.
    pub fn of_coupling(cx: &Cx<'_>, (project, park): (&ProjectId, &ParkId), points: i64) -> Option<Self> {
        let rest = Rest::of(cx, project, park)?;
        let (note, origins) = rest.coupled();
        Some(Self {
            title: format!("{} {}", cx.say(suitability::COUPLING), figure::whole(points)),
            reason: cx.say(words::COUPLING_MEANS).to_owned(),
            reckoning: cx.say(words::COUPLING_RECKONED).to_owned(),
            note,
            origins,
        })
    }
}

/// Where records are looked for.
struct Rest<'a> {
    cx: &'a Cx<'a>,
    project: &'a Project,
    park: &'a Park,
    facts: &'a ParkFacts,
    ground: &'a Ground,
}

impl<'a> Rest<'a> {
    fn of(cx: &'a Cx<'a>, project: &ProjectId, park: &ParkId) -> Option<Self> {
        let judgement = cx.bench.judgement();
        Some(Self {
            cx,
            project: cx.world().projects.get(project)?,
            park: cx.world().parks.get(park)?,
            facts: judgement.facts().park(park)?,
            ground: judgement.fit().ground(),
        })
    }

    /// What the list holds, and the list.
    fn behind(&self, basis: &Basis) -> (String, Vec<Origin>) {
        let none = String::new();
        match basis {
            Basis::Relation(relation) => self.related(relation),
            Basis::Theme(theme) => self.themed(theme),
            Basis::Cluster { .. } => self.clustered(),
            Basis::Chain { .. } => self.chained(),
            Basis::Homogeneity { .. } => {
                let mut origins: Vec<Origin> = self.output().into_iter().collect();
                origins.extend(members(self.cx, &self.park.id, Metric::Output, Scope::Relocated, &|_| true));
                origins.truncate(MOST_MEMBERS);
                (self.cx.say(words::LARGEST_MEMBERS).to_owned(), origins)
            }
            Basis::Headroom { factor, .. } => {
                (none, vec![self.of_park("capacities", basis_name(self.cx, *factor), basis)])
            }
            Basis::Margin { of, .. } => (none, self.margin(*of)),
            Basis::Facilities { .. } => (none, vec![self.of_park("facilities", self.cx.say(words::FACILITIES), basis)]),
            Basis::Minutes(_) => (none, vec![self.of_park("access_time", self.cx.tell(&self.park.short_name), basis)]),
            Basis::Index(_) => (none, Vec::new()),
            Basis::Interest(_) => {
                let of = Of::Project(self.project.id.clone());
                let label = self.project_name(self.project);
                (none, vec![Origin::new(of, "first_reporter", &label, &self.told(basis))])
            }
            Basis::Track(lists) => self.tracked(*lists, basis),
        }
    }

    fn told(&self, basis: &Basis) -> String {
        self.cx.tell(&suitability::basis(self.cx.scenario(), basis)).to_owned()
    }

    fn of_park(&self, field: &'static str, label: &str, basis: &Basis) -> Origin {
        Origin::new(Of::Park(self.park.id.clone()), field, label, &self.told(basis))
    }

    fn project_name(&self, project: &Project) -> String {
        format!("{} {}", project.id, self.cx.tell(&project.name))
    }

    fn industry_name(&self, industry: &IndustryId) -> String {
        self.cx.tell(&finding::industry_name(self.cx.scenario(), industry)).to_owned()
    }

    fn positions(&self, is_meant: &dyn Fn(&Position) -> bool) -> Vec<Origin> {
        let joint = if self.cx.is_chinese() { "、" } else { ", " };
        let origin = |it: &Position| {
            let label = format!("{} {}", self.cx.say(term::role(it.role)), self.cx.tell(&it.name));
            let industries: Vec<String> = it.industries.iter().map(|it| self.industry_name(it)).collect();
            Origin::new(Of::Position(it.id.clone()), "industries", &label, &industries.join(joint))
        };
        self.facts.positions.iter().filter(|it| is_meant(it)).map(origin).collect()
    }

    fn directions(&self, is_meant: &dyn Fn(&Direction) -> bool) -> Vec<Origin> {
        let here = self.cx.world().directions.iter().filter(|it| it.park == self.park.id && is_meant(it));
        let origin = |it: &Direction| {
            let of = Of::Direction(it.park.clone(), it.industry.clone());
            let figure = self.told(&Basis::Relation(Relation::Direction(it.kind)));
            Origin::new(of, "industry", &self.industry_name(&it.industry), &figure)
        };
        here.map(|it| origin(it.as_ref())).collect()
    }

    /// All that the park stands for, where nothing of it is meant.
    fn all_directions(&self) -> (String, Vec<Origin>) {
        let mut origins = self.positions(&|_| true);
        origins.extend(self.directions(&|_| true));
        let note = if origins.is_empty() { words::STANDS_FOR_NOTHING } else { words::STANDS_FOR };
        (self.cx.say(note).to_owned(), origins)
    }

    fn related(&self, relation: &Relation) -> (String, Vec<Origin>) {
        let own = &self.project.industry;
        let origins = match relation {
            Relation::Position(role) => self.positions(&|it| it.role == *role && it.covers(own)),
            Relation::Direction(_) => self.directions(&|it| it.industry == *own),
            Relation::Linked(industry) | Relation::SameSector(industry) => self.positions(&|it| it.covers(industry)),
            Relation::Unrelated => return self.all_directions(),
        };
        (String::new(), origins)
    }

    fn themed(&self, theme: &Theme) -> (String, Vec<Origin>) {
        let is_meant = |industry: Option<&IndustryId>| match theme {
            Theme::Park(_) => industry == Some(&self.project.industry),
            Theme::Leader(_) => false,
            Theme::None => industry.is_some(),
        };
        let day = self.cx.world().as_of;
        let parks =
            self.cx.world().characteristic_parks.iter().filter(|it| {
                it.park.as_ref() == Some(&self.park.id) && it.since <= day && is_meant(it.industry.as_ref())
            });
        let mut origins: Vec<Origin> = parks
            .map(|it| {
                let industry = it.industry.as_ref().map(|it| self.industry_name(it)).unwrap_or_default();
                let name = it.name.as_ref().map_or(industry, |it| self.cx.tell(it).to_owned());
                let figure = self.told(&Basis::Theme(Theme::Park(it.recognition)));
                Origin::new(Of::CharacteristicPark(it.id.clone()), "recognition", &name, &figure)
            })
            .collect();
        let leads = |it: &Enterprise| match theme {
            Theme::Park(_) => false,
            Theme::Leader(industry) => it.industry == *industry,
            Theme::None => true,
        };
        let is_here = |it: &Enterprise| *self.cx.world().park_of(self.cx.bench.plan(), it) == self.park.id;
        let leaders = self.cx.world().enterprises.iter();
        let leaders = leaders.filter(|it| it.chain_leader && is_here(it) && leads(it));
        origins.extend(leaders.map(|it| {
            let figure = self.told(&Basis::Theme(Theme::Leader(it.industry.clone())));
            Origin::new(Of::Enterprise(it.id.clone()), "chain_leader", self.cx.tell(&it.name), &figure)
        }));
        let note = match theme {
            Theme::None if origins.is_empty() => self.cx.say(words::NO_THEME_RECORDED),
            Theme::None => self.cx.say(words::OTHER_THEMES),
            Theme::Park(_) | Theme::Leader(_) => "",
        };
        (note.to_owned(), origins)
    }

    /// Who makes what the project makes, by output and by firms, and the totals of the city.
    fn clustered(&self) -> (String, Vec<Origin>) {
        let is_meant = |industry: &IndustryId| *industry == self.project.industry;
        let by = |metric| members(self.cx, &self.park.id, metric, Scope::Relocated, &is_meant);
        let mut origins = by(Metric::Output);
        origins.extend(by(Metric::Count));
        let pinned = self.facts.pinned.iter().filter(|it| **it != self.project.id);
        let pinned = pinned.filter_map(|it| self.cx.world().projects.get(it)).filter(|it| is_meant(&it.industry));
        origins.extend(pinned.map(|it| self.project_origin(it)));
        let Some(trade) = self.ground.number(&self.project.industry) else { return (String::new(), origins) };
        let firms = self.ground.firms(trade) - i64::from(self.ground.counts(&self.project.id));
        let note = suitability::of_city(self.output_of_city(), firms, origins.is_empty());
        (self.cx.tell(&note).to_owned(), origins)
    }

    /// Output of the sub-sector in the city: enterprises and pinned projects, the project itself left out.
    fn output_of_city(&self) -> WanYuan {
        let world = self.cx.world();
        let own = &self.project.industry;
        let existing = world.enterprises.iter().filter(|it| it.industry == *own).filter_map(|it| it.output);
        let pinned = world.pins_of(self.cx.bench.plan()).filter(|pin| pin.project != self.project.id);
        let pinned = pinned.filter_map(|pin| world.projects.get(&pin.project)).filter(|it| it.industry == *own);
        existing.chain(pinned.filter_map(|it| it.output)).fold(WanYuan::default(), WanYuan::plus)
    }

    /// The output of the project, where it states one.
    fn output(&self) -> Option<Origin> {
        let output = figure::money(self.project.output?);
        let label = self.project_name(self.project);
        Some(Origin::new(Of::Project(self.project.id.clone()), "output", &label, self.cx.tell(&output)))
    }

    /// The output of the project, and of those in the park who could supply it or buy from it.
    fn chained(&self) -> (String, Vec<Origin>) {
        let own = self.ground.number(&self.project.industry);
        let supplies = |supplier: usize, buyer: usize| self.ground.inputs(buyer).iter().any(|(it, _)| *it == supplier);
        let is_meant = |industry: &IndustryId| match (own, self.ground.number(industry)) {
            (Some(own), Some(other)) => supplies(other, own) || supplies(own, other),
            (None, _) | (_, None) => false,
        };
        let mut origins: Vec<Origin> = self.output().into_iter().collect();
        origins.extend(members(self.cx, &self.park.id, Metric::Output, Scope::Relocated, &is_meant));
        (self.cx.say(words::SUPPLIERS_AND_BUYERS).to_owned(), origins)
    }

    fn margin(&self, of: Yield) -> Vec<Origin> {
        let cx = self.cx;
        let mut origins: Vec<Origin> =
            of_threshold(cx, &self.project.id, found::Measure::PerMu(of)).into_iter().collect();
        origins.extend(self.park.threshold_factor.map(|factor| {
            let label = cx.say(term::field(Field::ThresholdFactor));
            Origin::new(Of::Park(self.park.id.clone()), "threshold_factor", label, &factor.plain())
        }));
        let (amount, field) = match of {
            Yield::Investment => (self.project.investment, "investment"),
            Yield::Tax => (self.project.tax, "tax"),
            Yield::Output => (self.project.output, "output"),
        };
        let label = |phrase| format!("{} · {}", self.project.id, cx.say(phrase));
        let id = || Of::Project(self.project.id.clone());
        origins.extend(amount.map(|it| {
            let phrase = term::assumable_field(field);
            Origin::new(id(), field, &label(phrase), cx.tell(&figure::money(it)))
        }));
        let land = self.project.land;
        origins.extend(land.map(|it| Origin::new(id(), "land", &label(words::LAND), cx.tell(&figure::mu(it)))));
        origins
    }

    fn tracked(&self, lists: bool, basis: &Basis) -> (String, Vec<Origin>) {
        let own = &self.project.industry;
        let of = Of::Industry(own.clone());
        let of_city = Origin::new(of, "new_track", &self.industry_name(own), self.cx.say(words::IS_NEW_TRACK));
        let (note, listed) = if lists {
            let mut listed = self.directions(&|it| it.industry == *own);
            listed.extend(self.positions(&|it| it.covers(own)));
            (self.told(basis), listed)
        } else {
            self.all_directions()
        };
        (note, std::iter::once(of_city).chain(listed).collect())
    }

    fn project_origin(&self, it: &Project) -> Origin {
        let of = Of::Project(it.id.clone());
        Origin::new(of, "industry", &self.project_name(it), &self.industry_name(&it.industry))
    }

    /// The projects placed in the park that are of the sub-sector or linked to it, and the leading position for it.
    fn coupled(&self) -> (String, Vec<Origin>) {
        let own = self.ground.number(&self.project.industry);
        let is_coupled = |it: &Project| {
            let other = self.ground.number(&it.industry);
            let is_neighbour = |own| self.ground.neighbours(own).any(|(at, _)| Some(*at) == other);
            own.is_some() && (own == other || own.is_some_and(is_neighbour))
        };
        let others = self.facts.newest_first().filter(|it| it.id != self.project.id && is_coupled(it));
        let mut origins: Vec<Origin> = others.map(|it| self.project_origin(it)).collect();
        let note = if origins.is_empty() { words::COUPLED_WITH_NONE } else { words::COUPLED_WITH };
        let leads = |it: &Position| it.role == Role::Leading && it.covers(&self.project.industry);
        origins.extend(self.positions(&leads));
        (self.cx.say(note).to_owned(), origins)
    }
}

fn basis_name(cx: &Cx<'_>, factor: Option<SiteFactor>) -> &'static str {
    cx.say(factor.map_or(words::LAND, term::site_factor))
}
