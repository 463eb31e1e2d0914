using System.Buffers;

namespace PodcastInsights.Core.Search.Analysis;

/// <summary>
/// The English Snowball stemmer ("Porter 2"): cuts the endings of inflection and derivation, so that <c>pricing</c> meets <c>prices</c>.
/// Published at https://snowballstem.org/algorithms/english/stemmer.html; the names of the steps are its own.
/// </summary>
/// <remarks>Words are stemmed when their stem is first searched for, and not while a text is indexed.</remarks>
internal static partial class EnglishStemmer
{
    /// <summary>The stem of a folded word; a word that is not of the letters a to z is its own stem.</summary>
    public static string Stem(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length <= 2 || word.AsSpan().ContainsAnyExceptInRange('a', 'z'))
        {
            return word;
        }

        if (Exceptions.TryGetValue(word, out var exception))
        {
            return exception;
        }

        return new Work(word).Run();
    }

    /// <summary>Beginnings that all words of a stem have: each word begins with one of them, but not every word that does has the stem.</summary>
    public static IEnumerable<string> BeginningsOf(string stem)
    {
        ArgumentNullException.ThrowIfNull(stem);

        // The steps only cut letters, except for a last e or i and for "bl", which may stand for "bil".
        var beginning = stem.AsSpan();
        if (beginning is [_, .., 'e' or 'i'])
        {
            beginning = beginning[..^1];
        }

        if (beginning is [.., 'b', 'l'])
        {
            beginning = beginning[..^1];
        }

        return Exceptions.Where(exception => exception.Value == stem).Select(static exception => exception.Key).Prepend(beginning.ToString());
    }

    /// <summary>The state of one word during stemming. A consonant y is written Y meanwhile.</summary>
    private struct Work(string word)
    {
        private string stem = MarkConsonantY(word);
        private int r1;
        private int r2;

        public string Run()
        {
            r1 = RegionOne(stem);
            r2 = RegionAfter(stem, r1);
            Plural();
            if (!KeptAfterStep1A.Contains(stem))
            {
                PastAndGerund();
                FinalY();
                Derivations();
                Endings();
                FinalE();
            }

            return stem.Replace('Y', 'y');
        }

        private void Plural()
        {
            if (stem.EndsWith("sses", StringComparison.Ordinal))
            {
                Cut(2);
            }
            else if (stem.EndsWith("ied", StringComparison.Ordinal) || stem.EndsWith("ies", StringComparison.Ordinal))
            {
                Cut(stem.Length > 4 ? 2 : 1);
            }
            else if (stem[^1] == 's' && !stem.EndsWith("us", StringComparison.Ordinal) && !stem.EndsWith("ss", StringComparison.Ordinal)
                && HasVowel(stem.AsSpan(0, stem.Length - 2)))
            {
                Cut(1);
            }
        }

        private void PastAndGerund()
        {
            foreach (var suffix in (ReadOnlySpan<string>)["eedly", "eed"])
            {
                if (stem.EndsWith(suffix, StringComparison.Ordinal))
                {
                    if (stem.Length - suffix.Length >= r1)
                    {
                        Cut(suffix.Length - 2);
                    }

                    return;
                }
            }

            foreach (var suffix in (ReadOnlySpan<string>)["ingly", "edly", "ing", "ed"])
            {
                if (!stem.EndsWith(suffix, StringComparison.Ordinal))
                {
                    continue;
                }

                if (!HasVowel(stem.AsSpan(0, stem.Length - suffix.Length)))
                {
                    return;
                }

                Cut(suffix.Length);
                if (stem.EndsWith("at", StringComparison.Ordinal) || stem.EndsWith("bl", StringComparison.Ordinal)
                    || stem.EndsWith("iz", StringComparison.Ordinal))
                {
                    stem += "e";
                }
                else if (EndsWithDouble())
                {
                    Cut(1);
                }
                else if (IsShort())
                {
                    stem += "e";
                }

                return;
            }
        }

        private void FinalY()
        {
            if (stem.Length > 2 && (stem[^1] is 'y' or 'Y') && !IsVowel(stem[^2]))
            {
                stem = string.Concat(stem.AsSpan(0, stem.Length - 1), "i");
            }
        }

        private void Derivations()
        {
            foreach (var (suffix, replacement) in Step2)
            {
                if (stem.EndsWith(suffix, StringComparison.Ordinal))
                {
                    var before = stem.Length - suffix.Length;
                    var fits = suffix switch
                    {
                        "ogi" => before > 0 && stem[before - 1] == 'l',
                        "li" => before > 0 && "cdeghkmnrt".Contains(stem[before - 1], StringComparison.Ordinal),
                        _ => true,
                    };
                    if (before >= r1 && fits)
                    {
                        stem = string.Concat(stem.AsSpan(0, before), replacement);
                    }

                    break;
                }
            }

            foreach (var (suffix, replacement) in Step3)
            {
                if (stem.EndsWith(suffix, StringComparison.Ordinal))
                {
                    var before = stem.Length - suffix.Length;
                    if (before >= (suffix == "ative" ? r2 : r1))
                    {
                        stem = string.Concat(stem.AsSpan(0, before), replacement);
                    }

                    break;
                }
            }
        }

        private void Endings()
        {
            foreach (var suffix in Step4)
            {
                if (stem.EndsWith(suffix, StringComparison.Ordinal))
                {
                    var before = stem.Length - suffix.Length;
                    if (before >= r2 && (suffix != "ion" || (before > 0 && stem[before - 1] is 's' or 't')))
                    {
                        Cut(suffix.Length);
                    }

                    return;
                }
            }
        }

        private void FinalE()
        {
            var before = stem.Length - 1;
            if (stem[^1] == 'e')
            {
                if (before >= r2 || (before >= r1 && !EndsWithShortSyllable(stem.AsSpan(0, before))))
                {
                    Cut(1);
                }
            }
            else if (stem[^1] == 'l' && before >= r2 && before > 0 && stem[before - 1] == 'l')
            {
                Cut(1);
            }
        }

        private void Cut(int letters) => stem = stem[..^letters];

        private readonly bool EndsWithDouble() =>
            stem.Length >= 2 && stem[^1] == stem[^2] && "bdfgmnprt".Contains(stem[^1], StringComparison.Ordinal);

        private readonly bool IsShort() => r1 >= stem.Length && EndsWithShortSyllable(stem);
    }

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static bool HasVowel(ReadOnlySpan<char> text) => text.ContainsAny(Vowels);

    private static string MarkConsonantY(string word)
    {
        if (!word.Contains('y', StringComparison.Ordinal))
        {
            return word;
        }

        Span<char> letters = word.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i] == 'y' && (i == 0 || IsVowel(letters[i - 1])))
            {
                letters[i] = 'Y';
            }
        }

        return letters.ToString();
    }

    private static int RegionOne(string stem)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["gener", "commun", "arsen"])
        {
            if (stem.StartsWith(prefix, StringComparison.Ordinal))
            {
                return prefix.Length;
            }
        }

        return RegionAfter(stem, 0);
    }

    /// <summary>The region after the first consonant that follows a vowel.</summary>
    private static int RegionAfter(string stem, int from)
    {
        for (var i = from + 1; i < stem.Length; i++)
        {
            if (!IsVowel(stem[i]) && IsVowel(stem[i - 1]))
            {
                return i + 1;
            }
        }

        return stem.Length;
    }

    private static bool EndsWithShortSyllable(ReadOnlySpan<char> text) => text.Length switch
    {
        2 => IsVowel(text[0]) && !IsVowel(text[1]),
        > 2 => !IsVowel(text[^1]) && text[^1] is not ('w' or 'x' or 'Y') && IsVowel(text[^2]) && !IsVowel(text[^3]),
        _ => false,
    };
}
