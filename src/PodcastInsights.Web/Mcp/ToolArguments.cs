using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using PodcastInsights.Web.Security;

namespace PodcastInsights.Web.Mcp;

/// <summary>Converts the arguments of a tool into query parameters, so that the rules of the API apply.</summary>
internal static class ToolArguments
{
    /// <param name="problem">A response that names the invalid parameter.</param>
    public static bool TryRead(
        IEnumerable<KeyValuePair<string, JsonElement>> arguments,
        IReadOnlyList<ToolParameter> parameters,
        [NotNullWhen(true)] out IQueryCollection? given,
        [NotNullWhen(false)] out string? problem)
    {
        given = null;
        problem = null;
        var read = new Dictionary<string, StringValues>();
        foreach (var (name, value) in arguments)
        {
            if (!parameters.Any(parameter => parameter.Name == name))
            {
                problem = $"There is no parameter '{Excerpt.Of(name, 40)}'; there are {string.Join(", ", parameters.Select(one => one.Name))}.";
                return false;
            }

            if (!TryRead(value, out var text))
            {
                problem = $"The parameter '{name}' must be text, a number, true or false.";
                return false;
            }

            if (text?.Length > RequestBounds.AddressCharacters)
            {
                problem = string.Create(
                    CultureInfo.InvariantCulture, $"The parameter '{name}' must have at most {RequestBounds.AddressCharacters} characters.");
                return false;
            }

            if (text is not null)
            {
                read[name] = text;
            }
        }

        if (parameters.FirstOrDefault(parameter => parameter.IsRequired && !read.ContainsKey(parameter.Name)) is { } missing)
        {
            problem = $"The parameter '{missing.Name}' is needed: {missing.Description}";
            return false;
        }

        given = new QueryCollection(read);
        return true;
    }

    private static bool TryRead(JsonElement value, out string? text)
    {
        text = null;
        try
        {
            text = value.ValueKind switch
            {
                JsonValueKind.Null => null,
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                JsonValueKind.Number => value.GetRawText(),
                _ => value.GetString(),
            };
            return true;
        }
        catch (InvalidOperationException)
        {
            // A list or an object.
            return false;
        }
    }
}
