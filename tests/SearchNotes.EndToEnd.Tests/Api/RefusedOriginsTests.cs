using SearchNotes.Api.Middleware;
using Xunit;

namespace SearchNotes.Tests.Api;

public sealed class RefusedOriginsTests
{
    private const string Real = "https://blog.example";

    private readonly Clock _clock = new() { Now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) };

    [Fact]
    public void An_origin_is_said_once()
    {
        var refused = new RefusedOrigins(_clock);

        Assert.Equal([true, false, false], Enumerable.Range(0, 3).Select(_ => refused.ShouldLog(Real)));
        _clock.Now += TimeSpan.FromDays(1);
        Assert.False(refused.ShouldLog("HTTPS://BLOG.example"));
    }

    [Fact]
    public void Made_up_origins_do_not_silence_a_real_one_for_ever()
    {
        var refused = new RefusedOrigins(_clock);

        var said = Enumerable.Range(0, 5000).Count(number => refused.ShouldLog($"https://{number}.example"));
        var atOnce = refused.ShouldLog(Real);
        _clock.Now += TimeSpan.FromMinutes(10);

        Assert.Equal((20, false), (said, atOnce));
        Assert.True(refused.ShouldLog(Real));
    }

    [Fact]
    public void It_goes_on_when_more_were_said_than_are_remembered()
    {
        var refused = new RefusedOrigins(_clock);

        var said = 0;
        for (var number = 0; number < 3000; number++, _clock.Now += TimeSpan.FromMinutes(1))
            said += refused.ShouldLog($"https://{number}.example") ? 1 : 0;

        Assert.Equal(3000, said);
        Assert.True(refused.ShouldLog(Real));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("https://blog.example/path")]
    [InlineData("file://")]
    [InlineData("chrome-extension://abcdef")]
    [InlineData("https://\u001b[31mblog.example")]
    [InlineData("\u202Ehttps://blog.example")]
    [InlineData("")]
    public void What_no_setting_could_allow_is_not_said(string origin) => Assert.False(new RefusedOrigins(_clock).ShouldLog(origin));

    [Fact]
    public void What_is_too_long_for_a_host_is_not_said()
    {
        var labels = string.Join('.', Enumerable.Repeat(new string('a', 60), 6));

        Assert.False(new RefusedOrigins(_clock).ShouldLog($"https://{labels}.example"));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
