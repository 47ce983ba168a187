//! How does it explain itself? A page a workspace: what it answers, how its main things are done, the formulas behind its
//! numbers with their sources, and what its signs mean.
//!
//! A page is data, so that a test can read it and a window can show it. Formulas are those of the code: whoever changes one changes
//! its page. What a rule pack or a scenario sets is not written here but read from the document that is open ([`live`]).

pub mod clusters;
pub mod compare;
pub mod evaluation;
pub mod existing;
pub mod hints;
pub mod live;
pub mod placement;
pub mod session;
pub mod sharing;

use super::phrase::Phrase;
use crate::rules::finding::State;
pub use live::Live;

/// The page of a workspace.
#[derive(Debug, Clone, Copy)]
pub struct Page {
    /// What the workspace answers.
    pub answers: Phrase,
    /// Its main things.
    pub steps: &'static [Step],
    /// The formulas behind its numbers.
    pub formulas: &'static [Formula],
    /// What its signs mean.
    pub signs: &'static [Sign],
}

impl Page {
    /// All pages, in the order of the workspaces.
    pub const ALL: [Self; 7] = [
        existing::PAGE,
        placement::PAGE,
        clusters::PAGE,
        evaluation::PAGE,
        sharing::PAGE,
        compare::PAGE,
        session::PAGE,
    ];
}

/// One thing to do.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// What is done.
    pub what: Phrase,
    /// How with the mouse.
    pub mouse: Phrase,
    /// How by the keys.
    pub keys: Phrase,
}

/// One formula.
#[derive(Debug, Clone, Copy)]
pub struct Formula {
    /// What it reckons.
    pub name: Phrase,
    /// The formula in plain text, a line each.
    pub reckoned: Phrase,
    /// How it reads, and what its letters are.
    pub read: Phrase,
    /// What the open scenario sets of it.
    pub live: Option<Live>,
    /// Where it comes from.
    pub source: Phrase,
}

/// A sign and its meaning.
#[derive(Debug, Clone, Copy)]
pub struct Sign {
    /// What is seen.
    pub mark: Mark,
    /// What it means.
    pub means: Phrase,
}

/// What is seen of a sign.
#[derive(Debug, Clone, Copy)]
pub enum Mark {
    /// The shape of a state.
    State(State),
    /// The lock of a veto.
    Vetoed,
    /// Something written.
    Written(Phrase),
}

/// Shorter in lists of texts.
const fn p(zh: &'static str, en: &'static str) -> Phrase {
    Phrase::new(zh, en)
}

const fn step(what: Phrase, mouse: Phrase, keys: Phrase) -> Step {
    Step { what, mouse, keys }
}

const fn sign(mark: Mark, means: Phrase) -> Sign {
    Sign { mark, means }
}

const fn written(letters: &'static str, means: Phrase) -> Sign {
    sign(Mark::Written(p(letters, letters)), means)
}

/// The sign of an assumed value, wherever figures stand.
const ASSUMED: Sign = written(
    "≈",
    p(
        "数字前的 ≈：这个值是假定或示例值，不是查到的数；算出的结果也带 ≈",
        "≈ before a figure: it is assumed or illustrative, not looked up; what follows from it wears ≈ too",
    ),
);
/// The sign of an unknown state.
const UNKNOWN: Sign = sign(
    Mark::State(State::Unknown),
    p(
        "待核：缺一项数据，无法判定；既不算合规，也不算突破，但阻止批准",
        "Unknown: a datum is missing; neither kept nor broken, but approval waits for it",
    ),
);
/// The sign of a broken rule.
const BROKEN: Sign = sign(
    Mark::State(State::Broken),
    p("突破：规则不满足，附差多少", "Broken: the rule is not met, with the shortfall"),
);
/// The sign of a rule that is nearly broken.
const NEAR: Sign = sign(
    Mark::State(State::Near),
    p("临界：满足，但余量不足一成", "Near: the rule is met with less than a tenth to spare"),
);

/// The action, and the title of its sheet.
pub const HELP: Phrase = p("本工作区说明", "Help for this workspace");
/// Name of the list of pages.
pub const PAGES: Phrase = p("各工作区", "Workspaces");
/// Leads to the sheet of keys.
pub const ALL_KEYS: Phrase = p("全部快捷键", "All keys");
/// Heading: what the workspace answers.
pub const ANSWERS: Phrase = p("回答什么问题", "What it answers");
/// Heading: how things are done.
pub const STEPS: Phrase = p("怎样操作", "How to");
/// Heading: formulas.
pub const FORMULAS: Phrase = p("数字怎样算出", "How its numbers are reckoned");
/// Heading: signs.
pub const SIGNS: Phrase = p("标记的含义", "What the signs mean");
/// Before what is done with the mouse.
pub const MOUSE: Phrase = p("鼠标", "Mouse");
/// Before what is done by the keys.
pub const KEYS: Phrase = p("键盘", "Keys");
/// Before what the open scenario sets.
pub const HERE: Phrase = p("本情景：", "In this scenario: ");
/// Before where a formula comes from.
pub const SOURCE: Phrase = p("来源：", "Source: ");
/// How the pages are turned and scrolled.
pub const PAGES_HINT: Phrase = p("↑ ↓ 换页\nPageUp、PageDown 滚动", "↑ ↓ turn the page\nPageUp, PageDown scroll");

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(page: &Page) -> Vec<Phrase> {
        let steps = page.steps.iter().flat_map(|it| [it.what, it.mouse, it.keys]);
        let formulas = page.formulas.iter().flat_map(|it| [it.name, it.reckoned, it.read, it.source]);
        let signs = page.signs.iter().map(|it| it.means);
        [page.answers].into_iter().chain(steps).chain(formulas).chain(signs).collect()
    }

    #[test]
    fn help_has_steps_formulas_and_sources_for_every_workspace_in_both_languages() {
        for page in &Page::ALL {
            assert!((5..=8).contains(&page.steps.len()), "{}: {} steps", page.answers.en, page.steps.len());
            assert!(!page.formulas.is_empty(), "{}", page.answers.en);
            assert_eq!(page.answers.en.matches(['.', '?']).count(), 2, "two sentences: {}", page.answers.en);
            for text in texts(page) {
                assert!(!text.zh.trim().is_empty() && !text.en.trim().is_empty(), "{text:?}");
                assert!(text.zh.chars().all(|it| it != '\t') && !text.en.contains("  "), "{text:?}");
            }
            for formula in page.formulas {
                let lines = [formula.reckoned.zh, formula.reckoned.en].map(|it| it.lines().count());
                assert_eq!(lines[0], lines[1], "as many lines in both languages: {}", formula.name.en);
            }
        }
    }

    #[test]
    fn help_names_no_city() {
        for page in &Page::ALL {
            for text in texts(page) {
                assert!(!text.zh.contains("绵阳") && !text.en.contains("Mianyang"), "{text:?}");
            }
        }
    }
}
