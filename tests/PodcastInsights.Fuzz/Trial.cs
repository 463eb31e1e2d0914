using System.Diagnostics;
using System.Text;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Fuzz;

/// <summary>Reads one input as an import does, and looks at what came of it.</summary>
internal sealed class Trial(double? slowSeconds)
{
    [ThreadStatic]
    private static int thrown;

    static Trial() => AppDomain.CurrentDomain.FirstChanceException += static (_, _) => thrown++;

    /// <summary>What is wrong; null where nothing is.</summary>
    /// <param name="behaviour">Names the format and the diagnostics: inputs that differ in it go different ways through the parser.</param>
    public Finding? Of(FuzzInput input, out string behaviour)
    {
        behaviour = "";
        thrown = 0;
        var start = Environment.CpuUsage.TotalTime;
        (string Text, TranscriptFile File) read;
        try
        {
            read = Read(input);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return Fault(input, fault);
        }

        var seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        if (thrown > 0 && FaultBehindTheSeam(read.Text, input.Path) is { } hidden)
        {
            return Fault(input, hidden);
        }

        if (slowSeconds is { } limit && seconds > limit && IsSlow(input, limit, ref seconds))
        {
            return new Finding(FindingKind.Slow, read.File.Edition?.Format ?? "none", FormattableString.Invariant($"{seconds:F2} s for {input.Length} characters"), input);
        }

        behaviour = Behaviour(read.File);
        return read.File.Edition is { } edition && LostWords.Of(new SourceText(input.Path, read.Text), edition) is { Count: > 0 } lost
            ? new Finding(FindingKind.LostWords, edition.Format, $"{edition.Format}: {string.Join(' ', lost.Take(20))}", input)
            : null;
    }

    private static (string Text, TranscriptFile File) Read(FuzzInput input)
    {
        var file = LibraryFile.Of("/library", "/library/" + input.Path);
        if (input.Bytes is { } bytes)
        {
            return (DecodedText.Of(input.Path, bytes).Text ?? "", TranscriptFile.Read(file, bytes));
        }

        var source = new SourceText(file.Path, input.Text);
        var recognition = TranscriptReader.Recognise(source);
        var edition = TranscriptReader.Read(source, recognition, file.Language);
        return (input.Text, new TranscriptFile(file.Path, edition, recognition.Votes, edition?.Diagnostics ?? []));
    }

    /// <summary>
    /// The reader catches what its steps throw and says so without a stack. Here the steps are run once more with nothing around them.
    /// </summary>
    private static Exception? FaultBehindTheSeam(string text, string path)
    {
        var source = new SourceText(path, text);
        try
        {
            foreach (var format in TranscriptReader.Formats)
            {
                format.Vote(source);
            }

            if (TranscriptReader.Recognise(source).Format is { } recognised)
            {
                var draft = recognised.Parse(source);
                foreach (var part in draft.Translations.Prepend(draft))
                {
                    var build = new EditionBuild(part, recognised.Markup);
                    foreach (var pass in EditionPasses.All)
                    {
                        pass.Run(build);
                    }
                }
            }

            return null;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return fault;
        }
    }

    private static Finding Fault(FuzzInput input, Exception fault)
    {
        var place = new StackTrace(fault).GetFrames()
            .Select(frame => frame.GetMethod()?.DeclaringType is { FullName: { } type } ? $"{type}.{frame.GetMethod()!.Name}" : "")
            .FirstOrDefault(name => name.StartsWith("PodcastInsights.Core", StringComparison.Ordinal), "outside");
        return new Finding(FindingKind.Exception, $"{fault.GetType().Name} in {place}", fault.ToString(), input);
    }

    /// <summary>Whether it is slow again and again: the first time, the runtime may have been busy with itself.</summary>
    private static bool IsSlow(FuzzInput input, double limit, ref double seconds)
    {
        for (var i = 0; i < 2 && seconds > limit; i++)
        {
            var start = Environment.CpuUsage.TotalTime;
            Read(input);
            seconds = Math.Min(seconds, (Environment.CpuUsage.TotalTime - start).TotalSeconds);
        }

        return seconds > limit;
    }

    private static string Behaviour(TranscriptFile file)
    {
        var text = new StringBuilder(file.Edition?.Format ?? (file.Votes is [var best, ..] ? $"none {best.Format}" : "none"));
        foreach (var code in file.Diagnostics.Select(diagnostic => diagnostic.Code).Distinct().Order(StringComparer.Ordinal))
        {
            text.Append(' ').Append(code);
        }

        return file.Edition is { } edition
            ? text.Append(FormattableString.Invariant(
                $" {Size(edition.Turns.Count)} {Size(edition.Notes.Count)} {Size(edition.Sections.Count)} {Size(edition.Sponsors.Count)} {Size(edition.Speakers.Count)}"))
                .Append(FormattableString.Invariant($" {Size(edition.Takeaways.Count)} {Size(edition.Metadata.Count)} {edition.Translations.Count}")).ToString()
            : text.ToString();
    }

    private static int Size(int count) => count switch { 0 => 0, 1 => 1, < 4 => 2, < 16 => 3, _ => 4 };
}
