using SearchNotes.Querying;

namespace SearchNotes.Export.Chunks;

/// <summary>Decides where the length of a field is stored.</summary>
internal static class TextFieldLength
{
    /// <summary>Index of the field whose lengths are stored per document, because nearly every query needs them.</summary>
    public static readonly int PerDocument = Array.FindIndex(TextField.All, field => field.Flag == FieldSet.Text);

    /// <summary>Returns whether each posting of a field has the length of that field. Fields with b = 0 need no length.</summary>
    public static bool IsInPostings(int field) => field != PerDocument && TextField.All[field].B > 0;
}
