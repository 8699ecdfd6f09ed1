using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>结束测评; there is nothing to type.</summary>
public sealed record CloseSurveyForm : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new CloseSurvey();
}
