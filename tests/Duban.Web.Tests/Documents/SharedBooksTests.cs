using System.IO.Compression;
using System.Text.Json;
using Duban.Web.Documents.Import;

namespace Duban.Web.Tests.Documents;

/// <summary>Awkward workbooks of other makers: where they lie beside the project.</summary>
public sealed class SharedBooksTests
{
    [Fact]
    public void Every_sheet_has_the_extent_the_reference_found()
    {
        using var expected = JsonDocument.Parse(Hengyang.Shared("excel/expected-structure.json"));
        foreach (var book in expected.RootElement.EnumerateObject())
        {
            var opened = WorkbookFile.Open(new(book.Name, Hengyang.Shared(book.Name)));
            Assert.Null(opened.Failure);
            Assert.Equal(book.Value.GetProperty("dateSystem").GetInt32() == 1904, opened.Workbook!.Epoch1904);
            foreach (var (sheet, reference) in opened.Workbook.Sheets.Zip(book.Value.GetProperty("sheets").EnumerateArray()))
            {
                var rows = sheet.Rows.ToList();
                var at = $"{book.Name} {sheet.Name}";
                Assert.Equal(reference.GetProperty("name").GetString(), sheet.Name);
                Assert.Equal((at, reference.GetProperty("lastDataRow").GetInt32()), (at, rows.LastOrDefault(r => !r.IsBlank)?.Number ?? 0));
                Assert.Equal((at, reference.GetProperty("lastDataColumn").GetInt32()), (at, rows.Select(r => Array.FindLastIndex(r.Cells, c => !c.IsBlank) + 1).DefaultIfEmpty(0).Max()));
                Assert.Equal((at, reference.GetProperty("nonEmptyCells").GetInt32()), (at, rows.Sum(r => r.Cells.Count(c => !c.IsBlank))));
                Assert.Equal(reference.GetProperty("merges").EnumerateArray().Select(m => m.GetString()!).Order(),
                    sheet.Merges.Select(m => $"{Address.Of(m.FromRow, m.FromColumn)}:{Address.Of(m.ToRow, m.ToColumn)}").Order());
            }
        }
    }

    [Fact]
    public void A_year_of_a_city_is_read_whole()
    {
        using var zip = new ZipArchive(new MemoryStream(Hengyang.Shared("cases/boston311-2011H2.csv.zip")));
        using var expected = JsonDocument.Parse(Hengyang.Shared("cases/boston311-2011H2.expected.json"));
        using var part = zip.Entries[0].Open();
        using var content = new MemoryStream();
        part.CopyTo(content);
        var draft = Hengyang.Read(content.ToArray(), zip.Entries[0].Name, Hengyang.Options with { Area = null });
        var facts = expected.RootElement;
        Assert.Equal(facts.GetProperty("rows").GetInt32(), draft.Rows.Count);
        Assert.Equal(facts.GetProperty("rows").GetInt32() - facts.GetProperty("noTarget").GetInt32(), draft.DeadlinesUnderstood);
        Assert.Equal(facts.GetProperty("noCoordinates").GetInt32(), draft.Rows.Count(r => r.Point is null));
        Assert.Equal(facts.GetProperty("noClose").GetInt32(), draft.Rows.Count(r => r.CompletedOn is null));
        Assert.Equal(facts.GetProperty("categories").GetInt32(), draft.Rows.Select(r => r[LedgerField.Sector]).Where(s => s is not null).Distinct().Count());
        var months = draft.Rows.GroupBy(r => $"{r.FoundOn:yyyy-MM}").ToDictionary(g => g.Key, g => g.Count());
        foreach (var month in facts.GetProperty("openByMonth").EnumerateObject())
            Assert.Equal(month.Value.GetInt32(), months[month.Name]);
        Assert.InRange(draft.Problems.Count, 1, 20_000);
    }
}
