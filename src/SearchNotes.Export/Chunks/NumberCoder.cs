using System.Numerics;

namespace SearchNotes.Export.Chunks;

/// <summary>Compresses numbers by what occurred before in the same context, bit by bit: an adaptive binary range coder, after Matt Mahoney's
/// fpaq. The engine in the browser has the decoder.</summary>
internal sealed class NumberCoder
{
    /// <summary>Maximum number of values that <see cref="Value"/> codes in one context.</summary>
    private const int Slots = 512;

    /// <summary>Bits of a chance.</summary>
    private const int Precision = 12;

    /// <summary>Adapts the chance of a bit by 1/1.5 at first, then less, and at last by 1/31.5.</summary>
    private const int MaxSeen = 30;

    private const int LeastChance = 32;

    /// <summary>Number of bits of a number after its first one whose chances are learnt. The others are random.</summary>
    private const int LearntBits = 3;

    private const int LengthSlots = 32;

    private readonly List<byte> bytes = [];
    private readonly Dictionary<int, (int Chance, int Seen)> chances = [];
    private uint low;
    private uint high = uint.MaxValue;

    /// <summary>Number of bytes so far.</summary>
    public int Length => bytes.Count;

    /// <summary>Adds a number, at least 0, that is rather small: its number of bits, then the bits.</summary>
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

    /// <summary>Adds a value of up to nine bits of which any may be frequent.</summary>
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

    /// <summary>Returns the bytes. The decoder reads zeros behind them.</summary>
    public byte[] ToArray() => [.. bytes, (byte)(high >> 24)];

    private void Bit(int slot, int bit)
    {
        var (chance, seen) = chances.GetValueOrDefault(slot, (1 << (Precision - 1), 0));
        Encode(bit, chance);
        chance += ((bit << Precision) - bit - chance) * 2 / ((2 * seen) + 3);
        chances[slot] = (Math.Clamp(chance, LeastChance, (1 << Precision) - LeastChance), Math.Min(seen + 1, MaxSeen));
    }

    /// <summary>Divides the range by the chance that the bit is 1, and writes the bytes that are certain.</summary>
    private void Encode(int bit, int chance)
    {
        var middle = low + ((high - low) >> Precision) * (uint)chance;
        if (bit == 1)
            high = middle;
        else
            low = middle + 1;
        for (; (low ^ high) >> 24 == 0; low <<= 8, high = (high << 8) | 255)
            bytes.Add((byte)(high >> 24));
    }
}
