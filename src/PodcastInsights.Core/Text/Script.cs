namespace PodcastInsights.Core.Text;

/// <summary>A script, as Unicode names it, as far as rules of text depend on it. Most scripts put spaces between words: those are <see cref="Other"/>.</summary>
public enum Script : byte
{
    Other,
    Han,

    /// <summary>Hiragana and Katakana.</summary>
    Kana,
    Bopomofo,

    /// <summary>Has spaces between words, but endings stand at the words, so that each syllable is searched by itself.</summary>
    Hangul,
    Thai,
    Lao,
    Burmese,
    Khmer,
}
