//! What is said of a row that comes in: what was supposed, what was left out, why it is refused, and what to do.

use super::{figure, finding::industry_name, phrase::Phrase, term};
use crate::{
    intake::{
        column::{Column, TableKind},
        figure::{Fault, Hedge},
        note::{Candidate, Change, Code, Note, Other, Part, State, Why},
        outcome::Counts,
        unit::Supposed,
    },
    model::{
        project::{ProjectKind, RegisterStatus},
        scenario::Scenario,
        text::Text,
    },
};

/// Names of places or indicators that are told at most.
const MOST_NAMES: usize = 12;

/// A column that nobody knows.
pub const NO_COLUMN: Phrase = Phrase::new("未识别，不导入", "not known, left out");

/// How many rows came to what.
pub fn tally(counts: Counts) -> Text {
    let Counts { taken, noted, refused, unchanged, skipped } = counts;
    Text::new(
        format!(
            "可导入 {taken} 行，有说明 {noted} 行，未导入 {refused} 行；其中无变化 {unchanged} 行；非数据 {skipped} 行"
        ),
        format!(
            "{taken} taken, {noted} taken with notes, {refused} refused; {unchanged} unchanged; {skipped} without a record"
        ),
    )
}

/// A table.
pub const fn table(table: TableKind) -> Phrase {
    match table {
        TableKind::Projects => Phrase::new("项目", "Projects"),
        TableKind::Enterprises => Phrase::new("企业", "Enterprises"),
        TableKind::Parks => Phrase::new("园区要素", "Park capacities"),
        TableKind::IndicatorValues => Phrase::new("指标", "Indicators"),
    }
}

/// State of a row.
pub const fn state(state: State) -> Phrase {
    match state {
        State::Taken => Phrase::new("可导入", "Taken"),
        State::Noted => Phrase::new("可导入，有说明", "Taken with notes"),
        State::Refused => Phrase::new("未导入", "Refused"),
    }
}

/// What a row does to the scenario.
pub const fn change(change: Change) -> Phrase {
    match change {
        Change::New => Phrase::new("新增", "New"),
        Change::Changed => Phrase::new("更新", "Changed"),
        Change::Unchanged => Phrase::new("无变化", "Unchanged"),
    }
}

/// Head of a column.
pub fn column(column: Column) -> Phrase {
    let spec = column.spec();
    Phrase::new(spec.zh, spec.en)
}

/// Why a row or a sheet holds no record.
pub const fn why(why: &Why) -> Phrase {
    match why {
        Why::Wished => Phrase::new("按您的选择跳过", "Left out as you chose"),
        Why::Hidden => {
            Phrase::new("隐藏的工作表；需要时可选择读取", "The sheet is hidden; choose to read it if it is meant")
        }
        Why::Result => {
            Phrase::new("本软件写出的结果表，不导入", "A result sheet of this program, which is not imported")
        }
        Why::NoTable => Phrase::new(
            "没有找到表头；表头须含项目名称、企业名称或园区等列",
            "No head of a table was found; it needs a column such as project, enterprise or park",
        ),
        Why::Summary => {
            Phrase::new("汇总或说明表；需要时可选择读取", "A summary or instructions; choose to read it if it is meant")
        }
        Why::Beside => Phrase::new("已知各列中没有内容", "Nothing in any column that is known"),
        Why::Stopped => Phrase::new("已停止，未读取", "Stopped before it was read"),
    }
}

/// What a row is, for rows without a record.
pub fn part(part: &Part) -> Text {
    match part {
        Part::Title => Text::new("标题", "Title"),
        Part::Head => Text::new("表头", "Head"),
        Part::Footnote => Text::new("脚注", "Footnote"),
        Part::Sum => Text::new("合计行", "Sum"),
        Part::Heading(words) => Text::new(format!("分组标题：{words}"), format!("Heading: {words}")),
        Part::SerialOnly => Text::new("只有序号", "Nothing but a running number"),
        Part::Skipped(reason) => why(reason).into(),
        Part::Data(_) => Text::new("数据行", "Record"),
    }
}

/// What `note` says: the cause, then the cure. The place and what stands there are told beside it.
pub fn sentence(scenario: &Scenario, note: &Note) -> Text {
    match &note.code {
        Code::Figure(cause) => fault(*cause).into(),
        Code::Implausible { figure, is_unit_supposed } => implausible(note, figure, *is_unit_supposed),
        Code::TwoMultipliers => Phrase::new(
            "单元格与表头都有“万”或“亿”，无法判断；请写明完整单位",
            "Both the cell and the head have a multiplier; write the whole unit in the cell",
        )
        .into(),
        Code::TooLarge => Phrase::new("数值过大；请核对单位", "The figure is too large; check its unit").into(),
        Code::Formula => Phrase::new("公式没有结果；请改为数值", "A formula without a result; write the value").into(),
        Code::Needed => needed(note),
        Code::TooLong(length) => Text::new(
            format!("文字长 {length} 字，超过上限；请缩短"),
            format!("{length} characters, more than can be kept; shorten it"),
        ),
        Code::UnclearIndustry(best) => unclear(scenario, best),
        Code::ManyPlaces(names) => Text::new(
            format!("可指多处：{}；请写全称", zh_names(names)),
            format!("It can mean any of {}; write the full name", en_names(names)),
        ),
        Code::NoPlace(names) => Text::new(
            format!("情景中没有；可用：{}", zh_names(names)),
            format!("The scenario has no such record; it has {}", en_names(names)),
        ),
        Code::NoYear => Phrase::new("不是四位年份；请写如 2021", "Not a year of four digits; write it as 2021").into(),
        Code::RepeatedId(sheet, row) => Text::new(
            format!("与“{sheet}”第 {row} 行是同一条记录；请改编号或删去一行"),
            format!("Row {row} of \"{sheet}\" is the same record; change the id or remove one row"),
        ),
        Code::OtherName(name) => Text::new(
            format!("此编号是“{name}”，名称相差太大；请改编号，或先在情景中改名"),
            format!("The id is that of \"{name}\", quite another name; change the id, or rename the record first"),
        ),
        Code::Repetition(sheet, row) => Text::new(
            format!("与“{sheet}”第 {row} 行的名称、投资方、首报单位都相同；确为两个项目请改名称"),
            format!("Name, investor and unit are those of row {row} of \"{sheet}\"; rename it if there are two"),
        ),
        Code::UnitSupposed
        | Code::Hedged(_)
        | Code::Rounded(_)
        | Code::Converted(..)
        | Code::Unknown
        | Code::ApparentColumn
        | Code::ProfitAndTax
        | Code::TotalForFixed
        | Code::FixedTaken
        | Code::FixedAboveTotal
        | Code::QuotientDiffers(_) => of_figure(note),
        Code::UnitOfSheet(_)
        | Code::FilledDown(_)
        | Code::IndustryOfHeading(_)
        | Code::IndustryTold(..)
        | Code::YearSupposed(_)
        | Code::LastOfMonth(_)
        | Code::SerialDay(_)
        | Code::NoDay
        | Code::FutureDay
        | Code::UnknownWord
        | Code::WordRead(_)
        | Code::PlaceRead(_)
        | Code::UnknownPlace
        | Code::UnknownNames(_)
        | Code::PersonalCut
        | Code::Stripped
        | Code::LooksLike(_)
        | Code::Duplicate { .. }
        | Code::KnownByName(_)
        | Code::AsWished => of_words(scenario, note),
    }
}

/// Why a cell has no figure.
const fn fault(fault: Fault) -> Phrase {
    match fault {
        Fault::NoFigure => {
            Phrase::new("读不出数值；请只写一个数和单位", "No figure can be read; write one number and its unit")
        }
        Fault::Range => Phrase::new("是一个范围；请写一个数", "A range; write one figure"),
        Fault::Several => Phrase::new("有多个数；请只写一个", "More than one figure; write one"),
        Fault::Commas => Phrase::new(
            "逗号不分千位，无法判断；小数请用点号",
            "Its commas part no thousands; write a point before decimals",
        ),
        Fault::Negative => Phrase::new("小于零；请核对", "Below zero; check it"),
        Fault::Foreign => {
            Phrase::new("不是人民币；请按约定汇率换算成万元", "Not in yuan; convert it at the agreed rate")
        }
        Fault::Apparent => {
            Phrase::new("kVA 是视在功率，不是负荷；请写 MW 或 kW", "kVA is apparent power and no load; write MW or kW")
        }
        Fault::OtherUnit => {
            Phrase::new("单位与此列不符；请核对列与单位", "The unit does not fit the column; check both")
        }
        Fault::Beyond => Phrase::new("数字过长；请核对", "Too many digits; check the figure"),
    }
}

/// The unit of a column, Chinese and English.
fn unit_of(note: &Note) -> (&'static str, &'static str) {
    note.column.map_or(("", ""), |it| it.spec().unit)
}

fn implausible(note: &Note, shown: &str, is_unit_supposed: bool) -> Text {
    let (zh, en) = unit_of(note);
    let shown = figure::grouped(shown);
    if is_unit_supposed {
        Text::new(
            format!("没有写单位，按 {shown} {zh} 不合常理；请在单元格或表头写明单位"),
            format!("No unit is stated, and {shown} {en} makes no sense; state the unit in the cell or the head"),
        )
    } else {
        Text::new(
            format!("按所写单位为 {shown} {zh}，不合常理；请核对，确实如此请在单元格写全单位"),
            format!("It would be {shown} {en}, which makes no sense; check the unit, or write it in the cell"),
        )
    }
}

fn needed(note: &Note) -> Text {
    let head = note.column.map_or(Phrase::new("此列", "this column"), column);
    Text::new(format!("缺少{}；请填写", head.zh), format!("{} is missing; write it", head.en))
}

fn percent(candidate: &Candidate) -> String {
    format!("{} %", candidate.percent)
}

fn unclear(scenario: &Scenario, best: &[Candidate]) -> Text {
    if best.is_empty() {
        return Phrase::new(
            "判断不出细分领域；请写细分领域名称或四位行业代码",
            "The sub-sector cannot be told; write its name or the code of four digits",
        )
        .into();
    }
    let names: Vec<Text> = best.iter().map(|it| industry_name(scenario, &it.industry)).collect();
    let zh: Vec<String> = names.iter().map(|it| it.zh.clone()).collect();
    let en: Vec<String> = names.iter().map(|it| it.english().to_owned()).collect();
    Text::new(
        format!("判断不出细分领域；最接近：{}；请选一个", zh.join("、")),
        format!("The sub-sector cannot be told; the nearest are {}; choose one", en.join("; ")),
    )
}

/// Names, as many as a sentence bears.
fn shortened(names: &[String], join: &str) -> String {
    let shown: Vec<&str> = names.iter().take(MOST_NAMES).map(String::as_str).collect();
    let more = if names.len() > MOST_NAMES { "…" } else { "" };
    format!("{}{more}", shown.join(join))
}

fn zh_names(names: &[String]) -> String {
    shortened(names, "、")
}

fn en_names(names: &[String]) -> String {
    shortened(names, ", ")
}

/// What was supposed of a figure, or why it was left out.
#[expect(clippy::wildcard_enum_match_arm, reason = "the notes that come here are listed where it is called")]
fn of_figure(note: &Note) -> Text {
    let (zh, en) = unit_of(note);
    match &note.code {
        Code::UnitSupposed => Text::new(
            format!("没有写单位，按{zh}计；不对请写明单位"),
            format!("No unit is stated, {en} is taken; state it if that is wrong"),
        ),
        Code::Hedged(Hedge::About) => Phrase::new("约数，按推算值导入", "A rough figure, taken as an estimate").into(),
        Code::Hedged(Hedge::AtLeast) => {
            Phrase::new("只写了下限，按下限导入为推算值", "Only a lower bound, taken as an estimate").into()
        }
        Code::Hedged(Hedge::AtMost) => {
            Phrase::new("只写了上限，按上限导入为推算值", "Only an upper bound, taken as an estimate").into()
        }
        Code::Rounded(taken) => {
            let taken = figure::grouped(taken);
            Text::new(format!("小数过多，取 {taken} {zh}"), format!("Too many decimals, {taken} {en} is taken"))
        }
        Code::Converted(supposed, taken) => converted(*supposed, &figure::grouped(taken), (zh, en)),
        Code::ApparentColumn => Phrase::new(
            "此列为 kVA，是视在功率，未导入；请改报 MW 或 kW",
            "The column is in kVA, which is apparent power, and is left out; report MW or kW",
        )
        .into(),
        Code::ProfitAndTax => Phrase::new(
            "利税或利润不是税收，未导入；请单独填报税收",
            "Profit and tax in one is no tax and is left out; report the tax alone",
        )
        .into(),
        Code::TotalForFixed => Phrase::new(
            "没有固定资产投资，以总投资代替，按推算值导入",
            "Fixed-asset investment is missing; total investment stands in as an estimate",
        )
        .into(),
        Code::FixedTaken => {
            Phrase::new("取固定资产投资，总投资不导入", "Fixed-asset investment is taken, the total is left out").into()
        }
        Code::FixedAboveTotal => Phrase::new(
            "固定资产投资大于总投资；取固定资产投资，请核对",
            "Fixed-asset investment is above the total; it is taken, check both",
        )
        .into(),
        Code::QuotientDiffers(computed) => {
            let computed = figure::grouped(computed);
            Text::new(
                format!("按投资或税收与用地计算为 {computed} 万元/亩，与所填不符；不采用所填值，请核对"),
                format!("What follows is {computed} × CNY 10k per mu; the stated figure is not taken, check it"),
            )
        }
        _ => Phrase::new("未知，未导入", "Said to be unknown, left out").into(),
    }
}

fn converted(supposed: Supposed, taken: &str, (zh, en): (&str, &str)) -> Text {
    let by = match supposed {
        Supposed::DaysOfYear => Phrase::new("按一年 365 天", "at 365 days a year"),
        Supposed::HoursOfDay => Phrase::new("按一天 24 小时", "at 24 hours a day"),
        Supposed::HoursOfYear => Phrase::new("按一年 8,760 小时", "at 8,760 hours a year"),
    };
    Text::new(format!("{}换算为 {taken} {zh}", by.zh), format!("Converted {} to {taken} {en}", by.en))
}

/// What was supposed of words, or why they were left out.
#[expect(clippy::wildcard_enum_match_arm, reason = "the notes that come here are listed where it is called")]
fn of_words(scenario: &Scenario, note: &Note) -> Text {
    match &note.code {
        Code::UnitOfSheet(unit) => Text::new(
            format!("首报单位取自工作表：{unit}"),
            format!("The reporting unit follows from the sheet: {unit}"),
        ),
        Code::FilledDown(row) => {
            Text::new(format!("空格，沿用第 {row} 行"), format!("Empty, filled from row {row} above"))
        }
        Code::IndustryOfHeading(words) => Text::new(
            format!("行业取自分组标题“{words}”"),
            format!("The sub-sector follows from the heading \"{words}\""),
        ),
        Code::IndustryTold(told, runner_up) => told_industry(scenario, told, runner_up.as_ref()),
        Code::UnknownWord => Phrase::new("不是可用的词，未导入", "Not a word that is known, left out").into(),
        Code::WordRead(id) => {
            let word = word(id);
            Text::new(format!("按“{}”导入", word.zh), format!("Taken as \"{}\"", word.en))
        }
        Code::PlaceRead(name) => Text::new(format!("按“{name}”导入"), format!("Taken as \"{name}\"")),
        Code::UnknownPlace => {
            Phrase::new("情景中没有此单位或园区，未导入", "The scenario has no such unit or park; left out").into()
        }
        Code::UnknownNames(names) => Text::new(
            format!("情景中没有：{}；未导入", zh_names(names)),
            format!("The scenario does not have {}; left out", en_names(names)),
        ),
        Code::PersonalCut => Phrase::new("含电话或邮箱，已删去", "A telephone number or address was cut out").into(),
        Code::Stripped => Phrase::new("含看不见的字符，已删去", "Invisible characters were taken out").into(),
        Code::LooksLike(name) => Text::new(
            format!("名称看上去与“{name}”相同，字符不同；请核对"),
            format!("The name looks like \"{name}\" in other characters; check it"),
        ),
        Code::Duplicate { .. } => duplicate(note),
        Code::KnownByName(id) => Text::new(
            format!("名称与记录 {id} 相同，按同一记录"),
            format!("The name is that of {id}, taken as that record"),
        ),
        Code::AsWished => Phrase::new("按您的选择", "As you chose").into(),
        _ => of_day(note),
    }
}

/// What was supposed of a day.
#[expect(clippy::wildcard_enum_match_arm, reason = "the notes that come here are listed where it is called")]
fn of_day(note: &Note) -> Text {
    match &note.code {
        Code::YearSupposed(day) => {
            Text::new(format!("没有写年份，按 {day}"), format!("No year is written, {day} is taken"))
        }
        Code::LastOfMonth(day) => Text::new(
            format!("只写了月份，按当月最后一天 {day}；要争首报请写明日期"),
            format!("Only the month is written, its last day {day} is taken; write the day to claim an earlier one"),
        ),
        Code::SerialDay(day) => {
            Text::new(format!("按 Excel 日期序号读作 {day}"), format!("Read as the day {day} that Excel counts"))
        }
        Code::FutureDay => Phrase::new("晚于情景基准日；请核对", "After the day of the scenario; check it").into(),
        _ => Phrase::new("不是日期，未导入；请写如 2022-06-15", "Not a day, left out; write it as 2022-06-15").into(),
    }
}

fn told_industry(scenario: &Scenario, told: &Candidate, runner_up: Option<&Candidate>) -> Text {
    let name = industry_name(scenario, &told.industry);
    let mut text = Text::new(
        format!("判断为“{}”（把握 {}）", name.zh, percent(told)),
        format!("Told as \"{}\" ({})", name.english(), percent(told)),
    );
    if let Some(other) = runner_up {
        let name = industry_name(scenario, &other.industry);
        text.zh.push_str(&format!("，其次“{}”；请核对", name.zh));
        text.en.push_str(&format!(", next \"{}\"; check it", name.english()));
    }
    text
}

/// The settled word for a kind or state, by its name in the file.
fn word(id: &str) -> Phrase {
    match id {
        "new" => term::project_kind(ProjectKind::New),
        "expansion" => term::project_kind(ProjectKind::Expansion),
        "relocation" => term::project_kind(ProjectKind::Relocation),
        "in_talks" => term::register_status(RegisterStatus::InTalks),
        "signed" => term::register_status(RegisterStatus::Signed),
        "placed" => term::register_status(RegisterStatus::Placed),
        "conditional" => term::register_status(RegisterStatus::Conditional),
        "held" => term::register_status(RegisterStatus::Held),
        _ => term::register_status(RegisterStatus::Returned),
    }
}

fn duplicate(note: &Note) -> Text {
    let Code::Duplicate { other, day, is_other_first } = &note.code else { return Text::default() };
    let (zh, en) = match other {
        Other::Record(id, name) => (format!("记录 {id}“{name}”"), format!("{id} \"{name}\"")),
        Other::Row(sheet, row, name) => {
            (format!("“{sheet}”第 {row} 行“{name}”"), format!("row {row} of \"{sheet}\", \"{name}\""))
        }
    };
    let (day_zh, day_en) =
        day.map_or(("未写日期".to_owned(), "no day".to_owned()), |it| (it.to_string(), it.to_string()));
    let (right_zh, right_en) = if *is_other_first {
        ("首报权归彼方", "the other keeps the right of first report")
    } else {
        ("首报权归本行", "this row has the right of first report")
    };
    Text::new(
        format!("疑与{zh}（首报 {day_zh}）为同一项目；{right_zh}，两条都保留，请核对"),
        format!("Perhaps the project of {en} (reported {day_en}); {right_en}, both are kept, check it"),
    )
}
