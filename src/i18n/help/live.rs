//! What does the open scenario set of a formula? Caps, weights, ends of scales, marks: read from the document, never written in a page.

use crate::{
    analysis::{appraisal::main_pack, characteristic::standard_of},
    i18n::{
        criterion, evaluation,
        figure::{self, grouped},
        sharing, support, term,
    },
    model::{
        anchors::Anchors,
        criterion::{Criterion, Group},
        id::PlanId,
        park::ParkLevel,
        policy::{Caps, Mode, RuleKind},
        quantity::Factor,
        scenario::Scenario,
        text::Text,
        weights::weights_of,
    },
};

/// Records that are named at most.
const MOST: usize = 6;

/// What is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Live {
    /// Positions allowed by the level of the park.
    Caps,
    /// Parks in which one sub-sector may lead.
    Overlap,
    /// Sub-sectors of one position.
    Breadth,
    /// Weights of the groups of criteria in the plan.
    Weights,
    /// Ends of the scales of criteria.
    Scales,
    /// Values of the relations of position fit.
    Relations,
    /// Reach of chains, and what is purchased.
    Chain,
    /// Parameters of the coupling.
    Coupling,
    /// Pillars of the main indicator pack.
    Pillars,
    /// Grades of the main indicator pack.
    Grades,
    /// Standards of recognition.
    Standards,
    /// What of which tax stays.
    Taxes,
    /// Sharing templates.
    Templates,
    /// Programmes with their rules.
    Programmes,
}

impl Live {
    /// What `scenario` sets, weights as in `plan`, a line each where it is much; empty where it sets nothing.
    pub fn told(self, scenario: &Scenario, plan: &PlanId) -> Text {
        match self {
            Self::Caps => caps(scenario),
            Self::Overlap => {
                most("n", scenario, |kind| if let RuleKind::Homogeneous { most } = kind { Some(*most) } else { None })
            }
            Self::Breadth => {
                most("m", scenario, |kind| if let RuleKind::Breadth { most } = kind { Some(*most) } else { None })
            }
            Self::Weights => weights(scenario, plan),
            Self::Scales => scales(&Anchors::of(scenario)),
            Self::Relations => relations(&Anchors::of(scenario)),
            Self::Chain => chain(&Anchors::of(scenario)),
            Self::Coupling => coupling(&Anchors::of(scenario)),
            Self::Pillars => pillars(scenario),
            Self::Grades => grades(scenario),
            Self::Standards => standards(scenario),
            Self::Taxes => taxes(scenario),
            Self::Templates => templates(scenario),
            Self::Programmes => programmes(scenario),
        }
    }
}

/// Several texts as a list.
fn listed(texts: impl IntoIterator<Item = Text>) -> Text {
    let texts: Vec<Text> = texts.into_iter().collect();
    let zh: Vec<&str> = texts.iter().map(|it| it.zh.as_str()).collect();
    let en: Vec<&str> = texts.iter().map(Text::english).collect();
    Text::new(zh.join("；"), en.join("; "))
}

/// The first few of `texts`, a line each, and how many more there are.
fn lines(texts: Vec<Text>) -> Text {
    let more = texts.len().saturating_sub(MOST);
    let rest = (more > 0).then(|| Text::new(format!("另有 {more} 项"), format!("{more} more")));
    let texts: Vec<Text> = texts.into_iter().take(MOST).chain(rest).collect();
    let zh: Vec<&str> = texts.iter().map(|it| it.zh.as_str()).collect();
    let en: Vec<&str> = texts.iter().map(Text::english).collect();
    Text::new(zh.join("\n"), en.join("\n"))
}

/// What the first rule in force that `read` knows says.
fn in_force<T>(scenario: &Scenario, read: impl Fn(&RuleKind) -> Option<T>) -> Option<T> {
    let judged =
        |rule: &&std::sync::Arc<crate::model::policy::Rule>| rule.mode != Mode::Off && rule.in_force_on(scenario.as_of);
    scenario.rules.iter().filter(judged).find_map(|rule| read(&rule.kind))
}

fn caps(scenario: &Scenario) -> Text {
    let leading = in_force(scenario, |kind| if let RuleKind::LeadingCap(caps) = kind { Some(*caps) } else { None });
    let characteristic =
        in_force(scenario, |kind| if let RuleKind::CharacteristicCap(caps) = kind { Some(*caps) } else { None });
    let cap = |caps: Option<Caps>, level| caps.map_or_else(|| "—".to_owned(), |caps| caps.of(level).to_string());
    let told = [ParkLevel::National, ParkLevel::Provincial, ParkLevel::Municipal].map(|level| {
        let (name, l, c) = (term::park_level(&scenario.pack, level), cap(leading, level), cap(characteristic, level));
        Text::new(format!("{} L = {l}，C = {c}", name.zh), format!("{} L = {l}, C = {c}", name.english()))
    });
    listed(told)
}

fn most(letter: &str, scenario: &Scenario, read: impl Fn(&RuleKind) -> Option<u32>) -> Text {
    in_force(scenario, read).map_or_else(Text::default, |most| {
        let told = format!("{letter} = {most}");
        Text::new(told.clone(), told)
    })
}

fn weights(scenario: &Scenario, plan: &PlanId) -> Text {
    let points = weights_of(scenario, plan);
    let sum = |of: &dyn Fn(Criterion) -> bool| {
        let counted = points.iter().filter(|(id, _)| Criterion::of_id(id.as_str()).is_some_and(of));
        counted.fold(0_i64, |sum, (_, weight)| sum.saturating_add(weight.steps()))
    };
    let all = sum(&|_| true);
    if all <= 0 {
        return Text::default();
    }
    let told = Group::ALL.into_iter().filter_map(|group| {
        let share = figure::share_of(Factor::from_steps(sum(&|it| it.group() == group)), Factor::from_steps(all));
        let name = criterion::group(group.id())?;
        Some(Text::new(format!("{} {share}", name.zh), format!("{} {share}", name.en)))
    });
    listed(told)
}

/// A number with no more decimals than it has, three at most.
fn number(value: f64) -> String {
    let text = format!("{value:.3}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    grouped(text).replace('-', "−")
}

fn scales(anchors: &Anchors) -> Text {
    let scaled = [
        Criterion::ChainCoupling,
        Criterion::Differentiation,
        Criterion::Headroom,
        Criterion::ThresholdMargin,
        Criterion::Transport,
        Criterion::EfficiencyService,
    ];
    let one = scaled.map(|it| (criterion::criterion(it.id()), anchors.ends(it)));
    let told = one.into_iter().filter_map(|(name, (zero, one))| {
        let (name, scale) = (name?, format!("{} → {}", number(zero), number(one)));
        Some(Text::new(format!("{} {scale}", name.zh), format!("{} {scale}", name.en.to_lowercase())))
    });
    let quotient = (anchors.cluster_log_quotient_zero, anchors.cluster_log_quotient_one);
    let share = (anchors.cluster_share_zero, anchors.cluster_share_one);
    let of_cluster = [("log2(LQ)", "log2(LQ)", quotient), ("集群占比", "cluster shares", share)];
    let of_cluster = of_cluster.map(|(zh, en, (zero, one))| {
        let scale = format!("{} → {}", number(zero), number(one));
        Text::new(format!("{zh} {scale}"), format!("{en} {scale}"))
    });
    listed(told.chain(of_cluster))
}

fn relations(anchors: &Anchors) -> Text {
    let values = [
        ("主导", "leading", anchors.relation_leading),
        ("特色", "characteristic", anchors.relation_characteristic),
        ("扶持方向", "direction", anchors.relation_direction),
        ("上下游相连", "linked", anchors.relation_linked),
        ("同一大类", "same sector", anchors.relation_same_sector),
        ("无关", "unrelated", anchors.relation_unrelated),
    ];
    listed(values.map(|(zh, en, value)| {
        let value = number(value);
        Text::new(format!("{zh} {value}"), format!("{en} {value}"))
    }))
}

fn chain(anchors: &Anchors) -> Text {
    let [assembly, materials, km, part] = [
        anchors.chain_purchased_assembly,
        anchors.chain_purchased_materials,
        anchors.chain_neighbour_km,
        anchors.chain_neighbour_part,
    ]
    .map(number);
    Text::new(
        format!("μ 装配类 {assembly}，材料类 {materials}；适配中 {km} km 内的邻近园区按 {part} 计"),
        format!("μ {assembly} for assembly, {materials} for materials; in scores, parks within {km} km count {part}"),
    )
}

fn coupling(anchors: &Anchors) -> Text {
    let [same, link, leading, cap, leading_cap] = [
        anchors.coupling_same,
        anchors.coupling_link,
        anchors.coupling_leading,
        anchors.coupling_saturation,
        anchors.coupling_leading_saturation,
    ]
    .map(number);
    Text::new(
        format!("同类 {same}；相连 {link}；主导 {leading}；T = {cap}，T_L = {leading_cap}"),
        format!("same {same}; link {link}; leading {leading}; T = {cap}, T_L = {leading_cap}"),
    )
}

fn pillars(scenario: &Scenario) -> Text {
    let Some(pack) = main_pack(scenario) else { return Text::default() };
    let all = pack.pillars.iter().fold(0_i64, |sum, it| sum.saturating_add(it.weight.steps()));
    let told = pack.pillars.iter().map(|pillar| {
        let share = figure::share_of(pillar.weight, Factor::from_steps(all));
        Text::new(format!("{} {share}", pillar.name.zh), format!("{} {share}", pillar.name.english()))
    });
    let told = listed(told);
    Text::new(format!("{}：{}", pack.name.zh, told.zh), format!("{}: {}", pack.name.english(), told.english()))
}

fn grades(scenario: &Scenario) -> Text {
    let Some(pack) = main_pack(scenario) else { return Text::default() };
    let told = evaluation::marks(&pack.grading).map(|(grade, mark)| {
        let letter = evaluation::grade(grade);
        Text::new(format!("{letter} {}", mark.zh), format!("{letter} {}", mark.english()))
    });
    let capped = pack.best_after_incident.map(|best| {
        let letter = evaluation::grade(best);
        Text::new(format!("有事故最高 {letter}"), format!("{letter} at best after an accident"))
    });
    let told = listed(told.into_iter().chain(capped));
    Text::new(format!("{}：{}", pack.name.zh, told.zh), format!("{}: {}", pack.name.english(), told.english()))
}

fn standards(scenario: &Scenario) -> Text {
    let levels = [ParkLevel::Municipal, ParkLevel::Provincial, ParkLevel::National];
    let told = levels.into_iter().filter_map(|level| {
        let it = standard_of(scenario, level)?;
        let (years, passes, suppliers) = (it.years, it.passes, it.anchor_suppliers.plain());
        let relaxed = figure::share_of(it.hysteresis, Factor::ONE);
        let name = term::park_level(&scenario.pack, level);
        Some(Text::new(
            format!("{} y = {years}，k = {passes}，h = {relaxed}，链主通道须 {suppliers} 家供应商", name.zh),
            format!(
                "{} y = {years}, k = {passes}, h = {relaxed}, anchor route with {suppliers} suppliers",
                name.english()
            ),
        ))
    });
    lines(told.collect())
}

fn taxes(scenario: &Scenario) -> Text {
    if scenario.taxes.is_empty() {
        return Text::new("没有税种数据，税收全部视为留成", "no taxes on record: all of the tax counts as retained");
    }
    let told = scenario.taxes.iter().map(|tax| {
        let (part, retained) = (figure::share_of(tax.part, Factor::ONE), figure::share_of(tax.retained, Factor::ONE));
        Text::new(
            format!("{} 占 {part}，留 {retained}", tax.name.zh),
            format!("{} {part}, of which {retained} stays", tax.name.english()),
        )
    });
    lines(told.collect())
}

fn templates(scenario: &Scenario) -> Text {
    let told = scenario.sharing_templates.iter().map(|it| {
        let windows = sharing::windows(&it.tax);
        Text::new(format!("{} {}", it.name.zh, windows.zh), format!("{} {}", it.name.english(), windows.english()))
    });
    lines(told.collect())
}

fn programmes(scenario: &Scenario) -> Text {
    let told = scenario.programmes.iter().map(|it| {
        let rule = support::rule(it.rule);
        Text::new(format!("{} {}", it.name.zh, rule.zh), format!("{} {}", it.name.english(), rule.en.to_lowercase()))
    });
    lines(told.collect())
}
