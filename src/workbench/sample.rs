//! The embedded Mianyang sample: the same file as `saves/mianyang-2022.ron`, taken in at build time.

use std::path::Path;

use crate::{
    io::ron,
    model::{
        id::{PackId, PlanId},
        plan::{Plan, PlanStatus},
        policy::Pack,
        scenario::Scenario,
        table::Table,
        text::Text,
    },
};

const SAMPLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/saves/mianyang-2022.ron"));

/// The sample. A test holds that it reads; if it did not, the window would open empty rather than not at all.
pub fn scenario() -> Scenario {
    ron::scenario_from_text(Path::new("saves/mianyang-2022.ron"), SAMPLE).unwrap_or_else(|_| empty())
}

/// A document with nothing in it, not even rules.
fn empty() -> Scenario {
    let plan = first_plan();
    let day = jiff::civil::date(2022, 7, 8);
    let pack = Pack { id: pack_id(), title: Text::default(), author: String::new(), date: day, levels: Vec::new() };
    Scenario::blank(Text::new("未命名", "Untitled"), day, plan, pack, Table::default())
}

/// The plan of a new document.
pub fn first_plan() -> Plan {
    Plan { id: constant_id(PlanId::new("A")), name: Text::new("初稿", "First draft"), status: PlanStatus::Draft }
}

fn pack_id() -> PackId {
    constant_id(PackId::new("empty"))
}

/// An id that is known to be one.
fn constant_id<T, E>(id: Result<T, E>) -> T {
    match id {
        Ok(id) => id,
        Err(_) => unreachable!("a letter is an id"),
    }
}
