//! How advice is told: why a park does not stand first, which single change would put it there, whether to place at all.

use super::{criterion, datum, edit, figure, finding, phrase::Phrase, suitability, term};
use crate::{
    advise::{
        change::{Change, Kind},
        intake::Intake,
        make_room::Chain,
        why_not::{Certificate, Claim, Closed, Term},
    },
    evaluate::verdict::Verdict,
    model::{edit::Edit, id::ParkId, quantity::Factor, scenario::Scenario, text::Text, weights::weights_of},
    rules::finding::Finding,
};

/// Name of a term.
pub fn term_name(term: &Term) -> Phrase {
    let of_criterion = |it: crate::suitability::Criterion| criterion::criterion(it.id());
    term.criterion.and_then(of_criterion).unwrap_or(suitability::COUPLING)
}

/// A lead of another park as a loss, such as `定位契合 −170`.
fn loss(term: &Term) -> (String, String) {
    let (name, points) = (term_name(term), figure::whole(-term.points));
    let (zh, en) =
        if term.is_unknown { ("（有一方未填）", " (not stated by one of the two)") } else { ("", "") };
    (format!("{}{zh} {points}", name.zh), format!("{}{en} {points}", name.en.to_lowercase()))
}

/// The sentences of `findings`, joined.
fn sentences<'a>(world: &Scenario, findings: impl IntoIterator<Item = &'a Finding>) -> (String, String) {
    let told: Vec<Text> = findings.into_iter().map(|it| finding::sentence(world, it)).collect();
    let zh: Vec<&str> = told.iter().map(|it| it.zh.as_str()).collect();
    let en: Vec<&str> = told.iter().map(Text::english).collect();
    (zh.join("；"), en.join("; "))
}

/// That a park of this name stands first, by its own `verdict`.
pub fn stands_first(park: &Text, verdict: Verdict) -> Text {
    match verdict {
        Verdict::Recommended | Verdict::Conditional => {
            Text::new(format!("{}居首", park.zh), format!("{} stands first", park.english()))
        }
        Verdict::Vetoed => Text::new(
            format!("各园均否决；{}适配最高", park.zh),
            format!("Every park vetoes it; {} would suit it best", park.english()),
        ),
    }
}

/// Why the park does not stand first, in one sentence; `verdict` is its own.
pub fn claim(world: &Scenario, certificate: &Certificate, verdict: Verdict) -> Text {
    let (park, first) = (finding::park_name(world, &certificate.park), finding::park_name(world, &certificate.first));
    match &certificate.claim {
        Claim::Tied => Text::new(
            format!("{}与{}并列，名录次序在后", park.zh, first.zh),
            format!("{} and {} are tied; the city's list names the latter first", park.english(), first.english()),
        ),
        Claim::Findings(findings) => {
            let (verdict, (zh, en)) = (term::verdict(verdict), sentences(world, findings));
            Text::new(
                format!("{}{}，排在{}之后：{zh}", park.zh, verdict.zh, first.zh),
                format!(
                    "{} is {} and stands behind {}: {en}",
                    park.english(),
                    verdict.en.to_lowercase(),
                    first.english()
                ),
            )
        }
        Claim::Terms(terms) => {
            let losses = certificate.losses();
            let (zh, en): (Vec<String>, Vec<String>) = losses.iter().map(loss).unzip();
            let gap = figure::whole(certificate.gap);
            let (mut zh, mut en) = (
                format!("{}比{}适配少 {gap} 分：{}", park.zh, first.zh, zh.join("，")),
                format!("{} scores {gap} points less than {}: {}", park.english(), first.english(), en.join(", ")),
            );
            let rest = losses.iter().map(|term| term.points).sum::<i64>() - certificate.gap;
            if rest > 0 {
                zh += &format!("，其余合计 +{rest}");
                en += &format!(", all else together +{rest}");
            }
            if terms.len() < losses.len() {
                let names: Vec<Phrase> = terms.iter().map(term_name).collect();
                let of = |word: fn(&Phrase) -> &str, mark: &str| names.iter().map(word).collect::<Vec<_>>().join(mark);
                zh += &format!("；仅{}即已落后", of(|it| it.zh, "、"));
                en += &format!("; {} alone would do", of(|it| it.en, " and ").to_lowercase());
            }
            Text::new(zh, en)
        }
    }
}

/// That no single change puts the park first; `clears` tells that one follows which clears what binds.
pub fn none_first(clears: bool) -> Text {
    let none = Phrase::new("试过的单项改变都不能使其居首", "None of the single changes that were tried puts it first");
    if !clears {
        return none.into();
    }
    Text::new(
        format!("{}。可消除上述问题、但适配仍不及的改变：", none.zh),
        format!("{}. This one clears what binds, but the park still scores less:", none.en),
    )
}

/// The cheapest change that puts the park first, in one sentence.
pub fn cheapest(scenario: &Scenario, certificate: &Certificate) -> Text {
    let Some(least) = certificate.changes.first() else {
        let Some(eased) = &certificate.eased else {
            return none_first(false);
        };
        let (none, told) = (none_first(true), change(scenario, eased));
        return Text::new(format!("{}{}", none.zh, told.zh), format!("{} {}", none.en, told.english()));
    };
    let told = change(scenario, least);
    Text::new(format!("最省的改变：{}", told.zh), format!("The cheapest change: {}", told.english()))
}

/// A change, in words.
pub fn change(scenario: &Scenario, change: &Change) -> Text {
    match (&change.kind, &change.edit) {
        (Kind::Weight, Edit::SetWeights { plan, weights }) => {
            let Some((criterion, to)) = weights.first() else { return edit::label(scenario, &change.edit) };
            let before = weights_of(scenario, plan).into_iter().find(|(id, _)| id == criterion);
            let before = before.map_or(Factor::ZERO, |(_, weight)| weight);
            let name = criterion::criterion_name(criterion);
            Text::new(
                format!("权重「{}」{} → {} 分", name.zh, before.plain(), to.plain()),
                format!("points for \"{}\" {} → {}", name.english(), before.plain(), to.plain()),
            )
        }
        (Kind::Datum, Edit::Assume(assumption)) => {
            let (label, value) = (edit::label(scenario, &change.edit), datum::assumed(scenario, assumption));
            Text::new(format!("{} = {}", label.zh, value.zh), format!("{} = {}", label.english(), value.english()))
        }
        (Kind::Waiver | Kind::Position | Kind::Datum | Kind::Move | Kind::Weight, _) => {
            edit::label(scenario, &change.edit)
        }
    }
}

/// Who goes where in a chain, the project for which room is made first.
pub fn chain(scenario: &Scenario, chain: &Chain) -> Text {
    let told = chain.moves.iter().rev().map(|(project, park)| {
        let park = finding::park_name(scenario, park);
        (format!("{project} → {}", park.zh), format!("{project} → {}", park.english()))
    });
    let (zh, en): (Vec<String>, Vec<String>) = told.unzip();
    Text::new(zh.join("，"), en.join(", "))
}

/// Who is worse off by a chain, and by how many points.
pub fn losses(chain: &Chain) -> Text {
    let told: Vec<String> =
        chain.losses.iter().map(|(project, lost)| format!("{project} {}", figure::whole(-lost))).collect();
    if told.is_empty() {
        return Text::from(Phrase::new("无项目适配下降", "Nobody is worse off"));
    }
    Text::new(format!("适配下降：{}", told.join("，")), format!("Worse off: {}", told.join(", ")))
}

/// A change of the fit, in points.
pub fn fit_change(points: i64) -> Text {
    let sign = if points > 0 { "+" } else { "" };
    let points = figure::whole(points);
    Text::new(format!("适配 {sign}{points}"), format!("Fit {sign}{points}"))
}

/// What a change of this kind is called.
pub const fn kind(kind: Kind) -> Phrase {
    match kind {
        Kind::Waiver => Phrase::new("豁免", "Waiver"),
        Kind::Position => Phrase::new("定位", "Position"),
        Kind::Datum => Phrase::new("数据", "Datum"),
        Kind::Move => Phrase::new("移动", "Move"),
        Kind::Weight => Phrase::new("权重", "Weight"),
    }
}

/// What is advised for a project as a whole.
pub const fn intake(intake: Intake) -> Phrase {
    match intake {
        Intake::Place => Phrase::new("建议布局", "Advised: place"),
        Intake::Hold => Phrase::new("建议暂缓：各园均否决", "Advised: hold, every park vetoes it"),
        Intake::Return => Phrase::new(
            "建议退回：在各园均不足用地门槛的一半",
            "Advised: return, below half of a threshold for land in every park",
        ),
    }
}

/// What a park vetoes, in one line.
pub fn veto(world: &Scenario, park: &ParkId, vetoes: &[Finding]) -> Text {
    let (park, (zh, en)) = (finding::park_name(world, park), sentences(world, vetoes));
    Text::new(format!("{}：{zh}", park.zh), format!("{}: {en}", park.english()))
}

/// The cheapest change that opens a park, in one sentence.
pub fn relaxation(scenario: &Scenario, closed: &Closed) -> Text {
    let Some((park, least)) = &closed.relaxation else {
        return Text::from(Phrase::new("没有单项改变能使任一园区可接纳", "No single change lets any park take it"));
    };
    let (park, told) = (finding::park_name(scenario, park), change(scenario, least));
    Text::new(
        format!("最省的放宽：{}，则{}可接纳", told.zh, park.zh),
        format!("The cheapest relaxation: {}; then {} may take it", told.english(), park.english()),
    )
}
