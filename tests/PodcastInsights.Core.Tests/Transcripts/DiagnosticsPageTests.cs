using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Tests.Transcripts;

/// <summary>Keeps <c>docs/diagnostics.md</c> equal to the source: every code is explained, and none that is no longer given.</summary>
public sealed partial class DiagnosticsPageTests
{
    private static readonly string Root = RootOf();

    private static readonly string Page = File.ReadAllText(Path.Combine(Root, "docs", "diagnostics.md"));

    private static readonly HashSet<string> Given = [.. CodesGiven()];

    private static readonly HashSet<string> Explained = [.. Code.Matches(Page).Select(match => match.Groups["code"].Value)];

    [Fact]
    public void Every_code_that_the_source_gives_is_explained() => Assert.Empty(Given.Except(Explained));

    [Fact]
    public void Every_code_that_is_explained_is_given() => Assert.Empty(Explained.Except(Given));

    private static IEnumerable<string> CodesGiven() => Directory
        .EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .SelectMany(path => CodesIn(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path)));

    private static IEnumerable<string> CodesIn(string file, string source) =>
        file == "SideFile" ? SideFileProblem.Matches(source).Select(match => $"KIND.{match.Groups["what"].Value}")
        : file == "SkippedFile" ? Literal.Matches(source).Select(match => match.Groups["code"].Value)
        : Call.Matches(source).Select(match => match.Groups["code"].Value
            .Replace("{draft.Format}", "FORMAT", StringComparison.Ordinal)
            .Replace("{Name}", "FORMAT", StringComparison.Ordinal));

    private static string RootOf([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    [GeneratedRegex(@"`(?<code>(?:[a-z]+(?:-[a-z]+)*|FORMAT|KIND)\.[a-z]+(?:-[a-z0-9]+)*)`")]
    private static partial Regex Code { get; }

    [GeneratedRegex("""(?:DiagnosticSeverity\.\w+,|\b[dD]iagnostics\.(?:Info|Warning|Error)\(|\b(?:Problem|Beyond)\()\s*\$?"(?<code>[a-zA-Z{}.-]+\.[a-z0-9-]+)",""")]
    private static partial Regex Call { get; }

    [GeneratedRegex("\"(?<code>(?:file|library)\\.[a-z-]+)\"")]
    private static partial Regex Literal { get; }

    [GeneratedRegex("""return Problem\("(?<what>[a-z-]+)",""")]
    private static partial Regex SideFileProblem { get; }
}
