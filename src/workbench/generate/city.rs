//! What is there already? Sub-sectors, districts, parks with their positions, and enterprises.

use super::{
    Size, Stream, chance, evidence, made,
    names::{self, FORMS, PARK_KINDS, SECTORS},
};
use crate::{
    chance::Chance,
    model::{
        enterprise::Enterprise,
        id::{CharacteristicParkId, EnterpriseId, FacilityId, IndustryId, ParkId, PositionId, RecordId, UnitId},
        industry::{EnvironmentClass, Industry, Link, PositionSet},
        park::{
            Capacities, CharacteristicPark, ChemicalStatus, Direction, DirectionKind, Park, ParkLevel, Place, Position,
            Recognition, Role, Unit, UnitKind,
        },
        policy::{Caps, Rule, RuleKind},
        quantity::{Count, Factor, Metres, Minutes, Mu, Number, WanYuan},
        table::Table,
        text::Text,
    },
};

/// Parks that share a district.
const PARKS_OF_DISTRICT: usize = PARK_KINDS.len();

const _: () = assert!(names::MOST_DISTRICTS * PARKS_OF_DISTRICT >= 5_000, "every park has a name of its own");

/// Facilities that say nothing about what may come.
const FACILITIES: [&str; 6] = ["gas", "steam", "rail-freight", "hazardous-waste", "clean-room-gas", "food-testing"];

pub(super) fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn whole(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The sub-sectors: first the things of all sectors in turn, then what is made of them.
pub fn industries(size: Size) -> Vec<Industry> {
    let mut chance = chance(size, Stream::Industries);
    let row = |at: usize| {
        let sector = SECTORS.get(at % SECTORS.len())?;
        let (zh, en, class) = sector.makes.get(at / SECTORS.len() % sector.makes.len())?;
        let form = FORMS.get(at / (SECTORS.len() * sector.makes.len()))?;
        let class = match (form.0, class) {
            ("服务", _) => EnvironmentClass::E0,
            ("装备", _) => EnvironmentClass::E1,
            _ => *class,
        };
        Some((sector, Text::new(format!("{zh}{}", form.0), format!("{en} {}", form.1)), class))
    };
    let rows = (0..index(size.industries)).filter_map(|at| Some((at, row(at)?)));
    rows.map(|(at, (sector, name, environment_class))| {
        let investment_per_mu = chance.between(15, 45) * 1_000;
        Industry {
            id: industry_id(at),
            code: format!("X{:03}", at + 1),
            name,
            sector: Text::new(sector.name.0, sector.name.1),
            gbt4754: Vec::new(),
            environment_class,
            investment_per_mu: Some(WanYuan::from_steps(investment_per_mu)),
            tax_per_mu: Some(WanYuan::from_steps(chance.between(5, 25) * 100)),
            output_per_mu: Some(WanYuan::from_steps(investment_per_mu * 4 / 5)),
            floor_area_ratio: Some(Factor::from_steps(800)),
            new_track: chance.percent(35),
            evidence: evidence(),
        }
    })
    .collect()
}

fn industry_id(at: usize) -> IndustryId {
    made(IndustryId::new(&format!("x{:03}", at + 1)))
}

/// About three links out of every sub-sector.
pub fn links(size: Size, industries: &[Industry]) -> Table<Link> {
    let mut chance = chance(size, Stream::Industries);
    let mut links = Vec::new();
    for upstream in industries {
        for _ in 0..3 {
            let Some(downstream) = industries.get(chance.below(industries.len())) else { continue };
            let weight = chance.pick(&[1, 1, 2, 2, 3]);
            let is_known = links.iter().any(|link: &Link| {
                (&link.upstream, &link.downstream) == (&upstream.id, &downstream.id)
                    || (&link.upstream, &link.downstream) == (&downstream.id, &upstream.id)
            });
            if upstream.id != downstream.id && !is_known {
                let (upstream, downstream) = (upstream.id.clone(), downstream.id.clone());
                links.push(Link { upstream, downstream, weight, note: String::new(), evidence: evidence() });
            }
        }
    }
    links.into_iter().collect()
}

/// One set a sector, of its first three sub-sectors.
pub fn catalogue(industries: &[Industry]) -> Table<PositionSet> {
    let sets = SECTORS.iter().enumerate().map(|(at, sector)| PositionSet {
        id: made(RecordId::new(&format!("set-{:02}", at + 1))),
        name: Text::new(sector.name.0, sector.name.1),
        industries: industries
            .iter()
            .filter(|it| it.sector.zh == sector.name.0)
            .take(3)
            .map(|it| it.id.clone())
            .collect(),
    });
    sets.filter(|set| !set.industries.is_empty()).collect()
}

fn unit_id(at: usize) -> UnitId {
    made(UnitId::new(&format!("u{:03}", at + 1)))
}

/// Number of districts.
pub fn districts(size: Size) -> usize {
    index(size.parks).div_ceil(PARKS_OF_DISTRICT)
}

/// The middle of district `at`: a grid with a district every half degree.
fn middle(at: usize) -> (i64, i64) {
    let (row, column) = (at / 28, at % 28);
    let degrees = |base: i64, step: usize| base * 10_000 + i64::try_from(step).unwrap_or(0) * 5_000;
    (degrees(100, column), degrees(24, row))
}

fn place(lon: i64, lat: i64) -> Place {
    Place { lon: Number::from_steps(lon), lat: Number::from_steps(lat) }
}

/// The districts.
pub fn units(size: Size) -> Table<Unit> {
    let unit = |at: usize| {
        let name = names::district(at);
        let (lon, lat) = middle(at);
        Unit {
            id: unit_id(at),
            name: Text::new(format!("{}县", name.zh), format!("{} County", name.en)),
            kind: UnitKind::District,
            place: Some(place(lon, lat)),
            evidence: evidence(),
        }
    };
    (0..districts(size)).map(unit).collect()
}

/// The parks without their capacities, each with its share of the supply.
pub fn parks(size: Size) -> Vec<(Park, i64)> {
    let mut chance = chance(size, Stream::Parks);
    (0..index(size.parks)).map(|at| park(&mut chance, at)).collect()
}

fn park(chance: &mut Chance, at: usize) -> (Park, i64) {
    let district = at / PARKS_OF_DISTRICT;
    let (full, short, full_en, short_en) = PARK_KINDS.get(at % PARKS_OF_DISTRICT).copied().unwrap_or_default();
    let name = names::district(district);
    let (level, share) = match chance.below(100) {
        0..15 => (ParkLevel::National, 4),
        15..60 => (ParkLevel::Provincial, 2),
        _ => (ParkLevel::Municipal, 1),
    };
    let chemical_park = match chance.below(100) {
        _ if at == 0 => Some(ChemicalStatus::Recognised { since: super::DAY.saturating_sub(days(400)) }),
        0..16 => {
            let since = super::DAY.saturating_sub(days(chance.between(30, 3_000)));
            Some(ChemicalStatus::Recognised { since })
        }
        16..18 => Some(ChemicalStatus::Applied),
        18..20 => Some(ChemicalStatus::ToBeConfirmed),
        20..21 => Some(ChemicalStatus::Suspended),
        21..24 => None,
        _ => Some(ChemicalStatus::None),
    };
    let (lon, lat) = middle(district);
    let park = Park {
        id: made(ParkId::new(&format!("p{:04}", at + 1))),
        name: Text::new(format!("{}{full}", name.zh), format!("{} {full_en}", name.en)),
        short_name: Text::new(format!("{}{short}", name.zh), format!("{} {short_en}", name.en)),
        level,
        rank: whole(at + 1),
        administrative_units: vec![unit_id(district)],
        beneficiary_unit: Some(unit_id(district)),
        place: Some(place(lon + chance.between(-2_200, 2_200), lat + chance.between(-2_200, 2_200))),
        capacities: Capacities::default(),
        chemical_park,
        facilities: facilities(chance),
        threshold_factor: Some(Factor::from_steps(chance.between(80, 115) * 10)),
        access_time: Some(Minutes::from_steps(chance.between(10, 90))),
        service_index: Some(Factor::from_steps(chance.between(50, 95) * 1_000)),
        access_listed: chance.percent(3),
        admitted: Vec::new(),
        barred: Vec::new(),
        bank_distance: Some(Metres::from_steps(chance.between(1_200, 9_000))),
        evidence: evidence(),
    };
    (park, share * chance.lopsided(1_000).min(3_000))
}

pub(super) fn days(number: i64) -> jiff::Span {
    jiff::Span::new().days(number.clamp(0, 20_000))
}

/// What a park has; nobody knows in one of a hundred.
fn facilities(chance: &mut Chance) -> Option<Vec<FacilityId>> {
    if chance.percent(1) {
        return None;
    }
    let special =
        [("plating-treatment", 30), ("dyeing-treatment", 25), ("fluoride-treatment", 30), ("radiation-site", 12)];
    let usual = FACILITIES.iter().map(|name| (*name, 40));
    let there: Vec<&str> = special
        .into_iter()
        .chain(usual)
        .filter(|(_, percent)| chance.percent(*percent))
        .map(|(name, _)| name)
        .collect();
    Some(there.into_iter().map(|name| made(FacilityId::new(name))).collect())
}

/// Tells whether `park` is a recognised chemical park.
pub fn is_chemical(park: &Park) -> bool {
    matches!(park.chemical_park, Some(ChemicalStatus::Recognised { .. }))
}

/// Tells whether `park` has `facility`.
pub fn has(park: &Park, facility: &str) -> bool {
    park.facilities.iter().flatten().any(|it| it.as_str() == facility)
}

/// Tells whether a process of `class` has what it needs in `park`.
pub fn suits(park: &Park, class: EnvironmentClass) -> bool {
    match class {
        EnvironmentClass::E4 => is_chemical(park),
        EnvironmentClass::ER => has(park, "radiation-site"),
        EnvironmentClass::E0
        | EnvironmentClass::E1
        | EnvironmentClass::E2
        | EnvironmentClass::E3
        | EnvironmentClass::E5 => true,
    }
}

/// The caps of the pack; three and two, two and two where it has none.
fn caps(rules: &Table<Rule>) -> (Caps, Caps) {
    let mut leading = Caps { national: 3, provincial: 2, municipal: 2 };
    let mut characteristic = Caps { national: 2, provincial: 2, municipal: 2 };
    for rule in rules {
        if let RuleKind::LeadingCap(caps) = &rule.kind {
            leading = *caps;
        } else if let RuleKind::CharacteristicCap(caps) = &rule.kind {
            characteristic = *caps;
        }
    }
    (leading, characteristic)
}

/// The positions of every park, under the caps: a free slot in one of eight, one to three sub-sectors of a sector in
/// each, every sub-sector once.
pub fn positions(
    size: Size,
    rules: &Table<Rule>,
    parks: &[(Park, i64)],
    industries: &[Industry],
) -> Vec<Vec<Position>> {
    let mut chance = chance(size, Stream::Positions);
    let (leading, characteristic) = caps(rules);
    let mut of_park = |park: &Park| {
        let mut taken: Vec<&IndustryId> = Vec::new();
        let mut positions = Vec::new();
        for (role, letter, caps) in [(Role::Leading, 'L', leading), (Role::Characteristic, 'C', characteristic)] {
            for order in 1..=caps.of(park.level) {
                let is_free = order > 1 && chance.percent(12);
                let chosen = if is_free { Vec::new() } else { chosen(&mut chance, park, industries, &taken) };
                let Some(first) = chosen.first() else { continue };
                let name = if chosen.len() > 1 { first.sector.clone() } else { first.name.clone() };
                taken.extend(chosen.iter().map(|it| &it.id));
                positions.push(Position {
                    id: made(PositionId::new(&format!("{}-{letter}{order}", park.id))),
                    park: park.id.clone(),
                    role,
                    name,
                    industries: chosen.iter().map(|it| it.id.clone()).collect(),
                    order,
                    valid_from: None,
                    valid_to: None,
                    document: None,
                    evidence: evidence(),
                });
            }
        }
        positions
    };
    parks.iter().map(|(park, _)| of_park(park)).collect()
}

/// One to three sub-sectors of one sector that suit `park` and are not `taken`.
fn chosen<'a>(
    chance: &mut Chance,
    park: &Park,
    industries: &'a [Industry],
    taken: &[&IndustryId],
) -> Vec<&'a Industry> {
    let is_open = |it: &Industry| suits(park, it.environment_class) && !taken.contains(&&it.id);
    let first = (0..12).find_map(|_| industries.get(chance.below(industries.len())).filter(|it| is_open(it)));
    let Some(first) = first else { return Vec::new() };
    let more = chance.pick(&[0, 0, 0, 1, 1, 2]);
    let akin = industries.iter().filter(|it| it.sector == first.sector && it.id != first.id && is_open(it));
    let skipped = chance.below(3);
    std::iter::once(first).chain(akin.skip(skipped).take(more)).collect()
}

/// A stated direction outside the positions in one park of three.
pub fn directions(
    size: Size,
    parks: &[(Park, i64)],
    positions: &[Vec<Position>],
    industries: &[Industry],
) -> Table<Direction> {
    let mut chance = chance(size, Stream::Positions);
    let mut directions = Vec::new();
    for ((park, _), positions) in parks.iter().zip(positions) {
        let industry = industries.get(chance.below(industries.len()));
        let is_stated = chance.percent(33);
        let open = industry.filter(|it| is_stated && !positions.iter().any(|position| position.covers(&it.id)));
        if let Some(industry) = open {
            let kind = chance.pick(&[Some(DirectionKind::ZoneFocus), None]).unwrap_or(DirectionKind::Emerging);
            let (park, industry) = (park.id.clone(), industry.id.clone());
            directions.push(Direction { park, industry, kind, evidence: evidence() });
        }
    }
    directions.into_iter().collect()
}

/// A park within a park in one of ten, of the first leading sub-sector.
pub fn characteristic_parks(
    size: Size,
    parks: &[(Park, i64)],
    positions: &[Vec<Position>],
) -> Table<CharacteristicPark> {
    let mut chance = chance(size, Stream::Positions);
    let chosen: Vec<_> = parks.iter().zip(positions).filter(|_| chance.percent(10)).collect();
    let of = |((park, _), positions): (&(Park, i64), &Vec<Position>)| {
        let leading = positions.first()?;
        Some(CharacteristicPark {
            id: made(CharacteristicParkId::new(&format!("{}-special", park.id))),
            name: Some(Text::new(
                format!("{}{}特色园", park.short_name.zh, leading.name.zh),
                format!("{} {} characteristic park", park.short_name.en, leading.name.en),
            )),
            park: Some(park.id.clone()),
            industry: leading.industries.first().cloned(),
            recognition: Recognition::Cultivated,
            level: crate::model::park::ParkLevel::Municipal,
            since: super::DAY.saturating_sub(days(300)),
            evidence: evidence(),
        })
    };
    chosen.into_iter().filter_map(of).collect()
}

/// What stands in the parks: the other firms of most positions, a few named ones, and now and then one off position.
pub fn enterprises(
    size: Size,
    parks: &[(Park, i64)],
    positions: &[Vec<Position>],
    industries: &[Industry],
) -> Table<Enterprise> {
    let mut chance = chance(size, Stream::Enterprises);
    let mut enterprises = Vec::new();
    for ((park, _), positions) in parks.iter().zip(positions) {
        let mut add = |chance: &mut Chance, industry: &Industry, is_named: bool| {
            let number = enterprises.len();
            let output = chance.lopsided(if is_named { 8_000_000 } else { 20_000_000 });
            let firm = names::firm(chance.below(256));
            let name = if is_named {
                Text::new(format!("{}{}", firm.zh, industry.name.zh), format!("{} {}", firm.en, industry.name.en))
            } else {
                Text::new(format!("其他{}企业", industry.name.zh), format!("Other firms: {}", industry.name.en))
            };
            enterprises.push(Enterprise {
                id: made(EnterpriseId::new(&format!("e{:06}", number + 1))),
                name,
                park: park.id.clone(),
                industry: industry.id.clone(),
                group: None,
                firms: Count::from_steps(if is_named { 1 } else { chance.between(2, 30) }),
                output: Some(WanYuan::from_steps(output)),
                tax: Some(WanYuan::from_steps(output * chance.between(2, 7) / 100)),
                investment: Some(WanYuan::from_steps(chance.about(output, 40))),
                jobs: Some(Count::from_steps(output / 100 / chance.between(60, 150) + 1)),
                land: Some(Mu::from_steps(output / chance.between(250, 600) + 100)),
                flagship: is_named && chance.percent(20),
                chain_leader: is_named && chance.percent(10),
                honours: Vec::new(),
                year: Some(2021),
                evidence: evidence(),
            });
        };
        for position in positions {
            for id in &position.industries {
                let Some(industry) = industries.iter().find(|it| it.id == *id) else { continue };
                if chance.percent(60) {
                    add(&mut chance, industry, false);
                }
                if chance.percent(25) {
                    add(&mut chance, industry, true);
                }
            }
        }
        if chance.percent(20)
            && let Some(industry) = industries.get(chance.below(industries.len()))
        {
            add(&mut chance, industry, false);
        }
    }
    enterprises.into_iter().collect()
}
