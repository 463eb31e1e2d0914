namespace PodcastInsights.Core.Text;

/// <summary>The scripts that text rules distinguish. Most scripts put spaces between words: those are <see cref="Other"/>.</summary>
public enum Script : byte
{
    Other,
    Han,

    /// <summary>Hiragana and Katakana.</summary>
    Kana,
    Bopomofo,

    /// <summary>Has spaces between words, but particles are attached to them, so each syllable is a token.</summary>
    Hangul,
    Thai,
    Lao,
    Burmese,
    Khmer,
}
