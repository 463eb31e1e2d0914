using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PodcastInsights.Core.Importing.Relating;

/// <summary>
/// The subject of an episode: its languages, its topics and its most frequent words, each as a hash with a count. Which of them are
/// distinctive depends on all other episodes; see <see cref="EpisodeSimilarity"/>.
/// </summary>
internal sealed class EpisodeSubject
{
    /// <summary>The largest number of marks of an episode. About a third of them are words that every episode has.</summary>
    private const int Most = 192;

    private const int BytesOfMark = 5;

    private EpisodeSubject(SubjectMark[] marks) => Marks = marks;

    public IReadOnlyList<SubjectMark> Marks { get; }

    /// <summary>Keeps the languages, the topics and the most frequent words.</summary>
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

/// <param name="Hash">Hash of a word, a pair of characters, a topic or a language.</param>
/// <param name="Count">
/// How often the word is said, at most <see cref="MostSaid"/>; <see cref="Topic"/> for a topic, <see cref="Language"/> for a language.
/// </param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SubjectMark(uint Hash, byte Count)
{
    public const byte Language = 0;
    public const byte MostSaid = 254;
    public const byte Topic = 255;

    public bool IsTopic => Count == Topic;

    public bool IsLanguage => Count == Language;
}
