using System.Text.RegularExpressions;
using PodcastInsights.Core.Transcripts.Labelled;
using PodcastInsights.Core.Transcripts.Metadata;

namespace PodcastInsights.Core.Transcripts.EpisodeMarkdown;

/// <summary>The Markdown that the app gives away, which says so in its front matter. See <c>docs/formats/exports.md</c>.</summary>
public sealed partial class EpisodeMarkdownFormat : ITranscriptFormat
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
            // Somebody has taken the heading out; then all of it is transcript.
            transcript = first - 1;
        }

        ReadSections(source, first, transcript, draft);
        new MarkdownTurns(draft).Read(source, transcript + 1);
        return draft;
    }

    /// <summary>Reads what stands above the transcript. The titles are in the front matter too.</summary>
    private static void ReadSections(SourceText source, int first, int end, EditionDraft draft)
    {
        for (var i = first; i < end; i++)
        {
            if (!Heading.TryRead(source.Lines[i], out var level, out var heading) || level < 2)
            {
                continue;
            }

            var last = i + 1;
            while (last < end && !source.Lines[last].StartsWith('#'))
            {
                last++;
            }

            var passage = string.Join('\n', source.Lines.Take(last).Skip(i + 1).Select(MarkdownGrammar.UnescapePassage)).Trim('\n');
            if (level == 2 && AboutHeading.Match(heading) is { Success: true } about)
            {
                draft.About[about.Groups["language"].Value] = passage;
            }
            else if (level == 3 && passage.Length > 0)
            {
                draft.Takeaways.Add(new DraftTakeaway(source.Lines[i][4..], passage, Cut: false, i + 1));
            }
        }
    }

    [GeneratedRegex(@"^About \((?<language>[a-z]{2,3})\)$", RegexOptions.CultureInvariant)]
    private static partial Regex AboutHeading { get; }
}
