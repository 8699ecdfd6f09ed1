using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Web.Shell;

namespace Duban.Web.Cases.HandOvers;

/// <summary>A 退单 in one line, beside the case that is to be handed over anew.</summary>
public static class GivenBackWords
{
    /// <summary>退单：衡东县，3月16日：不在我县辖区.</summary>
    public static string Of(GivenBack back, UnitTree units, Words w) => w["hand_over.given_back", units.Find(back.Unit)?.Name ?? back.Unit.Value, w.Day(back.On), back.Why];
}
