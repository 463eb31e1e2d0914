using System.Globalization;

namespace PodcastInsights.Web.Fetching;

/// <summary>Prints the progress of a fetch, a line for each episode, and counts. Titles and names must be free of control characters.</summary>
internal sealed class FetchReport(TextWriter output)
{
    private int written;
    private int changed;
    private int described;
    private int unchanged;
    private int kept;
    private int without;

    /// <summary>Number of episodes, chapter files or pages that could not be downloaded.</summary>
    public int Failed { get; private set; }

    /// <summary>Number of changes in the folder.</summary>
    public int Changes => written + changed + described;

    public Task NewAsync(string file)
    {
        written++;
        return output.WriteLineAsync($"new      {file}");
    }

    public Task ChangedAsync(string file)
    {
        changed++;
        return output.WriteLineAsync($"changed  {file}");
    }

    /// <summary>The transcript is unchanged, and the feed's data about the episode has changed.</summary>
    public Task DescribedAsync(string name)
    {
        described++;
        return output.WriteLineAsync($"renamed  {name}: title, date, people or addresses are others in the feed");
    }

    public Task UnchangedAsync()
    {
        unchanged++;
        return Task.CompletedTask;
    }

    public Task KeptAsync(string file)
    {
        kept++;
        return output.WriteLineAsync($"kept     {file}: it was changed here and stays as it is");
    }

    public void Without() => without++;

    public Task FailedAsync(string what, string reason)
    {
        Failed++;
        return output.WriteLineAsync($"failed   {what}: {reason}.");
    }

    public Task SayAsync(string sentence) => output.WriteLineAsync(sentence);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{written} new, {changed} changed, {described} described anew, {unchanged} unchanged, {kept} kept, {without} without a transcript, {Failed} failed.");
}
