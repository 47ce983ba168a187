//! How well does a text match what was typed? Letters in order, better when they stand together or begin a word.

/// Points for a letter that follows the one matched before.
const TOGETHER: u32 = 6;
/// Points for a letter that begins a word or the text.
const BEGINS: u32 = 5;
/// Points for any letter.
const FOUND: u32 = 1;

/// How well `text` matches all words of `typed`, more is better; `None` when one of them does not match.
///
/// Case does not count. Costs the length of the text for every word typed.
pub fn score(typed: &str, text: &str) -> Option<u32> {
    let text: Vec<char> = text.chars().flat_map(char::to_lowercase).collect();
    typed.split_whitespace().map(|word| score_of_word(word, &text)).sum()
}

fn score_of_word(word: &str, text: &[char]) -> Option<u32> {
    let word: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
    // Together somewhere is the best that can be; else letter by letter from the left.
    if let Some(at) = text.windows(word.len().max(1)).position(|window| window == word.as_slice()) {
        let letters = u32::try_from(word.len()).unwrap_or(u32::MAX);
        let begins = if begins_word(text, at) { BEGINS } else { 0 };
        return Some(letters.saturating_mul(FOUND + TOGETHER).saturating_add(begins));
    }
    let mut points = 0;
    let mut from = 0;
    let mut before = None;
    for letter in word {
        let at = from + text.get(from..)?.iter().position(|c| *c == letter)?;
        points += FOUND;
        if before.is_some_and(|before| before + 1 == at) {
            points += TOGETHER - 1;
        } else if begins_word(text, at) {
            points += BEGINS;
        }
        before = Some(at);
        from = at + 1;
    }
    Some(points)
}

fn begins_word(text: &[char], at: usize) -> bool {
    at.checked_sub(1).and_then(|before| text.get(before)).is_none_or(|c| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::score;

    #[test]
    fn words_match_in_any_case_and_order_and_letters_in_order() {
        assert!(score("", "anything").is_some());
        assert!(score("park next", "Next park").is_some());
        assert!(score("gxq", "GaoXinQu").is_some());
        assert!(score("高区", "绵阳高新区").is_some());
        assert!(score("区高", "绵阳高新区").is_none());
        assert!(score("zz", "Next park").is_none());
    }

    #[test]
    fn what_stands_together_and_begins_a_word_comes_first() {
        assert!(score("save", "Save") > score("save", "Slave"));
        assert!(score("pa", "Next park") > score("pa", "Spare"));
        assert!(score("高新", "绵阳高新区") > score("高新", "提高更新"));
    }
}
