namespace PodcastInsights.Core.Transcripts.Labelled;

/// <summary>Splits a draft with text in several languages into one edition for each.</summary>
internal static class Translations
{
    /// <summary>
    /// Keeps the text of the first language in the draft and makes drafts of the others. All have the same turns; text without a language
    /// stays in the first.
    /// </summary>
    public static void Part(EditionDraft draft)
    {
        var languages = draft.Turns
            .SelectMany(static turn => turn.Paragraphs)
            .Select(static paragraph => paragraph.Language)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToList();
        foreach (var language in languages.Skip(1))
        {
            draft.Translations.Add(In(language, draft));
        }

        if (languages is [var first, ..])
        {
            draft.Language = first;
            draft.Turns.ForEach(turn => turn.Paragraphs.RemoveAll(paragraph => paragraph.Language is { } own && own != first));
        }
    }

    private static EditionDraft In(string language, EditionDraft draft)
    {
        var translation = new EditionDraft(draft.Path, draft.Format)
        {
            Language = language,
            Show = draft.Show,
            Markup = draft.Markup,
        };
        translation.NamedGuests.AddRange(draft.NamedGuests);
        translation.NamedHosts.AddRange(draft.NamedHosts);
        foreach (var turn in draft.Turns)
        {
            var copy = new DraftTurn(turn.Speaker, turn.Line) { Start = turn.Start, SpeakerInferred = turn.SpeakerInferred };
            copy.Paragraphs.AddRange(turn.Paragraphs.Where(paragraph => paragraph.Language == language));
            copy.Sections.AddRange(turn.Sections);
            translation.Turns.Add(copy);
        }

        return translation;
    }
}
