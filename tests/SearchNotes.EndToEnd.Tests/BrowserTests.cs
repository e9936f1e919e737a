using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace SearchNotes.Tests;

/// <summary>Says once for all tests in a browser that there is none. With <c>SEARCHNOTES_REQUIRE_BROWSER=1</c> that is a failure.</summary>
public sealed class BrowserTests
{
    [Fact]
    public async Task Tests_in_a_browser()
    {
        if (await Browser.IsThereAsync())
        {
            Assert.NotEqual(0, await CountAsync());
            return;
        }
        Assert.False(Environment.GetEnvironmentVariable("SEARCHNOTES_REQUIRE_BROWSER") == "1", Browser.Missing);
        Assert.Skip($"{await CountAsync()} tests in a browser were skipped. {Browser.Missing}");
    }

    /// <summary>Whether the tests of a class need the browser: its constructor takes it, or a fixture that takes it.</summary>
    public static bool Need(Type type) => type.GetConstructors().SelectMany(constructor => constructor.GetParameters())
        .Any(parameter => parameter.ParameterType == typeof(Browser)
            || (parameter.ParameterType.Assembly == type.Assembly && Need(parameter.ParameterType)));

    private static async Task<int> CountAsync()
    {
        var count = 0;
        foreach (var test in typeof(BrowserTests).Assembly.GetTypes().Where(Need).SelectMany(type => type.GetMethods()).Where(IsTest))
            count += await RowsAsync(test);
        return count;
    }

    private static bool IsTest(MethodInfo method) => method.GetCustomAttribute<FactAttribute>() is not null;

    /// <summary>A theory is as many tests as it has rows of data.</summary>
    private static async Task<int> RowsAsync(MethodInfo test)
    {
        if (test.GetCustomAttribute<TheoryAttribute>() is null)
            return 1;
        await using var disposal = new DisposalTracker();
        var rows = 0;
        foreach (var source in test.GetCustomAttributes().OfType<IDataAttribute>())
        {
            // Else it has no rows.
            if (source is MemberDataAttributeBase member)
                member.MemberType ??= test.ReflectedType;
            rows += (await source.GetData(test, disposal)).Count;
        }
        return rows;
    }
}
