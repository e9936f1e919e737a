using System.Reflection;
using SearchNotes.Tests;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestFramework(typeof(TestsOfThisMachine))]
[assembly: CaptureConsole]

namespace SearchNotes.Tests;

/// <summary>Runs the tests without those in a browser where there is none, instead of skipping each of them with its reason.</summary>
public sealed class TestsOfThisMachine(string? configFileName) : XunitTestFramework(configFileName)
{
    private readonly string? configFileName = configFileName;

    protected override ITestFrameworkExecutor CreateExecutor(Assembly assembly) =>
        new Executor(new XunitTestAssembly(assembly, configFileName, assemblyName: null));

    private sealed class Executor(IXunitTestAssembly assembly) : XunitTestFrameworkExecutor(assembly)
    {
        public override async ValueTask RunTestCases(
            IReadOnlyCollection<IXunitTestCase> testCases, IMessageSink executionMessageSink,
            ITestFrameworkExecutionOptions executionOptions, CancellationToken cancellationToken)
        {
            IReadOnlyCollection<IXunitTestCase> possible = await Browser.IsThereAsync()
                ? testCases
                : [.. testCases.Where(test => !BrowserTests.Need(test.TestClass.Class))];
            // Somebody who asks for these alone is told by each.
            await base.RunTestCases(possible.Count > 0 ? possible : testCases, executionMessageSink, executionOptions, cancellationToken);
        }
    }
}
