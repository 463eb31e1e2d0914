namespace PodcastInsights.Core.Transcripts.Sponsors;

/// <param name="turn">Index of the turn, from 0.</param>
/// <param name="paragraph">Index within the turn, from 0.</param>
internal sealed class Sentence(int turn, int paragraph, string text)
{
    private SponsorSign asked;

    private SponsorSign signs;

    public int Turn => turn;

    public int Paragraph => paragraph;

    public string Text => text;

    public IReadOnlyList<SpokenAddress> Addresses { get; } = SpokenAddress.In(text);

    /// <summary>Whether the sentence has any of these signs. Evaluated lazily, because most sentences are not near an advertisement.</summary>
    public bool Has(SponsorSign any)
    {
        if ((any & ~asked) is var open && open != SponsorSign.None)
        {
            signs |= SponsorRules.Read(text, open);
            asked |= open;
        }

        return (signs & any) != SponsorSign.None;
    }
}
