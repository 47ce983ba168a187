//! Has every state of card, row, socket and bar a picture of its own, comfortable and compact, light and dark?

mod states;

use std::collections::BTreeMap;

use egui::{Context, Event, Pos2, RawInput, Rect, pos2, vec2};
use parkboard::ui::{
    cx::Caches,
    fonts,
    panels::card::{COMFORTABLE_HEIGHT, COMFORTABLE_WIDTH, COMPACT_HEIGHT, COMPACT_WIDTH},
};
use states::STATES;

fn context() -> Context {
    let ctx = Context::default();
    fonts::install(&ctx);
    ctx
}

/// What is painted of a state, in words: every shape with its place and colours.
fn painted(
    ctx: &Context,
    roomy: bool,
    dark: bool,
    pointer: Option<Pos2>,
    state: fn(&mut parkboard::ui::panels::card_view::CardView),
) -> String {
    let (bench, caches) = (states::bench(dark, true), Caches::default());
    let size = if roomy {
        vec2(COMFORTABLE_WIDTH + 60.0, COMFORTABLE_HEIGHT)
    } else {
        vec2(COMPACT_WIDTH + 60.0, COMPACT_HEIGHT)
    };
    let rect = Rect::from_min_size(pos2(8.0, 8.0), size);
    let mut shapes = Vec::new();
    for frame in 0..if pointer.is_some() { 3 } else { 1 } {
        let events = pointer.filter(|_| frame < 2).map(Event::PointerMoved).into_iter().collect();
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(500.0, 300.0))),
            events,
            ..RawInput::default()
        };
        let mut output = ctx.run_ui(input, |ui| states::draw(ui, &bench, &caches, rect, roomy, state));
        output.textures_delta.clear();
        shapes = output.shapes;
    }
    shapes.iter().map(|it| format!("{it:?}")).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_state_is_painted_like_no_other() {
    for (roomy, dark) in [(true, false), (true, true), (false, false), (false, true)] {
        let ctx = context();
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for (name, state) in STATES {
            let picture = painted(&ctx, roomy, dark, None, *state);
            // A compact card has no room for these.
            let is_small = !roomy && name.contains("tightest");
            if let Some(other) = seen.insert(picture, name) {
                assert!(
                    is_small || ["socket filled", "card at rest"].contains(name),
                    "{name} looks like {other}: roomy {roomy}, dark {dark}"
                );
            }
        }
    }
}

#[test]
fn a_card_under_the_pointer_is_framed_more_strongly() {
    let rest = painted(&context(), true, false, None, |_| {});
    let hovered = painted(&context(), true, false, Some(pos2(200.0, 200.0)), |_| {});
    assert_ne!(rest, hovered);
    // Hover adds nothing else: as many shapes as before.
    assert_eq!(rest.lines().count(), hovered.lines().count());
}
