using Duban.Domain.Cases;
using Duban.Web.Shell;

namespace Duban.Web.Cases.Lists;

/// <summary>A desk as a machine reads it.</summary>
/// <param name="Today">The day it is of.</param>
/// <param name="Unit">Code of the unit the reader works in.</param>
/// <param name="Counters">The numbers of the strip, those of nothing too.</param>
/// <param name="Groups">What waits, most urgent first; of each group the first cases.</param>
/// <param name="Tomorrow">Cases that turn red tomorrow.</param>
public sealed record DeskView(DateOnly Today, string Unit, IReadOnlyList<DeskCounter> Counters, IReadOnlyList<DeskCases> Groups, IReadOnlyList<LineView> Tomorrow)
{
    internal static DeskView Of(Desk d, Words w) => new(
        d.Act.Today, d.Unit.Id.Value, [.. d.Counters.Select(g => DeskCounter.Of(g, w))],
        [.. d.Groups.Select(g => new DeskCases(DeskCounter.Of(g, w), [.. g.Rows.Select(r => LineView.Of(r.Line, d.Act.Today))]))],
        [.. d.Tomorrow.Select(l => LineView.Of(l, d.Act.Today))]);
}

/// <summary>How many cases are of one kind.</summary>
/// <param name="Key">The kind, e.g. <c>red</c> or <c>sign</c>.</param>
/// <param name="Words">The same in words.</param>
/// <param name="Count">How many.</param>
/// <param name="More">True when counting stopped there.</param>
public sealed record DeskCounter(string Key, string Words, int Count, bool More)
{
    internal static DeskCounter Of(DeskGroup g, Words w) => new(g.Section.Key, w[$"desk.{g.Section.Key}"], g.Count, g.More);
}

/// <summary>A group of a desk: its number, and the first of its cases.</summary>
public sealed record DeskCases(DeskCounter Counter, IReadOnlyList<LineView> Cases);
