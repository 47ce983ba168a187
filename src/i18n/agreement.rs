//! How is it told whether other schools of method would decide likewise?

use super::{phrase::Phrase, suitability};
use crate::{
    advise::agreement::{Agreement, Opinion, School},
    model::text::Text,
};

/// Menu: the sheet of the other schools.
pub const SHEET: Phrase = Phrase::new("方法比对…", "Other methods…");
/// Its title.
pub const TITLE: Phrase = Phrase::new("方法比对", "Other methods");
/// Why there is nothing to compare.
pub const NOTHING: Phrase = Phrase::new(
    "结论同样好的园区不足两个，无从比对方法",
    "Fewer than two parks may take this project on equal terms: there is no order to compare",
);
/// Why no school says anything.
pub const ALL_ALIKE: Phrase = Phrase::new(
    "各园区在每项准则上取值相同，其他方法分不出先后",
    "The parks have the same value on every criterion: the other methods put none before another",
);
/// What the other schools are for.
pub const PURPOSE: Phrase = Phrase::new(
    "其他方法用同样的取值和权重另排一次，只作对照，不计入总分",
    "Other methods order the same values by the same weights: they are held beside the score and never mixed into it",
);
/// Column: place in the ranking.
pub const RANK: Phrase = Phrase::new("本程序排序", "Ours");
/// Column: score.
pub const SCORE: Phrase = Phrase::new("总分", "Score");
/// Mark of a park in the compromise set of VIKOR.
pub const IN_SET: Phrase = Phrase::new("折衷", "in set");
/// What that mark means.
pub const SET: Phrase = Phrase::new(
    "\"折衷\"：VIKOR 的折衷解；有几个园区时，它们之间没有明显优势",
    "\"in set\": the compromise of VIKOR; where it has several parks, none has a clear advantage over the others",
);
/// Heading of the weights.
pub const WEIGHTS: Phrase = Phrase::new("权重诊断", "Weights as a diagnosis");
/// What entropy and CRITIC weights say.
pub const DIAGNOSIS: Phrase = Phrase::new(
    "熵权与 CRITIC 权重说明候选园区今天在哪里差别最大，不说明什么最重要",
    "Entropy and CRITIC weights show where the candidates differ most today, not what matters most",
);
/// Column: criterion.
pub const CRITERION: Phrase = Phrase::new("准则", "Criterion");
/// Column: weights in force.
pub const IN_FORCE: Phrase = Phrase::new("现行权重", "In force");
/// Column: entropy weights.
pub const ENTROPY: Phrase = Phrase::new("熵权", "Entropy");
/// Column: CRITIC weights.
pub const CRITIC: Phrase = Phrase::new("CRITIC", "CRITIC");

/// Short name of a school, as the head of a column.
pub const fn column(school: School) -> Phrase {
    let name = suitability::school(school).en;
    Phrase::new(name, name)
}

/// Whether the answer depends on the method; `first` names the park that leads the ranking.
pub fn flag(agreement: &Agreement, first: &Text) -> Text {
    let all = agreement.opinions.len();
    let backing = agreement.opinions.iter().filter(|it| it.ranks.first().is_some_and(|(_, rank)| *rank <= 2)).count();
    let (zh, en) = (&first.zh, first.english());
    if agreement.is_method_dependent {
        return Text::new(
            format!("结论依赖方法：{all} 种其他方法都没有把{zh}排进前二，请对照各准则再定"),
            format!(
                "The answer depends on the method: none of {all} others has {en} among its first two; look at the criteria before deciding"
            ),
        );
    }
    Text::new(
        format!("结论不依赖方法：{all} 种其他方法中有 {backing} 种把{zh}排进前二"),
        format!("The answer does not depend on the method: {backing} of {all} others have {en} among their first two"),
    )
}

/// Kendall's tau from which on two orders are called nearly the same; the bounds of the words are our own reading.
const NEARLY: f64 = 0.8;
/// From which on they are called much the same.
const MUCH: f64 = 0.5;
/// From which on they are called partly the same; below its negative, contrary.
const PARTLY: f64 = 0.2;

/// How two orders compare by Kendall's tau-b, −1 to 1; `None` where one is all ties.
pub const fn likeness(tau: Option<f64>) -> Phrase {
    match tau {
        None => Phrase::new("全部并列，无法比较", "all tied, not to be compared"),
        Some(tau) if tau >= NEARLY => Phrase::new("次序几乎相同", "nearly the same order"),
        Some(tau) if tau >= MUCH => Phrase::new("次序大体相近", "much the same order"),
        Some(tau) if tau >= PARTLY => Phrase::new("次序部分相近", "partly the same order"),
        Some(tau) if tau > -PARTLY => Phrase::new("次序关联很弱", "little in common"),
        Some(_) => Phrase::new("次序大体相反", "largely the reverse order"),
    }
}

/// What a school says of the ranking, in one sentence; `first` are the names of the parks that it puts first.
pub fn opinion(opinion: &Opinion, first: &[Text]) -> Text {
    let (name, likeness) = (suitability::school(opinion.school), likeness(opinion.tau));
    let tau = opinion.tau.map(|tau| format!("{tau:.2}").replace('-', "−"));
    let zh: Vec<&str> = first.iter().map(|it| it.zh.as_str()).collect();
    let en: Vec<&str> = first.iter().map(Text::english).collect();
    let (zh, en) = (zh.join("、"), en.join(", "));
    let of_tau = |open: &str, close: &str| tau.as_ref().map_or_else(String::new, |it| format!("{open}{it}{close}"));
    Text::new(
        format!("{}：{}{}；首选{zh}", name.zh, likeness.zh, of_tau("（Kendall 秩相关 ", "）")),
        format!("{}: {}{}; puts first {en}", name.en, likeness.en, of_tau(" (Kendall's tau ", ")")),
    )
}

/// Parks that are left out for their verdict.
pub fn left_out(count: usize) -> Text {
    Text::new(
        format!("另有 {count} 个园区结论较差，不参与比对"),
        format!("Parks of a worse verdict that are not compared: {count}"),
    )
}
