using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using NeuralOpt.Keras.Callbacks;
using NeuralOpt.Keras.Layers;
using NeuralOpt.Keras.Losses;
using Metric = NeuralOpt.Keras.Metrics.Metric;

namespace NeuralOpt.Keras.Tests;

/// <summary>A value that a careful caller might pass for each type of parameter, and an instance to call each method on.</summary>
internal static class GoodValues
{
    private static readonly Type[] s_concrete =
    [
        .. typeof(Tensor).Assembly.GetExportedTypes().Where(static t => t is { IsAbstract: false, IsClass: true, IsGenericTypeDefinition: false }),
    ];

    // Texts for which any word will not do.
    private static readonly Dictionary<string, string> s_texts = new()
    {
        ["activation"] = "relu",
        ["padding"] = "valid",
        ["mode"] = "auto",
        ["equation"] = "ijk,...->ijk",
        ["subscripts"] = "ij->ji",
        ["reduction"] = "sum",
        ["dataFormat"] = "channels_last",
        ["interpolation"] = "nearest",
        ["distribution"] = "uniform",
        ["curve"] = "ROC",
        ["indexing"] = "xy",
        ["pattern"] = "a b -> b a",
        ["text"] = "...",
        ["monitor"] = "loss",
        ["identifier"] = "relu",
        ["optimizer"] = "sgd",
        ["loss"] = "mse",
        ["json"] = "{}",
    };

    private static readonly Dictionary<string, int> s_numbers = new() { ["axis"] = 0, ["axis1"] = 0, ["axis2"] = 1, ["verbose"] = 0 };

    /// <summary>Where calls that write may write.</summary>
    internal static string Folder { get; } = Directory.CreateTempSubdirectory("odd").FullName;

    internal static object? Of(ParameterInfo parameter)
        => parameter.HasDefaultValue && parameter.DefaultValue is var value
            ? value is null && parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : value
            : Of(parameter.ParameterType, parameter.Name ?? "", parameter.Member.Name);

    internal static object? Of(Type type, string name, string method = "")
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Of(inner, name, method);
        }

        if (type == typeof(string))
        {
            return s_texts.GetValueOrDefault(name, name is "path" or "file" or "filename" ? Path.Combine(Folder, "file") : "word");
        }

        if (type == typeof(int) || type == typeof(long))
        {
            return Convert.ChangeType(s_numbers.GetValueOrDefault(name, 2), type);
        }

        return type switch
        {
            _ when type == typeof(double) || type == typeof(float) => Convert.ChangeType(0.5, type),
            _ when type == typeof(bool) => false,
            _ when type == typeof(Tensor) => GoodTensors.For(method, name),
            _ when type == typeof(Tensors) => (Tensors)GoodTensors.For(method, name),
            _ when type == typeof(Verbose) => (Verbose)0,
            _ when type == typeof(Shuffle) => (Shuffle)true,
            _ when type == typeof(NormOrder) => (NormOrder)2,
            _ when type == typeof(Slice) => (Slice)1,
            _ when type == typeof(DTypeLike) => (DTypeLike)DType.Float32,
            _ when type == typeof(KerasTensor) => new KerasTensor((2, 3)),
            _ when type == typeof(Shape) => name is "shape" or "newShape" ? (Shape)(2, 3) : name.Contains("hape", StringComparison.Ordinal) ? (2, 3) : 2,
            _ when type == typeof(Axis) => (Axis)0,
            _ when type == typeof(Variable) => new Variable(GoodTensors.For(method, name)),
            _ when type == typeof(DType) => DType.Float32,
            _ when type == typeof(object) => 1,
            _ when type == typeof(Type) => method == "op_Implicit" ? typeof(float) : typeof(Dense),
            _ when type == typeof(Array) => new float[2, 3],
            _ when type == typeof(Index) => new Index(0),
            _ when type == typeof(Range) => 0..1,
            _ when type == typeof(CancellationToken) => CancellationToken.None,
            _ when type == typeof(Layer) => new Dense(2),
            _ when type == typeof(Function) => Keras.Function.Compile(static (Tensor[] x) => x),
            _ when type == typeof(Evaluation) => Model().Evaluate(Ops.Ones((2, 3)), Ops.Ones((2, 1)), verbose: 0),
            _ when type == typeof(EpochValues) => new History().Values,
            _ when type == typeof(Loss) => new MeanSquaredError(),
            _ when type == typeof(Metric) => new Keras.Metrics.Mean(),
            _ when type.IsAssignableTo(typeof(Model)) && type.IsAssignableFrom(typeof(Sequential)) => Model(),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(0),
            _ when type == typeof(Delegate) => static (Tensor x) => x,
            _ when type.IsAssignableTo(typeof(Delegate)) => Function(type),
            _ when type.IsAssignableTo(typeof(ITuple)) && type.IsGenericType => Tuple(type, name, method),
            _ when type.IsArray => Items(type.GetElementType()!, name, method),
            _ when type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) || type.IsInterface && type.IsGenericType => Collection(type, name, method),
            _ => Instance(type, name),
        };
    }

    /// <summary>A small model that is built and compiled.</summary>
    internal static Sequential Model()
    {
        Sequential model = new([new Input(3), new Dense(2, name: "word"), new Dense(1)]);
        model.Compile("sgd", "mse");
        return model;
    }

    private static object? Instance(Type type, string name)
    {
        if (type == typeof(Dense) || type == typeof(Sequential))
        {
            return type == typeof(Dense) ? new Dense(2) : Model();
        }

        MethodInfo? conversion = type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(m => m.Name == "op_Implicit" && m.ReturnType == type)
            .OrderBy(m => m.GetParameters()[0].ParameterType == typeof(string) ? 0 : 1)
            .FirstOrDefault();
        if (type.IsAbstract || conversion is not null && type.GetConstructors().Length == 0 || type.IsValueType && conversion is not null)
        {
            Type? leaf = type.IsAbstract ? s_concrete.Where(t => t.IsAssignableTo(type)).OrderBy(t => t.GetConstructors().Select(c => c.GetParameters().Count(p => !p.HasDefaultValue)).DefaultIfEmpty(9).Min()).FirstOrDefault() : null;
            return leaf is not null ? Instance(leaf, name)
                : conversion is not null ? conversion.Invoke(null, [Of(conversion.GetParameters()[0].ParameterType, type.Name.Contains("Loss", StringComparison.Ordinal) ? "loss" : type.Name.Contains("Activation", StringComparison.Ordinal) ? "activation" : "loss")])
                : null;
        }

        if (type.IsValueType)
        {
            return Activator.CreateInstance(type);
        }

        ConstructorInfo? constructor = type.GetConstructors().OrderBy(c => c.GetParameters().Count(p => !p.HasDefaultValue)).FirstOrDefault(static c => OddCalls.CanBeInvoked(c));
        return constructor?.Invoke([.. constructor.GetParameters().Select(Of)]);
    }

    // A function that gives back its first argument of the type asked for, or a good value of it.
    private static Delegate Function(Type type)
    {
        MethodInfo invoke = type.GetMethod("Invoke")!;
        ParameterExpression[] parameters = [.. invoke.GetParameters().Select(p => Expression.Parameter(p.ParameterType, p.Name))];
        Type result = invoke.ReturnType;
        Expression body = result == typeof(void) ? Expression.Empty()
            : (Expression?)parameters.FirstOrDefault(p => result.IsAssignableFrom(p.Type)) is { } same ? Expression.Convert(same, result)
            : Expression.Constant(Of(result, ""), result);
        return Expression.Lambda(type, body, parameters).Compile();
    }

    private static object Tuple(Type type, string name, string method)
        => Activator.CreateInstance(type, [.. type.GetGenericArguments().Select(t => Of(t, name, method))])!;

    private static Array Items(Type element, string name, string method)
    {
        Array items = Array.CreateInstance(element, 2);
        for (int i = 0; i < 2; i++)
        {
            object? item = Of(element, name, method);
            items.SetValue(element.IsInstanceOfType(item) ? item : element.IsValueType ? Activator.CreateInstance(element) : null, i);
        }

        return items;
    }

    private static object? Collection(Type type, string name, string method)
    {
        Type[] of = type.GetGenericArguments();
        if (of.Length == 2)
        {
            IDictionary map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(of))!;
            map[Of(of[0], name)!] = Of(of[1], name, method);
            return type.IsInstanceOfType(map) ? map : null;
        }

        Array items = Items(of[0], name, method);
        return type.IsInstanceOfType(items) ? items
            : Activator.CreateInstance(typeof(List<>).MakeGenericType(of), [items]) is { } list && type.IsInstanceOfType(list) ? list
            : Instance(type, name);
    }
}
