using PodcastInsights.Storage.Sqlite;

namespace PodcastInsights.Web.Tests.Library;

public sealed class DatabaseStartTests
{
    [Theory]
    [InlineData("foreign")]
    [InlineData("damaged")]
    public async Task A_database_that_cannot_be_used_is_set_aside_and_the_site_is_there(string kind)
    {
        await using var app = new WebApp([]);
        var database = Path.Combine(app.Folder, "library.db");
        await File.WriteAllTextAsync(database, string.Concat(Enumerable.Repeat(kind == "foreign" ? "Dear diary, " : "SQLite format 3\0", 1000)));

        await app.InitializeAsync();

        Assert.Equal(3, (await app.GetJsonAsync("/api/v1/episodes")).GetProperty("total").GetInt32());
        Assert.Single(Directory.GetFiles(app.Folder, "library.*-*.db"));
    }

    [Fact]
    public async Task A_database_of_a_later_version_ends_the_start_and_is_left_alone()
    {
        await using var app = new WebApp([]);
        var path = Path.Combine(app.Folder, "library.db");
        using (var database = new SqliteDatabase(path))
        {
            await database.EnsureUsableAsync(TimeProvider.System, CancellationToken.None);
        }

        // user_version, as SQLite's file format has it: four bytes at 60, the highest first.
        await using (var file = new FileStream(path, FileMode.Open))
        {
            file.Position = 60;
            await file.WriteAsync(new byte[] { 0, 0, 0, 99 });
        }

        var refused = await Assert.ThrowsAnyAsync<Exception>(async () => await app.InitializeAsync());
        Assert.Equal(DatabaseProblem.Newer, Assert.IsType<UnusableDatabaseException>(refused.GetBaseException()).Problem);
        Assert.Equal(["library.db"], Directory.GetFiles(app.Folder, "*.db").Select(Path.GetFileName));
    }
}
