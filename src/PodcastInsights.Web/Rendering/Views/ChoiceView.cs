namespace PodcastInsights.Web.Rendering.Views;

/// <summary>A select element in a form.</summary>
/// <param name="Name">Name of the parameter, and id of the element.</param>
/// <param name="Options">Value and label of each option.</param>
/// <param name="Chosen">The selected value, which may not be among the options.</param>
/// <param name="Any">Label for no selection; null where a value is always selected.</param>
internal sealed record ChoiceView(
    string Name, string Label, IReadOnlyList<(string Value, string Name)> Options, string? Chosen, string? Any = null)
{
    /// <summary>Whether to show it.</summary>
    public bool IsOffered => Options.Count > 1 || Chosen is not null;

    /// <summary>The options, including the selected value.</summary>
    public IEnumerable<(string Value, string Name)> All =>
        Chosen is null || Options.Any(option => option.Value == Chosen) ? Options : Options.Append((Chosen, Chosen));
}
