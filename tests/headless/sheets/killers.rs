//! Workbooks that are meant to harm, or broken: made at run time, so that none lies about as a file.

use std::io::{Cursor, Write};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// A workbook that must be refused, or read sanely.
pub struct Killer {
    /// What it does.
    pub name: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// A piece of the Chinese sentence and one of the English one, with bars between pieces of which any will do; of a workbook
    /// that is read, `None`.
    pub told: Option<(&'static str, &'static str)>,
}

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
const RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const BOOK_RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;

/// The name of the list of texts.
const TEXTS: &str = "xl/sharedStrings.xml";

/// A zipped file of these parts.
pub fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let method = if *name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        writer.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// An XLSX of one sheet, whose data is `rows`, and of further parts.
pub fn xlsx(rows: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    xlsx_of(sheet.as_bytes(), BOOK, more)
}

/// An XLSX of this sheet, this list of sheets, and further parts.
pub fn xlsx_of(sheet: &[u8], book: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    parts.extend(more);
    zipped(&parts)
}

/// An ODS of one sheet with these rows.
pub fn ods(rows: &str) -> Vec<u8> {
    ods_with("", "S", rows, "")
}

/// The same with what stands before and after its sheet of this name, which is written as XML writes it.
pub fn ods_with(before: &str, name: &str, rows: &str, after: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>{before}<table:table table:name="{name}">{rows}</table:table>{after}</office:spreadsheet></office:body></office:document-content>"#
    );
    zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest xmlns:manifest=\"m\"></manifest:manifest>"),
        ("content.xml", content.as_bytes()),
    ])
}

fn texts(count: &str, entries: &str) -> Vec<u8> {
    format!("<sst uniqueCount=\"{count}\">{entries}</sst>").into_bytes()
}

/// `bytes`, a zipped file, in which the part `name` claims to unfold to `size` bytes.
fn lying(mut bytes: Vec<u8>, name: &str, size: u32) -> Vec<u8> {
    for (signature, size_at, name_at) in [(b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)] {
        let found = (0..bytes.len() - name_at - name.len())
            .find(|at| bytes[*at..].starts_with(signature) && bytes[at + name_at..].starts_with(name.as_bytes()));
        let at = found.unwrap() + size_at;
        bytes[at..at + 4].copy_from_slice(&size.to_le_bytes());
    }
    bytes
}

/// `bytes`, a zipped file, with another checksum of the part `name` in its directory.
fn miscounted(mut bytes: Vec<u8>, name: &str) -> Vec<u8> {
    let directory = (0..bytes.len() - 46 - name.len())
        .find(|at| bytes[*at..].starts_with(b"PK\x01\x02") && bytes[at + 46..].starts_with(name.as_bytes()));
    bytes[directory.unwrap() + 16] ^= 0xff;
    bytes
}

/// The text of `mebibytes` that one cell holds.
fn huge_text(mebibytes: usize) -> Vec<u8> {
    let text = "A".repeat(mebibytes * 1024 * 1024);
    xlsx(
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>",
        &[(TEXTS, &texts("1", &format!("<si><t>{text}</t></si>")))],
    )
}

/// Every killer; `mebibytes` is how large the large ones unfold.
pub fn killers(mebibytes: usize) -> Vec<Killer> {
    let corners = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#;
    let entries = "<si><t>A</t></si>".repeat(mebibytes * 1024 * 1024 / 17);
    let many: Vec<String> = (0..5_000).map(|nth| format!("xl/media/{nth}.png")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), b"x".as_slice())).collect();
    let good = xlsx("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", &[]);
    let deep = format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
    let mut storage = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    storage.extend((0..20_000_u32).map(|nth| nth.wrapping_mul(2_654_435_761).to_le_bytes()[3]));
    let cell = r#"<table:table-cell office:value-type="float" office:value="7"/>"#;
    let told = |zh, en| Some((zh, en));
    let damaged = told("已损坏或不完整", "damaged or cut off");
    let table = |name, bytes, told| Killer { name, bytes, told };
    vec![
        table(
            "two cells in far corners",
            xlsx(corners, &[]),
            told("单元格 XFD1048576 在读取范围之外", "Cell XFD1048576"),
        ),
        table(
            "a hundred thousand million texts",
            xlsx("", &[(TEXTS, &texts("100000000000", ""))]),
            told("100000000000 条文字", "claims 100000000000 texts"),
        ),
        table(
            "more texts than numbers",
            xlsx("", &[(TEXTS, &texts("18446744073709551615", ""))]),
            told("18446744073709551615 条文字", "more than its size can hold"),
        ),
        table("one huge text", huge_text(mebibytes), told("超过原大小 200 倍", "200 times its size|more than 256 MB")),
        table("five thousand parts", xlsx("", &many), told("上限 2000", "at most 2000")),
        table("a bomb that lies", lying(xlsx("", &[(TEXTS, &texts("1", &entries))]), TEXTS, 1_000), damaged),
        table("a huge text that lies", lying(huge_text(mebibytes), TEXTS, 1_000), damaged),
        table(
            "a claim of four gigabytes",
            lying(good.clone(), "xl/workbook.xml", u32::MAX - 1),
            told("解压后超过 256 MB", "more than 256 MB"),
        ),
        table("cut in the middle", good[..good.len() / 2].to_vec(), damaged),
        table("cut at the end", good[..good.len() - 9].to_vec(), damaged),
        table("nothing but the head of a zip", b"PK\x03\x04".to_vec(), damaged),
        table("a wrong checksum", miscounted(good.clone(), "xl/worksheets/sheet1.xml"), damaged),
        table("a zip in a zip", zipped(&[("a.xlsx", &good)]), told("这是压缩包", "compressed folder")),
        table("garbage for a sheet", xlsx_of(b"\x00\xff<<garbage", BOOK, &[]), damaged),
        table("a sheet without an end", xlsx_of(b"<worksheet><sheetData><row>", BOOK, &[]), damaged),
        table("a sheet nested deeply", xlsx(&deep, &[]), told("嵌套超过 256 层", "nested more than 256 deep")),
        table(
            "an index beyond the texts",
            xlsx("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>9</v></c></row>", &[]),
            told("无法理解", "not understood"),
        ),
        table("entities in entities", xlsx_of(b"<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet/>", BOOK, &[]), damaged),
        table("noise after the head of an XLS", storage, told("无法", "cannot be read safely|not understood")),
        table(
            "a million columns, ODS",
            ods(
                r#"<table:table-row><table:table-cell table:number-columns-repeated="1000000" office:value-type="float" office:value="7"/></table:table-row>"#,
            ),
            told("单元格 SG1 在", "Cell SG1 of"),
        ),
        table(
            "a thousand million rows, ODS",
            ods(&format!(r#"<table:table-row table:number-rows-repeated="1000000000">{cell}</table:table-row>"#)),
            told("单元格 A200001 在", "Cell A200001 of"),
        ),
        table(
            "blanks without end, ODS",
            ods(&format!(
                r#"<table:table-row>{cell}<table:table-cell table:number-columns-repeated="1000000"/></table:table-row><table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000"/></table:table-row>"#
            )),
            None,
        ),
        table(
            "a hundred million cells by repeating, ODS",
            ods(
                r#"<table:table-row table:number-rows-repeated="6000"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="7"/></table:table-row>"#,
            ),
            told("单元格 SG1 在", "Cell SG1 of"),
        ),
        table(
            "a hundred million cells in bounds by repeating, ODS",
            ods(
                r#"<table:table-row table:number-rows-repeated="200000"><table:table-cell table:number-columns-repeated="500" office:value-type="string"><text:p>A</text:p></table:table-cell></table:table-row>"#,
            ),
            told("非空单元格超过", "cells are filled"),
        ),
        table(
            "two million long texts by repeating, ODS",
            ods(&format!(
                r#"<table:table-row table:number-rows-repeated="4000"><table:table-cell table:number-columns-repeated="500" office:value-type="string"><text:p>{}</text:p></table:table-cell></table:table-row>"#,
                "A".repeat(30_000)
            )),
            told("无法安全读取（所需内存过多）", "cannot be read safely (it takes too much memory)"),
        ),
    ]
}
