//! The settled words for what only papers name: decisions, opinions, stages of characteristic parks, indicators, tables.

use crate::{
    i18n::phrase::Phrase,
    model::{
        park::{DirectionKind, Recognition},
        plan::{Resolution, Stance},
        support::Better,
    },
};

/// What a meeting decides.
pub const fn resolution(resolution: Resolution) -> Phrase {
    match resolution {
        Resolution::Place => Phrase::new("布局", "Place"),
        Resolution::Conditional => Phrase::new("附条件布局", "Place on conditions"),
        Resolution::Hold => Phrase::new("暂缓", "Hold"),
        Resolution::Return => Phrase::new("退回", "Return"),
    }
}

/// What a park committee says.
pub const fn stance(stance: Stance) -> Phrase {
    match stance {
        Stance::Accept => Phrase::new("同意", "Accepts"),
        Stance::WithConditions => Phrase::new("有条件同意", "Accepts on conditions"),
        Stance::Decline => Phrase::new("不同意", "Declines"),
    }
}

/// Where a characteristic park stands in its life.
pub const fn recognition(recognition: Recognition) -> Phrase {
    match recognition {
        Recognition::Cultivated => Phrase::new("培育", "Cultivated"),
        Recognition::Recognised => Phrase::new("认定", "Recognised"),
        Recognition::Warned => Phrase::new("预警", "Warned"),
        Recognition::Withdrawn => Phrase::new("退出", "Withdrawn"),
    }
}

/// How a source names a direction.
pub const fn direction(kind: DirectionKind) -> Phrase {
    match kind {
        DirectionKind::Emerging => Phrase::new("新赛道", "emerging"),
        DirectionKind::ZoneFocus => Phrase::new("片区重点", "zone focus"),
        DirectionKind::Stated => Phrase::new("表述方向", "stated"),
    }
}

/// Which way an indicator is good.
pub const fn better(better: Better) -> Phrase {
    match better {
        Better::Higher => Phrase::new("越高越好", "higher"),
        Better::Lower => Phrase::new("越低越好", "lower"),
    }
}

/// Names of the five focuses, in their order, and of what belongs to none.
pub const FOCUS_NAMES: [Phrase; 6] = [
    Phrase::new("产业定位与空间布局", "Positioning and space"),
    Phrase::new("壮大优势、镇园之宝", "Strengths and flagships"),
    Phrase::new("形象与承载能力", "Image and carrying capacity"),
    Phrase::new("活力与体制机制", "Vitality and mechanisms"),
    Phrase::new("环境与服务质效", "Environment and service"),
    Phrase::new("其他", "Other"),
];

/// To which of [`FOCUS_NAMES`] an indicator belongs, by its id.
pub fn focus_of(indicator: &str) -> usize {
    match indicator {
        "leading_share" => 0,
        "output_growth" => 1,
        "land_supply_rate" | "output_per_mu" | "tax_per_mu" | "energy_per_output" | "wastewater_treated" => 2,
        "rd_intensity" | "hightech_share" | "platforms_provincial" => 3,
        "approval_days" | "commitment_kept" => 4,
        _ => 5,
    }
}

/// Name of an indicator that planners speak of, by its id; `None` for any other.
pub fn indicator(id: &str) -> Option<Phrase> {
    Some(match id {
        "approval_days" => Phrase::new("审批时限", "Days to approval"),
        "commitment_kept" => Phrase::new("承诺兑现率", "Commitments kept"),
        "energy_per_output" => Phrase::new("单位产值能耗", "Energy per output"),
        "hightech_share" => Phrase::new("高新技术产业占比", "High-tech share"),
        "land_supply_rate" => Phrase::new("土地供应率", "Land supplied"),
        "leading_share" => Phrase::new("主导产业占比", "Leading share"),
        "output_growth" => Phrase::new("产值增速", "Growth of output"),
        "output_per_mu" => Phrase::new("亩均产值", "Output per mu"),
        "platforms_provincial" => Phrase::new("省级以上平台", "Provincial platforms"),
        "rd_intensity" => Phrase::new("研发投入强度", "Research intensity"),
        "tax_per_mu" => Phrase::new("亩均税收", "Tax per mu"),
        "wastewater_treated" => Phrase::new("污水处理率", "Waste water treated"),
        _ => return None,
    })
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
