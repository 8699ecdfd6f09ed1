namespace Duban.Ledger;

/// <summary>An entry in the queue with the answer its sender waits for.</summary>
internal sealed class Pending(Entry entry)
{
    private readonly TaskCompletionSource<Receipt> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Entry Entry { get; } = entry;

    public Task<Receipt> Answer => answer.Task;

    public void Settle(Receipt receipt) => answer.TrySetResult(receipt);

    public void Fail(Exception fault) => answer.TrySetException(fault);
}
