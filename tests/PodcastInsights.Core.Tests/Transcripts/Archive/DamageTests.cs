using System.Text;
using CsCheck;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Tests.Transcripts.Archive;

/// <summary>Damages conversations as the converter did, and worse, and asks for every word back.</summary>
public sealed class DamageTests
{
    private static readonly Gen<string> Sentence = Gen.OneOf(
        "We shipped on a Tuesday.", "It was [inaudible 00:12:54] or so.", "At 10:30 we left.", "The book is Calendars: A History.",
        "Really?", "He said: \"Look: ice.\"", "See https://example.org/a.", "Yes", "*very* much so", "Ada Quill", "- one",
        "# not a heading", "    four blanks", "今天：晴。");

    private static readonly Gen<(string Name, string Text)[]> Conversation =
        Gen.Select(Gen.OneOf("Ada Quill", "Bo"), Sentence.Array[1, 3].Select(sentences => string.Join(' ', sentences))).Array[2, 30];

    [Fact]
    public void What_the_converter_did_is_undone() => Conversation.Sample(conversation =>
    {
        var (text, kept) = Convert(conversation);
        var transcript = TranscriptReader.Read(new SourceText("Ada Quill.md", text), null);
        var spoken = transcript is null
            ? []
            : transcript.Turns.SelectMany(turn => turn.Paragraphs.Select(paragraph => (turn.Speaker, paragraph.Text.Trim())));

        // Half a sentence that stands as often as clear headers do cannot be told from a name.
        var mostOfOneHalf = kept.GroupBy(static turn => turn.Text.Split(':')[0].Trim()).Max(static half => (int?)half.Count()) ?? 0;
        return mostOfOneHalf >= kept.Count - 1
            || spoken.Skip(1).SequenceEqual(kept.Skip(1).Select(turn => ((string?)turn.Name, turn.Text.Trim())));
    });

    [Fact]
    public void No_word_is_lost_whatever_happens_to_the_lines() =>
        Gen.Select(Conversation, Gen.Select(Gen.Int[0, 200], Gen.Int[0, 5]).Array[0, 6]).Sample((conversation, blows) =>
        {
            var lines = Convert(conversation).Text.Split('\n').ToList();
            var start = lines.IndexOf("## Full Conversation | 完整对话") + 1;
            foreach (var (at, kind) in blows)
            {
                var i = start + (at % Math.Max(1, lines.Count - start));
                if (i < lines.Count)
                {
                    Strike(lines, i, kind);
                }
            }

            var transcript = TranscriptReader.Read(new SourceText("Ada Quill.md", string.Join('\n', lines)), null);
            if (transcript is null)
            {
                return true;
            }

            // Names in headers are no speech, and a blow can make one of a word, also one that nothing follows, which a diagnostic tells;
            // every other word must be there, as often as it was.
            var given = Count(string.Join('\n', lines.Skip(start)));
            var read = Count(string.Join('\n', transcript.Turns.SelectMany(turn => turn.Paragraphs).Select(paragraph => paragraph.Text)));
            var told = transcript.Diagnostics
                .Where(static diagnostic => diagnostic.Code == "turn.empty")
                .Select(static diagnostic => diagnostic.Message);
            var names = Count(string.Join('\n', transcript.Speakers.Select(speaker => speaker.Name).Concat(told).Append("Ada Quill Bo")));
            return given.All(word => names.ContainsKey(word.Key) || read.GetValueOrDefault(word.Key) == word.Value);
        });

    /// <summary>As the converter wrote a conversation, and what of it is left: all from the first line with a colon on.</summary>
    private static (string Text, List<(string Name, string Text)> Kept) Convert((string Name, string Text)[] conversation)
    {
        var text = new StringBuilder("# Ada Quill - Bo's Podcast Insights\n\n## Full Conversation | 完整对话\n\n");
        var kept = new List<(string Name, string Text)>();
        foreach (var (name, said) in conversation)
        {
            var colon = said.IndexOf(':', StringComparison.Ordinal);
            if (kept.Count == 0 && colon < 0)
            {
                continue;
            }

            text.Append(kept.Count == 0 ? "" : $"{name} :\n");
            text.Append(colon < 0 ? said + "\n" : $"\n**{said[..colon].Trim()}**:\n\n{said[(colon + 1)..].Trim()}\n");
            kept.Add((name, said));
        }

        return (text.ToString(), kept);
    }

    private static void Strike(List<string> lines, int i, int kind)
    {
        switch (kind)
        {
            case 0:
                lines.RemoveAt(i);
                break;
            case 1:
                lines.Insert(i, "");
                break;
            case 2:
                lines.Insert(i, lines[i]);
                break;
            case 3:
                (lines[i], lines[^1]) = (lines[^1], lines[i]);
                break;
            case 4:
                lines[i] = lines[i][..(lines[i].Length / 2)];
                break;
            default:
                lines.Insert(i, "\t" + lines[i] + "\u00A0");
                break;
        }
    }

    private static Dictionary<string, int> Count(string text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var marks = text.Where(character => !char.IsLetterOrDigit(character)).Distinct().ToArray();
        foreach (var word in text.Split(marks, StringSplitOptions.RemoveEmptyEntries))
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        return counts;
    }
}
