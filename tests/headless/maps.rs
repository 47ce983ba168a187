//! Where do outlines come from, and what becomes of them? The reader of GeoJSON, the edit, the command, the sample.

use std::{collections::BTreeSet, fmt::Write, path::Path};

use parkboard::{
    i18n,
    io::{
        geojson::{self, MOST_CORNERS, MOST_OBJECTS, MOST_OF_MAP, MOST_OF_RING, Outlines},
        problem::{Cause, FileProblem, MapFault, Spot},
        ron, save,
        settings::Settings,
    },
    model::{
        check,
        edit::{Edit, EditError, Touched, apply},
        evidence::{Confidence, Exception, Source},
        history::History,
        id::{SourceId, UnitId},
        quantity::Number,
        scenario::Scenario,
        text::Text,
    },
    workbench::{Workbench, command::Command, receipt::Weight},
};

use crate::{
    fixture::{Chance, Folder, record_id, root, sample},
    hostile::speaks,
};

/// The outlines that the sample holds, as a map.
const DISTRICTS: &str = include_str!("maps/mianyang-districts.geojson");

/// What is read of `text` for the units of the sample.
fn read(text: &str) -> Result<Outlines, Vec<FileProblem>> {
    geojson::of_text(Path::new("map.geojson"), text, &sample().units)
}

/// The rings of a shape in steps of a ten-thousandth of a degree.
fn steps(outlines: &Outlines) -> Vec<Vec<Vec<(i64, i64)>>> {
    let ring =
        |ring: &Vec<(Number, Number)>| ring.iter().map(|(lon, lat)| (lon.steps(), lat.steps())).collect::<Vec<_>>();
    outlines.outlines.iter().map(|it| it.rings.iter().map(ring).collect()).collect()
}

/// A collection of these features.
fn collection(features: &[&str]) -> String {
    format!(r#"{{"type": "FeatureCollection", "features": [{}]}}"#, features.join(","))
}

/// A feature that is a square of a degree at (104, 31), with more fields.
fn square(fields: &str) -> String {
    format!(
        r#"{{"type": "Feature", {fields}, "geometry": {{"type": "Polygon", "coordinates":
            [[[104, 31], [105, 31], [105, 32], [104, 32], [104, 31]]]}}}}"#
    )
}

#[test]
fn the_sample_holds_nine_districts_where_the_city_lies() {
    let sample = sample();
    let map = read(DISTRICTS).unwrap();
    assert_eq!((map.outlines.len(), map.holes, map.left_out), (9, 0, 0));
    assert_eq!(sample.outlines.len(), 9);
    let source = sample.sources.get(&SourceId::new("mianyang-districts").unwrap()).unwrap();
    assert!(source.title.zh.contains("示意") && source.title.zh.contains("不作法定界线"));
    assert!(source.title.en.contains("indicative") && source.title.en.contains("not for legal use"));
    for outline in &map.outlines {
        let kept = sample.outlines.get(&outline.id).unwrap();
        assert_eq!((&kept.name, &kept.unit, &kept.rings), (&outline.name, &outline.unit, &outline.rings));
        assert_eq!(kept.evidence.source.as_ref(), Some(&source.id));
        assert_eq!(kept.unit.as_ref().unwrap().as_str(), kept.id.as_str());
        assert_eq!(sample.units.get(kept.unit.as_ref().unwrap()).unwrap().name, kept.name);
    }
    for (lon, lat) in sample.outlines.iter().flat_map(|it| it.rings.iter().flatten()) {
        assert!((1_030_000..=1_060_000).contains(&lon.steps()), "{lon:?}");
        assert!((300_000..=340_000).contains(&lat.steps()), "{lat:?}");
    }
    let licence = std::fs::read_to_string(root().join("assets/maps/mianyang-districts.LICENSE")).unwrap();
    assert!(licence.contains("MIT License") && licence.contains("Copyright (c) 2017 jaska"));
}

#[test]
fn a_shape_of_every_kind_is_read_or_counted() {
    let text = collection(&[
        &square(r#""id": "fucheng-district", "properties": null"#),
        r#"{"type": "Feature", "id": 7, "properties": {"name": "两片"}, "geometry": {"type": "MultiPolygon", "coordinates": [
            [[[104, 31], [104.2, 31], [104.2, 31.2], [104, 31]], [[104.1, 31.05], [104.15, 31.05], [104.15, 31.1], [104.1, 31.05]]],
            [[[105.00004, 31, 480], [105.00005, 31, 481], [105.2, 31.2, 482], [105, 31.2, 1]]],
            [[[106, 31], [106.00001, 31], [106, 31.00001], [106, 31]]]
        ]}}"#,
        r#"{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [104, 31]}}"#,
        r#"{"type": "Feature", "properties": {}, "geometry": {"type": "GeometryCollection", "geometries": []}}"#,
        r#"{"type": "Feature", "properties": {}, "geometry": null}"#,
    ]);
    let map = read(&text).unwrap();
    // A point, a collection, nothing, and a part of one step.
    assert_eq!((map.holes, map.left_out), (1, 4));
    let (square, parts) = (&map.outlines[0], &map.outlines[1]);
    assert_eq!((square.id.as_str(), square.name.zh.as_str()), ("fucheng-district", "涪城区"), "named as its unit");
    assert_eq!((parts.id.as_str(), parts.name.zh.as_str(), &parts.unit), ("7", "两片", &None));
    let triangle = vec![(1_040_000, 310_000), (1_042_000, 310_000), (1_042_000, 312_000)];
    // Rounded half away from zero, height left alone, closed where the file leaves it open.
    let open = vec![(1_050_000, 310_000), (1_050_001, 310_000), (1_052_000, 312_000), (1_050_000, 312_000)];
    assert_eq!(steps(&map)[1], [triangle, open]);
    assert_eq!(square.rings[0].len(), 4, "the first corner does not stand at the end again");
}

#[test]
fn a_feature_or_a_shape_alone_is_a_map_too() {
    let feature = read(&square(r#""properties": {"NAME": "江油", "name_EN": "Jiangyou"}"#)).unwrap();
    let outline = &feature.outlines[0];
    assert_eq!(outline.name, Text::new("江油", "Jiangyou"));
    assert_eq!(outline.unit.as_ref().map(UnitId::as_str), Some("jiangyou-city"), "but for the kind of unit");
    assert_eq!(outline.id.as_str(), "jiangyou-city");
    let bare = r#"{"type": "Polygon", "coordinates": [[[104, 31], [105, 31], [105, 32], [104, 31]]]}"#;
    let bare = read(&format!("\u{feff}{bare}\r\n")).unwrap();
    assert_eq!((bare.outlines[0].id.as_str(), &bare.outlines[0].unit), ("area-1", &None));
    assert_eq!(bare.outlines[0].name, Text::new("区域 1", "Area 1"), "without a name it has a number");
}

#[test]
fn names_lead_to_units_and_ids_are_never_taken_twice() {
    let of = |fields: &str| {
        let map = read(&collection(&[&square(fields), &square(fields), &square(fields)])).unwrap();
        let ids: BTreeSet<String> = map.outlines.iter().map(|it| it.id.to_string()).collect();
        assert_eq!(ids.len(), 3, "{ids:?}");
        let first = map.outlines[0].clone();
        (first.unit.map(|it| it.to_string()).unwrap_or_default(), first.name.zh, first.id.to_string())
    };
    for (fields, unit, name) in [
        (r#""properties": {"name_zh": "涪城区", "name": "别名"}"#, "fucheng-district", "涪城区"),
        (r#""properties": {"name": "FUCHENG"}"#, "fucheng-district", "FUCHENG"),
        (r#""properties": {"fullname": "梓潼"}"#, "zitong-county", "梓潼"),
        (r#""properties": {"Name": "三台市"}"#, "santai-county", "三台市"),
        (r#""properties": {"name_en": "Pingwu County"}"#, "pingwu-county", "Pingwu County"),
        (r#""id": "youxian-district", "properties": {"name": "安州区"}"#, "youxian-district", "安州区"),
        (r#""id": "成都", "properties": {"name": "成都市"}"#, "", "成都市"),
        (r#""id": "a b", "properties": {"name": 5}"#, "", "区域 1"),
        (r#""properties": {"name": "区"}"#, "", "区"),
        (r#""properties": {"name": " 安\u202e州\u200b区\n"}"#, "anzhou-district", "安州区"),
    ] {
        let (found, called, id) = of(fields);
        assert_eq!((found.as_str(), called.as_str()), (unit, name), "{fields}");
        let expected = if fields.contains("成都") {
            "成都"
        } else if unit.is_empty() {
            "area-1"
        } else {
            unit
        };
        assert_eq!(id, expected, "{fields}");
    }
    let (_, long, _) = of(&format!(r#""properties": {{"name": "{}"}}"#, "长".repeat(500)));
    assert_eq!(long.chars().count(), check::LONGEST_NAME);
}

#[test]
fn two_units_of_one_bare_name_are_not_guessed_between() {
    let mut units = sample().units;
    let mut other = units.get(&UnitId::new("anzhou-district").unwrap()).unwrap().as_ref().clone();
    other.id = UnitId::new("anzhou-city").unwrap();
    other.name = Text::new("安州市", "");
    units.insert(other);
    let unit = |name: &str| {
        let text = square(&format!(r#""properties": {{"name": "{name}"}}"#));
        let map = geojson::of_text(Path::new("map.geojson"), &text, &units).unwrap();
        map.outlines[0].unit.as_ref().map(ToString::to_string)
    };
    assert_eq!(unit("安州市"), Some("anzhou-city".to_owned()));
    assert_eq!(unit("安州区"), Some("anzhou-district".to_owned()));
    assert_eq!(unit("安州"), None);
}

/// A ring around (104, 31) of this many corners, half of them on a spike of its own.
fn jagged(corners: u32) -> String {
    let mut text = String::from("[");
    for at in 0..corners {
        let turn = f64::from(at) / f64::from(corners) * std::f64::consts::TAU;
        let far = if at % 2 == 0 { 1.0 } else { 1.1 + f64::from(at % 97) / 1_000.0 };
        let _ = write!(text, "[{:.6},{:.6}],", 104.0 + far * turn.cos(), 31.0 + far * turn.sin());
    }
    text.pop();
    text + "]"
}

#[test]
fn a_map_in_survey_detail_is_thinned() {
    let ring = jagged(3_000);
    let feature = format!(r#"{{"type": "Feature", "geometry": {{"type": "Polygon", "coordinates": [{ring}]}}}}"#);
    let map = read(&feature).unwrap();
    assert_eq!(map.outlines[0].rings[0].len(), MOST_OF_RING);
    let few = r#"{"type": "Polygon", "coordinates": [[[104, 31], [104.5, 31], [105, 31], [105, 32], [104, 31]]]}"#;
    assert_eq!(read(few).unwrap().outlines[0].rings[0].len(), 4, "what is few stays, also on a straight line");
    let many: Vec<&str> = std::iter::repeat_n(feature.as_str(), 60).collect();
    let map = read(&collection(&many)).unwrap();
    let corners: usize = map.outlines.iter().flat_map(|it| &it.rings).map(Vec::len).sum();
    assert_eq!((map.outlines.len(), corners), (60, MOST_OF_MAP));
}

/// A shape that is a ring of so many corners.
fn polygon(corners: usize) -> String {
    let mut ring = "[0,1],[1,2],".repeat(corners / 2);
    ring.push_str(if corners.is_multiple_of(2) { "[2,1]" } else { "[3,3],[2,1]" });
    format!(r#"{{"type": "Polygon", "coordinates": [[{ring}]]}}"#)
}

/// A map that is refused: name, text, line and column, pieces of the sentences.
type Hostile = (&'static str, String, Option<(usize, usize)>, &'static str, &'static str);

fn hostile() -> Vec<Hostile> {
    let shape = |corner: &str| {
        format!("{{\"type\": \"Polygon\",\n \"coordinates\": [[[104, 31], [105, 31], [105, 32], {corner}]]}}")
    };
    let deep = |count: usize| format!("{{\"type\": \"Polygon\", \"coordinates\": {}", "[".repeat(count));
    let (json, geo) = ("不是规范的 JSON", "不是 GeoJSON");
    let metres = |corner: &str| shape(corner).replace("\"type\"", "\"crs\": {}, \"type\"");
    vec![
        ("empty", String::new(), Some((1, 1)), "文件没有内容", "nothing in the file"),
        ("blanks", " \r\n\t".into(), Some((1, 1)), "文件没有内容", "nothing in the file"),
        ("mark alone", "\u{feff}".into(), Some((1, 1)), "文件没有内容", "nothing in the file"),
        ("CSV", "名称,经度\n甲,104\n".into(), Some((1, 1)), json, "Not proper JSON"),
        ("a scenario", "#![enable(implicit_some)]\n()".into(), Some((1, 1)), json, "Not proper JSON"),
        ("XML", "<gml/>".into(), Some((1, 1)), json, "Not proper JSON"),
        ("zeros", "\0\0\0\0".into(), Some((1, 1)), json, "Not proper JSON"),
        ("not a number", shape("[NaN, 32]"), Some((2, 53)), json, "Not proper JSON"),
        ("infinite", shape("[Infinity, 32]"), Some((2, 53)), json, "Not proper JSON"),
        ("beyond numbers", shape("[1e400, 32]"), Some((2, 57)), json, "Not proper JSON"),
        ("two documents", polygon(3).repeat(2), Some((1, 64)), json, "Not proper JSON"),
        ("cut off", shape("[1")[..50].into(), Some((2, 30)), "文件在中途结束", "ends in the middle"),
        ("10,000 brackets", "[".repeat(10_000), Some((1, 1)), geo, "not GeoJSON"),
        ("deep corners", deep(10_000), Some((1, 162)), "括号嵌套过深", "nested too deeply"),
        ("a list", "[1, 2]".into(), Some((1, 1)), geo, "not GeoJSON"),
        ("a word", "\"map\"".into(), Some((1, 5)), geo, "not GeoJSON"),
        ("no kind", "{\"coordinates\": []}".into(), Some((1, 19)), geo, "not GeoJSON"),
        ("topology", "{\"type\": \"Topology\", \"objects\": {}}".into(), Some((1, 19)), geo, "not GeoJSON"),
        ("text for a number", shape("[\"104\", 32]"), Some((2, 57)), geo, "not GeoJSON"),
        ("corner of one number", shape("[104]"), None, "坐标 (104, ?) 不是经纬度", "(104, ?) is no longitude"),
        ("corner of nothing", shape("[]"), None, "坐标 (?, ?) 不是经纬度", "(?, ?) is no longitude"),
        ("no features", collection(&[]), None, "没有一个面（其他图形 0 个）", "no area in it (0 other shapes)"),
        ("a point", r#"{"type": "Point", "coordinates": [104, 31]}"#.into(), None, "没有一个面", "no area in it"),
        ("a line drawn back", polygon(0), None, "没有一个面（其他图形 1 个）", "no area in it (1 other shapes)"),
        ("metres", metres("[500000, 3400000]"), None, "坐标 (500000, 3400000) 不是经纬度", "EPSG:4326"),
        ("exchanged", metres("[31.5, 104.75]"), None, "疑与经度 31.5 颠倒", "longitude first"),
        ("a trifle too far", metres("[180.00001, 32]"), None, "WGS 84", "no longitude and latitude"),
        ("far beyond", metres("[1e300, -1e300]"), None, "不是经纬度", "no longitude and latitude"),
        ("objects", "{},".repeat(MOST_OBJECTS + 1), None, "JSON 对象超过 200,000 个", "More than 200,000 objects"),
        ("a million corners", polygon(MOST_CORNERS), None, "边界点超过 1,000,000 个", "More than 1,000,000 corners"),
    ]
}

#[test]
fn every_hostile_map_is_refused_with_a_cure() {
    for (name, text, spot, zh, en) in hostile() {
        let problems = read(&text).unwrap_err();
        assert_eq!(problems.len(), 1, "{name}: {problems:?}");
        problems.iter().for_each(speaks);
        assert_eq!(problems[0].spot, spot.map(|(line, column)| Spot { line, column }), "{name}: {problems:?}");
        let told = i18n::problem::sentence(&problems[0]);
        assert!(told.zh.contains(zh) && told.en.contains(en), "{name}: {told:?}");
    }
}

#[test]
fn any_cut_and_any_changed_byte_is_refused_or_read_and_never_a_panic() {
    let mut chance = Chance::new(11);
    let (mut read_still, mut refused) = (0, 0);
    for _ in 0..600 {
        let mut bytes = DISTRICTS.as_bytes().to_vec();
        if chance.once_in(3) {
            bytes.truncate(chance.below(bytes.len()));
        }
        for _ in 0..chance.below(3) {
            let at = chance.below(bytes.len().max(1));
            if let Some(byte) = bytes.get_mut(at) {
                *byte = *chance.one(b"[]{}\",:-.0e9\\n ");
            }
        }
        match read(&String::from_utf8_lossy(&bytes)) {
            Ok(map) => {
                read_still += 1;
                let units = sample().units;
                assert!(map.outlines.iter().all(|it| it.unit.as_ref().is_none_or(|id| units.contains(id))));
                let mut scenario = bare();
                apply(&mut scenario, &Edit::SetOutlines { outlines: map.outlines, source: None }).unwrap();
                assert_eq!(check::problems(&scenario), [], "what is read can be kept");
            }
            Err(problems) => {
                refused += 1;
                problems.iter().for_each(speaks);
            }
        }
    }
    assert!(read_still > 100 && refused > 100, "{read_still} read, {refused} refused");
}

#[test]
fn every_feature_that_lies_nowhere_is_told_with_its_name() {
    let far = |fields: &str| square(fields).replace("[104, 32]", "[5e5, 3.4e6]");
    let text = collection(&[
        &far(r#""properties": {"name": "涪城区", "name_en": "Fucheng"}"#),
        &square(r#""properties": null"#),
        &far(r#""properties": null"#),
    ]);
    let problems = read(&text).unwrap_err();
    let number = |problem: &FileProblem| {
        let Cause::Map(fault) = &problem.cause else { return None };
        let MapFault::NoDegrees { feature, is_exchanged: false, .. } = fault.as_ref() else { return None };
        Some(*feature)
    };
    let features: Vec<Option<usize>> = problems.iter().map(number).collect();
    assert_eq!(features, [Some(1), Some(3)]);
    let told = i18n::problem::sentence(&problems[0]);
    assert!(told.zh.contains("第 1 个要素「涪城区」") && told.en.contains("feature 1, \"Fucheng\""), "{told:?}");
}

#[test]
fn of_more_areas_than_can_be_kept_some_are() {
    let triangle = r#"{"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [[[1, 1], [1, 2], [2, 2]]]}}"#;
    let features: Vec<&str> = std::iter::repeat_n(triangle, MOST_OF_MAP).collect();
    let map = read(&collection(&features)).unwrap();
    assert_eq!((map.outlines.len(), map.left_out), (MOST_OF_MAP / 3, MOST_OF_MAP - MOST_OF_MAP / 3));
    assert!(map.outlines.iter().all(|it| it.rings[0].len() == 3));
}

#[test]
fn what_is_no_file_or_too_large_is_refused_before_it_is_read() {
    let folder = Folder::new();
    let refused = |path: &Path| geojson::read(path, &sample().units).unwrap_err().remove(0);
    assert_eq!(refused(&folder.path("")).cause, Cause::NotAFile(".geojson"));
    assert_eq!(refused(&folder.path("none.geojson")).cause, Cause::Unreadable(std::io::ErrorKind::NotFound));
    assert_eq!(refused(&folder.file("latin", b"{\"a\": \"\xff\"}")).cause, Cause::NotUtf8);
    let large = folder.file("large.geojson", "{");
    let length = geojson::LARGEST_MAP + 1;
    std::fs::File::options().write(true).open(&large).unwrap().set_len(length).unwrap();
    let problem = refused(&large);
    assert_eq!(problem.cause, Cause::TooLarge(length, geojson::LARGEST_MAP));
    speaks(&problem);
}

/// The edit that puts the districts into a scenario, citing a source that it brings.
fn set(source: &str) -> Edit {
    let id = SourceId::new(source).unwrap();
    let mut outlines = read(DISTRICTS).unwrap().outlines;
    for outline in &mut outlines {
        outline.evidence.source = Some(id.clone());
    }
    Edit::SetOutlines {
        outlines, source: Some(Source { id, title: Text::new("地图", "Map"), address: String::new() })
    }
}

/// The sample without a map.
fn bare() -> Scenario {
    let mut scenario = sample();
    apply(&mut scenario, &Edit::SetOutlines { outlines: Vec::new(), source: None }).unwrap();
    scenario
}

#[test]
fn a_map_is_one_step_that_touches_no_plan() {
    let start = bare();
    assert!(start.outlines.is_empty());
    let mut history = History::new(start.clone());
    assert_eq!(history.commit(set("map")), Ok(Touched::default()));
    let with_map = history.now().clone();
    assert_eq!((with_map.outlines.len(), with_map.sources.len()), (9, start.sources.len() + 1));
    assert_eq!(check::problems(&with_map), []);
    assert_eq!(history.commit(set("map")), Err(EditError::NameUnchanged), "the same map");
    history.undo().unwrap();
    assert!(*history.now() == start);
    history.redo().unwrap();
    assert!(*history.now() == with_map);
    let folder = Folder::new();
    let path = folder.path("map.ron");
    save::save_scenario(&with_map, &path).unwrap();
    assert!(ron::read_scenario(&path).unwrap() == with_map);
    let base = with_map.base_only(with_map.title.clone(), with_map.plans.iter().next().unwrap().as_ref().clone());
    assert_eq!(base.outlines, with_map.outlines, "it is base data");
    let (Edit::SetOutlines { outlines, .. }, label) = (set("map"), i18n::edit::label(&start, &set("map"))) else {
        panic!("another edit")
    };
    assert!(label.zh.contains("9 个") && label.en.contains("9 outlines"), "{label:?}");
    let without = Edit::SetOutlines { outlines, source: None };
    let mut other = start.clone();
    assert!(matches!(apply(&mut other, &without), Err(EditError::Improper(check::Wrong::Dangling("sources", _)))));
    assert!(other == start, "a refused edit changes nothing");
}

#[test]
fn what_was_said_of_fields_of_earlier_outlines_goes_with_them() {
    let mut scenario = sample();
    let exception = |table: &str, record: &str, field: &str| Exception {
        table: table.to_owned(),
        record: record.to_owned(),
        field: field.to_owned(),
        source: None,
        confidence: Confidence::Assumed,
        note: String::new(),
    };
    let others = scenario.exceptions.len();
    scenario.exceptions.insert(exception("outlines", "zitong-county", "rings"));
    assert_eq!(check::problems(&scenario), []);
    let mut outlines = read(DISTRICTS).unwrap().outlines;
    outlines.retain(|it| it.id != record_id("zitong-county"));
    apply(&mut scenario, &Edit::SetOutlines { outlines, source: None }).unwrap();
    assert_eq!(check::problems(&scenario), []);
    assert_eq!(scenario.exceptions.len(), others);
}

#[test]
fn the_workbench_imports_a_map_beside_the_window_and_tells_what_it_left_out() {
    let folder = Folder::new();
    let mut bench = Workbench::on(bare(), Settings::default());
    let judgement = bench.judgement().clone();
    let point = r#"{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [104, 31]}}"#;
    let text = collection(&[&square(r#""properties": {"name": "涪城区"}"#), point]);
    bench.dispatch(Command::ImportMap(folder.file("区\u{202e}界.geojson", text)));
    assert!(bench.is_busy());
    bench.settle();
    let notice = bench.notice().unwrap();
    assert_eq!(notice.weight, Weight::News);
    assert_eq!(
        notice.text,
        Text::new("已导入 1 个轮廓，略去其他图形 1 个", "Imported 1 outline, left out 1 other shape")
    );
    let outline = bench.scenario().outlines.iter().next().unwrap();
    let source = bench.scenario().sources.get(outline.evidence.source.as_ref().unwrap()).unwrap();
    assert_eq!(source.title, Text::new("导入的地图：区界.geojson", "Imported map: 区界.geojson"));
    assert!(bench.judgement().findings().eq(judgement.findings()), "no rule reads it");
    assert!(bench.is_unsaved());
    bench.dispatch(Command::Undo);
    assert!(bench.scenario().outlines.is_empty() && !bench.is_unsaved());

    let metres = square(r#""properties": null"#).replace("104", "500000");
    bench.dispatch(Command::ImportMap(folder.file("metres.geojson", metres)));
    bench.settle();
    let notice = bench.notice().unwrap();
    assert_eq!((notice.weight, notice.details.len()), (Weight::Warning, 1));
    assert!(notice.details[0].en.contains("EPSG:4326") && bench.scenario().outlines.is_empty());
}

#[test]
fn a_map_that_was_read_for_another_document_is_not_imported() {
    let folder = Folder::new();
    let mut bench = Workbench::on(bare(), Settings::default());
    bench.dispatch(Command::ImportMap(folder.file("map.geojson", DISTRICTS)));
    bench.dispatch(Command::New(parkboard::workbench::command::Fresh::Blank));
    bench.settle();
    assert!(bench.scenario().outlines.is_empty() && bench.undoable().is_none());
    assert_eq!(bench.notice().unwrap().weight, Weight::Warning);
}
