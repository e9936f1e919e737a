using Xunit;

namespace SearchNotes.Tests;

public sealed class BoundedCacheTests
{
    [Fact]
    public void A_value_is_found_until_the_cache_is_full()
    {
        var cache = new BoundedCache<string, string>(capacity: 10);

        cache.Add("a", "one", size: 4);
        cache.Add("b", "two", size: 6);

        Assert.True(cache.TryGet("a", out var found));
        Assert.Equal("one", found);
        cache.Add("c", "three", size: 1);
        Assert.False(cache.TryGet("a", out _));
        Assert.True(cache.TryGet("c", out _));
    }

    [Fact]
    public void A_value_that_is_added_again_takes_no_more_room()
    {
        var cache = new BoundedCache<string, string>(capacity: 10);

        for (var i = 0; i < 100; i++)
            cache.Add("a", "one", size: 4);
        cache.Add("b", "two", size: 6);

        Assert.True(cache.TryGet("a", out _));
    }
}
