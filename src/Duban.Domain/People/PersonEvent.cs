namespace Duban.Domain.People;

/// <summary>What happened to a person's entry in the register. The four-eyes rules stand on who holds which post, so this is chained as cases are.</summary>
/// <remarks>Names of people stand in no fact: they may change and be corrected. The signer and the instant stand in the envelope.</remarks>
public abstract record PersonEvent
{
    private PersonEvent() { }

    /// <summary>Entered, with a first post.</summary>
    /// <param name="Post">The post's id, e.g. <c>hengdong-liaison.1</c>.</param>
    /// <param name="Unit">Where.</param>
    /// <param name="Role">What it allows.</param>
    /// <param name="Since">The first day, local.</param>
    public sealed record Entered(string Post, UnitId Unit, Role Role, DateOnly Since) : PersonEvent;

    /// <summary>One more post.</summary>
    /// <param name="Post">The post's id.</param>
    /// <param name="Unit">Where.</param>
    /// <param name="Role">What it allows.</param>
    /// <param name="Since">The first day, local.</param>
    public sealed record PostGiven(string Post, UnitId Unit, Role Role, DateOnly Since) : PersonEvent;

    /// <summary>A post has ended.</summary>
    /// <param name="Post">The post's id.</param>
    /// <param name="Until">The last day, local and inclusive.</param>
    public sealed record PostEnded(string Post, DateOnly Until) : PersonEvent;

    /// <summary>Shut out, at every browser and for every token.</summary>
    public sealed record ShutOut : PersonEvent;

    /// <summary>Let in again.</summary>
    public sealed record LetIn : PersonEvent;

    /// <summary>Somebody else has set the person's password, and could have signed with it.</summary>
    /// <param name="OneTime">True when it must be changed at the first sign-in.</param>
    public sealed record PasswordSet(bool OneTime) : PersonEvent;

    /// <summary>A machine may act for the person from now on.</summary>
    /// <param name="Token">The token's id, never the token.</param>
    /// <param name="Name">What it is for.</param>
    /// <param name="Post">The post it acts in.</param>
    /// <param name="Writes">True when it may act, false when it may only look.</param>
    /// <param name="ExpiresAt">Its end, UTC.</param>
    /// <param name="Hash">The token's SHA-256 in hexadecimal digits: of 256 random bits it tells nothing, and no other token can take its place.</param>
    public sealed record TokenMade(string Token, string Name, string Post, bool Writes, DateTimeOffset ExpiresAt, string Hash) : PersonEvent;

    /// <summary>The machine may act no more.</summary>
    /// <param name="Token">The token's id.</param>
    public sealed record TokenRevoked(string Token) : PersonEvent;
}
