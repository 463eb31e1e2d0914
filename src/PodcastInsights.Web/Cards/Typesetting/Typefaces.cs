using System.Collections.Concurrent;
using System.Text;
using SkiaSharp;
using Script = HarfBuzzSharp.Script;

namespace PodcastInsights.Web.Cards.Typesetting;

/// <summary>
/// The program's own typefaces, and installed ones for characters that these lack. Text covered by the own ones looks the same on every
/// machine. See docs/decisions/0146.
/// </summary>
internal static class Typefaces
{
    /// <summary>Largest number of installed typefaces kept in memory.</summary>
    private const int MostInstalled = 32;

    /// <summary>Largest number of characters for which the installed typeface is cached.</summary>
    private const int MostRemembered = 4096;

    private static readonly Typeface Regular = Load("SourceSerif-Regular.ttf");
    private static readonly Typeface Strong = Load("SourceSerif-SemiBold.ttf");
    private static readonly Typeface EastAsian = Load("NotoSerifCJK-Regular.otf");
    private static readonly Typeface Emoji = Load("NotoEmoji-Regular.ttf");

    private static readonly Dictionary<Script, Typeface> ByScript = new()
    {
        [Script.Arabic] = Load("NotoNaskhArabic-Regular.ttf"),
        [Script.Armenian] = Load("NotoSerifArmenian-Regular.ttf"),
        [Script.Bengali] = Load("NotoSerifBengali-Regular.ttf"),
        [Script.Devanagari] = Load("NotoSerifDevanagari-Regular.ttf"),
        [Script.Georgian] = Load("NotoSerifGeorgian-Regular.ttf"),
        [Script.Hebrew] = Load("NotoSerifHebrew-Regular.ttf"),
        [Script.Tamil] = Load("NotoSerifTamil-Regular.ttf"),
        [Script.Thai] = Load("NotoSerifThai-Regular.ttf"),
        [Script.Han] = EastAsian,
        [Script.Hiragana] = EastAsian,
        [Script.Katakana] = EastAsian,
        [Script.Bopomofo] = EastAsian,
        [Script.Hangul] = EastAsian,
    };

    internal static readonly Typeface[] Shipped = [Regular, EastAsian, Emoji, .. ByScript.Values.Except([EastAsian])];

    // One object for each, because runs are compared by reference.
    private static readonly ConcurrentDictionary<Typeface, Typeface> Emboldened = [];

    private static readonly Lock Machine = new();
    private static readonly List<Typeface> Installed = [];
    private static readonly ConcurrentDictionary<Rune, Typeface?> Remembered = [];

    /// <param name="letter">A letter with its marks, or an emoji.</param>
    /// <param name="script">Script of the letter, or of the letters around it for common characters.</param>
    /// <param name="strong">Whether to use a heavier weight.</param>
    public static Typeface For(string letter, Script script, bool strong)
    {
        // Digits use the Latin typeface everywhere; those of the East Asian one are as light as its characters.
        var own = ByScript.GetValueOrDefault(script, Regular);
        var face = For(letter, letter[0] is > ' ' and < '\x7F' && own != EastAsian ? Regular : own);
        return !strong || face == Emoji ? face
            : face == Regular && Strong.HasAll(letter) ? Strong
            : Emboldened.GetOrAdd(face, plain => plain.Embolden());
    }

    private static Typeface For(string letter, Typeface own) =>
        IsPictured(letter) && Emoji.HasAll(letter) ? Emoji
        : own.HasAll(letter) ? own
        : Array.Find(Shipped, face => face.HasAll(letter))
        ?? InstalledFor(letter)
        ?? Array.Find(Shipped, face => face.Has(letter.EnumerateRunes().First()))
        ?? own;

    /// <summary>Whether it has the emoji variation selector.</summary>
    private static bool IsPictured(string letter) => letter.Contains('\uFE0F', StringComparison.Ordinal);

    private static Typeface? InstalledFor(string letter)
    {
        var rune = letter.EnumerateRunes().First();
        if (Remembered.TryGetValue(rune, out var known))
        {
            return known;
        }

        lock (Machine)
        {
            var found = Installed.Find(face => face.HasAll(letter));
            if (found is null && Installed.Count < MostInstalled && SKFontManager.Default.MatchCharacter(rune.Value) is { } installed)
            {
                found = Typeface.Of(installed);
                if (found is not null)
                {
                    Installed.Add(found);
                }
            }

            if (Remembered.Count >= MostRemembered)
            {
                Remembered.Clear();
            }

            return Remembered[rune] = found;
        }
    }

    private static Typeface Load(string name) => Typeface.FromFile(Path.Combine(AppContext.BaseDirectory, "typefaces", name));
}
