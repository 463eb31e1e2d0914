using System.Buffers.Binary;
using System.Text;

namespace PodcastInsights.Web.Tests.Recordings;

/// <summary>An app with made-up episodes and generated recordings.</summary>
public sealed class HeardLibrary : IAsyncLifetime
{
    /// <summary>Forty turns of two seconds each, one after the other.</summary>
    public const string Timed = "tin-whistle";

    public const int Turns = 40;
    public const int SecondsOfTurn = 2;

    /// <summary>With a recording, and no times.</summary>
    public const string Timeless = "reed-pipe";

    /// <summary>With a media link at a host that may be played, and no file.</summary>
    public const string Remote = "brass-bell";

    /// <summary>With a media link at a host that may not.</summary>
    public const string Elsewhere = "glass-harp";

    public WebApp App { get; } = new(new()
    {
        ["Library:Watch"] = "false",
        ["RateLimit:PermitsPerMinute"] = "0",
        ["Recordings:Hosts"] = "media.whistle.example, *.bells.example",
    });

    public string Recording => Path.Combine(App.Transcripts, "Tin Whistle.wav");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(App.Transcripts);
        var talk = string.Concat(Enumerable.Range(0, Turns).Select(turn => $"""

            {(turn % 2 == 0 ? "Petra" : "Olu Sand")} ({TimeSpan.FromSeconds(turn * SecondsOfTurn):hh\:mm\:ss}):
            Whistle number {turn} has six holes and a mouthpiece of fipple wood, and whoever plays it in the rain must dry it before the evening comes.

            """));
        await PutAsync("Tin Whistle.md", $"# Tin Whistle\n\n## Transcript\n{talk}");
        await PutAsync("Reed Pipe.md", "**Petra:** What does a reed pipe want?\n\n**Olu Sand:** Water, and a patient neighbour.\n\n**Petra:** That is all.\n");
        await PutAsync("Brass Bell.md", WithLink("https://cdn.bells.example/one.mp3?from=feed"));
        await PutAsync("Glass Harp.md", WithLink("https://other.example/one.mp3"));
        await File.WriteAllBytesAsync(Recording, Tones(TimeSpan.FromSeconds(Turns * SecondsOfTurn)));
        await File.WriteAllBytesAsync(Path.Combine(App.Transcripts, "reed pipe.WAV"), Tones(TimeSpan.FromSeconds(4)));
        await App.InitializeAsync();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>A WAV of one channel, 8,000 bytes a second: another tone every two seconds.</summary>
    public static byte[] Tones(TimeSpan length)
    {
        const int rate = 8000;
        const int header = 44;
        var samples = (int)(length.TotalSeconds * rate);
        var wave = new byte[header + samples];
        Encoding.ASCII.GetBytes("RIFF    WAVEfmt ").CopyTo(wave, 0);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(4), wave.Length - 8);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(24), rate);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(28), rate);
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(32), 1);
        BinaryPrimitives.WriteInt16LittleEndian(wave.AsSpan(34), 8);
        Encoding.ASCII.GetBytes("data").CopyTo(wave, 36);
        BinaryPrimitives.WriteInt32LittleEndian(wave.AsSpan(40), samples);
        for (var i = 0; i < samples; i++)
        {
            var tone = 200 + (20 * (i / (SecondsOfTurn * rate)));
            wave[header + i] = (byte)(128 + (40 * Math.Sin(2 * Math.PI * tone * i / rate)));
        }

        return wave;
    }

    private static string WithLink(string address) => $"""
        ---
        title: A bell
        media_url: {address}
        ---

        ## Transcript

        Petra (00:00:00):
        Who rings the bell when nobody is at home, and who hears it then?

        Olu Sand (00:00:05):
        The wind rings it, and the hens hear it.

        Petra (00:00:09):
        That is good to know.
        """;

    private Task PutAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(App.Transcripts, name), text);
}
