using System.Net;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Transcripts.Captions;

namespace PodcastInsights.Core.Transcripts.SubStation;

/// <summary>SubStation Alpha captions, plain and advanced (<c>.ssa</c>, <c>.ass</c>), with a column for who speaks. See <c>docs/formats/substation.md</c>.</summary>
internal sealed partial class SubStationFormat : ITranscriptFormat
{
    public string Name => "substation";

    /// <summary>Counts events instead of lines: above them are styles, which other text does not have.</summary>
    public FormatVote Vote(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var events = SubStationEvent.ReadAll(source).ToList();
        return new FormatVote(events.Count, events.Count(static spoken => spoken.Start is not null));
    }

    public EditionDraft Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new EditionDraft(source.Path, Name);
        if (source.Lines.Select(static line => Title.Match(line)).FirstOrDefault(static match => match.Success) is { } match
            && match.Groups["title"].Value.Trim() is var title && !OfProgram.IsMatch(title))
        {
            draft.Titles.Add(TextLanguage.OfTitle(title), title);
        }

        // Writers sort the events as they like; players show them by time.
        var events = SubStationEvent.ReadAll(source).ToList();
        var spoken = events.Where(static spoken => spoken is { IsComment: false, Text.Length: > 0 }).OrderBy(static spoken => spoken.Start?.Milliseconds ?? 0).ToList();
        if (spoken.Exists(static spoken => spoken.Speaker.Length > 0))
        {
            Utterance.Join(spoken.Select(static spoken => new Utterance(spoken.Speaker, spoken.Start, spoken.End, spoken.Text, spoken.Line)), draft);
        }
        else
        {
            CaptionReader.Join(
                spoken.ConvertAll(static spoken => new CaptionCue(spoken.Start, spoken.End, [.. spoken.Text.Split('\n').Select(static line => WebUtility.HtmlEncode(line))], spoken.Line)),
                draft);
        }

        if (events.Find(static comment => comment is { IsComment: true, Text.Length: > 0 }) is { } first)
        {
            draft.Diagnostics.Info($"{Name}.comments-left-out", first.Line, $"Comments, which players do not show, were left out: {events.Count(static comment => comment.IsComment)}.");
        }

        return draft;
    }

    [GeneratedRegex(@"^Title:[ \t]{0,9}(?<title>\S.{0,199})$", RegexOptions.CultureInvariant)]
    private static partial Regex Title { get; }

    /// <summary>What programs write for a title that nobody gave.</summary>
    [GeneratedRegex("^(?:default|untitled|<untitled>|aegisub|new subtitles?)|script generated|file$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OfProgram { get; }
}
