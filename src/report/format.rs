//! Which files can a paper become? Documents to edit, pages to read, workbooks to reckon with.

use std::path::Path;

use super::{docx, html, paper::Paper, xlsx};
use crate::{
    i18n::{phrase::Phrase, printed},
    model::text::Text,
};

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// A document of Word or WPS.
    Docx,
    /// A page that stands alone, for a browser.
    Html,
    /// A workbook of Excel or WPS.
    Xlsx,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 3] = [Self::Docx, Self::Html, Self::Xlsx];

    /// The ending of the name of its files, without a dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Html => "html",
            Self::Xlsx => "xlsx",
        }
    }

    /// What it is called where one is chosen.
    pub const fn name(self) -> Phrase {
        match self {
            Self::Docx => printed::DOCUMENT,
            Self::Html => printed::WEB_PAGE,
            Self::Xlsx => printed::WORKBOOK,
        }
    }

    /// The format of a file with this name, whatever the case of its ending; `.htm` is [`Format::Html`].
    pub fn of_path(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?;
        if ending.eq_ignore_ascii_case("htm") {
            return Some(Self::Html);
        }
        Self::ALL.into_iter().find(|format| ending.eq_ignore_ascii_case(format.extension()))
    }

    /// The bytes of a file with the paper; the same for the same paper.
    ///
    /// # Errors
    ///
    /// [`Unwritable`] when the paper does not go into such a file.
    pub fn bytes(self, paper: &Paper) -> Result<Vec<u8>, Unwritable> {
        match self {
            Self::Docx => docx::document(paper),
            Self::Html => html::page(paper).map(String::into_bytes),
            Self::Xlsx => xlsx::book(paper, &[]),
        }
    }
}

/// Why a paper did not become a file.
#[derive(Debug, thiserror::Error)]
pub enum Unwritable {
    /// The parts of a document were not packed.
    #[error("packing a document")]
    Packing(#[from] zip::result::ZipError),
    /// The template of a page was not filled in.
    #[error("filling in a page")]
    Template(#[from] askama::Error),
    /// A workbook was not written.
    #[error("writing a workbook")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// A sheet is larger than a workbook allows.
    #[error("the sheet {sheet} is too large")]
    TooLarge {
        /// Name of the sheet.
        sheet: String,
    },
}

impl Unwritable {
    /// What is told of it.
    pub fn told(&self) -> Text {
        match self {
            Self::Packing(cause) => printed::not_made(&cause.to_string()),
            Self::Template(cause) => printed::not_made(&cause.to_string()),
            Self::Workbook(cause) => printed::not_made(&cause.to_string()),
            Self::TooLarge { sheet } => printed::sheet_too_large(sheet),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_tell_the_format() {
        for format in Format::ALL {
            let name = format!("方案.v2.{}", format.extension().to_uppercase());
            assert_eq!(Format::of_path(Path::new(&name)), Some(format));
        }
        assert_eq!(Format::of_path(Path::new("a.htm")), Some(Format::Html));
        for other in ["docx", "a.doc", "a.xlsm", "a", ""] {
            assert_eq!(Format::of_path(Path::new(other)), None, "{other}");
        }
    }
}
