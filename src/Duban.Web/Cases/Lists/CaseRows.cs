using Duban.Domain.Calendar;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.Cases.Pages;
using Duban.Web.Shell;
using Duban.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace Duban.Web.Cases.Lists;

/// <summary>What a row says of a case, in a list and on the desk: pieces of HTML and no components, because a page holds up to two hundred.</summary>
public static class CaseRows
{
    /// <summary>The light of a case with the number that caused it, e.g. 超期 6 天.</summary>
    public static MarkupString LightOf(CaseLine line, Words w) => LightMark.Of(CaseClocks.Lamp(line.LightOn(w.Today)), LightWord(line, w));

    /// <summary>The light's word.</summary>
    public static string LightWord(CaseLine line, Words w)
    {
        var left = line.DueSort.DayNumber - w.Today.DayNumber;
        return line.LightOn(w.Today) switch
        {
            Light.Done => w["stage." + line.Stage],
            Light.None => w[line.Paused == 1 ? "clock.paused" : "light.none"],
            Light.Orange when left > 0 => w["list.orange", left],
            Light.Yellow when left > 0 => w["list.yellow", left],
            _ => w.DaysLeft(left),
        };
    }

    /// <summary>Number as a link.</summary>
    public static MarkupString Number(CaseLine line) => Html.Of($"""<a href="/cases/{line.Case}">{line.Number ?? line.Case}</a>""");

    /// <summary>Level, title and the first words of the problem, in one line.</summary>
    public static MarkupString What(CaseLine line, Words w)
    {
        var major = line.Level == "major" ? Html.Of($"{StateChip.Major(w["level.major"])} ") : default;
        var more = line.Description == line.Title ? line.Place : line.Description;
        return Html.Of($"""<div class="one-line">{major}<a class="t" href="/cases/{line.Case}">{line.Title}</a>　<span class="mute">{more}</span></div>""");
    }

    /// <summary>In whose hands it is, and below it the responsible unit, or the one that is to have it.</summary>
    public static MarkupString Who(CaseLine line, Holders holders, Words w)
    {
        var (hand, unit) = (Held(line, holders, w), Responsible(line, holders, w));
        return hand is null || hand == unit ? Html.Of($"{unit}") : Html.Of($"{hand}<small class=\"mute\">{unit}</small>");
    }

    /// <summary>In whose hands it is, in a word; null at an end.</summary>
    public static string? Held(CaseLine line, Holders holders, Words w) =>
        line.HandOn(w.Today) is { } now ? holders.Short(now.Hand, UnitOf(line, holders), line.Campaign, w) : null;

    /// <summary>The responsible unit; before it is handed over, the one that is to have it.</summary>
    public static string Responsible(CaseLine line, Holders holders, Words w) => line.Unit is not { } code ? w["list.nobody"]
        : line.Stage is "reported" or "registered" or "graded" or "returned" ? w["list.proposed", UnitOf(line, holders)?.Name ?? code] : UnitOf(line, holders)?.Name ?? code;

    /// <summary>Since when whoever has it has had it; at an end, since that end.</summary>
    public static DateOnly Since(CaseLine line, DateOnly today) => line.HandOn(today)?.Since ?? line.Since;

    /// <summary>The date that decides, or the words that stand for one; of what has ended, the day it did.</summary>
    public static string Due(CaseLine line, Words w) => line.DueSort != CaseRow.Never ? w.Day(line.DueSort)
        : line.Open == 0 && line.ReviewOn is { } on ? w[line.Stage == "long_term" ? "list.review" : "case.by", w.Day(on)]
        : line.Open == 0 ? w[line.Stage == "struck_off" ? "list.struck_off_on" : "list.ended_on", w.Day(line.Since)]
        : line.ProposedDue is { } day ? w["list.proposed", w.ShortDay(day)] : line.DueWords ?? w["list.no_due"];

    /// <summary>Which clock is red, for the words beside the light may be those of the other.</summary>
    public static string Red(RedClock clock, CaseLine line, Words w) => clock switch
    {
        RedClock.Total => w["list.red.total"],
        _ when line.Awaits == CaseRow.Word(Step.SelfCheck) => w["list.red.work"],
        _ => w["list.red.step", w[$"step.{line.Awaits}"]],
    };

    // 立行立改 · 限 3 个工作日; its day stands beside it where another day decides.
    internal static MarkupString AtOnce(CaseLine line, Words w) => line is not { AtOnce: { } given, TotalDue: { } due } ? default
        : Html.Of($"<small class=\"mute\">{(due == line.DueSort ? AtOnceWords.Of(given, w) : AtOnceWords.Of(given, w.ShortDay(due), w))}</small>");

    private static Unit? UnitOf(CaseLine line, Holders holders) => UnitId.TryParse(line.Unit, null, out var id) ? holders.Units.Find(id) : null;
}
