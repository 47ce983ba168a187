//! In which order stand the parts of a setting? In that of the standard, which strict programs insist on.
//!
//! The library writes settings of paragraphs, tables and styles in an order of its own (ECMA-376, part 1, gives another).

/// Which element each of these comes in, and the order in it. What is not named stays behind what is.
const ORDERS: [(&str, &[&str]); 9] = [
    (
        "w:pPr",
        &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:pageBreakBefore",
            "w:widowControl",
            "w:numPr",
            "w:pBdr",
            "w:shd",
            "w:tabs",
            "w:bidi",
            "w:adjustRightInd",
            "w:snapToGrid",
            "w:spacing",
            "w:ind",
            "w:jc",
            "w:textAlignment",
            "w:outlineLvl",
            "w:rPr",
            "w:sectPr",
        ],
    ),
    (
        "w:rPr",
        &[
            "w:rStyle",
            "w:rFonts",
            "w:b",
            "w:bCs",
            "w:i",
            "w:iCs",
            "w:color",
            "w:spacing",
            "w:w",
            "w:sz",
            "w:szCs",
            "w:highlight",
            "w:u",
            "w:shd",
            "w:vertAlign",
            "w:lang",
        ],
    ),
    (
        "w:tblPr",
        &[
            "w:tblStyle",
            "w:tblW",
            "w:jc",
            "w:tblInd",
            "w:tblBorders",
            "w:shd",
            "w:tblLayout",
            "w:tblCellMar",
            "w:tblLook",
        ],
    ),
    ("w:tcPr", &["w:tcW", "w:gridSpan", "w:vMerge", "w:tcBorders", "w:shd", "w:tcMar", "w:textDirection", "w:vAlign"]),
    (
        "w:style",
        &[
            "w:name",
            "w:basedOn",
            "w:next",
            "w:link",
            "w:uiPriority",
            "w:semiHidden",
            "w:unhideWhenUsed",
            "w:qFormat",
            "w:pPr",
            "w:rPr",
            "w:tblPr",
            "w:tcPr",
        ],
    ),
    (
        "w:sectPr",
        &[
            "w:headerReference",
            "w:footerReference",
            "w:type",
            "w:pgSz",
            "w:pgMar",
            "w:pgNumType",
            "w:cols",
            "w:titlePg",
            "w:docGrid",
        ],
    ),
    (
        "w:lvl",
        &[
            "w:start",
            "w:numFmt",
            "w:lvlRestart",
            "w:pStyle",
            "w:isLgl",
            "w:suff",
            "w:lvlText",
            "w:lvlJc",
            "w:pPr",
            "w:rPr",
        ],
    ),
    ("w:settings", &["w:zoom", "w:defaultTabStop", "w:evenAndOddHeaders", "w:compat", "w:docVars"]),
    ("w:trPr", &["w:cantSplit", "w:trHeight", "w:tblHeader"]),
];

/// An element whose end has not come yet.
struct Open<'a> {
    name: &'a str,
    /// What it has so far: the name of each child, empty for text, and its whole text.
    children: Vec<(&'a str, String)>,
    /// Its own tag.
    tag: &'a str,
}

/// `xml`, which is well formed, with the parts of settings in the order of the standard, and nothing else changed.
pub fn ordered(xml: &str) -> String {
    let mut open = vec![Open { name: "", children: Vec::new(), tag: "" }];
    let mut rest = xml;
    while let Some((text, from)) = rest.split_once('<') {
        let (inside, after) = from.split_once('>').unwrap_or((from, ""));
        add(&mut open, "", text.to_owned());
        // The tag with its brackets.
        let tag = rest.get(text.len()..text.len() + inside.len() + 2).unwrap_or_default();
        let name = inside.trim_start_matches('/').split([' ', '/', '\n']).next().unwrap_or_default();
        if inside.starts_with('/') {
            close(&mut open, tag);
        } else if inside.ends_with('/') || inside.starts_with(['?', '!']) {
            add(&mut open, name, tag.to_owned());
        } else {
            open.push(Open { name, children: Vec::new(), tag });
        }
        rest = after;
    }
    add(&mut open, "", rest.to_owned());
    while open.len() > 1 {
        close(&mut open, "");
    }
    open.pop().map(|whole| joined(whole.children)).unwrap_or_default()
}

/// Adds a child to the innermost element.
fn add<'a>(open: &mut [Open<'a>], name: &'a str, text: String) {
    if let Some(inner) = open.last_mut().filter(|_| !text.is_empty()) {
        inner.children.push((name, text));
    }
}

/// Ends the innermost element.
fn close(open: &mut Vec<Open<'_>>, end: &str) {
    let Some(Open { name, mut children, tag }) = open.pop() else { return };
    if let Some((_, order)) = ORDERS.iter().find(|(it, _)| *it == name) {
        children.sort_by_key(|(child, _)| order.iter().position(|it| it == child).unwrap_or(order.len()));
    }
    let text = format!("{tag}{}{end}", joined(children));
    add(open, name, text);
}

fn joined(children: Vec<(&str, String)>) -> String {
    children.into_iter().map(|(_, text)| text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_in_their_order() {
        let wrong = r#"<?xml version="1.0"?><w:p><w:pPr><w:rPr><w:sz w:val="2" /><w:b /></w:rPr><w:jc /><w:pStyle /></w:pPr><w:r>b<w:t> a </w:t></w:r></w:p>"#;
        let right = r#"<?xml version="1.0"?><w:p><w:pPr><w:pStyle /><w:jc /><w:rPr><w:b /><w:sz w:val="2" /></w:rPr></w:pPr><w:r>b<w:t> a </w:t></w:r></w:p>"#;
        assert_eq!(ordered(wrong), right);
        assert_eq!(ordered(right), right);
    }

    #[test]
    fn what_is_not_named_keeps_its_place_behind() {
        assert_eq!(
            ordered("<w:trPr><w:y /><w:x /><w:cantSplit /></w:trPr>\n"),
            "<w:trPr><w:cantSplit /><w:y /><w:x /></w:trPr>\n"
        );
    }

    #[test]
    fn what_is_broken_loses_nothing() {
        for broken in ["", "text", "<a>", "a>b", "<a><b>"] {
            assert_eq!(ordered(broken), broken);
        }
    }
}
