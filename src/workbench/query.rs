//! Which projects does a line of search mean? Words, conditions such as `industry:`, and `not`; in both languages.
//!
//! ```text
//! 机器人                     every word must be found in number, name, sub-sector, district or park
//! industry:battery           a condition: the sub-sector's id or name; 产业: and the full-width colon do as well
//! district:三台,安州          one of several
//! park:none                  without a park; 无 does as well
//! not status:held pinned     not turns the next condition round; 不含 does as well
//! violates:land              the cause of a broken finding of this rule, by its id or title
//! level:national level:legal the level of its park, or of a broken finding that it causes
//! "pinned"                   a quoted word is only a word
//! ```
//!
//! What is not understood is told with its cure and left out; nothing here depends on a window.

mod hints;
mod token;

use std::{
    cell::OnceCell,
    collections::{BTreeMap, BTreeSet},
};

pub use hints::{Hint, hints};
use token::{Token, fold, tokens};

use crate::{
    evaluate::judgement::Judgement,
    i18n::{self, phrase::Phrase, term},
    model::{
        id::{IndustryId, ParkId, ProjectId, RuleId, UnitId},
        park::ParkLevel,
        policy::Level,
        project::{Project, RegisterStatus},
        scenario::Scenario,
        text::Text,
    },
    rules::finding::{Item, Part, State},
};

/// What a condition is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The sub-sector.
    Industry,
    /// The unit that reported it first.
    District,
    /// Where it is placed.
    Park,
    /// Where it stands in the register.
    Status,
    /// The rule that it breaks.
    Violates,
    /// Level of its park, or of a broken finding that it causes.
    Level,
}

impl Field {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] = [Self::Industry, Self::District, Self::Park, Self::Status, Self::Violates, Self::Level];

    /// The word before the colon.
    pub const fn word(self) -> Phrase {
        match self {
            Self::Industry => Phrase::new("产业", "industry"),
            Self::District => Phrase::new("县区", "district"),
            Self::Park => Phrase::new("园区", "park"),
            Self::Status => Phrase::new("状态", "status"),
            Self::Violates => Phrase::new("违反", "violates"),
            Self::Level => Phrase::new("层级", "level"),
        }
    }

    fn read(word: &str) -> Option<Self> {
        let also = match word {
            "行业" | "细分" | "细分领域" => Some(Self::Industry),
            "区县" | "首报" => Some(Self::District),
            "进展" => Some(Self::Status),
            "突破" | "规则" => Some(Self::Violates),
            "级别" => Some(Self::Level),
            _ => None,
        };
        also.or_else(|| Self::ALL.into_iter().find(|it| it.word().zh == word || it.word().en == word))
    }
}

/// A condition that needs no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flag {
    /// Pinned in the plan that is shown.
    Pinned,
    /// Placed in the plan that is shown.
    Placed,
    /// Not placed in it.
    Unplaced,
}

impl Flag {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Pinned, Self::Placed, Self::Unplaced];

    /// The word.
    pub const fn word(self) -> Phrase {
        match self {
            Self::Pinned => Phrase::new("已钉住", "pinned"),
            Self::Placed => Phrase::new("已布局", "placed"),
            Self::Unplaced => Phrase::new("待布局", "unplaced"),
        }
    }

    fn read(word: &str) -> Option<Self> {
        if word == "钉住" {
            return Some(Self::Pinned);
        }
        Self::ALL.into_iter().find(|it| it.word().zh == word || it.word().en == word)
    }
}

/// `not`, in both languages.
pub const NOT: Phrase = Phrase::new("不含", "not");
/// `none`, in both languages.
pub const NONE: Phrase = Phrase::new("无", "none");

/// The values of a condition: any of them will do.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Wanted<T> {
    none: bool,
    values: BTreeSet<T>,
}

impl<T: Ord> Wanted<T> {
    fn accepts(&self, value: Option<&T>) -> bool {
        value.map_or(self.none, |value| self.values.contains(value))
    }
}

/// A value of `level:`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum AnyLevel {
    OfPark(ParkLevel),
    OfFinding(Level),
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Condition {
    Word(String),
    Flag(Flag),
    Industry(Wanted<IndustryId>),
    District(Wanted<UnitId>),
    Park(Wanted<ParkId>),
    Status(Wanted<RegisterStatus>),
    Violates(Wanted<RuleId>),
    Level(Wanted<AnyLevel>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Clause {
    is_negated: bool,
    condition: Condition,
}

/// What a line of search means: every clause must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    clauses: Vec<Clause>,
}

/// A query, and what of its line was not understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// What was understood.
    pub query: Query,
    /// What was not, each with its cure.
    pub problems: Vec<Text>,
}

/// Everything that a query asks about besides the project itself.
#[derive(Debug)]
pub struct Context<'a> {
    scenario: &'a Scenario,
    judgement: &'a Judgement,
    /// Broken findings by the projects that cause them; looked up when a query asks for them.
    broken: OnceCell<BrokenByProject<'a>>,
}

type BrokenByProject<'a> = BTreeMap<&'a ProjectId, BTreeSet<(&'a RuleId, Level)>>;

impl<'a> Context<'a> {
    /// What queries need of a judged plan.
    pub fn new(scenario: &'a Scenario, judgement: &'a Judgement) -> Self {
        Self { scenario, judgement, broken: OnceCell::new() }
    }

    /// Broken findings by the projects that cause them; the first call costs as much as reading all findings.
    fn broken(&self) -> &BrokenByProject<'a> {
        self.broken.get_or_init(|| Self::broken_by_project(self.judgement))
    }

    fn broken_by_project(judgement: &'a Judgement) -> BrokenByProject<'a> {
        let mut broken = BrokenByProject::new();
        for finding in judgement.findings().filter(|it| it.state == State::Broken) {
            for member in finding.members.iter().filter(|it| it.part == Part::Cause) {
                match &member.item {
                    Item::Project(id) => {
                        broken.entry(id).or_default().insert((&finding.rule, finding.level));
                    }
                    Item::Position(_) | Item::Enterprise(_) => {}
                }
            }
        }
        broken
    }

    fn home(&self, project: &Project) -> Option<&'a ParkId> {
        self.judgement.facts().home(&project.id).map(|(park, _)| park)
    }
}

impl Query {
    /// Reads a line; what is not understood stands among the problems and asks for nothing.
    pub fn read(line: &str, scenario: &Scenario) -> Reading {
        let mut reading = Reading::default();
        let mut is_negated = None;
        let mut list = tokens(line).into_iter().peekable();
        while let Some(mut token) = list.next() {
            if token.is_word(NOT) {
                is_negated = Some(!is_negated.unwrap_or(false));
                continue;
            }
            // `产业: 化工`: the value may stand apart.
            if token.head.is_some() && token.body.is_empty() && !token.is_quoted {
                let value = list.next_if(|next| next.head.is_none() && !next.is_word(NOT));
                token.body = value.map(|next| next.body).unwrap_or_default();
            }
            match Condition::read(&token, scenario) {
                Ok(Some(condition)) => {
                    reading.query.clauses.push(Clause { is_negated: is_negated.unwrap_or(false), condition });
                }
                Ok(None) => {}
                Err(problem) => reading.problems.push(problem),
            }
            is_negated = None;
        }
        if is_negated.is_some() {
            reading.problems.push(Text::new(
                "“不含”后面要有条件，如：不含 已钉住",
                "A condition must follow \"not\", such as: not pinned",
            ));
        }
        reading
    }

    /// Tells whether it asks for nothing: every project matches.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    /// Tells whether `project` is meant.
    pub fn matches(&self, project: &Project, context: &Context<'_>) -> bool {
        let text = std::cell::OnceCell::new();
        self.clauses.iter().all(|clause| {
            let holds = if let Condition::Word(word) = &clause.condition {
                text.get_or_init(|| searchable(project, context)).contains(word.as_str())
            } else {
                clause.condition.holds(project, context)
            };
            holds != clause.is_negated
        })
    }
}

impl Condition {
    /// `None` for a condition whose value is not typed yet.
    fn read(token: &Token, scenario: &Scenario) -> Result<Option<Self>, Text> {
        let Some(head) = &token.head else {
            let flag = if token.is_quoted { None } else { Flag::read(&token.body) };
            let word = || (!token.body.is_empty()).then(|| Self::Word(token.body.clone()));
            return Ok(flag.map(Self::Flag).or_else(word));
        };
        let Some(field) = Field::read(head) else {
            return Err(unknown_field(head));
        };
        if token.body.is_empty() {
            return Ok(None);
        }
        let values = values_of(&token.body);
        Ok(Some(match field {
            Field::Industry => Self::Industry(wanted(field, &values, industries(scenario))?),
            Field::District => Self::District(wanted(field, &values, districts(scenario))?),
            Field::Park => Self::Park(wanted(field, &values, parks(scenario))?),
            Field::Status => Self::Status(wanted(field, &values, statuses())?),
            Field::Violates => Self::Violates(wanted(field, &values, rules(scenario))?),
            Field::Level => Self::Level(wanted(field, &values, levels(scenario))?),
        }))
    }

    fn holds(&self, project: &Project, context: &Context<'_>) -> bool {
        let home = || context.home(project);
        match self {
            Self::Word(word) => searchable(project, context).contains(word.as_str()),
            Self::Flag(Flag::Pinned) => context.scenario.pin(context.judgement.plan(), &project.id).is_some(),
            Self::Flag(Flag::Placed) => home().is_some(),
            Self::Flag(Flag::Unplaced) => home().is_none(),
            Self::Industry(wanted) => {
                wanted.accepts(Some(&project.industry).filter(|id| context.scenario.industries.contains(id)))
            }
            Self::District(wanted) => wanted.accepts(project.first_reporter.as_ref()),
            Self::Park(wanted) => wanted.accepts(home()),
            Self::Status(wanted) => wanted.accepts(Some(&project.status)),
            Self::Violates(wanted) => match context.broken().get(&project.id) {
                Some(broken) => broken.iter().any(|(rule, _)| wanted.values.contains(*rule)),
                None => wanted.none,
            },
            Self::Level(wanted) => {
                let level = home().and_then(|park| context.scenario.parks.get(park)).map(|park| park.level);
                let of_park = wanted.accepts(level.map(AnyLevel::OfPark).as_ref());
                let broken = context.broken().get(&project.id).into_iter().flatten();
                of_park || broken.into_iter().any(|(_, level)| wanted.values.contains(&AnyLevel::OfFinding(*level)))
            }
        }
    }
}

/// Everything by which a project can be found, folded.
fn searchable(project: &Project, context: &Context<'_>) -> String {
    let scenario = context.scenario;
    let industry = scenario.industries.get(&project.industry).map(|it| &it.name);
    let reporter = project.first_reporter.as_ref().and_then(|id| scenario.units.get(id)).map(|it| &it.name);
    let park = context.home(project).map(|park| i18n::finding::park_name(scenario, park));
    let names = [Some(&project.name), industry, reporter, park.as_ref()].into_iter().flatten();
    let text: Vec<&str> = names.flat_map(|name| [name.zh.as_str(), name.en.as_str()]).collect();
    fold(&format!("{} {} {}", project.id, project.industry, text.join(" ")))
}

/// A value that a condition may take: what it stands for, its id, its names.
struct Candidate<T> {
    value: T,
    id: String,
    name: Text,
}

fn candidate<T>(value: T, id: &str, name: &Text) -> Candidate<T> {
    Candidate { value, id: id.to_owned(), name: name.clone() }
}

fn industries(scenario: &Scenario) -> Vec<Candidate<IndustryId>> {
    scenario.industries.iter().map(|it| candidate(it.id.clone(), it.id.as_str(), &it.name)).collect()
}

fn districts(scenario: &Scenario) -> Vec<Candidate<UnitId>> {
    scenario.units.iter().map(|it| candidate(it.id.clone(), it.id.as_str(), &it.name)).collect()
}

fn parks(scenario: &Scenario) -> Vec<Candidate<ParkId>> {
    scenario.parks_in_order().into_iter().map(|it| candidate(it.id.clone(), it.id.as_str(), &it.short_name)).collect()
}

fn rules(scenario: &Scenario) -> Vec<Candidate<RuleId>> {
    let rules = crate::rules::in_order(scenario).into_iter();
    rules.map(|it| candidate(it.id.clone(), it.id.as_str(), &it.title)).collect()
}

fn statuses() -> Vec<Candidate<RegisterStatus>> {
    use RegisterStatus::{Conditional, Held, InTalks, Placed, Returned, Signed};
    let all = [InTalks, Signed, Placed, Conditional, Held, Returned];
    all.into_iter().map(|it| named(it, term::register_status(it))).collect()
}

fn levels(scenario: &Scenario) -> Vec<Candidate<AnyLevel>> {
    let parks = [ParkLevel::National, ParkLevel::Provincial, ParkLevel::Municipal];
    let of_parks = parks.into_iter().map(|it| {
        let name = term::park_level(&scenario.pack, it);
        Candidate { value: AnyLevel::OfPark(it), id: fold(name.english()), name }
    });
    let findings = [Level::Legal, Level::Policy];
    of_parks.chain(findings.into_iter().map(|it| named(AnyLevel::OfFinding(it), term::level(it)))).collect()
}

fn named<T>(value: T, name: Phrase) -> Candidate<T> {
    Candidate { value, id: fold(name.en), name: name.into() }
}

/// The values between commas.
fn values_of(body: &str) -> Vec<String> {
    let parts = body.split([',', '、', '|']).map(str::trim).filter(|it| !it.is_empty());
    parts.map(str::to_owned).collect()
}

/// What `values` mean: by id or whole name where one fits, else by part of a name.
fn wanted<T: Ord>(field: Field, values: &[String], candidates: Vec<Candidate<T>>) -> Result<Wanted<T>, Text> {
    let mut wanted = Wanted { none: false, values: BTreeSet::new() };
    let known: Vec<(Candidate<T>, [String; 3])> = candidates
        .into_iter()
        .map(|it| {
            let names = [fold(&it.id), fold(&it.name.zh), fold(&it.name.en)];
            (it, names)
        })
        .collect();
    let mut meant = BTreeSet::new();
    for value in values {
        if [NONE.zh, NONE.en].contains(&value.as_str()) && field != Field::Status {
            wanted.none = true;
            continue;
        }
        let which = |test: &dyn Fn(&str) -> bool| -> Vec<usize> {
            let hits = known.iter().enumerate().filter(|(_, (_, names))| names.iter().any(|name| test(name)));
            hits.map(|(at, _)| at).collect()
        };
        let exact = which(&|name| name == value);
        let found = if exact.is_empty() { which(&|name| name.contains(value.as_str())) } else { exact };
        if found.is_empty() {
            let names: Vec<&Text> = known.iter().map(|(it, _)| &it.name).take(3).collect();
            return Err(unknown_value(field, value, &names));
        }
        meant.extend(found);
    }
    wanted.values =
        known.into_iter().enumerate().filter(|(at, _)| meant.contains(at)).map(|(_, (it, _))| it.value).collect();
    Ok(wanted)
}

fn unknown_field(head: &str) -> Text {
    let head = short(head);
    let zh: Vec<String> = Field::ALL.iter().map(|it| format!("{}:", it.word().zh)).collect();
    let en: Vec<String> = Field::ALL.iter().map(|it| format!("{}:", it.word().en)).collect();
    Text::new(
        format!("没有条件“{head}:”；可用 {}；要找这几个字请加引号", zh.join(" ")),
        format!("There is no condition \"{head}:\"; use {}, or quote it to search for it", en.join(" ")),
    )
}

fn unknown_value(field: Field, value: &str, names: &[&Text]) -> Text {
    let (value, word) = (short(value), field.word());
    let zh: Vec<&str> = names.iter().map(|it| it.zh.as_str()).collect();
    let en: Vec<&str> = names.iter().map(|it| it.english()).collect();
    let (zh, en) = match names {
        [] => ("数据中没有任何可选值".to_owned(), "the data have none".to_owned()),
        _ => (format!("如 {}", zh.join("、")), format!("such as {}", en.join(", "))),
    };
    Text::new(format!("“{}:”没有“{value}”；{zh}", word.zh), format!("\"{}:\" has no \"{value}\"; {en}", word.en))
}

/// What was typed, short enough for a message and without control characters.
fn short(typed: &str) -> String {
    let shown: String = typed.chars().filter(|c| !c.is_control()).take(24).collect();
    if typed.chars().count() > 24 { format!("{shown}…") } else { shown }
}
