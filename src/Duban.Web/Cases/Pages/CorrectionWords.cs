using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Web.Shell;

namespace Duban.Web.Cases.Pages;

/// <summary>What a correction says otherwise than before, a line for each field: the event holds the whole matter, the one before it the old words.</summary>
public static class CorrectionWords
{
    // Of two long texts only what differs is told, with so much around it that the place is found.
    private const int Long = 60, Around = 8;

    /// <summary>The changes of each correction in a history, oldest first.</summary>
    public static IReadOnlyDictionary<Happened, IReadOnlyList<MatterChange>> Of(IEnumerable<Happened> history)
    {
        var all = new Dictionary<Happened, IReadOnlyList<MatterChange>>(ReferenceEqualityComparer.Instance);
        Matter? stood = null;
        foreach (var h in history)
        {
            if (h.Event is CaseEvent.Corrected corrected && stood is not null) all[h] = MatterChange.Between(stood, corrected.Matter);
            stood = h.Event switch
            {
                CaseEvent.Reported e => new Matter(e.Title, e.Description, e.Place, "", e.Channel),
                CaseEvent.Registered e => e.Matter,
                CaseEvent.Corrected e => e.Matter,
                _ => stood,
            };
        }
        return all;
    }

    /// <summary>The lines of an event; none for what is no correction.</summary>
    public static IReadOnlyList<string> Lines(OneCase one, Happened h, Words w) => !one.Corrections.TryGetValue(h, out var changes) ? [] :
    [
        .. changes.Select(c =>
        {
            var (before, after) = Apart(Text(c.Before, one, w), Text(c.After, one, w));
            return w["case.corrected", w[Label(c.Field)], before, after];
        }),
    ];

    private static string Label(string field) => field switch
    {
        "position" => "case.position",
        "goal" => "case.goal",
        "measures" => "case.measures_listed",
        "responsible" => "case.responsible",
        _ => "field." + field,
    };

    private static string Text(object? value, OneCase one, Words w) => value switch
    {
        DateOnly day => w.Day(day),
        UnitId unit => one.Unit(unit),
        Place point => CaseFacts.Position(point) ?? w["case.corrected_nothing"],
        string { Length: > 0 } said => said,
        _ => w["case.corrected_nothing"],
    };

    private static (string, string) Apart(string before, string after)
    {
        if (before.Length <= Long && after.Length <= Long) return (before, after);
        var shorter = Math.Min(before.Length, after.Length);
        var (head, tail) = (0, 0);
        while (head < shorter && before[head] == after[head]) head++;
        while (tail < shorter - head && before[^(tail + 1)] == after[^(tail + 1)]) tail++;
        return (Cut(before, head, tail), Cut(after, head, tail));
    }

    // A pair of UTF-16 halves stays whole.
    private static string Cut(string text, int head, int tail)
    {
        var (from, until) = (Math.Max(0, head - Around), Math.Min(text.Length, text.Length - tail + Around));
        if (from > 0 && char.IsLowSurrogate(text[from])) from--;
        if (until < text.Length && char.IsLowSurrogate(text[until])) until++;
        return (from > 0 ? "…" : "") + text[from..until] + (until < text.Length ? "…" : "");
    }
}
