//! The settled word for a thing: one word a thing, everywhere.

use super::{phrase::Phrase, words};
use crate::{
    evaluate::verdict::Verdict,
    model::{
        evidence::Confidence,
        industry::EnvironmentClass,
        park::{ChemicalStatus, ParkLevel, Role},
        plan::Premises,
        policy::{Level, Mode, Pack, PoolKind, SiteFactor, Yield},
        project::{ProjectKind, RegisterStatus},
        text::Text,
    },
    rules::finding::{Field, Measure, Part, State},
};

/// State of a finding.
pub const fn state(state: State) -> Phrase {
    match state {
        State::Broken => Phrase::new("突破", "Broken"),
        State::Unknown => Phrase::new("待核", "Unknown"),
        State::Near => Phrase::new("临界", "Near"),
        State::Waived => Phrase::new("豁免", "Waived"),
        State::Holds => Phrase::new("合规", "Holds"),
        State::Off => Phrase::new("停用", "Off"),
        State::NotApplicable => Phrase::new("不适用", "Not applicable"),
    }
}

/// Level of the score.
pub const fn level(level: Level) -> Phrase {
    match level {
        Level::Legal => Phrase::new("法定", "Legal"),
        Level::Policy => Phrase::new("政策", "Policy"),
    }
}

/// What happens when a rule breaks.
pub const fn mode(mode: Mode) -> Phrase {
    match mode {
        Mode::Block => Phrase::new("否决项", "Block"),
        Mode::NeedsWaiver => Phrase::new("须豁免", "Needs waiver"),
        Mode::Warn => Phrase::new("提醒", "Warn"),
        Mode::Off => Phrase::new("停用", "Off"),
    }
}

/// Verdict of the rules on one project in one park.
pub const fn verdict(verdict: Verdict) -> Phrase {
    match verdict {
        Verdict::Recommended => Phrase::new("建议", "Recommended"),
        Verdict::Conditional => Phrase::new("有条件", "Conditional"),
        Verdict::Vetoed => Phrase::new("否决", "Vetoed"),
    }
}

/// Part of a member of a finding.
pub const fn part(part: Part) -> Phrase {
    match part {
        Part::Cause => Phrase::new("起因", "Cause"),
        Part::Context => Phrase::new("关联", "Context"),
    }
}

/// Role of a position.
pub const fn role(role: Role) -> Phrase {
    match role {
        Role::Leading => Phrase::new("主导", "Leading"),
        Role::Characteristic => Phrase::new("特色", "Characteristic"),
    }
}

/// Role of a position where room is short.
pub const fn role_short(role: Role) -> Phrase {
    match role {
        Role::Leading => Phrase::new("主导", "Leading"),
        Role::Characteristic => Phrase::new("特色", "Charact."),
    }
}

/// Instead of a role, where no position covers a sub-sector and there is little room.
pub const OUTSIDE_SHORT: Phrase = Phrase::new("定位外", "Outside");

/// Level of a park, as the rules of `pack` call it.
pub fn park_level(pack: &Pack, level: ParkLevel) -> Text {
    pack.level_name(level).map_or_else(|| usual_level(level).into(), |it| it.name.clone())
}

/// Level of a park on its badge, as the rules of `pack` call it.
pub fn park_level_badge(pack: &Pack, level: ParkLevel) -> Text {
    pack.level_name(level).map_or_else(|| usual_level_badge(level).into(), |it| it.badge.clone())
}

const fn usual_level(level: ParkLevel) -> Phrase {
    match level {
        ParkLevel::National => Phrase::new("国家级", "national"),
        ParkLevel::Provincial => Phrase::new("省级", "provincial"),
        ParkLevel::Municipal => Phrase::new("市级", "municipal"),
    }
}

const fn usual_level_badge(level: ParkLevel) -> Phrase {
    match level {
        ParkLevel::National => Phrase::new("国家级", "Nat."),
        ParkLevel::Provincial => Phrase::new("省级", "Prov."),
        ParkLevel::Municipal => Phrase::new("市级", "Mun."),
    }
}

/// Standing as a chemical park; `None` is not stated.
pub const fn chemical_status(status: Option<ChemicalStatus>) -> Phrase {
    match status {
        Some(ChemicalStatus::None) => Phrase::new("未认定", "not recognised"),
        Some(ChemicalStatus::Applied) => Phrase::new("已申报，未认定", "applied, not recognised"),
        Some(ChemicalStatus::ToBeConfirmed) => Phrase::new("认定状态待核实", "recognition to be confirmed"),
        Some(ChemicalStatus::Recognised { .. }) => Phrase::new("已认定", "recognised"),
        Some(ChemicalStatus::Suspended) => Phrase::new("认定已暂停", "recognition suspended"),
        None => Phrase::new("缺认定状态数据", "recognition not stated"),
    }
}

/// Standing as a chemical park where room is short.
pub const fn chemical_status_short(status: ChemicalStatus) -> Phrase {
    match status {
        ChemicalStatus::None => Phrase::new("未认定", "None"),
        ChemicalStatus::Applied => Phrase::new("已申报", "Applied"),
        ChemicalStatus::ToBeConfirmed => Phrase::new("待核实", "To be confirmed"),
        ChemicalStatus::Recognised { .. } => Phrase::new("已认定", "Recognised"),
        ChemicalStatus::Suspended => Phrase::new("已暂停", "Suspended"),
    }
}

/// Name of a facility that planners speak of; `None` for any other id.
pub fn facility(id: &str) -> Option<Phrase> {
    Some(match id {
        "gas" => Phrase::new("天然气", "gas"),
        "steam" => Phrase::new("集中供热蒸汽", "steam"),
        "rail" => Phrase::new("铁路专用线", "rail siding"),
        "clean-room-gas" => Phrase::new("电子特气", "clean-room gas"),
        "airport-30min" => Phrase::new("机场30分钟", "airport in 30 min"),
        "cold-chain" => Phrase::new("冷链", "cold chain"),
        "fluoride-treatment" => Phrase::new("含氟废水处理", "fluoride treatment"),
        "plating-treatment" => Phrase::new("电镀废水处理", "plating treatment"),
        "dyeing-treatment" => Phrase::new("印染废水处理", "dyeing treatment"),
        "radiation-site" => Phrase::new("辐射许可场地", "radiation-licensed site"),
        "hazardous-waste" => Phrase::new("危废处置", "hazardous-waste disposal"),
        "labour-pool" => Phrase::new("劳动力储备", "labour pool"),
        "food-testing" => Phrase::new("食品检测", "food testing"),
        "airspace" => Phrase::new("低空空域", "airspace"),
        "runway" => Phrase::new("跑道", "runway"),
        "hydropower" => Phrase::new("水电", "hydropower"),
        _ => return None,
    })
}

/// What a placed project takes up.
pub const fn premises(premises: Premises) -> Phrase {
    match premises {
        Premises::OwnLand => Phrase::new("独立供地", "own land"),
        Premises::StandardPlant => Phrase::new("标准厂房", "standard plant"),
    }
}

/// Kind of a project.
pub const fn project_kind(kind: ProjectKind) -> Phrase {
    match kind {
        ProjectKind::New => Phrase::new("新引进", "New"),
        ProjectKind::Expansion => Phrase::new("扩建", "Expansion"),
        ProjectKind::Relocation => Phrase::new("搬迁入园", "Relocation"),
    }
}

/// Where a project stands in the register.
pub const fn register_status(status: RegisterStatus) -> Phrase {
    match status {
        RegisterStatus::InTalks => Phrase::new("在谈", "In talks"),
        RegisterStatus::Signed => Phrase::new("签约", "Signed"),
        RegisterStatus::Placed => Phrase::new("已布局", "Placed"),
        RegisterStatus::Conditional => Phrase::new("附条件", "Conditional"),
        RegisterStatus::Held => Phrase::new("暂缓", "Held"),
        RegisterStatus::Returned => Phrase::new("退回", "Returned"),
    }
}

/// Environment class.
pub const fn environment_class(class: EnvironmentClass) -> Phrase {
    match class {
        EnvironmentClass::E0 => Phrase::new("E0 无污染", "E0 none"),
        EnvironmentClass::E1 => Phrase::new("E1 一般清洁制造", "E1 clean"),
        EnvironmentClass::E2 => Phrase::new("E2 VOC、粉尘、高COD", "E2 VOC, dust, COD"),
        EnvironmentClass::E3 => Phrase::new("E3 重金属、电镀、印染", "E3 metals, plating"),
        EnvironmentClass::E4 => Phrase::new("E4 化工工艺", "E4 chemical"),
        EnvironmentClass::E5 => Phrase::new("E5 “两高”", "E5 two-high"),
        EnvironmentClass::ER => Phrase::new("ER 辐射许可", "ER radiation"),
    }
}

/// How much a value can be trusted.
pub const fn confidence(confidence: Confidence) -> Phrase {
    match confidence {
        Confidence::Measured => Phrase::new("实测", "measured"),
        Confidence::Stated => Phrase::new("公开来源", "stated"),
        Confidence::Estimated => Phrase::new("推算", "estimated"),
        Confidence::Assumed => Phrase::new("示例假设", "assumed"),
        Confidence::Missing => Phrase::new("缺数据", "missing"),
    }
}

/// A factor of which projects use up what the park has to spare.
pub const fn site_factor(factor: SiteFactor) -> Phrase {
    match factor {
        SiteFactor::ChemicalZoneLand => Phrase::new("化工区用地", "Chemical-zone land"),
        SiteFactor::PlantFloor => Phrase::new("标准厂房", "Plant floor"),
        SiteFactor::Power => Phrase::new("用电", "Power"),
        SiteFactor::Sewage => Phrase::new("污水处理", "Sewage"),
        SiteFactor::ChemicalSewage => Phrase::new("化工污水", "Chemical sewage"),
        SiteFactor::Water => Phrase::new("供水", "Water"),
        SiteFactor::EnergyQuota => Phrase::new("能耗指标", "Energy quota"),
    }
}

/// Unit of a factor.
pub const fn site_factor_unit(factor: SiteFactor) -> Phrase {
    match factor {
        SiteFactor::ChemicalZoneLand => Phrase::new("亩", "mu"),
        SiteFactor::PlantFloor => Phrase::new("m²", "m²"),
        SiteFactor::Power => Phrase::new("MW", "MW"),
        SiteFactor::Sewage | SiteFactor::ChemicalSewage | SiteFactor::Water => Phrase::new("吨/日", "t/d"),
        SiteFactor::EnergyQuota => Phrase::new("吨标准煤", "tce"),
    }
}

/// What a project brings for the land that it takes.
pub const fn brings(of: Yield) -> Phrase {
    match of {
        Yield::Investment => Phrase::new("投资", "investment"),
        Yield::Tax => Phrase::new("税收", "tax"),
        Yield::Output => Phrase::new("产值", "output"),
    }
}

/// Field of a sub-sector that holds its threshold.
pub const fn threshold_field(of: Yield) -> &'static str {
    match of {
        Yield::Investment => "investment_per_mu",
        Yield::Tax => "tax_per_mu",
        Yield::Output => "output_per_mu",
    }
}

/// What a ratio measures.
pub const fn measure(measure: Measure) -> Phrase {
    match measure {
        Measure::PerMu(Yield::Investment) => Phrase::new("亩均投资", "investment per mu"),
        Measure::PerMu(Yield::Tax) => Phrase::new("亩均税收", "tax per mu"),
        Measure::PerMu(Yield::Output) => Phrase::new("亩均产值", "output per mu"),
        Measure::PerPlant(Yield::Investment) => Phrase::new("厂房单位投资", "investment per 1,000 m²"),
        Measure::PerPlant(Yield::Tax) => Phrase::new("厂房单位税收", "tax per 1,000 m²"),
        Measure::PerPlant(Yield::Output) => Phrase::new("厂房单位产值", "output per 1,000 m²"),
        Measure::FloorAreaRatio => Phrase::new("容积率", "floor area ratio"),
        Measure::OutputPerTce => Phrase::new("单位能耗产出", "output per tce"),
    }
}

/// Unit of a ratio.
pub const fn measure_unit(measure: Measure) -> Phrase {
    match measure {
        Measure::PerMu(_) => Phrase::new("万元/亩", "CNY 10k/mu"),
        Measure::PerPlant(_) => Phrase::new("万元/千m²", "CNY 10k/1,000 m²"),
        Measure::FloorAreaRatio => Phrase::new("", ""),
        Measure::OutputPerTce => Phrase::new("万元/吨标准煤", "CNY 10k/tce"),
    }
}

/// A datum that a finding waits for.
pub const fn field(field: Field) -> Phrase {
    match field {
        Field::NetLand => Phrase::new("园区净地", "net land of the park"),
        Field::LargestPlot => Phrase::new("园区最大地块", "largest plot of the park"),
        Field::Spare(factor) => match factor {
            SiteFactor::ChemicalZoneLand => Phrase::new("园区化工区用地", "chemical-zone land of the park"),
            SiteFactor::PlantFloor => Phrase::new("园区标准厂房面积", "plant floor of the park"),
            SiteFactor::Power => Phrase::new("园区电力余量", "spare power of the park"),
            SiteFactor::Sewage => Phrase::new("园区污水处理余量", "spare sewage of the park"),
            SiteFactor::ChemicalSewage => Phrase::new("园区化工污水余量", "spare chemical sewage of the park"),
            SiteFactor::Water => Phrase::new("园区供水余量", "spare water of the park"),
            SiteFactor::EnergyQuota => Phrase::new("园区能耗指标", "energy quota of the park"),
        },
        Field::ChemicalPark => Phrase::new("化工园区认定状态", "recognition as a chemical park"),
        Field::Facilities => Phrase::new("园区设施清单", "facilities of the park"),
        Field::BankDistance => Phrase::new("园区距河岸距离", "distance to the river bank"),
        Field::ThresholdFactor => Phrase::new("园区门槛系数", "threshold factor of the park"),
        Field::AccessList => Phrase::new("生态准入清单条目", "entry of the access list"),
        Field::BeneficiaryUnit => Phrase::new("园区受益单位", "beneficiary unit of the park"),
        Field::Enterprises => Phrase::new("现有企业", "existing enterprises"),
        Field::Land | Field::Need(PoolKind::Land) => Phrase::new("项目用地", "land of the project"),
        Field::Demand(factor) => match factor {
            SiteFactor::ChemicalZoneLand => Phrase::new("化工项目用地", "land of chemical projects"),
            SiteFactor::PlantFloor => Phrase::new("项目厂房面积", "floor of the project"),
            SiteFactor::Power => Phrase::new("项目用电负荷", "load of the project"),
            SiteFactor::Sewage | SiteFactor::ChemicalSewage => Phrase::new("项目污水量", "waste water of the project"),
            SiteFactor::Water => Phrase::new("项目用水量", "water of the project"),
            SiteFactor::EnergyQuota => Phrase::new("项目用电量、用气量", "electricity and gas of the project"),
        },
        Field::FloorArea => Phrase::new("项目建筑面积", "floor area of the project"),
        Field::Stream => Phrase::new("项目废水种类", "waste-water stream of the project"),
        Field::ChemicalProcess => Phrase::new("项目是否化工工艺", "whether the process is chemical"),
        Field::EnvironmentClass => Phrase::new("项目环保类别", "environment class of the project"),
        Field::Brings(Yield::Investment) => Phrase::new("项目投资", "investment of the project"),
        Field::Brings(Yield::Tax) => Phrase::new("项目税收", "tax of the project"),
        Field::Brings(Yield::Output) => Phrase::new("项目产值", "output of the project"),
        Field::Threshold(Yield::Investment) => {
            Phrase::new("行业亩均投资门槛", "investment threshold of the sub-sector")
        }
        Field::Threshold(Yield::Tax) => Phrase::new("行业亩均税收门槛", "tax threshold of the sub-sector"),
        Field::Threshold(Yield::Output) => Phrase::new("行业亩均产值门槛", "output threshold of the sub-sector"),
        Field::FloorAreaRatio => Phrase::new("行业容积率下限", "floor area ratio of the sub-sector"),
        Field::Energy | Field::Need(PoolKind::Energy) => {
            Phrase::new("项目用电量、用气量", "electricity and gas of the project")
        }
        Field::FirstReporter => Phrase::new("首报单位", "first reporter"),
        Field::Quota => Phrase::new("市级指标额度", "quota of the city"),
        Field::Need(PoolKind::WasteWater) => Phrase::new("项目污水量", "waste water of the project"),
        Field::Budget => Phrase::new("扶持计划预算", "budget of the programme"),
    }
}

/// What a field that a plan can assume is called, by its name in the file.
pub fn assumable_field(field: &str) -> Phrase {
    match field {
        "level" => Phrase::new("园区级别", "Level"),
        "chemical_park" => words::CHEMICAL_PARK,
        "facilities" => words::FACILITIES,
        "threshold_factor" => Phrase::new("门槛系数", "Threshold factor"),
        "access_listed" => Phrase::new("受准入清单约束", "Bound by an access list"),
        "admitted" => Phrase::new("清单准入的细分领域", "Sub-sectors admitted by the list"),
        "barred" => Phrase::new("清单禁止的细分领域", "Sub-sectors barred by the list"),
        "bank_distance" => Phrase::new("距河岸距离", "Distance to the bank"),
        "access_time" => Phrase::new("到交通网时间", "Time to the network"),
        "capacities.net_land" => Phrase::new("可供净地", "Net land"),
        "capacities.largest_plot" => words::LARGEST_PLOT,
        "capacities.chemical_zone_land" => Phrase::new("化工区用地", "Chemical-zone land"),
        "capacities.plant_floor" => words::PLANT_FLOOR,
        "capacities.power" => Phrase::new("电力余量", "Spare power"),
        "capacities.sewage" => Phrase::new("污水处理余量", "Spare sewage"),
        "capacities.chemical_sewage" => Phrase::new("化工污水余量", "Spare chemical sewage"),
        "capacities.water" => Phrase::new("供水余量", "Spare water"),
        "capacities.energy_quota" => Phrase::new("能耗指标余量", "Spare energy quota"),
        "industry" => Phrase::new("细分领域", "Sub-sector"),
        "investment" => words::INVESTMENT,
        "land" => words::LAND,
        "floor_area" => Phrase::new("建筑面积", "Floor area"),
        "plant_suitable" => Phrase::new("适合标准厂房", "Suits standard plants"),
        "output" => Phrase::new("达产产值", "Output"),
        "tax" => Phrase::new("达产税收", "Tax"),
        "power" => words::POWER,
        "electricity" => Phrase::new("年用电量", "Electricity a year"),
        "gas" => Phrase::new("年用气量", "Gas a year"),
        "water" => Phrase::new("用水", "Water"),
        "waste_water" => words::WASTE_WATER,
        "stream" => Phrase::new("废水种类", "Waste-water stream"),
        "environment_class" => Phrase::new("环保类别", "Environment class"),
        "chemical_process" => Phrase::new("化工工艺", "Chemical process"),
        "two_high" => Phrase::new("“两高”项目", "Two-high project"),
        "approval" => Phrase::new("“两高”批准文件", "Two-high approval document"),
        _ => Phrase::new("字段", "Field"),
    }
}

/// A table of the file, in words.
pub fn table(name: &str) -> Phrase {
    match name {
        "as_of" => Phrase::new("判断日期", "day of judgement"),
        "pack" => Phrase::new("规则包", "rule pack"),
        "rules" => Phrase::new("规则", "rules"),
        "anchors" => Phrase::new("评分基准", "fixed points"),
        "sources" => Phrase::new("来源", "sources"),
        "exceptions" => Phrase::new("数据可信度", "evidence of values"),
        "documents" => Phrase::new("政策文件", "documents"),
        "industries" => Phrase::new("细分领域", "sub-sectors"),
        "links" => Phrase::new("产业链环节", "chain links"),
        "position_catalogue" => Phrase::new("定位目录", "catalogue of positions"),
        "units" => Phrase::new("申报单位", "reporting units"),
        "outlines" => Phrase::new("地图", "outlines"),
        "parks" => Phrase::new("园区", "parks"),
        "positions" => Phrase::new("产业定位", "positions"),
        "directions" => Phrase::new("培育方向", "stated directions"),
        "characteristic_parks" => Phrase::new("特色园区", "characteristic parks"),
        "enterprises" => Phrase::new("企业", "enterprises"),
        "projects" => Phrase::new("项目", "projects"),
        "programmes" => Phrase::new("扶持计划", "programmes"),
        "indicators" => Phrase::new("指标", "indicators"),
        "indicator_values" => Phrase::new("指标数值", "values of indicators"),
        "scoring" => Phrase::new("权重", "weights"),
        "sharing_templates" => Phrase::new("分享模板", "sharing templates"),
        "sessions" => Phrase::new("会商", "sessions"),
        "decisions" => Phrase::new("决定", "decisions"),
        "plans" => Phrase::new("方案", "plans"),
        "placements" => Phrase::new("布局", "placements"),
        _ => Phrase::new("其他", "other"),
    }
}

/// Unit of an indicator in English, where it is one that planners use; `None` for any other.
pub fn unit_in_english(unit: &str) -> Option<&'static str> {
    Some(match unit {
        "天" => "days",
        "个" => "number",
        "万元/亩" => "CNY 10k/mu",
        "吨标煤/万元" | "吨标准煤/万元" => "tce/CNY 10k",
        "亿元" => "CNY 100m",
        "万元" => "CNY 10k",
        "亩" => "mu",
        "人" => "persons",
        "家" | "户" => "firms",
        _ => return None,
    })
}

/// A pool of the city.
pub const fn pool(pool: PoolKind) -> Phrase {
    match pool {
        PoolKind::Land => Phrase::new("全市用地指标", "City land quota"),
        PoolKind::Energy => Phrase::new("全市能耗指标", "City energy quota"),
        PoolKind::WasteWater => Phrase::new("全市环境容量（废水）", "City environmental capacity (waste water)"),
    }
}

/// Unit of a pool of the city.
pub const fn pool_unit(pool: PoolKind) -> Phrase {
    match pool {
        PoolKind::Land => Phrase::new("亩", "mu"),
        PoolKind::Energy => Phrase::new("吨标准煤", "tce"),
        PoolKind::WasteWater => Phrase::new("吨/日", "t/d"),
    }
}
