//! What the remaining findings say: gates, layout, data and order.

use super::{
    factors::{industries, parks},
    industry_name, item_name, project_label,
};
use crate::{
    i18n::{figure, phrase::Phrase, term},
    model::{
        id::{IndustryId, ParkId, PositionId, ProjectId},
        plan::Word,
        policy::UnitCheck,
        quantity::{Metres, WanYuan},
        scenario::Scenario,
        text::Text,
    },
    rules::finding::{Field, Item, State},
};

/// Several judged one by one.
pub(super) fn tally(holds: u32, unknown: u32) -> Text {
    if unknown == 0 {
        return Text::new(format!("{holds} 项均符合"), format!("All {holds} met"));
    }
    Text::new(format!("{unknown} 项待核，{holds} 项符合"), format!("{unknown} unknown, {holds} met"))
}

/// What a finding waits for.
pub(super) fn waits_for(fields: &[Field]) -> Text {
    let names: Vec<Phrase> = fields.iter().map(|field| term::field(*field)).collect();
    let zh: Vec<&str> = names.iter().map(|name| name.zh).collect();
    let en: Vec<&str> = names.iter().map(|name| name.en).collect();
    Text::new(format!("待补：{}", zh.join("、")), format!("waits for {}", en.join(", ")))
}

pub(super) fn plant(s: &Scenario, project: &ProjectId) -> Text {
    let name = project_label(s, project);
    Text::new(
        format!("{}不适合标准厂房，或用地超过进厂房的上限", name.zh),
        format!("{} does not suit a standard plant, or asks for more land than its limit", name.en),
    )
}

pub(super) fn two_high(s: &Scenario, project: &ProjectId) -> Text {
    let name = project_label(s, project);
    Text::new(
        format!("{}属“两高”项目，未附省级批准文件", name.zh),
        format!("{} is a two-high project without its approval document", name.en),
    )
}

pub(super) fn bank(distance: Option<Metres>, least: Metres, projects: u32) -> Text {
    let limit = figure::grouped(&least.plain());
    match distance {
        Some(distance) => {
            let distance = figure::grouped(&distance.plain());
            Text::new(
                format!("化工工艺项目 {projects} 项，距河岸 {distance} 米，须不少于 {limit} 米"),
                format!("Chemical processes: {projects}, {distance} m from the river bank, at least {limit} m"),
            )
        }
        None => Text::new(
            format!("化工工艺项目 {projects} 项，须距河岸 {limit} 米以上，距离缺数据"),
            format!("Chemical processes: {projects}, at least {limit} m from the river bank, distance not stated"),
        ),
    }
}

pub(super) fn radiation(state: State, projects: u32) -> Text {
    let park = match state {
        State::Holds => Phrase::new("园区有辐射安全许可场地", "the park has a licensed site"),
        State::Unknown => Phrase::new("园区设施缺数据", "the park's facilities are not stated"),
        State::Broken | State::Near | State::Waived | State::Off | State::NotApplicable => {
            Phrase::new("园区无辐射安全许可场地", "the park has no licensed site")
        }
    };
    Text::new(format!("辐射类项目 {projects} 项：{}", park.zh), format!("Radiation projects: {projects}; {}", park.en))
}

pub(super) fn access(s: &Scenario, state: State, industry: &IndustryId, projects: u32) -> Text {
    let name = industry_name(s, industry);
    let word = match state {
        State::Holds => Phrase::new("在生态准入清单内", "admitted by the access list"),
        State::Unknown => Phrase::new("准入清单未写明", "not named in the access list"),
        State::Broken | State::Near | State::Waived | State::Off | State::NotApplicable => {
            Phrase::new("生态准入清单禁止", "barred by the access list")
        }
    };
    Text::new(
        format!("{}：{}（项目 {projects} 项）", name.zh, word.zh),
        format!("{}: {} (projects: {projects})", name.english(), word.en),
    )
}

pub(super) fn stipulated(s: &Scenario, project: &ProjectId, of: &[ParkId], word: Word) -> Text {
    let (name, parks) = (project_label(s, project), parks(s, of));
    match word {
        Word::Required => Text::new(
            format!("{}须放入{}，现不在那里", name.zh, parks.zh),
            format!("{} must go to {} and does not stand there", name.en, parks.english()),
        ),
        Word::Forbidden => Text::new(
            format!("{}不得放入{}", name.zh, parks.zh),
            format!("{} must not go to {}", name.en, parks.english()),
        ),
    }
}

pub(super) fn breadth(s: &Scenario, position: &PositionId, count: u32, most: u32) -> Text {
    let name = item_name(s, &Item::Position(position.clone()));
    Text::new(
        format!("定位「{}」含 {count} 个细分领域，宜不超过 {most}", name.zh),
        format!("Position \"{}\" has {count} sub-sectors, at most {most}", name.english()),
    )
}

pub(super) fn homogeneous(s: &Scenario, industry: &IndustryId, of: &[ParkId], most: u32) -> Text {
    let (name, parks, count) = (industry_name(s, industry), parks(s, of), of.len());
    Text::new(
        format!("{}同以{}为主导：{count} 园，上限 {most}", parks.zh, name.zh),
        format!("{} all lead in {}: {count}, limit {most}", parks.english(), name.english()),
    )
}

pub(super) fn theme(s: &Scenario, project: &ProjectId, hosts: &[ParkId]) -> Text {
    let (name, hosts) = (project_label(s, project), parks(s, hosts));
    Text::new(
        format!("{}的细分领域有认定的特色园区，在{}", name.zh, hosts.zh),
        format!("{}: the recognised park of its sub-sector is in {}", name.en, hosts.english()),
    )
}

pub(super) fn unsupported(s: &Scenario, position: &PositionId) -> Text {
    let name = item_name(s, &Item::Position(position.clone()));
    Text::new(
        format!("定位「{}」既无企业，也无布局项目", name.zh),
        format!("Position \"{}\" has no enterprise and no placed project", name.english()),
    )
}

pub(super) fn neighbours(s: &Scenario, project: &ProjectId, others: &[IndustryId]) -> Text {
    let (name, others) = (project_label(s, project), industries(s, others));
    Text::new(
        format!("{}与{}同在一园", name.zh, others.zh),
        format!("{} stands in one park with {}", name.en, others.english()),
    )
}

pub(super) fn outside(s: &Scenario, project: &ProjectId) -> Text {
    let name = project_label(s, project);
    Text::new(
        format!("{}在台账中已布局，本方案中不在任何园区", name.zh),
        format!("{} is placed in the register and stands in no park of this plan", name.en),
    )
}

pub(super) fn uncompensated(s: &Scenario, item: &Item) -> Text {
    let name = called(s, item);
    Text::new(
        format!("{}迁入他区，未见补偿或分享协议", name.zh),
        format!("{} moves to another unit without compensation", name.english()),
    )
}

/// What people call `item`: a project by its number and name, an enterprise by its name, since nobody numbers those.
fn called(s: &Scenario, item: &Item) -> Text {
    let name = item_name(s, item);
    match item {
        Item::Enterprise(_) => name,
        Item::Project(_) | Item::Position(_) => {
            Text::new(format!("{} {}", item.id(), name.zh), format!("{} {}", item.id(), name.english()))
        }
    }
}

pub(super) fn duplicate(s: &Scenario, first: &ProjectId, second: &ProjectId, likeness: i64) -> Text {
    let (first, second) = (project_label(s, first), project_label(s, second));
    Text::new(
        format!("{}疑与{}重复，名称相似 {likeness} %；首报在先者为{}", second.zh, first.zh, first.zh),
        format!("{} may repeat {}, names {likeness} % alike; the earlier report stands", second.en, first.en),
    )
}

pub(super) fn stale_report(s: &Scenario, project: &ProjectId, since: jiff::civil::Date) -> Text {
    let name = project_label(s, project);
    Text::new(
        format!("{}首报于 {since}，在谈已久，数据须更新", name.zh),
        format!("{} was reported on {since}; its figures need renewing", name.en),
    )
}

pub(super) fn stale_firms(firms: u32, oldest: i16) -> Text {
    Text::new(
        format!("{firms} 户企业数据过旧，最早 {oldest} 年"),
        format!("Enterprises with old figures: {firms}, the oldest of {oldest}"),
    )
}

pub(super) fn tax_above_output(s: &Scenario, item: &Item, tax: WanYuan, output: WanYuan) -> Text {
    let (name, tax, output) = (called(s, item), figure::money(tax), figure::money(output));
    Text::new(
        format!("{}税收 {} 高于产值 {}", name.zh, tax.zh, output.zh),
        format!("{}: tax {} above output {}", name.english(), tax.en, output.en),
    )
}

pub(super) fn unit_trap(s: &Scenario, project: &ProjectId, check: UnitCheck, figures: [i64; 3]) -> Text {
    let name = project_label(s, project);
    let [actual, least, most] = figures.map(figure::thousandths);
    let (what, hint) = match check {
        UnitCheck::InvestmentPerMu => (
            Phrase::new("亩均投资", "investment per mu"),
            Phrase::new("核对万元与亿元、亩与公顷", "check CNY 10k and 100m, mu and hectares"),
        ),
        UnitCheck::LoadHours => (
            Phrase::new("年满负荷小时", "full-load hours"),
            Phrase::new("核对 MW 与 kW、万kWh", "check MW and kW, 10,000 kWh"),
        ),
        UnitCheck::OutputPerJob => (
            Phrase::new("人均产值（万元）", "output per job, CNY 10k"),
            Phrase::new("核对万元与亿元、用工人数", "check CNY 10k and 100m, jobs"),
        ),
        UnitCheck::WastePerWater => (
            Phrase::new("污水与用水之比", "waste water over water"),
            Phrase::new("核对每日与每年", "check day and year"),
        ),
    };
    Text::new(
        format!("{}{} {actual}，通常 {least} 至 {most}；{}", name.zh, what.zh, hint.zh),
        format!("{}: {} {actual}, usually {least} to {most}; {}", name.en, what.en, hint.en),
    )
}

pub(super) fn outbid(s: &Scenario, project: &ProjectId, of: &[ParkId]) -> Text {
    let (name, parks) = (project_label(s, project), parks(s, of));
    Text::new(
        format!("{}获{}同时接纳，须统筹", name.zh, parks.zh),
        format!("{} is accepted by {} at once", name.en, parks.english()),
    )
}

pub(super) fn stream_unknown(projects: u32) -> Text {
    Text::new(
        format!("{projects} 个项目未写明废水种类，或种类不在规则包内"),
        format!("Projects whose waste water is not stated or not known to the pack: {projects}"),
    )
}
