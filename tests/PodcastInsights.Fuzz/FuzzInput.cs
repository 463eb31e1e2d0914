namespace PodcastInsights.Fuzz;

/// <summary>A file to be read: its name below the library folder, and its text or its bytes.</summary>
/// <param name="Text">May hold what no file can, such as half a character; empty where there are bytes.</param>
/// <param name="Bytes">Null where the text is read as it is.</param>
internal sealed record FuzzInput(string Path, string Text, byte[]? Bytes = null)
{
    public int Length => Bytes?.Length ?? Text.Length;
}
