//! What leaves the workbench as a file that is not the document: papers, tables, a map, an empty form to fill in. Written beside
//! the window, from the plan as it was shown when it was asked for.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{Workbench, receipt::Notice};
use crate::{
    evaluate::judgement::Judgement,
    i18n::{self, outgoing as say, phrase::Lang},
    intake,
    io::{problem::FileProblem, save},
    model::{scenario::Scenario, text::Text},
    report::{
        About, Desk, Kind,
        format::Format,
        paper::{Block, Page, Paper, Provenance, Run},
        places, results, xlsx,
    },
};

/// What is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goods {
    /// A paper, in the format that the ending of the file asks for.
    Paper(Kind, About),
    /// Every table of results, with the data: a workbook.
    Workbook,
    /// The placement table as text with separators.
    Placements,
    /// Parks and placed projects as a layer of a map.
    Map,
    /// An empty workbook with every column that an import knows.
    Template,
}

/// What is wanted, where to, and in which language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// The file to write.
    pub path: PathBuf,
    /// What it holds.
    pub goods: Goods,
    /// Whether it is Chinese; else English.
    pub is_chinese: bool,
}

/// Why nothing was written.
#[derive(Debug)]
pub enum Undelivered {
    /// There is no such paper, or it does not go into such a file: in words.
    Unmade(Text),
    /// The file was not written.
    Unwritten(FileProblem),
}

/// Writes what is wanted of a plan as it was judged, whole or not at all. Costs a ranking of the parks a project for most papers.
pub fn deliver(scenario: &Scenario, judgement: &Judgement, delivery: &Delivery) -> Result<(), Undelivered> {
    let bytes = made(scenario, judgement, delivery).map_err(Undelivered::Unmade)?;
    save::replace(&delivery.path, &bytes).map_err(Undelivered::Unwritten)
}

/// The bytes of what is wanted; the same for the same plan.
///
/// # Errors
///
/// Why there is no such paper, or why it does not go into such a file, in words.
pub fn made(scenario: &Scenario, judgement: &Judgement, delivery: &Delivery) -> Result<Vec<u8>, Text> {
    let lang = if delivery.is_chinese { Lang::Zh } else { Lang::En };
    let desk = Desk::new(scenario, judgement, lang);
    match &delivery.goods {
        Goods::Paper(kind, about) => {
            let format = Format::of_path(&delivery.path).ok_or_else(say::no_format)?;
            let paper = kind.paper(&desk, about).map_err(|none| none.told())?;
            format.bytes(&paper).map_err(|unwritable| unwritable.told())
        }
        Goods::Workbook => {
            let data = intake::outgoing::sheets(scenario, delivery.is_chinese);
            xlsx::book(&results::paper(&desk), &data).map_err(|unwritable| unwritable.told())
        }
        Goods::Placements => Ok(results::csv(&desk).into_bytes()),
        Goods::Map => Ok(places::layer(&desk).into_bytes()),
        Goods::Template => {
            let sheets = intake::outgoing::template(scenario, delivery.is_chinese);
            xlsx::book(&form(scenario, lang), &sheets).map_err(|unwritable| unwritable.told())
        }
    }
}

/// The first sheet of a template: what it is for.
fn form(scenario: &Scenario, lang: Lang) -> Paper {
    Paper {
        is_chinese: lang == Lang::Zh,
        title: say::TEMPLATE_TITLE.of(lang).to_owned(),
        subtitle: scenario.title.of(lang).to_owned(),
        page: Page::A4Landscape,
        blocks: vec![Block::Paragraph(vec![Run::plain(say::TEMPLATE_HOW.of(lang))])],
        provenance: Provenance { lines: Vec::new() },
    }
}

impl Workbench {
    /// Begins to write what is wanted of the plan that is shown.
    pub(super) fn deliver(&mut self, delivery: Delivery) {
        let scenario = Arc::new(self.scenario().clone());
        self.jobs.deliver(scenario, Arc::clone(&self.judgement), delivery);
    }

    /// Tells what became of it.
    pub(super) fn delivered(&mut self, path: &Path, outcome: Result<(), Undelivered>) {
        let place = path.display();
        let refused = |why: &Text| {
            Notice::warning(Text::new(
                format!("未能导出到 {place}：{}", why.zh),
                format!("Not exported to {place}: {}", why.english()),
            ))
        };
        self.notice = Some(match outcome {
            Ok(()) => Notice::news(Text::new(format!("已导出到 {place}"), format!("Exported to {place}"))),
            Err(Undelivered::Unmade(why)) => refused(&why),
            Err(Undelivered::Unwritten(problem)) => refused(&i18n::problem::sentence(&problem)),
        });
    }
}
