namespace PodcastInsights.Web.Library;

/// <summary>Marks a page that changes without the library, so that no answer of it is ever kept.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OfThisMomentAttribute : Attribute;
