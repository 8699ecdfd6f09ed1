namespace Duban.Web.Residents;

/// <summary>Looks up what somebody without an account typed, as long as their patience and everybody's lasts.</summary>
/// <param name="patience">How often, and for how long.</param>
/// <param name="countFound">True where what is found counts as well, so that the count tells nobody what is right; else only what is not found is counted.</param>
public sealed class Guesses(Patience patience, bool countFound = false) : IDisposable
{
    // A thousand guesses sent at once must not all be looked up before the first is counted.
    private readonly SemaphoreSlim lookups = new(4);

    /// <summary>True when this address, or everybody, has guessed enough for now.</summary>
    public bool IsOut(HttpContext http) => patience.IsOut(http);

    /// <summary>What is found, or null: nothing, or enough guesses were made.</summary>
    public async Task<T?> Find<T>(HttpContext http, Func<Task<T?>> find) where T : class
    {
        await lookups.WaitAsync(http.RequestAborted);
        try
        {
            if (countFound ? !patience.Take(http) : patience.IsOut(http)) return null;
            var found = await find();
            if (found is null && !countFound) patience.Take(http);
            return found;
        }
        finally
        {
            lookups.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => lookups.Dispose();
}
