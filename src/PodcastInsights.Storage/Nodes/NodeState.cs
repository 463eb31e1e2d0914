using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Storage.Nodes;

/// <summary>The answer of a server to a probe.</summary>
/// <param name="IsPrimary">Whether it accepts writes.</param>
/// <param name="Index">The version of the library's index that it has; null where it has no library.</param>
internal sealed record NodeAnswer(bool IsPrimary, IndexState? Index);

/// <summary>What is known of a server since the last probe.</summary>
/// <param name="Problem">Why it cannot be asked: the rest of a sentence after "cannot be asked: ". Null where it can.</param>
/// <param name="IsPrimary">Whether it accepts writes; for a server that does not answer, whether it did when it last answered.</param>
/// <param name="Index">The version of the library's index that it had when it last answered; null where it had no library.</param>
internal sealed record NodeState(string? Problem, bool IsPrimary, IndexState? Index)
{
    public bool IsUp => Problem is null;

    public StoreVersion? Version => Index?.Version;
}
