//! What a card says while a position is held: its sockets as they would be, and what the rules say of that.

use super::{Meter, Socket, SocketKind, WhatIf, effect_words, state_shown};
use crate::{
    evaluate::effect::Effect,
    i18n::{self, figure, term, words},
    model::park::{Park, Role},
    rules::{
        facts::ParkFacts,
        slots::{self, Slots},
    },
    ui::cx::Cx,
    workbench::{held::Outlook, held_position::HeldPosition},
};

/// The role that the position would have in `park`: the one chosen where it is held over, else its own.
fn role_in(held: &HeldPosition, park: &Park) -> Role {
    if held.over.as_ref() == Some(&park.id) { held.role } else { held.position.role }
}

/// Both columns of the slot meter: the held position as it leaves its own socket, and the socket that it would take.
pub fn meters(cx: &Cx<'_>, park: &Park, facts: &ParkFacts, held: &HeldPosition) -> [Meter; 2] {
    let role = role_in(held, park);
    let goes_here =
        held.over.as_ref() == Some(&park.id) && (&held.position.park, held.position.role) != (&park.id, role);
    slots::of(cx.scenario(), park, facts).map(|slots| meter(cx, facts, slots, held, goes_here && slots.role == role))
}

fn meter(cx: &Cx<'_>, facts: &ParkFacts, slots: Slots, held: &HeldPosition, goes_here: bool) -> Meter {
    let Slots { role, count, cap } = slots;
    let mut sockets = Vec::new();
    let mut stays = 0;
    for position in facts.positions.iter().filter(|position| position.role == role) {
        let leaves = position.id == held.position.id;
        stays += u32::from(!leaves);
        let kind = match cap {
            _ if leaves => SocketKind::Leaving,
            Some(cap) if stays > cap => SocketKind::Overflow,
            Some(_) | None => SocketKind::Filled,
        };
        let name = cx.tell(&position.name).to_owned();
        let industry = position.industries.first().cloned();
        sockets.push(Socket { kind, name, industry, position: Some(position.id.clone()) });
    }
    let mut free = cap.map_or(0, |cap| cap.saturating_sub(count));
    if goes_here {
        let is_over = cap.is_some_and(|cap| stays >= cap);
        let name = cx.tell(&held.position.name).to_owned();
        let (kind, name) = if is_over {
            (SocketKind::Overflow, format!("{} {name}", cx.say(words::OVER)))
        } else {
            (SocketKind::WouldFill, name)
        };
        let industry = held.position.industries.first().cloned();
        sockets.push(Socket { kind, name, industry, position: None });
        free = free.saturating_sub(1);
    }
    for _ in 0..free {
        let name = cx.say(words::FREE_SLOT).to_owned();
        sockets.push(Socket { kind: SocketKind::Free, name, industry: None, position: None });
    }
    Meter { role, count, cap, sockets }
}

/// What dropping the position here would do.
pub fn what_if(cx: &Cx<'_>, park: &Park, facts: &ParkFacts, held: &HeldPosition) -> WhatIf {
    let role = role_in(held, park);
    let is_over = held.over.as_ref() == Some(&park.id);
    let veto = cx.say(words::NOT_HERE);
    let Some(preview) = held.preview(&park.id, role) else {
        let (fit, sentence) = (slot_words(cx, park, facts, None, role), cx.say(words::HERE).to_owned());
        let (outlook, more) = (Outlook::Here, cx.say(words::OTHER_ROLE_HINT).to_owned());
        return WhatIf { outlook, veto, points: None, fit, worst: None, sentence, more, is_over };
    };
    let effect = preview.effect.as_ref();
    let sentence = match effect {
        Ok(effect) => effect_words(cx, effect),
        Err(error) => cx.tell(&i18n::edit::refusal(cx.scenario(), error)).to_owned(),
    };
    WhatIf {
        outlook: preview.outlook,
        veto,
        points: None,
        fit: slot_words(cx, park, facts, effect.ok(), role),
        worst: effect.ok().and_then(Effect::worst).map(state_shown),
        sentence,
        more: cx.say(words::OTHER_ROLE_HINT).to_owned(),
        is_over,
    }
}

/// The role, and how many of its slots are used before and after: `主导 2/3 → 3/3`.
fn slot_words(cx: &Cx<'_>, park: &Park, facts: &ParkFacts, effect: Option<&Effect>, role: Role) -> String {
    let of = |facts: &ParkFacts| {
        let slots = slots::of(cx.scenario(), park, facts).into_iter().find(|it| it.role == role);
        slots
            .map(|it| format!("{}/{}", it.count, it.cap.map_or_else(|| figure::NONE.to_owned(), |cap| cap.to_string())))
    };
    let before = of(facts).unwrap_or_default();
    let after = effect.and_then(|effect| effect.facts.get(&park.id)).and_then(of).filter(|after| *after != before);
    let after = after.map(|after| format!(" → {after}")).unwrap_or_default();
    format!("{} {before}{after}", cx.say(term::role(role)))
}
