using System.CommandLine;
using System.Net;
using PodcastInsights.Web.Fetching;
using PodcastInsights.Web.Fetching.Folders;
using PodcastInsights.Web.Fetching.Requests;

namespace PodcastInsights.Web.Commands;

/// <summary>Downloads the transcripts that a feed links to into a folder, to be imported. The only command with outgoing connections.</summary>
internal static class FetchCommand
{
    internal static Command Create(CommandSettings settings)
    {
        var feed = new Argument<string>("FEED") { Description = "Address of a feed (http, https), or a file." };
        var folder = new Argument<string>("FOLDER") { Description = "Takes the transcripts; made where it does not exist." };
        var languages = new Option<string>("--languages") { Description = "Languages wanted, an edition each: en,zh or all; without it the feed's own." };
        var latest = new Option<string>("--latest") { Description = "Of the newest episodes, so many." };
        var delay = new Option<string>("--delay") { Description = "Seconds between two requests to one host, 0 to 3600; usually 1." };
        var recheck = new Option<bool>("--recheck") { Description = "Ask for every transcript anew." };
        var allowPrivate = new Option<bool>("--allow-private") { Description = "Ask addresses of this machine and its networks as well." };
        var command = new Command("fetch", "Save the transcripts that a feed links to in a folder, for an import to read.")
        {
            feed, folder, languages, latest, delay, recheck, allowPrivate,
        };
        command.SetAction(async (read, cancellation) =>
        {
            ConfiguredProgram.CreateBuilder(settings);
            var (options, mistake) = FetchOptions.Parse(
            [
                read.GetRequiredValue(feed),
                read.GetRequiredValue(folder),
                .. new[] { languages, latest, delay }.SelectMany(option => read.GetValue(option) is { } value ? [option.Name, value] : Array.Empty<string>()),
                .. new[] { recheck, allowPrivate }.Where(option => read.GetValue(option)).Select(option => option.Name),
            ]);
            return options is null
                ? await MisunderstoodAsync(mistake!, read.InvocationConfiguration.Error)
                : await RunUntilStoppedAsync(options, read.InvocationConfiguration.Output, cancellation);
        });
        return command;
    }

    private static async Task<int> RunUntilStoppedAsync(FetchOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        return await RunAsync(options, output, stop.Token);
    }

    /// <returns>0 if all are there, 1 if something could not be downloaded, 2 for invalid options, for which nothing is written.</returns>
    public static Task<int> RunAsync(FetchOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var limits = new FetchLimits();
        var clock = TimeProvider.System;
        var connector = new CheckedConnector(
            (host, cancellation) => Dns.GetHostAddressesAsync(host, cancellation), options.AllowPrivate ? _ => true : PublicAddress.Is);
        var pauses = new HostPauses(
            options.Delay, limits.FailuresOfHost, clock, (pause, cancellation) => Task.Delay(pause, clock, cancellation));
        var handler = PoliteClient.HandlerOf(connector, limits, useProxy: options.AllowPrivate);
        return RunAsync(options, new PoliteClient(handler, pauses, limits, clock), limits, output, cancellationToken);
    }

    /// <param name="client">Disposed at the end.</param>
    internal static async Task<int> RunAsync(
        FetchOptions options, PoliteClient client, FetchLimits limits, TextWriter output, CancellationToken cancellationToken)
    {
        using var _ = client;
        Uri.TryCreate(options.Feed, UriKind.Absolute, out var address);
        address = address?.Scheme is "http" or "https" ? address : null;
        if (address is null && !File.Exists(options.Feed))
        {
            return await MisunderstoodAsync($"'{options.Feed}' is neither an address (http, https) nor a file.", output);
        }

        try
        {
            var (opened, mistake) = await FetchFolder.OpenAsync(options.Folder, cancellationToken);
            if (opened is null)
            {
                return await MisunderstoodAsync(mistake!, output);
            }

            using var folder = opened;
            var report = new FetchReport(output);
            await new FeedFetch(client, limits, report).RunAsync(options, address, folder, cancellationToken);
            await output.WriteLineAsync(report.ToString());
            return report.Failed == 0 ? 0 : 1;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await output.WriteLineAsync("Stopped; what was written stays, and the next run goes on from there.");
            return 1;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync($"'{options.Folder}' cannot be used: {unwritable.Message}");
            return 1;
        }
    }

    private static async Task<int> MisunderstoodAsync(string mistake, TextWriter output)
    {
        await output.WriteLineAsync(mistake);
        return CommandLine.Misunderstood;
    }
}
