namespace PodcastInsights.Web.Library;

/// <summary>Marks a page whose content changes independently of the library, so that its responses are not cached.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OfThisMomentAttribute : Attribute;
