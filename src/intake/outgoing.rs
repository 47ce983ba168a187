//! How do records leave as sheets? With the same table of columns by which they come in, so that what goes out comes in again.

use super::{
    column::{self, Column, Content, Spec, TableKind},
    context::{self, Context},
    places::Found,
    record,
    sheet::{Cell, Row, Sheet},
    values::{Plain, Value},
    wish::Wish,
    words::{KINDS, STATUSES},
};
use crate::model::{
    id::{IndustryId, ParkId, UnitId},
    scenario::Scenario,
};

/// A sheet of each table with all of its columns and a row a record, heads in Chinese or English.
///
/// Read into the same scenario, they change nothing. Ids stand in place of names that another record has too.
pub fn sheets(scenario: &Scenario, is_chinese: bool) -> Vec<Sheet> {
    let wish = Wish::default();
    let writer = Writer { context: Context::new(scenario, &wish), is_chinese };
    TableKind::ALL.into_iter().map(|table| writer.sheet(table)).collect()
}

/// Sheets of heads only, and one that says what is written in which column.
pub fn template(scenario: &Scenario, is_chinese: bool) -> Vec<Sheet> {
    let wish = Wish::default();
    let writer = Writer { context: Context::new(scenario, &wish), is_chinese };
    let empty = TableKind::ALL.into_iter().map(|table| Sheet {
        name: writer.name(table),
        rows: vec![writer.head(table, 1)],
        ..Sheet::default()
    });
    std::iter::once(writer.instructions()).chain(empty).collect()
}

/// The columns of a table that are written: those that fill a field.
fn written(table: TableKind) -> impl Iterator<Item = &'static Spec> {
    column::of_table(table).filter(|it| !it.field.is_empty())
}

struct Writer<'a> {
    context: Context<'a>,
    is_chinese: bool,
}

impl Writer<'_> {
    fn phrase(&self, zh: &str, en: &str) -> String {
        if self.is_chinese { zh } else { en }.to_owned()
    }

    fn name(&self, table: TableKind) -> String {
        match table {
            TableKind::Projects => self.phrase("项目", "Projects"),
            TableKind::Enterprises => self.phrase("企业", "Enterprises"),
            TableKind::Parks => self.phrase("园区要素", "Park capacities"),
            TableKind::IndicatorValues => self.phrase("指标", "Indicators"),
        }
    }

    /// The head of a column, with its unit.
    fn head_of(&self, spec: &Spec) -> String {
        let unit = if self.is_chinese { spec.unit.0 } else { spec.unit.1 };
        let head = if self.is_chinese { spec.zh } else { spec.en };
        match (unit, self.is_chinese) {
            ("", _) => head.to_owned(),
            (unit, true) => format!("{head}（{unit}）"),
            (unit, false) => format!("{head} ({unit})"),
        }
    }

    fn head(&self, table: TableKind, number: u32) -> Row {
        row(number, written(table).map(|spec| Some(Cell::Text(self.head_of(spec)))))
    }

    fn sheet(&self, table: TableKind) -> Sheet {
        let scenario = self.context.scenario;
        let mut rows = vec![self.head(table, 1)];
        let mut add = |value: &dyn Fn(Column) -> Option<Value>| {
            let number = u32::try_from(rows.len() + 1).unwrap_or(u32::MAX);
            rows.push(row(number, written(table).map(|spec| value(spec.column).and_then(|it| self.cell(&it)))));
        };
        match table {
            TableKind::Projects => {
                for it in &scenario.projects {
                    add(&|column| record::project_value(it, column));
                }
            }
            TableKind::Enterprises => {
                for it in &scenario.enterprises {
                    add(&|column| record::enterprise_value(it, column));
                }
            }
            TableKind::Parks => {
                for it in scenario.parks_in_order() {
                    add(&|column| {
                        if let Content::Figure(measure) = column.spec().content {
                            context::park_steps(it, column).map(|steps| Value::Steps(measure, steps))
                        } else {
                            (column == Column::ParkOf).then(|| Value::Park(it.id.clone()))
                        }
                    });
                }
            }
            TableKind::IndicatorValues => {
                for it in &scenario.indicator_values {
                    add(&|column| record::indicator_value(it, column));
                }
            }
        }
        Sheet { name: self.name(table), rows, ..Sheet::default() }
    }

    /// How a value is written: by the name that is read back as the same, or by its id.
    fn cell(&self, value: &Value) -> Option<Cell> {
        let text = match value {
            Value::Truth(truth) => match (truth, self.is_chinese) {
                (true, true) => "是".to_owned(),
                (false, true) => "否".to_owned(),
                (true, false) => "Yes".to_owned(),
                (false, false) => "No".to_owned(),
            },
            Value::Day(day) => return Some(Cell::Day(*day)),
            Value::Kind(kind) => self.word(KINDS.iter().find(|it| it.value == *kind).map(|it| (it.zh, it.en))?),
            Value::Status(status) => {
                self.word(STATUSES.iter().find(|it| it.value == *status).map(|it| (it.zh, it.en))?)
            }
            Value::Industry(id) => self.industry(id),
            Value::Unit(id) => self.unit(id),
            Value::Park(id) => self.park(id),
            Value::Text(_)
            | Value::Texts(_)
            | Value::Steps(..)
            | Value::Number(_)
            | Value::Year(_)
            | Value::Indicator(_)
            | Value::Group(_)
            | Value::Class(_)
            | Value::Stream(_)
            | Value::Facilities(_)
            | Value::Document(_) => match value.plain() {
                Plain::Figure(digits) => return Some(digits.parse().map_or(Cell::Text(digits), Cell::Number)),
                Plain::Text(text) => text,
                Plain::Truth(truth) => truth.to_string(),
            },
        };
        (!text.is_empty()).then_some(Cell::Text(text))
    }

    fn word(&self, (zh, en): (&str, &str)) -> String {
        self.phrase(zh, en)
    }

    fn industry(&self, id: &IndustryId) -> String {
        let name = self.context.scenario.industries.get(id).map(|it| self.phrase(&it.name.zh, it.name.english()));
        let is_same = |name: &String| {
            let told = self.context.industries.tell(name, "", "");
            told.is_exact && told.best.first().is_some_and(|it| it.industry == *id)
        };
        name.filter(is_same).unwrap_or_else(|| id.to_string())
    }

    fn unit(&self, id: &UnitId) -> String {
        let name = self.context.scenario.units.get(id).map(|it| self.phrase(&it.name.zh, it.name.english()));
        name.filter(|it| self.context.places.unit(it) == Found::One(id.clone())).unwrap_or_else(|| id.to_string())
    }

    fn park(&self, id: &ParkId) -> String {
        let name =
            self.context.scenario.parks.get(id).map(|it| self.phrase(&it.short_name.zh, it.short_name.english()));
        name.filter(|it| self.context.places.park(it) == Found::One(id.clone())).unwrap_or_else(|| id.to_string())
    }

    /// What is written in which column, and the words that are allowed.
    fn instructions(&self) -> Sheet {
        let heads =
            [("表", "Sheet"), ("列", "Column"), ("必填", "Needed"), ("单位", "Unit"), ("写法", "How it is written")];
        let mut rows = vec![row(1, heads.iter().map(|(zh, en)| Some(Cell::Text(self.phrase(zh, en)))))];
        for table in TableKind::ALL {
            for spec in written(table) {
                let unit = self.phrase(spec.unit.0, spec.unit.1);
                let needed = if spec.is_needed { self.phrase("是", "Yes") } else { String::new() };
                let how = self.how(spec);
                let cells = [self.name(table), self.head_of(spec), needed, unit, how];
                let number = u32::try_from(rows.len() + 1).unwrap_or(u32::MAX);
                rows.push(row(number, cells.into_iter().map(|it| (!it.is_empty()).then_some(Cell::Text(it)))));
            }
        }
        Sheet { name: self.phrase("填表说明", "Instructions"), rows, ..Sheet::default() }
    }

    /// How a cell of a column is written.
    fn how(&self, spec: &Spec) -> String {
        let scenario = self.context.scenario;
        let listed = |list: Vec<String>| list.join(if self.is_chinese { "、" } else { ", " });
        match spec.content {
            Content::Kind => listed(KINDS.iter().map(|it| self.phrase(it.zh, it.en)).collect()),
            Content::Status => listed(STATUSES.iter().map(|it| self.phrase(it.zh, it.en)).collect()),
            Content::Truth => self.phrase("是、否", "Yes, No"),
            Content::Class => "E0, E1, E2, E3, E4, E5, ER".to_owned(),
            Content::Industry => listed(scenario.industries.iter().map(|it| self.industry(&it.id)).collect()),
            Content::Unit => listed(scenario.units.iter().map(|it| self.unit(&it.id)).collect()),
            Content::Park => listed(scenario.parks_in_order().into_iter().map(|it| self.park(&it.id)).collect()),
            Content::Indicator => listed(scenario.indicators.iter().map(|it| it.id.to_string()).collect()),
            Content::Stream => listed(self.context.named.stream_ids()),
            Content::Facilities => listed(self.context.named.facility_ids()),
            Content::Day => {
                let example = scenario.as_of.to_string();
                self.phrase(&format!("日期，如 {example}"), &format!("A day, such as {example}"))
            }
            Content::Year => self.phrase("四位年份", "A year of four digits"),
            Content::Figure(_) | Content::Number => self.phrase(
                "只写一个数；没有数据留空，不写 0",
                "One figure; leave the cell empty, not 0, where nothing is known",
            ),
            Content::Id => {
                self.phrase("已有记录的编号；新记录留空", "Id of a record that is there; empty for a new one")
            }
            Content::Name | Content::Text | Content::Group | Content::Document => {
                self.phrase("文字，不写电话、邮箱等个人信息", "Text without telephone numbers or other personal data")
            }
            Content::Texts => self.phrase("用顿号隔开", "Parted by commas"),
            Content::Serial | Content::ProfitAndTax | Content::Aside | Content::Personal => String::new(),
        }
    }
}

/// A row of cells from the first column on.
fn row(number: u32, cells: impl Iterator<Item = Option<Cell>>) -> Row {
    let numbered = (1_u32..).zip(cells);
    Row { number, cells: numbered.filter_map(|(column, cell)| Some((column, cell?))).collect() }
}
