//! An Excel file dropped on the window, in both languages: looked through, two rows put right, taken in, undone, done again.

use std::path::PathBuf;

use egui::{Key, accesskit::Role};
use egui_kittest::kittest::Queryable;
use parkboard::{
    i18n::{finding, import as say_import, intake as told},
    intake::note::State,
    io::sheet,
    model::id::IndustryId,
    workbench::command::Command,
};

use crate::harness::{Window, click, click_phrase, ctrl, folder, labels, press, say, settle, two_windows, type_into};

/// A file that somebody drops on the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// A workbook of a district: a title over the head, three projects, one with a range for its investment, one whose sub-sector is
/// not clear, a sum and a footnote.
fn workbook(name: &str) -> PathBuf {
    sheet::set_worker(PathBuf::from(env!("CARGO_BIN_EXE_parkboard")));
    let path = folder(name).join("游仙区上报.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    page.set_name("游仙区").unwrap();
    let rows: [&[&str]; 7] = [
        &["游仙区拟引进工业项目情况表"],
        &["序号", "项目名称", "细分领域", "固定资产投资（万元）", "用地需求（亩）", "联系人"],
        &["1", "伺服减速器一期", "机器人与智能装备", "12000", "约40亩", "李某 13900000000"],
        &["2", "背光膜片", "显示材料", "5-8亿", "55", ""],
        &["3", "某某综合体", "其他", "3000", "20", ""],
        &["合计", "", "", "", "115", ""],
        &["注：以上为初步数据"],
    ];
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            page.write_string(row, column, *cell).unwrap();
        }
    }
    book.save(&path).unwrap();
    path
}

fn states(window: &Window) -> Vec<State> {
    let importing = window.state().bench().importing().unwrap();
    importing.intake().unwrap().data.iter().map(|row| row.state).collect()
}

fn shows(window: &Window, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}

fn projects(window: &Window) -> usize {
    window.state().bench().scenario().projects.len()
}

fn settled(window: &mut Window) {
    settle(window);
    settle(window);
}

#[test]
fn a_dropped_workbook_is_looked_through_put_right_and_taken_in() {
    for (nth, mut window) in two_windows().enumerate() {
        let path = workbook(&format!("import-{nth}"));
        window.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(path)));
        settled(&mut window);
        assert_eq!(states(&window), [State::Noted, State::Refused, State::Refused]);
        assert_eq!(projects(&window), 20, "nothing is taken in before it is said");
        assert!(!labels(&window, Role::Button).iter().any(|it| it.contains("13900000000")), "contacts are not shown");
        // The second row: its investment is corrected in its cell, by keyboard.
        press(&mut window, Key::ArrowDown);
        let fixed = format!("D4 · {}", say(&window, told::column(parkboard::intake::column::Column::Investment)));
        type_into(&mut window, &fixed, "6.5亿元");
        press(&mut window, Key::Enter);
        settled(&mut window);
        assert_ne!(states(&window)[1], State::Refused, "{:?}", labels(&window, Role::Label));
        // The third: its sub-sector is chosen.
        press(&mut window, Key::ArrowDown);
        window.run();
        let combo = format!("{}: {}", say(&window, say_import::INDUSTRY), say(&window, say_import::CHOOSE_INDUSTRY));
        click(&mut window, &combo);
        let bench = window.state().bench();
        let industry = finding::industry_name(bench.scenario(), &IndustryId::new("logistics").unwrap());
        let words = industry.of(bench.lang()).to_owned();
        let option = window.get_all_by_label(&words).last().unwrap();
        option.scroll_to_me();
        window.run();
        window.get_all_by_label(&words).last().unwrap().click();
        settled(&mut window);
        assert!(!states(&window).contains(&State::Refused), "{:?}", states(&window));
        let take_in = say_import::take_in(3).of(window.state().bench().lang()).to_owned();
        assert!(shows(&window, &take_in), "{:?}", labels(&window, Role::Button));
        ctrl(&mut window, Key::Enter);
        settle(&mut window);
        assert!(window.state().bench().importing().is_none());
        assert_eq!(projects(&window), 23);
        ctrl(&mut window, Key::Z);
        assert_eq!(projects(&window), 20, "one step");
        ctrl(&mut window, Key::Y);
        assert_eq!(projects(&window), 23);
    }
}

#[test]
fn an_import_is_left_by_escape_and_a_killer_is_told_with_the_window_alive() {
    for (nth, mut window) in two_windows().enumerate() {
        let path = workbook(&format!("leave-{nth}"));
        window.state_mut().dispatch(Command::BeginImport(vec![path.clone()]));
        settled(&mut window);
        assert!(window.state().bench().importing().is_some());
        press(&mut window, Key::Escape);
        settle(&mut window);
        assert!(window.state().bench().importing().is_none());
        assert_eq!(projects(&window), 20);
        let broken = path.with_file_name("损坏.xlsx");
        std::fs::write(&broken, b"PK\x03\x04 broken").unwrap();
        window.state_mut().dispatch(Command::BeginImport(vec![broken]));
        settled(&mut window);
        assert!(shows(&window, "损坏.xlsx"), "the file is named");
        click_phrase(&mut window, parkboard::i18n::words::CLUSTERS);
    }
}
