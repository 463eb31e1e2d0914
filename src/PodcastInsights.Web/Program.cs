using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using PodcastInsights.Core.Stores;
using PodcastInsights.Web.Commands;
using Serilog;

Log.Logger = new LoggerConfiguration().WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture).CreateLogger();
try
{
    return CommandLine.Parse(args) switch
    {
        ["serve"] => await ServeCommand.RunAsync(args),
        ["import", var folder] => await ImportCommand.RunAsync(folder, args[2..], Console.Out),
        ["fetch", .. var rest] => await FetchCommand.RunAsync(rest, Console.Out),
        ["check", .. var files] => await CheckCommand.RunAsync(files, Console.Out),
        _ => CommandLine.Explain(Console.Error),
    };
}
catch (OptionsValidationException unusable)
{
    Log.Fatal("{Reason}", unusable.Message);
    return 1;
}
catch (IOException unusable) when (unusable.InnerException is AddressInUseException)
{
    Log.Fatal("{Reason} Another address can be set in ASPNETCORE_URLS or with --urls.", unusable.Message);
    return 1;
}
catch (UnusableLibraryException unusable)
{
    Log.Fatal("{Reason}", unusable.Message);
    return 1;
}
