using Duban.Domain.Cases;

namespace Duban.Web.Cases.Pages;

/// <summary>What residents wrote, by the reference of the ledger; it lies outside the ledger and may have been erased.</summary>
public delegate Task<IReadOnlyDictionary<string, string>> ObjectionWords(Case c);
