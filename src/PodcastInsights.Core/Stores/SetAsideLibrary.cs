namespace PodcastInsights.Core.Stores;

/// <summary>A store that was moved aside, or the rest of one whose file was deleted.</summary>
/// <param name="Place">Its new place, such as <c>library.damaged-20310203-142530.db</c>.</param>
public sealed record SetAsideLibrary(UnusableLibraryException Reason, string Place);
