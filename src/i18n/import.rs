//! The words of the panel in which an import is looked through; what is said of single rows stands in [`super::intake`].

use super::{
    figure, finding, intake as told,
    phrase::{Lang, Phrase},
    term,
};
use crate::{
    intake::{
        column::{Column, TableKind},
        note::Note,
        outcome::{DataRow, RowReading},
        sheet::Encoding,
        values::{Plain, Value},
    },
    model::{scenario::Scenario, text::Text},
};

/// The panel.
pub const TITLE: Phrase = Phrase::new("导入表格", "Import sheets");
/// Its action.
pub const IMPORT: Phrase = Phrase::new("导入表格…", "Import sheets…");
/// Pastes cells.
pub const PASTE: Phrase = Phrase::new("粘贴表格", "Paste cells");
/// Which files.
pub const CHOOSE: Phrase = Phrase::new("选择要导入的表格", "Choose sheets to import");
/// What the dialog of files shows.
pub const FILES: Phrase = Phrase::new("表格", "Sheets");
/// All rows.
pub const ALL: Phrase = Phrase::new("全部", "All");
/// Rows that are not taken.
pub const REFUSED: Phrase = Phrase::new("未导入", "Refused");
/// Rows with notes.
pub const NOTED: Phrase = Phrase::new("有说明", "Notes");
/// Rows as they stand.
pub const TAKEN: Phrase = Phrase::new("可导入", "Taken");
/// Rows that change nothing.
pub const UNCHANGED: Phrase = Phrase::new("无变化", "Unchanged");
/// Leaves the import.
pub const LEAVE: Phrase = Phrase::new("不导入", "Leave");
/// More files.
pub const ADD_FILES: Phrase = Phrase::new("添加表格…", "Add sheets…");
/// Takes the last correction back.
pub const BACK: Phrase = Phrase::new("撤回更正", "Take the correction back");
/// Makes it again.
pub const AGAIN: Phrase = Phrase::new("重做更正", "Redo the correction");
/// It is worked out.
pub const BUSY: Phrase = Phrase::new("正在核对，请稍候", "Rows are being worked out");
/// Nothing can be taken in.
pub const NOTHING: Phrase = Phrase::new("没有可导入的新内容", "There is nothing new to take in");
/// Stops the reading.
pub const STOP: Phrase = Phrase::new("停止", "Stop");
/// No row is selected.
pub const NO_ROW: Phrase = Phrase::new("没有选中的行", "No row is selected");
/// There are no records at all.
pub const NO_RECORDS: Phrase = Phrase::new(
    "没有找到数据行；请在左侧查看各工作表的识别结果",
    "No rows of data were found; see at the left what the sheets were read as",
);
/// None of this kind.
pub const NONE_OF_KIND: Phrase = Phrase::new("没有这一类的行", "No rows of this kind");
/// No table.
pub const NO_TABLE: Phrase = Phrase::new("未识别为数据表", "No table of data");
/// Leaves a sheet out.
pub const SKIP_SHEET: Phrase = Phrase::new("不读此表", "Leave this sheet out");
/// Reads it after all.
pub const READ_SHEET: Phrase = Phrase::new("读取此表", "Read this sheet");
/// Reads a sheet that was left out.
pub const READ_ANYWAY: Phrase = Phrase::new("仍然读取", "Read it anyway");
/// Which table it is.
pub const TABLE: Phrase = Phrase::new("内容", "Table");
/// Who reports it.
pub const REPORTER: Phrase = Phrase::new("首报单位", "First reported by");
/// The sheet does not say.
pub const NO_REPORTER: Phrase = Phrase::new("首报单位：按列", "Reporter: from its column");
/// The columns.
pub const COLUMNS: Phrase = Phrase::new("各列识别为", "Columns are read as");
/// A column that is left out.
pub const LEFT_OUT: Phrase = Phrase::new("不导入", "Left out");
/// A column that nobody knows.
pub const UNKNOWN_COLUMN: Phrase = Phrase::new("未识别，不导入", "Not known, left out");
/// Leaves a column out.
pub const LEAVE_COLUMN: Phrase = Phrase::new("不导入此列", "Leave this column out");
/// Leaves a row out.
pub const LEAVE_ROW: Phrase = Phrase::new("不要此行", "Leave this row out");
/// It is no second report.
pub const NO_SECOND: Phrase = Phrase::new("不是重复申报", "It is no second report");
/// It may be one.
pub const MAY_BE_SECOND: Phrase = Phrase::new("恢复查重", "It may be a second report");
/// The sub-sector.
pub const INDUSTRY: Phrase = Phrase::new("细分领域", "Sub-sector");
/// It has to be chosen.
pub const CHOOSE_INDUSTRY: Phrase = Phrase::new("请选择", "choose one");
/// Personal data.
pub const PERSONAL: Phrase = Phrase::new("个人信息，不导入，也不显示", "Personal data: neither taken nor shown");

/// Begins to take in so many rows.
pub fn take_in(count: usize) -> Text {
    Text::new(format!("导入 {count} 行"), format!("Take in {count} {}", if count == 1 { "row" } else { "rows" }))
}

/// How far the reading is.
pub fn reading(rows: u64, is_reading: bool) -> Text {
    let rows = figure::grouped(&rows.to_string());
    if is_reading {
        Text::new(format!("正在读取，已读 {rows} 行"), format!("Reading, {rows} rows so far"))
    } else {
        Text::new("正在逐行核对", "Working out row by row")
    }
}

/// All sheets together.
pub fn all_sheets(count: usize) -> Text {
    Text::new(format!("全部 {count} 张表"), format!("All {count} sheets"))
}

/// How many rows of which table a sheet has.
pub fn rows_of(table: TableKind, rows: usize) -> Text {
    let table = told::table(table);
    Text::new(format!("{} · {rows} 行", table.zh), format!("{} · {rows} rows", table.en))
}

/// In which characters a text was written.
pub fn encoding(encoding: &Encoding) -> Text {
    let name = &encoding.name;
    if encoding.is_certain {
        Text::new(format!("编码 {name}"), format!("Encoding {name}"))
    } else {
        Text::new(
            format!("编码推断为 {name}，请核对文字"),
            format!("Encoding taken for {name}; look whether the words are right"),
        )
    }
}

/// How many rows hold no record.
pub fn skipped_rows(count: usize) -> Text {
    Text::new(format!("非数据行 {count}"), format!("Rows without a record: {count}"))
}

/// A row that holds no record, and what it is.
pub fn skipped(row: &RowReading) -> Text {
    let part = told::part(&row.part);
    Text::new(format!("第 {} 行：{}", row.spot.row, part.zh), format!("Row {}: {}", row.spot.row, part.english()))
}

/// What a row is called: its name, or park and indicator.
pub fn name_of(scenario: &Scenario, row: &DataRow, lang: Lang) -> String {
    let of = |wanted: &[Column]| {
        let found = row.values.iter().find(|(column, _)| wanted.contains(column));
        found.map(|(column, it)| value(scenario, *column, it).of(lang).to_owned())
    };
    let name = of(&[Column::ProjectName, Column::EnterpriseName, Column::ParkOf]);
    let value = || {
        let parts = [of(&[Column::ValuePark]), of(&[Column::ValueIndicator]), of(&[Column::ValueYear])];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    };
    let nameless = || Phrase::new("没有名称", "Without a name").of(lang).to_owned();
    name.or_else(value).unwrap_or_else(nameless)
}

/// A note with its place, and how many more there are.
pub fn note_at(scenario: &Scenario, note: &Note, more: usize, lang: Lang) -> String {
    let sentence = told::sentence(scenario, note);
    let written = if note.written.is_empty() { String::new() } else { format!(" “{}”", note.written) };
    let more = if more > 0 { format!("  +{more}") } else { String::new() };
    // What is said of a row as a whole has no cell; the row stands beside it anyway.
    let place = if note.cell.0 == 0 { String::new() } else { note.address() };
    format!("{} {}{more}", format!("{place}{written}").trim(), sentence.of(lang)).trim().to_owned()
}

/// A value as it was read, with its unit.
pub fn value(scenario: &Scenario, column: Column, value: &Value) -> Text {
    let same = |text: String| Text::new(text, String::new());
    match value {
        Value::Industry(id) => finding::industry_name(scenario, id),
        Value::Park(id) => scenario.parks.get(id).map_or_else(|| same(id.to_string()), |it| it.name.clone()),
        Value::Unit(id) => scenario.units.get(id).map_or_else(|| same(id.to_string()), |it| it.name.clone()),
        Value::Kind(kind) => term::project_kind(*kind).into(),
        Value::Status(status) => term::register_status(*status).into(),
        Value::Class(class) => term::environment_class(*class).into(),
        Value::Text(_)
        | Value::Texts(_)
        | Value::Steps(..)
        | Value::Number(_)
        | Value::Day(_)
        | Value::Year(_)
        | Value::Truth(_)
        | Value::Indicator(_)
        | Value::Group(_)
        | Value::Stream(_)
        | Value::Facilities(_)
        | Value::Document(_) => match value.plain() {
            Plain::Text(text) => same(text),
            Plain::Truth(true) => Text::new("是", "yes"),
            Plain::Truth(false) => Text::new("否", "no"),
            Plain::Figure(digits) if matches!(value, Value::Year(_)) => same(digits),
            Plain::Figure(digits) => {
                let (zh, en) = column.spec().unit;
                let digits = figure::grouped(&digits);
                Text::new(format!("{digits} {zh}").trim().to_owned(), format!("{digits} {en}").trim().to_owned())
            }
        },
    }
}

/// That the clipboard holds no cells.
pub fn nothing_pasted() -> Text {
    Text::new(
        "剪贴板里没有单元格；请先在表格软件中选中并复制",
        "There are no cells on the clipboard; select and copy some in a spreadsheet first",
    )
}

/// That rows are still being worked out.
pub fn still_working_out() -> Text {
    Text::new("正在逐行核对，请稍候再导入", "Rows are still being worked out; take them in when that is done")
}

/// That nothing can be taken in.
pub fn nothing_to_take_in() -> Text {
    Text::new("没有可导入的新内容，情景未变", "There is nothing new to take in; the scenario is as it was")
}

/// How many records were taken in, and how many rows were not.
pub fn taken_in(count: usize, refused: usize) -> Text {
    let (mut zh, mut en) = (format!("已导入 {count} 条"), format!("Taken in: {count}"));
    if refused > 0 {
        zh.push_str(&format!("，{refused} 行未导入"));
        en.push_str(&format!(", {refused} rows refused"));
    }
    Text::new(zh, en)
}
