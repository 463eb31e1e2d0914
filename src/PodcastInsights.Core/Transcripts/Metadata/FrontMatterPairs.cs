using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PodcastInsights.Core.Transcripts.Metadata;

/// <summary>Reads the lines of front matter into keys and values: as YAML, or line by line where they are none.</summary>
internal static partial class FrontMatterPairs
{
    /// <summary>Levels of nesting that are still passed over; no metadata has as many.</summary>
    private const int Deepest = 64;

    /// <summary>
    /// The keys of the outermost level in their order, each with its text or the texts of its list; empty where it has neither.
    /// </summary>
    /// <param name="lines">Those between the fences.</param>
    public static List<(string Key, List<string> Values)> Read(List<string> lines, EditionDraft draft)
    {
        try
        {
            return ReadRoot(new Parser(new StringReader(string.Join('\n', lines))));
        }
        catch (YamlException broken)
        {
            // The front matter's first line is line 2 of the file.
            var line = (int)Math.Clamp(broken.Start.Line + 1, 2, lines.Count + 1);
            draft.Diagnostics.Warning(
                "front-matter.broken", line, $"The front matter is not valid YAML here; its plain lines were read: {broken.Message}");
            return PlainLines(lines, draft);
        }
    }

    // By events and not as a tree, which is built by recursion: a hostile file nests deeper than the stack.
    private static List<(string Key, List<string> Values)> ReadRoot(Parser yaml)
    {
        var pairs = new List<(string, List<string>)>();
        yaml.Consume<StreamStart>();
        if (!yaml.TryConsume<DocumentStart>(out _) || !yaml.TryConsume<MappingStart>(out _))
        {
            return pairs;
        }

        while (!yaml.Accept<MappingEnd>(out _))
        {
            if (yaml.TryConsume<Scalar>(out var key))
            {
                pairs.Add((key.Value, ReadScalars(yaml)));
            }
            else
            {
                Skip(yaml);
                Skip(yaml);
            }
        }

        return pairs;
    }

    /// <summary>One text or a list of texts; nothing of what nests deeper.</summary>
    private static List<string> ReadScalars(Parser yaml)
    {
        var values = new List<string>();
        var list = yaml.TryConsume<SequenceStart>(out _);
        do
        {
            if (list && yaml.TryConsume<SequenceEnd>(out _))
            {
                break;
            }

            if (!yaml.TryConsume<Scalar>(out var value))
            {
                Skip(yaml);
            }
            else if (value.Value.Trim() is { Length: > 0 } text)
            {
                values.Add(text);
            }
        }
        while (list);

        return values;
    }

    /// <summary>
    /// Passes over a value with all that nests in it. The reader's work grows with the depth for each token, so there is an end to that.
    /// </summary>
    private static void Skip(Parser yaml)
    {
        var depth = 0;
        do
        {
            var part = yaml.Consume<ParsingEvent>();
            depth += part.NestingIncrease;
            if (depth > Deepest)
            {
                throw new YamlException(part.Start, part.End, $"Values nest deeper than {Deepest} here.");
            }
        }
        while (depth > 0);
    }

    /// <summary>
    /// Reads lines of <c>key: value</c>, items of a list below a key, and indented lines that go on with a value. All others are words of
    /// the file as well: a diagnostic keeps them.
    /// </summary>
    private static List<(string Key, List<string> Values)> PlainLines(List<string> lines, EditionDraft draft)
    {
        var pairs = new List<(string Key, List<string> Values)>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var text = line.Trim();
            if (text is "" or ['#', ..])
            {
                continue;
            }

            var values = pairs.Count > 0 ? pairs[^1].Values : [];
            if (PlainKey.Match(line) is { Success: true } key)
            {
                pairs.Add((key.Groups["key"].Value, [.. ValuesIn(line[key.Length..].Trim())]));
            }
            else if (pairs.Count > 0 && text.StartsWith("- ", StringComparison.Ordinal))
            {
                values.Add(Unquoted(text[2..]));
            }
            else if (values.Count > 0 && char.IsWhiteSpace(line[0]))
            {
                values[^1] = Unquoted($"{values[^1]} {text}");
            }
            else
            {
                draft.Diagnostics.Warning(
                    "front-matter.line-unread", i + 2, $"This line of the front matter is no 'key: value' and was not read: {text}");
            }
        }

        return pairs;

        static IEnumerable<string> ValuesIn(string text) =>
            (text is ['[', .. var list, ']'] ? list.Split(',') : [text]).Select(Unquoted).Where(value => value.Length > 0);

        static string Unquoted(string value) => value.Trim().Trim('"', '\'').Trim();
    }

    [GeneratedRegex(@"^(?<key>[^\s:#-][^:]{0,60}):(?:\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex PlainKey { get; }
}
