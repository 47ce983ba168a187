//! What does a general solver say? The same problem as a mixed-integer model, solved by HiGHS: a second opinion, independent of
//! everything else here, and the oracle of the tests. Only with the feature `exact`, which builds HiGHS from its source.
//!
//! Columns: a project in a park; a position in a role; for each sub-sector in a park the firms that meet their like, the pairs of
//! linked ones, and the projects under a leading position. Each of these is worth something, so that the solver makes it as large
//! as its rows allow: `s ≤ n + e − 1` (`n − y`, where nobody is there yet and `y` tells whether somebody comes), `m ≤ n_k + e_k`,
//! `m ≤ n_l + e_l`, `t ≤ n`, `t ≤ T_L · led`, and all of them at most `T`.

use std::collections::BTreeMap;

use highs::{Col, HighsModelStatus, RowProblem, Sense};

use super::{
    layout::Layout,
    problem::{LANES, NEVER, Problem, Role},
};

/// What HiGHS found.
#[derive(Debug, Clone, PartialEq)]
pub struct Exact {
    /// Its plan.
    pub layout: Layout,
    /// The value of that plan, reckoned from scratch.
    pub value: i64,
    /// Whether it is proven best.
    pub is_best: bool,
}

/// Solves `problem` by HiGHS in at most so many seconds; `None` where it has found no plan by then.
///
/// Prices and penalties beyond about 10⁹ are more than its tolerances can tell apart.
pub fn exact(problem: &Problem, seconds: f64) -> Option<Exact> {
    let mut model = Model { problem, columns: RowProblem::default(), in_cell: BTreeMap::new(), chosen: Vec::new() };
    let roles = model.roles();
    model.choices();
    model.cover(&roles);
    model.limits();
    model.bonuses(&roles);
    let chosen = std::mem::take(&mut model.chosen);
    let mut solver = model.columns.optimise(Sense::Maximise);
    solver.make_quiet();
    solver.set_option("time_limit", seconds);
    solver.set_option("mip_rel_gap", 0.0);
    solver.set_option("mip_abs_gap", 0.5);
    solver.set_option("threads", 1);
    let solved = solver.solve();
    let is_best = solved.status() == HighsModelStatus::Optimal;
    let solution = solved.get_solution();
    let values = solution.columns();
    let is_on = |column: Col| values.get(column.index()).is_some_and(|it| *it > 0.5);
    let mut layout = Layout {
        park_of: vec![None; problem.projects()],
        roles: problem.given.parks.iter().map(|it| it.offers.iter().map(|it| it.start).collect()).collect(),
    };
    for (project, park, column) in chosen {
        if is_on(column) {
            layout.park_of[project] = u32::try_from(park).ok();
        }
    }
    for (park, offers) in roles.iter().enumerate() {
        for (offer, of) in offers.iter().enumerate() {
            if let Some([characteristic, leading]) = of {
                layout.roles[park][offer] = if is_on(*leading) {
                    Role::Leading
                } else if is_on(*characteristic) {
                    Role::Characteristic
                } else {
                    Role::None
                };
            }
        }
    }
    layout.broken(problem).is_empty().then(|| Exact { value: layout.value(problem), is_best, layout })
}

/// Columns of the roles of each offer, characteristic and leading, where positions may change.
type Roles = Vec<Vec<Option<[Col; 2]>>>;

struct Model<'p> {
    problem: &'p Problem,
    columns: RowProblem,
    /// The choices of each cell: projects of a sub-sector in a park.
    in_cell: BTreeMap<usize, Vec<Col>>,
    chosen: Vec<(usize, usize, Col)>,
}

#[expect(clippy::cast_precision_loss, reason = "what is beyond 2^53 is beyond HiGHS as well")]
const fn real(number: i64) -> f64 {
    number as f64
}

impl Model<'_> {
    /// A number of roles of 0 or 1 each, where positions may change; their rows.
    fn roles(&mut self) -> Roles {
        let given = &self.problem.given;
        let mut roles: Roles = given.parks.iter().map(|it| vec![None; it.offers.len()]).collect();
        if !given.redesign {
            return roles;
        }
        for (park, it) in given.parks.iter().enumerate() {
            let (mut leading, mut characteristic) = (Vec::new(), Vec::new());
            let mut of_kind: BTreeMap<u16, Vec<(Col, f64)>> = BTreeMap::new();
            for (at, offer) in it.offers.iter().enumerate() {
                let [none, other, led] = offer.cost;
                let columns = [
                    self.columns.add_integer_column(real(none - other), 0..=1),
                    self.columns.add_integer_column(real(none - led), 0..=1),
                ];
                let both = columns.map(|it| (it, 1.0));
                if offer.locked {
                    self.columns.add_row(1..=1, both);
                } else {
                    self.columns.add_row(..=1, both);
                }
                for kind in &offer.kinds {
                    of_kind.entry(*kind).or_default().extend(both);
                }
                characteristic.push((columns[0], 1.0));
                leading.push((columns[1], 1.0));
                roles[park][at] = Some(columns);
            }
            self.columns.add_row(..=i32::from(it.slots.leading), leading.clone());
            self.columns.add_row(..=i32::from(it.slots.characteristic), characteristic.clone());
            self.columns.add_row(..=i32::from(it.slots.both), leading.into_iter().chain(characteristic));
            for covering in of_kind.into_values() {
                self.columns.add_row(..=1, covering);
            }
        }
        roles
    }

    /// A column for every choice; each project in one park at most, and where it is pinned.
    fn choices(&mut self) {
        for (project, it) in self.problem.given.projects.iter().enumerate() {
            let mut of_project = Vec::new();
            for park in 0..self.problem.parks() {
                let Some(worth) = self.problem.worth_in(project, park).filter(|it| *it > NEVER) else { continue };
                let is_pin = it.pin.is_some_and(|pin| pin as usize == park);
                let column = self.columns.add_integer_column(real(worth + it.penalty), i32::from(is_pin)..=1);
                of_project.push((column, 1.0));
                let cell = self.problem.cell(park, usize::from(it.kind));
                self.in_cell.entry(cell).or_default().push(column);
                self.chosen.push((project, park, column));
            }
            self.columns.add_row(..=1, of_project);
        }
    }

    /// A project goes only where a position covers it, or where it may stay all the same.
    fn cover(&mut self, roles: &Roles) {
        for (project, park, column) in &self.chosen {
            let it = &self.problem.given.projects[*project];
            let may_stay = u32::try_from(*park).is_ok_and(|at| self.problem.may_stay_uncovered(*project, at));
            if may_stay {
                continue;
            }
            let offers = &self.problem.given.parks[*park].offers;
            let covering: Vec<usize> = (0..offers.len()).filter(|at| offers[*at].kinds.contains(&it.kind)).collect();
            let is_covered = covering.iter().any(|at| roles[*park][*at].is_none() && offers[*at].start != Role::None);
            if is_covered {
                continue;
            }
            let columns = covering.iter().filter_map(|at| roles[*park][*at]).flatten().map(|it| (it, -1.0));
            self.columns.add_row(..=0, columns.chain([(*column, 1.0)]).collect::<Vec<_>>());
        }
    }

    /// What parks and zones hold, and how many projects may move.
    fn limits(&mut self) {
        let given = &self.problem.given;
        let mut of_park: BTreeMap<(usize, usize), Vec<(Col, f64)>> = BTreeMap::new();
        let mut of_zone: BTreeMap<(usize, usize), Vec<(Col, f64)>> = BTreeMap::new();
        let (mut started, mut stays) = (0, Vec::new());
        for (project, park, column) in &self.chosen {
            let it = &given.projects[*project];
            let Some(choice) = self.problem.choice(*project, *park) else { continue };
            let need = self.problem.need(*project, choice);
            for lane in 0..LANES {
                if need[lane] != 0 {
                    of_park.entry((*park, lane)).or_default().push((*column, f64::from(need[lane])));
                }
                if it.draw[lane] != 0 {
                    let zone = self.problem.zone(*park);
                    of_zone.entry((zone, lane)).or_default().push((*column, f64::from(it.draw[lane])));
                }
            }
            if it.start.is_some_and(|start| start as usize == *park) {
                stays.push((*column, 1.0));
            }
        }
        for ((park, lane), row) in of_park {
            self.columns.add_row(..=given.parks[park].capacity[lane], row);
        }
        for ((zone, lane), row) in of_zone {
            self.columns.add_row(..=real(given.zones[zone][lane]), row);
        }
        if let Some(most) = given.most_moved {
            started += given.projects.iter().filter(|it| it.start.is_some()).count();
            let least = i64::try_from(started.saturating_sub(most)).unwrap_or(i64::MAX);
            self.columns.add_row(real(least).., stays);
        }
    }

    /// What projects bring each other.
    fn bonuses(&mut self, roles: &Roles) {
        let given = &self.problem.given;
        for park in 0..self.problem.parks() {
            for (kind, of_kind) in given.kinds.iter().enumerate() {
                let cell = self.problem.cell(park, kind);
                let Some(choices) = self.in_cell.get(&cell).cloned() else { continue };
                let firms = i64::from(self.problem.firms[cell]);
                if of_kind.same != 0 {
                    self.same(&choices, firms, of_kind.same);
                }
                let offers = &given.parks[park].offers;
                for (at, offer) in offers.iter().enumerate() {
                    if of_kind.leading == 0 || !offer.kinds.iter().any(|it| usize::from(*it) == kind) {
                        continue;
                    }
                    let most = real(given.leading_saturation);
                    let count = |it: Col| choices.iter().map(|it| (*it, -1.0)).chain([(it, 1.0)]).collect::<Vec<_>>();
                    match roles[park][at] {
                        Some([_, leading]) => {
                            let led = self.columns.add_column(real(of_kind.leading), 0.0..=most);
                            self.columns.add_row(..=0, count(led));
                            self.columns.add_row(..=0, [(led, 1.0), (leading, -most)]);
                        }
                        None if offer.start == Role::Leading => {
                            let led = self.columns.add_column(real(of_kind.leading), 0.0..=most);
                            self.columns.add_row(..=0, count(led));
                        }
                        None => {}
                    }
                }
            }
            for (one, other, bonus) in &given.links {
                let cells = [one, other].map(|it| self.problem.cell(park, usize::from(*it)));
                let firms = cells.map(|cell| i64::from(self.problem.firms[cell]));
                let sides = cells.map(|cell| self.in_cell.get(&cell).cloned().unwrap_or_default());
                if sides.iter().all(Vec::is_empty) {
                    continue;
                }
                let most = real(given.saturation);
                let met = self.columns.add_column(real(*bonus), 0.0..=most);
                for (side, firms) in sides.into_iter().zip(firms) {
                    let row = side.into_iter().map(|it| (it, -1.0)).chain([(met, 1.0)]).collect::<Vec<_>>();
                    self.columns.add_row(..=real(firms), row);
                }
            }
        }
    }

    /// Firms of a sub-sector that meet their like.
    fn same(&mut self, choices: &[Col], firms: i64, bonus: i64) {
        let most = real(self.problem.given.saturation);
        let met = self.columns.add_column(real(bonus), 0.0..=most);
        let mut row: Vec<(Col, f64)> = choices.iter().map(|it| (*it, -1.0)).chain([(met, 1.0)]).collect();
        if firms > 0 {
            self.columns.add_row(..=real(firms - 1), row);
            return;
        }
        let comes = self.columns.add_integer_column(0.0, 0..=1);
        row.push((comes, 1.0));
        self.columns.add_row(..=0, row);
        let number = i64::try_from(choices.len()).unwrap_or(i64::MAX);
        let any = choices.iter().map(|it| (*it, 1.0)).chain([(comes, -real(number))]).collect::<Vec<_>>();
        self.columns.add_row(..=0, any);
    }
}
