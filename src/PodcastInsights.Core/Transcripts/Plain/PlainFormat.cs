using System.Text.RegularExpressions;
using PodcastInsights.Core.Transcripts.Labelled;
using PodcastInsights.Core.Transcripts.Metadata;
using PodcastInsights.Core.Transcripts.Speakers;
using PodcastInsights.Core.Transcripts.Turns;

namespace PodcastInsights.Core.Transcripts.Plain;

/// <summary>A name, a colon, the words: <c>Ada: We shipped.</c> See <c>docs/formats/plain.md</c>.</summary>
public sealed partial class PlainFormat : ITranscriptFormat
{
    // A name before a colon is the weakest mark of all formats, so every other one that explains the file goes first.
    private const double Weight = 0.6;

    public string Name => "plain";

    public FormatVote Vote(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var lines = source.Lines.Skip(FrontMatter.End(source)).ToList();
        var prefixes = new NamePrefixes(lines);
        if (prefixes.Recurring == 0)
        {
            return new FormatVote(lines.Count(line => !string.IsNullOrWhiteSpace(line)), 0);
        }

        var vote = new VoteCount();
        foreach (var line in lines)
        {
            if (prefixes.TryRead(line, out _, out _) || !MarkdownVote.IsForeign(line))
            {
                vote.Add(line, prefixes.TryRead(line, out _, out _));
            }
            else
            {
                vote.AddForeign(line.StartsWith('#'));
            }
        }

        return vote.Result(Weight);
    }

    public EditionDraft Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new EditionDraft(source.Path, Name);
        var first = FrontMatter.Read(source, draft);
        var prefixes = new NamePrefixes(source.Lines.Skip(first));
        var initials = Initials(source.Lines.Skip(first));
        var turns = new TurnBuilder(draft);
        for (var i = first; i < source.Lines.Count; i++)
        {
            var line = source.Lines[i].Trim();
            if (line.Length == 0)
            {
                turns.EndParagraph();
            }
            else if (prefixes.TryRead(line, out var speaker, out var words))
            {
                turns.Open(initials.GetValueOrDefault(speaker, speaker), i + 1, null);
                if (words.Length > 0)
                {
                    turns.Add(words, i + 1);
                }
            }
            else if (draft.Turns.Count > 0 || !Preamble.TryRead(line, i + 1, draft, turns))
            {
                turns.Add(line, i + 1);
            }
        }

        turns.Finish();
        return draft;
    }

    /// <summary>
    /// Names by their initials, where the first turn introduces them: <c>Ada Quill (AQ): We shipped.</c> Both then stand for the bare name.
    /// </summary>
    private static Dictionary<string, string> Initials(IEnumerable<string> lines)
    {
        var names = new Dictionary<string, string>();
        foreach (var line in lines)
        {
            var match = Introduction.Match(line);
            if (match.Success)
            {
                names.TryAdd(match.Groups["initials"].Value, match.Groups["name"].Value);
                names.TryAdd($"{match.Groups["name"].Value} ({match.Groups["initials"].Value})", match.Groups["name"].Value);
            }
        }

        return names;
    }

    [GeneratedRegex(@"^\s{0,9}(?<name>\p{Lu}[^:：()]{1,60}?) \((?<initials>\p{Lu}{2,4})\)[:：]", RegexOptions.CultureInvariant)]
    private static partial Regex Introduction { get; }
}
