using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>Decides whether a file has a conversation or talk at all: many files have labels without speakers.</summary>
internal static class Conversation
{
    /// <summary>Share of paragraphs in direct speech above which a file without certain names is a conversation.</summary>
    private const double Spoken = 0.3;

    /// <summary>Average number of labels per name above which it is a conversation in any case.</summary>
    private const int Insistent = 10;

    /// <summary>The share where labels are headings with a colon, as in minutes of meetings.</summary>
    private const double SpokenBelowHeadings = 0.1;

    /// <summary>The share where no name recurs.</summary>
    private const double SpokenOnce = 0.5;

    /// <summary>Share of paragraphs with a sentence end, where the language is unknown.</summary>
    private const double Ending = 0.6;

    /// <summary>Share of questions, where all paragraphs are too short to tell more.</summary>
    private const double Asked = 0.2;

    public static bool IsIn(IReadOnlyList<LabelledLine> lines, Cast cast, NamedPeople named)
    {
        var names = new List<string>();
        var (stamps, headings, plain, bold, sentences) = (0, 0, 0, 0, 0);
        var first = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Label is { } label && cast.TryGet(label, out var speaker))
            {
                first = first < 0 ? i : first;
                names.Add(speaker);
                stamps += label.HasStamp && NameForms.Of(speaker) != NameForm.Handle ? 1 : 0;
                plain += label is { Shape: LabelShape.Colon, HasStamp: false } ? 1 : 0;
                bold += label is { Shape: LabelShape.BoldColon, HasStamp: false } ? 1 : 0;
                sentences += label.StandsAlone || Sentences.AreEndedOrTrailOff(label.Words) ? 1 : 0;
                headings += label.Shape == LabelShape.HeadingColon ? 1 : 0;
            }
        }

        if (names.Count == 0 || !IsMostlySpeech(lines, first))
        {
            return false;
        }

        var distinct = names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).ToList();
        var recurring = distinct.Where(name => name.Count() > 1).Sum(name => name.Count());
        var sure = distinct.Where(name => IsSure(name.Key, cast, named)).Sum(name => name.Count());
        var said = lines.Skip(first).Where(IsSpeech).Select(line => line.Label?.Words ?? line.Text).ToList();
        var voices = names.Count(static name => NameForms.Of(name) == NameForm.Voice);
        var spoken = SpokenWords.AreKnown(said) ? SpokenWords.Share(said) : null;
        var asked = said.Count == 0 ? 0 : (double)SpokenWords.Questions(said) / said.Count;
        var isSaid = spoken is { } share
            ? share + asked >= (headings * 2 >= names.Count ? SpokenBelowHeadings : recurring > 0 ? Spoken : SpokenOnce)
            : recurring * 2 >= names.Count
                && (headings * 2 >= names.Count
                    || asked >= Asked
                    || (!SpokenWords.AreKnown(said) && said.Count(static text => Sentences.AreEndedOrTrailOff(text)) >= said.Count * Ending));
        var doubtful = stamps * 2 < names.Count && sure * 2 < names.Count;
        if (names.Count >= distinct.Count * Insistent && distinct.Count > 1
            && lines.Skip(first).Count(static line => line.Kind == LineKind.Heading && line.Label is null) * Insistent < names.Count * 2)
        {
            // A few names with many labels, and no headings as in a manual.
            return true;
        }

        if (distinct.Count == 1)
        {
            return (!cast.IsOpeningAlone || spoken >= Spoken)
                && IsTalk(lines, first, names.Count, IsSure(names[0], cast, named) || stamps > 0, spoken);
        }

        // **Guest:** Ada Quill, **Length:** 47 minutes.
        if (plain + bold == names.Count && recurring == 0 && !isSaid && sentences == 0)
        {
            return false;
        }

        // "Quill, A.: The Tower. Pier Press, 2031." is a bibliography; "Host: example.org" is a setting, as are values without a sentence.
        if (plain == names.Count && !isSaid && ((recurring == 0 && spoken is not null) || !said.Exists(static text => Sentences.AreEndedOrTrailOff(text))))
        {
            return false;
        }

        // Many different names without repetition are a glossary, unless they are certain.
        return recurring * 2 >= names.Count || distinct.Count <= 3
            ? !doubtful || isSaid
            : sure * 2 >= names.Count && (isSaid || voices * 2 >= names.Count);
    }

    private static bool IsSpeech(LabelledLine line) =>
        line.Kind == LineKind.Words || (line.Label is not null && line.Kind != LineKind.Heading);

    /// <summary>Whether it is a talk: one speaker, named at the beginning, who addresses somebody.</summary>
    private static bool IsTalk(IReadOnlyList<LabelledLine> lines, int first, int labels, bool sure, double? spoken)
    {
        var above = lines.Take(first).Count(line => line.Kind is LineKind.Words or LineKind.Foreign);
        var below = lines.Skip(first).Count(line => line.Kind is LineKind.Words or LineKind.Foreign);
        return below > above && (labels > 1 || above <= 3) && (sure ? spoken is null or > 0 : spoken > 0);
    }

    /// <summary>Whether the name is certain, by its form or by the metadata.</summary>
    private static bool IsSure(string name, Cast cast, NamedPeople named) =>
        named.Has(name) || NameForms.Of(name) is NameForm.Full or NameForm.Voice || cast.IsIntroduced(name);

    /// <summary>Whether most lines after the first name are text, and not lists, tables, code and headings.</summary>
    private static bool IsMostlySpeech(IReadOnlyList<LabelledLine> lines, int first)
    {
        var (words, others) = (0, 0);
        for (var i = first; i < lines.Count; i++)
        {
            words += lines[i].Kind == LineKind.Words || lines[i].Label is not null ? 1 : 0;
            others += lines[i].Kind is LineKind.Foreign or LineKind.Code or LineKind.Heading && lines[i].Label is null ? 1 : 0;
        }

        return words >= others;
    }
}
