using System.Text;
using SearchNotes.Talks;

namespace SearchNotes.Indexing;

/// <summary>A talk as bytes and back. The layout belongs to <see cref="Schema.Version"/>.</summary>
internal static class TalkBlob
{
    /// <summary>Writes a talk.</summary>
    public static byte[] Write(StoredTalk stored)
    {
        using var bytes = new MemoryStream(4096);
        using var to = new BinaryWriter(bytes, Encoding.UTF8);
        var talk = stored.Talk;
        to.Write(talk.Id);
        to.Write((byte)talk.Kind);
        to.Write(talk.Topic);
        WriteMany(to, talk.Speakers, WriteSpeaker);
        WriteOptional(to, talk.Heading);
        WriteOptional(to, talk.Anchor);
        WriteMany(to, talk.Lines, static (to, r) => WriteRange(to, r.First, r.Last - r.First));
        WriteMany(to, talk.Sections, WriteSection);
        WriteMany(to, talk.Passages, WritePassage);
        to.Write(talk.Why);
        to.Write(talk.Confidence);
        to.Write(stored.Path);
        to.Write(stored.PostId);
        to.Write(stored.PostTitle);
        WriteOptional(to, stored.EventTitle);
        WriteOptional(to, stored.Location);
        to.Write7BitEncodedInt(stored.Date?.DayNumber ?? 0);
        WriteOptional(to, stored.Language);
        WriteMany(to, stored.Tags, static (to, tag) => to.Write(tag));
        WriteOptional(to, stored.PageUrl);
        to.Flush();
        return bytes.ToArray();
    }

    /// <summary>Reads a talk.</summary>
    /// <exception cref="EndOfStreamException">The bytes are damaged.</exception>
    public static StoredTalk Read(byte[] bytes, int offset, int length)
    {
        using var from = new BinaryReader(new MemoryStream(bytes, offset, length, writable: false), Encoding.UTF8);
        return new StoredTalk
        {
            Talk = new Talk
            {
                Id = from.ReadString(),
                Kind = (TalkKind)from.ReadByte(),
                Topic = from.ReadString(),
                Speakers = ReadMany(from, ReadSpeaker),
                Heading = ReadOptional(from),
                Anchor = ReadOptional(from),
                Lines = ReadMany(from, static from => ReadRange(from, static (first, extent) => new LineRange(first, first + extent))),
                Sections = ReadMany(from, ReadSection),
                Passages = ReadMany(from, ReadPassage),
                Why = from.ReadString(),
                Confidence = from.ReadDouble(),
            },
            Path = from.ReadString(),
            PostId = from.ReadString(),
            PostTitle = from.ReadString(),
            EventTitle = ReadOptional(from),
            Location = ReadOptional(from),
            Date = from.Read7BitEncodedInt() is > 0 and var day ? DateOnly.FromDayNumber(day) : null,
            Language = ReadOptional(from),
            Tags = ReadMany(from, static from => from.ReadString()),
            PageUrl = ReadOptional(from),
        };
    }

    private static void WriteSpeaker(BinaryWriter to, Speaker speaker)
    {
        to.Write(speaker.Name);
        to.Write(speaker.Slug);
        WriteOptional(to, speaker.Written);
        WriteOptional(to, speaker.Detail);
        WriteOptional(to, speaker.Url);
    }

    private static Speaker ReadSpeaker(BinaryReader from) =>
        new(from.ReadString(), from.ReadString(), ReadOptional(from), ReadOptional(from), ReadOptional(from));

    private static void WriteSection(BinaryWriter to, Section section)
    {
        to.Write(section.Heading);
        WriteOptional(to, section.Anchor);
        to.Write7BitEncodedInt(section.Line);
        to.Write((byte)section.Level);
    }

    private static Section ReadSection(BinaryReader from) =>
        new(from.ReadString(), ReadOptional(from), from.Read7BitEncodedInt(), from.ReadByte());

    private static void WritePassage(BinaryWriter to, Passage passage)
    {
        to.Write((byte)passage.Kind);
        to.Write(passage.Text);
        to.Write7BitEncodedInt(passage.Section + 1);
        WriteRange(to, passage.FirstLine, passage.LastLine - passage.FirstLine);
        WriteOptional(to, passage.CodeLanguage);
        WriteMany(to, passage.InlineCode, static (to, r) => WriteRange(to, r.Start, r.Length));
    }

    private static Passage ReadPassage(BinaryReader from)
    {
        var kind = (PassageKind)from.ReadByte();
        var text = from.ReadString();
        var section = from.Read7BitEncodedInt() - 1;
        var lines = ReadRange(from, static (first, extent) => new LineRange(first, first + extent));
        return new Passage
        {
            Kind = kind,
            Text = text,
            Section = section,
            FirstLine = lines.First,
            LastLine = lines.Last,
            CodeLanguage = ReadOptional(from),
            InlineCode = ReadMany(from, static from => ReadRange(from, static (start, length) => new TextRange(start, length))),
        };
    }

    private static void WriteRange(BinaryWriter to, int start, int extent)
    {
        to.Write7BitEncodedInt(start);
        to.Write7BitEncodedInt(extent);
    }

    private static T ReadRange<T>(BinaryReader from, Func<int, int, T> make) => make(from.Read7BitEncodedInt(), from.Read7BitEncodedInt());

    private static void WriteOptional(BinaryWriter to, string? text)
    {
        to.Write(text is not null);
        if (text is not null)
            to.Write(text);
    }

    private static string? ReadOptional(BinaryReader from) => from.ReadBoolean() ? from.ReadString() : null;

    private static void WriteMany<T>(BinaryWriter to, IReadOnlyList<T> items, Action<BinaryWriter, T> write)
    {
        to.Write7BitEncodedInt(items.Count);
        foreach (var item in items)
            write(to, item);
    }

    private static T[] ReadMany<T>(BinaryReader from, Func<BinaryReader, T> read)
    {
        var count = from.Read7BitEncodedInt();
        if (count == 0)
            return [];
        var items = new T[count];
        for (var i = 0; i < count; i++)
            items[i] = read(from);
        return items;
    }
}
