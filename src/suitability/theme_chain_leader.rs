//! Is there a characteristic park of the sub-sector, or a chain leader? Recognised 1, cultivated 0.7, chain leader 0.5, else 0.
//!
//! A chain leader counts when it is of the sub-sector itself, or of one to which the sub-sector is a core input: it organises
//! its suppliers.

use super::{Basis, Case, Measure, Theme};
use crate::model::park::Recognition;

/// The strongest of what draws the project here.
pub fn measure(case: &Case<'_>) -> Measure {
    let anchors = case.ground.anchors();
    let theme = theme(case);
    let value = match theme {
        Theme::Park(Recognition::Recognised) => anchors.theme_recognised,
        // A warned park has its plaque still, but no more pull than one that is being built up.
        Theme::Park(Recognition::Cultivated | Recognition::Warned) => anchors.theme_cultivated,
        Theme::Leader(_) => anchors.theme_chain_leader,
        Theme::Park(Recognition::Applied | Recognition::Withdrawn) | Theme::None => anchors.theme_none,
    };
    Measure::Value(value.clamp(0.0, 1.0), Basis::Theme(theme))
}

fn theme(case: &Case<'_>) -> Theme {
    let Some(trade) = case.trade else { return Theme::None };
    let of = |wanted: Recognition| case.park.themes.iter().any(|(of, it)| *of == trade && *it == wanted);
    for recognition in [Recognition::Recognised, Recognition::Cultivated, Recognition::Warned] {
        if of(recognition) {
            return Theme::Park(recognition);
        }
    }
    let leads = |of: &&usize| **of == trade || case.ground.is_core_supplier(trade, **of);
    let leader = case.park.leaders.iter().find(leads).and_then(|of| case.ground.trade(*of));
    leader.map_or(Theme::None, |it| Theme::Leader(it.id.clone()))
}
