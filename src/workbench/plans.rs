//! Commands about plans: show, add, rename, remove, open first.

use std::sync::Arc;

use super::{Workbench, receipt::Notice};
use crate::{
    evaluate::judgement::Judgement,
    i18n::phrase::{Lang, Phrase},
    model::{edit::Edit, id::PlanId, text::Text},
};

impl Workbench {
    pub(super) fn show_plan(&mut self, plan: &PlanId) {
        if self.scenario().plans.contains(plan) && plan != self.plan() {
            self.judgement = Arc::new(Judgement::of(self.history.now(), plan));
            self.put_back();
            self.generation += 1;
        }
    }

    /// The id of the next plan that is added: the next free letter, then numbers.
    pub fn next_plan_id(&self) -> Option<PlanId> {
        let letters = ('A'..='Z').map(String::from);
        let numbers = (27..10_000).map(|number: u32| format!("P{number}"));
        letters.chain(numbers).filter_map(|id| PlanId::new(&id).ok()).find(|id| !self.scenario().plans.contains(id))
    }

    pub(super) fn add_plan(&mut self, copy: bool) {
        let Some(plan) = self.next_plan_id() else { return };
        let from = copy.then(|| self.plan().clone());
        let name = if copy { Text::new("副本", "Copy") } else { Text::new("空白", "Blank") };
        if self.commit(&Edit::AddPlan { plan: plan.clone(), name, from }) {
            self.show_plan(&plan);
        }
    }

    pub(super) fn rename_plan(&mut self, plan: PlanId, name: &str) {
        let Some(before) = self.scenario().plans.get(&plan).map(|plan| plan.name.clone()) else { return };
        let name = name.trim().to_owned();
        if let Some(c) = crate::model::text::misleading_character(&name) {
            let code = u32::from(c);
            self.notice = Some(Notice::warning(Text::new(
                format!("名称含不可见字符 U+{code:04X}；请删去"),
                format!("The name holds an invisible character U+{code:04X}; remove it"),
            )));
            return;
        }
        let name = match self.lang() {
            Lang::Zh => Text { zh: name, ..before.clone() },
            Lang::En => Text { en: name, ..before.clone() },
        };
        if name != before {
            self.commit(&Edit::RenamePlan { plan, name });
        }
    }

    pub(super) fn remove_plan(&mut self, plan: PlanId) {
        self.commit(&Edit::RemovePlan { plan });
    }

    pub(super) fn open_first(&mut self, plan: PlanId) {
        if self.scenario().active_plan == plan {
            self.notice = Some(Notice::news(Phrase::new("已是默认方案", "It opens first already")));
        } else {
            self.commit(&Edit::ActivatePlan { plan });
        }
    }
}
