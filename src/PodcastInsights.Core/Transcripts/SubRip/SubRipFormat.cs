using System.Net;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Transcripts.Captions;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.SubRip;

/// <summary>Numbered captions, a speaker's name before the words where the speaker changes. See <c>docs/formats/subrip.md</c>.</summary>
public sealed partial class SubRipFormat : ITranscriptFormat
{
    public string Name => "subrip";

    public FormatVote Vote(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!source.Text.Contains("-->", StringComparison.Ordinal))
        {
            return default;
        }

        var vote = new VoteCount();
        var lines = source.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            vote.Add(lines[i], CaptionCue.IsTiming(lines[i]) || (i + 1 < lines.Count && CaptionCue.IsTiming(lines[i + 1])));
        }

        // WebVTT has the same lines of times, and a signature that this format lacks.
        return lines[0].StartsWith("WEBVTT", StringComparison.Ordinal) ? vote.Result(0.5) : vote.Result();
    }

    public EditionDraft Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new EditionDraft(source.Path, Name);
        var cues = CaptionCue.ReadAll(source, 0, CaptionCue.IsNumber, _ => false, draft);
        CaptionCue.Unroll(cues, Plain);
        var prefixes = new NamePrefixes(cues.SelectMany(cue => cue.Text).Select(Plain), spoken: true);
        Utterance.Join(cues.SelectMany(cue => cue.Text.Select(line =>
        {
            var named = prefixes.TryRead(Plain(line), out var speaker, out var words);
            return new Utterance(named ? speaker : null, cue.Start, cue.End, words, cue.Line);
        })), draft);
        return draft;
    }

    private static string Plain(string line) => WebUtility.HtmlDecode(Tag.Replace(line, ""));

    [GeneratedRegex(@"</?(?:[biu]|font)(?:\s[^<>]{0,200})?>|\{\\[^{}]{1,100}\}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Tag { get; }
}
