namespace PodcastInsights.Core.Search.Matching;

/// <summary>
/// Decodes the positions of a term in one document: differences of (position * 2, plus 1 for a form other than the typed one), seven bits
/// per byte; the high bit marks a number that continues.
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

        var difference = 0;
        byte part;
        do
        {
            part = bytes[next++];
            difference = (difference << 7) | (part & 0x7F);
        }
        while (part >= 0x80);

        Place += difference;
        return true;
    }
}
