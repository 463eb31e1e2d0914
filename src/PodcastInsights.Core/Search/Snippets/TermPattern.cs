namespace PodcastInsights.Core.Search.Snippets;

/// <summary>What to mark in a text: tokens next to each other, each in any of its forms.</summary>
public sealed record TermPattern(IReadOnlyList<TokenForms> Tokens);

/// <summary>The forms in which one token of a query was found.</summary>
/// <param name="prefix">Any token that begins so is a form too; null for none.</param>
public sealed class TokenForms(IEnumerable<string> forms, string? prefix = null)
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup =
        new HashSet<string>(forms, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public bool Match(ReadOnlySpan<char> token) =>
        lookup.Contains(token) || (prefix is not null && token.StartsWith(prefix, StringComparison.Ordinal));
}
