//! How are words and figures written on paper? The same in every format: what a file cannot hold is replaced here.
//!
//! No markup is made here; each format escapes what it gets.

use std::iter;

use super::paper::{Column, Run, Table, Value};
use crate::i18n::figure;

/// What stands for a character that no file can hold.
const REPLACEMENT: char = '\u{fffd}';

/// Decimals beyond which a step of an `i64` is always below the first one.
const MOST_DECIMALS: u8 = 18;

/// A piece of a head that is not broken, such as a unit in brackets, in halves of a Chinese character.
const HEAD_PIECE: u32 = 6;

/// `text` without what a file cannot hold: line ends become `\n`, other controls and non-characters `U+FFFD`.
///
/// Marks of direction stay: they may be part of a name in the data. See [`words`].
pub fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                let _ = chars.next_if_eq(&'\n');
                clean.push('\n');
            }
            '\u{85}' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            '\n' | '\t' => clean.push(c),
            '\u{fffe}' | '\u{ffff}' => clean.push(REPLACEMENT),
            _ if c.is_control() => clean.push(REPLACEMENT),
            _ => clean.push(c),
        }
    }
    clean
}

/// `text` as it is printed: [`clean`], and without marks of direction, which would turn the words beside it around.
pub fn words(text: &str) -> String {
    let mut words = clean(text);
    words.retain(|c| !turns(c));
    words
}

/// Whether a character turns the direction of what follows.
fn turns(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The lines of a text as they are printed; at least one.
pub fn lines(text: &str) -> Vec<String> {
    words(text).split('\n').map(str::to_owned).collect()
}

/// `text` in one line.
pub fn line(text: &str) -> String {
    lines(text).join(" ")
}

/// The figure `steps` × 10^−`decimals`, plain: without separators, with `-` for minus.
pub fn plain_number(steps: i64, decimals: u8) -> String {
    let decimals = usize::from(decimals.min(MOST_DECIMALS));
    let sign = if steps < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", steps.unsigned_abs(), width = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

/// A figure as it is printed: `≈1,234.50`. The sign ≈ stands before what is assumed.
pub fn number(steps: i64, decimals: u8, is_assumed: bool) -> String {
    let sign = if is_assumed { "≈" } else { "" };
    format!("{sign}{}", figure::grouped(&plain_number(steps, decimals)))
}

/// What is printed in a cell.
pub fn cell(value: &Value) -> Run {
    match value {
        Value::Text(run) => Run::toned(words(&run.text), run.tone),
        Value::Number { steps, decimals, is_assumed, tone } => {
            Run::toned(number(*steps, *decimals, *is_assumed), *tone)
        }
        Value::Day(day) => Run::plain(day.to_string()),
        Value::Missing => Run::plain(figure::NONE),
        Value::Blank => Run::plain(""),
    }
}

/// Whether a cell is set to the right: figures, and what stands in a column of figures.
pub fn is_right(value: &Value, column: &Column) -> bool {
    match value {
        Value::Number { .. } => true,
        Value::Text(_) | Value::Day(_) | Value::Missing | Value::Blank => column.is_figures,
    }
}

/// A row of a table as wide as its columns: what is over is left out, what lacks is blank.
pub fn filled<'a>(row: &'a [Value], columns: &'a [Column]) -> impl Iterator<Item = (&'a Value, &'a Column)> {
    row.iter().chain(iter::repeat(&Value::Blank)).zip(columns)
}

/// The number of the first row that sums others up; the number of rows when none does.
pub fn first_sum(table: &Table) -> usize {
    table.rows.len().saturating_sub(table.sums)
}

/// A head over neighbouring columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What it says; empty for a column without a group.
    pub head: String,
    /// Number of columns under it, at least 1.
    pub span: usize,
}

/// The heads over the heads of the columns from the left; none when no column has a group.
pub fn groups(columns: &[Column]) -> Vec<Group> {
    if columns.iter().all(|column| column.group.is_empty()) {
        return Vec::new();
    }
    let mut groups: Vec<Group> = Vec::new();
    for column in columns {
        match groups.last_mut() {
            Some(last) if !last.head.is_empty() && last.head == column.group => last.span += 1,
            Some(_) | None => groups.push(Group { head: column.group.clone(), span: 1 }),
        }
    }
    groups
}

/// Room that a text takes, in halves of a Chinese character.
pub fn breadth(text: &str) -> usize {
    text.chars().map(|c| if c < '\u{1100}' { 1 } else { 2 }).sum()
}

/// What each column of a table must have room for in one line: its longest figure or day, and a piece of its head.
pub fn least_breadths(table: &Table) -> Vec<u32> {
    let piece = |column: &Column| u32::try_from(breadth(&column.head)).unwrap_or(u32::MAX).clamp(2, HEAD_PIECE);
    let mut least: Vec<u32> = table.columns.iter().map(piece).collect();
    for row in &table.rows {
        for ((value, _), least) in filled(row, &table.columns).zip(&mut least) {
            let text = match value {
                Value::Number { .. } | Value::Day(_) => cell(value).text,
                Value::Text(_) | Value::Missing | Value::Blank => continue,
            };
            *least = (*least).max(u32::try_from(breadth(&text)).unwrap_or(u32::MAX));
        }
    }
    least
}

/// `text` in one line of at most `room` halves of a Chinese character; what is over becomes `…`.
pub fn shortened(text: &str, room: usize) -> String {
    let text = line(text);
    if breadth(&text) <= room {
        return text;
    }
    let mut short = String::new();
    let mut taken = 2;
    for c in text.chars() {
        taken += breadth(c.encode_utf8(&mut [0; 4]));
        if taken > room {
            break;
        }
        short.push(c);
    }
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::{super::paper::Tone, *};

    fn column(group: &str) -> Column {
        Column { head: "头".into(), group: group.into(), width: 1, is_figures: false }
    }

    #[test]
    fn figures_have_their_decimals() {
        let cases = [
            (0, 0, "0"),
            (7, 2, "0.07"),
            (-7, 2, "−0.07"),
            (123_456_789, 2, "1,234,567.89"),
            (-1_000, 0, "−1,000"),
            (i64::MIN, 4, "−922,337,203,685,477.5808"),
            (5, 200, "0.000000000000000005"),
        ];
        for (steps, decimals, shown) in cases {
            assert_eq!(number(steps, decimals, false), shown);
        }
        assert_eq!(number(-123_450, 2, true), "≈−1,234.50");
    }

    #[test]
    fn controls_are_replaced_and_lines_kept() {
        assert_eq!(clean("a\0b\u{1b}c\r\nd\re\tf\u{fffe}"), "a\u{fffd}b\u{fffd}c\nd\ne\tf\u{fffd}");
        assert_eq!(lines("一\n\n二"), ["一", "", "二"]);
        assert_eq!(lines(""), [""]);
        assert_eq!(line("一\n二"), "一 二");
    }

    #[test]
    fn marks_of_direction_are_not_printed_but_kept_in_data() {
        assert_eq!(words("园\u{202e}区\u{2066}"), "园区");
        assert_eq!(clean("园\u{202e}区"), "园\u{202e}区");
        assert_eq!(words("👩\u{200d}🔧"), "👩\u{200d}🔧");
    }

    #[test]
    fn neighbours_of_a_group_share_a_head() {
        let columns: Vec<Column> = ["", "甲", "甲", "乙", "甲", "", ""].into_iter().map(column).collect();
        let spans: Vec<(String, usize)> = groups(&columns).into_iter().map(|it| (it.head, it.span)).collect();
        let told: Vec<(&str, usize)> = spans.iter().map(|(head, span)| (head.as_str(), *span)).collect();
        assert_eq!(told, [("", 1), ("甲", 2), ("乙", 1), ("甲", 1), ("", 1), ("", 1)]);
        assert!(groups(&[column(""), column("")]).is_empty());
    }

    #[test]
    fn rows_are_as_wide_as_the_columns() {
        let columns = [column(""), column("")];
        let row = [Value::text("一"), Value::Missing, Value::text("三")];
        assert_eq!(filled(&row, &columns).count(), 2);
        assert_eq!(filled(&[], &columns).map(|(value, _)| value).collect::<Vec<_>>(), [&Value::Blank, &Value::Blank]);
    }

    #[test]
    fn figures_and_days_need_a_line() {
        let day = Value::Day(jiff::civil::date(2026, 7, 8));
        let figure = Value::Number { steps: -1_234_567, decimals: 2, is_assumed: true, tone: Tone::Plain };
        let table = Table {
            name: String::new(),
            title: String::new(),
            columns: vec![column(""), column(""), column("")],
            rows: vec![vec![Value::text("一段很长很长很长的话"), day], vec![Value::Blank, Value::Missing, figure]],
            sums: 0,
            notes: Vec::new(),
        };
        // ≈ and − are as wide as Chinese characters in Chinese letters.
        assert_eq!(least_breadths(&table), [2, 10, 13]);
        let mut wide = table;
        wide.columns[0].head = "用地（公顷）".into();
        assert_eq!(least_breadths(&wide), [6, 10, 13]);
    }

    #[test]
    fn long_lines_are_cut_at_their_room() {
        assert_eq!(shortened("数据快照", 8), "数据快照");
        assert_eq!(shortened("数据快照一", 8), "数据快…");
        assert_eq!(shortened("a\nb", 8), "a b");
    }
}
