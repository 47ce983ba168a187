//! Do papers become files that open, with every word and figure, whatever is written in them? Written, unpacked, read back.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read as _},
};

use calamine::{Data, Reader as _, Xlsx};
use emath::vec2;
use jiff::civil::date;
use parkboard::{
    chart::{picture::Picture as Drawing, png, svg},
    intake::sheet::{Cell, Row, Sheet},
    look::Colours,
    report::{
        format::{Format, Unwritable},
        paper::{Block, Column, Page, Paper, Picture, Provenance, Run, Table, Tone, Value},
        xlsx,
    },
};
use zip::ZipArchive;

/// Texts that break files which do not escape; each must be read back as it is.
const HOSTILE: [&str; 12] = [
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "+1",
    "-1+2",
    "@SUM(A1)",
    "]]>",
    "&amp;",
    "emoji 👩\u{200d}🔧 𠮷",
    "\"quoted\" 'twice'",
    "{{ title }} {% if %}",
    "<wp:docPr id=\"1\" name=\"Figure\" />",
    "<w:trHeight w:val=\"7\" w:hRule=\"auto\" />",
];

fn column(head: &str, group: &str, width: u16, is_figures: bool) -> Column {
    Column { head: head.into(), group: group.into(), width, is_figures }
}

fn number(steps: i64, decimals: u8, is_assumed: bool) -> Value {
    Value::Number { steps, decimals, is_assumed, tone: Tone::Plain }
}

fn table(columns: Vec<Column>, rows: Vec<Vec<Value>>) -> Table {
    Table { name: "表甲".into(), title: String::new(), columns, rows, sums: 0, notes: Vec::new() }
}

fn paper(blocks: Vec<Block>) -> Paper {
    Paper {
        is_chinese: true,
        title: "布局简报".into(),
        subtitle: "方案二".into(),
        page: Page::A4,
        blocks,
        provenance: Provenance { lines: vec!["2026 快照 A&B".into(), "规则包".into()] },
    }
}

fn picture(told: &str) -> Picture {
    let drawing = Drawing::new(vec2(600.0, 300.0));
    Picture {
        told: told.into(),
        svg: svg::write(&drawing, told, told),
        png: png::write(&drawing, 1.0, Colours::light().card).unwrap(),
        size: (600, 300),
    }
}

/// A table of four rows, the last of which is a sum, under two groups.
fn lopsided() -> Table {
    let columns = vec![
        column("园区", "", 3, false),
        column("投资（万元）", "指标", 2, true),
        column("用地（亩）", "指标", 1, true),
        column("开工", "", 2, false),
        column("判定", "", 2, false),
    ];
    let bad = Value::Text(Run::toned("超出\n用地", Tone::Bad));
    let rows = vec![
        vec![
            Value::text("临江"),
            number(-123_456_789, 2, true),
            number(7, 0, false),
            Value::Day(date(2026, 7, 8)),
            bad,
        ],
        vec![Value::text("青山"), Value::Missing, number(-3, 0, false), Value::Day(date(1899, 1, 2))],
        vec![Value::text("滨海"), number(5, 3, false), Value::Blank, Value::Missing, Value::Blank, Value::text("over")],
        vec![Value::text("合计"), number(1_234, 0, false), number(4, 0, false), Value::Blank, Value::Blank],
    ];
    Table { title: "表 1".into(), sums: 1, notes: vec!["注".into()], ..table(columns, rows) }
}

/// Every kind of block once, pictures twice.
fn whole() -> Paper {
    paper(vec![
        Block::Heading(1, "一".into()),
        Block::Paragraph(vec![Run::plain("甲"), Run::toned("乙", Tone::Good), Run::toned("丙", Tone::Faint)]),
        Block::List(vec![vec![Run::plain("点")], vec![Run::toned("重点", Tone::Strong), Run::plain("后")]]),
        Block::Heading(2, "二".into()),
        Block::Facts(vec![("单位".into(), vec![Run::plain("第一行\n第二行")])]),
        Block::Picture(picture("图<一>")),
        Block::NewPage,
        Block::Table(lopsided()),
        Block::Table(table(vec![column("空", "", 1, false)], Vec::new())),
        Block::Picture(picture("图\"二\"")),
    ])
}

/// The files in an archive by name.
fn unpacked(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        files.insert(file.name().unwrap().into_owned(), content);
    }
    files
}

/// What is wrong with a text as `XML`: its tags, references and characters.
fn flaw(xml: &str) -> Option<String> {
    let is_allowed = |c: char| matches!(c, '\t' | '\n' | '\r') || (c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'));
    if let Some(c) = xml.chars().find(|c| !is_allowed(*c)) {
        return Some(format!("character {c:?}"));
    }
    for (at, _) in xml.match_indices('&') {
        let known = ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#"];
        if !known.iter().any(|it| xml[at..].starts_with(it)) {
            return Some(format!("reference {:?}", xml[at..].chars().take(12).collect::<String>()));
        }
    }
    let mut open = Vec::new();
    let mut rest = xml;
    while let Some(at) = rest.find('<') {
        if rest[..at].contains("]]>") {
            return Some("]]> in text".into());
        }
        let end = at + rest[at..].find('>').unwrap_or(0);
        let tag = &rest[at + 1..end];
        let name = tag.trim_start_matches('/').split([' ', '\n', '/']).next().unwrap_or_default().to_owned();
        if tag.starts_with('/') {
            if open.pop().as_ref() != Some(&name) {
                return Some(format!("end of {name}"));
            }
        } else if !tag.ends_with('/') && !tag.starts_with(['?', '!']) {
            open.push(name);
        }
        rest = &rest[end + 1..];
    }
    open.pop().map(|name| format!("no end of {name}"))
}

/// The parts of an archive as texts; each is well formed.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let is_text = |name: &str| !name.contains("/media/");
    let texts: BTreeMap<String, String> = unpacked(bytes)
        .into_iter()
        .filter(|(name, _)| is_text(name))
        .map(|(name, content)| (name, String::from_utf8(content).unwrap()))
        .collect();
    for (name, text) in &texts {
        assert_eq!(flaw(text), None, "{name}");
    }
    texts
}

/// The body of a document.
fn document(paper: &Paper) -> String {
    parts(&Format::Docx.bytes(paper).unwrap()).remove("word/document.xml").unwrap()
}

fn html(paper: &Paper) -> String {
    String::from_utf8(Format::Html.bytes(paper).unwrap()).unwrap()
}

fn workbook(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    parts(&bytes);
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

/// The cells of a sheet.
fn sheet(bytes: Vec<u8>, name: &str) -> Vec<Vec<Data>> {
    let mut book = workbook(bytes);
    let formulas = book.worksheet_formula(name).unwrap();
    assert!(formulas.used_cells().all(|(_, _, formula)| formula.is_empty()), "a formula was written");
    book.worksheet_range(name).unwrap().rows().map(<[Data]>::to_vec).collect()
}

fn strings(rows: &[Vec<Data>]) -> Vec<String> {
    rows.iter()
        .flatten()
        .filter_map(|cell| if let Data::String(text) = cell { Some(text.clone()) } else { None })
        .collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[test]
fn the_checker_finds_flaws() {
    for bad in ["<a>", "<a></b>", "<a>&b</a>", "<a>\u{1}</a>", "<a>]]></a>", "<a><b></a></b>"] {
        assert!(flaw(bad).is_some(), "{bad}");
    }
    assert_eq!(flaw("<?xml?><a x=\"1\"><b/>&amp;</a>"), None);
}

#[test]
fn the_same_paper_has_the_same_bytes() {
    for format in Format::ALL {
        let first = format.bytes(&whole()).unwrap();
        assert!(first == format.bytes(&whole()).unwrap(), "{format:?}");
        let mut other = whole();
        other.title.push('二');
        assert!(first != format.bytes(&other).unwrap(), "{format:?}");
    }
}

#[test]
fn hostile_words_are_words_in_every_format() {
    let column = [column("文", "", 4, false)];
    let rows = HOSTILE.iter().map(|text| vec![Value::text(*text)]).collect();
    let mut blocks = vec![Block::Table(table(column.to_vec(), rows))];
    for text in HOSTILE {
        blocks.push(Block::Heading(1, text.into()));
        blocks.push(Block::Paragraph(vec![Run::plain(text), Run::toned(text, Tone::Bad)]));
        blocks.push(Block::List(vec![vec![Run::plain(text)]]));
        blocks.push(Block::Facts(vec![(text.into(), vec![Run::plain(text)])]));
        blocks.push(Block::Picture(picture(text)));
    }
    let mut paper = paper(blocks);
    paper.title = HOSTILE[0].into();
    paper.provenance.lines = HOSTILE.map(String::from).to_vec();

    let (document, html) = (document(&paper), html(&paper));
    assert!(!html.contains("<script") && !document.contains("<script"));
    assert_eq!(document.matches("<w:tblHeader />").count(), 1, "a text was taken for the sign of a head");
    assert_eq!(document.matches("<wp:docPr ").count(), HOSTILE.len());
    let cells = strings(&sheet(Format::Xlsx.bytes(&paper).unwrap(), "表甲"));
    for text in HOSTILE {
        let plain = |markup: &str| markup.replace("&quot;", "\"").replace("&apos;", "'");
        assert!(plain(&document).contains(&escaped(text)), "document: {text}");
        let numbered = html.replace("&#38;", "&amp;").replace("&#60;", "&lt;").replace("&#62;", "&gt;");
        let numbered = numbered.replace("&#34;", "\"").replace("&#39;", "'");
        assert!(numbered.contains(&escaped(text)), "page: {text}");
        assert!(cells.contains(&text.to_owned()), "workbook: {text}");
    }
}

#[test]
fn controls_never_reach_a_file() {
    let controls: String = ('\0'..=' ').chain(['\u{7f}', '\u{85}', '\u{fffe}', '\u{202e}', '\u{2066}']).collect();
    let text = format!("前{controls}后");
    let columns = vec![column(&text, &text, 1, false), column(&text, "", 1, true)];
    let mut paper = paper(vec![
        Block::Heading(2, text.clone()),
        Block::Paragraph(vec![Run::plain(&text), Run::toned(&text, Tone::Good)]),
        Block::Facts(vec![(text.clone(), vec![Run::plain(&text)])]),
        Block::Picture(Picture { told: text.clone(), ..picture("") }),
        Block::Table(Table {
            name: text.clone(),
            title: text.clone(),
            notes: vec![text.clone()],
            ..table(columns, vec![vec![Value::text(&text), Value::text(&text)]])
        }),
    ]);
    (paper.title, paper.subtitle, paper.provenance.lines) = (text.clone(), text.clone(), vec![text]);
    for format in [Format::Docx, Format::Xlsx] {
        for (name, text) in parts(&format.bytes(&paper).unwrap()) {
            assert!(!text.contains(['\u{202e}', '\u{2066}', '\u{7f}']), "{format:?} {name}");
        }
    }
    let html = html(&paper);
    assert!(html.chars().all(|c| c == '\n' || c == '\t' || !c.is_control()));
    assert!(!html.contains(['\u{202e}', '\u{2066}']) && html.contains("前\u{fffd}"));
}

#[test]
fn papers_of_nothing_are_papers() {
    let nothing = || Paper { title: String::new(), subtitle: String::new(), ..paper(Vec::new()) };
    let bare = Paper { provenance: Provenance { lines: Vec::new() }, ..nothing() };
    let odd = paper(vec![
        Block::Paragraph(Vec::new()),
        Block::List(Vec::new()),
        Block::List(vec![Vec::new()]),
        Block::Facts(Vec::new()),
        Block::Table(table(Vec::new(), vec![vec![Value::text("lost")]])),
        Block::Table(table(vec![column("", "", 0, false)], Vec::new())),
        Block::Table(table(vec![column("", "组", 0, false)], vec![Vec::new()])),
        Block::Picture(Picture { told: "只有字".into(), svg: String::new(), png: vec![1, 2, 3], size: (0, 9) }),
        Block::NewPage,
        Block::NewPage,
    ]);
    for paper in [nothing(), bare, odd.clone()] {
        document(&paper);
        assert!(html(&paper).contains("</html>"));
        workbook(Format::Xlsx.bytes(&paper).unwrap());
    }
    assert!(document(&odd).contains("只有字") && html(&odd).contains("只有字"));
    let notes = sheet(Format::Xlsx.bytes(&odd).unwrap(), "说明");
    assert!(strings(&notes).contains(&"只有字".to_owned()));
    assert!(!html(&nothing()).contains("<h1>") && html(&nothing()).contains("<title>未命名</title>"));
}

#[test]
fn a_long_cell_is_cut_where_a_workbook_must_and_nowhere_else() {
    let long = "长".repeat(40_000);
    let rows = [&long, &"恰".repeat(32_767), &"过".repeat(32_768), &"𠮷".repeat(16_384)];
    let rows = rows.iter().map(|text| vec![Value::text(text.as_str())]).collect();
    let paper = paper(vec![
        Block::Table(table(vec![column("文", "", 4, false)], rows)),
        Block::Paragraph(vec![Run::plain(&long), Run::toned("尾", Tone::Good)]),
    ]);
    assert!(document(&paper).contains(&long) && html(&paper).contains(&long));
    let cells = strings(&sheet(Format::Xlsx.bytes(&paper).unwrap(), "表甲"));
    let find = |first: char| cells.iter().find(|text| text.starts_with(first)).unwrap();
    assert_eq!(find('长'), &format!("{}…", "长".repeat(32_766)));
    assert_eq!(find('恰'), &"恰".repeat(32_767));
    assert_eq!(find('过'), &format!("{}…", "过".repeat(32_766)));
    assert_eq!(find('𠮷'), &format!("{}…", "𠮷".repeat(16_383)));
}

#[test]
fn long_tables_repeat_their_heads_and_keep_their_rows() {
    let row = |at: i64| vec![Value::text(format!("项目{at}")), number(at, 1, false)];
    let columns = vec![column("项目", "", 2, false), column("数", "", 1, true)];
    let paper = paper(vec![Block::Table(table(columns, (0..2_000).map(row).collect()))]);
    let document = document(&paper);
    assert_eq!(document.matches("<w:tr>").count(), 2_001);
    assert_eq!(document.matches("<w:cantSplit />").count(), 2_001);
    assert_eq!(html(&paper).matches("<tr>").count(), 2_001);
    let rows = sheet(Format::Xlsx.bytes(&paper).unwrap(), "表甲");
    assert_eq!(rows.last().unwrap(), &[Data::String("项目1999".into()), Data::Float(199.9)]);
}

#[test]
fn what_is_longer_than_a_page_may_be_split() {
    let (long, short) = ("长".repeat(601), "短".repeat(600));
    let of = |text: &str| {
        document(&paper(vec![
            Block::Facts(vec![(String::new(), vec![Run::plain(text)])]),
            Block::Table(table(vec![column(text, "", 1, false)], vec![vec![Value::text(text)]])),
        ]))
    };
    let marks = |document: &str| ["<w:cantSplit />", "<w:tblHeader />"].map(|mark| document.matches(mark).count());
    assert_eq!(marks(&of(&short)), [3, 1]);
    assert_eq!(marks(&of(&long)), [0, 0]);
}

#[test]
fn a_document_has_heads_sums_tones_and_figures_in_their_places() {
    let document = document(&whole());
    assert_eq!(document.matches("<w:tblHeader />").count(), 3, "two rows of one head, one of the other");
    assert!(document.contains(r#"<w:gridSpan w:val="2" />"#));
    assert_eq!(document.matches(r#"<w:vMerge w:val="restart" />"#).count(), 3);
    for shown in ["≈−1,234,567.89", "0.005", "—", "2026-07-08", "1899-01-02", "无", "编制依据", "图&lt;一&gt;"]
    {
        assert!(document.contains(shown), "{shown}");
    }
    assert!(document.contains(r#"descr="图&quot;二&quot;""#));
    assert!(!document.contains("over"));
    let between = document.split("超出").nth(1).unwrap().split("用地").next().unwrap();
    assert!(between.contains("<w:br "), "lines of a cell are broken");
    let bad = document.split("超出").next().unwrap().rsplit("<w:rPr>").next().unwrap();
    assert!(bad.contains("<w:b />") && bad.contains("<w:color "), "{bad}");
    let sum = document.split("合计").next().unwrap().rsplit("<w:r>").next().unwrap();
    assert!(sum.contains("<w:b />"), "{sum}");
}

#[test]
fn a_document_names_its_fonts_language_page_and_pages() {
    for (page, size) in [
        (Page::A4, r#"w:w="11905" w:h="16837""#),
        (Page::A4Landscape, r#"w:w="16837" w:h="11905""#),
        (Page::A3Landscape, r#"w:w="23810" w:h="16837""#),
    ] {
        let parts = parts(&Format::Docx.bytes(&Paper { page, ..whole() }).unwrap());
        assert!(parts["word/document.xml"].contains(size), "{page:?}");
        assert_eq!(parts["word/document.xml"].contains(r#"w:orient="landscape""#), page != Page::A4);
        let styles = &parts["word/styles.xml"];
        assert!(styles.contains(r#"<w:lang w:val="zh-CN" w:eastAsia="zh-CN" />"#));
        for style in styles.split("<w:style ").skip(2) {
            for slot in ["w:eastAsia=", "w:ascii=", "w:hAnsi="] {
                assert!(style.contains(slot), "{slot} {style}");
            }
        }
        let footer = &parts["word/footer1.xml"];
        assert!(footer.contains("PAGE") && footer.contains("NUMPAGES") && footer.contains("2026 快照 A&amp;B"));
    }
}

#[test]
fn settings_of_a_document_stand_in_the_order_of_the_standard() {
    let parts = parts(&Format::Docx.bytes(&whole()).unwrap());
    let (document, styles) = (&parts["word/document.xml"], &parts["word/styles.xml"]);
    let stands = |part: &str, inside: &str, first: &str, second: &str| {
        let open = format!("<{inside}>");
        let mut seen = 0;
        for piece in part.split(&open).skip(1) {
            let piece = piece.split(&format!("</{inside}>")).next().unwrap();
            let (Some(first), Some(second)) = (piece.find(first), piece.find(second)) else { continue };
            assert!(first < second, "{piece}");
            seen += 1;
        }
        assert!(seen > 0, "{inside}: {first} and {second} never meet");
    };
    stands(document, "w:pPr", "<w:pStyle ", "<w:jc ");
    stands(document, "w:pPr", "<w:keepNext ", "<w:rPr ");
    stands(document, "w:tblPr", "<w:tblLayout ", "<w:tblCellMar>");
    stands(document, "w:tcPr", "<w:vMerge ", "<w:shd ");
    stands(styles, "w:rPr", "<w:rFonts ", "<w:lang ");
    assert!(styles.contains(r#"<w:name w:val="Title" /><w:basedOn w:val="Normal" />"#));
}

#[test]
fn pictures_fit_their_page_and_keep_their_ratio() {
    let mut wide = picture("宽");
    wide.size = (6_000, 300);
    let document = document(&paper(vec![Block::Picture(wide), Block::Picture(picture("小"))]));
    // 160 mm of room are 604 points of a screen, 9,525 units each; a twentieth of that is high.
    assert!(document.contains(&format!(r#"<wp:extent cx="{}" cy="{}" />"#, 604 * 9_525, 30 * 9_525)));
    assert!(document.contains(&format!(r#"<wp:extent cx="{}" cy="{}" />"#, 600 * 9_525, 300 * 9_525)));
}

#[test]
fn a_page_stands_alone() {
    let english = html(&Paper { is_chinese: false, ..whole() });
    assert!(english.contains("<html lang=\"en-GB\">"));
    let html = html(&whole());
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"zh-CN\">"));
    for foreign in ["<script", "<link", "<img", "src=", "@import", "javascript:"] {
        assert!(!html.contains(foreign), "{foreign}");
    }
    let addresses = html.replace("http://www.w3.org/2000/svg", "").replace("http://www.w3.org/1999/xlink", "");
    assert!(!addresses.contains("http:") && !addresses.contains("https:"));
    assert_eq!(html.matches("<svg ").count(), 2);
    assert!(!html.contains("<?xml"));
    for part in
        ["超出<br>用地", "rowspan=\"2\"", "colspan=\"2\"", "size:A4 portrait", "≈−1,234,567.89", "class=\"sum\""]
    {
        assert!(html.contains(part), "{part}");
    }
}

#[test]
fn letters_of_two_pictures_are_not_mixed_up() {
    let drawn = |letter: &str| Picture {
        svg: format!("<?xml version=\"1.0\"?><svg><path id=\"g0\" d=\"{letter}\"/><use xlink:href=\"#g0\"/></svg>"),
        ..picture(letter)
    };
    let html = html(&paper(vec![Block::Picture(drawn("M1")), Block::Picture(drawn("M2"))]));
    for number in [1, 2] {
        assert!(
            html.contains(&format!("<path id=\"p{number}-g0\" d=\"M{number}\"/><use xlink:href=\"#p{number}-g0\"/>"))
        );
    }
}

#[test]
fn numbers_and_days_of_a_workbook_stay_what_they_are() {
    let bytes = Format::Xlsx.bytes(&whole()).unwrap();
    let rows = sheet(bytes.clone(), "表甲");
    let first = rows.iter().position(|row| row[0] == Data::String("临江".into())).unwrap();
    assert_eq!(rows[first][1], Data::Float(-1_234_567.89));
    assert_eq!(rows[first][2], Data::Float(7.0));
    assert!(
        matches!(&rows[first][3], Data::DateTime(day) if (day.as_f64() - 46_211.0).abs() < 1e-9),
        "{:?}",
        rows[first][3]
    );
    assert_eq!(rows[first][4], Data::String("超出\n用地".into()));
    assert_eq!(rows[first + 1][1], Data::String("—".into()));
    assert_eq!(rows[first + 1][3], Data::String("1899-01-02".into()), "no workbook counts days before 1900");
    assert_eq!(rows[first + 2][1], Data::Float(0.005));
    let parts = parts(&bytes);
    let styles = &parts["xl/styles.xml"];
    assert!(styles.contains("&quot;≈&quot;#,##0.00;&quot;≈−&quot;#,##0.00") && styles.contains("yyyy-mm-dd"));
    let sheet = &parts["xl/worksheets/sheet2.xml"];
    assert!(sheet.contains(r#"<autoFilter ref="A5:E8"/>"#), "the sum is not filtered");
    assert!(sheet.contains(r#"ySplit="5""#) && sheet.contains(r#"state="frozen""#));
    assert!(sheet.contains("&amp;P") && sheet.contains("2026 快照 A&amp;&amp;B"));
    assert!(parts["xl/workbook.xml"].contains("_xlnm.Print_Titles"));
}

#[test]
fn numbers_with_more_digits_than_a_workbook_keeps_are_text() {
    let steps = [999_999_999_999_999, 1_000_000_000_000_000, i64::MIN];
    let rows = steps.iter().map(|steps| vec![number(*steps, 0, false)]).collect();
    let paper = paper(vec![Block::Table(table(vec![column("数", "", 2, true)], rows))]);
    let rows = sheet(Format::Xlsx.bytes(&paper).unwrap(), "表甲");
    let cells: Vec<&Data> = rows.iter().rev().take(3).rev().map(|row| &row[0]).collect();
    assert_eq!(*cells[0], Data::Float(999_999_999_999_999.0));
    assert_eq!(*cells[1], Data::String("1,000,000,000,000,000".into()));
    assert_eq!(*cells[2], Data::String("−9,223,372,036,854,775,808".into()));
}

#[test]
fn sheets_are_told_apart() {
    let named =
        |name: &str| Block::Table(Table { name: name.into(), ..table(vec![column("a", "", 1, false)], Vec::new()) });
    let blocks = ["说明", "A/B", "a b", "", "Sheet"].map(named).to_vec();
    let data = ["a B", "园区"].map(|name| Sheet { name: name.into(), ..Sheet::default() });
    let book = workbook(xlsx::book(&paper(blocks), &data).unwrap());
    assert_eq!(book.sheet_names(), ["说明", "说明(2)", "A B", "a b(2)", "表", "Sheet", "a B(3)", "园区"]);
}

#[test]
fn data_are_kept_as_they_are() {
    let text = |text: &str| Cell::Text(text.into());
    let rows = vec![
        Row { number: 2, cells: vec![(1, text("名称")), (3, text("数"))] },
        Row { number: 4, cells: vec![(1, text("=1+1")), (2, Cell::Truth(true)), (3, Cell::Number(0.1))] },
        Row { number: 5, cells: vec![(2, Cell::Day(date(2026, 7, 8))), (4, Cell::Fault("#REF!".into()))] },
    ];
    let data = [Sheet { name: "园区".into(), rows, ..Sheet::default() }];
    let bytes = xlsx::book(&paper(Vec::new()), &data).unwrap();
    let parts = parts(&bytes);
    assert!(parts["xl/worksheets/sheet2.xml"].contains(r#"ySplit="2""#), "frozen under the header");
    let mut book = workbook(bytes);
    let range = book.worksheet_range("园区").unwrap();
    assert_eq!(range.get_value((1, 0)), Some(&Data::String("名称".into())));
    assert_eq!(range.get_value((3, 0)), Some(&Data::String("=1+1".into())));
    assert_eq!(range.get_value((3, 1)), Some(&Data::Bool(true)));
    assert_eq!(range.get_value((3, 2)), Some(&Data::Float(0.1)));
    assert!(matches!(range.get_value((4, 1)), Some(Data::DateTime(_))));
    assert_eq!(range.get_value((4, 3)), Some(&Data::String("#REF!".into())));
}

#[test]
fn data_without_a_header_are_not_frozen() {
    let rows = vec![Row { number: 1, cells: vec![(1, Cell::Text("名".into())), (2, Cell::Number(1.0))] }];
    let bytes =
        xlsx::book(&paper(Vec::new()), &[Sheet { name: "数".into(), is_hidden: true, rows, ..Sheet::default() }])
            .unwrap();
    assert!(!parts(&bytes)["xl/worksheets/sheet2.xml"].contains("frozen"));
}

#[test]
fn too_much_for_a_workbook_is_refused() {
    let place = |row, column| {
        let rows = vec![Row { number: row, cells: vec![(column, Cell::Number(1.0))] }];
        xlsx::book(&paper(Vec::new()), &[Sheet { name: "大".into(), rows, ..Sheet::default() }])
    };
    assert!(place(1_048_576, 16_384).is_ok());
    for (row, column) in [(1_048_577, 1), (1, 16_385), (1, u32::MAX)] {
        let refused = place(row, column).unwrap_err();
        assert!(matches!(&refused, Unwritable::TooLarge { sheet } if sheet == "大"), "{refused:?}");
        assert!(refused.told().zh.contains("大") && refused.told().en.contains("16,384"));
    }
}
