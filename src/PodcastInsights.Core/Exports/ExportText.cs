using System.Text;

namespace PodcastInsights.Core.Exports;

internal static class ExportText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the pieces one by one, so that no export is in memory as a whole.</summary>
    public static async Task WriteAsync(IEnumerable<string> pieces, Stream output, CancellationToken cancellationToken)
    {
        var writer = new StreamWriter(output, Utf8, leaveOpen: true);
        await using (writer.ConfigureAwait(false))
        {
            foreach (var piece in pieces)
            {
                await writer.WriteAsync(piece.AsMemory(), cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
