using System.Globalization;
using Tomlyn;
using Tomlyn.Parsing;

namespace PodcastInsights.Core.Transcripts.Metadata;

/// <summary>Reads TOML into metadata entries.</summary>
internal static class TomlMetadata
{
    private static readonly TomlSerializerOptions Options = new() { MaxDepth = MetadataCollector.Deepest };

    /// <param name="firstLine">Line of the file where the text begins.</param>
    /// <exception cref="BrokenMetadataException">The text is not TOML.</exception>
    public static List<MetadataEntry> Read(string text, int firstLine)
    {
        var collector = new MetadataCollector(firstLine);
        var last = 1;
        try
        {
            var toml = TomlParser.Create(text, Options);
            while (toml.MoveNext())
            {
                // Counted from 0; items without a position, as the end of a table, follow one that has it.
                var line = 1 + (toml.Current.Span?.Start.Line ?? last - 1);
                last = Math.Max(last, line);
                switch (toml.Current.Kind)
                {
                    case TomlParseEventKind.PropertyName:
                        collector.Key(toml.GetPropertyName());
                        break;
                    case TomlParseEventKind.StartTable or TomlParseEventKind.StartArray:
                        collector.Enter();
                        break;
                    case TomlParseEventKind.EndTable or TomlParseEventKind.EndArray:
                        collector.Leave();
                        break;
                    case TomlParseEventKind.String:
                        collector.Value(toml.GetString(), line);
                        break;
                    case TomlParseEventKind.DateTime:
                        collector.Value(toml.Current.StringValue, line);
                        break;
                    case TomlParseEventKind.Integer:
                        collector.Value(((long)toml.Current.Data).ToString(CultureInfo.InvariantCulture), line);
                        break;
                    case TomlParseEventKind.Float:
                        collector.Value(
                            BitConverter.UInt64BitsToDouble(toml.Current.Data).ToString(CultureInfo.InvariantCulture), line);
                        break;
                    case TomlParseEventKind.Boolean:
                        collector.Value(toml.Current.Data == 0 ? "false" : "true", line);
                        break;
                }
            }

            return collector.Entries;
        }
        catch (TomlException broken)
        {
            throw new BrokenMetadataException(firstLine - 1 + (broken.Line ?? last), FirstReason(broken.Message), broken);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            throw new BrokenMetadataException(firstLine - 1 + last, "the text is not TOML", fault);
        }
    }

    /// <summary>The first error's text, without its position, which is relative to the text.</summary>
    private static string FirstReason(string message)
    {
        const string mark = "error : ";
        var line = message.Split('\n')[0];
        return line.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at ? line[(at + mark.Length)..].Trim() : line.Trim();
    }
}
