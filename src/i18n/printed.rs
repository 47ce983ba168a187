//! What do papers say on every page, whatever they are about?

use super::phrase::{Lang, Phrase};
use crate::model::text::Text;

/// Name of the sheet with the words of a paper.
pub const NOTES: Phrase = Phrase::new("说明", "Notes");
/// Name of a sheet whose table has none.
pub const TABLE: Phrase = Phrase::new("表", "Table");
/// Heading over what a paper rests on.
pub const PROVENANCE: Phrase = Phrase::new("编制依据", "What this rests on");
/// A table without rows.
pub const NO_ROWS: Phrase = Phrase::new("无", "None");
/// Title of a paper that has none.
pub const UNTITLED: Phrase = Phrase::new("未命名", "Untitled");
/// Who made the file.
pub const MAKER: Phrase = Phrase::new("园区布局工作台", "Parkboard");

/// A document of Word.
pub const DOCUMENT: Phrase = Phrase::new("文档（Word）", "Document (Word)");
/// A page for a browser.
pub const WEB_PAGE: Phrase = Phrase::new("网页（HTML）", "Web page (HTML)");
/// A workbook of Excel.
pub const WORKBOOK: Phrase = Phrase::new("工作簿（Excel）", "Workbook (Excel)");

/// What stands before, between and after the number of a page and the number of pages.
pub const fn page_of_pages(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::Zh => ["第 ", " 页  共 ", " 页"],
        Lang::En => ["Page ", " of ", ""],
    }
}

/// Where a table of a workbook is found.
pub fn table_on_sheet(lang: Lang, title: &str, sheet: &str) -> String {
    match lang {
        Lang::Zh => format!("{title}：见工作表“{sheet}”"),
        Lang::En => format!("{title}: see the sheet “{sheet}”"),
    }
}

/// A file could not be made; `cause` as the library told it.
pub fn not_made(cause: &str) -> Text {
    Text::new(format!("文件未能生成：{cause}"), format!("The file could not be made: {cause}"))
}

/// A sheet has more rows or columns than a workbook holds.
pub fn sheet_too_large(sheet: &str) -> Text {
    Text::new(
        format!("工作表“{sheet}”超出 1,048,576 行或 16,384 列，请分成几份再导出"),
        format!("The sheet “{sheet}” has more than 1,048,576 rows or 16,384 columns: export it in parts"),
    )
}
