using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Metadata;

/// <summary>
/// The metadata at the start of a file: YAML between lines of <c>---</c> or TOML between lines of <c>+++</c>. Blank lines and comments may
/// come before the first key, and a second block may follow.
/// </summary>
internal static partial class FrontMatter
{
    public const string Fence = "---";

    /// <summary>The key for the format of an exported file.</summary>
    public const string FormatKey = "format";

    /// <summary>Value of the key <c>markup</c>: the text is Markdown, whatever the format.</summary>
    public const string MarkdownValue = "markdown";

    /// <summary>A vote of all lines or none: whether the front matter names this format.</summary>
    public static FormatVote VoteOf(SourceText source, string format)
    {
        ArgumentNullException.ThrowIfNull(source);
        var lines = source.Lines.Count(line => !string.IsNullOrWhiteSpace(line));
        var named = source.Lines
            .Take(End(source))
            .Any(line => line.Split(':', 2) is [FormatKey, var value] && value.Trim().Trim('"', '\'') == format);
        return new FormatVote(lines, named ? lines : 0);
    }

    /// <summary>Index in <see cref="SourceText.Lines"/> of the first line after the front matter, valid or not; 0 for none.</summary>
    public static int End(SourceText source) => BlocksOf(source.Lines) is [.., var last] ? last.End : 0;

    /// <summary>
    /// Reads the metadata into the draft, then the names in the folder's catalogue. Invalid YAML or TOML gives a diagnostic with its line,
    /// and its lines of the form <c>key: value</c> are still read.
    /// </summary>
    /// <returns>Index of the first line after it; 0 for none.</returns>
    public static int Read(SourceText source, EditionDraft draft)
    {
        var blocks = BlocksOf(source.Lines);
        var entries = new List<MetadataEntry>();
        foreach (var block in blocks)
        {
            if (!block.Closed)
            {
                draft.Diagnostics.Warning(
                    "front-matter.unclosed", block.First, "The front matter that begins here is never closed; its lines of metadata were read.");
            }

            entries.AddRange(EntriesOf(source, block, draft.Diagnostics));
        }

        EpisodeMetadata.Of(entries, draft.Diagnostics).SupplyTo(draft);
        source.Catalogued?.SupplyNamesTo(draft);
        return blocks is [.., var last] ? last.End : 0;
    }

    private static List<MetadataEntry> EntriesOf(SourceText source, Block block, DiagnosticList diagnostics)
    {
        var lines = source.Lines.Skip(block.First).Take(block.Last - block.First).ToList();
        var text = string.Join('\n', lines) + "\n";
        try
        {
            return block.Toml ? TomlMetadata.Read(text, block.First + 1) : YamlMetadata.Read(text, block.First + 1);
        }
        catch (BrokenMetadataException broken)
        {
            diagnostics.Warning(
                "front-matter.broken",
                Math.Clamp(broken.Line, block.First + 1, Math.Max(block.First + 1, block.Last)),
                $"The front matter is not valid {(block.Toml ? "TOML" : "YAML")} here; its plain lines were read: {broken.Message}");
            return PlainMetadata.Read(lines, block.First + 1, diagnostics);
        }
    }

    private static List<Block> BlocksOf(IReadOnlyList<string> lines)
    {
        var blocks = new List<Block>();
        var at = FirstFilled(lines, 0);
        while (at < lines.Count && lines[at].StartsWith("%YAML", StringComparison.Ordinal))
        {
            at = FirstFilled(lines, at + 1);
        }

        while (at < lines.Count)
        {
            var toml = IsFence(lines[at], toml: true);
            var block = toml || IsFence(lines[at], toml: false) ? Fenced(lines, at + 1, toml)
                : blocks is [{ Toml: false, Closed: true } before] && before.End == at ? Following(lines, at)
                : null;
            if (block is null)
            {
                break;
            }

            blocks.Add(block);
            var next = FirstFilled(lines, block.End);
            at = next < lines.Count && IsFence(lines[next], block.Toml) ? next : block.End;
        }

        return blocks;
    }

    /// <summary>Finds the block after a fence: up to the next fence or, without one, as far as the lines look like metadata.</summary>
    private static Block? Fenced(IReadOnlyList<string> lines, int first, bool toml)
    {
        var close = Close(lines, first, toml);
        var last = close < 0 || IsSpeechWithin(lines, first, close, toml) ? Unclosed(lines, first, toml) : close;
        var closed = last == close;
        return IsMetadata(lines, first, last, toml, sure: !closed) ? new Block(first, last, closed ? last + 1 : last, toml, closed) : null;
    }

    /// <summary>Finds a second YAML document, separated by one line of <c>---</c>.</summary>
    private static Block? Following(IReadOnlyList<string> lines, int first)
    {
        var close = Close(lines, first, toml: false);
        return close > first && Unclosed(lines, first, toml: false) == close && IsMetadata(lines, first, close, toml: false, sure: true)
            ? new Block(first, close, close + 1, Toml: false, Closed: true)
            : null;
    }

    private static int Close(IReadOnlyList<string> lines, int first, bool toml)
    {
        for (var i = first; i < lines.Count; i++)
        {
            if (IsFence(lines[i], toml) || (!toml && lines[i].TrimEnd() == "..."))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Index of the first line that is blank or does not look like metadata.</summary>
    private static int Unclosed(IReadOnlyList<string> lines, int first, bool toml)
    {
        var i = first;
        while (i < lines.Count && lines[i].Length > 0 && HasShape(lines[i], toml))
        {
            i++;
        }

        return i;
    }

    /// <summary>
    /// Whether the closing fence is a horizontal rule further down: after the first blank line nothing looks like metadata, and something
    /// looks like speech.
    /// </summary>
    private static bool IsSpeechWithin(IReadOnlyList<string> lines, int first, int close, bool toml)
    {
        var speech = 0;
        var i = first;
        while (i < close && lines[i].Length > 0)
        {
            i++;
        }

        for (; i < close; i++)
        {
            if (lines[i].Length > 0)
            {
                if (HasShape(lines[i], toml))
                {
                    return false;
                }

                speech += lines[i].StartsWith("**", StringComparison.Ordinal) || lines[i][0] == '[' ? PlainLines : 1;
            }
        }

        return speech >= PlainLines;
    }

    /// <summary>
    /// Whether the block has keys, instead of a conversation between two horizontal rules, in which the same names recur or blank lines
    /// separate paragraphs.
    /// </summary>
    /// <param name="sure">Whether only known keys count.</param>
    private static bool IsMetadata(IReadOnlyList<string> lines, int first, int last, bool toml, bool sure)
    {
        var opening = FirstFilled(lines, first);
        while (opening < last && lines[opening].TrimStart().StartsWith('#'))
        {
            opening = FirstFilled(lines, opening + 1);
        }

        if (opening >= last || KeyOf(lines[opening], toml) is null && !(toml && lines[opening].StartsWith('[')))
        {
            return false;
        }

        var keys = lines.Skip(first).Take(last - first).Select(line => KeyOf(line, toml)).OfType<string>().ToList();
        return toml
            || keys.Any(MetadataKeys.IsTelling)
            || (!sure
                && keys.Distinct(StringComparer.OrdinalIgnoreCase).Count() == keys.Count
                && !lines.Skip(opening).Take(last - opening).Any(string.IsNullOrWhiteSpace));
    }

    private static bool HasShape(string line, bool toml) =>
        char.IsWhiteSpace(line[0])
        || line[0] is '#'
        || line is "-" || line.StartsWith("- ", StringComparison.Ordinal)
        || (toml && line[0] is '[' or ']')
        || KeyOf(line, toml) is not null;

    /// <summary>The key of a line at the outermost level.</summary>
    private static string? KeyOf(string line, bool toml) =>
        (toml ? TomlKey : YamlKey).Match(line) is { Success: true } match
            && match.Groups["key"].Value.Trim('"', '\'') is { Length: > 0 } key
            && (!key.Contains(' ', StringComparison.Ordinal) || MetadataKeys.IsKnown(key))
            ? key
            : null;

    private static bool IsFence(string line, bool toml) =>
        toml ? line.TrimEnd() == "+++"
        : line.StartsWith(Fence, StringComparison.Ordinal)
            && (line.TrimEnd().Length == Fence.Length || line[Fence.Length..].TrimStart() is ['#', ..] && line[Fence.Length] is ' ' or '\t');

    private static int FirstFilled(IReadOnlyList<string> lines, int from)
    {
        while (from < lines.Count && string.IsNullOrWhiteSpace(lines[from]))
        {
            from++;
        }

        return from;
    }

    /// <summary>Number of plain lines that are text and not metadata.</summary>
    private const int PlainLines = 10;

    /// <param name="First">Index of the first line.</param>
    /// <param name="Last">Index after the last line.</param>
    /// <param name="End">Index of the first line after the block and its fence.</param>
    private sealed record Block(int First, int Last, int End, bool Toml, bool Closed);

    [GeneratedRegex("""^(?<key>[\p{L}_][\p{L}\p{N}_. -]{0,40}|"[^"]{1,40}"|'[^']{1,40}')\s?:(?:\s|$)""", RegexOptions.CultureInvariant)]
    private static partial Regex YamlKey { get; }

    [GeneratedRegex("""^(?<key>[A-Za-z0-9_.-]{1,60}|"[^"]{1,60}")\s*=""", RegexOptions.CultureInvariant)]
    private static partial Regex TomlKey { get; }
}
