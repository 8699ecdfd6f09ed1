using Duban.Domain;
using Duban.Domain.People;
using Duban.Web.Clock;
using Duban.Web.People;

namespace Duban.Web.CommandLine;

/// <summary>What <c>duban user</c> does to the register; a web node sees it within five seconds.</summary>
internal sealed class UserWork
{
    /// <summary>Who signs for what the command line does to the register.</summary>
    public const string Signer = "duban user";

    private readonly Terminal terminal;
    private readonly UnitRegister units;
    private readonly PeopleRegister people;

    public UserWork(Installation installation, Terminal terminal)
    {
        this.terminal = terminal;
        units = new(installation.Store, installation.City, installation.Clock, new RealTime(installation.Clock));
        people = PeopleRegister.Of(installation);
    }

    public async Task<int> Add(string user, string name, string unitText, string roleText, bool oneTime, CancellationToken ct)
    {
        var tree = await units.Tree(ct);
        var unit = UnitId.TryParse(unitText, null, out var id) && tree.Find(id) is { } byCode ? byCode : tree.Named(unitText) is [var only] ? only : null;
        if (unit is null) return terminal.Refuse([new("post.unit_unknown", null, unitText)]);
        if (!Enum.TryParse<Role>(roleText, ignoreCase: true, out var role) || int.TryParse(roleText, out _) || role == Role.Resident)
            return terminal.Refuse([new("post.role_unknown", null, roleText, NewPerson.Roles)]);
        var person = new NewPerson(user, name, unit.Id, role);
        if (person.Judge(tree) is { Count: > 0 } reasons) return terminal.Refuse(reasons);
        return AskPassword(user, oneTime) is { } password ? Answer(await people.Add(person, password, oneTime, Signer, ct), made: oneTime ? password : null) : Exit.BadInput;
    }

    public async Task<int> Disable(string user, bool undo, CancellationToken ct) =>
        Answer(undo ? await people.Enable(new(user), Signer, ct) : await people.Disable(new(user), Signer, ct), Exit.Nothing);

    public async Task<int> Password(string user, bool oneTime, CancellationToken ct)
    {
        if ((await people.All(ct)).All(p => p.UserName != user)) return Answer([new("person.unknown", null, user)], Exit.Nothing);
        return AskPassword(user, oneTime) is { } password
            ? Answer(await people.SetPassword(new(user), password, oneTime, Signer, ct), made: oneTime ? password : null) : Exit.BadInput;
    }

    public async Task<int> List(CancellationToken ct)
    {
        var tree = await units.Tree(ct);
        foreach (var row in await people.All(ct))
            terminal.Out.WriteLine(string.Join('\t', row.Person, row.Name, row.Role?.ToString() ?? "-",
                row.Unit is null ? "-" : tree.Find(new(row.Unit))?.Name ?? row.Unit, Remark(row)));
        return Exit.Done;
    }

    private string Remark(PersonRow row) => row.DisabledAt is not null ? terminal.Words("停用", "disabled")
        : row.Until is { } until ? terminal.Words($"至 {until:yyyy-MM-dd}", $"until {until:yyyy-MM-dd}") : "";

    private string? AskPassword(string user, bool oneTime)
    {
        if (oneTime) return Web.People.Password.OneTime();
        var password = terminal.Secret("密码：", "Password: ") ?? "";
        if (Web.People.Password.Judge(password, user) is not { Count: > 0 } reasons) return password;
        terminal.Refuse(reasons);
        return null;
    }

    // A password that was made stands alone on standard output, so that it can be piped.
    private int Answer(IReadOnlyList<Reason> reasons, int refused = Exit.BadInput, string? made = null)
    {
        if (reasons.Count > 0)
        {
            terminal.Refuse(reasons);
            return refused;
        }
        if (made is null)
        {
            terminal.Say("已办理", "Done");
            return Exit.Done;
        }
        terminal.Complain("一次性密码，只显示这一次：", "One-time password, shown only now:");
        terminal.Out.WriteLine(made);
        return Exit.Done;
    }
}
