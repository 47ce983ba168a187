//! How the optimiser is told: what was reached, how good it is, and why a certificate does not hold.

use super::{figure, finding};
use crate::{
    evaluate::score::Score,
    model::{
        id::{ParkId, ProjectId},
        scenario::Scenario,
        text::Text,
    },
    optimise::{
        Unusable,
        certificate::{Fault, Holds},
        reading::Unreadable,
    },
};

/// A score in words: only what differs from nothing is named, but for unplaced and fit.
pub fn score(score: Score) -> Text {
    let (legal, unplaced, policy) =
        (figure::whole(-score.legal), figure::whole(-score.unplaced), figure::whole(-score.policy));
    let fit = figure::whole(score.fit);
    Text::new(
        format!("法定突破 {legal} · 待布局 {unplaced} · 政策提醒 {policy} · 适配 {fit}"),
        format!("legal findings {legal}, unplaced {unplaced}, policy findings {policy}, fit {fit}"),
    )
}

/// How good a plan is, in a few words, for its badge.
pub fn badge(is_best: bool, score: Score, bound: Option<Score>) -> Text {
    match bound {
        None => Text::new("未证明", "Not proven"),
        Some(_) if is_best => super::review::PROVEN.into(),
        Some(bound) => percent_below(score, bound).map_or_else(
            || Text::new("未证最优", "Not proven best"),
            |percent| Text::new(format!("距上界 {percent} %"), format!("Within {percent} %")),
        ),
    }
}

/// How far the fit lies below that of the bound, in per cent with one decimal, rounded up: never better than it is. `None` where the
/// bound is on a level above the fit.
fn percent_below(score: Score, bound: Score) -> Option<String> {
    if (bound.legal, bound.unplaced, bound.policy) != (score.legal, score.unplaced, score.policy) || bound.fit <= 0 {
        return None;
    }
    let tenths = ((bound.fit - score.fit).max(0) * 1_000 + bound.fit - 1) / bound.fit;
    Some(format!("{}.{}", tenths / 10, tenths % 10))
}

/// How good a plan with this score is, beside the score that no plan exceeds.
pub fn quality(is_best: bool, score: Score, bound: Option<Score>) -> Text {
    let Some(bound) = bound else {
        return Text::new("未证明：求解中止，没有上界", "Not proven: stopped before there was a bound");
    };
    if is_best {
        return Text::new("已证最优：没有更好的方案", "Proven best: no plan is better");
    }
    if let Some(percent) = percent_below(score, bound) {
        return Text::new(
            format!("未证最优：距上界 {percent}%（适配 {} / {}）", figure::whole(score.fit), figure::whole(bound.fit)),
            format!(
                "Within {percent}% of the bound (fit {} of at most {})",
                figure::whole(score.fit),
                figure::whole(bound.fit)
            ),
        );
    }
    // The first level on which a better plan might differ decides; what the bound says below it says nothing.
    let levels = [
        ("法定突破", "legal findings", score.legal, bound.legal),
        ("待布局", "unplaced projects", score.unplaced, bound.unplaced),
        ("政策提醒", "policy findings", score.policy, bound.policy),
    ];
    let Some((zh, en, here, least)) = levels.into_iter().find(|(.., here, bound)| here != bound) else {
        return Text::new("未证最优", "Not proven best");
    };
    let (here, least) = (figure::whole(-here), figure::whole(-least));
    Text::new(
        format!("未证最优：{zh} {here}，任何方案都不少于 {least}"),
        format!("Not proven best: {here} {en}; no plan has fewer than {least}"),
    )
}

/// Where a project goes, or that it waits.
pub fn place(scenario: &Scenario, project: &ProjectId, park: Option<&ParkId>) -> Text {
    match park {
        Some(park) => {
            let name = finding::park_name(scenario, park);
            Text::new(format!("{project} → {}", name.zh), format!("{project} → {}", name.english()))
        }
        None => Text::new(format!("{project} → 待布局"), format!("{project} → unplaced")),
    }
}

/// That a certificate holds, and what it says.
pub fn holds(it: &Holds) -> Text {
    let quality = quality(it.is_best, it.score, it.bound);
    Text::new(format!("证书成立。{}", quality.zh), format!("The certificate holds. {}", quality.english()))
}

/// Why a certificate does not hold, and what to do.
pub fn fault(scenario: &Scenario, fault: &Fault) -> Text {
    let (zh, en) = match fault {
        Fault::None => ("该方案没有求解证书；先用 solve 求解", "This plan has no certificate; solve it first"),
        Fault::Seal => (
            "证书内容被改动过，不再可信；请重新求解",
            "The certificate is not as it was issued and proves nothing; solve the plan again",
        ),
        Fault::Rules => (
            "规则包在求解之后改过，证书不再成立；请重新求解",
            "The rules have changed since the plan was solved; solve it again",
        ),
        Fault::Placement { project, stated, found } => {
            let name = |park: &Option<ParkId>| match park {
                Some(park) => finding::park_name(scenario, park),
                None => Text::new("待布局", "unplaced"),
            };
            let (stated, found) = (name(stated), name(found));
            return Text::new(
                format!("{project} 求解时：{}；现在：{}。布局在求解之后改过；改回去，或重新求解", stated.zh, found.zh),
                format!(
                    "{project} when solved: {}; now: {}. It was moved after the plan was solved; move it back, or solve again",
                    stated.english(),
                    found.english()
                ),
            );
        }
        Fault::Problem => (
            "求解之后数据改过（容量、评分、钉住、项目库或定位），证书不再成立；请重新求解",
            "Data have changed since the plan was solved (a limit, a score, a pin, the register or a position); solve it again",
        ),
        Fault::Value => {
            ("方案的得分与证书不符；请重新求解", "The plan is not worth what the certificate says; solve it again")
        }
        Fault::Bound => (
            "证书中的价格证明不了所称的上界；请重新求解",
            "The prices of the certificate do not prove its bound; solve the plan again",
        ),
    };
    Text::new(zh, en)
}

/// Why a plan cannot be solved.
pub fn unreadable(scenario: &Scenario, it: &Unreadable) -> Text {
    match it {
        Unreadable::Edit(error) => super::edit::refusal(scenario, error),
        Unreadable::Problem(error) => unusable(error),
        Unreadable::TooLarge => Text::new("方案过大，无法求解", "The plan is too large to be solved"),
        Unreadable::CalledOff => {
            Text::new("时间太短，尚未开始求解；请给更多时间", "There was no time to begin; allow more")
        }
    }
}

/// What makes a problem unusable. What a file can hold leads to the second only; the others would be a fault of the program.
fn unusable(it: &Unusable) -> Text {
    let zh = match it {
        Unusable::TooMany { number, most, .. } => format!("园区或细分领域过多，无法求解：{number} 个，最多 {most} 个"),
        Unusable::Index { .. } | Unusable::Pin(_) | Unusable::Start(_) => "方案内部数据不一致，无法求解".to_owned(),
    };
    Text::new(zh, format!("The plan cannot be solved: {it}"))
}
