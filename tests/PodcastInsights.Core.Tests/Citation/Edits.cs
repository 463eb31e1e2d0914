namespace PodcastInsights.Core.Tests.Citation;

/// <summary>What editors do to a transcript, at random.</summary>
internal static class Edits
{
    /// <summary>Some edits, most of them in or near one turn.</summary>
    public static List<(string Speaker, string Text)> Some(
        Random random, IReadOnlyList<(string Speaker, string Text)> said, int near, bool chinese = false)
    {
        var turns = said.ToList();
        for (var edits = random.Next(1, 5); edits > 0 && turns.Count > 1; edits--)
        {
            var at = random.Next(3) == 0 ? random.Next(turns.Count) : Math.Clamp(near + random.Next(-1, 2), 0, turns.Count - 1);
            switch (random.Next(9))
            {
                case 0:
                    turns.Insert(at, ("Nils", Talk.Sentence(random, random.Next(1, 20), chinese)));
                    break;
                case 1:
                    turns.RemoveAt(at);
                    break;
                case 2 when at > 0:
                    turns[at - 1] = (turns[at - 1].Speaker, turns[at - 1].Text + (chinese ? "" : " ") + turns[at].Text);
                    turns.RemoveAt(at);
                    break;
                case 3:
                    Part(turns, at, random.Next(turns[at].Text.Length));
                    break;
                default:
                    turns[at] = (turns[at].Speaker, WordEdited(random, turns[at].Text, chinese));
                    break;
            }
        }

        return turns;
    }

    public static string WordEdited(Random random, string text, bool chinese)
    {
        var words = chinese ? [.. text.Select(c => c.ToString())] : text.Split(' ').ToList();
        var at = random.Next(words.Count);
        switch (random.Next(4))
        {
            case 0:
                words.Insert(at, Talk.Word(random, chinese));
                break;
            case 1 when words.Count > 1:
                words.RemoveAt(at);
                break;
            case 2 when words.Count > 1:
                (words[at], words[(at + 1) % words.Count]) = (words[(at + 1) % words.Count], words[at]);
                break;
            default:
                words[at] = Talk.Word(random, chinese);
                break;
        }

        return string.Join(chinese ? "" : " ", words);
    }

    private static void Part(List<(string Speaker, string Text)> turns, int at, int place)
    {
        var (speaker, text) = turns[at];
        turns[at] = (speaker, text[..place]);
        turns.Insert(at + 1, ("Nils", text[place..]));
        if (turns[at].Text.Trim().Length == 0)
        {
            turns.RemoveAt(at);
        }
    }
}
