using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Commands;

/// <summary>Prints the help of a command, followed by the settings, which every command accepts.</summary>
internal sealed class SettingsHelp(HelpAction help) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Settings, as --Library:Transcripts FOLDER, as variable Library__Transcripts, or in appsettings.json beside the program:");
        var listed = KnownSettings.Own.Concat(KnownSettings.Others).Where(setting => setting.Meaning.Length > 0).ToList();
        var width = listed.Max(setting => setting.Name.Length);
        foreach (var setting in listed)
        {
            var value = setting.Default.Length > 0 ? $" [default: {setting.Default}]" : "";
            output.WriteLine($"  --{setting.Name.PadRight(width)}  {setting.Meaning}{value}");
        }

        output.WriteLine();
        output.WriteLine("docs/configuration.md says more of each.");
        return exitCode;
    }
}
