//! `parkboard report`: a paper to carry away, as a document, a page or a workbook.

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use clap::ValueEnum;

use super::{
    DONE, Speech, Stop,
    form::{self, Asked},
};
use crate::{
    evaluate::judgement::Judgement,
    i18n::{phrase::Phrase, problem::no_such},
    io::{ron, save},
    model::{
        id::{ParkId, RecordId},
        scenario::Scenario,
    },
    report::{self, About, Desk, format::Format},
};

/// Which paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// 会商简报（一页）
    Brief,
    /// 项目布局建议表
    Table,
    /// 单项目评估单
    Project,
    /// 园区评分卡
    Park,
    /// 产业定位一览表
    Positions,
    /// 要素台账
    Factors,
    /// 利益共享台账
    Ledger,
    /// 动态评估报告
    Evaluation,
    /// 会议纪要
    Minutes,
}

impl From<Kind> for report::Kind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Brief => Self::Brief,
            Kind::Table => Self::Table,
            Kind::Project => Self::Project,
            Kind::Park => Self::Park,
            Kind::Positions => Self::Positions,
            Kind::Factors => Self::Factors,
            Kind::Ledger => Self::Ledger,
            Kind::Evaluation => Self::Evaluation,
            Kind::Minutes => Self::Minutes,
        }
    }
}

/// Arguments of the verb.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The scenario / 情景文件
    file: PathBuf,
    /// Which paper / 哪一种文稿
    #[arg(long, value_enum)]
    kind: Kind,
    /// File to write: *.docx, *.xlsx or *.html / 输出文件
    #[arg(long)]
    out: PathBuf,
    /// The project of a project sheet, by id; all when absent / 项目编号，缺省为全部
    #[arg(long)]
    project: Option<String>,
    /// The park of a scorecard, by id; all when absent / 园区编号，缺省为全部
    #[arg(long)]
    park: Option<String>,
    /// The session of brief or minutes, by id; the latest when absent / 会商编号，缺省为最近一次
    #[arg(long)]
    session: Option<String>,
    /// Replace the file if there is one / 覆盖已有文件
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    asked: Asked,
    /// Language of the paper / 文稿语言
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Speech,
}

/// Runs the verb: writes the file, and tells so.
pub fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<u8, Stop> {
    let format = format_of(&arguments.out)?;
    form::may_write(&arguments.out, arguments.force)?;
    let mut scenario = ron::read_scenario(&arguments.file)?;
    let plan = arguments.asked.of(&mut scenario)?;
    let about = about(&scenario, arguments)?;
    let judgement = Judgement::of(&scenario, &plan);
    let desk = Desk::new(&scenario, &judgement, arguments.lang.into());
    let paper = report::Kind::from(arguments.kind).paper(&desk, &about).map_err(|it| Stop::Refused(it.told()))?;
    let bytes = format.bytes(&paper).map_err(|it| Stop::Refused(it.told()))?;
    save::replace(&arguments.out, &bytes).map_err(|problem| vec![problem])?;
    writeln!(out, "{}", arguments.out.display())?;
    Ok(DONE)
}

/// The form that the ending asks for.
fn format_of(path: &Path) -> Result<Format, Stop> {
    Format::of_path(path).ok_or_else(|| {
        let is_pdf = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
        let phrase = if is_pdf {
            Phrase::new(
                "不直接写 PDF；请写成 .html 后用浏览器打印为 PDF，或写成 .docx 后另存为 PDF",
                "No PDF is written; write .html and print it to PDF from a browser, or write .docx and save it as PDF",
            )
        } else {
            Phrase::new("文稿只写成 .docx、.xlsx 或 .html", "Papers are written as .docx, .xlsx or .html")
        };
        Stop::Use(phrase, path.display().to_string())
    })
}

/// What the paper is about; what is not there is told with what there is.
fn about(scenario: &Scenario, arguments: &Arguments) -> Result<About, Stop> {
    let project = arguments.project.as_deref().map(|asked| form::chosen_project(scenario, asked)).transpose()?;
    let park = arguments.park.as_deref().map(|asked| {
        let found = ParkId::new(asked).ok().filter(|id| scenario.parks.contains(id));
        found.ok_or_else(|| {
            let known: Vec<&str> = scenario.parks.iter().map(|it| it.id.as_str()).collect();
            Stop::NoSuch(no_such("园区", "park", asked, &known))
        })
    });
    let session = arguments.session.as_deref().map(|asked| {
        let found = RecordId::new(asked).ok().filter(|id| scenario.sessions.contains(id));
        found.ok_or_else(|| {
            let known: Vec<&str> = scenario.sessions.iter().map(|it| it.id.as_str()).collect();
            Stop::NoSuch(no_such("会商", "session", asked, &known))
        })
    });
    Ok(About { project: project.map(|it| it.id.clone()), park: park.transpose()?, session: session.transpose()? })
}
