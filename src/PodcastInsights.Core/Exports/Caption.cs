using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Exports;

/// <summary>Words shown between two moments.</summary>
/// <param name="Turn">Number of the turn, from 1.</param>
/// <param name="Paragraph">From 1. The caption is part of this paragraph, or all of it.</param>
/// <param name="Text">On one line.</param>
internal sealed record Caption(int Turn, int Paragraph, string Speaker, Timestamp Start, Timestamp End, string Text);
