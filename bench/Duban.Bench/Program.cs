using Duban.Bench;

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
        var import = ImportBench.Run();
        Console.WriteLine($"import of 100,000 rows × 20 columns | ExcelDataReader alone {import.Library:N0} rows/s | read and judged {import.Ours:N0} rows/s | {import.Share:0.00} ×");
        break;
}
return 0;

static double Number(string[] words, int at, double usual) =>
    at < words.Length ? double.Parse(words[at], System.Globalization.CultureInfo.InvariantCulture) : usual;
