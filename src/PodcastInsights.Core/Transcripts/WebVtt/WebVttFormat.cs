using PodcastInsights.Core.Transcripts.Lines;

namespace PodcastInsights.Core.Transcripts.WebVtt;

/// <summary>The captions of the web, with voices: <c>&lt;v Ada Quill&gt;We shipped.</c> See <c>docs/formats/webvtt.md</c>.</summary>
public sealed class WebVttFormat : ITranscriptFormat
{
    private const string Signature = "WEBVTT";

    public string Name => "webvtt";

    public FormatVote Vote(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var vote = new VoteCount();
        var signed = IsSigned(source);
        for (var i = 0; i < source.Lines.Count; i++)
        {
            vote.Add(source.Lines[i], signed && (i == 0 || Cue.IsTiming(source.Lines[i])));
        }

        return vote.Result();
    }

    public TranscriptDraft Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new TranscriptDraft(source.Path, Name);
        var cues = Cue.ReadAll(source, ReadHeader(source, draft), line => !line.Contains('<', StringComparison.Ordinal), IsComment, draft);
        Cue.Unroll(cues, line => CueText.Plain(line));
        var prefixes = new NamePrefixes(cues.SelectMany(cue => cue.Text).Select(CueText.Plain));
        Utterance.Join(cues.SelectMany(cue => CueText.Read(cue, prefixes)), draft);
        return draft;
    }

    private static bool IsSigned(SourceText source) =>
        source.Lines[0].StartsWith(Signature, StringComparison.Ordinal) && (source.Lines[0].Length == Signature.Length || char.IsWhiteSpace(source.Lines[0][Signature.Length]));

    /// <summary>Reads the lines below the signature, which may name the language.</summary>
    /// <returns>Index of the first line after the header.</returns>
    private static int ReadHeader(SourceText source, TranscriptDraft draft)
    {
        var i = 0;
        for (; IsSigned(source) && i < source.Lines.Count && source.Lines[i].Length > 0 && !Cue.IsTiming(source.Lines[i]); i++)
        {
            if (source.Lines[i].StartsWith("Language:", StringComparison.OrdinalIgnoreCase) && source.Lines[i][9..].Trim() is { Length: >= 2 } language)
            {
                draft.Language = language.Split('-', '_')[0].ToLowerInvariant();
            }
        }

        return i;
    }

    private static bool IsComment(string line) =>
        line.TrimEnd() is "NOTE" or "STYLE" or "REGION" || line.StartsWith("NOTE ", StringComparison.Ordinal) || line.StartsWith("NOTE\t", StringComparison.Ordinal);
}
