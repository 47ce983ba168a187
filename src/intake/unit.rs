//! In which unit? The units that sheets use, by the words for them, and what each comes to in planners' units.
//!
//! A multiplier (千, 万, 亿) in front of a unit belongs to the figure, not to the unit.

use super::{clean, decimal::Ratio};

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Money, 万元.
    Money,
    /// Money per land, 万元 per mu.
    MoneyPerLand,
    /// Land, mu.
    Land,
    /// Floor, m².
    Floor,
    /// Electric load, MW.
    Power,
    /// Water or waste water, t/d.
    Flow,
    /// Energy, tonnes of coal equivalent.
    Energy,
    /// Electricity a year, 万 kWh.
    Electricity,
    /// Gas a year, 万 m³.
    Gas,
    /// Jobs or firms.
    Count,
}

/// What a conversion supposes beyond the unit itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Supposed {
    /// A year of 365 days.
    DaysOfYear,
    /// A day of 24 hours.
    HoursOfDay,
    /// A year of 8,760 hours.
    HoursOfYear,
}

/// A unit of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// What it measures.
    pub measure: Measure,
    /// How it is shown.
    pub zh: &'static str,
    /// The word for it, folded as [`folded`] does.
    word: &'static str,
    /// What one of it comes to in the planner's unit of its measure.
    pub factor: Ratio,
    /// What that supposes.
    pub supposed: Option<Supposed>,
}

/// What an expression of units says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stated {
    /// The unit.
    pub unit: &'static Unit,
    /// The power of ten in front of it: 4 for 万.
    pub power: u8,
}

/// Why a word is no unit of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoUnit {
    /// Apparent power (kVA): no load.
    Apparent,
    /// Money of another country.
    Foreign,
    /// A unit of something else.
    Other,
    /// No unit at all.
    Unknown,
}

const fn unit(measure: Measure, zh: &'static str, word: &'static str, upper: i64, lower: i64) -> Unit {
    Unit { measure, zh, word, factor: Ratio { upper, lower }, supposed: None }
}

const fn supposing(supposed: Supposed, unit: Unit) -> Unit {
    Unit { supposed: Some(supposed), ..unit }
}

use Measure::{Count, Electricity, Energy, Floor, Flow, Gas, Land, Money, MoneyPerLand, Power};

/// All units. The first of a measure is the planner's own.
static UNITS: [Unit; 52] = [
    unit(Money, "万元", "cny10k", 1, 1),
    unit(Money, "元", "元", 1, 10_000),
    unit(Money, "元", "圆", 1, 10_000),
    unit(Money, "元", "cny", 1, 10_000),
    unit(Money, "元", "rmb", 1, 10_000),
    unit(Money, "元", "元人民币", 1, 10_000),
    unit(Money, "百万元", "cnym", 100, 1),
    unit(Money, "亿元", "cny100m", 10_000, 1),
    unit(MoneyPerLand, "万元/亩", "cny10k/mu", 1, 1),
    unit(MoneyPerLand, "元/亩", "元/亩", 1, 10_000),
    unit(MoneyPerLand, "元/公顷", "元/ha", 1, 150_000),
    unit(Land, "亩", "亩", 1, 1),
    unit(Land, "亩", "mu", 1, 1),
    unit(Land, "公顷", "ha", 15, 1),
    unit(Land, "公顷", "hm2", 15, 1),
    unit(Land, "平方米", "m2", 3, 2_000),
    unit(Land, "平方公里", "km2", 1_500, 1),
    unit(Floor, "平方米", "m2", 1, 1),
    unit(Floor, "万平方米", "10km2", 10_000, 1),
    unit(Power, "MW", "mw", 1, 1),
    unit(Power, "kW", "kw", 1, 1_000),
    unit(Power, "W", "w", 1, 1_000_000),
    unit(Power, "GW", "gw", 1_000, 1),
    unit(Flow, "吨/日", "t/d", 1, 1),
    unit(Flow, "立方米/日", "m3/d", 1, 1),
    supposing(Supposed::HoursOfDay, unit(Flow, "吨/时", "t/h", 24, 1)),
    supposing(Supposed::HoursOfDay, unit(Flow, "立方米/时", "m3/h", 24, 1)),
    supposing(Supposed::DaysOfYear, unit(Flow, "吨/年", "t/a", 1, 365)),
    supposing(Supposed::DaysOfYear, unit(Flow, "立方米/年", "m3/a", 1, 365)),
    unit(Energy, "吨标准煤", "tce", 1, 1),
    unit(Energy, "吨标准煤", "tce/a", 1, 1),
    unit(Energy, "千克标准煤", "kgce", 1, 1_000),
    unit(Electricity, "万千瓦时", "10kkwh", 1, 1),
    unit(Electricity, "千瓦时", "kwh", 1, 10_000),
    unit(Electricity, "千瓦时/年", "kwh/a", 1, 10_000),
    unit(Electricity, "MWh", "mwh", 1, 10),
    unit(Electricity, "MWh/年", "mwh/a", 1, 10),
    unit(Electricity, "GWh", "gwh", 100, 1),
    unit(Electricity, "GWh/年", "gwh/a", 100, 1),
    unit(Gas, "万立方米", "10km3", 1, 1),
    unit(Gas, "立方米", "m3", 1, 10_000),
    unit(Gas, "立方米/年", "m3/a", 1, 10_000),
    unit(Gas, "标准立方米", "nm3", 1, 10_000),
    unit(Gas, "标准立方米/年", "nm3/a", 1, 10_000),
    supposing(Supposed::DaysOfYear, unit(Gas, "立方米/日", "m3/d", 365, 10_000)),
    supposing(Supposed::HoursOfYear, unit(Gas, "立方米/时", "m3/h", 8_760, 10_000)),
    unit(Count, "人", "人", 1, 1),
    unit(Count, "个", "个", 1, 1),
    unit(Count, "名", "名", 1, 1),
    unit(Count, "家", "家", 1, 1),
    unit(Count, "户", "户", 1, 1),
    unit(Count, "个岗位", "个岗位", 1, 1),
];

/// What the words of planners come to in the words of [`UNITS`]; longer ones first.
const WORDS: [(&str, &str); 51] = [
    ("人民币", ""),
    ("吨标准煤", "tce"),
    ("吨标煤", "tce"),
    ("t标准煤", "tce"),
    ("t标煤", "tce"),
    ("千克标准煤", "kgce"),
    ("公斤标准煤", "kgce"),
    ("标准立方米", "nm3"),
    ("标立方米", "nm3"),
    ("标方", "nm3"),
    ("立方米", "m3"),
    ("立方", "m3"),
    ("方/", "m3/"),
    ("平方公里", "km2"),
    ("平方千米", "km2"),
    ("平方米", "m2"),
    ("平米", "m2"),
    ("平方", "m2"),
    ("公顷", "ha"),
    ("亩地", "亩"),
    ("千瓦时", "kwh"),
    ("千瓦·时", "kwh"),
    ("kw·h", "kwh"),
    ("kw.h", "kwh"),
    ("兆瓦时", "mwh"),
    ("吉瓦时", "gwh"),
    ("千伏安", "kva"),
    ("兆伏安", "mva"),
    ("千瓦", "kw"),
    ("兆瓦", "mw"),
    ("吉瓦", "gw"),
    ("瓦", "w"),
    ("度", "kwh"),
    ("吨", "t"),
    ("每天", "/d"),
    ("每日", "/d"),
    ("每年", "/a"),
    ("每小时", "/h"),
    ("每亩", "/亩"),
    ("/天", "/d"),
    ("/日", "/d"),
    ("·d", "/d"),
    ("/年", "/a"),
    ("/小时", "/h"),
    ("/时", "/h"),
    ("/hour", "/h"),
    ("/day", "/d"),
    ("/year", "/a"),
    ("/yr", "/a"),
    ("square metres", "m2"),
    ("persons", "人"),
];

/// Words for money of other countries.
const FOREIGN: [&str; 16] = [
    "美元",
    "美金",
    "usd",
    "us$",
    "$",
    "港元",
    "港币",
    "hkd",
    "欧元",
    "eur",
    "€",
    "日元",
    "jpy",
    "英镑",
    "gbp",
    "新台币",
];

/// `text` folded to the words of the table of units.
pub fn folded(text: &str) -> String {
    let mut folded: String = clean::folded(text).chars().filter(|it| !it.is_whitespace()).collect();
    for (word, instead) in WORDS {
        if folded.contains(word) {
            folded = folded.replace(word, instead);
        }
    }
    folded
}

/// Whether `text` names money of another country.
pub fn is_foreign(text: &str) -> bool {
    let folded = clean::folded(text);
    FOREIGN.iter().any(|it| folded.contains(it))
}

/// The planner's own unit of `measure`.
pub fn own(measure: Measure) -> &'static Unit {
    let found = UNITS.iter().find(|it| it.measure == measure);
    found.unwrap_or(&UNITS[0])
}

/// The unit that `text` names, of `measure`, with the power of ten in front of it.
pub fn stated(measure: Measure, text: &str) -> Result<Stated, NoUnit> {
    let folded = folded(text);
    let (power, word) = multiplied(&folded);
    if let Some(unit) = of_word(measure, word) {
        return Ok(Stated { unit, power });
    }
    Err(why_not(text, word))
}

/// The unit of any measure that `text` names.
pub fn of_any(text: &str) -> Option<Stated> {
    let folded = folded(text);
    let (power, word) = multiplied(&folded);
    let unit = UNITS.iter().find(|it| it.word == word)?;
    Some(Stated { unit, power })
}

/// Whether `text` names apparent power.
pub fn is_apparent(text: &str) -> bool {
    let folded = folded(text);
    matches!(multiplied(&folded).1, "kva" | "mva" | "va")
}

/// The unit of `measure` whose folded word is `word`.
fn of_word(measure: Measure, word: &str) -> Option<&'static Unit> {
    let yearly = matches!(measure, Measure::Money | Measure::Count).then(|| word.strip_suffix("/a")).flatten();
    let is_meant = |it: &&Unit| it.measure == measure && (it.word == word || yearly == Some(it.word));
    UNITS.iter().find(is_meant)
}

fn why_not(text: &str, word: &str) -> NoUnit {
    if is_apparent(text) {
        NoUnit::Apparent
    } else if is_foreign(text) {
        NoUnit::Foreign
    } else if UNITS.iter().any(|it| it.word == word) {
        NoUnit::Other
    } else {
        NoUnit::Unknown
    }
}

/// The power of ten that the multipliers at the head of `text` make, and the rest.
fn multiplied(text: &str) -> (u8, &str) {
    let (mut power, mut rest) = (0_u8, text);
    while let Some(first) = rest.chars().next() {
        let Some(more) = power_of(first) else { break };
        let Some(after) = rest.strip_prefix(first) else { break };
        (power, rest) = (power.saturating_add(more), after);
    }
    (power, rest)
}

/// The power of ten of a multiplier.
pub fn power_of(c: char) -> Option<u8> {
    match c {
        '十' => Some(1),
        '百' => Some(2),
        '千' => Some(3),
        '万' | '萬' => Some(4),
        '亿' | '億' => Some(8),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_many_hands_name_one_unit() {
        let found = |measure, text| stated(measure, text).map(|it| (it.unit.zh, it.power));
        assert_eq!(found(Money, "万元"), Ok(("元", 4)));
        assert_eq!(found(Money, "亿元/年"), Ok(("元", 8)));
        assert_eq!(found(Land, "㎡"), Ok(("平方米", 0)));
        assert_eq!(found(Floor, "万平方米"), Ok(("平方米", 4)));
        assert_eq!(found(Power, "千瓦"), Ok(("kW", 0)));
        assert_eq!(found(Power, "万千瓦"), Ok(("kW", 4)));
        assert_eq!(found(Flow, "万吨/年"), Ok(("吨/年", 4)));
        assert_eq!(found(Flow, "m³/h"), Ok(("立方米/时", 0)));
        assert_eq!(found(Electricity, "亿kWh"), Ok(("千瓦时", 8)));
        assert_eq!(found(Energy, "吨标准煤"), Ok(("吨标准煤", 0)));
        assert_eq!(found(Power, "kVA"), Err(NoUnit::Apparent));
        assert_eq!(found(Money, "万美元"), Err(NoUnit::Foreign));
        assert_eq!(found(Money, "亩"), Err(NoUnit::Other));
        assert_eq!(found(Land, "块"), Err(NoUnit::Unknown));
    }
}
