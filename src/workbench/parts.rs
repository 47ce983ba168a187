//! Commands about the smaller parts of a plan: locks, stipulations, reservations, assumptions, phases, weights,
//! premises.

use jiff::civil::Date;

use super::{Workbench, receipt::Notice};
use crate::{
    i18n::phrase::Phrase,
    model::{
        edit::Edit,
        id::{EnterpriseId, ParkId, ProjectId, RecordId},
        plan::{Assumption, Lock, Phasing, Premises, Relocation, Reservation, Reserved, Stipulation, Word},
        project::Phase,
        quantity::{Factor, Mu, WanYuan},
    },
};

impl Workbench {
    pub(super) fn lock(&mut self, park: ParkId, reason: String) {
        self.commit(&Edit::LockPark(Lock { plan: self.plan().clone(), park, reason }));
    }

    pub(super) fn lock_or_unlock(&mut self, park: ParkId) {
        let plan = self.plan().clone();
        let is_locked = self.scenario().lock(&plan, &park).is_some();
        let edit = if is_locked {
            Edit::UnlockPark { plan, park }
        } else {
            Edit::LockPark(Lock { plan, park, reason: String::new() })
        };
        self.commit(&edit);
    }

    /// Locks every park, or unlocks all when every one is locked; one step.
    pub(super) fn lock_or_unlock_all(&mut self) {
        let plan = self.plan().clone();
        let parks: Vec<ParkId> = self.scenario().parks.iter().map(|park| park.id.clone()).collect();
        let open: Vec<&ParkId> = parks.iter().filter(|park| self.scenario().lock(&plan, park).is_none()).collect();
        let edits: Vec<Edit> = if open.is_empty() {
            parks.iter().map(|park| Edit::UnlockPark { plan: plan.clone(), park: park.clone() }).collect()
        } else {
            let lock = |park: &&ParkId| {
                Edit::LockPark(Lock { plan: plan.clone(), park: (*park).clone(), reason: String::new() })
            };
            open.iter().map(lock).collect()
        };
        if !edits.is_empty() {
            self.commit(&Edit::Together(edits));
        }
    }

    pub(super) fn stipulate(&mut self, project: ProjectId, park: ParkId, word: Word, reason: String) {
        self.commit(&Edit::Stipulate(Stipulation { plan: self.plan().clone(), project, park, word, reason }));
    }

    pub(super) fn drop_stipulation(&mut self, project: ProjectId, park: ParkId) {
        self.commit(&Edit::DropStipulation { plan: self.plan().clone(), project, park });
    }

    pub(super) fn relocate(&mut self, enterprise: EnterpriseId, park: ParkId, reason: String, compensation: String) {
        let plan = self.plan().clone();
        self.commit(&Edit::Relocate(Relocation { plan, enterprise, park, reason, compensation }));
    }

    pub(super) fn unrelocate(&mut self, enterprise: EnterpriseId) {
        self.commit(&Edit::Unrelocate { plan: self.plan().clone(), enterprise });
    }

    pub(super) fn reserve(&mut self, park: ParkId, amount: Reserved, until: Date, reason: String) {
        let Some(id) = self.next_reservation() else { return };
        self.commit(&Edit::Reserve(Reservation { plan: self.plan().clone(), id, park, amount, until, reason }));
    }

    fn next_reservation(&self) -> Option<RecordId> {
        let plan = self.plan();
        let taken = |id: &RecordId| self.scenario().reservations.contains(&(plan.clone(), id.clone()));
        (1..=100_000_u32).filter_map(|number| RecordId::new(&format!("R{number}")).ok()).find(|id| !taken(id))
    }

    pub(super) fn release(&mut self, id: RecordId) {
        self.commit(&Edit::Release { plan: self.plan().clone(), id });
    }

    pub(super) fn assume(&mut self, path: String, value: String, reason: String) {
        self.commit(&Edit::Assume(Assumption { plan: self.plan().clone(), path, value, reason }));
    }

    pub(super) fn drop_assumption(&mut self, path: String) {
        self.commit(&Edit::DropAssumption { plan: self.plan().clone(), path });
    }

    pub(super) fn set_phases(&mut self, project: ProjectId, land: Mu, investment: Option<WanYuan>, later: Vec<Phase>) {
        self.commit(&Edit::SetPhases(Phasing { plan: self.plan().clone(), project, land, investment, later }));
    }

    pub(super) fn drop_phases(&mut self, project: ProjectId) {
        self.commit(&Edit::DropPhases { plan: self.plan().clone(), project });
    }

    pub(super) fn set_weights(&mut self, weights: Vec<(RecordId, Factor)>) {
        self.commit(&Edit::SetWeights { plan: self.plan().clone(), weights });
    }

    pub(super) fn compare(&mut self, comparisons: Vec<(RecordId, RecordId, Factor)>, weights: Vec<(RecordId, Factor)>) {
        self.commit(&Edit::Compare { plan: self.plan().clone(), comparisons, weights });
    }

    pub(super) fn reset_weights(&mut self) {
        self.commit(&Edit::ResetWeights { plan: self.plan().clone() });
    }

    /// Puts a placed project on land of its own or into a standard plant, where it stands.
    pub(super) fn set_premises(&mut self, project: &ProjectId, premises: Premises) {
        let Some((park, _)) = self.judgement.facts().home(project) else {
            self.notice = Some(Notice::warning(Phrase::new(
                "项目尚未布局；请先放入园区",
                "The project is not placed; place it first",
            )));
            return;
        };
        let edit = Edit::Place {
            plan: self.plan().clone(),
            project: project.clone(),
            park: park.clone(),
            premises: Some(premises),
        };
        self.commit(&edit);
    }
}
