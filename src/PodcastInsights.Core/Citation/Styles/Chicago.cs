namespace PodcastInsights.Core.Citation.Styles;

/// <summary>The Chicago Manual of Style, 18th edition, notes and bibliography; as in the 17th except for the name of the medium.</summary>
internal static class Chicago
{
    public static string Entry(Reference reference)
    {
        var hosts = reference.Hosts switch
        {
            [] => null,
            [var one] => $"{one.Inverted}, host.",
            [var one, .., var last] all =>
                $"{string.Join(", ", all.Skip(1).SkipLast(1).Select(name => name.Whole).Prepend(one.Inverted))}, and {last.Whole}, hosts.",
        };
        return TextStyle.Joined(
            hosts,
            reference.Show is { } show ? TextStyle.Ended(show) : null,
            "Podcast.",
            $"“{TextStyle.Ended(reference.Title)}”",
            reference.Date is { } date ? $"{TextStyle.Format(date, "MMMM d, yyyy")}." : null,
            $"{reference.Url}.");
    }

    /// <summary>A note, without its number.</summary>
    public static string Place(Reference reference)
    {
        var hosts = reference.Hosts switch
        {
            [] => null,
            [var one] => $"{one.Whole}, host",
            [var one, var two] => $"{one.Whole} and {two.Whole}, hosts",
            [var one, ..] => $"{one.Whole} et al., hosts",
        };
        var title = reference.Title is [.., '?' or '!' or '？' or '！'] ? $"“{reference.Title}”" : $"“{reference.Title},”";
        var where = string.Join(", ", new[] { hosts, reference.Show, "podcast" }.OfType<string>());
        var speakers = TextStyle.IsOfOthers(reference) ? $"{QuoteNote.Speakers(reference)} speaking" : null;
        var when = string.Join(
            ", ",
            new[]
            {
                reference.Date is { } date ? TextStyle.Format(date, "MMMM d, yyyy") : null,
                reference.Time is { } time ? $"at {time}" : null,
                speakers,
                reference.Url,
            }.OfType<string>());
        return $"{where}, {title} {when}.";
    }
}
