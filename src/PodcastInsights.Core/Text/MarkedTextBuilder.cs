using System.Text;

namespace PodcastInsights.Core.Text;

/// <summary>Appends pieces of text; adjacent pieces with the same style become one span.</summary>
internal sealed class MarkedTextBuilder
{
    private readonly StringBuilder plain = new();
    private readonly List<TextSpan> spans = [];

    public int Length => plain.Length;

    /// <param name="setting">Style and link of the words; its start and length are not used.</param>
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
