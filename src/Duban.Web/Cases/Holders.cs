using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.People;
using Duban.Web.Procedures;
using Duban.Web.Shell;

namespace Duban.Web.Cases;

/// <summary>Reads what is needed to name whoever holds a case.</summary>
public sealed class HolderReader(UnitRegister units, PostsHeld posts, Campaigns campaigns, City city)
{
    /// <summary>The city as it stands on a day.</summary>
    public async ValueTask<Holders> On(DateOnly day, CancellationToken ct = default) =>
        new(await units.Tree(ct), await posts.On(day, ct), await campaigns.All(city.Code));
}

/// <summary>Names whoever holds a case by unit and post, and only by posts that somebody holds: the one place where page, list, desk, refusal and API take the name from.</summary>
/// <param name="Units">The city's units.</param>
/// <param name="Posts">The posts of the day.</param>
/// <param name="Campaigns">The city's campaigns, each run by an office.</param>
public sealed record Holders(UnitTree Units, PostsOn Posts, IReadOnlyList<Campaign> Campaigns)
{
    // A list names the same few holders fifty times; a reading serves one request, in one language.
    private readonly Dictionary<(Hand Hand, UnitId? Unit, string? Campaign, Words Words), string> said = [];

    /// <summary>Unit and posts, e.g. 市整改办 · 经办员.</summary>
    public string Name(Hand hand, Case c, Words w) => Name(hand, c.Holding is { } h ? Units.Find(h.Unit.Unit) : null, c.Campaign, w);

    /// <summary>The same of a unit and a campaign.</summary>
    /// <param name="hand">Whose turn it is.</param>
    /// <param name="unit">The unit that answers for it, or is to; null when that is not known.</param>
    /// <param name="campaign">The campaign's code, or null for a lead.</param>
    /// <param name="w">The reader's words.</param>
    public string Name(Hand hand, Unit? unit, string? campaign, Words w)
    {
        var asked = (hand, unit?.Id, campaign, w);
        return said.TryGetValue(asked, out var name) ? name : said[asked] = Named(hand, unit, campaign, w);
    }

    private string Named(Hand hand, Unit? unit, string? campaign, Words w) => hand switch
    {
        Hand.Unit when unit is not null => OfUnit(unit, InHand.RolesOf(hand), w),
        Hand.Office or Hand.Leader => OfOffice(campaign, InHand.RolesOf(hand), w),
        Hand.Approver => w["hand.either", OfOffice(campaign, InOffices(hand), w), OfCity([.. InHand.RolesOf(hand).Except(InOffices(hand))], w)],
        Hand.Verifier => OfVerifiers(unit, InHand.RolesOf(hand), w),
        Hand.Acceptor => OfCity(InHand.RolesOf(hand), w),
        _ => HandWords.Of(hand, w),
    };

    /// <summary>Short, for a list: where the unit alone says it, the unit.</summary>
    public string Short(Hand hand, Unit? unit, string? campaign, Words w) => hand switch
    {
        Hand.Unit when unit is not null => unit.Name,
        Hand.Office when Office(campaign, InHand.RolesOf(hand)) is { } office => office.Name,
        _ => Name(hand, unit, campaign, w),
    };

    /// <summary>What is to be known before a unit gets a case: that nobody there holds a post that can sign for it, and who may in their place; null where somebody can.</summary>
    public string? NobodySigns(Unit unit, Words w) => Posts.In(unit.Id, InHand.RolesOf(Hand.Unit)).Count > 0 ? null : OfUnit(unit, InHand.RolesOf(Hand.Unit), w);

    /// <summary>Other offices whose posts may act as well as the one that is named; empty where no office has it.</summary>
    /// <param name="now">Whose turn it is, and with what.</param>
    /// <param name="c">The case.</param>
    /// <param name="w">The reader's words.</param>
    public IReadOnlyList<string> Others(InHand now, Case c, Words w)
    {
        var roles = now.Hand is Hand.Office or Hand.Leader or Hand.Approver ? InOffices(now.Hand) : [];
        if (Office(c.Campaign, roles) is not { } named) return [];
        bool May(Unit unit, Role role) => Rights.Refusal(Actor.InPost(role, unit), now.Act, c.Holding?.Unit, c.CoUnits) is null;
        return
        [
            .. from unit in roles.SelectMany(Posts.With).Distinct()
               where unit.Id != named.Id
               let able = Posts.In(unit.Id, roles).Where(role => May(unit, role)).ToList()
               where able.Count > 0
               select HandWords.Named(unit.Name, able, w),
        ];
    }

    // Whoever stands above may act for a unit without anybody in post.
    private string OfUnit(Unit unit, IReadOnlyList<Role> roles, Words w)
    {
        if (Posts.In(unit.Id, roles) is { Count: > 0 } held) return HandWords.Named(unit.Name, held, w);
        var above = Units.Above(unit.Path.Above).Reverse().FirstOrDefault(u => Posts.In(u.Id, roles).Count > 0);
        return above is null ? HandWords.Vacant(unit.Name, roles, w)
            : w["hand.by_above", HandWords.Vacant(unit.Name, roles, w), HandWords.Named(above.Name, Posts.In(above.Id, roles), w)];
    }

    private string OfOffice(string? campaign, IReadOnlyList<Role> roles, Words w)
    {
        if (Office(campaign, roles) is { } office) return HandWords.Named(office.Name, Posts.In(office.Id, roles), w);
        var held = roles.Where(role => Posts.With(role).Any()).ToList();
        return held.Count > 0 ? HandWords.Named(w["hand.at.office"], held, w) : HandWords.Vacant(Run(campaign)?.Name ?? w["hand.at.office"], roles, w);
    }

    // The office that runs the campaign; where nobody there has the post, the only other one that has: its posts reach the whole city.
    private Unit? Office(string? campaign, IReadOnlyList<Role> roles) =>
        Run(campaign) is { } own && Posts.In(own.Id, roles).Count > 0 ? own
        : roles.SelectMany(Posts.With).Distinct().ToList() is [var only] ? only : null;

    private Unit? Run(string? campaign) => Campaigns.FirstOrDefault(c => c.Code == campaign) is { } found ? Units.Find(found.Office) : null;

    private string OfCity(IReadOnlyList<Role> roles, Words w) => OneOrAll([.. roles.SelectMany(Posts.With).Distinct()], w["hand.at.city"], roles, w);

    // A county's or park's own departments come first; where none of them may come, the city's bureaus verify. Named is only who may, by the rules of the act.
    private string OfVerifiers(Unit? unit, IReadOnlyList<Role> roles, Words w)
    {
        var able = roles.SelectMany(role => Posts.With(role).Where(u => unit is null || FourEyes.MayVerify(unit, Actor.InPost(role, u)))).ToList();
        var area = unit?.Path.Area is { } code && Units.Find(code) is { Kind: UnitKind.County or UnitKind.Park } home ? home : null;
        var own = able.Where(u => area?.Path.Holds(u.Path) == true).ToList();
        if (own.Count > 0) return OneOrAll(own, w["hand.at.departments", area!.Name], roles, w);
        var bureaus = able.Where(u => u.Path.Depth == 2 && u.Kind == UnitKind.Bureau).ToList();
        return OneOrAll(bureaus, bureaus.Count > 0 || area is null ? w["hand.at.city"] : w["hand.at.departments", area.Name], roles, w);
    }

    private static string OneOrAll(IReadOnlyList<Unit> units, string all, IReadOnlyList<Role> roles, Words w) => units switch
    {
        [] => HandWords.Vacant(all, roles, w),
        [var only] => HandWords.Named(only.Name, roles, w),
        _ => HandWords.Named(all, roles, w),
    };

    private static IReadOnlyList<Role> InOffices(Hand hand) => [.. InHand.RolesOf(hand).Intersect(RoleFit.RolesOf(UnitKind.Office))];
}
