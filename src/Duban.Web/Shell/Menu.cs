using Duban.Domain.Cases;
using Duban.Domain.People;
using static Duban.Domain.People.Role;

namespace Duban.Web.Shell;

/// <summary>The product's menu: one table. An entry shows itself to its roles, and only once its page exists.</summary>
public sealed class Menu(EndpointDataSource endpoints)
{
    private static readonly Role[] everybody = [Reader, Liaison, UnitLeader, Verifier, Acceptor, Clerk, Head, Administrator];
    private static readonly Role[] office = [Clerk, Head];

    private static readonly MenuEntry[] all =
    [
        new("nav.daily", "desk", "/", 1, [Liaison, UnitLeader, Verifier, Acceptor, Clerk, Head]),
        new("nav.daily", "cases", "/cases", 2, everybody),
        new("nav.daily", "hand_over", "/hand-over", 0, office),
        new("nav.daily", "import", "/import", 0, office),
        new("nav.loop", "to_sign", "/to-sign", 3, [.. InHand.RolesOf(Hand.Unit), .. office]),
        new("nav.loop", "slips", "/slips", 0, [.. InHand.RolesOf(Hand.Unit), .. office]),
        new("nav.loop", "to_verify", "/to-verify", 4, [Verifier, Clerk, Head]),
        new("nav.loop", "survey", "/survey", 0, office),
        new("nav.loop", "notice", "/on-notice", 0, [Reader, .. office]),
        new("nav.loop", "to_accept", "/to-accept", 4, [Acceptor, Clerk, Head]),
        new("nav.loop", "look_back", "/look-back", 0, [Verifier, Acceptor, Clerk, Head]),
        new("nav.setup", "campaigns", "/campaigns", 0, everybody),
        new("nav.setup", "calendar", "/calendar", 0, everybody),
        new("nav.setup", "people", "/people", 0, [Clerk, Head, Administrator]),
    ];

    private readonly Lazy<MenuEntry[]> existing = new(() =>
    {
        var pages = endpoints.Endpoints.OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText?.Trim('/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. all.Where(e => pages.Contains(e.Path))];
    });

    /// <summary>The menu of one reader on one page.</summary>
    public IReadOnlyList<MenuGroup> For(Viewer viewer, string path, Words words, IReadOnlyDictionary<string, int> counts)
    {
        var mine = existing.Value.Where(e => e.Roles.Contains(viewer.Role)).ToList();
        var current = mine.Where(e => Under(path, e.Path)).MaxBy(e => e.Path.Length);
        return [.. mine.GroupBy(e => e.Group).Select(g => new MenuGroup(words[g.Key], [.. g.Select(e =>
            new MenuLink(e.Key, words["nav." + e.Key], e.Path, counts.TryGetValue(e.Key, out var n) ? n : null, e == current, e.Tab))]))];
    }

    private static bool Under(string path, string entry) => entry == "/"
        ? path == "/"
        : path.StartsWith(entry, StringComparison.OrdinalIgnoreCase) && (path.Length == entry.Length || path[entry.Length] == '/');
}
