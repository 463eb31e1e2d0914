namespace PodcastInsights.Web.Rendering.Addresses;

/// <summary>Parses the parameters of an address, and collects the invalid ones, so that the page can name them.</summary>
internal sealed class GivenValues(IQueryCollection given)
{
    // Longest part of a value that is shown.
    private const int Shown = 40;

    private readonly List<string> unusable = [];

    /// <summary>Invalid parameters as given: <c>year=23</c>.</summary>
    public IReadOnlyList<string> Unusable => unusable;

    /// <returns>Null for a missing parameter.</returns>
    public string? Text(string name) => Given.Text(given[name].FirstOrDefault());

    /// <param name="read">Parser that returns null for invalid text.</param>
    /// <returns>Null for a missing or invalid parameter.</returns>
    public T? Take<T>(string name, Func<string, T?> read)
        where T : struct
    {
        var value = Text(name) is { } text ? read(text) : null;
        Remember(name, value is not null);
        return value;
    }

    /// <inheritdoc cref="Take{T}(string, Func{string, T?})"/>
    public string? Take(string name, Func<string, string?> read)
    {
        var value = Text(name) is { } text ? read(text) : null;
        Remember(name, value is not null);
        return value;
    }

    private void Remember(string name, bool used)
    {
        if (!used && Text(name) is { } text)
        {
            unusable.Add($"{name}={Excerpt.Of(text, Shown)}");
        }
    }
}
