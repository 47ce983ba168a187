//! How are workbooks read? Sheet by sheet, row by row: what each row is, then what it says, then which record it is.

use std::collections::BTreeMap;

use super::{
    clean,
    column::{Column, Content, TableKind},
    context::Context,
    draft::{Page, Reader},
    duplicates, figure,
    layout::{self, Layout},
    note::{Part, SheetWish, Why},
    outcome::{Intake, RowReading, SheetReading},
    settle::Register,
    sheet::{Cell, Kind, Row, Sheet, Workbook},
    wish::{Spot, Wish},
};
use crate::model::{
    evidence::Source,
    id::{SourceId, UnitId},
    scenario::Scenario,
    text::Text,
};

/// What marks a sheet that was written as a result and is never read back, Chinese and English.
pub const RESULT_MARKS: [&str; 2] = ["〔结果表，不导入〕", "[result sheet, not imported]"];

/// Rows from the top in which that mark is looked for.
const ROWS_OF_MARK: usize = 3;
/// Rows between two looks at the watch.
const ROWS_A_LOOK: usize = 256;

/// What the workbooks say in the terms of `scenario`, with what the person said.
///
/// The same workbooks, scenario and wish give the same. Costs little more than a look at each cell. `watch` is told how many
/// rows are done; where it says no, the rest is left out, each row with that reason.
pub fn read(workbooks: &[Workbook], scenario: &Scenario, wish: &Wish, watch: &dyn Fn(usize) -> bool) -> Intake {
    let context = Context::new(scenario, wish);
    let mut reading = Reading {
        context: &context,
        register: Register::new(&context),
        intake: Intake::default(),
        watch,
        is_stopped: false,
    };
    for (at, workbook) in workbooks.iter().enumerate() {
        reading.workbook(at, workbook);
    }
    let mut intake = reading.intake;
    duplicates::mark(&mut intake, &context);
    intake
}

struct Reading<'a> {
    context: &'a Context<'a>,
    register: Register<'a>,
    intake: Intake,
    watch: &'a dyn Fn(usize) -> bool,
    is_stopped: bool,
}

impl Reading<'_> {
    fn workbook(&mut self, at: usize, workbook: &Workbook) {
        let wish = self.context.wish;
        let plain = SheetWish::default();
        let of = |sheet: usize| wish.sheets.get(&(at, sheet)).unwrap_or(&plain);
        let layouts: Vec<Option<Layout>> =
            workbook.sheets.iter().enumerate().map(|(number, sheet)| Layout::find(sheet, wish, of(number))).collect();
        let tables =
            layouts.iter().zip(&workbook.sheets).filter(|(it, sheet)| it.is_some() && !is_summary(&sheet.name)).count();
        for ((number, sheet), layout) in workbook.sheets.iter().enumerate().zip(&layouts) {
            let of_sheet = of(number);
            let why = why_not(sheet, layout.as_ref(), of_sheet, tables > 0);
            match (why, layout) {
                (None, Some(layout)) => self.sheet((at, number), workbook, sheet, layout, of_sheet),
                (why, _) => self.leave_out((at, number), sheet, &why.unwrap_or(Why::NoTable)),
            }
        }
    }

    /// Leaves a whole sheet out.
    fn leave_out(&mut self, (workbook, number): (usize, usize), sheet: &Sheet, why: &Why) {
        for row in &sheet.rows {
            let spot = Spot { workbook, sheet: number, row: row.number };
            self.intake.rows.push(RowReading { spot, part: Part::Skipped(why.clone()) });
        }
        self.intake.sheets.push(SheetReading {
            workbook,
            sheet: number,
            name: sheet.name.clone(),
            table: None,
            why: Some(why.clone()),
            columns: Vec::new(),
            reporter: None,
        });
    }

    fn sheet(&mut self, at: (usize, usize), workbook: &Workbook, sheet: &Sheet, layout: &Layout, wish: &SheetWish) {
        let reporter = self.reporter(sheet, layout, wish);
        let Some(source) = source_of(workbook, sheet) else {
            self.leave_out(at, sheet, &Why::NoTable);
            return;
        };
        let id = source.id.clone();
        let place = format!("{} {}", workbook.name, sheet.name);
        self.intake.sheets.push(SheetReading {
            workbook: at.0,
            sheet: at.1,
            name: sheet.name.clone(),
            table: Some(layout.table),
            why: None,
            columns: layout.columns.clone(),
            reporter: reporter.as_ref().map(|it| it.0.clone()),
        });
        let before = self.intake.data.len();
        self.rows(at, (sheet, workbook.kind), layout, reporter, (&id, &place));
        if self.intake.data.len() > before && !self.intake.sources.iter().any(|it| it.id == source.id) {
            self.intake.sources.push(source);
        }
    }

    fn rows(
        &mut self,
        (workbook, number): (usize, usize),
        (sheet, kind): (&Sheet, Kind),
        layout: &Layout,
        reporter: Option<(UnitId, String)>,
        (source, place): (&SourceId, &str),
    ) {
        let wish = self.context.wish;
        let year = layout::year_above(layout, sheet).unwrap_or(self.context.scenario.as_of.year());
        let mut reporter = reporter;
        // A text knows nothing of merged cells; a workbook tells them, and a cell that is empty there is empty.
        let knows_merged = matches!(kind, Kind::Xlsx | Kind::Xls | Kind::Ods);
        let (mut heading, mut above) = (None::<String>, BTreeMap::new());
        for (index, row) in sheet.rows.iter().enumerate() {
            if index.is_multiple_of(ROWS_A_LOOK) && !self.is_stopped {
                self.is_stopped = !(self.watch)(self.intake.rows.len());
            }
            let spot = Spot { workbook, sheet: number, row: row.number };
            let part = if self.is_stopped {
                Some(Part::Skipped(Why::Stopped))
            } else if wish.left_out.contains(&spot) {
                Some(Part::Skipped(Why::Wished))
            } else {
                part_of(index, row, sheet, layout).or_else(|| self.lone_heading(row, layout))
            };
            let Some(part) = part else {
                if knows_merged {
                    above.retain(|column, (_, first)| is_merged_down(sheet, layout, *column, (*first, row.number)));
                }
                let page = Page {
                    context: self.context,
                    layout,
                    year,
                    reporter: reporter.clone(),
                    heading: heading.as_deref(),
                    above: &above,
                };
                let draft = Reader::read(&page, spot, row);
                let settled = self.register.settle(draft, source, &sheet.name, place);
                self.intake.rows.push(RowReading { spot, part: Part::Data(self.intake.data.len()) });
                self.intake.data.push(settled);
                remember(&mut above, layout, row);
                continue;
            };
            match &part {
                Part::Heading(words) => {
                    above.clear();
                    // A heading may name who reports what stands below it.
                    match self.context.places.unit_exactly(words).filter(|_| layout.table == TableKind::Projects) {
                        Some(unit) => reporter = Some((unit, words.clone())),
                        None => heading = Some(words.clone()),
                    }
                }
                Part::Sum => above.clear(),
                Part::Title | Part::Head | Part::Footnote | Part::SerialOnly | Part::Skipped(_) | Part::Data(_) => {}
            }
            self.intake.rows.push(RowReading { spot, part });
        }
    }

    /// The words of a row that holds nothing but the name of a sector, sub-sector or unit.
    fn lone_heading(&self, row: &Row, layout: &Layout) -> Option<Part> {
        let [(_, Cell::Text(words))] = row.cells.as_slice() else { return None };
        let is_list = matches!(layout.table, TableKind::Projects | TableKind::Enterprises) && layout.columns.len() >= 3;
        let words = clean::public(words).text;
        let is_name = || self.context.industries.is_name(&words) || self.context.places.unit_exactly(&words).is_some();
        (is_list && is_name()).then_some(Part::Heading(words))
    }

    /// The unit that reports what stands in a sheet: chosen by a person, named above the head, or the name of the sheet.
    fn reporter(&self, sheet: &Sheet, layout: &Layout, wish: &SheetWish) -> Option<(UnitId, String)> {
        if layout.table != TableKind::Projects {
            return None;
        }
        let places = &self.context.places;
        if let Some(unit) = wish.unit.clone().filter(|it| self.context.scenario.units.contains(it)) {
            return Some((unit.clone(), places.unit_name(&unit)));
        }
        let named = layout.titles.iter().filter_map(|it| layout::reporter_in(it));
        let mut asked = named.chain([sheet.name.clone()]);
        asked.find_map(|words| places.unit_exactly(&words).map(|unit| (unit, words)))
    }
}

/// Whether the cell of `column` in the first of two rows is merged down to the other.
fn is_merged_down(sheet: &Sheet, layout: &Layout, column: Column, (first, row): (u32, u32)) -> bool {
    let Some(head) = layout.of(column) else { return false };
    let covers = |it: &(u32, u32, u32, u32)| {
        (it.0..=it.2).contains(&head.number) && (it.1..=it.3).contains(&first) && (it.1..=it.3).contains(&row)
    };
    sheet.merged.iter().any(covers)
}

/// What stands in cells of units and sub-sectors, for the rows below: cells that were merged downwards.
fn remember(above: &mut BTreeMap<Column, (String, u32)>, layout: &Layout, row: &Row) {
    for head in &layout.columns {
        let Some(column) = head.column else { continue };
        if !matches!(column.spec().content, Content::Unit | Content::Industry) {
            continue;
        }
        if let Some(cell) = row.cell(head.number) {
            let words = clean::public(&cell.shown()).text;
            if figure::missing(&clean::folded(&words)).is_none() {
                above.insert(column, (words, row.number));
            } else {
                above.remove(&column);
            }
        }
    }
}

/// Why a sheet is left out.
fn why_not(sheet: &Sheet, layout: Option<&Layout>, wish: &SheetWish, has_tables: bool) -> Option<Why> {
    let is_result = sheet.rows.iter().take(ROWS_OF_MARK).flat_map(|row| &row.cells).any(|(_, cell)| {
        let folded = clean::folded(&cell.shown());
        RESULT_MARKS.iter().any(|mark| folded.contains(&clean::folded(mark)))
    });
    if wish.is_skipped {
        Some(Why::Wished)
    } else if is_result {
        Some(Why::Result)
    } else if sheet.is_hidden && !wish.is_read {
        Some(Why::Hidden)
    } else if layout.is_none() {
        Some(Why::NoTable)
    } else if !wish.is_read && (is_instruction(&sheet.name) || is_summary(&sheet.name) && has_tables) {
        Some(Why::Summary)
    } else {
        None
    }
}

/// Whether the name of a sheet says that it sums up others.
fn is_summary(name: &str) -> bool {
    let folded = clean::folded(name);
    ["汇总", "总表", "合计", "summary", "total"].iter().any(|it| folded.contains(it))
}

/// Whether the name of a sheet says that it explains the others.
fn is_instruction(name: &str) -> bool {
    let folded = clean::folded(name);
    ["填表说明", "填报说明", "说明", "字典", "instruction", "readme"].iter().any(|it| folded.contains(it))
}

/// Title of the source of a sheet without a name, Chinese and English.
const UNNAMED: [&str; 2] = ["粘贴的单元格", "Pasted cells"];

/// The source that the records of a sheet cite.
fn source_of(workbook: &Workbook, sheet: &Sheet) -> Option<Source> {
    let name = clean::plain(&workbook.name).text;
    let title = if sheet.name.is_empty() || sheet.name == workbook.name {
        name.clone()
    } else {
        format!("{name} · {}", clean::plain(&sheet.name).text)
    };
    let title: String = title.chars().take(crate::model::check::LONGEST_NAME).collect();
    // Cells from the clipboard have no file, and a source has a title.
    let title = if title.is_empty() { Text::new(UNNAMED[0], UNNAMED[1]) } else { Text::new(title, "") };
    let hash = blake3::hash(title.zh.as_bytes()).to_hex();
    let id = format!("import-{}", hash.as_str().get(..12).unwrap_or("0"));
    Some(Source { id: SourceId::new(&id).ok()?, title, address: String::new() })
}

/// What a row is that holds no record; `None` for one that does.
fn part_of(index: usize, row: &Row, sheet: &Sheet, layout: &Layout) -> Option<Part> {
    if index < layout.head.start {
        return Some(Part::Title);
    }
    if index < layout.head.end || layout.is_head_again(sheet, row) {
        return Some(Part::Head);
    }
    let texts: Vec<(u32, String)> = row
        .cells
        .iter()
        .map(|(column, cell)| (*column, clean::folded(&cell.shown())))
        .filter(|it| !it.1.is_empty())
        .collect();
    let Some((_, first)) = texts.first() else { return Some(Part::SerialOnly) };
    if is_footnote(first) || is_mark_of_page(first, texts.len()) {
        return Some(Part::Footnote);
    }
    let name = name_column(layout);
    if is_sum(&texts, name) {
        return Some(Part::Sum);
    }
    if let Some(words) = heading(&texts, layout, name) {
        return Some(Part::Heading(words));
    }
    let column_of = |number: u32| layout.columns.iter().find(|it| it.number == number);
    let is_serial = |(number, _): &(u32, String)| {
        column_of(*number).is_some_and(|it| it.column.is_some_and(|it| it.spec().content == Content::Serial))
    };
    if texts.iter().all(is_serial) {
        return Some(Part::SerialOnly);
    }
    let is_known = |(number, text): &(u32, String)| {
        let is_value = figure::missing(text).is_none();
        let is_of_record = |head: &layout::HeadRead| {
            head.year.is_some()
                || head.column.is_some_and(|it| !it.spec().field.is_empty() || it == Column::TotalInvestment)
        };
        is_value && column_of(*number).is_some_and(is_of_record)
    };
    let is_beside = !texts.iter().filter(|it| !is_serial(it)).any(is_known);
    is_beside.then_some(Part::Skipped(Why::Beside))
}

/// The number of the column of names.
fn name_column(layout: &Layout) -> Option<u32> {
    let column = match layout.table {
        TableKind::Projects => Column::ProjectName,
        TableKind::Enterprises => Column::EnterpriseName,
        TableKind::Parks => Column::ParkOf,
        TableKind::IndicatorValues => Column::ValuePark,
    };
    layout.of(column).map(|it| it.number)
}

/// What footnotes begin with.
const FOOTNOTES: [&str; 20] = [
    "注",
    "备注",
    "说明",
    "填表人",
    "填报人",
    "联系人",
    "联系电话",
    "电话",
    "制表",
    "制表人",
    "审核",
    "审核人",
    "单位负责人",
    "填表说明",
    "填报日期",
    "填表日期",
    "数据来源",
    "note",
    "notes",
    "source",
];

fn is_footnote(first: &str) -> bool {
    let bare: String = first.chars().filter(|it| !it.is_whitespace()).collect();
    let head = bare.split_once(':').map(|it| it.0.trim_end_matches(|it: char| it.is_ascii_digit()));
    head.is_some_and(|it| FOOTNOTES.contains(&it))
        || ["注1", "注2", "注3", "注.", "注、", "*注", "※"].iter().any(|it| bare.starts_with(it))
        || bare == "注"
}

/// Whether a lone text tells the page: `第1页 共3页`.
fn is_mark_of_page(first: &str, cells: usize) -> bool {
    cells == 1 && first.starts_with('第') && first.contains('页')
}

/// What sums begin with.
const SUMS: [&str; 11] =
    ["合计", "小计", "总计", "共计", "累计", "本页合计", "本页小计", "全市合计", "total", "subtotal", "sum"];

/// Whether the row adds others up: its name, or what stands before an empty name, says so.
fn is_sum(texts: &[(u32, String)], name: Option<u32>) -> bool {
    let says_so = |text: &str| {
        let bare: String = text.chars().filter(|it| !it.is_whitespace()).collect();
        SUMS.iter().any(|word| {
            bare.strip_prefix(word).is_some_and(|rest| {
                let rest = rest.trim_matches(['(', ')', ':', '.']);
                rest.chars().all(|it| it.is_ascii_digit() || "个项目家企业户共,".contains(it))
            })
        })
    };
    match name.and_then(|name| texts.iter().find(|it| it.0 == name)) {
        Some((_, text)) => says_so(text) || texts.first().is_some_and(|(_, first)| says_so(first)),
        None => texts.iter().take(2).any(|(_, text)| says_so(text)),
    }
}

/// The words of a heading within the table, such as `一、电子信息产业`.
fn heading(texts: &[(u32, String)], layout: &Layout, name: Option<u32>) -> Option<String> {
    let (column, first) = texts.first()?;
    let is_alone = texts.len() == 1 && layout.columns.len() >= 3;
    let numbered = without_number(first);
    if let Some(words) = numbered.as_ref().filter(|it| is_alone && !it.is_empty()) {
        return Some(words.clone());
    }
    // 一 | 电子信息产业: the number in a cell of its own, perhaps with sums behind it.
    let is_number = !first.is_empty() && first.chars().all(|it| "一二三四五六七八九十()".contains(it));
    let is_serial = layout
        .columns
        .iter()
        .any(|it| it.number == *column && it.column.is_some_and(|it| it.spec().content == Content::Serial));
    if is_number && is_serial {
        let (_, words) = texts.get(1)?;
        let is_rest_figures = texts.iter().skip(2).all(|(_, text)| text.starts_with(|it: char| it.is_ascii_digit()));
        return is_rest_figures.then(|| without_number(words).unwrap_or_else(|| words.clone()));
    }
    let is_beside_name = name != Some(*column) && is_alone && !first.starts_with(|it: char| it.is_ascii_digit());
    let is_text = layout
        .columns
        .iter()
        .any(|it| it.number == *column && it.column.is_none_or(|it| it.spec().content == Content::Serial));
    (is_beside_name && is_text).then(|| first.clone())
}

/// `text` without `一、`, `(二)` or `三.` at its head; `None` where there is no such number.
fn without_number(text: &str) -> Option<String> {
    let inner = text.strip_prefix('(').unwrap_or(text);
    let digits: String = inner.chars().take_while(|it| "一二三四五六七八九十".contains(*it)).collect();
    let rest = inner.strip_prefix(digits.as_str()).filter(|_| !digits.is_empty())?;
    let rest = rest.strip_prefix([')', ',', '.', ':'])?;
    let rest = rest.trim_start_matches([',', '.', ' ']);
    // 一、电子信息产业（12个）
    Some(rest.split('(').next().unwrap_or(rest).trim().to_owned())
}
