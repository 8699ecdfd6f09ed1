namespace Duban.Web;

/// <summary>A sentence in both languages, for where no request chooses one: the command line and the log.</summary>
/// <param name="Chinese">The sentence as officials read it.</param>
/// <param name="English">The same in English.</param>
public readonly record struct Wording(string Chinese, string English);
