//! How are records kept? A table: records ordered by key, shared between snapshots until one of them changes.

use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A record of a [`Table`]: something with a key.
pub trait Record: Clone {
    /// What tells one record of the table from another; the order of the table.
    type Key: Ord + Clone;

    /// Name of the table in the file.
    const TABLE: &'static str;

    /// The key of this record.
    fn key(&self) -> Self::Key;

    /// The fields that make up the key, by their names in the file, with their texts.
    fn key_fields(&self) -> Vec<(&'static str, String)>;
}

/// Records ordered by key. A clone shares everything; the first change after a clone copies one list of pointers.
///
/// A table read from a file may hold two records of one key until validation has refused it.
#[derive(Debug)]
pub struct Table<T>(Arc<Vec<Arc<T>>>);

impl<T> Clone for Table<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T: PartialEq> PartialEq for Table<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

impl<T: Eq> Eq for Table<T> {}

impl<T> Table<T> {
    /// Number of records.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Tells whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Number of records at the head of the table for which `before` says yes; it must say so for a head only.
    pub fn partition_point(&self, before: impl Fn(&T) -> bool) -> usize {
        self.0.partition_point(|record| before(record))
    }

    /// All records in the order of their keys.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Arc<T>> + ExactSizeIterator {
        self.0.iter()
    }
}

impl<'a, T> IntoIterator for &'a Table<T> {
    type Item = &'a Arc<T>;
    type IntoIter = std::slice::Iter<'a, Arc<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<T: Record> Table<T> {
    fn place_of(&self, key: &T::Key) -> Result<usize, usize> {
        self.0.binary_search_by(|record| record.key().cmp(key))
    }

    /// The record of `key`.
    pub fn get(&self, key: &T::Key) -> Option<&Arc<T>> {
        self.place_of(key).ok().and_then(|at| self.0.get(at))
    }

    /// Tells whether there is a record of `key`.
    pub fn contains(&self, key: &T::Key) -> bool {
        self.place_of(key).is_ok()
    }

    /// Puts `record` in, in place of the one with its key.
    pub fn insert(&mut self, record: T) {
        let place = self.place_of(&record.key());
        let list = Arc::make_mut(&mut self.0);
        match place {
            Ok(at) => {
                if let Some(slot) = list.get_mut(at) {
                    *slot = Arc::new(record);
                }
            }
            Err(at) => list.insert(at, Arc::new(record)),
        }
    }

    /// Takes the record of `key` out and returns it.
    pub fn remove(&mut self, key: &T::Key) -> Option<Arc<T>> {
        let at = self.place_of(key).ok()?;
        Some(Arc::make_mut(&mut self.0).remove(at))
    }

    /// Drops every record for which `keep` says no.
    pub fn retain(&mut self, keep: impl Fn(&T) -> bool) {
        if self.iter().any(|record| !keep(record)) {
            Arc::make_mut(&mut self.0).retain(|record| keep(record));
        }
    }

    /// Records that share their key with the one before them.
    pub fn duplicates(&self) -> impl Iterator<Item = &Arc<T>> {
        self.0.iter().zip(self.0.iter().skip(1)).filter(|(a, b)| a.key() == b.key()).map(|(_, b)| b)
    }
}

impl<T: Record> FromIterator<T> for Table<T> {
    fn from_iter<I: IntoIterator<Item = T>>(records: I) -> Self {
        let mut list: Vec<Arc<T>> = records.into_iter().map(Arc::new).collect();
        list.sort_by_cached_key(|record| record.key());
        Self(Arc::new(list))
    }
}

impl<T: Serialize> Serialize for Table<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(AsRef::as_ref))
    }
}

impl<'de, T: Record + Deserialize<'de>> Deserialize<'de> for Table<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Vec::<T>::deserialize(deserializer)?.into_iter().collect())
    }
}

/// Implements [`Record`] for records with one id field `id`.
macro_rules! record_by_id {
    ($type:ty, $key:ty, $table:literal) => {
        impl $crate::model::table::Record for $type {
            type Key = $key;
            const TABLE: &'static str = $table;

            fn key(&self) -> $key {
                self.id.clone()
            }

            fn key_fields(&self) -> Vec<(&'static str, String)> {
                vec![("id", self.id.to_string())]
            }
        }
    };
}

/// Implements [`Record`] for records whose key is made of several fields.
macro_rules! record_by_fields {
    ($type:ty, $key:ty, $table:literal, $($field:ident),+) => {
        impl $crate::model::table::Record for $type {
            type Key = $key;
            const TABLE: &'static str = $table;

            fn key(&self) -> $key {
                ($(self.$field.clone(),)+)
            }

            fn key_fields(&self) -> Vec<(&'static str, String)> {
                vec![$((stringify!($field), self.$field.to_string())),+]
            }
        }
    };
}

pub(crate) use {record_by_fields, record_by_id};
