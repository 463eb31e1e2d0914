using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Tests.Transcripts;

/// <summary>
/// The examples of docs/formats: a block <c>transcript FILE NAME</c> and, below it, blocks that say what is read from it: <c>turns</c>,
/// <c>takeaways</c>, <c>speakers</c>, <c>sponsors</c>, <c>notes</c>, <c>sections</c>, <c>diagnostics</c>. <c>·</c> is a blank at the end of a
/// line. A block <c>chapters FILE NAME</c> is no transcript.
/// </summary>
public sealed class DocumentedExamples
{
    public static TheoryData<string, int> All
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var page in Directory.EnumerateFiles(Folder, "*.md").Order(StringComparer.Ordinal))
            {
                foreach (var example in Examples(page))
                {
                    data.Add(Path.GetFileName(page), example.Line);
                }
            }

            return data;
        }
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "docs", "formats");

    [Theory]
    [MemberData(nameof(All))]
    public void Is_read_as_the_page_says(string page, int line)
    {
        var example = Find(page, line);
        var file = LibraryFile.Of("/library", "/library/" + example.FileName);
        var transcript = TranscriptReader.Read(new SourceText(file.Path, example.Text), file.Language);

        Assert.NotNull(transcript);
        Assert.NotEmpty(example.Expected);
        foreach (var (kind, expected) in example.Expected)
        {
            Assert.Equal(expected.TrimEnd('\n'), string.Join('\n', Rendered(transcript, kind)));
        }
    }

    internal static Example Find(string page, int line) =>
        Examples(Path.Combine(Folder, page)).Single(candidate => candidate.Line == line);

    private static IEnumerable<string> Rendered(Edition transcript, string kind) => kind switch
    {
        "turns" => transcript.Turns.Select(turn =>
            $"{turn.Speaker ?? "?"}{(turn.SpeakerInferred ? "~" : "")}{(turn.Start is { } start ? $" @{start}" : "")}: "
            + string.Join(" ¶ ", turn.Paragraphs.Select(paragraph => paragraph.Text))),
        "takeaways" => transcript.Takeaways.Select(takeaway =>
            $"{(takeaway.TurnId is { } id ? $"{id.Number}" : "?")}: {takeaway.Text.Replace("\n\n", " ¶ ", StringComparison.Ordinal)}"),
        "speakers" => transcript.Speakers.Select(speaker => $"{speaker.Name}: {speaker.Role}"),
        "sponsors" => transcript.Sponsors.Select(
            read => $"{read.TurnId.Number} {read.FirstParagraph}-{read.LastParagraph} {read.Name ?? "?"} {read.Url}".TrimEnd()),
        "notes" => transcript.Notes.Select(note => $"{note.TurnId.Number} {note.AfterParagraph} {note.Text}"),
        "sections" => transcript.Sections.Select(
            section => $"{section.TurnId.Number}{(section.Start is { } start ? $" @{start}" : "")}: {section.Title}"),
        "diagnostics" => transcript.Diagnostics.Select(diagnostic => $"{diagnostic.Line} {diagnostic.Code}"),
        _ => throw new ArgumentException($"The page asks for '{kind}', which is no part of a transcript."),
    };

    private static IEnumerable<Example> Examples(string page)
    {
        var lines = File.ReadAllLines(page);
        var current = (Example?)null;
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal) || lines[i].Length == 3)
            {
                continue;
            }

            var heading = lines[i][3..];
            var line = i + 1;
            var body = string.Concat(lines.Skip(i + 1).TakeWhile(text => text != "```").Select(text => text + "\n"));
            i += body.Count(character => character == '\n') + 1;
            if (heading.StartsWith("transcript ", StringComparison.Ordinal))
            {
                if (current is not null)
                {
                    yield return current;
                }

                current = new Example(line, heading["transcript ".Length..], body.Replace("·\n", " \n", StringComparison.Ordinal), []);
            }
            else if (!heading.StartsWith("chapters ", StringComparison.Ordinal))
            {
                current?.Expected.Add((heading, body));
            }
        }

        if (current is not null)
        {
            yield return current;
        }
    }

    internal sealed record Example(int Line, string FileName, string Text, List<(string Kind, string Lines)> Expected);
}
