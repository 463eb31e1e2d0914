using System.Globalization;
using System.Text;

namespace PodcastInsights.Core.Citation.Styles;

/// <summary>RIS: one field a line, its tag before two spaces, a hyphen and a space. Lines end with CR and LF.</summary>
internal static class Ris
{
    public static string Write(Reference reference)
    {
        var record = new StringBuilder();
        Add("TY", "SOUND");
        foreach (var host in reference.Hosts)
        {
            Add("AU", Name(host));
        }

        foreach (var guest in reference.Guests)
        {
            Add("A2", Name(guest));
        }

        Add("TI", reference.Title);

        // The show is in two fields, because readers differ in which one they use.
        Add("T2", reference.Show);
        Add("T3", reference.Show);
        Add("PY", reference.Date?.ToString("yyyy", CultureInfo.InvariantCulture));
        Add("DA", reference.Date?.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture));
        Add("M3", "Podcast episode");
        Add("LA", reference.Language);
        Add("ID", reference.Key);
        Add("UR", reference.Url);
        Add("N1", QuoteNote.Of(reference));
        return record.Append("ER  - \r\n").ToString();

        void Add(string tag, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                record.Append(tag).Append("  - ").Append(value).Append("\r\n");
            }
        }
    }

    // A comma separates the parts of a name, so a whole name must not have one.
    private static string Name(PersonName name) => name.Family is null
        ? string.Join(' ', name.Whole.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        : name.Inverted;
}
