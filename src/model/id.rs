//! Which record is meant? Identifiers: text, one type for each kind of record.
//!
//! An id is chosen once, is never shown alone (names are for people) and never depends on a position in a list.

use std::{fmt, sync::Arc};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Visitor};

/// Longest id that a file may hold, in bytes.
pub const LONGEST_ID: usize = 80;

/// Why a text cannot be an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} cannot be an id: 1 to {LONGEST_ID} bytes of letters, digits, `-`, `_`, `.` or `/`")]
pub struct IdError {
    /// The refused text.
    pub text: String,
}

/// Tells whether `text` may be an id: 1 to [`LONGEST_ID`] bytes of letters, digits, `-`, `_`, `.` or `/`.
pub fn is_id(text: &str) -> bool {
    (1..=LONGEST_ID).contains(&text.len())
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/'))
}

/// Reads the text of an id without a copy in between.
struct IdText;

impl Visitor<'_> for IdText {
    type Value = Arc<str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Arc<str>, E> {
        if is_id(text) { Ok(text.into()) } else { Err(E::custom(IdError { text: text.into() })) }
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id made from `text`; refused when [`is_id`] says no.
            pub fn new(text: &str) -> Result<Self, IdError> {
                if is_id(text) { Ok(Self(text.into())) } else { Err(IdError { text: text.into() }) }
            }

            /// The id as text, as it stands in the file.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&*self.0, f)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(IdText).map(Self)
            }
        }
    )*};
}

ids! {
    /// An industry, always at the level of a sub-sector.
    IndustryId;
    /// A district or zone that reports projects and shares benefits.
    UnitId;
    /// An industrial park.
    ParkId;
    /// A position of a park: a named set of sub-sectors with a role.
    PositionId;
    /// A characteristic park, a park within a park.
    CharacteristicParkId;
    /// An enterprise, or the record of all other firms of a park and sub-sector.
    EnterpriseId;
    /// A company group, by which enterprises of one owner are known.
    GroupId;
    /// A project.
    ProjectId;
    /// A plan, one alternative of a scenario.
    PlanId;
    /// A rule of the pack.
    RuleId;
    /// A rule pack.
    PackId;
    /// A source of data.
    SourceId;
    /// A policy document.
    DocumentId;
    /// A facility that a park has or a project asks for, such as `steam`.
    FacilityId;
    /// A stream of waste water, such as `plating`.
    StreamId;
    /// Any other record: programme, session, template, indicator, agreement.
    RecordId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_short_and_plain() {
        assert!(ProjectId::new("T01").is_ok());
        assert!(ProjectId::new("园区-1").is_ok());
        for bad in ["", "a b", "a\n", "\u{202e}a", "a\"", &"x".repeat(LONGEST_ID + 1)] {
            assert!(ProjectId::new(bad).is_err(), "{bad:?}");
        }
    }
}
