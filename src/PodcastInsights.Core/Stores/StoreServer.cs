namespace PodcastInsights.Core.Stores;

/// <summary>A server that holds the store, as it was seen last. For the owner's eyes and those to whom the owner shows them.</summary>
/// <param name="Name">Its host.</param>
/// <param name="IsUp">Whether it answers.</param>
/// <param name="TakesWrites">Whether it takes writes, which the others follow.</param>
/// <param name="Behind">By how many states it is behind the newest that is known; null where it holds none.</param>
public sealed record StoreServer(string Name, bool IsUp, bool TakesWrites, long? Behind);
