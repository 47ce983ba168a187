//! What is costly to work out and holds as long as the document does not change.

use std::{collections::BTreeMap, rc::Rc};

use crate::{
    analysis::{
        sharing::{
            Ledger,
            units::{Books, Guard},
        },
        support::{self, Allocation},
    },
    model::{
        id::{PlanId, RecordId},
        support::Programme,
    },
    ui::cx::Cx,
};

/// Allocations, ledgers, books and the guard of the plan that is shown.
#[derive(Debug, Default)]
pub struct Kept {
    of: Option<(u64, PlanId)>,
    allocations: BTreeMap<RecordId, Rc<Allocation>>,
    ledgers: Option<Rc<[Ledger]>>,
    books: Option<Rc<Books>>,
    guard: Option<Rc<Guard>>,
}

impl Kept {
    /// Forgets everything when the document or the plan is another one.
    pub fn refresh(&mut self, cx: &Cx<'_>) {
        let now = (cx.bench.generation(), cx.bench.plan().clone());
        if self.of.as_ref() != Some(&now) {
            *self = Self { of: Some(now), ..Self::default() };
        }
    }

    /// `programme` shared out by its rule.
    pub fn allocation(&mut self, cx: &Cx<'_>, programme: &Programme) -> Rc<Allocation> {
        let make = || Rc::new(support::allocate(cx.world(), cx.bench.judgement().facts(), programme));
        Rc::clone(self.allocations.entry(programme.id.clone()).or_insert_with(make))
    }

    /// The ledgers of all agreements.
    pub fn ledgers(&mut self, cx: &Cx<'_>) -> Rc<[Ledger]> {
        let make = || Ledger::all(cx.world(), cx.bench.judgement().facts()).into();
        Rc::clone(self.ledgers.get_or_insert_with(make))
    }

    /// The books of all units.
    pub fn books(&mut self, cx: &Cx<'_>) -> Rc<Books> {
        let make = || Rc::new(Books::of(cx.world(), cx.bench.judgement().facts()));
        Rc::clone(self.books.get_or_insert_with(make))
    }

    /// Every unit with and without the plan.
    pub fn guard(&mut self, cx: &Cx<'_>) -> Rc<Guard> {
        let books = self.books(cx);
        let make = || Rc::new(Guard::of(cx.world(), cx.bench.judgement().facts(), &books));
        Rc::clone(self.guard.get_or_insert_with(make))
    }
}
