namespace PodcastInsights.Core.Search.Matching;

/// <summary>
/// Decodes the positions of a term in one document: differences of (position * 2, plus 1 for a form other than the typed one), each encoded as
/// <see cref="VariableByte"/>.
/// </summary>
internal ref struct PlaceReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int next;

    public int Place { get; private set; }

    public readonly int Position => Place >> 1;

    public bool MoveNext()
    {
        if (next >= bytes.Length)
        {
            return false;
        }

        Place += VariableByte.Read(bytes, ref next);
        return true;
    }
}
