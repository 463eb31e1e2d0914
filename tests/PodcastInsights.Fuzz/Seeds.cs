namespace PodcastInsights.Fuzz;

/// <summary>The files that inputs are made of: the examples of the documentation, and those of the folder <c>seeds</c>.</summary>
internal static class Seeds
{
    private const string Fence = "```";
    private const string Kind = "transcript";

    /// <summary>In the same order on every machine.</summary>
    public static List<FuzzInput> Read()
    {
        var pages = Files(System.IO.Path.Combine("docs", "formats")).SelectMany(page => Examples(page, File.ReadAllLines(page)));
        var seeds = Files("seeds").Select(file => new FuzzInput(System.IO.Path.GetFileName(file), File.ReadAllText(file)));
        return [.. pages, .. seeds];
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(System.IO.Path.Combine(AppContext.BaseDirectory, folder)).Order(StringComparer.Ordinal);

    private static IEnumerable<FuzzInput> Examples(string page, string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                continue;
            }

            var heading = lines[i][Fence.Length..];
            var body = lines.Skip(i + 1).TakeWhile(line => line != Fence).ToList();
            i += body.Count + 1;
            if (heading.Split(' ', 2) is [Kind, .. var name])
            {
                yield return new FuzzInput(
                    name is [var given] ? given : $"{System.IO.Path.GetFileNameWithoutExtension(page)}.md", string.Join('\n', body) + "\n");
            }
        }
    }
}
