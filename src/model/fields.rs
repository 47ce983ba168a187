//! What are the fields of a record, one by one? Their names and values as they stand in the file, and a record made of such.

use ron::{extensions::Extensions, ser::PrettyConfig};
use serde::{
    Serialize, Serializer,
    de::DeserializeOwned,
    ser::{Error as _, Impossible, SerializeSeq, SerializeStruct},
};

/// Fields that are made of fields themselves, each of which is a value of its own: `capacities.power`.
const NESTED: &[&str] = &["capacities"];

/// A field: its name, dotted where it is nested, and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name in the file.
    pub name: String,
    /// Its value.
    pub value: Value,
}

/// A value as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// Its text.
    pub text: String,
    /// The texts of its entries, where it is a list.
    pub entries: Option<Vec<String>>,
}

impl Value {
    /// The list of `entries`.
    pub fn list(entries: Vec<String>) -> Self {
        Self { text: format!("[{}]", entries.join(", ")), entries: Some(entries) }
    }
}

/// The text of `value` as it would stand in the file, in one line.
pub fn text<T: ?Sized + Serialize>(value: &T) -> String {
    let form = PrettyConfig::new().depth_limit(0).new_line(" ").indentor("");
    // What the model is made of can always be written.
    options().to_string_pretty(value, form).unwrap_or_default()
}

/// The fields of `record` that a file would hold, in the order of the file; none where it is no record.
pub fn of<T: Serialize>(record: &T) -> Vec<Field> {
    record.serialize(Capture { prefix: "" }).unwrap_or_default()
}

/// The record of which `fields` holds names and texts of values; `None` where they make none.
pub fn record<'a, T: DeserializeOwned>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Option<T> {
    let (mut plain, mut nested) = (Vec::new(), NESTED.iter().map(|name| (*name, Vec::new())).collect::<Vec<_>>());
    for (name, value) in fields {
        match name.split_once('.') {
            None => plain.push(format!("{name}: {value}")),
            Some((whole, part)) => {
                let parts = nested.iter_mut().find(|(it, _)| *it == whole)?;
                parts.1.push(format!("{part}: {value}"));
            }
        }
    }
    let joined = |parts: &[String]| format!("({})", parts.join(", "));
    let whole = nested.iter().filter(|(_, parts)| !parts.is_empty());
    plain.extend(whole.map(|(name, parts)| format!("{name}: {}", joined(parts))));
    // A nested field without any value is left out above, and needed.
    let text = joined(&plain);
    options().from_str(&text).ok().or_else(|| {
        let empty = nested.iter().filter(|(_, parts)| parts.is_empty()).map(|(name, _)| format!("{name}: ()"));
        options().from_str(&joined(&plain.iter().cloned().chain(empty).collect::<Vec<_>>())).ok()
    })
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// Takes the fields of a record; anything else is refused.
struct Capture {
    prefix: &'static str,
}

/// Fields of a record so far.
struct Fields {
    prefix: &'static str,
    found: Vec<Field>,
}

impl SerializeStruct for Fields {
    type Ok = Vec<Field>;
    type Error = std::fmt::Error;

    fn serialize_field<T: ?Sized + Serialize>(&mut self, key: &'static str, value: &T) -> Result<(), Self::Error> {
        if NESTED.contains(&key) {
            self.found.extend(value.serialize(Capture { prefix: key })?);
            return Ok(());
        }
        let name = if self.prefix.is_empty() { key.to_owned() } else { format!("{}.{key}", self.prefix) };
        let entries = value.serialize(Entries).ok();
        self.found.push(Field { name, value: Value { text: text(value), entries } });
        Ok(())
    }

    fn end(self) -> Result<Vec<Field>, Self::Error> {
        Ok(self.found)
    }
}

/// Takes the entries of a list; anything else is refused.
struct Entries;

/// Entries of a list so far.
struct List(Vec<String>);

impl SerializeSeq for List {
    type Ok = Vec<String>;
    type Error = std::fmt::Error;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<(), Self::Error> {
        self.0.push(text(value));
        Ok(())
    }

    fn end(self) -> Result<Vec<String>, Self::Error> {
        Ok(self.0)
    }
}

/// Refuses what is neither a struct nor a list.
macro_rules! refuse {
    ($ok:ty; $($method:ident($type:ty)),*) => {
        $(fn $method(self, _: $type) -> Result<$ok, Self::Error> {
            Err(Self::Error::custom(""))
        })*
    };
}

/// The part of a [`Serializer`] in which those here do not differ.
macro_rules! plain_values {
    ($ok:ty) => {
        type Ok = $ok;
        type Error = std::fmt::Error;
        type SerializeTuple = Impossible<$ok, Self::Error>;
        type SerializeTupleStruct = Impossible<$ok, Self::Error>;
        type SerializeTupleVariant = Impossible<$ok, Self::Error>;
        type SerializeMap = Impossible<$ok, Self::Error>;
        type SerializeStructVariant = Impossible<$ok, Self::Error>;

        refuse! { $ok; serialize_bool(bool), serialize_i8(i8), serialize_i16(i16), serialize_i32(i32), serialize_i64(i64),
        serialize_u8(u8), serialize_u16(u16), serialize_u32(u32), serialize_u64(u64), serialize_f32(f32),
        serialize_f64(f64), serialize_char(char), serialize_str(&str), serialize_bytes(&[u8]),
        serialize_unit_struct(&'static str) }

        fn serialize_none(self) -> Result<$ok, Self::Error> {
            Err(Self::Error::custom(""))
        }

        fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<$ok, Self::Error> {
            value.serialize(self)
        }

        fn serialize_unit(self) -> Result<$ok, Self::Error> {
            Err(Self::Error::custom(""))
        }

        fn serialize_unit_variant(self, _: &'static str, _: u32, _: &'static str) -> Result<$ok, Self::Error> {
            Err(Self::Error::custom(""))
        }

        fn serialize_newtype_struct<T: ?Sized + Serialize>(self, _: &'static str, _: &T) -> Result<$ok, Self::Error> {
            Err(Self::Error::custom(""))
        }

        fn serialize_newtype_variant<T: ?Sized + Serialize>(
            self,
            _: &'static str,
            _: u32,
            _: &'static str,
            _: &T,
        ) -> Result<$ok, Self::Error> {
            Err(Self::Error::custom(""))
        }

        fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Self::Error> {
            Err(Self::Error::custom(""))
        }

        fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Self::Error> {
            Err(Self::Error::custom(""))
        }

        fn serialize_tuple_variant(
            self,
            _: &'static str,
            _: u32,
            _: &'static str,
            _: usize,
        ) -> Result<Self::SerializeTupleVariant, Self::Error> {
            Err(Self::Error::custom(""))
        }

        fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Self::Error> {
            Err(Self::Error::custom(""))
        }

        fn serialize_struct_variant(
            self,
            _: &'static str,
            _: u32,
            _: &'static str,
            _: usize,
        ) -> Result<Self::SerializeStructVariant, Self::Error> {
            Err(Self::Error::custom(""))
        }
    };
}

impl Serializer for Capture {
    plain_values!(Vec<Field>);
    type SerializeSeq = Impossible<Vec<Field>, Self::Error>;
    type SerializeStruct = Fields;

    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, Self::Error> {
        Err(Self::Error::custom(""))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Fields, Self::Error> {
        Ok(Fields { prefix: self.prefix, found: Vec::new() })
    }
}

impl Serializer for Entries {
    plain_values!(Vec<String>);
    type SerializeSeq = List;
    type SerializeStruct = Impossible<Vec<String>, Self::Error>;

    fn serialize_seq(self, _: Option<usize>) -> Result<List, Self::Error> {
        Ok(List(Vec::new()))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeStruct, Self::Error> {
        Err(Self::Error::custom(""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        evidence::{Confidence, Evidence},
        id::{FacilityId, ParkId},
        park::{Capacities, Park, ParkLevel},
        quantity::{Megawatts, Mu},
        text::Text,
    };

    fn park(capacities: Capacities) -> Park {
        Park {
            id: ParkId::new("gaoxin").unwrap(),
            name: Text::new("高新 \"区\"", "High-tech"),
            short_name: Text::new("高新", ""),
            level: ParkLevel::National,
            rank: 3,
            administrative_units: Vec::new(),
            beneficiary_unit: None,
            place: None,
            capacities,
            chemical_park: None,
            facilities: Some(vec![FacilityId::new("steam").unwrap(), FacilityId::new("rail").unwrap()]),
            threshold_factor: None,
            access_time: None,
            service_index: None,
            access_listed: false,
            admitted: Vec::new(),
            barred: Vec::new(),
            bank_distance: None,
            evidence: Evidence { source: None, confidence: Confidence::Estimated },
        }
    }

    #[test]
    fn a_record_is_its_fields_and_can_be_made_of_them() {
        let full = Capacities {
            net_land: Some(Mu::from_steps(12_345)),
            power: Some(Megawatts::from_steps(4_500)),
            ..Capacities::default()
        };
        for park in [park(full), park(Capacities::default())] {
            let fields = of(&park);
            let again: Option<Park> = record(fields.iter().map(|it| (it.name.as_str(), it.value.text.as_str())));
            assert_eq!(again.as_ref(), Some(&park));
        }
    }

    #[test]
    fn nested_figures_have_dotted_names_and_lists_have_entries() {
        let power = Capacities { power: Some(Megawatts::from_steps(4_500)), ..Capacities::default() };
        let fields = of(&park(power));
        let value = |name: &str| fields.iter().find(|it| it.name == name).map(|it| it.value.clone());
        assert_eq!(value("capacities.power").map(|it| it.text).as_deref(), Some("4.5"));
        assert_eq!(value("capacities"), None);
        assert_eq!(value("chemical_park"), None);
        assert_eq!(value("name").map(|it| it.text).as_deref(), Some("(zh: \"高新 \\\"区\\\"\", en: \"High-tech\")"));
        let steam = vec!["\"steam\"".to_owned(), "\"rail\"".to_owned()];
        assert_eq!(value("facilities"), Some(Value::list(steam)));
        assert_eq!(value("rank").and_then(|it| it.entries), None);
    }

    #[test]
    fn what_is_no_record_has_no_fields() {
        assert_eq!(of(&3), Vec::new());
        assert_eq!(of(&"text"), Vec::new());
        assert_eq!(record::<Park>([("id", "\"gaoxin\"")]), None);
    }
}
