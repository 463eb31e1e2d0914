using System.Text.RegularExpressions;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Captions;

namespace PodcastInsights.Core.Transcripts.SubViewer;

/// <summary>SubViewer captions, as YouTube saves them: <c>0:00:01.000,0:00:03.500</c> above the words. See <c>docs/formats/subviewer.md</c>.</summary>
internal sealed partial class SubViewerFormat : ITranscriptFormat
{
    public string Name => "subviewer";

    public static bool IsTiming(string line) => Timing.IsMatch(line);

    public FormatVote Vote(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var vote = new VoteCount();
        var cues = 0;
        foreach (var line in source.Lines)
        {
            var isTiming = IsTiming(line);
            cues += isTiming ? 1 : 0;
            vote.Add(line, isTiming, VoteCount.ToTheNext);
        }

        return cues == 0 ? default : vote.Result();
    }

    public EditionDraft Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new EditionDraft(source.Path, Name);
        var cues = new List<CaptionCue>();
        for (var i = 0; i < source.Lines.Count; i++)
        {
            var line = source.Lines[i];
            if (Timing.Match(line) is { Success: true } match)
            {
                cues.Add(new CaptionCue(Time(match.Groups["start"]), Time(match.Groups["end"]), [], i + 1));
            }
            else if (cues.Count > 0 && !string.IsNullOrWhiteSpace(line))
            {
                cues[^1].Text.AddRange(line.Split("[br]"));
            }
            else if (Title.Match(line) is { Success: true } title)
            {
                draft.Titles.TryAdd(TextLanguage.OfTitle(title.Groups["title"].Value), title.Groups["title"].Value);
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                draft.Diagnostics.Info($"{Name}.head-left-out", i + 1, $"This line above the first words was left out: {line.Trim()}");
            }
        }

        CaptionReader.Join(cues, draft);
        return draft;
    }

    private static Timestamp? Time(Group group) => Timestamp.TryParse(group.ValueSpan, out var time) ? time : null;

    [GeneratedRegex(@"^\s{0,9}(?<start>[0-9]{1,3}:[0-9]{2}:[0-9]{2}\.[0-9]{2,3}),(?<end>[0-9]{1,3}:[0-9]{2}:[0-9]{2}\.[0-9]{2,3})\s{0,9}$", RegexOptions.CultureInvariant)]
    private static partial Regex Timing { get; }

    /// <summary>A line of the head that old programs write.</summary>
    [GeneratedRegex(@"^\[TITLE\]\s{0,9}(?<title>\S.{0,199})$", RegexOptions.CultureInvariant)]
    private static partial Regex Title { get; }
}
