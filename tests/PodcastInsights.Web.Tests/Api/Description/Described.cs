using System.Text.Json;

namespace PodcastInsights.Web.Tests.Api.Description;

/// <summary>One operation as the description has it.</summary>
internal sealed record Described(string Id, string Path, JsonElement Operation, JsonElement Document)
{
    public IReadOnlyList<int> Statuses { get; } =
        [.. Operation.GetProperty("responses").EnumerateObject().Select(answer => int.Parse(answer.Name, System.Globalization.CultureInfo.InvariantCulture))];

    public static async Task<IReadOnlyList<Described>> AllAsync(WebApp app)
    {
        var document = await app.GetJsonAsync("/openapi/v1.json");
        return
        [
            .. document.GetProperty("paths").EnumerateObject().Select(path =>
            {
                var operation = path.Value.GetProperty("get");
                return new Described(operation.GetProperty("operationId").GetString()!, path.Name, operation, document);
            }),
        ];
    }

    /// <summary>An answer's headers, and its media types.</summary>
    public (IReadOnlyList<string> Headers, IReadOnlyList<string> MediaTypes) Answer(int status)
    {
        var answer = Resolved(Operation.GetProperty("responses").GetProperty($"{status}"));
        return (Names(answer, "headers"), Names(answer, "content"));
    }

    public JsonElement Resolved(JsonElement element) => element.TryGetProperty("$ref", out var reference)
        ? reference.GetString()!.Split('/')[1..].Aggregate(Document, (at, part) => at.GetProperty(part))
        : element;

    private static IReadOnlyList<string> Names(JsonElement answer, string member) =>
        answer.TryGetProperty(member, out var members) ? [.. members.EnumerateObject().Select(one => one.Name)] : [];
}
