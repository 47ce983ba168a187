//! Is every rule tried at its limit, one over, empty, and with a datum missing? One row a rule; where a kind of case makes
//! no sense for a rule, the row says why.

use std::collections::BTreeSet;

use jiff::civil::date;
use parkboard::{
    evaluate::judgement::Judgement,
    io::ron,
    model::{
        enterprise::Enterprise,
        evidence::Evidence,
        id::CharacteristicParkId,
        industry::EnvironmentClass,
        park::{CharacteristicPark, ChemicalStatus, ParkLevel, Recognition, Role},
        plan::{Grant, Opinion, Reservation, Reserved, Stance, Stipulation, Word},
        policy::{PoolKind, SiteFactor, Yield},
        project::{Project, ProjectKind, RegisterStatus},
        quantity::{Count, WanCubicMetres},
        scenario::Scenario,
        support::Programme,
        text::Text,
    },
    rules::finding::{Field, State},
};

use super::{
    capacities::with,
    of, set_industry, stands,
    thresholds::{on_land, set_amount, set_threshold},
    unit, with_park,
};
use crate::fixture::{
    Build, DAY, document_id, enterprise_id, facility_id, industry_id, park_id, plan_id, project_id, record_id, root,
    sample, stream_id,
};

/// A city, the worst state of the rule in it, and the data for which the rule waits there.
type Case = (State, &'static [Field], fn() -> Scenario);

/// Cases of one kind, or why there are none.
enum Cell {
    Cases(&'static [Case]),
    Reason(&'static str),
}
use Cell::{Cases, Reason};

/// The cases of one rule.
struct Row {
    rule: &'static str,
    limit: Cell,
    over: Cell,
    empty: Cell,
    unknown: Cell,
}

/// A park with nothing in it, of which there is nothing to judge.
const NOTHING: Cell = Cases(&[(State::NotApplicable, &[], with_park)]);
/// A park with nothing in it, which is within its limit.
const WITHIN: Cell = Cases(&[(State::Holds, &[], with_park)]);

/// A provincial park in a city, changed.
fn built(change: impl FnOnce(&mut Scenario)) -> Scenario {
    let mut city = with_park();
    change(&mut city);
    city
}

/// One placed project, changed.
fn one(industry: &str, change: impl FnOnce(&mut Project)) -> Scenario {
    built(|city| stands(city, "P1", industry, change))
}

/// A park with positions of `role`, a sub-sector each.
fn designated(role: Role, industries: &[&str]) -> Scenario {
    let lists: Vec<&[&str]> = industries.chunks(1).collect();
    built(|city| city.positions("here", role, &lists))
}

/// A park with two leading positions and placed projects of the sub-sectors given.
fn carrying(industries: &[&str]) -> Scenario {
    let mut city = designated(Role::Leading, &["food", "vehicles"]);
    for industry in industries {
        stands(&mut city, industry, industry, |_| ());
    }
    city
}

/// Two placed projects and a reservation of land in another park that draw on the pools of the city.
fn drawn(change: impl FnOnce(&mut Project)) -> Scenario {
    let mut city = built(|city| {
        stands(city, "P1", "food", |it| {
            (it.land, it.electricity, it.gas) = (Some(of("0")), Some(of("0")), Some(of("0")));
            it.waste_water = Some(of("0"));
            change(it);
        });
    });
    for (id, until) in [("alive", DAY), ("run-out", DAY.yesterday().unwrap())] {
        city.reservations.insert(Reservation {
            plan: plan_id("A"),
            id: record_id(id),
            park: park_id("here"),
            amount: Reserved::Land(of("137.5")),
            until,
            reason: "later".into(),
        });
    }
    city
}

/// Two grants of a programme with this budget, 187.5 and `second`; no project may have more than 400.
fn granted(budget: Option<&str>, second: &str) -> Scenario {
    built(|city| {
        let fund = Programme::new(record_id("fund"), Text::new("基金", "Fund"), budget.map(of), Evidence::default());
        city.programmes.insert(Programme { most: Some(of("400")), ..fund });
        for (project, amount) in [("P1", "187.5"), ("P2", second)] {
            stands(city, project, "food", |_| ());
            city.grants.insert(Grant::new(plan_id("A"), record_id("fund"), project_id(project), of(amount)));
        }
    })
}

/// A chemical process in a park of this standing.
fn chemical(standing: Option<ChemicalStatus>, process: Option<bool>) -> Scenario {
    let mut city = one("resin", |it| it.chemical_process = process);
    city.set_park("here", |park| park.chemical_park = standing);
    city
}

/// A chemical process so many metres from the bank.
fn bank(distance: Option<&str>, process: Option<bool>) -> Scenario {
    let mut city = one("resin", |it| it.chemical_process = process);
    city.set_park("here", |park| park.bank_distance = distance.map(of));
    city
}

/// A stream of waste water in a park with these facilities and as much chemical treatment.
fn stream(stream: Option<&str>, facilities: Option<&[&str]>, treatment: Option<&str>) -> Scenario {
    let mut city = one("food", |it| {
        it.stream = stream.map(stream_id);
        it.waste_water = Some(of("0.1"));
    });
    city.set_park("here", |park| {
        park.facilities = facilities.map(|list| list.iter().map(|it| facility_id(it)).collect());
        park.capacities.chemical_sewage = treatment.map(of);
    });
    city
}

/// A project of class ER in a park with these facilities.
fn radiation(facilities: Option<&[&str]>) -> Scenario {
    let mut city = one("laser", |it| it.environment_class = Some(EnvironmentClass::ER));
    city.set_park("here", |park| {
        park.facilities = facilities.map(|list| list.iter().map(|it| facility_id(it)).collect());
    });
    city
}

/// A project of the laser industry in a park under an access list.
fn listed(admitted: &[&str], barred: &[&str]) -> Scenario {
    let mut city = one("laser", |_| ());
    city.set_park("here", |park| {
        park.access_listed = true;
        park.admitted = admitted.iter().map(|it| industry_id(it)).collect();
        park.barred = barred.iter().map(|it| industry_id(it)).collect();
    });
    city
}

/// A project that stands here, and a word about the parks given.
fn stipulated(word: Word, parks: &[&str]) -> Scenario {
    let mut city = one("food", |_| ());
    for park in parks {
        if *park != "here" {
            city.park(park, ParkLevel::Municipal, "");
        }
        let (plan, project, park) = (plan_id("A"), project_id("P1"), park_id(park));
        city.stipulations.insert(Stipulation { plan, project, park, word, reason: "recorded".into() });
    }
    city
}

/// One position with these sub-sectors.
fn broad(industries: &[&str]) -> Scenario {
    built(|city| city.positions("here", Role::Leading, &[industries]))
}

/// Laser leads here and in so many parks elsewhere.
fn leads_also_in(parks: &[&str]) -> Scenario {
    let mut city = designated(Role::Leading, &["laser"]);
    for park in parks {
        city.park(park, ParkLevel::Municipal, "");
        city.positions(park, Role::Leading, &[&["food", "laser"]]);
    }
    city
}

/// A laser project here, and a recognised characteristic park.
fn themed(park: Option<&str>, industry: Option<&str>, since: jiff::civil::Date) -> Scenario {
    let mut city = one("laser", |_| ());
    city.park("east", ParkLevel::Municipal, "");
    city.characteristic_parks.insert(CharacteristicPark {
        id: CharacteristicParkId::new("T1").unwrap(),
        name: None,
        park: park.map(park_id),
        industry: industry.map(industry_id),
        recognition: Recognition::Recognised,
        level: parkboard::model::park::ParkLevel::Municipal,
        since,
        evidence: Evidence::default(),
    });
    city
}

/// An enterprise of the laser industry, changed.
fn firm(city: &mut Scenario, change: impl FnOnce(&mut Enterprise)) {
    city.enterprise("firm", "here", "laser", None);
    let mut record = Enterprise::clone(city.enterprises.get(&enterprise_id("firm")).unwrap());
    change(&mut record);
    city.enterprises.insert(record);
}

/// A position in laser, and so many firms behind it.
fn supported(firms: i64) -> Scenario {
    let mut city = designated(Role::Leading, &["laser"]);
    firm(&mut city, |it| it.firms = Count::from_steps(firms));
    city
}

/// A project on 60 mu, which are 40,000 m², with the ratio of its sub-sector.
fn floor(ratio: Option<&str>, land: Option<&str>, floor: Option<&str>) -> Scenario {
    let mut city = one("laser", |it| {
        it.land = land.map(of);
        it.floor_area = floor.map(of);
    });
    set_industry(&mut city, "laser", |it| it.floor_area_ratio = ratio.map(of));
    city
}

/// A project with this output and electricity, and no gas.
fn energy(output: Option<&str>, electricity: Option<&str>) -> Scenario {
    one("laser", |it| {
        it.output = output.map(of);
        it.electricity = electricity.map(of);
        it.gas = Some(WanCubicMetres::ZERO);
    })
}

/// Food stands here, fine chemicals in `park`.
fn beside(park: &str) -> Scenario {
    let mut city = one("food", |_| ());
    city.park("east", ParkLevel::Municipal, "");
    set_industry(&mut city, "fine-chemicals", |_| ());
    city.project("P2", "fine-chemicals", "");
    city.place("P2", park);
    city
}

/// A project that moves between these units.
fn moved(from: Option<&str>, to: Option<&str>) -> Scenario {
    let mut city = one("food", |it| {
        it.kind = ProjectKind::Relocation;
        it.first_reporter = from.map(unit);
    });
    city.set_park("here", |park| park.beneficiary_unit = to.map(unit));
    city
}

/// Two reports of one name with the land given.
fn reported(lands: [&str; 2]) -> Scenario {
    built(|city| {
        for (id, land) in ["P1", "P2"].iter().zip(lands) {
            city.project(id, "vehicles", land);
            city.set_project(id, |it| it.name = Text::new("压铸件生产线", "castings"));
        }
    })
}

/// One project in the register that stands nowhere, changed.
fn waiting(change: impl FnOnce(&mut Project)) -> Scenario {
    built(|city| {
        city.project("P1", "food", "");
        city.set_project("P1", change);
    })
}

/// Parks that speak about one project.
fn spoken(opinions: &[(&str, Stance)]) -> Scenario {
    let mut city = waiting(|_| ());
    city.park("east", ParkLevel::Municipal, "");
    for (park, stance) in opinions {
        let (plan, park, project) = (plan_id("A"), park_id(park), project_id("P1"));
        city.opinions.insert(Opinion { plan, park, project, stance: *stance, reason: "told".into() });
    }
    city
}

/// The row of a rule on a factor: 1,234 steps to spare.
macro_rules! factor {
    ($rule:literal, $factor:ident) => {
        Row {
            rule: $rule,
            limit: Cases(&[(State::Near, &[], || with(SiteFactor::$factor, Some(1_234), &[Some(700), Some(534)]))]),
            over: Cases(&[(State::Broken, &[], || with(SiteFactor::$factor, Some(1_234), &[Some(700), Some(535)]))]),
            empty: NOTHING,
            unknown: Cases(&[
                (State::Unknown, &[Field::Spare(SiteFactor::$factor)], || with(SiteFactor::$factor, None, &[Some(41)])),
                (State::Unknown, &[Field::Demand(SiteFactor::$factor)], || {
                    with(SiteFactor::$factor, Some(1_234), &[Some(41), None])
                }),
            ]),
        }
    };
}

/// The row of a rule on yields: 330 times 60.5 mu.
macro_rules! yields {
    ($rule:literal, $of:ident) => {
        Row {
            rule: $rule,
            limit: Cases(&[(State::Near, &[], || on_land(Yield::$of, "19965"))]),
            over: Cases(&[(State::Broken, &[], || on_land(Yield::$of, "19964.99"))]),
            empty: NOTHING,
            unknown: Cases(&[
                (State::Unknown, &[Field::Brings(Yield::$of)], || {
                    let mut city = on_land(Yield::$of, "19965");
                    city.set_project("P1", |it| set_amount(it, Yield::$of, None));
                    city
                }),
                (State::Unknown, &[Field::Threshold(Yield::$of)], || {
                    let mut city = on_land(Yield::$of, "19965");
                    set_industry(&mut city, "laser", |it| set_threshold(it, Yield::$of, None));
                    city
                }),
                (State::Unknown, &[Field::ThresholdFactor], || {
                    let mut city = on_land(Yield::$of, "19965");
                    city.set_park("here", |park| park.threshold_factor = None);
                    city
                }),
                (State::Unknown, &[Field::Land], || {
                    let mut city = on_land(Yield::$of, "19965");
                    city.set_project("P1", |it| it.land = None);
                    city
                }),
            ]),
        }
    };
}

const TABLE: [Row; 43] = [
    Row {
        rule: "leading-cap",
        limit: Cases(&[(State::Holds, &[], || designated(Role::Leading, &["food", "laser"]))]),
        over: Cases(&[(State::Broken, &[], || designated(Role::Leading, &["food", "laser", "feed"]))]),
        empty: WITHIN,
        unknown: Reason("positions are counted, and every park has a level"),
    },
    Row {
        rule: "characteristic-cap",
        limit: Cases(&[(State::Holds, &[], || designated(Role::Characteristic, &["food", "laser"]))]),
        over: Cases(&[(State::Broken, &[], || designated(Role::Characteristic, &["food", "laser", "feed"]))]),
        empty: WITHIN,
        unknown: Reason("positions are counted, and every park has a level"),
    },
    Row {
        rule: "carried-cap",
        limit: Cases(&[(State::Holds, &[], || carrying(&["food", "laser", "resin"]))]),
        over: Cases(&[(State::Broken, &[], || carrying(&["food", "laser", "resin", "feed"]))]),
        empty: WITHIN,
        unknown: Reason("every project names its sub-sector, and every park has a level"),
    },
    Row {
        rule: "land",
        limit: Cases(&[(State::Near, &[], || {
            let mut city = one("food", |it| it.land = Some(of("41.07")));
            city.set_park("here", |park| park.capacities.net_land = Some(of("41.07")));
            city
        })]),
        over: Cases(&[(State::Broken, &[], || {
            let mut city = one("food", |it| it.land = Some(of("41.08")));
            city.set_park("here", |park| park.capacities.net_land = Some(of("41.07")));
            city
        })]),
        empty: NOTHING,
        unknown: Cases(&[
            (State::Unknown, &[Field::NetLand], || one("food", |it| it.land = Some(of("41.07")))),
            (State::Unknown, &[Field::Land], || {
                let mut city = one("food", |_| ());
                city.set_park("here", |park| park.capacities.net_land = Some(of("41.07")));
                city
            }),
        ]),
    },
    Row {
        rule: "largest-plot",
        limit: Cases(&[(State::Near, &[], || {
            let mut city = one("food", |it| it.land = Some(of("218.4")));
            city.set_park("here", |park| park.capacities.largest_plot = Some(of("218.4")));
            city
        })]),
        over: Cases(&[(State::Broken, &[], || {
            let mut city = one("food", |it| it.land = Some(of("218.41")));
            city.set_park("here", |park| park.capacities.largest_plot = Some(of("218.4")));
            city
        })]),
        empty: NOTHING,
        unknown: Cases(&[
            (State::Unknown, &[Field::LargestPlot], || one("food", |it| it.land = Some(of("218.4")))),
            (State::Unknown, &[Field::Land], || {
                let mut city = one("food", |_| ());
                city.set_park("here", |park| park.capacities.largest_plot = Some(of("218.4")));
                city
            }),
        ]),
    },
    factor!("chemical-zone-land", ChemicalZoneLand),
    factor!("plant-floor", PlantFloor),
    factor!("power", Power),
    factor!("sewage", Sewage),
    factor!("chemical-sewage", ChemicalSewage),
    factor!("water", Water),
    factor!("energy-quota", EnergyQuota),
    Row {
        rule: "two-high",
        limit: Cases(&[
            (State::Holds, &[], || one("silicon", |it| it.approval = Some(document_id("approval")))),
            (State::NotApplicable, &[], || one("silicon", |it| it.environment_class = Some(EnvironmentClass::E4))),
        ]),
        over: Cases(&[
            (State::Broken, &[], || one("food", |it| it.two_high = true)),
            (State::Broken, &[], || one("food", |it| it.environment_class = Some(EnvironmentClass::E5))),
        ]),
        empty: NOTHING,
        // A project that states no class has that of its sub-sector.
        unknown: Cases(&[
            (State::NotApplicable, &[], || one("food", |_| ())),
            (State::Broken, &[], || one("silicon", |_| ())),
        ]),
    },
    Row {
        rule: "special-stream",
        limit: Cases(&[
            (State::Holds, &[], || stream(Some("chemical"), Some(&[]), Some("0.1"))),
            (State::Holds, &[], || stream(Some("plating"), Some(&["plating-treatment"]), None)),
        ]),
        over: Cases(&[
            (State::Broken, &[], || stream(Some("chemical"), Some(&[]), Some("0"))),
            (State::Broken, &[], || stream(Some("plating"), Some(&["dyeing-treatment"]), Some("900"))),
        ]),
        empty: NOTHING,
        unknown: Cases(&[
            (State::Unknown, &[Field::Spare(SiteFactor::ChemicalSewage)], || stream(Some("chemical"), Some(&[]), None)),
            (State::Unknown, &[Field::Facilities], || stream(Some("plating"), None, Some("900"))),
            (State::Unknown, &[Field::Stream], || stream(None, Some(&[]), Some("900"))),
            (State::Unknown, &[Field::Stream], || stream(Some("unheard-of"), Some(&[]), Some("900"))),
        ]),
    },
    Row {
        rule: "chemical-park",
        limit: Cases(&[(State::Holds, &[], || chemical(Some(ChemicalStatus::Recognised { since: DAY }), Some(true)))]),
        over: Cases(&[(State::Broken, &[], || {
            chemical(Some(ChemicalStatus::Recognised { since: date(2022, 7, 9) }), Some(true))
        })]),
        empty: NOTHING,
        unknown: Cases(&[
            (State::Unknown, &[Field::ChemicalPark], || chemical(None, Some(true))),
            (State::Unknown, &[Field::ChemicalPark], || chemical(Some(ChemicalStatus::ToBeConfirmed), Some(true))),
            (State::Unknown, &[Field::ChemicalProcess], || chemical(Some(ChemicalStatus::Applied), None)),
        ]),
    },
    Row {
        rule: "river-bank",
        limit: Cases(&[(State::Near, &[], || bank(Some("1000"), Some(true)))]),
        over: Cases(&[(State::Broken, &[], || bank(Some("999"), Some(true)))]),
        empty: NOTHING,
        unknown: Cases(&[
            (State::Unknown, &[Field::BankDistance], || bank(None, Some(true))),
            (State::Unknown, &[Field::ChemicalProcess], || bank(Some("999"), None)),
        ]),
    },
    Row {
        rule: "radiation-site",
        limit: Cases(&[(State::Holds, &[], || radiation(Some(&["radiation-site"])))]),
        over: Cases(&[(State::Broken, &[], || radiation(Some(&["gas"])))]),
        empty: NOTHING,
        unknown: Cases(&[(State::Unknown, &[Field::Facilities], || radiation(None))]),
    },
    Row {
        rule: "access-list",
        limit: Cases(&[(State::Holds, &[], || listed(&["food", "laser"], &["feed"]))]),
        over: Cases(&[(State::Broken, &[], || listed(&["food", "laser"], &["laser"]))]),
        empty: Cases(&[(State::NotApplicable, &[], || {
            built(|city| city.set_park("here", |it| it.access_listed = true))
        })]),
        unknown: Cases(&[(State::Unknown, &[Field::AccessList], || listed(&["food"], &["feed"]))]),
    },
    Row {
        rule: "pinned",
        limit: Cases(&[(State::Holds, &[], || {
            let mut city = one("food", |_| ());
            city.pin_to("P1", "here");
            city
        })]),
        over: Cases(&[
            (State::Broken, &[], || {
                let mut city = waiting(|_| ());
                city.pin_to("P1", "here");
                city
            }),
            (State::Broken, &[], || {
                let mut city = waiting(|_| ());
                city.park("east", ParkLevel::Municipal, "");
                city.place("P1", "east");
                city.pin_to("P1", "here");
                city
            }),
        ]),
        empty: NOTHING,
        unknown: Reason("every pin names its park, and a project without one may stand anywhere"),
    },
    Row {
        rule: "required-park",
        limit: Cases(&[(State::Holds, &[], || stipulated(Word::Required, &["east", "here"]))]),
        over: Cases(&[(State::Broken, &[], || stipulated(Word::Required, &["east"]))]),
        empty: NOTHING,
        unknown: Reason("every stipulation names its park, and a project without one may stand anywhere"),
    },
    Row {
        rule: "forbidden-park",
        limit: Cases(&[(State::Holds, &[], || stipulated(Word::Forbidden, &["east"]))]),
        over: Cases(&[(State::Broken, &[], || stipulated(Word::Forbidden, &["east", "here"]))]),
        empty: NOTHING,
        unknown: Reason("every stipulation names its park, and a project without one may stand anywhere"),
    },
    Row {
        rule: "off-position",
        limit: Cases(&[(State::Holds, &[], || carrying(&["food", "vehicles"]))]),
        over: Cases(&[(State::Broken, &[], || carrying(&["food", "vehicles", "feed"]))]),
        empty: NOTHING,
        unknown: Reason("every project names its sub-sector, and a park without positions stands for nothing"),
    },
    Row {
        rule: "breadth",
        limit: Cases(&[(State::Holds, &[], || broad(&["food", "feed", "laser", "resin"]))]),
        over: Cases(&[(State::Broken, &[], || broad(&["food", "feed", "laser", "resin", "silicon"]))]),
        empty: NOTHING,
        unknown: Reason("a position is the list of its sub-sectors"),
    },
    Row {
        rule: "homogeneous",
        limit: Cases(&[(State::Holds, &[], || leads_also_in(&["east"]))]),
        over: Cases(&[(State::Broken, &[], || leads_also_in(&["east", "west"]))]),
        empty: NOTHING,
        unknown: Reason("a position is the list of its sub-sectors"),
    },
    Row {
        rule: "theme",
        limit: Cases(&[
            (State::Holds, &[], || themed(Some("here"), Some("laser"), DAY)),
            (State::NotApplicable, &[], || themed(Some("east"), Some("laser"), date(2022, 7, 9))),
        ]),
        over: Cases(&[(State::Broken, &[], || themed(Some("east"), Some("laser"), DAY))]),
        empty: NOTHING,
        // A characteristic park of which nobody says where it is, or of what, draws nothing.
        unknown: Cases(&[
            (State::NotApplicable, &[], || themed(None, Some("laser"), DAY)),
            (State::NotApplicable, &[], || themed(Some("east"), None, DAY)),
        ]),
    },
    Row {
        rule: "unsupported-position",
        limit: Cases(&[(State::Holds, &[], || supported(1))]),
        over: Cases(&[(State::Broken, &[], || supported(0))]),
        empty: NOTHING,
        unknown: Cases(&[(State::Unknown, &[Field::Enterprises], || designated(Role::Leading, &["laser"]))]),
    },
    yields!("investment-per-mu", Investment),
    yields!("tax-per-mu", Tax),
    yields!("output-per-mu", Output),
    Row {
        rule: "floor-area-ratio",
        limit: Cases(&[(State::Near, &[], || floor(Some("1.2"), Some("60"), Some("48000")))]),
        over: Cases(&[(State::Broken, &[], || floor(Some("1.2"), Some("60"), Some("47999")))]),
        empty: NOTHING,
        unknown: Cases(&[
            (State::Unknown, &[Field::FloorAreaRatio], || floor(None, Some("60"), Some("48000"))),
            (State::Unknown, &[Field::Land], || floor(Some("1.2"), None, Some("48000"))),
            (State::Unknown, &[Field::FloorArea], || floor(Some("1.2"), Some("60"), None)),
        ]),
    },
    Row {
        rule: "output-per-tce",
        limit: Cases(&[(State::Near, &[], || energy(Some("6022.1"), Some("1000")))]),
        over: Cases(&[(State::Broken, &[], || energy(Some("6022.09"), Some("1000")))]),
        empty: NOTHING,
        unknown: Cases(&[
            (State::Unknown, &[Field::Brings(Yield::Output)], || energy(None, Some("1000"))),
            (State::Unknown, &[Field::Energy], || energy(Some("6022.1"), None)),
        ]),
    },
    Row {
        rule: "neighbours",
        limit: Cases(&[(State::Holds, &[], || beside("east"))]),
        over: Cases(&[(State::Broken, &[], || beside("here"))]),
        empty: NOTHING,
        unknown: Reason("every project and every enterprise names its sub-sector"),
    },
    Row {
        rule: "outside-park",
        limit: Cases(&[(State::Holds, &[], || one("food", |it| it.status = RegisterStatus::Placed))]),
        over: Cases(&[
            (State::Broken, &[], || waiting(|it| it.status = RegisterStatus::Placed)),
            (State::Broken, &[], || waiting(|it| it.status = RegisterStatus::Conditional)),
        ]),
        empty: NOTHING,
        unknown: Reason("every project has a status in the register"),
    },
    Row {
        rule: "relocation-compensated",
        limit: Cases(&[(State::Holds, &[], || moved(Some("fucheng"), Some("fucheng")))]),
        over: Cases(&[(State::Broken, &[], || moved(Some("youxian"), Some("fucheng")))]),
        empty: NOTHING,
        unknown: Cases(&[
            (State::Unknown, &[Field::FirstReporter], || moved(None, Some("fucheng"))),
            (State::Unknown, &[Field::BeneficiaryUnit], || moved(Some("youxian"), None)),
        ]),
    },
    Row {
        rule: "duplicate-report",
        limit: Cases(&[(State::Holds, &[], || reported(["100", "89.99"]))]),
        over: Cases(&[(State::Broken, &[], || reported(["100", "90"]))]),
        empty: NOTHING,
        // Of two reports without land and investment nobody can say that they are of one size: no suspicion.
        unknown: Cases(&[(State::Holds, &[], || reported(["100", ""]))]),
    },
    Row {
        rule: "stale-value",
        limit: Cases(&[
            (State::Holds, &[], || waiting(|it| it.first_report = Some(date(2021, 7, 8)))),
            (State::Holds, &[], || built(|city| firm(city, |it| it.year = Some(2017)))),
        ]),
        over: Cases(&[
            (State::Broken, &[], || waiting(|it| it.first_report = Some(date(2021, 7, 7)))),
            (State::Broken, &[], || built(|city| firm(city, |it| it.year = Some(2016)))),
        ]),
        empty: NOTHING,
        // What bears no date is not judged.
        unknown: Cases(&[
            (State::NotApplicable, &[], || waiting(|_| ())),
            (State::NotApplicable, &[], || built(|city| firm(city, |_| ()))),
        ]),
    },
    Row {
        rule: "tax-above-output",
        limit: Cases(&[
            (State::Holds, &[], || waiting(|it| (it.tax, it.output) = (Some(of("260")), Some(of("260"))))),
            (State::Holds, &[], || {
                built(|city| firm(city, |it| (it.tax, it.output) = (Some(of("41")), Some(of("41")))))
            }),
        ]),
        over: Cases(&[
            (State::Broken, &[], || waiting(|it| (it.tax, it.output) = (Some(of("260.01")), Some(of("260"))))),
            (State::Broken, &[], || {
                built(|city| firm(city, |it| (it.tax, it.output) = (Some(of("41.01")), Some(of("41")))))
            }),
        ]),
        empty: NOTHING,
        // With one of the two missing there is nothing to compare.
        unknown: Cases(&[
            (State::NotApplicable, &[], || waiting(|it| it.tax = Some(of("260")))),
            (State::NotApplicable, &[], || waiting(|it| it.output = Some(of("260")))),
            (State::NotApplicable, &[], || built(|city| firm(city, |it| it.tax = Some(of("41"))))),
        ]),
    },
    Row {
        rule: "unit-trap",
        limit: Cases(&[
            (State::Holds, &[], || waiting(|it| (it.electricity, it.power) = (Some(of("2190")), Some(of("2.5"))))),
            (State::Holds, &[], || waiting(|it| (it.investment, it.land) = (Some(of("2000")), Some(of("100"))))),
        ]),
        over: Cases(&[
            (State::Broken, &[], || waiting(|it| (it.electricity, it.power) = (Some(of("2190.01")), Some(of("2.5"))))),
            (State::Broken, &[], || waiting(|it| (it.investment, it.land) = (Some(of("1999.99")), Some(of("100"))))),
        ]),
        empty: NOTHING,
        // A ratio of which one figure is missing is not checked.
        unknown: Cases(&[
            (State::NotApplicable, &[], || waiting(|it| it.power = Some(of("2500")))),
            (State::NotApplicable, &[], || waiting(|it| it.investment = Some(of("3")))),
        ]),
    },
    Row {
        rule: "city-land-quota",
        limit: Cases(&[(State::Near, &[], || drawn(|it| it.land = Some(of("2862.5"))))]),
        over: Cases(&[(State::Broken, &[], || drawn(|it| it.land = Some(of("2862.51"))))]),
        empty: NOTHING,
        unknown: Cases(&[(State::Unknown, &[Field::Need(PoolKind::Land)], || drawn(|it| it.land = None))]),
    },
    Row {
        rule: "city-energy-quota",
        // 12.5 tce for 10,000 m³ of gas, 1.229 for 10,000 kWh.
        limit: Cases(&[(State::Near, &[], || {
            drawn(|it| (it.electricity, it.gas) = (Some(of("0")), Some(of("19200"))))
        })]),
        over: Cases(&[(State::Broken, &[], || {
            drawn(|it| (it.electricity, it.gas) = (Some(of("0.1")), Some(of("19200"))))
        })]),
        empty: NOTHING,
        unknown: Cases(&[(State::Unknown, &[Field::Need(PoolKind::Energy)], || drawn(|it| it.gas = None))]),
    },
    Row {
        rule: "environmental-capacity",
        limit: Cases(&[(State::Near, &[], || drawn(|it| it.waste_water = Some(of("17500"))))]),
        over: Cases(&[(State::Broken, &[], || drawn(|it| it.waste_water = Some(of("17500.1"))))]),
        empty: NOTHING,
        unknown: Cases(&[(State::Unknown, &[Field::Need(PoolKind::WasteWater)], || drawn(|it| it.waste_water = None))]),
    },
    Row {
        rule: "programme-budget",
        limit: Cases(&[(State::Near, &[], || granted(Some("500"), "312.5"))]),
        over: Cases(&[
            (State::Broken, &[], || granted(Some("500"), "312.51")),
            // Within the budget, and above what one project may have.
            (State::Broken, &[], || granted(Some("900"), "400.01")),
        ]),
        empty: NOTHING,
        unknown: Cases(&[(State::Unknown, &[Field::Budget], || granted(None, "312.5"))]),
    },
    Row {
        rule: "outbidding",
        limit: Cases(&[(State::Holds, &[], || spoken(&[("here", Stance::Accept), ("east", Stance::Decline)]))]),
        over: Cases(&[(State::Broken, &[], || spoken(&[("here", Stance::Accept), ("east", Stance::WithConditions)]))]),
        empty: NOTHING,
        // A park that has not spoken has accepted nothing.
        unknown: Cases(&[
            (State::NotApplicable, &[], || spoken(&[])),
            (State::Holds, &[], || spoken(&[("here", Stance::Accept)])),
        ]),
    },
];

/// The worst state that `rule` has here or in the city as a whole, and what it waits for.
fn worst(city: &Scenario, rule: &str) -> Option<(State, Vec<Field>)> {
    let judged = Judgement::of(city, &plan_id("A"));
    let found = judged.of_park(&park_id("here")).iter().chain(judged.of_city());
    let found = found.filter(|it| it.rule.as_str() == rule);
    found.min_by_key(|it| it.state).map(|it| (it.state, it.waits_for.clone()))
}

#[test]
fn every_rule_is_tried_at_its_limit_one_over_empty_and_unknown() {
    for Row { rule, limit, over, empty, unknown } in &TABLE {
        for (kind, cell) in [("limit", limit), ("over", over), ("empty", empty), ("unknown", unknown)] {
            match cell {
                Reason(why) => {
                    assert!(!why.trim().is_empty() && kind == "unknown", "{rule} has a limit, and can be empty");
                }
                Cases(cases) => {
                    assert!(!cases.is_empty(), "{rule}: {kind}");
                    for (number, (state, fields, city)) in cases.iter().enumerate() {
                        let expected = Some((*state, fields.to_vec()));
                        assert_eq!(worst(&city(), rule), expected, "{rule}: {kind} {number}");
                        assert_eq!(fields.is_empty(), *state != State::Unknown, "{rule}: unknown names its datum");
                    }
                    let is = |states: &[State]| cases.iter().any(|(state, ..)| states.contains(state));
                    assert!(kind != "limit" || is(&[State::Holds, State::Near]), "{rule}: the limit is within");
                    assert!(kind != "over" || cases.iter().all(|it| it.0 == State::Broken), "{rule}: over is broken");
                }
            }
        }
    }
}

#[test]
fn the_table_has_every_rule_of_the_pack_once() {
    let listed: BTreeSet<&str> = TABLE.iter().map(|row| row.rule).collect();
    assert_eq!(listed.len(), TABLE.len(), "a rule stands there twice");
    let pack = ron::read_pack(&root().join("assets/packs/mianyang-2022.7.ron")).unwrap();
    let sample = sample();
    for rules in [&pack.rules, &sample.rules] {
        assert_eq!(rules.iter().map(|rule| rule.id.as_str()).collect::<BTreeSet<_>>(), listed);
    }
}
