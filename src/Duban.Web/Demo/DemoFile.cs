using Duban.Web.Documents.Import;

namespace Duban.Web.Demo;

/// <summary>Files that the program carries for its demo.</summary>
internal static class DemoFile
{
    /// <summary>A workbook, as if a clerk had dropped it.</summary>
    public static WorkbookSource Source(string name)
    {
        using var stream = typeof(DemoFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the program");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return new(name, memory.ToArray());
    }
}
