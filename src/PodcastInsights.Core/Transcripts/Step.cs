namespace PodcastInsights.Core.Transcripts;

/// <summary>
/// Catches exceptions of parsing, around each step, so that a fault loses the result of one step and not the file. All such exceptions are
/// caught here, because input is hostile and the exceptions of libraries are not all known.
/// </summary>
internal static class Step
{
    /// <summary>Runs a step; false where it threw.</summary>
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

    /// <summary>The result of the step, or <paramref name="otherwise"/> where it threw.</summary>
    public static T Of<T>(Func<T> step, T otherwise)
    {
        var result = otherwise;
        return Runs(() => result = step()) ? result : otherwise;
    }
}
