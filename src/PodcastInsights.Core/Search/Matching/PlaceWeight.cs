using System.Runtime.CompilerServices;

namespace PodcastInsights.Core.Search.Matching;

/// <summary>Encodes the weight of a term in a document, from the number of its positions, in one byte for nearly all documents.</summary>
internal static class PlaceWeight
{
    /// <summary>Weight of an inflected or otherwise spelt form, relative to the word as typed.</summary>
    public const float OtherForm = 0.55f;

    /// <summary>Marks a weight that does not fit in a byte.</summary>
    public const byte Heavy = 255;

    // Largest number of positions as typed that a byte can hold, and of those with other forms besides.
    private const int MostAlone = 127;
    private const int MostAsTyped = 14;
    private const int MostOthers = 8;

    private static readonly float[] Weights = MakeWeights();

    public static float Of(int asTyped, int others) => asTyped + (others * OtherForm);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte Encode(int asTyped, int others) => (asTyped, others) switch
    {
        ( <= MostAlone, 0) => (byte)asTyped,
        ( <= MostAsTyped, <= MostOthers) => CodeOf(asTyped, others),
        _ => Heavy,
    };

    /// <summary>Whether the code tells that all positions are as typed. Of a <see cref="Heavy"/> one it is not known.</summary>
    public static bool IsAsTyped(byte code) => code <= MostAlone;

    /// <param name="code">Not <see cref="Heavy"/>.</param>
    public static float Decode(byte code) => Weights[code];

    private static byte CodeOf(int asTyped, int others) => (byte)(MostAlone + 1 + ((others - 1) * (MostAsTyped + 1)) + asTyped);

    /// <summary>The weight of each code; infinite for <see cref="Heavy"/>, since a byte does not hold it.</summary>
    public static IReadOnlyList<float> All => Weights;

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

        weights[Heavy] = float.PositiveInfinity;
        return weights;
    }
}
