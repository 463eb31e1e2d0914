using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PodcastInsights.Fuzz;

/// <summary>Makes a new input of known ones: lines and pieces lost, doubled, moved, mixed with those of others and with the parser's vocabulary.</summary>
internal sealed partial class Mutator(Random random, IReadOnlyList<FuzzInput> known)
{
    /// <summary>Characters; a file of this size must be read within a small part of a second.</summary>
    private const int Longest = 200_000;

    private const int MostOwnWords = 20_000;

    private static readonly Encoding[] Encodings = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1];

    public FuzzInput Next()
    {
        var input = known[random.Next(known.Count)];
        var text = input.Text;
        for (var changes = 1 + random.Next(1 + random.Next(12)); changes > 0; changes--)
        {
            text = Change(text);
        }

        text = text.Length > Longest ? text[..Longest] : text;
        text = random.Next(2) == 0 ? WithWordsOfTheirOwn(text) : text;
        var path = random.Next(8) == 0 ? Any(ParserVocabulary.FileNames) : input.Path;
        return random.Next(10) == 0 ? new FuzzInput(path, "", Bytes(text)) : new FuzzInput(path, text);
    }

    /// <summary>Lets no small word come twice: one that is lost is not found elsewhere then.</summary>
    private static string WithWordsOfTheirOwn(string text)
    {
        var count = 0;
        return text.Length > MostOwnWords ? text : SmallWord.Replace(text, word => word.Value + Letters(count++));

        static string Letters(int number) =>
            string.Concat(number.ToString("X", CultureInfo.InvariantCulture).Select(digit => (char)('a' + Convert.ToInt32(digit.ToString(), 16))));
    }

    private string Change(string text) => random.Next(14) switch
    {
        0 => Lines(text, lines => lines.RemoveAt(At(lines))),
        1 => Lines(text, lines => lines.Insert(At(lines), lines[At(lines)])),
        2 => Lines(text, lines =>
        {
            var (one, other) = (At(lines), At(lines));
            (lines[one], lines[other]) = (lines[other], lines[one]);
        }),
        3 => Lines(text, lines => lines.Insert(At(lines), Piece())),
        4 => Lines(text, lines =>
        {
            var at = At(lines);
            lines[at] = Piece() + (random.Next(2) == 0 ? " " : "") + lines[at];
        }),
        5 => Lines(text, lines =>
        {
            var at = At(lines);
            lines[at] += (random.Next(2) == 0 ? " " : "") + Piece();
        }),
        6 => text.Insert(random.Next(text.Length + 1), Piece()),
        7 => Cut(text, random.Next(1 + Math.Min(40, text.Length)), Piece()),
        8 => Cut(text, random.Next(1 + Math.Min(40, text.Length)), ""),
        9 => Mixed(text, known[random.Next(known.Count)].Text),
        10 => Repeated(text),
        11 => Joined(text),
        12 => random.Next(4) == 0 ? text[..random.Next(text.Length + 1)] : text.Insert(random.Next(text.Length + 1), "\n"),
        _ => random.Next(6) switch
        {
            0 => text.ReplaceLineEndings("\r\n"),
            1 => text.ToUpperInvariant(),
            2 => text.Replace(Any([": ", ":", "**", "\n\n", " ", "."]), Piece(), StringComparison.Ordinal),
            3 => Piece() + text,
            4 => Piece() + "\n" + text + "\n" + Piece(),
            _ => text.Replace("\n", "\n\n", StringComparison.Ordinal),
        },
    };

    private string Piece() => Any(Any(ParserVocabulary.Kinds));

    private T Any<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private int At(List<string> lines) => random.Next(lines.Count);

    private static string Lines(string text, Action<List<string>> change)
    {
        var lines = text.Split('\n').ToList();
        change(lines);
        return string.Join('\n', lines);
    }

    private string Cut(string text, int length, string replacement)
    {
        var at = random.Next(text.Length - length + 1);
        return text[..at] + replacement + text[(at + length)..];
    }

    /// <summary>Some lines of another file among the lines of this one.</summary>
    private string Mixed(string text, string other) => Lines(text, lines =>
    {
        var others = other.Split('\n');
        var from = random.Next(others.Length);
        lines.InsertRange(random.Next(lines.Count + 1), others.Skip(from).Take(1 + random.Next(20)));
    });

    /// <summary>A piece over and over: what costs more than its length shows.</summary>
    private string Repeated(string text)
    {
        var length = random.Next(1 + Math.Min(60, text.Length));
        var from = random.Next(text.Length - length + 1);
        var piece = random.Next(2) == 0 ? text.Substring(from, length) : Piece();
        var times = Any([2, 3, 10, 100, 3000, 20_000]);
        times = Math.Min(times, piece.Length == 0 ? 0 : Math.Max(0, Longest - text.Length) / piece.Length);
        return text.Insert(from, string.Concat(Enumerable.Repeat(piece, times)));
    }

    private string Joined(string text)
    {
        var at = text.IndexOf('\n', random.Next(text.Length + 1));
        return at < 0 ? text : text.Remove(at, 1);
    }

    private byte[] Bytes(string text)
    {
        var encoding = Any(Encodings);
        var bytes = random.Next(2) == 0 ? encoding.GetBytes(text) : [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
        for (var flips = random.Next(6); flips > 0 && bytes.Length > 0; flips--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }

    [GeneratedRegex(@"(?<= )[a-z]{3,}(?=[ .,?!\n])", RegexOptions.CultureInvariant)]
    private static partial Regex SmallWord { get; }
}
