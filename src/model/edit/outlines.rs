//! The edit of the outlines on the map: all of them at once, as a file brings them.

use std::collections::BTreeSet;

use super::{EditError, Touched};
use crate::model::{
    check::{Wrong, outlines, values},
    evidence::Source,
    outline::Outline,
    scenario::Scenario,
    table::Record,
};

/// What no file may hold: an outline that cannot be drawn, two of one id, a source without a name.
pub(super) fn improper(list: &[Outline], source: Option<&Source>) -> Option<Wrong> {
    let mut seen = BTreeSet::new();
    let repeated = list.iter().find(|it| !seen.insert(&it.id)).map(|it| Wrong::Duplicate(it.id.to_string()));
    let of_source = repeated.or_else(|| source.and_then(|it| values::name(&it.title)));
    of_source.or_else(|| list.iter().find_map(|it| outlines::faults(it).next()).map(|(_, wrong)| wrong))
}

/// Puts `list` in place of all outlines, and `source` in place of the source of its id. What was said of fields of the
/// earlier outlines goes with them; no plan has to be judged again.
pub(super) fn set(s: &mut Scenario, list: &[Outline], source: Option<&Source>) -> Result<Touched, EditError> {
    let mut after = s.clone();
    if let Some(source) = source {
        after.sources.insert(source.clone());
    }
    after.outlines = list.iter().cloned().collect();
    if after.outlines == s.outlines && after.sources == s.sources {
        return Err(EditError::NameUnchanged);
    }
    if let Some(wrong) = list.iter().find_map(|it| outlines::dangling(&after, it)) {
        return Err(EditError::Improper(wrong));
    }
    after.exceptions.retain(|it| it.table != Outline::TABLE);
    *s = after;
    Ok(Touched::default())
}
