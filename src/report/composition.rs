//! What is made in every park? A row a park and sub-sector, with the plan, by output, with the share and the quotient.

use super::{
    Desk,
    cells::{self, column, figures},
    indices,
    paper::{Table, Value},
};
use crate::{
    analysis::{
        profile::{Analysis, TradeHere},
        structure::Trade,
    },
    i18n::report::words as say,
};

/// The table of all parks.
pub fn table(desk: &Desk<'_>) -> Table {
    let analysis = indices::analysis(desk);
    let assumed = desk.parks_with_assumed_output();
    let mut rows = Vec::new();
    for (number, id) in analysis.structure.parks.iter().enumerate() {
        let is_assumed = assumed.contains(id);
        for here in &analysis.park(number).trades {
            let mut row = vec![cells::words(desk.park(id))];
            row.extend(cells_of(desk, &analysis, here, is_assumed));
            rows.push(row);
        }
    }
    let mut columns = columns(desk);
    columns.insert(0, column(desk.say(say::PARK), 2));
    Table {
        notes: vec![desk.say(say::ASSUMED_MEANS).to_owned()],
        ..cells::table(desk.say(say::COMPOSITION), "", columns, rows)
    }
}

/// The `most` largest sub-sectors of one park.
pub fn of_park(desk: &Desk<'_>, analysis: &Analysis<'_>, number: usize, is_assumed: bool, most: usize) -> Table {
    let trades = analysis.park(number).trades;
    let rows = trades.iter().take(most).map(|here| cells_of(desk, analysis, here, is_assumed)).collect();
    cells::table(desk.say(say::COMPOSITION), "", columns(desk), rows)
}

fn columns(desk: &Desk<'_>) -> Vec<super::paper::Column> {
    vec![
        column(desk.say(say::INDUSTRY), 3),
        figures(desk.say(say::OUTPUT_WAN), 2),
        figures(desk.say(say::SHARE_PERCENT), 1),
        figures(desk.say(say::QUOTIENT), 1),
        figures(desk.say(say::FIRMS), 1),
    ]
}

fn cells_of(desk: &Desk<'_>, analysis: &Analysis<'_>, here: &TradeHere, is_assumed: bool) -> Vec<Value> {
    let name = match analysis.structure.trades.get(here.trade) {
        Some(Trade::Industry(id)) => desk.industry(id),
        Some(Trade::Sector { name, .. }) => desk.tell(name),
        None => String::new(),
    };
    vec![
        cells::words(name),
        cells::wan_of(here.size, is_assumed),
        cells::percent(Ok(here.share), is_assumed),
        cells::calculated(here.quotient, 2, is_assumed),
        cells::whole(here.firms),
    ]
}
