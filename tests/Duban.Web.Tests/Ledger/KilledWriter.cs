using System.Diagnostics;
using System.Runtime.CompilerServices;
using Duban.Ledger;

namespace Duban.Web.Tests.Ledger;

/// <summary>A process of its own that writes until it is killed, telling every acknowledged stream on its output.</summary>
internal static class KilledWriter
{
    private const string Variable = "DUBAN_TEST_WRITER";
    private const int Hands = 16;

    public static Process Start(string address)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(KilledWriter).Assembly.Location]) { RedirectStandardOutput = true };
        start.Environment[Variable] = address;
        return Process.Start(start)!;
    }

    // This program is the test runner; with the variable set it is the writer instead. Other threads may not run this module's
    // code before its initializer ends, so everything of ours stays on this thread, and the entries hold plain arrays
    // (the compiler would make a list type inside this module for a collection expression).
    [ModuleInitializer]
    internal static void Run()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } address) return;
        var store = EventStore.Open(address).GetAwaiter().GetResult();
        var waiting = new Task<Receipt>[Hands];
        for (var i = 0; ; i++)
        {
            var hand = i % Hands;
            if (waiting[hand] is { } earlier && earlier.GetAwaiter().GetResult() is Receipt.Written) Console.WriteLine($"case/{i - Hands}");
            var facts = new[] { new StreamFacts($"case/{i}", 0, new[] { Writings.Fact() }) };
            waiting[hand] = store.Append(new Entry(Writings.Hengyang, new("p1", null, Writings.Morning), facts));
        }
    }
}
