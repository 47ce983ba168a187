//! Which criteria of suitability are there, and in which groups are they weighed?
//!
//! Weights, fixed points and comparisons name them by id; what they measure is the business of `suitability`.

/// The criteria, in the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Criterion {
    /// 定位契合: what the park stands for.
    PositionFit,
    /// 特色园区与链主: a characteristic park of the sub-sector, or a chain leader.
    ThemeChainLeader,
    /// 集群强度: how strong the sub-sector is here.
    ClusterStrength,
    /// 链条耦合: suppliers and customers at hand.
    ChainCoupling,
    /// 差异化: whether parks grow alike.
    Differentiation,
    /// 要素余量: what is left of the tightest factor.
    Headroom,
    /// 门槛余量: how far above the thresholds per mu.
    ThresholdMargin,
    /// 配套功能: facilities asked for.
    SupportingFunctions,
    /// 交通: minutes to the network.
    Transport,
    /// 效率与服务: the index of the park.
    EfficiencyService,
    /// 属地利益: whose project it is.
    DistrictInterest,
    /// 新赛道: a new track that the park lists.
    NewTrack,
}

/// The groups in which criteria are weighed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// 定位.
    Positioning,
    /// 集群与链条.
    Chain,
    /// 要素.
    Factors,
    /// 服务.
    Services,
    /// 利益与政策.
    Interest,
}

impl Group {
    /// All groups, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Positioning, Self::Chain, Self::Factors, Self::Services, Self::Interest];

    /// Id of the group, as in `plan_comparisons` and in machine output.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Positioning => "positioning",
            Self::Chain => "chain",
            Self::Factors => "factors",
            Self::Services => "services",
            Self::Interest => "interest",
        }
    }

    /// The group of this id.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.id() == id)
    }
}

impl Criterion {
    /// All criteria, in the order in which they are shown.
    pub const ALL: [Self; 12] = [
        Self::PositionFit,
        Self::ThemeChainLeader,
        Self::ClusterStrength,
        Self::ChainCoupling,
        Self::Differentiation,
        Self::Headroom,
        Self::ThresholdMargin,
        Self::SupportingFunctions,
        Self::Transport,
        Self::EfficiencyService,
        Self::DistrictInterest,
        Self::NewTrack,
    ];

    /// Id of the criterion, as in `scoring` and in machine output.
    pub const fn id(self) -> &'static str {
        match self {
            Self::PositionFit => "position-fit",
            Self::ThemeChainLeader => "theme-chain-leader",
            Self::ClusterStrength => "cluster-strength",
            Self::ChainCoupling => "chain-coupling",
            Self::Differentiation => "differentiation",
            Self::Headroom => "headroom",
            Self::ThresholdMargin => "threshold-margin",
            Self::SupportingFunctions => "supporting-functions",
            Self::Transport => "transport",
            Self::EfficiencyService => "efficiency-service",
            Self::DistrictInterest => "district-interest",
            Self::NewTrack => "new-track",
        }
    }

    /// The criterion of this id.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|criterion| criterion.id() == id)
    }

    /// The group in which it is weighed.
    pub const fn group(self) -> Group {
        match self {
            Self::PositionFit | Self::ThemeChainLeader => Group::Positioning,
            Self::ClusterStrength | Self::ChainCoupling | Self::Differentiation => Group::Chain,
            Self::Headroom | Self::ThresholdMargin => Group::Factors,
            Self::SupportingFunctions | Self::Transport | Self::EfficiencyService => Group::Services,
            Self::DistrictInterest | Self::NewTrack => Group::Interest,
        }
    }

    /// Place in [`Criterion::ALL`].
    pub fn place(self) -> usize {
        Self::ALL.iter().position(|it| *it == self).unwrap_or(0)
    }
}
