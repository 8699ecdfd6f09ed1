using Duban.Domain;

namespace Duban.Web.Shell.Forms;

/// <summary>Reasons against a text, gathered; a hostile body cannot make the list long.</summary>
internal sealed class Refusals
{
    private const int Most = 50;
    private readonly List<Reason> reasons = [];

    public IReadOnlyList<Reason> All => reasons;

    public void Add(string code, string? field, params ReadOnlySpan<object?> args)
    {
        if (reasons.Count < Most)
            reasons.Add(new Reason(code, field, args.ToArray()));
    }
}
