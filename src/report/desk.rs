//! What lies on the desk when a paper is written? The scenario, its judgement, the language, and how things are named in it.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{NoPaper, case::Case};
use crate::{
    evaluate::judgement::Judgement,
    i18n::{
        self,
        phrase::{Lang, Phrase},
    },
    model::{
        evidence::{Confidence, Evidence},
        id::{IndustryId, ParkId, ProjectId, RecordId, UnitId},
        park::Park,
        plan::Decision,
        scenario::Scenario,
        support::Session,
        text::Text,
    },
    rules::finding::Finding,
};

/// What a paper is written from.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'a> {
    /// The scenario as it stands in its file.
    pub scenario: &'a Scenario,
    /// The judgement of the plan that the paper is about.
    pub judgement: &'a Judgement,
    /// The language of the paper.
    pub lang: Lang,
}

impl<'a> Desk<'a> {
    /// A desk with a scenario, the judgement of one of its plans, and a language.
    pub const fn new(scenario: &'a Scenario, judgement: &'a Judgement, lang: Lang) -> Self {
        Self { scenario, judgement, lang }
    }

    /// The scenario as the plan takes it.
    pub fn world(&self) -> &'a Scenario {
        self.judgement.world()
    }

    /// Whether the paper is Chinese.
    pub fn is_chinese(&self) -> bool {
        self.lang == Lang::Zh
    }

    /// `phrase` in the language of the paper.
    pub const fn say(&self, phrase: Phrase) -> &'static str {
        phrase.of(self.lang)
    }

    /// `text` in the language of the paper.
    pub fn tell(&self, text: &Text) -> String {
        text.of(self.lang).to_owned()
    }

    /// What a record says in one text for both languages, `中文 / English`: the half of the paper's language, or all of it
    /// where it is not such a pair.
    pub fn half<'t>(&self, text: &'t str) -> &'t str {
        self.lang.half(text)
    }

    /// Names side by side.
    pub fn list<S: AsRef<str>>(&self, names: &[S]) -> String {
        names.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(if self.is_chinese() { "、" } else { ", " })
    }

    /// Sentences or clauses side by side.
    pub fn clauses<S: AsRef<str>>(&self, clauses: &[S]) -> String {
        clauses.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(if self.is_chinese() { "；" } else { "; " })
    }

    /// The short name of a park.
    pub fn park(&self, id: &ParkId) -> String {
        self.tell(&i18n::finding::park_name(self.world(), id))
    }

    /// The name of a sub-sector.
    pub fn industry(&self, id: &IndustryId) -> String {
        self.tell(&i18n::finding::industry_name(self.world(), id))
    }

    /// The names of sub-sectors side by side.
    pub fn industries(&self, ids: &[IndustryId]) -> String {
        self.list(&ids.iter().map(|id| self.industry(id)).collect::<Vec<_>>())
    }

    /// The name of a project.
    pub fn project(&self, id: &ProjectId) -> String {
        self.tell(&i18n::finding::project_name(self.world(), id))
    }

    /// Number and name of a project.
    pub fn project_label(&self, id: &ProjectId) -> String {
        let name = self.project(id);
        if name == id.as_str() { name } else { format!("{id} {name}") }
    }

    /// The name of a unit.
    pub fn unit(&self, id: &UnitId) -> String {
        self.world().units.get(id).map_or_else(|| id.to_string(), |unit| self.tell(&unit.name))
    }

    /// The sentence of a finding.
    pub fn sentence(&self, finding: &Finding) -> String {
        self.tell(&i18n::finding::sentence(self.world(), finding))
    }

    /// The title of the rule of a finding.
    pub fn rule(&self, finding: &Finding) -> String {
        let rule = self.world().rules.get(&finding.rule);
        rule.map_or_else(|| finding.rule.to_string(), |rule| self.tell(&rule.title))
    }

    /// Where a source is from.
    pub fn source(&self, evidence: &Evidence) -> String {
        let source = evidence.source.as_ref().and_then(|id| self.world().sources.get(id));
        let confidence = self.say(i18n::term::confidence(evidence.confidence)).to_owned();
        match source {
            Some(source) => self.clauses(&[self.tell(&source.title), confidence]),
            None => confidence,
        }
    }

    /// Whether the figure that a record states in a field is assumed.
    pub fn is_assumed(&self, table: &str, record: &str, field: &str, evidence: &Evidence) -> bool {
        self.world().confidence(table, record, field, evidence) >= Confidence::Assumed
    }

    /// The same of a field of a park.
    pub fn is_assumed_of_park(&self, park: &Park, field: &str) -> bool {
        self.is_assumed("parks", park.id.as_str(), field, &park.evidence)
    }

    /// Sessions by day, the latest last.
    pub fn sessions(&self) -> Vec<&'a Session> {
        let mut sessions: Vec<&Session> = self.scenario.sessions.iter().map(AsRef::as_ref).collect();
        sessions.sort_by(|one, other| (one.date, &one.id).cmp(&(other.date, &other.id)));
        sessions
    }

    /// The session that is asked for, or the latest; `None` where none is on record and none is asked for.
    pub(super) fn session(&self, asked: Option<&RecordId>) -> Result<Option<&'a Session>, NoPaper> {
        match asked {
            None => Ok(self.sessions().pop()),
            Some(id) => {
                let found = self.scenario.sessions.get(id).map(AsRef::as_ref);
                found.map(Some).ok_or_else(|| NoPaper::Session(id.clone()))
            }
        }
    }

    /// The decisions of a session, by project.
    pub(super) fn decisions_of(&self, session: &Session) -> Vec<&'a Decision> {
        self.scenario.decisions.iter().filter(|it| it.session == session.id).map(AsRef::as_ref).collect()
    }

    /// What was decided last on a project.
    pub(super) fn decision(&self, project: &ProjectId) -> Option<&'a Decision> {
        let key = |session: &Session| (session.id.clone(), project.clone());
        self.sessions().into_iter().rev().find_map(|it| self.scenario.decisions.get(&key(it))).map(AsRef::as_ref)
    }

    /// What is asked of every project: where it stands and could stand. Costs a ranking a project.
    pub(super) fn cases(&self) -> Vec<Case<'a>> {
        self.world().projects.iter().map(|project| Case::of(self, project)).collect()
    }

    /// Parks of which part of the output is assumed.
    pub(super) fn parks_with_assumed_output(&self) -> BTreeSet<ParkId> {
        use crate::analysis::composition::{self, Metric};
        composition::assumed(self.scenario, self.judgement.plan(), Metric::Output)
    }

    /// Number and name of the plan.
    pub fn plan(&self) -> String {
        let id = self.judgement.plan();
        self.world().plans.get(id).map_or_else(|| id.to_string(), |plan| format!("{id} {}", self.tell(&plan.name)))
    }

    /// The day of judgement.
    pub fn day(&self) -> Date {
        self.world().as_of
    }

    /// What stands under the title: the session or the scenario, the day, the plan.
    pub(super) fn subtitle(&self, session: Option<&Session>) -> String {
        let (name, day) = session.map_or((&self.scenario.title, self.day()), |it| (&it.name, it.date));
        format!("{} · {day} · {} {}", self.tell(name), self.say(crate::i18n::report::words::PLAN), self.plan())
    }
}
