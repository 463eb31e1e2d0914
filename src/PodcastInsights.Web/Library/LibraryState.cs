namespace PodcastInsights.Web.Library;

/// <summary>Whether the folder of transcripts has been read once since the start.</summary>
public sealed class LibraryState
{
    private volatile bool ready;

    /// <summary>False until the first import is done; pages then show what earlier runs have left.</summary>
    public bool IsReady => ready;

    public void MarkReady() => ready = true;
}
