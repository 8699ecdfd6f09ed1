using System.CommandLine;
using Duban.Ledger;

namespace Duban.Web.CommandLine;

/// <summary><c>duban seals</c>: prints the daily seals, to be published where nobody here can change them.</summary>
public static class SealsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal, Place place)
    {
        var from = new Option<DateOnly>("--from") { Description = terminal.Words("从哪一天起，如 2021-03-01", "from which day on, e.g. 2021-03-01") };
        var command = new Command("seals", terminal.Words("列出日封印，供公布；以后用 duban verify --seals 核对", "print the daily seals to be published; duban verify --seals checks against them")) { from };
        command.SetAction((line, ct) => place.OnCity(line, terminal, ct, async installation =>
        {
            var seals = await new DailySeals(installation.Store).Read(installation.City.Code, line.GetValue(from), ct);
            if (seals.Count == 0)
            {
                terminal.Complain("还没有日封印。", "There is no daily seal yet.");
                return Exit.Nothing;
            }
            terminal.Out.WriteLine(SealList.Heading);
            foreach (var seal in seals) terminal.Out.WriteLine(SealList.Line(seal));
            return Exit.Done;
        }));
        return command;
    }
}
