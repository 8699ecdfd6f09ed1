namespace Duban.Ledger;

/// <summary>A place beside the live database where a backup is unpacked, checked, and then swapped in at one stroke.</summary>
internal interface IStage : IAsyncDisposable
{
    /// <summary>The address of the stage.</summary>
    string Address { get; }

    /// <summary>Fills the empty tables of the stage.</summary>
    Task Fill(BackupReading backup, CancellationToken ct);

    /// <summary>Puts the stage in the place of the live tables; all or nothing, safe while other processes use them.</summary>
    Task Swap(CancellationToken ct);
}
