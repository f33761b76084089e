using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace NeuralOpt.Keras.Constraints;

/// <summary>A projection applied to a weight after each update.</summary>
/// <remarks>Wherever one is expected, Keras's name does as well: <c>kernelConstraint: "non_neg"</c>. Derive from it to write your own.</remarks>
/// <example>
/// <code>
/// var layer = new Dense(64, kernelConstraint: Constraint.From(w =&gt; Ops.Clip(w, -0.01, 0.01)));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/constraints/"/>
public abstract class Constraint : IConfigurable
{
    /// <summary>The projected weight.</summary>
    /// <param name="w">The weight after an update.</param>
    /// <returns>Shape and dtype of <paramref name="w"/>.</returns>
    public abstract Tensor Apply(Tensor w);

    /// <summary>A constraint of your own from a function.</summary>
    /// <param name="f">From the weight after an update to the projected weight, written in ops.</param>
    public static Constraint From(Func<Tensor, Tensor> f) => new FunctionConstraint(f);

    /// <summary>The constraint of that name, with its defaults.</summary>
    /// <param name="name">A name that Keras knows, such as <c>"max_norm"</c>. Null stays null.</param>
    /// <exception cref="ArgumentException">There is none; the message lists those that exist.</exception>
    [return: NotNullIfNotNull(nameof(name))]
    public static implicit operator Constraint?(string? name) => name is null ? null : Registry.Create<Constraint>(name);

    /// <summary>A constraint from a function, as <see cref="From"/> makes it.</summary>
    /// <param name="f">From the weight after an update to the projected weight, written in ops. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(f))]
    public static implicit operator Constraint?(Func<Tensor, Tensor>? f) => f is null ? null : From(f);

    /// <summary>The constructor's arguments under Keras's keys, from which the constraint can be made again; override it for anything else.</summary>
    public virtual JsonObject GetConfig() => ObjectConfig.Get(this);

    /// <inheritdoc/>
    public override string ToString() => ConfigText.Of(this);

    private sealed class FunctionConstraint(Func<Tensor, Tensor> f) : Constraint, IFunctionObject
    {
        public Delegate Function => f;

        public override JsonObject GetConfig() => (JsonObject)ConfigWriter.Write(f)!;

        public override Tensor Apply(Tensor w) => f(w);
    }
}
