//! Which day is meant? `2022.6.15`, `6月15日`, `2022年6月`, a serial number of Excel: a day, and what had to be supposed.

use jiff::civil::Date;

use super::clean;

/// What was supposed to make a day of what is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Supposed {
    /// The day as written.
    Nothing,
    /// The year, which is not written.
    Year,
    /// The last day of the month, where only the month is written.
    LastOfMonth,
    /// Both of them.
    YearAndLastOfMonth,
    /// That a bare number counts days as Excel does.
    Serial,
}

/// A day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: Date,
    /// What was supposed.
    pub supposed: Supposed,
}

/// Serial numbers of Excel that stand for days between 1980 and 2100.
const SERIALS: std::ops::RangeInclusive<i64> = 29_221..=73_415;

/// The day in `text`; `year` stands in where none is written. `None` where no day is meant.
pub fn of_text(text: &str, year: i16) -> Option<Day> {
    let folded = clean::folded(text);
    let folded = without_time(&folded);
    let parts: Vec<&str> = folded.split(|c: char| !c.is_ascii_digit()).filter(|it| !it.is_empty()).collect();
    let marks: Vec<char> = folded.chars().filter(|it| !it.is_ascii_digit() && !it.is_whitespace()).collect();
    if !marks.iter().all(|it| matches!(it, '年' | '月' | '日' | '号' | '.' | '-' | '/' | ',')) {
        return None;
    }
    let is_of_month = marks.first() == Some(&'月');
    match parts.as_slice() {
        [month] if is_of_month => month_of(year, number(month)?, true),
        [month, day] if is_of_month => {
            Some(Day { date: date(year, number(month)?, number(day)?)?, supposed: Supposed::Year })
        }
        [year_digits, month] if year_digits.len() == 4 => month_of(number(year_digits)?, number(month)?, false),
        [year_digits, month] if year_digits.len() == 2 && marks.first() == Some(&'年') => {
            month_of(century(number(year_digits)?), number(month)?, false)
        }
        [year_digits, month, day] => {
            let year = match year_digits.len() {
                4 => number(year_digits)?,
                2 if marks.first() == Some(&'年') || day.len() <= 2 => century(number(year_digits)?),
                _ => return None,
            };
            Some(Day { date: date(year, number(month)?, number(day)?)?, supposed: Supposed::Nothing })
        }
        [digits] if marks.is_empty() => of_digits(digits),
        _ => None,
    }
}

/// The day of a bare number: `20220615`, `202206`, `2022.6`, a serial number of Excel.
pub fn of_number(number: f64) -> Option<Day> {
    let text = format!("{number}");
    match text.split_once('.') {
        None => of_digits(&text),
        // 2022.1 is January or October: 2022.10 is one and the same number.
        Some((_, "1")) => None,
        Some((year, month)) if year.len() == 4 && month.len() <= 2 => {
            month_of(self::number(year)?, self::number(month)?, false)
        }
        Some((days, _)) => of_serial(days.parse().ok()?),
    }
}

fn of_digits(digits: &str) -> Option<Day> {
    let part = |from: usize, to: usize| digits.get(from..to).and_then(number);
    match digits.len() {
        8 => Some(Day { date: date(part(0, 4)?, part(4, 6)?, part(6, 8)?)?, supposed: Supposed::Nothing }),
        6 => month_of(part(0, 4)?, part(4, 6)?, false),
        5 => of_serial(digits.parse().ok()?),
        _ => None,
    }
}

fn of_serial(days: i64) -> Option<Day> {
    if !SERIALS.contains(&days) {
        return None;
    }
    let first = Date::new(1899, 12, 30).ok()?;
    let date = first.checked_add(jiff::Span::new().try_days(days).ok()?).ok()?;
    Some(Day { date, supposed: Supposed::Serial })
}

fn month_of(year: i16, month: i16, is_year_supposed: bool) -> Option<Day> {
    let first = date(year, month, 1)?;
    let supposed = if is_year_supposed { Supposed::YearAndLastOfMonth } else { Supposed::LastOfMonth };
    Some(Day { date: first.last_of_month(), supposed })
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    let is_meant = (1_980..=2_100).contains(&year);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().filter(|_| is_meant)
}

fn number(digits: &str) -> Option<i16> {
    digits.parse().ok()
}

/// The year that two digits stand for.
fn century(year: i16) -> i16 {
    if year >= 80 { 1_900 + year } else { 2_000 + year }
}

/// `text` without a time of day behind it.
fn without_time(text: &str) -> &str {
    text.find(':')
        .and_then(|colon| text.get(..colon))
        .and_then(|head| head.rsplit_once([' ', 't']))
        .map_or(text, |it| it.0)
}

/// The year in a title such as `2022年6月项目台账`.
pub fn year_in(text: &str) -> Option<i16> {
    let folded = clean::folded(text);
    let at = folded.find('年')?;
    let digits: String = folded
        .get(..at)?
        .chars()
        .rev()
        .take_while(char::is_ascii_digit)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    number(&digits).filter(|it| digits.len() == 4 && (1_980..=2_100).contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(day: Option<Day>) -> Option<(String, Supposed)> {
        day.map(|it| (it.date.to_string(), it.supposed))
    }

    #[test]
    fn days_are_read_as_planners_write_them() {
        for (written, day, supposed) in [
            ("2022.06.15", "2022-06-15", Supposed::Nothing),
            ("2022-6-15", "2022-06-15", Supposed::Nothing),
            ("2022/6/15", "2022-06-15", Supposed::Nothing),
            ("2022年6月15日", "2022-06-15", Supposed::Nothing),
            ("2022-06-15 09:30:00", "2022-06-15", Supposed::Nothing),
            ("20220615", "2022-06-15", Supposed::Nothing),
            ("22.6.15", "2022-06-15", Supposed::Nothing),
            ("2022.6", "2022-06-30", Supposed::LastOfMonth),
            ("2022年2月", "2022-02-28", Supposed::LastOfMonth),
            ("6月", "2021-06-30", Supposed::YearAndLastOfMonth),
            ("6月15日", "2021-06-15", Supposed::Year),
            ("44727", "2022-06-15", Supposed::Serial),
        ] {
            assert_eq!(shown(of_text(written, 2_021)), Some((day.to_owned(), supposed)), "{written}");
        }
        for none in ["2022年上半年", "2022-13-01", "2022-02-30", "近期", "", "6.15.3.2", "1899-01-01", "3.5"] {
            assert_eq!(of_text(none, 2_021), None, "{none}");
        }
        assert_eq!(shown(of_number(44_727.0)), Some(("2022-06-15".into(), Supposed::Serial)));
        assert_eq!(shown(of_number(2_022.6)), Some(("2022-06-30".into(), Supposed::LastOfMonth)));
        assert_eq!(shown(of_number(2_022.1)), None, "January or October");
        assert_eq!(year_in("绵阳市2022年6月招引项目台账"), Some(2_022));
    }
}
