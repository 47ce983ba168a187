//! What has room on a page? Its size, its margins, and the widths of the columns of a table on it.

use std::iter;

use super::paper::{Column, Page};

/// Twentieths of a point in a hundred millimetres.
const TWIPS_PER_100_MM: u32 = 5_669;

/// Size and margins, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// Width of the page.
    pub width: u32,
    /// Height of the page.
    pub height: u32,
    /// Margin to the left and to the right.
    pub side: u32,
    /// Margin above and below.
    pub end: u32,
}

impl Measure {
    /// The measure of a page.
    pub fn of(page: Page) -> Self {
        match page {
            Page::A4 => Self { width: 210, height: 297, side: 25, end: 25 },
            Page::A4Close => Self { width: 210, height: 297, side: 18, end: 15 },
            Page::A4Landscape => Self { width: 297, height: 210, side: 20, end: 20 },
            Page::A3Landscape => Self { width: 420, height: 297, side: 20, end: 20 },
        }
    }

    /// Width between the margins, in millimetres.
    pub fn text_width(self) -> u32 {
        self.width - 2 * self.side
    }

    /// Height between the margins, in millimetres.
    pub fn text_height(self) -> u32 {
        self.height - 2 * self.end
    }
}

/// Whether the page lies.
pub fn is_lying(page: Page) -> bool {
    match page {
        Page::A4 | Page::A4Close => false,
        Page::A4Landscape | Page::A3Landscape => true,
    }
}

/// Millimetres in twentieths of a point.
pub fn twips(millimetres: u32) -> u32 {
    (millimetres * TWIPS_PER_100_MM + 50) / 100
}

/// `whole` shared among the columns by their widths; the shares add up to `whole`. A width of 0 counts as 1.
///
/// No share is below the one in `least` of its column, as long as `whole` suffices for all of them.
pub fn shares(columns: &[Column], least: &[u32], whole: u32) -> Vec<u32> {
    let widths: Vec<u64> = columns.iter().map(|column| u64::from(column.width.max(1))).collect();
    let least: Vec<u32> = least.iter().copied().chain(iter::repeat(0)).take(widths.len()).collect();
    if least.iter().map(|it| u64::from(*it)).sum::<u64>() > u64::from(whole) {
        return divided(&least.iter().map(|it| u64::from((*it).max(1))).collect::<Vec<_>>(), whole);
    }
    let mut is_held = vec![false; widths.len()];
    loop {
        let held: u32 = least.iter().zip(&is_held).filter(|(_, is_held)| **is_held).map(|(least, _)| least).sum();
        let free: Vec<u64> =
            widths.iter().zip(&is_held).map(|(width, is_held)| if *is_held { 0 } else { *width }).collect();
        let shares: Vec<u32> = divided(&free, whole - held)
            .into_iter()
            .zip(&least)
            .zip(&is_held)
            .map(|((share, least), is_held)| if *is_held { *least } else { share })
            .collect();
        let mut is_done = true;
        for ((share, least), is_held) in shares.iter().zip(&least).zip(&mut is_held) {
            if share < least {
                *is_held = true;
                is_done = false;
            }
        }
        if is_done {
            return shares;
        }
    }
}

/// `whole` divided by weight; the parts add up to `whole` unless all weights are 0.
fn divided(weights: &[u64], whole: u32) -> Vec<u32> {
    let all = weights.iter().sum::<u64>().max(1);
    let mut seen = 0;
    let mut given = 0;
    let mut parts = Vec::with_capacity(weights.len());
    for weight in weights {
        seen += weight;
        let up_to = u32::try_from(u64::from(whole) * seen / all).unwrap_or(whole);
        parts.push(up_to - given);
        given = up_to;
    }
    parts
}

/// A size made to fit into `room`, keeping its ratio; never made larger. A size without width or height stays.
pub fn fitted(size: (u32, u32), room: (u32, u32)) -> (u32, u32) {
    let (width, height) = (u64::from(size.0), u64::from(size.1));
    if width == 0 || height == 0 || (size.0 <= room.0 && size.1 <= room.1) {
        return size;
    }
    let narrow = |value: u64| u32::try_from(value).unwrap_or(u32::MAX).max(1);
    let by_width = height * u64::from(room.0) / width;
    if by_width <= u64::from(room.1) {
        (room.0, narrow(by_width))
    } else {
        (narrow(width * u64::from(room.1) / height), room.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(width: u16) -> Column {
        Column { head: String::new(), group: String::new(), width, is_figures: false }
    }

    #[test]
    fn shares_add_up() {
        let columns: Vec<Column> = [1, 4, 0, 7].into_iter().map(column).collect();
        let shares = shares(&columns, &[], 1_001);
        assert_eq!(shares.iter().sum::<u32>(), 1_001);
        assert_eq!(shares, [77, 308, 77, 539]);
    }

    #[test]
    fn no_columns_no_shares() {
        assert!(shares(&[], &[], 900).is_empty());
    }

    #[test]
    fn no_share_is_below_the_least() {
        let columns: Vec<Column> = [1, 4, 1, 6].into_iter().map(column).collect();
        assert_eq!(shares(&columns, &[100, 0, 150, 0], 1_200), [100, 380, 150, 570]);
        assert_eq!(shares(&columns, &[100, 400, 100, 600], 1_200), [100, 400, 100, 600]);
        // The third is held only once the first has taken its share.
        assert_eq!(shares(&columns, &[600, 0, 100, 0], 1_200), [600, 200, 100, 300]);
    }

    #[test]
    fn what_is_too_narrow_is_shared_by_need() {
        let columns: Vec<Column> = [1, 1].into_iter().map(column).collect();
        assert_eq!(shares(&columns, &[300, 900], 600), [150, 450]);
    }

    #[test]
    fn pictures_keep_their_ratio() {
        assert_eq!(fitted((800, 400), (400, 900)), (400, 200));
        assert_eq!(fitted((400, 800), (400, 600)), (300, 600));
        assert_eq!(fitted((400, 600), (400, 600)), (400, 600));
        assert_eq!(fitted((0, 800), (400, 600)), (0, 800));
        assert_eq!(fitted((u32::MAX, 1), (400, 600)), (400, 1));
    }

    #[test]
    fn paper_is_as_wide_as_it_says() {
        assert_eq!(twips(210), 11_905);
        assert_eq!(Measure::of(Page::A3Landscape).text_width(), 380);
    }
}
