//! What stands in a workbook, asked where nothing can be lost? Reads one workbook in a process of its own, which takes
//! its limits upon itself before it looks at the first byte.
//!
//! The file comes as the standard input, so that nothing has to be opened, and the rows leave as `frames` on the standard
//! output. No file can be written, no window opens, no settings are read.

use std::{
    fs::File,
    io::{self, BufReader, BufWriter, Read, Seek, Write},
};

use calamine::{
    Data, DataRef, Dimensions, ExcelDateTime, Ods, OdsError, Range, Reader, SheetType, SheetVisible, Xls, XlsError,
    Xlsx, XlsxError,
};
use jiff::civil::Date;

use super::{
    fault::WorkbookFault,
    filling::{MOST_SHEETS, Tally, in_order, sheet_name, text_cell},
    frames::{self, Frame},
};
use crate::intake::sheet::{Cell, Kind, Row};

/// Most memory that may be asked for, in bytes.
#[cfg(unix)]
const MEMORY: u64 = 1024 * 1024 * 1024;

/// Most seconds of computing.
#[cfg(unix)]
const SECONDS: u64 = 60;

/// First day beyond those that Excel can show, in its count of days.
const LAST_SERIAL: f64 = 2_958_466.0;

/// Most merged regions of a sheet that are told.
const MOST_MERGED: usize = 10_000;

/// Most characters that are kept of the words of a reader.
const LONGEST_WORDS: usize = 200;

/// What ends the reading early.
enum Stop {
    /// The workbook cannot be used.
    Fault(WorkbookFault),
    /// Nobody takes the rows any more.
    Output(io::Error),
}

impl Stop {
    /// What the reader fails with, in its words, of which some quote the workbook at length.
    fn of_reader(is_locked: bool, error: &impl ToString) -> Self {
        let words = || error.to_string().chars().take(LONGEST_WORDS).collect();
        Self::Fault(if is_locked { WorkbookFault::Encrypted } else { WorkbookFault::NotUnderstood(words()) })
    }
}

impl From<WorkbookFault> for Stop {
    fn from(fault: WorkbookFault) -> Self {
        Self::Fault(fault)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<XlsxError> for Stop {
    fn from(error: XlsxError) -> Self {
        Self::of_reader(matches!(error, XlsxError::Password), &error)
    }
}

impl From<XlsError> for Stop {
    fn from(error: XlsError) -> Self {
        Self::of_reader(matches!(error, XlsError::Password), &error)
    }
}

impl From<OdsError> for Stop {
    fn from(error: OdsError) -> Self {
        Self::of_reader(matches!(error, OdsError::Password), &error)
    }
}

/// Takes its limits upon this process, reads the workbook of this `kind` at the standard input, and writes its frames to `out`.
///
/// # Errors
///
/// Where `out` does not take them, or the standard input cannot be had.
pub fn work(kind: Kind, with_merged: bool, out: &mut dyn Write) -> io::Result<()> {
    limit();
    let source = BufReader::new(input()?);
    let mut writer =
        Writer { out: BufWriter::with_capacity(64 * 1024, out), tally: Tally::default(), sheets: 0, rows: 0 };
    let done = match kind {
        Kind::Xlsx => xlsx(source, with_merged, &mut writer),
        Kind::Xls => xls(source, &mut writer),
        Kind::Ods => ods(source, &mut writer),
        Kind::Csv | Kind::Pasted => Err(Stop::Fault(WorkbookFault::NotUnderstood("text".to_owned()))),
    };
    match done {
        Ok(()) => writer.frame(&Frame::End { rows: writer.rows, peak_kib: peak_kib() })?,
        Err(Stop::Fault(fault)) => writer.frame(&Frame::Refused(fault))?,
        Err(Stop::Output(error)) => return Err(error),
    }
    writer.out.flush()
}

/// Takes the limits upon this process. Where the system knows none, the workbook is read all the same: the file was looked at
/// before.
fn limit() {
    #[cfg(unix)]
    {
        use rlimit::Resource;
        for (resource, most) in
            [(Resource::AS, MEMORY), (Resource::CPU, SECONDS), (Resource::FSIZE, 0), (Resource::CORE, 0)]
        {
            let most = resource.get_hard().map_or(most, |hard| most.min(hard));
            let _ = resource.set(most, most);
        }
    }
}

/// The file at the standard input.
#[cfg(unix)]
fn input() -> io::Result<File> {
    use std::os::fd::AsFd;
    io::stdin().as_fd().try_clone_to_owned().map(File::from)
}

/// The file at the standard input.
#[cfg(windows)]
fn input() -> io::Result<File> {
    use std::os::windows::io::AsHandle;
    io::stdin().as_handle().try_clone_to_owned().map(File::from)
}

/// Most memory that this process has held, in KiB; 0 where the system does not tell.
fn peak_kib() -> u64 {
    let mut status = String::new();
    let read = File::open("/proc/self/status").and_then(|file| file.take(64 * 1024).read_to_string(&mut status));
    let line = read.ok().and_then(|_| status.lines().find_map(|line| line.strip_prefix("VmHWM:")));
    line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse().ok()).unwrap_or(0)
}

/// Where the rows go.
struct Writer<'a> {
    out: BufWriter<&'a mut dyn Write>,
    tally: Tally,
    sheets: usize,
    rows: u64,
}

impl Writer<'_> {
    fn frame(&mut self, frame: &Frame) -> io::Result<()> {
        frames::write(frame, &mut self.out)
    }

    fn sheet(&mut self, name: &str, visible: SheetVisible) -> Result<(), Stop> {
        self.sheets += 1;
        if self.sheets > MOST_SHEETS {
            return Err(WorkbookFault::ManySheets(MOST_SHEETS as u64).into());
        }
        let is_hidden = visible != SheetVisible::Visible;
        self.frame(&Frame::Sheet { name: sheet_name(name), is_hidden })?;
        // Who waits sees at once that the workbook has opened.
        Ok(self.out.flush()?)
    }

    fn row(&mut self, number: u32, cells: Vec<(u32, Cell)>) -> io::Result<()> {
        if cells.is_empty() {
            return Ok(());
        }
        self.rows += 1;
        self.frame(&Frame::Row(Row { number, cells: in_order(cells) }))
    }

    fn merged(&mut self, regions: &[Dimensions]) -> io::Result<()> {
        for region in regions.iter().take(MOST_MERGED) {
            let ((top, left), (bottom, right)) = (region.start, region.end);
            let [left, top, right, bottom] = [left, top, right, bottom].map(|it| it.saturating_add(1));
            self.frame(&Frame::Merged((left, top, right, bottom)))?;
        }
        Ok(())
    }
}

fn xlsx<R: Read + Seek>(source: R, with_merged: bool, writer: &mut Writer) -> Result<(), Stop> {
    let mut workbook = Xlsx::new(source)?;
    let sheets = workbook.sheets_metadata().to_vec();
    for sheet in sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        writer.sheet(&sheet.name, sheet.visible)?;
        cells(&mut workbook, &sheet.name, writer)?;
        if with_merged {
            writer.merged(&workbook.merge_cells_by_sheet_name(&sheet.name)?)?;
        }
    }
    Ok(())
}

/// Streams the cells of the sheet `name`: a range of them would take memory for every blank between two.
fn cells<R: Read + Seek>(workbook: &mut Xlsx<R>, name: &str, writer: &mut Writer) -> Result<(), Stop> {
    let mut reader = match workbook.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    let name = sheet_name(name);
    let mut row = (0, Vec::new());
    while let Some(cell) = reader.next_cell()? {
        let (above, left) = cell.get_position();
        let (number, column) = (above.saturating_add(1), left.saturating_add(1));
        let Some(cell) = of_ref(cell.get_value(), &name, column, number)? else { continue };
        writer.tally.admit(&name, column, number)?;
        if number != row.0 {
            writer.row(row.0, std::mem::take(&mut row.1))?;
            row.0 = number;
        }
        row.1.push((column, cell));
    }
    Ok(writer.row(row.0, row.1)?)
}

fn xls<R: Read + Seek>(source: R, writer: &mut Writer) -> Result<(), Stop> {
    let mut workbook = Xls::new(source)?;
    let sheets = workbook.sheets_metadata().to_vec();
    for sheet in sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        writer.sheet(&sheet.name, sheet.visible)?;
        range(&sheet.name, &workbook.worksheet_range(&sheet.name)?, writer)?;
        writer.merged(&workbook.merge_cells_by_sheet_name(&sheet.name)?)?;
    }
    Ok(())
}

fn ods<R: Read + Seek>(source: R, writer: &mut Writer) -> Result<(), Stop> {
    let mut workbook = Ods::new(source)?;
    let sheets = workbook.sheets_metadata().to_vec();
    for sheet in sheets {
        writer.sheet(&sheet.name, sheet.visible)?;
        range(&sheet.name, &workbook.worksheet_range(&sheet.name)?, writer)?;
    }
    Ok(())
}

fn range(name: &str, range: &Range<Data>, writer: &mut Writer) -> Result<(), Stop> {
    let name = sheet_name(name);
    let (top, left) = range.start().unwrap_or_default();
    for (number, cells) in (top + 1..).zip(range.rows()) {
        let mut row = Vec::new();
        for (column, cell) in (left + 1..).zip(cells) {
            let Some(cell) = of_data(cell, &name, column, number)? else { continue };
            writer.tally.admit(&name, column, number)?;
            row.push((column, cell));
        }
        writer.row(number, row)?;
    }
    Ok(())
}

fn of_ref(value: &DataRef, sheet: &str, column: u32, row: u32) -> Result<Option<Cell>, WorkbookFault> {
    match value {
        DataRef::SharedString(text) => text_cell(text, sheet, column, row),
        DataRef::String(text) => text_cell(text, sheet, column, row),
        DataRef::Int(_)
        | DataRef::Float(_)
        | DataRef::Bool(_)
        | DataRef::DateTime(_)
        | DataRef::DateTimeIso(_)
        | DataRef::DurationIso(_)
        | DataRef::Error(_)
        | DataRef::Empty => of_data(&Data::from(value.clone()), sheet, column, row),
    }
}

fn of_data(value: &Data, sheet: &str, column: u32, row: u32) -> Result<Option<Cell>, WorkbookFault> {
    Ok(match value {
        Data::Empty => None,
        Data::String(text) => text_cell(text, sheet, column, row)?,
        #[expect(clippy::cast_precision_loss, reason = "sheets know no other numbers")]
        Data::Int(number) => Some(Cell::Number(*number as f64)),
        Data::Float(number) => Some(of_number(*number)),
        Data::Bool(truth) => Some(Cell::Truth(*truth)),
        Data::DateTime(time) => Some(of_time(time)),
        Data::DateTimeIso(text) => match text.get(..10).and_then(|day| day.parse::<Date>().ok()) {
            Some(day) => Some(Cell::Day(day)),
            None => text_cell(text, sheet, column, row)?,
        },
        Data::DurationIso(text) => match iso_seconds(text) {
            Some(seconds) => Some(Cell::Text(clock(seconds))),
            None => text_cell(text, sheet, column, row)?,
        },
        Data::Error(error) => Some(Cell::Fault(error.to_string())),
    })
}

fn of_number(number: f64) -> Cell {
    if number.is_finite() { Cell::Number(number) } else { Cell::Fault(number.to_string()) }
}

/// A day, or a time of day or duration as text; a number where the calendar has no such day.
fn of_time(time: &ExcelDateTime) -> Cell {
    let serial = time.as_f64();
    if !(0.0..LAST_SERIAL).contains(&serial) {
        return of_number(serial);
    }
    if time.is_duration() || serial < 1.0 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below three million days")]
        return Cell::Text(clock((serial * 86_400.0).round() as u64));
    }
    let (year, month, day, ..) = time.to_ymd_hms_milli();
    let year = i16::try_from(year).unwrap_or(i16::MAX);
    let day = Date::new(year, month.cast_signed(), day.cast_signed());
    day.map_or(Cell::Number(serial), Cell::Day)
}

/// Seconds as hours, minutes and, where there are any, seconds: `26:30`.
fn clock(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if seconds == 0 { format!("{hours:02}:{minutes:02}") } else { format!("{hours:02}:{minutes:02}:{seconds:02}") }
}

/// The whole seconds of a duration such as `PT26H30M00S`.
fn iso_seconds(text: &str) -> Option<u64> {
    let mut rest = text.strip_prefix("PT")?;
    let mut seconds = 0_u64;
    for (unit, length) in [('H', 3_600), ('M', 60), ('S', 1)] {
        if let Some((number, after)) = rest.split_once(unit) {
            let whole: u64 = number.split(['.', ',']).next()?.parse().ok()?;
            seconds = seconds.checked_add(whole.checked_mul(length)?)?;
            rest = after;
        }
    }
    rest.is_empty().then_some(seconds)
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType::{DateTime, TimeDelta};
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_of_both_counts_times_and_durations() {
        let cell = |serial, kind, is_1904| of_time(&ExcelDateTime::new(serial, kind, is_1904));
        let text = |text: &str| Cell::Text(text.to_owned());
        assert_eq!(cell(44_750.75, DateTime, false), Cell::Day(date(2022, 7, 8)));
        assert_eq!(cell(43_288.0, DateTime, true), Cell::Day(date(2022, 7, 8)));
        assert_eq!(cell(1.0, DateTime, false), Cell::Day(date(1900, 1, 1)));
        assert_eq!(cell(60.0, DateTime, false), Cell::Number(60.0));
        assert_eq!(cell(2_958_465.5, DateTime, false), Cell::Day(date(9999, 12, 31)));
        assert_eq!(cell(2_958_466.0, DateTime, false), Cell::Number(2_958_466.0));
        assert_eq!(cell(-3.0, DateTime, false), Cell::Number(-3.0));
        assert_eq!(cell(0.4375, DateTime, false), text("10:30"));
        assert_eq!(cell(1.25 + 1.0 / 86_400.0, TimeDelta, false), text("30:00:01"));
    }

    #[test]
    fn durations_and_days_of_open_document() {
        for (written, told) in
            [("PT26H30M00S", "26:30"), ("PT00H00M05.25S", "00:00:05"), ("P1D", "P1D"), ("PTxH", "PTxH")]
        {
            let cell = of_data(&Data::DurationIso(written.to_owned()), "S", 1, 1).unwrap();
            assert_eq!(cell, Some(Cell::Text(told.to_owned())));
        }
        for written in ["2022-07-08", "2022-07-08T10:30:00"] {
            let cell = of_data(&Data::DateTimeIso(written.to_owned()), "S", 1, 1).unwrap();
            assert_eq!(cell, Some(Cell::Day(date(2022, 7, 8))));
        }
        let cell = of_data(&Data::DateTimeIso("2022-02-30".to_owned()), "S", 1, 1).unwrap();
        assert_eq!(cell, Some(Cell::Text("2022-02-30".to_owned())));
    }

    #[test]
    fn numbers_are_finite() {
        assert_eq!(of_number(1e308), Cell::Number(1e308));
        assert_eq!(of_number(f64::INFINITY), Cell::Fault("inf".to_owned()));
    }
}
