using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>结束公示; there is nothing to type.</summary>
public sealed record EndNoticeForm : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new EndNotice();
}
