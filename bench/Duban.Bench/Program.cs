using Duban.Bench;

// dotnet run -c Release --project bench/Duban.Bench [-- transitions list rebuild import | dispatch FOLDER … | dispatch-county | matching];
// DUBAN_BENCH_POSTGRES names a server for the second database.
switch (args)
{
    case ["dispatch", var folder, .. var rest]:
        DispatchBench.Run(folder, Number(rest, 0, 10), (int)Number(rest, 1, 5), (int)Number(rest, 2, 1));
        break;
    case ["dispatch-county", .. var rest]:
        DispatchCounty.Run(Number(rest, 0, 60));
        break;
    case ["matching"]:
        DispatchMatching.Run(100_000, 5_000);
        break;
    default:
        await Loop(args.Length == 0 ? ["transitions", "list", "rebuild", "import"] : args);
        break;
}
return 0;

static async Task Loop(string[] wanted)
{
    var postgres = Environment.GetEnvironmentVariable("DUBAN_BENCH_POSTGRES");
    Console.WriteLine("| what | raw limit | ours | ratio | aim |\n|---|---|---|---|---|");
    if (wanted.Contains("transitions"))
    {
        Console.WriteLine(await TransitionBench.Run(null));
        Console.WriteLine(postgres is null ? "| durable transitions, PostgreSQL | not measured: DUBAN_BENCH_POSTGRES is not set | | | |" : await TransitionBench.Run(postgres));
    }
    if (wanted.Contains("list"))
        foreach (var line in await ListBench.Run()) Console.WriteLine(line);
    if (wanted.Contains("rebuild")) Console.WriteLine(await RebuildBench.Run());
    if (wanted.Contains("import"))
    {
        var import = ImportBench.Run();
        Console.WriteLine($"| import of 100,000 rows × 20 columns, read and judged | {import.Library:N0} rows/s (ExcelDataReader alone) | {import.Ours:N0} rows/s | {import.Share:0.00} × | ≥ 0.5 × |");
    }
}

static double Number(string[] words, int at, double usual) =>
    at < words.Length ? double.Parse(words[at], System.Globalization.CultureInfo.InvariantCulture) : usual;
