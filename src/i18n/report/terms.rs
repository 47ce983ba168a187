//! The settled words for what only papers name: decisions, opinions, stages of characteristic parks, indicators, tables.

use crate::{
    i18n::phrase::Phrase,
    model::{
        indicator::Better,
        park::DirectionKind,
        plan::{Resolution, Stance},
    },
};

/// What a meeting decides.
pub const fn resolution(resolution: Resolution) -> Phrase {
    match resolution {
        Resolution::Place => Phrase::new("布局", "Place"),
        Resolution::Conditional => Phrase::new("附条件布局", "Place on conditions"),
        Resolution::Hold => Phrase::new("暂缓", "Hold"),
        Resolution::Return => Phrase::new("退回", "Return"),
    }
}

/// What a park committee says.
pub const fn stance(stance: Stance) -> Phrase {
    match stance {
        Stance::Accept => Phrase::new("同意", "Accepts"),
        Stance::WithConditions => Phrase::new("有条件同意", "Accepts on conditions"),
        Stance::Decline => Phrase::new("不同意", "Declines"),
    }
}

/// How a source names a direction.
pub const fn direction(kind: DirectionKind) -> Phrase {
    match kind {
        DirectionKind::Emerging => Phrase::new("新赛道", "emerging"),
        DirectionKind::ZoneFocus => Phrase::new("片区重点", "zone focus"),
        DirectionKind::Stated => Phrase::new("表述方向", "stated"),
    }
}

/// Which way an indicator is good.
pub const fn better(better: Better) -> Phrase {
    match better {
        Better::Higher => Phrase::new("越高越好", "higher"),
        Better::Lower => Phrase::new("越低越好", "lower"),
    }
}
