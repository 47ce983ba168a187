//! Do foreign sheets come in by the command line as they do by the window, and does what goes out come in again?

use parkboard::{
    intake::{note::Change, outgoing, read::read, sheet::Kind, sheet::Workbook, wish::Wish},
    io::ron,
    workbench::generate::{self, Size},
};
use serde_json::Value;

use crate::fixture::{Folder, run, sample_path};

const SHEET: &str = "\
绵阳市2022年6月招引项目台账,,,,,\n\
单位：万元、亩,,,,,\n\
项目名称,投资方,行业,首报单位,总投资,用地需求\n\
汽车高速连接器基地,某某电子有限公司,连接器,涪城区,50000,约60亩\n\
锂电池二厂,某某新能源,I24,江油市,3.5亿元,5公顷\n\
神秘项目,某某公司,其他,江油市,5-8亿元,100\n\
合计,,,,,\n";

#[test]
fn good_rows_are_taken_in_and_bad_ones_told_with_their_cell() {
    let folder = Folder::new();
    let (sheet, out) = (folder.file("台账.csv", SHEET), folder.path("out.ron"));
    let base = sample_path();
    let text = |path: &std::path::Path| path.to_str().unwrap().to_owned();
    let (sheet, out_text, base) = (text(&sheet), text(&out), text(&base));
    let arguments = ["import", &sheet, "--into", &base, "--out", &out_text];
    let (code, told, err) = run(&arguments);
    assert_eq!((code, err.as_str()), (1, ""), "{told}");
    assert!(told.contains("台账.csv:台账!E6: 5-8亿元: [未导入] 是一个范围；请写一个数"), "{told}");
    assert!(told.contains("台账.csv:台账!F4: 约60亩: 约数"), "{told}");
    let after = ron::read_scenario(&out).unwrap();
    let (before, found) = (ron::read_scenario(&sample_path()).unwrap().projects.len(), after.projects.len());
    assert_eq!(found, before + 2);
    let (code, told, _) = run(&[arguments.as_slice(), &["--json", "--force"]].concat());
    let answer: Value = serde_json::from_str(&told).unwrap();
    assert_eq!((code, &answer["refused"], &answer["skipped"]), (1, &Value::from(1), &Value::from(4)));
    assert_eq!(answer["rows"][1]["values"]["investment"], 35_000);
    assert_eq!(answer["rows"][1]["values"]["land"], 75);
    assert_eq!(answer["sheets"][0]["columns"][3]["field"], "first_reporter");
    let again = ["import", &sheet, "--into", &out_text, "--out", &out_text, "--json", "--force"];
    let (_, told, _) = run(&again);
    let answer: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(answer["unchanged"], 2, "the same sheet once more changes nothing");
}

#[test]
fn a_file_that_is_there_is_not_replaced() {
    let folder = Folder::new();
    let (sheet, out) = (folder.file("a.csv", SHEET), folder.file("out.ron", "mine"));
    let base = sample_path();
    let (code, _, err) =
        run(&["import", sheet.to_str().unwrap(), "--into", base.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert_eq!((code, err.lines().count()), (2, 1));
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "mine");
}

#[test]
fn an_invented_city_goes_out_and_changes_nothing_when_it_comes_in() {
    let scenario = generate::scenario(Size { parks: 15, projects: 120, industries: 30, placed: 500, seed: 7 });
    for is_chinese in [true, false] {
        let sheets = outgoing::sheets(&scenario, is_chinese);
        let books = [Workbook { name: "out.xlsx".into(), kind: Kind::Xlsx, encoding: None, sheets }];
        let found = read(&books, &scenario, &Wish::default(), &|_| true);
        assert!(found.data.len() > 120);
        for row in &found.data {
            assert_eq!(row.change, Some(Change::Unchanged), "{row:#?}");
        }
    }
}
