using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Duban.Web.Tests.Shell;

/// <summary>Counts what a request leaves in the log.</summary>
internal sealed class Traces : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> complaints = [];
    private int exceptions;

    /// <summary>Entries with an exception.</summary>
    public int Exceptions => exceptions;

    /// <summary>Entries that are warnings or worse.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (exception is not null) Interlocked.Increment(ref exceptions);
        if (logLevel >= LogLevel.Warning) complaints.Enqueue(formatter(state, exception));
    }

    public void Dispose() { }
}
