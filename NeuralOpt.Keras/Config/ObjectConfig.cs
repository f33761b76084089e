using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Text.Json.Nodes;

namespace NeuralOpt.Keras;

/// <summary>The config of a class, derived from its one public constructor: each parameter is a key, the property of the same name its value.</summary>
internal sealed class ObjectConfig
{
    // What Keras writes and no class of ours has: they say how TensorFlow stores or distributes something.
    private static readonly HashSet<string> s_ignored =
    [
        "quantization_config", "ragged", "sparse", "synchronized", "registered_name", "build_config", "optional",
        "is_legacy_optimizer", "jit_compile", "batch_input_shape", "time_major", "implementation", "fn", "renorm", "renorm_clipping", "renorm_momentum",
    ];

    private static readonly ConcurrentDictionary<Type, ObjectConfig> s_all = [];

    private readonly Type _type;
    private readonly ConstructorInfo _constructor;
    private readonly MethodInfo? _fromConfig;

    private ObjectConfig(Type type)
    {
        _type = type;
        ConstructorInfo[] own = [.. type.GetConstructors().Where(static c => !IsConvenience(c))];
        _constructor = own is [var one] ? one : throw new KerasInvalidOperationException(
            $"{type.Name}: a class that is written to a config must have one public constructor. Received: {own.Length}.");
        Arguments = [.. _constructor.GetParameters().Select(p => new ConfigArgument(type, p))];
        _fromConfig = FindFromConfig(type);
    }

    /// <summary>Whether a constructor only takes functions where the one of the config takes what a config can hold.</summary>
    internal static bool IsConvenience(ConstructorInfo constructor)
        => constructor.GetCustomAttribute<OverloadResolutionPriorityAttribute>() is { Priority: < 0 };

    /// <summary>The constructor's parameters.</summary>
    internal IReadOnlyList<ConfigArgument> Arguments { get; }

    /// <summary>Whether a key that no class of ours has may stand in a config all the same.</summary>
    internal static bool IsIgnored(string key) => s_ignored.Contains(key);

    internal static ObjectConfig Of(Type type) => s_all.GetOrAdd(type, static t => new(t));

    /// <summary>The config of an object under Keras's keys, in the constructor's order.</summary>
    internal static JsonObject Get(object o)
    {
        JsonObject config = [];
        foreach (ConfigArgument a in Of(o.GetType()).Arguments)
        {
            if (a.Key is { } key)
            {
                config[key] = a.Write(o);
            }
        }

        return config;
    }

    /// <summary>An object with the same config.</summary>
    internal static T Clone<T>(T o) where T : class, IConfigurable
        => (T)Of(o.GetType()).Build((JsonObject)o.GetConfig().DeepClone(), new ObjectReader());

    /// <summary>Makes an object; a key that is missing takes the parameter's default.</summary>
    /// <exception cref="InvalidModelException">A key is unknown, or a value does not fit.</exception>
    internal object Build(JsonObject config, ObjectReader reader)
    {
        if (_fromConfig is { } own)
        {
            object[] given = [config, reader];
            return Invoke(() => own.Invoke(null, given[..own.GetParameters().Length])!);
        }

        foreach ((string key, _) in config)
        {
            if (!Arguments.Any(a => a.Key == key) && !s_ignored.Contains(key))
            {
                throw new InvalidModelException(
                    $"{_type.Name}: a config must have no key other than {string.Join(", ", Arguments.Select(static a => a.Key).OfType<string>())}. Received: '{key}'.");
            }
        }

        return Construct(config, reader);
    }

    /// <summary>Calls the constructor, whatever else the class may have to say about its config.</summary>
    internal object Construct(JsonObject config, ObjectReader reader)
    {
        object?[] arguments = [.. Arguments.Select(a => a.Read(config, reader))];
        return Invoke(() => _constructor.Invoke(arguments));
    }

    /// <summary>Calls the constructor with some arguments of an object, and the defaults of the others.</summary>
    internal object Construct(Func<ConfigArgument, bool> kept, object o)
    {
        object?[] arguments = [.. Arguments.Select(a => kept(a) ? a.ValueOrRead(o) : a.Default)];
        return Invoke(() => _constructor.Invoke(arguments));
    }

    private object Invoke(Func<object> make)
    {
        try
        {
            return make();
        }
        catch (TargetInvocationException e) when (e.InnerException is InvalidModelException inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
        catch (TargetInvocationException e) when (e.InnerException is ArgumentException inner)
        {
            throw new InvalidModelException($"{_type.Name}: the config's values must fit the class. {inner.Message}", inner);
        }
    }

    private static MethodInfo? FindFromConfig(Type type)
    {
        for (Type? t = type; t is not null; t = t.BaseType)
        {
            foreach (MethodInfo m in t.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Type[] p = [.. m.GetParameters().Select(static p => p.ParameterType)];
                if (m is { Name: "FromConfig", IsGenericMethod: false, IsPrivate: false } && m.ReturnType.IsAssignableTo(type)
                    && (p is [var one] && one == typeof(JsonObject) || (p is [var a, var b] && a == typeof(JsonObject) && b == typeof(ObjectReader))))
                {
                    return m;
                }
            }
        }

        return null;
    }
}
