using System.Collections.Frozen;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>Tells whether a difference removes or adds a negation. Negations are a closed class of words, so the lists are complete.</summary>
internal static class Negation
{
    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            "no", "not", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "without", "cannot",
            "hardly", "barely", "scarcely", "rarely", "seldom", "aint",
            "不", "没", "沒", "无", "無", "未", "非", "别", "別", "勿", "莫", "甭", "毋", "否",
            "nicht", "nichts", "nie", "niemals", "niemand", "kein", "keine", "keinen", "keiner", "keinem", "keines", "ohne",
            "ne", "pas", "jamais", "rien", "aucun", "aucune", "sans", "nunca", "nada", "nadie", "sin", "nao", "non", "mai", "niente",
            "не", "нет", "никогда", "ничего", "никто",
        ]);

    // "dont" is "don't" folded: an auxiliary and the rest of "not".
    private static readonly FrozenSet<string> Auxiliaries = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            "do", "does", "did", "ca", "could", "is", "are", "was", "were", "wo", "would", "sha", "should", "has", "have", "had", "must",
            "might", "may", "need", "dare", "ought",
        ]);

    private static readonly string[] Prefixes = ["un", "in", "im", "il", "ir", "dis", "non"];

    public static bool Differs(ReadOnlySpan<ComparedWord> given, ReadOnlySpan<ComparedWord> said) =>
        Count(given) != Count(said) || IsPrefixed(given, said) || IsPrefixed(said, given);

    private static int Count(ReadOnlySpan<ComparedWord> words)
    {
        var count = 0;
        foreach (ref readonly var word in words)
        {
            count += IsOne(word.Folded) ? 1 : 0;
        }

        return count;
    }

    private static bool IsOne(string word) => Words.Contains(word)
        || (word.EndsWith("nt", StringComparison.Ordinal) && Auxiliaries.Contains(word[..^2]));

    /// <summary>"unhappy" for "happy", "useless" for "useful".</summary>
    private static bool IsPrefixed(ReadOnlySpan<ComparedWord> negated, ReadOnlySpan<ComparedWord> plain)
    {
        foreach (ref readonly var word in negated)
        {
            foreach (ref readonly var other in plain)
            {
                var (whole, rest) = (word.Folded, other.Folded);
                if ((rest.Length > 2 && whole.EndsWith(rest, StringComparison.Ordinal)
                        && Array.IndexOf(Prefixes, whole[..^rest.Length]) >= 0)
                    || (whole.EndsWith("less", StringComparison.Ordinal) && rest.EndsWith("ful", StringComparison.Ordinal)
                        && whole[..^4] == rest[..^3]))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
