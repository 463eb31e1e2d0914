namespace PodcastInsights.Core.Search.Matching;

/// <summary>What the places in a document count together, in one byte for nearly all documents.</summary>
internal static class PlaceWeight
{
    /// <summary>What another ending or spelling of a word counts beside the word as typed.</summary>
    public const float OtherForm = 0.55f;

    /// <summary>Stands for a weight that no byte has.</summary>
    public const byte Heavy = 255;

    // As typed alone, up to so many; or with from one to so many other forms.
    private const int MostAlone = 127;
    private const int MostAsTyped = 14;
    private const int MostOthers = 8;

    private static readonly float[] Weights = MakeWeights();

    public static float Of(int asTyped, int others) => asTyped + (others * OtherForm);

    public static byte Encode(int asTyped, int others) => (asTyped, others) switch
    {
        ( <= MostAlone, 0) => (byte)asTyped,
        ( <= MostAsTyped, <= MostOthers) => CodeOf(asTyped, others),
        _ => Heavy,
    };

    /// <param name="code">Not <see cref="Heavy"/>.</param>
    public static float Decode(byte code) => Weights[code];

    private static byte CodeOf(int asTyped, int others) => (byte)(MostAlone + 1 + ((others - 1) * (MostAsTyped + 1)) + asTyped);

    private static float[] MakeWeights()
    {
        var weights = new float[256];
        for (var asTyped = 0; asTyped <= MostAlone; asTyped++)
        {
            weights[asTyped] = Of(asTyped, 0);
        }

        for (var others = 1; others <= MostOthers; others++)
        {
            for (var asTyped = 0; asTyped <= MostAsTyped; asTyped++)
            {
                weights[CodeOf(asTyped, others)] = Of(asTyped, others);
            }
        }

        return weights;
    }
}
