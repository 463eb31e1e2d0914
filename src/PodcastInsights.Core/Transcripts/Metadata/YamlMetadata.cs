using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PodcastInsights.Core.Transcripts.Metadata;

/// <summary>
/// Reads YAML into metadata entries, from events instead of a tree: building a tree is recursive, and hostile nesting would overflow the
/// stack.
/// </summary>
internal static class YamlMetadata
{
    /// <param name="firstLine">Line of the file where the text begins.</param>
    /// <exception cref="BrokenMetadataException">The text is not valid YAML for the library.</exception>
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
            // The library also throws exceptions of other types, as for a list that is never closed.
            throw new BrokenMetadataException(firstLine - 1 + (int)last, "a list, a mapping or a quotation is not closed", fault);
        }
    }

    /// <summary>Removes the position at the start of the message, which is relative to the text.</summary>
    private static string WithoutPosition(string message) =>
        message.StartsWith('(') && message.IndexOf("): ", StringComparison.Ordinal) is > 0 and var end ? message[(end + 3)..] : message;
}
