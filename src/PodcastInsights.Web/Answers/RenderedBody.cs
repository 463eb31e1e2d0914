using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace PodcastInsights.Web.Answers;

/// <summary>The body of a response being rendered, in memory. An error page can clear it and begin again.</summary>
internal sealed class RenderedBody : MemoryStream, IHttpResponseBodyFeature
{
    private PipeWriter? writer;

    public Stream Stream => this;

    public PipeWriter Writer => writer ??= PipeWriter.Create(this, new StreamPipeWriterOptions(leaveOpen: true));

    public override void SetLength(long value)
    {
        // Data that the writer has not flushed yet is cleared too.
        writer = null;
        base.SetLength(value);
    }

    public void DisableBuffering()
    {
    }

    public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        SendFileFallback.SendFileAsync(this, path, offset, count, cancellationToken);

    public async Task CompleteAsync()
    {
        if (writer is not null)
        {
            await writer.FlushAsync();
        }
    }
}
