using Duban.Domain.Cases;

namespace Duban.Web.Cases;

/// <summary>
/// Acts that meet on one case stand in line within this process: nobody waits while nobody is beaten, and whoever was beaten once is not beaten by
/// newcomers again and again. Between nodes the ledger's expected version decides alone.
/// </summary>
public sealed class CaseTurns
{
    private readonly Dictionary<(string Jurisdiction, string Stream), Line> lines = [];
    private readonly Lock gate = new();

    /// <summary>Joins the line of a case.</summary>
    /// <param name="jurisdiction">The city.</param>
    /// <param name="id">The case.</param>
    /// <param name="beaten">True to open a line where there is none; without it only an open line is joined.</param>
    /// <returns>The turn, to be given up when done; null when there is no line to join.</returns>
    public async ValueTask<IDisposable?> Join(string jurisdiction, CaseId id, bool beaten)
    {
        var key = (jurisdiction, id.Stream);
        Line? line;
        lock (gate)
        {
            if (!lines.TryGetValue(key, out line))
            {
                if (!beaten) return null;
                lines[key] = line = new Line();
            }
            line.People++;
        }
        await line.Turn.WaitAsync();
        return new Held(this, key, line);
    }

    private void Leave((string, string) key, Line line)
    {
        line.Turn.Release();
        lock (gate)
        {
            if (--line.People > 0) return;
            lines.Remove(key);
        }
        line.Turn.Dispose();
    }

    private sealed class Line
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public int People { get; set; }
    }

    private sealed class Held(CaseTurns turns, (string, string) key, Line line) : IDisposable
    {
        public void Dispose() => turns.Leave(key, line);
    }
}
