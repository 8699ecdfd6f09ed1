using System.Globalization;
using Duban.Domain;
using Duban.Web.Shell;

namespace Duban.Web.CommandLine;

/// <summary>A refusal at the terminal: every reason, in the same words as on a page.</summary>
public static class Refusal
{
    /// <summary>Prints the reasons, one a line; answers exit 2.</summary>
    public static int Refuse(this Terminal terminal, IReadOnlyList<Reason> reasons)
    {
        foreach (var reason in reasons) terminal.Error.WriteLine(terminal.Words(reason));
        return Exit.BadInput;
    }

    /// <summary>A reason in the terminal's language.</summary>
    public static string Words(this Terminal terminal, Reason reason) => ReasonWords.Of(reason, terminal.Reader(TimeProvider.System));

    /// <summary>The words of whoever sits at the terminal; days are those of China.</summary>
    public static Words Reader(this Terminal terminal, TimeProvider clock) =>
        new(CultureInfo.GetCultureInfo(terminal.Chinese ? "zh-CN" : "en"), clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
}
