//! `parkboard ledger`: pools and programmes, promises, agreements with their books, and who is worse off.

use std::{collections::BTreeMap, io::Write, path::PathBuf};

use serde::Serialize;

use super::{
    DONE, Reading, Stop,
    form::{self, Asked},
};
use crate::{
    analysis::{
        sharing::{
            Assessment, Counted, Ledger, Row, Split, Standing,
            coalition::Division,
            guard::Cure,
            units::{Books, Guard},
        },
        support::{self, Allocation, Light, Reason},
    },
    evaluate::judgement::Judgement,
    i18n::{
        self, figure,
        phrase::{Lang, Phrase},
        sharing as say,
    },
    io::ron,
    model::{
        id::UnitId,
        policy::{PoolKind, RuleKind},
        quantity::{WanYuan, Yuan},
        scenario::Scenario,
        support::Programme,
    },
};

/// Arguments of the verb.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The scenario / 情景文件
    file: PathBuf,
    #[command(flatten)]
    asked: Asked,
    #[command(flatten)]
    pub(super) reading: Reading,
}

/// Machine form of the answer; keys are stable. Amounts that end in `_fen` are integers of fen, others are in the unit of the file.
#[derive(Serialize)]
struct Answer {
    plan: String,
    pools: BTreeMap<String, PoolForm>,
    programmes: BTreeMap<String, ProgrammeForm>,
    tasks: BTreeMap<String, TaskForm>,
    agreements: BTreeMap<String, AgreementForm>,
    units: BTreeMap<String, UnitForm>,
    guard: GuardForm,
    transfers: Vec<TransferForm>,
    assessment: BTreeMap<&'static str, AssessmentForm>,
}

#[derive(Serialize)]
struct PoolForm {
    kind: &'static str,
    used: f64,
    reserved: f64,
    quota: Option<f64>,
    unstated: u32,
    state: &'static str,
}

#[derive(Serialize)]
struct ProgrammeForm {
    budget: Option<f64>,
    granted: f64,
    by_rule: f64,
    left: Option<f64>,
    claims: Vec<ClaimForm>,
}

#[derive(Serialize)]
struct ClaimForm {
    project: String,
    asked: f64,
    by_rule: f64,
    granted: Option<f64>,
    reason: Option<&'static str>,
}

#[derive(Serialize)]
struct TaskForm {
    project: String,
    promise: &'static str,
    due: String,
    done: Option<String>,
    light: &'static str,
}

#[derive(Serialize)]
struct AgreementForm {
    originator: String,
    host: String,
    template: String,
    standing: &'static str,
    rows: Vec<RowForm>,
    /// By contribution, where the parties state what they could have together.
    #[serde(skip_serializing_if = "Option::is_none")]
    shapley: Option<ShapleyForm>,
}

#[derive(Serialize)]
struct ShapleyForm {
    shares: BTreeMap<String, f64>,
    in_core: bool,
    violations: Vec<ViolationForm>,
    core: Option<BTreeMap<String, f64>>,
}

#[derive(Serialize)]
struct ViolationForm {
    coalition: Vec<String>,
    amount: f64,
}

#[derive(Serialize)]
struct RowForm {
    year: i16,
    expected: Option<SplitForm>,
    actual: Option<SplitForm>,
    paid_fen: Option<i64>,
    owed_fen: Option<i64>,
}

#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "the unit stands in every key of the JSON")]
struct SplitForm {
    base_fen: i64,
    repaid_fen: i64,
    originator_fen: i64,
    others_fen: Vec<i64>,
    host_fen: i64,
}

#[derive(Serialize)]
struct UnitForm {
    total_fen: i64,
    years: BTreeMap<i16, YearForm>,
}

#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "the unit stands in every key of the JSON")]
struct YearForm {
    hosted_fen: i64,
    handed_on_fen: i64,
    received_fen: i64,
    paid_fen: i64,
    transfers_fen: i64,
    net_fen: i64,
}

#[derive(Serialize)]
struct GuardForm {
    units: BTreeMap<String, WelfareForm>,
    worse_off: Vec<String>,
    cure: &'static str,
    payments: Vec<PaymentForm>,
    lack_fen: Option<i64>,
}

#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "the unit stands in every key of the JSON")]
struct WelfareForm {
    with_plan_fen: i64,
    without_fen: i64,
    gain_fen: i64,
}

#[derive(Serialize)]
struct PaymentForm {
    from: String,
    to: String,
    amount_fen: i64,
}

#[derive(Serialize)]
struct TransferForm {
    from: String,
    to: String,
    amount_fen: i64,
    first_year: i16,
    last_year: i16,
}

#[derive(Serialize)]
struct AssessmentForm {
    official: BTreeMap<String, f64>,
    assessed: BTreeMap<String, f64>,
    city_total: f64,
}

/// Runs the verb.
pub fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<u8, Stop> {
    let mut scenario = ron::read_scenario(&arguments.file)?;
    let plan = arguments.asked.of(&mut scenario)?;
    let judgement = Judgement::of(&scenario, &plan);
    let (world, facts) = (judgement.world(), judgement.facts());
    let books = Books::of(world, facts);
    let guard = Guard::of(world, facts, &books);
    if arguments.reading.json {
        let answer = Answer {
            plan: plan.to_string(),
            pools: pools(&judgement),
            programmes: world.programmes.iter().map(|it| (it.id.to_string(), programme(&judgement, it))).collect(),
            tasks: tasks(world),
            agreements: agreements(&judgement),
            units: books.units.keys().map(|unit| (unit.to_string(), unit_form(&books, unit))).collect(),
            guard: guard_form(&guard),
            transfers: world
                .transfers_of(&plan)
                .map(|it| TransferForm {
                    from: it.from.to_string(),
                    to: it.to.to_string(),
                    amount_fen: it.amount.steps(),
                    first_year: it.first_year,
                    last_year: it.last_year,
                })
                .collect(),
            assessment: [("output", Counted::Output), ("investment", Counted::Investment)]
                .into_iter()
                .map(|(name, counted)| (name, assessment(&judgement, counted)))
                .collect(),
        };
        form::write_json(out, &answer)?;
    } else {
        print(&judgement, &books, &guard, arguments.reading.lang.into(), out)?;
    }
    Ok(DONE)
}

fn pools(judgement: &Judgement) -> BTreeMap<String, PoolForm> {
    let world = judgement.world();
    let of = |rule: &crate::model::policy::Rule| {
        let RuleKind::CityPool(pool) = &rule.kind else { return None };
        let drawn = pool.drawn(&judgement.totals());
        let (kind, unit) = match pool.kind() {
            PoolKind::Land => ("land", 100.0),
            PoolKind::Energy => ("energy", 10.0),
            PoolKind::WasteWater => ("waste-water", 10.0),
        };
        let figure = |steps: i64| form::float(steps) / unit;
        let found = judgement.of_pools().iter().find(|it| it.rule == rule.id);
        let form = PoolForm {
            kind,
            used: figure(drawn.used),
            reserved: figure(drawn.reserved),
            quota: pool.quota().map(figure),
            unstated: drawn.unstated,
            state: found.map_or("not-applicable", |it| it.state.id()),
        };
        Some((rule.id.to_string(), form))
    };
    world.rules.iter().filter_map(|rule| of(rule)).collect()
}

fn programme(judgement: &Judgement, it: &Programme) -> ProgrammeForm {
    let (world, facts) = (judgement.world(), judgement.facts());
    let Allocation { awards, spent, .. } = support::allocate(world, facts, it);
    let grants = world.grants_of(facts.plan()).filter(|grant| grant.programme == it.id);
    let granted = grants.fold(WanYuan::ZERO, |sum, grant| sum.plus(grant.amount));
    ProgrammeForm {
        budget: it.budget.map(WanYuan::to_f64),
        granted: granted.to_f64(),
        by_rule: spent.to_f64(),
        left: it.budget.map(|budget| budget.minus(granted).to_f64()),
        claims: awards
            .iter()
            .map(|award| ClaimForm {
                project: award.project.to_string(),
                asked: award.asked.to_f64(),
                by_rule: award.amount.to_f64(),
                granted: award.granted.map(WanYuan::to_f64),
                reason: award.reason.as_ref().map(reason),
            })
            .collect(),
    }
}

const fn reason(reason: &Reason) -> &'static str {
    match reason {
        Reason::OtherParks => "other-parks",
        Reason::Conditions(_) => "conditions",
        Reason::BelowLeast(_) => "below-least",
        Reason::NoBudget => "no-budget",
        Reason::Exhausted(_) => "exhausted",
        Reason::LessValue => "less-value",
        Reason::NoTax => "no-tax",
        Reason::Part => "part",
        Reason::Ceiling => "ceiling",
        Reason::Overridden => "overridden",
    }
}

fn tasks(world: &Scenario) -> BTreeMap<String, TaskForm> {
    let form = |it: &crate::model::support::Task| TaskForm {
        project: it.project.to_string(),
        promise: match it.promise {
            crate::model::support::Promise::Service => "service",
            crate::model::support::Promise::Commitment => "commitment",
        },
        due: it.due.to_string(),
        done: it.done.map(|day| day.to_string()),
        light: match support::light(it, world.as_of) {
            Light::Overdue => "overdue",
            Light::DueSoon => "due-soon",
            Light::OnTrack => "on-track",
            Light::DoneLate => "done-late",
            Light::Done => "done",
        },
    };
    world.tasks.iter().map(|it| (it.id.to_string(), form(it))).collect()
}

fn agreements(judgement: &Judgement) -> BTreeMap<String, AgreementForm> {
    let ledgers = Ledger::all(judgement.world(), judgement.facts());
    let form = |it: &Ledger| AgreementForm {
        originator: it.agreement.originator.to_string(),
        host: it.agreement.host.to_string(),
        template: it.agreement.template.to_string(),
        standing: match &it.standing {
            Standing::InForce => "in-force",
            Standing::NotPlaced => "not-placed",
            Standing::HostDiffers(_) => "host-differs",
        },
        rows: it.rows.iter().map(row).collect(),
        shapley: Division::of(&it.agreement).and_then(Result::ok).map(|it| shapley(&it)),
    };
    ledgers.iter().map(|it| (it.agreement.project.to_string(), form(it))).collect()
}

fn shapley(it: &Division) -> ShapleyForm {
    let by_unit = |shares: &[f64]| it.parties.iter().map(ToString::to_string).zip(shares.iter().copied()).collect();
    ShapleyForm {
        shares: by_unit(&it.shares),
        in_core: it.violations.is_empty(),
        violations: it
            .violations
            .iter()
            .map(|(units, amount)| ViolationForm {
                coalition: units.iter().map(ToString::to_string).collect(),
                amount: *amount,
            })
            .collect(),
        core: it.core.as_deref().map(by_unit),
    }
}

fn row(it: &Row) -> RowForm {
    let split = |it: &Split| SplitForm {
        base_fen: it.base,
        repaid_fen: it.repaid,
        originator_fen: it.originator,
        others_fen: it.others.clone(),
        host_fen: it.host,
    };
    RowForm {
        year: it.year,
        expected: it.expected.as_ref().map(split),
        actual: it.actual.as_ref().map(split),
        paid_fen: it.paid.map(Yuan::steps),
        owed_fen: it.owed(),
    }
}

fn unit_form(books: &Books, unit: &UnitId) -> UnitForm {
    let of = books.units.get(unit).map_or(&[][..], Vec::as_slice);
    let year = |it: &crate::analysis::sharing::units::UnitYear| YearForm {
        hosted_fen: it.hosted,
        handed_on_fen: it.handed_on,
        received_fen: it.received,
        paid_fen: it.paid,
        transfers_fen: it.transfers,
        net_fen: it.net(),
    };
    UnitForm { total_fen: books.total(unit), years: books.years.iter().copied().zip(of.iter().map(year)).collect() }
}

fn guard_form(guard: &Guard) -> GuardForm {
    let name = |at: usize| guard.units.get(at).map(|it| it.unit.to_string()).unwrap_or_default();
    let (cure, payments, lack) = match &guard.cure {
        Cure::NotNeeded => ("not-needed", Vec::new(), None),
        Cure::Payments(payments) => ("payments", payments.clone(), None),
        Cure::Impossible(lack) => ("impossible", Vec::new(), Some(*lack)),
    };
    let welfare = |it: &crate::analysis::sharing::guard::Welfare| WelfareForm {
        with_plan_fen: it.with_plan,
        without_fen: it.without,
        gain_fen: it.gain(),
    };
    GuardForm {
        units: guard.units.iter().map(|it| (it.unit.to_string(), welfare(it))).collect(),
        worse_off: guard.worse_off().map(|it| it.unit.to_string()).collect(),
        cure,
        payments: payments
            .iter()
            .map(|it| PaymentForm { from: name(it.from), to: name(it.to), amount_fen: it.amount })
            .collect(),
        lack_fen: lack,
    }
}

/// Both columns of the first year of every agreement.
fn assessment(judgement: &Judgement, counted: Counted) -> AssessmentForm {
    let world = judgement.world();
    let mut found = Assessment::default();
    for ledger in Ledger::all(world, judgement.facts()) {
        let template = world.sharing_templates.get(&ledger.agreement.template);
        let project = world.projects.get(&ledger.agreement.project);
        if let (Some(template), Some(project), Standing::InForce) = (template, project, &ledger.standing) {
            found.add(&ledger.agreement, template, project, counted, 1);
        }
    }
    let column = |of: &BTreeMap<UnitId, i64>| {
        of.iter().map(|(unit, steps)| (unit.to_string(), WanYuan::from_steps(*steps).to_f64())).collect()
    };
    AssessmentForm {
        city_total: WanYuan::from_steps(found.city_total()).to_f64(),
        official: column(&found.official),
        assessed: column(&found.assessed),
    }
}

/// An amount in fen as planners read it.
fn money(fen: i64, lang: Lang) -> String {
    let sign = if fen < 0 { "−" } else { "" };
    format!("{sign}{}", figure::money(WanYuan::from_steps(fen.saturating_abs() / 10_000)).of(lang))
}

fn print(judgement: &Judgement, books: &Books, guard: &Guard, lang: Lang, out: &mut dyn Write) -> std::io::Result<()> {
    let world = judgement.world();
    let phrase = |zh: &'static str, en: &'static str| Phrase::new(zh, en).of(lang);
    writeln!(out, "{}\n", world.title.of(lang))?;
    for finding in judgement.of_pools() {
        writeln!(out, "{}", i18n::finding::sentence(world, finding).of(lang))?;
    }
    for it in &world.programmes {
        let Allocation { awards, spent, .. } = support::allocate(world, judgement.facts(), it);
        let budget = it
            .budget
            .map_or_else(|| phrase("缺数据", "no data").to_owned(), |it| figure::money(it).of(lang).to_owned());
        let (by_rule, spent) = (phrase("按规则安排", "by the rule"), figure::money(spent));
        writeln!(out, "\n{} · {budget} · {by_rule} {}", it.name.of(lang), spent.of(lang))?;
        for award in awards {
            let (asked, amount) = (figure::money(award.asked), figure::money(award.amount));
            let why = award.reason.as_ref().map(|it| format!(" · {}", i18n::support::reason(world, it).of(lang)));
            let name = i18n::finding::project_name(world, &award.project);
            let why = why.unwrap_or_default();
            writeln!(out, "    {} {} {} → {}{why}", award.project, name.of(lang), asked.of(lang), amount.of(lang))?;
        }
    }
    writeln!(
        out,
        "\n{}",
        phrase("单位：方案下、无方案、得失（十年）", "Units: with the plan, without, gain (ten years)")
    )?;
    for it in guard.units.iter().filter(|it| it.with_plan != 0 || it.without != 0) {
        let [with, without, gain] = [it.with_plan, it.without, it.gain()].map(|fen| money(fen, lang));
        writeln!(out, "    {} {with} · {without} · {gain}", say::unit_name(world, &it.unit).of(lang))?;
    }
    match &guard.cure {
        Cure::NotNeeded => writeln!(out, "{}", phrase("没有单位受损", "Nobody is worse off"))?,
        Cure::Impossible(lack) => writeln!(
            out,
            "{} {}",
            phrase("转移支付无法使各方都不受损，合计差", "No transfer can cure it; the city as a whole lacks"),
            money(*lack, lang)
        )?,
        Cure::Payments(payments) => {
            for it in payments {
                let name = |at: usize| {
                    guard
                        .units
                        .get(at)
                        .map_or_else(String::new, |it| say::unit_name(world, &it.unit).of(lang).to_owned())
                };
                let amount = money(it.amount, lang);
                writeln!(
                    out,
                    "{} {} → {} {amount}",
                    phrase("建议补偿", "Proposed transfer"),
                    name(it.from),
                    name(it.to)
                )?;
            }
        }
    }
    if books.without_tax > 0 {
        writeln!(
            out,
            "{} {}",
            phrase("未计入（缺税收）的项目：", "Projects without a tax figure, not counted:"),
            books.without_tax
        )?;
    }
    Ok(())
}
