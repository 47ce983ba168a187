//! `parkboard export`: results as a workbook, as CSV or as a map layer.

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use super::{
    DONE, Speech, Stop,
    form::{self, Asked},
};
use crate::{
    evaluate::judgement::Judgement,
    i18n::phrase::Phrase,
    io::{ron, save},
    report::{Desk, format::Format, places, results},
};

/// Arguments of the verb.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The scenario / 情景文件
    file: PathBuf,
    /// File to write: *.xlsx, *.csv or *.geojson / 输出文件
    #[arg(long)]
    out: PathBuf,
    /// Replace the file if there is one / 覆盖已有文件
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    asked: Asked,
    /// Language of heads and words / 表头与文字的语言
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Speech,
}

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Results {
    Workbook,
    Csv,
    Layer,
}

impl Results {
    fn of_path(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "xlsx" => Some(Self::Workbook),
            "csv" => Some(Self::Csv),
            "geojson" => Some(Self::Layer),
            _ => None,
        }
    }
}

/// Runs the verb: writes the file, and tells so.
pub fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<u8, Stop> {
    let results = Results::of_path(&arguments.out).ok_or_else(|| {
        let phrase =
            Phrase::new("结果只写成 .xlsx、.csv 或 .geojson", "Results are written as .xlsx, .csv or .geojson");
        Stop::Use(phrase, arguments.out.display().to_string())
    })?;
    form::may_write(&arguments.out, arguments.force)?;
    let mut scenario = ron::read_scenario(&arguments.file)?;
    let plan = arguments.asked.of(&mut scenario)?;
    let judgement = Judgement::of(&scenario, &plan);
    let desk = Desk::new(&scenario, &judgement, arguments.lang.into());
    let bytes = match results {
        Results::Workbook => Format::Xlsx.bytes(&results::paper(&desk)).map_err(|it| Stop::Refused(it.told()))?,
        Results::Csv => results::csv(&desk).into_bytes(),
        Results::Layer => places::layer(&desk).into_bytes(),
    };
    save::replace(&arguments.out, &bytes).map_err(|problem| vec![problem])?;
    writeln!(out, "{}", arguments.out.display())?;
    Ok(DONE)
}
