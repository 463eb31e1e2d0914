namespace PodcastInsights.Core.Search.Snippets;

/// <summary>What to mark in a text: tokens next to each other, each in any of its forms.</summary>
public sealed record TermPattern(IReadOnlyList<TokenForms> Tokens);

/// <summary>The forms in which one token of a query was found.</summary>
/// <param name="Prefix">Any token that begins so is a form too; null for none.</param>
public sealed record TokenForms(IReadOnlyCollection<string> Forms, string? Prefix = null);
