using System.Text.RegularExpressions;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>
/// Finds what a site writes below a transcript without a heading in Markdown: credits, links, calls to subscribe, comments. Nobody says these,
/// but no label parts them from the last speaker's words. They are found by their ends: where almost all paragraphs of a file end as sentences
/// do, a short one that does not is a caption, a link or a title. Nothing is lost by it: these lines are shown as notes.
/// </summary>
internal static partial class PageFoot
{
    /// <summary>Least number of paragraphs by which a file tells how it ends them.</summary>
    private const int FewestParagraphs = 8;

    /// <summary>Least share of paragraphs with a sentence end in a file whose other paragraphs are no speech.</summary>
    private const double Ended = 0.95;

    /// <summary>The same above keys, which may be several themselves.</summary>
    private const double EndedAboveKeys = 0.75;

    /// <summary>Most labels below the last speaker's that name nobody.</summary>
    private const int MostTitles = 12;

    /// <summary>Longest caption, link or title, in characters.</summary>
    private const int LongestTitle = 90;

    /// <summary>Length of what stands in sentences below the first title, as a share of the conversation's; a poem that is read out is longer.</summary>
    private const double MostSentences = 0.1;

    /// <summary>The same in characters, for short conversations and for long ones.</summary>
    private const int FewestCharacters = 100;

    private const int MostCharacters = 1000;

    /// <summary>Most lines without words between the last speech and the first title: blank ones, links, sounds.</summary>
    private const int MostBetween = 20;

    /// <param name="first">Index of the first label.</param>
    /// <param name="last">Index of the last label with a speaker.</param>
    /// <param name="end">Index of the first line below the transcript, as headings tell it.</param>
    /// <param name="isLabel">Whether the line at an index has a label; below the last speaker's, it is a title.</param>
    /// <returns>Index of the foot's first line; <paramref name="end"/> where there is none.</returns>
    public static int In(IReadOnlyList<LabelledLine> lines, int first, int last, int end, Func<int, bool> isLabel)
    {
        var endings = Endings(lines, first, last, isLabel);
        var isPunctuated = endings.Count >= FewestParagraphs && endings.Count(static isEnded => isEnded) >= endings.Count * Ended;
        var said = lines.Skip(first).Take(last + 1 - first).Sum(static line => line.Text.Length);
        var most = Math.Clamp(said * MostSentences, FewestCharacters, MostCharacters);

        // Length of the sentences from each line below the last label to the end.
        var sentences = new int[end + 1 - last];
        for (var i = end - 1; i > last; i--)
        {
            sentences[i - last] = sentences[i + 1 - last] + (Sentences.AreEndedOrTrailOff(lines[i].Text) ? lines[i].Text.Length : 0);
        }

        for (var i = NextWritten(lines, last); i < end; i = NextWritten(lines, i))
        {
            if (IsAboutTranscript(lines[i]) && lines[i - 1].IsBlank)
            {
                return i;
            }

            if (isLabel(i) || (isPunctuated && sentences[i - last] <= most && (NextWritten(lines, i) < end || Marked.IsMatch(lines[i].Text)) && IsTitle(lines, i, last)))
            {
                return WithSounds(lines, i, last);
            }
        }

        return end;
    }

    /// <summary>
    /// Index of the last label that has a speaker: below it may be titles that end in a colon, such as <c>Links:</c> above a list, and keys, such as
    /// <c>Length: 47 minutes</c>, which come once and have no sentence.
    /// </summary>
    public static int LastSpeaker(IReadOnlyList<LabelledLine> lines, int first, int last, Func<int, bool> isLabel)
    {
        var speaker = last;
        for (var titles = 0; titles < MostTitles && speaker > first && isLabel(speaker) && IsTitleOfList(lines, first, last, speaker, isLabel); titles++)
        {
            do
            {
                speaker--;
            }
            while (speaker > first && !isLabel(speaker));
        }

        return speaker;
    }

    private static bool IsTitleOfList(IReadOnlyList<LabelledLine> lines, int first, int last, int at, Func<int, bool> isLabel)
    {
        var label = lines[at].Label!.Value;
        if (label.HasStamp || Enumerable.Range(first, last + 1 - first).Any(i =>
            i != at && isLabel(i) && string.Equals(lines[i].Label!.Value.Name, label.Name, StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        if (PageParts.Of(label.Name) != PagePart.None)
        {
            return true;
        }

        // Behind a name are sentences, in a file that has them, and so are below it.
        var below = NextWritten(lines, at);
        var endings = Endings(lines, first, at, isLabel);
        if (endings.Count < FewestParagraphs)
        {
            return false;
        }

        return label.StandsAlone
            ? endings.TrueForAll(static isEnded => isEnded)
                && below < lines.Count && lines[below] is { Kind: LineKind.Words or LineKind.Foreign, Text.Length: <= LongestTitle } line
                && EndsParagraph(lines, below, isLabel) && !Sentences.AreEndedOrTrailOff(line.Text) && !Bracketed.IsMatch(line.Text)
            : endings.Count(static isEnded => isEnded) >= endings.Count * EndedAboveKeys
                && NameForms.Of(label.Name) is not (NameForm.Full or NameForm.Voice)
                && !Sentences.AreEndedOrTrailOff(label.Words)
                && lines.Skip(below).Count(static line => Sentences.AreEndedOrTrailOff(line.Text)) <= 1;
    }

    /// <summary>Whether each paragraph of speech from the first label to the last ends as a sentence does.</summary>
    private static List<bool> Endings(IReadOnlyList<LabelledLine> lines, int first, int last, Func<int, bool> isLabel) =>
    [
        .. Enumerable.Range(first, last - first)
            .Where(i => lines[i].Kind == LineKind.Words && !(isLabel(i) && lines[i].Label is { StandsAlone: true }) && EndsParagraph(lines, i, isLabel)
                && !StageLine.IsNobodys(lines[i]) && !Bracketed.IsMatch(lines[i].Text))
            .Select(i => Sentences.AreEndedOrTrailOff(lines[i].Text)),
    ];

    private static bool EndsParagraph(IReadOnlyList<LabelledLine> lines, int at, Func<int, bool> isLabel) =>
        at + 1 == lines.Count || lines[at + 1].IsBlank || lines[at + 1].Kind == LineKind.Foreign || isLabel(at + 1);

    /// <summary>Whether the line is a paragraph of its own that is no sentence, below one that is.</summary>
    private static bool IsTitle(IReadOnlyList<LabelledLine> lines, int at, int last)
    {
        var above = at - 1;
        while (above > last && at - above < MostBetween && (lines[above].IsBlank || StageLine.IsNobodys(lines[above]) || Bracketed.IsMatch(lines[above].Text)))
        {
            above--;
        }

        return above < at - 1 && (above > last || lines[last].Label is { StandsAlone: false }) && lines[at].Text.Length <= LongestTitle
            && Sentences.AreEndedOrTrailOff(lines[above].Text) && !Sentences.AreEndedOrTrailOff(lines[at].Text) && !Bracketed.IsMatch(lines[at].Text)
            && !GoesOn.IsMatch(lines[at].Text) && lines[at].Stamp is null && lines[at].Text[0] is not ('“' or '"' or '«' or '「' or '„' or '>');
    }

    /// <summary>Index of the first of the sounds right above the foot, such as <c>[Music]</c>; else the foot's.</summary>
    private static int WithSounds(IReadOnlyList<LabelledLine> lines, int foot, int last)
    {
        var at = foot;
        while (at - 1 > last && (lines[at - 1].IsBlank || Bracketed.IsMatch(lines[at - 1].Text)))
        {
            at--;
        }

        return at;
    }

    /// <summary>Whether the paragraph says how the transcript came about, as the notices of broadcasters do.</summary>
    private static bool IsAboutTranscript(LabelledLine line) => line.Kind == LineKind.Words && Notice.IsMatch(line.Text);

    private static int NextWritten(IReadOnlyList<LabelledLine> lines, int at)
    {
        var next = at + 1;
        while (next < lines.Count && lines[next].IsBlank)
        {
            next++;
        }

        return next;
    }

    /// <summary>A line in brackets or emphasis: a sound, or a remark of the transcriber.</summary>
    [GeneratedRegex(@"^[*_]{0,3}\\?(?:\[.{0,300}\]|\(.{0,300}\)|（.{0,300}）|【.{0,300}】|♪.{0,300})\.?[*_]{0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed { get; }

    /// <summary>Plain words that the next paragraph goes on with.</summary>
    [GeneratedRegex(@"^[^*_].*[:：,，、]$", RegexOptions.CultureInvariant)]
    private static partial Regex GoesOn { get; }

    /// <summary>A key with a colon, an address, capitals or bold throughout, or a sign before the first word.</summary>
    [GeneratedRegex(
        @"^[^\p{L}\p{N}\[(""'“‘¿¡…]|^\p{L}[^:：.]{0,40}[:：] ?\S|https?://|\bwww\.|\S@\S|^(?=.{0,80}\p{Lu}.{0,80}\p{Lu})[^\p{Ll}\p{Lo}]{3,90}$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Marked { get; }

    [GeneratedRegex(
        @"^(?:(?!(?:I|we|you|they)\b)[\w’'-]{1,30} ){0,4}transcripts? (?:is|are|was|were|has been|have been|may be) (?:automatically |machine[- ]|computer[- ])?(?:generated|created|produced|exported|prepared|transcribed)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Notice { get; }
}
