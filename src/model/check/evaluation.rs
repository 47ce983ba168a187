//! Does what parks are judged by make sense? Indicator packs, accidents, standards, yearly figures and steps of
//! characteristic parks.

use super::{Findings, Site, Wrong, values};
use crate::model::{
    indicator::{Grading, IndicatorPack},
    quantity::Factor,
    recognition::{Measured, Standard},
    scenario::Scenario,
};

pub(super) fn evaluation(s: &Scenario, found: &mut Findings) {
    for pack in &s.indicator_packs {
        one_pack(s, found, pack);
    }
    for incident in &s.incidents {
        let it = incident.as_ref();
        found.reference(it, "park", &s.parks, &it.park, it.park.as_str());
        if let Some(id) = &it.characteristic_park {
            found.reference(it, "characteristic_park", &s.characteristic_parks, id, id.as_str());
        }
        found.day_of_fact(it, "on", Some(it.on));
        found.reason(it, "note", &it.note);
    }
    for standard in &s.standards {
        one_standard(s, found, standard);
    }
    for year in &s.characteristic_years {
        let it = year.as_ref();
        let id = &it.characteristic_park;
        found.reference(it, "characteristic_park", &s.characteristic_parks, id, id.as_str());
        found.value(it, "year", values::characteristic_year(it));
        measures(s, found, it, "figures", it.figures.iter().map(|figure| &figure.measure));
    }
    for step in &s.recognition_steps {
        let it = step.as_ref();
        let id = &it.characteristic_park;
        found.reference(it, "characteristic_park", &s.characteristic_parks, id, id.as_str());
        found.value(it, "reason", values::step(it));
        if let Some(document) = &it.document {
            found.reference(it, "document", &s.documents, document, document.as_str());
        }
    }
}

fn one_pack(s: &Scenario, found: &mut Findings, pack: &IndicatorPack) {
    found.name(pack, "name", &pack.name);
    found.value(pack, "note", pack.note.as_ref().and_then(|note| values::long_text(&note.zh)));
    if pack.pillars.is_empty() {
        found.add(Site::of(pack, "pillars"), Wrong::EmptyList);
    }
    found.value(pack, "pillars", values::distinct(pack.pillars.iter().map(|it| &it.id)));
    for pillar in &pack.pillars {
        found.name(pack, "pillars", &pillar.name);
        found.value(pack, "pillars", values::weight(pillar.weight));
        found.value(pack, "pillars", values::distinct(pillar.indicators.iter().map(|it| &it.indicator)));
        for it in &pillar.indicators {
            found.reference(pack, "pillars", &s.indicators, &it.indicator, it.indicator.as_str());
            found.value(pack, "pillars", values::weight(it.weight));
        }
    }
    for bonus in &pack.bonuses {
        found.reference(pack, "bonuses", &s.indicators, &bonus.indicator, bonus.indicator.as_str());
    }
    let falls = |high: Factor, low: Factor| (high < low).then(|| Wrong::LeastAboveMost(low.plain(), high.plain()));
    let wrong = match &pack.grading {
        Grading::Marks { a, b, c } => falls(*a, *b).or_else(|| falls(*b, *c)),
        Grading::Quotas { a, b, c } => falls(*b, *a).or_else(|| falls(*c, *b)).or_else(|| values::share(*c)),
    };
    found.value(pack, "grading", wrong);
    if let Some(id) = &pack.document {
        found.reference(pack, "document", &s.documents, id, id.as_str());
    }
}

fn one_standard(s: &Scenario, found: &mut Findings, standard: &Standard) {
    found.name(standard, "name", &standard.name);
    found.reference(standard, "pack", &s.indicator_packs, &standard.pack, standard.pack.as_str());
    found.value(standard, "hysteresis", values::share(standard.hysteresis));
    found.value(standard, "items", values::distinct(standard.items.iter().map(|it| it.measure.id())));
    if standard.items.is_empty() || standard.items.iter().any(|it| it.least.is_none() && it.most.is_none()) {
        found.add(Site::of(standard, "items"), Wrong::EmptyList);
    }
    if !(1..=10).contains(&standard.years) {
        found.add(Site::of(standard, "years"), Wrong::OutOfRange(standard.years.to_string(), "1", "10"));
    }
    if !(1..=standard.years).contains(&standard.passes) {
        found.add(Site::of(standard, "passes"), Wrong::OutOfRange(standard.passes.to_string(), "1", "years"));
    }
    if let Some(id) = &standard.document {
        found.reference(standard, "document", &s.documents, id, id.as_str());
    }
    measures(s, found, standard, "items", standard.items.iter().map(|it| &it.measure));
}

fn measures<'a, T: crate::model::table::Record>(
    s: &Scenario,
    found: &mut Findings,
    record: &T,
    field: &'static str,
    measures: impl Iterator<Item = &'a Measured>,
) {
    for measure in measures {
        if let Measured::Indicator(id) | Measured::Growth(id) = measure {
            found.reference(record, field, &s.indicators, id, id.as_str());
        }
    }
}
