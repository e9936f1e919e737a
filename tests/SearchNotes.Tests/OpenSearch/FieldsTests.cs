using SearchNotes.OpenSearch;
using SearchNotes.Querying;
using Xunit;

namespace SearchNotes.Tests.OpenSearch;

public sealed class FieldsTests
{
    [Fact]
    public void A_set_with_the_text_is_searched_in_the_joined_field()
    {
        Assert.Equal(["joined", "speaker"], Fields.NamesOf(FieldSet.Default));
        Assert.Equal(["joined"], Fields.NamesOf(FieldSet.Default & ~FieldSet.Speaker));
    }

    [Fact]
    public void Another_set_is_searched_field_by_field() =>
        Assert.Equal(["speaker", "code"], Fields.NamesOf(FieldSet.Speaker | FieldSet.Code));
}
