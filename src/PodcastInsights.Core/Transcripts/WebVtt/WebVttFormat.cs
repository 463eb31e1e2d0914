using System.Text.RegularExpressions;
using PodcastInsights.Core.Transcripts.Captions;

namespace PodcastInsights.Core.Transcripts.WebVtt;

/// <summary>WebVTT captions, with voices: <c>&lt;v Ada Quill&gt;We shipped.</c> See <c>docs/formats/webvtt.md</c>.</summary>
internal sealed partial class WebVttFormat : ITranscriptFormat
{
    private const string Signature = "WEBVTT";
    private const string Attributes = "ATTRIBUTES";

    public string Name => "webvtt";

    public FormatVote Vote(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var signature = SignatureAt(source);
        return signature < 0 && !CaptionCue.HasPoints(source) ? default : CaptionVote.Of(source, signature);
    }

    public EditionDraft Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new EditionDraft(source.Path, Name);
        ReadTitle(source, draft);
        var cues = CaptionCue.ReadAll(source, ReadHeader(source, draft), line => !line.Contains('<', StringComparison.Ordinal), IsComment, draft);
        CaptionReader.Join(cues, draft);
        return draft;
    }

    /// <summary>Index of the signature's line, before which only blank lines are allowed; -1 for none.</summary>
    private static int SignatureAt(SourceText source)
    {
        var first = 0;
        while (first + 1 < source.Lines.Count && string.IsNullOrWhiteSpace(source.Lines[first]))
        {
            first++;
        }

        var line = source.Lines[first].AsSpan().Trim();
        return line.StartsWith(Signature, StringComparison.OrdinalIgnoreCase)
            && (line.Length == Signature.Length || char.IsWhiteSpace(line[Signature.Length]))
            ? first
            : -1;
    }

    /// <summary>Reads the title after the signature, where Omny writes that of the episode. Programs write there what they are, too.</summary>
    private static void ReadTitle(SourceText source, EditionDraft draft)
    {
        if (SignatureAt(source) is >= 0 and var first
            && Title.Match(source.Lines[first].Trim()) is { Success: true } match
            && match.Groups["title"].Value is var title
            && !title.EndsWith('.') && !OfProgram.IsMatch(title))
        {
            draft.Titles.Add(TextLanguage.OfTitle(title), title);
        }
    }

    /// <summary>Reads the header after the signature. It, or a block of attributes before the first cue, may give the language.</summary>
    /// <returns>Index of the first line after the header.</returns>
    private static int ReadHeader(SourceText source, EditionDraft draft)
    {
        // Where the blank line after the header is missing, a cue ends it, recognised by an arrow or tag.
        var end = SignatureAt(source) + 1;
        while (end is > 0
            && end < source.Lines.Count
            && source.Lines[end] is { Length: > 0 } line
            && !line.Contains('<')
            && !line.Contains("-->", StringComparison.Ordinal))
        {
            end++;
        }

        var block = source.Lines.Skip(end).SkipWhile(line => line.Length == 0).TakeWhile(line => line.Length > 0).ToList();
        foreach (var line in source.Lines.Take(end).Concat(block is [Attributes, ..] ? block : []))
        {
            if (Language.Match(line) is { Success: true } language)
            {
                draft.Language ??= language.Groups["code"].Value.ToLowerInvariant();
            }
        }

        return end;
    }

    private static bool IsComment(string line) =>
        line.TrimEnd() is "NOTE" or "STYLE" or "REGION" or Attributes
            || line.StartsWith("NOTE ", StringComparison.Ordinal)
            || line.StartsWith("NOTE\t", StringComparison.Ordinal);

    [GeneratedRegex(@"^WEBVTT[ \t]{1,9}[-–—:][ \t]{1,9}(?<title>\S.{0,199})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Title { get; }

    /// <summary>Text that tells how the file was made, or its kind: no title.</summary>
    [GeneratedRegex(
        @"\b(?:generated|created|exported|converted|produced|made|transcribed)\b|\b(?:export|captions?|subtitles?|transcript(?:ion)?|translation|sample|file)$|https?://|^(?:\S{1,200}\.[a-z0-9]{2,4}|[0-9a-f-]{16,200})$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OfProgram { get; }

    [GeneratedRegex(
        @"^lang(?:uage)?:[ \t]{0,9}(?<code>[A-Za-z]{2,3})(?![A-Za-z])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Language { get; }
}
