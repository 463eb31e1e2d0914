using System.Runtime.CompilerServices;
using PodcastInsights.Core.Transcripts.Labelled;
using PodcastInsights.Core.Transcripts.Metadata;

namespace PodcastInsights.Core.Transcripts.HtmlPage;

/// <summary>
/// A web page with labelled speech, saved as HTML, or Markdown whose paragraphs are HTML. See <c>docs/formats/html-page.md</c>. Its blocks become
/// lines, which are read as labelled speech is.
/// </summary>
internal sealed class HtmlPageFormat : ITranscriptFormat
{
    // Voting and parsing use the same text in sequence.
    private static readonly ConditionalWeakTable<SourceText, PageText> Latest = [];

    public string Name => "html-page";

    public FormatVote Vote(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!PageText.Is(source))
        {
            return default;
        }

        var text = LabelledText.Of(Of(source).Lines);
        return new FormatVote(text.Written, text.IsSpeech ? text.Written : 0);
    }

    public EditionDraft Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new EditionDraft(source.Path, Name);
        var page = Of(source);
        page.Report(draft.Diagnostics);
        FrontMatter.Read(source, draft);
        draft.Language ??= page.Language;
        draft.Markup ??= Markup.None;
        if (draft.Titles.Count == 0 && page.TitleWithoutFirstHeading() is { Length: > 0 } title)
        {
            draft.Titles.Add(TextLanguage.OfTitle(title), title);
        }

        new LabelledReader(LabelledText.Of(page.Lines), draft).Read();
        if (draft.Titles.Count == 0 && page.Title is { Length: > 0 } given)
        {
            draft.Titles.Add(TextLanguage.OfTitle(given), given);
        }

        draft.PublishedOn ??= WrittenDate.Leading(draft.Titles.Values.FirstOrDefault() ?? "").Date ?? FileName.Of(source.Path).Date;
        return draft;
    }

    private static PageText Of(SourceText source) => Latest.GetValue(source, static source => PageText.Of(source));
}
