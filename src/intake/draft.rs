//! What does one row say? Its cells become values, each doubt a note.

use std::collections::BTreeMap;

use super::{
    clean,
    column::{Column, Content, TableKind, key},
    context::{Context, Existing},
    day,
    figure::{self, Fault, Figure, Said},
    industries::{LIKELY, SURE},
    layout::{HeadRead, HeadUnit, Layout},
    note::{Code, Note},
    places::Found,
    sheet::{Cell, Row},
    unit::{self, Measure, Stated},
    values::{self, Value},
    wish::Spot,
    words,
};
use crate::model::{
    check::LONGEST_NAME,
    id::{DocumentId, GroupId, RecordId, UnitId},
    quantity::Number,
};

/// Longest text of several sentences, in characters.
const LONGEST_TEXT: usize = 4_000;

/// What is known of the sheet when a row of it is read.
pub struct Page<'a> {
    /// All that words can mean.
    pub context: &'a Context<'a>,
    /// Its table.
    pub layout: &'a Layout,
    /// The year of days without one.
    pub year: i16,
    /// The unit that reports what stands in it, with the words that say so.
    pub reporter: Option<(UnitId, String)>,
    /// The words of the heading above the row.
    pub heading: Option<&'a str>,
    /// What stands in cells of units and sub-sectors above: words and number of the row.
    pub above: &'a BTreeMap<Column, (String, u32)>,
}

/// What a row says.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Where it stands.
    pub spot: Spot,
    /// Its table.
    pub table: TableKind,
    /// The id that it names.
    pub id: Option<String>,
    /// Its values.
    pub values: BTreeMap<Column, Value>,
    /// Values of years, of indicators only.
    pub by_year: Vec<(i16, u32, Value)>,
    /// Its notes.
    pub notes: Vec<Note>,
}

/// A cell with all that decides how it is read.
struct Cellar<'a> {
    head: &'a HeadRead,
    column: Column,
    cell: &'a Cell,
    /// What stands there.
    written: String,
    /// Whether a person put it in place of what stood there.
    is_corrected: bool,
}

/// Reads the rows of a page.
pub struct Reader<'a> {
    page: &'a Page<'a>,
    draft: Draft,
    existing: Option<Existing<'a>>,
}

impl<'a> Reader<'a> {
    /// What `row` says.
    pub fn read(page: &'a Page<'a>, spot: Spot, row: &'a Row) -> Draft {
        let draft = Draft {
            spot,
            table: page.layout.table,
            id: None,
            values: BTreeMap::new(),
            by_year: Vec::new(),
            notes: Vec::new(),
        };
        let mut reader = Self { page, draft, existing: None };
        let corrections = reader.corrections();
        reader.read_id(row, &corrections);
        for head in &page.layout.columns {
            let corrected = corrections.get(&head.number);
            let Some(cell) = corrected.or_else(|| row.cell(head.number)) else { continue };
            if let Some(year) = head.year {
                reader.read_year(head, year, cell);
            } else if let Some(column) = head.column {
                let written = cell.shown();
                reader.read_cell(&Cellar { head, column, cell, written, is_corrected: corrected.is_some() });
            }
        }
        reader.read_reporter();
        reader.read_industry(row, &corrections);
        reader.weigh();
        reader.draft
    }

    /// The cells that a person put in place of those of the row.
    fn corrections(&self) -> BTreeMap<u32, Cell> {
        let wish = self.page.context.wish;
        let spot = self.draft.spot;
        if wish.corrections.is_empty() {
            return BTreeMap::new();
        }
        let of_row = wish.corrections.range((spot, 0)..=(spot, u32::MAX));
        of_row.map(|((_, column), text)| (*column, Cell::Text(text.clone()))).collect()
    }

    fn note(&mut self, code: Code, column: Option<Column>, number: u32, written: &str) {
        let written = clean::public(written).text;
        self.draft.notes.push(Note { code, column, cell: (number, self.draft.spot.row), written });
    }

    fn say(&mut self, code: Code, at: &Cellar<'_>) {
        self.note(code, Some(at.column), at.head.number, &at.written);
    }

    fn put(&mut self, at: &Cellar<'_>, value: Value) {
        self.draft.values.insert(at.column, value);
    }

    /// The id of the row, where it names a record or could be the id of one.
    fn read_id(&mut self, row: &Row, corrections: &BTreeMap<u32, Cell>) {
        let page = self.page;
        let columns = page.layout.columns.iter();
        let Some(head) = columns.into_iter().find(|it| it.column.is_some_and(|it| it.spec().content == Content::Id))
        else {
            return;
        };
        let Some(cell) = corrections.get(&head.number).or_else(|| row.cell(head.number)) else { return };
        let written = clean::plain(&cell.shown()).text;
        self.existing = page.context.existing(self.draft.table, &written);
        let is_serial = written.chars().all(|it| it.is_ascii_digit());
        let may_be_id = RecordId::new(&written).is_ok() && !is_serial;
        if self.existing.is_some() || may_be_id {
            self.draft.id = Some(written);
        }
    }

    fn read_cell(&mut self, at: &Cellar<'_>) {
        match at.column.spec().content {
            Content::Id | Content::Serial | Content::Aside | Content::Personal | Content::Industry => {}
            Content::Name => self.read_name(at),
            Content::Text => self.read_text(at),
            Content::Texts => self.read_texts(at),
            Content::Figure(measure) => self.read_figure(at, measure),
            Content::Day => self.read_day(at),
            Content::Year => self.read_year_cell(at),
            Content::Truth => self.read_word(at, words::truth(&at.written).map(|it| (Value::Truth(it), None))),
            Content::Unit => self.read_unit(at),
            Content::Park => self.read_park(at),
            Content::Indicator => self.read_indicator(at),
            Content::Number => {
                if let Some(value) = self.number(at.cell, at.head.number, at.column) {
                    self.put(at, value);
                }
            }
            Content::Group => {
                let found = self.page.context.group(&at.written).map(|it: GroupId| (Value::Group(it), None));
                self.read_word(at, found);
            }
            Content::Kind => {
                let found = words::value_of(&words::KINDS, &at.written);
                self.read_word(at, found.map(|(it, near)| (Value::Kind(it.value), near.then_some(it.id))));
            }
            Content::Status => {
                let found = words::value_of(&words::STATUSES, &at.written);
                self.read_word(at, found.map(|(it, near)| (Value::Status(it.value), near.then_some(it.id))));
            }
            Content::Class => self.read_word(at, words::class(&at.written).map(|it| (Value::Class(it), None))),
            Content::Stream => {
                let found = self.page.context.named.stream(&at.written).cloned();
                self.read_word(at, found.map(|it| (Value::Stream(it), None)));
            }
            Content::Facilities => self.read_facilities(at),
            Content::Document => {
                let found = self.page.context.document(&at.written).map(|it: DocumentId| (Value::Document(it), None));
                self.read_word(at, found);
            }
            Content::ProfitAndTax => {
                if figure::missing(&clean::folded(&at.written)).is_none() {
                    self.say(Code::ProfitAndTax, at);
                }
            }
        }
    }

    /// Whether the cell says nothing; that it says so in words is noted.
    fn is_missing(&mut self, at: &Cellar<'_>) -> bool {
        let missing = figure::missing(&clean::folded(&at.written));
        if missing == Some(Said::Unknown) {
            self.say(Code::Unknown, at);
        }
        missing.is_some()
    }

    fn is_fault(&mut self, at: &Cellar<'_>) -> bool {
        let is_fault = matches!(at.cell, Cell::Fault(_));
        if is_fault {
            self.say(Code::Formula, at);
        }
        is_fault
    }

    fn read_name(&mut self, at: &Cellar<'_>) {
        if self.is_fault(at) {
            return;
        }
        let found = self.cleaned(at, LONGEST_NAME);
        if let Some(text) = found.filter(|it| figure::missing(&clean::folded(it)).is_none()) {
            self.put(at, Value::Text(text));
        }
    }

    fn read_text(&mut self, at: &Cellar<'_>) {
        let most = if at.column == Column::ProjectContent { LONGEST_TEXT } else { LONGEST_NAME };
        if self.is_fault(at) || self.is_missing(at) {
            return;
        }
        if let Some(text) = self.cleaned(at, most).filter(|it| !it.is_empty()) {
            self.put(at, Value::Text(text));
        }
    }

    /// The text of a cell without what must not stand in it; `None` where it is too long.
    fn cleaned(&mut self, at: &Cellar<'_>, most: usize) -> Option<String> {
        let plain = clean::public(&at.written);
        let length = plain.text.chars().count();
        if plain.is_stripped {
            self.say(Code::Stripped, at);
        }
        if plain.is_cut {
            self.say(Code::PersonalCut, at);
        }
        if length > most {
            let head: String = plain.text.chars().take(30).collect();
            self.note(Code::TooLong(length), Some(at.column), at.head.number, &format!("{head}…"));
            return None;
        }
        Some(plain.text)
    }

    fn read_texts(&mut self, at: &Cellar<'_>) {
        if self.is_fault(at) || self.is_missing(at) {
            return;
        }
        let Some(text) = self.cleaned(at, LONGEST_TEXT) else { return };
        let mut list = words::entries(&text);
        if let Some(long) = list.iter().map(|it| it.chars().count()).find(|it| *it > LONGEST_NAME) {
            self.say(Code::TooLong(long), at);
            return;
        }
        let mut kept: Vec<String> = Vec::new();
        list.retain(|it| {
            let is_new = !kept.contains(it);
            kept.push(it.clone());
            is_new
        });
        if !list.is_empty() {
            self.put(at, Value::Texts(list));
        }
    }

    /// Takes the value that a word stands for, or says that it stands for none.
    fn read_word(&mut self, at: &Cellar<'_>, found: Option<(Value, Option<&'static str>)>) {
        if self.is_fault(at) {
            return;
        }
        if let Some((value, read_as)) = found {
            if let Some(id) = read_as {
                self.say(Code::WordRead(id), at);
            }
            self.put(at, value);
        } else if !self.is_missing(at) {
            self.say(Code::UnknownWord, at);
        }
    }

    fn read_facilities(&mut self, at: &Cellar<'_>) {
        if self.is_fault(at) || self.is_missing(at) {
            return;
        }
        let (mut known, mut unknown) = (Vec::new(), Vec::new());
        for word in words::entries(&at.written) {
            match self.page.context.named.facility(&word) {
                Some(id) if !known.contains(id) => known.push(id.clone()),
                Some(_) => {}
                None => unknown.push(clean::public(&word).text),
            }
        }
        if !unknown.is_empty() {
            self.say(Code::UnknownNames(unknown), at);
        }
        if !known.is_empty() {
            self.put(at, Value::Facilities(known));
        }
    }

    fn read_day(&mut self, at: &Cellar<'_>) {
        if self.is_fault(at) || self.is_missing(at) {
            return;
        }
        let found = match at.cell {
            Cell::Day(date) => {
                let is_meant = (1_980..=2_100).contains(&date.year());
                is_meant.then_some(day::Day { date: *date, supposed: day::Supposed::Nothing })
            }
            Cell::Number(number) => day::of_number(*number),
            Cell::Text(text) => day::of_text(text, self.page.year),
            Cell::Truth(_) | Cell::Fault(_) => None,
        };
        let Some(day) = found else {
            self.say(Code::NoDay, at);
            return;
        };
        match day.supposed {
            day::Supposed::Nothing => {}
            day::Supposed::Year => self.say(Code::YearSupposed(day.date), at),
            day::Supposed::LastOfMonth => self.say(Code::LastOfMonth(day.date), at),
            day::Supposed::YearAndLastOfMonth => {
                self.say(Code::YearSupposed(day.date), at);
                self.say(Code::LastOfMonth(day.date), at);
            }
            day::Supposed::Serial => self.say(Code::SerialDay(day.date), at),
        }
        if day.date > self.page.context.scenario.as_of {
            self.say(Code::FutureDay, at);
        }
        self.put(at, Value::Day(day.date));
    }

    fn read_year_cell(&mut self, at: &Cellar<'_>) {
        if self.is_fault(at) || self.is_missing(at) {
            return;
        }
        let key = key(&at.written);
        let digits = key.strip_suffix("年度").or_else(|| key.strip_suffix('年')).unwrap_or(&key);
        let year = digits.parse::<i16>().ok().filter(|it| digits.len() == 4 && (1_900..=2_200).contains(it));
        match year {
            Some(year) => self.put(at, Value::Year(year)),
            None if at.column.spec().is_needed => self.say(Code::NoYear, at),
            None => self.say(Code::UnknownWord, at),
        }
    }

    fn read_unit(&mut self, at: &Cellar<'_>) {
        if self.is_fault(at) || self.is_missing(at) {
            return;
        }
        match self.page.context.places.unit(&at.written) {
            Found::One(unit) => self.put(at, Value::Unit(unit)),
            Found::Loosely(unit) => {
                self.say(Code::PlaceRead(self.page.context.places.unit_name(&unit)), at);
                self.put(at, Value::Unit(unit));
            }
            Found::Many(names) => self.say(Code::ManyPlaces(names), at),
            Found::None => self.say(Code::UnknownPlace, at),
        }
    }

    fn read_park(&mut self, at: &Cellar<'_>) {
        if self.is_fault(at) || self.is_missing(at) {
            return;
        }
        let places = &self.page.context.places;
        match places.park(&at.written) {
            Found::One(park) => self.put(at, Value::Park(park)),
            Found::Loosely(park) => {
                self.say(Code::PlaceRead(places.park_name(&park)), at);
                self.put(at, Value::Park(park));
            }
            Found::Many(names) => self.say(Code::ManyPlaces(names), at),
            Found::None if at.column.spec().is_needed => self.say(Code::NoPlace(places.park_names()), at),
            Found::None => self.say(Code::UnknownPlace, at),
        }
    }

    fn read_indicator(&mut self, at: &Cellar<'_>) {
        if self.is_fault(at) || self.is_missing(at) {
            return;
        }
        match self.page.context.indicator(&at.written) {
            Some(id) => self.put(at, Value::Indicator(id)),
            None => self.say(Code::NoPlace(self.page.context.indicator_ids()), at),
        }
    }

    /// The unit that reports the row, where no cell says it: that above, or that of the sheet.
    fn read_reporter(&mut self) {
        let is_said = self.draft.notes.iter().any(|it| it.column == Some(Column::FirstReporter));
        let has = self.draft.values.contains_key(&Column::FirstReporter);
        if self.draft.table != TableKind::Projects || has || is_said || self.existing.is_some() {
            return;
        }
        let number = self.page.layout.of(Column::FirstReporter).map_or(0, |it| it.number);
        if let Some((words, row)) = self.page.above.get(&Column::FirstReporter) {
            if let Found::One(unit) | Found::Loosely(unit) = self.page.context.places.unit(words) {
                self.note(Code::FilledDown(*row), Some(Column::FirstReporter), number, words);
                self.draft.values.insert(Column::FirstReporter, Value::Unit(unit));
            }
        } else if let Some((unit, words)) = &self.page.reporter {
            let name = self.page.context.places.unit_name(unit);
            self.note(Code::UnitOfSheet(name), Some(Column::FirstReporter), number, words);
            self.draft.values.insert(Column::FirstReporter, Value::Unit(unit.clone()));
        }
    }

    fn read_figure(&mut self, at: &Cellar<'_>, measure: Measure) {
        if self.is_fault(at) {
            return;
        }
        let said = match at.cell {
            Cell::Number(number) if *number < 0.0 => Err(Fault::Negative),
            Cell::Number(_) | Cell::Text(_) => figure::read(&at.written, Some(measure)),
            Cell::Truth(_) | Cell::Day(_) | Cell::Fault(_) => Err(Fault::NoFigure),
        };
        match said {
            Ok(Said::Nothing) => {}
            Ok(Said::Unknown) => self.say(Code::Unknown, at),
            Err(Fault::Apparent) if at.head.unit == HeadUnit::Apparent => self.say(Code::ApparentColumn, at),
            Ok(Said::Figure(figure)) if at.head.unit == HeadUnit::Apparent && figure.unit.is_none() => {
                self.say(Code::ApparentColumn, at);
            }
            Ok(Said::Figure(figure)) => self.take_figure(at, measure, figure),
            Err(_) if is_compared(at.column) => {}
            Err(fault) => self.say(Code::Figure(fault), at),
        }
    }

    fn take_figure(&mut self, at: &Cellar<'_>, measure: Measure, figure: Figure) {
        if figure.is_share {
            self.say(Code::Figure(Fault::OtherUnit), at);
            return;
        }
        let stated = match self.unit_of(at, measure, figure) {
            Ok(stated) => stated,
            Err(code) => {
                self.say(code, at);
                return;
            }
        };
        let (unit, power, is_supposed) = stated;
        let (decimals, largest) = values::kept(measure);
        let value = figure.value.shifted(i32::from(power)).and_then(|it| it.steps(unit.factor, decimals));
        let most = largest.saturating_mul(10_i64.saturating_pow(decimals));
        let Some(steps) = value.filter(|it| it.steps <= most) else {
            self.say(Code::TooLarge, at);
            return;
        };
        let is_known = self.existing.as_ref().and_then(|it| it.steps(at.column)) == Some(steps.steps);
        let is_insisted = at.is_corrected && figure.unit.is_some();
        if !is_known && !is_insisted && !is_plausible(at.column, decimals, steps.steps, is_supposed) {
            let figure = values::plain_steps(measure, steps.steps);
            self.say(Code::Implausible { figure, is_unit_supposed: is_supposed }, at);
            return;
        }
        let taken = values::plain_steps(measure, steps.steps);
        if is_supposed && steps.steps != 0 && !is_compared(at.column) && measure != Measure::Count {
            self.say(Code::UnitSupposed, at);
        }
        if let Some(hedge) = figure.hedge {
            self.say(Code::Hedged(hedge), at);
        }
        if let Some(supposed) = unit.supposed {
            self.say(Code::Converted(supposed, taken), at);
        } else if steps.is_rounded && !is_compared(at.column) {
            self.say(Code::Rounded(taken), at);
        }
        self.put(at, Value::Steps(measure, steps.steps));
    }

    /// The unit of a figure, the power of ten before it, and whether it was supposed: that of the cell, of the head, stated
    /// above, or the planner's own.
    fn unit_of(
        &self,
        at: &Cellar<'_>,
        measure: Measure,
        figure: Figure,
    ) -> Result<(&'static unit::Unit, u8, bool), Code> {
        if let Some(Stated { unit, power }) = figure.unit {
            return Ok((unit, power, false));
        }
        let of_head = match at.head.unit {
            HeadUnit::Stated(stated) => Some(stated),
            HeadUnit::Other => return Err(Code::Figure(Fault::OtherUnit)),
            HeadUnit::None | HeadUnit::Apparent => self.page.layout.unit_above(measure),
        };
        let own = unit::own(measure);
        if figure.power == 0 {
            return Ok(of_head.map_or((own, 0, true), |it| (it.unit, it.power, false)));
        }
        // 3.5亿 of money is 3.5亿元, whatever unit the head has; of anything else the two multipliers might both count.
        if measure == Measure::Money {
            return unit::stated(measure, "元").map(|it| (it.unit, 0, false)).map_err(|_| Code::TwoMultipliers);
        }
        let has_multiplier = of_head.is_some_and(|it| it.power > 0);
        let is_own_multiplied = of_head.is_none() && matches!(measure, Measure::Electricity | Measure::Gas);
        if has_multiplier || is_own_multiplied {
            return Err(Code::TwoMultipliers);
        }
        Ok(of_head.map_or((own, 0, true), |it| (it.unit, it.power, false)))
    }

    /// The value of a year in a table with a column a year.
    fn read_year(&mut self, head: &HeadRead, year: i16, cell: &Cell) {
        if let Some(value) = self.number(cell, head.number, Column::ValueNumber) {
            self.draft.by_year.push((year, head.number, value));
        }
    }

    /// A plain number, whose unit is that of its indicator: a sign may stand before it and its unit behind it.
    fn number(&mut self, cell: &Cell, number: u32, column: Column) -> Option<Value> {
        let written = cell.shown();
        let folded = clean::folded(&written);
        let fault = |fault| Code::Figure(fault);
        match (cell, figure::missing(&folded)) {
            (Cell::Fault(_), _) => {
                self.note(Code::Formula, Some(column), number, &written);
                return None;
            }
            (_, Some(Said::Unknown)) => {
                self.note(Code::Unknown, Some(column), number, &written);
                return None;
            }
            (_, Some(_)) => return None,
            (Cell::Text(_) | Cell::Number(_) | Cell::Truth(_) | Cell::Day(_), None) => {}
        }
        let indicator = self.draft.values.get(&Column::ValueIndicator).cloned();
        let (unit, posts) = match &indicator {
            Some(Value::Indicator(id)) => self.page.context.indicator_unit(id),
            _ => (String::new(), None),
        };
        let bare: String = folded.chars().filter(|it| !it.is_whitespace()).collect();
        let bare = bare.strip_suffix(&clean::folded(&unit)).filter(|_| !unit.is_empty()).unwrap_or(&bare);
        let (is_negative, digits) = bare.strip_prefix('-').map_or((false, bare), |it| (true, it));
        let found = match figure::read(digits, None) {
            _ if figure::parts_digits(&written) => Err(Fault::Several),
            Ok(Said::Figure(it)) if it.hedge.is_none() && it.power == 0 && !it.is_share => Ok(it.value),
            Ok(Said::Figure(_) | Said::Nothing | Said::Unknown) => Err(Fault::NoFigure),
            Err(it) => Err(it),
        };
        let value = match found {
            Ok(value) => value,
            Err(it) => {
                self.note(fault(it), Some(column), number, &written);
                return None;
            }
        };
        let steps = value.steps(super::decimal::Ratio::ONE, Number::DECIMALS);
        let Some(steps) = steps.filter(|it| it.steps <= Number::LARGEST * 10_000) else {
            self.note(Code::TooLarge, Some(column), number, &written);
            return None;
        };
        let signed = Number::from_steps(if is_negative { -steps.steps } else { steps.steps });
        // 0.85 where 85 % is meant: a sheet's share without its sign.
        let is_share = unit == "%" && posts.is_some_and(|it| it >= 100_000) && (1..=10_000).contains(&steps.steps);
        if is_share {
            let figure = signed.plain();
            self.note(Code::Implausible { figure, is_unit_supposed: true }, Some(column), number, &written);
            return None;
        }
        if steps.is_rounded {
            self.note(Code::Rounded(signed.plain()), Some(column), number, &written);
        }
        Some(Value::Number(signed))
    }

    /// The sub-sector of the row: what a person chose, what its cell says, what stands above it, or what its name tells.
    fn read_industry(&mut self, row: &Row, corrections: &BTreeMap<u32, Cell>) {
        let column = match self.draft.table {
            TableKind::Projects => Column::ProjectIndustry,
            TableKind::Enterprises => Column::EnterpriseIndustry,
            TableKind::Parks | TableKind::IndicatorValues => return,
        };
        let context = self.page.context;
        let head = self.page.layout.of(column);
        let number = head.map_or(0, |it| it.number);
        if let Some(chosen) = context.wish.chosen.get(&self.draft.spot).filter(|it| context.industries.has(it)) {
            self.note(Code::AsWished, Some(column), number, chosen.as_str());
            self.draft.values.insert(column, Value::Industry(chosen.clone()));
            return;
        }
        let cell = corrections.get(&number).or_else(|| row.cell(number)).map(Cell::shown).unwrap_or_default();
        let cell = clean::public(&cell).text;
        let cell = if figure::missing(&clean::folded(&cell)).is_some() { String::new() } else { cell };
        if cell.is_empty() && self.existing.as_ref().is_some_and(|it| it.table() == self.draft.table) {
            return;
        }
        let (words, from) = self.industry_words(column, cell);
        if let Some(known) = context.wish.industries.get(&key(&words)).filter(|it| context.industries.has(it)) {
            self.draft.values.insert(column, Value::Industry(known.clone()));
            return;
        }
        let text = |column| match self.draft.values.get(&column) {
            Some(Value::Text(text)) => text.as_str(),
            Some(_) | None => "",
        };
        let (name, content) = match self.draft.table {
            TableKind::Projects => (text(Column::ProjectName), text(Column::ProjectContent)),
            TableKind::Enterprises | TableKind::Parks | TableKind::IndicatorValues => {
                (text(Column::EnterpriseName), "")
            }
        };
        let told = context.industries.tell(&words, name, content);
        let mut best = told.best.into_iter();
        match best.next() {
            Some(first) if first.percent >= LIKELY => {
                if let Some(code) = from {
                    self.note(code, Some(column), number, &words);
                }
                let runner_up = best.next().filter(|_| first.percent < SURE);
                let id = first.industry.clone();
                if !told.is_exact {
                    self.note(Code::IndustryTold(first, runner_up), Some(column), number, &words);
                }
                self.draft.values.insert(column, Value::Industry(id));
            }
            first => {
                let candidates = first.into_iter().chain(best).collect();
                self.note(Code::UnclearIndustry(candidates), Some(column), number, &words);
            }
        }
    }

    /// The words for the sub-sector, and what is to be said of where they come from.
    fn industry_words(&self, column: Column, cell: String) -> (String, Option<Code>) {
        if !cell.is_empty() {
            return (cell, None);
        }
        if let Some((words, row)) = self.page.above.get(&column) {
            return (words.clone(), Some(Code::FilledDown(*row)));
        }
        match self.page.heading {
            Some(words) => (words.to_owned(), Some(Code::IndustryOfHeading(words.to_owned()))),
            None => (String::new(), None),
        }
    }

    /// Weighs figures of the row against each other.
    fn weigh(&mut self) {
        let steps = |draft: &Draft, column| match draft.values.get(&column) {
            Some(Value::Steps(_, steps)) => Some(*steps),
            Some(_) | None => None,
        };
        let cell = |reader: &Self, column| reader.page.layout.of(column).map_or(0, |it| it.number);
        let total = steps(&self.draft, Column::TotalInvestment);
        let is_fixed_refused =
            self.draft.notes.iter().any(|it| it.column == Some(Column::Investment) && it.is_refusal());
        let fixed = steps(&self.draft, Column::Investment);
        if let Some(total) = total {
            let number = cell(self, Column::TotalInvestment);
            let shown = values::plain_steps(Measure::Money, total);
            match fixed {
                Some(fixed) => {
                    let code = if fixed > total { Code::FixedAboveTotal } else { Code::FixedTaken };
                    self.note(code, Some(Column::TotalInvestment), number, &shown);
                }
                None if !is_fixed_refused => {
                    self.note(Code::TotalForFixed, Some(Column::Investment), number, &shown);
                    self.draft.values.insert(Column::Investment, Value::Steps(Measure::Money, total));
                }
                None => {}
            }
            self.draft.values.remove(&Column::TotalInvestment);
        }
        let land = steps(&self.draft, Column::ProjectLand);
        for (quotient, amount) in
            [(Column::InvestmentPerMu, Column::Investment), (Column::TaxPerMu, Column::ProjectTax)]
        {
            let stated = self.draft.values.remove(&quotient);
            let (Some(Value::Steps(_, stated)), Some(amount), Some(land)) = (stated, steps(&self.draft, amount), land)
            else {
                continue;
            };
            if let Some(computed) = differing(stated, amount, land) {
                let written = values::plain_steps(Measure::Money, stated);
                self.note(Code::QuotientDiffers(computed), Some(quotient), cell(self, quotient), &written);
            }
        }
    }
}

/// Part of a quotient by which a stated one may differ from what follows: one in twenty.
const TOLERANCE: i128 = 20;

/// What follows from an amount and land, in 万元 per mu, where `stated` differs from it by more than the tolerance.
fn differing(stated: i64, amount: i64, land: i64) -> Option<String> {
    if land <= 0 {
        return None;
    }
    let computed = i128::from(amount) * 100 / i128::from(land);
    let difference = (i128::from(stated) - computed).abs();
    let is_off = difference * TOLERANCE > computed.max(1);
    is_off.then(|| values::plain_steps(Measure::Money, i64::try_from(computed).unwrap_or(i64::MAX)))
}

/// Whether a column is compared with others and never taken.
const fn is_compared(column: Column) -> bool {
    matches!(column, Column::InvestmentPerMu | Column::TaxPerMu)
}

/// Whether so much can be meant in `column`: within what is usual, or a good deal around it where the unit is stated.
fn is_plausible(column: Column, decimals: u32, steps: i64, is_supposed: bool) -> bool {
    let Some((least, most)) = values::usual(column).filter(|_| steps != 0) else { return true };
    let stretch = if is_supposed { 1 } else { i128::from(values::STRETCH) };
    let thousandths = i128::from(steps) * 1_000;
    let scale = 10_i128.pow(decimals);
    thousandths * stretch >= i128::from(least) * scale && thousandths <= i128::from(most) * scale * stretch
}
