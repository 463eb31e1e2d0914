namespace PodcastInsights.Web.Api.Description;

/// <summary>Endpoint metadata: its responses are pages of a list.</summary>
/// <param name="UsualPageSize">The default page size.</param>
internal sealed record GivesPages(int UsualPageSize);

/// <summary>Endpoint metadata: its responses are parts of a list, each of which names the next.</summary>
internal sealed record GivesParts
{
    public static GivesParts Instance { get; } = new();
}

/// <summary>Endpoint metadata: its responses are files to download.</summary>
internal sealed record GivesFile(params IReadOnlyList<string> MediaTypes)
{
    public static GivesFile Table { get; } = new("text/csv");
}
