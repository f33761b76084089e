using System.Text.Json.Nodes;

namespace NeuralOpt.Keras;

/// <summary>Gives a random function another seed at every call, and the same sequence of seeds in every run.</summary>
/// <param name="seed">Where the sequence starts; null takes the next default seed, which <see cref="Utils.SetRandomSeed"/> governs.</param>
/// <param name="name">Name of the generator; null for <c>seed_generator</c>.</param>
/// <example>
/// <code>
/// var generator = new SeedGenerator(1337);
/// Tensor a = RandomOps.Normal((2, 3), seed: generator);
/// Tensor b = RandomOps.Normal((2, 3), seed: generator); // other numbers
/// </code>
/// </example>
/// <seealso href="https://keras.io/api/random/seed_generator/"/>
public sealed class SeedGenerator(int? seed = null, string? name = null)
{
    private readonly Variable _state = Start(seed ?? Session.Current.NextSeed(), name ?? "seed_generator");

    /// <summary>Its name.</summary>
    public string Name { get; } = name ?? "seed_generator";

    /// <summary>The seed it was made with; null if it took a default seed.</summary>
    public int? Seed { get; } = seed;

    /// <summary>int64 of shape (2): the seed, and how often it was used.</summary>
    public Variable State => _state;

    /// <summary>The seed of the next call.</summary>
    /// <param name="ordered">Accepted as in Keras; calls are always in the program's order here.</param>
    /// <returns>int64 of shape (2): the state before this call, which adds <c>[0, 1]</c> to it.</returns>
    /// <remarks>Works in a compiled step too. It stands still while a model is only described.</remarks>
    public Tensor Next(bool ordered = true)
    {
        Tensor now = _state.Value;
        if (!SymbolicScope.IsActive)
        {
            _state.Assign(Ops.Add(now, s_step));
        }

        return now;
    }

    /// <summary>The arguments under Keras's keys.</summary>
    public JsonObject GetConfig() => new() { ["seed"] = Seed };

    /// <summary>A generator from what <see cref="GetConfig"/> gave.</summary>
    /// <param name="config">The arguments under Keras's keys.</param>
    /// <exception cref="InvalidModelException">A value does not fit.</exception>
    public static SeedGenerator FromConfig(JsonObject config)
    {
        Guard.NotNull(config, "SeedGenerator.FromConfig");
        ObjectReader reader = new();
        return new((int?)reader.Read(config["seed"], typeof(int?), "SeedGenerator.seed"), (string?)reader.Read(config["name"], typeof(string), "SeedGenerator.name"));
    }

    private static readonly Tensor s_step = Tensor.From<long>([0, 1], 2);

    private static Variable Start(int seed, string name)
        => new(Tensor.From<long>([seed, 0], 2), trainable: false, name: $"{name}_state");
}
