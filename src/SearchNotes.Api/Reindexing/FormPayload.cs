namespace SearchNotes.Api.Reindexing;

/// <summary>Decodes the value of the field <c>payload</c> from a streamed form, byte by byte. Bytes that are not escapes stay as they
/// are.</summary>
internal sealed class FormPayload
{
    private static ReadOnlySpan<byte> Field => "payload="u8;

    private int matched;
    private int digits;
    private int code;

    /// <summary>Reads the next byte of the form.</summary>
    /// <returns>The next byte of the value; <see langword="null"/> within an escape and outside the value.</returns>
    public byte? Next(byte next)
    {
        if (next == '&')
        {
            (matched, digits) = (0, 0);
            return null;
        }
        if (matched < Field.Length)
        {
            // Negative: the field has another name.
            matched = matched >= 0 && next == Field[matched] ? matched + 1 : int.MinValue;
            return null;
        }
        return Decode(next);
    }

    private byte? Decode(byte next)
    {
        if (digits == 0)
        {
            digits = next == '%' ? 2 : 0;
            code = 0;
            return next switch { (byte)'%' => null, (byte)'+' => (byte)' ', _ => next };
        }
        code = (code << 4) | Digit(next);
        return --digits > 0 ? null : (byte)code;
    }

    private static int Digit(byte digit) => char.IsAsciiHexDigit((char)digit) ? (digit & 0xF) + (digit > '9' ? 9 : 0) : 0;
}
