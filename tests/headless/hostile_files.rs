//! What does a clerk read when a file is broken? Named hostile files, each given to `check` in both languages: it is
//! refused with exit code 2 and a place and a cure for every problem, and nothing on standard output.

use std::{
    collections::BTreeSet,
    ffi::OsString,
    io::Read,
    path::{Path, PathBuf},
};

use parkboard::cli::{self, Request};

use crate::{
    fixture::{Folder, root, sample_path, sample_text},
    hostile::{FULL, changed, has_english},
};

/// A file that must be refused.
struct Case {
    name: String,
    path: PathBuf,
    /// The scenario that the file is given to as a pack; `None` when the file is the scenario.
    pack_of: Option<PathBuf>,
    /// What the line of the problem begins with after the path: `:LINE:COLUMN: `, or `: ` for a file as a whole.
    place: String,
    /// Pieces of the sentences.
    zh: &'static str,
    en: &'static str,
}

/// A changed value of the full file: name of the case, table, what stands there, what takes its place, a piece of the
/// Chinese sentence, of the English one. The problem is told in the line of the value.
type Change = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const CHANGES: &[Change] = &[
    // Figures that are none.
    ("figure 1e400", "parks", "net_land: 300.5", "net_land: 1e400", "1e400 超出数值范围", "1e400 is out of the range"),
    ("figure NaN", "parks", "net_land: 300.5", "net_land: NaN", "NaN 不是数值", "NaN is not a number"),
    ("figure inf", "parks", "net_land: 300.5", "net_land: inf", "inf 不是数值", "inf is not a number"),
    ("figure -inf", "projects", "land: 12.5", "land: -inf", "-inf 不是数值", "-inf is not a number"),
    ("negative area", "projects", "land: 12.5", "land: -12.5", "-12.5 为负数", "-12.5 is negative"),
    ("negative capacity", "parks", "net_land: 300.5", "net_land: -1", "-1 为负数", "-1 is negative"),
    ("negative weight", "scoring", "weight: 3", "weight: -3", "-3 为负数", "-3 is negative"),
    ("fixed point that is none", "anchors", "value: 0.3", "value: NaN", "NaN 不是数值", "NaN is not a number"),
    ("criterion that is no id", "anchors", "criterion: \"headroom\"", "criterion: \"head room\"", "head room", "head room"),
    ("too many decimals", "projects", "land: 12.5", "land: 12.555", "小数位过多", "too many decimals"),
    ("absurd area", "projects", "land: 12.5", "land: 12500000000", "过大", "too large"),
    ("figure of 400 digits", "projects", "land: 12.5", "land: 9999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999", "超出数值范围", "out of the range"),
    ("full-width digits", "projects", "land: 12.5", "land: １２", "格式有误", "Not well formed"),
    ("digits with 万", "projects", "land: 12.5", "land: 12万", "缺少逗号", "a comma is missing"),
    ("figure with a unit", "projects", "land: 12.5", "land: 约30亩", "类型不符", "Wrong type"),
    ("figure in quotes", "projects", "land: 12.5", "land: \"12.5\"", "类型不符：应为数值", "Wrong type: expected a number"),
    ("hexadecimal with nothing behind", "placements", "seq: 1", "seq: 0x", "格式有误", "Not well formed"),
    ("share over the whole", "sharing_templates", "tax: [(from: 1, to: 5, originator: 0.5)", "tax: [(from: 1, to: 5, originator: 1.5)", "1.5 超出范围", "1.5 is out of range"),
    ("index over 100", "parks", "rank: 1", "service_index: 101, rank: 1", "101 超出范围", "101 is out of range"),
    ("years that run backwards", "sharing_templates", "tax: [(from: 1, to: 5", "tax: [(from: 5, to: 1", "倒置或与前段重叠", "run backwards or overlap"),
    ("weight of a link", "links", "weight: 1", "weight: 9", "应在 1 到 3 之间", "write 1 to 3"),
    ("order of placing 0", "placements", "seq: 1", "seq: 0", "应在 1 到", "write 1 to"),
    ("order of placing with a fraction", "placements", "seq: 1", "seq: 1.5", "应为整数", "whole number"),
    ("order of placing beyond all", "placements", "seq: 1", "seq: 99999999999", "整数超出范围", "out of range"),
    ("order of placing twice", "placements", "seq: 2", "seq: 1", "布局顺序 1 在方案内重复", "Order 1 stands twice"),
    // Days that are none.
    ("30 February", "reservations", "until: \"2023-01-31\"", "until: \"2023-02-30\"", "“2023-02-30”不是日期", "\"2023-02-30\" is no day"),
    ("month 13", "waivers", "expires: \"2022-12-31\"", "expires: \"2022-13-01\"", "不是日期", "is no day"),
    ("day in words", "projects", "first_report: \"2022-06-01\"", "first_report: \"June\"", "“June”不是日期", "\"June\" is no day"),
    ("day without quotes", "projects", "first_report: \"2022-06-01\"", "first_report: 20220601", "应为引号中的文字", "a text in quotes"),
    ("recognised in 2999", "parks", "rank: 1", "chemical_park: recognised(since: \"2999-01-01\"), rank: 1", "2999 超出范围", "2999 is out of range"),
    ("characteristic park since 1022", "characteristic_parks", "since: \"2021-05-01\"", "since: \"1022-05-01\"", "1022 超出范围", "1022 is out of range"),
    ("approved in 2222", "plans", "status: approved(on: \"2022-07-01\"", "status: approved(on: \"2222-07-01\"", "年份 2222 不合理", "The year 2222 cannot be meant"),
    ("waived for ever", "waivers", "expires: \"2022-12-31\"", "expires: \"9999-12-31\"", "年份 9999 不合理", "The year 9999 cannot be meant"),
    ("position that ends before it begins", "positions", "valid_to: \"2025-12-31\"", "valid_to: \"2019-12-31\"", "晚于截止日", "after its end"),
    ("judged in year 22", "", "as_of: \"2022-07-08\"", "as_of: \"0022-07-08\"", "年份 22 不合理", "The year 22 cannot be meant"),
    // Places off the map.
    ("longitude 200", "parks", "rank: 1", "place: (lon: 200, lat: 31.5), rank: 1", "200 超出范围", "200 is out of range"),
    ("latitude -91", "units", "kind: district", "place: (lon: 104.7, lat: -91), kind: district", "-91 超出范围", "-91 is out of range"),
    ("longitude and latitude exchanged", "parks", "rank: 1", "place: (lon: 31.46, lat: 104.72), rank: 1", "请对调 lon 与 lat", "exchange lon and lat"),
    ("nowhere at 0, 0", "parks", "rank: 1", "place: (lon: 0, lat: 0), rank: 1", "在海上", "in the open sea"),
    ("outline of two corners", "outlines", "rings: [[(104.5, 31.25), ", "rings: [[", "至少填写 3 个", "write at least 3"),
    ("outline that ends where it begins", "outlines", "(104.75, 32)]]", "(104.75, 32), (104.5, 31.25)]]", "请删去末点", "remove the last one"),
    ("outline in metres", "outlines", "(104.75, 32)", "(500000, 3400000)", "500000 超出范围", "500000 is out of range"),
    ("corner that is none", "outlines", "(104.75, 32)", "(104.75)", "项数不符", "Wrong length"),
    // What leads nowhere.
    ("active plan", "", "active_plan: \"A\"", "active_plan: \"Q\"", "`plans` 中没有 Q", "no Q in `plans`"),
    ("document of a rule", "rules", "document: \"paper\"", "document: \"Q\"", "`documents` 中没有 Q", "no Q in `documents`"),
    ("source of a park", "parks", "evidence: (", "evidence: (source: \"Q\", ", "`sources` 中没有 Q", "no Q in `sources`"),
    ("source of a project", "projects", "evidence: (", "evidence: (source: \"Q\", ", "`sources` 中没有 Q", "no Q in `sources`"),
    ("source of an exception", "exceptions", "field: \"rank\"", "source: \"Q\", field: \"rank\"", "`sources` 中没有 Q", "no Q in `sources`"),
    ("record of an exception", "exceptions", "record: \"north\"", "record: \"Q\"", "`parks` 中没有 Q", "no Q in `parks`"),
    ("field of an exception", "exceptions", "field: \"rank\"", "field: \"colour\"", "没有字段“colour”", "no field \"colour\""),
    ("table of an exception", "exceptions", "table: \"parks\"", "table: \"houses\"", "“houses”不是可注明来源的表", "\"houses\" is no table"),
    ("criterion of a weight", "plan_weights", "criterion: \"headroom\"", "criterion: \"beauty\"", "`scoring` 中没有 beauty", "no beauty in `scoring`"),
    ("negative saturation", "anchors", "criterion: \"headroom\", name: \"one\", value: 0.3", "criterion: \"coupling\", name: \"saturation\", value: -1", "-1 超出范围", "-1 is out of range"),
    ("value of a relation over 1", "anchors", "criterion: \"headroom\", name: \"one\", value: 0.3", "criterion: \"position-fit\", name: \"leading\", value: 5", "应在 0 到 1 之间", "write 0 to 1"),
    ("purchased share below 0", "anchors", "criterion: \"headroom\", name: \"one\", value: 0.3", "criterion: \"chain-coupling\", name: \"purchased-materials\", value: -0.1", "-0.1 超出范围", "-0.1 is out of range"),
    ("negative neighbourhood", "anchors", "criterion: \"headroom\", name: \"one\", value: 0.3", "criterion: \"chain-coupling\", name: \"neighbour-km\", value: -20", "-20 超出范围", "-20 is out of range"),
    ("index of a fixed point over 100", "anchors", "criterion: \"headroom\", name: \"one\", value: 0.3", "criterion: \"efficiency-service\", name: \"one\", value: 101", "应在 0 到 100 之间", "write 0 to 100"),
    ("scale that meets the usual end", "anchors", "criterion: \"headroom\", name: \"one\", value: 0.3", "criterion: \"headroom\", name: \"one\", value: 0", "与标尺另一端 `zero` 相同", "the other end of the scale, `zero`"),
    ("scale that meets the usual end from below", "anchors", "criterion: \"headroom\", name: \"one\", value: 0.3", "criterion: \"transport\", name: \"zero\", value: 15", "与标尺另一端 `one` 相同", "the other end of the scale, `one`"),
    ("scale of one end", "anchors", "criterion: \"headroom\", name: \"one\", value: 0.3", "criterion: \"transport\", name: \"one\", value: 30), (criterion: \"transport\", name: \"zero\", value: 30", "请使两端不同", "set the two ends apart"),
    ("fixed point of no criterion", "anchors", "criterion: \"headroom\", name: \"one\", value: 0.3", "criterion: \"bogus\", name: \"zero\", value: 15", "没有名为 bogus 的准则；可用：position-fit", "no criterion bogus; use one of position-fit"),
    ("fixed point of no name", "anchors", "criterion: \"headroom\", name: \"one\", value: 0.3", "criterion: \"headroom\", name: \"full\", value: 0.3", "没有名为 full 的定点；可用：zero, one", "no fixed point full; use one of zero, one"),
    ("weight of no criterion", "scoring", "(id: \"headroom\", weight: 3)", "(id: \"headroom\", weight: 3), (id: \"chain-cuopling\", weight: 3)", "没有名为 chain-cuopling 的准则；可用：", "no criterion chain-cuopling; use one of "),
    ("comparison of no group", "plan_comparisons", "other: \"services\"", "other: \"servces\"", "没有名为 servces 的准则组；可用：", "no group of criteria servces; use one of "),
    ("comparison off the scale", "plan_comparisons", "value: 2.5", "value: 10", "10 超出范围", "10 is out of range"),
    ("comparison with itself", "plan_comparisons", "other: \"services\"", "other: \"factors\"", "factors 与自身比较", "factors is compared with itself"),
    ("plan of a comparison", "plan_comparisons", "plan: \"A\"", "plan: \"Q\"", "`plans` 中没有 Q", "no Q in `plans`"),
    ("supplier of a link", "links", "upstream: \"food\"", "upstream: \"Q\"", "`industries` 中没有 Q", "no Q in `industries`"),
    ("link to itself", "links", "downstream: \"laser\"", "downstream: \"food\"", "food 不能是自己的上游", "food cannot supply itself"),
    ("sub-sector of a project", "projects", "industry: \"food\"", "industry: \"Q\"", "`industries` 中没有 Q", "no Q in `industries`"),
    ("park of an enterprise", "enterprises", "park: \"south\"", "park: \"Q\"", "`parks` 中没有 Q", "no Q in `parks`"),
    ("unit of a park", "parks", "beneficiary_unit: \"east\"", "beneficiary_unit: \"Q\"", "`units` 中没有 Q", "no Q in `units`"),
    ("park of a placement", "placements", "park: \"north\"", "park: \"Q\"", "`parks` 中没有 Q", "no Q in `parks`"),
    ("project of a placement", "placements", "project: \"P1\"", "project: \"Q\"", "`projects` 中没有 Q", "no Q in `projects`"),
    ("plan of a pin", "pins", "plan: \"A\"", "plan: \"Q\"", "`plans` 中没有 Q", "no Q in `plans`"),
    ("park of a lock", "locks", "park: \"south\"", "park: \"Q\"", "`parks` 中没有 Q", "no Q in `parks`"),
    ("project of a stipulation", "stipulations", "project: \"P1\"", "project: \"Q\"", "`projects` 中没有 Q", "no Q in `projects`"),
    ("project of phases", "phasings", "project: \"P2\"", "project: \"Q\"", "`projects` 中没有 Q", "no Q in `projects`"),
    ("park of a reservation", "reservations", "park: \"north\"", "park: \"Q\"", "`parks` 中没有 Q", "no Q in `parks`"),
    ("rule of a waiver", "waivers", "rule: \"leading-cap\"", "rule: \"Q\"", "`rules` 中没有 Q", "no Q in `rules`"),
    ("sub-sector of a waiver", "waivers", "subject: industry(\"food\")", "subject: industry(\"Q\")", "`industries` 中没有 Q", "no Q in `industries`"),
    ("programme of a grant", "grants", "programme: \"fund\"", "programme: \"Q\"", "`programmes` 中没有 Q", "no Q in `programmes`"),
    ("template of an agreement", "agreements", "template: \"half\"", "template: \"Q\"", "`sharing_templates` 中没有 Q", "no Q in `sharing_templates`"),
    ("session of a decision", "decisions", "session: \"june\"", "session: \"Q\"", "`sessions` 中没有 Q", "no Q in `sessions`"),
    ("path of an assumption", "assumptions", "path: \"parks/north/bank_distance\"", "path: \"parks/north\"", "不是可假定的字段", "is no datum to assume"),
    ("record of an assumption", "assumptions", "path: \"parks/north/bank_distance\"", "path: \"parks/Q/bank_distance\"", "`parks` 中没有 Q", "no Q in `parks`"),
    ("field of an assumption", "assumptions", "path: \"parks/north/bank_distance\"", "path: \"parks/north/colour\"", "“colour”不能假定", "\"colour\" cannot be assumed"),
    ("value of an assumption", "assumptions", "value: \"1200\"", "value: \"far\"", "“far”不能作为 bank_distance 的值", "\"far\" is no value of bank_distance"),
    // Reasons that are not given, and what cannot be.
    ("waiver without a reason", "waivers", "reason: \"so\"", "reason: \" \"", "内容为空", "It is empty"),
    ("waiver without an authority", "waivers", "authority: \"office\"", "authority: \"\"", "内容为空", "It is empty"),
    ("waiver of a rule that blocks", "waivers", "rule: \"leading-cap\"", "rule: \"special-stream\"", "不能豁免", "cannot be waived"),
    ("reservation without a reason", "reservations", "reason: \"phase 2\"", "reason: \"\"", "内容为空", "It is empty"),
    ("assumption without a reason", "assumptions", "reason: \"what if\"", "reason: \"\"", "内容为空", "It is empty"),
    ("approval without an office", "plans", "by: \"office\"", "by: \"\"", "内容为空", "It is empty"),
    ("phases without land", "phasings", "later: [(number: 2, land: 2", "later: [(number: 2, land: 0", "分期无效", "The phases do not add up"),
    ("phases that skip a number", "phasings", "later: [(number: 2", "later: [(number: 3", "分期无效", "The phases do not add up"),
    ("two roles in the base data", "positions", "industries: [\"food\"]", "industries: [\"food\", \"laser\"]", "兼有两种类别", "has both roles in one park"),
    ("position without sub-sectors", "positions", "industries: [\"food\"]", "industries: []", "列表为空", "The list is empty"),
    ("sub-sector twice in a position", "plan_positions", "industries: [\"laser\"]", "industries: [\"laser\", \"laser\"]", "laser 在列表中重复", "laser stands twice"),
    // Names.
    ("name of nothing", "parks", "name: (zh: \"北园区\")", "name: (zh: \" \")", "名称为空", "The name is empty"),
    ("name turned around", "projects", "name: (zh: \"甲项目\")", "name: (zh: \"甲\u{202e}项目\")", "不可见字符 U+202E", "invisible character U+202E"),
    ("name with a bell", "enterprises", "name: (zh: \"某厂\")", "name: (zh: \"某\\u{7}厂\")", "不可见字符 U+0007", "invisible character U+0007"),
    ("programme with a hidden space", "programmes", "name: (zh: \"基金\")", "name: (zh: \"基\u{200b}金\")", "不可见字符 U+200B", "invisible character U+200B"),
    ("session turned around", "sessions", "name: (zh: \"六月会\")", "name: (zh: \"六月会\u{2066}\")", "不可见字符 U+2066", "invisible character U+2066"),
    ("id with a space", "parks", "id: \"north\"", "id: \"no rth\"", "“no rth”不能作为编号", "\"no rth\" cannot be an id"),
    ("id of nothing", "units", "id: \"east\"", "id: \"\"", "不能作为编号", "cannot be an id"),
    ("id turned around", "projects", "id: \"P1\"", "id: \"P\u{202e}1\"", "不能作为编号", "cannot be an id"),
    ("id of 100 letters", "units", "id: \"east\"", "id: \"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee\"", "不能作为编号", "cannot be an id"),
    // The form.
    ("unknown field", "parks", "rank: 1", "colour: 1, rank: 1", "没有名为 `colour` 的字段", "no field `colour`"),
    ("unknown table", "", "active_plan: \"A\",", "active_plan: \"A\", houses: [],", "没有名为 `houses` 的字段", "no field `houses`"),
    ("field twice", "parks", "rank: 1", "rank: 1, rank: 2", "字段 `rank` 出现两次", "Field `rank` stands twice"),
    ("unknown variant", "projects", "status: in_talks", "status: dreamt", "没有 `dreamt` 这一取值", "no value `dreamt`"),
    ("unknown rule kind", "rules", "kind: r#leading-cap(", "kind: r#lagging-cap(", "没有 `lagging-cap` 这一取值", "no value `lagging-cap`"),
    ("unknown factor", "reservations", "amount: land(4.5)", "amount: air(4.5)", "没有 `air` 这一取值", "no value `air`"),
    ("list for a number", "parks", "rank: 1", "rank: [1]", "应为整数", "a whole number"),
    ("number for a list", "parks", "facilities: [\"gas\", \"steam\"]", "facilities: 2", "以 `[` 开头的列表", "begins with `[`"),
    ("text for a record", "parks", "name: (zh: \"北园区\")", "name: \"北园区\"", "以 `(` 开头的记录", "begins with `(`"),
    ("number for yes or no", "documents", "text_at_hand: false", "text_at_hand: 0", "`true` 或 `false`", "`true` or `false`"),
    ("bad escape", "parks", "name: (zh: \"北园区\")", "name: (zh: \"\\q\")", "转义写法无效", "escape after the backslash"),
    ("comma for a point", "projects", "land: 12.5", "land: 12,5", "格式有误", "Not well formed"),
    ("zero byte in a figure", "projects", "land: 12.5", "land: 12\0.5", "零字节", "zero bytes"),
    ("version of the future", "", "schema: 1", "schema: 2", "请升级程序", "update the program"),
    ("version that never was", "", "schema: 1", "schema: 0", "格式版本 0 不存在", "no form version 0"),
    ("version in words", "", "schema: 1", "schema: \"one\"", "应为整数", "a whole number"),
];

/// Files as a whole: name, bytes, place, pieces of the sentences.
fn whole_files() -> Vec<(&'static str, Vec<u8>, &'static str, &'static str, &'static str)> {
    let (empty, cut) = (("文件没有内容", "nothing in the file"), ("文件在中途结束", "ends in the middle"));
    let (no_text, no_utf8) = (("零字节", "zero bytes"), ("不是 UTF-8", "Not UTF-8"));
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let deep = |open: &str, close: &str| format!("(schema: 1, title: {}{})", open.repeat(10_000), close.repeat(10_000));
    let deep_comment = format!("{}{}", "/*".repeat(10_000), &FULL[..40]);
    vec![
        ("empty", vec![], ":1:1: ", empty.0, empty.1),
        ("blanks", b" \r\n\t \n".to_vec(), ":1:1: ", empty.0, empty.1),
        ("byte-order mark alone", b"\xef\xbb\xbf".to_vec(), ":1:1: ", empty.0, empty.1),
        ("comments alone", b"// nothing\n/* at all */\n".to_vec(), ":1:1: ", empty.0, empty.1),
        ("zeros", vec![0; 1_000_000], ":1:1: ", no_text.0, no_text.1),
        ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), ":1:1: ", no_utf8.0, no_utf8.1),
        ("a workbook", b"PK\x03\x04\x14\0\0\0\x08\0".to_vec(), ":1:6: ", no_text.0, no_text.1),
        ("UTF-16 with its mark", [&b"\xff\xfe"[..], &utf16(FULL)].concat(), ":1:1: ", no_utf8.0, no_utf8.1),
        ("UTF-16 without its mark", utf16("(schema: 1)"), ":1:2: ", no_text.0, no_text.1),
        ("GB 18030", b"// \xb1\xb1\xd4\xb0\xc7\xf8\n(schema: 1)".to_vec(), ":1:4: ", no_utf8.0, no_utf8.1),
        ("10,000 brackets", "[".repeat(10_000).into_bytes(), ":1:1: ", "以 `(` 开头的记录", "begins with `(`"),
        ("10,000 closed brackets", deep("[", "]").into_bytes(), ":1:", "请改正", "correct this place"),
        ("10,000 records in a record", deep("(zh: ", ")").into_bytes(), ":1:", "请改正", "correct this place"),
        ("10,000 options", deep("Some(", ")").into_bytes(), ":1:", "请改正", "correct this place"),
        ("10,000 open comments", deep_comment.into_bytes(), ":1:", cut.0, cut.1),
        ("JSON", b"{\"schema\": 1}".to_vec(), ":1:1: ", "以 `(` 开头的记录", "begins with `(`"),
        ("CSV", "编号,名称\nT01,甲\n".into(), ":1:1: ", "格式有误", "Not well formed"),
        ("a record of nothing", b"()".to_vec(), ":1:2: ", "缺少字段 `schema`", "Field `schema` is missing"),
        (
            "an unknown extension",
            b"#![enable(wings)]\n()".to_vec(),
            ":1:",
            "没有名为 `wings` 的扩展",
            "no extension `wings`",
        ),
        (
            "two documents",
            format!("{FULL}{FULL}").into_bytes(),
            ":172:2: ",
            "情景结束之后还有内容",
            "more after the end",
        ),
        ("head alone", b"#![enable(implicit_some)]\n".to_vec(), ":1:", cut.0, cut.1),
    ]
}

/// Everything that must be refused, written into `folder`.
fn cases(folder: &Folder) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut add = |name: &str, path: PathBuf, place: &str, zh, en| {
        let (name, place) = (name.to_owned(), place.to_owned());
        cases.push(Case { name, path, pack_of: None, place, zh, en });
    };
    let file = |name: &str, bytes: &[u8]| folder.file(&format!("{}.ron", name.replace([' ', '/'], "-")), bytes);
    for (name, of, from, to, zh, en) in CHANGES {
        let (text, spot) = changed(of, from, to);
        add(name, file(name, text.as_bytes()), &format!(":{}:", spot.line), zh, en);
    }
    for (name, bytes, place, zh, en) in whole_files() {
        add(name, file(name, &bytes), place, zh, en);
    }
    let sample = sample_text();
    let cut = ("文件在中途结束", "The file ends in the middle");
    for eighth in 1..8 {
        let end = (sample.len() * eighth / 8..sample.len()).find(|end| sample.is_char_boundary(*end)).unwrap();
        let name = format!("sample cut at {eighth} of 8");
        let lines = sample[..end].trim_end().matches('\n').count() + 1;
        add(&name, file(&name, &sample.as_bytes()[..end]), &format!(":{lines}:"), cut.0, cut.1);
    }
    for (name, word) in [
        ("cut within a field", "administrative_un"),
        ("cut within a value", "status: in_ta"),
        ("cut within a name", "(zh: \"甲"),
    ] {
        let end = FULL.find(word).unwrap() + word.len();
        let lines = FULL[..end].matches('\n').count() + 1;
        add(name, file(name, &FULL.as_bytes()[..end]), &format!(":{lines}:"), cut.0, cut.1);
    }
    for (name, record) in
        [("placement twice", "    (plan: \"A\", project: \"T01\""), ("park twice", "    (id: \"gaoxin\", name:")]
    {
        let at = sample.find(record).unwrap();
        let line = sample[at..].lines().next().unwrap();
        let text = format!("{}{line}\n{}", &sample[..at], &sample[at..]);
        let second = sample[..at].matches('\n').count() + 2;
        add(name, file(name, text.as_bytes()), &format!(":{second}:5: "), "重复", "stands twice");
    }
    let long = FULL.replacen("甲项目", &"长".repeat(201), 1);
    let line = FULL[..FULL.find("甲项目").unwrap()].matches('\n').count() + 1;
    add(
        "name of 201 characters",
        file("long", long.as_bytes()),
        &format!(":{line}:"),
        "名称长 201 个字符",
        "201 characters",
    );

    // What is no file at all has no line; its path is the place.
    let round = folder.path("round.ron");
    std::os::unix::fs::symlink(&round, &round).unwrap();
    let dangling = folder.path("dangling.ron");
    std::os::unix::fs::symlink(folder.path("nowhere"), &dangling).unwrap();
    add("a folder", folder.path(""), ": ", "不是文件", "Not a file");
    add("a device", "/dev/null".into(), ": ", "不是文件", "Not a file");
    add("a missing file", folder.path("missing.ron"), ": ", "文件不存在", "No such file");
    add("a link to nothing", dangling, ": ", "文件不存在", "No such file");
    add("a link to itself", round, ": ", "无法读取", "Cannot be read");
    // The memory of this process is a file that gives out nothing at its beginning.
    add("an unreadable file", "/proc/self/mem".into(), ": ", "无法读取", "Cannot be read");
    add("a file for a folder", folder.file("file", "x").join("inside.ron"), ": ", "不是文件夹", "not a folder");
    add("a name beyond all", folder.path(&"长".repeat(100)), ": ", "文件名过长", "too long");
    add(
        "a pack for a scenario",
        root().join("assets/packs/mianyang-2022.7.ron"),
        ":1:1: ",
        "这是规则包",
        "This is a rule pack",
    );

    let pack = std::fs::read_to_string(root().join("assets/packs/mianyang-2022.7.ron")).unwrap();
    let scenario = sample_path();
    for (name, path, place, zh, en) in [
        (
            "a scenario for a pack",
            scenario.clone(),
            ":1:1: ",
            "这是情景，不是规则包",
            "This is a scenario, not a rule pack",
        ),
        ("a cut pack", folder.file("cut pack.ron", &pack[..3_000]), ":", cut.0, cut.1),
        ("an empty pack", folder.file("empty pack.ron", ""), ":1:1: ", "文件没有内容", "nothing in the file"),
        (
            "a pack of the future",
            folder.file("new pack.ron", pack.replacen("schema: 1", "schema: 3", 1)),
            ":3:11: ",
            "请升级程序",
            "update the program",
        ),
        ("a missing pack", folder.path("missing pack.ron"), ": ", "文件不存在", "No such file"),
    ] {
        let pack_of = Some(scenario.clone());
        cases.push(Case { name: name.to_owned(), path, pack_of, place: place.to_owned(), zh, en });
    }
    cases
}

/// Exit code, standard output and standard error of `parkboard check` on the file of `case`.
fn check(case: &Case, lang: &str) -> (u8, String, String) {
    let mut words: Vec<OsString> = vec!["parkboard".into(), "check".into()];
    match &case.pack_of {
        Some(scenario) => words.extend([scenario.into(), "--pack".into(), case.path.clone().into()]),
        None => words.push(case.path.clone().into()),
    }
    words.extend(["--json".into(), "--lang".into(), lang.into()]);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let Request::Exit(code) = cli::run(words, &mut out, &mut err) else { panic!("{}: a window", case.name) };
    (code, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

/// The sentence of one line of standard error, after the path and its line and column.
fn sentence<'a>(path: &Path, line: &'a str) -> &'a str {
    let place = line.strip_prefix(path.to_str().unwrap()).unwrap_or_else(|| panic!("{line}"));
    let (place, sentence) = place.split_once(": ").unwrap_or_else(|| panic!("{line}"));
    let numbers: Vec<&str> = place.split(':').skip(1).collect();
    assert!(matches!(numbers.len(), 0 | 2), "{line}");
    assert!(numbers.iter().all(|it| it.parse::<usize>().is_ok_and(|it| it >= 1)), "{line}");
    sentence
}

/// What is amiss in how `check` speaks of `case`; empty when all is as it should be.
fn amiss(case: &Case) -> Vec<String> {
    let mut amiss = Vec::new();
    let mut must = |is_so: bool, what: String| {
        if !is_so {
            amiss.push(format!("{}: {what}", case.name));
        }
    };
    for (lang, piece, sign) in [("zh", case.zh, '；'), ("en", case.en, ';')] {
        let (code, out, err) = check(case, lang);
        must((code, out.as_str()) == (2, ""), format!("exit code {code}"));
        let place = format!("{}{}", case.path.display(), case.place);
        must(err.starts_with(&place), format!("not at {place}: {err:.300}"));
        must(err.ends_with('\n'), "no whole line".into());
        must(err.lines().next().is_some_and(|first| first.contains(piece)), format!("no {piece:?} in {err}"));
        for line in err.lines() {
            let told = sentence(&case.path, line);
            let cure = told.split_once(sign).map_or("", |(_, cure)| cure);
            must(cure.chars().count() >= 3, format!("no cure in {told}"));
            must(told.chars().count() < 1_500, format!("{} characters", told.chars().count()));
            must(lang == "en" || !has_english(told), format!("English in {told}"));
        }
    }
    amiss
}

#[test]
fn every_hostile_file_is_refused_with_its_place_and_a_cure_in_both_languages() {
    let folder = Folder::new();
    let cases = cases(&folder);
    let names: BTreeSet<&str> = cases.iter().map(|case| case.name.as_str()).collect();
    assert_eq!(names.len(), cases.len(), "each case has its own name");
    let read = |case: &Case| {
        std::fs::File::open(&case.path).and_then(|file| {
            let mut bytes = Vec::new();
            file.take(1_000_000).read_to_end(&mut bytes).map(|_| (bytes, case.pack_of.is_some()))
        })
    };
    let different: BTreeSet<_> = cases.iter().filter_map(|case| read(case).ok()).collect();
    assert!(different.len() >= 60 && cases.len() >= 60, "{} of {}", different.len(), cases.len());
    let amiss: Vec<String> = cases.iter().flat_map(amiss).collect();
    assert!(amiss.is_empty(), "{} of {} cases: {amiss:#?}", amiss.len(), cases.len());
}
