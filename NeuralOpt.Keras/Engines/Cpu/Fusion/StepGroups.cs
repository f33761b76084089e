namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Steps in groups that are each to become one step.</summary>
internal sealed class StepGroups
{
    // Beyond so many groups looked at, two groups stay apart: long programs must not take long to plan.
    private const int MaxSearch = 4000;

    private readonly List<int>[] _groups;
    private readonly int[][] _makers;

    /// <summary>Each step in a group of its own.</summary>
    internal StepGroups(List<Step> steps, Uses uses)
    {
        _groups = [.. steps.Select((_, i) => (List<int>)[i])];
        _makers = [.. steps.Select(s => s.Inputs.Select(v => uses.Maker(Values.Root(v))).Where(m => m >= 0).Distinct().ToArray())];
    }

    /// <summary>The steps whose results a step reads.</summary>
    internal IReadOnlyList<int> Makers(int step) => _makers[step];

    /// <summary>The group of a step: its members in order, the same list for all of them.</summary>
    internal List<int> Of(int step) => _groups[step];

    /// <summary>Joins the groups of two steps, if no step outside must run between them.</summary>
    internal void TryJoin(int first, int second)
    {
        (List<int> a, List<int> b) = (_groups[first], _groups[second]);
        if (a == b || LeavesAndReturns(a, b))
        {
            return;
        }

        a.AddRange(b);
        a.Sort();
        foreach (int member in b)
        {
            _groups[member] = a;
        }
    }

    /// <summary>Each group once, after what it reads, as near to the old order as that allows.</summary>
    internal List<List<int>> InOrder()
    {
        List<List<int>> order = [];
        HashSet<List<int>> done = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < _groups.Length; i++)
        {
            // A group stands where its last member stood, unless somebody needs it earlier.
            if (_groups[i][^1] == i)
            {
                Visit(_groups[i]);
            }
        }

        return order;

        void Visit(List<int> group)
        {
            if (!done.Add(group))
            {
                return;
            }

            foreach (int member in group)
            {
                foreach (int maker in _makers[member])
                {
                    if (_groups[maker] != group)
                    {
                        Visit(_groups[maker]);
                    }
                }
            }

            order.Add(group);
        }
    }

    /// <summary>Whether a way leads from one of the groups over other steps back into one: then they cannot be one step.</summary>
    private bool LeavesAndReturns(List<int> a, List<int> b)
    {
        HashSet<List<int>> seen = new(ReferenceEqualityComparer.Instance);
        Stack<List<int>> open = [];
        foreach (int maker in a.Concat(b).SelectMany(m => _makers[m]))
        {
            if (_groups[maker] != a && _groups[maker] != b && seen.Add(_groups[maker]))
            {
                open.Push(_groups[maker]);
            }
        }

        while (open.TryPop(out List<int>? group))
        {
            if (seen.Count > MaxSearch)
            {
                return true;
            }

            foreach (int member in group)
            {
                foreach (int maker in _makers[member])
                {
                    List<int> next = _groups[maker];
                    if (next == a || next == b)
                    {
                        return true;
                    }

                    if (seen.Add(next))
                    {
                        open.Push(next);
                    }
                }
            }
        }

        return false;
    }
}
