namespace PodcastInsights.Web.Branding;

/// <summary>The host's line at the end of each page, in pieces that are linked or not.</summary>
/// <param name="Refused">Addresses of links that can be none.</param>
public sealed record FooterLine(IReadOnlyList<FooterLine.Piece> Pieces, IReadOnlyList<string> Refused)
{
    public static FooterLine Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var marked = MarkdownText.Read(text);
        var (pieces, refused, at) = (new List<Piece>(), new List<string>(), 0);
        foreach (var span in marked.Spans.Where(span => span.Address is not null))
        {
            Add(span.Start, null);
            Add(span.End, span.Address);
            if (WrittenAddress.Of(span.Address, "") is null)
            {
                refused.Add(span.Address!);
            }
        }

        Add(marked.Plain.Length, null);
        return new(pieces, refused);

        void Add(int end, string? address)
        {
            if (end > at)
            {
                pieces.Add(new(marked.Plain[at..end], address));
                at = end;
            }
        }
    }

    /// <param name="Address">As written; null where it is no link.</param>
    public sealed record Piece(string Text, string? Address)
    {
        /// <param name="root">The path under which the site is.</param>
        public string? Link(string root) => WrittenAddress.Of(Address, root);
    }
}
