//! How is a paper a page to read? One file that stands alone: no script, nothing fetched, printed as it is meant.
//!
//! Everything is escaped but the pictures, which this program has drawn itself, and the `style`.

mod style;

use askama::Template;

use super::{
    format::Unwritable,
    page,
    paper::{Block, Column, Paper, Run, Table, Tone, Value},
    shown,
};
use crate::i18n::{phrase::Lang, printed};

/// Letters of the longest word that is not broken in a cell.
const LONGEST_WORD: usize = 30;

/// The paper as `HTML`.
///
/// # Errors
///
/// [`Unwritable::Template`] when the template is not filled in.
pub fn page(paper: &Paper) -> Result<String, Unwritable> {
    let lang = if paper.is_chinese { Lang::Zh } else { Lang::En };
    let title = shown::line(&paper.title);
    let sheet = Sheet {
        lang: if paper.is_chinese { "zh-CN" } else { "en-GB" },
        name: if title.trim().is_empty() { printed::UNTITLED.of(lang).to_owned() } else { title.clone() },
        title: shown::lines(&title),
        subtitle: shown::lines(&paper.subtitle),
        style: style::sheet(paper, lang),
        parts: (1..).zip(&paper.blocks).map(|(number, block)| Part::of(block, number, lang)).collect(),
        rests_on: printed::PROVENANCE.of(lang),
        provenance: paper.provenance.lines.iter().map(|line| shown::lines(line)).collect(),
    };
    Ok(sheet.render()?)
}

/// Everything on the page, ready to be escaped.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{%- macro broken(lines) -%}
{%- for line in lines.iter() %}{% if !loop.first %}<br>{% endif %}{{ line }}{% endfor -%}
{%- endmacro -%}
{%- macro said(spans) -%}
{%- for span in spans.iter() %}{% if span.class.is_empty() %}{% call broken(span.lines) %}{% endcall %}{% else %}<span class="{{ span.class }}">{% call broken(span.lines) %}{% endcall %}</span>{% endif %}{% endfor -%}
{%- endmacro -%}
<!DOCTYPE html>
<html lang="{{ lang }}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ name }}</title>
<style>
{{ style|safe }}
</style>
</head>
<body>
<main>
<header>
{% if title.concat() != "" %}<h1>{% call broken(title) %}{% endcall %}</h1>
{% endif %}{% if subtitle.concat() != "" %}<p class="subtitle">{% call broken(subtitle) %}{% endcall %}</p>
{% endif %}</header>
{% for part in parts %}{% match part %}
{%- when Part::Heading with { is_first, lines } %}{% if *is_first %}<h2>{% call broken(lines) %}{% endcall %}</h2>{% else %}<h3>{% call broken(lines) %}{% endcall %}</h3>{% endif %}
{%- when Part::Paragraph with (spans) %}<p class="body">{% call said(spans) %}{% endcall %}</p>
{%- when Part::List with (points) %}<ul>
{% for spans in points %}<li>{% call said(spans) %}{% endcall %}</li>
{% endfor %}</ul>
{%- when Part::Facts with (facts) %}<table class="facts"><tbody>
{% for fact in facts %}<tr><th scope="row">{% call broken(fact.name) %}{% endcall %}</th><td>{% call said(fact.said) %}{% endcall %}</td></tr>
{% endfor %}</tbody></table>
{%- when Part::Grid with (grid) %}<div class="grid"><table>
{% if grid.title.concat() != "" %}<caption>{% call broken(grid.title) %}{% endcall %}</caption>
{% endif %}{% if !grid.heads.is_empty() %}<colgroup>{% for width in grid.widths %}<col style="width:{{ width }}%">{% endfor %}</colgroup>
<thead>
{% for row in grid.heads %}<tr>{% for head in row %}<th scope="{{ head.scope }}"{% if head.columns > 1 %} colspan="{{ head.columns }}"{% endif %}{% if head.rows > 1 %} rowspan="{{ head.rows }}"{% endif %}>{% call broken(head.lines) %}{% endcall %}</th>{% endfor %}</tr>
{% endfor %}</thead>
<tbody>
{% for row in grid.rows %}<tr{% if row.is_sum %} class="sum"{% endif %}>{% for cell in row.cells %}<td{% if !cell.class.is_empty() %} class="{{ cell.class }}"{% endif %}>{% if cell.span.class.is_empty() %}{% call broken(cell.span.lines) %}{% endcall %}{% else %}<span class="{{ cell.span.class }}">{% call broken(cell.span.lines) %}{% endcall %}</span>{% endif %}</td>{% endfor %}</tr>
{% endfor %}{% if grid.rows.is_empty() %}<tr><td class="none" colspan="{{ grid.widths.len() }}">{{ grid.none }}</td></tr>
{% endif %}</tbody>
{% endif %}</table></div>
{% for note in grid.notes %}<p class="note">{% call broken(note) %}{% endcall %}</p>
{% endfor %}
{%- when Part::Picture with { svg, told } %}<figure role="img" aria-label="{{ told }}">{% if svg.is_empty() %}<p class="note">{{ told }}</p>{% else %}{{ svg|safe }}{% endif %}</figure>
{%- when Part::NewPage %}<div class="new-page"></div>
{%- endmatch %}
{% endfor %}{% if !provenance.is_empty() %}<footer>
<p class="note"><strong>{{ rests_on }}</strong></p>
{% for line in provenance %}<p class="note">{% call broken(line) %}{% endcall %}</p>
{% endfor %}</footer>
{% endif %}</main>
</body>
</html>
"#
)]
struct Sheet {
    lang: &'static str,
    name: String,
    title: Vec<String>,
    subtitle: Vec<String>,
    style: String,
    parts: Vec<Part>,
    rests_on: &'static str,
    provenance: Vec<Vec<String>>,
}

/// Text in its tone.
struct Span {
    /// The class of its tone; empty as usual.
    class: &'static str,
    lines: Vec<String>,
}

impl Span {
    fn of(run: &Run) -> Self {
        let class = match run.tone {
            Tone::Plain => "",
            Tone::Strong => "strong",
            Tone::Faint => "faint",
            Tone::Good => "good",
            Tone::Caution => "caution",
            Tone::Bad => "bad",
        };
        Self { class, lines: shown::lines(&run.text) }
    }

    fn all(runs: &[Run]) -> Vec<Self> {
        runs.iter().map(Self::of).collect()
    }
}

/// A name with what is said of it.
struct Fact {
    name: Vec<String>,
    said: Vec<Span>,
}

/// A part of the paper.
enum Part {
    Heading { is_first: bool, lines: Vec<String> },
    Paragraph(Vec<Span>),
    List(Vec<Vec<Span>>),
    Facts(Vec<Fact>),
    Grid(Grid),
    Picture { svg: String, told: String },
    NewPage,
}

impl Part {
    /// A part; `number` is its own among all.
    fn of(block: &Block, number: usize, lang: Lang) -> Self {
        match block {
            Block::Heading(level, text) => Self::Heading { is_first: *level <= 1, lines: shown::lines(text) },
            Block::Paragraph(runs) => Self::Paragraph(Span::all(runs)),
            Block::List(points) => Self::List(points.iter().map(|point| Span::all(point)).collect()),
            Block::Facts(facts) => Self::Facts(
                facts.iter().map(|(name, said)| Fact { name: shown::lines(name), said: Span::all(said) }).collect(),
            ),
            Block::Table(table) => Self::Grid(Grid::of(table, lang)),
            Block::Picture(picture) => {
                Self::Picture { svg: inlined(&picture.svg, number), told: shown::line(&picture.told) }
            }
            Block::NewPage => Self::NewPage,
        }
    }
}

/// A picture as a part of a page: without a declaration, and with names of its own, for names are one for a whole page.
fn inlined(svg: &str, number: usize) -> String {
    let svg = svg.find("<svg").and_then(|at| svg.get(at..)).unwrap_or_default();
    svg.replace(" id=\"", &format!(" id=\"p{number}-"))
        .replace("href=\"#", &format!("href=\"#p{number}-"))
        .replace("url(#", &format!("url(#p{number}-"))
}

/// The head of a column or of a group of columns.
struct Head {
    lines: Vec<String>,
    scope: &'static str,
    columns: usize,
    rows: usize,
}

/// A cell.
struct Cell {
    span: Span,
    /// The class of its place; empty for a sentence.
    class: &'static str,
}

/// A row.
struct Row {
    is_sum: bool,
    cells: Vec<Cell>,
}

/// A table.
struct Grid {
    title: Vec<String>,
    /// Widths of its columns in per cent.
    widths: Vec<String>,
    /// Its head, of two rows where columns have groups.
    heads: Vec<Vec<Head>>,
    rows: Vec<Row>,
    /// What is said when there are no rows.
    none: &'static str,
    notes: Vec<Vec<String>>,
}

impl Grid {
    fn of(table: &Table, lang: Lang) -> Self {
        let first_sum = shown::first_sum(table);
        let row =
            |(at, values): (usize, &Vec<Value>)| Row { is_sum: at >= first_sum, cells: cells(values, &table.columns) };
        let widths = page::shares(&table.columns, &[], 10_000);
        Self {
            title: shown::lines(&table.title),
            widths: widths.into_iter().map(|width| format!("{}.{:02}", width / 100, width % 100)).collect(),
            heads: heads(&table.columns),
            rows: table.rows.iter().enumerate().map(row).collect(),
            none: printed::NO_ROWS.of(lang),
            notes: table.notes.iter().map(|note| shown::lines(note)).collect(),
        }
    }
}

fn cells(values: &[Value], columns: &[Column]) -> Vec<Cell> {
    shown::filled(values, columns)
        .map(|(value, column)| {
            let run = shown::cell(value);
            Cell { class: place(value, column, &run.text), span: Span::of(&run) }
        })
        .collect()
}

/// Where a cell is set, whether it stays in one line, and whether a word of it may be broken.
fn place(value: &Value, column: &Column, text: &str) -> &'static str {
    let is_long = text.split_whitespace().any(|word| word.is_ascii() && word.len() > LONGEST_WORD);
    match value {
        Value::Number { .. } => "right whole",
        Value::Day(_) => "whole",
        Value::Text(_) | Value::Missing | Value::Blank if is_long => "long",
        Value::Text(_) | Value::Missing | Value::Blank if column.is_figures => "right",
        Value::Text(_) | Value::Missing | Value::Blank => "",
    }
}

fn heads(columns: &[Column]) -> Vec<Vec<Head>> {
    let one = |column: &Column, rows| Head { lines: shown::lines(&column.head), scope: "col", columns: 1, rows };
    if columns.is_empty() {
        return Vec::new();
    }
    let groups = shown::groups(columns);
    if groups.is_empty() {
        return vec![columns.iter().map(|column| one(column, 1)).collect()];
    }
    let mut rest = columns.iter();
    let mut upper = Vec::new();
    let mut lower = Vec::new();
    for group in groups {
        let under = rest.by_ref().take(group.span);
        if group.head.is_empty() {
            upper.extend(under.map(|column| one(column, 2)));
        } else {
            upper.push(Head { lines: shown::lines(&group.head), scope: "colgroup", columns: group.span, rows: 1 });
            lower.extend(under.map(|column| one(column, 1)));
        }
    }
    vec![upper, lower]
}
