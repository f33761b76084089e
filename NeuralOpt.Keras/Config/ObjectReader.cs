using System.Text.Json.Nodes;

namespace NeuralOpt.Keras;

/// <summary>Makes objects and values from one config: what it may build, what it has built, and how deep it may go.</summary>
internal sealed partial class ObjectReader(IReadOnlyDictionary<string, object>? customObjects = null)
{
    private const int MaxDepth = 128;

    private readonly Dictionary<long, object> _shared = [];
    private int _entered;

    /// <summary>Makes the object that a node of Keras's form describes.</summary>
    /// <param name="node">An object with <c>class_name</c> and <c>config</c>.</param>
    /// <param name="expected">The base class of what is wanted, by which a config without module is decided; null for any.</param>
    internal object ReadObject(JsonObject node, Type? expected = null)
    {
        using (Enter(node))
        {
            string name = Text(node, "class_name") ?? throw new InvalidModelException(
                $"Config: an object must have the key 'class_name'. Received keys: {string.Join(", ", node.Select(static p => p.Key))}.");
            long? id = node["shared_object_id"] is JsonValue v && v.TryGetValue(out long n) ? n : null;
            if (id is { } seen && _shared.TryGetValue(seen, out object? made))
            {
                return made;
            }

            made = Special(name, node) ?? Make(name, node, expected);
            if (id is { } own)
            {
                _shared[own] = made;
            }

            return made;
        }
    }

    // What is inside a node that was measured need not be measured again.
    private Entry Enter(JsonNode? node)
    {
        if (_entered == 0)
        {
            Measure(node);
        }

        _entered++;
        return new(this);
    }

    // Without recursion: a config from outside may be hostile.
    private static void Measure(JsonNode? root)
    {
        Stack<(JsonNode? Node, int Depth)> open = new([(root, 1)]);
        while (open.TryPop(out (JsonNode? Node, int Depth) top))
        {
            if (top.Depth > MaxDepth)
            {
                throw new InvalidModelException($"Config: objects and lists must be nested at most {MaxDepth} deep. Received: more.");
            }

            IEnumerable<JsonNode?> inside = top.Node switch { JsonArray a => a, JsonObject o => o.Select(static p => p.Value), _ => [] };
            foreach (JsonNode? node in inside)
            {
                open.Push((node, top.Depth + 1));
            }
        }
    }

    private object Make(string name, JsonObject node, Type? expected)
    {
        Type type = FindClass(name, node, expected);
        JsonObject config = node["config"] switch
        {
            null => [],
            JsonObject c => c,
            var other => throw new InvalidModelException($"{name}: 'config' must be an object. Received: {Brief(other)}."),
        };
        object made = ObjectConfig.Of(type).Build(config, this);
        if (made is IConfigurable configurable && node["build_config"] is JsonObject build)
        {
            configurable.BuildFromConfig(build);
        }

        return made;
    }

    private Type FindClass(string name, JsonObject node, Type? expected)
    {
        string? registered = Text(node, "registered_name");
        if (Custom(registered, name) is { } own)
        {
            return own as Type ?? throw new InvalidModelException($"customObjects: '{name}' must be a class, such as typeof({name}). Received: {own.GetType().Name}.");
        }

        // Keras gives its own classes no registered name, or just their class name.
        string? module = Text(node, "module");
        bool builtin = module is null || module == "keras" || module.StartsWith("keras.", StringComparison.Ordinal);
        if (!builtin || registered?.Contains('>', StringComparison.Ordinal) == true)
        {
            return Registry.Registered(registered ?? name) ?? throw Unknown(registered ?? name, module);
        }

        // An op in a model has the name of a layer sometimes, and is another thing.
        if (module?.Contains(".ops", StringComparison.Ordinal) == true)
        {
            throw Unknown(name, module);
        }

        string[] names = registered is null ? [name] : [name, registered];
        return names.Select(n => Builtin(n, module, expected)).OfType<Type>().FirstOrDefault()
            ?? Registry.Registered(registered ?? name) ?? throw Unknown(name, module);
    }

    // Any keras module is read: what counts is the class name, and the kind of thing that is wanted or that the module speaks of.
    private static Type? Builtin(string name, string? module, Type? expected)
    {
        if (module is not null && Registry.Find(module, name) is { } exact)
        {
            return exact;
        }

        Type[] all = [.. Registry.FindAll(name)];
        return all.FirstOrDefault(t => expected is not null && expected != typeof(object) && t.IsAssignableTo(expected))
            ?? all.FirstOrDefault(t => module is not null && module.Contains(NamingRule.Module(t).Split('.')[^1], StringComparison.Ordinal))
            ?? (all.Length == 1 ? all[0] : null);
    }

    private object? Special(string name, JsonObject node)
    {
        switch (name)
        {
            case "function":
                string function = Text(node, "config") ?? throw new InvalidModelException("Config: a function must have its name in 'config'. Received: none.");
                return Custom(Text(node, "registered_name"), function) as Delegate ?? Registry.Function(Text(node, "registered_name") ?? function)
                    ?? (object?)(Text(node, "module") is { } m && (m == "keras" || m.StartsWith("keras.", StringComparison.Ordinal)) ? function : null)
                    ?? throw Unknown(function, Text(node, "module"));
            case "DTypePolicy":
                return node["config"] is JsonObject policy && Text(policy, "name") is { } dtype ? dtype
                    : throw new InvalidModelException($"DTypePolicy: a config must have the key 'name'. Received: {Brief(node)}.");
            case "__tensor__" or "__numpy__":
                return node["config"] is JsonObject array
                    ? ReadTensor(array["value"], Text(array, "dtype") is { } d ? DTypes.Parse(d) : null, name)
                    : throw new InvalidModelException($"{name}: 'config' must be an object. Received: {Brief(node)}.");
            case "__lambda__" or "Lambda" when Registry.Registered(Text(node, "registered_name")) is null && customObjects?.ContainsKey(name) != true:
                throw new UnknownLayerException(
                    $"{name}: code in a config must not run; register a class of your own and use it instead. Received: {Text(node, "module") ?? "no module"}.");
            default:
                return null;
        }
    }

    private object? Custom(string? registered, string name)
        => customObjects?.GetValueOrDefault(registered ?? name) ?? customObjects?.GetValueOrDefault(name);

    private static string? Text(JsonObject node, string key) => node[key] is JsonValue v && v.TryGetValue(out string? s) ? s : null;

    private static string Brief(JsonNode? node) => node?.ToJsonString() is { } s ? (s.Length > 60 ? s[..60] + "..." : s) : "null";

    private static UnknownLayerException Unknown(string name, string? module)
        => new($"Config: the class '{name}' of module '{module ?? "null"}' must be one of Keras's that exist here, or registered with Saving.RegisterKerasSerializable. Received: '{name}'.");

    private readonly struct Entry(ObjectReader reader) : IDisposable
    {
        public void Dispose() => reader._entered--;
    }
}
