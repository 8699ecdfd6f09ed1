namespace Duban.Web.CommandLine;

/// <summary>A file that a command was given to read.</summary>
internal static class InputFile
{
    /// <summary>The file, open; null, with a complaint printed, when it is not there or cannot be read.</summary>
    public static FileStream? OpenInput(this Terminal terminal, string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            terminal.Complain($"找不到文件：{path}", $"There is no file {path}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            terminal.Complain($"无法读取文件 {path}：{fault.Message}", $"The file {path} cannot be read: {fault.Message}");
        }
        return null;
    }

    /// <summary>All of the file's bytes; null, with a complaint printed, when it is not there or cannot be read.</summary>
    public static async Task<byte[]?> ReadInput(this Terminal terminal, string path, CancellationToken ct)
    {
        await using var file = terminal.OpenInput(path);
        if (file is null) return null;
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }
}
