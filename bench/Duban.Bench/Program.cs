using Duban.Bench;

// dotnet run -c Release --project bench/Duban.Bench [-- PART…]: the table of docs/performance.md, of all parts or of some.
string[] parts = ["sqlite", "postgres", "list", "rebuild", "due", "import", "start"];
switch (args)
{
    case ["dispatch", var folder, .. var rest]:
        DispatchBench.Run(folder, Number(rest, 0, 10), (int)Number(rest, 1, 5), (int)Number(rest, 2, 1));
        return 0;
    case ["dispatch-county", .. var rest]:
        DispatchCounty.Run(Number(rest, 0, 60));
        return 0;
    case ["matching"]:
        DispatchMatching.Run(100_000, 5_000);
        return 0;
    case var some when some.Except(parts).Any():
        Console.Error.WriteLine($"usage: [{string.Join(' ', parts)}] | dispatch FOLDER … | dispatch-county … | matching");
        return 2;
}
Console.WriteLine(Figure.Head);
foreach (var part in parts.Where(p => args.Length == 0 || args.Contains(p)))
{
    Console.Error.WriteLine($"measuring: {part}");
    foreach (var figure in await Measure(part)) Console.WriteLine(figure);
}
return 0;

static async Task<IReadOnlyList<Figure>> Measure(string part) => part switch
{
    "sqlite" => [await TransitionBench.Run(null)],
    "postgres" => [await OnPostgres()],
    "list" => await ListBench.Run(),
    "rebuild" => [await RebuildBench.Run()],
    "due" => [await DueBench.Run()],
    "import" => [ImportBench.Run()],
    _ => await StartBench.Run(),
};

static async Task<Figure> OnPostgres()
{
    using var own = Environment.GetEnvironmentVariable("DUBAN_BENCH_POSTGRES") is null ? BenchPostgres.Start() : null;
    var server = own?.Address ?? Environment.GetEnvironmentVariable("DUBAN_BENCH_POSTGRES")
        ?? throw new InvalidOperationException("no PostgreSQL 15 or later is installed: install it, or name a server by DUBAN_BENCH_POSTGRES");
    return await TransitionBench.Run(server);
}

static double Number(string[] words, int at, double usual) =>
    at < words.Length ? double.Parse(words[at], System.Globalization.CultureInfo.InvariantCulture) : usual;
