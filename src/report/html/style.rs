//! How does a page look, on a screen and on paper? One sheet of style, with the page that it is printed on.

use super::super::{
    ink::Inks,
    page::{Measure, twips},
    paper::{Page, Paper},
};
use crate::i18n::{phrase::Lang, printed};

/// What is otherwise on a page that is set close.
const CLOSE: &str = "body{line-height:1.35}h1{font-size:16pt;margin:0 0 .2em}h2{font-size:12pt;margin:.6em 0 .2em}\
                     h3{font-size:10.5pt;margin:.5em 0 .2em}.subtitle{margin:0 0 .6em}.body{margin:0 0 .2em}\n";

/// The style sheet of a page for this paper.
pub fn sheet(paper: &Paper, lang: Lang) -> String {
    let measure = Measure::of(paper.page);
    let (format, size) = match paper.page {
        Page::A4 => ("A4 portrait", "12pt"),
        Page::A4Close => ("A4 portrait", "10pt"),
        Page::A4Landscape => ("A4 landscape", "10.5pt"),
        Page::A3Landscape => ("A3 landscape", "10.5pt"),
    };
    let close = if paper.page == Page::A4Close { CLOSE } else { "" };
    let indent = if paper.is_chinese { "text-indent:2em;text-align:justify;" } else { "" };
    let [before, between, after] = printed::page_of_pages(lang);
    let Inks { faint, good, caution, bad, line, head, sum } = Inks::new();
    let Measure { side, end, .. } = measure;
    // A screen shows the page as wide as paper would, whatever the margins of the window.
    let width = twips(measure.text_width()) / 20;
    format!(
        "@page{{size:{format};margin:{end}mm {side}mm;\
         @bottom-right{{content:\"{before}\" counter(page) \"{between}\" counter(pages) \"{after}\";\
         font-size:8pt;color:#{faint}}}}}\n\
         *{{box-sizing:border-box}}\n\
         html{{background:#{sum};-webkit-text-size-adjust:100%}}\n\
         body{{margin:0;color:#000;font:{size}/1.6 \"Times New Roman\",\"Songti SC\",SimSun,\"Noto Serif CJK SC\",\
         \"Source Han Serif SC\",serif}}\n\
         main{{max-width:calc({width}pt + 4rem);margin:0 auto;padding:2rem;background:#fff;overflow-wrap:anywhere}}\n\
         h1,h2,h3,caption,thead th{{font-family:Arial,\"PingFang SC\",\"Microsoft YaHei\",SimHei,\"Noto Sans CJK SC\",\
         \"Source Han Sans SC\",sans-serif}}\n\
         h1{{font-size:20pt;line-height:1.3;text-align:center;margin:.5em 0 .4em}}\n\
         h2{{font-size:15pt;line-height:1.3;margin:1.3em 0 .5em}}\n\
         h3{{font-size:12.5pt;line-height:1.3;margin:1em 0 .4em}}\n\
         h1,h2,h3,caption{{break-after:avoid}}\n\
         .subtitle{{text-align:center;color:#{faint};font-size:11pt;margin:0 0 1.6em}}\n\
         .body{{margin:0 0 .5em;{indent}}}\n\
         ul{{margin:.3em 0 .6em;padding-left:1.6em}}\nli{{margin:.15em 0}}\n\
         table{{border-collapse:collapse;width:100%}}\n\
         .grid{{margin:1em 0 .4em;overflow-x:auto}}\n\
         .grid table{{font-size:9pt;line-height:1.35;min-width:36rem}}\n\
         caption{{text-align:center;font-size:10.5pt;font-weight:bold;padding:0 0 .5em}}\n\
         .grid th,.grid td{{border:.5pt solid #{line};padding:.25em .5em;vertical-align:middle;text-align:left;\
         overflow-wrap:break-word}}\n\
         .grid td.long{{overflow-wrap:anywhere}}\n\
         .grid th{{background:#{head};text-align:center;font-weight:bold}}\n\
         .grid td.right{{text-align:right;font-variant-numeric:tabular-nums}}\n\
         .grid td.whole{{white-space:nowrap}}\n\
         .grid td.none{{text-align:center}}\n\
         .sum td{{background:#{sum};font-weight:bold}}\n\
         .facts{{margin:.6em 0;font-size:10.5pt}}\n\
         .facts th,.facts td{{border:solid #{line};border-width:.5pt 0;padding:.25em .5em;text-align:left;\
         vertical-align:top}}\n\
         .facts th{{width:24%}}\n\
         figure{{margin:1em 0;text-align:center;break-inside:avoid}}\n\
         figure svg{{max-width:100%;height:auto}}\n\
         .strong{{font-weight:bold}}\n.faint{{color:#{faint};font-size:.8em}}\n\
         .good{{color:#{good};font-weight:bold}}\n.caution{{color:#{caution};font-weight:bold}}\n\
         .bad{{color:#{bad};font-weight:bold}}\n\
         .note{{color:#{faint};font-size:8.5pt;line-height:1.4;margin:.15em 0}}\n\
         {close}footer{{margin-top:2em;border-top:.5pt solid #{line};padding-top:.6em}}\n\
         tr{{break-inside:avoid}}\nthead{{display:table-header-group}}\n\
         .new-page{{break-after:page}}\n\
         @media print{{html{{background:none}}main{{max-width:none;padding:0}}.grid{{overflow:visible}}\
         .grid table{{min-width:0}}*{{-webkit-print-color-adjust:exact;print-color-adjust:exact}}}}"
    )
}
