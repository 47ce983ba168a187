//! Between which fixed points is a measurement turned into 0 to 1? The anchors of the criteria: those of the pack, or these.
//!
//! Anchors never depend on the candidates at hand: a park that enters or leaves changes no other score. They are assumptions
//! of the pack's author, and a pack may set each of them by criterion and name; the criterion `coupling` holds the parameters
//! of the coupling of projects placed together, in points.

use super::{criterion::Criterion, scenario::Scenario};

/// Between which numbers an anchor may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Range {
    /// A share or a value of a criterion: 0 to 1.
    Share,
    /// An index: 0 to 100.
    Index,
    /// Anything that is not negative.
    NotNegative,
    /// Any number.
    Any,
}

/// An anchor that a pack may set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Known {
    /// Its criterion.
    pub criterion: &'static str,
    /// Its name within the criterion.
    pub name: &'static str,
    /// Where it stands when no pack sets it.
    pub default: f64,
    /// Where it may stand.
    pub range: Range,
}

impl Known {
    /// The anchor `name` of `criterion`.
    pub fn of(criterion: &str, name: &str) -> Option<&'static Self> {
        KNOWN.iter().find(|it| (it.criterion, it.name) == (criterion, name))
    }

    /// The other end of the scale that this anchor is an end of.
    pub fn other_end(&self) -> Option<&'static Self> {
        let (zero, one) = (self.name.strip_suffix("zero"), self.name.strip_suffix("one"));
        let other = zero.map(|scale| format!("{scale}one")).or_else(|| one.map(|scale| format!("{scale}zero")))?;
        Self::of(self.criterion, &other)
    }
}

macro_rules! anchors {
    ($($(#[$doc:meta])* $field:ident: $criterion:literal, $name:literal, $default:literal, $range:ident;)*) => {
        /// The anchors in force.
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub struct Anchors {
            $($(#[$doc])* pub $field: f64,)*
        }

        /// The anchors that a pack may set.
        pub const KNOWN: &[Known] = &[
            $(Known { criterion: $criterion, name: $name, default: $default, range: Range::$range },)*
        ];

        impl Default for Anchors {
            fn default() -> Self {
                Self { $($field: $default,)* }
            }
        }

        impl Anchors {
            /// Sets the anchor `name` of `criterion`; no file holds one that the program does not know.
            fn set(&mut self, criterion: &str, name: &str, value: f64) {
                match (criterion, name) {
                    $(($criterion, $name) => self.$field = value,)*
                    _ => (),
                }
            }
        }
    };
}

anchors! {
    /// Value of a relation to what the park stands for: unrelated.
    relation_unrelated: "position-fit", "unrelated", 0.0, Share;
    /// Value of a relation to what the park stands for: same sector.
    relation_same_sector: "position-fit", "same-sector", 0.25, Share;
    /// Value of a relation to what the park stands for: linked.
    relation_linked: "position-fit", "linked", 0.5, Share;
    /// Value of a relation to what the park stands for: direction.
    relation_direction: "position-fit", "direction", 0.7, Share;
    /// Value of a relation to what the park stands for: characteristic.
    relation_characteristic: "position-fit", "characteristic", 0.8, Share;
    /// Value of a relation to what the park stands for: leading.
    relation_leading: "position-fit", "leading", 1.0, Share;
    /// Value of what draws the project: none.
    theme_none: "theme-chain-leader", "none", 0.0, Share;
    /// Value of what draws the project: chain leader.
    theme_chain_leader: "theme-chain-leader", "chain-leader", 0.5, Share;
    /// Value of what draws the project: cultivated.
    theme_cultivated: "theme-chain-leader", "cultivated", 0.7, Share;
    /// Value of what draws the project: recognised.
    theme_recognised: "theme-chain-leader", "recognised", 1.0, Share;
    /// End of a scale of cluster strength: log quotient zero.
    cluster_log_quotient_zero: "cluster-strength", "log-quotient-zero", -1.0, Any;
    /// End of a scale of cluster strength: log quotient one.
    cluster_log_quotient_one: "cluster-strength", "log-quotient-one", 2.0, Any;
    /// End of a scale of cluster strength: share zero.
    cluster_share_zero: "cluster-strength", "share-zero", 0.0, Share;
    /// End of a scale of cluster strength: share one.
    cluster_share_one: "cluster-strength", "share-one", 0.5, Share;
    /// Chain coupling: zero.
    chain_zero: "chain-coupling", "zero", 0.0, Share;
    /// Chain coupling: one.
    chain_one: "chain-coupling", "one", 0.6, Share;
    /// Chain coupling: neighbour km.
    chain_neighbour_km: "chain-coupling", "neighbour-km", 20.0, NotNegative;
    /// Chain coupling: neighbour part.
    chain_neighbour_part: "chain-coupling", "neighbour-part", 0.5, Share;
    /// Chain coupling: purchased assembly.
    chain_purchased_assembly: "chain-coupling", "purchased-assembly", 0.7, Share;
    /// Chain coupling: purchased materials.
    chain_purchased_materials: "chain-coupling", "purchased-materials", 0.5, Share;
    /// Change of homogeneity: zero.
    differentiation_zero: "differentiation", "zero", 0.02, Any;
    /// Change of homogeneity: one.
    differentiation_one: "differentiation", "one", -0.02, Any;
    /// Share of the tightest factor that is left: zero.
    headroom_zero: "headroom", "zero", 0.0, Share;
    /// Share of the tightest factor that is left: one.
    headroom_one: "headroom", "one", 0.3, Share;
    /// Actual over threshold: zero.
    margin_zero: "threshold-margin", "zero", 1.0, NotNegative;
    /// Actual over threshold: one.
    margin_one: "threshold-margin", "one", 1.5, NotNegative;
    /// Minutes: zero.
    minutes_zero: "transport", "zero", 90.0, NotNegative;
    /// Minutes: one.
    minutes_one: "transport", "one", 15.0, NotNegative;
    /// Park index: zero.
    index_zero: "efficiency-service", "zero", 40.0, Index;
    /// Park index: one.
    index_one: "efficiency-service", "one", 85.0, Index;
    /// Value of a sharing agreement between first reporter and host.
    interest_agreed: "district-interest", "agreed", 0.6, Share;
    /// Coupling of projects placed together: same.
    coupling_same: "coupling", "same", 30.0, NotNegative;
    /// Coupling of projects placed together: link.
    coupling_link: "coupling", "link", 10.0, NotNegative;
    /// Coupling of projects placed together: leading.
    coupling_leading: "coupling", "leading", 20.0, NotNegative;
    /// Coupling of projects placed together: saturation.
    coupling_saturation: "coupling", "saturation", 5.0, NotNegative;
    /// Coupling of projects placed together: leading saturation.
    coupling_leading_saturation: "coupling", "leading-saturation", 8.0, NotNegative;
}

impl Anchors {
    /// The anchors of `scenario`.
    pub fn of(scenario: &Scenario) -> Self {
        let mut anchors = Self::default();
        for anchor in &scenario.anchors {
            anchors.set(anchor.criterion.as_str(), anchor.name.as_str(), anchor.value.to_f64());
        }
        anchors
    }

    /// Where the scale of a criterion with one scale is 0 and where it is 1; 0 and 1 for the others.
    pub const fn ends(&self, criterion: Criterion) -> (f64, f64) {
        match criterion {
            Criterion::ChainCoupling => (self.chain_zero, self.chain_one),
            Criterion::Differentiation => (self.differentiation_zero, self.differentiation_one),
            Criterion::Headroom => (self.headroom_zero, self.headroom_one),
            Criterion::ThresholdMargin => (self.margin_zero, self.margin_one),
            Criterion::Transport => (self.minutes_zero, self.minutes_one),
            Criterion::EfficiencyService => (self.index_zero, self.index_one),
            Criterion::PositionFit
            | Criterion::ThemeChainLeader
            | Criterion::ClusterStrength
            | Criterion::SupportingFunctions
            | Criterion::DistrictInterest
            | Criterion::NewTrack => (0.0, 1.0),
        }
    }
}
