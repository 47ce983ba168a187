//! How well does a project fit a park? Criteria, fixed anchors, weights, one additive score.
//!
//! Every criterion is a file: it measures one project in one park against the [`ground`] and turns the measurement into 0 to
//! 1 between fixed anchors ([`crate::model::anchors`]), so that no score depends on which other parks stand beside it.
//! [`score`] weighs them; only then can scores of different projects be added up, and only then do the parts add up to the score. Gates are
//! the business of `rules`: a gate never lowers a score, and no score buys off a gate. To add a criterion: a variant of
//! [`Criterion`] in `model`, a file here, an arm in `measure`, its names and sentence in `i18n`. [`methods`] holds formulas
//! that know of numbers only. Nothing here judges a rule or draws.
//!
//! Formulas and default anchors: value measurement after Keeney & Raiffa (1976).

pub mod chain_coupling;
pub mod cluster_strength;
pub mod comparisons;
pub mod coupling;
pub mod differentiation;
pub mod district_interest;
pub mod efficiency_service;
pub mod ground;
pub mod headroom;
pub mod homogeneity_shift;
pub mod methods;
pub mod new_track;
pub mod position_fit;
pub mod score;
pub mod supporting_functions;
pub mod theme_chain_leader;
pub mod threshold_margin;
pub mod transport;
pub mod weights;

pub use crate::model::criterion::{Criterion, Group};
use crate::{
    model::{
        id::IndustryId,
        park::{DirectionKind, Recognition, Role},
        policy::{SiteFactor, Yield},
    },
    rules::facts::Placed,
};
use ground::{Ground, ParkGround};

impl Criterion {
    /// Its measurement of `case`.
    pub fn measure(self, case: &Case<'_>) -> Measure {
        match self {
            Self::PositionFit => position_fit::measure(case),
            Self::ThemeChainLeader => theme_chain_leader::measure(case),
            Self::ClusterStrength => cluster_strength::measure(case),
            Self::ChainCoupling => chain_coupling::measure(case),
            Self::Differentiation => differentiation::measure(case),
            Self::Headroom => headroom::measure(case),
            Self::ThresholdMargin => threshold_margin::measure(case),
            Self::SupportingFunctions => supporting_functions::measure(case),
            Self::Transport => transport::measure(case),
            Self::EfficiencyService => efficiency_service::measure(case),
            Self::DistrictInterest => district_interest::measure(case),
            Self::NewTrack => new_track::measure(case),
        }
    }
}

/// What a criterion is asked: one project in one park.
#[derive(Debug, Clone)]
pub struct Case<'a> {
    /// What scores are judged against.
    pub ground: &'a Ground,
    /// The project, and what it would take up.
    pub placed: Placed,
    /// Number of its sub-sector in the ground; `None` when the scenario does not know it.
    pub trade: Option<usize>,
    /// Output of the project, 万元 a year: stated, or assumed from the firms of its sub-sector.
    pub output: Option<Output>,
    /// Where the ground counts the project itself, because it is pinned there: the number of the park.
    pub own: Option<usize>,
    /// The park.
    pub park: &'a ParkGround,
    /// Number of the park in the ground.
    pub at: usize,
}

impl Case<'_> {
    /// Where the ground counts output of the project itself, and how much: only what a pinned project states is counted.
    pub fn own_output(&self) -> Option<(usize, f64)> {
        let stated = self.output.filter(|output| !output.is_assumed)?;
        self.own.map(|home| (home, stated.amount))
    }
}

/// Output of a project that a criterion reckons with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Output {
    /// 万元 a year.
    pub amount: f64,
    /// Whether it is assumed: as large as the average firm of the sub-sector in the city.
    pub is_assumed: bool,
}

/// What a criterion says.
#[derive(Debug, Clone, PartialEq)]
pub enum Measure {
    /// A value from 0 to 1, and what it rests on.
    Value(f64, Basis),
    /// No value.
    Gap(Gap),
}

/// Why a criterion has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// The project does not state what is needed: left out for all parks alike.
    Project,
    /// The park does not state what is needed: its band widens.
    Park,
    /// The criterion says nothing about this project: left out for all parks alike.
    NotConcerned,
    /// What it rests on is not recorded by anybody yet: left out for all parks alike.
    NotRecorded,
}

/// How a project belongs to what a park stands for.
#[derive(Debug, Clone, PartialEq)]
pub enum Relation {
    /// Covered by a position of this role.
    Position(Role),
    /// A source says that the park fosters it.
    Direction(DirectionKind),
    /// Linked to this sub-sector of a position by a core or important link.
    Linked(IndustryId),
    /// Of the same sector as this sub-sector of a position.
    SameSector(IndustryId),
    /// None of these.
    Unrelated,
}

/// What draws a project into a park besides its positions.
#[derive(Debug, Clone, PartialEq)]
pub enum Theme {
    /// A characteristic park of the sub-sector.
    Park(Recognition),
    /// A chain leader of this sub-sector.
    Leader(IndustryId),
    /// Nothing.
    None,
}

/// What the first reporter of a project has of a placement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Interest {
    /// It hosts.
    Hosts,
    /// It shares by an agreement with the unit that hosts.
    Shares,
    /// Nothing.
    None,
}

/// What a value rests on, for its sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum Basis {
    /// What the park stands for.
    Relation(Relation),
    /// A characteristic park or a chain leader.
    Theme(Theme),
    /// Location quotient, share of the city's output in the sub-sector (0 to 1), and firms here.
    Cluster {
        /// Location quotient against the city; `None` where the park has no output.
        location_quotient: Option<f64>,
        /// Share of the city's output in the sub-sector.
        share: f64,
        /// Firms of the sub-sector here.
        firms: i64,
    },
    /// Suppliers and customers at hand.
    Chain {
        /// Share of the inputs that the park and its neighbours could supply; `None` where it buys nothing.
        upstream: Option<f64>,
        /// Share of the output that the park and its neighbours could take; `None` where nobody buys it.
        downstream: Option<f64>,
        /// Whether the output of the project is assumed.
        is_assumed: bool,
    },
    /// Change of the city's homogeneity.
    Homogeneity {
        /// The change; above 0 parks grow alike.
        change: f64,
        /// Whether the output of the project is assumed.
        is_assumed: bool,
    },
    /// The tightest factor and the share of it that is left after the placement; `None` is land.
    Headroom {
        /// The factor; `None` is land.
        factor: Option<SiteFactor>,
        /// Share of the capacity that is left, below 0 where it does not suffice.
        left: f64,
    },
    /// The smaller of what a project brings over what is asked.
    Margin {
        /// Investment or tax.
        of: Yield,
        /// Actual over threshold.
        ratio: f64,
    },
    /// Facilities at hand of those asked for.
    Facilities {
        /// At hand.
        has: usize,
        /// Asked for.
        asked: usize,
    },
    /// Minutes.
    Minutes(i64),
    /// What the first reporter has of it.
    Interest(Interest),
    /// Park index, 1 to 100.
    Index(f64),
    /// Whether the park lists the track.
    Track(bool),
}

/// The value of `x` between two anchors: 0 at `zero`, 1 at `one`, linear between, clamped. `zero` may be the larger.
pub fn linear(x: f64, (zero, one): (f64, f64)) -> f64 {
    if (one - zero).abs() < f64::EPSILON {
        return if x >= one { 1.0 } else { 0.0 };
    }
    ((x - zero) / (one - zero)).clamp(0.0, 1.0)
}
