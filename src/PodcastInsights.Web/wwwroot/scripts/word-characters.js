// From WordReader.AloneRanges, which WordCharactersTests compares: each character in these ranges counts as a word.
export const alone = '\\u{3040}-\\u{30ff}\\u{3400}-\\u{9fff}\\u{ac00}-\\u{d7af}\\u{f900}-\\u{faff}\\u{20000}-\\u{3ffff}';
