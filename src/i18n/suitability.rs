//! How scores are told: how firm a first place is, and at which weight it turns.

use super::{criterion, phrase::Phrase};
use crate::{
    advise::{agreement::School, robustness::Robustness},
    model::{id::ParkId, text::Text},
    suitability::methods::acceptability::Firmness,
};

/// What projects placed together bring each other.
pub const COUPLING: Phrase = Phrase::new("协同", "Coupling");

/// How firm a first place is.
pub const fn firmness(firmness: Firmness) -> Phrase {
    match firmness {
        Firmness::Clear => Phrase::new("稳健", "Clear"),
        Firmness::Contested => Phrase::new("有争议", "Contested"),
        Firmness::Open => Phrase::new("未定", "Open"),
    }
}

/// Id of a firmness in machine output.
pub const fn firmness_id(firmness: Firmness) -> &'static str {
    match firmness {
        Firmness::Clear => "clear",
        Firmness::Contested => "contested",
        Firmness::Open => "open",
    }
}

/// Name of another school of method.
pub const fn school(school: School) -> Phrase {
    match school {
        School::Topsis => Phrase::new("逼近理想解（TOPSIS）", "TOPSIS"),
        School::Vikor => Phrase::new("折衷排序（VIKOR）", "VIKOR"),
        School::Promethee => Phrase::new("优先排序（PROMETHEE II）", "PROMETHEE II"),
    }
}

/// Id of another school of method in machine output.
pub const fn school_id(school: School) -> &'static str {
    match school {
        School::Topsis => "topsis",
        School::Vikor => "vikor",
        School::Promethee => "promethee2",
    }
}

/// A share as whole per cent, rounded half up.
#[expect(clippy::cast_possible_truncation, reason = "a share is at most 1")]
fn percent(share: f64) -> i64 {
    (share * 100.0).round() as i64
}

/// When the conclusion would change, in one sentence; `name` names a park.
pub fn robustness(robustness: &Robustness, name: &dyn Fn(&ParkId) -> String) -> Text {
    let Some((first, share)) = robustness.shares.first() else { return Text::default() };
    let (first, share) = (name(first), percent(*share));
    let word = firmness(robustness.firmness);
    let zh = format!("{}：权重在 ±50 % 内变动，{share} % 的情形仍是{first}", word.zh);
    let en = format!("{}: with every weight up to 50 % more or less, {first} is first in {share} % of cases", word.en);
    match &robustness.flip {
        Some(flip) => {
            let (from, to, other) = (percent(flip.from), percent(flip.to), name(&flip.challenger));
            let criterion = criterion::criterion(flip.criterion.id()).unwrap_or(Phrase::new("", ""));
            Text::new(
                format!("{zh}；\"{}\"的权重由 {from} % 变为 {to} % 时，{other}追平", criterion.zh),
                format!(
                    "{en}; {other} draws level when the weight of \"{}\" goes from {from} % to {to} %",
                    criterion.en
                ),
            )
        }
        None => Text::new(
            format!("{zh}；任何单项权重都不改变第一名"),
            format!("{en}; no single weight changes the first place"),
        ),
    }
}
