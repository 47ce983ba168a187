//! What the parties to an agreement could have together, and what each of them has of it by contribution.

use std::collections::BTreeMap;

use egui::{Align, Ui};

use super::{percent, small_button_ui};
use crate::{
    analysis::sharing::coalition::{Division, Gap, parties},
    i18n::{figure, sharing as say, undefined},
    model::{
        id::UnitId,
        plan::Agreement,
        quantity::{Factor, WanYuan},
        sharing::{CoalitionWorth, Party},
        text::Text,
    },
    ui::{
        cx::Cx,
        dialogs::{
            columns::{Cell, Column, head_ui, told_row_ui},
            form::{Note, entry_ui, label_ui, marked_ui},
            sharing::optional,
        },
        theme::{SPACE_8, Signal, Type},
        widgets::icon::Icon,
    },
};

/// Parties that the sheet has fields for: four of them make fifteen coalitions.
const MOST: usize = 4;
/// Columns of the shares.
const COLUMNS: [Column; 3] = [(50.0, Align::Min), (25.0, Align::Max), (25.0, Align::Max)];

/// Worths as they are typed, by the units of the coalition in the order of their ids.
#[derive(Debug, Default)]
pub struct Contribution {
    typed: BTreeMap<Vec<UnitId>, String>,
    is_open: bool,
}

impl Contribution {
    /// What is stated in an agreement.
    pub fn of(agreement: &Agreement) -> Self {
        let typed = |it: &CoalitionWorth| (sorted(it.units.clone()), it.worth.plain());
        let typed: BTreeMap<_, _> = agreement.worths.iter().map(typed).collect();
        Self { is_open: !typed.is_empty(), typed }
    }

    /// What is typed for the coalitions of `agreement`, also of those that have no field here; nothing of coalitions whose parties
    /// have left. The first that is no amount otherwise.
    pub fn worths(&self, agreement: &Agreement) -> Result<Vec<CoalitionWorth>, Text> {
        let parties = parties(agreement);
        let mut typed: Vec<(&Vec<UnitId>, &String)> =
            self.typed.iter().filter(|(units, _)| units.iter().all(|it| parties.contains(it))).collect();
        typed.sort_by_key(|(units, _)| units.len());
        let read = |(units, typed): (&Vec<UnitId>, &String)| {
            optional(typed).map(|worth| worth.map(|worth| CoalitionWorth { units: units.clone(), worth }))
        };
        typed.into_iter().filter_map(|it| read(it).transpose()).collect()
    }

    /// Draws the fields of `agreement`, which needs no worths, and, where they are complete, the shares; the shares when they are taken: those of the further parties,
    /// and the originator's part of the rest.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, agreement: Agreement) -> Option<(Vec<Party>, Factor)> {
        let parties = parties(&agreement);
        if parties.len() < 3 {
            return None;
        }
        let icon = if self.is_open { Icon::ChevronUp } else { Icon::ChevronDown };
        if small_button_ui(ui, cx, cx.say(say::BY_CONTRIBUTION), icon) {
            self.is_open = !self.is_open;
        }
        ui.add_space(SPACE_8);
        if !self.is_open {
            return None;
        }
        if parties.len() > MOST {
            marked_ui(ui, cx, (Icon::Info, Signal::Unknown), cx.say(say::TOO_MANY_PARTIES));
            return None;
        }
        marked_ui(ui, cx, (Icon::Info, Signal::Unknown), cx.say(say::WORTHS_HINT));
        self.fields_ui(ui, cx, &coalitions(&parties));
        let worths = self.worths(&agreement).unwrap_or_default();
        match Division::of(&Agreement { worths, ..agreement })? {
            Err(Gap::NoWorth(units)) => {
                marked_ui(ui, cx, (Icon::Info, Signal::Unknown), cx.tell(&say::no_worth(cx.scenario(), &units)));
                None
            }
            Err(Gap::Undefined(reason)) => {
                marked_ui(ui, cx, (Icon::Unknown, Signal::Unknown), cx.say(undefined::sentence(reason)));
                None
            }
            Ok(division) => shares_ui(ui, cx, &division),
        }
    }

    fn fields_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, coalitions: &[Vec<UnitId>]) {
        for pair in coalitions.chunks(2) {
            ui.columns(2, |columns| {
                for (ui, units) in columns.iter_mut().zip(pair) {
                    let label = format!("{} · {}", cx.say(say::WORTH), cx.tell(&say::together(cx.scenario(), units)));
                    let key = sorted(units.clone());
                    let id = key.iter().map(UnitId::as_str).collect::<Vec<_>>().join("+");
                    let typed = self.typed.entry(key).or_default();
                    let wrong = optional::<WanYuan>(typed).err();
                    let note = Note::of("", wrong.as_ref().map(|it| cx.tell(it)), true);
                    entry_ui(ui, &format!("worth {id}"), &label, typed, cx, &note);
                }
            });
        }
    }
}

/// Draws what each party has, and whether some of them would rather leave; the shares when they are taken.
fn shares_ui(ui: &mut Ui, cx: &Cx<'_>, division: &Division) -> Option<(Vec<Party>, Factor)> {
    label_ui(ui, cx, cx.say(say::CONTRIBUTIONS));
    let names = [say::PARTY, say::SHARE_A_YEAR, say::SHARE].map(|it| cx.say(it));
    head_ui(ui, cx, &COLUMNS, &names);
    let all: f64 = division.shares.iter().sum();
    for (unit, share) in division.parties.iter().zip(&division.shares) {
        let name = say::unit_name(cx.scenario(), unit);
        let (amount, part) =
            (amount(*share), if all > 0.0 { tenths(share / all * 100.0) } else { figure::NONE.to_owned() });
        let cells: [Cell<'_>; 3] = [
            (cx.tell(&name), Type::Body, cx.theme.text1),
            (&amount, Type::BodyBold, cx.theme.text1),
            (&part, Type::Body, cx.theme.text1),
        ];
        told_row_ui(ui, 24.0, &COLUMNS, &cells, &format!("{} · {amount} · {part}", cx.tell(&name)));
    }
    ui.add_space(SPACE_8);
    if division.violations.is_empty() {
        marked_ui(ui, cx, (Icon::Holds, Signal::Holds), cx.say(say::IN_CORE));
    }
    for (units, lack) in &division.violations {
        let told = say::would_leave(cx.scenario(), units, &amount(*lack));
        marked_ui(ui, cx, (Icon::Broken, Signal::Broken), cx.tell(&told));
    }
    match &division.core {
        None => marked_ui(ui, cx, (Icon::Info, Signal::Unknown), cx.say(say::NO_CORE)),
        Some(core) if !division.violations.is_empty() => {
            let amounts: Vec<String> = core.iter().map(|it| amount(*it)).collect();
            let told = say::core_division(cx.scenario(), &division.parties, &amounts);
            marked_ui(ui, cx, (Icon::Info, Signal::Unknown), cx.tell(&told));
        }
        Some(_) => {}
    }
    let terms = division.as_terms();
    if terms.is_none() {
        marked_ui(ui, cx, (Icon::Info, Signal::Unknown), cx.say(say::NO_SHARES));
    }
    let terms = terms.filter(|_| small_button_ui(ui, cx, cx.say(say::TAKE_SHARES), Icon::Tick));
    ui.add_space(SPACE_8);
    terms
}

/// All that can come together of `parties`, the small ones first.
fn coalitions(parties: &[UnitId]) -> Vec<Vec<UnitId>> {
    let mut all: Vec<Vec<UnitId>> = vec![Vec::new()];
    for unit in parties.iter().take(MOST) {
        let with: Vec<Vec<UnitId>> =
            all.iter().map(|units| units.iter().chain([unit]).cloned().collect::<Vec<_>>()).collect();
        all.extend(with);
    }
    all.retain(|units| !units.is_empty());
    all.sort_by_key(Vec::len);
    all
}

fn sorted(mut units: Vec<UnitId>) -> Vec<UnitId> {
    units.sort();
    units
}

/// Money a year in 万元, to a tenth.
fn amount(wan: f64) -> String {
    figure::grouped(&tenths(wan))
}

fn tenths(value: f64) -> String {
    // No "-0.0".
    let value = (value * 10.0).round() / 10.0 + 0.0;
    format!("{value:.1}")
}

/// The windows of an agreement with the originator's part of `share` in each of them.
pub fn windows(typed: &[super::TypedTerm], share: Factor) -> Vec<super::TypedTerm> {
    typed.iter().map(|[from, to, _]| [from.clone(), to.clone(), percent(share)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::{PlanId, ProjectId, RecordId};

    fn units(ids: &[&str]) -> Vec<UnitId> {
        ids.iter().map(|id| UnitId::new(id).unwrap()).collect()
    }

    fn agreement(others: &[&str], worths: &[(&[&str], i64)]) -> Agreement {
        let key = (PlanId::new("A").unwrap(), ProjectId::new("P1").unwrap());
        let sides = (UnitId::new("east").unwrap(), UnitId::new("west").unwrap());
        let others = units(others).into_iter().map(|unit| Party { unit, share: Factor::from_steps(50) }).collect();
        let worths =
            worths.iter().map(|(of, worth)| CoalitionWorth { units: units(of), worth: WanYuan::from_steps(*worth) });
        let worths = worths.collect();
        Agreement { others, worths, ..Agreement::new(key, sides, RecordId::new("T2").unwrap(), 2024) }
    }

    #[test]
    fn worths_of_more_parties_than_there_are_fields_for_are_kept() {
        let all: &[&str] = &["a", "b", "c", "east", "west"];
        let known = agreement(&["a", "b", "c"], &[(&["east", "west"], 6_000), (&["c", "east"], 100), (all, 90_000)]);
        let kept = Contribution::of(&known).worths(&known).unwrap();
        assert_eq!(kept.len(), 3);
        assert!(known.worths.iter().all(|it| kept.contains(it)));
    }

    #[test]
    fn worths_go_with_the_party_that_leaves() {
        let known = agreement(&["a"], &[(&["east", "west"], 6_000), (&["a", "east"], 100)]);
        let left = Agreement { others: Vec::new(), ..known.clone() };
        let kept = Contribution::of(&known).worths(&left).unwrap();
        assert_eq!(kept.iter().map(|it| it.units.clone()).collect::<Vec<_>>(), [units(&["east", "west"])]);
    }

    #[test]
    fn four_parties_make_fifteen_coalitions() {
        let all = coalitions(&units(&["d", "c", "b", "a"]));
        assert_eq!((all.len(), all.last().map(Vec::len)), (15, Some(4)));
        assert!(all.windows(2).all(|it| it[0].len() <= it[1].len()));
    }
}
