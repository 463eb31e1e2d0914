using System.Collections;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Storage.Tests;

/// <summary>A list of paragraphs that cancels the write when it is enumerated.</summary>
internal sealed class CancelsWhenWritten(
    IReadOnlyList<Paragraph> paragraphs, CancellationTokenSource cancellation) : IReadOnlyList<Paragraph>
{
    public int Count => paragraphs.Count;

    public Paragraph this[int index] => paragraphs[index];

    public IEnumerator<Paragraph> GetEnumerator()
    {
        cancellation.Cancel();
        return paragraphs.GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
