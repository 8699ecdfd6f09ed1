using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Web.Shell;
using Duban.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace Duban.Web.Cases.Lists;

/// <summary>The rows of one page of a list of cases: what repeats down a column is drawn once, without a closure for each cell.</summary>
/// <param name="lines">The cases.</param>
/// <param name="reader">In which role the reader looks: what waits for it is marked.</param>
/// <param name="holders">How holders are named today.</param>
/// <param name="words">The reader's words.</param>
public sealed class ListRows(IReadOnlyList<CaseLine> lines, Role reader, Holders holders, Words words)
{
    private readonly Dictionary<(Light, DateOnly Due, string Stage, int Paused), MarkupString> lights = [];
    private readonly Dictionary<(string Stage, int Round, bool Waits), MarkupString> chips = [];
    private readonly Dictionary<(Hand?, string? Unit, string? Campaign, string Stage), MarkupString> hands = [];
    private readonly Dictionary<DateOnly, string> days = [];
    private readonly Dictionary<int, string> stays = [];
    private readonly Dictionary<(RedClock Clock, string? Awaits), MarkupString> reds = [];

    /// <summary>Writes them.</summary>
    public void Write(TextWriter page)
    {
        foreach (var line in lines)
            Html.Write(page,
                $"""
                <tr><td class="light">{Light(line)}</td><td class="no">{CaseRows.Number(line)}</td>
                <td class="cut">{CaseRows.What(line, words)}</td><td class="wide nowrap soft">{line.Sector}</td>
                <td class="state">{Chip(line)}</td><td class="who">{Who(line)}</td>
                <td class="due">{Due(line)}{Red(line)}{CaseRows.AtOnce(line, words)}</td><td class="wide nowrap soft r">{Stay(line)}</td></tr>

                """);
    }

    private MarkupString Light(CaseLine line)
    {
        var looks = (line.LightOn(words.Today), line.DueSort, line.Stage, line.Paused);
        return lights.TryGetValue(looks, out var drawn) ? drawn : lights[looks] = CaseRows.LightOf(line, words);
    }

    private MarkupString Chip(CaseLine line)
    {
        var looks = (line.Stage, line.Round, Waits: line.HandOn(words.Today) is { } now && InHand.Is(now.Hand, reader));
        return chips.TryGetValue(looks, out var drawn) ? drawn : chips[looks] = StateChip.Of(HandWords.Stage(line.Stage, line.Round, words), looks.Waits);
    }

    private MarkupString Who(CaseLine line)
    {
        var looks = (line.HandOn(words.Today)?.Hand, line.Unit, line.Campaign, line.Stage);
        return hands.TryGetValue(looks, out var drawn) ? drawn : hands[looks] = CaseRows.Who(line, holders, words);
    }

    private string Due(CaseLine line) => line.DueSort == CaseRow.Never ? CaseRows.Due(line, words)
        : days.TryGetValue(line.DueSort, out var drawn) ? drawn : days[line.DueSort] = words.Day(line.DueSort);

    private MarkupString Red(CaseLine line)
    {
        // 立行立改 is said of the whole already.
        if (line.RedOf(words.Today) is not { } clock || line.AtOnce is not null && clock == RedClock.Total) return default;
        return reds.TryGetValue((clock, line.Awaits), out var drawn) ? drawn : reds[(clock, line.Awaits)] = Html.Of($"<small class=\"mute\">{CaseRows.Red(clock, line, words)}</small>");
    }

    private string Stay(CaseLine line)
    {
        if (line.Open == 0) return "–";
        var stay = Math.Max(0, words.Today.DayNumber - CaseRows.Since(line, words.Today).DayNumber);
        return stays.TryGetValue(stay, out var drawn) ? drawn : stays[stay] = words["list.days", stay];
    }
}
