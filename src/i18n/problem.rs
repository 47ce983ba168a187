//! What is wrong with a file: cause first, then the cure; the place stands before it.

use std::io::ErrorKind;

use super::figure;
use crate::{
    io::problem::{Cause, FileProblem},
    model::{
        assume::AssumptionError,
        check::Wrong,
        quantity::QuantityError,
        text::{Text, is_misleading},
    },
};

/// What `problem` says, without its place.
pub fn sentence(problem: &FileProblem) -> Text {
    match &problem.cause {
        Cause::Unreadable(kind) => unreadable(*kind),
        Cause::NotAFile => Text::new("不是文件；请选择一个 .ron 文件", "Not a file; choose a .ron file"),
        Cause::TooLarge(bytes, limit) => Text::new(
            format!("文件 {} MB，超过上限 {} MB", bytes >> 20, limit >> 20),
            format!("{} MB, more than the limit of {} MB", bytes >> 20, limit >> 20),
        ),
        Cause::NotUtf8 => {
            Text::new("此处不是 UTF-8 文字；请另存为 UTF-8 编码", "Not UTF-8 text from here on; save the file in UTF-8")
        }
        Cause::Syntax(error) => syntax(error),
        Cause::Quantity(error) => quantity(error),
        Cause::Wrong(wrong) => wrong_sentence(wrong),
        Cause::Unwritable(kind) => unwritable(*kind),
        Cause::Unfaithful => Text::new(
            "写出的内容读回不一致，未替换任何文件；请另存并反馈",
            "What would be written does not read back the same; nothing was replaced. Please report this",
        ),
        Cause::Unconfirmed => Text::new(
            "内容已写入，但磁盘尚未确认；请再存一份",
            "The content is in place, but the disk has not confirmed it; save a copy elsewhere",
        ),
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the system knows more kinds than can be told apart")]
fn unreadable(kind: ErrorKind) -> Text {
    match kind {
        ErrorKind::NotFound => Text::new("文件不存在；请检查路径", "No such file; check the path"),
        ErrorKind::PermissionDenied => Text::new("没有读取权限", "No permission to read it"),
        other => Text::new(format!("无法读取（{other}）"), format!("Cannot be read ({other})")),
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
            format!("无法写入（{other}），原文件未动；请另选位置"),
            format!("Cannot be written ({other}), the old file is untouched; choose another place"),
        ),
    }
}

/// Why a text is no quantity, with how to write it.
pub fn quantity(error: &QuantityError) -> Text {
    match error {
        QuantityError::NotFinite(figure) => Text::new(
            format!("{figure} 不是数值；请填写有限的数字"),
            format!("{figure} is not a number; write a finite one"),
        ),
        QuantityError::Negative(figure) => {
            Text::new(format!("{figure} 为负数；此处应为零或正数"), format!("{figure} is negative; write zero or more"))
        }
        QuantityError::Decimals(figure, decimals) => Text::new(
            format!("{figure} 小数位过多；最多 {decimals} 位"),
            format!("{figure} has too many decimals; at most {decimals}"),
        ),
        QuantityError::Absurd(figure, largest) => {
            let largest = figure::whole(*largest);
            Text::new(
                format!("{figure} 过大（上限 {largest}）；请检查单位"),
                format!("{figure} is too large (limit {largest}); check the unit"),
            )
        }
    }
}

/// Longest piece of a file that is shown, in characters.
const LONGEST_PIECE: usize = 160;

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

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the reader has many errors; those that a person can act on are told apart"
)]
fn syntax(error: &ron::Error) -> Text {
    use ron::Error as E;
    match error {
        E::Eof
        | E::ExpectedStringEnd
        | E::ExpectedArrayEnd
        | E::ExpectedStructLikeEnd
        | E::UnclosedBlockComment
        | E::ExpectedMapEnd => Text::new(
            "文件在此处不完整：缺少右括号或引号；请从备份恢复",
            "The file ends or breaks off here: a closing bracket or quote is missing; restore a whole copy",
        ),
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
        E::InvalidValueForType { expected, found } => {
            let found = piece(found);
            Text::new(
                format!("类型不符：应为 {expected}，实为 {found}"),
                format!("Wrong type: expected {expected}, found {found}"),
            )
        }
        E::ExceededRecursionLimit => Text::new("括号嵌套过深", "Brackets are nested too deeply"),
        other => {
            let other = piece(&other.to_string());
            Text::new(format!("格式有误：{other}"), format!("Not well formed: {other}"))
        }
    }
}

fn wrong_sentence(wrong: &Wrong) -> Text {
    match wrong {
        Wrong::NewerSchema(version, newest) => Text::new(
            format!("由更新版本的程序保存（格式 {version}，本程序支持到 {newest}）；请升级程序"),
            format!("Made by a newer Parkboard (form {version}, this one reads up to {newest}); update the program"),
        ),
        Wrong::OldSchema(version) => {
            Text::new(format!("格式版本 {version} 不存在"), format!("There is no form version {version}"))
        }
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
            format!("名称含不可见字符 U+{:04X}；请删去", u32::from(*c)),
            format!("The name holds an invisible character U+{:04X}; remove it", u32::from(*c)),
        ),
        Wrong::EmptyList => Text::new("列表为空；至少填写一项", "The list is empty; write at least one entry"),
        Wrong::Repeated(entry) => Text::new(
            format!("{entry} 在列表中重复；请删去一个"),
            format!("{entry} stands twice in the list; remove one"),
        ),
        Wrong::TwoRoles(industry, position) => Text::new(
            format!("{industry} 在同一园区兼有两种角色（另见 {position}）；请只留一种"),
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
        Wrong::EndsBeforeStart(from, to) => {
            Text::new(format!("起始日 {from} 晚于截止日 {to}"), format!("It starts on {from}, after its end on {to}"))
        }
        Wrong::EmptyText => Text::new("内容为空；请填写", "It is empty; write it"),
        Wrong::NotWaivable(rule) => Text::new(
            format!("规则 {rule} 为否决项，不能豁免；请删去此豁免"),
            format!("Rule {rule} is a block and cannot be waived; remove the waiver"),
        ),
        Wrong::Assumption(error) => assumption(error),
        Wrong::Phases => Text::new(
            "分期无效：各期须有用地，后期从第 2 期编号",
            "Phases need land each, and later ones are numbered from 2",
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
            format!("“{path}”不是 parks/编号/字段 或 projects/编号/字段"),
            format!("“{path}” is not parks/ID/FIELD or projects/ID/FIELD"),
        ),
        AssumptionError::NoRecord(table, id) => {
            Text::new(format!("没有 {table}/{id}；请核对编号"), format!("There is no {table}/{id}; check the id"))
        }
        AssumptionError::NoField(field) => Text::new(
            format!("字段“{field}”不能假定；请换一个字段"),
            format!("The field “{field}” cannot be assumed; choose another"),
        ),
        AssumptionError::Value { field, value, cause } => Text::new(
            format!("“{value}”不能作为 {field} 的值；请按文件写法填写（{cause}）"),
            format!("“{value}” is no value of {field}; write it as in a file ({cause})"),
        ),
    }
}
