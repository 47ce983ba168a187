//! What becomes of workbooks that other programs wrote? Each kind is read to the same cells, every file that is none or means
//! harm is told as what it is, in both languages, and no reading outlives its cancelling.

#[path = "sheets/killers.rs"]
mod killers;

use std::{
    fs,
    io::{Cursor, Read},
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use jiff::civil::date;
use parkboard::{
    i18n,
    intake::sheet::{Cell, Encoding, Kind, Row, Sheet, Workbook},
    io::{
        problem::FileProblem,
        sheet::{self, Watch},
    },
};
use rust_xlsxwriter as writer;

use self::killers::{killers, ods, ods_with, xlsx, xlsx_of, zipped};
use crate::{
    fixture::{Chance, Folder, root, sample_path},
    hostile::has_english,
};

fn read(path: &Path) -> Result<Workbook, Vec<FileProblem>> {
    sheet::set_worker(PathBuf::from(env!("CARGO_BIN_EXE_parkboard")));
    sheet::read(path, &Watch::default())
}

/// What is read from a file of these bytes.
fn read_bytes(name: &str, bytes: &[u8]) -> Result<Workbook, Vec<FileProblem>> {
    let folder = Folder::new();
    let path = folder.path(name);
    fs::write(&path, bytes).unwrap();
    read(&path)
}

/// The sentences of the refusal of a file of these bytes.
fn refused(name: &str, bytes: &[u8]) -> (String, String) {
    let problems = read_bytes(name, bytes).unwrap_err();
    assert_eq!(problems.len(), 1, "{name}: {problems:?}");
    let told = i18n::problem::sentence(&problems[0]);
    // Every sentence has a cause and a cure.
    assert!(told.zh.contains('；') && told.en.contains("; "), "{told:?}");
    assert!(!has_english(&told.zh), "{}", told.zh);
    (told.zh, told.en)
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn row(number: u32, cells: Vec<(u32, Cell)>) -> Row {
    Row { number, cells }
}

/// The rows of the only sheet of a CSV of these bytes.
fn csv(bytes: &[u8]) -> Vec<Row> {
    let workbook = read_bytes("projects.csv", bytes).unwrap();
    assert_eq!((workbook.kind, workbook.sheets.len()), (Kind::Csv, 1));
    assert_eq!(workbook.sheets[0].name, "projects");
    workbook.sheets.into_iter().next().unwrap().rows
}

#[test]
fn the_same_workbook_of_three_kinds_has_the_same_cells() {
    for (ending, kind) in [("xlsx", Kind::Xlsx), ("xls", Kind::Xls), ("ods", Kind::Ods)] {
        let workbook = read(&root().join("tests/headless/sheets").join(format!("parks.{ending}"))).unwrap();
        assert_eq!((workbook.kind, workbook.encoding, workbook.name), (kind, None, format!("parks.{ending}")));
        let rows = vec![
            row(1, vec![(1, text("园区一览"))]),
            row(4, vec![(1, text("名称")), (2, text("面积（亩）")), (3, text("批复日期")), (5, text("备注"))]),
            row(
                5,
                vec![
                    (1, text("绵阳高新区")),
                    (2, Cell::Number(1_234.5)),
                    (3, Cell::Day(date(2022, 7, 8))),
                    (5, text("第一行\n第二行")),
                ],
            ),
            row(
                6,
                vec![
                    (1, text("合计")),
                    (2, Cell::Number(2_469.0)),
                    (3, text("10:30")),
                    (4, Cell::Number(1.0)),
                    (5, Cell::Fault("#DIV/0!".to_owned())),
                ],
            ),
        ];
        let merged = vec![(1, 1, 3, 1)];
        let parks = Sheet { name: "园区".to_owned(), rows, merged, ..Sheet::default() };
        let hidden = vec![row(1, vec![(2, text("隐藏"))])];
        let hidden = Sheet { name: "备查".to_owned(), is_hidden: true, rows: hidden, ..Sheet::default() };
        assert_eq!(workbook.sheets, [parks, hidden], "{ending}");
    }
}

#[test]
fn the_kind_is_told_by_the_bytes_not_by_the_name() {
    let bytes = fs::read(root().join("tests/headless/sheets/parks.ods")).unwrap();
    assert_eq!(read_bytes("parks.xlsx", &bytes).unwrap().kind, Kind::Ods);
    assert_eq!(read_bytes("parks.xls", "名称,面积\n甲,3\n".as_bytes()).unwrap().kind, Kind::Csv);
    assert_eq!(read_bytes("parks.csv", &xlsx("", &[])).unwrap().kind, Kind::Xlsx);
}

#[test]
fn what_is_no_workbook_is_told_as_what_it_is() {
    let word = zipped(&[("[Content_Types].xml", b"<a/>"), ("word/document.xml", b"<a/>")]);
    let slides = zipped(&[("ppt/presentation.xml", b"<a/>")]);
    let binary = zipped(&[("xl/workbook.bin", b"x")]);
    let letter = zipped(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<a/>")]);
    let mut locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    locked.resize(1_024, 0);
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    locked.resize(2_048, 0);
    let secret = b"<m:manifest xmlns:m=\"m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>";
    let secret = zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", b"\x07\x99noise"),
        ("META-INF/manifest.xml", secret),
    ]);
    let scenario = fs::read(sample_path()).unwrap();
    let cases: [(&str, &[u8], &str, &str); 14] = [
        ("letter.xlsx", &word, "这是文字文档", "This is a document"),
        ("slides.xlsx", &slides, "这是演示文稿", "These are slides"),
        ("parks.xlsb", &binary, "二进制工作簿", "binary workbook"),
        ("letter.ods", &letter, "这是文字文档", "This is a document"),
        ("locked.xlsx", &locked, "密码保护", "A password protects"),
        ("locked.ods", &secret, "密码保护", "A password protects"),
        ("photo.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "这是图片", "This is a picture"),
        ("plan.xls", b"%PDF-1.7\n", "这是 PDF", "This is a PDF"),
        ("page.xls", b"<html><body><table>", "这是网页", "This is a web page"),
        ("table.xls", b"<?xml version=\"1.0\"?>\n<Workbook>", "这是 XML 文件", "This is an XML file"),
        ("empty.csv", b"", "文件没有内容", "There is nothing in the file"),
        ("blank.csv", b"\r\n \n", "文件没有内容", "There is nothing in the file"),
        ("noise.csv", b"a,b\0c\n", "既不是工作簿也不是文字", "Neither a workbook nor text"),
        ("plan.csv", &scenario, "这是情景或规则包", "This is a scenario or rule pack"),
    ];
    for (name, bytes, zh, en) in cases {
        let told = refused(name, bytes);
        assert!(told.0.contains(zh) && told.1.contains(en), "{name}: {told:?}");
    }
    let folder = Folder::new();
    let told = |path: &Path| i18n::problem::sentence(&read(path).unwrap_err()[0]).zh;
    assert!(told(&folder.path(".")).contains("不是文件"));
    assert!(told(&folder.path("nothing.xlsx")).contains("文件不存在"));
}

#[test]
fn workbooks_that_mean_harm_are_refused_with_a_sentence() {
    for killer in killers(6) {
        let Some((zh, en)) = killer.told else {
            let workbook = read_bytes("killer.xlsx", &killer.bytes).unwrap();
            assert_eq!(workbook.sheets[0].rows, [row(1, vec![(1, Cell::Number(7.0))])], "{}", killer.name);
            continue;
        };
        let told = refused("killer.xlsx", &killer.bytes);
        assert!(told.0.contains(zh) && en.split('|').any(|en| told.1.contains(en)), "{}: {told:?}", killer.name);
    }
}

#[test]
fn days_follow_the_calendar_of_the_workbook() {
    let styles = br#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="46"/><xf numFmtId="57"/></cellXfs></styleSheet>"#;
    let cells = [0, 1, 2, 3, 4].map(|style| format!(r#"<c s="{style}"><v>43288.5</v></c>"#)).concat();
    let sheet = format!("<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>");
    let day = |system: &str| {
        let book = format!(
            r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{system}<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#
        );
        let bytes = xlsx_of(sheet.as_bytes(), &book, &[("xl/styles.xml", styles)]);
        read_bytes("days.xlsx", &bytes).unwrap().sheets[0].rows[0].cells.clone()
    };
    for (system, told) in [("", date(2018, 7, 7)), (r#"<workbookPr date1904="1"/>"#, date(2022, 7, 8))] {
        let told = Cell::Day(told);
        // The third and the last are formats that only Chinese Excel has, such as 2018年7月7日.
        let cells =
            [(1, Cell::Number(43_288.5)), (2, told.clone()), (3, told.clone()), (4, text("1038924:00")), (5, told)];
        assert_eq!(day(system), cells, "{system}");
    }
}

#[test]
fn a_workbook_of_a_writer_keeps_numbers_texts_formulas_and_merged_heads() {
    let mut book = writer::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.merge_range(0, 1, 0, 3, "投资", &writer::Format::new()).unwrap();
    sheet.write(1, 0, "=1+1").unwrap();
    sheet.write(1, 1, 0.1).unwrap();
    sheet.write(2, 2, true).unwrap();
    sheet.write_formula(2, 3, writer::Formula::new("=B2*2").set_result("0.2")).unwrap();
    sheet.write_blank(9, 9, &writer::Format::new().set_bold()).unwrap();
    book.add_worksheet().set_name("备查").unwrap().set_hidden(true);
    let workbook = read_bytes("a.xlsx", &book.save_to_buffer().unwrap()).unwrap();
    let rows = [
        row(1, vec![(2, text("投资"))]),
        row(2, vec![(1, text("=1+1")), (2, Cell::Number(0.1))]),
        row(3, vec![(3, Cell::Truth(true)), (4, Cell::Number(0.2))]),
    ];
    assert_eq!(workbook.sheets[0].rows, rows);
    assert_eq!(workbook.sheets[0].merged, [(2, 1, 4, 1)]);
    assert_eq!(workbook.sheets.iter().map(|it| it.is_hidden).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn the_last_row_and_column_are_read_and_one_more_is_not() {
    let at = |cell: &str| {
        let number: String = cell.chars().filter(char::is_ascii_digit).collect();
        read_bytes("a.xlsx", &xlsx(&format!("<row r=\"{number}\"><c r=\"{cell}\"><v>3</v></c></row>"), &[]))
    };
    assert_eq!(at("SF200000").unwrap().sheets[0].rows, [row(200_000, vec![(500, Cell::Number(3.0))])]);
    assert!(at("SG200000").is_err());
    assert!(at("SF200001").is_err());
    // A cell without a value is no cell, wherever it stands.
    let styled = read_bytes("a.xlsx", &xlsx("<row r=\"1048576\"><c r=\"XFD1048576\" s=\"0\"/></row>", &[]));
    assert!(styled.unwrap().sheets[0].rows.is_empty());
}

#[test]
fn cells_of_one_address_and_rows_out_of_order_are_settled() {
    let rows = r#"<row r="5"><c r="C5"><v>1</v></c><c r="A5"><v>2</v></c><c r="C5"><v>3</v></c></row><row r="2"><c r="A2"><v>4</v></c></row><row r="5"><c r="B5"><v>5</v></c></row>"#;
    let workbook = read_bytes("a.xlsx", &xlsx(rows, &[])).unwrap();
    let number = Cell::Number;
    let told = [row(2, vec![(1, number(4.0))]), row(5, vec![(1, number(2.0)), (2, number(5.0)), (3, number(3.0))])];
    assert_eq!(workbook.sheets[0].rows, told);
}

#[test]
fn repeated_rows_of_open_document_keep_their_numbers() {
    let cell = r#"<table:table-cell office:value-type="float" office:value="7"/>"#;
    let bytes = ods(&format!(
        r#"<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="4"/>{cell}</table:table-row>"#
    ));
    let told = [4, 5].map(|number| row(number, vec![(5, Cell::Number(7.0))]));
    assert_eq!(read_bytes("a.ods", &bytes).unwrap().sheets[0].rows, told);
}

#[test]
fn cells_outside_of_sheets_and_blank_ones_count_for_nothing() {
    let cell = r#"<table:table-cell office:value-type="float" office:value="7"/>"#;
    let first = format!("<table:table-row>{cell}</table:table-row>");
    let tracked = format!("<table:tracked-changes><table:deletion>{cell}</table:deletion></table:tracked-changes>");
    let link = format!(
        "<table:dde-links><table:dde-link><table:table>{first}</table:table></table:dde-link></table:dde-links>"
    );
    let end = r#"<table:table-row table:number-rows-repeated="1048575"><table:table-cell/></table:table-row>"#;
    let void = r#"<table:table-row><table:table-cell table:number-columns-repeated="1024" office:value-type="void"/></table:table-row>"#;
    let empty = r#"<table:table-row><table:table-cell table:number-columns-repeated="1024" office:value-type="string"><text:p> </text:p></table:table-cell></table:table-row>"#;
    for (before, rows, after) in [
        (tracked.as_str(), first.clone(), ""),
        ("", format!("{first}{end}"), link.as_str()),
        ("", format!("{first}{void}{empty}{end}"), ""),
    ] {
        let book = read_bytes("a.ods", &ods_with(before, "S", &rows, after)).unwrap();
        assert_eq!(book.sheets[0].rows, [row(1, vec![(1, Cell::Number(7.0))])], "{before}{rows}{after}");
    }
}

#[test]
fn a_cell_too_far_out_is_told_with_the_whole_name_of_its_sheet() {
    let rows = r#"<table:table-row><table:table-cell table:number-columns-repeated="501" office:value-type="float" office:value="7"/></table:table-row>"#;
    let (zh, en) = refused("a.ods", &ods_with("", "O'Brien &amp; 园区", rows, ""));
    assert!(zh.contains("O'Brien & 园区") && en.contains("\"O'Brien & 园区\""), "{zh} {en}");
}

#[test]
fn text_is_read_in_the_characters_that_it_was_written_in() {
    let rows =
        [row(1, vec![(1, text("名称")), (2, text("面积"))]), row(2, vec![(1, text("绵阳㐀𠮷园")), (2, text("12.50"))])];
    let written = "名称,面积\r\n绵阳㐀𠮷园,12.50\r\n";
    let (gb, _, is_lossy) = encoding_rs::GB18030.encode(written);
    assert!(!is_lossy);
    let utf16 = |big: bool| -> Vec<u8> {
        let order = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
        "\u{feff}".encode_utf16().chain(written.encode_utf16()).flat_map(order).collect()
    };
    let cases: [(Vec<u8>, &str, bool); 5] = [
        (written.as_bytes().to_vec(), "UTF-8", true),
        ([b"\xef\xbb\xbf", written.as_bytes()].concat(), "UTF-8", true),
        (utf16(false), "UTF-16LE", true),
        (utf16(true), "UTF-16BE", true),
        (gb.into_owned(), "GB18030", false),
    ];
    for (bytes, name, is_certain) in cases {
        let workbook = read_bytes("projects.csv", &bytes).unwrap();
        assert_eq!(workbook.encoding, Some(Encoding { name: name.to_owned(), is_certain }));
        assert_eq!(workbook.sheets[0].rows, rows, "{name}");
    }
}

#[test]
fn four_bytes_are_enough_to_tell_chinese_characters() {
    let workbook = read_bytes("a.csv", b"\xd4\xb0\xc7\xf8").unwrap();
    assert_eq!(workbook.sheets[0].rows, [row(1, vec![(1, text("园区"))])]);
    assert_eq!(workbook.encoding, Some(Encoding { name: "GB18030".to_owned(), is_certain: false }));
}

#[test]
fn characters_that_cannot_be_told_are_refused_with_their_line() {
    let mut broken = "名称,面积\n绵阳高新技术产业开发区及其周边的若干园区,1\n甲".as_bytes().to_vec();
    broken.extend(b"\xe5\x9b,2\n");
    let (mut gb, _, _) = encoding_rs::GB18030.encode("名称,面积\n绵阳高新区,1\n");
    gb.to_mut().extend(b"\xff\xff,3\n");
    for (bytes, encoding) in [(broken.as_slice(), "UTF-8"), (&gb, "GB18030"), ("a\nb\n\u{fffd}\n".as_bytes(), "UTF-8")]
    {
        let problems = read_bytes("a.csv", bytes).unwrap_err();
        assert!(problems[0].place().ends_with("a.csv:3:1"), "{}", problems[0].place());
        assert!(i18n::problem::sentence(&problems[0]).zh.contains(encoding));
    }
}

#[test]
fn separators_quotes_and_ragged_rows_of_text() {
    let told = [
        row(1, vec![(1, text("名称")), (2, text("投资"))]),
        row(3, vec![(1, text("甲;乙\n丙")), (2, text("1,5")), (4, text("余"))]),
        row(4, vec![(2, text("\"丁"))]),
    ];
    assert_eq!(csv("名称;投资\n\n\"甲;乙\r\n丙\";1,5;;余\n;\"丁\n".as_bytes()), told);
    assert_eq!(csv("sep=;\n名称;投资\n\n\"甲;乙\n丙\";1,5;;余\n;\"丁\n".as_bytes()), told);
    assert_eq!(csv("名称\t投资\n\n\"甲;乙\n丙\"\t1,5\t\t余\n\t\"丁\n".as_bytes()), told);
    assert_eq!(sheet::pasted("名称\t投资\n\n\"甲;乙\n丙\"\t1,5\t\t余\n\t\"丁\n").sheets[0].rows, told);
    let guarded = csv("'=1+2,'@a,'甲,-3\n".as_bytes());
    assert_eq!(guarded, [row(1, vec![(1, text("=1+2")), (2, text("@a")), (3, text("'甲")), (4, text("-3"))])]);
}

#[test]
fn text_beyond_the_bounds_is_refused() {
    let wide = format!("{}x\n", ",".repeat(500));
    assert!(refused("a.csv", wide.as_bytes()).0.contains("SG1"));
    let deep = format!("{}x\n", "\n".repeat(200_000));
    assert!(refused("a.csv", deep.as_bytes()).0.contains("A200001"));
    let long = format!("a,\"{}\"\n", "园".repeat(32_768));
    assert!(refused("a.csv", long.as_bytes()).0.contains("a!B1”中有超过 32,767"));
}

/// An XLSX of so many rows of twelve texts.
fn long_workbook(rows: u32) -> Vec<u8> {
    let row = |number| format!("<row r=\"{number}\">{}</row>", "<c t=\"str\"><v>text</v></c>".repeat(12));
    xlsx(&(1..=rows).map(row).collect::<String>(), &[])
}

#[test]
fn a_cancelled_reading_stops_at_once() {
    sheet::set_worker(PathBuf::from(env!("CARGO_BIN_EXE_parkboard")));
    let folder = Folder::new();
    let path = folder.path("long.xlsx");
    fs::write(&path, long_workbook(60_000)).unwrap();
    let watch = Arc::new(Watch::default());
    let reading = {
        let (watch, path) = (Arc::clone(&watch), path.clone());
        thread::spawn(move || sheet::read(&path, &watch))
    };
    let begun = Instant::now();
    while watch.rows() == 0 && !reading.is_finished() && begun.elapsed() < Duration::from_mins(1) {
        thread::sleep(Duration::from_millis(1));
    }
    let rows = watch.rows();
    assert!(rows > 0 && rows < 60_000, "{rows} rows were read when it was cancelled");
    watch.cancel();
    let cancelled = Instant::now();
    let problems = reading.join().unwrap().unwrap_err();
    assert!(cancelled.elapsed() < Duration::from_secs(1), "{:?}", cancelled.elapsed());
    assert!(i18n::problem::sentence(&problems[0]).zh.starts_with("已取消"));
    // Before the first row, and in text, as well.
    for (name, bytes) in [("a.xlsx", long_workbook(3)), ("a.csv", b"a,b\nc,d\n".to_vec())] {
        let path = folder.path(name);
        fs::write(&path, bytes).unwrap();
        assert!(
            i18n::problem::sentence(&sheet::read(&path, &watch).unwrap_err()[0]).zh.starts_with("已取消"),
            "{name}"
        );
    }
}

/// `bytes`, of which a few are changed or the end is cut off.
fn broken(mut bytes: Vec<u8>, chance: &mut Chance) -> Vec<u8> {
    for _ in 0..=chance.below(4) {
        let at = chance.below(bytes.len());
        match chance.below(8) {
            0 => bytes.truncate(at + 1),
            1 => bytes[at] = 0xff,
            2 => bytes[at] = b'9',
            _ => bytes[at] ^= 1 << chance.below(8),
        }
    }
    bytes
}

/// `bytes`, a zipped file, of which one part is broken and zipped again with a right checksum.
fn broken_inside(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut part = Vec::new();
        file.read_to_end(&mut part).unwrap();
        parts.push((file.name().unwrap().into_owned(), part));
    }
    parts.retain(|(_, part)| !part.is_empty());
    let at = chance.below(parts.len());
    parts[at].1 = broken(std::mem::take(&mut parts[at].1), chance);
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, part)| (name.as_str(), part.as_slice())).collect();
    zipped(&parts)
}

#[test]
fn broken_copies_of_good_workbooks_are_read_or_refused() {
    let mut chance = Chance::new(7);
    for ending in ["xlsx", "xls", "ods"] {
        let good = fs::read(root().join("tests/headless/sheets").join(format!("parks.{ending}"))).unwrap();
        let (mut read, mut refused) = (0, 0);
        for _ in 0..30 {
            let bytes = match ending {
                "xls" => broken(good.clone(), &mut chance),
                _ if chance.once_in(4) => broken(good.clone(), &mut chance),
                _ => broken_inside(&good, &mut chance),
            };
            match read_bytes("broken", &bytes) {
                Ok(_) => read += 1,
                Err(problems) => {
                    let told = i18n::problem::sentence(&problems[0]);
                    assert!(told.zh.contains('；') && told.en.contains("; "), "{told:?}");
                    refused += 1;
                }
            }
        }
        assert!(read > 0 && refused > 0, "{ending}: {read} were read, {refused} refused");
    }
}
