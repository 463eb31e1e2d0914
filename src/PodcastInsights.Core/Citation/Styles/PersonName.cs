using System.Globalization;
using System.Text;

namespace PodcastInsights.Core.Citation.Styles;

/// <summary>
/// A name split for reference lists into the part it is sorted by and the rest. A name whose parts are not certain stays whole and is never
/// inverted: one in Han, Kana or Hangul, which has the family name first without a space (and may be a role, such as 主持人), a single word, a
/// machine's <c>Speaker 3</c>, a company.
/// </summary>
/// <param name="Whole">The name as spoken.</param>
/// <param name="Family">Family name with particles: <c>van der Berg</c>. Null, as are the next two, where the name stays whole.</param>
/// <param name="Suffix"><c>Jr.</c>, <c>III</c>; null for none.</param>
public sealed record PersonName(string Whole, string? Family, string? Given, string? Suffix)
{
    private static readonly string[] Suffixes = ["jr", "sr", "ii", "iii", "iv"];

    /// <summary>Family name first, where the name has parts; else the whole name.</summary>
    public string Inverted => Family is null ? Whole : string.Join(", ", new[] { Family, Given, Suffix }.OfType<string>());

    /// <summary>The name used in running text: the family name, or the whole name.</summary>
    public string Surname => Family ?? Whole;

    /// <summary>Family name first, given names as initials: <c>van der Berg, J.-L.</c></summary>
    public string InvertedInitials =>
        Family is null ? Whole : string.Join(", ", new[] { Family, InitialsOf(Given!), Suffix }.OfType<string>());

    public static PersonName Of(string name)
    {
        var whole = OneLine.Of(name);
        var words = whole.Split(' ').ToList();

        // Forms of address (Dr., Prof., Mrs.) are not part of the name. An initial has one letter.
        while (words.Count > 1 && words[0] is [_, _, .., '.'] title && !title[..^1].Contains('.', StringComparison.Ordinal))
        {
            words.RemoveAt(0);
        }

        var suffix = words.Count > 2 && Suffixes.Contains(words[^1].Trim('.', ','), StringComparer.OrdinalIgnoreCase) ? words[^1] : null;
        if (suffix is not null)
        {
            words.RemoveAt(words.Count - 1);
            words[^1] = words[^1].TrimEnd(',');
        }

        return words.Count > 1 && words.All(IsOfName) ? Parted(whole, words, suffix) : new(whole, null, null, null);
    }

    private static PersonName Parted(string whole, List<string> words, string? suffix)
    {
        var family = words.Count - 1;
        while (family > 1 && char.IsLower(words[family - 1][0]))
        {
            family--;
        }

        return char.IsUpper(words[0][0])
            ? new(whole, string.Join(' ', words[family..]), string.Join(' ', words[..family]), suffix)
            : new(whole, null, null, null);
    }

    // Whether the word can be part of a name: letters and joining signs only; "and" joins two names. Scripts without capitals mostly have
    // another order of names.
    private static bool IsOfName(string word) =>
        word.All(c => (char.IsLetter(c) && ScriptTable.Of(c) == Script.Other)
            || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark
            || c is '.' or '-' or '\'' or '’' or '‐')
        && char.IsLetter(word[0])
        && !word.Equals("and", StringComparison.OrdinalIgnoreCase);

    private static string InitialsOf(string given)
    {
        var initials = new StringBuilder();
        foreach (var word in given.Split(' '))
        {
            var parts = word.Split(['-', '‐'], StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(part => part.Split('.', StringSplitOptions.RemoveEmptyEntries))
                .Select(part => $"{part.EnumerateRunes().First()}.");
            initials.Append(initials.Length > 0 ? " " : "").AppendJoin(word.Contains('.', StringComparison.Ordinal) ? " " : "-", parts);
        }

        return initials.ToString();
    }
}
