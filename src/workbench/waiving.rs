//! Commands by which an authority speaks: waive, revoke, approve.

use jiff::civil::Date;

use super::{Workbench, receipt::Notice};
use crate::{
    i18n,
    model::{
        edit::Edit,
        id::{ParkId, RuleId},
        plan::{Subject, Waiver},
        text::Text,
    },
};

impl Workbench {
    /// Records `waiver`; reason and authority must be stated.
    pub(super) fn waive(&mut self, waiver: Waiver) {
        if waiver.reason.trim().is_empty() || waiver.authority.trim().is_empty() {
            self.notice = Some(Notice::warning(Text::new(
                "豁免须写明理由和批准机关",
                "A waiver needs a reason and an authority",
            )));
            return;
        }
        let key = (waiver.plan.clone(), waiver.rule.clone(), waiver.park.clone(), waiver.subject.clone());
        let grant = Edit::Waive(waiver);
        // One that has run out makes room for the new one, in one step.
        match self.scenario().waivers.get(&key) {
            Some(old) if old.expires < self.scenario().as_of => {
                let (plan, rule, park, subject) = key;
                self.commit(&Edit::Together(vec![Edit::RevokeWaiver { plan, rule, park, subject }, grant]));
            }
            _ => {
                self.commit(&grant);
            }
        }
    }

    pub(super) fn revoke_waiver(&mut self, rule: RuleId, park: ParkId, subject: Subject) {
        self.commit(&Edit::RevokeWaiver { plan: self.plan().clone(), rule, park, subject });
    }

    /// Approves the plan that is shown; findings that stand in the way are told one by one.
    pub(super) fn approve(&mut self, on: Date, by: String) {
        let obstacles = self.judgement.obstacles().into_iter();
        let told: Vec<Text> =
            obstacles.map(|finding| i18n::approval::obstacle(self.judgement.world(), finding)).collect();
        if told.is_empty() {
            self.commit(&Edit::Approve { plan: self.plan().clone(), on, by });
            return;
        }
        let count = told.len();
        let text = Text::new(
            format!("未批准：{count} 个法定问题须先消除或豁免"),
            format!("Not approved: legal findings to cure or waive first: {count}"),
        );
        self.notice = Some(Notice { details: told, ..Notice::warning(text) });
    }
}
