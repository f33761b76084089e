using System.Reflection;

namespace NeuralOpt.Keras.Engines;

/// <summary>What others need to know of an elementwise function, said beside the function.</summary>
/// <param name="IsTest">Whether the result is bool, whatever the inputs are; otherwise it has their dtype.</param>
/// <param name="Cost">Time for an element, in additions: how finely a pass is cut for threads.</param>
internal sealed record KindTraits(bool IsTest, int Cost);

/// <summary>Gives a function its traits; each has exactly one of the attributes below.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal abstract class KindTraitsAttribute(bool isTest, int cost) : Attribute
{
    internal KindTraits Traits { get; } = new(isTest, cost);
}

/// <summary>A few instructions; the result has the dtype of the inputs.</summary>
internal sealed class ArithmeticAttribute() : KindTraitsAttribute(isTest: false, cost: 1);

/// <summary>A polynomial, or a call for each element; the result has the dtype of the inputs.</summary>
internal sealed class TranscendentalAttribute() : KindTraitsAttribute(isTest: false, cost: 8);

/// <summary>A few instructions; the result is bool.</summary>
internal sealed class TestAttribute() : KindTraitsAttribute(isTest: true, cost: 1);

/// <summary>The traits of a function.</summary>
internal static class Kinds
{
    internal static KindTraits Traits(this UnaryKind kind) => Table<UnaryKind>.Of[kind];

    internal static KindTraits Traits(this BinaryKind kind) => Table<BinaryKind>.Of[kind];

    private static class Table<TKind> where TKind : struct, Enum
    {
        internal static readonly Dictionary<TKind, KindTraits> Of = typeof(TKind).GetFields(BindingFlags.Public | BindingFlags.Static)
            .ToDictionary(
                f => (TKind)f.GetValue(null)!,
                f => f.GetCustomAttribute<KindTraitsAttribute>()?.Traits ?? throw new EngineException($"{typeof(TKind).Name}: every function must have traits. Received: {f.Name}."));
    }
}
