using Dapper;
using Duban.Domain.People;
using Duban.Ledger;
using Duban.Web.Shell;

namespace Duban.Web.People.Pages;

/// <summary>Who gave whom which post, password or token, in the reader's words: read from the ledger, so nobody can have smoothed it.</summary>
public sealed class PersonJournal(EventStore store, City city, UnitRegister units)
{
    private const int Shown = 100;

    /// <summary>The page of the last changes.</summary>
    public static async Task<IResult> Show(HttpContext http, PersonJournal journal) => PeopleChangesPage.Of(await journal.All(Words.Of(http), http.RequestAborted));

    /// <summary>All that happened to one person's entry, newest first.</summary>
    public async Task<SetupJournal> Of(PersonId person, Words w, CancellationToken ct = default) =>
        await Told(await PersonChanges.Of(store, city.Code, person, ct), w, named: false, ct);

    /// <summary>What happened last to anybody's entry, newest first, a hundred at most.</summary>
    public async Task<SetupJournal> All(Words w, CancellationToken ct = default) =>
        await Told(await PersonChanges.All(store, city.Code, ct), w, named: true, ct);

    private async Task<SetupJournal> Told(IReadOnlyList<PersonChange> changes, Words w, bool named, CancellationToken ct)
    {
        await using var db = await store.Connect(ct);
        var names = named ? (await db.QueryAsync<(string Person, string Name)>("select person_id, name from person where jurisdiction = @Code", new { city.Code }))
            .ToDictionary(p => p.Person, p => p.Name) : [];
        var (tree, records, lines) = (await units.Tree(ct), new Dictionary<PersonId, PersonRecord>(), new List<(PersonChange Change, string What)>());
        foreach (var change in changes)
        {
            var record = (records.GetValueOrDefault(change.Person) ?? new(change.Person)).After(change.Fact);
            records[change.Person] = record;
            var what = PersonSentences.Of(change.Fact, record, tree, w);
            lines.Add((change, named ? w["people.change.whose", names.GetValueOrDefault(change.Person.Value, change.Person.Value), change.Person, what] : what));
        }
        var last = lines.OrderByDescending(l => l.Change.Sequence).Take(named ? Shown : lines.Count).ToList();
        var posts = await HeldPosts.Of(db, city.Code, last.Select(l => l.Change.Signed.By));
        return new("", [.. last.Select(l => new SetupChange(posts.On(l.Change.Signed.By, w.DateOf(l.Change.Signed.At), w), l.Change.Signed.At, [l.What]))]);
    }
}
