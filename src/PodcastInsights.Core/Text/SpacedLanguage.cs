using System.Collections.Frozen;

namespace PodcastInsights.Core.Text;

/// <summary>Detects the language of a text whose words have spaces between them, as an ISO 639-1 code: by its letters, else by its commonest words.</summary>
internal static class SpacedLanguage
{
    /// <summary>Fewer words do not tell.</summary>
    private const int FewestWords = 12;

    /// <summary>Least share of words that are among the commonest of the language; of ordinary speech they are a quarter.</summary>
    private const double LeastShare = 0.1;

    /// <summary>How much more often than those of English they must occur, since titles and brands are English everywhere.</summary>
    private const double Ahead = 1.3;

    private const string English = "en";

    // Letters of one language, or of several that are told apart by further ones.
    private static readonly (char First, char Last, string Language)[] Scripts =
    [
        ('\u0370', '\u03FF', "el"), ('\u0400', '\u052F', "ru"), ('\u0531', '\u0587', "hy"), ('\u0900', '\u097F', "hi"), ('\u0980', '\u09FF', "bn"),
        ('\u0B80', '\u0BFF', "ta"), ('\u0C00', '\u0C7F', "te"), ('\u0E01', '\u0E4E', "th"), ('\u10A0', '\u10FF', "ka"),
    ];

    private static readonly (string Language, string Words)[] Commonest =
    [
        (English, "the and of to is that it you i we in was for on with this are have not but they be at so what my from"),
        ("es", "el los las que y en una por con para pero está muy como más esto yo es del lo se no me había mi"),
        ("pt", "o os as que e em uma por com para mas está muito como mais isso não eu você é do da um na foi me"),
        ("fr", "le les et des une est que pas pour dans je vous nous avec mais ce qui sur il on du la au ça c j d l"),
        ("de", "der die das und ist nicht ich wir ein eine mit auf es aber auch zu den von sie so war hat dann man für"),
        ("it", "il gli che è di una non per con sono ma anche questo io un la le lo si mi del della ho più come"),
        ("nl", "de het een en van is dat niet ik je we met maar ook op te zijn was er dan voor hij ze wat dit"),
        ("pl", "się nie jest że na to w z i co jak ale do tak o za mnie po od czy już tylko było dla my"),
        ("cs", "že se na je to a v jsem ale jak tak nebo by co do si ten jsme bylo pro už jen když tam"),
        ("sv", "och att det är jag inte som en på vi har men för den med av var så om man till ett du kan"),
        ("da", "og at det er jeg ikke som en på vi har men for den med af var så om man til et du kan hvad"),
        ("nb", "og at det er jeg ikke som en på vi har men for den med av var så om man til et du kan hva"),
        ("fi", "ja on että se ei mutta niin minä kun oli ole mitä tai kuin me myös sen hän nyt vain siitä"),
        ("hu", "a az és hogy nem egy is de ez meg van csak volt mint én már ha akkor mi azt"),
        ("ro", "și nu este că în pe o la cu eu dar un din sunt mai ce se de am care pentru"),
        ("tr", "bir ve bu da de için çok ben ne ama gibi daha var o kadar sonra değil olarak biz mi"),
        ("id", "yang dan itu di ini saya kita tidak untuk dengan ada juga dari bisa kalau jadi sudah pada akan mereka"),
        ("vi", "là và của có không một tôi cho được người thì mà này những đã với các trong chúng như"),
    ];

    private static readonly FrozenDictionary<string, int[]> LanguagesOfWord = Commonest
        .SelectMany(static (row, index) => row.Words.Split(' ').Select(word => (word, index)))
        .GroupBy(static pair => pair.word, static pair => pair.index)
        .ToFrozenDictionary(static word => word.Key, static word => word.ToArray(), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> Lookup = LanguagesOfWord.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary><c>en</c> where no other language is more likely.</summary>
    public static string Of(string text)
    {
        var letters = 0;
        var scripts = new int[Scripts.Length];
        foreach (var character in text)
        {
            letters += char.IsLetter(character) ? 1 : 0;
            if (character >= Scripts[0].First && Array.FindIndex(Scripts, script => character >= script.First && character <= script.Last) is >= 0 and var script)
            {
                scripts[script]++;
            }
        }

        var most = Array.IndexOf(scripts, scripts.Max());
        return scripts[most] * 2 <= letters ? ByWords(text) : Scripts[most].Language == "ru" ? Cyrillic(text, scripts[most]) : Scripts[most].Language;
    }

    /// <summary>Tells languages apart by the letters that only they have.</summary>
    private static string Cyrillic(string text, int letters)
    {
        var (ukrainian, serbian, russian, hard) = (Count("іїєґ"), Count("јљњћђ"), Count("ыэё"), Count("ъ"));
        return ukrainian * 100 > letters ? "uk" : serbian * 100 > letters ? "sr" : russian == 0 && hard * 100 > letters ? "bg" : "ru";

        int Count(string marks) => text.Count(character => marks.Contains(char.ToLowerInvariant(character), StringComparison.Ordinal));
    }

    private static string ByWords(string text)
    {
        var (words, counts) = (0, new int[Commonest.Length]);
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && char.IsLetter(text[end]))
            {
                end++;
            }

            if (end > at)
            {
                words++;
                foreach (var language in Lookup.TryGetValue(text.AsSpan(at, end - at), out var found) ? found : [])
                {
                    counts[language]++;
                }
            }

            at = end + 1;
        }

        var best = Array.IndexOf(counts, counts.Max());
        return words >= FewestWords && counts[best] >= words * LeastShare && counts[best] > counts[0] * Ahead ? Commonest[best].Language : English;
    }
}
