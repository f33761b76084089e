using System.Reflection;
using System.Runtime.CompilerServices;

namespace NeuralOpt.Keras.Layers;

/// <summary>How a function of the user's is called: which of its parameters are inputs, and what the others are given.</summary>
internal sealed class LambdaCall
{
    private readonly Delegate _function;
    private readonly ParameterInfo[] _parameters;
    private readonly object?[] _fixed;
    private readonly int _tensors;
    private readonly bool _takesMask;

    internal LambdaCall(Delegate function, IReadOnlyDictionary<string, object>? arguments)
    {
        _function = function;
        _parameters = Parameters(function);
        _fixed = Array.ConvertAll(_parameters, p => IsInput(p) || IsOfCall(p) ? null : Argument(p, arguments));
        _takesMask = Array.Exists(_parameters, static p => p.Name == "mask");
        _tensors = _parameters.Count(static p => p.ParameterType == typeof(Tensor));
        if (arguments?.Keys.FirstOrDefault(k => !Array.Exists(_parameters, p => p.Name == k && !IsInput(p))) is { } unknown)
        {
            string[] names = [.. _parameters.Where(static p => !IsInput(p)).Select(static p => p.Name!)];
            throw new KerasArgumentException(
                $"Lambda: arguments must be parameters of the function other than tensors{(names.Length > 0 ? $": {string.Join(", ", names)}" : "")}. Received: '{unknown}'.");
        }
    }

    internal Tensors Run(Tensors inputs, CallContext context) => _function switch
    {
        Func<Tensor, Tensor> f when !_takesMask && inputs.Count == 1 => Result(f(inputs[0])),
        Func<Tensor, Tensor, Tensor> f when !_takesMask && inputs.Count == 2 => Result(f(inputs[0], inputs[1])),
        Func<Tensors, Tensor> f when !_takesMask => Result(f(inputs)),
        Func<Tensors, Tensors> f when !_takesMask => Result(f(inputs)),
        _ => Result(Invoke(inputs, context)),
    };

    private object? Invoke(Tensors inputs, CallContext context)
    {
        // (x, mask) of two inputs means both of them; of one, the input and its mask.
        bool masked = _takesMask && inputs.Count < _tensors;
        int expected = masked ? _tensors - 1 : _tensors;
        if (inputs.Count != expected && !Array.Exists(_parameters, static p => p.ParameterType == typeof(Tensors) && p.Name != "mask"))
        {
            throw new ShapeException($"the function takes {expected} input{(expected == 1 ? "" : "s")}. Received shapes: {string.Join(", ", inputs.Select(static t => t.Shape))}.");
        }

        object?[] values = [.. _fixed];
        for (int i = 0, next = 0; i < values.Length; i++)
        {
            ParameterInfo p = _parameters[i];
            if (p.Name == "mask" && (masked || p.ParameterType != typeof(Tensor)))
            {
                values[i] = p.ParameterType.IsAssignableFrom(context.Masks.GetType()) ? context.Masks : context.Mask;
            }
            else if (p.Name == "training")
            {
                values[i] = context.Training;
            }
            else if (IsInput(p))
            {
                values[i] = p.ParameterType == typeof(Tensors) ? inputs : inputs[next++];
            }
        }

        try
        {
            return _function.DynamicInvoke(values);
        }
        catch (TargetInvocationException e) when (e.InnerException is { } inner)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }

    private static Tensors Result(object? value) => value switch
    {
        Tensor t => t,
        Tensors several => several,
        Variable v => v.Value,
        IEnumerable<Tensor> several => (Tensor[])[.. several],
        ITuple tuple when Enumerable.Range(0, tuple.Length).All(i => tuple[i] is Tensor)
            => (Tensor[])[.. Enumerable.Range(0, tuple.Length).Select(i => (Tensor)tuple[i]!)],
        _ => throw new KerasInvalidOperationException($"Lambda: the function must give a tensor or several. Received: {value?.GetType().Name ?? "null"}."),
    };

    private static bool IsInput(ParameterInfo p) => p.ParameterType == typeof(Tensor) || p.ParameterType == typeof(Tensors);

    private static bool IsOfCall(ParameterInfo p) => p.Name is "mask" or "training";

    private static object? Argument(ParameterInfo p, IReadOnlyDictionary<string, object>? arguments)
    {
        if (arguments?.TryGetValue(p.Name!, out object? value) != true)
        {
            return p.HasDefaultValue ? p.DefaultValue : throw new KerasArgumentException(
                $"Lambda: every parameter of the function that is no tensor must have a value in arguments. Received none for '{p.Name}'.");
        }

        Type type = Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType;
        return value is IConvertible number && type.IsPrimitive && value.GetType() != type
            ? Convert.ChangeType(number, type, System.Globalization.CultureInfo.InvariantCulture)
            : type.IsInstanceOfType(value) || (value is null && !type.IsValueType) ? value
            : throw new KerasArgumentException($"Lambda: argument '{p.Name}' must be of type {type.Name}. Received: {value?.GetType().Name ?? "null"}.");
    }

    // A compiled expression has a closure before its parameters.
    private static ParameterInfo[] Parameters(Delegate function)
    {
        ParameterInfo[] invoke = function.GetType().GetMethod("Invoke")!.GetParameters();
        ParameterInfo[] method = function.Method.GetParameters();
        return method.Length == invoke.Length ? method : method.Length == invoke.Length + 1 ? method[1..] : invoke;
    }
}
