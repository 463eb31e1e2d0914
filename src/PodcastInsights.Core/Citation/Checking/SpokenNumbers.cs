using System.Collections.Frozen;
using System.Globalization;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>Reads numbers among words, in figures or words, so that "fifty percent" and "50%" are equal.</summary>
internal static class SpokenNumbers
{
    private static readonly FrozenDictionary<string, decimal> Units = Table(
        """
        zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15
        sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90
        dozen 12 half 0.5 first 1 second 2 third 3 fourth 4 fifth 5 sixth 6 seventh 7 eighth 8 ninth 9 tenth 10 once 1 twice 2
        零 0 〇 0 一 1 二 2 两 2 三 3 四 4 五 5 六 6 七 7 八 8 九 9 半 0.5
        """,
        Number);

    private static readonly FrozenDictionary<string, decimal> Powers = Table(
        """
        hundred 100 thousand 1000 million 1000000 billion 1000000000 trillion 1000000000000
        hundreds 100 thousands 1000 millions 1000000 billions 1000000000 trillions 1000000000000
        十 10 百 100 千 1000 万 10000 亿 100000000 k 1000 m 1000000 mm 1000000 b 1000000000 bn 1000000000
        """,
        Number);

    // Units, as words or signs.
    private static readonly FrozenDictionary<string, string> Measures = Table(
        """
        % % ％ % percent % pct % $ $ dollar $ dollars $ usd $ bucks $ € € euro € euros € £ £ pound £ pounds £ ¥ ¥ yen ¥ yuan ¥
        """,
        static sign => sign);

    public static bool Differ(ReadOnlySpan<ComparedWord> given, ReadOnlySpan<ComparedWord> said) => !Read(given).SetEquals(Read(said));

    /// <summary>The numbers with their units, in a canonical form.</summary>
    private static HashSet<string> Read(ReadOnlySpan<ComparedWord> words)
    {
        var found = new HashSet<string>();
        decimal? whole = null, part = null;
        foreach (ref readonly var word in words)
        {
            var (text, power) = Split(word.Folded);
            if (text.Length > 0 && Value(text) is { } value)
            {
                // "twenty five" is one number, "five six" is two.
                if (part is { } before && !(before >= 20 && before % 10 == 0 && value < 10) && !(before % 100 == 0 && before >= 100 && value < 100))
                {
                    End();
                }

                part = (part ?? 0) + value;
            }
            else if (text.Length > 0)
            {
                power = Powers.GetValueOrDefault(text, 0);
                if (power == 0)
                {
                    if (text != "and")
                    {
                        End();
                    }

                    if (Measures.TryGetValue(text, out var measure))
                    {
                        found.Add(measure);
                    }
                    else if (text.Any(char.IsDigit))
                    {
                        found.Add(text);
                    }

                    continue;
                }
            }

            if (power >= 1000 || (power > 0 && part is null))
            {
                whole = Limited((whole ?? 0) + ((part ?? 1) * power));
                part = null;
            }
            else if (power > 0)
            {
                part = Limited(part!.Value * power);
            }
        }

        End();
        return found;

        void End()
        {
            if (whole is not null || part is not null)
            {
                found.Add(((whole ?? 0) + (part ?? 0)).ToString("0.#########", CultureInfo.InvariantCulture));
            }

            (whole, part) = (null, null);
        }
    }

    /// <param name="pairs">Alternating words and values, separated by spaces.</param>
    private static FrozenDictionary<string, T> Table<T>(string pairs, Func<string, T> read) => pairs
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Chunk(2)
        .ToFrozenDictionary(static pair => pair[0], pair => read(pair[1]), StringComparer.Ordinal);

    private static decimal Number(string digits) => decimal.Parse(digits, CultureInfo.InvariantCulture);

    private static decimal Limited(decimal value) => Math.Min(value, 1e18m);

    private static decimal? Value(string text) =>
        Units.TryGetValue(text, out var unit) ? unit
        : text.Length <= 15 && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : null;

    /// <summary>Splits "10k" into 10 and a thousand, and "1st" into 1; any other word stays whole.</summary>
    private static (string Text, decimal Power) Split(string word)
    {
        var digits = 0;
        while (digits < word.Length && (char.IsAsciiDigit(word[digits]) || word[digits] == '.'))
        {
            digits++;
        }

        var ending = word[digits..];
        return digits == 0 || ending.Length == 0 ? (word, 0)
            : ending is "st" or "nd" or "rd" or "th" or "s" ? (word[..digits], 0)
            : Powers.TryGetValue(ending, out var power) ? (word[..digits], power)
            : (word, 0);
    }
}
