using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PodcastInsights.Core.Transcripts.Lines;

namespace PodcastInsights.Core.Transcripts.PodcastHtml;

/// <summary>The HTML of the Podcasting 2.0 namespace: the speaker in <c>cite</c>, the moment in <c>time</c>, the words in <c>p</c>. See <c>docs/formats/podcast-html.md</c>.</summary>
public sealed class PodcastHtmlFormat : ITranscriptFormat
{
    public string Name => "podcast-html";

    public FormatVote Vote(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var vote = new VoteCount();
        foreach (var line in source.Lines)
        {
            vote.Add(line, line.Contains("<cite", StringComparison.OrdinalIgnoreCase));
        }

        return vote.Result();
    }

    public TranscriptDraft Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new TranscriptDraft(source.Path, Name);
        var document = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true }).ParseDocument(source.Text);
        if (document.DocumentElement.GetAttribute("lang") is { Length: >= 2 } language)
        {
            draft.Language = language.Split('-')[0].ToLowerInvariant();
        }

        if (document.Title is { Length: > 0 } title)
        {
            draft.Titles.Add(TitleLanguage.Of(title), title);
        }

        var reader = new PodcastHtmlReader(draft);
        if (document.Body is { } body)
        {
            Walk(body, reader);
        }

        reader.Finish();
        return draft;
    }

    // Without recursion: a hostile page nests deeper than any stack.
    private static void Walk(INode root, PodcastHtmlReader reader)
    {
        INode? node = root;
        while (node is not null)
        {
            if (reader.Enter(node) && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (node is not null && node != root && node.NextSibling is null)
            {
                reader.Leave(node);
                node = node.Parent;
            }

            if (node is null || node == root)
            {
                return;
            }

            reader.Leave(node);
            node = node.NextSibling;
        }
    }
}
