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
        var published = new Option<string>("--seals")
        {
            Description = terminal.Words("已公布的日封印（duban seals 的输出）：台账必须与之相符", "daily seals as they were published (what duban seals printed): the ledger must agree with them"),
        };
        var command = new Command("verify", terminal.Words("核验台账是否被改动", "check that the ledger has not been changed")) { published };
        command.SetAction((line, ct) => place.OnLedger(line, terminal, async settings =>
        {
            try
            {
                return await Verify(settings, line.GetValue(published), terminal, ct);
            }
            catch (InvalidDataException unknown)
            {
                terminal.Complain($"无法核验：{unknown.Message}", $"It cannot be checked: {unknown.Message}");
                return Exit.Nothing;
            }
        }));
        return command;
    }

    private static async Task<int> Verify(Settings settings, string? published, Terminal terminal, CancellationToken ct)
    {
        await using var store = await Installation.OpenStore(settings, ct);
        if (await Chains(new Verifier(store), published, terminal, ct) is not { } chains) return Exit.BadInput;
        // What was changed in the events cannot be folded, so the cases are looked at only when the chains are whole.
        var exit = chains.Whole
            ? Report(chains, await CaseCheck.Run(store, new BlobStore(settings.Files), ct), await RegisterCheck.Run(store, ct), terminal)
            : Report(chains, null, null, terminal);
        foreach (var (city, from, days) in await new DailySeals(store).Waiting(ct))
            terminal.Complain($"{city}：自 {from:yyyy-MM-dd} 起有 {days} 天还没有封印；服务运行时每天自动封印", $"{city}: {days} days from {from:yyyy-MM-dd} on have no seal yet; a running server makes them");
        return exit;
    }

    internal static int Report(Verification found, CaseCheckResult? cases, RegisterCheck? register, Terminal terminal)
    {
        terminal.Say($"已核验 {found.Events} 条记录、{found.Streams} 条链、{found.Seals} 个日封印",
            $"{found.Events} events, {found.Streams} chains and {found.Seals} daily seals checked");
        if (cases is not null) terminal.Say($"已核对 {cases.Cases} 件事项、{cases.Files} 个文件", $"{cases.Cases} cases and {cases.Files} files checked against them");
        if (register is not null)
            terminal.Say($"已核对 {register.People} 人的任职和 {register.Setups} 项设置", $"register (people: {register.People}) and setup (entries: {register.Setups}) checked against them");
        if (found.Whole && cases is not { Broken: > 0 } && register is not { Broken: > 0 })
        {
            terminal.Say("完好", "Whole");
            return Exit.Done;
        }
        var (count, first) = found.Whole ? (cases!.Broken + register!.Broken, (cases.First ?? register.First)!.Value) : (found.Breaches, Words(found.First!));
        terminal.Complain($"有 {count} 处被改动，第一处：{first.Chinese}", $"{count} broken places, the first: {first.English}");
        return Exit.Nothing;
    }

    private static async Task<Verification?> Chains(Verifier verifier, string? published, Terminal terminal, CancellationToken ct)
    {
        if (published is null) return await verifier.Verify(ct);
        using var file = terminal.OpenInput(published);
        if (file is null) return null;
        using var text = new StreamReader(file);
        switch (await verifier.Verify(new PublishedSeals(text), ct))
        {
            case SealAnswer.Checked whole:
                return whole.Found;
            case SealAnswer.NoSeal bad:
                terminal.Complain($"{published} 第 {bad.Line} 行不是封印，应形如 430400,2021-03-15,17,64 位十六进制", $"{published}, line {bad.Line} is no seal such as 430400,2021-03-15,17,64 hexadecimal digits");
                // A list that convicts does so however it goes on.
                if (bad.First is not null)
                    terminal.Complain($"此前各行有 {bad.Breaches} 处与台账不符，第一处：{Words(bad.First).Chinese}", $"before it {bad.Breaches} places disagree with the ledger, the first: {Words(bad.First).English}");
                return null;
            default:
                terminal.Complain($"{published}：里面没有封印", $"{published}: there is no seal in it");
                return null;
        }
    }

    private static Wording Words(Breach breach) => new($"{breach.Jurisdiction} {Where(breach)}：{Chinese(breach.Flaw)}", breach.ToString());

    private static string Where(Breach breach) => breach.Stream is null ? $"{breach.Day:yyyy-MM-dd}" : $"{breach.Stream} 第 {breach.Version} 条";

    private static string Chinese(Flaw flaw) => flaw switch
    {
        Flaw.Changed => "内容被改动",
        Flaw.Unreadable => "无法读取",
        Flaw.Missing => "此前的记录缺失",
        Flaw.TailMissing => "最后的记录缺失",
        Flaw.HeadWrong => "链头与最后一条记录不符",
        Flaw.SealBroken => "日封印不符",
        Flaw.SealMissing => "日封印缺失",
        _ => throw new ArgumentOutOfRangeException(nameof(flaw)),
    };
}
