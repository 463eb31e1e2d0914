namespace PodcastInsights.Web.Api.Description;

/// <summary>Metadata of an endpoint whose answers are pages of a list.</summary>
/// <param name="UsualPageSize">Items on a page where no other number is asked for.</param>
internal sealed record GivesPages(int UsualPageSize);

/// <summary>Metadata of an endpoint whose answers are files to take away.</summary>
internal sealed record GivesFile(params IReadOnlyList<string> MediaTypes)
{
    public static GivesFile Table { get; } = new("text/csv");
}
