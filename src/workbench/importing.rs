//! Foreign workbooks on their way into the document: read beside the window, looked through row by row, corrected, and taken in as
//! one step. What is shown is always worked out anew from the workbooks and from what the person said.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{Workbench, jobs::Version, receipt::Notice};
use crate::{
    i18n::{self, import as say},
    intake::{
        column::{self, Column},
        note::SheetWish,
        outcome::{DataRow, Intake},
        sheet::Workbook,
        wish::{Spot, Wish},
    },
    io::{
        problem::FileProblem,
        sheet::{self, Watch},
    },
    model::{edit::Edit, id::IndustryId, text::Text},
};

/// What a person says of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// This text stands in place of what stands in a cell; `None` for the cell as it is.
    Correct {
        /// The row.
        spot: Spot,
        /// The column of the sheet, 1 for the first.
        column: u32,
        /// The text.
        text: Option<String>,
    },
    /// The row is of this sub-sector.
    Choose(Spot, IndustryId),
    /// The row is left out, or taken after all.
    LeaveOut(Spot, bool),
    /// The row is no second report, or may be one.
    Distinct(Spot, bool),
    /// Heads like this one are read as a column; `None` leaves them out.
    Head(String, Option<Column>),
    /// What is said of a sheet, by the places of its workbook and of itself.
    Sheet((usize, usize), SheetWish),
}

/// Workbooks of which one import is made.
#[derive(Debug)]
pub struct Importing {
    /// Number of the import: what a job reports of another one counts for nothing.
    number: u64,
    workbooks: Arc<Vec<Workbook>>,
    /// What was said so far; the last one holds.
    wishes: Vec<Wish>,
    /// What was said and taken back, the last one first.
    taken_back: Vec<Wish>,
    /// What came of it, and of which version and number of remarks.
    intake: Option<(Version, u64, Arc<Intake>)>,
    /// Number of remarks so far, those taken back included.
    remarks: u64,
    /// The version and number that are worked out.
    under_way: Option<(Version, u64)>,
    is_reading: bool,
    watch: Arc<Watch>,
    /// Files that were not read, and why.
    unread: Vec<(String, Text)>,
}

impl Importing {
    fn new(number: u64, wish: Wish) -> Self {
        Self {
            number,
            workbooks: Arc::default(),
            wishes: vec![wish],
            taken_back: Vec::new(),
            intake: None,
            remarks: 0,
            under_way: None,
            is_reading: false,
            watch: Arc::default(),
            unread: Vec::new(),
        }
    }

    /// The workbooks that were read.
    pub fn workbooks(&self) -> &[Workbook] {
        &self.workbooks
    }

    /// What came of them, once it is worked out.
    pub fn intake(&self) -> Option<&Arc<Intake>> {
        self.intake.as_ref().map(|(_, _, intake)| intake)
    }

    /// What was said.
    pub fn wish(&self) -> Option<&Wish> {
        self.wishes.last()
    }

    /// Whether files are being read or rows worked out.
    pub const fn is_busy(&self) -> bool {
        self.is_reading || self.under_way.is_some()
    }

    /// Whether files are being read.
    pub const fn is_reading(&self) -> bool {
        self.is_reading
    }

    /// Rows that were read so far.
    pub fn rows_read(&self) -> u64 {
        self.watch.rows()
    }

    /// Files that were not read, and why.
    pub fn unread(&self) -> &[(String, Text)] {
        &self.unread
    }

    /// Whether something that was said can be taken back, and said again.
    pub const fn may_step(&self) -> (bool, bool) {
        (self.wishes.len() > 1, !self.taken_back.is_empty())
    }

    /// What stands in a cell of a row: what was corrected, or what is in the file.
    pub fn cell(&self, spot: Spot, column: u32) -> Option<String> {
        let corrected = self.wish().and_then(|wish| wish.corrections.get(&(spot, column)));
        corrected.cloned().or_else(|| self.written(spot, column))
    }

    /// What stands in a cell of the file.
    pub fn written(&self, spot: Spot, column: u32) -> Option<String> {
        let sheet = self.workbooks.get(spot.workbook)?.sheets.get(spot.sheet)?;
        let at = sheet.rows.binary_search_by_key(&spot.row, |row| row.number).ok()?;
        Some(sheet.rows.get(at)?.cell(column)?.shown())
    }

    /// What was said with one remark more.
    fn with(&self, remark: Remark) -> Option<Wish> {
        let mut wish = self.wish()?.clone();
        match remark {
            Remark::Correct { spot, column, text: Some(text) } => {
                wish.corrections.insert((spot, column), text);
            }
            Remark::Correct { spot, column, text: None } => {
                wish.corrections.remove(&(spot, column));
            }
            Remark::Choose(spot, industry) => {
                wish.chosen.insert(spot, industry);
            }
            Remark::LeaveOut(spot, true) => {
                wish.left_out.insert(spot);
            }
            Remark::LeaveOut(spot, false) => {
                wish.left_out.remove(&spot);
            }
            Remark::Distinct(spot, true) => {
                wish.no_duplicates.insert(spot);
            }
            Remark::Distinct(spot, false) => {
                wish.no_duplicates.remove(&spot);
            }
            Remark::Head(head, read_as) => {
                wish.heads.insert(head, read_as);
            }
            Remark::Sheet(place, said) => {
                wish.sheets.insert(place, said);
            }
        }
        Some(wish)
    }

    /// Words for sub-sectors with what a person chose for the rows in which they stand.
    fn words_learnt(&self) -> Vec<(String, IndustryId)> {
        let (Some(wish), Some(intake)) = (self.wish(), self.intake()) else { return Vec::new() };
        let word = |row: &DataRow| {
            let sheet =
                intake.sheets.iter().find(|it| (it.workbook, it.sheet) == (row.spot.workbook, row.spot.sheet))?;
            let is_industry =
                |it: Option<Column>| matches!(it, Some(Column::ProjectIndustry | Column::EnterpriseIndustry));
            let head = sheet.columns.iter().find(|head| is_industry(head.column))?;
            self.cell(row.spot, head.number).map(|word| column::key(&word)).filter(|word| !word.is_empty())
        };
        let chosen = |row: &DataRow| wish.chosen.get(&row.spot).cloned();
        intake.data.iter().filter_map(|row| Some((word(row)?, chosen(row)?))).collect()
    }
}

impl Workbench {
    /// The import that is under way.
    pub const fn importing(&self) -> Option<&Importing> {
        self.importing.as_ref()
    }

    /// Begins an import, or adds files to the one that is under way.
    pub(super) fn begin_import(&mut self, paths: Vec<PathBuf>) {
        if paths.is_empty() {
            return;
        }
        self.put_back();
        let importing = self.import_begun();
        importing.is_reading = true;
        let (number, watch) = (importing.number, Arc::clone(&importing.watch));
        self.jobs.read_sheets(number, paths, watch);
    }

    /// Begins an import of cells from the clipboard, or adds them to the one that is under way.
    pub(super) fn paste_sheet(&mut self, text: &str) {
        self.put_back();
        let workbook = sheet::pasted(text);
        if workbook.sheets.iter().all(|sheet| sheet.rows.is_empty()) {
            self.notice = Some(Notice::warning(say::nothing_pasted()));
            return;
        }
        let importing = self.import_begun();
        Arc::make_mut(&mut importing.workbooks).push(workbook);
        importing.remarks += 1;
        self.work_out();
    }

    fn import_begun(&mut self) -> &mut Importing {
        let number = self.imports + 1;
        let wish =
            Wish { heads: self.settings.heads_read(), industries: self.settings.words_read(), ..Wish::default() };
        let imports = &mut self.imports;
        self.importing.get_or_insert_with(|| {
            *imports = number;
            Importing::new(number, wish)
        })
    }

    /// Takes in what a job has read of files.
    pub(super) fn sheets_read(&mut self, number: u64, outcomes: Vec<(PathBuf, Result<Workbook, Vec<FileProblem>>)>) {
        let Some(importing) = self.importing.as_mut().filter(|it| it.number == number) else { return };
        importing.is_reading = false;
        for (path, outcome) in outcomes {
            match outcome {
                Ok(workbook) => Arc::make_mut(&mut importing.workbooks).push(workbook),
                Err(problems) => {
                    let why = problems.first().map(i18n::problem::sentence).unwrap_or_default();
                    importing.unread.push((name_of(&path), why));
                }
            }
        }
        if importing.workbooks.is_empty() {
            let told = |(name, why): &(String, Text)| {
                Text::new(format!("{name}：{}", why.zh), format!("{name}: {}", why.english()))
            };
            let mut details: Vec<Text> = importing.unread.iter().map(told).collect();
            let text = if details.is_empty() { say::nothing_to_take_in() } else { details.remove(0) };
            self.notice = Some(Notice { details, ..Notice::warning(text) });
            self.importing = None;
            return;
        }
        importing.remarks += 1;
        self.work_out();
    }

    /// A job broke off: the import goes on with what there is.
    pub(super) fn import_broke_off(&mut self, number: u64) {
        if let Some(importing) = self.importing.as_mut().filter(|it| it.number == number) {
            importing.is_reading = false;
            importing.under_way = None;
        }
    }

    /// Works out what comes of the workbooks, with what was said and the document as it is, where that is not known.
    pub(super) fn work_out(&mut self) {
        let (version, scenario) = (self.version(), self.scenario().clone());
        let Some(importing) = self.importing.as_mut() else { return };
        let wanted = (version, importing.remarks);
        let is_known = importing.intake.as_ref().is_some_and(|(of, remarks, _)| (*of, *remarks) == wanted);
        if is_known || importing.under_way.is_some() || importing.is_reading {
            return;
        }
        let Some(wish) = importing.wish().cloned() else { return };
        importing.under_way = Some(wanted);
        let (number, workbooks) = (importing.number, Arc::clone(&importing.workbooks));
        let watch = Arc::clone(&importing.watch);
        self.jobs.work_out(number, wanted, workbooks, (scenario, wish), watch);
    }

    /// Takes in what a job has worked out.
    pub(super) fn worked_out(&mut self, number: u64, of: (Version, u64), intake: Intake) {
        if let Some(importing) = self.importing.as_mut().filter(|it| it.number == number) {
            importing.under_way = None;
            importing.intake = Some((of.0, of.1, Arc::new(intake)));
        }
        // Something was said, or the document has changed, while it was worked out.
        self.work_out();
    }

    /// Says something of the import.
    pub(super) fn remark(&mut self, remark: Remark) {
        let Some(importing) = self.importing.as_mut() else { return };
        if let Some(wish) = importing.with(remark)
            && importing.wish() != Some(&wish)
        {
            importing.wishes.push(wish);
            importing.taken_back.clear();
            importing.remarks += 1;
            self.work_out();
        }
    }

    /// Takes the last remark back, or says it again; tells whether an import was there to take it.
    pub(super) fn step_remark(&mut self, back: bool) -> bool {
        let Some(importing) = self.importing.as_mut() else { return false };
        let moved = if back {
            let last = if importing.wishes.len() > 1 { importing.wishes.pop() } else { None };
            last.map(|wish| importing.taken_back.push(wish))
        } else {
            importing.taken_back.pop().map(|wish| importing.wishes.push(wish))
        };
        if moved.is_some() {
            importing.remarks += 1;
            self.work_out();
        }
        true
    }

    /// Takes in every row that can be taken, as one step, and remembers how heads and words were read.
    pub(super) fn apply_import(&mut self) {
        let version = self.version();
        let Some(importing) = self.importing.as_ref() else { return };
        let current =
            importing.intake.as_ref().filter(|(of, remarks, _)| (*of, *remarks) == (version, importing.remarks));
        let Some((_, _, intake)) = current else {
            self.notice = Some(Notice::warning(say::still_working_out()));
            self.work_out();
            return;
        };
        let (records, refused) = (intake.records(), intake.counts().refused);
        if records.is_empty() {
            self.notice = Some(Notice::warning(say::nothing_to_take_in()));
            return;
        }
        let learnt = importing.words_learnt();
        let heads = importing.wish().map(|wish| wish.heads.clone()).unwrap_or_default();
        let told = say::taken_in(records.len(), refused);
        if self.commit(&Edit::TakeIn(Box::new(records))) {
            self.importing = None;
            self.set(|settings| settings.learn(&heads, &learnt));
            self.notice = Some(Notice::news(told));
        }
    }

    /// Leaves the import; nothing is taken in.
    pub(super) fn leave_import(&mut self) {
        if let Some(importing) = self.importing.take() {
            importing.watch.cancel();
        }
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
