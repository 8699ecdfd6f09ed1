using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>发布公示.</summary>
/// <param name="Completion">What was done, with readings before and after.</param>
/// <param name="Opinion">Acceptance and strike-off opinion.</param>
/// <param name="Channel">Where to object.</param>
public sealed record NoticeForm(string? Completion, string? Opinion, string? Channel) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new PublishNotice(new NoticeText(ActReading.Words(Completion), ActReading.Words(Opinion), ActReading.Words(Channel)));
}
