//! What is said where papers and tables are chosen to be carried away.

use super::phrase::Phrase;
use crate::model::text::Text;

/// The sheet and its action.
pub const EXPORT: Phrase = Phrase::new("导出文件…", "Export papers and tables…");
/// Its heading.
pub const TITLE: Phrase = Phrase::new("导出文件", "Export papers and tables");
/// Papers.
pub const PAPERS: Phrase = Phrase::new("会商文件", "Papers");
/// Tables and layers.
pub const TABLES: Phrase = Phrase::new("表格与图层", "Tables and layers");
/// Every table in a workbook.
pub const WORKBOOK: Phrase = Phrase::new("全部表格（Excel）", "All tables (Excel)");
/// What is in it.
pub const WORKBOOK_HINT: Phrase = Phrase::new(
    "布局建议、要素、定位、判定、指数，以及可改后再导入的项目、企业、容量、指标",
    "Placement, factors, positions, findings, indices; and the data, to be edited and imported again",
);
/// The placement table as text.
pub const PLACEMENTS: Phrase = Phrase::new("布局建议表（CSV）", "Placement table (CSV)");
/// What is in it.
pub const PLACEMENTS_HINT: Phrase = Phrase::new("供其他程序使用，一行一个项目", "For other programs, a line a project");
/// A layer of a map.
pub const LAYER: Phrase = Phrase::new("地图图层（GeoJSON）", "Map layer (GeoJSON)");
/// What is in it.
pub const LAYER_HINT: Phrase =
    Phrase::new("园区、定位、布局项目与县区轮廓", "Parks, positions, placed projects and district outlines");
/// An empty form.
pub const TEMPLATE: Phrase = Phrase::new("填报模板（Excel）", "Template to fill in (Excel)");
/// What is in it.
pub const TEMPLATE_HINT: Phrase = Phrase::new(
    "发给县区填报的空表，列名、单位和可填的词都写明",
    "Empty sheets for the districts, with columns, units and the words that are understood",
);
/// Language of the paper.
pub const LANGUAGE: Phrase = Phrase::new("语言", "Language");
/// Chinese.
pub const CHINESE: Phrase = Phrase::new("中文", "Chinese");
/// English.
pub const ENGLISH: Phrase = Phrase::new("英文", "English");
/// Format of the file.
pub const FORMAT: Phrase = Phrase::new("格式", "Format");
/// A document of Word.
pub const WORD: Phrase = Phrase::new("Word 文档", "Word");
/// A page to print.
pub const PAGE: Phrase = Phrase::new("网页（可打印）", "Web page to print");
/// A workbook of Excel.
pub const EXCEL: Phrase = Phrase::new("Excel 表格", "Excel");
/// The project.
pub const PROJECT: Phrase = Phrase::new("项目", "Project");
/// The park.
pub const PARK: Phrase = Phrase::new("园区", "Park");
/// The session.
pub const SESSION: Phrase = Phrase::new("会商", "Session");
/// All of them.
pub const ALL: Phrase = Phrase::new("全部，每个一页", "All, a page each");
/// There is no session.
pub const NO_SESSION: Phrase =
    Phrase::new("纪要需要一次会商；请先在“会商决定”中新建", "Minutes need a session; convene one first");
/// Goes on to the place of the file.
pub const CHOOSE_PLACE: Phrase = Phrase::new("选择位置…", "Choose where to…");
/// The plan that is written about.
pub const PLAN: Phrase = Phrase::new("方案", "Plan");

/// What is in a paper.
pub fn about(id: &str) -> Phrase {
    match id {
        "brief" => Phrase::new(
            "一页：项目与资金、难点、容量预警、本次决定",
            "One page: projects and money, hard cases, warnings, decisions",
        ),
        "table" => Phrase::new(
            "A3 横版：每个项目的建议、得分构成、条件、否决与决定",
            "A3: advice, score, conditions, vetoes and decision of each project",
        ),
        "project" => Phrase::new(
            "每个项目一页：要素、门槛、园区排序、为何是它",
            "A page a project: facts, gates, ranked parks, why this one",
        ),
        "park" => Phrase::new(
            "每个园区一页：五个方面、集聚、余量、得失",
            "A page a park: five focuses, clusters, what is left, gained and lost",
        ),
        "positions" => {
            Phrase::new("各园区主导与特色产业、上限、重叠", "Leading and characteristic positions, caps, overlaps")
        }
        "factors" => {
            Phrase::new("用地、电力、污水、能耗：已用、预留、剩余", "Land, power, sewage, energy: used, reserved, left")
        }
        "ledger" => {
            Phrase::new("分享协议、资金安排（以已有数据为限）", "Agreements and grants, as far as there are data")
        }
        "evaluation" => {
            Phrase::new("特色园区状态与证据、年度指标", "Characteristic parks with evidence, yearly indicators")
        }
        "minutes" => Phrase::new(
            "决定、理由、条件、不同意见、数据与规则版本",
            "Decisions, reasons, conditions, dissent, versions",
        ),
        _ => Phrase::new("", ""),
    }
}

/// That an ending of a file is none that papers are written in.
pub fn no_format() -> Text {
    Text::new(
        "文件名须以 .docx、.html 或 .xlsx 结尾；需要 PDF 时，打开网页版打印",
        "The name of the file ends in .docx, .html or .xlsx; for PDF, print the web page",
    )
}

/// Title of the form.
pub const TEMPLATE_TITLE: Phrase = Phrase::new("填报模板", "Template to fill in");
/// How to fill it in.
pub const TEMPLATE_HOW: Phrase = Phrase::new(
    "每张表第一行是列名，括号里是单位；一行一条，不知道的留空，不要填 0。填好后在“文件”菜单选“导入表格”，逐行核对后导入。",
    "The first row of each sheet names the columns, with units in brackets; a row a record; leave empty what is not known, and do not \
     write 0. Then choose \"Import sheets\" in the menu File, look through the rows and import them.",
);
