using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Duban.Domain;
using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
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
    /// <summary>The procedure a new case is registered under; null for a case that has one.</summary>
    public Procedure? Procedure { get; init; }

    /// <summary>Further rows written with the facts, e.g. an import's fingerprint or a resident's code.</summary>
    public IReadOnlyList<RowWrite> Rows { get; init; } = [];
}

/// <summary>The way of a fact: replay, ask the rule, append facts, row, tallies and outbox in one transaction.</summary>
public sealed class CaseLedger(EventStore store, CaseCache cache, WorkCalendars calendars)
{
    /// <summary>Puts one act to one case; answered when it is on disk.</summary>
    /// <param name="jurisdiction">The city.</param>
    /// <param name="asked">Case and act.</param>
    /// <param name="act">Who and when.</param>
    /// <param name="once">The request's idempotency key and fingerprint; null without one.</param>
    public async Task<CaseAnswer> Ask(string jurisdiction, Asked asked, Act act, (string Key, byte[] Request)? once = null)
    {
        var answers = await AskAll(jurisdiction, [asked], act, once);
        return answers.Count == 1 ? answers[0] : throw new InvalidOperationException("one act, one answer");
    }

    /// <summary>Puts acts to many cases, all or none: when one is refused nothing is written, and every refusal is told.</summary>
    public async Task<IReadOnlyList<CaseAnswer>> AskAll(string jurisdiction, IReadOnlyList<Asked> asked, Act act, (string Key, byte[] Request)? once = null)
    {
        for (var attempt = 0; ; attempt++)
        {
            // The first look may come from memory; before anybody is refused or told of a conflict, the ledger is read.
            var fresh = attempt > 0;
            var judged = new List<Judged>(asked.Count);
            foreach (var one in asked) judged.Add(await Judge(jurisdiction, one, act, fresh));
            if (judged.Any(j => j.Answer is not null))
            {
                if (fresh || asked.All(a => a.Procedure is not null)) return [.. judged.Select(j => j.Answer ?? new CaseAnswer.Refused(j.Before!, []))];
                continue;
            }
            switch (await store.Append(EntryOf(jurisdiction, judged, act, once)))
            {
                case Receipt.Written:
                    foreach (var j in judged) cache.Keep(jurisdiction, j.After!);
                    return [.. judged.Select(j => new CaseAnswer.Done(j.After!, j.Facts))];
                case Receipt.Conflict conflict when attempt < 5:
                    cache.Forget(jurisdiction, conflict.Stream);
                    continue;
                case Receipt.Conflict:
                    return [.. judged.Select(j => new CaseAnswer.Faster(j.Before!))];
                case Receipt.Repeated repeated:
                    return [.. judged.Select(_ => new CaseAnswer.Repeated(repeated.Answer))];
                case Receipt.KeyReused:
                    return [.. judged.Select(_ => new CaseAnswer.KeyReused())];
                case Receipt.RowRefused refused:
                    throw new InvalidOperationException($"a row was refused: {refused.Detail}");
            }
        }
    }

    /// <summary>The case as it stands in the ledger, or null.</summary>
    public Task<Case?> Load(string jurisdiction, CaseId id) => cache.Load(jurisdiction, id, fresh: true);

    private async Task<Judged> Judge(string jurisdiction, Asked asked, Act act, bool fresh)
    {
        var known = asked.Procedure is null || fresh ? await cache.Load(jurisdiction, asked.Case, fresh) : null;
        var before = known ?? (asked.Procedure is { } p ? new Case(asked.Case, p) : null);
        if (before is null) return new(asked, null, null, [], new CaseAnswer.Unknown());
        if (asked.Procedure is { } registering && before.Stage == Stage.Reported) before = before with { Procedure = registering };
        if (asked.Seen is { } seen && seen != before.Version) return new(asked, before, null, [], new CaseAnswer.Faster(before));
        var ruling = asked.Rule.PutTo(before, act);
        if (!ruling.Allowed) return new(asked, before, null, [], new CaseAnswer.Refused(before, ruling.Reasons));
        var after = before.Fold(ruling.Facts.Select(f => new Happened(f, act.By, act.At, act.Today)));
        return new(asked, before, after, ruling.Facts, null);
    }

    private Entry EntryOf(string jurisdiction, List<Judged> judged, Act act, (string Key, byte[] Request)? once)
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
            outbox.Add(new OutboxMessage("case." + CaseEventJson.NameOf(facts[^1]), StateOf(after!, facts)));
        }
        return new Entry(jurisdiction, new Signature(act.By.Person.Value, act.OnBehalfOf?.Value, act.At), streams)
        {
            Rows = rows,
            Outbox = outbox,
            Once = once is var (key, request) ? new Once($"{act.By.Person}/{key}", SHA256.HashData(request), judged is [var single] ? StateOf(single.After!, single.Facts) : "{}"u8.ToArray()) : null,
        };
    }

    private static Fact FactOf(CaseEvent fact, Act act)
    {
        var (name, version, payload) = CaseEventJson.Write(fact, act.By);
        return new Fact(name, version, payload);
    }

    private static byte[] StateOf(Case c, IReadOnlyList<CaseEvent> facts) => JsonSerializer.SerializeToUtf8Bytes(CaseState.Of(c, facts), CaseStateJson.Default.CaseState);

    private sealed record Judged(Asked Asked, Case? Before, Case? After, IReadOnlyList<CaseEvent> Facts, CaseAnswer? Answer);
}
