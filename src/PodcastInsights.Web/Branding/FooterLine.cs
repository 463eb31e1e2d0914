namespace PodcastInsights.Web.Branding;

/// <summary>The owner's line at the end of each page, as text and links.</summary>
/// <param name="Refused">Invalid link addresses.</param>
internal sealed record FooterLine(IReadOnlyList<FooterLine.Piece> Pieces, IReadOnlyList<string> Refused)
{
    public static FooterLine Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
        {
            // The usual line, for which a start need not make a reader of Markdown.
            return new([], []);
        }

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

    /// <param name="Address">Address as written; null for text.</param>
    internal sealed record Piece(string Text, string? Address)
    {
        /// <param name="root">Path prefix of the site.</param>
        public string? Link(string root) => WrittenAddress.Of(Address, root);
    }
}
