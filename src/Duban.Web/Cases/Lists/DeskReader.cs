using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Ledger;
using Duban.Web.Cases.Pages;
using Duban.Web.People;
using Duban.Web.Procedures;
using Duban.Web.Shell;

namespace Duban.Web.Cases.Lists;

/// <summary>Reads the desk of whoever looks: a bounded number of rows from ranges of indexes, whatever the ledger holds.</summary>
public sealed class DeskReader(EventStore store, City city, HolderReader holders, CaseTallies tallies, CaseLedger ledger, CaseDoor door, ReporterWords reporter)
{
    /// <summary>Where counting stops.</summary>
    public const int Most = 1000;

    /// <summary>The desk; those who have none are shown the list, and the administrator the people.</summary>
    public async Task<IResult> Show(HttpContext http)
    {
        var by = SignedIn.ActorOf(http);
        return by.Role switch
        {
            Role.Administrator => Results.Redirect("/people"),
            Role.Reader or Role.Resident => Results.Redirect("/cases"),
            _ => DeskPage.Of(await Read(by, http.RequestAborted)),
        };
    }

    /// <summary>The same for a program; those who have no desk have no groups.</summary>
    public async Task<IResult> Api(HttpContext http)
    {
        var desk = await Read(SignedIn.ActorOf(http), http.RequestAborted);
        return Results.Ok(DeskView.Of(desk, Words.Of(http)));
    }

    private async Task<Desk> Read(Actor by, CancellationToken ct)
    {
        var act = door.ActOf(by);
        var named = await holders.On(act.Today, ct);
        var (groups, shown) = (new List<DeskGroup>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var section in DeskSection.Of(by.Role, act.Today)) groups.Add(await Group(section, act, shown, ct));
        IReadOnlyList<Hand> own = InHand.Is(Hand.Unit, by.Role) ? [Hand.Unit] : [];
        var (tomorrow, _) = await CaseList.Read(store, city.Code, by, new CaseFilter { DueFrom = act.Today, DueTo = act.Today, Size = 6, Hands = own }, act.Today, ct);
        return new(act, named.Units.Find(by.Unit.Unit) ?? new Unit(by.Unit.Unit, by.Unit, by.Unit.Unit.Value, by.UnitKind),
            [.. groups.Where(g => g.Rows.Count > 0)], [.. groups.Where(g => g.Section.Counted).Take(5)], tomorrow,
            Rights.SeesUnassigned(by) ? await News.Read(store, city.Code, ct) : [])
        {
            Holders = named,
            Tallies = await tallies.Now(ct),
        };
    }

    // Among the lights a case stands once, under the worst; what waits for this reader's own act stands in its group as well.
    private async Task<DeskGroup> Group(DeskSection section, Act act, HashSet<string> shown, CancellationToken ct)
    {
        var (count, above, rows, oldest) = (0, 0, new List<DeskRow>(), new List<CaseLine>());
        foreach (var filter in section.Filters)
        {
            var (lines, next) = await CaseList.Read(store, city.Code, act.By, filter with { Size = section.Rows }, act.Today, ct);
            count += next is null ? lines.Count : await CaseList.Count(store, city.Code, act.By, filter, act.Today, Most, ct);
            // In the order of due dates whoever has waited longest may stand behind what is shown.
            oldest.AddRange(next is null || section.Light is not null || count >= Most ? lines : await CaseList.Longest(store, city.Code, act.By, filter, act.Today, ct));
            foreach (var line in lines)
            {
                if (!shown.Add(line.Case) && section.Light is not null) above++;
                else if (await ledger.Known(city.Code, new CaseId(line.Case)) is { } c) rows.Add(new(line, c) { Said = await Said(c) });
            }
        }
        return new(section, Math.Min(count, Most - 1), count >= Most, rows)
        {
            Above = above,
            Oldest = section.Light is not null ? oldest.MinBy(l => l.DueSort) : count >= Most ? null : oldest.MinBy(l => CaseRows.Since(l, act.Today)),
        };
    }

    // All leads of residents bear one title: the clerk tells them apart by their words, which are in no list and no search.
    private async Task<string?> Said(Case c) => c is { Stage: Stage.Reported, Matter.Source: ReportLead.FromResident } ? (await reporter(c.Id))?.Words : null;
}
