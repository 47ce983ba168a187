//! Rows of a sheet whose cells stand in columns.

use egui::{
    Align, Color32, Rect, Role as AccessRole, Sense, Ui, WidgetInfo, pos2,
    text::{LayoutJob, TextFormat, TextWrapping},
    vec2,
};

use crate::ui::{
    cx::Cx,
    theme::{Lettering, SPACE_6, SPACE_16, Type},
    widgets::{
        text::{Span, line, one_or_two_lines, width_of},
        tip::Tip,
    },
};

/// A column: its part of the width in hundredths, and where its cells stand in it.
pub type Column = (f32, Align);

/// A cell: words, size, colour.
pub type Cell<'a> = (&'a str, Type, Color32);

/// Where the cells of a row stand.
pub fn places(rect: Rect, columns: &[Column]) -> Vec<(Rect, Align)> {
    let rect = Rect::from_min_max(rect.min + vec2(SPACE_6, 0.0), rect.max + vec2(SPACE_16 - SPACE_6, 0.0));
    let mut left = rect.left();
    let mut place = |(part, align): &Column| {
        let right = left + rect.width() * part / 100.0;
        let place = Rect::from_min_max(pos2(left, rect.top()), pos2(right - SPACE_16, rect.bottom()));
        left = right;
        (place, *align)
    };
    columns.iter().map(&mut place).collect()
}

/// Paints cells in their columns; `true` when one is cut. Words go into two smaller lines if need be.
pub fn paint_cells(ui: &Ui, rect: Rect, columns: &[Column], cells: &[Cell<'_>]) -> bool {
    let mut is_cut = false;
    for ((place, align), (words, style, colour)) in places(rect, columns).into_iter().zip(cells) {
        let shown = match align {
            Align::Min => one_or_two_lines(ui.painter(), place, &[Span::new(words, *style, *colour)]),
            Align::Center | Align::Max if width_of(ui.painter(), words, *style) > place.width() => {
                is_cut |= paint_two_lines_at_right(ui, place, words, *colour);
                continue;
            }
            Align::Center | Align::Max => line(ui.painter(), place, align, words, *style, *colour),
        };
        is_cut |= shown.truncated;
    }
    is_cut
}

/// Paints words in two small lines that end at the right; `true` when they are cut.
fn paint_two_lines_at_right(ui: &Ui, place: Rect, words: &str, colour: Color32) -> bool {
    let format =
        TextFormat { line_height: Some(Type::Micro.line_height()), ..TextFormat::simple(Type::Micro.font(), colour) };
    let job = LayoutJob {
        wrap: TextWrapping { max_width: place.width(), max_rows: 2, ..TextWrapping::default() },
        halign: Align::Max,
        ..LayoutJob::single_section(words.to_owned(), format)
    };
    let galley = ui.painter().layout_job(job);
    let is_cut = galley.elided;
    ui.painter().galley(pos2(place.right(), place.center().y - galley.size().y / 2.0), galley, colour);
    is_cut
}

/// A row that only tells, over the width; `spoken` is what a screen reader says.
pub fn told_row_ui(ui: &mut Ui, height: f32, columns: &[Column], cells: &[Cell<'_>], spoken: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let is_cut = paint_cells(ui, rect, columns, cells);
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, spoken));
    if is_cut {
        response.tip(spoken);
    }
}

/// The heads of the columns, with a line under them.
pub fn head_ui(ui: &mut Ui, cx: &Cx<'_>, columns: &[Column], names: &[&str]) {
    let cells: Vec<Cell<'_>> = names.iter().map(|it| (*it, Type::Small, cx.theme.text2)).collect();
    told_row_ui(ui, 30.0, columns, &cells, &names.join(" · "));
    let below = ui.min_rect().bottom();
    let x = ui.max_rect().x_range();
    ui.painter().hline(x, below, cx.theme.edge());
}
