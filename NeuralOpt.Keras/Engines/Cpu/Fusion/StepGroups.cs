namespace NeuralOpt.Keras.Engines.Cpu;

/// <summary>Steps in groups that are each to become one step.</summary>
/// <remarks>
/// The groups have an order in which each stands behind what it reads. Whether two may be joined is then seen from the groups
/// between them alone, mostly few, so that long programs are planned in a time that grows with their length.
/// </remarks>
internal sealed class StepGroups
{
    // Beyond so many groups looked at, two groups stay apart.
    private const int MaxSearch = 4000;

    private readonly Group[] _groups;
    private readonly int[][] _makers;

    // The groups in an order in which all that a group reads stands before it; places of groups that were joined to others are empty.
    private readonly Group?[] _order;

    /// <summary>Each step in a group of its own.</summary>
    internal StepGroups(List<Step> steps, Uses uses)
    {
        _groups = [.. steps.Select((_, i) => new Group([i], i))];
        _makers = [.. steps.Select(s => s.Inputs.Select(v => uses.Maker(Values.Root(v))).Where(m => m >= 0).Distinct().ToArray())];
        _order = [.. _groups];
    }

    /// <summary>The steps whose results a step reads.</summary>
    internal IReadOnlyList<int> Makers(int step) => _makers[step];

    /// <summary>The group of a step: its members in order, the same list for all of them.</summary>
    internal List<int> Of(int step) => _groups[step].Members;

    /// <summary>Joins the groups of two steps, if no step outside must run between them.</summary>
    internal void TryJoin(int first, int second)
    {
        (Group a, Group b) = (_groups[first], _groups[second]);
        if (a == b)
        {
            return;
        }

        (Group earlier, Group later) = a.Place < b.Place ? (a, b) : (b, a);
        if (Between(earlier, later) is not { } needed)
        {
            return;
        }

        int place = later.Place;
        Group joined = new([.. a.Members, .. b.Members], place);
        joined.Members.Sort();
        Rearrange(earlier.Place, place, needed, joined);
        foreach (int member in joined.Members)
        {
            _groups[member] = joined;
        }
    }

    /// <summary>Each group once, after what it reads, as near to the old order as that allows.</summary>
    internal List<List<int>> InOrder()
    {
        List<List<int>> order = [];
        HashSet<Group> begun = [];
        Stack<(Group Group, IEnumerator<Group> Left)> open = [];
        for (int i = 0; i < _groups.Length; i++)
        {
            // A group stands where its last member stood, unless somebody needs it earlier.
            if (_groups[i].Members[^1] == i && begun.Add(_groups[i]))
            {
                open.Push((_groups[i], Read(_groups[i]).GetEnumerator()));
            }

            while (open.TryPeek(out (Group Group, IEnumerator<Group> Left) top))
            {
                if (!top.Left.MoveNext())
                {
                    order.Add(open.Pop().Group.Members);
                }
                else if (begun.Add(top.Left.Current))
                {
                    open.Push((top.Left.Current, Read(top.Left.Current).GetEnumerator()));
                }
            }
        }

        return order;
    }

    /// <summary>The groups that a group reads.</summary>
    private IEnumerable<Group> Read(Group group)
        => group.Members.SelectMany(m => _makers[m]).Select(m => _groups[m]).Where(g => g != group);

    /// <summary>The groups behind <paramref name="earlier"/> that <paramref name="later"/> needs; null if one of them reads the earlier: then the two cannot be one step.</summary>
    private HashSet<Group>? Between(Group earlier, Group later)
    {
        HashSet<Group> needed = [];
        Stack<Group> open = new([later]);
        while (open.TryPop(out Group? group))
        {
            foreach (Group read in Read(group))
            {
                if (read == earlier && group != later)
                {
                    return null;
                }

                if (read.Place > earlier.Place && needed.Add(read))
                {
                    open.Push(read);
                    if (needed.Count > MaxSearch)
                    {
                        return null;
                    }
                }
            }
        }

        return needed;
    }

    /// <summary>Between two places: first what the joined group needs, then that group, then the others; what is left empty comes first.</summary>
    private void Rearrange(int from, int to, HashSet<Group> needed, Group joined)
    {
        List<Group> others = [];
        List<Group> before = [];
        for (int i = from + 1; i < to; i++)
        {
            if (_order[i] is { } group)
            {
                (needed.Contains(group) ? before : others).Add(group);
            }
        }

        int place = to;
        foreach (Group group in others.AsEnumerable().Reverse().Append(joined).Concat(before.AsEnumerable().Reverse()))
        {
            group.Place = place;
            _order[place--] = group;
        }

        Array.Clear(_order, from, place - from + 1);
    }

    private sealed class Group(List<int> members, int place)
    {
        internal List<int> Members { get; } = members;

        internal int Place { get; set; } = place;
    }
}
