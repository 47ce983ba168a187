//! `parkboard export`: results and data as a workbook, results as CSV or as a map layer, an empty form.

use std::{io::Write, path::PathBuf};

use super::{
    DONE, Speech, Stop,
    form::{self, Asked},
};
use crate::{
    evaluate::judgement::Judgement,
    i18n::phrase::{Lang, Phrase},
    io::{ron, save},
    workbench::delivery::{self, Delivery, Goods},
};

/// Arguments of the verb.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The scenario / 情景文件
    file: PathBuf,
    /// File to write: *.xlsx, *.csv or *.geojson / 输出文件
    #[arg(long)]
    out: PathBuf,
    /// Write an empty workbook to fill in instead of the results / 只写填报模板
    #[arg(long)]
    template: bool,
    /// Replace the file if there is one / 覆盖已有文件
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    asked: Asked,
    /// Language of heads and words / 表头与文字的语言
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Speech,
}

/// Runs the verb: writes the file, and tells so.
pub fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<u8, Stop> {
    let goods = goods(arguments).ok_or_else(|| {
        let phrase =
            Phrase::new("结果只写成 .xlsx、.csv 或 .geojson", "Results are written as .xlsx, .csv or .geojson");
        Stop::Use(phrase, arguments.out.display().to_string())
    })?;
    form::may_write(&arguments.out, arguments.force)?;
    let mut scenario = ron::read_scenario(&arguments.file)?;
    let plan = arguments.asked.of(&mut scenario)?;
    let judgement = Judgement::of(&scenario, &plan);
    let is_chinese = Lang::from(arguments.lang) == Lang::Zh;
    let delivery = Delivery { path: arguments.out.clone(), goods, is_chinese };
    let bytes = delivery::made(&scenario, &judgement, &delivery).map_err(Stop::Refused)?;
    save::replace(&arguments.out, &bytes).map_err(|problem| vec![problem])?;
    writeln!(out, "{}", arguments.out.display())?;
    Ok(DONE)
}

/// What the ending of the file asks for.
fn goods(arguments: &Arguments) -> Option<Goods> {
    match arguments.out.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "xlsx" if arguments.template => Some(Goods::Template),
        "xlsx" => Some(Goods::Workbook),
        "csv" => Some(Goods::Placements),
        "geojson" => Some(Goods::Map),
        _ => None,
    }
}
