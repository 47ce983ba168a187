//! An import through the workbench: read beside the window, corrected, taken in as one step, remembered; nothing in silence.

use std::{
    fs,
    path::{Path, PathBuf},
};

use parkboard::{
    intake::{column::Column, note::State, outcome::DataRow, wish::Spot},
    io::{settings::Settings, sheet},
    model::{id::IndustryId, quantity::WanYuan, scenario::Scenario},
    workbench::{
        Workbench,
        command::{Command, Fresh},
        importing::Remark,
        sample,
    },
};

use crate::fixture::{BERYOZOGORSK, project_id};

fn bench() -> Workbench {
    sheet::set_worker(PathBuf::from(env!("CARGO_BIN_EXE_parkboard")));
    Workbench::on(sample::scenario(), Settings::default())
}

fn folder(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("parkboard-importing-{}-{name}", std::process::id()));
    fs::create_dir_all(&path).unwrap();
    path
}

/// A list of three projects under a title: one whole, one with a range for its investment, one of an unclear sub-sector.
const LIST: &str = "涪城区2022年6月招商项目表,,,,,\n\
    序号,项目名称,细分领域,固定资产投资（万元）,用地需求（亩）,联系人\n\
    1,伺服减速器一期,机器人与智能装备,12000,40,王某13800000000\n\
    2,背光膜片,显示材料,5-8亿,55,\n\
    3,某某综合体,其他,3000,20,\n\
    合计,,,15000,115,\n\
    注：以上为初步数据,,,,,\n";

fn file(name: &str, text: &str) -> PathBuf {
    let path = folder(name).join("涪城区.csv");
    fs::write(&path, text).unwrap();
    path
}

fn rows(bench: &Workbench) -> Vec<DataRow> {
    bench.importing().unwrap().intake().unwrap().data.clone()
}

fn spot(row: u32) -> Spot {
    Spot { workbook: 0, sheet: 0, row }
}

fn begin(bench: &mut Workbench, path: PathBuf) {
    bench.dispatch(Command::BeginImport(vec![path]));
    bench.settle();
}

fn new_projects(before: &Scenario, after: &Scenario) -> Vec<String> {
    let is_new = |id: &&parkboard::model::id::ProjectId| !before.projects.contains(id);
    after.projects.iter().map(|it| &it.id).filter(is_new).map(ToString::to_string).collect()
}

#[test]
fn two_rows_are_put_right_and_the_whole_is_one_step_and_is_remembered() {
    let mut bench = bench();
    let start = bench.scenario().clone();
    begin(&mut bench, file("two", LIST));
    let states: Vec<(u32, State)> = rows(&bench).iter().map(|row| (row.spot.row, row.state)).collect();
    assert_eq!(states.len(), 3, "title, head, sum and footnote are no records");
    assert_ne!(states[0].1, State::Refused);
    assert_eq!((states[1], states[2]), ((4, State::Refused), (5, State::Refused)));
    assert!(*bench.scenario() == start, "looking changes nothing");
    bench.dispatch(Command::Remark(Remark::Correct { spot: spot(4), column: 4, text: Some("6.5亿元".to_owned()) }));
    bench.settle();
    let industry = IndustryId::new("logistics").unwrap();
    bench.dispatch(Command::Remark(Remark::Choose(spot(5), industry.clone())));
    bench.settle();
    assert!(rows(&bench).iter().all(|row| row.state != State::Refused), "{:?}", rows(&bench)[2].notes);
    // Within the import, undo takes the last remark back.
    bench.dispatch(Command::Undo);
    bench.settle();
    assert_eq!(rows(&bench)[2].state, State::Refused);
    bench.dispatch(Command::Redo);
    bench.settle();
    bench.dispatch(Command::ApplyImport);
    assert!(bench.importing().is_none());
    let after = bench.scenario().clone();
    let new = new_projects(&start, &after);
    assert_eq!(new.len(), 3);
    let films = after.projects.iter().find(|it| it.name.zh == "背光膜片").unwrap();
    assert_eq!(films.investment, Some(WanYuan::from_steps(6_500_000)), "6.5 亿元 is 65,000 万元");
    let text = parkboard::io::ron::to_text(&after).unwrap();
    assert!(!text.contains("13800000000") && !text.contains("王某"), "contacts stay out");
    bench.dispatch(Command::Undo);
    assert!(*bench.scenario() == start, "one undo takes the import back");
    bench.dispatch(Command::Redo);
    assert!(*bench.scenario() == after);
    // The word that was chosen for is known from now on.
    assert_eq!(bench.settings().industry_words.get("其他").map(String::as_str), Some("logistics"));
    bench.dispatch(Command::Undo);
    begin(&mut bench, file("again", LIST));
    let third = rows(&bench).into_iter().find(|row| row.spot.row == 5).unwrap();
    assert_ne!(third.state, State::Refused, "{:?}", third.notes);
}

#[test]
fn a_head_that_nobody_knows_is_read_as_told_and_stays_known() {
    let mut bench = bench();
    let list = "项目名称,细分领域,固定资产投资（万元）,拟供土地亩数X\n伺服减速器,机器人与智能装备,12000,40\n";
    begin(&mut bench, file("head", list));
    let key = parkboard::intake::column::key("拟供土地亩数X");
    let land = |bench: &Workbench| rows(bench)[0].values.iter().any(|(column, _)| *column == Column::ProjectLand);
    assert!(!land(&bench));
    bench.dispatch(Command::Remark(Remark::Head(key.clone(), Some(Column::ProjectLand))));
    bench.settle();
    assert!(land(&bench));
    bench.dispatch(Command::ApplyImport);
    assert_eq!(bench.settings().heads_read().get(&key), Some(&Some(Column::ProjectLand)));
    bench.dispatch(Command::Undo);
    begin(&mut bench, file("head-again", list));
    assert!(land(&bench), "remembered");
    bench.dispatch(Command::LeaveImport);
    assert!(bench.importing().is_none());
}

#[test]
fn the_document_may_change_while_an_import_is_looked_through() {
    let mut bench = bench();
    begin(&mut bench, file("change", LIST));
    bench.dispatch(Command::Place { project: project_id("T03"), park: crate::fixture::park_id("fucheng") });
    // What was worked out is of the document as it was.
    bench.dispatch(Command::ApplyImport);
    assert!(bench.importing().is_some(), "worked out anew first");
    bench.settle();
    bench.dispatch(Command::ApplyImport);
    assert!(bench.importing().is_none());
    assert!(bench.judgement().facts().home(&project_id("T03")).is_some());
    begin(&mut bench, file("change-2", LIST));
    bench.dispatch(Command::Save);
    bench.dispatch(Command::New(Fresh::Blank));
    bench.dispatch(Command::Answer(parkboard::workbench::question::Answer::Discard));
    assert!(bench.importing().is_none(), "another document has no part in it");
}

#[test]
fn what_cannot_be_read_is_told_and_other_files_are_read_all_the_same() {
    let mut bench = bench();
    let folder = folder("broken");
    let broken = folder.join("坏.xlsx");
    fs::write(&broken, b"PK\x03\x04 and no more").unwrap();
    bench.dispatch(Command::BeginImport(vec![broken.clone()]));
    bench.settle();
    assert!(bench.importing().is_none());
    let told = bench.notice().unwrap().text.clone();
    assert!(told.zh.contains("坏.xlsx") && told.en.contains("坏.xlsx"), "{told:?}");
    bench.dispatch(Command::BeginImport(vec![broken, file("good", LIST)]));
    bench.settle();
    let importing = bench.importing().unwrap();
    assert_eq!((importing.unread().len(), importing.workbooks().len()), (1, 1));
    // A third file is added to the import that is under way.
    begin(&mut bench, file("third", "项目名称\t细分领域\n灯丝\t家具\n"));
    assert_eq!(bench.importing().unwrap().workbooks().len(), 2);
}

#[test]
fn cells_from_the_clipboard_come_in_like_a_file_and_words_alone_do_not() {
    let mut bench = bench();
    bench.dispatch(Command::PasteSheet("\n".to_owned()));
    assert!(bench.importing().is_none() && bench.notice().is_some());
    let cells = "项目名称\t细分领域\t固定资产投资\n\"伺服\n减速器\"\t机器人与智能装备\t1.2亿元\n";
    bench.dispatch(Command::PasteSheet(cells.to_owned()));
    bench.settle();
    let row = &rows(&bench)[0];
    assert_ne!(row.state, State::Refused, "{:?}", row.notes);
    let start = bench.scenario().clone();
    bench.dispatch(Command::ApplyImport);
    assert_eq!(new_projects(&start, bench.scenario()).len(), 1);
}

#[test]
fn a_workbook_that_was_exported_comes_back_without_a_change() {
    comes_back(bench(), &folder("export"));
}

#[test]
fn and_so_does_one_of_the_other_city() {
    sheet::set_worker(PathBuf::from(env!("CARGO_BIN_EXE_parkboard")));
    comes_back(Workbench::on(BERYOZOGORSK.scenario(), Settings::default()), &folder("export-other"));
}

fn comes_back(mut bench: Workbench, folder: &Path) {
    let path = folder.join("全部表格.xlsx");
    for is_chinese in [true, false] {
        let goods = parkboard::workbench::delivery::Goods::Workbook;
        let delivery = parkboard::workbench::delivery::Delivery { path: path.clone(), goods, is_chinese };
        bench.dispatch(Command::Deliver(Box::new(delivery)));
        bench.settle();
        begin(&mut bench, path.clone());
        let counts = bench.importing().unwrap().intake().unwrap().counts();
        assert!(counts.taken + counts.noted > 300, "{counts:?}");
        let refused: Vec<_> = rows(&bench).into_iter().filter(|row| row.state == State::Refused).collect();
        assert!(refused.is_empty(), "{:?}", refused[0]);
        assert_eq!(counts.unchanged, counts.taken + counts.noted, "{counts:?}");
        bench.dispatch(Command::LeaveImport);
    }
}
