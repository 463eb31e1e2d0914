namespace PodcastInsights.Core.Search.Snippets;

/// <summary>A pattern to highlight: adjacent tokens, each in any of its forms.</summary>
public sealed record TermPattern(IReadOnlyList<TokenForms> Tokens);

/// <summary>The forms of one token of a query.</summary>
/// <param name="Prefix">Tokens with this prefix match too; null for none.</param>
public sealed record TokenForms(IReadOnlyCollection<string> Forms, string? Prefix = null);
