using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PodcastInsights.Core.Importing.Relating;

/// <summary>
/// What an episode may be about: its languages, its topics, and the words that are in it most often, as numbers with their counts. Which of them tell
/// something is known only beside the subjects of all other episodes; see <see cref="Kinship"/>.
/// </summary>
internal sealed class EpisodeSubject
{
    /// <summary>Most marks of an episode: the words that everybody says most are a third of them.</summary>
    private const int Most = 192;

    private const int BytesOfMark = 5;

    private EpisodeSubject(SubjectMark[] marks) => Marks = marks;

    public IReadOnlyList<SubjectMark> Marks { get; }

    /// <summary>The languages and the topics, and the words with the highest counts.</summary>
    public static EpisodeSubject Of(IEnumerable<SubjectMark> marks) =>
        new([.. marks.OrderByDescending(mark => mark.IsLanguage).ThenByDescending(mark => mark.Count).ThenBy(mark => mark.Hash).Take(Most)]);

    /// <exception cref="ArgumentException">The bytes were not written by <see cref="Pack"/>.</exception>
    public static EpisodeSubject Read(ReadOnlySpan<byte> packed)
    {
        if (packed.Length % BytesOfMark != 0)
        {
            throw new ArgumentException("What an episode is about is kept in pieces of five bytes.", nameof(packed));
        }

        var marks = new SubjectMark[packed.Length / BytesOfMark];
        foreach (ref var mark in marks.AsSpan())
        {
            mark = new SubjectMark(BinaryPrimitives.ReadUInt32LittleEndian(packed), packed[BytesOfMark - 1]);
            packed = packed[BytesOfMark..];
        }

        return new EpisodeSubject(marks);
    }

    public byte[] Pack()
    {
        var packed = new byte[Marks.Count * BytesOfMark];
        foreach (var (index, mark) in Marks.Index())
        {
            BinaryPrimitives.WriteUInt32LittleEndian(packed.AsSpan(index * BytesOfMark), mark.Hash);
            packed[((index + 1) * BytesOfMark) - 1] = mark.Count;
        }

        return packed;
    }
}

/// <param name="Hash">Of a word, of a pair of characters, of a topic or of a language.</param>
/// <param name="Count">How often the word is said, to <see cref="MostSaid"/>; <see cref="Topic"/> for a topic and <see cref="Language"/> for a language.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SubjectMark(uint Hash, byte Count)
{
    public const byte Language = 0;
    public const byte MostSaid = 254;
    public const byte Topic = 255;

    public bool IsTopic => Count == Topic;

    public bool IsLanguage => Count == Language;
}
