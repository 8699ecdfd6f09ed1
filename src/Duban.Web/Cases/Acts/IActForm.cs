using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>What a person typed for an act, every member a text: the same record for a page's form and a machine's JSON.</summary>
public interface IActForm
{
    /// <summary>The act; what could not be read is in the reading's reasons.</summary>
    ICaseAct Read(ActReading reading);
}
