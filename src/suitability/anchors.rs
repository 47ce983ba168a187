//! Between which fixed points is a measurement turned into 0 to 1? The anchors of the criteria: those of the pack, or these.
//!
//! Anchors never depend on the candidates at hand: a park that enters or leaves changes no other score. They are assumptions
//! of the pack's author, and a pack may set each of them by criterion and name; the criterion `coupling` holds the parameters
//! of [`super::coupling`], in points.

use super::Criterion;
use crate::model::scenario::Scenario;

macro_rules! anchors {
    ($($(#[$doc:meta])* $field:ident: $criterion:literal, $name:literal, $default:literal;)*) => {
        /// The anchors in force.
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub struct Anchors {
            $($(#[$doc])* pub $field: f64,)*
        }

        /// The anchors that a pack may set: criterion, name, and the value that holds where it does not.
        pub const DEFAULTS: &[(&str, &str, f64)] = &[$(($criterion, $name, $default),)*];

        impl Default for Anchors {
            fn default() -> Self {
                Self { $($field: $default,)* }
            }
        }

        impl Anchors {
            /// Sets the anchor `name` of `criterion`; one that the program does not know changes nothing.
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
    relation_unrelated: "position-fit", "unrelated", 0.0;
    /// Value of a relation to what the park stands for: same sector.
    relation_same_sector: "position-fit", "same-sector", 0.25;
    /// Value of a relation to what the park stands for: linked.
    relation_linked: "position-fit", "linked", 0.5;
    /// Value of a relation to what the park stands for: direction.
    relation_direction: "position-fit", "direction", 0.7;
    /// Value of a relation to what the park stands for: characteristic.
    relation_characteristic: "position-fit", "characteristic", 0.8;
    /// Value of a relation to what the park stands for: leading.
    relation_leading: "position-fit", "leading", 1.0;
    /// Value of what draws the project: none.
    theme_none: "theme-chain-leader", "none", 0.0;
    /// Value of what draws the project: chain leader.
    theme_chain_leader: "theme-chain-leader", "chain-leader", 0.5;
    /// Value of what draws the project: cultivated.
    theme_cultivated: "theme-chain-leader", "cultivated", 0.7;
    /// Value of what draws the project: recognised.
    theme_recognised: "theme-chain-leader", "recognised", 1.0;
    /// End of a scale of cluster strength: log quotient zero.
    cluster_log_quotient_zero: "cluster-strength", "log-quotient-zero", -1.0;
    /// End of a scale of cluster strength: log quotient one.
    cluster_log_quotient_one: "cluster-strength", "log-quotient-one", 2.0;
    /// End of a scale of cluster strength: share zero.
    cluster_share_zero: "cluster-strength", "share-zero", 0.0;
    /// End of a scale of cluster strength: share one.
    cluster_share_one: "cluster-strength", "share-one", 0.5;
    /// Chain coupling: zero.
    chain_zero: "chain-coupling", "zero", 0.0;
    /// Chain coupling: one.
    chain_one: "chain-coupling", "one", 0.6;
    /// Chain coupling: neighbour km.
    chain_neighbour_km: "chain-coupling", "neighbour-km", 20.0;
    /// Chain coupling: neighbour part.
    chain_neighbour_part: "chain-coupling", "neighbour-part", 0.5;
    /// Chain coupling: purchased assembly.
    chain_purchased_assembly: "chain-coupling", "purchased-assembly", 0.7;
    /// Chain coupling: purchased materials.
    chain_purchased_materials: "chain-coupling", "purchased-materials", 0.5;
    /// Change of homogeneity: zero.
    differentiation_zero: "differentiation", "zero", 0.02;
    /// Change of homogeneity: one.
    differentiation_one: "differentiation", "one", -0.02;
    /// Share of the tightest factor that is left: zero.
    headroom_zero: "headroom", "zero", 0.0;
    /// Share of the tightest factor that is left: one.
    headroom_one: "headroom", "one", 0.3;
    /// Actual over threshold: zero.
    margin_zero: "threshold-margin", "zero", 1.0;
    /// Actual over threshold: one.
    margin_one: "threshold-margin", "one", 1.5;
    /// Minutes: zero.
    minutes_zero: "transport", "zero", 90.0;
    /// Minutes: one.
    minutes_one: "transport", "one", 15.0;
    /// Park index: zero.
    index_zero: "efficiency-service", "zero", 40.0;
    /// Park index: one.
    index_one: "efficiency-service", "one", 85.0;
    /// Coupling of projects placed together: same.
    coupling_same: "coupling", "same", 30.0;
    /// Coupling of projects placed together: link.
    coupling_link: "coupling", "link", 10.0;
    /// Coupling of projects placed together: leading.
    coupling_leading: "coupling", "leading", 20.0;
    /// Coupling of projects placed together: saturation.
    coupling_saturation: "coupling", "saturation", 5.0;
    /// Coupling of projects placed together: leading saturation.
    coupling_leading_saturation: "coupling", "leading-saturation", 8.0;
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
