using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Citation;

/// <summary>A turn as it was before an import changed or removed it.</summary>
/// <param name="Id">As it was then.</param>
/// <param name="Text">The plain words, one paragraph a line.</param>
/// <param name="Heir">The turn that its words went to at that import; null where no turn was alike.</param>
public sealed record RememberedTurn(TurnId Id, string? Speaker, string Text, TurnId? Heir)
{
    /// <summary>The turn with what is remembered of it.</summary>
    public Turn ToTurn() => new(
        Id, Id.Number, Speaker, false, null, [.. Text.Split('\n').Select(line => new Paragraph(line, null, false, ""))]);
}
