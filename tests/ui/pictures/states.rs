//! Every state of park card, project row, socket and factor bar, each as the card that shows it.

use std::cell::RefCell;

use egui::{Rect, Ui};
use parkboard::{
    io::settings::Settings,
    model::{
        id::{IndustryId, ParkId, ProjectId},
        park::{ParkLevel, Role},
        policy::SiteFactor,
        quantity::Mu,
    },
    rules::finding::{Part, State},
    ui::{
        cx::{Caches, Cx},
        panels::{
            card,
            card_view::{CardView, Meter, Points, ProjectRow, Socket, SocketKind, Tightest, WhatIf},
        },
    },
    workbench::{Workbench, held::Outlook, sample},
};

/// A state by its name, and what makes the card of the sample's Youxian show it.
type Shown = (&'static str, fn(&mut CardView));

/// All states.
pub const STATES: &[Shown] = &[
    ("card at rest", |_| {}),
    ("card selected", |card| card.is_selected = true),
    ("card locked", |card| card.is_locked = true),
    ("card broken", |card| card.badge = Some("承载产业 6/5".to_owned())),
    ("card broken and selected", |card| {
        card.badge = Some("承载产业 6/5".to_owned());
        card.is_selected = true;
    }),
    ("card with nothing to tell", |card| card.states.clear()),
    ("card with every state", |card| {
        card.states = vec![(State::Broken, 2), (State::Unknown, 3), (State::Near, 4), (State::Waived, 1)];
    }),
    ("card of a national park", |card| card.level = ParkLevel::National),
    ("card of a municipal park", |card| card.level = ParkLevel::Municipal),
    ("drop that stands here already", |card| held(card, Outlook::Here, None)),
    ("drop that is good", |card| held(card, Outlook::Good, None)),
    ("drop that is good, under the pointer", |card| over(card, Outlook::Good, None)),
    ("drop that comes near", |card| held(card, Outlook::Watch, Some(State::Near))),
    ("drop that comes near, under the pointer", |card| over(card, Outlook::Watch, Some(State::Near))),
    ("drop that asks for data", |card| held(card, Outlook::Watch, Some(State::Unknown))),
    ("drop that breaks a cap", |card| held(card, Outlook::Breaks, Some(State::Broken))),
    ("drop that breaks a cap, under the pointer", |card| over(card, Outlook::Breaks, Some(State::Broken))),
    ("drop that is vetoed", |card| held(card, Outlook::Refused, Some(State::Broken))),
    ("drop that is vetoed, under the pointer", |card| over(card, Outlook::Refused, Some(State::Broken))),
    ("drop that ranks first", |card| ranked(card, 1)),
    ("drop that ranks second", |card| ranked(card, 2)),
    ("drop that ranks fourth", |card| ranked(card, 4)),
    ("drop with a band", |card| points(card).band = Some("742–800".to_owned())),
    ("drop whose score is a hint", |card| points(card).hint = Some("数据不足".to_owned())),
    ("card that ranks first for the selected project", |card| card.rank = Some(1)),
    ("card that ranks second for the selected project", |card| card.rank = Some(2)),
    ("socket free", |card| socket(card, SocketKind::Free)),
    ("socket filled", |card| socket(card, SocketKind::Filled)),
    ("socket hit", |card| socket(card, SocketKind::Hit)),
    ("socket that would be filled", |card| socket(card, SocketKind::WouldFill)),
    ("socket that sticks out", |card| socket(card, SocketKind::Overflow)),
    ("socket that is left", |card| socket(card, SocketKind::Leaving)),
    ("meter over its cap", |card| meter(card).cap = Some(1)),
    ("meter without a cap", |card| meter(card).cap = None),
    ("land nearly used up", |card| land(card, 950, 0)),
    ("land over", |card| land(card, 1_050, 0)),
    ("land with what is added", |card| land(card, 300, 200)),
    ("land assumed", |card| card.land.is_assumed = !card.land.is_assumed),
    ("land unknown", |card| card.land.capacity = None),
    ("tightest factor near its limit", |card| card.tightest = Some(tightest(95, 95))),
    ("tightest factor over", |card| card.tightest = Some(tightest(90, 130))),
    ("no tightest factor", |card| card.tightest = None),
    ("project selected", |card| row(card).is_selected = true),
    ("project pinned", |card| row(card).is_pinned = !row(card).is_pinned),
    ("project that causes", |card| row(card).part = Some(Part::Cause)),
    ("project in the context", |card| row(card).part = Some(Part::Context)),
    ("project near", |card| row(card).marks = vec![State::Near]),
    ("project waived", |card| row(card).marks = vec![State::Waived]),
    ("project held", |card| row(card).is_held = true),
    ("no project", |card| {
        card.projects.rows.clear();
        card.projects.count = 0;
    }),
    ("more projects than rows", |card| card.projects.count = 9),
    ("a crowd of projects", |card| {
        card.projects.count = 40;
        card.projects.bar = vec![(industry("laser"), 0.6), (industry("robots"), 0.4)];
    }),
];

fn industry(id: &str) -> IndustryId {
    IndustryId::new(id).unwrap_or_else(|_| unreachable!("an id"))
}

fn what_if(outlook: Outlook, worst: Option<State>, is_over: bool) -> WhatIf {
    WhatIf {
        outlook,
        veto: "否决",
        points: Some(Points { total: "864".to_owned(), band: None, hint: None }),
        fit: "主导定位".to_owned(),
        worst,
        sentence: "新增突破 承载产业 6/5".to_owned(),
        more: "用地 130 → 185 亩".to_owned(),
        is_over,
    }
}

fn held(card: &mut CardView, outlook: Outlook, worst: Option<State>) {
    card.what_if = Some(what_if(outlook, worst, false));
}

fn over(card: &mut CardView, outlook: Outlook, worst: Option<State>) {
    card.what_if = Some(what_if(outlook, worst, true));
}

fn ranked(card: &mut CardView, rank: usize) {
    held(card, Outlook::Good, None);
    card.rank = Some(rank);
}

fn points(card: &mut CardView) -> &mut Points {
    held(card, Outlook::Good, None);
    card.what_if.as_mut().and_then(|it| it.points.as_mut()).unwrap_or_else(|| unreachable!("held"))
}

fn meter(card: &mut CardView) -> &mut Meter {
    &mut card.meters[1]
}

fn socket(card: &mut CardView, kind: SocketKind) {
    let meter = meter(card);
    let of = meter.sockets.last().and_then(|it| it.industry.clone()).filter(|_| kind != SocketKind::Free);
    let socket = Socket { kind, name: "机器人".to_owned(), industry: of, position: None };
    meter.sockets = meter.sockets.iter().take(1).cloned().chain([socket]).collect();
}

fn land(card: &mut CardView, used: i64, added: i64) {
    card.land.capacity = Some(Mu::from_steps(100_000));
    card.land.used = Mu::from_steps(used * 100);
    card.land.added = Mu::from_steps(added * 100);
}

fn tightest(used: i64, after: i64) -> Tightest {
    let words = "污水 6,000 / 8,000 t/d".to_owned();
    Tightest { factor: SiteFactor::Sewage, name: "污水".to_owned(), used, after, words }
}

fn row(card: &mut CardView) -> &mut ProjectRow {
    card.projects.rows.first_mut().unwrap_or_else(|| unreachable!("Youxian has projects"))
}

/// The workbench from which all states are made.
pub fn bench(dark: bool, chinese: bool) -> Workbench {
    Workbench::on(sample::scenario(), Settings { chinese, dark, ..Settings::default() })
}

/// Draws Youxian's card in `rect` as `state` makes it; comfortable or compact.
pub fn draw(ui: &mut Ui, bench: &Workbench, caches: &Caches, rect: Rect, roomy: bool, state: fn(&mut CardView)) {
    let commands = RefCell::new(Vec::new());
    let mut cx = Cx::new(bench, &commands, caches);
    cx.roomy = roomy;
    cx.by_pointer = true;
    let id = ParkId::new("youxian").unwrap_or_else(|_| unreachable!("an id"));
    let park = bench.scenario().parks.get(&id).unwrap_or_else(|| unreachable!("a park of the sample"));
    let mut view = CardView::new(&cx, park).unwrap_or_else(|| unreachable!("it has facts"));
    debug_assert!(view.projects.rows.iter().all(|it| ProjectId::new(it.id.as_str()).is_ok()));
    debug_assert_eq!(view.meters[1].role, Role::Characteristic);
    state(&mut view);
    let _ = card::ui(ui, &cx, rect, &view);
}
