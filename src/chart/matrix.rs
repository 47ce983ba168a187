//! Parks down, something across: what the pictures with a cell for each pair have in common.

use emath::{Align, Rect, Vec2, pos2, vec2};

use super::{
    picture::{Picture, Subject, broken},
    scene::{Scene, length},
};
use crate::{analysis::structure::Trade, i18n::chart as say, look::Type, model::id::ParkId};

/// Height of the head of trades, in points.
pub const HEAD: f32 = 50.0;
/// Lines of the name of a trade.
const LINES: usize = 2;

/// Where the cells of a matrix stand.
#[derive(Debug, Clone, Copy)]
pub struct Grid {
    /// Room of the rows with their names.
    pub body: Rect,
    /// Width of the names.
    pub names: f32,
    /// Size of a cell.
    pub step: Vec2,
}

impl Grid {
    /// A grid of this many columns and rows, the rows no higher and no lower than `row`.
    pub fn new(body: Rect, names: f32, [columns, rows]: [usize; 2], row: [f32; 2]) -> Self {
        let [least, largest] = row;
        let width = (body.width() - names) / length(columns.max(1));
        let height = (body.height() / length(rows.max(1))).clamp(least, largest);
        Self { body, names, step: vec2(width, height) }
    }

    /// Left edge of a column.
    pub fn left(&self, column: usize) -> f32 {
        self.body.left() + self.names + self.step.x * length(column)
    }

    /// A row from its name to its end.
    pub fn row(&self, row: usize) -> Rect {
        let top = self.body.top() + self.step.y * length(row);
        Rect::from_min_size(pos2(self.body.left(), top), vec2(self.body.width(), self.step.y))
    }

    /// The cell of a column in a row.
    pub fn cell(&self, column: usize, row: usize) -> Rect {
        Rect::from_min_size(pos2(self.left(column), self.row(row).top()), self.step)
    }

    /// Draws seal and name of each trade above its column, from `top` on.
    pub fn trades(&self, picture: &mut Picture, scene: &Scene<'_>, top: f32, trades: &[&Trade]) {
        let colours = scene.colours;
        for (column, trade) in trades.iter().enumerate() {
            let left = self.left(column);
            let seal = Rect::from_center_size(pos2(left + self.step.x / 2.0, top + 10.0), Vec2::splat(18.0));
            picture.seal(seal, &scene.trade_seal(trade), colours, scene.is_chinese());
            let name = scene.trade_name(trade);
            let lines = broken(say::brief_trade(&name, scene.lang), Type::Micro.into(), self.step.x - 2.0);
            let last = lines.len().min(LINES);
            for (at, line) in lines.iter().take(LINES).enumerate() {
                // What has no room in these lines ends in an ellipsis.
                let words = if at + 1 == last && lines.len() > last { format!("{line}…") } else { line.clone() };
                let place = Rect::from_min_size(pos2(left, top + 21.0 + 13.0 * length(at)), vec2(self.step.x, 13.0));
                picture.words(place.shrink2(vec2(1.0, 0.0)), Align::Center, &words, Type::Micro, colours.text2);
            }
            if let Some(industry) = scene.industry_of(trade) {
                let area = Rect::from_min_size(pos2(left, top), vec2(self.step.x, HEAD));
                picture.mark(area, Subject::industry(industry), name);
            }
        }
    }

    /// Draws the name of a park before its row, the selected one on its ground; `tip` is said of the row.
    pub fn park(&self, picture: &mut Picture, scene: &Scene<'_>, at: usize, (id, name): (&ParkId, &str), tip: String) {
        let row = self.row(at);
        let is_selected = Some(id) == scene.selected;
        if is_selected {
            picture.fill(row, 4.0, scene.colours.accent_soft);
        }
        let style = if is_selected { Type::SmallBold } else { Type::Small };
        let place = Rect::from_min_size(row.min + vec2(4.0, 0.0), vec2(self.names - 8.0, self.step.y));
        picture.words(place, Align::Min, name, style, scene.colours.text1);
        picture.mark(row, Subject::park(id), tip);
    }
}
