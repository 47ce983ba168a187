//! The command about the map: outlines come from a file, which is read beside the window, and are one step.

use std::path::{Path, PathBuf};

use super::{Workbench, files, jobs::Version, receipt::Notice};
use crate::{
    io::{geojson::Outlines, problem::FileProblem},
    model::{
        edit::Edit,
        evidence::Source,
        id::SourceId,
        text::{Text, is_misleading},
    },
};

/// Id of the source record that names the file.
const SOURCE: &str = "imported-map";

/// Most characters of the name of the file that its source record holds.
const MOST_OF_NAME: usize = 100;

impl Workbench {
    /// Reads outlines for the units of the document from the file at `path`.
    pub(super) fn import_map(&mut self, path: PathBuf) {
        self.jobs.read_map(path, self.version(), self.scenario().units.clone());
    }

    /// Takes in the outlines of the file at `path`, that were read for a `version` of the document.
    pub(super) fn map_read(&mut self, path: &Path, version: Version, outcome: Result<Outlines, Vec<FileProblem>>) {
        match outcome {
            Err(problems) => self.notice = Some(files::cannot_open(path, &problems)),
            Ok(_) if version.document != self.document => {
                self.notice = Some(Notice::warning(Text::new(
                    "读取地图时换了情景，地图未导入；请再导入一次",
                    "Another scenario was opened while the map was read, and nothing was imported; import it once more",
                )));
            }
            Ok(map) => self.set_outlines(path, map),
        }
    }

    fn set_outlines(&mut self, path: &Path, map: Outlines) {
        let told = imported(&map);
        let source = source(path);
        let mut outlines = map.outlines;
        for outline in &mut outlines {
            outline.evidence.source = source.as_ref().map(|it| it.id.clone());
        }
        if self.commit(&Edit::SetOutlines { outlines, source }) {
            self.notice = Some(Notice::news(told));
        }
    }
}

/// The source record of the file at `path`: its name, not where it lies on this machine.
fn source(path: &Path) -> Option<Source> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name: String = name.chars().filter(|c| !is_misleading(*c)).take(MOST_OF_NAME).collect();
    let title = Text::new(format!("导入的地图：{name}"), format!("Imported map: {name}"));
    Some(Source { id: SourceId::new(SOURCE).ok()?, title, address: String::new() })
}

/// What was imported, and what was not.
fn imported(map: &Outlines) -> Text {
    let count = map.outlines.len();
    let outlines = if count == 1 { "outline" } else { "outlines" };
    let (mut zh, mut en) = (format!("已导入 {count} 个轮廓"), format!("Imported {count} {outlines}"));
    if map.holes > 0 {
        let holes = if map.holes == 1 { "hole" } else { "holes" };
        zh.push_str(&format!("，略去孔洞 {} 个", map.holes));
        en.push_str(&format!(", left out {} {holes}", map.holes));
    }
    if map.left_out > 0 {
        let shapes = if map.left_out == 1 { "shape" } else { "shapes" };
        zh.push_str(&format!("，略去其他图形 {} 个", map.left_out));
        en.push_str(&format!(", left out {} other {shapes}", map.left_out));
    }
    Text::new(zh, en)
}
