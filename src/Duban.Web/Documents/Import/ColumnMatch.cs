using Duban.Domain.Documents;
using static Duban.Web.Documents.Import.LedgerField;

namespace Duban.Web.Documents.Import;

/// <summary>Gives every column its field: by its heading first, by what stands below it where headings leave a doubt.</summary>
internal sealed class ColumnMatch(UnitDirectory units, IReadOnlyList<SheetRow> rows, int headerEnd)
{
    private const int SampleRows = 30;

    /// <summary>How surely the longest texts are the matter.</summary>
    internal const double ByLength = 0.5;

    private const double ShortestMatter = 5, SureOfOthers = 0.85;

    private static readonly LedgerField[] Keys = [Unit, Description, Deadline, Level, LedgerField.Coordinate, Site, CompletedOn];

    private readonly List<SheetRow> sample = [.. rows.Where(r => r.Number > headerEnd).Take(SampleRows)];

    internal ColumnMapping Map(string[] headings, string[] tops)
    {
        var wishes = new List<(int Column, LedgerField Field, double Sure)>();
        var ticked = false;
        for (var c = 0; c < headings.Length; c++)
        {
            var (field, sure) = headings[c].Length == 0 ? (Other, 0) : HeaderWords.Match(tops[c], HeaderFinder.Last(headings[c]));
            // 衡东县 below 责任单位 waits for a tick; the first of such columns stands for all.
            if (tops[c].Length > 0 && HeaderWords.Match("", tops[c]).Field == Unit && units.Find(HeaderFinder.Last(headings[c])) is { Known: true, Code: null })
            {
                if (!ticked) wishes.Add((c, Unit, SureOfOthers));
                ticked = true;
                continue;
            }
            if (sure < 0.5) (field, sure) = ByContent(c, headings[c]);
            if (field == Other) continue;
            // Words name a unit, but only a column of units the city has can be handed to.
            if (field == Unit && sure < 0.75 && Texts(c).Count > 0 && UnitShare(c) == 0) (field, sure) = (Site, 0.8);
            // 交办单位 is who hands over, unless it names those who are handed to.
            if (field == Source && headings[c].Contains("单位", StringComparison.Ordinal) && UnitShare(c) >= 0.9 && Texts(c).Distinct().Count() > 1) (field, sure) = (Unit, 0.6);
            if (field is Unit or Site) sure += UnitShare(c) * (field == Unit ? 0.1 : -0.1);
            wishes.Add((c, field, Math.Min(sure, 1.1)));
        }
        var chosen = new Dictionary<int, (LedgerField Field, double Sure, bool Doubtful)>();
        foreach (var wish in wishes.OrderByDescending(w => w.Sure).ThenBy(w => w.Column))
            chosen[wish.Column] = Place(wish, chosen, headings);
        AskForDeadline(chosen);
        AskForDescription(chosen, headings);
        return new(ColumnMapping.Sign(headings), [.. headings.Select((h, c) => (h, c))
            .Where(x => x.h.Length > 0 || chosen.ContainsKey(x.c) || sample.Exists(r => !r[x.c].IsBlank))
            .Select(x => chosen.TryGetValue(x.c, out var f)
                ? new MappedColumn(x.c, x.h, f.Field, Math.Round(Math.Min(f.Sure, 1), 2), f.Doubtful)
                : new MappedColumn(x.c, x.h, Other, 0))]);
    }

    // 完成时间 in a list that says nothing of progress is when the work is to be done; the clerk is asked to look.
    private static void AskForDeadline(Dictionary<int, (LedgerField Field, double Sure, bool Doubtful)> chosen)
    {
        if (chosen.Values.Any(c => c.Field is Deadline or Progress or Status or Verdict or Verifier or StruckOffOn or StartedOn)) return;
        foreach (var (column, found) in chosen.Where(c => c.Value.Field == CompletedOn).Take(1).ToList()) chosen[column] = (Deadline, found.Sure * 0.6, true);
    }

    // A list with units and deadlines whose matter stands under a heading nobody knows: its longest texts, and the clerk is asked to look.
    private void AskForDescription(Dictionary<int, (LedgerField Field, double Sure, bool Doubtful)> chosen, string[] headings)
    {
        bool Has(LedgerField field) => chosen.Values.Any(c => c.Field == field);
        if (Has(Description) || Has(Measures) || !Has(Unit) || !Has(Deadline)) return;
        // Where even the place is told in sentences, those are the matter.
        var longest = Enumerable.Range(0, headings.Length)
            .Where(c => !chosen.TryGetValue(c, out var so) || so.Field == Other || (so.Field == Site && so.Sure < SureOfOthers))
            .Select(c => (Column: c, Texts: sample.Select(r => r[c].Value as string).Where(t => !string.IsNullOrWhiteSpace(t)).ToList()))
            .Where(c => c.Texts.Count >= 2 && c.Texts.Distinct().Count() > 1)
            .Select(c => (c.Column, Length: c.Texts.Average(t => t!.Length))).OrderByDescending(c => c.Length).FirstOrDefault();
        if (longest.Length >= ShortestMatter) chosen[longest.Column] = (Description, ByLength, true);
    }

    private static (LedgerField, double, bool) Place(
        (int Column, LedgerField Field, double Sure) wish, Dictionary<int, (LedgerField Field, double Sure, bool Doubtful)> chosen, string[] headings)
    {
        var holder = chosen.FirstOrDefault(c => c.Value.Field == wish.Field);
        if (holder.Value.Field != wish.Field) return (wish.Field, wish.Sure, false);
        bool Free(LedgerField f) => chosen.Values.All(c => c.Field != f);
        switch (wish.Field)
        {
            case Unit when wish.Sure < 0.85:
                return headings[wish.Column].Contains("名称", StringComparison.Ordinal) && Free(Site) ? (Site, wish.Sure, false) : (Other, 0, false);
            case Unit when Free(Handler):
                return (Handler, wish.Sure, false);
            case Site when Free(LedgerField.Place):
                return (LedgerField.Place, wish.Sure, false);
            case Progress when Free(Status):
                return (Status, wish.Sure, false);
            // A time over two columns of one name: the one that is filled in counts.
            case Deadline when headings[wish.Column] == headings[holder.Key]:
                return (Deadline, wish.Sure, false);
            case Description when headings[wish.Column] == headings[holder.Key] || (SpeaksOfTheMatter(headings[wish.Column]) && SpeaksOfTheMatter(headings[holder.Key])):
                return (Description, wish.Sure, false);
        }
        var doubtful = wish.Sure >= 0.9 && holder.Value.Sure - wish.Sure < 0.15 && Keys.Contains(wish.Field) && wish.Field != Unit;
        if (doubtful) chosen[holder.Key] = holder.Value with { Doubtful = true };
        return (Other, 0, doubtful);
    }

    private static bool SpeaksOfTheMatter(string heading) =>
        heading.AsSpan().IndexOfAny("问患描详") >= 0 || heading.Contains("内容", StringComparison.Ordinal) || heading.Contains("情况", StringComparison.Ordinal);

    // Only what cannot be mistaken is taken from content alone: points.
    private (LedgerField, double) ByContent(int column, string heading)
    {
        var texts = Texts(column);
        if (texts.Count < 3) return (Other, 0);
        if (texts.Count(t => ClerkCoordinate.Read(t) is { Known: true, Value.Longitude: > 70 and < 140 }) >= 0.8 * texts.Count) return (LedgerField.Coordinate, 0.7);
        return heading.Length > 0 && texts.Distinct().Count() > 1 && UnitShare(column) >= 0.9 ? (Unit, 0.6) : (Other, 0);
    }

    private double UnitShare(int column)
    {
        var texts = Texts(column);
        return texts.Count == 0 ? 0 : (double)texts.Count(NamesUnit) / texts.Count;
    }

    private bool NamesUnit(string text) =>
        units.Find(text) is { Known: true, Code: null, Value.Kind: not Duban.Domain.People.UnitKind.Village } or { Code: "unit.everybody" };

    private List<string> Texts(int column) => [.. sample.Select(r => r[column].Text).Where(t => !string.IsNullOrWhiteSpace(t) && t.Length <= 60)];
}
