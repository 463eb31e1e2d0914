namespace PodcastInsights.Core.Transcripts;

/// <summary>
/// The one place where an exception of reading a file is caught: around each step, so that a fault in one costs that step and not the
/// file. Steps read what strangers write, with libraries whose exceptions are not all known.
/// </summary>
internal static class Step
{
    /// <summary>Whether the step came to its end; false where it threw.</summary>
    public static bool Runs(Action step)
    {
        try
        {
            step();
            return true;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return false;
        }
    }

    /// <summary>What the step gives; <paramref name="otherwise"/> where it threw.</summary>
    public static T Of<T>(Func<T> step, T otherwise)
    {
        var result = otherwise;
        return Runs(() => result = step()) ? result : otherwise;
    }
}
