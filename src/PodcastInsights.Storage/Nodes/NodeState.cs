using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Storage.Nodes;

/// <summary>What a server answers when it is looked at.</summary>
/// <param name="IsPrimary">Whether it takes writes.</param>
/// <param name="Index">The state of the library that it holds; null where it holds none.</param>
internal sealed record NodeAnswer(bool IsPrimary, IndexState? Index);

/// <summary>What the last look at a server told.</summary>
/// <param name="Problem">Why it cannot be asked, the rest of a sentence after "cannot be asked: "; null where it can.</param>
/// <param name="IsPrimary">Whether it takes writes; of one that does not answer, whether it did when it last answered.</param>
/// <param name="Index">The state of the library that it held then; null where it held none.</param>
internal sealed record NodeState(string? Problem, bool IsPrimary, IndexState? Index)
{
    public bool IsUp => Problem is null;

    public StoreVersion? Version => Index?.Version;
}
