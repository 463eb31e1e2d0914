namespace PodcastInsights.Web.Rendering.Addresses;

/// <summary>Reads the parameters of an address one by one, and remembers those that cannot be used, so that this can be said.</summary>
public sealed class GivenValues(IQueryCollection given)
{
    // What is shown of a value.
    private const int Shown = 40;

    private readonly List<string> unusable = [];

    /// <summary>Parameters with values that could not be read, as given: <c>year=23</c>.</summary>
    public IReadOnlyList<string> Unusable => unusable;

    /// <returns>Null where nothing is given.</returns>
    public string? Text(string name) => Given.Text(given[name].FirstOrDefault());

    /// <param name="read">Gives null for a text that cannot be meant.</param>
    /// <returns>Null where nothing is given, or nothing that can be meant.</returns>
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
