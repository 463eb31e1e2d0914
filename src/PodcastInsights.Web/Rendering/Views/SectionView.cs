using System.Text;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>A heading between turns, as the episode's page shows it.</summary>
/// <param name="Moment">The recording at its time; null where it cannot be linked.</param>
public sealed record SectionView(Section Section, string? Moment)
{
    /// <summary>The element's id; null where another in the page has it.</summary>
    public string? Anchor { get; init; }

    /// <summary>Within the page.</summary>
    public string? Link => Anchor is null ? null : $"#{Uri.EscapeDataString(Anchor)}";

    /// <summary>
    /// Shows an edition's sections, each with an anchor that outlives what is put in before it: <c>s-</c> and the title as in an address. The
    /// second of a title has <c>-2</c> behind it, a title without letters the section's number.
    /// </summary>
    /// <param name="recording">Whose moments can be linked; null for none.</param>
    public static IReadOnlyList<SectionView> Of(IReadOnlyList<Section> sections, string? recording)
    {
        var views = new List<SectionView>(sections.Count);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var section in sections)
        {
            var name = $"s-{NameOf(section)}";
            var anchor = name;
            while (!taken.Add(anchor))
            {
                times[name] = times.GetValueOrDefault(name, 1) + 1;
                anchor = $"{name}-{times[name].ToText()}";
            }

            views.Add(new SectionView(section, MediaMoment.Of(recording, section.Start)) { Anchor = anchor });
        }

        return views;
    }

    private static string NameOf(Section section) =>
        section.Title.EnumerateRunes().Any(Rune.IsLetterOrDigit) ? EpisodeSlug.From(section.Title).Value : section.Number.ToText();
}
