using System.Text.RegularExpressions;

namespace PodcastInsights.Core.Transcripts.Captions;

/// <summary>What captions tell of besides speech: sounds, manners of speaking, silence.</summary>
internal static partial class StageNote
{
    // A sentence in brackets is somebody's, said aside or off the screen.
    private const int MostWords = 6;

    // Characters; a row of a thousand dots is not worth its time.
    private const int LongestPause = 60;

    /// <summary>Whether the text is a bracket or several, and tells of a sound: <c>(laughter)</c>, <c>[MUSIC PLAYING]</c>.</summary>
    public static bool IsNote(string text) =>
        OnlyBrackets.IsMatch(text)
        && text.Count(char.IsWhiteSpace) < MostWords
        && text.Any(char.IsLetter)
        && !Sentences.AreEnded(text);

    /// <summary>Whether the bracket's words are those of a sound or a manner of speaking, in whatever form of the word.</summary>
    public static bool IsSound(string words) => Sound.IsMatch(words);

    /// <summary>
    /// Whether nothing is said: blank, dots, dashes, notes of music, or words that say so. Marks that close a sentence are a piece of
    /// it, as programs write them that give each word a caption.
    /// </summary>
    public static bool IsPause(string text) => text.Length <= LongestPause && Pause.IsMatch(text);

    [GeneratedRegex(@"^(?:[\s♪♫♬♩>-]*[\[(（【][^\[\]()（）【】]{1,80}[\])）】])+[\s.♪♫♬♩]*$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyBrackets { get; }

    // One table for what no evidence in a file can tell: a sound that is told once, before words.
    [GeneratedRegex(
        @"\b(?:laugh|chuckl|giggl|applau|clap(?:s|ping)?\b|cheer(?:s|ing)\b|music|sing(?:s|ing)\b|hum(?:s|ming)\b|whistl(?:es?|ing)\b"
        + @"|instrument|jingle|sighs?\b|sighing|gasp|groan|moan(?:s|ing)\b|cough|sneez|sniff|snort|scoff|clear(?:s|ing)\b|exhal|inhal"
        + @"|breath|whisper|mumbl|murmur|stammer|shout|scream|yell|cry(?:ing)?\b|cries|sob(?:s|bing)\b|inaudibl|indistinct"
        + @"|unintelligibl|cross-?talk|overlap|chatter(?:ing)?\b|noise|sound|static|silen|pause|blank|beep|buzz|ring(?:s|ing)\b|knock"
        + @"|slam|bark(?:s|ing)\b|crash(?:es|ing)?\b|thud|clicks?\b|door(?:s|bell)?\b|footstep|speak(?:s|ing)\b|sync|audio|video"
        + @"|playing|continues|resumes|foreign|bleep|censored|gunshot|explosion|typing|rire|applaudiss|musique|risas|aplausos|música"
        + @"|lachen|gelächter|musik|beifall|applaus)|笑|掌[聲声]|鼓掌|音[樂楽乐]|拍手|沉默|歌",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Sound { get; }

    [GeneratedRegex(
        @"^(?:[\s\p{Cf}…·•‐–—♪♫♬♩_*¶#-]*|[\s.]*\.\s?\.[\s.]*"
        + @"|[\s\[(<*]*(?:no[ _-]speech(?:[ _]detected)?)[\s\])>*.]*"
        + @"|\s*[\[(*][\s_]*(?:blank[ _]audio|silence|no[ _](?:audio|sound)|pause)[\s_]*[\])*]\s*)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pause { get; }
}
