//! Which papers are carried away? Briefs, tables, sheets and minutes, as documents without a window.
//!
//! [`paper`] is what a paper is made of, [`shown`] how its words and figures are written, [`page`] what has room on it and
//! [`ink`] its colours; [`docx`], [`html`] and [`xlsx`] make bytes of it, and [`mod@format`] picks among them. [`Kind`] lists the papers; each is
//! built by a module of its own from what lies on the [`Desk`], and every figure is asked from where the board, the
//! inspector and the command line ask it. Nothing here judges, draws a window or touches files.

mod appraisal;
mod books;
mod brief;
mod case;
mod cells;
mod composition;
pub mod desk;
pub mod docx;
mod evaluation;
mod factors;
mod findings;
pub mod format;
mod gates;
pub mod html;
mod indices;
pub mod ink;
mod ledger;
mod minutes;
pub mod page;
pub mod paper;
mod pictures;
mod placement_table;
pub mod places;
mod positions;
mod project_sheet;
mod provenance;
pub mod results;
mod scorecard;
pub mod shown;
pub mod xlsx;

pub use desk::Desk;

use crate::{
    i18n::{
        phrase::Phrase,
        report::{told, words as say},
    },
    model::{
        id::{ParkId, ProjectId, RecordId},
        text::Text,
    },
};
use paper::{Block, Page, Paper};

/// What the first row of a sheet of results begins with, so that no import takes it for data.
pub const RESULT_MARK: Phrase = say::RESULT_MARK;

/// A paper that is carried away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// 会商简报: one page.
    Brief,
    /// 项目布局建议表.
    Table,
    /// 单项目评估单: a page a project.
    Project,
    /// 园区评分卡.
    Park,
    /// 产业定位一览表.
    Positions,
    /// 要素台账.
    Factors,
    /// 利益共享台账.
    Ledger,
    /// 动态评估报告.
    Evaluation,
    /// 会议纪要.
    Minutes,
}

/// What a paper is about, where it is about one thing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// The project of a sheet; `None` for all, each on a page of its own.
    pub project: Option<ProjectId>,
    /// The park of a scorecard; `None` for all, each on a page of its own.
    pub park: Option<ParkId>,
    /// The session of brief and minutes; `None` for the latest.
    pub session: Option<RecordId>,
}

/// Why there is no paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoPaper {
    /// There is no such project.
    Project(ProjectId),
    /// There is no such park.
    Park(ParkId),
    /// There is no such session.
    Session(RecordId),
    /// Minutes are of a session, and none is on record.
    NoSession,
}

impl NoPaper {
    /// The reason in a sentence, and what would help.
    pub fn told(&self) -> Text {
        match self {
            Self::Project(id) => told::no_project(id.as_str()),
            Self::Park(id) => told::no_park(id.as_str()),
            Self::Session(id) => told::no_session_of(id.as_str()),
            Self::NoSession => told::no_session(),
        }
    }
}

impl Kind {
    /// All papers, in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::Brief,
        Self::Table,
        Self::Project,
        Self::Park,
        Self::Positions,
        Self::Factors,
        Self::Ledger,
        Self::Evaluation,
        Self::Minutes,
    ];

    /// Its name in files and on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Brief => "brief",
            Self::Table => "table",
            Self::Project => "project",
            Self::Park => "park",
            Self::Positions => "positions",
            Self::Factors => "factors",
            Self::Ledger => "ledger",
            Self::Evaluation => "evaluation",
            Self::Minutes => "minutes",
        }
    }

    /// What it is called.
    pub const fn title(self) -> Phrase {
        match self {
            Self::Brief => say::BRIEF,
            Self::Table => say::TABLE,
            Self::Project => say::PROJECT_SHEET,
            Self::Park => say::SCORECARD,
            Self::Positions => say::POSITIONS,
            Self::Factors => say::FACTORS,
            Self::Ledger => say::LEDGER,
            Self::Evaluation => say::EVALUATION,
            Self::Minutes => say::MINUTES,
        }
    }

    /// The page that it is made for.
    pub const fn page(self) -> Page {
        match self {
            Self::Table => Page::A3Landscape,
            Self::Positions | Self::Factors | Self::Ledger => Page::A4Landscape,
            Self::Brief | Self::Project => Page::A4Close,
            Self::Park | Self::Evaluation | Self::Minutes => Page::A4,
        }
    }

    /// Tables of the file, besides the plan, whose figures enter it.
    const fn tables(self) -> &'static [&'static str] {
        match self {
            Self::Brief | Self::Table | Self::Project | Self::Minutes => &provenance::SCORED,
            Self::Park => &provenance::OF_PARKS,
            Self::Positions => &["positions", "directions", "parks", "enterprises"],
            Self::Factors => &["parks", "projects"],
            Self::Ledger => &["sharing_templates", "programmes", "projects"],
            Self::Evaluation => &["characteristic_parks", "enterprises", "indicator_values"],
        }
    }

    /// The paper of this kind on what lies on the desk. The same desk gives the same paper.
    ///
    /// Costs a ranking of the parks for every project that brief, table and project sheets name.
    pub fn paper(self, desk: &Desk<'_>, about: &About) -> Result<Paper, NoPaper> {
        let session = match self {
            Self::Brief => desk.session(about.session.as_ref())?,
            Self::Minutes => Some(desk.session(about.session.as_ref())?.ok_or(NoPaper::NoSession)?),
            Self::Table
            | Self::Project
            | Self::Park
            | Self::Positions
            | Self::Factors
            | Self::Ledger
            | Self::Evaluation => None,
        };
        let blocks = match (self, session) {
            (Self::Brief, session) => brief::blocks(desk, session),
            (Self::Table, _) => placement_table::blocks(desk),
            (Self::Project, _) => project_sheet::blocks(desk, about.project.as_ref())?,
            (Self::Park, _) => scorecard::blocks(desk, about.park.as_ref())?,
            (Self::Positions, _) => positions::blocks(desk),
            (Self::Factors, _) => factors::blocks(desk),
            (Self::Ledger, _) => ledger::blocks(desk),
            (Self::Evaluation, _) => evaluation::blocks(desk),
            (Self::Minutes, Some(session)) => minutes::blocks(desk, session),
            (Self::Minutes, None) => return Err(NoPaper::NoSession),
        };
        let subtitle = desk.subtitle(session);
        let provenance = provenance::of(desk, self.tables(), session);
        Ok(Paper {
            is_chinese: desk.is_chinese(),
            title: desk.say(self.title()).to_owned(),
            subtitle,
            page: self.page(),
            blocks: with_sheet_names(blocks),
            provenance,
        })
    }
}

/// Most characters of the name of a sheet.
const LONGEST_NAME: usize = 31;

/// The blocks, with the names of their tables made fit for a workbook: short, plain and unique whatever their case.
fn with_sheet_names(mut blocks: Vec<Block>) -> Vec<Block> {
    let mut taken: Vec<String> = Vec::new();
    for block in &mut blocks {
        let Block::Table(table) = block else { continue };
        let plain: String = table
            .name
            .chars()
            .filter(|c| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'') && !c.is_control())
            .collect();
        let plain = if plain.trim().is_empty() { "-".to_owned() } else { plain.trim().to_owned() };
        let cut = |room: usize| plain.chars().take(room).collect::<String>();
        let mut name = cut(LONGEST_NAME);
        let mut number = 2;
        while taken.contains(&name.to_lowercase()) {
            let ending = format!(" {number}");
            name = cut(LONGEST_NAME - ending.len()) + &ending;
            number += 1;
        }
        taken.push(name.to_lowercase());
        table.name = name;
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sheets_are_short_plain_and_unique_whatever_their_case() {
        let long = "很长的园区名称".repeat(6);
        let names = ["Park [1]: a/b", "park 1 ab", long.as_str(), long.as_str(), "***", "'quoted'"];
        let table = |name: &&str| Block::Table(cells::table(*name, "", Vec::new(), Vec::new()));
        let blocks = with_sheet_names(names.iter().map(table).collect());
        let named: Vec<String> = blocks
            .into_iter()
            .filter_map(|block| if let Block::Table(table) = block { Some(table.name) } else { None })
            .collect();
        assert_eq!(named[..2], ["Park 1 ab", "park 1 ab 2"]);
        assert_eq!(named[2].chars().count(), 31);
        assert!(named[3].ends_with(" 2") && named[3].chars().count() == 31, "{named:?}");
        assert_eq!(named[4..], ["-", "quoted"]);
    }
}
