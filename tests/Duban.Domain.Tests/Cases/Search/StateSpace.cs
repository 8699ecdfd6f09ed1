using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Domain.Procedures;

namespace Duban.Domain.Tests.Cases.Search;

/// <summary>Every state a cast can bring a case to, breadth first, each once; checks look at every state and at every act tried.</summary>
internal sealed class StateSpace(Procedure procedure, Cast cast, bool clocked)
{
    private static readonly Actor Villager = Town.Villager;
    private readonly Dictionary<string, int> known = [];
    private readonly Dictionary<(Person, CaseAct), Actor[]> able = [];

    /// <summary>The states, in the order they were found.</summary>
    public List<Searched> States { get; } = [];

    /// <summary>From which states each was reached.</summary>
    public List<List<int>> Before { get; } = [];

    /// <summary>The act that first led to a state, and from where.</summary>
    public List<(int From, string Act)> Led { get; } = [];

    /// <summary>Acts tried and acts allowed.</summary>
    public (long Tried, long Allowed) Acts { get; private set; }

    /// <summary>Called with every state, act, actor and ruling.</summary>
    public Action<Searched, ICaseAct, Act, Ruling<CaseEvent>>? OnAct { get; init; }

    /// <summary>Called with every state, the act's name and the state it leads to.</summary>
    public Action<Searched, string, Searched>? OnStep { get; init; }

    public StateSpace Search()
    {
        Find(new(new(new("JL-001"), procedure), new(procedure.Has(Step.Survey)), Do.FirstDay), -1, "");
        for (var i = 0; i < States.Count; i++)
        {
            var s = States[i];
            var people = cast.People.DistinctBy(p => (s.Marks(p.Id), p.Posts)).ToArray();
            Find(s with { Today = s.Today.AddDays(Searched.Jump) }, i, "two weeks pass");
            PersonId[] leaders = s.Case.Stage is Stage.Accepted or Stage.Rectifying && !clocked ? [.. people.Select(p => p.Id)] : [];
            foreach (var rule in Menu.Of(s, leaders, clocked))
            {
                foreach (var hat in people.SelectMany(p => Able(p, rule.Kind)).Append(Villager)) Try(i, rule, hat);
            }
        }
        return this;
    }

    /// <summary>How a state was reached, act by act.</summary>
    public string Path(int state)
    {
        var acts = new Stack<string>();
        for (var i = state; i > 0; i = Led[i].From) acts.Push(Led[i].Act);
        return string.Join(" → ", acts);
    }

    /// <summary>The states from which none of the wanted ones can be reached.</summary>
    public IEnumerable<int> CannotReach(Func<Searched, bool> wanted)
    {
        var can = new bool[States.Count];
        var todo = new Stack<int>(Enumerable.Range(0, States.Count).Where(i => wanted(States[i])));
        while (todo.TryPop(out var i))
        {
            if (can[i]) continue;
            can[i] = true;
            foreach (var before in Before[i]) todo.Push(before);
        }
        return Enumerable.Range(0, States.Count).Where(i => !can[i]);
    }

    // Whose role never has the right is asked once and not in every state; the table of rights walks those.
    private Actor[] Able(Person person, CaseAct kind)
    {
        if (!able.TryGetValue((person, kind), out var hats))
            able[(person, kind)] = hats = [.. person.Hats.Where(h => Rights.Refusal(h, kind, h.Unit)?.Code != "rights.role")];
        return hats;
    }

    private void Try(int from, ICaseAct rule, Actor hat)
    {
        var s = States[from];
        var act = s.ActOf(hat);
        var ruling = rule.PutTo(s.Case, act);
        OnAct?.Invoke(s, rule, act, ruling);
        Acts = (Acts.Tried + 1, Acts.Allowed + (ruling.Allowed ? 1 : 0));
        if (ruling.Allowed) Find(s.After(ruling.Facts, act), from, rule.Kind.ToString(), hat);
    }

    private void Find(Searched next, int from, string act, Actor? hat = null)
    {
        if (from >= 0) OnStep?.Invoke(States[from], act, next);
        var key = next.Key(cast, clocked);
        if (!known.TryGetValue(key, out var at))
        {
            known[key] = at = States.Count;
            States.Add(next);
            Before.Add([]);
            Led.Add((from, hat is null ? act : $"{hat.Person} as {hat.Role} of {hat.Unit.Unit}: {act}"));
        }
        if (from >= 0 && from != at) Before[at].Add(from);
    }
}
