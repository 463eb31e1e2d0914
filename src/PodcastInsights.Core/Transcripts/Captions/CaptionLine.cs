namespace PodcastInsights.Core.Transcripts.Captions;

/// <summary>One line of a cue as it is shown: words without tags, entities as the characters they stand for.</summary>
/// <param name="Voice">Whom a voice tag names; empty where the tag names nobody, null where the line stands in no voice tag.</param>
/// <param name="OpensVoice">Whether the line is the first of its voice tag.</param>
internal sealed record CaptionLine(string? Voice, bool OpensVoice, string Text);
