namespace SearchNotes.ModelMaker;

/// <summary>A field of a message in the wire format of Protocol Buffers.</summary>
/// <param name="Number">Number of the field.</param>
/// <param name="Bytes">The contents of a text, of bytes or of a message; empty for numbers.</param>
internal readonly record struct ProtobufField(int Number, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Reads the fields of a message.</summary>
    /// <exception cref="InvalidDataException">The bytes are no message.</exception>
    public static IEnumerable<ProtobufField> Read(ReadOnlyMemory<byte> message)
    {
        var position = 0;
        while (position < message.Length)
        {
            var key = Varint(message, ref position);
            var size = (key & 7) switch
            {
                0 => Skipped(message, ref position),
                1 => sizeof(long),
                2 => (int)Varint(message, ref position),
                5 => sizeof(int),
                _ => throw new InvalidDataException($"There is no wire type {key & 7}."),
            };
            yield return new((int)(key >> 3), (key & 7) == 2 ? message.Slice(position, size) : default);
            position += size;
        }
    }

    private static int Skipped(ReadOnlyMemory<byte> message, ref int position)
    {
        Varint(message, ref position);
        return 0;
    }

    private static ulong Varint(ReadOnlyMemory<byte> message, ref int position)
    {
        var (number, shift) = (0UL, 0);
        while (true)
        {
            var b = message.Span[position++];
            number |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
                return number;
            shift += 7;
        }
    }
}
