namespace NeuralOpt.Keras;

/// <summary>The order of a norm: a number, or <c>"fro"</c> or <c>"nuc"</c> for a matrix.</summary>
public readonly struct NormOrder : IEquatable<NormOrder>
{
    private NormOrder(double number, string? name)
    {
        Number = number;
        Name = name;
    }

    internal double Number { get; }

    internal string? Name { get; }

    /// <inheritdoc/>
    public bool Equals(NormOrder other) => Number.Equals(other.Number) && Name == other.Name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is NormOrder other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Number, Name);

    /// <inheritdoc/>
    public override string ToString() => Name ?? $"{Number}";

    /// <summary>A number; infinities are allowed.</summary>
    /// <param name="order">The order.</param>
    public static implicit operator NormOrder(double order) => new(order, null);

    /// <summary>A norm of matrices by name.</summary>
    /// <param name="name"><c>"fro"</c> for Frobenius's norm, <c>"nuc"</c> for the sum of the singular values.</param>
    public static implicit operator NormOrder(string name)
        => name is "fro" or "nuc" ? new(0, name) : throw new KerasArgumentException($"Norm: ord must be a number, 'fro' or 'nuc'. Received: '{name}'.");

    /// <summary>Whether both are the same order.</summary>
    /// <param name="a">One order.</param>
    /// <param name="b">The other order.</param>
    public static bool operator ==(NormOrder a, NormOrder b) => a.Equals(b);

    /// <summary>Whether the orders differ.</summary>
    /// <param name="a">One order.</param>
    /// <param name="b">The other order.</param>
    public static bool operator !=(NormOrder a, NormOrder b) => !a.Equals(b);
}
