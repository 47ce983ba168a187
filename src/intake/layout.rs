//! Where is the table in a sheet? Titles above, a head of one to three rows, and what each of its columns is read as.

use super::{
    clean,
    column::{self, Column, Content, TableKind},
    day,
    note::SheetWish,
    sheet::{Cell, Row, Sheet},
    unit::{self, Measure, Stated},
    wish::Wish,
};

/// Rows from the top among which a head is looked for.
const MOST_ABOVE: usize = 30;
/// Rows of a head at most.
const DEEPEST: usize = 3;
/// Columns that a head must have that are known.
const FEWEST_KNOWN: usize = 2;
/// Longest text of a head, in characters; longer ones are sentences.
const LONGEST_HEAD: usize = 40;

/// The unit that a head states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadUnit {
    /// None.
    None,
    /// A unit of what the column measures.
    Stated(Stated),
    /// Apparent power.
    Apparent,
    /// A unit of something else.
    Other,
}

/// A column of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadRead {
    /// Its number, 1 for the first.
    pub number: u32,
    /// The head as written, from top to bottom.
    pub written: String,
    /// What it is read as; `None` for columns that nobody knows.
    pub column: Option<Column>,
    /// The year of a column of values.
    pub year: Option<i16>,
    /// The unit that the head states.
    pub unit: HeadUnit,
}

/// The table of a sheet.
#[derive(Debug, Clone)]
pub struct Layout {
    /// Which table it is.
    pub table: TableKind,
    /// Places of the rows of the head in the sheet's list of rows.
    pub head: std::ops::Range<usize>,
    /// Its columns in order.
    pub columns: Vec<HeadRead>,
    /// Units stated above the head, as written.
    pub units_above: Vec<String>,
    /// The texts above the head.
    pub titles: Vec<String>,
}

impl Layout {
    /// The table of `sheet`; `None` where there is no head with columns of a table.
    pub fn find(sheet: &Sheet, wish: &Wish, of_sheet: &SheetWish) -> Option<Self> {
        let tables: Vec<TableKind> = of_sheet.table.map_or_else(|| TableKind::ALL.to_vec(), |it| vec![it]);
        let mut best: Option<((usize, std::cmp::Reverse<usize>), Self)> = None;
        for (first, row) in sheet.rows.iter().enumerate().take(MOST_ABOVE) {
            if of_sheet.head_row.is_some_and(|it| it != row.number) || !may_be_head(row) {
                continue;
            }
            for depth in 1..=DEEPEST {
                let Some(rows) = sheet.rows.get(first..first + depth) else { break };
                if depth > 1 && (!rows.last().is_some_and(may_be_head) || rows.iter().rev().skip(1).any(is_title)) {
                    break;
                }
                for table in &tables {
                    let columns = columns_of(rows, &sheet.merged, *table, wish);
                    let Some(score) = score(&columns, *table, &sheet.name, of_sheet.table.is_some()) else { continue };
                    // Of two heads that say the same, the one of fewer rows: what stands above it are titles.
                    let rank = (score, std::cmp::Reverse(depth));
                    if best.as_ref().is_none_or(|(most, _)| rank > *most) {
                        best = Some((rank, Self::new(sheet, *table, first..first + depth, columns)));
                    }
                }
            }
        }
        best.map(|(_, layout)| layout)
    }

    fn new(sheet: &Sheet, table: TableKind, head: std::ops::Range<usize>, columns: Vec<HeadRead>) -> Self {
        let above = sheet.rows.get(..head.start).unwrap_or(&[]);
        let titles: Vec<String> = above.iter().flat_map(|row| row.cells.iter().map(|(_, cell)| cell.shown())).collect();
        Self { table, head, columns, units_above: titles.iter().flat_map(|it| units_in(it)).collect(), titles }
    }

    /// The unit of figures of `measure` that is stated above the head.
    pub fn unit_above(&self, measure: Measure) -> Option<Stated> {
        self.units_above.iter().find_map(|it| unit::stated(measure, it).ok())
    }

    /// Whether `row` says what the head says: the head of a further page.
    pub fn is_head_again(&self, sheet: &Sheet, row: &Row) -> bool {
        let head = sheet.rows.get(self.head.clone()).unwrap_or(&[]);
        head.iter().any(|it| {
            let same = row.cells.iter().filter(|(column, cell)| it.cell(*column) == Some(cell)).count();
            same >= FEWEST_KNOWN && same * 2 > row.cells.len()
        })
    }

    /// The columns that are read as `column`.
    pub fn of(&self, column: Column) -> Option<&HeadRead> {
        self.columns.iter().find(|it| it.column == Some(column))
    }
}

/// Whether a row may be a part of a head: texts that are short, and years.
fn may_be_head(row: &Row) -> bool {
    row.cells.iter().all(|(_, cell)| match cell {
        Cell::Text(text) => text.chars().count() <= LONGEST_HEAD,
        Cell::Number(_) => year_of(cell).is_some(),
        Cell::Truth(_) | Cell::Day(_) | Cell::Fault(_) => false,
    })
}

/// Whether a row is a title rather than the upper part of a head: one text alone, or a line that states units or who reports.
fn is_title(row: &Row) -> bool {
    let mut texts: Vec<String> = row.cells.iter().map(|(_, cell)| cell.shown()).collect();
    texts.dedup();
    texts.len() < 2 || texts.iter().any(|it| !units_in(it).is_empty() || reporter_in(it).is_some())
}

/// The year that a head names.
fn year_of(cell: &Cell) -> Option<i16> {
    let key = column::key(&cell.shown());
    let digits = key.strip_suffix("年度").or_else(|| key.strip_suffix('年')).unwrap_or(&key);
    let year = digits.parse().ok().filter(|_| digits.len() == 4)?;
    (1_980..=2_100).contains(&year).then_some(year)
}

/// How good a head is: known columns, with what the sheet is called; `None` where it is none.
fn score(columns: &[HeadRead], table: TableKind, name: &str, is_wished: bool) -> Option<usize> {
    let mut known: Vec<Column> = columns.iter().filter_map(|it| it.column).collect();
    known.sort_unstable();
    known.dedup();
    let has = |column| known.contains(&column);
    let years = columns.iter().filter(|it| it.year.is_some()).count();
    let is_whole = match table {
        TableKind::Projects => has(Column::ProjectName) || has(Column::ProjectId),
        TableKind::Enterprises => has(Column::EnterpriseName) || has(Column::EnterpriseId),
        TableKind::Parks => has(Column::ParkOf) && known.iter().any(|it| is_capacity(*it)),
        TableKind::IndicatorValues => {
            has(Column::ValuePark) && has(Column::ValueIndicator) && (has(Column::ValueNumber) || years > 0)
        }
    };
    let filling = known.iter().filter(|it| !it.spec().field.is_empty()).count() + years;
    if !is_whole || known.len() + years < FEWEST_KNOWN || (filling < FEWEST_KNOWN && !is_wished) {
        return None;
    }
    let words: &[&str] = match table {
        TableKind::Projects => &["项目", "project"],
        TableKind::Enterprises => &["企业", "enterprise", "firm"],
        TableKind::Parks => &["园区", "要素", "容量", "capacit"],
        TableKind::IndicatorValues => &["指标", "indicator"],
    };
    let name = clean::folded(name);
    let is_named = words.iter().any(|it| name.contains(it));
    let is_project = table == TableKind::Projects;
    // A row of units below the names is a part of the head.
    let units = columns.iter().filter(|it| it.column.is_some() && it.unit != HeadUnit::None).count();
    Some((known.len() + years) * 10 + units * 2 + usize::from(is_named) * 25 + usize::from(is_project))
}

/// Whether a column holds a capacity of a park.
fn is_capacity(column: Column) -> bool {
    column.spec().field.starts_with("capacities.")
}

/// Merged cells: first column and row, last column and row.
type Region = (u32, u32, u32, u32);

/// What the rows of a head say of each column; two columns never fill one field.
fn columns_of(rows: &[Row], merged: &[Region], table: TableKind, wish: &Wish) -> Vec<HeadRead> {
    let mut numbers: Vec<u32> = rows.iter().flat_map(|row| row.cells.iter().map(|(number, _)| *number)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let mut columns: Vec<HeadRead> =
        numbers.into_iter().map(|number| column_of(rows, merged, number, (table, wish))).collect();
    let mut taken = Vec::new();
    for head in &mut columns {
        if let Some(column) = head.column.filter(|it| is_single(*it)) {
            if taken.contains(&column) {
                head.column = None;
            }
            taken.push(column);
        }
    }
    columns
}

/// Whether two columns of a sheet cannot both be read as `column`.
fn is_single(column: Column) -> bool {
    !matches!(column.spec().content, Content::Aside | Content::Personal | Content::Serial | Content::ProfitAndTax)
}

fn column_of(rows: &[Row], merged: &[Region], number: u32, (table, wish): (TableKind, &Wish)) -> HeadRead {
    let texts = texts_of(rows, merged, number);
    let written = texts.join(" ");
    let year = (table == TableKind::IndicatorValues)
        .then(|| rows.last().and_then(|row| row.cell(number)).and_then(year_of))
        .flatten();
    let mut found = HeadRead { number, column: None, year, unit: HeadUnit::None, written };
    let key = column::key(&found.written);
    if let Some(wished) = wish.heads.get(&key) {
        found.column = wished.filter(|it| it.spec().table == table);
        let (_, unit) = named(&found.written);
        found.unit = head_unit(found.column, unit.as_deref());
        return found;
    }
    let whole = texts.concat();
    let last = texts.last().cloned().unwrap_or_default();
    for text in [whole, last] {
        if let Some((column, unit)) = read_head(&text, table) {
            found.column = Some(column);
            found.unit = head_unit(Some(column), unit.as_deref());
            return found;
        }
    }
    found
}

/// The texts of a head over a column from top to bottom: a group's head spans the columns on its right.
fn texts_of(rows: &[Row], merged: &[Region], number: u32) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let own = row.cell(number).map(Cell::shown);
        let has_below = rows.iter().skip(at + 1).any(|it| it.cell(number).is_some());
        let span = || {
            let left = row.cells.iter().rev().find(|(column, _)| *column < number)?;
            // Where merged cells are known, a head spans what it is merged over and no more.
            let region = merged.iter().find(|it| (it.0, it.1) == (left.0, row.number));
            if !merged.is_empty() && region.is_none_or(|it| it.2 < number) {
                return None;
            }
            // A head that stands alone over its column spans nothing.
            let spans = rows.iter().skip(at + 1).any(|it| it.cell(left.0).is_some());
            (has_below && spans).then(|| left.1.shown())
        };
        if let Some(text) = own.or_else(span)
            && texts.last() != Some(&text)
        {
            texts.push(text);
        }
    }
    texts
}

/// The column that a head names, and the unit that it states.
fn read_head(text: &str, table: TableKind) -> Option<(Column, Option<String>)> {
    let whole = column::key(text);
    let (name, unit) = named(text);
    let key = column::key(&name);
    if unit.is_none()
        && let Some(column) = column::of_head(table, &whole)
    {
        return Some((column, None));
    }
    if let Some(column) = column::of_head(table, &key) {
        return Some((column, unit));
    }
    // 总投资万元: a unit at the end without a mark before it.
    let ends: Vec<usize> = name.char_indices().map(|(at, _)| at).skip(1).collect();
    let tail = ends.into_iter().find_map(|at| {
        let (head, tail) = name.split_at(at);
        let is_unit = unit::of_any(tail).is_some() || unit::is_apparent(tail);
        let column = is_unit.then(|| column::of_head(table, &column::key(head))).flatten()?;
        Some((column, Some(tail.to_owned())))
    });
    // 备注（必填）: brackets that are no unit.
    tail.or_else(|| column::of_head(table, &column::key(&without_brackets(text))).map(|it| (it, unit)))
}

/// A head without its unit, and the unit.
fn named(text: &str) -> (String, Option<String>) {
    let folded = clean::folded(text);
    let is_unit = |it: &str| unit::of_any(it).is_some() || unit::is_apparent(it);
    if let Some((head, rest)) = folded.rsplit_once('(') {
        let (within, behind) = rest.split_once(')').unwrap_or((rest, ""));
        let word = within.trim().trim_start_matches("单位").trim_start_matches([':', ' ']);
        if is_unit(word) || unit::is_foreign(word) {
            return (format!("{head}{behind}"), Some(word.to_owned()));
        }
    }
    for (at, mark) in folded.match_indices(['/', ':', ',', ' ', '-']) {
        let (head, tail) = (folded.get(..at).unwrap_or(""), folded.get(at + mark.len()..).unwrap_or("").trim());
        if is_unit(tail) {
            return (head.to_owned(), Some(tail.to_owned()));
        }
    }
    (folded, None)
}

fn without_brackets(text: &str) -> String {
    let folded = clean::folded(text);
    folded.split_once('(').map_or(folded.clone(), |(head, _)| head.to_owned())
}

fn head_unit(column: Option<Column>, unit: Option<&str>) -> HeadUnit {
    let Some(Content::Figure(measure)) = column.map(|it| it.spec().content) else { return HeadUnit::None };
    let Some(word) = unit else { return HeadUnit::None };
    match unit::stated(measure, word) {
        Ok(stated) => HeadUnit::Stated(stated),
        Err(unit::NoUnit::Apparent) => HeadUnit::Apparent,
        Err(unit::NoUnit::Foreign | unit::NoUnit::Other | unit::NoUnit::Unknown) => HeadUnit::Other,
    }
}

/// The units that a line such as `单位：亩、万元` states.
fn units_in(title: &str) -> Vec<String> {
    let folded = clean::folded(title);
    let Some((_, rest)) = folded.split_once("单位:").or_else(|| folded.split_once("units:")) else {
        return Vec::new();
    };
    let words = rest.split([',', ';', ' ', ')', '。']).map(str::trim);
    words.filter(|it| unit::of_any(it).is_some()).map(str::to_owned).collect()
}

/// What a line such as `填报单位：涪城区` names.
pub fn reporter_in(title: &str) -> Option<String> {
    let folded = clean::folded(title);
    let words = ["填报单位:", "报送单位:", "上报单位:", "申报单位:", "填报地区:"];
    let rest = words.iter().find_map(|word| folded.split_once(word)).map(|it| it.1)?;
    let name = rest.trim().split([' ', ',', ';', '(']).next().unwrap_or("");
    (!name.is_empty()).then(|| name.to_owned())
}

/// The year that the texts above a head, or the name of the sheet, name.
pub fn year_above(layout: &Layout, sheet: &Sheet) -> Option<i16> {
    layout.titles.iter().find_map(|it| day::year_in(it)).or_else(|| day::year_in(&sheet.name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::fixture::sheet;

    /// Number and name of a column, with the unit of its head.
    type Found = (u32, &'static str, &'static str, u8);

    /// The columns of a sheet, with its table and where its head ends.
    fn found(sheet: &Sheet) -> Option<(TableKind, usize, Vec<Found>)> {
        let layout = Layout::find(sheet, &Wish::default(), &SheetWish::default())?;
        let columns = layout.columns.iter().filter_map(|it| {
            let unit = match it.unit {
                HeadUnit::Stated(stated) => (stated.unit.zh, stated.power),
                HeadUnit::Apparent => ("kVA", 0),
                HeadUnit::Other => ("?", 0),
                HeadUnit::None => ("", 0),
            };
            Some((it.number, it.column?.id(), unit.0, unit.1))
        });
        Some((layout.table, layout.head.end, columns.collect()))
    }

    #[test]
    fn a_head_of_two_rows_under_a_title_is_found() {
        let sheet = sheet(
            "涪城区",
            "绵阳市2022年6月招引项目台账\n单位：亩、万元\n序号|项目名称|投资|用地需求||用电负荷（kW）\n||总投资（亿元）|面积（亩）|厂房（㎡）\n1|甲|3.5|200",
        );
        let (table, end, columns) = found(&sheet).unwrap();
        assert_eq!((table, end), (TableKind::Projects, 4));
        assert_eq!(
            columns,
            [
                (1, "ProjectSerial", "", 0),
                (2, "ProjectName", "", 0),
                (3, "TotalInvestment", "元", 8),
                (4, "ProjectLand", "亩", 0),
                (5, "FloorArea", "平方米", 0),
                (6, "ProjectPower", "kW", 0),
            ]
        );
    }

    #[test]
    fn units_of_heads_are_found_however_they_are_written() {
        for (head, unit) in [
            ("总投资（万元）", ("元", 4)),
            ("总投资(亿元)", ("元", 8)),
            ("总投资/万元", ("元", 4)),
            ("总投资：万元", ("元", 4)),
            ("总投资万元", ("元", 4)),
            ("总投资（单位：亿元）", ("元", 8)),
            ("总投资", ("", 0)),
        ] {
            let sheet = sheet("a", &format!("项目名称|{head}|用地（亩）\n甲|1|2"));
            let columns = found(&sheet).unwrap().2;
            assert_eq!(columns[1], (2, "TotalInvestment", unit.0, unit.1), "{head}");
        }
        let sheet = sheet("a", "项目名称|用电容量（kVA）|用地（万元）\n甲|1|2");
        assert_eq!(found(&sheet).unwrap().2[1..], [(2, "ProjectPower", "kVA", 0), (3, "ProjectLand", "?", 0)]);
    }

    #[test]
    fn each_table_is_known_by_its_columns() {
        for (name, rows, table) in [
            ("x", "企业名称|所在园区|行业|年产值（万元）\n甲|乙|丙|1", TableKind::Enterprises),
            ("x", "园区|剩余净地（亩）|最大地块|电力余量（MW）\n甲|1|2|3", TableKind::Parks),
            ("x", "园区|指标|年份|数值\n甲|乙|2021|3", TableKind::IndicatorValues),
            ("x", "园区|指标|2020年|2021年\n甲|乙|1|3", TableKind::IndicatorValues),
            ("x", "企业名称|项目名称|行业|年产值（万元）\n甲|乙|丙|1", TableKind::Projects),
        ] {
            assert_eq!(found(&sheet(name, rows)).map(|it| it.0), Some(table), "{rows}");
        }
        assert!(found(&sheet("说明", "请按要求填写\n一、项目名称要写全称")).is_none());
        assert!(found(&sheet("空", "")).is_none());
    }
}
