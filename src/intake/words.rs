//! Which word stands for which value? Kinds, states, classes, yes and no, facilities: what is read, and what is written.

use std::collections::{BTreeMap, BTreeSet};

use super::{clean, column::key, figure};
use crate::model::{
    id::{FacilityId, StreamId},
    industry::EnvironmentClass,
    policy::{RuleKind, StreamNeed, Treatment},
    project::{ProjectKind, RegisterStatus},
    scenario::Scenario,
};

/// A word that is written for a value: the value, Chinese, English, and other words that are read as it, parted by blanks.
#[derive(Debug, Clone, Copy)]
pub struct Word<T: 'static> {
    /// The value.
    pub value: T,
    /// What is written, Chinese.
    pub zh: &'static str,
    /// What is written, English.
    pub en: &'static str,
    /// Name of the value in the file.
    pub id: &'static str,
    /// Words that mean the same.
    same: &'static str,
    /// Words that mean about the same, and are worth a note.
    near: &'static str,
}

/// Kinds of projects.
pub static KINDS: [Word<ProjectKind>; 3] = [
    Word {
        value: ProjectKind::New,
        zh: "新引进",
        en: "New",
        id: "new",
        same: "新建 新招引 新签约 新建项目",
        near: "合作 新增",
    },
    Word {
        value: ProjectKind::Expansion,
        zh: "扩建",
        en: "Expansion",
        id: "expansion",
        same: "改扩建 扩能 增资扩产 扩建项目 改建扩建",
        near: "技改 技术改造 改建 增资 二期",
    },
    Word {
        value: ProjectKind::Relocation,
        zh: "搬迁入园",
        en: "Relocation",
        id: "relocation",
        same: "迁建 搬迁 退城入园 迁建项目 异地搬迁",
        near: "转移",
    },
];

/// Where projects stand.
pub static STATUSES: [Word<RegisterStatus>; 6] = [
    Word {
        value: RegisterStatus::InTalks,
        zh: "在谈",
        en: "In talks",
        id: "in_talks",
        same: "洽谈 洽谈中 在谈中 对接 对接中 意向 跟踪 在谈项目 拟签约",
        near: "考察 储备 谋划 前期",
    },
    Word {
        value: RegisterStatus::Signed,
        zh: "签约",
        en: "Signed",
        id: "signed",
        same: "已签约 已签协议 签约项目 已签约项目",
        near: "签订框架协议 开工 已开工 在建 建设中 投产 已投产 竣工 落地 注册 已注册 供地 已供地 达产",
    },
    Word { value: RegisterStatus::Placed, zh: "已布局", en: "Placed", id: "placed", same: "布局", near: "" },
    Word {
        value: RegisterStatus::Conditional,
        zh: "附条件",
        en: "Conditional",
        id: "conditional",
        same: "附条件布局",
        near: "",
    },
    Word { value: RegisterStatus::Held, zh: "暂缓", en: "Held", id: "held", same: "搁置 暂停", near: "停滞" },
    Word {
        value: RegisterStatus::Returned,
        zh: "退回",
        en: "Returned",
        id: "returned",
        same: "",
        near: "终止 放弃 流失",
    },
];

/// The value that `written` stands for, and whether the word only means about the same.
pub fn value_of<'a, T: Copy>(words: &'a [Word<T>], written: &str) -> Option<(&'a Word<T>, bool)> {
    let asked = key(written);
    let is_among = |list: &str| list.split(' ').any(|it| it == asked && !it.is_empty());
    let same = |it: &&'a Word<T>| [it.zh, it.en, it.id].iter().any(|name| key(name) == asked) || is_among(it.same);
    words
        .iter()
        .find(same)
        .map(|it| (it, false))
        .or_else(|| words.iter().find(|it| is_among(it.near)).map(|it| (it, true)))
}

/// What yes or no `written` means; `None` for anything else.
pub fn truth(written: &str) -> Option<bool> {
    match clean::folded(written).as_str() {
        "是" | "√" | "✓" | "✔" | "有" | "y" | "yes" | "true" | "1" | "属于" | "符合" | "是的" => {
            Some(true)
        }
        "否" | "×" | "✗" | "x" | "无" | "n" | "no" | "false" | "0" | "不是" | "不属于" | "没有" | "非" => {
            Some(false)
        }
        _ => None,
    }
}

/// The environment class that `written` begins with, such as `E2 VOC`.
pub fn class(written: &str) -> Option<EnvironmentClass> {
    let folded = clean::folded(written);
    let word: String = folded.chars().take_while(char::is_ascii_alphanumeric).collect();
    match word.as_str() {
        "e0" => Some(EnvironmentClass::E0),
        "e1" => Some(EnvironmentClass::E1),
        "e2" => Some(EnvironmentClass::E2),
        "e3" => Some(EnvironmentClass::E3),
        "e4" => Some(EnvironmentClass::E4),
        "e5" => Some(EnvironmentClass::E5),
        "er" => Some(EnvironmentClass::ER),
        _ => None,
    }
}

/// The short name of an environment class.
pub const fn class_id(class: EnvironmentClass) -> &'static str {
    match class {
        EnvironmentClass::E0 => "E0",
        EnvironmentClass::E1 => "E1",
        EnvironmentClass::E2 => "E2",
        EnvironmentClass::E3 => "E3",
        EnvironmentClass::E4 => "E4",
        EnvironmentClass::E5 => "E5",
        EnvironmentClass::ER => "ER",
    }
}

/// Names of facilities that planners speak of: id, names parted by blanks.
const FACILITIES: [(&str, &str); 16] = [
    ("gas", "天然气 燃气 管道天然气"),
    ("steam", "集中供热蒸汽 蒸汽 集中供热 供热"),
    ("rail", "铁路专用线 铁路"),
    ("clean-room-gas", "电子特气 特气 大宗气体"),
    ("airport-30min", "机场30分钟 机场"),
    ("cold-chain", "冷链 冷库"),
    ("fluoride-treatment", "含氟废水处理"),
    ("plating-treatment", "电镀废水处理 电镀中心"),
    ("dyeing-treatment", "印染废水处理"),
    ("radiation-site", "辐射许可场地 辐射场地"),
    ("hazardous-waste", "危废处置 危废 危险废物处置"),
    ("labour-pool", "劳动力储备 劳动力"),
    ("food-testing", "食品检测"),
    ("airspace", "低空空域 空域"),
    ("runway", "跑道"),
    ("hydropower", "水电"),
];

/// The facilities and streams of a scenario by their names.
#[derive(Debug)]
pub struct Named {
    facilities: BTreeMap<String, FacilityId>,
    streams: BTreeMap<String, StreamId>,
}

impl Named {
    /// The names in `scenario`.
    pub fn new(scenario: &Scenario) -> Self {
        let mut facilities: BTreeMap<String, FacilityId> = BTreeMap::new();
        let of_parks = scenario.parks.iter().flat_map(|it| it.facilities.iter().flatten());
        let of_projects = scenario.projects.iter().flat_map(|it| it.facilities.iter());
        for id in of_parks.chain(of_projects) {
            facilities.insert(id.to_string(), id.clone());
        }
        for need in scenario.rules.iter().flat_map(|rule| needs_of(&rule.kind)) {
            if let Treatment::Facility(id) = &need.needs {
                facilities.insert(id.to_string(), id.clone());
                facilities.entry(key(&need.needs_name.zh)).or_insert_with(|| id.clone());
            }
        }
        for (id, names) in FACILITIES {
            if let Some(known) = facilities.get(id).cloned() {
                for name in names.split(' ') {
                    facilities.insert(key(name), known.clone());
                }
            }
        }
        let mut streams = BTreeMap::new();
        for stream in scenario.projects.iter().filter_map(|it| it.stream.as_ref()) {
            streams.insert(stream.to_string(), stream.clone());
        }
        for rule in &scenario.rules {
            for need in needs_of(&rule.kind) {
                for name in [need.stream.to_string(), key(&need.name.zh), key(&need.name.en)] {
                    streams.insert(name, need.stream.clone());
                }
            }
            if let RuleKind::SpecialStream { ordinary, .. } = &rule.kind {
                streams.extend(ordinary.iter().map(|it| (it.to_string(), it.clone())));
            }
        }
        if let Some(general) = streams.get("general").cloned() {
            for name in ["一般废水", "一般", "一般工业废水", "生活污水"] {
                streams.insert(key(name), general.clone());
            }
        }
        Self { facilities, streams }
    }

    /// The ids of all facilities.
    pub fn facility_ids(&self) -> Vec<String> {
        let ids: BTreeSet<String> = self.facilities.values().map(FacilityId::to_string).collect();
        ids.into_iter().collect()
    }

    /// The ids of all streams.
    pub fn stream_ids(&self) -> Vec<String> {
        let ids: BTreeSet<String> = self.streams.values().map(StreamId::to_string).collect();
        ids.into_iter().collect()
    }

    /// The facility that `written` names.
    pub fn facility(&self, written: &str) -> Option<&FacilityId> {
        self.facilities.get(&clean::folded(written)).or_else(|| self.facilities.get(&key(written)))
    }

    /// The stream that `written` names.
    pub fn stream(&self, written: &str) -> Option<&StreamId> {
        self.streams.get(&clean::folded(written)).or_else(|| self.streams.get(&key(written)))
    }
}

/// The streams that a rule asks something of.
fn needs_of(kind: &RuleKind) -> &[StreamNeed] {
    if let RuleKind::SpecialStream { streams, .. } = kind { streams } else { &[] }
}

/// The entries of a list in a cell.
pub fn entries(written: &str) -> Vec<String> {
    let parts = written.split(['、', ',', '，', ';', '；', '\n']).map(str::trim);
    parts.filter(|it| figure::missing(&clean::folded(it)).is_none()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_for_values() {
        let kind = |it| value_of(&KINDS, it).map(|(word, is_near)| (word.value, is_near));
        assert_eq!(kind("新建"), Some((ProjectKind::New, false)));
        assert_eq!(kind("技改"), Some((ProjectKind::Expansion, true)));
        assert_eq!(kind("迁建"), Some((ProjectKind::Relocation, false)));
        assert_eq!(kind("工业"), None);
        assert_eq!(kind(""), None);
        assert_eq!(value_of(&STATUSES, "已开工").map(|it| (it.0.id, it.1)), Some(("signed", true)));
        for (written, meant) in
            [("是", Some(true)), ("√", Some(true)), ("×", Some(false)), ("Ｎ", Some(false)), ("部分", None)]
        {
            assert_eq!(truth(written), meant, "{written}");
        }
        assert_eq!(class("e3"), Some(EnvironmentClass::E3));
        assert_eq!(class("E2 VOC、粉尘"), Some(EnvironmentClass::E2));
        assert_eq!(class("报告书"), None);
    }
}
