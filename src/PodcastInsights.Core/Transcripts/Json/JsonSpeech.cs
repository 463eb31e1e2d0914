namespace PodcastInsights.Core.Transcripts.Json;

/// <summary>Parses a file in the first of several structures that fits.</summary>
internal static class JsonSpeech
{
    /// <summary>The vote of the first shape that fits.</summary>
    /// <param name="shapes">In order of preference, because a file may have its words in several ways: by speaker, and singly.</param>
    public static FormatVote Vote(SourceText source, JsonShape[] shapes)
    {
        ArgumentNullException.ThrowIfNull(source);
        var document = Read(source, shapes);
        return Choose(document, shapes).Vote(document);
    }

    public static EditionDraft Parse(SourceText source, string name, JsonShape[] shapes)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new EditionDraft(source.Path, name);
        var document = Read(source, shapes);
        Choose(document, shapes).Join(document, draft);
        return draft;
    }

    private static JsonSegments Read(SourceText source, JsonShape[] shapes) =>
        JsonSegments.Read(source, [.. shapes.Select(shape => shape.Array).Distinct()]);

    private static JsonShape Choose(JsonSegments document, JsonShape[] shapes) =>
        Array.Find(shapes, shape => shape.Vote(document).Explained > 0) ?? shapes[0];
}
