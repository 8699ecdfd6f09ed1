using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Web.Shell;
using Duban.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace Duban.Web.Cases.Lists;

/// <summary>The rows of one page of a list of cases: what repeats down a column is drawn once.</summary>
public sealed class ListRows : ComponentBase, IWritten
{
    private readonly Dictionary<(Light, DateOnly Due, string Stage, int Paused), MarkupString> lights = [];
    private readonly Dictionary<(string Stage, int Round, bool Waits), MarkupString> chips = [];
    private readonly Dictionary<(Hand?, string? Unit, string? Campaign, string Stage), MarkupString> hands = [];
    private readonly Dictionary<DateOnly, string> days = [];
    private readonly Dictionary<int, string> stays = [];
    private readonly Dictionary<string, MarkupString> reds = [];

    /// <summary>The cases.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<CaseLine> Lines { get; set; }

    /// <summary>In which role the reader looks: what waits for it is marked.</summary>
    [Parameter, EditorRequired] public required Role Reader { get; set; }

    /// <summary>How holders are named today.</summary>
    [Parameter, EditorRequired] public required Holders Holders { get; set; }

    /// <summary>The reader's words.</summary>
    [Parameter, EditorRequired] public required Words W { get; set; }

    /// <inheritdoc />
    public void Write(TextWriter page)
    {
        foreach (var line in Lines)
            Html.Write(page,
                $"""
                <tr><td class="light">{Light(line)}</td><td class="no">{CaseRows.Number(line)}</td>
                <td class="cut">{CaseRows.What(line, W)}</td><td class="wide nowrap soft">{line.Sector}</td>
                <td class="state">{Chip(line)}</td><td class="who">{Who(line)}</td>
                <td class="due">{Due(line)}{Red(line)}{CaseRows.AtOnce(line, W)}</td><td class="wide nowrap soft r">{Stay(line)}</td></tr>

                """);
    }

    private MarkupString Light(CaseLine line) =>
        Once(lights, (line.LightOn(W.Today), line.DueSort, line.Stage, line.Paused), line, static (rows, _, line) => CaseRows.LightOf(line, rows.W));

    private MarkupString Chip(CaseLine line) => Once(chips, (line.Stage, line.Round, Waits: line.HandOn(W.Today) is { } now && InHand.Is(now.Hand, Reader)), line,
        static (rows, chip, _) => StateChip.Of(HandWords.Stage(chip.Stage, chip.Round, rows.W), chip.Waits));

    private MarkupString Who(CaseLine line) => Once(hands, (line.HandOn(W.Today)?.Hand, line.Unit, line.Campaign, line.Stage), line,
        static (rows, _, line) => CaseRows.Who(line, rows.Holders, rows.W));

    private string Due(CaseLine line) => line.DueSort == CaseRow.Never ? CaseRows.Due(line, W)
        : Once(days, line.DueSort, line, static (rows, due, _) => rows.W.Day(due));

    // 立行立改 is said of the whole already.
    private MarkupString Red(CaseLine line) =>
        (line.AtOnce is null || line.TotalDue != line.DueSort) && CaseRows.RedClock(line, W.Today) is { } clock
            ? Once(reds, clock, line, static (rows, clock, _) => Html.Of($"<small class=\"mute\">{CaseRows.Red(clock, rows.W)}</small>")) : default;

    private string Stay(CaseLine line) => line.Open == 0 ? "–"
        : Once(stays, Math.Max(0, W.Today.DayNumber - CaseRows.Since(line, W.Today).DayNumber), line, static (rows, stay, _) => rows.W["list.days", stay]);

    private TDrawn Once<TKey, TDrawn>(Dictionary<TKey, TDrawn> drawn, TKey key, CaseLine line, Func<ListRows, TKey, CaseLine, TDrawn> draw) where TKey : notnull =>
        drawn.TryGetValue(key, out var known) ? known : drawn[key] = draw(this, key, line);
}
