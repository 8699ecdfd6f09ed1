using System.Text.Json;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.Procedures.Pages;
using Duban.Web.Shell;

namespace Duban.Web.Procedures;

/// <summary>What a campaign says otherwise than before, in words: which field, from what to what.</summary>
/// <param name="procedures">All versions of all procedures, to name them by.</param>
/// <param name="units">The city's units, to name offices by.</param>
/// <param name="w">The reader's words.</param>
public sealed class CampaignDifference(IReadOnlyList<Procedure> procedures, UnitTree units, Words w)
{
    /// <summary>The differences between two campaigns as they are kept; without an earlier one it was opened.</summary>
    public IEnumerable<string> Of(string? before, string after)
    {
        if (before is null || JsonSerializer.Deserialize<Campaign>(before) is not { } was || JsonSerializer.Deserialize<Campaign>(after) is not { } now) return [w["campaign.diff.opened"]];
        var lines = Fields(was).Zip(Fields(now)).Where(p => p.First.Text != p.Second.Text)
            .Select(p => w["campaign.diff.field", w["campaign." + p.First.Name], p.First.Text, p.Second.Text]).ToList();
        return lines.Count == 0 ? [w["campaign.diff.same"]] : lines;
    }

    private IEnumerable<(string Name, string Text)> Fields(Campaign c) =>
    [
        ("name_zh", c.Name.Zh), ("name_en", c.Name.En), ("procedure", Walked(c)), ("office", units.Find(c.Office)?.Name ?? c.Office.Value),
        ("from", w.PaperDay(c.From)), ("until", c.Until is { } until ? w.PaperDay(until) : w["campaign.diff.no_end"]), ("slip", c.SlipPattern),
    ];

    private string Walked(Campaign c) =>
        procedures.FirstOrDefault(p => p.Code == c.Procedure && p.Version == c.ProcedureVersion) is { } walked
            ? SetupWords.Title(walked, w) : $"{c.Procedure}/{c.ProcedureVersion}";
}
