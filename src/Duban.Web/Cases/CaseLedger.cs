using System.Security.Cryptography;
using System.Text.Json;
using Duban.Domain;
using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.Calendar;

namespace Duban.Web.Cases;

/// <summary>An act for a case, and what the asker had seen of it.</summary>
/// <param name="Case">Which case.</param>
/// <param name="Rule">The act.</param>
/// <param name="Seen">The version on the asker's screen; null when it does not matter.</param>
public sealed record Asked(CaseId Case, ICaseAct Rule, long? Seen = null)
{
    /// <summary>What could not be read of the form; it joins the rule's own reasons.</summary>
    public IReadOnlyList<Reason> Typed { get; init; } = [];

    /// <summary>The procedure a new case is registered under; null for a case that has one.</summary>
    public Procedure? Procedure { get; init; }

    /// <summary>Further rows written with the facts, e.g. an import's fingerprint or a resident's code.</summary>
    public IReadOnlyList<RowWrite> Rows { get; init; } = [];

    /// <summary>Further rows that follow from the facts.</summary>
    public IReadOnlyList<Alongside> Alongside { get; init; } = [];
}

/// <summary>The way of a fact: replay, ask the rule, append facts, row, tallies and outbox in one transaction.</summary>
public sealed class CaseLedger(EventStore store, CaseCache cache, CaseTurns turns, WorkCalendars calendars)
{
    private const int MostTries = 5;

    /// <summary>Puts one act to one case; answered when it is on disk.</summary>
    /// <param name="jurisdiction">The city.</param>
    /// <param name="asked">Case and act.</param>
    /// <param name="act">Who and when.</param>
    /// <param name="once">The request under its key; null without one.</param>
    public async Task<CaseAnswer> Ask(string jurisdiction, Asked asked, Act act, Keyed? once = null)
    {
        var answers = await AskAll(jurisdiction, [asked], act, once);
        return answers.Count == 1 ? answers[0] : throw new InvalidOperationException("one act, one answer");
    }

    /// <summary>Puts acts to many cases, all or none: when one is refused nothing is written, and every refusal is told.</summary>
    public async Task<IReadOnlyList<CaseAnswer>> AskAll(string jurisdiction, IReadOnlyList<Asked> asked, Act act, Keyed? once = null)
    {
        var single = asked is [var one] ? one.Case : (CaseId?)null;
        var turn = single is { } met ? await turns.Join(jurisdiction, met, beaten: false) : null;
        try
        {
            for (var attempt = 0; ; attempt++)
            {
                if (await Try(jurisdiction, asked, act, once, attempt) is { } answers) return answers;
                if (single is { } beaten) turn ??= await turns.Join(jurisdiction, beaten, beaten: true);
            }
        }
        finally
        {
            turn?.Dispose();
        }
    }

    /// <summary>The refusal an act would get, or null when nothing stands against it: for asking before something is done that cannot be undone. Nothing is written.</summary>
    public async Task<CaseAnswer?> Against(string jurisdiction, Asked asked, Act act) =>
        (await Judge(jurisdiction, asked, act, fresh: false)).Answer is null ? null : (await Judge(jurisdiction, asked, act, fresh: true)).Answer;

    // Null when somebody was faster, or when what memory said must first be checked against the ledger.
    private async Task<IReadOnlyList<CaseAnswer>?> Try(string jurisdiction, IReadOnlyList<Asked> asked, Act act, Keyed? once, int attempt)
    {
        // The first look may come from memory; before anybody is refused or told of a conflict, the ledger is read.
        var fresh = attempt > 0;
        var judged = new List<Judged>(asked.Count);
        foreach (var one in asked) judged.Add(await Judge(jurisdiction, one, act, fresh));
        if (judged.Any(j => j.Answer is not null))
        {
            if (await Before(jurisdiction, act, once) is { } earlier) return [.. judged.Select(_ => earlier)];
            return fresh || asked.All(a => a.Procedure is not null) ? [.. judged.Select(j => j.Answer ?? new CaseAnswer.Refused(j.Before!, []))] : null;
        }
        switch (await store.Append(EntryOf(jurisdiction, judged, act, once)))
        {
            case Receipt.Written:
                foreach (var j in judged) cache.Keep(jurisdiction, j.After!);
                return [.. judged.Select(j => new CaseAnswer.Done(j.After!, j.Facts))];
            case Receipt.Conflict conflict when attempt < MostTries:
                cache.Forget(jurisdiction, conflict.Stream);
                return null;
            case Receipt.Conflict:
                return [.. judged.Select(j => new CaseAnswer.Faster(j.Before!))];
            case Receipt.RowRefused refused:
                throw new RowRefusedException(refused.Detail);
            case var earlier:
                return [.. judged.Select(_ => Answer(earlier))];
        }
    }

    /// <summary>What this person's request with this key was answered before; null when it is new.</summary>
    public async Task<CaseAnswer?> Before(string jurisdiction, Act act, Keyed? once) =>
        once is { } sent && await store.Before(jurisdiction, OnceOf(sent, act, default)) is { } earlier ? Answer(earlier) : null;

    /// <summary>The case as this process knows it, perhaps a moment old; for reading a form against it.</summary>
    public Task<Case?> Known(string jurisdiction, CaseId id) => cache.Load(jurisdiction, id, fresh: false);

    /// <summary>The case as it stands in the ledger, or null.</summary>
    public Task<Case?> Load(string jurisdiction, CaseId id) => cache.Load(jurisdiction, id, fresh: true);

    private async Task<Judged> Judge(string jurisdiction, Asked asked, Act act, bool fresh)
    {
        var known = asked.Procedure is null || fresh ? await cache.Load(jurisdiction, asked.Case, fresh) : null;
        var before = known ?? (asked.Procedure is { } p ? new Case(asked.Case, p) : null);
        if (before is null) return new(asked, null, null, [], new CaseAnswer.Unknown(asked.Case.Value));
        if (asked.Procedure is { } registering && before.Stage == Stage.Reported) before = before with { Procedure = registering };
        if (Rights.Refusal(act.By, CaseAct.See, before.Holding?.Unit, before.CoUnits) is not null && known is not null && act.By.Role != Role.Resident)
            return new(asked, null, null, [], new CaseAnswer.Unknown(asked.Case.Value));
        // Only after that: how far a case has moved is no stranger's to know either.
        if (asked.Seen is { } seen && seen != before.Version) return new(asked, before, null, [], new CaseAnswer.Faster(before));
        var ruling = asked.Rule.PutTo(before, act);
        // A field that could not be read is not also told to be missing.
        var ruled = ruling.Reasons.Where(r => r.Field is null || asked.Typed.All(t => t.Field != r.Field));
        Reason[] reasons = [.. asked.Typed, .. ruled, .. await Merging(jurisdiction, asked, before)];
        if (reasons.Any(r => r.Code.StartsWith("rights.", StringComparison.Ordinal))) reasons = [.. ruling.Reasons];
        if (reasons.Length > 0) return new(asked, before, null, [], new CaseAnswer.Refused(before, reasons));
        var after = before.Fold(ruling.Facts.Select(f => new Happened(f, act.By, act.At, act.Today)));
        return new(asked, before, after, ruling.Facts, null);
    }

    // The one rule that asks about another case: what is merged must be carried on by a case that is still open.
    private async Task<IReadOnlyList<Reason>> Merging(string jurisdiction, Asked asked, Case c)
    {
        var track = asked.Rule switch { AskSideTrack ask => ask.Track, DecideSideTrack { Grant: true } => c.Request?.Track, _ => null };
        if (track is not SideTrack.Merge merge || merge.Into == c.Id || merge.Into == default) return [];
        return await cache.Load(jurisdiction, merge.Into, fresh: true) switch
        {
            null => [new Reason("case.unknown", "into", merge.Into)],
            { } into when into.Stage.IsEnd() => [new Reason("merge.ended", "into", merge.Into)],
            _ => [],
        };
    }

    private Entry EntryOf(string jurisdiction, List<Judged> judged, Act act, Keyed? once)
    {
        var streams = new List<StreamFacts>(judged.Count);
        var rows = new List<RowWrite>(judged.Count * 4);
        var outbox = new List<OutboxMessage>(judged.Count);
        var calendar = calendars.Of(jurisdiction);
        foreach (var (asked, before, after, facts, _) in judged)
        {
            streams.Add(new StreamFacts(asked.Case.Stream, before!.Version, [.. facts.Select(f => FactOf(f, act))]));
            rows.AddRange(CaseRow.Writes(store.Dialect, jurisdiction, before, after!, act.At, calendar));
            rows.AddRange(asked.Rows);
            foreach (var alongside in asked.Alongside) rows.AddRange(facts.SelectMany(f => alongside(after!, f, act)));
            outbox.Add(new OutboxMessage("case." + CaseEventJson.NameOf(facts[^1]), StateOf(after!, facts)));
        }
        return new Entry(jurisdiction, new Signature(act.By.Person.Value, act.OnBehalfOf?.Value, act.At), streams)
        {
            Rows = judged.Count > 1 ? CaseText.InOrder(rows) : rows,
            Outbox = outbox,
            Once = once is { } sent ? OnceOf(sent, act, sent.Answer ?? (judged is [var single] ? StateOf(single.After!, single.Facts) : "{}"u8.ToArray())) : null,
        };
    }

    private static Once OnceOf(Keyed sent, Act act, ReadOnlyMemory<byte> answer) =>
        new($"{act.By.Person}/{sent.Key}", SHA256.HashData(sent.Request), answer);

    private static CaseAnswer Answer(Receipt earlier) => earlier is Receipt.Repeated r ? new CaseAnswer.Repeated(r.Answer) : new CaseAnswer.KeyReused();

    private static Fact FactOf(CaseEvent fact, Act act)
    {
        var (name, version, payload) = CaseEventJson.Write(fact, act.By);
        return new Fact(name, version, payload);
    }

    private static byte[] StateOf(Case c, IReadOnlyList<CaseEvent> facts) => JsonSerializer.SerializeToUtf8Bytes(CaseState.Of(c, facts), CaseStateJson.Default.CaseState);

    private sealed record Judged(Asked Asked, Case? Before, Case? After, IReadOnlyList<CaseEvent> Facts, CaseAnswer? Answer);
}
