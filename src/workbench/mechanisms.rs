//! Commands about characteristic parks, support and sharing.

use super::{Workbench, receipt::Notice};
use crate::{
    analysis::{
        sharing::{
            guard::Cure,
            units::{Books, Guard},
        },
        support,
    },
    model::{
        edit::{Edit, recognition::RecognitionEdit, sharing::SharingEdit, support::SupportEdit},
        id::RecordId,
        plan::Grant,
        quantity::{WanYuan, Yuan},
        sharing::Transfer,
        text::Text,
    },
};

impl Workbench {
    pub(super) fn recognise(&mut self, edit: RecognitionEdit) {
        self.commit(&Edit::Recognise(edit));
    }

    pub(super) fn support(&mut self, edit: SupportEdit) {
        self.commit(&Edit::Support(edit));
    }

    pub(super) fn share(&mut self, edit: SharingEdit) {
        self.commit(&Edit::Share(edit));
    }

    /// Grants what the rule gives; grants that a person decided otherwise stay.
    pub(super) fn allocate(&mut self, programme: &RecordId) {
        let judgement = &self.judgement;
        let Some(programme) = judgement.world().programmes.get(programme).cloned() else { return };
        let allocation = support::allocate(judgement.world(), judgement.facts(), &programme);
        let plan = self.plan().clone();
        let changed = allocation.awards.iter().filter(|award| award.granted.unwrap_or_default() != award.amount);
        let grants: Vec<Edit> = changed
            .map(|award| {
                let grant = Grant::new(plan.clone(), programme.id.clone(), award.project.clone(), award.amount);
                Edit::Support(SupportEdit::Grant(grant))
            })
            .collect();
        if grants.is_empty() {
            self.notice = Some(Notice::warning(Text::new(
                "已按规则安排，没有变化",
                "The grants are what the rule gives already",
            )));
            return;
        }
        self.commit(&Edit::Together(grants));
    }

    /// Agrees the smallest transfers that leave nobody worse off, over the years of the horizon.
    pub(super) fn compensate(&mut self) {
        let (world, facts) = (self.judgement.world(), self.judgement.facts());
        let books = Books::of(world, facts);
        let guard = Guard::of(world, facts, &books);
        let plan = self.plan().clone();
        let (Some(first_year), Some(last_year)) = (books.years.first().copied(), books.years.last().copied()) else {
            return;
        };
        let unit = |at: usize| guard.units.get(at).map(|it| it.unit.clone());
        match &guard.cure {
            Cure::NotNeeded => {
                self.notice = Some(Notice::warning(Text::new("没有单位受损，无须补偿", "Nobody is worse off")));
            }
            Cure::Impossible(lack) => {
                let lack = crate::i18n::figure::money(WanYuan::from_steps(lack / 10_000));
                self.notice = Some(Notice::warning(Text::new(
                    format!("方案使全市合计减少 {}，转移支付无法使各方都不受损；请调整布局", lack.zh),
                    format!("The plan costs the city {} in all, and no transfer can cure it; change the plan", lack.en),
                )));
            }
            Cure::Payments(payments) => {
                let agree = payments.iter().filter_map(|payment| {
                    let (from, to) = (unit(payment.from)?, unit(payment.to)?);
                    let before = world.transfers.get(&(plan.clone(), from.clone(), to.clone()));
                    let amount = before.map_or(0, |it| it.amount.steps()).saturating_add(payment.amount);
                    let transfer = Transfer {
                        plan: plan.clone(),
                        from,
                        to,
                        amount: Yuan::from_steps(amount),
                        first_year,
                        last_year,
                        reason: "利益保障：使各单位不低于方案前水平 / Nobody worse off than without the plan"
                            .to_owned(),
                    };
                    Some(Edit::Share(SharingEdit::AgreeTransfer(transfer)))
                });
                let edits: Vec<Edit> = agree.collect();
                self.commit(&Edit::Together(edits));
            }
        }
    }
}
