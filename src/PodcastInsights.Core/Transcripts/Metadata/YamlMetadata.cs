using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PodcastInsights.Core.Transcripts.Metadata;

/// <summary>Reads YAML into its texts. By events and not as a tree, which is built by recursion: a hostile file nests deeper than the stack.</summary>
internal static class YamlMetadata
{
    /// <param name="firstLine">Line of the file on which the text begins.</param>
    /// <exception cref="BrokenMetadataException">The text is not YAML, or not such as the library reads.</exception>
    public static List<MetadataEntry> Read(string text, int firstLine)
    {
        var collector = new MetadataCollector(firstLine);
        var last = 1L;
        try
        {
            var yaml = new Parser(new StringReader(text));
            var mappings = new Stack<bool>();
            var isKey = false;
            while (yaml.MoveNext())
            {
                var part = yaml.Current!;
                last = Math.Max(last, part.Start.Line);
                switch (part)
                {
                    case Scalar key when isKey:
                        collector.Key(key.Value);
                        isKey = false;
                        continue;
                    case Scalar value:
                        collector.Value(value.Value, (int)part.Start.Line);
                        break;
                    case AnchorAlias:
                        collector.Value(null, 0);
                        break;
                    case MappingStart or SequenceStart:
                        if (!collector.Enter())
                        {
                            throw BrokenMetadataException.TooDeep(firstLine - 1 + (int)part.Start.Line);
                        }

                        mappings.Push(part is MappingStart);
                        break;
                    case MappingEnd or SequenceEnd:
                        mappings.Pop();
                        collector.Leave();
                        break;
                    default:
                        continue;
                }

                isKey = mappings.TryPeek(out var mapping) && mapping;
            }

            return collector.Entries;
        }
        catch (YamlException broken)
        {
            throw new BrokenMetadataException(firstLine - 1 + (int)Math.Max(1, broken.Start.Line), WithoutPosition(broken.Message), broken);
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or BrokenMetadataException))
        {
            // The library throws others than its own, as at a list that is never closed.
            throw new BrokenMetadataException(firstLine - 1 + (int)last, "a list, a mapping or a quotation is not closed", fault);
        }
    }

    /// <summary>The library puts lines and columns in front, counted within the text and not in the file.</summary>
    private static string WithoutPosition(string message) =>
        message.StartsWith('(') && message.IndexOf("): ", StringComparison.Ordinal) is > 0 and var end ? message[(end + 3)..] : message;
}
