using System.Text;

namespace PodcastInsights.Core.Text;

/// <summary>Puts words one after the other; neighbours that are set alike become one span.</summary>
internal sealed class MarkedTextBuilder
{
    private readonly StringBuilder plain = new();
    private readonly List<TextSpan> spans = [];

    public int Length => plain.Length;

    /// <param name="setting">How the words are set; its place is of no meaning.</param>
    public void Append(ReadOnlySpan<char> words, TextSpan setting)
    {
        var start = plain.Length;
        plain.Append(words);
        if (words.IsEmpty || (setting.Styles == TextStyles.None && setting.Address is null))
        {
            return;
        }

        if (spans is [.., var last] && last.End == start && last.Styles == setting.Styles && last.Address == setting.Address)
        {
            spans[^1] = last with { Length = last.Length + words.Length };
            return;
        }

        spans.Add(setting with { Start = start, Length = words.Length });
    }

    public MarkedText Build() => new(plain.ToString(), spans);
}
