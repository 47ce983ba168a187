//! The comparison as cells for a spreadsheet: what the screen shows, in the language of the window.

use crate::{
    evaluate::{
        comparison::{Indicator, Row},
        side_by_side::SideBySide,
    },
    i18n::{self, compare as say, review},
    model::id::ParkId,
    rules::finding::Finding,
    ui::cx::Cx,
    workbench::comparing::Side,
};

/// The indicators of all plans, then for each plan beside which projects stand elsewhere and which findings come and go;
/// cells by tabs, rows by lines. A plan that is not judged yet is left out.
pub fn text(cx: &Cx<'_>, sides: &[Side]) -> String {
    let judged: Vec<(String, &SideBySide)> =
        sides.iter().filter_map(|side| Some((name_of(cx, side), &**cx.bench.side_by_side(side)?))).collect();
    let base = name_of(cx, &Side::Plan(cx.bench.plan().clone()));
    let mut head = vec![cx.say(say::INDICATORS).to_owned(), base.clone()];
    head.extend(judged.iter().flat_map(|(name, _)| [name.clone(), cx.say(say::CHANGE).to_owned()]));
    let mut lines = vec![head.join("\t")];
    for (at, indicator) in Indicator::ALL.into_iter().enumerate() {
        let own = review::indicator_figure(indicator, indicator.of(cx.bench.judgement()));
        let mut cells = vec![cx.say(review::indicator(indicator)).to_owned(), own];
        let of =
            |row: &Row| [review::indicator_figure(indicator, row.after), cx.say(review::trend(row.trend)).to_owned()];
        cells.extend(judged.iter().filter_map(|(_, it)| it.rows.get(at)).flat_map(of));
        lines.push(cells.join("\t"));
    }
    for (name, beside) in &judged {
        let title = cx.tell(&say::differences(beside.differences.len())).to_owned();
        lines.extend([String::new(), [title, base.clone(), name.clone()].join("\t")]);
        for it in &beside.differences {
            let project = i18n::edit::numbered(cx.scenario(), &it.project);
            lines.push(
                [cx.tell(&project).to_owned(), place(cx, it.one.as_ref()), place(cx, it.other.as_ref())].join("\t"),
            );
        }
        for (title, findings) in [(say::GAINED, &beside.gained), (say::CURED, &beside.cured)] {
            lines.extend([String::new(), format!("{}\t{name}", cx.say(title))]);
            lines.extend(findings.iter().map(|it| finding(cx, it)));
        }
    }
    lines.join("\n")
}

fn name_of(cx: &Cx<'_>, side: &Side) -> String {
    cx.tell(&cx.bench.side_name(side)).to_owned()
}

fn place(cx: &Cx<'_>, park: Option<&ParkId>) -> String {
    let name = park.map(|it| i18n::finding::park_name(cx.scenario(), it));
    name.map_or_else(|| cx.say(say::QUEUE).to_owned(), |it| cx.tell(&it).to_owned())
}

fn finding(cx: &Cx<'_>, of: &Finding) -> String {
    let rule = cx.scenario().rules.get(&of.rule).map(|it| cx.tell(&it.title).to_owned()).unwrap_or_default();
    let park = of.park.as_ref().map(|it| place(cx, Some(it))).unwrap_or_default();
    [rule, park, cx.tell(&i18n::finding::sentence(cx.world(), of)).to_owned()].join("\t")
}
