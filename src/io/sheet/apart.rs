//! How is a workbook read without risk to the window? In a process of its own, whose rows are taken in as they come, and which
//! is ended when it is cancelled or stays silent.
//!
//! What the process says is not trusted: the bounds hold here once more. However it ends, the worst is a sentence.

use std::{
    env,
    fs::File,
    io::{self, BufReader, Read},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    sync::OnceLock,
};

use super::{
    fault::{Halt, WorkbookFault},
    filling::{MOST_SHEETS, Tally, settle},
    frames::{self, Frame},
    watch::Watch,
};
use crate::intake::sheet::{Kind, Sheet};

/// Names the program that reads workbooks, for a program of another name than ours.
const PROGRAM: &str = "PARKBOARD_WORKER";

/// The verb of the program.
const VERB: &str = "import-worker";

/// The name of our program.
const OWN_NAME: &str = "parkboard";

/// Most merged regions of a workbook that are kept.
const MOST_MERGED: usize = 100_000;

static WORKER: OnceLock<PathBuf> = OnceLock::new();

/// Tells which program reads workbooks where this one is not `parkboard` itself; the first call counts.
pub fn set_worker(path: PathBuf) {
    let _ = WORKER.set(path);
}

/// The program that reads workbooks: the one that the environment names, else this one where it is ours, else the one that was set.
fn program() -> Option<PathBuf> {
    let named = env::var_os(PROGRAM).filter(|name| !name.is_empty()).map(PathBuf::from);
    let own = || env::current_exe().ok().filter(|path| path.file_stem().is_some_and(|stem| stem == OWN_NAME));
    named.or_else(own).or_else(|| WORKER.get().cloned())
}

/// The name of a kind on the command line.
pub fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Xlsx => "xlsx",
        Kind::Xls => "xls",
        Kind::Ods => "ods",
        Kind::Csv | Kind::Pasted => "csv",
    }
}

/// The sheets of the workbook of this `kind` in `file`, which stands at its beginning.
///
/// # Errors
///
/// Why the workbook cannot be used, or that the reading was cancelled.
pub fn sheets(file: File, kind: Kind, with_merged: bool, watch: &Watch) -> Result<Vec<Sheet>, WorkbookFault> {
    let program = program().ok_or(WorkbookFault::NoReader)?;
    let (mut child, stream) = start(&program, file, kind, with_merged).map_err(|_| WorkbookFault::NoReader)?;
    let mut source = BufReader::with_capacity(64 * 1024, Patient { stream, watch, silence: 0 });
    let taken = take(&mut source, watch);
    // Whatever it still does, it is not needed any more.
    let _ = child.kill();
    let status = child.wait();
    match taken {
        Ok(taken) => taken,
        Err(_) if watch.is_cancelled() => Err(WorkbookFault::Cancelled),
        Err(error) if error.kind() == io::ErrorKind::TimedOut => Err(WorkbookFault::Unsafe(Halt::Time)),
        Err(_) => Err(WorkbookFault::Unsafe(status.map_or(Halt::Crash, halt))),
    }
}

/// Takes in frames up to the last one.
fn take(source: &mut impl Read, watch: &Watch) -> io::Result<Result<Vec<Sheet>, WorkbookFault>> {
    let mut sheets: Vec<Sheet> = Vec::new();
    let (mut tally, mut told, mut merged) = (Tally::default(), 0, 0);
    let nonsense = || io::Error::from(io::ErrorKind::InvalidData);
    loop {
        match frames::read(source)? {
            Frame::Sheet { .. } if sheets.len() >= MOST_SHEETS => return Err(nonsense()),
            Frame::Sheet { name, is_hidden } => sheets.push(Sheet { name, is_hidden, ..Sheet::default() }),
            Frame::Row(row) => {
                let sheet = sheets.last_mut().ok_or_else(nonsense)?;
                for (column, _) in &row.cells {
                    if let Err(fault) = tally.admit(&sheet.name, *column, row.number) {
                        return Ok(Err(fault));
                    }
                }
                sheet.rows.push(row);
                told += 1;
                watch.count_row();
                // A reader that always has more to say is cancelled here.
                if watch.is_cancelled() {
                    return Ok(Err(WorkbookFault::Cancelled));
                }
            }
            Frame::Merged(region) => {
                merged += 1;
                if merged <= MOST_MERGED {
                    sheets.last_mut().ok_or_else(nonsense)?.merged.push(region);
                }
            }
            Frame::Refused(fault) => return Ok(Err(fault)),
            Frame::End { rows, peak_kib } => {
                watch.keep_peak(peak_kib);
                sheets.iter_mut().for_each(settle);
                return if rows == told { Ok(Ok(sheets)) } else { Err(nonsense()) };
            }
        }
    }
}

/// How a process came to its end that did not say so.
#[cfg(unix)]
fn halt(status: ExitStatus) -> Halt {
    use std::os::unix::process::ExitStatusExt;
    // The numbers of the signals for a breach of the processor's time, and for an abort: Rust aborts where memory is refused.
    const TIME: i32 = 24;
    const ABORT: i32 = 6;
    match status.signal() {
        Some(TIME) => Halt::Time,
        Some(ABORT) => Halt::Memory,
        Some(_) | None => Halt::Crash,
    }
}

/// How a process came to its end that did not say so.
#[cfg(not(unix))]
fn halt(_: ExitStatus) -> Halt {
    Halt::Crash
}

fn command(program: &Path, file: File, kind: Kind, with_merged: bool) -> Command {
    let mut command = Command::new(program);
    command.arg(VERB).arg(kind_name(kind)).stdin(Stdio::from(file)).stderr(Stdio::null());
    if with_merged {
        command.arg("--merged");
    }
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt;
        // Without a console of its own, which would flash up.
        command.creation_flags(0x0800_0000);
    }
    command
}

#[cfg(unix)]
type Stream = std::os::unix::net::UnixStream;

#[cfg(not(unix))]
type Stream = std::process::ChildStdout;

/// Starts the program. Its output comes through a socket, since of a pipe one cannot ask to be woken in time.
#[cfg(unix)]
fn start(program: &Path, file: File, kind: Kind, with_merged: bool) -> io::Result<(Child, Stream)> {
    let (ours, theirs) = Stream::pair()?;
    ours.set_read_timeout(Some(PATIENCE))?;
    let mut command = command(program, file, kind, with_merged);
    let child = command.stdout(Stdio::from(std::os::fd::OwnedFd::from(theirs))).spawn()?;
    Ok((child, ours))
}

/// Starts the program. Where there are no such sockets, a cancelled reading ends with the next piece of its output.
#[cfg(not(unix))]
fn start(program: &Path, file: File, kind: Kind, with_merged: bool) -> io::Result<(Child, Stream)> {
    let mut child = command(program, file, kind, with_merged).stdout(Stdio::piped()).spawn()?;
    let stream = child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
    Ok((child, stream))
}

/// How long one waits for output before looking whether the reading was cancelled.
#[cfg(unix)]
const PATIENCE: std::time::Duration = std::time::Duration::from_millis(50);

/// How often one waits in vain: for a minute, the time that the process has for all of its computing.
const MOST_SILENCE: u32 = 1_200;

/// The output of the process, as long as it is wanted and comes.
struct Patient<'a> {
    stream: Stream,
    watch: &'a Watch,
    silence: u32,
}

impl Read for Patient<'_> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        loop {
            if self.watch.is_cancelled() {
                return Err(io::ErrorKind::ConnectionAborted.into());
            }
            match self.stream.read(bytes) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) => {
                    self.silence += 1;
                    if self.silence >= MOST_SILENCE {
                        return Err(io::ErrorKind::TimedOut.into());
                    }
                }
                read => {
                    self.silence = 0;
                    return read;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::sheet::{Cell, Row};

    fn stream(frames: &[Frame]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for frame in frames {
            frames::write(frame, &mut bytes).unwrap();
        }
        bytes
    }

    fn sheet() -> Frame {
        Frame::Sheet { name: "S".to_owned(), is_hidden: false }
    }

    fn row(number: u32, column: u32) -> Frame {
        Frame::Row(Row { number, cells: vec![(column, Cell::Truth(true))] })
    }

    #[test]
    fn rows_are_taken_in_and_counted() {
        let watch = Watch::default();
        let bytes = stream(&[sheet(), row(9, 1), row(4, 2), Frame::End { rows: 2, peak_kib: 77 }]);
        let sheets = take(&mut bytes.as_slice(), &watch).unwrap().unwrap();
        assert_eq!(sheets[0].rows.iter().map(|row| row.number).collect::<Vec<_>>(), [4, 9]);
        assert_eq!((watch.rows(), watch.peak_kib()), (2, 77));
    }

    #[test]
    fn what_breaks_off_or_makes_no_sense_is_no_workbook() {
        let end = |rows| Frame::End { rows, peak_kib: 0 };
        for frames in [vec![sheet(), row(1, 1)], vec![row(1, 1), end(1)], vec![sheet(), row(1, 1), end(2)], vec![]] {
            assert!(take(&mut stream(&frames).as_slice(), &Watch::default()).is_err(), "{frames:?}");
        }
        let many = vec![sheet(); MOST_SHEETS + 1];
        assert!(take(&mut stream(&many).as_slice(), &Watch::default()).is_err());
    }

    #[test]
    fn the_bounds_hold_whatever_the_process_says() {
        let far = stream(&[sheet(), row(200_001, 1), Frame::End { rows: 1, peak_kib: 0 }]);
        let told = take(&mut far.as_slice(), &Watch::default()).unwrap();
        assert!(matches!(told, Err(WorkbookFault::FarCell { .. })), "{told:?}");
    }
}
