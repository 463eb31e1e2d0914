namespace PodcastInsights.Core.Transcripts.Archive;

/// <summary>Reads the text above the takeaways: titles, show, guests and descriptions.</summary>
internal static class ArchiveFrontMatter
{
    private const string ShowMark = " - ";

    /// <summary>The converter named its pages "{guest} - {show} Insights".</summary>
    private const string TitleSuffix = " Insights";

    public static void Read(ArchiveSections sections, EditionDraft draft)
    {
        foreach (var title in sections.Titles.Where(title => title.Text.Length > 0))
        {
            var language = TextLanguage.OfTitle(title.Text);
            if (!draft.Titles.TryAdd(language, title.Text) && draft.Titles[language] != title.Text)
            {
                // A second heading in the same language is not a title; it is kept with the other text there.
                var place = sections.Preface.FindIndex(line => line.Number > title.Number);
                sections.Preface.Insert(place < 0 ? sections.Preface.Count : place, title);
            }
        }

        if (draft.Titles.TryGetValue("en", out var english) && english.LastIndexOf(ShowMark, StringComparison.Ordinal) is > 0 and var at)
        {
            var show = english[(at + ShowMark.Length)..].Trim();
            draft.Show = show.EndsWith(TitleSuffix, StringComparison.Ordinal) ? show[..^TitleSuffix.Length] : show;
            draft.NamedGuests.AddRange(
                english[..at].Split([" + ", " & ", " and ", ", "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }

        foreach (var line in sections.About.Where(line => !line.IsBlank))
        {
            var text = WithoutEmphasis(line.Text.Trim());
            var language = TextLanguage.Of(text, "en");
            draft.About[language] = draft.About.TryGetValue(language, out var before) ? before + "\n\n" + text : text;
        }
    }

    private static string WithoutEmphasis(string text) => text.Replace("**", "", StringComparison.Ordinal);
}
