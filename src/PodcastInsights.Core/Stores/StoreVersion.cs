namespace PodcastInsights.Core.Stores;

/// <summary>
/// Identifies the content of a store after a transaction. Equal versions mean equal content. Where two versions have the same number and
/// different stamps, the store has lost commits, as a promoted replica may, and has made others.
/// </summary>
/// <param name="Number">Increases with every transaction that writes.</param>
/// <param name="Stamp">Random letters and digits, drawn by that transaction.</param>
public readonly record struct StoreVersion(long Number, string Stamp);
