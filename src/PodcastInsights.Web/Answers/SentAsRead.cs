namespace PodcastInsights.Web.Answers;

/// <summary>Marks endpoints whose answers are files of any size: read as the client takes them, and never held whole.</summary>
internal sealed class SentAsRead
{
    public static SentAsRead Instance { get; } = new();
}
