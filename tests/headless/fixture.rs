//! What do the tests stand on? A city built by hand, the sample, a seeded source of chance, and a folder to write in.
//!
//! Figures are lopsided on purpose: no two parks, projects or positions look alike, so a mix-up shows. Nothing here
//! asserts anything about the program.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{
        LazyLock,
        atomic::{AtomicU32, Ordering},
    },
};

use jiff::civil::{Date, date};
use parkboard::{
    evaluate::judgement::Judgement,
    io::ron,
    model::{
        enterprise::Enterprise,
        evidence::Evidence,
        id::{
            DocumentId, EnterpriseId, FacilityId, IndustryId, ParkId, PlanId, PositionId, ProjectId, RecordId, RuleId,
            StreamId,
        },
        industry::{EnvironmentClass, Industry},
        park::{Capacities, Park, ParkLevel, Position, Role},
        plan::{Pin, Placement, Plan, PlanStatus, Reservation, Reserved, Subject, Waiver},
        policy::Rule,
        project::{Project, ProjectKind, RegisterStatus},
        quantity::{Count, Mu, WanYuan},
        scenario::Scenario,
        text::Text,
    },
    rules::finding::{Finding, Part},
};

/// Day on which everything is judged unless a test says otherwise.
pub const DAY: Date = date(2022, 7, 8);

/// The folder of the crate.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The path of the sample.
pub fn sample_path() -> PathBuf {
    MIANYANG.path()
}

/// The text of the sample.
pub fn sample_text() -> String {
    fs::read_to_string(sample_path()).unwrap()
}

/// The sample.
pub fn sample() -> Scenario {
    MIANYANG.scenario()
}

/// A whole city of `saves/`, and who plays which part there in stories that hold for every city.
pub struct City {
    /// Its file in `saves/`.
    file: &'static str,
    /// Its scenario, read once.
    read: fn() -> &'static Scenario,
    /// What the city itself is called, in Chinese and in English.
    pub names: [&'static str; 2],
    /// The plan that opens first.
    pub plan: &'static str,
    /// A plan without placements.
    pub empty_plan: &'static str,
    /// Ids of the next two plans that somebody adds.
    pub next_plans: (&'static str, &'static str),
    /// What the ids of projects begin with.
    pub letter: &'static str,
    /// A complete project that waits, and fits a plan without breaking anything at `good`.
    pub newcomer: &'static str,
    /// Its sub-sector.
    pub industry: &'static str,
    /// A park where the newcomer's sub-sector leads.
    pub good: &'static str,
    /// A park whose slots are taken, none by the newcomer's sub-sector.
    pub full: &'static str,
    /// The rules that the newcomer breaks or leaves unknown at `full`, worst first.
    pub breaks: &'static [&'static str],
    /// Those of them that are unknown.
    pub unknown: &'static [&'static str],
    /// A park with a free slot, of this role.
    pub free: &'static str,
    /// The role of the free slot.
    pub free_role: Role,
    /// Another park that takes the newcomer without a question.
    pub also: &'static str,
    /// Another project that waits.
    pub waiting: &'static str,
    /// A placed project, and where it stands.
    pub placed: (&'static str, &'static str),
    /// A pinned project, and where it stands.
    pub pinned: (&'static str, &'static str),
    /// A word of why the pinned project cannot go to `good`, pinned or not.
    pub unlicensed: &'static str,
    /// A project, a park that is blocked for it, and the rule that blocks. The rule also holds up the approval of `plan`.
    pub blocked: (&'static str, &'static str, &'static str),
    /// A position of `free`, and its name in both languages.
    pub position: (&'static str, (&'static str, &'static str)),
    /// A sub-sector that `free` has nothing to do with.
    pub unused: &'static str,
    /// Three projects that wait.
    pub movers: [&'static str; 3],
    /// Four parks that take each of them, the last one the third of them, without a question.
    pub takers: [&'static str; 4],
    /// The session of the day.
    pub session: &'static str,
    /// The rule on what a park carries.
    pub carried_cap: &'static str,
    /// The rule on projects outside positions.
    pub off_position: &'static str,
}

/// The sample.
pub const MIANYANG: City = City {
    file: "mianyang-2022.ron",
    read: || {
        static READ: LazyLock<Scenario> = LazyLock::new(|| read("mianyang-2022.ron"));
        &READ
    },
    names: ["绵阳", "Mianyang"],
    plan: "A",
    empty_plan: "B",
    next_plans: ("C", "D"),
    letter: "T",
    newcomer: "T20",
    industry: "automotive-electronics",
    good: "fucheng",
    full: "jiangyou",
    breaks: &["carried-cap", "off-position", "output-per-mu"],
    unknown: &["output-per-mu"],
    free: "zitong",
    free_role: Role::Characteristic,
    also: "anzhou",
    waiting: "T03",
    placed: ("T01", "fucheng"),
    pinned: ("T11", "youxian"),
    unlicensed: "辐射",
    blocked: ("T04", "zitong", "chemical-park"),
    position: ("zitong-C1", ("饲料", "Feed")),
    unused: "laser",
    movers: ["T03", "T13", "T20"],
    takers: ["jiangyou", "anzhou", "gaoxin", "santai"],
    session: "2022-07-2",
    carried_cap: "carried-cap",
    off_position: "off-position",
};

/// An invented city of another size, script, rule pack and caps: what holds in the sample because it is the sample fails here.
pub const BERYOZOGORSK: City = City {
    file: "beryozogorsk.ron",
    read: || {
        static READ: LazyLock<Scenario> = LazyLock::new(|| read("beryozogorsk.ron"));
        &READ
    },
    names: ["Берёзогорск", "Берёзогорск"],
    plan: "Д1",
    empty_plan: "Д2",
    next_plans: ("A", "B"),
    letter: "П",
    newcomer: "П40",
    industry: "sensors-optics",
    good: "severnyak-park",
    full: "kamennyy-park",
    breaks: &["load-limit", "off-line", "gathering", "output-yield"],
    unknown: &["output-yield"],
    free: "utrenniy-park",
    free_role: Role::Leading,
    also: "oblachnyy-park",
    waiting: "П42",
    placed: ("П01", "vetrovoy-park"),
    pinned: ("П07", "beryozovyy-park"),
    unlicensed: "许可",
    blocked: ("П41", "oblachnyy-park", "chemical-site"),
    position: ("utrenniy-park-C1", ("肥料", "Plant nutrients")),
    unused: "dairy-creamery",
    movers: ["П42", "П59", "П40"],
    takers: ["kamennyy-park", "vetrovoy-park", "severnyak-park", "oblachnyy-park"],
    session: "2027-spring",
    carried_cap: "load-limit",
    off_position: "off-line",
};

/// The cities that stories are told in.
pub const CITIES: [&City; 2] = [&MIANYANG, &BERYOZOGORSK];

fn read(file: &str) -> Scenario {
    ron::read_scenario(&root().join("saves").join(file)).unwrap()
}

impl City {
    /// The path of its file.
    pub fn path(&self) -> PathBuf {
        root().join("saves").join(self.file)
    }

    /// Its scenario.
    pub fn scenario(&self) -> Scenario {
        (self.read)().clone()
    }

    /// The name of a project.
    pub fn name_of(&self, project: &str) -> Text {
        (self.read)().projects.get(&project_id(project)).unwrap().name.clone()
    }

    /// The short name of a park.
    pub fn park_name(&self, park: &str) -> Text {
        (self.read)().parks.get(&park_id(park)).unwrap().short_name.clone()
    }
}

/// Makes a test of each story (a function of a [`City`]) in each city, so that a failure names both.
macro_rules! in_each_city {
    ($($story:ident;)*) => {
        mod mianyang {$(
            #[test]
            fn $story() {
                super::$story(&crate::fixture::MIANYANG);
            }
        )*}

        mod beryozogorsk {$(
            #[test]
            fn $story() {
                super::$story(&crate::fixture::BERYOZOGORSK);
            }
        )*}
    };
}

pub(crate) use in_each_city;

/// A folder that is removed with everything in it when it goes out of sight.
pub struct Folder(PathBuf);

impl Folder {
    /// A new empty folder.
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("parkboard-test-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        fs::create_dir(&path).unwrap();
        Self(path)
    }

    /// The path of `name` in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Writes `bytes` to a file called `name` and returns its path.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// The names of everything in the folder, in order.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(&self.0).unwrap().map(|it| it.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed stays in the temporary folder of the system.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Chance from a seed: xorshift64*.
pub struct Chance(u64);

impl Chance {
    /// The same numbers for the same `seed`.
    pub fn new(seed: u64) -> Self {
        let mut chance = Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        chance.next();
        chance
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() >> 33).unwrap() % end
    }

    /// A number from `least` to `most`.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        least + i64::try_from(self.below(usize::try_from(most - least + 1).unwrap())).unwrap()
    }

    /// `true` once in `times`.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of `list`.
    pub fn one<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    /// Puts `list` into another order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for end in (1..list.len()).rev() {
            list.swap(end, self.below(end + 1));
        }
    }
}

macro_rules! short_ids {
    ($($name:ident $type:ident;)*) => {$(
        #[doc = concat!("The [`", stringify!($type), "`] of a text.")]
        pub fn $name(id: &str) -> $type {
            $type::new(id).unwrap()
        }
    )*};
}

short_ids! {
    park_id ParkId;
    project_id ProjectId;
    plan_id PlanId;
    industry_id IndustryId;
    position_id PositionId;
    rule_id RuleId;
    stream_id StreamId;
    facility_id FacilityId;
    enterprise_id EnterpriseId;
    record_id RecordId;
    document_id DocumentId;
}

/// Land of `text` mu.
pub fn mu(text: &str) -> Mu {
    text.parse().unwrap()
}

/// A name in both languages.
pub fn name(id: &str) -> Text {
    Text::new(format!("{id}（名）"), format!("{id} name"))
}

/// A park that says nothing about itself.
pub fn park(id: &str, level: ParkLevel) -> Park {
    Park {
        id: park_id(id),
        name: name(id),
        short_name: name(id),
        level,
        rank: 0,
        administrative_units: Vec::new(),
        beneficiary_unit: None,
        place: None,
        capacities: Capacities::default(),
        chemical_park: None,
        facilities: None,
        threshold_factor: None,
        access_time: None,
        service_index: None,
        access_listed: false,
        admitted: Vec::new(),
        barred: Vec::new(),
        bank_distance: None,
        evidence: Evidence::default(),
    }
}

/// A project that says nothing but its sub-sector.
pub fn project(id: &str, industry: &str) -> Project {
    Project {
        id: project_id(id),
        name: name(id),
        kind: ProjectKind::New,
        status: RegisterStatus::InTalks,
        industry: industry_id(industry),
        investor: String::new(),
        content: String::new(),
        preferred_park: None,
        group: None,
        first_reporter: None,
        first_report: None,
        investment: None,
        land: None,
        floor_area: None,
        plant_suitable: false,
        jobs: None,
        output: None,
        tax: None,
        power: None,
        electricity: None,
        gas: None,
        water: None,
        waste_water: None,
        stream: Some(stream_id("general")),
        environment_class: None,
        chemical_process: None,
        two_high: false,
        approval: None,
        facilities: Vec::new(),
        tags: Vec::new(),
        phases: Vec::new(),
        evidence: Evidence::default(),
    }
}

/// A sub-sector of `class`.
pub fn industry(id: &str, class: EnvironmentClass) -> Industry {
    Industry {
        id: industry_id(id),
        code: String::new(),
        name: name(id),
        sector: name("sector"),
        gbt4754: Vec::new(),
        environment_class: class,
        investment_per_mu: None,
        tax_per_mu: None,
        output_per_mu: None,
        floor_area_ratio: None,
        new_track: false,
        evidence: Evidence::default(),
    }
}

/// A position that holds for ever.
pub fn position(id: &str, park: &str, role: Role, industries: &[&str], order: u32) -> Position {
    Position {
        id: position_id(id),
        park: park_id(park),
        role,
        name: name(id),
        industries: industries.iter().map(|id| industry_id(id)).collect(),
        order,
        valid_from: None,
        valid_to: None,
        document: None,
        evidence: Evidence::default(),
    }
}

/// Eight sub-sectors, one of them chemical, one two-high.
pub const INDUSTRIES: [(&str, EnvironmentClass); 8] = [
    ("apparel", EnvironmentClass::E0),
    ("connectors", EnvironmentClass::E3),
    ("feed", EnvironmentClass::E2),
    ("food", EnvironmentClass::E2),
    ("laser", EnvironmentClass::E1),
    ("resin", EnvironmentClass::E4),
    ("silicon", EnvironmentClass::E5),
    ("vehicles", EnvironmentClass::E1),
];

/// The rules that ask for no more than sub-sector, land and stream: what most cities of the tests are about.
const CORE_RULES: [&str; 8] = [
    "leading-cap",
    "characteristic-cap",
    "carried-cap",
    "land",
    "special-stream",
    "chemical-park",
    "pinned",
    "off-position",
];

/// A city without parks, with the eight core rules of the default pack, eight sub-sectors and an empty plan `A`.
pub fn city() -> Scenario {
    let mut city = whole_city();
    city.rules.retain(|rule| CORE_RULES.contains(&rule.id.as_str()));
    city
}

/// A city without parks: all rules of the default pack, eight sub-sectors, an empty plan `A`.
pub fn whole_city() -> Scenario {
    static PACK: LazyLock<ron::PackFile> =
        LazyLock::new(|| ron::read_pack(&root().join("assets/packs/mianyang-2022.7.ron")).unwrap());
    let pack = PACK.clone();
    let plan = Plan { id: plan_id("A"), name: name("A"), status: PlanStatus::Draft };
    let mut city = Scenario::blank(name("city"), DAY, plan, pack.pack, pack.rules);
    for rule in &city.rules.clone() {
        // The document that the pack cites belongs to the sample.
        city.rules.insert(Rule { document: None, ..Rule::clone(rule) });
    }
    for (id, class) in INDUSTRIES {
        city.industries.insert(industry(id, class));
    }
    city
}

/// What tests do to a city, by plain ids.
pub trait Build {
    /// Adds a park of `level` with `net_land` mu.
    fn park(&mut self, id: &str, level: ParkLevel, net_land: &str);
    /// Changes a park.
    fn set_park(&mut self, id: &str, change: impl FnOnce(&mut Park));
    /// Adds positions, one list of sub-sectors each, named `park-L1`, `park-C1` and so on.
    fn positions(&mut self, park: &str, role: Role, lists: &[&[&str]]);
    /// Changes a position.
    fn set_position(&mut self, id: &str, change: impl FnOnce(&mut Position));
    /// Adds a project with `land` mu; no figure when empty.
    fn project(&mut self, id: &str, industry: &str, land: &str);
    /// Changes a project.
    fn set_project(&mut self, id: &str, change: impl FnOnce(&mut Project));
    /// Places a project in plan `A`, on what is usual for it, as the newest.
    fn place(&mut self, project: &str, park: &str);
    /// Pins a project in plan `A`.
    fn pin_to(&mut self, project: &str, park: &str);
    /// Changes a rule.
    fn set_rule(&mut self, id: &str, change: impl FnOnce(&mut Rule));
    /// Adds an enterprise with an output of `output` 万元.
    fn enterprise(&mut self, id: &str, park: &str, industry: &str, output: Option<i64>);
    /// Waives a finding in plan `A` until the end of `expires`.
    fn waive(&mut self, rule: &str, park: &str, subject: Subject, expires: Date);
    /// Reserves part of a factor in plan `A` until the end of `until`.
    fn reserve(&mut self, id: &str, park: &str, amount: Reserved, until: Date);
    /// The judgement of plan `A`.
    fn judged(&self) -> Judgement;
    /// The findings of `rule` about `park`, in order.
    fn findings(&self, rule: &str, park: &str) -> Vec<Finding>;
    /// The one finding of `rule` about `park`.
    fn finding(&self, rule: &str, park: &str) -> Finding;
}

impl Build for Scenario {
    fn park(&mut self, id: &str, level: ParkLevel, net_land: &str) {
        let mut record = park(id, level);
        record.rank = u32::try_from(self.parks.len()).unwrap() + 1;
        record.capacities.net_land = (!net_land.is_empty()).then(|| mu(net_land));
        self.parks.insert(record);
    }

    fn set_park(&mut self, id: &str, change: impl FnOnce(&mut Park)) {
        let mut record = Park::clone(self.parks.get(&park_id(id)).unwrap());
        change(&mut record);
        self.parks.insert(record);
    }

    fn positions(&mut self, park: &str, role: Role, lists: &[&[&str]]) {
        let letter = if role == Role::Leading { "L" } else { "C" };
        for (order, list) in (1_u32..).zip(lists) {
            self.positions.insert(position(&format!("{park}-{letter}{order}"), park, role, list, order));
        }
    }

    fn set_position(&mut self, id: &str, change: impl FnOnce(&mut Position)) {
        let mut record = Position::clone(self.positions.get(&position_id(id)).unwrap());
        change(&mut record);
        self.positions.insert(record);
    }

    fn project(&mut self, id: &str, industry: &str, land: &str) {
        let mut record = project(id, industry);
        record.land = (!land.is_empty()).then(|| mu(land));
        self.projects.insert(record);
    }

    fn set_project(&mut self, id: &str, change: impl FnOnce(&mut Project)) {
        let mut record = Project::clone(self.projects.get(&project_id(id)).unwrap());
        change(&mut record);
        self.projects.insert(record);
    }

    fn place(&mut self, project: &str, park: &str) {
        let plan = plan_id("A");
        let record = self.projects.get(&project_id(project)).unwrap();
        let premises = self.usual_premises(record);
        let seq = self.last_seq(&plan) + 1;
        let (project, park) = (project_id(project), park_id(park));
        self.placements.insert(Placement { plan, project, park, premises, seq });
    }

    fn pin_to(&mut self, project: &str, park: &str) {
        let (project, park) = (project_id(project), park_id(park));
        self.pins.insert(Pin { plan: plan_id("A"), project, park, reason: String::new() });
    }

    fn set_rule(&mut self, id: &str, change: impl FnOnce(&mut Rule)) {
        let mut record = Rule::clone(self.rules.get(&rule_id(id)).unwrap());
        change(&mut record);
        self.rules.insert(record);
    }

    fn enterprise(&mut self, id: &str, park: &str, industry: &str, output: Option<i64>) {
        self.enterprises.insert(Enterprise {
            id: enterprise_id(id),
            name: name(id),
            park: park_id(park),
            industry: industry_id(industry),
            group: None,
            firms: Count::from_steps(1),
            output: output.map(|output| WanYuan::from_steps(output * 100)),
            tax: None,
            investment: None,
            jobs: None,
            land: None,
            flagship: false,
            chain_leader: false,
            honours: Vec::new(),
            year: None,
            evidence: Evidence::default(),
        });
    }

    fn waive(&mut self, rule: &str, park: &str, subject: Subject, expires: Date) {
        self.waivers.insert(Waiver {
            plan: plan_id("A"),
            rule: rule_id(rule),
            park: park_id(park),
            subject,
            reason: "word of the meeting".to_owned(),
            authority: "leading group".to_owned(),
            expires,
        });
    }

    fn reserve(&mut self, id: &str, park: &str, amount: Reserved, until: Date) {
        let (plan, id, park) = (plan_id("A"), record_id(id), park_id(park));
        self.reservations.insert(Reservation { plan, id, park, amount, until, reason: "later phase".into() });
    }

    fn judged(&self) -> Judgement {
        Judgement::of(self, &plan_id("A"))
    }

    fn findings(&self, rule: &str, park: &str) -> Vec<Finding> {
        let judged = self.judged();
        judged.of_park(&park_id(park)).iter().filter(|it| it.rule.as_str() == rule).cloned().collect()
    }

    fn finding(&self, rule: &str, park: &str) -> Finding {
        let mut findings = self.findings(rule, park);
        assert_eq!(findings.len(), 1, "{rule} in {park}: {findings:#?}");
        findings.remove(0)
    }
}

/// The members of `finding` as `id` for a cause and `(id)` for context, in order.
pub fn members(finding: &Finding) -> Vec<String> {
    let text = |part, id: &str| if part == Part::Cause { id.to_owned() } else { format!("({id})") };
    finding.members.iter().map(|it| text(it.part, it.item.id())).collect()
}

/// Tells whether `path` is a symbolic link.
pub fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|facts| facts.file_type().is_symlink())
}

/// Exit code, standard output, standard error of `parkboard ARGUMENTS`.
pub fn run<S: AsRef<std::ffi::OsStr>>(arguments: &[S]) -> (u8, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let words = arguments.iter().map(|it| it.as_ref().to_owned());
    let request = parkboard::cli::run(std::iter::once("parkboard".into()).chain(words), &mut out, &mut err);
    let parkboard::cli::Request::Exit(code) = request else { panic!("the window was asked for") };
    (code, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}
