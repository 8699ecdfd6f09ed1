using System.CommandLine;
using Duban.Ledger;
using Duban.Web.Cases;

namespace Duban.Web.CommandLine;

/// <summary><c>duban verify</c>: checks every chain and every daily seal, and names the first broken place.</summary>
public static class VerifyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal, Place place)
    {
        var command = new Command("verify", terminal.Words("核验台账是否被改动", "check that the ledger has not been changed"));
        command.SetAction((line, ct) => place.OnLedger(line, terminal, async settings =>
        {
            await using var store = await Installation.OpenStore(settings, ct);
            var chains = await new Verifier(store).Verify(ct: ct);
            // What was changed in the events cannot be folded, so the cases are looked at only when the chains are whole.
            return chains.Whole ? Report(chains, await CaseCheck.Run(store, new BlobStore(settings.Files), ct), terminal) : Report(chains, null, terminal);
        }));
        return command;
    }

    internal static int Report(Verification found, CaseCheckResult? cases, Terminal terminal)
    {
        terminal.Say($"已核验 {found.Events} 条记录、{found.Streams} 条链、{found.Seals} 个日封印",
            $"{found.Events} events, {found.Streams} chains and {found.Seals} daily seals checked");
        if (cases is not null) terminal.Say($"已核对 {cases.Cases} 件事项、{cases.Files} 个文件", $"{cases.Cases} cases and {cases.Files} files checked against them");
        if (found.Whole && cases is not { Broken: > 0 })
        {
            terminal.Say("完好", "Whole");
            return Exit.Done;
        }
        var (count, first) = found.Whole ? (cases!.Broken, cases.First) : (found.Breaches, found.First!.ToString());
        terminal.Complain($"有 {count} 处被改动，第一处：{first}", $"{count} broken places, the first: {first}");
        return Exit.Nothing;
    }
}
