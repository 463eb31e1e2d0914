namespace PodcastInsights.Core.Stores;

/// <summary>
/// Names what a store holds after one transaction that wrote. Two equal ones stand for the same content; where only the numbers are equal
/// the store has lost commits, as a replica that was promoted may, and has gone on with others.
/// </summary>
/// <param name="Number">Rises with every transaction that writes.</param>
/// <param name="Stamp">Drawn at random by that transaction: letters and digits.</param>
public readonly record struct StoreVersion(long Number, string Stamp);
