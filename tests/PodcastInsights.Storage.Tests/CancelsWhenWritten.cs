using System.Collections;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Storage.Tests;

/// <summary>Paragraphs that cancel the write once its rows are being made.</summary>
internal sealed class CancelsWhenWritten(
    IReadOnlyList<Paragraph> paragraphs, CancellationTokenSource cancellation) : IReadOnlyList<Paragraph>
{
    private int walks;

    public int Count => paragraphs.Count;

    public Paragraph this[int index] => paragraphs[index];

    public IEnumerator<Paragraph> GetEnumerator()
    {
        // The first walk counts the words, before the transaction; the second makes the turn's row, inside it.
        if (++walks == 2)
        {
            cancellation.Cancel();
        }

        return paragraphs.GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
