using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace PodcastInsights.Core.Episodes;

/// <summary>
/// The part of an address that names an episode, a speaker or a topic: letters and digits of any script in lower case,
/// joined by single hyphens. <c>Gustav Söderström</c> becomes <c>gustav-soderstrom</c>; letters of other scripts are kept.
/// </summary>
public readonly record struct EpisodeSlug
{
    /// <summary>The longest slug made, in characters; a longer name is cut there. File systems allow names of 255 bytes.</summary>
    public const int MaxLength = 120;

    private readonly string? value;

    private EpisodeSlug(string value) => this.value = value;

    public string Value => value ?? "";

    public override string ToString() => Value;

    /// <summary>The slug of a name. A name without one letter or digit has the slug <c>episode</c>.</summary>
    public static EpisodeSlug From(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (IsSlugOfAscii(name))
        {
            return new EpisodeSlug(name);
        }

        var slug = new StringBuilder(name.Length);
        var gap = false;
        foreach (var rune in UnicodeText.WellFormed(name).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.NonSpacingMark && IsLatinMark(rune))
            {
                continue;
            }

            if (!Rune.IsLetterOrDigit(rune) && category is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
            {
                gap |= !IsApostrophe(rune);
                continue;
            }

            if (gap && slug.Length > 0)
            {
                slug.Append('-');
            }

            gap = false;
            slug.Append(Rune.ToLowerInvariant(rune));
            if (slug.Length >= MaxLength)
            {
                break;
            }
        }

        // Normalised to form C, so that a Korean or Japanese name has one address whichever way its file name was stored.
        return new EpisodeSlug(slug.Length == 0 ? "episode" : slug.ToString().Normalize(NormalizationForm.FormC));
    }

    /// <summary>Parses a slug from an address; false where <see cref="From"/> could not have made it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out EpisodeSlug slug)
    {
        slug = default;
        if (string.IsNullOrEmpty(text) || text.Length > 2 * MaxLength || From(text).Value != text)
        {
            return false;
        }

        slug = new EpisodeSlug(text);
        return true;
    }

    // Whether the name is its own slug, as nearly every stored one is: a start reads thousands of them.
    private static bool IsSlugOfAscii(string name)
    {
        if (name.Length is 0 or > MaxLength || name[0] == '-' || name[^1] == '-')
        {
            return false;
        }

        for (var i = 0; i < name.Length; i++)
        {
            if (!char.IsAsciiLetterLower(name[i]) && !char.IsAsciiDigit(name[i]) && (name[i] != '-' || name[i - 1] == '-'))
            {
                return false;
            }
        }

        return true;
    }

    // Accents on Latin letters are dropped; marks of Kana, Arabic and Indian scripts stay.
    private static bool IsLatinMark(Rune rune) => rune.Value is >= 0x0300 and <= 0x036F;

    private static bool IsApostrophe(Rune rune) => rune.Value is '\'' or 0x2019 or 0x02BC;
}
