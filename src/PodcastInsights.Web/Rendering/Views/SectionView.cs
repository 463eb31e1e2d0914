using System.Text;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>A section heading on the episode's page.</summary>
/// <param name="Moment">Link to the recording at its time; null for none.</param>
internal sealed record SectionView(Section Section, string? Moment)
{
    /// <summary>Id of the element; null where another element has it.</summary>
    public string? Anchor { get; init; }

    /// <summary>Link within the page.</summary>
    public string? Link => Anchor is null ? null : $"#{Uri.EscapeDataString(Anchor)}";

    /// <summary>
    /// Makes the views of sections. Each has an anchor that does not depend on other titles: <c>s-</c> and the title as in an address. A
    /// repeated title has <c>-2</c> appended; a title without letters has the section's number.
    /// </summary>
    /// <param name="recording">Recording whose moments can be linked; null for none.</param>
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
