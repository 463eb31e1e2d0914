namespace PodcastInsights.Core.Transcripts.Captions;

/// <summary>A line of a cue as displayed, without tags and entities.</summary>
/// <param name="Voice">Name in the voice tag; empty where the tag has none, null where the line is in no voice tag.</param>
/// <param name="OpensVoice">Whether the line is the first of its voice tag.</param>
internal sealed record CaptionLine(string? Voice, bool OpensVoice, string Text);
