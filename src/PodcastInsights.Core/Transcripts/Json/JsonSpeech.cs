namespace PodcastInsights.Core.Transcripts.Json;

/// <summary>Reads a file in the one of several shapes that it has.</summary>
internal static class JsonSpeech
{
    /// <summary>The vote of the first shape that fits.</summary>
    /// <param name="shapes">The better ones first, as a file may hold its words in several: by speaker, and one by one.</param>
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
