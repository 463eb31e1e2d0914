using System.Globalization;
using System.Text;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Tests.Transcripts;

/// <summary>Prints a draft as the format pages do: what was read, a line each.</summary>
internal static class DraftText
{
    public static string Of(EditionDraft draft)
    {
        var print = new StringBuilder();
        foreach (var (language, title) in draft.Titles)
        {
            Line($"title {language}: {title}");
        }

        Field("show", draft.Show);
        draft.NamedGuests.ForEach(guest => Field("guest", guest));
        draft.NamedHosts.ForEach(host => Field("host", host));
        draft.NamedSpeakers.ForEach(speaker => Field("speaker", speaker));
        Field("language", draft.Language);
        Field("date", draft.PublishedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Field("duration", draft.DurationSeconds?.ToString(CultureInfo.InvariantCulture));
        Field("media", draft.MediaUrl);
        Field("description", draft.Description);
        draft.Topics.ForEach(topic => Field("topic", topic));
        draft.Metadata.ForEach(pair => Field($"other {pair.Key}", pair.Value));
        foreach (var turn in draft.Turns)
        {
            foreach (var section in turn.Sections)
            {
                Line($"# {section.Title}{(section.Start is { } begin ? $" @{begin}" : "")}");
            }

            Line($"{turn.Speaker ?? "(nobody)"}{(turn.Start is { } start ? $" @{start}" : "")}");
            for (var i = 0; i <= turn.Paragraphs.Count; i++)
            {
                foreach (var note in turn.Notes.Where(note => note.AfterParagraph == i))
                {
                    Line($"  > {note.Text}");
                }

                if (i < turn.Paragraphs.Count)
                {
                    var paragraph = turn.Paragraphs[i];
                    var time = paragraph.Start is { } own && (i > 0 || own != turn.Start) ? $"@{own} " : "";
                    Line($"  {time}{paragraph.Text.Replace("\n", "\n  ", StringComparison.Ordinal)}");
                }
            }
        }

        foreach (var diagnostic in draft.Diagnostics.Items)
        {
            Line($"! {diagnostic.Line} {diagnostic.Code}");
        }

        return print.ToString();

        void Field(string name, string? value)
        {
            if (value is not null)
            {
                Line($"{name}: {value}");
            }
        }

        void Line(string line) => print.Append(line).Append('\n');
    }
}
