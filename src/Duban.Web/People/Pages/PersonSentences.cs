using Duban.Domain.People;
using Duban.Web.Shell;

namespace Duban.Web.People.Pages;

/// <summary>Every fact of the register in a sentence.</summary>
public static class PersonSentences
{
    /// <summary>What happened.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="record">The person's record with it.</param>
    /// <param name="tree">Names of units.</param>
    /// <param name="w">The reader's words.</param>
    public static string Of(PersonEvent fact, PersonRecord record, UnitTree tree, Words w)
    {
        return fact switch
        {
            PersonEvent.Entered e => w["people.change.person_entered", Post(e.Post), w.ShortDay(e.Since)],
            PersonEvent.PostGiven e => w["people.change.post_given", Post(e.Post), w.ShortDay(e.Since)],
            PersonEvent.PostEnded e => w["people.change.post_ended", Post(e.Post), w.ShortDay(e.Until)],
            PersonEvent.ShutOut => w["people.change.shut_out"],
            PersonEvent.LetIn => w["people.change.let_in"],
            PersonEvent.PasswordSet { OneTime: true } => w["people.change.password_set_once"],
            PersonEvent.PasswordSet => w["people.change.password_set"],
            PersonEvent.TokenMade { Writes: true } e => w["people.change.token_made_write", e.Name, Post(e.Post), w.ShortDay(w.DateOf(e.ExpiresAt))],
            PersonEvent.TokenMade e => w["people.change.token_made_read", e.Name, Post(e.Post), w.ShortDay(w.DateOf(e.ExpiresAt))],
            PersonEvent.TokenRevoked e => w["people.change.token_revoked", record.Tokens[e.Token].Made?.Name ?? e.Token],
            _ => throw new ArgumentOutOfRangeException(nameof(fact)),
        };

        string Post(string id) => record.Posts.TryGetValue(id, out var post) ? $"{tree.Find(post.Unit)?.Name ?? post.Unit.Value} · {PeopleWords.Of(post.Role, w)}" : id;
    }
}
