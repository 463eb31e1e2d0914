using System.Globalization;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Citation.Styles;

/// <summary>MLA style, 9th edition: hosts (labelled so), episode, show, date, address.</summary>
internal static class Mla
{
    private static readonly string[] Months =
        ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

    public static string Entry(Reference reference)
    {
        var hosts = reference.Hosts switch
        {
            [] => null,
            [var one] => $"{one.Inverted}, host.",
            [var one, var two] => $"{one.Inverted}, and {two.Whole}, hosts.",
            [var one, ..] => $"{one.Inverted}, et al., hosts.",
        };
        var date = reference.Date is { } day
            ? string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]} {day.Year}")
            : null;
        var container = string.Join(", ", new[] { reference.Show, date, reference.Url }.OfType<string>());
        return TextStyle.Joined(hosts, $"“{TextStyle.Ended(reference.Title)}”", TextStyle.Ended(container));
    }

    public static string Place(Reference reference)
    {
        var entry = reference.Hosts switch
        {
            [] => $"“{reference.Title}”",
            [var one] => one.Surname,
            [var one, var two] => $"{one.Surname} and {two.Surname}",
            [var one, ..] => $"{one.Surname} et al.",
        };
        var source = TextStyle.Joined(entry, reference.Time is { } time ? Clock(time) : null);
        return TextStyle.IsOfOthers(reference) ? $"({QuoteNote.Speakers(reference)}, qtd. in {source})" : $"({source})";
    }

    // The style wants hours, minutes and seconds with two digits each.
    private static string Clock(Timestamp time)
    {
        var seconds = time.Milliseconds / 1000;
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
    }
}
