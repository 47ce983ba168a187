//! How do rows come out of the program that reads apart? As frames: a byte that tells what comes, then the bytes of it.
//!
//! Numbers are little-endian, texts are their length and their UTF-8. The last frame is a trailer, so that a stream that breaks
//! off is told from one that ends. Who reads the frames trusts nothing in them: lengths are bounded, and sense is checked.

use std::io::{self, Read, Write};

use jiff::civil::Date;

use super::{fault::WorkbookFault, filling::MOST_COLUMNS};
use crate::intake::sheet::{Cell, Row};

/// Longest text of a frame, in bytes: characters of four bytes.
const LONGEST: u32 = 4 * 32_767;

/// A piece of a workbook.
#[derive(Debug, Clone, PartialEq)]
pub enum Frame {
    /// A sheet begins.
    Sheet {
        /// Its name.
        name: String,
        /// Whether it is hidden.
        is_hidden: bool,
    },
    /// A row of the sheet.
    Row(Row),
    /// Merged cells of the sheet: first column, first row, last column, last row.
    Merged((u32, u32, u32, u32)),
    /// The workbook cannot be used; nothing follows.
    Refused(WorkbookFault),
    /// The workbook is complete; nothing follows.
    End {
        /// How many rows there were.
        rows: u64,
        /// Most memory that was held, in KiB; 0 where it is not known.
        peak_kib: u64,
    },
}

/// Writes `frame`.
pub fn write(frame: &Frame, out: &mut impl Write) -> io::Result<()> {
    match frame {
        Frame::Sheet { name, is_hidden } => {
            out.write_all(&[b'S', u8::from(*is_hidden)])?;
            write_text(name, out)
        }
        Frame::Row(row) => {
            out.write_all(b"R")?;
            write_number(row.number, out)?;
            write_number(u32::try_from(row.cells.len()).unwrap_or(u32::MAX), out)?;
            row.cells.iter().try_for_each(|(column, cell)| {
                write_number(*column, out)?;
                write_cell(cell, out)
            })
        }
        Frame::Merged((left, top, right, bottom)) => {
            out.write_all(b"M")?;
            [left, top, right, bottom].into_iter().try_for_each(|it| write_number(*it, out))
        }
        Frame::Refused(fault) => {
            out.write_all(b"F")?;
            write_text(&serde_json::to_string(fault)?, out)
        }
        Frame::End { rows, peak_kib } => {
            out.write_all(b"E")?;
            out.write_all(&rows.to_le_bytes())?;
            out.write_all(&peak_kib.to_le_bytes())
        }
    }
}

fn write_number(number: u32, out: &mut impl Write) -> io::Result<()> {
    out.write_all(&number.to_le_bytes())
}

fn write_text(text: &str, out: &mut impl Write) -> io::Result<()> {
    write_number(u32::try_from(text.len()).unwrap_or(u32::MAX), out)?;
    out.write_all(text.as_bytes())
}

fn write_cell(cell: &Cell, out: &mut impl Write) -> io::Result<()> {
    match cell {
        Cell::Text(text) => out.write_all(b"t").and_then(|()| write_text(text, out)),
        Cell::Number(number) => out.write_all(b"n").and_then(|()| out.write_all(&number.to_le_bytes())),
        Cell::Truth(truth) => out.write_all(&[b'b', u8::from(*truth)]),
        Cell::Day(day) => {
            let [low, high] = day.year().to_le_bytes();
            out.write_all(&[b'd', low, high, day.month().unsigned_abs(), day.day().unsigned_abs()])
        }
        Cell::Fault(text) => out.write_all(b"f").and_then(|()| write_text(text, out)),
    }
}

/// Reads the next frame.
///
/// # Errors
///
/// `UnexpectedEof` where the stream breaks off, `InvalidData` where it makes no sense, and what `source` fails with.
pub fn read(source: &mut impl Read) -> io::Result<Frame> {
    Ok(match read_byte(source)? {
        b'S' => {
            let is_hidden = read_byte(source)? != 0;
            Frame::Sheet { name: read_text(source)?, is_hidden }
        }
        b'R' => Frame::Row(read_row(source)?),
        b'M' => {
            let (left, top) = (read_number(source)?, read_number(source)?);
            Frame::Merged((left, top, read_number(source)?, read_number(source)?))
        }
        b'F' => Frame::Refused(serde_json::from_str(&read_text(source)?)?),
        b'E' => {
            let (mut rows, mut peak_kib) = ([0; 8], [0; 8]);
            source.read_exact(&mut rows)?;
            source.read_exact(&mut peak_kib)?;
            Frame::End { rows: u64::from_le_bytes(rows), peak_kib: u64::from_le_bytes(peak_kib) }
        }
        _ => return Err(nonsense()),
    })
}

fn read_row(source: &mut impl Read) -> io::Result<Row> {
    let (number, count) = (read_number(source)?, read_number(source)?);
    if number == 0 || count == 0 || count > MOST_COLUMNS {
        return Err(nonsense());
    }
    let mut cells = Vec::new();
    let mut last = 0;
    for _ in 0..count {
        let column = read_number(source)?;
        if column <= last {
            return Err(nonsense());
        }
        last = column;
        cells.push((column, read_cell(source)?));
    }
    Ok(Row { number, cells })
}

fn read_cell(source: &mut impl Read) -> io::Result<Cell> {
    Ok(match read_byte(source)? {
        b't' => Cell::Text(read_text(source)?),
        b'n' => {
            let mut bytes = [0; 8];
            source.read_exact(&mut bytes)?;
            Cell::Number(Some(f64::from_le_bytes(bytes)).filter(|number| number.is_finite()).ok_or_else(nonsense)?)
        }
        b'b' => Cell::Truth(read_byte(source)? != 0),
        b'd' => {
            let mut bytes = [0; 4];
            source.read_exact(&mut bytes)?;
            let [low, high, month, day] = bytes;
            let (month, day) = (month.cast_signed(), day.cast_signed());
            Cell::Day(Date::new(i16::from_le_bytes([low, high]), month, day).map_err(|_| nonsense())?)
        }
        b'f' => Cell::Fault(read_text(source)?),
        _ => return Err(nonsense()),
    })
}

fn read_byte(source: &mut impl Read) -> io::Result<u8> {
    let mut byte = [0];
    source.read_exact(&mut byte)?;
    let [byte] = byte;
    Ok(byte)
}

fn read_number(source: &mut impl Read) -> io::Result<u32> {
    let mut bytes = [0; 4];
    source.read_exact(&mut bytes)?;
    Ok(u32::from_le_bytes(bytes))
}

fn read_text(source: &mut impl Read) -> io::Result<String> {
    let length = read_number(source)?;
    if length > LONGEST {
        return Err(nonsense());
    }
    let mut bytes = vec![0; length as usize];
    source.read_exact(&mut bytes)?;
    String::from_utf8(bytes).map_err(|_| nonsense())
}

fn nonsense() -> io::Error {
    io::ErrorKind::InvalidData.into()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn frames() -> Vec<Frame> {
        let cells = vec![
            (1, Cell::Text("园区\n𠮷".to_owned())),
            (3, Cell::Number(-1.5e-300)),
            (4, Cell::Truth(true)),
            (7, Cell::Day(date(1904, 2, 29))),
            (500, Cell::Fault("#REF!".to_owned())),
        ];
        vec![
            Frame::Sheet { name: "表 1".to_owned(), is_hidden: true },
            Frame::Row(Row { number: 200_000, cells }),
            Frame::Merged((1, 2, 3, 4)),
            Frame::Refused(WorkbookFault::ManyCells(7)),
            Frame::End { rows: 1, peak_kib: u64::MAX },
        ]
    }

    #[test]
    fn frames_come_out_as_they_went_in() {
        let mut bytes = Vec::new();
        for frame in frames() {
            write(&frame, &mut bytes).unwrap();
        }
        let mut source = bytes.as_slice();
        for frame in frames() {
            assert_eq!(read(&mut source).unwrap(), frame);
        }
        assert_eq!(read(&mut source).unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
    }

    #[test]
    fn the_longest_text_of_a_cell_fits_a_frame() {
        assert_eq!(LONGEST as usize, crate::io::sheet::filling::LONGEST_TEXT * 4);
        let longest = "𠮷".repeat(LONGEST as usize / 4);
        let mut bytes = Vec::new();
        write_text(&longest, &mut bytes).unwrap();
        assert_eq!(read_text(&mut bytes.as_slice()).unwrap(), longest);
    }

    #[test]
    fn frames_that_break_off_or_make_no_sense_are_refused() {
        for frame in frames() {
            let mut bytes = Vec::new();
            write(&frame, &mut bytes).unwrap();
            for end in 0..bytes.len() {
                assert_eq!(
                    read(&mut &bytes[..end]).unwrap_err().kind(),
                    io::ErrorKind::UnexpectedEof,
                    "{frame:?} {end}"
                );
            }
        }
        let number = |number: u32| number.to_le_bytes();
        let (one, many, first) = (number(1), number(501), number(1));
        for bytes in [
            b"X".to_vec(),
            [b"S\0".as_slice(), &number(LONGEST + 1)].concat(),
            [b"R".as_slice(), &one, &many].concat(),
            [b"R".as_slice(), &number(0), &one].concat(),
            [b"R".as_slice(), &one, &number(2), &first, b"b\x01", &first, b"b\x01"].concat(),
            [b"R".as_slice(), &one, &one, &first, b"n", &f64::NAN.to_le_bytes()].concat(),
            [b"R".as_slice(), &one, &one, &first, b"d\x00\x00\x0d\x01"].concat(),
            [b"F".as_slice(), &number(2), b"{}"].concat(),
        ] {
            assert_eq!(read(&mut bytes.as_slice()).unwrap_err().kind(), io::ErrorKind::InvalidData, "{bytes:?}");
        }
    }
}
