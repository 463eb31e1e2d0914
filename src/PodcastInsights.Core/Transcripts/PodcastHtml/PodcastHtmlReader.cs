using System.Text;
using AngleSharp.Dom;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Speakers;
using PodcastInsights.Core.Transcripts.Turns;

namespace PodcastInsights.Core.Transcripts.PodcastHtml;

/// <summary>
/// Takes a page's nodes in order and makes turns of them, whether <c>cite</c> and <c>time</c> stand beside the paragraphs or in them.
/// </summary>
internal sealed class PodcastHtmlReader(EditionDraft draft)
{
    private readonly TurnBuilder turns = new(draft);
    private readonly StringBuilder words = new();

    // A book's title in "cite" or an hour in "time" stands among words; a speaker and a stamp stand before them.
    private bool wordsSeen;
    private string? speaker;
    private Timestamp? time;
    private int speakerLine;
    private int timeLine;
    private int line = 1;

    /// <param name="following">The element right after it; null where words or nothing follow.</param>
    /// <returns>Whether the node's children are to be visited, and <see cref="Leave"/> called after them.</returns>
    public bool Enter(INode node, IElement? following)
    {
        // An element that the file only implies has no place in it.
        if (node is IElement { SourceReference: { Position.Line: > 0 } reference })
        {
            line = reference.Position.Line;
        }

        switch (node)
        {
            case IText text:
                words.Append(text.Data);
                wordsSeen |= !string.IsNullOrWhiteSpace(text.Data);
                return false;
            case IElement { LocalName: "script" or "style" or "template" or "noscript" or "iframe" }:
                return false;
            case IElement { LocalName: "cite" } cite when NamesSpeaker(cite, following)
                && SpeakerName.Clean(Spaced(cite.TextContent)) is { Length: > 0 } name:
                EndParagraph();
                if (speaker is not null)
                {
                    EndSpeech();
                }

                speaker = name;
                speakerLine = line;
                return false;
            case IElement { LocalName: "time" } stamp when !wordsSeen
                && Timestamp.TryParse(Spaced(stamp.TextContent).Trim('[', ']', '(', ')'), out var moment):
                time = moment;
                timeLine = line;
                return false;
            case IElement element when IsBlock(element):
                EndParagraph();
                return true;
            default:
                return true;
        }
    }

    public void Leave(INode node)
    {
        if (node is IElement element && IsBlock(element))
        {
            EndParagraph();
        }
    }

    public void Finish()
    {
        EndParagraph();
        EndSpeech();
        turns.Finish();
    }

    // The title of a work is cited among words too; a paragraph that was never closed has the next speaker among its words.
    private bool NamesSpeaker(IElement cite, IElement? following)
    {
        var text = cite.TextContent.Trim();
        return text.Length <= SpeakerName.MaxLength && (!wordsSeen || text is [.., ':' or '：'] || following is { LocalName: "time" });
    }

    private void EndParagraph()
    {
        var text = Spaced(words.ToString());
        words.Clear();
        wordsSeen = false;
        if (text.Length == 0)
        {
            return;
        }

        EndSpeech();
        turns.Add(text, line);
        turns.EndParagraph();
    }

    /// <summary>Opens the turn that a name and a time have announced.</summary>
    private void EndSpeech()
    {
        if (speaker is not null)
        {
            turns.Open(speaker, speakerLine, time);
        }
        else if (time is not null)
        {
            turns.Continue(time, timeLine);
        }

        speaker = null;
        time = null;
    }

    private static bool IsBlock(IElement element) => element.LocalName
        is "p" or "div" or "li" or "ul" or "ol" or "dl" or "dt" or "dd" or "br" or "blockquote" or "section" or "article" or "main"
        or "header" or "footer" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "pre" or "table" or "tr" or "td" or "th" or "hr"
        or "body" or "figure" or "nav" or "aside";

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
