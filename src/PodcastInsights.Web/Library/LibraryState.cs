namespace PodcastInsights.Web.Library;

/// <summary>Whether the folder of transcripts has been read once since the start.</summary>
public sealed class LibraryState
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>False until the first import is done; pages then show what earlier runs have left.</summary>
    public bool IsReady => ready.Task.IsCompleted;

    /// <summary>Ends when the first import is done.</summary>
    public Task WhenReady => ready.Task;

    public void MarkReady() => ready.TrySetResult();
}
