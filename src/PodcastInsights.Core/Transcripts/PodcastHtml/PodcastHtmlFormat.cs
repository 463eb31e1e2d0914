using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace PodcastInsights.Core.Transcripts.PodcastHtml;

/// <summary>
/// The HTML transcripts of the Podcasting 2.0 namespace: speaker in <c>cite</c>, time in <c>time</c>, text in <c>p</c>. See
/// <c>docs/formats/podcast-html.md</c>.
/// </summary>
internal sealed partial class PodcastHtmlFormat : ITranscriptFormat
{
    public string Name => "podcast-html";

    public FormatVote Vote(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!source.Text.Contains("<cite", StringComparison.OrdinalIgnoreCase))
        {
            return default;
        }

        // A page may be one line; a work cited within a sentence is not a speaker.
        var vote = new VoteCount();
        var before = ">";
        foreach (var piece in Block.Split(source.Text).Where(piece => !string.IsNullOrWhiteSpace(piece)))
        {
            vote.Add(piece, piece.StartsWith("<cite", StringComparison.OrdinalIgnoreCase) && before.AsSpan().TrimEnd().EndsWith('>'));
            before = piece;
        }

        return vote.Result();
    }

    public EditionDraft Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new EditionDraft(source.Path, Name);
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true });
        var document = parser.ParseDocument(NestingLimit.Cut(source, draft));
        if (document.DocumentElement.GetAttribute("lang") is { Length: >= 2 } language)
        {
            draft.Language = language.Split('-')[0].ToLowerInvariant();
        }

        if (document.Title is { Length: > 0 } title)
        {
            draft.Titles.Add(TextLanguage.OfTitle(title), title);
        }

        var reader = new PodcastHtmlReader(draft);
        if (document.Body is { } body)
        {
            Walk(body, reader);
        }

        reader.Finish();
        return draft;
    }

    // Not recursive, because a page may be deeply nested; by index, because finding a next sibling is a linear search.
    private static void Walk(INode root, PodcastHtmlReader reader)
    {
        var path = new Stack<(INode Node, int Next)>();
        path.Push((root, 0));
        while (path.TryPop(out var place))
        {
            var (node, next) = place;
            if (next >= node.ChildNodes.Length)
            {
                reader.Leave(node);
                continue;
            }

            path.Push((node, next + 1));
            var child = node.ChildNodes[next];
            if (reader.Enter(child, Following(node, next + 1)))
            {
                path.Push((child, 0));
            }
        }
    }

    /// <summary>The next sibling element, where only white space is between.</summary>
    private static IElement? Following(INode parent, int next)
    {
        if (next < parent.ChildNodes.Length && parent.ChildNodes[next] is IText text && string.IsNullOrWhiteSpace(text.Data))
        {
            next++;
        }

        return next < parent.ChildNodes.Length ? parent.ChildNodes[next] as IElement : null;
    }

    /// <summary>Line ends, and places where a block or a speaker may begin.</summary>
    [GeneratedRegex(
        @"\n|(?=<(?:p|li|dt|dd|div|section|article|h[1-6]|cite)[\s>])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Block { get; }
}
