//! What letter does an index earn (评价等级)? Marks that are fixed beforehand; one met exactly is met.

use super::super::SLACK;
use crate::model::indicator::Grade;

/// The least index for each grade but the last, none below the next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Marks {
    /// For [`Grade::A`].
    pub a: f64,
    /// For [`Grade::B`].
    pub b: f64,
    /// For [`Grade::C`].
    pub c: f64,
}

impl Marks {
    /// 80, 65 and 50 points.
    pub const STANDARD: Self = Self { a: 80.0, b: 65.0, c: 50.0 };
}

impl Grade {
    /// The grade of an `index`, met with a slack of 1e-12.
    pub fn of(index: f64, marks: &Marks) -> Self {
        let grades = [(marks.a, Self::A), (marks.b, Self::B), (marks.c, Self::C)];
        grades.into_iter().find(|(mark, _)| index >= mark - SLACK).map_or(Self::D, |(_, grade)| grade)
    }

    /// This grade, or `cap` if that is worse: after an accident no park is better than the cap.
    #[must_use]
    pub fn at_best(self, cap: Self) -> Self {
        self.max(cap)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(index: f64) -> Grade {
        Grade::of(index, &Marks::STANDARD)
    }

    #[test]
    fn a_mark_met_exactly_is_met_and_a_hair_below_is_not() {
        assert_eq!([80.0, 65.0, 50.0, 1.0].map(of), [Grade::A, Grade::B, Grade::C, Grade::D]);
        assert_eq!([79.999_999, 64.999_999, 49.999_999].map(of), [Grade::B, Grade::C, Grade::D]);
        assert_eq!(of(65.0 - 1e-13), Grade::B);
    }

    #[test]
    fn a_cap_lowers_the_better_grades_only() {
        assert_eq!([Grade::A, Grade::C, Grade::D].map(|grade| grade.at_best(Grade::C)), [Grade::C, Grade::C, Grade::D]);
    }
}
