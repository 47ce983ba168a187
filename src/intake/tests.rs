//! What comes of sheets as planners bring them, through the one door.

use std::collections::BTreeMap;

use super::{
    column::{Column, TableKind},
    fixture::{sample, sheet, workbook},
    note::{Change, Code, Other, Part, State, Why},
    outcome::{DataRow, Incoming, Intake},
    outgoing,
    read::read,
    sheet::{Cell, Kind, Sheet, Workbook},
    values::Plain,
    wish::{Spot, Wish},
};
use crate::model::{
    edit::{Edit, apply},
    enterprise::Enterprise,
    evidence::Confidence,
    id::{IndustryId, ProjectId},
    park::{Capacities, Park},
    project::Project,
};

fn taken(sheets: Vec<Sheet>) -> Intake {
    read(&[workbook(sheets)], &sample(), &Wish::default(), &|_| true)
}

fn of(rows: &str) -> Intake {
    taken(vec![sheet("表1", rows)])
}

/// The value of a field as machines read it.
fn value(row: &DataRow, column: Column) -> Option<String> {
    row.values.iter().find(|it| it.0 == column).map(|(_, value)| match value.plain() {
        Plain::Figure(text) | Plain::Text(text) => text,
        Plain::Truth(truth) => truth.to_string(),
    })
}

fn codes(row: &DataRow) -> Vec<&'static str> {
    row.notes.iter().map(|it| it.code.id()).collect()
}

/// One project in a sheet with this head and cell beside name, sub-sector and unit.
fn one(head: &str, cell: &str) -> DataRow {
    let found =
        of(&format!("项目名称|细分领域|首报单位|{head}\n甲项目|食品饲料大厂|涪城区|{cell}")
            .replace("食品饲料大厂", "I32"));
    assert_eq!(found.data.len(), 1, "{head} {cell}");
    found.data.into_iter().next().unwrap()
}

#[test]
fn a_list_of_a_district_is_read_with_title_group_heads_sums_and_footnotes() {
    let found = taken(vec![sheet(
        "涪城区",
        "涪城区2022年6月招引项目台账\n\
         单位：亩、万元\n\
         序号|项目名称|投资方|行业|总投资|用地需求||首报时间|联系电话\n\
         |||||面积|厂房（㎡）\n\
         一、电子信息产业\n\
         1|高速连接器生产基地|甲公司|连接器|35000|200||6月15日|13812345678\n\
         2|Mini-LED背光二厂|乙公司||3.5亿元|约15公顷|2.4万平方米|2022.6\n\
         小计|||||||\n\
         序号|项目名称|投资方|行业|总投资|用地需求||首报时间|联系电话\n\
         （二）食品\n\
         3|川味火锅底料厂|丙公司|待定|50000|60||2022-05-20\n\
         4\n\
         合计|共3个项目|||120000\n\
         注：1.数据为预计数\n\
         填表人：张三  联系电话：13812345678",
    )]);
    let parts: Vec<&Part> = found.rows.iter().map(|it| &it.part).collect();
    let heading = |words: &str| Part::Heading(words.into());
    assert_eq!(
        parts,
        [
            &Part::Title,
            &Part::Title,
            &Part::Head,
            &Part::Head,
            &heading("电子信息产业"),
            &Part::Data(0),
            &Part::Data(1),
            &Part::Sum,
            &Part::Head,
            &heading("食品"),
            &Part::Data(2),
            &Part::SerialOnly,
            &Part::Sum,
            &Part::Footnote,
            &Part::Footnote,
        ]
    );
    let [first, second, third] = found.data.as_slice() else { panic!("three projects") };
    assert_eq!(value(first, Column::Investment).as_deref(), Some("35000"), "万元 stands above the head");
    assert_eq!(value(first, Column::ProjectLand).as_deref(), Some("200"));
    assert_eq!(value(first, Column::FirstReport).as_deref(), Some("2022-06-15"));
    assert_eq!(value(first, Column::FirstReporter).as_deref(), Some("fucheng-district"));
    assert_eq!(value(first, Column::ProjectIndustry).as_deref(), Some("electronic-components"));
    assert_eq!(value(second, Column::Investment).as_deref(), Some("35000"));
    assert_eq!(value(second, Column::ProjectLand).as_deref(), Some("225"));
    assert_eq!(value(second, Column::FloorArea).as_deref(), Some("24000"));
    assert_eq!(value(second, Column::FirstReport).as_deref(), Some("2022-06-30"));
    assert_eq!(value(third, Column::ProjectIndustry).as_deref(), Some("food"));
    assert!(found.data.iter().all(|it| it.state == State::Noted), "{:#?}", found.data);
    let shown = format!("{found:?}");
    assert!(!shown.contains("13812345678"), "personal data are kept nowhere");
}

#[test]
fn what_was_supposed_is_noted_and_lowers_the_confidence() {
    let scenario = sample();
    let sheets =
        vec![sheet("表1", "项目名称|细分领域|首报单位|总投资（亿元）|用地\n甲项目|I32|涪城区|约3.5|200亩左右")];
    let found = read(&[workbook(sheets)], &scenario, &Wish::default(), &|_| true);
    let row = &found.data[0];
    assert_eq!(codes(row), ["hedged", "hedged", "total-for-fixed"]);
    let records = found.records();
    let land = records.exceptions.iter().find(|it| it.field == "land").unwrap();
    assert_eq!(land.confidence, Confidence::Estimated);
    assert!(land.note.contains("E2") && land.note.contains("200亩左右"), "{}", land.note);
    let mut after = scenario.clone();
    apply(&mut after, &Edit::TakeIn(Box::new(records))).unwrap();
    let id = ProjectId::new(row.id.as_ref().unwrap()).unwrap();
    let project = after.projects.get(&id).unwrap();
    assert_eq!(after.confidence("projects", id.as_str(), "land", &project.evidence), Confidence::Estimated);
    assert!(project.evidence.source.as_ref().is_some_and(|it| after.sources.contains(it)));
}

#[test]
fn figures_that_could_be_another_are_refused() {
    for (head, cell, code) in [
        ("总投资", "35", "implausible"),
        ("总投资", "3.5", "implausible"),
        ("总投资（亿元）", "35000", "implausible"),
        ("总投资（万元）", "5-8亿元", "range"),
        ("总投资（万元）", "12,5", "unclear-commas"),
        ("总投资（万元）", "-500", "negative"),
        ("总投资（万元）", "500万美元", "foreign-money"),
        ("总投资（万元）", "1.2万", "implausible"),
        ("用地（亩）", "200平方公里的一半", "several-figures"),
        ("用地（万元）", "200", "other-unit"),
        ("用电负荷（MW）", "800kVA", "apparent-power"),
        ("用电负荷", "800", "implausible"),
        ("年用电量（万kWh）", "1.2万", "two-multipliers"),
        ("总投资（万元）", "99999999999999999999", "too-large"),
        ("年产值", "大约很多", "no-figure"),
    ] {
        let row = one(head, cell);
        assert_eq!((row.state, codes(&row)), (State::Refused, vec![code]), "{head} {cell}");
        assert!(row.record.is_none());
    }
}

#[test]
fn figures_are_taken_in_the_unit_that_is_stated_nearest() {
    for (head, cell, column, expected) in [
        ("总投资（亿元）", "35000万元", Column::Investment, "35000"),
        ("总投资（亿元）", "3.5", Column::Investment, "35000"),
        ("固定资产投资", "35000", Column::Investment, "35000"),
        ("用地（公顷）", "15", Column::ProjectLand, "225"),
        ("用地需求", "150000㎡", Column::ProjectLand, "225"),
        ("用电负荷（kW）", "12000", Column::ProjectPower, "12"),
        ("年用电量", "0.6亿kWh", Column::Electricity, "6000"),
        ("用水量（m³/h）", "50", Column::ProjectWater, "1200"),
        ("排水", "36.5万吨/年", Column::WasteWater, "1000"),
        ("就业", "300余人", Column::ProjectJobs, "300"),
        ("用地（亩）", "0", Column::ProjectLand, "0"),
        ("用地（亩）", "166.30000000000001", Column::ProjectLand, "166.3"),
        ("用地（亩）", "166.345", Column::ProjectLand, "166.35"),
    ] {
        let row = one(head, cell);
        assert_eq!(value(&row, column).as_deref(), Some(expected), "{head} {cell} {:?}", row.notes);
        assert_ne!(row.state, State::Refused, "{head} {cell}");
    }
    assert_eq!(codes(&one("用地（亩）", "166.30000000000001")), [""; 0], "noise of a float");
    assert_eq!(codes(&one("用地（亩）", "166.345")), ["rounded"]);
    assert_eq!(codes(&one("用水量（m³/h）", "50")), ["converted"]);
    assert_eq!(codes(&one("用地", "200")), ["unit-supposed"]);
}

#[test]
fn what_is_not_known_is_left_out_and_never_zero() {
    for (cell, noted) in [("待定", true), ("/", false), ("—", false), ("暂无", true)] {
        let row = one("用地（亩）", cell);
        assert_eq!(value(&row, Column::ProjectLand), None);
        assert_eq!(row.state, if noted { State::Noted } else { State::Taken }, "{cell}");
    }
    let row = one("利税（万元）", "800");
    assert_eq!(codes(&row), ["profit-and-tax"]);
    assert_eq!(value(&row, Column::ProjectTax), None);
    let row = one("用电容量（kVA）", "800");
    assert_eq!((codes(&row), value(&row, Column::ProjectPower)), (vec!["apparent-column"], None));
    let row = one("首报时间", "2022年上半年");
    assert_eq!((codes(&row), value(&row, Column::FirstReport)), (vec!["no-day"], None));
    let row = one("首报时间", "2022年12月");
    assert_eq!(codes(&row), ["last-of-month", "future-day"]);
}

#[test]
fn quotients_are_worked_out_again_and_never_taken() {
    let rows = "项目名称|细分领域|首报单位|固定资产投资（万元）|用地（亩）|投资强度（万元/亩）\n\
                甲项目|I32|涪城区|30000|100|300\n乙工厂|I32|涪城区|30000|90|300\n丙基地|I32|游仙区|31500|100|300";
    let found = of(rows);
    let all: Vec<Vec<&str>> = found.data.iter().map(codes).collect();
    assert!(all[0].is_empty(), "{all:?}");
    assert!(all[1].contains(&"quotient-differs"), "{all:?}");
    assert!(!all[2].contains(&"quotient-differs"), "exactly one in twenty less: {all:?}");
}

#[test]
fn cells_merged_downwards_are_filled_for_units_and_sub_sectors_only() {
    let found = of(
        "首报单位|项目名称|行业|用地（亩）|投资方\n涪城区|罐头一厂|I32|100|甲公司\n|绢花二厂|I37|60\n|磁体三厂||80\n小计|||240\n|瓦罐四厂|I39|70",
    );
    let [first, second, third, fourth] = found.data.as_slice() else { panic!("{:#?}", found.rows) };
    assert!(codes(first).is_empty());
    assert_eq!(codes(second), ["filled-down"]);
    assert_eq!(value(second, Column::FirstReporter).as_deref(), Some("fucheng-district"));
    assert_eq!(value(second, Column::Investor), None);
    assert!(codes(third).contains(&"filled-down"));
    assert_eq!(value(fourth, Column::FirstReporter), None, "a sum ends what was merged");
}

#[test]
fn in_a_workbook_only_cells_that_are_merged_are_filled() {
    let table = "首报单位|项目名称|行业|用地（亩）\n涪城区|罐头一厂|I32|100\n|绢花二厂||60\n|磁体三厂|I12|80";
    let mut page = sheet("项目", table);
    // A2:A3 is one cell, C3 is empty.
    page.merged = vec![(1, 2, 1, 3)];
    let book = Workbook { name: "台账.xlsx".into(), kind: Kind::Xlsx, encoding: None, sheets: vec![page] };
    let found = read(&[book], &sample(), &Wish::default(), &|_| true);
    let [_, second, third] = found.data.as_slice() else { panic!("{:#?}", found.rows) };
    assert_eq!(value(second, Column::FirstReporter).as_deref(), Some("fucheng-district"));
    assert_ne!(value(second, Column::ProjectIndustry).as_deref(), Some("food"), "an empty cell is no merged one");
    assert_eq!(value(third, Column::FirstReporter), None, "the merged cell ends above");
}

#[test]
fn titles_merged_over_the_table_are_no_part_of_its_head() {
    let table = "涪城区2022年6月拟引进项目表\n单位：万元、亩\n项目名称|行业|固定资产投资|用地需求\n甲项目|I32|12000|40";
    let mut page = sheet("Sheet1", table);
    page.merged = vec![(1, 1, 4, 1), (1, 2, 4, 2)];
    let book = Workbook { name: "台账.xlsx".into(), kind: Kind::Xlsx, encoding: None, sheets: vec![page] };
    let found = read(&[book], &sample(), &Wish::default(), &|_| true);
    let heads: Vec<&str> = found.sheets[0].columns.iter().map(|it| it.written.as_str()).collect();
    assert_eq!(heads, ["项目名称", "行业", "固定资产投资", "用地需求"]);
    assert!(!codes(&found.data[0]).contains(&"unit-supposed"), "{:?}", codes(&found.data[0]));
}

#[test]
fn units_in_a_row_below_the_names_are_of_the_head() {
    let table = "园区|净地|电力余量\n|公顷|kW\n绵阳高新区|66|90000";
    let mut page = sheet("要素", table);
    page.rows[1].cells.retain(|(_, cell)| cell.shown() != "");
    let book = Workbook { name: "要素.csv".into(), kind: Kind::Csv, encoding: None, sheets: vec![page] };
    let found = read(&[book], &sample(), &Wish::default(), &|_| true);
    assert_eq!(value(&found.data[0], Column::NetLand).as_deref(), Some("990"), "{:?}", found.data);
    assert_eq!(value(&found.data[0], Column::SparePower).as_deref(), Some("90"));
}

#[test]
fn sheets_that_hold_no_table_are_left_out_with_the_reason() {
    let table = "项目名称|细分领域|用地（亩）\n甲项目|I32|100";
    let mut hidden = sheet("游仙区", table);
    hidden.is_hidden = true;
    let result = sheet("布局建议表", &format!("〔结果表，不导入〕\n{table}"));
    let found = taken(vec![
        sheet("汇总表", table),
        sheet("涪城区", "项目名称|细分领域|用地（亩）\n乙厂|I32|90"),
        hidden,
        result,
        sheet("填表说明", table),
        sheet("附件", "随便写的\n东西"),
    ]);
    let whys: Vec<Option<&Why>> = found.sheets.iter().map(|it| it.why.as_ref()).collect();
    assert_eq!(
        whys,
        [Some(&Why::Summary), None, Some(&Why::Hidden), Some(&Why::Result), Some(&Why::Summary), Some(&Why::NoTable)]
    );
    assert_eq!(found.data.len(), 1);
    let rows: usize = found.rows.len();
    assert_eq!(rows, 2 + 2 + 2 + 3 + 2 + 2, "every row is accounted for");
    let alone = taken(vec![sheet("项目汇总表", table)]);
    assert_eq!(alone.data.len(), 1, "a summary that stands alone is the table");
}

#[test]
fn an_unknown_place_is_no_place_and_an_unclear_one_is_refused() {
    let row = one("意向园区", "成都高新区");
    assert!(codes(&row) == ["unknown-place"] && value(&row, Column::PreferredPark).is_none(), "{row:?}");
    let row = one("意向园区", "高新区");
    assert_eq!(value(&row, Column::PreferredPark).as_deref(), Some("gaoxin"));
    let rows = "企业名称|所在园区|行业|年产值（万元）\n某食品厂|天边园区|食品|5000";
    assert_eq!(codes(&of(rows).data[0]), ["no-place", "industry-told"]);
}

#[test]
fn sub_sectors_that_cannot_be_told_are_refused_with_the_best() {
    let found = of("项目名称|行业|首报单位\n新项目|电子信息|涪城区\n柔性屏模组线|电子信息|游仙区");
    assert_eq!(codes(&found.data[0]), ["unclear-industry"]);
    let Code::UnclearIndustry(best) = &found.data[0].notes[0].code else { panic!() };
    assert_eq!(best.len(), 3);
    assert_eq!(value(&found.data[1], Column::ProjectIndustry).as_deref(), Some("oled-display"));
    assert_eq!(codes(&found.data[1]), ["industry-told"]);
}

#[test]
fn what_a_person_said_is_heeded() {
    let scenario = sample();
    let sheets = vec![sheet(
        "表1",
        "工程|行当|首报单位|用地（亩）\n新项目|神秘行业|涪城区|5-8\n另一厂|I32|涪城区|100\n丙|I32|涪城区|100",
    )];
    let spot = |row| Spot { workbook: 0, sheet: 0, row };
    let mut wish = Wish::default();
    let books = [workbook(sheets)];
    assert!(read(&books, &scenario, &wish, &|_| true).data.is_empty(), "nobody knows these heads");
    wish.heads.insert("工程".into(), Some(Column::ProjectName));
    wish.heads.insert("行当".into(), Some(Column::ProjectIndustry));
    wish.industries.insert("神秘行业".into(), IndustryId::new("laser").unwrap());
    wish.corrections.insert((spot(2), 4), "60亩".into());
    wish.chosen.insert(spot(3), IndustryId::new("feed").unwrap());
    wish.left_out.insert(spot(4));
    let found = read(&books, &scenario, &wish, &|_| true);
    assert_eq!(found.data.len(), 2);
    assert_eq!(value(&found.data[0], Column::ProjectLand).as_deref(), Some("60"));
    assert_eq!(value(&found.data[0], Column::ProjectIndustry).as_deref(), Some("laser"));
    assert_eq!(found.data[0].state, State::Taken);
    assert_eq!(value(&found.data[1], Column::ProjectIndustry).as_deref(), Some("feed"));
    assert_eq!(found.rows.last().unwrap().part, Part::Skipped(Why::Wished));
}

#[test]
fn a_known_id_changes_its_record_and_a_running_number_is_no_id() {
    let found = of("编号|项目名称|用地（亩）\nT18|高速背板与新能源高压连接器|65\nT19|年产5万吨工业硅|270\n3|甲|100");
    assert_eq!(found.data[0].change, Some(Change::Unchanged));
    assert_eq!(found.data[1].change, Some(Change::Changed));
    assert_eq!(found.data[2].id, None);
    let records = found.records();
    assert_eq!(records.projects.len(), 1);
    let scenario = sample();
    let there = scenario.projects.get(&ProjectId::new("T19").unwrap()).unwrap();
    assert_eq!(records.projects[0].tax, there.tax, "what the sheet does not say stays");
    assert_eq!(records.projects[0].evidence, there.evidence);
    assert_eq!(records.exceptions.iter().filter(|it| it.record == "T19" && it.field == "land").count(), 1);
}

#[test]
fn a_second_report_is_noted_and_the_earlier_day_keeps_its_right() {
    let found = taken(vec![
        sheet(
            "安州区",
            "项目名称|投资方|行业|总投资（万元）|用地（亩）|首报时间\n\
             新能源汽车轻量化压铸件生产线|华强集团有限公司|汽车零部件|100000|205|2022-06-19",
        ),
        sheet(
            "绵阳高新区",
            "项目名称|投资方|行业|总投资（万元）|用地（亩）|首报时间\n\
             一体化压铸与电驱壳体项目|华强（绵阳）科技有限公司|汽车零部件|100000|210|2022-06-16",
        ),
    ]);
    let told: Vec<&Code> =
        found.data.iter().flat_map(|it| &it.notes).map(|it| &it.code).filter(|it| it.id() == "duplicate").collect();
    let of_row = told.iter().filter(|it| matches!(it, Code::Duplicate { other: Other::Row(..), .. })).count();
    let of_record = told.iter().filter_map(|it| {
        let Code::Duplicate { other: Other::Record(id, _), is_other_first, .. } = it else { return None };
        (id == "T14").then_some(*is_other_first)
    });
    let of_record: Vec<bool> = of_record.collect();
    assert_eq!(of_row, 1, "{told:#?}");
    assert!(of_record.contains(&true), "{told:#?}");
    assert_eq!(found.records().projects.len(), 2, "both stay");
}

#[test]
fn the_same_row_twice_is_a_repetition() {
    let found = of("项目名称|行业|首报单位|用地（亩）\n甲厂|I32|涪城区|100\n甲 厂|I32|涪城区|100\n甲厂|I32|游仙区|100");
    assert_eq!(found.data[0].state, State::Taken);
    assert_eq!((found.data[1].state, codes(&found.data[1])), (State::Refused, vec!["repetition"]));
    assert_ne!(found.data[2].state, State::Refused);
}

#[test]
fn hostile_text_stays_text() {
    let long = "长".repeat(201);
    let found = of(&format!(
        "项目名称|投资方|行业|首报单位\n=cmd|' /C calc'!A0|甲|I32|涪城区\n显示\u{202e}模组\u{200b}|甲|I32|涪城区\n{long}|甲|I32|涪城区\n#REF!|甲|I32|涪城区"
    ));
    assert_eq!(codes(&found.data[1]), ["stripped"]);
    assert_eq!(value(&found.data[1], Column::ProjectName).as_deref(), Some("显示模组"));
    assert_eq!(codes(&found.data[2]), ["too-long"]);
    let mut sheet = sheet("表1", "项目名称|行业|用地（亩）\n甲|I32|1");
    sheet.rows[1].cells[2].1 = Cell::Fault("#REF!".into());
    assert_eq!(codes(&taken(vec![sheet]).data[0]), ["formula"]);
}

#[test]
fn capacities_and_indicators_are_read() {
    let found = of(
        "园区|剩余净地（公顷）|电力余量（万千瓦）|污水处理余量（万吨/日）|联系人\n高新区|50|12|1.5|张三\n安州高新区|93.333|8|1|李四",
    );
    assert_eq!(found.data[0].table, TableKind::Parks);
    let Some(Incoming::Park(park)) = &found.data[0].record else { panic!("{:#?}", found.data) };
    let spare = &park.capacities;
    assert_eq!(spare.net_land.unwrap().plain(), "750");
    assert_eq!(spare.power.unwrap().plain(), "120");
    assert_eq!(spare.sewage.unwrap().plain(), "15000");
    let found = of("园区|指标|2020年|2021年|2023\n高新区|output_growth|7.5%|-2.5|\n安州|hightech_share|0.5|33");
    let Some(Incoming::IndicatorValues(values)) = &found.data[0].record else { panic!("{:#?}", found.data) };
    let shown: Vec<String> = values.iter().map(|it| format!("{} {}", it.year, it.value.unwrap().plain())).collect();
    assert_eq!(shown, ["2020 7.5", "2021 -2.5"]);
    assert_eq!(codes(&found.data[1]), ["implausible"]);
}

#[test]
fn the_same_comes_of_the_same_and_a_stop_is_heeded() {
    let mut rows = "项目名称|行业|首报单位|用地（亩）".to_owned();
    for at in 0..3_000 {
        rows.push_str(&format!("\n第{at}号食品厂|I32|涪城区|{}", at % 300 + 1));
    }
    let sheets = vec![sheet("表1", &rows)];
    let (scenario, wish) = (sample(), Wish::default());
    let books = [workbook(sheets)];
    let found = read(&books, &scenario, &wish, &|_| true);
    assert_eq!(found, read(&books, &scenario, &wish, &|_| true));
    assert_eq!(found.data.len(), 3_000);
    let ids: BTreeMap<&Option<String>, usize> = found.data.iter().map(|it| (&it.id, 1)).collect();
    assert_eq!(ids.len(), 3_000);
    let stopped = read(&books, &scenario, &wish, &|done| done < 1_000);
    assert!(stopped.data.len() < 1_300, "{}", stopped.data.len());
    assert_eq!(stopped.rows.len(), 3_001);
}

#[test]
fn an_id_follows_from_the_row_and_not_from_its_place() {
    let one = of("项目名称|行业|首报单位\n甲厂|I32|涪城区\n乙厂|I37|涪城区");
    let other = of("项目名称|行业|首报单位\n乙厂|I37|涪城区\n甲厂|I32|涪城区");
    assert_eq!(one.data[0].id, other.data[1].id);
    assert_eq!(one.data[1].id, other.data[0].id);
}

#[test]
fn what_goes_out_comes_in_as_it_was() {
    let scenario = sample();
    for is_chinese in [true, false] {
        let books = [workbook(outgoing::sheets(&scenario, is_chinese))];
        let found = read(&books, &scenario, &Wish::default(), &|_| true);
        let all = scenario.projects.len() + scenario.enterprises.len() + scenario.parks.len();
        assert_eq!(found.data.len(), all + scenario.indicator_values.len());
        for row in &found.data {
            assert_eq!(row.change, Some(Change::Unchanged), "{row:#?}");
            assert_eq!(row.state, State::Taken, "{row:#?}");
        }
        assert!(found.records().is_empty());
    }
}

#[test]
fn what_goes_out_comes_in_where_nothing_is() {
    let scenario = sample();
    let mut stripped = scenario.clone();
    stripped.projects.retain(|_| false);
    stripped.enterprises.retain(|_| false);
    stripped.indicator_values.retain(|_| false);
    stripped.exceptions.retain(|_| false);
    let parks: Vec<Park> =
        stripped.parks.iter().map(|it| Park { capacities: Capacities::default(), ..it.as_ref().clone() }).collect();
    stripped.parks = parks.into_iter().collect();
    for is_chinese in [true, false] {
        let books = [workbook(outgoing::sheets(&scenario, is_chinese))];
        let found = read(&books, &stripped, &Wish::default(), &|_| true);
        let refused: Vec<_> = found.refused().collect();
        assert!(refused.is_empty(), "{refused:#?}");
        let records = found.records();
        assert_eq!(records.projects.len(), scenario.projects.len());
        for it in &records.projects {
            let there = scenario.projects.get(&it.id).unwrap();
            let same = Project { evidence: there.evidence.clone(), phases: there.phases.clone(), ..it.clone() };
            assert_eq!(same, **there);
        }
        assert_eq!(records.enterprises.len(), scenario.enterprises.len());
        for it in &records.enterprises {
            let there = scenario.enterprises.get(&it.id).unwrap();
            assert_eq!(Enterprise { evidence: there.evidence.clone(), ..it.clone() }, **there);
        }
        for it in &records.parks {
            assert_eq!(it.capacities, scenario.parks.get(&it.id).unwrap().capacities);
        }
        assert_eq!(records.indicator_values.len(), scenario.indicator_values.len());
        let values = records.indicator_values.iter().map(|it| it.value);
        assert!(values.eq(scenario.indicator_values.iter().map(|it| it.value)));
    }
}

#[test]
fn the_template_holds_no_rows_and_explains_itself() {
    let scenario = sample();
    for is_chinese in [true, false] {
        let books = [workbook(outgoing::template(&scenario, is_chinese))];
        let found = read(&books, &scenario, &Wish::default(), &|_| true);
        assert!(found.data.is_empty());
        let tables: Vec<Option<TableKind>> = found.sheets.iter().map(|it| it.table).collect();
        assert_eq!(
            tables,
            [
                None,
                Some(TableKind::Projects),
                Some(TableKind::Enterprises),
                Some(TableKind::Parks),
                Some(TableKind::IndicatorValues)
            ]
        );
        let unknown = found.sheets.iter().flat_map(|it| &it.columns).find(|it| it.column.is_none());
        assert_eq!(unknown, None);
    }
}

#[test]
fn a_record_is_not_overwritten_by_what_may_be_another() {
    let scenario = sample();
    let found =
        of("编号|项目名称|总投资（万元）|用地（亩）\nT18|川味预制菜二期|30000|65\nT19|年产5万吨工业硅|99000|260");
    assert_eq!((found.data[0].state, codes(&found.data[0])), (State::Refused, vec!["fixed-taken", "other-name"]));
    assert_eq!(found.data[1].change, Some(Change::Unchanged), "a total does not replace what is known as fixed");
    assert_eq!(codes(&found.data[1]), ["fixed-taken"]);
    let found = of("项目名称|行业|首报单位|总投资（万元）|协议投资额（万元）\n甲厂|I32|涪城区|30000|40000");
    assert_eq!(value(&found.data[0], Column::Investment).as_deref(), Some("30000"), "the second column is left out");
    assert_eq!(found.sheets[0].columns[4].column, None);
    let records = of("项目名称|行业|首报单位|用地（亩）\n甲厂|I32|涪城区|100").records();
    let assumed: Vec<&str> = records
        .exceptions
        .iter()
        .filter(|it| it.confidence == Confidence::Assumed)
        .map(|it| it.field.as_str())
        .collect();
    assert_eq!(assumed, ["kind", "status", "two_high"]);
    assert!(apply(&mut scenario.clone(), &Edit::TakeIn(Box::new(records))).is_ok());
}

#[test]
fn a_lone_name_of_a_sector_is_a_heading() {
    let found =
        of("序号|项目名称|首报单位|用地（亩）\n|电子信息|\n1|连接器一厂|涪城区|100\n|食品医药|\n2|新厂|涪城区|50");
    assert_eq!(found.rows[1].part, Part::Heading("电子信息".into()));
    assert_eq!(found.data.len(), 2);
}

#[test]
fn a_new_capacity_lends_no_trust_to_the_others() {
    let scenario = sample();
    let gaoxin = scenario.parks.iter().find(|it| it.id.as_str() == "gaoxin").unwrap();
    let before = scenario.confidence("parks", "gaoxin", "capacities", &gaoxin.evidence);
    assert!(before > Confidence::Stated, "the sample assumes its capacities");
    let records = of("园区|电力余量（MW）|可供净地（亩）\n高新区|33|1234").records();
    assert_eq!(records.parks.len(), 1);
    let told: Vec<Confidence> =
        records.exceptions.iter().filter(|it| it.field == "capacities").map(|it| it.confidence).collect();
    assert_eq!(told, [before]);
    let kept = scenario.exceptions.iter().filter(|it| it.record == "gaoxin" && it.table == "parks").count();
    assert!(records.exceptions.len() >= kept && kept > 1, "what was said of other fields stays");
    assert!(apply(&mut scenario.clone(), &Edit::TakeIn(Box::new(records))).is_ok());
}

#[test]
fn a_row_full_of_doubts_is_taken_with_a_note_for_each() {
    let found = taken(vec![sheet(
        "涪城区",
        "项目名称|行业|总投资|固定资产投资|用地|利税|首报时间|建设性质|进展|意向园区|设施需求|投资方\n\
         甲厂|食品厂|50000|40000|约60|500|6月|技改|已开工|天边|蒸汽、冰块|张三13812345678",
    )]);
    let row = &found.data[0];
    assert_eq!(row.state, State::Noted);
    let told = [
        "unit-supposed",
        "unit-supposed",
        "unit-supposed",
        "hedged",
        "profit-and-tax",
        "year-supposed",
        "last-of-month",
        "word-read",
        "word-read",
        "unknown-place",
        "unknown-names",
        "personal-cut",
        "unit-of-sheet",
        "industry-told",
        "fixed-taken",
    ];
    assert_eq!(codes(row), told);
    assert_eq!(value(row, Column::Investor).as_deref(), Some("张三"));
    assert_eq!(value(row, Column::Investment).as_deref(), Some("40000"));
}

#[test]
fn cells_without_the_name_of_a_file_have_a_source_too() {
    let scenario = sample();
    let book = Workbook {
        name: String::new(), ..workbook(vec![sheet("", "项目名称|行业|首报单位\n甲厂|I32|涪城区")])
    };
    let records = read(&[book], &scenario, &Wish::default(), &|_| true).records();
    assert_eq!(records.projects.len(), 1);
    apply(&mut scenario.clone(), &Edit::TakeIn(Box::new(records))).unwrap();
}
