namespace Duban.Domain.Procedures;

/// <summary>Which code and version a procedure may be added under: nothing is taken back that once was added, so neither is left to chance.</summary>
public static class NextVersion
{
    /// <summary>What is wrong with its code and version beside those that are there.</summary>
    /// <param name="p">The procedure.</param>
    /// <param name="known">All that ship and all that the city added.</param>
    public static Reasons Against(Procedure p, IReadOnlyCollection<Procedure> known)
    {
        var versions = known.Where(k => k.Code == p.Code).Select(k => (long)k.Version).ToArray();
        var next = versions.DefaultIfEmpty().Max() + 1;
        return new Reasons()
            // A code from before this rule goes on.
            .When(versions.Length == 0 && !IsCode(p.Code), "procedure.code", "code", p.Code)
            .When(versions.Contains(p.Version), "procedure.taken", "version", p.Code, p.Version)
            .When(p.Version != next && !versions.Contains(p.Version), "procedure.next_version", "version", p.Code, p.Version, next);
    }

    // It stands in addresses and in ledgers.
    private static bool IsCode(string code) => code.Length is > 0 and <= 32 && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
