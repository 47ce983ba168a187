//! What figure stands in a cell? `3.5亿元`, `约200亩`, `１２３`, `三亿五千万元`: exactly one figure, or a reason why there is none.

use super::{
    clean,
    decimal::Decimal,
    unit::{self, Measure, NoUnit, Stated},
};

/// How a figure was hedged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hedge {
    /// About so much.
    About,
    /// So much or more.
    AtLeast,
    /// So much or less.
    AtMost,
}

/// A figure as it stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// The number with its multipliers: 350,000,000 for `3.5亿`.
    pub value: Decimal,
    /// Whether 万 or 亿 stands behind the number.
    pub power: u8,
    /// The unit that stands in the cell.
    pub unit: Option<Stated>,
    /// How it was hedged.
    pub hedge: Option<Hedge>,
    /// Whether the number stands for a share (%).
    pub is_share: bool,
}

/// What a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// Nothing: empty or a dash.
    Nothing,
    /// That it is not known or there is none, in words.
    Unknown,
    /// A figure.
    Figure(Figure),
}

/// Why a cell has no figure that could be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// No number in it, or words beside it that nobody can weigh.
    NoFigure,
    /// From … to ….
    Range,
    /// More than one figure.
    Several,
    /// Commas that part no thousands: `12,5`.
    Commas,
    /// Below zero.
    Negative,
    /// Money of another country.
    Foreign,
    /// Apparent power (kVA).
    Apparent,
    /// A unit of something else.
    OtherUnit,
    /// A number beyond all sense.
    Beyond,
}

/// Words and marks for nothing.
const MARKS: [&str; 10] = ["", "-", "--", "---", "/", "\\", "//", ".", "*", "…"];

/// Words for what nobody knows yet, or what there is none of.
const UNKNOWN: [&str; 22] = [
    "无",
    "暂无",
    "待定",
    "未定",
    "待议",
    "面议",
    "不详",
    "未知",
    "待核",
    "待核实",
    "待确定",
    "待明确",
    "待补充",
    "待填",
    "暂未确定",
    "另行商定",
    "没有",
    "n/a",
    "na",
    "tbd",
    "none",
    "unknown",
];

/// Whether `folded` means that there is nothing or nobody knows; `None` where it may be a value.
pub fn missing(folded: &str) -> Option<Said> {
    let bare: String = folded.chars().filter(|it| !it.is_whitespace()).collect();
    if MARKS.contains(&bare.as_str()) {
        Some(Said::Nothing)
    } else {
        let bare = bare.trim_matches(['(', ')', '?']);
        (bare.is_empty() || UNKNOWN.contains(&bare)).then_some(Said::Unknown)
    }
}

/// Hedges before a figure, longer ones first.
const BEFORE: [(&str, Hedge); 27] = [
    ("大约", Hedge::About),
    ("约为", Hedge::About),
    ("预计", Hedge::About),
    ("预估", Hedge::About),
    ("估计", Hedge::About),
    ("计划", Hedge::About),
    ("暂定", Hedge::About),
    ("不少于", Hedge::AtLeast),
    ("不低于", Hedge::AtLeast),
    ("不小于", Hedge::AtLeast),
    ("大于", Hedge::AtLeast),
    ("超过", Hedge::AtLeast),
    ("至少", Hedge::AtLeast),
    ("不超过", Hedge::AtMost),
    ("不高于", Hedge::AtMost),
    ("不大于", Hedge::AtMost),
    ("小于", Hedge::AtMost),
    ("约", Hedge::About),
    ("近", Hedge::About),
    ("≈", Hedge::About),
    ("~", Hedge::About),
    (">=", Hedge::AtLeast),
    ("≥", Hedge::AtLeast),
    (">", Hedge::AtLeast),
    ("<=", Hedge::AtMost),
    ("≤", Hedge::AtMost),
    ("<", Hedge::AtMost),
];

/// Hedges behind a figure or between it and its unit.
const BEHIND: [(&str, Hedge); 13] = [
    ("左右", Hedge::About),
    ("上下", Hedge::About),
    ("(暂定)", Hedge::About),
    ("(预计)", Hedge::About),
    ("(约)", Hedge::About),
    ("(预估)", Hedge::About),
    ("以上", Hedge::AtLeast),
    ("以内", Hedge::AtMost),
    ("以下", Hedge::AtMost),
    ("余", Hedge::AtLeast),
    ("多", Hedge::AtLeast),
    ("+", Hedge::AtLeast),
    ("个左右", Hedge::About),
];

/// What `text` says; its unit, where it states one, is of `measure`. Without a measure any unit is left unread and refused.
pub fn read(text: &str, measure: Option<Measure>) -> Result<Said, Fault> {
    let folded = clean::folded(text);
    if let Some(missing) = missing(&folded) {
        return Ok(missing);
    }
    if parts_digits(text) {
        return Err(Fault::Several);
    }
    let bare: String = folded.chars().filter(|it| !it.is_whitespace()).collect();
    if unit::is_foreign(&bare) {
        return Err(Fault::Foreign);
    }
    let bare = bare.strip_prefix("人民币").unwrap_or(&bare);
    let (bare, before) = unhedged_head(bare);
    let (sign, bare) = signed(bare);
    let bare = bare.trim_start_matches(['¥', '￥']);
    let Number { value, power, rest } = number(bare)?;
    let (rest, behind) = unhedged_tail(rest);
    let hedge = before.or(behind);
    let (is_share, rest) = match rest.strip_suffix('%') {
        Some("") => (true, String::new()),
        Some(_) | None => (false, rest),
    };
    let unit = unit_of(&rest, measure)?;
    if sign && !value.is_zero() {
        return Err(Fault::Negative);
    }
    Ok(Said::Figure(Figure { value, power, unit, hedge, is_share }))
}

/// Whether digits stand beside others with a blank between them (`200 300`), or with the mark of a footnote behind them
/// (`200①`): folded, they would run together.
pub fn parts_digits(text: &str) -> bool {
    let is_digit = |it: char| it.is_ascii_digit() || ('\u{ff10}'..='\u{ff19}').contains(&it);
    let (mut last, mut is_apart) = (None::<char>, false);
    for c in text.chars() {
        if c.is_whitespace() {
            is_apart = true;
            continue;
        }
        let follows = last.is_some_and(is_digit);
        let folds_to_digit = clean::folded(&c.to_string()).starts_with(|it: char| it.is_ascii_digit());
        if follows && (is_apart && is_digit(c) || !is_digit(c) && folds_to_digit) {
            return true;
        }
        (last, is_apart) = (Some(c), false);
    }
    false
}

fn unhedged_head(text: &str) -> (&str, Option<Hedge>) {
    let (mut rest, mut found) = (text, None);
    while let Some((word, hedge)) = BEFORE.iter().find(|(word, _)| rest.starts_with(word)) {
        rest = rest.get(word.len()..).unwrap_or("").trim_start_matches(':');
        found = Some(*hedge);
    }
    (rest, found)
}

fn unhedged_tail(text: &str) -> (String, Option<Hedge>) {
    let (mut rest, mut found) = (text.to_owned(), None);
    for (word, hedge) in BEHIND {
        if let Some(head) = rest.strip_suffix(word) {
            (rest, found) = (head.to_owned(), found.or(Some(hedge)));
        }
        if let Some(tail) = rest.strip_prefix(word) {
            (rest, found) = (tail.to_owned(), found.or(Some(hedge)));
        }
    }
    (rest, found)
}

/// Whether a minus stands before the figure, or brackets around it as book-keepers write it.
fn signed(text: &str) -> (bool, &str) {
    if let Some(rest) = text.strip_prefix('-') {
        return (true, rest);
    }
    let is_figure = |it: &&str| !it.is_empty() && it.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',');
    match text.strip_prefix('(').and_then(|it| it.strip_suffix(')')).filter(is_figure) {
        Some(within) => (true, within),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

/// The unit that `rest` names, or why it is none.
fn unit_of(rest: &str, measure: Option<Measure>) -> Result<Option<Stated>, Fault> {
    let rest = rest.trim_matches(['.', '。', ';', ',']);
    if rest.is_empty() {
        return Ok(None);
    }
    let inner = rest.strip_prefix('(').and_then(|it| it.strip_suffix(')')).unwrap_or(rest);
    let no_unit = |why| match why {
        NoUnit::Apparent => Fault::Apparent,
        NoUnit::Foreign => Fault::Foreign,
        NoUnit::Other => Fault::OtherUnit,
        NoUnit::Unknown => unread(rest),
    };
    match measure {
        Some(measure) => unit::stated(measure, inner).map(Some).map_err(no_unit),
        None => Err(unread(rest)),
    }
}

/// Why what stands behind a figure cannot be read.
fn unread(rest: &str) -> Fault {
    let has_number = rest.chars().any(|it| it.is_ascii_digit() || chinese_digit(it).is_some());
    let parts = ['-', '~', '至', '到'];
    let is_range = |at: usize| rest.get(at..).is_some_and(|it| it.chars().skip(1).any(|c| c.is_ascii_digit()));
    if has_number && rest.find(parts).is_some_and(is_range) {
        Fault::Range
    } else if has_number {
        Fault::Several
    } else {
        Fault::NoFigure
    }
}

/// A number at the head of a text.
struct Number<'a> {
    value: Decimal,
    power: u8,
    rest: &'a str,
}

/// The value of a Chinese digit, also in book-keepers' letters.
fn chinese_digit(c: char) -> Option<i64> {
    let among = |digits: &str| digits.chars().zip(0_i64..).find(|(it, _)| *it == c).map(|(_, value)| value);
    among("零一二三四五六七八九").or_else(|| among("〇壹贰叁肆伍陆柒捌玖")).or((c == '两').then_some(2))
}

/// The power of ten of a multiplier within a number, small ones also in book-keepers' letters.
fn multiplier(c: char) -> Option<u8> {
    match c {
        '拾' => Some(1),
        '佰' => Some(2),
        '仟' => Some(3),
        other => unit::power_of(other),
    }
}

/// Adds up the parts of a number: below 万, below 亿, and all of it.
#[derive(Default)]
struct Sum {
    /// What has no multiplier yet.
    loose: Option<Decimal>,
    section: Option<Decimal>,
    total: Option<Decimal>,
    last: Option<u8>,
    has_zero: bool,
}

impl Sum {
    /// Takes a multiplier in; `None` where the number makes no sense.
    fn multiply(&mut self, power: u8) -> Option<()> {
        let is_large = power >= 4;
        let loose = self.loose.take();
        if is_large {
            let section = sum(self.section.take(), loose)?;
            let all = if power == 8 { sum(self.total.take(), Some(section))? } else { section };
            let shifted = all.shifted(i32::from(power))?;
            self.total = sum(self.total.take(), Some(shifted));
        } else {
            let one = loose.unwrap_or(Decimal::whole(1));
            self.section = sum(self.section.take(), Some(one.shifted(i32::from(power))?));
        }
        self.last = Some(power);
        self.has_zero = false;
        Some(())
    }

    /// The number; `None` where a digit stands alone behind a multiplier, which some mean as a tenth of it.
    fn value(self) -> Option<Decimal> {
        let is_unclear = self.loose.is_some() && self.last.is_some_and(|it| it > 1) && !self.has_zero;
        if is_unclear {
            return None;
        }
        sum(sum(self.total, self.section), self.loose)
    }
}

fn sum(one: Option<Decimal>, other: Option<Decimal>) -> Option<Decimal> {
    match (one, other) {
        (Some(one), Some(other)) => one.plus(other),
        (one, other) => one.or(other),
    }
}

/// The number at the head of `text` with what follows.
fn number(text: &str) -> Result<Number<'_>, Fault> {
    let mut sum = Sum::default();
    let (mut rest, mut power, mut is_begun) = (text, 0, false);
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or("");
        if c.is_ascii_digit() {
            if sum.loose.is_some() {
                return Err(Fault::NoFigure);
            }
            let (value, behind) = arabic(rest)?;
            (sum.loose, rest) = (Some(value), behind);
            is_begun = true;
        } else if let Some(digit) = chinese_digit(c) {
            if sum.loose.is_some() {
                return Err(Fault::NoFigure);
            }
            if digit == 0 && (is_begun || !after.is_empty()) {
                sum.has_zero = true;
            } else {
                sum.loose = Some(Decimal::whole(digit));
            }
            (rest, is_begun) = (after, true);
        } else if let Some(more) = multiplier(c).filter(|it| (is_begun || *it == 1) && !is_of_unit(rest)) {
            sum.multiply(more).ok_or(Fault::Beyond)?;
            (rest, power, is_begun) = (after, if more >= 4 { more } else { power }, true);
        } else {
            break;
        }
    }
    if !is_begun {
        return Err(Fault::NoFigure);
    }
    let value = sum.value().ok_or(Fault::NoFigure)?;
    Ok(Number { value, power, rest })
}

/// Whether the multiplier at the head of `rest` is part of a unit: 千瓦, 千克, 千伏安, 百分.
fn is_of_unit(rest: &str) -> bool {
    ["千瓦", "千克", "千伏", "百分", "千米"].iter().any(|it| rest.starts_with(it))
}

/// The number in Arabic digits at the head of `text`: thousands may be parted by commas, and a power of ten may follow.
fn arabic(text: &str) -> Result<(Decimal, &str), Fault> {
    let length = text.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',')).unwrap_or(text.len());
    let (written, mut rest) = text.split_at(length);
    let trimmed = written.trim_end_matches([',', '.']);
    let value = Decimal::parse(&without_commas(trimmed)?).ok_or(Fault::Beyond)?;
    let mut value = value;
    if let Some(after) = rest.strip_prefix('e') {
        let (is_negative, digits) = after.strip_prefix('-').map_or((false, after), |it| (true, it));
        let digits = digits.strip_prefix('+').unwrap_or(digits);
        let length = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        let (power, behind) = digits.split_at(length);
        if let Ok(power) = power.parse::<i32>() {
            value = value.shifted(if is_negative { -power } else { power }).ok_or(Fault::Beyond)?;
            rest = behind;
        }
    }
    Ok((value, rest))
}

/// `written` without the commas that part its thousands.
fn without_commas(written: &str) -> Result<String, Fault> {
    let (whole, fraction) = written.split_once('.').map_or((written, None), |(it, rest)| (it, Some(rest)));
    if fraction.is_some_and(|it| it.contains([',', '.'])) {
        return Err(if written.contains(',') { Fault::Commas } else { Fault::NoFigure });
    }
    let mut parts = whole.split(',');
    let first = parts.next().unwrap_or("");
    let rest: Vec<&str> = parts.collect();
    let is_parted = (1..=3).contains(&first.len()) && rest.iter().all(|it| it.len() == 3);
    if !rest.is_empty() && !is_parted {
        return Err(Fault::Commas);
    }
    Ok(written.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The figure in steps of a hundredth of the planner's unit, where a unit is stated.
    fn found(text: &str, measure: Measure) -> Result<Option<i64>, Fault> {
        read(text, Some(measure)).map(|said| match said {
            Said::Figure(it) => {
                let power = it.unit.map_or(0, |unit| unit.power);
                let factor = it.unit.map_or(crate::intake::decimal::Ratio::ONE, |unit| unit.unit.factor);
                it.value.shifted(i32::from(power)).and_then(|it| it.steps(factor, 2)).map(|it| it.steps)
            }
            Said::Nothing | Said::Unknown => None,
        })
    }

    #[test]
    fn money_is_read_as_planners_write_it() {
        let money = |text| found(text, Measure::Money);
        for text in [
            "3.5亿元",
            "3.5 亿元",
            "35000万元",
            "35,000万元",
            "３５０００万元",
            "三亿五千万元",
            "3亿5000万元",
            "人民币3.5亿元",
            "3.5亿元人民币",
        ] {
            assert_eq!(money(text), Ok(Some(3_500_000)), "{text}");
        }
        assert_eq!(money("350000000元"), Ok(Some(3_500_000)));
        assert_eq!(money("约3.5亿元左右"), Ok(Some(3_500_000)));
        assert_eq!(money("3.5亿元/年"), Ok(Some(3_500_000)));
        for (text, fault) in [
            ("5-8亿元", Fault::Range),
            ("3~5亿", Fault::Range),
            ("3至5亿元", Fault::Range),
            ("500万美元", Fault::Foreign),
            ("$500", Fault::Foreign),
            ("12,5", Fault::Commas),
            ("1,2,3", Fault::Commas),
            ("-5亿元", Fault::Negative),
            ("(500)", Fault::Negative),
            ("三百五", Fault::NoFigure),
            ("较大", Fault::NoFigure),
            ("200亩", Fault::OtherUnit),
            ("3.5亿元(其中固投2亿元)", Fault::Several),
            ("99999999999999999999999999999", Fault::Beyond),
            ("1.2.3", Fault::NoFigure),
            ("200 300", Fault::Several),
            ("200\n300", Fault::Several),
            ("200①", Fault::Several),
            ("200²", Fault::Several),
            ("2OO", Fault::NoFigure),
        ] {
            assert_eq!(money(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn other_measures_are_read_too() {
        assert_eq!(found("15 公顷", Measure::Land), Ok(Some(22_500)));
        assert_eq!(found("150000㎡", Measure::Land), Ok(Some(22_500)));
        assert_eq!(found("一百五十亩", Measure::Land), Ok(Some(15_000)));
        assert_eq!(found("2.4万平方米", Measure::Floor), Ok(Some(2_400_000)));
        assert_eq!(found("12000kW", Measure::Power), Ok(Some(1_200)));
        assert_eq!(found("1.2万千瓦", Measure::Power), Ok(Some(1_200)));
        assert_eq!(found("800kVA", Measure::Power), Err(Fault::Apparent));
        assert_eq!(found("36.5万吨/年", Measure::Flow), Ok(Some(100_000)));
        assert_eq!(found("50m³/h", Measure::Flow), Ok(Some(120_000)));
        assert_eq!(found("0.6亿kWh", Measure::Electricity), Ok(Some(600_000)));
        assert_eq!(found("6000万度", Measure::Electricity), Ok(Some(600_000)));
        assert_eq!(found("300余人", Measure::Count), Ok(Some(30_000)));
    }

    #[test]
    fn nothing_and_zero_are_two_things() {
        for text in ["", "-", "—", "/", " "] {
            assert_eq!(read(text, None), Ok(Said::Nothing), "{text:?}");
        }
        for text in ["待定", "无", "暂无", "N/A"] {
            assert_eq!(read(text, None), Ok(Said::Unknown), "{text}");
        }
        assert_eq!(found("0", Measure::Land), Ok(Some(0)));
        assert_eq!(found("1.5e3", Measure::Land), Ok(Some(150_000)));
    }

    #[test]
    fn hedges_are_kept() {
        let hedge = |text| match read(text, Some(Measure::Land)) {
            Ok(Said::Figure(it)) => it.hedge,
            Ok(Said::Nothing | Said::Unknown) | Err(_) => None,
        };
        assert_eq!(hedge("约200亩"), Some(Hedge::About));
        assert_eq!(hedge("200亩左右"), Some(Hedge::About));
        assert_eq!(hedge(">200亩"), Some(Hedge::AtLeast));
        assert_eq!(hedge("200余亩"), Some(Hedge::AtLeast));
        assert_eq!(hedge("200亩以内"), Some(Hedge::AtMost));
        assert_eq!(hedge("200亩"), None);
    }
}
