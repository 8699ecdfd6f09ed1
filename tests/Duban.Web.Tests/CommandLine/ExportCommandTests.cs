using Duban.Web.CommandLine;
using Duban.Web.Tests.Cases.Pages;

namespace Duban.Web.Tests.CommandLine;

public sealed class ExportCommandTests
{
    [Fact]
    public async Task A_text_that_begins_like_a_formula_is_text_in_every_column()
    {
        await using var walk = await Walk.Begin(title: "=HYPERLINK(\"http://evil.example\")");
        await walk.Do("city-clerk", "correct", ("description", " +1-2"), ("sector", "@SUM(A1)"), ("why", "更正"));
        var folder = Directory.CreateTempSubdirectory("duban-").FullName;
        try
        {
            var file = Path.Combine(folder, "ledger.csv");
            var terminal = Terminal.For(new StringReader(""), TextWriter.Null, TextWriter.Null,
                name => name switch { "DUBAN_DATA" => folder, "DUBAN_DATABASE" => walk.Town.Database, _ => null });
            Assert.Equal(Exit.Done, await Root.Run(["export", file, "--campaign", "JL"], terminal));
            var row = Duban.Web.Documents.Csv.Read(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))[1].Cells;
            Assert.Contains("'=HYPERLINK(\"http://evil.example\")", row);
            Assert.DoesNotContain(row, cell => cell.TrimStart() is ['=' or '+' or '-' or '@', ..]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
