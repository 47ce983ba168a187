//! Does support and sharing make sense? Programmes, money won, honours, promises; taxes, templates, agreements, books.

use super::{Findings, Site, Wrong, values};
use crate::model::{
    quantity::{Factor, WanYuan},
    scenario::Scenario,
    support::{Condition, Programme},
};

pub(super) fn support(s: &Scenario, found: &mut Findings) {
    for programme in &s.programmes {
        one_programme(s, found, programme);
    }
    for funding in &s.fundings {
        let it = funding.as_ref();
        found.name(it, "name", &it.name);
        found.distinct(it, "parks", &it.parks);
        found.distinct(it, "enterprises", &it.enterprises);
        for id in &it.parks {
            found.reference(it, "parks", &s.parks, id, id.as_str());
        }
        for id in &it.enterprises {
            found.reference(it, "enterprises", &s.enterprises, id, id.as_str());
        }
    }
    for honour in &s.honours {
        let it = honour.as_ref();
        found.name(it, "name", &it.name);
        if let Some(id) = &it.park {
            found.reference(it, "park", &s.parks, id, id.as_str());
        }
        if let Some(id) = &it.enterprise {
            found.reference(it, "enterprise", &s.enterprises, id, id.as_str());
        }
        found.day_of_fact(it, "on", it.on);
    }
    for task in &s.tasks {
        let it = task.as_ref();
        found.reference(it, "project", &s.projects, &it.project, it.project.as_str());
        found.name(it, "name", &it.name);
        found.short(it, "owner", [&it.owner]);
        found.short(it, "clause", [&it.clause]);
        found.day(it, "due", Some(it.due));
        found.day(it, "done", it.done);
    }
    for claim in &s.claims {
        let it = claim.as_ref();
        found.reference(it, "plan", &s.plans, &it.plan, it.plan.as_str());
        found.reference(it, "programme", &s.programmes, &it.programme, it.programme.as_str());
        found.reference(it, "project", &s.projects, &it.project, it.project.as_str());
    }
    for grant in &s.grants {
        let it = grant.as_ref();
        found.reference(it, "plan", &s.plans, &it.plan, it.plan.as_str());
        found.reference(it, "programme", &s.programmes, &it.programme, it.programme.as_str());
        found.reference(it, "project", &s.projects, &it.project, it.project.as_str());
        found.value(it, "reason", values::grant(it));
    }
}

fn one_programme(s: &Scenario, found: &mut Findings, programme: &Programme) {
    found.name(programme, "name", &programme.name);
    for id in &programme.parks {
        found.reference(programme, "parks", &s.parks, id, id.as_str());
    }
    let industries = programme.conditions.iter().filter_map(|it| match it {
        Condition::Industries(list) => Some(list),
        Condition::Kinds(_)
        | Condition::Placed
        | Condition::Designated
        | Condition::NewTrack
        | Condition::Investment(_)
        | Condition::Tags(_) => None,
    });
    for id in industries.flatten() {
        found.reference(programme, "conditions", &s.industries, id, id.as_str());
    }
    found.value(programme, "most_of_investment", programme.most_of_investment.and_then(values::share));
    let over =
        |least: WanYuan, most: WanYuan| (least > most).then(|| Wrong::LeastAboveMost(least.plain(), most.plain()));
    found.value(programme, "least", programme.least.zip(programme.most).and_then(|(least, most)| over(least, most)));
    found.distinct(programme, "parks", &programme.parks);
    let tags =
        programme.conditions.iter().filter_map(|it| if let Condition::Tags(tags) = it { Some(tags) } else { None });
    found.short(programme, "conditions", tags.flatten());
}

pub(super) fn sharing(s: &Scenario, found: &mut Findings) {
    let mut parts = Factor::ZERO;
    for tax in &s.taxes {
        let it = tax.as_ref();
        found.name(it, "name", &it.name);
        parts = parts.plus(it.part);
        found.value(it, "part", values::share(it.part).or_else(|| values::share(parts)));
        found.value(it, "retained", values::share(it.retained));
    }
    for template in &s.sharing_templates {
        let it = template.as_ref();
        found.name(it, "name", &it.name);
        for (field, windows) in [("tax", &it.tax), ("assessment", &it.assessment)] {
            found.value(it, field, values::windows(windows));
        }
        found.distinct(it, "taxes", &it.taxes);
        for id in &it.taxes {
            found.reference(it, "taxes", &s.taxes, id, id.as_str());
        }
    }
    for agreement in &s.agreements {
        let it = agreement.as_ref();
        found.reference(it, "plan", &s.plans, &it.plan, it.plan.as_str());
        found.reference(it, "project", &s.projects, &it.project, it.project.as_str());
        found.value(it, "first_year", values::year_of_fact(it.first_year));
        found.value(it, "terms", values::windows(&it.terms));
        found.reference(it, "originator", &s.units, &it.originator, it.originator.as_str());
        found.reference(it, "host", &s.units, &it.host, it.host.as_str());
        found.reference(it, "template", &s.sharing_templates, &it.template, it.template.as_str());
        for party in &it.others {
            found.reference(it, "others", &s.units, &party.unit, party.unit.as_str());
        }
        // A host that is its own originator shares with nobody and may stand in an old file.
        let taken = it.others.iter().fold(Factor::ZERO, |sum, it| sum.plus(it.share));
        let sides = [&it.originator, &it.host];
        let twice = it.others.iter().find(|party| sides.contains(&&party.unit));
        let twice = twice.map(|party| Wrong::Repeated(party.unit.to_string()));
        let repeated = || values::distinct(it.others.iter().map(|it| &it.unit));
        found.value(it, "others", values::share(taken).or(twice).or_else(repeated));
        for unit in it.worths.iter().flat_map(|worth| &worth.units) {
            found.reference(it, "worths", &s.units, unit, unit.as_str());
        }
    }
    for entry in &s.ledger {
        let it = entry.as_ref();
        found.reference(it, "plan", &s.plans, &it.plan, it.plan.as_str());
        found.value(it, "year", values::year_of_fact(it.year));
        if !s.agreements.contains(&(it.plan.clone(), it.project.clone())) {
            found.add(Site::of(it, "project"), Wrong::Dangling("agreements", it.project.to_string()));
        }
    }
    for transfer in &s.transfers {
        let it = transfer.as_ref();
        found.reference(it, "plan", &s.plans, &it.plan, it.plan.as_str());
        found.reference(it, "from", &s.units, &it.from, it.from.as_str());
        found.reference(it, "to", &s.units, &it.to, it.to.as_str());
        let wrong = values::transfer(it);
        let field = match &wrong {
            Some(Wrong::Repeated(_)) => "to",
            Some(Wrong::YearsTurned(..)) => "last_year",
            Some(Wrong::EmptyText) => "reason",
            _ => "amount",
        };
        found.value(it, field, wrong);
    }
}
