using System.Collections.Immutable;

namespace Duban.Domain.People;

/// <summary>What the register must say of a person, folded from what happened.</summary>
/// <param name="Person">Who.</param>
public sealed record PersonRecord(PersonId Person)
{
    /// <summary>Posts by their ids, ended ones too.</summary>
    public ImmutableSortedDictionary<string, Post> Posts { get; private init; } = ImmutableSortedDictionary.Create<string, Post>(StringComparer.Ordinal);

    /// <summary>Tokens by their ids, revoked ones too.</summary>
    public ImmutableSortedDictionary<string, MachineToken> Tokens { get; private init; } = ImmutableSortedDictionary.Create<string, MachineToken>(StringComparer.Ordinal);

    /// <summary>True while the person may not come in.</summary>
    public bool IsShutOut { get; private init; }

    /// <summary>The record after one more fact.</summary>
    public PersonRecord After(PersonEvent fact) => fact switch
    {
        PersonEvent.Entered e => Held(e.Post, e.Unit, e.Role, e.Since),
        PersonEvent.PostGiven e => Held(e.Post, e.Unit, e.Role, e.Since),
        PersonEvent.PostEnded e => Posts.TryGetValue(e.Post, out var post) ? this with { Posts = Posts.SetItem(e.Post, post with { Until = e.Until }) } : this,
        PersonEvent.ShutOut => this with { IsShutOut = true },
        PersonEvent.LetIn => this with { IsShutOut = false },
        PersonEvent.TokenMade e => this with { Tokens = Tokens.SetItem(e.Token, new(e, Revoked: false)) },
        PersonEvent.TokenRevoked e => this with { Tokens = Tokens.SetItem(e.Token, Tokens.GetValueOrDefault(e.Token, new(null, false)) with { Revoked = true }) },
        PersonEvent.PasswordSet => this,
        _ => throw new ArgumentOutOfRangeException(nameof(fact)),
    };

    private PersonRecord Held(string id, UnitId unit, Role role, DateOnly since) =>
        this with { Posts = Posts.SetItem(id, new Post(id, Person, unit, role, since, null)) };
}

/// <summary>A machine's token as the record knows it.</summary>
/// <param name="Made">How it was made; null when that is not on record.</param>
/// <param name="Revoked">True once it has been taken back.</param>
public sealed record MachineToken(PersonEvent.TokenMade? Made, bool Revoked);
