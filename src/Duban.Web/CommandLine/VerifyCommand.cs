using System.CommandLine;
using Duban.Ledger;

namespace Duban.Web.CommandLine;

/// <summary><c>duban verify</c>: checks every chain and every daily seal, and names the first broken place.</summary>
public static class VerifyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal, Place place)
    {
        var command = new Command("verify", terminal.Words("核验台账是否被改动", "check that the ledger has not been changed"));
        command.SetAction((line, ct) => place.Guarded(line, terminal, async settings =>
        {
            await using var store = await Installation.OpenStore(settings, ct);
            return Report(await new Verifier(store).Verify(ct: ct), terminal);
        }));
        return command;
    }

    internal static int Report(Verification found, Terminal terminal)
    {
        terminal.Say($"已核验 {found.Events} 条记录、{found.Streams} 条链、{found.Seals} 个日封印",
            $"{found.Events} events, {found.Streams} chains and {found.Seals} daily seals checked");
        if (found.Whole)
        {
            terminal.Say("完好", "Whole");
            return Exit.Done;
        }
        terminal.Complain($"有 {found.Breaches} 处被改动，第一处：{found.First}", $"{found.Breaches} broken places, the first: {found.First}");
        return Exit.Nothing;
    }
}
