using System.Text;
using SearchNotes.Talks;

namespace SearchNotes.Indexing;

/// <summary>Serializes talks to bytes and back. A change of the layout requires a new <see cref="Schema.Version"/>.</summary>
internal static class TalkBlob
{
    /// <summary>Serializes a talk.</summary>
    public static byte[] Write(StoredTalk stored)
    {
        using var bytes = new MemoryStream(4096);
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        var talk = stored.Talk;
        writer.Write(talk.Id);
        writer.Write((byte)talk.Kind);
        writer.Write(talk.Topic);
        WriteMany(writer, talk.Speakers, WriteSpeaker);
        WriteOptional(writer, talk.Heading);
        WriteOptional(writer, talk.Anchor);
        WriteMany(writer, talk.Lines, static (writer, r) => WriteRange(writer, r.First, r.Last - r.First));
        WriteMany(writer, talk.Sections, WriteSection);
        WriteMany(writer, talk.Passages, WritePassage);
        writer.Write(talk.Why);
        writer.Write(talk.Confidence);
        writer.Write(stored.Path);
        writer.Write(stored.PostId);
        writer.Write(stored.PostTitle);
        WriteOptional(writer, stored.EventTitle);
        WriteOptional(writer, stored.Location);
        writer.Write7BitEncodedInt(stored.Date?.DayNumber ?? 0);
        writer.Write7BitEncodedInt(stored.EventDate?.DayNumber ?? 0);
        writer.Write7BitEncodedInt(stored.EventYear ?? 0);
        WriteOptional(writer, stored.VideoUrl);
        WriteOptional(writer, stored.SlidesUrl);
        WriteOptional(writer, stored.Language);
        WriteMany(writer, stored.Tags, static (writer, tag) => writer.Write(tag));
        WriteOptional(writer, stored.PageUrl);
        WriteMany(writer, stored.RepeatedPhrases, static (writer, hash) => writer.Write(hash));
        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>Deserializes a talk.</summary>
    /// <exception cref="EndOfStreamException">The bytes are damaged.</exception>
    public static StoredTalk Read(byte[] bytes, int offset, int length)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, offset, length, writable: false), Encoding.UTF8);
        return new StoredTalk
        {
            Talk = new Talk
            {
                Id = reader.ReadString(),
                Kind = (TalkKind)reader.ReadByte(),
                Topic = reader.ReadString(),
                Speakers = ReadMany(reader, ReadSpeaker),
                Heading = ReadOptional(reader),
                Anchor = ReadOptional(reader),
                Lines = ReadMany(reader, static r => ReadRange(r, static (first, extent) => new LineRange(first, first + extent))),
                Sections = ReadMany(reader, ReadSection),
                Passages = ReadMany(reader, ReadPassage),
                Why = reader.ReadString(),
                Confidence = reader.ReadDouble(),
            },
            Path = reader.ReadString(),
            PostId = reader.ReadString(),
            PostTitle = reader.ReadString(),
            EventTitle = ReadOptional(reader),
            Location = ReadOptional(reader),
            Date = ReadDay(reader),
            EventDate = ReadDay(reader),
            EventYear = reader.Read7BitEncodedInt() is > 0 and var year ? year : null,
            VideoUrl = ReadOptional(reader),
            SlidesUrl = ReadOptional(reader),
            Language = ReadOptional(reader),
            Tags = ReadMany(reader, static reader => reader.ReadString()),
            PageUrl = ReadOptional(reader),
            RepeatedPhrases = ReadMany(reader, static reader => reader.ReadUInt32()),
        };
    }

    private static DateOnly? ReadDay(BinaryReader reader) =>
        reader.Read7BitEncodedInt() is > 0 and var day ? DateOnly.FromDayNumber(day) : null;

    private static void WriteSpeaker(BinaryWriter writer, Speaker speaker)
    {
        writer.Write(speaker.Name);
        writer.Write(speaker.Slug);
        WriteOptional(writer, speaker.Written);
        WriteOptional(writer, speaker.Detail);
        WriteOptional(writer, speaker.Url);
    }

    private static Speaker ReadSpeaker(BinaryReader reader) =>
        new(reader.ReadString(), reader.ReadString(), ReadOptional(reader), ReadOptional(reader), ReadOptional(reader));

    private static void WriteSection(BinaryWriter writer, Section section)
    {
        writer.Write(section.Heading);
        WriteOptional(writer, section.Anchor);
        writer.Write7BitEncodedInt(section.Line);
        writer.Write((byte)section.Level);
    }

    private static Section ReadSection(BinaryReader reader) =>
        new(reader.ReadString(), ReadOptional(reader), reader.Read7BitEncodedInt(), reader.ReadByte());

    private static void WritePassage(BinaryWriter writer, Passage passage)
    {
        writer.Write((byte)passage.Kind);
        writer.Write(passage.Text);
        writer.Write7BitEncodedInt(passage.Section + 1);
        WriteRange(writer, passage.FirstLine, passage.LastLine - passage.FirstLine);
        WriteOptional(writer, passage.CodeLanguage);
        WriteMany(writer, passage.InlineCode, static (writer, r) => WriteRange(writer, r.Start, r.Length));
        writer.Write7BitEncodedInt(passage.ListDepth);
        WriteOptional(writer, passage.ListMarker);
        WriteMany(writer, passage.Links, WriteLink);
    }

    private static void WriteLink(BinaryWriter writer, TextLink link)
    {
        WriteRange(writer, link.Start, link.Length);
        writer.Write(link.Target);
    }

    private static TextLink ReadLink(BinaryReader reader)
    {
        var range = ReadRange(reader, static (start, length) => new TextRange(start, length));
        return new(range.Start, range.Length, reader.ReadString());
    }

    private static Passage ReadPassage(BinaryReader reader)
    {
        var kind = (PassageKind)reader.ReadByte();
        var text = reader.ReadString();
        var section = reader.Read7BitEncodedInt() - 1;
        var lines = ReadRange(reader, static (first, extent) => new LineRange(first, first + extent));
        return new Passage
        {
            Kind = kind,
            Text = text,
            Section = section,
            FirstLine = lines.First,
            LastLine = lines.Last,
            CodeLanguage = ReadOptional(reader),
            InlineCode = ReadMany(reader, static reader => ReadRange(reader, static (start, length) => new TextRange(start, length))),
            ListDepth = reader.Read7BitEncodedInt(),
            ListMarker = ReadOptional(reader),
            Links = ReadMany(reader, ReadLink),
        };
    }

    private static void WriteRange(BinaryWriter writer, int start, int extent)
    {
        writer.Write7BitEncodedInt(start);
        writer.Write7BitEncodedInt(extent);
    }

    private static T ReadRange<T>(BinaryReader reader, Func<int, int, T> make) =>
        make(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());

    private static void WriteOptional(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
            writer.Write(text);
    }

    private static string? ReadOptional(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    private static void WriteMany<T>(BinaryWriter writer, IReadOnlyList<T> items, Action<BinaryWriter, T> write)
    {
        writer.Write7BitEncodedInt(items.Count);
        foreach (var item in items)
            write(writer, item);
    }

    private static T[] ReadMany<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var count = reader.Read7BitEncodedInt();
        if (count == 0)
            return [];
        var items = new T[count];
        for (var i = 0; i < count; i++)
            items[i] = read(reader);
        return items;
    }
}
