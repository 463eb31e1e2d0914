using System.CommandLine;
using System.CommandLine.Help;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using PodcastInsights.Core.Stores;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Commands;

/// <summary>Parses and runs the command line. An invalid command line or setting changes nothing.</summary>
internal static class CommandLine
{
    /// <summary>Exit code for a failure.</summary>
    public const int Failed = 1;

    /// <summary>Exit code for an invalid command line or setting.</summary>
    public const int Misunderstood = 2;

    /// <summary>The list of commands.</summary>
    private static IEnumerable<Command> CommandsWith(CommandSettings settings) =>
    [
        ServeCommand.Create(settings),
        ImportCommand.Create(settings),
        FetchCommand.Create(settings),
        CheckCommand.Create(settings),
        StatusCommand.Create(settings),
    ];

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter errors)
    {
        var settings = CommandSettings.Of(arguments, new Lazy<IReadOnlySet<string>>(Options));
        if (settings is { Words: [], Problems: [] })
        {
            // The usual start has no arguments, and need not load the command line library.
            return await ExplainingAsync(() => ServeCommand.RunAsync(settings, CancellationToken.None), errors);
        }

        var read = Root(settings).Parse(settings.Words, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (read.Action is not null && read.Errors.Count == 0 && settings.Problems.Count == 0)
        {
            return await ExplainingAsync(() => read.InvokeAsync(Invocation(output, errors)), errors);
        }

        string[] problems = [.. settings.Problems, .. read.UnmatchedTokens.Select(word => Unmatched(read, word))];
        return await RefuseAsync(problems.Length > 0 ? problems : [.. read.Errors.Select(error => error.Message)], errors);
    }

    /// <summary>The options of all commands, with their dashes.</summary>
    private static HashSet<string> Options()
    {
        var root = Root(new CommandSettings([], [], []));
        return root.Subcommands.Prepend(root)
            .SelectMany(command => command.Options)
            .SelectMany(option => option.Aliases.Append(option.Name))
            .ToHashSet();
    }

    /// <summary>Builds the parser.</summary>
    private static RootCommand Root(CommandSettings settings)
    {
        var root = new RootCommand("Makes a folder of podcast transcripts readable, searchable and citable. Without a command it serves.");
        foreach (var command in CommandsWith(settings))
        {
            root.Add(command);
        }

        root.SetAction((_, cancellation) => ServeCommand.RunAsync(settings, cancellation));
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new SettingsHelp((HelpAction)help.Action!);
        return root;
    }

    /// <summary>Exceptions are not caught, and the library does not limit the time of a shutdown.</summary>
    private static InvocationConfiguration Invocation(TextWriter output, TextWriter errors) =>
        new() { Output = output, Error = errors, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };

    private static string Unmatched(ParseResult read, string word)
    {
        var command = read.CommandResult.Command;
        var isRoot = command is RootCommand;
        var names = command.Subcommands.Select(known => known.Name).Concat(command.Options.Select(option => option.Name));
        var what = word.StartsWith('-') ? $"'{word}' is no option" : isRoot ? $"'{word}' is no command" : $"'{word}' is one word too many";
        var where = isRoot ? "" : $" of {command.Name}";
        if (isRoot && Directory.Exists(word))
        {
            return $"{what}. To serve that folder: --Library:Transcripts {word}";
        }

        return NearestName.Of(word, names) is { } near
            ? $"{what}{where}. Did you mean {near}?"
            : $"{what}{where}. {(isRoot ? "" : $"{command.Name} ")}--help says what there is.";
    }

    private static async Task<int> ExplainingAsync(Func<Task<int>> run, TextWriter errors)
    {
        try
        {
            return await run();
        }
        catch (OptionsValidationException unusable)
        {
            return await RefuseAsync(unusable.Failures, errors);
        }
        catch (InvalidDataException unreadable) when (unreadable.InnerException is FormatException)
        {
            return await RefuseAsync([$"{unreadable.Message} {unreadable.InnerException.InnerException?.Message}".TrimEnd()], errors);
        }
        catch (IOException unusable) when (unusable.InnerException is AddressInUseException)
        {
            await errors.WriteLineAsync($"{unusable.Message} Another address can be set in ASPNETCORE_URLS or with --urls.");
            return Failed;
        }
        catch (System.Net.Sockets.SocketException unusable)
        {
            await errors.WriteLineAsync($"The address cannot be served at: {unusable.Message}. Another one can be set in ASPNETCORE_URLS or with --urls.");
            return Failed;
        }
        catch (UnusableLibraryException unusable)
        {
            await errors.WriteLineAsync(unusable.Message);
            return Failed;
        }
    }

    private static async Task<int> RefuseAsync(IEnumerable<string> problems, TextWriter errors)
    {
        foreach (var problem in problems)
        {
            await errors.WriteLineAsync(problem);
        }

        return Misunderstood;
    }
}
