//! The fixed seals and the rules for new ones.

use super::Pair;
use crate::look::FillGroup::{
    self, Building, Chemicals, Components, Digital, Display, Energy, Equipment, Food, Laser, Materials, Textiles,
    Vehicles,
};
use crate::look::FillMember::{A, B};

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

/// The pairs that a sector's groups leave free.
fn free_pairs(sector_zh: &str) -> &'static [Pair] {
    match sector_zh {
        "电子信息" => &[(Display, B, true), (Digital, B, true)],
        "数字经济" => &[(Digital, B, true)],
        "激光与核技术" => &[(Laser, B, true)],
        _ => &[],
    }
}

/// A free pair for a new id of a sector, by the id alone.
pub(super) fn free_pair(id: &str, sector_zh: &str) -> Option<Pair> {
    let free = free_pairs(sector_zh);
    // FNV-1a: the same on every machine and in every version.
    let hash = id.bytes().fold(0x811C_9DC5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let turn = u32::try_from(free.len()).ok().and_then(|count| hash.checked_rem(count))?;
    free.get(usize::try_from(turn).ok()?).copied()
}

/// The first Chinese character of a name that no fixed mark uses.
pub(super) fn new_mark_zh(name: &str) -> String {
    let hanzi = |sign: &char| ('\u{4E00}'..='\u{9FFF}').contains(sign);
    let taken = |sign: char| TABLE.iter().any(|entry| entry.zh.chars().eq([sign]));
    let mut signs = name.chars().filter(hanzi);
    signs
        .clone()
        .find(|sign| !taken(*sign))
        .or_else(|| signs.next())
        .map_or_else(|| UNKNOWN_MARK.to_owned(), String::from)
}

/// Two capitals of a name that no fixed mark uses: initials if free, else the first letter and a later one.
pub(super) fn new_mark_en(name: &str) -> String {
    let upper = |word: &str| -> Vec<char> {
        word.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase()).collect()
    };
    let words: Vec<Vec<char>> =
        name.split(|sign: char| !sign.is_ascii_alphanumeric()).map(upper).filter(|word| !word.is_empty()).collect();
    let Some(first) = words.first().and_then(|word| word.first()).copied() else {
        return UNKNOWN_MARK.to_owned();
    };
    let initials = words.iter().skip(1).filter_map(|word| word.first());
    let letters = words.iter().flatten().skip(1);
    let marks = || initials.clone().chain(letters.clone()).map(|second| String::from_iter([first, *second]));
    let taken = |mark: &String| TABLE.iter().any(|entry| entry.en == mark.as_str());
    marks().find(|mark| !taken(mark)).or_else(|| marks().next()).unwrap_or_else(|| first.to_string())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::seal_of;
    use super::*;
    use crate::look::industry_fill;

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

    #[test]
    fn free_pairs_are_used_by_nobody() {
        for sector in ["电子信息", "数字经济", "激光与核技术"] {
            for pair in free_pairs(sector) {
                assert!(TABLE.iter().all(|entry| entry.pair != Some(*pair)), "{sector} {pair:?}");
            }
        }
    }

    #[test]
    fn a_new_industry_gets_a_free_pair_and_marks_that_nobody_has() {
        let seal = seal_of("quantum", "电子信息", "电子量子", "Electronic quantum devices");
        assert!(seal.fill.is_some() && seal.striped);
        assert_eq!((seal.mark_zh.as_ref(), seal.mark_en.as_ref()), ("子", "EQ"));
        assert_eq!(seal, seal_of("quantum", "电子信息", "电子量子", "Electronic quantum devices"));
        let other = seal_of("new", "服务", "", "");
        assert_eq!((other.fill, other.mark_zh.as_ref(), other.mark_en.as_ref()), (None, "?", "?"));
    }
}
