using System.Text.Json;

namespace PodcastInsights.Core.Transcripts.Json;

/// <summary>Reads a JSON text once and collects the items of arrays at given paths. In a truncated text, the items before the end are kept.</summary>
internal sealed class JsonWalk(
    byte[] bytes, string[] paths, Dictionary<string, List<JsonSegment>> arrays, Dictionary<string, JsonElement> others)
{
    /// <summary>In bytes, of a member of the root that is kept because it may describe the episode. A larger one holds more than that.</summary>
    private const int LargestMember = 256 << 10;

    private int position;
    private int line = 1;

    /// <param name="isLines">Whether the text is one object a line.</param>
    public void ReadRoot(ref Utf8JsonReader reader, bool isLines)
    {
        if (isLines)
        {
            ReadRootItems(ref reader);
            return;
        }

        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            ReadRootItems(ref reader);
        }
        else
        {
            ReadObject(ref reader, "", 0);
        }
    }

    /// <summary>A root array, or lines of objects, match every path that is a single name.</summary>
    private void ReadRootItems(ref Utf8JsonReader reader)
    {
        if (Array.FindAll(paths, path => path.AsSpan().IndexOfAny('.', '[') < 0) is not [var first, ..] names)
        {
            return;
        }

        var items = new List<JsonSegment>();
        foreach (var name in names)
        {
            arrays[name] = items;
        }

        ReadItems(ref reader, first, 0);
    }

    private void ReadObject(ref Utf8JsonReader reader, string path, int outer)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var member = path.Length == 0 ? name : $"{path}.{name}";
            reader.Read();
            if (!TryEnter(ref reader, member, outer))
            {
                var value = reader;
                reader.Skip();
                if (path.Length == 0 && reader.BytesConsumed - value.TokenStartIndex <= LargestMember)
                {
                    others[name] = JsonElement.ParseValue(ref value);
                }
                else if (path.Length > 0 && name is "language" or "language_code" && value.TokenType == JsonTokenType.String)
                {
                    others.TryAdd(name, JsonElement.ParseValue(ref value));
                }
            }
        }
    }

    private void ReadArray(ref Utf8JsonReader reader, string path, int outer)
    {
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            if (!(i == 0 && TryEnter(ref reader, path + "[0]", outer)) && !TryEnter(ref reader, path + "[]", outer + i))
            {
                reader.Skip();
            }
        }
    }

    /// <summary>Reads a value that is one of the arrays, or leads to one.</summary>
    private bool TryEnter(ref Utf8JsonReader reader, string path, int outer)
    {
        if (reader.TokenType == JsonTokenType.StartArray && Array.IndexOf(paths, path) >= 0)
        {
            ReadItems(ref reader, path, outer);
            return true;
        }

        if (reader.TokenType == JsonTokenType.StartArray && Leads(path, '['))
        {
            ReadArray(ref reader, path, outer);
            return true;
        }

        if (reader.TokenType == JsonTokenType.StartObject && Leads(path, '.'))
        {
            ReadObject(ref reader, path, outer);
            return true;
        }

        return false;
    }

    private bool Leads(string path, char next) => Array.Exists(
        paths, wanted => wanted.Length > path.Length && wanted[path.Length] == next && wanted.StartsWith(path, StringComparison.Ordinal));

    private void ReadItems(ref Utf8JsonReader reader, string path, int outer)
    {
        if (!arrays.TryGetValue(path, out var items))
        {
            arrays[path] = items = [];
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            var start = LineAt(reader.TokenStartIndex);
            items.Add(new JsonSegment(JsonElement.ParseValue(ref reader), start, outer));
        }
    }

    /// <summary>Line number of a position. Positions must not decrease, so that the text is scanned once.</summary>
    private int LineAt(long index)
    {
        line += bytes.AsSpan(position, (int)index - position).Count((byte)'\n');
        position = (int)index;
        return line;
    }
}
