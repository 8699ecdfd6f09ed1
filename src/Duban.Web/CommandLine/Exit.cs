namespace Duban.Web.CommandLine;

/// <summary>What a command answers to the shell.</summary>
public static class Exit
{
    /// <summary>Everything asked for was done.</summary>
    public const int Done = 0;

    /// <summary>Nothing was done: refused, not found, or the database cannot be reached.</summary>
    public const int Nothing = 1;

    /// <summary>The input was bad: an unknown option, a setting, a file that cannot be read.</summary>
    public const int BadInput = 2;

    /// <summary>Part of it was done; the rest is named on standard error.</summary>
    public const int Partly = 3;
}
