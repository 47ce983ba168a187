//! What do the parks still have to give? Demand of the plan against what each park has to spare, factor by factor.
//!
//! `(demand of placed projects + live reservations) / spare`. Whether a factor suffices is judged by the rules and only shown here.

use emath::{Align, Rect, Vec2, pos2, vec2};

use super::{
    matrix::Grid,
    picture::{Edge, Picture, Subject},
    scene::{self, Nothing, Row, Scene},
    table::{Cell, Table},
};
use crate::{
    i18n::{chart as say, figure, term},
    look::{Tone, Type, readable_on},
    model::{id::ParkId, policy::SiteFactor, quantity::Mu},
    rules::{
        capacity,
        finding::{Detail, Finding, State},
    },
};

const ROW: [f32; 2] = [14.0, 44.0];
const HEAD: f32 = 34.0;
const FOOT: f32 = 22.0;
/// Lower ends of the classes of colour, as shares in use.
const CLASSES: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 0.9];

/// A factor, or net land.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Factor {
    Land,
    Of(SiteFactor),
}

impl Factor {
    fn all() -> impl Iterator<Item = Self> {
        [Self::Land].into_iter().chain(SiteFactor::ALL.map(Self::Of))
    }

    fn name(self, scene: &Scene<'_>) -> &'static str {
        scene.say(match self {
            Self::Land => say::LAND,
            Self::Of(factor) => term::site_factor(factor),
        })
    }

    fn unit(self, scene: &Scene<'_>) -> &'static str {
        scene.say(match self {
            Self::Land => say::MU,
            Self::Of(factor) => term::site_factor_unit(factor),
        })
    }

    fn figure(self, steps: i64) -> String {
        match self {
            Self::Land => figure::mu_figure(Mu::from_steps(steps)),
            Self::Of(factor) => figure::factor_figure(factor, steps),
        }
    }

    /// Whether a finding is the one about this factor.
    fn is_judged_by(self, finding: &Finding) -> bool {
        match (&finding.detail, self) {
            (Detail::Land { .. }, Self::Land) => true,
            (Detail::Capacity { factor, .. }, Self::Of(own)) => *factor == own,
            _ => false,
        }
    }
}

/// A factor of a park.
struct Use {
    demand: i64,
    spare: Option<i64>,
    state: Option<State>,
}

impl Use {
    fn of(scene: &Scene<'_>, id: &ParkId, factor: Factor) -> Option<Self> {
        let (park, facts) = (scene.park(id)?, scene.judgement.facts().park(id)?);
        let (demand, spare) = match factor {
            Factor::Land => (facts.land_demand().steps(), park.capacities.net_land.map(Mu::steps)),
            Factor::Of(factor) => (facts.demand(factor).total(), capacity::spare(&park.capacities, factor)),
        };
        let finding = scene.judgement.of_park(id).iter().find(|finding| factor.is_judged_by(finding));
        Some(Self { demand, spare, state: finding.map(|finding| finding.state) })
    }

    /// Share in use; `None` where the park does not state what it has, or has none and needs none.
    #[expect(clippy::cast_precision_loss, reason = "figures of a park are far below 2^53")]
    fn share(&self) -> Option<f64> {
        let spare = self.spare?;
        if spare == 0 { (self.demand > 0).then_some(f64::INFINITY) } else { Some(self.demand as f64 / spare as f64) }
    }
}

/// The picture, in this size.
pub fn picture(scene: &Scene<'_>, size: Vec2) -> Result<Picture, Nothing> {
    let structure = scene.shown();
    if structure.parks.is_empty() {
        return Err(Nothing { why: say::NO_PARKS, cure: say::ADD_PARKS });
    }
    let colours = scene.colours;
    let mut picture = Picture::new(size);
    let [above, foot] = scene::split_bottom(picture.rect(), FOOT);
    let [head, body] = scene::split_top(above, HEAD);
    let rows = scene::rows(structure, scene.selected, scene::room_for(body.height(), ROW[0]));
    let parks: Vec<&ParkId> = rows
        .iter()
        .filter(|row| matches!(row, Row::Park(_)))
        .flat_map(Row::parks)
        .filter_map(|at| structure.parks.get(*at))
        .collect();
    let names: Vec<String> = parks.iter().map(|id| scene.park_name(id)).collect();
    let width = scene::widest(names.iter().map(String::as_str), Type::Small, [40.0, body.width() * 0.24]) + 10.0;
    let factors: Vec<Factor> = Factor::all().collect();
    let grid = Grid::new(body, width, [factors.len(), parks.len()], ROW);
    for (column, factor) in factors.iter().enumerate() {
        let left = grid.left(column);
        let name = Rect::from_min_size(pos2(left, head.top()), vec2(grid.step.x, 17.0)).shrink2(vec2(1.0, 0.0));
        picture.words(name, Align::Center, factor.name(scene), Type::Small, colours.text1);
        let unit = Rect::from_min_size(pos2(left, head.top() + 16.0), vec2(grid.step.x, 15.0)).shrink2(vec2(1.0, 0.0));
        picture.words(unit, Align::Center, factor.unit(scene), Type::Micro, colours.text3);
    }
    for (at, (id, name)) in parks.iter().zip(&names).enumerate() {
        grid.park(&mut picture, scene, at, (id, name), name.clone());
        for (column, factor) in factors.iter().enumerate() {
            let cell = grid.cell(column, at).shrink2(vec2(2.0, 1.0));
            if let Some(used) = Use::of(scene, id, *factor) {
                cell_in(&mut picture, scene, cell, id, *factor, &used);
            }
        }
    }
    picture.words(
        foot.shrink2(vec2(4.0, 0.0)),
        Align::Min,
        scene.say(say::CAPACITY_LEGEND),
        Type::Small,
        colours.text2,
    );
    Ok(picture)
}

/// The colours of a state that a reader must not miss.
fn alarm(scene: &Scene<'_>, state: Option<State>) -> Option<Tone> {
    match state? {
        State::Broken => Some(scene.colours.broken),
        State::Near => Some(scene.colours.near),
        State::Waived => Some(scene.colours.waived),
        State::Unknown => Some(scene.colours.unknown),
        State::Holds | State::Off | State::NotApplicable => None,
    }
}

fn cell_in(picture: &mut Picture, scene: &Scene<'_>, cell: Rect, id: &ParkId, factor: Factor, used: &Use) {
    let colours = scene.colours;
    let share = used.share();
    let words = match share {
        None if used.spare.is_none() => "?".to_owned(),
        None => figure::NONE.to_owned(),
        Some(share) if share.is_infinite() => "> 0".to_owned(),
        Some(share) => scene::percent(share),
    };
    let class = share.map_or(0, |share| CLASSES.iter().rposition(|least| share >= *least - 1e-12).unwrap_or(0));
    let fill = if share.is_none_or(|share| share <= 0.0) {
        colours.sunken
    } else {
        colours.sequence.get(class).copied().unwrap_or(colours.sunken)
    };
    let tone = alarm(scene, used.state);
    let (fill, ink) = match tone {
        Some(tone) => (tone.soft, tone.ink),
        None if fill == colours.sunken => (fill, colours.text2),
        None => (fill, readable_on(fill)),
    };
    picture.fill(cell, 3.0, fill);
    if let Some(tone) = tone {
        picture.framed(cell, 3.0, ecolor::Color32::TRANSPARENT, Edge::new(2.0, tone.ink));
    }
    let style = if tone.is_some() || class >= 3 { Type::SmallBold } else { Type::Small };
    picture.whole(cell, Align::Center, &words, style, ink);
    let unit = factor.unit(scene);
    let spare = used.spare.map_or_else(|| "?".to_owned(), |it| factor.figure(it));
    let state = used.state.map(|state| format!(" · {}", scene.say(term::state(state)))).unwrap_or_default();
    let told = format!(
        "{} · {} {} / {spare} {unit} · {words}{state}",
        scene.park_name(id),
        factor.name(scene),
        factor.figure(used.demand),
    );
    picture.mark(cell, Subject::park(id), told);
}

/// The figures: a row a park and factor.
pub fn table(scene: &Scene<'_>) -> Table {
    let heads = [say::PARK, say::FACTOR, say::UNIT, say::IN_USE, say::TO_SPARE, say::USE_PERCENT, say::JUDGED];
    let mut table = Table::new(heads.map(|it| scene.say(it)));
    for id in &scene.shown().parks {
        for factor in Factor::all() {
            let Some(used) = Use::of(scene, id, factor) else { continue };
            let steps = |steps: i64| Cell::Figure(in_unit(factor, steps), 1);
            let undefined = || Cell::Undefined(scene.say(say::NOT_STATED).to_owned());
            let share = used.share().filter(|share| share.is_finite());
            table.rows.push(vec![
                Cell::Words(scene.park_name(id)),
                Cell::Words(factor.name(scene).to_owned()),
                Cell::Words(factor.unit(scene).to_owned()),
                steps(used.demand),
                used.spare.map_or_else(undefined, steps),
                share.map_or_else(undefined, |share| Cell::Figure(share * 100.0, 1)),
                used.state.map_or(Cell::Empty, |state| Cell::Words(scene.say(term::state(state)).to_owned())),
            ]);
        }
    }
    table
}

/// A figure of a factor in its unit: its own text form is the one source of its decimals.
fn in_unit(factor: Factor, steps: i64) -> f64 {
    factor.figure(steps).replace(',', "").replace('−', "-").parse().unwrap_or(f64::NAN)
}

/// What is drawn.
pub fn subtitle(scene: &Scene<'_>) -> String {
    format!("{} · {} · {}", scene.say(say::TIME_PLAN), scene.say(say::CAPACITY_ABOUT), scene.parks_told())
}
