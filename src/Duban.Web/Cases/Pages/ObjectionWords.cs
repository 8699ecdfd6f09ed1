using Duban.Domain.Cases;

namespace Duban.Web.Cases.Pages;

/// <summary>What residents wrote, by the reference of the ledger; it lies outside the ledger and may have been erased.</summary>
public delegate Task<IReadOnlyDictionary<string, string>> ObjectionWords(Case c);

/// <summary>What residents added to their answers, by the answer's reference; without anything by which they could be reached.</summary>
public delegate Task<IReadOnlyDictionary<string, string>> AnswerWords(Case c);
