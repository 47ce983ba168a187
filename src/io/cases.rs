//! Which real projects went where? Reads the cases of a backtest from CSV, and a notes file beside them; from files or from
//! texts that are at hand already.
//!
//! Cases: `id, name_zh, name_en, company, sub_sector, investment_100m_cny, land_mu, jobs, output_100m_cny, tax_10k_cny,
//! park_id`; other columns are left alone, an empty cell is missing. Notes: `id, record_type, placement_basis,
//! place_in_name, company_group`. Every bad row is told, with its line.

use std::{collections::BTreeMap, path::Path, str::FromStr};

use csv::{ReaderBuilder, StringRecord, Trim};

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

/// A CSV file that was read: where it stands, and what it says.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a> {
    /// The file, as problems name it.
    pub path: &'a Path,
    /// What it says.
    pub text: &'a str,
}

/// The rows of a CSV file by the names of its columns.
struct Rows<'a> {
    path: &'a Path,
    head: StringRecord,
    records: Vec<(usize, StringRecord)>,
}

impl<'a> Rows<'a> {
    fn of(Sheet { path, text }: Sheet<'a>, columns: &[&'static str]) -> Result<Self, Vec<FileProblem>> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = ReaderBuilder::new().trim(Trim::All).from_reader(text.as_bytes());
        let line_of = |error: &csv::Error| error.position().and_then(|at| usize::try_from(at.line()).ok());
        let refused = |error: csv::Error| {
            vec![FileProblem::at(path, line_of(&error).map(of_line), Cause::Row(error.to_string()))]
        };
        let head = reader.headers().map_err(refused)?.clone();
        let missing: Vec<FileProblem> = columns
            .iter()
            .filter(|column| !head.iter().any(|it| it == **column))
            .map(|column| FileProblem::at(path, Some(Spot::START), Cause::NoColumn(column)))
            .collect();
        if !missing.is_empty() {
            return Err(missing);
        }
        let mut records = Vec::new();
        for row in reader.records() {
            let row = row.map_err(refused)?;
            records.push((row.position().and_then(|at| usize::try_from(at.line()).ok()).unwrap_or(1), row));
        }
        Ok(Self { path, head, records })
    }

    fn cell<'r>(&self, row: &'r StringRecord, column: &str) -> &'r str {
        self.head.iter().position(|it| it == column).and_then(|at| row.get(at)).unwrap_or("")
    }
}

const fn of_line(line: usize) -> Spot {
    Spot { line, column: 1 }
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
    let notes = notes.map(|path| read_text(path).map(|text| (path, text))).transpose()?;
    let notes = notes.as_ref().map(|(path, text)| Sheet { path, text });
    of_text(Sheet { path, text: &read_text(path)? }, notes, scenario)
}

/// The cases in a text, as [`read`] finds them in a file.
pub fn of_text(
    cases: Sheet<'_>,
    notes: Option<Sheet<'_>>,
    scenario: &Scenario,
) -> Result<Vec<Settled>, Vec<FileProblem>> {
    let notes = notes.map(notes_of).transpose()?.unwrap_or_default();
    let rows = Rows::of(cases, &["id", "name_zh", "sub_sector", "park_id"])?;
    let (mut cases, mut problems) = (Vec::new(), Vec::new());
    for (line, row) in &rows.records {
        let mut refuse = |cause| problems.push(FileProblem::at(rows.path, Some(of_line(*line)), cause));
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
    let mut bad = |column: &'static str, value: &str| {
        refuse(Cause::Cell { column, value: value.to_owned() });
    };
    let id = ProjectId::new(cell("id")).map_err(|_| bad("id", cell("id"))).ok();
    let industry = IndustryId::new(cell("sub_sector")).ok().filter(|it| scenario.industries.contains(it));
    if industry.is_none() {
        bad("sub_sector", cell("sub_sector"));
    }
    let park = ParkId::new(cell("park_id")).ok().filter(|it| scenario.parks.contains(it));
    if park.is_none() {
        bad("park_id", cell("park_id"));
    }
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
