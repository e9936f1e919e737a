using System.Numerics;

namespace SearchNotes.Export.Chunks;

/// <summary>Compresses numbers bit by bit with an adaptive binary range coder, after Matt Mahoney's fpaq. The probability of a bit is
/// learned from the earlier bits in the same context. The engine in the browser has the decoder.</summary>
internal sealed class NumberCoder
{
    /// <summary>Maximum number of values that <see cref="Value"/> codes in one context.</summary>
    private const int Slots = 512;

    /// <summary>Number of bits of a probability.</summary>
    private const int Precision = 12;

    /// <summary>Limits how slowly a probability adapts: its error is divided by 1.5 at first, and by 31.5 at most.</summary>
    private const int MaxSeen = 30;

    private const int MinProbability = 32;

    /// <summary>Number of bits after the first bit of a number whose probabilities are learned. The remaining bits are random.</summary>
    private const int LearntBits = 3;

    private const int LengthSlots = 32;

    private readonly List<byte> bytes = [];
    private readonly Dictionary<int, (int Probability, int Seen)> probabilities = [];
    private uint low;
    private uint high = uint.MaxValue;

    /// <summary>Number of bytes so far.</summary>
    public int Length => bytes.Count;

    /// <summary>Adds a number of at least 0, which should be small: first the number of its bits, then the bits.</summary>
    public void Number(int context, int number)
    {
        var value = (uint)number + 1;
        var bits = BitOperations.Log2(value);
        var slot = context * Slots;
        for (var i = 0; i < bits; i++)
            Bit(slot + i, 1);
        Bit(slot + bits, 0);
        var node = 1;
        for (var i = bits - 1; i >= 0; i--)
        {
            var bit = (int)(value >> i) & 1;
            if (bits - i <= LearntBits)
                Bit(slot + LengthSlots + (bits << LearntBits) + node, bit);
            else
                Encode(bit, 1 << (Precision - 1));
            node = (node * 2) + bit;
        }
    }

    /// <summary>Adds a value of up to nine bits. Any value may be frequent.</summary>
    public void Value(int context, int bits, int value)
    {
        var node = 1;
        for (var i = bits - 1; i >= 0; i--)
        {
            var bit = (value >> i) & 1;
            Bit((context * Slots) + node, bit);
            node = (node * 2) + bit;
        }
    }

    /// <summary>Returns the bytes. The decoder reads zeros after them.</summary>
    public byte[] ToArray() => [.. bytes, (byte)(high >> 24)];

    private void Bit(int slot, int bit)
    {
        var (probability, seen) = probabilities.GetValueOrDefault(slot, (1 << (Precision - 1), 0));
        Encode(bit, probability);
        probability += ((bit << Precision) - bit - probability) * 2 / ((2 * seen) + 3);
        probabilities[slot] = (Math.Clamp(probability, MinProbability, (1 << Precision) - MinProbability), Math.Min(seen + 1, MaxSeen));
    }

    /// <summary>Divides the range by the probability that the bit is 1, and writes the bytes that no later bit changes.</summary>
    private void Encode(int bit, int probability)
    {
        var middle = low + ((high - low) >> Precision) * (uint)probability;
        if (bit == 1)
            high = middle;
        else
            low = middle + 1;
        for (; (low ^ high) >> 24 == 0; low <<= 8, high = (high << 8) | 255)
            bytes.Add((byte)(high >> 24));
    }
}
