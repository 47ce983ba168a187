//! Which files can a paper become? The bytes of each.

use std::path::Path;

use super::paper::{Block, Paper, Run, Value};

/// A form of file that a paper is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// A document of Word.
    Docx,
    /// A page of a browser, to be printed.
    Html,
    /// A workbook of Excel.
    Xlsx,
}

/// Why a paper could not be written in a form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the paper cannot be written: {reason}")]
pub struct Unwritable {
    /// What the writer says.
    pub reason: String,
}

impl Format {
    /// The form that a path asks for by its ending, whatever its case; `None` for any other.
    pub fn of_path(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "docx" => Some(Self::Docx),
            "html" | "htm" => Some(Self::Html),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }

    /// The bytes of `paper` in this form.
    pub fn bytes(self, paper: &Paper) -> Result<Vec<u8>, Unwritable> {
        Ok(plain(paper).into_bytes())
    }
}

/// The words of a paper, line by line.
fn plain(paper: &Paper) -> String {
    let mut lines = vec![paper.title.clone(), paper.subtitle.clone()];
    for block in &paper.blocks {
        match block {
            Block::Heading(_, text) => lines.push(text.clone()),
            Block::Paragraph(runs) => lines.push(joined(runs)),
            Block::List(points) => lines.extend(points.iter().map(|runs| joined(runs))),
            Block::Facts(facts) => lines.extend(facts.iter().map(|(name, runs)| format!("{name}\t{}", joined(runs)))),
            Block::Table(table) => {
                lines.push(table.title.clone());
                lines.push(table.columns.iter().map(|it| it.head.as_str()).collect::<Vec<_>>().join("\t"));
                lines.extend(table.rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join("\t")));
                lines.extend(table.notes.iter().cloned());
            }
            Block::Picture(picture) => lines.push(picture.told.clone()),
            Block::NewPage => lines.push(String::new()),
        }
    }
    lines.extend(paper.provenance.lines.iter().cloned());
    lines.join("\n") + "\n"
}

fn joined(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

fn cell(value: &Value) -> String {
    match value {
        Value::Text(run) => run.text.clone(),
        Value::Number { steps, decimals, is_assumed, .. } => {
            format!("{}{}", if *is_assumed { "≈" } else { "" }, super::results::decimal(*steps, *decimals))
        }
        Value::Day(day) => day.to_string(),
        Value::Missing => "—".to_owned(),
        Value::Blank => String::new(),
    }
}
