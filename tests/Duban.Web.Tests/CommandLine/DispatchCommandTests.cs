using System.Text.Json.Nodes;
using Duban.Web.CommandLine;

namespace Duban.Web.Tests.CommandLine;

public sealed class DispatchCommandTests
{
    private const string Toy = """
        NAME : toy
        TYPE : CVRP
        DIMENSION : 4
        EDGE_WEIGHT_TYPE : EUC_2D
        CAPACITY : 10
        NODE_COORD_SECTION
        1 0 0
        2 0 3
        3 4 0
        4 4 3
        DEMAND_SECTION
        1 0
        2 5
        3 5
        4 5
        DEPOT_SECTION
        1
        -1
        EOF
        """;

    [Fact]
    public async Task A_plan_is_printed_as_json_and_passes_when_read_again()
    {
        var (exit, output, error) = await Run(Toy, "solve", "--iterations", "200", "--json");
        Assert.Equal((Exit.Done, ""), (exit, error));
        var plan = JsonNode.Parse(output)!;
        Assert.Equal(2, plan["vehicles"]!.GetValue<int>());
        Assert.True(plan["valid"]!.GetValue<bool>());
        Assert.Empty(plan["unserved"]!.AsArray());
        Assert.Equal([1, 2, 3], plan["routes"]!.AsArray().SelectMany(r => r!.AsArray()).Select(c => c!.GetValue<int>()).Order());

        using var solution = new Scrap(output);
        Assert.Equal(Exit.Done, (await Run(Toy, "validate", solution.Path)).Exit);
    }

    private const string Visit = """
        { "people": 42, "depot": { "x": 0, "y": 0 }, "township": { "x": 14, "y": 6 },
          "fleet": [ { "name": "49", "seats": 49, "fixed_yuan": 520, "yuan_per_km": 5 } ],
          "factories": [ { "id": "shoes", "x": 2, "y": 1, "stay_minutes": 40, "worth_yuan": 90, "slots": [ { "begins_minute": 570 } ] },
                         { "id": "plastics", "x": 3, "y": 2, "stay_minutes": 40, "worth_yuan": 90, "slots": [ { "begins_minute": 630 } ] } ] }
        """;

    [Fact]
    public async Task A_visit_tour_is_planned_printed_and_passes_when_read_again()
    {
        var (exit, output, error) = await Run(Visit, "solve", "--json");
        Assert.Equal((Exit.Done, ""), (exit, error));
        var plan = JsonNode.Parse(output)!;
        Assert.True(plan["valid"]!.GetValue<bool>());
        Assert.Equal(["shoes", "plastics"], plan["visits"]!.AsArray().Select(v => v!["factory"]!.GetValue<string>()));

        using var solution = new Scrap(output);
        Assert.Equal(Exit.Done, (await Run(Visit, "validate", solution.Path)).Exit);
        Assert.Equal(Exit.Partly, (await Run(Visit.Replace("42", "50", StringComparison.Ordinal), "solve")).Exit);
        Assert.Equal(Exit.BadInput, (await Run(Visit.Replace("42", "0", StringComparison.Ordinal), "solve")).Exit);
    }

    [Fact]
    public async Task A_plan_that_breaks_a_rule_is_refused_with_the_rule()
    {
        using var solution = new Scrap("Route #1: 1 2 3\nCost 14");
        var (exit, output, _) = await Run(Toy, "validate", solution.Path, "--json");
        Assert.Equal(Exit.Nothing, exit);
        Assert.Contains("\"kind\":\"seats\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_file_is_named_by_line_and_column()
    {
        var (exit, output, error) = await Run(Toy.Replace("3 4 0", "3 four 0", StringComparison.Ordinal), "solve", "--json");
        Assert.Equal((Exit.BadInput, ""), (exit, output));
        Assert.Contains("line 9, column 3", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cannot_be_served_is_named_with_the_reason()
    {
        var (exit, output, _) = await Run(Toy.Replace("4 5\nDEPOT", "4 17\nDEPOT", StringComparison.Ordinal), "solve", "--iterations", "100", "--json");
        Assert.Equal(Exit.Partly, exit);
        var left = Assert.Single(JsonNode.Parse(output)!["unserved"]!.AsArray())!;
        Assert.Equal(("3", "seats", 7.0), (left["id"]!.GetValue<string>(), left["reason"]!.GetValue<string>(), left["change"]!.GetValue<double>()));
    }

    [Theory]
    [InlineData("--seconds", "ten")]
    [InlineData("--seconds", "0")]
    [InlineData("--threads", "0")]
    [InlineData("--objective", "beauty")]
    public async Task An_option_that_makes_no_sense_is_bad_input(string option, string value)
    {
        var (exit, output, error) = await Run(Toy, "solve", option, value);
        Assert.Equal((Exit.BadInput, ""), (exit, output));
        Assert.NotEqual("", error);
    }

    private static async Task<(int Exit, string Output, string Error)> Run(string instance, string verb, params string[] rest)
    {
        using var file = new Scrap(instance);
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var exit = await Root.Run(["dispatch", verb, file.Path, .. rest], Terminal.For(new StringReader(""), output, error, _ => null));
        return (exit, output.ToString(), error.ToString());
    }

    private sealed class Scrap : IDisposable
    {
        public Scrap(string text) => File.WriteAllText(Path, text);

        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"{Guid.CreateVersion7()}.txt");

        public void Dispose() => File.Delete(Path);
    }
}
