//! What is wrong with a file: cause first, then the cure; the place stands before it.

mod workbook;

use std::io::ErrorKind;

use super::figure;
use crate::{
    io::problem::{Cause, FileProblem, MapFault},
    model::{
        assume::AssumptionError,
        check::Wrong,
        id::LONGEST_ID,
        quantity::QuantityError,
        text::{Text, is_misleading},
    },
};

/// What `problem` says, without its place.
pub fn sentence(problem: &FileProblem) -> Text {
    match &problem.cause {
        Cause::Unreadable(kind) => unreadable(*kind),
        Cause::NotAFile(ending) => {
            Text::new(format!("不是文件；请选择一个 {ending} 文件"), format!("Not a file; choose a {ending} file"))
        }
        Cause::TooLarge(bytes, limit) => Text::new(
            format!("文件 {} MB，超过上限 {} MB；请确认选对了文件，或拆成几个文件", bytes >> 20, limit >> 20),
            format!(
                "{} MB, more than the limit of {} MB; check that it is the right file, or split it",
                bytes >> 20,
                limit >> 20
            ),
        ),
        Cause::NotUtf8 => {
            Text::new("此处不是 UTF-8 文字；请另存为 UTF-8 编码", "Not UTF-8 text from here on; save the file in UTF-8")
        }
        Cause::NotText => Text::new(
            "不是文字文件（含零字节）；请选择 .ron 文件，UTF-16 文字请另存为 UTF-8 编码",
            "Not a text file (zero bytes); choose a .ron file, and save UTF-16 text in UTF-8",
        ),
        Cause::Empty => Text::new(
            "文件没有内容；请选择另一个文件，或从备份恢复",
            "There is nothing in the file; choose another one, or restore a whole copy",
        ),
        Cause::CutOff => Text::new(
            "文件在中途结束：后文、右括号或引号缺失；请恢复完整的副本",
            "The file ends in the middle: the rest, or a closing bracket or quote, is missing; restore a whole copy",
        ),
        Cause::PackForScenario => Text::new(
            "这是规则包，不是情景；请打开情景文件，规则包用 check FILE --pack 指定",
            "This is a rule pack, not a scenario; open a scenario, and give the pack as check FILE --pack",
        ),
        Cause::ScenarioForPack => Text::new(
            "这是情景，不是规则包；请指定规则包文件（assets/packs 中有范例）",
            "This is a scenario, not a rule pack; give a file with a pack only (assets/packs has one)",
        ),
        Cause::NoDay(written) => {
            let written = piece(written);
            Text::new(
                format!("“{written}”不是日期；请按 2022-07-08 的写法填写存在的一天"),
                format!("\"{written}\" is no day; write one that exists as 2022-07-08"),
            )
        }
        Cause::NoId(written) => {
            let written = piece(written);
            Text::new(
                format!("“{written}”不能作为编号；请用 1 至 {LONGEST_ID} 字节的文字、数字、-、_、. 或 /"),
                format!("\"{written}\" cannot be an id; use 1 to {LONGEST_ID} bytes of letters, digits, -, _, . or /"),
            )
        }
        Cause::Syntax(error) => syntax(error),
        Cause::Quantity(error) => quantity(error),
        Cause::Wrong(wrong) => wrong_sentence(wrong),
        Cause::NoColumn(column) => Text::new(
            format!("缺少列 {column}；第一行须为列名"),
            format!("There is no column {column}; the first line names the columns"),
        ),
        Cause::Cell { column, value } => {
            let value = piece(value);
            Text::new(
                format!("{column} 列的 \"{value}\" 不能用作数值；只写数字，不小于 0，没有则留空"),
                format!("\"{value}\" in column {column} is no figure; write digits, 0 or more, or leave it empty"),
            )
        }
        Cause::NoSuch { column, id, known } => no_such_record(column, &piece(id), known),
        Cause::RepeatedRow(id, line) => Text::new(
            format!("编号 {id} 已在第 {line} 行；请改编号或删去一行"),
            format!("The id {id} stands in line {line} already; change the id or remove one line"),
        ),
        Cause::NoRows => Text::new(
            "列名之下没有任何一行；请每行填写一个项目",
            "There is no row under the names of the columns; write a project a line",
        ),
        Cause::Cells(cells, head) => Text::new(
            format!("这一行有 {cells} 格，列名有 {head} 个；检查 CSV 的引号与逗号"),
            format!("This line has {cells} cells, the head has {head}; look at the quotes and commas of the CSV"),
        ),
        Cause::Row(words) => Text::new(
            format!("这一行不是规范的 CSV（{words}）；检查引号与列数"),
            format!("This line is not proper CSV ({words}); look at its quotes and number of cells"),
        ),
        Cause::Map(fault) => map(fault),
        Cause::Workbook(fault) => workbook::fault(fault),
        Cause::Unwritable(kind) => unwritable(*kind),
        Cause::Unfaithful => Text::new(
            "写出的内容读回不一致，未替换任何文件；请反馈",
            "What would be written does not read back the same, and nothing was replaced; please report this",
        ),
        Cause::Unconfirmed => Text::new(
            "内容已写入，但磁盘尚未确认；请再存一份",
            "The content is in place, but the disk has not confirmed it; save a copy elsewhere",
        ),
    }
}

/// A map is larger than what is read.
fn too_much(zh: &str, en: &str, most: usize) -> Text {
    let most = figure::whole(i64::try_from(most).unwrap_or(i64::MAX));
    Text::new(
        format!("{zh}超过 {most} 个；请先在地图软件中简化，或只截取本市"),
        format!("More than {most} {en}; simplify the map first, or cut the city out of it"),
    )
}

/// Why a map cannot be used, with where to get one that can.
fn map(fault: &MapFault) -> Text {
    match fault {
        MapFault::NoJson(words) => Text::new(
            "此处不是规范的 JSON；请从地图软件重新导出 GeoJSON",
            format!("Not proper JSON here ({}); export the map as GeoJSON once more", piece(words)),
        ),
        MapFault::TooDeep => Text::new(
            "括号嵌套过深；请从地图软件重新导出 GeoJSON",
            "Brackets are nested too deeply; export the map as GeoJSON once more",
        ),
        MapFault::NoGeoJson(words) => Text::new(
            "是 JSON，但不是 GeoJSON；请导出为 GeoJSON 的 FeatureCollection，TopoJSON 须先转换",
            format!(
                "JSON, but not GeoJSON ({}); export a FeatureCollection, and convert TopoJSON before",
                piece(words)
            ),
        ),
        MapFault::NoAreas(others) => Text::new(
            format!("没有一个面（其他图形 {others} 个）；请选择含 Polygon 或 MultiPolygon 的边界文件"),
            format!("There is no area in it ({others} other shapes); choose a file with a Polygon or MultiPolygon"),
        ),
        MapFault::TooManyObjects(most) => too_much("JSON 对象", "objects", *most),
        MapFault::TooManyCorners(most) => too_much("边界点", "corners", *most),
        MapFault::NoDegrees { feature, name, corner: (lon, lat), is_exchanged } => {
            let (lon, lat) = (piece(lon), piece(lat));
            let (zh, en) = if name.zh.is_empty() {
                (format!("第 {feature} 个要素"), format!("feature {feature}"))
            } else {
                (format!("第 {feature} 个要素「{}」", name.zh), format!("feature {feature}, \"{}\"", name.english()))
            };
            if *is_exchanged {
                Text::new(
                    format!("纬度 {lat} 超出 -90 至 90，疑与经度 {lon} 颠倒（{zh}）；请按先经度、后纬度重新导出"),
                    format!(
                        "Latitude {lat} is beyond 90, it seems exchanged with longitude {lon} ({en}); \
                         export the map with longitude first"
                    ),
                )
            } else {
                Text::new(
                    format!("坐标 ({lon}, {lat}) 不是经纬度（{zh}）；请以 WGS 84 经纬度（EPSG:4326）重新导出"),
                    format!(
                        "({lon}, {lat}) is no longitude and latitude ({en}); export the map in degrees, \
                         WGS 84 (EPSG:4326)"
                    ),
                )
            }
        }
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the system knows more kinds than can be told apart")]
fn unreadable(kind: ErrorKind) -> Text {
    match kind {
        ErrorKind::NotFound => Text::new("文件不存在；请检查路径", "No such file; check the path"),
        ErrorKind::PermissionDenied => Text::new(
            "没有读取权限；请修改权限，或复制到可读的位置",
            "No permission to read it; change its permissions, or copy it to where you may read",
        ),
        ErrorKind::NotADirectory => Text::new(
            "路径中有一段不是文件夹；请检查路径",
            "A part of the path is a file, not a folder; check the path",
        ),
        ErrorKind::InvalidFilename => {
            Text::new("文件名过长或无效；请检查路径", "The name is too long or not valid; check the path")
        }
        other => Text::new(
            format!("系统无法读取（{other:?}）；请检查磁盘与路径，或换一个副本"),
            format!("Cannot be read ({other}); check the disk and the path, or use another copy"),
        ),
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the system knows more kinds than can be told apart")]
fn unwritable(kind: ErrorKind) -> Text {
    match kind {
        ErrorKind::NotFound => Text::new("文件夹不存在；请另选位置", "The folder does not exist; choose another place"),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            Text::new("没有写入权限；请另选位置", "No permission to write there; choose another place")
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Text::new(
            "磁盘已满，原文件未动；请另选位置",
            "The disk is full, the old file is untouched; choose another place",
        ),
        other => Text::new(
            format!("无法写入（{other:?}），原文件未动；请另选位置"),
            format!("Cannot be written ({other}), the old file is untouched; choose another place"),
        ),
    }
}

/// Why a text is no quantity, with how to write it.
pub fn quantity(error: &QuantityError) -> Text {
    match error {
        QuantityError::NotFinite(figure) => {
            let figure = piece(figure);
            Text::new(
                format!("{figure} 不是数值；请填写有限的数字"),
                format!("{figure} is not a number; write a finite one"),
            )
        }
        QuantityError::Overflow(figure) => {
            let figure = piece(figure);
            Text::new(
                format!("{figure} 超出数值范围；请检查数字与单位"),
                format!("{figure} is out of the range of numbers; check the figure and its unit"),
            )
        }
        QuantityError::Negative(figure) => {
            let figure = piece(figure);
            Text::new(format!("{figure} 为负数；此处应为零或正数"), format!("{figure} is negative; write zero or more"))
        }
        QuantityError::Decimals(figure, decimals) => {
            let figure = piece(figure);
            Text::new(
                format!("{figure} 小数位过多；最多 {decimals} 位"),
                format!("{figure} has too many decimals; at most {decimals}"),
            )
        }
        QuantityError::Absurd(figure, largest) => {
            let (figure, largest) = (piece(figure), figure::whole(*largest));
            Text::new(
                format!("{figure} 过大（上限 {largest}）；请检查单位"),
                format!("{figure} is too large (limit {largest}); check the unit"),
            )
        }
    }
}

/// Longest piece of a file that is shown, in characters.
const LONGEST_PIECE: usize = 80;

/// A piece of a file, short enough for a sentence and without characters that would change how it reads.
fn piece(text: &str) -> String {
    let show = |c: char| {
        if is_misleading(c) { c.escape_unicode().to_string() } else { c.to_string() }
    };
    let shown: String = text.chars().take(LONGEST_PIECE).map(show).collect();
    if text.chars().nth(LONGEST_PIECE).is_some() { shown + "…" } else { shown }
}

fn choices(expected: &[&str]) -> String {
    expected.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// A text that is not well formed: the cause, with a cure.
fn malformed(zh: impl std::fmt::Display, en: impl std::fmt::Display) -> Text {
    Text::new(format!("格式有误：{zh}；请改正此处"), format!("Not well formed: {en}; correct this place"))
}

/// Where RON stopped. The errors that name a field, a value or a type come first; the others are about single signs.
#[expect(clippy::wildcard_enum_match_arm, reason = "the rest is told apart in the next function")]
fn syntax(error: &ron::Error) -> Text {
    use ron::Error as E;
    match error {
        E::NoSuchStructField { expected, found, .. } => {
            let found = piece(found);
            Text::new(
                format!("没有名为 `{found}` 的字段；可用：{}", choices(expected)),
                format!("There is no field `{found}`; use one of {}", choices(expected)),
            )
        }
        E::MissingStructField { field, .. } => {
            Text::new(format!("缺少字段 `{field}`；请补上"), format!("Field `{field}` is missing; add it"))
        }
        E::DuplicateStructField { field, .. } => Text::new(
            format!("字段 `{field}` 出现两次；请删去一个"),
            format!("Field `{field}` stands twice; remove one"),
        ),
        E::NoSuchEnumVariant { expected, found, .. } => {
            let found = piece(found);
            Text::new(
                format!("没有 `{found}` 这一取值；可用：{}", choices(expected)),
                format!("There is no value `{found}`; use one of {}", choices(expected)),
            )
        }
        E::InvalidValueForType { expected, found } => Text::new(
            format!("类型不符：应为{}，实为{}；请改正", type_zh(expected), type_zh(found)),
            format!("Wrong type: expected {}, found {}; correct it", piece(expected), piece(found)),
        ),
        E::ExpectedDifferentLength { expected, found } => Text::new(
            format!("项数不符：此处有 {found} 项，应为{}；请增减", type_zh(expected)),
            format!("Wrong length: {found} entries, expected {}; add or remove some", piece(expected)),
        ),
        E::ExceededRecursionLimit => Text::new(
            "括号嵌套过深；请删去多余的括号，或恢复完整的副本",
            "Brackets are nested too deeply; remove those too many, or restore a whole copy",
        ),
        E::NoSuchExtension(name) => {
            let name = piece(name);
            malformed(
                format!("没有名为 `{name}` 的扩展，首行应为 `#![enable(implicit_some)]`"),
                format!("there is no extension `{name}`, the first line is `#![enable(implicit_some)]`"),
            )
        }
        E::TrailingCharacters => Text::new(
            "情景结束之后还有内容；请删去末尾多余的部分",
            "There is more after the end of the document; remove what follows",
        ),
        E::IntegerOutOfBounds => {
            Text::new("整数超出范围；请检查数字", "The whole number is out of range; check the figure")
        }
        E::Message(text) => malformed("此处的值不合要求", piece(text)),
        sign => sign_error(sign),
    }
}

/// What is wrong with a single sign or the kind of a value.
#[expect(clippy::wildcard_enum_match_arm, reason = "the reader may learn new errors; those known are told apart")]
fn sign_error(error: &ron::Error) -> Text {
    use ron::Error as E;
    match error {
        E::Eof => malformed("内容在此中断", "it breaks off here"),
        E::ExpectedArray => malformed("应为以 `[` 开头的列表", "a list that begins with `[` is expected"),
        E::ExpectedArrayEnd => {
            malformed("列表应以 `]` 结束，或缺少逗号", "the list ends with `]`, or a comma is missing")
        }
        E::ExpectedMap => malformed("应为以 `{` 开头的映射", "a map that begins with `{` is expected"),
        E::ExpectedMapColon => malformed("字段名之后缺少冒号", "a colon is missing after the field"),
        E::ExpectedMapEnd => malformed("映射应以 `}` 结束，或缺少逗号", "the map ends with `}`, or a comma is missing"),
        E::ExpectedStructLike | E::ExpectedNamedStructLike(_) => {
            malformed("应为以 `(` 开头的记录", "a record that begins with `(` is expected")
        }
        E::ExpectedStructLikeEnd | E::ExpectedOptionEnd => {
            malformed("记录应以 `)` 结束，或缺少逗号", "the record ends with `)`, or a comma is missing")
        }
        E::ExpectedAttribute | E::ExpectedAttributeEnd => {
            malformed("首行应为 `#![enable(implicit_some)]`", "the first line is `#![enable(implicit_some)]`")
        }
        E::ExpectedBoolean => malformed("应为 `true` 或 `false`", "`true` or `false` is expected"),
        E::ExpectedComma => malformed("缺少逗号", "a comma is missing"),
        E::ExpectedChar | E::ExpectedByteLiteral => malformed("应为单个字符", "a single character is expected"),
        E::ExpectedFloat => malformed("应为数值", "a number is expected"),
        E::ExpectedInteger => malformed("应为整数", "a whole number is expected"),
        E::FloatUnderscore | E::UnderscoreAtBeginning => {
            malformed("数字中不能有下划线", "an underscore cannot stand here in a number")
        }
        E::ExpectedOption => malformed("应为可以留空的值", "a value that may be absent is expected"),
        E::ExpectedUnit => malformed("应为空值 `()`", "an empty value `()` is expected"),
        E::ExpectedString | E::ExpectedByteString => malformed("应为引号中的文字", "a text in quotes is expected"),
        E::ExpectedStringEnd => malformed("引号未闭合", "the quote is not closed"),
        E::ExpectedIdentifier | E::InvalidIdentifier(_) | E::SuggestRawIdentifier(_) => {
            malformed("应为字段名或取值名", "the name of a field or value is expected")
        }
        E::ExpectedDifferentStructName { .. } | E::ExpectedStructName(_) => {
            malformed("记录前的名称不对", "the name before the record is not the right one")
        }
        E::InvalidEscape(_) => malformed("反斜杠后的转义写法无效", "the escape after the backslash is not valid"),
        E::InvalidIntegerDigit { digit, .. } => malformed(
            format!("整数中不能有“{}”", piece(&digit.to_string())),
            format!("\"{}\" cannot stand in a whole number", piece(&digit.to_string())),
        ),
        E::UnclosedBlockComment | E::UnclosedLineComment => malformed("注释未闭合", "the comment is not closed"),
        E::UnexpectedChar(c) => malformed(
            format!("此处不应有“{}”", piece(&c.to_string())),
            format!("\"{}\" cannot stand here", piece(&c.to_string())),
        ),
        E::Utf8Error(_) => malformed("此处不是 UTF-8 文字", "it is not UTF-8 text here"),
        E::ExpectedRawValue | E::ExpectedRangeSyntax | E::Fmt | E::Io(_) => {
            malformed("此处无法读取", "it cannot be read here")
        }
        other => malformed("此处无法读取", piece(&other.to_string())),
    }
}

/// Words by which the reader names types, and what they are in Chinese; the first that a text begins with counts.
const TYPES: &[(&str, &str)] = &[
    ("a number", "数值"),
    ("an id", "编号"),
    ("a date", "日期"),
    ("a string", "引号中的文字"),
    ("the string ", "文字 "),
    ("the boolean ", "布尔值 "),
    ("a boolean", "`true` 或 `false`"),
    ("the unsigned integer ", "整数 "),
    ("the signed integer ", "整数 "),
    ("the floating point number ", "数值 "),
    ("the UTF-8 character ", "字符 "),
    ("a unit value", "空值"),
    ("an optional value", "可以留空的值"),
    ("a sequence", "列表"),
    ("a map", "映射"),
    ("a tuple", "一组值"),
    ("tuple", "一组值"),
    ("struct", "记录"),
    ("enum", "取值名"),
    ("a struct", "记录"),
    ("an enum", "取值名"),
    ("a newtype", "带括号的值"),
    ("an 8-bit", "整数"),
    ("an 16-bit", "整数"),
    ("an 32-bit", "整数"),
    ("u8", "整数"),
    ("u16", "整数"),
    ("u32", "整数"),
    ("i16", "整数"),
    ("a 64-bit", "数值"),
];

/// The name of a type in Chinese; of a value that is named with its type, the value as well.
fn type_zh(text: &str) -> String {
    match TYPES.iter().find(|(en, _)| text.starts_with(en)) {
        Some((en, zh)) if en.ends_with(' ') => {
            format!("{zh}{}", piece(text.get(en.len()..).unwrap_or("")))
        }
        Some((_, zh)) => (*zh).to_owned(),
        None => "另一种值".to_owned(),
    }
}

/// Most ids of a scenario that are listed.
const MOST_LISTED: usize = 40;

/// What there is of a kind, for who asked for something else: the first 40 ids.
fn listed<'a>(ids: impl ExactSizeIterator<Item = &'a str>) -> String {
    let more = if ids.len() > MOST_LISTED { ", …" } else { "" };
    ids.take(MOST_LISTED).collect::<Vec<_>>().join(", ") + more
}

/// A cell names a record that the scenario does not have; those that there are.
fn no_such_record(column: &str, id: &str, known: &[String]) -> Text {
    let listed = listed(known.iter().map(String::as_str));
    let (zh, en) = match column {
        "park_id" => ("园区", "park"),
        _ => ("细分行业", "sub-sector"),
    };
    Text::new(
        format!("{column} 列：情景中没有{zh} \"{id}\"；可用：{listed}"),
        format!("Column {column}: the scenario has no {en} \"{id}\"; use one of {listed}"),
    )
}

/// There is nothing of this kind and name; those that there are.
pub fn no_such(zh: &str, en: &str, name: &str, known: &[&str]) -> Text {
    if known.is_empty() {
        return Text::new(
            format!("没有名为 {name} 的{zh}；文件里一个也没有，请换一个文件"),
            format!("There is no {en} {name}; the file has none at all, use another file"),
        );
    }
    let known = listed(known.iter().copied());
    Text::new(format!("没有名为 {name} 的{zh}；可用：{known}"), format!("There is no {en} {name}; use one of {known}"))
}

/// The two ends of a scale are one: the value, the name of the other end.
fn no_scale(value: &str, other: &str) -> Text {
    Text::new(
        format!("{value} 与标尺另一端 `{other}` 相同，无法换算得分；请使两端不同"),
        format!("{value} is where the other end of the scale, `{other}`, stands; set the two ends apart"),
    )
}

/// A ring of an outline has fewer than three corners.
fn few_corners(corners: usize) -> Text {
    Text::new(
        format!("轮廓的一环只有 {corners} 个点；至少填写 3 个，或删去这一环"),
        format!("A ring of the outline has {corners} corners; write at least 3, or remove the ring"),
    )
}

/// A ring of an outline ends with its first corner.
fn closed_ring() -> Text {
    Text::new(
        "轮廓的一环以首点结尾，首尾本已相连；请删去末点",
        "A ring of the outline ends with its first corner, to which it is joined anyway; remove the last one",
    )
}

fn windows(from: u16, to: u16) -> Text {
    Text::new(
        format!("第 {from} 至 {to} 年倒置或与前段重叠；请按先后分段填写"),
        format!("Years {from} to {to} run backwards or overlap those before; write windows one after the other"),
    )
}

fn newer_schema(version: u32, newest: u32) -> Text {
    Text::new(
        format!("由更新版本的程序保存（格式 {version}，本程序支持到 {newest}）；请升级程序"),
        format!("Made by a newer Parkboard (form {version}, this one reads up to {newest}); update the program"),
    )
}

fn no_place() -> Text {
    Text::new(
        "经纬度 (0, 0) 在海上；请填写实际位置，或删去 place",
        "Longitude and latitude 0 are in the open sea; write the place, or remove the field",
    )
}

/// What makes no sense, with what to do.
pub fn wrong_sentence(wrong: &Wrong) -> Text {
    match wrong {
        Wrong::NewerSchema(version, newest) => newer_schema(*version, *newest),
        Wrong::OldSchema(version) => Text::new(
            format!("格式版本 {version} 不存在；请改为 1"),
            format!("There is no form version {version}; write 1"),
        ),
        Wrong::Duplicate(key) => Text::new(
            format!("{key} 重复；请改编号或删去一条"),
            format!("{key} stands twice; change the id or remove one"),
        ),
        Wrong::Dangling(table, id) => Text::new(
            format!("`{table}` 中没有 {id}；请改正编号或补上该记录"),
            format!("There is no {id} in `{table}`; correct the id or add the record"),
        ),
        Wrong::EmptyName => Text::new("名称为空；请填写中文名称", "The name is empty; write a Chinese name"),
        Wrong::Misleading(c) => Text::new(
            format!("含不可见字符 U+{:04X}；请删去", u32::from(*c)),
            format!("It holds an invisible character U+{:04X}; remove it", u32::from(*c)),
        ),
        Wrong::TooLong(length, longest) => Text::new(
            format!("名称长 {length} 个字符，上限 {longest}；请缩短"),
            format!("The name has {length} characters, at most {longest}; shorten it"),
        ),
        Wrong::NoOrigins(table) => Text::new(
            format!("“{}”不是可注明来源的表；请写 parks、projects 等表名", piece(table)),
            format!("\"{}\" is no table whose records state their origin; write parks, projects …", piece(table)),
        ),
        Wrong::NoField(table, field) => Text::new(
            format!("`{table}` 的记录没有字段“{}”；请改正字段名", piece(field)),
            format!("The records of `{table}` have no field \"{}\"; correct it", piece(field)),
        ),
        Wrong::SelfLink(industry) => Text::new(
            format!("{industry} 不能是自己的上游；请改正上下游，或删去此条"),
            format!("{industry} cannot supply itself; correct the link or remove it"),
        ),
        Wrong::SelfPair(project) => Text::new(
            format!("一对项目两次都是 {project}；请改正其中一个"),
            format!("Both projects of the pair are {project}; correct one of them"),
        ),
        Wrong::NoCriterion(id, known) => no_such("准则", "criterion", id, known),
        Wrong::NoGroup(id, known) => no_such("准则组", "group of criteria", id, known),
        Wrong::NoAnchor(name, known) => no_such("定点", "fixed point", name, known),
        Wrong::NoScale(value, other) => no_scale(value, other),
        Wrong::SelfComparison(group) => Text::new(
            format!("{group} 与自身比较；请改正其中一个"),
            format!("{group} is compared with itself; correct one of them"),
        ),
        Wrong::NoPlace => no_place(),
        Wrong::FewCorners(corners) => few_corners(*corners),
        Wrong::ClosedRing => closed_ring(),
        Wrong::Exchanged(lon, lat) => Text::new(
            format!("纬度 {lat} 超出 -90 至 90，疑与经度 {lon} 颠倒；请对调 lon 与 lat"),
            format!("Latitude {lat} is beyond 90, it seems exchanged with longitude {lon}; exchange lon and lat"),
        ),
        Wrong::Windows(from, to) => windows(*from, *to),
        Wrong::EmptyList => Text::new("列表为空；至少填写一项", "The list is empty; write at least one entry"),
        Wrong::Repeated(entry) => Text::new(
            format!("{entry} 在列表中重复；请删去一个"),
            format!("{entry} stands twice in the list; remove one"),
        ),
        Wrong::TwoRoles(industry, position) => Text::new(
            format!("{industry} 在同一园区兼有两种类别（另见 {position}）；请只留一种"),
            format!("{industry} has both roles in one park (see {position}); keep one"),
        ),
        Wrong::RepeatedSeq(seq) => Text::new(
            format!("布局顺序 {seq} 在方案内重复；请改为不同的数"),
            format!("Order {seq} stands twice in the plan; use another number"),
        ),
        Wrong::OutOfRange(number, least, most) => Text::new(
            format!("{number} 超出范围；应在 {least} 到 {most} 之间"),
            format!("{number} is out of range; write {least} to {most}"),
        ),
        Wrong::EndsBeforeStart(from, to) => Text::new(
            format!("起始日 {from} 晚于截止日 {to}；请改正其中一个"),
            format!("It starts on {from}, after its end on {to}; correct one of them"),
        ),
        Wrong::YearsTurned(from, to) => Text::new(
            format!("首年 {from} 晚于末年 {to}；请改正其中一个"),
            format!("It starts in {from}, after its end in {to}; correct one of them"),
        ),
        Wrong::LeastAboveMost(least, most) => Text::new(
            format!("下限 {least} 高于上限 {most}；请改正其中一个"),
            format!("The least, {least}, lies above the most, {most}; correct one of them"),
        ),
        Wrong::EmptyText => Text::new("内容为空；请填写", "It is empty; write it"),
        Wrong::NotWaivable(rule) => Text::new(
            format!("规则 {rule} 为否决项，不能豁免；请删去此豁免"),
            format!("Rule {rule} is a block and cannot be waived; remove the waiver"),
        ),
        Wrong::Assumption(error) => assumption(error),
        Wrong::Phases => Text::new(
            "分期无效；各期须有用地，后期从第 2 期编号",
            "The phases do not add up; give each its land, and number later ones from 2",
        ),
        Wrong::OddYear(year) => Text::new(
            format!("年份 {year} 不合理；应在 1980 至 2100 之间"),
            format!("The year {year} cannot be meant; write 1980 to 2100"),
        ),
    }
}

/// Why an assumption cannot be made, with what to do.
pub fn assumption(error: &AssumptionError) -> Text {
    match error {
        AssumptionError::Path(path) => Text::new(
            format!("“{}”不是可假定的字段；请写作 parks/编号/字段 或 projects/编号/字段", piece(path)),
            format!("\"{}\" is no datum to assume; write parks/ID/FIELD or projects/ID/FIELD", piece(path)),
        ),
        AssumptionError::NoRecord(table, id) => {
            Text::new(format!("没有 {table}/{id}；请核对编号"), format!("There is no {table}/{id}; check the id"))
        }
        AssumptionError::NoField(field) => Text::new(
            format!("字段“{}”不能假定；请换一个字段", piece(field)),
            format!("The field \"{}\" cannot be assumed; choose another", piece(field)),
        ),
        AssumptionError::Value { field, value, cause } => Text::new(
            format!("“{}”不能作为 {field} 的值；请按文件写法填写", piece(value)),
            format!("\"{}\" is no value of {field}; write it as in a file ({})", piece(value), piece(cause)),
        ),
    }
}
