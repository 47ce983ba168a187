//! Why has an index no value? One reason for each way in which a formula has nothing to say.
//!
//! Undefined is not zero: a result without a value is shown as such with its reason, is left out of means, and its weight
//! is spread over the rest. Nothing here speaks to planners; their sentences are in [`crate::i18n::undefined`].

/// Why an index has no value. Places are those in the lists that the index was asked about, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Undefined {
    /// The amounts add up to 0: there is nothing to take a share of.
    #[error("the amounts add up to 0")]
    NoTotal,
    /// An amount is negative, infinite or not a number.
    #[error("an amount is negative or not a number")]
    NotAnAmount,
    /// A level, share or exponent lies outside the range that the formula allows.
    #[error("a figure lies outside its range")]
    OutOfRange,
    /// Two lists that belong together differ in length.
    #[error("two lists that belong together differ in length")]
    UnequalLists,
    /// There is one category only, and the formula divides by their number less 1.
    #[error("there is only one category")]
    OneCategory,
    /// A part is 0, and the formula takes its logarithm.
    #[error("a part is 0")]
    ZeroPart,
    /// The reference has no total.
    #[error("the reference has no total")]
    NoReference,
    /// The reference has nothing at this place of the list, where something is to be compared with it.
    #[error("the reference has nothing at place {0}")]
    ReferenceAbsent(usize),
    /// One plant makes the whole industry: its concentration says nothing of places.
    #[error("there is only one plant")]
    OnePlant,
    /// The reference is in one region only.
    #[error("there is only one region")]
    OneRegion,
    /// One industry makes the whole group.
    #[error("there is only one industry in the group")]
    OneIndustry,
    /// There is no other with a size to compare with.
    #[error("there is no other to compare with")]
    NobodyToCompare,
    /// No other industry is related to this one.
    #[error("no other industry is related")]
    NoRelated,
    /// All levels are 0.
    #[error("all levels are 0")]
    AllZero,
    /// The weights add up to 0.
    #[error("the weights add up to 0")]
    NoWeight,
    /// A matrix cannot be inverted, or the sectors use up more than they make.
    #[error("the matrix has no inverse that means anything")]
    Singular,
    /// The sector makes nothing.
    #[error("the sector has no output")]
    NoOutput,
    /// The buying sector is not in the region.
    #[error("the buying sector is not in the region")]
    BuyerAbsent,
    /// Nothing exists yet that could grow.
    #[error("there is nothing yet to grow from")]
    NoBase,
    /// A record sums up several firms or states no output: the sizes of the plants are not known.
    #[error("the sizes of the plants are not known")]
    PlantsUnknown,
    /// What lies outside the parks is not on record.
    #[error("what lies outside the parks is not on record")]
    OutsideUnknown,
    /// No industry is designated as leading.
    #[error("no industry is designated")]
    NoDesignation,
    /// All values are equal, and the formula divides by how far they are apart.
    #[error("all values are equal")]
    NoSpread,
    /// There is no value at all.
    #[error("there is no value")]
    NoData,
    /// There are fewer values than the formula needs, which is this number.
    #[error("there are fewer than {0} values")]
    TooFew(usize),
}
