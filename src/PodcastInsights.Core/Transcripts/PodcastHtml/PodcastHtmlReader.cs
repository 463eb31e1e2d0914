using System.Text;
using AngleSharp.Dom;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts.Speakers;
using PodcastInsights.Core.Transcripts.Turns;

namespace PodcastInsights.Core.Transcripts.PodcastHtml;

/// <summary>Makes turns of a page's nodes in order, with <c>cite</c> and <c>time</c> beside the paragraphs or inside.</summary>
internal sealed class PodcastHtmlReader(EditionDraft draft)
{
    private readonly TurnBuilder turns = new(draft);
    private readonly StringBuilder words = new();

    // Speakers and timestamps come before the text; a title in "cite" or a time in "time" is inside.
    private bool wordsSeen;
    private string? speaker;
    private Timestamp? time;
    private int speakerLine;
    private int timeLine;
    private int line = 1;

    /// <param name="following">The element directly after it; null for text or none.</param>
    /// <returns>Whether to visit the children, and then call <see cref="Leave"/>.</returns>
    public bool Enter(INode node, IElement? following)
    {
        // Implied elements have no position in the file.
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

    // "cite" may be a title inside text; after an unclosed paragraph, it may be the next speaker.
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

    /// <summary>Begins the turn of the last name and time.</summary>
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
