using PodcastInsights.Core.Importing;

namespace PodcastInsights.Core.Tests.Importing;

public sealed class BoundedReaderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("library").FullName;

    private string FullPath => Path.Combine(folder, "a.md");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_file_that_changes_while_it_is_read_is_read_again()
    {
        await File.WriteAllTextAsync(FullPath, "Ada: One.\nBo: Two.\n");
        var writer = new ClockOfAWriter(FullPath, "Ada: Three.\nBo: Four.\nAda: Five.\n", times: 2);

        var read = await new BoundedReader(ImportLimits.Default, writer).ReadAsync(LibraryFile.Of(folder, FullPath), TestContext.Current.CancellationToken);

        Assert.Equal("Three.", read.File.Edition?.Turns[0].Paragraphs[0].Text);
        Assert.Equal(0, writer.Left);
    }

    [Fact]
    public async Task One_that_never_rests_is_reported_and_left()
    {
        await File.WriteAllTextAsync(FullPath, "Ada: One.\nBo: Two.\n");
        var writer = new ClockOfAWriter(FullPath, "Ada: Three.\nBo: Four.\n", times: 10_000);

        var read = await new BoundedReader(ImportLimits.Default, writer).ReadAsync(LibraryFile.Of(folder, FullPath), TestContext.Current.CancellationToken);

        Assert.Equal("file.changing", read.File.Diagnostics.Single().Code);
        Assert.True(writer.Left > 0);
    }

    /// <summary>Somebody who writes into the file whenever it is asked what time it is, which is between looking at it and reading it.</summary>
    private sealed class ClockOfAWriter(string path, string text, int times) : TimeProvider
    {
        public int Left { get; private set; } = times;

        public override DateTimeOffset GetUtcNow()
        {
            if (Left > 0)
            {
                Left--;
                File.WriteAllText(path, text + (Left == 0 ? "" : new string('\n', Left)));
                File.SetLastWriteTimeUtc(path, new DateTime(2030, 1, 1, 0, 0, Left % 60, DateTimeKind.Utc));
            }

            return new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero);
        }
    }
}
