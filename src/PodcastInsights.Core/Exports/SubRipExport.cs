using System.Globalization;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Exports;

/// <summary>Numbered captions, each with the speaker's name before the words: <c>Ada Quill: We shipped.</c></summary>
internal sealed partial class SubRipExport : IEpisodeExport
{
    public string Name => "srt";

    public string Extension => "srt";

    public string MediaType => "application/x-subrip; charset=utf-8";

    public bool CanHold(Episode episode) => CaptionTrack.HasTimes(episode);

    public Task WriteAsync(Episode episode, Stream output, CancellationToken cancellationToken) =>
        ExportText.WriteAsync(Pieces(episode), output, cancellationToken);

    private static IEnumerable<string> Pieces(Episode episode) => CaptionTrack.Of(episode).Select((caption, index) => string.Create(
        CultureInfo.InvariantCulture,
        $"{index + 1}\n{CaptionTime.Of(caption.Start, ',')} --> {CaptionTime.Of(caption.End, ',')}\n"
        + $"{Escape(SpeakerName(caption.Speaker))}: {Escape(caption.Text)}\n\n"));

    /// <summary>Replaces colons, which would end the name, and brackets, which readers remove, by similar characters.</summary>
    private static string SpeakerName(string speaker) => speaker.Replace(':', '\uA789').Replace('：', '\uA789').Replace('[', '\uFF3B');

    /// <summary>Escapes only what a reader would take for a tag or entity: most players show entities as written.</summary>
    private static string Escape(string text) => Special.Replace(text, match => match.ValueSpan[0] switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '-' => "--&gt;",
        _ => "&#123;\\",
    });

    [GeneratedRegex(@"&(?=[A-Za-z#])|<(?=[/A-Za-z])|-->|\{\\", RegexOptions.CultureInvariant)]
    private static partial Regex Special { get; }
}
