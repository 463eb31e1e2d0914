namespace PodcastInsights.Web.Answers;

/// <summary>Marks endpoints that stream files of any size, which are not rendered into memory.</summary>
internal sealed class SentAsRead
{
    public static SentAsRead Instance { get; } = new();
}
