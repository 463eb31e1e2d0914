namespace PodcastInsights.Core.Citation.Styles;

/// <summary>
/// APA style, 7th edition: a podcast episode is listed under its hosts. Titles keep their capitals, because proper names cannot be told
/// apart.
/// </summary>
internal static class Apa
{
    public static string Entry(Reference reference)
    {
        var date = reference.Date is { } day ? $"({TextStyle.Format(day, "yyyy, MMMM d")})." : "(n.d.).";
        var title = $"{reference.Title} [Audio podcast episode].";
        var hosts = reference.Hosts;
        return TextStyle.Joined(
            hosts.Count == 0 ? title : $"{Listed(hosts)} ({(hosts.Count == 1 ? "Host" : "Hosts")}).",
            date,
            hosts.Count == 0 ? null : title,
            reference.Show is { } show ? TextStyle.Ended($"In {show}") : null,
            reference.Url);
    }

    public static string Place(Reference reference)
    {
        var names = reference.Hosts switch
        {
            [] => $"“{reference.Title}”",
            [var one] => one.Surname,
            [var one, var two] => $"{one.Surname} & {two.Surname}",
            [var one, ..] => $"{one.Surname} et al.",
        };
        var source = string.Join(
            ", ", new[] { names, reference.Date is { } date ? TextStyle.Format(date, "yyyy") : "n.d.", reference.Time?.ToString() }.OfType<string>());
        return TextStyle.Joined(TextStyle.IsOfOthers(reference) ? QuoteNote.Speakers(reference) : null, $"({source})");
    }

    private static string Listed(IReadOnlyList<PersonName> names)
    {
        var listed = names.Select(name => name.InvertedInitials).ToList();
        return listed.Count == 1 ? listed[0] : $"{string.Join(", ", listed[..^1])}, & {listed[^1]}";
    }
}
