using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Web.People;

namespace Duban.Web.Cases.Lists;

/// <summary>The numbers beside the menu's entries, from the tallies alone.</summary>
public sealed class MenuCounts(CaseTallies tallies)
{
    /// <summary>Numbers by the entry's key; an entry whose number the tallies cannot tell has none.</summary>
    public async ValueTask<IReadOnlyDictionary<string, int>> Of(HttpContext http)
    {
        var by = SignedIn.ActorOf(http);
        var sheet = await tallies.Now(http.RequestAborted);
        var counts = new Dictionary<string, int>(WaitingFor.All.Count + 2);
        Add("desk", t => t.Hand is { } hand && InHand.Is(hand, by.Role));
        Add("cases", t => !t.Stage.IsEnd());
        Add("notice", t => t.Stage == Stage.OnNotice);
        foreach (var list in WaitingFor.All.Where(l => l.Roles.Contains(by.Role))) Add(list.Key, list.Counts);
        return counts;

        void Add(string key, Func<Tally, bool> which)
        {
            if (sheet.Count(by, which) is > 0 and var count) counts[key] = (int)Math.Min(count, int.MaxValue);
        }
    }
}
