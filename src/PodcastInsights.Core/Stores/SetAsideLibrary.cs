namespace PodcastInsights.Core.Stores;

/// <summary>A store that was moved out of the way, or what was left of one that is gone.</summary>
/// <param name="Place">Where it is now, such as <c>library.damaged-20310203-142530.db</c>.</param>
public sealed record SetAsideLibrary(UnusableLibraryException Reason, string Place);
