namespace PodcastInsights.Core.Stores;

/// <summary>A database server of the store, as last seen. Shown to the owner, and to others where the owner allows it.</summary>
/// <param name="Name">Host name.</param>
/// <param name="IsUp">Whether it accepts connections.</param>
/// <param name="TakesWrites">Whether it is the primary, which accepts writes; the others are standbys.</param>
/// <param name="Behind">By how many versions it is behind the newest one known; null where it has no store.</param>
/// <param name="Problem">
/// Why it cannot be asked, or what a read of it ended with in the last minute: the rest of a sentence after "cannot be asked: ". Null for none.
/// </param>
public sealed record StoreServer(string Name, bool IsUp, bool TakesWrites, long? Behind, string? Problem = null);
