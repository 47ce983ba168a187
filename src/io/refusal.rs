//! Why did the reader stop? What RON says of a text, put into terms that a person can act on.
//!
//! RON tells of the first thing that it does not expect. A file that was cut off, is empty, or is of another kind is
//! told as such; figures, days and ids that are none are told as written.

use jiff::civil::Date;
use ron::{Error, error::SpannedError};

use super::{
    locate,
    problem::{Cause, Spot},
};
use crate::model::{id::is_id, quantity::QuantityError};

/// What a text was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A scenario.
    Scenario,
    /// A rule pack.
    Pack,
}

/// Why `text` was refused as a `form` with `error`, and where.
pub fn cause(text: &str, form: Form, error: SpannedError) -> (Spot, Cause) {
    if locate::is_blank(text) {
        return (Spot::START, Cause::Empty);
    }
    if let Some(at) = text.find('\0') {
        return (Spot::of_offset(text, at), Cause::NotText);
    }
    if let Some(kind) = other_kind(text, form) {
        return (Spot::START, kind);
    }
    let [start, end] = [error.span.start, error.span.end].map(|it| Spot { line: it.line, column: it.col }.offset(text));
    if let Some(last) = locate::broken_end(text).filter(|last| start >= *last || end >= *last) {
        return (Spot::of_offset(text, last), Cause::CutOff);
    }
    // Of a string, the reader stands behind the opening quote.
    let start = text.get(..start).filter(|head| head.ends_with('"')).map_or(start, |head| head.len() - 1);
    (Spot::of_offset(text, start), of_value(text.get(start..).unwrap_or(""), error.code))
}

/// What kind of file `text` is instead of `form`, when that is plain from its fields.
fn other_kind(text: &str, form: Form) -> Option<Cause> {
    let fields = locate::document_fields(text);
    let has = |name: &str| fields.contains(&name);
    match form {
        Form::Scenario => {
            let is_pack =
                has("pack") && has("rules") && fields.iter().all(|it| matches!(*it, "schema" | "pack" | "rules"));
            is_pack.then_some(Cause::PackForScenario)
        }
        Form::Pack => (has("active_plan") || has("as_of") || has("plans")).then_some(Cause::ScenarioForPack),
    }
}

/// What is wrong with the value at the head of `rest`.
fn of_value(rest: &str, code: Error) -> Cause {
    // After the digits of a whole number stands its fraction.
    if code == Error::ExpectedComma && rest.starts_with('.') {
        return Cause::Syntax(Box::new(Error::ExpectedInteger));
    }
    let Error::Message(message) = &code else { return Cause::Syntax(Box::new(code)) };
    let written = rest.trim_start();
    if let Some(error) = QuantityError::parse(message) {
        let figure = locate::piece(written);
        let is_written_out = figure.contains(|c: char| c.is_ascii_digit());
        let is_too_large = matches!(&error, QuantityError::NotFinite(_)) && is_written_out;
        return Cause::Quantity(if is_too_large { QuantityError::Overflow(figure.to_owned()) } else { error });
    }
    match quoted(written) {
        Some(text) if message.contains("cannot be an id") && !is_id(&text) => Cause::NoId(text),
        Some(text) if text.parse::<Date>().is_err() && !message.contains("cannot be an id") => Cause::NoDay(text),
        Some(_) | None => Cause::Syntax(Box::new(code)),
    }
}

/// The text of the string literal at the head of `rest`.
fn quoted(rest: &str) -> Option<String> {
    let literal = locate::string_literal(rest)?;
    ron::from_str(literal).ok()
}
