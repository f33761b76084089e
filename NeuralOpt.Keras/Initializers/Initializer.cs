using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace NeuralOpt.Keras.Initializers;

/// <summary>How a weight starts.</summary>
/// <remarks>Wherever one is expected, Keras's name does as well: <c>kernelInitializer: "he_normal"</c>.</remarks>
/// <example>
/// <code>
/// var byName = new Dense(64, kernelInitializer: "he_normal");
/// var byFunction = new Dense(64, kernelInitializer: Initializer.From((shape, dtype) =&gt; RandomOps.Normal(shape, stddev: 0.01, dtype: dtype)));
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/layers/initializers/"/>
public abstract class Initializer : IConfigurable
{
    /// <summary>Makes the first value of a weight.</summary>
    /// <param name="shape">Shape of the weight.</param>
    /// <param name="dtype">Type of its elements.</param>
    public abstract Tensor Apply(Shape shape, DType dtype = DType.Float32);

    /// <summary>An initializer of your own from a function.</summary>
    /// <param name="f">From the weight's shape and dtype to its first value.</param>
    public static Initializer From(Func<Shape, DType, Tensor> f) => new FunctionInitializer(f);

    /// <summary>The initializer of that name, with its defaults.</summary>
    /// <param name="name">A name that Keras knows, such as <c>"glorot_uniform"</c>. Null stays null.</param>
    /// <exception cref="ArgumentException">There is none; the message lists those that exist.</exception>
    [return: NotNullIfNotNull(nameof(name))]
    public static implicit operator Initializer?(string? name) => name is null ? null : Registry.Create<Initializer>(name);

    /// <summary>An initializer from a function, as <see cref="From"/> makes it.</summary>
    /// <param name="f">From the weight's shape and dtype to its first value. Null stays null.</param>
    [return: NotNullIfNotNull(nameof(f))]
    public static implicit operator Initializer?(Func<Shape, DType, Tensor>? f) => f is null ? null : From(f);

    /// <summary>The constructor's arguments under Keras's keys, from which the initializer can be made again; override it for anything else.</summary>
    public virtual JsonObject GetConfig() => ObjectConfig.Get(this);

    /// <inheritdoc/>
    public override string ToString() => ConfigText.Of(this);

    private sealed class FunctionInitializer(Func<Shape, DType, Tensor> f) : Initializer, IFunctionObject
    {
        public Delegate Function => f;

        public override JsonObject GetConfig() => (JsonObject)ConfigWriter.Write(f)!;

        public override Tensor Apply(Shape shape, DType dtype = DType.Float32)
        {
            Tensor value = f(shape, dtype);
            return value.Shape == shape ? Ops.Cast(value, dtype) : throw new ShapeException(
                $"Initializer.From({FunctionName.Code(f)}): the function must give a tensor of shape {shape}. Received shape: {value.Shape}.");
        }
    }
}
