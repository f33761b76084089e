using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace NeuralOpt.Keras.Regularizers;

/// <summary>A penalty on a weight or an output, added to the loss.</summary>
/// <remarks>Wherever one is expected, Keras's name does as well: <c>kernelRegularizer: "l2"</c>. Derive from it to write your own.</remarks>
/// <example>
/// <code>
/// var layer = new Dense(64, kernelRegularizer: Regularizer.From(w =&gt; 0.01 * Ops.Sum(Ops.Abs(w))));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/regularizers/"/>
public abstract class Regularizer : IConfigurable
{
    /// <summary>The penalty.</summary>
    /// <param name="x">A weight or an output.</param>
    /// <returns>A scalar.</returns>
    public abstract Tensor Apply(Tensor x);

    /// <summary>A regularizer of your own from a function.</summary>
    /// <param name="f">From a weight or an output to a scalar penalty, written in ops.</param>
    public static Regularizer From(Func<Tensor, Tensor> f) => new FunctionRegularizer(f);

    /// <summary>The regularizer of that name, with its defaults.</summary>
    /// <param name="name">A name that Keras knows, such as <c>"l2"</c>. Null stays null.</param>
    /// <exception cref="ArgumentException">There is none; the message lists those that exist.</exception>
    [return: NotNullIfNotNull(nameof(name))]
    public static implicit operator Regularizer?(string? name) => name is null ? null : Registry.Create<Regularizer>(name);

    /// <summary>A regularizer from a function, as <see cref="From"/> makes it.</summary>
    /// <param name="f">From a weight or an output to a scalar penalty, written in ops. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(f))]
    public static implicit operator Regularizer?(Func<Tensor, Tensor>? f) => f is null ? null : From(f);

    /// <summary>The constructor's arguments under Keras's keys, from which the regularizer can be made again; override it for anything else.</summary>
    public virtual JsonObject GetConfig() => ObjectConfig.Get(this);

    /// <inheritdoc/>
    public override string ToString() => ConfigText.Of(this);

    private sealed class FunctionRegularizer(Func<Tensor, Tensor> f) : Regularizer, IFunctionObject
    {
        public Delegate Function => f;

        public override JsonObject GetConfig() => (JsonObject)ConfigWriter.Write(f)!;

        public override Tensor Apply(Tensor x) => f(x);
    }
}
