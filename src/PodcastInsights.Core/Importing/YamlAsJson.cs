using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PodcastInsights.Core.Importing;

/// <summary>Converts YAML to JSON of the same structure, so that one reader serves both. All scalars become strings.</summary>
internal static class YamlAsJson
{
    /// <exception cref="SideFileException">The text is not YAML.</exception>
    public static byte[] Of(string yaml)
    {
        var last = 1L;
        try
        {
            var parser = new Parser(new StringReader(yaml));
            using var json = new MemoryStream();
            using (var writer = new Utf8JsonWriter(json))
            {
                // For each open mapping or list: whether a key comes next; null in a list.
                var open = new Stack<bool?>();
                var documents = 0;
                while (parser.MoveNext() && documents < 2)
                {
                    var part = parser.Current!;
                    last = Math.Max(last, part.Start.Line);
                    documents += part is DocumentStart ? 1 : 0;
                    if (documents == 1)
                    {
                        Write(writer, part, open);
                    }
                }
            }

            return json.ToArray();
        }
        catch (YamlException mistake)
        {
            throw new SideFileException((int)mistake.Start.Line, "This is not valid YAML.", mistake);
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or SideFileException))
        {
            // The library also throws exceptions of other types, as for a list that is never closed.
            throw new SideFileException((int)last, "This is not valid YAML: a list, a mapping or a quotation is not closed.", fault);
        }
    }

    private static void Write(Utf8JsonWriter writer, ParsingEvent part, Stack<bool?> open)
    {
        if (part is MappingEnd or SequenceEnd)
        {
            open.Pop();
            if (part is MappingEnd)
            {
                writer.WriteEndObject();
            }
            else
            {
                writer.WriteEndArray();
            }

            return;
        }

        if (part is not (Scalar or AnchorAlias or MappingStart or SequenceStart))
        {
            return;
        }

        if (open.TryPeek(out var keyIsNext) && keyIsNext is { } isKey)
        {
            open.Pop();
            open.Push(!isKey);
            if (isKey)
            {
                writer.WritePropertyName(part is Scalar key
                    ? key.Value
                    : throw new SideFileException((int)part.Start.Line, "A key of this mapping is no text."));
                return;
            }
        }

        switch (part)
        {
            case Scalar scalar:
                writer.WriteStringValue(scalar.Value);
                break;
            case AnchorAlias:
                writer.WriteNullValue();
                break;
            case MappingStart:
                open.Push(true);
                writer.WriteStartObject();
                break;
            default:
                open.Push(null);
                writer.WriteStartArray();
                break;
        }
    }
}
