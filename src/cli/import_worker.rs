//! `parkboard import-worker`: reads a workbook apart from the window. Started by the program itself, never by hand.

use std::io::Write;

use clap::ValueEnum;

use super::{DONE, Stop};
use crate::{intake::sheet::Kind, io::sheet};

/// Arguments of the verb.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Kind of the workbook at the standard input
    kind: Form,
    /// Tell merged cells
    #[arg(long)]
    merged: bool,
}

/// Kind of a workbook.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Form {
    Xlsx,
    Xls,
    Ods,
}

/// Runs the verb: writes the rows of the workbook to `out`, in a form for the program itself.
pub fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<u8, Stop> {
    let kind = match arguments.kind {
        Form::Xlsx => Kind::Xlsx,
        Form::Xls => Kind::Xls,
        Form::Ods => Kind::Ods,
    };
    sheet::work(kind, arguments.merged, out)?;
    Ok(DONE)
}
