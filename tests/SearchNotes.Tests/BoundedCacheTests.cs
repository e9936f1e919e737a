using Xunit;

namespace SearchNotes.Tests;

public sealed class BoundedCacheTests
{
    [Fact]
    public void A_value_is_found_until_the_cache_is_full()
    {
        var cache = new BoundedCache<string, string>(capacity: 10);

        cache.Add("a", "one", size: 5);
        cache.Add("b", "two", size: 5);

        Assert.True(cache.TryGet("b", out var found));
        Assert.Equal("two", found);
        cache.Add("c", "three", size: 5);
        Assert.False(cache.TryGet("a", out _));
        Assert.True(cache.TryGet("c", out _));
    }

    [Fact]
    public void A_value_that_is_added_again_takes_no_more_room()
    {
        var cache = new BoundedCache<string, string>(capacity: 10);

        for (var i = 0; i < 100; i++)
            cache.Add("a", "one", size: 4);
        cache.Add("b", "two", size: 5);

        Assert.True(cache.TryGet("a", out _));
    }

    [Fact]
    public void A_value_that_is_used_stays_when_others_fill_the_cache()
    {
        var cache = new BoundedCache<string, string>(capacity: 10);
        cache.Add("used", "one");

        for (var i = 0; i < 1_000; i++)
        {
            cache.Add($"once {i}", "two");
            Assert.True(cache.TryGet("used", out _));
        }

        Assert.False(cache.TryGet("once 0", out _));
    }

    [Fact]
    public void A_value_larger_than_half_of_the_cache_displaces_nothing()
    {
        var cache = new BoundedCache<string, string>(capacity: 10);
        cache.Add("a", "one");

        cache.Add("large", "two", size: 6);

        Assert.False(cache.TryGet("large", out _));
        Assert.True(cache.TryGet("a", out _));
    }
}
