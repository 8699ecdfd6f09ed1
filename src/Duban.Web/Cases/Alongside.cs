using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Ledger;

namespace Duban.Web.Cases;

/// <summary>Rows another module writes with a fact that came through the door, in the same transaction: a sample's codes, say.</summary>
/// <param name="after">The case with the fact in it.</param>
/// <param name="fact">What happened.</param>
/// <param name="act">Who and when.</param>
public delegate IEnumerable<RowWrite> Alongside(Case after, CaseEvent fact, Act act);
