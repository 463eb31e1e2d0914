namespace PodcastInsights.Web.Rendering.Views;

/// <summary>A list to choose one thing from, in a form.</summary>
/// <param name="Name">Of the parameter; the element's id as well.</param>
/// <param name="Options">Value and name of each.</param>
/// <param name="Chosen">The value chosen, which may be none of the options.</param>
/// <param name="Any">What it is called to choose nothing; null where something is always chosen.</param>
public sealed record ChoiceView(
    string Name, string Label, IReadOnlyList<(string Value, string Name)> Options, string? Chosen, string? Any = null)
{
    /// <summary>Whether there is anything to choose.</summary>
    public bool IsOffered => Options.Count > 1 || Chosen is not null;

    /// <summary>The options, and what was chosen beside them.</summary>
    public IEnumerable<(string Value, string Name)> All =>
        Chosen is null || Options.Any(option => option.Value == Chosen) ? Options : Options.Append((Chosen, Chosen));
}
