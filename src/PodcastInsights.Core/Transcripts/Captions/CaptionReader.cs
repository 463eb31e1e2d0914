namespace PodcastInsights.Core.Transcripts.Captions;

/// <summary>Converts cues to utterances: removes tags, then rolling text, then labels; each must be removed before the next can be seen.</summary>
internal static class CaptionReader
{
    public static void Join(List<CaptionCue> cues, EditionDraft draft)
    {
        var shown = cues.ConvertAll(cue => CueText.Lines(cue).ToList());
        RollingCaptions.Unroll(shown);
        var cast = new CaptionCast(
            shown.ConvertAll(lines => lines.Where(line => line.Voice is null).Select(line => line.Text).ToList()),
            voices: shown.Exists(lines => lines.Exists(line => !string.IsNullOrEmpty(line.Voice))));
        Utterance.Join(cues.SelectMany((cue, i) => Read(cue, shown[i], cast)), draft);
    }

    private static IEnumerable<Utterance> Read(CaptionCue cue, List<CaptionLine> lines, CaptionCast cast)
    {
        // A sound may be written over two lines, neither of which is one alone.
        if (lines.Count > 1 && lines.TrueForAll(line => line.Voice is null))
        {
            var whole = string.Join(' ', lines.Select(line => line.Text));
            lines = StageNote.IsNote(whole) ? [new CaptionLine(null, false, whole)] : lines;
        }

        var voices = 0;
        foreach (var line in lines)
        {
            if (line.Voice is { } voice)
            {
                // A second unnamed voice tag is a second unnamed speaker.
                voices += line.OpensVoice ? 1 : 0;
                var another = line.OpensVoice && voice.Length == 0 && voices > 1;
                yield return new Utterance(voice, cue.Start, cue.End, line.Text, cue.Line) { ByAnother = another };
                continue;
            }

            foreach (var (speaker, another, words) in cast.Read(line.Text))
            {
                yield return new Utterance(speaker, cue.Start, cue.End, words, cue.Line) { ByAnother = another };
            }
        }
    }
}
