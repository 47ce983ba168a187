//! How does a line of search fall into words? By spaces outside quotes, with full-width forms folded.

use super::NOT;
use crate::i18n::phrase::Phrase;

/// A word of the line, folded: `head:body`, or a body alone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Token {
    /// What stands before the first colon outside quotes.
    pub head: Option<String>,
    /// The rest.
    pub body: String,
    /// Whether part of it was quoted.
    pub is_quoted: bool,
}

impl Token {
    /// Tells whether it is this word, unquoted.
    pub(super) fn is_word(&self, word: Phrase) -> bool {
        self.head.is_none() && !self.is_quoted && (self.body == word.zh || self.body == word.en)
    }
}

/// `text` in lower case, with full-width letters, digits, signs and spaces as ordinary ones.
pub(super) fn fold(text: &str) -> String {
    text.chars().map(fold_character).flat_map(char::to_lowercase).collect()
}

fn fold_character(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}

/// Tells whether `c` opens or closes a quotation: straight, curly or corner marks.
pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '「' | '」' | '＂')
}

/// The words of `line`; a quotation that is not closed runs to its end.
pub(super) fn tokens(line: &str) -> Vec<Token> {
    let mut list = Vec::new();
    let (mut token, mut is_open, mut has_any) = (Token::default(), false, false);
    let mut push = |token: &mut Token| {
        for part in split_not(std::mem::take(token)) {
            list.push(part);
        }
    };
    for c in line.chars() {
        let folded = fold_character(c);
        if is_quote(c) {
            is_open = !is_open;
            token.is_quoted = true;
            has_any = true;
        } else if folded.is_whitespace() && !is_open {
            if std::mem::take(&mut has_any) {
                push(&mut token);
            }
        } else if folded == ':' && !is_open && token.head.is_none() && !token.is_quoted {
            token.head = Some(std::mem::take(&mut token.body));
            has_any = true;
        } else {
            token.body.extend(folded.to_lowercase());
            has_any = true;
        }
    }
    if has_any {
        push(&mut token);
    }
    list
}

/// `不含产业:化工` without a space: Chinese sets none.
fn split_not(token: Token) -> Vec<Token> {
    let begin = token.head.as_ref().unwrap_or(&token.body);
    let rest = if token.is_quoted && token.head.is_none() { None } else { begin.strip_prefix(NOT.zh) };
    let Some(rest) = rest.filter(|it| !it.is_empty()).map(str::to_owned) else { return vec![token] };
    let not = Token { body: NOT.zh.to_owned(), ..Token::default() };
    let rest = match token.head {
        Some(_) => Token { head: Some(rest), ..token },
        None => Token { body: rest, ..token },
    };
    vec![not, rest]
}
