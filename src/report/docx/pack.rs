//! How do the parts of a document become bytes? With what the library leaves out, and without the hour of day.
//!
//! The library marks no row as a head that repeats, tells nothing of pictures, names no language, orders settings in its own
//! way, and would write the hour: all this is put right in the finished parts here, and the archive is made here.

use std::io::{Cursor, Write};

use docx_rs::{HeightRule, TableRow, XMLDocx};
use zip::{CompressionMethod, DateTime, ZipWriter, result::ZipResult, write::SimpleFileOptions};

use super::{
    super::{paper::Paper, shown},
    order::ordered,
};
use crate::i18n::{phrase::Lang, printed};

/// A height that no row has by itself: the sign of a head until it is packed.
const HEAD_HEIGHT: f32 = 7.0;
/// How the library writes [`HEAD_HEIGHT`].
const HEAD_SIGN: &str = r#"<w:trHeight w:val="7" w:hRule="auto" />"#;
/// What makes a row repeat on every page.
const HEAD_MARK: &str = "<w:tblHeader />";
/// How the library names every picture.
const PICTURE_SIGN: &str = r#"<wp:docPr id="1" name="Figure" />"#;
/// Where the language is put among the settings for all text.
const DEFAULTS_END: &str = "</w:rPr></w:rPrDefault>";
/// The day that every file is said to be made, so that the same paper has the same bytes.
const MADE: &str = "2020-01-01T00:00:00Z";

/// The row as one that repeats at the top of every page.
pub fn marked_as_head(row: TableRow) -> TableRow {
    row.row_height(HEAD_HEIGHT).height_rule(HeightRule::Auto)
}

/// The bytes of the document; `told` is what is told of each picture, in order.
pub fn packed(parts: XMLDocx, paper: &Paper, told: &[String]) -> ZipResult<Vec<u8>> {
    let document = String::from_utf8_lossy(&parts.document).replace(HEAD_SIGN, HEAD_MARK);
    let document = with_told(&document, told);
    let language = format!(r#"<w:lang w:val="{}" w:eastAsia="zh-CN" />{DEFAULTS_END}"#, language(paper));
    let styles = String::from_utf8_lossy(&parts.styles).replacen(DEFAULTS_END, &language, 1);
    let in_order = |part: &[u8]| ordered(&String::from_utf8_lossy(part)).into_bytes();
    let mut files: Vec<(String, Vec<u8>)> = vec![
        ("[Content_Types].xml".into(), parts.content_type),
        ("_rels/.rels".into(), parts.rels),
        ("docProps/app.xml".into(), parts.doc_props.app),
        ("docProps/core.xml".into(), core(paper).into_bytes()),
        ("docProps/custom.xml".into(), parts.doc_props.custom),
        ("word/_rels/document.xml.rels".into(), parts.document_rels),
        ("word/document.xml".into(), ordered(&document).into_bytes()),
        ("word/styles.xml".into(), ordered(&styles).into_bytes()),
        ("word/settings.xml".into(), in_order(&parts.settings)),
        ("word/fontTable.xml".into(), parts.font_table),
        ("word/comments.xml".into(), parts.comments),
        ("word/commentsExtended.xml".into(), parts.comments_extended),
        ("word/numbering.xml".into(), in_order(&parts.numberings)),
        ("word/footnotes.xml".into(), parts.footnotes),
    ];
    for (number, footer) in (1..).zip(parts.footers) {
        files.push((format!("word/footer{number}.xml"), in_order(&footer)));
    }
    for (name, image) in parts.media {
        files.push((format!("word/media/{name}.png"), image));
    }
    archive(files)
}

/// An archive of files, without the hour of day.
fn archive(files: Vec<(String, Vec<u8>)>) -> ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name, options)?;
        zip.write_all(&bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// The document with what is told of each picture, and with a number of its own for each.
fn with_told(document: &str, told: &[String]) -> String {
    let mut pieces = document.split(PICTURE_SIGN);
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for (at, piece) in pieces.enumerate() {
        let told = told.get(at).map(String::as_str).unwrap_or_default();
        let number = at + 1;
        whole.push_str(&format!(r#"<wp:docPr id="{number}" name="Figure {number}" descr="{}" />"#, escaped(told)));
        whole.push_str(piece);
    }
    whole
}

/// The language of a paper, as files name it.
fn language(paper: &Paper) -> &'static str {
    if paper.is_chinese { "zh-CN" } else { "en-GB" }
}

/// What is told of the document as a file.
fn core(paper: &Paper) -> String {
    let lang = if paper.is_chinese { Lang::Zh } else { Lang::En };
    let title = escaped(&shown::line(&paper.title));
    let maker = printed::MAKER.of(lang);
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title><dc:creator>{maker}</dc:creator><dc:language>{}</dc:language><cp:lastModifiedBy>{maker}</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">{MADE}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{MADE}</dcterms:modified></cp:coreProperties>"#,
        language(paper)
    )
}

/// `text` with the signs of markup written out.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
