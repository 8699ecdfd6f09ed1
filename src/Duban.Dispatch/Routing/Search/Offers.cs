namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Remembers where each job fits best into each tour. A tour carries a stamp that changes when it changes and comes back when it
/// comes back, so after a rejected step everything remembered is valid again and most questions are one comparison.
/// </summary>
internal sealed class Offers(int jobs, int slots)
{
    private readonly Offer[] table = new Offer[jobs * (slots + 1)];
    private readonly int width = slots + 1;

    /// <summary>What one route offers for one request.</summary>
    public struct Offer
    {
        public int Stamp;
        public int At;
        public float Rise;
        public int Free;
    }

    /// <summary>A job's offers, one for each slot.</summary>
    public Span<Offer> Of(int job) => table.AsSpan(job * width, width);

    public void Forget(int job) => Of(job).Clear();

    public void ForgetAll() => Array.Clear(table);
}
