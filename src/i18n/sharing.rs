//! How does it speak of sharing? Agreements, their books, transfers between units.

use super::{finding::project_name, phrase::Phrase};
use crate::model::{
    edit::sharing::SharingEdit,
    id::{ProjectId, UnitId},
    scenario::Scenario,
    text::Text,
};

/// The workspace.
pub const SHARING: Phrase = Phrase::new("支持与共享", "Support, sharing");
/// The same where room is short.
pub const SHARING_SHORT: Phrase = Phrase::new("支持与共享", "Sharing");
/// The action that turns to it.
pub const SHOW: Phrase = Phrase::new("转到支持与共享", "Go to support and sharing");

/// Name of a unit.
pub fn unit_name(scenario: &Scenario, id: &UnitId) -> Text {
    scenario.units.get(id).map_or_else(|| Text::new(id.as_str(), ""), |it| it.name.clone())
}

/// Name of an edit.
pub fn label(scenario: &Scenario, edit: &SharingEdit) -> Text {
    let about = |project: &ProjectId, zh: &str, en: &str| {
        let name = project_name(scenario, project);
        Text::new(format!("{zh} {project} {}", name.zh), format!("{en} {project} {}", name.english()))
    };
    let between = |from: &UnitId, to: &UnitId, zh: &str, en: &str| {
        let (from, to) = (unit_name(scenario, from), unit_name(scenario, to));
        Text::new(format!("{zh}：{} → {}", from.zh, to.zh), format!("{en}: {} → {}", from.english(), to.english()))
    };
    match edit {
        SharingEdit::Agree(it) => about(&it.project, "签订共享协议", "Agree on sharing"),
        SharingEdit::DropAgreement { project, .. } => about(project, "撤销共享协议", "Drop the agreement on"),
        SharingEdit::Book(it) => {
            let year = it.year;
            about(&it.project, &format!("登记 {year} 年台账"), &format!("Book {year} of"))
        }
        SharingEdit::AgreeTransfer(it) => between(&it.from, &it.to, "商定补偿", "Agree a transfer"),
        SharingEdit::DropTransfer { from, to, .. } => between(from, to, "撤销补偿", "Drop the transfer"),
    }
}
