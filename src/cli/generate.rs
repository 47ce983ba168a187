//! `parkboard generate`: an invented scenario of any size, for load tests.

use std::{io::Write, path::PathBuf};

use super::{DONE, Speech, Stop, form};
use crate::{
    io::save,
    workbench::generate::{self, INDUSTRIES, PARKS, PROJECTS, Size},
};

/// Arguments of the verb.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Number of parks, 1 to 5000 / 园区数
    #[arg(long, value_parser = number(PARKS))]
    parks: u32,
    /// Number of projects, 0 to 200000 / 项目数
    #[arg(long, value_parser = number(PROJECTS))]
    projects: u32,
    /// Number of sub-sectors, 1 to 400 / 细分领域数
    #[arg(long, value_parser = number(INDUSTRIES), default_value_t = 60)]
    industries: u32,
    /// Seed: the same sizes and seed give the same bytes / 随机种子
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Share of the projects that plan A places / 方案A已布局比例
    #[arg(long, value_parser = share, default_value = "0.55")]
    placed: u32,
    /// File to write (*.ron) / 输出文件
    #[arg(long)]
    out: PathBuf,
    /// Replace the file if there is one / 覆盖已有文件
    #[arg(long)]
    force: bool,
    /// Language of messages / 提示语言
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Speech,
}

fn number(range: std::ops::RangeInclusive<u32>) -> clap::builder::RangedI64ValueParser<u32> {
    clap::value_parser!(u32).range(i64::from(*range.start())..=i64::from(*range.end()))
}

/// Reads a share from 0 to 1, in thousandths.
fn share(text: &str) -> Result<u32, String> {
    use crate::model::quantity::Factor;
    let share: Option<Factor> = text.parse().ok();
    let thousandths = share.and_then(|share| u32::try_from(share.steps()).ok()).filter(|it| *it <= 1_000);
    thousandths.ok_or_else(|| "write a share from 0 to 1 with at most three decimals, such as 0.55".to_owned())
}

/// Runs the verb: writes the file, and tells so.
pub fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<u8, Stop> {
    let Arguments { parks, projects, industries, seed, placed, .. } = *arguments;
    form::may_write(&arguments.out, arguments.force)?;
    let scenario = generate::scenario(Size { parks, projects, industries, placed, seed });
    save::save_scenario(&scenario, &arguments.out).map_err(|problem| vec![problem])?;
    writeln!(out, "{}", arguments.out.display())?;
    Ok(DONE)
}
