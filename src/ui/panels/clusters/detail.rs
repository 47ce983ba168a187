//! Beside the charts: the selected park in figures, with what it makes, what it lacks, and how that reads; or the city.

use egui::{Align, Id, Rect, Role as AccessRole, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::{
    analysis::{
        composition::Scope,
        leading_concentration::{CLUSTER_BENCHMARK, reaches},
        profile::{Analysis, ParkProfile, Value},
        structure::Trade,
    },
    chart::{
        picture::Subject,
        scene::{Scene, Time, percent, three_digits},
    },
    i18n::{chart as say, term, undefined},
    model::{
        id::{IndustryId, ParkId},
        park::Role,
    },
    ui::{
        cx::Cx,
        panels::inspector::parts::{head, row, rule_off, section, spoken_row},
        theme::{RADIUS_ROW, SPACE_8, Type},
        widgets::{
            seal::paint_seal,
            shapes, tag,
            text::{line, width_of},
            tip::Tip,
        },
    },
};

/// Trades and missing links that are listed.
const MOST_TRADES: usize = 12;
const MOST_MISSING: usize = 6;

/// A figure of a park or of the city.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    name: &'static str,
    under: String,
    value: String,
    /// Why there is none.
    why: Option<&'static str>,
}

/// A sub-sector that a park makes.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    industry: IndustryId,
    name: String,
    role: Option<Role>,
    share: String,
}

/// A sub-sector that a park needs and does not make, with what is lacking.
#[derive(Debug, Clone, PartialEq)]
pub struct Missing {
    industry: IndustryId,
    name: String,
    gap: String,
}

/// What the column shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Detail {
    park: Option<ParkId>,
    figures: Vec<Figure>,
    made: Vec<Made>,
    missing: Vec<Missing>,
    reading: String,
}

impl Detail {
    /// The selected park of `scene`, or the city.
    pub fn new(cx: &Cx<'_>, scene: &Scene<'_>) -> Self {
        let scope = if scene.question.time == Time::Now { Scope::Now } else { Scope::WithPlan };
        let analysis = Analysis::of(scene.world(), scene.judgement.facts(), scene.question.metric, scope);
        let number = scene.selected.and_then(|id| analysis.structure.number(id));
        match (scene.selected, number) {
            (Some(id), Some(number)) => Self::of_park(cx, scene, &analysis, id, number),
            _ => Self::of_city(cx, scene, &analysis),
        }
    }

    fn of_city(cx: &Cx<'_>, scene: &Scene<'_>, analysis: &Analysis<'_>) -> Self {
        let city = analysis.city();
        let metric = cx.say(say::metric_name(scene.question.metric));
        let figures = vec![
            Figure::whole(cx.say(say::TOTAL), metric.to_owned(), scene.amount_in_unit(city.total, None)),
            Figure::of(
                cx,
                say::HOMOGENEITY.of(cx.lang),
                cx.say(say::HOMOGENEITY_ABOUT),
                city.homogeneity,
                &three_digits,
            ),
            Figure::of(cx, cx.say(say::COVERAGE), cx.say(say::CITY_COVERAGE_ABOUT), city.coverage, &percent),
            Figure::of(cx, cx.say(say::GROWTH_NAME), cx.say(say::GROWTH_ABOUT), city.growth, &percent),
            Figure::of(cx, cx.say(say::INSIDE_PARKS), "", city.inside_parks, &percent),
        ];
        Self { figures, ..Self::default() }
    }

    fn of_park(cx: &Cx<'_>, scene: &Scene<'_>, analysis: &Analysis<'_>, id: &ParkId, number: usize) -> Self {
        let park = analysis.park(number);
        let industry = |trade: usize| match analysis.structure.trades.get(trade) {
            Some(Trade::Industry(id)) => Some(id.clone()),
            Some(Trade::Sector { .. }) | None => None,
        };
        let facts = scene.judgement.facts().park(id);
        let made = park.trades.iter().take(MOST_TRADES).filter_map(|here| {
            let industry = industry(here.trade)?;
            let role = facts.and_then(|it| it.position_of(&industry)).map(|it| it.role);
            Some(Made { name: scene.industry_name(&industry), role, share: percent(here.share), industry })
        });
        let missing = park.missing.iter().take(MOST_MISSING).filter_map(|(trade, gap)| {
            let industry = industry(*trade)?;
            Some(Missing { name: scene.industry_name(&industry), gap: scene.amount_of_output(*gap), industry })
        });
        let alike = park.most_alike.and_then(|other| analysis.structure.parks.get(other)).map(|it| scene.park_name(it));
        Self {
            park: Some(id.clone()),
            figures: park_figures(cx, scene, &park, id, alike.as_deref()),
            made: made.collect(),
            missing: missing.collect(),
            reading: reading(cx, scene, analysis, &park, alike.as_deref()),
        }
    }
}

impl Figure {
    fn whole(name: &'static str, under: String, value: String) -> Self {
        Self { name, under, value, why: None }
    }

    fn of(cx: &Cx<'_>, name: &'static str, under: &str, value: Value, told: &dyn Fn(f64) -> String) -> Self {
        let why = value.err().map(|why| cx.say(undefined::sentence(why)));
        let shown = value.map_or_else(|_| cx.say(say::UNDEFINED).to_owned(), told);
        Self { name, under: under.to_owned(), value: shown, why }
    }
}

fn park_figures(cx: &Cx<'_>, scene: &Scene<'_>, park: &ParkProfile, id: &ParkId, alike: Option<&str>) -> Vec<Figure> {
    let metric = cx.say(say::metric_name(scene.question.metric));
    let distance = park.leading_share.map_or_else(
        |_| String::new(),
        |share| cx.tell(&say::to_benchmark(share, CLUSTER_BENCHMARK, reaches(share, CLUSTER_BENCHMARK))).to_owned(),
    );
    let number = park
        .effective_number
        .map_or_else(|_| String::new(), |it| cx.tell(&say::effective(&three_digits(it))).to_owned());
    let unlike = alike.map_or_else(String::new, |it| cx.tell(&say::unlike(it)).to_owned());
    let variety = park.related_variety.map_or_else(
        |_| String::new(),
        |it| cx.tell(&say::variety(&three_digits(it), &three_digits(park.unrelated_variety.unwrap_or(0.0)))).to_owned(),
    );
    let degree = park.coordination.and_then(|it| it.degree);
    let band = park.coordination.and_then(|it| it.band()).map_or("", |it| cx.say(say::band(it)));
    vec![
        Figure::whole(cx.say(say::TOTAL), metric.to_owned(), scene.amount_in_unit(park.total, Some(id))),
        Figure::of(cx, cx.say(say::LEADING_SHARE), &distance, park.leading_share, &percent),
        Figure::of(cx, cx.say(say::HHI), &number, park.hhi, &three_digits),
        Figure::of(cx, cx.say(say::ENTROPY), &variety, park.entropy, &three_digits),
        Figure::of(cx, cx.say(say::DISTINCTIVENESS), &unlike, park.distinctiveness, &three_digits),
        Figure::of(cx, cx.say(say::HOMOGENEITY), cx.say(say::HOMOGENEITY_ABOUT), park.homogeneity, &three_digits),
        Figure::of(cx, cx.say(say::COVERAGE), cx.say(say::COVERAGE_ABOUT), park.coverage, &percent),
        Figure::of(cx, cx.say(say::COORDINATION), band, degree, &three_digits),
    ]
}

/// How the figures read, in sentences.
fn reading(cx: &Cx<'_>, scene: &Scene<'_>, analysis: &Analysis<'_>, park: &ParkProfile, alike: Option<&str>) -> String {
    let mut told = Vec::new();
    let name = |trade: usize| analysis.structure.trades.get(trade).map(|it| scene.trade_name(it)).unwrap_or_default();
    if let Some(first) = park.trades.first() {
        let is_leading = park.is_largest_leading.unwrap_or(false);
        told.push(say::largest_reads(&name(first.trade), &percent(first.share), is_leading));
    }
    if let Ok(overlap) = park.distinctiveness.map(|it| 1.0 - it)
        && let Some(alike) = alike
    {
        told.push(say::alike_reads(alike, &percent(overlap)));
    }
    if let Some((trade, gap)) = park.missing.first() {
        told.push(say::missing_reads(&name(*trade), &scene.amount_of_output(*gap)));
    }
    told.iter().map(|it| cx.tell(it)).collect::<Vec<_>>().join(if cx.is_chinese() { "" } else { " " })
}

/// Draws the column.
pub fn ui(ui: &mut Ui, cx: &Cx<'_>, detail: &Detail) {
    let id = detail.park.as_ref().map_or("", |it| it.as_str());
    ScrollArea::vertical().id_salt(("cluster detail", id)).auto_shrink(false).show(ui, |ui| {
        let park = detail.park.as_ref().and_then(|id| cx.scenario().parks.get(id));
        match park {
            Some(park) => {
                let level = term::park_level(&cx.scenario().pack, park.level);
                let meta = format!("{} · {}", cx.tell(&level), cx.say(say::SHOWN_EVERYWHERE));
                head(ui, cx, None, cx.tell(&park.short_name), &meta);
            }
            None => head(ui, cx, None, cx.say(say::WHOLE_CITY), cx.say(say::CHOOSE_PARK)),
        }
        for figure in &detail.figures {
            figure_ui(ui, cx, figure);
        }
        if !detail.made.is_empty() {
            rule_off(ui, cx);
            section(ui, cx, cx.say(say::COMPOSITION), "");
            detail.made.iter().for_each(|made| made_ui(ui, cx, detail, made));
        }
        if !detail.missing.is_empty() {
            rule_off(ui, cx);
            section(ui, cx, cx.say(say::MISSING_LINKS), "");
            detail.missing.iter().for_each(|missing| missing_ui(ui, cx, missing));
        }
        if !detail.reading.is_empty() {
            rule_off(ui, cx);
            section(ui, cx, cx.say(say::READING), "");
            spoken_row(ui, cx, &detail.reading, Type::Body, cx.theme.text2);
        }
        ui.add_space(SPACE_8);
    });
}

/// Name and what it is of at the left, the figure at the right.
fn figure_ui(ui: &mut Ui, cx: &Cx<'_>, figure: &Figure) {
    let rect = row(ui, 42.0);
    let (style, ink) =
        if figure.why.is_some() { (Type::Body, cx.theme.text3) } else { (Type::Heading, cx.theme.text1) };
    let width = width_of(ui.painter(), &figure.value, style) + 1.0;
    let value = Rect::from_min_max(pos2(rect.right() - width, rect.top()), rect.max);
    line(ui.painter(), value, Align::Max, &figure.value, style, ink);
    let name = Rect::from_min_size(rect.min + vec2(0.0, 3.0), vec2(rect.width() - width - SPACE_8, 18.0));
    line(ui.painter(), name, Align::Min, figure.name, Type::Body, cx.theme.text1);
    let under = name.translate(vec2(0.0, 17.0));
    let shown = line(ui.painter(), under, Align::Min, &figure.under, Type::Small, cx.theme.text2);
    ui.painter().hline(rect.x_range(), rect.bottom(), cx.theme.edge());
    let response = ui.interact(rect, Id::unique(("cluster figure", figure.name)), Sense::hover());
    let why = figure.why.map(|why| format!(" · {why}")).unwrap_or_default();
    let told = format!("{} {} · {}{why}", figure.name, figure.value, figure.under);
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &told));
    if let Some(why) = figure.why {
        response.tip(why);
    } else if shown.truncated {
        response.tip(&figure.under);
    }
}

/// Seal, name, role and share of a sub-sector; pointing at it shows it in the charts.
fn made_ui(ui: &mut Ui, cx: &Cx<'_>, detail: &Detail, made: &Made) {
    let rect = row(ui, 28.0);
    let response = ui.interact(rect, Id::unique(("made", made.industry.as_str())), Sense::hover());
    if response.hovered() {
        let subject = Subject { park: detail.park.clone(), ..Subject::industry(&made.industry) };
        cx.point(subject);
        shapes::framed_rect(ui.painter(), rect.expand2(vec2(4.0, 0.0)), RADIUS_ROW, cx.theme.sunken, cx.theme.edge());
    }
    let end = width_of(ui.painter(), &made.share, Type::SmallBold) + 1.0;
    let share = Rect::from_min_max(pos2(rect.right() - end, rect.top()), rect.max);
    line(ui.painter(), share, Align::Max, &made.share, Type::SmallBold, cx.theme.text1);
    let role = cx.say(made.role.map_or(term::OUTSIDE_SHORT, term::role_short));
    let width = tag::plain_tag_width(ui.painter(), role);
    let place = pos2(share.left().min(rect.right() - 40.0) - width - SPACE_8, rect.center().y - 9.0);
    if made.role.is_some() {
        tag::plain_tag(ui.painter(), place, role, cx.theme);
    } else {
        let words = Rect::from_min_size(place, vec2(width, 18.0));
        shapes::dashed_rect(ui.painter(), words, 4, cx.theme.edge_strong());
        line(ui.painter(), words, Align::Center, role, Type::Small, cx.theme.text2);
    }
    name_ui(ui, cx, rect, &made.industry, &made.name, place.x - SPACE_8);
    let full = cx.say(made.role.map_or(say::OUTSIDE_POSITIONS, term::role));
    let told = format!("{} · {full} · {}", made.name, made.share);
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &told));
    response.tip(&made.name);
}

fn missing_ui(ui: &mut Ui, cx: &Cx<'_>, missing: &Missing) {
    let rect = row(ui, 28.0);
    let response = ui.interact(rect, Id::unique(("missing", missing.industry.as_str())), Sense::hover());
    if response.hovered() {
        cx.point(Subject::industry(&missing.industry));
        shapes::framed_rect(ui.painter(), rect.expand2(vec2(4.0, 0.0)), RADIUS_ROW, cx.theme.sunken, cx.theme.edge());
    }
    let end = width_of(ui.painter(), &missing.gap, Type::Small) + 1.0;
    let gap = Rect::from_min_max(pos2(rect.right() - end, rect.top()), rect.max);
    line(ui.painter(), gap, Align::Max, &missing.gap, Type::Small, cx.theme.text2);
    name_ui(ui, cx, rect, &missing.industry, &missing.name, gap.left() - SPACE_8);
    let told = format!("{} {}", missing.name, missing.gap);
    response.widget_info(|| WidgetInfo::labeled(AccessRole::Label, true, &told));
    response.tip(&missing.name);
}

fn name_ui(ui: &Ui, cx: &Cx<'_>, rect: Rect, industry: &IndustryId, name: &str, right: f32) {
    let seal = Rect::from_min_size(pos2(rect.left(), rect.center().y - 10.0), vec2(20.0, 20.0));
    paint_seal(ui.painter(), seal, &cx.seal(industry), cx.theme, cx.is_chinese());
    let words = Rect::from_min_max(pos2(seal.right() + SPACE_8, rect.top()), pos2(right, rect.bottom()));
    line(ui.painter(), words, Align::Min, name, Type::Small, cx.theme.text1);
}
