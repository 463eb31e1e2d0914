using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace PodcastInsights.Core.Feeds;

/// <summary>Identity of a turn in feeds, and the time of its last change.</summary>
/// <param name="Key">Unique in the episode. Stays the same when this turn or others are edited.</param>
/// <param name="Words">Hash of its words; see <see cref="SpokenHashes"/>.</param>
/// <param name="Number">Number of the turn when its words last changed.</param>
/// <param name="ChangedAt">Time (UTC) of the import that first had these words; null where they came with the episode.</param>
public readonly record struct TurnStamp(ulong Key, ulong Words, int Number, DateTime? ChangedAt);

/// <summary>Stamps of the turns of a body.</summary>
public sealed record BodyStamps(string Language, IReadOnlyList<TurnStamp> Turns);

/// <summary>Identities and change times of all turns of an episode.</summary>
/// <param name="Words">Hash of all words; see <see cref="SpokenHashes"/>.</param>
/// <param name="Bodies">The default edition's first; empty where an older version of the program stored the episode.</param>
public sealed record SpokenStamps(ulong Words, IReadOnlyList<BodyStamps> Bodies)
{
    private const byte Layout = 1;

    public bool IsUnknown => Bodies.Count == 0;

    /// <summary>Stamps of a new episode.</summary>
    public static SpokenStamps Of(SpokenHashes spoken) => new SpokenStamps(0, []).After(spoken, null);

    /// <summary>Finds the stamp of a turn by its number in an edition.</summary>
    /// <param name="edition">Null for the default one.</param>
    /// <param name="number">From 1.</param>
    /// <returns>Null where there is none.</returns>
    public TurnStamp? Find(string? edition, int number)
    {
        var body = edition is null ? (IsUnknown ? null : Bodies[0]) : Bodies.FirstOrDefault(body => body.Language == edition);
        return body is not null && number >= 1 && number <= body.Turns.Count ? body.Turns[number - 1] : null;
    }

    /// <summary>Stamps after an import. A turn is recognised by its words or, where those have changed, by the turns around it.</summary>
    /// <param name="at">Change time of new words; null where they count as having come with the episode.</param>
    public SpokenStamps After(SpokenHashes spoken, DateTime? at)
    {
        ArgumentNullException.ThrowIfNull(spoken);

        // The same words in other turns are no news: a newer version of the parser may divide the same file otherwise.
        var news = IsUnknown || spoken.Words == Words ? null : at;
        var aligned = spoken.Bodies.Index().Select(body => (
            Now: body.Item,
            Before: (Bodies.FirstOrDefault(one => one.Language == body.Item.Language) ?? Bodies.Skip(body.Index).FirstOrDefault())?.Turns ?? []))
            .Select(body => (body.Now, body.Before, Earlier: TurnAlignment.Of(body.Before, body.Now.Turns)))
            .ToList();
        var taken = aligned.SelectMany(body => body.Earlier.Where(static old => old >= 0).Select(old => body.Before[old].Key)).ToHashSet();
        return new SpokenStamps(spoken.Words, [.. aligned.Select(body => new BodyStamps(body.Now.Language, StampsOf(body.Now, body.Before, body.Earlier)))]);

        List<TurnStamp> StampsOf(BodyHashes now, IReadOnlyList<TurnStamp> before, int[] earlier)
        {
            var stamps = new List<TurnStamp>(earlier.Length);
            foreach (var (index, old) in earlier.Index())
            {
                var words = now.Turns[index];
                stamps.Add(
                    old < 0 ? new TurnStamp(NewKey(words), words, index + 1, news)
                    : before[old].Words == words ? before[old]
                    : new TurnStamp(before[old].Key, words, index + 1, news));
            }

            return stamps;
        }

        ulong NewKey(ulong words)
        {
            // Derived from the words, so that a new database gives the same keys for the same files.
            for (var nth = 0UL; ; nth++)
            {
                var key = XxHash64.HashToUInt64(MemoryMarshal.AsBytes<ulong>([words, nth]));
                if (taken.Add(key))
                {
                    return key;
                }
            }
        }
    }

    public byte[] Pack()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Layout);
        writer.Write(Words);
        writer.Write7BitEncodedInt(Bodies.Count);
        foreach (var body in Bodies)
        {
            writer.Write(body.Language);
            writer.Write7BitEncodedInt(body.Turns.Count);
            foreach (var turn in body.Turns)
            {
                writer.Write(turn.Key);
                writer.Write(turn.Words);
                writer.Write7BitEncodedInt(turn.Number);
                writer.Write7BitEncodedInt64(turn.ChangedAt?.Ticks ?? 0);
            }
        }

        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>Reads what <see cref="Pack"/> wrote. No bytes give stamps that are <see cref="IsUnknown"/>.</summary>
    /// <exception cref="InvalidDataException">The bytes have another layout.</exception>
    public static SpokenStamps Unpack(byte[] packed)
    {
        ArgumentNullException.ThrowIfNull(packed);
        if (packed.Length == 0)
        {
            return new SpokenStamps(0, []);
        }

        using var reader = new BinaryReader(new MemoryStream(packed));
        if (reader.ReadByte() != Layout)
        {
            throw new InvalidDataException("The stored stamps of an episode's turns are not of this program.");
        }

        var words = reader.ReadUInt64();
        var bodies = new BodyStamps[reader.Read7BitEncodedInt()];
        for (var body = 0; body < bodies.Length; body++)
        {
            var language = reader.ReadString();
            var turns = new TurnStamp[reader.Read7BitEncodedInt()];
            for (var turn = 0; turn < turns.Length; turn++)
            {
                turns[turn] = new TurnStamp(
                    reader.ReadUInt64(),
                    reader.ReadUInt64(),
                    reader.Read7BitEncodedInt(),
                    reader.Read7BitEncodedInt64() is > 0 and var ticks ? new DateTime(ticks, DateTimeKind.Utc) : null);
            }

            bodies[body] = new BodyStamps(language, turns);
        }

        return new SpokenStamps(words, bodies);
    }
}
