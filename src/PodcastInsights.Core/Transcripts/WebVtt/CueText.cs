using System.Net;
using System.Text.RegularExpressions;
using PodcastInsights.Core.Transcripts.Captions;
using PodcastInsights.Core.Transcripts.Speakers;

namespace PodcastInsights.Core.Transcripts.WebVtt;

/// <summary>The words of a cue, and whose they are.</summary>
internal static partial class CueText
{
    /// <summary>
    /// One utterance for each voice of the cue, in its order. A voice lasts to its end tag, the next voice or the end of the cue.
    /// </summary>
    public static IEnumerable<Utterance> Read(CaptionCue cue, NamePrefixes prefixes)
    {
        var text = string.Join('\n', cue.Text);
        var at = 0;
        string? voice = null;
        for (var tag = Voice.Match(text); tag.Success; tag = tag.NextMatch())
        {
            foreach (var utterance in Split(text[at..tag.Index], voice, cue, prefixes))
            {
                yield return utterance;
            }

            voice = tag.Groups["name"] is { Success: true, Value: var name } ? WebUtility.HtmlDecode(name).Trim() : null;
            at = tag.Index + tag.Length;
        }

        foreach (var utterance in Split(text[at..], voice, cue, prefixes))
        {
            yield return utterance;
        }
    }

    /// <summary>Whether a tag of the line says who speaks.</summary>
    public static bool NamesVoice(string line) => Voice.Match(line).Groups["name"].Success;

    /// <summary>
    /// Without tags and with entities as the characters they stand for. What only looks like a tag, such as <c>a &lt; b</c>, stays.
    /// </summary>
    public static string Plain(string text) => WebUtility.HtmlDecode(Tag.Replace(text, ""));

    /// <summary>Where no tag names a voice, a line may: <c>Ada Quill: We shipped.</c></summary>
    private static IEnumerable<Utterance> Split(string marked, string? voice, CaptionCue cue, NamePrefixes prefixes)
    {
        if (voice is not null)
        {
            yield return new Utterance(voice, cue.Start, cue.End, Plain(marked), cue.Line);
            yield break;
        }

        foreach (var line in Plain(marked).Split('\n'))
        {
            var named = prefixes.TryRead(line, out var speaker, out var words);
            yield return new Utterance(named ? speaker : null, cue.Start, cue.End, words, cue.Line);
        }
    }

    [GeneratedRegex(@"</v>|<v(?:\.[^\s<>]{1,100})?(?:[ \t\n]+(?<name>[^<>]{0,200}))?>", RegexOptions.CultureInvariant)]
    private static partial Regex Voice { get; }

    [GeneratedRegex(@"</?(?:[bciuv]|ruby|rt|lang|font)(?:[.\s][^<>]{0,200})?>|<[0-9:.]{5,16}>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag { get; }
}
