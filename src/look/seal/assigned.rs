//! The seals of all industries of a document: those of the design, and for the others fills and marks that nobody has.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Pair, Seal,
    table::{self, Entry},
};
use crate::{
    look::{
        FillGroup::{
            self, Building, Chemicals, Components, Digital, Display, Energy, Equipment, Food, Laser, Materials,
            Textiles, Vehicles,
        },
        FillMember::{A, B},
        industry_fill,
    },
    model::{id::IndustryId, industry::Industry, table::Table},
};

/// Groups in the order in which sectors that the design does not know take them: neighbours differ most in hue.
const ORDER: [FillGroup; 12] =
    [Display, Vehicles, Energy, Food, Chemicals, Digital, Laser, Equipment, Materials, Components, Textiles, Building];

/// The seals of the industries of a document.
///
/// Industries of the design keep theirs whatever else is in the document. The others follow their sector: to the group of
/// known industries of the same sector, else to a group of its own as long as there is one; in it they take the pairs of
/// fill and stripe that are free, in the order of their ids, then what any group leaves. When all pairs are taken the rest
/// have none and are told apart by their marks, which are unique in each language as long as their names allow it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seals {
    by_id: BTreeMap<IndustryId, Seal>,
}

impl Seals {
    /// The seals of `industries`.
    pub fn of(industries: &Table<Industry>) -> Self {
        let known: Vec<(&Industry, &Entry)> =
            industries.iter().filter_map(|it| Some((&**it, table::find(it.id.as_str())?))).collect();
        let mut by_id: BTreeMap<IndustryId, Seal> =
            known.iter().map(|(it, entry)| (it.id.clone(), table::seal(entry))).collect();
        let new: Vec<&Industry> =
            industries.iter().map(|it| &**it).filter(|it| table::find(it.id.as_str()).is_none()).collect();
        let homes = homes(&known, &new);
        let mut taken: BTreeSet<Pair> = known.iter().filter_map(|(_, entry)| entry.pair).collect();
        let mut marks_zh: BTreeSet<String> = known.iter().map(|(_, entry)| entry.zh.to_owned()).collect();
        let mut marks_en: BTreeSet<String> = known.iter().map(|(_, entry)| entry.en.to_owned()).collect();
        // Everyone finds a place at home before anyone goes elsewhere.
        let mut pairs: BTreeMap<&IndustryId, Pair> = BTreeMap::new();
        let own = |it: &&Industry| homes.get(it.sector.zh.as_str()).map_or(&[][..], Vec::as_slice);
        for it in &new {
            if let Some(pair) = own(it).iter().flat_map(|group| pairs_of(*group)).find(|pair| !taken.contains(pair)) {
                taken.insert(pair);
                pairs.insert(&it.id, pair);
            }
        }
        for it in &new {
            let free = || ORDER.into_iter().rev().flat_map(pairs_of).find(|pair| !taken.contains(pair));
            if let (false, Some(pair)) = (pairs.contains_key(&it.id), free()) {
                taken.insert(pair);
                pairs.insert(&it.id, pair);
            }
        }
        for it in &new {
            let mark_zh = table::new_mark_zh(&it.name.zh, &marks_zh);
            let mark_en = table::new_mark_en(it.name.english(), &marks_en);
            marks_zh.insert(mark_zh.clone());
            marks_en.insert(mark_en.clone());
            let pair = pairs.get(&it.id);
            by_id.insert(
                it.id.clone(),
                Seal {
                    fill: pair.map(|(group, member, _)| industry_fill(*group, *member)),
                    striped: pair.is_some_and(|(_, _, striped)| *striped),
                    mark_zh: mark_zh.into(),
                    mark_en: mark_en.into(),
                },
            );
        }
        Self { by_id }
    }

    /// The seal of `industry`; one that the document does not have is unknown: no fill, and a question mark.
    pub fn get(&self, industry: &IndustryId) -> Seal {
        self.by_id.get(industry).cloned().unwrap_or_else(table::unknown)
    }
}

/// The groups of each sector that has new industries: those of its known ones, else one that is nobody's.
fn homes<'a>(known: &[(&'a Industry, &Entry)], new: &[&'a Industry]) -> BTreeMap<&'a str, Vec<FillGroup>> {
    let mut homes: BTreeMap<&str, Vec<FillGroup>> = BTreeMap::new();
    for (it, entry) in known {
        let groups = homes.entry(it.sector.zh.as_str()).or_default();
        if let Some((group, ..)) = entry.pair
            && !groups.contains(&group)
        {
            groups.push(group);
        }
    }
    let mut used: BTreeSet<FillGroup> = homes.values().flatten().copied().collect();
    let sectors: BTreeSet<&str> = new.iter().map(|it| it.sector.zh.as_str()).collect();
    for sector in sectors {
        if homes.contains_key(sector) {
            continue;
        }
        if let Some(group) = ORDER.into_iter().find(|group| !used.contains(group)) {
            used.insert(group);
            homes.insert(sector, vec![group]);
        }
    }
    homes
}

/// The pairs of a group: its fills plain, then striped.
fn pairs_of(group: FillGroup) -> Vec<Pair> {
    let members: &[_] = if matches!(group, Textiles | Building) { &[A] } else { &[A, B] };
    [false, true].into_iter().flat_map(|striped| members.iter().map(move |member| (group, *member, striped))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        evidence::{Confidence, Evidence},
        industry::EnvironmentClass,
        text::Text,
    };

    fn industry(id: &str, sector: &str, zh: &str, en: &str) -> Industry {
        Industry {
            id: IndustryId::new(id).unwrap(),
            code: String::new(),
            name: Text::new(zh, en),
            sector: Text::new(sector, ""),
            gbt4754: Vec::new(),
            environment_class: EnvironmentClass::E1,
            investment_per_mu: None,
            tax_per_mu: None,
            output_per_mu: None,
            floor_area_ratio: None,
            new_track: false,
            evidence: Evidence { source: None, confidence: Confidence::Assumed },
        }
    }

    fn seals(list: Vec<Industry>) -> Seals {
        let mut table = Table::default();
        for it in list {
            table.insert(it);
        }
        Seals::of(&table)
    }

    fn seal(seals: &Seals, id: &str) -> Seal {
        seals.get(&IndustryId::new(id).unwrap())
    }

    #[test]
    fn industries_of_the_design_keep_their_seals_whatever_stands_beside_them() {
        let known = || table::TABLE.iter().map(|entry| industry(entry.id, "电子信息", "名", "Name"));
        let new = (0..9).map(|at| industry(&format!("another-{at}"), "电子信息", "新", "New goods"));
        let seals = seals(known().chain(new).collect());
        for entry in &table::TABLE {
            assert_eq!(seal(&seals, entry.id), table::seal(entry), "{}", entry.id);
        }
    }

    #[test]
    fn a_new_industry_of_a_known_sector_takes_a_free_pair_of_its_group() {
        let known = industry("oled-display", "电子信息", "OLED", "OLED");
        let new = industry("quantum", "电子信息", "电子量子", "Electronic quantum devices");
        let seals = seals(vec![known, new]);
        let (old, new) = (seal(&seals, "oled-display"), seal(&seals, "quantum"));
        assert_eq!(new.fill, Some(industry_fill(Display, B)));
        assert_ne!((old.fill, old.striped), (new.fill, new.striped));
        assert_eq!((new.mark_zh.as_ref(), new.mark_en.as_ref()), ("电", "EQ"));
    }

    #[test]
    fn forty_new_industries_in_ten_sectors_are_all_told_apart() {
        let list: Vec<Industry> = (0..40)
            .map(|at| {
                let letter = char::from(b'a' + u8::try_from(at % 26).unwrap());
                let (zh, en) = (format!("产{}业", char::from_u32(0x4E00 + at).unwrap()), format!("{letter}{at} goods"));
                industry(&format!("new-{at:02}"), &format!("门类{}", at % 10), &zh, &en)
            })
            .collect();
        let ids: Vec<String> = list.iter().map(|it| it.id.to_string()).collect();
        let seals = seals(list);
        let looks: BTreeSet<([u8; 4], bool)> =
            ids.iter().map(|id| seal(&seals, id)).map(|it| (it.fill.expect("a fill").to_array(), it.striped)).collect();
        let marks: BTreeSet<String> = ids.iter().map(|id| seal(&seals, id).mark_en.into_owned()).collect();
        assert_eq!((looks.len(), marks.len()), (40, 40));
        // Sectors keep together: the four of the first sector share the hues of one group.
        let of_first: BTreeSet<[u8; 4]> =
            ids.iter().step_by(10).filter_map(|id| seal(&seals, id).fill).map(|it| it.to_array()).collect();
        assert_eq!(of_first.len(), 2);
    }

    #[test]
    fn what_is_not_in_the_document_is_unknown() {
        let unknown = seal(&Seals::default(), "nothing");
        assert_eq!((unknown.fill, unknown.mark_zh.as_ref(), unknown.mark_en.as_ref()), (None, "?", "?"));
    }
}
