//! Which plan is there at once? Projects in the order of what they bring for what they use, each in the best park with room.

use super::{
    layout::Layout,
    prices::{Stop, real},
    problem::{LANES, NEVER, NOWHERE, Problem, Role},
    state::{State, within},
};

/// A plan from `start`, with its value; positions stay as they are. Looks at every choice twice.
pub(super) fn first_plan(problem: &Problem, start: &Layout, stop: Stop) -> (i64, Layout) {
    let given = &problem.given;
    let guide = &problem.worth;
    let mut state = State::of(problem, start, guide);
    let total = |lane: usize| given.parks.iter().map(|it| f64::from(it.capacity[lane])).sum::<f64>().max(1.);
    let totals: [f64; LANES] = std::array::from_fn(total);
    let pooled: [f64; LANES] =
        std::array::from_fn(|lane| given.zones.iter().map(|it| real(it[lane])).sum::<f64>().max(1.));
    let mut order: Vec<(f64, usize)> = vec![];
    for (project, it) in given.projects.iter().enumerate() {
        let row = problem.rows[project]..problem.rows[project + 1];
        let best = row.filter(|choice| problem.worth[*choice] != NEVER).max_by_key(|choice| problem.worth[*choice]);
        let (Some(choice), NOWHERE) = (best, state.at[project]) else { continue };
        let need = problem.need(project, choice);
        let used: f64 =
            (0..LANES).map(|lane| f64::from(need[lane]) / totals[lane] + f64::from(it.draw[lane]) / pooled[lane]).sum();
        order.push((real(problem.worth[choice] + it.penalty) / used.max(1e-12), project));
    }
    order.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    for (number, (_, project)) in order.into_iter().enumerate() {
        if number % 256 == 0 && stop() {
            break;
        }
        let kind = problem.kind(project);
        let mut best: Option<(i64, usize, usize)> = None;
        for (host, park) in problem.hosts[kind].iter().enumerate() {
            let (choice, park) = (problem.rows[project] + host, *park as usize);
            let cell = problem.cell(park, kind);
            let gain = guide[choice].saturating_add(state.gain[cell] + problem.penalties[project]);
            let fits = || {
                state.role[cell] != Role::None
                    && within(problem.need(project, choice), &state.free[park])
                    && state.pools_hold(problem, project, problem.zone(park))
            };
            if gain > best.map_or(0, |it| it.0) && fits() {
                best = Some((gain, choice, park));
            }
        }
        if let Some((_, choice, park)) = best {
            state.put(problem, guide, project, choice, park);
        }
    }
    (state.value, state.layout())
}
