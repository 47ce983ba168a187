//! Arguments to window or command line; the only place that prints a fatal error or sets the exit code.

use std::{io, process::ExitCode};

use parkboard::cli::{self, Request};

fn main() -> ExitCode {
    let (mut out, mut err) = (io::stdout().lock(), io::stderr().lock());
    match cli::run(std::env::args_os(), &mut out, &mut err) {
        Request::Exit(code) => ExitCode::from(code),
        Request::Window(file) => {
            drop((out, err));
            open_window(file)
        }
    }
}

#[cfg(feature = "gui")]
#[expect(clippy::print_stderr, reason = "the one place that tells a fatal error")]
fn open_window(file: Option<std::path::PathBuf>) -> ExitCode {
    match parkboard::ui::run(file) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(cli::UNUSABLE)
        }
    }
}

#[cfg(not(feature = "gui"))]
#[expect(clippy::print_stderr, reason = "the one place that tells a fatal error")]
fn open_window(_: Option<std::path::PathBuf>) -> ExitCode {
    eprintln!("This build has no window; use `parkboard check FILE`. 此版本不含窗口，请用 `parkboard check FILE`。");
    ExitCode::from(cli::UNUSABLE)
}
