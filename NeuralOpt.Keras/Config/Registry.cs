using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace NeuralOpt.Keras;

/// <summary>The classes that a config may name: the library's own, found once by reflection, and those that the user registered.</summary>
/// <remarks>Nothing here looks up a CLR type by a name that came from outside.</remarks>
internal static class Registry
{
    private static readonly Lazy<FrozenDictionary<string, Kind>> s_kinds = new(Scan);
    private static readonly ConcurrentDictionary<string, Type> s_registered = [];
    private static readonly ConcurrentDictionary<Type, string> s_registeredNames = [];
    private static readonly ConcurrentDictionary<string, Delegate> s_functions = [];

    /// <summary>The built-in class of a module by Keras's class name; null for none.</summary>
    internal static Type? Find(string module, string className)
        => s_kinds.Value.GetValueOrDefault(module)?.Classes.GetValueOrDefault(className);

    /// <summary>Every built-in class of that name, whatever its module.</summary>
    internal static IEnumerable<Type> FindAll(string className)
        => s_kinds.Value.Values.Select(k => k.Classes.GetValueOrDefault(className)).OfType<Type>();

    /// <summary>All built-in classes.</summary>
    internal static IEnumerable<Type> Classes => s_kinds.Value.Values.SelectMany(static k => k.Classes.Values);

    /// <summary>Keras's name of a class.</summary>
    internal static string ClassName(Type type) => Attribute(type)?.ClassName ?? type.Name;

    /// <summary>Keras's module of a class.</summary>
    internal static string Module(Type type) => Attribute(type)?.Module ?? NamingRule.Module(type);

    /// <summary>Whether Keras writes where the class lies in its source, and then its name once more.</summary>
    internal static bool HidesModule(Type type) => Attribute(type)?.Module is not null;

    /// <summary>The class behind one of Keras's short names (<c>glorot_uniform</c>, <c>mse</c>, <c>adam</c>); null for none.</summary>
    internal static Type? FindShort(Type baseClass, string name)
        => FindBuiltin(NamingRule.Module(baseClass), name) is { } type && type.IsAssignableTo(baseClass)
            ? type
            : s_registered.GetValueOrDefault(name) is { } own && own.IsAssignableTo(baseClass) ? own : null;

    // Keras looks up optimizers, and nothing else, without regard to case.
    private static Type? FindBuiltin(string module, string name)
        => s_kinds.Value.GetValueOrDefault(module)?.Names is not { } names ? null
            : names.GetValueOrDefault(name) ?? (module == "keras.optimizers" ? names.GetValueOrDefault(name.ToLowerInvariant()) : null);

    /// <summary>Makes what one of Keras's short names stands for, with every argument at its default.</summary>
    /// <exception cref="ArgumentException">The name is unknown; the message lists those that are known.</exception>
    internal static T Create<T>(string name) where T : class
    {
        Type type = FindShort(typeof(T), Guard.NotNull(name, typeof(T).Name)) ?? throw new KerasArgumentException(
            Spelling.Unknown(typeof(T).Name, "the name", name, ShortNames(typeof(T))));
        return (T)ObjectConfig.Of(type).Build([], new ObjectReader());
    }

    /// <summary>The names that <see cref="Create"/> takes, without spellings that differ only by case.</summary>
    internal static IReadOnlyList<string> ShortNames(Type baseClass)
        => [.. (s_kinds.Value.GetValueOrDefault(NamingRule.Module(baseClass))?.Names ?? FrozenDictionary<string, Type>.Empty)
            .Where(p => p.Value.IsAssignableTo(baseClass) && p.Key != ClassName(p.Value) && p.Key == p.Key.ToLowerInvariant()
                && (p.Key == ShortName(p.Value) || (Attribute(p.Value)?.Aliases.Contains(p.Key) ?? false)))
            .Select(static p => p.Key).Order(StringComparer.Ordinal)];

    // Keras's optimizers are known by their names in lower case, everything else by snake case.
    private static string ShortName(Type type)
        => Module(type) == "keras.optimizers" ? ClassName(type).ToLowerInvariant() : NamingRule.SnakeCase(ClassName(type));

    internal static void Register(Type type, string package, string name)
    {
        string registered = $"{package}>{name}";
        s_registered[registered] = type;
        s_registered[name] = type;
        s_registeredNames[type] = registered;
    }

    internal static void Register(Delegate function, string package, string name)
    {
        s_functions[$"{package}>{name}"] = function;
        s_functions[name] = function;
    }

    /// <summary>The name under which the user registered a class; null for none.</summary>
    internal static string? RegisteredName(Type type) => s_registeredNames.GetValueOrDefault(type);

    /// <summary>The name under which the user registered a function; null for none.</summary>
    internal static string? RegisteredName(Delegate function)
        => s_functions.Where(p => p.Value.Equals(function)).Select(static p => p.Key).MaxBy(static k => k.Length);

    internal static Type? Registered(string? name) => name is null ? null : s_registered.GetValueOrDefault(name);

    internal static Delegate? Function(string? name) => name is null ? null : s_functions.GetValueOrDefault(name);

    private static KerasNameAttribute? Attribute(Type type)
        => (KerasNameAttribute?)System.Attribute.GetCustomAttribute(type, typeof(KerasNameAttribute), inherit: false);

    private static FrozenDictionary<string, Kind> Scan()
        => typeof(Registry).Assembly.GetTypes()
            .Where(static t => t is { IsPublic: true, IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IConfigurable)))
            .GroupBy(NamingRule.Module)
            .ToFrozenDictionary(static g => g.Key, static g => new Kind(g));

    private sealed class Kind
    {
        internal Kind(IEnumerable<Type> types)
        {
            Dictionary<string, Type> names = [];
            Classes = types.ToFrozenDictionary(ClassName);
            foreach ((string name, Type type) in Classes)
            {
                foreach (string n in (string[])[name, NamingRule.SnakeCase(name), name.ToLowerInvariant(), .. Attribute(type)?.Aliases ?? []])
                {
                    names[n] = type;
                }
            }

            Names = names.ToFrozenDictionary();
        }

        internal FrozenDictionary<string, Type> Classes { get; }

        internal FrozenDictionary<string, Type> Names { get; }
    }
}
