using System.Globalization;
using System.Text;

namespace PodcastInsights.Core.Citation.Styles;

/// <summary>
/// An entry for BibTeX and biblatex, in UTF-8. BibTeX finds the end of a field by counting braces, escaped ones too, so that a brace of
/// the text is written as a command.
/// </summary>
internal static class BibTex
{
    public static string Write(Reference reference)
    {
        var entry = new StringBuilder($"@misc{{{reference.Key},\n");
        Add("author", string.Join(" and ", reference.Hosts.Select(Name)));
        Add("title", $"{{{Escape(reference.Title)}}}");
        Add("howpublished", reference.Show is { } show ? $"Podcast episode, {Escape(show)}" : "Podcast episode");
        Add("year", reference.Date?.ToString("yyyy", CultureInfo.InvariantCulture));
        if (reference.Date is { } date)
        {
            // A BibTeX macro, which styles translate; macros have no braces.
            entry.Append(CultureInfo.InvariantCulture, $"  month = {CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames[date.Month - 1].ToLowerInvariant()},\n");
            Add("day", date.ToString("%d", CultureInfo.InvariantCulture));
        }

        Add("url", Address(reference.Url));
        Add("note", Escape(QuoteNote.Of(reference)));
        return entry.Append("}\n").ToString();

        void Add(string field, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                entry.Append("  ").Append(field).Append(" = {").Append(value).Append("},\n");
            }
        }
    }

    private static string Name(PersonName name) => name.Family is null
        ? $"{{{Escape(name.Whole)}}}"
        : string.Join(", ", new[] { name.Family, name.Suffix, name.Given }.OfType<string>().Select(Escape));

    // Addresses are verbatim, so nothing is escaped; braces in them are percent-encoded.
    private static string Address(string url) => url
        .Replace("{", "%7B", StringComparison.Ordinal)
        .Replace("}", "%7D", StringComparison.Ordinal)
        .Replace("\\", "%5C", StringComparison.Ordinal);

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '\\' => escaped.Append(@"\textbackslash{}"),
                '{' => escaped.Append(@"\textbraceleft{}"),
                '}' => escaped.Append(@"\textbraceright{}"),
                '~' => escaped.Append(@"\textasciitilde{}"),
                '^' => escaped.Append(@"\textasciicircum{}"),
                '&' or '%' or '$' or '#' or '_' => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
