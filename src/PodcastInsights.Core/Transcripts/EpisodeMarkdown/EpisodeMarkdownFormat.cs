using System.Text.RegularExpressions;
using PodcastInsights.Core.Transcripts.Labelled;
using PodcastInsights.Core.Transcripts.Metadata;

namespace PodcastInsights.Core.Transcripts.EpisodeMarkdown;

/// <summary>The Markdown that the app exports, marked as such in its front matter. See <c>docs/formats/exports.md</c>.</summary>
internal sealed partial class EpisodeMarkdownFormat : ITranscriptFormat
{
    internal const string FormatName = "episode-markdown";

    public string Name => FormatName;

    public FormatVote Vote(SourceText source) => FrontMatter.VoteOf(source, Name);

    public EditionDraft Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new EditionDraft(source.Path, Name);
        var first = FrontMatter.Read(source, draft);
        var transcript = first;
        while (transcript < source.Lines.Count && source.Lines[transcript] != $"## {MarkdownGrammar.Transcript}")
        {
            transcript++;
        }

        if (transcript == source.Lines.Count)
        {
            // The heading was removed by hand; then all of the file is transcript.
            transcript = first - 1;
        }

        var rest = ReadSections(source, first, transcript, draft);
        new MarkdownTurns(draft).Read(source, transcript + 1);
        if (draft.Turns is [var opening, ..])
        {
            opening.Notes.InsertRange(0, rest.Select(text => (0, text)));
        }

        return draft;
    }

    /// <summary>Reads the text before the transcript.</summary>
    /// <returns>Text added by hand, which nobody says.</returns>
    private static List<string> ReadSections(SourceText source, int first, int end, EditionDraft draft)
    {
        var rest = new List<string>();
        for (var i = first; i < end;)
        {
            var isHeading = Heading.TryRead(source.Lines[i], out var level, out var heading);
            var begin = isHeading ? i + 1 : i;
            var last = i + 1;
            while (last < end && !source.Lines[last].StartsWith('#'))
            {
                last++;
            }

            var passage = string.Join('\n', source.Lines.Take(last).Skip(begin).Select(MarkdownGrammar.UnescapePassage)).Trim('\n');
            var about = isHeading && level == 2 ? AboutHeading.Match(heading) : Match.Empty;
            if (about.Success && draft.About.TryAdd(about.Groups["language"].Value, passage))
            {
                passage = "";
            }
            else if (isHeading && level == 3 && passage.Length > 0)
            {
                draft.Takeaways.Add(new DraftTakeaway(source.Lines[i][4..], passage, Cut: false, i + 1));
                passage = "";
            }
            else if (isHeading && !(level == 2 && heading == MarkdownGrammar.Takeaways) && !IsTitle(heading, level, draft))
            {
                rest.Add(heading);
            }

            if (!string.IsNullOrWhiteSpace(passage))
            {
                rest.Add(passage);
            }

            i = last;
        }

        return rest;
    }

    /// <summary>Whether the heading is a title, which the front matter has too unless it was removed there.</summary>
    private static bool IsTitle(string heading, int level, EditionDraft draft) =>
        level == 1 && (draft.Titles.Values.Any(title => Letters(title) == Letters(heading)) || draft.Titles.TryAdd(TextLanguage.OfTitle(heading), heading));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"^About \((?<language>[a-z]{2,3})\)$", RegexOptions.CultureInvariant)]
    private static partial Regex AboutHeading { get; }
}
