using Duban.Domain.People;

namespace Duban.Domain.Tests.Cases.Search;

/// <summary>Who may act in a search: people, each with the posts they can act in.</summary>
internal sealed record Cast(IReadOnlyList<Person> People)
{
    /// <summary>So many people, every one of them holding every post there is.</summary>
    public static Cast Colluding(int people) => new([.. Enumerable.Range(1, people).Select(n => new Person(new($"p{n}"), EveryPost))]);

    /// <summary>Honest people enough for every case: one post each.</summary>
    public static Cast Honest { get; } = new([.. new[]
    {
        Town.Clerk, Town.Head, Town.CountyLiaison, Town.Liaison, Town.CultureLiaison, Town.Verifier, Town.Acceptor,
        Town.Post("bureau-verifier", Role.Verifier, Town.EmergencyBureau),
    }.Select(a => new Person(a.Person, [a]))]);

    private static IReadOnlyList<Actor> EveryPost { get; } =
    [
        Town.Clerk, Town.Head, Town.CountyLiaison, Town.Liaison, Town.CultureLiaison, Town.Verifier, Town.Post("", Role.Verifier, Town.EmergencyBureau),
        Town.Acceptor, Town.SecondAcceptor, Town.Post("", Role.Acceptor, Town.CultureBureau),
    ];
}

/// <summary>A person of a search.</summary>
internal sealed record Person(PersonId Id, IReadOnlyList<Actor> Posts)
{
    /// <summary>The person in each of their posts.</summary>
    public IReadOnlyList<Actor> Hats { get; } = [.. Posts.Select(p => p with { Person = Id })];
}
