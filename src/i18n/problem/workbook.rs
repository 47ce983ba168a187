//! Why a workbook of another program cannot be used: cause first, then the cure.

use super::piece;
use crate::{
    i18n::figure,
    io::sheet::fault::{Halt, Instead, WorkbookFault},
    model::text::Text,
};

/// What `fault` says.
pub fn fault(fault: &WorkbookFault) -> Text {
    match fault {
        WorkbookFault::Other(instead) => other(*instead),
        WorkbookFault::Encrypted => Text::new(
            "工作簿有密码保护；请在 Excel 或 WPS 中去掉密码后另存",
            "A password protects the workbook; remove it in Excel or WPS, and save it",
        ),
        WorkbookFault::Damaged(part) => damaged(part),
        WorkbookFault::ManyParts(parts, most) => Text::new(
            format!("文件含 {parts} 个部件，上限 {most}；请把数据表复制到新工作簿再导入"),
            format!("The file has {parts} parts, at most {most} are read; copy the sheet into a new workbook"),
        ),
        WorkbookFault::LargePart(part, most) => Text::new(
            format!("部件“{}”解压后超过 {most} MB，未读取；请把数据表复制到新工作簿，或拆成几个文件", piece(part)),
            format!(
                "The part \"{}\" unfolds to more than {most} MB and was not read; copy the sheet into a new workbook, or split it",
                piece(part)
            ),
        ),
        WorkbookFault::LargeWhole(most) => Text::new(
            format!("解压后超过 {most} MB，未读取；请只保留需要的工作表，或拆成几个文件"),
            format!("It unfolds to more than {most} MB and was not read; keep the sheets that are needed, or split it"),
        ),
        WorkbookFault::Bomb(part, times) => Text::new(
            format!(
                "部件“{}”解压后超过原大小 {times} 倍，疑为恶意文件，未读取；请向提供者核实，或复制到新工作簿",
                piece(part)
            ),
            format!(
                "The part \"{}\" unfolds to more than {times} times its size, as if meant to harm, and was not read; \
                 ask who sent it, or copy the sheet into a new workbook",
                piece(part)
            ),
        ),
        WorkbookFault::FalseCount(count) => Text::new(
            format!("文件自称有 {} 条文字，与其大小不符，未读取；请在 Excel 或 WPS 中打开后另存", piece(count)),
            format!(
                "The file claims {} texts, more than its size can hold, and was not read; open it in Excel or WPS and save it",
                piece(count)
            ),
        ),
        WorkbookFault::LongText(place, most) => {
            let most = whole(*most);
            Text::new(
                format!("“{}”中有超过 {most} 个字符的文字，单元格容纳不下；请缩短后再导入", piece(place)),
                format!(
                    "\"{}\" has a text of more than {most} characters, more than a cell holds; shorten it",
                    piece(place)
                ),
            )
        }
        WorkbookFault::Deep(part, most) => Text::new(
            format!("部件“{}”嵌套超过 {most} 层，不像表格，未读取；请在 Excel 或 WPS 中打开后另存", piece(part)),
            format!(
                "The part \"{}\" is nested more than {most} deep, which no table is, and was not read; \
                 open it in Excel or WPS and save it",
                piece(part)
            ),
        ),
        WorkbookFault::FarCell { sheet, cell, rows, columns } => far_cell(sheet, cell, *rows, columns),
        WorkbookFault::ManyCells(most) => Text::new(
            format!("非空单元格超过 {} 个；请删去不需要的行列，或拆成几个文件", whole(*most)),
            format!(
                "More than {} cells are filled; delete rows and columns that are not needed, or split it",
                whole(*most)
            ),
        ),
        WorkbookFault::ManySheets(most) => Text::new(
            format!("工作表超过 {} 个；请只保留需要的工作表", whole(*most)),
            format!("There are more than {} sheets; keep those that are needed", whole(*most)),
        ),
        WorkbookFault::NotUnderstood(words) => Text::new(
            "无法理解此工作簿的内容；请在 Excel 或 WPS 中打开后另存为 .xlsx",
            format!("The workbook is not understood ({}); open it in Excel or WPS and save it as .xlsx", piece(words)),
        ),
        WorkbookFault::Unsafe(halt) => not_safe(*halt),
        WorkbookFault::NoReader => Text::new(
            "无法启动读取工作簿的程序；请重新安装本程序，或另存为 CSV UTF-8 再导入",
            "The program that reads workbooks cannot be started; install Parkboard again, or save the sheet as CSV UTF-8",
        ),
        WorkbookFault::Characters(encoding) => Text::new(
            format!("从此行起有字符不能按 {encoding} 解读；请另存为 CSV UTF-8 或 .xlsx"),
            format!("From this line on characters cannot be read as {encoding}; save the file as CSV UTF-8 or .xlsx"),
        ),
        WorkbookFault::Cancelled => Text::new(
            "已取消，未导入任何内容；需要时请重新导入",
            "Cancelled, and nothing was imported; import the file again when needed",
        ),
    }
}

/// A number with its thousands set apart.
fn whole(number: u64) -> String {
    figure::whole(i64::try_from(number).unwrap_or(i64::MAX))
}

/// What the file is instead of a workbook, with how to get one.
fn other(instead: Instead) -> Text {
    match instead {
        Instead::WebPage => Text::new(
            "这是网页，只是名称像表格；请用 Excel 或 WPS 打开，另存为 .xlsx",
            "This is a web page under the name of a table; open it in Excel or WPS and save it as .xlsx",
        ),
        Instead::Xml => Text::new(
            "这是 XML 文件；请用 Excel 或 WPS 打开，另存为 .xlsx",
            "This is an XML file; open it in Excel or WPS and save it as .xlsx",
        ),
        Instead::Document => Text::new(
            "这是文字文档，不是工作簿；请把其中的表格复制到 Excel 或 WPS 表格，另存为 .xlsx",
            "This is a document, not a workbook; copy its table into Excel or WPS and save it as .xlsx",
        ),
        Instead::Slides => Text::new(
            "这是演示文稿，不是工作簿；请把其中的表格复制到 Excel 或 WPS 表格，另存为 .xlsx",
            "These are slides, not a workbook; copy their table into Excel or WPS and save it as .xlsx",
        ),
        Instead::Picture => Text::new(
            "这是图片，不是工作簿；请向提供者索取原始表格",
            "This is a picture, not a workbook; ask who sent it for the table itself",
        ),
        Instead::Pdf => Text::new(
            "这是 PDF，不是工作簿；请向提供者索取原始表格",
            "This is a PDF, not a workbook; ask who sent it for the table itself",
        ),
        Instead::BinaryWorkbook => Text::new(
            "这是二进制工作簿（.xlsb）；请在 Excel 中另存为 .xlsx",
            "This is a binary workbook (.xlsb); save it as .xlsx in Excel",
        ),
        Instead::Archive => Text::new(
            "这是压缩包，不是工作簿；请解压后选择其中的工作簿",
            "This is a compressed folder, not a workbook; unpack it and choose the workbook in it",
        ),
        Instead::Scenario => Text::new(
            "这是情景或规则包，不是工作簿；请用“打开”载入",
            "This is a scenario or rule pack, not a workbook; load it with Open",
        ),
        Instead::Unknown => Text::new(
            "既不是工作簿也不是文字；请选择 .xlsx、.xls、.ods 或 .csv 文件",
            "Neither a workbook nor text; choose a .xlsx, .xls, .ods or .csv file",
        ),
    }
}

/// The file is cut off or changed.
fn damaged(part: &str) -> Text {
    let (zh, en) = if part.is_empty() {
        (String::new(), String::new())
    } else {
        (format!("（{}）", piece(part)), format!(" ({})", piece(part)))
    };
    Text::new(
        format!("工作簿已损坏或不完整{zh}；请重新获取，或在 Excel 或 WPS 中修复后另存"),
        format!("The workbook is damaged or cut off{en}; get it once more, or repair and save it in Excel or WPS"),
    )
}

/// A cell lies beyond the rows and columns that are read.
fn far_cell(sheet: &str, cell: &str, rows: u64, columns: &str) -> Text {
    let (sheet, rows) = (piece(sheet), whole(rows));
    Text::new(
        format!(
            "工作表“{sheet}”的单元格 {cell} 在读取范围之外（到第 {rows} 行、{columns} 列）；请删去远处的内容后另存"
        ),
        format!(
            "Cell {cell} of the sheet \"{sheet}\" is beyond what is read (row {rows}, column {columns}); \
             delete what stands far out, and save it"
        ),
    )
}

/// The workbook cannot be read safely.
fn not_safe(halt: Halt) -> Text {
    let (zh, en) = match halt {
        Halt::Memory => ("所需内存过多", "it takes too much memory"),
        Halt::Time => ("读取时间过长", "it takes too long"),
        Halt::Crash => ("读取中断", "reading it broke off"),
    };
    Text::new(
        format!("此工作簿无法安全读取（{zh}）；请在 Excel 或 WPS 中把数据复制到新工作簿，另存为 .xlsx"),
        format!("This workbook cannot be read safely ({en}); copy its data into a new workbook and save it as .xlsx"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_has_a_cause_and_a_cure_of_its_own() {
        use Instead as I;
        let part = || "xl/x.xml".to_owned();
        let instead = [
            I::WebPage,
            I::Xml,
            I::Document,
            I::Slides,
            I::Picture,
            I::Pdf,
            I::BinaryWorkbook,
            I::Archive,
            I::Scenario,
            I::Unknown,
        ];
        let mut faults: Vec<WorkbookFault> = instead.map(WorkbookFault::Other).into();
        faults.extend([Halt::Memory, Halt::Time, Halt::Crash].map(WorkbookFault::Unsafe));
        faults.extend([
            WorkbookFault::Encrypted,
            WorkbookFault::Damaged(String::new()),
            WorkbookFault::Damaged(part()),
            WorkbookFault::ManyParts(5_000, 2_000),
            WorkbookFault::LargePart(part(), 256),
            WorkbookFault::LargeWhole(512),
            WorkbookFault::Bomb(part(), 200),
            WorkbookFault::FalseCount("7".to_owned()),
            WorkbookFault::LongText(part(), 32_767),
            WorkbookFault::Deep(part(), 256),
            WorkbookFault::FarCell { sheet: part(), cell: "XFD3".to_owned(), rows: 200_000, columns: "SF".to_owned() },
            WorkbookFault::ManyCells(2_000_000),
            WorkbookFault::ManySheets(1_000),
            WorkbookFault::NotUnderstood("\u{202e}words".to_owned()),
            WorkbookFault::NoReader,
            WorkbookFault::Characters("GB18030".to_owned()),
            WorkbookFault::Cancelled,
        ]);
        let mut told: Vec<Text> = faults.iter().map(fault).collect();
        for text in &told {
            assert!(text.zh.contains('；') && text.en.contains([';', ',']), "{text:?}");
            assert!(!text.en.contains('\u{202e}') && !text.zh.is_ascii(), "{text:?}");
        }
        told.sort();
        told.dedup();
        assert_eq!(told.len(), faults.len());
    }
}
