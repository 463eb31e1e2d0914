using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Labelled;
using PodcastInsights.Core.Transcripts.Metadata;
using PodcastInsights.Core.Transcripts.Turns;

namespace PodcastInsights.Core.Transcripts.Bold;

/// <summary>The speaker's name in bold, the words after it: <c>**Ada Quill:** We shipped.</c> See <c>docs/formats/bold.md</c>.</summary>
public sealed class BoldFormat : ITranscriptFormat
{
    public string Name => "bold";

    public Markup Markup => Markup.Markdown;

    public FormatVote Vote(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!source.Text.Contains(BoldHeader.Mark, StringComparison.Ordinal))
        {
            return default;
        }

        return MarkdownVote.Of(
            source.Lines.Skip(FrontMatter.End(source)),
            static line => BoldHeader.TryRead(line, out var speaker, out var words) ? (speaker, words) : null,
            doubtfulReach: VoteCount.Reach);
    }

    public EditionDraft Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new EditionDraft(source.Path, Name);
        var first = FrontMatter.Read(source, draft);
        var cast = BoldHeader.CastOf(source.Lines.Skip(first));
        var turns = new TurnBuilder(draft);
        for (var i = first; i < source.Lines.Count; i++)
        {
            var stamp = source.Lines[i].Trim();
            if (draft.Turns.Count == 0 && IsStamp(stamp) && NextHeader(source.Lines, i + 1) is var (line, speaker, words))
            {
                ReadTurn(turns, speaker, $"{stamp} {words}".TrimEnd(), line + 1);
                i = line;
                continue;
            }

            ReadLine(source.Lines[i], i + 1, cast, draft, turns);
        }

        turns.Finish();
        return draft;
    }

    private static bool IsStamp(string line) => InlineStamp.Leading(line) is not null && InlineStamp.Lift(line).Length == 0;

    /// <summary>Index, name and words of the header that is the next line with anything on it; null where another line is.</summary>
    private static (int Line, string Speaker, string Words)? NextHeader(IReadOnlyList<string> lines, int from)
    {
        while (from < lines.Count && string.IsNullOrWhiteSpace(lines[from]))
        {
            from++;
        }

        return from < lines.Count && BoldHeader.TryRead(lines[from], out var speaker, out var words) ? (from, speaker, words) : null;
    }

    private static void ReadLine(string line, int number, HashSet<string> cast, EditionDraft draft, TurnBuilder turns)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            turns.EndParagraph();
        }
        else if (BoldHeader.TryRead(line, out var speaker, out var text))
        {
            ReadTurn(turns, speaker, text, number);
        }
        else if (turns.AtParagraphStart && BoldHeader.TryReadDamaged(line, cast, out speaker, out text))
        {
            draft.Diagnostics.Info("bold.header-repaired", number, $"The header of {speaker} was read although stars of it are missing.");
            ReadTurn(turns, speaker, text, number);
        }
        else if (draft.Turns.Count > 0 || !Preamble.TryRead(line, number, draft, turns))
        {
            if (turns.AtParagraphStart && InlineStamp.Leading(line) is { } time)
            {
                turns.Continue(time, number);
            }

            turns.Add(line.Trim(), number);
        }
    }

    private static void ReadTurn(TurnBuilder turns, string speaker, string text, int number)
    {
        // "**Ada:** 00:01:30" has the words on the next line: the time belongs to the header.
        if (Timestamp.TryParse(text, out var alone))
        {
            turns.Open(speaker, number, alone);
            return;
        }

        turns.Open(speaker, number, InlineStamp.Leading(text));
        if (text.Length > 0)
        {
            turns.Add(text, number);
        }
    }
}
