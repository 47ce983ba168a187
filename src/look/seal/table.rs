//! The fixed seals and the rules for new ones.

use std::{borrow::Cow, collections::BTreeSet};

use super::{Pair, Seal};
use crate::look::FillGroup::{
    self, Building, Chemicals, Components, Digital, Display, Energy, Equipment, Food, Laser, Materials, Textiles,
    Vehicles,
};
use crate::look::{
    FillMember::{A, B},
    industry_fill,
};

/// A row of the table.
pub(super) struct Entry {
    /// Id of the industry.
    pub id: &'static str,
    /// Its fill; none is shared by the last group.
    pub pair: Option<Pair>,
    /// Its Chinese mark.
    pub zh: &'static str,
    /// Its English mark.
    pub en: &'static str,
}

const fn plain(
    id: &'static str,
    group: FillGroup,
    member: super::FillMember,
    zh: &'static str,
    en: &'static str,
) -> Entry {
    Entry { id, pair: Some((group, member, false)), zh, en }
}

const fn striped(
    id: &'static str,
    group: FillGroup,
    member: super::FillMember,
    zh: &'static str,
    en: &'static str,
) -> Entry {
    Entry { id, pair: Some((group, member, true)), zh, en }
}

const fn unfilled(id: &'static str, zh: &'static str, en: &'static str) -> Entry {
    Entry { id, pair: None, zh, en }
}

/// The seals of the design, group by group.
pub(super) const TABLE: [Entry; 44] = [
    plain("oled-display", Display, A, "屏", "OL"),
    plain("lcd-display", Display, B, "液", "LC"),
    striped("display-materials", Display, A, "膜", "DM"),
    plain("semiconductors", Components, A, "芯", "IC"),
    plain("electronic-components", Components, B, "连", "EC"),
    striped("printed-circuit-boards", Components, A, "板", "PC"),
    striped("automotive-electronics", Components, B, "感", "AE"),
    plain("smart-terminals", Digital, A, "端", "ST"),
    plain("telecom-navigation", Digital, B, "讯", "TN"),
    striped("software-ai", Digital, A, "软", "SW"),
    plain("radiopharmaceuticals", Laser, A, "核", "RP"),
    plain("laser", Laser, B, "激", "LA"),
    striped("nuclear-medicine-equipment", Laser, A, "疗", "NM"),
    plain("magnetic-materials", Materials, A, "磁", "MG"),
    plain("special-metals", Materials, B, "钢", "SM"),
    striped("carbon-composites", Materials, A, "碳", "CC"),
    striped("polymer-materials", Materials, B, "聚", "PM"),
    plain("fine-chemicals", Chemicals, A, "化", "FC"),
    plain("natural-gas-chemicals", Chemicals, B, "气", "NG"),
    striped("inorganic-salts", Chemicals, A, "盐", "IS"),
    striped("pharmaceuticals", Chemicals, B, "药", "PH"),
    plain("vehicles", Vehicles, A, "车", "VE"),
    plain("auto-parts", Vehicles, B, "配", "AP"),
    striped("engines", Vehicles, A, "擎", "EN"),
    striped("machinery", Vehicles, B, "械", "MA"),
    plain("battery-materials", Energy, A, "锂", "BM"),
    plain("batteries", Energy, B, "电", "BA"),
    striped("battery-recycling", Energy, A, "循", "RC"),
    striped("solar-storage-power", Energy, B, "光", "PV"),
    plain("motors", Equipment, A, "机", "MO"),
    plain("robots-equipment", Equipment, B, "智", "RB"),
    striped("aerospace-parts", Equipment, A, "航", "AS"),
    striped("uav-general-aviation", Equipment, B, "飞", "UA"),
    plain("chinese-medicine", Food, A, "草", "CM"),
    plain("food", Food, B, "食", "FO"),
    striped("beverages", Food, A, "饮", "BV"),
    striped("feed", Food, B, "饲", "FE"),
    plain("apparel-footwear", Textiles, A, "衣", "AF"),
    striped("textiles", Textiles, A, "丝", "TX"),
    plain("building-materials", Building, A, "建", "GB"),
    striped("silicon-materials", Building, A, "硅", "SI"),
    unfilled("packaging", "包", "PK"),
    unfilled("logistics", "物", "LG"),
    unfilled("agricultural-services", "农", "AG"),
];

/// The mark of an industry without a usable name.
const UNKNOWN_MARK: &str = "?";

/// The row of a known id.
pub(super) fn find(id: &str) -> Option<&'static Entry> {
    TABLE.iter().find(|entry| entry.id == id)
}

/// The seal of a row.
pub(super) fn seal(entry: &'static Entry) -> Seal {
    Seal {
        fill: entry.pair.map(|(group, member, _)| industry_fill(group, member)),
        striped: entry.pair.is_some_and(|(_, _, striped)| striped),
        mark_zh: Cow::Borrowed(entry.zh),
        mark_en: Cow::Borrowed(entry.en),
    }
}

/// The seal of an industry that nobody knows.
pub(super) fn unknown() -> Seal {
    let mark = Cow::Borrowed(UNKNOWN_MARK);
    Seal { fill: None, striped: false, mark_zh: mark.clone(), mark_en: mark }
}

/// The first Chinese character of a name that is not among the marks `taken`; of a name without any, its first letter.
pub(super) fn new_mark_zh(name: &str, taken: &BTreeSet<String>) -> String {
    let hanzi = |sign: &char| ('\u{4E00}'..='\u{9FFF}').contains(sign);
    let signs = || name.chars().filter(hanzi).map(String::from);
    let letter = || name.chars().find(|it| it.is_alphabetic()).map(|it| it.to_uppercase().to_string());
    let free = signs().find(|sign| !taken.contains(sign));
    free.or_else(|| signs().next()).or_else(letter).unwrap_or_else(|| UNKNOWN_MARK.to_owned())
}

/// Two capitals of a name that are not among the marks `taken`: initials if free, else the first letter and a later one.
pub(super) fn new_mark_en(name: &str, taken: &BTreeSet<String>) -> String {
    let upper = |word: &str| -> Vec<String> {
        word.chars().filter(|it| it.is_alphanumeric()).map(|letter| letter.to_uppercase().to_string()).collect()
    };
    let words: Vec<Vec<String>> =
        name.split(|sign: char| !sign.is_alphanumeric()).map(upper).filter(|word| !word.is_empty()).collect();
    let Some(first) = words.first().and_then(|word| word.first()) else {
        return UNKNOWN_MARK.to_owned();
    };
    let initials = words.iter().skip(1).filter_map(|word| word.first());
    let letters = words.iter().flatten().skip(1);
    let marks = || initials.clone().chain(letters.clone()).map(|second| format!("{first}{second}"));
    marks().find(|mark| !taken.contains(mark)).or_else(|| marks().next()).unwrap_or_else(|| first.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_unique_in_each_language() {
        let zh: BTreeSet<_> = TABLE.iter().map(|entry| entry.zh).collect();
        let en: BTreeSet<_> = TABLE.iter().map(|entry| entry.en).collect();
        let ids: BTreeSet<_> = TABLE.iter().map(|entry| entry.id).collect();
        assert_eq!((zh.len(), en.len(), ids.len()), (TABLE.len(), TABLE.len(), TABLE.len()));
    }

    #[test]
    fn pairs_are_unique_except_in_the_last_group() {
        let pairs: Vec<_> = TABLE
            .iter()
            .filter_map(|entry| entry.pair)
            .map(|(group, member, striped)| (industry_fill(group, member).to_array(), striped))
            .collect();
        let distinct: BTreeSet<_> = pairs.iter().collect();
        assert_eq!((pairs.len(), distinct.len()), (41, 41));
    }
}
