using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.People;

namespace Duban.Web.Documents.Import.Pages;

/// <summary>A clerk at a dry run: the kept file read with what that clerk corrected in it.</summary>
public sealed class ImportDesk(KeptFiles files, CaseImport import, ColumnMappings mappings, UnitRegister units)
{
    /// <summary>What would happen now; null when the file is gone.</summary>
    public async Task<Looking?> Look(string kept, Campaign campaign, PersonId by, CancellationToken ct)
    {
        if (await files.Find(kept, ct) is not { } source) return null;
        var corrections = await files.CorrectionsOf(kept, by, ct);
        var preview = await import.Preview(await import.Read(source, ct: ct, corrections: corrections), campaign.Code);
        return new(kept, campaign, preview, source.Content.Length, corrections, Names(await units.Tree(ct))) { Against = await import.Against(campaign) };
    }

    /// <summary>Keeps what the form says of columns, sheets and cells; false when the file is gone.</summary>
    public async Task<bool> Take(string kept, IFormCollection form, PersonId by, CancellationToken ct)
    {
        if (await files.Find(kept, ct) is not { } source) return false;
        var before = await files.CorrectionsOf(kept, by, ct);
        await files.Keep(kept, by, CorrectionForm.Read(form, before), ct);
        foreach (var sheet in (await import.Read(source, ct: ct, corrections: before)).Sheets)
            if (sheet.Header is { } header && CorrectionForm.Columns(form, header.Mapping) is { } corrected) await mappings.Keep(corrected, by);
        return true;
    }

    /// <summary>Imports what was looked at, and keeps the names of units that the clerk wants remembered.</summary>
    public async Task<Imported> Import(Looking looking, Actor by, CancellationToken ct)
    {
        var directory = new Duban.Domain.Documents.UnitDirectory((await units.Tree(ct)).All);
        foreach (var name in looking.Corrections.Remembered)
            if (directory.Find(looking.Corrections.UnitFor(name)).Value is { } meant && directory.Find(name) is { Known: false })
                await units.Call(meant, name, by.Person.Value, ct);
        return await import.Import(looking.Preview.Draft, looking.Campaign, by, ct);
    }

    private static IReadOnlyList<string> Names(UnitTree tree)
    {
        var active = tree.All.Where(u => u.Active && u.Kind is not (UnitKind.City or UnitKind.Office or UnitKind.Village)).ToList();
        var twice = active.GroupBy(u => u.Name).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        var byId = tree.All.ToDictionary(u => u.Id.Value);
        return [.. active.OrderBy(u => u.Path.Depth).Select(Named)];

        string Named(Unit u) => twice.Contains(u.Name) && byId.TryGetValue(u.Path.Above.Unit.Value, out var over) ? over.Name + u.Name : u.Name;
    }
}
