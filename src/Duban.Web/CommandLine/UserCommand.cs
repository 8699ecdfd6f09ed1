using System.CommandLine;
using Duban.Web.People;

namespace Duban.Web.CommandLine;

/// <summary><c>duban user …</c>: who may come in. Passwords come from the keyboard or standard input, never from the command line.</summary>
public static class UserCommand
{
    /// <summary>The command and its five verbs.</summary>
    public static Command Create(Terminal terminal, Place place) =>
        new("user", terminal.Words("人员、账号与令牌", "people, accounts and tokens"))
        {
            Add(terminal, place), Disable(terminal, place), Password(terminal, place), Token(terminal, place), List(terminal, place),
        };

    private static Argument<string> NameOf(Terminal terminal) => new("USER") { Description = terminal.Words("登录名", "user name") };

    private static Command Add(Terminal terminal, Place place)
    {
        var user = NameOf(terminal);
        var name = new Option<string>("--name") { Required = true, Description = terminal.Words("姓名或岗位名称", "the person, as the register calls them") };
        var unit = new Option<string>("--unit") { Required = true, Description = terminal.Words("单位代码或名称", "the unit's code or name") };
        var role = new Option<string>("--role") { Required = true, Description = terminal.Words("角色", "the role") + ": " + NewPerson.Roles };
        var once = OneTime(terminal);
        var command = new Command("add", terminal.Words("新增人员", "enter a person")) { user, name, unit, role, once };
        command.SetAction((line, ct) => place.OnCity(line, terminal, ct, installation => new UserWork(installation, terminal)
            .Add(line.GetValue(user)!, line.GetValue(name)!, line.GetValue(unit)!, line.GetValue(role)!, line.GetValue(once), ct)));
        return command;
    }

    private static Command Disable(Terminal terminal, Place place)
    {
        var user = NameOf(terminal);
        var undo = new Option<bool>("--undo") { Description = terminal.Words("恢复启用", "let the person in again") };
        var command = new Command("disable", terminal.Words("停用人员", "shut a person out")) { user, undo };
        command.SetAction((line, ct) => place.OnCity(line, terminal, ct, installation => new UserWork(installation, terminal)
            .Disable(line.GetValue(user)!, line.GetValue(undo), ct)));
        return command;
    }

    private static Command Password(Terminal terminal, Place place)
    {
        var user = NameOf(terminal);
        var once = OneTime(terminal);
        var command = new Command("password", terminal.Words("重设密码", "set a new password")) { user, once };
        command.SetAction((line, ct) => place.OnCity(line, terminal, ct, installation => new UserWork(installation, terminal)
            .Password(line.GetValue(user)!, line.GetValue(once), ct)));
        return command;
    }

    private static Command Token(Terminal terminal, Place place)
    {
        var user = NameOf(terminal);
        var name = new Option<string>("--name") { DefaultValueFactory = _ => "api", Description = terminal.Words("用途", "what it is for") };
        var write = new Option<bool>("--write") { Description = terminal.Words("允许办理（默认只读）", "allow acting; reading only by default") };
        var days = new Option<int>("--days") { DefaultValueFactory = _ => 90, Description = terminal.Words("有效天数，1–366", "days until it expires, 1–366") };
        var post = new Option<string?>("--post") { Description = terminal.Words("岗位（默认第一个）", "the post it acts in; the first by default") };
        var revoke = new Option<string?>("--revoke") { Description = terminal.Words("吊销此令牌", "revoke the token of this id instead") };
        var command = new Command("token", terminal.Words("签发或吊销接口令牌", "issue or revoke a token for machines")) { user, name, write, days, post, revoke };
        command.SetAction((line, ct) => place.OnCity(line, terminal, ct, installation =>
        {
            var work = new TokenWork(installation, terminal);
            return line.GetValue(revoke) is { } id
                ? work.Revoke(line.GetValue(user)!, id, ct)
                : work.Issue(line.GetValue(user)!, line.GetValue(name)!, line.GetValue(write), line.GetValue(days), line.GetValue(post), ct);
        }));
        return command;
    }

    private static Command List(Terminal terminal, Place place)
    {
        var command = new Command("list", terminal.Words("列出人员与岗位", "list people and posts"));
        command.SetAction((line, ct) => place.OnCity(line, terminal, ct, installation => new UserWork(installation, terminal).List(ct)));
        return command;
    }

    private static Option<bool> OneTime(Terminal terminal) =>
        new("--one-time") { Description = terminal.Words("生成一次性密码并显示一次", "make a one-time password and print it once") };
}
