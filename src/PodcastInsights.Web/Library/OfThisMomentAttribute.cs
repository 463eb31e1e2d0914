namespace PodcastInsights.Web.Library;

/// <summary>Marks a page whose content changes independently of the library, so that its responses are not cached.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OfThisMomentAttribute : Attribute;
