using System.Globalization;
using System.Text.Json;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.CommandLine;
using Duban.Web.Procedures;
using Duban.Web.Tests.Documents;

namespace Duban.Web.Tests.CommandLine;

/// <summary>Every exit code of <c>duban import</c>, and what a program reads on its standard output.</summary>
public sealed class ImportCommandTests
{
    private const string Head = "编号,隐患描述,责任单位,整改时限\n";
    private const string Blocked = "1,消防通道堵塞,衡东县,2021-03-31\n";
    private const string Wires = "2,电线老化,石鼓区,立行立改\n";
    private const string Nowhere = "3,护栏缺失,不存在的局,2021-04-30\n";

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_good_list_is_exit_0_and_the_same_list_again_is_exit_1(On on)
    {
        await using var town = await Town.Start(on);
        using var shell = Shell.Of(town);
        var list = shell.File("list.csv", Head + Blocked + Wires);
        var first = await Import(shell, list);
        Assert.Equal((Exit.Done, 2, 2, 2, 0), (first.Exit, first["rows"], first["cases"], first["created"], first["duplicates"]));
        var again = await Import(shell, list);
        Assert.Equal((Exit.Nothing, 2, 2, 0, 2), (again.Exit, again["rows"], again["cases"], again["created"], again["duplicates"]));
    }

    [Fact]
    public async Task Some_rows_kept_back_is_exit_3_and_the_rest_is_told_by_cell()
    {
        await using var town = await Town.Start();
        using var shell = Shell.Of(town);
        var done = await Import(shell, shell.File("list.csv", Head + Blocked + Nowhere));
        Assert.Equal((Exit.Partly, 2, 1, 1, 0), (done.Exit, done["rows"], done["cases"], done["created"], done["duplicates"]));
        var problem = Assert.Single(done.Problems, p => p.Severity == "error");
        Assert.Equal(("list", "C3", "import.unit_unknown", "No such unit. Kept back until a unit is chosen"), (problem.Sheet, problem.Cell, problem.Code, problem.Message));
    }

    [Fact]
    public async Task A_row_that_is_new_beside_one_that_is_there_and_one_kept_back_are_all_counted()
    {
        await using var town = await Town.Start();
        using var shell = Shell.Of(town);
        await Import(shell, shell.File("first.csv", Head + Blocked));
        var done = await Import(shell, shell.File("second.csv", Head + Blocked + Wires + Nowhere));
        Assert.Equal((Exit.Partly, 3, 2, 1, 1), (done.Exit, done["rows"], done["cases"], done["created"], done["duplicates"]));
        var again = await Import(shell, shell.Path("second.csv"));
        Assert.Equal((Exit.Nothing, 0, 2), (again.Exit, again["created"], again["duplicates"]));
    }

    [Fact]
    public async Task A_list_of_which_no_row_can_be_a_case_yet_has_done_nothing()
    {
        await using var town = await Town.Start();
        using var shell = Shell.Of(town);
        var done = await Import(shell, shell.File("list.csv", Head + Nowhere));
        Assert.Equal((Exit.Nothing, 1, 0, 0), (done.Exit, done["rows"], done["cases"], done["created"]));
    }

    [Fact]
    public async Task A_dry_run_answers_what_the_import_would_and_writes_nothing()
    {
        await using var town = await Town.Start();
        using var shell = Shell.Of(town);
        var list = shell.File("list.csv", Head + Blocked + Nowhere);
        for (var i = 0; i < 2; i++)
        {
            var looked = await Import(shell, list, "--dry-run");
            Assert.Equal((Exit.Partly, 1, 0), (looked.Exit, looked["created"], looked["duplicates"]));
            Assert.Contains(looked.Problems, p => p.Code == "import.campaign_opened");
        }
        Assert.Null(await town.The<Campaigns>().Find("430400", "AQ"));
        await Import(shell, list);
        var known = await Import(shell, list, "--dry-run");
        Assert.Equal((Exit.Nothing, 0), (known.Exit, known["created"]));
    }

    [Fact]
    public async Task A_campaign_that_was_not_there_is_opened_and_the_report_says_so_once()
    {
        await using var town = await Town.Start();
        using var shell = Shell.Of(town);
        var done = await Import(shell, shell.File("list.csv", Head + Blocked));
        var opened = Assert.Single(done.Problems, p => p.Code == "import.campaign_opened");
        Assert.Equal(("", "", "note"), (opened.Sheet, opened.Cell, opened.Severity));
        Assert.Contains("AQ", opened.Message, StringComparison.Ordinal);
        var campaign = await town.The<Campaigns>().Find("430400", "AQ");
        Assert.Equal(("short", new UnitId("430400-dcs")), (campaign!.Procedure, campaign.Office));
        var more = await Import(shell, shell.File("more.csv", Head + Wires));
        Assert.DoesNotContain(more.Problems, p => p.Code == "import.campaign_opened");
    }

    [Fact]
    public async Task A_campaign_that_is_there_keeps_its_procedure_and_its_numbers()
    {
        await using var town = await Town.Start();
        var full = ProcedureFile.Shipped[0];
        await town.The<Campaigns>().Save("430400", new Campaign("JL", new("金龙", "Jinlong"), full.Code, full.Version, new UnitId("430400-zgb"), new(2021, 1, 6), null), new("test", DateTimeOffset.UnixEpoch));
        using var shell = Shell.Of(town);
        Assert.Equal(Exit.Done, (await shell.Run("import", shell.File("list.csv", Head + Blocked + Wires), "--campaign", "JL")).Exit);
        var ledger = town.The<Duban.Web.Cases.CaseLedger>();
        foreach (var number in new[] { "JL-001", "JL-002" })
            Assert.Equal(full.Code, (await ledger.Load("430400", new(number)))?.Procedure.Code);
    }

    [Theory]
    [InlineData("没有表头\n"), InlineData(""), InlineData(Head)]
    public async Task A_file_in_which_nothing_is_a_matter_is_exit_2_and_opens_no_campaign(string content)
    {
        await using var town = await Town.Start();
        using var shell = Shell.Of(town);
        var done = await Import(shell, shell.File("list.csv", content));
        Assert.Equal((Exit.BadInput, 0, 0), (done.Exit, done["rows"], done["created"]));
        Assert.NotEmpty(done.Problems);
        Assert.Null(await town.The<Campaigns>().Find("430400", "AQ"));
    }

    [Theory]
    [InlineData("missing.xlsx", "AQ", "There is no file"), InlineData("folder", "AQ", "cannot be read"), InlineData("list.csv", "a", "a"), InlineData("list.csv", "AQ-1", "AQ-1")]
    public async Task A_file_that_is_not_there_and_a_code_that_is_none_are_exit_2_and_named(string file, string campaign, string named)
    {
        await using var town = await Town.Start();
        using var shell = Shell.Of(town);
        Directory.CreateDirectory(shell.Path("folder"));
        shell.File("list.csv", Head + Blocked);
        var said = await shell.Run("import", shell.Path(file), "--campaign", campaign, "--json");
        Assert.Equal((Exit.BadInput, ""), (said.Exit, said.Out));
        Assert.Contains(named, said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hand_over_list_of_114_is_understood_to_the_last_number()
    {
        await using var town = await Town.Start();
        using var shell = Shell.Of(town);
        var done = await Import(shell, shell.File("hazards.xlsx", Hengyang.Demo("hazard-ledger-114.xlsx")));
        Assert.Equal((114, 114, 114, 103), (done["rows"], done["cases"], done["created"], done["deadlinesUnderstood"]));
        Assert.Equal((16, 114), (done.PerUnit.Count, done.PerUnit.Values.Sum()));
    }

    [Fact]
    public async Task A_deadline_that_has_passed_is_a_remark_with_its_cell_and_no_problem()
    {
        await using var town = await Town.Start();
        using var shell = Shell.Of(town, "zh_CN.UTF-8");
        var list = shell.File("list.csv", $"{Head}1,消防通道堵塞,衡东县,{Day(30)}\n2,护栏缺失,衡东县,{Day(-30)}\n3,护栏缺失,不存在的局,{Day(-30)}\n");
        var looked = await Import(shell, list, "--dry-run");
        // The report's words are promised to programs, these and no others.
        Assert.Equal(["rows", "cases", "created", "duplicates", "perUnit", "deadlinesUnderstood", "problems"], looked.Json.EnumerateObject().Select(p => p.Name));
        Assert.DoesNotContain(looked.Problems, p => p.Cell == "D3");
        Assert.Contains("1 行的时限已过，照此交办，一交办就是超期：D3\n", (await shell.Run("import", list, "--campaign", "AQ", "--dry-run")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("已过", (await shell.Run("import", shell.File("good.csv", Head + Wires), "--campaign", "AQ", "--dry-run")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_at_the_terminal_reads_sentences_in_their_own_language()
    {
        await using var town = await Town.Start();
        using var chinese = Shell.Of(town, "zh_CN.UTF-8");
        var list = chinese.File("list.csv", Head + Blocked + Nowhere);
        var said = await chinese.Run("import", list, "--campaign", "AQ");
        Assert.StartsWith("2 行：新建 1 件，已有 0 件，留待补充 1 行；看懂时限 2 个\n  衡东县 1\n", said.Out, StringComparison.Ordinal);
        Assert.Contains("还没有专项 AQ", said.Out, StringComparison.Ordinal);
        Assert.Contains("\nlist C3 ", said.Out, StringComparison.Ordinal);
        Assert.Empty(said.Error);
        using var english = Shell.Of(town);
        Assert.StartsWith("2 rows: 0 to be created, 1 there already, 1 kept back; 2 deadlines understood\n", (await english.Run("import", list, "--campaign", "AQ", "--dry-run")).Out, StringComparison.Ordinal);
    }

    // A program at the terminal goes by the machine's own day.
    private static string Day(int fromNow) => TimeProvider.System.GetUtcNow().AddDays(fromNow).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<Report> Import(Shell shell, string path, params string[] more)
    {
        var said = await shell.Run(["import", path, "--campaign", "AQ", "--json", .. more]);
        return new(said.Exit, JsonDocument.Parse(said.Out).RootElement);
    }

    /// <summary>What a program makes of the report.</summary>
    private sealed record Report(int Exit, JsonElement Json)
    {
        public int this[string name] => Json.GetProperty(name).GetInt32();

        public Dictionary<string, int> PerUnit => Json.GetProperty("perUnit").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetInt32());

        public List<Told> Problems => [.. Json.GetProperty("problems").EnumerateArray().Select(p => new Told(
            Text(p, "sheet"), Text(p, "cell"), Text(p, "code"), Text(p, "message"), Text(p, "severity")))];

        private static string Text(JsonElement problem, string name) => problem.GetProperty(name).GetString()!;
    }

    private sealed record Told(string Sheet, string Cell, string Code, string Message, string Severity);
}
