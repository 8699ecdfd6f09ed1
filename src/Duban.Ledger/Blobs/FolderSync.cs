using System.Runtime.InteropServices;

namespace Duban.Ledger;

/// <summary>Makes a rename survive a power cut: the folder itself has to reach the disk, and .NET has no call for that.</summary>
internal static class FolderSync
{
    public static void Sync(string folder)
    {
        if (OperatingSystem.IsWindows()) return; // NTFS journals its names.
        var handle = Open(folder, 0);
        if (handle < 0) throw new IOException($"The folder {folder} could not be opened to be synced.");
        var failed = Fsync(handle) != 0;
        _ = Close(handle);
        if (failed) throw new IOException($"The folder {folder} could not be synced.");
    }

    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    private static extern int Fsync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int handle);
}
