using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Rendering.Marks;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>A block of a turn: speech, advertisement or note.</summary>
internal abstract record TurnBlock
{
    private const int MostNotesShown = 3;

    private TurnBlock()
    {
    }

    /// <param name="Start">Start of the paragraph where it differs from the turn's; else null.</param>
    /// <param name="Moment">Link to the recording at that time; null for none.</param>
    /// <param name="Parts">The paragraph in parts of a few sentences, each in pieces with their highlights.</param>
    internal sealed record Speech(Paragraph Paragraph, Timestamp? Start, string? Moment, IReadOnlyList<IReadOnlyList<TextPiece>> Parts)
        : TurnBlock
    {
        public static Speech Of(Paragraph paragraph, Timestamp? start, string? recording, IReadOnlyList<TextRange> marks) => new(
            paragraph,
            start,
            MediaMoment.Of(recording, start),
            TextPiece.Of(paragraph, ParagraphParts.Of(paragraph.Plain, paragraph.Language), marks));
    }

    internal sealed record Stage(string Note) : TurnBlock;

    /// <summary>Many notes in a row, which a reader may pass over: what stands around the transcript on its page.</summary>
    internal sealed record Folded(IReadOnlyList<Stage> Notes) : TurnBlock;

    /// <param name="Name">Name of the sponsor; null where unknown.</param>
    /// <param name="Link">Link to the sponsor; null where there is none, or it is not safe.</param>
    /// <param name="Open">Whether it is expanded because words in it are highlighted.</param>
    internal sealed record Advertisement(string? Name, Uri? Link, bool Open, IReadOnlyList<TurnBlock> Inside) : TurnBlock
    {
        public int ParagraphCount => Inside.OfType<Speech>().Count();
    }

    /// <summary>Makes the blocks of a turn in spoken order.</summary>
    /// <param name="reads">Sponsor reads of this turn; advertising paragraphs outside of them become a read without a name.</param>
    /// <param name="notes">Notes of this turn.</param>
    /// <param name="recording">Whose moments can be linked; null for none.</param>
    /// <param name="marks">Ranges to highlight; null for none.</param>
    public static IReadOnlyList<TurnBlock> Of(
        Turn turn, IEnumerable<SponsorRead> reads, IEnumerable<Note> notes, string? recording = null, PassageMarks? marks = null)
    {
        var readAt = reads.ToLookup(r => r.FirstParagraph);
        var isMarkdown = turn.Paragraphs.Any(static paragraph => paragraph.Markup == Markup.Markdown);
        var notesAfter = notes.ToLookup(n => n.AfterParagraph, n => new Stage(isMarkdown ? PlainNote(n.Text) : n.Text));
        var blocks = new List<TurnBlock>(Together(notesAfter[0]));
        for (var first = 1; first <= turn.Paragraphs.Count;)
        {
            var read = readAt[first].FirstOrDefault();
            var advertises = read is not null || turn.Paragraphs[first - 1].Sponsor;
            var last = first;
            while (advertises && last < turn.Paragraphs.Count
                && (read is not null ? last < read.LastParagraph : turn.Paragraphs[last].Sponsor && !readAt.Contains(last + 1)))
            {
                last++;
            }

            var open = false;
            var inside = new List<TurnBlock>();
            for (var number = first; number <= last; number++)
            {
                var ranges = marks?.In(number) ?? [];
                open |= ranges.Count > 0;
                var paragraph = turn.Paragraphs[number - 1];
                var start = paragraph.Start == turn.Start ? null : paragraph.Start;
                inside.Add(Speech.Of(paragraph, start, recording, ranges));
                inside.AddRange(Together(notesAfter[number]));
            }

            if (advertises)
            {
                blocks.Add(new Advertisement(read?.Name, ExternalLink.TryCreate(read?.Url, out var link) ? link : null, open, inside));
            }
            else
            {
                blocks.AddRange(inside);
            }

            first = last + 1;
        }

        return blocks;
    }

    private static List<TurnBlock> Together(IEnumerable<Stage> notes)
    {
        var written = notes.Where(static note => note.Note.Length > 0).ToList();
        return written.Count > MostNotesShown ? [new Folded(written)] : [.. written];
    }

    /// <summary>The words of a line of Markdown without marks; code, which has several lines, as it is.</summary>
    private static string PlainNote(string text)
    {
        if (text.Contains('\n', StringComparison.Ordinal))
        {
            return text;
        }

        var words = MarkdownText.Read(text is ['-' or '*' or '+', ' ', ..] ? text[2..].TrimStart() : text).Plain.Trim();
        return text.Length > words.Length && words.Length > 0 && text is ['-' or '*' or '+', ' ', ..] ? $"• {words}" : words;
    }
}
