using System.Net;
using PodcastInsights.Core.Transcripts.Captions;

namespace PodcastInsights.Core.Transcripts.Ttml;

/// <summary>Timed Text (TTML, DFXP), as Apple Podcasts and broadcasters write it. See <c>docs/formats/ttml.md</c>.</summary>
internal sealed class TtmlFormat : ITranscriptFormat
{
    public string Name => "ttml";

    /// <summary>Counts paragraphs instead of lines, because a file may be one line.</summary>
    public FormatVote Vote(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var paragraphs = TtmlDocument.Read(source).Paragraphs;
        return new FormatVote(paragraphs.Count, paragraphs.Count(static paragraph => paragraph.Start is not null));
    }

    public EditionDraft Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new EditionDraft(source.Path, Name);
        var document = TtmlDocument.Read(source);
        draft.Language = document.Language;
        if (document.Title is { Length: > 0 } title)
        {
            draft.Titles.Add(TextLanguage.OfTitle(title), title);
        }

        if (document.Paragraphs.Exists(static paragraph => paragraph.Speaker is not null))
        {
            Utterance.Join(document.Paragraphs.Select(static paragraph => new Utterance(
                paragraph.Speaker ?? Utterance.Nobody, paragraph.Start, paragraph.End, paragraph.Text, paragraph.Line)), draft);
        }
        else
        {
            CaptionReader.Join(document.Paragraphs.ConvertAll(static paragraph => new CaptionCue(
                paragraph.Start, paragraph.End, [.. paragraph.Text.Split('\n').Select(static line => WebUtility.HtmlEncode(line))], paragraph.Line)), draft);
        }

        if (document.Broken is { } line)
        {
            draft.Diagnostics.Error($"{Name}.broken", line, "This is not valid XML. What stands before was read.");
        }

        return draft;
    }
}
