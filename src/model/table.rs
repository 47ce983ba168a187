//! How are records kept? A table: records ordered by key, shared between snapshots until one of them changes.

use std::{cmp::Ordering, sync::Arc};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A record of a [`Table`]: something with a key.
pub trait Record: Clone {
    /// What tells one record of the table from another; the order of the table.
    type Key: Ord + Clone;

    /// Name of the table in the file.
    const TABLE: &'static str;

    /// The key of this record.
    fn key(&self) -> Self::Key;

    /// Compares the key of this record with `key`.
    fn cmp_key(&self, key: &Self::Key) -> Ordering;

    /// The fields that make up the key, by their names in the file, with their texts.
    fn key_fields(&self) -> Vec<(&'static str, String)>;
}

/// Records that a block holds at most; a full one is split in halves.
const MOST_OF_BLOCK: usize = 256;
/// Records of a block that comes from a list: room for more before it is split.
const USUAL_OF_BLOCK: usize = 128;
/// Records that are put in are few where a table holds at least this many times as many.
const FEW: usize = 8;

/// A run of records; never empty.
type Block<T> = Arc<Vec<Arc<T>>>;

/// Records ordered by key. A clone shares everything; a change after a clone copies one block of pointers and the list
/// of blocks, so that it costs little in a table of any size and a history of snapshots holds what changed only.
///
/// A table read from a file may hold two records of one key until validation has refused it.
#[derive(Debug)]
pub struct Table<T> {
    blocks: Arc<Vec<Block<T>>>,
    len: usize,
}

impl<T> Clone for Table<T> {
    fn clone(&self) -> Self {
        Self { blocks: Arc::clone(&self.blocks), len: self.len }
    }
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { blocks: Arc::default(), len: 0 }
    }
}

impl<T: PartialEq> PartialEq for Table<T> {
    fn eq(&self, other: &Self) -> bool {
        let is_same = |(one, other): (&Arc<T>, &Arc<T>)| Arc::ptr_eq(one, other) || one == other;
        Arc::ptr_eq(&self.blocks, &other.blocks) || self.len == other.len && self.iter().zip(other.iter()).all(is_same)
    }
}

impl<T: Eq> Eq for Table<T> {}

impl<T> Table<T> {
    /// Number of records.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Tells whether there is no record.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Tells whether this table and `other` share everything; costs nothing, and a no may be wrong.
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.blocks, &other.blocks)
    }

    /// All records in the order of their keys.
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { blocks: self.blocks.iter(), front: [].iter(), back: [].iter(), left: self.len }
    }

    /// The records from the first one on for which `before` says no; it must say yes for a head of the table only.
    pub fn iter_from(&self, before: impl Fn(&T) -> bool) -> Iter<'_, T> {
        let is_before = |block: &Block<T>| block.last().is_some_and(|record| before(record));
        let first = self.blocks.partition_point(is_before);
        let skipped: usize = self.blocks.iter().take(first).map(|block| block.len()).sum();
        let mut blocks = self.blocks.get(first..).unwrap_or_default().iter();
        let head: &[Arc<T>] = blocks.next().map_or(&[], |block| block);
        let at = head.partition_point(|record| before(record));
        let front = head.get(at..).unwrap_or_default().iter();
        Iter { blocks, front, back: [].iter(), left: self.len.saturating_sub(skipped + at) }
    }

    /// A table of `list`, which is in the order of the keys.
    fn of_ordered(list: Vec<Arc<T>>) -> Self {
        let len = list.len();
        let mut blocks = Vec::with_capacity(len.div_ceil(USUAL_OF_BLOCK));
        let mut rest = list.into_iter();
        loop {
            let block: Vec<Arc<T>> = rest.by_ref().take(USUAL_OF_BLOCK).collect();
            if block.is_empty() {
                return Self { blocks: Arc::new(blocks), len };
            }
            blocks.push(Arc::new(block));
        }
    }
}

/// The records of a [`Table`] in order.
#[derive(Debug)]
pub struct Iter<'a, T> {
    blocks: std::slice::Iter<'a, Block<T>>,
    front: std::slice::Iter<'a, Arc<T>>,
    back: std::slice::Iter<'a, Arc<T>>,
    left: usize,
}

impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Self { blocks: self.blocks.clone(), front: self.front.clone(), back: self.back.clone(), left: self.left }
    }
}

impl<'a, T> Iterator for Iter<'a, T> {
    type Item = &'a Arc<T>;

    fn next(&mut self) -> Option<&'a Arc<T>> {
        loop {
            if let Some(record) = self.front.next() {
                self.left -= 1;
                return Some(record);
            }
            match self.blocks.next() {
                Some(block) => self.front = block.iter(),
                None => {
                    let record = self.back.next()?;
                    self.left -= 1;
                    return Some(record);
                }
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl<T> DoubleEndedIterator for Iter<'_, T> {
    fn next_back(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(record) = self.back.next_back() {
                self.left -= 1;
                return Some(record);
            }
            match self.blocks.next_back() {
                Some(block) => self.back = block.iter(),
                None => {
                    let record = self.front.next_back()?;
                    self.left -= 1;
                    return Some(record);
                }
            }
        }
    }
}

impl<T> ExactSizeIterator for Iter<'_, T> {}

impl<'a, T> IntoIterator for &'a Table<T> {
    type Item = &'a Arc<T>;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}

impl<T: Record> Table<T> {
    /// The block in which a record of `key` is or belongs, and its place there: found, or where it would go.
    fn place_of(&self, key: &T::Key) -> (usize, Result<usize, usize>) {
        let is_before = |block: &Block<T>| block.last().is_some_and(|last| last.cmp_key(key).is_lt());
        let block = self.blocks.partition_point(is_before).min(self.blocks.len().saturating_sub(1));
        let place = self.blocks.get(block).map_or(Err(0), |it| it.binary_search_by(|record| record.cmp_key(key)));
        (block, place)
    }

    /// The record of `key`.
    pub fn get(&self, key: &T::Key) -> Option<&Arc<T>> {
        let (block, place) = self.place_of(key);
        self.blocks.get(block)?.get(place.ok()?)
    }

    /// Tells whether there is a record of `key`.
    pub fn contains(&self, key: &T::Key) -> bool {
        self.place_of(key).1.is_ok()
    }

    /// Puts `record` in, in place of the one with its key.
    pub fn insert(&mut self, record: T) {
        let (at, place) = self.place_of(&record.key());
        let blocks = Arc::make_mut(&mut self.blocks);
        let Some(block) = blocks.get_mut(at) else {
            blocks.push(Arc::new(vec![Arc::new(record)]));
            self.len = 1;
            return;
        };
        let list = Arc::make_mut(block);
        match place {
            Ok(place) => {
                if let Some(slot) = list.get_mut(place) {
                    *slot = Arc::new(record);
                }
            }
            Err(place) => {
                list.insert(place, Arc::new(record));
                self.len += 1;
                if list.len() > MOST_OF_BLOCK {
                    let upper = list.split_off(MOST_OF_BLOCK / 2);
                    blocks.insert(at + 1, Arc::new(upper));
                }
            }
        }
    }

    /// Puts all `records` in, each in place of the one with its key; of several with one key the last stays.
    ///
    /// Many at once cost one sort, few as much as each does.
    pub fn insert_all(&mut self, records: &[T]) {
        if records.len() <= self.len / FEW {
            for record in records {
                self.insert(record.clone());
            }
            return;
        }
        let new = records.iter().map(|it| Arc::new(it.clone()));
        let mut list: Vec<Arc<T>> = self.iter().cloned().chain(new).collect();
        list.sort_by_cached_key(|record| record.key());
        list.dedup_by(|later, earlier| {
            let is_one = earlier.cmp_key(&later.key()).is_eq();
            if is_one {
                std::mem::swap(later, earlier);
            }
            is_one
        });
        *self = Self::of_ordered(list);
    }

    /// Takes the record of `key` out and returns it.
    pub fn remove(&mut self, key: &T::Key) -> Option<Arc<T>> {
        let (at, place) = self.place_of(key);
        let place = place.ok()?;
        let blocks = Arc::make_mut(&mut self.blocks);
        let list = Arc::make_mut(blocks.get_mut(at)?);
        let record = list.remove(place);
        if list.is_empty() {
            blocks.remove(at);
        }
        self.len -= 1;
        Some(record)
    }

    /// Drops every record for which `keep` says no.
    pub fn retain(&mut self, keep: impl Fn(&T) -> bool) {
        if self.iter().any(|record| !keep(record)) {
            *self = Self::of_ordered(self.iter().filter(|record| keep(record)).cloned().collect());
        }
    }

    /// Records that share their key with the one before them.
    pub fn duplicates(&self) -> impl Iterator<Item = &Arc<T>> {
        self.iter().zip(self.iter().skip(1)).filter(|(a, b)| a.cmp_key(&b.key()).is_eq()).map(|(_, b)| b)
    }
}

impl<T: Record> FromIterator<T> for Table<T> {
    fn from_iter<I: IntoIterator<Item = T>>(records: I) -> Self {
        let mut list: Vec<Arc<T>> = records.into_iter().map(Arc::new).collect();
        // Files are written in order; sorting would clone every key.
        if !list.is_sorted_by(|a, b| a.cmp_key(&b.key()).is_le()) {
            list.sort_by_cached_key(|record| record.key());
        }
        Self::of_ordered(list)
    }
}

impl<T: Serialize> Serialize for Table<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(AsRef::as_ref))
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

            fn cmp_key(&self, key: &$key) -> std::cmp::Ordering {
                self.id.cmp(key)
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

            fn cmp_key(&self, key: &$key) -> std::cmp::Ordering {
                let ($($field,)+) = key;
                ($(&self.$field,)+).cmp(&($($field,)+))
            }

            fn key_fields(&self) -> Vec<(&'static str, String)> {
                vec![$((stringify!($field), self.$field.to_string())),+]
            }
        }
    };
}

pub(crate) use {record_by_fields, record_by_id};

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[derive(Debug, Clone, PartialEq, Eq)]
    struct Entry {
        number: u32,
        word: &'static str,
    }

    impl Record for Entry {
        type Key = u32;
        const TABLE: &'static str = "entries";

        fn key(&self) -> u32 {
            self.number
        }

        fn cmp_key(&self, key: &u32) -> Ordering {
            self.number.cmp(key)
        }

        fn key_fields(&self) -> Vec<(&'static str, String)> {
            vec![("number", self.number.to_string())]
        }
    }

    fn entry(number: u32) -> Entry {
        Entry { number, word: "old" }
    }

    /// Numbers in an order that looks like none.
    fn scattered(count: u32) -> impl Iterator<Item = u32> {
        (0..count).map(move |at| at * 7_919 % count)
    }

    fn is_like(table: &Table<Entry>, model: &BTreeMap<u32, Entry>) {
        assert!(table.iter().map(AsRef::as_ref).eq(model.values()));
        assert!(table.iter().rev().map(AsRef::as_ref).eq(model.values().rev()));
        assert_eq!((table.len(), table.iter().len()), (model.len(), model.len()));
        assert!(table.blocks.iter().all(|block| (1..=MOST_OF_BLOCK).contains(&block.len())));
    }

    #[test]
    fn a_table_is_like_an_ordered_map_while_it_grows_and_shrinks() {
        let count = 2_003;
        let (mut table, mut model) = (Table::default(), BTreeMap::new());
        for number in scattered(count) {
            table.insert(entry(number));
            model.insert(number, entry(number));
        }
        is_like(&table, &model);
        for number in scattered(count).filter(|it| it % 3 == 0) {
            let new = Entry { number, word: "new" };
            table.insert(new.clone());
            model.insert(number, new);
        }
        is_like(&table, &model);
        for number in scattered(count).filter(|it| it % 5 != 0) {
            assert_eq!(table.remove(&number).as_deref(), model.remove(&number).as_ref());
            assert_eq!(table.remove(&number), None);
        }
        is_like(&table, &model);
        for number in 0..=count {
            assert_eq!(table.get(&number).map(AsRef::as_ref), model.get(&number));
            let rest = table.iter_from(|it| it.number < number);
            assert!(rest.len() == model.range(number..).count());
            assert!(rest.map(|it| it.number).eq(model.range(number..).map(|(key, _)| *key)));
        }
        table.retain(|it| it.number % 2 == 0);
        model.retain(|key, _| key % 2 == 0);
        is_like(&table, &model);
        for number in 0..count {
            table.remove(&number);
        }
        assert!(table.is_empty() && table.blocks.is_empty());
        assert!(table == Table::default());
    }

    #[test]
    fn many_records_at_once_are_like_one_after_the_other() {
        let word = |numbers: std::ops::Range<u32>, word| numbers.map(move |number| Entry { number, word });
        let before: Table<Entry> = scattered(2_003).map(entry).collect();
        for last in [1_003, 1_004, 1_260, 4_000] {
            let new: Vec<Entry> = word(1_000..last, "new").chain(word(1_001..1_003, "newer")).collect();
            let (mut one, mut all) = (before.clone(), before.clone());
            for record in &new {
                one.insert(record.clone());
            }
            all.insert_all(&new);
            assert!(one == all && all.get(&1_002).map(|it| it.word) == Some("newer"));
            is_like(&all, &one.iter().map(|it| (it.number, it.as_ref().clone())).collect());
        }
        let mut none: Table<Entry> = before.clone();
        none.insert_all(&[]);
        assert!(none.is_same(&before), "nothing is copied");
        let mut empty = Table::<Entry>::default();
        empty.insert_all(&[]);
        assert!(empty == Table::default());
    }

    #[test]
    fn a_change_copies_one_block_and_leaves_the_clone_alone() {
        let before: Table<Entry> = scattered(2_003).map(entry).collect();
        let mut after = before.clone();
        after.insert(Entry { number: 1_000, word: "new" });
        let shared = before.blocks.iter().zip(after.blocks.iter()).filter(|(a, b)| Arc::ptr_eq(a, b)).count();
        assert_eq!(shared, before.blocks.len() - 1);
        assert_eq!(before.get(&1_000).map(|it| it.word), Some("old"));
        assert!(before != after);
        after.insert(entry(1_000));
        assert!(before == after);
    }

    #[test]
    fn two_records_of_one_key_stay_until_they_are_found() {
        let table: Table<Entry> = [3, 1, 3, 2, 3].into_iter().map(entry).collect();
        assert_eq!(table.iter().map(|it| it.number).collect::<Vec<_>>(), [1, 2, 3, 3, 3]);
        assert_eq!(table.duplicates().count(), 2);
    }

    #[test]
    fn from_both_ends_every_record_comes_once() {
        let table: Table<Entry> = (0..300).map(entry).collect();
        let mut records = table.iter();
        let mut seen = Vec::new();
        while let Some(record) = records.next() {
            seen.push(record.number);
            seen.extend(records.next_back().map(|it| it.number));
        }
        seen.sort_unstable();
        assert!(seen.into_iter().eq(0..300));
    }
}
