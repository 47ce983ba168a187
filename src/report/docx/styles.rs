//! How is the text of a document set? Its styles, by the names that Word knows, each with its fonts for both scripts.

use docx_rs::{
    AbstractNumbering, AlignmentType, Docx, Level, LevelJc, LevelText, LineSpacing, LineSpacingType, NumberFormat,
    Numbering, RunFonts, SpecialIndentType, Start, Style, StyleType,
};

use super::{
    super::{
        ink::Inks,
        paper::{Page, Paper},
    },
    BULLETS,
};

/// Style of the title.
pub const TITLE: &str = "Title";
/// Style of what stands under it.
pub const SUBTITLE: &str = "Subtitle";
/// Style of the heading of a part.
pub const HEADING_1: &str = "Heading1";
/// Style of a heading within a part.
pub const HEADING_2: &str = "Heading2";
/// Style of a paragraph.
pub const BODY: &str = "BodyText";
/// Style of a point in a list.
pub const LIST: &str = "ListBullet";
/// Style of the title of a table.
pub const TABLE_TITLE: &str = "Caption";
/// Style of the head of a column.
pub const TABLE_HEAD: &str = "TableHead";
/// Style of a cell.
pub const TABLE_CELL: &str = "TableCell";
/// Style of a name or of what is said of it, side by side.
pub const FACT: &str = "Fact";
/// Style of a note under a table and of what the paper rests on.
pub const NOTE: &str = "Note";
/// Style of the line that a picture stands in.
pub const PICTURE: &str = "Picture";
/// Style of the empty line after a table.
pub const GAP: &str = "Gap";
/// Style of the foot of every page.
pub const FOOTER: &str = "Footer";

/// Size of small grey text, in halves of a point.
pub const FAINT_SIZE: usize = 17;
/// Lines of text 1.25 high, in 240ths.
const OPEN_LINES: i32 = 300;
/// Lines of text as high as the font, in 240ths.
const CLOSE_LINES: i32 = 240;

/// Which letters a style has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Face {
    /// For reading: 宋体 and Times New Roman.
    Serif,
    /// For headings and figures: 黑体 and Arial.
    Sans,
}

/// The fonts of a face, for each script.
fn fonts(face: Face) -> RunFonts {
    let (latin, chinese) = match face {
        Face::Serif => ("Times New Roman", "SimSun"),
        Face::Sans => ("Arial", "SimHei"),
    };
    RunFonts::new().ascii(latin).hi_ansi(latin).cs(latin).east_asia(chinese)
}

/// Space before and after, and height of a line, in twentieths of a point and 240ths.
fn spacing(before: u32, after: u32, line: i32) -> LineSpacing {
    LineSpacing::new().before(before).after(after).line(line).line_rule(LineSpacingType::Auto)
}

/// A style of a paragraph with `size` halves of a point.
fn style(id: &str, name: &str, face: Face, size: usize) -> Style {
    Style::new(id, StyleType::Paragraph).name(name).based_on("Normal").fonts(fonts(face)).size(size)
}

/// The document with every style of a paper.
pub fn styled(docx: Docx, paper: &Paper) -> Docx {
    let size = body_size(paper.page);
    let docx = docx.default_fonts(fonts(Face::Serif)).default_size(size);
    let docx = of_words(docx, paper, size);
    let docx = of_tables(docx, paper);
    bulleted(docx, size)
}

/// Size of a paragraph, in halves of a point: 小四 on an upright page, 五号 on a lying one.
fn body_size(page: Page) -> usize {
    match page {
        Page::A4 => 24,
        Page::A4Close => 20,
        Page::A4Landscape | Page::A3Landscape => 21,
    }
}

/// Everything between lines and parts, for a page that is set close: shares of what is usual, in hundredths.
fn room(page: Page) -> u32 {
    if page == Page::A4Close { 45 } else { 100 }
}

fn of_words(docx: Docx, paper: &Paper, size: usize) -> Docx {
    let (faint, is_chinese, room) = (Inks::new().faint, paper.is_chinese, room(paper.page));
    let open = if room < 100 { CLOSE_LINES } else { OPEN_LINES };
    let of = |before: u32, after: u32, line: i32| spacing(before * room / 100, after * room / 100, line);
    let heading = |usual: usize| if room < 100 { usual * 4 / 5 } else { usual };
    let mut body = style(BODY, "Body Text", Face::Serif, size)
        .align(if is_chinese { AlignmentType::Both } else { AlignmentType::Left })
        .line_spacing(of(0, 100, open));
    if is_chinese {
        // Two characters, as every Chinese paragraph begins.
        let two = i32::try_from(size * 20).unwrap_or(0);
        body = body.indent(None, Some(SpecialIndentType::FirstLine(two)), None, None);
    }
    docx.add_style(
        style(TITLE, "Title", Face::Sans, heading(40))
            .bold()
            .align(AlignmentType::Center)
            .line_spacing(of(0, 160, open)),
    )
    .add_style(style(SUBTITLE, "Subtitle", Face::Serif, 22).color(faint).align(AlignmentType::Center).line_spacing(of(
        0,
        280,
        CLOSE_LINES,
    )))
    .add_style(style(HEADING_1, "heading 1", Face::Sans, heading(30)).bold().outline_lvl(0).line_spacing(of(
        320,
        140,
        CLOSE_LINES,
    )))
    .add_style(style(HEADING_2, "heading 2", Face::Sans, heading(25)).bold().outline_lvl(1).line_spacing(of(
        220,
        100,
        CLOSE_LINES,
    )))
    .add_style(body)
    .add_style(style(LIST, "List Bullet", Face::Serif, size).line_spacing(of(0, 60, open)))
}

fn of_tables(docx: Docx, paper: &Paper) -> Docx {
    let (is_chinese, is_close) = (paper.is_chinese, room(paper.page) < 100);
    let (fact, around) = if is_close { (18, 0) } else { (21, 20) };
    let faint = Inks::new().faint;
    let close = spacing(0, 0, CLOSE_LINES);
    // Small Latin letters without serifs are read more easily in a narrow column; Chinese ones of 宋体 are what is usual.
    let face = if is_chinese { Face::Serif } else { Face::Sans };
    docx.add_style(
        style(TABLE_TITLE, "caption", Face::Sans, 21).bold().align(AlignmentType::Center).line_spacing(spacing(
            160,
            80,
            CLOSE_LINES,
        )),
    )
    .add_style(
        style(TABLE_HEAD, "Table Head", Face::Sans, 18).bold().align(AlignmentType::Center).line_spacing(close.clone()),
    )
    .add_style(style(TABLE_CELL, "Table Cell", face, 18).line_spacing(close.clone()))
    .add_style(style(FACT, "Fact", Face::Serif, fact).line_spacing(spacing(around, around, CLOSE_LINES)))
    .add_style(style(NOTE, "Note", Face::Serif, FAINT_SIZE).color(faint.clone()).line_spacing(spacing(
        40,
        0,
        CLOSE_LINES,
    )))
    .add_style(style(PICTURE, "Picture", Face::Serif, 21).align(AlignmentType::Center).line_spacing(spacing(
        100,
        160,
        CLOSE_LINES,
    )))
    .add_style(style(GAP, "Gap", Face::Serif, 12).line_spacing(close.clone()))
    .add_style(style(FOOTER, "footer", Face::Serif, 16).color(faint).line_spacing(close))
}

/// The document with a numbering that marks points with `•`.
fn bulleted(docx: Docx, size: usize) -> Docx {
    // Two characters; the mark, which may be as wide as one, stands half a character in.
    let indent = i32::try_from(size * 20).unwrap_or(0);
    let level = Level::new(0, Start::new(1), NumberFormat::new("bullet"), LevelText::new("•"), LevelJc::new("left"))
        .indent(Some(indent), Some(SpecialIndentType::Hanging(indent * 3 / 4)), None, None)
        .fonts(fonts(Face::Sans));
    docx.add_abstract_numbering(AbstractNumbering::new(BULLETS).add_level(level))
        .add_numbering(Numbering::new(BULLETS, BULLETS))
}
