namespace Duban.Dispatch.Routing.Files;

/// <summary>A file that cannot be read as what it claims to be.</summary>
/// <param name="line">The line of the fault, from 1.</param>
/// <param name="column">The column of the fault, from 1.</param>
/// <param name="fault">What is wrong there.</param>
public sealed class BadFileException(int line, int column, string fault) : Exception($"line {line}, column {column}: {fault}")
{
    /// <summary>The line of the fault, from 1.</summary>
    public int Line => line;

    /// <summary>The column of the fault, from 1.</summary>
    public int Column => column;

    /// <summary>What is wrong there.</summary>
    public string Fault => fault;
}
