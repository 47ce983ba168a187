//! How high is a row? Programs other than Excel do not find out by themselves, so every row is given its height.

use super::super::shown;

/// Height of a line for each point of its letters.
const LINE: f64 = 1.32;
/// Space above and below the lines of a row, in points.
const SPACE: f64 = 4.0;
/// Height of the highest row, in points.
const HIGHEST: f64 = 409.0;
/// Size of the letters that a column counts its characters in, in points.
const COUNTED: f64 = 11.0;

/// Height of a row with `lines` lines of letters of `size` points, in points.
pub fn of_lines(lines: usize, size: f64) -> f64 {
    let lines = f64::from(u32::try_from(lines).unwrap_or(u32::MAX));
    (lines * size * LINE + SPACE).min(HIGHEST)
}

/// Lines that `text` of letters of `size` points takes in a column `width` characters wide; at least one.
pub fn lines(text: &str, width: f64, size: f64) -> usize {
    // A word or a mark that does not fit leaves the end of its line empty.
    let room = ((width - 2.0) * COUNTED / size).max(2.0);
    shown::lines(text)
        .iter()
        .map(|line| {
            let breadth = f64::from(u32::try_from(shown::breadth(line)).unwrap_or(u32::MAX));
            whole((breadth / room).ceil().max(1.0))
        })
        .sum()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of lines is whole and positive")]
fn whole(lines: f64) -> usize {
    lines as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_takes_lines() {
        assert_eq!(lines("", 10.0, 11.0), 1);
        assert_eq!(lines("四个汉字", 10.0, 11.0), 1);
        assert_eq!(lines("五个汉字了", 10.0, 11.0), 2);
        assert_eq!(lines("四个汉字\n\n五个汉字了", 10.0, 11.0), 4);
        assert_eq!(lines("窄", 0.0, 11.0), 1);
    }

    #[test]
    fn no_row_is_higher_than_a_program_allows() {
        assert!(of_lines(2, 10.0) > of_lines(1, 10.0));
        assert!((of_lines(10_000, 10.0) - 409.0).abs() < 1e-9);
    }
}
