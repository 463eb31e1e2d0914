using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;

namespace PodcastInsights.Web.Tests.Api.Description;

/// <summary>Requests made of the description: what it allows is answered as it says, and what it does not allow never makes a fault.</summary>
public sealed class DescribedParametersTests(WebApp app, DescriptionPrograms programs)
{
    private const int Requests = 300;

    /// <summary>Texts that a schema without a pattern allows.</summary>
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.OneOf("", "leak", "mira", "petra", "spoon", "\"copper ketch\"", "speaker:mira leak", "leak OR spoon", "-leak", "a*", "NEAR(a b)", "灯塔", "木船", "bread", "rosa-lind", "2024"),
        Gen.OneOf("(", "\"", "'; --", "%", "＝1", "\u202E", "a\uFFFF", "👩‍👩‍👧", "<b>", "\0", "../..", "a\r\nb: c", new('a', 900)),
        Gen.String[Gen.Char[' ', '\uFFFD'], 0, 12]);

    private static readonly Dictionary<string, Gen<string>> ByPattern = new()
    {
        [@"\S"] = Texts.Where(text => text.Trim().Length is > 0 and < 800),
        ["^(original|[A-Za-z]{2,3})$"] = Gen.OneOf("original", "en", "zh", "EN", "deu"),
        ["^[A-Za-z]{2,3}$"] = Gen.OneOf("en", "zh", "ZH", "deu"),
        [@"^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$"] = Gen.OneOf("mira-okafor", "nobody", "林晓雨", "a1-2"),
        [@"^[1-9][0-9]{0,4}-([1-9]\.)?[1-9][0-9]{0,4}(-[0-9a-z]{6})?$"] = Gen.OneOf("1-2", "2-3-zzzzzz", "1-1.2", "99-100", "1-9.99999-1jc4k0"),
    };

    private static readonly Gen<string> Places = Gen.OneOf("mira-okafor", "rosa-lind", "winter-market", "odile-varga", "nobody", "1-zzzzzz", "2-zzzzzz", "林晓雨", "%E6%9E%97", "a b", "?", "a/b");

    [Fact]
    public async Task What_is_allowed_is_answered_as_described()
    {
        var given = new List<GivenAnswer>();
        await Gen.Select(Operations(await Described.AllAsync(app)), request => request).SampleAsync(
            async request =>
            {
                var (operation, address) = request;
                using var answer = await app.Client.GetAsync(address);
                var status = (int)answer.StatusCode;
                var body = await answer.Content.ReadAsStringAsync();
                Assert.True(operation.Statuses.Contains(status) && status is 200 or 404, $"{address}: {status}: {body}");
                given.Add(new GivenAnswer(operation.Id, status, answer.Content.Headers.ContentType!.MediaType!, body));
            },
            iter: Requests,
            threads: 1);
        Assert.Equal([], await programs.CheckAsync(await app.Client.GetStringAsync("/openapi/v1.json"), given));
    }

    [Fact]
    public async Task What_is_not_allowed_is_refused_or_makes_no_difference()
    {
        var operations = await Described.AllAsync(app);
        var given = new List<GivenAnswer>();
        await Gen.Select(Gen.OneOf([.. operations]), Gen.Int[0, 20], Texts).SampleAsync(
            async (operation, at, value) =>
            {
                // Any text for a parameter of the query, whatever its schema.
                var names = Parameters(operation).Where(parameter => parameter.In == "query").Select(parameter => parameter.Name).DefaultIfEmpty("x").ToList();
                var address = Path(operation, _ => "mira-okafor") + $"?{names[at % names.Count]}={Uri.EscapeDataString(value)}";
                using var answer = await app.Client.GetAsync(address);
                var status = (int)answer.StatusCode;
                var body = await answer.Content.ReadAsStringAsync();
                Assert.True(operation.Statuses.Contains(status) && status < 500, $"{address}: {status}: {body}");
                given.Add(new GivenAnswer(operation.Id, status, answer.Content.Headers.ContentType!.MediaType!, body));
            },
            iter: Requests,
            threads: 1);
        Assert.Equal([], await programs.CheckAsync(await app.Client.GetStringAsync("/openapi/v1.json"), given));
    }

    [Fact]
    public async Task Every_pattern_allows_its_example_and_what_is_tried_here()
    {
        foreach (var parameter in (await Described.AllAsync(app)).SelectMany(Parameters).Where(parameter => parameter.Schema.TryGetProperty("pattern", out _)))
        {
            var pattern = parameter.Schema.GetProperty("pattern").GetString()!;
            Assert.Matches(pattern, parameter.Example.GetString());
            ByPattern[pattern].Sample(text => Regex.IsMatch(text, pattern), iter: 20);
        }
    }

    private static Gen<(Described Operation, string Address)> Operations(IReadOnlyList<Described> operations) =>
        Gen.OneOf([.. operations.Select(operation => Addresses(operation).Select(address => (operation, address)))]);

    private static Gen<string> Addresses(Described operation)
    {
        var parameters = Parameters(operation);
        return Gen.Select(
            parameters.Select(parameter => parameter.In == "path" && !parameter.Schema.TryGetProperty("enum", out _) ? Places : Values(parameter.Schema))
                .Aggregate(Gen.Const(ImmutableList<string>.Empty), (all, one) => Gen.Select(all, one, (values, value) => values.Add(value))),
            Gen.Int[0, int.MaxValue],
            (values, taken) =>
            {
                var given = parameters.Zip(values).ToList();
                var query = given.Where((one, at) => one.First.In == "query" && (one.First.IsRequired || ((taken >> (at % 31)) & 1) == 1))
                    .Select(one => $"{one.First.Name}={Uri.EscapeDataString(one.Second)}");
                return $"{Path(operation, name => given.Single(one => one.First.Name == name).Second)}?{string.Join('&', query)}";
            });
    }

    private static string Path(Described operation, Func<string, string> value) =>
        Regex.Replace(operation.Path, @"\{(\w+)\}", name => Uri.EscapeDataString(value(name.Groups[1].Value)));

    private static Gen<string> Values(JsonElement schema)
    {
        if (schema.TryGetProperty("enum", out var names))
        {
            return Gen.OneOf([.. names.EnumerateArray().Select(name => name.GetString()!)]);
        }

        return schema.GetProperty("type").GetString() switch
        {
            "boolean" => Gen.OneOf("true", "false"),
            "integer" => Gen.OneOf(
                Gen.Int[schema.GetProperty("minimum").GetInt32(), schema.GetProperty("maximum").GetInt32()],
                Gen.OneOf(schema.GetProperty("minimum").GetInt32(), schema.GetProperty("maximum").GetInt32()))
                .Select(number => number.ToString(CultureInfo.InvariantCulture)),
            "array" => Values(schema.GetProperty("items")),
            _ => schema.TryGetProperty("pattern", out var pattern) ? ByPattern[pattern.GetString()!] : Texts,
        };
    }

    private static IReadOnlyList<Parameter> Parameters(Described operation) => operation.Operation.TryGetProperty("parameters", out var all)
        ? [
            .. all.EnumerateArray().Select(one => new Parameter(
                one.GetProperty("name").GetString()!,
                one.GetProperty("in").GetString()!,
                operation.Resolved(one.GetProperty("schema")),
                one.GetProperty("example"),
                one.TryGetProperty("required", out var required) && required.GetBoolean())),
        ]
        : [];

    private sealed record Parameter(string Name, string In, JsonElement Schema, JsonElement Example, bool IsRequired);
}
