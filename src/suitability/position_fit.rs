//! Does the park stand for it? Leading 1, characteristic 0.8, stated direction 0.7, linked to a position by a core or
//! important link 0.5, same sector as a position 0.25, else 0; the best of them counts.
//!
//! Positions are those of the plan. A full park lowers nothing here: the cap is a finding, not a score.

use super::{Basis, Case, Measure, Relation, ground::Standing};
use crate::model::park::Role;

/// The best relation of the project to what the park stands for.
pub fn measure(case: &Case<'_>) -> Measure {
    let relation = relation(case);
    let anchors = case.ground.anchors();
    let value = match relation {
        Relation::Position(Role::Leading) => anchors.relation_leading,
        Relation::Position(Role::Characteristic) => anchors.relation_characteristic,
        Relation::Direction(_) => anchors.relation_direction,
        Relation::Linked(_) => anchors.relation_linked,
        Relation::SameSector(_) => anchors.relation_same_sector,
        Relation::Unrelated => anchors.relation_unrelated,
    };
    Measure::Value(value.clamp(0.0, 1.0), Basis::Relation(relation))
}

/// How the project belongs to what the park stands for.
pub fn relation(case: &Case<'_>) -> Relation {
    let Some(trade) = case.trade else { return Relation::Unrelated };
    let positions = &case.park.positions;
    if let Some(Standing { role, .. }) = positions.iter().filter(|it| it.trade == trade).min_by_key(|it| it.role) {
        return Relation::Position(*role);
    }
    if let Some((_, kind)) = case.park.directions.iter().find(|(of, _)| *of == trade) {
        return Relation::Direction(*kind);
    }
    let linked = positions.iter().find(|it| case.ground.is_linked(trade, it.trade));
    if let Some(it) = linked.and_then(|it| case.ground.trade(it.trade)) {
        return Relation::Linked(it.id.clone());
    }
    let kin = positions.iter().find(|it| case.ground.are_of_one_sector(trade, it.trade));
    kin.and_then(|it| case.ground.trade(it.trade)).map_or(Relation::Unrelated, |it| Relation::SameSector(it.id.clone()))
}
