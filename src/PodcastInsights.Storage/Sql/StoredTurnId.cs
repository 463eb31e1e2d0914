using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Storage.Sql;

internal static class StoredTurnId
{
    /// <summary>Makes the id of a turn from its two columns.</summary>
    public static TurnId Of(int number, string hash) =>
        TurnId.TryParse(FormattableString.Invariant($"{number}-{hash}"), out var id)
            ? id
            : throw new InvalidDataException($"The store holds a turn numbered {number} whose hash is {hash}.");
}
