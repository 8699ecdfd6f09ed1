namespace Duban.Bench.Bare;

/// <summary>A database driver that does nothing but write.</summary>
internal interface IBareDriver : IDisposable
{
    /// <summary>Writes transitions, so many to a commit; returns when all are on disk.</summary>
    void Write(IReadOnlyList<object[][]> transitions, int together);
}
