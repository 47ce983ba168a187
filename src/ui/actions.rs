//! Everything that has a key: one row an action. Menus, the sheet of keys and the clash test read the same rows.

use egui::{Context, Key, KeyboardShortcut, Modifiers};

use crate::i18n::{phrase::Phrase, words};

/// Something that a person can ask for by key, menu or button.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// New document on the same data.
    New,
    /// Open a file.
    Open,
    /// Save.
    Save,
    /// Save under another name.
    SaveAs,
    /// Close the program.
    Quit,
    /// Take the last step back.
    Undo,
    /// Do it again.
    Redo,
    /// Go to the search field.
    Find,
    /// Pick up the selected project.
    PickUp,
    /// Drop what is held.
    Drop,
    /// Put it back.
    LetGo,
    /// Take the selected project back into the queue.
    Unplace,
    /// Pin or unpin the selected project.
    Pin,
    /// Pin or unpin everything that is placed.
    PinAll,
    /// Select everything that the search finds.
    SelectAll,
    /// The menu of orders.
    Order,
    /// The menu of kept searches.
    Views,
    /// Hold what is held over the park that answers best.
    First,
    /// Over the second best.
    Second,
    /// Over the third best.
    Third,
    /// Chinese or English.
    Language,
    /// Dark or light.
    Theme,
    /// The sheet of keys.
    Shortcuts,
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// The action.
    pub action: Action,
    /// What it is called.
    pub name: Phrase,
    /// Its keys, the first one shown.
    pub keys: &'static [KeyboardShortcut],
}

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn command(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn command_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

/// All actions in the order in which the sheet of keys shows them.
pub const ACTIONS: &[Row] = &[
    Row { action: Action::New, name: words::NEW, keys: &[command(Key::N)] },
    Row { action: Action::Open, name: words::OPEN, keys: &[command(Key::O)] },
    Row { action: Action::Save, name: words::SAVE, keys: &[command(Key::S)] },
    Row { action: Action::SaveAs, name: words::SAVE_AS, keys: &[command_shift(Key::S)] },
    Row { action: Action::Quit, name: words::QUIT, keys: &[command(Key::Q)] },
    Row { action: Action::Undo, name: words::UNDO, keys: &[command(Key::Z)] },
    Row { action: Action::Redo, name: words::REDO, keys: &[command(Key::Y), command_shift(Key::Z)] },
    Row { action: Action::Find, name: words::FIND, keys: &[command(Key::F)] },
    Row { action: Action::PickUp, name: words::PICK_UP, keys: &[plain(Key::Space)] },
    Row { action: Action::Drop, name: words::DROP, keys: &[plain(Key::Enter)] },
    Row { action: Action::LetGo, name: words::CANCEL, keys: &[plain(Key::Escape)] },
    Row { action: Action::Unplace, name: words::BACK_TO_QUEUE, keys: &[plain(Key::Delete)] },
    Row { action: Action::Pin, name: words::PIN, keys: &[command(Key::L)] },
    Row { action: Action::PinAll, name: words::PIN_ALL, keys: &[command_shift(Key::L)] },
    Row { action: Action::SelectAll, name: words::SELECT_ALL, keys: &[command(Key::A)] },
    Row { action: Action::Order, name: words::ORDER, keys: &[command_shift(Key::O)] },
    Row { action: Action::Views, name: words::VIEWS, keys: &[command_shift(Key::F)] },
    Row { action: Action::First, name: words::AIM_FIRST, keys: &[plain(Key::Num1)] },
    Row { action: Action::Second, name: words::AIM_SECOND, keys: &[plain(Key::Num2)] },
    Row { action: Action::Third, name: words::AIM_THIRD, keys: &[plain(Key::Num3)] },
    Row {
        action: Action::Language, name: Phrase::new("中文 / English", "中文 / English"), keys: &[command(Key::E)]
    },
    Row { action: Action::Theme, name: Phrase::new("深色 / 浅色", "Dark / light"), keys: &[command(Key::D)] },
    Row { action: Action::Shortcuts, name: words::SHORTCUTS, keys: &[plain(Key::F1)] },
];

/// The keys of `action` as text, such as `Ctrl+Z`; empty when it has none.
pub fn keys_of(ctx: &Context, action: Action) -> String {
    let row = ACTIONS.iter().find(|row| row.action == action);
    row.and_then(|row| row.keys.first()).map(|keys| ctx.format_shortcut(keys)).unwrap_or_default()
}

/// The actions whose keys were pressed in this frame.
///
/// Keys without Ctrl count only when `is_free` says that no button or field has the keyboard; undo and redo belong to
/// a text field while it has the focus.
pub fn pressed(ctx: &Context, is_free: bool) -> Vec<Action> {
    let is_typing = ctx.text_edit_focused();
    // The longer combination first: Ctrl+Shift+Z must not be taken for Ctrl+Z.
    let mut rows: Vec<(KeyboardShortcut, Action)> =
        ACTIONS.iter().flat_map(|row| row.keys.iter().map(|keys| (*keys, row.action))).collect();
    rows.sort_by_key(|(keys, _)| !keys.modifiers.shift);
    let mut pressed = Vec::new();
    for (keys, action) in rows {
        let is_plain = keys.modifiers == Modifiers::NONE && !is_function_key(keys.logical_key);
        let is_typed_too = matches!(action, Action::LetGo | Action::Undo | Action::Redo | Action::SelectAll);
        let belongs_elsewhere = if is_typed_too { is_typing } else { is_plain && !is_free };
        if !belongs_elsewhere && ctx.input_mut(|input| input.consume_shortcut(&keys)) {
            pressed.push(action);
        }
    }
    pressed
}

fn is_function_key(key: Key) -> bool {
    key == Key::F1
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_actions_share_a_key_and_every_action_has_a_row() {
        let mut seen = BTreeSet::new();
        let mut actions = BTreeSet::new();
        for row in ACTIONS {
            assert!(actions.insert(row.action), "{:?} stands twice", row.action);
            for keys in row.keys {
                assert!(seen.insert(format!("{keys:?}")), "{keys:?} is taken");
            }
        }
        assert_eq!(actions.len(), 23);
    }
}
