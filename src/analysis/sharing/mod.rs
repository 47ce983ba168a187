//! Who gets what of a project's tax, year by year (利益共享)? The ledger of an agreement, what counts in assessment, the books of
//! every unit.
//!
//! | question | answer |
//! |---|---|
//! | What does an agreement bring each party in a year? | [`Ledger`] |
//! | What counts for whom in the city's assessment? | [`Assessment`] |
//! | What is fair among three or more? | [`coalition`] |
//! | What does each unit have in a year, and who is worse off? | [`units`], [`guard`] |
//!
//! **Base** of a year: tax of the project × its part of each shared tax × what of that stays in the county, less incentives, never
//! below 0; a year below 0 is not carried over. From the base a documented outlay of the originator is repaid first where the
//! template says so; of a relocation, the tax of the base year stays with the originator; the rest is split by the window of
//! the year, outside of every window the host keeps all. Money is in fen, and the shares of a year add up to its base
//! ([`ledger_split`]).

pub mod coalition;
pub mod guard;
pub mod units;

use std::collections::BTreeMap;

use super::allocation::ledger_split;
use crate::{
    model::{
        id::{PlanId, ProjectId, RecordId, UnitId},
        plan::Agreement,
        project::Project,
        quantity::{Factor, WanYuan, Yuan},
        scenario::Scenario,
        sharing::{LedgerEntry, SharingTemplate, SharingYears},
    },
    rules::facts::Facts,
};

/// Fen in a step of [`WanYuan`]: a hundredth of 10,000 yuan.
const FEN_IN_STEP: i64 = 10_000;

/// An amount in fen.
pub fn fen(amount: WanYuan) -> i64 {
    amount.steps().saturating_mul(FEN_IN_STEP)
}

/// How an agreement stands by the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// The project stands in a park of the host.
    InForce,
    /// The project stands in no park: nothing is shared.
    NotPlaced,
    /// The project stands in a park of another unit, or of none that is known: the agreement has to be made anew.
    HostDiffers(Option<UnitId>),
}

/// The shares of one year: they add up to the base.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Split {
    /// The base, fen.
    pub base: i64,
    /// What of it repays the originator's outlay, fen.
    pub repaid: i64,
    /// What of it is the tax of the base year, which stays with the originator.
    pub kept: i64,
    /// What the originator has in all, fen.
    pub originator: i64,
    /// What further parties have, fen, in the order of the agreement.
    pub others: Vec<i64>,
    /// What the host has, fen.
    pub host: i64,
}

impl Split {
    /// What the host hands on.
    pub fn handed_on(&self) -> i64 {
        self.others.iter().fold(self.originator, |sum, it| sum.saturating_add(*it))
    }

    /// All shares together; the base.
    pub fn sum(&self) -> i64 {
        self.handed_on().saturating_add(self.host)
    }
}

/// One year of a ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The year.
    pub year: i16,
    /// Its number in the term, 1 for the first.
    pub number: u16,
    /// By the figures of the project: `None` where it states no tax.
    pub expected: Option<Split>,
    /// By what was booked; `None` while it was not.
    pub actual: Option<Split>,
    /// What the host has paid, yuan to the fen.
    pub paid: Option<Yuan>,
}

impl Row {
    /// What is due to the others: by what was booked, else by what is expected.
    pub fn split(&self) -> Option<&Split> {
        self.actual.as_ref().or(self.expected.as_ref())
    }

    /// What the host still owes of what was booked; below 0 it has paid too much. `None` while nothing was booked.
    pub fn owed(&self) -> Option<i64> {
        let due = self.actual.as_ref()?.handed_on();
        Some(due.saturating_sub(self.paid.map_or(0, Yuan::steps)))
    }
}

/// The ledger of one agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    /// The agreement.
    pub agreement: Agreement,
    /// How it stands.
    pub standing: Standing,
    /// Its years: the term, and one after it in which the host keeps all.
    pub rows: Vec<Row>,
}

/// Years of an agreement that a ledger lists at most.
const MOST_YEARS: u16 = 60;

/// The windows by which an agreement splits tax: its own, or those of its template.
pub fn windows<'a>(agreement: &'a Agreement, template: &'a SharingTemplate) -> &'a [SharingYears] {
    if agreement.terms.is_empty() { &template.tax } else { &agreement.terms }
}

/// What of a tax of `tax` a year stays in the county, of those taxes that `template` shares, in fen, rounded down for each tax. With no
/// taxes in the scenario all of it does.
pub fn retained(world: &Scenario, tax: i64, shared: &[RecordId]) -> i64 {
    if world.taxes.is_empty() {
        return tax;
    }
    let of = world.taxes.iter().filter(|it| shared.is_empty() || shared.contains(&it.id));
    let whole = i128::from(Factor::ONE.steps()) * i128::from(Factor::ONE.steps());
    let sum = of.fold(0_i128, |sum, it| {
        sum + i128::from(tax) * i128::from(it.part.steps()) * i128::from(it.retained.steps()) / whole
    });
    i64::try_from(sum).unwrap_or(i64::MAX)
}

/// What a plan pays `project` from programmes, in fen: its incentives of the first year.
pub fn granted(world: &Scenario, plan: &PlanId, project: &ProjectId) -> i64 {
    let grants = world.grants_of(plan).filter(|it| it.project == *project);
    grants.fold(0_i64, |sum, it| sum.saturating_add(fen(it.amount)))
}

impl Ledger {
    /// The ledger of `agreement` in the plan of `facts`; `None` where its template is not there.
    pub fn of(world: &Scenario, facts: &Facts, agreement: &Agreement) -> Option<Self> {
        let template = world.sharing_templates.get(&agreement.template)?;
        let project = world.projects.get(&agreement.project).map(AsRef::as_ref);
        let terms = windows(agreement, template);
        let last = terms.iter().map(|it| it.to).max().unwrap_or(0).min(MOST_YEARS);
        let mut outlay = if template.repays_outlay { agreement.outlay.map_or(0, fen) } else { 0 };
        let mut outlay_expected = outlay;
        let mut rows = Vec::new();
        for number in 1..=last.saturating_add(1) {
            let year = agreement.first_year.saturating_add(i16::try_from(number).unwrap_or(i16::MAX) - 1);
            let entry = world.ledger.get(&(agreement.plan.clone(), agreement.project.clone(), year));
            let base = base_of_first_year(world, agreement, template);
            let terms = Terms { template, agreement, window: at(terms, number), number, kept: base };
            let expected = expected_base(world, project, &terms)
                .map(|(net, incentives)| terms.split(net, incentives, &mut outlay_expected));
            let actual = entry.and_then(|it| booked(it)).map(|(tax, paid)| terms.split(tax, paid, &mut outlay));
            // What is expected of later years begins with what was repaid in fact.
            if actual.is_some() {
                outlay_expected = outlay;
            } else {
                outlay = outlay_expected;
            }
            rows.push(Row { year, number, expected, actual, paid: entry.and_then(|it| it.paid) });
        }
        Some(Self { agreement: agreement.clone(), standing: standing(world, facts, agreement), rows })
    }

    /// The ledgers of all agreements of the plan of `facts`, by project.
    pub fn all(world: &Scenario, facts: &Facts) -> Vec<Self> {
        world.agreements_of(facts.plan()).filter_map(|it| Self::of(world, facts, it)).collect()
    }

    /// The row of `year`.
    pub fn year(&self, year: i16) -> Option<&Row> {
        self.rows.iter().find(|it| it.year == year)
    }

    /// The parties in the order of their shares: originator, others, host.
    pub fn parties(&self) -> impl Iterator<Item = &UnitId> {
        let others = self.agreement.others.iter().map(|it| &it.unit);
        [&self.agreement.originator].into_iter().chain(others).chain([&self.agreement.host])
    }
}

/// The window of the year of this number.
fn at(windows: &[SharingYears], number: u16) -> Option<&SharingYears> {
    windows.iter().find(|it| (it.from..=it.to).contains(&number))
}

/// By what one year is split.
struct Terms<'a> {
    template: &'a SharingTemplate,
    agreement: &'a Agreement,
    window: Option<&'a SharingYears>,
    number: u16,
    /// Tax of the base year that stays with the originator, in fen.
    kept: i64,
}

impl Terms<'_> {
    /// Splits what is left of `tax` after `incentives`; `outlay` is what is still to be repaid.
    fn split(&self, tax: i64, incentives: i64, outlay: &mut i64) -> Split {
        let incentives = if self.template.gross { 0 } else { incentives };
        let base = ledger_split::base(tax, incentives);
        let is_in_term = self.window.is_some();
        let kept = if is_in_term { self.kept.min(base) } else { 0 };
        let repaid = (*outlay).min(base - kept);
        *outlay -= repaid;
        let rest = base - kept - repaid;
        let shares = self.shares(rest);
        let (originator, others, host) = match shares.as_slice() {
            [originator, others @ .., host] => (*originator, others.to_vec(), *host),
            [] | [_] => (0, vec![0; self.agreement.others.len()], rest),
        };
        Split { base, repaid, kept, originator: originator + kept + repaid, others, host }
    }

    /// The shares of `rest`: originator, others, host last.
    fn shares(&self, rest: i64) -> Vec<i64> {
        let whole = Factor::ONE.steps();
        let Some(window) = self.window else { return Vec::new() };
        let others = self.agreement.others.iter().map(|it| it.share.steps());
        let taken = others.clone().fold(0_i64, i64::saturating_add).min(whole);
        let left = whole - taken;
        let originator = window.originator.steps().clamp(0, whole);
        let weights: Vec<i64> = [left * originator]
            .into_iter()
            .chain(others.map(|share| share * whole))
            .chain([left * (whole - originator)])
            .collect();
        ledger_split::split(rest, &weights).unwrap_or_default()
    }
}

/// Tax of the base year that a relocation leaves with the originator, in fen.
fn base_of_first_year(world: &Scenario, agreement: &Agreement, template: &SharingTemplate) -> i64 {
    let tax = agreement.base_tax.filter(|_| template.increment_only).map_or(0, fen);
    retained(world, tax, &template.taxes)
}

/// Tax that stays and incentives by the figures of the project; `None` where it states no tax.
fn expected_base(world: &Scenario, project: Option<&Project>, terms: &Terms<'_>) -> Option<(i64, i64)> {
    let project = project?;
    let tax = retained(world, fen(project.tax?), &terms.template.taxes);
    let incentives = if terms.number == 1 { granted(world, &terms.agreement.plan, &project.id) } else { 0 };
    Some((tax, incentives))
}

/// Tax and incentives that were booked; `None` while the tax was not.
fn booked(entry: &LedgerEntry) -> Option<(i64, i64)> {
    Some((entry.tax?.steps(), entry.incentives.map_or(0, Yuan::steps)))
}

/// How `agreement` stands in the plan of `facts`.
pub fn standing(world: &Scenario, facts: &Facts, agreement: &Agreement) -> Standing {
    let Some((park, _)) = facts.home(&agreement.project) else { return Standing::NotPlaced };
    let Some(park) = world.parks.get(park) else { return Standing::NotPlaced };
    if park.is_hosted_by(&agreement.host) {
        Standing::InForce
    } else {
        Standing::HostDiffers(park.beneficiary_unit.clone())
    }
}

/// What is counted in assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counted {
    /// Output, at full production.
    Output,
    /// Investment, once.
    Investment,
}

/// What counts for whom in a year: the official column and that of the city's own assessment, in steps of [`WanYuan`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assessment {
    /// Statistics by location (在地统计): the host has all.
    pub official: BTreeMap<UnitId, i64>,
    /// The city's own assessment: split, or in full for both sides.
    pub assessed: BTreeMap<UnitId, i64>,
}

impl Assessment {
    /// What the city as a whole counts: the official column; what is counted double never enters it.
    pub fn city_total(&self) -> i64 {
        self.official.values().fold(0_i64, |sum, it| sum.saturating_add(*it))
    }

    /// Adds what one agreement counts in the year of `number`; nothing where the project does not state the figure.
    pub fn add(
        &mut self,
        agreement: &Agreement,
        template: &SharingTemplate,
        project: &Project,
        counted: Counted,
        number: u16,
    ) {
        let figure = match counted {
            Counted::Output => project.output,
            Counted::Investment => project.investment.filter(|_| number == 1),
        };
        let Some(amount) = figure.map(WanYuan::steps) else { return };
        let mut put = |column: bool, unit: &UnitId, amount: i64| {
            let column = if column { &mut self.official } else { &mut self.assessed };
            let sum = column.entry(unit.clone()).or_default();
            *sum = sum.saturating_add(amount);
        };
        put(true, &agreement.host, amount);
        if template.counts_double {
            put(false, &agreement.originator, amount);
            put(false, &agreement.host, amount);
            return;
        }
        let share = at(&template.assessment, number).map_or(0, |it| it.originator.steps());
        let weights = [share, Factor::ONE.steps() - share];
        let shares = ledger_split::split(amount, &weights).unwrap_or_else(|_| vec![0, amount]);
        for (unit, share) in [&agreement.originator, &agreement.host].into_iter().zip(shares) {
            put(false, unit, share);
        }
    }
}
