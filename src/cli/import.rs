//! `parkboard import`: which rows of foreign sheets become records of a scenario, and why not the others?

use std::{collections::BTreeMap, io::Write, path::PathBuf};

use serde::Serialize;
use serde_json::Value as Json;

use super::{DONE, NEGATIVE, Reading, Stop, form};
use crate::{
    i18n::{
        self,
        phrase::{Lang, Phrase},
    },
    intake::{
        note::{Note, Part, Why},
        outcome::{DataRow, Incoming, Intake, SheetReading},
        read,
        sheet::{self, Workbook},
        values::Plain,
        wish::{Spot, Wish},
    },
    io::{
        ron, save,
        sheet::{Watch, read as read_workbook},
    },
    model::{
        edit::{Edit, apply},
        scenario::Scenario,
        text::Text,
    },
};

/// Arguments of the verb.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Workbooks to import / 要导入的表格
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The scenario that takes the rows in (*.ron) / 接收数据的情景文件
    #[arg(long)]
    into: PathBuf,
    /// File to write (*.ron) / 输出文件
    #[arg(long)]
    out: PathBuf,
    /// Replace the file if there is one / 覆盖已有文件
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    pub(super) reading: Reading,
}

/// Machine form of the answer; keys are stable.
#[derive(Serialize)]
struct Answer {
    taken: usize,
    noted: usize,
    refused: usize,
    unchanged: usize,
    skipped: usize,
    sheets: Vec<SheetForm>,
    rows: Vec<RowForm>,
    #[serde(rename = "skipped_rows")]
    left_out: Vec<SkippedForm>,
}

#[derive(Serialize)]
struct SheetForm {
    file: String,
    sheet: String,
    table: Option<&'static str>,
    columns: Vec<ColumnForm>,
}

#[derive(Serialize)]
struct ColumnForm {
    column: String,
    head: String,
    field: Option<&'static str>,
    unit: Option<String>,
}

#[derive(Serialize)]
struct RowForm {
    file: String,
    sheet: String,
    row: u32,
    state: &'static str,
    table: &'static str,
    id: Option<String>,
    values: BTreeMap<String, Json>,
    notes: Vec<NoteForm>,
}

#[derive(Serialize)]
struct NoteForm {
    cell: String,
    value: String,
    code: &'static str,
    text: form::TextForm,
}

#[derive(Serialize)]
struct SkippedForm {
    file: String,
    sheet: String,
    row: u32,
    why: form::TextForm,
}

/// Runs the verb; exit 1 when a row was refused.
pub fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<u8, Stop> {
    if save::is_file(&arguments.out) && !arguments.force {
        let phrase = Phrase::new(
            "文件已存在，未写入；要覆盖请加 --force",
            "There is such a file, and nothing was written; add --force to replace it",
        );
        return Err(Stop::Use(phrase, arguments.out.display().to_string()));
    }
    let text = ron::read_text(&arguments.into, ".ron")?;
    let mut scenario = ron::scenario_from_text(&arguments.into, &text)?;
    let books = workbooks(&arguments.files)?;
    let intake = read::read(&books, &scenario, &Wish::default(), &|_| true);
    let told = Told { scenario: &scenario, books: &books, intake: &intake };
    if arguments.reading.json {
        form::write_json(out, &told.answer())?;
    } else {
        told.write(arguments.reading.lang.into(), out)?;
    }
    let records = intake.records();
    if !records.is_empty() {
        apply(&mut scenario, &Edit::TakeIn(Box::new(records)))
            .map_err(|error| Stop::Refused(i18n::edit::refusal(&scenario, &error)))?;
    }
    save::save_scenario(&scenario, &arguments.out).map_err(|problem| vec![problem])?;
    Ok(if intake.counts().refused > 0 { NEGATIVE } else { DONE })
}

/// The workbooks in files; everything that is wrong with any of them is told.
fn workbooks(files: &[PathBuf]) -> Result<Vec<Workbook>, Stop> {
    let (mut books, mut problems) = (Vec::new(), Vec::new());
    for file in files {
        match read_workbook(file, &Watch::default()) {
            Ok(book) => books.push(book),
            Err(found) => problems.extend(found),
        }
    }
    if problems.is_empty() { Ok(books) } else { Err(Stop::Files(problems)) }
}

/// What is told of an import.
struct Told<'a> {
    scenario: &'a Scenario,
    books: &'a [Workbook],
    intake: &'a Intake,
}

impl Told<'_> {
    fn file(&self, workbook: usize) -> String {
        self.books.get(workbook).map(|it| it.name.clone()).unwrap_or_default()
    }

    fn sheet(&self, spot: Spot) -> String {
        let sheet = self.books.get(spot.workbook).and_then(|it| it.sheets.get(spot.sheet));
        sheet.map(|it| it.name.clone()).unwrap_or_default()
    }

    fn answer(&self) -> Answer {
        let counts = self.intake.counts();
        let left_out = self.intake.rows.iter().filter(|it| !matches!(it.part, Part::Data(_)));
        Answer {
            taken: counts.taken,
            noted: counts.noted,
            refused: counts.refused,
            unchanged: counts.unchanged,
            skipped: counts.skipped,
            sheets: self.intake.sheets.iter().map(|it| self.sheet_form(it)).collect(),
            rows: self.intake.data.iter().map(|it| self.row_form(it)).collect(),
            left_out: left_out
                .map(|it| SkippedForm {
                    file: self.file(it.spot.workbook),
                    sheet: self.sheet(it.spot),
                    row: it.spot.row,
                    why: i18n::intake::part(&it.part).into(),
                })
                .collect(),
        }
    }

    fn sheet_form(&self, it: &SheetReading) -> SheetForm {
        let columns = it.columns.iter().map(|head| ColumnForm {
            column: sheet::letters(head.number),
            head: head.written.clone(),
            field: head.column.map(|column| column.spec().field).filter(|field| !field.is_empty()),
            unit: head.unit_shown(),
        });
        SheetForm {
            file: self.file(it.workbook),
            sheet: it.name.clone(),
            table: it.table.map(crate::intake::column::TableKind::id),
            columns: columns.collect(),
        }
    }

    fn row_form(&self, row: &DataRow) -> RowForm {
        RowForm {
            file: self.file(row.spot.workbook),
            sheet: self.sheet(row.spot),
            row: row.spot.row,
            state: row.state.id(),
            table: row.table.id(),
            id: row.id.clone(),
            values: values(row),
            notes: row.notes.iter().map(|it| self.note_form(it)).collect(),
        }
    }

    fn note_form(&self, note: &Note) -> NoteForm {
        NoteForm {
            cell: note.address(),
            value: note.written.clone(),
            code: note.code.id(),
            text: i18n::intake::sentence(self.scenario, note).into(),
        }
    }

    /// What was found, sheet by sheet, with every note.
    fn write(&self, lang: Lang, out: &mut dyn Write) -> Result<(), Stop> {
        for it in &self.intake.sheets {
            let place = place(&self.file(it.workbook), &it.name);
            let why: Text = match (it.table, &it.why) {
                (Some(table), _) => i18n::intake::table(table).into(),
                (None, why) => i18n::intake::why(why.as_ref().unwrap_or(&Why::NoTable)).into(),
            };
            writeln!(out, "{place}: {}", why.of(lang))?;
            for head in &it.columns {
                let column = match head.column {
                    Some(column) => i18n::intake::column(column).of(lang),
                    None if head.year.is_some() => "",
                    None => i18n::intake::NO_COLUMN.of(lang),
                };
                writeln!(out, "  {}: {} → {column}", sheet::letters(head.number), head.written)?;
            }
        }
        for row in &self.intake.data {
            let place = place(&self.file(row.spot.workbook), &self.sheet(row.spot));
            for note in &row.notes {
                let sentence = i18n::intake::sentence(self.scenario, note);
                let state = if note.is_refusal() { i18n::intake::state(row.state).of(lang) } else { "" };
                let mark = if state.is_empty() { String::new() } else { format!("[{state}] ") };
                writeln!(out, "{place}!{}: {}: {mark}{}", note.address(), note.written, sentence.of(lang))?;
            }
        }
        writeln!(out, "{}", i18n::intake::tally(self.intake.counts()).of(lang))?;
        Ok(())
    }
}

fn place(file: &str, sheet: &str) -> String {
    format!("{file}:{sheet}")
}

/// The values of a row by the names of the fields.
fn values(row: &DataRow) -> BTreeMap<String, Json> {
    let number = |digits: &str| serde_json::from_str::<serde_json::Number>(digits).map_or(Json::Null, Json::Number);
    let mut values: BTreeMap<String, Json> = row
        .values
        .iter()
        .filter(|(column, _)| !column.spec().field.is_empty())
        .map(|(column, value)| {
            let json = match value.plain() {
                Plain::Figure(digits) => number(&digits),
                Plain::Text(text) => Json::String(text),
                Plain::Truth(truth) => Json::Bool(truth),
            };
            (column.spec().field.to_owned(), json)
        })
        .collect();
    if let Some(Incoming::IndicatorValues(list)) = &row.record
        && !values.contains_key("year")
    {
        let by_year =
            list.iter().map(|it| (it.year.to_string(), it.value.map_or(Json::Null, |it| number(&it.plain()))));
        values.extend(by_year);
    }
    values
}
