//! Do evaluation, recognition, support and sharing keep their word? Properties over random cases, examples worked by hand,
//! the life of a characteristic park, and both verbs of the command line.

pub(crate) mod pools;
mod scorecards;
mod shares;
mod themes;
mod verbs;

use parkboard::model::{
    id::PlanId,
    quantity::{Factor, WanYuan},
};

use crate::fixture::plan_id;

fn plan() -> PlanId {
    plan_id("A")
}

fn wan(text: &str) -> WanYuan {
    text.parse().unwrap()
}

fn factor(text: &str) -> Factor {
    text.parse().unwrap()
}
