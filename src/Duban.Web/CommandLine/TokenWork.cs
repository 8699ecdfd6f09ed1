using Duban.Domain.Calendar;
using Duban.Domain.People;
using Duban.Web.Clock;
using Duban.Web.People;

namespace Duban.Web.CommandLine;

/// <summary>What <c>duban user token</c> does: a token is printed once, alone on standard output, so that it can be piped.</summary>
internal sealed class TokenWork(Installation installation, Terminal terminal)
{
    private readonly RealTime time = new(installation.Clock);

    private ApiTokens Tokens => new(installation.Store, installation.City, installation.Clock, time);

    public async Task<int> Issue(string user, string name, bool write, int days, string? postId, CancellationToken ct)
    {
        if (ApiTokens.Judge(name, days) is { Count: > 0 } wrong) return terminal.Refuse(wrong);
        var standing = PersonId.TryParse(user, null, out var person) ? await new Standings(installation.Store, installation.City, time).Of(person, ct) : null;
        var post = standing?.HeldOn(WorkCalendar.China.LocalDate(installation.Clock.GetUtcNow())).FirstOrDefault(p => postId is null || p.Id == postId);
        if (standing is null || standing.Disabled || post is null)
        {
            terminal.Refuse([standing is null ? new("person.unknown", null, user) : new("token.no_post", null, user)]);
            return Exit.Nothing;
        }
        var (token, id) = await Tokens.Issue(post, name, write ? TokenScope.Write : TokenScope.Read, TimeSpan.FromDays(days), UserWork.Signer, ct);
        terminal.Complain($"令牌 {id}，{days} 天有效，只显示这一次：", $"Token {id}, valid for {days} days, shown only now:");
        terminal.Out.WriteLine(token);
        return Exit.Done;
    }

    public async Task<int> Revoke(string user, string id, CancellationToken ct)
    {
        if (!await Tokens.Revoke(new(user), id, UserWork.Signer, ct))
        {
            terminal.Refuse([new("token.unknown", null, id)]);
            return Exit.Nothing;
        }
        terminal.Say("已吊销", "Revoked");
        return Exit.Done;
    }
}
