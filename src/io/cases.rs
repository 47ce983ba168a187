//! Which real projects went where? Reads the cases of a backtest from CSV, and a notes file beside them; from files or from
//! texts that are at hand already.
//!
//! Cases: `id, name_zh, name_en, company, sub_sector, investment_100m_cny, land_mu, jobs, output_100m_cny, tax_10k_cny,
//! park_id`; other columns are left alone, an empty cell is missing. Notes: `id, record_type, placement_basis,
//! place_in_name, company_group`. Every bad row is told, with its line; an id stands once.

use std::{collections::BTreeMap, path::Path, str::FromStr};

use csv::{ErrorKind, Position, ReaderBuilder, StringRecord, Trim};

use super::{
    problem::{Cause, FileProblem, Spot},
    ron::read_text,
};
use crate::{
    advise::backtest::Settled,
    model::{
        evidence::Evidence,
        id::{GroupId, IndustryId, ParkId, ProjectId},
        project::{Project, ProjectKind, RegisterStatus},
        quantity::{Count, Mu, Number, QuantityError, WanYuan},
        scenario::Scenario,
        text::Text,
    },
};

/// Ending of the names of these files.
const ENDING: &str = ".csv";

/// A CSV file that was read: where it stands, and what it says.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a> {
    /// The file, as problems name it.
    pub path: &'a Path,
    /// What it says.
    pub text: &'a str,
}

/// The rows of a CSV file by the names of its columns, and where each begins.
struct Rows<'a> {
    path: &'a Path,
    head: StringRecord,
    records: Vec<(Spot, StringRecord)>,
}

impl<'a> Rows<'a> {
    /// The rows of a file that has these columns, each id once.
    fn of(sheet: Sheet<'a>, columns: &[&'static str]) -> Result<Self, Vec<FileProblem>> {
        let path = sheet.path;
        let text = sheet.text.strip_prefix('\u{feff}').unwrap_or(sheet.text);
        let mut lines = Lines { text, at: 0, line: 1 };
        let mut reader = ReaderBuilder::new().trim(Trim::All).from_reader(text.as_bytes());
        let mut refused = |error: csv::Error| {
            let spot = error.position().map(|at| lines.spot(at));
            let cause = if let ErrorKind::UnequalLengths { expected_len, len, .. } = error.kind() {
                Cause::Cells(*len, *expected_len)
            } else {
                Cause::Row(error.to_string())
            };
            vec![FileProblem::at(path, spot, cause)]
        };
        let head = reader.headers().map_err(&mut refused)?.clone();
        let missing: Vec<FileProblem> = columns
            .iter()
            .filter(|column| !head.iter().any(|it| it == **column))
            .map(|column| FileProblem::at(path, Some(Spot::START), Cause::NoColumn(column)))
            .collect();
        if !missing.is_empty() {
            return Err(missing);
        }
        let rows: Vec<StringRecord> = reader.records().collect::<Result<_, _>>().map_err(&mut refused)?;
        let records =
            rows.into_iter().map(|row| (row.position().map_or(Spot::START, |at| lines.spot(at)), row)).collect();
        let rows = Self { path, head, records };
        let repeated = rows.repeated();
        if repeated.is_empty() { Ok(rows) } else { Err(repeated) }
    }

    /// Every row whose id an earlier row has.
    fn repeated(&self) -> Vec<FileProblem> {
        let mut first = BTreeMap::new();
        let mut found = Vec::new();
        for (spot, row) in &self.records {
            let id = self.cell(row, "id");
            let earlier = *first.entry(id).or_insert(*spot);
            if earlier != *spot {
                found.push(FileProblem::at(self.path, Some(*spot), Cause::RepeatedRow(id.to_owned(), earlier.line)));
            }
        }
        found
    }

    fn cell<'r>(&self, row: &'r StringRecord, column: &str) -> &'r str {
        self.head.iter().position(|it| it == column).and_then(|at| row.get(at)).unwrap_or("")
    }
}

/// Counts the lines of a text; asked for later and later places.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    /// Where the row begins that the reader puts at `position`: behind the line ends that it has not stepped over yet.
    fn spot(&mut self, position: &Position) -> Spot {
        let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
        let rest = self.text.get(start..).unwrap_or("");
        let start = start + rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        self.line += self.text.get(self.at..start).unwrap_or("").matches('\n').count();
        self.at = start;
        Spot { line: self.line, column: 1 }
    }
}

/// What a notes file says of one case.
#[derive(Debug, Clone, Default)]
struct Note {
    is_strict: bool,
    group: Option<GroupId>,
}

/// The cases in the file at `path`, with the notes in the file at `notes`; sub-sectors and parks are those of `scenario`.
/// Without notes no case counts as strict, and companies are known by their names only.
pub fn read(path: &Path, notes: Option<&Path>, scenario: &Scenario) -> Result<Vec<Settled>, Vec<FileProblem>> {
    let notes = notes.map(|path| read_text(path, ENDING).map(|text| (path, text))).transpose()?;
    let notes = notes.as_ref().map(|(path, text)| Sheet { path, text });
    of_text(Sheet { path, text: &read_text(path, ENDING)? }, notes, scenario)
}

/// The cases in a text, as [`read`] finds them in a file.
pub fn of_text(
    cases: Sheet<'_>,
    notes: Option<Sheet<'_>>,
    scenario: &Scenario,
) -> Result<Vec<Settled>, Vec<FileProblem>> {
    let notes = notes.map(notes_of).transpose()?.unwrap_or_default();
    let rows = Rows::of(cases, &["id", "name_zh", "sub_sector", "park_id"])?;
    if rows.records.is_empty() {
        return Err(vec![FileProblem::new(rows.path, Cause::NoRows)]);
    }
    let (mut cases, mut problems) = (Vec::new(), Vec::new());
    for (spot, row) in &rows.records {
        let mut refuse = |cause| problems.push(FileProblem::at(rows.path, Some(*spot), cause));
        if let Some(case) = case(&rows, row, scenario, &notes, &mut refuse) {
            cases.push(case);
        }
    }
    if problems.is_empty() { Ok(cases) } else { Err(problems) }
}

fn notes_of(notes: Sheet<'_>) -> Result<BTreeMap<String, Note>, Vec<FileProblem>> {
    let rows = Rows::of(notes, &["id", "record_type", "placement_basis", "place_in_name", "company_group"])?;
    let note = |row: &StringRecord| {
        let cell = |column| rows.cell(row, column);
        Note {
            is_strict: cell("record_type") == "project"
                && cell("placement_basis") != "district-only"
                && cell("place_in_name") == "no",
            group: GroupId::new(cell("company_group")).ok(),
        }
    };
    Ok(rows.records.iter().map(|(_, row)| (rows.cell(row, "id").to_owned(), note(row))).collect())
}

/// The case in `row`; what is wrong with it is told.
fn case(
    rows: &Rows<'_>,
    row: &StringRecord,
    scenario: &Scenario,
    notes: &BTreeMap<String, Note>,
    refuse: &mut impl FnMut(Cause),
) -> Option<Settled> {
    let cell = |column| rows.cell(row, column);
    let id = ProjectId::new(cell("id")).map_err(|_| refuse(Cause::NoId(cell("id").to_owned()))).ok();
    let mut unknown = |column: &'static str, known: Vec<String>| {
        refuse(Cause::NoSuch { column, id: cell(column).to_owned(), known });
    };
    let industry = IndustryId::new(cell("sub_sector")).ok().filter(|it| scenario.industries.contains(it));
    if industry.is_none() {
        unknown("sub_sector", scenario.industries.iter().map(|it| it.id.to_string()).collect());
    }
    let park = ParkId::new(cell("park_id")).ok().filter(|it| scenario.parks.contains(it));
    if park.is_none() {
        unknown("park_id", scenario.parks.iter().map(|it| it.id.to_string()).collect());
    }
    let mut bad = |column: &'static str, value: &str| {
        refuse(Cause::Cell { column, value: value.to_owned() });
    };
    let mut amount = |column: &'static str| -> Option<WanYuan> {
        figure::<Amount>(cell(column), |value| bad(column, value)).map(|amount| amount.0)
    };
    let (investment, output) = (amount("investment_100m_cny"), amount("output_100m_cny"));
    let land = figure::<Mu>(cell("land_mu"), |value| bad("land_mu", value));
    let jobs = figure::<Count>(cell("jobs"), |value| bad("jobs", value));
    let tax = figure::<WanYuan>(cell("tax_10k_cny"), |value| bad("tax_10k_cny", value));
    let note = notes.get(cell("id")).cloned().unwrap_or_default();
    let project = Project {
        id: id?,
        name: Text::new(cell("name_zh"), cell("name_en")),
        kind: ProjectKind::New,
        status: RegisterStatus::InTalks,
        industry: industry?,
        investor: String::new(),
        content: String::new(),
        preferred_park: None,
        group: note.group,
        first_reporter: None,
        first_report: None,
        investment,
        land,
        floor_area: None,
        plant_suitable: false,
        jobs,
        output,
        tax,
        power: None,
        electricity: None,
        gas: None,
        water: None,
        waste_water: None,
        stream: None,
        environment_class: None,
        chemical_process: None,
        two_high: false,
        approval: None,
        facilities: Vec::new(),
        tags: Vec::new(),
        phases: Vec::new(),
        evidence: Evidence::default(),
    };
    Some(Settled { project, company: cell("company").to_owned(), park: park?, is_strict: note.is_strict })
}

/// 亿元 as 万元: the smallest step of a number is a ten-thousandth.
struct Amount(WanYuan);

impl FromStr for Amount {
    type Err = QuantityError;

    fn from_str(text: &str) -> Result<Self, QuantityError> {
        let hundred_millions: Number = text.parse()?;
        match hundred_millions.steps() {
            negative if negative < 0 => Err(QuantityError::Negative(text.to_owned())),
            steps => Ok(Self(WanYuan::from_steps(steps.saturating_mul(100)))),
        }
    }
}

/// The figure in `text`; an empty one is missing, a bad one is told.
fn figure<T: FromStr>(text: &str, bad: impl FnOnce(&str)) -> Option<T> {
    if text.is_empty() {
        return None;
    }
    text.parse().map_err(|_| bad(text)).ok()
}
