//! How is a paper a document to edit? As Word and WPS open it: styles with names, heads of tables that repeat, page numbers.
//!
//! `styles` says how text is set, `table` builds tables, `pack` adds what the library leaves out and makes the
//! bytes, with settings in their `order`.

mod order;
mod pack;
mod styles;
mod table;

use docx_rs::{
    BreakType, Docx, Footer, IndentLevel, NumPages, NumberingId, PageMargin, PageNum, PageOrientationType, Paragraph,
    Pic, Run as WordRun, Tab, TabValueType,
};

use super::{
    format::Unwritable,
    ink::{self, Inks},
    page::{self, Measure, fitted, twips},
    paper::{Block, Page, Paper, Picture, Run, Tone},
    shown,
};
use crate::i18n::{phrase::Lang, printed};

/// First bytes of every `PNG`.
const PNG_HEAD: &[u8] = b"\x89PNG\r\n\x1a\n";
/// English Metric Units, of which an inch has 914,400, in a point of a screen, of which it has 96.
const EMU_PER_PIXEL: u32 = 9_525;
/// Distance of the footer from the edge of the page, in millimetres.
const FOOTER_MM: u32 = 12;
/// Numbering with which points of a list are marked.
const BULLETS: usize = 2;
/// Share of the height of a page that a picture takes at most, in quarters.
const PICTURE_QUARTERS: u32 = 3;

/// The paper as a `DOCX`.
///
/// # Errors
///
/// [`Unwritable::Packing`] when the archive is not made.
pub fn document(paper: &Paper) -> Result<Vec<u8>, Unwritable> {
    let mut writer = Writer::new(paper);
    writer.head(paper);
    for block in &paper.blocks {
        writer.block(block);
    }
    writer.provenance(paper);
    let Writer { docx, told, .. } = writer;
    Ok(pack::packed(docx.build(), paper, &told)?)
}

/// A document in the making.
struct Writer {
    docx: Docx,
    lang: Lang,
    page: Page,
    inks: Inks,
    /// Whether what comes next begins on a new page.
    breaks: bool,
    /// Whether the last thing was a table, which must not touch what comes next.
    gap: bool,
    /// What is told of each picture, in order.
    told: Vec<String>,
}

impl Writer {
    fn new(paper: &Paper) -> Self {
        let measure = Measure::of(paper.page);
        let [side, end, foot] = [measure.side, measure.end, FOOTER_MM].map(|it| i32::try_from(twips(it)).unwrap_or(0));
        let margin = PageMargin::new().left(side).right(side).top(end).bottom(end).header(foot).footer(foot);
        let lang = if paper.is_chinese { Lang::Zh } else { Lang::En };
        let mut docx = styles::styled(Docx::new(), paper)
            .page_size(twips(measure.width), twips(measure.height))
            .page_margin(margin)
            .footer(footer(paper, lang));
        if page::is_lying(paper.page) {
            docx = docx.page_orient(PageOrientationType::Landscape);
        }
        Self { docx, lang, page: paper.page, inks: Inks::new(), breaks: false, gap: false, told: Vec::new() }
    }

    /// Adds a paragraph, on a new page where one is due.
    fn paragraph(&mut self, paragraph: Paragraph) {
        let breaks = std::mem::take(&mut self.breaks);
        let gap = std::mem::take(&mut self.gap);
        let mut docx = std::mem::take(&mut self.docx);
        if gap && !breaks {
            // On a page of its own, an empty line at its end could make an empty page.
            docx = docx.add_paragraph(Paragraph::new().style(styles::GAP));
        }
        let paragraph = if breaks { paragraph.page_break_before(true) } else { paragraph };
        self.docx = docx.add_paragraph(paragraph);
    }

    fn head(&mut self, paper: &Paper) {
        for (text, style) in [(&paper.title, styles::TITLE), (&paper.subtitle, styles::SUBTITLE)] {
            if !text.is_empty() {
                self.paragraph(Paragraph::new().style(style).add_run(plain(text)));
            }
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, text) => {
                let style = if *level <= 1 { styles::HEADING_1 } else { styles::HEADING_2 };
                self.paragraph(Paragraph::new().style(style).keep_next(true).add_run(plain(text)));
            }
            Block::Paragraph(runs) => {
                let paragraph = self.runs(Paragraph::new().style(styles::BODY), runs);
                self.paragraph(paragraph);
            }
            Block::List(points) => {
                for point in points {
                    let paragraph =
                        Paragraph::new().style(styles::LIST).numbering(NumberingId::new(BULLETS), IndentLevel::new(0));
                    let paragraph = self.runs(paragraph, point);
                    self.paragraph(paragraph);
                }
            }
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table),
            Block::Picture(picture) => self.picture(picture),
            Block::NewPage => self.breaks = true,
        }
    }

    fn runs(&self, mut paragraph: Paragraph, runs: &[Run]) -> Paragraph {
        for run in runs {
            paragraph = paragraph.add_run(toned(run, &self.inks, false));
        }
        paragraph
    }

    /// Adds a table; before it an empty line where a new page is due or another table stands.
    fn grid(&mut self, table: docx_rs::Table) {
        if self.breaks || self.gap {
            self.gap = false;
            self.paragraph(Paragraph::new().style(styles::GAP));
        }
        self.docx = std::mem::take(&mut self.docx).add_table(table);
        self.gap = true;
    }

    fn facts(&mut self, facts: &[(String, Vec<Run>)]) {
        if facts.is_empty() {
            return;
        }
        self.grid(table::facts(facts, self.page, &self.inks));
    }

    fn table(&mut self, table: &super::paper::Table) {
        if !table.title.is_empty() {
            let title = Paragraph::new().style(styles::TABLE_TITLE).keep_next(true).add_run(plain(&table.title));
            self.paragraph(title);
        }
        if !table.columns.is_empty() {
            self.grid(table::grid(table, self.page, &self.inks, self.lang));
        }
        if !table.notes.is_empty() {
            self.gap = false;
        }
        for note in &table.notes {
            self.paragraph(Paragraph::new().style(styles::NOTE).add_run(plain(note)));
        }
        self.gap = true;
    }

    /// Adds a picture; what it shows, in words, where it is no `PNG`.
    fn picture(&mut self, picture: &Picture) {
        if !picture.png.starts_with(PNG_HEAD) {
            self.paragraph(Paragraph::new().style(styles::NOTE).add_run(plain(&picture.told)));
            return;
        }
        let measure = Measure::of(self.page);
        let height = measure.text_height() * PICTURE_QUARTERS / 4;
        let (width, height) = fitted(picture.size, (pixels(measure.text_width()), pixels(height)));
        self.told.push(shown::line(&picture.told));
        let pic = Pic::new_with_dimensions(picture.png.clone(), width, height)
            .id(format!("rIdPicture{}", self.told.len()))
            .size(width.saturating_mul(EMU_PER_PIXEL), height.saturating_mul(EMU_PER_PIXEL));
        self.paragraph(Paragraph::new().style(styles::PICTURE).add_run(WordRun::new().add_image(pic)));
    }

    fn provenance(&mut self, paper: &Paper) {
        self.breaks = false;
        if paper.provenance.lines.is_empty() {
            // A document must not end in a table.
            self.paragraph(Paragraph::new().style(styles::GAP));
            return;
        }
        let head = WordRun::new().bold().add_text(printed::PROVENANCE.of(self.lang));
        self.paragraph(Paragraph::new().style(styles::NOTE).keep_next(true).add_run(head));
        for line in &paper.provenance.lines {
            self.paragraph(Paragraph::new().style(styles::NOTE).add_run(plain(line)));
        }
    }
}

/// Points of a screen in a length.
fn pixels(millimetres: u32) -> u32 {
    millimetres * 960 / 254
}

/// Text as its paragraph sets it.
fn plain(text: &str) -> WordRun {
    broken(WordRun::new(), text)
}

/// Text in its tone; in bold whatever the tone when `is_bold`.
fn toned(run: &Run, inks: &Inks, is_bold: bool) -> WordRun {
    let mut word = WordRun::new();
    if is_bold || ink::is_bold(run.tone) {
        word = word.bold();
    }
    if let Some(ink) = inks.of(run.tone) {
        word = word.color(ink);
    }
    if run.tone == Tone::Faint {
        word = word.size(styles::FAINT_SIZE);
    }
    broken(word, &run.text)
}

/// The lines of `text` with breaks between them.
fn broken(mut word: WordRun, text: &str) -> WordRun {
    for (at, line) in shown::lines(text).into_iter().enumerate() {
        if at > 0 {
            word = word.add_break(BreakType::TextWrapping);
        }
        if !line.is_empty() {
            word = word.add_text(line);
        }
    }
    word
}

/// On every page: what the paper rests on, in short, and the number of the page.
fn footer(paper: &Paper, lang: Lang) -> Footer {
    let width = Measure::of(paper.page).text_width();
    // A half of a Chinese character of 8 points is 1.4 mm; the number of the page needs 35 mm.
    let room = usize::try_from(width.saturating_sub(35) * 10 / 14).unwrap_or(0);
    let first = paper.provenance.lines.first().map(String::as_str).unwrap_or_default();
    let edge = Tab::new().val(TabValueType::Right).pos(usize::try_from(twips(width)).unwrap_or(0));
    let [before, between, after] = printed::page_of_pages(lang);
    let paragraph = Paragraph::new()
        .style(styles::FOOTER)
        .add_tab(edge)
        .add_run(WordRun::new().add_text(shown::shortened(first, room)).add_tab().add_text(before))
        .add_page_num(PageNum::new())
        .add_run(WordRun::new().add_text(between))
        .add_num_pages(NumPages::new())
        .add_run(WordRun::new().add_text(after));
    Footer::new().add_paragraph(paragraph)
}
